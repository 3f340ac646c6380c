"""Short words before a name, a date or a list are found as words, not inside longer ones. Each text is made up."""

from __future__ import annotations

import datetime

import pytest

import ofsted
from tests.test_letters import flagged, read


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Focused visit of training within practice in Brackenshire children's services", "Brackenshire"),
        ("Focused visit to services for children in Brackenshire", "Brackenshire"),
        ("Focused visit to the Borough of Brackenshire children's services", "the Borough of Brackenshire"),
    ],
)
def test_the_area_that_a_subject_line_names(subject: str, name: str) -> None:
    report = read(subject=subject)
    assert report["authority"]["name"] == name
    assert ("authority", "not_in_register") in flagged(report)


@pytest.mark.parametrize(
    ("address", "salutation", "addressee"),
    [
        ("Ms Ada Quill Andover House", "Dear Ms Quill", "Ada Quill"),
        ("Ms Ada Quill and Mr Bo Lane", "Dear Ms Quill", "Ms Ada Quill and Mr Bo Lane"),
        ("Telford Ames", "Dear Telford", "Telford Ames"),
    ],
)
def test_the_first_line_of_an_address(address: str, salutation: str, addressee: str) -> None:
    assert read(addressee=address, salutation=salutation)["addressee"] in (addressee, addressee.removeprefix("Ms "))


def test_copies_are_no_part_of_a_role() -> None:
    letter = "Bram Thorne, Director CCG and HMI cc Ofsted"
    assert read(signatory=letter)["lead_inspector"] == {"name": "Bram Thorne", "role": "Director CCG and HMI"}


JTAI = """Joint targeted area inspection of Norfolk

Dear local partnership

Joint targeted area inspection of the multi-agency response to neglect in Norfolk

{opening}

Areas for priority action

{leading} need to act on neglect.

Yours sincerely
"""


def test_a_period_is_found_behind_a_word_that_holds_its_first() -> None:
    opening = "Leaders decide in-between meetings. Between 8 and 12 January 2024, Ofsted carried out an inspection."
    report = ofsted.parse_text(JTAI.format(opening=opening, leading="Leaders")).to_dict()
    assert [(p["start"], p["end"]) for p in report["inspection_periods"]] == [("2024-01-08", "2024-01-12")]


@pytest.mark.parametrize(
    ("leading", "scope"),
    [
        ("Leaders of the Norfolk partnership", "Norfolk partnership"),
        ("Theatre leaders", "Theatre leaders"),
        ("Leaders including the board", "Leaders including the board"),
    ],
)
def test_whom_a_priority_action_is_for(leading: str, scope: str) -> None:
    opening = "Between 8 and 12 January 2024, Ofsted carried out an inspection."
    report = ofsted.parse_text(JTAI.format(opening=opening, leading=leading)).to_dict()
    assert [r["scope"] for r in report["recommendations"]] == [scope]


def test_the_date_of_a_statement_is_not_that_of_its_update() -> None:
    text = """10 May 2019

Dear Ms Quill

Joint area SEND revisit in Norfolk

Between 1 and 3 April 2019, Ofsted and the Care Quality Commission revisited the area of Norfolk.

The written statement of action that was required, and updated on 4 March 2019, was declared fit for purpose on 6 June \
2018.

Yours sincerely
"""
    statement = ofsted.parse_text(text).to_dict()["statement_of_action"]
    assert (statement["issued"], statement["declared_fit"]) == (None, "2018-06-06")


def test_a_month_that_is_a_verb_first() -> None:
    text = """Norfolk children's services rated good by Ofsted

Councillors may see it on May 16, 2020

Norfolk County Council's children's services have been rated good by Ofsted. Inspectors judged the council good. \
The leader of Norfolk County Council said: "We are glad that inspectors saw the work of our staff."
"""
    assert ofsted.parse_text(text).published == datetime.date(2020, 5, 16)
