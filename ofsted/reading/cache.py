"""Reports as bytes: how workers hand them over, and how a folder keeps them from one run to the next.

A packed report is a header, the tree as JSON and the text, with a checksum over all three. Nothing in it is
code, and nothing is unpickled: a cache that someone has tampered with can be wrong, but cannot run anything.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zlib
from contextlib import suppress
from functools import cache

from ofsted.model.data_files import data_names, read_data
from ofsted.model.readout import Readout, Tree
from ofsted.model.shape import is_report
from ofsted.sources.files import write_whole

__all__ = ["Cache", "pack", "unpack"]

# The modules that decide what is read from a file; the rest of the package only looks at that.
PYTHON = ("reading/one_file.py", "sources/contents.py", "sources/html.py", "sources/html_limits.py")
_MAGIC = b"ofsted\x001"  # the last byte is the layout's version
# Magic; lengths of source, tree and text in bytes; CRC-32 of what follows.
_HEADER = struct.Struct("<8sIQQI")


class PackedReport:
    """What `_core.ParsedReport` is, read from packed bytes: decoded when it is asked for, and not kept."""

    __slots__ = ("_text", "_tree", "packed")

    def __init__(self, packed: bytes, tree: slice, text: slice) -> None:
        self.packed = packed
        self._tree = tree
        self._text = text

    @property
    def text(self) -> str:
        """What spans address."""
        return self.packed[self._text].decode("utf-8", "surrogatepass")

    def to_dict(self, source: Tree, /) -> Tree:
        """A new tree, `source` as its last entry."""
        tree: Tree = json.loads(self.packed[self._tree])
        tree["source"] = dict(source)
        return tree


def pack(readout: Readout) -> bytes:
    """What was read as bytes, without the path it was read from."""
    if isinstance(readout.core, PackedReport):
        return readout.core.packed
    tree = readout.to_dict()
    source = {**tree.pop("source"), "path": None}
    parts = [_json(source), _json(tree), readout.core.text.encode("utf-8", "surrogatepass")]
    body = b"".join(parts)
    return _HEADER.pack(_MAGIC, *map(len, parts), zlib.crc32(body)) + body


def unpack(packed: bytes, path: str | None) -> Readout:
    """What was packed, as if it had been read from `path`. ValueError for damaged bytes."""
    if len(packed) < _HEADER.size:
        raise ValueError("cut short")
    magic, source_size, tree_size, text_size, checksum = _HEADER.unpack_from(packed)
    source_end = _HEADER.size + source_size
    tree_end = source_end + tree_size
    if magic != _MAGIC or tree_end + text_size != len(packed):
        raise ValueError("not a packed report")
    if zlib.crc32(memoryview(packed)[_HEADER.size :]) != checksum:
        raise ValueError("damaged")
    source: Tree = json.loads(packed[_HEADER.size : source_end])
    source["path"] = path
    return Readout(PackedReport(packed, slice(source_end, tree_end), slice(tree_end, None)), source)


def _json(value: Tree) -> bytes:
    # A lone surrogate (from a str given to parse_text) has no UTF-8 of its own; json.loads takes it back.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


class Cache:
    """A folder of packed reports, by the hash of the file's content and by what read it.

    Any number of processes may use it at once. An entry that is damaged counts as missing and is written anew;
    a folder that cannot be written to is read from and otherwise left alone. It may be deleted at any time.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = os.path.join(os.fspath(folder), reader_key())

    @staticmethod
    def key(content: bytes) -> str:
        """What a file is known by: the SHA-256 of its content, in hexadecimal."""
        return hashlib.sha256(content).hexdigest()

    def exists(self) -> bool:
        """Whether anything that this package has read may be there."""
        return os.path.isdir(self.folder)

    def load(self, sha256: str, path: str | None) -> Readout | None:
        """What was read from the file with this content, or None."""
        packed = self._read(sha256)
        try:
            readout = unpack(packed, path) if packed else None
            # Under the name of another file it would give that file the numbers of this one.
            sound = readout and readout.source["sha256"] == sha256 and is_report(readout.to_dict())
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, MemoryError):
            return None  # a sound checksum says nothing of what it is the checksum of
        return readout if sound else None

    def _read(self, sha256: str) -> bytes | None:
        """The bytes of an entry, unchecked."""
        try:
            with open(self._entry(sha256), "rb") as file:
                return file.read()
        except OSError:
            return None

    def store(self, sha256: str, packed: bytes) -> None:
        """Keep a packed report: all of it or nothing, whoever reads or writes at the same time."""
        entry = self._entry(sha256)
        try:
            os.makedirs(os.path.dirname(entry), exist_ok=True)
            write_whole(entry, packed)
        except OSError:
            return

    def _entry(self, sha256: str) -> str:
        return os.path.join(self.folder, sha256[:2], sha256 + ".report")


@cache
def reader_key() -> str:
    """A name for what reads, which changes with the package's version and with any part of it that reading depends on.

    The version alone would let a build from changed source take what an older one had read.
    """
    from importlib.metadata import PackageNotFoundError, version

    from ofsted import __version__, _core
    from ofsted.reading.core import pdfium_build

    digest = hashlib.sha256()
    with open(_core.__file__, "rb") as file:
        digest.update(hashlib.sha256(file.read()).digest())
    for name in (*PYTHON, *data_names()):
        digest.update(hashlib.sha256(read_data(name)).digest())
    digest.update(_core.PCRE2_VERSION.encode() + pdfium_build())
    for name in ("pypdfium2", "selectolax"):
        with suppress(PackageNotFoundError):
            digest.update(f"{name} {version(name)}".encode())
    return f"{__version__}-{digest.hexdigest()[:12]}"
