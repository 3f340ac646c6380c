"""How a report looks in a notebook: an HTML fragment that carries its own colours and runs no script.

A grade is always printed as a word, with a mark of its own, so that nothing hangs on colour. Text on its
background has a contrast of at least 4.5 to 1, in light and in dark notebooks alike.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import quote

from ofsted.comparing.unmatched import counted
from ofsted.model.grades import Framework, Grade
from ofsted.model.report_data import ReportData, kind_of
from ofsted.model.shown import ON_PAPER
from ofsted.model.words import count, day_in_words, short
from ofsted.tables.columns import Columns, Tables
from ofsted.tables.coverage import coverage, documents_of, second_hand
from ofsted.tables.doubts import GRADE_FIELDS, astray
from ofsted.tables.facts import no_judgements, table_says

__all__ = ["GRADE_STYLES", "cells", "corpus_html", "grade_html", "plain_text", "report_html", "table"]

# Grade: (mark, text colour, background).
GRADE_STYLES: dict[Grade, tuple[str, str, str]] = {
    Grade.OUTSTANDING: ("◆◆◆", "#ffffff", "#0b4f8a"),
    Grade.GOOD: ("◆◆◇", "#ffffff", "#1a6e3c"),
    Grade.REQUIRES_IMPROVEMENT: ("◆◇◇", "#1f1400", "#f2b84b"),
    Grade.ADEQUATE: ("◆◇◇", "#1f1400", "#f2b84b"),
    Grade.INADEQUATE: ("◇◇◇", "#ffffff", "#a11d1d"),
    Grade.NOT_JUDGED: ("–", "#1a1a1a", "#d9d9d9"),
    Grade.TYPICALLY_POSITIVE: ("◆◆", "#ffffff", "#1a6e3c"),
    Grade.INCONSISTENT: ("◆◇", "#1f1400", "#f2b84b"),
    Grade.WIDESPREAD_FAILINGS: ("◇◇", "#ffffff", "#a11d1d"),
}
_TABLE = "border-collapse:collapse;margin:0.5em 0;color:inherit;font-size:inherit"
_CELL = "text-align:left;vertical-align:top;padding:0.2em 0.8em 0.2em 0"


def plain_text(value: object) -> str:
    """Any value as HTML that means nothing but itself."""
    return escape(str(value), quote=True)


def grade_html(grade: Grade | None, wrap: bool = False) -> str:
    """A grade as a word with its mark and colours; on one line unless it may wrap."""
    if grade is None:
        return "no grade"
    mark, colour, background = GRADE_STYLES[grade]
    style = f"color:{colour};background:{background};padding:0.1em 0.5em;border-radius:0.2em"
    style += ";display:inline-block" if wrap else ";white-space:nowrap"
    return f'<span style="{style}"><span aria-hidden="true">{mark}</span> {plain_text(grade)}</span>'


def _link(report: ReportData, page: int | None) -> str:
    """The page, linked to its place on the web, else in the file where there is a file."""
    if page is None:
        return ""
    target, path = report.link(page), report.source.path
    if target is None:
        if path is None or report.source.format != "pdf":
            return f"page {page}"
        target = f"{_address(Path(path))}#page={page}"
    link = f'href="{plain_text(target)}" target="_blank" rel="noopener"'
    return f'<a {link} style="color:inherit;white-space:nowrap">page {page}</a>'


def _address(path: Path) -> str:
    """A file's address: relative below the working folder, because Jupyter opens what is there and no file:// link."""
    here = Path.cwd()
    if path.is_absolute() and not path.is_relative_to(here):
        return path.as_uri()
    return quote((path.relative_to(here) if path.is_absolute() else path).as_posix())


def cells(contents: list[str], tag: str = "td", colspan: int = 1) -> str:
    """A row of a table; each content is HTML."""
    wide = f' colspan="{colspan}"' if colspan > 1 else ""
    return "<tr>" + "".join(f'<{tag}{wide} style="{_CELL}">{content}</{tag}>' for content in contents) + "</tr>"


def table(rows: list[str]) -> str:
    """A table of such rows, which is made to fit a sheet of paper where it is printed."""
    return f'{ON_PAPER}<table class="ofsted-table" style="{_TABLE}">{"".join(rows)}</table>'


def _facts(report: ReportData) -> str:
    facts = [plain_text(kind_of(report)), plain_text(report.authority)]
    facts += [f"inspected {plain_text(period)}" for period in report.inspection_periods]
    if report.published:
        facts.append(f"published {day_in_words(report.published)}")
    if report.lead_inspector:
        facts.append(f"lead inspector {plain_text(report.lead_inspector.name)}")
    return " · ".join(facts) + (f"<br>⚠ {plain_text(told)}" if (told := astray(report)) else "")


def _judgements(report: ReportData) -> str:
    if not report.judgements:
        return f"<p>{plain_text(no_judgements(report))}</p>"
    rows = [cells(["Judgement", "Grade", "Evidence"], "th")]
    for judgement, otherwise in zip(report.judgements, table_says(report), strict=True):
        scope = f" ({plain_text(judgement.scope)})" if judgement.scope else ""
        evidence = ", ".join(filter(None, [plain_text(judgement.source), _link(report, judgement.page)]))
        grade = grade_html(judgement.grade) + (f"<br>⚠ {plain_text(otherwise)}" if otherwise else "")
        rows.append(cells([plain_text(judgement.label) + scope, grade, evidence]))
    return table(rows)


def _issues(report: ReportData) -> str:
    if not report.issues:
        return "<p>No issues.</p>"
    items = []
    for issue in report.issues:
        where = ", ".join(filter(None, [plain_text(issue.field) if issue.field else "", _link(report, issue.page)]))
        items.append(f"<li>{plain_text(issue.message)}{f' ({where})' if where else ''}</li>")
    return f"<p><strong>⚠ {count(len(items), 'issue')}</strong></p><ul>{''.join(items)}</ul>"


def report_html(report: ReportData) -> str:
    """Title, facts, judgements with grades, issues; every piece of text escaped."""
    title = plain_text(report.title or "Untitled document")
    counts = f"{count(len(report.paragraphs), 'paragraph')}, {count(len(report.recommendations), 'recommendation')}"
    pages = f", {count(report.source.pages, 'page')}" if report.source.pages else ""
    return (
        f'<div class="ofsted-report"><p><strong>{title}</strong><br>{_facts(report)}</p>'
        f"{_judgements(report)}<p>{counts}{pages}</p>{_issues(report)}</div>"
    )


def _years(first: int | None, last: int | None) -> str:
    if first is None:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def _by_code(issues: Columns) -> str:
    """The issues by code: first those that make most grades doubtful, then the most frequent."""
    columns = (issues.column(name) for name in ("code", "field", "report", "message"))
    found: dict[str, list[tuple[str | None, str, str]]] = {}
    for code, field, report, message in zip(*columns, strict=True):
        found.setdefault(code, []).append((field, report, message))
    rows = []
    for code, its in found.items():
        graded = len({report for field, report, _ in its if field in GRADE_FIELDS})
        rows.append((graded, len({report for _, report, _ in its}), len(its), code, its[0][2]))
    rows.sort(key=lambda row: (-row[0], -row[1], -row[2], row[3]))
    head = cells(["Code", "Issues", "Reports", "About a grade", "For example"], "th")
    body = [
        cells(
            [
                f"<code>{plain_text(code)}</code>",
                f"{number:,}",
                f"{reports:,}",
                f"{graded:,}",
                plain_text(short(example, 90)),
            ]
        )
        for graded, reports, number, code, example in rows
    ]
    return table([head, *body])


def corpus_html(corpus: Tables) -> str:
    """What a corpus covers: kinds of document, authorities, years; then what to look at before the numbers."""
    rows = [cells(["Kind of document", documents_of(corpus), "Authorities", "Years"], "th")]
    for framework, reports, authorities, first, last in coverage(corpus):
        rows.append(cells([plain_text(Framework(framework)), str(reports), str(authorities), _years(first, last)]))
    covered = table(rows) if rows[1:] else "<p>No reports.</p>"
    notes = []
    for name, what in (("errors", "could not be read"), ("duplicates", "with the content of another file")):
        number = len(corpus.table(name))
        if number:
            notes.append(f"<li>{count(number, 'file')} {what}: <code>{name}()</code></li>")
    lost, also = counted(corpus)
    if lost:
        where = "on no authority of the register or perhaps on another, of no known kind, or of no day"
        notes.append(f"<li>{count(lost, 'report')} {where}: <code>unmatched()</code></li>")
    if also:
        notes.append(f"<li>{count(also, 'report')} on an inspection that another one is on as well</li>")
    unsure = len(second_hand(corpus, "issues"))
    if unsure:
        where = "second-hand, as nothing shows that they are Ofsted's own"
        notes.append(f"<li>{count(unsure, 'report')} taken for {where}: <code>judgements(secondary=True)</code></li>")
    issues = corpus.table("issues")
    doubtful = len(set(issues.column("report")))
    if doubtful:
        where = count(doubtful, "report")
        notes.append(f"<li>{count(len(issues), 'issue')} in {where}: <code>issues()</code>{_by_code(issues)}</li>")
    listed = f"<p><strong>⚠ Look at these first</strong></p><ul>{''.join(notes)}</ul>" if notes else "<p>No issues.</p>"
    head = f"<p><strong>{plain_text(repr(corpus).strip('<>'))}</strong></p>"
    return f'<div class="ofsted-corpus">{head}{covered}{listed}</div>'
