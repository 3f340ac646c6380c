"""Many reports at once: reading them in parallel, and the corpus that holds them.

    corpus = ofsted.read("reports/")
    corpus.judgements()
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any, Literal, overload

if TYPE_CHECKING:
    import pandas as pd

    from ofsted.frames import Columns
    from ofsted.report import Report

__all__ = ["Corpus", "read"]

PathLike = str | os.PathLike[str]


def read(
    paths: PathLike | Iterable[PathLike],
    workers: int | None = None,
    executor: Executor | None = None,
    progress: bool | Callable[[int, int], object] | None = None,
    on_error: Literal["collect", "raise"] = "collect",
    cache: PathLike | None = None,
) -> Corpus:
    """Read a folder, a glob, a file or a list of them (PDF, text, HTML) into a `Corpus`, in the order given."""
    raise NotImplementedError


class Corpus:
    """Reports that are looked at together: a sequence of `Report`, and frames over all of them.

    Behaves as a sequence: `len(corpus)`, `for report in corpus`, `corpus[0]`, `corpus[2:5]` (a Corpus), and
    `corpus["3f2a…"]` by report id (the column `report`) or by path (as read, or the end of it: a file's name).
    `corpus + corpus` joins two; a report that is in both is kept once and noted in `duplicates()`.
    Read-only: what derives from it makes a new one.
    """

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        raise NotImplementedError

    # ---- as a sequence ----

    def __len__(self) -> int:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Report]:
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int | str) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> Corpus: ...
    def __getitem__(self, index: int | str | slice) -> Report | Corpus:
        raise NotImplementedError

    def __add__(self, other: Corpus) -> Corpus:
        raise NotImplementedError

    def filter(
        self,
        framework: str | Iterable[str] | None = None,
        authority: str | Iterable[str] | None = None,
        where: Callable[[Report], bool] | None = None,
    ) -> Corpus:
        """The reports of these frameworks and of these authorities (name, URN, LA code or GSS code)."""
        raise NotImplementedError

    # ---- frames: columns and dtypes in ofsted.frames.FRAMES; ImportError without pandas ----
    # Every one begins with report, framework, authority, urn, region, start, end, published, path
    # and ends with la_code, gss_code, type.

    def table(self, name: str, secondary: bool = False) -> Columns:
        """A frame's columns as plain lists, without pandas: `values["text"]` is a list of str or None.

        What polars and DuckDB take (Arrow PyCapsule interface; needs pyarrow). `name` is a key of
        `ofsted.frames.FRAMES`. Built once for a corpus and then shared: not to be changed.
        """
        raise NotImplementedError

    def reports(self) -> pd.DataFrame:
        """One row a report: title, lead_inspector, overall, …, counts; news as well."""
        raise NotImplementedError

    def judgements(self, secondary: bool = False) -> pd.DataFrame:
        """One row a judgement: key, theme, label, scope, grade, printed, source, page, scale, position.

        News (what a council or a paper wrote of an inspection) is left out; `secondary=True` gives that alone.
        """
        raise NotImplementedError

    def paragraphs(self, secondary: bool = False) -> pd.DataFrame:
        """One row a paragraph or list item: section, number, kind, text, page, last_page, position."""
        raise NotImplementedError

    def recommendations(self, secondary: bool = False) -> pd.DataFrame:
        """One row a recommendation: number, text, scope, timescale, heading, page, references, position."""
        raise NotImplementedError

    def findings(self, secondary: bool = False) -> pd.DataFrame:
        """One row a listed finding: kind, text, page, position."""
        raise NotImplementedError

    def issues(self) -> pd.DataFrame:
        """One row an issue: code, field, message, page, position."""
        raise NotImplementedError

    def errors(self) -> pd.DataFrame:
        """One row a file that could not be read: path, error (the exception's name), message."""
        raise NotImplementedError

    def duplicates(self) -> pd.DataFrame:
        """One row a file whose content was there already: path, report, kept (the path that was kept)."""
        raise NotImplementedError

    # ---- files (export.py) ----

    def to_parquet(self, folder: PathLike) -> list[str]:
        """One Parquet file a frame in `folder`; the paths written. Needs pyarrow."""
        raise NotImplementedError

    def to_csv(self, folder: PathLike) -> list[str]:
        """One CSV a frame in `folder` (UTF-8 with a mark, so that Excel reads it); the paths written."""
        raise NotImplementedError

    def to_excel(self, path: PathLike) -> str:
        """A workbook, one sheet a frame, for people. Needs openpyxl."""
        raise NotImplementedError

    def to_duckdb(self, path: PathLike) -> str:
        """A DuckDB database, one table a frame. Needs duckdb and pyarrow."""
        raise NotImplementedError

    # ---- comparing, searching ----
    # Functions elsewhere that take the corpus first; a method here is one line that calls one, for example
    #     def search(self, pattern: str, …) -> pd.DataFrame:
    #         from ofsted.search import search
    #         return search(self, pattern, …)
    # Whoever writes the function adds its method in this block.
