"""A text in which every line stands twice, as docx2txt writes a Word file's frames, reads as if it stood once."""

from __future__ import annotations

import pytest

import ofsted
from tests.test_characters import PLAIN, facts

LINES = [line for line in PLAIN.split("\n") if line]
MORE = [f"{n}. They see children, and write down what they say, for the {n}th time." for n in range(3, 20)]


def twice(lines: list[str], between: str = "\n\n") -> str:
    return between.join(line for line in lines for _ in range(2)) + "\n"


def words(text: str) -> str:
    return " ".join(p.text for s in ofsted.parse_text(text).sections for p in s.paragraphs)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n"])
def test_each_line_is_read_once(between: str) -> None:
    text = twice(LINES + MORE, between)
    report = ofsted.parse_text(text)
    assert facts(report) == facts(ofsted.parse_text("\n".join(LINES + MORE)))
    assert report.text == text
    assert all(
        p.span and text[slice(*p.span)].endswith(p.text[-9:]) for s in report.sections for p in s.paragraphs[-1:]
    )


def test_a_line_that_stands_once_is_kept_and_one_that_stands_four_times_stands_twice() -> None:
    text = twice([*LINES, *MORE[:8]]) + "Some are seen at home.\n\n" + twice([*MORE[8:], "All agree.", "All agree."])
    assert "Some are seen at home." in words(text)
    assert words(text).count("All agree.") == 2
    for n in range(3, 20):
        assert words(text).count(f" {n}th time") == 1


@pytest.mark.parametrize("lines", [MORE, LINES + MORE])
def test_where_many_lines_stand_once_nothing_is_left_out(lines: list[str]) -> None:
    body = [*lines[:-9], *(line for line in lines[-9:] for _ in range(2))]
    assert words("\n\n".join(body)).count("19th time") == 2


def test_one_line_again_and_again_is_kept() -> None:
    text = "\n\n".join(["They all agree."] * 90 + ["They met."] * 2)
    assert words(text).count("They all agree.") == 90


def test_a_few_lines_are_too_few_to_tell() -> None:
    text = twice([f"They agree on point {n}." for n in range(19)])
    assert words(text).count("They agree on point 7.") == 2
    assert words(text + twice(["They agree on all."])).count("They agree on point 7.") == 1
