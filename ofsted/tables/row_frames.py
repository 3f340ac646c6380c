"""pandas frames from rows that are dicts, with the dtypes that all frames of the package have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ofsted.tables import frames

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["frame_of"]


def frame_of(rows: Iterable[Mapping[str, Any]], kinds: Mapping[str, str]) -> pd.DataFrame:
    """One column for each of `kinds`, in order; the kinds are those of `ofsted.tables.frames`, and `real` for numbers.

    Days are ISO 8601 text or None. A key that a row lacks is missing. ImportError without pandas.
    """
    pandas = frames._pandas()
    import numpy

    rows = list(rows)
    made = {}
    for name, kind in kinds.items():
        values = [row.get(name) for row in rows]
        if kind == "real":
            array = pandas.array(values, dtype="Float64")
        else:
            array = frames._pandas_array(pandas, numpy, values, kind)
        made[name] = pandas.Series(array)
    frame: pd.DataFrame = pandas.DataFrame(made, columns=list(kinds))
    return frame
