"""What the benchmarks share: tables put into a page of the documentation, plots whose labels do not touch."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BLUE, GREY = "#1d70b8", "#505a5f"


def put(page: Path, mark: str, tables: str) -> None:
    """The tables into the page, between `<!-- mark: begin -->` and `<!-- mark: end -->`."""
    begin, end = f"<!-- {mark}: begin -->", f"<!-- {mark}: end -->"
    before, rest = page.read_text(encoding="utf-8").split(begin)
    page.write_text(f"{before}{begin}\n{tables}\n{end}{rest.split(end)[1]}", encoding="utf-8")


def between(page: Path, mark: str) -> list[str]:
    """The lines that stand there now."""
    text = page.read_text(encoding="utf-8")
    return text.split(f"<!-- {mark}: begin -->")[1].split(f"<!-- {mark}: end -->")[0].strip().splitlines()


def cells(line: str) -> list[str]:
    """The cells of a table's line."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


@contextmanager
def plot(path: Path, title: str, size: tuple[float, float], panels: int = 1) -> Iterator[Sequence[Any]]:
    """The axes of a picture that is written at the end, as SVG with `title` in it; none without matplotlib."""
    try:
        import matplotlib as mpl
    except ImportError as error:
        print(f"no plot: {error}", file=sys.stderr)
        yield ()
        return
    mpl.use("svg")
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "ofsted", "font.size": 10})
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, panels, figsize=size, layout="constrained", sharey=True, squeeze=False)
    for each in axes[0]:
        each.grid(visible=True, color="#dddddd")
        for side in ("top", "right"):
            each.spines[side].set_visible(False)
    yield list(axes[0])
    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None, "Title": title})
    pyplot.close(figure)


def label_apart(axes: Any, points: Sequence[tuple[float, float, str]]) -> None:
    """A label at each point, at the first place around it where it meets no point and no other label."""
    from matplotlib.transforms import Bbox

    axes.figure.draw_without_rendering()  # only now is it known where things stand
    taken = [Bbox.from_bounds(*(axes.transData.transform((x, y)) - 8), 16, 16) for x, y, _ in points]
    outside = axes.get_window_extent()
    for i, (x, y, words) in enumerate(points):
        others = taken[:i] + taken[i + 1 :]
        text = axes.annotate(words, (x, y), textcoords="offset points", xytext=(0, 0))
        for right, up in ((10, 0), (-10, 0), (0, -12), (0, 12), (12, -22), (-12, -22), (12, 22), (-12, 22), (0, -34)):
            text.set_position((right, up))
            text.set_ha("left" if right > 0 else "right" if right < 0 else "center")
            text.set_va("top" if up < 0 else "bottom" if up > 0 else "center")
            box = text.get_window_extent().expanded(1.15, 1.1)  # a reader's font may be wider
            within = outside.x0 <= box.x0 and box.x1 <= outside.x1 and outside.y0 <= box.y0
            if within and not box.count_overlaps(others):
                break
        taken.append(box)


def spread(places: Sequence[float], least: float) -> list[float]:
    """The places, moved as little as may be so that neighbours are `least` apart; in the order given."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = [places[i] for i in order]
    for _ in range(200):
        for i in range(len(moved) - 1):
            lack = least - (moved[i + 1] - moved[i])
            if lack > 0:
                moved[i] -= lack / 2
                moved[i + 1] += lack / 2
    back = dict(zip(order, moved, strict=True))
    return [back[i] for i in range(len(places))]
