"""Reading many files: what a call means, in how many processes, what becomes of bad files; the corpus as a sequence."""

from __future__ import annotations

import errno
import os
import pickle
import shutil
import signal
import subprocess
import sys
import textwrap
import time
import weakref
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.model.readout import Readout
from ofsted.reading import many_files, processes
from ofsted.reading.cache import Cache
from ofsted.reading.progress import Progress
from tests import invented, word_pdf
from tests.conftest import BROKEN, EXAMPLES, PDF, SAMPLES, TEXT, minimal_pdf

ILACS = sorted(EXAMPLES.glob("ilacs-*.pdf"))


def paths(corpus: ofsted.Corpus) -> list[str | None]:
    return [report.path for report in corpus]


def failed(corpus: ofsted.Corpus) -> dict[str, str]:
    table = corpus.table("errors")
    return dict(zip(table.column("path"), table.column("error"), strict=True))


@pytest.fixture(scope="module")
def corpus() -> ofsted.Corpus:
    """Every sample, and the broken files."""
    return ofsted.read(EXAMPLES, workers=1)


# ---- what a call means ----


def test_a_folder_stands_for_what_is_below_it(corpus: ofsted.Corpus) -> None:
    pytest.importorskip("selectolax")
    assert set(map(str, SAMPLES)) <= set(paths(corpus))
    assert paths(corpus) == sorted(map(str, paths(corpus)))
    assert {Path(path).name: error for path, error in failed(corpus).items()} == {
        "cut.pdf": "DamagedFileError",
        "empty.pdf": "NotAReportError",
        "encrypted.pdf": "EncryptedFileError",
        "error-page.pdf": "NotAReportError",
        "scan.pdf": "NoTextError",
    }


def test_hidden_files_and_other_kinds_are_left_out(tmp_path: Path) -> None:
    for name in ("a.txt", ".hidden.txt", "._a.pdf", "notes.docx", ".git/b.txt", "Upper.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Inspection of {name}")
    assert [Path(str(p)).name for p in paths(ofsted.read(tmp_path))] == ["Upper.TXT", "a.txt"]


def test_globs_lists_and_single_files_in_the_order_given() -> None:
    assert paths(ofsted.read(str(EXAMPLES / "ilacs-*.pdf"))) == list(map(str, ILACS))
    assert paths(ofsted.read(PDF)) == [str(PDF)]
    given: list[str | Path] = [TEXT, str(EXAMPLES / "ilacs-2019.*"), PDF, TEXT]
    assert paths(ofsted.read(given)) == [
        str(TEXT),
        str(EXAMPLES / "ilacs-2019.pdf"),
        str(EXAMPLES / "ilacs-2019.txt"),
        str(PDF),
    ]


def test_a_path_that_is_missing(tmp_path: Path) -> None:
    for missing in (tmp_path / "nowhere", str(tmp_path / "*.pdf")):
        with pytest.raises(FileNotFoundError):
            ofsted.read(missing)
    corpus = ofsted.read([PDF, tmp_path / "nowhere.pdf"])
    assert paths(corpus) == [str(PDF)]
    assert failed(corpus) == {str(tmp_path / "nowhere.pdf"): "FileNotFoundError"}


def test_nothing_found_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_text("not a report")
    for paths in (tmp_path, [tmp_path], [tmp_path, PDF]):
        with pytest.warns(
            UserWarning, match=r"no \.pdf, \.txt, \.html, \.htm, \.mhtml or \.mht file in .*" + tmp_path.name
        ) as said:
            assert len(ofsted.read(paths)) == (1 if PDF in (paths if isinstance(paths, list) else []) else 0)
        assert said[0].filename == __file__
    with pytest.warns(UserWarning, match="no path was given"):
        ofsted.read([])


def link(path: Path, target: Path | str) -> None:
    try:
        path.symlink_to(target)
    except (OSError, NotImplementedError):
        pytest.skip("this system has no links")


def test_links_are_followed_and_every_folder_counts_once(tmp_path: Path) -> None:
    top, far = tmp_path / "top", tmp_path / "far"
    for folder, name in ((top / "z", "own"), (far, "far"), (far / "deep", "deep")):
        folder.mkdir(parents=True)
        (folder / f"{name}.txt").write_text(f"Inspection of {name}")
    link(top / "a", top / "z")  # found by its own path
    link(top / "b", far)
    link(top / "c", far / "deep")  # the folder above leads there, too
    link(far / "deep" / "up", top)  # round and round
    link(top / "self", "self")
    link(top / "gone", tmp_path / "gone")
    (top / "gone.txt").symlink_to(tmp_path / "gone.txt")
    corpus = ofsted.read(top)
    assert [str(path) for path in paths(corpus)] == [
        str(top / "b" / "deep" / "deep.txt"),
        str(top / "b" / "far.txt"),
        str(top / "z" / "own.txt"),
    ]
    assert failed(corpus) == {
        str(top / "gone"): "FileNotFoundError",
        str(top / "gone.txt"): "FileNotFoundError",
        str(top / "self"): "FileNotFoundError",
    }


def test_a_folder_that_may_not_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.txt").write_text(f"Inspection of {folder}")
    real = os.scandir

    def scandir(path: Any) -> Any:  # whoever runs this may read everything
        if Path(path).name == "a":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    corpus = ofsted.read(tmp_path)
    assert paths(corpus) == [str(tmp_path / "b" / "b.txt")]
    row = {"path": str(tmp_path / "a"), "error": "PermissionError", "message": "this folder may not be read"}
    assert list(corpus.table("errors").rows()) == [row]
    with pytest.raises(PermissionError):
        ofsted.read(tmp_path, on_error="raise")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_folder_is_an_error_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "report.pdf")
    os.mkfifo(tmp_path / "other")
    (tmp_path / "own.txt").write_text("Inspection of Norfolk")
    for where in (tmp_path, str(tmp_path / "*.*"), [tmp_path / "report.pdf", tmp_path / "own.txt"]):
        corpus = ofsted.read(where)
        assert len(corpus) == 1
        assert failed(corpus) == {str(tmp_path / "report.pdf"): "NotAReportError"}


@pytest.mark.parametrize(
    "options", [{"workers": 0}, {"on_error": "ignore"}, {"workers": 2, "executor": ThreadPoolExecutor(1)}]
)
def test_options_out_of_range(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"workers|on_error"):
        ofsted.read(PDF, **options)
    with pytest.raises(TypeError):
        ofsted.read(b"%PDF")  # type: ignore[arg-type]


def test_urls_by_fsspec() -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe("/reports/a/one.pdf", PDF.read_bytes())
    memory.pipe("/reports/two.txt", TEXT.read_bytes())
    memory.pipe("/reports/other.csv", b"a,b")
    corpus = ofsted.read("memory://reports", workers=1)
    assert paths(corpus) == ["memory:///reports/a/one.pdf", "memory:///reports/two.txt"]
    assert corpus[0].to_dict()["judgements"] == ofsted.parse(PDF).to_dict()["judgements"]
    assert paths(ofsted.read("memory://reports/*.txt")) == ["memory:///reports/two.txt"]
    with pytest.raises(FileNotFoundError):
        ofsted.read("memory://nowhere/*.txt")
    assert paths(ofsted.read(PDF.as_uri())) == [PDF.as_uri()]


# ---- processes and executors ----


def same(one: ofsted.Corpus, other: ofsted.Corpus) -> bool:
    return (
        [(r.path, r.text, r.to_dict()) for r in one] == [(r.path, r.text, r.to_dict()) for r in other]
        and list(one.table("errors").rows()) == list(other.table("errors").rows())
        and list(one.table("duplicates").rows()) == list(other.table("duplicates").rows())
    )


def test_processes_lose_nothing_and_keep_the_order(corpus: ofsted.Corpus) -> None:
    assert same(ofsted.read(EXAMPLES, workers=2), corpus)


def test_any_executor_will_do(corpus: ofsted.Corpus) -> None:
    with ThreadPoolExecutor(3) as threads:
        assert same(ofsted.read(EXAMPLES, executor=threads), corpus)
        assert threads.submit(int).result() == 0  # still open
    with pytest.raises(TypeError, match=r"must be a concurrent\.futures\.Executor, not int"):
        ofsted.read(EXAMPLES, executor=2)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"workers must be 1 or more.* not '2'"):
        ofsted.read(EXAMPLES, workers="2")  # type: ignore[arg-type]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        assert same(ofsted.read(ILACS, executor=processes), ofsted.read(ILACS, workers=1))


def test_progress_tells_how_far_it_is() -> None:
    for workers in (1, 2):
        told: list[tuple[int, int]] = []
        ofsted.read([*ILACS, BROKEN], workers=workers, progress=lambda done, total: told.append((done, total)))  # noqa: B023
        total = len(ILACS) + 5
        assert told == [(done, total) for done in range(1, total + 1)]


def test_a_bar_is_shown_when_asked_for(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ofsted.reading.progress.DELAY", 0)
    ofsted.read(ILACS, workers=1)
    assert capfd.readouterr().err == ""
    ofsted.read(ILACS, workers=1, progress=True)
    assert f"{len(ILACS)}/{len(ILACS)}" in capfd.readouterr().err
    monkeypatch.setattr("ofsted.reading.progress._tqdm", lambda *_: None)
    ofsted.read(ILACS, workers=1, progress=True)
    assert f"Reading reports: {len(ILACS)}/{len(ILACS)}" in capfd.readouterr().err


def test_a_bar_makes_room_for_other_lines(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ofsted.reading.progress.DELAY", 0)
    monkeypatch.setattr("ofsted.reading.progress._tqdm", lambda *_: None)
    bar = Progress(2, True)
    bar.clear()
    bar.advance()
    bar.clear()
    assert capfd.readouterr().err == "\rReading reports: 1/2\r\x1b[K"


def test_raise_stops_at_the_first_error() -> None:
    for workers in (1, 2):
        with pytest.raises(ofsted.DamagedFileError) as caught:
            ofsted.read([PDF, BROKEN / "cut.pdf"], workers=workers, on_error="raise")
        assert caught.value.path == str(BROKEN / "cut.pdf")
    with pytest.raises(FileNotFoundError):
        ofsted.read([PDF, "nowhere.pdf"], on_error="raise")


# What workers run in place of the real thing. Workers import these by name.

READ_FILE = many_files.read_file


def read_or_die(path: str, cache: Cache | None, **how: Any) -> Readout:
    if "deadly" in path and "elsewhere" not in how:  # as PDFium would, in a worker
        os._exit(3)
    return READ_FILE(path, cache, **how)


def read_or_fail(path: str, cache: Cache | None, **how: Any) -> Readout:
    if "odd" in path:
        raise ZeroDivisionError("a bug")
    if "full" in path:
        raise OSError(errno.EIO, "the disk is gone", path)
    return READ_FILE(path, cache, **how)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Sixty small reports, all different."""
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(f"Inspection of Norfolk\n\n{number}. A paragraph.\n")
    return tmp_path


def for_pdfium(words: str) -> bytes:
    """A PDF that the core's own reader does not know: its font is none of TrueType."""
    return minimal_pdf(b"BT /F 12 Tf 72 700 Td (%s) Tj ET" % words.encode())


@pytest.fixture
def foreign(many: Path) -> Path:
    """Two small reports for PDFium among the sixty, and two that end its process."""
    for name in ("10", "20-deadly", "30", "40-deadly"):
        (many / f"{name}.pdf").write_bytes(for_pdfium(f"Inspection of Kent, number {name}"))
    return many


@pytest.mark.parametrize("workers", [2, None])
def test_a_worker_that_dies_costs_its_file_alone(
    foreign: Path, monkeypatch: pytest.MonkeyPatch, workers: int | None
) -> None:
    monkeypatch.setattr(many_files, "read_file", read_or_die)
    monkeypatch.setattr(many_files, "SMALL_SIZE", 0)
    corpus = ofsted.read(foreign, workers=workers)
    assert len(corpus) == 62
    assert failed(corpus) == {
        str(foreign / "20-deadly.pdf"): "WorkerDiedError",
        str(foreign / "40-deadly.pdf"): "WorkerDiedError",
    }
    with pytest.raises(ofsted.WorkerDiedError):
        ofsted.read(foreign, workers=workers, on_error="raise")


def test_web_pages_are_read_in_processes_where_workers_are_given(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("selectolax")
    page = (EXAMPLES / "ilacs-2025.html").read_bytes()
    (many / "10.html").write_bytes(page)
    (many / "20-deadly.html").write_bytes(page + b"<!-- another -->")
    monkeypatch.setattr(many_files, "read_file", read_or_die)
    corpus = ofsted.read(many, workers=2)
    assert len(corpus) == 61
    assert failed(corpus) == {str(many / "20-deadly.html"): "WorkerDiedError"}


def no_process(*_: Any) -> None:
    raise AssertionError("a process was started")


@pytest.mark.parametrize("workers", [1, 2, None])
def test_no_process_is_started_for_what_needs_no_pdfium(
    many: Path, monkeypatch: pytest.MonkeyPatch, workers: int | None
) -> None:
    monkeypatch.setattr(processes.Pool, "__init__", no_process)
    monkeypatch.setattr(many_files, "SMALL_SIZE", 0)
    for number in range(5):
        (many / f"word-{number}.pdf").write_bytes(word_pdf.of_text(f"Inspection of Kent\n\n{number}. A paragraph."))
    corpus = ofsted.read(many, workers=workers)
    assert [str(report.source.path) for report in corpus] == sorted(map(str, many.iterdir()))
    assert {report.source.extractor for report in corpus if report.source.format == "pdf"} == {"ofsted"}


@pytest.mark.parametrize("how", ["file", "stdin"])
def test_a_script_without_a_guard_reads_what_needs_no_pdfium(many: Path, tmp_path: Path, how: str) -> None:
    (many / "word.pdf").write_bytes(word_pdf.of_text("Inspection of Kent\n\n1. A paragraph."))
    code = f"import ofsted\nprint(len(ofsted.read({str(many)!r}, workers=2)))\n"
    (tmp_path / "script.py").write_text(code)
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-" if how == "stdin" else str(tmp_path / "script.py")],
        input=code,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr) == ("61\n", "")


@pytest.mark.filterwarnings("ignore:The executor accepts no more work")
def test_a_worker_that_dies_in_a_given_pool(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_files, "read_file", read_or_die)
    (many / "20-deadly.txt").write_text("Inspection of Kent")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        corpus = ofsted.read(many, executor=pool)
    assert len(corpus) == 60
    assert failed(corpus) == {str(many / "20-deadly.txt"): "WorkerDiedError"}


@pytest.mark.parametrize("workers", [1, 2])
def test_whatever_goes_wrong_with_a_file_is_a_row(many: Path, monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    monkeypatch.setattr(many_files, "read_file", read_or_fail)
    (many / "odd.txt").write_text("Inspection of Kent")
    (many / "full.txt").write_text("Inspection of Essex")
    corpus = ofsted.read(many, workers=workers)
    assert len(corpus) == 60
    assert list(corpus.table("errors").rows()) == [
        {"path": str(many / "full.txt"), "error": "OSError", "message": "the disk is gone"},
        {"path": str(many / "odd.txt"), "error": "ZeroDivisionError", "message": "a bug"},
    ]


class Forgetful(Executor):
    """Loses every task but those of a single file."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if len(args[1]) > 1:
            future.set_exception(ConnectionError("the worker went away"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_tasks_that_an_executor_loses_are_tried_again(tmp_path: Path) -> None:
    for number in range(130):
        (tmp_path / f"{number:03}.txt").write_text(f"Inspection of Norfolk\n\n{number}. A paragraph.\n")
    assert len(ofsted.read(tmp_path, executor=Forgetful())) == 130


class Remembering(ThreadPoolExecutor):
    """Knows which of its futures somebody still holds."""

    def __init__(self) -> None:
        super().__init__(1)
        self.held = weakref.WeakSet[Future[Any]]()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = super().submit(fn, *args, **kwargs)
        self.held.add(future)
        return future


def test_what_an_executor_has_sent_is_let_go(tmp_path: Path) -> None:
    """A future that is held keeps what was read in the memory of this process, and, with Dask, in a worker's."""
    for number in range(130):
        (tmp_path / f"{number:03}.txt").write_text(f"Inspection of Norfolk\n\n{number}. A paragraph.\n")
    left = []
    with Remembering() as executor:
        ofsted.read(tmp_path, executor=executor, progress=lambda *_: left.append(len(executor.held)))
    assert left[0] > 60
    assert left[-1] <= 2


def script(tmp_path: Path, code: str) -> Path:
    path = tmp_path / "script.py"
    path.write_text(textwrap.dedent(code))
    return path


def test_a_script_without_a_guard_still_reads_everything(tmp_path: Path) -> None:
    path = script(
        tmp_path,
        f"""
        import ofsted
        print(len(ofsted.read({str(EXAMPLES / "ilacs-*.pdf")!r}, workers=2)))
        """,
    )
    ran = subprocess.run([sys.executable, path], cwd=tmp_path, env=environment(), capture_output=True, text=True)
    assert ran.stdout.split() == [str(len(ILACS))]
    assert "__main__" in ran.stderr
    assert "Traceback" not in ran.stderr


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(ofsted.__file__).parent.parent)}


def children(pid: int) -> set[int]:
    """The live processes below one, from /proc."""
    below: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if fields[0] != "Z":
            below.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        new = below.get(waiting.pop(), [])
        found.update(new)
        waiting += new
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")
@pytest.mark.parametrize("blow", ["SIGINT", "SIGKILL"])
def test_no_process_is_left_behind(tmp_path: Path, blow: str) -> None:
    path = script(
        tmp_path,
        f"""
        import signal
        import ofsted
        if __name__ == "__main__":
            signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs begin without it
            def told(done, total): print(done, flush=True)
            while True:
                ofsted.read({list(map(str, ILACS))!r}, workers=2, progress=told)
        """,
    )
    running = subprocess.Popen(
        [sys.executable, path],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with running:
        assert running.stdout is not None
        running.stdout.readline()
        below = children(running.pid)
        running.send_signal(signal.Signals[blow])
        running.communicate(timeout=300)
    assert below
    assert running.returncode != 0
    for _ in range(1200):
        alive = {pid for pid in below if is_alive(pid)}
        if not alive:
            break
        time.sleep(0.05)
    assert not alive


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


# ---- duplicates ----


def test_files_of_the_same_content_are_kept_once(tmp_path: Path) -> None:
    first, second, other = tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.txt"
    shutil.copy(PDF, first)
    shutil.copy(PDF, second)
    shutil.copy(TEXT, other)
    corpus = ofsted.read(tmp_path)
    assert paths(corpus) == [str(first), str(other)]
    assert list(corpus.table("duplicates").rows()) == [
        {"path": str(second), "report": corpus[0].id, "kept": str(first)}
    ]


# ---- the corpus as a sequence ----


def test_it_behaves_as_a_sequence(corpus: ofsted.Corpus) -> None:
    assert len(list(corpus)) == len(corpus)
    assert corpus[0].path == paths(corpus)[0]
    assert corpus[-1] in corpus
    assert isinstance(corpus[1:3], ofsted.Corpus)
    assert paths(corpus[1:3]) == paths(corpus)[1:3]
    with pytest.raises(IndexError):
        corpus[len(corpus)]


def test_reports_are_found_by_id_and_by_path(corpus: ofsted.Corpus) -> None:
    report = corpus[str(PDF)]
    assert report.path == str(PDF)
    assert corpus[report.id] is report
    assert corpus[PDF.name] is report
    assert corpus[f"examples/{PDF.name}"] is report
    with pytest.raises(KeyError, match="no report"):
        corpus["2024.pdf"]  # the end of a name is no name
    assert corpus[PDF] is corpus["ilacs-2024.pdf"]
    assert all(one in corpus for one in (corpus[0], corpus[0].id, "ilacs-2024.pdf", PDF))
    assert not any(one in corpus for one in ("2024.pdf", 0, None))
    one, other = ofsted.parse_text("Norfolk"), ofsted.parse_text("Suffolk")
    assert len(ofsted.Corpus([one, other, one])) == 2


def test_two_reports_of_one_name_need_more_of_the_path(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(f"Inspection of {folder}")
    corpus = ofsted.read(tmp_path)
    with pytest.raises(KeyError, match="2 reports"):
        corpus["same.txt"]
    assert corpus["b/same.txt"].path == str(tmp_path / "b" / "same.txt")


def test_adding_keeps_each_report_once(corpus: ofsted.Corpus) -> None:
    joined = corpus[:3] + corpus[2:5]
    assert paths(joined) == paths(corpus[:5])
    assert len(joined.table("duplicates")) == 0  # the same file is no copy of itself
    copy = ofsted.Corpus([ofsted.parse(Path(str(corpus[2].path)).read_bytes())])
    assert (corpus + copy).table("duplicates").column("kept") == [corpus[2].path]
    assert failed(corpus + corpus) == failed(corpus)
    with pytest.raises(TypeError):
        corpus + 1  # type: ignore[operator]


def test_filter_by_framework_authority_and_anything(corpus: ofsted.Corpus) -> None:
    ilacs = corpus.filter(framework="ilacs")
    assert {r.framework for r in ilacs} == {ofsted.Framework.ILACS}
    assert len(corpus.filter(framework=[ofsted.Framework.ILACS, "sif"])) > len(ilacs)
    authority = corpus[PDF.name].authority
    assert authority.name
    by_name = corpus.filter(authority=authority.name.upper())
    assert {r.authority.name for r in by_name} == {authority.name}
    assert paths(corpus.filter(authority=authority)) == paths(by_name)
    assert paths(corpus.filter(where=lambda r: r.path == str(PDF))) == [str(PDF)]
    with pytest.warns(UserWarning, match="no report here is on 'Norfolk'"):  # in the register, in no sample
        assert len(corpus.filter(authority="Norfolk")) == 0
    # By any name that the register knows, as in `compare()` and `history()`.
    norfolk = ofsted.Corpus([invented.ilacs("Norfolk", "2024-01-08", "2024-01-19", "ggggg")])
    assert len(norfolk.filter(authority="Norfolk County Council")) == 1
    with pytest.raises(ValueError, match="did you mean 'Norfolk'"):
        corpus.filter(authority="Norflk")
    with pytest.raises(ValueError, match="ilac"):
        corpus.filter(framework="ilac")


def test_how_it_shows(corpus: ofsted.Corpus) -> None:
    assert repr(corpus).startswith(f"<Corpus of {len(corpus)} reports, ")
    assert f"{len(failed(corpus))} errors" in repr(corpus)
    assert "\n" not in repr(corpus)
    html = corpus._repr_html_()
    assert "ILACS" in html
    assert "errors()" in html
    assert repr(ofsted.Corpus()) == "<Corpus, empty>"
    assert "No reports" in ofsted.Corpus()._repr_html_()
    nasty = ofsted.Corpus([], errors=[("<script>", "E", "<b>")])
    assert "<script>" not in nasty._repr_html_()


def test_it_pickles(corpus: ofsted.Corpus) -> None:
    assert same(pickle.loads(pickle.dumps(corpus)), corpus)


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """No test of these leaves a worker."""
    yield
    import multiprocessing

    workers = [p for p in multiprocessing.active_children() if p.name.startswith(processes.WORKER)]
    for worker in workers:  # one that was told to end may not have been given the time for it
        worker.join(60)
    for _ in range(
        100
    ):  # one that the pool's own thread waited for counts as alive until that thread has noted its end
        if not any(worker.is_alive() for worker in workers):
            break
        time.sleep(0.05)
    assert not [worker for worker in workers if worker.is_alive()]
