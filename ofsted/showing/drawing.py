"""What all pictures draw alike: new axes, inks that the style in use can show, and what is said below a picture."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ofsted.comparing.unmatched import told_by
from ofsted.model.extras import needed
from ofsted.model.grades import Grade
from ofsted.showing.notebook import GRADE_STYLES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = [
    "THEME_NAMES",
    "background",
    "colours_of",
    "faint",
    "ink",
    "is_dark",
    "new_axes",
    "plain",
    "pyplot",
    "quiet",
    "said_below",
    "say_doubts",
    "star",
]

THEME_NAMES = {
    "overall": "Overall",
    "help_and_protection": "Help and protection",
    "care": "Children in care",
    "care_leavers": "Care leavers",
    "leadership": "Leadership",
    "adoption": "Adoption",
    "lscb": "LSCB",
}


def pyplot() -> Any:
    """Matplotlib's; ImportError that says what to install where it is missing."""
    return needed("matplotlib.pyplot", "pictures need", "'ofsted[plot]'")


def new_axes(width: float, height: float) -> Axes:
    """Axes of a new figure, in inches."""
    ax: Axes
    _, ax = pyplot().subplots(figsize=(width, height), layout="constrained")
    return ax


def plain(ax: Axes, keep: Iterable[str] = ()) -> None:
    """No frame but these sides, no ticks."""
    for side, spine in ax.spines.items():
        spine.set_visible(side in keep)
    ax.tick_params(length=0)


def colours_of(grade: Grade) -> tuple[str, str]:
    """Text and background."""
    _, text, ground = GRADE_STYLES[grade]
    return text, ground


def is_dark(colour: Any) -> bool:
    """Whether white is the better ink on it."""
    from matplotlib.colors import to_rgb

    red, green, blue = to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue < 0.55


# The style in use says what is light and what is dark: these follow it.


def ink(ax: Axes) -> Any:
    """The colour of words."""
    return ax.yaxis.label.get_color()


def quiet(ax: Axes) -> Any:
    """The colour of words that stand back."""
    return _mixed(ax, 0.7)


def faint(ax: Axes) -> Any:
    """The colour of lines that only guide the eye."""
    return _mixed(ax, 0.16)


def background(ax: Axes) -> Any:
    """The colour behind everything."""
    return ax.get_facecolor()


def _mixed(ax: Axes, part: float) -> tuple[float, ...]:
    from matplotlib.colors import to_rgb

    pairs = zip(to_rgb(ink(ax)), to_rgb(background(ax)), strict=True)
    return tuple(part * one + (1 - part) * other for one, other in pairs)


# ---- doubts ----


def star(doubts: Any) -> str:
    """What marks a grade with doubts."""
    return " *" if isinstance(doubts, str) else ""


def said_below(frame: Any, width: int = 100, more: str | None = None, unmarked: str | None = None) -> list[str]:
    """Below a picture: that grades in it are to be checked, what may be newer than what it shows, and `more`.

    `unmarked` says where the doubts are listed, of a picture that has no stars beside its grades.
    """
    there = frame["doubts"].notna().any() if "doubts" in frame else frame.attrs.get("doubts")
    starred = "* to check before use: the column doubts says why"
    counted = f"Some of these grades are to check before use: {unmarked} says why"
    lines = [counted if unmarked else starred] if there else []
    lines += told_by(frame.attrs, "May" if unmarked else "* may")
    lines += [more] if more else []
    return [part for line in lines for part in textwrap.wrap(line, width)]


def say_doubts(ax: Axes, frame: Any, more: str | None = None, unmarked: str | None = None) -> None:
    """These lines below the whole figure."""
    told = "\n".join(said_below(frame, more=more, unmarked=unmarked))
    if told:
        ax.figure.supxlabel(told, fontsize=8, color=quiet(ax))
