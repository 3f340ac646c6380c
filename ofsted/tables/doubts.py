"""What is doubtful about a grade or an entry, in words: the issues of its report about it, each with its page.

A text of doubts holds any number of them, joined by '; ', which none of them has in itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

__all__ = ["GRADE_FIELDS", "about_named", "codes_of", "doubts_of", "each", "joined", "merged", "told", "under"]

_JUDGEMENTS = "judgements"
_SHARED = frozenset({"authority", "inspection_periods", "published"})
GRADE_FIELDS = _SHARED | {_JUDGEMENTS}
"""The fields whose issues make a grade doubtful: what it is, whose it is, and from which day it counts."""
_BETWEEN = "; "

Tree = dict[str, Any]


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


def doubts_of(items: Sequence[Tree], issues: Sequence[Tree], field: str = _JUDGEMENTS) -> list[str | None]:
    """Of each item of a field of a report's tree its doubts, None for none.

    An issue is about the items that its span overlaps, or the judgements that its message names; else about all.
    """
    return [joined(*(told(i["message"], i["page"]) for i in found)) for found in _touching(items, issues, field)]


def codes_of(judgements: Sequence[Tree], issues: Sequence[Tree]) -> list[str | None]:
    """Of each judgement the codes of the same issues, each once, as one text; None for none."""
    return [joined(*(issue["code"] for issue in found)) for found in _touching(judgements, issues, _JUDGEMENTS)]


def _touching(items: Sequence[Tree], issues: Sequence[Tree], field: str) -> list[list[Tree]]:
    found: list[list[Tree]] = [[] for _ in items]
    for issue in issues:
        if issue["field"] == field or issue["field"] in _SHARED:
            for place in _about(issue, items, field) or range(len(items)):
                found[place].append(issue)
    return found


def _about(issue: Tree, items: Sequence[Tree], field: str) -> list[int]:
    if issue["field"] != field:
        return []
    start, end = issue["span"] or (0, 0)
    overlapped = [n for n, one in enumerate(items) if max(start, one["span"][0]) < min(end, one["span"][1])]
    if overlapped or field != _JUDGEMENTS:
        return overlapped
    return about_named(issue["message"], [one["label"] for one in items])


def about_named(message: str, labels: Sequence[str | None]) -> list[int]:
    """The places of the labels that a message names: of labels that hold one another the longest."""
    words = _plain(message)
    sizes = {n: len(label) for n, text in enumerate(labels) if (label := _plain(text or "")) and _holds(words, label)}
    return [n for n, size in sizes.items() if size == max(sizes.values())]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _holds(words: str, label: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(label)}(?!\w)", words) is not None
