"""What commands share: exit statuses, errors in one line, streams that can print everything."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from ofsted.model.errors import OfstedError

__all__ = [
    "BROKEN_PIPE",
    "FAILED",
    "INTERRUPTED",
    "USAGE",
    "UsageError",
    "configure",
    "failure",
    "plainly",
    "usage",
]

FAILED, USAGE, INTERRUPTED, BROKEN_PIPE = 1, 2, 130, 141


class UsageError(Exception):
    """The command was asked for something that cannot be; the exit status is 2."""


@contextmanager
def usage() -> Iterator[None]:
    """What the package refuses in here was asked for wrongly."""
    try:
        yield
    except ValueError as error:
        raise UsageError(str(error)) from error


@contextmanager
def plainly() -> Iterator[None]:
    """Warnings in here are for whoever runs the command, not for a programmer: what, not where in the code."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", UserWarning)
        warnings.showwarning = lambda message, *where, **more: print(f"ofsted: {message}", file=sys.stderr)
        yield


def configure(stream: TextIO, encoding: str | None = "utf-8") -> None:
    """No character that a terminal cannot show ends the run; what a program reads is UTF-8 everywhere."""
    reconfigure: Any = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding=encoding or stream.encoding, errors="replace")


def failure(path: Path | str, error: Exception) -> str:
    """What went wrong with a file, in one line."""
    if isinstance(error, OfstedError):
        return f"ofsted: {error}"
    return f"ofsted: {path}: {getattr(error, 'strerror', None) or error}"
