"""The command: what it prints, its exit status, where errors go."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ofsted
from ofsted.cli.console import LIT, in_shell, say
from ofsted.cli.run import main
from ofsted.tables.frames import FRAMES
from tests.conftest import BROKEN, EXAMPLES, PDF, TEXT
from tests.invented import ilacs_text, printed_ilacs

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


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_no_line_is_wider_than_the_terminal(columns: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.chdir(EXAMPLES)
    main(["parse", "ilacs-2024.pdf", "sif-2016.txt", "slac-2010.pdf", "area-send-2025.pdf"])
    lines = capsys.readouterr().out.splitlines()
    main(["parse", "--brief", *sorted(path.name for path in EXAMPLES.glob("*.pdf"))])
    brief = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert max(map(len, brief)) <= max(int(columns), 80)


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
    pytest.importorskip("selectolax")
    files = [p for p in EXAMPLES.rglob("*") if p.suffix in (".pdf", ".txt", ".html")]
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
    assert PDF.name in out
    assert str(missing) in err
    assert "Traceback" not in err


def test_an_empty_folder_is_a_failure(capsys: Capture, tmp_path: Path) -> None:
    for command in ("parse", "judgements"):
        more = [] if command == "parse" else ["-o", "-"]
        assert main([command, str(tmp_path), *more]) == 1
        said = f"ofsted: there is no .pdf, .txt, .html, .htm, .mhtml or .mht file in {tmp_path}\n"
        assert capsys.readouterr().err == said


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


@pytest.mark.skipif(os.name == "nt" or shutil.which("head") is None, reason="this system has no pipe to head")
def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m ofsted parse --json {' '.join([repr(str(PDF))] * 30)} | head -c 10"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    assert len(ran.stdout) == 10


@pytest.mark.skipif(os.name == "nt", reason="this system has no locale of bytes")
def test_a_terminal_that_lacks_letters() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "ofsted", "parse", str(PDF)]
    ran = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert b"Norbury Vale" in ran.stdout


@pytest.mark.skipif(os.name == "nt", reason="this system has no pseudo-terminal")
def test_a_progress_bar_on_a_terminal_only() -> None:
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    at_once = "import sys; from ofsted.reading import progress; progress.DELAY = 0; from ofsted.cli import main; main()"
    command = [sys.executable, "-c", at_once, "parse", "--brief", str(PDF), str(TEXT)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=slave, check=True)
    os.close(slave)
    shown = os.read(master, 10_000).decode()
    os.close(master)
    assert "2/2" in shown
    assert len(ran.stdout.splitlines()) == 2


TABLES = ("reports", "judgements", "recommendations", "findings", "paragraphs", "issues", "unmatched", "errors")
COMMANDS = (*TABLES, "search", "compare", "history", "summary", "show")


@pytest.mark.parametrize("command", ["parse", *COMMANDS])
def test_help_shows_examples(command: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert "exit status" in out
    if command != "parse":
        assert f"  ofsted {command} " in out


def test_judgements_are_csv_on_standard_output(capsys: Capture) -> None:
    assert main(["judgements", str(PDF), "--workers", "1"]) == 0
    out, err = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(out)))
    expected = [(j.key, j.grade.value if j.grade else "", str(j.page)) for j in ofsted.parse(PDF).judgements]
    assert [(row["key"], row["grade"], row["page"]) for row in rows] == expected
    assert err == ""


def test_tables_as_files(tmp_path: Path, capsys: Capture) -> None:
    pytest.importorskip("openpyxl")
    pytest.importorskip("pyarrow")
    import openpyxl
    from pyarrow import parquet

    names = [str(tmp_path / f"out{ending}") for ending in (".csv", ".xlsx", ".parquet")]
    for name in names:
        assert main(["recommendations", str(PDF), str(TEXT), "-o", name]) == 0
    assert capsys.readouterr().out == ""
    count = len(ofsted.parse(PDF).recommendations) * 2
    assert len(list(csv.reader(Path(names[0]).read_text("utf-8-sig").splitlines()))) == count + 1
    assert openpyxl.load_workbook(names[1]).active.max_row == count + 1  # type: ignore[union-attr]
    assert parquet.read_table(names[2]).num_rows == count


@pytest.mark.parametrize("frame", TABLES)
def test_every_frame_is_a_table_in_the_shell(frame: str, capsys: Capture) -> None:
    files = [str(EXAMPLES / "sif-2016.txt"), str(EXAMPLES / "jtai-2023.txt"), str(BROKEN / "cut.pdf")]
    assert main([frame, *files]) == 1
    head, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    assert head == list(FRAMES[frame])
    assert rows


@pytest.mark.parametrize("command", [["compare"], ["history", "Norfolk"], ["summary"], ["judgements", "-a", "Norfolk"]])
def test_what_is_warned_of_names_commands_and_no_calls(command: list[str], tmp_path: Path, capsys: Capture) -> None:
    pytest.importorskip("pandas")
    for name in ("Norfolk", "Norflok"):
        text = printed_ilacs(name, "8 May 2023 to 19 May 2023", "Good").text
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    main([*command, str(tmp_path), str(BROKEN / "cut.pdf")])
    err = capsys.readouterr().err
    assert "Norflok.txt ('Norflok' is not in the register" in err
    assert "'ofsted unmatched'" in err
    assert "()" not in err
    assert main(["unmatched", str(tmp_path)]) == 0
    assert "Norflok" in capsys.readouterr().out


def test_a_name_that_is_none_is_said_without_calls(capsys: Capture) -> None:
    pytest.importorskip("pandas")
    assert main(["compare", str(PDF), "-a", "Norflok"]) == 2
    assert capsys.readouterr().err == "ofsted: there is no authority 'Norflok'; did you mean 'Norfolk'?\n"
    assert in_shell("Some are left; or give workers=1.") == "Some are left; or give --workers 1."


def test_a_table_of_one_framework(capsys: Capture) -> None:
    assert main(["judgements", str(EXAMPLES / "sif-2016.pdf"), str(PDF), "-f", "sif"]) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert {row["framework"] for row in rows} == {"sif"}


def test_a_bad_file_of_a_table_fails_the_run_and_stops_nothing(capsys: Capture) -> None:
    broken = BROKEN / "cut.pdf"
    assert main(["judgements", str(PDF), str(broken)]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1 + len(ofsted.parse(PDF).judgements)
    assert str(broken) in err


def test_search_names_file_page_and_words(capsys: Capture) -> None:
    pytest.importorskip("pandas")
    assert main(["search", "personal advisers?", str(PDF)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{PDF}: ")
    assert "page 1" in out
    assert "**personal advisers**" in out
    assert "\x1b" not in out
    assert "in 1 report" in err


def test_search_as_csv(capsys: Capture) -> None:
    pytest.importorskip("pandas")
    assert main(["search", "children", str(PDF), "-o", "-"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows
    assert all("children" in row["text"].lower() for row in rows)


def test_compare_history_and_summary(tmp_path: Path, capsys: Capture) -> None:
    pytest.importorskip("pandas")
    report = ofsted.parse(PDF)
    name = report.authority.name or ""
    assert main(["compare", str(PDF), "-a", name]) == 0
    out = capsys.readouterr().out
    assert name in out
    assert "improvement" in out
    assert main(["history", name, str(PDF)]) == 0
    out = capsys.readouterr().out
    assert all(str(j.grade) in out for j in report.judgements)
    assert main(["history", name, str(PDF), "-o", "-"]) == 0
    assert len(list(csv.reader(io.StringIO(capsys.readouterr().out)))) == 1 + len(report.judgements)
    page = tmp_path / "all.html"
    assert main(["summary", str(PDF), "--html", str(page)]) == 0
    assert name in page.read_text("utf-8")
    capsys.readouterr()
    assert main(["summary", str(PDF), "--csv", "-"]) == 0
    assert capsys.readouterr().out.startswith("authority,")


@pytest.mark.parametrize("width", [80, 60, 200])
def test_tables_fit_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    pytest.importorskip("pandas")
    monkeypatch.setenv("COLUMNS", str(width))
    files = [str(EXAMPLES / name) for name in ("ilacs-2024.pdf", "sif-2016.pdf", "ilacs-2021.pdf", "slac-2010.pdf")]
    for command in (["compare", *files], ["history", "Harrowmere", *files], ["summary", *files]):
        assert main(command) == 0
        out = capsys.readouterr().out
        assert max(map(len, out.splitlines())) <= width, out
        assert "Harrowmere" in out or command[0] == "history"
        assert "is not in the register" in " ".join(out.split())


@pytest.mark.parametrize("width", [80, 60, 200])
def test_whatever_is_printed_for_a_person_fits_the_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    pytest.importorskip("pandas")
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.chdir(EXAMPLES)  # where a clone is must not decide whether a name is torn
    commands = [["search", "children", PDF.name], ["show", PDF.name, "--judgement", "overall_effectiveness"]]
    commands += [["parse", "--brief", PDF.name], ["show", "sif-2016.pdf", "-r", "1"]]
    for command in commands:
        assert main(command) == 0
        out = capsys.readouterr().out
        assert max(map(len, out.splitlines())) <= width, out
        assert PDF.name in out or "sif-2016.pdf" in out


@pytest.mark.parametrize("command", ["", "parse", "fetch", "search", "mcp", "show"])
def test_help_fits_80_columns(command: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_what_is_bold_is_bold_in_each_of_its_lines_and_not_before_them(capsys: Capture) -> None:
    say(f"found {LIT[0]}two\n    words{LIT[1]} here\n    and there")
    bold, plain = "\x1b[1;4m", "\x1b[0m"
    assert capsys.readouterr().out == f"found {bold}two{plain}\n    {bold}words{plain} here\n    and there{plain}\n"


def test_search_and_show_say_what_to_check(tmp_path: Path, capsys: Capture) -> None:
    pytest.importorskip("pandas")
    text = "1. Homes suit the children well.\n\n2. Visits are on time.\n\n4. Plans are reviewed in good time."
    (tmp_path / "rutland.txt").write_text(ilacs_text(body=text), encoding="utf-8")
    assert main(["search", "reviewed", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "    ! Paragraph 4 follows paragraph 2" in out
    assert main(["search", "Homes suit", str(tmp_path)]) == 0
    assert "Paragraph 4 follows" not in capsys.readouterr().out
    assert main(["show", str(tmp_path / "rutland.txt"), "-p", "4"]) == 0
    assert "    ! Paragraph 4 follows paragraph 2" in capsys.readouterr().out


def test_what_a_summary_counts_wraps_at_the_terminals_edge(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(ofsted, "read", lambda *paths, **options: ofsted.outcomes())
    monkeypatch.setenv("COLUMNS", "60")
    main(["summary", "reports", "--as-of", "2025-03-31"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 60


def test_a_summary_without_options_is_for_a_person(capsys: Capture) -> None:
    assert main(["summary", str(PDF)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("ILACS: latest result of each authority, ")
    assert "1 authority: 1 good" in out
    assert "Norbury Vale  2024-06-07  Good" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", str(PDF), "-a", "Nowhere at all"],
        ["history", "Nowhere at all", str(PDF)],
        ["search", "(open", str(PDF)],
        ["judgements", str(PDF), "-f", "nonsense"],
        ["judgements", str(PDF), "-o", "out.docx"],
        ["show", str(PDF), "-p", "999"],
        ["show", str(TEXT), "-j", "overall_effectiveness", "-o", "out.png"],
    ],
)
def test_what_cannot_be_is_said_in_a_line(arguments: list[str], capsys: Capture) -> None:
    pytest.importorskip("pandas")
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("ofsted: ")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("compare none.pdf -t nonsense", "there is no theme 'nonsense'"),
        ("compare none.pdf --as-of 2023", "'2023' is not a day"),
        ("summary none.pdf --as-of 2023", "'2023' is not a day"),
        ("summary none.pdf -f jtai", "there is no summary of 'jtai'"),
        ("judgements none.pdf -f nonsense", "there is no framework 'nonsense'"),
        ("search missing none.pdf -f nonsense", "there is no framework 'nonsense'"),
        ("search (open none.pdf", "missing closing parenthesis"),
    ],
)
def test_what_was_asked_for_wrongly_is_said_before_reports_are_read(asked: str, said: str, capsys: Capture) -> None:
    pytest.importorskip("pandas")
    assert main(asked.split()) == 2
    out, err = capsys.readouterr()
    assert err.startswith(f"ofsted: {said}")
    assert "none.pdf:" not in err + out


def test_show_prints_the_lines_and_the_page(capsys: Capture) -> None:
    assert main(["show", str(PDF), "--judgement", "overall_effectiveness"]) == 0
    out = capsys.readouterr().out
    assert "page 1" in out
    assert "**Overall effectiveness" in out


def test_show_says_that_ofsteds_table_has_another_grade(tmp_path: Path, capsys: Capture) -> None:
    read = printed_ilacs("Norfolk", "7 November 2022 to 18 November 2022", "Inadequate")
    (tmp_path / "a.txt").write_text(read.text, encoding="utf-8")
    for asked, is_told in ((["-j", "overall_effectiveness"], True), (["-r", "1"], False)):
        assert main(["show", str(tmp_path / "a.txt"), *asked]) == 0
        assert ("! Ofsted's own table says Good" in " ".join(capsys.readouterr().out.split())) == is_told


def test_show_writes_a_picture(tmp_path: Path, capsys: Capture) -> None:
    pytest.importorskip("PIL")
    picture = tmp_path / "proof.png"
    assert main(["show", str(PDF), "-p", "3", "-o", str(picture), "--scale", "1"]) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    with open(PDF, "rb") as file:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read())))
    assert main(["judgements", "-"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1 + len(ofsted.parse(PDF).judgements)


def test_an_error_on_standard_input_names_it(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    for command in ("parse", "judgements"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        assert main([command, "-"]) == 1
        assert "ofsted: <standard input>: the file is empty" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["parse", "judgements"])
def test_an_empty_name_is_no_folder(command: str, two: Path, capsys: Capture) -> None:
    """As of a variable of the shell that was not set."""
    assert main([command, ""]) == 1
    told = capsys.readouterr()
    assert "ofsted: '': No such file" in told.err
    assert "Rutland" not in told.out


def test_wrong_usage_says_where_help_is(capsys: Capture) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([])
    assert "ofsted parse norfolk.pdf" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["parse", "norfolk.pdf", "--jsn"])
    assert "unrecognized arguments: --jsn; see ofsted parse --help" in capsys.readouterr().err


def test_a_pattern_that_no_shell_has_replaced(two: Path, capsys: Capture) -> None:
    assert main(["parse", "--brief", "reports/*.pdf"]) == 0
    assert "Norbury Vale" in capsys.readouterr().out


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in: reports/ has one on Rutland and one on Norbury Vale, which the register lacks."""
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "rutland.txt").write_text(ilacs_text(), encoding="utf-8")
    shutil.copy(PDF, tmp_path / "reports" / "vale.pdf")
    return tmp_path


@pytest.mark.parametrize(
    "places",
    [
        ["Rutland", "reports"],
        ["reports", "Rutland"],
        ["reports", "-a", "Rutland"],
        ["-a", "Rutland", "reports"],
        ["Rutland", "--align", "reports"],
        ["reports/vale.pdf", "-a", "Rutland", "reports/rutland.txt"],
    ],
)
def test_an_authority_is_named_among_the_files_or_by_an_option(places: list[str], two: Path, capsys: Capture) -> None:
    for command in ("compare", "history"):
        assert main([command, *places, "-o", "-"]) == 0
        out, err = capsys.readouterr()
        assert {row["authority"] for row in csv.DictReader(io.StringIO(out))} == {"Rutland"}
        assert "such file" not in err


@pytest.mark.parametrize("places", [["Norbury Vale", "reports"], ["reports", "-a", "norbury vale"]])
def test_history_takes_a_name_that_only_the_reports_know(places: list[str], two: Path, capsys: Capture) -> None:
    assert main(["history", *places, "-o", "-"]) == 0
    assert "Norbury Vale" in capsys.readouterr().out


def test_compare_takes_authorities_of_both_places(two: Path, capsys: Capture) -> None:
    assert main(["compare", "Rutland", "reports", "-a", "Norbury Vale", "-o", "-"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["authority"] for row in rows] == ["Norbury Vale", "Rutland"]


def test_a_file_goes_before_the_authority_of_its_name(two: Path, capsys: Capture) -> None:
    Path("Kent").write_text(ilacs_text(), encoding="utf-8")
    assert main(["compare", "Kent", "-o", "-"]) == 0
    assert "Rutland" in capsys.readouterr().out
    assert main(["history", "Kent", "-a", "Rutland"]) == 0
    Path("Rutland").mkdir()
    shutil.copy("Kent", "Rutland/a.txt")
    assert main(["history", "Rutland", "Rutland/"]) == 0


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            "compare Kent Leeds",
            "which reports? Add files or folders: ofsted compare Kent Leeds reports/",
        ),
        ("history Nowhere", "which reports? Add files or folders: ofsted history Nowhere reports/"),
        ("history reports", "history of which authority? ofsted history NAME reports, or the same with -a NAME"),
        (
            "history reports/rutland.txt reports",
            "history of which authority? ofsted history NAME reports/rutland.txt, or the same with -a NAME",
        ),
        (
            "history Kent reports -a Leeds",
            "history follows one authority, not 'Leeds' and 'Kent': compare takes several",
        ),
    ],
)
def test_a_command_that_lacks_reports_or_an_authority_says_so(
    command: str, said: str, two: Path, capsys: Capture
) -> None:
    assert main(command.split()) == 2
    assert capsys.readouterr().err == f"ofsted: {said}\n"


def test_an_authority_in_the_place_of_a_file_is_answered(two: Path, capsys: Capture) -> None:
    assert main(["judgements", "Leeds", "none.pdf", "Nowhere", "reports"]) == 1
    leeds, none, nowhere = capsys.readouterr().err.splitlines()
    assert leeds.endswith("; an authority is given as -a 'Leeds'")
    assert none.startswith("ofsted: none.pdf: ")
    assert ";" not in none
    assert nowhere.endswith("; if that is an authority, give it as -a 'Nowhere'")


def test_files_may_stand_on_both_sides_of_an_option(two: Path, capsys: Capture) -> None:
    assert main(["parse", "reports/vale.pdf", "--brief", "reports/rutland.txt"]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "reports/vale.pdf",
        "reports/rutland.txt",
    ]
    for wrong in (["parse", "reports/vale.pdf", "--breif"], ["schema", "reports"], ["show", "a", "-p", "1", "b"]):
        with pytest.raises(SystemExit):
            main(wrong)
        assert f"unrecognized arguments: {wrong[-1]}" in capsys.readouterr().err
