"""Authorities beside each other on one day: frames of the judgements that were in force.

Every function takes the corpus first; `Corpus` has a method of the same name for each. Common parameters:

    as_of       a day (date or ISO 8601 text); today without
    align       count 'adequate' (until 2013) as 'requires improvement'; without it the two are kept apart
    published   days of publication that reports do not print, by report id or by path (or the end of it: a file's
                name); NotFoundError for a name that no file has, or several. Or 'inspected': judgements count from the
                inspection instead, as in Ofsted's own figures, and as those of `outcomes()` do unless 'published' says
                otherwise

ImportError without pandas; NotFoundError (a KeyError and a ValueError) for an authority or a theme that does not
exist; ValueError for other bad arguments.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from ofsted.comparing.asked_for import frameworks_asked_for, themes_asked_for
from ofsted.comparing.in_force import (
    Held,
    Published,
    Verdict,
    aligned,
    approximation,
    existing,
    in_force,
    in_register,
    inspections_of,
    status_of,
    verdict,
    who,
)
from ofsted.comparing.unmatched import Doubts
from ofsted.model.days import iso
from ofsted.model.errors import NotFoundError
from ofsted.model.words import day_in_words
from ofsted.register.authorities import OPENED, Day, LocalAuthority, as_day, on_day
from ofsted.tables.columns import Tables, frame_of
from ofsted.tables.doubts import joined, merged

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["compare", "latest", "neighbours"]

Row = dict[str, Any]


def latest(
    corpus: Tables,
    as_of: Day | None = None,
    frameworks: str | Iterable[str] | None = None,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """The judgements in force on a day: the rows of `judgements()` that count, and its columns.

    `doubts` names here as well what may be newer: a report that could not be put to an authority, or something
    second-hand that gives another grade. An inspection of which no judgement could be read has one row, without a key.
    Authorities that did not exist on the day are left out. By default inspections of children's services (ILACS,
    SIF, SLAC, LAC, joint area reviews); `frameworks="area-send"` gives the outcomes of area SEND inspections.
    """
    day = as_day(as_of)
    wanted = frameworks_asked_for(frameworks)
    seen = inspections_of(corpus, published)
    held = in_force(seen, day, wanted)
    there = existing(day) if day >= OPENED else None
    doubts = Doubts(corpus, seen, published, wanted, day)
    shown = {
        place: [judgement for _, judgement in judgements]
        for place, judgements in held.items()
        if judgements and place not in doubts.hidden
        if there is None or place in there or judgements[0][0].authority is None
    }
    rows = [
        {
            **judgement,
            "grade": aligned(judgement["grade"], align),
            "doubts": joined(judgement["doubts"], doubts.of(place, held, themes=[judgement["theme"]])),
        }
        for place, judgements in shown.items()
        for judgement in judgements
    ]
    rows.sort(key=lambda row: (row["authority"] or "", row["la_code"] or "", row["end"] or "", row["position"]))
    return doubts.told(frame_of(rows, corpus.table("judgements").kinds), lacking=doubts.only_told(shown))


def _line(place: str, authority: LocalAuthority | None, name: str | None, held: Held, **wanted: Any) -> Row:
    """One authority's verdicts as a row; what it held until it ended is not in force after that day."""
    ended = authority.ended if authority and not authority.existed(wanted["day"]) else None
    held = {} if ended else held
    verdicts = {theme: verdict(held.get(place), theme, wanted["align"]) for theme in wanted["themes"]}
    source = next((v.inspection for v in verdicts.values() if v.inspection), None)
    notes = {theme: _note(found, authority, wanted["day"]) for theme, found in verdicts.items()}
    newer = wanted["doubts"].of(place, held, themes=wanted["themes"])
    return {
        "authority": name,
        "la_code": authority.la_code if authority else None,
        "region": authority.region if authority else source.row["region"] if source else None,
        "framework": source.framework if source else None,
        "start": iso(source.start) if source else None,
        "end": iso(source.end) if source else None,
        "dated": iso(source.dated) if source else None,
        "dated_by": source.dated_by if source else None,
        **{theme: found.grade for theme, found in verdicts.items()},
        "notes": f"ended on {day_in_words(ended)}" if ended else _joined(notes),
        "doubt": joined(*(found.doubt for found in verdicts.values())),
        "doubts": joined(merged([(theme, found.doubts) for theme, found in verdicts.items()]), newer),
        "doubtful": [*(["authority"] if newer else []), *(t for t, found in verdicts.items() if found.doubts)],
    }


def _framed(rows: list[Row], kinds: dict[str, str]) -> pd.DataFrame:
    """The frame; its `attrs["doubtful"]` has for each row the themes with doubts, and 'authority' for newer reports."""
    frame = frame_of(rows, kinds)
    frame.attrs["doubtful"] = [row["doubtful"] for row in rows]
    return frame


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
    return {**kinds, **dict.fromkeys(themes, "grade"), "notes": "text", "doubts": "text", "doubt": "text"}


def compare(
    corpus: Tables,
    authorities: Iterable[str] | str | None = None,
    themes: str | Iterable[str] | None = None,
    as_of: Day | None = None,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """One row an authority, one column a theme: the grades in force on a day, in the order asked for.

    `authorities` are names, URNs, la_codes or GSS codes; without them, all that hold a judgement. `themes` are
    overall, help_and_protection, care, care_leavers and leadership; adoption and lscb on request. Beside them
    framework, start and end of the inspection, `dated` and `dated_by` (the day from which it counts), `notes` (why a
    grade is missing, where a theme is only close to what is judged today), `doubt` (the codes of the reports' issues
    about these grades) and `doubts` (what to check before use: these issues in words, and what may be newer on this
    authority, as `Corpus.unmatched()`). An authority that had ended by the day has no grades, and `notes` says so.
    """
    day, wanted = as_day(as_of), themes_asked_for(themes)
    seen = inspections_of(corpus, published)
    held = in_force(seen, day)
    doubts = Doubts(corpus, seen, published, day=day)
    if authorities is None:
        there = existing(day)
        judged = {place: judgements for place, judgements in held.items() if judgements and place not in doubts.hidden}
        asked = [(p, there.get(p), hs[0][0].row["authority"]) for p, hs in judged.items()]
        asked = [a for a in asked if a[1] is not None or not in_register(a[0])]
        asked.sort(key=lambda a: a[2] or "")
    else:
        names = [authorities] if isinstance(authorities, (str, int)) else list(authorities)
        asked = [who(name, seen, day) for name in names]
    rows = [_line(*one, held, themes=wanted, align=align, day=day, doubts=doubts) for one in asked]
    shown = {place for place, _, _ in asked}
    lacking = doubts.only_told(shown) if authorities is None else ()
    return doubts.told(_framed(rows, _line_kinds(wanted)), None if authorities is None else shown, lacking)


def neighbours(
    corpus: Tables,
    authority: str,
    themes: str | Iterable[str] | None = None,
    as_of: Day | None = None,
    align: bool = False,
    published: Published | None = None,
) -> pd.DataFrame:
    """The authority (rank 0) and its statistical neighbours, nearest first, with the columns of `compare()`.

    Beside them `closeness` (DfE's word for how close the neighbour is) and `neighbours_model`: the neighbours are those
    of DfE's model that was in force on the day, 'May 2025' or 'April 2021', or of the latter before there was any. One
    that had ended by the day is there without grades, and `notes` says so. NotFoundError for an authority that the
    register lacks.
    """
    day, wanted = as_day(as_of), themes_asked_for(themes)
    seen = inspections_of(corpus, published)
    held = in_force(seen, day)
    _, entry, _ = who(authority, seen, day)
    if entry is None:
        raise NotFoundError(f"the register has no authority {authority!r}, so no neighbours of it")
    rows: list[Row] = []
    doubts = Doubts(corpus, seen, published, day=day)
    near = zip((entry.la_code, *entry.neighbours), (None, *entry.closeness), strict=True)
    for rank, (code, closeness) in enumerate(near):
        other = on_day(code, day)
        if other is not None:
            row = _line(other.la_code, other, other.name, held, themes=wanted, align=align, day=day, doubts=doubts)
            rows.append({"rank": rank, **row, "closeness": closeness, "neighbours_model": entry.neighbours_model})
    kinds = {"rank": "count", **_line_kinds(wanted), "closeness": "label", "neighbours_model": "label"}
    return doubts.told(_framed(rows, kinds), {row["la_code"] for row in rows})
