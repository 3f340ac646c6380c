"""A summary in a notebook: what fits 1,100 pixels, grades in their colours. The page and the workbook have more."""

from __future__ import annotations

from typing import Any

from ofsted.comparing.summary import SummaryTable, scale_of, title_of
from ofsted.model.grades import Grade
from ofsted.showing.notebook import cells, grade_html, plain_text, table
from ofsted.showing.summary_page import doubts_html, near_in_words
from ofsted.tables.doubts import joined

__all__ = ["summary_html"]

Row = dict[str, Any]
_EARLIER = "previous_overall"


def summary_html(summary: SummaryTable) -> str:
    """Authority and day, grades, how many neighbours are good or better, and what to check below the row."""
    grades = [name for name, kind in summary.columns.items() if kind == "grade" and name != _EARLIER]
    grades = [name for name in grades if name == "overall" or any(row.get(name) for row in summary)]
    heads = ["Authority", *(title_of(name) for name in grades), "Statistical neighbours"]
    rows = [cells([plain_text(head) for head in heads], "th")]
    for row in summary:
        near = plain_text(near_in_words(row, scale_of(summary.framework)))
        rows.append(cells([_authority(summary, row), *(_grade(row, name) for name in grades), near]))
        if doubts := joined(row.get("doubts"), row.get("other_doubts")):
            told = f'<div style="max-width:70em;font-size:0.9em">⚠ {plain_text(doubts)}</div>'
            rows.append(cells([told], colspan=len(heads)))
    title = f"<p><strong>{plain_text(summary.title)}</strong></p>"
    return f'<div class="ofsted-summary">{title}{doubts_html(summary)}{table(rows)}</div>'


def _authority(summary: SummaryTable, row: Row) -> str:
    name = plain_text(row.get("authority") or "unknown")
    day = row.get("end") or row.get("start") or row.get("published") or "report"
    target = summary.link(row, None)
    style = 'style="color:inherit;font-size:0.9em;white-space:nowrap"'
    below = f'<a {style} href="{plain_text(target)}">{day}</a>' if target else f"<span {style}>{day}</span>"
    return f"{name}<br>{below}"


def _grade(row: Row, name: str) -> str:
    value = row.get(name)
    if value:
        return grade_html(Grade(value), wrap=True)
    return plain_text(row.get("status") or "–") if name == "overall" else "–"
