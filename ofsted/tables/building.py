"""The frames of many reports, built when they are asked for, each from the parts of the reports that it needs.

One pass over what is not bulky gives the frames of reports, judgements and issues; those of paragraphs, recommendations
and findings take a pass each over nothing but these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ofsted.model.data_files import read_rows
from ofsted.model.days import from_iso
from ofsted.model.grades import Grade
from ofsted.model.report_data import ReportData, is_second_hand
from ofsted.official.reports import GIVEN_BY, as_tree, inspection_of, known
from ofsted.official.table import Outcome
from ofsted.tables.arrays import require_pandas
from ofsted.tables.columns import Columns
from ofsted.tables.doubts import GRADE_FIELDS, codes_of, doubts_of, joined, told
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
_OF_JUDGEMENTS = ("key", "theme", "label", "scope", "grade", "printed", "source", "page")
_SCALES = {grade.value: grade.scale for grade in Grade}


class _Builder:
    """Gathers the columns of reports, judgements and issues in one pass, each tree looked at once and let go."""

    def __init__(self) -> None:
        self._shared: dict[str, list[Any]] = {name: [] for name in _OF_REPORTS}
        self._own = {name: _empty(name) for name in _HEADS}
        self._index: dict[str, list[int]] = {name: [] for name in _HEADS}
        self._types = _authority_types()
        self._same: dict[Any, Any] = {}

    def add(self, tree: dict[str, Any]) -> None:
        """The rows of one report: the entries of `to_dict()` that are not bulky, and how much is in these."""
        self._add_shared(tree)
        doubts = doubts_of(tree["judgements"], tree["issues"])
        self._add_judgements(tree["judgements"], doubts, codes_of(tree["judgements"], tree["issues"]))
        issues = tree["issues"]
        for name in ("code", "field", "message", "page"):
            self._own["issues"][name] += self._kept(issue[name] for issue in issues)
        self._own["issues"]["position"] += range(len(issues))
        self._rows("issues", len(issues))
        self._add_report(tree, doubts)

    def tables(self, official: bool = False) -> dict[str, Columns]:
        """The frames by name. `official`: with where rows come from."""
        found = {}
        for name, own in self._own.items():
            kinds = {**FRAMES[name], **OFFICIAL} if official and name in _OFFICIAL_TOO else None
            found[name] = Columns(name, own, self._shared, self._index[name], kinds)
        return found

    def _kept(self, values: Iterable[Any]) -> list[Any]:
        """The same values, equal ones as one object: of a hundred thousand reports most say what others say."""
        return [self._same.setdefault(value, value) if isinstance(value, str) else value for value in values]

    def _add_shared(self, tree: dict[str, Any]) -> None:
        """Of several inspection periods: the first start and the last end."""
        starts = [p["start"] for p in tree["inspection_periods"] if p["start"]]
        ends = [p["end"] for p in tree["inspection_periods"] if p["end"]]
        authority, source = tree["authority"], tree["source"]
        official = tree.get("official", {})
        shared = {
            "report": tree["id"] if official else source["sha256"][:12],
            "framework": tree["framework"],
            "authority": authority["name"],
            "urn": authority["urn"],
            "region": authority["region"],
            "start": min(starts, default=None),
            "end": max(ends, default=None),
            "published": tree["published"],
            "inspection_type": tree.get("inspection_type"),
            "path": source["path"],
            "la_code": authority["la_code"],
            "gss_code": authority["gss_code"],
            "type": self._types.get(authority["urn"]),
            "url": source["url"],
            "published_from": source["published_from"],
            "second_hand": is_second_hand(tree),
            **{name: official.get(name) for name in ("release", "sheet", "row")},
        }
        if not official and not shared["second_hand"]:
            shared |= _from_table(shared)
        for name, value in zip(shared, self._kept(shared.values()), strict=True):
            self._shared[name].append(value)

    def _rows(self, name: str, count: int) -> None:
        """`count` rows of frame `name` belong to the report that was added last."""
        self._index[name] += [len(self._shared["report"]) - 1] * count

    def _add_judgements(
        self, judgements: list[dict[str, Any]], doubts: list[str | None], codes: list[str | None]
    ) -> None:
        own = self._own["judgements"]
        own["doubt"] += codes
        own["doubts"] += doubts
        for position, judgement in enumerate(judgements):
            for name, value in zip(_OF_JUDGEMENTS, self._kept(map(judgement.__getitem__, _OF_JUDGEMENTS)), strict=True):
                own[name].append(value)
            own["scale"].append(_SCALES.get(judgement["grade"]))
            own["position"].append(position)
        self._rows("judgements", len(judgements))

    def _add_report(self, tree: dict[str, Any], doubts: list[str | None]) -> None:
        """Its doubts are those of its overall judgement; without one, all that make a grade doubtful."""
        places = [place for place, judgement in enumerate(tree["judgements"]) if judgement["theme"] == "overall"]
        overall = [tree["judgements"][place]["grade"] for place in places]
        every = [told(i["message"], i["page"]) for i in tree["issues"] if i["field"] in GRADE_FIELDS]
        lead = tree["lead_inspector"]
        own = {
            name: tree[name]
            for name in ("title", "reference", "publisher", "addressee", "focus", "theme", "visit_number")
        }
        own |= {name: len(tree[name]) for name in ("inspectors", "judgements", "issues")}
        counts = dict(tree["counts"])
        own |= {name: counts.pop(name) for name in ("paragraphs", "recommendations")}
        statement, progress = tree["statement_of_action"] or {}, tree["progress"] or {}
        own |= {"statement_of_action": statement.get("state"), "responsible": statement.get("responsible")}
        own |= {"progress": progress.get("outcome")}
        own |= {f"progress_{name}": progress.get(name) for name in ("made_in", "of")}
        own |= {name: tree["source"][name] for name in ("format", "pages")}
        own |= {"findings": sum(counts.values()), "lead_inspector": lead["name"] if lead else None}
        own |= {name: self._shared[name][-1] for name in ("second_hand", "inspection_type")}
        if "official" in tree:  # Ofsted's own table counts none of these: unknown, not none
            own |= dict.fromkeys(("inspectors", "paragraphs", "recommendations", "findings"))
        own["doubts"] = joined(*([doubts[place] for place in places] or every))
        own["overall"] = overall[0] if len(overall) == 1 and not own["second_hand"] else None
        for name, values in self._own["reports"].items():
            values.append(own[name])
        self._rows("reports", 1)


def _empty(name: str) -> dict[str, list[Any]]:
    """A frame's own columns, but for ranks, which are told from grades."""
    return {column: [] for column, kind in OWN[name].items() if kind != "rank"}


def _from_table(report: dict[str, Any]) -> dict[str, Any]:
    """What Ofsted's own table says of an inspection and reports of its kind do not print."""
    start, end = (from_iso(report[name]) for name in ("start", "end"))
    found = inspection_of(known(report["framework"], report["la_code"], start, end))
    if found is None:
        return {}
    more = {"inspection_type": found.type}
    if found.published and not report["published"]:
        more |= {"published": found.published.isoformat(), "published_from": GIVEN_BY}
    return more


def _authority_types() -> dict[str, str]:
    """Kinds of authority ('County', 'London Borough', …) by URN, from the register."""
    return {row["urn"]: row["type"] for row in read_rows("authorities.csv") if row["type"]}


def build(
    name: str, reports: Sequence[ReportData], outcomes: Sequence[Outcome], built: Mapping[str, Columns]
) -> dict[str, Columns]:
    """A frame of `reports`, and what is built on the way and not among the `built`; below them those of `outcomes`."""
    new: dict[str, Columns] = {}
    if "reports" not in built:
        builder = _Builder()
        for report in reports:
            builder.add(report.readout.head())
        for one in outcomes:
            builder.add({**as_tree(one), "counts": _NO_COUNTS})
        new = builder.tables(official=bool(outcomes))
    if name not in _HEADS:
        new[name] = _items(name, reports, {**built, **new}["reports"])
    return new


def _items(name: str, reports: Iterable[ReportData], heads: Columns) -> Columns:
    """The frame of what stands in an entry of its own; Ofsted's own table has none of it."""
    own, index = _empty(name), list[int]()
    states = heads.column("statement_of_action")
    for place, report in enumerate(reports):
        entry = report.readout.entry(_ENTRIES[name])
        if name == "paragraphs":
            count = _add_paragraphs(own, entry)
        elif name == "findings":
            state = states[place]
            count = sum(_add_items(own, found, kind=kind, statement_of_action=state) for kind, found in entry.items())
        else:
            count = _add_items(own, entry)
        index += [place] * count
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


def _add_items(own: dict[str, list[Any]], items: list[dict[str, Any]], **alike: str | None) -> int:
    """Items whose keys are the columns; `alike` in all of them; a list of str becomes one str."""
    for name, values in own.items():
        if name == "position":
            values += range(len(items))
        elif name in alike:
            values += [alike[name]] * len(items)
        elif name == "references":
            values += ["; ".join(filter(None, item[name])) or None for item in items]
        else:
            values += [item[name] for item in items]
    return len(items)


def listed(name: str, rows: Sequence[Sequence[Any]]) -> Columns:
    """A frame that is not about reports, from its rows."""
    return Columns(name, {column: [row[i] for row in rows] for i, column in enumerate(FRAMES[name])})


def judgements(reports: Sequence[ReportData]) -> pd.DataFrame:
    """One row for each judgement of each report. ImportError without pandas."""
    require_pandas()  # say so before the work
    return build("judgements", reports, (), {})["judgements"].to_pandas()
