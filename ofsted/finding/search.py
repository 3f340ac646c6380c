"""Finding every paragraph on a subject: a PCRE2 pattern over all paragraphs, recommendations or findings.

    corpus.search("pathway plan")
    corpus.search(r"caseloads? (are|is) too high", framework="ilacs")
    report.search("missing")

The texts are put into one buffer at the first search and stay there; a search then is one pass over it in C.
Case does not count unless it is asked for. Straight and curly quotation marks are the same, and so are the hyphens
and the en dash, and spaces of all kinds: "children's" finds "children’s".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ofsted._core import Haystack
from ofsted.finding.hits import MARKS, WIDTH, Hit, Hits, Marks, snippet
from ofsted.finding.selection import selected
from ofsted.model.errors import NotFoundError
from ofsted.model.parts import Span, every_section
from ofsted.model.report_data import ReportData
from ofsted.tables.arrays import require_pandas
from ofsted.tables.columns import Columns, Tables
from ofsted.tables.coverage import not_whole, not_whole_of, without_rows
from ofsted.tables.doubts import FIELDS, doubts_in
from ofsted.tables.frames import CLOSED, CODES, SHARED

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["SEARCH_COLUMNS", "Index", "PatternError", "Within", "search", "search_report"]

Within = Literal["paragraphs", "recommendations", "findings"]

CASE, WORD, LITERAL = 1, 2, 4  # as in csrc/search.h
_SHOWN = 100  # characters of a pattern, in a message, on each side of where it is wrong

SEARCH_COLUMNS = {
    **SHARED,
    "section": "text",
    "number": "text",
    "kind": "label",
    "text": "text",
    "page": "count",
    "last_page": "count",
    "snippet": "text",
    "doubts": "text",
    "matches": "count",
    "position": "count",
    **CODES,
}
"""Columns of `search()` and what they hold (see `ofsted.tables.frames`)."""


class PatternError(ValueError):
    """A pattern that PCRE2 cannot use.

    Attributes:
        pattern: as it was given.
        position: where the error was found, in characters from 0; None where the pattern takes too long.
        reason: what is wrong.
    """

    def __init__(self, pattern: str, reason: str, position: int | None = None) -> None:
        self.pattern = pattern
        self.reason = reason
        self.position = position
        super().__init__(pattern, reason, position)

    def __str__(self) -> str:
        if self.position is None or not self.pattern:
            shown = self.pattern if len(self.pattern) <= 2 * _SHOWN else f"{self.pattern[: 2 * _SHOWN]}…"
            return f"the pattern {shown!r}: {self.reason}"
        first = max(0, self.position - _SHOWN)
        before, after = self.pattern[first : self.position], self.pattern[self.position : self.position + _SHOWN]
        shown = "".join(c if c.isprintable() else " " for c in before + after)
        begin = "…" if first else ""
        end = "…" if self.position + _SHOWN < len(self.pattern) else ""
        mark = " " * len(begin + before)
        return f"{self.reason} at position {self.position} of the pattern\n    {begin}{shown}{end}\n    {mark}^"


class Matches:
    """Texts that matched: their numbers, how often each matched, and the spans of its first 64 matches."""

    __slots__ = ("_ends", "_first", "_kept", "counts", "indexes")

    def __init__(self, hits: list[int], ends: list[int]) -> None:
        """`hits` and `ends` as the core gives them: four and two numbers each."""
        self.indexes, self.counts, self._first, self._kept = hits[::4], hits[1::4], hits[2::4], hits[3::4]
        self._ends = ends

    def __len__(self) -> int:
        return len(self.indexes)

    def spans(self, place: int) -> list[Span]:
        """The spans of the text at `place` in `indexes`."""
        first, count = 2 * self._first[place], 2 * self._kept[place]
        ends = self._ends[first : first + count]
        return list(zip(ends[::2], ends[1::2], strict=True))


def matching_all(found: list[Matches]) -> Matches:
    """The texts that are in all of these, each with the spans of all in order."""
    if len(found) == 1:
        return found[0]
    places = [{index: place for place, index in enumerate(matches.indexes)} for matches in found]
    hits: list[int] = []
    ends: list[int] = []
    for index in found[0].indexes:
        if all(index in known for known in places):
            spans = {span for matches, known in zip(found, places, strict=True) for span in matches.spans(known[index])}
            count = sum(matches.counts[known[index]] for matches, known in zip(found, places, strict=True))
            joined: list[Span] = []
            for start, end in sorted(spans):
                if joined and start < joined[-1][1]:
                    joined[-1] = joined[-1][0], max(end, joined[-1][1])
                else:
                    joined.append((start, end))
            hits += (index, count, len(ends) // 2, len(joined))
            ends += (number for span in joined for number in span)
    return Matches(hits, ends)


class Index:
    """Texts as one buffer; finds the numbers of those that match."""

    __slots__ = ("_haystack", "_texts")

    def __init__(self, texts: Sequence[str | None]) -> None:
        self._texts = [text or "" for text in texts]
        self._haystack = Haystack(self._texts)

    def __reduce__(self) -> tuple[Any, ...]:
        return Index, (self._texts,)

    def find(
        self, patterns: str | Iterable[str], *, case: bool = False, word: bool = False, literal: bool = False
    ) -> Matches:
        """Those that match every pattern, in order. PatternError for a bad or too costly one."""
        options = (CASE if case else 0) | (WORD if word else 0) | (LITERAL if literal else 0)
        wanted = [patterns] if isinstance(patterns, str) else list(patterns)
        if not wanted:
            raise ValueError("there is no pattern to search for")
        return matching_all([self._find(pattern, options) for pattern in wanted])

    def _find(self, pattern: str, options: int) -> Matches:
        if not isinstance(pattern, str):
            raise TypeError(f"a pattern is a str, not {type(pattern).__name__}")
        if not pattern:
            raise PatternError(pattern, "it is empty, so everything would match", 0)
        try:
            hits, spans = self._haystack.search(pattern.encode("utf-8", "surrogatepass"), options)
        except ValueError as error:
            reason, position = error.args
            raise PatternError(pattern, reason, position) from None
        except RuntimeError as error:
            advice = "Say more exactly what repeats: 'a{1,50}b' instead of '(a+)+b'"
            raise PatternError(pattern, f"{error}. {advice}") from None
        return Matches(memoryview(hits).cast("I").tolist(), memoryview(spans).cast("I").tolist())


# ---- a corpus ----


def search(
    corpus: Tables,
    pattern: str | Iterable[str],
    *,
    within: Within | Iterable[Within] = "paragraphs",
    framework: str | Iterable[str] | None = None,
    authority: Any = None,
    case: bool = False,
    word: bool = False,
    literal: bool = False,
    marks: Marks = MARKS,
    width: int = WIDTH,
    secondary: bool = False,
    indexes: dict[tuple[str, bool], Index] | None = None,
) -> pd.DataFrame:
    """One row for each paragraph that matches, in the order of the corpus: a frame with `SEARCH_COLUMNS`.

    In a notebook the frame shows its snippets with the matches highlighted.

    Args:
        corpus: where to look.
        pattern: a PCRE2 pattern: `pathway plans?`; of several all must match: `["neglect", "threshold"]`.
        within: what is searched: 'paragraphs' (recommendations and findings are among them, as items, wherever they
            are printed as such), 'recommendations', 'findings', or several of these. `kind` says where a row is from.
        framework: only reports of these, as for `Corpus.filter()`.
        authority: only reports of these, as for `Corpus.filter()`.
        case: upper and lower case differ.
        word: a match begins and ends where words do.
        literal: the pattern is plain text, in which no character has a meaning of its own.
        marks: what comes before and after each match in a snippet.
        width: characters of a snippet, about.
        secondary: search news (what a council or a paper wrote of an inspection) instead of what Ofsted wrote.
        indexes: where the texts, made ready to be searched, are kept for the next search.

    `doubts` are what to check about that text, whose it is and of which day; `matches` counts the matches in it;
    `position` is the number of the paragraph (recommendation, finding) in its report, from 0. PatternError (a
    ValueError) for a pattern that cannot be used; ValueError for other bad arguments; ImportError without pandas.
    """
    require_pandas()  # say so before the work
    kept = selected(corpus, framework, authority)
    indexes = {} if indexes is None else indexes
    frames, names = [], _within(within)
    for name in names:
        table = corpus.table(name, secondary)
        if (name, secondary) not in indexes:
            indexes[name, secondary] = Index(table.column("text"))
        found = indexes[name, secondary].find(pattern, case=case, word=word, literal=literal)
        frames.append(_rows(table, found, kept, marks, width))
    made = frames[0].followed_by(frames[1:]).to_pandas()
    made.attrs["marks"] = tuple(marks)
    hit = set(made["report"])
    beside = {
        "left_out": without_rows(corpus, names, secondary, kept),
        "not_whole": [line for name in names for line in not_whole(corpus, name, hit, secondary, kept)],
    }
    made.attrs |= {name: lines for name, lines in beside.items() if lines}
    return made


def _within(within: Any) -> list[str]:
    names = [within] if isinstance(within, str) else list(within)
    for name in names:
        if name not in FIELDS:
            raise NotFoundError.unknown("frame to search within:", name, FIELDS)
    if not names:
        raise ValueError("within is empty: there is nothing to search")
    return list(dict.fromkeys(names))


def _rows(table: Columns, found: Matches, kept: set[str] | None, marks: Marks, width: int) -> Columns:
    """Those that match in one frame of the corpus; of these reports alone, where `kept` names some."""
    name, texts = table.name, table.column("text")
    places: Sequence[int] = range(len(found))
    if kept is not None:
        ids = table.column("report")
        places = [place for place in places if ids[found.indexes[place]] in kept]
    taken = table.take([found.indexes[place] for place in places])

    def column(*names: str) -> list[Any]:
        """The first of these columns that the frame has."""
        return next((taken.column(name) for name in names if name in taken.kinds), [None] * len(taken))

    own = {
        "section": column("section", "heading"),
        "number": [None if number is None else str(number) for number in column("number")],
        "kind": ["recommendation"] * len(taken) if name == "recommendations" else column("kind"),
        "text": column("text"),
        "page": column("page"),
        "last_page": column("last_page"),
        "snippet": [snippet(texts[found.indexes[p]] or "", found.spans(p), marks, width) for p in places],
        "doubts": column("doubts"),
        "matches": [found.counts[place] for place in places],
        "position": column("position"),
    }
    return taken.replaced(own, SEARCH_COLUMNS)


# ---- one report ----


def search_report(
    report: ReportData,
    pattern: str | Iterable[str],
    *,
    within: Within | Iterable[Within] = "paragraphs",
    case: bool = False,
    word: bool = False,
    literal: bool = False,
    indexes: dict[str, Index] | None = None,
) -> Hits:
    """The paragraphs of one report that match, in reading order; parameters as for `search()`. Needs no pandas."""
    hits = Hits()
    indexes = {} if indexes is None else indexes
    for name in _within(within):
        items = _items(report, name)
        if name not in indexes:
            indexes[name] = Index([item.text for item, _, _ in items])
        found = indexes[name].find(pattern, case=case, word=word, literal=literal)
        doubts = doubts_in(report, [item for item, _, _ in items], FIELDS[name]) if len(found) else []
        for place, (number, count) in enumerate(zip(found.indexes, found.counts, strict=True)):
            item, section, kind = items[number]
            hits.append(Hit(item, section, kind, count, found.spans(place), doubts[number]))
    hits.not_whole = None if hits else not_whole_of(report, _within(within))
    return hits


def _items(report: ReportData, name: str) -> list[tuple[Any, str | None, str]]:
    """What a report has to search: each with its section and kind."""
    if name == "recommendations":
        return [(advice, advice.heading, "recommendation") for advice in report.recommendations]
    if name == "findings":
        kinds = CLOSED["findings"]
        return [(finding, None, kind) for kind in kinds for finding in getattr(report.findings, kind)]
    sections = every_section(report.sections)
    return [(p, section.heading, p.kind) for section in sections for p in section.paragraphs]
