"""From a file, bytes or a str to a Report. What a file is, its content tells, never its name."""

from __future__ import annotations

import codecs
import errno
import hashlib
import os
import re
from _thread import RLock
from typing import Any, BinaryIO

from ofsted._core import PDFIUM_FUNCTIONS, Context, Pdfium, after_fork, before_fork, read_lines, read_pdf, read_text
from ofsted.model.errors import NotAReportError, TooLargeError
from ofsted.report import Report

__all__ = ["parse", "parse_text"]

MAX_FILE = 512 * 1024 * 1024
HEAD = 1024  # a PDF's mark stands within its first kilobyte

# How other kinds of file begin, and what they are called in the message.
_OTHER_KINDS = (
    (b"PK\x03\x04", "a zip archive or a Word document (.docx); save it as PDF first"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document (.doc); save it as PDF first"),
    (b"{\\rtf", "an RTF document; save it as PDF first"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
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
_TOO_LARGE = "this file is over 512 MiB, larger than any report. Check that it is the right one."
_EMPTY = "the file is empty. Download the report again."
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")

_lock = RLock()
_shared: dict[str, Any] = {}


def _before_fork() -> None:
    _lock.acquire()
    before_fork()


def _after_fork() -> None:
    after_fork()
    _lock.release()


if hasattr(os, "register_at_fork"):  # a child finds no lock held by a thread that it does not have
    os.register_at_fork(before=_before_fork, after_in_parent=_after_fork, after_in_child=_after_fork)


def parse(source: str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO) -> Report:
    """Read a report from a path, from bytes or from a binary file: a PDF, a web page (HTML), or plain text.

    Text is UTF-8, or UTF-16 with a byte order mark; failing both it is read as Windows-1252 and an issue says so.

    HTML needs the extra ``ofsted[html]``; `report.text` is then the page's content as text, without its chrome.

    Examples:
        >>> import ofsted
        >>> ofsted.parse("examples/ilacs-2024.pdf")
        <Report ILACS Norbury Vale, 27 May 2024 to 7 June 2024, Good, 3 issues>
        >>> ofsted.parse("examples/broken/scan.pdf")
        Traceback (most recent call last):
            ...
        ofsted.model.errors.NoTextError: examples/broken/scan.pdf: ...

    Raises an `OfstedError`: NotAReportError (empty, an error page, another format), MissingExtraError (HTML without
    the extra), DamagedFileError, EncryptedFileError, NoTextError (a scan), TooLargeError; and an OSError if the file
    cannot be opened.
    """
    data, path = _read(source)
    return _parse_bytes(data, path)


def parse_text(text: str) -> Report:
    """Read a report from its text. A form feed starts a new page; without any, pages are None.

    `report.text` is `text` itself. Raises NotAReportError if there is nothing in it, TooLargeError.
    """
    if not isinstance(text, str):
        raise TypeError(f"parse_text() takes a str, not {type(text).__name__}; parse() takes files and bytes")
    if not text or text.isspace():
        raise NotAReportError("<text>", "there is nothing in this text.")
    return _from_text(text, "<text>", _source(None, "text"))


def _parse_bytes(data: bytes, path: str | None) -> Report:
    name = path or "<bytes>"
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\f\v\0")
    if not head and not data.strip(b" \t\r\n\f\v\0"):
        raise NotAReportError(name, _EMPTY)
    if b"%PDF-" in head:
        return _from_pdf(data, path, name)
    if head.startswith(b"<"):
        from ofsted.sources.html import is_html

        if is_html(head):
            return _from_html(data, path, name)
        if head.startswith(b"<?xml"):
            raise NotAReportError(name, _XML)
    for mark, kind in _OTHER_KINDS:
        if head.startswith(mark):
            raise NotAReportError(name, f"this is {kind}.")
    text, issues = _decode(data, name)
    if not text or text.isspace():
        raise NotAReportError(name, _EMPTY)
    source = _source(path, "text", hashlib.sha256(data).hexdigest())
    return _from_text(text, name, source, issues)


def _from_text(text: str, name: str, source: dict[str, Any], issues: tuple[dict[str, Any], ...] = ()) -> Report:
    core = read_text(_context(), text, name)
    source["pages"] = core.pages
    return Report(core, source, issues)


def _from_html(data: bytes, path: str | None, name: str) -> Report:
    from ofsted.sources.html import declares_latin, read_page

    markup, issues = _decode(data, name)
    page = read_page(markup, name)
    if not page.lines:
        raise NotAReportError(name, _NO_REPORT)
    core = read_lines(_context(), page.text, page.lines, name)
    source = _source(path, "html", hashlib.sha256(data).hexdigest(), page.extractor)
    report = Report(core, source, () if declares_latin(data) else issues)
    if report.framework == "unknown" and not _may_be_report(page.title, page.text):
        raise NotAReportError(name, _NO_REPORT)
    return report


def _may_be_report(title: str, text: str) -> bool:
    """Whether a page of no known kind is more than an error page or a page about something else."""
    enough = len(text.split()) >= _LEAST_WORDS and _REPORT_WORDS.search(text)
    return bool(enough) and not _ERROR_TITLE.search(title)


def _from_pdf(data: bytes, path: str | None, name: str) -> Report:
    pdfium, version = _pdfium()
    core = read_pdf(_context(), pdfium, data, name)
    source = _source(path, "pdf", hashlib.sha256(data).hexdigest(), f"pdfium {version}")
    source["pages"] = core.pages
    return Report(core, source)


def _source(path: str | None, form: str, sha256: str | None = None, extractor: str | None = None) -> dict[str, Any]:
    return {"path": path, "format": form, "pages": None, "sha256": sha256, "extractor": extractor}


def _read(source: Any) -> tuple[bytes, str | None]:
    """The bytes and, where there is one, the path as a str."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _within_limit(bytes(source), "<bytes>"), None
    if hasattr(source, "read"):
        data = source.read()
        if not isinstance(data, bytes):
            raise TypeError("parse() takes a binary file: open it with mode 'rb', or give its text to parse_text()")
        name = getattr(source, "name", None)
        name = name if isinstance(name, str) else None
        return _within_limit(data, name or "<file>"), name
    path = os.fsdecode(os.fspath(source))
    if "\n" in path:
        raise ValueError("parse() takes a path, bytes or a binary file; the text of a report goes to parse_text()")
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, "this is a folder; parse() takes one file", path)
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > MAX_FILE:
            raise TooLargeError(path, _TOO_LARGE)
        data = file.read((size or MAX_FILE) + 1)  # a device or a pipe says that it is empty
        if len(data) > size > 0:  # it grows
            data += file.read(MAX_FILE + 1 - len(data))
        return _within_limit(data, path), path


def _within_limit(data: bytes, name: str) -> bytes:
    if len(data) > MAX_FILE:
        raise TooLargeError(name, _TOO_LARGE)
    return data


def _decode(data: bytes, name: str) -> tuple[str, tuple[dict[str, Any], ...]]:
    """The text of a file, and the issue of an encoding that is not sure."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), ()
        except UnicodeDecodeError:
            raise NotAReportError(name) from None
    if _is_binary(data):
        raise NotAReportError(name)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise NotAReportError(name) from None
    message = "The file is not UTF-8; it was read as Windows-1252, so accents and dashes may be wrong."
    return text, ({"code": "encoding", "field": "source", "message": message, "page": None, "span": None},)


def _is_binary(data: bytes) -> bool:
    """NUL, or more than one control character in a hundred of the first 64 KiB."""
    sample = data[: 64 * 1024]
    if b"\0" in data:
        return True
    controls = sum(sample.count(c) for c in range(32) if c not in _TEXT_CONTROLS)
    return controls * 100 > len(sample)


def _context() -> Context:
    """Patterns and register, made at the first call and then shared."""
    found: Context | None = _shared.get("context")
    if found is None:
        with _lock:
            found = _shared.get("context")
            if found is None:
                folder = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
                with open(os.path.join(folder, "data", "authorities.csv"), "rb") as file:
                    found = _shared["context"] = Context(file.read())
    return found


def _pdfium() -> tuple[Pdfium, str]:
    """PDFium's functions as pypdfium2 has loaded them, and the library's version."""
    found: tuple[Pdfium, str] | None = _shared.get("pdfium")
    if found is None:
        with _lock:
            found = _shared.get("pdfium")
            if found is None:
                found = _shared["pdfium"] = _load_pdfium()
    return found


def _load_pdfium() -> tuple[Pdfium, str]:
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    functions = [getattr(raw, name, None) for name in PDFIUM_FUNCTIONS]
    addresses = [ctypes.cast(f, ctypes.c_void_p).value or 0 if f else 0 for f in functions]
    info = pypdfium2.PDFIUM_INFO
    try:
        return Pdfium(addresses), str(getattr(info, "tag", info))
    except ValueError as error:
        raise ImportError(f"ofsted needs pypdfium2 5.0 or later: {error} in the one installed ({info})") from error
