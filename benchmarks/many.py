"""Many reports: what a cache saves, how to_json() compares, and time and memory from 1,000 to 100,000 reports.

    python benchmarks/many.py --reports FOLDER           # reports that are there, read from a cache
    python benchmarks/many.py --made 1000 10000 100000   # reports that are made; 7 GB of disk and a quarter of an hour
    python benchmarks/many.py --made 1000 10000 100000 --paragraphs 10
    python benchmarks/many.py --json FOLDER              # needs orjson

Each step is run in a new process and measured from within, imports done before: processor seconds, and the most memory
that the process ever held. A made report is text of an inspection of services with a hundred paragraphs, 36 KB, or as
many as are asked for; the authorities are England's, the days differ.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from time import process_time
from warnings import catch_warnings

from shapes import COVER_LINES

import ofsted

PARAGRAPH = (
    "{n}. Social workers in {place} know children well, and visit them as often as their needs ask for. Plans say what "
    "is to change, by when, and who will help; most are reviewed in time. Where they drift, managers do not always see "
    "it soon enough, so that some children wait for help that was agreed. Number {n} of report {i}.\n\n"
)
GRADES = ("Outstanding", "Good", "Requires improvement to be good", "Inadequate")
Steps = dict[str, float]


def made(i: int, place: str, paragraphs: int) -> str:
    """The text of one report."""
    start = date(2018, 1, 8) + timedelta(days=i * 37 % 2900)
    days = f"Inspection dates: {start.day} {start:%B %Y} to {(start + timedelta(days=11)).day} "
    days += f"{start + timedelta(days=11):%B %Y}"
    rows = (f"{line.split(chr(9))[0]}\t{GRADES[(i + k) % 4]}" for k, line in enumerate(COVER_LINES[3:]))
    cover = [COVER_LINES[0].replace("Wrexley", place), days, COVER_LINES[2], *rows]
    body = "".join(PARAGRAPH.format(n=n, i=i, place=place) for n in range(1, paragraphs + 1))
    return "\n".join(cover) + "\n\nMain findings\n\n" + body


def make(count: int, folder: Path, paragraphs: int) -> None:
    """So many reports in folders of a thousand."""
    places = [authority.name for authority in ofsted.local_authorities()]
    for i in range(count):
        path = folder / f"{i // 1000:04d}" / f"report-{i:06d}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(made(i, places[i % len(places)], paragraphs), encoding="utf-8")


@contextmanager
def timed(steps: Steps, name: str) -> Iterator[None]:
    """Processor seconds of what is done, and the memory until its end, in MB."""
    begun = process_time()
    yield
    steps[name] = process_time() - begun
    steps[f"{name}, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


# ---- steps; each a process of its own ----


def parse(folder: str, cache: str) -> Steps:
    """Parsing all of it, which fills the cache."""
    steps: Steps = {}
    with timed(steps, "parse, fill the cache"):
        corpus = ofsted.read(folder, cache=cache, workers=1, progress=False)
    steps["reports"] = len(corpus)
    return steps


def use(folder: str, cache: str) -> Steps:
    """Reading from the cache, and what is asked most often."""
    import pandas  # noqa: F401

    import ofsted.comparing.on_a_day
    import ofsted.comparing.over_time
    import ofsted.reading.many_files
    import ofsted.tables.building

    steps: Steps = {}
    with timed(steps, "read from the cache"):
        corpus = ofsted.read(folder, cache=cache, workers=1, progress=False)
    with timed(steps, "judgements()"):
        corpus.judgements()
    names = [str(report.path) for report in corpus]
    with timed(steps, "corpus[name], 1,000 times"):
        for i in range(1000):
            assert corpus[names[i * 7919 % len(names)]]
    for name, ask in (
        ("inspections()", corpus.inspections),
        ("latest()", corpus.latest),
        ("compare()", corpus.compare),
        ("shares()", lambda: corpus.shares("region")),
        ("changes()", corpus.changes),
        ("history(), of one authority", lambda: corpus.history("Kent")),
        ("events(), of one authority", lambda: corpus.events("Kent")),
        ("neighbours(), of one authority", lambda: corpus.neighbours("Kent")),
        ("check_official()", corpus.check_official),
        ("with_outcomes()", corpus.with_outcomes),
        ("search()", lambda: corpus.search("agreed. Number 7 of")),
    ):
        with timed(steps, name), catch_warnings(action="ignore"):
            ask()
    return steps


def whole(folder: str, cache: str) -> Steps:
    """What frames were built from before: each file hashed, each report decoded and checked as a whole."""
    import hashlib

    import ofsted.reading.many_files
    from ofsted.model.shape import is_report
    from ofsted.sources.files import find, read_bytes

    steps: Steps = {}
    with timed(steps, "hash every file, decode all"):
        for file in find(folder):
            hashlib.sha256(read_bytes(file.path)).hexdigest()
        for report in ofsted.read(folder, cache=cache, workers=1, progress=False):
            assert is_report(report.to_dict())
    return steps


def text(folder: str, cache: str) -> Steps:
    """Every paragraph in a frame."""
    steps: Steps = {}
    corpus = ofsted.read(folder, cache=cache, workers=1, progress=False)
    with timed(steps, "table of all paragraphs"):
        steps["paragraphs"] = len(corpus.table("paragraphs"))
    return steps


STEPS: dict[str, Callable[[str, str], Steps]] = {"parse": parse, "use": use, "whole": whole, "text": text}


def step(name: str, folder: Path, cache: Path) -> Steps:
    """One step in a new process."""
    command = [sys.executable, __file__, "--step", name, str(folder), str(cache)]
    found: Steps = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


# ---- what is printed ----


def of_made(counts: list[int], paragraphs: int) -> None:
    """Time and memory for so many reports each, as a table of Markdown, each step beside its growth."""
    found: list[Steps] = []
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="ofsted-many-", dir=".") as folder:
            reports, cache = Path(folder, "reports"), Path(folder, "cache")
            reports.mkdir()
            make(count, reports, paragraphs)
            steps = step("parse", reports, cache)
            step("use", reports, cache)  # notes the files' hashes
            found.append(steps | step("use", reports, cache) | step("text", reports, cache))
        print(f"{count:,} reports done", file=sys.stderr)
    names = [name for name in found[0] if f"{name}, MB" in found[0]]
    print("| made reports |" + "".join(f" {count:,} |" for count in counts) + " growth |")
    print("|---|" + "--:|" * (len(counts) + 1))
    for name in names:
        shown = "".join(f" {f[name]:.2f} s, {f[f'{name}, MB']:,.0f} MB |" for f in found)
        growth = " × ".join(f"{b[name] / a[name]:.1f}" for a, b in pairwise(found))
        print(f"| {name} |{shown} {growth} |")


def of_reports(folder: Path, runs: int = 5) -> None:
    """Reports that are there: the best of several runs of each, in turn."""
    with tempfile.TemporaryDirectory(prefix="ofsted-many-", dir=".") as cache:
        step("parse", folder, Path(cache))
        step("use", folder, Path(cache))
        all_runs = [step("use", folder, Path(cache)) | step("whole", folder, Path(cache)) for _ in range(runs)]
    best = {name: min(steps[name] for steps in all_runs) for name in all_runs[0]}
    cold = best["read from the cache"] + best["judgements()"]
    for name, seconds in best.items():
        print(f"{name:30} {seconds:8.3f}")
    print(f"cold, then judgements(): {cold:.3f} s, {cold / best['hash every file, decode all']:.3f} of the last")


def of_json(folder: Path, runs: int = 5) -> None:
    """to_json() against orjson, which is given the dict."""
    import orjson

    total = {"to_json": 0.0, "orjson": 0.0}
    for report in ofsted.read(folder, workers=1, progress=False):
        tree, times = report.to_dict(), {"to_json": [], "orjson": []}  # type: ignore[var-annotated]
        for _ in range(runs):
            for name, write in (("to_json", report.to_json), ("orjson", lambda tree=tree: orjson.dumps(tree))):
                begun = process_time()
                write()
                times[name].append(process_time() - begun)
        for name, taken in times.items():
            total[name] += min(taken)
    print(f"to_json() takes {total['to_json'] / total['orjson']:.2f} of orjson.dumps() of the dict")


def main() -> None:
    """The tables that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--made", type=int, nargs="+", metavar="COUNT")
    parser.add_argument("--paragraphs", type=int, default=100, help="of a made report (%(default)s)")
    parser.add_argument("--reports", type=Path, metavar="FOLDER")
    parser.add_argument("--json", type=Path, metavar="FOLDER")
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        name, folder, cache = options.step
        print(json.dumps(STEPS[name](folder, cache)))
    if options.made:
        of_made(options.made, options.paragraphs)
    if options.reports:
        of_reports(options.reports)
    if options.json:
        of_json(options.json)


if __name__ == "__main__":
    main()
