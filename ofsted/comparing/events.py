"""Everything that Ofsted did at one authority, in order: inspections, visits and letters, graded or not.

The parameters that all comparisons share are explained in `ofsted.comparing.on_a_day`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ofsted.comparing.in_force import Inspection, Published, inspections_of, lineage, once, who
from ofsted.comparing.unmatched import Doubts
from ofsted.model.days import iso
from ofsted.model.grades import Framework, Grade
from ofsted.tables.columns import Tables, frame_of
from ofsted.tables.doubts import joined, merged
from ofsted.tables.frames import CODES, SHARED

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["events"]

Row = dict[str, Any]
_EVENTS = {
    **SHARED,
    "event": "text",
    "graded": "flag",
    "overall": "grade",
    "grades": "text",
    "focus": "text",
    "recommendations": "count",
    "title": "text",
    "dated": "date",
    "dated_by": "label",
    "lineage": "label",
    "doubts": "text",
    "other_doubts": "text",
    **CODES,
}


def events(
    corpus: Tables, authority: str, predecessors: bool = True, published: Published | None = None
) -> pd.DataFrame:
    """One row an inspection, visit or letter of an authority, graded or not, in the order in which they began.

    - `event`: what it was, in words; `focus` what a visit or a letter is about;
    - `graded`, `overall` and `grades` (every judgement in words): none of them in visits and letters; of area SEND
      `overall` is the outcome, on a scale of its own;
    - `dated`, `dated_by`: the day from which it counts, and what day that is; without any day it comes last;
    - `lineage`: `itself`, or `predecessor` for authorities that it replaced (and those that these replaced);
    - `doubts`: what to check about its grades, its authority and its days; `other_doubts` as in `reports()`.

    Nothing second-hand and no document of unknown kind is among them, and of several reports of one inspection the one
    that is dated last. NotFoundError for an unknown authority;
    ImportError without pandas.
    """
    seen = once(inspections_of(corpus, published))
    place, entry, _ = who(authority, seen, date.today())
    before = lineage(entry) if predecessors else frozenset()
    found = [one for one in seen if one.place == place or one.place in before]
    found.sort(key=lambda one: (one.start or one.dated or date.max, one.dated or date.max, one.file))
    rows = [_row(one, "itself" if one.place == place else "predecessor") for one in found]
    every = frozenset(framework.value for framework in Framework)
    doubts = Doubts(corpus, seen, published, every)
    return doubts.told(frame_of(rows, _EVENTS), {place, *before}, doubts.only_told((), {place, *before}, "issues"))


def _row(one: Inspection, lineage: str) -> Row:
    judged = [j for j in one.judgements if j["grade"]]
    overall = {j["grade"] for j in judged if j["theme"] == "overall" or one.framework == Framework.AREA_SEND.value}
    doubts = merged([(j["key"] or "judgement", j["doubts"]) for j in one.judgements])
    return {
        **one.row,
        "published": iso(one.published),
        "event": _named(one, bool(judged)),
        "graded": bool(judged),
        "overall": overall.pop() if len(overall) == 1 else None,
        "grades": _in_words(judged),
        "dated": iso(one.dated),
        "dated_by": one.dated_by,
        "lineage": lineage,
        "doubts": joined(doubts, one.unread) if one.judgements else joined(one.row["doubts"], one.unread),
    }


def _named(one: Inspection, graded: bool) -> str:
    """'ILACS inspection', 'Focused visit', 'Area SEND letter'."""
    if one.of_board:
        return "LSCB review"
    kind = Framework(one.framework)
    name = str(kind)[:1].upper() + str(kind)[1:]
    if kind in (Framework.FOCUSED_VISIT, Framework.MONITORING_VISIT, Framework.LETTER):
        return name
    return f"{name} inspection" if graded or one.judges else f"{name} letter" if "letter" not in name else name


def _in_words(judged: Sequence[Row]) -> str | None:
    told = (
        f"{j['label']} ({j['scope']}): {Grade(j['grade'])}" if j["scope"] else f"{j['label']}: {Grade(j['grade'])}"
        for j in judged
    )
    return "; ".join(told) or None
