"""What a page of a PDF shows and what is read of it agree: text that nobody sees is not read, and where it holds a
judgement, a date or a name, an issue says so. Proved on pictures of the pages."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import partial

import pytest

import ofsted
from tests.corpus import score
from tests.test_readers import differs, outcome, refusal
from tests.word_pdf import Line, pdf

WORDS = "Children are seen and heard by people whom they know well and trust."
REAL = {
    "The impact of leaders on social work practice with children and families": "Good",
    "The experiences and progress of children who need help and protection": "Requires improvement to be good",
    "The experiences and progress of children in care and care leavers": "Good",
    "Overall effectiveness": "Good",
}
MOST_PIXELS = 4_000_000


def shown(text: str, x: float, y: float, size: float = 9) -> bytes:
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, text.encode("cp1252"))


def rows(y: float, x: float = 60, beside: float = 430, size: float = 9, grade: str = "") -> bytes:
    """A judgement table, its first row at this height; with one grade for all, a decoy."""
    drawn = b""
    for place, (label, printed) in enumerate(REAL.items()):
        drawn += shown(label, x, y - 14 * place, size) + shown(grade or printed, beside, y - 14 * place, size)
    return drawn


def decoy(**how: float) -> bytes:
    return rows(700, grade="Outstanding", **how)


def dots() -> bytes:
    """A speck where each letter of the decoy is."""
    drawn = b""
    for place, label in enumerate(REAL):
        for x in (*range(len(label)), *range(82, 93)):
            drawn += b"%g %g 0.5 0.5 re f\n" % (61.5 + 4.5 * x, 703 - 14 * place)
    return drawn


BOX = b"50 640 500 80 re f\n"
IMAGE = b"q 500 0 0 80 50 640 cm /Im6 Do Q\n"
CLIP = b" re W n\n"

# A table before the real one, drawn so that nobody can see it.
UNSEEN: dict[str, bytes] = {
    "white": b"1 g\n" + decoy(),
    "nearly white": b"0.97 g\n" + decoy(),
    "white in RGB": b"1 1 1 rg\n" + decoy(),
    "white in CMYK": b"0 0 0 0 k\n" + decoy(),
    "white in a named space": b"/DeviceGray cs 1 sc\n" + decoy(),
    "white strokes": b"1 Tr 1 G\n" + decoy(),
    "black on black": b"0 g " + BOX + decoy(),
    "blue on blue": b"0 0 0.5 rg " + BOX + decoy(),
    "grey on grey": b"0.6 g " + BOX + decoy(),
    "under a white box": decoy() + b"1 g " + BOX,
    "under a black box": decoy() + b"0 g " + BOX,
    "under a box of strips": decoy() + b"1 g " + b"".join(b"50 %d 500 1 re f\n" % y for y in range(640, 720)),
    "under a thick line": decoy() + b"1 G 90 w 50 680 m 550 680 l S\n",
    "under a polygon": decoy() + b"1 g 50 640 m 560 640 l 560 730 l 300 740 l 50 730 l h f\n",
    "under a picture": decoy() + IMAGE,
    "under an annotation": decoy(),
    "under an annotation behind 1,000 others": decoy(),
    "under many thin lines": decoy()
    + b"1 G 0.8 w "
    + b"".join(b"50 %g m 550 %g l S " % (y / 2, y / 2) for y in range(1280, 1440)),
    "under thin lines to and fro": decoy()
    + b"1 G 1 w "
    + b"".join(
        b"50 %d m " % y + b"".join(b"%d %g l " % (550 - 500 * (n % 2), y + 0.5 * n) for n in range(20)) + b"S\n"
        for y in range(640, 720, 8)
    ),
    "under a letter as large as a box": decoy() + b"1 g BT /F1 1300 Tf 0 200 Td (x) Tj ET 0 g\n",
    "under letters that are black as well": rows(60, grade="Outstanding")
    + b"BT /F1 60 Tf 0.5 0 0 0.5 0 0 Tm "
    + b"".join(b"1 0 0 1 %g %d Tm (%s) Tj " % (40 - n * 9, y, b"l" * 30) for n in range(3) for y in (10, 30, 50, 70))
    + b"ET\n",
    "beneath letters that are black as well": b"BT /F1 600 Tf 28 -150 Td (xx) Tj ET " + rows(120, grade="Outstanding"),
    "left of the page": decoy(x=-600, beside=-200),
    "right of the page": decoy(x=600, beside=990),
    "above the page": rows(950, grade="Outstanding"),
    "below the page": rows(-20, grade="Outstanding"),
    "clipped at its side": b"0 300 40 500" + CLIP + decoy(),
    "clipped above": b"0 300 595 100" + CLIP + decoy(),
    "clipped by a triangle": b"0 0 m 20 0 l 0 20 l h W n\n" + decoy(),
    "clipped to nothing": b"0 0 0 0" + CLIP + decoy(),
    "type of 2.9 points": decoy(size=2.9),
    "type of half a point": decoy(size=0.5),
    "white over a dot for each letter": dots() + b"1 g\n" + decoy(),
    "dots under letters in white": b"1 g\n" + decoy() + b"0 g\n" + dots(),
    "type made narrow": b"q 0.3 0 0 1 50 0 cm\n" + decoy() + b"Q\n",
    "type made narrow in a form": b"q 0.3 0 0 1 50 0 cm /Fm9 Do Q\n",
    "invisible": b"3 Tr\n" + decoy(),
    "text that only clips": b"7 Tr\n" + decoy(),
    "clipped to a letter": b"BT 7 Tr /F1 9 Tf 20 20 Td (x) Tj ET 0 Tr\n" + decoy(),
    "covered by its own strokes": b"2 Tr 0 g 1 G 20 w\n" + decoy(),
    "strokes that are dashed away": b"1 Tr 0 G [0 1000] 0 d 0.3 w\n" + decoy(),
    "white and mirrored": b"q -1 0 0 1 595 0 cm 1 g\n" + decoy() + b"Q\n",
    "white and upside down": b"q 1 0 0 -1 0 1400 cm 1 g\n" + decoy() + b"Q\n",
    "transparent": b"/GS0 gs\n" + decoy(),
    "in a layer that is off": b"/OC /Off BDC\n" + decoy() + b"EMC\n",
    "in a form of a layer that is off": b"/Fm8 Do\n",
    "in a form that is clipped": b"0 0 20 20" + CLIP + b"/Fm9 Do\n",
    "in a form made tiny": b"0.1 0 0 0.1 50 600 cm /Fm9 Do\n",
}
ANNOTATIONS = {"under an annotation": 1, "under an annotation behind 1,000 others": 1001}
SEEN: dict[str, bytes] = {
    "black": b"0 g\n",
    "dark blue": b"0.1 0.2 0.5 rg\n",
    "on a pale box": b"0.9 g 50 540 500 80 re f 0 g\n",
    "white on a dark box": b"0 0 0.5 rg 50 540 545 80 re f 1 g\n",
    "stroked": b"2 Tr 0.3 w\n",
    "within a clip": b"20 400 560 300" + CLIP,
    "in a layer that is on": b"/OC /On BDC\n",
    "beside a picture": b"q 100 0 0 30 50 640 cm /Im6 Do Q\n",
}


# The same in ways that need more of the page's resources: what is added to them, and objects from 200 on.
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
PATTERN = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>"
SHADING = b"<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 0]/Extend[true true]/Function<<"
SHADING += b"/FunctionType 2/Domain[0 1]/C0[1]/C1[1]/N 1>>>>"
MASK = b"/Group<</S/Transparency/CS/DeviceGray>>"
DRAWN_FONT = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 -200 600 800]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</a 200 0 R>>"
    b"/Encoding<</Type/Encoding/Differences[32%s]>>/FirstChar 32/LastChar 126/Widths[%s]/Resources<<>>"
    b"/ToUnicode 201 0 R>>" % (b"/a" * 95, b"500 " * 95)
)
CHARACTERS = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 "
    b"begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange endcmap end end"
)


def stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n" % (entries, len(data)) + data + b"\nendstream"


def forms(deep: int) -> dict[int, bytes]:
    """Forms in one another from 200 on; the innermost shows a white table."""
    made = {200 + deep - 1: stream(FORM + b"/Resources<</Font<</F1 13 0 R>>>>", b"1 g\n" + decoy())}
    for number in range(200, 200 + deep - 1):
        made[number] = stream(FORM + b"/Resources<</XObject<</In %d 0 R>>>>" % (number + 1), b"/In Do\n")
    return made


WITH_MORE: dict[str, tuple[bytes, bytes, dict[int, bytes]]] = {
    "black on a screen": (b"/More gs\n" + decoy(), b"/ExtGState<</More<</BM/Screen>>", {}),
    "masked": (
        b"/More gs\n" + decoy(),
        b"/ExtGState<</More<</SMask<</S/Luminosity/G 200 0 R>>>>",
        {200: stream(FORM + MASK, b"0 g 0 0 595 842 re f\n")},
    ),
    "in an empty pattern": (
        b"/Pattern cs /More scn\n" + decoy(),
        b"/Pattern<</More 200 0 R>>/ExtGState<<",
        {200: stream(PATTERN, b" ")},
    ),
    "under a shading": (
        decoy() + b"q 50 640 500 80 re W n /More sh Q\n",
        b"/Shading<</More %s>>/ExtGState<<" % SHADING,
        {},
    ),
    "in glyphs that paint white": (
        decoy().replace(b"/F1", b"/More"),
        b"/ExtGState<<",
        {200: stream(b"", b"500 0 d0 1 g 0 0 400 700 re f"), 201: stream(b"", CHARACTERS), 202: DRAWN_FONT},
    ),
    "in seven forms": (b"/More Do\n", b"/ExtGState<<", forms(7)),
    "in nine forms": (b"/More Do\n", b"/ExtGState<<", forms(9)),
    "among too many texts at one place": (
        b"BT /F1 9 Tf 20 20 Td " + b"1 g (x) Tj 0 g (y) Tj 0 0 Td " * 4000 + b"ET 1 g\n" + decoy(),
        b"/ExtGState<<",
        {},
    ),
    "in a page of too many objects": (b"0 0 0 0 re f\n" * 200001 + b"1 g\n" + decoy(), b"/ExtGState<<", {}),
}


def document(
    hidden: bytes = b"",
    before: bytes = b"",
    *,
    tagged: bool = False,
    annotations: int = 0,
    page_entries: bytes = b"",
    edit: Callable[[dict[int, bytes]], None] = lambda objects: None,
) -> bytes:
    """An ILACS report of one page and a half whose real table is at 600 points."""
    off = before.count(b" BDC")
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 13 0 R>>>>"
    first = [
        Line("Inspection of Norbury Vale local authority children's services", 800, size=16, bold=True, tag="H1"),
        Line("Inspection dates: 3 June to 7 June 2024", 770),
        Line("Lead inspector: Anne Fielding, His Majesty's Inspector", 750),
        Line("", 700, content=hidden),
        Line("", 600, content=before + rows(600) + b"EMC\n" * off),
        Line(WORDS, 500),
    ]
    links = b"<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/Border[0 0 0]>>" * (annotations - 1)
    square = b"<</Type/Annot/Subtype/Square/Rect[50 640 550 720]/IC[1 1 1]/C[1 1 1]/AP<</N 7 0 R>>>>"
    extra = b"/Annots[" + links + square + b"]"
    cover = stream(b"/Type/XObject/Subtype/Form/BBox[0 0 500 80]", b"1 g 0 0 500 80 re f\n")
    image = b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    layer = b"<</Type/OCG/Name(%s)>>"
    return pdf(
        [first, [Line(WORDS, 780), Line("1. " + WORDS, 760)]],
        tagged=tagged,
        more={
            6: stream(image, b"\xff"),
            7: cover if annotations else layer % b"off",
            8: stream(form + b"/OC 7 0 R", decoy()),
            9: stream(form, decoy()),
        },
        resources=b"/XObject<</Im6 6 0 R/Fm8 8 0 R/Fm9 9 0 R>>/ExtGState<</GS0<</ca 0>>>>"
        b"/Properties<</Off 7 0 R/On <<>>>>",
        catalog=b"" if annotations else b"/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>",
        page_entries=extra if annotations else page_entries,
        edit=edit,
    )


def grades(report: ofsted.Report) -> dict[str, str | None]:
    return {str(judgement.key): judgement.printed for judgement in report.judgements}


def codes(report: ofsted.Report, field: str = "judgements") -> set[str]:
    return {issue.code for issue in report.issues if issue.field == field}


def places_without_ink(report: ofsted.Report, data: bytes) -> list[str]:
    """The judgements where the page's picture is of one colour: at each word that they were read from."""
    import numpy as np

    from ofsted._core import with_pdfium
    from ofsted.showing.evidence import _page_spans
    from ofsted.showing.page_pictures import marked_pages

    blank = []
    for judgement in report.judgements:
        spans = _page_spans(report.text, judgement.span)
        for sheet in with_pdfium(partial(marked_pages, data, report.text, spans, 2.0, MOST_PIXELS)):
            picture = np.asarray(sheet.image.convert("L")).astype(int)
            for left, top, right, bottom in sheet.boxes:
                part = picture[int(top) : int(bottom) + 1, int(left) : int(right) + 1]
                if not part.size or np.ptp(part) < 40:
                    blank.append(f"{judgement.key}: page {sheet.number}")
    return blank


CAN_LOOK = all(importlib.util.find_spec(name) for name in ("numpy", "PIL"))
PLAIN = grades(ofsted.parse(document()))


def check(data: bytes, expected: dict[str, str | None] = PLAIN) -> ofsted.Report:
    assert not differs(data)
    report = ofsted.parse(data)
    assert outcome(lambda: report) == outcome(lambda: ofsted.parse(data, reader="pdfium"))
    assert grades(report) == expected
    if CAN_LOOK:
        assert places_without_ink(report, data) == []
    return report


def test_the_real_table_is_read() -> None:
    assert list(PLAIN.values()) == list(REAL.values())
    assert refusal(document()) is None


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize("way", UNSEEN)
def test_a_table_that_nobody_sees_loses_to_the_real_one(way: str, tagged: bool) -> None:
    data = document(UNSEEN[way], tagged=tagged, annotations=ANNOTATIONS.get(way, 0))
    report = check(data)
    assert "Outstanding" not in report.text
    assert "unseen_text" in codes(report)


@pytest.mark.parametrize("way", WITH_MORE)
def test_a_table_that_more_resources_hide_loses_to_the_real_one(way: str) -> None:
    hidden, resources, more = WITH_MORE[way]

    def add(objects: dict[int, bytes]) -> None:
        objects.update(more)
        for number, value in objects.items():
            changed = value.replace(b"/ExtGState<<", resources).replace(b"/Font<<", b"/Font<</More 202 0 R", 1)
            objects[number] = changed.replace(b"/XObject<</Im6", b"/XObject<</More 200 0 R/Im6")

    report = check(document(hidden, edit=add))
    assert "Outstanding" not in report.text
    assert "unseen_text" in codes(report)


@pytest.mark.parametrize("entries", [b"/Rotate 90", b"/Rotate 270", b"/CropBox[20 40 580 830]"])
def test_a_page_that_is_turned_or_cropped_is_looked_at_where_its_text_is(entries: bytes) -> None:
    plain = check(document(page_entries=entries))
    assert "unseen_text" not in codes(plain)
    report = check(document(b"1 g\n" + decoy(), page_entries=entries))
    assert "Outstanding" not in report.text
    assert "unseen_text" in codes(report)


def test_a_page_that_is_upside_down_is_looked_at_where_its_text_is() -> None:
    report = ofsted.parse(document(b"1 g\n" + decoy(), page_entries=b"/Rotate 180"))
    assert grades(report) == PLAIN
    assert "unseen_text" in codes(report)


def test_what_is_cropped_away_is_not_read() -> None:
    data = document(decoy(), page_entries=b"/CropBox[0 0 595 640]")
    assert not differs(data)
    text = ofsted.parse(data).text
    assert "Outstanding" not in text
    assert "Requires improvement" in text


@pytest.mark.parametrize("way", SEEN)
def test_what_is_seen_is_read_without_a_doubt(way: str) -> None:
    report = check(document(before=SEEN[way]))
    assert "unseen_text" not in codes(report)


TITLE = "Children’s services in Norbury Vale"


def letter_by_letter(x: float, y: float, size: float) -> bytes:
    return b"".join(shown(c, x + size / 2 * n, y, size) for n, c in enumerate(TITLE) if c != " ")


# How a copy of a title is hidden, and how far the title that is seen stands from it.
COPIES: dict[str, tuple[bytes, tuple[float, ...]]] = {
    "a white shadow": (b"1 g\n", (0, 0.3, 1, 2, 4, 7)),
    "a pale shadow": (b"0.93 g\n", (1,)),
    "a white outline": (b"1 Tr 1 G 2 w\n", (0,)),
    "white with a white outline": (b"2 Tr 1 G 1 g 2 w\n", (0,)),
    "invisible words": (b"3 Tr\n", (0, 1, 4)),
    "words outside their clip": (b"0 0 20 20 re W n\n", (0, 1)),
    "words above their clip": (b"60 300 200 20 re W n\n", (0, 1)),
    "a shadow on a grey box": (b"0.8 g 50 690 300 30 re f 1 g\n", (0, 0.5, 1)),
    "a shadow on a dark box": (b"0.5 g 50 690 300 30 re f 1 g\n", (0.05, 0.2, 1)),
}


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize("way", COPIES)
def test_a_title_is_read_beside_a_copy_of_it_that_is_hidden(way: str, tagged: bool) -> None:
    how, distances = COPIES[way]
    for apart in distances:
        for copies in (1, 3):
            hidden = b"q " + how + b"".join(shown(TITLE, 60 + 0.02 * n, 700, 14) for n in range(copies)) + b"Q\n"
            data = document(hidden + shown(TITLE, 60 + apart, 700 - apart / 3, 14), tagged=tagged)
            assert not differs(data)
            assert ofsted.parse(data).text.count(TITLE) == 1, (apart, copies)


@pytest.mark.parametrize(("others", "title"), [(15, TITLE), (16, "Childr")])
def test_a_copy_of_what_is_cut_off_is_looked_for_sixteen_times_on_a_page(others: int, title: str) -> None:
    cut_off = b"".join(shown("Row of words", 60, 340 - 14 * n) for n in range(others)) + shown(TITLE, 60, 700, 14)
    report = ofsted.parse(document(b"q 0 0 100 842 re W n\n" + cut_off + b"Q\n" + shown(TITLE, 60, 700, 14)))
    assert title in report.text.splitlines()


@pytest.mark.parametrize("how", [b"1 g\n", b"3 Tr\n"])
def test_a_title_is_read_beside_letters_of_it_that_are_hidden(how: bytes) -> None:
    whole, letters = shown(TITLE, 60, 700, 14), letter_by_letter(60, 700, 14)
    for hidden, seen in ((whole, letters), (letters, whole), (letters, letters)):
        data = document(b"q " + how + hidden + b"Q\n" + seen)
        assert not differs(data)
        assert ofsted.parse(data).text.count(TITLE) == 1


def test_a_title_is_read_once_where_its_copy_is_the_hidden_one() -> None:
    data = document(shown(TITLE, 60, 700, 14) + b"3 Tr\n" + shown(TITLE, 61, 700, 14))
    assert refusal(data) is None
    assert not differs(data)
    assert ofsted.parse(data).text.count(TITLE) == 1


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("Overall effectiveness: outstanding", "judgements"),
        ("Inspection dates: 3 to 7 May 2019", "inspection_periods"),
        ("London Borough of Southwark", "authority"),
        ("Lead inspector: John Smith HMI", "lead_inspector"),
        ("Insert the name of the school here", None),
    ],
)
def test_what_is_hidden_has_an_issue_on_what_it_would_change(words: str, field: str | None) -> None:
    report = check(document(b"1 g\n" + shown(words, 60, 700)))
    assert {issue.field for issue in report.issues if issue.code == "unseen_text"} == ({field} if field else set())
    assert words not in report.text


def test_a_grade_of_which_a_part_is_covered_is_read_as_it_shows_and_flagged() -> None:
    report = ofsted.parse(pdf_with_cover(b""))
    assert report.judgements["help_and_protection"].grade == "requires_improvement"
    box = b"1 g 425 584 105 12 re f\n"  # over 'Requires improvement to be'
    data = pdf_with_cover(box)
    assert not differs(data)
    covered = ofsted.parse(data)
    assert "Requires improvement" not in covered.text
    assert "unseen_text" in codes(covered)


STAMP = b"BT /F1 60 Tf 0.57 0.82 -0.82 0.57 170 440 Tm (DRAFT) Tj ET\n"
DOUBTED = {"title", "authority", "inspection_periods", "published", "judgements", "sections", "recommendations"}


def test_a_word_across_the_page_that_covers_letters_is_said_of_every_fact() -> None:
    """A stamp ('DRAFT'): what is left of the words reads like any others."""
    report = ofsted.parse(pdf_with_cover(b"0.8 g " + STAMP + b"0 g\n", below=WORDS))
    assert WORDS not in [paragraph.text for section in report.sections for paragraph in section.paragraphs][:1]
    said = [issue for issue in report.issues if issue.code == "unseen_text"]
    assert {issue.field for issue in said} >= DOUBTED
    assert {issue.page for issue in said} == {1}


def test_a_word_behind_the_words_covers_none() -> None:
    under = pdf([[Line("", 0, content=b"0.8 g " + STAMP + b"0 g\n"), Line(WORDS, 500), Line(WORDS, 486)]], tagged=False)
    report = ofsted.parse(under)
    assert report.text.count(WORDS) == 2
    assert "unseen_text" not in codes(report)


def pdf_with_cover(cover: bytes, below: str = "") -> bytes:
    return pdf(
        [
            [
                Line("Inspection of Norbury Vale local authority children's services", 800, size=16, bold=True),
                Line("Inspection dates: 3 June to 7 June 2024", 770),
                Line("", 600, content=rows(600) + shown(below, 72, 500, 11) + cover),
                Line(WORDS, 400),
            ],
            [Line(WORDS, 780)],
        ],
        tagged=False,
    )


def given(text: bytes, words: str) -> bytes:
    return b"/Span <</ActualText (%s)>> BDC\n%sEMC\n" % (text, shown(words, 60, 700))


@pytest.mark.parametrize(
    ("text", "words", "read", "field"),
    [
        (b"Overall effectiveness: outstanding", "Overall effectiveness: good", "effectiveness: good", "judgements"),
        (b"7 May 2019", "8 June 2020", "8 June 2020", "inspection_periods"),
        (b"Southwark", "Norbury Vale", "Norbury Vale", "authority"),
        (b"wellattended", "well-attended", "wellattended", None),
        (b"a star", "a sun", "a sun", None),
    ],
)
def test_what_is_shown_is_read_in_place_of_what_is_given_for_it(
    text: bytes, words: str, read: str, field: str | None
) -> None:
    data = document(given(text, words))
    assert not differs(data)
    report = ofsted.parse(data)
    assert read in report.text
    assert {issue.field for issue in report.issues if issue.code == "actual_text"} == ({field} if field else set())


@pytest.mark.parametrize(
    "given_text",
    [
        "Overall effectiveness: outstanding".encode("utf-8-sig"),
        b"\xfe\xff" + "Overall effectiveness: outstanding".encode("utf-16-be"),
        b"\xfe\xff" + ("x" * 400 + " – Overall effectiveness: outstanding").encode("utf-16-be"),
        b"x" * 400 + b" Overall effectiveness: outstanding",
    ],
)
def test_what_is_given_in_any_coding_has_an_issue(given_text: bytes) -> None:
    content = b"/Span <</ActualText <%s>>> BDC\n" % given_text.hex().encode()
    report = ofsted.parse(document(content + shown("Overall effectiveness: good", 60, 700) + b"EMC\n"))
    assert "effectiveness: good" in report.text
    assert "actual_text" in codes(report)


@pytest.mark.parametrize("letter", [b"0", b"9", b"A", b"Z", b"a", b"z", b"\\300"])
def test_a_letter_more_than_is_given_is_read(letter: bytes) -> None:
    content = b"/Span <</ActualText (the su)>> BDC\nBT /F1 9 Tf 60 700 Td (the su%s) Tj ET\nEMC\n" % letter
    shown_letter = "\u00c0" if letter == b"\\300" else letter.decode()
    assert f"the su{shown_letter}\n" in ofsted.parse(document(content)).text


def test_an_element_with_another_text_is_read_as_it_shows() -> None:
    data = pdf([[Line(WORDS, 780), Line("Overall effectiveness: good", 760), Line(WORDS, 740)]])
    changed = data.replace(b"/S/P/P 5 0 R/K 1", b"/S/P/P 5 0 R/ActualText(outstanding)/K 1")
    assert "outstanding" not in ofsted.parse(changed, reader="pdfium").text


@pytest.mark.skipif(not CAN_LOOK, reason="no folder of real reports, or no numpy and Pillow to look at them")
@pytest.mark.skipif(score.shared_folder() is None, reason="no folder of real reports (OFSTED_SHARED, or ../shared)")
def test_every_judgement_of_the_collection_has_ink_where_it_was_read() -> None:
    folder = score.shared_folder()
    assert folder is not None
    reports, judgements = 0, 0
    for path in sorted((folder / "corpus" / "pdf").rglob("*.pdf"))[::7]:
        data = path.read_bytes()
        try:
            report = ofsted.parse(data)
        except ofsted.OfstedError:
            continue
        if not report.judgements:
            continue
        assert places_without_ink(report, data) == [], path.name
        reports, judgements = reports + 1, judgements + len(report.judgements)
        if reports == 50:
            break
    assert judgements >= 3 * reports >= 50


# ---- what a page shows beside its text ----

SAID_OF = [
    ("Inadequate", "judgements"),
    ("Inspection dates: 3 to 7 May 2019", "inspection_periods"),
    ("London Borough of Southwark", "authority"),
    ("Lead inspector: John Smith HMI", "lead_inspector"),
    ("see the plan", None),
]


def beside(words: str, y: float, x: float = 60, mark: bytes = b"") -> bytes:
    """The report, with words that are no part of what its tags hold."""
    outside = b"EMC\n" + mark + shown(words, x, y) + (b"EMC\n" if mark else b"") + b"/Span BMC\n"
    return document(outside, tagged=True)


def unread(report: ofsted.Report) -> set[str | None]:
    return {issue.field for issue in report.issues if issue.code == "unread_words"}


@pytest.mark.parametrize("mark", [b"", b"/Artifact BMC\n"])
@pytest.mark.parametrize(("words", "field"), SAID_OF)
def test_words_among_the_lines_outside_their_tags_are_said(words: str, field: str | None, mark: bytes) -> None:
    """As a program leaves them that writes on a page."""
    report = check(beside(words, 640, mark=mark))
    assert unread(report) == ({field} if field else set())


@pytest.mark.parametrize("y", [600, 597, 581, 558])
def test_another_grade_beside_one_outside_the_tags_is_said(y: float) -> None:
    assert unread(check(beside("Inadequate", y, 480))) == {"judgements"}


@pytest.mark.parametrize("y", [828, 30])
def test_a_running_title_outside_the_tags_is_not_said(y: float) -> None:
    assert unread(check(beside("Outstanding practice, 3 to 7 May 2019", y))) == set()


def commented(kind: bytes, words: str, *, y: float = 586, drawn: bytes = b"", more: bytes = b"") -> bytes:
    """The report with a comment that begins at this height, and shows what is drawn."""
    box = b"/Rect[480 %g 580 %g]/Contents(%s)%s/AP<</N 7 0 R>>" % (y - 2, y + 10, words.encode(), more)
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 100 12]/Resources<</Font<</F1 13 0 R>>>>"

    def edit(objects: dict[int, bytes]) -> None:
        objects[7] = stream(entries, drawn)
        objects[20] = objects[20].replace(
            b"/StructParents", b"/Annots[<</Type/Annot/Subtype/%s%s>>]/StructParents" % (kind, box)
        )

    return document(tagged=True, annotations=0, edit=edit)


@pytest.mark.parametrize(("words", "field"), SAID_OF)
def test_what_a_comment_shows_is_said(words: str, field: str | None) -> None:
    report = ofsted.parse(commented(b"FreeText", words, drawn=shown(words, 2, 2)))
    assert grades(report) == PLAIN
    assert unread(report) == ({field} if field else set())


@pytest.mark.parametrize("kind", [b"Text", b"Highlight", b"Underline", b"StrikeOut"])
def test_what_a_comment_does_not_show_is_not_said(kind: bytes) -> None:
    assert unread(ofsted.parse(commented(kind, "Inadequate"))) == set()


def test_a_hidden_comment_is_not_said() -> None:
    assert unread(ofsted.parse(commented(b"FreeText", "Inadequate", more=b"/F 2"))) == set()


@pytest.mark.parametrize(("y", "fields"), [(586, {"judgements"}), (400, set())])
@pytest.mark.parametrize("kind", [b"Stamp", b"Square"])
def test_a_stamp_with_words_beside_a_grade_is_said(kind: bytes, y: float, fields: set[str]) -> None:
    """Its words are not known."""
    assert unread(ofsted.parse(commented(kind, "", y=y, drawn=shown("Inadequate", 2, 2)))) == fields
