"""The frames of many reports, built when they are asked for, each from the parts of the reports that it needs.

One pass over what is not bulky gives the frames of reports, judgements and issues; those of paragraphs, recommendations
and findings take a pass each over nothing but these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ofsted.model.grades import Grade
from ofsted.model.readout import Readout, Tree
from ofsted.model.report_data import ReportData
from ofsted.official.reports import GIVEN_BY, as_tree
from ofsted.official.table import Outcome
from ofsted.tables.arrays import require_pandas
from ofsted.tables.columns import Columns
from ofsted.tables.doubts import FIELDS, doubts_of, not_there
from ofsted.tables.facts import ISSUES, JUDGEMENTS, REPORT, FactsOf, FactTable, facts_of, gathered
from ofsted.tables.frames import CODES, FRAMES, OFFICIAL, OWN, SHARED

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["build", "judgements", "listed"]

_OF_REPORTS = (*SHARED, *CODES, *OFFICIAL, "second_hand")
_OFFICIAL_TOO = ("reports", "judgements")
_HEADS = ("reports", "judgements", "issues")
"""The frames that are built together, from the entries of a report that are not bulky."""
_NO_COUNTS = {"paragraphs": 0, "recommendations": 0}
_OF_SOURCE = ("path", "url", "published_from", "format", "pages")
_NOT_COUNTED = ("inspectors", "paragraphs", "recommendations", "findings")
"""What Ofsted's own table says nothing of: unknown, not none."""
_ASKED = [list(REPORT).index(name) for name in ("published", "urn", "authority", "begun")]
_SCALES = {grade.value: grade.scale for grade in Grade}


class _Row(NamedTuple):
    """Where the facts of a report are, and what stands beside them in its row."""

    table: FactTable
    row: int
    source: Tree
    published: str | None
    official: Tree | None = None


class _Builder:
    """Gathers the columns of reports, judgements and issues in one pass, each report looked at once and let go."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._made = FactTable.empty()
        """The facts of reports of which no cache keeps them, or to whose issues something was added since."""
        self._same: dict[Any, Any] = {}

    def add(self, readout: Readout) -> None:
        """One report."""
        if not isinstance(known := readout.facts, FactsOf):
            self._add_tree(readout.head())
            return
        published, urn, authority, begun = (known.table.columns[0][place][known.row] for place in _ASKED)
        if readout.added_issues(published, urn, authority, begun):
            self._add_tree(readout.head())
            return
        source = readout.full_origin(published)
        self._rows.append(_Row(known.table, known.row, source, readout.origin.published or published))

    def add_official(self, one: Outcome) -> None:
        """An inspection of Ofsted's own table."""
        self._add_tree({**as_tree(one), "counts": _NO_COUNTS})

    def _add_tree(self, tree: Tree) -> None:
        report, judgements, issues = facts_of(tree)
        self._made.add((self._alike(report), list(map(self._alike, judgements)), list(map(self._alike, issues))))
        official = tree if "official" in tree else None
        self._rows.append(_Row(self._made, len(self._made) - 1, tree["source"], tree["published"], official))

    def _alike(self, values: list[Any]) -> list[Any]:
        """The same values, equal ones as one object: of a hundred thousand reports most say what others say."""
        return [self._same.setdefault(value, value) if isinstance(value, str) else value for value in values]

    def tables(self, official: bool = False) -> dict[str, Columns]:
        """The frames by name. `official`: with where rows come from."""
        reports, judgements, issues = self._gathered()
        counts = {"judgements": reports["judgements"], "issues": reports["issues"], "reports": [1] * len(self._rows)}
        self._add_beside(reports)
        shared = {name: reports[name] for name in _OF_REPORTS}
        judgements["scale"] = list(map(_SCALES.get, judgements["grade"]))
        found = {}
        for name, columns in zip(_HEADS, (reports, judgements, issues), strict=True):
            if name != "reports":
                columns["position"] = [place for count in counts[name] for place in range(count)]
            own = {column: columns[column] for column in _empty(name)}
            index = [place for place, count in enumerate(counts[name]) for _ in range(count)]
            kinds = {**FRAMES[name], **OFFICIAL} if official and name in _OFFICIAL_TOO else None
            found[name] = Columns(name, own, shared, index, kinds)
        return found

    def _gathered(self) -> list[dict[str, list[Any]]]:
        """The columns of facts, each of all reports."""
        found: list[dict[str, list[Any]]] = [{name: [] for name in names} for names in (REPORT, JUDGEMENTS, ISSUES)]
        for table, rows in groupby(self._rows, key=itemgetter(0)):
            slices = table.slices(row.row for row in rows)
            for into, columns, some in zip(found, table.columns, slices, strict=True):
                for values, more in zip(into.values(), columns, strict=True):
                    values += gathered(more, some)
        return found

    def _add_beside(self, reports: dict[str, list[Any]]) -> None:
        """The columns that are no facts of the core's."""
        sources = [row.source for row in self._rows]
        reports |= {name: [source[name] for source in sources] for name in _OF_SOURCE}
        reports["report"] = [row.official["id"] if row.official else row.source["sha256"][:12] for row in self._rows]
        reports["published"] = [row.published for row in self._rows]
        reports |= {name: [None] * len(self._rows) for name in OFFICIAL if name not in REPORT}
        for place, there in enumerate(reports["published_there"]):
            if there and not reports["published"][place]:
                reports["published"][place], reports["published_from"][place] = there, GIVEN_BY
        for place, row in enumerate(self._rows):
            if row.official:
                for name, value in row.official["official"].items():
                    reports[name][place] = value
                for name in _NOT_COUNTED:
                    reports[name][place] = None


def _empty(name: str) -> dict[str, list[Any]]:
    """A frame's own columns, but for ranks, which are told from grades."""
    return {column: [] for column, kind in OWN[name].items() if kind != "rank"}


def build(
    name: str, reports: Sequence[ReportData], outcomes: Sequence[Outcome], built: Mapping[str, Columns]
) -> dict[str, Columns]:
    """A frame of `reports`, and what is built on the way and not among the `built`; below them those of `outcomes`."""
    new: dict[str, Columns] = {}
    if "reports" not in built:
        builder = _Builder()
        for report in reports:
            builder.add(report.readout)
        for one in outcomes:
            builder.add_official(one)
        new = builder.tables(official=bool(outcomes))
    if name not in _HEADS:
        new[name] = _items(name, reports, {**built, **new}["reports"])
    return new


def _items(name: str, reports: Iterable[ReportData], heads: Columns) -> Columns:
    """The frame of what stands in an entry of its own; Ofsted's own table has none of it."""
    own, index = _empty(name), list[int]()
    states, issues, second_hand = (heads.column(name) for name in ("statement_of_action", "issues", "second_hand"))
    days = list(zip(*(heads.column(name) for name in ("la_code", "start", "end", "published")), strict=True))
    for place, report in enumerate(reports):
        entry = report.readout.entry(FIELDS[name])
        if name == "paragraphs":
            items = _add_paragraphs(own, entry)
        elif name == "findings":
            state, items = states[place], [item for found in entry.values() for item in found]
            for kind, found in entry.items():
                _add_items(own, found, kind=kind, statement_of_action=state)
        else:
            items = entry
            _add_items(own, items)
        filed = report.readout.head()["issues"] if items and issues[place] else []
        absent = [] if second_hand[place] else not_there(*days[place])
        own["doubts"] += doubts_of(items, [*filed, *absent], FIELDS[name])
        index += [place] * len(items)
    return heads.beside(name, own, index)


def _add_paragraphs(own: dict[str, list[Any]], sections: list[Tree]) -> list[Tree]:
    """Every section before those below it, as `Report.paragraphs` has them; without recursion."""
    added: list[Tree] = []
    waiting = sections[::-1]
    while waiting:
        section = waiting.pop()
        waiting.extend(reversed(section["sections"]))
        paragraphs = section["paragraphs"]
        for name in ("number", "kind", "text", "page", "last_page"):
            own[name] += [paragraph[name] for paragraph in paragraphs]
        own["section"] += [section["heading"]] * len(paragraphs)
        added += paragraphs
    own["position"] += range(len(added))
    return added


def _add_items(own: dict[str, list[Any]], items: list[dict[str, Any]], **alike: str | None) -> None:
    """Items whose keys are the columns, all but `doubts`; `alike` in all of them; a list of str becomes one str."""
    for name, values in own.items():
        if name == "doubts":
            continue
        if name == "position":
            values += range(len(items))
        elif name in alike:
            values += [alike[name]] * len(items)
        elif name == "references":
            values += ["; ".join(filter(None, item[name])) or None for item in items]
        else:
            values += [item[name] for item in items]


def listed(name: str, rows: Sequence[Sequence[Any]]) -> Columns:
    """A frame that is not about reports, from its rows."""
    return Columns(name, {column: [row[i] for row in rows] for i, column in enumerate(FRAMES[name])})


def judgements(reports: Sequence[ReportData]) -> pd.DataFrame:
    """One row for each judgement of each report. ImportError without pandas."""
    require_pandas()  # say so before the work
    return build("judgements", reports, (), {})["judgements"].to_pandas()
