"""Speed as ratios, and memory: a table in Markdown, everything measured in one run on one machine.

    python benchmarks/run.py            # the samples in examples/
    python benchmarks/run.py FOLDER     # your own reports: every PDF and .txt below FOLDER

What is compared is measured in turns, file by file; of several repeats the fastest counts. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain, cycle, islice
from pathlib import Path
from time import perf_counter
from typing import Any

import pypdfium2

import ofsted

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
Task = Callable[[], Any]


def plain_text(path: Path) -> list[str]:
    """The text of every page as pypdfium2 gives it: what a parser of PDFs does at the very least."""
    document = pypdfium2.PdfDocument(path)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range())
        text_page.close()
        page.close()
    document.close()
    return texts


def spread(files: list[Path], most: int) -> list[Path]:
    """At most `most` of the files, evenly spread over them."""
    step = max(1, -(-len(files) // most))
    return files[::step]


def readable(files: list[Path]) -> Iterator[tuple[Path, ofsted.Report]]:
    """The files that are reports, with their reports; the rest is nothing to measure."""
    for path in files:
        try:
            yield path, ofsted.parse(path)
        except ofsted.OfstedError as error:
            print(f"left out: {error}", file=sys.stderr)


def fastest(tasks: Sequence[Task], repeats: int, number: int, clock: Callable[[], float] = perf_counter) -> list[float]:
    """Seconds of `clock` that each task takes, at best. The tasks take turns, each `number` times in a row."""
    best = [float("inf")] * len(tasks)
    for _ in range(repeats):
        for i, task in enumerate(tasks):
            begin = clock()
            for _ in range(number):
                task()
            best[i] = min(best[i], (clock() - begin) / number)
    return best


def in_a_thread(main: Callable[[], int]) -> int:
    """What `main` returns, for scripts that measure a thread's own time: in the main one a PDF is read by another."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(main).result()


def total(rounds: list[list[float]]) -> list[float]:
    """The sum over all files for each task."""
    return [sum(column) for column in zip(*rounds, strict=True)]


def pdf_rows(paths: list[Path], repeats: int) -> Iterator[str]:
    """PDF to Report against the plain text of the same files."""
    if not paths:
        return
    rounds = [fastest([partial(ofsted.parse, path), partial(plain_text, path)], repeats, 1) for path in paths]
    ours, plain = total(rounds)
    yield row("PDF → Report", "pypdfium2, plain text", ours, plain, len(paths))


def as_dict(text: str) -> dict[str, Any]:
    """The report of a text as a tree of dicts."""
    return ofsted.parse_text(text).to_dict()


def text_tasks(text: str) -> list[Task]:
    """Report, dict, json.loads of the same report, str.splitlines."""
    made = ofsted.parse_text(text).to_json()
    return [partial(ofsted.parse_text, text), partial(as_dict, text), partial(json.loads, made), text.splitlines]


def text_rows(texts: list[str], repeats: int) -> Iterator[str]:
    """Text to Report and to dict against json.loads of the same report's JSON and against str.splitlines."""
    if not texts:
        return
    report, tree, loads, splitlines = total([fastest(text_tasks(text), repeats, 10) for text in texts])
    for name, seconds in (("text → Report", report), ("text → dict", tree)):
        yield row(name, "json.loads of the report's JSON", seconds, loads, len(texts))
        yield row(name, "str.splitlines of the text", seconds, splitlines, len(texts))


def row(what: str, against: str, ours: float, theirs: float, files: int) -> str:
    """One line of the table of ratios."""
    each = f"{ours / files * 1e3:.2f} ms, {theirs / files * 1e3:.2f} ms"
    return f"| {what} | {against} | **{ours / theirs:.2f}** | {each} | {files} |"


def resident() -> int | None:
    """KiB of memory that the process holds now; where only the peak is known, the peak; None on Windows."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") // 1024
    except OSError:
        pass
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def most_held(tasks: Iterable[Task]) -> int:
    """KiB of memory that the process held at most after one of the tasks; 0 where that is not known."""
    most = 0
    for task in tasks:
        task()
        most = max(most, resident() or 0)
    return most


def memory_row(what: str, tasks: list[Task], parses: int) -> str:
    """The most memory held in the first half of the parses, which fill the caches, and in the second.

    Not one moment against another: how much of what is free the system's allocator gives back at once varies.
    """
    turns = cycle(tasks)
    first, second = (most_held(islice(turns, count)) for count in (parses // 2, parses - parses // 2))
    if not second:
        return f"| {what} | {parses:,} | not measured here | | |"
    return f"| {what} | {parses:,} | {first / 1024:.1f} MiB | {second / 1024:.1f} MiB | **{second - first:+,} KiB** |"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES, help="of reports; default: examples/")
    parser.add_argument("--most", type=int, default=60, help="files of each kind, evenly spread (%(default)s)")
    parser.add_argument("--repeats", type=int, default=15, help="of which the fastest counts (%(default)s)")
    parser.add_argument("--parses", type=int, default=10_000, help="over which memory is watched (%(default)s)")
    options = parser.parse_args()

    files = sorted(path for path in options.folder.rglob("*") if path.is_file())
    pdfs = dict(readable(spread([p for p in files if p.suffix.lower() == ".pdf"], options.most)))
    texts = [r.text for _, r in readable(spread([p for p in files if p.suffix.lower() == ".txt"], options.most))]
    texts = texts or [report.text for report in pdfs.values()]
    if not texts:
        print(f"no report in {options.folder}", file=sys.stderr)
        return 1
    paths = list(pdfs)
    pdfs.clear()

    gc.disable()
    print("| what | against | ratio | each, on average | files |\n|---|---|---|---|---|")
    for line in chain(pdf_rows(paths, options.repeats), text_rows(texts, options.repeats)):
        print(line, flush=True)
    gc.enable()
    print("\n| memory | parses | most in the first half | in the second | growth |\n|---|---|---|---|---|")
    print(memory_row("text → dict", [partial(as_dict, text) for text in texts], options.parses))
    if paths:
        print(memory_row("PDF → Report", [partial(ofsted.parse, path) for path in paths], options.parses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
