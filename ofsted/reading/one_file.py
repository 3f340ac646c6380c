"""From a file, bytes or a str to what the core reads of it. What a file is, its content tells, never its name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from functools import partial

from ofsted._core import ParsedReport, read_lines, read_pdf, read_plain_pdf
from ofsted._core import read_text as read_plain_text
from ofsted.model.errors import NotAReportError, UnfamiliarFileError
from ofsted.model.readout import Readout, Tree
from ofsted.reading.core import context, pdfium
from ofsted.reading.interrupting import interruptible
from ofsted.sources import mime
from ofsted.sources.contents import READERS, Reader, Source, decode, in_utf8, read_content

__all__ = ["Elsewhere", "check_reader", "read_content_of", "read_source", "read_text"]

HEAD = 1024  # the mark of a PDF is within its first kilobyte
LONG = 1_000_000  # characters of a text that takes a moment

# How other kinds of file begin, and what they are called in the message.
_OTHER_KINDS = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document (.doc); save it as PDF first"),
    (b"{\\rtf", "an RTF document; save it as PDF first"),
    (b"\x89PNG", "a picture (PNG); run OCR on it first and save that as PDF or text"),
    (b"\xff\xd8\xff", "a picture (JPEG); run OCR on it first and save that as PDF or text"),
    (b"GIF8", "a picture (GIF); run OCR on it first and save that as PDF or text"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
)
_ZIP = b"PK\x03\x04"
# What a zip archive has, by a name in it or its first words, where it is a document of an office program.
_ZIPPED = (
    (b"xl/workbook.", "a spreadsheet (.xlsx); where a report's text stands in its cells, save them as CSV first"),
    (b"ppt/presentation.", "a presentation (.pptx); save it as PDF first"),
    (b"word/document.", "a Word document (.docx); save it as PDF first"),
    (
        b"application/vnd.oasis.opendocument.spreadsheet",
        "a spreadsheet (.ods); where a report's text stands in its cells, save them as CSV first",
    ),
    (b"application/vnd.oasis.opendocument.text", "a document of LibreOffice (.odt); save it as PDF first"),
)
_NO_REPORT = (
    "this web page holds no report and no article about one. A page saved as .pdf is often an error page: "
    "download the report again."
)
_XML = "this is an XML document, not a report: often the error message of a server. Download the report again."
_ERROR_TITLE = re.compile(
    r"\b(?:not found|error|denied|forbidden|unavailable|no longer (?:available|exists)|sign in|log ?in|sorry|expired|"
    r"just a moment|maintenance|[45]\d\d)\b",
    re.IGNORECASE,
)
_REPORT_WORDS = re.compile(r"\b(?:ofsted|inspect(?:ion|ors?|ed))\b", re.IGNORECASE)
_LEAST_WORDS = 100  # of a page that may be a report of an unknown kind
_EMPTY = "the file is empty. Download the report again."


class Elsewhere(Exception):  # noqa: N818 - no error
    """A file that a library of others has to read, PDFium or the parser of web pages, and that may not be read here.

    Attributes:
        why: what the core's own reader does not know in a PDF, where it has looked.
    """

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def read_source(source: Source, reader: Reader = "auto") -> Readout:
    """What a path, bytes or a binary file holds; `ofsted.parse()` says what it raises."""
    check_reader(reader)
    data, path = read_content(source)
    return read_content_of(data, path, reader)


def check_reader(reader: str) -> None:
    """ValueError for one that there is not."""
    if reader not in READERS:
        raise ValueError(f"reader must be {', '.join(map(repr, READERS[:-1]))} or {READERS[-1]!r}, not {reader!r}")


def read_text(text: str) -> Readout:
    """What a text holds; `ofsted.parse_text()` says what it raises."""
    if not isinstance(text, str):
        raise TypeError(f"parse_text() takes a str, not {type(text).__name__}; parse() takes files and bytes")
    if not text or text.isspace():
        raise NotAReportError("<text>", "there is nothing in this text.")
    return _from_text(text, "<text>", _source(None, "text"))


def read_content_of(
    data: bytes,
    path: str | None,
    reader: Reader = "auto",
    elsewhere: Container[str] = (),
    why: str = "",
    known: str = "",
) -> Readout:
    """What the content of a file holds.

    `elsewhere`: of "pdfium" and "html" the libraries of others that may not be called here; a file that needs one is
    `Elsewhere`. `why`: what the core's own reader was found not to know in a PDF, which it then does not look at again.
    `known`: the SHA-256 of the data, where it is.
    """
    name = path or "<bytes>"
    head = _head(data)
    if not head and not data.strip(b" \t\r\n\f\v\0"):
        raise NotAReportError(name, _EMPTY)
    if b"%PDF-" in head:
        return _from_pdf(data, path, name, reader, elsewhere, why, known)
    held = in_utf8(data, name)
    if mime.is_message(held):
        if "html" in elsewhere:
            raise Elsewhere("")
        held = mime.content(held, name)
    head = _head(held)
    if head.startswith(b"<"):
        from ofsted.sources.html import is_html

        if is_html(head):
            if "html" in elsewhere:
                raise Elsewhere("")
            return _from_html(held, path, name, _hash_of(data, known))
        if head.startswith(b"<?xml"):
            raise NotAReportError(name, _XML)
    kind = _other_kind(held, head)
    if kind:
        raise NotAReportError(name, f"this is {kind}.")
    text, issues = decode(held, name)
    if not text or text.isspace():
        raise NotAReportError(name, _EMPTY)
    source = _source(path, "text", _hash_of(data, known))
    return _from_text(text, name, source, issues)


def _other_kind(data: bytes, head: bytes) -> str | None:
    """What a file of another kind is called."""
    if head.startswith(_ZIP):
        kinds = (kind for name, kind in _ZIPPED if name in data)
        return next(kinds, "a zip archive or a Word document (.docx); save it as PDF first")
    return next((kind for mark, kind in _OTHER_KINDS if head.startswith(mark)), None)


def _head(data: bytes) -> bytes:
    return data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\f\v\0")


def _from_text(text: str, name: str, source: Tree, issues: tuple[Tree, ...] = ()) -> Readout:
    if len(text) > LONG:
        core = interruptible(partial(read_plain_text, context(), text, name))
    else:
        core = read_plain_text(context(), text, name)
    if core.is_markdown:
        source["format"] = "markdown"
    source["pages"] = core.pages
    return Readout(core, source, issues)


def _from_html(data: bytes, path: str | None, name: str, sha256: str) -> Readout:
    from ofsted.sources.html import declares_latin, read_page

    markup, issues = decode(data, name)
    page = read_page(markup, name)
    if not page.text.strip():
        raise NotAReportError(name, _NO_REPORT)
    source = _source(path, "html", sha256, page.extractor)
    if page.lines is None:
        core = read_plain_text(context(), page.text, name, page.is_ocr)
        source["pages"] = core.pages
    else:
        core = read_lines(context(), page.text, page.lines, name)
    readout = Readout(core, source, () if declares_latin(data) else issues)
    if not _may_be_report(page.title, page.text) and readout.to_dict()["framework"] == "unknown":
        raise NotAReportError(name, _NO_REPORT)
    return readout


def _may_be_report(title: str, text: str) -> bool:
    """Whether a page of no known kind is more than an error page or a page about something else."""
    enough = len(text.split()) >= _LEAST_WORDS and _REPORT_WORDS.search(text)
    return bool(enough) and not _ERROR_TITLE.search(title)


def _from_pdf(
    data: bytes,
    path: str | None,
    name: str,
    reader: Reader,
    elsewhere: Container[str],
    why: str,
    known: str,
) -> Readout:
    """The report of a PDF. PDFium reads what the core's own reader does not know for certain: whole, and says why."""
    core = None
    if reader != "pdfium" and not why:
        core, why = _read_plainly(data, name)
    extractor = "ofsted"
    if core is None:
        if reader == "ofsted":
            raise UnfamiliarFileError(name, why)
        if "pdfium" in elsewhere:
            raise Elsewhere(why)
        functions, version = pdfium()
        core = interruptible(partial(read_pdf, context(), functions, data, name))
        extractor = f"pdfium {version}: {why}" if why else f"pdfium {version}"
    source = _source(path, "pdf", _hash_of(data, known), extractor)
    source["pages"] = core.pages
    return Readout(core, source)


def _read_plainly(data: bytes, name: str) -> tuple[ParsedReport | None, str]:
    """What the core's own reader makes of a PDF; or None, and what it does not know in it."""
    found = interruptible(partial(read_plain_pdf, context(), data, name))
    return (None, found) if isinstance(found, str) else (found, "")


def _hash_of(data: bytes, known: str) -> str:
    """Of a file that was read, where it is not known."""
    return known or hashlib.sha256(data).hexdigest()


def _source(path: str | None, form: str, sha256: str | None = None, extractor: str | None = None) -> Tree:
    return {"path": path, "format": form, "pages": None, "sha256": sha256, "extractor": extractor}
