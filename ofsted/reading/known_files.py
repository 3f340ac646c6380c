"""The hashes of files that a cache has seen, so that a file which has not changed since is not read to be hashed again.

A file has not changed where its device, inode, size, and times of last change, of content and of anything, are as they
were. The last of these is set by the system at every write and by nobody else. A file that was changed in the last two
seconds before it was hashed is not noted: a change within one tick of the clock would not show. On Windows, which has
no such time, nothing is noted.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from ofsted.sources.files import is_url, write_whole

__all__ = ["KnownFiles", "read_noted", "write_noted"]

_YOUNG = 2_000_000_000  # nanoseconds

_Signs = tuple[int, ...]


class KnownFiles:
    """The file `files.json` of a cache, or another: a checksum, and by path the signs of a file and its SHA-256.

    May be lost or damaged at any time, and be written by several processes: then files are hashed again.
    """

    def __init__(self, folder: str, name: str = "files.json") -> None:
        self._path = os.path.join(folder, name)
        self._known = _read(self._path)
        self._new: dict[str, list[object]] = {}

    def hashed(self, path: str, read: Callable[[str], str]) -> str:
        """The SHA-256 of a file: known, or `read`. Whatever `read` raises."""
        name, now, signs = os.path.abspath(path), time.time_ns(), _signs(path)
        if (known := self._of(name, signs)) is not None:
            return known
        sha256 = read(path)
        if signs is not None and max(signs[-2:]) < now - _YOUNG and _signs(path) == signs:
            self._new[name] = [*signs, sha256]
        return sha256

    def unchanged(self, path: str) -> str | None:
        """The SHA-256 of a file that has not changed; None where that is not known."""
        return self._of(os.path.abspath(path), _signs(path))

    def _of(self, name: str, signs: _Signs | None) -> str | None:
        known = self._new.get(name) or self._known.get(name)
        return str(known[-1]) if signs is not None and known and tuple(known[:-1]) == signs else None

    def save(self) -> None:
        """Keep what has come to be known."""
        if self._new:
            write_noted(self._path, self._known | self._new)


def _signs(path: str) -> _Signs | None:
    """What changes when the file does; None where that is not known."""
    if os.name != "posix" or is_url(path):
        return None
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _read(path: str) -> dict[str, list[object]]:
    known = read_noted(path)
    sound = isinstance(known, dict) and all(isinstance(signs, list) and len(signs) == 6 for signs in known.values())
    return known if sound else {}


# ---- what a cache notes beside its entries ----


def read_noted(path: str) -> Any:
    """What was noted in a file; None where that is missing or damaged."""
    try:
        with open(path, "rb") as file:
            content = file.read()
        return json.loads(content[8:]) if content[:8] == b"%08x" % zlib.crc32(content[8:]) else None
    except (OSError, ValueError, RecursionError):
        return None


def write_noted(path: str, what: object) -> None:
    """Note it, with a checksum. A full disk and a folder that is closed cost that alone."""
    body = json.dumps(what, separators=(",", ":")).encode()
    with suppress(OSError):
        write_whole(path, b"%08x%b" % (zlib.crc32(body), body))
