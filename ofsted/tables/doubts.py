"""What is doubtful about a grade or an entry, in words: the issues of its report about it, each with its page.

A text of doubts holds any number of them, joined by '; ', which none of them has in itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ofsted.model.days import from_iso
from ofsted.model.readout import Tree, issue_of
from ofsted.model.report_data import is_second_hand
from ofsted.register.authorities import on_day

if TYPE_CHECKING:
    from ofsted.model.report_data import ReportData

__all__ = [
    "FIELDS",
    "GRADE_FIELDS",
    "about_named",
    "astray",
    "codes_of",
    "days_of",
    "doubts_about",
    "doubts_in",
    "doubts_of",
    "each",
    "filed",
    "in_all",
    "joined",
    "merged",
    "not_there",
    "others",
    "told",
    "under",
]

_JUDGEMENTS = "judgements"
FIELDS = {"paragraphs": "sections", "recommendations": "recommendations", "findings": "findings"}
"""The entry of a report's tree that each frame of texts is made of, which is the field of the issues about it."""
_PARAGRAPHS = FIELDS["paragraphs"]
_LISTED = frozenset({"recommendations", "findings"})
"""Fields whose issues are about a paragraph where they were found at it: they are printed among paragraphs."""
_OF_ALL = {"findings": frozenset({"findings", "progress", "statement_of_action"})}
"""The fields whose issues without a place are about all items of a field, where it is not this field alone."""
_SHARED = frozenset({"authority", "inspection_periods", "published", "framework", "source"})
"""The fields whose issues are about all that a report says: whose it is, of which day, and how its file was read."""
GRADE_FIELDS = _SHARED | {_JUDGEMENTS}
"""The fields whose issues make a grade doubtful: what it is, who says it of whom, from which day it counts, and how it
was read."""
_BETWEEN = "; "


def told(message: str, page: int | None) -> str:
    """An issue as one doubt: its message without full stop, and where to look."""
    words = " ".join(message.split()).rstrip(".").replace(_BETWEEN, ", ")
    return f"{words} (see page {page})" if page else words


def each(doubts: str | None) -> list[str]:
    """The doubts of a text, one by one."""
    return doubts.split(_BETWEEN) if doubts else []


def joined(*doubts: str | None) -> str | None:
    """Several texts of doubts as one, which says each once; None for none."""
    return _BETWEEN.join(dict.fromkeys(one for text in doubts for one in each(text))) or None


def in_all(texts: Iterable[str | None]) -> str | None:
    """What all of these texts say, in the order of the first; None for nothing."""
    first, *rest = map(each, texts)
    return joined(*(one for one in first if all(one in other for other in rest)))


def under(heading: str, doubts: str | None) -> str | None:
    """The same doubts, each with what it is about before it."""
    return joined(*(f"{heading}: {one}" for one in each(doubts)))


def merged(doubts: Sequence[tuple[str, str | None]]) -> str | None:
    """The doubts of several grades as one text: what all of them share is said once, the rest after whose it is."""
    about: dict[str, list[str]] = {}
    for name, text in doubts:
        for doubt in each(text):
            about.setdefault(doubt, []).append(name.replace("_", " "))
    return joined(*(d if len(names) == len(doubts) else f"{', '.join(names)}: {d}" for d, names in about.items()))


def others(issues: Iterable[Tree], than: Collection[str] = GRADE_FIELDS) -> str | None:
    """The issues about other fields than these, each after the field that it is about."""
    found = [issue for issue in issues if issue["field"] not in than]
    return joined(*(under((i["field"] or "report").replace("_", " "), told(i["message"], i["page"])) for i in found))


def doubts_of(items: Sequence[Tree], issues: Sequence[Tree], field: str = _JUDGEMENTS) -> list[str | None]:
    """Of each item of a field of a report's tree its doubts, None for none.

    An issue is about the items that its span overlaps, or the judgements that its message names; else about all.
    """
    return _texts(items, issues, field, lambda issue: told(issue["message"], issue["page"]))


def days_of(tree: Tree) -> tuple[str | None, str | None]:
    """The first day of any inspection period of a report's tree and the last one."""
    periods = tree["inspection_periods"]
    starts, ends = ([p[name] for p in periods if p[name]] for name in ("start", "end"))
    return min(starts, default=None), max(ends, default=None)


def filed(tree: Tree) -> list[Tree]:
    """The issues of a report's tree; after them that its authority was not there on its day, which has no code."""
    absent = not_there(tree["authority"]["la_code"], *days_of(tree), tree["published"])
    return [*tree["issues"], *absent] if absent and not is_second_hand(tree) else tree["issues"]


def not_there(la_code: str | None, *days: str | None) -> list[Tree]:
    """An issue that the authority of this code was not there on the first of these days that is known, if so."""
    day = next(filter(None, days), None)
    words = _absent(la_code, day) if la_code and day else None
    return [issue_of("", "authority", words) | {"code": None}] if words else []


@lru_cache(maxsize=4096)
def _absent(la_code: str, day: str) -> str | None:
    on = from_iso(day)
    authority = on_day(la_code, on) if on else None
    return authority.absent(on) if authority and on else None


def astray(report: ReportData) -> str | None:
    """That a report's authority was not there on its day."""
    return next((issue["message"] for issue in filed(report.readout.head()) if issue["code"] is None), None)


def doubts_in(report: ReportData, items: Sequence[Any], field: str) -> list[str | None]:
    """The same of a report's objects: all that it has of a field."""
    trees = [{"span": item.span, "label": getattr(item, "label", None)} for item in items]
    return doubts_of(trees, filed(report.readout.head()), field)


def doubts_about(report: ReportData, field: str) -> str | None:
    """All doubts of a report about a field, about whose the report is, of which day, and how it was read."""
    about = {field, *_SHARED}
    return joined(*(told(i["message"], i["page"]) for i in filed(report.readout.head()) if i["field"] in about))


def codes_of(judgements: Sequence[Tree], issues: Sequence[Tree]) -> list[str | None]:
    """Of each judgement the codes of the same issues, each once, as one text; None for none."""
    return _texts(judgements, issues, _JUDGEMENTS, itemgetter("code"))


def _texts(items: Sequence[Tree], issues: Sequence[Tree], field: str, words: Callable[[Tree], str]) -> list[str | None]:
    """Of each item what these words say of the issues that touch it; of the same issues it is one text."""
    if not issues:
        return [None] * len(items)
    texts: dict[tuple[int, ...], str | None] = {}
    found = []
    for touching in _touching(items, issues, field):
        key = tuple(map(id, touching))
        if key not in texts:
            texts[key] = joined(*map(words, touching))
        found.append(texts[key])
    return found


def _touching(items: Sequence[Tree], issues: Sequence[Tree], field: str) -> list[list[Tree]]:
    found: list[list[Tree]] = [[] for _ in items]
    there = _Places(items)
    of_all = _SHARED | _OF_ALL.get(field, {field})
    for issue in issues:
        about: Sequence[int] = ()
        if issue["field"] == field or (field == _PARAGRAPHS and issue["field"] in _LISTED):
            about = there.overlapped(issue["span"] or (0, 0))
        if not about and issue["field"] == field == _JUDGEMENTS:
            about = about_named(issue["message"], [one["label"] for one in items])
        if not about and issue["field"] in of_all:
            about = range(len(items))
        for place in about:
            found[place].append(issue)
    return found


class _Places:
    """Where in the text items stand, for finding those that a span overlaps without looking at all of them."""

    def __init__(self, items: Sequence[Tree]) -> None:
        self._spans = sorted((*one["span"], place) for place, one in enumerate(items))
        self._starts = [start for start, _, _ in self._spans]
        self._reached = list(accumulate(map(itemgetter(1), self._spans), max))

    def overlapped(self, span: Sequence[int]) -> list[int]:
        """The numbers of these items, in order."""
        start, end = span
        among = self._spans[bisect_right(self._reached, start) : bisect_left(self._starts, end)]
        return sorted(place for first, last, place in among if max(start, first) < min(end, last))


def about_named(message: str, labels: Sequence[str | None]) -> list[int]:
    """The places of the labels that a message names: of labels that hold one another the longest."""
    words = _plain(message)
    sizes = {n: len(label) for n, text in enumerate(labels) if (label := _plain(text or "")) and _holds(words, label)}
    return [n for n, size in sizes.items() if size == max(sizes.values())]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _holds(words: str, label: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(label)}(?!\w)", words) is not None
