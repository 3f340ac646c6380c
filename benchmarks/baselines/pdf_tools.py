"""PDF → facts with other tools: each a function from a path to facts, made by its maker where the tool is installed.

A report's judgements stand on one of its first pages. So only those are searched for tables, and only where a row's
label stands on them: to look at every page would cost each tool many times as long and find nothing more.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from .rules import Facts, Table, facts_of

Tool = Callable[[Path], Facts]
FIRST_PAGES = 5
ROWS = ("help and protection", "overall effectiveness")


def may_hold_judgements(text: str) -> bool:
    """Whether a page's text has a judgement's label in it."""
    words = " ".join(text.lower().split())
    return any(row in words for row in ROWS)


def with_pymupdf() -> Tool:
    """PyMuPDF: the text of every page, and its table finder."""
    import pymupdf

    def tool(path: Path) -> Facts:
        texts: list[str] = []
        tables: list[Table] = []
        with pymupdf.open(path) as document:
            for number, page in enumerate(document):
                texts.append(page.get_text())
                if number < FIRST_PAGES and may_hold_judgements(texts[-1]):
                    tables += [table.extract() for table in page.find_tables().tables]
        return facts_of("\n".join(texts), tables)

    return tool


def with_pdfplumber() -> Tool:
    """pdfplumber: the text of every page, and its tables."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)

    def tool(path: Path) -> Facts:
        texts: list[str] = []
        tables: list[Table] = []
        with pdfplumber.open(path) as document:
            for number, page in enumerate(document.pages):
                texts.append(page.extract_text() or "")
                if number < FIRST_PAGES and may_hold_judgements(texts[-1]):
                    tables += page.extract_tables()
                page.close()
        return facts_of("\n".join(texts), tables)

    return tool


def with_tabula() -> Tool:
    """pypdf for the text of every page, tabula-py for the tables. Its Java runs in this process and stays warm."""
    import jpype  # tabula-py would start a Java for every file without it
    import jpype.config
    import pypdf
    import tabula

    jpype.config.destroy_jvm = False  # at the end it would wait for ever for the thread that started it
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    logging.getLogger("tabula").setLevel(logging.ERROR)

    def tool(path: Path) -> Facts:
        texts = [page.extract_text() for page in pypdf.PdfReader(path).pages]
        pages = [i + 1 for i, text in enumerate(texts[:FIRST_PAGES]) if may_hold_judgements(text)]
        frames = (
            tabula.read_pdf(path, pages=pages, multiple_tables=True, silent=True, pandas_options={"header": None})
            if pages
            else []
        )
        tables = [frame.astype(object).where(frame.notna(), None).values.tolist() for frame in frames]
        return facts_of("\n".join(texts), tables)

    return tool


TOOLS: dict[str, Callable[[], Tool]] = {
    "PyMuPDF, its table finder, `re`": with_pymupdf,
    "pdfplumber, its tables, `re`": with_pdfplumber,
    "pypdf, tabula-py (Java kept warm), `re`": with_tabula,
}
