"""Ofsted's own published outcomes (Open Government Licence v3.0), read from its spreadsheets into one form.

Each release lays its sheets out in its own way; LAYOUTS holds every heading that is known, so that a release with a new
one ends in a `LayoutError` that names it rather than in grades that were not compared. What is done with each:

- sheets about single providers, notes and time series are left out, by their names (`LEFT_OUT`);
- a table begins at the row with a cell 'Local authority name' and ends at the first row without a name, so that a
  second table of ended authorities below the first one is read, too;
- a row of merged headings above that row is put before the headings that it spans;
- inspections side by side in one row ('First SIF …', 'Second ILACS …') become inspections of their own;
- authorities are matched with the register by name, as of the inspection: 'Dorset' is another one before April 2019.
  Their codes are not used: some are those of another year;
- a sub-judgement stands under the name it has had since 2023: 'children in care' is 'children in care and care leavers'
  before. Columns without a grade for it are empty then;
- SLAC, child protection and LAC inspections knew 'adequate', which Ofsted's tables recode as 'requires improvement to
  be good': it is turned back;
- a dash where a grade should be is 'not judged', which is what the reports print there;
- an inspection that several sheets or releases give is one, and the newest release stands: Ofsted corrects older ones.
  What they say differently is kept in `Outcome.revised`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import ofsted

__all__ = ["LayoutError", "Outcome", "apart", "outcomes"]

LEFT_OUT = re.compile(
    r"cover|accessibility|contents|guidance|notes|meta-?data|provider.*|leavers.*|.*time[ _]series", re.IGNORECASE
)
ABOUT_THE_ROW = re.compile(
    r"web link|local authority (?:area code|name|status)|(?:ofsted |la )?region|la authority type"
)
GRADES = {"outstanding": "outstanding", "good": "good", "inadequate": "inadequate"} | dict.fromkeys(
    ("requires improvement", "requires improvement to be good"), "requires_improvement"
)
KNEW_ADEQUATE = ("slac", "child-protection", "lac")
KINDS = {
    "ilacs standard inspection": "ilacs",
    "ilacs short inspection": "ilacs",
    "ilacs focused visit": "focused-visit",
    "la monitoring visit": "monitoring-visit",
}
THEMES = {
    "front door": "front_door",
    "children in need/subject to a plan": "children_in_need_or_plan",
    "children in care": "children_in_care",
    "achieving permanence": "achieving_permanence",
    "care leavers": "care_leavers",
    "vulnerable adolescents": "vulnerable_adolescents",
}
PUBLISHED = {"publication date": "published"}
OVERALL = PUBLISHED | {r"(?:overall effectiveness )?\(?oe\)?": "overall_effectiveness"}
PROGRESS = "(?:the )?experiences and progress of "
ILACS = PUBLISHED | {
    "inspection(?:/visit)? date": "start",
    "inspection(?:/visit)? type": "kind",
    "visit theme": "theme",
    "overall effectiveness": "overall_effectiveness",
    "(?:the )?impact of leaders(?: on social work practice with children and families)?": "impact_of_leaders",
    f"{PROGRESS}children who need help and protection": "help_and_protection",
    f"{PROGRESS}children in care(?: and care leavers)?": "in_care",
    f"{PROGRESS}care leavers": "care_leavers",
}
SIF = PUBLISHED | {
    r"overall judgement \(oe\)": "overall_effectiveness",
    "children who need help and protection": "help_and_protection",
    "children looked after and achieving permanence": "looked_after_and_permanence",
    "cla sub: adoption performance": "adoption_performance",
    f"cla sub: {PROGRESS}care leavers": "care_leavers",
    "leadership, management and governance": "leadership",
}
SLAC = PUBLISHED | {
    r"safeguarding overall effectiveness \(oe\)": "safeguarding_overall_effectiveness",
    r"looked after children overall effectiveness \(oe\)": "looked_after_overall_effectiveness",
}
SINGLE = r"(?:single inspection of la children's services \(sif\) )?"
# Framework, which of the inspections side by side, what their headings begin with, how they go on → what stands there.
LAYOUTS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    *(("ilacs", nth, rf"{nth} ilacs (?:framework )?", ILACS) for nth in ("first", "second", "third")),
    ("ilacs", "only", "(?:ilacs framework )?", ILACS),
    ("sif", "first", rf"{SINGLE}first sif ", SIF),
    ("sif", "first", "", {"lscb overall effectiveness": "lscb_effectiveness"}),
    ("sif", "again", rf"{SINGLE}sif re-inspection ", SIF),
    ("slac", "first", r"(?:safeguarding & looked after children \(slac\) inspection|slac) ", SLAC),
    (
        "slac",
        "safeguarding again",
        "slac re-inspection (?:of )?safeguarding ",
        PUBLISHED | {"oe": "safeguarding_overall_effectiveness"},
    ),
    (
        "slac",
        "looked after again",
        "slac re-inspection of services (?:for )?children looked after ",
        PUBLISHED | {"oe": "looked_after_overall_effectiveness"},
    ),
    ("child-protection", "first", r"(?:child protection inspections \(cpi\)|cpi) ", OVERALL),
    ("child-protection", "again", r"(?:child protection re-inspection \(cpri\)|cpri) ", OVERALL),
    ("lac", "only", r"(?:targeted looked after children \(tlac\) inspection|tlac) ", OVERALL),
)
HEADINGS = [
    (re.compile(begins + goes_on), (framework, which, what))
    for framework, which, begins, rest in LAYOUTS
    for goes_on, what in rest.items()
]

Row = Sequence[Any]
Column = tuple[str, str, str]


class LayoutError(Exception):
    """A release is laid out in a way that is not known; the message names the file, the sheet and what stands there."""


@dataclass
class Outcome:
    """An inspection as Ofsted's tables give it: days where they do, a grade for each key (see the data model)."""

    framework: str
    la_code: str
    authority: str
    start: date | None
    published: date | None
    grades: dict[str, str]
    asked: set[str]  # the keys that the tables have a column for, with a grade or without
    where: str
    released: date
    theme: str | None = None  # of a focused visit
    revised: list[str] = field(default_factory=list)

    @property
    def when(self) -> date:
        """The first day, or about that: a report is out some seven weeks after it."""
        day = self.start or (self.published and self.published - timedelta(weeks=7))
        assert day is not None
        return day


def apart(framework: str) -> int:
    """Days within which two inspections of an authority are taken to be one: none follows sooner, visits do."""
    return 30 if framework.endswith("visit") else 120


def plain(cell: object) -> str:
    """A cell's words, without case and white space to speak of."""
    return " ".join(str(cell).replace("’", "'").split()).lower()


# ---- a sheet ----


def is_head(row: Row) -> bool:
    """Whether a row holds the headings of a table of authorities."""
    return "local authority name" in map(plain, row)


def is_empty(cell: object) -> bool:
    """Whether a cell says that there is nothing: Ofsted leaves it blank, writes a dash or 'Not yet inspected'."""
    return plain(cell) in ("", "-", "not yet inspected")


def headings(above: Row | None, head: Row) -> list[str]:
    """The headings of a table, each after the merged one above it, where there is such a row."""
    if above is None or not any(plain(cell) for cell in above[1:]) or is_head(above):
        return [plain(cell) for cell in head]
    spans, merged = [], ""
    for cell in above:
        merged = plain(cell) or merged
        spans.append(merged)
    return [f"{span} {plain(cell)}".strip() if plain(cell) else "" for span, cell in zip(spans, head, strict=True)]


def columns_of(names: Sequence[str], rows: Sequence[Row], where: str) -> dict[int, Column]:
    """What each column holds of which inspection. LayoutError where a heading is not known."""
    found: dict[int, Column] = {}
    for number, name in enumerate(names):
        known = next((column for pattern, column in HEADINGS if pattern.fullmatch(name)), None)
        if known in found.values():
            raise LayoutError(f"{where}: two columns are {name!r}")
        if known:
            found[number] = known
        elif not ABOUT_THE_ROW.fullmatch(name) and (name or not all(is_empty(row[number]) for row in rows)):
            raise LayoutError(f"{where}: column {number + 1} has the unknown heading {name!r}")
    return found


def tables(rows: Sequence[Row], where: str) -> Iterator[tuple[dict[int, Column], int, list[tuple[int, Row]]]]:
    """Columns, the column of names and the rows, each with its number, of every table of authorities in a sheet."""
    heads = [number for number, row in enumerate(rows) if is_head(row)]
    if not heads:
        raise LayoutError(f"{where}: there is no column 'Local authority name' (a sheet of another kind?)")
    for head in heads:
        names = headings(rows[head - 1] if head else None, rows[head])
        at = next(number for number, cell in enumerate(rows[head]) if plain(cell) == "local authority name")
        below = []
        for number, row in enumerate(rows[head + 1 :], head + 2):
            if is_empty(row[at]) or is_head(row):
                break
            below.append((number, row))
        yield columns_of(names, [row for _, row in below], where), at, below


# ---- a row ----


def day_of(cell: object, where: str) -> date | None:
    """A day, or None for an empty cell."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date) or is_empty(cell):
        return cell if isinstance(cell, date) else None
    raise LayoutError(f"{where}: {cell!r} is no date")


def grade_of(cell: object, framework: str, where: str) -> str | None:
    """A grade's value, 'adequate' where the framework had that, 'not_judged' for a dash, None for an empty cell."""
    if is_empty(cell):
        return "not_judged" if plain(cell) == "-" else None
    grade = GRADES.get(plain(cell))
    if grade is None:
        raise LayoutError(f"{where}: {cell!r} is no grade")
    return "adequate" if grade == "requires_improvement" and framework in KNEW_ADEQUATE else grade


def kind_of(cell: object, framework: str, where: str) -> str:
    """The framework by the type of inspection, where the table gives one."""
    if is_empty(cell):
        return framework
    if plain(cell) not in KINDS:
        raise LayoutError(f"{where}: {cell!r} is an unknown type of inspection")
    return KINDS[plain(cell)]


def theme_of(cell: object, where: str) -> str | None:
    """A focused visit's theme, None for an empty cell."""
    if not is_empty(cell) and plain(cell) not in THEMES:
        raise LayoutError(f"{where}: {cell!r} is an unknown theme")
    return THEMES.get(plain(cell))


def authority_of(name: str, day: date, where: str) -> ofsted.LocalAuthority:
    """The authority of that name on that day."""
    try:
        return ofsted.find_authority(name, as_of=day)
    except ofsted.NotFoundError as error:
        raise LayoutError(f"{where}: {error.args[0]}") from error


def outcome_of(facts: dict[str, Any], framework: str, name: str, where: str, released: date) -> Outcome | None:
    """One inspection of a row, or None where the row has none of that kind."""
    if all(is_empty(cell) for cell in facts.values()):
        return None
    start, published = (day_of(facts.pop(key, ""), where) for key in ("start", "published"))
    framework = kind_of(facts.pop("kind", ""), framework, where)
    theme = theme_of(facts.pop("theme", ""), where)
    grades = {key: grade_of(cell, framework, where) for key, cell in facts.items()}
    given = {key: grade for key, grade in grades.items() if grade}
    if start is None and published is None:
        raise LayoutError(f"{where}: {name} has an inspection ({framework}) without a date")
    found = Outcome(framework, "", "", start, published, given, set(grades), where, released, theme)
    authority = authority_of(name, found.when, where)
    found.la_code, found.authority = authority.la_code, authority.name
    return found


def sheet_outcomes(rows: Sequence[Row], where: str, released: date) -> Iterator[Outcome]:
    """Every inspection of a sheet."""
    for columns, names, below in tables(rows, where):
        for number, row in below:
            inspections: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
            for at, (framework, which, what) in columns.items():
                inspections[framework, which][what] = row[at]
            for (framework, _), facts in inspections.items():
                place = f"{where}, row {number}"
                found = outcome_of(facts, framework, str(row[names]), place, released)
                if found:
                    yield found


# ---- releases ----


def released_on(rows: Iterable[Row], where: str) -> date:
    """The day a release was published, by its cover."""
    for row in rows:
        if plain(row[0]) == "published on:" and len(row) > 1 and (day := day_of(row[1], where)):
            return day
    raise LayoutError(f"{where}: there is no 'Published on:' with a date")


def release_outcomes(path: Path) -> Iterator[Outcome]:
    """Every inspection that a release gives, once for each of its sheets."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(path)
    except (CalamineError, OSError) as error:
        raise LayoutError(f"{path.name} cannot be read as a spreadsheet: {error}") from error
    sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    if "Cover" not in sheets:
        raise LayoutError(f"{path.name}: there is no sheet 'Cover'")
    released = released_on(sheets["Cover"], f"{path.name}, Cover")
    for name, rows in sheets.items():
        if not LEFT_OUT.fullmatch(name):
            yield from sheet_outcomes(rows, f"{path.name}, {name}", released)


def merge(newer: Outcome, older: Outcome) -> None:
    """Add to an inspection what an older release says of it; where they differ the newer stands."""
    for key, grade in older.grades.items():
        stands = newer.grades.setdefault(key, grade)
        if stands != grade:
            newer.revised.append(f"{key}: {grade} ({older.where}), {stands} ({newer.where})")
    for key in ("start", "published", "theme"):
        stood, was = getattr(newer, key), getattr(older, key)
        if stood is None:
            setattr(newer, key, was)
        elif was not in (None, stood):
            newer.revised.append(f"{key}: {was} ({older.where}), {stood} ({newer.where})")
    newer.asked |= older.asked


def same(one: Outcome, other: Outcome) -> bool:
    """Whether two entries on one authority and framework are the same inspection."""
    for key in ("start", "published"):
        days = getattr(one, key), getattr(other, key)
        if None not in days:
            return abs((days[0] - days[1]).days) <= apart(one.framework)
    return abs((one.when - other.when).days) <= apart(one.framework)


def outcomes(paths: Iterable[Path]) -> list[Outcome]:
    """Every inspection in these releases, once, by framework, authority and day. LayoutError where one is not known."""
    known: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    every = [outcome for path in paths for outcome in release_outcomes(path)]
    for outcome in sorted(every, key=lambda outcome: outcome.released, reverse=True):
        here = known[outcome.framework, outcome.la_code]
        twin = next((other for other in here if same(other, outcome)), None)
        if twin:
            merge(twin, outcome)
        else:
            here.append(outcome)
    found = [outcome for here in known.values() for outcome in here]
    return sorted(found, key=lambda outcome: (outcome.framework, outcome.authority, outcome.when))
