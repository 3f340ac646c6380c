"""The cache: what comes back is what was read, whatever has happened to the folder; nothing in it is run."""

from __future__ import annotations

import errno
import json
import os
import pickle
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted import _core
from ofsted.model.readout import Readout
from ofsted.model.shape import is_report
from ofsted.reading import cache as caching
from ofsted.reading import core, one_file
from ofsted.reading.cache import Cache, pack, unpack
from tests.conftest import BROKEN, EXAMPLES, PDF, SAMPLES, TEXT


def entries(folder: Path) -> list[Path]:
    notes = ("files.json", "facts.json", "builds.json")
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in notes)


@pytest.fixture
def no_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is parsed is an error."""

    def refuse(data: bytes, path: str | None, *how: Any) -> Readout:
        raise AssertionError(f"{path} was parsed")

    monkeypatch.setattr(one_file, "read_content_of", refuse)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_packing_loses_nothing(path: Path) -> None:
    readout = one_file.read_source(path)
    report = ofsted.Report(readout)
    unpacked = unpack(pack(readout), str(path))
    back = ofsted.Report(unpacked)
    assert back == report
    assert back.to_dict() == report.to_dict()
    assert back.text == report.text
    assert back.id == report.id
    assert back.judgements == report.judgements
    assert pickle.loads(pickle.dumps(back)) == report
    assert pack(unpacked) == pack(readout)
    for item in [*back.judgements, *back.paragraphs, *back.recommendations]:
        assert item.evidence == back.text[item.span[0] : item.span[1]]


@pytest.mark.parametrize("text", ["A \ud800 lone surrogate", "Nul \0 and \x0c form feed", "𝔘nicode ✓"])
def test_any_text_comes_back(text: str) -> None:
    assert unpack(pack(one_file.read_text(text)), None).core.text == text


def test_trees_handed_out_are_their_own() -> None:
    report = ofsted.Report(unpack(pack(one_file.read_source(PDF)), str(PDF)))
    report.to_dict()["judgements"].clear()
    report.to_dict()["source"]["path"] = "elsewhere"
    assert report.judgements
    assert report.path == str(PDF)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_second_read_parses_nothing(tmp_path: Path, workers: int, no_parsing: None) -> None:
    with pytest.MonkeyPatch.context() as undo:
        undo.undo()
        first = _read_for_real(EXAMPLES, tmp_path, workers)
    again = ofsted.read(EXAMPLES, cache=tmp_path, workers=1)
    good = {r.path for r in first}
    assert {r.path for r in again} == good
    assert [r.to_dict() for r in again] == [r.to_dict() for r in first]
    assert [r.text for r in again] == [r.text for r in first]


def _read_for_real(folder: Path, cache: Path, workers: int) -> ofsted.Corpus:
    """In a process of its own, where nothing is patched."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as processes:
        return ofsted.read(folder, cache=cache, executor=processes)


def test_bad_files_are_not_kept(tmp_path: Path) -> None:
    for _ in range(2):
        assert len(ofsted.read(BROKEN, cache=tmp_path).table("errors")) == 5
    assert entries(tmp_path) == []


def test_the_path_is_that_of_the_file_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = tmp_path / "moved.pdf"
    moved.write_bytes(PDF.read_bytes())
    ofsted.read(PDF, cache=tmp_path / "cache")
    [report] = ofsted.read(moved, cache=tmp_path / "cache")
    assert report.path == report.source.path == str(moved)
    assert len(entries(tmp_path / "cache")) == 1


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Inspection of Norfolk")
    ofsted.read(path, cache=tmp_path / "cache")
    path.write_text("Inspection of Suffolk")
    [report] = ofsted.read(path, cache=tmp_path / "cache")
    assert report.text == "Inspection of Suffolk"


def test_another_version_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ofsted.read(TEXT, cache=tmp_path)
    caching.reader_key.cache_clear()
    monkeypatch.setattr(ofsted, "__version__", "99.0")
    try:
        ofsted.read(TEXT, cache=tmp_path)
    finally:
        caching.reader_key.cache_clear()
    assert len(entries(tmp_path)) == 2
    assert len({entry.parent.parent for entry in entries(tmp_path)}) == 2


def _cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-100])


def _empty(entry: Path) -> None:
    entry.write_bytes(b"")


def _flip(entry: Path) -> None:
    data = bytearray(entry.read_bytes())
    data[len(data) // 2] ^= 1
    entry.write_bytes(data)


def _lengthen(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes() + b"\0" * 64)


def _pickle(entry: Path) -> None:
    entry.write_bytes(pickle.dumps({"a": 1}))


def _swap(entry: Path) -> None:
    entry.write_bytes(pack(one_file.read_text("Another report")))


@pytest.mark.parametrize("damage", [_cut, _empty, _flip, _lengthen, _pickle, _swap])
def test_a_damaged_entry_is_read_anew_and_mended(tmp_path: Path, damage: object) -> None:
    [wanted] = ofsted.read(PDF, cache=tmp_path)
    [entry] = entries(tmp_path)
    good = entry.read_bytes()
    assert callable(damage)
    damage(entry)
    [report] = ofsted.read(PDF, cache=tmp_path)
    assert report == wanted
    assert entry.read_bytes() == good


def test_every_damaged_byte_of_the_header_is_noticed() -> None:
    packed = pack(one_file.read_text("Inspection of Norfolk"))
    for place in range(32):
        damaged = bytearray(packed)
        damaged[place] ^= 0xFF
        with pytest.raises(ValueError, match=r"cut short|not a packed|damaged"):
            unpack(bytes(damaged), None)
    for length in range(len(packed)):
        with pytest.raises(ValueError, match=r"cut short|not a packed"):
            unpack(packed[:length], None)


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("this is no folder")
    with pytest.warns(RuntimeWarning, match="Nothing could be written") as told:
        assert len(ofsted.read([PDF, TEXT], cache=blocked)) == 2
    assert [warning.filename for warning in told] == [__file__]


def test_an_interrupted_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(made: str, entry: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Cache(tmp_path).store("ab" * 32, b"data")
    assert entries(tmp_path) == []


def test_nothing_is_parsed_twice_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files of one content, and a cache: the second comes from the first."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Inspection of Norfolk")
    parsed = []
    real = one_file.read_content_of

    def counted(data: bytes, path: str | None, *how: Any) -> Readout:
        parsed.append(path)
        return real(data, path, *how)

    monkeypatch.setattr(one_file, "read_content_of", counted)
    corpus = ofsted.read(tmp_path, cache=tmp_path / "cache", workers=1)
    assert len(corpus) == 1
    assert len(parsed) == 1


# ---- entries of a sound checksum that hold something else ----


def _entry(source: Any, tree: Any, sha256: str) -> bytes:
    """Packed bytes with sound checksums, whatever they hold."""
    head = tree
    if isinstance(tree, dict):
        counts = {"paragraphs": 0, "recommendations": 0}
        head = {key: part for key, part in tree.items() if key not in _core.BULKY} | {"counts": counts}
    bulky = [tree.get(key) if isinstance(tree, dict) else None for key in _core.BULKY]
    parts = [json.dumps(part).encode() for part in (source, head, *bulky)] + [b"text"]
    numbers = [number for part in parts for number in (len(part), zlib.crc32(part))]
    table = struct.pack("<32s" + "QI" * len(parts), bytes.fromhex(sha256), *numbers)
    return struct.pack("<8sI", b"ofsted\x002", zlib.crc32(table)) + table + b"".join(parts)


def _other_shapes() -> dict[str, Callable[[dict[str, Any], dict[str, Any]], tuple[object, object]]]:
    deep: list[Any] = []
    for _ in range(600):
        deep = [deep]
    return {
        "source is a list": lambda source, tree: ([], tree),
        "source lacks the hash": lambda source, tree: ({"path": None}, tree),
        "tree is a list": lambda source, tree: (source, []),
        "tree is empty": lambda source, tree: (source, {}),
        "a key is missing": lambda source, tree: (source, {k: v for k, v in tree.items() if k != "judgements"}),
        "judgements are a number": lambda source, tree: (source, tree | {"judgements": 1}),
        "a judgement is a number": lambda source, tree: (source, tree | {"judgements": [1]}),
        "a framework that there is not": lambda source, tree: (source, tree | {"framework": "other"}),
        "a day that there is not": lambda source, tree: (source, tree | {"published": "2024-02-31"}),
        "deeply nested": lambda source, tree: (source, tree | {"sections": deep}),
        "sections of nothing": lambda source, tree: (source, tree | {"sections": [{}]}),
        "a finding is a number": lambda source, tree: (source, tree | {"findings": 1}),
    }


@pytest.mark.parametrize("name", _other_shapes())
def test_an_entry_of_another_shape_is_read_anew(tmp_path: Path, name: str) -> None:
    [wanted] = ofsted.read(PDF, cache=tmp_path)
    [entry] = entries(tmp_path)
    good = entry.read_bytes()
    tree = wanted.to_dict()
    source = tree.pop("source")
    entry.write_bytes(_entry(*_other_shapes()[name](source, tree), wanted.source.sha256))
    corpus = ofsted.read(PDF, cache=tmp_path)
    assert [report.to_dict() for report in corpus] == [wanted.to_dict()]
    assert entry.read_bytes() == good


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_what_is_read_has_the_shape_of_an_entry(path: Path) -> None:
    assert is_report(ofsted.parse(path).to_dict())


@pytest.mark.parametrize("what", ["PCRE2", "PDFium"])
def test_another_library_reads_anew(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    before = caching.reader_key()
    caching.reader_key.cache_clear()
    if what == "PCRE2":
        monkeypatch.setattr(_core, "PCRE2_VERSION", "99.0 2099-01-01")
    else:
        monkeypatch.setattr(core, "pdfium_build", lambda: b"another build")
    try:
        assert caching.reader_key() != before
    finally:
        caching.reader_key.cache_clear()


@pytest.mark.parametrize("damage", [None, lambda content: content[:-9], lambda content: b""])
def test_a_noted_build_has_the_key_that_it_has_without_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes] | None
) -> None:
    now = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: now)
    for _ in range(2):
        caching.reader_key.cache_clear()
        assert caching.reader_key(str(tmp_path)) == caching.reader_key()
        if damage and os.name == "posix":
            notes = tmp_path / "builds.json"
            notes.write_bytes(damage(notes.read_bytes()))


@pytest.mark.skipif(os.name != "posix", reason="this system has no time of the last change of a file")
def test_another_build_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    core_file = tmp_path / "core.so"
    core_file.write_bytes(b"a build")
    monkeypatch.setattr(_core, "__file__", str(core_file))
    now = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: now)
    keys = set()
    for content in (b"a build", b"b build"):
        time.sleep(0.02)  # beyond a tick of the clock that the system stamps files with
        core_file.write_bytes(content)
        for _ in range(2):
            caching.reader_key.cache_clear()
            keys.add(caching.reader_key(str(tmp_path)))
    caching.reader_key.cache_clear()
    assert len(keys) == 2


READS_ALL = """
import sys
import ofsted
ofsted.parse(sys.argv[1])
ofsted.parse(sys.argv[2])
print(*sorted(name for name in sys.modules if name.startswith("ofsted.sources.")))
"""


def test_the_key_holds_every_module_that_takes_a_file_apart() -> None:
    command = [sys.executable, "-c", READS_ALL, str(PDF), str(EXAMPLES / "ilacs-2025.html")]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    names = {f"{name.removeprefix('ofsted.').replace('.', '/')}.py" for name in loaded}
    finding = {"sources/files.py", "sources/manifest.py"}  # which files there are, not what is in them
    assert {"sources/html.py", "sources/mime.py", "sources/printed.py"} <= names - finding <= set(caching.PYTHON)


@pytest.mark.parametrize("where", ["makedirs", "replace"])
def test_a_full_disk_costs_the_cache_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, where, full)
    with pytest.warns(RuntimeWarning, match="Nothing could be written"):
        corpus = ofsted.read(PDF, cache=tmp_path)
    assert len(corpus) == 1
    assert len(corpus.table("errors")) == 0
    assert entries(tmp_path) == []


# ---- parts ----


def _part_of(packed: bytes | bytearray, name: str) -> tuple[int, int]:
    """Where a part of packed bytes begins and ends."""
    names = ("source", "head", *_core.BULKY, "text")
    sizes = struct.unpack_from("<32s" + "QI" * len(names), packed, 12)[1::2]
    start = 12 + 32 + 12 * len(names) + sum(sizes[: names.index(name)])
    return start, start + sizes[names.index(name)]


@pytest.mark.parametrize("part", ["source", "head", *_core.BULKY, "text"])
def test_damage_of_any_part_is_found_and_mended(tmp_path: Path, part: str) -> None:
    [wanted] = ofsted.read(PDF, cache=tmp_path)
    [entry] = entries(tmp_path)
    good = entry.read_bytes()
    damaged = bytearray(good)
    damaged[_part_of(good, part)[0]] ^= 1
    entry.write_bytes(damaged)
    [report] = ofsted.read(PDF, cache=tmp_path)
    assert (report.text, report.to_dict()) == (wanted.text, wanted.to_dict())
    assert entry.read_bytes() == good


def test_judgements_need_no_more_than_the_first_parts(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    ofsted.read(PDF, cache=tmp_path)
    wanted = ofsted.parse(PDF)
    request.getfixturevalue("no_parsing")
    [entry] = entries(tmp_path)
    packed = bytearray(entry.read_bytes())
    packed[_part_of(packed, "head")[1] :] = bytes(len(packed) - _part_of(packed, "head")[1])
    entry.write_bytes(packed)
    corpus = ofsted.read(PDF, cache=tmp_path)
    assert corpus.table("judgements").column("grade") == [str(j["grade"]) for j in wanted.to_dict()["judgements"]]
    assert corpus.table("reports").column("paragraphs") == [len(wanted.paragraphs)]
    assert corpus[0].judgements == wanted.judgements
    with pytest.raises(AssertionError, match="was parsed"):
        assert corpus[0].paragraphs


def test_a_cache_that_is_deleted_after_reading_is_made_anew(tmp_path: Path) -> None:
    [wanted] = ofsted.read(PDF, cache=tmp_path)
    [report] = ofsted.read(PDF, cache=tmp_path)
    [entry] = entries(tmp_path)
    entry.unlink()
    assert report == wanted
    assert report.paragraphs == wanted.paragraphs
    assert entries(tmp_path) == [entry]


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_text("Another report")])
def test_without_entry_and_file_an_error_says_so(tmp_path: Path, change: Callable[[Path], object]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Inspection of Norfolk\n\n1. A paragraph.\n")
    ofsted.read(path, cache=tmp_path / "cache")
    [report] = ofsted.read(path, cache=tmp_path / "cache")
    [entry] = entries(tmp_path / "cache")
    entry.unlink()
    change(path)
    with pytest.raises(ofsted.OfstedError, match=r"a\.txt: what was read from it is no longer in the cache"):
        report.to_dict()


def test_the_parts_are_those_of_the_report() -> None:
    core = one_file.read_source(PDF).core
    tree = core.to_dict({})
    assert set(_core.BULKY) < set(_core.KEYS)
    assert list(tree) == [*_core.KEYS, "source"]
    head = core.head()
    assert head.pop("counts")["paragraphs"] == len(ofsted.parse(PDF).paragraphs)
    assert {**head, **{key: core.entry(key) for key in _core.BULKY}, "source": {}} == tree
    with pytest.raises(KeyError):
        core.entry("other")
