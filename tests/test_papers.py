"""A council's paper with the report as its appendix: the report is read, and what stands before it is not."""

from __future__ import annotations

import pytest

import ofsted
from tests.conftest import EXAMPLES

PAPER = """Cabinet
14 May 2031
Report of the Director of Children’s Services
Subject: Outcome of the inspection of children’s services

1. Purpose of the report
1.1 This report informs Cabinet of the outcome of the inspection by Ofsted.

2. Recommendations
2.1 That Cabinet notes the report attached at Appendix 1.
2.2 That Cabinet agrees the improvement plan.
"""
MORE = "\n".join(f"3.{i} Officers have considered what Ofsted said of item {i} of the plan." for i in range(1, 80))
FIELDS = ("framework", "title", "authority", "inspection_periods", "published", "lead_inspector", "addressee", "focus")
BEFORE = {
    "an appendix": f"{PAPER}\fAppendix 1\n\n",
    "the next page": f"{PAPER}\f",
    "a long paper": f"{PAPER}{MORE}\f{MORE}\fAppendix A: the report\n",
    "a text without pages": f"{PAPER}\n\nAppendix 1\n\n",
}


def other_documents(report: ofsted.Report) -> list[str | None]:
    return [issue.field for issue in report.issues if issue.code == "other_document"]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    "name", ["ilacs-2024", "sif-2016", "focused-visit-2023", "jtai-2023", "area-send-2019", "lac-2013"]
)
def test_the_report_is_read_and_not_the_paper(name: str, before: str) -> None:
    text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    report, plain = ofsted.parse_text(BEFORE[before] + text), ofsted.parse_text(text)
    for field in FIELDS:
        assert getattr(report, field) == getattr(plain, field), field
    assert {j.key: j.grade for j in report.judgements} == {j.key: j.grade for j in plain.judgements}
    assert [r.text for r in report.recommendations] == [r.text for r in plain.recommendations]
    assert (other_documents(report), other_documents(plain)) == (["source"], [])


@pytest.mark.parametrize("before", BEFORE)
def test_a_report_that_its_title_alone_tells_is_read(before: str) -> None:
    report = ofsted.parse_text(
        f"{BEFORE[before]}Joint area review\nRutland Children’s Services Authority Area\n"
        "Review of services for children and young people\n\nAge group: All\nPublished: 19 June 2008\n"
        "Reference no: 80418\n\nIntroduction\n\n1. Inspectors came.\n\nGrades\n\nSafeguarding\t3\n"
        "Looked after children\t2\nService management\t1\nCapacity to improve\t4\n"
    )
    assert (report.framework, report.authority.name) == (ofsted.Framework.JAR, "Rutland")
    assert str(report.published) == "2008-06-19"
    assert other_documents(report) == ["source"]


def test_spans_and_pages_are_those_of_the_whole_document() -> None:
    text = BEFORE["a long paper"] + (EXAMPLES / "ilacs-2024.txt").read_text(encoding="utf-8")
    report = ofsted.parse_text(text)
    overall = report.judgements["overall_effectiveness"]
    assert overall.page == 3
    assert overall.evidence in text[len(BEFORE["a long paper"]) :]


@pytest.mark.parametrize(
    "more", ["", f"\f{MORE}", "\fAppendix 1\n\nThe improvement plan\n\nDear all\n\nThis is our plan."]
)
def test_a_paper_alone_is_no_report_and_no_article(more: str) -> None:
    said = '\n\nOfsted rated services ‘good’. Cllr Ada Finch, cabinet member for children, said: "We are pleased."\n'
    report = ofsted.parse_text(PAPER + said + more)
    assert report.framework == "unknown"
    assert not report.judgements
    assert not report.published


def test_a_paper_that_repeats_the_table_stays_second_hand() -> None:
    table = "Appendix 1\n\nInspection of Norfolk local authority children’s services\n\n"
    table += "Inspection dates: 4 to 15 March 2030\n\nLead inspector: Ada Quill, His Majesty’s Inspector\n\n"
    table += "Judgement\tGrade\nThe impact of leaders on social work practice with children and families\tGood\n"
    table += (
        "The experiences and progress of children who need help and protection\tGood\nOverall effectiveness\tGood\n"
    )
    report = ofsted.parse_text(f"{PAPER}\f{table}\nThe council welcomes this.\n")
    assert ("secondary_source", "framework") in {(issue.code, issue.field) for issue in report.issues}


def test_two_days_above_a_salutation_are_said() -> None:
    text = (EXAMPLES / "focused-visit-2023.txt").read_text(encoding="utf-8")
    codes = [
        [issue.code for issue in ofsted.parse_text(before + text).issues if issue.field == "published"]
        for before in ("", "Received by the council\n\n14 May 2031\n\n")
    ]
    assert codes[0] == []
    assert "two_dates" in codes[1]


def test_the_name_right_above_the_title_is_used_where_other_words_stand_there_too() -> None:
    text = (EXAMPLES / "sif-2016.txt").read_text(encoding="utf-8")
    plain = ofsted.parse_text(text.replace("Calderwick City Council", "Norfolk County Council"))
    report = ofsted.parse_text("We use some cookies to make this site work.\n\n" + plain.text)
    assert report.authority == plain.authority
    assert [issue.code for issue in report.issues if issue.field == "authority"] == ["odd_name"]


def test_a_report_behind_a_letter_is_said() -> None:
    letter = (EXAMPLES / "focused-visit-2023.txt").read_text(encoding="utf-8")
    long = letter.replace("\nYours sincerely", "\nMost children are safe.\n" * 60 + "\nYours sincerely")
    behind = "\f" + (EXAMPLES / "ilacs-2024.txt").read_text(encoding="utf-8")
    assert "more_text" in {issue.code for issue in ofsted.parse_text(long + behind).issues}
    assert "more_text" not in {issue.code for issue in ofsted.parse_text(long).issues}
    short = (EXAMPLES / "jtai-2023.txt").read_text(encoding="utf-8")
    both = ofsted.parse_text(short + behind)
    assert both.framework == "jtai"
    assert "more_text" in {issue.code for issue in both.issues}


def test_a_report_that_has_lost_its_cover_is_no_article() -> None:
    said = 'Cllr Ada Finch, cabinet member for children, said: "We are pleased."\n\n' * 2
    text = "About this inspection\n\nOfsted inspected children’s services in Norfolk. They are adequate.\n\n"
    scale = (
        "All inspection judgements are made using the following scale.\n\nOutstanding (Grade 1)\n\nGood (Grade 2)\n\n"
    )
    assert ofsted.parse_text(text + said).framework == "news"
    assert ofsted.parse_text(text + scale + said).framework == "unknown"


def test_no_report_is_set_aside_for_one_that_is_behind_it() -> None:
    """Its first page does not show what it is: the table is on the next."""
    title = "Norfolk County Council\n\nInspection of services for children in need of help and protection, children "
    title += "looked after and care leavers\n\nInspection dates: 19 November 2013 to 11 December 2013\n\n"
    title += "This is published with the\nreport of the review of the board.\n\f"
    text = title + (EXAMPLES / "sif-2016.txt").read_text(encoding="utf-8").partition("Report published")[2]
    behind = "\f" + (EXAMPLES / "area-send-2024.txt").read_text(encoding="utf-8")
    report = ofsted.parse_text(text + behind)
    assert (report.framework, report.authority.name) == ("sif", "Norfolk")
    assert other_documents(report) == []
