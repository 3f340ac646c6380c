"""Which grade of an article is today's: by years, by how far words stand from it, by whose it is. Each is made up."""

from __future__ import annotations

from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

# The headline names nobody, a councillor's council is the publisher.
ARTICLE = """Children's services in the county: Ofsted publishes its report

{day}

{sentence}

Social workers and foster carers support children in care and care leavers well.

Cllr Ada Finch, lead member for children at Norbury Vale County Council, said: "We are pleased to read it."
"""
DAY = "14 March 2024"


def read(sentence: str, day: str = DAY) -> Any:
    report = ofsted.parse_text(ARTICLE.format(day=day, sentence=sentence))
    assert report.framework == "news", sentence
    return report


def grades(report: Any) -> tuple[str | None, list[tuple[int | None, str]]]:
    """The overall grade, and the earlier ones with their years."""
    found = report.judgements.get("overall_effectiveness")
    return found and found.grade.value, [(p.year, p.grade.value) for p in report.previous_judgements]


def words(count: int) -> str:
    return " ".join(["well"] * count)


RATED = "Ofsted rated the council's services 'good'"


@pytest.mark.parametrize(
    ("day", "sentence", "grade", "earlier"),
    [
        # a month with its year: up to seven months before the article
        (DAY, f"In August 2023 {RATED}.", "good", []),
        (DAY, f"In July 2023 {RATED}.", None, [(2023, "good")]),
        (DAY, f"{RATED} in August 2023.", "good", []),
        (DAY, f"{RATED} in July 2023.", None, [(2023, "good")]),
        ("14 December 2024", f"In May 2024 {RATED}.", "good", []),
        ("14 December 2024", f"In April 2024 {RATED}.", None, [(2024, "good")]),
        # a year alone: this one, the one before in doubt until June, one to come
        (DAY, f"In 2024 {RATED}.", "good", []),
        (DAY, f"In 2023 {RATED}.", None, []),
        ("14 June 2024", f"In 2023 {RATED}.", None, []),
        ("14 July 2024", f"In 2023 {RATED}.", None, [(2023, "good")]),
        (DAY, f"In 2022 {RATED}.", None, [(2022, "good")]),
        (DAY, f"In 2025 {RATED}.", None, []),
        # what the sentence says behind the year may be of today
        (DAY, "Closed in 2019 and opened again, the council's services are rated 'good', Ofsted says.", "good", []),
        (DAY, "In 2019 the council's services were rated 'good' by Ofsted.", None, [(2019, "good")]),
        (DAY, "Since 2019 Ofsted has rated the council's services 'good'.", "good", []),
        # bounds: no time of a grade
        (DAY, f"{RATED} by 2025.", None, []),
        (DAY, f"{RATED} before 2025.", None, []),
        (DAY, "The council's services were rated 'good' by Ofsted since 2019.", "good", []),
        # an article without a day
        ("", f"In 2019 {RATED}.", None, [(2019, "good")]),
        ("", "In 2019 Ofsted has rated the council's services 'good'.", "good", []),
    ],
)
def test_years(day: str, sentence: str, grade: str | None, earlier: list[tuple[int | None, str]]) -> None:
    assert grades(read(sentence, day)) == (grade, earlier)


@pytest.mark.parametrize(
    ("sentence", "most", "within", "beyond"),
    [
        # how many words may stand between: at most so many, then what is read with them and with one more
        (
            "Ofsted has moved the council's services up from {} 'inadequate'.",
            7,
            (None, [(None, "inadequate")]),
            (None, []),
        ),
        ("The council's services moved to {} 'good', Ofsted said.", 3, ("good", []), (None, [])),
        ("The council lost its {} 'good' rating from Ofsted.", 4, (None, [(None, "good")]), ("good", [])),
        ("Ofsted rated the council's services 'good' for {} care leavers.", 4, (None, []), ("good", [])),
        ("Ofsted rated the council's services 'good' and {} years ago.", 5, (None, [(None, "good")]), ("good", [])),
        (
            "It is the first visit since {} 'inadequate' rating of the council by Ofsted.",
            3,
            (None, [(None, "inadequate")]),
            ("inadequate", []),
        ),
        (
            "Its services await help following {} 'inadequate' rating of the council by Ofsted.",
            3,
            (None, []),
            ("inadequate", []),
        ),
    ],
)
def test_how_far_words_stand_from_a_grade(sentence: str, most: int, within: Any, beyond: Any) -> None:
    assert grades(read(sentence.format(words(most)))) == within
    assert grades(read(sentence.format(words(most + 1)))) == beyond


def test_a_grade_in_passing_counts_in_the_first_lines_only() -> None:
    passing = "The council is celebrating following a 'good' rating from Ofsted."
    assert grades(read(f"They met.\n\n{passing}")) == ("good", [])
    assert grades(read(f"They met.\n\nThey spoke.\n\n{passing}")) == (None, [])


def test_how_long_a_sentence_goes_on_about_another_council() -> None:
    rated = "The services were rated 'inadequate' by Ofsted."
    another = "Harrowmere Council was visited by inspectors."
    assert grades(read(f"{another} {rated}")) == (None, [])
    assert grades(read(f"{another} They met. They spoke. {rated}")) == (None, [])
    assert grades(read(f"{another} They met. They spoke. They left. {rated}"))[0] == "inadequate"
    assert grades(read(f"{another} Norbury Vale's services were visited, too. {rated}"))[0] == "inadequate"


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("Ofsted can rate services outstanding, good or inadequate; these are 'good'.", None),
        ("Ofsted rated the services 'good', from 'inadequate'.", "good"),
        (f"Ofsted rated the services {'well, ' * 130}'good'.", "good"),
        (f"Ofsted rated the services {'well, ' * 170}'good'.", None),
        ("They are good to do good and good at good by good and Ofsted rated the services 'good'.", "good"),
        ("They are good, good, good, good, good, good, good, good and Ofsted rated the services 'good'.", None),
        ("Ofsted rated the services good-quality ones.", None),
        ("Ofsted rated the services 'good'-ish.", None),
        ("Ofsted rated the services 'Good'!", "good"),
        ("Ofsted rated the services “good,” it said.", "good"),
        ("Ofsted found the services good.", None),
        ("Ofsted found the services 'good'.", "good"),
        ("Ofsted found the services Good.", "good"),
        ("Good services were found by Ofsted.", None),
        ("Ofsted rated the services 'good' and 'outstanding'.", None),
        ("Ofsted rated the services 'good' or 'outstanding'.", None),
        ("Ofsted rated the services 'good' and 'good'.", "good"),
        ("Ofsted judged the services to be good.", "good"),
        ("Ofsted judged the services to be very good.", "good"),
        ("Ofsted judged the services as requiring improvement.", "requires_improvement"),
        ("Ofsted saw services requiring improvement.", None),
        ("The services require improvement, inspectors said.", "requires_improvement"),
        ("They require improvement, inspectors said of the services.", None),
        ("Ofsted gave services good ratings.", None),
        ("Ofsted rated the services 'good' in all areas.", "good"),
        ("Ofsted rated the services 'good' in two areas.", None),
        ("Ofsted rated the services 'good', and care leavers spoke.", "good"),
        ("Only the services here were rated 'good' by Ofsted.", None),
        ("At 24% the services were rated 'good' by Ofsted.", None),
        ("Ofsted rated the services of schools 'good'.", None),
        ("The services were good overall, Ofsted said.", "good"),
        ("The services were 'good' overall, Ofsted said.", "good"),
        ("One of the councils was 'good' overall, Ofsted said.", None),
        ("The council's services 'good'", "good"),
        ("ABCD was rated 'good' by Ofsted for its services.", "good"),
        ("ABCDE was rated 'good' by Ofsted for its services.", None),
        ("Harrowmere has been rated 'good' by Ofsted for its services.", None),
        ("Harrowmere's ailing services were rated 'good' by Ofsted.", None),
        ("The services in Harrowmere were rated 'good' by Ofsted.", None),
        ("The department at Harrowmere was rated 'good' by Ofsted.", None),
        ("Norbury Vale's services were rated 'good' by Ofsted.", "good"),
        ("Mayor Harrowmere rated the services 'good', Ofsted said.", "good"),
        ("The Eastern council was rated 'good' by Ofsted.", "good"),
        ("Judged 'good' by Ofsted, the services did well.", "good"),
        ("Leicester Mercury was told that Ofsted rated the services 'good'.", "good"),
        ("Leicester was told that Ofsted rated its services 'good'.", None),
        ("Norbury Vale, Kent, has been rated 'good' by Ofsted for its services.", "good"),
        ("Norbury Vale and Kent have been rated 'good' by Ofsted for services.", None),
        (
            "Norbury Vale's services were rated 'good', while Harrowmere Council's were rated 'bad' and 'inadequate'.",
            None,
        ),
        (
            "Harrowmere Council was rated 'inadequate', but Norbury Vale's services were rated 'good', Ofsted said.",
            None,
        ),
    ],
)
def test_what_is_a_grade_of_these_services(sentence: str, grade: str | None) -> None:
    assert grades(read(sentence))[0] == grade


@pytest.mark.parametrize("station", ["Greatest Hits Radio Leicester", "BBC Radio Leicester", "University of Leicester"])
def test_what_is_called_after_a_place_is_not_its_council(station: str) -> None:
    assert grades(read(f"{station} told that Ofsted rated the services 'good'."))[0] == "good"


def issue(report: Any, code: str) -> list[tuple[str, str | None, str]]:
    return [
        (i.field, report.text[slice(*i.span)] if i.span else None, i.message) for i in report.issues if i.code == code
    ]


def test_doubts_stand_where_they_arise() -> None:
    first, second = "Ofsted rated the services 'good'.", "The services were rated 'outstanding' by Ofsted."
    report = read(f"{first}\n\n{second}")
    ((field, place, message),) = issue(report, "grades_disagree")
    assert (field, place) == ("judgements", second)
    assert "'outstanding'" in message
    report = read(
        f"Harrowmere Council was rated 'inadequate' by Ofsted.\n\nThey met.\n\nSo they did.\n\nThey left.\n\n{first}"
    )
    ((field, place, message),) = issue(report, "whose_unclear")
    assert (field, place) == ("judgements", first)
    assert "'good'" in message
    assert issue(report, "grades_disagree") == []
    assert grades(report) == (None, [])
    report = read("In 2019 Ofsted rated the services 'good'.", day="")
    ((field, place, message),) = issue(report, "year_unclear")
    assert (field, place) == ("previous_judgements", "In 2019 Ofsted rated the services 'good'.")
    assert "'good'" in message
    said = "\"Ofsted has rated our services 'good',\" she added."
    report = read(f"They met.\n\n{said}")
    ((field, place, message),) = issue(report, "from_quotation")
    assert (field, place) == ("judgements", said)
    assert "'good'" in message


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ("\"Ofsted has rated our services 'good',\" she added.", "good"),
        ("“Ofsted has rated our services ‘good’,” she added.", "good"),
        ("\"Our services are 'good', says Ofsted,\" she added.", None),  # nobody rates
        ("'Good' is how Ofsted rated the services.", None),
        ('"Good" services were rated by Ofsted.', None),
    ],
)
def test_what_is_said_counts_where_it_rates(said: str, grade: str | None) -> None:
    assert grades(read(f"They met.\n\n{said}"))[0] == grade
    # never beside the article's own words
    assert grades(read(f"Ofsted rated the services 'inadequate'.\n\n{said}"))[0] == "inadequate"
