"""The authorities of England that answer for children's services: their names and codes, now and on any day since 2009.

The facts are in the CSV files of data/, each with its source and the source's date:
`authorities.csv` (as they are now), `authorities_history.csv` (whose codes changed, which began or ended),
`regions.csv`, `shared_services.csv`. An authority is the same one as long as the Department for Education's code
(`la_code`) stays; a new GSS code alone, after a change of boundary or of status, makes no new authority.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from ofsted.model.data_files import read_rows
from ofsted.model.errors import NotFoundError

__all__ = [
    "OPENED",
    "Arrangement",
    "Day",
    "LocalAuthority",
    "arrangements",
    "as_day",
    "every_span",
    "find_authority",
    "local_authorities",
    "on_day",
    "unknown_authority",
]

OPENED = date(2009, 1, 1)
"""The first day that the register knows: the day the GSS codes begin."""

Day = str | date | datetime
"""A day as it may be given: a date, anything with a date() of its own, or ISO 8601 text."""

_GENERIC = re.compile(
    r"\b(?:the|council|county|city|(?:metropolitan |royal |london )*borough|(?<=city |unty |ough )of)\b"
)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Services that several authorities share. Days are None where the start or the end is not known.

    `known_to` is the last day that the source vouches for: what holds after it is not known.
    """

    name: str
    la_codes: tuple[str, ...]
    start: date | None
    end: date | None
    known_to: date | None
    covers: str
    source: str
    source_date: str


@dataclass(frozen=True, slots=True)
class LocalAuthority:
    """One authority with the name and codes that it had from `valid_from` to `valid_to` (both included).

    None in `valid_from` is the day the register opens (1 January 2009) or before; None in `valid_to`: still so.
    `began` and `ended` are the authority's own first and last day, whatever codes it had.
    `predecessors`, `successors` and `neighbours` (statistical ones, nearest first) are la_codes.
    """

    name: str
    ons_name: str
    urn: str | None
    la_code: str
    gss_code: str
    region: str
    ofsted_region: str
    type: str | None
    valid_from: date | None = None
    valid_to: date | None = None
    began: date | None = None
    ended: date | None = None
    event: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    source: str | None = None
    source_date: str | None = None
    note: str | None = None

    def __str__(self) -> str:
        return self.name

    def existed(self, day: date) -> bool:
        """Whether the authority existed on that day."""
        return (self.began is None or self.began <= day) and (self.ended is None or day <= self.ended)

    def holds(self, day: date) -> bool:
        """Whether it had this name and these codes on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def as_day(day: Any) -> date:
    """A `date` from a date, a datetime, a pandas Timestamp or ISO 8601 text; None is today. ValueError for others."""
    if day is None:
        return date.today()
    if isinstance(day, str):
        try:
            return date.fromisoformat(day.strip())
        except ValueError as error:
            raise ValueError(f"{day!r} is not a day; give it as year-month-day, such as '2024-03-31'") from error
    found = day.date() if hasattr(day, "date") else day
    if isinstance(found, date) and found == found:  # pandas' NaT equals nothing, itself included
        return found
    raise ValueError(f"{day!r} is not a day; give a date, or text such as '2024-03-31'")


# ---- reading the facts ----


def _partial(text: str, last: bool = False) -> date | None:
    """'2013', '2011-06' or '2011-06-01' as a day: the first of the period, or its last."""
    if not text:
        return None
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if not last or day:
        return date(year, month or 1, day or 1)
    end = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return end - timedelta(days=1)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code for code in text.split(";") if code)


@cache
def _ofsted_regions() -> dict[str, str]:
    return {row["region"]: row["ofsted_region"] for row in read_rows("regions.csv")}


def _present(row: dict[str, str]) -> LocalAuthority:
    """A row of authorities.csv."""
    return LocalAuthority(
        name=row["name"],
        ons_name=row["ons_name"],
        urn=row["urn"] or None,
        la_code=row["la_code"],
        gss_code=row["gss_code"],
        region=row["region"],
        ofsted_region=_ofsted_regions()[row["region"]],
        type=row["type"] or None,
        neighbours=_codes(row["statistical_neighbours"]),
    )


def _span(row: dict[str, str], present: LocalAuthority | None) -> LocalAuthority:
    """A row of authorities_history.csv; what it leaves out is as in the present row of the authority."""
    return LocalAuthority(
        name=row["name"],
        ons_name=present.ons_name if present else row["name"],
        urn=row["urn"] or None,
        la_code=row["la_code"],
        gss_code=row["gss_code"],
        region=row["region"],
        ofsted_region=_ofsted_regions()[row["region"]],
        type=row["type"] or None,
        valid_from=_partial(row["valid_from"]),
        valid_to=_partial(row["valid_to"]),
        event=row["event"] or None,
        predecessors=_codes(row["predecessors"]),
        successors=_codes(row["successors"]),
        neighbours=present.neighbours if present else (),
        source=row["source"],
        source_date=row["source_date"],
        note=row["note"] or None,
    )


def _lived(spans: list[LocalAuthority]) -> list[LocalAuthority]:
    """The spans of one authority in order, each with the authority's own first and last day."""
    spans.sort(key=lambda span: span.valid_from or date.min)
    return [replace(span, began=spans[0].valid_from, ended=spans[-1].valid_to) for span in spans]


@cache
def every_span() -> dict[str, tuple[LocalAuthority, ...]]:
    """By la_code, each authority under every name and set of codes that it had, in order; authorities by name."""
    present = {row["la_code"]: _present(row) for row in read_rows("authorities.csv")}
    found: dict[str, list[LocalAuthority]] = {}
    for row in read_rows("authorities_history.csv"):
        found.setdefault(row["la_code"], []).append(_span(row, present.get(row["la_code"])))
    for code, authority in present.items():
        found.setdefault(code, [authority])
    ordered = sorted(found.items(), key=lambda item: (item[1][-1].name, item[0]))
    return {code: tuple(_lived(spans)) for code, spans in ordered}


# ---- looking up ----


def _key(name: str) -> str:
    """A name as its letters: '&' is 'and'; 'City of', 'Council' and the like do not count."""
    plain = name.casefold().replace("&", " and ")
    return re.sub(r"[^a-z]", "", _GENERIC.sub(" ", plain))


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """la_codes by every code and name that an authority has or had; a name may be of several ('Dorset')."""
    found: dict[str, list[str]] = {}
    for code, spans in every_span().items():
        keys = {code} | {s.gss_code for s in spans} | {s.urn for s in spans if s.urn}
        keys |= {_key(s.name) for s in spans} | {_key(s.ons_name) for s in spans} | {s.name.casefold() for s in spans}
        for key in keys:
            found.setdefault(key, []).append(code)
    return {key: tuple(codes) for key, codes in found.items()}


def on_day(la_code: str | None, day: date) -> LocalAuthority | None:
    """The authority of this code as it was on that day.

    Where it was not there on the day, the one of its name that was (a report of 2016 on Dorset is on the county
    council, 835, which the unitary authority, 838, replaced in 2019). Where there is none such, the authority as it
    was nearest to the day: `existed(day)` tells. None for a code that no authority has.
    """
    spans = every_span().get(la_code or "")
    if not spans:
        return None
    if not spans[0].existed(day):
        for code in _index().get(_key(spans[0].name), ()):
            namesake = every_span()[code]
            if namesake[0].existed(day):
                spans = namesake
                break
    held = [span for span in spans if span.holds(day)]
    if held:
        return held[0]
    return spans[0] if spans[0].valid_from and day < spans[0].valid_from else spans[-1]


def find_authority(which: str, as_of: Day | None = None) -> LocalAuthority:
    """The authority of this name, URN, la_code or GSS code (present or former), as it was on `as_of` (today).

    One that no longer exists is found as it last was. NotFoundError (a KeyError) where none has that name or code.

    Examples:
        >>> import ofsted
        >>> ofsted.find_authority("Barnsley", as_of="2024-03-31").gss_code
        'E08000016'
        >>> ofsted.find_authority("E10000006").name
        'Cumbria'
    """
    day = as_day(as_of)
    text = str(which).strip()
    codes = _index().get(text) or _index().get(text.upper()) or _index().get(text.casefold())
    codes = codes or (_index().get(_key(text)) if _key(text) else None)
    if not codes:
        raise unknown_authority(which)
    there = [code for code in codes if every_span()[code][0].existed(day)]
    found = on_day((there or list(codes))[-1], day)
    assert found is not None  # noqa: S101  (the index holds codes of the register only)
    return found


def unknown_authority(which: object, others: Iterable[str] = ()) -> NotFoundError:
    """The error that there is no such authority; `others` are names beside those in the register."""
    names = [span.name for spans in every_span().values() for span in spans]
    return NotFoundError.unknown("authority", which, [*others, *names], "ofsted.authorities() lists them")


def local_authorities(as_of: Day | None = None) -> list[LocalAuthority]:
    """The authorities that existed on `as_of` (today), as they were then, in order of name. Needs no pandas.

    ValueError for a day before 1 January 2009, which the register does not know.
    """
    day = as_day(as_of)
    if day < OPENED:
        raise ValueError(f"the register begins on {OPENED.isoformat()}; {day.isoformat()} is before that")
    return [span for spans in every_span().values() for span in spans if span.holds(day)]


@cache
def _arrangements() -> tuple[Arrangement, ...]:
    """Shared services; members that joined or left on different days are rows of their own in the CSV file."""
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in read_rows("shared_services.csv"):
        grouped.setdefault(row["arrangement"], []).append(row)
    return tuple(
        Arrangement(
            name,
            (row["la_code"],),
            _partial(row["valid_from"]),
            _partial(row["valid_to"], last=True),
            _partial(row["known_to"], last=True),
            row["covers"],
            row["source"],
            row["source_date"],
        )
        for name, rows in grouped.items()
        for row in rows
    )


def arrangements(as_of: Day | None = None) -> list[Arrangement]:
    """The arrangements by which authorities shared children's services on `as_of` (today), members together."""
    day = as_day(as_of)
    members: dict[str, list[Arrangement]] = {}
    for part in _arrangements():
        if (part.start is None or part.start <= day) and (part.end is None or day <= part.end):
            members.setdefault(part.name, []).append(part)
    return [replace(ps[0], la_codes=tuple(p.la_codes[0] for p in ps)) for ps in members.values()]
