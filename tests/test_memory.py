"""References, memory, forks and interpreters, each in a process of its own (see tests/memory)."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "memory"


@pytest.mark.parametrize("name", ["leaks", "no_memory", "fork", "interpreters"])
def test_in_a_process_of_its_own(name: str) -> None:
    if name == "no_memory" and importlib.util.find_spec("_testcapi") is None:
        pytest.skip("this Python has no _testcapi")
    if name == "fork" and not hasattr(os, "fork"):
        pytest.skip("this system has no fork")
    environment = os.environ | {"PYTHONFAULTHANDLER": "1", "MALLOC_ARENA_MAX": "1"}
    run = subprocess.run(
        [sys.executable, str(FOLDER / f"{name}.py")], capture_output=True, text=True, timeout=300, env=environment
    )
    if run.stderr.startswith("skip"):
        pytest.skip(run.stderr.strip().removeprefix("skip: "))
    assert run.returncode == 0, f"{run.returncode}\n{run.stdout}\n{run.stderr}"
    assert run.stdout.strip() == "ok"
