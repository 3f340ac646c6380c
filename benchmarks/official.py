"""The package against Ofsted's own published outcomes: every grade, day and theme of a visit that its tables give.

    OFSTED_SHARED=FOLDER python benchmarks/official.py           # FOLDER/corpus/pdf, FOLDER/reference/official/*.ods
    python benchmarks/official.py REPORTS --releases RELEASES    # any folders

The releases are the spreadsheets 'Local authority inspection outcomes' and 'Children's social care in England' (Open
Government Licence v3.0); `releases.py` says what is read of them, and how. A report belongs to the inspection of the
same authority and framework whose first day is nearest; where the tables give none, as for all before ILACS, to the one
published nearest. Needs `pip install 'ofsted[official]'`. Returns 1 where a grade differs, 2 where a release cannot be
read.
"""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from releases import LayoutError, Outcome, apart, outcomes

import ofsted

SAME_KEY = {"in_care_and_care_leavers": "in_care"}
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

    def count(self, what: str, same: bool, line: str) -> None:
        """Count a grade, a day or a theme."""
        if same:
            self.same[what] += 1
        else:
            self.differ[what].append(line)

    def miss(self, report: ofsted.Report, name: str, days: Sequence[date]) -> None:
        """Note a report that no row is about; `days` are those of all rows."""
        start = start_of(report)
        if start is None or min(days) <= start <= max(days):
            self.not_in_table.append(f"{name} ({start})")
        else:
            (self.earlier if start < min(days) else self.later).append(f"{report.authority.name} {start}")


# ---- which report is which inspection ----


def start_of(report: ofsted.Report) -> date | None:
    """The first day of the inspection."""
    return min((period.start for period in report.inspection_periods if period.start), default=None)


def distance(report: ofsted.Report, outcome: Outcome) -> int | None:
    """Days between what a report and a table give: of the inspection, else of publication, else of a guess."""
    start = start_of(report)
    if start and outcome.start:
        return abs((start - outcome.start).days)
    if report.published and outcome.published:
        return abs((report.published - outcome.published).days)
    return abs((start - outcome.when).days) if start else None


def pairs(reports: Sequence[ofsted.Report], table: Sequence[Outcome]) -> list[tuple[ofsted.Report, Outcome]]:
    """Reports and inspections of one authority and framework, nearest first, each once."""
    near = [(distance(report, outcome), i, j) for i, report in enumerate(reports) for j, outcome in enumerate(table)]
    found: dict[int, int] = {}
    for days, i, j in sorted((days, i, j) for days, i, j in near if days is not None):
        if days <= apart(table[j].framework) and i not in found and j not in found.values():
            found[i] = j
    return [(reports[i], table[j]) for i, j in found.items()]


# ---- one report ----


def evidence(report: ofsted.Report, judgement: ofsted.Judgement | None) -> str:
    """Where a grade was read, and in which words."""
    if judgement is None:
        return "no such judgement was read"
    words = " ".join(report.text[slice(*judgement.span)].split())
    return f"{judgement.grade} on page {judgement.page}: {textwrap.shorten(words, 160)!r}"


def compare(report: ofsted.Report, outcome: Outcome, name: str, tally: Tally) -> None:
    """Compare all that both give of an inspection."""
    tally.both += 1
    read = {SAME_KEY.get(j.key, j.key): j for j in report.judgements if j.key}
    for key in sorted(outcome.asked):
        found, grade = read.get(key), outcome.grades.get(key)
        if found or grade:  # a grade that only the report gives differs, too
            line = f"{name}: {key} is {evidence(report, found)}; official: {grade} ({outcome.where})"
            tally.count("grade", found is not None and found.grade == grade, line)
    for what, ours, theirs in (
        ("start", start_of(report), outcome.start),
        ("published", report.published, outcome.published),
    ):
        if theirs and (ours or what == "start"):  # many reports print no day of publication
            tally.count(what, ours == theirs, f"{name}: {ours}; official: {theirs} ({outcome.where})")
    if outcome.theme:
        doubts = "".join(f", {issue.code}" for issue in report.issues if issue.field == "theme")
        line = f"{name}: {report.theme}{doubts}; official: {outcome.theme} ({outcome.where})"
        tally.count("theme", report.theme == outcome.theme, line)


def check(reports: Iterable[tuple[str, ofsted.Report]], table: Sequence[Outcome]) -> dict[str, Tally]:
    """A tally for each framework that the tables know. `reports`: names to print, and reports."""
    here: dict[tuple[str, str | None], list[ofsted.Report]] = defaultdict(list)
    there: dict[tuple[str, str | None], list[Outcome]] = defaultdict(list)
    days: dict[str, list[date]] = defaultdict(list)
    for outcome in table:
        there[outcome.framework, outcome.la_code].append(outcome)
        days[outcome.framework].append(outcome.when)
    names = {}
    for name, report in reports:
        if report.framework.value in days and not report.second_hand:
            names[id(report)] = name
            here[report.framework.value, report.authority.la_code].append(report)
    tallies = {framework: Tally() for framework in sorted(days)}
    for which in sorted({*here, *there}, key=str):
        tally, met = tallies[which[0]], pairs(here[which], there[which])
        for report, outcome in met:
            compare(report, outcome, names[id(report)], tally)
        seen = {id(thing) for pair in met for thing in pair}
        for report in here[which]:
            if id(report) not in seen:
                tally.miss(report, names[id(report)], days[which[0]])
        tally.no_report += [f"{o.authority} {o.start or o.published}" for o in there[which] if id(o) not in seen]
    return tallies


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
        table = outcomes(paths)
    except (LayoutError, ImportError) as error:
        print(
            f"{error}" + ("; pip install 'ofsted[official]'" if isinstance(error, ImportError) else ""), file=sys.stderr
        )
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
