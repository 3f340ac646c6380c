"""The register of authorities: names and codes on a day, regions, shared services, joining other tables."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import ofsted
from ofsted.register.authorities import OPENED, arrangements, as_day, on_day
from ofsted.tables.authorities import authority_history
from tests import invented
from tests.invented import printed_ilacs

DATA = Path(ofsted.__file__).parent / "data"


def named(name: str, day: str | None = None) -> ofsted.LocalAuthority:
    return ofsted.find_authority(name, day)


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2009-01-01", 150),
        ("2009-04-01", 152),
        ("2019-03-31", 152),
        ("2019-04-01", 151),
        ("2021-03-31", 151),
        ("2021-04-01", 152),
        ("2023-03-31", 152),
        ("2023-04-01", 153),
        ("2027-03-31", 153),
        ("2027-04-01", 154),
    ],
)
def test_as_many_authorities_as_there_were_on_the_day(day: str, count: int) -> None:
    assert len(ofsted.local_authorities(day)) == count
    frame = ofsted.authorities(day)
    assert len(frame) == count
    for code in ("la_code", "gss_code", "authority"):
        assert frame[code].dropna().is_unique, code


def test_codes_are_those_of_the_day() -> None:
    def codes(day: str) -> dict[str, str | None]:
        return {a.la_code: a.gss_code for a in ofsted.local_authorities(day)}

    for la, before, day, after in [
        ("370", "E08000016", "2025-04-01", "E08000038"),
        ("373", "E08000019", "2025-04-01", "E08000039"),
        ("390", "E08000020", "2013-04-01", "E08000037"),
        ("929", "E06000048", "2013-04-01", "E06000057"),
        ("815", "E10000023", "2023-04-01", "E06000065"),
        ("933", "E10000027", "2023-04-01", "E06000066"),
        ("825", "E10000002", "2020-04-01", "E06000060"),
    ]:
        eve = (pd.Timestamp(day) - pd.Timedelta(days=1)).strftime("%Y-%m-%d")
        assert (codes(eve)[la], codes(day)[la]) == (before, after)


def test_counties_that_ended_and_what_replaced_them() -> None:
    cumbria = named("Cumbria")
    assert (cumbria.ended, cumbria.successors) == (date(2023, 3, 31), ("942", "943"))
    assert {named("Cumberland").predecessors, named("Westmorland and Furness").predecessors} == {("909",)}
    assert named("Northamptonshire").successors == ("940", "941")
    assert named("Poole").successors == named("Bournemouth").successors == ("839",)
    assert {named(name).urn for name in ("Cumbria", "Northamptonshire", "Poole")} == {None}
    assert "Cumbria" not in {a.name for a in ofsted.local_authorities("2023-04-01")}
    assert "Cumbria" in {a.name for a in ofsted.local_authorities("2023-03-31")}


def test_predecessors_and_successors_agree() -> None:
    spans = {code: [] for code in authority_history()["la_code"]}  # type: dict[str, list[ofsted.LocalAuthority]]
    for day in ("2009-01-01", "2012-01-01", "2018-01-01", "2022-01-01", "2026-01-01", "2027-06-01"):
        for authority in ofsted.local_authorities(day):
            spans[authority.la_code].append(authority)
    for code, found in spans.items():
        for authority in found:
            for other in authority.successors:
                assert any(code in span.predecessors for span in spans[other]), (code, other)
            for other in authority.predecessors:
                assert any(code in span.successors for span in spans[other]), (code, other)


def test_two_authorities_of_one_name_are_told_apart_by_the_day() -> None:
    assert named("Dorset").la_code == "838"
    assert named("Dorset", "2016-05-01").la_code == "835"
    then = on_day("838", date(2016, 5, 1))
    assert then is not None
    assert (then.la_code, then.gss_code, then.type) == ("835", "E10000009", "County")


@pytest.mark.parametrize(
    "which",
    ["Norfolk", "norfolk county council", "80418", "926", "E10000020", " e10000020 "],
)
def test_found_by_any_name_or_code(which: str) -> None:
    assert named(which).name == "Norfolk"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Royal Borough of Kensington & Chelsea", "Kensington and Chelsea"),
        ("Bristol, City of", "Bristol"),
        ("County Durham", "Durham"),
        ("City of York Council", "York"),
        ("Herefordshire, County of", "Herefordshire"),
        ("St Helens", "St. Helens"),
        ("City of London", "City of London"),
        ("E08000016", "Barnsley"),
    ],
)
def test_found_as_others_print_it(printed: str, name: str) -> None:
    assert named(printed).name == name


def test_nothing_is_guessed() -> None:
    for which in ("", "Shire", "Norfolk and Suffolk", "999", "E08000000"):
        with pytest.raises(KeyError):
            named(which)


# ---- names ----


def names() -> list[tuple[str, str]]:
    """Every name in the table of names, with the la_code of its row."""
    with open(DATA / "authorities.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lists = [(row, [row["name"], row["ons_name"], *row["other_names"].split(";")]) for row in rows]
    return sorted({(name, row["la_code"]) for row, its in lists for name in its if name})


def in_report(name: str) -> str | None:
    """The la_code of the authority that the parser reads in a report of that name."""
    return printed_ilacs(name, "4 March 2024 to 15 March 2024", "Good").authority.la_code


def asked_for(name: str) -> str | None:
    try:
        return named(name).la_code
    except ofsted.NotFoundError:
        return None


def test_parser_and_callers_know_the_same_names() -> None:
    """A name of one row is found by both, a name of several rows by neither."""
    rows = Counter(name for name, _ in names())
    assert rows["Kingston"] == 2
    for name, code in names():
        own = code if rows[name] == 1 else None
        assert (asked_for(name), in_report(name)) == (own, own), name


STYLES = ["London Borough of {}", "The Royal Borough of {}", "{} City Council", "{}, County of", "{} MBC", "LB {}"]


@pytest.mark.parametrize("style", [*STYLES, "Metropolitan Borough Council of {}", "{} London Borough Council"])
def test_what_councils_put_around_their_names(style: str) -> None:
    for name, code in [("Bromley", "305"), ("Hull", "810"), ("East Riding", "811"), ("Telford & Wrekin", "894")]:
        assert asked_for(style.format(name)) == in_report(style.format(name)) == code, name


@pytest.mark.parametrize(
    "name", ["HULL", "hull", "st helen's", "St Helens", "Saint Helen's", "Stoke on Trent", "The Wirral"]
)
def test_letters_alone_count(name: str) -> None:
    assert asked_for(name) == in_report(name) is not None


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Kingston", ("Kingston upon Hull", "Kingston upon Thames")),
        ("Leicester County Council", ("Leicester", "Leicestershire")),
        ("Sussex", ("East Sussex", "West Sussex")),
        ("Yorkshire", ("East Riding of Yorkshire", "North Yorkshire")),
        ("Norfolk and Suffolk", ("Norfolk", "Suffolk")),
        ("Newcastle-under-Lyme", ("Newcastle upon Tyne",)),
        ("Hulll", ("Kingston upon Hull",)),
        ("East Ridding", ("East Riding of Yorkshire",)),
        ("London", ("City of London",)),
        ("Greater Manchester", ("Manchester",)),
        ("Bury St Edmunds", ("Bury",)),
        ("The Council", ()),
    ],
)
def test_what_is_refused_names_what_could_be_meant(name: str, near: tuple[str, ...]) -> None:
    with pytest.raises(ofsted.NotFoundError) as caught:
        named(name)
    assert caught.value.suggestions == near
    report = printed_ilacs(name, "4 March 2024 to 15 March 2024", "Good")
    assert report.authority.la_code is None or any(issue.field == "authority" for issue in report.issues)


def test_a_report_says_whose_name_it_could_be() -> None:
    report = printed_ilacs("Kingston Council", "4 March 2024 to 15 March 2024", "Good")
    (said,) = (issue.message for issue in report.issues if issue.field == "authority")
    assert said == "The authority's name as it is printed can mean 'Kingston upon Hull' or 'Kingston upon Thames'."


def test_every_call_takes_any_name() -> None:
    reports = invented.corpus(invented.ilacs("Bristol", "2024-01-08", "2024-01-19", "ggggg"))
    for name in ("Bristol, City of", "bristol city council", "E06000023", "801"):
        assert len(reports.filter(authority=name)) == 1
        assert list(reports.compare(name)["overall"]) == ["good"]
        assert len(reports.history(name)) == 5
    with pytest.warns(UserWarning, match="no report here is on 'Hull'"):
        assert len(reports.filter(authority=["Bristol", "Hull"])) == 1
    dorset = invented.corpus(invented.ilacs("Dorset", "2016-01-11", "2016-01-22", "ggggg"))
    assert len(dorset.filter(authority="835")) == 1


# ---- days to come, neighbours ----


def test_what_is_settled_for_a_day_to_come() -> None:
    surrey = named("Surrey", "2027-03-31")
    assert (surrey.la_code, surrey.ended) == ("936", date(2027, 3, 31))
    assert surrey.successors == ("east-surrey", "west-surrey")
    later = {a.name: a for a in ofsted.local_authorities("2027-04-01")}
    assert "Surrey" not in later
    for name in ("East Surrey", "West Surrey"):
        assert (later[name].predecessors, later[name].gss_code, later[name].urn) == (("936",), None, None)
        assert named(f"{name} Council") == on_day(name.lower().replace(" ", "-"), date.today())
    reports = invented.corpus(invented.ilacs("Surrey", "2025-01-13", "2025-01-24", "ggggg"))
    assert list(reports.compare(as_of="2027-03-31")["authority"]) == ["Surrey"]
    assert len(reports.compare(as_of="2027-04-01")) == 0
    new = reports.compare("East Surrey", as_of="2027-04-01")
    assert new["overall"].isna().all()
    assert list(new["notes"]) == ["not yet inspected"]
    assert set(reports.history("East Surrey")["lineage"]) == {"predecessor"}


def test_neighbours_are_of_the_model_of_the_day() -> None:
    old, new = named("Norfolk", "2025-04-30"), named("Norfolk", "2025-05-01")
    assert (old.neighbours_model, new.neighbours_model) == ("April 2021", "May 2025")
    assert old.neighbours != new.neighbours
    assert named("Norfolk", "2015-01-01").neighbours == old.neighbours
    assert (new.neighbours[0], new.closeness[0]) == ("935", "very close")
    cumberland = named("Cumberland", "2024-01-01")
    assert (cumberland.neighbours, cumberland.neighbours_model) == ((), None)
    frame = ofsted.authorities("2025-05-01").set_index("authority")
    assert frame.loc["Norfolk", "closeness"] == ";".join(new.closeness)
    for day in ("2022-01-01", "2026-01-01"):
        for authority in ofsted.local_authorities(day):
            assert len(authority.neighbours) == len(authority.closeness) == (10 if authority.neighbours else 0)
            assert authority.la_code not in authority.neighbours


def test_a_neighbour_that_has_ended_has_no_grades() -> None:
    reports = invented.corpus(invented.ilacs("Cumbria", "2022-01-10", "2022-01-21", "ggggg"))
    whose = next(a for a in ofsted.local_authorities("2024-01-01") if "909" in a.neighbours)
    before, after = (
        reports.neighbours(whose.name, as_of=day).set_index("la_code") for day in ("2023-03-31", "2024-01-01")
    )
    assert before.loc["909", "overall"] == "good"
    assert bool(after.loc[["909"], "overall"].isna().all())
    assert after.loc["909", "notes"] == "ended on 31 March 2023"
    assert after.loc["909", "closeness"] in ("extremely close", "very close", "close", "somewhat close", "not close")
    assert set(after["neighbours_model"]) == {"April 2021"}


def test_regions_of_both_kinds() -> None:
    frame = ofsted.authorities("2024-03-31")
    assert frame["region"].nunique() == 9
    assert frame["ofsted_region"].nunique() == 8
    joined = frame.loc[frame["ofsted_region"] == "North East, Yorkshire and the Humber", "region"]
    assert set(joined) == {"North East", "Yorkshire and the Humber"}


def test_shared_services_on_a_day() -> None:
    def members(day: str) -> dict[str, set[str]]:
        return {a.name: set(a.la_codes) for a in arrangements(day)}

    assert members("2015-01-01")["Achieving for Children"] == {"314", "318"}
    assert members("2018-01-01")["Achieving for Children"] == {"314", "318", "868"}
    assert members("2018-03-31")["Tri-borough"] == {"205", "207", "213"}
    assert "Tri-borough" not in members("2018-04-01")
    assert members("2018-04-01")["Bi-borough"] == {"207", "213"}


def test_what_is_not_known_to_hold_any_more_is_marked() -> None:
    then = ofsted.authorities("2018-06-01").set_index("authority")["shares_services"]
    later = ofsted.authorities("2026-06-01").set_index("authority")["shares_services"]
    assert then["Westminster"] == "Bi-borough"
    assert later["Westminster"] == "Bi-borough (last known 2018-12-31)"
    assert pd.isna(later["Norfolk"])


def test_every_fact_has_source_and_date() -> None:
    for name in ("authorities_history.csv", "neighbour_models.csv", "regions.csv", "shared_services.csv"):
        with open(DATA / name, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert row["source"], row
                assert row["source_date"], row


def test_spans_of_an_authority_follow_each_other() -> None:
    frame = authority_history()
    for _, spans in frame.groupby("la_code"):
        ends = [day for day in spans["valid_to"] if not pd.isna(day)]
        starts = [day for day in spans["valid_from"] if not pd.isna(day)]
        if len(spans) > 1:
            assert [day + pd.Timedelta(days=1) for day in sorted(ends)][: len(starts)] == sorted(starts)


def test_days_the_register_does_not_know() -> None:
    with pytest.raises(ValueError, match="begins on 2009-01-01"):
        ofsted.authorities("2008-12-31")
    assert len(ofsted.local_authorities(OPENED)) == 150


@pytest.mark.parametrize(
    "day",
    [
        "2024-03-31",
        date(2024, 3, 31),
        pd.Timestamp(2024, 3, 31, 15),
        pd.Series(["2024-03-31"]).astype("M8[ns]").values[0],
    ],
)
def test_days_in_any_form(day: object) -> None:
    assert as_day(day) == date(2024, 3, 31)


@pytest.mark.parametrize("day", ["31/03/2024", 20240331, pd.NaT, pd.NaT.to_numpy()])
def test_what_is_no_day(day: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        as_day(day)


def test_columns_and_dtypes_hold_for_any_day() -> None:
    old, new = ofsted.authorities("2009-01-01"), ofsted.authorities()
    assert list(old.columns) == list(new.columns) == list(authority_history().columns)
    assert str(old["valid_to"].dtype) == str(new["valid_from"].dtype) == "datetime64[ns]"


# ---- joining ----


def test_join_by_gss_codes_old_and_new() -> None:
    table = pd.DataFrame({"new_la_code": ["E08000016", "E08000038", "E10000006", "E92000001", None], "rate": range(5)})
    joined = ofsted.join_authorities(table, on="gss_code", as_of="2026-01-01")
    assert list(joined["rate"]) == list(range(5))
    assert list(joined["authority"].fillna("")) == ["Barnsley", "Barnsley", "Cumbria", "", ""]
    assert list(joined["status"].fillna("")) == ["recoded", "same", "abolished", "", ""]
    assert joined["gss_code"].iloc[0] == "E08000038"
    assert joined["successors"].iloc[2] == "942;943"


def test_join_by_la_codes_as_text_or_numbers() -> None:
    for codes in ([301, 926], [301.0, 926.0], ["301", " 926 "]):
        joined = ofsted.join_authorities(pd.DataFrame({"old_la_code": codes}))
        assert list(joined["authority"]) == ["Barking and Dagenham", "Norfolk"]
        assert list(joined["gss_code"]) == ["E09000002", "E10000020"]


@pytest.mark.parametrize("dtype", ["Int64", "Float64", "string", "category", "object"])
def test_join_by_codes_of_which_some_are_missing(dtype: str) -> None:
    codes: Any = ["301", None] if dtype in ("string", "category", "object") else [301, None]
    joined = ofsted.join_authorities(pd.DataFrame({"la_code": pd.Series(codes, dtype=dtype)}))
    assert list(joined["authority"].fillna("none")) == ["Barking and Dagenham", "none"]


def test_join_on_a_day_before_an_authority_began() -> None:
    joined = ofsted.join_authorities(pd.DataFrame({"la_code": ["838", "909"]}), as_of="2018-01-01")
    assert list(joined["status"]) == ["not yet", "same"]
    assert list(joined["la_code_register"]) == ["838", "909"]


def test_join_keeps_the_index_and_never_overwrites() -> None:
    table = pd.DataFrame({"LAD23CD": ["E10000020"], "region": ["mine"]}, index=[7])
    joined = ofsted.join_authorities(table)
    assert list(joined.index) == [7]
    assert joined.loc[7, "region"] == "mine"
    assert joined.loc[7, "region_register"] == "East of England"
    assert list(table.columns) == ["LAD23CD", "region"]


def test_join_says_what_is_wrong() -> None:
    with pytest.raises(KeyError, match="no column looks like"):
        ofsted.join_authorities(pd.DataFrame({"x": [1]}))
    with pytest.raises(KeyError, match="no column 'y'"):
        ofsted.join_authorities(pd.DataFrame({"x": [1]}), column="y")
    with pytest.raises(ValueError, match="'gss_code' or 'name'"):
        ofsted.join_authorities(pd.DataFrame({"x": [1]}), on="urn")
    with pytest.raises(ValueError, match="a column of that name is given as column='x'"):
        ofsted.join_authorities(pd.DataFrame({"x": [1]}), "x")
    with pytest.raises(KeyError, match="several columns"):
        ofsted.join_authorities(pd.DataFrame({"LAD21CD": ["a"], "LAD23CD": ["b"]}))


def test_join_takes_one_pandas_frame() -> None:
    table = pd.DataFrame({"la_code": ["926"]})
    with pytest.raises(TypeError, match=r"takes a pandas frame, not dict: give its to_pandas\(\)"):
        ofsted.join_authorities({"la_code": ["926"]})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="such as 'la_code', not a DataFrame; one table is joined"):
        ofsted.join_authorities(table, table)  # type: ignore[arg-type]


def test_join_takes_names_in_a_column_that_may_hold_codes() -> None:
    assert list(ofsted.join_authorities(pd.DataFrame({"LA": ["Norfolk", "Hull"]}))["la_code"]) == ["926", "810"]
    assert list(ofsted.join_authorities(pd.DataFrame({"LA": [926, 810]}))["authority"]) == [
        "Norfolk",
        "Kingston upon Hull",
    ]
    for table, on in ((pd.DataFrame({"LA": ["Norfolk"]}), "la_code"), (pd.DataFrame({"la_code": ["Norfolk"]}), None)):
        with pytest.warns(UserWarning, match="any la_code of the column '.*', of which 'Norfolk' is the first; on="):
            assert ofsted.join_authorities(table, on)["authority"].isna().all()
    empty = pd.DataFrame({"la_code": [None, "z"]})
    with pytest.warns(UserWarning, match="'z' is the first"):
        ofsted.join_authorities(empty)
    ofsted.join_authorities(empty[:1])


def test_join_by_names() -> None:
    table = pd.DataFrame({"la_name": ["Hull", "Bristol, City of", "England", "Cumbria", "Dorset"]})
    joined = ofsted.join_authorities(table, as_of="2018-01-01")
    assert list(joined["la_code"].fillna("")) == ["810", "801", "", "909", "835"]
    assert list(joined["status"].fillna("")) == ["same", "same", "", "same", "same"]
    both = pd.DataFrame({"name_of_area": ["Kingston", "Hull"], "la_code": ["301", "810"]})
    with pytest.warns(UserWarning, match="'Kingston' .'Kingston upon Hull' or 'Kingston upon Thames'"):
        joined = ofsted.join_authorities(both, on="name", column="name_of_area")
    assert list(joined["la_code_register"].fillna("")) == ["", "810"]


def test_join_of_an_empty_table() -> None:
    joined = ofsted.join_authorities(pd.DataFrame({"la_code": pd.Series([], dtype="string")}))
    assert len(joined) == 0
    assert "gss_code" in joined.columns
