"""Footnotes whose marks `pdftotext` puts elsewhere than before their words. Each text is made up."""

from __future__ import annotations

import pytest

from tests.invented import ilacs_text

ofsted = pytest.importorskip("ofsted")

COVER = """Area SEND inspection of Rutland Local Area Partnership

Inspection dates: 29 January 2024 to 2 February 2024

Inspection outcome

The arrangements lead to inconsistent experiences and outcomes for children.

"""
PROSE = (
    "Leaders meet each team in Exford{0} and listen to the\nfamilies{1} who live there, as all of them said to us.\n"
)
TEAM = """What is the area partnership doing that is effective?

Leaders meet families.

Inspection team

Ada Quill, Ofsted HMI Lead inspector
"""


def notes(body: str) -> list[tuple[str | None, str, int]]:
    report = ofsted.parse_text(COVER + body + "\n\f" + TEAM)
    return [(n["mark"], n["text"], n["page"]) for n in report.to_dict()["footnotes"]]


def words(body: str) -> str:
    return " ".join(p.text for p in ofsted.parse_text(COVER + body + "\n\f" + TEAM).paragraphs)


MILL = "The mill is a house for families and for others who wait for a place to live in Ayton or in Exford."
LANE = "The lane is a team of nurses."


def test_a_mark_that_stands_higher_than_its_words_leaves_gaps_around_their_first_line() -> None:
    body = PROSE.format(1, "") + f"1\n\n{MILL[:36]}\n\n{MILL[37:]}\n5\n"
    assert notes(body) == [("1", MILL, 1)]
    assert "mill" not in words(body)


def test_the_mark_of_a_pages_only_footnote_stands_below_it() -> None:
    body = PROSE.format(1, "") + f"\n{MILL}\n1\n\n5\n"
    assert notes(body) == [("1", MILL, 1)]
    assert "mill" not in words(body)


def test_the_mark_of_the_first_footnote_stands_below_the_last() -> None:
    body = PROSE.format(1, 2) + f"\n{MILL}\n2\n{LANE}\n1\n\n5\n"
    assert notes(body) == [("1", MILL, 1), ("2", LANE, 1)]


def test_it_does_below_a_footnote_of_the_same_page() -> None:
    body = PROSE.format(1, 2) + f"\n1\n\n{LANE}\n{MILL}\n3\n{LANE}\n2\n\n5\n"
    assert notes(body) == [("1", LANE, 1), ("2", MILL, 1), ("3", LANE, 1)]


@pytest.mark.parametrize("lines", [2, 7, 8])
def test_it_does_where_the_footnote_is_long(lines: int) -> None:
    rooms = [f"and room {letter} of it" for letter in "abcdefgh"[: lines - 2]]
    text = ["The mill is a house", *rooms, "stands in Ayton."]
    body = PROSE.format(1, 2) + f"\n1\n{LANE}\n" + "\n".join(text) + f"\n3\n{LANE}\n2\n\n5\n"
    assert notes(body) == [("1", LANE, 1), ("2", " ".join(text), 1), ("3", LANE, 1)]


def test_without_a_gap_the_first_footnote_is_told_by_its_smaller_type() -> None:
    body = PROSE.format(1, 2) + f"{MILL}\n2\n{LANE}\n1\n\n5\n"
    assert notes(body) == [("1", MILL, 1), ("2", LANE, 1)]
    short = "The mill is a house."
    assert notes(PROSE.format(1, 2) + f"{short}\n2\n{LANE}\n1\n\n5\n")[:1] != [("1", short, 1)]


def test_notes_in_turn_whose_marks_no_word_shows() -> None:
    body = PROSE.format(1, "") + f"\n1\n{MILL}\n2\nCensus 2011\n3\nCensus 2012\n4\nCensus 2013\n\n5\n"
    assert notes(body) == [("1", MILL, 1), ("2", "Census 2011", 1), ("3", "Census 2012", 1), ("4", "Census 2013", 1)]


KNOWN = "The areas for improvement have been cross-referenced with the rules of Exford."
CALLS = PROSE.format(1, "")
NONE = PROSE.format("", "")


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        pytest.param(f"{NONE}\n1\n\nGood\n\n{KNOWN}\n\n5\n", "1", id="shortly-above"),
        pytest.param(f"{CALLS}\n1\n\n{MILL}\n\n{MILL}\n\n{MILL}\n\n{MILL}\n\n{KNOWN}\n\n5\n", "1", id="far-above"),
        pytest.param(f"{NONE}\n1\n\n{MILL}\n\n{MILL}\n\n{MILL}\n\n{MILL}\n\n{KNOWN}\n\n5\n", None, id="not-called"),
        pytest.param(f"{NONE}\n{KNOWN}\n1\n\n5\n", "1", id="below"),
        pytest.param(f"{NONE}\n{KNOWN}\n1\n", None, id="it-may-be-the-page's-number"),
        pytest.param(f"{NONE}\n2\n\nGood\n\n{KNOWN}\n\n5\n", None, id="not-the-next"),
    ],
)
def test_the_mark_of_a_note_that_is_known_by_its_words_stands_apart(body: str, mark: str | None) -> None:
    assert [(found, text) for found, text, _ in notes(body)] == [(mark, KNOWN)]


def test_a_note_right_above_one_that_is_known_by_its_words_needs_no_page_and_no_full_stop() -> None:
    text = COVER + CALLS + f"1 The mill opened in May 2014\n2 {KNOWN}\nContents\n\n" + TEAM
    report = ofsted.parse_text(text)
    assert [(n.mark, n.text) for n in report.footnotes] == [("1", "The mill opened in May 2014"), ("2", KNOWN)]


def test_words_between_a_mark_and_a_known_note_are_the_pages_own() -> None:
    body = f"{CALLS}\n1\n\nThe mill has been open since May.\n\n{KNOWN}\n\n5\n"
    assert notes(body) == [("1", KNOWN, 1)]
    assert "The mill has been open since May." in words(body)


@pytest.mark.parametrize(("body", "found"), [(CALLS, [("1", "Census 2011", 1)]), (NONE, [])])
def test_a_short_note_that_ends_a_page_is_one_where_a_word_calls_it(
    body: str, found: list[tuple[str, str, int]]
) -> None:
    assert notes(f"{body}\n1 Census 2011\n\n5\n") == found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(PROSE.format("", "") + f"\n{MILL}\n1\n\n5\n", id="nothing-calls-it"),
        pytest.param(PROSE.format(1, "") + f"\n{MILL}\n1\n", id="it-may-be-the-page's-number"),
        pytest.param(PROSE.format(1, "") + f"\n{MILL}\n2\n{LANE}\n4\n{LANE}\n1\n\n5\n", id="out-of-turn"),
    ],
)
def test_a_number_below_a_paragraph_takes_it_for_no_footnote(body: str) -> None:
    assert not [n for n in notes(body) if n[1] == MILL]
    assert MILL in words(body)


@pytest.mark.parametrize(("chapters", "pages"), [(3, 9), (4, 20)])
def test_a_heading_that_begins_some_pages_is_one(chapters: int, pages: int) -> None:
    """It has the letters of a running line, which stands on more pages than this."""
    cover = "A report on looked after children\nInspection of services for looked after children\n\n"
    body = [f"Each visit of day {'ABCDEFGHIJKLMNOPQRSTU'[i]} was full.\n" * 6 for i in range(pages)]
    for i in range(chapters):
        body[2 * i + 1] = "Inspection findings\n\n" + body[2 * i + 1]
    report = ofsted.parse_text(SIF + cover + "\f".join(body))
    assert report.framework == "sif"
    assert [s.heading for s in report.sections].count("Inspection findings") == chapters


SIF = """Rutland
Inspection of services for children in need of help and protection,
children looked after and care leavers
Inspection date: 3 February 2014 to 26 February 2014

"""


@pytest.mark.parametrize(
    ("end", "numbers", "want"),
    [
        ("They shared joint information3", (2, 4), "joint information sharing"),
        ("They shared joint information3\n\n3", (2, 4), "joint information3 sharing"),  # the page has its own
        ("They shared joint information3", (2, 5), "joint information3 sharing"),
        ("They shared joint information7", (2, 4), "joint information7 sharing"),
    ],
)
def test_a_pages_number_behind_a_word_whose_hyphen_ended_the_page(
    end: str, numbers: tuple[int, int], want: str
) -> None:
    before, after = numbers
    pages = [f"Leaders meet each team.\n\n{before}\n", end + "\n", f"sharing of all plans.\n\n{after}\n", TEAM]
    report = ofsted.parse_text(COVER + "\f" + "\f".join(pages))
    assert [p.text for p in report.paragraphs if want in p.text]


LIST = ("◼ The quality of plans for children.", "◼ How soon children are seen, and by whom.")


def test_a_mark_on_a_line_of_its_own_above_a_list_begins_no_footnote() -> None:
    """PDFium parts a heading's mark from its words; the footnote stands at the page's end."""
    note = "1 The areas for improvement have been cross-referenced with the outcomes of the framework."
    body = "The experiences and progress of children in care: good\n1. Children live in homes that suit them.\n"
    text = ilacs_text(items="\n".join(("1", *LIST)), body=f"{body}2. They are seen.\n{note}\f")
    text = text.replace("improve?\n\n1", "improve?\n1").replace("whom.\n\n", "whom.\n")
    report = ofsted.parse_text(text)
    assert [item.text for item in report.recommendations] == [line[2:] for line in LIST]
    assert [(found.mark, found.text) for found in report.footnotes] == [("1", note[2:])]
    assert [p.number for p in report.paragraphs if p.number] == [1, 2]


def test_a_mark_right_above_its_own_footnote_is_none_of_its_words() -> None:
    note = "2 The regulations say which agency writes the statement, and who is to help it to."
    first = "1. Children live in homes1 that suit them.\n1 Homes are run by the council or by others whom it asks.\f"
    text = ilacs_text(body=f"{first}2. Agencies write a statement.\n2\n{note}\f")
    report = ofsted.parse_text(text)
    assert [(found.mark, found.text) for found in report.footnotes][1:] == [("2", note[2:])]
    assert [p.text for p in report.paragraphs if p.number == 2] == ["Agencies write a statement."]
