"""A corpus or a summary as an Excel workbook for people: a sheet a table, words instead of slugs. Needs openpyxl."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from ofsted.comparing.summary import SummaryTable, title_of
from ofsted.comparing.unmatched import counted, listed_by
from ofsted.model.extras import needed
from ofsted.model.grades import Framework, Grade
from ofsted.model.paths import path_of, target_of, whole_file
from ofsted.model.report_data import web_link
from ofsted.tables.columns import Columns, Tables
from ofsted.tables.coverage import coverage, documents_of, second_hand
from ofsted.tables.export import tables

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["require_openpyxl", "summary_to_excel", "table_to_excel", "to_excel", "to_note"]

PathLike = str | os.PathLike[str]

# Text and background of a grade: the worse, the darker, so that they differ on paper without colour, too.
COLOURS = {
    Grade.OUTSTANDING: ("1A1A1A", "E3EEF9"),
    Grade.GOOD: ("1A1A1A", "B5DDBF"),
    Grade.REQUIRES_IMPROVEMENT: ("1A1A1A", "EDB145"),
    Grade.ADEQUATE: ("1A1A1A", "EDB145"),
    Grade.INADEQUATE: ("FFFFFF", "8F1D1D"),
    Grade.NOT_JUDGED: ("1A1A1A", "FFFFFF"),
    Grade.TYPICALLY_POSITIVE: ("1A1A1A", "B5DDBF"),
    Grade.INCONSISTENT: ("1A1A1A", "EDB145"),
    Grade.WIDESPREAD_FAILINGS: ("FFFFFF", "8F1D1D"),
}
HEADER = ("FFFFFF", "2B3A4A")
LINK = "0B4F8A"

# Widths in characters; other columns are as wide as their kind needs.
WIDTHS = {"text": 90, "message": 80, "label": 45, "title": 45, "section": 40, "heading": 40, "path": 45, "kept": 45}
WIDTHS |= {
    "ofsted_region": 34,
    "inspector": 26,
    "neighbours_grades": 60,
    "doubts": 60,
    "doubt": 22,
    "other_doubts": 60,
    "snippet": 80,
}
WIDTHS |= {"authority": 35, "region": 25, "type": 22, "report": 14, "lead_inspector": 24, "focus": 45, "number": 9}
KIND_WIDTHS = {"date": 13, "count": 9, "grade": 24, "frameworks": 16, "label": 22, "text": 16}
WRAPPED = {
    "text",
    "message",
    "label",
    "title",
    "section",
    "heading",
    "focus",
    "doubts",
    "doubt",
    "other_doubts",
    "snippet",
}

PRINTED = 190  # characters across a page of A4, as wide as can still be read

LINE, HIGHEST = 15.0, 409.0  # points

MOST_ROWS = 1_048_575  # of a sheet, without its header
TOLD = 200  # rows between two steps of a progress bar
MOST_LINKS = 60_000  # Excel refuses a sheet with more than 65,530
MOST_CHARACTERS = 32_767  # of a cell
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CUT = " … (cut here: Excel holds no more)"


def to_excel(corpus: Tables, path: PathLike, advance: Callable[[int], object] | None = None) -> str:
    """The workbook at `path`; its path. `advance` is told of each so many rows that are written.

    ImportError without openpyxl; ValueError for more rows than Excel holds.
    """
    path = target_of(path, ".xlsx")
    book, styles = _new_book(), _Styles()
    _about(book.create_sheet("About"), corpus, styles)
    for name, table in tables(corpus):
        _sheet(book.create_sheet(_words(name)), _shown(table), styles, path, advance)
    _save(book, path)
    return path


def table_to_excel(table: Columns, path: PathLike, notes: Sequence[str] = ()) -> str:
    """One table as a workbook of one sheet, and one of `notes` on all of it where there are any; its path.

    ImportError and ValueError as `to_excel()`.
    """
    path = target_of(path, ".xlsx")
    book = _new_book()
    _sheet(book.create_sheet("Ofsted"), _shown(table), _Styles(), path)
    to_note(book, notes)
    _save(book, path)
    return path


def _shown(table: Columns) -> _Table:
    if len(table) > MOST_ROWS:
        raise ValueError(
            f"{table.name} has {len(table):,} rows, more than an Excel sheet holds; Parquet and CSV have no limit"
        )
    titles = [_words(column) for column in table.kinds]
    frozen = "D2" if "authority" in table.kinds else "A2"
    return _Table(table.kinds, titles, table.rows(), len(table), frozen)


def summary_to_excel(summary: SummaryTable, path: PathLike) -> str:
    """The table of a summary as a workbook of one sheet; its path. ImportError without openpyxl."""
    path = target_of(path, ".xlsx")
    book = _new_book()
    book.properties.title = summary.title
    titles = [title_of(name) for name in summary.columns]
    rows = ({name: row.get(name) for name in summary.columns} for row in summary)
    shown = _Table(summary.columns, titles, rows, len(summary), "B2")
    _sheet(book.create_sheet(summary.framework.upper()), shown, _Styles(), path)
    to_note(book, listed_by(summary.attrs))
    _save(book, path)
    return path


def to_note(book: Workbook, lines: Sequence[str]) -> None:
    """A sheet of sentences on all of a table, one a row; none without any. Where there is such a sheet, it goes on."""
    if not lines:
        return
    sheet: Any = book["To note"] if "To note" in book.sheetnames else book.create_sheet("To note")
    sheet.column_dimensions["A"].width = WIDTHS["text"]
    for line in lines:
        sheet.append([_cell(sheet, line)])


def _new_book() -> Workbook:
    book: Workbook = require_openpyxl().Workbook(write_only=True)
    return book


def _save(book: Any, path: PathLike) -> None:
    """The book as a file. Where that fails its sheets are ended: else each of them prints a traceback later on."""
    from openpyxl.utils.exceptions import WorkbookAlreadySaved

    with whole_file(path_of(path)) as made:
        try:
            book.save(made)
        except OSError:
            for sheet in book.worksheets:
                with suppress(WorkbookAlreadySaved, OSError):
                    sheet.close()
            raise


def require_openpyxl() -> Any:
    """The module openpyxl; ImportError that says what to install."""
    return needed("openpyxl", "workbooks need", "'ofsted[excel]'")


def _words(slug: str) -> str:
    """A slug as a person would write it."""
    words = slug.replace("_", " ").replace("-", " ")
    words = words[:1].upper() + words[1:]
    return {
        "Urn": "URN",
        "La code": "LA code",
        "Gss code": "GSS code",
        "Url": "Web",
        "Kept": "Same as",
        "Area send": "Area SEND",
    }.get(words, words)


def _clean(text: str) -> str:
    text = _ILLEGAL.sub("", text)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - len(_CUT)] + _CUT


class _Styles:
    """What cells look like; each style once."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        self.wrapped = Alignment(wrap_text=True, vertical="top")
        self.top = Alignment(vertical="top")
        self.left = Alignment(horizontal="left")
        font = partial(Font, name="Calibri", size=11)  # one without a name is shown in another letter
        self.link = font(color=LINK, underline="single")
        self.bold = font(bold=True)
        self.header = font(bold=True, color=HEADER[0]), PatternFill("solid", fgColor=HEADER[1])
        self.grades = {
            grade: (font(color=text, bold=text == "FFFFFF"), PatternFill("solid", fgColor=fill))
            for grade, (text, fill) in COLOURS.items()
        }


def _put(cell: Any, value: Any) -> Any:
    """`value` into a cell. Text stays text, whatever it begins with: '=…' in a report is no formula."""
    if isinstance(value, str):
        cell.value = _clean(value)
        cell.data_type = "s"
    else:
        cell.value = value
    return cell


def _cell(sheet: Any, value: Any = None, font: Any = None, fill: Any = None, alignment: Any = None) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    if font:
        cell.font = font
    if fill:
        cell.fill = fill
    if alignment:
        cell.alignment = alignment
    return _put(cell, value)


Row = dict[str, Any]
Maker = Callable[[Any, Row], Any]


def _makers(sheet: Any, table: _Table, styles: _Styles, folder: Path) -> list[Maker]:
    """For each column a function(value, row) that makes its cell.

    A column has one cell, styled once and filled anew for each row: openpyxl writes a row when it is appended,
    and to style a cell takes longer than to write it.
    """
    link_at = _link_column(table)
    makers = []
    for name, kind in table.kinds.items():
        if name == link_at:
            makers.append(_linked(sheet, styles, folder))
        elif kind == "grade":
            makers.append(_graded(sheet, styles))
        else:
            cell = _cell(sheet, alignment=styles.wrapped if name in WRAPPED else styles.top)
            if kind == "date":
                cell.number_format = "d mmm yyyy"
            makers.append(_plain(cell, _SHOWN.get(kind)))
    return makers


# How kinds of column are shown; all others as they are.
_SHOWN: dict[str, Callable[[str], Any]] = {
    "date": date.fromisoformat,
    "frameworks": lambda slug: str(Framework(slug)),
    **dict.fromkeys(("themes", "scales", "findings", "kinds", "sources"), _words),
}


def _plain(cell: Any, show: Callable[[str], Any] | None) -> Maker:
    return lambda value, row: _put(cell, show(value) if show else value)


def _graded(sheet: Any, styles: _Styles) -> Maker:
    cells = {g.value: _cell(sheet, str(g), *style, styles.top) for g, style in styles.grades.items()}
    return lambda value, row: cells[value]


def _link_column(table: _Table) -> str | None:
    """One link a row: to the page where there is one, else to the file."""
    if table.length > MOST_LINKS:
        return None
    return next((name for name in ("page", "path") if name in table.kinds), None)


def _linked(sheet: Any, styles: _Styles, folder: Path) -> Maker:
    cell = _cell(sheet, font=styles.link, alignment=styles.top)
    plain = _cell(sheet, alignment=styles.top)

    def make(value: Any, row: Row) -> Any:
        page = value if isinstance(value, int) else None
        path, url = row.get("path"), row.get("url")
        target = web_link(url, page) or (_target(path, page, folder) if path else None)
        if target is None:
            return _put(plain, value)
        _put(cell, value)
        cell.hyperlink = target
        return cell

    return make


class _Table(NamedTuple):
    """What a sheet shows; a row holds every column of `kinds`, in order. Above and left of `frozen` stays in sight."""

    kinds: dict[str, str]
    titles: list[str]
    rows: Iterable[Row]
    length: int
    frozen: str


def _sheet(
    sheet: Any, table: _Table, styles: _Styles, path: PathLike, advance: Callable[[int], object] | None = None
) -> None:
    from openpyxl.utils import column_index_from_string, get_column_letter

    for number, (name, title) in enumerate(zip(table.kinds, table.titles, strict=True), 1):
        width = WIDTHS.get(name, KIND_WIDTHS.get(table.kinds[name], 16))
        sheet.column_dimensions[get_column_letter(number)].width = max(width, min(len(title), 20) + 4)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.kinds))}{table.length + 1}"
    sheet.freeze_panes = table.frozen
    widths = [sheet.column_dimensions[get_column_letter(n)].width for n in range(1, len(table.kinds) + 1)]
    _prepare_print(sheet, sum(widths))
    if table.frozen != "A2" and sum(widths) > PRINTED:
        last = column_index_from_string(table.frozen.rstrip("0123456789")) - 1
        sheet.print_title_cols = f"A:{get_column_letter(last)}"
    sheet.append([_cell(sheet, title, *styles.header, styles.wrapped) for title in table.titles])
    makers = _makers(sheet, table, styles, Path(os.path.abspath(path)).parent)
    wrapped = [(name, width) for name, width in zip(table.kinds, widths, strict=True) if name in WRAPPED]
    for number, row in enumerate(table.rows, 1):
        if advance and number % TOLD == 0:
            advance(TOLD)
        lines = max((_lines_of(row[name], width) for name, width in wrapped), default=1)
        if lines > 1:
            sheet.row_dimensions[number + 1].height = min(LINE * lines, HIGHEST)
        values = zip(makers, row.values(), strict=True)
        sheet.append([None if value is None else make(value, row) for make, value in values])
    if advance:
        advance(table.length % TOLD)


def _lines_of(value: Any, width: float) -> int:
    """In how many lines a text is shown. Excel makes rows as high as their text; LibreOffice and printers do not."""
    return math.ceil(1.1 * len(value) / width) + value.count("\n") if isinstance(value, str) else 1


def _prepare_print(sheet: Any, width: float = 0) -> None:
    """Landscape, the header on every page; `width` characters on as many pages side by side as they need to be read."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.page_setup.fitToWidth = max(1, math.ceil(width / PRINTED))
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.HeaderFooter.oddFooter.center.text = "&A, page &P of &N"


@lru_cache(maxsize=4096)
def _address(path: str, folder: Path) -> str | None:
    """Where a file is. Relative for what lies below the workbook's folder, so that both can be moved together."""
    if "://" in path:
        return path if path.startswith(("http://", "https://")) else None
    absolute = Path(os.path.abspath(path))
    if absolute.is_relative_to(folder):
        return quote(absolute.relative_to(folder).as_posix(), errors="surrogateescape")
    return absolute.as_uri()


def _target(path: str, page: int | None, folder: Path) -> str | None:
    """Where a link leads."""
    address = _address(path, folder)
    return f"{address}#page={page}" if address and page else address


def _about(sheet: Any, corpus: Tables, styles: _Styles) -> None:
    """The first sheet: what this is, what it covers, how to read it."""
    from ofsted import __version__

    sheet.column_dimensions["A"].width = 62
    for column in "BCD":
        sheet.column_dimensions[column].width = 16
    _prepare_print(sheet)

    def line(*values: Any, bold: bool = False) -> None:
        font = styles.bold if bold else None
        sheet.append([_cell(sheet, value, font, alignment=styles.left) for value in values])

    line("Ofsted reports on children's services, as read by ofsted " + __version__, bold=True)
    line("Every value names the page it was read from. Check what the sheet Issues lists before you use it.")
    line("Contains public sector information licensed under the Open Government Licence v3.0 (Ofsted's reports).")
    line()
    line("Kind of document", documents_of(corpus), "Authorities", "Years", bold=True)
    for framework, reports, authorities, first, last in coverage(corpus):
        years = "" if first is None else str(first) if first == last else f"{first}–{last}"
        line(str(Framework(framework)), reports, authorities, years)
    line("Files that could not be read", len(corpus.table("errors")))
    line("Files of the same content", len(corpus.table("duplicates")))
    lost, also = counted(corpus)
    line("Reports that could not be put to an authority or a day", lost)
    line("Reports on an inspection that another one is on as well", also)
    line("Reports that nothing shows to be Ofsted's own: second-hand", len(second_hand(corpus, "issues")))
    line("Issues", len(corpus.table("issues")))
    line()
    line("Grades", bold=True)
    for grade, (font, fill) in styles.grades.items():
        sheet.append([_cell(sheet, str(grade), font, fill)])
    line(
        "'Adequate' was used until 2013, 'Requires improvement' since: the same place on the scale, not the same test."
    )
    line("The outcomes of area SEND inspections (the last three) are a scale of their own.")
