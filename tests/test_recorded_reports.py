"""Reports that end in a record of main findings (SLAC, child protection, LAC), joint area reviews, and their covers, in
the layouts that extractors give them. All are made up.
"""

from __future__ import annotations

from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

COVER = """{title}

Rutland County Council

Inspection dates: {days}

Reporting inspector: Honor Tredwell HMI

Age group: All

Published: {published}

"""
SAFEGUARDING = {
    "Overall effectiveness": "Adequate",
    "Capacity for improvement": "Good",
    "Children and young people are safe and feel safe": "Adequate",
    "Quality of provision": "Adequate",
    "The contribution of health agencies to keeping children and young people safe": "Good",
    "Ambition and prioritisation": "Good",
    "Leadership and management": "Adequate",
    "Performance management and quality assurance": "Inadequate",
    "Partnership working": "Good",
    "Equality and diversity": "Good",
}
AREAS = """Areas for improvement

2. In order to improve the quality of provision, the local authority should take the following action.

Immediately:

- make sure that every child is seen alone

Within six months:

- agree a protocol on early help.

"""


def slac(rows: dict[str, str], title: str, days: str = "6 – 17 June 2011", body: str = "") -> dict[str, Any]:
    text = COVER.format(title=title, days=days, published="22 July 2011" if "2011" in days else "12 July 2010")
    text += "About this inspection\n\n1. Inspectors looked at services.\n\nSafeguarding services\n\n" + body + AREAS
    text += "Record of main findings\n\nSafeguarding services\n\n"
    text += "".join(f"{label}\t{grade}\n" for label, grade in rows.items()) + "\n© Crown copyright 2011\n"
    report: dict[str, Any] = ofsted.parse_text(text).to_dict()
    return report


def said(report: dict[str, Any], field: str) -> list[str]:
    return [issue["message"] for issue in report["issues"] if issue["field"] == field]


@pytest.mark.parametrize("title", ["Inspection of safeguarding services", "Re-inspection of safeguarding services"])
def test_an_inspection_of_safeguarding_alone_lacks_no_judgement_on_care(title: str) -> None:
    report = slac(SAFEGUARDING, title)
    assert report["framework"] == "slac"
    assert report["authority"]["name"] == "Rutland"
    assert report["inspection_periods"] == [{"start": "2011-06-06", "end": "2011-06-17"}]
    assert {j["label"]: j["grade"] for j in report["judgements"]} == {k: v.lower() for k, v in SAFEGUARDING.items()}
    assert {j["scope"] for j in report["judgements"]} == {"Safeguarding services"}
    assert not said(report, "judgements")


def test_a_report_on_both_services_lacks_one() -> None:
    report = slac(SAFEGUARDING, "Inspection of safeguarding and looked after children services")
    assert said(report, "judgements") == ["The record of main findings is missing or incomplete."]


@pytest.mark.parametrize("lost", [label for label in SAFEGUARDING if label != "Overall effectiveness"])
def test_a_row_that_is_lost_is_said_since_2011(lost: str) -> None:
    rows = {label: grade for label, grade in SAFEGUARDING.items() if label != lost}
    assert said(slac(rows, "Inspection of safeguarding services"), "judgements")
    assert not said(slac(rows, "Inspection of safeguarding services", "7 – 18 June 2010"), "judgements")


def test_a_row_that_is_lost_is_said_in_any_year_where_the_text_has_its_heading() -> None:
    rows = {label: grade for label, grade in SAFEGUARDING.items() if label != "Quality of provision"}
    body = "Quality of provision\n\n2. Assessments are thorough and timely.\n\n"
    report = slac(rows, "Inspection of safeguarding services", "7 – 18 June 2010", body)
    assert said(report, "judgements") == ["'Quality of provision' has a heading, and no grade was found for it."]


def test_a_sentence_grades_the_service_that_its_section_is_about() -> None:
    body = "Quality of provision\n\n2. The quality of provision is adequate.\n\nServices for looked after children\n\n"
    body += "Quality of provision\n\n3. The quality of provision is {}.\n\n"
    rows = SAFEGUARDING | {"Services for looked after children": "", "Overall effectiveness ": "Good"}
    rows |= {"Quality of provision ": "Good"}
    title = "Inspection of safeguarding and looked after children services"
    right, wrong = (slac(rows, title, "7 – 18 June 2010", body.format(grade)) for grade in ("good", "inadequate"))
    assert not said(right, "judgements")
    assert said(wrong, "judgements") == [
        "The text grades a judgement otherwise here: 'The quality of provision is inadequate. …'."
    ]


@pytest.mark.parametrize("title", ["Re-inspection of", "Reinspection of"])
def test_a_second_inspection_of_child_protection_is_one(title: str) -> None:
    text = COVER.format(
        title=f"{title} local authority arrangements for the protection of children",
        days="3 – 12 June 2013",
        published="26 July 2013",
    )
    text += AREAS + "Record of main findings\n\nOverall effectiveness\tInadequate\nLeadership and governance\tGood\n"
    report = ofsted.parse_text(text).to_dict()
    assert (report["framework"], report["authority"]["name"]) == ("child-protection", "Rutland")
    assert [j["grade"] for j in report["judgements"]] == ["inadequate", "good"]


def lac(cover: str, middle: str = "") -> dict[str, Any]:
    text = "Inspection of looked after children services\n\nRutland County Council\n\n" + cover
    text += "\n\nAbout this inspection\n\n1. Inspectors looked at services.\n\n"
    text += AREAS.replace("Within six", middle + "Within six") + "Service information\n\n3. There are six schools.\n\n"
    text += "Record of main findings\n\n"
    labels = ("Overall effectiveness", "Capacity to improve", "Outcomes for looked after children")
    for label in (*labels, "Quality of provision", "Leadership and management"):
        text += f"{label}\tGood\n"
    report: dict[str, Any] = ofsted.parse_text(text + "\n© Crown copyright 2013\n").to_dict()
    return report


@pytest.mark.parametrize(
    "cover",
    [
        "Inspection dates\n\nReporting inspector\n\nAge group\n\nPublished\n\n"
        "8 – 12 July 2013\n\nHonor Tredwell HMI\n\nAll\n\n16 August 2013",
        "Inspection dates: 8 – 12 July 2013\n\nReporting inspector Honor Tredwell HMI\n\n"
        "Age group:\nPublished:\n\nAll\n16 August 2013",
        "Inspection dates\n\n8 – 12 July 2013\n\nReporting inspector\n\nHonor Tredwell HMI\n\n"
        "Age group:\n\nAll\n\nPublished on:\n\n16 August 2013",
    ],
)
def test_a_cover_whose_labels_stand_apart_from_their_values(cover: str) -> None:
    report = lac(cover)
    assert report["inspection_periods"] == [{"start": "2013-07-08", "end": "2013-07-12"}]
    assert report["lead_inspector"] == {"name": "Honor Tredwell", "role": "HMI"}
    assert report["published"] == "2013-08-16"
    assert not said(report, "published")


PLAIN = "Inspection dates: 8 – 12 July 2013\n\nReporting inspector Honor Tredwell HMI\n\nPublished: 16 August 2013"


def test_a_grade_apart_from_its_heading_ends_no_list() -> None:
    report = lac(PLAIN, "Grade 2 (good)\n\n")
    assert [r["timescale"] for r in report["recommendations"]] == ["Immediately", "Within six months"]
    assert said(report, "judgements") == ["This grade stands apart from its heading: 'Grade 2 (good)'."]


def test_times_and_entries_below_another_heading_are_said() -> None:
    report = lac(PLAIN, "Service information\n\n")
    assert [r["timescale"] for r in report["recommendations"]] == ["Immediately"]
    assert any("'Within six months:' was not taken" in message for message in said(report, "recommendations"))


def test_a_time_without_its_colon_is_one_directly_below_a_sentence() -> None:
    text = COVER.format(
        title="Inspection of looked after children services", days="8 – 12 July 2013", published="1 August 2013"
    )
    text += "About this inspection\n\n1. Inspectors looked at services.\n\nAreas for improvement\n\n"
    text += "2. The local authority and its partners should take the following action.\nWithin three months\n"
    text += "- see every child alone.\n\n© Crown copyright 2013\n"
    found = ofsted.parse_text(text).to_dict()["recommendations"]
    assert [(r["text"], r["timescale"]) for r in found] == [("see every child alone.", "Within three months")]


# Joint area reviews.

FIGURES = {
    "Safeguarding": 2,
    "Looked after children": 3,
    "Learning difficulties and/or disabilities": 4,
    "Service management": 1,
    "Capacity to improve": 3,
}
WORDS = {1: "inadequate", 2: "adequate", 3: "good", 4: "outstanding"}


def jar(grades: str, contents: str = "") -> dict[str, Any]:
    text = "Joint area review\n\nRutland Children's Services Authority Area\n\nPublished: 12 May 2008\n\n"
    text += contents + "\fIntroduction\n\n1. This review looked at services for children.\n\nGrades\n\n"
    text += "4: outstanding; 3: good; 2: adequate; 1: inadequate\n\n" + grades
    text += "\nRecommendations\n\nFor immediate action\n\n- see every child alone.\n\n"
    text += "For action in the longer term\n\n- plan the workforce.\n\nSafeguarding\n\n2. Children are safe.\n"
    report: dict[str, Any] = ofsted.parse_text(text).to_dict()
    return report


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_figures_beside_or_below_their_rows(between: str) -> None:
    report = jar("".join(f"{label}{between}{figure}\n{between.strip(' ')}" for label, figure in FIGURES.items()))
    assert {j["label"]: j["grade"] for j in report["judgements"]} == {k: WORDS[v] for k, v in FIGURES.items()}
    assert not said(report, "judgements")
    assert [r["timescale"] for r in report["recommendations"]] == [
        "For immediate action",
        "For action in the longer term",
    ]


def test_a_column_of_labels_and_then_of_figures_gives_no_grade() -> None:
    report = jar("".join(f"{label}\n" for label in FIGURES) + "".join(f"{figure}\n" for figure in FIGURES.values()))
    assert not report["judgements"]
    assert said(report, "judgements")


def test_page_numbers_of_the_contents_are_no_grades() -> None:
    contents = "Safeguarding 3\nLooked after children 4\nService management 4\n"
    report = jar("The grades could not be printed.\n", contents)
    assert not report["judgements"]


def test_a_row_of_the_grades_that_is_lost_is_said() -> None:
    report = jar(
        "".join(f"{label} {figure}\n" for label, figure in FIGURES.items() if label != "Looked after children")
    )
    assert len(report["judgements"]) == 4
    assert any("'Looked after children'" in message for message in said(report, "judgements"))
