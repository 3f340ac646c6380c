"""Where reports were published, and when: what `ofsted fetch` noted beside them, and what a caller gives."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ofsted.model.readout import Origin, Readout, Tree, issue_of
from ofsted.model.words import count
from ofsted.reading.many_files import Failure
from ofsted.sources.files import PathLike, is_url
from ofsted.sources.manifest import MANIFEST, Entry, ManifestError, read_manifest
from ofsted.sources.published import Given, PublishedTable, day_in_name, given_rows
from ofsted.tables.naming import Names

__all__ = ["with_origins"]

Outcome = Readout | Failure
_MOST_NAMED = 3  # in a message


def with_origins(
    outcomes: Sequence[Outcome], paths: PathLike | Iterable[PathLike], given: PublishedTable | None
) -> list[Outcome]:
    """The same, each report with its link and its day of publication where these are known.

    What is given stands before what was noted. A damaged list and a file that is missing from a folder are Failures
    more. NotFoundError for a name that no file has, or several.
    """
    noted = _Noted(outcomes, paths)
    known = _given(outcomes, given)
    found: list[Outcome] = []
    for place, one in enumerate(outcomes):
        if isinstance(one, Failure):
            found.append(one)
            continue
        origin, issues = noted.of(one) if noted.by_file else (Origin(), ())
        if place in known or noted.by_file:
            one = replace(one, origin=known.get(place, Origin()) | origin, issues=(*one.issues, *issues))
        found.append(one)
    return [*found, *noted.failures]


def _hash(one: Readout) -> str:
    return str(one.full_source()["sha256"])


class _Noted:
    """The lists that lie beside the files, by hash and by file."""

    def __init__(self, outcomes: Sequence[Outcome], paths: PathLike | Iterable[PathLike]) -> None:
        self.failures: list[Failure] = []
        self.by_file: dict[str, Entry] = {}
        self.by_hash: dict[str, Entry] = {}
        whole = [os.path.normpath(path) for path in _folders(paths)]
        beside = [os.path.dirname(path) for path in _paths_of(outcomes) if not is_url(path)]
        for folder in dict.fromkeys([*whole, *beside]):
            self.add(folder)
        if not self.by_file:
            return
        there = {os.path.normpath(path) for path in _paths_of(outcomes)}
        hashes = {_hash(one) for one in outcomes if isinstance(one, Readout)}
        for path, entry in self.by_file.items():
            if os.path.dirname(path) in whole and path not in there and entry.sha256 not in hashes:
                reason = f"{MANIFEST} lists this file, and it is not there. Fetch again."
                self.failures.append(
                    Failure(path, FileNotFoundError.__name__, reason, FileNotFoundError(2, reason, path))
                )

    def add(self, folder: str) -> None:
        path = os.path.join(folder, MANIFEST)
        try:
            entries = read_manifest(path)
        except FileNotFoundError:
            return
        except (OSError, ManifestError) as error:
            self.failures.append(Failure.of(path, error))
            return
        for entry in entries:
            self.by_file[os.path.normpath(os.path.join(folder, entry.file))] = entry
            self.by_hash.setdefault(entry.sha256, entry)

    def of(self, one: Readout) -> tuple[Origin, tuple[Tree, ...]]:
        """What is noted of a file, by its content. A list that means another content says nothing of this one."""
        sha256, path = _hash(one), one.source["path"]
        own = self.by_file.get(os.path.normpath(path)) if path else None
        entry = own if own and own.sha256 == sha256 else self.by_hash.get(sha256)
        if entry is not None:
            listed = None if entry.also else (entry.urn, entry.authority)  # one on several says less
            return Origin(entry.url, entry.published, "site", listed), ()
        if own is None:
            return Origin(), ()
        message = f"The file is not the one that was fetched, so {MANIFEST} says nothing of its day and its link."
        return Origin(), (issue_of("other_file", "source", message, MANIFEST),)


def _folders(paths: PathLike | Iterable[PathLike]) -> Iterator[str]:
    """The folders that were asked for as a whole."""
    wanted = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    yield from (name for path in wanted if os.path.isdir(name := os.fsdecode(path)))


def _paths_of(outcomes: Iterable[Outcome]) -> Iterator[str]:
    for one in outcomes:
        path = one.path if isinstance(one, Failure) else one.source["path"]
        if path:
            yield path


# ---- what a caller gives ----


def _given(outcomes: Sequence[Outcome], given: PublishedTable | None) -> dict[int, Origin]:
    """By place, the origins that a caller gives. ValueError for two days or two links of one report."""
    if given is None:
        return {}
    if isinstance(given, str) and given == "name":
        return _from_names(outcomes)
    files = _Files(outcomes)
    found: dict[int, Origin] = {}
    for row in given_rows(given):
        for place in files.named(row.key):
            new = Origin(row.url, row.published, "table" if row.published else None)
            old = found.get(place, new)
            _refuse_two(old, new, row)
            found[place] = old | new
    return found


def _refuse_two(old: Origin, new: Origin, row: Given) -> None:
    for name, one, other in (("days", old.published, new.published), ("links", old.url, new.url)):
        if one and other and one != other:
            raise ValueError(f"published gives two {name} for one report, the second of them by {row.key!r}")


class _Files:
    """Files by all that may name them. Those of one content are one report, whichever of them is named."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        self.places: dict[str, list[int]] = {}
        self.ids: dict[str, str] = {}
        paths: dict[str, str] = {}
        for place, one in enumerate(outcomes):
            path = one.path if isinstance(one, Failure) else one.source["path"]
            sign = one.path if isinstance(one, Failure) else _hash(one)
            self.places.setdefault(sign, []).append(place)
            self.ids |= {} if isinstance(one, Failure) else {sign: sign, sign[:12]: sign}
            if path:
                paths[path] = sign
        self.names = Names(paths.items())

    def named(self, key: str) -> list[int]:
        """Where in the list the files of this name, path, id or hash are; NotFoundError where none is, or several."""
        return self.places[self.ids.get(key) or self.names[key]]


def _last(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _from_names(outcomes: Sequence[Outcome]) -> dict[int, Origin]:
    """The days in the files' names. Warns of files without one, and of those with several."""
    found: dict[int, Origin] = {}
    unclear = []
    for place, one in enumerate(outcomes):
        if isinstance(one, Readout):
            path = one.source["path"] or ""
            days = day_in_name(path)
            if len(days) == 1:
                found[place] = Origin(None, days[0], "name")
            else:
                unclear.append(_last(path))
    if unclear:
        some = ", ".join(unclear[:_MOST_NAMED]) + (" …" if len(unclear) > _MOST_NAMED else "")
        warnings.warn(f"{count(len(unclear), 'file')} without one day in the name: {some}", stacklevel=5)
    return found
