"""Text that has lost its line ends gives the facts all the same, and says of the rest that it was told by words."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import ofsted
from tests.test_rules import SIF, SIF_WORDS

COVER = """Inspection of Thornmere local authority children’s services

Inspection dates: 4 March to 15 March 2024

Lead inspector: Honor Tredwell, His Majesty’s Inspector

Judgement

Grade

The impact of leaders on social work practice with children and families

Good

The experiences and progress of children who need help and protection

Requires improvement to be good

The experiences and progress of children in care

Good

The experiences and progress of care leavers

Outstanding

Overall effectiveness

Good

Services for children have grown stronger since the last inspection. Leaders read the records.
"""
BODY = """
What needs to improve?

• The quality of plans for children in need, first of all.

• The timeliness of return home interviews.

The experiences and progress of children who need help and protection: requires improvement to be good

1. Families are helped early and by staff who find time for them. They say so, and most of them
are glad of it. Where they are not, someone asks them why, and writes it down in the child’s record.

2. Plans are clear, and are looked at again when something changes. Since 2019, when 3 teams became one,
children have had the same worker for longer. Visits are in time. A late visit has its reason written down.

The impact of leaders on social work practice with children and families: good

3. Managers read each record, and they ask what was done for the child and by whom. They know which
of their teams have too much to do, and they tell the council’s cabinet so in plain words every month.
"""
REPORT = COVER + BODY

LETTER = """Ofsted Piccadilly Gate Store Street Manchester M1 2WD

7 May 2021

Bryn Ashdown Director of Children’s Services Thornmere Council 1 High Street Thornmere

Dear Bryn

Focused visit to Thornmere children’s services

This letter summarises the findings of a focused visit to Thornmere children’s services on 9 and 10 March 2021. \
Her Majesty’s Inspectors for this visit were Honor Tredwell and Piers Lowe.

Inspectors looked at the local authority’s arrangements for children in care.

Headline findings

Children see the same worker for years, and are glad of it. Their plans are short and say what has to change. \
Managers read each record. They ask what has been done for the child, and they write down the answer. Foster carers \
are trained before the first child comes, and they are asked each year what else they need to know. Teachers and \
social workers meet before a child changes school, so that nothing has to be told twice.

What needs to improve in this area of social work practice?

• The quality of life-story work.

• The timeliness of health assessments.

Main findings

Visits are in time; where one is late the reason is written down. Children in care are helped to see their brothers \
and sisters, and who cannot be with them writes to them. Most children live near their schools. Those who live \
further away are visited as often, and their teachers know whom to ask. Nobody waits for a place to live.

Yours sincerely

Honor Tredwell
Her Majesty’s Inspector
"""


def as_one_line(text: str) -> str:
    return " ".join(text.split())


def as_paragraphs(text: str) -> str:
    """Each paragraph on a line, and several without a gap together."""
    return re.sub(r"(?<=\S)\n\n?(?=\S)", " ", text.replace("\n\nDear", "\n\n\nDear").replace("\n\nWhat", "\n\n\nWhat"))


WAYS = [as_one_line, as_paragraphs]


def facts(report: ofsted.Report) -> dict[str, object]:
    return {
        "framework": report.framework,
        "authority": report.authority and report.authority.name,
        "inspector": report.lead_inspector and report.lead_inspector.name,
        "addressee": report.addressee,
        "published": report.published,
        "periods": [(p.start, p.end) for p in report.inspection_periods],
        "judgements": {j.key: j.grade for j in report.judgements},
        "recommendations": [r.text for r in report.recommendations],
        "numbered": [(p.number, p.text) for p in report.paragraphs if p.number],
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", [REPORT, LETTER], ids=["report", "letter"])
def test_facts_are_those_of_the_text_with_its_lines(text: str, way: Callable[[str], str]) -> None:
    report = ofsted.parse_text(way(text))
    assert facts(report) == facts(ofsted.parse_text(text))
    assert {"sections", "recommendations"} <= {i.field for i in report.issues if i.code == "no_line_ends"}


def test_a_report_far_behind_the_opening_is_not_what_the_document_is() -> None:
    asides = "The committee heard how the year went. Officers spoke of staff, of buildings and of the weather. " * 70
    letter = ofsted.parse_text(f"{as_one_line(LETTER)} {asides} {as_one_line(REPORT)}")
    assert letter.framework == ofsted.Framework.FOCUSED_VISIT
    assert letter.authority is not None
    assert letter.authority.name == "Thornmere"
    assert not letter.judgements
    minutes = ofsted.parse_text(f"{asides} {as_one_line(REPORT)}")
    assert minutes.framework == ofsted.Framework.UNKNOWN
    assert not minutes.judgements
    assert "unknown_framework" in {issue.code for issue in minutes.issues}


HEADED = re.compile(
    r"(What needs to improve\?|Headline findings|Main findings|What needs to improve in.*|The (?:exp|imp).*: .*)"
)


def as_markdown(text: str) -> str:
    """Headings are marked; what stands above the first of them is one paragraph, but for a report's title."""
    head, *parts = HEADED.split(text)
    title, cover = head.split("\n\n", 1) if head.startswith("Inspection") else ("", head)
    lines = [
        f"# {title}",
        "**" + as_one_line(cover).replace(" Services for", "** Services for").replace(" This", "** This"),
    ]
    for heading, body in zip(parts[::2], parts[1::2], strict=True):
        lines += [f"## {heading}", body.replace("• ", "- ")]
    return "\n\n".join(lines[not title :])


def as_web_page(text: str) -> bytes:
    """The same as HTML."""
    blocks = []
    for block in as_markdown(text).replace("**", "").split("\n\n"):
        mark, _, words = block.strip().partition(" ")
        tag = {"#": "h1", "##": "h2", "-": "li"}.get(mark, "p")
        blocks.append(f"<{tag}>{block.strip() if tag == 'p' else words}</{tag}>")
    return "<!DOCTYPE html><html><body>{}</body></html>".format("\n".join(blocks)).encode()


@pytest.mark.parametrize("text", [REPORT, LETTER], ids=["report", "letter"])
def test_a_cover_or_head_that_is_one_paragraph_of_markdown_or_a_page_gives_the_facts(text: str) -> None:
    expected = facts(ofsted.parse_text(text))
    assert facts(ofsted.parse_text(as_markdown(text))) == expected
    pytest.importorskip("selectolax")
    assert facts(ofsted.parse(as_web_page(text))) == expected


def test_a_team_in_one_paragraph_of_markdown() -> None:
    team = (
        "The team was of Ofsted. The inspection team Lead inspector: Ada Quill Team inspectors: Bram Thorne, Cleo Vane"
    )
    text = re.sub(r"(?m)^((?:Executive|Information about|Recomm).*)$", r"## \1", SIF.format(**SIF_WORDS))
    report = ofsted.parse_text(re.sub(r"The inspection team\s+Lead .*\s+Team .*", team, text))
    assert report.lead_inspector is not None
    assert report.lead_inspector.name == "Ada Quill"
    assert [person.name for person in report.inspectors] == ["Ada Quill", "Bram Thorne", "Cleo Vane"]


def test_paragraphs_of_markdown_that_are_paragraphs_are_left() -> None:
    text = re.sub(r"(?m)^(The .*: .*|What needs.*|Inspection of.*)$", r"## \1", REPORT)
    assert "no_line_ends" not in {issue.code for issue in ofsted.parse_text(text).issues}


def test_a_row_that_took_the_paragraph_below_it_keeps_its_grade() -> None:
    text = REPORT.replace("Overall effectiveness\n\nGood\n\nServices", "Overall effectiveness Good Services")
    report = ofsted.parse_text(text)
    assert facts(report) == facts(ofsted.parse_text(REPORT))
    assert "no_line_ends" not in {issue.code for issue in report.issues}
    assert report.text.splitlines() == text.splitlines()


def test_spans_address_the_line() -> None:
    text = as_one_line(REPORT)
    start, end = ofsted.parse_text(text).recommendations[0].span
    assert text[start:end].endswith("The quality of plans for children in need, first of all.")


def test_a_text_with_its_lines_has_no_such_issue() -> None:
    assert "no_line_ends" not in {i.code for i in ofsted.parse_text(REPORT).issues}


def test_page_numbers_are_no_words_of_a_paragraph() -> None:
    sentence = "In {0}ham plans are short and say what has to change, by when, and who in {0}ham helps with it. "
    paragraphs = [f"{n}. " + "".join(sentence.format(chr(64 + n) + k * "a") for k in range(1, 9)) for n in range(4, 10)]
    words = ["plans", "short", "change,", "helps", "who", "has"]
    pages = "".join(
        text.replace(w, f"{n - 2} {w}", 1) for n, (text, w) in enumerate(zip(paragraphs, words, strict=True), 4)
    )
    report = ofsted.parse_text(as_one_line(REPORT + pages))
    read = {p.number: p.text for p in report.paragraphs if p.number and p.number > 3}
    assert read == {n: text.strip().removeprefix(f"{n}. ") for n, text in enumerate(paragraphs, 4)}


def test_grades_of_a_previous_inspection_are_not_this_ones() -> None:
    sif = as_one_line(
        """Thornmere Council Inspection of services for children in need of help and protection, children looked after
        and care leavers Inspection date: 9 June 2015 to 2 July 2015 Report published: 20 August 2015
        Children’s services in Thornmere require improvement to be good
        1. Children who need help and protection Requires improvement
        2. Children looked after and achieving permanence Good 2.1 Adoption performance Good
        2.2 Experiences and progress of care leavers Good
        3. Leadership, management and governance Requires improvement
        Executive summary Services are better than they were. """
        + "Leaders read the records and ask what was done for each of the children. " * 12
        + """Previous Ofsted inspections The last inspection was in May 2011. Leadership, management and governance:
        inadequate Adoption performance: inadequate Local leadership The director has been in post since 2013."""
    )
    grades = {j.key: str(j.grade).lower() for j in ofsted.parse_text(sif).judgements}
    assert grades["leadership"] == grades["overall_effectiveness"] == "requires improvement"
    assert grades["adoption_performance"] == "good"


def test_an_article_in_long_lines_stays_one() -> None:
    article = (
        "Thornmere’s services for children have been rated good by Ofsted after an inspection in March 2024. " * 4
        + "The council said that the experiences and progress of care leavers were outstanding. " * 5
    )
    text = "\n".join([article, "“We are proud,” said the leader. " + article, article])
    report = ofsted.parse_text(text)
    assert str(report.framework) in {"news", "unknown"}
    assert "no_line_ends" not in {i.code for i in report.issues}
