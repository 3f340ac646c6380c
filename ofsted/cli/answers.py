"""What the tools of the server answer, as Markdown. Knows nothing of the protocol.

Each answer names its report, its page and, where it is known, the link to it, so that whoever reads it can look.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any, ParamSpec

import ofsted
from ofsted.cli.console import without_calls
from ofsted.comparing.unmatched import told_by
from ofsted.model.grades import Framework, Grade
from ofsted.model.report_data import web_link
from ofsted.model.words import count
from ofsted.tables.coverage import unread
from ofsted.tables.doubts import joined, others
from ofsted.tables.facts import beyond_issues

__all__ = ["Answers"]

P = ParamSpec("P")
MOST = 50  # rows of an answer


def _said(answer: Callable[P, str]) -> Callable[P, str]:
    """The answer, and below it what the package warned of meanwhile."""

    @wraps(answer)
    def told(*args: P.args, **more: P.kwargs) -> str:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", UserWarning)
            text = answer(*args, **more)
        notes = dict.fromkeys(without_calls(one.message) for one in caught if issubclass(one.category, UserWarning))
        return "\n\n".join([text, *(f"Note: {note}" for note in notes)])

    return told


class Answers:
    """Answers about one corpus. What is asked for wrongly raises a ValueError that says what there is."""

    def __init__(self, corpus: ofsted.Corpus) -> None:
        self.corpus = corpus

    @_said
    def find_inspections(
        self,
        authority: str | None = None,
        framework: str | None = None,
        region: str | None = None,
        since: str | None = None,
    ) -> str:
        """The reports that fit, newest last, each with the id to read it by."""
        found = self.corpus.filter(framework, authority, region=region, since=since)
        rows = sorted(found.table("reports").rows(), key=lambda row: row["end"] or row["published"] or "")
        lines = [_report_line(row) for row in rows]
        return _listed(f"{count(len(lines), 'report')}", lines[-MOST:], len(lines)) + _noted(
            {"left_out": unread(self.corpus)}
        )

    @_said
    def read_report(self, report: str, section: str | None = None, offset: int = 0, length: int = 20000) -> str:
        """A report (its id or file name) as Markdown, or one section of it; `length` characters from `offset`."""
        one = self.corpus[report]
        text = one.to_markdown() if section is None else _section(one, section)
        part = text[max(offset, 0) : max(offset, 0) + max(length, 1)]
        rest = len(text) - max(offset, 0) - len(part)
        more = f"\n\n(… {rest:,} characters more: offset={max(offset, 0) + len(part)})" if rest > 0 else ""
        whole = section is None and offset <= 0  # which says itself what to check, above the text
        doubts = others(one.readout.head()["issues"], ())
        return f"{_source(one)}{'' if whole else _check(doubts, *beyond_issues(one))}\n\n{part}{more}"

    @_said
    def search_paragraphs(
        self, pattern: str, authority: str | None = None, framework: str | None = None, most: int = 20
    ) -> str:
        """Paragraphs that match a PCRE2 pattern, case not counting, each with its report, section, page and link."""
        found = self.corpus.search(pattern, framework=framework, authority=authority)
        shown = found.head(max(1, min(most, MOST))).to_dict("records")
        lines = [f"{_whole(row['text'])}\n  — {_place(row)}{_check(row['doubts'])}" for row in map(_plain, shown)]
        reports = found["report"].nunique()
        head = f"{count(len(found), 'paragraph')} in {count(int(reports), 'report')}"
        return _listed(head, lines, len(found)) + _noted(found.attrs)

    @_said
    def history(self, authority: str) -> str:
        """Every inspection, visit and letter of an authority in order, with its grades."""
        rows = [_plain(row) for row in self.corpus.events(authority).to_dict("records")]
        lines = []
        for row in rows:
            none = "no grade was read" if row["event"].endswith("inspection") else "gives no grade"
            what = row["grades"] or none
            about = f"; focus: {row['focus']}" if row["focus"] else ""
            doubts = _check(row["doubts"], row["other_doubts"])
            lines.append(f"{_when(row)} {row['event']} ({row['lineage']}): {what}{about} — {_place(row)}{doubts}")
        return _listed(f"{authority}: {count(len(lines), 'event')}", lines, len(lines))

    @_said
    def compare(self, authorities: list[str], as_of: str | None = None) -> str:
        """The grades that authorities held on a day (today), with why one is missing and what to check."""
        judged = self.corpus.latest(as_of=as_of).to_dict("records")
        lines = []
        for row in map(_plain, self.corpus.compare(authorities, as_of=as_of).to_dict("records")):
            themes = ("overall", "help_and_protection", "care", "care_leavers", "leadership")
            grades = [f"{t.replace('_', ' ')}: {Grade(row[t]) if row[t] else 'no grade'}" for t in themes]
            sources = {_place(j) for j in map(_plain, judged) if j["la_code"] and j["la_code"] == row["la_code"]}
            told = [f"{name}: {row[name]}" for name in ("notes", "doubts") if row[name]]
            more = "".join(f"\n  - {line}" for line in (*told, *(f"from {source}" for source in sorted(sources))))
            lines.append(f"{row['authority']}: {'; '.join(grades)}{more}")
        return _listed(f"Grades in force on {as_of or 'this day'}", lines, len(lines))


def _noted(attrs: Mapping[Any, Any]) -> str:
    """Below an answer, what is doubtful about all of it."""
    return "".join(f"\n\nNote: {line}" for line in told_by(attrs))


def _plain(row: dict[Any, Any]) -> dict[str, Any]:
    """A row of a frame with None for what is missing."""
    return {
        str(name): None if value != value or str(value) in ("<NA>", "NaT") else value for name, value in row.items()
    }


def _listed(head: str, lines: Iterable[str], number: int) -> str:
    shown = list(lines)
    more = f"\n\n(… {number - len(shown):,} more: ask more narrowly)" if number > len(shown) else ""
    return f"{head}\n\n" + "\n".join(f"- {line}" for line in shown) + more if shown else f"{head}: nothing found."


def _when(row: dict[str, Any]) -> str:
    day = row.get("end") or row.get("published") or row.get("dated")
    return str(day)[:10] if day else "no date"


def _place(row: dict[str, Any]) -> str:
    """Report, section, page and link of a row."""
    page = int(row["page"]) if row.get("page") else None
    parts = [str(Framework(row["framework"])), row.get("authority"), _when(row), row.get("section")]
    parts += [f"page {page}" if page else None, os.path.basename(row["path"] or "") or None, f"report {row['report']}"]
    link = web_link(row.get("url"), page)
    return ", ".join(part for part in parts if part) + (f", {link}" if link else "")


def _report_line(row: dict[str, Any]) -> str:
    overall = f", overall {Grade(row['overall'])}" if row["overall"] else ""
    doubt = f", {count(row['issues'], 'issue')} to check" if row["issues"] else ""
    second = ", second-hand" if row["second_hand"] else ""
    told = _check(row["doubts"], row["other_doubts"])
    return f"{row['title'] or 'Untitled'} — {_place(row)}{overall}{second}{doubt}{told}"


def _check(*doubts: str | None) -> str:
    """Below a line, what to check about it."""
    return f"\n  - check: {told}" if (told := joined(*doubts)) else ""


def _whole(text: str, most: int = 1500) -> str:
    return text if len(text) <= most else text[:most].rstrip() + " …"


def _source(report: ofsted.Report) -> str:
    from ofsted.finding.chunks import citation

    return f"Source: {citation(report, None, None)}; report {report.id}"


def _section(report: ofsted.Report, heading: str) -> str:
    """One section: the text below a heading, with the pages."""
    found = report.sections[heading]
    lines = []
    for section in found.walk():
        lines.append(f"## {section.heading or 'Without heading'} (page {section.page or 'unknown'})")
        for paragraph in section.paragraphs:
            number = f"{paragraph.number}. " if paragraph.number is not None else ""
            link = report.link(paragraph.page)
            page = f" [page {paragraph.page}{f', {link}' if link else ''}]" if paragraph.page else ""
            lines.append(f"{number}{paragraph.text}{page}")
    return "\n\n".join(lines)
