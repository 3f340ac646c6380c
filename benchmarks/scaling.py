"""Time against size for texts, web pages and PDFs made to be slow: does it grow with the size, or faster?

    python benchmarks/scaling.py                 # prints the table; about a quarter of an hour
    python benchmarks/scaling.py --write         # … puts it into docs/speed.md, and the plot beside it
    python benchmarks/scaling.py --largest 5     # up to 5 MB only
    python benchmarks/scaling.py --redraw        # the plot alone, from the table in the page

The shapes stand in shapes.py. Each is read at every size several times, of which the fastest counts. The plot needs
matplotlib, web pages need the extra `html`.
"""

from __future__ import annotations

import argparse
import gc
import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import thread_time
from typing import Any

import pypdfium2
from run import in_a_thread
from shapes import SHAPES, Shape
from writing import BLUE, GREY, between, cells, plot, put, spread

import ofsted

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE, PLOT, MARK = DOCS / "speed.md", DOCS / "scaling.svg", "scaling"
SIZES = (0.1, 0.3, 1.0, 3.0, 10.0, 25.0, 50.0)  # MB
MOST = 1.1  # of the exponent: what grows faster is a defect
LARGE = 3.0  # MB: more than the processor keeps near, and than the allocator keeps for the next document
ALONE = ": PDFium alone"
LEAST, ENOUGH = 0.3, 20.0  # seconds to spend on one size
KINDS = {"text": "Text", "web page": "Web pages and PDFs", "PDF": "Web pages and PDFs"}
SUMMARY = (
    "Time to read a document against its size, both logarithmic: {count} hostile shapes from 0.1 to {largest:g} MB, "
    "straight lines beside the dashed one, which grows as the size does; PDFs of thousands of pages bend upwards"
)


@dataclass
class Point:
    """A document that was read: the size asked for and its own, in MB, and the seconds that it took."""

    asked: float
    size: float
    seconds: float

    @property
    def each(self) -> float:
        """Nanoseconds a byte."""
        return 1e3 * self.seconds / self.size


@dataclass
class Curve:
    """Of a shape: what was read; `refused` says what refuses more."""

    shape: str
    kind: str
    points: list[Point]
    refused: str = ""

    def exponent(self, least: float = 0.0) -> float:
        """Of the power of the size that the time grows with, from `least` MB on: 1 is linear. NaN for one point."""
        used = [point for point in self.points if point.asked >= least]
        x = [math.log(point.size) for point in used]
        y = [math.log(point.seconds) for point in used]
        if len(used) < 2:
            return math.nan
        middle, high = sum(x) / len(x), sum(y) / len(y)
        return sum((a - middle) * (b - high) for a, b in zip(x, y, strict=True)) / sum((a - middle) ** 2 for a in x)


def read(document: str | bytes) -> None:
    """A report, and nothing is kept of it."""
    if isinstance(document, str):
        ofsted.parse_text(document)
    else:
        ofsted.parse(document)


def pdfium_alone(document: str | bytes) -> None:
    """What PDFium does for a report: every page, its text page and its structure tree."""
    pdf = pypdfium2.PdfDocument(document)
    for page in pdf:
        text = page.get_textpage()
        tree = pypdfium2.raw.FPDF_StructTree_GetForPage(page.raw)
        if tree:
            pypdfium2.raw.FPDF_StructTree_Close(tree)
        text.close()
        page.close()
    pdf.close()


def seconds(task: Callable[[str | bytes], None], document: str | bytes, repeats: int) -> float:
    """Of the calling thread's processor time: the best of `repeats`, more where they are short, fewer where long."""
    best, spent, done = float("inf"), 0.0, 0
    while spent < LEAST or (done < repeats and spent < ENOUGH):
        begin = thread_time()
        task(document)
        took = thread_time() - begin
        best, spent, done = min(best, took), spent + took, done + 1
    return best


def measure(shape: Shape, sizes: Sequence[float], repeats: int) -> Iterator[Curve]:
    """The shape at each size, up to the first that is refused; for a PDF, PDFium's own time, too."""
    curve, alone = Curve(shape.name, shape.kind, []), Curve(f"{shape.name}{ALONE}", shape.kind, [])
    for asked in sizes:
        document = shape.make(int(asked * 1e6))
        size = len(document.encode() if isinstance(document, str) else document) / 1e6
        curve.refused = ""
        if curve.points and size < 1.1 * curve.points[-1].size:
            curve.refused = shape.limit  # the shape keeps below it by itself
            continue
        try:
            curve.points.append(Point(asked, size, seconds(read, document, repeats)))
        except ofsted.TooLargeError as error:
            curve.refused = shape.limit
            print(f"{shape.name}, {size:.1f} MB: {error}", file=sys.stderr)
            break
        if shape.kind == "PDF":
            alone.points.append(Point(asked, size, seconds(pdfium_alone, document, repeats)))
        print(f"{shape.name}, {size:.1f} MB: {curve.points[-1].seconds:.3f} s", file=sys.stderr, flush=True)
        gc.collect()
    yield curve
    if alone.points:
        yield alone


def power(exponent: float) -> str:
    """An exponent, in bold where the time grows faster than the size."""
    if math.isnan(exponent):
        return ""
    return f"**{exponent:.2f}**" if exponent > MOST else f"{exponent:.2f}"


def table(curves: Sequence[Curve], sizes: Sequence[float]) -> Iterator[str]:
    """One line a shape: nanoseconds a byte at each size, last ÷ first, the exponents, and what refuses more."""
    heads = " | ".join(f"{size:g} MB" for size in sizes)
    yield f"| ns a byte | kind | {heads} | last ÷ first | exponent | from {LARGE:g} MB on | refused beyond |"
    yield "|---|---|" + "--:|" * (len(sizes) + 3) + "---|"
    for curve in curves:
        by_size = {point.asked: point for point in curve.points}
        found = " | ".join(cell(by_size.get(size)) for size in sizes)
        ratio = curve.points[-1].each / curve.points[0].each
        powers = f"{power(curve.exponent())} | {power(curve.exponent(LARGE))}"
        yield f"| {curve.shape} | {curve.kind} | {found} | {ratio:.2f} | {powers} | {curve.refused} |"


def cell(point: Point | None) -> str:
    """Nanoseconds a byte, and the size where it is not the one asked for."""
    if point is None:
        return ""
    return f"{point.each:.3g}" + (f" ({point.size:.1f} MB)" if abs(point.size / point.asked - 1) > 0.2 else "")


def written() -> list[Curve]:
    """The curves of the table in the page."""
    rows = [cells(line) for line in between(PAGE, MARK) if line.startswith("|")]
    sizes = [float(head.removesuffix(" MB")) for head in rows[0] if re.fullmatch(r"[\d.]+ MB", head)]
    curves = []
    for name, kind, *found in rows[2:]:
        points = []
        for asked, text in zip(sizes, found, strict=False):
            if text:
                each, _, size = text.partition(" (")
                own = float(size.removesuffix(" MB)")) if size else asked
                points.append(Point(asked, own, float(each) * own / 1e3))
        curves.append(Curve(name, kind, points))
    return curves


def draw(curves: Sequence[Curve]) -> None:
    """One line a shape, its name at its end, and a dashed line for time that grows as the size does."""
    curves = [curve for curve in curves if not curve.shape.endswith(ALONE)]
    largest = max(point.size for curve in curves for point in curve.points)
    with plot(PLOT, SUMMARY.format(count=len(curves), largest=round(largest)), (10, 5.2), 2) as panels:
        for axes, heading in zip(panels, dict.fromkeys(KINDS.values()), strict=False):
            draw_panel(axes, heading, [curve for curve in curves if KINDS[curve.kind] == heading])
        if panels:
            panels[0].set_ylabel("seconds")


def draw_panel(axes: Any, heading: str, curves: Sequence[Curve]) -> None:
    """The shapes of one or two kinds."""
    axes.set_title(heading, loc="left", fontsize=11)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("MB")
    axes.set_xlim(0.08, 9000)  # room for the names
    axes.set_ylim(2e-5, 100)
    axes.set_xticks([0.1, 1, 10, 50], ["0.1", "1", "10", "50"])
    axes.minorticks_off()
    axes.plot([0.1, 50], [2e-3, 1.0], "--", color=GREY, linewidth=1.5, zorder=4, label="time that grows as the size")
    axes.legend(loc="upper left", frameon=False, fontsize=8)
    ends = [math.log10(curve.points[-1].seconds) for curve in curves]
    for curve, place in zip(curves, spread(ends, 0.21), strict=True):
        x, y = zip(*((point.size, point.seconds) for point in curve.points), strict=True)
        axes.plot(x, y, color=BLUE, linewidth=1, marker=".", markersize=4)
        axes.annotate(
            curve.shape,
            (x[-1], y[-1]),
            xytext=(75, 10**place),
            textcoords="data",
            va="center",
            fontsize=8,
            arrowprops={"arrowstyle": "-", "color": "#b1b4b6", "linewidth": 0.6, "shrinkA": 1, "shrinkB": 2},
        )


def main() -> int:
    """Measure, print, and perhaps write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--largest", type=float, default=SIZES[-1], help="MB (%(default)s)")
    parser.add_argument("--repeats", type=int, default=3, help="at each size, at least (%(default)s)")
    parser.add_argument("--only", default="", help="shapes whose name holds this")
    parser.add_argument("--write", action="store_true", help="put the table into docs/speed.md and draw the plot")
    parser.add_argument("--redraw", action="store_true", help="draw the plot from the page; nothing is measured")
    options = parser.parse_args()
    if options.redraw:
        draw(written())
        return 0
    sizes = [size for size in SIZES if size <= options.largest]
    chosen = [shape for shape in SHAPES if options.only in shape.name]
    curves = [curve for shape in chosen for curve in measure(shape, sizes, options.repeats)]
    tables = "\n".join(table(curves, sizes))
    print(tables)
    if options.write:
        put(PAGE, MARK, tables)
        draw(curves)
    return 0


if __name__ == "__main__":
    sys.exit(in_a_thread(main))
