"""A pandas frame that keeps what is doubtful about all of it, where frames are joined and in files. Needs pandas."""

from __future__ import annotations

import os
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ofsted.comparing.unmatched import DOUBTFUL_LISTS, listed_by
from ofsted.showing.workbook import to_note
from ofsted.tables.arrays import arrow_field, require_pandas

require_pandas()  # says what to install

import pandas as pd  # noqa: E402

__all__ = ["DOUBTS", "NotedFrame", "doubtful", "is_workbook"]

DOUBTS = ("doubts", "other_doubts")
SHOWN_BY = ("view", "columns", "marks")
MOST_ADDED = 12  # columns of another frame that are shown beside a frame's own


class NotedFrame(pd.DataFrame):
    """A frame like any other, but for its `attrs`: pandas drops them where frames with different ones are joined."""

    def __finalize__(self, other: Any, method: str | None = None, **options: Any) -> NotedFrame:
        """pandas' own, which ends whatever makes a frame of others; what all of those note is in the new one."""
        made: NotedFrame = super().__finalize__(other, method=method, **options)  # type: ignore[misc]
        if method in ("concat", "merge"):
            sides = (getattr(other, "left", None), getattr(other, "right", None))
            noted = [attrs for one in getattr(other, "objs", sides) if (attrs := getattr(one, "attrs", None))]
            if any(attrs != made.attrs for attrs in noted):
                kept = {name: value for name, value in made.attrs.items() if name not in SHOWN_BY}
                made.attrs = kept | _of_all(noted) | _shown_by(made, noted, method)
        return made

    def to_excel(self, excel_writer: Any, *args: Any, **options: Any) -> Any:  # type: ignore[misc]
        """pandas' own, and in a workbook a sheet 'To note' with what is doubtful about all of the frame.

        A warning where that cannot be: the writer is none of openpyxl.
        """
        frame, notes = pd.DataFrame(self), listed_by(self.attrs)
        if not notes or not (is_workbook(excel_writer) or isinstance(excel_writer, pd.ExcelWriter)):
            frame.to_excel(excel_writer, *args, **options)
        elif isinstance(excel_writer, pd.ExcelWriter):
            frame.to_excel(excel_writer, *args, **options)
            _note_on_sheet(excel_writer, args[0] if args else options.get("sheet_name", "Sheet1"), notes)
        else:
            engine: Any = options.pop("engine", None) or "openpyxl"
            how = options.pop("engine_kwargs", None)
            with pd.ExcelWriter(excel_writer, engine=engine, engine_kwargs=how) as writer:
                frame.to_excel(writer, *args, **options)
                _note_on_sheet(writer, None, notes)

    def to_parquet(self, path: Any = None, *args: Any, **options: Any) -> Any:
        """pandas' own, with the order of grades as polars reads it, too: without it 'inadequate' is above 'good'."""
        ours = not args and options.get("engine", "auto") in ("auto", "pyarrow") and "schema" not in options
        if ours and (schema := _ordered_schema(self, options.get("index"))):
            options["schema"] = schema
        return super().to_parquet(path, *args, **options)


def is_workbook(target: Any) -> bool:
    """Whether it is the path of a workbook; pandas' own writer of one, which has a path, is none."""
    is_path = isinstance(target, str | os.PathLike) and not isinstance(target, pd.ExcelWriter)
    return is_path and os.path.splitext(target)[1].lower() == ".xlsx"


def _note_on_sheet(writer: Any, sheet: str | None, notes: Sequence[str]) -> None:
    """What is doubtful about all of a frame, in the workbook that it was written to; of several, under its sheet."""
    if writer.engine == "openpyxl":
        to_note(writer.book, notes if sheet is None else [f"Of the sheet {sheet}:", *notes])
        return
    said = "what is to check about all of the frame was not written: its attrs have it, engine='openpyxl' writes it"
    warnings.warn(said, stacklevel=3)


def _of_all(noted: Sequence[Mapping[Any, Any]]) -> dict[str, Any]:
    """What several frames note is doubtful."""
    made: dict[str, Any] = {}
    for name in DOUBTFUL_LISTS:
        lines = dict.fromkeys(line for attrs in noted for line in attrs.get(name, ()))
        made |= {name: list(lines)} if lines else {}
    if ends := next((attrs["ends"] for attrs in noted if "ends" in attrs), None):
        made["ends"] = ends
    rows: Counter[str] = Counter()
    for attrs in noted:
        rows.update(attrs.get("doubtful", {}))
    return made | ({"doubtful": dict(rows)} if rows else {})


def _shown_by(made: pd.DataFrame, noted: Sequence[Mapping[Any, Any]], method: str) -> dict[str, Any]:
    """What a joined frame is shown by: as the left one, or as all below each other, with a few columns more."""
    first = {name: value for name, value in noted[0].items() if name in SHOWN_BY}
    alike = method == "merge" or all(attrs.get("view") == first.get("view") for attrs in noted)
    added = len(made.columns) - len(first.get("columns", made.columns))
    return first if alike and added <= MOST_ADDED and set(made.columns) >= set(first.get("columns", ())) else {}


def _ordered_schema(frame: pd.DataFrame, index: bool | None) -> Any:
    """The Arrow schema in which ordered columns say their order to polars; None where there is none of them."""
    kinds = {str(name): kind for name, kind in frame.dtypes.items()}
    ordered = {name: kind for name, kind in kinds.items() if isinstance(kind, pd.CategoricalDtype) and kind.ordered}
    if not ordered or not frame.columns.is_unique:
        return None
    try:
        import pyarrow
    except ImportError:
        return None  # pandas says what to install
    schema = pyarrow.Schema.from_pandas(pd.DataFrame(frame), preserve_index=index)
    for name, kind in ordered.items():
        place = schema.get_field_index(name)
        schema = schema.set(place, arrow_field(pyarrow, name, schema.field(place), list(kind.categories)))
    return schema


def doubtful(frame: pd.DataFrame) -> dict[str, int]:
    """In how many rows of a whole frame each of its columns of doubts says something."""
    if not frame.columns.is_unique:
        return {}
    rows = {name: int(frame[name].notna().sum()) for name in DOUBTS if name in frame.columns}
    return {name: some for name, some in rows.items() if some}
