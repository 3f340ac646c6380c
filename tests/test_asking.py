"""What people try first: groups within groups, filters in any case, a summary of area SEND, codes of doubts."""

from __future__ import annotations

import pytest

import ofsted
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
