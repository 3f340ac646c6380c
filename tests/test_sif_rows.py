"""Rows of a SIF report's judgement table whose 'requires improvement' goes on over two lines, as texts have them. Each
text is made up.
"""

from __future__ import annotations

import itertools

import pytest

import ofsted
from tests.test_rules import SIF, SIF_WORDS

ROWS = {
    "help_and_protection": (["1. Children who need help and protection"], "Requires improvement"),
    "looked_after_and_permanence": (["2. Children looked after and achieving", "permanence"], "Requires improvement"),
    "adoption_performance": (["2.1 Adoption performance"], "Good"),
    "care_leavers": (["2.2 Experiences and progress of care leavers"], "Requires improvement"),
    "leadership": (["3. Leadership, management and", "governance"], "Inadequate"),
}


def lines(label: list[str], grade: list[str], place: str) -> list[tuple[str, str]]:
    """The row's lines, the grade at its top or, where one of them is shorter, in the middle."""
    if place == "middle" and len(label) == 1 and len(grade) == 2:
        return [("", grade[0]), (label[0], ""), ("", grade[1])]
    return list(itertools.zip_longest(label, grade, fillvalue=""))


WAYS = {
    "columns": lambda label, grade: f"{label:<64}{grade}".rstrip(),
    "tabs": lambda label, grade: f"{label}\t{grade}".rstrip(),
    "one space": lambda label, grade: f"{label} {grade}".strip(),
}


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("place", ["top", "middle"])
@pytest.mark.parametrize("way", WAYS)
def test_a_row_is_whole_and_right_or_flagged(way: str, place: str, apart: bool) -> None:
    table = []
    for label, grade in ROWS.values():
        words = grade.split(" ")
        table += [WAYS[way](*line) for line in lines(label, words, place)] + [""] * apart
    text = SIF.format(**SIF_WORDS)
    start, end = text.index("1. Children who need"), text.index("Executive summary")
    report = ofsted.parse_text(text[:start] + "\n".join(table) + "\n\n" + text[end:])
    grades = {j.key: j.grade for j in report.judgements if j.source == "table"}
    expected = {key: grade.lower().replace(" ", "_") for key, (_, grade) in ROWS.items()}
    if way == "one space" and place == "middle":
        assert grades.items() <= expected.items()
        assert grades == expected or any(issue.field == "judgements" for issue in report.issues)
    else:
        assert grades == expected


@pytest.mark.parametrize("county", ["Worcestershire", "Aytonshire", "Delaware"])
@pytest.mark.parametrize("title", ["Inspection", "Re-inspection", "Re inspection"])
def test_a_county_that_ends_in_re_stays_whole_above_the_title(county: str, title: str) -> None:
    title = f"{title} of services for children in need of help and protection, children looked after and care leavers"
    rows = "2. Children looked after and achieving\npermanence\nRequires improvement\n2.1 Adoption performance\nGood"
    report = ofsted.parse_text(f"{county}\n{title}\n{rows}\n")
    assert report.title == title
    assert report.authority is not None
    assert report.authority.name == county


@pytest.mark.parametrize(
    "sentence",
    [
        "Children’s services in Aytonshire require improvement to be\ngood",
        "Children’s services in the Borough of Ayton area\nrequire improvement to be Good",
        "Children’s services in Ayton Metropolitan District Council\nrequire improvement to be good.",
        "Children’s services in Ayton Metropolitan Borough Council are\ninadequate",
    ],
)
@pytest.mark.parametrize("way", WAYS)
def test_a_sentence_that_ends_on_the_line_above_the_table_keeps_its_grade(sentence: str, way: str) -> None:
    rows = [WAYS[way](*line) for label, grade in ROWS.values() for line in lines(label, [grade], "top")]
    text = (
        "Aytonshire\nInspection of services for children in need of help and protection, children looked after and care"
        f" leavers\nInspection date: 5 July 2016–27 July 2016\nReport published: 20 September 2016\n{sentence}\n"
    )
    judged = {j.key: j.printed or "" for j in ofsted.parse_text(text + "\n".join(rows)).judgements}
    said = " ".join(sentence.split()).rstrip(".")
    assert said.endswith(str(judged.pop("overall_effectiveness")))
    assert judged == {key: grade for key, (_, grade) in ROWS.items()}


def cover_rows(rows: dict[str, list[str]], above: str) -> dict[str | None, str | None]:
    """The grades of a SIF cover, its sentence on the whole and its table printed as these lines."""
    text = SIF.format(**SIF_WORDS)
    start, end = text.index(SIF_WORDS["overall"]), text.index("Executive summary")
    table = "\n".join(line for row in rows.values() for line in row)
    report = ofsted.parse_text(f"{text[:start]}{above}\n{table}\n{text[end:]}")
    return {found.key: found.grade for found in report.judgements if found.source != "heading"}


CELL_AFTER_CELL = {
    "help_and_protection": ["1. Children who need help and protection Good"],
    "looked_after_and_permanence": ["2. Children looked after and achieving", "permanence", "Requires improvement"],
    "adoption_performance": ["2.1 Adoption performance Good"],
    "care_leavers": ["2.2 Experiences and progress of care leavers Good"],
    "leadership": ["3. Leadership, management and governance Inadequate"],
}
SENTENCE = "Children’s services in Ayton are"


def test_a_grade_below_a_label_of_two_lines_is_that_rows() -> None:
    grades = cover_rows(CELL_AFTER_CELL, f"{SENTENCE} good.")
    assert grades["looked_after_and_permanence"] == "requires_improvement"
    assert {grades[key] for key in ("help_and_protection", "adoption_performance", "care_leavers")} == {"good"}
    assert grades["leadership"] == "inadequate"


def test_where_one_row_lost_its_grade_a_word_below_the_table_takes_no_place() -> None:
    rows = CELL_AFTER_CELL | {"leadership": ["3. Leadership, management and governance", "", "Good"]}
    rows["looked_after_and_permanence"] = ["2. Children looked after and achieving", "permanence"]
    grades = cover_rows(rows, f"{SENTENCE} good.")
    assert "looked_after_and_permanence" not in grades
    assert "leadership" not in grades
    assert grades["care_leavers"] == "good"


def test_a_row_of_one_line_whose_grade_is_below_where_no_cell_shares_a_line() -> None:
    rows = {
        "help_and_protection": ["1. Children who need help", "Good", "and protection"],
        "looked_after_and_permanence": ["2. Children looked after and achieving", "Requires improvement", "permanence"],
        "adoption_performance": ["2.1 Adoption performance", "Good"],
        "care_leavers": ["2.2 Experiences and progress", "Good", "of care leavers"],
        "leadership": ["3. Leadership, management", "Inadequate", "and governance"],
    }
    grades = cover_rows(rows, f"{SENTENCE} good.")
    assert grades["adoption_performance"] == grades["care_leavers"] == "good"
    assert grades["looked_after_and_permanence"] == "requires_improvement"
    assert grades["leadership"] == "inadequate"


def read_sif(old: str, new: str) -> ofsted.Report:
    text = SIF.format(**SIF_WORDS)
    assert old in text
    return ofsted.parse_text(text.replace(old, new, 1))


def doubts(report: ofsted.Report) -> list[str]:
    return [issue.code for issue in report.issues if issue.field == "judgements"]


BOARD = "3. Leadership, management and governance	Good\n"


@pytest.mark.parametrize("between", ["\t", "    ", "  ", ". "])
@pytest.mark.parametrize("words", ["4. Local Safeguarding Children Board\t", "The LSCB is "])
def test_a_second_grade_beside_the_boards_is_said(words: str, between: str) -> None:
    one = read_sif(BOARD, f"{BOARD}\n{words}requires improvement\n")
    two = read_sif(BOARD, f"{BOARD}\n{words}requires improvement{between}Inadequate\n")
    for report in one, two:
        grades = {judgement.key: judgement.grade for judgement in report.judgements}
        assert grades["lscb_effectiveness"] == "requires_improvement"
    assert (doubts(one), doubts(two)) == ([], ["grades_disagree"])


def test_a_second_grade_beside_the_overall_one_is_said() -> None:
    overall = SIF_WORDS["overall"]
    assert doubts(read_sif(overall, f"{overall}\tInadequate")) == ["grades_disagree"]
    assert doubts(read_sif(overall, f"{overall}\tRequires improvement")) == []


@pytest.mark.parametrize("end", ["", "."])
@pytest.mark.parametrize(
    ("sentence", "disagrees"),
    [
        ("The graded judgement is that it is inadequate", True),
        ("The graded judgment is that it requires improvement", True),
        ("The judgement is outstanding", True),
        ("The graded judgement is that it is good", False),
        ("The judgement of staff is good", False),
    ],
)
def test_a_sentence_below_a_bare_heading_is_compared_with_the_table(sentence: str, disagrees: bool, end: str) -> None:
    heading = "The graded judgement for adoption performance is that it is good"
    report = read_sif(heading, f"Adoption performance\n\n{sentence}{end}")
    assert doubts(report) == ["grades_disagree"] * disagrees
    assert {judgement.key: judgement.grade for judgement in report.judgements}["adoption_performance"] == "good"


def test_a_heading_with_two_grades_has_none() -> None:
    heading = "The graded judgement for adoption performance is that it is good"
    report = read_sif(heading, "Adoption performance Good Inadequate")
    assert doubts(report) == ["unreadable"]


def test_what_stands_beside_a_row_has_a_place_also_where_its_lines_stand_in_another_order() -> None:
    text = (
        "Ludmere Borough Council\n\nRe-inspection of services for children in need of help and protection, children "
        "looked after and care leavers\n2.1 Adoption performance\tNot judged\n2.2 ess of care leavers\tOutstanding, "
        "and so on in a note that goes on\n2\tRequires improvement\n2.1 Adoption performance\tNot judged\n2.2 "
        "Experiences and progress of care leavers\tOutstanding\n4. Leadership, management and governance\t"
    )
    beside = next(one for one in ofsted.parse_text(text).issues if one.message.startswith("What stands beside"))
    assert beside.span is not None
    assert text[slice(*beside.span)].startswith("2.2 ess of care leavers\tOutstanding")
    assert text[slice(*beside.span)].endswith("2\tRequires improvement")
