"""What people use today against this package: the time for each report, and the share of graded facts that is right.

    python benchmarks/compare.py            # prints the tables
    python benchmarks/compare.py --write    # … puts them into docs/speed.md, and the plot beside it
    python benchmarks/compare.py --redraw   # the plot alone, from the tables in the page

With OFSTED_SHARED set to a folder of real reports with labels it reads those, else the samples in examples/. The other
tools: pip install pymupdf pdfplumber pypdf tabula-py jpype1 matplotlib, and a Java; what is missing is left out.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from baselines.pdf_tools import TOOLS, Tool
from baselines.plain_python import outline
from baselines.rules import LABEL, Facts, grade_of
from run import as_dict, fastest, in_a_thread, plain_text, spread
from writing import BLUE, GREY, between, cells, label_apart, plot, put

import ofsted

ROOT = Path(__file__).resolve().parent.parent
PAGE, PLOT, MARK = ROOT / "docs" / "speed.md", ROOT / "docs" / "speed.svg", "measured"
SUMMARY = "Milliseconds for a report against the share of facts that are right, one point a tool"
FRAMEWORKS = ("ilacs", "sif")
OURS = "**ofsted**"
KINDS = ("judgements", "overall", "dates", "lead inspector")


@dataclass
class Case:
    """A report with what a person read in it: (kind, key) → value."""

    path: Path
    framework: str
    facts: dict[tuple[str, str], Any]


def key_of(label: str) -> str:
    """The key of a judgement by its label, the same for every tool."""
    if re.search(r"safeguarding children board|lscb", label, re.IGNORECASE):
        return "lscb_effectiveness"
    label = label.replace("\N{NO-BREAK SPACE}", " ")
    found = [key for key, pattern in LABEL.items() if pattern.search("progress of " + label)]
    return found[0] if found else label


def bare(name: str | None) -> str:
    """A name's letters: what two extractors must agree on."""
    return "".join(c for c in (name or "").lower() if c.isalpha())


def by_kind(
    judgements: dict[str, str], start: Any, end: Any, published: Any, lead: str | None
) -> dict[tuple[str, str], Any]:
    """Facts in the one form in which they are compared."""
    facts: dict[tuple[str, str], Any] = {
        ("overall" if key == "overall_effectiveness" else "judgements", key): grade for key, grade in judgements.items()
    }
    facts |= {("dates", "start"): start, ("dates", "end"): end, ("dates", "published"): published}
    return facts | {("lead inspector", ""): bare(lead)}


def labelled(folder: Path) -> Iterator[Case]:
    """Real reports of a shared folder."""
    for label in json.loads((folder / "gold" / "reports.json").read_text(encoding="utf-8")):
        if label["framework"] not in FRAMEWORKS:
            continue
        grades = {key_of(words): grade_of(grade) for words, grade, *_ in label["judgements"]}
        start, end = map(date.fromisoformat, label["periods"][0])
        published = date.fromisoformat(label["published"]) if label["published"] else None
        facts = by_kind(grades, start, end, published, label["lead_inspector"])
        yield Case(folder / "corpus" / "pdf" / label["name"], label["framework"], facts)


def samples() -> Iterator[Case]:
    """The fictional reports in examples/."""
    for path in sorted((ROOT / "tests" / "samples" / "expected").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        if label["framework"] not in FRAMEWORKS or not label["inspection_periods"]:
            continue
        grades = {key_of(found["label"]): found["grade"] for found in label["judgements"]}
        start, end = map(date.fromisoformat, label["inspection_periods"][0])
        published = date.fromisoformat(label["published"]) if label["published"] else None
        facts = by_kind(grades, start, end, published, label["lead_inspector"])
        yield Case(ROOT / "examples" / f"{path.stem}.pdf", label["framework"], facts)


def facts_of_report(report: ofsted.Report) -> Facts:
    """The facts that are compared, of a report."""
    period = report.inspection_periods[0] if report.inspection_periods else None
    lead = report.lead_inspector
    return {
        "judgements": {key_of(j.label): j.grade.value for j in report.judgements if j.grade},
        "start": period.start if period else None,
        "end": period.end if period else None,
        "published": report.published,
        "lead_inspector": lead.name if lead else None,
    }


class Score:
    """Of one tool: seconds, and facts right, wrong and not found by kind."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.total: Counter[str] = Counter()

    def add(self, case: Case, facts: Facts) -> None:
        """Compare one report. What a person found nowhere is not counted, and not what a tool invents there."""
        got = by_kind(facts["judgements"], facts["start"], facts["end"], facts["published"], facts["lead_inspector"])
        for (kind, key), want in case.facts.items():
            if want:
                found = got.get((kind, key))
                self.total[kind] += 1
                self.right[kind] += found == want
                self.wrong[kind] += bool(found) and found != want

    @property
    def each(self) -> float:
        """Milliseconds a report."""
        return 1e3 * sum(self.seconds) / len(self.seconds)

    @property
    def share(self) -> float:
        """Of all facts, those that are right."""
        return sum(self.right.values()) / max(1, sum(self.total.values()))


def in_turns(tasks: Sequence[Callable[[], Any]], repeats: int, number: int = 1) -> list[float]:
    """`fastest()` of the calling thread's own processor time, so that other programs on the machine do not count; nor
    do the threads with which Java collects garbage and compiles.
    """
    return fastest(tasks, repeats, number, thread_time)


def available() -> dict[str, Tool]:
    """The tools that are installed."""
    tools = {}
    for name, make in TOOLS.items():
        try:
            tools[name] = make()
        except Exception as error:  # noqa: BLE001  a missing module, a missing Java: whatever it is, it is said
            print(f"left out: {name}: {error}", file=sys.stderr)
    return tools


def compare_pdfs(cases: Sequence[Case]) -> tuple[dict[str, Score], float]:
    """Every tool on every report, the slow ones once, each warmed up on the first; and seconds for the plain text.

    Ours and the plain text come first, before Java runs in the process.
    """
    own, plain = Score(), 0.0
    for case in cases:
        report, text = in_turns([partial(ofsted.parse, case.path), partial(plain_text, case.path)], 5)
        own.seconds.append(report)
        own.add(case, facts_of_report(ofsted.parse(case.path)))
        plain += text
    scores = {OURS: own}
    for name, tool in available().items():
        scores[name] = score = Score()
        tool(cases[0].path)
        for case in cases:
            begin = thread_time()
            facts = tool(case.path)
            score.seconds.append(thread_time() - begin)
            score.add(case, facts)
        print(f"{name}: {score.each:.0f} ms", file=sys.stderr, flush=True)
    return scores, plain


def pdf_table(scores: dict[str, Score], plain: float) -> list[str]:
    """Time and share for each tool."""
    own = scores[OURS].each
    lines = [
        f"| PDF → facts | ms a report | times ofsted | {' | '.join(KINDS)} | all facts right | wrong, not missing |",
        "|---|--:|--:|" + "--:|" * (len(KINDS) + 2),
    ]
    for name, score in scores.items():
        shares = " | ".join(f"{score.right[kind] / max(1, score.total[kind]):.1%}" for kind in KINDS)
        lines.append(
            f"| {name} | {score.each:.1f} | {score.each / own:.1f} | {shares} | **{score.share:.1%}** "
            f"| {sum(score.wrong.values())} of {sum(score.total.values())} |"
        )
    return [
        *lines,
        f"| *pypdfium2: plain text, no facts* | {plain:.1f} | {plain / own:.2f} |" + " |" * (len(KINDS) + 2),
    ]


def text_rows(texts: Sequence[str]) -> list[str]:
    """Text → report, framework by framework, against json.loads of the same report and what plain Python does."""
    sums: defaultdict[str, list[list[float]]] = defaultdict(list)
    for text in texts:
        report = ofsted.parse_text(text)
        made = report.to_json()
        tasks = [
            partial(ofsted.parse_text, text),
            partial(as_dict, text),
            partial(outline, text),
            partial(json.loads, made),
            text.splitlines,
        ]
        times = in_turns(tasks, 7, 5)
        sums[report.framework.value].append(times)
    lines = [
        "| text → report | texts | report, µs | dict, µs | plain Python, table and headings, µs | `json.loads`, µs "
        "| `splitlines`, µs | report ÷ `json.loads` | dict ÷ `json.loads` |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    sums["**all**"] = [times for rounds in sums.values() for times in rounds]
    for name, rounds in sorted(sums.items(), key=lambda item: ("*" in item[0], item[0])):
        mean = [1e6 * sum(column) / len(rounds) for column in zip(*rounds, strict=True)]
        report, tree, plain, loads, split = mean
        lines.append(
            f"| {name} | {len(rounds)} | {report:.0f} | {tree:.0f} | {plain:.0f} | {loads:.0f} | {split:.0f} "
            f"| {report / loads:.2f} | {tree / loads:.2f} |"
        )
    return lines


def parse_all(texts: Sequence[str]) -> None:
    """Parse them one after the other."""
    for text in texts:
        ofsted.parse_text(text)


def thread_gain(texts: Sequence[str], count: int, threads: int) -> float:
    """How many times faster `count` texts are read in so many threads than in one; the best of three."""
    work = list(islice(cycle(texts), count))
    gains = []
    with ThreadPoolExecutor(threads) as pool:
        for _ in range(3):
            begin = perf_counter()
            parse_all(work)
            alone = perf_counter() - begin
            begin = perf_counter()
            list(pool.map(parse_all, (work[i::threads] for i in range(threads))))
            gains.append(alone / (perf_counter() - begin))
    return max(gains)


def import_time() -> float:
    """Milliseconds of `import ofsted` in a new interpreter, at best of ten."""
    code = "from time import perf_counter as t; a = t(); import ofsted; print(t() - a)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(10)]
    return min(float(run.stdout) for run in runs) * 1e3


def draw(tools: Sequence[tuple[str, float, float]], path: Path) -> None:
    """Time against share, one point a tool: its name, milliseconds for a report, facts that are right in per cent."""
    with plot(path, SUMMARY, (7, 3.6)) as panels:
        for axes in panels:
            axes.set_xscale("log")
            axes.set_xlim(min(each for _, each, _ in tools) / 2, max(each for _, each, _ in tools) * 10)
            axes.set_ylim(min(share for *_, share in tools) - 1, 100.6)
            axes.set_xlabel("milliseconds for a report (logarithmic)")
            axes.set_ylabel("facts that are right, %")
            for name, each, share in tools:
                axes.scatter(each, share, s=60, color=BLUE if name == OURS else GREY, zorder=3)
            names = [name.replace("*", "").replace("`", "").replace(", re", "") for name, *_ in tools]
            label_apart(axes, [(each, share, name) for name, (_, each, share) in zip(names, tools, strict=True)])


def written() -> list[tuple[str, float, float]]:
    """The tools' names, times and shares as they stand in the page's first table."""
    rows = [cells(line) for line in between(PAGE, MARK)]
    rows = rows[2 : rows.index([""]) if [""] in rows else None]
    share = cells(between(PAGE, MARK)[0]).index("all facts right")
    return [(row[0], float(row[1]), float(row[share].strip("*%"))) for row in rows if row[share]]


def main() -> int:
    """Measure, print, and perhaps write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--most", type=int, default=40, help="PDFs, evenly spread (%(default)s)")
    parser.add_argument("--texts", type=int, default=60, help="texts, evenly spread (%(default)s)")
    parser.add_argument("--count", type=int, default=10_000, help="texts for the threads (%(default)s)")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/speed.md and draw the plot")
    parser.add_argument("--redraw", action="store_true", help="draw the plot from the page; nothing is measured")
    options = parser.parse_args()
    if options.redraw:
        draw(written(), PLOT)
        return 0
    given = os.environ.get("OFSTED_SHARED")
    shared = Path(given) if given else None
    cases: list[Case] = list(labelled(shared) if shared else samples())
    chosen = [c for name in FRAMEWORKS for c in cases if c.framework == name]
    step = max(1, -(-len(chosen) // options.most))
    chosen = chosen[::step]
    folder = shared / "corpus" / "text" if shared else ROOT / "examples"
    files = spread(sorted(folder.rglob("*.txt")), options.texts) + (
        [*sorted((ROOT / "examples").glob("*.txt"))] if shared else []
    )
    texts = [path.read_text(encoding="utf-8") for path in files]

    gc.disable()
    rows = text_rows(texts)
    gc.enable()
    gain, start = thread_gain(texts, options.count, 4), import_time()
    scores, plain = compare_pdfs(chosen)
    what = f"{len(chosen)} {'real' if shared else 'fictional'} reports ({', '.join(FRAMEWORKS)})"
    tables = "\n".join(
        [
            *pdf_table(scores, 1e3 * plain / len(chosen)),
            "",
            f"PDFs: {what}. Texts: {len(texts)}, of four text extractors and the samples.",
            "",
            *rows,
            "",
            "| target | measured |",
            "|---|--:|",
            f"| PDF → Report ÷ pypdfium2's plain text | {sum(scores[OURS].seconds) / plain:.2f} |",
            f"| {options.count:,} texts in 4 threads on {os.cpu_count()} cores, times faster than in one "
            f"| {gain:.2f} |",
            f"| `import ofsted` | {start:.0f} ms |",
        ]
    )
    print(tables)
    if options.write:
        put(PAGE, MARK, tables)
        draw([(name, score.each, 100 * score.share) for name, score in scores.items()], PLOT)
    return 0


if __name__ == "__main__":
    sys.exit(in_a_thread(main))
