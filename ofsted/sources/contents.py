"""The content of one file, and its text. What a file is, its content tells, never its name."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from typing import Any, BinaryIO, Literal, get_args

from ofsted.model.errors import NotAReportError, TooLargeError
from ofsted.model.paths import path_of
from ofsted.model.readout import issue_of

__all__ = [
    "MAX_FILE",
    "NO_FILE",
    "READERS",
    "PathLike",
    "Reader",
    "Source",
    "decode",
    "in_utf8",
    "read_content",
    "read_file",
    "within_limit",
]

PathLike = str | os.PathLike[str]
Source = PathLike | bytes | bytearray | memoryview | BinaryIO
Reader = Literal["auto", "ofsted", "pdfium"]
READERS: tuple[str, ...] = get_args(Reader)
MAX_FILE = 512 * 1024 * 1024
_TOO_LARGE = "this file is over 512 MiB, larger than any report. Check that it is the right one."
NO_FILE = "this is a pipe, a socket or a device, not a file. Save what comes out of it as a file, and read that."
# The longer first: that of UTF-32 begins with that of UTF-16.
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")


def read_content(source: Source) -> tuple[bytes, str | None]:
    """The bytes and, where there is one, the path as a str."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return within_limit(bytes(source), "<bytes>"), None
    if hasattr(source, "read"):
        data = source.read()
        if not isinstance(data, bytes):
            raise TypeError("parse() takes a binary file: open it with mode 'rb', or give its text to parse_text()")
        name = getattr(source, "name", None)
        name = name if isinstance(name, str) else None
        return within_limit(data, name or "<file>"), name
    if not isinstance(source, (str, os.PathLike)):
        many = "; ofsted.read() takes many" if isinstance(source, (list, tuple, set)) else ""
        raise TypeError(f"parse() takes a path, bytes or a binary file, not {type(source).__name__}{many}")
    path = path_of(source)
    if isinstance(source, str) and "\n" in path:
        raise ValueError("parse() takes a path, bytes or a binary file; the text of a report goes to parse_text()")
    if path.startswith(("http://", "https://")) and not os.path.exists(path):
        what = "this is a web address; parse() takes a file: save the report first (ofsted.fetch() gets many)"
        raise FileNotFoundError(errno.ENOENT, what, path)
    return read_file(path), path


def read_file(path: str) -> bytes:
    """The content of a file; NotAReportError for what is none: to open a pipe waits for whoever writes into it."""
    kind = os.stat(path).st_mode
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, "this is a folder; parse() takes one file", path)
    if not stat.S_ISREG(kind):
        raise NotAReportError(path, NO_FILE)
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > MAX_FILE:
            raise TooLargeError(path, _TOO_LARGE)
        data = file.read((size or MAX_FILE) + 1)  # a file that the system makes up says that it is empty
        if len(data) > size > 0:  # it grows
            data += file.read(MAX_FILE + 1 - len(data))
        return within_limit(data, path)


def within_limit(data: bytes, name: str) -> bytes:
    """The data; TooLargeError where it is larger than any report."""
    if len(data) > MAX_FILE:
        raise TooLargeError(name, _TOO_LARGE)
    return data


def in_utf8(data: bytes, name: str) -> bytes:
    """The data, in UTF-8 where a mark at their beginning says that they are in UTF-16 or UTF-32."""
    wide = next((form for mark, form in _WIDE_MARKS if data.startswith(mark)), None)
    if wide is None:
        return data
    try:
        return data.decode(wide).encode("utf-8")
    except UnicodeDecodeError:
        raise NotAReportError(name) from None


def decode(data: bytes, name: str) -> tuple[str, tuple[dict[str, Any], ...]]:
    """The text of a file, and the issue of an encoding that is not sure."""
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
    return text, (issue_of("encoding", "source", message),)


def _is_binary(data: bytes) -> bool:
    """NUL, or more than one control character in a hundred of the first 64 KiB."""
    sample = data[: 64 * 1024]
    if b"\0" in data:
        return True
    controls = sum(sample.count(c) for c in range(32) if c not in _TEXT_CONTROLS)
    return controls * 100 > len(sample)
