"""Every inspection in Ofsted's published statistics, as the table that the package brings.

`data/outcomes.csv` has a row for each; `data/outcome_sheets.csv` says which sheet of which release its `places` mean
('2:14' is row 14 of the sheet 2). `python -m ofsted.official` writes both. Contains public sector information of
Ofsted's, licensed under the Open Government Licence v3.0.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from ofsted.model.data_files import read_rows
from ofsted.model.days import from_iso, iso

__all__ = [
    "LOOKED_AFTER_AGAIN",
    "PARTIAL",
    "SAFEGUARDING_AGAIN",
    "SHEETS",
    "TABLE",
    "TO_PUBLICATION",
    "Outcome",
    "Place",
    "apart",
    "by_authority",
    "kept",
    "write",
]

TABLE, SHEETS = "outcomes.csv", "outcome_sheets.csv"
SAFEGUARDING_AGAIN = "re-inspection of safeguarding"
LOOKED_AFTER_AGAIN = "re-inspection of services for looked after children"
PARTIAL = frozenset({SAFEGUARDING_AGAIN, LOOKED_AFTER_AGAIN})
"""The types of inspection that judge one service of the two that their framework judges."""

TO_PUBLICATION = timedelta(weeks=7)
"""About how long after an inspection's beginning its report is out."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a sheet of a release; `file` and `release` are its file and its title, `released` when it came out."""

    released: date
    file: str
    release: str
    sheet: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, {self.sheet}, row {self.row}"


@dataclass(slots=True)
class Outcome:
    """An inspection as Ofsted's tables give it: days where they do, a grade for each key (see the data model).

    The newest release stands; `places` names first the row that does. `asked` are the keys that the tables have a
    column for, with a grade or without.
    """

    framework: str
    la_code: str
    authority: str
    start: date | None
    published: date | None
    grades: dict[str, str]
    asked: set[str]
    places: list[Place]
    type: str | None = None
    """'standard' or 'short' (ILACS), 're-inspection' (of what, where that was a part)."""
    theme: str | None = None
    """Of a visit."""
    revised: list[str] = field(default_factory=list)
    """What older releases say otherwise."""

    @property
    def place(self) -> Place:
        """The row that stands."""
        return self.places[0]

    @property
    def when(self) -> date:
        """The first day, or about that."""
        if self.start or self.published is None:
            return self.start or date.min
        return self.published - TO_PUBLICATION

    @property
    def judged(self) -> dict[str, str]:
        """The grades by the keys that reports have: until 2022 ILACS judged care leavers with children in care."""
        if self.framework == "ilacs" and "in_care" in self.grades and "care_leavers" not in self.grades:
            return {{"in_care": "in_care_and_care_leavers"}.get(key, key): grade for key, grade in self.grades.items()}
        return self.grades

    @property
    def id(self) -> str:
        """What the column `report` holds: 'ilacs-370-2023-09-11', by the first day, else by that of publication."""
        return f"{self.framework}-{self.la_code}-{self.start or self.published}"


def apart(framework: str) -> int:
    """Days within which two inspections of an authority are taken to be one: none follows sooner, visits do.

    In the table and in the collection of reports no inspection follows within 180 days and no visit within 70.
    """
    return 30 if framework.endswith(("visit", "letter")) else 120


# ---- the files ----


def write(outcomes: Iterable[Outcome], folder: Path) -> None:
    """Both files in `folder`, the same for the same inspections. OSError where it cannot be written to."""
    every = list(outcomes)
    sheets = sorted({(p.released, p.file, p.release, p.sheet) for one in every for p in one.places})
    numbers = {sheet: number for number, sheet in enumerate(sheets, 1)}
    with open(folder / SHEETS, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("number", "released", "file", "release", "sheet"))
        writer.writerows((number, iso(sheet[0]), *sheet[1:]) for sheet, number in numbers.items())
    names = ("framework", "type", "la_code", "authority", "start", "published", "theme", "grades", "places", "revised")
    with open(folder / TABLE, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for one in every:
            grades = {**one.grades, **dict.fromkeys(one.asked - one.grades.keys(), "")}
            places = [f"{numbers[p.released, p.file, p.release, p.sheet]}:{p.row}" for p in one.places]
            facts = (one.framework, one.type or "", one.la_code, one.authority, iso(one.start), iso(one.published))
            pairs = ";".join(f"{key}={grade}" for key, grade in sorted(grades.items()))
            writer.writerow((*facts, one.theme or "", pairs, " ".join(places), "; ".join(one.revised)))


@cache
def kept() -> tuple[Outcome, ...]:
    """Every inspection of the table, by framework, authority and day. Not to be changed."""
    sheets = {
        row["number"]: (date.fromisoformat(row["released"]), row["file"], row["release"], row["sheet"])
        for row in read_rows(SHEETS)
    }
    return tuple(_outcome(row, sheets) for row in read_rows(TABLE))


def _outcome(row: Mapping[str, str], sheets: Mapping[str, tuple[date, str, str, str]]) -> Outcome:
    pairs = dict(pair.split("=") for pair in row["grades"].split(";") if pair)
    places = [place.split(":") for place in row["places"].split()]
    return Outcome(
        row["framework"],
        row["la_code"],
        row["authority"],
        from_iso(row["start"]),
        from_iso(row["published"]),
        {key: grade for key, grade in pairs.items() if grade},
        set(pairs),
        [Place(*sheets[number], int(at)) for number, at in places],
        row["type"] or None,
        row["theme"] or None,
        row["revised"].split("; ") if row["revised"] else [],
    )


@cache
def by_authority() -> dict[tuple[str, str], list[Outcome]]:
    """The same by framework and la_code."""
    found: dict[tuple[str, str], list[Outcome]] = {}
    for one in kept():
        found.setdefault((one.framework, one.la_code), []).append(one)
    return found
