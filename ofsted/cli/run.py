"""The command `ofsted`: reads reports and prints them for a person or for a program."""

from __future__ import annotations

import argparse
import json
import os
import sys
import textwrap
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import ofsted
from ofsted.cli.aligned import wrapped
from ofsted.cli.console import (
    BROKEN_PIPE,
    FAILED,
    INTERRUPTED,
    USAGE,
    UsageError,
    complain,
    failure,
    open_streams,
    plainly,
    say,
)
from ofsted.model.errors import OfstedError
from ofsted.sources.contents import READERS
from ofsted.tables.frames import SECONDARY

__all__ = ["main"]

_EXAMPLES = """\
examples:
  ofsted fetch reports/                    every report of Ofsted's site that is not there yet
  ofsted parse norfolk.pdf                 title, dates, judgements, recommendations, issues
  ofsted parse reports/ --brief            one line for each report of a folder
  ofsted parse norfolk.pdf --json          one JSON object
  ofsted parse reports/ --json > all.jsonl one JSON object a line
  ofsted judgements reports/ -o all.xlsx   every judgement of a folder as a workbook
  ofsted search 'pathway plan' reports/    every paragraph on a subject
  ofsted compare reports/ -a Norfolk -a Suffolk
  ofsted history Norfolk reports/          one authority over the years
  ofsted summary reports/ --html all.html  the latest result of each authority
  ofsted show norfolk.pdf --judgement overall_effectiveness -o proof.png
  ofsted mcp reports/                      the same for language models, by the Model Context Protocol
  ofsted schema                            the JSON Schema of what parse --json prints
"""
_PARSE_NOTES = """\
A folder means every .pdf, .txt, .html, .htm, .mhtml and .mht file below it. What a file is is told by its content,
not its name.
- means one report on standard input.

--json prints one indented object for one FILE, and one object a line (JSON Lines) for several or for a folder.

exit status: 0 all were read, 1 a file could not be read (standard error says which and why), 2 wrong usage
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (default: the process's own) and return its exit status."""
    open_streams()
    options = _options(argv)
    try:
        with plainly():
            status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has enough. Python flushes again at exit: give it somewhere to write to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except UsageError as error:
        complain(f"ofsted: {error}")
        return USAGE
    except (OfstedError, OSError, ImportError) as error:
        complain(failure(getattr(error, "filename", None) or options.command, error))
        return FAILED
    return status


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for. Files may stand before and behind options; argparse takes those of one place alone."""
    parser = _parser()
    if not (sys.argv[1:] if argv is None else argv):
        parser.print_help(sys.stderr)
        raise SystemExit(USAGE)
    options, more = parser.parse_known_args(argv)
    if more and (not hasattr(options, "paths") or any(one.startswith("-") and one != "-" for one in more)):
        parser.error(f"unrecognized arguments: {' '.join(more)}; see ofsted {options.command} --help")
    if more:
        options.paths += more
    return options


class _Help(argparse.RawDescriptionHelpFormatter):
    """Examples and notes keep their lines, as far as these fit the terminal."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return wrapped(text, width)


def _parser() -> argparse.ArgumentParser:
    description = "Reads Ofsted's reports on children's services."
    parser = argparse.ArgumentParser(prog="ofsted", description=description, epilog=_EXAMPLES, formatter_class=_Help)
    parser.add_argument("--version", action="version", version=f"ofsted {ofsted.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command")

    _add_fetch(commands)
    parse = commands.add_parser(
        "parse",
        help="read reports and print what they say",
        description="Reads reports (PDF, web page or text) and prints what they say, with the page of everything.",
        epilog=_PARSE_NOTES,
        formatter_class=_Help,
    )
    parse.add_argument("paths", nargs="+", metavar="FILE|DIR", help="a report, a folder of them, or -")
    _add_reader(parse)
    form = parse.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON for a program")
    form.add_argument("--brief", action="store_true", help="print one line for each report")
    parse.set_defaults(run=lambda options: _later("parse", options))

    _add_tables(commands)
    _add_search(commands)
    _add_compare(commands)
    _add_history(commands)
    _add_summary(commands)
    _add_show(commands)
    _add_mcp(commands)

    schema = commands.add_parser("schema", help="print the JSON Schema of a report")
    schema.set_defaults(run=_run_schema)
    return parser


_STATUS = """
{files}

exit status: 0 all were read, 1 a file could not be read (standard error says which and why), 2 wrong usage
"""
_TABLES = {
    "reports": "every report, a row each: authority, days, who led it, how much is in it",
    "judgements": "every judgement, with its grade, page and how it was read",
    "recommendations": "everything an authority is told to improve",
    "findings": "every strength, area for development and the like that a list names",
    "paragraphs": "every paragraph and list item",
    "issues": "every doubt about what was read",
    "unmatched": "reports that could not be put to an authority or a day",
    "errors": "files that could not be read, and why",
}
_OUTPUT = "where to: a name that ends in .csv, .xlsx or .parquet, or - for CSV on standard output"


_FILES = "A folder means every report below it, - one report on standard input."
_NAMES = f"{_FILES} An authority is named beside them or by -a; where a file has its name, by -a."
_NAMED = ("AUTHORITY|FILE|DIR", "reports, or folders of them; names or codes of authorities")


def _command(
    commands: Any, name: str, help_text: str, example: str, run: Callable[[Any], int], files: str = _FILES
) -> Any:
    """A subcommand; its help ends with examples."""
    parser = commands.add_parser(
        name,
        help=help_text,
        description=f"{help_text[:1].upper()}{help_text[1:]}.",
        epilog=f"examples:\n{textwrap.indent(example, '  ')}\n{_STATUS.format(files=files)}",
        formatter_class=_Help,
    )
    parser.set_defaults(run=run)
    return parser


def _add_reading(parser: Any, what: tuple[str, str] = ("FILE|DIR", "reports, or folders of them")) -> None:
    """Which reports, and how they are read."""
    parser.add_argument("paths", nargs="+", metavar=what[0], help=what[1])
    parser.add_argument("--cache", metavar="DIR", help="keep what was read here; the next run is many times faster")
    parser.add_argument(
        "--workers", type=int, metavar="N", help="threads and processes to read with (default: one a processor)"
    )
    parser.add_argument("--timeout", type=float, metavar="N", help="seconds that one file may take (default: no limit)")
    _add_reader(parser)


def _add_reader(parser: Any) -> None:
    parser.add_argument(
        "--reader",
        choices=READERS,
        default="auto",
        help="who reads PDFs: ofsted's own reader, PDFium, or (default) PDFium where the first does not know a file",
    )


def _add_filter(parser: Any) -> None:
    known = [framework.value for framework in ofsted.Framework]
    parser.add_argument(
        "-f",
        "--framework",
        action="append",
        type=str.lower,
        metavar="SLUG",
        help=f"only these: {', '.join(known)}",
    )
    parser.add_argument("-a", "--authority", action="append", metavar="NAME", help="only these: names or codes")


def _add_day(parser: Any) -> None:
    parser.add_argument(
        "--as-of", metavar="DAY", help="what was in force on this day, for example 2024-03-31 (default: today)"
    )


def _add_align_and_output(parser: Any) -> None:
    parser.add_argument("--align", action="store_true", help="count 'adequate' (until 2013) as 'requires improvement'")
    parser.add_argument("-o", "--output", metavar="OUT", help=_OUTPUT)


_FETCH_FILES = """\
FOLDER gets the PDFs and ofsted.jsonl, which holds authority, kind, day of publication and link of each. The \
commands that read a folder take these from there. Run it again to go on after Ctrl-C, and to get what is new."""


def _add_fetch(commands: Any) -> None:
    example = (
        "ofsted fetch reports/\n"
        "ofsted fetch reports/ -a Norfolk -a Suffolk --since 2018-01-01\n"
        "ofsted fetch reports/ -k 'focused visit' --user-agent 'data@example.org'"
    )
    what = "get reports from Ofsted's site, those that are not there yet"
    parser = _command(commands, "fetch", what, example, lambda options: _later("fetch", options), _FETCH_FILES)
    parser.add_argument("folder", metavar="FOLDER", help="where they go; made where it is not there")
    parser.add_argument("-a", "--authority", action="append", metavar="NAME", help="only these: names or codes")
    parser.add_argument(
        "-k", "--kind", action="append", metavar="WORDS", help="only kinds with these words in the name"
    )
    parser.add_argument("--since", metavar="DAY", help="only what was published on this day or later")
    parser.add_argument("--recheck", action="store_true", help="ask whether files that are there were replaced")
    parser.add_argument("--pause", type=float, default=1.0, metavar="N", help="seconds between two requests (1)")
    parser.add_argument("--user-agent", metavar="TEXT", help="who asks, for the site's owners")
    parser.add_argument("--base-url", metavar="URL", help="a copy of the site, instead of reports.ofsted.gov.uk")


def _add_tables(commands: Any) -> None:
    for name, what in _TABLES.items():
        some = "" if name == "errors" else " --framework ilacs"  # nobody knows of what framework these files are
        example = f"ofsted {name} reports/ -o {name}.xlsx\nofsted {name} reports/{some} > {name}.csv"
        parser = _command(commands, name, what, example, lambda options: _later("table", options))
        _add_reading(parser)
        _add_filter(parser)
        parser.add_argument("-o", "--output", default="-", metavar="OUT", help=f"{_OUTPUT} (default)")
        if name in SECONDARY:
            parser.add_argument("--news", action="store_true", help="of news articles, instead of what Ofsted wrote")
        parser.set_defaults(frame=name, news=False)


def _add_search(commands: Any) -> None:
    example = (
        "ofsted search 'pathway plans?' reports/\nofsted search -w missing reports/ --framework ilacs -o missing.csv"
    )
    what = "find every paragraph that matches a pattern (PCRE2; case does not count)"
    parser = _command(commands, "search", what, example, lambda options: _later("search", options))
    parser.add_argument("pattern", metavar="PATTERN")
    _add_reading(parser)
    _add_filter(parser)
    kinds = ("paragraphs", "recommendations", "findings")
    parser.add_argument("--within", choices=kinds, default="paragraphs", help="what is searched (default: paragraphs)")
    parser.add_argument("-w", "--word", action="store_true", help="whole words only")
    parser.add_argument("-F", "--literal", action="store_true", help="the pattern is plain text")
    parser.add_argument("-c", "--case", action="store_true", help="case counts")
    parser.add_argument("--width", type=int, default=160, metavar="N", help="characters shown of a paragraph (160)")
    parser.add_argument("-o", "--output", metavar="OUT", help=_OUTPUT)


def _add_compare(commands: Any) -> None:
    example = (
        "ofsted compare Norfolk Suffolk reports/\n"
        "ofsted compare reports/ -a Norfolk -a Suffolk\n"
        "ofsted compare reports/ --as-of 2024-03-31 --theme overall --theme care_leavers -o grades.csv"
    )
    what = "put authorities side by side: the grades in force on a day"
    parser = _command(commands, "compare", what, example, lambda options: _later("compare", options), _NAMES)
    _add_reading(parser, _NAMED)
    _add_day(parser)
    parser.add_argument("-a", "--authority", action="append", metavar="NAME", help="names or codes (default: all)")
    parser.add_argument("-t", "--theme", action="append", metavar="THEME", help="overall, help_and_protection, care, …")
    _add_align_and_output(parser)


def _add_history(commands: Any) -> None:
    example = (
        "ofsted history Norfolk reports/\n"
        "ofsted history reports/ -a Norfolk\n"
        "ofsted history 'North Yorkshire' reports/ -o north-yorkshire.csv"
    )
    what = "follow one authority over the years, under every framework"
    parser = _command(commands, "history", what, example, lambda options: _later("history", options), _NAMES)
    _add_reading(parser, _NAMED)
    parser.add_argument("-a", "--authority", action="append", metavar="NAME", help="its name or code")
    parser.add_argument("--no-predecessors", action="store_true", help="without the authorities that it replaced")
    _add_align_and_output(parser)


def _add_summary(commands: Any) -> None:
    example = "ofsted summary reports/ --html ilacs.html --xlsx ilacs.xlsx\nofsted summary reports/ --csv - > ilacs.csv"
    what = "list the latest result of each authority: as a table, a web page, a workbook or CSV"
    parser = _command(commands, "summary", what, example, lambda options: _later("summary", options))
    _add_reading(parser)
    _add_day(parser)
    parser.add_argument("-f", "--framework", type=str.lower, metavar="SLUG", help="ilacs (default), sif or area-send")
    for form in ("html", "xlsx", "csv"):
        parser.add_argument(
            f"--{form}",
            metavar="OUT",
            help=f"write .{form} to this file{', - for standard output' if form == 'csv' else ''}",
        )


def _add_show(commands: Any) -> None:
    example = (
        "ofsted show norfolk.pdf --judgement overall_effectiveness\n"
        "ofsted show norfolk.pdf --paragraph 12 -o paragraph-12.png"
    )
    what = "show where something was read: the lines around it, or a picture of its page"
    files = "FILE is one report, - the one on standard input. ofsted parse FILE lists its judgements and numbers."
    parser = _command(commands, "show", what, example, lambda options: _later("show", options), files)
    parser.add_argument("file", metavar="FILE", help="a report")
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("-j", "--judgement", metavar="KEY", help="its key, for example overall_effectiveness")
    wanted.add_argument("-p", "--paragraph", type=int, metavar="N", help="its printed number")
    wanted.add_argument("-r", "--recommendation", type=int, metavar="N", help="its printed number, else which from 1")
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="a picture (.png) of a PDF's page; of a text .html or .txt"
    )
    parser.add_argument("--full", action="store_true", help="the whole page instead of a part")
    parser.add_argument("--scale", type=float, default=2.0, metavar="N", help="pixels a point (2 is 144 dpi)")


_MCP_FILES = """\
A client starts this command itself: give it the command `ofsted` with the arguments `mcp` and the folder, in full. \
It answers on standard output until standard input ends, opens no port and changes nothing."""


def _add_mcp(commands: Any) -> None:
    example = "ofsted mcp reports/ --cache cache/"
    what = "let language models ask a folder of reports (Model Context Protocol)"
    parser = _command(commands, "mcp", what, example, lambda options: _later("mcp", options), _MCP_FILES)
    _add_reading(parser)


_MODULES = {"parse": "parse", "fetch": "fetching", "mcp": "serving"}


def _later(name: str, options: argparse.Namespace) -> int:
    """The command of this name, whose module is loaded when it is needed."""
    module = import_module(f"ofsted.cli.{_MODULES.get(name, 'commands')}")
    status: int = getattr(module, name)(options)
    return status


def _run_schema(options: argparse.Namespace) -> int:
    say(json.dumps(ofsted.schema(), indent=2, ensure_ascii=False))
    return 0
