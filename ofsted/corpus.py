"""Many reports at once: a sequence of them, and frames over all of them.

    corpus = ofsted.read("reports/")
    corpus.judgements()

Each method here calls what does the work.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any, Literal, overload

from ofsted.model.errors import NotFoundError, ReadInterrupted
from ofsted.model.parts import Authority
from ofsted.model.paths import path_of, target_of
from ofsted.model.words import count
from ofsted.report import Report
from ofsted.sources.contents import PathLike, Reader
from ofsted.sources.files import listed_paths
from ofsted.tables.building import build, listed
from ofsted.tables.columns import Columns
from ofsted.tables.frames import FRAMES, SECONDARY
from ofsted.tables.naming import Names

if TYPE_CHECKING:
    import pandas as pd

    from ofsted.comparing.in_force import Published
    from ofsted.finding.search import Index, Within
    from ofsted.model.readout import Readout
    from ofsted.official.table import Outcome
    from ofsted.reading.many_files import Failure
    from ofsted.register.authorities import Day
    from ofsted.showing.hit_frame import HitFrame
    from ofsted.showing.plots import Plots
    from ofsted.sources.published import PublishedTable
    from ofsted.summary import Summary

__all__ = ["Corpus", "load", "outcomes", "read"]

Row = tuple[str | None, ...]


class Corpus:
    """Reports that are looked at together: a sequence of `Report`, and frames over all of them.

    Behaves as a sequence: `len(corpus)`, `for report in corpus`, `corpus[0]`, `corpus[2:5]` (a Corpus), and
    `corpus["3f2a…"]` by report id (the column `report`) or by path (as read, or the end of it: a file's name);
    `in` asks whether there is one.
    `corpus + corpus` joins two; a report that is in both is kept once, and noted in `duplicates()` where its path
    is another.
    Read-only: what derives from it makes a new one.

    Methods that return a frame raise ImportError without pandas. Their columns and dtypes are always the same; the
    data dictionary lists them.

    Examples:
        >>> import ofsted
        >>> corpus = ofsted.read("examples/ilacs-*.pdf")
        >>> corpus["ilacs-2024.pdf"]
        <Report ILACS Norbury Vale, 27 May 2024 to 7 June 2024, Good, 4 issues>
        >>> corpus.filter(where=lambda report: report.published is None)
        <Corpus of ... reports, ...>
    """

    __slots__ = ("_by_id", "_duplicates", "_errors", "_indexes", "_names", "_news", "_official", "_reports", "_tables")

    def __init__(
        self,
        reports: Iterable[Report] = (),
        *,
        errors: Iterable[Row] = (),
        duplicates: Iterable[Row] = (),
        official: Iterable[Outcome] = (),
    ) -> None:
        """`errors` and `duplicates` are rows of the frames of these names; `official` what `with_outcomes()` adds."""
        self._by_id: dict[str, Report] = {}
        self._errors = list(dict.fromkeys(errors))
        noted = dict.fromkeys(duplicates)
        for report in reports:
            if not isinstance(report, Report):
                kind = type(report).__name__
                raise TypeError(f"a corpus holds reports, not {kind}: ofsted.read() makes one of files")
            kept = self._by_id.setdefault(report.id, report)
            if kept.path != report.path:
                noted[(report.path, report.id, kept.path)] = None
        self._duplicates = list(noted)
        self._reports = list(self._by_id.values())
        self._official = {one.id: one for one in official}
        self._tables: dict[str, Columns] = {}
        self._news: dict[tuple[str, bool], Columns] = {}
        self._indexes: dict[tuple[str, bool], Index] = {}
        self._names: Names | None = None

    def __setstate__(self, state: tuple[None, dict[str, Any]]) -> None:
        """What was pickled before a corpus could hold inspections of Ofsted's own table has none."""
        for name, value in {"_official": {}, **state[1]}.items():
            setattr(self, name, value)
        tables = self._tables or {}  # once none or all of them
        if any(table.kinds.keys() < FRAMES[name].keys() for name, table in tables.items()):
            tables, self._news = {}, {}  # made anew from the reports: columns have come since
        self._tables = tables
        self._names = None

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        """Without what is told from the reports' paths."""
        return None, {name: getattr(self, name) for name in self.__slots__ if name != "_names"}

    # ---- as a sequence ----

    def __len__(self) -> int:
        return len(self._reports)

    def __bool__(self) -> bool:
        return bool(self._reports or self._official)

    def __iter__(self) -> Iterator[Report]:
        return iter(self._reports)

    def __contains__(self, item: object) -> bool:
        """Whether a report is here; of its id or its path, whether `corpus[…]` finds one by it."""
        if isinstance(item, Report):
            return item.id in self._by_id
        try:
            return isinstance(item, str | os.PathLike) and bool(self[item])
        except NotFoundError:
            return False

    @overload
    def __getitem__(self, index: int | PathLike) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> Corpus: ...
    def __getitem__(self, index: int | PathLike | slice) -> Report | Corpus:
        if isinstance(index, slice):
            return self._of(self._reports[index])
        if isinstance(index, str | os.PathLike):
            index = path_of(index)
            if index in self._by_id:
                return self._by_id[index]
            self._names = self._names or Names((report.path, report.id) for report in self._reports)
            return self._by_id[self._names[index]]
        return self._reports[index]

    def __add__(self, other: Corpus) -> Corpus:
        if not isinstance(other, Corpus):
            return NotImplemented
        return Corpus(
            [*self._reports, *other._reports],
            errors=self._errors + other._errors,
            duplicates=self._duplicates + other._duplicates,
            official=[*self._official.values(), *other._official.values()],
        )

    def _of(self, reports: Iterable[Report], official: Iterable[Outcome] = ()) -> Corpus:
        """Some of the reports, and every file that could not be read: nobody knows whose it is."""
        chosen = list(reports)
        ids = {report.id for report in chosen}
        duplicates = [row for row in self._duplicates if row[1] in ids]
        return Corpus(chosen, errors=self._errors, duplicates=duplicates, official=official)

    def filter(
        self,
        framework: str | Iterable[str] | None = None,
        authority: str | Authority | Iterable[str | Authority] | None = None,
        where: Callable[[Report], bool] | None = None,
        *,
        region: str | Iterable[str] | None = None,
        since: Day | None = None,
    ) -> Corpus:
        """The reports of these frameworks ('ILACS', …), authorities and regions, for which `where` is true.

        `region`: of the nine statistical ones. `since`: dated on this day or later, as for `since()`. Case does not
        count.

        Inspections that come from Ofsted's own table are chosen in the same way; with `where`, which asks reports,
        there are none.

        An authority is a name as `find_authority()` takes it, a URN, an LA code or a GSS code. NotFoundError (a
        ValueError) for a framework or a region that does not exist, and for an authority that is neither in a report
        nor in the register; a warning for one that no report here is on, and of `unmatched()` reports that may be on
        these authorities or in these regions. `errors()` stay: nobody knows whose they are.
        """
        from ofsted.finding.selection import selected

        ids = selected(self, framework, authority, region, since)
        chosen = [report for report in self._reports if ids is None or report.id in ids]
        if where is not None:
            return self._of(report for report in chosen if where(report))
        return self._of(chosen, official=[one for one in self._official.values() if ids is None or one.id in ids])

    def since(self, day: Day) -> Corpus:
        """The reports that are dated on this day or later: published then, else inspected, as `latest()` dates them.

        Warns of reports that have no day. ValueError for what is no day.
        """
        from ofsted.comparing.what_is_new import since

        ids = since(self, day)
        reports = (report for report in self._reports if report.id in ids)
        return self._of(reports, official=[one for one in self._official.values() if one.id in ids])

    # ---- frames: columns and dtypes in ofsted.tables.frames.FRAMES; ImportError without pandas ----

    def table(self, name: str, secondary: bool = False) -> Columns:
        """A frame's columns as plain lists, without pandas: `values["text"]` is a list of str or None.

        What polars and DuckDB take (Arrow PyCapsule interface; needs pyarrow). `name` is a key of
        `ofsted.tables.frames.FRAMES`. Built when it is first asked for, and then shared: not to be
        changed.
        """
        if name == "errors":
            return listed(name, self._errors)
        if name == "duplicates":
            return listed(name, self._duplicates)
        if name == "unmatched":
            from ofsted.comparing.unmatched import unmatched_rows

            return listed(name, unmatched_rows(self))
        if name not in FRAMES:
            raise NotFoundError.unknown("frame", name, FRAMES)
        if name not in self._tables:
            self._tables |= build(name, self._reports, list(self._official.values()), self._tables)
        if name not in SECONDARY:
            return self._tables[name]
        if (name, secondary) not in self._news:
            self._news[name, secondary] = self._tables[name].of_second_hand(secondary)
        return self._news[name, secondary]

    def _shown(self, name: str, secondary: bool = False) -> pd.DataFrame:
        from ofsted.showing.grade_frame import shown
        from ofsted.tables.coverage import without_rows

        of_files = name in ("errors", "duplicates")
        lacking = [] if of_files else without_rows(self, [name], secondary)
        return shown(self.table(name, secondary).to_pandas(), name, lacking)

    def reports(self) -> pd.DataFrame:
        """One row a report, second-hand ones as well: title, lead_inspector, overall, … and counts of what is in it."""
        return self._shown("reports")

    def judgements(self, secondary: bool = False) -> pd.DataFrame:
        """One row a judgement: key, theme, label, scope, grade, doubts, words and place on the page, scale and rank.

        What is second-hand (what a council or a paper wrote of an inspection) is left out; `secondary=True` gives that
        alone.
        """
        return self._shown("judgements", secondary)

    def paragraphs(self, secondary: bool = False) -> pd.DataFrame:
        """One row a paragraph or list item: section, number, kind, text, page, last_page, position."""
        return self._shown("paragraphs", secondary)

    def recommendations(self, secondary: bool = False) -> pd.DataFrame:
        """One row a recommendation: number, text, scope, timescale, heading, doubts, page, references, position."""
        return self._shown("recommendations", secondary)

    def findings(self, secondary: bool = False) -> pd.DataFrame:
        """One row a listed finding: kind, text, progress, statement_of_action, doubts, page, position."""
        return self._shown("findings", secondary)

    def issues(self) -> pd.DataFrame:
        """One row an issue, news as well: code, field, message, page, position."""
        return self._shown("issues")

    def errors(self) -> pd.DataFrame:
        """One row a file that could not be read: path, error (the exception's name), message."""
        return self._shown("errors")

    def duplicates(self) -> pd.DataFrame:
        """One row a file whose content was there already: path, report, kept (the path that was kept)."""
        return self._shown("duplicates")

    def unmatched(self) -> pd.DataFrame:
        """One row a report that is on no authority of the register, of no known kind, or with grades of no day.

        Columns: path, report, authority (as printed), framework, dated (the day from which it would count), nearest
        (names in the register, by ';'), why. Nothing second-hand. It may be the newest report of an authority:
        comparisons warn of it. Those on an authority that was not there on their day, and those that may as well be on
        another one, are among them.
        """
        return self._shown("unmatched")

    # ---- beside Ofsted's own table ----

    def with_outcomes(self) -> Corpus:
        """The same reports, and from Ofsted's own table every inspection and visit that none of them is about.

        For the comparisons: each such row of `reports()` and `judgements()` says in `release`, `sheet` and `row` where
        it comes from; those of reports have nothing there. Grades of a report are read from the report alone.
        """
        from ofsted.comparing.official import lacking

        own = Corpus(self._reports) if self._official else self  # rows that were added before are no reports
        return Corpus(self._reports, errors=self._errors, duplicates=self._duplicates, official=lacking(own))

    def check_official(self) -> pd.DataFrame:
        """Each inspection of Ofsted's own table beside these reports: the same, differs, no report, not in the table.

        `ofsted.comparing.official.check_official()` says what the columns are.
        """
        from ofsted.comparing.official import check_official
        from ofsted.comparing.unmatched import of_unknown_kind
        from ofsted.showing.grade_frame import shown
        from ofsted.tables.coverage import second_hand, unread

        lacking = of_unknown_kind(self) + second_hand(self) + unread(self)
        return shown(check_official(self, self._reports), "check", lacking)

    # ---- files ----

    def save(self, path: PathLike) -> str:
        """All of it in one file, which `ofsted.load()` opens without parsing; its path. Needs pyarrow."""
        from ofsted.reading.saved import Saved, save

        readouts = [report.readout for report in self._reports]
        name = target_of(path)
        save(Saved(readouts, self._errors, self._duplicates, list(self._official.values())), name)
        return name

    def to_parquet(self, folder: PathLike) -> list[str]:
        """One Parquet file a frame in `folder`; the paths written. Needs pyarrow."""
        from ofsted.tables.export import to_parquet

        return to_parquet(self, folder)

    def to_csv(self, folder: PathLike) -> list[str]:
        """One CSV file a frame in `folder`, UTF-8 with a mark so that Excel reads it; the paths written."""
        from ofsted.tables.export import to_csv

        return to_csv(self, folder)

    def to_excel(self, path: PathLike, progress: bool | Callable[[int, int], object] | None = None) -> str:
        """A workbook for people, one sheet a frame; its path. Needs openpyxl. `progress` as for `read()`, in rows."""
        from ofsted.reading.progress import Progress
        from ofsted.showing.workbook import require_openpyxl, to_excel
        from ofsted.tables.export import tables

        require_openpyxl()  # say so before the work
        path = target_of(path, ".xlsx")
        rows = sum(len(table) for _, table in tables(self))
        bar = Progress(rows, progress, "Writing the workbook", "row")
        try:
            return to_excel(self, path, bar.advance)
        finally:
            bar.close()

    def to_duckdb(self, path: PathLike) -> str:
        """One table a frame in a DuckDB database, replaced where it is there; its path. Needs duckdb and pyarrow."""
        from ofsted.tables.export import to_duckdb

        return to_duckdb(self, path)

    # ---- comparing, searching ----

    def search(
        self,
        pattern: str | Iterable[str],
        *,
        within: Within | Iterable[Within] = "paragraphs",
        framework: str | Iterable[str] | None = None,
        authority: str | Authority | Iterable[str | Authority] | None = None,
        case: bool = False,
        word: bool = False,
        literal: bool = False,
        marks: tuple[str, str] = ("**", "**"),
        width: int = 160,
        secondary: bool = False,
    ) -> HitFrame:
        """One row for each paragraph that matches a PCRE2 pattern (all, of several), its matches marked in a snippet.

        `ofsted.finding.search.search()` says what the parameters are. PatternError (a ValueError) for a bad pattern.
        """
        from ofsted.finding.search import search
        from ofsted.showing.hit_frame import found

        made = search(
            self,
            pattern,
            within=within,
            framework=framework,
            authority=authority,
            case=case,
            word=word,
            literal=literal,
            marks=marks,
            width=width,
            secondary=secondary,
            indexes=self._indexes,
        )
        return found(made)

    def chunks(self, size: int = 1200) -> pd.DataFrame:
        """One row a piece of text of at most `size` characters, for retrieval: with page, span, link and citation."""
        from ofsted.finding.chunks import chunks
        from ofsted.showing.grade_frame import shown
        from ofsted.tables.coverage import without_rows

        return shown(chunks(self, size), "chunks", without_rows(self, ["paragraphs"], None))

    @property
    def plot(self) -> Plots:
        """Pictures: `corpus.plot.map()`, `.timeline("Norfolk")`, `.heatmap()`, `.shares()`, `.transitions()`."""
        from ofsted.showing.plots import Plots

        return Plots(self)

    # The functions of ofsted.comparing say what the parameters and the columns are; docs/comparing.md what is in force.

    def latest(
        self,
        as_of: Day | None = None,
        frameworks: str | Iterable[str] | None = None,
        align: bool = False,
        published: Published | None = None,
    ) -> pd.DataFrame:
        """The judgements in force on a day (today), each authority's; columns as in `judgements()`."""
        from ofsted.comparing.on_a_day import latest
        from ofsted.showing.grade_frame import shown

        return shown(latest(self, as_of, frameworks, align, published), "judgements")

    def compare(
        self,
        authorities: Iterable[str] | str | None = None,
        themes: str | Iterable[str] | None = None,
        as_of: Day | None = None,
        align: bool = False,
        published: Published | None = None,
    ) -> pd.DataFrame:
        """One row an authority, one column a theme: the grades in force on a day (today)."""
        from ofsted.comparing.on_a_day import compare
        from ofsted.showing.grade_frame import shown

        return shown(compare(self, authorities, themes, as_of, align, published), "comparison")

    def neighbours(
        self,
        authority: str,
        themes: str | Iterable[str] | None = None,
        as_of: Day | None = None,
        align: bool = False,
        published: Published | None = None,
    ) -> pd.DataFrame:
        """The authority (rank 0) and its statistical neighbours, nearest first, each with how close it is."""
        from ofsted.comparing.on_a_day import neighbours
        from ofsted.showing.grade_frame import shown

        return shown(neighbours(self, authority, themes, as_of, align, published), "comparison")

    def history(
        self, authority: str, predecessors: bool = True, align: bool = False, published: Published | None = None
    ) -> pd.DataFrame:
        """Every judgement of an authority under every framework, oldest first, approximations marked."""
        from ofsted.comparing.over_time import history
        from ofsted.showing.grade_frame import shown

        return shown(history(self, authority, predecessors, align, published), "history")

    def events(self, authority: str, predecessors: bool = True, published: Published | None = None) -> pd.DataFrame:
        """Every inspection, visit and letter of an authority in order, graded or not, with its predecessors'."""
        from ofsted.comparing.events import events
        from ofsted.showing.grade_frame import shown

        return shown(events(self, authority, predecessors, published), "events")

    def changes(
        self, themes: str | Iterable[str] | None = None, align: bool = False, published: Published | None = None
    ) -> pd.DataFrame:
        """From grade, to grade and the years between, for each two inspections that followed one another, by theme."""
        from ofsted.comparing.over_time import changes
        from ofsted.showing.grade_frame import shown

        return shown(changes(self, themes, align, published), "changes")

    def transitions(
        self, theme: str = "overall", align: bool = False, published: Published | None = None
    ) -> pd.DataFrame:
        """How often each grade (rows) was followed by each (columns) at the next inspection."""
        from ofsted.comparing.over_time import transitions
        from ofsted.showing.grade_frame import shown

        return shown(transitions(self, theme, align, published), "matrix")

    def inspections(
        self,
        framework: str | Iterable[str] | None = None,
        theme: str = "overall",
        align: bool = False,
        published: Published | None = None,
    ) -> pd.DataFrame:
        """One row an inspection: days to publication and since the last of its kind, the grade held when it began."""
        from ofsted.comparing.over_time import inspections
        from ofsted.showing.grade_frame import shown

        return shown(inspections(self, framework, theme, align, published), "inspections")

    def shares(
        self,
        by: str | Iterable[str] | None = None,
        as_of: Day | None = None,
        theme: str = "overall",
        align: bool = False,
        of: str = "statistical",
        over: str = "register",
        published: Published | None = None,
    ) -> pd.DataFrame:
        """How many authorities held which grade on a day; `by`: None, 'theme', 'region', 'year' or a list of these."""
        from ofsted.comparing.shares import shares
        from ofsted.showing.grade_frame import shown

        return shown(shares(self, by, as_of, theme, align, of, over, published), "shares")

    def regions(
        self,
        as_of: Day | None = None,
        theme: str = "overall",
        align: bool = False,
        of: str = "statistical",
        published: Published | None = None,
    ) -> pd.DataFrame:
        """One row a region (statistical, or `of="ofsted"`): authorities, judged, how many held each grade."""
        from ofsted.comparing.shares import regions
        from ofsted.showing.grade_frame import shown

        return shown(regions(self, as_of, theme, align, of, published), "regions")

    def compare_with(self, older: Corpus, as_of: Day | None = None) -> pd.DataFrame:
        """What differs from an older corpus: reports that are new, changed or gone, grades in force that changed."""
        if not isinstance(older, Corpus):
            raise TypeError(f"compare_with() takes a corpus, such as ofsted.load(…) gives, not {type(older).__name__}")
        from ofsted.comparing.what_is_new import compare_with
        from ofsted.showing.grade_frame import shown

        return shown(compare_with(self, older, as_of), "differences")

    def summary(
        self, framework: str = "ilacs", as_of: Day | None = None, published: Published | None = None
    ) -> Summary:
        """One row an authority with its latest result under a framework; `to_excel()` and `to_html()` to share it."""
        from ofsted.summary import summary

        return summary(self, framework, as_of, published)

    # ---- as an object ----

    def coverage(self) -> list[tuple[str, int, int, int | None, int | None]]:
        """For each kind of document: framework, reports, authorities, first and last year of inspection or issue."""
        from ofsted.tables.coverage import coverage

        return coverage(self)

    def __repr__(self) -> str:
        if not self and not self._errors:
            return "<Corpus, empty>"
        covered = self.coverage()
        authorities = len({name for name in self.table("reports").column("authority") if name})
        first = min((row[3] for row in covered if row[3]), default=None)
        last = max((row[4] for row in covered if row[4]), default=None)
        parts = [count(len(self), "report")] if self._reports or not self._official else []
        parts += [f"{count(len(self._official), 'inspection')} of Ofsted's own table"] if self._official else []
        parts += [count(authorities, "authority", "authorities")]
        if first:
            parts.append(str(first) if first == last else f"{first}–{last}")
        parts += [count(len(self.table("issues")), "issue")] if self._reports else []
        parts += [count(len(self._errors), "error")] if self._errors else []
        return f"<Corpus of {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        from ofsted.showing.notebook import corpus_html

        return corpus_html(self)


def read(
    paths: PathLike | Iterable[PathLike],
    workers: int | None = None,
    executor: Executor | None = None,
    progress: bool | Callable[[int, int], object] | None = None,
    on_error: Literal["collect", "raise"] = "collect",
    cache: PathLike | None = None,
    published: PublishedTable | None = None,
    reader: Reader = "auto",
    timeout: float | None = None,
    memory: int | None = None,
) -> Corpus:
    """Read many reports (PDF, text, HTML) into a `Corpus`, in the order given.

    Args:
        paths: a folder (every .pdf, .txt, .html, .htm, .mhtml and .mht below it, links followed), a glob
            (`"reports/**/ilacs-*.pdf"`), a file, an fsspec URL (`"s3://bucket/reports/"`, where fsspec is installed)
            or a list of these.
        workers: threads to read with, and as many processes for the files that need PDFium, so that one which
            crashes it costs itself alone; web pages are read there, too, where `workers` is given. 1 reads in one
            thread of this process. Default: as many as there are processors, and processes only where the files are
            many. Processes need `if __name__ == "__main__":` in a script; files that need none do not.
        executor: any `concurrent.futures.Executor` instead of processes of our own, for example Dask's
            `client.get_executor()`. It is not shut down. Its workers must see the files, and the cache.
        progress: True and False show and hide a bar on standard error, None shows it in a terminal and a notebook;
            a function is called with (files done, files in all).
        on_error: "collect" makes a file that cannot be read a row of `Corpus.errors()`; "raise" raises its error.
        cache: a folder that keeps what was read. A file whose content is known there is not parsed again, unless
            the package has changed since. Where nothing can be written to it, a `RuntimeWarning` says so.
        published: days of publication, and links to the web, that the reports do not print: a dict of days by file
            or report id; a pandas or polars frame or the path of a CSV with a column `path` (or `file`, `report`,
            `sha256`) and `published` or `url`; or "name" for the days in the files' names ('… 15 July 2024.pdf').
            What `ofsted fetch` has noted in a folder (`ofsted.jsonl`) is read by itself.
        reader: who reads PDFs, as in `ofsted.parse()`.
        timeout: seconds that one file may take; one that takes longer is a `TimeLimitError` in `Corpus.errors()`.
            Every file is then read in a process, also with workers=1, and a script needs `if __name__ ==
            "__main__":`. Where several read, one that is too slow is tried a second time, alone.
        memory: bytes that a process may hold while it reads (128 MiB or more; Linux only); a file that needs more is
            a `MemoryLimitError`. Otherwise as `timeout`.

    Examples:
        >>> import ofsted
        >>> corpus = ofsted.read("examples/ilacs-*.pdf")
        >>> corpus
        <Corpus of 5 reports, 4 authorities, 2019–2026, ... issues>
        >>> corpus.judgements()[["key", "grade", "page"]].head(2)
                          key                 grade  page
        0   impact_of_leaders                  good     1
        1  help_and_protection  requires_improvement     1

    Files of the same content are kept once; `Corpus.duplicates()` names the others. A worker that dies costs the file
    it was reading (`WorkerDiedError` in `errors()`); the rest is read all the same.

    Ctrl-C ends it at once with a ReadInterrupted, a KeyboardInterrupt whose `corpus` holds what was read, with a row of
    `errors()` for each file that was not; the cache has it, too.

    A folder that may not be read, a link that leads nowhere, a damaged `ofsted.jsonl` and a report that it lists and
    that is gone are rows of `errors()`. Warns where nothing was found.

    Raises FileNotFoundError where `paths` is one path and nothing is there; ValueError for options out of range and
    for days and links that are none; NotFoundError (a ValueError) for a name in `published` that no file has;
    ImportError where a PDF needs pypdfium2 and the one installed cannot be used; with on_error="raise" an OfstedError
    or OSError.
    """
    from ofsted.reading.many_files import Failure, read_many
    from ofsted.reading.origins import with_origins

    paths = path_of(paths) if isinstance(paths, (str, os.PathLike)) else listed_paths(paths)
    try:
        outcomes = read_many(paths, workers, executor, progress, on_error, cache, reader, timeout, memory)
    except ReadInterrupted as interrupted:
        interrupted.corpus = _of(with_origins(interrupted.outcomes, paths, published))
        interrupted.outcomes = ()
        raise
    outcomes = with_origins(outcomes, paths, published)
    if on_error == "raise":
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                outcome.throw()
    return _of(outcomes)


def _of(outcomes: Sequence[Readout | Failure]) -> Corpus:
    """What was read as a corpus."""
    from ofsted.reading.many_files import Failure

    reports = [Report(outcome) for outcome in outcomes if not isinstance(outcome, Failure)]
    errors = [(o.path, o.error, o.message) for o in outcomes if isinstance(o, Failure)]
    return Corpus(reports, errors=errors)


def load(path: PathLike) -> Corpus:
    """A corpus that `Corpus.save()` has written: the same reports and frames, nothing parsed, no report needed.

    Pictures of pages still need the reports at their paths. Warns where another version has read the reports.

    SavedCorpusError (an OfstedError) for a damaged file, one of another kind, and one that another version has saved
    in another layout; OSError; ImportError without pyarrow (`ofsted[arrow]`).
    """
    from ofsted.reading.saved import load

    saved = load(path_of(path))
    reports = map(Report, saved.readouts)
    return Corpus(reports, errors=saved.errors, duplicates=saved.duplicates, official=saved.official)


def outcomes() -> Corpus:
    """Every judgement in Ofsted's published statistics from 2009 on, as a corpus without reports; no file is needed.

    SLAC, child protection, LAC, SIF and ILACS inspections of all authorities, and the focused and monitoring visits
    since March 2022 with their themes. It compares as any corpus does; there is no text in it. Each row of
    `judgements()` and `reports()` says in `release`, `sheet` and `row` where it comes from, and `inspection_type` what
    the inspection was ('standard', 'short', 're-inspection', …). On a day it counts as Ofsted's own figures do: from
    the inspection, unless `published="published"` is given. Contains public sector information of Ofsted's,
    licensed under the Open Government Licence v3.0.

    Examples:
        >>> import ofsted
        >>> country = ofsted.outcomes()
        >>> country
        <Corpus of 846 inspections of Ofsted's own table, 157 authorities, 2009–2025>
        >>> country.shares(as_of="2024-03-31")[["status", "count"]]
                         status  count
        0            inadequate     17
        1  requires_improvement     43
        2                  good     61
        3           outstanding     30
        4     not yet inspected      2
    """
    from ofsted.official.table import kept

    return Corpus(official=kept())
