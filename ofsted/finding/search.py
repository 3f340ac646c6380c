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
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from ofsted._core import Haystack
from ofsted.tables.frames import CODES, SHARED, Columns

if TYPE_CHECKING:
    from ofsted.corpus import Corpus
    from ofsted.finding.hit_frame import HitFrame
    from ofsted.model.parts import Finding, Paragraph, Recommendation
    from ofsted.report import Report
    from ofsted.showing.evidence import PagePicture, TextExcerpt


__all__ = ["MARKS", "SEARCH_COLUMNS", "Hit", "Hits", "PatternError", "search", "search_report"]

Span = tuple[int, int]
Marks = tuple[str, str]
Within = Literal["paragraphs", "recommendations", "findings"]

MARKS: Marks = ("**", "**")
WIDTH = 160  # characters of a snippet
TEXTS = ("paragraphs", "recommendations", "findings")
CASE, WORD, LITERAL = 1, 2, 4  # as in csrc/search.h

SEARCH_COLUMNS = {
    **SHARED,
    "section": "text",
    "number": "text",
    "kind": "label",
    "text": "text",
    "page": "count",
    "last_page": "count",
    "snippet": "text",
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
        if self.position is None:
            return f"the pattern {self.pattern!r}: {self.reason}"
        shown = "".join(c if c.isprintable() else " " for c in self.pattern)
        return f"{self.reason} at position {self.position} of the pattern\n    {shown}\n    {' ' * self.position}^"


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
            raise PatternError(pattern, "it is empty, so everything matches", 0)
        try:
            hits, spans = self._haystack.search(pattern.encode("utf-8", "surrogatepass"), options)
        except ValueError as error:
            reason, position = error.args
            raise PatternError(pattern, reason, position) from None
        except RuntimeError:
            reason = (
                "a text takes too many steps to match. Say more exactly what repeats: 'a{1,50}b' instead of '(a+)+b'"
            )
            raise PatternError(pattern, reason) from None
        return Matches(memoryview(hits).cast("I").tolist(), memoryview(spans).cast("I").tolist())


def snippet(text: str, spans: Sequence[Span], marks: Marks = MARKS, width: int = WIDTH) -> str:
    """About `width` characters around the first match, cut at spaces, every match in them between `marks`."""
    start, end = _window(text, spans[0], width)
    parts = ["…"] if start else []
    at = start
    for first, last in spans:
        if first >= end:
            break
        if first < last:
            last = min(last, end)
            parts += [text[at:first], marks[0], text[first:last], marks[1]]
            at = last
    parts.append(text[at:end])
    if end < len(text):
        parts.append("…")
    made = "".join(parts)
    return " ".join(made.split()) if "\n" in made or "\t" in made else made


def _window(text: str, first: Span, width: int) -> Span:
    """What of a text is shown: whole words around its first match, more after it than before."""
    if len(text) <= width:
        return 0, len(text)
    room = max(width - (first[1] - first[0]), 0)
    start = max(min(first[0] - room // 3, len(text) - width), 0)
    end = min(start + width, len(text))
    if start:
        space = text.find(" ", start, first[0])
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", min(first[1], end), end)
        end = space if space >= 0 else end
    return start, end


# ---- a corpus ----


def search(
    corpus: Corpus,
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
) -> HitFrame:
    """One row for each paragraph that matches, in the order of the corpus: a frame with `SEARCH_COLUMNS`.

    In a notebook the frame shows its snippets with the matches highlighted.

    Args:
        corpus: where to look.
        pattern: a PCRE2 pattern: `pathway plans?`; of several all must match: `["neglect", "threshold"]`.
        within: what is searched: 'paragraphs' (recommendations and findings stand among them, as items, wherever they
            are printed as such), 'recommendations', 'findings', or several of these. `kind` says where a row is from.
        framework: only reports of these, as for `Corpus.filter()`.
        authority: only reports of these, as for `Corpus.filter()`.
        case: upper and lower case differ.
        word: a match begins and ends where words do.
        literal: the pattern is plain text, in which no character has a meaning of its own.
        marks: what stands before and after each match in a snippet.
        width: characters of a snippet, about.
        secondary: search news (what a council or a paper wrote of an inspection) instead of what Ofsted wrote.

    `matches` counts the matches in a text; `position` is the number of the paragraph (recommendation, finding) in its
    report, from 0. PatternError (a ValueError) for a pattern that cannot be used; ValueError for other bad arguments;
    ImportError without pandas.
    """
    from ofsted.tables.frames import _pandas

    _pandas()  # say so before the work
    kept = _kept(corpus, framework, authority)
    frames = []
    for name in _within(within):
        found = corpus._search_index(name, secondary).find(pattern, case=case, word=word, literal=literal)
        frames.append(_rows(corpus.table(name, secondary), found, kept, marks, width))
    from ofsted.finding.hit_frame import HitFrame

    made = HitFrame(_joined(frames).to_pandas())
    made.attrs["marks"] = tuple(marks)
    return made


def _joined(tables: list[Columns]) -> Columns:
    """Several tables of one corpus, one below the other."""
    first = tables[0]
    own = {name: [value for table in tables for value in table._own[name]] for name in first._own}
    made = Columns(first.name, own, first._reports, [place for table in tables for place in table._index])
    made.kinds = SEARCH_COLUMNS
    return made


def _within(within: Any) -> list[str]:
    names = [within] if isinstance(within, str) else list(within)
    for name in names:
        if name not in TEXTS:
            raise ValueError(f"within is of {', '.join(map(repr, TEXTS))}, not {name!r}")
    if not names:
        raise ValueError("within names nothing to search")
    return list(dict.fromkeys(names))


def _kept(corpus: Corpus, framework: Any, authority: Any) -> set[str] | None:
    """Ids of the reports that are asked for; None: all."""
    if framework is None and authority is None:
        return None
    return {report.id for report in corpus.filter(framework=framework, authority=authority)}


def _rows(table: Columns, found: Matches, kept: set[str] | None, marks: Marks, width: int) -> Columns:
    """The table of those that match in one frame of the corpus."""
    name, texts = table.name, table.column("text")
    places: Sequence[int] = range(len(found))
    if kept is not None:
        ids = table.column("report")
        places = [place for place in places if ids[found.indexes[place]] in kept]
    rows = [found.indexes[place] for place in places]
    taken = {column: [values[row] for row in rows] for column, values in table._own.items()}
    blank: list[Any] = [None] * len(rows)
    numbers = taken.get("number", blank)
    own = {
        "section": taken.get("section") or taken.get("heading") or blank,
        "number": [None if number is None else str(number) for number in numbers],
        "kind": ["recommendation"] * len(rows) if name == "recommendations" else taken["kind"],
        "text": taken["text"],
        "page": taken["page"],
        "last_page": taken.get("last_page") or blank,
        "snippet": [snippet(texts[found.indexes[p]] or "", found.spans(p), marks, width) for p in places],
        "matches": [found.counts[place] for place in places],
        "position": taken["position"],
    }
    made = Columns(name, own, table._reports, [table._index[row] for row in rows])
    made.kinds = SEARCH_COLUMNS
    return made


# ---- one report ----


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph, recommendation or finding that matched; `spans` are code points of its text, 64 at most."""

    item: Paragraph | Recommendation | Finding
    section: str | None
    kind: str
    matches: int
    spans: list[Span] = field(repr=False)

    @property
    def page(self) -> int | None:
        """The page on which it begins."""
        return self.item.page

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return self.item.text

    def snippet(self, marks: Marks = MARKS, width: int = WIDTH) -> str:
        """About `width` characters around the first match, every match in them between `marks`."""
        return snippet(self.item.text, self.spans, marks, width)

    def show(self, **options: Any) -> PagePicture | TextExcerpt:
        """The place on its page; options as for `Paragraph.show()`."""
        return self.item.show(**options)

    def __str__(self) -> str:
        where = ", ".join(filter(None, [self.section, f"page {self.page}" if self.page else None]))
        return f"{where}: {self.snippet()}" if where else self.snippet()


class Hits(list[Hit]):
    """What was found in one report: a list of `Hit` that a notebook shows with its matches highlighted."""

    def _repr_html_(self) -> str:
        rows = [(h.section, str(getattr(h.item, "number", None) or ""), h.page, h.snippet()) for h in self]
        return found_html(["Section", "Number", "Page", "Found"], rows, MARKS)


def search_report(
    report: Report,
    pattern: str | Iterable[str],
    *,
    within: Within | Iterable[Within] = "paragraphs",
    case: bool = False,
    word: bool = False,
    literal: bool = False,
) -> Hits:
    """The paragraphs of one report that match, in reading order; parameters as for `search()`. Needs no pandas."""
    hits = Hits()
    for name in _within(within):
        items = _items(report, name)
        index = report._built.get(f"search {name}")
        if index is None:
            index = report._built[f"search {name}"] = Index([item.text for item, _, _ in items])
        found = index.find(pattern, case=case, word=word, literal=literal)
        for place, (number, count) in enumerate(zip(found.indexes, found.counts, strict=True)):
            item, section, kind = items[number]
            hits.append(Hit(item, section, kind, count, found.spans(place)))
    return hits


def _items(report: Report, name: str) -> list[tuple[Any, str | None, str]]:
    """What a report has to search: each with its section and kind."""
    if name == "recommendations":
        return [(advice, advice.heading, "recommendation") for advice in report.recommendations]
    if name == "findings":
        kinds = ("strengths", "meets_requirements", "areas_for_development", "priority_actions")
        return [(finding, None, kind) for kind in kinds for finding in getattr(report.findings, kind)]
    sections = (section for top in report.sections for section in top.walk())
    return [(p, section.heading, p.kind) for section in sections for p in section.paragraphs]


# ---- in a notebook ----


def found_html(names: Sequence[str], rows: Iterable[Sequence[Any]], marks: Marks, more: int = 0) -> str:
    """A table whose last column is snippets, the matches highlighted; every piece of text escaped."""
    cell = 'style="text-align:left;vertical-align:top;padding:0.2em 0.8em 0.2em 0"'
    head = "".join(f"<th {cell}>{escape(name)}</th>" for name in names)
    body = []
    for *facts, last in rows:
        cells = "".join(f"<td {cell}>{escape('' if fact is None else str(fact))}</td>" for fact in facts)
        body.append(f"<tr>{cells}<td {cell}>{highlighted(last or '', marks)}</td></tr>")
    if not body:
        return "<p>Nothing found.</p>"
    rest = f"<p>… and {more} more</p>" if more else ""
    table = f'<table style="border-collapse:collapse;color:inherit"><tr>{head}</tr>{"".join(body)}</table>'
    return f'<div class="ofsted-found">{table}{rest}</div>'


def highlighted(text: str, marks: Marks) -> str:
    """A snippet as HTML, what stands between `marks` marked."""
    opening, closing = marks
    if not opening or not closing:
        return escape(text)
    made = []
    rest = text
    while True:
        before, mark, rest = rest.partition(opening)
        made.append(escape(before))
        if not mark:
            return "".join(made)
        inside, mark, rest = rest.partition(closing)
        made.append(f'<mark style="background:#ffe27a;color:#1a1400">{escape(inside)}</mark>')
