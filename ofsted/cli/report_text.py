"""A report as a person reads it in a terminal."""

from __future__ import annotations

import textwrap
from pathlib import Path

from ofsted.cli.aligned import path_within, room
from ofsted.model.characters import in_a_line
from ofsted.model.parts import every_section
from ofsted.model.report_data import ReportData, kind_of
from ofsted.model.words import count, day_in_words
from ofsted.tables.doubts import astray
from ofsted.tables.facts import no_judgements, table_says

__all__ = ["brief", "full"]

LEAST_NAME = 12  # characters of an authority's name that a line shows
WIDEST = 120


def brief(path: Path, report: ReportData) -> str:
    """One line, as wide as the terminal: which document, of whom, until when, what it judged, how many doubts."""
    overall = [str(j.grade or "no grade") for j in report.judgements if j.theme == "overall"]
    known = [day for period in report.inspection_periods for day in (period.start, period.end) if day]
    days = str(known[-1]) if known else "no dates"
    name, end = str(report.authority), [*overall, count(len(report.issues), "issue")]
    end += filter(None, [astray(report)])
    end += ["Ofsted's own table has other grades"] if any(table_says(report)) else []
    for told in ([days, *end], end):
        left = _width() - len(f": {kind_of(report)}, , {', '.join(told)}")
        shown = path_within(in_a_line(str(path)), left - len(name))
        if len(shown) + min(LEAST_NAME, len(name)) <= left:
            break
    name = _shorten(name, max(left - len(shown), LEAST_NAME))
    return f"{shown}: {kind_of(report)}, {name}, {', '.join(told)}"


def _shorten(name: str, room: int) -> str:
    return name if len(name) <= room else name[: room - 1].rstrip() + "…"


def _width() -> int:
    return min(room(), WIDEST)


def full(path: Path, report: ReportData) -> str:
    """Title, facts, judgements, recommendations, paragraphs and issues, as wide as the terminal."""
    width = _width()
    parts = [_head(path, report, width), _judgements(report, width), _recommendations(report, width)]
    parts += [_paragraphs(report, width), _issues(report, width)]
    return "\n\n".join(part for part in parts if part)


def _wrap(text: str, width: int, first: str = "", rest: str | None = None) -> str:
    indent = " " * len(first) if rest is None else rest
    return textwrap.fill(" ".join(text.split()), width, initial_indent=first, subsequent_indent=indent)


def _pages(first: int | None, last: int | None = None) -> str:
    if first is None:
        return ""
    return f"page {first}" if last in (None, first) else f"pages {first}-{last}"


def _head(path: Path, report: ReportData, width: int) -> str:
    title = _wrap(report.title or "Untitled document", width)
    pages = f", {count(report.source.pages, 'page')}" if report.source.pages else ""
    rows = [("File", in_a_line(f"{path}{pages}")), ("Framework", kind_of(report))]
    region = f" ({report.authority.region})" if report.authority.region else ""
    rows.append(("Authority", f"{report.authority.name or 'not known'}{region}"))
    rows += [("Inspected", str(period)) for period in report.inspection_periods]
    if report.url:
        rows.append(("Web", report.url))
    if report.published:
        rows.append(("Published", day_in_words(report.published)))
    if report.lead_inspector:
        rows.append(("Lead inspector", str(report.lead_inspector)))
    lines = [_wrap(value, width, f"  {name:<16}") for name, value in rows]
    lines += [_wrap(told, width, "  ! ")] if (told := astray(report)) else []
    underline = "=" * max(map(len, title.splitlines()))
    return "\n".join([title, underline, *lines])


def _judgements(report: ReportData, width: int) -> str:
    if not report.judgements:
        return _wrap(no_judgements(report), width, "  ")
    grade_width = max(len(str(j.grade or "no grade")) for j in report.judgements)
    label_width = width - grade_width - 24
    lines = [f"  {'Judgement':<{label_width}}  {'Grade':<{grade_width}}  Read from", "  " + "-" * (width - 2)]
    for judgement, otherwise in zip(report.judgements, table_says(report), strict=True):
        label = f"{judgement.label} ({judgement.scope})" if judgement.scope else judgement.label
        wrapped = textwrap.wrap(label, label_width) or [""]
        grade = str(judgement.grade or "no grade")
        place = ", ".join(filter(None, [judgement.source, _pages(judgement.page)]))
        lines.append(f"  {wrapped[0]:<{label_width}}  {grade:<{grade_width}}  {place}")
        lines += [f"  {more}" for more in wrapped[1:]]
        lines += [_wrap(otherwise, width, "  ! ")] if otherwise else []
    return "\n".join(lines)


def _recommendations(report: ReportData, width: int) -> str:
    if not report.recommendations:
        return ""
    lines = ["  What needs to improve"]
    for advice in report.recommendations:
        notes = "; ".join(filter(None, [advice.scope, advice.timescale, _pages(advice.page)]))
        mark = f"{advice.number.rstrip('.')}." if advice.number else "-"
        lines.append(_wrap(f"{advice.text} [{notes}]" if notes else advice.text, width, f"  {mark:<4}"))
    return "\n".join(lines)


def _paragraphs(report: ReportData, width: int) -> str:
    rows = []
    for section in every_section(report.sections):
        numbered = [p for p in section.paragraphs if p.number is not None]
        if numbered:
            first, last = numbered[0], numbered[-1]
            numbers = f"{len(numbered)} ({first.number}-{last.number})"
            rows.append((section.heading or "(no heading)", numbers, _pages(first.page, last.last_page)))
    if not rows:
        return ""
    count_width = max(len(row[1]) for row in rows)
    heading_width = width - count_width - 18
    lines = ["  Numbered paragraphs"]
    for heading, numbers, pages in rows:
        wrapped = textwrap.wrap(heading, heading_width) or [""]
        lines.append(f"  {wrapped[0]:<{heading_width}}  {numbers:<{count_width}}  {pages}".rstrip())
        lines += [f"  {more}" for more in wrapped[1:]]
    return "\n".join(lines)


def _issues(report: ReportData, width: int) -> str:
    if not report.issues:
        return "  No issues."
    lines = [f"  {count(len(report.issues), 'issue')}: check before use"]
    for issue in report.issues:
        where = ", ".join(filter(None, [issue.field, _pages(issue.page)]))
        lines.append(_wrap(f"{issue.message} [{where}]" if where else issue.message, width, "  ! "))
    return "\n".join(lines)
