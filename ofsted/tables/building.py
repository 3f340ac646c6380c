"""The frames of many reports, from one pass over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

__all__ = ["Builder", "build", "judgements", "listed"]

_OF_REPORTS = (*SHARED, *CODES, *OFFICIAL, "second_hand")
_OFFICIAL_TOO = ("reports", "judgements")
_SCALES = {grade.value: grade.scale for grade in Grade}


class Builder:
    """Gathers the columns of all frames in one pass over reports, each tree looked at once and let go."""

    def __init__(self) -> None:
        self._shared: dict[str, list[Any]] = {name: [] for name in _OF_REPORTS}
        self._own: dict[str, dict[str, list[Any]]] = {
            name: {column: [] for column, kind in own.items() if kind != "rank"} for name, own in OWN.items()
        }
        self._index: dict[str, list[int]] = {name: [] for name in OWN}
        self._types = _authority_types()

    def add(self, tree: dict[str, Any]) -> None:
        """The rows of one report, as `Report.to_dict()` gives it."""
        self._add_shared(tree)
        doubts = doubts_of(tree["judgements"], tree["issues"])
        self._add_judgements(tree["judgements"], doubts, codes_of(tree["judgements"], tree["issues"]))
        paragraphs = self._add_paragraphs(tree["sections"])
        self._add_items("recommendations", tree["recommendations"], joined="references")
        alike = {"statement_of_action": (tree["statement_of_action"] or {}).get("state")}
        kinds = tree["findings"].items()
        findings = sum(self._add_items("findings", found, {**alike, "kind": kind}) for kind, found in kinds)
        self._add_items("issues", tree["issues"])
        self._add_report(tree, doubts, paragraphs, findings)

    def tables(self, official: bool = False) -> dict[str, Columns]:
        """The frames by name; errors and duplicates are not among them. `official`: with where rows come from."""
        found = {}
        for name, own in self._own.items():
            kinds = {**FRAMES[name], **OFFICIAL} if official and name in _OFFICIAL_TOO else None
            found[name] = Columns(name, own, self._shared, self._index[name], kinds)
        return found

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
        for name, value in shared.items():
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
            for name in ("key", "theme", "label", "scope", "grade", "printed", "source", "page"):
                own[name].append(judgement[name])
            own["scale"].append(_SCALES.get(judgement["grade"]))
            own["position"].append(position)
        self._rows("judgements", len(judgements))

    def _add_paragraphs(self, sections: list[dict[str, Any]]) -> int:
        """Every section before those below it, as `Report.paragraphs` has them; without recursion."""
        own = self._own["paragraphs"]
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
        self._rows("paragraphs", count)
        return count

    def _add_items(
        self, frame: str, items: list[dict[str, Any]], alike: dict[str, str | None] | None = None, joined: str = ""
    ) -> int:
        """Items whose keys are the columns; `alike` in all of them; `joined` is a list of str that becomes one str."""
        alike = alike or {}
        for name, values in self._own[frame].items():
            if name == "position":
                values += range(len(items))
            elif name in alike:
                values += [alike[name]] * len(items)
            elif name == joined:
                values += ["; ".join(filter(None, item[name])) or None for item in items]
            else:
                values += [item[name] for item in items]
        self._rows(frame, len(items))
        return len(items)

    def _add_report(self, tree: dict[str, Any], doubts: list[str | None], paragraphs: int, findings: int) -> None:
        """Its doubts are those of its overall judgement; without one, all that make a grade doubtful."""
        places = [place for place, judgement in enumerate(tree["judgements"]) if judgement["theme"] == "overall"]
        overall = [tree["judgements"][place]["grade"] for place in places]
        every = [told(i["message"], i["page"]) for i in tree["issues"] if i["field"] in GRADE_FIELDS]
        lead = tree["lead_inspector"]
        own = {
            name: tree[name]
            for name in ("title", "reference", "publisher", "addressee", "focus", "theme", "visit_number")
        }
        own |= {name: len(tree[name]) for name in ("inspectors", "judgements", "recommendations", "issues")}
        statement, progress = tree["statement_of_action"] or {}, tree["progress"] or {}
        own |= {"statement_of_action": statement.get("state"), "responsible": statement.get("responsible")}
        own |= {"progress": progress.get("outcome")}
        own |= {f"progress_{name}": progress.get(name) for name in ("made_in", "of")}
        own |= {name: tree["source"][name] for name in ("format", "pages")}
        own |= {"paragraphs": paragraphs, "findings": findings, "lead_inspector": lead["name"] if lead else None}
        own |= {name: self._shared[name][-1] for name in ("second_hand", "inspection_type")}
        if "official" in tree:  # Ofsted's own table counts none of these: unknown, not none
            own |= dict.fromkeys(("inspectors", "paragraphs", "recommendations", "findings"))
        own["doubts"] = joined(*([doubts[place] for place in places] or every))
        own["overall"] = overall[0] if len(overall) == 1 and not own["second_hand"] else None
        for name, values in self._own["reports"].items():
            values.append(own[name])
        self._rows("reports", 1)


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


def build(reports: Iterable[ReportData], outcomes: Sequence[Outcome] = ()) -> dict[str, Columns]:
    """All frames of `reports` but errors and duplicates, from one pass over them; below them those of `outcomes`."""
    builder = Builder()
    for report in reports:
        builder.add(report.to_dict())
    for one in outcomes:
        builder.add(as_tree(one))
    return builder.tables(official=bool(outcomes))


def listed(name: str, rows: Sequence[Sequence[Any]]) -> Columns:
    """A frame that is not about reports, from its rows."""
    return Columns(name, {column: [row[i] for row in rows] for i, column in enumerate(FRAMES[name])})


def judgements(reports: Iterable[ReportData]) -> pd.DataFrame:
    """One row for each judgement of each report. ImportError without pandas."""
    require_pandas()  # say so before the work
    return build(reports)["judgements"].to_pandas()
