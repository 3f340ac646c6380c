"""A corpus beside Ofsted's own table of inspections: what it lacks, and what it says differently."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ofsted.model.days import from_iso, iso
from ofsted.model.parts import Judgement
from ofsted.model.report_data import ReportData
from ofsted.official.reports import Known, known, pairs
from ofsted.official.table import Outcome, kept
from ofsted.tables.columns import Tables, frame_of
from ofsted.tables.doubts import doubts_about, doubts_in
from ofsted.tables.frames import OFFICIAL

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["check_official", "check_rows", "lacking"]

Row = dict[str, Any]
SAME, DIFFERS, NO_REPORT, NOT_IN_TABLE = "same", "differs", "no report", "not in the table"
_CHECK = {
    "authority": "text",
    "la_code": "text",
    "framework": "frameworks",
    "start": "date",
    "published": "date",
    "status": "label",
    "what": "label",
    "key": "label",
    "read": "text",
    "official": "text",
    "page": "count",
    "evidence": "text",
    "doubts": "text",
    "path": "text",
    "report": "text",
    **OFFICIAL,
}
_MOST_EVIDENCE = 160
_IN_CARE = {"in_care_and_care_leavers": "in_care"}
"""The table calls it so for the years, too, when it was judged with care leavers."""


def lacking(corpus: Tables) -> list[Outcome]:
    """The inspections and visits of the table that no report of the corpus is about."""
    table = corpus.table("reports").of_second_hand(False)
    names = ("framework", "la_code", "start", "end", "published")
    rows = zip(*(table.column(name) for name in names), strict=True)
    here = [known(row[0], row[1], *map(from_iso, row[2:])) for row in rows]
    taken = set(pairs(list(dict.fromkeys(here)), kept()).values())
    return [one for place, one in enumerate(kept()) if place not in taken]


def check_official(corpus: Tables, reports: Iterable[ReportData]) -> pd.DataFrame:
    """What the table and the reports say of each inspection that either knows, one row for each thing compared.

    `status` is `same`, `differs`, `no report` (the collection has none on this inspection of the table) or `not in the
    table` (a report on an inspection that the table lacks: after the last release, or a kind that it does not list).
    `what` was compared: `grade` (of the judgement `key`), `start`, `published` (where the report prints a day) or
    `theme` (of a focused visit); `read` is what the report has and `official` what the table has, one of them missing
    where only the other has any. A grade comes with the `page` and the words (`evidence`) that it was read from, what
    was read with its `doubts`, the table's side with `release`, `sheet` and `row`. Reports of kinds that the table
    never lists, and what is
    second-hand, are left out. ImportError without pandas.

    `check[(check.status == "differs") & (check.what == "grade")]` is what to look into; there should be none.
    """
    return frame_of(check_rows(reports, kept()), _CHECK)


def check_rows(reports: Iterable[ReportData], table: Sequence[Outcome]) -> list[Row]:
    """The rows of `check_official()`, for any table: by framework, authority and day."""
    frameworks = {one.framework for one in table}
    here: dict[Known, list[ReportData]] = {}
    for report in reports:
        if report.framework.value in frameworks and not report.second_hand:
            here.setdefault(_known(report), []).append(report)
    inspections = list(here)
    met = pairs(inspections, table)
    rows = []
    for place, one in enumerate(inspections):
        for report in here[one]:
            rows += _compared(report, table[met[place]]) if place in met else [_of_report(report, NOT_IN_TABLE)]
    taken = set(met.values())
    rows += [_of_table(one, NO_REPORT) for place, one in enumerate(table) if place not in taken]
    return sorted(rows, key=_order)


def _order(row: Row) -> tuple[str, str, str]:
    return row["framework"], row["authority"] or "", row["start"] or row["published"] or ""


def _known(report: ReportData) -> Known:
    periods = report.inspection_periods
    start = min((period.start for period in periods if period.start), default=None)
    end = max((period.end for period in periods if period.end), default=None)
    return known(report.framework.value, report.authority.la_code, start, end, report.published)


def _of_table(one: Outcome, status: str) -> Row:
    days = {"start": iso(one.start), "published": iso(one.published)}
    where = {"release": one.place.release, "sheet": one.place.sheet, "row": one.place.row}
    shared = {"authority": one.authority, "la_code": one.la_code, "framework": one.framework}
    return {**shared, **days, "status": status, "inspection_type": one.type, **where}


def _of_report(report: ReportData, status: str) -> Row:
    one = _known(report)
    days = {"start": iso(one.start), "published": iso(one.published)}
    shared = {"authority": report.authority.name, "la_code": one.la_code, "framework": one.framework}
    doubts = doubts_about(report, "authority")  # another authority or another day would be in the table
    return {**shared, **days, "status": status, "doubts": doubts, "path": report.path, "report": report.id}


def _compared(report: ReportData, outcome: Outcome) -> list[Row]:
    """One row for each thing that both could say of an inspection."""
    one, judgements = _known(report), report.judgements
    beside = zip(judgements, doubts_in(report, judgements, "judgements"), strict=True)
    read = {_IN_CARE.get(found.key, found.key): (found, doubts) for found, doubts in beside if found.key}
    unread = (None, doubts_about(report, "judgements"))
    shared = {**_of_table(outcome, SAME), "path": report.path, "report": report.id}
    shared |= {"start": iso(outcome.start or one.start)}
    said: list[Row] = []
    for key in sorted(outcome.asked):
        (found, doubts), official = read.get(key, unread), outcome.grades.get(key)
        if found or official:  # a grade that only the report gives differs, too
            grade = found.grade.value if found and found.grade else None
            own = {"what": "grade", "key": found.key if found else key, "read": grade, "official": official}
            said.append(own | {"doubts": doubts} | _evidence(report, found))
    days: Row = {"doubts": doubts_about(report, "published")}
    if outcome.start:
        said.append(days | {"what": "start", "read": iso(one.start), "official": iso(outcome.start)})
    if outcome.published and report.published:  # many reports print no day of publication
        said.append(days | {"what": "published", "read": iso(report.published), "official": iso(outcome.published)})
    if outcome.theme and outcome.framework == "focused-visit":  # of other visits reports are given no theme
        theme = {"what": "theme", "read": report.theme, "official": outcome.theme}
        said.append(theme | {"doubts": doubts_about(report, "theme")})
    return [{**shared, **row, "status": SAME if row["read"] == row["official"] else DIFFERS} for row in said]


def _evidence(report: ReportData, judgement: Judgement | None) -> Row:
    """Where a grade was read, and in which words."""
    if judgement is None:
        return {}
    words = " ".join(report.evidence(judgement).split())
    return {"page": judgement.page, "evidence": textwrap.shorten(words, _MOST_EVIDENCE, placeholder="…")}
