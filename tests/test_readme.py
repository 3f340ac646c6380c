"""What the README shows is what happens: its Python and its commands are run and their output compared."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from ofsted.cli.run import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    found = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no block of {language}"
    return found


@pytest.fixture(autouse=True)
def _beside_the_examples(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("block", blocks("python"))
def test_python(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    for needed in ("pandas", "matplotlib", "openpyxl"):
        pytest.importorskip(needed)
    sys.modules["matplotlib"].use("Agg")
    example = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    failed = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(example).failed
    assert not failed, capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no paths with slashes")
@pytest.mark.parametrize("block", blocks("console"))
def test_commands(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    command, _, shown = block.partition("\n")
    prompt, program, *arguments = shlex.split(command)
    assert [prompt, program] == ["$", "ofsted"]
    main(arguments)
    printed = capsys.readouterr()
    assert (printed.out + printed.err).strip("\n") == shown.strip("\n")
