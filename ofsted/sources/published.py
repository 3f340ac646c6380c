"""Days of publication and links that a caller gives for files: a table, a CSV, a dict, or the files' own names."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ofsted.model.paths import path_of
from ofsted.register.authorities import as_day
from ofsted.sources.contents import PathLike
from ofsted.sources.manifest import is_web_address

__all__ = ["Given", "PublishedTable", "day_in_name", "day_of", "given_rows"]

PublishedTable = Mapping[str, Any] | PathLike | Any
"""A dict of days by file; a pandas or polars frame; the path of a CSV; or 'name'."""

# What tables call these columns, the first that is there; case, spaces and hyphens do not count.
_KEYS = ("sha256", "report", "path", "file", "filename", "file_name")
_DAYS = ("published", "publication_date", "published_date", "date_published", "publication_day")
_LINKS = ("url", "link", "web_link", "report_link", "inspection_link", "report_url")
_REPORT_ID = re.compile(r"[0-9a-f]{12}")
_LARGEST_FIELD = 1_000_000

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_GAP = r"[-_., ]+"
_IN_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?{_GAP}({'|'.join(_NAMES)})[a-z]*{_GAP}(\d{{4}})(?!\d)", re.IGNORECASE
)
_IN_FIGURES = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Given:
    """What a caller says of one file: which (a path, the end of one, an id, a hash), its day (ISO 8601), its link."""

    key: str
    published: str | None
    url: str | None = None


def day_of(value: Any) -> str | None:
    """A day as ISO 8601 from what tables hold: days, times, '2024-07-15', '15 July 2024'; None for nothing.

    ValueError for the rest: of '03/04/2024' nobody can say which day it is.
    """
    if _is_missing(value):
        return None
    if isinstance(value, str):
        text = value.strip()
        words = _IN_WORDS.fullmatch(text)
        if words:
            return _from_words(*words.groups()).isoformat()
        try:
            return datetime.fromisoformat(text).date().isoformat()
        except ValueError:
            pass
    return as_day(value).isoformat()


def _is_missing(value: Any) -> bool:
    """Nothing is in this cell: by its word, because pandas' missing values neither equal nor differ."""
    return value is None or str(value).strip() in ("", "nan", "NaT", "<NA>")


def _from_words(day: str, month: str, year: str) -> date:
    return date(int(year), _MONTHS[month[:3].lower()], int(day))


def day_in_name(path: str) -> list[str]:
    """The days (ISO 8601) in a file's name: '2024-07-15', '20240715', '15 July 2024'; each once."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    found = [(year, month, day) for year, _, month, day in _IN_FIGURES.findall(name)]
    days = set()
    for parts in [*found, *_IN_WORDS.findall(name)]:
        try:
            days.add(date(*map(int, parts)) if parts[1].isdigit() else _from_words(*parts))
        except ValueError:  # 31 February
            continue
    return [day.isoformat() for day in sorted(days)]


def given_rows(published: PublishedTable) -> list[Given]:
    """The rows of what a caller gives, 'name' aside.

    ValueError for a table without the columns and for what is no day or no link; OSError for a CSV that cannot be read.
    """
    if isinstance(published, Mapping):
        return [Given(os.fspath(key), day_of(day)) for key, day in published.items()]
    if isinstance(published, (str, os.PathLike)):
        return _from_csv(path_of(published))
    if not hasattr(published, "columns"):
        raise TypeError("published takes a dict, a pandas or polars frame, the path of a CSV, or 'name'")
    return list(_from_rows([str(name) for name in published.columns], _rows_of(published), "the table of published"))


def _rows_of(frame: Any) -> Iterator[list[Any]]:
    """The rows of a pandas or polars frame."""
    if hasattr(frame, "itertuples"):
        return (list(row) for row in frame.itertuples(index=False, name=None))
    return (list(row) for row in frame.iter_rows())


def _from_csv(path: str) -> list[Given]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_FIELD))
        try:
            return list(_from_rows(next(rows, []), rows, path))
        except (UnicodeDecodeError, csv.Error) as error:
            raise ValueError(f"{path} is no CSV in UTF-8: {error}") from error


def _from_rows(names: list[str], rows: Iterable[list[Any]], what: str) -> Iterator[Given]:
    places = {re.sub(r"[\s-]+", "_", name.strip().casefold()): place for place, name in reversed([*enumerate(names)])}
    rows = list(rows)
    key = _column(places, [name for name in _KEYS if name != "report" or _holds_ids(places, rows)])
    day, link = _column(places, _DAYS), _column(places, _LINKS)
    if key is None or (day is None and link is None):
        wanted = f"one of {', '.join(_KEYS)} and one of {', '.join((*_DAYS, *_LINKS))}"
        raise ValueError(f"{what} needs {wanted}; its columns are {', '.join(map(repr, names)) or 'none'}")
    for number, row in enumerate(rows, 1):
        cells = [*row, *[None] * (len(names) - len(row))]
        which = cells[key]
        if _is_missing(which):
            continue
        try:
            yield Given(str(which).strip(), None if day is None else day_of(cells[day]), _link(link, cells))
        except ValueError as error:
            raise ValueError(f"{what}, row {number} ({which}): {error}") from error


def _column(places: Mapping[str, int], names: Iterable[str]) -> int | None:
    return next((places[name] for name in names if name in places), None)


def _holds_ids(places: Mapping[str, int], rows: list[list[Any]]) -> bool:
    """Whether the column `report` holds ids as our frames have them; elsewhere it may be a title."""
    place = places.get("report")
    return place is not None and all(_REPORT_ID.fullmatch(str(row[place])) for row in rows if len(row) > place)


def _link(place: int | None, cells: list[Any]) -> str | None:
    value = None if place is None else cells[place]
    if _is_missing(value):
        return None
    if not is_web_address(str(value).strip()):
        raise ValueError(f"{str(value)!r} is no web address: it begins with https:// or http://")
    return str(value).strip()
