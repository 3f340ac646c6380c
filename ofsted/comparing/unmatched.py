"""Reports that cannot be put to an authority or a day: of none in the register, of no known kind, or not dated.

Each may be the newest report of an authority that a comparison shows by an older one. So comparisons warn of them, say
in `doubts` which authorities could be meant, and give them no row among the authorities. They say there as well where
something newer is second-hand and gives another grade. A file that could not be read may be such a report as well.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ofsted.comparing.in_force import (
    CHILDRENS_SERVICES,
    Held,
    Inspection,
    Published,
    Row,
    also_here,
    in_register,
    inspections_of,
)
from ofsted.model.characters import visible
from ofsted.model.days import iso
from ofsted.model.grades import Framework, Grade
from ofsted.model.words import count, day_in_words
from ofsted.official.table import by_authority
from ofsted.register.authorities import find_authority, namesakes, near_names, on_day
from ofsted.tables.columns import Tables
from ofsted.tables.coverage import second_hand, unread
from ofsted.tables.doubts import each, joined

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "DOUBTFUL_LISTS",
    "MAY_BE_NEWER",
    "NOT_MATCHED",
    "NOT_READ",
    "NOT_WHOLE",
    "NO_ROW",
    "OF_TABLE",
    "Doubts",
    "Unmatched",
    "counted",
    "first_of",
    "headed_by",
    "in_a_cell",
    "listed_by",
    "may_be_later",
    "of_unknown_kind",
    "told_by",
    "unmatched",
    "unmatched_rows",
]

NOT_MATCHED = "Reports that could not be put to an authority or a day, and may be newer than what is shown of one"
NO_ROW = "Reports that have no row here, though one may be due, and files that could not be read"
NOT_WHOLE = "Reports in which nothing was found, and whose text may not be whole"
NOT_READ = "Judgements that could not be read, and have no row here"
_LISTS = ((NOT_MATCHED, "unmatched"), (NO_ROW, "left_out"), (NOT_READ, "unread"), (NOT_WHOLE, "not_whole"))
DOUBTFUL_LISTS = (*(name for _, name in _LISTS), "doubts")
"""The lists in a frame's attrs of what is doubtful about no row alone."""
OF_TABLE = "table_doubts"
"""The column of a file of one table, such as CSV, that has no other place for what is doubtful about all of it."""
MAY_BE_NEWER = "may be a newer report on it"
_UNKNOWN = Framework.UNKNOWN.value
_MOST_NAMED = 5  # reports in a warning, and below a picture
_NAMES_OTHERS = frozenset({"two_authorities", "listed_elsewhere"})


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A report that may be on an authority which is shown without it; `codes` are the la_codes of the `nearest`."""

    inspection: Inspection
    nearest: tuple[str, ...]
    codes: frozenset[str]
    others: tuple[str, ...] = ()
    """Authorities that it was not put to, and that it or the site names as its own."""

    @property
    def why(self) -> str:
        """Why it could not be put to one, in brackets behind its name."""
        name = self.inspection.row["authority"]
        reasons = ["the kind of document is not known"] if self.inspection.framework == _UNKNOWN else []
        if self.inspection.authority is None:
            reasons.append(f"{name!r} is not in the register" if name else "no authority was read")
        reasons += [self.inspection.astray] if self.inspection.astray else []
        reasons += [f"it may be on {' or '.join(self.others)}"] if self.others else []
        return ", and ".join(reasons or ["no day of it was read"])

    def __str__(self) -> str:
        near = f"; nearest: {', '.join(self.nearest)}" if self.nearest else ""
        return f"{self.inspection.file} ({self.why}{near})"


def first_of(lines: Sequence[str]) -> list[str]:
    """A few of these lines, and how many there are beside them."""
    more = [f"and {len(lines) - _MOST_NAMED} more"] if len(lines) > _MOST_NAMED else []
    return [*map(visible, lines[:_MOST_NAMED]), *more]


def told_by(attrs: Mapping[Any, Any], may: str = "May") -> list[str]:
    """What the attrs of a comparison say of all of it; a line on what may be newer begins with `may`."""
    newer, lacking = (first_of(attrs.get(name, [])) for name in ("unmatched", "left_out"))
    told = [f"{may} be out of date, see {'; '.join(newer)}"] if newer else []
    told += [f"Has no row of {'; '.join(lacking)}"] if lacking else []
    unread = first_of(attrs.get("unread", []))
    told += [f"{NOT_READ}: {'; '.join(unread)}"] if unread else []
    torn = first_of(attrs.get("not_whole", []))
    told += [f"Nothing was found in these, whose text may not be whole: {'; '.join(torn)}"] if torn else []
    return [*told, attrs["ends"]] if "ends" in attrs else told


def headed_by(attrs: Mapping[Any, Any]) -> Iterator[tuple[str, list[str]]]:
    """The same at length: every report and file, below what is said of them."""
    for heading, name in _LISTS:
        if lines := attrs.get(name):
            yield f"{heading}:", lines
    if "ends" in attrs:
        yield f"{attrs['ends']}.", []


def listed_by(attrs: Mapping[Any, Any]) -> list[str]:
    """The same for a list that is read on its own: every report and file on a line."""
    return [*attrs.get("doubts", []), *(line for head, lines in headed_by(attrs) for line in (head, *lines))]


def in_a_cell(attrs: Mapping[Any, Any]) -> str | None:
    """The same for a table that goes on without it, as a cell of each row; None for nothing."""
    return ". ".join([*attrs.get("doubts", []), *told_by(attrs)]) or None


def may_be_later(one: Inspection, standing: date | None, day: date | None) -> bool:
    """Whether it may be later than what stands, and there on the day."""
    dated = one.dated
    return dated is None or ((day is None or dated <= day) and (standing is None or dated > standing))


def unmatched(corpus: Tables, published: Published | None = None) -> list[Unmatched]:
    """The reports, second-hand ones left out, on no authority of the register, of no known kind or of no day.

    Of the last those that judge: a grade without a day is in force on none. And those on an authority that was not
    there on their day, or that may as well be on another one.
    """
    return _among(inspections_of(corpus, published, unknown=True), corpus)


def of_unknown_kind(corpus: Tables) -> list[str]:
    """The documents of no known kind, each of which may be a report on an inspection."""
    return [str(one) for one in unmatched(corpus) if one.inspection.framework == _UNKNOWN]


def counted(corpus: Tables) -> tuple[int, int]:
    """How many reports are unmatched, and how many are on an inspection that another one here is on as well."""
    found = inspections_of(corpus, unknown=True)
    return len(_among(found, corpus)), also_here(found)


def _among(found: Iterable[Inspection], corpus: Tables) -> list[Unmatched]:
    """Those of the corpus's inspections that are unmatched."""
    named = _named_too(corpus)
    return [
        _unmatched(one, named.get(one.row["report"], ()))
        for one in found
        if one.authority is None or one.astray or _unclear(one) or one.row["report"] in named
    ]


def _named_too(corpus: Tables) -> dict[str, tuple[str, ...]]:
    """By report, the authorities that it was not put to, though it or the site names them as its own."""
    issues = corpus.table("issues")
    columns = (issues.column(name) for name in ("report", "authority", "code", "about"))
    found: dict[str, tuple[str, ...]] = {}
    for report, own, code, about in zip(*columns, strict=True):
        if own and code in _NAMES_OTHERS:
            near = (name for named in each(about) for name in near_names(named) if name != own)
            found[report] = tuple(dict.fromkeys((*found.get(report, ()), *near)))
    return {report: names for report, names in found.items() if names}


def _unclear(one: Inspection) -> bool:
    return one.framework == _UNKNOWN or (one.dated is None and bool(one.judgements))


def _nearest(one: Inspection) -> list[str]:
    name = one.row["authority"] or one.row["title"]
    if one.authority is None:
        return near_names(name) if name else []
    others = one.authority.successors + one.authority.predecessors if one.astray else ()
    return [one.authority.name, *(other.name for code in others if (other := on_day(code, date.today())))]


def _unmatched(one: Inspection, others: tuple[str, ...]) -> Unmatched:
    nearest = dict.fromkeys((*_nearest(one), *others))
    codes = {code for near in nearest for code in namesakes(find_authority(near))}
    return Unmatched(one, tuple(nearest), frozenset(codes), others)


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
    """What one comparison shows that may be older than something which does not count.

    That is a report which could not be put to an authority, or something second-hand that gives another grade.
    Where no report at all is on an authority of the register, nothing older can stand in the way: then reports are
    shown by the names that they print, and of files that could not be read alone is warned.
    """

    def __init__(
        self,
        corpus: Tables,
        seen: Iterable[Inspection],
        published: Published | None = None,
        frameworks: Collection[str] | None = None,
        day: date | None = None,
        *,
        by_table: bool = True,
    ) -> None:
        """`seen` is what is compared, of these `frameworks` (by default those of children's services), on `day`.

        `by_table`: what Ofsted's own table has beyond that is named, too.
        """
        wanted = {*(frameworks or CHILDRENS_SERVICES), _UNKNOWN}
        doubtful = unmatched(corpus, published)
        places = {one.inspection.place for one in doubtful if not in_register(one.inspection.place)}
        self.day = day
        seen = list(seen)
        self.ends = table_ends((one for one in seen if frameworks is None or one.framework in wanted), day)
        self.warns = any(one.authority for one in seen)
        self.hidden = frozenset(places) if self.warns else frozenset()
        meant = [one for one in doubtful if one.inspection.framework in wanted]
        self.reports = [one for one in meant if may_be_later(one.inspection, None, day)]
        self.lost = sorted(set(unread(corpus)))
        self._corpus, self._wanted, self._by_table = corpus, wanted, by_table
        self.hearsay: dict[str, list[Inspection]] = {}
        for told in inspections_of(corpus, published, unknown=True, second_hand=True):
            self.hearsay.setdefault(told.place, []).append(told)

    def of(self, place: str, held: Held, day: date | None = None, themes: Collection[str] | None = None) -> str | None:
        """Of an authority: what may be newer than what it holds (on these themes); None for nothing."""
        standing = held.get(place, ())
        since = max((one.dated for one, _ in standing if one.dated), default=None)
        later = [one for one in self.reports if place in one.codes]
        later = [one for one in later if may_be_later(one.inspection, since, day or self.day)]
        newer = [f"{one.inspection.file} {MAY_BE_NEWER} ({one.why})" for one in later]
        told = [one for one in self.hearsay.get(place, ()) if may_be_later(one, since, day or self.day)]
        official = _newer_in_table(place, self._wanted, since, day or self.day) if self._by_table else None
        return joined(*newer, *(_otherwise(one, standing, themes) for one in told), official)

    def lines(self, places: Collection[str] | None = None) -> list[str]:
        """The reports that may be on one of these places (all), each with the reason and the nearest names.

        Files that could not be read are among them: nobody knows whose they are.
        """
        meant = [r for r in self.reports if places is None or not r.codes or not r.codes.isdisjoint(places)]
        return [*(map(str, meant) if self.warns else ()), *self.lost]

    def tell(self, places: Collection[str] | None = None, stacklevel: int = 4) -> list[str]:
        """Warn of them, once for all, and of a table that ends before the day; the lines of those that are meant."""
        if self.ends:
            warnings.warn(self.ends, stacklevel=stacklevel)
        lines = self.lines(places)
        if lines:
            also = "and corpus.errors() list them" if self.lost else "lists them"
            warnings.warn(
                f"{count(len(lines), 'report')} could not be put to an authority or a day, and may be newer than what "
                f"is shown of one: {', '.join(first_of(lines))}. corpus.unmatched() {also}.",
                stacklevel=stacklevel,
            )
        return lines

    def only_told(
        self,
        shown: Collection[str] = (),
        places: Collection[str] | None = None,
        name: str = "judgements",
        stacklevel: int = 4,
    ) -> list[str]:
        """What is second-hand only for want of a sign and has rows of a frame, on one of these places (all); warns.

        Not on those that are `shown` by what stands there: `of()` says what is newer and says otherwise.
        """
        meant = [
            str(one.row["report"])
            for place, told in self.hearsay.items()
            for one in told
            if place not in shown and (places is None or place in places)
            if one.framework in self._wanted and may_be_later(one, None, self.day)
        ]
        lines = second_hand(self._corpus, name, meant)
        if lines:
            words = f"{count(len(lines), 'report')} taken for second-hand and without a row here"
            warnings.warn(f"{words}: {', '.join(first_of(lines))}", stacklevel=stacklevel)
        return lines

    def told(
        self, frame: pd.DataFrame, places: Collection[str] | None = None, lacking: Sequence[str] = ()
    ) -> pd.DataFrame:
        """The frame, after a warning; `attrs["unmatched"]`, `["ends"]` and `["left_out"]` hold what is doubtful."""
        beside = {"unmatched": self.tell(places, stacklevel=5), "ends": self.ends, "left_out": list(lacking)}
        frame.attrs |= {name: told for name, told in beside.items() if told}
        return frame


def table_ends(seen: Iterable[Inspection], day: date | None) -> str | None:
    """That Ofsted's own table ends before the day, where nothing newer than the table is there; None for neither."""
    every = list(seen)
    official = [one.published for one in every if one.published and one.row.get("release")]
    newest = max((one.dated for one in every if one.dated), default=None)
    if day is None or not official or newest is None or day <= max(newest, *official):
        return None
    last = day_in_words(max(official))
    return f"Ofsted's own table ends with what was published by {last}: what came later is not in it"


def _newer_in_table(place: str, frameworks: Collection[str], since: date | None, day: date | None) -> str | None:
    """That Ofsted's own table has a newer graded inspection than what stands since then; None for none."""
    newer = [
        one
        for framework in frameworks
        for one in by_authority().get((framework, place), ())
        if since and one.grades and one.when > since and (day is None or (one.published or one.when) <= day)
    ]
    if not newer:
        return None
    last = max(newer, key=lambda one: one.when)
    return f"Ofsted's own table has a newer inspection, of {day_in_words(last.when)}, which is not here"


def _otherwise(
    one: Inspection, standing: Sequence[tuple[Inspection, Row]], themes: Collection[str] | None
) -> str | None:
    """What something second-hand says otherwise than what stands; None for nothing."""
    grades = {(judgement["theme"], judgement["grade"]) for _, judgement in standing}
    said = [
        f"{judgement['theme'].replace('_', ' ')}: {Grade(judgement['grade'])}"
        for judgement in one.judgements
        if judgement["theme"] and judgement["grade"] and (themes is None or judgement["theme"] in themes)
        if (judgement["theme"], judgement["grade"]) not in grades
    ]
    if not said:
        return None
    dated = "" if not standing else " and newer" if one.dated else " and not dated"
    return f"{one.file}, which is second-hand{dated}, says {', '.join(said)}"
