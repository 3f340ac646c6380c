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
    "In September 2022 Ofsted rated the services 'good'.": "good",
    "The services got 'good' overall from inspectors.": "good",
    "The council was given Good overall.": "good",
    "Ofsted found the services Good.": "good",
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
    "Two of the councils were rated 'good' overall by Ofsted.",
    "Ofsted found the services good.",
    # years to come, and one that may be this inspection's or an earlier one's
    "In 2025 Ofsted rated the services 'good'.",
    "The services are to be rated 'good' by Ofsted by 2026, leaders say.",
    "In 2022 Ofsted rated the services 'good'.",
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


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        ("The services were judged 'inadequate' by Ofsted in 2016.", [(2016, "inadequate")]),
        ("The services were previously rated 'inadequate' by Ofsted.", [(2016, "inadequate")]),
        ("The services were judged 'inadequate' by Ofsted in 2013.", [(2016, "inadequate"), (2013, "inadequate")]),
        ("In 2013 Ofsted judged the services to be 'good'.", [(2016, "inadequate"), (2013, "good")]),
    ],
)
def test_an_earlier_grade_that_is_said_twice_is_one(sentences: str, wanted: list[tuple[int, str]]) -> None:
    report = article(f"Ofsted rated the services 'inadequate' in 2016. {sentences}")
    assert [(p.year, p.grade) for p in report.previous_judgements] == wanted


UNNAMED = ARTICLE.replace("services in Norfolk", "services").replace("Norfolk County Council, ", "")


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (ARTICLE, "Norfolk", None),
        (ARTICLE.replace("services in Norfolk", "services in Suffolk"), "Norfolk", "two_authorities"),
        (UNNAMED, None, "missing"),
        (UNNAMED.replace("{sentence}", "{sentence} They are in Suffolk and in Rutland."), None, "two_authorities"),
        (UNNAMED.replace("{sentence}", "{sentence} They are in Suffolk, all of Suffolk."), "Suffolk", "inferred"),
        (UNNAMED.replace("the services", "the services in Brackenshire"), None, "missing"),
    ],
)
def test_whose_article_it_is(text: str, name: str | None, code: str | None) -> None:
    report = ofsted.parse_text(text.format(sentence="Ofsted has rated the services 'good'."))
    assert report.authority.name == name
    assert {code for code, field in codes(report) if field == "authority"} == ({code} if code else set())


@pytest.mark.parametrize("sentence", PREVIOUS)
def test_earlier_grades(sentence: str) -> None:
    report = article(sentence)
    assert overall(report) is None
    assert [(p.year, p.grade) for p in report.previous_judgements] == [PREVIOUS[sentence]]


def test_two_grades_are_flagged() -> None:
    report = article("Ofsted rated the services 'good'. The services were rated 'outstanding' by Ofsted today.")
    assert overall(report) is None
    assert ("grades_disagree", "judgements") in codes(report)


# What an article about Norbury Vale, of 14 March 2024, says of its grade; None: no grade of today, and an issue.
WHICH_GRADE: dict[str, dict[str, str | None]] = {
    "before, then now": {
        "Norbury Vale’s children’s services, which were rated ‘inadequate’ in 2019, are now ‘good’, "
        "Ofsted has said.": "good",
        "Judged inadequate after an inspection in 2018, children’s services at Norbury Vale now require "
        "improvement to be good, inspectors found.": "requires_improvement",
        "Now rated ‘good’, the council’s children’s services were ‘inadequate’ when Ofsted last "
        "inspected them in 2018.": "good",
        "In 2017 Ofsted rated the service ‘inadequate’; today it is rated ‘good’.": "good",
        "Ofsted has rated the council’s services ‘good’, six years after they were found to be inadequate.": "good",
        "The rating of ‘requires improvement’ given to the council by Ofsted replaces the ‘inadequate’ "
        "judgement of 2019.": "requires_improvement",
        "Having been judged ‘inadequate’ in 2019, the council’s services have been rated ‘good’ by Ofsted.": "good",
        "The council, rated ‘good’ by Ofsted at its previous inspection, has been judged ‘inadequate’.": "inadequate",
        "Ofsted has rated the council’s services ‘inadequate’ – they were ‘good’ in 2018.": "inadequate",
        "Ofsted inspectors, who had previously judged the service to be inadequate, now say it is ‘good’.": "good",
    },
    "only an earlier one": {
        "Last year Ofsted rated the council’s children’s services inadequate.": None,
        "It comes a year after the service was rated ‘inadequate’ by Ofsted.": None,
        "The council’s services were rated ‘inadequate’ by Ofsted in 2021.": None,
        "Ofsted judged the council’s services inadequate two years ago.": None,
        "The watchdog’s last inspection, in 2019, rated the council’s services ‘good’.": None,
        "The monitoring visit is the third since Ofsted rated the council’s services ‘inadequate’.": None,
        "Inspectors were back at the council, whose services were previously judged inadequate by Ofsted.": None,
    },
    "hoped for": {
        "The council has a plan to have at least a ‘good’ rating from Ofsted by 2026.": None,
        "Councillors hope that the service will be rated ‘good’ when Ofsted returns.": None,
        "The council aims for a ‘good’ Ofsted rating for its children’s services by 2025.": None,
        "Getting Ofsted to rate its children’s services ‘outstanding’ is the council’s goal.": None,
        "A ‘good’ rating from Ofsted is the target for the council’s children’s services.": None,
        "The council wants Ofsted to judge its services ‘outstanding’ next time.": None,
        "The council’s children’s services are on course for a ‘good’ Ofsted rating, a report says.": None,
        "Ofsted rated the council’s services ‘requires improvement’, and leaders hope to be rated "
        "‘good’ by 2026.": "requires_improvement",
        "The council’s improvement board expects services to be rated ‘good’ by Ofsted within two years.": None,
    },
    "taken off": {
        "Ofsted has removed the ‘inadequate’ rating from the council’s children’s services.": None,
        "The council’s ‘inadequate’ rating has been lifted by Ofsted.": None,
        "Children’s services at the council are no longer rated inadequate by Ofsted.": None,
        "The council has shaken off its ‘inadequate’ Ofsted rating and now requires "
        "improvement.": "requires_improvement",
        "Ofsted has lifted the ‘inadequate’ judgement on the council’s services, which now require "
        "improvement to be good.": "requires_improvement",
        "The council’s children’s services have come out of ‘inadequate’ and are rated ‘requires "
        "improvement’ by Ofsted.": "requires_improvement",
    },
    "lost": {
        "The council’s children’s services department has lost its ‘outstanding’ rating and now "
        "requires improvement, Ofsted said.": "requires_improvement",
        "Norbury Vale has lost its outstanding Ofsted rating for children’s services.": None,
        "After six years the council was stripped of its ‘outstanding’ rating and judged ‘good’ by Ofsted.": "good",
        "Its ‘good’ rating from Ofsted was lost and the council’s services were judged ‘inadequate’.": "inadequate",
    },
    "changed": {
        "Children’s services in Norbury Vale have been upgraded to ‘good’ by Ofsted.": "good",
        "Ofsted has upgraded the council’s services from ‘requires improvement’ to ‘good’.": "good",
        "Ofsted has downgraded the council’s children’s services from good to requires "
        "improvement.": "requires_improvement",
        "The council’s services have moved up from ‘inadequate’ to ‘requires improvement’, according to "
        "Ofsted.": "requires_improvement",
        "Norbury Vale’s children’s services jump two grades to ‘outstanding’, up from ‘requires "
        "improvement’ in 2019, Ofsted says.": "outstanding",
        "The council’s Ofsted rating went from outstanding to inadequate in four years.": "inadequate",
        "An Ofsted report moves the council’s services to ‘good’ from ‘requires improvement’.": "good",
        "The service dropped from ‘good’ to ‘inadequate’, Ofsted said.": "inadequate",
    },
    "of another council": {
        "Harrowmere’s children’s services were judged inadequate overall by Ofsted.": None,
        "Ofsted rated neighbouring Harrowmere Council’s children’s services ‘outstanding’.": None,
        "Both Harrowmere Council and Norbury Vale County Council were rated ‘good’ by Ofsted.": None,
        "Children’s services in Harrowmere were rated ‘outstanding’ by Ofsted this week.": None,
        "Leeds City Council’s children’s services were rated ‘outstanding’ by Ofsted.": None,
        "Ofsted has judged services in Leeds to be outstanding.": None,
        "The council will get help from Leeds, which Ofsted rates ‘outstanding’.": None,
        "Harrowmere was rated ‘good’ by Ofsted. It was the first council in the region to be rated ‘good’.": None,
        "The chief inspector also named Harrowmere Council. Its services were rated ‘inadequate’ by Ofsted.": None,
    },
    "of one area": {
        "Children in care was judged good, and leadership requires improvement, Ofsted said of the council.": None,
        "Ofsted rated the council’s services for care leavers ‘outstanding’ and its leadership ‘good’.": None,
        "The council received ‘good’ and ‘outstanding’ ratings from Ofsted.": None,
        "Ofsted judged the council’s help and protection inadequate, but children in care good.": None,
        "The council was given a ‘good’ rating by Ofsted for its adoption service.": None,
        "The council has been rated ‘good’ overall by Ofsted, with leadership ‘outstanding’.": "good",
        "Two of the four areas were rated ‘good’ by Ofsted and the council ‘requires improvement’ "
        "overall.": "requires_improvement",
        "Ofsted rated the council’s children’s services ‘good’ overall, though support for care leavers "
        "requires improvement.": "good",
        "The experiences of children who need help were rated inadequate at the council, Ofsted said.": None,
    },
    "plain": {
        "Ofsted has rated Norbury Vale’s children’s services good.": "good",
        "Inspectors from Ofsted have rated Norbury Vale County Council’s children’s services as "
        "‘Outstanding’.": "outstanding",
        "Norbury Vale’s children’s services are ‘inadequate’, according to Ofsted inspectors.": "inadequate",
        "A ‘good’ rating has been awarded to the council’s children’s services by Ofsted.": "good",
        "Children’s services run by Norbury Vale County Council require improvement, Ofsted has "
        "ruled.": "requires_improvement",
        "Council bosses have apologised after Ofsted rated children’s services in Norbury Vale "
        "inadequate.": "inadequate",
        "Following an inspection in January, Ofsted judged the council’s children’s services to be good.": "good",
        "The council’s services remain ‘inadequate’, Ofsted said.": "inadequate",
        "The council’s children’s services continue to be rated ‘good’ by Ofsted.": "good",
        "Ofsted’s verdict on Norbury Vale’s children’s services: ‘Good’.": "good",
        "The council has retained its ‘good’ Ofsted rating.": "good",
        "Norbury Vale, Kent, has been given a ‘good’ rating for its children’s services by Ofsted.": "good",
    },
    "in other words": {
        "Inspectors praised the council, but the service, once rated ‘outstanding’ by Ofsted, was "
        "judged to require improvement.": "requires_improvement",
        "‘Inadequate’ in 2016, ‘requires improvement’ in 2019 and now ‘good’: Ofsted has praised the "
        "council’s services.": "good",
        "A report from Ofsted, published on Monday, gives the council’s services a ‘requires "
        "improvement’ rating.": "requires_improvement",
        "Ofsted said services at the council had declined from a previous rating of ‘good’ and were now "
        "‘inadequate’.": "inadequate",
        "The council’s ambition is to go from ‘good’ to ‘outstanding’ at Ofsted’s next inspection.": None,
        "The council is confident of improving its ‘requires improvement’ Ofsted rating to ‘good’.": None,
        "Ofsted would have rated the council’s services ‘good’ had support for care leavers been better.": None,
        "Services need to be rated ‘good’ by Ofsted before the commissioner leaves the council.": None,
        "The council’s services had been rated ‘outstanding’ by Ofsted before the inspection in "
        "January, which found them ‘good’.": "good",
        "Ofsted took away the council’s ‘outstanding’ rating.": None,
        "The ‘inadequate’ rating of the council’s services no longer stands, Ofsted said.": None,
        "The service exited ‘inadequate’ with a ‘requires improvement’ rating from Ofsted for the "
        "council.": "requires_improvement",
        "Ofsted no longer considers the council’s services to be inadequate.": None,
        "Since the ‘inadequate’ Ofsted judgement in 2021 the council has spent £20 million on services.": None,
        "It follows an ‘inadequate’ Ofsted rating for the council in 2021.": None,
        "In its first inspection since being rated ‘inadequate’ in 2019, the council received a "
        "‘requires improvement’ rating from Ofsted.": "requires_improvement",
        "Ofsted’s report upgrades the council, which had been ‘inadequate’ since 2018, to ‘requires "
        "improvement’.": "requires_improvement",
        "The council climbed to ‘good’ from ‘inadequate’, the biggest jump Ofsted has seen this year.": "good",
        "Harrowmere Council, which was rated ‘inadequate’ by Ofsted, will be run by a trust.": None,
        "The inspection puts Norbury Vale, rated ‘good’, ahead of Harrowmere, rated ‘requires "
        "improvement’, Ofsted’s figures for services show.": None,
        "Ofsted rated services in Leeds, Bradford and York ‘good’.": None,
        "Ofsted rated Norbury Vale’s leadership as ‘inadequate’.": None,
        "Help and protection was rated ‘good’, the council’s work with care leavers ‘outstanding’, Ofsted said.": None,
        "The council’s fostering service has been rated ‘outstanding’ by Ofsted.": None,
        "Ofsted rated three children’s homes run by the council ‘good’.": None,
        "The council’s adult education service was rated ‘good’ by Ofsted.": None,
        "The council’s residential service has been rated ‘good’ by Ofsted.": None,
        "Its youth offending service was judged ‘good’ by inspectors and its children’s services were "
        "too, Ofsted told the council.": None,
        "Ofsted found the quality of social work at the council to be inadequate.": None,
        "Ofsted said management oversight at the council was inadequate.": None,
        "Inspectors said the council’s response to homeless teenagers was inadequate.": None,
        "Ofsted described the council’s early help offer as ‘outstanding’.": None,
        "Placements for children were ‘good’, Ofsted said of the council.": None,
        "The director said the council’s services were in a good place after the Ofsted visit.": None,
        "Ofsted inspectors rated the council ‘good’ in every category.": "good",
        "The council’s rating has dropped to ‘requires improvement’ after an Ofsted inspection in "
        "January.": "requires_improvement",
        "Ofsted rates Norbury Vale ‘good’.": "good",
        "The council has kept its ‘outstanding’ rating, Ofsted announced today.": "outstanding",
        "Ofsted has given Norbury Vale’s children’s services a clean bill of health with a rating of ‘good’.": "good",
        "For the first time, Ofsted has rated the council’s children’s services ‘good’.": "good",
        "The council’s children’s services are rated ‘requires improvement’, an Ofsted inspection has "
        "found.": "requires_improvement",
        "Children’s services have been judged ‘good’ across the board by Ofsted, which visited the "
        "council in January 2024.": "good",
        "An inspection by Ofsted in January 2024 rated the council’s children’s services ‘outstanding’.": "outstanding",
        "Council leaders welcomed an Ofsted report that judged children’s services ‘good’.": "good",
        "The council’s children’s services have been placed in the lowest category, inadequate, by Ofsted.": None,
        "“We were inadequate and we are now good,” the council’s leader said of the Ofsted report.": None,
        "Ofsted inspectors rated the council’s children’s services as good, but said that support for "
        "care leavers requires improvement.": "good",
        "The council, whose school improvement service was inadequate in 2012, has had its children’s "
        "services rated ‘good’ by Ofsted.": None,
        "Ofsted’s overall judgement of the council is ‘requires improvement’, the same as in "
        "2019.": "requires_improvement",
        "The council’s overall grade fell from ‘good’ in 2019 to ‘requires improvement’, Ofsted "
        "said.": "requires_improvement",
        "Opposition councillors said the services, judged ‘inadequate’ by Ofsted under the last "
        "administration, were improving.": None,
    },
}

# The headline names nobody, a councillor's council is the publisher.
NORBURY = """Children's services in the county: Ofsted publishes its report

14 March 2024

{sentence}

Social workers and foster carers support children in care and care leavers well.

Cllr Ada Finch, lead member for children at Norbury Vale County Council, said: "We are pleased to read it."
"""


@pytest.mark.parametrize("kind", WHICH_GRADE)
def test_which_grade_is_todays(kind: str) -> None:
    for sentence, want in WHICH_GRADE[kind].items():
        report = ofsted.parse_text(NORBURY.format(sentence=sentence))
        assert report.framework == "news", sentence
        assert report.authority.name == "Norbury Vale County Council", sentence
        assert overall(report) == want, sentence
        assert want or ("missing", "judgements") in codes(report), sentence


MORE = {
    "Last July an Ofsted inspection found the council's services 'inadequate'.": None,
    "Last autumn Ofsted rated the council's children's services inadequate.": None,
    "A further 14 children's services departments were rated 'good' by Ofsted.": None,
    "Three-quarters of the departments that Ofsted inspected were rated 'inadequate'.": None,
    "The council has set a high bar to move from an 'inadequate' Ofsted rating to 'good'.": None,
    "Nobody knew whether Ofsted would let the council go from 'inadequate' to 'outstanding'.": None,
    "The council has an Ofsted plan to go from 'requires improvement' to 'good'.": None,
    "Norbury Vale County Council's (NVCC) children's services have been rated 'good' by Ofsted.": "good",
    "A North East council's children's services have been rated 'outstanding' by Ofsted.": "outstanding",
    "Norbury Vale's children's services 'outstanding'": "outstanding",
    "The council is celebrating following a 'good' rating from Ofsted.": "good",
    "It follows an 'inadequate' rating of the council's services by Ofsted.": None,
    "The council said it was closer to receiving a 'good' rating from Ofsted.": None,
    "Ofsted described the council's children's services as 'requiring improvement'.": "requires_improvement",
    "Ofsted rated the council's services 'inadequate' and said there had been a corporate failure.": "inadequate",
    "The council's services, rated 'inadequate', had seriously declined since the last inspection, Ofsted said.": (
        "inadequate"
    ),
}


@pytest.mark.parametrize("sentence", MORE)
def test_more_ways_to_say_it(sentence: str) -> None:
    assert overall(ofsted.parse_text(NORBURY.format(sentence=sentence))) == MORE[sentence]


def test_a_round_up_gives_no_grade() -> None:
    text = NORBURY.format(
        sentence="Leeds City Council's services have been rated 'outstanding' by Ofsted, while Harrowmere Council "
        "has achieved a 'good' rating. Norbury Vale's services were judged 'inadequate'."
    )
    report = ofsted.parse_text(text)
    assert overall(report) is None
    assert ("whose_unclear", "judgements") in codes(report)


def test_two_grades_that_both_seem_todays_give_none() -> None:
    report = ofsted.parse_text(
        NORBURY.format(sentence="Ofsted rated the services 'inadequate'. They are now rated 'good' by Ofsted.")
    )
    assert overall(report) is None
    assert ("grades_disagree", "judgements") in codes(report)


def test_a_grade_of_a_dated_inspection_needs_months_to_be_earlier() -> None:
    recent = "Ofsted judged the council's services 'good' in November 2023."
    older = "Ofsted judged the council's services 'good' in March 2023."
    assert overall(ofsted.parse_text(NORBURY.format(sentence=recent))) == "good"
    report = ofsted.parse_text(NORBURY.format(sentence=older))
    assert overall(report) is None
    assert [(p.year, p.grade) for p in report.previous_judgements] == [(2023, "good")]


@pytest.mark.parametrize(
    "line",
    [
        "Listen to BBC Radio Leicester on Sounds and follow BBC Leicester on Facebook.",
        "This story first appeared in the Nottingham Post and on Bristol Live.",
        "Register now to continue Reading.",
    ],
)
def test_a_paper_or_a_station_is_no_authority(line: str) -> None:
    text = (
        "Ofsted inspects the county's children's services\n\n14 March 2024\n\n"
        'Inspectors from Ofsted have rated the children\'s services "good".\n\n'
        '"We are pleased," said the cabinet member for children, Ada Finch.\n\n' + line + "\n"
    )
    report = ofsted.parse_text(text)
    assert report.framework == "news"
    assert overall(report) == "good"
    assert report.authority.name is None


@pytest.mark.parametrize("opening", ["However", "Meanwhile", "In", "Although", "Bosses at", "Leader of"])
def test_a_publisher_begins_with_its_own_name(opening: str) -> None:
    text = ARTICLE.replace("Norfolk County Council, 13 January 2023", "13 January 2023")
    report = ofsted.parse_text(text.format(sentence=f"{opening} Norfolk County Council was rated 'good' by Ofsted."))
    assert report.publisher == "Norfolk County Council"


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("March 14, 2024", date(2024, 3, 14)),
        ("Published on Thursday, March 14, 2024", date(2024, 3, 14)),
        ("The council's report was published today (Thursday, 14 March 2024).", date(2024, 3, 14)),
        ("The last report was published on 3 May 2018.", None),
    ],
)
def test_dates_in_other_forms(line: str, want: date | None) -> None:
    text = NORBURY.replace("14 March 2024", line)
    assert ofsted.parse_text(text.format(sentence="Ofsted rated the services 'good'.")).published == want


def test_of_two_days_that_an_article_calls_today_the_first_is_its_own() -> None:
    said = "The report was published today (Friday, 4 June 2021).\n\nThe council met today (Monday, 5 July 2021)."
    text = NORBURY.replace("14 March 2024", said).format(sentence="Ofsted rated the services 'good'.")
    assert ofsted.parse_text(text).published == date(2021, 6, 4)


def test_who_speaks_is_more_likely_the_publisher_than_who_is_named_first() -> None:
    text = NORBURY.format(
        sentence="Harrowmere Council was inspected first. Norbury Vale's services are 'good', Ofsted said."
    )
    report = ofsted.parse_text(text)
    assert report.publisher == "Norbury Vale County Council"
    assert overall(report) == "good"


ARTICLES = {
    "Coun": "Ofsted rates children services good\n\n14 March 2024\n\nInspectors have rated children services in "
    "Norfolk 'good', a report says.\n\nCoun Jo Bloggs said: \"We are pleased.\"\n",
    "child protection": "Watchdog finds failings in child protection\n\n14 March 2024\n\nOfsted inspectors have found "
    'failings in child protection at Norfolk County Council.\n\nThe council leader said it was "sorry".\n',
    "a monitoring visit": "Progress at children's services\n\n14 March 2024\n\nOfsted has praised Norfolk after a "
    'monitoring visit.\n\nThe Ofsted report said leaders were "determined".\n',
    "nobody speaks": "Norfolk's children's services rated inadequate\n\nThe services have been rated \"inadequate\" by "
    'Ofsted.\n\nAn Ofsted report said progress had been "slow and uneven".\n',
}


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_of_other_makes(name: str) -> None:
    report = ofsted.parse_text(ARTICLES[name])
    assert report.framework == "news"
    assert report.authority.name == "Norfolk"


def test_what_a_speaker_says_without_rating_is_no_grade() -> None:
    text = NORBURY.format(sentence="Ofsted has inspected the services.")
    report = ofsted.parse_text(
        text + "\n\"It is a big step to a 'good' rating for our services from Ofsted,\" she added.\n"
    )
    assert overall(report) is None


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
    "a plan that quotes": "Action plan after the Ofsted inspection of children's services\n\nThe plan for social "
    'workers, foster carers and care leavers keeps what is "good" and mends what "requires improvement".\n',
    "a letter": "Dear Director\n\nOfsted inspected your children's services and social work. They said: “Good”.\n",
}


@pytest.mark.parametrize("name", NOT_NEWS)
def test_what_is_no_such_article(name: str) -> None:
    report = ofsted.parse_text(NOT_NEWS[name])
    assert report.framework != "news"
    assert not report.judgements


def test_the_foot_of_a_web_page_is_no_imprint() -> None:
    article = (EXAMPLES / "news-2024.txt").read_text("utf-8") + "\nIs this page useful?\n\n© Crown copyright{year}\n"
    report = ofsted.parse_text(article.format(year=""))
    assert report.framework.value == "news"
    assert report.title == "Ofsted rates children’s services in Norbury Vale ‘Outstanding’"
    assert ofsted.parse_text(article.format(year=" 2024")).framework.value != "news"
