"""The report that users hold, and the two functions that read one. Each method here calls what does the work."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

from ofsted.model.parts import Doubtful, Finding, Issue, Judgement, Paragraph, Recommendation, Section
from ofsted.model.readout import Plain, Readout, Tree
from ofsted.model.report_data import ReportData, refuse_part_of_another
from ofsted.model.shown import PagePicture, TextExcerpt
from ofsted.reading.one_file import read_source, read_text
from ofsted.sources.contents import Reader
from ofsted.sources.files import SUFFIXES

if TYPE_CHECKING:
    import pandas as pd

    from ofsted.finding.hits import Hits
    from ofsted.finding.search import Index, Within
    from ofsted.tables.facts import DoubtsOn

__all__ = ["Report", "parse", "parse_text"]


class Report(ReportData):
    """One document as it was read: judgements, sections, recommendations, dates, people, issues.

    Made by `ofsted.parse()` and `ofsted.parse_text()`. Its parts are read-only; two reports are equal when
    their text and everything read from it are. Pickles, so that worker processes can hand it over.
    """

    __slots__ = ("_doubts", "_indexes")

    def __init__(self, readout: Readout) -> None:
        super().__init__(readout)
        self._indexes: dict[str, Index] = {}
        self._doubts: DoubtsOn | None = None

    def to_markdown(self) -> str:
        """The report as Markdown: facts, judgements, recommendations, findings, then the text under its headings."""
        from ofsted.tables.markdown import report_markdown

        return report_markdown(self)

    def to_frame(self) -> pd.DataFrame:
        """The judgements as a pandas frame, one row each; ImportError without pandas.

        The columns of `Corpus.judgements()`; they and their dtypes are the same when there is no judgement.
        """
        from ofsted.showing.grade_frame import shown
        from ofsted.tables.building import judgements
        from ofsted.tables.doubts import doubts_about, each

        frame = judgements([self])
        if not len(frame) and (doubts := each(doubts_about(self, "judgements"))):
            frame.attrs["doubts"] = doubts
        return shown(frame, "judgements")

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

        refuse_part_of_another(self, item)
        return show(self, item, full=full, scale=scale, file=file)

    def doubts(self, item: Doubtful) -> str | None:
        """What to check about a part of this report before use, as `item.doubts` gives it; None for nothing.

        Parts are judgements, paragraphs, recommendations, findings, the statement of action and the progress.
        """
        from ofsted.tables.facts import DoubtsOn

        refuse_part_of_another(self, item)
        self._doubts = self._doubts or DoubtsOn(self)
        return self._doubts[item]

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

        return search_report(self, pattern, within=within, case=case, word=word, literal=literal, indexes=self._indexes)

    def _repr_html_(self) -> str:
        from ofsted.showing.notebook import report_html

        return report_html(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self.to_dict(), self.text)


def _restore(tree: Tree, text: str) -> Report:
    """A report from what pickle kept of it."""
    return Report(Readout(Plain(tree, text), tree["source"]))


def parse(
    source: str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO, *, reader: Reader = "auto"
) -> Report:
    """Read a report from a path, from bytes or from a binary file: a PDF, a web page (HTML), or plain text.

    Text is UTF-8, or UTF-16 with a byte order mark; failing both it is read as Windows-1252 and an issue says so.

    `reader` says who reads a PDF: "ofsted", the package's own reader, which knows the kind of PDF that reports are and
    refuses all else (UnfamiliarFileError); "pdfium", which knows every kind; "auto", the first where it knows the file
    for certain, else the second. Both give the same report; `report.source.extractor` says who it was, and why.

    HTML needs the extra ``ofsted[html]``; `report.text` is then the page's content as text, without its chrome.

    Examples:
        >>> import ofsted
        >>> ofsted.parse("examples/ilacs-2024.pdf")
        <Report ILACS Norbury Vale, 27 May 2024 to 7 June 2024, Good, 4 issues>
        >>> ofsted.parse("examples/broken/scan.pdf")
        Traceback (most recent call last):
            ...
        ofsted.model.errors.NoTextError: examples/broken/scan.pdf: ...

    Raises an `OfstedError`: NotAReportError (empty, an error page, another format), MissingExtraError (HTML without
    the extra), DamagedFileError, EncryptedFileError, NoTextError (a scan), GarbledTextError (its letters are not those
    that the pages show), TooLargeError, UnfamiliarFileError; an OSError if the file cannot be opened; a ValueError for
    a reader that there is not. A pipe, a socket or a device is no file: NotAReportError; give `sys.stdin.buffer`
    itself.
    """
    return Report(read_source(source, reader))


def parse_text(text: str) -> Report:
    """Read a report from its text. A form feed starts a new page; without any, pages are None.

    `report.text` is `text` itself. Warns of a text that is but a file's name. Raises NotAReportError if there is
    nothing in it, TooLargeError.
    """
    if isinstance(text, str) and len(text) < 1000 and text.lower().endswith(SUFFIXES) and "\n" not in text:
        warnings.warn(f"{text!r} looks like a path: parse_text() takes text, parse() reads files", stacklevel=2)
    return Report(read_text(text))
