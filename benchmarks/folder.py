"""A folder of PDFs read cold, in threads, against the same by PDFium alone in as many processes; and its memory.

    python benchmarks/folder.py FOLDER

Both ways take turns; of several the fastest counts. Ratios of the time on the clock, which is of use on an idle machine
only, and of the time that all processors spent. Then the folder is read over and over, as often as makes so many
parses: the most memory after any read of the first half, and of the second.
"""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from time import perf_counter

from run import memory_row

import ofsted


def spent() -> float:
    """Seconds of all processors, by this process and by those that it has waited for."""
    return sum(os.times()[:4])


def measured(folder: Path, workers: int, reader: str) -> tuple[float, float]:
    """Seconds on the clock and of processors that one cold read takes."""
    begin = perf_counter(), spent()
    ofsted.read(folder, workers=workers, reader=reader, progress=False)  # type: ignore[arg-type]
    return perf_counter() - begin[0], spent() - begin[1]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="of reports")
    parser.add_argument("--workers", type=int, default=2, help="threads, or processes (%(default)s)")
    parser.add_argument("--repeats", type=int, default=3, help="of which the fastest counts (%(default)s)")
    parser.add_argument("--parses", type=int, default=10_000, help="over which memory is watched (%(default)s)")
    options = parser.parse_args()

    rounds: dict[str, list[tuple[float, float]]] = {"auto": [], "pdfium": []}
    for _ in range(options.repeats):
        for reader, times in rounds.items():
            times.append(measured(options.folder, options.workers, reader))
    clock, processors = (
        min(times[i] for times in rounds["auto"]) / min(times[i] for times in rounds["pdfium"]) for i in (0, 1)
    )
    print(f"| cold read ÷ PDFium alone, {options.workers} workers | on the clock | processors |\n|---|---|---|")
    print(f"| | **{clock:.2f}** | **{processors:.2f}** |", flush=True)

    corpus = ofsted.read(options.folder, workers=options.workers, progress=False)
    files = len(corpus) + len(corpus.table("errors")) + len(corpus.table("duplicates"))
    del corpus
    again = partial(ofsted.read, options.folder, options.workers, progress=False)
    print("\n| memory | reads | most in the first half | in the second | growth |\n|---|---|---|---|---|")
    print(memory_row(f"{files} files in threads", [again], max(10, options.parses // files)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
