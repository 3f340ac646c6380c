"""Tables of reports: columns of plain values first, then pandas or Arrow made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from ofsted.model.errors import NotFoundError
from ofsted.tables.arrays import (
    arrow_array,
    arrow_field,
    pandas_array,
    require_pandas,
    require_pyarrow,
    with_used_categories,
)
from ofsted.tables.frames import FRAMES, GRADE_ORDER, GRADE_RANKS, graded_column, ranked

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Columns", "Tables", "columns_of", "frame_of"]


class Tables(Protocol):
    """What is needed of a corpus: its frames as plain columns."""

    def table(self, name: str, secondary: bool = False) -> Columns:
        """One frame."""
        ...


class Columns:
    """One frame as plain lists: `values[name]` holds str, int or None, a day as ISO 8601; `kinds` names the types.

    polars and DuckDB take it as it is (`polars.DataFrame(table)`; `duckdb.sql("from table")`): it offers Arrow's
    PyCapsule interface, for which pyarrow is needed. Not to be changed.
    """

    __slots__ = ("_index", "_own", "_reports", "kinds", "name")

    def __init__(
        self,
        name: str,
        own: dict[str, list[Any]],
        reports: dict[str, list[Any]] | None = None,
        index: list[int] | None = None,
        kinds: Mapping[str, str] | None = None,
    ) -> None:
        """`index` says of each row which of the `reports`' shared values belong to it; `kinds` are the frame's own."""
        self.name = name
        self.kinds = dict(FRAMES[name] if kinds is None else kinds)
        self._own = own
        self._reports = reports
        self._index = index if index is not None else []

    def __len__(self) -> int:
        return len(next(iter(self._own.values())))

    def __repr__(self) -> str:
        return f"<Columns {self.name}, {len(self)} rows: {', '.join(self.kinds)}>"

    @property
    def values(self) -> dict[str, list[Any]]:
        """Every column by name, in order; the shared ones are spelt out for each row."""
        return {name: self.column(name) for name in self.kinds}

    def column(self, name: str) -> list[Any]:
        """One column."""
        values, own = self._held(name)
        return values if own else [values[i] for i in self._index]

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows as dicts."""
        values = self.values
        return (dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True))

    def of_second_hand(self, wanted: bool) -> Columns:
        """The rows of what others wrote of an inspection, or of what Ofsted wrote."""
        if self._reports is None:
            raise ValueError(f"{self.name} is not a frame of reports")
        second_hand = self._reports["second_hand"]
        if not wanted and not any(second_hand):
            return self
        return self.take([row for row, report in enumerate(self._index) if second_hand[report] is wanted])

    def take(self, rows: Sequence[int]) -> Columns:
        """These rows, in this order."""
        own = {name: [values[row] for row in rows] for name, values in self._own.items()}
        return self.replaced(own, self.kinds, [self._index[row] for row in rows])

    def replaced(self, own: dict[str, list[Any]], kinds: Mapping[str, str], index: list[int] | None = None) -> Columns:
        """The same reports beside other columns: as many rows as here, or as `index` has."""
        return Columns(self.name, own, self._reports, self._index if index is None else index, kinds)

    def with_text(self, name: str, text: str | None) -> Columns:
        """The same with one more column, which says this in each row."""
        return self.replaced({**self._own, name: [text] * len(self)}, {**self.kinds, name: "text"})

    def beside(self, name: str, own: dict[str, list[Any]], index: list[int]) -> Columns:
        """Another frame about the same reports: `index` says of each of its rows which of them it belongs to."""
        return Columns(name, own, self._reports, index)

    def followed_by(self, others: Sequence[Columns]) -> Columns:
        """This table with others of the same columns and reports below it."""
        parts = [self, *others]
        own = {name: [value for part in parts for value in part._own[name]] for name in self._own}
        return self.replaced(own, self.kinds, [report for part in parts for report in part._index])

    def _held(self, name: str) -> tuple[list[Any], bool]:
        """The values of a column, and whether there is one for each row; a shared column has one for each report."""
        if self.kinds.get(name) == "rank":
            return _ranks(self._own[graded_column(name)]), True
        if name in self._own:
            return self._own[name], True
        if self._reports is None:
            raise NotFoundError.unknown("column", name, self.kinds)
        if name in self.kinds and name not in self._reports:  # pickled before there was such a column
            return [None] * len(next(iter(self._reports.values()))), False
        return self._reports[name], False

    # ---- pandas ----

    def to_pandas(self) -> pd.DataFrame:
        """The frame, with the dtypes of the kinds in `FRAMES`. ImportError without pandas."""
        pandas = require_pandas()
        import numpy

        index = numpy.asarray(self._index, dtype="int64")
        rows = pandas.RangeIndex(len(self))  # one for all, so that pandas need not bring them together
        made = {}
        for name, kind in self.kinds.items():
            values, own = self._held(name)
            array = pandas_array(pandas, numpy, values, kind)
            if not own:
                array = array.take(index)
                if kind == "label":
                    array = with_used_categories(pandas, array)
            made[name] = pandas.Series(array, rows, copy=False)
        frame: pd.DataFrame = pandas.DataFrame(made, rows, copy=False)
        return frame

    # ---- Arrow ----

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`. ImportError without pyarrow."""
        arrow = require_pyarrow()
        fields, arrays = [], []
        for name, kind in self.kinds.items():
            values, own = self._held(name)
            array = arrow_array(arrow, values, kind)
            if not own:
                array = array.take(arrow.array(self._index, arrow.int64()))
            arrays.append(array)
            fields.append(arrow_field(arrow, name, array, GRADE_ORDER if kind == "grade" else None))
        return arrow.Table.from_arrays(arrays, schema=arrow.schema(fields))

    def __arrow_c_schema__(self) -> object:
        return self.to_arrow().schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)


def frame_of(rows: Iterable[Mapping[str, Any]], kinds: Mapping[str, str]) -> pd.DataFrame:
    """One column for each of `kinds`, in order, then the ranks of those that hold grades.

    The kinds are those of `ofsted.tables.frames`, and `real` for numbers. Days are ISO 8601 text or None. A key that a
    row lacks is missing. ImportError without pandas.
    """
    pandas = require_pandas()
    import numpy

    rows = list(rows)
    made = {}
    for name, kind in ranked(kinds).items():
        values = [row.get(graded_column(name) if kind == "rank" else name) for row in rows]
        made[name] = pandas.Series(pandas_array(pandas, numpy, _ranks(values) if kind == "rank" else values, kind))
    frame: pd.DataFrame = pandas.DataFrame(made)
    return frame


def columns_of(frame: pd.DataFrame) -> Columns:
    """A pandas frame as plain columns, None for what is missing."""
    pandas = require_pandas()
    kinds: dict[str, str] = {}
    own: dict[str, list[Any]] = {}
    for name, values in frame.items():
        column = str(name)
        if isinstance(values.dtype, pandas.CategoricalDtype):
            unordered = "frameworks" if column.endswith("framework") else "label"
            kinds[column] = "grade" if values.dtype.ordered else unordered
        elif pandas.api.types.is_datetime64_any_dtype(values.dtype):
            kinds[column] = "date"
            values = values.dt.strftime("%Y-%m-%d")
        else:
            kinds[column] = "count" if pandas.api.types.is_integer_dtype(values.dtype) else "text"
        own[column] = [None if pandas.isna(value) else value for value in values.tolist()]
    return Columns("result", own, kinds=kinds)


def _ranks(grades: list[Any]) -> list[int | None]:
    """Of each grade its rank; None for None."""
    return [GRADE_RANKS.get(grade) for grade in grades]
