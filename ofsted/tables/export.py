"""Files for other programs: Parquet, CSV, DuckDB.

Every frame of a corpus becomes a file or a table of the same name; where there is news, what it says is kept apart in
`news_judgements` and the like.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from typing import TextIO

from ofsted.model.extras import needed
from ofsted.model.paths import path_of, target_of, whole_file
from ofsted.tables.arrays import require_pyarrow
from ofsted.tables.columns import Columns, Tables
from ofsted.tables.frames import FRAMES, GRADE_ORDER, SECONDARY

__all__ = ["tables", "to_csv", "to_duckdb", "to_parquet", "write_csv"]

PathLike = str | os.PathLike[str]


def tables(corpus: Tables) -> Iterator[tuple[str, Columns]]:
    """Every frame by name, in the order of `FRAMES`; then those of news, where there is any."""
    for name in FRAMES:
        yield name, corpus.table(name)
    for name in SECONDARY:
        news = corpus.table(name, secondary=True)
        if len(news):
            yield f"news_{name}", news


def _folder(folder: PathLike) -> str:
    name = path_of(folder)
    if name.lower().endswith((".csv", ".parquet", ".xlsx")) and not os.path.isdir(name):
        raise ValueError(f"each frame becomes a file of its own: give a folder for them, not {name!r}")
    os.makedirs(name, exist_ok=True)
    return name


def to_parquet(corpus: Tables, folder: PathLike) -> list[str]:
    """One Parquet file a frame in `folder`; the paths written. ImportError without pyarrow."""
    require_pyarrow()
    from pyarrow import parquet

    written = []
    for name, table in tables(corpus):
        path = os.path.join(_folder(folder), f"{name}.parquet")
        with whole_file(path) as made:
            parquet.write_table(table.to_arrow(), made)
        written.append(path)
    return written


def to_csv(corpus: Tables, folder: PathLike) -> list[str]:
    """One CSV file a frame in `folder`; the paths written. Days are ISO 8601, what is unknown is empty."""
    written = []
    for name, table in tables(corpus):
        path = os.path.join(_folder(folder), f"{name}.csv")
        # The mark in front tells Excel that this is UTF-8; pandas and R take it, too.
        with whole_file(path) as made, open(made, "w", encoding="utf-8-sig", errors="replace", newline="") as file:
            write_csv(table, file)
        written.append(path)
    return written


def write_csv(table: Columns, file: TextIO, line_end: str = "\r\n") -> None:
    """The table as CSV: a header, then its rows."""
    writer = csv.writer(file, lineterminator=line_end)
    writer.writerow(table.kinds)
    writer.writerows(zip(*table.values.values(), strict=True))


def to_duckdb(corpus: Tables, path: PathLike) -> str:
    """One table a frame in the DuckDB database at `path`; its path.

    ImportError without duckdb and pyarrow; OSError for no place.
    Grades are of the type `grade`, worst to best: `where grade >= 'good'::grade`. A database that is there keeps its
    other tables; those of the same names are replaced, all or none.
    """
    duckdb = needed("duckdb", "DuckDB files need", "'ofsted[duckdb]'")
    require_pyarrow()
    name_of_file = target_of(path)
    connection = duckdb.connect(name_of_file)
    try:
        connection.begin()
        # An enumeration sorts by merit, but against plain text DuckDB compares it as text: a type with a name lets
        # people write `grade >= 'good'::grade`.
        connection.execute(f"create or replace type grade as enum {GRADE_ORDER}")
        for name, table in tables(corpus):
            connection.register("incoming", table.to_arrow())
            ranked = [f"{c}::grade as {c}" for c, kind in table.kinds.items() if kind == "grade"]  # names of our own
            columns = f"* replace ({', '.join(ranked)})" if ranked else "*"
            connection.execute(f"create or replace table {name} as select {columns} from incoming")  # noqa: S608
            connection.unregister("incoming")
        connection.commit()
    finally:
        connection.close()
    return name_of_file
