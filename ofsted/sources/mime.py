"""The text or web page inside a mail that was saved as a file, or inside a page that a browser saved as one (MHTML).

What a mail's text has around it where it was copied is for the core to see (csrc/source/mails.c).
"""

from __future__ import annotations

import re

from ofsted.model.errors import NotAReportError

__all__ = ["content", "is_message"]

_LONGEST_NAME = 200  # bytes, with white space before it
_MOST_HEADERS = 64 * 1024  # bytes, before the empty line that ends them
_NAME = re.compile(rb"\s*[!-9;-~]+:")
_FIELD = re.compile(rb"[!-9;-~]+:|[ \t]")
_VERSION = re.compile(rb"^mime-version:", re.I | re.M)
_NO_TEXT = "this mail holds no text. Save what is attached to it, and read that."
_ATTACHED = "this is a mail with a PDF attached: save that, and read it."


def is_message(data: bytes) -> bool:
    """Whether data begin with the header of a MIME message: a mail that is quoted in a text has no such."""
    if not _NAME.match(data, 0, _LONGEST_NAME):
        return False  # nearly every text
    head = data[:_MOST_HEADERS].lstrip().replace(b"\r\n", b"\n")
    fields, ended, _ = head.partition(b"\n\n")
    return bool(ended and _VERSION.search(fields)) and all(_FIELD.match(line) for line in fields.split(b"\n"))


def content(data: bytes, name: str) -> bytes:
    """The mail's own text, else its web page, in UTF-8; NotAReportError where it has neither, or a PDF beside it."""
    import email
    import email.policy

    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
        attached = any(part.get_content_type() == "application/pdf" for part in message.walk())
        body = message.get_body(preferencelist=("plain", "html"))
        text = body.get_payload(decode=True) if body is not None else None
    except RecursionError:  # parts within parts
        raise NotAReportError(name, _NO_TEXT) from None
    if attached:
        raise NotAReportError(name, _ATTACHED)
    if body is None or not isinstance(text, bytes):
        raise NotAReportError(name, _NO_TEXT)
    return _in_utf8(text, body.get_content_charset())


def _in_utf8(text: bytes, charset: str | None) -> bytes:
    """As it is where the mail does not say in what it is written, or says so wrongly."""
    if not charset:
        return text
    try:
        return text.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return text
