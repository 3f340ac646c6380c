"""Tables of reports: columns of plain values first, then pandas or Arrow made of them.

Columns and dtypes are the same for any corpus, also for an empty one; `FRAMES` lists them. Needs pandas for
`Columns.to_pandas()` and pyarrow for `Columns.to_arrow()` and the Arrow PyCapsule interface, nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ofsted.model.grades import Framework, Grade

if TYPE_CHECKING:
    import pandas as pd

    from ofsted.report import Report

__all__ = ["FRAMES", "GRADE_ORDER", "SHARED", "Columns", "grade_dtype", "judgements"]

# Worst to best on each scale. The outcomes of area SEND inspections are a scale of their own, and 'not judged' is on
# none: `grade >= "good"` is right as it stands; for the rest ask for one scale first (`scale`, `grade_dtype()`).
OUTCOME_ORDER = ("widespread_failings", "inconsistent", "typically_positive")
INSPECTION_ORDER = ("inadequate", "requires_improvement", "adequate", "good", "outstanding")
GRADE_ORDER = ("not_judged", *OUTCOME_ORDER, *INSPECTION_ORDER)

THEMES = ("overall", "help_and_protection", "care", "care_leavers", "leadership", "adoption", "lscb")
SOURCES = ("table", "heading", "sentence")

# What a column holds, and how pandas and Arrow hold it:
#   text   str                                string                      string
#   label  str, few different ones            category, sorted            dictionary of string
#   grade  a value of Grade                   category, ordered           dictionary of string, ordered
#   date   a day                              datetime64[ns]              date32
#   count  int                                Int64                       int64
# and names of closed lists (`CLOSED`), categories that are always all there: framework, theme, source, kind, scale.
CLOSED: dict[str, tuple[str, ...]] = {
    "frameworks": tuple(f.value for f in Framework),
    "themes": THEMES,
    "sources": SOURCES,
    "kinds": ("paragraph", "item"),
    "findings": ("strengths", "meets_requirements", "areas_for_development", "priority_actions"),
    "scales": ("inspection", "area-send"),
    "formats": ("pdf", "text", "html"),
}

# The first columns of every frame about reports, and the last: codes of the authority that the first leave out.
SHARED = {
    "report": "text",
    "framework": "frameworks",
    "authority": "text",
    "urn": "text",
    "region": "label",
    "start": "date",
    "end": "date",
    "published": "date",
    "path": "text",
}
CODES = {"la_code": "text", "gss_code": "text", "type": "label"}

_OWN = {
    "reports": {
        "title": "text",
        "lead_inspector": "text",
        "overall": "grade",
        "reference": "text",
        "publisher": "text",
        "addressee": "text",
        "focus": "text",
        "format": "formats",
        "pages": "count",
        "inspectors": "count",
        "judgements": "count",
        "paragraphs": "count",
        "recommendations": "count",
        "findings": "count",
        "issues": "count",
    },
    "judgements": {
        "key": "label",
        "theme": "themes",
        "label": "text",
        "scope": "text",
        "grade": "grade",
        "printed": "text",
        "source": "sources",
        "page": "count",
        "scale": "scales",
        "position": "count",
    },
    "paragraphs": {
        "section": "text",
        "number": "count",
        "kind": "kinds",
        "text": "text",
        "page": "count",
        "last_page": "count",
        "position": "count",
    },
    "recommendations": {
        "number": "text",
        "text": "text",
        "scope": "text",
        "timescale": "text",
        "heading": "text",
        "page": "count",
        "references": "text",
        "position": "count",
    },
    "findings": {"kind": "findings", "text": "text", "page": "count", "position": "count"},
    "issues": {"code": "label", "field": "label", "message": "text", "page": "count", "position": "count"},
}
# Every frame with its columns in order. A frame about reports has the shared columns around its own.
FRAMES: dict[str, dict[str, str]] = {
    **{name: {**SHARED, **own, **CODES} for name, own in _OWN.items()},
    "errors": {"path": "text", "error": "label", "message": "text"},
    "duplicates": {"path": "text", "report": "text", "kept": "text"},
}

# News is what others wrote of an inspection. These frames never mix it with what Ofsted wrote.
NEWS = Framework.NEWS.value
SECONDARY = ("judgements", "paragraphs", "recommendations", "findings")

_SCALES = {grade.value: grade.scale for grade in Grade}


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
    ) -> None:
        """`index` says of each row which of the `reports`' shared values stand beside its own."""
        self.name = name
        self.kinds = FRAMES[name]
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
        if name in self._own:
            return self._own[name]
        once = self._once(name)
        return [once[i] for i in self._index]

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows as dicts."""
        values = self.values
        return (dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True))

    def of_news(self, wanted: bool) -> Columns:
        """The rows from news, or all the others."""
        if self._reports is None:
            raise ValueError(f"{self.name} is not about reports")
        news = [framework == NEWS for framework in self._reports["framework"]]
        if not wanted and not any(news):
            return self
        keep = [row for row, report in enumerate(self._index) if news[report] is wanted]
        own = {name: [values[row] for row in keep] for name, values in self._own.items()}
        return Columns(self.name, own, self._reports, [self._index[row] for row in keep])

    def _once(self, name: str) -> list[Any]:
        """A shared column with one value a report."""
        if self._reports is None:
            raise KeyError(name)
        return self._reports[name]

    # ---- pandas ----

    def to_pandas(self) -> pd.DataFrame:
        """The frame with the dtypes that `FRAMES` stands for. ImportError without pandas."""
        pandas = _pandas()
        import numpy

        index = numpy.asarray(self._index, dtype="int64")
        made = {}
        for name, kind in self.kinds.items():
            own = name in self._own
            values = self._own[name] if own else self._once(name)
            array = _pandas_array(pandas, numpy, values, kind)
            if not own:
                array = array.take(index)
                if kind == "label":
                    array = array.remove_unused_categories()
            made[name] = pandas.Series(array, copy=False)
        frame: pd.DataFrame = pandas.DataFrame(made, columns=list(self.kinds), copy=False)
        return frame

    # ---- Arrow ----

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`. ImportError without pyarrow."""
        arrow = _pyarrow()
        fields, arrays = [], []
        for name, kind in self.kinds.items():
            own = name in self._own
            array = _arrow_array(arrow, self._own[name] if own else self._once(name), kind)
            if not own:
                array = array.take(arrow.array(self._index, arrow.int64()))
            arrays.append(array)
            fields.append(arrow.field(name, array.type))
        return arrow.Table.from_arrays(arrays, schema=arrow.schema(fields))

    def __arrow_c_schema__(self) -> object:
        return self.to_arrow().schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)


def grade_dtype(scale: str | None = None) -> Any:
    """The pandas dtype of grades: of all, or of one scale ('inspection', 'area-send'), worst to best.

    `frame.grade.cat.set_categories(grade_dtype("inspection").categories)` leaves what is not on that scale missing.
    ImportError without pandas.
    """
    orders = {None: GRADE_ORDER, "inspection": INSPECTION_ORDER, "area-send": OUTCOME_ORDER}
    if scale not in orders:
        raise ValueError(f"no scale {scale!r}; there are 'inspection' and 'area-send'")
    return _pandas().CategoricalDtype(list(orders[scale]), ordered=True)


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise ImportError("frames need pandas: pip install 'ofsted[pandas]'") from error
    return pandas


def _pyarrow() -> Any:
    try:
        import pyarrow
        import pyarrow.compute  # so that take() and cast() find their functions
    except ImportError as error:
        raise ImportError("Arrow and Parquet need pyarrow: pip install 'ofsted[arrow]'") from error
    return pyarrow


def _categories(values: list[Any], kind: str) -> list[str] | None:
    """The categories of a column; None for one that has none."""
    if kind == "label":
        return sorted({value for value in values if value is not None})
    if kind == "grade":
        return list(GRADE_ORDER)
    if kind not in CLOSED:
        return None
    known = CLOSED[kind]
    # A value that the list lacks is no reason to lose it: it follows the others.
    return [*known, *sorted({value for value in values if value is not None}.difference(known))]


def _codes(values: list[Any], categories: list[str]) -> list[int]:
    """Places in `categories`, -1 for None."""
    places: dict[Any, int] = {category: place for place, category in enumerate(categories)}
    places[None] = -1
    return [places[value] for value in values]


def _pandas_array(pandas: Any, numpy: Any, values: list[Any], kind: str) -> Any:
    """One column as a pandas extension array."""
    categories = _categories(values, kind)
    if categories is not None:
        codes = numpy.asarray(_codes(values, categories), dtype="int64")
        dtype = pandas.CategoricalDtype(pandas.Index(categories, dtype=object), ordered=kind == "grade")
        return pandas.Categorical.from_codes(codes, dtype=dtype)
    if kind == "date":
        days = numpy.array([value or "NaT" for value in values], dtype="datetime64[D]")
        return pandas.array(days.astype("datetime64[ns]"), dtype="datetime64[ns]")
    if kind == "count":
        missing = numpy.array([value is None for value in values], dtype=bool)
        return pandas.arrays.IntegerArray(numpy.array([value or 0 for value in values], dtype="int64"), missing)
    return pandas.array(values, dtype="string")


def _arrow_array(arrow: Any, values: list[Any], kind: str) -> Any:
    """One column as a pyarrow array."""
    categories = _categories(values, kind)
    if categories is not None:
        codes = [code if code >= 0 else None for code in _codes(values, categories)]
        places, names = arrow.array(codes, arrow.int32()), arrow.array(categories, arrow.string())
        return arrow.DictionaryArray.from_arrays(places, names, ordered=kind == "grade")
    if kind == "date":
        return arrow.array(values, arrow.string()).cast(arrow.date32())
    return arrow.array(values, arrow.int64() if kind == "count" else arrow.string())


# ---- from reports to columns ----


class Builder:
    """Gathers the columns of all frames in one pass over reports, each tree looked at once and let go."""

    def __init__(self) -> None:
        self._shared: dict[str, list[Any]] = {name: [] for name in (*SHARED, *CODES)}
        self._own: dict[str, dict[str, list[Any]]] = {name: {c: [] for c in own} for name, own in _OWN.items()}
        self._index: dict[str, list[int]] = {name: [] for name in _OWN}
        self._types = _authority_types()

    def add(self, tree: dict[str, Any]) -> None:
        """The rows of one report, as `Report.to_dict()` gives it."""
        self._add_shared(tree)
        self._add_judgements(tree["judgements"])
        paragraphs = self._add_paragraphs(tree["sections"])
        self._add_items("recommendations", tree["recommendations"], joined="references")
        findings = sum(self._add_items("findings", found, kind=kind) for kind, found in tree["findings"].items())
        self._add_items("issues", tree["issues"])
        self._add_report(tree, paragraphs, findings)

    def tables(self) -> dict[str, Columns]:
        """The frames by name; errors and duplicates are not among them."""
        return {name: Columns(name, own, self._shared, self._index[name]) for name, own in self._own.items()}

    def _add_shared(self, tree: dict[str, Any]) -> None:
        """Of several inspection periods: the first start and the last end."""
        starts = [p["start"] for p in tree["inspection_periods"] if p["start"]]
        ends = [p["end"] for p in tree["inspection_periods"] if p["end"]]
        authority, source = tree["authority"], tree["source"]
        shared = {
            "report": source["sha256"][:12],
            "framework": tree["framework"],
            "authority": authority["name"],
            "urn": authority["urn"],
            "region": authority["region"],
            "start": min(starts, default=None),
            "end": max(ends, default=None),
            "published": tree["published"],
            "path": source["path"],
            "la_code": authority["la_code"],
            "gss_code": authority["gss_code"],
            "type": self._types.get(authority["urn"]),
        }
        for name, value in shared.items():
            self._shared[name].append(value)

    def _rows(self, name: str, count: int) -> None:
        """`count` rows of frame `name` belong to the report that was added last."""
        self._index[name] += [len(self._shared["report"]) - 1] * count

    def _add_judgements(self, judgements: list[dict[str, Any]]) -> None:
        own = self._own["judgements"]
        for position, judgement in enumerate(judgements):
            for name in ("key", "theme", "label", "scope", "grade", "printed", "source", "page"):
                own[name].append(judgement[name])
            own["scale"].append(_SCALES.get(judgement["grade"]))
            own["position"].append(position)
        self._rows("judgements", len(judgements))

    def _add_paragraphs(self, sections: list[dict[str, Any]]) -> int:
        """Every section before those below it, as `Report.paragraphs` has them; without recursion."""
        own = self._own["paragraphs"]
        count = 0
        waiting = sections[::-1]
        while waiting:
            section = waiting.pop()
            waiting.extend(reversed(section["sections"]))
            paragraphs = section["paragraphs"]
            for name in ("number", "kind", "text", "page", "last_page"):
                own[name] += [paragraph[name] for paragraph in paragraphs]
            own["section"] += [section["heading"]] * len(paragraphs)
            own["position"] += range(count, count + len(paragraphs))
            count += len(paragraphs)
        self._rows("paragraphs", count)
        return count

    def _add_items(self, frame: str, items: list[dict[str, Any]], kind: str | None = None, joined: str = "") -> int:
        """Items whose keys are the columns; `joined` is a list of str that becomes one str."""
        for name, values in self._own[frame].items():
            if name == "position":
                values += range(len(items))
            elif name == "kind":
                values += [kind] * len(items)
            elif name == joined:
                values += ["; ".join(filter(None, item[name])) or None for item in items]
            else:
                values += [item[name] for item in items]
        self._rows(frame, len(items))
        return len(items)

    def _add_report(self, tree: dict[str, Any], paragraphs: int, findings: int) -> None:
        overall = [j["grade"] for j in tree["judgements"] if j["theme"] == "overall"]
        lead = tree["lead_inspector"]
        own = {name: tree[name] for name in ("title", "reference", "publisher", "addressee", "focus")}
        own |= {name: len(tree[name]) for name in ("inspectors", "judgements", "recommendations", "issues")}
        own |= {name: tree["source"][name] for name in ("format", "pages")}
        own |= {"paragraphs": paragraphs, "findings": findings, "lead_inspector": lead["name"] if lead else None}
        own["overall"] = overall[0] if len(overall) == 1 and tree["framework"] != NEWS else None
        for name, values in self._own["reports"].items():
            values.append(own[name])
        self._rows("reports", 1)


def _authority_types() -> dict[str, str]:
    """Kinds of authority ('County', 'London Borough', …) by URN, from the register."""
    import csv

    register = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "authorities.csv")
    with open(register, encoding="utf-8", newline="") as file:
        return {row["urn"]: row["type"] for row in csv.DictReader(file) if row["type"]}


def build(reports: Iterable[Report]) -> dict[str, Columns]:
    """All frames of `reports` but errors and duplicates, from one pass over them."""
    builder = Builder()
    for report in reports:
        builder.add(report.to_dict())
    return builder.tables()


def listed(name: str, rows: Sequence[Sequence[Any]]) -> Columns:
    """A frame that is not about reports, from its rows."""
    return Columns(name, {column: [row[i] for row in rows] for i, column in enumerate(FRAMES[name])})


def judgements(reports: Iterable[Report]) -> pd.DataFrame:
    """One row for each judgement of each report. ImportError without pandas."""
    _pandas()  # say so before the work
    return build(reports)["judgements"].to_pandas()
