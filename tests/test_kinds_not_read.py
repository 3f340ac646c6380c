"""Kinds of document that are known and not read: they say what they are, and no grade is taken from them. All are made
up.
"""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest

import ofsted
from tests import word_pdf

HEAD = """Alexandra House
33 Kingsway
London WC2B 6SE

1 November 2006

Ms Ada Quill
Director of Children's Services
Norfolk County Council

Dear Ms Quill
"""
GRADES = """
Areas for judgement

Grade awarded

The contribution of the local authority's children's services in maintaining and improving outcomes

3

The council's overall capacity to improve its services for children and young people

4

4: outstanding; 3: good; 2: adequate; 1: inadequate

Staying safe

Looked after children

2

Services are good. Safeguarding is outstanding.

"""
MORE = "Inspectors found that the council and its partners work well together for children and young people. " * 12
END = """

Areas for improvement

- the timeliness of reviews

Yours sincerely

Bram Thorne
Divisional Manager
"""
MEETING = (
    "This letter summarises the findings of the meeting held on 3 July 2006 to assess the performance of services."
)
SUBJECT_2006 = "2006 ANNUAL PERFORMANCE ASSESSMENT OF SERVICES FOR CHILDREN AND YOUNG PEOPLE IN NORFOLK"
BODY = f"\n{MEETING}\n{GRADES}{MORE}\n{END}"
LETTERS = {
    "2006": f"{HEAD}\n{SUBJECT_2006}\n{BODY}",
    "over two lines": f"{HEAD}\nAnnual performance\nassessment of services for children in Norfolk 2007\n{BODY}",
    "2008": "Ofsted\nPiccadilly Gate\nStore Street\nManchester\nM1 2WD\n\n17 December 2008\n\nDear Ms Quill\n\n"
    "Annual performance assessment of services for children and young people in Norfolk County Council 2008\n\n"
    f"This letter summarises the findings of the 2008 annual performance assessment for your council.\n{BODY}",
}


def markdown(text: str) -> str:
    return "\n\n".join(
        f"## {part}" if part.isupper() or part.startswith("Annual") else f"**{part}**" if part == "3" else part
        for part in text.split("\n\n")
    )


def web_page(text: str) -> bytes:
    parts = "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n"))
    return f"<!DOCTYPE html><html><body><main>{parts}</main></body></html>".encode()


WAYS: dict[str, Callable[[str], str | bytes]] = {
    "text": str,
    "Markdown": markdown,
    "web page": web_page,
    "PDF": word_pdf.of_text,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("letter", LETTERS)
def test_an_annual_performance_assessment_says_what_it_is(letter: str, way: str) -> None:
    made = WAYS[way](LETTERS[letter])
    report = ofsted.parse_text(made) if isinstance(made, str) else ofsted.parse(made)
    assert report.framework == "unknown"
    assert list(report.judgements) == []
    messages = [issue.message for issue in report.issues if issue.field == "framework"]
    assert any("annual performance assessment" in message for message in messages)


@pytest.mark.parametrize("letter", LETTERS)
def test_without_line_ends_no_grade_is_taken_either(letter: str) -> None:
    report = ofsted.parse_text(" ".join(LETTERS[letter].split()))
    assert list(report.judgements) == []
    assert any(issue.field in ("framework", "judgements") for issue in report.issues)


def test_an_annual_rating_says_what_it_is() -> None:
    letter = (
        f"{HEAD}\nAnnual children's services assessment\n\nNorfolk performs well.\n\nYours sincerely\n\nBram Thorne\n"
    )
    report = ofsted.parse_text(letter)
    assert report.framework == "unknown"
    assert "2009 to 2011" in report.issues[0].message


def test_who_mentions_an_assessment_is_something_else() -> None:
    text = LETTERS["2008"].replace(
        "Annual performance", "Focused visit to Norfolk children's services\n\nAnnual performance"
    )
    assert (
        ofsted.parse_text(text.replace("Annual performance assessment of", "The annual")).framework == "focused-visit"
    )
    review = (
        "Joint area review\n\nNorfolk\n\nAnnual performance assessment and joint area review are two things.\n\nGood."
    )
    assert ofsted.parse_text(review).framework == "jar"
