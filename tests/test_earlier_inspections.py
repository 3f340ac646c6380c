"""What letters say of earlier inspections: which of them, when, and how they judged. Each text is made up."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

import ofsted
from tests.test_letters import read

RI = "requires_improvement"
OVERALL = "Overall effectiveness"


def read_with(sentence: str) -> dict[str, Any]:
    """A letter on a focused visit of December 2023 that says this below its first heading."""
    return read(signatory="Bram Thorne", focus=f"Inspectors looked at arrangements for care leavers.\n\n{sentence}")


def inspections(report: dict[str, Any]) -> list[tuple[int, int | None, str | None, str | None]]:
    return [(p["year"], p["month"], p["framework"], p["title"]) for p in report["previous_inspections"]]


def judgements(report: dict[str, Any]) -> list[tuple[int, str | None, str]]:
    return [(p["year"], p["label"], p["grade"]) for p in report["previous_judgements"]]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Since the last inspection in March 2022, leaders have acted.", (2022, 3, None, "last inspection")),
        ("Since the previous inspection, in June 2021, much is new.", (2021, 6, None, "previous inspection")),
        ("Much has changed since the previous inspection of 2019.", (2019, None, None, "previous inspection")),
        (
            "At the last full ILACS inspection, in May 2019, it was so.",
            (2019, 5, "ilacs", "last full ILACS inspection"),
        ),
        ("The single inspection in 2016 found gaps.", (2016, None, "sif", "single inspection")),
        ("As the May 2018 inspection said, files are thin.", (2018, 5, None, "inspection")),
        ("The 2018 JTAI named this.", (2018, None, "jtai", "JTAI")),
        ("Brackenshire's last inspection in 2018 weighs on them.", (2018, None, None, "last inspection")),
        (
            "The last inspection of services for children in need of help and protection, children looked after and "
            "care leavers in November 2017 said so.",
            (2017, 11, "sif", "last inspection"),
        ),
        (
            "A joint targeted area inspection was carried out in 2019.",
            (2019, None, "jtai", "joint targeted area inspection"),
        ),
        ("An inspection of children's services took place in February 2018.", (2018, 2, None, "inspection")),
        ("Brackenshire children's services were last inspected by Ofsted in July 2017.", (2017, 7, None, None)),
        ("Ofsted last inspected Brackenshire county council children's services in 2017.", (2017, None, None, None)),
        (
            "The focused visit to the front door in March 2019 found the same.",
            (2019, 3, "focused-visit", "focused visit"),
        ),
        ("Since Ofsted's last visit in October 2020, all is new.", (2020, 10, None, "last visit")),
        ("The last Ofsted inspection was in April/May 2016.", (2016, None, None, "last Ofsted inspection")),
        *(
            (f"The last inspection{what} in 2018 said so.", (2018, None, None, "last inspection"))
            for what in (
                "",
                " of Brackenshire",
                " of Brackenshire Upon The Water",
                " of the local authority",
                " that was undertaken",
                ", carried out by Ofsted,",
            )
        ),
    ],
)
def test_an_inspection_and_its_date(sentence: str, wanted: tuple[int, int | None, str | None, str | None]) -> None:
    assert inspections(read_with(sentence)) == [wanted]


@pytest.mark.parametrize(
    "sentence",
    [
        "Management has improved since the YOS inspection in 2018.",
        "A health safeguarding inspection in 2017 said so.",
        "The HMI Probation single inspection in February 2019 said so.",
        "The last inspection of the children's home in 2021 was poor.",
        "An inspection in 2015 asked for this.",
        "Since the last inspection, a policy that began in July 2020 has helped.",
        "Since the last inspection the number of children seen within the family visit in 2021 has risen.",
        "The last inspection report, published in January 2018, said so.",
        "The inspection in December 2023 is this one.",
        "The next inspection in 2025 will tell.",
        "In 2019 they met.",
        "Health services were last inspected in 2017.",
        "Ofsted inspected the fostering service in May 2017.",
        "Since the last inspection of special educational needs services in 2021, much is new.",
        "The last inspection of Brackenshire Upon The Lower Water in 2018 said so.",
        "The last inspection of something else in 2018 said so.",
        "The last inspection of Aytonshire, Brackenshire in 2018 said so.",
        "The last inspection when leaders met in 2018 said so.",
    ],
)
def test_what_is_no_inspection_of_this_authority(sentence: str) -> None:
    assert inspections(read_with(sentence)) == []


@pytest.mark.parametrize("tag", ["h2", "td"])
def test_what_a_heading_or_a_cell_says_is_no_sentence(tag: str) -> None:
    pytest.importorskip("selectolax")
    said = "At the last inspection in March 2022, services for care leavers were judged to be good."

    def page(made: str) -> ofsted.Report:
        head = "<h1>Focused visit to Norfolk children’s services</h1><p>Dear Ms Quill</p>"
        focus = "This letter summarises the findings of the focused visit to Norfolk on 5 and 6 December 2023."
        return ofsted.parse(
            f"<html><body><main>{head}<p>{focus}</p><h2>Findings</h2>{made}</main></body></html>".encode()
        )

    assert [past.year for past in page(f"<p>{said}</p>").previous_judgements] == [2022]
    made = f"<h2>{said}</h2><p>So.</p>" if tag == "h2" else f"<table><tr><td>{said}</td><td>Yes</td></tr></table>"
    assert not page(made).previous_judgements
    assert not page(made).previous_inspections


def test_days_are_kept_where_they_are_printed() -> None:
    report = read_with("Since the last focused visit on the 11 and 12 July 2018, files have been read.")
    assert report["previous_inspections"] == [
        {
            "start": "2018-07-11",
            "end": "2018-07-12",
            "framework": "focused-visit",
            "title": "last focused visit",
            "year": 2018,
            "month": 7,
        }
    ]


def test_an_inspection_that_is_named_twice_is_one() -> None:
    report = read_with(
        "Since the last inspection in 2018, much is new. The ILACS inspection in June 2018 asked for it. "
        "So did the focused visit in 2018."
    )
    assert inspections(report) == [
        (2018, 6, "ilacs", "last inspection"),
        (2018, None, "focused-visit", "focused visit"),
    ]


LAST = "The last inspection"


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        (f"{LAST} in March 2019 said so. {LAST} in June 2019 did not.", [(3, None, None), (6, None, None)]),
        (f"{LAST} in March 2019 said so. {LAST} in 2019 did not.", [(3, None, None)]),
        (f"{LAST} in 2019 said so. {LAST} in March 2019 did not.", [(3, None, None)]),
        (f"{LAST} on 4 March 2019 said so. {LAST} in March 2019 did not.", [(3, None, "2019-03-04")]),
        (f"{LAST} in March 2019 said so. {LAST} on 4 March 2019 did not.", [(3, None, "2019-03-04")]),
        (
            f"{LAST} on 4 March 2019 said so. {LAST} on 11 March 2019 did not.",
            [(3, None, "2019-03-04"), (3, None, "2019-03-11")],
        ),
        (f"Brackenshire was last inspected by Ofsted in July 2019. {LAST} in July 2019 said so.", [(7, None, None)]),
        (f"{LAST} in March 2019 said so. The 2019 JTAI did not.", [(3, None, None), (None, "jtai", None)]),
        (
            "The focused visit in March 2019 said so. The 2019 JTAI did not.",
            [(3, "focused-visit", None), (None, "jtai", None)],
        ),
        (
            "The focused visit in March 2019 said so. The focused visit of June 2019 did not.",
            [(3, "focused-visit", None), (6, "focused-visit", None)],
        ),
        ("The focused visit in March 2019 said so. The focused visit of 2019 did not.", [(3, "focused-visit", None)]),
    ],
)
def test_two_of_one_year_are_one_unless_a_date_or_a_kind_parts_them(
    sentences: str, wanted: list[tuple[int | None, str | None, str | None]]
) -> None:
    found = read_with(sentences)["previous_inspections"]
    assert [(p["month"], p["framework"], p["start"]) for p in found] == wanted
    assert {p["year"] for p in found} == {2019}


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("The inspection on 11 December 2023 said so.", 1),
        ("The inspection on 12 December 2023 said so.", 0),
        ("The inspection in November 2023 said so.", 1),
        ("The inspection in December 2023 said so.", 0),
        ("The last inspection in December 2023 said so.", 1),
        ("The inspection in January 2024 said so.", 0),
        ("The last inspection's framework in 2018 said so.", 0),
    ],
)
def test_an_earlier_inspection_was_before_this_visit(sentence: str, count: int) -> None:
    assert len(read_with(sentence)["previous_inspections"]) == count


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Since the last inspection in May 2022, when the local authority was judged inadequate, much is new.",
            [(2022, None, "inadequate")],
        ),
        (
            "At the last inspection in 2022, Brackenshire's services to children were judged to be good overall.",
            [(2022, OVERALL, "good")],
        ),
        (
            "At the last inspection, in April 2022, the overall effectiveness of services was judged "
            "to be outstanding, "
            "and the experiences and progress of children in care were judged to be good.",
            [(2022, OVERALL, "outstanding"), (2022, "experiences and progress of children in care", "good")],
        ),
        (
            "Since the last inspection in 2018, when overall effectiveness was judged to be good, but "
            "the experiences and "
            "progress of care leavers required improvement to be good, leaders have acted.",
            [(2018, OVERALL, "good"), (2018, "experiences and progress of care leavers", RI)],
        ),
        (
            "Services were last inspected in July 2015, when the local authority was judged as "
            "requiring improvement to be "
            "good, with the adoption service judged to be good.",
            [(2015, None, RI), (2015, "adoption service", "good")],
        ),
        (
            "Ofsted last inspected the council's children's services in 2017, giving an overall "
            "judgement of good, with the "
            "response to children who need help graded as requiring improvement to be good.",
            [(2017, OVERALL, "good"), (2017, "response to children who need help", RI)],
        ),
        (
            "The Ofsted single inspection in 2014 found that services to children in Brackenshire "
            "required improvement to be "
            "good and that services to care leavers were inadequate.",
            [(2014, None, RI), (2014, "services to care leavers", "inadequate")],
        ),
        (
            "Brackenshire was judged to require improvement to be good at the ILACS inspection in June 2019.",
            [(2019, None, RI)],
        ),
        (
            "The local authority was judged to require improvement to be good at the ILACS inspection in June 2019.",
            [(2019, None, RI)],
        ),
        ("The authority has been judged inadequate in March 2021.", [(2021, None, "inadequate")]),
        *(
            (
                f"At the last inspection in 2018 the response to children {what} was judged to be good.",
                [(2018, f"response to children {what}", "good")] if is_label else [],
            )
            for what, is_label in (("in need " * 16 + "of help", True), ("in need " * 17 + "of help", False))
        ),
    ],
)
def test_how_it_was_judged(sentence: str, wanted: list[tuple[int, str | None, str]]) -> None:
    report = read_with(sentence)
    assert judgements(report) == wanted
    assert report["judgements"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Since the last inspection in 2022, practice was good.",
        "Since the last inspection in 2022, children who are judged to be at risk are seen.",
        "Since the last inspection in 2022, one children's home was judged inadequate.",
        "At the last inspection in 2022, services were judged to have serious weaknesses.",
        "At the last inspection in 2022, services were judged to be good or outstanding.",
        "At the last inspection in 2022, services were not judged inadequate.",
        "One school was judged inadequate in 2022.",
        "Since the last inspection in 2022, a children's home that Ofsted judged inadequate in 2023 has closed.",
        "The children's service was judged good by CQC in 2020.",
        "Health services were last inspected in 2017, when they were judged inadequate.",
    ],
)
def test_what_is_no_grade_of_an_earlier_inspection(sentence: str) -> None:
    assert judgements(read_with(sentence)) == []


def test_a_grade_beside_a_year_that_may_be_another_s_is_flagged() -> None:
    for sentence in (
        "At the last inspection, published in January 2018, all services were judged to be good.",
        "Since the last inspection in 2019 and the focused visit in 2021, services were judged to be good.",
    ):
        report = read_with(sentence)
        assert judgements(report) == []
        assert ("previous_judgements", "year_unclear") in {(i["field"], i["code"]) for i in report["issues"]}


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        ("judged to be goad.", True),  # as OCR reads 'good'
        ("judged to be lnadequate, and much has changed.", True),
        ("judged to be at risk.", False),
        ("judged to be good.", False),
        ("judged by many.", False),
    ],
)
def test_an_earlier_grade_that_is_no_known_word_is_flagged(verdict: str, said: bool) -> None:
    report = read_with(f"At the last inspection in March 2022, services were {verdict}")
    assert (("previous_judgements", "unreadable") in {(i["field"], i["code"]) for i in report["issues"]}) == said


@pytest.mark.parametrize(
    ("year", "said"),
    [("2O22", True), ("20Z2", True), ("202?", True), ("2O22nd", False), ("20th", False), ("200", False)],
)
def test_an_earlier_inspection_whose_year_ocr_misread_is_flagged(year: str, said: bool) -> None:
    report = read_with(f"At the last inspection in March {year}, services for care leavers were judged to be good.")
    flags = {(i["field"], i["code"]) for i in report["issues"]}
    assert (("previous_inspections", "unreadable") in flags) == said
    assert (("previous_judgements", "unreadable") in flags) == said
    assert judgements(report) == []


def test_two_grades_of_one_earlier_judgement_are_flagged() -> None:
    report = read_with(
        "At the last inspection in 2019, services were judged to be good. At that inspection in "
        "2019, services were judged "
        "to be inadequate."
    )
    assert judgements(report) == [(2019, None, "good")]
    assert ("previous_judgements", "grades_disagree") in {(i["field"], i["code"]) for i in report["issues"]}


JTAI = """Ofsted

10 May 2019

Dear local partnership

Joint targeted area inspection of the multi-agency response to neglect in Norfolk

Between 1 and 5 April 2019, Ofsted and others undertook a joint inspection of the response to neglect in Norfolk.

Headline findings

Work has improved since the last Ofsted inspection in November 2017, when services for children were judged to require
improvement.

Areas for improvement

- Letters to families.

Yours sincerely

Bram Thorne
"""


@pytest.mark.parametrize(
    "words",
    [
        "judged good, ",
        "the last inspection in 2019, ",
        "inspection, judged good in 2019, they were good and ",
        "2019 was ",
    ],
)
def test_a_sentence_as_long_as_a_file_gives_no_more_than_a_letter_can(words: str) -> None:
    report = read_with("Since the last inspection in 2018 " + words * 20_000)
    assert len(report["previous_inspections"]) <= 64
    assert len(report["previous_judgements"]) <= 64
    assert sum(len(issue["message"]) for issue in report["issues"]) < 5_000


def test_letters_on_joint_inspections_name_earlier_ones_too() -> None:
    report = ofsted.parse_text(JTAI).to_dict()
    assert report["framework"] == "jtai"
    assert inspections(report) == [(2017, 11, None, "last Ofsted inspection")]
    assert judgements(report) == [(2017, None, RI)]


def test_a_previous_inspection_as_an_object() -> None:
    months, days = (
        ofsted.parse_text(JTAI.replace("in November 2017", when)).previous_inspections[0]
        for when in ("in November 2017", "on 6 and 7 November 2017")
    )
    assert (months.year, months.month, months.start) == (2017, 11, None)
    assert "2017-11" in repr(months)
    assert str(days.start) == "2017-11-06"
    assert pickle.loads(pickle.dumps(months)) == months
    older = object.__new__(type(months))
    older.__setstate__([days.start, days.end, None, "last inspection"])
    assert (older.title, older.year, older.month) == ("last inspection", None, None)
