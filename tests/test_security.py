"""A document is data: reading it opens nothing, writes nothing, sends nothing, starts nothing, and ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import ofsted
from ofsted import _core
from ofsted.sources import contents, files, html
from tests.conftest import EXAMPLES, PDF, TEXT, minimal_pdf

# Reads every file given, twice: the first time loads what is needed, the second may not even do that.
WATCHED = textwrap.dedent(
    """
    import sys

    FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.remove",
                 "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.utime",
                 "os.putenv", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.",
                 "sqlite3.", "pty.", "winreg.")
    LOADING = ("exec", "compile", "import", "ctypes.dlopen", "ctypes.dlsym", "marshal.loads", "pickle.find_class")
    watching = loading = False

    def hook(event, args):
        if not watching:
            return
        writes = event == "open" and (set(args[1] or "r") & set("wax+") or (args[2] or 0) & 0b11 and args[1] is None)
        if writes or event.startswith(FORBIDDEN) or not loading and event in LOADING:
            raise SystemExit(f"{event} {args!r}")

    import ofsted, traceback
    sys.addaudithook(hook)
    count = 0
    for loading in (True, False):
        for path in sys.argv[1:]:
            with open(path, "rb") as file:
                data = file.read()
            watching = True
            try:
                report = ofsted.parse(data)
                report.to_dict(), report.to_json(), repr(report), report.judgements, report.paragraphs
                count += 1
            except ofsted.OfstedError:
                pass
            watching = False
    print(count)
    """
)
SCRIPT = b"app.launchURL('http://127.0.0.1:9/');this.submitForm('http://127.0.0.1:9/');this.saveAs('out.pdf');"


def test_reading_opens_writes_sends_and_starts_nothing(tmp_path: Path) -> None:
    samples = [*EXAMPLES.glob("*.*"), *(EXAMPLES / "broken").glob("*.*")]
    samples = [path for path in samples if path.suffix in (".pdf", ".txt", ".html")]
    active = tmp_path / "active.pdf"
    active.write_bytes(active_pdf())
    page = tmp_path / "active.html"
    page.write_text(
        "<html><body onload='fetch(\"http://127.0.0.1:9/\")'><script>document.title = 'run'</script>"
        "<img src='http://127.0.0.1:9/x.png'><iframe src='file:///etc/hosts'></iframe><h1>Ofsted inspection</h1><p>"
        + "Inspectors visited. "
        * 100,
        encoding="utf-8",
    )
    command = [sys.executable, "-B", "-c", WATCHED, *map(str, [*samples, active, page])]
    folder = tmp_path / "here"
    folder.mkdir()
    ran = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=dict(os.environ, PYTHONPATH=root()))
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) >= len(samples)
    assert not list(folder.iterdir())


def root() -> str:
    """Where the package under test was found: an installed one, or this checkout's."""
    return str(Path(ofsted.__file__).parent.parent)


def active_pdf() -> bytes:
    """A page of text whose file asks to run a script and a program when it is opened."""
    lines = b"".join(
        b"BT /F 11 Tf 50 %d Td (Inspectors found that social workers visit children.) Tj ET\n" % y
        for y in range(200, 800, 20)
    )
    data = minimal_pdf(lines)
    action = b"/OpenAction << /S /JavaScript /JS (" + SCRIPT.replace(b"(", b"\\(").replace(b")", b"\\)") + b") /Next "
    action += b"<< /S /Launch /F (/bin/touch) /Win << /F (cmd.exe) >> >> >>"
    return data.replace(b"/Type /Catalog", b"/Type /Catalog " + action)  # PDFium finds the objects again


def test_no_function_that_runs_a_document_is_known_to_the_core() -> None:
    """Scripts and forms of a PDF run only in a form environment, which is never made; no path is opened."""
    names = _core.PDFIUM_FUNCTIONS
    assert "FPDF_LoadMemDocument64" in names
    bad = (
        "FORM_",
        "FPDFDOC_",
        "FPDFAction",
        "FPDFLink",
        "FPDFJavaScript",
        "FPDF_Save",
        "FPDF_LoadDocument",
        "FPDFAvail",
    )
    assert not [name for name in names if name.startswith(bad)]


def test_paths_in_output_are_those_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(EXAMPLES)
    assert ofsted.parse(PDF.name).to_dict()["source"]["path"] == PDF.name
    assert ofsted.parse(PDF.read_bytes()).to_dict()["source"]["path"] is None
    for report in (ofsted.parse(PDF.name), ofsted.parse_text(TEXT.read_text(encoding="utf-8"))):
        assert str(EXAMPLES) not in report.to_json()
        assert os.path.expanduser("~") not in json.dumps(report.to_dict())


# ---- limits ----


def test_a_text_over_the_limit_is_refused_and_named() -> None:
    with pytest.raises(ofsted.TooLargeError, match="256 MiB"):
        ofsted.parse_text("x" * (256 * 1024 * 1024 + 1))


def test_a_file_over_the_limit_is_refused_however_it_comes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"Minutes of a meeting. " * 10)
    monkeypatch.setattr(contents, "MAX_FILE", 100)
    for source in (path, path.read_bytes(), bytearray(path.read_bytes()), io.BytesIO(path.read_bytes())):
        with pytest.raises(ofsted.TooLargeError, match="512 MiB"):
            ofsted.parse(source)
    with pytest.raises(ofsted.TooLargeError):
        files.read_bytes(str(path))
    corpus = ofsted.read([path])
    assert len(corpus) == 0


@pytest.mark.skipif(os.name == "nt" or not os.path.exists("/dev/zero"), reason="this system has no file without an end")
def test_a_file_without_an_end_is_refused() -> None:
    with pytest.raises(ofsted.NotAReportError, match="/dev/zero"):
        ofsted.parse("/dev/zero")


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    data = minimal_pdf()
    kids = b"/Kids [" + b"3 0 R " * 10_001 + b"] /Count 10001"
    with pytest.raises(ofsted.TooLargeError, match="10,000 pages"):
        ofsted.parse(data.replace(b"/Kids [3 0 R] /Count 1", kids))


def test_a_web_page_over_the_limits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("selectolax")
    with pytest.raises(ofsted.TooLargeError, match="nested"):
        ofsted.parse(b"<html><body>" + b"<ul><li>" * 50_000 + b"deep")
    with pytest.raises(ofsted.TooLargeError, match="100,000 elements"):
        ofsted.parse(b"<html><body>" + b"<p>short</p>" * 100_001)
    monkeypatch.setattr(html, "MAX_PAGE", 1024 * 1024)
    with pytest.raises(ofsted.TooLargeError, match="1 MiB"):
        ofsted.parse(b"<html><body>" + b"<p>long</p>" * 100_000)
