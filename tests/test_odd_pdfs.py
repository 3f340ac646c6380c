"""Each part of the first reader of PDFs with what is rare in reports: read as PDFium reads it, or handed over."""

from __future__ import annotations

import struct
from typing import Any

import pytest

import ofsted
from tests.test_readers import WORDS, differs, outcome, refusal
from tests.word_pdf import CODES, Line, make_font, pdf, stream

HELP = b"BT /F1 11 Tf 72 700 Td (Help for all) Tj ET\n"
WIDE = b"BT /F3 11 Tf 72 700 Td <00050006000A> Tj ET\n"
BOX = b"/Subtype/Form/BBox[0 0 595 842]"


def document(content: bytes = HELP, tag: str = "P", added: dict[int, bytes] | None = None, more: bytes = b"") -> bytes:
    """A page with odd content between two lines of words. `added` are objects by their numbers, some instead of the
    document's own: 3 and 4 are the tree's root and its tree of parents, 10 is the font, 11 the table of F3, 20 the
    page, 21 its content, 22 to 24 are the elements. `more` stands in the page's resources."""

    def edit(objects: dict[int, bytes]) -> None:
        objects[20] = objects[20].replace(b"/Resources<<", b"/Resources<<" + more)
        objects |= added or {}

    return pdf([[Line(WORDS, 760), Line("", 700, tag=tag, content=content), Line(WORDS, 600)]], edit=edit)


def form(content: bytes, extra: bytes = BOX, name: int = 90) -> dict[str, Any]:
    return {"added": {name: stream(content, extra)}, "more": b"/XObject<</X1 90 0 R/X2 91 0 R>>"}


def table(*parts: bytes) -> dict[str, Any]:
    """The table of characters of F3."""
    return {"added": {11: stream(b"begincmap " + b" ".join(parts) + b" endcmap")}}


def font(**tables: bytes) -> dict[str, Any]:
    other = {name.encode(): data for name, data in tables.items() if name != "segments"}
    data = make_font(other, tables.get("segments"))
    return {"added": {10: stream(data, b"/Length1 %d" % len(data))}}


def segments(*, code: int = 4) -> bytes:
    """One segment for all of ASCII, whose glyphs are listed."""
    glyphs = [3 + CODES.index(c) if c in CODES else 0 for c in range(32, 127)]
    head = struct.pack(">HHHHHHH", code, 32 + 2 * len(glyphs), 0, 4, 0, 0, 0)
    return head + struct.pack(">HHHHHHHHH", 126, 0xFFFF, 0, 32, 0xFFFF, 0, 1, 4, 0) + struct.pack(">95H", *glyphs)


def flat(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n" % (len(data), extra) + data + b"\nendstream"


MANY = b"".join(b"0 0 m 9 9 l n\n" for _ in range(40000))
ELEMENT = b"<</Type/StructElem/S/P/P 5 0 R/Pg 20 0 R/K %s>>"
CELL = b"q %s W n BT /F1 11 Tf 72 700 Td (Help for all) Tj ET Q\n"
PATHS = b"5 5 m 9 9 20 20 30 5 c 40 5 50 9 v 60 5 70 9 y h f\n0 0 m 9 0 l 9 9 l 0 9 l s\n1 1 m 2 2 m 3 3 l b*\n"
STATES = b"q 2 w 1 J 0 j 4 M 0 i [3 2] 0 d /RelativeColorimetric ri 0 0 0 1 k 0 0 0 1 K 0 0 1 RG 0.5 G Q\n"
COLOURS = b"/DeviceRGB cs /DeviceRGB CS 1 0 0 sc 1 0 0 SC 0 0 1 scn 0 0 1 SCN /MP1 MP /MP2 <</A 1>> DP /BMC1 BMC EMC\n"
RANGED = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Boxes/Encoding/Identity-H/ToUnicode 11 0 R/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType2/BaseFont/Boxes/DW 500/W[1 9 600 10[400 400]]/CIDSystemInfo<</Registry(Adobe)"
    b"/Ordering(Identity)/Supplement 0>>/FontDescriptor 12 0 R>>]>>"
)
READ: dict[str, bytes] = {
    "paths": document(PATHS + HELP),
    "a name with a code": document(HELP.replace(b"/F1", b"/F#31")),
    "brackets in brackets": document(b"BT /F1 11 Tf 72 700 Td (Help (for \\(all) who) Tj ET\n"),
    "one letter below the other": pdf(
        [[Line(c, 700 - 13 * n, x=72 + n % 2) for n, c in enumerate("Helpforallchildren")]]
    ),
    "widths of a range": document(
        WIDE,
        added={16: RANGED, 11: stream(b"begincmap 1 beginbfrange <0001> <000A> <0048> endbfrange endcmap")},
    ),
    "states": document(STATES + HELP),
    "colours and points": document(COLOURS + HELP),
    "a line's width by a state": document(b"/G1 gs 2 Tr " + HELP, more=b"/ExtGState<</G1<</LW 3>>>>"),
    "marks by name": document(b"/Span /M1 BDC " + HELP + b"EMC\n", more=b"/Properties<</M1<</MCID 7>>>>"),
    "a form": document(b"/X1 Do\n", **form(HELP)),
    "a form that is moved": document(
        b"q 0.5 0 0 0.5 36 350 cm /X1 Do Q /X1 Do\n",
        **form(b"/P <</MCID 9>> BDC " + HELP + b"EMC", BOX + b"/Matrix[1 0 0 1 0 9]"),
    ),
    "a form beside text": document(b"/X1 Do BT /F1 11 Tf 140 700 Td (who ask) Tj ET\n", **form(HELP)),
    "a form in a form": document(
        b"/X1 Do\n",
        added={90: stream(b"/X2 Do", BOX), 91: stream(HELP, BOX + b"/Resources<</Font<</F1 13 0 R>>>>")},
        more=b"/XObject<</X1 90 0 R/X2 91 0 R>>",
    ),
    "an image": document(b"/X1 Do\n" + HELP, **form(b"\0", b"/Subtype/Image/Width 1/Height 1")),
    "ranges of characters": document(
        WIDE, **table(b"1 beginbfrange <0005> <0006> <0048> endbfrange 1 beginbfchar <000A> <0065> endbfchar")
    ),
    "a list of characters": document(
        WIDE, **table(b"2 beginbfrange <0005> <0006> [<0048> <0065>] <000A> <000A> <006C> endbfrange")
    ),
    "one segment of characters": document(**font(segments=segments())),
    "a font with names": document(**font(post=struct.pack(">IIhhIIIII", 0x20000, 0, 0, 0, 0, 0, 0, 0, 0))),
    "content that is not packed": document(added={21: flat(HELP)}),
    "content with its length elsewhere": document(
        added={21: b"<</Length 90 0 R>>\nstream\n" + HELP + b"\nendstream", 90: b"%d" % len(HELP)}
    ),
    "content with a list of filters": document(
        added={21: stream(HELP).replace(b"/Filter/FlateDecode", b"/Filter[/FlateDecode]/DecodeParms[null]")}
    ),
    "content in parts": document(
        added={
            20: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/CropBox[9 9 580 800]/Contents[90 0 R 21 0 R]"
            b"/Resources<</Font<</F1 13 0 R/F2 15 0 R/F3 16 0 R>>>>/StructParents 0>>",
            90: flat(b"q Q"),
        }
    ),
    "content that unpacks to much": document(MANY + HELP),
    "a form that unpacks to much": document(b"/X1 Do\n", **form(MANY + HELP)),
    "pages below pages": document(
        added={
            2: b"<</Type/Pages/Count 1/Kids[90 0 R]/MediaBox[0 0 595 842]>>",
            90: b"<</Type/Pages/Count 1/Kids[20 0 R]/Parent 2 0 R>>",
        }
    ),
    "marked content by reference": document(
        added={23: ELEMENT % b"[<</Type/MCR/MCID 1/Pg 20 0 R>> <</Type/OBJR/Obj 90 0 R>>]"}
    ),
    "an element in an element": document(
        added={
            23: ELEMENT % b"90 0 R",
            90: b"<</S/Span/P 23 0 R/Pg 20 0 R/K 1>>",
            4: b"<</Nums[0 [22 0 R 90 0 R 24 0 R]]>>",
        }
    ),
    "parents in branches": document(
        added={4: b"<</Kids[90 0 R]>>", 90: b"<</Limits[0 0]/Nums[0 [22 0 R 23 0 R 24 0 R]]>>"}
    ),
    "a role": document(tag="Body"),
    "a root with one child": document(added={3: b"<</Type/StructTreeRoot/K 5 0 R/ParentTree 4 0 R>>"}),
    "a root without parents": document(added={3: b"<</Type/StructTreeRoot/K[5 0 R]>>"}),
}
SIMPLE = b"<</Type/Font/Subtype/TrueType/BaseFont/Boxes/Encoding/WinAnsiEncoding%s/FontDescriptor 12 0 R>>"
NARROW = make_font({b"hmtx": struct.pack(">Hh", 278, 50) * (len(CODES) + 3)})
UNSTATED = {
    10: stream(NARROW, b"/Length1 %d" % len(NARROW)),
    13: SIMPLE % (b"/FirstChar 33/LastChar 126/Widths[%s]" % b" ".join([b"500"] * 94)),
}
GAP = b"BT /F1 11 Tf 72 700 Td [(Help)-120(for)] TJ ET\n"
READ["spaces whose width is not stated"] = document(added=UNSTATED)
READ["a gap where a space has no width"] = document(GAP, added=UNSTATED)
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %s/Resources<<>>>>"
HUGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 30000 842]/Contents 21 0 R/Resources<</Font<</F1 13 0 R/F2 15 0 R>>>>>>"
CLIPS = {
    "above": b"60 300 200 20 re",
    "below": b"60 800 200 20 re",
    "around": b"60 690 300 40 re",
    "partly": b"60 702 300 9 re",
    "by four lines": b"60 300 m 260 300 l 260 320 l 60 320 l h",
    "by a triangle": b"60 300 m 260 300 l 160 320 l h",
    "by a point": b"60 300 m",
    "by many points": b"60 300 m " + b"".join(b"%d 310 l " % x for x in range(60, 100)),
    "twice": b"0 0 595 400 re W n 60 300 200 20 re",
    "turned": b"0 1 -1 0 0 0 cm 300 -260 20 200 re W n 0 -1 1 0 0 0 cm 0 0 595 842 re",
}
for name, path in CLIPS.items():
    READ[f"a cell that is clipped {name}"] = document(
        CELL % path,
        tag="TD",
        added={
            5: b"<</Type/StructElem/S/Document/P 3 0 R/K[22 0 R 80 0 R 24 0 R]>>",
            80: b"<</Type/StructElem/S/Table/P 5 0 R/K[81 0 R]>>",
            81: b"<</Type/StructElem/S/TR/P 80 0 R/K[23 0 R]>>",
            23: b"<</Type/StructElem/S/TD/P 81 0 R/Pg 20 0 R/K 1>>",
        },
    )

REFUSED: dict[str, tuple[bytes, str]] = {
    "a form without a box": (document(b"/X1 Do\n", **form(HELP, b"/Subtype/Form")), "box"),
    "a form with an odd matrix": (document(b"/X1 Do\n", **form(HELP, BOX + b"/Matrix[1 0]")), "matrix"),
    "a form that holds itself": (document(b"/X1 Do\n", **form(b"/X1 Do")), "itself"),
    "a drawing of another kind": (document(b"/X1 Do\n", **form(HELP, b"/Subtype/PS")), "neither"),
    "a drawing that is missing": (document(b"/X2 Do\n", **form(HELP)), "missing"),
    "a drawing within a path": (document(b"0 0 m /X1 Do\n", **form(HELP)), "within a path"),
    "a path that begins nowhere": (document(b"1 1 l S\n"), "begins nowhere"),
    "a state with a font": (document(b"/G1 gs\n", more=b"/ExtGState<</G1<</Font[13 0 R 9]>>>>"), "font"),
    "text that clips": (document(b"7 Tr " + HELP), "clips"),
    "type of no size": (document(b"BT /F1 0 Tf (Help) Tj ET\n"), "no size"),
    "states nested deeply": (document(b"q " * 2000), "nested"),
    "marks nested deeply": (document(b"/P BMC " * 2000), "nested"),
    "a mark with an odd number": (document(b"EMC /P <</MCID -2>> BDC\n"), "odd number"),
    "operands without end": (document(b"1 " * 40), "more operands"),
    "two arrays": (document(b"[1] [2] 0 d\n"), "two arrays"),
    "an array of names": (document(b"[/A] 0 d\n"), "numbers and strings"),
    "content that ends early": (document(added={21: stream(b"BT /F1 11")}), "ends within"),
    "brackets that do not match": (document(b"] 0 d\n"), "do not match"),
    "colours that are none": (document(b"(a) sc\n"), "operands"),
    "a name that is none": (document(b"/F#0 gs\n"), "name"),
    "a name with NUL": (document(b"/F#00 gs\n"), "name"),
    "a string over two lines": (document(b"BT /F1 11 Tf 72 700 Td (Help\rfor) Tj ET\n"), "more than one line"),
    "a string without an end": (document(added={21: stream(b"BT (Help")}), "without an end"),
    "a number that is too long": (document(b"1.00000000000000000 w\n"), "too many digits"),
    "a number that is too large": (document(b"99999999999 w\n"), "too large"),
    "a byte above ASCII": (document(b"\xe9 w\n"), "no place"),
    "half a hexadecimal string": (document(b"BT /F1 11 Tf 72 700 Td <484> Tj ET\n"), "half a byte"),
    "an escape that means nothing": (document(b"BT /F1 11 Tf 72 700 Td (\\q) Tj ET\n"), "escape"),
    "codes that are none": (document(WIDE, **table(b"1 beginbfchar 5 <0048> endbfchar")), ""),
    "codes that are too long": (document(WIDE, **table(b"1 beginbfchar <000000000005> <0048> endbfchar")), ""),
    "a font that says no widths": (document(added={13: SIMPLE % b""}), "widths"),
    "widths that are odd": (document(added={13: SIMPLE % b"/FirstChar 32/LastChar 33/Widths[500 -7]"}), "odd width"),
    "a font of another kind": (document(added={13: SIMPLE.replace(b"TrueType", b"Type1") % b""}), "not TrueType"),
    "a font without a name": (document(added={13: SIMPLE.replace(b"/BaseFont/Boxes", b"") % b""}), "name"),
    "a catalogue that is none": (document(added={1: b"<</Type/Catalogue/Pages 2 0 R>>"}), "catalogue"),
    "no page": (document(added={2: b"<</Type/Pages/Count 0/Kids[]>>"}), "without a page"),
    "marked oddly": (
        document(added={1: b"<</Type/Catalog/Pages 2 0 R/MarkInfo[]/StructTreeRoot 3 0 R>>"}),
        "marked oddly",
    ),
    "a page that is too large": (document(added={20: HUGE}), "too large"),
    "a page that is just too wide": (document(added={20: HUGE.replace(b"30000", b"06000")}), "too large"),
    "a page that is just too high": (document(added={20: HUGE.replace(b"30000 842", b"595 06000")}), "too large"),
    "a letter that does not advance": (
        document(added={13: SIMPLE % b"/FirstChar 32/LastChar 126/Widths[500%s]" % (b" 0" * 94)}),
        "does not advance",
    ),
    "a tree in the catalogue": (
        document(added={1: b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot<</K 5 0 R>>>>"}),
        "not in form",
    ),
    "text far away": (document(b"BT /F1 11 Tf 9000000 0 Td (Help) Tj ET\n"), "far outside"),
    "a page in another file": (document(added={21: flat(HELP, b"/F(a)")}), "another file"),
    "several filters": (document(added={21: flat(HELP, b"/Filter[/FlateDecode/FlateDecode]")}), "several filters"),
    "odd parameters": (document(added={21: flat(HELP, b"/DecodeParms<<>>")}), "odd parameters"),
    "a predictor in content": (document(added={21: stream(HELP, b"/DecodeParms<</Predictor 12>>")}), "predictor"),
    "another predictor": (document(added={21: stream(HELP, b"/DecodeParms<</Predictor 2>>")}), "predictor"),
    "a length that is none": (document(added={21: b"<</Length/A>>\nstream\nq\nendstream"}), "plain length"),
    "a stream without a dictionary": (
        document(added={23: ELEMENT % b"90 0 R", 90: b"[] stream\nq\nendstream"}),
        "without a dictionary",
    ),
    "a reference to a reference": (document(added={4: b"90 0 R", 90: b"<</Nums[]>>"}), "begin or end"),
    "parents out of order": (document(added={4: b"<</Nums[1 [22 0 R] 0 [22 0 R]]>>"}), "order"),
    "parents without elements": (document(added={4: b"<</Nums[0 [7 8]]>>"}), "names no elements"),
    "parents in two ways": (document(added={4: b"<</Nums[]/Kids[]>>"}), "not in form"),
    "wrong limits": (document(added={4: b"<</Limits[1 2]/Nums[0 [22 0 R]]>>"}), "limits"),
    "an element without a type": (document(added={23: b"<</P 5 0 R/Pg 20 0 R/K 1>>"}), "type"),
    "an element with an odd child": (document(added={23: ELEMENT % b"[(a)]"}), "odd child"),
    "marked content with an odd number": (document(added={23: ELEMENT % b"<</Type/MCR/MCID/A>>"}), "odd number"),
    "several characters for a code": (
        document(WIDE, **table(b"3 beginbfchar <0005> <00480065> <0006> <0065> <000A> <0065> endbfchar")),
        "no one plain",
    ),
    "a range over two rows": (document(WIDE, **table(b"1 beginbfrange <0005> <0106> <0048> endbfrange")), "odd range"),
    "a list that is too long": (
        document(WIDE, **table(b"1 beginbfrange <0005> <0005> [<0048> <0048>] endbfrange")),
        "odd range",
    ),
    "a wrong count of characters": (document(WIDE, **table(b"1 beginbfchar <05> <48> <06> <48> endbfchar")), ""),
    "an unknown word": (document(WIDE, **table(b"usecmap")), "not known"),
    "a font with other segments": (document(**font(segments=segments(code=6))), "mapped in another way"),
    "a font without segments": (document(**font(cmap=struct.pack(">HHHHI", 0, 1, 1, 0, 12))), "mapped in another way"),
    "a font with few glyphs": (document(**font(maxp=struct.pack(">IH", 0x10000, 2))), "do not agree"),
    "a font that is none": (document(added={10: stream(b"OTTO" + bytes(60))}), "not TrueType"),
    "glyphs outside the font": (document(**font(glyf=bytes(16))), "outside its font"),
    "pages without a size": (
        document(added={20: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]/Contents 21 0 R>>"}),
        "plain size",
    ),
    "pages that are none": (document(added={2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>"}), "tree of pages"),
    "pages outside themselves": (
        document(added={20: b"<</Type/Page/MediaBox[0 0 9 9]/CropBox[20 20 30 30]/Contents 21 0 R>>"}),
        "plain size",
    ),
}


# What is more than any report has, each a little above its limit.
APART = b"".join(b"BT /F1 11 Tf %d 700 Td (a) Tj ET\n" % (-30 * n) for n in range(17000))
LINES_OF_LETTERS = b"BT /F1 11 Tf 72 700 Td " + b"0 0 Td (%s) Tj\n" % (b"a" * 32000) * 132 + b"ET\n"
LARGE: dict[str, tuple[bytes, str]] = {
    "a page of 65 megabytes": (document(added={21: stream(bytes(65 << 20).replace(b"\0", b" "))}), "too large"),
    "a font of 65 megabytes": (document(added={10: stream(bytes(65 << 20))}), "too large"),
    "a page in pieces of 33 megabytes": (
        document(added={20: PAGE % b"[90 0 R 90 0 R]", 90: flat(b" " * (33 << 20))}),
        "too much on it",
    ),
    "a page of four million letters": (document(LINES_OF_LETTERS), "more characters"),
    "pages upon pages": (
        document(added={2: b"<</Type/Pages/Count 10001/Kids[%s]>>" % (b"20 0 R " * 10001)}),
        "more pages",
    ),
    "many texts that are clipped away": (document(b"q 300 0 200 842 re W n\n" + APART + b"Q\n"), "more work"),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_larger_than_any_report_is_handed_over(name: str) -> None:
    data, why = LARGE[name]
    assert why in str(refusal(data))


def test_letters_that_a_font_does_not_draw_are_read_alike() -> None:
    """Where they stand is told by how they advance: whether they end a line, or part two columns."""
    few = make_font(codes=[code for code in CODES if code < 0x70])
    content = b"BT /F1 11 Tf 72 %d Td (%s) Tj ET BT /F1 11 Tf %g %d Td (for all) Tj ET\n"
    words = (b"Help", b"Hearts", b"ssss", b"two", b"zHelp")
    lines = b"".join(
        content % (700 - 14 * n, word, 72 + x, 700 - 14 * n) for n, word in enumerate(words) for x in (40,)
    )
    lines += b"".join(content % (600 - 14 * n, words[n % 5], 94 + n, 600 - 14 * n) for n in range(24))
    for tagged in (True, False):
        data = pdf(
            [[Line(WORDS, 780), Line("", 700, content=lines)]],
            tagged=tagged,
            edit=lambda objects: objects.update({10: stream(few, b"/Length1 %d" % len(few))}),
        )
        assert not differs(data)


@pytest.mark.parametrize("name", READ)
def test_what_is_rare_is_read_alike(name: str) -> None:
    takes_a_picture = name in ("a cell that is clipped partly", "a cell that is clipped by many points")
    assert (refusal(READ[name]) is None) is not takes_a_picture
    assert not differs(READ[name])


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_report_has_is_handed_over(name: str) -> None:
    data, why = REFUSED[name]
    reason = refusal(data)
    assert reason is not None
    assert why in reason
    assert outcome(lambda: ofsted.parse(data)) == outcome(lambda: ofsted.parse(data, reader="pdfium"))


def test_a_ligature_with_its_bytes_in_the_wrong_order_is_its_letters() -> None:
    words = b"BT /F1 11 Tf 72 700 Td (O) Tj /F3 11 Tf 5.5 0 Td <0005000A> Tj /F1 11 Tf 11 0 Td (ce) Tj ET\n"
    data = document(words, **table(b"2 beginbfchar <0005> <6600> <000A> <CF00> endbfchar"))
    assert not differs(data)
    assert "Office" in ofsted.parse(data).text
