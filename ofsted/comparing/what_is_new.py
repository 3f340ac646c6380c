"""What is new in a corpus: since a day, or against an older corpus."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from ofsted.comparing.in_force import (
    CHILDRENS_SERVICES,
    MAIN_THEMES,
    Inspection,
    Verdict,
    direction,
    existing,
    in_force,
    in_register,
    inspections_of,
    verdict,
)
from ofsted.comparing.unmatched import Doubts, may_be_later
from ofsted.model.grades import Framework, Grade
from ofsted.model.words import count
from ofsted.register.authorities import Day, as_day, given_day
from ofsted.tables.columns import Tables, frame_of
from ofsted.tables.coverage import not_read
from ofsted.tables.doubts import joined, under

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["compare_with", "since"]

_DIFFERENCES = {
    "what": "label",
    "authority": "text",
    "la_code": "text",
    "framework": "frameworks",
    "start": "date",
    "end": "date",
    "published": "date",
    "theme": "themes",
    "from_grade": "grade",
    "to_grade": "grade",
    "direction": "label",
    "notes": "text",
    "doubts": "text",
    "report": "text",
    "older_report": "text",
    "path": "text",
    "url": "text",
}
_WHAT = ("new", "changed", "gone", "grade")
_MOST_NAMED = 3  # in a message
_APART: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (CHILDRENS_SERVICES, MAIN_THEMES),
    (frozenset({Framework.AREA_SEND.value}), ("overall",)),
)
"""Frameworks whose grades replace one another, and their themes."""

Row = dict[str, Any]
Pair = tuple[Inspection, Inspection]


def _every(corpus: Tables) -> list[Inspection]:
    """All documents, oldest first: Ofsted's own of any kind, then what is second-hand."""
    own = inspections_of(corpus, unknown=True)
    return [*own, *inspections_of(corpus, unknown=True, second_hand=True)]


def since(corpus: Tables, day: Day) -> frozenset[str]:
    """The ids of the reports that are dated on this day or later. Warns of those that have no day."""
    first = given_day(day)
    every = _every(corpus)
    undated = [one.file for one in every if one.dated is None]
    if undated:
        some = ", ".join(undated[:_MOST_NAMED]) + (" …" if len(undated) > _MOST_NAMED else "")
        warnings.warn(f"{count(len(undated), 'report')} without any day left out: {some}", stacklevel=3)
    return frozenset(str(one.row["report"]) for one in every if one.dated and one.dated >= first)


def compare_with(corpus: Tables, older: Tables, as_of: Day | None = None) -> pd.DataFrame:
    """What differs from an older corpus: reports that are new, changed or gone, and grades in force that changed.

    `what` says which; a row is a report, or for 'grade' an authority and theme:

    - `new`: a report that the older corpus lacks;
    - `changed`: the same report with another content (found by its link, its path, or its inspection), another day of
      publication, or other grades, because it was read by another version; `notes` say what;
    - `gone`: a report that is here no longer; `notes` say if it is there and could not be read;
    - `grade`: the grade in force on `as_of` (today) differs, `from_grade` and `to_grade`; `notes` say why one is
      missing. `direction` is 'better', 'worse' or missing where scales differ. The report is the one it comes from.

    `doubts` says what to check before use: of a report about its grades, its authority and its days; of a grade about
    the new one, about the older one after `before:`, and what may be newer than either. Of the older one that may be a
    file that could not be read then: where it can be read now it is said of its authority, else, as of all that the
    older corpus could not put to an authority, in `attrs["unmatched"]`, with a warning.

    A `new` report says in `notes` if it was there and could not be read. Warns of what may be newer here, as all
    comparisons do. Area SEND inspections have rows of their own, of framework `area-send`. What `with_outcomes()` has
    added counts in the grades, and is no report.
    """
    day = as_day(as_of)
    new, old = _every(corpus), _every(older)
    pairs, added, lost = _paired(*([one for one in some if not one.row.get("release")] for some in (new, old)))
    unread, before = _unread(corpus), _unread(older)
    rows = [_row("new", one, report=one.row["report"], notes=before.get(one.row["path"])) for one in added]
    rows += [row for pair in pairs if (row := _changed(*pair))]
    rows += [_row("gone", one, older_report=one.row["report"], notes=unread.get(one.row["path"])) for one in lost]
    own, then = ([one for one in some if not _hearsay(one)] for some in (new, old))
    read_since = [one for one in own if one.row["path"] in before]
    for frameworks, themes in _APART:
        now, earlier = (
            Doubts(*of, frameworks=frameworks, day=day, by_table=False) for of in ((corpus, own), (older, then))
        )
        rows += _grades(
            _Side(then, earlier, day, frameworks, read_since), _Side(own, now, day, frameworks), themes, day
        )
    rows.sort(key=lambda row: (_WHAT.index(row["what"]), row["authority"] or "", row["end"] or "", row["theme"] or ""))
    every = frozenset().union(*(frameworks for frameworks, _ in _APART))
    frame = Doubts(corpus, own, frameworks=every, day=day).told(frame_of(rows, _DIFFERENCES))
    read = {one.row["path"] for one in new}
    lines = {*Doubts(older, then, frameworks=every, day=day).lines()}
    lines -= {not_read(path) for path in before.keys() & read}
    return _told_of_older(frame, lines | {not_read(path) for path in before.keys() - read})


def _told_of_older(frame: pd.DataFrame, lines: Iterable[str]) -> pd.DataFrame:
    """The frame, after a warning of what the older corpus could not put to an authority, if it is not said already."""
    said = frame.attrs.get("unmatched", [])
    lines = sorted(line for line in lines if line not in said)
    if lines:
        some = ", ".join(lines[:_MOST_NAMED]) + (" …" if len(lines) > _MOST_NAMED else "")
        warnings.warn(
            f"{count(len(lines), 'report')} of the older corpus could not be put to an authority or a day, and may be "
            f"newer than a grade before: {some}",
            stacklevel=4,
        )
        frame.attrs["unmatched"] = [*said, *(f"in the older corpus: {line}" for line in lines)]
    return frame


def _unread(corpus: Tables) -> dict[str, str]:
    """By path the files that could not be read, with why."""
    return {row["path"]: f"it could not be read: {row['message']}" for row in corpus.table("errors").rows()}


def _row(what: str, one: Inspection, **more: Any) -> Row:
    names = ("authority", "la_code", "framework", "start", "end", "published", "path", "url")
    own = [j["doubts"] for j in one.judgements] or [one.row["doubts"]]
    shared = {"what": what, **{name: one.row[name] for name in names}, "theme": None}
    return {**shared, "doubts": joined(*own, one.unread), **more}


# ---- which report is which ----


def _paired(new: list[Inspection], old: list[Inspection]) -> tuple[list[Pair], list[Inspection], list[Inspection]]:
    """The reports that are the same document, older one second; those that only the new corpus has, or the old."""
    pairs: list[Pair] = []
    signs: tuple[Callable[[Inspection], Hashable], ...] = (
        lambda one: one.row["report"],
        lambda one: one.row["url"],
        lambda one: os.path.normpath(one.row["path"]) if one.row["path"] else None,
        lambda one: (one.place, one.framework, one.start, one.end) if one.start else None,
    )
    for sign in signs:
        theirs = _unique(old, sign)
        for key, one in _unique(new, sign).items():
            if key in theirs:
                pairs.append((one, theirs[key]))
        taken = {id(one) for pair in pairs for one in pair}
        new = [one for one in new if id(one) not in taken]
        old = [one for one in old if id(one) not in taken]
    return pairs, new, old


def _unique(reports: Iterable[Inspection], sign: Callable[[Inspection], Hashable]) -> dict[Hashable, Inspection]:
    """By sign, the reports that alone have theirs."""
    found: dict[Hashable, list[Inspection]] = {}
    for one in reports:
        found.setdefault(sign(one), []).append(one)
    return {key: some[0] for key, some in found.items() if key is not None and len(some) == 1}


def _changed(new: Inspection, old: Inspection) -> Row | None:
    """What differs between two states of one document; None where nothing does."""
    same = new.row["report"] == old.row["report"]
    notes = [] if same else ["its content"]
    if new.published != old.published:
        notes.append(f"published: {old.published or 'not known'}, now {new.published or 'not known'}")
    if new.place != old.place:
        notes.append(f"authority: {old.row['authority'] or 'not known'}, now {new.row['authority'] or 'not known'}")
    notes += _other_grades(new, old)
    if not notes:
        return None
    return _row("changed", new, notes="; ".join(notes), report=new.row["report"], older_report=old.row["report"])


def _other_grades(new: Inspection, old: Inspection) -> Iterator[str]:
    """The judgements that differ, in words."""
    before, after = ({(j["key"], j["scope"]): j["grade"] for j in one.judgements} for one in (old, new))
    for which in dict.fromkeys([*before, *after]):
        if before.get(which) != after.get(which):
            name = (which[0] or "a judgement").replace("_", " ")
            yield f"{name}: {_said(before.get(which))}, now {_said(after.get(which))}"


def _said(grade: str | None) -> str:
    return str(Grade(grade)) if grade else "no grade"


# ---- grades in force ----


class _Side:
    """What is in force in one of the two corpora, and what may be newer in it."""

    def __init__(
        self,
        seen: list[Inspection],
        doubts: Doubts,
        day: date,
        frameworks: frozenset[str],
        unread: Iterable[Inspection] = (),
    ) -> None:
        """`unread`: what it could not read, as it is read in the other corpus."""
        self.held = in_force(seen, day, frameworks)
        self._doubts, self._day = doubts, day
        self._unread = [one for one in unread if one.framework in frameworks and one.judgements]

    def newer(self, place: str, theme: str) -> Iterator[str | None]:
        """What may be newer than what it holds of an authority on a theme."""
        yield self._doubts.of(place, self.held, themes=[theme])
        since = max((one.dated for one, _ in self.held.get(place, ()) if one.dated), default=None)
        for one in self._unread:
            if one.place == place and may_be_later(one, since, self._day):
                yield f"{one.file} could not be read"


def _grades(before: _Side, after: _Side, themes: Iterable[str], day: date) -> Iterator[Row]:
    """The authorities and themes whose grade in force is another one."""
    there = existing(day)
    for place in dict.fromkeys([*before.held, *after.held]):
        if place in there or not in_register(place):
            yield from _of_place(place, before, after, themes)


def _hearsay(one: Inspection) -> bool:
    return bool(one.row["second_hand"]) or one.framework == Framework.UNKNOWN.value


def _of_place(place: str, before: _Side, after: _Side, themes: Iterable[str]) -> Iterator[Row]:
    for theme in themes:
        old, new = (verdict(side.held.get(place), theme) for side in (before, after))
        if old.grade == new.grade:
            continue
        source = new.inspection or old.inspection
        if source is None:
            continue
        missing = [f"{when}: {v.status}" for when, v in (("before", old), ("now", new)) if v.grade is None]
        row = _row("grade", source, theme=theme, from_grade=old.grade, to_grade=new.grade)
        newer = list(after.newer(place, theme))
        then = [told for told in before.newer(place, theme) if told not in newer]
        row["doubts"] = joined(new.doubts, under("before", joined(old.doubts, *then)), *newer)
        row |= {"direction": _direction(old, new), "notes": "; ".join(missing) or None}
        row |= {"report": _id(new), "older_report": _id(old)}
        yield row


def _id(found: Verdict) -> str | None:
    return str(found.inspection.row["report"]) if found.inspection else None


def _direction(old: Verdict, new: Verdict) -> str | None:
    """Better or worse; None where a grade is missing or 'adequate', which is of another scale than today's."""
    if old.grade is None or new.grade is None or Grade.ADEQUATE.value in (old.grade, new.grade):
        return None
    return direction(old.grade, new.grade)
