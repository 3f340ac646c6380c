"""Damaged documents through the package as a user has it: a report or a named error for each, in 5 s and 500 MB.

    python fuzz/damaged.py [COUNT [SEED]]                      COUNT PDFs and COUNT texts, else 10,000 of each
    python fuzz/damaged.py --write KIND NUMBER FILE [SEED]     one of them (KIND is PDFs or texts)

They are made of the project's own samples. Half of the PDFs are changed object by object and put together again, so
that the own reader meets them; the others are changed as they are, unpacked or not. Time is the processor's and, like
memory, each document's own; one that runs on is ended. The last lines say how many were read and what came of them, the
slowest, the largest and each that broke a bound; the status is 1 where one did.
"""

from __future__ import annotations

import contextlib
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
from typing import NamedTuple

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP), str(TOP / "fuzz")]

import seeds  # noqa: E402

import ofsted  # noqa: E402
from tests import word_pdf  # noqa: E402

MOST_SECONDS, MOST_MEGABYTES = 5, 500
NOT_NAMED, ENDED = "not a named error", "the process ended"
ADDRESSES = 4 << 30  # what a process may have at all, so that a document cannot take the machine down
SEED = "damaged"
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
Maker = Callable[[random.Random, list[bytes]], bytes]
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


class Outcome(NamedTuple):
    """What came of one document."""

    number: int
    result: str
    seconds: float
    megabytes: float

    def is_named(self) -> bool:
        """It is a report or an error of the package's own."""
        return not self.result.startswith((NOT_NAMED, ENDED))

    def fails(self) -> bool:
        """It broke a bound."""
        return not self.is_named() or self.seconds > MOST_SECONDS or self.megabytes > MOST_MEGABYTES


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


KINDS = {"PDFs": (damaged_pdf, "*.pdf"), "texts": (damaged_text, "*.txt")}


def maker(kind: str) -> tuple[Maker, list[bytes]]:
    """The function that damages, and what it damages."""
    make, pattern = KINDS[kind]
    return make, [path.read_bytes() for path in sorted((TOP / "examples").glob(pattern))]


def forget_peak() -> None:
    """The most memory is counted from here on, where the kernel can (Linux)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def peak() -> float:
    """The most memory since then, in MB; elsewhere since the process began."""
    with contextlib.suppress(OSError):
        return int(re.findall(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read_some(pipe: Connection, make: Maker, samples: list[bytes], seed: str, numbers: range) -> None:
    """Says of each document its number as it begins, then what came of it, seconds of processor and MB."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    for number in numbers:
        data = make(random.Random(f"{seed} {number}"), samples)  # noqa: S311
        pipe.send(number)
        forget_peak()
        begun = time.process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (int(begun) + 2 * MOST_SECONDS, resource.RLIM_INFINITY))
        try:
            result = "by " + (ofsted.parse(data).source.extractor or "text").split()[0]
        except ofsted.OfstedError as error:
            result = type(error).__name__
        except Exception as error:  # noqa: BLE001
            result = f"{NOT_NAMED}: {error!r}"
        pipe.send(Outcome(number, result, time.process_time() - begun, peak()))


def read_all(make: Maker, samples: list[bytes], seed: str, count: int) -> list[Outcome]:
    """What came of each; of one that ended its process, that it did."""
    outcomes: list[Outcome] = []
    forked = get_context("fork")
    while (first := len(outcomes)) < count:
        here, there = forked.Pipe(duplex=False)
        numbers = range(first, min(first + AT_ONCE, count))
        child = forked.Process(target=read_some, args=(there, make, samples, seed, numbers))
        child.start()
        there.close()
        begun = first
        with contextlib.suppress(EOFError):
            while True:
                said = here.recv()
                if isinstance(said, Outcome):
                    outcomes.append(said)
                else:
                    begun = said
        child.join()
        if child.exitcode:
            del outcomes[begun:]
            outcomes.append(Outcome(begun, f"{ENDED}: {child.exitcode}", 0.0, 0.0))
    return outcomes


def tell(kind: str, outcomes: list[Outcome]) -> int:
    """Prints what came of them and gives how many broke the bound."""
    failed = [one for one in outcomes if one.fails()]
    for what, chosen in (("reports", True), ("named errors", False)):
        results = Counter(one.result for one in outcomes if one.is_named() and one.result.startswith("by ") == chosen)
        told = ", ".join(f"{result} {number}" for result, number in results.most_common())
        print(f"{kind}: {results.total()} {what}: {told}")
    slowest, largest = max(outcomes, key=lambda one: one.seconds), max(outcomes, key=lambda one: one.megabytes)
    print(f"{kind}: slowest {slowest.seconds:.2f} s of processor (number {slowest.number})")
    print(f"{kind}: largest {largest.megabytes:.0f} MB (number {largest.number})")
    for one in failed:
        print(f"{kind}: number {one.number} failed: {one.result}, {one.seconds:.2f} s, {one.megabytes:.0f} MB")
    print(f"{kind}: {len(outcomes)} read, {len(failed)} failed", flush=True)
    return len(failed)


def main() -> int:
    """Both kinds, or one document of a kind into a file."""
    if sys.argv[1:2] == ["--write"]:
        make, samples = maker(sys.argv[2])
        seed = sys.argv[5] if len(sys.argv) > 5 else SEED
        Path(sys.argv[4]).write_bytes(make(random.Random(f"{seed} {sys.argv[3]}"), samples))  # noqa: S311
        return 0
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = sys.argv[2] if len(sys.argv) > 2 else SEED
    failed = 0
    for kind in KINDS:
        make, samples = maker(kind)
        failed += tell(kind, read_all(make, samples, seed, count))
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
