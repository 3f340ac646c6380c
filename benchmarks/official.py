"""The package against Ofsted's own published outcomes: every grade, day and theme of a visit that its tables give.

    OFSTED_SHARED=FOLDER python benchmarks/official.py           # FOLDER/corpus/pdf, FOLDER/reference/official/*.ods
    python benchmarks/official.py REPORTS --releases RELEASES    # any folders

The releases are the spreadsheets 'Local authority inspection outcomes' and 'Children's social care in England' (Open
Government Licence v3.0); `ofsted.official.releases` says what is read of them, and how. A report belongs to the
inspection of the same authority and framework whose first day is nearest; where the tables give none, as for all before
ILACS, to the one published nearest. It prints what `corpus.check_official()` gives, for the releases of a folder. Needs
`pip install 'ofsted[official]'`. Returns 1 where a grade differs, 2 where a release cannot be read.
"""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import ofsted
from ofsted.comparing.official import check_rows
from ofsted.official.releases import LayoutError, read_releases
from ofsted.official.table import Outcome

COMPARED = {"grade": "grades", "start": "start dates", "published": "publication dates", "theme": "themes"}


@dataclass
class Tally:
    """What was found of one framework. The lists hold lines to print."""

    both: int = 0
    same: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COMPARED, 0))
    differ: dict[str, list[str]] = field(default_factory=lambda: {what: [] for what in COMPARED})
    not_in_table: list[str] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    no_report: list[str] = field(default_factory=list)


def check(reports: Iterable[tuple[str, ofsted.Report]], table: Sequence[Outcome]) -> dict[str, Tally]:
    """A tally for each framework that the tables know. `reports`: names to print, and reports."""
    names = {report.id: (name, report) for name, report in reports}
    days: dict[str, list[date]] = {}
    for outcome in table:
        days.setdefault(outcome.framework, []).append(outcome.when)
    tallies = {framework: Tally() for framework in sorted(days)}
    both = set()
    for row in check_rows((report for _, report in names.values()), table):
        tally, name = tallies[row["framework"]], names[row["report"]][0] if "report" in row else ""
        if row["status"] == "no report":
            tally.no_report.append(f"{row['authority']} {row['start'] or row['published']}")
        elif row["status"] == "not in the table":
            start = date.fromisoformat(row["start"]) if row["start"] else None
            if start is None or min(days[row["framework"]]) <= start <= max(days[row["framework"]]):
                tally.not_in_table.append(f"{name} ({start})")
            else:
                early = start < min(days[row["framework"]])
                (tally.earlier if early else tally.later).append(f"{row['authority']} {start}")
        else:
            both.add((row["framework"], row["report"]))
            if row["status"] == "same":
                tally.same[row["what"]] += 1
            else:
                tally.differ[row["what"]].append(f"{name}: {difference(row, names[row['report']][1])}")
    for framework, _ in both:
        tallies[framework].both += 1
    return tallies


def difference(row: dict[str, Any], report: ofsted.Report) -> str:
    """What both say, with the place of each."""
    official = f"official: {row['official']} ({row['release']}, {row['sheet']}, row {row['row']})"
    if row["what"] == "grade":
        said = f"{row['read']} on page {row['page']}: {row['evidence']!r}" if "page" in row else "not among those read"
        return f"{row['key']} is {said}; {official}"
    doubts = [f", {issue.code}" for issue in report.issues if issue.field == "theme" and row["what"] == "theme"]
    return f"{row['read']}{''.join(doubts)}; {official}"


# ---- what is printed ----


def listed(title: str, lines: Sequence[str], flow: bool = False) -> list[str]:
    """A list below its title, or nothing; `flow` puts its entries one after the other."""
    if not lines:
        return []
    indent = {"initial_indent": "    ", "subsequent_indent": "    "}
    together = textwrap.wrap("; ".join(sorted(lines)), 118, break_on_hyphens=False, **indent)
    body = together if flow else [f"    {line}" for line in lines]
    return [f"  {title}: {len(lines)}", *body]


def lines_of(framework: str, tally: Tally) -> list[str]:
    """A framework's figures and lists."""
    made = [f"{framework}: {tally.both} inspections in both"]
    for what, many in COMPARED.items():
        if tally.same[what] or tally.differ[what]:
            made.append(f"  {many}: {tally.same[what]} the same, {len(tally.differ[what])} differ")
            made += [f"    {line}" for line in tally.differ[what]]
    return [
        *made,
        *listed("reports that are not in the table", tally.not_in_table),
        *listed("reports on inspections before the table's first", tally.earlier, flow=True),
        *listed("reports on inspections after the table's last", tally.later, flow=True),
        *listed("rows of the table without a report here", tally.no_report, flow=True),
    ]


def arguments() -> argparse.Namespace:
    """The folders, from the command line or below OFSTED_SHARED."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    shared = os.environ.get("OFSTED_SHARED")
    folder = Path(shared) if shared else None
    parser.add_argument("reports", type=Path, nargs="?", default=folder and folder / "corpus" / "pdf")
    parser.add_argument("--releases", type=Path, default=folder and folder / "reference" / "official")
    options = parser.parse_args()
    if options.reports is None or options.releases is None:
        parser.error("give a folder of reports and --releases, a folder of .ods files, or set OFSTED_SHARED")
    return options


def main() -> int:
    """Read both, compare, print."""
    options = arguments()
    try:
        paths = sorted(options.releases.glob("*.ods"))
        table = read_releases(paths)
    except (LayoutError, ImportError) as error:
        print(error, file=sys.stderr)
        return 2
    if not paths:
        print(f"{options.releases}: no .ods files", file=sys.stderr)
        return 2
    corpus = ofsted.read(options.reports)
    folder = options.reports if options.reports.is_dir() else options.reports.parent
    named = [(os.path.relpath(str(report.source.path), folder), report) for report in corpus]
    tallies = check(named, table)
    print("\n".join(line for framework, tally in tallies.items() for line in lines_of(framework, tally)))
    revised = [f"{o.framework}, {o.authority}, {line}" for o in table for line in o.revised]
    left_out = [name for name, report in named if report.second_hand]
    print("\n".join(listed("left out, for nothing shows them to be Ofsted's own", left_out)))
    print("\n".join(listed("files that could not be read", [str(path) for path in corpus.errors()["path"]])))
    print("\n".join(listed("what an older release says differently (the newer stands)", revised)))
    return 1 if any(tally.differ["grade"] for tally in tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
