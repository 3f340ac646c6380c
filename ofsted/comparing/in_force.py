"""Which judgements of an authority are in force on a day. Plain Python over the rows of a corpus; makes no frames.

A judgement counts from the day its report is dated: the day it was published where that is printed (or given), else
the last day of the inspection. A full inspection (ILACS, SIF, SLAC, joint area review) replaces everything that was in
force before it; an inspection of one part (LAC, child protection) replaces what was in force on the themes that it
judged. Area SEND inspections are of a partnership and on another scale: they are kept beside the others and never
replace them. Focused visits, monitoring visits, JTAIs and letters give no grades and change nothing; what is
second-hand never counts.
"""

from __future__ import annotations

import os
import warnings
from bisect import bisect_right, insort
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from ofsted.model.data_files import read_rows
from ofsted.model.days import from_iso
from ofsted.model.errors import NotFoundError
from ofsted.model.grades import Framework, Grade
from ofsted.official.table import PARTIAL, TO_PUBLICATION, apart
from ofsted.register.authorities import (
    Day,
    LocalAuthority,
    find_authority,
    given_day,
    local_authorities,
    on_day,
    unknown_authority,
)
from ofsted.tables.columns import Tables
from ofsted.tables.doubts import about_named, in_all, joined, told
from ofsted.tables.frames import CODES, FRAMES, SHARED, THEMES
from ofsted.tables.naming import Names

__all__ = [
    "ADEQUATE_ERA",
    "CHILDRENS_SERVICES",
    "MAIN_THEMES",
    "NOT_INSPECTED",
    "NO_REPORT",
    "UNREAD",
    "Held",
    "Inspection",
    "Published",
    "Verdict",
    "also_here",
    "approximation",
    "existing",
    "in_force",
    "in_force_before",
    "inspections_of",
    "lineage",
    "once",
    "status_of",
    "verdict",
    "who",
]

FULL = frozenset({"ilacs", "sif", "slac", "jar"})
CHILDRENS_SERVICES = FULL | {"lac", "child-protection", "cra"}
ADEQUATE_ERA = frozenset({"slac", "lac", "child-protection", "cra", "jar"})
"""Frameworks whose third grade was 'adequate'. None of theirs is on the scale of SIF and ILACS."""
NO_REPORT = "no report"
NOT_INSPECTED = "not yet inspected"
UNREAD = "could not be read"
BY_INSPECTION = "inspected"
BY_PUBLICATION = "published"
NEW_YEARS = 3
"""Every authority is to be inspected in full within three years; for so long a new one may await its first."""
MAIN_THEMES = ("overall", "help_and_protection", "care", "care_leavers", "leadership")
_JUDGED = {
    "ilacs": MAIN_THEMES,
    "sif": THEMES,
    "slac": ("help_and_protection", "care", "leadership"),
    "lac": ("care", "leadership"),
    "child-protection": ("overall", "help_and_protection", "leadership"),
    "jar": ("overall", "help_and_protection", "care", "leadership"),
    "area-send": ("overall",),
}
"""The themes that reports of a framework judge."""
_BOARD = "lscb"
_NO_OVERALL_SINCE = date(2026, 4, 1)
"""ILACS inspections from this day on give no overall judgement."""

Row = dict[str, Any]
Held = Mapping[str, Sequence[tuple["Inspection", Row]]]
"""By place, the judgements in force, each with its inspection."""
Published = Mapping[str, Day] | Literal["inspected", "published"]
"""Days of publication that the reports do not print, by report id or by path (or the end of it: a file's name).

'inspected' instead: judgements count from the last day of the inspection, published or not, as in Ofsted's figures.
That is how Ofsted's own table alone is counted, unless 'published' is asked for.
"""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One report of Ofsted's: which authority, when, and its judgements as rows of the judgements frame."""

    row: Row
    place: str
    authority: LocalAuthority | None
    start: date | None
    end: date | None
    published: date | None
    judgements: tuple[Row, ...] = field(default=(), repr=False)
    unread: str | None = None
    """What it prints of judgements that could not be read, as doubts; None where nothing says so."""
    by_inspection: bool = False
    """Its judgements count from the inspection, not from publication."""

    @property
    def file(self) -> str:
        """Its file's name; its id where there is none."""
        return os.path.basename(self.row["path"] or "") or str(self.row["report"])

    @property
    def astray(self) -> str | None:
        """That its authority was not there on its day, in words: one of both is misread or misprinted."""
        day = self.start or self.end or self.published
        return self.authority.absent(day) if self.authority and day else None

    @property
    def of_board(self) -> bool:
        """A review of an LSCB alone, which says nothing of the authority."""
        return not self.unread and {judgement["theme"] for judgement in self.judgements} == {_BOARD}

    @property
    def of_safeguarding(self) -> bool:
        """A SLAC re-inspection of safeguarding alone, as its title says: the judgements on care stand."""
        title = str(self.row.get("title") or "").lower()
        return self.framework == Framework.SLAC.value and bool(title) and "looked after" not in title

    @property
    def kind(self) -> tuple[str, bool]:
        """What it is: two of one kind at one authority follow one another."""
        return self.framework, self.of_board

    @property
    def whole(self) -> tuple[str | None, str | None]:
        """What is doubtful about all that it says, above all whose it is and of which day, and the codes of that."""
        if not self.judgements:
            return joined(self.row["doubts"], self.unread), None
        return in_all(j["doubts"] for j in self.judgements), in_all(j.get("doubt") for j in self.judgements)

    @property
    def judges(self) -> frozenset[str]:
        """The themes that such an inspection judges."""
        themes = frozenset({_BOARD} if self.of_board else _JUDGED.get(self.framework, ()))
        if self.of_safeguarding:
            themes -= {"care"}
        late = self.framework == Framework.ILACS.value and self.start is not None and self.start >= _NO_OVERALL_SINCE
        return themes - {"overall"} if late else themes

    @property
    def replaces_all(self) -> bool:
        """A full inspection, which replaces all before it: none of one service again, and none of a board."""
        again = self.row.get("inspection_type") in PARTIAL
        return self.framework in FULL and not again and not self.of_board and not self.of_safeguarding

    @property
    def framework(self) -> str:
        """Its slug."""
        return str(self.row["framework"])

    @property
    def dated(self) -> date | None:
        """The day from which its judgements count."""
        if self.dated_by == "about" and self.published:
            return self.published - TO_PUBLICATION
        return self.published if self.dated_by == "published" else self.end or self.start

    @property
    def dated_by(self) -> str | None:
        """What that day is: 'published', 'end', 'start'; 'about' seven weeks before publication.

        A publication before the inspection is a misprint.
        """
        begun = self.start or self.end
        if self.published and (begun is None or begun <= self.published) and not self.by_inspection:
            return "published"
        return "end" if self.end else "start" if self.start else "about" if self.published else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an authority holds on one theme: a grade, or in `status` why there is none; and what is doubtful in it."""

    grade: str | None
    status: str
    inspection: Inspection | None = None
    judgement: Row | None = None
    doubts: str | None = None
    doubt: str | None = None
    """The codes of the report's issues among these doubts."""


def _given(corpus: Tables, published: Published | None) -> dict[str, date]:
    """The days of publication that are given, by report id.

    NotFoundError for a key that no report has, or several; ValueError for two days of one report.
    """
    days: dict[str, date] = {}
    if published is not None and not isinstance(published, str | Mapping):
        kind = type(published).__name__
        raise TypeError(f"published takes a mapping of days here, not {kind}; read(published=…) takes a table")
    if not published or published in (BY_INSPECTION, BY_PUBLICATION):
        return days
    if isinstance(published, str):
        words = f"{BY_INSPECTION!r} or {BY_PUBLICATION!r}"
        raise ValueError(f"published must be a mapping of days, {words}, not {published!r}")
    ids, paths = _every_path(corpus)
    names = Names(paths)
    for key, given in published.items():
        day, report = given_day(given), key if key in ids else names[os.fspath(key)]
        if days.setdefault(report, day) != day:
            raise ValueError(f"published gives two days for one report, the second of them by {key!r}")
    return days


def _every_path(corpus: Tables) -> tuple[set[str], list[tuple[str, str]]]:
    """The ids of all reports, and every path with what it stands for: copies too, and files that could not be read."""
    reports, copies, lost = (corpus.table(name) for name in ("reports", "duplicates", "errors"))
    paths = [*zip(reports.column("path"), reports.column("report"), strict=True)]
    paths += zip(copies.column("path"), copies.column("report"), strict=True)
    paths += zip(lost.column("path"), lost.column("path"), strict=True)
    return set(reports.column("report")), paths


def _located(row: Row, start: date | None) -> tuple[str, LocalAuthority | None, Row]:
    """What tells the authority from others, its place in the register, and the row with the codes of its time."""
    authority = on_day(row["la_code"], start) if start else on_day(row["la_code"], date.today())
    if authority is None:
        return f"name:{row['authority']}" if row["authority"] else f"report:{row['report']}", None, row
    if authority.la_code != row["la_code"]:  # the namesake that it replaced
        ours = ("urn", "la_code", "gss_code", "region", "type")
        row = {**row, "authority": authority.name, **{name: getattr(authority, name) for name in ours}}
    return authority.la_code, authority, row


def inspections_of(
    corpus: Tables, published: Published | None = None, unknown: bool = False, second_hand: bool = False
) -> list[Inspection]:
    """Every report of the corpus that is not second-hand (or every one that is), oldest first, undated ones at the end.

    Documents of unknown kind are there with `unknown`. A day that is given as `published` goes before what is printed.
    """
    judgements: dict[str, list[Row]] = {}
    for row in corpus.table("judgements", second_hand).rows():
        judgements.setdefault(row["report"], []).append(row)
    given = _given(corpus, published)
    unread = _unread(corpus)
    found = []
    rows = list(corpus.table("reports").of_second_hand(second_hand).rows())
    only_official = published is None and all(row.get("release") for row in rows)
    for row in rows:
        if row["framework"] == Framework.UNKNOWN.value and not unknown:
            continue
        start, end = from_iso(row["start"]), from_iso(row["end"])
        place, authority, row = _located(row, start or end or from_iso(row["published"]))
        shared = ("authority", "urn", "la_code", "gss_code", "region", "type")
        own = tuple({**j, **{name: row[name] for name in shared}} for j in judgements.get(row["report"], ()))
        day = given.get(row["report"], from_iso(row["published"]))
        lost = _lost(unread.get(row["report"], ()), own)
        if lost and not own and row["framework"] in _JUDGED:
            own = (_blank(row, lost),)
        by_inspection = only_official or published == BY_INSPECTION
        one = Inspection(row, place, authority, start, end, day, own, lost, by_inspection)
        found.append(_doubted(one, one.astray))
    return _compared(sorted(found, key=_order))


def _unread(corpus: Tables) -> dict[str, list[tuple[str, str]]]:
    """By report, the issues that say of a judgement that it was not read: message, and the same as a doubt."""
    issues = corpus.table("issues")
    columns = (issues.column(name) for name in ("report", "field", "code", "message", "page"))
    found: dict[str, list[tuple[str, str]]] = {}
    for report, about, code, message, page in zip(*columns, strict=True):
        if about == "judgements" and code in ("missing", "unreadable"):
            found.setdefault(report, []).append((message, told(message, page)))
    return found


def _lost(unread: Iterable[tuple[str, str]], judgements: Sequence[Row]) -> str | None:
    """Of these issues those that are about no judgement that was read after all, from another place."""
    labels = [judgement["label"] for judgement in judgements if judgement["grade"]]
    return joined(*(doubt for message, doubt in unread if not about_named(message, labels)))


def _blank(report: Row, doubts: str) -> Row:
    """A row for a report of which no judgement could be read, so that no table passes over it."""
    shared = {name: report[name] for name in (*SHARED, *CODES)}
    return {**dict.fromkeys(FRAMES["judgements"]), **shared, "position": 0, "doubts": doubts}


def _compared(inspections: list[Inspection]) -> list[Inspection]:
    """The same; where several reports of one inspection differ, each judgement says which other grade there is."""
    alike: dict[tuple[Any, ...], list[int]] = {}
    for place, one in enumerate(inspections):
        alike.setdefault(_which(one), []).append(place)
    for places in alike.values():
        reports = [inspections[place] for place in places]
        if any(_grades(one) != _grades(reports[0]) for one in reports[1:]):
            said = _said(reports)
            for place in places:
                inspections[place] = _beside(inspections[place], said)
    for ours, theirs in _too_near(alike):
        for places, others in ((ours, theirs), (theirs, ours)):
            words = f"{inspections[others[-1]].file}, on days too near for another inspection, may be on the same one"
            for place in places:
                inspections[place] = _doubted(inspections[place], words)
    return inspections


def _too_near(alike: Mapping[tuple[Any, ...], list[int]]) -> Iterator[tuple[list[int], list[int]]]:
    """The places of reports of one kind at one authority whose days are not the same, and nearer than another's can be.

    A day of one of the reports is misread, or it is a draft.
    """
    dated = [(which[:2], which[2], which[3] or which[2], places) for which, places in alike.items() if which[2]]
    for (kind, _, end, ours), (other, start, _, theirs) in pairwise(sorted(dated)):
        if kind == other and (start - end).days < apart(kind[1][0]):
            yield ours, theirs


def _doubted(one: Inspection, words: str | None) -> Inspection:
    """The same with one more doubt about all of it."""
    if not words:
        return one
    rows = tuple({**judgement, "doubts": joined(judgement["doubts"], words)} for judgement in one.judgements)
    return replace(one, row={**one.row, "doubts": joined(one.row["doubts"], words)}, judgements=rows)


def _about(judgement: Row) -> tuple[str | None, str | None]:
    """What tells a judgement from others of its report."""
    return judgement["key"], judgement["scope"]


def _said(reports: Iterable[Inspection]) -> dict[tuple[str | None, str | None], dict[str, str]]:
    """Of each judgement the grades that these reports give, each with the first file that does."""
    said: dict[tuple[str | None, str | None], dict[str, str]] = {}
    for one in reports:
        for judgement in one.judgements:
            if judgement["grade"]:
                said.setdefault(_about(judgement), {}).setdefault(judgement["grade"], one.file)
    return said


def _beside(one: Inspection, said: Mapping[tuple[str | None, str | None], Mapping[str, str]]) -> Inspection:
    """The report with what others on the same inspection say otherwise."""
    rows = []
    for judgement in one.judgements:
        others = [
            (file, grade) for grade, file in said.get(_about(judgement), {}).items() if grade != judgement["grade"]
        ]
        told = (f"{file}, on the same inspection, says {Grade(grade)}" for file, grade in others)
        rows.append({**judgement, "doubts": joined(judgement["doubts"], *told)})
    lacking = said.keys() - {_about(judgement) for judgement in one.judgements}
    files = sorted({next(iter(said[about].values())) for about in lacking})
    more = (f"{file}, on the same inspection, has judgements that {one.file} lacks" for file in files)
    return replace(one, judgements=tuple(rows), unread=joined(one.unread, *more))


def _order(inspection: Inspection) -> tuple[bool, date, date, str]:
    dated = inspection.dated
    return dated is None, dated or date.max, inspection.end or date.max, str(inspection.row["path"])


def once(inspections: Iterable[Inspection]) -> list[Inspection]:
    """One report for each inspection: of several the one dated last; warns if their grades differ."""
    kept: dict[tuple[Any, ...], Inspection] = {}
    for one in inspections:
        key = _which(one)
        other = kept.get(key)
        if other is not None and _grades(other) != _grades(one):
            both = f"{other.row['path']} and {one.row['path']}"
            warnings.warn(
                f"two reports of one inspection differ in their grades; the second is used: {both}", stacklevel=2
            )
        kept[key] = one
    return list(kept.values())


def also_here(inspections: Iterable[Inspection]) -> int:
    """How many of these, of a known kind, are on an inspection that another one is on as well."""
    seen = [_which(one) for one in inspections if one.framework != Framework.UNKNOWN.value]
    return len(seen) - len(set(seen))


def _which(one: Inspection) -> tuple[Any, ...]:
    """What two reports of one inspection have in common."""
    return one.place, one.kind, one.start, one.end, None if one.start else one.row["report"]


def _grades(inspection: Inspection) -> set[tuple[Any, ...]]:
    return {(*_about(judgement), judgement["grade"]) for judgement in inspection.judgements}


def in_force(
    inspections: Iterable[Inspection],
    day: date,
    frameworks: Iterable[str] | None = None,
    before: bool = False,
) -> dict[str, list[tuple[Inspection, Row]]]:
    """By authority, the judgements in force on `day` (with `before`: when it began), in printed order.

    An authority that was inspected in full and holds no judgement is there with an empty list.
    """
    wanted = frozenset(frameworks) if frameworks else CHILDRENS_SERVICES
    held: dict[str, list[tuple[Inspection, Row]]] = {}
    for one in once(inspections):
        if one.framework not in wanted or one.dated is None or one.dated > day or (before and one.dated == day):
            continue
        _takes_effect(one, held)
    return held


def _takes_effect(one: Inspection, held: dict[str, list[tuple[Inspection, Row]]]) -> None:
    """What is in force at its authority from the day on from which it counts. No list in `held` is changed."""
    new = [(one, judgement) for judgement in one.judgements]
    if one.replaces_all or one.framework not in CHILDRENS_SERVICES:
        if new:
            held[one.place] = new
    else:
        themes = _replaced(one)
        held[one.place] = [h for h in held.get(one.place, []) if h[1]["theme"] not in themes] + new


def _replaced(one: Inspection) -> set[str]:
    """The themes on which an inspection of one part replaces what was in force."""
    return {j["theme"] for j in one.judgements if j["theme"]} | (set(one.judges) if one.unread else set())


class _Held:
    """What is in force at one authority while its inspections take effect in any order.

    Their order in the list decides, as in `in_force()`, whatever days they are dated: of two reports of one inspection
    the later one stands in the place of the first.
    """

    def __init__(self, inspections: Sequence[Inspection]) -> None:
        self._inspections = inspections
        self._whole = -1  # the last that replaced everything
        self._last: dict[str | None, int] = {}  # the last that replaced what was in force on a theme
        self._unthemed: list[int] = []
        self._held: list[tuple[Inspection, Row]] | None = None
        self._changed = False

    def take(self, place: int) -> None:
        """The inspection at this place in the list takes effect."""
        one = self._inspections[place]
        if one.replaces_all and not one.judgements:
            return
        self._changed = True
        if one.replaces_all:
            self._whole = max(self._whole, place)
            return
        for theme in _replaced(one):
            self._last[theme] = max(self._last.get(theme, -1), place)
        if not all(judgement["theme"] for judgement in one.judgements):
            insort(self._unthemed, place)

    def now(self) -> Sequence[tuple[Inspection, Row]] | None:
        """The judgements in force, in printed order; None where nothing has taken effect."""
        if self._changed:
            places = {place for place in self._last.values() if place > self._whole}
            places.update(self._unthemed[bisect_right(self._unthemed, self._whole) :])
            places.update([self._whole] if self._whole >= 0 else ())
            self._held = [
                (self._inspections[place], judgement)
                for place in sorted(places)
                for judgement in self._inspections[place].judgements
                if not judgement["theme"] or self._last.get(judgement["theme"], -1) <= place
            ]
            self._changed = False
        return self._held


def in_force_before(
    inspections: Sequence[Inspection], days: Iterable[date]
) -> dict[date, Sequence[tuple[Inspection, Row]] | None]:
    """Of one authority what was in force when each of these days began, as `in_force()`; None for nothing.

    One walk through the inspections and the days, each in order.
    """
    kept = [one for one in once(inspections) if one.framework in CHILDRENS_SERVICES and one.dated]
    dated = deque(sorted((one.dated, place) for place, one in enumerate(kept) if one.dated))
    held, found = _Held(kept), {}
    for day in sorted(set(days)):
        while dated and dated[0][0] < day:
            held.take(dated.popleft()[1])
        found[day] = held.now()
    return found


def verdict(held: Sequence[tuple[Inspection, Row]] | None, theme: str, align: bool = False) -> Verdict:
    """What these judgements, all in force, say on a theme; `align` counts 'adequate' as 'requires improvement'.

    `status` is the grade, or `several grades` (judgements of one theme that differ), `could not be read` (it is there,
    or ought to be, and was not read), `judged with care` (care leavers in ILACS until 2022), `no overall judgement`
    (ILACS since April 2026, SLAC), `not judged`; `no report` for None.
    """
    if held is None:
        return Verdict(None, NO_REPORT)
    about = [(one, j) for one, j in held if j["theme"] == theme]
    if not about:
        return _without(held, theme)
    doubts = joined(*(j["doubts"] for _, j in about)), joined(*(j.get("doubt") for _, j in about))
    found = [(one, j) for one, j in about if j["grade"]]
    grades = {aligned(j["grade"], align) for _, j in found}
    if len(grades) > 1:
        return Verdict(None, "several grades", found[0][0], None, *doubts)
    if grades:
        grade = grades.pop()
        graded = grade if grade != Grade.NOT_JUDGED.value else None
        return Verdict(graded, graded or "not judged", *found[0], *doubts)
    return Verdict(None, UNREAD, *about[0], *doubts)


def _without(held: Sequence[tuple[Inspection, Row]], theme: str) -> Verdict:
    """Why there is no judgement on a theme."""
    if theme == "care_leavers" and any(j["key"] == "in_care_and_care_leavers" for _, j in held):
        return Verdict(None, "judged with care", held[0][0], None, *_of_whole(held))
    unread = [one for one, _ in held if one.unread and theme in one.judges]
    if unread:
        return Verdict(None, UNREAD, unread[0], doubts=joined(*(one.unread for one in unread)))
    whole = theme == "overall" and any(one.framework in FULL for one, _ in held)
    status = "no overall judgement" if whole else "not judged"
    return Verdict(None, status, held[0][0] if held else None, None, *_of_whole(held))


def _of_whole(held: Sequence[tuple[Inspection, Row]]) -> tuple[str | None, str | None]:
    """The doubts, and their codes, about all that each of these inspections says: a missing judgement has them too."""
    every = {id(one): one.whole for one, _ in held}.values()
    return joined(*(doubts for doubts, _ in every)), joined(*(codes for _, codes in every))


def aligned(grade: str | None, align: bool) -> str | None:
    """The grade; 'adequate' as 'requires improvement' where that is asked for."""
    return Grade.REQUIRES_IMPROVEMENT.value if align and grade == Grade.ADEQUATE.value else grade


def direction(old: str, new: str) -> str:
    """From one grade to another of the same scale: 'better', 'same' or 'worse'."""
    before, after = Grade(old), Grade(new)
    return "same" if before.rank == after.rank else "better" if after > before else "worse"


def in_register(place: str) -> bool:
    """Whether a place of `who()` is an authority of the register."""
    return ":" not in place


def graded(seen: Iterable[Inspection]) -> list[Inspection]:
    """The dated inspections of children's services, one report each."""
    return [one for one in once(seen) if one.framework in CHILDRENS_SERVICES and one.dated]


@cache
def _approximations() -> dict[tuple[str, str], str]:
    return {(row["framework"], row["key"]): row["note"] for row in read_rows("approximations.csv")}


def approximation(judgement: Row | None) -> str | None:
    """How a judgement differs from what ILACS judges under the same theme today; None where it does not."""
    if judgement is None:
        return None
    notes = [_approximations().get((judgement["framework"], judgement["key"]))]
    if judgement["grade"] == Grade.ADEQUATE.value:
        notes.append("'adequate' is from the scale used until 2013")
    return "; ".join(note for note in notes if note) or None


def who(which: str, inspections: Iterable[Inspection], day: date) -> tuple[str, LocalAuthority | None, str]:
    """The authority meant by a name or code: its place, its entry in the register, its name.

    Names that the register lacks are looked for among the reports. NotFoundError where nothing has it.
    """
    try:
        authority = find_authority(which, day)
    except NotFoundError:
        others = {one.row["authority"]: one.place for one in inspections if one.authority is None}
        others.pop(None, None)
        for name, place in others.items():
            if name.casefold() == str(which).strip().casefold():
                return place, None, name
        raise unknown_authority(which, others) from None
    return authority.la_code, authority, authority.name


def lineage(authority: LocalAuthority | None) -> frozenset[str]:
    """The la_codes of the authorities that it replaced, and of those that they replaced."""
    found: set[str] = set()
    waiting = list(authority.predecessors) if authority else []
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            entry = on_day(code, date.today())
            waiting += entry.predecessors if entry else ()
    return frozenset(found)


def status_of(found: Verdict, authority: LocalAuthority | None, day: date) -> str:
    """The verdict's status; an authority that began within three years and has no report is not yet inspected."""
    if found.status == NO_REPORT and authority is not None and authority.began is not None:
        age = day.year - authority.began.year - ((day.month, day.day) < (authority.began.month, authority.began.day))
        if 0 <= age < NEW_YEARS:
            return NOT_INSPECTED
    return found.status


def existing(day: date) -> dict[str, LocalAuthority]:
    """The authorities that existed on a day, by la_code."""
    return {authority.la_code: authority for authority in local_authorities(day)}
