"""Reports as bytes: how workers hand them over, and how a folder keeps them from one run to the next.

A packed report is a table of its parts and the parts, each with a checksum of its own, so that whoever wants the
judgements reads and decodes nothing else:

    magic, checksum of the table
    table      the file's SHA-256; of each part its size and its checksum
    source     where it was read from, as JSON
    head       all of the tree that is not bulky, as JSON
    sections … each bulky entry of the tree (`_core.BULKY`), as JSON
    text       in UTF-8

Nothing in it is code, and nothing is unpickled: a cache that someone has tampered with can be wrong, but cannot run
anything.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import sys
import zlib
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from ofsted._core import BULKY, KEYS, ParsedReport
from ofsted.model.data_files import data_names, read_data
from ofsted.model.errors import OfstedError
from ofsted.model.paths import path_of
from ofsted.model.readout import Plain, Readout, Tree, dumped
from ofsted.model.shape import checks, is_entry
from ofsted.reading import one_file
from ofsted.reading.known_facts import UNSOUND, KnownFacts
from ofsted.reading.known_files import KnownFiles
from ofsted.sources.contents import Reader
from ofsted.sources.files import read_bytes, write_whole

__all__ = ["Cache", "PackedReport", "pack", "smaller", "unpack"]

# The modules that decide what is read from a file; the rest of the package only looks at that.
PYTHON = (
    *("reading/one_file.py", "sources/contents.py", "sources/html.py", "sources/html_limits.py"),
    *("sources/mime.py", "sources/printed.py", "model/readout.py", "model/report_data.py", "tables/frames.py"),
    # What is noted of each report.
    *("tables/facts.py", "tables/doubts.py", "official/reports.py", "official/table.py", "register/authorities.py"),
)
_MAGIC = b"ofsted\x002"  # the last byte is the layout's version
_PARTS = ("source", "head", *BULKY, "text")
_START = struct.Struct("<8sI")
_TABLE = struct.Struct("<32s" + "QI" * len(_PARTS))
_FIRST = _START.size + _TABLE.size
_LOOK = 8192  # bytes that hold source and head of most reports

# Layout 1, of which saved corpora may be: lengths of source, tree and text, CRC-32 of what follows.
_OLD_MAGIC = b"ofsted\x001"
_OLD_HEADER = struct.Struct("<8sIQQI")

_LOST = (
    "what was read from it is no longer in the cache, and the file has changed since, or is gone. Read it again with "
    "ofsted.read()."
)


class _Held(NamedTuple):
    """The bytes of a packed report, or its first ones and where the others are; replaced as one."""

    table: tuple[Any, ...]
    first: bytes
    entry: str | None = None

    @classmethod
    def of(cls, packed: bytes) -> _Held:
        """ValueError for what is no packed report."""
        if len(packed) < _FIRST:
            raise ValueError("cut short")
        magic, checksum = _START.unpack_from(packed)
        if magic != _MAGIC:
            raise ValueError("not a packed report")
        if zlib.crc32(packed[_START.size : _FIRST]) != checksum:
            raise ValueError("damaged")
        return cls(_TABLE.unpack_from(packed, _START.size), packed)

    def size(self, parts: int = len(_PARTS)) -> int:
        """Bytes of the whole, or as far as the first parts reach."""
        return _FIRST + int(sum(self.table[1 : 1 + 2 * parts : 2]))

    def part(self, name: str) -> bytes:
        """The bytes of a part. OSError, ValueError where they are damaged."""
        place = _PARTS.index(name)
        start, end = self.size(place), self.size(place + 1)
        if end <= len(self.first):
            part = self.first[start:end]
        elif self.entry is None:
            raise ValueError("cut short")
        else:
            with open(self.entry, "rb", buffering=0) as file:
                file.seek(start)
                part = file.read(end - start)
        if len(part) != end - start or zlib.crc32(part) != self.table[2 + 2 * place]:
            raise ValueError("damaged")
        return part


class _Entry(NamedTuple):
    """Where a cache keeps a packed report, and the document that it was read from."""

    cache: Cache
    sha256: str
    path: str
    reader: Reader

    def opened(self) -> _Held:
        """Its first bytes; one of `UNSOUND` where there is no entry that may be used."""
        return self.cache.opened(self.sha256)[0]

    def read_again(self) -> bytes:
        """What the document holds, packed. OfstedError where it has changed or is gone."""
        return self.cache.read_again(self.sha256, self.path, self.reader)


class PackedReport:
    """What `_core.ParsedReport` is, read from packed bytes: decoded when it is asked for, and not kept.

    Of an entry of a cache only the first bytes are here, or none until they are asked for. Where it turns out to be
    gone, damaged or of another shape, the document itself is read again; OfstedError where that has changed or is gone
    as well.
    """

    __slots__ = ("_entry", "_held", "_trusted")

    def __init__(self, held: _Held | None, entry: _Entry | None = None) -> None:
        """`entry`: which is opened when it is needed, where nothing is held, and mended."""
        self._held = held
        self._entry = entry
        self._trusted: tuple[str, ...] | None = () if entry else None
        """The parts whose shape was looked at; None where all of them were made here."""

    @property
    def packed(self) -> bytes:
        """All of it, sound."""
        if self._trusted is not None:
            for name in _PARTS:
                self._decoded(name)
        held = self._opened()
        return held.first[:_FIRST] + b"".join(map(held.part, _PARTS))

    @property
    def text(self) -> str:
        """What spans address."""
        text: str = self._decoded("text")
        return text

    def head(self) -> Tree:
        """What is not bulky."""
        head: Tree = self._decoded("head")
        return head

    def entry(self, key: str, /) -> Any:
        """One entry of the tree."""
        return self._decoded(key) if key in BULKY else self.head()[key]

    def to_dict(self, source: Tree, /) -> Tree:
        """A new tree, `source` as its last entry."""
        head = self.head()
        tree = {key: self._decoded(key) if key in BULKY else head[key] for key in KEYS}
        return {**tree, "source": dict(source)}

    def json(self, indent: int, given: tuple[tuple[str, str], ...], source: Tree, /) -> str:
        """All of it as JSON, where the bulky entries are there as such."""
        if indent >= 0:
            tree = self.to_dict(source) | {key: json.loads(text) for key, text in given}
            return dumped(tree, indent)
        head, texts = self.head(), dict(given)
        for key in KEYS:
            if key not in texts:
                texts[key] = self._decoded(key, str) if key in BULKY else dumped(head[key])
        return "{" + ", ".join(f'"{key}": {texts[key]}' for key in KEYS) + f', "source": {dumped(source)}}}'

    def _decoded(self, name: str, kind: type = object) -> Any:
        """A part as an object, or as JSON (`kind` is str)."""
        try:
            part = self._opened().part(name)
            if kind is str and (self._trusted is None or name in self._trusted):
                return part.decode()
            value = _value(name, part)
            if self._trusted is not None and name not in self._trusted:
                if not _has_shape(name, value):
                    raise ValueError("of another shape")  # a sound checksum says nothing of what it is that of
                self._trusted = (*self._trusted, name)
            return part.decode() if kind is str else value
        except UNSOUND:
            if self._entry is None or self._trusted is None:
                raise
        self._held, self._trusted = _Held.of(self._entry.read_again()), None
        return self._decoded(name, kind)

    def _opened(self) -> _Held:
        held = self._held
        if held is None:
            assert self._entry is not None  # noqa: S101 - one of them is there
            held = self._held = self._entry.opened()
        return held


def _value(name: str, part: bytes) -> Any:
    return part.decode("utf-8", "surrogatepass") if name == "text" else json.loads(part)


def _has_shape(name: str, part: Any) -> bool:
    if name == "source":
        return is_entry(name, {"url": None, "published_from": None} | part)
    if name == "head":
        for key, check in checks(_SMALL):
            if not check(part[key]):
                return False
        return len(part) == len(_SMALL) + 1 and set(map(type, part["counts"].values())) == {int}
    return name == "text" or is_entry(name, part)


_SMALL = frozenset(KEYS).difference(BULKY)


# ---- packing ----


def pack(readout: Readout) -> bytes:
    """What was read as bytes, without the path it was read from."""
    core = readout.core
    if isinstance(core, (PackedReport, _OldReport)):
        return core.packed
    source = {**readout.full_source(), "path": None}
    trees = core.json_parts() if isinstance(core, ParsedReport) and not readout.issues else _tree_parts(readout)
    parts = [dumped(source).encode(), *trees, core.text.encode("utf-8", "surrogatepass")]
    numbers = (number for part in parts for number in (len(part), zlib.crc32(part)))
    table = _TABLE.pack(bytes.fromhex(source["sha256"]), *numbers)
    return b"".join([_START.pack(_MAGIC, zlib.crc32(table)), table, *parts])


def _tree_parts(readout: Readout) -> list[bytes]:
    """Head and bulky entries, with the issues that the core does not know of."""
    head = readout.head()
    del head["source"]
    return [dumped(part).encode() for part in (head, *map(readout.entry, BULKY))]


def smaller(readout: Readout) -> Readout:
    """The same without the lines, blocks and tables that parsing leaves behind: a sixth of the memory."""
    if isinstance(readout.core, PackedReport):
        return readout
    return replace(unpack(pack(readout), readout.source["path"]), origin=readout.origin)


def unpack(packed: bytes, path: str | None) -> Readout:
    """What was packed, as if it had been read from `path`. ValueError for damaged bytes."""
    if packed.startswith(_OLD_MAGIC):
        return _unpack_old(packed, path)
    held = _Held.of(packed)
    if held.size() != len(packed):
        raise ValueError("not a packed report")
    for name in _PARTS:
        held.part(name)
    return Readout(PackedReport(held), {**json.loads(held.part("source")), "path": path})


class _OldReport(Plain):
    """Of layout 1: one tree, decoded anew each time that something of it is asked for."""

    __slots__ = ("_places", "packed")

    def __init__(self, packed: bytes, tree: slice, text: slice) -> None:
        self.packed = packed
        self._places = tree, text

    @property
    def _tree(self) -> Tree:  # type: ignore[override]
        tree: Tree = json.loads(self.packed[self._places[0]])
        return tree

    @property
    def text(self) -> str:  # type: ignore[override]
        """What spans address."""
        return self.packed[self._places[1]].decode("utf-8", "surrogatepass")


def _unpack_old(packed: bytes, path: str | None) -> Readout:
    if len(packed) < _OLD_HEADER.size:
        raise ValueError("cut short")
    _, source_size, tree_size, text_size, checksum = _OLD_HEADER.unpack_from(packed)
    source_end = _OLD_HEADER.size + source_size
    tree_end = source_end + tree_size
    if tree_end + text_size != len(packed):
        raise ValueError("not a packed report")
    if zlib.crc32(memoryview(packed)[_OLD_HEADER.size :]) != checksum:
        raise ValueError("damaged")
    source: Tree = json.loads(packed[_OLD_HEADER.size : source_end])
    return Readout(_OldReport(packed, slice(source_end, tree_end), slice(tree_end, None)), {**source, "path": path})


class Cache:
    """A folder of packed reports, by the hash of the file's content and by what read it.

    Any number of processes may use it at once. An entry that is damaged counts as missing and is written anew;
    a folder that cannot be written to is read from and otherwise left alone, and `read()` warns of it.
    It may be deleted at any time.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.root = path_of(folder)
        self.folder = os.path.join(self.root, reader_key(self.root))

    @staticmethod
    def key(content: bytes) -> str:
        """What a file is known by: the SHA-256 of its content, in hexadecimal."""
        return hashlib.sha256(content).hexdigest()

    def exists(self) -> bool:
        """Whether anything that this package has read may be there."""
        return os.path.isdir(self.folder)

    def holds(self, sha256: str) -> bool:
        """Whether there is an entry of this content, sound or not."""
        return os.path.isfile(self._entry(sha256))

    def find(self, path: str, known: KnownFiles, reader: Reader) -> Readout | None:
        """What was read from the file at this path, or None. OfstedError, OSError where it cannot be read."""
        return self.load(known.hashed(path, lambda name: self.key(read_bytes(name))), path, reader)

    def load(self, sha256: str, path: str, reader: Reader = "auto") -> Readout | None:
        """What was read from the file with this content, or None; `reader` is who read it.

        The first parts of it alone are looked at: the others when they are asked for, as `PackedReport` says.
        """
        try:
            held, source = self.opened(sha256)
        except UNSOUND:
            return None
        return Readout(PackedReport(held, _Entry(self, sha256, path, reader)), {**source, "path": path})

    def noted(self, sha256: str, path: str, reader: Reader, known: KnownFacts) -> Readout:
        """The same of one whose facts are known: its entry is looked at when more of it is asked for."""
        source, facts = known.of(sha256, path)
        return Readout(PackedReport(None, _Entry(self, sha256, path, reader)), source, facts=facts)

    def opened(self, sha256: str) -> tuple[_Held, Tree]:
        """The entry of this content, and its source; one of `UNSOUND` where there is none that may be used."""
        entry = self._entry(sha256)
        with open(entry, "rb", buffering=0) as file:
            first, size = file.read(_LOOK), os.fstat(file.fileno()).st_size
        whole = _Held.of(first)
        held = _Held(whole.table, first[: whole.size(_PARTS.index("head") + 1)], entry)
        source = json.loads(held.part("source"))
        # Under the name of another file it would give that file the numbers of this one.
        if held.size() != size or not held.table[0].hex() == source["sha256"] == sha256:
            raise ValueError("of another file")
        if not _has_shape("source", source) or not held.part("head"):
            raise ValueError("of another shape")
        return held, source

    def kept(self, readout: Readout, path: str, reader: Reader) -> Readout:
        """The same, of which most stays in the folder, where that has it."""
        return self.load(readout.full_source()["sha256"], path, reader) or readout

    def read_again(self, sha256: str, path: str, reader: Reader) -> bytes:
        """The packed report of a file whose entry is no longer sound, which is mended."""
        try:
            data = read_bytes(path)
        except (OSError, OfstedError) as error:
            raise OfstedError(path, _LOST) from error
        if self.key(data) != sha256:
            raise OfstedError(path, _LOST)
        packed = pack(one_file.read_content_of(data, path, reader))
        self.store(sha256, packed)
        return packed

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


def _installed(*names: str) -> list[str]:
    """The folders in which installers note the versions of these packages, such as 'selectolax-0.4.0.dist-info'.

    To import importlib.metadata, which reads what is in them, takes longer than to look up a hundred reports.
    """
    found = []
    for folder in sys.path:
        with suppress(OSError):
            found += [name for name in os.listdir(folder or ".") if name.lower().startswith(names) and "-info" in name]
    return sorted(found)


def _hash_of(path: str) -> str:
    with open(path, "rb", buffering=0) as file:
        return hashlib.sha256(file.read()).hexdigest()


@cache
def reader_key(root: str | None = None) -> str:
    """A name for what reads, which changes with the package's version and with any part of it that reading depends on.

    The version alone would let a build from changed source take what an older one had read. To hash the extension takes
    as long as to look up two hundred reports: a cache at `root` notes it.
    """
    from ofsted import __version__, _core
    from ofsted.reading.core import pdfium_build

    digest = hashlib.sha256()
    if root is None:
        core = _hash_of(_core.__file__)
    else:
        builds = KnownFiles(root, "builds.json")
        core = builds.hashed(_core.__file__, _hash_of)
        builds.save()
    digest.update(core.encode(errors="replace"))
    for name in (*PYTHON, *data_names()):
        digest.update(hashlib.sha256(read_data(name)).digest())
    digest.update(_core.PCRE2_VERSION.encode() + pdfium_build())
    digest.update(" ".join(_installed("pypdfium2", "selectolax")).encode())
    return f"{__version__}-{digest.hexdigest()[:12]}"
