"""The documentation is true: its examples are run, those of docstrings too, and its tables of columns compared."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import ofsted
from tests.conftest import EXAMPLES, ROOT

DOCS = ROOT / "docs"
if not DOCS.is_dir():
    pytest.skip("the documentation is not here", allow_module_level=True)
for needed in ("pandas", "matplotlib", "PIL", "openpyxl"):
    pytest.importorskip(needed)

OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
PAGES = {str(page.relative_to(DOCS)): page.read_text(encoding="utf-8") for page in sorted(DOCS.rglob("*.md"))}
BLOCK = re.compile(r"^```(?:python|py)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = [name for name, text in PAGES.items() if "\n>>> " in text]
PACKAGE = pkgutil.walk_packages([str(Path(ofsted.__file__).parent)], "ofsted.")
MODULES = [module.name for module in PACKAGE if not module.name.rpartition(".")[2].startswith("_")]


@pytest.fixture(autouse=True)
def _beside_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that has examples/ and into which an example may write."""
    import matplotlib

    matplotlib.use("Agg")
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)


def run(test: doctest.DocTest, capsys: pytest.CaptureFixture[str]) -> None:
    failed = doctest.DocTestRunner(optionflags=OPTIONS).run(test).failed
    assert not failed, capsys.readouterr().out


@pytest.mark.parametrize("name", RUN)
def test_a_page(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = "\n".join(block for block in BLOCK.findall(PAGES[name]) if block.startswith(">>>"))
    run(doctest.DocTestParser().get_doctest(text, {}, name, name, 0), capsys)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_not_run_is_python_all_the_same(name: str) -> None:
    for block in BLOCK.findall(PAGES[name]):
        if not block.startswith(">>>"):
            compile(block, name, "exec")


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    module = importlib.import_module(name)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name):
        if test.examples:
            run(test, capsys)


def test_every_public_name_is_in_the_reference() -> None:
    shown = set(re.findall(r"^::: ofsted\.(\w+)$", "\n".join(PAGES.values()), re.MULTILINE))
    assert {name for name in ofsted.__all__ if not name.startswith("_")} - shown == set()


def columns(section: str) -> set[str]:
    """The names in the first column of the tables of one section of the dictionary."""
    found = next(part for part in re.split(r"^## ", PAGES["data-dictionary.md"], flags=re.MULTILINE) if section in part)
    cells = [line.split("|")[1:4] for line in found.splitlines() if line.startswith("| `")]
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell[0])}


def own(frame: Any) -> set[str]:
    """The columns of a frame but the ranks of grades, which the page explains once."""
    graded = {name for name, dtype in frame.dtypes.items() if getattr(dtype, "ordered", False)}
    ranks = {f"{name}_rank" for name in graded}
    assert ranks <= set(frame.columns)
    return set(frame.columns) - ranks


def test_the_dictionary_has_every_column() -> None:
    corpus = ofsted.read(EXAMPLES / "ilacs-2024.pdf")
    shared = {*corpus.issues().columns} - {"code", "field", "message", "page", "position"}
    assert columns("`search()`") == set(corpus.search("care").columns) - shared
    assert columns("`compare()`") == own(corpus.neighbours("Norfolk"))
    assert columns("`history()`") == set(corpus.history("Norbury Vale").columns) - set(corpus.judgements().columns)
    assert columns("`changes()`") == own(corpus.changes())
    assert columns("`compare_with()`") == own(corpus.compare_with(corpus))
    assert columns("`inspections()`") == own(corpus.inspections()) - shared
    groups = {name for by in ("theme", "region", "year") for name in own(corpus.shares(by))} - {"day"}
    assert columns("`shares()`") == groups
    assert columns("`regions()`") == set(corpus.regions().columns)
    assert columns("`summary()") == own(corpus.summary("ilacs").to_frame())
    assert columns("`authorities()`") == set(ofsted.authorities().columns)


@pytest.mark.parametrize("frame", ["reports", "judgements", "paragraphs", "recommendations", "findings", "issues"])
def test_many_reports_has_every_column(frame: str) -> None:
    named = set(re.findall(r"`(\w+)`", PAGES["corpus.md"]))
    assert set(getattr(ofsted.Corpus(), frame)().columns) - named == set()
