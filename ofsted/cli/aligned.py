"""A table for a person: as wide as the terminal, 80 columns where that is not known; what is long wraps."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

__all__ = ["aligned", "passage", "path_within", "room", "wrapped"]

NARROWEST = 60
GAP = 2
INDENT = "    "
_BEFORE_WORDS = re.compile(r"[> ]+\d+ \| |.*\S {3,}(?=\S)| *")
"""A line's number, a first column, or an indent."""


def room() -> int:
    """Characters across the terminal."""
    return max(shutil.get_terminal_size((80, 24)).columns, NARROWEST)


def aligned(head: Sequence[str], rows: Iterable[tuple[Sequence[Any], Iterable[str]]]) -> str:
    """Each row is its cells, in which line ends count, and lines that go below it over the whole width."""
    made = [([_text(cell) for cell in cells], list(below)) for cells, below in rows]
    width = room()
    columns = [[name, *(cells[place] for cells, _ in made)] for place, name in enumerate(head)]
    widths = _widths(columns, width - GAP * (len(head) - 1))
    lines = [
        *_row(head, widths),
        *_row(["-" * min(len(name), size) for name, size in zip(head, widths, strict=True)], widths),
    ]
    for cells, below in made:
        lines += _row(cells, widths)
        lines += _below(below, width)
    return "\n".join(lines)


def passage(head: str, below: Iterable[str]) -> str:
    """A line that says where something stands, and lines below it; file names are not cut at their hyphens."""
    width = room()
    return "\n".join(
        [*textwrap.wrap(head, width, subsequent_indent="  ", break_on_hyphens=False), *_below(below, width)]
    )


def _below(lines: Iterable[str], width: int) -> list[str]:
    more = INDENT + "  "
    return [p for line in lines for p in textwrap.wrap(line, width, initial_indent=INDENT, subsequent_indent=more)]


def wrapped(text: str, width: int | None = None) -> str:
    """Lines that are laid out already, those that are too wide continued below where their words begin."""
    made = []
    for line in text.split("\n"):
        found = _BEFORE_WORDS.match(line)
        hang = " " * (found.end() if found else 0)
        made += textwrap.wrap(line, width or room(), subsequent_indent=hang) or [""]
    return "\n".join(made)


def path_within(path: str, room: int) -> str:
    """A path in so many characters: of one that is longer its end behind '…', but always the whole file name."""
    while len(path) > room and len(parts := Path(path.removeprefix("…/")).parts) > 1:
        path = "/".join(["…", *parts[1:]])
    return path


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """As wide as the longest line, the widest made narrower until all fit, but no word cut while another can give."""
    widths = [max(len(line) for cell in column for line in cell.split("\n")) for column in columns]
    least = [max(len(word) for cell in column for word in [*cell.split(), ""]) for column in columns]
    while sum(widths) > room:
        spare = [place for place in range(len(widths)) if widths[place] > least[place]]
        widest = max(spare or range(len(widths)), key=lambda place: widths[place])
        widths[widest] -= 1
    return [max(width, 1) for width in widths]


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [
        [part for line in cell.split("\n") for part in textwrap.wrap(line, size) or [""]]
        for cell, size in zip(cells, widths, strict=True)
    ]
    height = max(len(parts) for parts in wrapped)
    filled = [[*parts, *[""] * (height - len(parts))] for parts in wrapped]
    return [
        (" " * GAP).join(f"{part:<{size}}" for part, size in zip(line, widths, strict=True)).rstrip()
        for line in zip(*filled, strict=True)
    ]
