"""Numbered paragraphs stay whole where a page's end, a gap or labels in odd places stand in them."""

from __future__ import annotations

import itertools
import textwrap

import pytest

import ofsted
from tests.invented import ilacs_text

HEADING = "The experiences and progress of children in care: good"
SENTENCES = (
    "The children of {0} see the same worker for years, and most in {0} are glad of it.",
    "In {0} plans are short and say what has to change, by when, and who in {0} helps with it.",
    "Managers of {0} read each record, and they ask what {0} has done for the child.",
    "Visits in {0} are in time; where {0} has a late one the reason is written down.",
)


def paragraph(number: int) -> str:
    """Four sentences on a place of its own: what several pages end with would be a running line."""
    place = chr(ord("A") + number) + "ham" + chr(ord("a") + number) * 2
    return " ".join(SENTENCES[(number + k) % len(SENTENCES)].format(place) for k in range(4))


def wrapped(number: int, label: str = "{}. ") -> list[str]:
    return textwrap.wrap(label.format(number) + paragraph(number), 76)


def parsed(*body: str) -> ofsted.Report:
    return ofsted.parse_text(ilacs_text(body=f"{HEADING}\n\n" + "\n".join(body)))


def numbered(report: ofsted.Report) -> dict[int, str]:
    return {p.number: p.text for p in report.paragraphs if p.number}


def whole(last: int) -> dict[int, str]:
    return {number: paragraph(number) for number in range(1, last + 1)}


def test_printed_page_numbers_tell_where_pages_end() -> None:
    lines = [line for number in range(1, 13) for line in wrapped(number)]
    for page, at in enumerate(range(7, len(lines), 11), 1):
        lines[at] += f"\n{page}"
    report = parsed(*lines)
    assert numbered(report) == whole(12)
    assert {p.page for p in report.paragraphs} == {None}


def test_page_numbers_behind_a_running_title() -> None:
    lines = [line for number in range(1, 13) for line in wrapped(number)]
    for page, at in enumerate(range(7, len(lines), 11), 1):
        lines[at] += f"\nInspection of Rutland local authority children’s services {page}\n4 to 15 March 2024"
    assert numbered(parsed(*lines)) == whole(12)


RUNNING = "Inspection of Rutland and Oakham local authority children’s services"
SHORT = "Inspection of Rutland and Oakham local authority children’s"


@pytest.mark.parametrize(
    "title",
    [
        f"{SHORT}\nservices",
        f"{SHORT}\nservices {{}}",
        f"{RUNNING}, 4 to 15\nSeptember 2024 {{}}",
        f"{SHORT}\nservices, 4 to 15\nSeptember 2024 {{}}",
    ],
)
def test_a_running_title_that_was_wrapped_is_in_no_paragraph(title: str) -> None:
    lines = [line for number in range(1, 13) for line in wrapped(number)]
    for page, at in enumerate(range(7, len(lines), 11), 1):
        lines[at] += "\n" + title.format(page)
    assert numbered(parsed(*lines)) == whole(12)


def test_what_stands_below_one_running_title_only_is_text() -> None:
    lines = [line for number in range(1, 13) for line in wrapped(number)]
    for page, at in enumerate(range(7, len(lines), 11), 1):
        lines[at] += f"\n{RUNNING}" + ("\nSome are proud." if page < 3 else "")
    report = numbered(parsed(*lines))
    assert " ".join(report.values()).count("Some are proud.") == 2


def test_a_running_title_of_a_page_whose_number_was_lost() -> None:
    lines = [line for number in range(1, 13) for line in wrapped(number)]
    for page, at in enumerate(range(7, len(lines), 11), 1):
        lines[at] += f"\n{RUNNING}\n11 July 2024" + (f"\n{page}" if page > 1 else "")
    assert numbered(parsed(*lines)) == whole(12)


@pytest.mark.parametrize("end", ["\f", ""])
def test_a_running_title_glued_to_a_word_that_lost_its_hyphen(end: str) -> None:
    """As pdftotext glues it: the word goes on below the title."""
    lines = [line for number in range(1, 13) for line in wrapped(number)]
    for page, at in enumerate(range(7, len(lines), 11), 1):
        glue = " and are well" if page == 3 else "\n"
        after = "known there and" if page == 3 else ""
        lines[at] += f"{glue}{RUNNING}\n4 to 15 March 2024\n\n{page}\n{end}{after}"
    texts = [text.replace(" and are well known there and", "") for text in numbered(parsed(*lines)).values()]
    assert texts == list(whole(12).values())


@pytest.mark.parametrize("words", ["a McInspection of homes", "the newInspection of Oakham schools"])
def test_what_is_glued_and_no_running_title_is_text(words: str) -> None:
    lines = [line for number in range(1, 13) for line in wrapped(number)]
    for page, at in enumerate(range(7, len(lines), 11), 1):
        lines[at] += (f" {words}" if page == 3 else "") + f"\n{RUNNING}\n4 to 15 March 2024\n\n{page}\n\f"
    assert words in " ".join(numbered(parsed(*lines)).values())


def test_page_marks_between_pages() -> None:
    for mark in ("--- Page {} ---", "=== Page {} of 7 ===", "[Page {}]"):
        lines = [line for number in range(1, 13) for line in wrapped(number)]
        for page, at in enumerate(range(7, len(lines), 11), 2):
            lines[at] += "\n" + mark.format(page)
        assert numbered(parsed(*lines)) == whole(12)


@pytest.mark.parametrize(
    ("lost", "said"), [([], False), ([3], True), ([2, 4, 6, 8], True), (["the number of 3"], False)]
)
def test_a_page_that_is_missing_between_printed_numbers(lost: list[int | str], said: bool) -> None:
    printed = [[*wrapped(number), str(number)] for number in range(1, 10)]
    if lost == ["the number of 3"]:
        printed[2].pop()
    kept = [line for number, page in enumerate(printed, 1) if number not in lost for line in page]
    issues = parsed(*kept).issues
    assert {issue.field for issue in issues if issue.code == "page_order"} >= (
        {"sections", "footnotes"} if said else set()
    )
    assert said or "page_order" not in {issue.code for issue in issues}


def test_a_page_too_many_between_printed_numbers() -> None:
    printed = [[*wrapped(number), *wrapped(number + 10, ""), str(number)] for number in range(1, 10)]
    other = [*wrapped(20, ""), *wrapped(21, ""), "3"]
    for page, said in (([], False), (other, True)):
        kept = [line for number, lines in enumerate(printed, 1) for line in (*lines, *(page if number == 3 else ()))]
        assert ("page_order" in {issue.code for issue in parsed(*kept).issues}) == said


def test_numbers_that_do_not_rise_are_words() -> None:
    lines = [line for number in range(1, 5) for line in wrapped(number)]
    lines[2] += "\n7"
    lines[9] += "\n3"
    assert " 7 " in numbered(parsed(*lines))[1]


def test_a_footnote_above_a_page_number() -> None:
    lines = [line for number in range(1, 13) for line in wrapped(number)]
    for page, at in enumerate(range(7, len(lines), 11), 1):
        lines[at] += f"\n{page}"
    note = "1 These are the words of a note that stands at the end of the second page only."
    lines[18] = lines[18].replace("\n2", f"\n{note}\n2")
    report = parsed(*lines)
    assert numbered(report) == whole(12)
    assert [n.text for n in report.footnotes] == [note[2:]]


def test_a_page_ends_between_two_sentences() -> None:
    for end in ("\n\f", "\n\n2\n\n\f\n", "\n \n\n"):
        stop = paragraph(1).index(". ") + 1
        first, second = "1. " + paragraph(1)[:stop], "\n".join(textwrap.wrap(paragraph(1)[stop:], 84))
        assert numbered(parsed(first + end + second, "", *wrapped(2), "", *wrapped(3))) == whole(3)


def test_a_remark_in_brackets_ends_a_sentence() -> None:
    lines = [line for number in range(1, 5) for line in textwrap.wrap(f"{number}. {paragraph(number)} (Advice)", 76)]
    assert numbered(parsed(*lines)) == {n: text + " (Advice)" for n, text in whole(4).items()}


def test_a_number_without_its_stop() -> None:
    lines = [*wrapped(1), *wrapped(2, "{} "), *wrapped(3)]
    assert numbered(parsed(*lines)) == whole(3)


def test_the_better_of_two_numbers() -> None:
    first = "1. The plan for these children says in words that all of them know by section"
    lines = [first, "2. Children know it, too.", "", *wrapped(2), "", *wrapped(3)]
    assert numbered(parsed(*lines)) == {
        1: first[3:] + " 2. Children know it, too.",
        2: paragraph(2),
        3: paragraph(3),
    }


def test_a_dash_that_a_line_begins_with() -> None:
    text = (
        "A team of its own helps families who have asked for it, the team called Life "
        "– Home and School, and works with all of them."
    )
    assert numbered(parsed(*textwrap.wrap("1. " + text, 76), *wrapped(2)))[1] == text


def test_labels_above_and_below_their_paragraphs() -> None:
    labels = [f"{number}.\n" for number in range(2, 5)]
    texts = ["\n".join(textwrap.wrap(paragraph(number), 76)) + "\n" for number in range(2, 5)]
    first = textwrap.wrap("1. " + paragraph(1), 76)
    above = [*first[:2], "\f" + "\n".join([*labels, *first[2:], "", *texts])]
    assert numbered(parsed(*above)) == whole(4)
    below = [*first, "\f" + "\n".join([*texts, *labels, "2\n\f" + f"5. {paragraph(5)}"])]
    assert numbered(parsed(*below)) == whole(5)


def test_a_heading_between_numbers_without_gaps() -> None:
    lines = [*wrapped(1), "Help at once", *wrapped(2)]
    report = parsed(*lines)
    assert numbered(report) == whole(2)
    assert "Help at once" in [section.heading for section in report.sections[-1].sections] + [
        section.heading for section in report.sections
    ]


BY_PROGRAMS = [
    "--- Page {} ---", "===== PAGE {} =====", "[Page {}]", "<PAGE {}>", "<<<{}>>>", "*** {} ***", "=== Slide {} ===",
    "# Page {}", "**Page {}**", "PAGE_{}:", "p. {}", "Page {} of 4", "--- START OF PAGE {} ---", "scan_page_00{}.png",
    "page_content='' metadata={{'page': {}}}", "- page: {}\n  text: |", "- page: {}\n\n  page_text: >-",
]  # fmt: skip


def pages() -> list[str]:
    """Four of them, each cut in a paragraph but the last."""
    lines = [line for number in range(1, 5) for line in wrapped(number)]
    text = ilacs_text(body=f"{HEADING}\n\n" + "\n".join(lines))
    cuts = [text.index(f"{number}. ") + 150 for number in (1, 2, 3)]
    cuts = [0, *(text.index("\n", cut) + 1 for cut in cuts), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(cuts)]


def between(mark: str, first: int = 1) -> str:
    return "".join(f"\n{mark.format(number)}\n{page}" for number, page in enumerate(pages(), first))


def seen(report: ofsted.Report) -> list[object]:
    data = report.to_dict()
    return [[data[key] for key in ("authority", "inspection_periods", "lead_inspector", "issues")], numbered(report)]


@pytest.mark.parametrize("mark", BY_PROGRAMS)
@pytest.mark.parametrize("first", [0, 1])
def test_a_line_that_a_program_writes_above_each_page_ends_the_page_before(mark: str, first: int) -> None:
    report = ofsted.parse_text(between(mark, first))
    assert seen(report) == seen(ofsted.parse_text("\f".join(pages())))
    assert numbered(report) == whole(4)
    assert report.source.pages == 4
    assert [p.page for p in report.paragraphs if p.number] == [1, 2, 3, 4]


def test_a_line_below_each_page_and_words_above_the_first_mark() -> None:
    below = "".join(f"{page}\n[END OF PAGE {number}]\n" for number, page in enumerate(pages(), 1))
    assert numbered(ofsted.parse_text(below)) == whole(4)
    assert ofsted.parse_text(below).source.pages == 4
    assert numbered(ofsted.parse_text("Here is what it says:\n" + between("--- Page {} ---"))) == whole(4)


@pytest.mark.parametrize("lines", [2, 4])
def test_several_lines_of_a_program_may_stand_above_the_first_mark(lines: int) -> None:
    above = "".join(f"{word}: as it was\n" for word in ("File", "Made", "Tool", "Kept")[:lines])
    report = ofsted.parse_text(above + between("--- Page {} ---"))
    assert numbered(report) == whole(4)
    assert report.source.pages == 4


def test_a_page_without_words_is_counted() -> None:
    text = between("--- Page {} ---").replace("--- Page 4 ---", "--- Page 5 ---")
    report = ofsted.parse_text(text)
    assert numbered(report) == whole(4)
    assert report.source.pages == 5


def test_spans_address_the_text_with_its_marks() -> None:
    text = between("--- Page {} ---")
    (last,) = (p for p in ofsted.parse_text(text).paragraphs if p.number == 4)
    assert text[slice(*last.span)].startswith("4. ")
    assert text[slice(*last.span)].endswith(paragraph(4)[-20:])


@pytest.mark.parametrize("mark", ["Page | {}", "{} of 4", "- {} -"])
def test_a_number_that_is_printed_below_a_page_is_not_its_place_in_the_file(mark: str) -> None:
    text = "".join(f"{page}{mark.format(number)}\n" for number, page in enumerate(pages(), 1))
    assert not ofsted.parse_text(text).source.pages


def test_numbered_headings_are_no_page_marks() -> None:
    text = "".join(f"Area {n}\n\nPlans in area {n} are late, and visits are not made in time.\n\n" for n in range(1, 6))
    report = ofsted.parse_text(text)
    assert not report.source.pages
    assert "Area 3" in str(report.to_dict())


def test_what_a_program_prints_above_pages_of_its_own_is_no_part_of_an_entry() -> None:
    """The report's pages end with numbers, those of the paper it is printed on begin with the file's name."""
    asked = [
        f"{word} plans, and the time in which they are written" for word in ("Better", "Shorter", "Clearer", "Fewer")
    ]
    lines = ilacs_text(items="\n".join(f"- {words}." for words in asked), body=f"{HEADING}\n\n" + "\n".join(
        line for number in range(1, 9) for line in wrapped(number))).split("\n")  # fmt: skip
    numbered_pages = [[*lines[at : at + 9], str(number)] for number, at in enumerate(range(0, len(lines), 9), 1)]
    printed = list(itertools.chain.from_iterable(numbered_pages))
    papers = [printed[at : at + 14] for at in range(0, len(printed), 14)]
    text = "".join(
        "\n".join(["", f"2030-05-03 10:12     thornmere.txt     Page {n}", "", *paper, "", ""])
        for n, paper in enumerate(papers, 1)
    )
    assert len(papers) > 3
    report = ofsted.parse_text(text)
    assert "thornmere.txt" not in str([report.recommendations, [p.text for p in report.paragraphs]])
    assert [r.text for r in report.recommendations] == [f"{words}." for words in asked]
