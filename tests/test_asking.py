"""What people try first: groups within groups, filters in any case, a summary of area SEND, codes of doubts."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.cli import main
from tests.conftest import EXAMPLES
from tests.invented import corpus, ilacs, invented

pd = pytest.importorskip("pandas")


@pytest.fixture(scope="module")
def few() -> ofsted.Corpus:
    """Two authorities of two regions, one with three kinds of document."""
    return corpus(
        ilacs("Norfolk", "2021-03-01", "2021-03-12", "gggg"),
        ilacs("Norfolk", "2024-03-04", "2024-03-15", "ggggg"),
        ilacs("Kent", "2022-05-09", "2022-05-20", "iiii"),
        invented("area-send", "Norfolk", "2023-06-05", "2023-06-09", {"inspection_outcome": "inconsistent"}),
        invented("area-send", "Norfolk", "2025-06-02", "2025-06-06", {"inspection_outcome": "typically_positive"}),
        invented("area-send", "Suffolk", "2024-06-03", "2024-06-07", {"inspection_outcome": "widespread_failings"}),
        invented("focused-visit", "Norfolk", None, None, published="2022-09-30"),
        invented("letter", "Kent", None, None),
    )


def test_shares_by_several_things_are_groups_within_groups(few: ofsted.Corpus) -> None:
    found = few.shares(["region", "year"], as_of="2024-12-31", over="corpus")
    assert list(found.columns[:3]) == ["region", "year", "day"]
    assert [tuple(row) for row in found[["region", "year", "status"]].itertuples(index=False)] == [
        ("East of England", 2021, "good"),
        ("East of England", 2022, "good"),
        ("East of England", 2023, "good"),
        ("East of England", 2024, "good"),
        ("South East", 2023, "inadequate"),
        ("South East", 2024, "inadequate"),
    ]
    turned = few.shares(["year", "region"], as_of="2024-12-31", over="corpus")
    assert list(turned["year"]) == sorted(found["year"])
    assert len(few.shares(["theme", "region"])) > len(few.shares("theme"))
    for wrong in ("county", ["year", "year"], ["year", "county"]):
        with pytest.raises(ValueError, match="a list of these"):
            few.shares(wrong)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"framework": "ILACS"}, 3),
        ({"framework": "area SEND"}, 3),
        ({"framework": ["Focused visit", ofsted.Framework.ILACS]}, 4),
        ({"region": "east of england"}, 6),
        ({"region": ["South East", "East of England"]}, 8),
        ({"framework": "ILACS", "region": "South East"}, 1),
    ],
)
def test_filters_take_regions_and_any_case(few: ofsted.Corpus, asked: dict[str, object], count: int) -> None:
    assert len(few.filter(**asked)) == count  # type: ignore[arg-type]


def test_a_filter_by_day_is_that_of_since(few: ofsted.Corpus) -> None:
    with pytest.warns(UserWarning, match="without any day"):
        assert {r.id for r in few.filter(since="2022-09-30")} == {r.id for r in few.since("2022-09-30")}
    with pytest.warns(UserWarning, match="without any day"):
        assert len(few.filter("ILACS", since="2024-03-15")) == 1


def test_filters_refuse_names_that_do_not_exist(few: ofsted.Corpus) -> None:
    with pytest.raises(ofsted.NotFoundError, match="South West"):
        few.filter(region="South Wset")
    with pytest.raises(ofsted.NotFoundError, match="ilacs"):
        few.filter("ILAC")
    with pytest.raises(ValueError, match="not a day"):
        few.filter(since="last year")
    with pytest.raises(ofsted.NotFoundError, match="jtai"):
        few.inspections("JTIA")


def test_the_summary_of_area_send_has_outcomes_alone(few: ofsted.Corpus) -> None:
    made = few.summary("area SEND", as_of="2025-12-31")
    norfolk, suffolk = made
    assert (norfolk["overall"], norfolk["previous_overall"], norfolk["direction"]) == (
        "typically_positive",
        "inconsistent",
        "better",
    )
    assert (suffolk["overall"], suffolk.get("previous_overall")) == ("widespread_failings", None)
    assert norfolk["neighbours_judged"] == norfolk["neighbours_widespread_failings"] == 1
    assert "neighbours_good" not in made.columns
    assert "0 of 1 typically positive" in made._repr_html_()
    assert set(made.to_frame()["overall"]) == {"typically_positive", "widespread_failings"}


def test_events_are_all_that_ofsted_did_in_order(few: ofsted.Corpus) -> None:
    found = few.events("Norfolk")
    assert list(found["event"]) == [
        "ILACS inspection",
        "Focused visit",
        "Area SEND inspection",
        "ILACS inspection",
        "Area SEND inspection",
    ]
    assert list(found["graded"]) == [True, False, True, True, True]
    assert list(found["overall"].astype(object).where(found["graded"], None))[1:3] == [None, "inconsistent"]
    assert found["grades"].iloc[2] == "inspection outcome: Inconsistent"
    assert list(found["dated"]) == sorted(found["dated"])
    assert list(few.events("Kent")["event"]) == ["ILACS inspection", "Letter"]
    assert pd.isna(few.events("Kent")["dated"].iloc[1])
    assert len(few.events("Rutland")) == 0
    with pytest.raises(ofsted.NotFoundError, match="Nowhere"):
        few.events("Nowhere")


def test_events_go_back_to_those_whom_an_authority_replaced() -> None:
    found = corpus(
        ilacs("Cumberland", "2024-03-04", "2024-03-15", "ggggg"),
        invented("jtai", "Cumbria", "2017-03-06", "2017-03-10", published="2017-05-02"),
    )
    assert list(found.events("Cumberland")[["event", "lineage"]].itertuples(index=False, name=None)) == [
        ("JTAI letter", "predecessor"),
        ("ILACS inspection", "itself"),
    ]
    assert len(found.events("Cumberland", predecessors=False)) == 1


def test_the_timeline_draws_area_send_and_what_has_no_grade(few: ofsted.Corpus) -> None:
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    axes = few.plot.timeline("Norfolk")
    assert [label.get_text() for label in axes.get_yticklabels()][-2:] == ["Area SEND", "Visits and letters"]
    assert {"IN", "TP", "G"} <= {text.get_text() for text in axes.texts}
    assert "focused visit" in {text.get_text() for text in axes.texts}
    alone = few.filter("area SEND", "Suffolk").plot.timeline("Suffolk")
    assert [label.get_text() for label in alone.get_yticklabels()] == ["Area SEND"]
    matplotlib.pyplot.close("all")


def test_codes_of_issues_stand_beside_the_doubts_in_words() -> None:
    issue = {"code": "grades_disagree", "field": "judgements", "message": "Odd.", "page": 1, "span": None}
    one = ilacs("Norfolk", "2024-03-04", "2024-03-15", "ggggg", issues=[issue, {**issue, "message": "Odd, too."}])
    found = corpus(one, ilacs("Kent", "2022-05-09", "2022-05-20", "iiii"))
    assert set(found.judgements()["doubt"].dropna()) == {"grades_disagree"}
    compared = found.compare().set_index("authority")["doubt"]
    assert compared["Norfolk"] == "grades_disagree"
    assert pd.isna(compared["Kent"])
    assert found.latest()["doubt"].notna().sum() == found.history("Norfolk")["doubt"].notna().sum() == 5


def test_a_corpus_lists_its_issues_by_code_worst_first() -> None:
    def issue(code: str, field: str) -> dict[str, object]:
        return {"code": code, "field": field, "message": f"<{code}> & so on.", "page": 1, "span": None}

    many = [issue("no_list", "recommendations")] * 3
    one = ilacs("Norfolk", "2024-03-04", "2024-03-15", "ggggg", issues=[*many, issue("unreadable", "judgements")])
    shown = corpus(one, ilacs("Kent", "2022-05-09", "2022-05-20", "iiii", issues=many[:1]))._repr_html_()
    assert "5 issues in 2 reports" in shown
    assert shown.index("<code>unreadable</code>") < shown.index("<code>no_list</code>")
    assert "&lt;unreadable&gt; &amp; so on." in shown


# ---- first tries ----


def test_a_tilde_is_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_bytes((EXAMPLES / "ilacs-2024.txt").read_bytes())
    assert ofsted.parse("~/reports/a.txt").path == str(tmp_path / "reports" / "a.txt")
    for paths in ("~/reports", "~/reports/*.txt", Path("~/reports"), ["~/reports/a.txt"]):
        assert len(ofsted.read(paths, workers=1)) == 1
    read = ofsted.read("~/reports", workers=1)
    read.to_csv("~/csv")
    assert (tmp_path / "csv" / "reports.csv").exists()
    read.summary().to_html("~/page.html")
    assert (tmp_path / "page.html").exists()
    assert not Path("~").exists()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (b"%PDF", "parse\\(\\) takes bytes"),
        ([b"%PDF"], "number 0 of the list, counted from 0, is bytes"),
        (["a.pdf", None], "number 1 of the list, counted from 0, is NoneType"),
        ({"a": "a.pdf"}, "list\\(paths.values"),
        (5, "not int"),
    ],
)
def test_what_read_does_not_take_it_says(given: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        ofsted.read(given)


def test_read_takes_a_column_of_paths_and_no_frame() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"path": [str(EXAMPLES / "ilacs-2024.txt")]})
    assert len(ofsted.read(frame["path"], workers=1)) == 1
    with pytest.raises(TypeError, match=r"the column that holds them, such as frame\['path'\]"):
        ofsted.read(frame)
    report = ofsted.parse(EXAMPLES / "ilacs-2024.txt")
    with pytest.raises(TypeError, match=r"ofsted.Corpus\(reports\)"):
        ofsted.read([report])  # type: ignore[list-item]


def test_parse_says_what_it_takes() -> None:
    for given in (None, 5):
        with pytest.raises(TypeError, match=r"parse\(\) takes a path, bytes or a binary file, not"):
            ofsted.parse(given)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"ofsted.read\(\) takes many"):
        ofsted.parse(["a.pdf"])  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError, match="this is a web address"):
        ofsted.parse("https://example.org/report.pdf")
    with pytest.warns(UserWarning, match="looks like a path"):
        ofsted.parse_text("examples/ilacs-2024.pdf")


def test_a_part_of_a_name_is_enough_for_a_suggestion() -> None:
    country = ofsted.outcomes()
    for ask, meant in (
        (lambda: country.filter(framework="send"), "area-send"),
        (lambda: country.filter(region="Yorkshire"), "Yorkshire and the Humber"),
        (lambda: ofsted.parse(EXAMPLES / "ilacs-2024.txt").judgements["overall"], "overall_effectiveness"),
    ):
        with pytest.raises(ofsted.NotFoundError, match=f"did you mean '{meant}'"):
            ask()


def test_where_a_file_cannot_be_written_is_said_before_the_work(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    for name in ("out", "out.xls"):
        with pytest.raises(ValueError, match=r"has to end in \.xlsx"):
            ofsted.Corpus().to_excel(tmp_path / name)
    with pytest.raises(FileNotFoundError, match="no such folder to write to"):
        ofsted.Corpus().to_excel(tmp_path / "no" / "out.xlsx")
    with pytest.raises(IsADirectoryError, match="give the name of a file"):
        ofsted.Corpus().to_excel(tmp_path)
    with pytest.raises(ValueError, match="give a folder for them"):
        ofsted.Corpus().to_csv(tmp_path / "out.csv")


@pytest.mark.parametrize(("needed", "name"), [("pyarrow", "save"), ("duckdb", "to_duckdb")])
def test_an_empty_name_is_no_place_to_write_to(needed: str, name: str) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip(needed)
    with pytest.raises(FileNotFoundError, match="name of the file to write is empty"):
        getattr(ofsted.Corpus(), name)("")


def test_a_workbook_that_is_open_elsewhere_is_said_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("openpyxl")
    written = tmp_path / "grades.xlsx"
    written.touch()

    def refuse(*args: Any, **options: Any) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("builtins.open", refuse)
        with pytest.raises(PermissionError, match="is open in another program, such as Excel"):
            ofsted.Corpus().to_excel(written)
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(PermissionError, match="nothing can be written to this folder"):
        ofsted.Corpus().to_excel(tmp_path / "other.xlsx")
    for command in (["judgements", "-o"], ["compare", "-o"], ["summary", "--html"]):
        assert main([*command, str(tmp_path / "other.xlsx"), str(EXAMPLES / "nosuch.pdf")]) == 1
        told = capsys.readouterr().err
        assert "nothing can be written" in told
        assert "nosuch" not in told


def test_a_workbook_that_cannot_be_saved_leaves_no_tracebacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl")

    def fill(*args: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(openpyxl.Workbook, "save", fill)
    told: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", told.append)
    with pytest.raises(OSError, match="No space left"):
        ofsted.Corpus().to_excel(tmp_path / "grades.xlsx")
    gc.collect()
    assert told == []


def test_what_is_no_corpus_is_said_so(few: ofsted.Corpus) -> None:
    with pytest.raises(TypeError, match=r"a corpus holds reports, not str: ofsted\.read\(\) makes one"):
        ofsted.Corpus("reports/")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes a corpus"):
        few.compare_with(None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="None is not a day"):
        few.since(None)  # type: ignore[arg-type]


def test_codes_are_taken_as_numbers() -> None:
    pytest.importorskip("pandas")
    country = ofsted.outcomes()
    compared = country.compare(383, as_of="2025-03-31")  # type: ignore[arg-type]
    assert list(compared["authority"]) == ["Leeds"]
    assert set(country.filter(authority=ofsted.find_authority("Leeds")).judgements()["authority"]) == {"Leeds"}  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="one theme is asked for here"):
        country.shares(theme=["overall", "care"])  # type: ignore[arg-type]
    filtered = country.filter(authority=383).judgements()  # type: ignore[arg-type]
    assert set(filtered["authority"]) == {"Leeds"}


@pytest.mark.parametrize("words", ["good", "Good", " GOOD "])
def test_grades_and_frameworks_are_taken_as_people_write_them(words: str) -> None:
    assert ofsted.Grade(words) is ofsted.Grade.GOOD
    assert all(ofsted.Grade(str(grade)) is grade for grade in ofsted.Grade)
    assert all(ofsted.Framework(str(framework).upper()) is framework for framework in ofsted.Framework)
    for wrong in ("goof", "", None, 2):
        with pytest.raises(ValueError, match=r"there is no grade .*'Good'"):
            ofsted.Grade(wrong)
    assert ofsted.Grade("Requires improvement to be good") is ofsted.Grade.REQUIRES_IMPROVEMENT
    with pytest.raises(ValueError, match="did you mean 'ILACS'"):
        ofsted.Framework("ilcas")


def test_themes_are_taken_as_people_write_them() -> None:
    pytest.importorskip("pandas")
    country = ofsted.outcomes()
    assert list(country.compare("Leeds", ["Overall", "Care leavers"], as_of="2025-03-31")["care_leavers"]) == list(
        country.compare("Leeds", "care_leavers", as_of="2025-03-31")["care_leavers"]
    )
