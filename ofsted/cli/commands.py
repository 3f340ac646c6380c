"""What the commands that look at many reports do: tables, search, comparisons, the summary; and `show`.

`ofsted.cli.run` says which options there are. A command returns its exit status: 0, or 1 where a file could not be read
(standard error says which and why). What was asked for wrongly raises `ofsted.cli.console.UsageError`.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import shlex
import sys
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import ofsted
from ofsted.cli.aligned import aligned, passage, room, wrapped
from ofsted.cli.console import FAILED, LIT, STANDARD_INPUT, UsageError, complain, printer, say, usage
from ofsted.comparing.summary import scale_of
from ofsted.comparing.unmatched import NOT_READ, OF_TABLE, first_of, in_a_cell, listed_by
from ofsted.model.characters import in_a_line
from ofsted.model.errors import NotFoundError, OfstedError
from ofsted.model.grades import Framework, Grade
from ofsted.model.paths import target_of, whole_file
from ofsted.model.words import count
from ofsted.showing.evidence import excerpt
from ofsted.showing.workbook import require_openpyxl, table_to_excel
from ofsted.tables.arrays import require_pandas, require_pyarrow
from ofsted.tables.columns import Columns, columns_of
from ofsted.tables.coverage import unread, without_rows
from ofsted.tables.doubts import each, merged
from ofsted.tables.export import write_csv

__all__ = ["compare", "history", "search", "show", "summary", "table"]

FORMATS = (".csv", ".xlsx", ".parquet")
_NOTHING = ofsted.Corpus()
"""Asked the same before reports are read, so that a day, a theme or a pattern that is none is said before the work."""


# ---- reading ----


def read(options: argparse.Namespace) -> tuple[ofsted.Corpus, int]:
    """The reports that a command names, and the exit status that files which could not be read make."""
    paths = [path for path in options.paths if path != "-"]
    corpus = ofsted.Corpus()
    if paths:
        with usage():
            how = {"workers": options.workers, "cache": options.cache, "timeout": options.timeout}
            corpus = ofsted.read(paths, reader=options.reader, **how)
    if "-" in options.paths:
        try:
            corpus += ofsted.Corpus([ofsted.parse(sys.stdin.buffer.read(), reader=options.reader)])
        except OfstedError as error:
            corpus += ofsted.Corpus(errors=[(STANDARD_INPUT, type(error).__name__, error.reason)])
    failed = list(zip(*(corpus.table("errors").column(name) for name in ("path", "message")), strict=True))
    for path, message in failed:
        complain(in_a_line(f"ofsted: {path or repr(path)}: {message}{_meant(path, options)}"))
    return corpus, FAILED if failed or not len(corpus) else 0


def _meant(path: str, options: argparse.Namespace) -> str:
    """Where an authority's name stands in a file's place, how this command is asked for one."""
    if os.path.exists(path) or "authority" not in options:
        return ""
    if _is_authority(path):
        return f"; an authority is given as -a {path!r}"
    is_name = re.fullmatch(r"\w[\w' &,-]+", path) is not None
    return f"; if that is an authority, give it as -a {path!r}" if is_name else ""


def _is_authority(name: str) -> bool:
    """Whether it is one of the register's, by name or code."""
    try:
        ofsted.find_authority(name)
    except NotFoundError:
        return False
    return True


def _take_names(options: argparse.Namespace) -> list[str]:
    """The authorities that -a names, and those that stand among the files, which are none; the files keep the rest."""
    names = [path for path in options.paths if not os.path.exists(path) and _is_authority(path)]
    options.paths = [path for path in options.paths if path not in names]
    return [*(options.authority or []), *names]


def _need_files(options: argparse.Namespace, names: Sequence[str]) -> None:
    """UsageError where nothing but authorities is named."""
    if not options.paths:
        said = " ".join(map(shlex.quote, names))
        raise UsageError(f"which reports? Add files or folders: ofsted {options.command} {said} reports/")


# ---- writing ----


def check_output(output: str | None, endings: Sequence[str] = FORMATS) -> None:
    """UsageError for an output of a kind that there is not, ImportError for one whose package is missing, OSError.

    Said before the work, not after it.
    """
    ending = Path(output or "-").suffix.lower()
    if ending == ".xlsx":
        require_openpyxl()
    elif ending == ".parquet":
        require_pyarrow()
    if output and output != "-" and ending in endings:
        target_of(output)
    if output not in (None, "-") and ending not in endings:
        raise UsageError(f"-o takes a name that ends in {', '.join(endings)}, or - for standard output: not {output!r}")


def write(columns: Columns, output: str, attrs: Mapping[Any, Any]) -> None:
    """A table as CSV, workbook or Parquet, as the name's ending says; '-' is CSV on standard output.

    `attrs` hold what is doubtful about no row alone: a sheet of a workbook.
    """
    ending = Path(output).suffix.lower()
    if output == "-":
        # On Windows standard output makes \r\n of \n by itself; elsewhere and in files one kind of line end is enough.
        write_csv(columns, printer(), "\n")
    elif ending == ".csv":
        with whole_file(output) as made, open(made, "w", encoding="utf-8-sig", errors="replace", newline="") as file:
            write_csv(columns, file, "\n")
    elif ending == ".parquet":
        from pyarrow import parquet

        with whole_file(output) as made:
            parquet.write_table(columns.to_arrow(), made)
    else:
        with usage():
            table_to_excel(columns, output, listed_by(attrs))
    if output != "-":
        complain(f"ofsted: {output}: {count(len(columns), 'row')}")


def _write_compared(columns: Columns, output: str, attrs: Mapping[Any, Any]) -> None:
    """The same of a comparison, whose numbers all of that may change: where there are no sheets each row says it."""
    beside = Path(output).suffix.lower() != ".xlsx"
    write(columns.with_text(OF_TABLE, in_a_cell(attrs)) if beside else columns, output, attrs)


def _coloured() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _words(value: str | None) -> str | None:
    """A grade as people write it."""
    return str(Grade(value)) if value in {g.value for g in Grade} else value


# ---- the commands ----


def table(options: argparse.Namespace) -> int:
    """`ofsted judgements` and the like: one frame of the corpus."""
    check_output(options.output)
    with usage():
        _NOTHING.filter(framework=options.framework)
    corpus, status = read(options)
    corpus = _of(corpus, options)
    lacking = without_rows(corpus, [options.frame], options.news) if options.frame != "errors" else []
    attrs = {"left_out": lacking}
    write(corpus.table(options.frame, options.news), options.output, attrs)
    _say_left_out(corpus, attrs)
    return status


def _say_left_out(corpus: ofsted.Corpus, attrs: Mapping[Any, Any]) -> None:
    """The reports that have no row, though one may be due; of files that could not be read all is said."""
    lost = set(unread(corpus))
    said = (
        ("without a row here, though one may be due", [line for line in attrs.get("left_out", []) if line not in lost]),
        ("in which nothing was found, and whose text may not be whole", attrs.get("not_whole", [])),
    )
    for what, lines in said:
        if lines:
            complain(in_a_line(f"ofsted: {count(len(lines), 'report')} {what}: {', '.join(first_of(lines))}"))


def _of(corpus: ofsted.Corpus, options: argparse.Namespace) -> ofsted.Corpus:
    """Only what --framework and --authority leave."""
    with usage():
        return corpus.filter(framework=options.framework, authority=options.authority)


def search(options: argparse.Namespace) -> int:
    """`ofsted search`: every paragraph that matches."""
    check_output(options.output)
    require_pandas()
    marks = LIT if options.output is None and _coloured() else ("**", "**")
    how = {"case": options.case, "word": options.word, "literal": options.literal, "within": options.within}
    with usage():
        _NOTHING.search(options.pattern, framework=options.framework, **how)
    corpus, status = read(options)
    corpus = _of(corpus, options)
    with usage():
        found = corpus.search(options.pattern, marks=marks, width=options.width, **how)
    if options.output is not None:
        write(columns_of(found), options.output, found.attrs)
        _say_left_out(corpus, found.attrs)
        return status
    columns = columns_of(found)
    for row in columns.rows():
        place = ", ".join(filter(None, [row["section"], f"page {row['page']}" if row["page"] else None]))
        authority = row["authority"] or "unknown authority"
        days = f", {row['end'][:4]}" if row["end"] else ""
        head = in_a_line(f"{row['path'] or STANDARD_INPUT}: {authority}{days}: {place}")
        say(passage(head, _below(row["snippet"], row["doubts"])))
    sys.stdout.flush()
    reports = len(set(columns.column("report")))
    complain(f"ofsted: {count(len(columns), 'paragraph')} in {count(reports, 'report')}")
    _say_left_out(corpus, found.attrs)
    return status


def compare(options: argparse.Namespace) -> int:
    """`ofsted compare`: authorities beside each other."""
    check_output(options.output)
    require_pandas()
    names = _take_names(options)
    _need_files(options, names)
    how = {"themes": options.theme, "as_of": options.as_of, "align": options.align}
    with usage():
        _NOTHING.compare(**how)
    corpus, status = read(options)
    with usage():
        frame = corpus.compare(names or None, **how)
    columns = columns_of(frame)
    if options.output is not None:
        _write_compared(columns, options.output, frame.attrs)
        return status
    themes = [name for name, kind in columns.kinds.items() if kind == "grade"]
    head = ["Authority", *(theme.replace("_", " ").capitalize() for theme in themes)]
    rows = []
    for row in columns.rows():
        kind = str(Framework(row["framework"])) if row["framework"] else ""
        inspected = f"{kind} {row['end'] or ''}".strip()
        name = "\n".join(filter(None, [row["authority"], inspected]))
        cells = [name, *(_words(row[theme]) or "–" for theme in themes)]
        rows.append((cells, _below(row["notes"], row["doubts"])))
    say(aligned(head, rows))
    return status


def _below(notes: str | None, doubts: str | None) -> list[str]:
    """What is said below a row: a text or why a grade is missing or differs, and what to check, marked by '!'."""
    return [*([notes] if notes else []), *(f"! {doubt}" for doubt in each(doubts))]


def history(options: argparse.Namespace) -> int:
    """`ofsted history`: one authority over the years."""
    check_output(options.output)
    require_pandas()
    name = _followed(options)
    corpus, status = read(options)
    with usage():
        frame = corpus.history(name, not options.no_predecessors, options.align)
    columns = columns_of(frame)
    if options.output is not None:
        _write_compared(columns, options.output, frame.attrs)
        return status
    if not len(columns):
        complain(f"ofsted: no judgement of {name} in these reports")
        return status
    reports: dict[str, list[dict[str, Any]]] = {}
    for row in columns.rows():
        reports.setdefault(row["report"], []).append(row)
    rows = [line for found in reports.values() for line in _inspection(found)]
    say(aligned(["Dated", "Framework", "Grade", "Judgement", "Page"], rows))
    if unread := frame.attrs.get("unread"):
        complain(in_a_line(f"ofsted: {NOT_READ}: {'; '.join(first_of(unread))}"))
    return status


def _followed(options: argparse.Namespace) -> str:
    """The authority that is followed: by -a, among the files, or the first word, which only the reports may know."""
    names = _take_names(options)
    first = options.paths[:1]
    if not names and (os.path.isfile(first[0]) or (os.path.exists(first[0]) and len(options.paths) == 1)):
        raise UsageError(f"history of which authority? ofsted history NAME {first[0]}, or the same with -a NAME")
    if not names:
        names, options.paths = first, options.paths[1:]
    if len(names) > 1:
        raise UsageError(f"history follows one authority, not {' and '.join(map(repr, names))}: compare takes several")
    _need_files(options, names)
    return names[0]


def _inspection(rows: Sequence[dict[str, Any]]) -> list[tuple[list[Any], list[str]]]:
    """The judgements of one report; below the last of them its file and what to check."""
    lines: list[tuple[list[Any], list[str]]] = []
    for row in rows:
        own = "" if row["lineage"] == "itself" else f" ({row['authority']})"
        label = f"{row['label']} ({row['scope']})" if row["scope"] else row["label"]
        kind = f"{Framework(row['framework'])}{own}"
        lines.append(([row["dated"], kind, _words(row["grade"]) or "no grade", label, row["page"]], []))
    about = [(row["theme"] or row["key"] or "", row["doubts"]) for row in rows]
    file = os.path.basename(rows[0]["path"] or "")
    lines[-1][1].extend(_below(f"in {file}" if file else None, merged(about)))
    return lines


def summary(options: argparse.Namespace) -> int:
    """`ofsted summary`: one row an authority with its latest result, as a table, a page, a workbook or CSV."""
    if options.xlsx:
        require_openpyxl()
        with usage():
            target_of(options.xlsx, ".xlsx")
    for output in (options.html, options.csv):
        if output and output != "-":
            target_of(output)
    how = {"framework": options.framework or "ilacs", "as_of": options.as_of}
    with usage():
        _NOTHING.summary(**how)
    corpus, status = read(options)
    with usage():
        made = corpus.summary(**how)
    written = []
    for path, form in ((options.html, made.to_html), (options.xlsx, made.to_excel), (options.csv, made.to_csv)):
        if path and path != "-":
            written.append(form(path))
    for path in written:
        complain(f"ofsted: {path}: {count(len(made), 'authority', 'authorities')}")
    if options.csv == "-":
        writer = csv.writer(printer(), lineterminator="\n")
        beside = in_a_cell(made.attrs)
        writer.writerow([*made.columns, OF_TABLE])
        writer.writerows([*(row.get(name) for name in made.columns), beside] for row in made)
    elif not written:
        say(_in_short(made))
    return status


def _in_short(made: ofsted.Summary) -> str:
    """The summary for a person: how many hold which grade, then a row an authority."""
    counts = Counter(row.get("overall") for row in made)
    told = [f"{counts[grade.value]} {str(grade).lower()}" for grade in scale_of(made.framework) if counts[grade.value]]
    told += [f"{counts[None]} without an overall grade"] if counts[None] else []
    rows: list[tuple[list[Any], list[str]]] = []
    for row in made:
        before = row.get("previous_overall")
        cells = [row["authority"] or "unknown", row["end"], _words(row.get("overall")) or row["status"] or "–"]
        cells += [_words(before), row.get("direction"), len(each(row["doubts"])) or None]
        rows.append((cells, _below(None, row["doubts"])))
    head = ["Authority", "Inspected", "Overall", "Before", "Change", "To check"]
    counted = f"{count(len(made), 'authority', 'authorities')}: {', '.join(told) or 'none'}"
    heading = "\n".join([made.title, *textwrap.wrap(counted, room())]) + "\n"
    return f"{heading}\n{aligned(head, rows)}" if rows else heading


# ---- show ----


def show(options: argparse.Namespace) -> int:
    """`ofsted show`: where something was read, as words or as a picture."""
    data = sys.stdin.buffer.read() if options.file == "-" else None
    report = ofsted.parse(options.file if data is None else data)
    items = _wanted(report, options)
    if options.output is None:
        say("\n\n".join(_in_words(report, item) for item in items))
        return 0
    if len(items) > 1:
        raise UsageError(f"-o takes one thing, and {len(items)} answer to this: say which")
    try:
        picture = report.show(items[0], full=options.full, scale=options.scale, file=data)
        written = picture.save(options.output)
    except ValueError as error:
        hint = "; a page of a PDF is saved as a picture, such as .png" if "extension" in str(error) else ""
        raise UsageError(f"{error}{hint}") from error
    complain(f"ofsted: {written}: {picture}")
    for doubt in each(picture.doubts):
        complain(in_a_line(f"ofsted: ! {doubt}"))
    return 0 if picture.note is None else FAILED


def _wanted(report: ofsted.Report, options: argparse.Namespace) -> list[Any]:
    """What --judgement, --paragraph or --recommendation names."""
    if options.judgement is not None:
        found: list[Any] = report.judgements.all(options.judgement)
        there, what = ", ".join(report.judgements.keys()), "judgement"
        asked = options.judgement
    elif options.recommendation is not None:
        asked, what = str(options.recommendation), "recommendation"
        advice = report.recommendations
        there = f"1 to {len(advice)}" if advice else ""
        found = advice.all(asked) or advice.all(asked + ".")
        found = found or ([advice[options.recommendation - 1]] if 0 < options.recommendation <= len(advice) else [])
    else:
        asked, what = str(options.paragraph), "paragraph"
        numbers = [p.number for p in report.paragraphs if p.number is not None]
        there = f"{min(numbers)} to {max(numbers)}" if numbers else ""
        found = [p for p in report.paragraphs if p.number == options.paragraph]
    if not found:
        raise UsageError(f"{options.file} has no {what} {asked!r}; there is {there or 'none'}")
    return found


def _in_words(report: ofsted.Report, item: Any) -> str:
    """The lines around it, with its page."""
    place = excerpt(report, item.span)
    marks = LIT if _coloured() else ("**", "**")
    head = passage(repr(item), _below(str(place), report.doubts(item)))
    return f"{head}\n\n{wrapped(place.lines(marks))}"
