"""A message above a report or a letter, as whoever sent it on wrote it, is set aside, and an issue says so."""

from __future__ import annotations

import pytest

import ofsted
from tests.conftest import EXAMPLES
from tests.test_papers import FIELDS, other_documents

HEADERS = "From: Ada Quill <ada@aytonshire.example>\nTo: Bo Reed\nDate: Tue, 3 Jun 2031\nSubject: FW: Ofsted\n\n"
MESSAGES = {
    "a name below the regards": "Dear all,\n\nPlease see the report.\n\nKind regards\n\nAda Quill\nHead of Quality\n\n",
    "thanks": "Hi Bo,\n\nIt came in today.\n\nThanks\nAda\n\n",
    "a letter": "Dear Mr Reed\n\nPlease find the final report.\n\nYours sincerely\n\nAda Quill\nSupport Officer\n\n",
    "no closing": "Dear all, please see below.\n\n",
    "a note in a part of its own": "Good morning\n\nThe letter is attached for information.\n\n",
    "a notice": "Hello Bo\n\nIt is here.\n\nBest wishes,\nAda\n\nTel: 01632 960001\nada@aytonshire.example\n\n"
    "This email is confidential. If it is not for you, please delete it.\n\n",
    "a separator": "Colleagues,\n\nSee what came.\n\nRegards\nAda\n-----Original Message-----\n",
}


def text_of(name: str) -> str:
    return (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("headers", ["", HEADERS])
@pytest.mark.parametrize("message", MESSAGES)
@pytest.mark.parametrize(
    "name", ["ilacs-2024", "sif-2016-pdftotext", "focused-visit-2023", "monitoring-visit-2023", "area-send-2019"]
)
def test_the_report_is_read_and_not_the_message(name: str, message: str, headers: str) -> None:
    above = headers + MESSAGES[message]
    report, plain = ofsted.parse_text(above + text_of(name)), ofsted.parse_text(text_of(name))
    for field in FIELDS:
        assert getattr(report, field) == getattr(plain, field), field
    assert [p.name for p in report.inspectors] == [p.name for p in plain.inspectors]
    assert {j.key: j.grade for j in report.judgements} == {j.key: j.grade for j in plain.judgements}
    assert other_documents(report) == ["source"]
    assert not other_documents(plain)


def test_spans_address_the_whole_text() -> None:
    text = MESSAGES["thanks"] + text_of("ilacs-2024")
    overall = ofsted.parse_text(text).judgements["overall_effectiveness"]
    assert overall.span
    assert text[slice(*overall.span)].startswith("Overall effectiveness")


@pytest.mark.parametrize("name", ["letter", "focused-visit-2018", "focused-visit-2023", "area-send-2019", "cra-2010"])
def test_a_letter_that_begins_with_its_greeting_is_read_whole(name: str) -> None:
    text = text_of(name)
    begun = text[text.index("Dear ") :]
    assert not other_documents(ofsted.parse_text(begun))
    assert not other_documents(ofsted.parse_text(begun + "\f" + "Annex\n\nMore is said here of what was seen.\n" * 60))


def test_a_message_alone_is_not_set_aside() -> None:
    short = "Dear all,\n\nOfsted came to Aytonshire.\n\nKind regards\n\nAda Quill\n\nShe will write again next week.\n"
    assert not other_documents(ofsted.parse_text(short))


def test_the_words_above_what_is_no_report_are_read() -> None:
    text = MESSAGES["thanks"] + "The street was swept in May, and the trees were cut.\n\n" * 40
    report = ofsted.parse_text(text)
    assert not other_documents(report)
    assert "It came in today." in " ".join(p.text for s in report.sections for p in s.paragraphs)
