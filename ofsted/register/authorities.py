"""The authorities of England that answer for children's services: their names and codes, now and on any day since 2009.

The facts stand in CSV files beside this module (`data/`), each with its source and the source's date:
`authorities.csv` (as they are now), `authorities_history.csv` (whose codes changed, which began or ended),
`regions.csv`, `shared_services.csv`. An authority is the same one as long as the Department for Education's code
(`la_code`) stays; a new GSS code alone, after a change of boundary or of status, makes no new authority.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "OPENED",
    "Arrangement",
    "Day",
    "LocalAuthority",
    "arrangements",
    "as_day",
    "authorities",
    "authority_history",
    "find_authority",
    "join_authorities",
    "local_authorities",
    "on_day",
]

OPENED = date(2009, 1, 1)
"""The first day that the register knows: the day the GSS codes begin."""

Day = str | date | datetime
"""A day as it may be given: a date, anything with a date() of its own, or ISO 8601 text."""

_DATA = Path(__file__).resolve().parent.parent / "data"
_GENERIC = re.compile(
    r"\b(?:the|council|county|city|(?:metropolitan |royal |london )*borough|(?<=city |unty |ough )of)\b"
)
_GIVEN = {
    "la_code": re.compile(r"(?i)(?:old_)?la_?(?:code|estab)?(?:_?code)?|lea_?code"),
    "gss_code": re.compile(r"(?i)gss_?code|new_la_code|ons_?code|area_?(?:cd|code)|(?:lad|utla|ctyua)\d\d_?cd"),
}


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
        """Whether the authority was there on that day."""
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
            raise ValueError(f"no day: {day!r}; give it as year-month-day, such as '2024-03-31'") from error
    found = day.date() if hasattr(day, "date") else day
    if isinstance(found, date) and found == found:  # pandas' NaT equals nothing, itself included
        return found
    raise ValueError(f"no day: {day!r}; give a date or text such as '2024-03-31'")


# ---- reading the facts ----


def _read(name: str) -> list[dict[str, str]]:
    with open(_DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


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
    return {row["region"]: row["ofsted_region"] for row in _read("regions.csv")}


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
def _spans() -> dict[str, tuple[LocalAuthority, ...]]:
    """Every authority's spans in order, by la_code; the authorities in order of name."""
    present = {row["la_code"]: _present(row) for row in _read("authorities.csv")}
    found: dict[str, list[LocalAuthority]] = {}
    for row in _read("authorities_history.csv"):
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
    for code, spans in _spans().items():
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
    spans = _spans().get(la_code or "")
    if not spans:
        return None
    if not spans[0].existed(day):
        for code in _index().get(_key(spans[0].name), ()):
            namesake = _spans()[code]
            if namesake[0].existed(day):
                spans = namesake
                break
    held = [span for span in spans if span.holds(day)]
    if held:
        return held[0]
    return spans[0] if spans[0].valid_from and day < spans[0].valid_from else spans[-1]


def find_authority(which: str, as_of: Day | None = None) -> LocalAuthority:
    """The authority of this name, URN, la_code or GSS code (present or former), as it was on `as_of` (today).

    One that no longer is there is found as it was last. KeyError where nothing has that name or code.

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
        import difflib

        names = {one.name.casefold(): one.name for spans in _spans().values() for one in spans}
        near = [repr(names[name]) for name in difflib.get_close_matches(text.casefold(), names, cutoff=0.75)]
        hint = f" (near to it: {', '.join(near)})" if near else ""
        raise KeyError(f"no authority has the name or code {which!r}{hint}; ofsted.authorities() lists them")
    there = [code for code in codes if _spans()[code][0].existed(day)]
    found = on_day((there or list(codes))[-1], day)
    assert found is not None  # noqa: S101  (the index holds codes of the register only)
    return found


def local_authorities(as_of: Day | None = None) -> list[LocalAuthority]:
    """The authorities that were there on `as_of` (today), as they were then, in order of name. Needs no pandas.

    ValueError for a day before 1 January 2009, which the register does not know.
    """
    day = as_day(as_of)
    if day < OPENED:
        raise ValueError(f"the register opens on {OPENED.isoformat()}; it does not know {day.isoformat()}")
    return [span for spans in _spans().values() for span in spans if span.holds(day)]


@cache
def _arrangements() -> tuple[Arrangement, ...]:
    """Shared services; members that joined or left on different days are rows of their own in the CSV file."""
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in _read("shared_services.csv"):
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


# ---- frames ----

_COLUMNS = {
    "authority": "text",
    "urn": "text",
    "la_code": "text",
    "gss_code": "text",
    "region": "label",
    "ofsted_region": "label",
    "type": "label",
    "ons_name": "text",
    "valid_from": "date",
    "valid_to": "date",
    "predecessors": "text",
    "successors": "text",
    "neighbours": "text",
    "shares_services": "text",
    "event": "label",
    "source": "text",
    "source_date": "text",
    "note": "text",
}
_JOINED = ("authority", "urn", "la_code", "gss_code", "region", "ofsted_region", "type")


def _known(arrangement: Arrangement, day: date | None) -> str:
    """The arrangement's name; with the last day that the source vouches for where `day` is later."""
    if day and arrangement.known_to and day > arrangement.known_to:
        return f"{arrangement.name} (last known {arrangement.known_to.isoformat()})"
    return arrangement.name


def _row(authority: LocalAuthority, day: date | None) -> dict[str, Any]:
    row: dict[str, Any] = {f.name: getattr(authority, f.name) for f in fields(authority)}
    row["authority"] = authority.name
    for name in ("predecessors", "successors", "neighbours"):
        row[name] = ";".join(row[name]) or None
    for name in ("valid_from", "valid_to"):
        row[name] = row[name].isoformat() if row[name] else None
    shared = arrangements(day) if day else []
    row["shares_services"] = "; ".join(_known(a, day) for a in shared if authority.la_code in a.la_codes) or None
    return row


def authorities(as_of: Day | None = None) -> pd.DataFrame:
    """The authorities that were there on a day, with the names and codes that they had then: one row each.

    Columns: authority, urn, la_code, gss_code, region (of the nine statistical regions), ofsted_region (of Ofsted's
    eight), type, ons_name, valid_from and valid_to of these codes (NaT: open), predecessors, successors and
    neighbours (la_codes joined by ';'), shares_services (arrangements with other authorities, with the last day that is
    known where that is past), event (created, unitary, boundary), source, source_date, note. Without `as_of`: today.

    ImportError without pandas (`local_authorities()` needs none); ValueError for a day before 1 January 2009.
    """
    from ofsted.tables.row_frames import frame_of

    day = as_day(as_of)
    return frame_of([_row(authority, day) for authority in local_authorities(day)], _COLUMNS)


def authority_history() -> pd.DataFrame:
    """Every name and set of codes that an authority has had since 1 January 2009; columns as in `authorities()`."""
    from ofsted.tables.row_frames import frame_of

    return frame_of([_row(span, None) for spans in _spans().values() for span in spans], _COLUMNS)


def _text_of(value: Any) -> str | None:
    """A code from a cell: 301, 301.0 and ' 301 ' are one; None for an empty cell."""
    if value is None or value != value or str(value) in ("<NA>", "NaT"):
        return None
    text = str(value).strip()
    return text.removesuffix(".0").upper() or None


def _column_of(columns: Iterable[Any], on: str | None) -> tuple[str, Any]:
    """Which kind of code stands in which column."""
    columns = list(columns)
    if on is not None and on not in _GIVEN:
        raise ValueError(f"on is 'la_code' or 'gss_code', not {on!r}")
    for kind in (on,) if on else ("la_code", "gss_code"):
        named = [c for c in columns if c == kind] or [c for c in columns if _GIVEN[kind].fullmatch(str(c))]
        if len(named) == 1:
            return kind, named[0]
        if named:
            raise KeyError(f"several columns could hold the {kind}: {', '.join(map(str, named))}; give column=")
    raise KeyError(f"no column looks like {on or 'la_code or gss_code'}; give column=")


def join_authorities(
    frame: pd.DataFrame,
    on: str | None = None,
    as_of: Day | None = None,
    column: str | None = None,
) -> pd.DataFrame:
    """`frame`, a table of DfE or ONS, with the register's columns beside it, found by present or former codes.

    `on` is the kind of code; the column is found by its usual names (`la_code`, `old_la_code`, `new_la_code`,
    `LAD23CD`, …) or given as `column`. Codes may be text or numbers. As many rows come back as went in, with
    authority, urn, la_code, gss_code, region, ofsted_region and type as they were on `as_of` (today), and

    - `status`: `same` (the code is the one of that day), `recoded` (the authority had another code then),
      `abolished` or `not yet` (it was not there on that day; name and codes are those it had nearest to it),
      missing where no authority has or had the code (totals for regions, `z`);
    - `successors`: la_codes of what replaced an abolished authority. Figures are never moved to a successor.

    Examples:
        >>> import ofsted, pandas
        >>> rates = pandas.DataFrame({"la_code": [926, 909], "rate": [64, 80]})
        >>> ofsted.join_authorities(rates)[["rate", "authority", "status", "successors"]]
           rate authority     status successors
        0    64   Norfolk       same       <NA>
        1    80   Cumbria  abolished    942;943

    A column whose name `frame` has already gets the ending `_register`. KeyError if no column fits; ValueError for
    another kind of code.
    """
    import pandas

    if column is not None:
        kind = on or ("la_code" if "gss" not in column.lower() and "cd" not in column.lower() else "gss_code")
        if column not in frame.columns:
            raise KeyError(f"no column {column!r}")
    else:
        kind, column = _column_of(frame.columns, on)
    day = as_day(as_of)
    known: dict[Any, dict[str, str | None]] = {}
    rows = []
    for value in frame[column]:
        code = _text_of(value)
        if code not in known:
            known[code] = _joined(kind, code, day)
        rows.append(known[code])
    joined = frame.copy()
    for name in (*_JOINED, "status", "successors"):
        values = pandas.array([row.get(name) for row in rows], dtype="string")
        joined[f"{name}_register" if name in frame.columns else name] = pandas.Series(values, index=frame.index)
    return joined


def _joined(kind: str, code: str | None, day: date) -> dict[str, str | None]:
    """The columns that `join_authorities` adds to a row with this code."""
    matching = [c for c, spans in _spans().items() if code and any(getattr(s, kind) == code for s in spans)]
    if not matching:
        return {}
    spans = _spans()[matching[0]]
    authority = next((s for s in spans if s.holds(day)), None)
    status = "same" if authority and getattr(authority, kind) == code else "recoded"
    if authority is None:
        early = spans[0].valid_from is not None and day < spans[0].valid_from
        authority, status = (spans[0], "not yet") if early else (spans[-1], "abolished")
    row = {name: getattr(authority, "name" if name == "authority" else name) for name in _JOINED}
    return {**row, "status": status, "successors": ";".join(authority.successors) or None}
