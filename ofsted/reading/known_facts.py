"""What the frames of reports, judgements and issues hold of the reports of a cache, in one file.

These frames are what is asked for most, and one file is read in a fraction of the time that as many files take as there
are reports. Each column is a list of its different values and the places in it, so that it is looked at once for each
different value whether it holds what it should.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import accumulate
from typing import Any

from ofsted.model.errors import OfstedError
from ofsted.model.readout import Facts, Readout, Tree
from ofsted.reading.known_files import read_noted, write_noted
from ofsted.tables.facts import ISSUES, JUDGEMENTS, REPORT, facts_of
from ofsted.tables.frames import CLOSED, GRADE_RANKS

__all__ = ["KnownFacts"]

_NAME = "facts.json"
_LAYOUT = 1
_WORTH = 16_384  # bytes of the file for each report that is looked up: beyond that, its own entry is read sooner
_SOURCE = {"format": "formats", "pages": "count", "sha256": "text", "extractor": "text"}
_HEAD = {**_SOURCE, **REPORT}
_TABLES = (_HEAD, JUDGEMENTS, ISSUES)

_Columns = dict[str, list[Any]]
_TYPES: dict[str, type] = {"count": int, "flag": bool}
_ALWAYS = ("size", "flag", "frameworks", "formats")
_KEYS = {"path", *_SOURCE}
UNSOUND = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, MemoryError)
"""What comes of a file that anything may have changed."""


class KnownFacts:
    """The file `facts.json` beside the entries of one reader.

    May be lost or damaged at any time, and be written by several processes: then entries are read, as without it.
    """

    def __init__(self, folder: str, wanted: int) -> None:
        """`wanted`: how many reports are looked up. For a few of a large cache the file is left alone."""
        self._path = os.path.join(folder, _NAME)
        self._used = _size(self._path) <= wanted * _WORTH
        self._head, self._judgements, self._issues = _read(self._path) if self._used else _nothing()
        self._rows = {sha256: row for row, sha256 in enumerate(self._head["sha256"])}
        self._starts = [[0, *accumulate(self._head[name])] for name in ("judgements", "issues")]
        self._report = [self._head[name] for name in REPORT]
        self._grown = False

    def __contains__(self, sha256: str) -> bool:
        return sha256 in self._rows

    def source(self, sha256: str, path: str) -> Tree:
        """Where a report that is known was read from."""
        row = self._rows[sha256]
        return {"path": path, **{name: sha256 if name == "sha256" else self._head[name][row] for name in _SOURCE}}

    def facts(self, sha256: str) -> Callable[[], Facts]:
        """What gives those of a report that is known."""
        return partial(self._facts, self._rows[sha256])

    def _facts(self, row: int) -> Facts:
        judgements, issues = (slice(starts[row], starts[row + 1]) for starts in self._starts)
        return (
            [values[row] for values in self._report],
            [values[judgements] for values in self._judgements.values()],
            [values[issues] for values in self._issues.values()],
        )

    def add(self, readouts: Iterable[Readout]) -> None:
        """Note those of reports that are not known yet, and keep them."""
        for readout in readouts if self._used else ():
            source = readout.full_source()
            if source["sha256"] not in self._rows and source.keys() == _KEYS:
                with suppress(OfstedError, *UNSOUND):  # whoever asks for it will be told
                    self._note(source, facts_of(Readout(readout.core, source).head()))
        if self._grown:
            write_noted(self._path, [_LAYOUT, *map(_coded, (self._head, self._judgements, self._issues))])

    def _note(self, source: Tree, facts: Facts) -> None:
        report, judgements, issues = facts
        self._rows[source["sha256"]] = len(self._rows)
        for name in _SOURCE:
            self._head[name].append(source[name])
        for values, value in zip(self._report, report, strict=True):
            values.append(value)
        for columns, items in ((self._judgements, judgements), (self._issues, issues)):
            for values, more in zip(columns.values(), items, strict=True):
                values += more
        for starts, items in zip(self._starts, (judgements, issues), strict=True):
            starts.append(starts[-1] + len(items[0]))
        self._grown = True


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _nothing() -> tuple[_Columns, ...]:
    return tuple({name: [] for name in kinds} for kinds in _TABLES)


def _coded(columns: _Columns) -> dict[str, list[list[Any]]]:
    """Of each column its different values, and of each row the place of its own among them."""
    coded = {}
    for name, values in columns.items():
        places = {value: place for place, value in enumerate(dict.fromkeys(values))}
        coded[name] = [list(places), [places[value] for value in values]]
    return coded


def _read(path: str) -> tuple[_Columns, ...]:
    """The three tables; empty ones where the file is missing, damaged, or holds something else."""
    try:
        layout, *tables = read_noted(path) or [None]
        if layout != _LAYOUT:
            return _nothing()
        head, judgements, issues = (_columns(table, kinds) for table, kinds in zip(tables, _TABLES, strict=True))
        count = len(head["sha256"])
        rows = (count, sum(head["judgements"]), sum(head["issues"]))
        for columns, wanted in zip((head, judgements, issues), rows, strict=True):
            if any(len(values) != wanted for values in columns.values()):
                raise ValueError("columns of several lengths")
        if len(set(head["sha256"])) != count:
            raise ValueError("a report twice")
    except UNSOUND:
        return _nothing()
    return head, judgements, issues


def _columns(table: dict[str, list[list[Any]]], kinds: Mapping[str, str]) -> _Columns:
    """The columns; ValueError and the like where one is missing or holds what it should not."""
    found = {}
    for name, kind in kinds.items():
        different, places = table[name]
        if places and (set(map(type, places)) != {int} or min(places) < 0):
            raise ValueError("no places")
        if not all(_is_sound(value, kind) for value in different):
            raise ValueError("a value of another kind")
        found[name] = [different[place] for place in places]
    return found


def _is_sound(value: Any, kind: str) -> bool:
    """Whether a column of this kind may hold it; ValueError and the like for some that it may not."""
    if value is None:
        return kind not in _ALWAYS
    if kind == "size":
        return type(value) is int and value >= 0
    if kind in _TYPES:
        return type(value) is _TYPES[kind]
    if kind == "date":
        return bool(date.fromisoformat(value).isoformat() == value)
    if kind == "grade":
        return value in GRADE_RANKS
    return type(value) is str and (kind not in CLOSED or value in CLOSED[kind])
