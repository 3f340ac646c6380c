"""Text → judgement table and headings in plain Python: the package's rules for those two, line by line with `re`.

It leaves out what else a report holds (paragraphs joined over wraps, recommendations, people, spans), so it does a
small part of the work that it is compared with.
"""

from __future__ import annotations

import re
from typing import TypedDict

from .rules import Facts, facts_of

NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
FOOTER = re.compile(r"(?:page\s+)?\d{1,3}(?:\s*(?:\||of)\s*\d*)?$|\(?inspection of .{5,80}\d$", re.IGNORECASE)
CONTENTS = re.compile(r".*?(?:\. ?){4,}\d+$")
BULLET = re.compile(r"[•▪■\uf06e\uf0b7o*–-]\s")
HEADING = re.compile(
    r"(?:the (?:impact of leaders|experiences and progress)|what needs to improve|"
    r"areas for (?:improvement|priority action)|"
    r"executive summary|recommendations|summary (?:for children|of findings)|inspection findings|information about|"
    r"the local authority|the local safeguarding children board|main findings|headline findings|"
    r"leadership, management and governance|overall effectiveness|adoption performance)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?;,]$")


class Outline(TypedDict):
    """Facts, headings and the numbers of the paragraphs below them."""

    facts: Facts
    headings: list[tuple[str, list[int]]]


def is_heading(line: str) -> bool:
    """A line that reads as one of the headings of these reports."""
    return len(line) <= 220 and bool(HEADING.match(line)) and not SENTENCE_END.search(line) and not BULLET.match(line)


def outline(text: str) -> Outline:
    """Facts, headings and numbered paragraphs of a report's text."""
    lines = [line.strip() for line in text.splitlines()]
    counts: dict[str, int] = {}
    for line in lines:
        if line:
            counts[line] = counts.get(line, 0) + 1
    headings: list[tuple[str, list[int]]] = []
    number, before = 0, ""
    for line in lines:
        if not line or counts[line] > 3 or FOOTER.match(line) or CONTENTS.match(line):
            before = "" if not line else before
            continue
        label = NUMBER.match(line)
        if label and int(label.group(1)) == number + 1:
            number += 1
            if headings:
                headings[-1][1].append(number)
        elif is_heading(line) and (not before or SENTENCE_END.search(before)):
            headings.append((line, []))
        before = line
    return {"facts": facts_of(text, []), "headings": headings}
