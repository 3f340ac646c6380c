"""What a cache notes of its reports: frames are the same with and without it, whatever has happened to the file."""

from __future__ import annotations

import base64
import json
import os
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.reading import known_facts
from tests.conftest import EXAMPLES, PDF

pytestmark = pytest.mark.skipif(os.name != "posix", reason="this system has no time of the last change of a file")

FRAMES = ("reports", "judgements", "issues")


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are old enough for a cache to note them."""
    now = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: now)


def read(folder: Path, **how: Any) -> ofsted.Corpus:
    """In this process, from files that the cache has noted."""
    ofsted.read(EXAMPLES, cache=folder, workers=1)
    ofsted.read(EXAMPLES, cache=folder, workers=1)
    return ofsted.read(EXAMPLES, cache=folder, workers=1, **how)


def values(corpus: ofsted.Corpus) -> list[Any]:
    return [corpus.table(name).values for name in FRAMES]


def test_frames_of_known_reports_need_no_entry(tmp_path: Path) -> None:
    wanted = ofsted.read(EXAMPLES, workers=1)
    read(tmp_path)
    for entry in tmp_path.rglob("*.report"):
        entry.unlink()
    corpus = ofsted.read(EXAMPLES, cache=tmp_path, workers=1)
    assert values(corpus) == values(wanted)
    assert not list(tmp_path.rglob("*.report"))
    assert [report.to_json() for report in corpus] == [report.to_json() for report in wanted]
    assert len(list(tmp_path.rglob("*.report"))) == len(wanted)


@pytest.mark.parametrize("day", ["2001-01-01", "2035-01-01"])
def test_days_that_are_given_raise_the_same_doubts(tmp_path: Path, day: str) -> None:
    """Before the inspection, far from the printed day, and in a report that prints none."""
    given = {report.id: day for report in ofsted.read(EXAMPLES, workers=1)}
    wanted = ofsted.read(EXAMPLES, workers=1, published=given)
    assert {"before_visit", "published_differs"} & set(wanted.table("issues").column("code"))
    assert values(read(tmp_path, published=given)) == values(wanted)


def test_the_day_of_a_doubtless_report_is_the_given_one(tmp_path: Path) -> None:
    printed = {report.id: str(report.published) for report in ofsted.read(EXAMPLES, workers=1) if report.published}
    wanted = ofsted.read(EXAMPLES, workers=1, published=printed)
    assert values(read(tmp_path, published=printed)) == values(wanted)
    assert "table" in wanted.table("reports").column("published_from")


def test_known_reports_stand_among_new_ones_in_any_order(tmp_path: Path) -> None:
    files = sorted(str(path) for path in EXAMPLES.glob("*.*") if path.suffix in (".pdf", ".txt", ".html"))
    for _ in range(3):
        ofsted.read(files[::2], cache=tmp_path, workers=1)
    order = files[3:] + files[2::-1]
    assert values(ofsted.read(order, cache=tmp_path, workers=1)) == values(ofsted.read(order, workers=1))


def test_other_columns_are_as_wide_as_they_must_be(tmp_path: Path) -> None:
    """More different values than a byte counts."""
    for n in range(300):
        (tmp_path / f"{n}.txt").write_text(f"Inspection of Norfolk {n}\n\n1. A paragraph.\n")
    wanted = values(ofsted.read(tmp_path, workers=1))
    for _ in range(2):
        ofsted.read(tmp_path, cache=tmp_path / "cache", workers=1)
    corpus = ofsted.read(tmp_path, cache=tmp_path / "cache", workers=1)
    assert all(report.readout.facts for report in corpus)
    assert values(corpus) == wanted


def _table(change: Callable[[list[Any]], object]) -> Callable[[bytes], bytes]:
    """The file with something else in it, its checksum sound."""

    def changed(content: bytes) -> bytes:
        noted = json.loads(content[8:])
        change(noted)
        body = json.dumps(noted).encode()
        return b"%08x%b" % (zlib.crc32(body), body)

    return changed


def _say(table: int, column: str, value: object) -> Callable[[bytes], bytes]:
    return _table(lambda noted: noted[table][column][0].__setitem__(0, value))


def _places(table: int, column: str, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def changed(noted: list[Any]) -> None:
        column_noted = noted[table][column]
        column_noted[1] = base64.b64encode(change(base64.b64decode(column_noted[1]))).decode()

    return _table(changed)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda content: content[:-9],
    "empty": lambda content: b"",
    "a byte": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    "a number": _table(lambda noted: noted.__setitem__(1, 7)),
    "another layout": _table(lambda noted: noted.__setitem__(0, 99)),
    "a table less": _table(lambda noted: noted.pop()),
    "a column less": _table(lambda noted: noted[2].pop("grade")),
    "a row less": _places(2, "grade", lambda places: places[:-1]),
    "a judgement more": _table(lambda noted: noted[1]["judgements"][0].__setitem__(0, 99)),
    "a negative size": _say(1, "judgements", -1),
    "a report twice": _places(1, "sha256", lambda places: b"\1" + places[1:]),
    "a grade that there is not": _say(2, "grade", "great"),
    "a framework that there is not": _say(1, "framework", "other"),
    "a day that there is not": _say(1, "end", "2024-02-31"),
    "a page in words": _say(2, "page", "one"),
    "a list for a text": _say(2, "label", []),
    "a value beyond the last": _places(2, "grade", lambda places: b"\x63" + places[1:]),
    "a number for places": _table(lambda noted: noted[2]["grade"].__setitem__(1, 7)),
    "places in no code": _table(lambda noted: noted[2]["grade"].__setitem__(1, "\u00e9")),
    "more values than are counted": _table(lambda noted: noted[2]["label"][0].__iadd__(map(str, range(300)))),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_changes_nothing_and_is_mended(tmp_path: Path, name: str) -> None:
    wanted = values(read(tmp_path))
    [file] = tmp_path.rglob("facts.json")
    good = file.read_bytes()
    file.write_bytes(DAMAGE[name](good))
    assert file.read_bytes() != good
    assert values(ofsted.read(EXAMPLES, cache=tmp_path, workers=1)) == wanted
    assert sorted(json.loads(file.read_bytes()[8:])[1]["sha256"][0]) == sorted(json.loads(good[8:])[1]["sha256"][0])


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: data + b"\0", lambda data: b"", None])
def test_a_damaged_entry_of_a_known_report_is_mended(tmp_path: Path, damage: Callable[[bytes], bytes] | None) -> None:
    wanted = ofsted.parse(PDF)
    for _ in range(2):
        ofsted.read(PDF, cache=tmp_path)
    [report] = ofsted.read(PDF, cache=tmp_path)
    [entry] = tmp_path.rglob("*.report")
    good = entry.read_bytes()
    if damage is None:
        entry.unlink()
    else:
        entry.write_bytes(damage(good))
    assert report.to_dict() == wanted.to_dict()
    assert entry.read_bytes() == good


def test_for_few_reports_of_many_the_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = values(read(tmp_path))
    [file] = tmp_path.rglob("facts.json")
    file.write_bytes(b"damaged")
    monkeypatch.setattr(known_facts, "_WORTH", 0)
    assert values(ofsted.read(EXAMPLES, cache=tmp_path, workers=1)) == wanted
    assert file.read_bytes() == b"damaged"


def test_a_full_disk_costs_the_notes_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ofsted.reading.known_files.write_whole", full)
    assert values(read(tmp_path)) == values(ofsted.read(EXAMPLES, workers=1))
    assert not list(tmp_path.rglob("facts.json"))
