"""Frames of grades that show themselves in a notebook as a reader wants them: words and colours, 1,100 pixels wide.

They are pandas frames with every column in them; only what is shown is less. Needs pandas.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ofsted.model.grades import Framework, Grade
from ofsted.model.words import count
from ofsted.showing.notebook import cells, grade_html, plain_text, table
from ofsted.tables.arrays import require_pandas
from ofsted.tables.frames import GRADE_ORDER, INSPECTION_ORDER, THEMES

require_pandas()  # says what to install

import pandas as pd  # noqa: E402

__all__ = ["GradeFrame", "shown"]

MOST, FIRST = 200, 60  # rows: so many are all shown, of more the first
NOTES = ("notes", "approximation", "doubts")
# By what tells a frame: the columns that are shown of it, before the notes.
VIEWS = {
    "comparison": ("rank", "authority", *THEMES),  # framework and day below the authority: five grades fill the width
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
}
TITLES = {"end": "Inspected", "label": "Judgement", "count": "Authorities", "status": "Grade", "share": "Of all"}
TITLES |= {"share_of_judged": "Of those with a grade", "doubtful": "To check", "rank": "Nearest"}
TITLES |= {"urn": "URN", "la_code": "LA code", "gss_code": "GSS code"}
CHECKED = {"status": "Status", "key": "Judgement", "read": "In the report", "official": "In Ofsted's table"}
SHARES = ("share", "share_of_judged", "good_or_better")


class GradeFrame(pd.DataFrame):
    """A frame like any other; what is made of it (`head()`, a selection of rows) shows itself in the same way."""

    @property
    def _constructor(self) -> Callable[..., GradeFrame]:
        return GradeFrame

    def _repr_html_(self) -> str | None:
        """The columns of its view, and the notes as words below each row; pandas' own HTML where columns are gone.

        Of a frame whose columns were chosen every one of them is shown.
        """
        names = self._shown()
        if not names:
            made: str | None = pd.DataFrame(self)._repr_html_()  # type: ignore[operator]
            return made
        notes = [name for name in NOTES if name in self.columns]
        titles = TITLES | (CHECKED if self.attrs.get("view") == "check" else {})
        rows = [cells([titles.get(name, name.replace("_", " ").capitalize()) for name in names], "th")]
        plain = pd.DataFrame(self).head(MOST if len(self) <= MOST else FIRST)
        for row in plain.to_dict("records"):
            rows.append(cells([_cell(name, row, self) for name in names]))
            told = [_note(name, row[name]) for name in notes if isinstance(row[name], str)]
            if told:
                below = f'<div style="max-width:70em;font-size:0.9em">{"<br>".join(told)}</div>'
                rows.append(cells([below], colspan=len(names)))
        more = len(self) - len(plain)
        rest = f"<p>… and {count(more, 'more row')}</p>" if more else "" if len(self) else "<p>No rows.</p>"
        return f'<div class="ofsted-grades">{table(rows)}{rest}</div>'

    def _shown(self) -> list[str]:
        view = VIEWS.get(str(self.attrs.get("view")), ())
        if len(self.columns) < self.attrs.get("width", 0):
            kept = [name for name in self.columns if name not in NOTES]
            return kept if len(kept) > 2 and set(kept) & set(view) else []
        kept = [name for name in view if name in self.columns and not self._says_nothing(name)]
        if self.attrs["view"] == "history" and len(self) > 1 and self["authority"].nunique() == 1:
            kept.remove("authority")  # the history of one
        return kept if len(kept) > 2 else []

    def _says_nothing(self, name: str) -> bool:
        """A column that is empty here, such as the page where all is from Ofsted's table; grades are always shown."""
        column = self[name]
        if name in INSPECTION_ORDER:  # counts of them
            return name == Grade.ADEQUATE.value and not column.any()
        return bool(len(self)) and name != "grade" and name not in THEMES and bool(column.isna().all())


def _cell(name: str, row: dict[Any, Any], frame: pd.DataFrame) -> str:
    value = row[name]
    view = frame.attrs.get("view")
    if name == "status" and view == "shares":
        return grade_html(Grade(value)) if value in GRADE_ORDER else plain_text(value)
    dtype = frame[name].dtype
    if isinstance(dtype, pd.CategoricalDtype) and dtype.ordered and name != "theme":
        return grade_html(Grade(value)) if isinstance(value, str) else "–"
    if pd.isna(value):
        return ""
    if name == "authority" and view == "comparison":
        return plain_text(value) + _inspected(row, frame)
    return _plain_cell(name, value, row.get("what"))


def _plain_cell(name: str, value: Any, what: Any = None) -> str:
    if name.endswith("framework"):
        return plain_text(Framework(value))
    if name in ("theme", "key"):
        return plain_text(str(value).replace("_", " ").capitalize())
    if name in ("read", "official") and what == "grade":
        return grade_html(Grade(value)) if value in GRADE_ORDER else plain_text(value)
    if name in SHARES:
        return f"{100 * float(value):.0f} %"
    if name == "years":
        return f"{float(value):.1f}"
    if isinstance(value, pd.Timestamp):
        return f'<span style="white-space:nowrap">{value.date()}</span>'
    return plain_text(value)


def _inspected(row: dict[Any, Any], frame: pd.DataFrame) -> str:
    """Which inspection the grades are from, below the authority's name."""
    if len(frame.columns) < frame.attrs.get("width", 0):
        return ""
    framework, end = row.get("framework"), row.get("end")
    parts = [str(Framework(framework)) if isinstance(framework, str) else None]
    parts.append(str(end.date()) if isinstance(end, pd.Timestamp) and not pd.isna(end) else None)
    told = ", ".join(part for part in parts if part)
    return f'<br><span style="font-size:0.9em;white-space:nowrap">{plain_text(told)}</span>' if told else ""


def _note(name: str, text: str) -> str:
    return f"⚠ {plain_text(text)}" if name == "doubts" else plain_text(text)


def shown(frame: pd.DataFrame, view: str) -> pd.DataFrame:
    """The same frame, which shows itself by the view of this name."""
    made = GradeFrame(frame)
    made.attrs = {**frame.attrs, "view": view, "width": len(frame.columns)}
    return made
