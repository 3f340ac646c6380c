"""Evidence: the right words are marked on the right page, and nothing is where that is not sure."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted import EvidenceError, PagePicture, TextExcerpt
from ofsted.showing.evidence import _page_spans
from tests.conftest import EXAMPLES, PDF, TEXT, minimal_pdf

PDFS = sorted(EXAMPLES.glob("*.pdf"))


def words_marked(report: ofsted.Report, path: Path, item: Any) -> str:
    """The letters of the page that lie in the marked places."""
    import pypdfium2

    from ofsted._core import with_pdfium
    from ofsted.showing.page_pictures import _locate, _Printed

    def look() -> str:
        letters = ""
        document = pypdfium2.PdfDocument(path.read_bytes())
        for number, spans in _page_spans(report.text, item.span, getattr(item, "text", None)).items():
            page = document[number - 1]
            textpage = page.get_textpage()
            printed = _Printed(page, textpage, (1000, 1400))
            for span in spans:
                letters += "".join(printed.letters[a:b] for a, b in _locate(printed, report.text, span))
            textpage.close()
            page.close()
        document.close()
        return letters

    return with_pdfium(look)


def letters_of(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@pytest.mark.parametrize("path", PDFS, ids=lambda path: str(path.name))
def test_what_was_read_is_what_is_marked(path: Path) -> None:
    report = ofsted.parse(path)
    findings = [f for kind in ("strengths", "areas_for_development") for f in getattr(report.findings, kind)]
    items: list[Any] = [*report.judgements, *report.recommendations, *report.paragraphs, *findings]
    for item in items:
        marked = words_marked(report, path, item)
        spans = _page_spans(report.text, item.span, getattr(item, "text", None))
        wanted = "".join(letters_of(report.text[a:b]) for parts in spans.values() for a, b in parts)
        assert sorted(marked) == sorted(wanted), item


def test_a_footer_between_two_pages_is_not_marked() -> None:
    path = EXAMPLES / "sif-2016.pdf"
    report = ofsted.parse(path)
    split = [p for p in report.paragraphs if p.page != p.last_page]
    assert split
    for paragraph in split:
        spans = _page_spans(report.text, paragraph.span, paragraph.text)
        assert list(spans) == [paragraph.page, paragraph.last_page]
        words = "".join(letters_of(report.text[a:b]) for parts in spans.values() for a, b in parts)
        assert words.endswith(letters_of(paragraph.text)[-40:])
        assert len(words) - len(letters_of(paragraph.text)) <= 4


def test_a_picture(report: ofsted.Report, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    judgement = report.judgements["overall_effectiveness"]
    crop, full = judgement.show(), judgement.show(full=True, scale=1.0)
    assert isinstance(crop, PagePicture)
    assert isinstance(full, PagePicture)
    assert (crop.page, crop.last_page, crop.marked, crop.note) == (1, 1, True, None)
    assert crop.text == judgement.evidence
    assert crop.image.height < crop.image.width < full.image.height * 2
    assert full.image.size == (596, 842)
    assert crop._repr_png_().startswith(b"\x89PNG")
    html = crop._repr_html_()
    assert 'alt="Overall effectiveness Good"' in html
    assert "page 1" in html
    saved = image.open(crop.save(tmp_path / "proof.png"))
    assert saved.size == crop.image.size
    yellow = [c for c in saved.convert("RGB").getcolors(1 << 24) if c[1][2] < 120 < c[1][0] and c[1][1] > 180]
    assert yellow


def test_a_paragraph_over_two_pages_shows_both() -> None:
    pytest.importorskip("PIL")
    report = ofsted.parse(EXAMPLES / "sif-2016.pdf")
    paragraph = next(p for p in report.paragraphs if p.page != p.last_page)
    shown = paragraph.show(scale=1.0)
    assert isinstance(shown, PagePicture)
    assert (shown.page, shown.last_page) == (paragraph.page, paragraph.last_page)
    assert shown.pages.startswith("pages ")


def test_a_file_that_has_changed_proves_nothing(tmp_path: Path) -> None:
    pytest.importorskip("PIL")
    path = tmp_path / "report.pdf"
    shutil.copy(PDF, path)
    report = ofsted.parse(path)
    path.write_bytes(path.read_bytes() + b"\n% more\n")
    with pytest.raises(EvidenceError, match="has changed"):
        report.judgements[0].show()
    path.unlink()
    with pytest.raises(EvidenceError, match="file="):
        report.judgements[0].show()
    assert isinstance(report.judgements[0].show(file=PDF), PagePicture)


def test_bytes_are_asked_for_again() -> None:
    pytest.importorskip("PIL")
    data = PDF.read_bytes()
    report = ofsted.parse(data)
    with pytest.raises(EvidenceError, match="bytes"):
        report.judgements[0].show()
    assert isinstance(report.judgements[0].show(file=data), PagePicture)


def test_words_that_stand_twice_and_alike_are_not_marked(tmp_path: Path) -> None:
    pytest.importorskip("PIL")
    from ofsted._core import with_pdfium
    from ofsted.showing.page_pictures import marked_pages

    lines = b"".join(b"BT /F 12 Tf 72 %d Td (the same words again) Tj ET\n" % y for y in (700, 600))
    data = minimal_pdf(lines)
    text = "the same words again\n"
    (sheet,) = with_pdfium(lambda: marked_pages(data, text, {1: [(0, 20)]}, 1.0, 1_000_000))
    assert sheet.boxes == []
    text = "the same words again\nthe same words again\n"
    (sheet,) = with_pdfium(lambda: marked_pages(data, text, {1: [(21, 41)]}, 1.0, 1_000_000))
    (box,) = sheet.boxes
    assert 842 - 612 < box[1] < box[3] < 842 - 590


def test_what_cannot_be_found_is_said(report: ofsted.Report) -> None:
    pytest.importorskip("PIL")
    from dataclasses import replace

    judgement = report.judgements[0]
    other = report.text.index("\f") + 1  # what page 1 does not hold
    lost = replace(judgement, span=(other - 1, other))
    shown = report.show(lost)
    assert isinstance(shown, PagePicture)
    assert not shown.marked
    assert "see page" in (shown.note or "")


def test_a_text_shows_its_lines(tmp_path: Path) -> None:
    report = ofsted.parse(TEXT)
    judgement = report.judgements["overall_effectiveness"]
    shown = judgement.show()
    assert isinstance(shown, TextExcerpt)
    lines = report.text.splitlines()
    assert lines[shown.line - 1] == judgement.evidence
    marked = [line for line in shown.lines(("[", "]")).splitlines() if line.startswith(">")]
    assert [line.split(" | ")[1] for line in marked] == [f"[{judgement.evidence}]"]
    assert "<mark" in shown._repr_html_()
    assert judgement.evidence in Path(shown.save(tmp_path / "proof.html")).read_text("utf-8")
    assert judgement.evidence in Path(shown.save(tmp_path / "proof.txt")).read_text("utf-8")
    with pytest.raises(ValueError, match="text"):
        shown.save(tmp_path / "proof.png")


@pytest.mark.parametrize("name", ["ilacs-2019.txt", "sif-2018.txt", "focused-visit-2023-layout.txt"])
def test_excerpts_hold_what_was_read(name: str) -> None:
    report = ofsted.parse(EXAMPLES / name)
    items: list[Any] = [*report.judgements, *report.recommendations, *report.paragraphs]
    for item in items:
        shown = item.show()
        assert isinstance(shown, TextExcerpt)
        assert letters_of(shown.text) == letters_of(item.evidence)
        assert len(shown.text) == len(item.evidence.strip())
        assert shown.page == item.page


def test_an_issue_and_a_section(report: ofsted.Report) -> None:
    pytest.importorskip("PIL")
    for issue in report.issues:
        if issue.span is None:
            with pytest.raises(ValueError, match="no span"):
                report.show(issue)
    assert isinstance(report.sections[1].show(), PagePicture)
    with pytest.raises(ValueError, match="scale"):
        report.judgements[0].show(scale=0)


def test_pages_are_drawn_while_others_parse() -> None:
    pytest.importorskip("PIL")
    report = ofsted.parse(PDF)
    failures: list[BaseException] = []

    def work(show: bool) -> None:
        try:
            for _ in range(5):
                if show:
                    assert isinstance(report.judgements[0].show(scale=0.5), PagePicture)
                else:
                    assert ofsted.parse(PDF) == report
        except BaseException as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=work, args=(i % 2 == 0,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_the_lock_is_given_back() -> None:
    from ofsted._core import with_pdfium

    def fail() -> None:
        raise RuntimeError("in between")

    with pytest.raises(RuntimeError, match="in between"):
        with_pdfium(fail)
    assert with_pdfium(lambda: 7) == 7
    with pytest.raises(TypeError):
        with_pdfium(7)  # type: ignore[arg-type]


@pytest.mark.parametrize("place", ["above", "below"])
def test_numbers_in_a_column_of_their_own_are_no_evidence_of_other_words(place: str) -> None:
    words = [f"The {name} team sees children in time, and writes down why it does so." for name in ("first", "second")]
    words += ["The third team does not."]
    numbers, paragraphs = "1.\n2.\n3.\n", "\n\n".join(words) + "\n"
    text = {"above": numbers + paragraphs, "below": f"{paragraphs}\n{numbers}"}[place]
    report = ofsted.parse_text(f"{text}\fThe next page.\n\n4. The fourth team is new.\n")
    found = [item for item in report.paragraphs if item.number in (1, 2, 3)]
    assert [item.text for item in found] == words
    for item in found:
        start, end = item.span
        assert item.text in report.text[start:end]
        assert place == "above" or report.text[start:end].strip() == item.text
