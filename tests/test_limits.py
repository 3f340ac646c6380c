"""Files that would take minutes or gigabytes: each is one row of errors(), and the others are read."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.model.readout import Readout
from ofsted.reading import many_files, processes
from ofsted.reading.cache import Cache
from ofsted.reading.processes import Pool
from tests.conftest import TEXT, minimal_pdf


def of_objects(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first its catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return data + head + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))


def stream(entries: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def of_content(content: bytes, more: list[bytes]) -> bytes:
    """A page with this content stream; `more` objects are numbered from 5."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
        b">> >>"
    )
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return of_objects([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, content, *more])


def nested_forms(levels: int = 20, each: int = 20, words: bytes = b"BT /F 12 Tf 72 700 Td (Report) Tj ET") -> bytes:
    """Forms that each draw the next one many times: a few kilobytes that take PDFium for ever."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
    more = [
        stream(form + b"/Resources << /XObject << /X %d 0 R >> >>" % (6 + n), b"/X Do " * each) for n in range(levels)
    ]
    return of_content(stream(b"", b"/X Do"), [*more, stream(form, words)])


def inflating(megabytes: int, times: int = 2) -> bytes:
    """A content stream of blanks, packed once or twice, that unpacks to so many megabytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    if times == 2:
        packed = zlib.compress(packed, 9)
    return of_content(stream(b"/Filter [%s]" % (b"/FlateDecode " * times), packed), [b"<< >>"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text(f"{TEXT.read_text(encoding='utf-8')}\n{name}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_takes_too_long_costs_itself(folder: Path, workers: int) -> None:
    slow = folder / "slow.pdf"
    slow.write_bytes(nested_forms())
    assert slow.stat().st_size < 8_000
    corpus = ofsted.read(folder, workers=workers, timeout=4)
    assert [Path(str(report.path)).name for report in corpus] == ["a.txt", "z.txt"]
    [row] = corpus.table("errors").rows()
    assert (row["path"], row["error"]) == (str(slow), "TimeLimitError")
    assert "longer than 4 s" in row["message"]


def test_the_status_of_a_worker_may_be_noted_late() -> None:
    """Two threads wait for it, of which only one is told; the other has to look again."""

    class Ended:
        pid, looked = 1, 0

        def join(self) -> None: ...

        @property
        def exitcode(self) -> int | None:
            self.looked += 1
            return None if self.looked < 3 else 1

    with Pool(1) as pool:
        pool._spawn.started = [Ended()]  # type: ignore[list-item]
        assert pool.status() == 1
        pool._spawn.started = []
        assert pool.status() is None


def test_a_pool_that_is_left_early_leaves_no_thread_behind() -> None:
    """One that still closes its pipes while the interpreter ends makes that print a traceback."""
    before = set(threading.enumerate())
    with contextlib.suppress(KeyboardInterrupt), Pool(1) as pool:
        pool.submit(time.sleep, 60)
        raise KeyboardInterrupt
    assert not set(threading.enumerate()) - before


def test_the_first_error_is_raised_where_that_is_asked_for(folder: Path) -> None:
    (folder / "slow.pdf").write_bytes(nested_forms())
    with pytest.raises(ofsted.TimeLimitError):
        ofsted.read(folder / "slow.pdf", timeout=3, on_error="raise")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="only Linux tells how large a process is")
def test_a_file_that_takes_too_much_memory_costs_itself(folder: Path) -> None:
    large = folder / "large.pdf"
    large.write_bytes(inflating(900))
    assert large.stat().st_size < 100_000
    corpus = ofsted.read(folder, workers=1, memory=300_000_000, reader="pdfium")
    assert len(corpus) == 2
    [row] = corpus.table("errors").rows()
    assert (row["path"], row["error"]) == (str(large), "MemoryLimitError")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (nested_forms(), "forms that are nested too deeply"),
        (nested_forms(6, 50, b"0 0 m 9 9 l S"), "more work than a report needs"),
        (inflating(200, times=1), "too large"),
        (inflating(200), "a stream with several filters"),
    ],
    ids=["nested", "busy", "inflating", "inflating twice"],
)
def test_the_own_reader_gives_such_files_up(data: bytes, why: str) -> None:
    """No time is asserted: drawn as often as it says, the second would take an hour."""
    with pytest.raises(ofsted.UnfamiliarFileError, match=why):
        ofsted.parse(data, reader="ofsted")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_that_is_drawn_for_ever_costs_itself(folder: Path, workers: int) -> None:
    (folder / "busy.pdf").write_bytes(nested_forms(6, 50, b"0 0 m 9 9 l S"))
    corpus = ofsted.read(folder, workers=workers, timeout=4)
    assert len(corpus) == 2
    assert corpus.table("errors").column("error") == ["TimeLimitError"]


READ_FILE = many_files.read_file


def read_or_be_killed(path: str, cache: Cache | None, **how: Any) -> Readout:
    """The worker is killed as often as the file beside it has letters."""
    kills = Path(path).with_suffix(".kills")
    if kills.exists() and (left := kills.read_text()):
        kills.write_text(left[1:])
        os.kill(os.getpid(), signal.SIGKILL)
    return READ_FILE(path, cache, **how)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_is_killed_from_outside_costs_no_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    """As the kernel does where memory ends. One that takes its worker down again and again is a row."""
    monkeypatch.setattr(many_files, "read_file", read_or_be_killed)
    (folder / "a.kills").write_text("x")
    (folder / "z.kills").write_text("xxxx")
    corpus = ofsted.read([folder / "a.txt", folder / "z.txt"], workers=workers, timeout=600)
    assert [Path(str(report.path)).name for report in corpus] == ["a.txt"]
    [row] = corpus.table("errors").rows()
    assert (Path(row["path"]).name, row["error"]) == ("z.txt", "WorkerDiedError")


def read_beside_one_that_dies(path: str, cache: Cache | None, **how: Any) -> Readout:
    """The other file's worker dies while a.txt is under way, before a.txt kills its own."""
    begun = Path(path).with_name("begun")
    if Path(path).name == "a.txt" and not begun.exists():
        begun.touch()
        time.sleep(20)
    while not begun.exists():
        time.sleep(0.01)
    return read_or_be_killed(path, cache, **how)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_the_death_of_another_files_worker_counts_for_no_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_files, "read_file", read_beside_one_that_dies)
    (folder / "a.kills").write_text("x")
    (folder / "z.kills").write_text("x")
    corpus = ofsted.read([folder / "a.txt", folder / "z.txt"], workers=2, timeout=600)
    assert len(corpus) == 2
    assert not list(corpus.table("errors").rows())


def no_process(*_: Any) -> None:
    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))


def test_without_files_for_a_process_all_is_read_in_this_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit of open files, of processes or of memory; a limit of time cannot be kept then, which is said."""
    (folder / "b.pdf").write_bytes(minimal_pdf(b"BT /F 12 Tf 72 700 Td (Inspection of Kent, as PDFium reads it) Tj ET"))
    monkeypatch.setattr(processes._Process, "start", no_process)
    with pytest.warns(RuntimeWarning, match="read in this one: 1 file. The system says: .*; or give workers=1"):
        corpus = ofsted.read(folder, workers=2)
    assert len(corpus) == 3
    with pytest.raises(RuntimeError, match=r"no limit of time and memory\. The system says"):
        ofsted.read(folder, workers=2, timeout=600)


def test_limits_change_nothing_for_others(folder: Path) -> None:
    bounded = ofsted.read(folder, workers=2, timeout=600)
    assert [report.to_dict() for report in bounded] == [report.to_dict() for report in ofsted.read(folder, workers=1)]


@pytest.mark.parametrize(("timeout", "memory"), [(0, None), (-1, None), (float("inf"), None), (None, 1_000)])
def test_limits_that_cannot_be_kept(folder: Path, timeout: float | None, memory: int | None) -> None:
    with pytest.raises(ValueError, match="must be"):
        ofsted.read(folder, timeout=timeout, memory=memory)


# ---- Ctrl-C ----

# Says when PDFium begins with a file, also in workers, which run this as well.
BEGINNING = """
import sys
import ofsted
from ofsted.reading import one_file
real = one_file.read_pdf
def read_pdf(*what):
    print("begun", flush=True)
    return real(*what)
one_file.read_pdf = read_pdf
"""
PARSE = """
try:
    ofsted.parse(sys.argv[1] + "/slow.pdf")
except KeyboardInterrupt:
    print("interrupted")
print(len(ofsted.parse(sys.argv[1] + "/z.txt").judgements) > 0)
"""
COMMAND = """
from ofsted.cli.run import main
sys.exit(main(["parse", "--json", sys.argv[1]]))
"""
READ = """
if __name__ == "__main__":
    workers, cache, timeout = map(eval, sys.argv[2:])
    def told(done, total):
        print("read", flush=True)
    try:
        ofsted.read(sys.argv[1], workers=workers, cache=cache, timeout=timeout, progress=told)
    except KeyboardInterrupt as interrupted:
        print(interrupted)
        print(len(interrupted.corpus), [row["error"] for row in interrupted.corpus.table("errors").rows()])
"""
THROUGH = """
import os
from concurrent.futures import ThreadPoolExecutor
def told(done, total):
    print("read", flush=True)
executor = ThreadPoolExecutor(2)
try:
    ofsted.read(sys.argv[1], executor=executor, progress=told)
except KeyboardInterrupt as interrupted:
    print(interrupted)
    print(len(interrupted.corpus), [row["error"] for row in interrupted.corpus.table("errors").rows()], flush=True)
os._exit(0)  # without waiting for the threads of the executor, which are its owner's
"""


def interrupted(script: Path, code: str, *arguments: str, after: tuple[str, ...] = ("begun",)) -> tuple[int, list[str]]:
    """Exit status and the rest of standard output of a script to which Ctrl-C comes when it has printed these lines."""
    script.write_text(BEGINNING + code, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-W", "error", str(script), *arguments],
        env={**os.environ, "PYTHONPATH": str(Path(ofsted.__file__).parents[1])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        try:
            awaited, others = list(after), []
            while awaited and (line := process.stdout.readline()):
                if line.strip() in awaited:
                    awaited.remove(line.strip())
                else:
                    others.append(line)
            assert not awaited, process.communicate()
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers as well
            rest, errors = process.communicate(timeout=300)  # far less than the file would take
        finally:
            process.kill()
    assert errors == ""
    return process.returncode, [*others, *rest.splitlines(keepends=True)]


needs_signals = pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT for one process alone")


@needs_signals
def test_ctrl_c_ends_a_parse_and_the_script_goes_on(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Also when PDFium is still busy at the script's end."""
    (folder / "slow.pdf").write_bytes(nested_forms())
    script = tmp_path_factory.mktemp("script") / "script.py"
    assert interrupted(script, PARSE, str(folder)) == (0, ["interrupted\n", "True\n"])


@needs_signals
def test_ctrl_c_ends_the_command_which_has_printed_what_it_read(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (folder / "slow.pdf").write_bytes(nested_forms())
    status, lines = interrupted(tmp_path_factory.mktemp("script") / "script.py", COMMAND, str(folder))
    assert status == 130
    assert [Path(json.loads(line)["source"]["path"]).name for line in lines] == ["a.txt"]


@needs_signals
@pytest.mark.parametrize("cached", [False, True])
@pytest.mark.parametrize(("workers", "timeout"), [("1", "None"), ("2", "None"), ("None", "None"), ("2", "600")])
def test_ctrl_c_ends_a_read_and_keeps_what_was_read(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, workers: str, timeout: str, cached: bool
) -> None:
    """One thread reads in order, z.txt after the slow file; several read what is larger first, which is both texts."""
    (folder / "slow.pdf").write_bytes(nested_forms(levels=15))
    kept = tmp_path_factory.mktemp("cache")
    script = tmp_path_factory.mktemp("script") / "script.py"
    read = 1 if workers == "1" else 2
    arguments = (str(folder), workers, repr(str(kept)) if cached else "None", timeout)
    status, lines = interrupted(script, READ, *arguments, after=("begun", *["read"] * read))
    assert status == 0
    message, found = lines
    assert message.startswith(f"interrupted when {read} of 3 files had been read")
    assert found == f"{read} {['ReadInterrupted'] * (3 - read)}\n"
    assert len(list(kept.rglob("*.report"))) == (read if cached else 0)


@needs_signals
def test_ctrl_c_ends_a_read_in_an_executor_that_was_given(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (folder / "slow.pdf").write_bytes(nested_forms(levels=15))
    script = tmp_path_factory.mktemp("script") / "script.py"
    status, lines = interrupted(script, THROUGH, str(folder), after=("begun", "read", "read"))
    assert status == 0
    assert lines[0].startswith("interrupted when 2 of 3 files had been read")
    assert lines[1] == "2 ['ReadInterrupted']\n"


def test_what_was_read_before_ctrl_c_is_in_the_exception(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\0")

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt, match="of 3 files") as caught:
        ofsted.read(folder, workers=1, progress=stop)
    assert isinstance(caught.value, ofsted.ReadInterrupted)
    partial = caught.value.corpus
    assert [Path(str(report.path)).name for report in partial][:1] == ["a.txt"]
    errors = {Path(row["path"]).name: row["error"] for row in partial.table("errors").rows()}
    assert errors["b.txt"] == "NotAReportError"
    assert errors.get("z.txt", "ReadInterrupted") == "ReadInterrupted"  # its thread may have been faster
