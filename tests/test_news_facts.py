"""Articles: whose they are, of which day and inspection, and where each of these facts stands. Each is made up."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

ARTICLE = """{headline}

{byline}

{sentence}

Social workers and foster carers support children in care and care leavers well.
{more}
Cllr Jo Bloggs, cabinet member for children, said: "We are pleased to read it."
"""
HEADLINE = "Ofsted publishes report on children's services in Norfolk"
BYLINE = "Norfolk County Council, 13 January 2023"
GOOD = "Ofsted has rated the services 'good'."


def read(headline: str = HEADLINE, byline: str = BYLINE, sentence: str = GOOD, more: str = "") -> Any:
    report = ofsted.parse_text(ARTICLE.format(headline=headline, byline=byline, sentence=sentence, more=more))
    assert report.framework == "news"
    return report


def issues(report: Any, field: str) -> list[tuple[str, int | None, str | None]]:
    """The issues on a field: code, page and the report's words at its place."""
    return [
        (i.code, i.page, report.text[slice(*i.span)] if i.span else None) for i in report.issues if i.field == field
    ]


def graded(report: Any) -> list[tuple[str, str | None, str | None, int | None, str]]:
    return [(j.key, j.grade and j.grade.value, j.printed, j.page, j.evidence) for j in report.judgements]


def test_an_article_on_two_pages() -> None:
    report = read(sentence="They met.\n\f\nThe council spoke.\n\n" + GOOD)
    assert graded(report) == [("overall_effectiveness", "good", "good", 2, GOOD)]
    assert report.title == report.sections[0].heading == HEADLINE
    assert (report.sections[0].level, report.sections[0].page) == (1, 1)
    assert (report.publisher, report.authority.name, report.published) == (
        "Norfolk County Council",
        "Norfolk",
        date(2023, 1, 13),
    )
    assert [(i.code, i.field) for i in report.issues] == [("secondary_source", "framework")]


@pytest.mark.parametrize(
    ("line", "key", "grade", "printed"),
    [
        ("Overall effectiveness - Good", "overall_effectiveness", "good", "Good"),
        ("Overall effectiveness – ‘Good’", "overall_effectiveness", "good", "Good"),
        ("Overall effectiveness: good.", "overall_effectiveness", "good", "good"),
        ("Overall effectiveness is judged “good”", "overall_effectiveness", "good", "good"),
        ("Overall effectiveness was rated as good;", "overall_effectiveness", "good", "good"),
        (
            "The experiences and progress of care leavers: requires improvement to be good",
            "care_leavers",
            "requires_improvement",
            "requires improvement to be good",
        ),
        ("Adoption performance – outstanding", "adoption_performance", "outstanding", "outstanding"),
        # a footnote's mark
        ("Adoption performance – outstanding1", "adoption_performance", "outstanding", "outstanding"),
        ("The experiences and progress of care leavers: good²", "care_leavers", "good", "good"),
        ("Overall effectiveness: Good*", "overall_effectiveness", "good", "Good"),
        # no row, no grade at the end, or a line that is too long for one
        ("Bread – good", None, None, None),
        ("Adoption performance – good in parts", None, None, None),
        ("Adoption performance – good 'as ever'", None, None, None),
        (f"Adoption performance {'and so on ' * 20}– good", None, None, None),
    ],
)
def test_a_line_with_a_label_and_a_grade(line: str, key: str | None, grade: str, printed: str) -> None:
    report = read(sentence="Ofsted has published its report.", more=f"\n\f\n{line}\n")
    assert graded(report) == ([(key, grade, printed, 2, line)] if key else [])
    for judgement in report.judgements:
        assert judgement.source == "sentence"
        assert line.startswith(judgement.label)


def test_cells_of_a_table_are_judgements_row_by_row() -> None:
    rows = [
        ("Overall effectiveness", "Good", ""),
        ("The experiences and progress of care leavers", "as ever", "Outstanding"),
        ("Bread", "Good", ""),
        ("The impact of leaders on social work practice with children and families", "Good", "Inadequate"),
    ]
    table = "| Judgement | Grade | |\n| --- | --- | --- |\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    text = ARTICLE.format(headline=f"# {HEADLINE}", byline=BYLINE, sentence="**They** met.", more=f"\n{table}\n")
    report = ofsted.parse_text(text)
    assert report.framework == "news"
    assert [(j.key, j.grade, j.source, j.label) for j in report.judgements] == [
        ("overall_effectiveness", "good", "table", rows[0][0]),
        ("care_leavers", "outstanding", "table", rows[1][0]),
    ]
    assert [j.evidence for j in report.judgements] == [
        "Overall effectiveness | Good",
        "The experiences and progress of care leavers | as ever | Outstanding",
    ]
    ((code, _, words),) = issues(report, "judgements")
    assert code == "unreadable"
    assert words == " | ".join(rows[3])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (f"{label} {day}", date(2023, 1, 13))
        for label in ("Published:", "Date published", "Publication date -", "First published", "Posted on", "Added")
        for day in (
            "13 January 2023",
            "January 13, 2023",
            "Jan 13 2023" if label == "Added" else "Friday 13 January 2023",
        )
        if day != "Jan 13 2023"
    ]
    + [
        ("January 1, 2023", date(2023, 1, 1)),
        ("January 31, 2023", date(2023, 1, 31)),
        ("December 31, 2023", date(2023, 12, 31)),
        ("May 16, 2049", date(2049, 5, 16)),
        ("Monday, May 1,2000", date(2000, 5, 1)),
        ("January 0, 2023", None),
        ("January 32, 2023", None),
        ("January 13, 1999", date(1999, 1, 13)),
        ("January 13, 2100", None),
        ("January 13", None),
        ("Updated 13 January 2023", None),
        ("Reviewed: 13 January 2023", None),
        ("It met on 13 January 2023.", None),
        # the day of something else, and one that is nothing else
        ("Page last reviewed: 13 January 2023", None),
        ("Comments close on 13 January 2023", None),
        ("Our next meeting: 13 January 2023", None),
        ("Issued: 13 January 2023 | Updated: 5 May 2024", date(2023, 1, 13)),
        ("Events: 5 May 2024\n\n13 January 2023", date(2023, 1, 13)),
        ("Spring fair, 5 May 2024\n\nFriday 13 January 2023, 9.30am", date(2023, 1, 13)),
    ],
)
def test_the_day_of_an_article(line: str, day: date | None) -> None:
    report = read(byline=line)
    assert report.published == day
    assert issues(report, "published") == ([] if day else [("missing", None, None)])


@pytest.mark.parametrize("more", [" (up from inadequate)", " [1]", " in parts", " 12"])
def test_a_line_with_a_grade_and_more_is_said(more: str) -> None:
    line = f"Adoption performance – good{more}"
    found = read(more=f"\n- {line}\n")
    assert "adoption_performance" not in {judgement.key for judgement in found.judgements}
    said = [words for code, _, words in issues(found, "judgements") if code == "unreadable"]
    assert line in [words and words.removeprefix("- ") for words in said]


LEADERS = "The impact of leaders on social work practice with children and families"
ROWS = [
    (LEADERS, "Requires improvement to be good"),
    ("The experiences and progress of children who need help and protection", "Inadequate"),
    ("The experiences and progress of children in care", "Good"),
]


@pytest.mark.parametrize("head", ["", "Judgement Grade\n"])
def test_a_table_of_which_a_text_browser_made_lines_that_wrap(head: str) -> None:
    """As Lynx prints it."""
    lines = "\n".join(textwrap.fill(f"{label} {grade}", 72) for label, grade in ROWS)
    found = read(more=f"\n{head}{lines}\n")
    grades = {judgement.label: judgement.printed for judgement in found.judgements}
    assert {label: grades.get(label) for label, _ in ROWS} == dict(ROWS)


def test_a_table_whose_wrapped_columns_are_mixed_is_said() -> None:
    """As Links prints it."""
    lines = f"{LEADERS[:40]}   Good\n{LEADERS[40:].strip()}\n{ROWS[2][0][:38]}   Good\n{ROWS[2][0][38:].strip()}"
    found = read(more=f"\n{lines}\n")
    assert "in_care" not in {judgement.key for judgement in found.judgements}
    assert "unreadable" in {code for code, _, _ in issues(found, "judgements")}


def test_a_label_and_its_day_on_the_next_line() -> None:
    assert read(byline="Published\n\n13 January 2023").published == date(2023, 1, 13)
    assert read(byline="They met.\n\nPublished on:\n\n13 January 2023").published == date(2023, 1, 13)
    assert read(byline="Published\n\nIt met.\n\n13 January 2023").published == date(2023, 1, 13)  # a byline
    report = read(byline="", more="\nPublished:\n")  # at the end, below nothing
    assert report.published is None


def test_a_weekday_that_is_not_the_days_is_a_doubt() -> None:
    line = "Published on Monday 13 January 2023"
    report = read(byline=line)
    assert report.published == date(2023, 1, 13)
    ((_, page, words),) = issues(report, "published")
    assert (page, words) == (None, line)


@pytest.mark.parametrize("lines", [0, 1, 7, 8, 9])
def test_a_byline_stands_near_the_headline(lines: int) -> None:
    """Up to eight blocks below it."""
    above = "\n\n".join(f"They met {n} times." for n in range(lines))
    report = read(byline=f"{above}\n\n13 January 2023", sentence=GOOD)
    assert report.published == (date(2023, 1, 13) if lines < 8 else None)


@pytest.mark.parametrize("lines", [0, 7, 8])
def test_a_day_that_is_stated_as_today_stands_near_the_headline(lines: int) -> None:
    above = "\n\n".join(f"They met {n} times." for n in range(lines))
    report = read(byline=above, sentence="It was published today (Friday 13 January 2023) in London.")
    assert report.published == (date(2023, 1, 13) if lines < 8 else None)


@pytest.mark.parametrize(
    ("byline", "publisher", "name"),
    [
        ("Norfolk County Council, 13 January 2023", "Norfolk County Council", "Norfolk"),
        ("13 January 2023\n\nPublished by: Norfolk County Council", "Norfolk County Council", "Norfolk"),
        ("13 January 2023\n\nSource - Norfolk County Council", "Norfolk County Council", "Norfolk"),
        ("13 January 2023\n\nPublisher\n\nIt met.", None, "Norfolk"),
        ("13 January 2023\n\nNorfolk County Council", "Norfolk County Council", "Norfolk"),
        ("13 January 2023\n\n© 2023 Norfolk County Council", "Norfolk County Council", "Norfolk"),
        ("13 January 2023\n\nCopyright Norfolk County Council", "Norfolk County Council", "Norfolk"),
        ("13 January 2023\n\nIssued by Norfolk County Council", "Norfolk County Council", "Norfolk"),
        ("13 January 2023\n\nBy the press office", None, "Norfolk"),
    ],
)
def test_who_published_it(byline: str, publisher: str | None, name: str) -> None:
    report = read(byline=byline)
    assert (report.publisher, report.authority.name, report.published) == (publisher, name, date(2023, 1, 13))
    assert issues(report, "publisher") == ([] if publisher else [("missing", None, None)])
    assert issues(report, "authority") == []


@pytest.mark.parametrize(
    ("said", "council"),
    [
        ("Leaders of Norfolk County Council met.", "Norfolk County Council"),
        ("Leaders of the Royal Borough of Ayton Council met.", "Royal Borough of Ayton Council"),
        ("Leaders of Ayton and Beeton Council met.", "Ayton and Beeton Council"),
        ("Leaders of Stow-on-the-Hill & Ayton City Council met.", "Stow-on-the-Hill & Ayton City Council"),
        ("Leaders of St Anne's Council met.", "St Anne's Council"),
        ("While Ayton Council met, all was well.", "Ayton Council"),
        ("They met at The Ayton Council.", "Ayton Council"),
        ("The Ayton Children's Trust met.", "Ayton Children's Trust"),
        ("Its City Council met, and so did the council.", None),
        ("The Council met.", None),
    ],
)
def test_a_council_as_it_is_printed(said: str, council: str | None) -> None:
    """The first that the article names published it, as far as one can tell."""
    report = read(
        headline="Ofsted publishes report on children's services", byline="13 January 2023", more=f"\n{said}\n"
    )
    assert report.publisher == council
    if council:
        assert issues(report, "publisher") == [("inferred", None, said)]
    else:
        assert issues(report, "publisher") == [("missing", None, None)]


def test_a_council_that_speaks_comes_before_one_that_is_named() -> None:
    report = read(
        headline="Ofsted publishes report on children's services",
        byline="13 January 2023",
        sentence=f"Beeton Council was first. {GOOD}",
        more='\nAda Quill, director of children\'s services at Ayton Council, said: "Good."\n',
    )
    assert report.publisher == "Ayton Council"
    ((code, _, words),) = issues(report, "publisher")
    assert (code, (words or "")[:9]) == ("inferred", "Ada Quill")


def test_councils_that_part_an_article_have_not_published_it() -> None:
    report = read(
        headline="Ofsted's latest focused visits",
        byline="13 January 2023",
        sentence="Ofsted has published what inspectors found of children's services at two councils.",
        more="\nNorfolk County Council\n\nPlans are clear.\n\nSuffolk County Council\n\nPlans are late.\n",
    )
    assert [code for code, _, _ in issues(report, "publisher")] == ["inferred"]
    assert [code for code, _, _ in issues(report, "authority")] == ["inferred"]


@pytest.mark.parametrize(
    ("headline", "byline", "sentence", "name", "wanted"),
    [
        (HEADLINE, BYLINE, GOOD, "Norfolk", []),
        (
            "Ofsted praises children's services in Suffolk",
            BYLINE,
            GOOD,
            "Norfolk",
            [("two_authorities", None, "Ofsted praises children's services in Suffolk")],
        ),
        ("Ofsted praises services in Norfolk and Suffolk", BYLINE, GOOD, "Norfolk", []),
        (HEADLINE, "13 January 2023", GOOD, "Norfolk", []),
        # a publisher that the register does not have: the headline's, else the publisher's
        (HEADLINE, "Ayton Council, 13 January 2023", GOOD, "Norfolk", []),
        (
            "Ofsted praises services",
            "Ayton Council, 13 January 2023",
            GOOD,
            "Ayton Council",
            [("not_in_register", None, None)],
        ),
        # the first that a paragraph names alone
        (
            "Ofsted praises services",
            "13 January 2023",
            "Ofsted has rated the services of Norfolk, and of all Norfolk, 'good'.",
            "Norfolk",
            [("inferred", None, "Ofsted has rated the services of Norfolk, and of all Norfolk, 'good'.")],
        ),
        (
            "Ofsted praises services",
            "13 January 2023",
            "Ofsted has rated the services of Norfolk and of Suffolk 'good'.",
            None,
            [("two_authorities", None, "Ofsted has rated the services of Norfolk and of Suffolk 'good'.")],
        ),
        # the council that is named first, but not alone
        (
            "Ofsted praises services",
            "13 January 2023",
            "Ofsted has rated children's services of Norfolk County Council and of Suffolk 'good'.",
            "Norfolk",
            [
                (
                    "inferred",
                    None,
                    "Ofsted has rated children's services of Norfolk County Council and of Suffolk 'good'.",
                )
            ],
        ),
        # as a sentence names it
        (
            "Ofsted praises services",
            "13 January 2023",
            "Ofsted has rated children's services in Ayton 'good'.",
            "Ayton",
            [("not_in_register", None, "Ofsted has rated children's services in Ayton 'good'.")],
        ),
        ("Ofsted praises services", "13 January 2023", GOOD, None, [("missing", None, None)]),
    ],
)
def test_whose_services(
    headline: str, byline: str, sentence: str, name: str | None, wanted: list[tuple[str, int | None, str | None]]
) -> None:
    report = read(headline=headline, byline=byline, sentence=sentence)
    assert report.authority.name == name
    assert issues(report, "authority") == wanted


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("Inspectors came from 7 to 18 November 2022.", ("2022-11-07", "2022-11-18")),
        ("The inspection of 7 to 18 November 2022 is over.", ("2022-11-07", "2022-11-18")),
        ("Inspectors came from 9 to 13 January 2023.", ("2023-01-09", "2023-01-13")),  # and told at once
        ("Inspectors came from 9 to 14 January 2023.", None),
        ("Inspectors came from 9 to 18 May 2022.", ("2022-05-09", "2022-05-18")),  # 240 days before
        ("Inspectors came from 9 to 17 May 2022.", None),
        ("Inspectors came on 18 November 2022.", None),
        ("The council met from 7 to 18 November 2022.", None),
        ("Inspectors came from 7 to 18 November 2022 and from 5 to 6 December 2022.", None),
        ("“Inspectors came from 7 to 18 November 2022,” she said.", None),
    ],
)
def test_when_inspectors_came(said: str, period: tuple[str, str] | None) -> None:
    report = read(more=f"\n{said}\n")
    found = [(p.start.isoformat(), p.end.isoformat()) for p in report.inspection_periods]
    assert found == ([period] if period else [])
    twice = read(more=f"\n{said}\n\nInspectors came from 5 to 6 December 2022.\n")
    assert len(twice.inspection_periods) == 1
    assert not read(byline="Norfolk County Council", more=f"\n{said}\n").inspection_periods  # an article without a day


def page(meta: str, byline: str = "", headline: str = f"<h1>{HEADLINE}</h1>") -> Any:
    """The article as a web page, with what its head says of it."""
    pytest.importorskip("selectolax")
    body = "".join(
        f"<p>{line}</p>"
        for line in ARTICLE.format(headline="", byline=byline, sentence=GOOD, more="").split("\n")
        if line
    )
    report = ofsted.parse(f"<html><head>{meta}</head><body>{headline}{body}</body></html>".encode())
    assert report.framework == "news"
    return report


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2023-01-13", date(2023, 1, 13)),
        ("2023-12-31T10:00:00+00:00", date(2023, 12, 31)),
        ("2023-01-01", date(2023, 1, 1)),
        ("2023-13-01", None),
        ("2023-00-01", None),
        ("2023-01-32", None),
        ("2023-01-00", None),
        ("2023-02-31", None),
        ("0001-01-01", None),
        ("2023/01/13", None),
        ("13 Jan 2023", None),
        ("2023-1-13", None),
    ],
)
def test_the_day_and_publisher_that_a_web_page_gives(said: str, day: date | None) -> None:
    site = '<meta property="og:site_name" content="Norfolk County Council">'
    meta = f'{site}<meta property="article:published_time" content="{said}">'
    report = page(meta)
    assert (report.published, report.publisher) == (day, "Norfolk County Council")
    # what the article prints comes first
    report = page(meta, "Suffolk County Council, 5 May 2022")
    assert (report.published, report.publisher) == (date(2022, 5, 5), "Suffolk County Council")


def test_a_title_is_the_first_heading_at_the_top_else_a_line_that_names_the_inspection() -> None:
    lines = "<p>Ofsted reports</p>" + "".join(f"<p>They met {n} times.</p>" for n in range(6))
    assert page("", headline=f"{lines}<h1>Children's services</h1>").title == "Children's services"
    assert page("", headline=f"{lines}<p>They met.</p><h1>Children's services</h1>").title == "Ofsted reports"
    assert page("", headline="<h2>Children's services</h2><p>Ofsted came.</p>").title == "Ofsted came."
    assert page("", headline=f"<h1>{'Very long ' * 30}</h1><p>Ofsted came.</p>").title == "Ofsted came."
    long = " ".join(["very"] * 40)  # up to 250 bytes
    assert page("", headline=f"<h1>Ofsted is {long} good</h1>").title == f"Ofsted is {long} good"


@pytest.mark.parametrize(
    ("name", "long"),
    [
        ("Upper Harrowmere, Lower Harrowmere and the Isle of Seaton", False),
        ("The Metropolitan District and Borough Corporation of Harrowmere upon the Hill", True),
    ],
)
def test_a_byline_and_a_name_may_be_long(name: str, long: bool) -> None:
    """A name of up to 80 bytes, a byline of up to 140."""
    council = f"{name.replace(',', ' and')} Council"
    report = read(byline=f"{council}, 13 January 2023 {'-' * (139 - 17 - len(council))}")
    assert report.published == date(2023, 1, 13)
    assert (report.publisher == council) == (not long or len(council) <= 80)
    assert read(byline=f"13 January 2023 {'x ' * 70}").published is None


@pytest.mark.parametrize(("filler", "framework"), [(0, "news"), (2000, "news"), (2600, "unknown")])
def test_an_article_names_ofsted_in_its_first_lines(filler: int, framework: str) -> None:
    text = ARTICLE.format(
        headline="A council and its children's services",
        byline=BYLINE,
        sentence="They met. " * (filler // 10) + GOOD,
        more="",
    )
    assert ofsted.parse_text(text).framework == framework


@pytest.mark.parametrize(("filler", "framework"), [(0, "news"), (14000, "news"), (17000, "unknown")])
def test_a_councillor_speaks_in_the_first_pages(filler: int, framework: str) -> None:
    assert (
        ofsted.parse_text(
            ARTICLE.format(headline=HEADLINE, byline="13 May 2022", sentence=GOOD, more="They met. " * (filler // 10))
        ).framework
        == framework
    )


@pytest.mark.parametrize(
    ("line", "framework"),
    [
        ('Cllr Jo Bloggs said: "It is well."', "news"),
        ('Jo Bloggs, who is a councillor here, said: "It is well."', "news"),
        (f'Cllr Jo Bloggs, {"who is known, " * 10} said: "It is well."', "news"),  # within 200 bytes
        ("Cllr Jo Bloggs said that it is well.", "unknown"),
        ('Jo Bloggs said: "It is well."', "unknown"),
        ('Ofsted praised "kind staff" and "calm homes".', "unknown"),  # one way to name it, and two quotations
        ('Ofsted praised "kind staff". Ofsted found "calm homes".', "news"),
    ],
)
def test_who_speaks_in_an_article(line: str, framework: str) -> None:
    start = ARTICLE.format(headline=HEADLINE, byline=BYLINE, sentence="Inspectors came.", more="").partition("Cllr")[0]
    assert ofsted.parse_text(f"{start}{line}\n").framework == framework


def test_an_article_without_a_title() -> None:
    lines = "\n\n".join(f"They met {n} times, as ever, in the old house by the sea." for n in range(9))
    text = ARTICLE.format(
        headline=lines, byline="", sentence="Norfolk's services were rated 'good' by Ofsted.", more=""
    )
    report = ofsted.parse_text(text)
    assert (report.framework, report.title) == ("news", None)
    assert report.authority.name == "Norfolk"
    assert graded(report)[0][:2] == ("overall_effectiveness", "good")
