"""What a cache notes of its reports: frames are the same with and without it, whatever has happened to the file."""

from __future__ import annotations

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


def _place(table: int, column: str, place: object) -> Callable[[bytes], bytes]:
    return _table(lambda noted: noted[table][column][1].__setitem__(0, place))


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda content: content[:-9],
    "empty": lambda content: b"",
    "a byte": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    "a number": _table(lambda noted: noted.__setitem__(1, 7)),
    "another layout": _table(lambda noted: noted.__setitem__(0, 99)),
    "a table less": _table(lambda noted: noted.pop()),
    "a column less": _table(lambda noted: noted[2].pop("grade")),
    "a row less": _table(lambda noted: noted[2]["grade"][1].pop()),
    "a judgement more": _table(lambda noted: noted[1]["judgements"][0].__setitem__(0, 99)),
    "a negative size": _say(1, "judgements", -1),
    "a report twice": _table(lambda noted: noted[1]["sha256"][1].__setitem__(0, 1)),
    "a grade that there is not": _say(2, "grade", "great"),
    "a framework that there is not": _say(1, "framework", "other"),
    "a day that there is not": _say(1, "end", "2024-02-31"),
    "a page in words": _say(2, "page", "one"),
    "a list for a text": _say(2, "label", []),
    "a value beyond the last": _place(2, "grade", 99),
    "a value before the first": _place(2, "grade", -1),
    "a value at true": _place(2, "grade", True),
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
