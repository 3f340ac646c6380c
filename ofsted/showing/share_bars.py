"""Shares of grades as bars: one picture, or one for each group of an outer kind, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ofsted.model.grades import Grade
from ofsted.showing.drawing import THEME_NAMES, colours_of, is_dark, new_axes, plain, pyplot
from ofsted.showing.tile_map import BEST_FIRST

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["HATCHES", "draw_panels", "draw_shares", "share_axes"]

HATCHES = {
    Grade.OUTSTANDING: "",
    Grade.GOOD: "///",
    Grade.REQUIRES_IMPROVEMENT: "...",
    Grade.ADEQUATE: "oo",
    Grade.INADEQUATE: "xxx",
}
_ACROSS = 3
"""Panels side by side."""


def share_axes(by: str, groups: int) -> Axes:
    """Axes as large as so many bars need."""
    if by == "year":
        return new_axes(max(5.0, 0.5 * groups + 2), 4.6)
    return new_axes(8.0, 0.36 * groups + 1.7)


def draw_shares(ax: Axes, frame: Any, by: str) -> None:
    """One picture of `shares()` by one kind of group, with its legend."""
    groups = list(dict.fromkeys(frame[by].tolist()))
    _draw_bars(ax, frame, by, groups, least=7.0, size=7.5)
    _name_bars(ax, by, groups, _judged(frame, by), 8.0 if by == "year" else 8.5)
    if by == "year":
        ax.set_ylabel("% of authorities with a grade")
        ax.set_xlabel("31 March (authorities with a grade)", fontsize=8.5)
    else:
        ax.set_xlabel("% of authorities with a grade (their number in brackets)", fontsize=8.5)
    ax.legend(
        loc="lower left",
        bbox_to_anchor=(0, 1.0),
        ncols=5,
        frameon=False,
        fontsize=8,
        handlelength=1.6,
        columnspacing=1.2,
        borderaxespad=0.2,
    )


def draw_panels(frame: Any, outer: str, by: str, title: str) -> Axes:
    """A picture for each group of the outer kind, all on one scale, below one title and one legend; the first."""
    panels = list(dict.fromkeys(frame[outer].tolist()))
    groups = sorted(set(frame[by].tolist())) if by != "theme" else [t for t in THEME_NAMES if (frame[by] == t).any()]
    across = min(_ACROSS, len(panels))
    down = -(-len(panels) // across)
    wide, high = (max(3.0, 0.34 * len(groups) + 0.6), 2.7) if by == "year" else (3.4, 0.26 * len(groups) + 0.8)
    size = (wide * across + (0.4 if by == "year" else 2.2), high * down + 1.2)
    figure, axes = pyplot().subplots(
        down, across, figsize=size, layout="constrained", squeeze=False, sharey=True, sharex=by != "year"
    )
    drawn: list[Axes] = list(axes.flat)
    for ax, panel in zip(drawn, panels, strict=False):
        part = frame[frame[outer] == panel]
        _draw_bars(ax, part, by, groups, least=12.0, size=6.5)
        _name_bars(ax, by, groups, _judged(part, by), 6.5 if by == "year" else 7.5, counted=by == "year")
        ax.set_title(THEME_NAMES.get(panel, panel), fontsize=9, loc="left")
        for place, group in enumerate(groups if by != "year" else ()):
            ax.text(102, place, f"({int(_judged(part, by).get(group, 0))})", va="center", fontsize=6.5)
    for ax in drawn[len(panels) :]:
        ax.remove()
    for ax in drawn[: len(panels)][-across:]:
        ax.tick_params(labelbottom=True)
    where = "% of authorities with a grade (their number)"
    where += ", on 31 March" if "year" in (outer, by) else ""
    drawn[across * (down - 1)].set_xlabel(where, fontsize=8, loc="left")
    _name_grades(figure, drawn[: len(panels)], title)
    return drawn[0]


def _name_grades(figure: Any, drawn: Sequence[Axes], title: str) -> None:
    """One legend for all, below the title."""
    handles = {label: one for ax in drawn for one, label in zip(*ax.get_legend_handles_labels(), strict=True)}
    best = [str(grade) for grade in BEST_FIRST if str(grade) in handles]
    legend = figure.legend(
        [handles[g] for g in best], best, loc="outside upper left", ncols=5, frameon=False, fontsize=8, title=title
    )
    legend.set_alignment("left")
    legend.get_title().set_fontsize(12)


def _judged(frame: Any, by: str) -> dict[Any, int]:
    return dict(zip(frame[by].tolist(), frame["judged"].tolist(), strict=True))


def _draw_bars(ax: Axes, frame: Any, by: str, groups: Sequence[Any], least: float, size: float) -> None:
    """The bars, each part with its share where it is at least so many per cent."""
    draw: Any = ax.bar if by == "year" else ax.barh
    start = "bottom" if by == "year" else "left"
    done = [0.0] * len(groups)
    for grade in BEST_FIRST:
        rows = frame[frame["grade"] == grade.value]
        if not len(rows):
            continue
        text, ground = colours_of(grade)
        line = "#ffffff" if is_dark(ground) else "#5a4200"
        parts = dict(zip(rows[by].tolist(), rows["share_of_judged"].astype(float), strict=True))
        values = [100 * parts.get(group, 0.0) for group in groups]
        look: dict[str, Any] = {"facecolor": ground, "edgecolor": line, "linewidth": 0.6, "hatch": HATCHES[grade]}
        draw(range(len(groups)), values, 0.8, label=str(grade), **look, **{start: list(done)})
        for place, value in enumerate(values):
            middle = done[place] + value / 2
            if value >= least:
                x, y = (place, middle) if by == "year" else (middle, place)
                _say_share(ax, x, y, value, text, ground, size)
            done[place] += value


def _say_share(ax: Axes, x: float, y: float, value: float, text: str, ground: str, size: float) -> None:
    box = {"facecolor": ground, "edgecolor": "none", "pad": 1.2}
    ax.text(x, y, f"{value:.0f}%", ha="center", va="center", fontsize=size, color=text, bbox=box)


def _name_bars(
    ax: Axes, by: str, groups: Sequence[Any], judged: dict[Any, int], size: float, counted: bool = True
) -> None:
    """The groups beside their bars, with how many authorities hold a grade where bars are counted."""
    names = [THEME_NAMES.get(group, group) if by == "theme" else group for group in groups]
    between = "\n" if by == "year" else " "
    if counted:
        names = [f"{name}{between}({int(judged.get(g, 0))})" for name, g in zip(names, groups, strict=True)]
    if by == "year":
        ax.set_xticks(range(len(groups)), names, fontsize=size)
        ax.set_ylim(0, 100)
        ax.set_xlim(-0.6, len(groups) - 0.4)
    else:
        ax.set_yticks(range(len(groups)), names, fontsize=size)
        ax.set_xlim(0, 100)
        ax.set_ylim(len(groups) - 0.4, -0.6)
    plain(ax, ("left",) if by != "year" else ("bottom",))
