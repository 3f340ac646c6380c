"""What can go wrong with a document. Every message names the file and says what to do about it."""

from __future__ import annotations

__all__ = [
    "DamagedFileError",
    "EncryptedFileError",
    "MissingExtraError",
    "NoTextError",
    "NotAReportError",
    "OfstedError",
    "TooLargeError",
    "WorkerDiedError",
]


class OfstedError(Exception):
    """A document could not be read. The base of all errors that ofsted raises about documents.

    Attributes:
        path: the file as it was given, or a word for it such as ``<bytes>``.
        reason: one sentence or two: what is wrong and what to do.
    """

    advice = "it could not be read"

    def __init__(self, path: str, reason: str | None = None) -> None:
        reason = reason or self.advice
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class NotAReportError(OfstedError):
    """Not a report at all: an empty file, an HTML page saved as .pdf, a picture, another format."""

    advice = "this is neither a PDF nor text. Download the report again from its page on reports.ofsted.gov.uk."


class DamagedFileError(OfstedError):
    """A PDF that cannot be opened: cut short in download, or broken."""

    advice = "the PDF is damaged or cut short. Download it again."


class EncryptedFileError(OfstedError):
    """A PDF that asks for a password."""

    advice = "the PDF asks for a password. Save a copy without one, then parse that."


class MissingExtraError(OfstedError, ImportError):
    """A format that needs a package that is not installed. An ImportError, too."""

    path: str

    advice = (
        'this is a web page (HTML), which needs selectolax: pip install "ofsted[html]". '
        "A page saved as .pdf is often an error page: then download the report again."
    )


class NoTextError(OfstedError):
    """Pages without a text layer: a scan."""

    advice = (
        "the pages hold no text, only pictures (a scan). Run OCR on it first (for example ocrmypdf), then parse that."
    )


class TooLargeError(OfstedError):
    """Larger than any report: over 256 MiB of text or 10,000 pages."""

    advice = (
        "this is larger than any report (the limits are 256 MiB of text and 10,000 pages). "
        "Check that it is the right file."
    )


class WorkerDiedError(OfstedError):
    """The process that read the file came to a sudden end: a crash, or no memory left."""

    advice = (
        "the process that read it died. If the file opens elsewhere, please report it with a copy; "
        "if memory is short, read with fewer workers."
    )
