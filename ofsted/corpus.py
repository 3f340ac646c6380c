"""Many reports at once: a sequence of them, and frames over all of them.

    corpus = ofsted.read("reports/")
    corpus.judgements()

`read()` is in `ofsted.reading.many_files`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, overload

from ofsted.model.grades import Framework
from ofsted.model.parts import Authority
from ofsted.report import Report
from ofsted.tables.frames import FRAMES, SECONDARY, Columns, build, listed

if TYPE_CHECKING:
    import pandas as pd

    from ofsted.comparing.in_force import Published
    from ofsted.comparing.summary import Summary
    from ofsted.finding.hit_frame import HitFrame
    from ofsted.finding.search import Index, Within
    from ofsted.register.authorities import Day
    from ofsted.showing.plots import Plots

__all__ = ["Corpus"]

PathLike = str | os.PathLike[str]
Row = tuple[str | None, ...]


class Corpus:
    """Reports that are looked at together: a sequence of `Report`, and frames over all of them.

    Behaves as a sequence: `len(corpus)`, `for report in corpus`, `corpus[0]`, `corpus[2:5]` (a Corpus), and
    `corpus["3f2a…"]` by report id (the column `report`) or by path (as read, or the end of it: a file's name).
    `corpus + corpus` joins two; a report that is in both is kept once, and noted in `duplicates()` where its path
    is another.
    Read-only: what derives from it makes a new one.

    Methods that return a frame raise ImportError without pandas. Their columns and dtypes are always the same; the
    data dictionary lists them.

    Examples:
        >>> import ofsted
        >>> corpus = ofsted.read("examples/ilacs-*.pdf")
        >>> corpus["ilacs-2024.pdf"]
        <Report ILACS Norbury Vale, 27 May 2024 to 7 June 2024, Good, 3 issues>
        >>> corpus.filter(where=lambda report: report.published is None)
        <Corpus of ... reports, ...>
    """

    __slots__ = ("_by_id", "_duplicates", "_errors", "_indexes", "_news", "_reports", "_tables")

    def __init__(
        self, reports: Iterable[Report] = (), *, errors: Iterable[Row] = (), duplicates: Iterable[Row] = ()
    ) -> None:
        """`errors` and `duplicates` are rows of the frames of these names."""
        self._by_id: dict[str, Report] = {}
        self._errors = list(dict.fromkeys(errors))
        noted = dict.fromkeys(duplicates)
        for report in reports:
            kept = self._by_id.setdefault(report.id, report)
            if kept.path != report.path:
                noted[(report.path, report.id, kept.path)] = None
        self._duplicates = list(noted)
        self._reports = list(self._by_id.values())
        self._tables: dict[str, Columns] | None = None
        self._news: dict[tuple[str, bool], Columns] = {}
        self._indexes: dict[tuple[str, bool], Index] = {}

    # ---- as a sequence ----

    def __len__(self) -> int:
        return len(self._reports)

    def __iter__(self) -> Iterator[Report]:
        return iter(self._reports)

    def __contains__(self, item: object) -> bool:
        return isinstance(item, Report) and item.id in self._by_id

    @overload
    def __getitem__(self, index: int | str) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> Corpus: ...
    def __getitem__(self, index: int | str | slice) -> Report | Corpus:
        if isinstance(index, slice):
            return Corpus(self._reports[index])
        return self._named(index) if isinstance(index, str) else self._reports[index]

    def _named(self, name: str) -> Report:
        """By id, by path, or by the end of a path."""
        if name in self._by_id:
            return self._by_id[name]
        end = "/" + name.replace("\\", "/").lstrip("/")
        found = [r for r in self._reports if r.path == name]
        found = found or [r for r in self._reports if ("/" + (r.path or "").replace("\\", "/")).endswith(end)]
        if len(found) == 1:
            return found[0]
        if found:
            there = ", ".join(str(r.path) for r in found[:5])
            raise KeyError(f"{len(found)} reports are called {name!r}: {there}; give more of the path, or the id")
        raise KeyError(f"no report has the id or the path {name!r}")

    def __add__(self, other: Corpus) -> Corpus:
        if not isinstance(other, Corpus):
            return NotImplemented
        return Corpus(
            [*self._reports, *other._reports],
            errors=self._errors + other._errors,
            duplicates=self._duplicates + other._duplicates,
        )

    def filter(
        self,
        framework: str | Iterable[str] | None = None,
        authority: str | Authority | Iterable[str | Authority] | None = None,
        where: Callable[[Report], bool] | None = None,
    ) -> Corpus:
        """The reports of these frameworks ('ilacs', …) and of these authorities, for which `where` is true.

        An authority is a name (case does not count), a URN, an LA code or a GSS code. ValueError for a framework
        that does not exist, and for an authority that is neither in a report nor in the register.
        """
        shared = self.table("reports")
        keep = [True] * len(self)
        if framework is not None:
            wanted = {Framework(f).value for f in _several(framework)}
            keep = [f in wanted for f in shared.column("framework")]
        if authority is not None:
            known = [_names(values) for values in _identities(shared)]
            names = self._authority_names(_several(authority), set().union(*known))
            keep = [k and bool(own & names) for k, own in zip(keep, known, strict=True)]
        chosen = [report for report, k in zip(self._reports, keep, strict=True) if k]
        return Corpus(chosen if where is None else [report for report in chosen if where(report)])

    def _authority_names(self, wanted: list[Any], known: set[str]) -> set[str]:
        """What was asked for, as it is compared. Misspelt names are told, for no reports would look like none."""
        names = set()
        for item in wanted:
            name = (item.urn or item.name or "") if isinstance(item, Authority) else str(item)
            folded = name.strip().casefold()
            if folded not in known and folded not in (register := _register()):
                from difflib import get_close_matches

                close = get_close_matches(folded, sorted(known | register), 3)
                hint = f"; did you mean {' or '.join(repr(c) for c in close)}?" if close else ""
                raise ValueError(f"no authority is called {name!r}{hint}")
            names.add(folded)
        return names

    # ---- frames: columns and dtypes in ofsted.tables.frames.FRAMES; ImportError without pandas ----

    def table(self, name: str, secondary: bool = False) -> Columns:
        """A frame's columns as plain lists, without pandas: `values["text"]` is a list of str or None.

        What polars and DuckDB take (Arrow PyCapsule interface; needs pyarrow). `name` is a key of
        `ofsted.tables.frames.FRAMES`. Built once for a corpus and then shared: not to be changed.
        """
        if name == "errors":
            return listed(name, self._errors)
        if name == "duplicates":
            return listed(name, self._duplicates)
        if name not in FRAMES:
            raise ValueError(f"no frame {name!r}; there are {', '.join(FRAMES)}")
        if self._tables is None:
            self._tables = build(self._reports)
        if name not in SECONDARY:
            return self._tables[name]
        if (name, secondary) not in self._news:
            self._news[name, secondary] = self._tables[name].of_news(secondary)
        return self._news[name, secondary]

    def reports(self) -> pd.DataFrame:
        """One row a report, news as well: title, lead_inspector, overall, … and counts of what is in it."""
        return self.table("reports").to_pandas()

    def judgements(self, secondary: bool = False) -> pd.DataFrame:
        """One row a judgement: key, theme, label, scope, grade, printed, source, page, scale, position.

        News (what a council or a paper wrote of an inspection) is left out; `secondary=True` gives that alone.
        """
        return self.table("judgements", secondary).to_pandas()

    def paragraphs(self, secondary: bool = False) -> pd.DataFrame:
        """One row a paragraph or list item: section, number, kind, text, page, last_page, position."""
        return self.table("paragraphs", secondary).to_pandas()

    def recommendations(self, secondary: bool = False) -> pd.DataFrame:
        """One row a recommendation: number, text, scope, timescale, heading, page, references, position."""
        return self.table("recommendations", secondary).to_pandas()

    def findings(self, secondary: bool = False) -> pd.DataFrame:
        """One row a listed finding: kind, text, page, position."""
        return self.table("findings", secondary).to_pandas()

    def issues(self) -> pd.DataFrame:
        """One row an issue, news as well: code, field, message, page, position."""
        return self.table("issues").to_pandas()

    def errors(self) -> pd.DataFrame:
        """One row a file that could not be read: path, error (the exception's name), message."""
        return self.table("errors").to_pandas()

    def duplicates(self) -> pd.DataFrame:
        """One row a file whose content was there already: path, report, kept (the path that was kept)."""
        return self.table("duplicates").to_pandas()

    # ---- files ----

    def to_parquet(self, folder: PathLike) -> list[str]:
        """One Parquet file a frame in `folder`; the paths written. Needs pyarrow."""
        from ofsted.tables.export import to_parquet

        return to_parquet(self, folder)

    def to_csv(self, folder: PathLike) -> list[str]:
        """One CSV file a frame in `folder`, UTF-8 with a mark so that Excel reads it; the paths written."""
        from ofsted.tables.export import to_csv

        return to_csv(self, folder)

    def to_excel(self, path: PathLike) -> str:
        """A workbook for people, one sheet a frame; its path. Needs openpyxl."""
        from ofsted.tables.export import to_excel

        return to_excel(self, path)

    def to_duckdb(self, path: PathLike) -> str:
        """One table a frame in a DuckDB database, replaced where it is there; its path. Needs duckdb and pyarrow."""
        from ofsted.tables.export import to_duckdb

        return to_duckdb(self, path)

    # ---- comparing, searching ----
    # Functions elsewhere that take the corpus first; a method here is one line that calls one, for example
    #     def search(self, pattern: str, …) -> pd.DataFrame:
    #         from ofsted.finding.search import search
    #         return search(self, pattern, …)
    # Whoever writes the function adds its method in this block.

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

        return search(
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
        )

    def _search_index(self, name: str, secondary: bool) -> Index:
        """A frame's texts, ready to be searched."""
        from ofsted.finding.search import Index

        if (name, secondary) not in self._indexes:
            self._indexes[name, secondary] = Index(self.table(name, secondary).column("text"))
        return self._indexes[name, secondary]

    @property
    def plot(self) -> Plots:
        """Pictures: `corpus.plot.timeline("Norfolk")`, `.heatmap()`, `.shares()`, `.transitions()`."""
        from ofsted.showing.plots import Plots

        return Plots(self)

    # ofsted.comparing.comparisons says what the parameters and the columns are; docs/comparing.md what stands on a day.

    def latest(
        self,
        as_of: Day | None = None,
        frameworks: str | Iterable[str] | None = None,
        align: bool = False,
        published: Published | None = None,
    ) -> pd.DataFrame:
        """The judgements that stood on a day (today), each authority's; columns as in `judgements()`."""
        from ofsted.comparing.comparisons import latest

        return latest(self, as_of, frameworks, align, published)

    def compare(
        self,
        authorities: Iterable[str] | str | None = None,
        themes: str | Iterable[str] | None = None,
        as_of: Day | None = None,
        align: bool = False,
        published: Published | None = None,
    ) -> pd.DataFrame:
        """One row an authority, one column a theme: the grades that stood on a day (today)."""
        from ofsted.comparing.comparisons import compare

        return compare(self, authorities, themes, as_of, align, published)

    def neighbours(
        self,
        authority: str,
        themes: str | Iterable[str] | None = None,
        as_of: Day | None = None,
        align: bool = False,
        published: Published | None = None,
    ) -> pd.DataFrame:
        """The authority (rank 0) and its statistical neighbours, nearest first; columns as in `compare()`."""
        from ofsted.comparing.comparisons import neighbours

        return neighbours(self, authority, themes, as_of, align, published)

    def history(
        self, authority: str, predecessors: bool = True, align: bool = False, published: Published | None = None
    ) -> pd.DataFrame:
        """Every judgement of an authority under every framework, oldest first, approximations marked."""
        from ofsted.comparing.comparisons import history

        return history(self, authority, predecessors, align, published)

    def changes(
        self, themes: str | Iterable[str] | None = None, align: bool = False, published: Published | None = None
    ) -> pd.DataFrame:
        """From grade, to grade and the years between, for each two inspections that followed one another, by theme."""
        from ofsted.comparing.comparisons import changes

        return changes(self, themes, align, published)

    def transitions(
        self, theme: str = "overall", align: bool = False, published: Published | None = None
    ) -> pd.DataFrame:
        """How often each grade (rows) was followed by each (columns) at the next inspection."""
        from ofsted.comparing.comparisons import transitions

        return transitions(self, theme, align, published)

    def inspections(
        self,
        framework: str | Iterable[str] | None = None,
        theme: str = "overall",
        align: bool = False,
        published: Published | None = None,
    ) -> pd.DataFrame:
        """One row an inspection: days to publication and since the last of its kind, the grade held when it began."""
        from ofsted.comparing.comparisons import inspections

        return inspections(self, framework, theme, align, published)

    def shares(
        self,
        by: str | None = None,
        as_of: Day | None = None,
        theme: str = "overall",
        align: bool = False,
        of: str = "statistical",
        over: str = "register",
        published: Published | None = None,
    ) -> pd.DataFrame:
        """How many authorities held which grade on a day; `by` is None, 'theme', 'region' or 'year'."""
        from ofsted.comparing.comparisons import shares

        return shares(self, by, as_of, theme, align, of, over, published)

    def regions(
        self,
        as_of: Day | None = None,
        theme: str = "overall",
        align: bool = False,
        of: str = "statistical",
        published: Published | None = None,
    ) -> pd.DataFrame:
        """One row a region (statistical, or `of="ofsted"`): authorities, judged, how many held each grade."""
        from ofsted.comparing.comparisons import regions

        return regions(self, as_of, theme, align, of, published)

    def summary(
        self, framework: str = "ilacs", as_of: Day | None = None, published: Published | None = None
    ) -> Summary:
        """One row an authority with its latest result under a framework; `to_excel()` and `to_html()` to share it."""
        from ofsted.comparing.summary import summary

        return summary(self, framework, as_of, published)

    # ---- as an object ----

    def coverage(self) -> list[tuple[str, int, int, int | None, int | None]]:
        """For each kind of document: framework, reports, authorities, first and last year of inspection or issue."""
        table = self.table("reports")
        rows: dict[str, tuple[list[str], set[str]]] = {}
        columns = (table.column(name) for name in ("framework", "authority", "end", "published"))
        for framework, authority, end, published in zip(*columns, strict=True):
            days, names = rows.setdefault(framework, ([], set()))
            days.append(end or published or "")
            names.update([authority] if authority else [])
        order = {f.value: place for place, f in enumerate(Framework)}
        covered = []
        for framework in sorted(rows, key=lambda f: order.get(f, len(order))):
            days, names = rows[framework]
            years = sorted(int(day[:4]) for day in days if day)
            covered.append((framework, len(days), len(names), *((years[0], years[-1]) if years else (None, None))))
        return covered

    def __repr__(self) -> str:
        if not self._reports and not self._errors:
            return "<Corpus, empty>"
        covered = self.coverage()
        authorities = len({name for name in self.table("reports").column("authority") if name})
        first = min((row[3] for row in covered if row[3]), default=None)
        last = max((row[4] for row in covered if row[4]), default=None)
        parts = [_count(len(self), "report"), _count(authorities, "authority", "authorities")]
        if first:
            parts.append(str(first) if first == last else f"{first}–{last}")
        parts.append(_count(len(self.table("issues")), "issue"))
        parts += [_count(len(self._errors), "error")] if self._errors else []
        return f"<Corpus of {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        from ofsted.showing.notebook import corpus_html

        return corpus_html(self)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _several(wanted: Any) -> list[Any]:
    return [wanted] if isinstance(wanted, (str, Authority)) else list(wanted)


def _identities(table: Columns) -> Iterator[tuple[str | None, ...]]:
    return zip(*(table.column(name) for name in ("authority", "urn", "la_code", "gss_code")), strict=True)


def _names(values: Iterable[str | None]) -> set[str]:
    return {value.casefold() for value in values if value}


def _register() -> set[str]:
    """Every name and code in the register."""
    import csv

    register = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "authorities.csv")
    with open(register, encoding="utf-8", newline="") as file:
        columns = ("urn", "la_code", "gss_code", "name", "ons_name")
        return {name for row in csv.DictReader(file) for name in _names(row[column] for column in columns)}
