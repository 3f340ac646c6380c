"""Headings and rows of judgements whose lines an extractor parted, or mixed with their grades. Each text is made up."""

from __future__ import annotations

import pytest

import ofsted
from tests.invented import ILACS_ROWS, ilacs_text

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


def test_a_grade_above_another_row_than_the_last_is_not_given_to_it() -> None:
    rows = [*TABLE[:4], "Good", "The experiences and progress of care leavers", "Overall effectiveness"]
    text = ilacs_text(table={"{": "}"}).replace("{\t}", "Judgement Grade\n" + "\n".join(rows))
    report = ofsted.parse_text(text)
    judged = {j.key: j.grade for j in report.judgements}
    assert not {"care_leavers", "overall_effectiveness"} & set(judged)
    assert any(issue.field == "judgements" for issue in report.issues)
