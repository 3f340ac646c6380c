"""How many authorities held which grade on a day.

The parameters that all comparisons share are explained in `ofsted.comparing.on_a_day`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ofsted.comparing.asked_for import one_theme
from ofsted.comparing.in_force import (
    MAIN_THEMES,
    NO_REPORT,
    NOT_INSPECTED,
    UNREAD,
    Inspection,
    Published,
    existing,
    graded,
    in_force,
    in_register,
    inspections_of,
    status_of,
    verdict,
)
from ofsted.comparing.unmatched import Doubts
from ofsted.model.days import iso
from ofsted.model.grades import Grade
from ofsted.register.authorities import OPENED, Day, LocalAuthority, as_day
from ofsted.tables.columns import Tables, frame_of
from ofsted.tables.doubts import joined, under
from ofsted.tables.frames import INSPECTION_ORDER

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["BY", "regions", "shares"]

Row = dict[str, Any]
BY = ("theme", "region", "year")
STATES = ("several grades", UNREAD, "judged with care", "no overall judgement", "not judged", NOT_INSPECTED, NO_REPORT)

_SHARES = {
    "status": "text",
    "grade": "grade",
    "count": "count",
    "authorities": "count",
    "judged": "count",
    "share": "real",
    "share_of_judged": "real",
    "doubtful": "count",
    "doubts": "text",
}


def shares(
    corpus: Tables,
    by: str | Iterable[str] | None = None,
    as_of: Day | None = None,
    theme: str = "overall",
    align: bool = False,
    of: str = "statistical",
    over: str = "register",
    published: Published | None = None,
) -> pd.DataFrame:
    """How many authorities held which grade on a day, and which share of all that is.

    `by` is None (one group), `theme`, `region` or `year` (what was in force on 31 March of each year up to `as_of`), or
    several of these: `["region", "year"]`, groups within groups, in this order; `of` says whether regions are the nine
    `statistical` ones or `ofsted`'s eight. Rows: every grade that occurs, then what else there is to say: `no overall
    judgement`, `not yet inspected` (it began within three years and the corpus has no report on it), `no report` (the
    corpus has none in force), `judged with care`, `not judged`, `several grades`, `could not be read`.

    Columns: the group (`theme`, `region`, or `year` and `day`), `status`, `grade` (missing where the status is none),
    `count`, `authorities` (all in the group), `judged` (those with a grade), `share` of authorities,
    `share_of_judged`, `doubtful` (how many of `count` have a doubt) and `doubts` (whose, and which).
    Counted are the authorities that existed on the day; with `over="corpus"` only those that the corpus has a report in
    force of, and those outside the register where the corpus has no others.
    """
    theme = one_theme(theme)
    if over not in ("register", "corpus"):
        raise ValueError(f"over must be 'register' or 'corpus', not {over!r}")
    day = as_day(as_of)
    seen = inspections_of(corpus, published)
    doubts = Doubts(corpus, seen, published, day=day)
    names, region_of = _groups_asked_for(by), _region_of(of)
    found: dict[tuple[Any, ...], tuple[Row, list[_Status]]] = {}
    for on in _years(seen, day) if "year" in names else [day]:
        for place, about in enumerate(MAIN_THEMES if "theme" in names else [theme]):
            statuses = _statuses(seen, on, about, align, over, doubts)
            for region, part in _by_region(statuses, region_of) if "region" in names else [(None, statuses)]:
                order = {"year": on.year, "theme": place, "region": (region is None, region or "")}
                group = {"year": on.year, "day": iso(on), "theme": about, "region": region}
                found[tuple(order[name] for name in names)] = group, part
    kinds = {"theme": {"theme": "themes"}, "region": {"region": "label"}, "year": {"year": "count", "day": "date"}}
    columns = {column: kind for name in names for column, kind in kinds[name].items()}
    rows = [row for key in sorted(found) for row in _counted(*found[key])]
    lacking = doubts.only_told({one.place for one in seen}) if over == "corpus" else ()
    return doubts.told(frame_of(rows, {**columns, **_SHARES}), lacking=lacking)


def _groups_asked_for(by: str | Iterable[str] | None) -> tuple[str, ...]:
    """What shares are told apart by, outermost first."""
    names = () if by is None else (by,) if isinstance(by, str) else tuple(by)
    if len(set(names)) < len(names) or not set(names) <= set(BY):
        raise ValueError(f"by must be 'theme', 'region', 'year', a list of these or None, not {by!r}")
    return names


class _Status(NamedTuple):
    """An authority (None outside the register) with its grade or what there is to say instead, and a doubt of that."""

    authority: LocalAuthority | None
    status: str
    doubt: str | None


def _statuses(seen: list[Inspection], day: date, theme: str, align: bool, over: str, doubts: Doubts) -> list[_Status]:
    """Each authority that counts on the day."""
    held = in_force(seen, day)
    there = existing(day) if day >= OPENED else {}
    places = list(there)
    if over == "corpus":
        places = [place for place in held if place in there or not (in_register(place) or place in doubts.hidden)]
    found = []
    for place in places:
        authority = there.get(place)
        found_here = verdict(held.get(place), theme, align)
        newer = doubts.of(place, held, day, [theme])
        found.append(_Status(authority, status_of(found_here, authority, day), joined(found_here.doubts, newer)))
    return found


def _doubts_of(found: Iterable[_Status]) -> Row:
    """How many have a doubt, and which each of them has."""
    doubtful = [one for one in found if one.doubt]
    told = joined(*(under(str(one.authority or "outside the register"), one.doubt) for one in doubtful))
    return {"doubtful": len(doubtful), "doubts": told}


def _region_of(of: str) -> Callable[[LocalAuthority], str]:
    if of not in ("statistical", "ofsted"):
        raise ValueError(f"of must be 'statistical' or 'ofsted', not {of!r}")
    return (lambda a: a.region) if of == "statistical" else (lambda a: a.ofsted_region)


def _by_region(
    statuses: list[_Status], region_of: Callable[[LocalAuthority], str]
) -> list[tuple[str | None, list[_Status]]]:
    grouped: dict[str | None, list[_Status]] = {}
    for one in statuses:
        grouped.setdefault(region_of(one.authority) if one.authority else None, []).append(one)
    return list(grouped.items())


def _years(seen: list[Inspection], day: date) -> list[date]:
    """31 March of every year from the first that has a judgement in force to `day`."""
    first = min((one.dated for one in graded(seen) if one.dated and one.judgements), default=None)
    if first is None:
        return []
    days = (date(year, 3, 31) for year in range(max(first, OPENED).year, day.year + 1))
    return [on for on in days if first <= on <= day]


def _counted(group: Row, statuses: list[_Status]) -> list[Row]:
    """Rows of one group: grades worst to best, then the states."""
    counts = Counter(one.status for one in statuses)
    judged = sum(counts[grade] for grade in INSPECTION_ORDER)
    rows = []
    for status in (*INSPECTION_ORDER, *STATES):
        if counts[status]:
            grade = status if status in INSPECTION_ORDER else None
            row = {**group, "status": status, "grade": grade, "count": counts[status], "authorities": len(statuses)}
            row |= {"judged": judged, "share": counts[status] / len(statuses)}
            row |= _doubts_of(one for one in statuses if one.status == status)
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
    """One row a region: authorities that existed on the day, those judged, and how many held each grade.

    Columns: region, authorities, judged, one for each grade (worst to best), one for each other status,
    `good_or_better`, the share of the judged that were good or outstanding (missing where none is judged), `doubtful`
    and `doubts` as in `shares()`.
    """
    theme = one_theme(theme)
    day = as_day(as_of)
    region_of = _region_of(of)
    seen = inspections_of(corpus, published)
    doubts = Doubts(corpus, seen, published, day=day)
    grouped: dict[str, list[_Status]] = {}
    for one in _statuses(seen, day, theme, align, "register", doubts):
        if one.authority is not None:
            grouped.setdefault(region_of(one.authority), []).append(one)
    states = (*INSPECTION_ORDER, *STATES)
    rows = []
    for region, found in sorted(grouped.items()):
        counts = Counter(one.status for one in found)
        judged = sum(counts[grade] for grade in INSPECTION_ORDER)
        row: Row = {"region": region, "authorities": sum(counts.values()), "judged": judged}
        row |= {status.replace(" ", "_"): counts[status] for status in states}
        good = counts[Grade.GOOD.value] + counts[Grade.OUTSTANDING.value]
        rows.append({**row, "good_or_better": good / judged if judged else None, **_doubts_of(found)})
    names = [status.replace(" ", "_") for status in states]
    kinds = {"region": "label", "authorities": "count", "judged": "count", **dict.fromkeys(names, "count")}
    return doubts.told(frame_of(rows, {**kinds, "good_or_better": "real", "doubtful": "count", "doubts": "text"}))
