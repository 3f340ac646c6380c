"""Headings and rows of judgements whose lines an extractor parted, or mixed with their grades. Each text is made up."""

from __future__ import annotations

import pytest

import ofsted
from ofsted.model.parts import Section
from tests.invented import ILACS_ROWS, ilacs_text
from tests.test_lost_layout import JTAI
from tests.test_rules import SIF, SIF_WORDS


def every(report: ofsted.Report) -> list[Section]:
    return [found for section in report.sections for found in section.walk()]


REQUIRES = "requires_improvement"
TABLE = [
    "The impact of leaders on social work practice with children Requires improvement",
    "and families to be good",
    "The experiences and progress of children who need help and Good",
    "protection",
    "The experiences and progress of children in Outstanding",
    "care",
    "The experiences and progress of care Good",
    "leavers",
]


@pytest.mark.parametrize(
    ("last", "grade"),
    [
        (["Overall effectiveness Good"], "good"),
        (["Requires improvement", "Overall effectiveness", "to be good"], REQUIRES),
    ],
)
def test_a_row_in_whose_lines_one_space_parts_label_and_grade_keeps_its_own(last: list[str], grade: str) -> None:
    text = ilacs_text(table={"{": "}"}).replace("{\t}", "Judgement Grade\n" + "\n".join([*TABLE, *last]))
    judged = {j.key: j.grade for j in ofsted.parse_text(text).judgements if j.source == "table"}
    assert judged == {
        "impact_of_leaders": REQUIRES,
        "help_and_protection": "good",
        "in_care": "outstanding",
        "care_leavers": "good",
        "overall_effectiveness": grade,
    }


def test_a_last_row_below_its_grade_keeps_it_where_columns_say_which_is_which() -> None:
    rows = [f"{label:<80}Good" for label in ILACS_ROWS[:4]] + [f"{'':<80}Inadequate", ILACS_ROWS[4]]
    text = ilacs_text(table={"{": "}"}).replace("{\t}", "\n".join(rows))
    judged = {j.key: j.grade for j in ofsted.parse_text(text).judgements if j.source == "table"}
    assert judged["overall_effectiveness"] == "inadequate"
    assert judged["care_leavers"] == "good"


def test_a_last_row_below_its_grade_is_not_sure_where_one_space_parts_the_columns() -> None:
    """A line may be lost there, and the grade be that of another row."""
    rows = [f"{label} Good" for label in ILACS_ROWS[:4]] + ["Inadequate", ILACS_ROWS[4]]
    report = ofsted.parse_text(ilacs_text(table={"{": "}"}).replace("{\t}", "\n".join(rows)))
    assert "overall_effectiveness" not in {j.key for j in report.judgements}
    assert {"missing", "unreadable"} <= {issue.code for issue in report.issues if issue.field == "judgements"}


def test_a_grade_above_another_row_than_the_last_is_not_given_to_it() -> None:
    rows = [*TABLE[:4], "Good", "The experiences and progress of care leavers", "Overall effectiveness"]
    text = ilacs_text(table={"{": "}"}).replace("{\t}", "Judgement Grade\n" + "\n".join(rows))
    report = ofsted.parse_text(text)
    judged = {j.key: j.grade for j in report.judgements}
    assert not {"care_leavers", "overall_effectiveness"} & set(judged)
    assert any(issue.field == "judgements" for issue in report.issues)


LEADERS = "Leadership, management and governance"


@pytest.mark.parametrize(
    "printed",
    [
        "Leadership, management and\ngovernance\nGood\nThey are seen.",
        f"Leadership, management and\n{'':<40}Good\ngovernance\n\nSummary\n\nThey are seen.",
        "Leadership, management and\ngovernance\nSummary\n\n Good \n\nThey are seen.",
        f"{LEADERS}\nKey judgement\nJudgement grade\n{LEADERS[:26]}\ngovernance\nGood\nSummary\nThey are seen.",
        f"{LEADERS}\nGood\nThey are seen.",
        "Leadership,\nmanagement and\ngovernance\nGood\nThey are seen.",
    ],
)
def test_a_chapter_has_the_grade_that_stands_beside_its_heading(printed: str) -> None:
    text = SIF.format(**SIF_WORDS).replace(f"{LEADERS}\tGood\n\n9. They lead.", f"{printed}\n\n9. They lead.")
    report = ofsted.parse_text(text)
    [found] = [s for s in every(report) if s.heading == LEADERS]
    assert found.grade == "good"
    assert "They are seen." in [p.text for p in report.paragraphs]


def test_two_lines_above_a_number_that_end_with_a_grade_and_a_stop_are_a_heading() -> None:
    heading = "The graded judgement about the experience and progress of care leavers"
    text = SIF.format(**SIF_WORDS).replace(
        f"{heading} is that it requires improvement\n\n8. They",
        f"{heading}\nis that it requires improvement.\n8. They",
    )
    graded = {s.heading: s.grade for s in every(ofsted.parse_text(text))}
    assert graded[f"{heading} is that it requires improvement."] == REQUIRES


def test_a_heading_with_its_grade_is_one_below_an_item_without_a_stop() -> None:
    items = (
        "• The quality of plans for children, and of what is said to their families (outcome 1, national\nframework)"
    )
    body = (
        "The experiences and progress of children who need help and\nprotection: requires improvement to be good\n"
        "1.\n\nThe experiences and progress of children who need help and protection are\nnot what they were.\n\n"
        "2. Staff listen.\n"
    )
    report = ofsted.parse_text(ilacs_text(items=items, body=body).replace("framework)\n\n", "framework)\n"))
    [found] = [s for s in every(report) if s.grade]
    assert found.heading == "The experiences and progress of children who need help and protection"
    assert [p.number for p in found.paragraphs] == [1, 2]


def test_the_day_of_the_inspection_begins_a_paragraph_below_a_subject_of_two_lines() -> None:
    text = JTAI.format(strengths="Key strengths\n\n• Leaders know their services.", last="They ask.").replace(
        "inspection of the multi-agency response to neglect in Thornmere\n\n",
        "inspection of the multi-agency response to neglect of\nchildren in Thornmere\nBetween 5 and 9 February 2024, "
        "Ofsted and others undertook a joint inspection of the\nmulti-agency response to neglect in Thornmere.\n\n",
    )
    report = ofsted.parse_text(text)
    assert (
        report.title
        == "Joint targeted area inspection of the multi-agency response to neglect of children in Thornmere"
    )
    assert report.paragraphs[0].text.startswith("Between 5 and 9 February 2024, Ofsted")


def test_short_lines_above_bullets_divide_a_list() -> None:
    listed = (
        "What needs to improve?\nLeadership and management\n• Leaders know too little of what families say. They ask."
    )
    text = JTAI.format(strengths="Key strengths\n\n• Leaders know their services.", last="They ask.")
    text = text.replace(
        "What needs to improve?\n\n• Leaders know too little of what families say. They ask.\n",
        listed + "\nPlans at the ‘front door’\n",
    )
    report = ofsted.parse_text(text)
    assert [(r.heading, r.text) for r in report.recommendations] == [
        ("Leadership and management", "Leaders know too little of what families say. They ask."),
        ("Plans at the ‘front door’", "Plans name too few dates."),
    ]


def test_the_second_half_of_a_boards_heading_is_its_own() -> None:
    heading = "Section 2: The effectiveness of the Local Safeguarding Children Board"
    text = SIF.format(**SIF_WORDS).replace(
        "The Local Safeguarding Children Board (LSCB)\n",
        "Section 2: The effectiveness of the Local Safeguarding\nChildren Board\n",
    )
    assert heading in [s.heading for s in every(ofsted.parse_text(text))]


@pytest.mark.parametrize(
    "below", ["Summary", "The Board is new", "Children Board members meet each month and ask each other"]
)
def test_a_heading_below_the_boards_is_no_half_of_it(below: str) -> None:
    heading = "Section 2: The effectiveness of the Local Safeguarding"
    heading += "" if below.startswith("Children") else " Children Board"
    text = SIF.format(**SIF_WORDS).replace("The Local Safeguarding Children Board (LSCB)\n", f"{heading}\n{below}\n")
    report = ofsted.parse_text(text)
    assert heading in [s.heading for s in every(report)]
    assert below in [s.heading for s in every(report)] + [p.text for p in report.paragraphs]


@pytest.mark.parametrize(
    ("cells", "grade"),
    [
        ("Ayton require imp|rovement to be good", REQUIRES),
        ("the borough of|Ayton are inadequate", "inadequate"),
        ("Ayton are g|ood", "good"),
        ("Ayton require<br>good|improvement to be", None),
        ("Ayton require im<br>good|provement to be", None),
    ],
)
def test_a_sentence_that_was_torn_over_two_cells_has_its_grade_or_none(cells: str, grade: str | None) -> None:
    torn = f"|Children’s services in {cells}|\n|---|---|\n"
    rows = "|1. Children who need help and protection|Requires improvement|\n|2.1 Adoption performance|Good|\n"
    text = SIF.format(**SIF_WORDS)
    start, end = text.index(SIF_WORDS["overall"]), text.index("Executive summary")
    report = ofsted.parse_text(f"# {text[:start]}\n{torn}{rows}\n## {text[end:]}")
    assert {j.key: j.grade for j in report.judgements}.get("overall_effectiveness") == grade
    assert grade or any(issue.field == "judgements" for issue in report.issues)


def test_grades_of_an_inspection_before_are_no_headings_without_their_bullets() -> None:
    rows = "Adoption performance: Inadequate\nLeadership, management and governance: Inadequate\n"
    earlier = "• The last inspection was in May 2014. The judgements were:\nOverall effectiveness: Inadequate\n"
    text = SIF.format(**SIF_WORDS | {"previous": earlier + rows})
    graded = [(s.heading, s.grade) for s in every(ofsted.parse_text(text)) if s.grade]
    assert (LEADERS, "good") in graded
    assert "inadequate" not in dict(graded).values()
