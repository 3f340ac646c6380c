"""What the table adds to reports: days that they do not print, and whole inspections where there is no report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ofsted.model.days import iso
from ofsted.model.schemas import schema
from ofsted.official.table import Outcome, apart, by_authority
from ofsted.register.authorities import on_day

__all__ = ["GIVEN_BY", "Known", "as_tree", "inspection_of", "known", "pairs"]

GIVEN_BY = "official"
"""What `published_from` says of a day that the table gives."""
MOST_DAYS_TO_PUBLICATION = 180

# Theme and label of each key, in the order in which reports print them.
_JUDGEMENTS = {
    "safeguarding_overall_effectiveness": ("help_and_protection", "Safeguarding services: overall effectiveness"),
    "looked_after_overall_effectiveness": ("care", "Services for looked after children: overall effectiveness"),
    "impact_of_leaders": ("leadership", "Impact of leaders on social work practice with children and families"),
    "help_and_protection": ("help_and_protection", "Children who need help and protection"),
    "looked_after_and_permanence": ("care", "Children looked after and achieving permanence"),
    "adoption_performance": ("adoption", "Adoption performance"),
    "in_care": ("care", "Children in care"),
    "in_care_and_care_leavers": ("care", "Children in care and care leavers"),
    "care_leavers": ("care_leavers", "Experiences and progress of care leavers"),
    "leadership": ("leadership", "Leadership, management and governance"),
    "overall_effectiveness": ("overall", "Overall effectiveness"),
    "lscb_effectiveness": ("lscb", "Effectiveness of the Local Safeguarding Children Board"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What tells an inspection from others, as a report gives it."""

    framework: str
    la_code: str | None
    start: date | None
    end: date | None
    published: date | None


def known(
    framework: str, la_code: str | None, start: date | None, end: date | None, published: date | None = None
) -> Known:
    """The same for the authority that had the name then: 'Dorset' of 2016 is the county that ended in 2019."""
    day = start or end or published
    authority = on_day(la_code, day) if day else None
    return Known(framework, authority.la_code if authority else la_code, start, end, published)


# ---- which inspection a report is about ----


def inspection_of(one: Known) -> Outcome | None:
    """The inspection of the table that surely is this one; None where there is none, or several could be.

    That is the one of the same authority and framework with the same first day. Where the table has no first days, as
    for all before ILACS, it is the only one published in the half year after the last day.
    """
    here = by_authority().get((one.framework, one.la_code or ""), [])
    ended = one.end or one.start
    if ended is None:
        return None
    found = [other for other in here if other.start and other.start == one.start] or [
        other
        for other in here
        if other.start is None and other.published and 0 <= (other.published - ended).days <= MOST_DAYS_TO_PUBLICATION
    ]
    return found[0] if len(found) == 1 else None


def _distance(one: Known, outcome: Outcome) -> int | None:
    """Days between what a report and the table give: of the inspection, else of publication, else of a guess."""
    if one.start and outcome.start:
        return abs((one.start - outcome.start).days)
    if one.published and outcome.published:
        return abs((one.published - outcome.published).days)
    return abs((one.start - outcome.when).days) if one.start else None


def pairs(reports: Sequence[Known], outcomes: Sequence[Outcome]) -> dict[int, int]:
    """Inspections as reports and as the table give them, by their places here: nearest first, each once.

    Of one authority and framework those belong together whose days are nearest, at most 120 days off (visits: 30), so
    that one whose day was read wrongly still meets its row.
    """
    here: dict[tuple[str, str | None], list[int]] = {}
    for j, outcome in enumerate(outcomes):
        here.setdefault((outcome.framework, outcome.la_code), []).append(j)
    near = [
        (days, i, j)
        for i, one in enumerate(reports)
        for j in here.get((one.framework, one.la_code), ())
        if (days := _distance(one, outcomes[j])) is not None and days <= apart(one.framework)
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(near):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


# ---- an inspection without a report ----


@cache
def _keys() -> dict[str, Any]:
    """The keys of `Report.to_dict()` with their types, by the schema."""
    return {key: its.get("type") for key, its in schema()["properties"].items()}


def as_tree(one: Outcome) -> dict[str, Any]:
    """An inspection of the table in the form of `Report.to_dict()`: what a table of reports holds of it."""
    authority, codes = on_day(one.la_code, one.when), ("name", "urn", "la_code", "gss_code", "region")
    place = one.place
    return {
        **{key: [] if kind == "array" else None for key, kind in _keys().items()},
        "id": one.id,
        "framework": one.framework,
        "authority": {name: getattr(authority, name, None) for name in codes},
        "inspection_periods": [{"start": one.start.isoformat(), "end": None}] if one.start else [],
        "published": iso(one.published),
        "judgements": [_judgement(one.framework, key, one.judged[key]) for key in _JUDGEMENTS if key in one.judged],
        "theme": one.theme,
        "inspection_type": one.type,
        "source": {"published_from": GIVEN_BY, **dict.fromkeys(("path", "format", "pages", "url"))},
        "official": {"release": place.release, "sheet": place.sheet, "row": place.row},
        "findings": {},
    }


def _judgement(framework: str, key: str, grade: str) -> dict[str, Any]:
    theme, label = _JUDGEMENTS[key]
    nothing = dict.fromkeys(("scope", "printed", "source", "page"))
    theme = "care" if framework == "lac" else theme
    return {"key": key, "theme": theme, "label": label, "grade": grade, "span": (0, 0), **nothing}
