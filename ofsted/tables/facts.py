"""What one report gives to the frames of reports, judgements and issues, as flat lists in the order given here.

Of many reports they stand in columns (`FactTable`), as frames do. A cache keeps these of all its reports
(`ofsted.reading.known_facts`), so that these frames need no report.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from ofsted.model.data_files import read_rows
from ofsted.model.days import from_iso, iso
from ofsted.model.grades import Grade
from ofsted.model.parts import Finding, Judgement, Paragraph, Progress, Recommendation, StatementOfAction
from ofsted.model.readout import Tree
from ofsted.model.report_data import ReportData, is_second_hand
from ofsted.official.reports import inspection_of, known
from ofsted.official.table import Outcome
from ofsted.tables.doubts import (
    FIELDS,
    GRADE_FIELDS,
    astray,
    codes_of,
    days_of,
    doubts_about,
    doubts_in,
    doubts_of,
    filed,
    joined,
    others,
    told,
    under,
)
from ofsted.tables.frames import CLOSED, OWN, SHARED

__all__ = [
    "ISSUES",
    "JUDGEMENTS",
    "REPORT",
    "DoubtsOn",
    "FactTable",
    "Facts",
    "FactsOf",
    "beyond_issues",
    "facts_of",
    "gathered",
    "no_judgements",
    "table_says",
]

_COPIED = ("title", "reference", "publisher", "addressee", "focus", "theme", "visit_number")
_COUNTED = ("inspectors", "judgements", "issues")
_AUTHORITY = {"authority": "name", "urn": "urn", "region": "region", "la_code": "la_code", "gss_code": "gss_code"}
_PROGRESS = {"progress": "outcome", "progress_made_in": "made_in", "progress_of": "of"}

# What the columns hold, as in `ofsted.tables.frames`.
REPORT: dict[str, str] = {
    "framework": SHARED["framework"],
    **dict.fromkeys(_AUTHORITY, "text"),
    "start": "date",
    "end": "date",
    "begun": "date",  # the earliest day of any period
    "published": "date",
    # What the register and Ofsted's own table say.
    "type": "text",
    "inspection_type": "text",
    "published_there": "date",
    "second_hand": "flag",
    **dict.fromkeys(_COPIED[:-1], "text"),
    "visit_number": "count",
    **dict.fromkeys((*_COUNTED, "paragraphs", "recommendations", "findings"), "size"),
    "lead_inspector": "text",
    "statement_of_action": "text",
    "responsible": "text",
    "progress": "text",
    "progress_made_in": "count",
    "progress_of": "count",
    "doubts": "text",
    "other_doubts": "text",
    "overall": "grade",
}
_OF_JUDGEMENTS = ("key", "theme", "label", "scope", "grade", "printed", "source", "page")
JUDGEMENTS = {name: OWN["judgements"][name] for name in (*_OF_JUDGEMENTS, "doubts", "doubt")}
ISSUES = {name: OWN["issues"][name] for name in ("code", "field", "message", "page", "about")}
_FIELD_OF: dict[type, str] = {
    Judgement: "judgements",
    Paragraph: FIELDS["paragraphs"],
    Recommendation: "recommendations",
    Finding: "findings",
    StatementOfAction: "statement_of_action",
    Progress: "progress",
}
_SIZES = [list(REPORT).index(name) for name in ("judgements", "issues")]

Lists = list[list[Any]]
Facts = tuple[list[Any], Lists, Lists]
"""Of a report, and in columns of its judgements and issues."""


class FactTable:
    """The facts of many reports in columns: of each report a row of the first, and as many of the others as it has."""

    __slots__ = ("columns", "starts")

    def __init__(self, reports: Iterable[list[Any]], judgements: Iterable[list[Any]], issues: Iterable[list[Any]]):
        self.columns: tuple[Lists, Lists, Lists] = (list(reports), list(judgements), list(issues))
        self.starts = [[0, *accumulate(self.columns[0][size])] for size in _SIZES]
        """Where the judgements and the issues of each report begin, and the end of the last."""

    def __len__(self) -> int:
        return len(self.starts[0]) - 1

    @classmethod
    def empty(cls) -> FactTable:
        """Of no report yet."""
        return cls(*([[] for _ in names] for names in (REPORT, JUDGEMENTS, ISSUES)))

    def add(self, facts: Facts) -> None:
        """Those of one more report."""
        report, *items = facts
        for values, value in zip(self.columns[0], report, strict=True):
            values.append(value)
        for columns, more in zip(self.columns[1:], items, strict=True):
            for values, added in zip(columns, more, strict=True):
                values += added
        for starts, size in zip(self.starts, _SIZES, strict=True):
            starts.append(starts[-1] + report[size])

    def slices(self, rows: Iterable[int]) -> tuple[list[slice], list[slice], list[slice]]:
        """Where in the columns of each kind these reports are; reports that follow one another are one slice."""
        runs: list[list[int]] = []
        for row in rows:
            if runs and runs[-1][1] == row:
                runs[-1][1] = row + 1
            else:
                runs.append([row, row + 1])
        judgements, issues = ([slice(starts[a], starts[b]) for a, b in runs] for starts in self.starts)
        return [slice(a, b) for a, b in runs], judgements, issues


def gathered(values: list[Any], slices: Iterable[slice]) -> list[Any]:
    """These parts of a column, one behind the other."""
    found = []
    for some in slices:
        found += values[some]
    return found


class FactsOf(NamedTuple):
    """Where those of one report stand."""

    table: FactTable
    row: int


def facts_of(tree: Tree) -> Facts:
    """Of the entries of `to_dict()` that are not bulky, and how much is in these as `counts`."""
    judgements, issues = tree["judgements"], tree["issues"]
    there, every = _in_table(tree), filed(tree)
    own = zip(judgements, doubts_of(judgements, every), strict=True)
    doubts = [joined(doubt, _otherwise(judgement, there)) for judgement, doubt in own]
    columns = [[judgement[name] for judgement in judgements] for name in _OF_JUDGEMENTS]
    columns += [doubts, codes_of(judgements, issues)]
    told_of = [{**issue, "about": "; ".join(issue["about"]) or None} for issue in issues]
    return _report(tree, doubts, there, every), columns, [[issue[name] for issue in told_of] for name in ISSUES]


def _report(tree: Tree, doubts: list[str | None], there: Outcome | None, issues: list[Tree]) -> list[Any]:
    """Of several inspection periods: the first start and the last end.

    Its doubts are those of its overall judgement; without one, all that make a grade doubtful. `there` is what Ofsted's
    own table says of the inspection and reports of its kind do not print.
    """
    periods, lead, counts = tree["inspection_periods"], tree["lead_inspector"], dict(tree["counts"])
    places = [place for place, judgement in enumerate(tree["judgements"]) if judgement["theme"] == "overall"]
    overall = [tree["judgements"][place]["grade"] for place in places]
    every = [told(i["message"], i["page"]) for i in issues if i["field"] in GRADE_FIELDS]
    statement, progress = tree["statement_of_action"] or {}, tree["progress"] or {}
    second_hand = is_second_hand(tree)
    start, end = days_of(tree)
    found = {
        "framework": tree["framework"],
        **{name: tree["authority"][key] for name, key in _AUTHORITY.items()},
        "start": start,
        "end": end,
        "begun": min((day for p in periods if (day := p["start"] or p["end"])), default=None),
        "published": tree["published"],
        "type": _authority_types().get(tree["authority"]["urn"]),
        "inspection_type": there.type if there else tree.get("inspection_type"),
        "published_there": iso(there.published) if there else None,
        "second_hand": second_hand,
        **{name: tree[name] for name in _COPIED},
        **{name: len(tree[name]) for name in _COUNTED},
        **{name: counts.pop(name) for name in ("paragraphs", "recommendations")},
        "findings": sum(counts.values()),
        "lead_inspector": lead["name"] if lead else None,
        "statement_of_action": statement.get("state"),
        "responsible": statement.get("responsible"),
        **{name: progress.get(key) for name, key in _PROGRESS.items()},
        "doubts": joined(*([doubts[place] for place in places] or every)),
        "other_doubts": others(tree["issues"]),
        "overall": overall[0] if len(overall) == 1 and not second_hand else None,
    }
    return [found[name] for name in REPORT]


def _in_table(tree: Tree) -> Outcome | None:
    """What Ofsted's own table says of the inspection, if it surely has it."""
    if "official" in tree or is_second_hand(tree):
        return None
    return inspection_of(known(tree["framework"], tree["authority"]["la_code"], *map(from_iso, days_of(tree))))


def table_says(report: ReportData) -> list[str | None]:
    """Of each judgement of a report that Ofsted's own table has another grade, where it has one; None where not."""
    there = _in_table(report.readout.head()) if report.judgements else None
    read = [{"key": one.key, "grade": one.grade and one.grade.value} for one in report.judgements]
    return [_otherwise(judgement, there) for judgement in read]


def beyond_issues(report: ReportData) -> list[str]:
    """What is doubtful about a report and none of its issues says: its authority, what Ofsted's own table says."""
    beside = zip(report.judgements, table_says(report), strict=True)
    graded = (under(judgement.label or "a judgement", told) for judgement, told in beside)
    return [*filter(None, [astray(report), *graded])]


def no_judgements(report: ReportData) -> str:
    """What is said of a report without a judgement: none is printed, or some may be and were not read."""
    if any(issue.field == "judgements" for issue in report.issues):
        return "No judgements were read from this document, which may print some: see its issues."
    return "No judgements are printed in this document."


class DoubtsOn:
    """Of each part of a report what to check about it: what frames say of judgements and of texts."""

    def __init__(self, report: ReportData) -> None:
        self._report = report
        self._known: dict[str, list[tuple[Any, str | None]]] = {}

    def __getitem__(self, item: Any) -> str | None:
        field = _FIELD_OF[type(item)]
        if field in ("statement_of_action", "progress"):  # a report has one
            return doubts_about(self._report, field)
        if field not in self._known:
            items = self._items(field)
            doubts = doubts_in(self._report, items, field)
            if field == "judgements":
                doubts = [joined(*both) for both in zip(doubts, table_says(self._report), strict=True)]
            self._known[field] = list(zip(items, doubts, strict=True))
        found = self._known[field]
        alike = [doubt for one, doubt in found if one is item] or [doubt for one, doubt in found if one == item]
        return next(iter(alike), None)

    def _items(self, field: str) -> list[Any]:
        if field == "findings":
            return [one for kind in CLOSED["findings"] for one in getattr(self._report.findings, kind)]
        return list(self._report.paragraphs if field == FIELDS["paragraphs"] else getattr(self._report, field))


def _otherwise(judgement: Tree, there: Outcome | None) -> str | None:
    """That the table has another grade than was read."""
    grade = there.judged.get(judgement["key"]) if there else None
    return f"Ofsted's own table says {Grade(grade)}" if grade and grade != judgement["grade"] else None


@cache
def _authority_types() -> dict[str, str]:
    """Kinds of authority ('County', 'London Borough', …) by URN, from the register."""
    return {row["urn"]: row["type"] for row in read_rows("authorities.csv") if row["type"]}
