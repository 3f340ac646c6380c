"""Pictures: what they show is what the frames hold, in signs as well as in colours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.model.grades import Grade
from tests.conftest import EXAMPLES
from tests.invented import SINCE_2026, ilacs

pytest.importorskip("pandas")
matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from ofsted.showing import tile_map  # noqa: E402
from ofsted.showing.plots import SIGNS  # noqa: E402
from ofsted.showing.share_bars import HATCHES  # noqa: E402
from ofsted.showing.tile_map import LETTERS, tiles_on  # noqa: E402

DOUBT = {"code": "conflict", "field": "judgements", "message": "Odd.", "page": 1, "span": None}


@pytest.fixture(scope="module")
def corpus() -> ofsted.Corpus:
    return ofsted.read(sorted(EXAMPLES.glob("*.pdf")), workers=1)


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    from matplotlib import pyplot

    pyplot.close("all")


def words(ax: Any) -> list[str]:
    return [text.get_text().removesuffix(" *") for text in ax.texts]


def drawn(ax: Any) -> None:
    """Everything is drawn, without a warning."""
    ax.figure.canvas.draw()


def test_every_grade_has_a_sign_of_its_own() -> None:
    for signs in (SIGNS, LETTERS, HATCHES):
        assert len({signs[grade] for grade in LETTERS}) == len(LETTERS)


def test_a_timeline(corpus: ofsted.Corpus) -> None:
    name = "Norbury Vale"
    ax = corpus.plot.timeline(name)
    drawn(ax)
    assert name in ax.get_title(loc="left")
    history = corpus.history(name)
    shown = history[history["theme"].notna() & history["grade"].notna()]
    letters = [LETTERS[Grade(g)] for g in shown["grade"]]
    assert sorted(w for w in words(ax) if w in LETTERS.values()) == sorted(letters)
    with pytest.raises(KeyError):
        corpus.plot.timeline("Nowhere at all")
    with pytest.raises(ValueError, match="theme"):
        corpus.plot.timeline(name, themes="nonsense")


def test_a_heat_map(corpus: ofsted.Corpus) -> None:
    from matplotlib import pyplot

    _, given = pyplot.subplots()
    ax = corpus.plot.heatmap(themes=["overall", "leadership"], ax=given)
    assert ax is given
    drawn(ax)
    frame = corpus.compare(themes=["overall", "leadership"])
    expected = [
        LETTERS.get(Grade(row[theme])) if isinstance(row[theme], str) else None
        for row in frame.to_dict("records")
        for theme in ("overall", "leadership")
    ]
    shown = [word if word in LETTERS.values() else None for word in words(ax)]
    assert shown == expected
    assert [label.get_text() for label in ax.get_yticklabels()] == frame["authority"].tolist()


@pytest.mark.parametrize("by", ["year", "theme", "region"])
def test_shares_fill_their_bars(corpus: ofsted.Corpus, by: str) -> None:
    frame = corpus.shares(by, over="corpus")
    if not frame["grade"].notna().any() or not frame[frame["grade"].notna()][by].notna().any():
        with pytest.raises(ValueError, match="no grade"):
            corpus.plot.shares(by, over="corpus")
        return
    ax = corpus.plot.shares(by, over="corpus")
    drawn(ax)
    ends: dict[int, float] = {}
    for bar in ax.patches:
        x, y, width, height = bar.get_x(), bar.get_y(), bar.get_width(), bar.get_height()  # type: ignore[attr-defined]
        place, end = (round(x + width / 2), y + height) if by == "year" else (round(y + height / 2), x + width)
        ends[place] = max(ends.get(place, 0.0), end)
    assert ends
    assert all(end == pytest.approx(100) for end in ends.values())


def test_shares_by_something_else(corpus: ofsted.Corpus) -> None:
    for wrong in ("colour", [], ["year", "year"], ["year", "region", "theme"]):
        with pytest.raises(ValueError, match="by must be"):
            corpus.plot.shares(wrong)


@pytest.mark.parametrize("by", [["region", "year"], ["year", "theme"], ["theme", "region"]])
def test_shares_by_two_are_a_picture_for_each_of_the_first(by: list[str]) -> None:
    country = ofsted.outcomes()
    frame = country.shares(by, as_of="2014-03-31")
    frame = frame[frame["grade"].notna()]
    panels = country.plot.shares(by, as_of="2014-03-31").figure.axes
    drawn(panels[0])
    assert len(panels) == frame[by[0]].nunique()
    for panel, (_, part) in zip(panels, frame.groupby(by[0], observed=True, sort=False), strict=True):
        size = "get_height" if by[1] == "year" else "get_width"
        lengths = sum(getattr(bar, size)() for bar in panel.patches)
        assert lengths == pytest.approx(100 * part[by[1]].nunique())  # each bar is full


def test_shares_by_two_need_a_figure_of_their_own(corpus: ofsted.Corpus) -> None:
    from matplotlib import pyplot

    with pytest.raises(ValueError, match="several pictures"):
        corpus.plot.shares(["region", "year"], ax=pyplot.figure().gca())


def test_what_a_picture_says_can_be_read_on_a_dark_page() -> None:
    from matplotlib import pyplot
    from matplotlib.colors import to_rgb

    country, day = ofsted.outcomes(), "2025-03-31"
    with pyplot.style.context("dark_background"):
        for ax in (country.plot.timeline("Leeds"), country.plot.heatmap(["Leeds"], as_of=day)):
            outside = [ax.xaxis.label, *ax.get_xticklabels(), *ax.get_yticklabels()]
            outside += [text for text in ax.texts if ax.get_title(loc="left").startswith("Leeds")]
            assert all(min(to_rgb(text.get_color())) > 0.6 for text in outside)


def test_a_heat_map_tells_what_has_ended_from_what_has_no_report() -> None:
    ax = ofsted.outcomes().plot.heatmap(["Leeds", "Cumbria"], as_of="2024-03-31")
    assert words(ax)[5:] == ["ended"] * 5
    assert "ended = the authority ended before this day" in ax.get_xlabel().replace("\u00a0", " ").replace("\n", " ")
    assert "no report" not in ax.get_xlabel()


def test_the_legend_of_a_low_timeline_is_whole() -> None:
    ax = ofsted.outcomes().plot.timeline("Leeds", ["overall", "care"])
    drawn(ax)
    legend = ax.get_legend()
    assert legend is not None
    assert legend.get_window_extent().y0 >= 0


def test_transitions() -> None:
    twice = [
        ilacs("Norfolk", "2019-02-04", "2019-02-15", "grrr"),
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggogg"),
        ilacs("Suffolk", "2019-04-01", "2019-04-12", "rrrr"),
        ilacs("Suffolk", "2022-04-04", "2022-04-15", "iiii"),
    ]
    corpus = ofsted.Corpus(twice)
    ax = corpus.plot.transitions()
    drawn(ax)
    assert sorted(words(ax)) == ["1\n50%", "1\n50%"]
    assert [label.get_text() for label in ax.get_yticklabels()] == [
        "Good (0)",
        "Requires improvement (2)",
        "Inadequate (0)",
    ]
    with pytest.raises(ValueError, match="inspected twice"):
        ofsted.Corpus(twice[:1]).plot.transitions()


def test_nothing_to_draw() -> None:
    empty = ofsted.Corpus()
    for draw in (empty.plot.heatmap, empty.plot.shares, empty.plot.transitions):
        with pytest.raises(ValueError, match="there is no"):
            draw()


# ---- the map ----


def test_a_map_has_a_tile_for_each_authority_of_the_day() -> None:
    made = ofsted.outcomes()
    for day in ("2017-10-31", "2024-03-31"):
        ax = made.plot.map(as_of=day)
        drawn(ax)
        letters = [word for word in words(ax) if word in LETTERS.values()]
        held = made.compare(as_of=day, themes="overall")
        in_legend = held["overall"].nunique()
        assert len(letters) == held["overall"].notna().sum() + in_legend
        assert day[:4] in ax.get_title(loc="left")
        assert any("City of" in word for word in words(ax))


def test_a_map_says_why_there_is_no_grade_and_marks_a_doubt() -> None:
    text = ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggogg")
    late = ilacs("Kent", "2026-05-11", "2026-05-15", "oogg", keys=SINCE_2026)
    doubtful = ilacs("Suffolk", "2023-05-08", "2023-05-19", "ggogg", issues=[DOUBT])
    ax = ofsted.Corpus([text, late, doubtful]).plot.map(as_of="2026-06-01")
    drawn(ax)
    shown = [text.get_text() for text in ax.texts]
    assert {"G", "G*", "n"} <= set(shown)
    assert "no overall judgement: 1" in shown
    assert "no report: 150" in shown
    assert "◆◆◇  Good: 2" in shown


def test_a_map_of_authorities_that_are_in_no_register(corpus: ofsted.Corpus) -> None:
    with pytest.raises(ValueError, match="no authority of the register"):
        corpus.plot.map()


def test_an_authority_without_a_tile_is_named_below_the_map(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As one that begins after the tiles were placed."""
    places = {code: place for code, place in tile_map._places().items() if code != "926"}
    monkeypatch.setattr(tile_map, "_places", lambda: places)
    corpus = ofsted.Corpus([ilacs(name, "2023-05-08", "2023-05-19", "ggogg") for name in ("Norfolk", "Suffolk")])
    ax = corpus.plot.map(as_of="2024-04-01")
    drawn(ax)
    assert "Not on the map: Norfolk (Good)" in ax.figure.get_supxlabel()
    page = corpus.summary(as_of="2024-04-01").to_html(tmp_path / "page.html")
    assert "Not on the map: Norfolk (Good)." in Path(page).read_text(encoding="utf-8")


def test_surrey_gives_way_to_two_tiles() -> None:
    corpus = ofsted.Corpus([ilacs("Surrey", "2025-03-17", "2025-03-28", "ggogg")])
    before, after = ({t.authority.name: t for t in tiles_on(date(2027, month, 1))} for month in (3, 4))
    assert "Surrey" in before
    assert {"East Surrey", "West Surrey"} <= after.keys()
    ax = corpus.plot.map(as_of="2027-04-01")
    assert [text.get_text() for text in ax.texts].count("new") == 3  # on two tiles, and in the legend


def test_tiles_never_lie_on_each_other_and_every_name_fits() -> None:
    for year in range(2009, 2029):
        for day in (date(year, 3, 31), date(year, 4, 1)):
            tiles = tiles_on(day)
            assert len({(tile.column, tile.row) for tile in tiles}) == len(ofsted.local_authorities(day))
            assert all(len(tile.lines) <= 2 and max(map(len, tile.lines)) <= 11 for tile in tiles)


def test_tiles_lie_like_the_country() -> None:
    """Who is well to the north, or to the east, of whom is so on the map."""
    at = {tile.authority.name: (tile.column, tile.row) for tile in tiles_on(date(2024, 4, 1))}
    for north, south in (("Northumberland", "Leeds"), ("Leeds", "Oxfordshire"), ("Enfield", "Croydon")):
        assert at[north][1] < at[south][1]
    for west, east in (("Cornwall", "Kent"), ("Liverpool", "Kingston upon Hull"), ("Hillingdon", "Havering")):
        assert at[west][0] < at[east][0]
    regions = {tile.authority.name: tile.authority.region for tile in tiles_on(date(2024, 4, 1))}
    for name, (x, y) in at.items():
        around = [other for other, (a, b) in at.items() if other != name and abs(a - x) <= 2 and abs(b - y) <= 2]
        assert regions[name] in {regions[other] for other in around}, name
