"""A table for a person: as wide as the terminal, 80 columns where that is not known; what is long wraps."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["aligned", "room"]

NARROWEST = 60
GAP = 2
INDENT = "    "


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
        for line in below:
            lines += textwrap.wrap(line, width, initial_indent=INDENT, subsequent_indent=INDENT + "  ")
    return "\n".join(lines)


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
