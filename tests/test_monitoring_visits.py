"""Letters about monitoring visits, in the layouts that councils, papers and extractors give them. All are made up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.test_letters import flagged, periods

ofsted = pytest.importorskip("ofsted")

# As Ofsted set them in 2016 and 2017.
EARLY = """Ofsted
Piccadilly Gate
Store Street
Manchester
M1 2WD

T 0300 123 1231
enquiries@ofsted.gov.uk
www.gov.uk/ofsted

19 September 2017

Ms Verity Sandiford
Director of Children's Services
Norfolk County Council

Dear Ms Sandiford

Monitoring visit of Norfolk children's services

I am writing to summarise the findings of the monitoring visit to Norfolk children's services on 22 and 23 August \
2017. The visit was the third monitoring visit since the local authority was judged inadequate in October 2015. \
The inspectors were Augusta Finch HMI and Olumide Carr HMI.

Areas covered by the visit

During the course of this visit, inspectors reviewed the progress made in the area of care leavers, with a focus on:

- the timeliness of decisions
- the quality of plans

Summary of findings

- Leaders know their services well.

Evaluation of progress

At the second monitoring visit, plans were thin. They are better than they were.

Yours sincerely

Augusta Finch
Her Majesty's Inspector
"""

# No salutation, no closing; the number in figures; the imprint below the name.
BARE = """16 March 2023

Verity Sandiford
Director of Children's Services
County Hall, Norwich

5th monitoring visit to Norfolk children's services

This letter summarises the findings of the 5th monitoring visit to Norfolk children's services on 7 and 8 February \
2023. It was the 5th monitoring visit since the local authority was judged inadequate in May 2021. \
His Majesty's Inspectors for this visit were Augusta Finch and Olumide Carr.

Areas covered by the visit

Inspectors reviewed the progress made in services for care leavers.

Headline findings

Progress has been made.

Findings and evaluation of progress

Plans are shorter.

Augusta Finch
His Majesty's Inspector

The Office for Standards in Education, Children's Services and Skills (Ofsted) regulates and inspects to achieve \
excellence in the care of children.
"""

# As a paper prints it: its own words first, then the letter from its first sentence on.
PRINTED = """The full letter on Ofsted's fourth monitoring visit of Norfolk's children's services has been published.

Two inspectors came last month. After the second monitoring visit the council had hoped for more.

This letter summarises the findings of the monitoring visit to Norfolk children's services on 7 and 8 February 2023. \
This was the fourth monitoring visit since the local authority was judged inadequate for overall effectiveness in May \
2021. His Majesty's Inspectors for this visit were Augusta Finch and Olumide Carr.

Areas covered by the visit

The focus of the monitoring visit was the local authority 'front door' service. This includes the work of teams. \
In particular, inspectors reviewed the progress made in these areas of concern identified at the last inspection:

- The quality of practice.
- The timeliness of help.

Headline findings

Progress has been made.
"""

# A page's lines without blank ones, the address on one of them.
COPIED = """Ofsted Agora 6 Cumberland Place Nottingham NG1 6HJ T 0300 123 1231 enquiries@ofsted.gov.uk www.gov.uk/ofsted
2 May 2019
Mr Ivor Bell, Corporate Director, County Hall, Norwich NR1 2DH
Dear Mr Bell
Monitoring visit of Norfolk local authority children's services
This letter summarises the findings of the monitoring visit to Norfolk children's services on 2 and 3 April 2019. \
The visit was the sixth and final monitoring visit since the local authority was judged inadequate in January 2017. \
The inspectors were Augusta Finch, Her Majesty's Inspector, and Olumide Carr, Her Majesty's Inspector.
Areas covered by the visit
During this visit, inspectors considered the help and protection of children at risk of neglect.
Overview
Leaders act.
Findings and evaluation of progress
Plans are shorter.
Yours sincerely
Augusta Finch
Her Majesty's Inspector
"""

LAYOUTS = {"early": EARLY, "bare": BARE, "printed": PRINTED, "copied": COPIED}


def read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = ofsted.parse_text(text).to_dict()
    return found


@pytest.mark.parametrize(
    ("layout", "days", "number", "judged", "focus"),
    [
        ("early", ("2017-08-22", "2017-08-23"), 3, (2015, None), "the progress made in the area of care leavers, with"),
        ("bare", ("2023-02-07", "2023-02-08"), 5, (2021, None), "the progress made in services for care leavers."),
        (
            "printed",
            ("2023-02-07", "2023-02-08"),
            4,
            (2021, "Overall effectiveness"),
            "the local authority 'front door' service.",
        ),
        ("copied", ("2019-04-02", "2019-04-03"), 6, (2017, None), "the help and protection of children at risk of"),
    ],
)
def test_the_visit(layout: str, days: tuple[str, str], number: int, judged: tuple[int, str | None], focus: str) -> None:
    report = read(LAYOUTS[layout])
    assert report["framework"] == "monitoring-visit"
    assert report["authority"]["name"] == "Norfolk"
    assert periods(report) == [days]
    assert [person["name"] for person in report["inspectors"]] == ["Augusta Finch", "Olumide Carr"]
    assert report["visit_number"] == ofsted.parse_text(LAYOUTS[layout]).visit_number == number
    assert report["focus"].startswith(focus)
    assert report["judgements"] == []
    assert [(p["year"], p["label"], p["grade"]) for p in report["previous_judgements"]] == [(*judged, "inadequate")]


@pytest.mark.parametrize(
    ("layout", "published", "addressee", "issues"),
    [
        ("early", "2017-09-19", "Verity Sandiford", set()),
        ("bare", "2023-03-16", "Verity Sandiford", {("addressee", "fallback")}),
        ("copied", "2019-05-02", "Ivor Bell", set()),
    ],
)
def test_head_and_foot(layout: str, published: str, addressee: str, issues: set[tuple[str, str]]) -> None:
    report = read(LAYOUTS[layout])
    assert report["title"].lower().endswith("children's services")
    assert (report["published"], report["addressee"]) == (published, addressee)
    assert report["lead_inspector"]["name"] == "Augusta Finch"
    assert flagged(report) == issues


def test_a_letter_that_a_paper_prints_lacks_its_head_and_says_so() -> None:
    report = read(PRINTED)
    assert report["published"] is report["addressee"] is report["lead_inspector"] is report["title"] is None
    assert flagged(report) == {
        ("framework", "secondary_source"),
        *((field, "missing") for field in ("published", "addressee", "lead_inspector", "title")),
        *((field, "no_end") for field in ("sections", "recommendations", "findings")),
    }


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("This was the first monitoring visit since the local authority was judged inadequate in May 2021.", 1),
        ("This visit was the 2nd since the local authority was judged inadequate in May 2021.", 2),
        ("This was the twelfth monitoring visit.", 12),
        ("This was the third week of term.", None),
        ("Since the first monitoring visit, leaders have acted.", None),
        ("This was a visit like others.", None),
    ],
)
def test_which_visit_it_is(sentence: str, number: int | None) -> None:
    told = "It was the 5th monitoring visit since the local authority was judged inadequate in May 2021."
    report = read(BARE.replace(told, sentence).replace("5th m", "m"))
    assert report["framework"] == "monitoring-visit"
    assert report["visit_number"] == number


def test_other_documents_have_no_number() -> None:
    assert read(EARLY.replace("onitoring visit", "ocused visit"))["visit_number"] is None
