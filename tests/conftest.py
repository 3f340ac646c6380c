"""What the tests share: the samples, and small documents that are made on the spot."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent

# A clone in which nothing was built tests the package that is installed: its own folder `ofsted` lacks the core and
# must not stand before it, nor in the processes that tests start. The helpers in `tests` are found all the same.
if not any((ROOT / "ofsted").glob("_core.*[od]")):
    sys.path[:] = [folder for folder in sys.path if Path(folder or os.curdir).resolve() != ROOT]
    os.environ["PYTHONSAFEPATH"] = "1"
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

import ofsted  # noqa: E402

EXAMPLES = ROOT / "examples"
BROKEN = EXAMPLES / "broken"
SAMPLES = sorted(p for p in EXAMPLES.glob("*.*") if p.suffix in (".pdf", ".txt"))
PDF = EXAMPLES / "ilacs-2024.pdf"
TEXT = EXAMPLES / "ilacs-2024.txt"

# How the reasons begin for which a test may be skipped where all that tests need is installed. The README names them.
MAY_BE_SKIPPED = (
    "no folder of real reports",
    "no Chromium",
    "no printer",
    "this is not a checkout",
    "this system has no",
    "this Python has no",
    "a sanitizer",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--may-lack",
        metavar="PACKAGES",
        help="packages whose tests may be skipped, by commas, or `nothing`: a skip for want of more is an error",
    )


def refuse_a_skip(report: pytest.TestReport | pytest.CollectReport, config: pytest.Config) -> None:
    """With --may-lack, a skip becomes a failure where something is missing that should be here."""
    may_lack = config.getoption("--may-lack")
    if may_lack is None or not report.skipped or hasattr(report, "wasxfail") or not isinstance(report.longrepr, tuple):
        return
    reason = report.longrepr[2].removeprefix("Skipped: ")
    package = re.match(r"could not import '(\w+)", reason)
    if not reason.startswith(MAY_BE_SKIPPED) and not (package and package[1] in may_lack.split(",")):
        report.outcome = "failed"
        report.longrepr = f"Skipped, which --may-lack does not allow: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, pytest.TestReport]:
    report: pytest.TestReport = yield
    refuse_a_skip(report, item.config)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, pytest.CollectReport]:
    report: pytest.CollectReport = yield
    refuse_a_skip(report, collector.config)
    return report


@pytest.fixture
def table_ends_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Invented reports are on authorities that exist: to them Ofsted's own table has nothing to add."""
    monkeypatch.setattr("ofsted.comparing.unmatched.by_authority", dict)


@pytest.fixture(scope="session")
def read() -> Callable[[Path], ofsted.Report]:
    """`ofsted.parse`, each file once."""
    known: dict[Path, ofsted.Report] = {}

    def parse_once(path: Path) -> ofsted.Report:
        if path not in known:
            known[path] = ofsted.parse(path)
        return known[path]

    return parse_once


@pytest.fixture
def report(read: Callable[[Path], ofsted.Report]) -> ofsted.Report:
    """The ILACS sample as PDF."""
    return read(PDF)


def minimal_pdf(content: bytes = b"", trailer: bytes = b"", missing: int = 0, page: bytes = b"") -> bytes:
    """A PDF of one page; `content` is its drawing, `trailer` goes into the trailer dictionary, `page` into the page's.

    So many more pages are `missing`: the file lists them and does not hold them.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R%s] /Count %d >>" % (b" 99 0 R" * missing, 1 + missing),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> %s >>" % page,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(data)
