"""Files for other people and other programs: Parquet, CSV, DuckDB, Markdown. Workbooks: `ofsted.showing.workbook`.

Every frame of a corpus becomes a file or a table of the same name; where there is news, what it says stands apart in
`news_judgements` and the like.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ofsted.tables.frames import FRAMES, GRADE_ORDER, SECONDARY, Columns, _pyarrow

if TYPE_CHECKING:
    from ofsted.corpus import Corpus
    from ofsted.model.parts import Finding, Paragraph, Section
    from ofsted.report import Report

__all__ = ["report_markdown", "to_csv", "to_duckdb", "to_excel", "to_parquet"]

PathLike = str | os.PathLike[str]


def tables(corpus: Corpus) -> Iterator[tuple[str, Columns]]:
    """Every frame by name, in the order of `FRAMES`; then those of news, where there is any."""
    for name in FRAMES:
        yield name, corpus.table(name)
    for name in SECONDARY:
        news = corpus.table(name, secondary=True)
        if len(news):
            yield f"news_{name}", news


def _folder(folder: PathLike) -> str:
    os.makedirs(folder, exist_ok=True)
    return os.fspath(folder)


def to_parquet(corpus: Corpus, folder: PathLike) -> list[str]:
    """One Parquet file a frame in `folder`; the paths written. ImportError without pyarrow."""
    _pyarrow()
    from pyarrow import parquet

    written = []
    for name, table in tables(corpus):
        path = os.path.join(_folder(folder), f"{name}.parquet")
        parquet.write_table(table.to_arrow(), path)
        written.append(path)
    return written


def to_csv(corpus: Corpus, folder: PathLike) -> list[str]:
    """One CSV file a frame in `folder`; the paths written. Days are ISO 8601, what is unknown is empty."""
    import csv

    written = []
    for name, table in tables(corpus):
        path = os.path.join(_folder(folder), f"{name}.csv")
        # The mark in front tells Excel that this is UTF-8; pandas and R take it, too.
        with open(path, "w", encoding="utf-8-sig", errors="replace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.kinds)
            writer.writerows(zip(*table.values.values(), strict=True))
        written.append(path)
    return written


def to_excel(corpus: Corpus, path: PathLike) -> str:
    """The workbook of `ofsted.showing.workbook` at `path`; its path. ImportError without openpyxl."""
    from ofsted.showing import workbook

    return workbook.to_excel(corpus, path)


def to_duckdb(corpus: Corpus, path: PathLike) -> str:
    """One table a frame in the DuckDB database at `path`; its path. ImportError without duckdb and pyarrow.

    A database that is there keeps its other tables; those of the same names are replaced, all or none.
    """
    try:
        import duckdb
    except ImportError as error:
        raise ImportError("DuckDB files need duckdb: pip install 'ofsted[duckdb]'") from error
    _pyarrow()
    connection = duckdb.connect(os.fspath(path))
    try:
        connection.begin()
        for name, table in tables(corpus):
            connection.register("incoming", table.to_arrow())
            # An enumeration, so that grades sort by merit; all names are our own.
            scale = ", ".join(f"'{grade}'" for grade in GRADE_ORDER)
            ranked = [f"{c}::enum({scale}) as {c}" for c, kind in table.kinds.items() if kind == "grade"]
            columns = f"* replace ({', '.join(ranked)})" if ranked else "*"
            connection.execute(f"create or replace table {name} as select {columns} from incoming")  # noqa: S608
            connection.unregister("incoming")
        connection.commit()
    finally:
        connection.close()
    return os.fspath(path)


# ---- Markdown ----

_FINDINGS = {
    "strengths": "Strengths",
    "meets_requirements": "Meets requirements",
    "areas_for_development": "Areas for development",
    "priority_actions": "Areas for priority action",
}


def _escape(text: object) -> str:
    """Text that Markdown takes as it stands."""
    line = " ".join(str(text).split())
    line = re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", line)
    return re.sub(r"^([#+=-]|\d+[.)])", _guard, line)


def _guard(found: re.Match[str]) -> str:
    return found[1][:-1] + "\\" + found[1][-1]


def _page(page: int | None) -> str:
    return f" (page {page})" if page else ""


def report_markdown(report: Report) -> str:
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
        parts += [part for top in report.sections for section in top.walk() for part in _section(section)]
    if report.footnotes:
        notes = [f"- {_escape(n.mark or '')}: {_escape(n.text)}{_page(n.page)}" for n in report.footnotes]
        parts += ["## Footnotes", "\n".join(notes)]
    return "\n\n".join(parts) + "\n"


def _facts(report: Report) -> list[str]:
    facts = [("Kind", str(report.framework)), ("Authority", report.authority.name)]
    facts += [("Inspected", str(period)) for period in report.inspection_periods]
    facts.append(("Published", report.published.isoformat() if report.published else None))
    facts.append(("Lead inspector", str(report.lead_inspector) if report.lead_inspector else None))
    facts += [("Addressed to", report.addressee), ("Focus", report.focus), ("File", report.path)]
    return ["\n".join(f"- {name}: {_escape(value)}" for name, value in facts if value)]


def _judgements(report: Report) -> list[str]:
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
