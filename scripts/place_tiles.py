"""Places the tiles of the map: one an authority, all of one size, where the country has them as far as that can be.

    python scripts/place_tiles.py CENTRES.csv    # writes ofsted/data/tiles.csv; needs scipy

CENTRES has a point (`la_code`, `latitude`, `longitude`) in each authority. The points are pushed apart until each has
room for its tile, with every neighbour held near, and are then assigned to the cells of a grid so that the way to them
is shortest in all. Authorities that ended or are to begin stand where those do that they gave way to or replace; where
that tile is taken on some day, in the nearest free cell.
"""

from __future__ import annotations

import argparse
import csv
import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy
from scipy.optimize import linear_sum_assignment
from scipy.spatial import cKDTree

from ofsted.register.authorities import LocalAuthority, every_span, local_authorities

TABLE = Path(__file__).resolve().parent.parent / "ofsted" / "data" / "tiles.csv"
TODAY = date(2024, 4, 1)
KM_NORTH, KM_EAST = 110.57, 67.4  # of a degree, in the middle of England
SIDE = 29.0  # km, of a tile: their areas are together about that of England
ROUNDS = 4000
NEAR = 6  # how many neighbours of each are to stay beside it, in their directions
# Points in the middle of counties, where the centres that mySociety lists lie in another one.
CORRECTED = {
    "801": (51.46, -2.59),  # Bristol: in the channel
    "878": (50.73, -3.80),  # Devon
    "881": (51.78, 0.55),  # Essex
    "916": (51.82, -2.13),  # Gloucestershire
    "919": (51.82, -0.23),  # Hertfordshire
    "931": (51.77, -1.29),  # Oxfordshire
    "886": (51.20, 0.75),  # Kent
    "888": (53.87, -2.65),  # Lancashire
    "855": (52.68, -1.15),  # Leicestershire
    "891": (53.13, -1.02),  # Nottinghamshire
    "935": (52.19, 1.00),  # Suffolk
    "937": (52.33, -1.55),  # Warwickshire
    "885": (52.20, -2.20),  # Worcestershire
}
# What stands on a tile where the name is too long: lines of eleven letters, two of them.
SHORT = {
    "Bournemouth": "Bo'mouth",
    "Bath and North East Somerset": "Bath & NE Somerset",
    "Blackburn with Darwen": "Blackburn & Darwen",
    "Bournemouth, Christchurch and Poole": "Bo'mouth, Ch. & Poole",
    "Cheshire West and Chester": "Cheshire W & Chester",
    "East Riding of Yorkshire": "East Riding",
    "Hammersmith and Fulham": "H'smith & Fulham",
    "Kingston upon Hull": "Hull",
    "Kingston upon Thames": "Kingston",
    "Newcastle upon Tyne": "Newcastle",
    "Redcar and Cleveland": "Redcar & Cleveland",
    "Richmond upon Thames": "Richmond",
    "Southend-on-Sea": "Southend",
    "Southampton": "S'hampton",
    "Stockton-on-Tees": "Stockton",
    "Stoke-on-Trent": "Stoke",
}
SHIRES = {
    "Bedfordshire": "Beds",
    "Buckinghamshire": "Bucks",
    "Cambridgeshire": "Cambs",
    "Gloucestershire": "Glos",
    "Herefordshire": "Hereford.",
    "Hertfordshire": "Herts",
    "Leicestershire": "Leics",
    "Lincolnshire": "Lincs",
    "Middlesbrough": "M'brough",
    "Northamptonshire": "Northants",
    "Northumberland": "Northumb.",
    "North East": "NE",
    "Nottinghamshire": "Notts",
    "Peterborough": "P'borough",
    "Staffordshire": "Staffs",
    "Warwickshire": "Warks",
    "Wolverhampton": "W'hampton",
    "Worcestershire": "Worcs",
}
ISLAND = 2.0  # cells
FAR = 90.0  # km: those farther apart (across the Wash, to Scilly) do not hold each other


def neighbours(points: Any) -> Any:
    """The pairs that are to stay together."""
    far, near = cKDTree(points).query(points, NEAR + 1)
    several = zip(near, far, strict=True)
    return numpy.array(
        sorted({tuple(sorted((a[0], b))) for a, d in several for b, km in zip(a[1:], d[1:], strict=True) if km < FAR})
    )


def pushed_apart(points: Any, pairs: Any) -> Any:
    """The points, moved until they are a tile's side from each other and still beside their neighbours.

    The room that each takes grows from nothing, so that none jumps over another.
    """
    place = points.copy()
    for step in range(ROUNDS):
        room = SIDE * min(1, (step + 1) / ROUNDS * 1.15)
        move = numpy.zeros_like(place)
        close = cKDTree(place).query_pairs(room, output_type="ndarray")
        gaps = place[close[:, 0]] - place[close[:, 1]]
        far = numpy.maximum(numpy.hypot(gaps[:, 0], gaps[:, 1]), 1e-6)[:, None]
        push = gaps / far * (room - far) * 0.4
        numpy.add.at(move, close[:, 0], push)
        numpy.add.at(move, close[:, 1], -push)
        gaps = place[pairs[:, 0]] - place[pairs[:, 1]]
        far = numpy.hypot(gaps[:, 0], gaps[:, 1])[:, None]
        pull = gaps / far * numpy.clip(far - SIDE * 1.1, 0, None) * 0.02
        numpy.add.at(move, pairs[:, 0], -pull)
        numpy.add.at(move, pairs[:, 1], pull)
        place += move
    return place


def on_grid(place: Any) -> Any:
    """The cell (column, row) of each point: of several grids the one that moves the points least."""
    best: tuple[float, Any] = (float("inf"), None)
    for side in numpy.linspace(SIDE * 0.96, SIDE * 1.06, 6):
        for offset in numpy.ndindex(4, 4):
            cells = _cells(place, side, numpy.array(offset) / 4)
            cost = ((place[:, None, :] - (cells * side)[None, :, :]) ** 2).sum(axis=2) / side**2
            rows, columns = linear_sum_assignment(cost)
            total = float(cost[rows, columns].sum())
            if total < best[0]:
                best = total, cells[columns]
    return numpy.rint(best[1] - best[1].min(axis=0)).astype(int)


def in_order(cells: Any, points: Any, place: Any, pairs: Any, regions: list[str]) -> Any:
    """The cells, exchanged two by two until no exchange brings neighbours nearer to where the country has them."""
    way = points[pairs[:, 1]] - points[pairs[:, 0]]
    way = way / numpy.hypot(way[:, 0], way[:, 1])[:, None]
    one_region = numpy.array([1.6 if regions[a] == regions[b] else 1.0 for a, b in pairs])
    of = [numpy.flatnonzero((pairs == one).any(axis=1)) for one in range(len(points))]
    home = (place - place.min(axis=0)) / SIDE
    home += cells.mean(axis=0) - home.mean(axis=0)

    def cost(now: Any, which: Any, moved: list[int]) -> float:
        gaps = now[pairs[which, 1]] - now[pairs[which, 0]]
        far = numpy.hypot(gaps[:, 0], gaps[:, 1])
        turned = 1 - (gaps * way[which]).sum(axis=1) / numpy.maximum(far, 1e-6)
        held = (one_region[which] * (numpy.clip(far - 1, 0, None) ** 1.5 + 2.0 * turned)).sum()
        return float(held + 0.08 * ((now[moved] - home[moved]) ** 2).sum())

    low, high = cells.min(axis=0), cells.max(axis=0)
    every = [(x, y) for x in range(low[0], high[0] + 1) for y in range(low[1], high[1] + 1)]
    better = True
    while better:
        better = False
        for one in range(len(cells)):
            owner = {tuple(cell): number for number, cell in enumerate(cells.tolist())}
            best, chosen = -1e-9, None
            for cell in every:
                if max(abs(cell[0] - cells[one][0]), abs(cell[1] - cells[one][1])) > 4:
                    continue
                other = owner.get(cell)
                moved = [one] if other is None else [one, other]
                which = of[one] if other is None else numpy.union1d(of[one], of[other])
                after = cells.copy()
                if other is not None:
                    after[other] = cells[one]
                after[one] = cell
                gain = cost(after, which, moved) - cost(cells, which, moved)
                if gain < best:
                    best, chosen = gain, after
            if chosen is not None:
                cells, better = chosen, True
    return near_the_rest(cells)


def near_the_rest(cells: Any) -> Any:
    """The same; a tile far out at sea (the Isles of Scilly) comes to within two cells of the next."""
    for one in range(len(cells)):
        gaps = numpy.delete(cells, one, axis=0) - cells[one]
        far = numpy.hypot(gaps[:, 0], gaps[:, 1])
        if far.min() > ISLAND:
            cells[one] += numpy.rint(gaps[far.argmin()] * (1 - ISLAND / far.min())).astype(int)
    return cells - cells.min(axis=0)


def _cells(place: Any, side: float, offset: Any) -> Any:
    low, high = numpy.floor(place.min(axis=0) / side) - 2, numpy.ceil(place.max(axis=0) / side) + 2
    across, up = numpy.meshgrid(numpy.arange(low[0], high[0]), numpy.arange(low[1], high[1]))
    return numpy.column_stack([across.ravel(), up.ravel()]) + offset


def nearest_free(wanted: tuple[int, int], taken: set[tuple[int, int]]) -> tuple[int, int]:
    """The cell, or the one that is nearest to it and free."""
    reach = range(-6, 7)
    around = [(wanted[0] + x, wanted[1] + y) for x in reach for y in reach]
    free = [cell for cell in around if cell not in taken]
    return min(free, key=lambda cell: ((cell[0] - wanted[0]) ** 2 + (cell[1] - wanted[1]) ** 2, cell))


def with_others(placed: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Those of other days as well, each where what it gave way to or replaces stands."""
    spans = {code: of[-1] for code, of in every_span().items()}
    for code, one in spans.items():
        if code in placed:
            continue
        near = [other for other in (*one.successors, *one.predecessors) if other in placed]
        beside = {placed[other] for other in placed if _met(spans[other], one)}
        placed[code] = nearest_free(placed[near[0]], beside)
    return placed


def _met(one: LocalAuthority, other: LocalAuthority) -> bool:
    """Whether there was a day on which both existed."""
    begun = max(one.began or date.min, other.began or date.min)
    return begun <= min(one.ended or date.max, other.ended or date.max)


def label_of(name: str) -> str:
    """A name that fits a tile."""
    label = SHORT.get(name, name).replace(" and ", " & ")
    for long, short in SHIRES.items():
        label = label.replace(long, short)
    return label


def main() -> int:
    """Place, and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("centres", type=Path)
    options = parser.parse_args()
    with open(options.centres, encoding="utf-8", newline="") as file:
        points = {row["la_code"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)}
    points |= CORRECTED
    codes = [one.la_code for one in local_authorities(TODAY)]
    here = numpy.array([points[code][::-1] for code in codes]) * (KM_EAST, KM_NORTH)
    pairs = neighbours(here)
    place = pushed_apart(here, pairs)
    found = in_order(on_grid(place), here, place, pairs, [one.region for one in local_authorities(TODAY)])
    north = int(found[:, 1].max())
    cells = with_others({code: (int(x), north - int(y)) for code, (x, y) in zip(codes, found, strict=True)})
    with open(TABLE, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("la_code", "column", "row", "label"))
        names = {code: spans[-1].name for code, spans in every_span().items()}
        writer.writerows((code, *cells[code], label_of(names[code])) for code in sorted(cells))
    return 0


if __name__ == "__main__":
    sys.exit(main())
