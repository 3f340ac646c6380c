"""What can go wrong. Every message names the file, or what was asked for, and says what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

__all__ = [
    "DamagedFileError",
    "EncryptedFileError",
    "EvidenceError",
    "FetchError",
    "GarbledTextError",
    "LayoutError",
    "MemoryLimitError",
    "MissingExtraError",
    "NoTextError",
    "NotAReportError",
    "NotFoundError",
    "OfstedError",
    "ReadInterrupted",
    "TimeLimitError",
    "TooLargeError",
    "UnfamiliarFileError",
    "WorkerDiedError",
]


FEW = 16  # names that a message can list


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


class GarbledTextError(NoTextError):
    """A text layer whose letters are not those that the pages show: a font of the PDF says wrongly what they mean."""

    advice = (
        "the text in this PDF is garbled: a font says wrongly, or not at all, which letters its signs are. "
        "Run OCR over its pages (for example ocrmypdf --force-ocr), then parse that."
    )


class TooLargeError(OfstedError):
    """Larger than any report: over 256 MiB of text or 10,000 pages."""

    advice = (
        "this is larger than any report (the limits are 256 MiB of text and 10,000 pages). "
        "Check that it is the right file."
    )


class UnfamiliarFileError(OfstedError):
    """A PDF that the reader asked for does not know for certain; only with ``reader="ofsted"``."""

    advice = "ofsted's own reader does not know this kind of PDF"

    def __init__(self, path: str, reason: str | None = None) -> None:
        if reason and not reason.endswith("."):  # what the core does not know; else the whole sentence, from a pickle
            reason = f"ofsted's own reader met {reason}. Read this PDF with reader='auto' or reader='pdfium'."
        super().__init__(path, reason)


class WorkerDiedError(OfstedError):
    """The process that read the file ended suddenly: a crash, or no memory left."""

    advice = (
        "the process that read it died. If the file opens elsewhere, please report it with a copy; "
        "if memory is short, read with fewer workers."
    )


class TimeLimitError(OfstedError):
    """Reading took longer than the `timeout` given to `ofsted.read()`; its process was ended."""

    advice = "reading it took longer than the time given. Look at the file, or give a larger timeout."


class MemoryLimitError(OfstedError):
    """Reading took more than the `memory` given to `ofsted.read()`; its process was ended."""

    advice = "reading it took more memory than was given. Look at the file, or give more memory."


class ReadInterrupted(KeyboardInterrupt):
    """Ctrl-C while `ofsted.read()` was reading: a KeyboardInterrupt that keeps what was read.

    Attributes:
        corpus: a `Corpus` of the reports that had been read. Each file that had not is a row of its `errors()`.
    """

    corpus: Any = None
    outcomes: Sequence[Any] = ()  # the same, file by file, until there is a corpus


class EvidenceError(OfstedError):
    """The file that a report was read from cannot be shown: it has changed, it is gone, or it was given as bytes."""

    advice = "the file that this was read from cannot be shown"


class FetchError(OfstedError):
    """A page or a file of Ofsted's site could not be got. `path` is its address."""

    advice = "it could not be got. Try again later."


class LayoutError(FetchError):
    """A page of Ofsted's site is not as it was: what it says cannot be told, so nothing is taken from it."""

    advice = "this page is not laid out as it was. Look at it in a browser; a newer version of ofsted may know it."


class NotFoundError(KeyError, ValueError):
    """Nothing has the name that was asked for, or more than one thing has it.

    A KeyError and a ValueError, so that it is caught by whoever expects either.

    Attributes:
        reason: what was looked for, and what there is instead.
        suggestions: the names that are most like it; all names where none is like it and they are few.
    """

    def __init__(self, reason: str, suggestions: Iterable[str] = ()) -> None:
        self.reason = reason
        self.suggestions = tuple(suggestions)
        super().__init__(reason, self.suggestions)

    @classmethod
    def unknown(cls, what: str, name: object, known: Iterable[str], more: str = "") -> NotFoundError:
        """No `what` has this name; `known` are the names that there are, `more` says where to find them."""
        from difflib import get_close_matches
        from itertools import islice

        names = {one.casefold(): one for one in known}
        near = [names[one] for one in get_close_matches(str(name).casefold(), names, 3, 0.7)]
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        asked = str(name).casefold()
        if not near and len(asked) > 2:  # a part of a name, or a name and more
            parts = (one for folded, one in names.items() if asked in folded or (folded in asked and len(folded) > 3))
            near = list(islice(parts, 3))
            hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        if not near and 0 < len(names) <= FEW:
            near = list(names.values())
            hint = f"; there {'is' if len(near) == 1 else 'are'} {', '.join(map(repr, near))}"
        if not names:
            hint = "; there is none at all"
        end = f"{'' if hint.endswith('?') else ';'} {more}" if more else ""
        return cls(f"there is no {what} {name!r}{hint}{end}", near)

    def __str__(self) -> str:
        """The sentence: a KeyError by itself prints it between quotation marks."""
        return self.reason
