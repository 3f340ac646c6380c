"""Authorities over the years: what each inspection found, and what changed from one to the next.

The parameters that all comparisons share are explained in `ofsted.comparing.on_a_day`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ofsted.comparing.asked_for import frameworks_asked_for, one_theme, themes_asked_for
from ofsted.comparing.in_force import (
    ADEQUATE_ERA,
    CHILDRENS_SERVICES,
    UNREAD,
    Inspection,
    Published,
    aligned,
    approximation,
    direction,
    graded,
    in_force_before,
    inspections_of,
    lineage,
    once,
    status_of,
    verdict,
    who,
)
from ofsted.comparing.unmatched import Doubts
from ofsted.model.days import iso
from ofsted.model.grades import Framework, Grade
from ofsted.tables.columns import Tables, frame_of
from ofsted.tables.coverage import second_hand
from ofsted.tables.doubts import each, joined, under
from ofsted.tables.frames import CODES, INSPECTION_ORDER, SHARED, THEMES

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["changes", "history", "inspections", "transitions"]

Row = dict[str, Any]


def history(
    corpus: Tables,
    authority: str,
    predecessors: bool = True,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """Every judgement of an authority under every framework, oldest first.

    The columns of `judgements()`, and `dated`, `dated_by` (the day from which it counts, and what day that is),
    `lineage` (`itself` or `predecessor`: what the authorities that it replaced, and those that these replaced, were
    given is not its own) and
    `approximation` (how the judgement differs from what is judged under that theme today; missing where it does not).
    Of several reports of one inspection the one dated last has the rows; where another gives another grade, `doubts`
    says so. At the newest inspection it names what may be newer. An inspection of which no judgement could be read has
    one row, without a key; `attrs["unread"]` names the themes on which none could be read in one that has others.
    """
    seen = once(inspections_of(corpus, published))
    place, entry, _ = who(authority, seen, date.today())
    doubts = Doubts(corpus, seen, published, CHILDRENS_SERVICES | {Framework.AREA_SEND.value})
    newest = next((one for one in reversed(graded(seen)) if one.place == place and one.judgements), None)
    before = lineage(entry) if predecessors else frozenset()
    rows, unread = [], []
    for one in seen:
        if one.place != place and one.place not in before:
            continue
        unread += [f"{Framework(one.framework)} of {iso(one.end or one.dated)}: {theme}" for theme in _unread(one)]
        more = {"dated": iso(one.dated), "dated_by": one.dated_by}
        more["lineage"] = "itself" if one.place == place else "predecessor"
        for judgement in one.judgements:
            held = {place: [(one, other) for other in one.judgements]}
            newer = doubts.of(place, held, themes=[judgement["theme"]]) if one is newest else None
            rows.append(
                {
                    **judgement,
                    "grade": aligned(judgement["grade"], align),
                    "doubts": joined(judgement["doubts"], newer),
                    **more,
                    "approximation": approximation(judgement),
                }
            )
    own = {"dated": "date", "dated_by": "label", "lineage": "label", "approximation": "text"}
    kinds = {**corpus.table("judgements").kinds, **own}
    made = doubts.told(frame_of(rows, kinds), {place}, doubts.only_told((), {place, *before}))
    if unread:
        made.attrs["unread"] = unread
    return made


def _unread(one: Inspection) -> list[str]:
    """In words the themes on which an inspection with other judgements ought to have one, and none could be read."""
    held = [(one, judgement) for judgement in one.judgements]
    themes = {judgement["theme"] for judgement in one.judgements}
    if not any(judgement["key"] for judgement in one.judgements):
        return []
    lacking = [theme for theme in THEMES if theme not in themes and verdict(held, theme).status == UNREAD]
    return [theme.replace("_", " ") for theme in lacking]


NOT_COMPARABLE = "not comparable"
_CHANGES = {
    "authority": "text",
    "la_code": "text",
    "region": "label",
    "theme": "themes",
    "from_framework": "frameworks",
    "from_end": "date",
    "from_grade": "grade",
    "to_framework": "frameworks",
    "to_end": "date",
    "to_grade": "grade",
    "years": "real",
    "direction": "label",
    "notes": "text",
    "doubts": "text",
}


def changes(
    corpus: Tables,
    themes: str | Iterable[str] | None = None,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """One row for each two inspections of an authority that followed one another and both graded a theme.

    Where the newest full inspection gives no grade on a theme that was graded before (ILACS gives no overall one since
    April 2026), there is a row without `to_grade` whose direction is 'not comparable': what came before is no news.

    `years` lies between the ends of the inspections; `direction` is better, same or worse, and missing between the
    scale with 'adequate' and the later one unless `align` is set. `notes` says where a theme is only close to another
    framework's, why there is no `to_grade`, and which inspections in between gave none; `doubts` what to check about
    either grade, and on the last row of an authority and theme what may be newer. `attrs["left_out"]` names inspections
    whose grade on a theme could not be read and that have no other before them. A grade is never carried over from an
    authority to the one that replaced it.
    """
    frame, doubts, lacking, _ = _changes(corpus, themes, align, published)
    return doubts.told(frame, lacking=[*lacking, *doubts.only_told()])


def _changes(
    corpus: Tables, themes: str | Iterable[str] | None, align: bool, published: Published | None
) -> tuple[pd.DataFrame, Doubts, list[str], list[str]]:
    """The frame, what is doubtful, and the inspections whose grade could not be read: in no row, and last in one."""
    wanted = THEMES if themes is None else themes_asked_for(themes)
    paths: dict[tuple[str, str], list[_Step]] = {}
    seen = inspections_of(corpus, published)
    doubts = Doubts(corpus, seen, published)
    for one in graded(one for one in seen if one.place not in doubts.hidden):
        for theme in wanted:
            found = verdict([(one, judgement) for judgement in one.judgements], theme, align)
            if one.dated and (found.grade or one.replaces_all or found.status == UNREAD):
                note = approximation(found.judgement) if found.grade else found.status
                step = _Step(one, one.end or one.dated, found.grade, note, found.doubts)
                paths.setdefault((one.place, theme), []).append(step)
    rows, lacking, without = [], dict[str, list[str]](), dict[str, list[str]]()
    for (place, theme), steps in paths.items():
        first = next((n for n, step in enumerate(steps) if step.grade), len(steps))
        for step in steps[:first]:
            if step.note == UNREAD:
                lacking.setdefault(step.named, []).append(theme)
        if first < len(steps) and steps[-1].note == UNREAD:
            without.setdefault(steps[-1].named, []).append(theme)
        changed = [_change(theme, *pair, align) for pair in _pairs(steps)]
        if changed:
            last = steps[-1].inspection
            newer = doubts.of(place, {place: [(last, judgement) for judgement in last.judgements]}, themes=[theme])
            changed[-1]["doubts"] = joined(changed[-1]["doubts"], newer)
        rows += changed
    rows.sort(key=lambda row: (row["authority"] or "", THEMES.index(row["theme"]), row["to_end"] or ""))
    return frame_of(rows, _CHANGES), doubts, _named_unread(lacking), _named_unread(without)


def _named_unread(themes: dict[str, list[str]]) -> list[str]:
    """Of each inspection that its grades on these themes could not be read."""
    return [f"{name} ({', '.join(some).replace('_', ' ')}: {UNREAD})" for name, some in themes.items()]


class _Step(NamedTuple):
    """The grade on one theme, and the last day of the inspection that gave it, or gave none on that theme."""

    inspection: Inspection
    end: date
    grade: str | None
    note: str | None
    doubts: str | None

    def __str__(self) -> str:
        return f"{Framework(self.inspection.framework)} of {iso(self.end)}"

    @property
    def named(self) -> str:
        """Its report's file and authority."""
        return ", ".join(filter(None, (self.inspection.file, self.inspection.row["authority"])))


def _pairs(steps: list[_Step]) -> Iterator[tuple[_Step, _Step, list[_Step]]]:
    """Each grade with the next, or with the newest inspection if that gave none; and those between that gave none."""
    last, between = None, list[_Step]()
    for step in steps:
        if last and (step.grade or step is steps[-1]):
            yield last, step, between
        if step.grade:
            last, between = step, []
        else:
            between.append(step)


def _change(theme: str, old: _Step, new: _Step, between: list[_Step], align: bool) -> Row:
    before, after = old.inspection, new.inspection
    one_scale = (before.framework in ADEQUATE_ERA) == (after.framework in ADEQUATE_ERA)
    notes = list(dict.fromkeys(note for note in (old.note, new.note) if note))
    if new.grade:
        notes += [f"{step} in between: {step.note}" for step in between]
    if align and not one_scale and new.grade:
        notes.append("the scale with 'adequate' was aligned with the later one")
    return {
        "authority": after.row["authority"],
        "la_code": after.row["la_code"],
        "region": after.row["region"],
        "theme": theme,
        "from_framework": before.framework,
        "from_end": iso(old.end),
        "from_grade": old.grade,
        "to_framework": after.framework,
        "to_end": iso(new.end),
        "to_grade": new.grade,
        "years": round((new.end - old.end).days / 365.25, 2),
        "direction": _direction(old.grade, new.grade, one_scale or align),
        "notes": "; ".join(notes) or None,
        "doubts": joined(*(under(str(step), step.doubts) for step in (old, *between, new))),
    }


def _direction(old: str | None, new: str | None, one_scale: bool) -> str | None:
    if old is None or new is None:
        return NOT_COMPARABLE
    return direction(old, new) if one_scale else None


def transitions(
    corpus: Tables,
    theme: str = "overall",
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """How often each grade (rows) was followed by each (columns) at the next inspection, on one theme.

    All five grades of old and new scale, worst to best, are always there; steps from one scale to the other count
    only with `align`, which leaves 'adequate' out. `attrs["doubts"]` lists what to check about the grades counted,
    `attrs["left_out"]` the inspections that are not, as their grade could not be read; `attrs["unmatched"]` and
    `attrs["ends"]` are those of `changes()`.
    """
    import pandas

    every, newer, lacking, without = _changes(corpus, themes_asked_for(theme), align, published)
    found = every.dropna(subset=["direction", "to_grade"])
    pairs = Counter(zip(found["from_grade"].astype(str), found["to_grade"].astype(str), strict=True))
    order = [grade for grade in INSPECTION_ORDER if not (align and grade == Grade.ADEQUATE.value)]
    matrix = pandas.DataFrame([[pairs[old, new] for new in order] for old in order], index=order, columns=order)
    made = matrix.astype("int64").rename_axis(index="from", columns="to")
    doubtful = found.dropna(subset=["doubts"])
    told = zip(doubtful["authority"].fillna("unknown"), doubtful["doubts"], strict=True)
    newer.told(made, lacking=[*lacking, *without, *newer.only_told()])
    made.attrs["doubts"] = each(joined(*(under(name, doubts) for name, doubts in told)))
    return made


# ---- each inspection in its time ----

_INSPECTIONS = {
    **SHARED,
    "lead_inspector": "text",
    "overall": "grade",
    "doubts": "text",
    "other_doubts": "text",
    "days_to_publication": "count",
    "previous": "text",
    "previous_end": "date",
    "days_since_previous": "count",
    "grade_then": "grade",
    "framework_then": "frameworks",
    "dated_then": "date",
    "status_then": "text",
    **CODES,
}


def inspections(
    corpus: Tables,
    framework: str | Iterable[str] | None = None,
    theme: str = "overall",
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """One row an inspection or visit (not news or unknown documents), oldest first, with what was in force before it.

    - `days_to_publication`: from its first day to publication; missing where no day of publication is known, or
      one before the inspection, a misprint, which nothing here goes by;
    - `previous`, `previous_end`, `days_since_previous`: the report of the last of its kind (framework) at this
      authority, its last day, and the days from then to this one's first day;
    - `grade_then`: the grade that the authority held on `theme` when the inspection began, with the framework that
      gave it and the day from which it counted; `status_then` says why where there is none;
    - `doubts`: what to check about `overall` or, where it gives none, about its authority and its days; about those of
      `previous` and about `grade_then`, after these words; `other_doubts` as in `reports()`: about the lead inspector,
      for example.

    Of several reports of one inspection the one dated last has the row.

    `inspections("jtai")` thus is the table of JTAIs by the grade that the authority held at the time.
    """
    theme = one_theme(theme)
    wanted = frameworks_asked_for(framework)
    seen = once(inspections_of(corpus, published))
    by_place: dict[str, list[Inspection]] = {}
    for one in seen:
        by_place.setdefault(one.place, []).append(one)
    before = {place: _Before(inspections) for place, inspections in by_place.items()}
    rows = [
        _inspection(one, before[one.place], theme, align)
        for one in sorted(seen, key=lambda one: (one.start or one.dated or date.max, str(one.row["path"])))
        if wanted is None or one.framework in wanted
    ]
    others = inspections_of(corpus, published, second_hand=True)
    told = [str(one.row["report"]) for one in others if wanted is None or one.framework in wanted]
    lacking = second_hand(corpus, "issues", told)
    return Doubts(corpus, seen, published).told(frame_of(rows, _INSPECTIONS), lacking=lacking)


class _Before:
    """What had been at one authority before each of its inspections."""

    def __init__(self, inspections: Sequence[Inspection]) -> None:
        self.held = in_force_before(inspections, (begun for one in inspections if (begun := one.start or one.end)))
        self.ended: dict[tuple[str, bool], list[tuple[date, str, str | None]]] = {}
        for one in inspections:
            if one.end:
                self.ended.setdefault(one.kind, []).append((one.end, str(one.row["report"]), one.whole[0]))
        for ended in self.ended.values():
            ended.sort(key=itemgetter(0, 1))

    def last(self, kind: tuple[str, bool], day: date) -> tuple[date, str, str | None] | None:
        """The last inspection of a kind that had ended before the day: its last day, its report, what to doubt."""
        ended = self.ended.get(kind, [])
        place = bisect_left(ended, (day, ""))
        return ended[place - 1] if place else None


def _inspection(one: Inspection, before: _Before, theme: str, align: bool) -> Row:
    overall = joined(*(judgement["doubts"] for judgement in one.judgements if judgement["theme"] == "overall"))
    unread = None if one.row["overall"] else one.unread
    row = {**one.row, "published": iso(one.published), "doubts": joined(one.row["doubts"], overall, unread)}
    begun = one.start or one.end
    if begun is None:
        return row
    if one.dated_by == "published" and one.published and one.start:
        row["days_to_publication"] = (one.published - one.start).days
    earlier = before.last(one.kind, begun)
    if earlier:
        end, previous, doubts = earlier
        row["doubts"] = joined(row["doubts"], under("previous", doubts))
        row |= {"previous": previous, "previous_end": iso(end), "days_since_previous": (begun - end).days}
    found = verdict(before.held[begun], theme, align)
    row |= {"grade_then": found.grade, "status_then": status_of(found, one.authority, begun)}
    row |= {"doubts": joined(row["doubts"], under("grade then", found.doubts))}
    if found.inspection is not None:
        row |= {"framework_then": found.inspection.framework, "dated_then": iso(found.inspection.dated)}
    return row
