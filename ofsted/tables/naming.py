"""Which report a name means: the path as it was read, or the end of it."""

from __future__ import annotations

from collections.abc import Iterable

from ofsted.model.errors import NotFoundError

__all__ = ["named"]

_MOST_NAMED = 5  # in a message


def named(paths: Iterable[tuple[str | None, str]], name: str) -> str:
    """Of pairs of a path and what has it, what has this path or one that ends so.

    NotFoundError if nothing has it, or several things have.
    """
    pairs = [(path, has) for path, has in paths if path]
    end = "/" + _slashes(name).lstrip("/")
    found = [pair for pair in pairs if pair[0] == name]
    found = found or [pair for pair in pairs if ("/" + _slashes(pair[0])).endswith(end)]
    if len({has for _, has in found}) == 1:
        return found[0][1]
    if found:
        there = ", ".join(path for path, _ in found[:_MOST_NAMED])
        raise NotFoundError(f"{len(found)} reports are called {name!r}: {there}; give more of the path, or the id")
    file_names = [_slashes(path).rsplit("/", 1)[-1] for path, _ in pairs]
    raise NotFoundError.unknown("report with the id or the path", name, file_names)


def _slashes(path: str) -> str:
    return path.replace("\\", "/")
