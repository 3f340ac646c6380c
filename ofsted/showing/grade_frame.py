"""Frames of grades that show themselves in a notebook as a reader wants them: words and colours, 1,100 pixels wide.

They are pandas frames with every column in them; only what is shown is less. Needs pandas.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from ofsted.model.grades import Framework, Grade
from ofsted.model.words import count
from ofsted.showing.notebook import cells, grade_html, plain_text, table
from ofsted.tables.frames import GRADE_ORDER, THEMES

__all__ = ["GradeFrame", "shown"]

MOST = 200  # rows
NOTES = ("notes", "approximation", "doubts")
# By what tells a frame: the columns that are shown of it, before the notes.
VIEWS = {
    "comparison": ("rank", "authority", *THEMES),  # framework and day below the authority: five grades fill the width
    "history": ("dated", "authority", "framework", "label", "grade", "page"),
    "events": ("start", "authority", "event", "overall", "focus"),
    "shares": ("theme", "region", "year", "status", "count", "share", "share_of_judged", "doubtful"),
}
TITLES = {"end": "Inspected", "label": "Judgement", "count": "Authorities", "status": "Grade", "share": "Of all"}
TITLES |= {"share_of_judged": "Of those with a grade", "doubtful": "To check", "rank": "Nearest"}


class GradeFrame(pd.DataFrame):
    """A frame like any other; what is made of it (`head()`, a selection of rows) shows itself in the same way."""

    @property
    def _constructor(self) -> Callable[..., GradeFrame]:
        return GradeFrame

    def _repr_html_(self) -> str | None:
        """The columns of its view, and the notes as words below each row; pandas' own HTML where columns are gone."""
        names = self._shown()
        if not names:
            made: str | None = pd.DataFrame(self)._repr_html_()  # type: ignore[operator]
            return made
        notes = [name for name in NOTES if name in self.columns]
        rows = [cells([TITLES.get(name, name.replace("_", " ").capitalize()) for name in names], "th")]
        plain = pd.DataFrame(self).head(MOST)
        for row in plain.to_dict("records"):
            rows.append(cells([_cell(name, row, self) for name in names]))
            told = [_note(name, row[name]) for name in notes if isinstance(row[name], str)]
            if told:
                below = f'<div style="max-width:70em;font-size:0.9em">{"<br>".join(told)}</div>'
                rows.append(cells([below], colspan=len(names)))
        more = len(self) - len(plain)
        rest = f"<p>… and {count(more, 'more row')}</p>" if more else ""
        return f'<div class="ofsted-grades">{table(rows)}{rest}</div>'

    def _shown(self) -> list[str]:
        view = VIEWS.get(str(self.attrs.get("view")), ())
        kept = [name for name in view if name in self.columns]
        if "authority" in kept and len(self) > 1 and "label" in kept and self["authority"].nunique() == 1:
            kept.remove("authority")  # the history of one
        return kept if len(kept) > 2 else []


def _cell(name: str, row: dict[Any, Any], frame: pd.DataFrame) -> str:
    value = row[name]
    if name == "status":
        return grade_html(Grade(value)) if value in GRADE_ORDER else plain_text(value)
    dtype = frame[name].dtype
    if isinstance(dtype, pd.CategoricalDtype) and dtype.ordered:
        return grade_html(Grade(value)) if isinstance(value, str) else "–"
    if pd.isna(value):
        return ""
    if name == "authority" and frame.attrs.get("view") == "comparison":
        return plain_text(value) + _inspected(row)
    if name == "framework":
        return plain_text(Framework(value))
    if name.startswith("share"):
        return f"{100 * float(value):.0f} %"
    if isinstance(value, pd.Timestamp):
        return f'<span style="white-space:nowrap">{value.date()}</span>'
    return plain_text(value)


def _inspected(row: dict[Any, Any]) -> str:
    """Which inspection the grades are from, below the authority's name."""
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
    made.attrs = {**frame.attrs, "view": view}
    return made
