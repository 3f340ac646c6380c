"""A text of the pieces in which a PDF draws its lines, below each other: they are lines again, whatever was torn."""

from __future__ import annotations

import pytest

import ofsted
from tests.test_characters import BODY, COVER, PLAIN, TABLE, facts
from tests.test_letters import LETTER, WORDS

LONG = "Children who live away from home are seen often by workers whom they know well, and"
PROSE = f"3. {LONG}\nwho listen to what they say. Their plans are clear.\n"


def pieces(line: str) -> list[str]:
    """The line's words and the spaces between them; a word of some length is torn behind its first letter."""
    out: list[str] = []
    for i, word in enumerate(line.replace("\t", " ").split(" ")):
        out += [" "] * (i > 0)
        torn = len(word) > 6 and word[1:].islower() and i % 3 == 0
        out += [word[:1], word[1:]] if torn else [word]
    return out


def items(text: str, ends: bool = True) -> str:
    """Each piece on a line, and an empty one where a line ends."""
    return "\n".join(item for line in text.split("\n") for item in (*pieces(line), *([""] if ends else [])))


@pytest.mark.parametrize("text", [PLAIN, COVER + TABLE + BODY + PROSE])
def test_pieces_are_lines_again(text: str) -> None:
    assert facts(ofsted.parse_text(items(text))) == facts(ofsted.parse_text(text))
    given = items(text)
    report = ofsted.parse_text(given)
    assert report.text == given
    for paragraph in (p for s in report.sections for p in s.paragraphs if p.number):
        first, last = paragraph.span or (0, 0)
        assert given[first:last].replace("\n", "").endswith(paragraph.text[-6:])


def last_paragraphs(text: str) -> list[str]:
    return [p.text for p in ofsted.parse_text(text).sections[-1].paragraphs if p.number]


def test_a_long_line_may_end_without_an_empty_one() -> None:
    text = items(PLAIN) + "\n".join(pieces(f"3. {LONG}")) + "\nwho listen to what they say. Their plans are clear.\n"
    assert last_paragraphs(text) == last_paragraphs(PLAIN + PROSE)


@pytest.mark.parametrize(
    ("before", "behind", "joined"),
    [
        ("They h", "elp.", "They help."),
        ("They help", ", too.", "They help, too."),
        ("They help 1", "2 of them.", "They help 12 of them."),
        ("They help", "4 of them.", "They help 4 of them."),
        ("They help", "Ada Quill.", "They help Ada Quill."),
        ("They help children", "’", "They help children’"),
        (LONG, "who listen.", f"{LONG} who listen."),
        (f"{LONG} a", "child, too.", f"{LONG} a child, too."),
        (f"{LONG}\n \na", "child, too.", f"{LONG} a child, too."),
        (f"{LONG}\n \nO", "fsted, too.", f"{LONG} Ofsted, too."),
        (f"{LONG} he\n’", "s well.", f"{LONG} he’s well."),
    ],
)
def test_where_a_piece_goes_on_with_its_line(before: str, behind: str, joined: str) -> None:
    text = items(PLAIN) + "\n".join(["3.", " ", before, behind, "", ""])
    assert last_paragraphs(text)[-1] == joined


@pytest.mark.parametrize("behind", ["4. They help.", "• They help.", "They help."])
def test_what_begins_anew_is_never_glued_to_the_line_above(behind: str) -> None:
    report = ofsted.parse_text(items(PLAIN) + "\n".join(["3.", " ", "They", " ", "listen.", behind, "", ""]))
    words = " ".join(p.text for s in report.sections for p in s.paragraphs)
    assert "They listen." in words
    assert f"listen.{behind[:2]}" not in words


def test_gaps_between_paragraphs_stay() -> None:
    text = PLAIN.replace("\n2. Plans", "\n\nThey are seen.\n\n2. Plans")
    assert facts(ofsted.parse_text(items(text))) == facts(ofsted.parse_text(text))


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("\n\n", "\n \n"),
        "\n \n".join(line for line in (PLAIN + PROSE * 9).split("\n") if line),
        PLAIN.replace("\n", "\n \n", 3),
    ],
)
def test_lines_with_a_space_between_paragraphs_or_all_lines_join_nothing(text: str) -> None:
    expected = facts(ofsted.parse_text("\n\n".join(part for part in text.split("\n \n"))))
    assert facts(ofsted.parse_text(text)) == expected


@pytest.mark.parametrize(("within", "joined"), [(8, "They h elp."), (9, "They help.")])
def test_more_than_a_quarter_of_the_spaces_stand_within_sentences_where_pieces_are_joined(
    within: int, joined: str
) -> None:
    spaces = "\n \nThey" * 24 + "\n \nhelp" * within
    assert last_paragraphs(f"{PLAIN.rstrip()}{spaces}.\n\n3. They h\nelp.\n")[-1] == joined


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("His Majesty\n’s Inspector\n", "His Majesty’s Inspector"),
        ("His Majesty\n’\ns Inspector\n", "His Majesty’s Inspector"),
        ("His Majesty\n’\nset up\n", None),
        ("His Majesty\n’s Inspector", "His Majesty’s Inspector"),
        ("His Majesty’s\n\nInspector\n", None),
        ("His Majesty\n\n’s Inspector\n", None),
        ("His Majesty\n’snspector\n", None),
    ],
)
def test_a_line_that_begins_with_a_genitive_goes_on_with_the_one_above(behind: str, role: str | None) -> None:
    text = LETTER.format(**WORDS).replace("His Majesty's Inspector\n", behind)
    report = ofsted.parse_text(text)
    assert report.text == text
    assert report.lead_inspector == ofsted.Person("Bram Thorne", role)
    assert [r.text for r in report.recommendations] == ["The pace of decisions.", "Letters to families."]
