"""With --may-lack, a test that is skipped for want of a package or a file that should be here is an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MAY_BE_SKIPPED, ROOT

TESTS = """
import pytest

def test_of_a_package():
    pytest.importorskip("no_such_package")

def test_of_a_system():
    pytest.skip("this system has no named pipes")

@pytest.mark.skipif(True, reason="the samples are not here")
def test_of_a_file():
    pass

@pytest.mark.xfail(reason="known")
def test_known():
    assert False
"""
MODULE = """
import pytest
pytest.skip("the documentation is not here", allow_module_level=True)
"""


@pytest.mark.parametrize(
    ("options", "outcome"),
    [
        ((), "4 skipped, 1 xfailed"),
        (("--may-lack", "nothing"), "1 failed, 1 skipped, 1 xfailed, 2 errors"),
        (("--may-lack", "numbers,no_such_package"), "2 skipped, 1 xfailed, 2 errors"),
    ],
)
def test_what_is_missing_is_an_error(options: tuple[str, ...], outcome: str, tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "test_module.py").write_text(MODULE, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "--color=no"]
    command += ["--continue-on-collection-errors", *options, "."]
    ran = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert outcome in ran.stdout.splitlines()[-1], ran.stdout + ran.stderr


def test_the_readme_names_every_reason() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [reason for reason in MAY_BE_SKIPPED if reason not in readme] == []
