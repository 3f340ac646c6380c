"""Text that lost what a page shows: blank lines, page numbers, marks of footnotes, apostrophes, width of its lines."""

from __future__ import annotations

import textwrap

import pytest

import ofsted
from tests.conftest import EXAMPLES
from tests.invented import ILACS_ROWS, ilacs_text

ROLE = "His Majesty’s Inspector"
COVER = (
    "Thornmere County Council\nInspection of local authority children’s services\n"
    "Inspection dates: 4 March to 15 March 2024\n"
)
BODY = "The experiences and progress of children in care: good\n1. Children live in homes that suit them.\n"
ROWS = "".join(f"{row}\tGood\n" for row in ILACS_ROWS)
NOTE = (
    "The areas for improvement have been cross-referenced with the outcomes of a framework. "
    "It sets out what good work looks like for children’s social care."
)


@pytest.mark.parametrize(
    "name",
    [
        "Lead inspector: Honor Tredwell, His Majesty’s Inspector\nJudgement\nGrade\n",
        "Lead inspector: Honor Tredwell, His Majesty’s Inspector\nJudgement Grade\n",
        "Lead inspector: Honor Tredwell\n\n\tHis Majesty’s Inspector\n\nJudgement\tGrade\n",
    ],
)
def test_the_role_is_the_inspectors_alone(name: str) -> None:
    lead = ofsted.parse_text(COVER + name + ROWS + BODY).lead_inspector
    assert lead is not None
    assert (lead.name, lead.role) == ("Honor Tredwell", ROLE)


def test_a_running_header_that_was_wrapped_is_in_no_paragraph() -> None:
    header = textwrap.fill("Inspection of Thornmere County Council children’s services", 50)
    topics = ("plans", "visits", "schools", "health", "reviews", "homes", "money", "friends")
    pages = "".join(
        f"{i}. What social workers write of {topic} is clear, and their\nmanagers read about {topic} with care, and\f"
        f"{header}\nask of {topic} again.\n"
        for i, topic in enumerate(topics, 1)
    )
    text = ilacs_text(body="The experiences and progress of children in care: good\n\n" + pages)
    report = ofsted.parse_text(text)
    numbered = [p.text for p in report.paragraphs if p.number]
    assert len(numbered) == 8
    assert not [text for text in numbered if "services" in text]


SIF = """The effectiveness of Thornmere Safeguarding Children Board

Contents
{contents}
Executive summary
Services are steady, and families say so.
"""
TITLES = ("Executive summary", "The local authority", "Recommendations", "Leadership, management and governance")


@pytest.mark.parametrize(
    "contents",
    [
        "\n".join((*TITLES, "Executive summary", "Information about this inspection")),
        "\n\n".join(f"{title}\n\n{page}" for page, title in enumerate(TITLES, 2)) + "\n",
        "\n".join(f"{title} {page}" for page, title in enumerate(TITLES, 2)),
    ],
)
def test_contents_are_no_headings(contents: str) -> None:
    cover = (
        "Thornmere County Council\n\nInspection of services for children in need of help and protection, "
        "children looked after and care leavers\n\nInspection date: 3 February 2015 – 26 February 2015\n\n"
    )
    report = ofsted.parse_text(cover + SIF.format(contents=contents))
    headings = [s.heading for s in report.sections]
    assert headings.count("Executive summary") == 1
    assert "The local authority" not in headings


@pytest.mark.parametrize("mark", ["", "1 ", "1\n"])
def test_a_footnote_of_every_report_is_one_without_its_page(mark: str) -> None:
    note = mark + textwrap.fill(NOTE, 89)
    text = ilacs_text(
        body="The experiences and progress of children in care: good\n\n"
        f"1. Families are helped early, by staff who find\n{note}\ntime for them.\n2. Plans are clear.\n"
    )
    report = ofsted.parse_text(text)
    assert [p.text for p in report.paragraphs if p.number] == [
        "Families are helped early, by staff who find time for them.",
        "Plans are clear.",
    ]
    assert [n.text for n in report.footnotes] == [NOTE]


def test_a_running_title_of_pages_that_lost_their_ends_is_in_no_entry() -> None:
    words = "Plans for children are clear and staff look at them\nagain when a family asks for help and"
    body = "".join(f"{i}. {words}\nInspection report: Thornmere\nadvice in good time.\n" for i in range(1, 6))
    report = ofsted.parse_text(ilacs_text(body="The experiences and progress of children in care: good\n\n" + body))
    assert not [p.text for p in report.paragraphs if "Thornmere" in p.text and p.number]


def test_a_heading_is_known_without_its_apostrophe() -> None:
    cover = (
        "Thornmere County Council\n\nInspection of services for children in need of help and protection, "
        "children looked after and care leavers\n\nInspection date: 3 February 2015 – 26 February 2015\n\n"
    )
    lists = (
        "What does the local authority need to improve?\n\n1. Review plans in good time.\n\n"
        "The local authoritys strengths\n\n2. Families are heard.\n"
    )
    report = ofsted.parse_text(cover + "Executive summary\n\nServices are steady, and families say so.\n\n" + lists)
    assert [r.text for r in report.recommendations] == ["Review plans in good time."]
    assert [f.text for f in report.findings.strengths] == ["Families are heard."]


def doubted(report: ofsted.Report) -> set[str]:
    return {str(issue.field) for issue in report.issues}


JTAI = """4 March 2024

Dear local partnership

Joint targeted area inspection of the multi-agency response to neglect in Thornmere

{strengths}

What needs to improve?

• Leaders know too little of what families say. {last}
• Plans name too few dates.

Yours sincerely
"""
STRENGTHS = "Key strengths\n\n• Leaders know their services.\n• Staff find time for families.\n"


@pytest.mark.parametrize(
    ("strengths", "last", "field"),
    [
        (STRENGTHS.replace("• ", ""), "They will ask them.", "findings"),
        (STRENGTHS, "They will ask them.\nChildren missing from\nhome", "recommendations"),
    ],
)
def test_lists_of_a_letter_that_lost_bullets_or_took_a_heading_are_said(strengths: str, last: str, field: str) -> None:
    sound = ofsted.parse_text(JTAI.format(strengths=STRENGTHS, last="They will ask them."))
    assert not doubted(sound) & {"findings", "recommendations"}
    assert field in doubted(ofsted.parse_text(JTAI.format(strengths=strengths, last=last)))


def test_what_programs_add_to_markdown_is_in_no_value() -> None:
    picture = '![](media/a.png){width="0.11in"\nheight="0.5in"}'
    text = (
        "# Inspection of Thornmere local authority children’s services\n\n"
        "**Inspection dates:** 4 March to 15 March 2024\n\n**Lead inspector:** Honor Tredwell, HMI\n\n"
        '<table>\n<colgroup>\n<col style="width: 50%" />\n</colgroup>\n<tbody>\n'
        + "".join(
            f"<tr><td><blockquote>\n<p>{row}</p>\n</blockquote></td><td><p>Good</p></td></tr>\n" for row in ILACS_ROWS
        )
        + f"</tbody>\n</table>\n\n## What needs to improve?\n\n- Plans for children. {picture}\n- Visits.\n"
    )
    report = ofsted.parse_text(text)
    assert len(report.judgements) == len(ILACS_ROWS)
    assert [r.text for r in report.recommendations] == ["Plans for children.", "Visits."]
    assert "width" not in "".join(p.text for p in report.paragraphs)


@pytest.mark.parametrize(
    ("below", "number", "words"),
    [
        ("\n\n3. Workers visit often.", 3, "Workers visit often."),
        ("\n3. Workers visit often.", 3, "Workers visit often."),
        ("\n\n• Workers visit often.", None, "Workers visit often."),
        ("\n• Workers visit often.", None, "Workers visit often."),
        ("\n\nWorkers visit often, and they know them.", None, "Workers visit often, and they know them."),
    ],
)
def test_a_paragraph_below_a_footnote_is_none_of_it(below: str, number: int | None, words: str) -> None:
    note = "Homes in which children live with others."
    body = (
        "The experiences and progress of children in care: good\n\n1. Children live in homes that suit them1 and they "
        f"are happy.\n\n2. Those who go missing return.\n\n1 {note}{below}\f4. The last paragraph."
    )
    report = ofsted.parse_text(ilacs_text(body=body))
    assert [(found.mark, found.text) for found in report.footnotes] == [("1", note)]
    assert (number, words) in [(paragraph.number, paragraph.text) for paragraph in report.paragraphs]
    assert any("homes that suit them and they" in paragraph.text for paragraph in report.paragraphs)


TIGHT = (
    "Leaders know what it is like to be a child in Thornmere, and what they have planned is\n"
    "done in the time they said. Staff are glad of it, and so are most of the families.\n"
    "Workers visit children as often as they should, and they write down what they hear.\n"
    "{last}\nManagers read what they write, and they ask what has come of the plans, and of those who\n"
    "made them. They know where it is slow.\n"
)


@pytest.mark.parametrize(
    ("last", "ends"),
    [
        ("This is true of nearly all of those whom the inspectors met in May.", True),
        ("This is true of nearly all of those whom the inspectors asked for, on this visit.", False),
        ("This is true of nearly all of those whom the inspectors met in May,", False),
    ],
)
def test_a_paragraph_ends_where_the_next_word_would_have_fitted(last: str, ends: bool) -> None:
    text = ilacs_text(body="Main findings\n\n" + TIGHT.format(last=last))
    paragraphs = [p.text for p in ofsted.parse_text(text).paragraphs]
    assert ("Managers" in [text.split()[0] for text in paragraphs]) is ends


@pytest.mark.parametrize("name", ["ilacs-2024", "sif-2016", "area-send-2024"])
def test_a_title_whose_lines_are_paragraphs_is_whole(name: str) -> None:
    plain = (EXAMPLES / f"{name}-pdftotext.txt").read_text(encoding="utf-8")
    wrapped = "\n".join(textwrap.fill(line, 48) for line in plain.split("\n")[:12]) + "\n"
    apart = wrapped.replace("\n", "\n\n") + "\n".join(plain.split("\n")[12:])
    assert ofsted.parse_text(apart).title == ofsted.parse_text(plain).title


@pytest.mark.parametrize("mark", ["Board1", "1\nBoard", "Board\n1"])
def test_a_footnotes_mark_in_a_line_of_its_own_is_in_no_title(mark: str) -> None:
    plain = (EXAMPLES / "sif-2016-pdftotext.txt").read_text(encoding="utf-8")
    assert ofsted.parse_text(plain.replace("Board1", mark)).title == ofsted.parse_text(plain).title


def test_a_title_ends_at_the_covers_next_label() -> None:
    cover = COVER.replace("\n", " ") + "Lead inspector: Honor Tredwell, His Majesty’s Inspector\n\n"
    report = ofsted.parse_text(cover + ROWS + BODY)
    assert report.title == "Inspection of local authority children’s services"
    assert report.authority.name == "Thornmere County Council"
