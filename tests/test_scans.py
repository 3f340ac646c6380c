"""Pages that are pictures, with the words that OCR has laid over them or under them, and text that OCR made: read, and
said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

import ofsted
from tests.test_characters import PLAIN, TABLE, facts
from tests.word_pdf import CHARACTERS, Line, pdf, stream

pytest.importorskip("pypdfium2")
IMAGE = stream(b"\xee", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
WIDTH, HEIGHT = 5950, 842


def shown(words: str, y: float, mode: int) -> bytes:
    known = "".join(c if c in CHARACTERS else "-" for c in words).encode("cp1252")
    escaped = known.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 9 Tf %d Tr 1 0 0 1 72 %g Tm (%s) Tj ET\n" % (mode, y, escaped)


def scan(text: str, *, under: bool = False, covers: float = 1, stamp: str = "", mode: int = 3) -> bytes:
    """A page as OCR leaves it: a picture of `covers` of its height, and unseen words over it or, visible, under it."""
    picture = b"q %d 0 0 %g 0 %g cm /Im Do Q\n" % (WIDTH, HEIGHT * covers, HEIGHT * (1 - covers))
    mode = 0 if under else mode
    words = [shown(row, 800 - 11.5 * y, mode) for y, row in enumerate(text.split("\n")) if row.strip()]
    content = b"".join([*words, picture] if under else [picture, *words])
    lines = [Line("", 0, content=content)] + ([Line(stamp, 20)] if stamp else [])
    return pdf([lines], tagged=False, width=WIDTH, more={6: IMAGE}, resources=b"/XObject<</Im 6 0 R>>")


FIELDS = {
    "title",
    "authority",
    "inspection_periods",
    "published",
    "lead_inspector",
    "inspectors",
    "judgements",
    "findings",
}
FIELDS |= {"recommendations", "sections", "previous_judgements", "previous_inspections", "footnotes"}


@pytest.mark.parametrize(
    "data",
    [scan(PLAIN), scan(PLAIN, under=True), scan(PLAIN, covers=0.8), scan(PLAIN, stamp="Page 31 of 90")],
    ids=["over the picture", "under the picture", "a smaller picture", "with a stamp that is seen"],
)
def test_words_that_ocr_laid_over_a_picture_are_read_and_said_to_be(data: bytes) -> None:
    report = ofsted.parse(data)
    assert facts(report) == facts(ofsted.parse(scan(PLAIN, mode=0, covers=0)))
    said = [issue for issue in report.issues if issue.code == "scanned"]
    assert {issue.field for issue in said} == FIELDS
    assert {issue.page for issue in said} == {1}
    assert not [issue for issue in report.issues if issue.code == "unseen_text"]


def test_what_a_letter_alone_has_is_said_as_well() -> None:
    letter = (Path(__file__).parent.parent / "examples" / "focused-visit-2023.txt").read_text(encoding="utf-8")
    report = ofsted.parse(scan(letter.split("\f")[0]))
    assert report.framework is ofsted.Framework.FOCUSED_VISIT
    assert {issue.field for issue in report.issues if issue.code == "scanned"} == FIELDS | {"addressee", "focus"}


@pytest.mark.parametrize("data", [scan(PLAIN, covers=0.3), scan(PLAIN, covers=0)], ids=["a small picture", "none"])
def test_words_that_no_picture_shows_are_not_read(data: bytes) -> None:
    with pytest.raises(ofsted.NoTextError):
        ofsted.parse(data)


def test_a_page_that_is_seen_is_no_scan() -> None:
    report = ofsted.parse(scan(PLAIN, mode=0))
    assert report.judgements
    assert "scanned" not in {issue.code for issue in report.issues}


@pytest.mark.parametrize(
    "logo", ["Ofsted\nraising standards\nimproving lives\n\n", "Ofstedraising standards\nimproving lives\n"]
)
def test_the_words_of_the_logo_are_none_of_the_report(logo: str) -> None:
    assert facts(ofsted.parse_text(logo + PLAIN)) == facts(ofsted.parse_text(PLAIN))
    assert facts(ofsted.parse(scan(logo + PLAIN))) == facts(ofsted.parse(scan(PLAIN)))


def codes(report: ofsted.Report, field: str) -> set[str]:
    return {issue.code for issue in report.issues if issue.field == field}


@pytest.mark.parametrize(
    "bullets", ["@ @", "m@ @", "™@ m™", "m @", "= ™", '@ ="', "« ¢", "© @"], ids=lambda bullets: ascii(bullets)
)
def test_bullets_that_ocr_misread_are_bullets_and_say_that_words_may_be(bullets: str) -> None:
    first, second = bullets.split(" ")
    text = PLAIN.replace("• The quality", f"{first} The quality").replace(
        "• The timeliness", f"{second} The timeliness"
    )
    report = ofsted.parse_text(text)
    assert facts(report) == facts(ofsted.parse_text(PLAIN))
    assert {issue.field for issue in report.issues if issue.code == "scanned"} == FIELDS
    assert "scanned" not in codes(ofsted.parse_text(PLAIN), "judgements")


def test_misread_bullets_on_lines_of_their_own_are_bullets() -> None:
    text = PLAIN.replace("• The quality", "m@\n\nThe quality").replace("• The timeliness", "@\n\nThe timeliness")
    report = ofsted.parse_text(text)
    assert facts(report) == facts(ofsted.parse_text(PLAIN))
    assert "scanned" in codes(report, "judgements")


def test_three_lone_letters_that_ocr_took_for_bullets_are_bullets() -> None:
    item = "• The timeliness of return home interviews."
    plain = PLAIN.replace(item, f"{item}\n{item.replace('timeliness', 'use')}")
    report = ofsted.parse_text(plain.replace("• ", "e "))
    assert facts(report) == facts(ofsted.parse_text(plain))
    assert "scanned" in codes(report, "judgements")


@pytest.mark.parametrize(
    "lines",
    [
        "@ Thornmere Council wrote to families.",  # one sign alone
        "@ Thornmere Council wrote to families.\n© Crown copyright 2024",
        "e Thornmere Council wrote to families.\nm They answered it.",  # letters, of which two may be torn from words
        "@thornmere wrote to families.\n@carers answered it.",
        "@ K\n@ Kee",  # what is left of a picture
        "@ K\nm\nee",
        "m@thornmere.example wrote to families.\n@ Thornmere",
        "mmee Thornmere wrote to families.\n@ Thornmere",
    ],
)
def test_signs_that_are_no_bullets_are_left_alone(lines: str) -> None:
    report = ofsted.parse_text(PLAIN + "\n" + lines + "\n")
    assert "scanned" not in codes(report, "judgements")
    assert lines.split("\n")[0] in " ".join(str(text) for text in facts(report)["paragraphs"])  # type: ignore[attr-defined]


def test_the_word_of_a_logo_at_the_head_of_a_page_is_no_heading() -> None:
    first, second = PLAIN.split("\n1. Families")
    pages = ["Ofsted\n\n" + first, "Ofsted\n\n1. Families" + second]
    for between in ("\f", "\n\n"):
        assert facts(ofsted.parse_text(between.join(pages))) == facts(ofsted.parse_text(PLAIN))


def test_a_judgement_table_whose_head_is_misread_tells_the_kind() -> None:
    text = PLAIN.replace(TABLE, "udgement emo\n" + TABLE_IN_TWO_LINES)
    report = ofsted.parse_text(text)
    assert report.framework == "ilacs"
    assert {j.key: j.grade for j in report.judgements} == facts(ofsted.parse_text(PLAIN))["judgements"]


TABLE_IN_TWO_LINES = """
The impact of leaders on social work Good
practice with children and families

The experiences and progress of Requires improvement to be good
children who need help and protection

The experiences and progress of Good
children in care

The experiences and progress of care Outstanding
leavers

Overall effectiveness Good
"""
