"""Frames that show themselves in a notebook as a reader wants them: words and colours, 1,100 pixels wide.

They are pandas frames with every column in them; only what is shown is less. Needs pandas.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from ofsted.comparing.unmatched import told_by
from ofsted.model.grades import Framework, Grade
from ofsted.model.words import count, short
from ofsted.showing.notebook import cells, grade_html, plain_text, table
from ofsted.showing.noted_frame import DOUBTS, NotedFrame, doubtful
from ofsted.tables.arrays import require_pandas
from ofsted.tables.frames import GRADE_ORDER, INSPECTION_ORDER, THEMES

require_pandas()  # says what to install

import pandas as pd  # noqa: E402

__all__ = ["GradeFrame", "shown", "told_below"]

MOST, FIRST = 200, 60  # rows: so many are all shown, of more the first
MOST_TEXTS, FIRST_TEXTS, TEXT = 40, 20, 400  # the same where rows are texts, and characters of one
MOST_CHOSEN = 12  # columns: of a frame that has lost some, and has more, the view's are shown
NOTES = ("notes", "approximation", *DOUBTS)
WHOSE = ("authority", "framework", "end")
INSTEAD = ("start", "published", "dated")
"""Days that tell of an inspection whose last day is not known, the first of them that is there."""
# By what tells a frame: the columns that are shown of it, before the notes.
VIEWS = {
    "comparison": ("rank", "authority", *THEMES),  # framework and day below the authority: five grades fill the width
    "summary": (
        *("authority", "overall", "help_and_protection", "in_care", "care_leavers", "in_care_and_care_leavers"),
        *("impact_of_leaders", "looked_after_and_permanence", "leadership", "previous_overall", "direction"),
    ),
    "judgements": ("authority", "framework", "end", "label", "scope", "grade", "page"),
    "history": ("dated", "authority", "framework", "label", "grade", "page"),
    "events": ("dated", "authority", "event", "overall", "focus"),
    "shares": ("theme", "region", "year", "status", "count", "share", "share_of_judged", "doubtful"),
    "regions": (
        *("region", "authorities", "judged"),
        *("outstanding", "good", "requires_improvement", "adequate", "inadequate", "good_or_better", "doubtful"),
    ),
    "changes": ("authority", "theme", "from_end", "from_grade", "to_end", "to_grade", "years", "direction"),
    "check": ("authority", "framework", "start", "published", "status", "what", "key", "read", "official", "page"),
    "reports": (*WHOSE, "published", "overall", "theme", "progress", "lead_inspector", "pages", "issues"),
    "paragraphs": (*WHOSE, "section", "number", "text", "page"),
    "recommendations": (*WHOSE, "scope", "timescale", "number", "text", "page"),
    "findings": (*WHOSE, "kind", "text", "progress", "page"),
    "issues": ("authority", "framework", "code", "field", "message", "page"),
    "errors": ("path", "error", "message"),
    "duplicates": ("path", "report", "kept"),
    "unmatched": ("authority", "framework", "dated", "nearest", "why"),
    "inspections": (
        *("authority", "framework", "start", "overall", "days_to_publication", "days_since_previous"),
        *("grade_then", "framework_then"),
    ),
    "differences": ("what", "authority", "framework", "end", "theme", "from_grade", "to_grade", "direction"),
    "chunks": ("authority", "framework", "date", "section", "text", "page"),
}
FRAMEWORKS = frozenset(framework.value for framework in Framework)
OF_LATEST = ("comparison", "summary")
"""Views with the grades of an inspection beside each other, which is named below its authority."""
OF_FILES = ("reports", "issues", "unmatched")
"""Views that name a report's file below its authority."""
TITLES = {"end": "Inspected", "label": "Judgement", "count": "Authorities", "status": "Grade", "share": "Of all"}
TITLES |= {"share_of_judged": "Of those with a grade", "doubtful": "To check", "rank": "Nearest"}
TITLES |= {"urn": "URN", "la_code": "LA code", "gss_code": "GSS code", "path": "File", "kept": "Kept as"}
TITLES |= {"nearest": "Nearest in the register", "grade_then": "Held before", "framework_then": "By"}
CHECKED = {"status": "Status", "key": "Judgement", "read": "In the report", "official": "In Ofsted's table"}
SHARES = ("share", "share_of_judged", "good_or_better")


class GradeFrame(NotedFrame):
    """A frame like any other; what is made of it (`head()`, a selection of rows) shows itself in the same way."""

    @property
    def _constructor(self) -> Callable[..., GradeFrame]:
        return GradeFrame

    def _repr_html_(self) -> str | None:
        """The columns of its view, and the notes as words below each row; pandas' own HTML where columns are gone.

        Of a frame whose columns were chosen every one of them is shown.
        """
        if self.attrs.get("view") == "matrix" and {*self.index, *self.columns} <= set(INSPECTION_ORDER):
            return self._matrix()
        names = self._shown()
        if not names:
            made: str | None = pd.DataFrame(self)._repr_html_()  # type: ignore[operator]
            return made and made + told_below(self, 0 if _is_cut(self) else None)
        notes = [name for name in NOTES if name in self.columns and name not in names]
        titles = TITLES | (CHECKED if self.attrs.get("view") == "check" else {})
        rows = [cells([plain_text(titles.get(name) or _in_words(name)) for name in names], "th")]
        most, first = (MOST_TEXTS, FIRST_TEXTS) if "text" in names else (MOST, FIRST)
        plain = pd.DataFrame(self).head(most if len(self) <= most else first)
        for row in plain.to_dict("records"):
            rows.append(cells([_cell(name, row, self) for name in names]))
            told = [_note(name, row[name]) for name in notes if isinstance(row[name], str)]
            if told:
                below = f'<div style="max-width:70em;font-size:0.9em">{"<br>".join(told)}</div>'
                rows.append(cells([below], colspan=len(names)))
        more = len(self) - len(plain)
        rest = f"<p>… and {count(more, 'more row')}</p>" if more else "" if len(self) else "<p>No rows.</p>"
        return f'<div class="ofsted-grades">{table(rows)}{rest}{told_below(self, len(plain))}</div>'

    def _matrix(self) -> str:
        """How often each grade, a row, was followed by each, a column."""
        rows = [cells(["From", *(f"to {grade_html(Grade(name))}" for name in self.columns)], "th")]
        for name, counts in zip(self.index, self.to_numpy().tolist(), strict=True):
            rows.append(cells([grade_html(Grade(name)), *(plain_text(number) for number in counts)]))
        return f'<div class="ofsted-grades">{table(rows)}{told_below(self)}</div>'

    def _shown(self) -> list[str]:
        """The columns of the view and those that were added; of a frame whose columns were chosen all but the notes."""
        view = VIEWS.get(str(self.attrs.get("view")), ())
        made = self.attrs.get("columns", ())
        if not view or not all(isinstance(name, str) for name in self.columns) or not self.columns.is_unique:
            return []
        if self._chosen():
            kept = [name for name in self.columns if name not in NOTES]
            return kept if len(kept) > 2 and set(kept) & set(view) else []
        kept = [name for name in view if name in self.columns and not self._says_nothing(name)]
        if self.attrs["view"] == "history" and len(self) > 1 and self["authority"].nunique() == 1:
            kept.remove("authority")  # the history of one
        return [*kept, *(name for name in self.columns if name not in made)] if len(kept) > 2 else []

    def _chosen(self) -> bool:
        return len(self.columns) <= MOST_CHOSEN and not set(self.columns) >= set(self.attrs.get("columns", ()))

    def _says_nothing(self, name: str) -> bool:
        """A column that is empty here, such as the page where all is from Ofsted's table; grades are always shown."""
        column = self[name]
        if name in INSPECTION_ORDER:  # counts of them
            return name == Grade.ADEQUATE.value and not column.any()
        if not len(self) or "grade" in name or name in THEMES:
            return False
        others = INSTEAD if name == "end" else ()
        return all(bool(self[one].isna().all()) for one in (name, *others) if one in self.columns)


def _cell(name: str, row: dict[Any, Any], frame: GradeFrame) -> str:
    value = row[name]
    view = frame.attrs.get("view")
    if name == "status" and view == "shares":
        return grade_html(Grade(value)) if value in GRADE_ORDER else plain_text(value)
    dtype = frame[name].dtype
    if isinstance(dtype, pd.CategoricalDtype) and dtype.ordered and name != "theme":
        if isinstance(value, str):  # five grades beside each other fit where their words may wrap
            wrap = view in OF_LATEST
            return grade_html(Grade(value), wrap) if value in GRADE_ORDER else plain_text(value)
        if view == "differences" and row.get("what") != "grade":
            return ""  # a report, not a grade
        why = row.get("status_then") if name == "grade_then" else None
        return plain_text(why) if isinstance(why, str) else "–"
    if name == "authority" and not frame._chosen():
        below = _inspected(row) if view in OF_LATEST else _file(row) if view in OF_FILES else ""
        if below or pd.isna(value):
            return plain_text("no authority read" if pd.isna(value) else value) + below
    if not pd.api.types.is_scalar(value):
        return plain_text(value)
    if name == "end" and not frame._chosen():
        return _nowrap(_day(row))
    if pd.isna(value):
        return ""
    return _plain_cell(name, value, row.get("what"))


def _plain_cell(name: str, value: Any, what: Any = None) -> str:
    if "framework" in name and value in FRAMEWORKS:
        return plain_text(Framework(value))
    if isinstance(value, str) and (name in ("theme", "key", "kind", "field") or (name in CHECKED and what == "theme")):
        return plain_text(_in_words(value))
    if name in ("text", "message"):
        return f'<div style="min-width:18em">{plain_text(short(str(value), TEXT))}</div>'
    if name in ("path", "kept"):
        return f'<span style="overflow-wrap:anywhere">{plain_text(value)}</span>'
    if name in ("code", "error"):
        return f"<code>{plain_text(value)}</code>"
    if name in ("read", "official") and what == "grade":
        return grade_html(Grade(value)) if value in GRADE_ORDER else plain_text(value)
    if isinstance(value, float):
        return f"{100 * value:.0f} %" if name in SHARES else f"{value:.1f}" if name == "years" else f"{value:g}"
    if isinstance(value, pd.Timestamp):
        return _nowrap(str(value.date()))
    return _nowrap(value) if name == "status" else plain_text(value)


def _in_words(name: str) -> str:
    """The name of a column, a theme or a key as a reader writes it."""
    return name.replace("_", " ").capitalize().replace("Lscb", "LSCB")


def _nowrap(words: str) -> str:
    return f'<span style="white-space:nowrap">{plain_text(words)}</span>'


def _day(row: dict[Any, Any]) -> str:
    """When an inspection ended; of one whose last day is not known, as in Ofsted's own table, what day is."""
    if _is_day(row.get("end")):
        return str(row["end"].date())
    words = {"start": "from", "published": "published", "dated": str(row.get("dated_by"))}
    return next((f"{words[name]} {row[name].date()}" for name in INSTEAD if _is_day(row.get(name))), "")


def _is_day(value: Any) -> bool:
    return isinstance(value, pd.Timestamp) and not pd.isna(value)


def _inspected(row: dict[Any, Any]) -> str:
    """Which inspection the grades are from, below the authority's name."""
    framework = row.get("framework")
    parts = [str(Framework(framework)) if framework in FRAMEWORKS else None, _day(row)]
    return _below(", ".join(part for part in parts if part), "white-space:nowrap")


def _file(row: dict[Any, Any]) -> str:
    """The report's file, below the authority's name, and whether it is second-hand."""
    path = row.get("path")
    parts = [os.path.basename(path) if isinstance(path, str) else None]
    parts.append("second-hand" if row.get("second_hand") is True else None)
    return _below(", ".join(part for part in parts if part), "overflow-wrap:anywhere")


def _below(words: str, style: str) -> str:
    return f'<br><span style="font-size:0.9em;{style}">{plain_text(words)}</span>' if words else ""


def _note(name: str, text: str) -> str:
    return f"⚠ {plain_text(text)}" if name in DOUBTS else plain_text(text)


def shown(frame: pd.DataFrame, view: str, left_out: Sequence[str] = ()) -> pd.DataFrame:
    """The same frame, which shows itself by the view of this name, and below what it has no row of."""
    made = GradeFrame(frame)
    columns = [str(name) for name in frame.columns]
    made.attrs = {**frame.attrs, "view": view, "columns": columns, "doubtful": doubtful(frame)}
    if left_out:
        made.attrs["left_out"] = list(left_out)
    return made


def told_below(frame: pd.DataFrame, shown: int | None = None) -> str:
    """What the rows that are shown (the first so many; all) do not say: the warnings that came with the frame.

    These go when it is printed.
    """
    told = [*frame.attrs.get("doubts", []), *told_by(frame.attrs), *_cut_off(frame, shown)]
    return f"<ul>{''.join(f'<li>⚠ {plain_text(doubt)}</li>' for doubt in told)}</ul>" if told else ""


def _is_cut(frame: pd.DataFrame) -> bool:
    """Whether pandas leaves out rows or columns where it shows the frame."""
    sizes = (("rows", len(frame)), ("columns", len(frame.columns)))
    return any(0 < (pd.get_option(f"display.max_{name}") or 0) < size for name, size in sizes)


def _cut_off(frame: pd.DataFrame, shown: int | None) -> list[str]:
    """That the frame which this was taken from has doubts, where their column or their rows are not shown."""
    columns = frame.attrs.get("doubtful", {}).items()
    lost = [(name, rows) for name, rows in columns if name not in frame.columns]
    told = [f"{count(rows, 'row')} of the whole frame with {name!r}, a column that is not here" for name, rows in lost]
    if shown is not None:
        told += [
            f"{count(rows, 'row')} with {name!r} among those that are not shown"
            for name, rows in doubtful(frame.iloc[shown:]).items()
        ]
    return told
