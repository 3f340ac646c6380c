"""The frame that a search returns: a pandas frame that shows its snippets highlighted in a notebook. Needs pandas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ofsted.comparing.unmatched import listed_by
from ofsted.finding.hits import MARKS, hits_html
from ofsted.model.grades import Framework
from ofsted.model.report_data import web_link
from ofsted.showing.grade_frame import told_below
from ofsted.showing.noted_frame import NotedFrame, doubtful, is_workbook
from ofsted.showing.workbook import table_to_excel
from ofsted.tables.arrays import require_pandas
from ofsted.tables.columns import columns_of

require_pandas()  # says what to install

import pandas as pd  # noqa: E402

__all__ = ["HitFrame", "found"]

SHOWN = {
    "authority": "Authority",
    "framework": "Framework",
    "end": "Inspected",
    "section": "Section",
    "number": "Number",
    "page": "Page",
    "snippet": "Found",
}


class HitFrame(NotedFrame):
    """A frame like any other; what is made of it (`head()`, a selection of rows) shows itself in the same way."""

    @property
    def _constructor(self) -> Callable[..., HitFrame]:
        return HitFrame

    def to_excel(self, excel_writer: Any, *args: Any, **options: Any) -> str | None:  # type: ignore[misc, override]
        """A workbook as the command's `-o hits.xlsx`: links to pages, filters, a header that stays, widths; its path.

        pandas' own with any of its options but `index`, to anything but the path of an .xlsx, and where rows or columns
        are named by several levels. ImportError without openpyxl.
        """
        plain = not args and options.keys() <= {"index"} and is_workbook(excel_writer)
        named = self.index.nlevels == self.columns.nlevels == 1 and self.index.name is None
        if not plain or not named:
            super().to_excel(excel_writer, *args, **options)
            return None
        return table_to_excel(columns_of(self), excel_writer, listed_by(self.attrs))

    def _repr_html_(self) -> str | None:
        """The rows that pandas would show, in the columns that a reader wants; pandas' own HTML without a snippet."""
        if "snippet" not in self.columns:
            made: str | None = pd.DataFrame(self)._repr_html_()  # type: ignore[operator]
            return made and made + told_below(self)
        most = pd.get_option("display.max_rows") or len(self)
        columns = [name for name in SHOWN if name in self.columns]
        shown = pd.DataFrame(self)[columns].head(most)
        if "framework" in columns:
            shown["framework"] = [_words(value) for value in shown["framework"]]
        rows = [[_plain(value) for value in row] for row in shown.itertuples(index=False, name=None)]
        marks = self.attrs.get("marks", MARKS)
        more = max(len(self) - most, 0)
        doubts = [_plain(value) for value in self["doubts"].head(most)] if "doubts" in self.columns else ()
        found = hits_html([SHOWN[name] for name in columns], rows, marks, more, self._links(most), doubts)
        return found + told_below(self, most)

    def _links(self, most: int) -> list[str | None]:
        """The web address of each row's page, where it is known."""
        if not {"url", "page"} <= set(self.columns):
            return []
        pairs = pd.DataFrame(self)[["url", "page"]].head(most).itertuples(index=False, name=None)
        return [web_link(_plain(url), _plain(page)) for url, page in pairs]


def _words(framework: Any) -> Any:
    return str(Framework(framework)) if isinstance(framework, str) else framework


def _plain(value: Any) -> Any:
    """A value as a reader wants it: days without hours, nothing for what is missing."""
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def found(frame: pd.DataFrame) -> HitFrame:
    """The same frame, which shows itself in this way."""
    made = HitFrame(frame)
    made.attrs = {**frame.attrs, "doubtful": doubtful(frame)}
    return made
