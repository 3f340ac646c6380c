"""The package itself: what importing it loads, what it exports, what it ships."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import ofsted
from ofsted import _core


def modules_after(code: str) -> set[str]:
    script = f"import sys; {code}; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_import_loads_nothing_heavy() -> None:
    loaded = modules_after("import ofsted")
    assert not loaded & {"pandas", "numpy", "pypdfium2", "pypdfium2_raw", "dataclasses", "inspect", "json", "ctypes"}
    assert {name for name in loaded if name.startswith("ofsted")} == {"ofsted"}


def test_text_needs_no_pdfium_and_no_pandas() -> None:
    loaded = modules_after("import ofsted; ofsted.parse_text('Minutes').to_dict()")
    assert not loaded & {"pandas", "numpy", "pypdfium2", "pypdfium2_raw", "ctypes"}


def test_every_public_name_is_there() -> None:
    for name in ofsted.__all__:
        assert getattr(ofsted, name) is not None
    assert set(ofsted.__all__) <= set(dir(ofsted))
    assert callable(ofsted.parse)
    with pytest.raises(AttributeError, match="nonsense"):
        ofsted.nonsense  # noqa: B018


@pytest.mark.parametrize(
    "name",
    [
        "py.typed",
        "_core.pyi",
        "schema/report.schema.json",
        "data/authorities.csv",
        "data/outcomes.csv",
        "data/tiles.csv",
    ],
)
def test_files_are_shipped(name: str) -> None:
    assert files("ofsted").joinpath(*name.split("/")).is_file()


def test_the_binding_checks_what_it_is_given() -> None:
    context = _core.Context(files("ofsted").joinpath("data", "authorities.csv").read_bytes())
    with pytest.raises(TypeError):
        _core.Context()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        _core.read_text(None, "text", "name")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        _core.read_text(context, b"text", "name")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        _core.read_pdf(context, None, b"%PDF-", "name")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        _core.ParsedReport()
    with pytest.raises(TypeError):
        _core.read_text(context, "text", "name").to_dict([])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="addresses"):
        _core.Pdfium([1, 2])
    with pytest.raises(ValueError, match=_core.PDFIUM_FUNCTIONS[0]):
        _core.Pdfium([0] * len(_core.PDFIUM_FUNCTIONS))


def test_a_parsed_report_outlives_its_context() -> None:
    parsed = _core.read_text(
        _core.Context(files("ofsted").joinpath("data", "authorities.csv").read_bytes()), "Norfolk", "name"
    )
    gc.collect()
    assert parsed.to_dict({})["framework"] == "unknown"


def test_memory_is_given_back() -> None:
    """A leak of one object a report would show as thousands."""
    text = "Inspection of Norfolk\n\n1. A paragraph.\n"

    def blocks() -> int:
        gc.collect()
        return sys.getallocatedblocks()

    for _ in range(200):
        ofsted.parse_text(text).to_dict()
    before = blocks()
    for _ in range(2000):
        ofsted.parse_text(text).to_dict()
    assert blocks() - before < 200


def started_in(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Python as a user starts it, who finds what is in that folder first."""
    environment = {**os.environ, "PYTHONSAFEPATH": ""}
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=folder, env=environment)


def test_python_started_above_a_folder_of_that_name(tmp_path: Path) -> None:
    """A clone is a folder named ofsted without an __init__.py: it must not be taken for the package."""
    (tmp_path / "ofsted").mkdir()
    ran = started_in(tmp_path, "import ofsted; print(ofsted.parse_text('Minutes').framework)")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_python_started_in_a_clone_in_which_nothing_was_built(tmp_path: Path) -> None:
    """It takes the sources for the package, whatever else is installed."""
    shutil.copytree(Path(ofsted.__file__).parent, tmp_path / "ofsted", ignore=shutil.ignore_patterns("_core.*"))
    ran = started_in(tmp_path, "import ofsted; ofsted.parse")
    assert ran.returncode == 1
    assert "pip install --editable" in ran.stderr.splitlines()[-1]
