"""From the text and the tables of a report to its facts, with regular expressions, as public scrapers do it.

All baselines share these rules, so that what differs between them is how the text and the tables were got. Written
for inspections under ILACS and the SIF, whose labels and layouts were looked at while they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypedDict

Table = Sequence[Sequence[str | None]]


class Facts(TypedDict):
    """What is compared: keys of judgements with their grades; dates; the lead inspector's name. None: not found."""

    judgements: dict[str, str]
    start: date | None
    end: date | None
    published: date | None
    lead_inspector: str | None


GRADE = re.compile(r"\b(outstanding|good|requires?\s+improvement(?:\s+to\s+be\s+good)?|inadequate)\b", re.IGNORECASE)

# In this order: 'in care and care leavers' before either half of it.
LABELS = {
    "overall_effectiveness": r"overall\s+effectiveness",
    "impact_of_leaders": r"impact\s+of\s+leaders\s+on(?:\s+social\s+work)?\s+practice\s+with\s+children",
    "help_and_protection": r"children\s+who\s+need\s+help\s+and\s+protection",
    "in_care_and_care_leavers": r"progress\s+of\s+children\s+in\s+care\s+and\s+care\s+leavers",
    "in_care": r"progress\s+of\s+children\s+in\s+care(?!\s+and\s+care)",
    "care_leavers": r"progress\s+of\s+(?:children\s+)?care\s+leavers",
    "looked_after": r"children\s+looked\s+after\s+and\s+achieving\s+permanence",
    "adoption_performance": r"adoption\s+performance",
    "leadership": r"leadership,\s+management\s+and\s+governance",
}
LABEL = {key: re.compile(label, re.IGNORECASE) for key, label in LABELS.items()}
BESIDE = {
    key: re.compile(label + r"\s*:?\s*(?:is|are)?\s*" + GRADE.pattern, re.IGNORECASE) for key, label in LABELS.items()
}
OVERALL = re.compile(
    r"(?:children.?s\s+services\s+in\s+[^.]{3,60}?\s+(?:are|is)|overall\s+judgement[^.]{0,80}?\s+is(?:\s+that\s+[^.]{0,80}?)?)\s+"
    + GRADE.pattern,
    re.IGNORECASE,
)
LSCB = re.compile(
    r"(?:Local\s+Safeguarding\s+Children\s+Board|LSCB)\)?\s*\d?\s+(?:is|are|was|requires?)?\s*" + GRADE.pattern,
    re.IGNORECASE,
)
LEAD = re.compile(r"Lead\s+inspector\s*:?\s*([A-Z][^\n,:(]{3,50})")
PERIOD = re.compile(r"Inspection\s+dates?\s*:?\s*([\s\S]{5,90})")
PUBLISHED = re.compile(r"(?:Report\s+)?published\s*(?:on)?\s*:\s*(\d{1,2}\s+[A-Z][a-z]+\s+\d{4})")
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
DATES = re.compile(
    DAY + r"(?:\s+([A-Z][a-z]+))?(?:\s+(\d{4}))?\s*(?:-|–|—|to|and)\s*" + DAY + r"\s+([A-Z][a-z]+)\s+(\d{4})"
)
SUFFIX = re.compile(r"\s*\b(?:HMI|Her|His|Ofsted|Deputy|Team|Majesty)\b.*")


def grade_of(words: str) -> str:
    """`Requires improvement to be good` → `requires_improvement`."""
    words = " ".join(words.lower().split())
    return "requires_improvement" if words.startswith("require") else words


def day(number: str, month: str, year: str) -> date | None:
    """A date of its three parts, or None where they make none."""
    try:
        return datetime.strptime(f"{number} {month} {year}", "%d %B %Y").date()
    except ValueError:
        return None


def judgements_of_tables(tables: Iterable[Table]) -> dict[str, str]:
    """Rows whose last filled cell is a grade. A label split over rows is put together until its grade comes."""
    found: dict[str, str] = {}
    for table in tables:
        words = ""
        for row in table:
            line = " ".join(" ".join(str(cell).split()) for cell in row if cell)
            words = f"{words} {line}".strip()
            grades = list(GRADE.finditer(words))
            key = next((key for key, label in LABEL.items() if label.search(words)), None)
            if key and grades:
                found.setdefault(key, grade_of(grades[-1].group(1)))
                words = ""
            elif grades and not key:
                words = ""
    return found


def judgements_of_text(text: str) -> dict[str, str]:
    """Labels with a grade directly after them."""
    found = {}
    for key, pattern in BESIDE.items():
        match = pattern.search(text)
        if match:
            found[key] = grade_of(match.group(1))
    return found


def period_of(text: str) -> tuple[date | None, date | None]:
    """First and last day of the first inspection period."""
    for line in PERIOD.finditer(text):
        words = " ".join(line.group(1).replace("\xa0", " ").split())
        found = DATES.search(words)
        if found:
            first, month, year, last, last_month, last_year = found.groups()
            return day(first, month or last_month, year or last_year), day(last, last_month, last_year)
    return None, None


def facts_of(text: str, tables: Iterable[Table]) -> Facts:
    """The facts of a report from the text of all its pages and the tables of its first ones."""
    judgements = judgements_of_text(text)
    judgements.update(judgements_of_tables(tables))
    front = text[:8000]
    overall = OVERALL.search(front)
    if overall and "overall_effectiveness" not in judgements:
        judgements["overall_effectiveness"] = grade_of(overall.group(1))
    board = LSCB.search(front) or LSCB.search(text)
    if board:
        judgements["lscb_effectiveness"] = grade_of(board.group(1))
    start, end = period_of(text)
    published = PUBLISHED.search(text)
    lead = LEAD.search(text)
    return {
        "judgements": judgements,
        "start": start,
        "end": end,
        "published": day(*published.group(1).split()) if published else None,
        "lead_inspector": SUFFIX.sub("", " ".join(lead.group(1).split())).strip() if lead else None,
    }
