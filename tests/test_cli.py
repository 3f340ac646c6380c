"""The command: what it prints, its exit status, where errors go."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ofsted
from ofsted.cli import main
from tests.conftest import BROKEN, EXAMPLES, PDF, TEXT

Capture = pytest.CaptureFixture[str]


def test_a_report_for_a_person(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert main(["parse", str(PDF)]) == 0
    out = capsys.readouterr().out
    for words in (
        "Inspection of Norbury Vale local authority children’s services",
        "27 May 2024 to 7 June 2024",
        "Lead inspector",
        "Requires improvement",
        "page 1",
        "What needs to improve",
        "Numbered paragraphs",
        "7 (1-7)",
        "check before use",
    ):
        assert words in out
    assert max(map(len, out.splitlines())) <= 100


def test_json_of_one_file_is_one_object(capsys: Capture) -> None:
    assert main(["parse", "--json", str(PDF)]) == 0
    assert json.loads(capsys.readouterr().out) == ofsted.parse(PDF).to_dict()


def test_json_of_several_is_one_object_a_line(capsys: Capture) -> None:
    assert main(["parse", "--json", str(PDF), str(TEXT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["source"]["path"] for line in lines] == [str(PDF), str(TEXT)]


def test_a_folder_and_its_broken_files(capsys: Capture) -> None:
    assert main(["parse", "--brief", str(EXAMPLES)]) == 1
    out, err = capsys.readouterr()
    files = [p for p in EXAMPLES.rglob("*") if p.suffix in (".pdf", ".txt")]
    broken = list(BROKEN.iterdir())
    assert len(out.splitlines()) == len(files) - len(broken)
    for path in broken:
        assert str(path) in err
    assert f"{len(broken)} of {len(files)} files" in err
    assert "\r" not in err


def test_one_failure_fails_the_run_and_stops_nothing(capsys: Capture, tmp_path: Path) -> None:
    missing = tmp_path / "missing.pdf"
    assert main(["parse", "--brief", str(missing), str(PDF)]) == 1
    out, err = capsys.readouterr()
    assert str(PDF) in out
    assert str(missing) in err
    assert "Traceback" not in err


def test_an_empty_folder_is_a_failure(capsys: Capture, tmp_path: Path) -> None:
    assert main(["parse", str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["parse"], ["parse", "--json", "--brief", "x"], ["nonsense"]])
def test_wrong_usage(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: ofsted" in capsys.readouterr().err


def test_version_schema_and_help(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"ofsted {ofsted.__version__}\n"
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == ofsted.schema()
    with pytest.raises(SystemExit):
        main(["parse", "--help"])
    assert "exit status" in capsys.readouterr().out


def test_python_dash_m() -> None:
    ran = subprocess.run([sys.executable, "-m", "ofsted", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout == f"ofsted {ofsted.__version__}\n"


@pytest.mark.skipif(os.name == "nt" or shutil.which("head") is None, reason="needs a pipe to head")
def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m ofsted parse --json {' '.join([repr(str(PDF))] * 30)} | head -c 10"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    assert len(ran.stdout) == 10


@pytest.mark.skipif(os.name == "nt", reason="needs a locale of bytes")
def test_a_terminal_that_lacks_letters() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "ofsted", "parse", str(PDF)]
    ran = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert b"Norbury Vale" in ran.stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_progress_bar_on_a_terminal_only() -> None:
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "ofsted", "parse", "--brief", str(PDF), str(TEXT)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=slave, check=True)
    os.close(slave)
    shown = os.read(master, 10_000).decode()
    os.close(master)
    assert "2/2" in shown
    assert len(ran.stdout.splitlines()) == 2
