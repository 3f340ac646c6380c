"""The text of reports in pieces for retrieval: each with where it stands, and a citation that a person can follow."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ofsted.model.days import iso
from ofsted.model.parts import Section, Span
from ofsted.model.report_data import ReportData
from ofsted.model.words import day_in_words, without_references
from ofsted.tables.columns import frame_of
from ofsted.tables.doubts import FIELDS, doubts_in, joined
from ofsted.tables.frames import CLOSED

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["chunks", "report_chunks"]

LEAST = 100  # characters
_KINDS = {
    "report": "text",
    "chunk": "count",
    "framework": "frameworks",
    "authority": "text",
    "la_code": "text",
    "date": "date",
    "section": "text",
    "text": "text",
    "text_without_references": "text",
    "doubts": "text",
    "page": "count",
    "last_page": "count",
    "start": "count",
    "end": "count",
    "url": "text",
    "citation": "text",
    "path": "text",
}
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")


class _Piece(NamedTuple):
    """A paragraph, or a part of a long one, with the section that it is in."""

    section: str
    text: str
    page: int | None
    last_page: int | None
    span: Span
    doubts: str | None


def chunks(reports: Iterable[ReportData], size: int = 1200) -> pd.DataFrame:
    """One row a piece of text of at most `size` characters, in reading order. ImportError without pandas.

    Paragraphs of a section stay together as far as they fit; one that is longer is cut between sentences, or between
    words. Recommendations that are no paragraph of the text (in a table, in a box) are pieces of their own, so that
    each is there once.

    Columns: report, chunk (its number in the report, from 0), framework, authority, la_code, date (published, else the
    last day of the inspection), section (the headings above it, by ' > '), text, text_without_references, doubts (what
    to check about its paragraphs, whose they are and of which day), page, last_page, start and end (code points of
    `report.text`, of the paragraphs it is from), url (with the page; missing where it is not known), citation, path.
    ValueError for a size under 100.
    """
    return frame_of((row for report in reports for row in report_chunks(report, size)), _KINDS)


def report_chunks(report: ReportData, size: int = 1200) -> Iterator[dict[str, Any]]:
    """The rows of one report, days as ISO 8601 text."""
    if size < LEAST:
        raise ValueError(f"a chunk has at least {LEAST} characters; size is {size}")
    day = report.published or next((p.end or p.start for p in reversed(report.inspection_periods)), None)
    shared = {
        "report": report.id,
        "framework": report.framework.value,
        "authority": report.authority.name,
        "la_code": report.authority.la_code,
        "date": iso(day),
        "path": report.path,
    }
    for number, together in enumerate(_together(_pieces(report, size), size)):
        first, last = together[0], together[-1]
        text = "\n\n".join(piece.text for piece in together)
        yield {
            **shared,
            "chunk": number,
            "section": first.section or None,
            "text": text,
            "text_without_references": without_references(text),
            "doubts": joined(*(piece.doubts for piece in together)),
            "page": first.page,
            "last_page": last.last_page,
            "start": min(piece.span[0] for piece in together),
            "end": max(piece.span[1] for piece in together),
            "url": report.link(first.page),
            "citation": citation(report, first.section, first.page, last.last_page),
        }


def citation(report: ReportData, section: str | None, page: int | None, last_page: int | None = None) -> str:
    """'Ofsted, ILACS, Norfolk, 4 March 2024 to 15 March 2024, Care leavers, page 3 (norfolk.pdf)'."""
    when = f"published {day_in_words(report.published)}" if report.published else None
    days = str(report.inspection_periods[-1]) if report.inspection_periods else when
    pages = None
    if page:
        pages = f"pages {page}–{last_page}" if last_page and last_page != page else f"page {page}"
    heading = section.rsplit(" > ", 1)[-1] if section else None
    who = report.publisher if report.second_hand else "Ofsted"
    parts = [who or "Second-hand", str(report.framework), str(report.authority), days, heading, pages]
    source = report.link(page) or (os.path.basename(report.path) if report.path else None)
    return ", ".join(part for part in parts if part) + (f" ({source})" if source else "")


def _together(pieces: Iterable[_Piece], size: int) -> Iterator[list[_Piece]]:
    """Neighbours of one section, as many as fit."""
    held: list[_Piece] = []
    room = 0
    for piece in pieces:
        if held and (piece.section != held[0].section or len(piece.text) + 2 > room):
            yield held
            held = []
        room = size - len(piece.text) if not held else room - len(piece.text) - 2
        held.append(piece)
    if held:
        yield held


def _pieces(report: ReportData, size: int) -> Iterator[_Piece]:
    covered: list[Span] = []
    paragraphs = [(p, path) for section, path in _with_paths(report.sections) for p in section.paragraphs]
    doubts = doubts_in(report, [paragraph for paragraph, _ in paragraphs], FIELDS["paragraphs"])
    for (paragraph, path), doubt in zip(paragraphs, doubts, strict=True):
        covered.append(paragraph.span)
        whole = _Piece(path, paragraph.text, paragraph.page, paragraph.last_page, paragraph.span, doubt)
        yield from _cut(whole, size)
    for item, doubt in sorted(_listed(report), key=lambda one: one[0].span):
        if not any(start < item.span[1] and item.span[0] < end for start, end in covered):
            covered.append(item.span)
            heading = getattr(item, "heading", None) or ""
            yield from _cut(_Piece(heading, item.text, item.page, item.page, item.span, doubt), size)


def _listed(report: ReportData) -> Iterator[tuple[Any, str | None]]:
    """Recommendations and findings, each with its doubts."""
    findings = [finding for kind in CLOSED["findings"] for finding in getattr(report.findings, kind)]
    for name, items in (("recommendations", report.recommendations), ("findings", findings)):
        yield from zip(items, doubts_in(report, items, FIELDS[name]), strict=True)


def _with_paths(sections: Iterable[Section]) -> Iterator[tuple[Section, str]]:
    """Every section with the headings above it and its own; without recursion."""
    waiting = [(section, section.heading or "") for section in reversed(list(sections))]
    while waiting:
        section, path = waiting.pop()
        yield section, path
        for below in reversed(section.sections):
            waiting.append((below, " > ".join(filter(None, [path, below.heading]))))


def _cut(whole: _Piece, size: int) -> Iterator[_Piece]:
    """The piece, or several that fit."""
    part = ""
    for unit in _units(whole.text, size):
        if part and len(part) + 1 + len(unit) > size:
            yield _Piece(whole.section, part, *whole[2:])
            part = ""
        part = f"{part} {unit}".strip()
    if part:
        yield _Piece(whole.section, part, *whole[2:])


def _units(text: str, size: int) -> Iterator[str]:
    """Sentences; of one that is too long, words; of a word that is too long, parts."""
    for sentence in [text] if len(text) <= size else _SENTENCE.split(text):
        for word in [sentence] if len(sentence) <= size else sentence.split():
            yield from (word[start : start + size] for start in range(0, len(word), size))
