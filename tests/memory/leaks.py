"""In a process of its own: parses again and again, and fails where a reference or memory is left behind."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import ofsted
from ofsted import _core
from ofsted.reading.core import context

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TEXT = (EXAMPLES / "ilacs-2024.txt").read_text(encoding="utf-8")
PDF = (EXAMPLES / "ilacs-2024.pdf").read_bytes()
CUT = (EXAMPLES / "broken" / "cut.pdf").read_bytes()
ROUNDS, SLACK = 60, 20


def refused(function: Callable[[], object]) -> None:
    with suppress(ofsted.OfstedError, TypeError, ValueError):
        function()
        raise AssertionError("this was to fail")


def text() -> None:
    report = ofsted.parse_text(TEXT)
    assert report.to_dict()["framework"] == "ilacs"
    assert report.text is TEXT


def pdf() -> None:
    report = ofsted.parse(PDF)
    assert report.to_dict()["judgements"]
    assert report.text


def failures() -> None:
    shared = context()
    refused(lambda: ofsted.parse(CUT))
    refused(lambda: ofsted.parse_text(" "))
    refused(lambda: _core.read_text(object(), TEXT, ""))  # type: ignore[arg-type]
    refused(lambda: _core.read_text(shared, b"", ""))  # type: ignore[arg-type]
    refused(lambda: _core.read_lines(shared, TEXT, [(0, 1)], ""))  # type: ignore[list-item]
    refused(lambda: _core.read_pdf(shared, object(), PDF, ""))  # type: ignore[arg-type]
    refused(lambda: _core.read_text(shared, TEXT, "").to_dict([]))  # type: ignore[arg-type]
    refused(lambda: _core.Pdfium([0] * len(_core.PDFIUM_FUNCTIONS)))
    refused(lambda: _core.Pdfium([1]))
    _core.read_text(shared, "Inspection \ud800 of\n\n1. A \udfff.", "").to_dict({})
    with suppress(ZeroDivisionError):
        _core.with_pdfium(lambda: 1 // 0)


def counts() -> list[int]:
    """References to what every parse touches: interned keys and values, classes, the shared context."""
    keys = [sys.intern(name) for name in ("framework", "judgements", "paragraphs", "span", "text", "page")]
    values = [sys.intern(name) for name in ("ilacs", "outstanding", "requires_improvement", "table", "paragraph")]
    classes = [_core.Context, _core.ParsedReport, _core.Pdfium, ofsted.DamagedFileError, ofsted.NotAReportError]
    return [sys.getrefcount(thing) for thing in (*keys, *values, *classes, context(), TEXT, PDF)]


def resident() -> int:
    """Resident memory in KiB, 0 where there is no /proc."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def check(function: Callable[[], None]) -> None:
    for _ in range(20):
        function()
    gc.collect()
    before, memory = counts(), resident()
    tracemalloc.start()
    function()
    gc.collect()
    blocks = tracemalloc.get_traced_memory()[0]
    for _ in range(ROUNDS):
        function()
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - blocks
    tracemalloc.stop()
    for _ in range(ROUNDS * 3):
        function()
    gc.collect()
    left = [after - old for after, old in zip(counts(), before, strict=True)]
    assert max(map(abs, left)) < SLACK, f"{function.__name__}: references {left}"
    assert grown < 16 * 1024, f"{function.__name__}: {grown} bytes"
    assert resident() - memory < 16 * 1024, f"{function.__name__}: {resident() - memory} KiB resident"


for each in (text, pdf, failures):
    check(each)
print("ok")
