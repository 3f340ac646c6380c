"""Text that was cut, copied twice or glued together: flagged, whatever the grades say."""

from __future__ import annotations

from pathlib import Path

import pytest

import ofsted
from tests.invented import ilacs_text

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
TEXTS = ["ilacs-2024-pdftotext.txt", "ilacs-2024-layout.txt", "sif-2016-pdftotext.txt", "sif-2016-layout.txt"]
LETTERS = ["focused-visit-2023-pdftotext.txt", "focused-visit-2023-layout.txt"]
CODES = {"no_end", "more_text", "repeated", "odd_overall"}


def read(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


def codes(text: str) -> set[str]:
    return {issue.code for issue in ofsted.parse_text(text).issues} & CODES


@pytest.mark.parametrize("name", TEXTS + LETTERS)
def test_a_whole_report_is_not_called_in_doubt(name: str) -> None:
    assert not codes(read(name))


@pytest.mark.parametrize("name", TEXTS)
def test_cut_in_the_middle(name: str) -> None:
    text = read(name)
    assert "no_end" in codes(text[: len(text) // 2])


@pytest.mark.parametrize("name", TEXTS + LETTERS)
def test_a_page_twice(name: str) -> None:
    pages = read(name).split("\f")
    assert "repeated" in codes("\f".join([*pages[:2], *pages[1:]]))


def test_a_page_of_short_lines_twice() -> None:
    page = "\n\n".join(f"- Homes are near for {number} of them." for number in range(20, 40))
    text = ilacs_text(body=f"\fThe experiences and progress of children in care: good\n\n\f{page}\n\n\f{{}}")
    assert "repeated" not in codes(text.format(""))
    assert "repeated" in codes(text.format(f"{page}\n\n\f"))


@pytest.mark.parametrize("name", LETTERS)
def test_two_letters(name: str) -> None:
    assert "more_text" in codes(read(name) + "\f" + read("focused-visit-2025.txt"))


def test_a_letter_within_another_that_greets_several() -> None:
    text = read("focused-visit-2025.txt")
    greeted = "Dear directors of children’s services, chief executives and all others"
    assert "more_text" not in codes(text)
    assert "more_text" in codes(text.replace("\nYours sincerely", f"\n{greeted}\n\nWe came.\n\nYours sincerely"))


@pytest.mark.parametrize("name", ["sif-2014.txt", "sif-2018.txt", "lscb-2016.txt"])
def test_two_reports(name: str) -> None:
    assert not codes(read(name))
    assert "more_text" in codes(read(name) + "\n\n" + read("ilacs-2019.txt") + read("ilacs-2024.txt"))


FACTS = {"framework", "authority", "inspection_periods", "published", "lead_inspector", "judgements"}


def fields_of(text: str, code: str) -> set[str | None]:
    return {issue.field for issue in ofsted.parse_text(text).issues if issue.code == code}


@pytest.mark.parametrize("between", ["\f", "\n\n"])
@pytest.mark.parametrize(
    "below", ["ilacs-2024-pdftotext.txt", "ilacs-2024-layout.txt", "focused-visit-2023-layout.txt"]
)
@pytest.mark.parametrize("above", ["ilacs-2019.txt", "focused-visit-2025.txt"])
def test_the_first_page_of_another_document_above_a_report(above: str, below: str, between: str) -> None:
    first = read(above).split("\f")[0]
    assert fields_of(first[:1500] + between + read(below), "more_text") >= FACTS


def test_a_letter_that_has_ended_is_sure_of_its_facts() -> None:
    text = read("focused-visit-2023-pdftotext.txt") + "\f" + read("ilacs-2024-pdftotext.txt")
    assert fields_of(text, "more_text") == {"sections"}


def test_the_title_of_a_report_above_a_letter() -> None:
    title = read("sif-2018.txt").strip().split("\n\n")[0]
    text = title + "\n\n" + read("focused-visit-2023-pdftotext.txt")
    report = ofsted.parse_text(text)
    assert report.framework == "focused-visit" or "framework" in {issue.field for issue in report.issues}


def test_the_last_page_above_the_report() -> None:
    imprint = "The Office for Standards in Education regulates and inspects.\n\n© Crown copyright 2024\n"
    text = imprint + "\f" + read("ilacs-2024-pdftotext.txt")
    assert fields_of(text, "more_text") >= {"previous_judgements", "inspectors"}


@pytest.mark.parametrize("name", ["ilacs-2024-layout.txt", "sif-2016-layout.txt"])
def test_lines_cut_at_a_column(name: str) -> None:
    text = read(name)
    assert "cut_off" not in {issue.code for issue in ofsted.parse_text(text).issues}
    cut = "\n".join(line[:60] for line in text.split("\n"))
    assert fields_of(cut, "cut_off") >= {"sections", "recommendations", "inspectors"}


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n---\n"])
@pytest.mark.parametrize("name", TEXTS)
def test_pieces_that_overlap(name: str, between: str) -> None:
    text = read(name)
    pieces = [text[start : start + 1000] for start in range(0, len(text), 800)]
    assert fields_of(between.join(pieces), "repeated") >= {"sections", "inspectors", "footnotes"}


def test_an_overall_judgement_that_does_not_go_with_the_others() -> None:
    text = read("ilacs-2024-pdftotext.txt")
    start = text.index("Overall effectiveness")
    for grade, odd in {"Outstanding": False, "Inadequate": True}.items():
        end = text.index("\n\n", start + 25)
        report = ofsted.parse_text(text[:start] + "Overall effectiveness\n\n" + grade + text[end:])
        assert report.judgements["overall_effectiveness"].printed == grade
        assert ("odd_overall" in {issue.code for issue in report.issues}) == odd


def test_a_row_without_its_grade_shifts_no_other() -> None:
    text = read("ilacs-2024-pdftotext.txt")
    whole = {judgement.key: judgement.grade for judgement in ofsted.parse_text(text).judgements}
    for judgement in ofsted.parse_text(text).judgements:
        printed = judgement.printed or ""
        start = text.index(printed, judgement.span[0])
        report = ofsted.parse_text(text[:start] + text[start + len(printed) :])
        assert {j.key: j.grade for j in report.judgements}.items() <= whole.items()
        assert any(issue.field == "judgements" for issue in report.issues)


@pytest.mark.parametrize("years", [-1, 1])
@pytest.mark.parametrize("name", LETTERS)
def test_a_year_that_does_not_go_with_the_other(name: str, years: int) -> None:
    text = read(name)
    published = ofsted.parse_text(text).published
    assert published is not None
    moved = ofsted.parse_text(text.replace(str(published.year), str(published.year + years), 1))
    assert moved.published is not None
    assert moved.published.year == published.year + years
    assert "published" in {issue.field for issue in moved.issues}


@pytest.mark.parametrize(("twice", "said"), [([], False), ([128], False), ([128, 129], True), ([254, 255], True)])
def test_two_paragraphs_twice_among_many_as_long(twice: list[int], said: bool) -> None:
    names = [f"{home:b}".replace("0", "a").replace("1", "o") for home in [*range(128, 256), *twice]]
    told = [f"{number}. The home in {' '.join([name] * 7)} is warm." for number, name in enumerate(names, 1)]
    assert ("repeated" in codes(ilacs_text(body="\n\n".join(told)))) == said


# What is read from sentences, and not from a cover or a table.
SENTENCES = {
    *("sections", "recommendations", "findings", "inspectors", "lead_inspector", "addressee", "focus", "footnotes"),
    *("previous_judgements", "previous_inspections"),
}

FEET: list[tuple[list[str], int | None]] = [
    (["1", "2", "3"], None),
    (["1", "3", "4"], 2),
    (["1", "2", "4"], 3),
    (["1", "2", "3", "3", "4"], 4),
    (["1", "3", "5", "7"], 2),  # every second page
    (["1", "3", "5"], None),
    (["4", "3", "2", "1"], 2),
    (["2", "3", "4", "1", "2"], None),  # two parts
    (["1", "3"], None),  # nothing shows that these are numbers of pages
    (["1", "", "4", "5"], None),
    (["", "3", "4", "5"], 2),  # the first page mostly has none
    (["", "2", "3", "4"], None),
    (["", "1", "2", "3"], None),
    (["", "3"], None),
    (["", "", "4", "5"], None),
    (["Norfolk 41", "Norfolk 42", "Norfolk 43"], None),
    (["Norfolk\t1", "Norfolk\t2", "Norfolk\t4"], 3),
    (["Page 1 of 4", "Page 2 of 4", "Page 4 of 4"], 3),
    (["1/14", "2/14", "4/14"], 3),
    (["1 of 9", "2 of 9", "3 of 9"], None),
    (["of 1", "of 2", "of 4"], 3),
    (["1", "2", "23"], 3),
    (["1", "2", "24"], None),
    (["1", "2", "in 2018", "3"], None),
    (["1", "2", "form A5", "3"], None),
    (["1", "2", "3\n33\n45", "4"], None),
    (["1", "2", "33\n3\n45", "4"], None),
    (["1", "2", "5\nthe\nend", "4"], 3),
    (["1", "2", "5\nand\nthe\nend", "4"], None),
    (["1", "2", 160 * "a" + " 5", "4"], None),
    (["1", "2", 158 * "a" + " 5", "4"], 3),
    (["Ada Byrd", "1\n2", "3", "4"], None),  # a footnote's mark
]
HEADS: list[tuple[list[str], int | None]] = [
    (["1", "2", "3", "4"], None),
    (["1", "2", "4", "5"], 3),
    (["1", "3", "2", "4", "5"], 2),
    (["Children in Ayton, 3 to 7", "Children in Ayton, 3 to 7\nMay 2024 2", "Children in Ayton\nMay 2024 3"], None),
]


@pytest.mark.parametrize(("feet", "place"), FEET)
def test_the_numbers_of_pages(feet: list[str], place: int | None) -> None:
    pages = [f"Children are seen\non day {chr(97 + i)}.\nThey are heard.\n{foot}\n" for i, foot in enumerate(feet)]
    found = [issue for issue in ofsted.parse_text("\f".join(pages)).issues if issue.code == "page_order"]
    assert {issue.field for issue in found} == (SENTENCES if place else set())
    assert {issue.page for issue in found} <= {place}


@pytest.mark.parametrize(("heads", "place"), HEADS)
def test_the_numbers_of_pages_above_their_text(heads: list[str], place: int | None) -> None:
    """As pdftotext writes them with -raw: contents and footnotes end some pages in other numbers."""
    ends = ["\nFindings 12", "\nRecommendations 20", "\n2\nThe latest figures.", "\n3\nThe latest figures.", ""]
    pages = [f"{head}\nChildren are seen.\nStaff stay.{end}\n" for head, end in zip(heads, ends, strict=False)]
    found = [issue for issue in ofsted.parse_text("\f".join(pages)).issues if issue.code == "page_order"]
    assert {issue.field for issue in found} == (SENTENCES if place else set())
    assert {issue.page for issue in found} <= {place}


@pytest.mark.parametrize(("contents", "said"), [("4\nFindings\n12", False), ("Findings\n12", True)])
def test_contents_that_end_in_the_number_of_another_page(contents: str, said: bool) -> None:
    pages = [f"Children are seen.\nStaff stay.\n{page}" for page in range(1, 8)]
    pages[3] = f"Contents\nSummary\n{contents}\nReviews\n16\nInformation\n18"
    assert ("page_order" in {issue.code for issue in ofsted.parse_text("\f".join(pages)).issues}) == said


def test_a_page_that_is_missing() -> None:
    pages = read("sif-2016-pdftotext.txt").split("\f")
    text = "\f".join(pages[:2] + pages[3:])
    assert "page_order" in {issue.code for issue in ofsted.parse_text(text).issues}


def test_a_page_out_of_order_has_its_place_in_markdown_too() -> None:
    """Of a text without a line end at its end, too, whose copy without signs has one."""
    text = (
        "# Focused visit to Ayton\n\nThe **help** that children get…\n\nPage 1\n\f\nIt goes on.\n\nPage 2\n\f\n"
        "It ends.\n\n**Page** 4"
    )
    found = [issue for issue in ofsted.parse_text(text).issues if issue.code == "page_order"]
    assert found
    assert {text[slice(*issue.span)] for issue in found if issue.span} == {"It ends.\n\n**Page** 4"}
    assert all(issue.span and issue.span[1] <= len(text) for issue in found)
