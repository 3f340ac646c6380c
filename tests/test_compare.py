"""Comparing authorities: what stood on a day, and everything that is made from that."""

from __future__ import annotations

import html
import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import ofsted
from ofsted.comparing import in_force
from ofsted.report import _restore
from tests.invented import SINCE_2026, corpus, ilacs, invented, printed_ilacs, sif

pytestmark = pytest.mark.usefixtures("table_ends_before")

NORFOLK = [
    sif("Norfolk", "2014-01-06", "2014-01-30", "iiri", published="2014-03-10"),
    ilacs("Norfolk", "2019-02-04", "2019-02-15", "grrr"),
    ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggogg"),
]


def overall(frame: pd.DataFrame, authority: str = "Norfolk") -> str | None:
    found = frame[(frame["authority"] == authority) & (frame["theme"] == "overall")]["grade"]
    assert len(found) <= 1
    return str(found.iloc[0]) if len(found) else None


# ---- latest ----


@pytest.mark.parametrize(
    ("day", "grade"),
    [
        ("2014-03-09", None),  # inspected, not yet published
        ("2014-03-10", "inadequate"),
        ("2019-02-14", "inadequate"),
        ("2019-02-15", "requires_improvement"),  # nothing says when it was published: the last day counts
        ("2023-05-19", "good"),
        ("2026-01-01", "good"),
    ],
)
def test_what_stood_on_a_day(day: str, grade: str | None) -> None:
    assert overall(corpus(*NORFOLK).latest(as_of=day)) == grade


def test_days_of_publication_can_be_given() -> None:
    found = corpus(*NORFOLK)
    name = NORFOLK[1].source.path
    assert name is not None
    for key in (name, NORFOLK[1].id[:12]):
        assert overall(found.latest("2019-03-01", published={key: "2019-03-29"})) == "inadequate"
        assert overall(found.latest("2019-03-29", published={key: "2019-03-29"})) == "requires_improvement"


def test_a_day_of_publication_is_for_one_report() -> None:
    day = "2019-03-29"
    twins = [ilacs("Norfolk", "2019-02-04", "2019-02-15", "grrr", path="norfolk/report.pdf")]
    twins += [ilacs("Suffolk", "2019-02-04", "2019-02-15", "iiii", path="suffolk/report.pdf")]
    found = corpus(*twins)
    calls: list[Any] = [found.latest, found.compare, found.changes, found.transitions, found.inspections, found.shares]
    calls += [found.regions, found.summary]
    for call in calls:
        with pytest.raises(
            ofsted.NotFoundError, match=r"norfolk/report.pdf, suffolk/report.pdf; give more of the path"
        ):
            call(published={"report.pdf": day})
        with pytest.raises(ofsted.NotFoundError, match=r"no report .*'reports.pdf'; did you mean 'report.pdf'"):
            call(published={"reports.pdf": day})
        with pytest.raises(ValueError, match="None is not a day"):
            call(published={"suffolk/report.pdf": None})  # which is not today
        with pytest.raises(
            TypeError, match=r"a mapping of days here, not DataFrame; read\(published=…\) takes a table"
        ):
            call(published=pd.DataFrame({"path": ["suffolk/report.pdf"], "published": [day]}))
    given = found.latest("2019-03-01", published={"suffolk/report.pdf": day})
    assert set(given["authority"]) == {"Norfolk"}
    with pytest.raises(ValueError, match="two days for one report"):
        found.latest(published={"norfolk/report.pdf": day, twins[0].id: "2019-03-28"})


def test_a_day_of_publication_of_a_copy_or_of_a_lost_file() -> None:
    one = ilacs("Norfolk", "2019-02-04", "2019-02-15", "grrr", path="a/report.pdf")
    copies = [("b/report.pdf", one.id, "a/report.pdf")]
    found = ofsted.Corpus([one], errors=[("cut.pdf", "DamagedFileError", "cut")], duplicates=copies)
    for name in ("report.pdf", "b/report.pdf"):
        with pytest.warns(UserWarning, match=r"cut\.pdf \(the file could not be read\)"):
            latest = found.latest("2019-03-01", published={name: "2019-03-29", "cut.pdf": "2020-01-01"})
        assert overall(latest) is None


def test_latest_has_the_columns_of_judgements_also_when_empty() -> None:
    found = corpus(*NORFOLK)
    for frame in (found.latest(), found.latest("2001-01-01"), corpus().latest()):
        assert list(frame.columns) == list(found.judgements().columns)
        pd.testing.assert_series_equal(frame.dtypes.astype(str), found.judgements().dtypes.astype(str))


def test_a_full_inspection_replaces_everything_before_it() -> None:
    grades = {"overall_effectiveness": "g", "adoption_performance": "o"}
    old = invented("sif", "Suffolk", "2015-01-05", "2015-01-30", grades, "2015-03-01")
    found = corpus(old, ilacs("Suffolk", "2019-01-07", "2019-01-18", "gggg"))
    assert "adoption" in set(found.latest("2018-01-01")["theme"])
    assert "adoption" not in set(found.latest("2020-01-01")["theme"])


def test_an_inspection_of_one_part_replaces_that_part() -> None:
    keys = {"safeguarding_overall_effectiveness": "g", "looked_after_overall_effectiveness": "g"}
    both = invented("slac", "Kent", "2011-01-10", "2011-01-21", keys, "2011-02-25")
    part = invented("lac", "Kent", "2013-06-03", "2013-06-14", {"overall_effectiveness": "i"}, "2013-07-20")
    found = corpus(both, part).latest("2013-08-01").set_index("theme")["grade"]
    assert (found["help_and_protection"], found["care"]) == ("good", "inadequate")


def test_child_protection_counts_until_sif() -> None:
    keys = {"overall_effectiveness": "i", "help_and_protection": "i", "leadership_and_governance": "a"}
    part = invented("child-protection", "Kent", "2012-09-10", "2012-09-19", keys, "2012-10-22")
    sif = invented("sif", "Kent", "2015-01-05", "2015-01-30", {"overall_effectiveness": "g"}, "2015-03-01")
    found = corpus(part, sif)
    before = found.latest("2013-08-01").set_index("theme")["grade"]
    assert (before["overall"], before["help_and_protection"]) == ("inadequate", "inadequate")
    assert list(found.latest("2016-01-01")["grade"]) == ["good"]
    history = found.history("Kent")
    told = history.loc[history["framework"] == "child-protection", "approximation"]
    assert told.str.contains("protection of children only").any()


def test_letters_visits_jtais_and_news_change_nothing() -> None:
    grades = {"overall_effectiveness": "o"}
    others = [
        invented("news", "Norfolk", None, None, grades, "2024-01-01"),
        invented("unknown", "Norfolk", "2024-02-01", "2024-02-02", grades, "2024-03-01"),
        invented("focused-visit", "Norfolk", "2024-03-05", "2024-03-06", {}, "2024-04-01"),
        invented("jtai", "Norfolk", "2024-05-06", "2024-05-10", {}, "2024-07-01"),
    ]
    with pytest.warns(UserWarning, match="the kind of document is not known; nearest: Norfolk"):
        assert overall(corpus(*NORFOLK, *others).latest()) == "good"
    with pytest.warns(UserWarning, match="may be newer"):
        assert "news" not in set(corpus(*NORFOLK, *others).inspections()["framework"])


def test_area_send_stands_apart() -> None:
    send = invented("area-send", "Norfolk", "2024-03-04", "2024-03-08", {"inspection_outcome": "inconsistent"})
    found = corpus(*NORFOLK, send)
    assert overall(found.latest()) == "good"
    assert overall(found.latest(frameworks="area-send")) == "inconsistent"


def test_two_reports_of_one_inspection_count_once_and_a_difference_is_said() -> None:
    again = ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggogo", path="z-corrected.pdf")
    with pytest.warns(UserWarning, match="differ in their grades"):
        assert overall(corpus(*NORFOLK, again).latest()) == "outstanding"


def test_abolished_authorities_stop_counting() -> None:
    found = corpus(ilacs("Cumbria", "2022-09-05", "2022-09-16", "rrrr"))
    assert overall(found.latest("2023-03-31"), "Cumbria") == "requires_improvement"
    assert len(found.latest("2023-04-01")) == 0


def test_a_report_is_on_the_authority_of_its_time() -> None:
    old = sif("Dorset", "2016-02-01", "2016-02-26", "rrrr", published="2016-05-01")
    new = ilacs("Dorset", "2021-09-27", "2021-10-08", "gggg")
    assert old.authority.la_code == "838"  # by its name alone
    found = corpus(old, new)
    assert set(found.latest("2018-01-01")["la_code"]) == {"835"}
    assert len(found.latest("2019-04-01")) == 0
    assert set(found.latest("2022-01-01")["la_code"]) == {"838"}


def test_authorities_outside_the_register_are_kept_by_name() -> None:
    found = corpus(ilacs("~Norbury Vale", "2019-02-04", "2019-02-15", "grrr"))
    assert overall(found.latest(), "~Norbury Vale") == "requires_improvement"
    assert found.compare("~norbury vale")["overall"].iloc[0] == "requires_improvement"


# ---- reports that could not be put to an authority ----

MAY_BE = "hartlepol.txt may be a newer report on it ('Hartlepol' is not in the register)"


def printed(authority: str, dates: str, grade: str, name: str) -> ofsted.Report:
    """A report in the printed layout, as if read from a file."""
    report = printed_ilacs(authority, dates, grade)
    tree = report.to_dict()
    tree["source"]["path"] = f"reports/{name}"
    return _restore(tree, report.text)


@pytest.fixture(scope="module")
def misprinted() -> ofsted.Corpus:
    """An old report on Hartlepool, a new one with its name misprinted, one on Kent."""
    old = printed("Hartlepool", "4 February 2019 to 15 February 2019", "Inadequate", "hartlepool.txt")
    new = printed("Hartlepol", "8 May 2023 to 19 May 2023", "Good", "hartlepol.txt")
    other = printed("Kent", "16 May 2022 to 27 May 2022", "Good", "kent.txt")
    assert (old.authority.la_code, new.authority.la_code, new.authority.name) == ("805", None, "Hartlepol")
    return corpus(old, new, other)


def test_a_report_on_no_authority_is_listed(misprinted: ofsted.Corpus) -> None:
    (row,) = misprinted.table("unmatched").rows()
    assert row == {
        "path": "reports/hartlepol.txt",
        "report": misprinted[1].id,
        "authority": "Hartlepol",
        "framework": "ilacs",
        "dated": "2023-05-19",
        "nearest": "Hartlepool",
        "why": "'Hartlepol' is not in the register",
    }
    assert len(misprinted.unmatched()) == 1
    assert len(corpus(*NORFOLK).unmatched()) == 0
    assert "1 report on no authority of the register" in misprinted._repr_html_()


def test_it_leaves_no_older_grade_standing_unseen(misprinted: ofsted.Corpus) -> None:
    calls: list[Any] = [misprinted.latest, misprinted.compare, misprinted.changes, misprinted.shares]
    calls += [misprinted.regions, misprinted.inspections, misprinted.summary]
    for call in calls:
        with pytest.warns(UserWarning, match=r"1 report .*hartlepol\.txt .*nearest: Hartlepool") as said:
            call()
        assert len(said) == 1
        assert said[0].filename == __file__
    with pytest.warns(UserWarning, match="Hartlepool"):
        found = misprinted.compare().set_index("authority")
    assert list(found.index) == ["Hartlepool", "Kent"]
    assert found["overall"]["Hartlepool"] == "inadequate"
    assert MAY_BE in found["doubts"]["Hartlepool"]
    assert pd.isna(found["doubts"]["Kent"])
    assert found.attrs["unmatched"] == ["hartlepol.txt ('Hartlepol' is not in the register; nearest: Hartlepool)"]


def test_a_selection_warns_of_what_may_be_among_it(misprinted: ofsted.Corpus) -> None:
    for asked in ({"authority": "Hartlepool"}, {"region": "North East"}):
        with pytest.warns(UserWarning, match=r"1 report .*may be among those asked for: hartlepol\.txt") as said:
            assert len(misprinted.filter(**asked)) == 1  # type: ignore[arg-type]
        assert said[0].filename == __file__
    assert len(misprinted.filter(authority="Kent")) == 1
    assert len(misprinted.filter("sif", "Hartlepool")) == 0
    assert len(misprinted.filter(where=lambda report: report.authority.name == "Kent")) == 1


@pytest.mark.filterwarnings("ignore:1 report could not be put")
def test_every_table_notes_it_where_it_could_be_meant(misprinted: ofsted.Corpus) -> None:
    latest = misprinted.latest()
    assert set(latest["authority"]) == {"Hartlepool", "Kent"}
    assert list(latest["doubts"].notna()) == list(latest["authority"] == "Hartlepool")
    shares = misprinted.shares().set_index("status")["doubts"]
    assert shares["inadequate"] == f"Hartlepool: {MAY_BE}"
    assert shares.drop("inadequate").isna().all()
    by_year = misprinted.shares("year", over="corpus").set_index(["year", "status"])["doubts"]
    assert by_year[2022, "inadequate"] is pd.NA
    assert MAY_BE in by_year[2024, "inadequate"]
    assert set(misprinted.shares("region", over="corpus")["region"]) == {"North East", "South East"}
    regions = misprinted.regions().set_index("region")["doubts"]
    assert list(regions.dropna().index) == ["North East"]
    neighbours = misprinted.neighbours("Hartlepool").set_index("authority")["doubts"]
    assert MAY_BE in neighbours["Hartlepool"]
    summary = misprinted.summary()
    assert [row["authority"] for row in summary] == ["Hartlepool", "Kent"]
    assert [row["doubts"] for row in summary] == [MAY_BE, None]
    assert misprinted.history("Hartlepool").attrs["unmatched"]


@pytest.mark.filterwarnings("ignore:1 report could not be put")
def test_what_is_drawn_or_written_says_it_too(misprinted: ofsted.Corpus, tmp_path: Path) -> None:
    openpyxl, matplotlib = pytest.importorskip("openpyxl"), pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    line = "hartlepol.txt ('Hartlepol' is not in the register; nearest: Hartlepool)"
    page = Path(misprinted.summary().to_html(tmp_path / "s.html")).read_text("utf-8")
    assert page.count("hartlepol.txt") == 2  # on top, and in the row
    assert html.escape(line) in page
    assert html.escape(MAY_BE) in misprinted.summary()._repr_html_()
    book = openpyxl.load_workbook(misprinted.summary().to_excel(tmp_path / "s.xlsx"))
    assert [row[0].value for row in book["To note"]][1:] == [line]
    assert MAY_BE in [cell.value for cell in book["ILACS"][2]]
    assert openpyxl.load_workbook(misprinted.to_excel(tmp_path / "c.xlsx"))["Unmatched"]["C2"].value == "Hartlepol"
    axes = misprinted.plot.heatmap()
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Hartlepool *", "Kent"]
    assert "hartlepol.txt" in axes.get_xlabel()
    for axes in (misprinted.plot.shares("region"), misprinted.plot.timeline("Hartlepool")):
        assert "hartlepol.txt" in axes.figure.get_supxlabel()
    matplotlib.pyplot.close("all")


def test_nobody_else_is_troubled_with_it(misprinted: ofsted.Corpus) -> None:
    assert misprinted.compare("Kent")["doubts"].isna().all()
    assert len(misprinted.history("Kent")) == 5
    assert misprinted.latest("2023-05-18")["doubts"].isna().all()  # not yet there
    newer = corpus(*misprinted, ilacs("Hartlepool", "2024-02-05", "2024-02-16", "ooooo"))
    with pytest.warns(UserWarning, match="may be newer"):
        assert newer.compare()["doubts"].isna().all()  # older than what stands
    assert misprinted.compare("Hartlepol")["overall"].iloc[0] == "good"  # asked for by its name


def test_a_report_of_unknown_kind_may_be_the_newest() -> None:
    letter = invented("unknown", "Norfolk", None, None, path="letter.pdf")
    nobody = invented("unknown", None, None, None, path="nobody.pdf")
    found = corpus(*NORFOLK, letter, nobody)
    rows = list(found.table("unmatched").rows())
    assert [(r["path"], r["nearest"], r["dated"]) for r in rows] == [
        ("letter.pdf", "Norfolk", None),
        ("nobody.pdf", None, None),
    ]
    assert rows[1]["why"] == "the kind of document is not known, and no authority was read"
    with pytest.warns(UserWarning, match=r"2 reports could not .* letter\.pdf .*nobody\.pdf"):
        doubts = found.compare()["doubts"].iloc[0]
    assert "letter.pdf may be a newer report on it (the kind of document is not known)" in doubts


def test_a_visit_gives_no_grade_and_no_doubt_of_one() -> None:
    visit = invented("focused-visit", "~Norfok", "2024-03-05", "2024-03-06", {}, "2024-04-01")
    found = corpus(*NORFOLK, visit)
    assert len(found.unmatched()) == 1
    assert found.compare()["doubts"].isna().all()


# ---- compare, neighbours, regions ----


def test_compare_puts_authorities_side_by_side() -> None:
    found = corpus(*NORFOLK, ilacs("Suffolk", "2019-04-01", "2019-04-12", "gggo")).compare(["80418", "Suffolk", "Kent"])
    assert list(found["authority"]) == ["Norfolk", "Suffolk", "Kent"]
    assert list(found["overall"].astype(object).fillna("")) == ["good", "outstanding", ""]
    assert found["notes"].iloc[2] == "no report"
    assert "care leavers: judged with care" in found["notes"].iloc[1]
    assert list(found["dated_by"].astype(object).fillna("")) == ["end", "end", ""]


def test_compare_takes_themes_and_a_day() -> None:
    found = corpus(*NORFOLK).compare("Norfolk", themes=["care", "overall"], as_of="2015-01-01")
    assert list(found.columns[-6:]) == ["overall", "notes", "doubts", "doubt", "care_rank", "overall_rank"]
    assert found["care"].iloc[0] == "requires_improvement"
    assert "SIF" in found["notes"].iloc[0]
    with pytest.raises(ValueError, match="no theme 'food'"):
        corpus(*NORFOLK).compare("Norfolk", themes="food")
    with pytest.raises(KeyError, match="no authority"):
        corpus(*NORFOLK).compare("Nowhere")


def test_differing_judgements_of_one_theme_are_no_grade() -> None:
    grades = {"safeguarding_leadership": "g", "looked_after_leadership": "a"}
    found = corpus(invented("slac", "Kent", "2011-01-10", "2011-01-21", grades, "2011-02-25"))
    row = found.compare("Kent", as_of="2012-01-01").iloc[0]
    assert pd.isna(row["leadership"])
    assert "leadership: several grades" in row["notes"]


def test_neighbours_are_ranked_and_come_with_the_authority() -> None:
    found = corpus(*NORFOLK, ilacs("Suffolk", "2019-04-01", "2019-04-12", "gggo")).neighbours("Norfolk")
    assert list(found["rank"]) == list(range(11))
    assert found["authority"].iloc[0] == "Norfolk"
    assert found.set_index("authority")["overall"]["Suffolk"] == "outstanding"
    with pytest.raises(KeyError, match="no neighbours"):
        corpus(ilacs("~Eastmarch", "2019-04-01", "2019-04-12", "gggo")).neighbours("~Eastmarch")


def test_regions_count_every_authority_of_the_day() -> None:
    found = corpus(*NORFOLK).regions("2024-03-31").set_index("region")
    assert found["authorities"].sum() == 153
    assert (found["judged"]["East of England"], found["good"]["East of England"]) == (1, 1)
    assert found["good_or_better"]["East of England"] == 1
    assert pd.isna(found["good_or_better"]["London"])
    assert len(corpus(*NORFOLK).regions("2024-03-31", of="ofsted")) == 8


# ---- history, changes, transitions ----


def test_history_runs_over_frameworks_and_marks_approximations() -> None:
    found = corpus(*reversed(NORFOLK)).history("Norfolk")
    assert list(found["framework"].drop_duplicates()) == ["sif", "ilacs"]
    assert found["dated"].is_monotonic_increasing
    assert list(found["dated_by"].drop_duplicates()) == ["published", "end"]
    notes = dict(zip(zip(found["framework"], found["key"], strict=True), found["approximation"], strict=True))
    assert "SIF" in notes["sif", "leadership"]
    assert "Until 2022" in notes["ilacs", "in_care_and_care_leavers"]
    assert pd.isna(notes["ilacs", "in_care"])


def test_history_tells_predecessors_apart() -> None:
    found = corpus(
        ilacs("Cumbria", "2022-09-05", "2022-09-16", "rrrr"), ilacs("Cumberland", "2024-10-07", "2024-10-18", "ggggg")
    )
    assert list(found.history("Cumberland")["lineage"].drop_duplicates()) == ["predecessor", "itself"]
    assert set(found.history("Cumberland", predecessors=False)["authority"]) == {"Cumberland"}


def test_history_and_events_go_back_as_far_as_reports_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from ofsted.register.authorities import on_day as in_register

    def on_day(code: str, day: date) -> ofsted.LocalAuthority | None:
        """As if Cumbria had replaced Norfolk."""
        found = in_register(code, day)
        return replace(found, predecessors=("926",)) if found and code == "909" else found

    monkeypatch.setattr("ofsted.comparing.in_force.on_day", on_day)
    found = corpus(
        ilacs("Norfolk", "2018-01-15", "2018-01-26", "iiii"),
        ilacs("Cumbria", "2022-09-05", "2022-09-16", "rrrr"),
        ilacs("Cumberland", "2024-10-07", "2024-10-18", "ggggg"),
    )
    for frame in (found.history("Cumberland"), found.events("Cumberland")):
        assert list(frame["authority"].drop_duplicates()) == ["Norfolk", "Cumbria", "Cumberland"]
        assert list(frame["lineage"].drop_duplicates()) == ["predecessor", "itself"]


def test_changes_between_inspections() -> None:
    found = corpus(*NORFOLK).changes("overall")
    assert list(found["from_grade"]) == ["inadequate", "requires_improvement"]
    assert list(found["to_grade"]) == ["requires_improvement", "good"]
    assert list(found["direction"]) == ["better", "better"]
    assert list(found["years"]) == [5.04, 4.25]
    assert set(corpus(*NORFOLK).changes()["theme"]) == {"overall", "help_and_protection", "care", "leadership"}


def test_an_inspection_that_no_longer_grades_a_theme_is_the_last_news() -> None:
    newest = ilacs("Norfolk", "2026-05-11", "2026-05-15", "oogg", keys=SINCE_2026)
    found = corpus(*NORFOLK, newest).changes("overall")
    assert list(found["direction"]) == ["better", "better", "not comparable"]
    last = found.iloc[-1]
    assert (last["from_grade"], str(last["to_end"].date())) == ("good", "2026-05-15")
    assert pd.isna(last["to_grade"])
    assert last["notes"] == "no overall judgement"
    assert corpus(*NORFOLK, newest).transitions().to_numpy().sum() == 2
    assert list(corpus(*NORFOLK, newest).changes("leadership")["direction"])[-1] == "better"
    # The first grade on a theme is no change, and an inspection of one part leaves the other themes as they were.
    part = invented("lac", "Norfolk", "2027-01-11", "2027-01-15", {"overall_effectiveness": "g"})
    assert len(corpus(newest, part).changes("overall")) == 0
    assert list(corpus(*NORFOLK, part).changes("overall")["direction"]) == ["better", "better"]


def test_an_inspection_without_a_grade_in_between_is_named() -> None:
    keys = {"overall_effectiveness": "g", "care_leavers": "g"}
    old = invented("sif", "Kent", "2014-01-06", "2014-01-30", keys, "2014-03-10")
    middle = ilacs("Kent", "2019-02-04", "2019-02-15", "grrr")
    new = ilacs("Kent", "2023-05-08", "2023-05-19", "ggoog")
    assert list(corpus(old, middle).changes("care_leavers")["direction"]) == ["not comparable"]
    found = corpus(old, middle, new).changes("care_leavers")
    assert list(found["direction"]) == ["better"]
    assert "ILACS of 2019-02-15 in between: judged with care" in found["notes"].iloc[0]


def test_grades_are_not_carried_over_to_a_successor() -> None:
    found = corpus(
        ilacs("Cumbria", "2022-09-05", "2022-09-16", "rrrr"), ilacs("Cumberland", "2024-10-07", "2024-10-18", "ggggg")
    )
    assert len(found.changes()) == 0


def test_an_authority_that_has_ended_holds_no_grades_after_its_last_day() -> None:
    found = corpus(ilacs("Cumbria", "2022-09-05", "2022-09-16", "rrrr"))
    assert list(found.compare("Cumbria", as_of="2023-03-31")["overall"]) == ["requires_improvement"]
    for frame in (found.compare("Cumbria", as_of="2023-04-01"), found.neighbours("Cumbria", as_of="2023-04-01")[:1]):
        assert bool(frame[["overall", "care"]].isna().all(axis=None))
        assert list(frame["notes"]) == ["ended on 31 March 2023"]
    assert list(found.history("Cumbria")["grade"]) == ["requires_improvement"] * 4


def test_the_scale_with_adequate_is_kept_apart_unless_aligned() -> None:
    old = invented("lac", "Kent", "2013-06-03", "2013-06-14", {"overall_effectiveness": "a"}, "2013-07-20")
    found = corpus(old, sif("Kent", "2016-06-06", "2016-06-30", "rrrr", published="2016-08-01"))
    apart, aligned = found.changes("care").iloc[0], found.changes("care", align=True).iloc[0]
    assert (apart["from_grade"], apart["to_grade"]) == ("adequate", "requires_improvement")
    assert pd.isna(apart["direction"])
    assert (aligned["from_grade"], aligned["direction"]) == ("requires_improvement", "same")
    assert "aligned" in aligned["notes"]
    assert found.transitions("care").to_numpy().sum() == 0
    assert found.transitions("care", align=True).to_numpy().sum() == 1
    assert set(found.latest("2014-01-01", align=True)["grade"]) == {"requires_improvement"}
    assert set(found.latest("2014-01-01")["grade"]) == {"adequate"}
    older, newer = found.history("Kent")["approximation"].iloc[:2]
    assert "'adequate' is from the scale used until 2013" in older
    assert "adequate" not in str(newer)
    assert "'adequate' is from the scale" in found.compare("Kent", "care", as_of="2014-01-01")["notes"].iloc[0]


def test_transitions_are_a_square_of_counts() -> None:
    found = corpus(*NORFOLK).transitions()
    assert found.loc["inadequate", "requires_improvement"] == 1
    assert found.loc["requires_improvement", "good"] == 1
    assert found.to_numpy().sum() == 2
    assert list(found.index) == list(found.columns)
    assert corpus().transitions().shape == (5, 5)


# ---- inspections in their time ----


def test_jtais_by_the_grade_held_at_the_time() -> None:
    jtais = [
        invented("jtai", "Norfolk", "2013-11-04", "2013-11-08", {}, "2014-01-10"),
        invented("jtai", "Norfolk", "2016-05-09", "2016-05-13", {}, "2016-07-01"),
        invented("jtai", "Norfolk", "2023-05-19", "2023-05-26", {}, "2023-07-14"),
    ]
    found = corpus(*NORFOLK, *jtais).inspections("jtai")
    assert list(found["grade_then"].astype(object).fillna("")) == ["", "inadequate", "requires_improvement"]
    assert found["status_then"].iloc[0] == "no report"
    assert list(found["framework_then"].astype(object).fillna("")) == ["", "sif", "ilacs"]
    assert list(found["days_to_publication"]) == [67, 53, 56]
    assert list(found["days_since_previous"].fillna(-1)) == [-1, 913, 2562]


def test_days_to_publication_are_missing_where_no_day_is_printed() -> None:
    found = corpus(*NORFOLK).inspections()
    assert list(found["days_to_publication"].fillna(-1)) == [63, -1, -1]
    assert found["previous"].iloc[2] == NORFOLK[1].id[:12]
    given = corpus(*NORFOLK).inspections(published={NORFOLK[1].id[:12]: "2019-03-29"})
    assert given["days_to_publication"].iloc[1] == 53
    assert str(given["published"].iloc[1].date()) == "2019-03-29"


def test_a_publication_before_the_inspection_is_not_gone_by() -> None:
    found = corpus(sif("Norfolk", "2015-05-11", "2015-06-05", "rrrr", published="2014-07-20"))
    assert pd.isna(found.inspections()["days_to_publication"].iloc[0])
    assert overall(found.latest("2015-06-04")) is None
    assert found.history("Norfolk")["dated_by"].iloc[0] == "end"


# ---- shares ----


def status(frame: pd.DataFrame) -> dict[str, int]:
    return dict(zip(frame["status"], frame["count"].astype(int), strict=True))


def test_shares_are_over_the_authorities_of_the_day() -> None:
    found = corpus(*NORFOLK, ilacs("Cumbria", "2022-09-05", "2022-09-16", "rrrr"))
    before, after = found.shares(as_of="2023-03-31"), found.shares(as_of="2023-04-01")
    assert status(before) == {"requires_improvement": 2, "not yet inspected": 2, "no report": 148}
    assert status(after) == {"requires_improvement": 1, "not yet inspected": 4, "no report": 148}
    assert set(after["authorities"]) == {153}
    assert after["share"].sum() == pytest.approx(1)


def test_new_authorities_are_not_yet_inspected_for_three_years() -> None:
    found = corpus()
    assert status(found.shares(as_of="2026-03-31"))["not yet inspected"] == 2
    assert "not yet inspected" not in status(found.shares(as_of="2026-04-01"))
    inspected = corpus(ilacs("Cumberland", "2024-10-07", "2024-10-18", "ggggg"))
    assert status(inspected.shares(as_of="2025-01-01"))["not yet inspected"] == 1


def test_without_an_overall_judgement_shares_by_theme_go_on() -> None:
    latest = ilacs("Norfolk", "2026-05-11", "2026-05-15", "oogg", keys=SINCE_2026)
    found = corpus(*NORFOLK, latest)
    assert overall(found.latest("2026-06-01")) is None
    assert status(found.shares(as_of="2026-06-01")) == {"no overall judgement": 1, "no report": 152}
    themes = found.shares("theme", as_of="2026-06-01")
    assert status(themes[themes["theme"] == "help_and_protection"])["outstanding"] == 1
    assert "overall: no overall judgement" in found.compare("Norfolk", as_of="2026-06-01")["notes"].iloc[0]


@pytest.mark.parametrize(
    ("start", "status"), [("2026-03-31", "could not be read"), ("2026-04-01", "no overall judgement")]
)
def test_an_overall_judgement_is_missed_where_the_inspection_began_before_april_2026(start: str, status: str) -> None:
    lost = {"code": "missing", "field": "judgements", "message": "No judgement could be read on leaders.", "page": 1}
    latest = ilacs(
        "Norfolk", start, "2026-04-10", "ogg", keys=SINCE_2026[1:], issues=[{**lost, "span": None, "about": []}]
    )
    found = corpus(*NORFOLK, latest).compare("Norfolk", as_of="2026-06-01")
    assert f"overall: {status}" in found["notes"].iloc[0]
    assert "leadership: could not be read" in found["notes"].iloc[0]


def test_of_two_reports_that_are_published_on_one_day_the_later_inspection_counts() -> None:
    first = ilacs("Norfolk", "2024-01-08", "2024-01-12", "rrrrr", published="2024-03-01", path="b.pdf")
    second = ilacs("Norfolk", "2024-01-22", "2024-01-26", "ggggg", published="2024-03-01", path="a.pdf")
    for reports in (first, second), (second, first):
        assert overall(corpus(*reports).latest("2024-06-01")) == "good"


def test_shares_by_year_are_as_at_31_march() -> None:
    found = corpus(*NORFOLK).shares("year", as_of="2024-03-31", over="corpus")
    assert list(found["year"]) == list(range(2014, 2025))
    assert str(found["day"].iloc[0].date()) == "2014-03-31"
    assert list(found["grade"].astype(object))[-6:] == ["requires_improvement"] * 5 + ["good"]


def test_shares_by_region_and_over_the_corpus() -> None:
    found = corpus(*NORFOLK)
    assert status(found.shares(over="corpus")) == {"good": 1}
    assert list(found.shares("region", over="corpus")["region"]) == ["East of England"]
    outside = corpus(ilacs("~Eastmarch", "2019-04-01", "2019-04-12", "gggo"))
    assert status(outside.shares(over="corpus")) == {"outstanding": 1}
    assert list(outside.shares("region", over="corpus")["region"].isna()) == [True]
    assert set(found.shares("region", as_of="2024-01-01")["region"]) == set(ofsted.authorities("2024-01-01")["region"])


@pytest.mark.parametrize("wrong", [{"by": "colour"}, {"over": "world"}, {"by": "region", "of": "my"}, {"theme": "x"}])
def test_shares_say_what_is_wrong(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"not '|no theme"):
        corpus(*NORFOLK).shares(**wrong)


@pytest.mark.parametrize("by", [None, "theme", "region", "year"])
def test_shares_have_their_columns_also_when_empty(by: str | None) -> None:
    empty = corpus().shares(by, as_of="2024-01-01", over="corpus")
    full = corpus(*NORFOLK).shares(by, as_of="2024-01-01")
    assert list(empty.columns) == list(full.columns)
    pd.testing.assert_series_equal(empty.dtypes.astype(str), full.dtypes.astype(str))


def test_from_printed_text_to_a_comparison() -> None:
    reports = [
        printed_ilacs("Norfolk", "3 to 14 June 2024", "Good"),
        printed_ilacs("Suffolk", "8 to 19 July 2024", "Outstanding"),
    ]
    found = corpus(*reports).compare(["Norfolk", "Suffolk"], as_of="2025-01-01")
    assert list(found["overall"]) == ["good", "outstanding"]
    assert list(found["care_leavers"]) == ["good", "outstanding"]


def _made(chance: random.Random, place: int) -> in_force.Inspection:
    """An inspection, or a report more on one, with days and judgements by chance."""
    start = date(2015, 1, 5) + timedelta(days=30 * chance.randrange(12))
    themes = ("overall", "care", "adoption", None)
    judgements = tuple(
        {"key": f"k{n}", "scope": None, "theme": chance.choice(themes), "grade": chance.choice(["good", None])}
        for n in range(chance.randrange(4))
    )
    return in_force.Inspection(
        {"framework": chance.choice(["ilacs", "sif", "lac", "child-protection"]), "path": f"{place}", "report": place},
        "place",
        None,
        start,
        start + timedelta(days=4),
        start + timedelta(days=chance.choice([20, 60, 400])),
        tuple({**judgement, "doubts": None} for judgement in judgements),
        chance.choice([None, "one is unread"]),
    )


@pytest.mark.filterwarnings("ignore:two reports of one inspection differ")
@pytest.mark.parametrize("seed", range(60))
def test_one_walk_gives_what_stood_on_each_day(seed: int) -> None:
    """Also where of two reports of one inspection the later one takes effect among others that are dated before it."""
    chance = random.Random(seed)
    seen = sorted((_made(chance, place) for place in range(10)), key=lambda one: (one.dated or date.max, one.end))
    days = [date(2015, 1, 1) + timedelta(days=20 * n) for n in range(50)]
    walked = in_force.in_force_before(seen, days)
    assert walked == {day: in_force.in_force(seen, day, before=True).get("place") for day in days}


# ---- reviews of an LSCB alone ----


def _board(authority: str, start: str, end: str, grade: str, published: str) -> ofsted.Report:
    tree = invented("sif", authority, start, end, {"lscb_effectiveness": grade}, published).to_dict()
    tree["judgements"][0]["theme"] = "lscb"
    return _restore(tree, "")


@pytest.mark.parametrize("day", ["2015-02-04", "2016-02-08"])
def test_a_review_of_a_board_alone_says_nothing_of_the_authority(day: str) -> None:
    """It was an inspection of the board, on the same days or later: what the authority holds stands."""
    found = corpus(
        sif("Norfolk", "2015-02-04", "2015-02-25", "rrgi", published="2015-05-01"),
        _board("Norfolk", day, day[:-2] + "25", "g", "2016-05-02"),
        sif("Norfolk", "2017-03-06", "2017-03-30", "gggg", published="2017-05-15"),
    )
    compared = found.compare("Norfolk", ["overall", "care", "lscb"], as_of="2017-01-01").iloc[0]
    assert list(compared[["overall", "care", "lscb"]]) == ["requires_improvement", "good", "good"]
    assert list(found.changes("overall")["from_grade"]) == ["requires_improvement"]
    assert found.summary("sif", as_of="2017-01-01").rows[0]["lscb_effectiveness"] == "good"
    assert found.inspections()["days_since_previous"].dropna().tolist() == [740]
    assert list(found.events("Norfolk")["event"]) == ["SIF inspection", "LSCB review", "SIF inspection"]
    after = found.compare("Norfolk", ["overall", "lscb"], as_of="2018-01-01").iloc[0]
    assert (after["overall"], after["notes"]) == ("good", "lscb: not judged")


def test_a_second_inspection_of_safeguarding_alone_leaves_the_judgements_on_care() -> None:
    both = {"safeguarding_overall_effectiveness": "i", "looked_after_overall_effectiveness": "g"}
    first = invented("slac", "Rutland", "2010-01-11", "2010-01-22", both, published="2010-02-19")
    title = "Re-inspection of safeguarding services"
    grades = {"safeguarding_overall_effectiveness": "a"}
    again = invented("slac", "Rutland", "2011-09-12", "2011-09-23", grades, published="2011-10-10", title=title)
    latest = corpus(first, again).latest(as_of="2012-01-01")
    assert dict(zip(latest["theme"], latest["grade"], strict=True)) == {
        "care": "good",
        "help_and_protection": "adequate",
    }
