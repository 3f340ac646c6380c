"""Columns of plain values as arrays of pandas and of Arrow, by the kinds that `ofsted.tables.frames` explains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ofsted.model.characters import storable
from ofsted.model.errors import NotFoundError
from ofsted.model.extras import needed
from ofsted.tables.frames import CLOSED, GRADE_ORDER, INSPECTION_ORDER, OUTCOME_ORDER

__all__ = [
    "arrow_array",
    "arrow_field",
    "grade_dtype",
    "pandas_array",
    "require_pandas",
    "require_pyarrow",
    "with_used_categories",
]


def require_pandas() -> Any:
    """The module pandas; ImportError that says what to install."""
    return needed("pandas", "frames need", "'ofsted[pandas]'")


def require_pyarrow() -> Any:
    """The module pyarrow; ImportError that says what to install."""
    needed("pyarrow.compute", "Arrow and Parquet need", "'ofsted[arrow]'")  # so that take() and cast() find theirs
    return needed("pyarrow", "Arrow and Parquet need", "'ofsted[arrow]'")


def grade_dtype(scale: str | None = None) -> Any:
    """The pandas dtype of grades: of all, or of one scale ('inspection', 'area-send'), worst to best.

    `frame.grade.cat.set_categories(grade_dtype("inspection").categories)` leaves what is not on that scale missing.
    ImportError without pandas.
    """
    orders = {None: GRADE_ORDER, "inspection": INSPECTION_ORDER, "area-send": OUTCOME_ORDER}
    if scale not in orders:
        raise NotFoundError.unknown("scale", scale, filter(None, orders))
    return require_pandas().CategoricalDtype(list(orders[scale]), ordered=True)


def _categories(values: list[Any], kind: str) -> list[str] | None:
    """The categories of a column; None for one that has none."""
    if kind == "label":
        return sorted(set(values) - {None})
    if kind == "grade":
        return list(GRADE_ORDER)
    if kind not in CLOSED:
        return None
    known = CLOSED[kind]
    # A value that the list lacks is no reason to lose it: it follows the others.
    return [*known, *sorted(set(values).difference(known, {None}))]


def _codes(values: list[Any], categories: list[str]) -> list[int]:
    """Places in `categories`, -1 for None."""
    places: dict[Any, int] = {category: place for place, category in enumerate(categories)}
    places[None] = -1
    return [places[value] for value in values]


def _storable(values: list[Any], kind: str) -> list[Any]:
    """Without half characters, which a file's name may have and pandas 3 and Arrow do not take: these are escaped."""
    if kind not in ("text", "label"):
        return values
    others = {value for value in set(values) if isinstance(value, str) and not value.isascii()}
    escaped = {value: kept for value in others if (kept := storable(value)) != value}
    return [escaped.get(value, value) for value in values] if escaped else values


def pandas_array(pandas: Any, numpy: Any, values: list[Any], kind: str) -> Any:
    """One column as a pandas extension array."""
    values = _storable(values, kind)
    categories = _categories(values, kind)
    if categories is not None:
        codes = numpy.asarray(_codes(values, categories), dtype="int64")
        dtype = pandas.CategoricalDtype(_names(pandas, categories), ordered=kind == "grade")
        return pandas.Categorical.from_codes(codes, dtype=dtype)
    if kind == "date":
        days = numpy.array([value or "NaT" for value in values], dtype="datetime64[D]")
        return pandas.array(days.astype("datetime64[ns]"), dtype="datetime64[ns]")
    if kind in ("count", "rank"):
        missing = numpy.array([value is None for value in values], dtype=bool)
        return pandas.arrays.IntegerArray(numpy.array([value or 0 for value in values], dtype="int64"), missing)
    return pandas.array(values, dtype={"real": "Float64", "flag": "bool"}.get(kind, "string"))


def with_used_categories(pandas: Any, array: Any) -> Any:
    """A column of labels with the categories of its own rows alone."""
    used = array.remove_unused_categories()
    return used.set_categories(_names(pandas, list(used.categories)))


def _names(pandas: Any, categories: list[str]) -> Any:
    """Categories as an index. Of none at all Arrow has to be told that they are text: another frame has some."""
    return pandas.Index(categories, dtype=object if categories else "string")


def arrow_array(arrow: Any, values: list[Any], kind: str) -> Any:
    """One column as a pyarrow array."""
    values = _storable(values, kind)
    categories = _categories(values, kind)
    if categories is not None:
        codes = [code if code >= 0 else None for code in _codes(values, categories)]
        places, names = arrow.array(codes, arrow.int32()), arrow.array(categories, arrow.string())
        return arrow.DictionaryArray.from_arrays(places, names, ordered=kind == "grade")
    if kind == "date":
        return arrow.array(values, arrow.string()).cast(arrow.date32())
    types = {"count": arrow.int64(), "rank": arrow.int64(), "flag": arrow.bool_()}
    return arrow.array(values, types.get(kind, arrow.string()))


def arrow_field(arrow: Any, name: str, array: Any, order: Sequence[str] | None) -> Any:
    """The field of a column. Arrow's own mark of an order is lost on polars, which goes by a note of its own."""
    note = None if order is None else {"_PL_ENUM_VALUES2": "".join(f"{len(one.encode())};{one}" for one in order)}
    return arrow.field(name, array.type, metadata=note)
