"""Reports that nobody wrote, on authorities that exist: days and grades are made up for each test."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from ofsted import Corpus, Report, find_authority, parse_text
from ofsted.report import _restore

THEMES = {
    "overall_effectiveness": "overall",
    "help_and_protection": "help_and_protection",
    "in_care": "care",
    "in_care_and_care_leavers": "care",
    "care_leavers": "care_leavers",
    "impact_of_leaders": "leadership",
    "looked_after_and_permanence": "care",
    "leadership": "leadership",
    "adoption_performance": "adoption",
    "safeguarding_overall_effectiveness": "help_and_protection",
    "looked_after_overall_effectiveness": "care",
    "safeguarding_leadership": "leadership",
    "looked_after_leadership": "leadership",
}
LETTERS = {"o": "outstanding", "g": "good", "r": "requires_improvement", "a": "adequate", "i": "inadequate"}
FIVE = ("impact_of_leaders", "help_and_protection", "in_care", "care_leavers", "overall_effectiveness")
FOUR = ("impact_of_leaders", "help_and_protection", "in_care_and_care_leavers", "overall_effectiveness")
SINCE_2026 = FIVE[:4]
# What the table prints for each of the five.
ILACS_ROWS = (
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
    "Overall effectiveness",
)


def invented(
    framework: str,
    authority: str | None,
    start: str | None,
    end: str | None,
    grades: dict[str, str] | None = None,
    published: str | None = None,
    **more: Any,
) -> Report:
    """A report with these judgements: `grades` maps keys to first letters of grades, or to whole grades."""
    name = more.pop("path", f"{framework}-{authority}-{start}-{end}-{published}.pdf")
    sign = hashlib.sha256(f"{name}{sorted((grades or {}).items())}".encode()).hexdigest()
    entry = find_authority(authority) if authority and not authority.startswith("~") else None
    body = {"name": entry.name if entry else authority, "urn": None, "la_code": None, "gss_code": None, "region": None}
    if entry:
        body |= {"urn": entry.urn, "la_code": entry.la_code, "gss_code": entry.gss_code, "region": entry.region}
    themes = {"inspection_outcome": "overall"} if framework == "area-send" else THEMES
    if framework == "lac":
        themes = {"overall_effectiveness": "care"}
    judgements = [
        {
            "key": key,
            "theme": themes.get(key),
            "label": key.replace("_", " "),
            "grade": LETTERS.get(grade, grade),
            "printed": LETTERS.get(grade, grade),
            "scope": None,
            "source": "table",
            "page": 1,
            "span": [0, 0],
        }
        for key, grade in (grades or {}).items()
    ]
    tree: dict[str, Any] = dict.fromkeys(
        ("title", "reference", "publisher", "addressee", "focus", "theme", "visit_number")
    )
    lists = ("inspectors", "sections", "recommendations", "tables", "footnotes", "issues")
    tree |= {name: [] for name in (*lists, "previous_inspections", "previous_judgements")}
    tree |= {
        "framework": framework,
        "authority": body,
        "inspection_periods": [{"start": start, "end": end}] if start or end else [],
        "published": published,
        "lead_inspector": {"name": more.pop("inspector", None), "role": None},
        "judgements": judgements,
        "findings": {k: [] for k in ("strengths", "meets_requirements", "areas_for_development", "priority_actions")},
        "source": {"path": name, "format": "pdf", "pages": 9, "sha256": sign, "extractor": "none"},
        **more,
    }
    return _restore(tree, "")


def ilacs(authority: str, start: str, end: str, grades: str, **more: Any) -> Report:
    """An ILACS report; `grades` in printed order ('rgggg'), four or five letters; `keys` where that is not enough."""
    keys = more.pop("keys", FIVE if len(grades) == 5 else FOUR)
    return invented("ilacs", authority, start, end, dict(zip(keys, grades, strict=True)), **more)


def sif(authority: str, start: str, end: str, grades: str, published: str | None = None, **more: Any) -> Report:
    """A SIF report; `grades`: overall, help and protection, looked after, leadership."""
    keys = ("overall_effectiveness", "help_and_protection", "looked_after_and_permanence", "leadership")
    return invented("sif", authority, start, end, dict(zip(keys, grades, strict=True)), published, **more)


def corpus(*reports: Report) -> Corpus:
    """A corpus of them."""
    return Corpus(reports)


def ilacs_text(
    dates: str = "4 March to 15 March 2024",
    table: Mapping[str, str] = dict.fromkeys(ILACS_ROWS, "Good"),
    items: str = "- Plans.\n- Visits.",
    body: str = "The experiences and progress of children in care: good\n\n1. Children live in homes that suit them.",
    behind: str = "© Crown copyright 2024",
) -> str:
    """The text of an ILACS report on Rutland, with what a test asks about in its place."""
    rows = "\n".join(f"{label}\t{grade}" for label, grade in table.items())
    return (
        f"Inspection of Rutland local authority children’s services\n\nInspection dates: {dates}\n\n"
        f"Lead inspector: Ada Quill, His Majesty’s Inspector\n\n{rows}\n\nLeaders know their services.\n\n"
        f"What needs to improve?\n\n{items}\n\n{body}\n\n{behind}\n"
    )


def printed_ilacs(authority: str, dates: str, grade: str) -> Report:
    """The text of an ILACS report in the printed layout, parsed."""
    table = "\n".join(f"{row}\t{grade}" for row in ILACS_ROWS)
    chapters = "\n\n".join(f"{row}: {grade.lower()}\n\n{n}. Made up." for n, row in enumerate(ILACS_ROWS[:4], 1))
    return parse_text(
        f"Inspection of {authority} local authority children’s services\n\nInspection dates: {dates}\n\n"
        f"Lead inspector: Rowan Invented, His Majesty’s Inspector\n\nJudgement\tGrade\n{table}\n\n"
        f"Nothing of this is true.\n\nWhat needs to improve?\n\n- The quality of invention.\n\n{chapters}\n"
    )
