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
        # a year of today counts more than 'last', an older one does not
        (DAY, "Ofsted's last inspection, in January 2024, rated the council's services 'good'.", "good", []),
        (
            DAY,
            "Since 2019 the council's services are, as at the last inspection, rated 'good' by Ofsted.",
            None,
            [(2019, "good")],
        ),
        (DAY, "Previously rated 'good' by Ofsted, the council's services met.", None, [(None, "good")]),
        (DAY, "Recently rated 'good' by Ofsted, the council's services met.", "good", []),
        (DAY, "Last year Ofsted rated the council's services 'good'.", None, []),
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


def test_an_earlier_grade_whose_year_is_told_later() -> None:
    first = "The services were previously rated 'inadequate' by Ofsted."
    report = read(f"{first} Ofsted rated the services 'inadequate' in 2016. In 2012 Ofsted rated them 'inadequate'.")
    assert grades(report) == (None, [(2016, "inadequate"), (2012, "inadequate")])


def test_a_grade_in_passing_counts_in_the_first_lines_only() -> None:
    passing = "The council is celebrating following a 'good' rating from Ofsted."
    assert grades(read(f"They met.\n\n{passing}")) == ("good", [])
    assert grades(read(f"They met.\n\nThey spoke.\n\n{passing}")) == (None, [])


def test_another_councils_short_name_that_ends_like_a_verb_is_a_name() -> None:
    assert grades(read("Aled council's services are rated 'good' by Ofsted.")) == (None, [])
    assert grades(read("Aled Council was judged 'inadequate', Ofsted said.")) == (None, [])
    assert grades(read("Rated 'good' by Ofsted, the council's services met.")) == ("good", [])


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
        ("Ofsted rated the services “good.” Schools met.", "good"),
        ("Ofsted rated the services 'good'! Schools met.", "good"),
        ("Ofsted rated the services 'good'? Schools met.", "good"),
        ("Ofsted rated the services 'good' at 2.30 when schools met.", None),
        ("‘Harrowmere’ was rated 'good' by Ofsted for its services.", None),
        ("Ofsted rated the services “good,” it said.", "good"),
        ("Ofsted found the services good.", None),
        ("Ofsted found the services 'good'.", "good"),
        ("Ofsted found the services Good.", "good"),
        ("Good services were found by Ofsted.", None),
        ("Ofsted rated the services 'good' and 'outstanding'.", None),
        ("Ofsted rated the services 'good' or 'outstanding'.", None),
        ("Ofsted rated the services 'good' and 'outstanding' overall.", None),
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
        ("The council's fostering was rated 'good' overall by Ofsted.", None),
        ("Ofsted rated two services 'good' and 'outstanding'. It now rates the council's services good and.", "good"),
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
        # another service of the council's
        ("The council's SEND services were judged 'good' by Ofsted in a separate inspection.", None),
        ("The council's housing service was rated 'good' by the regulator.", None),
        ("Ofsted rated the council's short-break home 'good'.", None),
        ("The county's police force was rated 'good' by inspectors.", None),
        ("The council's leisure service was rated 'good' by inspectors.", None),
        ("The council's finances were rated 'good' by inspectors.", None),
        ("A prison in the county was rated 'good' by inspectors.", None),
        ("The county's childminders are mostly rated 'good' by Ofsted.", None),
        ("The council's care service was rated 'good' by Ofsted.", "good"),
        ("The council's work with families was rated 'good' by Ofsted.", "good"),
        ("A 'good' rating was given to the services by Ofsted.", "good"),
        ("Ofsted rated the council's services 'good' in every area except leadership, which was inadequate.", None),
        ("Ofsted rated the council's services 'good' in every area.", "good"),
        # another's grade
        ("The services were rated 'good' by auditors.", None),
        ("The services were rated 'good' by the regulator.", "good"),
        ("Residents rated the council 'good'.", None),
        ("Residents of the county heard that Ofsted rated the council 'good'.", "good"),
        ("They rated the council's services 'good'.", "good"),
        # what it led to, what it was
        ("A 2019 inspection had led to a 'good' rating of the services by Ofsted.", None),
        ("The services were requires improvement; they are good today, in the eyes of Ofsted.", None),
        # hoped, feared, thought of
        ("Councillors had feared that Ofsted rated the services 'good'.", None),
        ("The council had judged itself 'good', Ofsted heard.", None),
        ("Ofsted inspectors considered rating the services 'good'.", None),
        ("The services might be rated 'good' by Ofsted.", None),
        ("When inspectors last came, they rated the services 'good'.", None),
        ("Two inspections ago the council's rating was 'good'.", None),
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


# Where nobody is named but in the sentence, the authority is as that names it.
UNNAMED = """Ofsted praises services

14 March 2024

{sentence}

Social workers and foster carers support children in care and care leavers well.

Cllr Jo Bloggs, cabinet member for children, said: "We are pleased to read it."
"""


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ofsted has rated children's services in Ayton 'good'.", "Ayton"),
        ("Ofsted has rated children's services in Ayton upon Sea 'good'.", "Ayton upon Sea"),
        ("Ofsted has rated children's services in Isle of Ayton 'good'.", "Isle of Ayton"),
        ("Ofsted has rated children's services in Ayton and Beeton 'good'.", "Ayton and Beeton"),
        ("Ofsted has rated children's services in Ayton-on-Sea 'good'.", "Ayton-on-Sea"),
        (
            "Ofsted has rated children's services in Harrowmere upon Longwater and Isle of Seatonbury 'good'.",
            "Harrowmere upon Longwater and Isle of Seatonbury",
        ),
        ("Ofsted has rated children's services in Ayton of old 'good'.", "Ayton"),
        ("Ofsted has rated children's services in Royal Ayton 'good'.", "Ayton"),
        ("Ofsted has rated children's services in the town of Ayton 'good'.", None),
        ("Ofsted has rated children's services in the North East 'good'.", None),
        ("Ofsted has rated children's services in ABCD 'good'.", None),
        ("Ofsted has rated children's services in ABCDE 'good'.", "ABCDE"),
        ("Ofsted has rated children's services in S 'good'.", None),
        ("Ayton's children's services have been rated 'good' by Ofsted.", "Ayton"),
        ("Ayton’s services have been rated 'good' by Ofsted.", "Ayton"),
        ("St Johns' services have been rated 'good' by Ofsted.", "St Johns"),
        ("Ayton's busy services have been rated 'good' by Ofsted.", "Ayton"),
        ("Ayton's very busy services have been rated 'good' by Ofsted.", None),
        ("Ayton was rated 'good' by Ofsted.", "Ayton"),
        ("Ayton has been rated 'good' by Ofsted.", "Ayton"),
        ("Ayton has now been rated 'good' by Ofsted.", None),
        ("Ayton's people rated it 'good', says Ofsted.", None),
        ("Cllr Ayton was rated 'good' by Ofsted.", None),
        ("Ayton Police was rated 'good' by Ofsted.", "Ayton Police"),
        ("Judged Ayton was rated 'good' by Ofsted.", "Ayton"),
        ("The CHILDREN'S Ayton services were rated 'good' by Ofsted.", "Ayton"),
        ("The Ayton Borough department met, and Ofsted rated it 'good'.", "Ayton"),
        ("Rated 'good' by Ofsted, they met.", None),
        ("On Monday Ofsted rated the services 'good'.", None),
    ],
)
def test_how_a_sentence_names_a_council(sentence: str, name: str | None) -> None:
    report = ofsted.parse_text(UNNAMED.format(sentence=sentence))
    assert report.framework == "news"
    assert report.authority.name == name


def test_where_no_authority_is_known_a_named_one_is_another() -> None:
    both = "They met in Norfolk and in Suffolk.\n\n"
    report = ofsted.parse_text(UNNAMED.format(sentence=f"{both}Suffolk was rated 'good' by Ofsted for its services."))
    assert report.authority.name is None
    assert grades(report) == (None, [])
    report = ofsted.parse_text(UNNAMED.format(sentence=f"{both}Ofsted rated the services 'good'."))
    assert grades(report) == ("good", [])


def test_a_sentence_on_several_councils_does_not_go_on_about_another() -> None:
    rated = "The services were rated 'inadequate' by Ofsted."
    assert grades(read(f"Harrowmere Council was visited. {rated}"))[0] is None
    assert grades(read(f"Harrowmere Council and Seaton Council were visited. {rated}"))[0] == "inadequate"


def test_what_is_said_by_name_may_be_said_again_of_another() -> None:
    ours, theirs = (f"{name}'s services were rated 'good' by Ofsted." for name in ("Norfolk", "Suffolk"))
    said = f"{RATED}.\n\n{ours}\n\n{theirs}"
    text = UNNAMED.replace("14 March 2024", "Norfolk County Council, 14 March 2024").format(sentence=said)
    report = ofsted.parse_text(text)
    assert grades(report)[0] == "good"
    assert issue(report, "whose_unclear") == []


@pytest.mark.parametrize(
    ("headline", "byline", "grade"),
    [
        # it is known whose article it is by its headline or by a line that says who published it
        ("Ofsted praises services in Norfolk", "13 January 2023", "good"),
        ("Ofsted praises services", "Norfolk County Council, 13 January 2023", "good"),
        ("Ofsted praises services", "13 January 2023", None),
    ],
)
def test_beside_anothers_grade_one_by_name_counts_where_it_is_known_whose_article_it_is(
    headline: str, byline: str, grade: str | None
) -> None:
    said = (
        "Norfolk's services were rated 'good' by Ofsted.\n\nSuffolk's services were rated 'inadequate' by Ofsted.\n\n"
        "Leaders of Norfolk County Council met."
    )
    text = UNNAMED.replace("Ofsted praises services", headline).replace("14 March 2024", byline).format(sentence=said)
    report = ofsted.parse_text(text)
    assert report.authority.name == "Norfolk"
    assert grades(report)[0] == grade
    assert [bool(issue(report, "whose_unclear"))] == [grade is None]


@pytest.mark.parametrize(
    ("ours", "named", "grade"),
    [
        ("Ayton and Beeton", "Ayton", "good"),
        ("Ayton", "Ayton and Beeton", "good"),
        ("Ayton and Beeton", "Seaton", None),
        ("Ayton and Beeton", "Ayton and Seaton", None),
    ],
)
def test_a_council_by_a_part_of_its_name(ours: str, named: str, grade: str | None) -> None:
    said = f"Ofsted came to children's services in {ours}.\n\n{named}'s services were rated 'good' by Ofsted."
    report = ofsted.parse_text(UNNAMED.format(sentence=said))
    assert report.authority.name == ours
    assert grades(report)[0] == grade


@pytest.mark.parametrize(
    ("sentence", "grade", "earlier"),
    [
        # what stands in brackets behind a grade speaks of the one in them
        ("Ofsted rated the council's services good (previously: inadequate).", "good", []),
        (
            "Overall effectiveness: good (2020: requires improvement to be good), Ofsted says.",
            "good",
            [(2020, "requires_improvement")],
        ),
        ("Ofsted rated the council's services good (its last inspection was in 2020).", None, [(2020, "good")]),
        # kept, and nothing follows
        ("The council's services remain inadequate, Ofsted says.", "inadequate", []),
        ("The council's services are still inadequate, according to Ofsted.", "inadequate", []),
        ("The council's services remain inadequate at keeping records, Ofsted says.", None, []),
        ("The council's services remain good, Ofsted says.", None, []),
        ("The records remain inadequate, Ofsted says.", None, []),
    ],
)
def test_grades_in_brackets_and_grades_that_stay(sentence: str, grade: str | None, earlier: Any) -> None:
    assert grades(read(sentence)) == (grade, earlier)


@pytest.mark.parametrize(
    "words",
    ["Ofsted has upgraded the council's services to good", "Ofsted: the council's services 'require improvement'"],
)
def test_an_article_that_only_its_grade_says_to_be_on_an_inspection(words: str) -> None:
    article = ARTICLE.format(day=DAY, sentence=f"{words}.").replace(": Ofsted publishes its report", "")
    assert ofsted.parse_text(article).framework == "news"
