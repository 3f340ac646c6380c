"""Quotations of an article and where they stand in a report."""

from __future__ import annotations

import dataclasses

import pytest

import ofsted
from tests.conftest import EXAMPLES, PDF, TEXT

REPORT = """Inspection of Norbury Vale local authority children’s services

1. Leaders know their services well. They are well-informed about children’s lives, and they act early on what they
learn. Senior managers have kept children at the heart of their decisions.

2. Children in care receive consistently good support from skilled and tenacious social workers, which is leading to
steady improvements in their lives. Foster carers' views are sought early.
"""


def quoted(text: str) -> list[tuple[str | None, str]]:
    return [(q.speaker, q.text) for q in ofsted.quotations(ofsted.parse_text(text))]


def check(quotation: str, report: str = REPORT) -> ofsted.QuoteCheck:
    found = ofsted.check_quotes(ofsted.parse_text(f"Inspectors said: “{quotation}”\n"), ofsted.parse_text(report))
    assert len(found) == 1
    return found[0]


# ---- quotations ----

SPEAKERS = {
    'Cllr Jo Bloggs, cabinet member for children at Norbury Vale Council, said: "We did it."': [
        ("Cllr Jo Bloggs", "We did it.")
    ],
    '"We did it," said Cllr Jo Bloggs, the leader.': [("Cllr Jo Bloggs", "We did it,")],
    "“We did it,” Director of Children’s Services Tom Ashdown said.": [(None, "We did it,")],
    "“We did it,” said Director of Children’s Services Tom Ashdown.": [("Tom Ashdown", "We did it,")],
    "Ofsted described the team as “exemplary” and its work as ‘strong’.": [
        ("Ofsted", "exemplary"),
        ("Ofsted", "strong"),
    ],
    "Inspectors found ‘carers’ views’ to be heard.": [("Inspectors", "carers’ views")],
    "The children's home isn't near the carers' house.": [],
    "The service has been rated ‘Good’ by Ofsted.": [("Ofsted", "Good")],
    'The hall is known as "the barn".': [(None, "the barn")],
    "In the '90s it was 'fine'.": [(None, "fine")],
}


@pytest.mark.parametrize("text", SPEAKERS)
def test_quotations_and_their_speakers(text: str) -> None:
    assert quoted(text + "\n") == SPEAKERS[text]


def test_a_quotation_over_several_paragraphs() -> None:
    text = 'Ann Lee, director, said:\n\n"One is done.\n\n"Two is done."\n\nThe hall was "full".\n'
    assert quoted(text) == [("Ann Lee", "One is done."), ("Ann Lee", "Two is done."), (None, "full")]


def test_pronouns() -> None:
    text = 'Inspectors said it was "fair". They praised "kind staff".\n\nCllr Jo Bloggs said: "Yes." She added: "No."\n'
    assert quoted(text) == [
        ("Inspectors", "fair"),
        ("Inspectors", "kind staff"),
        ("Cllr Jo Bloggs", "Yes."),
        ("Cllr Jo Bloggs", "No."),
    ]


@pytest.mark.parametrize("name", ["news-2019.txt", "news-2024.txt"])
def test_spans_are_the_words_between_the_marks(name: str) -> None:
    article = ofsted.parse(EXAMPLES / name)
    found = ofsted.quotations(article)
    assert len(found) > 5
    for quotation in found:
        start, end = quotation.span
        assert " ".join(article.text[start:end].split()) == quotation.text
        assert article.text[start - 1] in "\"'“‘"
        assert quotation.page is None


# ---- checking ----

VERBATIM = [
    "Leaders know their services well.",
    "leaders know their services well",
    "they act early on what they learn",
    "children's lives",
    "children’s  lives",
    "Leaders know their services well … Senior managers have kept children at the heart of their decisions.",
    "Leaders know their services well [...] Foster carers’ views are sought early",
    "skilled and tenacious",
    "well-informed",
]


@pytest.mark.parametrize("quotation", VERBATIM)
def test_word_for_word(quotation: str) -> None:
    found = check(quotation)
    assert (found.status, found.differences, found.similarity) == ("verbatim", [], 1.0)
    assert found.speaker == "Inspectors"
    assert found.span is not None
    evidence = REPORT[found.span[0] : found.span[1]].lower().replace("’", "'")
    words = quotation.lower().replace("’", "'").rstrip(".").split()
    assert evidence.startswith(words[0])
    assert evidence.endswith(words[-1])


DIFFERENT = {
    "Leaders know all their services well": [("all", "")],
    "they act early on what they hear and learn": [("hear and", "")],
    "Children in care receive good support from skilled social workers": [("", "consistently"), ("", "and tenacious")],
    "which is leading to great improvements": [("great", "steady")],
    "well informed about children's lives": [("well informed", "well-informed")],
    "Foster Carers' views": [("Carers'", "carers'")],
    "kept children at the heart … nothing of the kind stands here": [("nothing of the kind stands here", "")],
    "kept children at the heart … Leaders know their services well": [("Leaders know their services well", "")],
}


@pytest.mark.parametrize("quotation", DIFFERENT)
def test_what_differs(quotation: str) -> None:
    found = check(quotation)
    assert found.status == "differs"
    bare = [(d.quoted.strip("'"), d.printed.strip("'")) for d in found.differences]
    assert bare == [(quoted.strip("'"), printed.strip("'")) for quoted, printed in DIFFERENT[quotation]]
    assert 0 < found.similarity < 1
    assert found.span is not None


@pytest.mark.parametrize(
    "quotation", ["proud of our staff", "We are proud of the hard work that all of our staff do", "zebra"]
)
def test_what_is_absent(quotation: str) -> None:
    found = check(quotation)
    assert (found.status, found.span, found.page, found.differences) == ("absent", None, None, [])
    assert found.similarity < 0.6


def test_pages_and_spans_of_a_pdf() -> None:
    report = ofsted.parse(PDF)
    paragraphs = [p for p in report.paragraphs if p.number and len(p.text.split()) > 12]
    crossing = [p for p in paragraphs if p.last_page != p.page]
    assert crossing
    for paragraph in (*paragraphs[:5], *crossing):
        words = paragraph.text.split()
        for part in (words[:8], words[-8:]):
            if any(mark in " ".join(part) for mark in "“”\"‘’'…"):
                continue
            found = ofsted.check_quotes(ofsted.parse_text(f"Inspectors said: “{' '.join(part)}”\n"), report)[0]
            assert found.status == "verbatim"
            assert found.span is not None
            assert paragraph.span[0] <= found.span[0] <= found.span[1] <= paragraph.span[1]
            assert report.text[found.span[0] : found.span[1]].split()[0].strip(".,") in part[0]
            assert found.page in (paragraph.page, paragraph.last_page)


def test_sixty_pages_are_searched() -> None:
    lines = [f"{n}. " + " ".join(f"word{(n * i) % 997} of the service" for i in range(40)) for n in range(1, 200)]
    report = ofsted.parse_text("\n\n".join(lines))
    assert len(report.text.split()) > 30_000
    said = [" ".join(line.split()[9:60]) for line in lines[::8]]
    article = ofsted.parse_text("\n\n".join(f"Inspectors said: “{words} in other words”" for words in said))
    found = ofsted.check_quotes(article, report)
    assert [check.status for check in found] == ["differs"] * len(said)


def test_an_article_without_quotations_and_an_empty_report() -> None:
    assert ofsted.check_quotes(ofsted.parse_text("Nothing is said.\n"), ofsted.parse(TEXT)) == []
    assert check("Nothing is here at all", "\x0c.\n").status == "absent"


def test_what_is_no_report_is_named() -> None:
    report = ofsted.parse(TEXT)
    for asked in (("He said “so”.", report), (report, ofsted.Corpus([report]))):
        wrong = next(type(one).__name__ for one in asked if one is not report)
        with pytest.raises(TypeError, match=rf"takes the article and the report that it quotes, .*, not a {wrong}"):
            ofsted.check_quotes(*asked)


def test_what_it_returns_has_slots_and_a_short_repr() -> None:
    found = check("Leaders know all their services well")
    for item in (found, found.quotation, found.differences[0]):
        assert dataclasses.is_dataclass(item)
        assert not hasattr(item, "__dict__")
    assert repr(found) == "<QuoteCheck differs, in doubt: 'Leaders know all their services well': added 'all'>"
    assert repr(found.quotation) == "<Quotation Inspectors: 'Leaders know all their services well'>"
    assert str(found.differences[0]) == "added 'all'"
