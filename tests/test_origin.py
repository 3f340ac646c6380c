"""Whose words a document is: Ofsted's own report, or what somebody else made of it."""

from __future__ import annotations

import pytest

import ofsted
from tests.invented import ILACS_ROWS

TABLE = [*zip(ILACS_ROWS, ["Good", "Good", "Good", "Outstanding", "Good"], strict=True)]
LINES = "\n".join("\t".join(row) for row in TABLE)
TITLE = "Inspection of Rutland local authority children’s services"
COVER = "Inspection dates: 4 March to 15 March 2024\n\nLead inspector: Ada Quill, His Majesty’s Inspector"
BODY = """The experiences and progress of children who need help and protection: good

1. Families get help early.

2. Thresholds are understood.

3. Plans are clear.

The experiences and progress of children in care: good

4. Children live in homes that suit them.

5. They see those who matter to them.

6. They are asked what they think."""
IMPRINT = "Ofsted regulates and inspects to achieve excellence.\n\n© Crown copyright 2024"

OWN = {
    "a cover": f"{TITLE}\n\n{COVER}\n\n{LINES}\n\nLeaders know their services.\n",
    "an imprint": f"{TITLE}\n\n{LINES}\n\nLeaders know their services.\n\n{IMPRINT}\n",
    "a body": f"{TITLE}\n\n{LINES}\n\n{BODY}\n",
}
OTHERS = {
    "a page": f"Our Ofsted rating\n\nThis page says what inspectors found in March 2024.\n\n{LINES}\n\nContact us\n",
    "a page with the title": f"{TITLE}\n\nWhat inspectors found:\n\n{LINES}\n\nRead the full report\n",
    "a page with the dates": f"{TITLE}\n\n{COVER}\n\n{LINES}\n\nWe welcome this. Our improvement plan is here.\n",
    "minutes": "Minutes of the Children’s Committee\n\n1. Apologies\n\nNone.\n\n2. Ofsted\n\nThe Director reported the "
    f"grades.\n\n{LINES}\n\nResolved that the report be noted.\n",
    "a leaflet": f"What Ofsted says about us\n\n{LINES}\n",
    "a paper for members": f"Report of the Director\n\nPurpose of report\n\n1. To inform members.\n\n{LINES}\n",
}


@pytest.mark.parametrize("kind", OWN)
def test_a_report_shows_that_it_is_ofsteds(kind: str) -> None:
    report = ofsted.parse_text(OWN[kind])
    assert len(report.judgements) == 5
    assert not report.second_hand
    assert "secondary_source" not in {issue.code for issue in report.issues}


@pytest.mark.parametrize("kind", OTHERS)
def test_who_repeats_the_table_is_second_hand(kind: str) -> None:
    report = ofsted.parse_text(OTHERS[kind])
    assert report.framework != "unknown"
    assert report.second_hand
    assert [issue.field for issue in report.issues if issue.code == "secondary_source"] == ["framework"]


@pytest.mark.parametrize("kind", OTHERS)
def test_what_is_second_hand_enters_no_frame_unasked(kind: str) -> None:
    pytest.importorskip("pandas")
    corpus = ofsted.Corpus([ofsted.parse_text(OTHERS[kind]), ofsted.parse_text(OWN["a cover"])])
    own, others = corpus.judgements(), corpus.judgements(secondary=True)
    assert set(own.report) == {corpus[1].id}
    assert set(others.report) == {corpus[0].id}
    assert list(corpus.reports().second_hand) == [True, False]
    assert list(corpus.reports().overall.astype(object).fillna("")) == ["", "good"]


def test_a_council_s_page_does_not_replace_a_report() -> None:
    pytest.importorskip("pandas")
    later = OTHERS["a page with the dates"].replace("Good", "Outstanding").replace("2024", "2026")
    latest = ofsted.Corpus([ofsted.parse_text(OWN["a cover"]), ofsted.parse_text(later)]).latest()
    assert list(latest.loc[latest.theme == "overall", "grade"].dropna()) == ["good"]


def test_a_page_of_the_web_that_repeats_the_table() -> None:
    pytest.importorskip("selectolax")
    cells = "".join(f"<tr><td>{label}</td><td>{grade}</td></tr>" for label, grade in TABLE)
    page = (
        f"<html><body><main><h1>Children’s services</h1><p>Our grades.</p><table>{cells}</table></main></body></html>"
    )
    assert ofsted.parse(page.encode()).second_hand


def test_what_bears_the_imprint_is_never_news() -> None:
    article = (
        "Ofsted rates children’s services in Rutland good\n\n12 April 2024\n\nOfsted inspectors judged care and "
        "social work in Rutland to be good.\n\nCllr Ada Quill, cabinet member for children’s services, said: “We are "
        "pleased that inspectors saw what our social workers do for care leavers.”\n"
    )
    assert ofsted.parse_text(article).framework == "news"
    assert ofsted.parse_text(f"{article}\n{IMPRINT}\n").framework == "unknown"


@pytest.mark.parametrize(
    "above",
    [
        "Self-evaluation of children’s services",
        "We judge ourselves as follows:",
        "The peer team’s view",
        "A mock inspection in May gave:",
        "If we were inspected today:",
    ],
)
def test_grades_that_somebody_else_gives_are_said(above: str) -> None:
    report = ofsted.parse_text(f"Norfolk County Council\n\nReport to the board\n\n{above}\n\n{LINES}\n\nContact us\n")
    assert "secondary_source" in {issue.code for issue in report.issues}
    assert [(i.field, i.code) for i in report.issues if i.field == "judgements"] == [("judgements", "whose_unclear")]


def test_of_ofsteds_grades_on_a_page_it_is_not_said_that_they_may_be_anothers() -> None:
    report = ofsted.parse_text(OTHERS["a page"])
    assert not [issue for issue in report.issues if issue.code == "whose_unclear"]


@pytest.mark.parametrize(
    ("above", "said"),
    [
        ("The local authority’s self-evaluation", True),
        ("Grades of a mock inspection", True),
        ("Judgements", False),
        ("The local authority’s self-evaluation is accurate.", False),
    ],
)
def test_a_title_in_ofsteds_own_report_says_whose_the_grades_below_it_are(above: str, said: bool) -> None:
    report = ofsted.parse_text(f"{TITLE}\n\n{COVER}\n\n{above}\n\n{LINES}\n\nChildren are seen.\n\n{IMPRINT}\n")
    codes = {(issue.code, issue.field) for issue in report.issues}
    assert (("whose_unclear", "judgements") in codes) == said
    assert ("secondary_source", "framework") not in codes
