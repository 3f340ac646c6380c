"""A report as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ofsted.model.days import iso
from ofsted.model.parts import Finding, Paragraph, Section, Span, every_section
from ofsted.model.report_data import ReportData, kind_of
from ofsted.tables.facts import beyond_issues, no_judgements

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
    return f" ([page {page}](#page-{page}))" if page else ""


class _Listed:
    """What the lists above the text have said, and the last page whose anchor is there."""

    def __init__(self, report: ReportData) -> None:
        self.recommendations = [(r.span, _letters(f"{r.scope or ''}{r.text}")) for r in report.recommendations]
        kinds: list[list[Finding]] = [getattr(report.findings, kind) for kind in _FINDINGS]
        self.every = self.recommendations + [(f.span, _letters(f.text)) for found in kinds for f in found]
        self.page = 0

    def advised(self, item: Finding) -> bool:
        """Whether a recommendation says it word for word."""
        return _said(item, self.recommendations)

    def said(self, item: Paragraph) -> bool:
        """Whether a recommendation or a finding says it word for word."""
        return _said(item, self.every)

    def anchors(self, page: int | None) -> Iterator[str]:
        """The anchors of the pages up to this one that are not there yet."""
        for number in range(self.page + 1, (page or 0) + 1):
            yield f'<a id="page-{number}"></a>'
        self.page = max(self.page, page or 0)


def _said(item: Paragraph | Finding, listed: list[tuple[Span, str]]) -> bool:
    """Whether one of what is listed was read from the same place and has all its letters."""
    start, end = item.span
    return any(first < end and start < last and _letters(item.text) in letters for (first, last), letters in listed)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def report_markdown(report: ReportData) -> str:
    """Title, facts, judgements, what to doubt, recommendations, findings, then the text under its headings.

    The text has an anchor where each page begins (`#page-3`), and pages elsewhere link to it. What is listed as a
    recommendation or a finding is not said again in the text.
    """
    listed = _Listed(report)
    parts = [f"# {_escape(report.title or 'Untitled document')}", *_facts(report), *_judgements(report)]
    issues = [f"- {_escape(i.message)}{_page(i.page)} `{i.code}`" for i in report.issues]
    issues += [f"- {_escape(told)}." for told in beyond_issues(report)]
    if issues:
        parts += ["## Check before use", "\n".join(issues)]
    if report.recommendations:
        rows = [_recommendation(item, place) for place, item in enumerate(report.recommendations, 1)]
        parts += ["## Recommendations", "\n".join(rows)]
    for kind, heading in _FINDINGS.items():
        found: list[Finding] = getattr(report.findings, kind)
        found = [f for f in found if not listed.advised(f)]
        if found:
            parts += [f"## {heading}", "\n".join(f"- {_escape(f.text)}{_page(f.page)}" for f in found)]
    if report.sections:
        parts.append("## Text")
        parts += [part for section in every_section(report.sections) for part in _section(section, listed)]
    parts += listed.anchors(report.source.pages or 0)
    if report.footnotes:
        notes = [f"- {_escape(n.mark or '')}: {_escape(n.text)}{_page(n.page)}" for n in report.footnotes]
        parts += ["## Footnotes", "\n".join(notes)]
    return "\n\n".join(parts) + "\n"


def _facts(report: ReportData) -> list[str]:
    facts = [("Kind", kind_of(report)), ("Authority", report.authority.name)]
    facts += [("Inspected", str(period)) for period in report.inspection_periods]
    facts.append(("Published", iso(report.published)))
    facts.append(("Lead inspector", str(report.lead_inspector) if report.lead_inspector else None))
    facts += [("Addressed to", report.addressee), ("Focus", report.focus), ("File", report.path)]
    facts += [("Report id", report.id), ("URN", report.authority.urn), ("LA code", report.authority.la_code)]
    facts.append(("GSS code", report.authority.gss_code))
    facts.append(("Web", report.url))
    return ["\n".join(f"- {name}: {_escape(value)}" for name, value in facts if value)]


def _judgements(report: ReportData) -> list[str]:
    if not report.judgements:
        return [no_judgements(report)]
    rows = ["| Judgement | Key | Grade | Read from |", "|---|---|---|---|"]
    for judgement in report.judgements:
        label = f"{judgement.label} ({judgement.scope})" if judgement.scope else judgement.label
        grade = judgement.grade or "no grade"
        key = f"`{judgement.key}`" if judgement.key else ""
        place = f"{_escape(judgement.source)}{_page(judgement.page)}"
        rows.append(f"| {_escape(label)} | {key} | {_escape(grade)} | {place} |")
    return ["## Judgements", "\n".join(rows)]


def _recommendation(item: Any, place: int) -> str:
    notes = "; ".join(_escape(note) for note in (item.scope, item.timescale) if note)
    number = f"**{_escape(item.number)}** " if item.number else ""
    anchor = f'<a id="recommendation-{place}"></a>'
    return f"- {anchor}{number}{_escape(item.text)}{f' [{notes}]' if notes else ''}{_page(item.page)}"


def _section(section: Section, listed: _Listed) -> Iterator[str]:
    yield from listed.anchors(section.page)
    if section.heading:
        grade = f": {section.grade}" if section.grade else ""
        yield f"{'#' * min(section.level + 2, 6)} {_escape(section.heading)}{grade}"
    items: list[Paragraph] = []
    for paragraph in [*section.paragraphs, None]:
        if paragraph is not None and paragraph.kind == "item":
            items.append(paragraph)
            continue
        if items:
            new = [item for item in items if not listed.said(item)]
            yield from listed.anchors(items[0].page)
            if len(new) < len(items):
                yield "(listed above)"
            if new:
                yield "\n".join(f"- {_escape(item.text)}" for item in new)
            yield from listed.anchors(items[-1].last_page)
            items = []
        if paragraph is not None:
            yield from listed.anchors(paragraph.page)
            if listed.said(paragraph):
                yield "(listed above)"
                continue
            # Not a Markdown list: that would count for itself, and the printed numbers have gaps.
            number = f"**{paragraph.number}.** " if paragraph.number is not None else ""
            yield number + _escape(paragraph.text)
