"""Reports that cannot be put to an authority: of none in the register, or of no known kind.

Each may be the newest report of an authority that a comparison shows by an older one. So comparisons warn of them, say
in `notes` which authorities could be meant, and give them no row among the authorities.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ofsted.comparing.in_force import CHILDRENS_SERVICES, Held, Inspection, Published, in_register, inspections_of, iso
from ofsted.model.grades import Framework
from ofsted.model.words import count
from ofsted.register.authorities import find_authority, namesakes, near_names
from ofsted.tables.columns import Tables

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MAY_BE_NEWER", "NOT_MATCHED", "Doubts", "Unmatched", "joined", "unmatched", "unmatched_rows"]

NOT_MATCHED = "Reports that could not be put to an authority, and may be newer than what is shown of one"
MAY_BE_NEWER = "may be a newer report on it"
_UNKNOWN = Framework.UNKNOWN.value
_MOST_NAMED = 5  # reports in a warning


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A report that may be on an authority which is shown without it; `codes` are the la_codes of the `nearest`."""

    inspection: Inspection
    nearest: tuple[str, ...]
    codes: frozenset[str]

    @property
    def why(self) -> str:
        """Why it could not be put to one, in brackets behind its name."""
        name = self.inspection.row["authority"]
        reasons = ["the kind of document is not known"] if self.inspection.framework == _UNKNOWN else []
        if self.inspection.authority is None:
            reasons.append(f"{name!r} is not in the register" if name else "no authority was read")
        return ", and ".join(reasons)

    @property
    def file(self) -> str:
        """Its file's name; its id where there is none."""
        return os.path.basename(self.inspection.row["path"] or "") or str(self.inspection.row["report"])

    def __str__(self) -> str:
        near = f"; nearest: {', '.join(self.nearest)}" if self.nearest else ""
        return f"{self.file} ({self.why}{near})"

    def later_than(self, standing: date | None, day: date | None) -> bool:
        """Whether it may be later than what stands, and there on the day."""
        dated = self.inspection.dated
        return dated is None or ((day is None or dated <= day) and (standing is None or dated > standing))


def unmatched(corpus: Tables, published: Published | None = None) -> list[Unmatched]:
    """The reports, second-hand ones left out, whose authority is not in the register or whose kind is not known."""
    found = inspections_of(corpus, published, unknown=True)
    return [_unmatched(one) for one in found if one.authority is None or one.framework == _UNKNOWN]


def _unmatched(one: Inspection) -> Unmatched:
    name = one.row["authority"] or one.row["title"]
    nearest = [one.authority.name] if one.authority else near_names(name) if name else []
    codes = {code for near in nearest for code in namesakes(find_authority(near))}
    return Unmatched(one, tuple(nearest), frozenset(codes))


def unmatched_rows(corpus: Tables) -> list[tuple[str | None, ...]]:
    """The rows of the frame `unmatched`."""
    return [
        (
            one.inspection.row["path"],
            one.inspection.row["report"],
            one.inspection.row["authority"],
            one.inspection.framework,
            iso(one.inspection.dated),
            "; ".join(one.nearest) or None,
            one.why,
        )
        for one in unmatched(corpus)
    ]


class Doubts:
    """What one comparison shows that may be older than a report which could not be put to an authority.

    Where no report at all is on an authority of the register, nothing older can stand in the way: then reports are
    shown by the names that they print, and nothing is warned of.
    """

    def __init__(
        self,
        corpus: Tables,
        seen: Iterable[Inspection],
        published: Published | None = None,
        frameworks: Collection[str] | None = None,
        day: date | None = None,
    ) -> None:
        """`seen` is what is compared, of these `frameworks` (by default those of children's services), on `day`."""
        wanted = {*(frameworks or CHILDRENS_SERVICES), _UNKNOWN}
        doubtful = unmatched(corpus, published)
        places = {one.inspection.place for one in doubtful if not in_register(one.inspection.place)}
        self.day = day
        self.warns = any(one.authority for one in seen)
        self.hidden = frozenset(places) if self.warns else frozenset()
        self.reports = [one for one in doubtful if one.inspection.framework in wanted and one.later_than(None, day)]

    def note(self, place: str, held: Held, day: date | None = None) -> str | None:
        """Of an authority: which reports may be newer than what it holds; None for none."""
        days = [one.dated for one, _ in held.get(place, ()) if one.dated]
        return self.note_since(place, max(days, default=None), day)

    def note_since(self, place: str, standing: date | None, day: date | None = None) -> str | None:
        """The same by the day from which what it holds counts."""
        later = [one for one in self.reports if place in one.codes and one.later_than(standing, day or self.day)]
        return "; ".join(f"{one.file} {MAY_BE_NEWER} ({one.why})" for one in later) or None

    def lines(self, places: Collection[str] | None = None) -> list[str]:
        """The reports that may be on one of these places (all), each with the reason and the nearest names."""
        meant = [r for r in self.reports if places is None or not r.codes or not r.codes.isdisjoint(places)]
        return [str(one) for one in meant] if self.warns else []

    def tell(self, places: Collection[str] | None = None, stacklevel: int = 4) -> list[str]:
        """Warn of them, once for all; the lines of those that are meant."""
        lines = self.lines(places)
        if lines:
            more = [f"and {len(lines) - _MOST_NAMED} more"] if len(lines) > _MOST_NAMED else []
            warnings.warn(
                f"{count(len(lines), 'report')} could not be put to an authority, and may be newer than what is shown "
                f"of one: {', '.join(lines[:_MOST_NAMED] + more)}. corpus.unmatched() lists them.",
                stacklevel=stacklevel,
            )
        return lines

    def told(self, frame: pd.DataFrame, places: Collection[str] | None = None) -> pd.DataFrame:
        """The frame, after a warning; its `attrs["unmatched"]` holds what is doubtful, for whoever draws it."""
        lines = self.tell(places, stacklevel=5)
        if lines:
            frame.attrs["unmatched"] = lines
        return frame


def joined(*notes: str | None) -> str | None:
    """Notes as one."""
    return "; ".join(note for note in notes if note) or None
