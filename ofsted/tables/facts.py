"""What one report gives to the frames of reports, judgements and issues, as flat lists in the order given here.

A cache keeps them of all its reports in columns (`ofsted.reading.known_facts`), so that these frames need no report.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from ofsted.model.data_files import read_rows
from ofsted.model.days import from_iso, iso
from ofsted.model.readout import Facts, Tree
from ofsted.model.report_data import is_second_hand
from ofsted.official.reports import inspection_of, known
from ofsted.tables.doubts import GRADE_FIELDS, codes_of, doubts_of, joined, told
from ofsted.tables.frames import OWN, SHARED

__all__ = ["ISSUES", "JUDGEMENTS", "REPORT", "facts_of"]

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
    "overall": "grade",
}
_OF_JUDGEMENTS = ("key", "theme", "label", "scope", "grade", "printed", "source", "page")
JUDGEMENTS = {name: OWN["judgements"][name] for name in (*_OF_JUDGEMENTS, "doubts", "doubt")}
ISSUES = {name: OWN["issues"][name] for name in ("code", "field", "message", "page")}


def facts_of(tree: Tree) -> Facts:
    """Of the entries of `to_dict()` that are not bulky, and how much is in these as `counts`."""
    judgements, issues = tree["judgements"], tree["issues"]
    doubts = doubts_of(judgements, issues)
    columns = [[judgement[name] for judgement in judgements] for name in _OF_JUDGEMENTS]
    columns += [doubts, codes_of(judgements, issues)]
    return _report(tree, doubts), columns, [[issue[name] for issue in issues] for name in ISSUES]


def _report(tree: Tree, doubts: list[str | None]) -> list[Any]:
    """Of several inspection periods: the first start and the last end.

    Its doubts are those of its overall judgement; without one, all that make a grade doubtful.
    """
    periods, lead, counts = tree["inspection_periods"], tree["lead_inspector"], dict(tree["counts"])
    places = [place for place, judgement in enumerate(tree["judgements"]) if judgement["theme"] == "overall"]
    overall = [tree["judgements"][place]["grade"] for place in places]
    every = [told(i["message"], i["page"]) for i in tree["issues"] if i["field"] in GRADE_FIELDS]
    statement, progress = tree["statement_of_action"] or {}, tree["progress"] or {}
    second_hand = is_second_hand(tree)
    found = {
        "framework": tree["framework"],
        **{name: tree["authority"][key] for name, key in _AUTHORITY.items()},
        "start": min((p["start"] for p in periods if p["start"]), default=None),
        "end": max((p["end"] for p in periods if p["end"]), default=None),
        "begun": min((day for p in periods if (day := p["start"] or p["end"])), default=None),
        "published": tree["published"],
        "type": _authority_types().get(tree["authority"]["urn"]),
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
        "overall": overall[0] if len(overall) == 1 and not second_hand else None,
    }
    found |= _from_table(found) if "official" not in tree else {"inspection_type": tree["inspection_type"]}
    return [found.get(name) for name in REPORT]


def _from_table(report: dict[str, Any]) -> dict[str, Any]:
    """What Ofsted's own table says of an inspection and reports of its kind do not print."""
    if report["second_hand"]:
        return {}
    start, end = (from_iso(report[name]) for name in ("start", "end"))
    found = inspection_of(known(report["framework"], report["la_code"], start, end))
    return {"inspection_type": found.type, "published_there": iso(found.published)} if found else {}


@cache
def _authority_types() -> dict[str, str]:
    """Kinds of authority ('County', 'London Borough', …) by URN, from the register."""
    return {row["urn"]: row["type"] for row in read_rows("authorities.csv") if row["type"]}
