"""A text whose paragraphs were filled anew, as mail and `fmt` do, reads as its paragraphs on a line each do."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import pytest

import ofsted
from tests.conftest import EXAMPLES
from tests.test_characters import COVER, TABLE, facts

NAMES = ["ilacs-2024-pdftotext", "sif-2016-pdftotext", "focused-visit-2023-pdftotext", "jtai-2023-pdftotext"]
HEADERS = (
    "From: Ada Quill <ada@aytonshire.example>\nSent: 3 June 2031 10:11\nTo: Bo Reed\nCc: Cy Fell\n"
    "Subject: FW: the report\nImportance: High\n\n"
)


def paragraphs(name: str) -> list[str]:
    text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def filled(parts: list[str], width: int, before: str = "", *, hyphens: bool = True, behind: str = "") -> str:
    wrapped = [textwrap.wrap(p, width, break_on_hyphens=hyphens, break_long_words=False) for p in parts]
    filled_parts = [f"{behind}\n".join(before + line for line in lines) for lines in wrapped]
    return f"\n{before.rstrip()}\n".join(filled_parts) + "\n"


def evened(parts: list[str]) -> str:
    """Lines up to 72 wide, of which none that is not its paragraph's last is under 64."""
    lines = [textwrap.wrap(part, 66 + 3 * (i % 3), break_long_words=False) for i, part in enumerate(parts)]
    return "\n\n".join("\n".join(part) for part in lines) + "\n"


WAYS: dict[str, Callable[[list[str]], str]] = {
    "60 characters": lambda parts: filled(parts, 60),
    "90 characters": lambda parts: filled(parts, 90),
    "no line ends at a hyphen": lambda parts: filled(parts, 72, hyphens=False),
    "quoted": lambda parts: filled(parts, 70, "> "),
    "indented": lambda parts: filled(parts, 70, "    "),
    "with spaces behind": lambda parts: filled(parts, 72, behind=" "),
    "with CRLF": lambda parts: filled(parts, 72).replace("\n", "\r\n"),
    "below a mail's headers": lambda parts: HEADERS + filled(parts, 74),
    "evened": evened,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_filled_text_reads_as_its_paragraphs_do(name: str, way: str) -> None:
    parts = paragraphs(name)
    report, plain = ofsted.parse_text(WAYS[way](parts)), ofsted.parse_text("\n\n".join(parts))
    assert facts(report) == facts(plain)
    assert report.title == plain.title
    assert [p.name for p in report.inspectors] == [p.name for p in plain.inspectors]


def test_spans_address_the_filled_text() -> None:
    text = filled(paragraphs("ilacs-2024-pdftotext"), 72, "> ")
    report = ofsted.parse_text(text)
    for judgement in report.judgements:
        assert judgement.span
        assert judgement.printed
        assert judgement.printed.split()[0] in text[slice(*judgement.span)]
    last = [p for s in report.sections for p in s.paragraphs][-1]
    assert last.span
    assert text[slice(*last.span)].split()[-1] == last.text.split()[-1]


def test_a_word_that_was_parted_at_its_hyphen_is_whole_again() -> None:
    words = "Some of them harm them-selves, in the short- and the long-term, and others self-harm as well. "
    parts = [*paragraphs("ilacs-2024-pdftotext"), words * 9]
    report = ofsted.parse_text(filled(parts, 61))
    said = " ".join(p.text for s in report.sections for p in s.paragraphs)
    assert said.count("harm them-selves, in the short- and the long-term, and others self-harm as well.") == 9


def test_lines_that_end_early_in_a_filled_text_stay_lines() -> None:
    head = "\n".join(line for line in (COVER + TABLE).split("\n") if line) + "\n\n"
    said = [f"{n}. They see children, and write down what they said for the {n}th time." for n in range(1, 40)]
    parts = ["Services have grown stronger.", "The experiences and progress of children in care: good", *said]
    report = ofsted.parse_text(head + filled(parts, 60))
    assert facts(report) == facts(ofsted.parse_text(head + "\n\n".join(parts)))
    assert len(report.judgements) == 5
