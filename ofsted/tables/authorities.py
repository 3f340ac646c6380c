"""The register as frames, and beside the tables of others."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from ofsted.model.days import iso
from ofsted.model.errors import NotFoundError
from ofsted.register.authorities import (
    Arrangement,
    Day,
    LocalAuthority,
    arrangements,
    as_day,
    every_span,
    find_authority,
    local_authorities,
    near_names,
)
from ofsted.tables.columns import frame_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["authorities", "authority_history", "join_authorities"]

_GIVEN = {
    "la_code": re.compile(r"(?i)(?:old_)?la_?(?:code|estab)?(?:_?code)?|lea_?code"),
    "gss_code": re.compile(r"(?i)gss_?code|new_la_code|ons_?code|area_?(?:cd|code)|(?:lad|utla|ctyua)\d\d_?cd"),
    "name": re.compile(r"(?i)(?:la|local[_ ]authority|authority|council)(?:[_ ]name)?|(?:lad|utla|ctyua)\d\d_?nm"),
}


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
    "closeness": "text",
    "neighbours_model": "label",
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
    for name in ("predecessors", "successors", "neighbours", "closeness"):
        row[name] = ";".join(row[name]) or None
    for name in ("valid_from", "valid_to"):
        row[name] = iso(row[name])
    shared = arrangements(day) if day else []
    row["shares_services"] = "; ".join(_known(a, day) for a in shared if authority.la_code in a.la_codes) or None
    return row


def authorities(as_of: Day | None = None) -> pd.DataFrame:
    """The authorities that existed on a day, with the names and codes that they had then: one row each.

    Columns: authority, urn, la_code, gss_code, region (of the nine statistical regions), ofsted_region (of Ofsted's
    eight), type, ons_name, valid_from and valid_to of these codes (NaT: open), predecessors, successors and
    neighbours (la_codes joined by ';'), closeness (of each neighbour, in the same order) and neighbours_model (the
    model of DfE's that they are from), shares_services (arrangements with other authorities, with the last day that is
    known where that is past), event (created, unitary, boundary), source, source_date, note. Without `as_of`: today.

    The neighbours are by the model in force on the day, and by that of April 2021 before it; none for an authority
    that the model lacks. A day to come gives what is settled today.

    ImportError without pandas (`local_authorities()` needs none); ValueError for a day before 1 January 2009.
    """
    day = as_day(as_of)
    return frame_of([_row(authority, day) for authority in local_authorities(day)], _COLUMNS)


def authority_history() -> pd.DataFrame:
    """Every name and set of codes that an authority has had since 1 January 2009, and those that are settled.

    Columns as in `authorities()`, without neighbours, which depend on the day.
    """
    return frame_of([_row(span, None) for spans in every_span().values() for span in spans], _COLUMNS)


def _text_of(value: Any) -> str | None:
    """A code or name from a cell: 301, 301.0 and ' 301 ' are one; None for an empty cell."""
    if value is None or str(value) in ("<NA>", "NaT") or value != value:  # pandas' NA is neither equal nor not
        return None
    return str(value).strip().removesuffix(".0") or None


def _column_of(columns: Iterable[Any], on: str | None) -> tuple[str, Any]:
    """Which kind of code is in which column."""
    columns = list(columns)
    if on is not None and on not in _GIVEN:
        hint = f"; a column of that name is given as column={on!r}" if on in columns else ""
        raise ValueError(f"on must be 'la_code', 'gss_code' or 'name', not {on!r}{hint}")
    for kind in (on,) if on else _GIVEN:
        named = [c for c in columns if c == kind] or [c for c in columns if _GIVEN[kind].fullmatch(str(c))]
        if len(named) == 1:
            return kind, named[0]
        if named:
            raise NotFoundError(f"several columns could hold the {kind}; give column=", map(str, named))
    raise NotFoundError(f"no column looks like {on or 'la_code, gss_code or name'}; give column=", map(str, columns))


def join_authorities(
    frame: pd.DataFrame,
    on: str | None = None,
    as_of: Day | None = None,
    column: str | None = None,
) -> pd.DataFrame:
    """`frame`, a table of DfE or ONS, with the register's columns beside it, found by codes or names.

    `on` is 'la_code', 'gss_code' or 'name'; the column is found by its usual names (`la_code`, `old_la_code`,
    `new_la_code`, `LAD23CD`, `la_name`, `LAD23NM`, …), codes before names, or given as `column`. Codes, present or
    former, may be text or numbers, names what `find_authority()` takes. As many rows come back as went in, with
    authority, urn, la_code, gss_code, region, ofsted_region and type as they were on `as_of` (today), and

    - `status`: `same` (the code is the one of that day), `recoded` (the authority had another code then),
      `abolished` or `not yet` (it was not there on that day; name and codes are those it had nearest to it),
      missing where no authority has or had the code or name (totals for regions, `z`); a name that is close to
      one, or that several have, is warned of, and so is a column in which nothing is known;
    - `successors`: la_codes of what replaced an abolished authority. Figures are never moved to a successor.

    Examples:
        >>> import ofsted, pandas
        >>> rates = pandas.DataFrame({"la_code": [926, 909], "rate": [64, 80]})
        >>> ofsted.join_authorities(rates)[["rate", "authority", "status", "successors"]]
           rate authority     status successors
        0    64   Norfolk       same       <NA>
        1    80   Cumbria  abolished    942;943

    A column whose name `frame` has already gets the ending `_register`. NotFoundError (a KeyError) if no column fits;
    ValueError for another kind of code.
    """
    import pandas

    if not isinstance(frame, pandas.DataFrame):
        raise TypeError(f"join_authorities() takes a pandas frame, not {type(frame).__name__}: give its to_pandas()")
    if on is not None and not isinstance(on, str):
        raise TypeError(f"on is the kind of code, such as 'la_code', not a {type(on).__name__}; one table is joined")
    if column is not None:
        kind = on or next((kind for kind, usual in _GIVEN.items() if usual.fullmatch(column)), None) or _guessed(column)
        if column not in frame.columns:
            raise NotFoundError.unknown("column", column, map(str, frame.columns))
    else:
        kind, column = _column_of(frame.columns, on)
    day = as_day(as_of)
    values = list(map(_text_of, frame[column]))
    found = _each(kind, values, day)
    if not any(found.values()) and on is None and _GIVEN["name"].fullmatch(str(column)):  # 'LA' may hold either
        kind, found = "name", _each("name", values, day)
    if kind == "name":
        _warn_of_near(name for name, row in found.items() if name and not row)
    given = [value for value in found if value]
    if given and not any(found.values()):
        said = f"no authority has any {kind} of the column {column!r}, of which {given[0]!r} is the first"
        warnings.warn(f"{said}; on= and column= say what is where", stacklevel=2)
    rows = [found[value] for value in values]
    joined = frame.copy()
    for name in (*_JOINED, "status", "successors"):
        texts = pandas.array([row.get(name) for row in rows], dtype="string")
        joined[f"{name}_register" if name in frame.columns else name] = pandas.Series(texts, index=frame.index)
    return joined


def _each(kind: str, values: Iterable[str | None], day: date) -> dict[str | None, dict[str, str | None]]:
    """By code or name the columns that are added."""
    return {given: _joined(kind, given, day) for given in dict.fromkeys(values)}


def _guessed(column: str) -> str:
    return "la_code" if "gss" not in column.lower() and "cd" not in column.lower() else "gss_code"


def _warn_of_near(names: Iterable[str]) -> None:
    """A total ('England') is like no authority; what is like one was probably meant."""
    near = {name: near_names(name) for name in names}
    said = [f"{name!r} ({' or '.join(map(repr, found))}?)" for name, found in near.items() if found]
    if said:
        warnings.warn(f"names that are no one authority's: {', '.join(said)}", stacklevel=3)


def _la_code(kind: str, given: str, day: date) -> str | None:
    """The authority with this code, or of this name on that day."""
    if kind == "name":
        try:
            return find_authority(given, day).la_code
        except NotFoundError:
            return None
    folded = given.casefold()
    spans = (span for spans in every_span().values() for span in spans)
    return next((span.la_code for span in spans if (getattr(span, kind) or "").casefold() == folded), None)


def _joined(kind: str, given: str | None, day: date) -> dict[str, str | None]:
    """The columns that `join_authorities` adds to a row with this code or name."""
    code = _la_code(kind, given, day) if given else None
    if code is None:
        return {}
    spans = every_span()[code]
    authority = next((s for s in spans if s.holds(day)), None)
    own = (getattr(authority, kind) or "").casefold() if authority else None
    status = "same" if kind == "name" or own == str(given).casefold() else "recoded"
    if authority is None:
        early = spans[0].valid_from is not None and day < spans[0].valid_from
        authority, status = (spans[0], "not yet") if early else (spans[-1], "abolished")
    row = {name: getattr(authority, "name" if name == "authority" else name) for name in _JOINED}
    return {**row, "status": status, "successors": ";".join(authority.successors) or None}
