"""Pictures of a corpus, for print and for readers who do not tell colours apart. Needs matplotlib: ``ofsted[plot]``.

    corpus.plot.map(as_of="2024-03-31")
    corpus.plot.timeline("Norfolk")
    corpus.plot.heatmap(["Norfolk", "Suffolk"], as_of="2024-03-31")
    corpus.plot.shares("year")
    corpus.plot.transitions()

Every function takes `ax=` (axes to draw in; new ones without) and returns the axes, so that whatever matplotlib can do
can be done with them: `ax.figure.savefig("norfolk.pdf")`. Grades have the colours that notebooks show them in, and a
sign or a hatching of their own beside the colour. The numbers are those of `ofsted.comparing`.
"""

from __future__ import annotations

import textwrap
import warnings
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ofsted.comparing.asked_for import themes_asked_for
from ofsted.comparing.events import events
from ofsted.comparing.in_force import NO_REPORT, UNREAD, Published
from ofsted.comparing.on_a_day import compare
from ofsted.comparing.over_time import history, transitions
from ofsted.comparing.shares import BY, shares
from ofsted.model.grades import Framework, Grade
from ofsted.model.words import count, day_in_words
from ofsted.register.authorities import Day, as_day, local_authorities
from ofsted.showing.drawing import (
    THEME_NAMES,
    background,
    colours_of,
    faint,
    ink,
    is_dark,
    new_axes,
    plain,
    pyplot,
    quiet,
    said_below,
    say_doubts,
    star,
)
from ofsted.showing.share_bars import draw_panels, draw_shares, share_axes
from ofsted.showing.tile_map import (
    BEST_FIRST,
    GREY,
    LEGEND_AT,
    LETTERS,
    NO_GRADE,
    SIGNS_OF,
    Shown,
    Tile,
    borders,
    legend,
    shown_on,
    tiles_on,
    without_tile,
)
from ofsted.tables.columns import Tables

if TYPE_CHECKING:
    from matplotlib.axes import Axes


__all__ = ["Plots"]

SIGNS = {  # marker of matplotlib
    Grade.OUTSTANDING: "*",
    Grade.GOOD: "o",
    Grade.REQUIRES_IMPROVEMENT: "s",
    Grade.ADEQUATE: "D",
    Grade.INADEQUATE: "X",
    Grade.NOT_JUDGED: "_",
    Grade.TYPICALLY_POSITIVE: "^",
    Grade.INCONSISTENT: "d",
    Grade.WIDESPREAD_FAILINGS: "v",
}
OUTCOME_LETTERS = {  # area SEND, a scale of its own
    Grade.TYPICALLY_POSITIVE: "TP",
    Grade.INCONSISTENT: "IN",
    Grade.WIDESPREAD_FAILINGS: "WF",
}
AREA_SEND, UNGRADED = "area_send", "ungraded"  # lanes of the timeline beside those of themes
LANES = {**THEME_NAMES, AREA_SEND: "Area SEND", UNGRADED: "Visits and letters"}


class Plots:
    """The pictures of one corpus: `corpus.plot`."""

    __slots__ = ("_corpus",)

    def __init__(self, corpus: Tables) -> None:
        pyplot()  # say what is missing before the work
        self._corpus = corpus

    def __repr__(self) -> str:
        return "<Plots: map, timeline, heatmap, shares, transitions>"

    def timeline(
        self,
        authority: str,
        themes: str | Iterable[str] | None = None,
        *,
        predecessors: bool = True,
        published: Published | None = None,
        ax: Axes | None = None,
    ) -> Axes:
        """One authority over the years: a line a theme, a sign with its letter for each grade, frameworks above.

        Area SEND has a line of its own, and so have visits and letters, which give no grade: without `themes` all that
        `events()` lists is there. What is of an authority that this one replaced is drawn hollow;
        `predecessors=False` leaves it out. NotFoundError for an unknown authority, ValueError where there is nothing
        to draw.
        """
        wanted = list(themes_asked_for(themes))
        every = history(self._corpus, authority, predecessors, published=published)
        frame, lacking = _lanes(every, wanted), _not_drawn(every, wanted, whole=themes is not None)
        if themes is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)  # history() has said it
                seen = events(self._corpus, authority, predecessors, published)
            frame = _with_ungraded(frame, seen)
            undated = seen[seen["dated"].isna() & ~seen["graded"]]
            lacking += [f"{event} (no day)" for event in undated["event"]]
        else:
            frame = frame[frame["lane"] != AREA_SEND]
        if not len(frame):
            raise ValueError(f"there is no dated grade of {authority} on these themes to draw")
        lanes = [lane for lane in (*wanted, AREA_SEND, UNGRADED) if (frame["lane"] == lane).any()]
        ax = ax if ax is not None else new_axes(9.0, 0.55 * len(lanes) + 1.9)
        _draw_timeline(ax, frame, lanes)
        own = frame[frame["lineage"] == "itself"]
        name = (own if len(own) else frame)["authority"].iloc[-1]
        what = "inspections, visits and letters" if themes is None else "judgements"
        ax.set_title(f"{name}: {what} by Ofsted", loc="left", pad=40)
        told = f"Not drawn, as no grade or no day was read: {'; '.join(dict.fromkeys(lacking))}" if lacking else None
        say_doubts(ax, frame, more=told)
        return ax

    def heatmap(
        self,
        authorities: Iterable[str] | str | None = None,
        themes: str | Iterable[str] | None = None,
        *,
        as_of: Day | None = None,
        align: bool = False,
        published: Published | None = None,
        ax: Axes | None = None,
    ) -> Axes:
        """Authorities by themes: the grades in force on a day, as colour and letters. Parameters as `compare()`.

        Where there is no grade, a footnote sign: – not judged, c judged with children in care, n no overall judgement,
        ? several grades, ! could not be read, ended for an authority that is no more, blank where the corpus has no
        report. A star marks a grade with a doubt, and an authority on which something may be newer: the column
        `doubts` of `compare()` has the words.
        """
        wanted = list(themes_asked_for(themes))
        day = as_day(as_of)
        frame = compare(self._corpus, authorities, wanted, day, align, published)
        if not len(frame):
            raise ValueError("there is no authority with a judgement to draw")
        ax = ax if ax is not None else new_axes(2.6 + 1.05 * len(wanted), 0.27 * len(frame) + 1.8)
        _draw_heatmap(ax, frame, wanted)
        ax.set_title(f"Grades in force on {day_in_words(day)}", loc="left")
        return ax

    def map(
        self,
        theme: str = "overall",
        *,
        as_of: Day | None = None,
        align: bool = False,
        published: Published | None = None,
        ax: Axes | None = None,
    ) -> Axes:
        """England as equal tiles, one an authority, placed like the country: the grades in force on a day (today).

        A tile has the grade's colour, its letter and its shapes, so that it can be read without colours; a dark line
        runs between regions. Where there is no grade: – not judged, c judged with children in care, n no overall
        judgement, ? several grades, ! could not be read, new not yet inspected, blank where the corpus has no report. A
        star marks a doubt, as in `heatmap()`. The tiles are those of the authorities that existed on the day; one that
        has no tile is named below the map. The other parameters are those of `compare()`. ValueError where no authority
        of the register holds a judgement.
        """
        day = as_day(as_of)
        tiles = tiles_on(day)
        codes = [one.la_code for one in local_authorities(day)]
        frame = compare(self._corpus, codes, theme, day, align, published)
        told = zip(frame["la_code"], frame[theme], frame["notes"], frame.attrs["doubtful"], strict=True)
        shown = {
            code: shown_on(grade if isinstance(grade, str) else None, _text_of(notes), bool(doubts))
            for code, grade, notes, doubts in told
        }
        if all(one.status == NO_REPORT and one.grade is None for one in shown.values()):
            raise ValueError("there is no authority of the register with a judgement to draw")
        ax = ax if ax is not None else new_axes(9.0, 10.2)
        _draw_map(ax, tiles, shown)
        ax.set_title(f"{THEME_NAMES.get(theme, theme)}: grades in force on {day_in_words(day)}", loc="left")
        named = without_tile(tiles, zip(frame["la_code"], frame["authority"], shown.values(), strict=True))
        say_doubts(ax, frame, more=named)
        return ax

    def shares(
        self,
        by: str | Sequence[str] = "year",
        *,
        as_of: Day | None = None,
        theme: str = "overall",
        align: bool = False,
        of: str = "statistical",
        over: str = "register",
        published: Published | None = None,
        ax: Axes | None = None,
    ) -> Axes:
        """What share of the authorities that hold a grade holds which: a bar each year (31 March), region or theme.

        With two, such as `["region", "year"]`, a small picture for each of the first with a bar for each of the second:
        `ax` cannot be given then, and what is returned is the first of `figure.axes`. The number of these authorities
        is beside each bar: shares of a few need care. Parameters as `Corpus.shares()`; ValueError for more than two.
        """
        names = (by,) if isinstance(by, str) else tuple(by)
        if not 1 <= len(set(names)) == len(names) <= 2 or not set(names) <= set(BY):
            raise ValueError(f"by must be 'year', 'region' or 'theme', or two of these, not {by!r}")
        if len(names) == 2 and ax is not None:
            raise ValueError("shares by two kinds of group are several pictures: they cannot be drawn in one ax")
        every = shares(self._corpus, names, as_of, theme, align, of, over, published)
        every = every[every[list(names)].notna().all(axis=1)]
        frame, unread = every[every["grade"].notna()], int(every.loc[every["status"] == UNREAD, "count"].sum())
        if not len(frame):
            raise ValueError("there is no grade to draw shares of")
        kinds, doubts_at = f"by {' and '.join(names)}", "the column doubts of shares()"
        named = kinds if "theme" in names else f"{THEME_NAMES.get(theme, theme).lower()}, {kinds}"
        title = f"Share of authorities with each grade: {named}"
        if len(names) == 2:
            ax = draw_panels(frame, *names, title)
        else:
            ax = ax if ax is not None else share_axes(names[0], frame[names[0]].nunique())
            draw_shares(ax, frame, names[0])
            ax.set_title(title, loc="left", pad=34 if names[0] == "year" else 30)
        told = f"Not drawn: {count(unread, 'grade')} that could not be read, see {doubts_at}" if unread else None
        say_doubts(ax, frame, more=told, unmarked=doubts_at)
        return ax

    def transitions(
        self,
        theme: str = "overall",
        *,
        align: bool = False,
        published: Published | None = None,
        ax: Axes | None = None,
    ) -> Axes:
        """From each grade (rows) to the next inspection's (columns): how many, the darker the more of its row.

        Parameters as `compare.transitions()`.
        """
        frame = transitions(self._corpus, theme, align, published)
        order = [g.value for g in BEST_FIRST if g.value in frame.index]
        frame = frame.loc[order, order]
        there = [g for g in order if frame.loc[g].sum() or frame[g].sum()]
        if not there:
            raise ValueError("there is no authority that was inspected twice on one scale")
        frame = frame.loc[there, there]
        ax = ax if ax is not None else new_axes(0.95 * len(there) + 2.6, 0.7 * len(there) + 1.7)
        _draw_transitions(ax, frame)
        say_doubts(ax, frame, unmarked='attrs["doubts"] of transitions()')
        ax.set_title(f"From one inspection to the next: {THEME_NAMES.get(theme, theme).lower()}", loc="left", pad=10)
        return ax


# ---- drawing ----


def _lanes(frame: Any, themes: list[str]) -> Any:
    """The dated grades of these themes and the outcomes of area SEND, each with its lane."""
    send = frame["framework"] == Framework.AREA_SEND.value
    lanes = frame["theme"].astype(object).where(~send, AREA_SEND)
    known = frame["grade"].isin([g.value for g in (*LETTERS, *OUTCOME_LETTERS)])
    kept = frame.assign(lane=lanes)[known & frame["dated"].notna() & lanes.isin([*themes, AREA_SEND])]
    kept.attrs = frame.attrs
    return kept


def _not_drawn(frame: Any, themes: list[str], whole: bool) -> list[str]:
    """The judgements of these themes that have no place in the picture: no grade of them was read, or no day.

    And the inspections of which no judgement was read at all, where `whole` ones have no line of their own.
    """
    about = frame["theme"].isin(themes) | (frame["key"].isna() & whole)
    lacking = frame[(frame["grade"].isna() | frame["dated"].isna()) & about]
    days = lacking["end"].fillna(lacking["dated"]).dt.strftime("%Y-%m-%d").fillna("(no day)")
    rows = zip(lacking["framework"], days, lacking["theme"], strict=True)
    return [f"{Framework(kind)} {day}, {THEME_NAMES.get(theme, 'all of it').lower()}" for kind, day, theme in rows]


def _with_ungraded(frame: Any, every: Any) -> Any:
    """These grades, and below them the dated events that gave none of them."""
    import pandas

    rest = every[every["dated"].notna() & ~every["graded"]].assign(lane=UNGRADED)
    names = ["report", "framework", "authority", "dated", "lineage", "doubts", "lane", "grade"]
    rest = rest.assign(grade=None)
    parts = [part[names].astype(object) for part in (frame, rest) if len(part)]
    joint = pandas.concat(parts, ignore_index=True) if parts else frame
    joint = joint.assign(dated=pandas.to_datetime(joint["dated"]))
    joint.attrs = frame.attrs
    return joint


def _draw_timeline(ax: Axes, frame: Any, lanes: list[str]) -> None:
    rows = {lane: place for place, lane in enumerate(lanes)}
    for lane, row in rows.items():
        one = frame[frame["lane"] == lane].sort_values("dated")
        if lane != UNGRADED:
            ax.plot(one["dated"], [row] * len(one), color="#b0b0b0", linewidth=1.5, zorder=1)
        for place in one.itertuples():
            own = place.lineage == "itself"
            if lane == UNGRADED:
                line, face = quiet(ax), quiet(ax) if own else background(ax)
                ax.scatter([place.dated], [row], s=36, marker="o", color=face, edgecolor=line, linewidth=1.2, zorder=2)
                _sign(ax, place, row, star(place.doubts).strip())
                continue
            grade = Grade(place.grade)
            size = 320 if grade is Grade.OUTSTANDING else 190
            face = colours_of(grade)[1] if own else background(ax)
            line = _edge(ax, grade)
            ax.scatter(
                [place.dated], [row], s=size, marker=SIGNS[grade], color=face, edgecolor=line, linewidth=1.6, zorder=2
            )
            _sign(ax, place, row, f"{LETTERS.get(grade) or OUTCOME_LETTERS[grade]}{star(place.doubts)}")
    ax.set_yticks(list(rows.values()), [LANES.get(lane, lane) for lane in rows])
    ax.set_ylim(len(rows) - 0.35, -0.6)
    ax.margins(x=0.06)
    _name_inspections(ax, frame)
    plain(ax, ("bottom",))
    ax.grid(axis="x", color=faint(ax), linewidth=0.8, linestyle="-", zorder=0)
    ax.set_axisbelow(True)
    hollow = bool((frame["lineage"] != "itself").any())
    _grade_legend(ax, [Grade(g) for g in dict.fromkeys(frame["grade"].dropna())], hollow)


def _sign(ax: Axes, place: Any, row: int, text: str) -> None:
    """What stands below a sign of the timeline."""
    if text:
        offset: dict[str, Any] = {"xytext": (0, -15), "textcoords": "offset points", "ha": "center", "va": "center"}
        ax.annotate(text, (place.dated, row), fontsize=8, color=ink(ax), **offset)


def _name_inspections(ax: Axes, frame: Any) -> None:
    """The frameworks above the picture, one over the other where inspections are near."""
    each = frame.drop_duplicates("report").sort_values("dated")
    days = each["dated"]
    letter = max((days.max() - days.min()).days, 600) / 90  # how many days one is wide
    free = [days.min() - timedelta(days=9999)] * 3  # from which day on, of each line above the picture
    for place in each.itertuples():
        ax.axvline(place.dated, color=quiet(ax), linewidth=0.4, linestyle=":", zorder=0)
        name = str(Framework(place.framework))
        half = timedelta(days=(len(name) + 1) / 2 * letter)
        open_lines = [n for n, day in enumerate(free) if day <= place.dated - half]
        level = open_lines[0] if open_lines else free.index(min(free))
        free[level] = place.dated + half
        ax.annotate(
            name,
            (place.dated, 1),
            xycoords=("data", "axes fraction"),
            xytext=(0, 3 + 10 * level),
            textcoords="offset points",
            ha="center",
            fontsize=8,
            color=quiet(ax),
        )


def _edge(ax: Axes, grade: Grade) -> Any:
    """Round a sign: its own colour on a light page, that of words on a dark one, where its own would drown."""
    return ink(ax) if is_dark(background(ax)) else colours_of(grade)[1]


def _grade_legend(ax: Axes, grades: list[Grade], hollow: bool) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.transforms import ScaledTranslation

    def sign(marker: str, size: int, face: Any, edge: Any, label: str) -> Line2D:
        look = {"markersize": size, "markerfacecolor": face, "markeredgecolor": edge, "label": label}
        return Line2D([], [], linestyle="", marker=marker, **look)

    letters = {**{g: LETTERS[g] for g in BEST_FIRST}, **OUTCOME_LETTERS}
    handles = [
        sign(SIGNS[g], 12 if g is Grade.OUTSTANDING else 9, colours_of(g)[1], _edge(ax, g), f"{letter}  {g}")
        for g, letter in letters.items()
        if g in grades
    ]
    if hollow:
        handles.append(sign("o", 9, background(ax), quiet(ax), "predecessor"))
    below = ScaledTranslation(0, -26 / 72, ax.figure.dpi_scale_trans)  # of the years, however high the picture is
    ax.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.5, 0),
        bbox_transform=ax.transAxes + below,
        ncols=min(max(len(handles), 1), 5),
        frameon=False,
        fontsize=8,
        handletextpad=0.4,
        columnspacing=1.4,
    )


def _why_not(notes: str | None, theme: str) -> str:
    """The sign for a missing grade, from the notes of `compare()`."""
    text = notes if isinstance(notes, str) else ""
    why = next((n.partition(": ")[2] for n in text.split("; ") if n.startswith(theme.replace("_", " ") + ": ")), text)
    return "ended" if why.startswith("ended on ") else SIGNS_OF.get(why, "")


def _draw_heatmap(ax: Axes, frame: Any, themes: list[str]) -> None:
    from matplotlib.patches import Rectangle

    seen: set[Grade] = set()
    blanks: set[str] = set()
    doubtful = frame.attrs["doubtful"]
    for y, row in enumerate(frame.to_dict("records")):
        for x, theme in enumerate(themes):
            value = row[theme]
            grade = Grade(value) if isinstance(value, str) else Grade.NOT_JUDGED
            text, ground, sign = GREY, NO_GRADE, _why_not(row["notes"], theme)
            if grade in LETTERS:
                (text, ground), sign = colours_of(grade), LETTERS[grade]
                seen.add(grade)
            else:
                blanks.add(sign)
            sign += " *" if theme in doubtful[y] else ""
            ax.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=ground, edgecolor=background(ax), linewidth=1.5))
            ax.text(
                x,
                y,
                sign,
                ha="center",
                va="center",
                color=text,
                fontsize=8.5,
                fontweight="bold" if grade in LETTERS else "normal",
            )
    ax.set_xlim(-0.5, len(themes) - 0.5)
    ax.set_ylim(len(frame) - 0.5, -0.5)
    ax.set_xticks(
        range(len(themes)), ["\n".join(textwrap.wrap(THEME_NAMES.get(t, t), 12)) for t in themes], fontsize=8.5
    )
    ax.xaxis.tick_top()
    names = [
        f"{name} *" if "authority" in doubts else name
        for name, doubts in zip(frame["authority"].fillna("unknown"), doubtful, strict=True)
    ]
    ax.set_yticks(range(len(frame)), names, fontsize=8.5)
    plain(ax)
    why = {sign: reason for reason, sign in SIGNS_OF.items()}
    why |= {"c": "judged with children in care", "ended": "the authority ended before this day", "": NO_REPORT}
    words = [f"{LETTERS[g]} = {g}" for g in BEST_FIRST if g in seen]
    words += [f"{sign or 'blank'} = {why[sign]}" for sign in why if sign in blanks]
    width = 30 + 13 * len(themes)
    told = textwrap.wrap("   ".join(w.replace(" ", "\u00a0") for w in words), width)
    ax.set_xlabel(
        "\n".join([*told, *said_below(frame, width)]),
        fontsize=8,
        color=quiet(ax),
        labelpad=8,
    )


def _text_of(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _draw_map(ax: Axes, tiles: list[Tile], shown: dict[str, Shown]) -> None:
    squares: list[tuple[float, float, float, Shown]]
    squares = [(tile.column, tile.row, 1.0, shown[tile.authority.la_code]) for tile in tiles]
    entries = list(enumerate(legend(shown.values())))
    x = LEGEND_AT[0]
    squares += [(x, LEGEND_AT[1] + 0.75 * number, 0.6, one) for number, (one, _) in entries]
    _draw_squares(ax, squares)
    for tile in tiles:
        _draw_tile(ax, tile, shown[tile.authority.la_code])
    for x1, y1, x2, y2 in borders(tiles):
        ax.plot([x1, x2], [y1, y2], color=ink(ax), linewidth=1.6, solid_capstyle="round", zorder=3)
    for number, (one, words) in entries:
        y = LEGEND_AT[1] + 0.75 * number
        ax.text(x, y, one.sign, ha="center", va="center", color=one.colours[0], fontsize=8, fontweight="bold")
        ax.text(x + 0.5, y, f"{one.marks}  {words}".strip(), ha="left", va="center", color=ink(ax), fontsize=9)
    ax.set_xlim(-0.6, max(tile.column for tile in tiles) + 0.6)
    ax.set_ylim(max(tile.row for tile in tiles) + 0.6, -0.6)
    ax.set_aspect("equal")
    ax.set_xticks([])
    ax.set_yticks([])
    plain(ax)


def _draw_squares(ax: Axes, squares: Sequence[tuple[float, float, float, Shown]]) -> None:
    """Squares by middle and size."""
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    def square(x: float, y: float, size: float) -> Rectangle:
        return Rectangle((x - size / 2, y - size / 2), size, size)

    colours = [one.colours[1] for *_, one in squares]
    patches = [square(x, y, size) for x, y, size, _ in squares]
    ax.add_collection(PatchCollection(patches, facecolors=colours, edgecolors=background(ax), linewidths=1.2))
    framed = [square(x, y, 0.88 * size) for x, y, size, one in squares if one.framed]
    ax.add_collection(PatchCollection(framed, facecolors="none", edgecolors="white", linewidths=1.2))


def _draw_tile(ax: Axes, tile: Tile, one: Shown) -> None:
    x, y = tile.column, tile.row
    middle: dict[str, Any] = {"ha": "center", "va": "center", "color": one.colours[0], "zorder": 2, "in_layout": False}
    ax.text(x - (0.2 if one.marks else 0), y - 0.2, one.sign, fontsize=10, fontweight="bold", **middle)
    if one.marks:
        ax.text(x + 0.22, y - 0.2, one.marks, fontsize=6, **middle)
    ax.text(x, y + 0.24, "\n".join(tile.lines), fontsize=5.4, linespacing=1.05, **middle)


def _draw_transitions(ax: Axes, frame: Any) -> None:
    from matplotlib.patches import Rectangle

    grades = [Grade(value) for value in frame.index]
    for y, before in enumerate(grades):
        total = int(frame.loc[before.value].sum())
        for x, after in enumerate(grades):
            count = int(frame.loc[before.value, after.value])
            part = count / total if total else 0.0
            shade = 1 - 0.8 * part
            ax.add_patch(
                Rectangle(
                    (x - 0.5, y - 0.5),
                    1,
                    1,
                    facecolor=(shade, shade, shade) if count else background(ax),
                    edgecolor=ink(ax) if x == y else background(ax),
                    linewidth=1.6 if x == y else 1.0,
                    zorder=2 if x == y else 1,
                )
            )
            if count:
                told, text = f"{count}\n{100 * part:.0f}%", "white" if shade < 0.55 else "#1a1a1a"
                ax.text(x, y, told, ha="center", va="center", fontsize=8.5, color=text, zorder=3)
    ax.set_xlim(-0.52, len(grades) - 0.48)
    ax.set_ylim(len(grades) - 0.48, -0.52)
    totals = [int(frame.loc[g.value].sum()) for g in grades]
    ax.set_xticks(range(len(grades)), ["\n".join(textwrap.wrap(str(g), 12)) for g in grades], fontsize=8.5)
    ax.set_yticks(range(len(grades)), [f"{g} ({n})" for g, n in zip(grades, totals, strict=True)], fontsize=8.5)
    ax.set_xlabel("Next inspection")
    ax.set_ylabel("Inspection (how many)")
    plain(ax)
