"""The authorities of England that answer for children's services: their names and codes, now and on any day since 2009.

The facts are in the CSV files of data/, each with its source and the source's date:
`authorities.csv` (names and codes as they are now), `authorities_history.csv` (whose codes changed, which began, ended
or will), `neighbours.csv` and `neighbour_models.csv`, `regions.csv`, `shared_services.csv`. An authority is the same
one as long as the Department for Education's code (`la_code`) stays; a new GSS code alone, after a change of boundary
or of status, makes no new authority. Names are looked up by the core, which reads them in reports by the same table.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from ofsted._core import Register
from ofsted.model.data_files import read_data, read_rows
from ofsted.model.errors import NotFoundError
from ofsted.model.words import day_in_words

__all__ = [
    "OPENED",
    "Arrangement",
    "Day",
    "LocalAuthority",
    "arrangements",
    "as_day",
    "every_span",
    "find_authority",
    "given_day",
    "local_authorities",
    "namesakes",
    "near_names",
    "on_day",
    "unknown_authority",
]

OPENED = date(2009, 1, 1)
"""The first day that the register knows: the day the GSS codes begin."""

Day = str | date | datetime
"""A day as it may be given: a date, anything with a date() of its own, or ISO 8601 text."""

_MOST_NEAR = 4


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
    `predecessors`, `successors` and `neighbours` are la_codes. The neighbours are DfE's statistical ones, nearest
    first, by the model of the day that was asked for: `closeness` says how close each is, `neighbours_model` which
    model it is. A new authority whose codes are not known yet has None for them, and for la_code a stand-in
    ('east-surrey').
    """

    name: str
    ons_name: str
    urn: str | None
    la_code: str
    gss_code: str | None
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
    closeness: tuple[str, ...] = ()
    neighbours_model: str | None = None

    def __str__(self) -> str:
        return self.name

    def existed(self, day: date) -> bool:
        """Whether the authority existed on that day."""
        return (self.began is None or self.began <= day) and (self.ended is None or day <= self.ended)

    def absent(self, day: date) -> str | None:
        """That it was not there on that day, in words: of a document, authority or day is misread or misprinted."""
        if self.existed(day):
            return None
        if self.ended and day > self.ended:
            return f"{self.name} ended on {day_in_words(self.ended)}, before this"
        return f"{self.name} began on {day_in_words(self.began)}, after this" if self.began else None

    def holds(self, day: date) -> bool:
        """Whether it had this name and these codes on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def as_day(day: Any) -> date:
    """A `date` from a date, a datetime, a pandas Timestamp or ISO 8601 text; None is today. ValueError for others."""
    return date.today() if day is None else given_day(day)


def given_day(day: Any) -> date:
    """The same of a day that is given, which None is not."""
    if isinstance(day, str):
        try:
            return date.fromisoformat(day.strip())
        except ValueError as error:
            raise ValueError(f"{day!r} is not a day; give it as year-month-day, such as '2024-03-31'") from error
    if getattr(getattr(day, "dtype", None), "kind", None) == "M" and not day.shape:  # numpy's, as in frame.end.unique()
        day = day.astype("datetime64[D]").item()
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
        gss_code=row["gss_code"] or None,
        region=row["region"],
        ofsted_region=_ofsted_regions()[row["region"]],
        type=row["type"] or None,
    )


def _span(row: dict[str, str], present: LocalAuthority | None) -> LocalAuthority:
    """A row of authorities_history.csv; what it leaves out is as in the present row of the authority."""
    return LocalAuthority(
        name=row["name"],
        ons_name=present.ons_name if present else row["name"],
        urn=row["urn"] or None,
        la_code=row["la_code"],
        gss_code=row["gss_code"] or None,
        region=row["region"],
        ofsted_region=_ofsted_regions()[row["region"]],
        type=row["type"] or None,
        valid_from=_partial(row["valid_from"]),
        valid_to=_partial(row["valid_to"]),
        event=row["event"] or None,
        predecessors=_codes(row["predecessors"]),
        successors=_codes(row["successors"]),
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


# ---- statistical neighbours ----

_CLOSENESS = ("extremely close", "very close", "close", "somewhat close", "not close")


@cache
def _models() -> dict[str, tuple[date, str]]:
    """By its key, the day from which a model of statistical neighbours holds, and its name."""
    return {
        row["model"]: (date.fromisoformat(row["valid_from"]), row["name"]) for row in read_rows("neighbour_models.csv")
    }


@cache
def _near() -> dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]:
    """By model and la_code, the neighbours, nearest first, and how close each is."""
    found = {}
    for row in read_rows("neighbours.csv"):
        pairs = [(code, close) for close in _CLOSENESS for code in _codes(row[close.replace(" ", "_")])]
        found[row["model"], row["la_code"]] = (tuple(p[0] for p in pairs), tuple(p[1] for p in pairs))
    return found


@cache
def _with_neighbours(span: LocalAuthority, model: str) -> LocalAuthority:
    codes, closeness = _near().get((model, span.la_code), ((), ()))
    name = _models()[model][1] if codes else None
    return replace(span, neighbours=codes, closeness=closeness, neighbours_model=name)


def _then(span: LocalAuthority, day: date) -> LocalAuthority:
    """The authority with the neighbours of the day: by the model in force, or by the first one before there was any."""
    held = [key for key, (start, _) in _models().items() if start <= day]
    return _with_neighbours(span, held[-1] if held else next(iter(_models())))


# ---- looking up ----


@cache
def _register() -> Register:
    return Register(read_data("data/authorities.csv"))


@cache
def _by_code() -> dict[str, str]:
    """la_codes by every code that an authority has or had."""
    spans = [span for spans in every_span().values() for span in spans]
    return {code: span.la_code for span in spans for code in (span.urn, span.gss_code, span.la_code) if code}


@cache
def _namesakes() -> dict[str, tuple[str, ...]]:
    """By name, the la_codes of those that have or had it ('Dorset')."""
    found: dict[str, list[str]] = {}
    for code, spans in every_span().items():
        found.setdefault(spans[-1].name, []).append(code)
    return {name: tuple(codes) for name, codes in found.items()}


def namesakes(authority: LocalAuthority) -> tuple[str, ...]:
    """The la_codes of all that have or had this authority's name, its own too."""
    return _namesakes()[authority.name]


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
        for code in namesakes(spans[-1]):
            namesake = every_span()[code]
            if namesake[0].existed(day):
                spans = namesake
                break
    held = [span for span in spans if span.holds(day)]
    early = spans[0].valid_from and day < spans[0].valid_from
    return _then(held[0] if held else spans[0] if early else spans[-1], day)


def find_authority(which: str, as_of: Day | None = None) -> LocalAuthority:
    """The authority of this name, URN, la_code or GSS code (present or former), as it was on `as_of` (today).

    A name may be the register's, the ONS's or a short one that is everyday and of one authority only ('Hull', 'East
    Riding', 'BCP'), with or without 'Council', 'London Borough of' and the like: what the parser takes in a report.
    One that no longer exists is found as it last was, one that is still to begin as it will be. NotFoundError (a
    KeyError) where none has that name or code, or several have; it names those that are nearest.

    Examples:
        >>> import ofsted
        >>> ofsted.find_authority("Barnsley", as_of="2024-03-31").gss_code
        'E08000016'
        >>> ofsted.find_authority("E10000006").name
        'Cumbria'
        >>> ofsted.find_authority("Hull City Council").name
        'Kingston upon Hull'
    """
    day = as_day(as_of)
    text = str(which).strip()
    code = _by_code().get(text) or _by_code().get(text.upper()) or _register().named(text.encode("utf-8", "replace"))
    found = on_day(code, day)
    if found is None:
        raise unknown_authority(which)
    return found


@cache
def _printed_names() -> tuple[tuple[str, str], ...]:
    """Every name of the register, with the authority's own name."""
    rows = read_rows("authorities.csv")
    lists = [(row["name"], [row["name"], row["ons_name"], *row["other_names"].split(";")]) for row in rows]
    return tuple((name, own) for own, names in lists for name in dict.fromkeys(names) if name)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace("-", " ").replace(",", " ").split()) - {"the", "of", "and", "&", "council"}


def near_names(which: object, others: Iterable[str] = ()) -> list[str]:
    """The authorities that could be meant by what names none for sure, likeliest first; `others` are names, too.

    Those that have the name in common ('Kingston'), else those whose names hold its words ('Sussex') or lie in it
    ('Norfolk and Suffolk'), else those that are spelt much like it.
    """
    from difflib import get_close_matches

    names = [*((name, name) for name in others), *_printed_names()]
    asked = _words(str(which))
    found = [own for name, own in names if asked and asked == _words(name)]
    found = found or [own for name, own in names if asked and asked < _words(name)]
    found = found or [own for name, own in names if _words(name) < asked]
    if not found:
        folded = {name.casefold(): own for name, own in reversed(names)}
        found = [folded[name] for name in get_close_matches(str(which).casefold().strip(), folded, _MOST_NEAR, 0.7)]
    return list(dict.fromkeys(found))[:_MOST_NEAR]


def unknown_authority(which: object, others: Iterable[str] = ()) -> NotFoundError:
    """The error that no one authority is meant; `others` are names beside those in the register."""
    near = near_names(which, others)
    hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ";"
    return NotFoundError(f"there is no authority {which!r}{hint} ofsted.authorities() lists them", near)


def local_authorities(as_of: Day | None = None) -> list[LocalAuthority]:
    """The authorities that existed on `as_of` (today), as they were then, in order of name. Needs no pandas.

    ValueError for a day before 1 January 2009, which the register does not know.
    """
    day = as_day(as_of)
    if day < OPENED:
        raise ValueError(f"the register begins on {OPENED.isoformat()}; {day.isoformat()} is before that")
    return [_then(span, day) for spans in every_span().values() for span in spans if span.holds(day)]


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
