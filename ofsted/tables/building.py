"""The frames of many reports, built when they are asked for, each from the parts of the reports that it needs.

One pass over what is not bulky gives the frames of reports, judgements and issues; those of paragraphs, recommendations
and findings take a pass each over nothing but these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ofsted.model.grades import Grade
from ofsted.model.readout import Facts, Readout, Tree
from ofsted.model.report_data import ReportData
from ofsted.official.reports import GIVEN_BY, as_tree
from ofsted.official.table import Outcome
from ofsted.tables.arrays import require_pandas
from ofsted.tables.columns import Columns
from ofsted.tables.doubts import doubts_of
from ofsted.tables.facts import ISSUES, JUDGEMENTS, REPORT, facts_of
from ofsted.tables.frames import CODES, FRAMES, OFFICIAL, OWN, SHARED

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["build", "judgements", "listed"]

_OF_REPORTS = (*SHARED, *CODES, *OFFICIAL, "second_hand")
_OFFICIAL_TOO = ("reports", "judgements")
_HEADS = ("reports", "judgements", "issues")
"""The frames that are built together, from the entries of a report that are not bulky."""
_ENTRIES = {"paragraphs": "sections", "recommendations": "recommendations", "findings": "findings"}
_NO_COUNTS = {"paragraphs": 0, "recommendations": 0}
_NO_PLACE = dict.fromkeys(("release", "sheet", "row"))
_GRADE = list(JUDGEMENTS).index("grade")
_SCALES = {grade.value: grade.scale for grade in Grade}


class _Builder:
    """Gathers the columns of reports, judgements and issues in one pass, each report looked at once and let go."""

    def __init__(self) -> None:
        self._shared: dict[str, list[Any]] = {name: [] for name in _OF_REPORTS}
        self._own = {name: _empty(name) for name in _HEADS}
        self._index: dict[str, list[int]] = {name: [] for name in _HEADS}
        self._same: dict[Any, Any] = {}

    def add(self, readout: Readout) -> None:
        """The rows of one report: of its facts, where a cache keeps them and nothing was added to its issues since."""
        known = readout.facts() if readout.facts else None
        report = dict(zip(REPORT, known[0], strict=True)) if known else {}
        if known is None or readout.added_issues(
            *(report[name] for name in ("published", "urn", "authority", "begun"))
        ):
            self._add_tree(readout.head())
            return
        source = readout.full_origin(report["published"])
        report["published"] = readout.origin.published or report["published"]
        self._add(report, known, source)

    def add_official(self, one: Outcome) -> None:
        """The rows of an inspection of Ofsted's own table."""
        self._add_tree({**as_tree(one), "counts": _NO_COUNTS})

    def tables(self, official: bool = False) -> dict[str, Columns]:
        """The frames by name. `official`: with where rows come from."""
        found = {}
        for name, own in self._own.items():
            kinds = {**FRAMES[name], **OFFICIAL} if official and name in _OFFICIAL_TOO else None
            found[name] = Columns(name, own, self._shared, self._index[name], kinds)
        return found

    def _add_tree(self, tree: Tree) -> None:
        report, judgements, issues = facts_of(tree)
        facts = self._alike(report), list(map(self._alike, judgements)), list(map(self._alike, issues))
        self._add(dict(zip(REPORT, facts[0], strict=True)), facts, tree["source"], tree if "official" in tree else None)

    def _alike(self, values: list[Any]) -> list[Any]:
        """The same values, equal ones as one object: of a hundred thousand reports most say what others say."""
        return [self._same.setdefault(value, value) if isinstance(value, str) else value for value in values]

    def _add(self, report: dict[str, Any], facts: Facts, source: Tree, official: Tree | None = None) -> None:
        _, judgements, issues = facts
        report |= {name: source[name] for name in ("path", "url", "published_from", "format", "pages")}
        if official:
            report |= official["official"] | {"report": official["id"]}
            # Ofsted's own table counts none of these: unknown, not none
            report |= dict.fromkeys(("inspectors", "paragraphs", "recommendations", "findings"))
        else:
            report |= _NO_PLACE | {"report": source["sha256"][:12]}
        if report["published_there"] and not report["published"]:
            report |= {"published": report["published_there"], "published_from": GIVEN_BY}
        for name, values in self._shared.items():
            values.append(report[name])
        for name, values in self._own["reports"].items():
            values.append(report[name])
        self._add_rows("judgements", JUDGEMENTS, judgements)
        self._own["judgements"]["scale"] += map(_SCALES.get, judgements[_GRADE])
        self._add_rows("issues", ISSUES, issues)
        self._index["reports"].append(len(self._index["reports"]))

    def _add_rows(self, frame: str, names: Iterable[str], columns: list[list[Any]]) -> None:
        """Rows that belong to the report that was added last."""
        own, count = self._own[frame], len(columns[0])
        for name, values in zip(names, columns, strict=True):
            own[name] += values
        own["position"] += range(count)
        self._index[frame] += [len(self._shared["report"]) - 1] * count


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
    states, issues = heads.column("statement_of_action"), heads.column("issues")
    for place, report in enumerate(reports):
        entry = report.readout.entry(_ENTRIES[name])
        if name == "paragraphs":
            index += [place] * _add_paragraphs(own, entry)
            continue
        if name == "findings":
            state, items = states[place], [item for found in entry.values() for item in found]
            for kind, found in entry.items():
                _add_items(own, found, kind=kind, statement_of_action=state)
        else:
            items = entry
            _add_items(own, items)
        own["doubts"] += doubts_of(items, report.readout.head()["issues"] if items and issues[place] else (), name)
        index += [place] * len(items)
    return heads.beside(name, own, index)


def _add_paragraphs(own: dict[str, list[Any]], sections: list[dict[str, Any]]) -> int:
    """Every section before those below it, as `Report.paragraphs` has them; without recursion."""
    count = 0
    waiting = sections[::-1]
    while waiting:
        section = waiting.pop()
        waiting.extend(reversed(section["sections"]))
        paragraphs = section["paragraphs"]
        for name in ("number", "kind", "text", "page", "last_page"):
            own[name] += [paragraph[name] for paragraph in paragraphs]
        own["section"] += [section["heading"]] * len(paragraphs)
        own["position"] += range(count, count + len(paragraphs))
        count += len(paragraphs)
    return count


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
