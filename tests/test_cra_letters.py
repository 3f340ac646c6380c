"""Letters on unannounced inspections of contact, referral and assessment (2009 to 2011). All are made up."""

from __future__ import annotations

from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

LETTER = """24 February 2010

Mr Ivor Bell
Director of Children’s Services
Rutland County Council

Dear Mr Bell

{mark}Annual unannounced inspection of contact, referral and assessment arrangements within Rutland County Council \
children’s services

This letter summarises the findings of the recent unannounced inspection of contact, referral and assessment \
arrangements within local authority children’s services in Rutland County Council conducted on 26 and 27 January 2010.

{mark}Strengths

- Managers know their staff well.

{mark}Areas for development

{asked}
{closing}

Yours sincerely

Honor Tredwell
Her Majesty’s Inspector
"""
CLOSING = "Any areas for development identified above will be considered in any future inspection of your services."


def read(mark: str = "", asked: str = "- Plans are late.\n", closing: str = CLOSING) -> dict[str, Any]:
    report: dict[str, Any] = ofsted.parse_text(LETTER.format(mark=mark, asked=asked, closing=closing)).to_dict()
    return report


@pytest.mark.parametrize(
    "closing",
    [
        CLOSING,
        "The areas for priority action and development identified above will be looked at again.",
        "The area for priority action identified above was brought to your attention.",
    ],
)
def test_the_last_sentence_directly_below_the_last_entry_is_none_of_it(closing: str) -> None:
    report = read(asked="- Plans are late.\n- Visits to families are not\nrecorded on the same day.", closing=closing)
    entries = ["Plans are late.", "Visits to families are not recorded on the same day."]
    assert [r["text"] for r in report["recommendations"]] == entries
    assert [f["text"] for f in report["findings"]["areas_for_development"]] == entries


def test_entries_without_bullets_are_doubtful_in_both_fields() -> None:
    report = read(asked="- Plans are late.\n\nVisits are not recorded.\n")
    assert {issue["field"] for issue in report["issues"] if issue["code"] == "no_bullet"} == {
        "findings",
        "recommendations",
    }


def test_a_letter_whose_only_marks_are_those_of_three_headings_is_markdown() -> None:
    report = read(mark="## ")
    assert report["source"]["format"] == "markdown"
    assert report["framework"] == "cra"
    assert report["authority"]["name"] == "Rutland"
    assert report["inspection_periods"] == [{"start": "2010-01-26", "end": "2010-01-27"}]
    assert [r["text"] for r in report["recommendations"]] == ["Plans are late."]


def test_two_headings_are_enough() -> None:
    text = LETTER.format(mark="", asked="- Plans are late.\n", closing=CLOSING)
    text = text.replace("Annual un", "## Annual un").replace("Areas for dev", "### Areas for dev", 1)
    assert ofsted.parse_text(text).to_dict()["framework"] == "cra"
