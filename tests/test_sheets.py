"""Sheets of a PDF that hold two pages side by side, as handouts are printed, and pages that a viewer turns."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

import ofsted
from tests.conftest import EXAMPLES
from tests.word_pdf import Line, pdf

pypdfium2 = pytest.importorskip("pypdfium2")


def sheets(path: Path, pages_on_each: int) -> bytes:
    """The pages side by side, so many on a sheet, as a printer or a viewer puts them."""
    source = pypdfium2.PdfDocument(path)
    made = pypdfium2.raw.FPDF_ImportNPagesToOne(source.raw, 595.0 * pages_on_each, 842.0, pages_on_each, 1)
    out = io.BytesIO()
    pypdfium2.PdfDocument(made).save(out)
    return out.getvalue()


FACTS = ["framework", "title", "authority", "inspection_periods", "published", "lead_inspector", "inspectors"]
FACTS += ["addressee", "judgements", "recommendations", "footnotes", "previous_judgements"]


def facts_of(report: ofsted.Report, pages_on_each: int) -> dict[str, Any]:
    """Without places; pages as the sheets that hold them."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                k: (v and -(-v // pages_on_each)) if k == "page" else plain(v) for k, v in value.items() if k != "span"
            }
        return [plain(each) for each in value] if isinstance(value, list) else value

    tree = report.to_dict()
    return {key: plain(tree.get(key)) for key in FACTS}


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_two_pages_on_a_sheet_are_read_one_after_the_other(path: Path) -> None:
    single, double = (ofsted.parse(sheets(path, n)) for n in (1, 2))
    assert facts_of(double, 1) == facts_of(single, 2)
    assert double.source.pages == -(-(single.source.pages or 0) // 2)


def test_a_page_that_is_wider_than_high_is_one_where_its_middle_is_not_empty() -> None:
    rows = [(f"{n}. Children who need help and protection are seen in good time.", f"Row {n}") for n in range(1, 9)]
    lines = [Line("A heading that stands across the page " * 3, 780, x=200)]
    lines += [
        Line(cell, 700 - 20 * y, x=x) for y, row in enumerate(rows) for cell, x in zip(row, (72, 800), strict=True)
    ]
    text = ofsted.parse(pdf([lines], tagged=False, width=1190)).text
    assert [line.split("\t") for line in text.splitlines()[1:]] == [list(row) for row in rows]


def test_the_right_page_of_a_sheet_may_be_written_first() -> None:
    words = ("Children are seen and heard by people whom they know well and trust, day {}.", "They are heard, day {}.")
    left, right = (
        [Line(text.format(n), 780 - 20 * n, x=x) for n in range(8)] for text, x in zip(words, (72, 800), strict=True)
    )
    report = ofsted.parse(pdf([right + left], tagged=False, width=1190))
    assert report.text.splitlines() == [text.format(n) for text in words for n in range(8)]


# Each line in several objects, as Word writes it.
PIECES = {
    760: [(72, "Children are seen and heard by people "), (280, "whom they know well")],
    747: [(72, "and trust, in every part of the town, "), (280, "as often as they")],
    734: [(72, "wish"), (94, " to be seen.")],
}


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_a_viewer_turns_is_read_as_it_is_written(turn: int, tagged: bool) -> None:
    content = "".join(
        f"BT /F1 11 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n" for y, pieces in PIECES.items() for x, words in pieces
    )
    lines = [Line("", 0, content=content.encode()), Line("The end.", 700)]
    text = ofsted.parse(pdf([lines], tagged=tagged, page_entries=b"/Rotate %d" % turn)).text
    assert text.splitlines() == ["".join(words for _, words in pieces) for pieces in PIECES.values()] + ["The end."]


def test_footnotes_whose_marks_stand_above_them_at_a_pages_foot_are_told_apart() -> None:
    body = [
        Line(f"Children are seen and heard by people whom they know well, day {n}.", 780 - 14 * n) for n in range(20)
    ]
    notes = [
        (130, 6, "1"),
        (120, 8, "This report is published under a power to combine reports."),
        (80, 6, "2"),
        (70, 8, "What the judgements mean is said at the end of this report."),
        (30, 11, "7"),
    ]
    page = body + [Line(words, y, size=size) for y, size, words in notes]
    report = ofsted.parse(pdf([page], tagged=False))
    assert [(note.mark, note.text) for note in report.footnotes] == [("1", notes[1][2]), ("2", notes[3][2])]


def test_pages_that_are_printed_in_half_their_size_are_said_to_be() -> None:
    """Four on a sheet are read across."""
    lines = [Line(f"{n}. Children are seen and heard.", 800 - 7 * n, size=6) for n in range(1, 60)]
    said = [i.field for i in ofsted.parse(pdf([lines], tagged=False)).issues if i.code == "close_lines"]
    assert {"judgements", "inspection_periods", "sections", "findings"} <= set(said)
    usual = [Line(line.text, 800 - 12 * n, size=11) for n, line in enumerate(lines)]
    assert "close_lines" not in {i.code for i in ofsted.parse(pdf([usual], tagged=False)).issues}
