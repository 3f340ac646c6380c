"""Doubts that a report files are beside each grade that they are about, in every table, picture and page."""

from __future__ import annotations

import csv
import html
import io
import pickle
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

import ofsted
from ofsted.cli.answers import Answers
from ofsted.cli.report_text import brief, full
from ofsted.cli.run import main
from ofsted.model.readout import Origin
from ofsted.report import _restore
from ofsted.showing.drawing import said_below
from ofsted.tables.doubts import doubts_of
from tests.conftest import EXAMPLES
from tests.invented import FIVE, corpus, ilacs, invented, printed_ilacs, sif

pytestmark = pytest.mark.usefixtures("table_ends_before")

DISAGREE = "The table says 'Inadequate', the heading says 'in care: good'; the table's grade was kept."
IN_WORDS = "The table says 'Inadequate', the heading says 'in care: good', the table's grade was kept (see page 3)"
NO_TABLE = "The judgement table is missing or incomplete."


def issue(message: str, field: str = "judgements", code: str = "grades_disagree", **more: Any) -> dict[str, Any]:
    return {"code": code, "field": field, "message": message, "page": None, "span": None, **more}


@pytest.fixture(scope="module")
def doubtful() -> ofsted.Corpus:
    """Norfolk twice, a doubt at each; Suffolk without any."""
    old = issue("Only one day of the inspection was read.", "inspection_periods", "one_day")
    new = issue(DISAGREE, page=3)
    other = issue("No list.", "recommendations", "no_list")
    return corpus(
        ilacs("Norfolk", "2019-02-04", "2019-02-15", "rrrrr", issues=[old]),
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggigg", issues=[new, other]),
        ilacs("Suffolk", "2023-03-06", "2023-03-17", "ggggo", issues=[other]),
    )


def told(frame: pd.DataFrame, by: str) -> dict[str, str]:
    """What is in the column, by another column; only where there is something."""
    there = frame.dropna(subset=["doubts"])
    return dict(zip(there[by].astype(str), there["doubts"], strict=True))


# ---- which judgement an issue is about ----


def test_an_issue_is_with_the_judgement_that_it_is_about() -> None:
    judgements = [
        {"label": "Care", "span": [10, 20]},
        {"label": "Care leavers", "span": [20, 40]},
        {"label": "Leadership", "span": [40, 60]},
    ]
    found = {
        "by place": doubts_of(judgements, [issue("Odd.", span=[35, 38], page=2)]),
        "by name": doubts_of(judgements, [issue("No grade beside 'CARE\n leavers'.", span=[90, 95])]),
        "of none": doubts_of(judgements, [issue("Careful.")]),
        "whose it is": doubts_of(judgements, [issue("Two authorities.", "authority", span=[12, 15])]),
        "of something else": doubts_of(judgements, [issue("Care has no list.", "recommendations")]),
    }
    assert found == {
        "by place": [None, "Odd (see page 2)", None],
        "by name": [None, "No grade beside 'CARE leavers'", None],
        "of none": ["Careful"] * 3,
        "whose it is": ["Two authorities"] * 3,
        "of something else": [None] * 3,
    }


def test_recommendations_and_findings_have_theirs() -> None:
    tree = ofsted.parse(EXAMPLES / "area-send-2023.pdf").to_dict()
    advice, strengths = tree["recommendations"], tree["findings"]["strengths"]
    assert len(advice) > 1
    assert len(strengths) > 1
    tree["issues"] = [
        issue("Joined.", "recommendations", span=advice[1]["span"], page=5),
        issue("Two columns were mixed.", "findings"),
        issue("Care has no grade."),
    ]
    read = ofsted.Corpus([_restore(tree, "")])
    assert list(read.recommendations()["doubts"].dropna().items()) == [(1, "Joined (see page 5)")]
    assert set(read.findings()["doubts"]) == {"Two columns were mixed"}
    tree["issues"] = [issue("Two authorities.", "authority")]
    read = ofsted.Corpus([_restore(tree, "")])
    assert set(read.recommendations()["doubts"]) == set(read.findings()["doubts"]) == {"Two authorities"}
    tree["issues"] = []
    assert ofsted.Corpus([_restore(tree, "")]).recommendations()["doubts"].isna().all()


def test_paragraphs_hits_and_pieces_of_text_have_theirs() -> None:
    tree = ofsted.parse(EXAMPLES / "area-send-2023.pdf").to_dict()
    first, second, *_ = every = [p for section in tree["sections"] for p in section["paragraphs"]]
    tree["issues"] = [
        issue("Paragraph 9 follows paragraph 7.", "sections", "number_missing", span=second["span"], page=2),
        issue("Joined.", "recommendations", "odd_entry", span=first["span"]),
        issue("Care has no grade."),
    ]
    report = _restore(tree, "")
    read = ofsted.Corpus([report])
    expected = ["Joined", "Paragraph 9 follows paragraph 7 (see page 2)"]
    assert list(read.paragraphs()["doubts"].dropna()) == expected
    assert list(read.search(".")["doubts"].dropna()) == expected
    assert [hit.doubts for hit in report.search(".")][:3] == [*expected, None]
    assert set("; ".join(read.chunks()["doubts"].dropna()).split("; ")) == set(expected)
    assert expected[1] in html.unescape(read.search(".")._repr_html_() or "")
    assert expected[1] in html.unescape(report.search(".")._repr_html_())
    assert len(every) > 2


def test_how_a_file_was_read_is_with_each_of_its_grades_and_texts() -> None:
    for name in ("ilacs-2024.pdf", "area-send-2023.pdf"):
        tree = ofsted.parse(EXAMPLES / name).to_dict()
        tree["issues"] = [issue("The file is not UTF-8.", "source", "encoding")]
        report = _restore(tree, "")
        read = ofsted.Corpus([report])
        for frame in (read.paragraphs(), read.recommendations(), read.findings()):
            assert set(frame["doubts"]) <= {"The file is not UTF-8"}
        assert len(read.recommendations())
        assert set(read.judgements()["doubts"]) == {"The file is not UTF-8"}
        assert set(read.reports()["doubts"]) == {"The file is not UTF-8"}
        assert read.reports()["other_doubts"].isna().all()
        assert read.search(".", within=["recommendations", "findings"])["doubts"].notna().all()
        assert {one.doubts for one in report.recommendations} == {"The file is not UTF-8"}


@pytest.mark.parametrize("field", ["sections", "source", "framework", "authority"])
def test_what_is_about_a_whole_text_is_with_each_of_its_paragraphs(field: str) -> None:
    tree = ofsted.parse(EXAMPLES / "ilacs-2024.pdf").to_dict()
    tree["issues"] = [issue("Much was lost.", field)]
    read = ofsted.Corpus([_restore(tree, "")])
    assert set(read.paragraphs()["doubts"]) == set(read.chunks()["doubts"]) == {"Much was lost"}


def test_what_is_about_no_grade_is_in_the_row_of_the_report() -> None:
    signed = issue("Several people signed; the first was taken.", "lead_inspector", "several_people", page=4)
    none = issue("No recommendations were found.", "recommendations", "missing")
    read = corpus(
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggigg", issues=[issue(DISAGREE, page=3), signed, none]),
        ilacs("Suffolk", "2023-03-06", "2023-03-17", "ggggo"),
    )
    said = (
        "lead inspector: Several people signed, the first was taken (see page 4); "
        "recommendations: No recommendations were found"
    )
    reports = read.reports()
    for frame in (reports, read.inspections(), read.events("Norfolk"), read.summary().to_frame()):
        assert frame["other_doubts"].dropna().tolist() == [said]
    for shown in (reports, read.events("Norfolk"), read.summary()):
        page: Any = shown
        assert said in html.unescape(page._repr_html_())


def test_every_file_has_every_doubt(tmp_path: Path) -> None:
    tree = ofsted.parse(EXAMPLES / "ilacs-2024.pdf").to_dict()
    marks = {"judgements": "Grade?", "sections": "Text?", "recommendations": "Advice?", "lead_inspector": "Who?"}
    tree["issues"] = [issue(text, field) for field, text in marks.items()]
    read = ofsted.Corpus([_restore(tree, "")])
    columns = {("judgements", "doubts"): "Grade?", ("paragraphs", "doubts"): "Text?"}
    columns |= {("recommendations", "doubts"): "Advice?", ("reports", "other_doubts"): "lead inspector: Who?"}
    read.to_csv(tmp_path / "csv")
    for (name, column), doubt in columns.items():
        assert pd.read_csv(tmp_path / "csv" / f"{name}.csv")[column].str.contains(doubt, regex=False).all()
    pytest.importorskip("pyarrow")
    read.to_parquet(tmp_path / "parquet")
    read.save(tmp_path / "all.parquet")
    again = ofsted.load(tmp_path / "all.parquet")
    for (name, column), doubt in columns.items():
        for frame in (pd.read_parquet(tmp_path / "parquet" / f"{name}.parquet"), again.table(name).to_pandas()):
            assert frame[column].str.contains(doubt, regex=False).all()
    pytest.importorskip("openpyxl")
    book = pd.read_excel(read.to_excel(tmp_path / "all.xlsx"), sheet_name=None, engine="openpyxl")
    for (name, column), doubt in columns.items():
        shown = book[name.capitalize()][column.replace("_", " ").capitalize()]
        assert shown.str.contains(doubt, regex=False).all()


def test_what_a_printed_report_contradicts_is_beside_that_grade() -> None:
    text = printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good").text
    report = ofsted.parse_text(text.replace("children in care\tGood", "children in care\tRequires improvement"))
    found = told(ofsted.Corpus([report]).judgements(), "key")
    assert list(found) == ["in_care"]
    assert "the table's grade was kept" in found["in_care"]
    assert told(report.to_frame(), "key") == found


# ---- in every table ----


def test_every_table_says_it(doubtful: ofsted.Corpus) -> None:
    one_day = "Only one day of the inspection was read"
    judgements = doubtful.judgements()
    assert told(judgements[judgements["start"].dt.year == 2019], "key") == dict.fromkeys(FIVE, one_day)
    assert told(judgements[judgements["start"].dt.year == 2023], "key") == {"in_care": IN_WORDS}
    assert told(doubtful.latest("2024-01-01"), "theme") == {"care": IN_WORDS}
    assert told(doubtful.compare(as_of="2024-01-01"), "authority") == {"Norfolk": f"care: {IN_WORDS}"}
    assert told(doubtful.compare(as_of="2020-01-01"), "authority") == {"Norfolk": one_day}
    assert told(doubtful.neighbours("Suffolk"), "authority") == {"Norfolk": f"care: {IN_WORDS}"}
    assert set(told(doubtful.history("Norfolk"), "key")) == set(FIVE)
    changes = told(doubtful.changes(), "theme")
    assert changes["overall"] == f"ILACS of 2019-02-15: {one_day}"
    assert changes["care"] == f"ILACS of 2019-02-15: {one_day}; ILACS of 2023-05-19: {IN_WORDS}"
    assert doubtful.transitions("care").attrs["doubts"] == [f"Norfolk: {one}" for one in changes["care"].split("; ")]
    inspections = told(doubtful.inspections(theme="care"), "end")
    assert inspections == {"2019-02-15": one_day, "2023-05-19": f"previous: {one_day}; grade then: {one_day}"}
    assert told(doubtful.reports(), "end") == {"2019-02-15": one_day}


def test_aggregates_count_them_and_say_whose(doubtful: ofsted.Corpus) -> None:
    shares = doubtful.shares(theme="care", as_of="2024-01-01", over="corpus").set_index("status")
    assert list(shares.loc["inadequate", ["count", "doubtful", "doubts"]]) == [1, 1, f"Norfolk: {IN_WORDS}"]
    assert shares.loc["good", "doubtful"] == 0
    assert shares["doubts"].notna().sum() == 1
    regions = doubtful.regions(theme="care", as_of="2024-01-01").set_index("region")
    assert list(regions.loc["East of England", ["doubtful", "doubts"]]) == [1, f"Norfolk: {IN_WORDS}"]
    assert regions["doubtful"].sum() == 1


def test_the_summary_says_it_in_words(doubtful: ofsted.Corpus, tmp_path: Path) -> None:
    summary = doubtful.summary(as_of="2024-01-01")
    norfolk, suffolk = summary.rows
    before = "previous overall: Only one day of the inspection was read"
    assert norfolk["doubts"] == f"in care: {IN_WORDS}; {before}"
    assert suffolk["doubts"] is None
    page = Path(summary.to_html(tmp_path / "s.html")).read_text("utf-8")
    assert html.escape(IN_WORDS) in page
    old = doubtful.summary(as_of="2020-01-01")
    assert "(to check)" not in str([row["neighbours_grades"] for row in old])
    suffolk = corpus(*doubtful[:1], doubtful[2]).summary(as_of="2024-01-01").rows[1]
    assert suffolk["neighbours_grades"] == "Norfolk: Requires improvement (to check)"


def test_the_workbook_says_it_beside_the_grade(doubtful: ofsted.Corpus, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(doubtful.to_excel(tmp_path / "c.xlsx"))["Judgements"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[heads.index("Grade") + 1] == "Doubts"
    assert [row[heads.index("Doubts")].value for row in sheet][6:9] == [None, None, IN_WORDS]


def test_pictures_mark_it(doubtful: ofsted.Corpus) -> None:
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    axes = doubtful.plot.heatmap(as_of="2024-01-01")
    assert [text.get_text() for text in axes.texts] == ["G", "G", "I *", "G", "G", "O", "G", "G", "G", "G"]
    assert "to check" in axes.get_xlabel()
    axes = doubtful.plot.timeline("Norfolk", "care")
    assert [text.get_text() for text in axes.texts][:2] == ["RI *", "I *"]
    assert "* to check" in axes.figure.get_supxlabel()
    counted = (doubtful.plot.transitions(), doubtful.plot.shares(theme="care", over="corpus"))
    for drawn, where in zip(counted, ("transitions()", "shares()"), strict=True):
        said = drawn.figure.get_supxlabel()
        assert "to check" in said
        assert where in said
        assert "*" not in said  # no grade in it has a star
    assert "to check" not in doubtful[2:].plot.heatmap(as_of="2024-01-01").get_xlabel()
    matplotlib.pyplot.close("all")


# ---- what could not be read ----


def test_a_judgement_without_a_readable_grade_is_not_one_that_was_not_made() -> None:
    unread = "No grade could be read beside 'in care'."
    tree = ilacs(
        "Norfolk", "2023-05-08", "2023-05-19", "ggggg", issues=[issue(unread, code="unreadable", page=2)]
    ).to_dict()
    tree["judgements"][2] |= {"grade": None, "printed": None}
    found = corpus(ilacs("Norfolk", "2019-02-04", "2019-02-15", "rrrrr"), _restore(tree, ""))
    row = found.compare("Norfolk").iloc[0]
    assert (row["help_and_protection"], row["notes"]) == ("good", "care: could not be read")
    assert pd.isna(row["care"])
    assert row["doubts"] == "care: No grade could be read beside 'in care' (see page 2)"
    shares = found.shares(theme="care", over="corpus")
    assert list(shares["status"]) == ["could not be read"]
    assert found.regions(theme="care").set_index("region").loc["East of England", "could_not_be_read"] == 1
    last = found.changes("care").iloc[-1]
    assert (last["direction"], last["notes"]) == ("not comparable", "could not be read")
    axes = found.plot.heatmap()
    assert "! = could" in axes.get_xlabel().replace("\u00a0", " ")


def test_a_row_that_was_not_read_at_all_is_said_too() -> None:
    missing = issue("No overall effectiveness is printed.", code="missing")
    keys = FIVE[:4]
    found = corpus(
        ilacs("Norfolk", "2019-02-04", "2019-02-15", "rrrrr"),
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "gggg", keys=keys, issues=[missing]),
        ilacs("Suffolk", "2026-05-11", "2026-05-15", "gggg", keys=keys),
    )
    rows = found.compare(themes=["overall", "adoption"]).set_index("authority")
    assert rows["notes"].to_dict() == {
        "Norfolk": "overall: could not be read; adoption: not judged",
        "Suffolk": "overall: no overall judgement; adoption: not judged",
    }
    assert rows["doubts"]["Norfolk"] == "No overall effectiveness is printed"
    row = found.summary().rows[0]
    assert (row["overall"], row["status"]) == (None, "could not be read")


def test_a_grade_that_another_place_gave_is_not_missing() -> None:
    missing = issue("The judgement table has no row that could be read for 'in care'.", code="missing")
    found = corpus(ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggggg", issues=[missing]))
    row = found.compare("Norfolk", ["care", "adoption"]).iloc[0]
    assert (row["care"], row["notes"]) == ("good", "adoption: not judged")
    assert row["doubts"] == "care: The judgement table has no row that could be read for 'in care'"


def test_an_inspection_of_which_nothing_was_read_ends_what_stood() -> None:
    lost = issue(NO_TABLE, code="missing")
    found = corpus(
        ilacs("Norfolk", "2019-02-04", "2019-02-15", "rrrrr"),
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "", keys=(), issues=[lost]),
    )
    row = found.compare("Norfolk").iloc[0]
    assert (row["notes"], row["doubts"]) == ("could not be read", NO_TABLE.rstrip("."))
    assert pd.isna(row["overall"])
    assert told(found.latest(), "start") == {"2023-05-08": NO_TABLE.rstrip(".")}
    assert len(found.latest()) == 1
    assert len(found.history("Norfolk")) == 6
    assert len(found.judgements()) == 5
    assert found.summary().rows[0]["status"] == "could not be read"
    assert list(found.changes("overall")["direction"]) == ["not comparable"]
    assert "! *" in [text.get_text() for text in found.plot.heatmap().texts]


def test_a_part_that_was_not_read_ends_what_stood_on_it() -> None:
    keys = {"safeguarding_overall_effectiveness": "g", "looked_after_overall_effectiveness": "g"}
    both = invented("slac", "Kent", "2011-01-10", "2011-01-21", keys, "2011-02-25")
    lost = issue("No judgement was found.", code="missing")
    part = invented("lac", "Kent", "2013-06-03", "2013-06-14", {}, "2013-07-20", issues=[lost])
    row = corpus(both, part).compare("Kent", ["help_and_protection", "care"], as_of="2013-08-01").iloc[0]
    assert row["help_and_protection"] == "good"
    assert pd.isna(row["care"])
    assert "care: could not be read" in row["notes"]


# ---- what others say ----


@pytest.mark.filterwarnings("ignore:two reports of one inspection differ")
def test_two_reports_of_one_inspection_say_what_the_other_has() -> None:
    found = corpus(
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggggg", path="a.pdf"),
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggggo", path="b.pdf"),
        ilacs("Suffolk", "2023-05-08", "2023-05-19", "ggggo", path="c.pdf"),
    )
    row = found.compare().set_index("authority").loc["Norfolk"]
    assert (row["overall"], row["doubts"]) == ("outstanding", "overall: a.pdf, on the same inspection, says Good")
    for frame in (found.history("Norfolk"), found.inspections(), found.events("Norfolk")):
        assert set(frame["path"]) - {"c.pdf"} == {"b.pdf"}
        (said,) = frame["doubts"].dropna()
        assert said.endswith("a.pdf, on the same inspection, says Good")


def test_several_reports_of_one_inspection_are_one_inspection(tmp_path: Path) -> None:
    visit = ("focused-visit", "Norfolk", "2024-05-14", "2024-05-15")
    found = corpus(
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggggg", path="a.pdf"),
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggggg", path="b.html"),
        invented(*visit, published="2024-06-20", path="draft.pdf"),
        invented(*visit, published="2024-06-21", path="final.pdf"),
    )
    assert list(found.inspections()["path"]) == list(found.events("Norfolk")["path"]) == ["b.html", "final.pdf"]
    assert len(found.history("Norfolk")) == 5
    assert found.inspections()["doubts"].isna().all()
    assert "2 reports on an inspection that another one is on as well" in found._repr_html_()
    assert "another one is on as well" not in found[1:3]._repr_html_()
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(found.to_excel(tmp_path / "all.xlsx")).worksheets[0]
    assert ["Reports on an inspection that another one is on as well", 2] in [
        [row[0].value, row[1].value] for row in sheet
    ]


def test_reports_on_days_too_near_may_be_of_one_inspection() -> None:
    """A day of one of them is misread: there was no second inspection, and no change."""

    def beside(start: str, end: str | None) -> ofsted.Corpus:
        other = ("Norfolk", start, end, dict(zip(FIVE, "ggggr", strict=True)))
        return corpus(
            ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggggg", path="a.pdf"), invented("ilacs", *other, path="b.pdf")
        )

    found = beside("2023-05-08", "2023-05-18")
    assert found.compare()["doubts"][0] == "b.pdf, on days too near for another inspection, may be on the same one"
    assert set(found.history("Norfolk")["doubts"]) == {
        f"{name}.pdf, on days too near for another inspection, may be on the same one" for name in "ab"
    }
    assert found.inspections()["doubts"].notna().all()
    assert "too near" in found.changes("overall")["doubts"][0]
    assert "too near" in (found.summary().rows[0]["doubts"] or "")
    assert beside("2023-05-19", None).compare()["doubts"].notna().all()
    assert beside("2023-09-15", "2023-09-26").compare()["doubts"].notna().all()
    assert beside("2023-09-16", "2023-09-27").compare()["doubts"].isna().all()
    visits = corpus(
        invented("focused-visit", "Norfolk", "2024-05-14", "2024-05-15"),
        invented("focused-visit", "Norfolk", "2024-06-13", "2024-06-14"),
        invented("focused-visit", "Norfolk", "2024-07-14", "2024-07-15"),
        invented("jtai", "Norfolk", "2024-05-13", "2024-05-17"),
        invented("focused-visit", "Kent", "2024-05-14", "2024-05-15"),
    ).inspections()
    said = visits["doubts"].str.contains("^focused-visit-Norfolk", na=False)
    assert list(visits.loc[said, "start"].dt.strftime("%d %B")) == [
        "14 May",
        "13 June",
    ]  # thirty days from the second to the third


# ---- what a missing judgement, a gap between days or a change is built on ----


@pytest.mark.parametrize("field", ["judgements", "authority", "inspection_periods", "published"])
def test_that_there_is_no_judgement_is_as_doubtful_as_the_report(field: str) -> None:
    careful = [issue("Careful.", field, "odd_name"), issue("Odd 'care leavers'.")]
    found = corpus(ilacs("Norfolk", "2026-05-11", "2026-05-15", "gggg", keys=FIVE[:4], issues=careful))
    compared = found.compare("Norfolk", "overall").iloc[0]
    assert (compared["notes"], compared["doubts"], compared["doubt"]) == ("no overall judgement", "Careful", "odd_name")
    shares = found.shares(over="corpus").iloc[0]
    assert (shares["status"], shares["doubtful"], shares["doubts"]) == ("no overall judgement", 1, "Norfolk: Careful")
    in_care = corpus(ilacs("Norfolk", "2019-02-04", "2019-02-15", "gggg", issues=careful[:1]))
    compared = in_care.compare("Norfolk", "care_leavers").iloc[0]
    assert (compared["notes"], compared["doubts"]) == ("judged with care", "Careful")


def test_days_since_a_doubtful_inspection_are_doubtful() -> None:
    odd = [issue("A year is not printed.", "inspection_periods", "no_year")]
    kept = ("focused-visit", "Norfolk")
    found = corpus(
        invented(*kept, "2022-05-10", "2022-05-11", issues=odd),
        invented(*kept, "2023-05-10", "2023-05-11"),
        invented(*kept, "2024-05-10", "2024-05-11"),
    ).inspections()
    assert list(found["days_since_previous"].astype("string").fillna("")) == ["", "364", "365"]
    words = "A year is not printed"
    assert list(found["doubts"].fillna("")) == [words, f"previous: {words}", ""]


def test_what_differs_from_an_older_corpus_is_said_with_its_doubts() -> None:
    odd = [issue("Two authorities.", "authority", "two_authorities")]
    old = ilacs("Norfolk", "2019-02-04", "2019-02-15", "rrrrr", issues=odd)
    visit = invented("focused-visit", "Norfolk", "2024-05-14", "2024-05-15", issues=odd)
    new = ilacs("Norfolk", "2023-05-08", "2023-05-19", "rrrrg")
    later = invented("ilacs", "~Norfock", "2025-05-05", "2025-05-16", dict.fromkeys(FIVE, "good"), path="c.pdf")
    with pytest.warns(UserWarning, match=r"c\.pdf \('~Norfock' is not in the register"):
        found = corpus(new, later, visit).compare_with(corpus(old))
    assert len(found.attrs["unmatched"]) == 1
    said = found.loc[found["doubts"].notna(), ["what", "framework", "doubts"]].to_numpy().tolist()
    assert ["new", "focused-visit", "Two authorities"] in said
    assert ["gone", "ilacs", "Two authorities"] in said
    (grade,) = found.loc[(found["what"] == "grade") & (found["la_code"] == "926"), "doubts"]
    assert grade == ("before: Two authorities; c.pdf may be a newer report on it ('~Norfock' is not in the register)")


def test_a_neighbour_of_which_there_may_be_something_newer_is_to_check() -> None:
    found = corpus(
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggggg"),
        ilacs("Suffolk", "2023-03-06", "2023-03-17", "ggggo"),
        invented("unknown", "Norfolk", "2024-05-05", "2024-05-16"),
    )
    with pytest.warns(UserWarning, match="could not be put"):
        summary = found.summary(as_of="2024-10-01")
    assert [row["neighbours_grades"] for row in summary] == [
        "Suffolk: Outstanding",
        "Norfolk: Good (to check)",
    ]


@pytest.mark.parametrize("field", ["findings", "progress", "statement_of_action"])
def test_columns_of_findings_have_their_doubts(field: str) -> None:
    tree = invented("area-send", "Norfolk", "2019-02-04", "2019-02-08").to_dict()
    tree["findings"]["significant_weaknesses"] = [{"text": "Plans.", "progress": None, "page": 2, "span": [5, 9]}]
    tree["issues"] = [issue("Two numbers.", field), issue("No list.", "recommendations")]
    assert list(ofsted.Corpus([_restore(tree, "")]).findings()["doubts"]) == ["Two numbers"]


# ---- whose it is ----


def test_a_report_on_an_authority_that_had_ended_is_not_passed_over() -> None:
    found = corpus(
        ilacs("Northamptonshire", "2019-09-16", "2019-09-27", "iiii"),
        ilacs("Northamptonshire", "2022-10-03", "2022-10-14", "rrrr", path="late.pdf"),
        ilacs("North Northamptonshire", "2021-10-04", "2021-10-15", "gggg"),
    )
    why = "Northamptonshire ended on 31 March 2021, before this"
    (row,) = found.unmatched().itertuples()
    assert (row.path, row.why) == ("late.pdf", why)
    assert row.nearest == "Northamptonshire; North Northamptonshire; West Northamptonshire"
    with pytest.warns(UserWarning, match="ended on 31 March 2021"):
        compared = found.compare()
    assert list(compared["doubts"]) == [f"late.pdf may be a newer report on it ({why})"]
    with pytest.warns(UserWarning, match="ended on 31 March 2021"):
        history = told(found.history("Northamptonshire"), "end")
    assert history["2022-10-14"].startswith(why)
    assert "2019-09-27" not in history


MINUTES = (
    "Norfolk County Council cabinet minutes\n\nOfsted's judgements\n\nJudgement\tGrade\n"
    "The impact of leaders on social work practice with children and families\tGood\n"
    "The experiences and progress of children who need help and protection\tGood\nOverall effectiveness\tGood\n"
)


def test_what_is_second_hand_is_called_so_wherever_it_is_shown() -> None:
    minutes = ofsted.parse_text(MINUTES)
    assert (minutes.framework, minutes.second_hand) == (ofsted.Framework.ILACS, True)
    found = corpus(minutes)
    for shown in (
        repr(minutes),
        brief(Path("a.txt"), minutes),
        full(Path("a.txt"), minutes),
        html.unescape(minutes._repr_html_()),
        minutes.to_markdown(),
        Answers(found).find_inspections(),
    ):
        assert "second-hand" in shown
    own = printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good")
    assert "second-hand" not in repr(own) + brief(Path("a.txt"), own) + own.to_markdown()
    for frame in (found.judgements(secondary=True), minutes.to_frame(), found.reports()):
        assert frame["doubts"].str.contains("what it says of judgements is second-hand", regex=False).all()
    assert found.judgements(secondary=True)["doubt"].str.contains("secondary_source").all()


def test_frames_name_what_may_be_ofsteds_own_and_is_not_in_them() -> None:
    own, minutes = printed_ilacs("Suffolk", "8 May 2023 to 19 May 2023", "Good"), ofsted.parse_text(MINUTES)
    news = invented("news", "Norfolk", None, None, {"overall_effectiveness": "i"}, "2023-07-01")
    read = corpus(own, minutes, news)
    said = f"{minutes.id}, Norfolk (Nothing shows that this is Ofsted's own report"
    (line,) = read.judgements().attrs["left_out"]
    assert line.startswith(said)
    page: Any = read.judgements()
    assert f"⚠ Has no row of {said}" in html.unescape(page._repr_html_())
    assert "left_out" not in read.judgements(secondary=True).attrs
    assert "left_out" not in read.recommendations().attrs


def test_a_line_of_a_report_has_the_day_that_is_known() -> None:
    report = invented("ilacs", "Norfolk", "2023-05-08", None, {"overall_effectiveness": "g"})
    assert "Norfolk, 2023-05-08, Good" in brief(Path("a.pdf"), report)


def test_whatever_is_shown_of_a_report_says_that_its_authority_had_ended() -> None:
    why = "Northamptonshire ended on 31 March 2021, before this"
    late = printed_ilacs("Northamptonshire", "3 October 2022 to 14 October 2022", "Good")
    found = corpus(late)
    frames = (found.reports(), found.judgements(), found.paragraphs(), found.recommendations(), found.search("."))
    for frame in (*frames, found.chunks(), late.to_frame()):
        assert len(frame)
        assert frame["doubts"].str.contains(why, regex=False).all()
    assert why in (late.search(".")[0].doubts or "")
    for shown in (
        full(Path("a.pdf"), late),
        brief(Path("a.pdf"), late),
        html.unescape(late._repr_html_()),
        late.to_markdown(),
        Answers(found).find_inspections(),
        Answers(found).read_report(late.id),
        Answers(found).read_report(late.id, offset=1, length=5),
    ):
        assert why in " ".join(shown.split())
    early = printed_ilacs("Northamptonshire", "16 September 2019 to 27 September 2019", "Good")
    assert why not in early.to_markdown()
    assert corpus(early).judgements()["doubts"].isna().all()


def test_a_report_on_an_authority_that_had_not_begun_is_doubtful() -> None:
    found = corpus(ilacs("Cumberland", "2022-06-13", "2022-06-24", "iiii"))
    with pytest.warns(UserWarning, match="Cumberland began on 1 April 2023"):
        assert list(found.compare()["doubts"]) == ["Cumberland began on 1 April 2023, after this"]
    assert list(found.unmatched()["nearest"]) == ["Cumberland; Cumbria"]
    assert corpus(ilacs("Cumberland", "2023-04-01", "2023-04-07", "iiii")).unmatched().empty


@pytest.mark.filterwarnings("ignore:two reports of one inspection differ")
def test_a_judgement_that_only_another_report_of_the_inspection_has_is_not_called_not_judged() -> None:
    found = corpus(
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggggo", path="a.pdf"),
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "gggg", keys=FIVE[:4], path="b.pdf"),
    )
    row = found.compare(themes="overall").iloc[0]
    lacks = "a.pdf, on the same inspection, has judgements that b.pdf lacks"
    assert (row["notes"], row["doubts"]) == ("could not be read", lacks)


def test_something_second_hand_that_is_newer_and_says_otherwise_is_named() -> None:
    def news(day: str | None, grade: str, path: str) -> ofsted.Report:
        return invented("news", "Norfolk", None, None, {"overall_effectiveness": grade}, day, path=path)

    found = corpus(
        sif("Norfolk", "2014-01-06", "2014-01-30", "iiri", published="2014-03-10"),
        ilacs("Norfolk", "2019-02-04", "2019-02-15", "rrrrr"),
        news("2014-03-11", "i", "old.html"),
        news("2019-03-20", "r", "same.html"),
        news("2023-07-01", "g", "new.html"),
        invented("news", "Kent", None, None, {"overall_effectiveness": "i"}, "2023-07-01"),
    )
    says = "new.html, which is second-hand and newer, says overall: Good"
    row = found.compare("Norfolk").iloc[0]
    assert (row["overall"], row["doubts"]) == ("requires_improvement", says)
    assert told(found.latest(), "theme") == {"overall": says}
    assert told(found.history("Norfolk"), "end") == {"2019-02-15": says}
    assert told(found.changes(), "theme") == {"overall": says}
    assert found.summary().rows[0]["doubts"] == says
    assert found.compare("Norfolk", as_of="2023-06-30")["doubts"].isna().all()
    assert found.compare("Norfolk", "care")["doubts"].isna().all()
    assert found.plot.heatmap("Norfolk").get_yticklabels()[0].get_text() == "Norfolk *"


def test_something_second_hand_is_named_where_there_is_no_report() -> None:
    news = invented("news", "Kent", None, None, {"overall_effectiveness": "i"}, "2023-07-01", path="news.html")
    found = corpus(ilacs("Norfolk", "2019-02-04", "2019-02-15", "rrrrr"), news)
    says = "news.html, which is second-hand, says overall: Inadequate"
    row = found.compare("Kent").iloc[0]
    assert (row["notes"], row["doubts"]) == ("no report", says)
    assert pd.isna(row["overall"])
    none = found.shares().set_index("status").loc["no report"]
    assert (none["doubtful"], none["doubts"]) == (1, f"Kent: {says}")
    assert found.compare("Kent", as_of="2023-06-30")["doubts"].isna().all()
    assert found.compare("Kent", "care")["doubts"].isna().all()
    assert found.latest()["doubts"].isna().all()


def test_a_report_without_a_day_may_be_newer_than_what_is_shown() -> None:
    """Its grades are in force on no day; that there are none would be wrong."""
    found = corpus(
        ilacs("Norfolk", "2019-02-04", "2019-02-15", "rrrrr"),
        invented("ilacs", "Norfolk", None, None, dict.fromkeys(FIVE, "good")),
        invented("ilacs", "Suffolk", None, None, dict.fromkeys(FIVE, "good")),
        invented("focused-visit", "Kent", None, None),
    )
    assert set(found.unmatched()["why"]) == {"no day of it was read"}
    with pytest.warns(UserWarning, match="2 reports could not be put to an authority or a day"):
        compared = found.compare(["Norfolk", "Suffolk", "Kent"], as_of="2026-01-01").set_index("authority")["doubts"]
    assert "may be a newer report on it (no day of it was read)" in compared["Norfolk"]
    assert "may be a newer report on it (no day of it was read)" in compared["Suffolk"]
    assert pd.isna(compared["Kent"])


def _listed_on(area: str, text: str) -> ofsted.Report:
    """A report that the site lists on another authority's page."""
    report = ofsted.parse_text(text)
    return ofsted.Report(replace(report.readout, origin=Origin(listed=("80557", area))))


def test_whoever_opens_one_report_is_told_what_ofsteds_table_says() -> None:
    days = ("2022-11-07", "2022-11-18")  # the table has Norfolk's ILACS of that day
    official = ofsted.outcomes().filter("ilacs", "Norfolk").judgements().set_index("key")["grade"]
    letters = {str(key): str(grade)[0] for key, grade in official.items()}
    other = invented("ilacs", "Norfolk", *days, letters | {"overall_effectiveness": "r"})
    same = invented("ilacs", "Norfolk", *days, letters)
    says = "Ofsted's own table says Good"
    label = str(other.judgements["overall_effectiveness"].label)
    for show in (
        lambda report: full(Path("a.pdf"), report),
        lambda report: html.unescape(report._repr_html_()),
        lambda report: report.to_markdown(),
        lambda report: Answers(corpus(report)).read_report(report.id),
        lambda report: Answers(corpus(report)).read_report(report.id, offset=1, length=5),
    ):
        assert show(other).count(says) == 1
        assert says not in show(same)
    assert f"- {label}: {says}." in other.to_markdown()
    assert brief(Path("a.pdf"), other).endswith(", Ofsted's own table has other grades")
    assert "Ofsted's" not in brief(Path("a.pdf"), same)
    assert other.to_dict()["issues"] == []


def test_a_report_that_may_be_on_another_authority_is_a_doubt_there() -> None:
    text = printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good").text
    joint = ofsted.parse_text(text.replace("Inspection of Norfolk", "Inspection of Norfolk and Suffolk"))
    assert [issue.code for issue in joint.issues if issue.field == "authority"] == ["two_authorities"]
    for report in (joint, _listed_on("Suffolk", text)):
        found = corpus(report, ilacs("Suffolk", "2019-03-06", "2019-03-17", "ggggo"))
        (row,) = found.unmatched().itertuples()
        assert (row.report, row.authority, row.nearest) == (report.id, "Norfolk", "Norfolk; Suffolk")
        with pytest.warns(UserWarning, match="it may be on Suffolk"):
            compared = found.compare(["Norfolk", "Suffolk", "Kent"]).set_index("authority")
        assert list(compared["overall"].astype("string").fillna("")) == ["good", "outstanding", ""]
        assert compared["doubts"]["Suffolk"] == f"{report.id} may be a newer report on it (it may be on Suffolk)"
        assert "may be a newer" not in compared["doubts"]["Norfolk"]
        assert pd.isna(compared["doubts"]["Kent"])


def test_the_frame_of_issues_holds_what_their_messages_name() -> None:
    listed = _listed_on("Suffolk", printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good").text)
    found = corpus(listed).issues().set_index("code")["about"]
    assert found["listed_elsewhere"] == "Suffolk; Norfolk"
    nameless = _listed_on("Suffolk", "Minutes of a meeting").issues
    assert [issue.about for issue in nameless if issue.code == "listed_elsewhere"] == [("Suffolk",)]


def test_a_file_that_could_not_be_read_may_be_newer_than_what_is_shown() -> None:
    reports = [ilacs("Norfolk", "2019-03-06", "2019-03-17", "ggggg")]
    lost = [(f"reports/cut-{n}.pdf", "DamagedFileError", "the PDF is damaged") for n in range(7)]
    found = ofsted.Corpus(reports, errors=lost)
    with pytest.warns(UserWarning, match=r"cut-4\.pdf \(the file could not be read\), and 2 more\. .*errors\(\) list"):
        compared = found.compare("Norfolk")
    assert len(compared.attrs["unmatched"]) == 7
    with pytest.warns(UserWarning, match="7 reports could not be put to an authority or a day"):
        assert "cut-6.pdf (the file could not be read)" in found.summary().unmatched
    below = " ".join(said_below(compared))
    assert "see cut-0.pdf (the file could not be read)" in below
    assert "cut-5.pdf" not in below
    assert below.endswith("and 2 more")
    with pytest.warns(UserWarning, match="could not be read"):
        crossed = found.transitions()
    sure = corpus(*reports).compare("Norfolk")
    pages = [frame._repr_html_() or "" for frame in list[Any]([compared, crossed, sure])]
    for shown in pages[:2]:
        assert "⚠ May be out of date, see cut-0.pdf (the file could not be read); cut-1" in shown
        assert "and 2 more" in shown
    assert "⚠" not in pages[2]
    nowhere = ofsted.Corpus([invented("ilacs", "~Vale", "2019-03-06", "2019-03-17")], errors=lost)
    with pytest.warns(UserWarning, match="could not be read"):
        assert nowhere.latest().empty


def test_that_no_report_is_on_an_authority_is_said_with_what_could_not_be_read(lacking: ofsted.Corpus) -> None:
    with pytest.warns(UserWarning, match="no report here is on 'Kent', and 1 file could not be read"):
        lacking.filter(authority="Kent")
    with pytest.warns(UserWarning, match="no report here is on 'Kent'$"):
        corpus(lacking[0]).filter(authority="Kent")


def test_a_selection_knows_what_could_not_be_read() -> None:
    lost = [("reports/cut.pdf", "DamagedFileError", "the PDF is damaged")]
    one = ilacs("Norfolk", "2019-03-06", "2019-03-17", "ggggg")
    other = ilacs("Suffolk", "2019-03-06", "2019-03-17", "ggggg")
    copies = [("again.pdf", one.id, one.path), ("other.pdf", other.id, other.path)]
    found = ofsted.Corpus([one, other], errors=lost, duplicates=copies)
    some = (found.filter(authority="Norfolk"), found.filter(where=lambda r: r.id == one.id), found[:1])
    for chosen in (*some, found.since("2019-01-01")[:1]):
        assert chosen.table("errors").column("path") == ["reports/cut.pdf"]
        assert chosen.table("duplicates").column("path") == ["again.pdf"]
        with pytest.warns(UserWarning, match=r"cut\.pdf \(the file could not be read\)"):
            chosen.latest()
    assert len((found[:1] + found[1:]).table("errors")) == 1


def test_a_frame_says_below_that_it_has_lost_its_doubts() -> None:
    careful = issue("Careful.", "authority", "odd_name")
    days = ("2022-11-07", "2022-11-18")
    doubtful = invented("ilacs", "Norfolk", *days, {"overall_effectiveness": "g"}, issues=[careful])
    for frame in (corpus(doubtful).judgements(), corpus(doubtful).latest()):
        for names in (["authority", "grade"], ["authority", "framework", "grade", "page"]):
            cut = frame[names]
            assert "⚠ 1 row of the whole frame with 'doubts', a column that is not here" in html.unescape(
                cut._repr_html_() or ""  # type: ignore[operator]
            )
        assert "not here" not in (frame[["authority", "grade", "doubts"]]._repr_html_() or "")  # type: ignore[operator]
        assert "not here" not in (frame._repr_html_() or "")  # type: ignore[operator]
    sure = corpus(invented("ilacs", "Kent", *days, {"overall_effectiveness": "g"})).judgements()
    assert "not here" not in (sure[["authority", "grade"]]._repr_html_() or "")  # type: ignore[operator]


# ---- what Ofsted's own table says ----


def test_a_grade_that_is_another_one_in_ofsteds_table_is_doubtful() -> None:
    days = ("2022-11-07", "2022-11-18")  # the table has Norfolk's ILACS of that day
    official = ofsted.outcomes().filter("ilacs", "Norfolk").judgements().set_index("key")["grade"]
    letters = {str(key): str(grade)[0] for key, grade in official.items()}
    same = corpus(invented("ilacs", "Norfolk", *days, letters))
    assert same.judgements()["doubts"].isna().all()
    assert letters["overall_effectiveness"] == "g"
    careful = issue("Careful.", "authority", "odd_name")
    other = corpus(invented("ilacs", "Norfolk", *days, letters | {"overall_effectiveness": "r"}, issues=[careful]))
    frame = other.judgements().set_index("key")
    assert frame["doubts"]["overall_effectiveness"] == "Careful; Ofsted's own table says Good"
    assert frame["doubts"]["help_and_protection"] == "Careful"
    assert frame["doubt"]["overall_effectiveness"] == "odd_name"
    assert list(other.reports()["doubts"]) == ["Careful; Ofsted's own table says Good"]
    assert other.compare("Norfolk")["doubts"][0] == "Careful; overall: Ofsted's own table says Good"
    later = corpus(invented("ilacs", "Norfolk", "2022-11-08", days[1], letters | {"overall_effectiveness": "r"}))
    assert later.judgements()["doubts"].isna().all()
    tree = invented("ilacs", "Norfolk", *days, {"overall_effectiveness": "r"}).to_dict()
    tree["judgements"][0]["grade"] = None
    assert list(corpus(_restore(tree, "")).judgements()["doubts"]) == ["Ofsted's own table says Good"]


# ---- what a frame has no row of, or does not show ----


@pytest.fixture(scope="module")
def lacking() -> ofsted.Corpus:
    """Norfolk's recommendations and judgements were not read, a file was not; Suffolk is whole."""
    whole = printed_ilacs("Suffolk", "8 May 2023 to 19 May 2023", "Good")
    filed = [
        issue("There is no heading 'What needs to improve'.", "recommendations", "missing"),
        issue("The judgement table is missing.", code="missing"),
        issue("No paragraphs were read.", "sections", "missing"),
    ]
    none = invented("ilacs", "Norfolk", "2023-05-08", "2023-05-19", path="reports/norfolk.pdf", issues=filed)
    return ofsted.Corpus([whole, none], errors=[("reports/cut.pdf", "DamagedFileError", "the PDF is damaged")])


CUT = "cut.pdf (the file could not be read)"
LACKING = {
    "recommendations": "norfolk.pdf, Norfolk (There is no heading 'What needs to improve')",
    "judgements": "norfolk.pdf, Norfolk (The judgement table is missing)",
    "paragraphs": "norfolk.pdf, Norfolk (No paragraphs were read)",
}


def test_a_frame_says_of_which_reports_it_has_no_row(lacking: ofsted.Corpus) -> None:
    for name, said in LACKING.items():
        frame = getattr(lacking, name)()
        assert frame.attrs["left_out"] == [said, CUT]
        for shown in (frame, frame[["authority", "page"]], frame.head(0)):
            assert f"⚠ Has no row of {said}; {CUT}" in html.unescape(shown._repr_html_())
    for found in (lacking.search("invention"), lacking.search("nothing of the kind"), lacking.chunks()):
        page: Any = found
        assert f"⚠ Has no row of {LACKING['paragraphs']}; {CUT}" in html.unescape(page._repr_html_())
    assert lacking.search("invention", authority="Suffolk").attrs["left_out"] == [CUT]
    assert lacking.search("invention", within="recommendations").attrs["left_out"][0] == LACKING["recommendations"]
    assert lacking.reports().attrs["left_out"] == [CUT]
    assert "left_out" not in lacking.errors().attrs
    whole = corpus(lacking[0])
    assert "left_out" not in whole.judgements().attrs
    assert "left_out" not in whole.search("invention").attrs


def test_hits_say_below_that_they_have_lost_their_doubts() -> None:
    found = corpus(printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good")).search("made up")
    rows = int(found["doubts"].notna().sum())
    assert rows
    for names in (["authority", "snippet"], ["authority", "page"]):
        page: Any = found[names]
        assert f"⚠ {rows} rows of the whole frame with 'doubts', a column that is not here" in html.unescape(
            page._repr_html_()
        )
    whole: Any = found
    assert "not here" not in whole._repr_html_()


def test_a_long_frame_says_that_rows_which_it_does_not_show_have_doubts() -> None:
    reports = [ilacs("Suffolk", f"{year}-03-06", f"{year}-03-17", "ggggo") for year in range(1980, 2020)]
    doubtful = ilacs("Suffolk", "2023-03-06", "2023-03-17", "ggggo", issues=[issue("Careful.", "authority")])
    judgements: Any = corpus(*reports, doubtful).judgements()
    assert len(judgements) > 200
    said = "⚠ 5 rows with 'doubts' among those that are not shown"
    assert said in html.unescape(judgements._repr_html_())
    assert said not in html.unescape(judgements.tail(10)._repr_html_())


def test_files_and_messages_of_commands_say_of_which_reports_there_is_no_row(
    lacking: ofsted.Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr(ofsted, "read", lambda *paths, **options: lacking)
    out = str(tmp_path / "out.xlsx")

    def notes() -> str:
        return "\n".join(str(row[0].value) for row in openpyxl.load_workbook(out)["To note"])

    for name, said in LACKING.items():
        main([name, "reports", "-o", out])
        assert said in notes()
        assert CUT in notes()
        err = capsys.readouterr().err
        assert f"1 report without a row here, though one may be due: {said}" in err
        main([name, "reports"])
        assert said in capsys.readouterr().err
    main(["search", "nothing of the kind", "reports"])
    assert LACKING["paragraphs"] in capsys.readouterr().err
    for command in (["compare"], ["history", "Suffolk"], ["search", "invention"]):
        main([*command, "reports", "-o", out])
        assert CUT in notes()
    lacking.search("invention").to_excel(out)
    assert CUT in notes()
    assert LACKING["paragraphs"] in Answers(lacking).search_paragraphs("invention")


# ---- one value and its evidence ----


def test_a_part_of_a_report_knows_its_own_doubts() -> None:
    tree = ofsted.parse(EXAMPLES / "area-send-2023.pdf").to_dict()
    _, second, *_ = [p for section in tree["sections"] for p in section["paragraphs"]]
    tree["issues"] = [
        issue("Odd.", "sections", span=second["span"], page=2),
        issue("Joined.", "recommendations", span=tree["recommendations"][1]["span"]),
        issue("Two columns were mixed.", "findings"),
        issue("Who?", "lead_inspector"),
    ]
    report = _restore(tree, "")
    outcome, findings = report.judgements[0], report.findings.strengths
    assert report.paragraphs[1].doubts == "Odd (see page 2)"
    assert report.recommendations[1].doubts == "Joined"
    assert {one.doubts for one in findings} == {"Two columns were mixed"}
    sure = (outcome, report.paragraphs[0], report.recommendations[0])
    assert [one.doubts for one in sure] == [None] * 3
    assert all("in doubt" not in repr(one) for one in sure)
    assert repr(report.recommendations[1]).endswith(", in doubt>")
    assert repr(findings[0]).endswith(", in doubt>")
    again = pickle.loads(pickle.dumps(report.paragraphs[1]))
    assert again.doubts == "Odd (see page 2)"


def test_a_judgement_says_what_frames_say_of_it(doubtful: ofsted.Corpus) -> None:
    for report in doubtful:
        told = ofsted.Corpus([report]).judgements()["doubts"]
        assert [one.doubts for one in report.judgements] == [None if pd.isna(text) else text for text in told]
    assert [repr(one).endswith(", in doubt>") for one in doubtful[1].judgements] == [False, False, True, False, False]


def test_evidence_is_shown_with_its_doubts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good").text
    text = text.replace("children in care\tGood", "children in care\tRequires improvement")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    report, kept = ofsted.parse(tmp_path / "a.txt"), "the table's grade was kept"
    doubted, sure = (report.judgements[key] for key in ("in_care", "help_and_protection"))
    assert kept in (doubted.show().doubts or "")
    assert sure.show().doubts is None
    for name in ("a.html", "b.txt"):
        doubted.show().save(tmp_path / name)
        assert kept in html.unescape((tmp_path / name).read_text("utf-8"))
    assert kept in html.unescape(doubted.show()._repr_html_())
    assert "⚠" not in sure.show()._repr_html_()
    for key, told in (("in_care", True), ("help_and_protection", False)):
        main(["show", str(tmp_path / "a.txt"), "-j", key, "-o", str(tmp_path / "c.html")])
        assert (kept in capsys.readouterr().err) is told


def test_a_picture_of_a_page_is_shown_with_its_doubts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("PIL")
    picture = ofsted.parse(EXAMPLES / "ilacs-2024.pdf").judgements["care_leavers"].show()
    said = "was read as 'care_leavers' (see page 1)"
    assert said in (picture.doubts or "")
    assert said in html.unescape(picture._repr_html_())
    arguments = ["-j", "care_leavers", "-o", str(tmp_path / "page.png")]
    assert main(["show", str(EXAMPLES / "ilacs-2024.pdf"), *arguments]) == 0
    assert said in capsys.readouterr().err


def test_a_summary_says_its_doubts_as_a_frame_and_in_the_shell(
    lacking: ofsted.Corpus, doubtful: ofsted.Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.warns(UserWarning, match="could not be put to an authority"):
        frame: Any = lacking.summary().to_frame()
    assert frame.attrs["unmatched"] == [CUT]
    assert f"⚠ May be out of date, see {CUT}" in html.unescape(frame[["authority", "overall"]]._repr_html_())
    frame = doubtful.summary(as_of="2024-01-01").to_frame()
    assert IN_WORDS in html.unescape(frame._repr_html_())
    assert "1 row of the whole frame with 'doubts'" in html.unescape(frame[["authority", "overall"]]._repr_html_())
    monkeypatch.setattr(ofsted, "read", lambda *paths, **options: doubtful)
    assert main(["summary", "reports", "--as-of", "2024-01-01"]) == 0
    assert f"! in care: {IN_WORDS}" in " ".join(capsys.readouterr().out.split())


def test_a_search_names_reports_without_a_hit_whose_text_may_not_be_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """That nothing was found in them says little."""
    end = "The publisher's note that ends such a report was not found, the text may be cut off"
    cut = printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good").to_dict()
    whole = printed_ilacs("Suffolk", "8 May 2023 to 19 May 2023", "Good").to_dict()
    cut["source"]["path"], cut["source"]["sha256"] = "cut.txt", "1" * 64
    whole["source"]["path"], whole["issues"] = "whole.txt", [issue("Odd.", "sections", "note_mark")]
    read = corpus(_restore(cut, ""), _restore(whole, ""))
    assert "not_whole" not in read.search("made up").attrs
    for pattern in ("no such words", "Suffolk only"):
        none: Any = read.search(pattern)
        assert none.attrs["not_whole"][0].startswith(f"cut.txt, Norfolk ({end}")
        assert len(none.attrs["not_whole"]) == 1
        assert f"⚠ Nothing was found in these, whose text may not be whole: cut.txt, Norfolk ({end}" in html.unescape(
            none._repr_html_()
        )
    assert "not_whole" not in read.search("no such words", authority="Suffolk").attrs
    assert "whose text may not be whole: cut.txt, Norfolk" in Answers(read).search_paragraphs("no such words")
    monkeypatch.setattr(ofsted, "read", lambda *paths, **options: read)
    for more in ([], ["-o", str(tmp_path / "hits.csv")]):
        main(["search", "no such words", "reports", *more])
        err = capsys.readouterr().err
        assert f"1 report in which nothing was found, and whose text may not be whole: cut.txt, Norfolk ({end}" in err


def test_a_report_of_which_no_judgement_was_read_says_so_in_its_frame() -> None:
    none: Any = invented("ilacs", "Norfolk", "2023-05-08", "2023-05-19", issues=[issue(NO_TABLE, page=2)]).to_frame()
    assert none.empty
    assert "⚠ The judgement table is missing or incomplete (see page 2)" in html.unescape(none._repr_html_())


def test_a_checked_quotation_and_a_check_of_the_table_say_it(lacking: ofsted.Corpus) -> None:
    report = printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good")
    article = ofsted.parse_text(
        "Norfolk County Council news\n\nPublished 4 July 2023\n\nOfsted has inspected us.\n\n"
        'Ofsted\'s report says: "The quality of invention."\n'
    )
    checks = [one for one in ofsted.check_quotes(article, report) if one.doubts]
    assert checks
    assert all(", in doubt: " in repr(one) for one in checks)
    assert lacking.check_official().attrs["left_out"] == [CUT]


def test_json_for_a_program_comes_with_what_no_issue_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, days in (
        ("late", "3 October 2022 to 14 October 2022"),
        ("early", "16 September 2019 to 27 September 2019"),
    ):
        report = printed_ilacs("Northamptonshire", days, "Good")
        (tmp_path / f"{name}.txt").write_text(report.text, encoding="utf-8")
    assert main(["parse", "--json", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert "late.txt: Northamptonshire ended on 31 March 2021, before this" in err
    assert "early.txt" not in err


@pytest.mark.parametrize("field", ["progress", "statement_of_action"])
def test_what_a_report_has_once_knows_its_doubts(field: str) -> None:
    place = {"page": 2, "span": [0, 4]}
    once = {
        "progress": {"outcome": "mixed", "made_in": 1, "of": 2, "printed": "Some.", **place},
        "statement_of_action": {
            "state": "required",
            "responsible": None,
            "issued": None,
            "declared_fit": None,
            **place,
        },
    }
    tree = ofsted.parse(EXAMPLES / "area-send-2019.txt").to_dict() | {field: once[field], "issues": []}
    part = getattr(_restore(tree, "Text"), field)
    assert (part.doubts, "in doubt" in repr(part)) == (None, False)
    part = getattr(_restore(tree | {"issues": [issue("Two numbers.", field)]}, "Text"), field)
    assert (part.doubts, part.show().doubts) == ("Two numbers", "Two numbers")
    assert repr(part).endswith(", page 2, in doubt>")


def test_a_timeline_says_what_it_cannot_draw_and_marks_doubtful_visits() -> None:
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    unread = issue("No grade could be read beside 'in care'.", code="unreadable", page=2)
    tree = ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggggg", issues=[unread]).to_dict()
    tree["judgements"][2] |= {"grade": None, "printed": None}
    old = ilacs("Norfolk", "2019-02-04", "2019-02-15", "rrrrr")
    odd = issue("A day may be wrong.", "inspection_periods", "weekend")
    visit = invented("focused-visit", "Norfolk", "2021-03-06", "2021-03-07", issues=[odd])
    undated = invented("focused-visit", "Norfolk", None, None)
    axes = corpus(old, _restore(tree, ""), visit, undated).plot.timeline("Norfolk")
    below = " ".join(axes.figure.get_supxlabel().split())
    assert "* to check" in below
    assert below.endswith(
        "Not drawn, as no grade or no day was read: ILACS 2023-05-19, children in care; Focused visit (no day)"
    )
    assert [text.get_text() for text in axes.texts].count("*") == 1
    axes = corpus(old, _restore(tree, "")).plot.timeline("Norfolk", "leadership")
    assert "Not drawn" not in axes.figure.get_supxlabel()
    axes = corpus(old, invented("focused-visit", "Norfolk", "2021-03-08", "2021-03-09")).plot.timeline("Norfolk")
    assert "*" not in [text.get_text() for text in axes.texts]
    matplotlib.pyplot.close("all")


def test_a_frame_that_was_joined_to_another_shows_its_doubts(doubtful: ofsted.Corpus) -> None:
    judgements = doubtful.judgements()
    rates = pd.DataFrame({"report": judgements["report"].unique(), "rate": 1})
    joined: Any = judgements.merge(rates, on="report")
    page = html.unescape(joined._repr_html_())
    assert IN_WORDS in page
    assert "Rate" in page
    for number in range(20):  # more columns than are shown beside its own
        rates[f"rate {number}"] = number
    joined = judgements.merge(rates, on="report")
    rows = int(judgements["doubts"].notna().sum())
    said = f"⚠ {rows} rows with 'doubts' among those that are not shown"
    with pd.option_context("display.max_columns", 20):  # as in a notebook
        page = html.unescape(joined._repr_html_())
    assert IN_WORDS not in page
    assert said in page
    few: Any = joined[["authority", "grade", "doubts", "rate"]]
    assert said not in html.unescape(few._repr_html_() or "")
    twice: Any = pd.concat([joined, joined], axis=1)
    assert "<th" in twice._repr_html_()


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_that_is_read_alone_says_what_is_doubtful_about_all_of_it(
    lacking: ofsted.Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = f"May be out of date, see {CUT}"
    with pytest.warns(UserWarning, match="could not be put to an authority"):
        made = lacking.summary()
    assert {row["Doubts about the whole table"] for row in csv_rows(Path(made.to_csv(tmp_path / "a.csv")))} == {said}
    monkeypatch.setattr(ofsted, "read", lambda *paths, **options: lacking)
    assert main(["summary", "reports", "--csv", "-"]) == 1
    assert {row["table_doubts"] for row in csv.DictReader(capsys.readouterr().out.splitlines())} == {said}
    for command in (["compare", "reports"], ["history", "Suffolk", "reports"]):
        written = tmp_path / "b.csv"
        assert main([*command, "-o", str(written)]) == 1
        assert {row["table_doubts"] for row in csv_rows(written)} == {said}
    whole = corpus(lacking[0])
    assert {row["Doubts about the whole table"] for row in csv_rows(Path(whole.summary().to_csv(written)))} == {""}


def test_an_authority_on_which_only_a_doubtful_source_is_there_is_named(tmp_path: Path) -> None:
    minutes = ofsted.parse_text(MINUTES)  # on Norfolk
    read = corpus(printed_ilacs("Suffolk", "8 May 2023 to 19 May 2023", "Good"), minutes)
    said = f"{minutes.id}, Norfolk (Nothing shows that this is Ofsted's own report"
    warned = "1 report taken for second-hand and without a row here: "
    with pytest.warns(UserWarning, match=warned):
        made = read.summary()
    frames = [made.to_frame(), read.check_official()]
    for ask, names in (
        (read.latest, ()),
        (read.compare, ()),
        (read.history, ("Norfolk",)),
        (read.events, ("Norfolk",)),
    ):
        with pytest.warns(UserWarning, match=warned):
            frames.append(ask(*names))
    for frame in frames:
        (line,) = frame.attrs["left_out"]
        assert line.startswith(said)
    assert said in html.unescape(made._repr_html_())
    assert said in html.unescape(Path(made.to_html(tmp_path / "a.html")).read_text(encoding="utf-8"))
    (row,) = csv_rows(Path(made.to_csv(tmp_path / "a.csv")))
    assert row["Doubts about the whole table"].startswith(f"Has no row of {said}")
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(made.to_excel(tmp_path / "a.xlsx"))
    assert any(str(row[0].value).startswith(said) for row in book["To note"])
    # where it is beside what Ofsted printed, and where Norfolk has rows of it, nothing is missing
    assert "left_out" not in read.compare(["Norfolk", "Suffolk"]).attrs
    assert "left_out" not in read.history("Suffolk").attrs
    assert "is second-hand" not in str(read.chunks().attrs)


def test_a_file_that_could_not_be_read_is_said_where_no_authority_is_of_the_register() -> None:
    made_up = invented("ilacs", "~Thornmere", "2023-05-08", "2023-05-19", {"overall_effectiveness": "g"})
    read = ofsted.Corpus([made_up], errors=[("cut.pdf", "DamagedFileError", "the PDF is damaged")])
    for compare in (read.latest, read.compare, read.shares):
        with pytest.warns(UserWarning, match=r"cut\.pdf \(the file could not be read\)"):
            assert compare().attrs["unmatched"] == [CUT]


def test_what_could_not_be_read_from_standard_input_is_noted_in_the_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"%PDF-1.7 cut")))
    written = tmp_path / "a.xlsx"
    assert main(["judgements", str(EXAMPLES / "ilacs-2024.pdf"), "-", "-o", str(written)]) == 1
    notes = [row[0].value for row in openpyxl.load_workbook(written)["To note"]]
    assert "<standard input> (the file could not be read)" in notes


def unread(theme: str) -> dict[str, Any]:
    return issue(f"No grade is beside {theme!r}.", code="unreadable")


def test_a_grade_that_could_not_be_read_is_not_passed_over() -> None:
    """Neither as the first inspection, nor between two, nor as the last one."""
    overall = "overall effectiveness"
    first = invented(
        "sif", "Suffolk", "2014-03-03", "2014-03-21", {"leadership": "g"}, "2014-05-06", issues=[unread(overall)]
    )
    second = ilacs("Suffolk", "2019-03-04", "2019-03-15", "ggggg")
    lac: dict[str, Any] = {"overall_effectiveness": None, "leadership": "g"}
    found = corpus(
        *(first, second),
        invented("slac", "Norfolk", "2010-03-01", "2010-03-12", {"looked_after_overall_effectiveness": "g"}),
        invented("lac", "Norfolk", "2013-04-08", "2013-04-19", lac, path="lac.pdf", issues=[unread(overall)]),
        sif("Norfolk", "2015-03-02", "2015-03-20", "rrrr"),
        ilacs("Norfolk", "2019-03-04", "2019-03-15", "gggg", keys=FIVE[:4], path="new.pdf", issues=[unread(overall)]),
    )
    changed = found.changes(["overall", "care"])
    assert changed.attrs["left_out"] == [f"{first.path}, Suffolk (overall, care: could not be read)"]
    care = changed[changed["theme"] == "care"].iloc[0]
    assert "LAC of 2013-04-19 in between: could not be read" in care["notes"]
    assert "LAC of 2013-04-19: No grade is beside 'overall effectiveness'" in care["doubts"]
    counted: Any = found.transitions()
    assert not counted.to_numpy().any()
    assert counted.attrs["left_out"] == [
        f"{first.path}, Suffolk (overall: could not be read)",
        "new.pdf, Norfolk (overall: could not be read)",
    ]
    assert "new.pdf, Norfolk (overall: could not be read)" in (counted._repr_html_() or "")
    past: Any = found.history("Norfolk")
    assert past.attrs["unread"][-1] == "ILACS of 2019-03-15: overall"
    assert "⚠ Judgements that could not be read, and have no row here: " in html.unescape(past._repr_html_())
    assert "unread" not in corpus(second).history("Suffolk").attrs


def test_the_overall_grade_before_is_in_doubt_where_that_of_a_later_inspection_could_not_be_read() -> None:
    found = corpus(
        sif("Norfolk", "2014-03-03", "2014-03-21", "rrrr"),
        invented("sif", "Norfolk", "2017-03-06", "2017-03-24", {"leadership": "g"}, issues=[unread("overall")]),
        ilacs("Norfolk", "2022-03-07", "2022-03-18", "ggggg"),
        invented("ilacs", "Suffolk", "2022-03-07", "2022-03-18", {"in_care": "g"}, issues=[unread("overall")]),
    )
    rows = {row["authority"]: row for row in found.summary(as_of="2023-01-01")}
    assert rows["Norfolk"]["previous_date"] == "2014-03-21"
    said = "previous overall: could not be read in the SIF of 2017-03-24, which came after it"
    assert said in rows["Norfolk"]["doubts"]
    near = found.neighbours("Norfolk", as_of="2023-01-01")["authority"]
    if "Suffolk" in set(near):
        assert "Suffolk: could not be read" in rows["Norfolk"]["neighbours_grades"]


def test_an_inspection_says_that_another_report_of_it_has_what_it_lacks() -> None:
    days = ("Norfolk", "2023-05-08", "2023-05-19")
    found = corpus(
        ilacs(*days, "ggggi", path="a.pdf", published="2023-07-01"),
        ilacs(*days, "gggg", keys=FIVE[:4], path="b.pdf", published="2023-07-02"),
    )
    with pytest.warns(UserWarning, match="differ in their grades"):
        (row,) = found.inspections().to_dict("records")
    assert row["path"] == "b.pdf"
    assert "a.pdf, on the same inspection, has judgements that b.pdf lacks" in row["doubts"]


def test_lists_of_all_inspections_name_what_they_leave_out() -> None:
    own, minutes = printed_ilacs("Norfolk", "4 March 2019 to 15 March 2019", "Good"), ofsted.parse_text(MINUTES)
    found = corpus(own, minutes)
    said = f"{minutes.id}, Norfolk (Nothing shows that this is Ofsted's own report"
    assert found.inspections().attrs["left_out"][0].startswith(said)
    assert "left_out" not in found.inspections("jtai").attrs
    with pytest.warns(UserWarning, match="taken for second-hand and without a row here"):
        assert found.changes().attrs["left_out"][0].startswith(said)


def test_a_document_of_unknown_kind_may_be_what_is_missing() -> None:
    strange = invented("unknown", "Norfolk", "2023-05-08", "2023-05-19", path="strange.pdf")
    found = corpus(printed_ilacs("Norfolk", "4 March 2019 to 15 March 2019", "Good"), strange)
    assert found.check_official().attrs["left_out"][0].startswith("strange.pdf (the kind of document is not known")
    with pytest.warns(UserWarning, match=r"may be among those asked for: strange\.pdf"):
        assert len(found.filter("ilacs")) == 1


def test_pictures_say_which_grades_they_cannot_show() -> None:
    pytest.importorskip("matplotlib").use("agg")
    found = corpus(
        ilacs("Norfolk", "2019-03-04", "2019-03-15", "ggggg"),
        ilacs("Suffolk", "2022-03-07", "2022-03-18", "ggggg"),
        invented("ilacs", "Norfolk", "2022-03-07", "2022-03-18", issues=[issue(NO_TABLE, code="missing")]),
    )
    drawn = found.plot.shares("year", as_of="2023-03-31")
    below = " ".join(drawn.figure.get_supxlabel().split())
    assert "Not drawn: 2 grades that could not be read, see the column doubts of shares()" in below
    drawn = found.plot.timeline("Norfolk", "overall")
    assert "Not drawn, as no grade or no day was read: ILACS 2022-03-18, all of it" in drawn.figure.get_supxlabel()
    for drawn in (found.plot.timeline("Norfolk"), corpus(found[1]).plot.shares("year", as_of="2023-03-31")):
        assert "Not drawn" not in drawn.figure.get_supxlabel()


def test_a_report_whose_judgements_could_not_be_read_is_not_said_to_print_none() -> None:
    days = ("Norfolk", "2023-05-08", "2023-05-19")
    unread = invented("ilacs", *days, issues=[issue(NO_TABLE, code="missing")])
    visit = invented("focused-visit", *days)
    none = "No judgements are printed in this document."
    for view in (lambda one: full(Path("a"), one), lambda one: one.to_markdown(), lambda one: one._repr_html_()):
        assert none in view(visit)
        assert none not in view(unread)
        assert "No judgements were read from this document, which may print some" in " ".join(view(unread).split())
    assert "ILACS inspection (itself): no grade was read" in Answers(corpus(unread)).history("Norfolk")
    assert "Focused visit (itself): gives no grade" in Answers(corpus(visit)).history("Norfolk")


def test_a_corpus_counts_what_is_taken_for_second_hand(tmp_path: Path) -> None:
    found = corpus(printed_ilacs("Suffolk", "8 May 2023 to 19 May 2023", "Good"), ofsted.parse_text(MINUTES))
    assert "1 report taken for second-hand, as nothing shows that they are Ofsted's own" in html.unescape(
        found._repr_html_()
    )
    openpyxl = pytest.importorskip("openpyxl")
    rows = openpyxl.load_workbook(found.to_excel(tmp_path / "a.xlsx"))["About"].iter_rows(values_only=True)
    counts = {row[0]: row[1] for row in rows}
    assert counts["Reports that nothing shows to be Ofsted's own: second-hand"] == 1
    with pytest.warns(UserWarning, match="taken for second-hand and without a row here"):
        assert len(found.shares(as_of="2024-01-01", over="corpus").attrs["left_out"]) == 1
    assert "left_out" not in found.shares(as_of="2024-01-01").attrs


def test_a_report_in_which_nothing_was_found_says_that_its_text_may_not_be_whole() -> None:
    report = printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good")  # without the publisher's note at its end
    none = report.search("no such words")
    assert none == []
    assert "The publisher's note that ends such a report was not found" in (none.not_whole or "")
    assert "publisher's note" in repr(none)
    assert "⚠ The publisher's note that ends such a report" in html.unescape(none._repr_html_())
    assert report.search("made up").not_whole is None
    whole = _restore(report.to_dict() | {"issues": []}, report.text).search("no such words")
    assert (whole.not_whole, repr(whole)) == (None, "[]")
    assert "⚠" not in whole._repr_html_()


def test_the_workbook_of_a_frame_has_what_is_doubtful_about_all_of_it(lacking: ofsted.Corpus, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    with pytest.warns(UserWarning, match="could not be put to an authority"):
        compared = lacking.compare()
    for name, frame in {"compared": compared, "judgements": lacking.judgements()}.items():
        written = tmp_path / f"{name}.xlsx"
        frame.to_excel(written, index=False)
        book = openpyxl.load_workbook(written)
        assert book.sheetnames == ["Sheet1", "To note"]
        assert CUT in [row[0].value for row in book["To note"]]
        assert next(book["Sheet1"].iter_rows(values_only=True)) == tuple(frame.columns)
    corpus(lacking[0]).compare().to_excel(written)
    assert openpyxl.load_workbook(written).sheetnames == ["Sheet1"]


def test_a_workbook_of_several_frames_says_of_which_sheet_a_doubt_is(lacking: ofsted.Corpus, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    written = tmp_path / "several.xlsx"
    with pd.ExcelWriter(written, engine="openpyxl") as writer:
        lacking.judgements().to_excel(writer, sheet_name="grades")
        corpus(lacking[0]).judgements().to_excel(writer, sheet_name="whole")
        lacking.search("invention").to_excel(writer, sheet_name="found")
    book = openpyxl.load_workbook(written)
    assert set(book.sheetnames) == {"grades", "whole", "found", "To note"}
    notes = [row[0].value for row in book["To note"]]
    assert [line for line in notes if line.startswith("Of the sheet")] == [
        "Of the sheet grades:",
        "Of the sheet found:",
    ]
    assert notes.count(CUT) == 2


@pytest.mark.filterwarnings("ignore:The behavior of DataFrame concatenation:FutureWarning")  # pandas 2.1
def test_frames_that_are_joined_keep_what_is_doubtful_about_all_of_them(lacking: ofsted.Corpus) -> None:
    judgements, advice = lacking.judgements(), lacking.recommendations()
    both: list[str] = [CUT, LACKING["judgements"], LACKING["recommendations"]]
    titles = lacking.reports()[["report", "title"]]
    joined: dict[str, Any] = {
        "merge": judgements.merge(advice[["report", "text"]], on="report"),
        "concat": pd.concat([judgements, advice]),
        "beside": pd.concat([judgements, advice], axis=1),
    }
    for name, frame in joined.items():
        assert sorted(frame.attrs["left_out"]) == sorted(both), name
        assert CUT in html.unescape(frame._repr_html_()), name
    for frame in (judgements.merge(titles), judgements.set_index("report").join(titles.set_index("report"))):
        assert set(judgements.attrs["left_out"]) <= set(frame.attrs["left_out"])
    hits: Any = pd.concat([lacking.search("invention"), lacking.search("text")])
    assert CUT in hits.attrs["left_out"]
    assert 'class="ofsted' in hits._repr_html_()  # shown as each of them is
    assert pd.concat([judgements, judgements]).attrs == judgements.attrs


def test_the_shell_says_which_judgements_an_inspection_lacks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    half = ilacs("Norfolk", "2019-03-04", "2019-03-15", "gggg", keys=FIVE[:4], issues=[unread("overall effectiveness")])
    monkeypatch.setattr(ofsted, "read", lambda *paths, **options: corpus(half))
    assert main(["history", "Norfolk", "reports"]) == 0
    assert "could not be read, and have no row here: ILACS of 2019-03-15: overall" in capsys.readouterr().err


def test_a_quotation_that_a_report_lacks_is_in_doubt_where_its_text_may_not_be_whole() -> None:
    article = ofsted.parse_text('News\n\nOfsted\'s report says: "Nobody has written such words in it."\n')
    report = printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good")  # without the publisher's note at its end
    (check,) = ofsted.check_quotes(article, report)
    assert check.status == "absent"
    assert "publisher's note that ends such a report was not found" in (check.doubts or "")
    assert ", in doubt: " in repr(check)
    (check,) = ofsted.check_quotes(article, _restore(report.to_dict() | {"issues": []}, report.text))
    assert (check.status, check.doubts) == ("absent", None)
