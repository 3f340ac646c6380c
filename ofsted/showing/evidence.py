"""The place that a value was read from, to look at: the page as a picture, or the lines of a text.

    report.judgements["overall_effectiveness"].show()
    report.recommendations[0].show(full=True).save("proof.png")

`show()` gives a `PagePicture` for a PDF (needs Pillow: ``ofsted[show]``) and a `TextExcerpt` for text and web pages.
Where the words cannot be found on the page for sure, nothing is marked, and `note` says which page to look at.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any, Protocol

from ofsted.model.errors import OfstedError

if TYPE_CHECKING:
    from ofsted.report import Report

__all__ = ["EvidenceError", "PagePicture", "TextExcerpt", "show"]

Span = tuple[int, int]
MARGIN = 36.0  # points above and below what is marked, in a crop
MAX_PIXELS = 40_000_000
CONTEXT = 3  # lines before and after, in an excerpt
NO_PILLOW = "pictures of pages need Pillow: pip install 'ofsted[show]'"


class EvidenceError(OfstedError):
    """The file that a report was read from cannot be shown: it has changed, it is gone, or it was given as bytes."""

    advice = "the file that this was read from cannot be shown"


class Evident(Protocol):
    """A judgement, section, paragraph, recommendation, finding or issue."""

    @property
    def span(self) -> Span | None:
        """Where in the report's text it stands."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """What was read, marked on its page: a notebook shows it, `save()` writes it.

    `page` and `last_page` count from 1. `marked` is False where the words could not be found on a page for sure; then
    the page is shown whole, and `note` says so. `text` is the evidence as it was read.
    """

    path: str
    page: int
    last_page: int
    text: str
    marked: bool
    note: str | None
    image: Any = field(repr=False, compare=False)
    """A `PIL.Image.Image`; parts of several pages stand one below the other."""

    def save(self, path: str | os.PathLike[str]) -> str:
        """Write a PNG (or what the name's ending says, of what Pillow can write); the path."""
        name = os.fspath(path)
        self.image.save(name)
        return name

    @property
    def pages(self) -> str:
        """'page 3', 'pages 3–4'."""
        return f"page {self.page}" if self.page == self.last_page else f"pages {self.page}–{self.last_page}"

    def __str__(self) -> str:
        return f"{self.path}, {self.pages}" + (f": {self.note}" if self.note else "")

    def _repr_png_(self) -> bytes:
        buffer = io.BytesIO()
        self.image.save(buffer, format="PNG")
        return buffer.getvalue()

    def _repr_html_(self) -> str:
        data = base64.b64encode(self._repr_png_()).decode("ascii")
        words = escape(" ".join(self.text.split()), quote=True)
        caption = escape(str(self))
        return (
            f'<figure style="margin:0.5em 0"><img alt="{words}" src="data:image/png;base64,{data}" '
            'style="max-width:100%;max-height:60em;border:1px solid #888;background:#fff">'
            f"<figcaption>{caption}</figcaption></figure>"
        )


@dataclass(frozen=True, slots=True)
class TextExcerpt:
    """What was read, marked between the lines around it: prints as text, a notebook shows it as HTML.

    `page` is None where a text has no page marks; `line` counts from 1 in the whole text.
    """

    path: str
    page: int | None
    line: int
    before: str = field(repr=False)
    text: str
    after: str = field(repr=False)
    marked: bool = True
    note: str | None = None

    def lines(self, marks: tuple[str, str] = ("**", "**")) -> str:
        """The lines with their numbers; '>' stands before those that hold the evidence, `marks` around it."""
        first, last = len(self.before.splitlines()), len((self.before + self.text).rstrip("\r\n").splitlines())
        first = max(first - (0 if not self.before or self.before.endswith("\n") else 1), 0)
        whole = (self.before + marks[0] + self.text + marks[1] + self.after).splitlines()
        start = self.line - first
        width = len(str(start + len(whole)))
        rows = []
        for place, line in enumerate(whole):
            sign = ">" if first <= place < last else " "
            rows.append(f"{sign} {start + place:>{width}} | {line}".rstrip())
        return "\n".join(rows)

    def save(self, path: str | os.PathLike[str]) -> str:
        """Write an HTML page (a name that ends in .html or .htm) or plain text; the path. ValueError for pictures."""
        name = os.fspath(path)
        ending = os.path.splitext(name)[1].lower()
        if ending in (".png", ".jpg", ".jpeg", ".pdf", ".webp", ".tif", ".tiff", ".gif", ".bmp"):
            raise ValueError(f"{self.path} is text, of which there are no pictures: save it as .html or .txt")
        if ending in (".html", ".htm"):
            head = '<!doctype html><html lang="en"><meta charset="utf-8">'
            content = f"{head}<title>{escape(str(self))}</title>{self._repr_html_()}</html>\n"
        else:
            content = f"{self}\n{self.lines()}\n"
        with open(name, "w", encoding="utf-8", errors="replace") as file:
            file.write(content)
        return name

    @property
    def pages(self) -> str:
        """'page 3, line 120', 'line 120'."""
        return f"page {self.page}, line {self.line}" if self.page else f"line {self.line}"

    def __str__(self) -> str:
        return f"{self.path}, {self.pages}"

    def _repr_html_(self) -> str:
        style = "white-space:pre-wrap;border-left:3px solid #888;padding:0.3em 0.8em;margin:0.3em 0"
        mark = f'<mark style="background:#ffe27a;color:#1a1400">{escape(self.text)}</mark>'
        return (
            f'<figure style="margin:0.5em 0"><pre style="{style}">{escape(self.before)}{mark}{escape(self.after)}</pre>'
            f"<figcaption>{escape(str(self))}</figcaption></figure>"
        )


def show(
    report: Report,
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
    if report.source.format != "pdf":
        return _excerpt(report, item.span)
    if not 0.1 <= scale <= 10:
        raise ValueError("scale is from 0.1 to 10 pixels a point")
    data, name = _file(report, file)
    return _picture(report, item, data, name, full, scale)


# ---- text ----


def _excerpt(report: Report, span: Span) -> TextExcerpt:
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


def _file(report: Report, file: str | os.PathLike[str] | bytes | None) -> tuple[bytes, str]:
    """The bytes of the PDF, the very ones that the report was read from."""
    from ofsted.sources.files import read_bytes

    if isinstance(file, (bytes, bytearray, memoryview)):
        data, name = bytes(file), report.path or "<bytes>"
    else:
        path = os.fspath(file) if file is not None else report.path
        if path is None:
            reason = "it was read from bytes, which are not kept: show(file=…) takes the PDF's path or its bytes."
            raise EvidenceError("<bytes>", reason)
        try:
            data, name = read_bytes(path), path
        except OSError as error:
            reason = f"{error.strerror or error}: show(file=…) takes the place that the PDF has now."
            raise EvidenceError(path, reason) from error
    if hashlib.sha256(data).hexdigest() != report.source.sha256:
        raise EvidenceError(name, "the file has changed since it was read, so its pages prove nothing. Parse it again.")
    return data, name


def _page_spans(text: str, span: Span, clean: str | None = None) -> dict[int, list[Span]]:
    """The parts of a span by the number of the page on which they stand.

    `clean` is the text that was read from the span: what stands between its parts, a footer or a footnote, is left out.
    """
    from ofsted.showing.page_pictures import printed_lines

    found: dict[int, list[Span]] = {}
    for start, end in [span] if clean is None else printed_lines(text, span, clean):
        page = text.count("\f", 0, start) + 1
        for piece in text[start:end].split("\f"):
            part = _trimmed(text, (start, start + len(piece)))
            if part[0] < part[1]:
                found.setdefault(page, []).append(part)
            start, page = start + len(piece) + 1, page + 1
    return found or {text.count("\f", 0, span[0]) + 1: [span]}


def _picture(report: Report, item: Evident, data: bytes, name: str, full: bool, scale: float) -> PagePicture:
    try:
        import PIL  # noqa: F401
    except ImportError as error:
        raise ImportError(NO_PILLOW) from error
    from ofsted._core import with_pdfium
    from ofsted.showing.page_pictures import Sheet, marked_pages, stack

    span = item.span or (0, 0)
    clean = getattr(item, "text", None)
    spans = _page_spans(report.text, span, clean)
    sheets: list[Sheet] = with_pdfium(lambda: marked_pages(data, report.text, spans, scale, MAX_PIXELS))
    missed = [sheet.number for sheet in sheets if not sheet.boxes]
    images = [sheet.marked(full or not sheet.boxes, MARGIN) for sheet in sheets]
    note = None
    if missed:
        pages = " and ".join(map(str, missed))
        note = f"the words cannot be told for sure on the page, so nothing is marked there: see page {pages}"
    start, end = span
    return PagePicture(
        name, sheets[0].number, sheets[-1].number, report.text[start:end], not missed, note, stack(images)
    )
