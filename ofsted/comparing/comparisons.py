"""Authorities beside each other and over time: frames made from the judgements that stood on a day.

Every function takes the corpus first; `Corpus` has a method of the same name for each. What stands, and from which
day, is said in `standing.py` and in docs/comparing.md. Common parameters:

    as_of       a day (date or ISO 8601 text); today without
    align       count 'adequate' (until 2013) as 'requires improvement'; without it the two are kept apart
    published   days of publication that reports do not print, by report id, path or file name

ImportError without pandas; KeyError for an authority that nothing knows; ValueError for other bad arguments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from ofsted.comparing.in_force import (
    ADEQUATE_ERA,
    CHILDRENS_SERVICES,
    MAIN_THEMES,
    NO_REPORT,
    NOT_INSPECTED,
    Inspection,
    Published,
    Tables,
    Verdict,
    approximation,
    existing,
    inspections_of,
    once,
    standing,
    status_of,
    verdict,
    who,
)
from ofsted.model.grades import Grade
from ofsted.register.authorities import OPENED, Day, LocalAuthority, as_day, on_day
from ofsted.tables.frames import CODES, FRAMES, INSPECTION_ORDER, SHARED, THEMES
from ofsted.tables.row_frames import frame_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "changes",
    "compare",
    "history",
    "inspections",
    "latest",
    "neighbours",
    "regions",
    "shares",
    "transitions",
]

Row = dict[str, Any]
Held = dict[str, list[tuple[Inspection, Row]]]
STATES = ("several grades", "judged with care", "no overall judgement", "not judged", NOT_INSPECTED, NO_REPORT)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _frameworks(wanted: str | Iterable[str] | None) -> frozenset[str] | None:
    if wanted is None:
        return None
    return frozenset([str(getattr(wanted, "value", wanted))] if isinstance(wanted, str) else map(str, wanted))


def _themes(themes: str | Iterable[str] | None) -> tuple[str, ...]:
    found = MAIN_THEMES if themes is None else (themes,) if isinstance(themes, str) else tuple(themes)
    for theme in found:
        if theme not in THEMES:
            raise ValueError(f"no theme {theme!r}; there are {', '.join(THEMES)}")
    return found


def _aligned(row: Row, align: bool) -> Row:
    if align and row["grade"] == Grade.ADEQUATE.value:
        return {**row, "grade": Grade.REQUIRES_IMPROVEMENT.value}
    return row


# ---- what stood on a day ----


def latest(
    corpus: Tables,
    as_of: Day | None = None,
    frameworks: str | Iterable[str] | None = None,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """The judgements that stood on a day: the rows of `judgements()` that count, and its columns.

    Authorities that were not there on the day are left out. By default inspections of children's services (ILACS,
    SIF, SLAC, LAC, joint area reviews); `frameworks="area-send"` gives the outcomes of area SEND inspections.
    """
    day = as_day(as_of)
    held = standing(inspections_of(corpus, published), day, _frameworks(frameworks))
    there = existing(day) if day >= OPENED else None
    rows = [
        _aligned(judgement, align)
        for place, judgements in held.items()
        for one, judgement in judgements
        if one.authority is None or there is None or place in there
    ]
    rows.sort(key=lambda row: (row["authority"] or "", row["la_code"] or "", row["end"] or "", row["position"]))
    return frame_of(rows, FRAMES["judgements"])


def _line(place: str, authority: LocalAuthority | None, name: str | None, held: Held, **wanted: Any) -> Row:
    """One authority's verdicts as a row."""
    verdicts = {theme: verdict(held.get(place), theme, wanted["align"]) for theme in wanted["themes"]}
    source = next((v.inspection for v in verdicts.values() if v.inspection), None)
    notes = {theme: _note(found, authority, wanted["day"]) for theme, found in verdicts.items()}
    return {
        "authority": name,
        "la_code": authority.la_code if authority else None,
        "region": authority.region if authority else source.row["region"] if source else None,
        "framework": source.framework if source else None,
        "start": _iso(source.start) if source else None,
        "end": _iso(source.end) if source else None,
        "dated": _iso(source.dated) if source else None,
        "dated_by": source.dated_by if source else None,
        **{theme: found.grade for theme, found in verdicts.items()},
        "notes": _joined(notes),
    }


def _note(found: Verdict, authority: LocalAuthority | None, day: date) -> str | None:
    """Why there is no grade, or how the grade differs from today's."""
    return status_of(found, authority, day) if found.grade is None else approximation(found.judgement)


def _joined(notes: dict[str, str | None]) -> str | None:
    """The notes with their themes; one that is the same for all of them is said once."""
    if len(set(notes.values())) == 1:
        return next(iter(notes.values()))
    return "; ".join(f"{theme.replace('_', ' ')}: {note}" for theme, note in notes.items() if note) or None


def _line_kinds(themes: Iterable[str]) -> dict[str, str]:
    kinds = {"authority": "text", "la_code": "text", "region": "label", "framework": "frameworks"}
    kinds |= {"start": "date", "end": "date", "dated": "date", "dated_by": "label"}
    return {**kinds, **dict.fromkeys(themes, "grade"), "notes": "text"}


def compare(
    corpus: Tables,
    authorities: Iterable[str] | str | None = None,
    themes: str | Iterable[str] | None = None,
    as_of: Day | None = None,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """One row an authority, one column a theme: the grades that stood on a day, in the order asked for.

    `authorities` are names, URNs, la_codes or GSS codes; without them, all that hold a judgement. `themes` are
    overall, help_and_protection, care, care_leavers and leadership; adoption and lscb on request. Beside them
    framework, start and end of the inspection, `dated` and `dated_by` (the day from which it counts), and `notes`:
    why a grade is missing, and where a theme is only near to what is judged today.
    """
    day, wanted = as_day(as_of), _themes(themes)
    seen = inspections_of(corpus, published)
    held = standing(seen, day)
    if authorities is None:
        there = existing(day)
        asked = [(p, there.get(p), hs[0][0].row["authority"]) for p, hs in held.items() if hs]
        asked = [a for a in asked if a[1] is not None or not _is_registered(a[0])]
        asked.sort(key=lambda a: a[2] or "")
    else:
        names = [authorities] if isinstance(authorities, str) else list(authorities)
        asked = [who(name, seen, day) for name in names]
    rows = [_line(*each, held, themes=wanted, align=align, day=day) for each in asked]
    return frame_of(rows, _line_kinds(wanted))


def _is_registered(place: str) -> bool:
    return ":" not in place


def neighbours(
    corpus: Tables,
    authority: str,
    themes: str | Iterable[str] | None = None,
    as_of: Day | None = None,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """The authority (rank 0) and its statistical neighbours, nearest first, with the columns of `compare()`.

    The neighbours are those in the register now. KeyError for an authority that the register lacks.
    """
    day, wanted = as_day(as_of), _themes(themes)
    seen = inspections_of(corpus, published)
    held = standing(seen, day)
    _, entry, _ = who(authority, seen, day)
    if entry is None:
        raise KeyError(f"the register has no authority {authority!r}, so no neighbours of it")
    rows = []
    for rank, code in enumerate((entry.la_code, *entry.neighbours)):
        near = on_day(code, day)
        if near is not None:
            rows.append(
                {"rank": rank, **_line(near.la_code, near, near.name, held, themes=wanted, align=align, day=day)}
            )
    return frame_of(rows, {"rank": "count", **_line_kinds(wanted)})


# ---- one authority over the years ----


def history(
    corpus: Tables,
    authority: str,
    predecessors: bool = True,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """Every judgement of an authority under every framework, oldest first.

    The columns of `judgements()`, and `dated`, `dated_by` (the day from which it counts, and what day that is),
    `lineage` (`itself` or `predecessor`: what the authorities that it replaced were given is not its own) and
    `approximation` (how the judgement differs from what is judged under that theme today; missing where it does not).
    """
    seen = inspections_of(corpus, published)
    place, entry, _ = who(authority, seen, date.today())
    before = set(entry.predecessors) if entry and predecessors else set()
    rows = []
    for one in seen:
        if one.place != place and one.place not in before:
            continue
        more = {"dated": _iso(one.dated), "dated_by": one.dated_by}
        more["lineage"] = "itself" if one.place == place else "predecessor"
        for judgement in one.judgements:
            rows.append({**_aligned(judgement, align), **more, "approximation": approximation(judgement)})
    kinds = {**FRAMES["judgements"], "dated": "date", "dated_by": "label", "lineage": "label", "approximation": "text"}
    return frame_of(rows, kinds)


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
}


def changes(
    corpus: Tables,
    themes: str | Iterable[str] | None = None,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """One row for each two inspections of an authority that followed one another and both graded a theme.

    `years` lies between the ends of the inspections; `direction` is better, same or worse, and missing between the
    scale with 'adequate' and the later one unless `align` is set. `notes` says where a theme is only near to another
    framework's. A grade is never carried over from an authority to the one that replaced it.
    """
    wanted = THEMES if themes is None else _themes(themes)
    paths: dict[tuple[str, str], list[_Step]] = {}
    for one in _graded(inspections_of(corpus, published)):
        for theme in wanted:
            found = verdict([(one, judgement) for judgement in one.judgements], theme, align)
            if found.grade and one.dated:
                step = _Step(one, one.end or one.dated, found.grade, approximation(found.judgement))
                paths.setdefault((one.place, theme), []).append(step)
    rows = [_change(theme, old, new, align) for (_, theme), steps in paths.items() for old, new in pairwise(steps)]
    rows.sort(key=lambda row: (row["authority"] or "", THEMES.index(row["theme"]), row["to_end"] or ""))
    return frame_of(rows, _CHANGES)


class _Step(NamedTuple):
    """A grade on one theme, and the last day of the inspection that gave it."""

    inspection: Inspection
    end: date
    grade: str
    note: str | None


def _graded(seen: Iterable[Inspection]) -> list[Inspection]:
    """The dated inspections of children's services, one report each."""
    return [one for one in once(seen) if one.framework in CHILDRENS_SERVICES and one.dated]


def _change(theme: str, old: _Step, new: _Step, align: bool) -> Row:
    before, after = old.inspection, new.inspection
    one_scale = (before.framework in ADEQUATE_ERA) == (after.framework in ADEQUATE_ERA)
    notes = list(dict.fromkeys(note for note in (old.note, new.note) if note))
    if align and not one_scale:
        notes.append("the scale with 'adequate' was aligned with the later one")
    return {
        "authority": after.row["authority"],
        "la_code": after.row["la_code"],
        "region": after.row["region"],
        "theme": theme,
        "from_framework": before.framework,
        "from_end": _iso(old.end),
        "from_grade": old.grade,
        "to_framework": after.framework,
        "to_end": _iso(new.end),
        "to_grade": new.grade,
        "years": round((new.end - old.end).days / 365.25, 2),
        "direction": _direction(old.grade, new.grade) if one_scale or align else None,
        "notes": "; ".join(notes) or None,
    }


def _direction(old: str, new: str) -> str:
    before, after = Grade(old), Grade(new)
    return "same" if before.rank == after.rank else "better" if after > before else "worse"


def transitions(
    corpus: Tables,
    theme: str = "overall",
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """How often each grade (rows) was followed by each (columns) at the next inspection, on one theme.

    All five grades of old and new scale, worst to best, are always there; steps from one scale to the other count
    only with `align`, which leaves 'adequate' out.
    """
    import pandas

    found = changes(corpus, _themes(theme), align, published).dropna(subset=["direction"])
    pairs = Counter(zip(found["from_grade"].astype(str), found["to_grade"].astype(str), strict=True))
    order = [grade for grade in INSPECTION_ORDER if not (align and grade == Grade.ADEQUATE.value)]
    matrix = pandas.DataFrame([[pairs[old, new] for new in order] for old in order], index=order, columns=order)
    return matrix.astype("int64").rename_axis(index="from", columns="to")


# ---- each inspection in its time ----

_INSPECTIONS = {
    **SHARED,
    "lead_inspector": "text",
    "overall": "grade",
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
    """One row an inspection or visit (news and unknown documents left out), oldest first, with what stood before it.

    - `days_to_publication`: from its first day to publication; missing where no day of publication is known, or
      one before the inspection, a misprint, which nothing here goes by;
    - `previous`, `previous_end`, `days_since_previous`: the report of the last of its kind (framework) at this
      authority, its last day, and the days from then to this one's first day;
    - `grade_then`: the grade that the authority held on `theme` when the inspection began, with the framework that
      gave it and the day from which it counted; `status_then` says why where there is none.

    `inspections("jtai")` thus is the table of JTAIs by the grade that the authority held at the time.
    """
    (theme,) = _themes(theme)
    wanted = _frameworks(framework)
    seen = inspections_of(corpus, published)
    by_place: dict[str, list[Inspection]] = {}
    for one in seen:
        by_place.setdefault(one.place, []).append(one)
    rows = [
        _inspection(one, by_place[one.place], theme, align)
        for one in sorted(seen, key=lambda one: (one.start or one.dated or date.max, str(one.row["path"])))
        if wanted is None or one.framework in wanted
    ]
    return frame_of(rows, _INSPECTIONS)


def _inspection(one: Inspection, same_place: list[Inspection], theme: str, align: bool) -> Row:
    row = {**one.row, "published": _iso(one.published)}
    begun = one.start or one.end
    if begun is None:
        return row
    if one.dated_by == "published" and one.published and one.start:
        row["days_to_publication"] = (one.published - one.start).days
    alike = (other for other in same_place if other.framework == one.framework)
    earlier = [(other.end, str(other.row["report"])) for other in alike if other.end and other.end < begun]
    if earlier:
        end, previous = max(earlier)
        row |= {"previous": previous, "previous_end": _iso(end), "days_since_previous": (begun - end).days}
    held = standing(same_place, begun, before=True).get(one.place)
    found = verdict(held, theme, align)
    row |= {"grade_then": found.grade, "status_then": status_of(found, one.authority, begun)}
    if found.inspection is not None:
        row |= {"framework_then": found.inspection.framework, "dated_then": _iso(found.inspection.dated)}
    return row


# ---- counts and shares ----

_SHARES = {
    "status": "text",
    "grade": "grade",
    "count": "count",
    "authorities": "count",
    "judged": "count",
    "share": "real",
    "share_of_judged": "real",
}


def shares(
    corpus: Tables,
    by: str | None = None,
    as_of: Day | None = None,
    theme: str = "overall",
    align: bool = False,
    of: str = "statistical",
    over: str = "register",
    published: Published | None = None,
) -> pd.DataFrame:
    """How many authorities held which grade on a day, and which share of all that is.

    `by` is None (one group), `theme`, `region` or `year` (what stood on 31 March of each year up to `as_of`); `of`
    says whether regions are the nine `statistical` ones or `ofsted`'s eight. Rows: every grade that occurs, then
    what else there is to say: `no overall judgement`, `not yet inspected` (it began within three years and the corpus
    has no report on it), `no report` (the corpus has none that stands), `judged with care`, `not judged`, `several
    grades`.

    Columns: the group (`theme`, `region`, or `year` and `day`), `status`, `grade` (missing where the status is none),
    `count`, `authorities` (all in the group), `judged` (those with a grade), `share` of authorities and
    `share_of_judged`. Counted are the authorities that were there on the day; with `over="corpus"` only those that
    the corpus has a standing report of, and authorities outside the register too.
    """
    (theme,) = _themes(theme)
    if over not in ("register", "corpus"):
        raise ValueError(f"over is 'register' or 'corpus', not {over!r}")
    day = as_day(as_of)
    seen = inspections_of(corpus, published)

    def statuses(on: date, about: str) -> list[tuple[LocalAuthority | None, str]]:
        return _statuses(seen, on, about, align, over)

    rows: list[Row] = []
    if by is None:
        rows = _counted({}, [status for _, status in statuses(day, theme)])
    elif by == "theme":
        for about in MAIN_THEMES:
            rows += _counted({"theme": about}, [status for _, status in statuses(day, about)])
    elif by == "region":
        rows = _by_region(statuses(day, theme), _region_of(of))
    elif by == "year":
        for on in _years(seen, day):
            rows += _counted({"year": on.year, "day": _iso(on)}, [status for _, status in statuses(on, theme)])
    else:
        raise ValueError(f"by is 'theme', 'region', 'year' or None, not {by!r}")
    groups = {"theme": {"theme": "themes"}, "region": {"region": "label"}, "year": {"year": "count", "day": "date"}}
    return frame_of(rows, {**groups.get(by or "", {}), **_SHARES})


def _statuses(
    seen: list[Inspection], day: date, theme: str, align: bool, over: str
) -> list[tuple[LocalAuthority | None, str]]:
    """Each authority that counts on the day, with its grade or what there is to say instead."""
    held = standing(seen, day)
    there = existing(day) if day >= OPENED else {}
    if over == "register":
        return [(a, status_of(verdict(held.get(p), theme, align), a, day)) for p, a in there.items()]
    places = [place for place in held if place in there or not _is_registered(place)]
    return [(there.get(place), verdict(held[place], theme, align).status) for place in places]


def _region_of(of: str) -> Callable[[LocalAuthority], str]:
    if of not in ("statistical", "ofsted"):
        raise ValueError(f"of is 'statistical' or 'ofsted', not {of!r}")
    return (lambda a: a.region) if of == "statistical" else (lambda a: a.ofsted_region)


def _by_region(
    statuses: list[tuple[LocalAuthority | None, str]], region_of: Callable[[LocalAuthority], str]
) -> list[Row]:
    grouped: dict[str | None, list[str]] = {}
    for authority, status in statuses:
        grouped.setdefault(region_of(authority) if authority else None, []).append(status)
    ordered = sorted(grouped.items(), key=lambda item: (item[0] is None, item[0] or ""))
    return [row for region, found in ordered for row in _counted({"region": region}, found)]


def _years(seen: list[Inspection], day: date) -> list[date]:
    """31 March of every year from the first that has a standing judgement to `day`."""
    first = min((one.dated for one in _graded(seen) if one.dated and one.judgements), default=None)
    if first is None:
        return []
    days = (date(year, 3, 31) for year in range(max(first, OPENED).year, day.year + 1))
    return [on for on in days if first <= on <= day]


def _counted(group: Row, statuses: list[str]) -> list[Row]:
    """Rows of one group: grades worst to best, then the states."""
    counts = Counter(statuses)
    judged = sum(counts[grade] for grade in INSPECTION_ORDER)
    rows = []
    for status in (*INSPECTION_ORDER, *STATES):
        if counts[status]:
            grade = status if status in INSPECTION_ORDER else None
            row = {**group, "status": status, "grade": grade, "count": counts[status], "authorities": len(statuses)}
            row |= {"judged": judged, "share": counts[status] / len(statuses)}
            rows.append({**row, "share_of_judged": counts[status] / judged if grade else None})
    return rows


def regions(
    corpus: Tables,
    as_of: Day | None = None,
    theme: str = "overall",
    align: bool = False,
    of: str = "statistical",
    published: Published | None = None,
) -> pd.DataFrame:
    """One row a region: authorities that were there on the day, those judged, and how many held each grade.

    Columns: region, authorities, judged, one for each grade (worst to best), one for each other status, and
    `good_or_better`, the share of the judged that were good or outstanding (missing where none is judged).
    """
    (theme,) = _themes(theme)
    day = as_day(as_of)
    region_of = _region_of(of)
    grouped: dict[str, Counter[str]] = {}
    for authority, status in _statuses(inspections_of(corpus, published), day, theme, align, "register"):
        if authority is not None:
            grouped.setdefault(region_of(authority), Counter())[status] += 1
    states = (*INSPECTION_ORDER, *STATES)
    rows = []
    for region, counts in sorted(grouped.items()):
        judged = sum(counts[grade] for grade in INSPECTION_ORDER)
        row: Row = {"region": region, "authorities": sum(counts.values()), "judged": judged}
        row |= {status.replace(" ", "_"): counts[status] for status in states}
        good = counts[Grade.GOOD.value] + counts[Grade.OUTSTANDING.value]
        rows.append({**row, "good_or_better": good / judged if judged else None})
    names = [status.replace(" ", "_") for status in states]
    kinds = {"region": "label", "authorities": "count", "judged": "count", **dict.fromkeys(names, "count")}
    return frame_of(rows, {**kinds, "good_or_better": "real"})
