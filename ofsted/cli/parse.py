"""The command `ofsted parse`: one report after the other, printed as soon as it is read."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import ofsted
from ofsted.cli.console import FAILED, STANDARD_INPUT, complain, configure, failure, say
from ofsted.cli.report_text import brief, full
from ofsted.model.characters import in_a_line
from ofsted.model.errors import OfstedError
from ofsted.reading.progress import Progress
from ofsted.sources.files import File, find
from ofsted.tables.facts import beyond_issues

__all__ = ["parse"]


def parse(options: argparse.Namespace) -> int:
    """`ofsted parse`: each report as text or as JSON, as soon as it is read."""
    files = list(_files(options.paths))
    one = len(options.paths) == 1 and len(files) == 1 and files[0].path == options.paths[0]
    configure(sys.stdout, "utf-8" if options.json else None)
    progress = Progress(len(files), None if len(files) > 1 else False)
    failed = 0
    for file in files:
        path = Path(file.path)
        try:
            if file.error:
                raise file.error
            source = sys.stdin.buffer.read() if file.path == "-" else path
            report = ofsted.parse(source, reader=options.reader)
        except (OfstedError, OSError) as error:
            progress.clear()
            failed += 1
            sys.stdout.flush()  # so that the line is in its place where both go to one file
            if file.path == "-" and isinstance(error, OfstedError):
                error.path = STANDARD_INPUT
            complain(failure(file.path or "''", error))
        else:
            progress.clear()
            _print(path, report, options, alone=one)
        progress.advance()
    progress.close()
    return _close(len(files), failed)


def _print(path: Path, report: ofsted.Report, options: argparse.Namespace, alone: bool) -> None:
    if options.json:
        say(report.to_json(indent=2 if alone else None))
        for doubt in beyond_issues(report):
            complain(in_a_line(f"ofsted: {path}: {doubt}"))
    elif options.brief:
        say(brief(path, report))
    else:
        say(full(path, report), end="\n\n")
    sys.stdout.flush()  # whatever comes later, it is there


def _close(count: int, failed: int) -> int:
    """Say what failed, in one line, and return the exit status."""
    sys.stdout.flush()
    if failed and count > 1:
        complain(f"ofsted: {failed} of {count} files could not be read")
    return FAILED if failed or not count else 0


def _files(paths: list[str]) -> Iterator[File]:
    """What `ofsted.read()` would read; a file that is there is read whatever it is called."""
    for path in paths:
        is_file = path == "-" or (os.path.lexists(path) and not os.path.isdir(path))
        yield from [File(path)] if is_file else find([path])
