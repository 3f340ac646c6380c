"""Reports that a word of the title, or what is bound behind them, must not lose."""

from __future__ import annotations

import pytest

import ofsted
from ofsted.model.parts import every_section

IMPRINT = """The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects.

© Crown copyright 2016
"""
SIF = """Rutland County Council

{title}

Inspection date: 7 November 2016 to 30 November 2016
Report published: 29 January 2017

Children’s services in Rutland require improvement to be good

1. Children who need help and protection	Requires improvement
2. Children looked after and achieving permanence	Requires improvement
2.1 Adoption performance	Good
2.2 Experiences and progress of care leavers	Requires improvement
3. Leadership, management and governance	Requires improvement

{board}

Executive summary

Children are safe.

Recommendations

1. Make sure that plans are clear.
2. Make sure that visits are recorded.

"""
SERVICES = "Inspection of services for children in need of help and protection, children looked after and care leavers"
REVIEW = """Rutland Local Safeguarding Children Board

Review of the effectiveness of the Local Safeguarding Children Board

Review date: 7 November 2016 to 30 November 2016

The Local Safeguarding Children Board is inadequate because:

1. The board does not know what its partners do.

2. It has met once.

What does the LSCB need to improve?

3. Meet.

4. Look at what partners do.

"""


def judged(report: ofsted.Report) -> dict[str | None, str | None]:
    return {judgement.key: judgement.grade.value if judgement.grade else None for judgement in report.judgements}


@pytest.mark.parametrize(
    "title",
    [
        SERVICES,
        f"Re-{SERVICES[0].lower()}{SERVICES[1:]}",
        f"Re{SERVICES[0].lower()}{SERVICES[1:]}",
        f"Re {SERVICES[0].lower()}{SERVICES[1:]}",
        SERVICES.upper(),
        "Single inspection of children’s services",
    ],
)
def test_the_title_of_a_sif_report(title: str) -> None:
    report = ofsted.parse_text(SIF.format(title=title, board="") + IMPRINT)
    assert report.framework == "sif"
    assert len(judged(report)) == 6
    assert report.authority.name == "Rutland"
    assert [str(period.start) for period in report.inspection_periods] == ["2016-11-07"]
    if "services for" in title:
        assert report.title == title


@pytest.mark.parametrize("between", ["", IMPRINT, f"Ofsted\n\nPiccadilly Gate\n\n{IMPRINT}"])
def test_a_review_bound_behind_the_imprint_is_read(between: str) -> None:
    report = ofsted.parse_text(SIF.format(title=SERVICES, board="") + between + REVIEW + IMPRINT)
    assert judged(report)["lscb_effectiveness"] == "inadequate"
    assert judged(report)["overall_effectiveness"] == "requires_improvement"
    texts = [item.text for item in report.recommendations]
    assert texts == ["Make sure that plans are clear.", "Make sure that visits are recorded.", "Meet.",
                     "Look at what partners do."]  # fmt: skip
    assert "Crown copyright" not in " ".join(p.text for s in every_section(report.sections) for p in s.paragraphs)


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The effectiveness of the Local Safeguarding Children Board (LSCB) is good", "good"),
        ("The Local Safeguarding Children Board requires improvement", "requires_improvement"),
        ("The Local Safeguarding Children Board in Rutland requires improvement", "requires_improvement"),
        ("The Rutland Safeguarding Children Board is outstanding.", "outstanding"),
        ("The effectiveness of the Local Safeguarding Children is inadequate", "inadequate"),
        ("The LSCB requires improvement to be good", "requires_improvement"),
        ("The LSCB is not yet good", None),
        ("The LSCB says that its work is good and getting better", None),
    ],
)
def test_sentences_that_judge_the_board(sentence: str, grade: str | None) -> None:
    report = ofsted.parse_text(SIF.format(title=SERVICES, board=sentence) + IMPRINT)
    assert judged(report).get("lscb_effectiveness") == grade
    assert judged(report)["overall_effectiveness"] == "requires_improvement"


@pytest.mark.parametrize(
    ("printed", "grade", "agrees"),
    [
        ("Inadequate Grade 4", "inadequate", True),
        ("Inadequate (Grade 4)", "inadequate", True),
        ("Grade 4 (inadequate)", "inadequate", True),
        ("Inadequate – grade 4", "inadequate", True),
        ("Adequate: grade 3", "adequate", True),
        ("Good grade 4", "good", False),
    ],
)
def test_a_word_and_its_number_in_either_order(printed: str, grade: str, agrees: bool) -> None:
    label = "Overall effectiveness of services for looked after children and care leavers"
    text = (
        "Inspection of services for looked after children and care leavers\n\nRutland County Council\n\n"
        "Inspection dates: 8 – 12 July 2013\nReporting inspector: Ada Quill HMI\n\n"
        f"About this inspection\n\nIt was quick.\n\n{label}\n\n{printed}\n\nRecord of main findings\n\n"
        f"{label}  {printed}\n\n"
        f"Capacity to improve  Good grade 2\n\n{IMPRINT}"
    )
    report = ofsted.parse_text(text)
    assert report.framework == "lac"
    assert report.authority.name == "Rutland"
    assert judged(report)["overall_effectiveness"] == grade
    assert judged(report)["capacity_to_improve"] == "good"
    assert ("grades_disagree" in {issue.code for issue in report.issues}) is not agrees
