"""The place that a value was read from, to look at: the page as a picture, or the lines of a text.

    report.judgements["overall_effectiveness"].show()
    report.recommendations[0].show(full=True).save("proof.png")

`show()` gives a `PagePicture` for a PDF (needs Pillow: ``ofsted[show]``) and a `TextExcerpt` for text and web pages.
Where the place of the words on the page is not certain, nothing is marked, and `note` says which page to look at.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from typing import Protocol

from ofsted._core import with_pdfium
from ofsted.model.errors import EvidenceError
from ofsted.model.extras import needed
from ofsted.model.parts import Doubtful
from ofsted.model.paths import path_of
from ofsted.model.report_data import ReportData
from ofsted.model.shown import PagePicture, TextExcerpt
from ofsted.showing.page_pictures import Sheet, marked_pages, printed_lines, stack
from ofsted.sources.files import read_bytes

__all__ = ["excerpt", "show"]

Span = tuple[int, int]
MARGIN = 36.0  # points above and below what is marked, in a crop
MAX_PIXELS = 40_000_000
CONTEXT = 3  # lines before and after, in an excerpt


class Evident(Protocol):
    """A judgement, section, paragraph, recommendation, finding or issue."""

    @property
    def span(self) -> Span | None:
        """Where in the report's text it is."""


def show(
    report: ReportData,
    item: Evident,
    *,
    full: bool = False,
    scale: float = 2.0,
    file: str | os.PathLike[str] | bytes | None = None,
) -> PagePicture | TextExcerpt:
    """The place that `item` was read from.

    Args:
        report: what `item` belongs to.
        item: a judgement, section, paragraph, recommendation, finding, or an issue that has a span.
        full: the whole page instead of a crop around what is marked.
        scale: pixels a point (1/72 inch); 2 is 144 dpi.
        file: the PDF where it is no longer at `report.path`, or where the report was read from bytes.

    EvidenceError where the file cannot be read, was never on disk, or is not the one that was read (its SHA-256
    differs); ImportError for a PDF without Pillow; ValueError for an item without a span and for a scale out of range.
    """
    if item.span is None:
        raise ValueError(f"{item!r} has no span")
    doubts = report.doubts(item) if isinstance(item, Doubtful) else None
    if report.source.format != "pdf":
        return replace(excerpt(report, item.span), doubts=doubts)
    if not 0.1 <= scale <= 10:
        raise ValueError("scale must be from 0.1 to 10 pixels a point")
    data, name = _file(report, file)
    return replace(_picture(report, item, data, name, full, scale), doubts=doubts)


# ---- text ----


def excerpt(report: ReportData, span: Span) -> TextExcerpt:
    """The lines around a span of the text."""
    text = report.text
    start, end = _trimmed(text, span)
    first = last = 0
    first = start
    for _ in range(CONTEXT + 1):
        first = text.rfind("\n", 0, max(first - 1, 0)) + 1 if first else 0
    first = min(first, text.rfind("\n", 0, start) + 1)
    last = end
    for _ in range(CONTEXT + 1):
        found = text.find("\n", last)
        last = len(text) if found < 0 else found + 1
    page = text.count("\f", 0, start) + 1 if "\f" in text else None
    line = text.count("\n", 0, start) + 1
    parts = (_visible(text[first:start]), _visible(text[start:end]), _visible(text[end:last].rstrip("\n")))
    return TextExcerpt(report.path or "<text>", page, line, *parts)


def _visible(text: str) -> str:
    """Form feeds and other line ends that `splitlines` knows and nobody counts become spaces."""
    return "".join(c if c in "\n\t" or c.isprintable() else " " for c in text)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


# ---- pages ----


def _file(report: ReportData, file: str | os.PathLike[str] | bytes | None) -> tuple[bytes, str]:
    """The bytes of the PDF, the very ones that the report was read from."""
    if isinstance(file, (bytes, bytearray, memoryview)):
        data, name = bytes(file), report.path or "<bytes>"
    else:
        path = path_of(file) if file is not None else report.path
        if path is None:
            reason = "it was read from bytes, which are not kept: give show(file=…) the path of the PDF or its bytes."
            raise EvidenceError("<bytes>", reason)
        try:
            data, name = read_bytes(path), path
        except OSError as error:
            reason = f"{error.strerror or error}: give show(file=…) the path that the PDF has now."
            raise EvidenceError(path, reason) from error
    if hashlib.sha256(data).hexdigest() != report.source.sha256:
        raise EvidenceError(name, "the file has changed since it was read, so its pages prove nothing. Parse it again.")
    return data, name


def _page_spans(text: str, span: Span, clean: str | None = None) -> dict[int, list[Span]]:
    """The parts of a span by the number of the page that they are on.

    `clean` is the text that was read from the span: what comes between its parts, a footer or a footnote, is left out.
    """
    found: dict[int, list[Span]] = {}
    for start, end in [span] if clean is None else printed_lines(text, span, clean):
        page = text.count("\f", 0, start) + 1
        for piece in text[start:end].split("\f"):
            part = _trimmed(text, (start, start + len(piece)))
            if part[0] < part[1]:
                found.setdefault(page, []).append(part)
            start, page = start + len(piece) + 1, page + 1
    return found or {text.count("\f", 0, span[0]) + 1: [span]}


def _picture(report: ReportData, item: Evident, data: bytes, name: str, full: bool, scale: float) -> PagePicture:
    needed("PIL", "pictures of pages need", "'ofsted[show]'")
    span = item.span or (0, 0)
    clean = getattr(item, "text", None)
    spans = _page_spans(report.text, span, clean)
    sheets: list[Sheet] = with_pdfium(lambda: marked_pages(data, report.text, spans, scale, MAX_PIXELS))
    missed = [sheet.number for sheet in sheets if not sheet.boxes]
    images = [sheet.marked(full or not sheet.boxes, MARGIN) for sheet in sheets]
    note = None
    if missed:
        pages = " and ".join(map(str, missed))
        note = f"the place of the words on the page is not certain, so nothing is marked there: see page {pages}"
    start, end = span
    return PagePicture(
        name, sheets[0].number, sheets[-1].number, report.text[start:end], not missed, note, stack(images)
    )
