"""Headings and rows that differ by a word from the ones that the framework prints: still headings, still graded."""

from __future__ import annotations

import pytest

import ofsted
from ofsted.model.parts import every_section
from tests.invented import FIVE, ILACS_ROWS, ilacs_text

GRADES = dict(zip(ILACS_ROWS, ["Good", "Requires improvement to be good", "Good", "Outstanding", "Good"], strict=True))
KEYS = dict(zip(ILACS_ROWS, FIVE, strict=True))
PARAGRAPHS = "\n".join(f"{n}. Paragraph {n} is about what inspectors saw." for n in range(1, 18))


def read(heading: str, table: dict[str, str] = GRADES) -> ofsted.Report:
    items = "- The quality of plans.\n- The speed of visits."
    report = ofsted.parse_text(ilacs_text(table=table, items=items, body=f"{heading}\n\n{PARAGRAPHS}"))
    assert report.framework == "ilacs"
    return report


def judged(report: ofsted.Report) -> dict[str | None, str | None]:
    return {judgement.key: judgement.grade.value if judgement.grade else None for judgement in report.judgements}


def codes(report: ofsted.Report, field: str) -> set[str]:
    return {issue.code for issue in report.issues if issue.field == field}


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        (
            "The experiences and progress of children who need help and protection are",
            "requires improvement to be good",
        ),
        ("The experience of children who need help and protection", "requires improvement to be good"),
        ("The experiences and progress of children needing help and protection", "requires improvement to be good"),
        ("The experiences of children in care", "good"),
        ("Experiences of children in care", "good"),
        ("The experiences and progress of all children in care", "good"),
        ("The experiences and the progress of the care leavers", "outstanding"),
        ("Progress of care leavers", "outstanding"),
        ("The impact of leaders on social work practice with families", "good"),
        ("Impact of leaders on practice with children and families", "good"),
    ],
)
@pytest.mark.parametrize("form", ["{}: {}", "{} – {}", "{} is {}"])
def test_a_heading_that_differs_by_a_word_has_its_grade(form: str, words: str, grade: str) -> None:
    report = read(form.format(words, grade))
    assert [item.text for item in report.recommendations] == ["The quality of plans.", "The speed of visits."]
    section = list(every_section(report.sections))[-1]
    assert section.grade is not None
    assert section.grade.value == grade.removesuffix(" to be good").replace(" ", "_")
    assert [paragraph.number for paragraph in section.paragraphs if paragraph.number] == list(range(1, 18))
    assert len(report.judgements) == 5


@pytest.mark.parametrize(
    "heading",
    [
        "The experiences and progress of children in need: inadequate",
        "The experiences and progress of children in residential homes: inadequate",
        "The experiences and progress of children: inadequate",
        "The quality of social work: inadequate",
    ],
)
def test_a_heading_of_another_subject_changes_no_judgement(heading: str) -> None:
    report = read(heading)
    assert "inadequate" not in judged(report).values()
    assert [item.text for item in report.recommendations] == ["The quality of plans.", "The speed of visits."]


def test_a_heading_that_contradicts_the_table_is_said() -> None:
    report = read("The experiences of children in care: inadequate")
    assert judged(report)["in_care"] == "good"
    assert codes(report, "judgements") == {"grades_disagree"}


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("The experiences of children in care", "in_care"),
        ("The experiences and progress of the children who need help and protection", "help_and_protection"),
        ("Leaders’ impact on social work practice with children and families", "impact_of_leaders"),
        ("The experiences and progress of young care leavers", "care_leavers"),
    ],
)
def test_a_row_that_differs_by_a_word_is_read_and_said(printed: str, key: str) -> None:
    table = {printed if KEYS[label] == key else label: grade for label, grade in GRADES.items()}
    report = read("Notes", table)
    assert judged(report) == judged(read("Notes"))
    assert codes(report, "judgements") == {"misprinted_label"}


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("The graded judgement for the adoption performance is that it is inadequate", None),
        ("The graded judgement on adoption performance is inadequate", "adoption_performance"),
        ("Children who need help and protection are inadequate", "help_and_protection"),
        ("Leadership and governance is inadequate", "leadership"),
        ("The experiences and progress of children looked after is inadequate", None),
    ],
)
def test_headings_of_a_sif_report(printed: str, key: str | None) -> None:
    text = (
        "Rutland County Council\n\nInspection of services for children in need of help and protection, children looked "
        "after and care leavers\n\nInspection date: 7 November 2016 to 30 November 2016\n\nExecutive summary\n\n"
        f"Children are safe.\n\n{printed}\n\n1. Paragraph one is here.\n\n2. Paragraph two is here.\n"
    )
    report = ofsted.parse_text(text)
    assert report.framework == "sif"
    assert judged(report).get(key, None) == ("inadequate" if key else None)


def test_a_wrapped_line_that_begins_with_words_of_a_heading_is_none() -> None:
    lines = [
        "Since the last inspection senior leaders have looked closely, and they understand",
        "so well that all know",
        "what needs to improve and how the experiences and progress of children",
        "are to be made better",
    ]
    report = ofsted.parse_text(ilacs_text(table=GRADES, items="- The quality of plans.", body="\n".join(lines)))
    assert [section.heading for section in every_section(report.sections)][1:] == ["What needs to improve?"]
    assert " ".join(lines) in report.text.replace("\n", " ")
    assert any(" ".join(lines) == paragraph.text for paragraph in report.paragraphs)


@pytest.mark.parametrize("below", ["\n\n{}", "\n{}", "\nGrade: {}", "\n\nJudgement: {}", "\n\nRating – {}"])
@pytest.mark.parametrize("marks", ["", "## "])
def test_a_grade_below_its_heading_is_the_headings(marks: str, below: str) -> None:
    grades = {
        ILACS_ROWS[1]: "Inadequate",
        ILACS_ROWS[2]: "Requires improvement to be good",
        ILACS_ROWS[3]: "Outstanding",
    }
    body = ""
    for chapter, (row, grade) in enumerate(grades.items()):
        numbered = "".join(f"{6 * chapter + n}. Staff know children well.\n\n" for n in range(1, 7))
        body += f"{marks}{row}{below.format(grade)}\n\n{numbered}"
    report = ofsted.parse_text(ilacs_text(table={}, body=body))
    assert judged(report) == {
        KEYS[row]: ofsted.Grade(grade.removesuffix(" to be good")).value for row, grade in grades.items()
    }
    sections = [section for section in every_section(report.sections) if section.grade]
    assert [(section.heading, len(section.paragraphs)) for section in sections] == [(row, 6) for row in grades]
    for judgement, grade in zip(report.judgements, grades.values(), strict=True):
        assert judgement.source == "heading"
        assert report.text[slice(*judgement.span)].startswith(f"{judgement.label}")
        assert report.text[slice(*judgement.span)].endswith(grade)
    report = ofsted.parse_text(ilacs_text(table=dict.fromkeys(ILACS_ROWS, "Good"), body=body))
    assert {judgement.grade for judgement in report.judgements} == {ofsted.Grade.GOOD}
    assert sum(issue.code == "grades_disagree" for issue in report.issues) == len(grades)
