"""Grades that several places of a report print: which one is kept, and what is filed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import ofsted
from tests.conftest import EXAMPLES
from tests.invented import ILACS_ROWS

LEAVERS = "<tr><td>The experiences and progress of care leavers</td><td>Good</td></tr>"
TITLE = "Inspection of Norfolk local authority children's services"
OVERALL = "<tr><td>Overall effectiveness</td><td>Requires improvement to be good</td></tr>"


def page(old: str, new: str) -> ofsted.Report:
    pytest.importorskip("selectolax")
    text = (EXAMPLES / "ilacs-2025.html").read_text(encoding="utf-8")
    assert old in text
    return ofsted.parse(text.replace(old, new).encode())


def found(report: ofsted.Report, key: str) -> tuple[str, str] | None:
    return next(((j.grade.value, j.source) for j in report.judgements if j.key == key and j.grade), None)


def codes(report: ofsted.Report) -> list[str]:
    return [issue.code for issue in report.issues if issue.field == "judgements"]


def test_the_table_is_surer_than_a_heading() -> None:
    report = page(LEAVERS, LEAVERS.replace("Good", "Outstanding"))
    assert found(report, "care_leavers") == ("outstanding", "table")
    assert codes(report) == ["grades_disagree"]


def test_the_first_of_two_rows_is_kept() -> None:
    report = page(LEAVERS, LEAVERS + LEAVERS.replace("Good", "Inadequate"))
    assert found(report, "care_leavers") == ("good", "table")
    assert codes(report) == ["grades_disagree"]


def test_a_row_with_two_grades_gives_none() -> None:
    report = page(OVERALL, OVERALL.replace("</tr>", "<td>Inadequate</td></tr>"))
    assert found(report, "overall_effectiveness") is None
    assert codes(report) == ["unreadable", "missing"]


@pytest.mark.parametrize(
    ("cell", "said"), [("The board is inadequate", True), ("Children get good help", True), ("The board", False)]
)
@pytest.mark.parametrize("row", [LEAVERS, OVERALL])
def test_a_grade_in_other_words_beside_a_row_is_said(row: str, cell: str, said: bool) -> None:
    report = page(row, row.replace("</tr>", f"<td>{cell}</td></tr>"))
    assert found(report, "care_leavers") == ("good", "table")
    assert found(report, "overall_effectiveness") == ("requires_improvement", "table")
    assert [issue.message for issue in report.issues if issue.field == "judgements"] == [
        f"What stands beside '{label}' names a grade and was not read: '{cell}'."
        for label in ("The experiences and progress of care leavers", "Overall effectiveness")
        if said and label in row
    ]


@pytest.mark.parametrize(("other", "is_read"), [(LEAVERS, True), (OVERALL, False)])
def test_two_rows_run_together_give_no_grade(other: str, is_read: bool) -> None:
    label = other[: other.index("</td>")].removeprefix("<tr><td>")
    report = page(LEAVERS, LEAVERS.replace("<td>Good", f"<td>{label}</td><td>Good"))
    assert found(report, "care_leavers") == ("good", "table" if is_read else "heading")
    assert codes(report) == ([] if is_read else ["unreadable", "not_in_table"])


def test_a_third_column_of_a_text_is_said_where_it_names_a_grade() -> None:
    text = (EXAMPLES / "sif-2014.txt").read_text(encoding="utf-8")
    row = "Leadership, management and governance"
    line = next(line for line in text.splitlines() if row in line and line.endswith("Good"))
    report = ofsted.parse_text(text.replace(line, f"{line}    The Board is inadequate"))
    assert [issue.message for issue in report.issues if "names a grade" in issue.message] == [
        f"What stands beside '3. {row}' names a grade and was not read: 'The Board is inadequate'."
    ]


@pytest.mark.parametrize("gap", ["  ", "\t", "         "])
def test_other_words_behind_a_gap_do_not_cut_a_row(gap: str) -> None:
    rows = "".join(f"{label}{gap}Good{gap}They know\n" for label in ILACS_ROWS)
    report = ofsted.parse_text(f"{TITLE}\n\nInspection dates: 4 March to 15 March 2024\n\n{rows}\nChildren are seen.\n")
    assert [(j.grade and j.grade.value, j.source) for j in report.judgements] == [("good", "table")] * len(ILACS_ROWS)


def test_a_grade_that_only_a_heading_prints_is_taken_and_flagged() -> None:
    report = page(LEAVERS, "")
    assert found(report, "care_leavers") == ("good", "heading")
    assert codes(report) == ["not_in_table"]


def test_a_heading_is_surer_than_a_sentence() -> None:
    text = (EXAMPLES / "sif-2014.txt").read_text(encoding="utf-8")
    section = "\nSection 2: the effectiveness of the Local Safeguarding Children Board\n"
    heading = "\nThe Local Safeguarding Children Board is inadequate\n"
    assert found(ofsted.parse_text(text), "lscb_effectiveness") == ("good", "sentence")
    report = ofsted.parse_text(text.replace(section, section + heading))
    assert found(report, "lscb_effectiveness") == ("inadequate", "heading")
    assert set(codes(report)) == {"grades_disagree"}


@pytest.mark.parametrize("label", ["Capacity to improve", "Quality of provision", "Leadership and management"])
def test_a_row_that_a_record_of_main_findings_lacks_is_said(label: str) -> None:
    text = (EXAMPLES / "lac-2013.txt").read_text(encoding="utf-8")
    whole = ofsted.parse_text(text)
    assert not [issue for issue in whole.issues if issue.field == "judgements"]
    cut, rows = re.subn(rf"^{label}\t\w+\n", "", text, flags=re.MULTILINE)
    cut, headings = re.subn(rf"^({label}\n)\nGrade \d \(\w+\)\n", r"\1", cut, flags=re.MULTILINE)
    assert (rows, headings) == (1, 1)
    report = ofsted.parse_text(cut)
    assert len(report.judgements) == len(whole.judgements) - 1
    assert [issue.code for issue in report.issues if issue.field == "judgements" and label in issue.message] == [
        "missing"
    ]


def lines(*rows: str) -> ofsted.Report:
    table = "\n".join(rows)
    dates = "Inspection dates: 4 March to 15 March 2024"
    return ofsted.parse_text(f"{TITLE}\n\n{dates}\n\n{table}\n\nChildren are seen.\n\n© Crown copyright 2024\n")


@pytest.mark.parametrize("sign", ["– ", "- ", "("])
@pytest.mark.parametrize("case", [str, str.upper])
@pytest.mark.parametrize("sep", [" – ", "\t", "    "])
def test_a_second_grade_on_the_next_line_leaves_none(sign: str, case: Callable[[str], str], sep: str) -> None:
    rows = [f"{case(row)}{sep}Inadequate\n{sign}Good{')' * (sign == '(')}" for row in ILACS_ROWS]
    report = lines(*rows)
    assert list(report.judgements) == []
    assert "unreadable" in codes(report)


@pytest.mark.parametrize("sep", [" – ", " — ", "\t", ": "])
def test_two_grades_beside_labels_in_capitals_are_none(sep: str) -> None:
    rows = [f"{row.upper()}{sep}Inadequate{sep}Good" for row in ILACS_ROWS]
    report = lines(*rows)
    assert list(report.judgements) == []
    assert "unreadable" in codes(report)


@pytest.mark.parametrize("sign", ["➔ ", "• ", "/ "])
@pytest.mark.parametrize(("grade", "said"), [("Inadequate", True), ("Good", False)])
def test_a_grade_alone_below_the_table_may_be_the_last_rows(sign: str, grade: str, said: bool) -> None:
    rows = [f"{row}\tGood" for row in ILACS_ROWS]
    report = lines(*rows, sign + grade)
    assert ("grades_disagree" in codes(report)) == said


@pytest.mark.parametrize(
    "cell", ["Good 60%, Inadequate 40%", "Inadequate – now good", "Inadequate ➔ Good", "Inadequate 2019 Good 2024"]
)
@pytest.mark.parametrize("sep", [": ", " – ", "   ", " "])
def test_a_cell_with_two_grades_is_not_cut_behind_the_first(cell: str, sep: str) -> None:
    rows = [f"{row}{sep}Good" for row in ILACS_ROWS[:-1]]
    report = lines(*rows, f"Overall effectiveness{sep}{cell}")
    assert codes(report)


@pytest.mark.parametrize("cell", ["Good?", "Good-", "Good+", "< Good", "≥ Good", "☐ Good", "[ ] Good", "✗ Good"])
@pytest.mark.parametrize("sep", ["\t", ": ", "\n", "   "])
def test_a_sign_that_questions_a_grade_leaves_a_doubt(cell: str, sep: str) -> None:
    rows = [f"{row}{sep}Good" for row in ILACS_ROWS[:-1]]
    report = lines(*rows, f"Overall effectiveness{sep}{cell}")
    assert codes(report)


@pytest.mark.parametrize(
    "cell", ["“Good”", "(Good)", "Good.", "Good*", "• Good", "✓ Good", "Good ✔", "[Good]", "– Good"]
)
def test_other_signs_are_no_part_of_a_grade(cell: str) -> None:
    report = lines(*(f"{row}\t{cell}" for row in ILACS_ROWS))
    assert [j.grade and j.grade.value for j in report.judgements] == ["good"] * 5


@pytest.mark.parametrize(
    ("cell", "grade"),
    [
        ("Grade 3", "requires_improvement"),
        ("Grade 2", "good"),
        ("Grade 3: requires improvement", "requires_improvement"),
        ("Requires improvement (grade 3)", "requires_improvement"),
        ("3 – Requires improvement", "requires_improvement"),
    ],
)
def test_grade_three_is_that_of_the_framework(cell: str, grade: str) -> None:
    report = lines(*(f"{row}\t{cell}" for row in ILACS_ROWS))
    assert [j.grade and j.grade.value for j in report.judgements] == [grade] * 5
    assert codes(report) == []


def test_a_grade_of_another_scale_is_said() -> None:
    report = lines(*(f"{row}\tAdequate" for row in ILACS_ROWS))
    assert set(codes(report)) == {"unreadable"}


@pytest.mark.parametrize("sep", [" = ", "; ", ", ", " | ", " / ", " > ", " - "])
@pytest.mark.parametrize("grades", [("Good", "Inadequate"), ("Inadequate", "Good")])
def test_two_grades_behind_any_sign_are_none(sep: str, grades: tuple[str, str]) -> None:
    report = lines(*(sep.join([row, *grades]) for row in ILACS_ROWS))
    assert list(report.judgements) == []
    assert "unreadable" in codes(report)


STRUCK = ["<del>{}</del> {}", "<s>{}</s> {}", "<strike>{}</strike> {}", "<del>{}</del><ins>{}</ins>",
          '<span style="text-decoration: line-through">{}</span> {}']  # fmt: skip


@pytest.mark.parametrize("cell", STRUCK)
def test_what_a_page_strikes_out_is_no_grade(cell: str) -> None:
    report = page(LEAVERS, LEAVERS.replace("<td>Good</td>", f"<td>{cell.format('Inadequate', 'Good')}</td>"))
    assert found(report, "care_leavers") == ("good", "table")
    assert codes(report) == []


GRADES = ("Good", "Inadequate", "Requires improvement to be good", "Outstanding", "Inadequate")


@pytest.mark.parametrize("above", [True, False])
def test_a_page_may_print_each_grade_above_what_it_grades(above: bool) -> None:
    pytest.importorskip("selectolax")
    cards = "".join(
        f"<div>{f'<p>{grade}</p><h3>{row}</h3>' if above else f'<h3>{row}</h3><p>{grade}</p>'}</div>"
        for row, grade in zip(ILACS_ROWS, GRADES, strict=True)
    )
    front = f"<h1>{TITLE}</h1><p>Inspection dates: 4 March to 15 March 2024</p>"
    report = ofsted.parse(f"<html><body><main>{front}{cards}<p>Read the report.</p></main></body></html>".encode())
    read = [j.grade and j.grade.value for j in report.judgements]
    assert read == ["good", "inadequate", "requires_improvement", "outstanding", "inadequate"]
    first = report.judgements[0]
    assert {"Good", ILACS_ROWS[0]} <= set(report.text[slice(*first.span)].split("\n"))
