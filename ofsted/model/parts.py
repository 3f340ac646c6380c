"""The parts of a report as dataclasses: what `Report.to_dict()` holds, with dates and enumerations as objects.

Pages count from 1 and are None where a text has no page marks. A span is (start, end) in code points of
`report.text`, so that `report.text[start:end]`, or `.evidence` for short, is what a value was read from.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, NoReturn, Protocol, SupportsIndex, TypeVar, overload

from ofsted.model.characters import visible
from ofsted.model.errors import NotFoundError
from ofsted.model.grades import Framework, Grade
from ofsted.model.shown import PagePicture, TextExcerpt, restore_fields
from ofsted.model.words import count, day_in_words, on_page, short, without_references

__all__ = [
    "Authority",
    "Finding",
    "Findings",
    "Footnote",
    "Framework",
    "Grade",
    "Issue",
    "Judgement",
    "Paragraph",
    "Period",
    "Person",
    "PreviousInspection",
    "PreviousJudgement",
    "Progress",
    "Recommendation",
    "Section",
    "Series",
    "Source",
    "StatementOfAction",
    "Table",
]

T = TypeVar("T")
D = TypeVar("D")
Span = tuple[int, int]


class Owner(Protocol):
    """The report that a part was read from."""

    @property
    def text(self) -> str:
        """What spans address."""

    def link(self, page: int | None = None) -> str | None:
        """Its address on the web, with the page."""

    def show(
        self, item: Any, *, full: bool = False, scale: float = 2.0, file: str | os.PathLike[str] | bytes | None = None
    ) -> PagePicture | TextExcerpt:
        """The place of `item`."""

    def doubts(self, item: Any) -> str | None:
        """What to check about `item`."""


def _refuse(items: list[Any], *args: Any, **options: Any) -> NoReturn:
    """What would change the order that frames go by (`position`), and doubts."""
    raise TypeError("a report is read-only: sorted(…) and list(…) make a list of your own, which may be changed")


class Series(list[T], Generic[T]):
    """A list that also looks up by key: `report.judgements["overall_effectiveness"]`. Read-only, as the report is.

    The key is an attribute of the items: of judgements `key`, of sections `heading`, of recommendations
    `number`, of footnotes `mark`. Case does not count. Of sections those further down are found too.
    A key that no item has, or several have, raises NotFoundError (a KeyError); `all()` gives all that have it.

    Examples:
        >>> import ofsted
        >>> report = ofsted.parse("examples/ilacs-2024.pdf")
        >>> report.judgements["in_care"], report.judgements[0].key
        (<Judgement in_care: Outstanding, page 1, in doubt>, 'impact_of_leaders')
        >>> report.judgements.get("lscb_effectiveness", "not judged")
        'not judged'
    """

    __slots__ = ("_by",)

    def __init__(self, items: Iterable[T] = (), by: str = "key") -> None:
        super().__init__(items)
        self._by = by

    append = extend = insert = pop = remove = clear = sort = reverse = _refuse
    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse

    def all(self, key: str) -> list[T]:
        """Every item that has this key, in reading order."""
        wanted = key.casefold()
        return [item for item in self._within() if (getattr(item, self._by) or "").casefold() == wanted]

    @overload
    def get(self, key: str) -> T | None: ...

    @overload
    def get(self, key: str, default: D) -> T | D: ...

    def get(self, key: str, default: Any = None) -> T | Any:
        """The item that has this key, else `default`. NotFoundError (a KeyError) if several have it."""
        found = self.all(key)
        if len(found) > 1:
            raise NotFoundError(f"{len(found)} items have the {self._by} {key!r}; all({key!r}) gives them")
        return found[0] if found else default

    def keys(self) -> list[str]:
        """The keys that are there, in reading order, each once."""
        return list(dict.fromkeys(k for item in self._within() if (k := getattr(item, self._by)) is not None))

    def _within(self) -> Iterator[T]:
        """The items, each followed by those below it."""
        for item in self:
            walk = getattr(item, "walk", None)
            yield from walk() if walk else (item,)

    @overload
    def __getitem__(self, index: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    @overload
    def __getitem__(self, index: str) -> T: ...
    def __getitem__(self, index: SupportsIndex | slice | str) -> T | list[T]:
        if not isinstance(index, str):
            return super().__getitem__(index)
        found: T | None = self.get(index)
        if found is None:
            raise NotFoundError.unknown(f"item with the {self._by}", index, self.keys())
        return found

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return type(self), (list(self), self._by)


@dataclass(frozen=True, slots=True, repr=False)
class _Evident:
    """What was read from a place in the text."""

    page: int | None
    span: Span
    _report: Owner | None = field(default=None, compare=False, kw_only=True)

    @property
    def evidence(self) -> str:
        """The characters this was read from, as they are in `report.text`. ValueError without a report."""
        if self._report is None:
            raise ValueError("this object belongs to no report")
        return self._report.text[self.span[0] : self.span[1]]

    @property
    def url(self) -> str | None:
        """The page it was read from on the web; None where the report's address is not known."""
        return None if self._report is None else self._report.link(self.page)

    def show(
        self, *, full: bool = False, scale: float = 2.0, file: str | os.PathLike[str] | bytes | None = None
    ) -> PagePicture | TextExcerpt:
        """The place this was read from: the page with it marked (needs Pillow), or the lines of a text.

        A crop unless `full`; `scale` is pixels a point; `file` the PDF where it has moved, or was given as bytes.
        """
        if self._report is None:
            raise ValueError("this object belongs to no report")
        return self._report.show(self, full=full, scale=scale, file=file)


class Doubtful:
    """What issues of a report may be about, beside others of its kind."""

    __slots__ = ()
    _report: Owner | None

    @property
    def doubts(self) -> str | None:
        """What to check about this before use, each doubt with its page, as in the frames; None for nothing."""
        return None if self._report is None else self._report.doubts(self)

    def _where(self, page: int | None) -> str:
        """The end of its repr: the page, and whether there is a doubt."""
        return on_page(page) + (", in doubt" if self.doubts else "")


def read_from(report: Owner, kind: Callable[..., T], part: dict[str, Any]) -> T:
    """A part of `report` from its entry in the tree, with what the caller has built of it already."""
    return kind(**{**part, "span": as_span(part["span"])}, _report=report)


def as_span(part: list[int] | None) -> Span | None:
    """A span from its entry in the tree."""
    return (part[0], part[1]) if part else None


def every_section(sections: Iterable[Section]) -> Iterator[Section]:
    """These sections and all below them, in reading order."""
    for section in sections:
        yield from section.walk()


@dataclass(frozen=True, slots=True)
class Authority:
    """A local authority: as in the register where it matched, else the name as printed and nothing more.

    Attributes:
        name: as in the register, else as printed; None where none is printed.
        urn: Ofsted's number.
        la_code: the Department for Education's three digits.
        gss_code: the ONS code.
        region: one of the nine statistical regions.
    """

    name: str | None
    urn: str | None = None
    la_code: str | None = None
    gss_code: str | None = None
    region: str | None = None

    def __str__(self) -> str:
        return self.name or "unknown authority"


@dataclass(frozen=True, slots=True, repr=False)
class Period:
    """Days from `start` to `end`, both included; a single day has them equal.

    Attributes:
        start: the first day; None where it is not known.
        end: the last day; None where it is not known.
    """

    start: date | None
    end: date | None

    def __str__(self) -> str:
        if self.start is None or self.end is None or self.start == self.end:
            one = self.start or self.end
            return day_in_words(one) if one else "unknown"
        return f"{day_in_words(self.start)} to {day_in_words(self.end)}"

    def __repr__(self) -> str:
        return f"<Period {self}>"


@dataclass(frozen=True, slots=True)
class Person:
    """An inspector or whoever signed, with the role that is printed.

    Attributes:
        name: as printed, without HMI and the like.
        role: as printed, or None.
    """

    name: str | None
    role: str | None = None

    def __str__(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name or "unknown"


@dataclass(frozen=True, slots=True, repr=False)
class Judgement(_Evident, Doubtful):
    """One judgement: `grade` is the value, `printed` the words on the page, `source` where it was read.

    Attributes:
        key: one slug for each judgement of a framework, such as 'overall_effectiveness'; None where the label is none
            that the framework has, which the issue `unknown_judgement` names.
        theme: 'overall', 'help_and_protection', 'care', 'care_leavers', 'leadership', 'adoption' or 'lscb', which tie
            the frameworks together; else None.
        label: the judgement's name as printed.
        grade: None where none is printed or it could not be read; an issue says so then.
        printed: the grade's words on the page.
        scope: whose judgement it is, where one report judges several services.
        source: 'table', 'heading' or 'sentence'.
        page: the page on which it begins, from 1; None where a text has no page marks.
        span: (start, end) in code points of `report.text`.
    """

    key: str | None
    theme: str | None
    label: str
    grade: Grade | None
    printed: str | None
    scope: str | None
    source: str

    def __repr__(self) -> str:
        scope = f" ({short(self.scope, 30)})" if self.scope else ""
        grade = self.grade or "no grade"
        return visible(f"<Judgement {self.key or short(self.label, 30)}{scope}: {grade}{self._where(self.page)}>")


@dataclass(frozen=True, slots=True, repr=False)
class Paragraph(_Evident, Doubtful):
    """A paragraph or a list item, joined over wraps, page breaks and footnotes.

    Attributes:
        number: the printed number; None where there is none.
        kind: 'paragraph' or 'item'.
        text: without number or bullet, white space collapsed.
        last_page: the page on which it ends.
        page: the page on which it begins, from 1; None where a text has no page marks.
        span: (start, end) in code points of `report.text`.
    """

    number: int | None
    kind: str
    text: str
    last_page: int | None

    @property
    def text_without_references(self) -> str:
        """The text without references to paragraphs, to the national framework and to the web: for topic models."""
        return without_references(self.text)

    def __repr__(self) -> str:
        number = f" {self.number}" if self.number is not None else ""
        return f"<Paragraph{number} {short(self.text)!r}{self._where(self.page)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Section(_Evident):
    """A heading with what is under it.

    Attributes:
        heading: without number, grade and footnote mark; None for what comes before the first heading.
        level: depth of the heading, from 1; 0 for what comes before the first.
        grade: the grade that the heading prints, or None.
        paragraphs: its own, in reading order.
        sections: those below it.
        page: the page on which it begins, from 1; None where a text has no page marks.
        span: (start, end) in code points of `report.text`.
    """

    heading: str | None
    level: int
    grade: Grade | None
    paragraphs: list[Paragraph]
    sections: Series[Section]

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        waiting = [self]
        while waiting:
            section = waiting.pop()
            yield section
            waiting.extend(reversed(section.sections))

    def __repr__(self) -> str:
        words = count(len(self.paragraphs), "paragraph")
        return f"<Section {short(self.heading) or 'without heading'!r}, {words}{on_page(self.page)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Recommendation(_Evident, Doubtful):
    """Something that the authority or area is told to improve.

    Attributes:
        text: without number or bullet, references kept.
        scope: the body it is addressed to, where one is printed.
        timescale: as printed: 'Immediately', 'Within three months'.
        number: as printed.
        heading: the heading that it is under.
        references: to the children's social care national framework, as printed, without brackets.
        page: the page on which it begins, from 1; None where a text has no page marks.
        span: (start, end) in code points of `report.text`.
    """

    text: str
    scope: str | None
    timescale: str | None
    number: str | None
    heading: str | None
    references: list[str]

    @property
    def text_without_references(self) -> str:
        """The text without `references`, and without those to paragraphs and to the web: for topic models."""
        return without_references(self.text)

    def __repr__(self) -> str:
        number = f" {self.number}" if self.number else ""
        return f"<Recommendation{number} {short(self.text)!r}{self._where(self.page)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Finding(_Evident, Doubtful):
    """One listed finding.

    Attributes:
        text: without bullet.
        progress: what an area SEND revisit judged of a significant weakness ('sufficient_progress',
            'insufficient_progress'), or a monitoring inspection of an area for priority action ('effective_action',
            'ineffective_action'); else None, and an issue says where it was due.
        page: the page on which it begins, from 1; None where a text has no page marks.
        span: (start, end) in code points of `report.text`.
    """

    text: str
    progress: str | None = None

    def __setstate__(self, state: list[Any]) -> None:
        """What was pickled before there was `progress` is shorter."""
        restore_fields(self, state, None)

    def __repr__(self) -> str:
        progress = f" ({self.progress})" if self.progress else ""
        return f"<Finding {short(self.text)!r}{progress}{self._where(self.page)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Findings:
    """The findings that letters and some reports list, by kind; false where nothing is listed.

    Attributes:
        strengths: what is done well.
        meets_requirements: what meets the requirements of statutory guidance (CRA letters).
        areas_for_development: what is to be developed.
        priority_actions: areas for priority action; each is also a recommendation, but for those that a monitoring
            inspection looked at.
        significant_weaknesses: of area SEND letters of 2016 to 2022: what a written statement of action is required
            for, each also a priority action; or what a revisit looked at, with `progress`.
    """

    strengths: list[Finding]
    meets_requirements: list[Finding]
    areas_for_development: list[Finding]
    priority_actions: list[Finding]
    significant_weaknesses: list[Finding] = field(default_factory=list)

    def __setstate__(self, state: list[Any]) -> None:
        """What was pickled before there were `significant_weaknesses` is shorter."""
        restore_fields(self, state, [])

    def __bool__(self) -> bool:
        return any(
            (
                self.strengths,
                self.meets_requirements,
                self.areas_for_development,
                self.priority_actions,
                self.significant_weaknesses,
            )
        )

    def __repr__(self) -> str:
        return (
            f"<Findings: {len(self.strengths)} strengths, {len(self.meets_requirements)} meet requirements, "
            f"{len(self.areas_for_development)} for development, {len(self.priority_actions)} priority actions, "
            f"{len(self.significant_weaknesses)} significant weaknesses>"
        )


@dataclass(frozen=True, slots=True, repr=False)
class StatementOfAction(_Evident, Doubtful):
    """The written statement of action (WSoA) that an area SEND letter speaks of.

    Attributes:
        state: 'required' (by this letter), 'was_required' (by an earlier one) or 'not_required'.
        responsible: who is to submit it, as printed; None where that is not said.
        issued: of a revisit, the day on which it was issued, or None.
        declared_fit: the day on which it was declared fit for purpose, or None.
        page: the page of the paragraph that says so, from 1; None where a text has no page marks.
        span: (start, end) of that paragraph in code points of `report.text`.
    """

    state: str
    responsible: str | None
    issued: date | None
    declared_fit: date | None

    def __repr__(self) -> str:
        return f"<StatementOfAction {self.state}, {short(self.responsible) or 'nobody named'}{self._where(self.page)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Progress(_Evident, Doubtful):
    """What a revisit or a monitoring inspection says of all that it looked at.

    Attributes:
        outcome: 'sufficient_progress' or 'effective_action' (in all of them), 'insufficient_progress' or
            'ineffective_action' (in none), 'mixed' (in some); None where the words do not tell.
        made_in: in how many of them; None where that is not said.
        of: how many there are; None where that is not said.
        printed: the first sentence that says something of all of them.
        page: the page of its paragraph, from 1; None where a text has no page marks.
        span: (start, end) of its paragraph in code points of `report.text`.
    """

    outcome: str | None
    made_in: int | None
    of: int | None
    printed: str

    def __repr__(self) -> str:
        share = f", {self.made_in} of {self.of}" if self.made_in is not None and self.of is not None else ""
        return f"<Progress {self.outcome or 'not told'}{share}{self._where(self.page)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """A table other than the judgement table.

    Attributes:
        heading: the heading that it is under, or None.
        rows: lists of cells; None where a row has no such cell.
        page: from 1, or None.
    """

    heading: str | None
    rows: list[list[str | None]]
    page: int | None

    def __repr__(self) -> str:
        return f"<Table {short(self.heading)!r}, {count(len(self.rows), 'row')}{on_page(self.page)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Footnote:
    """A footnote.

    Attributes:
        mark: what the text refers to it by; a raised number as plain digits.
        text: without the mark.
        page: from 1, or None.
    """

    mark: str | None
    text: str
    page: int | None

    def __repr__(self) -> str:
        return visible(f"<Footnote {self.mark} {short(self.text)!r}{on_page(self.page)}>")


@dataclass(frozen=True, slots=True, repr=False)
class PreviousInspection:
    """An earlier inspection that the text mentions.

    Attributes:
        start: its first day, or None.
        end: its last day, or None.
        framework: a slug, or None.
        title: as the text names it.
        year: of its first day; where no day is printed, the year that is, or None.
        month: likewise, 1 to 12, or None.
    """

    start: date | None
    end: date | None
    framework: str | None
    title: str | None
    year: int | None = None
    month: int | None = None

    def __setstate__(self, state: list[Any]) -> None:
        """What was pickled before there were years and months has none."""
        for name, value in zip(self.__slots__, [*state, None, None], strict=False):
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        when = str(Period(self.start, self.end)) if self.start else str(self.year)
        if self.month and not self.start:
            when += f"-{self.month:02d}"
        return visible(f"<PreviousInspection {when} {short(self.title or self.framework)}>")


@dataclass(frozen=True, slots=True, repr=False)
class PreviousJudgement:
    """The grade of an earlier year that the text prints.

    Attributes:
        year: of the judgement, or None.
        label: the judgement's name as printed.
        grade: the grade that it had.
    """

    year: int | None
    label: str | None
    grade: Grade | None

    def __repr__(self) -> str:
        return visible(f"<PreviousJudgement {self.year} {short(self.label)}: {self.grade}>")


@dataclass(frozen=True, slots=True, repr=False)
class Issue:
    """A doubt: what conflicts, is missing, or was read by a fallback.

    Attributes:
        code: a slug that stays the same between versions.
        field: the key of `Report.to_dict()` that it concerns.
        message: a sentence for a person.
        page: from 1; None where it is about the whole document.
        span: (start, end) in code points of `report.text`, or None.
        about: what the message names or quotes, in its order: names, words, grades, numbers.
    """

    code: str
    field: str | None
    message: str
    page: int | None
    span: Span | None
    about: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.message} ({self.field}{on_page(self.page)})" if self.field else self.message

    def __repr__(self) -> str:
        return f"<Issue {self.code} {self.field}: {short(self.message)!r}{on_page(self.page)}>"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report was read from.

    Attributes:
        path: as it was given; None for bytes and for a str.
        format: 'pdf', 'html', 'text' or 'markdown'.
        pages: None for text without form feeds.
        sha256: of the file's bytes; of a str, of its UTF-8.
        extractor: what turned the file into text; None for text. Of a PDF 'ofsted', the package's own reader, or
            'pdfium' with its version and, behind a colon, what the first did not know in the file.
        url: where it is published, as `ofsted fetch` noted it or as it was given to `ofsted.read()`; else None.
        published_from: who says when it was published: 'printed' (the document itself), 'site' (`ofsted fetch`),
            'table' or 'name' (what was given to `ofsted.read()`); None where nobody does.
    """

    path: str | None
    format: str
    pages: int | None
    sha256: str
    extractor: str | None
    url: str | None = None
    published_from: str | None = None
