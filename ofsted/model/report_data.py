"""What a report holds: its parts, built from what the core has read when they are first asked for."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from ofsted._core import BULKY
from ofsted.model.characters import visible
from ofsted.model.days import from_iso
from ofsted.model.grades import Framework, Grade
from ofsted.model.parts import (
    Authority,
    Doubtful,
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
    Progress,
    Recommendation,
    Section,
    Series,
    Source,
    StatementOfAction,
    Table,
    as_span,
    every_section,
    read_from,
)
from ofsted.model.readout import Readout, Tree
from ofsted.model.shown import PagePicture, TextExcerpt
from ofsted.model.words import count, short

__all__ = ["ReportData", "is_second_hand", "kind_of", "refuse_part_of_another", "web_link"]

T = TypeVar("T")


def is_second_hand(tree: Tree) -> bool:
    """The document is what others wrote of an inspection: news, or nothing in it shows that it is Ofsted's own."""
    return tree["framework"] == Framework.NEWS.value or any(i["code"] == "secondary_source" for i in tree["issues"])


def web_link(url: str | None, page: int | None = None) -> str | None:
    """An address, with the page; None where there is no address."""
    return f"{url}#page={page}" if url and page else url


def kind_of(report: ReportData) -> str:
    """The kind of document in words, and whether it is second-hand: 'ILACS', 'ILACS, second-hand'."""
    return f"{report.framework}, second-hand" if report.second_hand else str(report.framework)


class ReportData(ABC):
    """A report without what is done with it; `ofsted.Report` adds that."""

    __slots__ = ("__weakref__", "_built", "_readout", "_text", "_tree")

    def __init__(self, readout: Readout) -> None:
        self._readout = readout
        self._text: str | None = None
        self._tree: Tree | None = None
        self._built: dict[str, Any] = {}

    @property
    def readout(self) -> Readout:
        """What was read, before it is built into objects."""
        return self._readout

    # ---- as data ----

    def to_dict(self) -> Tree:
        """The whole report as a new tree of dicts, lists, str, int and None, ready for JSON.

        Every key of the schema is there; what is unknown is None or []. Dates are ISO 8601.
        """
        return self._readout.to_dict()

    def to_json(self, indent: int | None = None) -> str:
        """The report as JSON; `indent` as in `json.dumps`. Control, bidirectional and half characters are escaped."""
        return self._readout.to_json(indent)

    def _part(self, key: str) -> Any:
        """One entry of the tree that the parts are built from. Not to be changed by whoever asks."""
        if key in BULKY:  # built once, and then not needed again
            return self._readout.entry(key)
        if self._tree is None:
            self._tree = self._readout.head()
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
        return str(self._readout.full_source()["sha256"])[:12]

    @property
    def path(self) -> str | None:
        """The file it was read from, as it was given; None for bytes and for a str."""
        path: str | None = self._readout.source["path"]
        return path

    @property
    def url(self) -> str | None:
        """Where it is published, as `ofsted fetch` noted it or as it was given to `ofsted.read()`."""
        url: str | None = self._readout.origin.url or self._readout.source.get("url")
        return url

    def link(self, page: int | None = None) -> str | None:
        """Its address on the web, with the page where it is a PDF; None where the address is not known."""
        return web_link(self.url, page if self._readout.source["format"] == "pdf" else None)

    @property
    def text(self) -> str:
        """What spans address: the input itself, or a PDF's text with a form feed between pages."""
        if self._text is None:
            self._text = self._readout.core.text
        return self._text

    @property
    def framework(self) -> Framework:
        """The kind of document."""
        return self._once("framework", Framework)

    @property
    def second_hand(self) -> bool:
        """What others wrote of an inspection: news, or a page that repeats a judgement table."""
        return is_second_hand({"framework": self._part("framework"), "issues": self._part("issues")})

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
        return self._once(
            "inspection_periods", lambda part: [Period(from_iso(p["start"]), from_iso(p["end"])) for p in part]
        )

    @property
    def published(self) -> date | None:
        """The day of publication that the site or the caller gave, else the one printed; in a letter its date."""
        return self._once("published", from_iso)

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
        """Letters: what inspectors looked at; of a JTAI its theme."""
        return self._once("focus", _same)

    @property
    def theme(self) -> str | None:
        """Focused visits: which of the six themes of Ofsted's statistics the visit comes under, as a slug."""
        return self._once("theme", _same)

    @property
    def visit_number(self) -> int | None:
        """Monitoring visits: which one it is since the judgement that brought them about, from 1."""
        return self._once("visit_number", _same_number)

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
        return [p for section in every_section(self.sections) for p in section.paragraphs]

    @property
    def recommendations(self) -> Series[Recommendation]:
        """What the authority or area is told to improve. Looks up by the printed number, a str."""
        return self._once(
            "recommendations", lambda part: Series((read_from(self, Recommendation, r) for r in part), "number")
        )

    @property
    def findings(self) -> Findings:
        """Listed strengths and areas for development; false where nothing is listed."""
        return self._once("findings", self._findings)

    @property
    def statement_of_action(self) -> StatementOfAction | None:
        """Area SEND letters of 2016 to 2022: the written statement of action that is spoken of."""
        return self._once("statement_of_action", self._statement)

    @property
    def progress(self) -> Progress | None:
        """Area SEND revisits and monitoring inspections: what is said of all that they looked at."""
        return self._once("progress", lambda part: read_from(self, Progress, part) if part else None)

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
        return self._once("issues", lambda part: [_issue(i) for i in part])

    def evidence(self, item: Judgement | Section | Paragraph | Recommendation | Finding | Issue) -> str:
        """The characters that `item` was read from. ValueError if it has no span, or is of another report."""
        if item.span is None:
            raise ValueError(f"{item!r} has no span")
        refuse_part_of_another(self, item)
        return self.text[item.span[0] : item.span[1]]

    @abstractmethod
    def show(
        self,
        item: Judgement | Section | Paragraph | Recommendation | Finding | Issue,
        *,
        full: bool = False,
        scale: float = 2.0,
        file: str | os.PathLike[str] | bytes | None = None,
    ) -> PagePicture | TextExcerpt:
        """The place that `item` was read from, as `item.show()` gives it; for an issue as well."""

    @abstractmethod
    def doubts(self, item: Doubtful) -> str | None:
        """What to check about `item` before use, as `item.doubts`."""

    # ---- building the parts ----

    def _judgement(self, part: Tree) -> Judgement:
        return read_from(self, Judgement, {**part, "grade": _grade(part["grade"])})

    def _section(self, part: Tree, below: Series[Section]) -> Section:
        paragraphs = [read_from(self, Paragraph, p) for p in part["paragraphs"]]
        rest = {"grade": _grade(part["grade"]), "paragraphs": paragraphs, "sections": below}
        return read_from(self, Section, {**part, **rest})

    def _sections(self, parts: list[Tree]) -> Series[Section]:
        """The tree, without recursion: each list is filled after it has been handed out."""
        top: Series[Section] = Series(by="heading")
        waiting = [(parts, top)]
        while waiting:
            wanted, into = waiting.pop()
            for part in wanted:
                below: Series[Section] = Series(by="heading")
                list.append(into, self._section(part, below))  # a Series itself takes none
                waiting.append((part["sections"], below))
        return top

    def _findings(self, part: Tree) -> Findings:
        return Findings(**{kind: [read_from(self, Finding, f) for f in found] for kind, found in part.items()})

    def _statement(self, part: Tree | None) -> StatementOfAction | None:
        if part is None:
            return None
        days = {name: from_iso(part[name]) for name in ("issued", "declared_fit")}
        return read_from(self, StatementOfAction, {**part, **days})

    # ---- as an object ----

    def __repr__(self) -> str:
        days = f", {self.inspection_periods[-1]}" if self.inspection_periods else ""
        overall = self.judgements.all("overall_effectiveness")
        grade = f", {overall[0].grade}" if len(overall) == 1 and overall[0].grade else ""
        issues = f", {count(len(self.issues), 'issue')}" if self.issues else ""
        name = visible(short(self.authority.name or "unknown authority", 40))
        return f"<Report {kind_of(self)} {name}{days}{grade}{issues}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ReportData):
            return NotImplemented
        return self is other or (self.text == other.text and self.to_dict() == other.to_dict())

    def __hash__(self) -> int:
        return hash(self.id)


def refuse_part_of_another(report: ReportData, item: object) -> None:
    """ValueError for a part of a report of another text: its place is not one of this text."""
    owner = getattr(item, "_report", None)
    is_other = owner is not None and owner is not report and owner.text != report.text
    if is_other or (isinstance(item, Issue) and item not in report.issues):
        raise ValueError(f"{item!r} is of another report than {report!r}")


def _same(part: str | None) -> str | None:
    return part


def _same_number(part: int | None) -> int | None:
    return part


def _grade(part: str | None) -> Grade | None:
    return Grade(part) if part else None


def _previous_inspection(part: Tree) -> PreviousInspection:
    when = (part.get("year"), part.get("month"))  # what an older version kept has neither
    return PreviousInspection(from_iso(part["start"]), from_iso(part["end"]), part["framework"], part["title"], *when)


def _issue(part: Tree) -> Issue:
    return Issue(**{**part, "span": as_span(part["span"]), "about": tuple(part["about"])})


def _previous_judgement(part: Tree) -> PreviousJudgement:
    return PreviousJudgement(part["year"], part["label"], _grade(part["grade"]))
