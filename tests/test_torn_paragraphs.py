"""What a page's end parts, where it is not known for one: paragraphs, an earlier inspection, a list, a role.

It is joined, or said. Every text is made up.
"""

from __future__ import annotations

import pytest

import ofsted
from tests.invented import ilacs_text
from tests.test_area_send_reports import HEAD as AREA_SEND
from tests.test_letters import LETTER
from tests.test_letters import WORDS as LETTER_WORDS
from tests.test_rules import SIF, SIF_WORDS

CHAPTER = "The experiences and progress of children in care: good"


def issues(report: ofsted.Report, field: str) -> list[str]:
    return [issue.code for issue in report.issues if issue.field == field]


def html(*paragraphs: str) -> ofsted.Report:
    pytest.importorskip("selectolax")
    head = "".join(f"<p>{line}</p>" for line in ilacs_text(body="", behind="").split("\n\n") if line.strip())
    body = "".join(f"<h2>{text[2:]}</h2>" if text.startswith("# ") else f"<p>{text}</p>" for text in paragraphs)
    page = f"<html><body>{head}<h2>{CHAPTER}</h2>{body}<p>© Crown copyright 2024</p></body></html>"
    return ofsted.parse(page.encode())


SOUND = ("1. Children live in homes that suit them.", "2. They are seen often, and they know it.", "Carers agree.")
TORN = [
    ("1. Children live in homes that suit", "Page title", "them, and they know it."),
    ("1. Children live near their school, which", "The running words of a page", "helps them to stay in it."),
]


@pytest.mark.parametrize("paragraphs", TORN)
def test_a_paragraph_that_ends_within_a_sentence_is_said(paragraphs: tuple[str, ...]) -> None:
    report = html(*paragraphs)
    assert report.framework == "ilacs"
    assert "cut_off" in issues(report, "sections")


@pytest.mark.parametrize(
    "paragraphs",
    [
        SOUND,
        ("1. Leaders have three aims:", "to see children", "to hear them"),
        ("1. Children said: ‘We are heard.’", "This is usual."),
        ("1. Homes are near.", "iPads are lent to children."),
    ],
)
def test_a_paragraph_that_is_whole_is_not_said(paragraphs: tuple[str, ...]) -> None:
    assert "cut_off" not in issues(html(*paragraphs), "sections")


@pytest.mark.parametrize(
    ("end", "said"),
    [("for", True), ("the", True), ("of", True), ("for.", False), ("what they wait for:", False), ("for these", False)],
)
def test_a_paragraph_that_ends_in_a_word_that_none_ends_with_is_said(end: str, said: bool) -> None:
    """Whatever follows: here another paragraph, with a capital."""
    report = html(f"Children live in homes that suit them, {end}", "Carers agree.")
    assert ("cut_off" in issues(report, "sections")) == said


def test_what_leads_up_to_a_list_and_its_entries_may_end_so() -> None:
    entries = "- find a school\n\n- say whom they hope to live with\n\n- find a dentist."
    text = ilacs_text(body=f"{CHAPTER}\n\nCarers are helped to\n\n{entries}\n\nThey agree.")
    assert "cut_off" not in issues(ofsted.parse_text(text), "sections")


SIGHT = "Children are seen, and what they say is written down by the people who"
PAGES = [
    ("have been permanently excluded from school.", "incidents of unkindness are recorded as well.", True),
    ("have been permanently excluded from", "their own schools. Others wait.", False),
    ("know them well, e.g. after", "the visits of a nurse.", False),
    ("have homes, schools etc.", "as all of them should.", False),
]


@pytest.mark.parametrize(("end", "begin", "said"), PAGES)
def test_a_page_that_begins_within_another_sentence_is_said(end: str, begin: str, said: bool) -> None:
    """A page between them is missing, of a letter that numbers none."""
    body = f"Headline findings\n\n{SIGHT}\n{end}\n\f{begin}\nChildren are safe.\n"
    letter = LETTER.format(**LETTER_WORDS).replace("Headline findings\n", body, 1)
    report = ofsted.parse_text(letter)
    for field in ("sections", "recommendations", "focus"):
        assert ("page_order" in issues(report, field)) == said, field


def test_several_torn_paragraphs_are_a_doubt_of_all() -> None:
    first, second = TORN[0], ("# Leaders", "2. Carers are", "Page title", "trained for what they do.")
    one, several = html(*first), html(*first, *second)
    (found,) = (issue for issue in one.issues if issue.code == "cut_off")
    assert found.span is not None
    assert one.text[slice(*found.span)] == first[0]
    assert "'Page title them, and they know it" in found.message
    (found,) = (issue for issue in several.issues if issue.code == "cut_off")
    assert found.span is None
    assert found.message.startswith("2 paragraphs end within a sentence")
    doubts = ofsted.Corpus([several]).paragraphs()["doubts"]
    assert doubts.str.contains("within a sentence").all()


def test_a_number_without_words_is_said() -> None:
    report = ofsted.parse_text(ilacs_text(body=f"{CHAPTER}\n\n1. |\n\n2. |\n\nHomes are near. |\n\n3. Carers agree."))
    assert "unreadable" in issues(report, "sections")
    assert "unreadable" not in issues(ofsted.parse_text(ilacs_text()), "sections")


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("His Majesty’s Inspector", False),
        ("HMI", False),
        ("Senior HMI (designate)", False),
        ("Ofsted Inspector", False),
        ("His Majesty’s Inspector page one", True),
        ("His Majesty’s Inspector p1", True),
        ("Her Majesty", True),
    ],
)
def test_a_role_that_holds_other_words_or_lacks_some_is_said(role: str, said: bool) -> None:
    report = ofsted.parse_text(ilacs_text().replace("His Majesty’s Inspector", role))
    assert report.lead_inspector
    assert ("odd_words" in issues(report, "lead_inspector")) == said
    assert [person.role for person in report.inspectors] == [role]
    assert ("odd_words" in issues(report, "inspectors")) == said


@pytest.mark.parametrize(("behind", "said"), [("", False), (" Contact us", True)])
def test_what_follows_a_letter_is_no_part_of_a_role(behind: str, said: bool) -> None:
    letter = LETTER.format(**LETTER_WORDS).rstrip() + behind
    report = ofsted.parse_text(letter)
    assert report.lead_inspector
    assert ("odd_words" in issues(report, "lead_inspector")) == said


@pytest.mark.parametrize(("days", "said"), [("1 to 5 April 2019", False), ("29 January 2024 to 2 February 2024", True)])
def test_an_earlier_inspection_is_before_this_one(days: str, said: bool) -> None:
    text = AREA_SEND.replace("1 to 5 April 2019", days).format(kind="", outcome="Experiences are inconsistent.")
    report = ofsted.parse_text(text)
    assert report.previous_inspections
    assert ("unreadable" in issues(report, "previous_inspections")) == said


def sif(**words: str) -> ofsted.Report:
    report = ofsted.parse_text(SIF.format(**SIF_WORDS | words))
    assert report.framework == "sif"
    return report


def earlier(report: ofsted.Report) -> list[tuple[int | None, str | None]]:
    return [(past.year, past.grade) for past in report.previous_judgements]


@pytest.mark.parametrize(
    "said",
    [
        "The previous inspection of the council’s arrangements was in\n\n{} 2011. It was judged to be good.",
        "- The previous inspection of the council’s arrangements was in\n- {} 2011. It was judged to be good.",
        "The previous inspection of the council’s arrangements was in {} 2011.\n\nIt was judged to be good.",
        "The previous inspection of the council’s arrangements\n\nwas in {} 2011. It was judged to be good.",
    ],
)
def test_an_earlier_inspection_over_two_paragraphs(said: str) -> None:
    other = (
        "The last inspection of services for children looked after was in May 2012. They were judged to be adequate."
    )
    report = sif(previous=said.format("June") + "\n\n" + other)
    assert earlier(report) == [(2011, "good"), (2012, "adequate")]
    assert not issues(report, "previous_judgements")


def test_the_next_statement_is_no_part_of_one_that_is_cut() -> None:
    cut = "The previous inspection of the council’s arrangements was in"
    other = (
        "The last inspection of services for children looked after was in May 2012. They were judged to be adequate."
    )
    assert earlier(sif(previous=f"{cut}\n\n{other}")) == [(2012, "adequate")]


def test_an_earlier_inspection_away_from_its_heading_is_said() -> None:
    moved = "The previous inspection of arrangements was in March 2012. The council was judged to be adequate."
    text = SIF.format(**SIF_WORDS | {"previous": "Ayton runs two homes."})
    report = ofsted.parse_text(text.replace("Children are seen.", moved))
    assert not report.previous_judgements
    assert issues(report, "previous_judgements") == ["unreadable"]
    assert not issues(sif(previous="Ayton runs two homes."), "previous_judgements")


BODY = [
    f"The board has looked at its {what} in each of the last three years, and found them all in order."
    for what in ("audits", "reviews", "plans", "rules", "courses", "papers")
]


@pytest.mark.parametrize(("sentences", "said"), [(6, True), (5, False)])
def test_a_paragraph_of_the_body_among_recommendations_is_said(sentences: int, said: bool) -> None:
    report = sif(asked=f"1. Write plans.\n\n2. {' '.join(BODY[:sentences])}\n\n3. Keep them.")
    assert ("odd_entry" in issues(report, "recommendations")) == said


@pytest.mark.parametrize("dash", [" – ", ": ", " "])
def test_the_findings_on_the_board_are_no_recommendations(dash: str) -> None:
    board = (
        "The Local Safeguarding Children Board requires improvement\n\nRecommendations\n\n10. Publish audits.\n\n"
        f"Inspection findings{dash}the Local Safeguarding Children Board\n\n11. The board meets.\n\n12. It listens."
    )
    text = SIF.format(**SIF_WORDS | {"board": board}).replace(
        "Recommendations\n\n10. Publish audits.\n\nInformation", "Information"
    )
    numbers = [entry.number for entry in ofsted.parse_text(text).recommendations]
    assert numbers == ["1", "2", "3", "10"]


def test_doubts_on_the_list_are_doubts_on_its_priority_actions() -> None:
    asked = "Priority and immediate action 1. Write plans.\n\n2. Read them.\n\nAreas for improvement\n\n3. Keep them."
    report = sif(asked=asked)
    assert "no_list" in issues(report, "recommendations")
    assert "no_list" in issues(report, "findings")
    nothing = ofsted.parse_text(SIF.format(**SIF_WORDS).replace("Recommendations", "Further matters"))
    assert not nothing.recommendations
    assert "missing" in issues(nothing, "findings")


def numbered(report: ofsted.Report) -> list[str]:
    found = [section for section in report.sections if section.heading == CHAPTER.partition(":")[0]]
    return [paragraph.text for section in found for paragraph in section.paragraphs]


WORDS = (
    "Children live in homes that suit them",
    "Carers are trained for all that they do",
    "Plans say what is to come",
)
ENDS = ("leaders know it.", "this is new.", "nobody waits for that.")


@pytest.mark.parametrize(
    "running",
    [
        "Inspection of Rutland local authority children’s services 4 March to 15 March 2024 {}",
        "Inspection of Rutland local authority children’s services\n4 March to 15 March 2024\n{}",
    ],
)
@pytest.mark.parametrize("bold", [False, True])
def test_a_title_that_runs_through_a_web_page_parts_no_paragraph(running: str, bold: bool) -> None:
    paragraphs = []
    for number, words in enumerate(WORDS, 1):
        title = running.format(number + 1).split("\n")
        paragraphs += [
            f"{number}. {words}, and",
            *[f"<b>{one}</b>" if bold else one for one in title],
            "leaders know it.",
        ]
    report = html(*paragraphs)
    assert numbered(report) == [f"{words}, and leaders know it." for words in WORDS]
    assert report.title == "Inspection of Rutland local authority children’s services"
    assert not issues(report, "sections") or "cut_off" not in issues(report, "sections")


def test_a_title_that_stands_once_is_no_running_title() -> None:
    title = "Inspection of Rutland local authority children’s services 2"
    assert title in " ".join(numbered(html(f"1. {WORDS[0]}.", title, "2. Carers agree.")))


@pytest.mark.parametrize("mark", ["## Page {}", "**Page {} of 4**"])
def test_printed_numbers_below_those_of_a_transcript(mark: str) -> None:
    body = f"## {CHAPTER}\n\n"
    for number, (words, end) in enumerate(zip(WORDS, ENDS, strict=True), 1):
        body += f"{number}. {words}, and\n\n{number}\n\n{mark.format(number + 1)}\n\n{end}\n\n"
    text = ilacs_text(body=body, items="- Plans.\n- Visits.").replace(
        "Inspection of", "# Page 1\n\n## Inspection of", 1
    )
    report = ofsted.parse_text(text)
    assert report.source.format == "markdown"
    assert numbered(report) == [f"{words}, and {end}" for words, end in zip(WORDS, ENDS, strict=True)]


@pytest.mark.parametrize("review", ["Review of the effectiveness of the Local Safeguarding Children Board1", ""])
def test_a_review_of_the_board_without_its_grade_is_said(review: str) -> None:
    text = SIF.format(**SIF_WORDS | {"board": ""})
    start, end = (
        text.index("The Local Safeguarding Children Board (LSCB)"),
        text.index("Information about this inspection"),
    )
    text = (text[:start] + text[end:]).replace(
        "Review of the effectiveness of the Local Safeguarding Children Board1", review
    )
    title = f"{review}\n\nInspection of services"
    report = ofsted.parse_text(
        text.replace("\n\nand\n\n" + review, "").replace("Inspection of services", title.strip(), 1)
    )
    assert not [found for found in report.judgements if found.key == "lscb_effectiveness"]
    said = [issue for issue in report.issues if issue.field == "judgements" and "LSCB" in issue.message]
    assert bool(said) == bool(review)
