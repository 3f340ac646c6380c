"""The summary that users hold: a table of authorities that is written as a workbook or as a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ofsted.comparing.in_force import Published
from ofsted.comparing.summary import PathLike, SummaryTable, summary_rows
from ofsted.register.authorities import Day
from ofsted.tables.columns import Tables

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Summary", "summary"]


class Summary(SummaryTable):
    """A table of authorities with their latest result: rows as dicts here, a frame, a workbook or a page on request.

    `rows` hold what `ofsted.comparing.summary.COLUMNS` lists; days are ISO 8601 text, grades their slugs.
    """

    def to_frame(self) -> pd.DataFrame:
        """The table as a frame. ImportError without pandas."""
        from ofsted.showing.grade_frame import shown

        return shown(super().to_frame(), "summary")

    def to_excel(self, path: PathLike) -> str:
        """Written as a workbook: fixed header, filters, grade colours, links to file and page. Needs openpyxl."""
        from ofsted.showing.workbook import summary_to_excel

        return summary_to_excel(self, path)

    def to_html(self, path: PathLike) -> str:
        """Written as one web page that needs nothing else: a table to read, search, sort and print."""
        from ofsted.showing.summary_page import write_html

        return write_html(self, path)

    def _repr_html_(self) -> str:
        from ofsted.showing.summary_notebook import summary_html

        return summary_html(self)


def summary(
    corpus: Tables, framework: str = "ilacs", as_of: Day | None = None, published: Published | None = None
) -> Summary:
    """One row for each authority that has a result under `framework` on `as_of` (today): 'ilacs', 'sif', 'area-send'.

    Authorities that did not exist on the day are left out. `status` says why `overall` is missing. `previous_overall`
    is the overall grade of the last inspection of children's services (of area SEND: the outcome of the last area SEND
    inspection) before this one that is in the corpus and gave one, `previous_date` its last day; `direction` is better,
    same or worse. `neighbours_…` count the statistical neighbours by the overall grade that they hold. `doubts` says
    what to check before use: the report's issues about these grades, and what may be newer on the authority.
    NotFoundError (a ValueError) for another framework.
    """
    return Summary(*summary_rows(corpus, framework, as_of, published))
