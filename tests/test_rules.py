"""What single rules of the core are for: each case is a small report with one part changed, and one field of it.

`make mutants` changes the core and asks whether a test notices: most of these are such a test. Names are invented.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

import ofsted
from tests.conftest import EXAMPLES
from tests.invented import ilacs_text


def flat(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A section, then what stands in it."""
    return [one for section in sections for one in (section, *flat(section["sections"]))]


def codes(report: dict[str, Any], field: str) -> list[str]:
    return [issue["code"] for issue in report["issues"] if issue["field"] == field]


# SIF: numbered paragraphs, a table whose labels begin with numbers, sentences on the whole and on the board.

SIF = """Ayton Borough Council

Inspection of services for children in need of help and protection, children looked after and care leavers

and

Review of the effectiveness of the Local Safeguarding Children Board1

Inspection date: 9 May 2016 - 2 June 2016

Report published: 29 July 2016

{overall}
1. Children who need help and protection	Requires improvement
2. Children looked after and achieving permanence	Good
2.1 Adoption performance	Good
2.2 Experiences and progress of care leavers	Requires Improvement
3. Leadership, management and governance	Good

Executive summary

Children are seen.

Information about this local authority area

Previous Ofsted inspections

{previous}

Recommendations

{asked}

The experiences and progress of children who need help and protection	Requires improvement

Summary

Plans are not good.

Inspection findings

{findings}

The experiences and progress of children looked after and achieving permanence	Good

6. Homes are near.

The graded judgement for adoption performance is that it is good

7. It is quick.

The graded judgement about the experience and progress of care leavers is that it requires improvement

8. They live alone.

Leadership, management and governance	Good

9. They lead.

The Local Safeguarding Children Board (LSCB)

{board}

Recommendations

10. Publish audits.

Information about this inspection

Inspectors have looked closely.

The inspection team

{team}

The Office for Standards in Education, Children's Services and Skills (Ofsted) regulates and inspects services.
"""
SIF_WORDS = {
    "overall": "Children's services in Ayton require improvement to be good",
    "previous": "The previous inspection of arrangements was in March 2012. The council was judged to be adequate.",
    "asked": "1. Write plans.\n2. Read them.\n3. Keep them.",
    "findings": "4. Contacts are dealt with.\n5. Plans are kept.",
    "board": "The Local Safeguarding Children Board requires improvement",
    "team": "Lead inspector: Ada Quill\n\nTeam inspectors: Bram Thorne, Cleo Vane",
}


def sif(**words: str) -> dict[str, Any]:
    found: dict[str, Any] = ofsted.parse_text(SIF.format(**{**SIF_WORDS, **words})).to_dict()
    assert found["framework"] == "sif"
    return found


def test_a_sif_report_is_read_whole() -> None:
    report = sif()
    assert {j["key"]: (j["grade"], j["source"]) for j in report["judgements"]} == {
        "overall_effectiveness": ("requires_improvement", "sentence"),
        "help_and_protection": ("requires_improvement", "table"),
        "looked_after_and_permanence": ("good", "table"),
        "adoption_performance": ("good", "table"),
        "care_leavers": ("requires_improvement", "table"),
        "leadership": ("good", "table"),
        "lscb_effectiveness": ("requires_improvement", "heading"),
    }
    assert [(s["heading"][:30], s["level"], s["grade"], len(s["paragraphs"])) for s in flat(report["sections"])] == [
        ("Executive summary", 2, None, 1),
        ("Information about this local a", 2, None, 0),
        ("Previous Ofsted inspections", 3, None, 1),
        ("Recommendations", 2, None, 3),
        ("The experiences and progress o", 2, "requires_improvement", 0),
        ("Summary", 3, None, 1),
        ("Inspection findings", 3, None, 2),
        ("The experiences and progress o", 2, "good", 1),
        ("The graded judgement for adopt", 3, "good", 1),
        ("The graded judgement about the", 3, "requires_improvement", 1),
        ("Leadership, management and gov", 2, "good", 1),
        ("The Local Safeguarding Childre", 1, None, 0),
        ("The Local Safeguarding Childre", 2, "requires_improvement", 0),
        ("Recommendations", 2, None, 1),
        ("Information about this inspect", 1, None, 1),
        ("The inspection team", 3, None, 2),
    ]
    assert [(r["number"], r["scope"]) for r in report["recommendations"]] == [
        ("1", "local authority"),
        ("2", "local authority"),
        ("3", "local authority"),
        ("10", "LSCB"),
    ]
    assert [(i["name"], i["role"]) for i in report["inspectors"]] == [
        ("Ada Quill", "Lead inspector"),
        ("Bram Thorne", "Team inspector"),
        ("Cleo Vane", "Team inspector"),
    ]
    assert [(issue["field"], issue["code"]) for issue in report["issues"]] == [("authority", "not_in_register")]


@pytest.mark.parametrize(
    ("overall", "grade"),
    [
        ("Children's services in Ayton are inadequate", "inadequate"),
        ("The overall judgement is that children's services are inadequate.", "inadequate"),
        ("The overall judgement is inadequate.", "inadequate"),
        ("The overall judgment is good", "good"),
        ("Children's services in Ayton require improvement to be", "requires_improvement"),
        ("Children's services in Ayton are good and get better", None),
        ("The overall judgement was made " + "with care " * 22 + "and is good.", None),
    ],
)
def test_the_sentence_on_the_whole(overall: str, grade: str | None) -> None:
    found = {j["key"]: j["grade"] for j in sif(overall=overall)["judgements"]}
    assert found.get("overall_effectiveness") == grade


@pytest.mark.parametrize(
    ("board", "grade"),
    [
        ("The effectiveness of the Local Safeguarding Children Board (LSCB) is good.", "good"),
        ("The Local Safeguarding Children Board is inadequate", "inadequate"),
        ("The board meets.", None),
    ],
)
def test_the_judgement_on_the_board(board: str, grade: str | None) -> None:
    report = sif(board=board)
    assert {j["key"]: j["grade"] for j in report["judgements"]}.get("lscb_effectiveness") == grade
    assert codes(report, "judgements") == ([] if grade else ["missing"])


def test_what_a_sif_report_inspects_shows_in_its_body_where_its_title_is_damaged() -> None:
    title, rows = SIF.index("Inspection of services"), SIF.index("1. Children who")
    review, body = SIF.index("\nReview of"), SIF.index("Executive summary")
    words = {**SIF_WORDS, "board": "The board meets."}
    without_review = ofsted.parse_text((SIF[: title + 100] + SIF[SIF.index("Inspection date") - 1 :]).format(**words))
    assert [i.message for i in without_review.issues if i.field == "judgements"] == [
        "No judgement on the LSCB was found."
    ]
    without_table = SIF[:title] + SIF[review:rows] + SIF[body:]
    report = ofsted.parse_text(without_table.format(**{**words, "overall": ""}))
    assert "No sentence on the overall judgement was found." in [issue.message for issue in report.issues]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("2.1 Adoption performance\tGood\n", "adoption_performance"),  # the heading is a sentence
        ("3. Leadership, management and governance\tGood\n", "leadership"),  # its grade stands beside it
    ],
)
def test_a_heading_gives_the_grade_that_the_table_lacks(row: str, key: str) -> None:
    assert row in SIF
    report = ofsted.parse_text(SIF.replace(row, "").format(**SIF_WORDS)).to_dict()
    [found] = [j for j in report["judgements"] if j["key"] == key]
    assert (found["grade"], found["printed"], found["source"]) == (
        "good",
        "good" if "2.1" in row else "Good",
        "heading",
    )


@pytest.mark.parametrize(
    ("previous", "wanted"),
    [
        (SIF_WORDS["previous"], [(2012, "arrangements", "adequate")]),
        ("The inspection of fostering took place in May 2011. It was judged good.", [(2011, "fostering", "good")]),
        ("The inspection of homes was in 2010. Their quality was good.", [(2010, "homes", "good")]),
        ("Inspection of homes was in 2010. They were judged good.", [(2010, "homes", "good")]),
        ("In 2010 the inspection of homes was short. They were judged good.", []),
        ("The inspection of homes in 2010 was short. They were judged good.", [(2010, "homes", "good")]),
        ("The inspections of homes were in 2010. They were judged to be good.", []),
        ("The inspection of homes was in 2010. They were judged as good.", [(2010, "homes", "good")]),
        ("The inspection of homes was in 2010. The authority was inadequate.", [(2010, "homes", "inadequate")]),
        ("The inspection of homes was in 2010. They were judged to be Grade 2 (Good).", [(2010, "homes", "good")]),
        ("The inspection of homes was in 2010. They were judged to be grade 2.", []),
        ("The inspection of homes was in 2010. They were judged and their quality was good.", []),
        # two inspections in one paragraph
        (
            "The council runs two homes. Both were judged good when they were last inspected. The previous inspection "
            "of care was in 2010. The council was judged to be good. The last inspection of fostering was in May 2011. "
            "The council was judged to be adequate.",
            [(2010, "care", "good"), (2011, "fostering", "adequate")],
        ),
        (
            "The last inspection of care was in 2010. The authority was inadequate. The last inspection of homes was "
            "in 2011. The authority was adequate.",
            [(2010, "care", "inadequate"), (2011, "homes", "adequate")],
        ),
        # in other words
        (
            "The council runs two homes. Fostering was last inspected in May 2011 and was judged to be adequate. The "
            "council's care was previously inspected in 2010. It was judged to be good.",
            [(2011, "Fostering", "adequate"), (2010, "The council's care", "good")],
        ),
        ("Two homes, one of them new, were last inspected in 2010. They were judged to be good.", []),
        # two years, two grades, no inspection, no grade
        ("The inspection of homes was in 2010. The one of 2011 was judged good.", []),
        ("The inspection of homes was in 2010. One was judged good and one outstanding.", []),
        ("The council was judged good in 2010.", []),
        ("The inspection of homes was in 2010. It was judged well run and good.", []),
        (
            "The inspection was in June 2013. The judgements for the local authority were:\n\n"
            "- overall effectiveness: inadequate\n- leadership: adequate.\n- They met.\n- adoption: good",
            [(2013, "overall effectiveness", "inadequate"), (2013, "leadership", "adequate")],
        ),
    ],
)
def test_previous_judgements_of_a_sif_report(previous: str, wanted: list[tuple[int, str, str]]) -> None:
    found = sif(previous=previous)["previous_judgements"]
    assert [(p["year"], p["label"], p["grade"]) for p in found] == wanted


@pytest.mark.parametrize(
    ("previous", "wanted"),
    [
        (SIF_WORDS["previous"], []),
        # two grades of one inspection, two inspections
        (
            "The inspection of homes and care was in 2010. They were judged good for one and adequate for one.",
            ["unreadable"],
        ),
        (
            "The last inspection of care was in 2010. In 2011 homes were inspected. Both were judged good.",
            ["unreadable"],
        ),
        (
            "The council runs a home. The last inspection of care was in 2010. One judged it good and one adequate. "
            "The last inspection of homes was in 2011. The council was judged to be good.",
            ["unreadable"],
        ),
        (
            "The last inspection of care was in 2010. The last inspection of homes was in 2011. The council was judged "
            "to be good in both.",
            ["unreadable"],
        ),
        # another grade before the one that is judged
        (
            "An inspection of care and homes was in 2010. It found care inadequate. Homes were judged to be good.",
            ["unreadable"],
        ),
        (
            "The last inspection of care and homes was in 2010. It judged care to be inadequate, with homes judged to "
            "be good.",
            ["unreadable"],
        ),
        ("Care was also inspected in 2010. It was judged to be good for some and adequate for others.", ["unreadable"]),
        # bullets that were lost, so that sentences run together, and another sentence of what was read
        (
            "0 The last inspection of care was in 2010. It was judged to be good. 0 The last inspection of homes was "
            "in 2011. It was judged to be adequate.",
            ["unreadable"],
        ),
        (
            "The last inspection of care was in 2010. It was judged to be good.\n\n"
            "Before Ofsted’s last inspection of care in 2010 it was judged good.",
            [],
        ),
        ("Ofsted’s last inspection of homes was in 2010.", []),
        # a figure of the year was misread
        ("The last inspection of care was in May 2O10. It was judged to be good.", ["unreadable"]),
        ("The last inspection of care was in May 2070. It was judged to be good.", ["unreadable"]),
        ("The last inspection of care was good. It was judged by all.", []),
        # an inspection of late 2014 may have been published in 2015
        ("The last inspection of care was published in 2015. It was judged good.", ["year_unclear"]),
        (
            "The last report was published in May 2015. The judgements for the local authority were:\n\n- care: good.",
            ["year_unclear"],
        ),
        ("The last inspection of care, of which a report was published, was in 2015. It was judged good.", []),
    ],
)
def test_doubtful_previous_judgements_of_a_sif_report(previous: str, wanted: list[str]) -> None:
    assert codes(sif(previous=previous), "previous_judgements") == wanted


def test_previous_judgements_of_a_sif_report_put_no_judgement_in_doubt() -> None:
    listed = "- overall effectiveness: inadequate\n- leadership: adequate."
    read = sif(previous=f"The inspection was in June 2013. The judgements for the local authority were:\n\n{listed}")
    assert len(read["previous_judgements"]) == 2
    assert "grades_disagree" not in codes(read, "judgements")


@pytest.mark.parametrize(
    "heading", ["Progress since the last inspection", "Information about this local authority area"]
)
def test_previous_judgements_below_another_heading(heading: str) -> None:
    words = f"{heading}\n\n{SIF_WORDS['previous']}"
    found = sif(previous=words)["previous_judgements"]
    assert [(p["year"], p["grade"]) for p in found] == [(2012, "adequate")]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("1. Write plans:\n\n- for all\n- in time.\n\n2. Keep them.", ["Write plans: for all in time.", "Keep them."]),
        ("1. Write plans\n\nand read them.\n\n2. Keep them.", ["Write plans and read them.", "Keep them."]),
        ("They should:\n\n1. Write plans.\n\n2. Keep them.", ["Write plans.", "Keep them."]),
        ("- Write plans.\n- Keep them.", ["Write plans.", "Keep them."]),
        (
            "1. Write plans, so that\n\n- all have one.\n\n2. Keep them.",
            ["Write plans, so that all have one.", "Keep them."],
        ),
        (
            "Priority and immediate action\n\n1. Write plans.\n\nAreas for improvement\n\n2. Keep them.",
            ["Write plans.", "Keep them."],
        ),
        (
            "1. Oversight by leaders\n\n- Leaders read plans.\n- They keep them.\n\n2. Help by workers\n\n- They help.",
            ["Leaders read plans.", "They keep them.", "They help."],
        ),
        (
            "1. Write plans\n\nAreas for improvement\n\n- Homes are kept.\n- Schools are told.",
            ["Write plans", "Homes are kept.", "Schools are told."],
        ),
    ],
)
def test_recommendations_of_a_sif_report(asked: str, wanted: list[str]) -> None:
    found = [r["text"] for r in sif(asked=asked)["recommendations"] if r["scope"] == "local authority"]
    assert found == wanted


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (
            "Priority and immediate action\n\n1. Write plans.\n\nAreas for improvement\n\n2. Keep them.",
            ["Write plans."],
        ),
        (
            "Priority and immediate action\n\n- Write plans.\n- Read them.\n\nAreas for improvement\n\n- Keep them.",
            ["Write plans.", "Read them."],
        ),
        (
            "Priority and immediate action\n\n1. The inspection did not find any areas for priority and immediate "
            "action.\n\nAreas for improvement\n\n2. Keep them.",
            [],
        ),
        ("1. Write plans.\n\n2. Keep them.", []),
    ],
)
def test_priority_actions_of_a_sif_report(asked: str, wanted: list[str]) -> None:
    report = sif(asked=asked)
    assert [f["text"] for f in report["findings"]["priority_actions"]] == wanted
    assert [r["text"] for r in report["recommendations"]][: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("findings", "wanted"),
    [
        # the second half of a paragraph; where a number is missing, it may be that paragraph
        (
            "4. Contacts are read.\n\nMost in a day.\n\n5. Plans are kept.",
            [(4, "Contacts are read. Most in a day."), (5, "Plans are kept.")],
        ),
        (
            "4. Contacts are read.\n\nMost in a day.\n\n6. Plans are kept.",
            [(4, "Contacts are read."), (None, "Most in a day."), (6, "Plans are kept.")],
        ),
        (
            "4. Contacts are read.\n\nMost in a day.\n\nAll in two.\n\n6. Plans are kept.",
            [(4, "Contacts are read."), (None, "Most in a day."), (None, "All in two."), (6, "Plans are kept.")],
        ),
        ("4. Contacts are read.\n\n____\n\n5. Plans are kept.", [(4, "Contacts are read."), (5, "Plans are kept.")]),
    ],
)
def test_numbered_paragraphs_of_a_sif_report(findings: str, wanted: list[tuple[int | None, str]]) -> None:
    section = next(s for s in flat(sif(findings=findings)["sections"]) if s["heading"] == "Inspection findings")
    assert [(p["number"], p["text"]) for p in section["paragraphs"]] == wanted


UNFINISHED = (
    "What workers keep on file of each child whom they know and of each family that they meet at home or school"
)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "1. Contacts are read.\n\nMost in a day.\n\nAll in two.\n\n2. Plans are kept.",
            [(1, "Contacts are read. Most in a day. All in two."), (2, "Plans are kept.")],
        ),
        # a number may be missing, a heading may not be known, other text may follow the last number
        (
            "1. Contacts are read.\n\nMost in a day.\n\n3. Plans are kept.",
            [(1, "Contacts are read."), (None, "Most in a day."), (3, "Plans are kept.")],
        ),
        (
            f"1. Contacts are read.\n\n{UNFINISHED}\n\n2. Plans are kept.",
            [(1, "Contacts are read."), (None, UNFINISHED), (2, "Plans are kept.")],
        ),
        (
            "1. Contacts are read.\n\nThe council may answer.",
            [(1, "Contacts are read."), (None, "The council may answer.")],
        ),
    ],
)
def test_numbered_paragraphs_of_an_ilacs_report(body: str, wanted: list[tuple[int | None, str]]) -> None:
    heading = "The experiences and progress of children in care"
    report = ofsted.parse_text(ilacs_text(body=f"{heading}: good\n\n{body}")).to_dict()
    section = next(s for s in flat(report["sections"]) if s["heading"] == heading)
    assert [(p["number"], p["text"]) for p in section["paragraphs"]] == wanted


@pytest.mark.parametrize("within", [[1], [1, 2, 3]])
def test_a_series_goes_on_behind_another_within(within: list[int]) -> None:
    heading = "The experiences and progress of children in care"
    numbers = [*range(1, 10), *within, 10, 11, 12]
    body = "\n\n".join(f"{number}. Children are seen at home." for number in numbers)
    found = ofsted.parse_text(ilacs_text(body=f"{heading}: good\n\n{body}")).to_dict()
    section = next(s for s in flat(found["sections"]) if s["heading"] == heading)
    assert [p["number"] for p in section["paragraphs"]] == numbers
    assert codes(found, "sections") == ["number_missing", "missing"]


def test_a_line_that_begins_like_the_next_number_of_the_series_around_is_none() -> None:
    heading = "The experiences and progress of children in care"
    body = "\n\n".join(f"{number}. Children are seen at home." for number in range(1, 10))
    within = "1. Most of those who moved did so in March, and the home with the number\n10. The others stayed."
    found = ofsted.parse_text(ilacs_text(body=f"{heading}: good\n\n{body}\n\n{within}")).to_dict()
    section = next(s for s in flat(found["sections"]) if s["heading"] == heading)
    assert [p["number"] for p in section["paragraphs"]] == [*range(1, 10), 1]


def test_a_paragraph_whose_second_half_has_a_page_of_its_own() -> None:
    findings = "4. Contacts are dealt with.\n\n\fThey are kept.\n\n5. Plans are kept."
    [paragraph] = [p for s in flat(sif(findings=findings)["sections"]) for p in s["paragraphs"] if p["number"] == 4]
    assert paragraph["text"] == "Contacts are dealt with. They are kept."
    assert (paragraph["page"], paragraph["last_page"]) == (1, 2)


def test_a_full_line_without_a_grade_above_a_sentence_is_a_heading() -> None:
    wrapped = "\n".join(["Children are seen at home by staff whom they know and who come when they said so."] * 9)
    heading = "The graded judgement about the experience and progress of care leavers."
    below = "This was not judged. At the time of the inspection the council had no such people\nto help."
    sections = flat(sif(findings=f"4. {wrapped}\n\n{heading}\n{below}")["sections"])
    assert heading in [s["heading"] for s in sections]


def test_a_full_line_that_goes_on_is_no_topic_of_every_report() -> None:
    wrapped = "\n".join(["Children are seen at home by staff whom they know and who come when they said so."] * 9)
    words = "Children living in homes where parents are ill or where there is no money at all are seen\nand heard."
    sections = flat(sif(previous=f"{wrapped}\n{words}")["sections"])
    [paragraph] = next(s for s in sections if s["heading"] == "Previous Ofsted inspections")["paragraphs"]
    assert paragraph["text"] == f"{wrapped}\n{words}".replace("\n", " ")


@pytest.mark.parametrize(
    ("name", "title", "authority"),
    [
        ("Rutland County\nCouncil", "Inspection of children’s social care services", "Rutland"),
        ("Exford Borough Council", "Inspection of local authority children’s services", "Exford Borough Council"),
        (
            "Royal Borough of Kingston upon\nThames",
            "Inspection of children’s social care services",
            "Kingston upon Thames",
        ),
    ],
)
def test_the_name_right_above_the_title_is_no_part_of_it(name: str, title: str, authority: str) -> None:
    text = ilacs_text().replace("Inspection of Rutland local authority children’s services\n", f"{name}\n{title}\n")
    report = ofsted.parse_text(text)
    assert (report.title, report.authority.name) == (title, authority)


def test_a_full_line_that_begins_a_paragraph_is_no_heading_though_it_gives_a_grade() -> None:
    words = "Personal advisers keep in touch with all of them and know what they need in time"
    wrapped = "\n".join(["Children are seen at home by staff whom they know and who come when they said so."] * 9)
    grade = "The experiences and progress of care leavers who live in the town of Ayton are good."
    sections = flat(sif(previous=f"{wrapped}\n\n{grade}\n{words}\nto help.")["sections"])
    assert [s["heading"] for s in sections if grade in s["heading"]] == []
    assert [p["text"] for s in sections for p in s["paragraphs"] if words in p["text"]] == [f"{grade} {words} to help."]


@pytest.mark.parametrize("end", [" because:", "\nbecause:"])
def test_topics_divide_a_list_of_reasons_without_a_blank_line(end: str) -> None:
    """Each stands right above its bullets: it is a heading and no judgement, and no end of the item above it."""
    reasons = (
        f"The council was judged to be adequate in March 2012.\n\nSummary of findings\n\n"
        f"Children’s services in Ayton require improvement{end}\nHelp at home\n\n"
        "• Plans are late.\n• Visits are few, and it is not known why. Those\nwho ask are told.\n"
        "Leadership, management and governance require improvement\n\n• Audits are rare.\n• Staff leave\nCare homes"
    )
    sections = flat(sif(previous=reasons)["sections"])
    at = next(i for i, section in enumerate(sections) if section["heading"] == "Summary of findings")
    assert [(s["heading"], s["grade"], [p["text"] for p in s["paragraphs"]]) for s in sections[at : at + 4]] == [
        ("Summary of findings", None, []),
        ("Children’s services in Ayton require improvement because:", None, []),
        (
            "Help at home",
            None,
            ["Plans are late.", "Visits are few, and it is not known why. Those who ask are told."],
        ),
        (
            "Leadership, management and governance require improvement",
            None,
            ["Audits are rare.", "Staff leave Care homes"],
        ),
    ]


@pytest.mark.parametrize(
    ("team", "people", "lead"),
    [
        (
            "Lead inspector:\n\nAda Quill\n\nTeam inspectors:\n\nBram Thorne",
            [("Ada Quill", "Lead inspector"), ("Bram Thorne", "Team inspector")],
            "Ada Quill",
        ),
        (
            "Lead inspector: Ada Quill, HMI\n\nLead inspector: Bo Lane",
            [("Ada Quill", "HMI"), ("Bo Lane", "Lead inspector")],
            "Ada Quill",
        ),
        (
            "Lead inspector:\n\nAda Quill\nDeputy lead inspector:\n\nBram Thorne\nShadow inspectors:\n\n"
            "N/A\nSenior data analyst:\n\nCleo Vane",
            [
                ("Ada Quill", "Lead inspector"),
                ("Bram Thorne", "Deputy lead inspector"),
                ("Cleo Vane", "Senior data analyst"),
            ],
            "Ada Quill",
        ),
        (
            "Lead inspector: Ada Quill, HMI\n\nDeputy lead inspectors: Bo Lane HMI, Cleo Vane\n\n"
            "Team inspectors: Dan Frost, HMI, Eve Marsh\n\nShadow inspector: Fay Holt Designated HMI\n\n"
            "Quality assurance manager: Gil Stone, Senior HMI",
            [
                ("Ada Quill", "HMI"),
                ("Bo Lane", "Deputy lead inspector, HMI"),
                ("Cleo Vane", "Deputy lead inspector"),
                ("Dan Frost", "HMI"),
                ("Eve Marsh", "Team inspector"),
                ("Fay Holt", "Shadow inspector, Designated HMI"),
                ("Gil Stone", "Quality assurance manager, Senior HMI"),
            ],
            "Ada Quill",
        ),
        (
            "Lead inspector: Ada Quill\n\n"
            "Quality assurance manager: Gil Stone HMI Deputy Director Social Care\nInspection",
            [
                ("Ada Quill", "Lead inspector"),
                ("Gil Stone", "Quality assurance manager, HMI Deputy Director Social Care Inspection"),
            ],
            "Ada Quill",
        ),
        (
            "Lead inspector: Ada Quill, Senior HMI, Regional Director\nInspection manager: Gil Stone",
            [("Ada Quill", "Senior HMI, Regional Director"), ("Gil Stone", "Inspection manager")],
            "Ada Quill",
        ),
        ("Team inspectors: Ada Quill", [("Ada Quill", "Team inspector")], None),
        (
            "Lead inspector: Ada Quill Any complaints about the inspection go to Bo Lane, HMI.",
            [("Ada Quill", "Lead inspector")],
            "Ada Quill",
        ),
        ("They are not named.", [], None),
    ],
)
def test_the_team_of_a_sif_report(team: str, people: list[tuple[str, str]], lead: str | None) -> None:
    report = sif(team=team)
    assert [(i["name"], i["role"]) for i in report["inspectors"]] == people
    assert (report["lead_inspector"] or {}).get("name") == lead
    assert codes(report, "lead_inspector") == ([] if lead else ["missing"])
    assert codes(report, "inspectors") == ([] if people else ["missing"])


@pytest.mark.parametrize(
    "member",
    [
        "Deputy lead inspec tor: Bram Thorne",
        "Quality assurance manager: BramThorne",
        "Senior data analyst: Br am Thorne",
        "Team inspectors: Bram Thorne XQRI",
    ],
)
def test_one_of_a_team_who_was_not_read_is_said(member: str) -> None:
    for team in f"Lead inspector: Ada Quill\n\n{member}", f"{member}\n\nLead inspector: Ada Quill":
        assert codes(sif(team=team), "inspectors") == ["odd_names"]
    for lead in "Lead inspector: Ada Qui ll", "Lead inspec tor: Ada Quill":
        assert codes(sif(team=lead), "lead_inspector")
    assert codes(sif(team="Lead inspector: Ada Quill\n\nShadow inspectors: N/A"), "inspectors") == []


@pytest.mark.parametrize(
    "said", ["The previous overall judgement was good.", "At the last inspection children's services were good."]
)
def test_the_grade_of_the_inspection_before_is_not_this_ones(said: str) -> None:
    for overall in f"{said}\n\n{SIF_WORDS['overall']}", f"{SIF_WORDS['overall']}\n\n{said}":
        [whole] = [j for j in sif(overall=overall)["judgements"] if j["key"] == "overall_effectiveness"]
        assert whole["grade"] == "requires_improvement"


def test_words_that_lost_a_space_are_no_other_grade() -> None:
    report = sif(overall="Children’s services in Rutlandrequires improvement tobe good")
    assert "good" not in {judgement["grade"] for judgement in report["judgements"] if judgement["key"].startswith("ov")}


# Area SEND: one outcome of three, what is asked for in tables, a team in two columns.

AREA = """Area SEND inspection of {area}

Inspection dates: 29 January 2024 to 2 February 2024

{previous}

Inspection outcome

{outcome}

Information about the local area partnership

They are responsible.

What is the area partnership doing that is effective?

- Leaders meet families.
- Therapists help.

What does the area partnership need to do better?

- Plans are late.

{asked}

Inspection team

{team}

The Office for Standards in Education, Children's Services and Skills (Ofsted) regulates and inspects services.
"""
AREA_WORDS = {
    "area": "Norfolk Local Area Partnership",
    "previous": "Dates of previous inspection: 1 to 5 April 2019",
    "outcome": "The arrangements lead to inconsistent experiences and outcomes for children.",
    "asked": "Areas for improvement\n\nLeaders should bring down waits.\n\nThey should write plans.",
    "team": "Ofsted\n\nAda Quill, HMI lead inspector\n\nCare Quality Commission\n\nCleo Vane, CQC lead inspector",
}


def area(**words: str) -> dict[str, Any]:
    found: dict[str, Any] = ofsted.parse_text(AREA.format(**{**AREA_WORDS, **words})).to_dict()
    assert found["framework"] == "area-send"
    return found


def test_an_area_send_title_glued_to_the_line_above() -> None:
    text = AREA.format(**AREA_WORDS).replace("Norfolk Local Area ", "Norfolk Local\nArea ")
    lines = [line for line in text.splitlines() if line]
    report = ofsted.parse_text("\n".join(["Local area partnership report", *lines]))
    assert report.title == "Area SEND inspection of Norfolk Local Area Partnership"
    assert report.authority.name == "Norfolk"


def test_a_revisit_beside_the_inspection_before() -> None:
    words = "Dates of previous inspection: The full inspection was on 1 April 2019. There was a revisit on 6 May 2021."
    report = area(previous=words)
    assert [(p["start"], p["year"]) for p in report["previous_inspections"]] == [
        ("2019-04-01", 2019),
        ("2021-05-06", 2021),
    ]


def test_an_area_send_report_is_read_whole() -> None:
    report = area()
    assert report["title"] == "Area SEND inspection of Norfolk Local Area Partnership"
    assert area(area="\n\nNorfolk\n\nLocal Area Partnership")["title"] == report["title"]
    assert report["authority"]["name"] == "Norfolk"
    assert [(p["start"], p["end"]) for p in report["previous_inspections"]] == [("2019-04-01", "2019-04-05")]
    assert [f["text"] for f in report["findings"]["strengths"]] == ["Leaders meet families.", "Therapists help."]
    assert [f["text"] for f in report["findings"]["areas_for_development"]] == ["Plans are late."]
    assert [r["text"] for r in report["recommendations"]] == [
        "Leaders should bring down waits.",
        "They should write plans.",
    ]
    assert [i["name"] for i in report["inspectors"]] == ["Ada Quill", "Cleo Vane"]
    assert report["lead_inspector"]["name"] == "Ada Quill"


def test_paragraphs_of_an_area_that_stand_again_are_flagged() -> None:
    first = "Leaders of health and of education meet families as often as they should, and say why."
    second = "Families know whom to ask, and they hear within a week or two what has come of it all."
    assert codes(area(asked=f"{first}\n\n{second}\n\nThey meet.\n\n{first}"), "sections") == []
    asked = f"{first}\n\n{second}\n\nThey meet.\n\n{first}\n\n{second}"
    assert codes(area(asked=asked), "sections") == ["repeated"]


@pytest.mark.parametrize(
    ("outcome", "grade"),
    [
        (AREA_WORDS["outcome"], "inconsistent"),
        ("The arrangements typically lead to positive experiences and outcomes.", "typically_positive"),
        ("There are widespread and/or systemic failings.", "widespread_failings"),
        ("There are widespread and systemic failings.", "widespread_failings"),
        ("There are failings.", None),
    ],
)
def test_the_outcome_of_an_area(outcome: str, grade: str | None) -> None:
    report = area(outcome=outcome)
    assert [(j["key"], j["grade"]) for j in report["judgements"]] == ([("inspection_outcome", grade)] if grade else [])
    assert ("missing" in codes(report, "judgements")) == (grade is None)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (
            "Areas for priority action\n\nResponsible body\tAreas for priority action\n"
            "Norfolk Council\tLeaders should act now.\nNHS Ayton\tThey should see children.",
            [("Leaders should act now.", "Norfolk Council"), ("They should see children.", "NHS Ayton")],
        ),
        (
            "Areas for improvement\n\n"
            "Leaders across the partnership should do all that they have planned:\n\n- act\n- see.",
            [("Leaders across the partnership should do all that they have planned: act see.", None)],
        ),
        ("Further words", []),
    ],
)
def test_what_an_area_is_asked_for(asked: str, wanted: list[tuple[str, str | None]]) -> None:
    report = area(asked=asked)
    assert [(r["text"], r["scope"]) for r in report["recommendations"]] == wanted
    assert ("missing" in codes(report, "recommendations")) == (not wanted)


def test_what_stands_below_how_to_complain_is_not_the_areas() -> None:
    below = "If you are not happy with the inspection or the report, tell us.\n\nThey should write plans."
    report = area(asked=f"Areas for improvement\n\nLeaders should bring down waits.\n\n{below}")
    assert [r["text"] for r in report["recommendations"]] == ["Leaders should bring down waits."]
    assert "They should write plans." not in [p["text"] for s in flat(report["sections"]) for p in s["paragraphs"]]


def test_priority_actions_without_a_table_are_doubtful_wherever_they_stand() -> None:
    report = area(asked="Areas for priority action\n\nNorfolk Council and the Board should act now.")
    assert [f["text"] for f in report["findings"]["priority_actions"]]
    assert "fallback" in codes(report, "recommendations")
    assert "fallback" in codes(report, "findings")


@pytest.mark.parametrize(
    ("team", "names", "lead"),
    [
        ("Ada Quill, Ofsted HMI lead inspector\tCleo Vane, CQC inspector", ["Ada Quill", "Cleo Vane"], "Ada Quill"),
        ("Ada Quill, Ofsted HMI lead inspector   Cleo Vane, CQC inspector", ["Ada Quill", "Cleo Vane"], "Ada Quill"),
        (
            "Ofsted\tCare Quality Commission\nAda Quill, Ofsted HMI Lead\tCleo Vane, CQC lead",
            ["Ada Quill", "Cleo Vane"],
            "Ada Quill",
        ),
        ("Cleo Vane, CQC lead inspector", ["Cleo Vane"], None),
        ("Ada Quill, HMI lead inspector\n\nBo Lane, HMI lead inspector", ["Ada Quill", "Bo Lane"], "Ada Quill"),
        (
            "Ada Quill, HMI lead inspector\n\nIf you are not happy with the inspection, write to Bo Lane.",
            ["Ada Quill"],
            "Ada Quill",
        ),
    ],
)
def test_the_team_of_an_area(team: str, names: list[str], lead: str | None) -> None:
    report = area(team=team)
    assert [i["name"] for i in report["inspectors"]] == names
    assert (report["lead_inspector"] or {}).get("name") == lead
    assert ("several_people" in codes(report, "lead_inspector")) == ("Bo Lane, HMI" in team)


# JTAI: letters to a partnership.

JTAI = """24 May 2023

Dear Ayton Safeguarding Children Partnership

{subject}

{summary}

{body}

Yours sincerely

Philippa Stannard

National Director, Ofsted
"""
JTAI_WORDS = {
    "subject": "Joint targeted area inspection of Norfolk",
    "summary": "This inspection took place from 20 to 24 March 2023. It was on the multi-agency response to neglect.",
    "body": "Headline findings\n\nMost children get help.\n\nWhat needs to improve?\n\n- Meetings.\n- Waits.",
}


def jtai(**words: str) -> dict[str, Any]:
    found: dict[str, Any] = ofsted.parse_text(JTAI.format(**{**JTAI_WORDS, **words})).to_dict()
    assert found["framework"] == "jtai"
    return found


@pytest.mark.parametrize(
    ("heading", "flags"),
    [
        ("Areas for improvement", []),
        ("Areas for improvement in practice", ["odd_entry"]),
        ("Areas for improvement, as partners see them", ["odd_entry"]),
    ],
)
def test_a_heading_that_may_begin_another_list_is_flagged(heading: str, flags: list[str]) -> None:
    report = jtai(body=f"Areas for priority action\n\n- Meetings.\n- Waits.\n\n{heading}\n\n- Homes.\n- Schools.")
    assert [r["text"] for r in report["recommendations"]] == ["Meetings.", "Waits.", "Homes.", "Schools."]
    assert codes(report, "recommendations") == flags


@pytest.mark.parametrize("words", [1, 2, 3])
def test_a_salutation_over_several_lines_is_one(words: int) -> None:
    whole = "Dear Ayton Safeguarding Children Partnership"
    parts = whole.split(" ", 1 + words)
    text = JTAI.format(**JTAI_WORDS)
    assert whole in text
    report = ofsted.parse_text(text.replace(whole, " ".join(parts[:-1]) + "\n" + parts[-1]))
    assert report.addressee == whole[5:]


def test_a_jtai_letter_whose_subject_ocr_tore_is_one() -> None:
    report = jtai(subject="J oint targeted area inspection of Norfolk")
    assert report["authority"]["name"] == "Norfolk"
    assert report["inspection_periods"] == jtai()["inspection_periods"]


def test_a_jtai_letter_is_read_whole() -> None:
    report = jtai()
    assert report["addressee"] == "Ayton Safeguarding Children Partnership"
    assert report["published"] == "2023-05-24"
    assert report["authority"]["name"] == "Norfolk"
    assert [(p["start"], p["end"]) for p in report["inspection_periods"]] == [("2023-03-20", "2023-03-24")]
    assert [r["text"] for r in report["recommendations"]] == ["Meetings.", "Waits."]
    assert report["issues"] == []


WHEN = "This inspection took place from 20 to 24 March 2023."
ABOUT = "Joint targeted area inspection of"
RESPONSE = "the multi-agency response to"


@pytest.mark.parametrize(
    ("subject", "opening", "theme"),
    [
        (f"{ABOUT} {RESPONSE} harm in the home in Ayton", "", "harm in the home"),
        (f"{ABOUT} Ayton", "A joint inspection of the multi - agency response to risk in Ayton.", "risk"),
        (f"{ABOUT} {RESPONSE} neglect in the London Borough of Ayton", "", "neglect"),
        (f"{ABOUT} Ayton", f"We looked at {RESPONSE} the loss of homes in Ayton city for all.", "the loss of homes"),
        (f"{ABOUT} Ayton", f"We looked at {RESPONSE} families who need help.", "families who need help"),
        # The subject line's is what the inspection is about; the opening's may be wider.
        (f"{ABOUT} {RESPONSE} debt in Ayton", f"We saw {RESPONSE} abuse and debt in Ayton.", "debt"),
        # A subject line that comes to no area may be cut off.
        (f"{ABOUT} {RESPONSE} abuse and", f"We saw {RESPONSE} abuse and neglect in Ayton.", "abuse and neglect"),
        (f"{ABOUT} {RESPONSE} neglect", f"We saw {RESPONSE} it.", "neglect"),
        # In other words.
        (
            f"{ABOUT} Ayton",
            "These are findings of the inspection (JTAI) of the multi-agency care of the young in Ayton.",
            "multi-agency care of the young",
        ),
        (f"{ABOUT} services for the very young in Ayton", "", "services for the very young"),
        (f"{ABOUT} Norfolk", "It had a \u2018deep dive\u2019 focus on the response to debt.", "debt"),
    ],
)
def test_the_theme_of_a_jtai(subject: str, opening: str, theme: str) -> None:
    report = jtai(subject=subject, summary=f"{WHEN}\n\n{opening}")
    assert report["focus"] == theme
    assert "missing" not in codes(report, "focus")


@pytest.mark.parametrize("subject", [f"{ABOUT} Norfolk", f"{ABOUT} the Royal Borough of Ayton"])
@pytest.mark.parametrize("opening", ["", "This is the joint inspection of Norfolk.", "Leaders set the focus on debt."])
def test_a_jtai_without_a_theme(subject: str, opening: str) -> None:
    report = jtai(subject=subject, summary=f"{WHEN}\n\n{opening}")
    assert report["focus"] is None
    assert codes(report, "focus") == ["missing"]


PROSE = "Leaders know their services well, and their staff say so."


@pytest.mark.parametrize(
    "below",
    [
        f"{PROSE}\n\nThey meet every week.",
        f"Ayton Safeguarding Partnership\n\n{PROSE}\n\nThey meet every week.",
        f"What we saw\n\n{PROSE}\n\nWhat we liked\n\n- The meetings.\n- The calm.",
    ],
)
def test_a_list_ends_where_prose_begins(below: str) -> None:
    report = jtai(body=f"What needs to improve?\n\n- Meetings.\n- Waits.\n\n{below}")
    assert [r["text"] for r in report["recommendations"]] == ["Meetings.", "Waits."]
    assert [i["code"] for i in report["issues"] if i["field"] == "recommendations"] == ["no_list"]


@pytest.mark.parametrize(
    "body",
    [
        "What needs to improve?\n\nThe Ayton Trust\n\n- Meetings.\n\nThe Ayton Board\n\n- Waits.",
        "What needs to improve?\n\nLeaders should look at:\n\n- Meetings.\n\nand at:\n\n- Waits.",
        f"What needs to improve?\n\n- Meetings.\n- Waits.\n\nMain findings\n\n{PROSE}",
    ],
)
def test_what_divides_a_list_does_not_end_it(body: str) -> None:
    report = jtai(body=body)
    assert [r["text"] for r in report["recommendations"]] == ["Meetings.", "Waits."]
    assert report["issues"] == []


@pytest.mark.parametrize(("length", "flags"), [(100, []), (101, ["odd_entry"])])
def test_what_divides_a_list_is_short(length: int, flags: list[str]) -> None:
    topic = "The Board of Ayton".ljust(length, "n")
    report = jtai(body=f"What needs to improve?\n\n- Meetings\n\n{topic}\n\n- Waits.")
    assert (report["recommendations"][1]["heading"] == topic) == (not flags)
    assert [issue["code"] for issue in report["issues"]] == flags


def test_a_sentence_above_what_divides_a_list_does_not_end_it() -> None:
    report = jtai(body="What needs to improve?\n\n- Meetings.\n\nThey are long.\n\nThe Ayton Board\n\n- Waits.")
    assert [r["text"] for r in report["recommendations"]] == ["Meetings. They are long.", "Waits."]
    assert [issue["code"] for issue in report["issues"]] == ["odd_entry"]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Joint targeted area inspection of Ayton", "Ayton"),
        ("Joint targeted area inspection of the multi-agency response to neglect in Ayton", "Ayton"),
    ],
)
def test_an_area_that_the_register_does_not_have(subject: str, name: str) -> None:
    assert jtai(subject=subject)["authority"]["name"] == name


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        # the words above the list name the body, or each entry does
        (
            "Areas for priority action\n\n- Leaders of the Ayton Trust need to act.\n- The Ayton Board needs to meet.",
            [
                ("Leaders of the Ayton Trust need to act.", "Ayton Trust"),
                ("The Ayton Board needs to meet.", "Ayton Board"),
            ],
        ),
        (
            "Areas for priority action\n\n"
            "The Ayton Board and all of its many partners need to see that:\n\n- they meet.",
            [
                (
                    "The Ayton Board and all of its many partners need to see that: they meet.",
                    "Ayton Board and all of its many partners",
                )
            ],
        ),
        (
            "Areas for priority action\n\nThe Ayton Board needs to act.\n\n- Workers meet.\n- Children are seen.",
            [("Workers meet.", "Ayton Board"), ("Children are seen.", "Ayton Board")],
        ),
        (
            "Areas for priority action\n\n- Workers, and others, need to meet.",
            [("Workers, and others, need to meet.", None)],
        ),
        # the words of one entry name no body for the next
        (
            "Areas for priority action\n\n- The Ayton Board needs to act.\n- Workers meet.",
            [("The Ayton Board needs to act.", "Ayton Board"), ("Workers meet.", None)],
        ),
        # a box within a list, a topic within a list
        (
            "What needs to improve?\n\n- Meetings.\n\nCase study: help\n\nShe was seen.\n\nHelp for all\n\n- Waits.",
            [("Meetings.", None), ("Waits.", None)],
        ),
        ("Main findings\n\nThey meet.", []),
    ],
)
def test_what_a_partnership_is_asked_for(body: str, wanted: list[tuple[str, str | None]]) -> None:
    report = jtai(body=body)
    assert [(r["text"], r["scope"]) for r in report["recommendations"]] == wanted
    assert ("missing" in codes(report, "recommendations")) == (not wanted)


def test_a_letter_that_nobody_signed_may_be_cut_off() -> None:
    text = JTAI.format(**JTAI_WORDS)
    report = ofsted.parse_text(text[: text.index("Yours sincerely")]).to_dict()
    assert report["framework"] == "jtai"
    assert codes(report, "sections") == ["no_end"]


def test_numbered_findings_behind_a_study_are_not_its_own() -> None:
    body = (
        "Main findings\n\n1. Children are seen.\n\n2. Workers listen.\n\n"
        "Practice study: effective help\n\nJo was helped at home.\n\n3. Plans are clear.\n\n"
        "Practice study: area for improvement\n\nSam waited for a year.\n\n4. Records are late.\n\n5. Staff stay.\n\n"
        "Next steps\n\nThe council should send a statement."
    )
    sections = flat(jtai(body=body)["sections"])
    read = {s["heading"]: [(p["number"], p["text"]) for p in s["paragraphs"]] for s in sections[-4:]}
    assert list(read) == [
        "Main findings",
        "Practice study: effective help",
        "Practice study: area for improvement",
        "Next steps",
    ]
    assert [number for number, _ in read["Main findings"]] == [1, 2, 3, 4, 5]
    assert read["Practice study: effective help"] == [(None, "Jo was helped at home.")]
    assert read["Practice study: area for improvement"] == [(None, "Sam waited for a year.")]


def test_the_heading_of_a_study_may_end_in_a_full_stop() -> None:
    report = jtai(body=JTAI_WORDS["body"] + "\n\nCase study: help at home.\n\nShe was seen.")
    assert flat(report["sections"])[-1]["heading"] == "Case study: help at home"
    heading = "Case study: help at home for those whose parents are ill"
    report = jtai(body=JTAI_WORDS["body"] + f"\n\n{heading}.\n\nShe was seen.")
    assert flat(report["sections"])[-1]["heading"] == heading
    assert [r["text"] for r in report["recommendations"]] == ["Meetings.", "Waits."]


def test_the_body_of_a_letter_may_begin_without_a_heading() -> None:
    report = jtai(body="Children are seen.\n\nHelp for all\n\nThey are heard.\n\nHelp for some\n\nThey know.")
    assert [(s["heading"], s["level"]) for s in flat(report["sections"])] == [
        (None, 0),
        ("Help for all", 2),
        ("Help for some", 2),
    ]


# JAR: grades as figures, with a legend.

JAR = """Joint area review

Norfolk children's services authority area

Published 12 May 2008

{legend}

Grades

Safeguarding	3
Looked after children	2
Learning difficulties and/or disabilities	1
Service management	3
Capacity to improve	4

Main findings

Children are safe.

Recommendations

For immediate action

- see children

For action within six months

- write plans.
"""


@pytest.mark.parametrize(
    ("legend", "grades"),
    [
        (
            "Grades are 4: outstanding; 3: good; 2: adequate; 1: inadequate.",
            ["good", "adequate", "inadequate", "good", "outstanding"],
        ),
        ("Grades are given.", []),
    ],
)
def test_figures_are_grades_where_the_report_says_so(legend: str, grades: list[str]) -> None:
    report = ofsted.parse_text(JAR.format(legend=legend)).to_dict()
    assert report["framework"] == "jar"
    assert report["authority"]["name"] == "Norfolk"
    assert [j["grade"] for j in report["judgements"]] == grades
    assert codes(report, "judgements") == ([] if grades else ["unreadable"])
    assert [(r["text"], r["timescale"]) for r in report["recommendations"]] == [
        ("see children", "For immediate action"),
        ("write plans.", "For action within six months"),
    ]


def test_a_review_without_its_day_of_publication_says_so() -> None:
    text = JAR.format(legend="Grades are given.")
    assert codes(ofsted.parse_text(text).to_dict(), "published") == []
    assert codes(ofsted.parse_text(text.replace("Published 12 May 2008", "")).to_dict(), "published") == ["missing"]


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        ("Joint area review: Tarnholt Children’s Services Authority Area", "Tarnholt"),
        ("Joint area review\n\nTarnholt Children’s Services Authority Area", "Tarnholt"),
        ("Joint area review of services in Tarnholt", "Tarnholt"),
        (
            "Inspection of progress made in the provision of safeguarding services in the Borough of Tarnholt",
            "Borough of Tarnholt",
        ),
        ("Joint area review: Norfolk children’s services authority area", "Norfolk"),
        ("Joint area review of services in Norfolk and in Tarnholt", "Norfolk"),
        ("Joint area review", None),
    ],
)
def test_a_reviews_title_is_not_the_name_of_its_area(cover: str, name: str | None) -> None:
    text = JAR.format(legend="Grades are given.").replace(
        "Joint area review\n\nNorfolk children's services authority area", cover
    )
    report = ofsted.parse_text(text).to_dict()
    assert report["framework"] == "jar"
    assert report["authority"]["name"] == name
    assert codes(report, "authority") == ([] if name == "Norfolk" else ["not_in_register"] if name else ["missing"])


@pytest.mark.parametrize("behind", [" Care Quality Commission Ofsted", " Published 12 May 2008"])
def test_a_reviews_title_ends_where_its_cover_goes_on(behind: str) -> None:
    title = "Inspection of progress made in the provision of safeguarding services in Tarnholt"
    text = JAR.format(legend="Grades are given.").replace(
        "Joint area review\n\nNorfolk children's services authority area", title + behind
    )
    assert ofsted.parse_text(text).title == title


def test_a_sif_reports_title_ends_where_its_cover_goes_on() -> None:
    whole = sif()["title"]
    text = SIF.format(**SIF_WORDS).replace("Board1\n\nInspection date", "Board1 Inspection date")
    report = ofsted.parse_text(text).to_dict()
    assert report["title"] == whole
    assert report["inspection_periods"] == sif()["inspection_periods"]


def test_a_footnotes_mark_within_a_sif_reports_title_is_left_out() -> None:
    text = SIF.format(**SIF_WORDS).replace("care leavers\n\nand", "care leavers1\n\nand").replace("Board1", "Board2")
    report = ofsted.parse_text(text.replace("care leavers1\n\nand\n\nReview", "care leavers1 and review")).to_dict()
    assert "care leavers and review" in report["title"]
    assert codes(report, "title") == []


def test_a_footnotes_mark_within_another_title_is_said() -> None:
    report = ofsted.parse_text(ilacs_text().replace("children’s services\n", "children’s services1\n", 1)).to_dict()
    assert report["title"].endswith("services1")
    assert codes(report, "title") == ["note_mark"]


# Monitoring visits: the judgement that brought them about.

MONITORING = """12 May 2021

Ada Quill

Dear Ada Quill

Monitoring visit to Norfolk children's services

This letter summarises the findings of the monitoring visit to Norfolk children's services on 4 and 5 May 2021. {since}

Findings

They were judged inadequate by some.

Yours sincerely

Bram Thorne
"""


@pytest.mark.parametrize(
    ("since", "wanted"),
    [
        ("It was the first since they were judged inadequate in March 2020.", [(2020, None)]),
        ("The overall effectiveness was judged to be inadequate in 2019.", [(2019, "Overall effectiveness")]),
        ("They were judged as inadequate. In 2019 they met.", []),
        ("It was the first.", []),
    ],
)
def test_the_judgement_before_a_monitoring_visit(since: str, wanted: list[tuple[int, str | None]]) -> None:
    report = ofsted.parse_text(MONITORING.format(since=since)).to_dict()
    assert report["framework"] == "monitoring-visit"
    assert [(p["year"], p["label"]) for p in report["previous_judgements"]] == wanted


def test_paragraphs_that_stand_again_without_their_page_are_flagged() -> None:
    first = "Social workers see children as often as they should, and families know why they come."
    second = "Leaders read what children say, and they know which of them have waited for a year."
    body = f"Findings\n\n{first}\n\n{second}\n\nThey meet.\n\n{first}\n\n"
    assert "repeated" not in codes(jtai(body=body + "They met."), "sections")
    report = jtai(body=body + second)
    [issue] = [issue for issue in report["issues"] if issue["code"] == "repeated"]
    assert issue["span"] == [p["span"] for s in flat(report["sections"]) for p in s["paragraphs"]][4]


# News: dates and publishers.

NEWS = """Ofsted publishes report on children's services in Norfolk

{line}

Ofsted has rated children's services in Norfolk 'Good'. {more}

Social workers and foster carers support children in care and care leavers well.

Cllr Jo Bloggs, cabinet member for children, said: "We are pleased to read it."
"""


@pytest.mark.parametrize(
    ("line", "published", "flags"),
    [
        ("Published: Friday 13 January 2023", "2023-01-13", []),
        ("Published: Monday 13 January 2023", "2023-01-13", ["weekday"]),
        ("Published\n\n13 January 2023", "2023-01-13", []),
        ("Updated 13 January 2023", None, ["missing"]),
        ("The report came on 13 January 2023.", None, ["missing"]),
    ],
)
def test_the_date_of_an_article(line: str, published: str | None, flags: list[str]) -> None:
    report = ofsted.parse_text(NEWS.format(line=line, more="")).to_dict()
    assert report["framework"] == "news"
    assert report["published"] == published
    assert codes(report, "published") == flags


@pytest.mark.parametrize(
    ("more", "periods"),
    [
        ("Inspectors came between 7 and 18 November 2022.", [("2022-11-07", "2022-11-18")]),
        ("Inspectors came on 7 November 2022.", []),
        ("Inspectors came between 7 and 18 November 2020.", []),
        ("Inspectors came between 7 and 18 November 2023.", []),
        ("Inspectors came between 7 and 18 November.", []),
        ("Inspectors came from 7 to 18 November 2022 and from 5 to 9 December 2022.", []),
        ("Children came between 7 and 18 November 2022.", []),
    ],
)
def test_the_inspection_that_an_article_is_about(more: str, periods: list[tuple[str, str]]) -> None:
    text = NEWS.format(line="Published: 13 January 2023", more=f"\n\n{more}")
    report = ofsted.parse_text(text).to_dict()
    assert [(p["start"], p["end"]) for p in report["inspection_periods"]] == periods


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        (
            "Overall effectiveness - Good\n\nThe experiences and progress of care leavers: 'Outstanding'",
            {"overall_effectiveness": "good", "care_leavers": "outstanding"},
        ),
        ("The experiences and progress of care leavers was judged outstanding", {"care_leavers": "outstanding"}),
        ("The experiences and progress of care leavers: outstanding and good work", {}),
        ("The experiences of all: outstanding", {}),
    ],
)
def test_lines_of_judgements_in_an_article(more: str, wanted: dict[str, str]) -> None:
    text = NEWS.format(line="Published: 13 January 2023", more=f"\n\n{more}")
    report = ofsted.parse_text(text).to_dict()
    assert {j["key"]: j["grade"] for j in report["judgements"]} == {"overall_effectiveness": "good", **wanted}


# ILACS: what a cover prints, the judgement table, numbered sections.

ILACS = """{title}

{cover}

Judgement	Grade
The impact of leaders on social work practice with children and families	Good
The experiences and progress of children who need help and protection	Good
The experiences and progress of children in care	Good
The experiences and progress of care leavers	Good
Overall effectiveness	Good

Children are seen.

What needs to improve?

- Plans.

The experiences and progress of children who need help and protection: good

{findings}

The experiences and progress of children in care: good

6. Homes are near.

The experiences and progress of care leavers: good

7. They live alone.

The impact of leaders on social work practice with children and families: good

8. They lead.

{end}
"""
ILACS_WORDS = {
    "title": "Inspection of Norfolk local authority children's services",
    "cover": "Inspection dates: 1 to 12 May 2023\n\nLead inspector: Ada Quill, His Majesty's Inspector",
    "findings": "4. Contacts are read.\n\n5. Plans are kept.",
    "end": "The Office for Standards in Education, Children's Services and Skills regulates and inspects services.",
}


def ilacs(**words: str) -> dict[str, Any]:
    found: dict[str, Any] = ofsted.parse_text(ILACS.format(**{**ILACS_WORDS, **words})).to_dict()
    assert found["framework"] == "ilacs"
    return found


def test_an_ilacs_report_is_read_whole() -> None:
    report = ilacs()
    assert report["title"] == ILACS_WORDS["title"]
    assert report["lead_inspector"] == {"name": "Ada Quill", "role": "His Majesty's Inspector"}
    assert report["issues"] == []
    assert len(report["judgements"]) == 5
    assert [s["grade"] for s in flat(report["sections"])] == [None, None, "good", "good", "good", "good"]


@pytest.mark.parametrize(
    ("title", "name", "flags"),
    [
        ("Norfolk County Council\n\nInspection of children's social care services", "Norfolk", []),
        ("Inspection of Ayton children's services", "Ayton", ["not_in_register"]),
        ("Inspection of Norfolk and Suffolk local authority children's services", "Norfolk", ["two_authorities"]),
    ],
)
def test_the_authority_in_a_title(title: str, name: str, flags: list[str]) -> None:
    report = ilacs(title=title)
    assert report["authority"]["name"] == name
    assert codes(report, "authority") == flags


def test_rows_of_the_table_alone_make_a_report_of_its_framework() -> None:
    rows = ILACS[ILACS.index("The impact") : ILACS.index("Children are")].split("\n")
    found = [ofsted.parse_text("\n".join(rows[:count]) + "\n\nChildren are seen.\n").framework for count in (2, 3)]
    assert found == ["unknown", "ilacs"]


DATES = "Inspection dates: 1 to 12 May 2023"
LEAD = "Lead inspector: Ada Quill"


@pytest.mark.parametrize(
    ("cover", "field", "wanted", "flags"),
    [
        # a label alone, several in one line, with '(s)', without its colon
        ("Inspection dates\n\n1 to 12 May 2023\n\n" + LEAD, "inspection_periods", ["2023-05-01/2023-05-12"], []),
        ("Inspection dates: 1 to 12 May 2023 " + LEAD, "inspection_periods", ["2023-05-01/2023-05-12"], []),
        ("Inspection date(s): 1 to 12 May 2023\n\n" + LEAD, "inspection_periods", ["2023-05-01/2023-05-12"], []),
        ("Inspection dates 1 to 12 May 2023\n\n" + LEAD, "inspection_periods", ["2023-05-01/2023-05-12"], []),
        ("Inspection dates: 1 to 12 May\n\n" + LEAD, "inspection_periods", [], ["no_year"]),
        ("Inspection dates: 1 to 12 May\n\n2023\n\n" + LEAD, "inspection_periods", ["2023-05-01/2023-05-12"], []),
        ("Inspection dates: 2/5/2023 to 12/5/2023\n\n" + LEAD, "inspection_periods", None, ["odd_day"]),
        (
            "Inspection dates: 2/5/2023 to 12/5/2023\n\n" + LEAD + "\n\nReport published: 30/6/2023",
            "inspection_periods",
            ["2023-05-02/2023-05-12"],
            [],
        ),
        ("Inspection dates: in May 2023\n\n" + LEAD, "inspection_periods", [], ["unreadable"]),
        ("Inspection dates: 12 to 1 May 2023\n\n" + LEAD, "inspection_periods", None, ["end_before_start"]),
        ("Inspection dates: 1 January to 12 May 2023\n\n" + LEAD, "inspection_periods", None, ["long_period"]),
        ("Inspection dates: 7 Xay, 9 to 12 May 2023\n\n" + LEAD, "inspection_periods", None, ["unreadable"]),
        ("Inspection dates: 1 and 12 May 2023\n\n" + LEAD, "inspection_periods", None, ["days_apart"]),
        (LEAD, "inspection_periods", [], ["missing"]),
        (DATES + "\n\n" + LEAD + "\n\nReport published: 30 June 2023", "published", "2023-06-30", []),
        (DATES + "\n\n" + LEAD + "\n\nReport published: 1 May 2023", "published", "2023-05-01", ["before_visit"]),
        (DATES + "\n\n" + LEAD + "\n\nReport published: 30 June 2024", "published", "2024-06-30", ["long_after"]),
        # 200 days after the inspection's end, and 201
        (DATES + "\n\n" + LEAD + "\n\nReport published: 28 November 2023", "published", "2023-11-28", []),
        (DATES + "\n\n" + LEAD + "\n\nReport published: 29 November 2023", "published", "2023-11-29", ["long_after"]),
        (DATES + "\n\n" + LEAD + "\n\nReport published: in June", "published", None, ["unreadable"]),
        (DATES + "\n\n" + LEAD + "\n\nReport published: 31 June 2023", "published", None, ["bad_date"]),
        (
            DATES + "\n\nLead inspectors: Ada Quill and Bo Lane",
            "lead_inspector",
            "Ada Quill",
            ["several_people"],
        ),
        (DATES + "\n\nLead inspector: Ada Quill -Lane", "lead_inspector", "Ada Quill", ["odd_name"]),
        (DATES + "\n\nLead inspector: the one we know", "lead_inspector", None, ["unreadable"]),
        (DATES, "lead_inspector", None, ["missing"]),
        (
            DATES + "\n\nLead inspector: Ada Quill, published author",
            "lead_inspector",
            "Ada Quill, published author",
            ["odd_words"],
        ),
    ],
)
def test_what_a_cover_prints(cover: str, field: str, wanted: Any, flags: list[str]) -> None:
    report = ilacs(cover=cover)
    found = report[field]
    if field == "inspection_periods":
        found = [f"{p['start']}/{p['end']}" for p in found if p["start"]] if wanted is not None else None
    elif field == "lead_inspector":
        found = found and ", ".join(filter(None, (found["name"], found["role"])))
    assert found == wanted
    assert codes(report, field) == flags


@pytest.mark.parametrize(
    ("footer", "flags"),
    [
        ("Inspection of Norfolk children's services\n1 to 12 May 2023", []),
        ("Inspection of Norfolk children's services\n2 to 12 May 2023", ["footer_differs"]),
        ("Inspection of Norfolk children's services\n1 to 13 May 2023", ["footer_differs"]),
        ("Inspection of Norfolk children's services\n12 May 2023", []),
        # what is doubtful says nothing against the cover; a footnote's mark is no doubt
        ("Inspection of Norfolk children's services\n2 to 32 May 2023", []),
        ("Inspection of Norfolk children's services\n2 to 12 May", []),
        ("Inspection of Norfolk children's services\n2 to 12 May 20231", ["footer_differs"]),
    ],
)
def test_a_footer_with_other_dates_than_the_cover_is_flagged(footer: str, flags: list[str]) -> None:
    findings = "\f".join(f"{number}. Page {'abcd'[number]} is about this.\n\n{footer}\n" for number in range(1, 4))
    report = ilacs(findings=findings)
    assert codes(report, "inspection_periods") == flags


@pytest.mark.parametrize(
    ("findings", "flags"),
    [
        ("4. Contacts are read.\n\n5. Plans are kept.", []),
        ("3. Contacts are read.\n\n5. Plans are kept.", ["number_missing"]),
        ("4. Contacts are read.\n\n5. Plans are kept.\n\n6. They meet.", ["number_twice"]),
    ],
)
def test_a_paragraph_number_that_is_missing_is_flagged(findings: str, flags: list[str]) -> None:
    assert codes(ilacs(findings=findings), "sections") == flags


@pytest.mark.parametrize(
    ("end", "flags"),
    [
        (ILACS_WORDS["end"], []),
        ("(c) Crown copyright 2023", []),
        ("", ["no_end"]),
        (ILACS_WORDS["end"] + "\n\n" + "Children of another town are seen. " * 130, ["more_text"]),
    ],
)
def test_how_a_report_ends(end: str, flags: list[str]) -> None:
    assert codes(ilacs(end=end), "sections") == flags


# Reports with a record of main findings at their end.

RECORD = """Inspection of local authority arrangements for the protection of children

Norfolk County Council

Inspection dates: 1 to 12 May 2012
Lead inspector: Ada Quill

About this inspection

They came.

{overall}

1. Children are safe.

Areas for improvement

{asked}

Quality of practice

2. Workers visit.

Record of main findings

Overall effectiveness	Good
The effectiveness of the help and protection provided to children, young people, families and carers	Good
Quality of practice	Good
Leadership and governance	Good

{below}
"""
RECORD_WORDS = {
    "overall": "Overall effectiveness\n\nGrade 2 (good)",
    "asked": "Immediately:\n\n- see children.",
    "below": "They met.",
}


def recorded(**words: str) -> dict[str, Any]:
    found: dict[str, Any] = ofsted.parse_text(RECORD.format(**{**RECORD_WORDS, **words})).to_dict()
    assert found["framework"] == "child-protection"
    assert found["authority"]["name"] == "Norfolk"
    return found


@pytest.mark.parametrize(
    ("overall", "grade", "flags"),
    [
        ("Overall effectiveness\n\nGrade 2 (good)", "good", []),
        ("Overall effectiveness  Grade 2 (good)", "good", []),
        ("Overall effectiveness (Grade 2)", "good", []),
        ("Overall effectiveness\n\nGrade 3 (adequate)", "adequate", ["grades_disagree"]),
        ("Overall effectiveness\n\nGrade 3 (good)", "good", ["grades_disagree"]),
        ("Overall effectiveness", None, []),
    ],
)
def test_a_heading_with_its_grade_below(overall: str, grade: str | None, flags: list[str]) -> None:
    report = recorded(overall=overall)
    assert [s["grade"] for s in flat(report["sections"]) if s["heading"] == "Overall effectiveness"] == [grade]
    assert codes(report, "judgements") == flags


@pytest.mark.parametrize(
    ("asked", "wanted", "flags"),
    [
        (
            "Immediately:\n\n- see children.\n\nWithin six months:\n\n- write plans\n- keep them.",
            [
                ("see children.", "Immediately"),
                ("write plans", "Within six months"),
                ("keep them.", "Within six months"),
            ],
            [],
        ),
        ("The council should do the following:\n\n- see children.", [("see children.", None)], []),
        ("Within three months.\n\n- see children.", [("see children.", None)], ["no_list"]),
        # a space is left of each bullet
        (
            "Immediately:\n\n see children\n\n hear them.",
            [("see children", "Immediately"), ("hear them.", "Immediately")],
            [],
        ),
        (
            "Within six months of the day on which they send this report to all those who asked:\n\n- see children.",
            [("see children.", None)],
            [],
        ),
        (
            "Immediately:\n\nSee children.\n\nHear them.",
            [("See children.", "Immediately"), ("Hear them.", "Immediately")],
            ["no_list", "no_list"],
        ),
        # bullets below one time and none below another
        (
            "Immediately:\n\n- see children.\n\nWithin a year:\n\nWrite plans.\n\nKeep them.",
            [("see children.", "Immediately"), ("Write plans.", "Within a year"), ("Keep them.", "Within a year")],
            ["no_list"],
        ),
        (
            "Immediately:\n\nSee children.\n\nWithin a year:\n\n- write plans\n- keep them.",
            [("See children.", "Immediately"), ("write plans", "Within a year"), ("keep them.", "Within a year")],
            ["no_list"],
        ),
        (
            "Immediately:\n\nSee children.\n\n- hear them.",
            [("hear them.", "Immediately")],
            ["no_list"],
        ),
        (
            "Immediately:\n\nThe council should:\n\n- see children.",
            [("see children.", "Immediately")],
            [],
        ),
        # a time in words that no other report has
        (
            "Immediately:\n\n- see children.\n\nBefore the leaves fall:\n\n- write plans.",
            [("see children.", "Immediately"), ("write plans.", None)],
            ["no_list"],
        ),
    ],
)
def test_areas_for_improvement_by_when(asked: str, wanted: list[tuple[str, str | None]], flags: list[str]) -> None:
    report = recorded(asked=asked)
    assert [(r["text"], r["timescale"]) for r in report["recommendations"]] == wanted
    assert codes(report, "recommendations") == flags


TWO_SERVICES = """\
Inspection of safeguarding and looked after children services

Norfolk County Council

Inspection dates: 6 – 17 September 2010
Reporting inspector: Ada Quill HMI

About this inspection

1. They came.

Safeguarding services{mark}

Overall effectiveness

Grade 2 (good)

2. Children are safe.

Services for looked after children{mark}

Overall effectiveness

Grade 3 (adequate)

3. Children have homes.

Areas for improvement

Within a year:

- find more homes.

Record of main findings

Safeguarding services
Overall effectiveness\tGood
Services for looked after children
Overall effectiveness\tAdequate
"""


@pytest.mark.parametrize("mark", [":", ".", "*", " -"])
def test_a_mark_behind_a_row_of_a_service_changes_nothing(mark: str) -> None:
    text = TWO_SERVICES.format(mark="")
    plain = ofsted.parse_text(text)
    assert len(plain.judgements) == 2
    for end in "\t\n":
        marked = ofsted.parse_text(text.replace(f"Overall effectiveness{end}", f"Overall effectiveness{mark}{end}"))
        assert [(j.key, j.grade) for j in marked.judgements] == [(j.key, j.grade) for j in plain.judgements]
        assert not [issue for issue in marked.issues if issue.field == "judgements"]


@pytest.mark.parametrize("mark", ["", ":", " :", ".", "*", " -", " –", " (continued)", "1 (continued)", "¹: continued"])
def test_a_mark_behind_the_name_of_a_service_changes_nothing(mark: str) -> None:
    report = ofsted.parse_text(TWO_SERVICES.format(mark=mark)).to_dict()
    assert [(j["theme"], j["grade"], j["scope"]) for j in report["judgements"]] == [
        ("help_and_protection", "good", "Safeguarding services"),
        ("care", "adequate", "Services for looked after children"),
    ]
    assert [r["scope"] for r in report["recommendations"]] == ["Services for looked after children"]
    assert codes(report, "judgements") == []


@pytest.mark.parametrize("mark", ["", ":", " -", " –", " —", "–"])
def test_any_dash_may_stand_between_a_label_and_its_grade(mark: str) -> None:
    report = recorded(overall=f"Overall effectiveness{mark} Grade 2 (good)")
    assert [(j["key"], j["label"], j["grade"]) for j in report["judgements"] if j["theme"] == "overall"] == [
        ("overall_effectiveness", "Overall effectiveness", "good")
    ]
    assert codes(report, "judgements") == codes(recorded(), "judgements")


def test_a_paragraph_number_that_a_record_report_lacks_is_flagged() -> None:
    text = RECORD.format(**RECORD_WORDS)
    assert codes(ofsted.parse_text(text).to_dict(), "sections") == []
    assert codes(ofsted.parse_text(text.replace("2. Workers", "3. Workers")).to_dict(), "sections") == [
        "number_missing"
    ]


def test_a_grade_below_the_record_is_flagged() -> None:
    assert codes(recorded(below="They met.\n\nThe quality of bread: good"), "judgements") == ["unreadable"]


@pytest.mark.parametrize(
    ("more", "grade"),
    [
        # a sentence on schools says nothing of the services
        ("Pupils of the school have rated the council's services 'Inadequate'.", None),
        ("Ofsted has rated the council's services good-natured.", None),
        ("The services moved from 'Inadequate' to 'Good'.", None),
        ("The services went up from 'Inadequate'.", None),
        ("Ofsted, the council and its services: it is a 'good' day.", None),
    ],
)
def test_sentences_of_an_article(more: str, grade: str | None) -> None:
    text = NEWS.format(line="Published: 13 January 2023", more=f"\n\n{more}")
    report = ofsted.parse_text(text).to_dict()
    assert codes(report, "judgements") == ([grade] if grade else [])
    assert [j["grade"] for j in report["judgements"]] == ["good"]


def test_a_sentence_on_schools_takes_nothing_from_the_next_one() -> None:
    more = "Pupils of the school met them. Ofsted has rated the council's services 'Inadequate'."
    report = ofsted.parse_text(NEWS.format(line="Published: 13 January 2023", more=f"\n\n{more}")).to_dict()
    assert codes(report, "judgements") == ["grades_disagree", "missing"]
    assert report["judgements"] == []


# What an issue says names what it is about.


@pytest.mark.parametrize(
    ("words", "field", "details"),
    [
        ({"title": "Inspection of Ayton children's services"}, "authority", ["'Ayton'"]),
        ({"findings": "3. Contacts are read.\n\n5. Plans are kept."}, "sections", ["5", "3"]),
        ({"cover": "Inspection dates: in May 2023\n\n" + LEAD}, "inspection_periods", ["'in May 2023'"]),
    ],
)
def test_what_an_issue_says(words: dict[str, str], field: str, details: list[str]) -> None:
    [message] = [issue["message"] for issue in ilacs(**words)["issues"] if issue["field"] == field]
    places = [message.index(detail) for detail in details]
    assert places == sorted(places)
    assert "%" not in message


def test_two_headings_of_one_judgement_that_differ_name_its_words_and_the_second_grade() -> None:
    row, words = "2.1 Adoption performance\tGood\n", "The graded judgement for adoption performance is that it is "
    text = SIF.format(**SIF_WORDS).replace(row, "").replace("7. It is quick.", f"{words}inadequate\n\n7. It is quick.")
    report = ofsted.parse_text(text).to_dict()
    assert [j["grade"] for j in report["judgements"] if j["key"] == "adoption_performance"] == ["good"]
    [message] = [issue["message"] for issue in report["issues"] if issue["code"] == "grades_disagree"]
    assert message == "'Adoption performance' has another grade here, 'inadequate'; the first was kept."


def test_as_many_words_on_schools_make_no_article() -> None:
    start = "Ofsted inspection\n\n12 May 2023\n\n"
    end = 'Cllr Ann Marsh, a councillor, said: "It is good."\n'
    subjects = "Children's services met. Social workers met. Children in care met. Care leavers met. "
    assert ofsted.parse_text(start + subjects + end).framework == "news"
    schools = "Pupils met. The nursery met. The playgroup met. "
    assert ofsted.parse_text(start + subjects + schools + end).framework == "news"
    assert ofsted.parse_text(start + subjects + schools + "The academy met. " + end).framework != "news"


@pytest.mark.parametrize(
    ("day", "published"),
    [
        ("2023-01-13T09:00", "2023-01-13"),
        ("2023-12-31", "2023-12-31"),
        ("2023-13-01", None),
        ("2023-00-01", None),
        ("2023-01-32", None),
        ("2023-01-00", None),
        ("2023/01/13", None),
        ("13 January", None),
    ],
)
def test_the_date_that_a_page_describes_itself_with(day: str, published: str | None) -> None:
    pytest.importorskip("selectolax")
    body = NEWS.format(line="", more="").replace("\n\n", "</p><p>")
    page = (
        f'<html><head><meta property="article:published_time" content="{day}"></head><body><p>{body}</p></body></html>'
    )
    report = ofsted.parse(page.encode()).to_dict()
    assert report["framework"] == "news"
    assert report["published"] == published


@pytest.mark.parametrize(("words", "framework"), [(8, "news"), (40, "ilacs")])
def test_an_article_may_copy_the_table_where_it_has_a_councillor_speak(words: int, framework: str) -> None:
    table = ILACS[ILACS.index("Judgement\t") : ILACS.index("Children are seen.")]
    speaker = "Cllr Jo Bloggs, " + "who is glad of it, " * words
    text = NEWS.replace("Cllr Jo Bloggs, cabinet member for children, ", speaker).format(
        line="Published: 13 January 2023", more="\n\n" + table
    )
    assert ofsted.parse_text(text).framework == framework


SLAC = """Inspection of safeguarding and looked after children services

Norfolk County Council

Inspection dates: 1 to 12 May 2010
Lead inspector: Ada Quill

About this inspection

They came.

Safeguarding services

Overall effectiveness Grade 2 (good)

1. Children are safe.

2. They are seen.

3. They are heard.

Services for looked after children

Overall effectiveness Grade 3 (adequate)

4. Homes are near.
"""


def test_a_heading_of_a_part_says_what_its_judgements_are_about() -> None:
    report = ofsted.parse_text(SLAC).to_dict()
    assert report["framework"] == "slac"
    assert [(j["key"], j["scope"], j["source"]) for j in report["judgements"]] == [
        ("safeguarding_overall_effectiveness", "Safeguarding services", "heading"),
        ("looked_after_overall_effectiveness", "Services for looked after children", "heading"),
    ]


@pytest.mark.parametrize("name", ["lac-2013.txt", "child-protection-2012.txt"])
def test_what_is_printed_below_the_record_of_main_findings_is_no_part_of_it(name: str) -> None:
    sections = ofsted.parse(EXAMPLES / name).to_dict()["sections"]
    record = [s["heading"] for s in sections].index("Record of main findings")
    assert [(s["level"], s["sections"]) for s in sections[record:]] == [(1, []), (1, [])]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ({"overall": "The quality of bread\n\nGrade 2 (good)"}, "heading"),
        ({"below": "The quality of bread\tGood"}, None),
    ],
)
def test_a_judgement_that_the_framework_does_not_have_is_flagged(words: dict[str, str], where: str | None) -> None:
    report = recorded(**words)
    [issue] = [issue for issue in report["issues"] if issue["field"] == "judgements"]
    assert issue["code"] == "unknown_judgement"
    assert "'The quality of bread'" in issue["message"]
    assert ("heading" in issue["message"]) == (where == "heading")


# Letters about the inspection of an area, 2016 to 2022.

AREA_LETTER = """12 May 2019

Ms Ada Quill
Director of Children's Services

Dear Ms Quill

Joint local area SEND inspection in Norfolk

Between 1 April 2019 and 5 April 2019, Ofsted and the Care Quality Commission inspected the area.

Main findings

Leaders meet families.

{required}

Yours sincerely

Bram Thorne
Her Majesty's Inspector
"""


@pytest.mark.parametrize(
    ("required", "wanted", "flags"),
    [
        (
            "A written statement of action is required. It says how the area will tackle the following areas of "
            "significant weakness:\n\n- waits\n\n- plans.",
            ["waits", "plans."],
            [],
        ),
        ("A written statement of action is required.", [], ["missing"]),
        ("Written statement of action is required.", [], ["missing"]),
        ("No written statement is asked for.", [], []),
    ],
)
def test_weaknesses_of_an_area(required: str, wanted: list[str], flags: list[str]) -> None:
    report = ofsted.parse_text(AREA_LETTER.format(required=required)).to_dict()
    assert report["framework"] == "area-send"
    assert [r["text"] for r in report["recommendations"]] == wanted
    assert codes(report, "recommendations") == flags


# What every kind of document has.


@pytest.mark.parametrize(
    "name",
    [
        "area-send-2019",
        "area-send-2023",
        "assurance-visit-2021",
        "child-protection-2012",
        "cra-2010",
        "focused-visit-2023",
        "ilacs-2019",
        "jar-2008",
        "jtai-2023",
        "lac-2013",
        "letter",
        "monitoring-visit-2023",
        "news-2024",
        "sif-2016",
        "slac-2010",
    ],
)
def test_a_footnote_is_read_in_every_kind_of_document(name: str) -> None:
    text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    ends = [end.end() for end in re.finditer(r"\.\n(?=\n)", text)]
    middle = ends[len(ends) // 2]
    mark = {"sif-2016": "3", "slac-2010": "2"}.get(name, "1")  # behind the document's own
    note = "\n{} This is what the law says of children in care.\n\f".format("\u00b9\u00b2\u00b3"[int(mark) - 1])
    footnotes = ofsted.parse_text(text[:middle] + note + text[middle + 1 :]).footnotes
    assert (mark, "This is what the law says of children in care.") in [(n.mark, n.text) for n in footnotes]
