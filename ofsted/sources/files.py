"""Which files a call means: folders, globs, lists and fsspec URLs, each file once, in the order given."""

from __future__ import annotations

import errno
import glob
import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from ofsted.model.extras import needed
from ofsted.model.paths import path_of, whole_file
from ofsted.sources import contents
from ofsted.sources.contents import PathLike

__all__ = ["SUFFIXES", "File", "PathLike", "find", "is_url", "listed_paths", "read_bytes", "write_whole"]

SUFFIXES = (".pdf", ".txt", ".html", ".htm", ".mhtml", ".mht")


class File(NamedTuple):
    """A file to read; `error` says why it cannot be, where that is known already."""

    path: str
    error: OSError | None = None
    told: int | None = None
    """Its size, where finding it has told that."""

    def size(self) -> int:
        """For balance only: whether the file can be read shows when it is."""
        if self.told is not None:
            return self.told
        try:
            return os.stat(self.path).st_size
        except OSError:
            return 0


def find(paths: PathLike | Iterable[PathLike]) -> list[File]:
    """The files that `paths` mean.

    A folder means every .pdf, .txt, .html, .htm, .mhtml and .mht file below it, sorted by path, names that begin
    with a dot left out. Links are followed; a folder that several lead to counts once. A folder that may not be
    read, and a link that leads nowhere, is a File with an error. A glob means what it matches. What contains '://'
    is an fsspec URL of a file, folder or glob.
    A path that is not there raises FileNotFoundError, in a list it becomes a File with an error. Warns of a path that
    means no file.
    """
    one = isinstance(paths, (str, os.PathLike))
    wanted: list[Any] = [paths] if one else listed_paths(paths)
    found: dict[str, File] = {}
    empty: list[str] = []
    for path in wanted:
        name = path_of(path)
        try:
            files = list(_expand(name))
        except OSError as error:
            if one:
                raise
            files = [File(name, error)]
        empty += [] if files else [name]
        for file in files:
            found.setdefault(file.path, file)
    _warn_of_nothing(wanted, empty)
    return list(found.values())


def listed_paths(paths: Any) -> list[str]:
    """Several paths as a list of str; TypeError, with what to give instead, for what holds none."""
    if isinstance(paths, (bytes, bytearray, memoryview)) or hasattr(paths, "read"):
        raise TypeError("read() takes paths; ofsted.parse() takes bytes and open files")
    if hasattr(paths, "columns"):
        raise TypeError("read() takes paths: give the column that holds them, such as frame['path']")
    if isinstance(paths, Mapping):
        raise TypeError("read() takes paths: give a list of them, such as list(paths.values())")
    if not isinstance(paths, Iterable):
        raise TypeError(f"read() takes a path or a list of paths, not {type(paths).__name__}")
    listed = list(paths)
    for place, path in enumerate(listed):
        if not isinstance(path, (str, os.PathLike)):
            kind = type(path).__name__
            more = "; ofsted.Corpus(reports) takes reports" if kind == "Report" else ""
            more = "; ofsted.parse() takes bytes" if isinstance(path, bytes) else more
            raise TypeError(f"read() takes paths, and number {place} of the list, counted from 0, is {kind}{more}")
    return [path_of(path) for path in listed]


def _warn_of_nothing(wanted: list[Any], empty: list[str]) -> None:
    if not wanted:
        warnings.warn("no path was given, so nothing is read", stacklevel=5)
    elif empty:
        kinds = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        warnings.warn(f"there is no {kinds} file in {', '.join(empty)}", stacklevel=5)


def read_bytes(path: str) -> bytes:
    """The content of a file that `find()` has found."""
    if not is_url(path):
        return contents.read_file(path)
    with _fsspec().open(path, "rb") as file:
        data: bytes = file.read(contents.MAX_FILE + 1)
    return contents.within_limit(data, path)


def is_url(path: str) -> bool:
    """Whether a path is an fsspec URL."""
    return "://" in path


def write_whole(path: str, data: bytes) -> None:
    """A file with this content: all of it or, where writing fails, what was there before."""
    with whole_file(path) as made, open(made, "wb") as file:
        file.write(data)


def _is_wanted(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def _expand(path: str) -> Iterator[File]:
    if is_url(path):
        yield from _expand_url(path)
    elif os.path.isdir(path):
        yield from _walk(path)
    elif glob.has_magic(path) and not os.path.exists(path):
        yield from _matches(path)
    else:
        yield File(path, told=os.stat(path).st_size)


def _missing(path: str, what: str) -> FileNotFoundError:
    return FileNotFoundError(errno.ENOENT, what, path)


def _closed(folder: str) -> PermissionError:
    return PermissionError(errno.EACCES, "this folder may not be read", folder)


def _walk(folder: str) -> list[File]:
    """The files below a folder, sorted by path, and what is lost with a folder or a link that leads nowhere."""
    if not os.access(folder, os.R_OK | os.X_OK):
        raise _closed(folder)
    lost: list[OSError] = []
    below: list[File] = []
    for parent, names in _folders(folder, lost.append):
        for name in names:
            if _is_wanted(name):
                below.append(File(os.path.join(parent, name)))
            elif not name.startswith(".") and not os.path.exists(path := os.path.join(parent, name)):
                below.append(File(path, _missing(path, "this link leads nowhere")))
    for error in lost:
        path = str(error.filename)
        below.append(File(path, _closed(path) if isinstance(error, PermissionError) else error))
    return sorted(below, key=itemgetter(0))


def _folders(top: str, failed: Callable[[OSError], None]) -> Iterator[tuple[str, list[str]]]:
    """Each folder once, with the names of its files: by links only what no path without them leads to."""
    seen = set()
    waiting = deque([top])
    while waiting:
        for parent, folders, names in os.walk(waiting.popleft(), onerror=failed):
            place = os.stat(parent)
            if (place.st_dev, place.st_ino) in seen:
                folders.clear()
                continue
            seen.add((place.st_dev, place.st_ino))
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            waiting += [path for path in (os.path.join(parent, name) for name in folders) if _is_link(path)]
            yield parent, names


def _is_link(path: str) -> bool:
    """Whether a folder is a link, or what Windows calls a junction: os.walk() enters neither (from Python 3.12)."""
    is_junction: Callable[[str], bool] | None = getattr(os.path, "isjunction", None)
    return os.path.islink(path) or bool(is_junction and is_junction(path))


def _matches(pattern: str) -> Iterator[File]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        raise _missing(pattern, "no file matches")
    for path in matches:
        if os.path.isdir(path):
            yield from _walk(path)
        else:
            yield File(path)


# ---- fsspec ----


def _fsspec() -> Any:
    return needed("fsspec", "URLs need, beside a driver for s3:// and the like,", "fsspec s3fs")


def _expand_url(url: str) -> Iterator[File]:
    system, path = _fsspec().core.url_to_fs(url)
    chain = url.partition("::")[2]  # zip://*.pdf::s3://bucket/reports.zip
    if system.isdir(path):
        found = system.find(path, detail=True)
        inside = {name: info for name, info in found.items() if _is_wanted(name.rsplit("/", 1)[-1])}
    elif glob.has_magic(path):
        inside = {n: info for n, info in system.glob(path, detail=True).items() if info.get("type") == "file"}
    else:
        inside = {path: system.info(path)} if system.exists(path) else {}
    if not inside and not system.isdir(path):
        raise _missing(url, "no file there")
    for name in sorted(inside):
        full = f"{url.partition('://')[0]}://{name}::{chain}" if chain else system.unstrip_protocol(name)
        no_file = inside[name].get("type") == "other"
        error = OSError(errno.EINVAL, contents.NO_FILE, full) if no_file else None
        yield File(full, error, int(inside[name].get("size") or 0))
