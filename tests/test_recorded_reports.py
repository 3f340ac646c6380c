"""Reports that end in a record of main findings (LAC), joint area reviews, and their covers, in
the layouts that extractors give them. All are made up.
"""

from __future__ import annotations

from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

AREAS = """Areas for improvement

2. In order to improve the quality of provision, the local authority should take the following action.

Immediately:

- make sure that every child is seen alone

Within six months:

- agree a protocol on early help.

"""


def said(report: dict[str, Any], field: str) -> list[str]:
    return [issue["message"] for issue in report["issues"] if issue["field"] == field]


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
