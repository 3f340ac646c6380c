"""Which files a call means: folders, globs, lists and fsspec URLs, each file once, in the order given."""

from __future__ import annotations

import errno
import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ofsted.model.extras import needed
from ofsted.sources import contents
from ofsted.sources.contents import PathLike

__all__ = ["SUFFIXES", "File", "PathLike", "find", "read_bytes"]

SUFFIXES = (".pdf", ".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class File:
    """A file to read; `error` says why it cannot be, where that is known already."""

    path: str
    size: int = 0
    error: OSError | None = None


def find(paths: PathLike | Iterable[PathLike]) -> list[File]:
    """The files that `paths` mean.

    A folder means every .pdf, .txt, .html and .htm file below it, sorted by path, names that begin with a dot left
    out. A glob means what it matches. What contains '://' is an fsspec URL of a file, folder or glob.
    A path that is not there raises FileNotFoundError, in a list it becomes a File with an error.
    """
    if isinstance(paths, bytes):
        raise TypeError("read() takes paths; ofsted.parse() takes bytes")
    one = isinstance(paths, (str, os.PathLike))
    wanted: list[Any] = [paths] if one else list(paths)  # type: ignore[arg-type]
    found: dict[str, File] = {}
    for path in wanted:
        try:
            for file in _expand(os.fsdecode(os.fspath(path))):
                found.setdefault(file.path, file)
        except OSError as error:
            if one:
                raise
            name = os.fsdecode(path)
            found.setdefault(name, File(name, error=error))
    return list(found.values())


def read_bytes(path: str) -> bytes:
    """The content of a file that `find()` has found."""
    if not _is_url(path):
        return contents.read_content(path)[0]
    with _fsspec().open(path, "rb") as file:
        data: bytes = file.read(contents.MAX_FILE + 1)
    return contents.within_limit(data, path)


def _is_url(path: str) -> bool:
    return "://" in path


def _is_wanted(path: str) -> bool:
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def _expand(path: str) -> Iterator[File]:
    if _is_url(path):
        yield from _expand_url(path)
    elif os.path.isdir(path):
        yield from _walk(path)
    elif glob.has_magic(path) and not os.path.exists(path):
        yield from _matches(path)
    else:
        yield File(path, os.stat(path).st_size)


def _missing(path: str, what: str) -> FileNotFoundError:
    return FileNotFoundError(errno.ENOENT, what, path)


def _walk(folder: str) -> Iterator[File]:
    if not os.access(folder, os.R_OK | os.X_OK):
        raise PermissionError(errno.EACCES, "this folder may not be read", folder)
    below = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below += [os.path.join(parent, name) for name in names if _is_wanted(name)]
    for path in sorted(below):
        yield File(path, _size(path))


def _size(path: str) -> int:
    """For balance only: whether the file can be read shows when it is."""
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _matches(pattern: str) -> Iterator[File]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        raise _missing(pattern, "no file matches")
    for path in matches:
        if os.path.isdir(path):
            yield from _walk(path)
        else:
            yield File(path, _size(path))


# ---- fsspec ----


def _fsspec() -> Any:
    return needed("fsspec", "URLs need, beside a driver for s3:// and the like,", "fsspec s3fs")


def _expand_url(url: str) -> Iterator[File]:
    system, path = _fsspec().core.url_to_fs(url)
    chain = url.partition("::")[2]  # zip://*.pdf::s3://bucket/reports.zip
    if system.isdir(path):
        inside = {name: info for name, info in system.find(path, detail=True).items() if _is_wanted(name)}
    elif glob.has_magic(path):
        inside = {n: info for n, info in system.glob(path, detail=True).items() if info.get("type") == "file"}
    else:
        inside = {path: system.info(path)} if system.exists(path) else {}
    if not inside and not system.isdir(path):
        raise _missing(url, "no file there")
    for name in sorted(inside):
        full = f"{url.partition('://')[0]}://{name}::{chain}" if chain else system.unstrip_protocol(name)
        yield File(full, int(inside[name].get("size") or 0))
