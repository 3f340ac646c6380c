"""The HTML of a report in a notebook: complete, escaped, readable without colour."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import ofsted
from ofsted.showing.notebook import GRADE_STYLES
from tests.conftest import EXAMPLES, PDF, SAMPLES, TEXT

VOID = {"br"}


class Checker(HTMLParser):
    """Collects tags and text, and fails on tags that do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def check(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert not checker.open
    assert "script" not in checker.tags
    return checker


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.name))
def test_samples(path: Path) -> None:
    report = ofsted.parse(path)
    words = check(report._repr_html_()).words
    assert (report.title or "Untitled") in words
    for judgement in report.judgements:
        assert judgement.label in words
        assert str(judgement.grade) in words
    for issue in report.issues:
        assert issue.message in words


def test_pages_link_into_the_file(report: ofsted.Report) -> None:
    html = report._repr_html_()
    assert re.search(r'href="[^"]*ilacs-2024\.pdf#page=1"', html)
    assert "href" not in ofsted.parse(TEXT)._repr_html_()


def test_a_file_below_the_working_folder_is_linked_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Jupyter opens what lies below it, and no file:// link."""
    path = tmp_path / "reports" / "a b.pdf"
    path.parent.mkdir()
    path.write_bytes(PDF.read_bytes())
    report = ofsted.parse(path)
    assert 'href="file:' in report._repr_html_()
    monkeypatch.chdir(tmp_path)
    assert 'href="reports/a%20b.pdf#page=1"' in report._repr_html_()


def test_text_is_escaped(tmp_path: Path) -> None:
    text = TEXT.read_text(encoding="utf-8").replace("Norbury Vale", "<b onload='x'>&\"Vale")
    path = tmp_path / 'a"><script>.txt'
    path.write_text(text, encoding="utf-8")
    for report in (ofsted.parse_text(text), ofsted.parse(path)):
        checker = check(report._repr_html_())
        assert "b" not in checker.tags


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("grade", list(ofsted.Grade))
def test_grades_can_be_read(grade: ofsted.Grade) -> None:
    mark, colour, background = GRADE_STYLES[grade]
    light, dark = sorted((luminance(colour), luminance(background)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
    assert mark


def html(frame: object) -> str:
    made: str = frame._repr_html_()  # type: ignore[attr-defined]
    return made


@pytest.mark.filterwarnings("ignore:.*could not be read:UserWarning")
def test_frames_of_grades_show_what_matters_in_words() -> None:
    pytest.importorskip("pandas")
    corpus = ofsted.read(EXAMPLES, workers=1)
    compared = corpus.compare()
    shown = html(compared)
    assert "Requires improvement</span>" in shown
    assert "<th" in shown
    assert "Leadership" in shown
    assert "grade_rank" not in shown
    assert "care_rank" in compared.columns
    assert "⚠" in shown
    assert html(compared.head(1)).count("<tr>") < shown.count("<tr>")
    history = corpus.history("Harrowmere")
    assert "Overall effectiveness" in html(history)
    assert "Inadequate</span>" in html(corpus.shares(over="corpus"))
    assert re.search(r">\d+ %<", html(corpus.shares(over="corpus")))
    assert "JTAI letter" in html(corpus.events("Harrowmere"))
    assert "dataframe" in html(compared[["authority"]])
    judged = html(corpus.judgements())
    assert "Judgement" in judged
    assert "grade_rank" not in judged
    assert "Outstanding</span>" in html(ofsted.parse(EXAMPLES / "ilacs-2024.pdf").to_frame())


def test_a_frame_shows_every_column_that_somebody_chose() -> None:
    pytest.importorskip("pandas")
    shown = html(ofsted.outcomes().latest("2025-03-31")[["authority", "grade", "published", "release"]].head(3))
    for title in ("Authority", "Grade", "Published", "Release"):
        assert f">{title}</th>" in shown
    assert "</span>" in shown


def test_comparisons_of_the_whole_country_fit_a_notebook() -> None:
    pytest.importorskip("pandas")
    country, day = ofsted.outcomes(), "2025-03-31"
    assert re.search(r">\d+ %<", html(country.regions(day)))
    assert "more rows" in html(country.judgements())
    assert ">Adequate</th>" not in html(country.regions(day))
    assert "Requires improvement</span>" in html(country.changes())
    events = html(country.events("Leeds"))
    assert ">2022-" in events
    assert "Focus" not in events  # nothing is known of any


def test_inspections_whose_last_day_is_not_known_are_shown_with_the_day_that_is() -> None:
    pytest.importorskip("pandas")
    country = ofsted.outcomes()
    frame = country.judgements()
    shown = check(html(frame[(frame["authority"] == "Leeds") & (frame["framework"] != "slac")])).words
    assert "Inspected" in shown
    assert "published 2015-03-27" in shown
    assert "from 2022-02-21" in shown
    assert "ILACS, from 2022-02-21" in check(html(country.compare("Leeds", as_of="2025-03-31"))).words
    board = check(html(frame.loc[frame["theme"] == "lscb", ["authority", "theme", "key", "grade"]].head(3))).words
    assert "LSCBLSCB effectiveness" in board
    assert "Inspections and visits" in check(html(country)).words


def test_tables_are_made_to_fit_a_sheet_of_paper() -> None:
    pytest.importorskip("pandas")
    corpus = ofsted.read([PDF], workers=1)
    for shown in (
        corpus,
        corpus[0],
        corpus.judgements(),
        corpus.search("care"),
        corpus[0].search("care"),
        corpus.summary(),
    ):
        made = check(html(shown))
        assert "@media print" in made.words  # in a style, which is no text on a page
        assert html(shown).count("<table class=") == html(shown).count("<table")


def test_what_the_table_says_beside_a_report_is_in_words() -> None:
    pytest.importorskip("pandas")
    shown = html(ofsted.read(EXAMPLES / "ilacs-2024.pdf", workers=1).check_official())
    assert "no report" in shown
    assert ">Status</th>" in shown
    assert "evidence" not in shown.lower()


@pytest.mark.filterwarnings("ignore:.*could not be read:UserWarning")
def test_each_frame_of_a_corpus_shows_what_matters() -> None:
    pytest.importorskip("pandas")
    corpus = ofsted.read(EXAMPLES, workers=1)
    frames = {
        "reports": (corpus.reports(), "Lead inspector"),
        "paragraphs": (corpus.paragraphs(), "Text"),
        "recommendations": (corpus.recommendations(), "Text"),
        "findings": (corpus.findings(), "Areas for development"),
        "issues": (corpus.issues(), "<code>not_in_register</code>"),
        "errors": (corpus.errors(), "<code>DamagedFileError</code>"),
        "duplicates": (corpus.duplicates(), "No rows."),
        "unmatched": (corpus.unmatched(), "is not in the register"),
        "inspections": (corpus.inspections(), "Held before"),
        "summary": (corpus.summary().to_frame(), "Impact of leaders"),
        "compare_with": (corpus.compare_with(ofsted.Corpus()), "To grade"),
        "chunks": (corpus.chunks(), "Section"),
        "transitions": (ofsted.outcomes().transitions(), "Requires improvement</span>"),
    }
    for name, (frame, words) in frames.items():
        shown = html(frame)
        check(shown)
        assert words in shown, name
        assert "dataframe" not in shown, name
        assert "sha256" not in shown, name
    assert "ilacs-2024.pdf" in html(corpus.reports())
    assert "second-hand" in html(corpus.reports())
    assert "no authority read" in html(corpus.issues())


def test_what_is_made_of_a_frame_shows_itself_whatever_it_holds() -> None:
    pandas = pytest.importorskip("pandas")
    frame = ofsted.read(EXAMPLES / "ilacs-2024.pdf", workers=1).judgements()
    assert "<th" in html(frame.isna())
    assert "<th" in html(frame.astype(str))
    assert "<th" in html(frame.set_index("report").T)
    assert "<th" in html(pandas.concat([frame, frame], axis=1))
    added = html(frame.assign(of_mine=pandas.Series([["a", 1]] * len(frame)), grade="of mine"))
    assert ">Of mine</th>" in added
    assert ">of mine</td>" in added
    fewer = html(frame.drop(columns="path"))
    assert ">Judgement</th>" in fewer
    assert ">Gss code" not in fewer
