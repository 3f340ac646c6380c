"""The example notebooks run on the samples, and are kept without their output."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

import ofsted
from tests.conftest import EXAMPLES

nbformat: Any = pytest.importorskip("nbformat")
nbclient: Any = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
for extra in ("pandas", "matplotlib", "PIL", "openpyxl"):
    pytest.importorskip(extra)

NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def test_there_are_some() -> None:
    assert len(NOTEBOOKS) == 3
    described = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for path in NOTEBOOKS:
        assert path.name in described


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: str(path.name))
def test_output_is_not_kept(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: str(path.name))
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning", "ignore::ResourceWarning")
def test_it_runs(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    root = str(Path(ofsted.__file__).parent.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [os.environ.get("PYTHONPATH"), root])))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_ALLOW_INSECURE_WRITES", "1")
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(notebook, timeout=180, resources={"metadata": {"path": str(EXAMPLES)}})
    client.execute()
    made = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in made if output.output_type == "error"]
    assert [output for output in made if "text/html" in output.get("data", {})]
    said = [output.text for output in made if output.get("name") == "stderr"]
    lines = [line for text in said for line in re.split(r"[\r\n]+", text) if line.strip()]
    bars = ("Reading reports", "Writing the workbook")  # of a slow machine
    assert not [line for line in lines if not line.startswith(bars)]
