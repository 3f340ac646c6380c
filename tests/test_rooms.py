"""Rooms: a room uses only those below it. docs/how-a-report-is-read.md lists them from the ground up.

A table there has one room in each row, its name in backquotes first: a folder with a stroke at its end, or a file.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import ofsted
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "how-a-report-is-read.md"
PACKAGE = Path(ofsted.__file__).parent
# The package itself may be asked for these by anyone: they import nothing.
BARE = {"__version__", "_core"}

if not PAGE.is_file():
    pytest.skip("the documentation is not here", allow_module_level=True)


def rooms(of: str) -> list[str]:
    """The rooms of 'ofsted/' or of 'csrc/', from the ground up."""
    section = PAGE.read_text(encoding="utf-8").split(f"## The rooms of {of}")[1].split("\n## ")[0]
    return re.findall(r"^\| `([\w/.]+)` \|", section, re.MULTILINE)


def room_of(path: str, order: list[str]) -> int:
    """The place in the order of the room that a file is in."""
    for place, room in enumerate(order):
        if path == room or path.rsplit(".", 1)[0] == room or (room.endswith("/") and path.startswith(room)):
            return place
    raise AssertionError(f"{path} is in no room of {PAGE.name}")


def upward(uses: Iterable[tuple[str, str]], order: list[str]) -> list[str]:
    """The uses, each of a file by a file, that go up."""
    return [f"{one} uses {other}" for one, other in uses if room_of(one, order) < room_of(other, order)]


def circles(uses: Iterable[tuple[str, str]]) -> list[str]:
    """The files that use themselves, directly or through others."""
    below: dict[str, set[str]] = {}
    for one, other in uses:
        below.setdefault(one, set()).add(other)
    while True:  # leave out whoever uses nothing that is left
        left = {one: others & below.keys() for one, others in below.items()}
        kept = {one: others for one, others in left.items() if others}
        if kept == below:
            return sorted(kept)
        below = kept


# ---- ofsted/ ----

SOURCES = {str(path.relative_to(PACKAGE).as_posix()): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in SOURCES.items()}
MODULES = {"ofsted." + name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): name for name in SOURCES}


def imported(node: ast.AST) -> Iterator[str]:
    """The full names of modules, or of names in them, that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def python_uses() -> Iterator[tuple[str, str]]:
    """Which file imports which, for types alone and within functions as well."""
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            for full in imported(node):
                target = MODULES.get(full) or MODULES.get(full.rpartition(".")[0])
                if target and target != name:
                    yield name, target


USES = sorted(set(python_uses()))


def test_no_import_goes_up() -> None:
    """`__init__` may import everything, and only the command may use the package as its users do."""
    order = rooms("ofsted/")
    assert upward(USES, order) == []
    for name, tree in TREES.items():
        whole = {
            full for node in ast.walk(tree) for full in imported(node) if full.rpartition(".")[0] in ("", "ofsted")
        }
        names = {full.removeprefix("ofsted.") for full in whole if full == "ofsted" or full.startswith("ofsted.")}
        if room_of(name, order) < room_of("cli/", order):
            assert not {n for n in names - BARE if f"ofsted.{n}" not in MODULES}, f"{name} imports the whole package"


def test_no_import_goes_round() -> None:
    assert circles(USES) == []


def test_every_room_says_what_it_is_for() -> None:
    for room in rooms("ofsted/"):
        if room.endswith("/"):
            assert ast.get_docstring(TREES[f"{room}__init__.py"]), room


def test_few_modules_are_in_no_room() -> None:
    assert len([name for name in SOURCES if "/" not in name]) <= 12


def private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("_")


@pytest.mark.parametrize("name", SOURCES)
def test_no_private_name_of_another_module_is_used(name: str) -> None:
    tree = TREES[name]
    defined = {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    defined |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
            defined |= {node.attr} if isinstance(node.ctx, ast.Store) else set()
    defined |= {"_core", "_thread", "_exit"}
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    used |= {
        keyword.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for keyword in node.keywords if keyword.arg
    }
    used |= {full.rpartition(".")[2] for node in ast.walk(tree) for full in imported(node)}
    used |= {part for node in ast.walk(tree) for full in imported(node) for part in full.split(".")}
    assert {one for one in used if private(one)} - defined == set()


# ---- csrc/ ----

CORE = {path.relative_to(ROOT / "csrc").as_posix(): path for path in sorted((ROOT / "csrc").rglob("*.[ch]"))}


def includes() -> Iterator[tuple[str, str]]:
    """Which file of the core includes which."""
    for name, path in CORE.items():
        for other in re.findall(r'^#include "([^"]+)"', path.read_text(encoding="utf-8"), re.MULTILINE):
            assert other in CORE, f"{name}: {other} is to be named from csrc/ on"
            yield name, other


def test_no_include_goes_up_or_round() -> None:
    order = rooms("csrc/")
    assert upward(includes(), order) == []
    assert circles(includes()) == []


# What a file of the core has for others: a function, or a table of names and numbers, at the left edge and not static.
DEFINED = re.compile(
    r"^(?!static|extern|typedef|#)[A-Za-z_][\w *]*?\b(\w+)(?:\([^;{]*\)\s*\{|(?:\[[^]]*\])* =)", re.MULTILINE
)


def core_uses() -> Iterator[tuple[str, str]]:
    """Which file of the core calls a function, or reads a table, of which: headers may hide that these go round."""
    code = {
        name: re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\])*"', " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for name, path in CORE.items()
        if name.endswith(".c")
    }
    home = {defined: name for name, text in code.items() for defined in DEFINED.findall(text)}
    for name, text in code.items():
        for word in set(re.findall(r"\w+", text)) & home.keys():
            if home[word] != name:
                yield name, home[word]


def test_no_call_in_the_core_goes_up_or_round() -> None:
    uses = sorted(set(core_uses()))
    assert ("frameworks/all.c", "outline/opening.c") in uses
    assert upward(uses, rooms("csrc/")) == []
    assert circles(uses) == []


def test_python_is_known_to_the_binding_alone() -> None:
    knowing = {name for name, path in CORE.items() if "<Python.h>" in path.read_text(encoding="utf-8")}
    assert {name.split("/")[0] for name in knowing} == {"python"}


def test_few_files_of_the_core_are_in_no_room() -> None:
    assert len([name for name in CORE if "/" not in name]) <= 12


# ---- the checks themselves ----


def test_what_goes_up_or_round_is_noticed() -> None:
    order = ["base/", "middle/", "top"]
    uses = [("middle/a.py", "base/b.py"), ("top.py", "middle/a.py")]
    assert upward(uses, order) == circles(uses) == []
    assert upward([*uses, ("base/b.py", "top.py")], order) == ["base/b.py uses top.py"]
    assert circles([*uses, ("base/b.py", "top.py")]) == ["base/b.py", "middle/a.py", "top.py"]
    with pytest.raises(AssertionError, match=r"attic\.py is in no room"):
        upward([("attic.py", "top.py")], order)
