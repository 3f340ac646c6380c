"""Changes the core in one place at a time and asks whether the fast tests notice: `make mutants`.

What nobody notices is a missing test, dead code, or equal: the change alters nothing that can be seen. Those that are
known to be equal stand in equal_mutants.toml with the reason. Everything happens in a copy, in build/mutants.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import sysconfig
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).resolve().parent.parent
COPIES = ROOT / "build" / "mutants"
EQUAL = ROOT / "tests" / "equal_mutants.toml"

# Each group one run of pytest, from the quickest to the slowest; the first that fails is enough.
FAST_TESTS = {
    "rules": "rules judgements letters news values headings grade_columns area_send_letters earlier_inspections",
    "lines": "page_ends long_lines markdown characters monitoring_visits board_reviews lost_reports oddities",
    "documents": "whole parse origin samples readers placed_text html",
    "hostile": "damaged_text hostile",
}
# What takes long because of the size of its input, not of what it asks.
SLOW_CASES = (
    "not ten_megabytes and not too_many_characters and not 48 and not large_pages and not no_damaged and not pypdfium2"
    " and not (damage and (sif or slac or layout or pdftotext or ilacs))"
    " and not (hostile and (bullets or number or footer or bucket or headings or nesting or shallower or tables))"
    " and not (hostile and elements)"
)

# A change that makes the core loop for ever, or ask for memory without end, is noticed by this: seconds that a process
# may compute, without a change and at least; how many times what the same command took without a change; bytes.
MOST_SECONDS, LEAST_SECONDS, TIMES, BYTES = 600, 5, 3, 4 << 30

COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
# Where the two are equal it does not matter which is taken.
LARGER_OF_TWO = re.compile(r"([\w.>\[\]-]+) [<>]=? ([\w.>\[\]-]+) \? (?:\1 : \2|\2 : \1)(?![\w.>\[-])")
STATEMENT = re.compile(r"(?:[\w.>\[\]*-]+ [-+*|&]?= .*|\*?[\w.>\[\]-]+(?:\+\+|--)|[a-z]\w*\(.*\));$")


@dataclass(frozen=True)
class Mutant:
    """One line of one file, changed."""

    path: str
    number: int
    kind: str
    line: str
    change: str

    def __str__(self) -> str:
        return f"{self.path}:{self.number}: {self.kind}\n    - {self.line.strip()}\n    + {self.change.strip()}"

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by, wherever its line has moved to."""
        return self.path, self.line.strip(), self.change.strip()


def without_words(text: str) -> str:
    """The source with its comments and literals blanked, each character still at its place."""
    literal = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)
    return literal.sub(lambda found: re.sub(r"[^\n]", "~", found[0]), text)


def flipped(code: str) -> Callable[[str], str]:
    """How a comparison on this line is changed: at its boundary; of floats, which hardly ever tie, turned round."""
    if re.search(r"\bfabsf?\(|\d\.\d*f?\b", code):
        return lambda old: {"<": ">", ">": "<"}.get(old[0], COMPARISONS[old][0]) + old[1:]
    return COMPARISONS.__getitem__


def swaps(line: str, code: str, pattern: str, other: Callable[[str], str]) -> Iterator[str]:
    """The line with each match of the pattern in its code replaced, one at a time."""
    for found in re.finditer(pattern, code):
        yield line[: found.start()] + other(found[0]) + line[found.end() :]


def condition_end(code: str, start: int) -> int | None:
    """Where the bracket that opens at `start` closes, if on this line."""
    depth = 0
    for at in range(start, len(code)):
        depth += (code[at] == "(") - (code[at] == ")")
        if depth == 0:
            return at
    return None


def changes_in_function(line: str, code: str) -> Iterator[tuple[str, str]]:
    """Every change of a line that stands in a function, with its kind."""
    body = code.strip()
    indent = line[: len(line) - len(line.lstrip())]
    if not LARGER_OF_TWO.search(code):
        for changed in swaps(line, code, r"(?<= )(?:[<>]=?|[=!]=)(?= )", flipped(code)):
            yield "comparison", changed
    for changed in swaps(line, code, r"&&|\|\|", lambda old: "||" if old == "&&" else "&&"):
        yield "logic", changed
    for changed in swaps(line, code, r"[+-] 1(?=u?\b)", lambda old: "- 1" if old[0] == "+" else "+ 1"):
        yield "one off", changed
    found = re.match(r"\s*(?:\} )?(?:else )?(?:if|while) (?=\()", code)
    end = condition_end(code, found.end()) if found else None
    if found and end:
        yield "negated", f"{line[: found.end()]}(!{line[found.end() : end]}){line[end:]}"
    if re.fullmatch(r"(?:break|continue|return\b.*);", body):
        if len(indent) > 4 or body == "return;":  # the last line of a function gives its value, which C has to have
            yield "dropped jump", f"{indent};"
    elif STATEMENT.fullmatch(body):
        yield "dropped statement", f"{indent};"


def changes(path: str) -> Iterator[Mutant]:
    """Every change of a file. clang-format puts the braces of a function, and of nothing else, at the left edge."""
    text = (ROOT / path).read_text(encoding="utf-8")
    inside = False
    for number, (line, code) in enumerate(zip(text.split("\n"), without_words(text).split("\n"), strict=True), 1):
        if code in ("{", "}"):
            inside = code == "{"
        elif inside:
            for kind, change in changes_in_function(line, code):
                yield Mutant(path, number, kind, line, change)
        elif re.match(r"(?:enum \{|    [A-Z])", code):
            for change in swaps(line, code, r"(?<= = )\d+(?=,| \}|$)", lambda old: str(int(old) // 2)):
                yield Mutant(path, number, "limit halved", line, change)


def core_files(only: str) -> list[str]:
    """The C files of the core, from the top folder; the binding is none of it."""
    paths = (str(path.relative_to(ROOT)) for path in (ROOT / "csrc").rglob("*.c"))
    return sorted(path for path in paths if not path.startswith("csrc/python/") and path.startswith(only))


def choose(count: int, seed: int, only: str) -> list[Mutant]:
    """So many changes, none twice, each place as likely as any other: long files get more."""
    every = [mutant for path in core_files(only) for mutant in changes(path)]
    return random.Random(seed).sample(every, min(count, len(every)))


def known_equal() -> dict[tuple[str, str, str], str]:
    """The reason, by what the mutant is known by."""
    entries = tomllib.loads(EQUAL.read_text(encoding="utf-8"))["equal"]
    return {(entry["file"], entry["line"], entry["change"]): entry["why"] for entry in entries}


class Copy:
    """A copy of the project in which one mutant at a time is built and tested."""

    def __init__(self, number: int, seconds: dict[str, float], noticed: Counter[tuple[str, str]]) -> None:
        self.seconds = seconds  # that each command computes without a change
        self.noticed = noticed  # how many changes in a folder, by which command
        self.folder = COPIES / str(number)
        self.log = COPIES / f"{number}.log"
        self.extension = self.folder / "ofsted" / "_core.abi3.so"

    def limit(self, command: tuple[str, ...]) -> None:
        """In the process that is about to run the command."""
        usual = self.seconds.get(name_of(command))
        seconds = MOST_SECONDS if usual is None else int(max(LEAST_SECONDS, TIMES * usual))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def run(self, *command: str) -> bool:
        """Whether it ends well, in time."""
        environment = {name: text for name, text in os.environ.items() if name not in ("OFSTED_DEV", "MAKEFLAGS")}
        environment |= {"PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=lambda: self.limit(command),
            )
            try:
                return process.wait(MOST_SECONDS) == 0
            except subprocess.TimeoutExpired:
                return False
            finally:
                stop(process)

    def make(self, *goals: str) -> bool:
        """The project's own rules, without sanitizers; the objects are those of the extension, too."""
        include = sysconfig.get_path("include")
        flags = f"-O1 -fPIC -I{include} -DPy_LIMITED_API=0x030B0000 -DPCRE2_CODE_UNIT_WIDTH=8"
        return self.run("make", "-s", f"SANITIZE={flags}", *goals)

    def prepare(self) -> None:
        """The copy as the working tree is now, compiled; its tests must pass."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.log.unlink(missing_ok=True)
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        for name in subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0"):
            if name and (ROOT / name).is_file():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, self.folder / name)
        if not self.build():
            sys.exit(f"not built (see {self.log})")
        for command in self.test_commands():
            before = computed()
            if not self.run(*command):
                sys.exit(f"{name_of(command)} fails without a change, too (see {self.log})")
            self.seconds[name_of(command)] = computed() - before

    def build(self) -> bool:
        """The C tests and the extension."""
        objects = [f"build/core/{path.with_suffix('.o')}" for path in self.sources()]
        libraries = subprocess.run(
            ["pkg-config", "--libs", "libpcre2-8", "libdeflate"], check=True, capture_output=True, text=True
        )
        return self.make(*self.core_tests(), *objects) and self.run(
            "cc", "-shared", *objects, "-o", str(self.extension), *libraries.stdout.split(), "-lm"
        )

    def sources(self) -> list[Path]:
        """All C files, the binding's too, from the copy's top folder."""
        return [path.relative_to(self.folder) for path in sorted((self.folder / "csrc").rglob("*.c"))]

    def core_tests(self) -> list[str]:
        """The programs of tests/core."""
        return sorted(f"build/core/{path.stem}" for path in (self.folder / "tests" / "core").glob("test_*.c"))

    def test_commands(self) -> list[list[str]]:
        """The fast tests, from the quickest to the slowest."""
        slow = [test for test in self.core_tests() if "hostile" in test or "failing" in test]
        commands = [[test] for test in self.core_tests() if test not in slow]
        pytest = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-k", SLOW_CASES]
        for names in FAST_TESTS.values():
            commands.append([*pytest, *(f"tests/test_{name}.py" for name in names.split())])
        return commands + [[test] for test in slow]

    def notices(self, mutant: Mutant) -> str | None:
        """What noticed the mutant; None where nothing did."""
        path = self.folder / mutant.path
        original = path.read_text(encoding="utf-8")
        lines = original.split("\n")
        lines[mutant.number - 1] = mutant.change
        path.write_text("\n".join(lines), encoding="utf-8")
        try:
            if not self.build():
                return "the compiler"
            folder = str(Path(mutant.path).parent)
            # What has noticed most in this folder comes first; else the quickest does.
            commands = sorted(self.test_commands(), key=lambda command: -self.noticed[folder, name_of(command)])
            failed = next((name_of(command) for command in commands if not self.run(*command)), None)
            self.noticed[folder, failed or ""] += 1
            return failed
        finally:
            path.write_text(original, encoding="utf-8")


def name_of(command: Sequence[str]) -> str:
    """What a command of the tests is called: the program, or the group of Python's."""
    groups = {names.split()[0]: group for group, names in FAST_TESTS.items()}
    found = next((re.fullmatch(r"tests/test_(\w+)\.py", part) for part in command if part.startswith("tests/")), None)
    return groups[found[1]] if found else Path(command[0]).name


def computed() -> float:
    """Seconds that the processes have computed which have ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def stop(process: subprocess.Popen[bytes]) -> None:
    """The process and what it has started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_all(mutants: list[Mutant], jobs: int) -> list[Mutant]:
    """Tests each, and returns those that nothing noticed."""
    first = Copy(0, {}, Counter())
    first.prepare()
    copies: Queue[Copy] = Queue()
    copies.put(first)
    for number in range(1, jobs):
        copy = Copy(number, first.seconds, first.noticed)
        shutil.rmtree(copy.folder, ignore_errors=True)
        shutil.copytree(first.folder, copy.folder)
        copies.put(copy)

    def test(mutant: Mutant) -> str | None:
        copy = copies.get()
        try:
            return copy.notices(mutant)
        finally:
            copies.put(copy)

    survivors = []
    with ThreadPoolExecutor(jobs) as pool:
        for count, (mutant, by) in enumerate(zip(mutants, pool.map(test, mutants), strict=True), 1):
            print(f"{count}/{len(mutants)} {'noticed by ' + by if by else 'NOT NOTICED'}: {mutant}", flush=True)
            if not by:
                survivors.append(mutant)
    return survivors


def main() -> int:
    """Returns 1 where too few of the mutants are noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, choices=(1, 2), default=2)
    parser.add_argument("--only", default="csrc/", help="files whose path begins so")
    parser.add_argument("--least", type=int, default=75, help="per cent that must be noticed")
    parser.add_argument("--list", action="store_true", help="print the changes and test nothing")
    options = parser.parse_args()
    equal = known_equal()
    chosen = choose(options.count, options.seed, options.only)
    mutants = [mutant for mutant in chosen if mutant.key not in equal]
    if options.list:
        print(*mutants, sep="\n")
        return 0
    survivors = test_all(mutants, options.jobs)
    print(f"\n{len(chosen)} changes, {len(chosen) - len(mutants)} known to be equal, {len(survivors)} not noticed:")
    print(*survivors, sep="\n")
    print(
        *(f"{count} in {path}" for path, count in Counter(mutant.path for mutant in survivors).most_common()), sep="\n"
    )
    share = 100 * (1 - len(survivors) / max(1, len(mutants)))
    print(f"{share:.0f} % noticed of those that are not equal")
    return int(share < options.least)


if __name__ == "__main__":
    sys.exit(main())
