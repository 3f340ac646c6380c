"""What a cache notes of files: an unchanged one is not read to be hashed again, and a changed one always is."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import ofsted
from ofsted.reading import cache as cache_module
from ofsted.reading import many_files
from ofsted.reading.known_files import KnownFiles
from ofsted.sources import files

pytestmark = pytest.mark.skipif(os.name != "posix", reason="this system has no time of the last change of a file")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that was written a minute ago, as the clock goes here."""
    now = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: now)
    path = tmp_path / "a.txt"
    path.write_text("Inspection of Norfolk")
    return path


def hashed(folder: Path, path: Path) -> tuple[str, list[str]]:
    """The hash of a file, and which files were read for it."""
    seen: list[str] = []

    def read(name: str) -> str:
        seen.append(name)
        return Path(name).read_bytes().hex()

    known = KnownFiles(str(folder))
    found = known.hashed(str(path), read)
    known.save()
    return found, seen


def test_an_unchanged_file_is_hashed_once(tmp_path: Path, path: Path) -> None:
    first, seen = hashed(tmp_path, path)
    assert seen == [str(path)]
    assert hashed(tmp_path, path) == (first, [])


def _write(path: Path) -> None:
    path.write_text("Inspection of Suffolk")  # as long as before


def _write_back(path: Path) -> None:
    """With the times that it had."""
    times = path.stat()
    path.write_text("Inspection of Suffolk")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _replace(path: Path) -> None:
    times = path.stat()
    other = path.with_name("b.txt")
    other.write_text("Inspection of Suffolk")
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize("change", [_write, _write_back, _replace])
def test_a_changed_file_is_hashed_again(tmp_path: Path, path: Path, change: Callable[[Path], None]) -> None:
    hashed(tmp_path, path)
    time.sleep(0.02)  # beyond a tick of the clock that the system stamps files with
    change(path)
    found, seen = hashed(tmp_path, path)
    assert seen == [str(path)]
    assert bytes.fromhex(found) == b"Inspection of Suffolk"


def test_a_file_that_has_just_changed_is_not_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Inspection of Norfolk")
    assert hashed(tmp_path, path)[1] == hashed(tmp_path, path)[1] == [str(path)]
    assert not (tmp_path / "files.json").exists()


@pytest.mark.parametrize("damage", [lambda b: b[:-9], lambda b: b"", lambda b: b[:30] + b"9" + b[31:], lambda b: b * 2])
def test_damaged_notes_are_left_aside(tmp_path: Path, path: Path, damage: Callable[[bytes], bytes]) -> None:
    first, _ = hashed(tmp_path, path)
    notes = tmp_path / "files.json"
    notes.write_bytes(damage(notes.read_bytes()))
    assert hashed(tmp_path, path) == (first, [str(path)])
    assert hashed(tmp_path, path) == (first, [])


def test_files_are_not_opened_that_a_cache_knows(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    for _ in range(2):  # the second time notes what the first has read
        first = ofsted.read(path, cache=cache)
    with monkeypatch.context() as then:
        then.setattr(cache_module, "read_bytes", lambda _: pytest.fail("it was opened"))
        then.setattr(files, "read_bytes", lambda _: pytest.fail("it was opened"))
        [report] = ofsted.read(path, cache=cache)
        assert report.to_dict() == first[0].to_dict()
    path.unlink()
    path.write_text("Inspection of Suffolk")
    assert ofsted.read(path, cache=cache)[0].text == "Inspection of Suffolk"


def test_a_file_that_may_no_longer_be_read_is_an_error(tmp_path: Path, path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("this system has no file that root may not read")
    cache = tmp_path / "cache"
    for _ in range(2):
        ofsted.read(path, cache=cache)
    time.sleep(0.02)
    path.chmod(0)
    assert ofsted.read(path, cache=cache).table("errors").column("error") == ["PermissionError"]


def test_of_many_reports_no_more_is_kept_than_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"Inspection of Norfolk\n\n{n}. A paragraph.\n")
    wanted = [report.to_dict() for report in ofsted.read(tmp_path)]
    monkeypatch.setattr(many_files, "MANY", 2)
    corpus = ofsted.read(tmp_path)
    assert [type(report.readout.core).__name__ for report in corpus] == ["PackedReport"] * 3
    assert [report.to_dict() for report in corpus] == wanted


def test_a_file_that_the_cache_does_not_know_is_hashed_once(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ofsted.read(path, cache=tmp_path / "cache")  # there is a cache, and it knows another file
    other = tmp_path / "b.txt"
    other.write_text("Inspection of Suffolk")
    hashed: list[bytes] = []
    real = hashlib.sha256

    def counted(content: bytes = b"") -> object:
        hashed.append(bytes(content))
        return real(content)

    monkeypatch.setattr(hashlib, "sha256", counted)
    [report] = ofsted.read(other, cache=tmp_path / "cache", workers=1)
    assert hashed.count(other.read_bytes()) == 1
    assert report.source.sha256 == real(other.read_bytes()).hexdigest()


def test_a_file_that_changes_before_it_is_read_has_its_own_hash(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ofsted.read(path, cache=tmp_path / "cache")
    other = tmp_path / "b.txt"
    other.write_text("Inspection of Suffolk")
    real = cache_module.Cache.load

    def changed(self: cache_module.Cache, *how: object) -> object:
        other.write_text("Inspection of Cumbria")  # as long as before
        return real(self, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(cache_module.Cache, "load", changed)
    [report] = ofsted.read(other, cache=tmp_path / "cache", workers=1)
    assert report.text == "Inspection of Cumbria"
    assert report.source.sha256 == hashlib.sha256(other.read_bytes()).hexdigest()
