"""What a search finds: paragraphs with their matches, as text and as a notebook shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from ofsted.model.characters import visible
from ofsted.model.parts import Finding, Paragraph, Recommendation
from ofsted.model.shown import ON_PAPER, PagePicture, TextExcerpt
from ofsted.model.words import on_page

__all__ = ["MARKS", "WIDTH", "Hit", "Hits", "Marks", "Span", "hits_html", "snippet"]

Span = tuple[int, int]
Marks = tuple[str, str]

MARKS: Marks = ("**", "**")
WIDTH = 160  # characters of a snippet
SHORT = 50  # ... and of one at a plain prompt


@dataclass(frozen=True, slots=True, repr=False)
class Hit:
    """One paragraph, recommendation or finding that matched; `spans` are code points of its text, 64 at most.

    `doubts` is what to check about it, as in the frame of a corpus; None for nothing.
    """

    item: Paragraph | Recommendation | Finding
    section: str | None
    kind: str
    matches: int
    spans: list[Span]
    doubts: str | None = None

    @property
    def page(self) -> int | None:
        """The page on which it begins."""
        return self.item.page

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return self.item.text

    @property
    def url(self) -> str | None:
        """That page of the report on the web; None where the address is not known."""
        return self.item.url

    def snippet(self, marks: Marks = MARKS, width: int = WIDTH) -> str:
        """About `width` characters around the first match, every match in them between `marks`."""
        return snippet(self.item.text, self.spans, marks, width)

    def show(self, **options: Any) -> PagePicture | TextExcerpt:
        """The place on its page; options as for `Paragraph.show()`."""
        return self.item.show(**options)

    def __str__(self) -> str:
        where = ", ".join(filter(None, [self.section, f"page {self.page}" if self.page else None]))
        return f"{where}: {self.snippet()}" if where else self.snippet()

    def __repr__(self) -> str:
        doubt = ", in doubt" if self.doubts else ""
        return f"<Hit {self.snippet(width=SHORT)!r}{on_page(self.page)}{doubt}>"


class Hits(list[Hit]):
    """What was found in one report: a list of `Hit` that a notebook shows with its matches highlighted.

    `not_whole` is what the report's issues say of texts that may be missing or garbled, where nothing was found; None
    for nothing.
    """

    not_whole: str | None = None

    def __repr__(self) -> str:
        return visible(f"<Nothing found; to check: {self.not_whole}>") if self.not_whole else super().__repr__()

    def _repr_html_(self) -> str:
        if self.not_whole:
            return f"<p>Nothing found.</p><ul><li>⚠ {escape(self.not_whole)}</li></ul>"
        rows = [(h.section, str(getattr(h.item, "number", None) or ""), h.page, h.snippet()) for h in self]
        links, doubts = [h.url for h in self], [h.doubts for h in self]
        return hits_html(["Section", "Number", "Page", "Found"], rows, MARKS, links=links, doubts=doubts)


def snippet(text: str, spans: Sequence[Span], marks: Marks = MARKS, width: int = WIDTH) -> str:
    """About `width` characters around the first match, cut at spaces, every match in them between `marks`."""
    start, end = _window(text, spans[0], width)
    parts = ["…"] if start else []
    at = start
    for first, last in spans:
        if first >= end:
            break
        if first < last:
            last = min(last, end)
            parts += [text[at:first], marks[0], text[first:last], marks[1]]
            at = last
    parts.append(text[at:end])
    if end < len(text):
        parts.append("…")
    made = "".join(parts)
    return " ".join(made.split()) if "\n" in made or "\t" in made else made


def _window(text: str, first: Span, width: int) -> Span:
    """What of a text is shown: whole words around its first match, more after it than before."""
    if len(text) <= width:
        return 0, len(text)
    room = max(width - (first[1] - first[0]), 0)
    start = max(min(first[0] - room // 3, len(text) - width), 0)
    end = min(start + width, len(text))
    if start:
        space = text.find(" ", start, first[0])
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", min(first[1], end), end)
        end = space if space >= 0 else end
    return start, end


# ---- in a notebook ----


def hits_html(
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    marks: Marks,
    more: int = 0,
    links: Sequence[str | None] = (),
    doubts: Sequence[str | None] = (),
) -> str:
    """A table whose last column is snippets, the matches highlighted; every piece of text escaped.

    `links` are where each row's page is on the web, `doubts` what stands below its snippet.
    """
    cell = 'style="text-align:left;vertical-align:top;padding:0.2em 0.8em 0.2em 0"'
    head = "".join(f"<th {cell}>{escape(name)}</th>" for name in names)
    body = []
    for number, (*facts, last) in enumerate(rows):
        shown = [_fact(fact) for fact in facts]
        if link := links[number] if number < len(links) else None:
            place = names.index("Page")
            opens = f'href="{escape(link)}" target="_blank" rel="noopener" style="color:inherit"'
            shown[place] = f"<a {opens}>{shown[place] or 'open'}</a>"
        cells = "".join(f"<td {cell}>{fact}</td>" for fact in shown)
        doubt = doubts[number] if number < len(doubts) else None
        below = f'<div style="font-size:0.9em">⚠ {escape(doubt)}</div>' if doubt else ""
        body.append(f"<tr>{cells}<td {cell}>{highlighted(last or '', marks)}{below}</td></tr>")
    if not body:
        return "<p>Nothing found.</p>"
    rest = f"<p>… and {more} more</p>" if more else ""
    style = 'class="ofsted-table" style="border-collapse:collapse;color:inherit"'
    return f'<div class="ofsted-found">{ON_PAPER}<table {style}><tr>{head}</tr>{"".join(body)}</table>{rest}</div>'


def _fact(fact: Any) -> str:
    told = escape("" if fact is None else str(fact))
    return f'<span style="white-space:nowrap">{told}</span>' if isinstance(fact, date) else told


def highlighted(text: str, marks: Marks) -> str:
    """A snippet as HTML, what is between `marks` highlighted."""
    opening, closing = marks
    if not opening or not closing:
        return escape(text)
    made = []
    rest = text
    while True:
        before, mark, rest = rest.partition(opening)
        made.append(escape(before))
        if not mark:
            return "".join(made)
        inside, mark, rest = rest.partition(closing)
        made.append(f'<mark style="background:#ffe27a;color:#1a1400">{escape(inside)}</mark>')
