"""Ofsted's own published outcomes (Open Government Licence v3.0), read from its spreadsheets into one form.

Each release lays its sheets out in its own way; LAYOUTS holds every heading that is known, so that a release with a new
one ends in a `LayoutError` that names it rather than in grades that are left out. What is done with each:

- sheets about single providers, notes and time series are left out, by their names (`LEFT_OUT`);
- a table begins at the row with a cell 'Local authority name' and ends at the first row without a name, so that a
  second table of ended authorities below the first one is read, too;
- a row of merged headings above that row is put before the headings that it spans;
- inspections side by side in one row ('First SIF …', 'Second ILACS …') become inspections of their own;
- authorities are matched with the register by name, as of the inspection: 'Dorset' is another one before April 2019.
  Their codes are not used: some are those of another year;
- 'children in care' is what ILACS judged as 'children in care and care leavers' until 2022: an inspection that has no
  grade for care leavers beside it gets its grade under that key, as reports have it;
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
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ofsted.model.errors import NotFoundError
from ofsted.model.extras import needed
from ofsted.official.table import LOOKED_AFTER_AGAIN, PARTIAL, SAFEGUARDING_AGAIN, Outcome, Place, apart
from ofsted.register.authorities import LocalAuthority, find_authority

__all__ = ["LayoutError", "merged", "read_releases"]

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
KINDS: dict[str, tuple[str, str | None]] = {
    "ilacs standard inspection": ("ilacs", "standard"),
    "ilacs short inspection": ("ilacs", "short"),
    "ilacs focused visit": ("focused-visit", None),
    "la monitoring visit": ("monitoring-visit", None),
}
AGAIN = {"again": "re-inspection", "safeguarding again": SAFEGUARDING_AGAIN, "looked after again": LOOKED_AFTER_AGAIN}
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


def kind_of(cell: object, framework: str, which: str, where: str) -> tuple[str, str | None]:
    """Framework and type of an inspection: as the table gives them, else by the columns that it stands in."""
    if is_empty(cell):
        return framework, AGAIN.get(which)
    if plain(cell) not in KINDS:
        raise LayoutError(f"{where}: {cell!r} is an unknown type of inspection")
    return KINDS[plain(cell)]


def theme_of(cell: object, where: str) -> str | None:
    """A visit's theme, None for an empty cell."""
    if not is_empty(cell) and plain(cell) not in THEMES:
        raise LayoutError(f"{where}: {cell!r} is an unknown theme")
    return THEMES.get(plain(cell))


def authority_of(name: str, day: date, where: str) -> LocalAuthority:
    """The authority of that name on that day."""
    try:
        return find_authority(name, as_of=day)
    except NotFoundError as error:
        raise LayoutError(f"{where}: {error.args[0]}") from error


def outcome_of(facts: dict[str, Any], column: tuple[str, str], name: str, place: Place) -> Outcome | None:
    """One inspection of a row, or None where the row has none of that kind; `column`: framework, and which of it."""
    if all(is_empty(cell) for cell in facts.values()):
        return None
    where = str(place)
    start, published = (day_of(facts.pop(key, ""), where) for key in ("start", "published"))
    framework, kind = kind_of(facts.pop("kind", ""), *column, where)
    theme = theme_of(facts.pop("theme", ""), where)
    grades = {key: grade_of(cell, framework, where) for key, cell in facts.items()}
    given = {key: grade for key, grade in grades.items() if grade}
    asked = set(grades) if not framework.endswith("visit") else set()
    if start is None and published is None:
        raise LayoutError(f"{where}: {name} has an inspection ({framework}) without a date")
    found = Outcome(framework, "", "", start, published, given, asked, [place], kind, theme)
    authority = authority_of(name, found.when, where)
    found.la_code, found.authority = authority.la_code, authority.name
    return found


def sheet_outcomes(rows: Sequence[Row], of: Place) -> Iterator[Outcome]:
    """Every inspection of a sheet."""
    where = f"{of.file}, {of.sheet}"
    for columns, names, below in tables(rows, where):
        for number, row in below:
            inspections: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
            for at, (framework, which, what) in columns.items():
                inspections[framework, which][what] = row[at]
            for column, facts in inspections.items():
                found = outcome_of(facts, column, str(row[names]), replace(of, row=number))
                if found:
                    yield found


# ---- releases ----


def released_on(rows: Iterable[Row], where: str) -> date:
    """The day a release was published, by its cover."""
    for row in rows:
        if plain(row[0]) == "published on:" and len(row) > 1 and (day := day_of(row[1], where)):
            return day
    raise LayoutError(f"{where}: there is no 'Published on:' with a date")


def title_of(rows: Sequence[Row]) -> str:
    """A release's title by its cover: its first line; where that names the sheet only, its policy area."""
    first = " ".join(str(rows[0][0]).split())
    areas = [" ".join(str(row[1]).split()) for row in rows if plain(row[0]) == "policy area:" and len(row) > 1]
    return areas[0] if areas and plain(first).startswith("cover sheet") else first


def release_outcomes(path: Path) -> Iterator[Outcome]:
    """Every inspection that a release gives, once for each of its sheets."""
    calamine = needed("python_calamine", "Ofsted's releases need", "'ofsted[official]'")
    try:
        book = calamine.CalamineWorkbook.from_path(path)
    except (calamine.CalamineError, OSError) as error:
        raise LayoutError(f"{path.name} cannot be read as a spreadsheet: {error}") from error
    sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    cover = sheets.get("Cover")
    if not cover:
        raise LayoutError(f"{path.name}: there is no sheet 'Cover'")
    released, title = released_on(cover, f"{path.name}, Cover"), title_of(cover)
    for name, rows in sheets.items():
        if not LEFT_OUT.fullmatch(name):
            yield from sheet_outcomes(rows, Place(released, path.name, title, name, 0))


def merge(newer: Outcome, older: Outcome) -> None:
    """Add to an inspection what an older release, or another sheet, says of it; where they differ the newer stands."""
    for key, grade in older.grades.items():
        stands = newer.grades.setdefault(key, grade)
        if stands != grade:
            newer.revised.append(f"{key}: {grade} ({older.place})")
    if {newer.type, older.type} == PARTIAL:  # both services on the same days
        newer.type = older.type = AGAIN["again"]
    for key in ("start", "published", "type", "theme"):
        stood, was = getattr(newer, key), getattr(older, key)
        if stood is None:
            setattr(newer, key, was)
        elif was not in (None, stood):
            newer.revised.append(f"{key}: {was} ({older.place})")
    newer.asked |= older.asked
    newer.places += [place for place in older.places if place not in newer.places]
    newer.revised += [line for line in older.revised if line not in newer.revised]


def same(one: Outcome, other: Outcome) -> bool:
    """Whether two entries on one authority and framework are the same inspection."""
    day, its = one.when, other.when
    if one.start and other.start:
        day, its = one.start, other.start
    elif one.published and other.published:
        day, its = one.published, other.published
    return abs((day - its).days) <= apart(one.framework)


def merged(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Every inspection once, by framework, authority and day; of what is said differently the newest stands."""
    known: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in sorted(outcomes, key=lambda outcome: outcome.place.released, reverse=True):
        here = known[outcome.framework, outcome.la_code]
        twin = next((other for other in here if same(other, outcome)), None)
        if twin:
            merge(twin, outcome)
        else:
            here.append(outcome)
    found = [outcome for here in known.values() for outcome in here]
    return sorted(found, key=lambda outcome: (outcome.framework, outcome.authority, outcome.when))


def read_releases(paths: Iterable[Path]) -> list[Outcome]:
    """Every inspection in these releases, as `merged()` gives them. LayoutError where something is not known.

    ImportError without python-calamine.
    """
    return merged(outcome for path in paths for outcome in release_outcomes(path))
