"""A council's article about an inspection: told from reports and letters, its facts, what is passed over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ofsted
from tests.conftest import EXAMPLES, SAMPLES

NEWS = {
    "news-2019.txt": {
        "publisher": "Eastmere Council",
        "published": date(2019, 11, 5),
        "judgements": {"overall_effectiveness": "requires_improvement"},
        "previous": [(2016, "inadequate")],
        "periods": [],
    },
    "news-2022.html": {
        "publisher": "Hartbury Sands City Council",
        "published": date(2022, 7, 8),
        "judgements": {
            "impact_of_leaders": "good",
            "help_and_protection": "requires_improvement",
            "in_care_and_care_leavers": "good",
            "overall_effectiveness": "good",
        },
        "previous": [(2018, "requires_improvement")],
        "periods": [],
    },
    "news-2024.txt": {
        "publisher": "Norbury Vale Borough Council",
        "published": date(2024, 3, 14),
        "judgements": {
            "impact_of_leaders": "outstanding",
            "help_and_protection": "good",
            "in_care": "outstanding",
            "care_leavers": "outstanding",
            "overall_effectiveness": "outstanding",
        },
        "previous": [(2019, "requires_improvement")],
        "periods": [ofsted.Period(date(2024, 1, 22), date(2024, 2, 2))],
    },
}

# An article in few words; what a test is about replaces the sentence.
ARTICLE = """Ofsted publishes report on children's services in Norfolk

Norfolk County Council, 13 January 2023

{sentence}

Social workers and foster carers support children in care and care leavers well.

Cllr Jo Bloggs, cabinet member for children, said: "We are pleased to read it."
"""


def article(sentence: str) -> ofsted.Report:
    return ofsted.parse_text(ARTICLE.format(sentence=sentence))


def overall(report: ofsted.Report) -> str | None:
    found = report.judgements.get("overall_effectiveness")
    return str(found.grade.value) if found and found.grade else None


def codes(report: ofsted.Report) -> set[tuple[str, str | None]]:
    return {(issue.code, issue.field) for issue in report.issues}


@pytest.mark.parametrize("name", NEWS)
def test_samples(name: str, read: Callable[[Path], ofsted.Report]) -> None:
    if name.endswith(".html"):
        pytest.importorskip("selectolax")
    report, facts = read(EXAMPLES / name), NEWS[name]
    assert report.framework is ofsted.Framework.NEWS
    assert report.publisher == report.authority.name == facts["publisher"]
    assert report.published == facts["published"]
    assert {j.key: j.grade for j in report.judgements} == facts["judgements"]
    assert [(p.year, p.grade) for p in report.previous_judgements] == facts["previous"]
    assert report.inspection_periods == facts["periods"]
    assert report.lead_inspector is None
    assert not report.recommendations
    for judgement in report.judgements:
        assert judgement.printed is not None
        assert judgement.printed in judgement.evidence
    assert codes(report) == {("secondary_source", "framework"), ("not_in_register", "authority")}


def test_the_headline_is_title_and_first_heading(read: Callable[[Path], ofsted.Report]) -> None:
    report = read(EXAMPLES / "news-2024.txt")
    assert report.title == "Ofsted rates children’s services in Norbury Vale ‘Outstanding’"
    assert report.sections[0].heading == report.title
    assert "Skip to main content" not in [p.text for p in report.paragraphs]


@pytest.mark.parametrize("path", [p for p in SAMPLES if not p.name.startswith("news")], ids=lambda path: str(path.name))
def test_no_report_or_letter_is_news(path: Path, read: Callable[[Path], ofsted.Report]) -> None:
    assert read(path).framework != "news"


CURRENT = {
    "Ofsted has rated children's services in Norfolk 'Good'.": "good",
    "Ofsted has rated Norfolk County Council’s services for children as Outstanding.": "outstanding",
    "Norfolk's children's services have been judged to be good by Ofsted.": "good",
    "Norfolk's children's services are now rated “good”, Ofsted said.": "good",
    "Inspectors gave the council an overall rating of 'Requires Improvement'.": "requires_improvement",
    "The council's services require improvement to be good, inspectors found.": "requires_improvement",
    'Ofsted found the services to be "inadequate".': "inadequate",
    "The services have improved from 'inadequate' in 2018 to 'good', Ofsted said.": "good",
    "Children's services have received a 'Good' rating from Ofsted.": "good",
    "Children's services were judged 'good' overall and 'outstanding' for leadership.": "good",
    "Ofsted inspected the council in November 2022 and judged its services 'good'.": "good",
    "Children’s services are ‘good’ across the board, says Ofsted.": "good",
}


@pytest.mark.parametrize("sentence", CURRENT)
def test_the_grade_that_an_article_reports(sentence: str) -> None:
    report = article(sentence)
    assert report.framework == "news"
    assert overall(report) == CURRENT[sentence]
    judgement = report.judgements["overall_effectiveness"]
    assert (judgement.theme, judgement.label, judgement.source) == ("overall", "Overall effectiveness", "sentence")


PASSED_OVER = [
    "Inspectors found that children have good relationships with their social workers.",
    "Ofsted saw good practice and outstanding support in the council's services.",
    "Ofsted rated the support for care leavers 'good'.",
    "Ofsted judged the services 'good' in two of the four areas.",
    "The council's services could be rated 'outstanding' when Ofsted returns.",
    "Our ambition is that Ofsted rates our services 'outstanding'.",
    "Ofsted can rate services outstanding, good, requires improvement or inadequate.",
    "Only one of the region's councils is rated 'outstanding' by Ofsted.",
    "The services are not yet rated 'good' by Ofsted.",
    "The council's schools are rated 'good' by Ofsted.",
]


@pytest.mark.parametrize("sentence", PASSED_OVER)
def test_what_is_no_overall_grade(sentence: str) -> None:
    report = article(sentence)
    assert overall(report) is None
    assert report.previous_judgements == []
    assert ("missing", "judgements") in codes(report)


PREVIOUS = {
    'It is the first inspection since 2017, when Norfolk was judged as "requires improvement."': (
        2017,
        "requires_improvement",
    ),
    "The council's services were rated 'inadequate' at the last inspection in 2016.": (2016, "inadequate"),
    "In 2014 Ofsted judged the council's services to be inadequate.": (2014, "inadequate"),
    "The council's services were previously rated 'good' by Ofsted.": (None, "good"),
}


@pytest.mark.parametrize("sentence", PREVIOUS)
def test_earlier_grades(sentence: str) -> None:
    report = article(sentence)
    assert overall(report) is None
    assert [(p.year, p.grade) for p in report.previous_judgements] == [PREVIOUS[sentence]]


def test_two_grades_are_flagged() -> None:
    report = article("Ofsted rated the services 'good'. The services were rated 'outstanding' by Ofsted today.")
    assert overall(report) == "good"
    assert ("grades_disagree", "judgements") in codes(report)


def test_a_grade_that_only_a_speaker_names_is_flagged() -> None:
    text = ARTICLE.format(sentence="Ofsted has inspected the services.")
    report = ofsted.parse_text(text + "\n\"Ofsted has rated our services 'good',\" she added.\n")
    assert overall(report) == "good"
    assert ("from_quotation", "judgements") in codes(report)


def test_a_table_of_two_years_is_not_guessed() -> None:
    pytest.importorskip("selectolax")
    rows = "<tr><td>Overall effectiveness</td><td>Good</td><td>Inadequate</td></tr>"
    page = "<html><body><h1>{}</h1><p>{}</p><table><tr><th></th><th>2023</th><th>2018</th></tr>{}</table></body></html>"
    body = ARTICLE.format(sentence="Ofsted has published its report.").replace("\n\n", "</p><p>")
    report = ofsted.parse(page.format("Ofsted inspects children's services", body, rows).encode())
    assert report.framework == "news"
    assert overall(report) is None
    assert ("unreadable", "judgements") in codes(report)


def test_without_a_date_the_year_of_a_grade_is_in_doubt() -> None:
    text = ARTICLE.replace("Norfolk County Council, 13 January 2023\n", "")
    report = ofsted.parse_text(text.format(sentence="Ofsted judged the council's services 'good' in 2022."))
    assert {("missing", "published"), ("year_unclear", "previous_judgements")} <= codes(report)


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("Norfolk County Council, 13 January 2023 00:00", (date(2023, 1, 13), "Norfolk County Council")),
        ("Published on Friday 13 January 2023", (date(2023, 1, 13), None)),
        ("Date: 13 January 2023", (date(2023, 1, 13), None)),
        ("Posted by Norfolk County Council on 13 January 2023", (date(2023, 1, 13), "Norfolk County Council")),
        ("Last updated 13 January 2023", (None, None)),
    ],
)
def test_date_and_publisher(line: str, want: tuple[Any, Any]) -> None:
    text = ARTICLE.replace("Norfolk County Council, 13 January 2023", line)
    report = ofsted.parse_text(text.format(sentence="Ofsted rated the services 'good'."))
    assert (report.published, report.publisher) == want
    assert report.authority.name == "Norfolk"
    for field, value in zip(("published", "publisher"), want, strict=True):
        assert (("missing", field) in codes(report)) == (value is None)


NOT_NEWS = {
    "a school": "Elm Primary School rated Good by Ofsted\n\n12 May 2023\n\nInspectors judged the primary school Good. "
    "Pupils and the headteacher are happy.\n\nCllr Ann Marsh, cabinet member for children's services, said: "
    '"Well done."\n',
    "another subject": "New cycle lane opens\n\n12 May 2023\n\nNorfolk County Council has opened a lane.\n\n"
    'Cllr Ann Marsh said: "It is good."\n',
    "minutes": "Minutes of the Children's Services Committee\n\nThe Ofsted inspection of children's services and "
    'social work was noted. Cllr Marsh said: "It is good."\n',
    "a letter": "Dear Director\n\nOfsted inspected your children's services and social work. They said: “Good”.\n",
}


@pytest.mark.parametrize("name", NOT_NEWS)
def test_what_is_no_such_article(name: str) -> None:
    report = ofsted.parse_text(NOT_NEWS[name])
    assert report.framework != "news"
    assert not report.judgements
