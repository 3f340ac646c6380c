"""Ofsted's own table as a corpus, beside reports, and held against them."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.model.data_files import read_data
from ofsted.official.table import kept
from tests.conftest import EXAMPLES
from tests.corpus.score import shared_folder
from tests.invented import corpus, ilacs, invented, sif

pandas = pytest.importorskip("pandas")
FOLDER = shared_folder()
WHERE = ["inspection_type", "release", "sheet", "row"]


def one_of(framework: str, number: int = 0, **more: Any) -> Any:
    """An inspection of the table of this kind, with these attributes."""
    every = [one for one in kept() if one.framework == framework]
    return [one for one in every if all(getattr(one, name) == value for name, value in more.items())][number]


def report_of(one: Any, **changed: str) -> ofsted.Report:
    """A report on an inspection of the table, its grades as there but for those that are changed."""
    start = one.start.isoformat()
    return invented(one.framework, one.la_code, start, start, {**one.judged, **changed})


# ---- without a file ----


def test_every_row_says_where_it_comes_from() -> None:
    rows = ofsted.outcomes().judgements()
    assert len(rows) > 2000
    assert rows[["release", "sheet", "row", "published", "grade", "theme", "la_code"]].notna().all(axis=None)
    assert set(rows["framework"]) == {"ilacs", "sif", "slac", "lac", "child-protection"}
    assert rows["release"].str.contains("2023|2024|2025").all()


def test_columns_and_dtypes_are_those_of_reports_and_where_a_row_comes_from() -> None:
    ours, theirs = ofsted.outcomes().judgements(), ofsted.read(EXAMPLES / "ilacs-2024.pdf").judgements()
    assert [*theirs.columns, *WHERE] == list(ours.columns)
    kinds = {name: str(ours[name].dtype) for name in theirs.columns}
    assert kinds == {name: str(theirs[name].dtype) for name in theirs.columns}


def test_visits_are_there_with_their_themes() -> None:
    rows = ofsted.outcomes().reports()
    visits = rows[rows["framework"].isin(["focused-visit", "monitoring-visit"])]
    assert visits["theme"].notna().mean() > 0.95
    assert (visits["judgements"] == 0).all()
    assert set(rows[rows["framework"] == "ilacs"]["inspection_type"]) == {"standard", "short"}


@pytest.mark.parametrize(
    ("day", "figure"), [("2024-03-31", 60), ("2022-03-31", 53), ("2019-08-31", 49), ("2017-10-31", 36)]
)
def test_shares_are_those_that_ofsted_published(day: str, figure: int) -> None:
    rows = ofsted.outcomes().shares(as_of=day)
    assert rows.loc[rows["grade"] >= "good", "share_of_judged"].sum() * 100 == pytest.approx(figure, abs=1.01)


def test_a_judgement_counts_from_its_publication_or_from_the_inspection() -> None:
    one = one_of("ilacs", type="standard")
    country = ofsted.outcomes().filter(authority=one.la_code)
    day = one.start.isoformat()
    assert one.start not in set(country.latest(day, published="published")["start"].dt.date)
    for as_ofsted in (
        country.compare(one.la_code, as_of=day),
        country.compare(one.la_code, as_of=day, published="inspected"),
    ):
        assert set(as_ofsted["dated"].dt.date) == {one.start}
    with pytest.raises(ValueError, match="'inspected'"):
        country.latest(published="later")  # type: ignore[arg-type]


def test_before_ilacs_the_inspection_is_about_seven_weeks_before_publication() -> None:
    one = one_of("sif")
    day = (one.published - pandas.Timedelta(weeks=7)).isoformat()
    row = ofsted.outcomes().compare(one.la_code, as_of=day).iloc[0]
    assert (row["dated_by"], row["dated"].date().isoformat()) == ("about", day)


def test_a_reinspection_of_one_service_leaves_the_other_as_it_was() -> None:
    one = one_of("slac", type="re-inspection of safeguarding")
    row = ofsted.outcomes().compare(one.la_code, ["help_and_protection", "care"], as_of=one.published).iloc[0]
    assert row["help_and_protection"] == one.grades["safeguarding_overall_effectiveness"]
    assert pandas.notna(row["care"])


def test_a_grade_of_an_authority_that_ended_is_its_own() -> None:
    rows = ofsted.outcomes().history("Dorset")
    assert set(rows.loc[rows["framework"] == "sif", "la_code"]) == {"835"}
    assert set(rows.loc[rows["framework"] == "sif", "lineage"]) == {"predecessor"}


def test_adequate_is_what_it_was_and_care_leavers_stand_where_they_were_judged() -> None:
    rows = ofsted.outcomes().judgements()
    old = rows[rows["framework"].isin(["slac", "lac", "child-protection"])]
    assert "adequate" in set(old["grade"])
    assert "requires_improvement" not in set(old["grade"])
    keys = rows[rows["framework"] == "ilacs"].groupby("report")["key"].agg(set)
    assert all(("in_care_and_care_leavers" in here) != ("care_leavers" in here) for here in keys)


def test_it_compares_as_any_corpus_does() -> None:
    country = ofsted.outcomes()
    assert country
    assert len(country) == 0
    assert "846" not in repr(country[:0])
    assert len(country.changes("overall")) > 200
    assert country.transitions().to_numpy().sum() > 200
    assert len(country.regions(as_of="2024-03-31")) == 9
    assert len(country.neighbours("Norfolk", as_of="2025-03-31")) == 11
    assert len(country.summary("ilacs", as_of="2025-03-31")) == 153
    assert len(country.inspections("ilacs")) == len([one for one in kept() if one.framework == "ilacs"])
    narrower = country.filter(framework="sif", authority="Norfolk").reports()
    assert set(zip(narrower["framework"], narrower["la_code"], strict=True)) == {("sif", "926")}
    assert len(country.filter(where=lambda report: True).reports()) == 0


def test_what_only_a_report_counts_is_missing_not_none() -> None:
    country = ofsted.outcomes()
    counts = country.reports()[["inspectors", "paragraphs", "recommendations", "findings"]]
    assert counts.isna().all(axis=None)
    assert country.events("Leeds")["recommendations"].isna().all()


def test_what_it_covers_begins_with_the_first_day_that_is_known() -> None:
    covered = {framework: (first, last) for framework, _, _, first, last in ofsted.outcomes().coverage()}
    assert covered["focused-visit"] == (2022, 2025)  # those of 2022 to 2024 have a first day and no day of publication
    assert covered["sif"] == (2014, 2018)


def test_the_table_is_small() -> None:
    assert len(read_data("data/outcomes.csv")) < 300_000


def test_files_for_others_hold_it(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    country = ofsted.outcomes().filter(authority="Rutland")
    assert country.to_excel(tmp_path / "rutland.xlsx")
    assert country.to_csv(tmp_path)
    assert "LA_level_in_year_2022-23" in (tmp_path / "reports.csv").read_text(encoding="utf-8-sig")


# ---- beside reports ----


def test_what_a_corpus_lacks_is_added_and_marked() -> None:
    one = one_of("ilacs")
    report = report_of(one, overall_effectiveness="inadequate")
    whole = corpus(report).with_outcomes()
    rows = whole.judgements()
    assert len(whole) == 1
    assert set(rows.loc[rows["report"] == report.id, "release"].isna()) == {True}
    same = rows[(rows["la_code"] == one.la_code) & (rows["start"] == pandas.Timestamp(one.start))]
    assert set(same["report"]) == {report.id}  # its grades are its own
    assert len(whole.reports()) == len(kept())
    assert rows.loc[rows["report"] != report.id, "release"].notna().all()


def test_what_a_corpus_lacks_is_the_same_when_rows_of_the_table_are_there() -> None:
    whole = corpus(report_of(one_of("ilacs"))).with_outcomes()
    assert whole.with_outcomes().table("judgements").values == whole.table("judgements").values
    country = ofsted.outcomes()
    assert repr(country.with_outcomes()) == repr(country)
    assert len(country.filter(authority="Leeds").with_outcomes().reports()) == len(kept())


def test_days_that_a_report_does_not_print_come_from_the_table_and_are_marked() -> None:
    one = one_of("ilacs", type="short")
    row = corpus(report_of(one)).reports().iloc[0]
    assert (row["published"].date(), row["published_from"]) == (one.published, "official")
    assert row["inspection_type"] == "short"
    assert corpus(report_of(one)).compare(as_of=one.published)["dated_by"].tolist() == ["published"]
    assert not len(corpus(report_of(one)).compare(as_of=one.published - pandas.Timedelta(days=1)))


def test_what_a_report_prints_stands() -> None:
    one = one_of("sif")
    start = (one.published - pandas.Timedelta(weeks=8)).isoformat()
    end = (one.published - pandas.Timedelta(weeks=5)).isoformat()
    printed = sif(one.la_code, start, end, "gggg", published=end)
    row = corpus(printed).reports().iloc[0]
    assert (row["published"].date().isoformat(), row["published_from"]) == (end, "printed")
    silent = corpus(sif(one.la_code, start, end, "gggg")).reports().iloc[0]
    assert (silent["published"].date(), silent["published_from"]) == (one.published, "official")


def test_an_inspection_that_the_table_lacks_gets_no_day() -> None:
    one = one_of("ilacs")
    near = (one.start + pandas.Timedelta(days=1)).isoformat()
    row = corpus(ilacs(one.la_code, near, near, "gggg")).reports().iloc[0]
    assert pandas.isna(row["published"])
    assert pandas.isna(row["published_from"])


def test_each_inspection_is_held_against_the_table() -> None:
    first, second = one_of("ilacs"), one_of("ilacs", 1)
    changed = "good" if first.judged["help_and_protection"] != "good" else "inadequate"
    later = ilacs("Barnsley", "2031-05-12", "2031-05-23", "ggggg")
    check = corpus(report_of(first, help_and_protection=changed), report_of(second), later).check_official()
    (row,) = check[check["status"] == "differs"].to_dict("records")
    assert (row["what"], row["key"], row["read"], row["page"]) == ("grade", "help_and_protection", changed, 1)
    assert (row["official"], row["row"]) == (first.judged["help_and_protection"], first.place.row)
    assert set(check.loc[check["la_code"] == second.la_code, "status"]) >= {"same"}
    (missing,) = check[check["status"] == "not in the table"].to_dict("records")
    assert missing["report"] == later.id
    assert (check["status"] == "no report").sum() == len(kept()) - 2


def test_two_reports_of_one_inspection_are_both_compared() -> None:
    one = one_of("ilacs")
    other = "good" if one.judged["overall_effectiveness"] != "good" else "inadequate"
    check = corpus(report_of(one), report_of(one, overall_effectiveness=other)).check_official()
    assert (check["status"] == "differs").sum() == 1
    assert (check["status"] == "not in the table").sum() == 0


@pytest.mark.skipif(FOLDER is None, reason="no folder of real reports (OFSTED_SHARED, or ../shared)")
def test_no_grade_of_a_real_report_differs_from_the_table() -> None:
    assert FOLDER is not None
    check = ofsted.read(FOLDER / "corpus" / "pdf", workers=1, progress=False).check_official()
    grades = check[check["what"] == "grade"]
    assert len(grades) > 1400
    assert set(grades["status"]) == {"same"}


def test_a_corpus_with_it_pickles_and_one_of_a_former_version_is_read() -> None:
    whole = corpus(report_of(one_of("ilacs"))).with_outcomes()
    again = pickle.loads(pickle.dumps(whole))
    assert repr(again) == repr(whole)
    former = ofsted.Corpus.__new__(ofsted.Corpus)
    former.__setstate__((None, {name: getattr(whole, name) for name in ofsted.Corpus.__slots__ if name != "_official"}))
    assert len(former.filter("ilacs")) == 1


def test_a_day_after_the_table_ends_is_warned_of_and_what_is_made_of_it_says_so(tmp_path: Path) -> None:
    country = ofsted.outcomes()
    with pytest.warns(UserWarning, match="Ofsted's own table ends with what was published by .* 2025") as told:
        frame: Any = country.compare("Leeds")
    assert "2025" in frame.attrs["ends"]
    assert "⚠ Ofsted&#x27;s own table ends" in frame._repr_html_()
    assert told[0].filename == __file__
    with pytest.warns(UserWarning, match="table ends"):
        summary = country.summary("ilacs")
    assert "Ofsted&#x27;s own table ends" in Path(summary.to_html(tmp_path / "page.html")).read_text(encoding="utf-8")
    book = pytest.importorskip("openpyxl").load_workbook(summary.to_excel(tmp_path / "book.xlsx"))
    assert "table ends" in book["To note"]["A1"].value
    pytest.importorskip("matplotlib").use("Agg")
    with pytest.warns(UserWarning, match="table ends"):
        ax = country.plot.map()
    assert "table ends" in ax.figure.get_supxlabel()
    newer = ilacs("Barnsley", "2026-02-02", "2026-02-13", "ggggg")
    assert "ends" not in corpus(newer).with_outcomes().compare("Leeds", as_of="2026-02-13").attrs


NEWER = "Ofsted's own table has a newer inspection"


def test_a_newer_inspection_in_ofsteds_own_table_is_a_doubt_wherever_a_grade_is_shown() -> None:
    reports = corpus(sif("Birmingham", "2016-09-12", "2016-10-06", "iiri"))
    for frame in (reports.compare("Birmingham"), reports.latest(), reports.history("Birmingham").tail(1)):
        assert frame.doubts.str.contains(NEWER).all(), frame
    assert [row["doubts"] for row in reports.summary("sif")] == [f"{NEWER}, of 20 February 2023, which is not here"]
    assert reports.regions().doubtful.sum() == 1


def test_no_newer_inspection_is_named_that_is_here_or_was_not_out_or_is_of_another_kind() -> None:
    reports = corpus(sif("Birmingham", "2016-09-12", "2016-10-06", "iiri"))
    assert not reports.compare("Birmingham", as_of="2018-01-01").doubts.str.contains(NEWER, na=False).any()
    assert not reports.with_outcomes().compare(as_of="2024-06-01").doubts.str.contains(NEWER, na=False).any()
    assert not ofsted.outcomes().compare(as_of="2024-06-01").doubts.str.contains(NEWER, na=False).any()
    newest = corpus(ilacs("Birmingham", "2023-02-20", "2023-03-03", "rrrrg"))
    assert not newest.compare("Birmingham").doubts.str.contains(NEWER, na=False).any()
