"""Reviews of a Local Safeguarding Children Board that are reports of their own. Each text is made up."""

from __future__ import annotations

from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

END = """
Information about this review

The inspection team
Lead inspector: Augusta Finch
Team inspectors: Olumide Carr, Bo Lane

The Office for Standards in Education, Children's Services and Skills (Ofsted) regulates and inspects to achieve \
excellence in the care of children and young people.
"""

# The board's own name above the title; a part's heading; 'Recommendations'.
OF_THE_BOARD = """Norfolk Local Safeguarding Children Board
Review of the effectiveness of the Local Safeguarding Children Board
Inspection date: 24 November 2015 – 17 December 2015
Report published: 17 February 2016

The Local Safeguarding Children Board requires improvement

The Local Safeguarding Children Board (LSCB)

Executive summary

The board is good at meeting. Attendance is outstanding.

Recommendations

1. Make sure that partners attend.
2. Look at practice with children who are neglected.

Inspection findings – the Local Safeguarding Children Board

3. The board meets every month.
"""

# The council's name; headings that speak of the LSCB; reasons in a heading that names only 'the board'.
OF_THE_COUNCIL = """Norfolk County Council
Review of the effectiveness of the Local Safeguarding Children Board

Inspection dates: 24 November to 17 December 2015
Report published: 17 February 2016

The Local Safeguarding Children Board requires improvement

Summary of findings

The board requires improvement because:

- it does not know how safe children are.

What does the LSCB need to improve?

Areas for improvement

1. Make sure that partners attend.
2. Look at practice with children who are neglected.

Inspection judgement about the LSCB

3. The board meets every month.
"""


def read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = ofsted.parse_text(text + END).to_dict()
    return found


@pytest.mark.parametrize("text", [OF_THE_BOARD, OF_THE_COUNCIL], ids=["board", "council"])
def test_a_review_alone_judges_the_board_and_nothing_else(text: str) -> None:
    report = read(text)
    assert report["framework"] == "sif"
    assert report["authority"]["name"] == "Norfolk"
    assert [(j["key"], j["theme"], j["grade"]) for j in report["judgements"]] == [
        ("lscb_effectiveness", "lscb", "requires_improvement")
    ]
    assert report["inspection_periods"] == [{"start": "2015-11-24", "end": "2015-12-17"}]
    assert report["published"] == "2016-02-17"
    assert report["lead_inspector"]["name"] == "Augusta Finch"
    assert [(r["number"], r["scope"], r["text"]) for r in report["recommendations"]] == [
        ("1", "LSCB", "Make sure that partners attend."),
        ("2", "LSCB", "Look at practice with children who are neglected."),
    ]
    assert report["issues"] == []


def test_reasons_that_contradict_the_sentence_are_flagged() -> None:
    report = read(OF_THE_COUNCIL.replace("The board requires improvement because", "The board is inadequate because"))
    assert ("judgements", "grades_disagree") in {(i["field"], i["code"]) for i in report["issues"]}


def test_a_review_without_its_judgement_says_so() -> None:
    report = read(OF_THE_BOARD.replace("The Local Safeguarding Children Board requires improvement\n", ""))
    assert report["judgements"] == []
    assert {(i["field"], i["code"]) for i in report["issues"]} == {("judgements", "missing")}
