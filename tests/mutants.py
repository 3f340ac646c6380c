"""Changes the core in one place at a time and asks whether the fast tests notice: `make mutants`.

What nobody notices is a missing test, dead code, or equal: the change alters nothing that can be seen. Those that are
known to be equal stand in equal_mutants.toml with the reason. Everything happens in a copy, in build/mutants.

What may only read one past an end, and was not noticed, is asked again with a core that has sanitizers in it.
"""

from __future__ import annotations

import argparse
import bisect
import contextlib
import ctypes
import importlib
import itertools
import json
import multiprocessing
import os
import random
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import sysconfig
import tomllib
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
COPIES = ROOT / "build" / "mutants"
EQUAL = ROOT / "tests" / "equal_mutants.toml"
# Within a copy: the core, and the binding, which only Python's tests load.
LIBRARY, EXTENSION = "build/core/libcore.so", "ofsted/_core.abi3.so"
BINDING = "csrc/python/"
EXACT = "build/exact"  # there, the core with sanitizers and an arena that has bytes of poison beside each object
ARENAS = ("csrc/base/arena.o", "fuzz/exact_arena.o")
SANITIZERS = "-O1 -fsanitize=address,undefined -fno-sanitize-recover=all -DOFS_EXACT_BLOCK=32768"

Place = tuple[str, int]  # a file and a line of it

# Those of Python that ask the core most, and what they import beside the package itself.
FAST_TESTS = (
    "rules judgements letters news values headings grade_columns area_send_letters earlier_inspections"
    " page_ends long_lines markdown characters monitoring_visits board_reviews lost_reports oddities torn_paragraphs"
    " whole parse origin samples readers placed_text odd_pdfs seen seen_by_pdfium html damaged_text hostile"
    " ways_of_text search authorities area_send_teams area_send_reports news_facts news_grades cells"
    " sif_rows word_bounds kinds_not_read sheets scans papers graded_lines items doubled_lines"
    " memory threads report binding json_text mime saved doubts evidence whole_documents"
    " errors lost_layout torn_headings footnotes_in_text contents_in_text cra_letters"
)
WANTED_BY_TESTS = ("jsonschema", "numpy", "pandas", "pypdfium2", "selectolax.lexbor")
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
# These hold a core themselves, or measure what sanitizers change.
NOT_EXACT = re.compile("failing|memory|threads|binding")
# Of a change that may only read or write past an end: the kinds; tests that compute longer are not run with sanitizers,
# and the quickest that reach it only for so many seconds.
MAY_RUN_PAST, QUICK_SECONDS, EXACT_SECONDS = ("comparison", "one off", "limit halved", "logic"), 1, 5

COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
# Left alone, for no test could notice. Where two are equal it does not matter which is taken, on one line or by what is
# assigned below; memory that is not given back is seen by a sanitizer only.
LARGER_OF_TWO = re.compile(
    r"([\w.>\[\]-]+) [<>]=? ([\w.>\[\]-]+) \? (?:\1 : \2|\2 : \1)(?![\w.>\[-])"
    r"|if \(([\w.>*\[\]-]+) [<>]=? ([\w.>*\[\]-]+)\)\n\s*(?:\3 = \4|\4 = \3);"
)
GIVES_BACK = re.compile(r"\w*(?:free|dealloc)\w*\(.*\);")
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
    def folder(self) -> str:
        """The room of csrc that its file lies in; '.' for the files right there."""
        return Path(self.path).parts[1] if self.path.count("/") > 1 else "."

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


def changes_in_function(line: str, code: str, below: str) -> Iterator[tuple[str, str]]:
    """Every change of a line that stands in a function, with its kind."""
    body = code.strip()
    indent = line[: len(line) - len(line.lstrip())]
    if not LARGER_OF_TWO.search(f"{code}\n{below}"):
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
    elif STATEMENT.fullmatch(body) and not GIVES_BACK.fullmatch(body):
        yield "dropped statement", f"{indent};"


def changes(path: str) -> Iterator[Mutant]:
    """Every change of a file. clang-format puts the braces of a function, and of nothing else, at the left edge."""
    text = (ROOT / path).read_text(encoding="utf-8")
    inside = False
    codes = without_words(text).split("\n")
    for number, (line, code, below) in enumerate(zip(text.split("\n"), codes, [*codes[1:], ""], strict=True), 1):
        if code in ("{", "}"):
            inside = code == "{"
        elif inside:
            for kind, change in changes_in_function(line, code, below):
                yield Mutant(path, number, kind, line, change)
        elif re.match(r"(?:enum \{|    [A-Z])", code):
            for change in swaps(line, code, r"(?<= = )\d+(?=,| \}|$)", lambda old: str(int(old) // 2)):
                yield Mutant(path, number, "limit halved", line, change)


def core_files(only: tuple[str, ...]) -> list[str]:
    """The C files of the core and of the binding whose path begins with one of these."""
    paths = (str(path.relative_to(ROOT)) for path in (ROOT / "csrc").rglob("*.c"))
    return sorted(path for path in paths if path.startswith(only))


def choose(count: int, seed: int, only: tuple[str, ...]) -> list[Mutant]:
    """So many changes, none twice, each place as likely as any other: long files get more."""
    every = [mutant for path in core_files(only) for mutant in changes(path)]
    return random.Random(seed).sample(every, min(count, len(every)))


def known_equal() -> dict[tuple[str, str, str], str]:
    """The reason, by what the mutant is known by. Ends the program where a line has moved on and its reason has not, or
    where it stands there more often than was looked at."""
    entries = tomllib.loads(EQUAL.read_text(encoding="utf-8"))["equal"]
    reasons = {(entry["file"], entry["line"], entry["change"]): entry["why"] for entry in entries}
    times = Counter(mutant.key for path in core_files(("csrc/",)) for mutant in changes(path))
    wrong = [e for e in entries if times[e["file"], e["line"], e["change"]] != e.get("times", 1)]
    if wrong or len(reasons) < len(entries):
        sys.exit("\n".join([f"{EQUAL.name} has entries twice, or of lines that stand elsewhere:", *map(str, wrong)]))
    return reasons


class Copy:
    """A copy of the project in which one mutant at a time is built and tested.

    The core is one library there, which the extension and the C tests load: a change is one object and one link.
    """

    def __init__(self, number: int) -> None:
        self.folder = COPIES / str(number)
        self.log = COPIES / f"{number}.log"
        self.seconds: dict[str, float] = {}  # that each test computes without a change
        self.reached: dict[str, set[Place]] = {}  # which lines each test runs
        self.lines: dict[str, list[int]] = {}  # of a file, those that are compiled to something
        self.noticed: Counter[tuple[str, str]] = Counter()  # how many changes in a folder, by which test

    def limit(self, command: Sequence[str]) -> None:
        """In the process that is about to run the test."""
        test = command[-1]
        usual = self.seconds.get(test) if command[0] != "env" else None
        seconds = MOST_SECONDS if usual is None else int(max(LEAST_SECONDS, TIMES * usual))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if command[0] != "env":  # a sanitizer asks for more than there is
            resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def be(self, command: Sequence[str]) -> None:
        """The child's part of run(). What Python's tests import is there already, but for the package itself."""
        code = 1
        try:
            os.setsid()
            self.limit(command)
            log = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
            for number, file in enumerate((os.open(os.devnull, os.O_RDONLY), log, log)):
                os.dup2(file, number)
            os.chdir(self.folder)
            for name in ("OFSTED_DEV", "OFSTED_SHARED", "MAKEFLAGS"):
                os.environ.pop(name, None)
            os.environ["PYTHONPATH"] = sys.path[0] = str(self.folder)
            os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # those of others take longer to load than most tests
            if command[0] == "pytest":
                code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-k", SLOW_CASES, *command[1:]])
            else:
                os.execvp(command[0], list(command))
        except Exception:  # noqa: BLE001 (whatever it is, it is told in the log)
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            ctypes.CDLL(None).exit(code)  # not os._exit(): what was run is written as the process ends

    def run(self, *command: str) -> bool:
        """Whether it ends well, in time."""
        child = os.fork()
        if not child:
            self.be(command)
        watched = os.pidfd_open(child)
        try:
            ended, _, _ = select.select([watched], [], [], MOST_SECONDS)
            told = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT) if ended else None
            return told is not None and told.si_status == 0
        finally:
            os.close(watched)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)

    def make(self, *goals: str, flags: str = "-O1", to: str = "build/core") -> bool:
        """The project's own rules, without sanitizers; the objects are those of the extension, too."""
        include = sysconfig.get_path("include")
        flags += f" -fPIC -I{include} -DPy_LIMITED_API=0x030B0000 -DPCRE2_CODE_UNIT_WIDTH=8"
        return self.run("make", "-s", f"SANITIZE={flags}", f"BUILD={to}", *goals)

    def link(self, to: str, *what: str, flags: str = "--coverage") -> bool:
        """A program, or a library where its name says so, that finds the core beside the tests."""
        libraries = subprocess.run(
            ["pkg-config", "--libs", "libpcre2-8", "libdeflate"], check=True, capture_output=True, text=True
        )
        # By its name, not by its path: the core with sanitizers takes the other's place by LD_LIBRARY_PATH.
        shared = ["-shared", f"-Wl,-soname,{Path(to).name}"] if to.endswith(".so") else []
        place = ["-Wl,-rpath,$ORIGIN,-rpath,$ORIGIN/../build/core"]
        (self.folder / to).unlink(missing_ok=True)
        flags += " " + libraries.stdout
        return self.run("cc", *shared, *place, *what, "-o", to, *flags.split(), "-lm")

    def objects(self, pattern: str) -> list[str]:
        """Where the files of such a path are compiled to."""
        paths = sorted(path.relative_to(self.folder) for path in self.folder.glob(pattern))
        return [f"build/core/{path.with_suffix('.o')}" for path in paths]

    def core(self) -> list[str]:
        """The objects of the core."""
        return [path for path in self.objects("csrc/**/*.c") if BINDING not in path]

    def binding(self) -> list[str]:
        """The objects of the extension that are no core."""
        return self.objects(f"{BINDING}*.c")

    def build_all(self, flags: str) -> bool:
        """The core, the extension and the C tests. Those that let memory fail hold the core themselves."""
        core, binding = self.core(), self.binding()
        tests = [path for path in self.objects("tests/core/test_*.c") if "failing" not in path]
        return (
            self.make(*core, *binding, *tests, flags=flags)
            and self.link(LIBRARY, *core)
            and self.link(EXTENSION, *binding, LIBRARY)
            and all(self.link(f"build/core/{Path(test).stem}", test, LIBRARY) for test in tests)
        )

    def build_exact(self) -> bool:
        """The core with sanitizers, under the name that the extension and the C tests load."""
        objects = [f"{EXACT}/{path.removeprefix('build/core/')}".replace(*ARENAS) for path in self.core()]
        return self.make(*objects, flags=SANITIZERS, to=EXACT) and self.link(
            f"{EXACT}/{Path(LIBRARY).name}", *objects, flags=SANITIZERS
        )

    def passes_exactly(self, tests: Sequence[str]) -> bool:
        """Whether the sanitizers find nothing as the tests run. They are loaded before all else, in a new process."""
        found = subprocess.run(["cc", "-print-file-name=libasan.so"], check=True, capture_output=True, text=True)
        place = [f"LD_LIBRARY_PATH={EXACT}", f"LD_PRELOAD={found.stdout.strip()}", "PYTHONMALLOC=malloc"]
        env = ["env", *place, "ASAN_OPTIONS=detect_leaks=0:malloc_context_size=1"]
        files = [test for test in tests if test.endswith(".py")]
        pytest = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-k", SLOW_CASES, *files]
        commands = [[test] for test in tests if test not in files] + ([pytest] if files else [])
        return all(self.run(*env, *command) for command in commands)

    def tests(self) -> list[str]:
        """The C tests and the fast ones of Python, by the path of the program or the file."""
        compiled = [f"build/core/{Path(test).stem}" for test in self.objects("tests/core/test_*.c")]
        return compiled + [f"tests/test_{name}.py" for name in FAST_TESTS.split()]

    def passes(self, test: str) -> bool:
        """Whether it notices nothing."""
        if test.endswith(".py"):
            return self.run("pytest", test)
        return ("failing" not in test or self.make(test, flags=self.flags)) and self.run(test)

    def prepare(self) -> None:
        """The copy as the working tree is now, compiled; its tests must pass."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.log.unlink(missing_ok=True)
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        for name in subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0"):
            if name and (ROOT / name).is_file():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, self.folder / name)
        for self.flags in ("-O0 --coverage", "-O1"):
            if not self.build_all(self.flags):
                sys.exit(f"not built (see {self.log})")
            for test in self.tests():
                before = computed()
                if not self.passes(test):
                    sys.exit(f"{test} fails without a change, too (see {self.log})")
                if "--coverage" in self.flags:
                    self.reached[test] = self.counted()
                else:
                    self.seconds[test] = computed() - before
            self.seconds = {} if "--coverage" in self.flags else self.seconds
        if not self.build_exact() or not self.passes_exactly(self.quick(self.tests())):
            sys.exit(f"with sanitizers it fails without a change, too (see {self.log})")

    def counted(self) -> set[Place]:
        """The lines that have been run since it was last asked."""
        reached: set[Place] = set()
        counts = [str(path.relative_to(self.folder)) for path in self.folder.glob("build/core/csrc/**/*.gcda")]
        if not counts:
            return reached
        said = subprocess.run(
            ["gcov", "--json-format", "--stdout", *counts], cwd=self.folder, check=True, capture_output=True, text=True
        )
        for part in said.stdout.splitlines():
            for file in json.loads(part)["files"]:
                self.lines[file["file"]] = sorted({line["line_number"] for line in file["lines"]})
                reached |= {(file["file"], line["line_number"]) for line in file["lines"] if line["count"]}
        for path in counts:
            (self.folder / path).unlink()
        return reached

    def reaches(self, test: str, mutant: Mutant) -> bool:
        """Whether the test runs the line; one that is not compiled to anything belongs to the one above."""
        if mutant.kind == "limit halved":
            return test.endswith(".py") or not mutant.path.startswith(BINDING)
        lines = self.lines.get(mutant.path, [])
        at = bisect.bisect(lines, mutant.number)
        return at > 0 and (mutant.path, lines[at - 1]) in self.reached[test]

    def notices(self, mutant: Mutant) -> str:
        """What noticed the mutant, or why nothing did."""
        path, built = self.folder / mutant.path, f"build/core/{Path(mutant.path).with_suffix('.o')}"
        folder = str(Path(mutant.path).parent)
        linked, objects = LIBRARY, self.core()
        if mutant.path.startswith(BINDING):
            linked, objects = EXTENSION, [*self.binding(), LIBRARY]
        original = path.read_text(encoding="utf-8")
        names = [built, linked, built.replace("build/core", EXACT)]
        kept = {name: (self.folder / name).read_bytes() for name in names if (self.folder / name).exists()}
        lines = original.split("\n")
        lines[mutant.number - 1] = mutant.change
        tests = [test for test in self.tests() if self.reaches(test, mutant)]
        if not tests:
            return "NOT REACHED"
        # The quickest first, and those that have noticed most in this folder.
        tests.sort(key=lambda test: self.seconds[test] / (1 + self.noticed[folder, test]))
        try:
            path.write_text("\n".join(lines), encoding="utf-8")
            if not self.make(built):
                return "noticed by the compiler"
            if not self.link(linked, *objects):
                return "noticed by the linker"
            failed = next((test for test in tests if not self.passes(test)), None)
            self.noticed[folder, failed or ""] += 1
            if not failed and linked == LIBRARY and mutant.kind in MAY_RUN_PAST and self.runs_past(tests):
                return "noticed by a sanitizer"
            return f"noticed by {failed}" if failed else "NOT NOTICED"
        finally:
            path.write_text(original, encoding="utf-8")
            for name, data in kept.items():  # later than its source: not compiled again
                (self.folder / name).unlink(missing_ok=True)
                (self.folder / name).write_bytes(data)

    def quick(self, tests: Sequence[str]) -> list[str]:
        """Those that are quick enough for a core with sanitizers, the quickest first."""
        found = [test for test in tests if not NOT_EXACT.search(test) and self.seconds[test] <= QUICK_SECONDS]
        return sorted(found, key=self.seconds.__getitem__)

    def runs_past(self, tests: Sequence[str]) -> bool:
        """Whether sanitizers find something in the quickest of the tests."""
        quick = self.quick(tests)
        sums = itertools.accumulate(self.seconds[test] for test in quick)
        some = [test for test, seconds in zip(quick, sums, strict=True) if seconds <= EXACT_SECONDS]
        return not (self.build_exact() and self.passes_exactly(some))


def computed() -> float:
    """Seconds that the processes have computed which have ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_some(copy: Copy, mutants: list[Mutant], said: Any) -> None:
    """Tests each in the copy, and says what became of it."""
    for mutant in mutants:
        said.put((mutant, copy.notices(mutant)))
    said.put(None)


def test_all(mutants: list[Mutant], jobs: int) -> list[Mutant]:
    """Tests each, and returns those that nothing noticed."""
    for name in WANTED_BY_TESTS:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    first = Copy(0)
    first.prepare()
    forking = multiprocessing.get_context("fork")
    said = forking.SimpleQueue()
    for number in range(jobs):
        copy = Copy(number)
        copy.seconds, copy.reached, copy.lines, copy.flags = first.seconds, first.reached, first.lines, first.flags
        if number:
            shutil.rmtree(copy.folder, ignore_errors=True)
            shutil.copytree(first.folder, copy.folder)
        forking.Process(target=test_some, args=(copy, mutants[number::jobs], said)).start()
    survivors, count = [], 0
    while jobs:
        done = said.get()
        if not done:
            jobs -= 1
            continue
        mutant, by = done
        count += 1
        print(f"{count}/{len(mutants)} {by}: {mutant}", flush=True)
        if by.startswith("NOT"):
            survivors.append(mutant)
    return survivors


def told(part: int, whole: int) -> str:
    """For example '17 of 20, 85 %'."""
    return f"{part} of {whole}, {100 * part / max(1, whole):.0f} %"


def main() -> int:
    """Returns 1 where too few of the mutants are noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, choices=(1, 2), default=2)
    parser.add_argument("--only", nargs="+", default=["csrc/"], help="files whose path begins so")
    parser.add_argument("--least", type=int, default=85, help="per cent that must be noticed")
    parser.add_argument("--list", action="store_true", help="print the changes and test nothing")
    options = parser.parse_args()
    equal = known_equal()
    chosen = choose(options.count, options.seed, tuple(options.only))
    mutants = [mutant for mutant in chosen if mutant.key not in equal]
    if options.list:
        print(*mutants, sep="\n")
        return 0
    survivors = test_all(mutants, options.jobs)
    print(f"\n{len(chosen)} changes, {len(chosen) - len(mutants)} known to be equal, {len(survivors)} not noticed:")
    print(*survivors, sep="\n")
    print("\nNoticed of those that are not equal:")
    left = Counter(mutant.folder for mutant in survivors)
    for folder, count in sorted(Counter(mutant.folder for mutant in mutants).items()):
        print(f"  {folder}: {told(count - left[folder], count)}")
    print(f"  in all: {told(len(mutants) - len(survivors), len(mutants))}")
    return int(100 * (len(mutants) - len(survivors)) < options.least * len(mutants))


if __name__ == "__main__":
    sys.exit(main())
