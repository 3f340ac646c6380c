"""A report as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ofsted.model.parts import Finding, Paragraph, Section, every_section
from ofsted.model.report_data import ReportData

__all__ = ["report_markdown"]

_FINDINGS = {
    "strengths": "Strengths",
    "meets_requirements": "Meets requirements",
    "areas_for_development": "Areas for development",
    "priority_actions": "Areas for priority action",
    "significant_weaknesses": "Significant weaknesses",
}


def _escape(text: object) -> str:
    """Text that means nothing to Markdown."""
    line = " ".join(str(text).split())
    line = re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", line)
    return re.sub(r"^([#+=-]|\d+[.)])", _guard, line)


def _guard(found: re.Match[str]) -> str:
    return found[1][:-1] + "\\" + found[1][-1]


def _page(page: int | None) -> str:
    return f" (page {page})" if page else ""


def report_markdown(report: ReportData) -> str:
    """Title, facts, judgements, what to doubt, recommendations, findings, then the text under its headings."""
    parts = [f"# {_escape(report.title or 'Untitled document')}", *_facts(report), *_judgements(report)]
    if report.issues:
        issues = [f"- {_escape(i.message)}{_page(i.page)}" for i in report.issues]
        parts += ["## Check before use", "\n".join(issues)]
    if report.recommendations:
        rows = [_recommendation(r) for r in report.recommendations]
        parts += ["## Recommendations", "\n".join(rows)]
    for kind, heading in _FINDINGS.items():
        found: list[Finding] = getattr(report.findings, kind)
        if found:
            parts += [f"## {heading}", "\n".join(f"- {_escape(f.text)}{_page(f.page)}" for f in found)]
    if report.sections:
        parts.append("## Text")
        parts += [part for section in every_section(report.sections) for part in _section(section)]
    if report.footnotes:
        notes = [f"- {_escape(n.mark or '')}: {_escape(n.text)}{_page(n.page)}" for n in report.footnotes]
        parts += ["## Footnotes", "\n".join(notes)]
    return "\n\n".join(parts) + "\n"


def _facts(report: ReportData) -> list[str]:
    facts = [("Kind", str(report.framework)), ("Authority", report.authority.name)]
    facts += [("Inspected", str(period)) for period in report.inspection_periods]
    facts.append(("Published", report.published.isoformat() if report.published else None))
    facts.append(("Lead inspector", str(report.lead_inspector) if report.lead_inspector else None))
    facts += [("Addressed to", report.addressee), ("Focus", report.focus), ("File", report.path)]
    facts.append(("Web", report.url))
    return ["\n".join(f"- {name}: {_escape(value)}" for name, value in facts if value)]


def _judgements(report: ReportData) -> list[str]:
    if not report.judgements:
        return ["No judgements are printed in this document."]
    rows = ["| Judgement | Grade | Read from |", "|---|---|---|"]
    for judgement in report.judgements:
        label = f"{judgement.label} ({judgement.scope})" if judgement.scope else judgement.label
        grade = judgement.grade or "no grade"
        rows.append(f"| {_escape(label)} | {_escape(grade)} | {_escape(judgement.source)}{_page(judgement.page)} |")
    return ["## Judgements", "\n".join(rows)]


def _recommendation(item: Any) -> str:
    notes = "; ".join(_escape(note) for note in (item.scope, item.timescale) if note)
    number = f"**{_escape(item.number)}** " if item.number else ""
    return f"- {number}{_escape(item.text)}{f' [{notes}]' if notes else ''}{_page(item.page)}"


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        grade = f": {section.grade}" if section.grade else ""
        yield f"{'#' * min(section.level + 2, 6)} {_escape(section.heading)}{grade}"
    items: list[Paragraph] = []
    for paragraph in [*section.paragraphs, None]:
        if paragraph is not None and paragraph.kind == "item":
            items.append(paragraph)
            continue
        if items:
            yield "\n".join(f"- {_escape(item.text)}" for item in items)
            items = []
        if paragraph is not None:
            # Not a Markdown list: that would count for itself, and the printed numbers have gaps.
            number = f"**{paragraph.number}.** " if paragraph.number is not None else ""
            yield number + _escape(paragraph.text)
