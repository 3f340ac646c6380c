"""Memory over many parses, for each way in: is it flat? A table in Markdown; each row in a process of its own.

    python benchmarks/flat.py                    # 10,000 parses of each of the samples' kinds
    python benchmarks/flat.py --parses 1000

Memory is the most that the process holds after any of the first half of the parses, and after any of the second.
Each parse goes to the dict and through all of the samples in turn. Web pages need the extra `html`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from run import EXAMPLES, in_a_thread, memory_row

import ofsted

TOP = Path(__file__).resolve().parent.parent
WORD = TOP / "tests" / "core" / "word"  # as Word makes them, so that the own reader knows them
HEADINGS = ("The impact of leaders", "The experiences and progress", "What needs to improve", "Overall effectiveness")
Parse = Callable[[], object]


def by(reader: str, data: bytes) -> object:
    """A report's dict."""
    return ofsted.parse(data, reader=reader).to_dict()  # type: ignore[arg-type]


def texts() -> list[Parse]:
    """The samples as plain text."""
    return [partial(by, "auto", path.read_bytes()) for path in sorted(EXAMPLES.glob("*.txt"))]


def markdown() -> list[Parse]:
    """The same with the marks that a converter writes."""
    made = []
    for path in sorted(EXAMPLES.glob("*.txt")):
        lines = path.read_text("utf-8").replace("\f", "\n\n---\n\n").split("\n")
        marked = [f"## {line}" if line.startswith(HEADINGS) else line.replace("\t", " | ") for line in lines]
        data = ("# " + "\n".join(marked)).encode()
        if ofsted.parse(data).source.format == "markdown":
            made.append(partial(by, "auto", data))
    return made


def pages() -> list[Parse]:
    """The samples as web pages."""
    return [partial(by, "auto", path.read_bytes()) for path in sorted(EXAMPLES.glob("*.html"))]


def pdfs(reader: str) -> list[Parse]:
    """PDFs that this reader knows: Word's for our own, the samples for PDFium."""
    made = []
    for path in sorted((WORD if reader == "ofsted" else EXAMPLES).glob("*.pdf")):
        data = path.read_bytes()
        try:
            by(reader, data)
        except ofsted.OfstedError:
            continue
        made.append(partial(by, reader, data))
    return made


WAYS: dict[str, Callable[[], list[Parse]]] = {
    "text": texts,
    "Markdown": markdown,
    "web pages": pages,
    "PDF, the package's own reader": partial(pdfs, "ofsted"),
    "PDF, PDFium": partial(pdfs, "pdfium"),
}


def measure(way: str, parses: int) -> str:
    """One row."""
    tasks = WAYS[way]()
    return memory_row(f"{way} ({len(tasks)} files)", tasks, parses)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--parses", type=int, default=10_000, help="over which memory is watched (%(default)s)")
    parser.add_argument("ways", nargs="*", default=list(WAYS), help="which rows; default: all")
    options = parser.parse_args()
    print("| memory | parses | most in the first half | in the second | growth |\n|---|--:|--:|--:|--:|")
    for way in options.ways:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            print(alone.submit(in_a_thread, partial(measure, way, options.parses)).result(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
