"""Damaged documents through the package as a user has it: a report or a named error for each, in 5 s and 500 MB.

    python fuzz/damaged.py [COUNT [SEED]]    COUNT PDFs and COUNT texts, made of the project's own samples; else 10,000

Half of the PDFs are changed object by object and put together again, so that the own reader meets them; the others are
changed as they are, unpacked or not. Prints what came of them, the longest time and the most memory.
"""

from __future__ import annotations

import os
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP), str(TOP / "fuzz")]

import seeds  # noqa: E402

import ofsted  # noqa: E402
from tests import word_pdf  # noqa: E402

MOST_SECONDS, MOST_MEGABYTES = 5, 500
NOT_NAMED = "not a named error"
AT_ONCE = 250  # documents for each process: one that dies costs one of them
WORDS = (TOP / "examples" / "ilacs-2024.txt").read_text("utf-8")
NUMBERS = [
    b"0",
    b"-1",
    b"1",
    b"2",
    b"7",
    b"65536",
    b"2147483647",
    b"-2147483648",
    b"99999999999999999999",
    b"0.0001",
    b"1e9",
]
NAMES = (
    b"/P /H1 /L /LI /Table /TR /TD /Span /K /Kids /MCID /Pg /S /StructParents /Parent /Type /Contents /Length /Filter"
).split()
SIGNS = [
    "\f",
    "\t",
    "\x00",
    "\ufffd",
    "\u202e",
    "# ",
    "| ",
    "**",
    "\n\n",
    "Good",
    "Inadequate",
    "1.",
    "- ",
    "page 2",
    "%PDF-1.7",
    "<br>",
]


def changed_objects(dice: random.Random, data: bytes) -> bytes:
    """Some numbers, names and ranges of bytes are others."""
    made = bytearray(data)
    for _ in range(dice.randrange(1, 4)):
        at, kind = dice.randrange(len(made)), dice.randrange(5)
        if kind == 0 and (found := re.compile(rb"\d+").search(made, at)):
            made[found.start() : found.end()] = dice.choice(NUMBERS)
        elif kind == 1 and (found := re.compile(rb"/[A-Za-z]+").search(made, at)):
            made[found.start() : found.end()] = dice.choice(NAMES)
        elif kind == 2:
            del made[at : at + dice.randrange(1, 200)]
        elif kind == 3:
            made[at:at] = made[at : at + dice.randrange(1, 2000)]
        else:
            made[at] ^= 1 << dice.randrange(8)
        if not made:
            return b"%PDF-1.7"
    return bytes(made)


def damaged_pdf(dice: random.Random, samples: list[bytes]) -> bytes:
    """One of the samples, or a document as Word makes it, changed in one of the ways."""
    way = dice.randrange(4)
    if way < 2:
        lines = WORDS.splitlines()
        first = dice.randrange(len(lines))
        pages = ["\n".join(lines[first : first + 30]), "\n".join(lines[:20])]
        change = {dice.randrange(1, 60) for _ in range(dice.randrange(1, 3))}

        def edit(objects: dict[int, bytes]) -> None:
            for number in change & set(objects):
                objects[number] = changed_objects(dice, objects[number])

        kept = dice.choice(["table", "stream", "hybrid", "update"])
        return word_pdf.of_text("\f".join(pages), kept=kept, edit=edit)
    sample = dice.choice(samples)
    return changed_objects(dice, seeds.unpacked(sample) if way == 2 else sample)


def damaged_text(dice: random.Random, samples: list[bytes]) -> bytes:
    """Lines and bytes of a sample that are gone, twice, elsewhere or others; every third in Markdown."""
    lines = dice.choice(samples).split(b"\n")
    if dice.randrange(3) == 0:
        lines = seeds.marked_down(lines).split(b"\n")
    for _ in range(dice.randrange(1, 12)):
        a, b = sorted(dice.choices(range(len(lines)), k=2))
        kind = dice.randrange(5)
        if kind == 0:
            del lines[a : min(b, a + 40)]
        elif kind == 1:
            lines[a:a] = lines[b : b + 40]
        elif kind == 2:
            lines[a] = bytes(dice.randrange(256) for _ in range(dice.randrange(60)))
        elif kind == 3:
            at = dice.randrange(len(lines[a]) + 1)
            lines[a] = lines[a][:at] + dice.choice(SIGNS).encode() * dice.choice([1, 1, 50]) + lines[a][at:]
        else:
            lines[a : a + 2] = [b" ".join(lines[a : a + 2])]
        lines = lines or [b""]
    return b"\n".join(lines)


def read_some(
    pipe: Connection,
    make: Callable[[random.Random, list[bytes]], bytes],
    samples: list[bytes],
    seed: str,
    numbers: range,
) -> None:
    """Says of each document its number, what came of it and the processor's seconds; at last the most memory, in MB."""
    for number in numbers:
        data = make(random.Random(f"{seed} {number}"), samples)  # noqa: S311
        pipe.send((number, None, 0.0))
        begun = time.process_time()
        try:
            result = "report by " + (ofsted.parse(data).source.extractor or "text").split()[0]
        except ofsted.OfstedError as error:
            result = type(error).__name__
        except Exception as error:  # noqa: BLE001
            result = f"{NOT_NAMED}: {error!r}"
        pipe.send((number, result, time.process_time() - begun))
    pipe.send((-1, "memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def read_all(
    make: Callable[[random.Random, list[bytes]], bytes], samples: list[bytes], seed: str, count: int
) -> tuple[Counter[str], float, float]:
    """How often what came of them, the longest time and the most memory."""
    results: Counter[str] = Counter()
    longest = most = 0.0
    first = 0
    while first < count:
        here, there = get_context("fork").Pipe(duplex=False)
        child = get_context("fork").Process(
            target=read_some, args=(there, make, samples, seed, range(first, min(first + AT_ONCE, count)))
        )
        child.start()
        there.close()
        at = first
        try:
            while True:
                at, result, taken = here.recv()
                if at < 0:
                    most = max(most, taken)
                elif result:
                    results[result] += 1
                    longest = max(longest, taken)
                    if taken > MOST_SECONDS:
                        print(f"{make.__name__} {at} of {seed!r} took {taken:.1f} s")
        except EOFError:
            child.join()
        if child.exitcode:
            print(f"{make.__name__} {at} of {seed!r} ended its process: {child.exitcode}")
            results["process ended"] += 1
            first = at + 1
        else:
            first += AT_ONCE
    return results, longest, most


def main() -> int:
    """Both kinds."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = sys.argv[2] if len(sys.argv) > 2 else "damaged"
    kinds = {"PDFs": (damaged_pdf, "*.pdf"), "texts": (damaged_text, "*.txt")}
    failed = False
    for kind, (make, pattern) in kinds.items():
        samples = [path.read_bytes() for path in sorted((TOP / "examples").glob(pattern))]
        results, longest, most = read_all(make, samples, seed, count)
        told = ", ".join(f"{what} {number}" for what, number in results.most_common())
        print(f"{sum(results.values())} {kind}: {told}; longest {longest:.2f} s, most memory {most:.0f} MB", flush=True)
        failed |= longest > MOST_SECONDS or most > MOST_MEGABYTES or "process ended" in results
        failed |= any(NOT_NAMED in result for result in results)
    return int(failed)


if __name__ == "__main__":
    os.chdir(TOP)
    sys.exit(main())
