"""What the frames of reports, judgements and issues hold of the reports of a cache, in one file.

These frames are what is asked for most, and one file is read in a fraction of the time that as many files take as there
are reports. Each column is a list of its different values and the places in it, so that it is looked at once for each
different value whether it holds what it should.
"""

from __future__ import annotations

import os
from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from ofsted.model.errors import OfstedError
from ofsted.model.readout import Readout, Tree
from ofsted.reading.known_files import read_noted, write_noted
from ofsted.tables.facts import ISSUES, JUDGEMENTS, REPORT, Facts, FactsOf, FactTable, facts_of
from ofsted.tables.frames import CLOSED, GRADE_RANKS

__all__ = ["KnownFacts"]

_NAME = "facts.json"
_LAYOUT = 3
_WORTH = 16_384  # bytes of the file for each report that is looked up: beyond that, its own entry is read sooner
_SOURCE = {"format": "formats", "pages": "count", "sha256": "text", "extractor": "text"}
_HEAD = {**_SOURCE, **REPORT}
_TABLES = (_HEAD, JUDGEMENTS, ISSUES)

_Columns = dict[str, list[Any]]
_TYPES: dict[str, type] = {"size": int, "count": int, "flag": bool}
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
        reports = [self._head[name] for name in REPORT]
        self._table = FactTable(reports, self._judgements.values(), self._issues.values())
        self._grown = False

    def __contains__(self, sha256: str) -> bool:
        return sha256 in self._rows

    def of(self, sha256: str, path: str) -> tuple[Tree, FactsOf]:
        """Where a report that is known was read from, and where its facts stand."""
        row, source = self._rows[sha256], {"path": path}
        for name in _SOURCE:
            source[name] = self._head[name][row]
        return source, FactsOf(self._table, row)

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
        self._rows[source["sha256"]] = len(self._rows)
        for name in _SOURCE:
            self._head[name].append(source[name])
        self._table.add(facts)
        self._grown = True


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _nothing() -> tuple[_Columns, ...]:
    return tuple({name: [] for name in kinds} for kinds in _TABLES)


def _coded(columns: _Columns) -> dict[str, list[Any]]:
    """Of each column its different values, and of each row the place of its own among them: numbers as base64."""
    coded = {}
    for name, values in columns.items():
        places = {value: place for place, value in enumerate(dict.fromkeys(values))}
        numbers = _numbers(len(places), [places[value] for value in values])
        coded[name] = [list(places), b2a_base64(numbers, newline=False).decode()]
    return coded


def _numbers(different: int, values: Iterable[int] = ()) -> array[int]:
    """Numbers below `different`, as small as they can be; this machine's order, for a cache is of one build."""
    return array("B" if different <= 1 << 8 else "H" if different <= 1 << 16 else "L", values)


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


def _columns(table: dict[str, list[Any]], kinds: Mapping[str, str]) -> _Columns:
    """The columns; ValueError and the like where one is missing or holds what it should not."""
    found = {}
    for name, kind in kinds.items():
        different, coded = table[name]
        if not _are_sound(different, kind):
            raise ValueError("a value of another kind")
        places = _numbers(len(different))
        places.frombytes(a2b_base64(coded))
        found[name] = list(map(different.__getitem__, places))
    return found


def _are_sound(different: list[Any], kind: str) -> bool:
    """Whether a column of this kind may hold these values; ValueError and the like for some that it may not."""
    if kind not in _ALWAYS:
        different = [value for value in different if value is not None]
    if not set(map(type, different)) <= {_TYPES.get(kind, str)}:
        return False
    if kind == "size":
        return min(different, default=0) >= 0
    if kind == "date":
        return all(date.fromisoformat(value).isoformat() == value for value in different)
    allowed = GRADE_RANKS if kind == "grade" else CLOSED.get(kind)
    return allowed is None or set(different) <= set(allowed)
