"""England as equal tiles, one an authority: where each stands, what is on it, and the whole as SVG.

`data/tiles.csv` has the places, which `scripts/place_tiles.py` of the project makes once. Plain Python.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape

from ofsted.comparing.in_force import NO_REPORT, UNREAD
from ofsted.model.data_files import read_rows
from ofsted.model.grades import Grade
from ofsted.register.authorities import LocalAuthority, local_authorities
from ofsted.showing.notebook import GRADE_STYLES

__all__ = [
    "BEST_FIRST",
    "GREY",
    "LEGEND_AT",
    "LETTERS",
    "NO_GRADE",
    "SIGNS_OF",
    "Shown",
    "Tile",
    "borders",
    "legend",
    "shown_on",
    "svg",
    "tiles_on",
    "without_tile",
]

BEST_FIRST = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.ADEQUATE, Grade.INADEQUATE)
LETTERS = {
    Grade.OUTSTANDING: "O",
    Grade.GOOD: "G",
    Grade.REQUIRES_IMPROVEMENT: "RI",
    Grade.ADEQUATE: "A",
    Grade.INADEQUATE: "I",
}
OF_AREAS = {Grade.TYPICALLY_POSITIVE: "P", Grade.INCONSISTENT: "In", Grade.WIDESPREAD_FAILINGS: "W"}
"""The outcomes of area SEND inspections, best first."""
NO_GRADE = "#eeeeee"
GREY = "#4d4d4d"
SIGNS_OF = {
    "not judged": "–",
    "judged with care": "c",
    "no overall judgement": "n",
    "several grades": "?",
    UNREAD: "!",
    "not yet inspected": "new",
}
"""What stands for a grade that is missing, by the reason. Nothing for an authority without a report."""
LEGEND_AT = (11.2, 0.0)
"""Column and row where the legend begins: over the North Sea."""
_LETTERS = LETTERS | OF_AREAS
_LINE = 11  # letters of a name in a line


@dataclass(frozen=True, slots=True)
class Tile:
    """An authority's tile: its column from the west, its row from the north, its name in lines that fit."""

    authority: LocalAuthority
    column: int
    row: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a tile says: a grade or the reason why there is none, and whether there is a doubt."""

    grade: Grade | None
    status: str
    doubt: bool = False

    @property
    def sign(self) -> str:
        """The letter."""
        letter = _LETTERS[self.grade] if self.grade else SIGNS_OF.get(self.status, "")
        return f"{letter}*" if self.doubt else letter

    @property
    def marks(self) -> str:
        """The shapes that tell grades apart without colour."""
        return GRADE_STYLES[self.grade][0] if self.grade else ""

    @property
    def colours(self) -> tuple[str, str]:
        """Of the text and of the ground."""
        return GRADE_STYLES[self.grade][1:] if self.grade else (GREY, NO_GRADE)

    @property
    def framed(self) -> bool:
        """Whether a frame tells it from others that are as dark where there is no colour."""
        return self.grade in (Grade.INADEQUATE, Grade.WIDESPREAD_FAILINGS)

    @property
    def words(self) -> str:
        """For people."""
        return str(self.grade) if self.grade else self.status


def shown_on(grade: str | None, status: str | None, doubt: bool = False) -> Shown:
    """What a tile says of a grade, or of none for this reason; 'no report' without one."""
    known = Grade(grade) if grade else None
    if known is Grade.NOT_JUDGED:
        return Shown(None, "not judged", doubt)
    return Shown(known, status or NO_REPORT, doubt)


@cache
def _places() -> dict[str, tuple[int, int, tuple[str, ...]]]:
    return {
        row["la_code"]: (int(row["column"]), int(row["row"]), tuple(textwrap.wrap(row["label"], _LINE)))
        for row in read_rows("tiles.csv")
    }


def tiles_on(day: date) -> list[Tile]:
    """The tiles of the authorities that existed on a day, in order of name; one that has no place has none."""
    return [Tile(one, *_places()[one.la_code]) for one in local_authorities(day) if one.la_code in _places()]


def without_tile(tiles: Iterable[Tile], shown: Iterable[tuple[str, str, Shown]]) -> str | None:
    """What is said below the map of the authorities (code, name, what is shown) that stand on none of the tiles."""
    placed = {tile.authority.la_code for tile in tiles}
    named = [
        f"{name} ({one.words}{', to check' if one.doubt else ''})" for code, name, one in shown if code not in placed
    ]
    return f"Not on the map: {', '.join(named)}" if named else None


def borders(tiles: Iterable[Tile]) -> list[tuple[float, float, float, float]]:
    """The lines between tiles of different regions: from column and row to column and row."""
    region = {(tile.column, tile.row): tile.authority.region for tile in tiles}
    found = []
    for (x, y), name in region.items():
        if region.get((x + 1, y), name) != name:
            found.append((x + 0.5, y - 0.5, x + 0.5, y + 0.5))
        if region.get((x, y + 1), name) != name:
            found.append((x - 0.5, y + 0.5, x + 0.5, y + 0.5))
    return found


def legend(shown: Iterable[Shown]) -> list[tuple[Shown, str]]:
    """What occurs, best first, each with its words and how many there are; reasons after grades."""
    counts = Counter(Shown(one.grade, one.words) for one in shown)
    order = [str(grade) for grade in _LETTERS] + list(SIGNS_OF)
    known = sorted(counts, key=lambda one: order.index(one.words) if one.words in order else len(order))
    return [(one, f"{one.words}: {counts[one]}") for one in known]


# ---- as SVG ----

_SIDE = 52


def svg(tiles: Sequence[Tile], shown: Mapping[str, Shown], title: str) -> str:
    """The map as one SVG element, for a page: each tile with its name and grade as a tooltip and for screen readers."""
    width = (max(tile.column for tile in tiles) + 1) * _SIDE
    height = (max(tile.row for tile in tiles) + 1) * _SIDE
    parts = [
        f'<svg class="map" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title, quote=True)}" '
        f'font-family="Helvetica, Arial, sans-serif" text-anchor="middle">'
    ]
    for tile in tiles:
        one = shown.get(tile.authority.la_code, Shown(None, NO_REPORT))
        words = escape(f"{tile.authority.name}: {one.words}{', to check' if one.doubt else ''}")
        parts.append(f"<g><title>{words}</title>{_tile(tile.column, tile.row, one, tile.lines)}</g>")
    for x1, y1, x2, y2 in borders(tiles):
        ends = (
            f'{name}="{(value + 0.5) * _SIDE:g}"'
            for name, value in zip(("x1", "y1", "x2", "y2"), (x1, y1, x2, y2), strict=True)
        )
        parts.append(f'<line {" ".join(ends)} stroke="currentColor" stroke-width="2"/>')
    for number, (one, words) in enumerate(
        legend(shown.get(t.authority.la_code, Shown(None, NO_REPORT)) for t in tiles)
    ):
        x, y = LEGEND_AT[0], LEGEND_AT[1] + 0.75 * number
        size = 0.6 * _SIDE
        parts.append(_square(x * _SIDE, y * _SIDE, size, one))
        middle = y * _SIDE + size / 2
        parts.append(_text(x * _SIDE + size / 2, middle + 5, 14, one.colours[0], one.sign, bold=True))
        parts.append(
            f'<text x="{(x + 0.75) * _SIDE:g}" y="{middle + 5:g}" font-size="15" fill="currentColor" '
            f'text-anchor="start">{escape(words)}</text>'
        )
    return "\n".join([*parts, "</svg>"])


def _square(x: float, y: float, size: float, one: Shown) -> str:
    return (
        f'<rect x="{x + 1:g}" y="{y + 1:g}" width="{size - 2:g}" height="{size - 2:g}" '
        f'fill="{one.colours[1]}" stroke="{GREY}" stroke-width="0.5"/>'
    ) + (_frame(x + 0.06 * size, y + 0.06 * size, 0.88 * size) if one.framed else "")


def _frame(x: float, y: float, size: float) -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{size:g}" height="{size:g}" fill="none" stroke="#fff"/>'


def _text(x: float, y: float, size: float, colour: str, words: str, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}"{weight}>{escape(words)}</text>'


def _tile(column: int, row: int, one: Shown, lines: Sequence[str]) -> str:
    x, y = column * _SIDE, row * _SIDE
    ink, middle = one.colours[0], x + _SIDE / 2
    letter = _text(middle - (9 if one.marks else 0), y + 20, 15, ink, one.sign, bold=True)
    marks = _text(middle + 12, y + 19, 8, ink, one.marks) if one.marks else ""
    top = y + 32 + (0 if len(lines) > 1 else 4)
    names = "".join(_text(middle, top + 9.5 * n, 8.5, ink, line) for n, line in enumerate(lines))
    return _square(x, y, _SIDE, one) + letter + marks + names
