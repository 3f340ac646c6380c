"""Which report a name means: the path as it was read, or the end of it."""

from __future__ import annotations

from collections.abc import Iterable

from ofsted.model.errors import NotFoundError

__all__ = ["Names"]

_MOST_NAMED = 5  # in a message


class Names:
    """Pairs of a path and what has it, to be looked up by the path or by the end of it, without looking at all."""

    __slots__ = ("_by_file", "_by_path")

    def __init__(self, pairs: Iterable[tuple[str | None, str]]) -> None:
        self._by_path: dict[str, list[tuple[str, str]]] = {}
        for path, has in pairs:
            if path:
                self._by_path.setdefault(path, []).append((path, has))
        self._by_file: dict[str, list[tuple[str, str]]] = {}
        for path, same in self._by_path.items():
            self._by_file.setdefault(_file_name(path), []).extend(same)

    def __getitem__(self, name: str) -> str:
        """What has this path, or one that ends so. NotFoundError if nothing has it, or several things have."""
        end = "/" + _slashes(name).lstrip("/")
        found = self._by_path.get(name)
        if not found:
            found = [pair for pair in self._by_file.get(_file_name(end), ()) if ("/" + _slashes(pair[0])).endswith(end)]
        if len({has for _, has in found}) == 1:
            return found[0][1]
        if found:
            there = ", ".join(path for path, _ in found[:_MOST_NAMED])
            raise NotFoundError(f"{len(found)} reports are called {name!r}: {there}; give more of the path, or the id")
        raise NotFoundError.unknown("report with the id or the path", name, self._by_file)


def _file_name(path: str) -> str:
    return _slashes(path).rsplit("/", 1)[-1]


def _slashes(path: str) -> str:
    return path.replace("\\", "/")
