"""How numbers, days and long texts read in a sentence."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["count", "day_in_words", "on_page", "short", "without_references"]

_REFERENCE = re.compile(
    r"""\s?[(\[](?:[^()\[\]]*\bnational\ framework\b[^()\[\]]*
    |(?:see\ |page\ |pages\ |paragraphs?\ |para\ |p\.\ ?)*(?:page|paragraph|para|p\.)s?\ ?\d[\d\s,–-]*(?:and\ \d+)?
    |\d{1,2})[)\]]
    |\s?(?:https?://|www\.)[^\s()<>]*[^\s()<>.,;:]""",
    re.IGNORECASE | re.VERBOSE,
)
_FOOTNOTE_MARKS = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def short(text: str | None, width: int = 60) -> str:
    """At most `width` characters of `text` on one line."""
    line = " ".join((text or "").split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def count(number: int, one: str, many: str | None = None) -> str:
    """'1 report', '2 reports', '1,000 authorities'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day_in_words(day: date) -> str:
    """'5 July 2024'."""
    return f"{day.day} {day:%B %Y}"


def on_page(page: int | None) -> str:
    """', page 3' behind something; nothing where the page is not known."""
    return f", page {page}" if page else ""


def without_references(text: str) -> str:
    """The text without what only leads elsewhere: '(outcome 4, national framework)', '(paragraph 33)', links, marks."""
    return _REFERENCE.sub("", text).translate(_FOOTNOTE_MARKS)
