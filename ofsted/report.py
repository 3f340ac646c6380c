"""The report: a handle on what the core has read, whose parts are built when they are first asked for."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ofsted.model.grades import Framework, Grade
from ofsted.model.parts import (
    Authority,
    Finding,
    Findings,
    Footnote,
    Issue,
    Judgement,
    Paragraph,
    Period,
    Person,
    PreviousInspection,
    PreviousJudgement,
    Recommendation,
    Section,
    Series,
    Source,
    Table,
    short,
)

if TYPE_CHECKING:
    import pandas as pd

    from ofsted.finding.search import Hits, Within
    from ofsted.showing.evidence import PagePicture, TextExcerpt

__all__ = ["Report"]

T = TypeVar("T")
Tree = dict[str, Any]


class Readout(Protocol):
    """What a report is read from: the core's `ParsedReport`, or bytes that hold the same (`ofsted.reading.cache`)."""

    @property
    def text(self) -> str:
        """What spans address."""

    def to_dict(self, source: Tree, /) -> Tree:
        """A new tree, with `source` as its last entry."""


class Report:
    """One document as it was read: judgements, sections, recommendations, dates, people, issues.

    Made by `ofsted.parse()` and `ofsted.parse_text()`. Its parts are read-only; two reports are equal when
    their text and everything read from it are. Pickles, so that worker processes can hand it over.
    """

    __slots__ = ("__weakref__", "_built", "_core", "_issues", "_source", "_text", "_tree")

    _core: Readout | None
    _text: str | None
    _tree: Tree | None

    def __init__(self, core: Readout, source: Tree, issues: tuple[Tree, ...] = ()) -> None:
        self._core = core
        self._source = source
        self._issues = issues
        self._text = self._tree = None
        self._built: dict[str, Any] = {}

    # ---- as data ----

    def to_dict(self) -> Tree:
        """The whole report as a new tree of dicts, lists, str, int and None, ready for JSON.

        Every key of the schema is there; what is unknown is None or []. Dates are ISO 8601.
        """
        if self._core is None:
            tree: Tree = json.loads(json.dumps(self._tree))
            return tree
        tree = self._core.to_dict(self._full_source())
        tree["issues"].extend(dict(issue) for issue in self._issues)
        return tree

    def to_json(self, indent: int | None = None) -> str:
        """The report as JSON; `indent` as in `json.dumps`."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_markdown(self) -> str:
        """The report as Markdown: facts, judgements, recommendations, findings, then the text under its headings."""
        from ofsted.tables.export import report_markdown

        return report_markdown(self)

    def to_frame(self) -> pd.DataFrame:
        """The judgements as a pandas frame, one row each; ImportError without pandas.

        Columns: report, framework, authority, urn, region, start, end, published, path, key, theme, label, scope,
        grade, printed, source, page, scale, position, la_code, gss_code, type. Columns and dtypes are the same when
        there is no judgement.
        """
        from ofsted.tables.frames import judgements

        return judgements([self])

    def _full_source(self) -> Tree:
        source = self._source
        if source["sha256"] is None:
            source["sha256"] = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        return source

    def _part(self, key: str) -> Any:
        """One entry of the tree that the parts are built from. Not to be changed by whoever asks."""
        if self._tree is None:
            self._tree = self.to_dict()
        return self._tree[key]

    def _once(self, name: str, build: Callable[[Any], T]) -> T:
        if name not in self._built:
            self._built[name] = build(self._part(name))
        made: T = self._built[name]
        return made

    # ---- what the document is ----

    @property
    def id(self) -> str:
        """The first 12 hexadecimal digits of the file's SHA-256: the column `report` of frames."""
        return str(self._full_source()["sha256"])[:12]

    @property
    def path(self) -> str | None:
        """The file it was read from, as it was given; None for bytes and for a str."""
        path: str | None = self._source["path"]
        return path

    @property
    def text(self) -> str:
        """What spans address: the input itself, or a PDF's text with a form feed between pages."""
        if self._text is None:
            self._text = self._core.text if self._core else ""
        return self._text

    @property
    def framework(self) -> Framework:
        """The kind of document."""
        return self._once("framework", Framework)

    @property
    def title(self) -> str | None:
        """The title as printed."""
        return self._once("title", _same)

    @property
    def reference(self) -> str | None:
        """The document's reference number as printed."""
        return self._once("reference", _same)

    @property
    def publisher(self) -> str | None:
        """Who published it, as printed."""
        return self._once("publisher", _same)

    @property
    def authority(self) -> Authority:
        """The local authority; its fields are None where they are not known."""
        return self._once("authority", lambda part: Authority(**part))

    @property
    def inspection_periods(self) -> list[Period]:
        """Every printed inspection period."""
        return self._once("inspection_periods", lambda part: [Period(_date(p["start"]), _date(p["end"])) for p in part])

    @property
    def published(self) -> date | None:
        """The publication date where one is printed; in a letter its date."""
        return self._once("published", _date)

    @property
    def lead_inspector(self) -> Person | None:
        """The lead inspector; in a letter, who signed it."""
        return self._once("lead_inspector", lambda part: Person(**part) if part else None)

    @property
    def inspectors(self) -> list[Person]:
        """The inspection team as printed."""
        return self._once("inspectors", lambda part: [Person(**p) for p in part])

    @property
    def addressee(self) -> str | None:
        """Letters: who it is addressed to."""
        return self._once("addressee", _same)

    @property
    def focus(self) -> str | None:
        """Letters: what inspectors looked at."""
        return self._once("focus", _same)

    @property
    def source(self) -> Source:
        """File, format, number of pages, hash."""
        return self._once("source", lambda part: Source(**part))

    # ---- what it says ----

    @property
    def judgements(self) -> Series[Judgement]:
        """The judgements in printed order; looks up by key: `judgements["overall_effectiveness"]`."""
        return self._once("judgements", lambda part: Series((self._judgement(j) for j in part), by="key"))

    @property
    def sections(self) -> Series[Section]:
        """The top sections; each holds its paragraphs and sections. Looks up by heading, at any depth."""
        return self._once("sections", self._sections)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Every paragraph of every section in reading order."""
        return [p for section in self._walk() for p in section.paragraphs]

    @property
    def recommendations(self) -> Series[Recommendation]:
        """What the authority or area is told to improve. Looks up by the printed number, a str."""
        return self._once(
            "recommendations", lambda part: Series((self._evident(Recommendation, r) for r in part), "number")
        )

    @property
    def findings(self) -> Findings:
        """Listed strengths and areas for development; false where nothing is listed."""
        return self._once("findings", self._findings)

    @property
    def tables(self) -> list[Table]:
        """Every table but the judgement table."""
        return self._once("tables", lambda part: [Table(**t) for t in part])

    @property
    def footnotes(self) -> Series[Footnote]:
        """The footnotes. Looks up by mark, a str."""
        return self._once("footnotes", lambda part: Series((Footnote(**n) for n in part), by="mark"))

    @property
    def previous_inspections(self) -> list[PreviousInspection]:
        """Earlier inspections that the text mentions."""
        return self._once("previous_inspections", lambda part: [_previous_inspection(p) for p in part])

    @property
    def previous_judgements(self) -> list[PreviousJudgement]:
        """Earlier grades that the text prints."""
        return self._once("previous_judgements", lambda part: [_previous_judgement(p) for p in part])

    @property
    def issues(self) -> list[Issue]:
        """What to doubt: conflicts, gaps, fallbacks. Read these before the numbers."""
        return self._once("issues", lambda part: [Issue(**{**i, "span": _span(i["span"])}) for i in part])

    def evidence(self, item: Judgement | Section | Paragraph | Recommendation | Finding | Issue) -> str:
        """The characters that `item` was read from. ValueError if it has no span."""
        if item.span is None:
            raise ValueError(f"{item!r} has no span")
        return self.text[item.span[0] : item.span[1]]

    def show(
        self,
        item: Judgement | Section | Paragraph | Recommendation | Finding | Issue,
        *,
        full: bool = False,
        scale: float = 2.0,
        file: str | os.PathLike[str] | bytes | None = None,
    ) -> PagePicture | TextExcerpt:
        """The place that `item` was read from, as `item.show()` gives it; for an issue as well."""
        from ofsted.showing.evidence import show

        return show(self, item, full=full, scale=scale, file=file)

    def search(
        self,
        pattern: str | Iterable[str],
        *,
        within: Within | Iterable[Within] = "paragraphs",
        case: bool = False,
        word: bool = False,
        literal: bool = False,
    ) -> Hits:
        """The paragraphs that match a PCRE2 pattern (all, of several), in reading order. Case counts if asked.

        `within`: 'paragraphs', 'recommendations', 'findings', or several. `word`: whole words only. `literal`: plain
        text instead of a pattern. PatternError (a ValueError) for a bad pattern.
        """
        from ofsted.finding.search import search_report

        return search_report(self, pattern, within=within, case=case, word=word, literal=literal)

    # ---- building the parts ----

    def _evident(self, kind: Callable[..., T], part: Tree) -> T:
        return kind(**{**part, "span": _span(part["span"]), "_report": self})

    def _judgement(self, part: Tree) -> Judgement:
        return self._evident(Judgement, {**part, "grade": _grade(part["grade"])})

    def _section(self, part: Tree, below: Series[Section]) -> Section:
        paragraphs = [self._evident(Paragraph, p) for p in part["paragraphs"]]
        rest = {"grade": _grade(part["grade"]), "paragraphs": paragraphs, "sections": below}
        return self._evident(Section, {**part, **rest})

    def _sections(self, parts: list[Tree]) -> Series[Section]:
        """The tree, without recursion: each list is filled after it has been handed out."""
        top: Series[Section] = Series(by="heading")
        waiting = [(parts, top)]
        while waiting:
            wanted, into = waiting.pop()
            for part in wanted:
                below: Series[Section] = Series(by="heading")
                into.append(self._section(part, below))
                waiting.append((part["sections"], below))
        return top

    def _findings(self, part: Tree) -> Findings:
        return Findings(**{kind: [self._evident(Finding, f) for f in found] for kind, found in part.items()})

    def _walk(self) -> Iterator[Section]:
        for section in self.sections:
            yield from section.walk()

    # ---- as an object ----

    def __repr__(self) -> str:
        days = f", {self.inspection_periods[-1]}" if self.inspection_periods else ""
        overall = self.judgements.all("overall_effectiveness")
        grade = f", {overall[0].grade}" if len(overall) == 1 and overall[0].grade else ""
        doubt = len(self.issues)
        issues = f", {doubt} issue{'' if doubt == 1 else 's'}" if doubt else ""
        return f"<Report {self.framework} {short(self.authority.name or 'unknown authority', 40)}{days}{grade}{issues}>"

    def _repr_html_(self) -> str:
        from ofsted.showing.notebook import report_html

        return report_html(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self is other or (self.text == other.text and self.to_dict() == other.to_dict())

    def __hash__(self) -> int:
        return hash(self.id)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self.to_dict(), self.text)


def _restore(tree: Tree, text: str) -> Report:
    """A report from what pickle kept of it."""
    report = Report.__new__(Report)
    report._core = None
    report._source = tree["source"]
    report._issues = ()
    report._text = text
    report._tree = tree
    report._built = {}
    return report


def _same(part: str | None) -> str | None:
    return part


def _date(part: str | None) -> date | None:
    return date.fromisoformat(part) if part else None


def _grade(part: str | None) -> Grade | None:
    return Grade(part) if part else None


def _span(part: list[int] | None) -> tuple[int, int] | None:
    return (part[0], part[1]) if part else None


def _previous_inspection(part: Tree) -> PreviousInspection:
    return PreviousInspection(_date(part["start"]), _date(part["end"]), part["framework"], part["title"])


def _previous_judgement(part: Tree) -> PreviousJudgement:
    return PreviousJudgement(part["year"], part["label"], _grade(part["grade"]))
