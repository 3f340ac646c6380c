"""What a corpus covers: kinds of document, authorities, years; and of what its frames have no row."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from ofsted.model.grades import Framework
from ofsted.tables.columns import Tables
from ofsted.tables.doubts import FIELDS, joined, told

if TYPE_CHECKING:
    from ofsted.model.report_data import ReportData

__all__ = [
    "coverage",
    "documents_of",
    "left_out",
    "not_read",
    "not_whole",
    "not_whole_of",
    "second_hand",
    "unread",
    "without_rows",
]

_FIELDS = {**FIELDS, "judgements": "judgements"}
_NOT_WHOLE = frozenset(
    {
        *("missing", "no_end", "no_list", "number_missing", "page_order", "unreadable_pages", "form_fields"),
        *("scanned", "close_lines", "garbled", "lost_characters"),
    }
)
"""What an issue is called where words of a report may not be among its texts, or not as they are printed."""


def documents_of(corpus: Tables) -> str:
    """What `coverage()` counts, in words: rows of Ofsted's own table are no reports."""
    return "Inspections and visits" if "release" in corpus.table("reports").kinds else "Reports"


def coverage(corpus: Tables) -> list[tuple[str, int, int, int | None, int | None]]:
    """For each kind of document: framework, reports, authorities, first and last year of inspection or issue."""
    table = corpus.table("reports")
    rows: dict[str, tuple[list[str], set[str]]] = {}
    columns = (table.column(name) for name in ("framework", "authority", "end", "start", "published"))
    for framework, authority, end, start, published in zip(*columns, strict=True):
        days, names = rows.setdefault(framework, ([], set()))
        days.append(end or start or published or "")
        names.update([authority] if authority else [])
    order = {f.value: place for place, f in enumerate(Framework)}
    covered = []
    for framework in sorted(rows, key=lambda f: order.get(f, len(order))):
        days, names = rows[framework]
        years = sorted(int(day[:4]) for day in days if day)
        covered.append((framework, len(days), len(names), *((years[0], years[-1]) if years else (None, None))))
    return covered


def unread(corpus: Tables) -> list[str]:
    """The files that could not be read."""
    return [not_read(path) for path in corpus.table("errors").column("path")]


def not_read(path: str) -> str:
    """That this file could not be read."""
    return f"{os.path.basename(path) or path} (the file could not be read)"


def without_rows(
    corpus: Tables, names: Iterable[str], secondary: bool | None = False, among: Collection[str] | None = None
) -> list[str]:
    """What frames of these names have no row of: reports of which one may be due, and files that could not be read."""
    return [line for name in names for line in left_out(corpus, name, secondary, among)] + unread(corpus)


def left_out(
    corpus: Tables, name: str, secondary: bool | None = False, among: Collection[str] | None = None
) -> list[str]:
    """The reports (all, or `among` these ids) of which a frame has no row, though an issue says that one may be due.

    `secondary` as for the frame; None where it has rows of what is second-hand and of what is not.
    Among them is what is taken for second-hand because nothing shows that it is Ofsted's own; news surely is none. Of
    frames that are not made of one entry of a report there is none.
    """
    if name not in _FIELDS:
        return []
    lacking = _doubted(corpus, name, _files(corpus, name, secondary, among, empty=True))
    return lacking + second_hand(corpus, name, among) if secondary is False else lacking


def second_hand(corpus: Tables, name: str = "judgements", among: Collection[str] | None = None) -> list[str]:
    """The reports (all, or `among` these ids) that a frame has rows of and that are taken for second-hand, with why.

    That is because nothing shows that they are Ofsted's own; news surely is not.
    """
    files = _files(corpus, name, True, among, empty=False)
    issues = corpus.table("issues")
    columns = (issues.column(column) for column in ("report", "framework", "code", "message"))
    return [
        f"{files[report]} ({told(message, None)})"
        for report, framework, code, message in zip(*columns, strict=True)
        if report in files and code == "secondary_source" and framework != Framework.NEWS.value
    ]


def not_whole(
    corpus: Tables, name: str, found: Collection[str], secondary: bool = False, among: Collection[str] | None = None
) -> list[str]:
    """The reports in which nothing was `found`, though some of what a frame has of them may be missing or garbled."""
    files = _files(corpus, name, secondary, among, empty=False)
    return _doubted(corpus, name, {report: file for report, file in files.items() if report not in found}, _NOT_WHOLE)


def not_whole_of(report: ReportData, names: Collection[str]) -> str | None:
    """The same of one report, and of several frames, as doubts; None for nothing."""
    fields = {_FIELDS[name] for name in names}
    told_of = (i for i in report.issues if i.field in fields and i.code in _NOT_WHOLE)
    return joined(*(told(issue.message, issue.page) for issue in told_of))


def _files(
    corpus: Tables, name: str, secondary: bool | None, among: Collection[str] | None, empty: bool
) -> dict[str, str]:
    """By id the files of the reports of which a frame has no row (`empty`), or has some, each with its authority."""
    every = corpus.table("reports")
    reports = every if secondary is None else every.of_second_hand(secondary)
    columns = (reports.column(column) for column in ("report", "path", "authority", name))
    return {
        report: ", ".join(filter(None, [os.path.basename(path or "") or report, authority]))
        for report, path, authority, number in zip(*columns, strict=True)
        if number is not None and (number == 0) is empty and (among is None or report in among)
    }


def _doubted(corpus: Tables, name: str, files: dict[str, str], codes: Collection[str] | None = None) -> list[str]:
    """Those of these files with issues (of these codes) about what a frame is made of, each with what they say."""
    issues = corpus.table("issues")
    doubts: dict[str, str | None] = {}
    rows = (issues.column(column) for column in ("report", "field", "code", "message", "page"))
    for report, about, code, message, page in zip(*rows, strict=True):
        if about == _FIELDS[name] and report in files and (codes is None or code in codes):
            doubts[report] = joined(doubts.get(report), told(message, page))
    return [f"{files[report]} ({doubt})" for report, doubt in doubts.items()]
