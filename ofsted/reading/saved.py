"""A corpus in one file, to be opened again without the reports and without parsing.

**Why Parquet.** One file with any name, compressed to a tenth, read by pyarrow on every system and, for its first
columns, by any tool; its format outlives versions. A DuckDB file would need DuckDB and pyarrow both, is bound to the
versions of DuckDB that read it, and is made for tables to be changed in place, which a saved corpus is not.

A row is a report: some facts for whoever looks into the file, and the packed report as the cache has it (JSON and text
with a checksum; nothing is unpickled). The file's notes say which layout it is, what read the reports, and a digest
over all of it.
"""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ofsted.model.characters import storable
from ofsted.model.errors import OfstedError
from ofsted.model.readout import Origin, Readout, Tree
from ofsted.model.words import count
from ofsted.official.table import Outcome, kept
from ofsted.reading.cache import PackedReport, pack, reader_key, unpack
from ofsted.sources.files import write_whole
from ofsted.sources.manifest import is_web_address
from ofsted.tables.arrays import require_pyarrow

__all__ = ["Saved", "SavedCorpusError", "load", "save"]

LAYOUT = 2
READS = (1, 2)  # layouts; 1 has its reports packed in another way
_NOTES = b"ofsted.corpus"
_BATCH = 256  # reports in a row group
_FACTS = ("report", "framework", "authority", "path", "url", "published", "published_from", "listed", "issues")
_DIGESTED = ("layout", "version", "reader", "reports", "errors", "duplicates", "official")
_SAYS = frozenset({"site", "table", "name"})

Row = tuple[str | None, ...]


class SavedCorpusError(OfstedError):
    """A file that is no saved corpus, is damaged, or was saved in another layout."""

    advice = "this is no saved corpus, or it is damaged. Read the reports again and save them anew."


@dataclass(frozen=True, slots=True)
class Saved:
    """What a file holds: the reports in order, the rows of the frames `errors` and `duplicates`, and what was added of
    Ofsted's own table, which the file names and the package holds.
    """

    readouts: list[Readout]
    errors: list[Row]
    duplicates: list[Row]
    official: list[Outcome]


class _Digest:
    """One number for everything that a file holds."""

    def __init__(self, notes: Mapping[str, Any]) -> None:
        self._hash = hashlib.sha256(json.dumps([notes[name] for name in _DIGESTED]).encode())

    def add(self, facts: Sequence[str | None], packed: bytes) -> None:
        head = json.dumps([*facts, len(packed)]).encode()
        self._hash.update(len(head).to_bytes(8, "little") + head + packed)

    def value(self) -> str:
        return self._hash.hexdigest()


# ---- saving ----


def save(saved: Saved, path: str) -> None:
    """Write the file, all of it or nothing. ImportError without pyarrow; OSError."""
    arrow = require_pyarrow()
    from pyarrow import parquet

    from ofsted import __version__

    rows = [_row(one) for one in saved.readouts]
    notes = {"layout": LAYOUT, "version": __version__, "reader": reader_key(), "reports": len(rows)}
    notes |= {"errors": saved.errors, "duplicates": saved.duplicates, "official": [one.id for one in saved.official]}
    digest = _Digest(notes)
    for *facts, packed in rows:
        digest.add(facts, packed)
    notes["digest"] = digest.value()
    kinds = [*((name, arrow.string()) for name in _FACTS), ("packed", arrow.large_binary())]
    schema = arrow.schema(kinds).with_metadata({_NOTES: json.dumps(notes)})
    sink = arrow.BufferOutputStream()
    with parquet.ParquetWriter(sink, schema, compression="zstd", write_page_checksum=True) as writer:
        for start in range(0, len(rows), _BATCH):
            columns = zip(*rows[start : start + _BATCH], strict=True)
            arrays = [arrow.array(values, kind) for values, (_, kind) in zip(columns, kinds, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
    write_whole(path, sink.getvalue())


def _row(one: Readout) -> tuple[Any, ...]:
    """The facts of a report, and the report. What stands beside packed bytes is not in them."""
    bare = replace(one, origin=Origin())
    tree = bare.to_dict()
    beside = one.issues if isinstance(one.core, PackedReport) else ()
    origin = one.origin
    facts = (
        tree["source"]["sha256"][:12],
        tree["framework"],
        tree["authority"]["name"],
        one.source["path"],
        origin.url,
        origin.published,
        origin.published_from,
        json.dumps(origin.listed) if origin.listed else None,
        json.dumps(beside) if beside else None,
    )
    return (*(None if fact is None else storable(fact) for fact in facts), pack(bare))


# ---- loading ----


def load(path: str) -> Saved:
    """What a file holds.

    SavedCorpusError for a file of another kind or layout and for a damaged one; OSError; ImportError without pyarrow.
    Warns where the reports were read by another version, which may read them differently.
    """
    arrow = require_pyarrow()
    from pyarrow import parquet

    with open(path, "rb") as file:  # so that a missing file is an OSError that names it
        file.read(1)
    try:
        with parquet.ParquetFile(path, page_checksum_verification=True) as file:
            notes = _notes(path, file)
            readouts = list(_readouts(path, file, notes))
    except (arrow.ArrowException, OSError, ValueError, KeyError, TypeError, RecursionError, MemoryError) as error:
        raise SavedCorpusError(path) from error
    if notes["reader"] != reader_key():
        what = f"{path} was read by ofsted {notes['version']} in another state than this one"
        warnings.warn(f"{what}; what it holds is as it was read then", stacklevel=3)
    return Saved(readouts, _rows(notes["errors"]), _rows(notes["duplicates"]), _official(path, notes["official"]))


def _official(path: str, ids: Sequence[str]) -> list[Outcome]:
    """The inspections of Ofsted's own table that the file names. Warns of those that it no longer has."""
    there = {one.id: one for one in kept()} if ids else {}
    lost = [one for one in ids if one not in there]
    if lost:
        what = f"{path} names {count(len(lost), 'inspection')} of Ofsted's own table that this version does not have"
        warnings.warn(f"{what}, the first: {lost[0]}; with_outcomes() adds those that it has", stacklevel=4)
    return [there[one] for one in ids if one in there]


def _notes(path: str, file: Any) -> dict[str, Any]:
    """The file's notes; SavedCorpusError where it has none, or those of another layout."""
    held = (file.metadata.metadata or {}).get(_NOTES)
    if held is None:
        raise SavedCorpusError(path, "this is no corpus that was saved by ofsted. Corpus.save() makes one.")
    notes: dict[str, Any] = json.loads(held)
    if notes["layout"] not in READS:
        what = f"this corpus was saved by ofsted {notes['version']} in layout {notes['layout']}"
        raise SavedCorpusError(path, f"{what}, and this version reads layout {LAYOUT}. Read the reports again.")
    return notes


def _readouts(path: str, file: Any, notes: dict[str, Any]) -> Iterator[Readout]:
    """The reports; ValueError where anything is not as it was saved."""
    digest = _Digest(notes)
    for batch in file.iter_batches(_BATCH, columns=[*_FACTS, "packed"]):
        for row in zip(*(batch.column(name).to_pylist() for name in (*_FACTS, "packed")), strict=True):
            *facts, packed = row
            digest.add(facts, packed)
            yield _readout(dict(zip(_FACTS, facts, strict=True)), packed)
    if digest.value() != notes["digest"]:
        raise ValueError("the digest differs")


def _readout(facts: dict[str, str | None], packed: bytes) -> Readout:
    listed = json.loads(facts["listed"] or "null")
    origin = Origin(facts["url"], facts["published"], facts["published_from"], tuple(listed) if listed else None)
    if origin.url is not None and not is_web_address(origin.url):
        raise ValueError("no web address")
    if origin.published is not None:
        date.fromisoformat(origin.published)
        if origin.published_from not in _SAYS:
            raise ValueError("nobody says so")
    beside: list[Tree] = json.loads(facts["issues"] or "[]")
    return replace(unpack(packed, facts["path"]), origin=origin, issues=tuple(beside))


def _rows(held: Iterable[Sequence[str | None]]) -> list[Row]:
    return [tuple(row) for row in held]
