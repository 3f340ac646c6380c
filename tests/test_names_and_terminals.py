"""Names of files that are not UTF-8, what a document would have a terminal do, and streams that are closed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ofsted
from ofsted.cli.run import main
from tests.conftest import EXAMPLES, TEXT

NASTY = "\x1b]0;owned\x07 \x1b[2J \u202egnihton\u202c \x9b31m"
OBEYED = re.compile("[\x00-\x08\x0b\x0d-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
HOSTILE = TEXT.read_text(encoding="utf-8").replace(" plans", f" plans {NASTY}").replace(" team", f" team {NASTY}")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A folder with a report, and a file that is none, whose names are not UTF-8."""
    for name, data in ((b"caf\xe9.txt", TEXT.read_bytes()), (b"\xff.txt", b"")):
        try:
            with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
                file.write(data)
        except OSError:
            pytest.skip("this file system takes only UTF-8")
    return tmp_path


def test_frames_hold_names_that_are_not_utf_8(odd: Path) -> None:
    corpus = ofsted.read(odd)
    assert corpus.errors().path.tolist() == [str(odd / "\udcff.txt").replace("\udcff", "\\udcff")]
    assert set(corpus.judgements().path) == {str(odd / "caf\\udce9.txt")}
    assert all(path.encode() for path in corpus.reports().path)
    assert os.path.exists(str(corpus[0].path))
    for indent in (None, 1):
        assert json.loads(corpus[0].to_json(indent).encode())["source"]["path"] == corpus[0].path


def test_files_for_others_hold_names_that_are_not_utf_8(odd: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    pytest.importorskip("duckdb")
    parquet = pytest.importorskip("pyarrow.parquet")
    made = tmp_path_factory.mktemp("made")
    corpus = ofsted.read(odd)
    written = corpus.to_parquet(made)
    [errors] = [path for path in written if Path(path).stem == "errors"]
    assert parquet.read_table(errors).column("path").to_pylist()[0].endswith("\\udcff.txt")
    assert Path(corpus.to_duckdb(made / "all.duckdb")).exists()
    assert corpus.to_csv(made)


def test_workbooks_link_to_names_that_are_not_utf_8(odd: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    corpus = ofsted.read(odd)
    book = openpyxl.load_workbook(corpus.to_excel(odd / "all.xlsx"))
    links = [cell.hyperlink for row in book["Errors"].iter_rows() for cell in row if cell.hyperlink]
    assert [link.target for link in links] == ["%FF.txt"]
    with pytest.warns(UserWarning, match="could not be put to"):
        summary = corpus.summary()
    assert Path(summary.to_excel(odd / "summary.xlsx")).exists()
    assert Path(summary.to_csv(odd / "summary.csv")).exists()


@pytest.mark.parametrize(
    "command",
    [
        ["parse"],
        ["parse", "--brief"],
        ["parse", "--json"],
        ["recommendations"],
        ["paragraphs"],
        ["judgements"],
        ["search", "plans"],
        ["summary"],
        ["summary", "--csv", "-"],
        ["compare"],
    ],
    ids=" ".join,
)
def test_nothing_that_a_terminal_obeys_is_printed(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "b\x1b[2J.txt").write_text("", encoding="utf-8")
    main([*command, str(tmp_path)])
    printed = capsys.readouterr()
    assert printed.out
    assert not OBEYED.search(printed.out)
    assert not OBEYED.search(printed.err)
    if command == ["recommendations"]:
        assert "\\x1b[2J" in printed.out


@pytest.mark.parametrize(
    "command", [["parse", "--brief"], ["parse"], ["search", "plans"], ["judgements"]], ids=" ".join
)
def test_a_name_with_a_line_end_makes_no_line_of_its_own(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else a file could say of others what it likes."""
    try:
        for name, data in (("a\nforged: Good.txt", TEXT.read_bytes()), ("b\nforged: Good.txt", b"")):
            (tmp_path / name).write_bytes(data)
    except OSError:
        pytest.skip("this system has no such names")
    main([*command, str(tmp_path)])
    printed = capsys.readouterr()
    assert "b\\x0aforged: Good.txt: the file is empty" in printed.err
    lines = printed.err if command == ["judgements"] else printed.out + printed.err  # a CSV quotes it
    assert not [line for line in lines.splitlines() if line.startswith("forged")]


def test_json_of_what_a_terminal_obeys_is_the_same_to_a_program() -> None:
    report = ofsted.parse_text(HOSTILE)
    assert not OBEYED.search(report.to_json())
    assert json.loads(report.to_json()) == report.to_dict()


def run(arguments: list[str], **how: object) -> subprocess.CompletedProcess[str]:
    folder = str(Path(ofsted.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": folder}
    return subprocess.run([sys.executable, *arguments], env=environment, text=True, stderr=subprocess.PIPE, **how)  # type: ignore[call-overload, no-any-return]


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes the stream")
def test_closed_standard_output_is_one_line() -> None:
    folder = str(Path(ofsted.__file__).parents[1])
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m ofsted parse "$1" >&-', sys.executable, str(TEXT)],
        env={**os.environ, "PYTHONPATH": folder},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "ofsted: <standard output>: standard output is closed\n"


def test_a_script_on_standard_input_reads_in_processes() -> None:
    script = f"import ofsted\nprint(len(ofsted.read({str(EXAMPLES)!r}, workers=2)))\n"
    done = run(["-W", "error", "-"], input=script, stdout=subprocess.PIPE)
    assert done.stdout.strip() == str(len(ofsted.read(EXAMPLES, workers=1)))
    assert done.stderr == ""


def test_what_python_prints_by_itself_has_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    text = TEXT.read_text(encoding="utf-8").replace("Outstanding", f"{NASTY} Outstanding").replace("services", NASTY, 1)
    report = ofsted.parse_text(text)
    said = [report, *report.judgements, *report.previous_inspections, *report.previous_judgements, *report.footnotes]
    assert not [one for one in said if OBEYED.search(repr(one))]
    assert not OBEYED.search(str(report))
    (tmp_path / "x\x1b[2J.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(TEXT.read_bytes())
    with pytest.warns(UserWarning, match="could not be put to") as warned:
        ofsted.read(tmp_path).summary()
    assert not [one for one in warned if OBEYED.search(str(one.message))]
