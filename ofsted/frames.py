"""pandas frames of reports: stable columns and dtypes, also when they are empty. Needs pandas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from ofsted.report import Report

__all__ = ["GRADE_ORDER", "judgements"]

# Worst to best on each scale. Across the scales, and for not_judged, the order means nothing.
GRADE_ORDER = (
    "not_judged",
    "inadequate",
    "requires_improvement",
    "adequate",
    "good",
    "outstanding",
    "widespread_failings",
    "inconsistent",
    "typically_positive",
)

_DATE = "datetime64[ns]"
_SHARED = {
    "report": "string",
    "framework": "string",
    "authority": "string",
    "urn": "string",
    "region": "string",
    "start": _DATE,
    "end": _DATE,
    "published": _DATE,
    "path": "string",
}
_JUDGEMENTS = {
    "key": "string",
    "theme": "string",
    "label": "string",
    "scope": "string",
    "grade": "grade",
    "printed": "string",
    "source": "string",
    "page": "Int64",
}


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise ImportError("frames need pandas: pip install 'ofsted[pandas]'") from error
    return pandas


def _shared(tree: dict[str, Any]) -> dict[str, Any]:
    """The columns that all frames share. Of several inspection periods: the first start and the last end."""
    starts = [p["start"] for p in tree["inspection_periods"] if p["start"]]
    ends = [p["end"] for p in tree["inspection_periods"] if p["end"]]
    authority = tree["authority"]
    return {
        "report": tree["source"]["sha256"][:12],
        "framework": tree["framework"],
        "authority": authority["name"],
        "urn": authority["urn"],
        "region": authority["region"],
        "start": min(starts, default=None),
        "end": max(ends, default=None),
        "published": tree["published"],
        "path": tree["source"]["path"],
    }


def _frame(rows: list[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    pandas = _pandas()
    made = {}
    for name, dtype in columns.items():
        values = [row[name] for row in rows]
        if dtype == _DATE:
            made[name] = pandas.Series(pandas.to_datetime(values, format="%Y-%m-%d"), dtype=_DATE)
        elif dtype == "grade":
            made[name] = pandas.Series(pandas.Categorical(values, categories=list(GRADE_ORDER), ordered=True))
        else:
            made[name] = pandas.Series(values, dtype=dtype)
    frame: pd.DataFrame = pandas.DataFrame(made, columns=list(columns))
    return frame


def judgements(reports: Iterable[Report]) -> pd.DataFrame:
    """One row for each judgement of each report. ImportError without pandas."""
    rows = []
    for report in reports:
        tree = report.to_dict()
        shared = _shared(tree)
        rows += [{**shared, **judgement} for judgement in tree["judgements"]]
    return _frame(rows, {**_SHARED, **_JUDGEMENTS})
