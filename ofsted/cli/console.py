"""What commands share: exit statuses, errors in one line, and the one place that writes to a console.

What a document or a file's name holds is written out where a terminal would obey it.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from ofsted.model.characters import in_a_line, visible
from ofsted.model.errors import OfstedError

__all__ = [
    "BROKEN_PIPE",
    "FAILED",
    "INTERRUPTED",
    "LIT",
    "STANDARD_INPUT",
    "USAGE",
    "UsageError",
    "complain",
    "configure",
    "failure",
    "in_shell",
    "open_streams",
    "plainly",
    "printer",
    "say",
    "usage",
    "without_calls",
]

FAILED, USAGE, INTERRUPTED, BROKEN_PIPE = 1, 2, 130, 141
STANDARD_INPUT = "<standard input>"


class UsageError(Exception):
    """The command was asked for something that cannot be; the exit status is 2."""


# ---- what the package says to whoever calls it from Python ----

_CALL = re.compile(r"\bcorpus\.(\w+)\(\)")
_OPTION = re.compile(r"\b(workers|timeout)=(?=\d)")
_LISTS = re.compile(r"[;:]? [\w.]+\(\)(?: and [\w.]+\(\))? lists?\b[^.]*\.?$")
"""The end of a message that names the calls which list more."""


def in_shell(message: object) -> str:
    """The same for whoever runs a command: frames and options by the names that they have there."""
    named = _CALL.sub(r"'ofsted \1'", _OPTION.sub(r"--\1 ", str(message)))
    return _LISTS.sub("", named)


def without_calls(message: object) -> str:
    """The same for whoever can neither call anything nor run a command."""
    return _LISTS.sub("", str(message))


# ---- streams ----

LIT = ("\ufdd0", "\ufdd1")
"""What say() writes in bold from, and to: code points of no character; a text that has them can do no more."""
_BOLD, _PLAIN = "\x1b[1;4m", "\x1b[0m"
_WRAPPED = re.compile(f"\n *(?=[^{LIT[0]}{LIT[1]}]*{LIT[1]})")
"""A line's end within what is bold, and the indent after it, which is not."""


def say(text: str, end: str = "\n") -> None:
    """Print for whoever reads standard output."""
    shown = visible(text)
    if LIT[0] in shown:
        shown = _WRAPPED.sub(rf"{LIT[1]}\g<0>{LIT[0]}", shown)
        shown = shown.replace(LIT[0], _BOLD).replace(LIT[1], _PLAIN) + _PLAIN
    print(shown, end=end)


def complain(text: str) -> None:
    """Print a line on standard error."""
    print(visible(text), file=sys.stderr)


class _Printer(io.TextIOBase):
    """Standard output for what writes to a file."""

    def write(self, text: str) -> int:
        say(text, end="")
        return len(text)


def printer() -> TextIO:
    """Standard output as a file, by way of say()."""
    configure(sys.stdout)
    made: Any = _Printer()
    return made  # type: ignore[no-any-return]


class _Closed(io.TextIOBase):
    """Standard output where whoever started the command has closed it."""

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "standard output is closed", "<standard output>")


def open_streams() -> None:
    """A stream that was closed before the command began is None in Python: printing to it says so, not an accident."""
    if sys.stdout is None:
        closed: Any = _Closed()
        sys.stdout = closed
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115


@contextmanager
def usage() -> Iterator[None]:
    """What the package refuses in here was asked for wrongly."""
    try:
        yield
    except ValueError as error:
        raise UsageError(in_shell(error)) from error


@contextmanager
def plainly() -> Iterator[None]:
    """Warnings in here are for whoever runs the command, not for a programmer: what, not where in the code."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", UserWarning)
        warnings.showwarning = lambda message, *where, **more: complain(f"ofsted: {in_shell(message)}")
        yield


def configure(stream: TextIO, encoding: str | None = "utf-8") -> None:
    """No character that a terminal cannot show ends the run; what a program reads is UTF-8 everywhere."""
    reconfigure: Any = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding=encoding or stream.encoding, errors="replace")


def failure(path: Path | str, error: Exception) -> str:
    """What went wrong with a file, in one line."""
    if isinstance(error, OfstedError):
        return in_a_line(f"ofsted: {error}")
    return in_a_line(f"ofsted: {path}: {getattr(error, 'strerror', None) or error}")
