"""Exports: what is written can be read back by the programs that it is for."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.report import _restore
from ofsted.tables.frames import FRAMES, GRADE_ORDER
from tests.conftest import EXAMPLES, PDF, SAMPLES


@pytest.fixture(scope="module")
def corpus() -> ofsted.Corpus:
    return ofsted.read(EXAMPLES, workers=1)


def changed(text: str) -> ofsted.Report:
    """The ILACS sample with `text` in the place of a recommendation and of the title."""
    tree = ofsted.parse(PDF).to_dict()
    tree["recommendations"][0]["text"] = tree["title"] = text
    return _restore(tree, "")


def rows(path: str) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def names(corpus: ofsted.Corpus) -> list[str]:
    news = [n for n in ("judgements", "paragraphs", "recommendations", "findings") if len(corpus.table(n, True))]
    return [*FRAMES, *(f"news_{name}" for name in news)]


def test_csv(corpus: ofsted.Corpus, tmp_path: Path) -> None:
    written = corpus.to_csv(tmp_path / "new" / "folder")
    assert [Path(path).stem for path in written] == names(corpus)
    for path in written[: len(FRAMES)]:
        table = corpus.table(Path(path).stem)
        assert [list(row.values()) for row in rows(path)] == [
            ["" if value is None else str(value) for value in row.values()] for row in table.rows()
        ]
    assert Path(written[0]).read_bytes().startswith(b"\xef\xbb\xbf")


def test_parquet(corpus: ofsted.Corpus, tmp_path: Path) -> None:
    pandas, pyarrow = pytest.importorskip("pandas"), pytest.importorskip("pyarrow")
    from pyarrow import parquet

    written = corpus.to_parquet(tmp_path)
    assert [Path(path).stem for path in written] == names(corpus)
    for name, path in zip(FRAMES, written, strict=False):
        assert parquet.read_table(path).equals(corpus.table(name).to_arrow())
    judgements = pandas.read_parquet(tmp_path / "judgements.parquet")
    assert list(judgements["key"]) == list(corpus.judgements()["key"])
    assert judgements["grade"].cat.ordered
    assert pyarrow.types.is_date32(parquet.read_schema(tmp_path / "judgements.parquet").field("start").type)


def test_a_database_in_no_folder_is_an_error_that_says_so(corpus: ofsted.Corpus, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    with pytest.raises(FileNotFoundError, match="there is no such folder to write to"):
        corpus.to_duckdb(tmp_path / "none" / "a.duckdb")


def test_duckdb(corpus: ofsted.Corpus, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    path = tmp_path / "reports.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table mine as select 1 as one; create table judgements as select 2 as two")
    for _ in range(2):
        assert corpus.to_duckdb(path) == str(path)
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("select one from mine").fetchall() == [(1,)]
        for name in FRAMES:
            [(count,)] = connection.execute(f"select count(*) from {name}").fetchall()
            assert count == len(corpus.table(name))
        found = connection.execute("select distinct grade from judgements where grade is not null order by grade")
        ranks = [GRADE_ORDER.index(grade) for (grade,) in found.fetchall()]
        assert ranks == sorted(ranks)


# ---- Excel ----


@pytest.fixture(scope="module")
def book(corpus: ofsted.Corpus, tmp_path_factory: pytest.TempPathFactory) -> Any:
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path_factory.mktemp("book") / "reports.xlsx"
    corpus.to_excel(path)
    return openpyxl.load_workbook(path)


def column(sheet: Any, header: str) -> list[Any]:
    place = [cell.value for cell in sheet[1]].index(header)
    return [row[place] for row in sheet.iter_rows(min_row=2)]


def test_a_sheet_for_every_frame(book: Any, corpus: ofsted.Corpus) -> None:
    assert book.sheetnames[0] == "About"
    sheets = dict(zip(book.sheetnames[1:], names(corpus), strict=True))
    for sheet, name in list(sheets.items())[: len(FRAMES)]:
        assert book[sheet].max_row == len(corpus.table(name)) + 1
        assert book[sheet].max_column == len(FRAMES[name])
        assert book[sheet].freeze_panes in ("A2", "D2")
        assert book[sheet].auto_filter.ref.startswith("A1:")
        assert book[sheet].print_title_rows == "$1:$1"


def test_the_workbook_speaks_in_words(book: Any, corpus: ofsted.Corpus) -> None:
    sheet = book["Judgements"]
    table = corpus.table("judgements")
    grades = [str(ofsted.Grade(grade)) if grade else None for grade in table.column("grade")]
    assert [cell.value for cell in column(sheet, "Grade")] == grades
    assert {cell.value for cell in column(sheet, "Framework")} == {
        str(ofsted.Framework(f)) for f in table.column("framework")
    }
    starts = [cell.value for cell in column(sheet, "Start")]
    assert starts == [datetime.fromisoformat(day) if day else None for day in table.column("start")]
    assert "Lead inspector" in [cell.value for cell in book["Reports"][1]]


def test_cells_of_every_kind_are_in_one_font(book: Any) -> None:
    fonts = {(cell.font.name, cell.font.sz) for sheet in book for row in sheet for cell in row if cell.value}
    assert len(fonts) == 1
    assert None not in fonts.pop()


def test_what_the_first_sheet_says_is_as_wide_as_its_columns(book: Any) -> None:
    sheet = book["About"]
    for row in sheet.iter_rows(min_row=5):
        beside = [cell for cell in row[1:] if cell.value is not None]
        if beside or row[0].fill.fill_type:  # else the words may run on
            assert len(str(row[0].value or "")) < sheet.column_dimensions["A"].width


def test_printed_sheets_are_numbered(book: Any) -> None:
    assert {sheet.oddFooter.center.text for sheet in book} == {"&A, page &P of &N"}


def luminance(colour: str) -> float:
    parts = [int(colour[-6:][i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_grades_can_be_read_and_told_apart_without_colour(book: Any) -> None:
    shades = {}
    for cell in column(book["Judgements"], "Grade"):
        if cell.value:
            light, dark = luminance(cell.fill.fgColor.rgb), luminance(cell.font.color.rgb)
            assert (max(light, dark) + 0.05) / (min(light, dark) + 0.05) >= 4.5
            shades[cell.value] = light
    order = ["Outstanding", "Good", "Requires improvement", "Inadequate"]
    assert all(shades[better] > shades[worse] * 1.1 for better, worse in pairwise(order))


def test_links_lead_to_the_page(book: Any, corpus: ofsted.Corpus) -> None:
    for cell, path in zip(column(book["Judgements"], "Page"), corpus.table("judgements").column("path"), strict=True):
        if cell.value:
            assert cell.hyperlink.target == f"{Path(path).as_uri()}#page={cell.value}"
    for cell in column(book["Reports"], "Pages"):
        assert cell.hyperlink is None
    assert all(c.hyperlink for c in column(book["Errors"], "Path"))


def test_links_to_files_below_the_workbook_are_relative(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    below = tmp_path / "my reports" / "a.pdf"
    below.parent.mkdir()
    below.write_bytes(PDF.read_bytes())
    ofsted.read(tmp_path).to_excel(tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx")["Judgements"]
    assert column(sheet, "Page")[0].hyperlink.target == "my%20reports/a.pdf#page=1"


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://evil","click")', "+1", "@sum", "a\x02b\x0bc", "x" * 40_000, "\ud800"]
)
def test_text_is_text(tmp_path: Path, text: str) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    ofsted.Corpus([changed(text)]).to_excel(tmp_path / "book.xlsx")
    cell = column(openpyxl.load_workbook(tmp_path / "book.xlsx")["Recommendations"], "Text")[0]
    assert cell.data_type != "f"
    if len(text) < 100:
        assert (cell.value or "") == "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff")
    else:
        assert len(cell.value) == 32_767
        assert cell.value.endswith("(cut here: Excel holds no more)")


def test_an_empty_corpus_is_written_too(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    ofsted.Corpus().to_excel(tmp_path / "empty.xlsx")
    assert len(openpyxl.load_workbook(tmp_path / "empty.xlsx").sheetnames) == len(FRAMES) + 1
    assert all(rows(path) == [] for path in ofsted.Corpus().to_csv(tmp_path))


@pytest.mark.parametrize(
    ("module", "call", "extra"),
    [("openpyxl", "to_excel", "excel"), ("duckdb", "to_duckdb", "duckdb"), ("pyarrow", "to_parquet", "arrow")],
)
def test_what_is_missing_is_named(module: str, call: str, extra: str, tmp_path: Path) -> None:
    code = f"import sys; sys.modules[{module!r}] = None; import ofsted; ofsted.Corpus().{call}({str(tmp_path / 'x')!r})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 1
    assert f"need {module}: pip install 'ofsted[{extra}]'" in ran.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("module", "command"),
    [
        ("mcp", ["mcp"]),
        ("openpyxl", ["judgements", "-o", "x.xlsx"]),
        ("openpyxl", ["summary", "--xlsx", "x.xlsx"]),
        ("pyarrow", ["issues", "-o", "x.parquet"]),
        ("pandas", ["compare"]),
        ("pandas", ["history", "Leeds"]),
    ],
)
def test_the_command_says_what_is_missing_before_it_reads(module: str, command: list[str], tmp_path: Path) -> None:
    code = f"""import sys; sys.modules[{module!r}] = None
import ofsted
from ofsted.cli import main
def read(*paths, **options):
    raise SystemExit("read first")
ofsted.read = read
sys.exit(main({[*command, str(tmp_path)]!r}))"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 1
    assert "pip install 'ofsted[" in ran.stderr


@pytest.mark.parametrize(
    ("module", "call", "extra"),
    [
        ("matplotlib", "outcomes().plot", "plot"),
        ("selectolax", "fetch('reports', base_url='http://127.0.0.1:9')", "fetch"),
        ("pandas", "outcomes().compare()", "pandas"),
        ("pandas", "outcomes().shares()", "pandas"),
    ],
)
def test_what_is_missing_is_said_before_the_work(module: str, call: str, extra: str, tmp_path: Path) -> None:
    code = f"import sys; sys.modules[{module!r}] = None; import ofsted; ofsted.{call}"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert f"need{'s' if extra == 'fetch' else ''} {module}: pip install 'ofsted[{extra}]'" in ran.stderr


# ---- hits ----


def test_hits_are_the_same_workbook_in_python_and_by_the_command(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from ofsted.cli import main

    for example in ("ilacs-2024.pdf", "ilacs-2019.pdf"):
        (tmp_path / example).write_bytes((EXAMPLES / example).read_bytes())
    hits = ofsted.read(tmp_path, workers=1).search("children")
    assert hits.to_excel(tmp_path / "python.xlsx", index=False) == str(tmp_path / "python.xlsx")
    main(["search", "children", str(tmp_path), "--workers", "1", "-o", str(tmp_path / "command.xlsx")])
    one, other = (openpyxl.load_workbook(tmp_path / f"{name}.xlsx").active for name in ("python", "command"))
    assert [[cell.value for cell in row] for row in one] == [[cell.value for cell in row] for row in other]
    assert one.auto_filter.ref == other.auto_filter.ref
    assert one.freeze_panes
    assert {row[1].value for row in one.iter_rows(min_row=2)} == {"ILACS"}
    text = column(one, "Text")
    longest = max(range(len(text)), key=lambda place: len(text[place].value))
    assert one.row_dimensions[longest + 2].height > 15  # what wraps is not drawn over the row below
    links = [cell.hyperlink.target for row in one for cell in row if cell.hyperlink]
    assert len(links) == len(hits)
    assert links[0].startswith("ilacs-20")
    assert "#page=" in links[0]
    assert one.column_dimensions["A"].width == other.column_dimensions["A"].width


def test_hits_of_chosen_columns_are_a_workbook_too(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    hits = ofsted.read(EXAMPLES / "ilacs-2024.pdf", workers=1).search("children")
    hits[["authority", "page", "snippet"]].head(2).to_excel(tmp_path / "few.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "few.xlsx").active
    assert [cell.value for cell in sheet[1]] == ["Authority", "Page", "Snippet"]
    assert sheet.max_row == 3


def test_hits_are_what_pandas_writes_where_its_options_are_given(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    hits = ofsted.read(EXAMPLES / "ilacs-2024.pdf", workers=1).search("children")
    hits.to_excel(tmp_path / "plain.xlsx", sheet_name="Here", index=False)
    assert openpyxl.load_workbook(tmp_path / "plain.xlsx").sheetnames == ["Here"]


# ---- Markdown ----


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_markdown_holds_the_report(path: Path) -> None:
    report = ofsted.parse(path)
    lines = report.to_markdown().splitlines()
    assert lines[0].startswith("# ")
    plain = "".join(c for c in report.to_markdown() if c.isalnum())
    bodies = {r.scope for r in report.recommendations if r.scope}  # printed before a recommendation, said behind it
    for text in [p.text for p in report.paragraphs] + [r.text for r in report.recommendations]:
        body = next((body for body in bodies if text.startswith(body)), "")
        assert "".join(c for c in text.removeprefix(body) if c.isalnum()) in plain
    for judgement in report.judgements:
        assert any(line.startswith("|") and str(judgement.grade or "no grade") in line for line in lines)


def test_markdown_takes_text_as_it_stands() -> None:
    text = changed("# 1*2* <b>x</b> [y](z) | a_b").to_markdown()
    assert text.startswith("# \\# 1\\*2\\* \\<b\\>x\\</b\\> \\[y\\](z) \\| a\\_b\n")
    assert "1. " not in changed("12. Twelve").to_markdown().splitlines()[0]


def test_a_workbook_says_how_far_it_is_and_prints_legibly(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    corpus = ofsted.read(EXAMPLES, workers=1)
    told: list[tuple[int, int]] = []
    path = corpus.to_excel(tmp_path / "all.xlsx", progress=lambda done, total: told.append((done, total)))
    assert told
    assert all(done <= total for done, total in told)
    book = openpyxl.load_workbook(path)
    for name in ("Judgements", "Paragraphs", "Reports"):
        sheet = book[name]
        width = sum(column.width for column in sheet.column_dimensions.values())
        assert sheet.page_setup.orientation == "landscape"
        assert width / sheet.page_setup.fitToWidth <= 190
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.print_title_cols == "$A:$C"


FULL_DISK = """
import errno, resource, signal, sys, zipfile
import ofsted
def full(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")
corpus, place = ofsted.read(sys.argv[1]), sys.argv[2]
zipfile.ZipFile.writestr = full  # a workbook's; its sheets are made elsewhere
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900) if "xlsx" not in sys.argv[3] else (-1, -1))
try:
    eval(sys.argv[3])
except OSError as error:
    print(error.filename)
"""
WRITES = {
    "corpus.to_excel(place + '/all.xlsx')": "all.xlsx",
    "corpus.summary().to_excel(place + '/all.xlsx')": "all.xlsx",
    "corpus.summary().to_csv(place + '/all.csv')": "all.csv",
    "corpus.summary().to_html(place + '/all.html')": "all.html",
    "corpus.to_csv(place)": "reports.csv",
    "corpus.to_parquet(place)": "reports.parquet",
}


@pytest.mark.parametrize("call", WRITES)
def test_what_cannot_be_written_leaves_what_was_there(call: str, tmp_path: Path) -> None:
    for module in ("resource", "openpyxl", "pyarrow"):
        pytest.importorskip(module)
    old = tmp_path / WRITES[call]
    old.write_bytes(b"of last month")
    command = [sys.executable, "-c", FULL_DISK, str(EXAMPLES), str(tmp_path), call]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"{old}\n"
    assert "Exception ignored" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [old.name]
    assert old.read_bytes() == b"of last month"
