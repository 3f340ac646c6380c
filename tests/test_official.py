"""Ofsted's own releases: how they are read, the table made of them, and `benchmarks/official.py`."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from ofsted.model.data_files import read_data, read_rows
from ofsted.official.releases import LayoutError, read_releases
from tests.conftest import ROOT
from tests.corpus.score import shared_folder
from tests.invented import ilacs, invented, sif

BENCHMARKS = ROOT / "benchmarks"
if not (BENCHMARKS / "official.py").exists():
    pytest.skip("this is not a checkout: benchmarks/ is not here", allow_module_level=True)
pytest.importorskip("python_calamine")
sys.path.append(str(BENCHMARKS))
import official  # type: ignore[import-not-found]  # noqa: E402

FOLDER = shared_folder()
GOOD, RI = "Good", "Requires improvement to be good"
LINK = "Ofsted Local Authority Webpage"
FIVE = (
    "Overall effectiveness",
    "Impact of leaders",
    "Experiences and progress of children who need help and protection",
    "Experiences and progress of children in care",
    "Experiences and progress of care leavers",
)
Row = Sequence[Any]  # of text, dates, and (text, 3) for a cell merged with two right of it
Sheets = dict[str, list[Row]]
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = f"""<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<m:file-entry m:full-path="/" m:media-type="{SPREADSHEET}"/></m:manifest>"""


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def cell(value: Any) -> str:
    """A cell of an OpenDocument sheet."""
    if isinstance(value, datetime.date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"><text:p/></table:table-cell>'
    text, wide = value if isinstance(value, tuple) else (value, 1)
    span = f' table:number-columns-spanned="{wide}"' if wide > 1 else ""
    covered = "<table:covered-table-cell/>" * (wide - 1)
    if not text:
        return "<table:table-cell/>"
    inside = f"<text:p>{escape(text)}</text:p>"
    return f'<table:table-cell office:value-type="string"{span}>{inside}</table:table-cell>{covered}'


def release(path: Path, sheets: Sheets, published: str = "2025-09-25") -> Path:
    """A spreadsheet as Ofsted publishes them: a cover, notes, and these sheets."""
    made = []
    every: Sheets = {"Cover": [["Made up", ""], ["Published on:", day(published)]], "Notes": [["Notes"]], **sheets}
    for name, rows in every.items():
        lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
        made.append(f'<table:table table:name="{name}">{lines}</table:table>')
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    body = f"<office:body><office:spreadsheet>{''.join(made)}</office:spreadsheet></office:body>"
    content = f"<office:document-content {spaces}>{body}</office:document-content>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", SPREADSHEET)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", f'<?xml version="1.0"?>{content}')
    return path


def latest(*rows: Row, head: Sequence[str] = FIVE) -> Sheets:
    """The sheet of the latest inspections; `rows` are name, day and grades."""
    names = ["Web link", "Local authority name", "Ofsted region", "Inspection date", *head]
    return {"Inspections": [["Made up"], names, *([LINK, row[0], "Somewhere", *row[1:]] for row in rows)]}


def read(tmp_path: Path, sheets: Sheets, **more: str) -> Any:
    return read_releases([release(tmp_path / "made-up.ods", sheets, **more)])


# ---- how releases are read ----


def test_latest_inspections(tmp_path: Path) -> None:
    (found,) = read(tmp_path, latest(["Kingston upon Hull, City of", day("2021-05-04"), GOOD, GOOD, RI, GOOD, ""]))
    assert (found.framework, found.authority, found.start) == ("ilacs", "Kingston upon Hull", day("2021-05-04"))
    assert found.grades == {
        "overall_effectiveness": "good",
        "impact_of_leaders": "good",
        "help_and_protection": "requires_improvement",
        "in_care": "good",
    }
    assert "care_leavers" in found.asked


def test_renamed_columns_are_the_same(tmp_path: Path) -> None:
    renamed = (
        "Overall  effectiveness",
        "The impact of leaders on social work practice with children and families",
        "The experiences and progress of children who need help and protection",
        "The experiences and progress of children in care and care leavers",
        "The experiences\nand progress of care leavers",
    )
    row = ["Barnsley", day("2023-05-15"), GOOD, "Outstanding", RI, "Inadequate", GOOD]
    before, after = (read(tmp_path, latest(row, head=head))[0].grades for head in (FIVE, renamed))
    assert before == after
    assert len(after) == 5


def test_merged_headings_and_inspections_side_by_side(tmp_path: Path) -> None:
    merged = ["publication date", "Overall Judgement\n(OE)", "CLA Sub: Adoption Performance"]
    merged += ["publication date", "overall effectiveness"]
    ended = ["First SIF publication date", "First SIF children who need help and protection"]
    sheet: list[Row] = [
        ["Some cells are empty"],
        ["", "", ("First SIF", 3), ("Second ILACS framework", 2)],
        ["Web link", "Local authority name", *merged],
        [LINK, "Barnsley", day("2014-08-01"), RI, " -", day("2023-07-07"), GOOD],
        [LINK, "Leeds", day("2015-08-01"), GOOD, GOOD, "", ""],
        ["", ""],
        ["Those that existed before the restructure"],
        ["Web link", "Local authority name", *ended],
        [LINK, "Dorset", day("2016-05-23"), "Inadequate"],
    ]
    found = {(o.framework, o.la_code): o for o in read(tmp_path, {"LA_inspections": sheet})}
    assert found["sif", "370"].grades == {
        "overall_effectiveness": "requires_improvement",
        "adoption_performance": "not_judged",
    }
    assert found["ilacs", "370"].published == day("2023-07-07")
    assert found["sif", "835"].grades == {"help_and_protection": "inadequate"}  # the county that ended in 2019
    assert len(found) == 4


def test_adequate_is_turned_back_where_it_was_a_grade(tmp_path: Path) -> None:
    head = ["Web link", "Local authority name", "Targeted Looked After Children (TLAC) inspection publication date"]
    head += ["TLAC Overall Effectiveness (OE)", "Child Protection Inspections (CPI) publication date"]
    head += ["CPI Overall Effectiveness (OE)", "First SIF publication date", "First SIF Overall Judgement (OE)"]
    row = [LINK, "Barnsley", day("2013-08-01"), RI, day("2012-08-01"), RI, day("2014-08-01"), RI]
    grades = {o.framework: o.grades["overall_effectiveness"] for o in read(tmp_path, {"History": [head, row]})}
    assert grades == {"lac": "adequate", "child-protection": "adequate", "sif": "requires_improvement"}


def test_an_inspection_in_two_releases_is_one_and_the_newer_stands(tmp_path: Path) -> None:
    row = ["Barnsley", day("2023-05-15"), GOOD, GOOD, GOOD, GOOD]
    old = release(tmp_path / "a.ods", latest([*row, GOOD]), "2024-08-30")
    new = release(tmp_path / "b.ods", latest([*row, RI]), "2025-09-25")
    (found,) = read_releases([old, new])
    assert found.grades["care_leavers"] == "requires_improvement"
    assert found.revised == ["care_leavers: good (a.ods, Inspections, row 3)"]
    assert [str(place) for place in found.places] == ["b.ods, Inspections, row 3", "a.ods, Inspections, row 3"]


PLAIN: list[Any] = ["Barnsley", day("2023-05-15"), GOOD, GOOD, GOOD, GOOD, GOOD]


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        (
            latest(PLAIN, head=(*FIVE[:4], "Sense of belonging")),
            "made-up.ods, Inspections: column 9 .* 'sense of belonging'",
        ),
        (latest(PLAIN, head=(*FIVE[:4], "")), "made-up.ods, Inspections: column 9"),
        (latest(PLAIN, head=(*FIVE[:4], FIVE[0])), "two columns are 'overall effectiveness'"),
        ({"Regions": [["Region", "Good"], ["London", "12"]]}, "made-up.ods, Regions: there is no column"),
        (latest([*PLAIN[:2], "Satisfactory", *PLAIN[3:]]), "Inspections, row 3: 'Satisfactory' is no grade"),
        (latest(["Barnsley", "May", *PLAIN[2:]]), "row 3: 'May' is no date"),
        (latest(["Barnsley", "", *PLAIN[2:]]), "Barnsley has an inspection .* without a date"),
        (latest(["Wrexley", *PLAIN[1:]]), "row 3: .*Wrexley"),
        (latest(PLAIN, head=("Inspection type", *FIVE[1:])), "'Good' is an unknown type of inspection"),
    ],
)
def test_what_is_not_known_is_an_error_that_names_it(tmp_path: Path, sheets: Sheets, message: str) -> None:
    with pytest.raises(LayoutError, match=message):
        read(tmp_path, sheets)


def test_a_file_that_is_no_spreadsheet_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "page.ods").write_text("<html>")
    with pytest.raises(LayoutError, match=r"page\.ods"):
        read_releases([tmp_path / "page.ods"])


# ---- reports against them ----


def tally(tmp_path: Path, sheets: Sheets, *reports: Any) -> Any:
    return official.check([(f"{n}.pdf", report) for n, report in enumerate(reports)], read(tmp_path, sheets))


def test_grades_and_days_are_compared(tmp_path: Path) -> None:
    table = latest(PLAIN, ["Leeds", day("2022-03-07"), GOOD, GOOD, GOOD, GOOD, ""])
    found = tally(
        tmp_path,
        table,
        ilacs("Barnsley", "2023-05-16", "2023-05-26", "grggg"),
        ilacs("Barnsley", "2018-05-16", "2018-05-26", "gggg"),
        ilacs("York", "2022-05-16", "2022-05-26", "gggg"),
    )["ilacs"]
    assert found.both == 1
    assert (found.same["grade"], found.same["start"]) == (4, 0)
    (grade,) = found.differ["grade"]
    assert grade.startswith("0.pdf: help_and_protection is ")
    assert "on page 1" in grade
    assert grade.endswith("official: good (Made up, Inspections, row 3)")
    assert found.differ["start"] == ["0.pdf: 2023-05-16; official: 2023-05-15 (Made up, Inspections, row 3)"]
    assert found.earlier == ["Barnsley 2018-05-16"]
    assert found.not_in_table == ["2.pdf (2022-05-16)"]
    assert found.no_report == ["Leeds 2022-03-07"]


def test_a_grade_that_only_one_of_them_has_differs(tmp_path: Path) -> None:
    table = latest(["Barnsley", day("2022-05-16"), GOOD, GOOD, GOOD, GOOD, ""])
    more = tally(tmp_path, table, ilacs("Barnsley", "2022-05-16", "2022-05-26", "ggggg"))["ilacs"]
    assert [line.split(":")[1] for line in more.differ["grade"]] == [" care_leavers is good on page 1"]
    less = tally(tmp_path, table, invented("ilacs", "Barnsley", "2022-05-16", "2022-05-26"))["ilacs"]
    assert len(less.differ["grade"]) == 4


def visits(theme: str) -> Sheets:
    """The sheet of a year's inspections with one focused visit."""
    head = [
        "Web link",
        "Local authority name",
        "Region",
        "Inspection/Visit date",
        "Inspection/Visit type",
        "Visit Theme",
    ]
    return {"In-year": [head, [LINK, "Barnsley", "Somewhere", day("2022-05-16"), "ILACS Focused Visit", theme]]}


def test_themes_of_focused_visits_are_compared(tmp_path: Path) -> None:
    visit = invented("focused-visit", "Barnsley", "2022-05-16", "2022-05-17", theme="care_leavers")
    assert tally(tmp_path, visits("Care leavers"), visit)["focused-visit"].same["theme"] == 1
    assert sum(tally(tmp_path, visits(""), visit)["focused-visit"].same.values()) == 1  # the day
    (differs,) = tally(tmp_path, visits("Front door"), visit)["focused-visit"].differ["theme"]
    assert differs == "0.pdf: care_leavers; official: front_door (Made up, In-year, row 2)"
    with pytest.raises(LayoutError, match="'Schools' is an unknown theme"):
        read(tmp_path, visits("Schools"))


def test_without_first_days_the_nearest_publication_decides(tmp_path: Path) -> None:
    head = ["Web link", "Local authority name", "First SIF publication date", "First SIF Overall Judgement (OE)"]
    head += ["SIF Re-inspection publication date", "SIF Re-inspection Overall Judgement (OE)"]
    table: Sheets = {"History": [head, [LINK, "Barnsley", day("2014-08-01"), "Inadequate", day("2016-02-26"), GOOD]]}
    first = sif("Barnsley", "2014-06-10", "2014-07-02", "iiii", "2014-08-01")
    again = sif("Barnsley", "2016-01-12", "2016-02-03", "gggg")
    found = tally(tmp_path, table, again, first)["sif"]
    assert (found.both, found.same["grade"], found.differ["grade"]) == (2, 2, [])
    assert found.same["published"] == 1


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    script = [sys.executable, str(BENCHMARKS / "official.py"), *map(str, arguments)]
    return subprocess.run(script, capture_output=True, text=True, check=False, env={**os.environ, "OFSTED_SHARED": ""})


def test_the_script_says_what_it_needs_and_what_it_cannot_read(tmp_path: Path) -> None:
    assert "set OFSTED_SHARED" in run().stderr
    release(tmp_path / "new.ods", {"Regions": [["Region"]]})
    ran = run(tmp_path, "--releases", tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.startswith("new.ods, Regions: ")


@pytest.mark.skipif(FOLDER is None, reason="no folder of real reports (OFSTED_SHARED, or ../shared)")
def test_no_grade_and_no_theme_of_a_real_report_differs() -> None:
    assert FOLDER is not None
    ran = run(FOLDER / "corpus" / "pdf", "--releases", FOLDER / "reference" / "official")
    figures = [line.strip() for line in ran.stdout.splitlines() if line.strip().startswith(("grades: ", "themes: "))]
    assert ran.returncode == 0, ran.stdout
    assert len(figures) >= 4
    assert all(line.endswith("the same, 0 differ") for line in figures)


# ---- the table made of them ----


def write_table(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ofsted.official", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_adds_a_release_to_the_table_and_says_what_is_new(tmp_path: Path) -> None:
    row = ["Barnsley", day("2031-05-12"), GOOD, GOOD, GOOD, GOOD, RI]
    new = release(tmp_path / "new.ods", latest(row), "2031-09-25")
    ran = write_table(new, "--to", tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines()[0].endswith(" inspections, 1 of them new")
    rows = (tmp_path / "outcomes.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == len(read_rows("outcomes.csv")) + 2
    (added,) = [line for line in rows if "2031-05-12" in line]
    assert added.startswith("ilacs,,370,Barnsley,2031-05-12,,,care_leavers=requires_improvement;")
    assert "2031-09-25,new.ods,Made up,Inspections" in (tmp_path / "outcome_sheets.csv").read_text(encoding="utf-8")


def test_the_command_writes_nothing_where_a_release_is_not_understood(tmp_path: Path) -> None:
    ran = write_table(release(tmp_path / "new.ods", {"Regions": [["Region"]]}), "--to", tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("new.ods, Regions: ")
    assert not (tmp_path / "outcomes.csv").exists()


def test_types_of_inspection_are_kept_and_a_part_is_told_from_the_whole(tmp_path: Path) -> None:
    head = ["Web link", "Local authority name", "SLAC re-inspection of Safeguarding publication date"]
    head += ["SLAC re-inspection Safeguarding OE", "SLAC re-inspection of services for Children Looked After"]
    head = [*head[:4], "SLAC re-inspection of services for Children Looked After publication date"]
    head += ["SLAC re-inspection of services Children Looked After OE"]
    part: Row = [LINK, "Barnsley", day("2011-08-01"), RI, "", ""]
    both: Row = [LINK, "Leeds", day("2011-08-01"), RI, day("2011-08-01"), GOOD]
    found = {o.authority: o for o in read(tmp_path, {"History": [head, part, both]})}
    assert found["Barnsley"].type == "re-inspection of safeguarding"
    assert (found["Leeds"].type, len(found["Leeds"].grades)) == ("re-inspection", 2)
    names = ["Web link", "Local authority name", "Inspection date", "Inspection type", "Overall effectiveness"]
    short = [LINK, "Leeds", day("2022-08-01"), "ILACS Short Inspection", GOOD]
    assert [o.type for o in read(tmp_path, {"History": [names, short]})] == ["short"]


@pytest.mark.skipif(FOLDER is None, reason="no folder of real reports (OFSTED_SHARED, or ../shared)")
def test_the_table_is_what_the_releases_say(tmp_path: Path) -> None:
    assert FOLDER is not None
    releases = sorted((FOLDER / "reference" / "official").glob("*.ods"))
    ran = write_table("--anew", *releases, "--to", tmp_path)
    assert ran.returncode == 0, ran.stderr
    for name in ("outcomes.csv", "outcome_sheets.csv"):
        assert (tmp_path / name).read_bytes() == read_data(f"data/{name}")
