"""A report whose lines, pages or tables were saved as CSV reads as its text does, and spans address the file's text."""

import csv
import io
from collections.abc import Iterable

import pytest

import ofsted
from tests.test_characters import BODY, COVER, MARKDOWN, PLAIN, TABLE, facts

LINES = PLAIN.splitlines()
PAGES = [COVER, TABLE + BODY]


def as_csv(rows: Iterable[Iterable[object]], **form: object) -> str:
    out = io.StringIO()
    csv.writer(out, **form).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def check_spans(text: str) -> None:
    report = ofsted.parse_text(text)
    assert report.text == text
    for section in report.sections:
        for paragraph in section.paragraphs:
            if paragraph.number:
                assert text[slice(*paragraph.span)].endswith(paragraph.text[-6:])


WAYS = {
    "lines": as_csv([["text"], *([line] for line in LINES if line)]),
    "lines, all quoted": as_csv([["Text"], *([line] for line in LINES)], quoting=csv.QUOTE_ALL),
    "pages": as_csv([["page", "text"], *enumerate(PAGES, 1)]),
    "pages from 0, an index": as_csv([["", "Page", "Content"], *((i, i, page) for i, page in enumerate(PAGES))]),
    "semicolons, a mark": "\ufeff" + as_csv([["page_number", "page_text"], *enumerate(PAGES, 1)], delimiter=";"),
    "tabs": as_csv(
        [["file", "page", "text"], *(("a.pdf", i, page) for i, page in enumerate(PAGES, 1))], delimiter="\t"
    ),
    "lines of pages": as_csv(
        [
            ["page", "line", "text"],
            *((p, i, line) for p, page in enumerate(PAGES, 1) for i, line in enumerate(page.split("\n"))),
        ]
    ),
    "one cell": as_csv([["filename", "text"], ["a.pdf", PLAIN]]),
    "other names": as_csv([["nr", "leaf"], *enumerate(PAGES, 1)]),
    "rows of cells": as_csv(line.split("\t") for line in LINES),
    "rows of cells, tabs": as_csv((line.split("\t") for line in LINES), delimiter="\t", quoting=csv.QUOTE_ALL),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_saving_rows_reads_alike(way: str) -> None:
    assert facts(ofsted.parse_text(WAYS[way])) == facts(ofsted.parse_text(PLAIN))


@pytest.mark.parametrize("way", WAYS)
def test_spans_address_the_text_of_the_file(way: str) -> None:
    check_spans(WAYS[way])


def test_pages_are_counted_where_a_column_tells_them() -> None:
    report = ofsted.parse_text(WAYS["pages"])
    assert report.source.pages == 2
    assert [r.page for r in report.recommendations] == [2, 2]
    assert report.sections[0].page == 2
    assert {j.page for j in report.judgements} == {2}
    assert ofsted.parse_text(WAYS["lines"]).source.pages is None


def test_cells_may_hold_markdown() -> None:
    report = ofsted.parse_text(as_csv([["file", "markdown"], ["a.pdf", MARKDOWN]]))
    assert facts(report) == facts(ofsted.parse_text(MARKDOWN))


def test_quotation_marks_within_a_cell_stand_once_and_a_wrapped_cell_is_one_line() -> None:
    rows = [line.split("\t") for line in LINES]
    table = as_csv(rows).replace("Requires improvement to be good", '"Requires improvement\nto be good"')
    assert facts(ofsted.parse_text(table)) == facts(ofsted.parse_text(PLAIN))
    said = '3. They are "heard", and helped.'
    report = ofsted.parse_text(as_csv([["text"], *([line] for line in LINES), [said]]))
    assert report.sections[-1].paragraphs[-1].text == said[3:]


@pytest.mark.parametrize(
    "text",
    [
        '"I like it here," he said.\n"So do I," she said, "a lot".\n"And I"\n"And we"\n',
        '"Good", they say\n"Better", we say, too\n"Best", all say\n',
        "page,text\nof a book, and no table\n",
        'text\nwithout "a table", it is\n',
        '"an open quotation\nand no end, of it\n',
    ],
)
def test_what_is_only_quoted_stays(text: str) -> None:
    report = ofsted.parse_text(text)
    words = " ".join([report.title or ""] + [p.text for s in report.sections for p in s.paragraphs])
    assert text.count('"') == words.count('"')


FACTS = {"title", "authority", "inspection_periods", "published", "judgements", "lead_inspector", "recommendations"}


def of_ocr(report: ofsted.Report) -> set[str | None]:
    return {issue.field for issue in report.issues if issue.code == "scanned" and issue.field in FACTS}


@pytest.mark.parametrize(
    ("name", "sureness", "is_ocr"),
    [
        *[("conf", sureness, True) for sureness in ("96.25", "95", "0", "0.98", "100.5", "10")],
        *[("conf", sureness, False) for sureness in ("100", "100.0", "1", "1.00", "-1", "-1.0", "", "high")],
        ("ocr_confidence", "0.9", True),
        ("confidence", "0.9", False),  # of a label that someone gave to a paragraph
        ("size", "9.5", False),
    ],
)
def test_a_column_of_how_sure_ocr_was_is_said_of_every_fact(name: str, sureness: str, is_ocr: bool) -> None:
    lines = [line for line in PLAIN.split("\n") if line.strip()]
    rows: list[list[object]] = [["line", name, "text"]]
    rows += [[number, sureness if number == 3 else "", line] for number, line in enumerate(lines)]
    report = ofsted.parse_text(as_csv(rows))
    assert report.judgements[0].grade == ofsted.parse_text(PLAIN).judgements[0].grade
    assert of_ocr(report) == (FACTS if is_ocr else set())


def words_of(pages: Iterable[str], is_poppler: bool) -> str:
    """A word on each row, in the form of tesseract or of pdftotext, between rows for pages, blocks and lines."""
    rows: list[list[object]] = [["level", "page_num", "block_num", "line_num", "word_num", "left", "conf", "text"]]

    def add(level: int, page: int, block: int, line: int, word: int, text: str) -> None:
        rows.append([level, page, block, line, word, 60 * word, sureness if level == 5 else -1, text])

    sureness, first = (100, 0) if is_poppler else (96, 1)
    marks = ["###PAGE###", "###FLOW###", "###LINE###"] if is_poppler else ["", "", ""]
    for number, page in enumerate(pages, 1):
        add(1, number, 0, 0, 0, marks[0])
        for block, part in enumerate(page.strip("\n").split("\n\n")):
            add(2, number, block, 0, 0, marks[1])
            for i, line in enumerate(part.split("\n"), first):
                add(4, number, block, i, 0, marks[2])
                for k, word in enumerate(line.split(), first):
                    add(5, number, block, i, k, word)
    return as_csv(rows, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None)


@pytest.mark.parametrize("is_poppler", [True, False])
def test_words_on_a_row_each_are_lines_again(is_poppler: bool) -> None:
    text = words_of(PAGES, is_poppler)
    report = ofsted.parse_text(text)
    assert facts(report) == facts(ofsted.parse_text(PLAIN))
    assert report.source.pages == 2
    assert not any("#" in paragraph.text for section in report.sections for paragraph in section.paragraphs)
    picture = text.replace("\n5\t", "\n5\t1\t0\t1\t1\t60\t95\t \n5\t", 1)  # a word of nothing but a space
    assert facts(ofsted.parse_text(picture)) == facts(report)
    assert of_ocr(report) == (set() if is_poppler else FACTS)
    assert all(r.page == 2 and r.span and "timel" in text[slice(*r.span)] for r in report.recommendations[1:])
