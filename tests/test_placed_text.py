"""Text placed on a page in many ways, and files that hold it in many ways: both readers of PDFs give the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

import ofsted
from tests.test_readers import WORDS, differs, refusal
from tests.word_pdf import Kept, Line, pdf

SHOWN = b"BT /F1 11 Tf 72 700 Td (Help for all) Tj ET\n"
CONTENTS = {
    "two objects of text": b"BT /F1 11 Tf 1 0 0 1 72 700 Tm (Help) Tj ET BT /F1 11 Tf 110 700 Td (for all) Tj ET\n",
    "colours": b"0.1 g 0 G 0 0 1 rg 0 0 1 RG 0 0 0 1 k 0 0 0 1 K /DeviceRGB cs /DeviceGray CS 0 0 0 sc 0 SC 0 0 1 scn"
    b" 0 SCN " + SHOWN,
    "styles of lines": b"1 w 1 J 1 j 10 M [3 2] 0 d /Perceptual ri 0.5 i " + SHOWN,
    "paths": b"1 1 m 2 2 3 3 4 4 c 5 5 6 6 v 7 7 8 8 y h S 1 1 m 2 2 l s 1 1 m 2 2 l f 1 1 m 2 2 l F 1 1 9 9 re B"
    b" 1 1 9 9 re B* 1 1 9 9 re b 1 1 9 9 re b* 1 1 9 9 re f* 1 1 9 9 re n " + SHOWN,
    "points and marks": b"/P MP /P <</A 1>> DP /Span BMC /Span <</A 1>> BDC " + SHOWN + b"EMC EMC\n",
    "states in states": b"q 2 0 0 2 0 0 cm q 0.5 0 0 0.5 0 0 cm " + SHOWN + b"Q Q BT /F1 11 Tf 72 680 Td (us) Tj ET\n",
    "as it is by default": b"BT 100 Tz 0 Ts /F1 11 Tf 72 700 Td (Help for all) Tj ET\n",
    "clipped by a triangle": b"q 60 690 m 300 690 l 60 720 l h W n " + SHOWN + b"Q\n",
    "clipped by a curve": b"q 60 690 m 60 720 300 720 300 690 c h W* n " + SHOWN + b"Q\n",
    "clipped twice": b"q 60 690 100 30 re W n 100 600 300 300 re W n " + SHOWN + b"Q " + SHOWN,
    "clipped by a turned box": b"q 1 1 -1 1 0 0 cm 10 10 40 40 re W n 0.5 -0.5 0.5 0.5 0 0 cm " + SHOWN + b"Q\n",
    "clipped away": b"q 400 100 20 20 re W n " + SHOWN + b"Q\n",
    "clipped by two boxes in one": b"q 60 690 30 30 re 110 690 30 30 re W n " + SHOWN + b"Q\n",
    "letter by letter": b"BT /F1 11 Tf 72 700 Td (H) Tj 5.5 0 Td (e) Tj 5.5 0 Td (l) Tj 11 0 Td (u) Tj ET\n",
    "one letter": b"BT /F1 11 Tf 72 700 Td (H) Tj ET\n",
    "above and below": b"BT /F1 11 Tf 72 700 Td (Help) Tj 24 4 Td (for) Tj 20 -8 Td (all) Tj 0 -3 Td (us) Tj ET\n",
    "sizes": b"BT /F1 20 Tf 72 700 Td (H) Tj /F1 8 Tf 11 0 Td (elp) Tj /F2 14 Tf 14 0 Td (for all) Tj ET\n",
    "downwards": b"BT /F1 11 Tf 72 700 Td (H) Tj 0 -11 Td (e) Tj 0 -11 Td (l) Tj 0 -11 Td (p) Tj ET\n",
    "upwards": b"BT /F1 11 Tf 72 640 Td (all) Tj 0 14 Td (for) Tj 0 14 Td (Help) Tj ET\n",
    "on top of each other": b"BT /F1 11 Tf 72 700 Td (Help) Tj 8 0 Td (for) Tj -4 1 Td (all) Tj ET\n",
    "mirrored and back": b"q -1 0 0 1 595 0 cm BT /F1 11 Tf -1 0 0 1 523 700 Tm (Help) Tj ET Q\n",
    "letters far apart": b"BT /F1 11 Tf 12 Tc 72 700 Td (Help) Tj -1 Tc 0 -14 Td (for all) Tj 0 Tc ET\n",
    "words far apart": b"BT /F1 11 Tf 30 Tw 72 700 Td (Help for) Tj -2 Tw 0 -14 Td (all of us) Tj 0 Tw ET\n",
    "spaces at both ends": b"BT /F1 11 Tf 72 700 Td ( Help ) Tj 30 0 Td ( for  all ) Tj ET\n",
    "a hyphen overleaf": b"BT /F1 11 Tf 72 700 Td (well-) Tj 0 -13 Td (2 be) Tj 0 -13 Td (-) Tj ET\n",
    "brackets in a string": b"BT /F1 11 Tf 72 700 Td (a (b (c) d) \\) e\\50f\\051) Tj <4 8\n65> Tj ET\n",
    "numbers in all forms": b"BT /F1 +11. Tf 72.0 700 Td [(a) -.5 (b) .25 (c) -0 (d) 1000 (e) +7(f)] TJ ET\n",
    "half off the page": b"BT /F1 11 Tf -20 700 Td (Help for all) Tj 600 0 Td (who ask) Tj ET\n",
    "under the page": b"BT /F1 11 Tf 72 -20 Td (Help for all) Tj ET\n",
    "strokes of a wide pen": b"BT /F1 11 Tf 1 Tr 9 w 72 700 Td (Help) Tj 0 -20 Td (for) Tj 2 Tr 30 0 Td (all) Tj ET\n",
}
# Of these it takes a picture to tell what is seen.
PARTLY_SEEN = {"clipped by a triangle", "clipped twice", "clipped by two boxes in one", "half off the page"}


def placed(content: bytes) -> list[Line]:
    return [Line(WORDS, 760), Line("", 700, content=content), Line("Help and protection", 600, size=14, bold=True)]


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("name", CONTENTS)
def test_content_is_read_alike(name: str, tagged: bool) -> None:
    data = pdf([placed(CONTENTS[name]), [Line(WORDS, 700), Line("Care", 640, size=16, bold=True)]], tagged=tagged)
    assert (refusal(data) is None) is (name not in PARTLY_SEEN)
    assert not differs(data)


def pieces(dice: random.Random) -> bytes:
    """A page's text as a careless writer might put it."""
    content, y = b"", 720.0
    for _ in range(dice.randint(2, 9)):
        font, size = dice.choice((b"/F1", b"/F1", b"/F2")), dice.choice((6, 9, 11, 11, 11, 16))
        content += b"BT %s %d Tf 1 0 0 1 %g %g Tm\n" % (font, size, dice.choice((72, 72, 90, 300)), y)
        for _ in range(dice.randint(1, 4)):
            word = dice.choice((b"Help", b"for", b"a", b"-", b"child-", b"12", b" ", b"who ask", b"\\225", b"i.e. "))
            other = dice.choice((b"ren", b"s", b".", b" all", b"I"))
            content += dice.choice(
                (
                    b"(%s) Tj\n" % word,
                    b"[(%s)%d(%s)] TJ\n" % (word, dice.choice((-900, -320, -250, -180, -60, 4, 60)), other),
                    b"(%s) Tj %g %g Td\n" % (word, dice.choice((3, 11, 24, 40)), dice.choice((0, 0, 0, 1, 4, -2, -7))),
                    b"%g Tc (%s) Tj 0 Tc\n" % (dice.choice((-0.3, 0.2, 1.5, 4)), word),
                    b"%g Tw (%s) Tj 0 Tw\n" % (dice.choice((-1, 2, 6)), word),
                    b"2 Tc [%d(%s)] TJ 0 Tc\n" % (dice.choice((-300, 300)), other),
                )
            )
        content += b"ET\n"
        y -= dice.choice((0, 0, 3, 6, 9, 12, 13.5, 20, 40, -15))
    return content


@pytest.mark.parametrize("tagged", [True, False])
def test_any_placing_is_read_alike(tagged: bool) -> None:
    """What is a word, a line and a paragraph is told by places alone: PDFium's answer is the one that users know."""
    dice = random.Random(f"placed {tagged}")
    handed_over = 0
    for number in range(200):
        data = pdf([[Line("", 700, content=pieces(dice)), Line(WORDS, 60)]], tagged=tagged)
        handed_over += refusal(data) is not None
        assert not differs(data), number
    assert handed_over < 10


def letters(dice: random.Random) -> bytes:
    """A page of little text: single letters and short words, one below or beside the other, aslant, or anywhere."""
    across, down = dice.choice(((0, 1), (0, 1), (1, 0), (1, 1), (0, -1), (0.3, 1), (0, 0)))
    size = dice.choice((6, 11, 16))
    step = size * dice.choice((0.5, 0.8, 1, 1, 1.5, 2, 2.5))
    content, x, y = b"", 200.0, 500.0
    for _ in range(dice.randint(2, 9)):
        font, word = (
            dice.choice((b"/F1", b"/F1", b"/F2")),
            dice.choice((b"a", b"H", b"a", b"-", b"Help", b"12", b"be-")),
        )
        content += b"BT %s %d Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (font, dice.choice((size, size, 8)), x, y, word)
        x, y = x + across * step, y - down * step
        if not across and not down:
            x, y = dice.uniform(60, 400), dice.uniform(100, 700)
    return content


def test_a_page_of_little_text_is_read_alike() -> None:
    dice = random.Random("letters")
    pages = [[Line("", 700, content=letters(dice))] for _ in range(400)]
    data = pdf([*pages, [Line(WORDS, 60)]], tagged=False)
    assert refusal(data) is None
    mine, other = (ofsted.parse(data, reader=reader).text.split("\f") for reader in ("ofsted", "pdfium"))
    for page, one, two in zip(pages, mine, other, strict=False):
        assert one == two, page[0].content


Objects = dict[int, bytes]


def edited(number: int, old: bytes, new: bytes) -> Callable[[Objects], None]:
    def edit(objects: Objects) -> None:
        assert old in objects[number], objects[number]
        objects[number] = objects[number].replace(old, new)

    return edit


def added(number: int, value: bytes) -> Callable[[Objects], None]:
    return lambda objects: objects.update({number: value})


def everything(*edits: Callable[[Objects], None]) -> Callable[[Objects], None]:
    def edit(objects: Objects) -> None:
        for one in edits:
            one(objects)

    return edit


def form(extra: bytes = b"", content: bytes = SHOWN) -> Callable[[Objects], None]:
    """The page has a form X with this content."""
    head = b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]%s/Length %d>>\nstream\n" % (extra, len(content))
    return everything(
        edited(20, b"/Resources<<", b"/Resources<</XObject<</X 90 0 R>>"), added(90, head + content + b"\nendstream")
    )


def state(dict_: bytes) -> Callable[[Objects], None]:
    return edited(20, b"/Resources<<", b"/Resources<</ExtGState<</G %s>>/Properties<</M <</A 1>>>>" % dict_)


def table(lines: bytes) -> Callable[[Objects], None]:
    """The font with two bytes a character says this of them."""
    data = b"/CMapName /A def 1 begincodespacerange <0000> <FFFF> endcodespacerange " + lines
    return added(11, b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data))


X, G = b"/X Do\n", b"/G gs " + SHOWN
WIDE = b"BT /F3 11 Tf 72 700 Td <000A000B000C> Tj ET\n"
TWICE = b"BT /F3 11 Tf 72 700 Td <000A000A> Tj ET\n"
# What is changed in a file of one page, the content of one of its lines, and why it is handed over; None: it is read.
FILES: dict[str, tuple[Callable[[Objects], None], bytes, str | None]] = {
    "a form": (form(), X, None),
    "a form with a matrix": (form(b"/Matrix[1 0 0 1 20 -9]"), b"q 1 0 0 1 3 4 cm /X Do Q\n", None),
    "a form scaled": (form(b"/Matrix[.5 0 0 .5 0 350]"), X + SHOWN, None),
    "a form with a small box": (form(b"/BBox[0 0 90 842]"), X, "twice"),
    "a form with marks": (form(content=b"/Span BMC " + SHOWN + b"EMC q 9 Tc\n"), X + SHOWN, None),
    "a form with fonts of its own": (form(b"/Resources<</Font<</F1 15 0 R>>>>"), X, None),
    "a form in itself": (form(content=X), X, "holds itself"),
    "a form with an odd matrix": (form(b"/Matrix[1 0 0 1]"), X, "odd matrix"),
    "a form that is none": (edited(20, b"/Resources<<", b"/Resources<</XObject<</X 13 0 R>>"), X, "drawing"),
    "a drawing in a path": (form(), b"1 1 m /X Do\n", "within a path"),
    "an image": (form(b"/Subtype/Image"), X, "twice"),
    "a graphics state": (state(b"<</LW 4/ca 1>>"), b"1 Tr " + G, None),
    "a graphics state with a font": (state(b"<</Font[13 0 R 9]>>"), G, "with a font"),
    "a graphics state that is none": (state(b"1"), G, "with a font"),
    "named properties": (state(b"<<>>"), b"/Span /M BDC " + SHOWN + b"EMC\n", None),
    "properties that are no dictionary": (state(b"<<>>"), b"/Span 3 BDC " + SHOWN + b"EMC\n", "operands"),
    "a mark with an odd number": (state(b"<<>>"), SHOWN + b"EMC /P <</MCID -4>> BDC\n", "odd number"),
    "a page in a page": (edited(20, b"/MediaBox", b"/CropBox[50 50 500 800]/MediaBox"), SHOWN, None),
    "a page that begins elsewhere": (edited(20, b"[0 0 595 842]", b"[-20 10 575 900]"), SHOWN, None),
    "a page without a size": (edited(20, b"[0 0 595 842]", b"[0 0 0 842]"), SHOWN, "plain size"),
    "a page cropped away": (edited(20, b"/MediaBox", b"/CropBox[900 0 1000 90]/MediaBox"), SHOWN, "plain size"),
    "a page that is not turned": (edited(20, b"/MediaBox", b"/Rotate 0/MediaBox"), SHOWN, None),
    "a page that is turned": (edited(20, b"/MediaBox", b"/Rotate 90/MediaBox"), SHOWN, "turned"),
    "a page of another unit": (edited(20, b"/MediaBox", b"/UserUnit 2/MediaBox"), SHOWN, "scaled"),
    "inherited": (
        everything(edited(20, b"/MediaBox[0 0 595 842]", b""), edited(2, b"/Count", b"/MediaBox[0 0 500 842]/Count")),
        SHOWN,
        None,
    ),
    "a node of pages": (
        everything(edited(2, b"[20 0 R]", b"[91 0 R]"), added(91, b"<</Type/Pages/Count 1/Kids[20 0 R]>>")),
        SHOWN,
        None,
    ),
    "pages that are too deep": (
        everything(
            edited(2, b"[20 0 R]", b"[100 0 R]"),
            *(added(100 + n, b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (101 + n)) for n in range(39)),
            added(139, b"<</Type/Pages/Count 1/Kids[20 0 R]>>"),
        ),
        SHOWN,
        "too deep",
    ),
    "a page cropped to no height": (edited(20, b"/MediaBox", b"/CropBox[0 842 595 900]/MediaBox"), SHOWN, "plain size"),
    "pages that are no pages": (edited(2, b"/Type/Pages", b"/Type/Page"), SHOWN, "not in form"),
    "two streams": (edited(20, b"/Contents 21 0 R", b"/Contents[92 0 R 21 0 R 92 0 R]"), SHOWN, "missing"),
    "a page in two streams": (
        everything(
            edited(20, b"/Contents 21 0 R", b"/Contents[21 0 R 92 0 R]"),
            added(92, b"<</Length 4>>\nstream\nq Q \nendstream"),
        ),
        SHOWN,
        None,
    ),
    "widths that do not fit": (edited(13, b"/LastChar 255", b"/LastChar 254"), SHOWN, "widths"),
    "widths from below": (edited(13, b"/FirstChar 32", b"/FirstChar -1"), SHOWN, "widths"),
    "a width that is too wide": (edited(13, b"/Widths[500", b"/Widths[50000"), SHOWN, "odd width"),
    "a code without a width": (
        everything(edited(13, b"/FirstChar 32", b"/FirstChar 33"), edited(13, b"/Widths[500 ", b"/Widths[")),
        b"BT /F1 11 Tf 72 700 Td (Help for) Tj ET\n",
        None,
    ),
    "a font with a missing width": (
        everything(
            edited(13, b"/FirstChar 32", b"/FirstChar 33"),
            edited(13, b"/Widths[500 ", b"/Widths["),
            edited(12, b"/Flags", b"/MissingWidth 900/Flags"),
        ),
        SHOWN,
        None,
    ),
    "a bold font by its flags": (edited(12, b"/Flags 32", b"/Flags 262176"), SHOWN, None),
    "a font that is not TrueType": (edited(12, b"/FontFile2", b"/FontFile3"), SHOWN, "not TrueType"),
    "a font of another kind": (edited(13, b"/Subtype/TrueType", b"/Subtype/Type1"), SHOWN, "not TrueType"),
    "widths of a run": (edited(16, b"/W[10[500]]", b"/W[10 12 800 20[1 2 3]]"), TWICE, None),
    "widths that end too soon": (edited(16, b"/W[10[500]]", b"/W[10 12]"), WIDE, "odd width"),
    "a map of glyphs": (edited(16, b"/CIDToGIDMap/Identity", b"/CIDToGIDMap/Other"), WIDE, "map"),
    "another ordering": (edited(16, b"(Identity)", b"(Japan1)"), WIDE, "Identity-H"),
    "two descendants": (edited(16, b"/DescendantFonts[<<", b"/DescendantFonts[13 0 R<<"), WIDE, "descendant"),
    "a range of characters": (table(b"1 beginbfrange <000A> <000C> <0041> endbfrange"), WIDE, None),
    "a range of each": (table(b"1 beginbfrange <000A> <000C> [<0041> <0061> <2019>] endbfrange"), WIDE, None),
    "a range that is too short": (
        table(b"1 beginbfrange <000A> <000C> [<0041> <0061>] endbfrange"),
        WIDE,
        "not in form",
    ),
    "a range that is too long": (
        table(b"1 beginbfrange <000A> <000C> [<41> <61> <62> <63>] endbfrange"),
        WIDE,
        "odd range",
    ),
    "a range backwards": (table(b"1 beginbfrange <000C> <000A> <0041> endbfrange"), WIDE, "odd range"),
    "characters by one": (table(b"3 beginbfchar <000A> <0041> <000B> <0020> <000C> <00E9> endbfchar"), WIDE, None),
    "a character twice": (
        table(b"4 beginbfchar <000A> <0041> <000B> <42> <000C> <43> <000A> <0042> endbfchar"),
        WIDE,
        "no one plain character",
    ),
    "two characters for one": (
        table(b"3 beginbfchar <000A> <00410042> <000B> <42> <000C> <43> endbfchar"),
        WIDE,
        "no one plain character",
    ),
    "a table with an odd word": (table(b"1 beginbfchar <000A> <0041> endbfchar odd"), WIDE, "not known"),
    "a role": (edited(3, b"/Body/P", b"/H1/P/P/H2"), SHOWN, None),
    "no roles": (edited(3, b"/RoleMap<</Body/P>>", b""), SHOWN, None),
    "no numbers": (edited(3, b"/ParentTree 4 0 R", b""), SHOWN, None),
    "a document of one element": (edited(3, b"/K[5 0 R]", b"/K 5 0 R"), SHOWN, None),
    "numbers in nodes": (
        everything(
            lambda objects: objects.update({93: objects[4].replace(b"<<", b"<</Limits[0 0]")}),
            added(4, b"<</Kids[93 0 R]>>"),
        ),
        SHOWN,
        None,
    ),
    "children by dictionary": (edited(22, b"/K 0", b"/K[<</Type/MCR/MCID 0/Pg 20 0 R>>]"), SHOWN, None),
    "a child elsewhere": (edited(22, b"/K 0", b"/K<</Type/MCR/MCID 0/Pg 2 0 R>>"), SHOWN, None),
    "a child that is an object": (edited(22, b"/K 0", b"/K[<</Type/OBJR/Obj 20 0 R>> 0]"), SHOWN, None),
    "a child that is a name": (edited(22, b"/K 0", b"/K/No"), SHOWN, "odd child"),
    "a child with an odd number": (edited(22, b"/K 0", b"/K -1"), SHOWN, "odd number"),
    "an element of another page": (edited(22, b"/Pg 20 0 R", b"/Pg 2 0 R"), SHOWN, None),
    "an element without a type": (edited(22, b"/S/P", b"/T/P"), SHOWN, "without a type"),
    "an element of another parent": (edited(22, b"/P 5 0 R", b"/P 23 0 R"), SHOWN, None),
    "an element that stands nowhere": (edited(22, b"/P 5 0 R", b"/P 7"), SHOWN, "nowhere"),
    "an element within another": (
        everything(
            edited(5, b"22 0 R 23 0 R", b"22 0 R"),
            edited(22, b"/K 0", b"/K[0 23 0 R]"),
            edited(23, b"/P 5", b"/P 22"),
        ),
        SHOWN,
        None,
    ),
    "numbers within themselves": (added(4, b"<</Kids[4 0 R]>>"), SHOWN, "numbers"),
    "parents that are no elements": (edited(4, b"[22 0 R", b"[7"), SHOWN, "names no elements"),
    "filters in a row": (edited(11, b"/Filter/FlateDecode", b"/Filter[/FlateDecode]"), TWICE, None),
    "two filters": (edited(21, b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]"), SHOWN, "several filters"),
    "a length elsewhere": (
        lambda objects: objects.update(
            {94: objects[21][29:].split(b">>")[0], 21: re.sub(rb"Length \d+", b"Length 94 0 R", objects[21], count=1)}
        ),
        SHOWN,
        None,
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_alike_or_handed_over(name: str) -> None:
    edit, content, why = FILES[name]
    kinds: tuple[Kept, ...] = ("table", "stream") if name != "a length elsewhere" else ("table",)
    for kept in kinds:
        data = pdf([placed(content)], kept=kept, edit=edit)
        reason = refusal(data)
        assert reason is None if why is None else why in str(reason)
        assert not differs(data)


# Advances of the fonts F4 to F8: on both sides of where what counts as a space changes with them.
ADVANCES = (290, 399, 400, 699, 800)


def fonts_of_all_widths(objects: Objects) -> None:
    """F4 to F8 are F1 with another advance for each character."""
    named, first = b"", max(objects) + 1
    for number, advance in enumerate(ADVANCES):
        widths = b" ".join([b"%d" % advance] * 224)
        objects[first + number] = re.sub(rb"/Widths\[[^]]*\]", b"/Widths[" + widths + b"]", objects[13])
        named += b"/F%d %d 0 R" % (4 + number, first + number)
    for number, value in objects.items():
        objects[number] = value.replace(b"/Font<<", b"/Font<<" + named)


def two_objects(first: bytes, second: bytes, x: float, y: float = 0) -> bytes:
    """The second begins so far from where the first does."""
    return b"BT 1 0 0 1 72 700 Tm %s Tj ET BT 1 0 0 1 %g %g Tm %s Tj ET\n" % (first, 72 + x, 700 + y, second)


def near(*limits: float, step: float = 0.25) -> list[float]:
    """Each limit, and what lies on both sides of it."""
    return [limit + side for limit in limits for side in (-step, 0, step)]


# What may stand before a hyphen: letters at the ends of their ranges, and what is none.
HYPHENATED: tuple[bytes, ...] = (
    b"well-",
    b"we-  ",
    b"-",
    b" -",
    b"1-",
    b"--",
    b"[-",
    b"@-",
    b"A-",
    b"Z-",
    b"`-",
    b"a-",
    b"z-",
    b"{-",
)
HYPHENATED += tuple(b"\\%o-" % code for code in (0xA9, 0xAA, 0xAB, 0xB4, 0xB5, 0xB6, 0xB9, 0xBA, 0xBB, 0xBF, 0xC0))
HYPHENATED += tuple(b"\\%o-" % code for code in (0xD6, 0xD7, 0xD8, 0xF6, 0xF7, 0xF8, 0xFF))
HELP, FOR, ONE, OTHER, SMALL = (
    b"/F1 16 Tf (Help)",
    b"/F1 16 Tf (for)",
    b"/F1 16 Tf (I)",
    b"/F1 16 Tf (a)",
    b"/F1 8 Tf (all)",
)
# In type of 16 points a character is 8 wide.
GRIDS = {
    "gaps": [two_objects(HELP, FOR, 32 + gap) for gap in near(-40, -34, -24, -18, -10, -2, 0, 2, 10, 24)],
    "gaps of single letters": [two_objects(ONE, OTHER, 8 + gap) for gap in near(-18, -10, -8, -2, 0, 2, 8, 10)],
    "gaps between sizes": [two_objects(HELP, SMALL, 32 + gap) for gap in near(-10, -2, 0, 1, 2, 4)]
    + [two_objects(SMALL, HELP, 12 + gap) for gap in near(-10, -2, 0, 1, 2, 4)],
    "gaps by width": [
        two_objects(b"/F%d 16 Tf (Help)" % one, b"/F%d 16 Tf (for)" % other, 64 * ADVANCES[one - 4] / 1000 + gap)
        for one in range(4, 9)
        for other in range(4, 9)
        for gap in (0, *near(16 * max(ADVANCES[one - 4], ADVANCES[other - 4]) / 1000 / 4, step=0.7), 2.4)
    ],
    "heights": [two_objects(HELP, FOR, x, y) for x in (34, 33, 20) for y in near(-14, -11, -6, -4, 0, 4, 6, 11, 14)],
    "heights of single letters": [
        two_objects(ONE, OTHER, x, y) for x in (0, 8, 9) for y in near(-11, -6, -4, 1, 4, 11)
    ],
    "heights between sizes": [two_objects(HELP, SMALL, 34, y) for y in near(-6, -4, -2, 0, 2, 4, 6)]
    + [two_objects(SMALL, HELP, 14, y) for y in near(-6, -4, -2, 0, 2, 4, 6)],
    "right to left": [two_objects(FOR, HELP, -34, y) for y in near(-8, -4, 0, 4, 8)]
    + [two_objects(SMALL, HELP, -34, y) for y in near(-8, -4, -2, 0, 2, 4, 8)],
    "hyphens": [
        two_objects(b"/F1 16 Tf (%s)" % first, b"/F1 16 Tf (%s)" % second, 8, -18)
        for first in HYPHENATED
        for second in (b"be", b"2", b"-", b" be", b"\\(", b"Be", b"0", b"9", b"/", b":", b"\\351", b"\\367")
    ],
    "a hyphen beside text": [
        two_objects(b"/F1 16 Tf (well-)", second, x) for x in (40, 44) for second in (FOR, b"/F1 16 Tf (-)")
    ],
    "kerns": [
        b"BT /F%d %d Tf %g Tc 72 700 Td [(He)%d(lp)] TJ ET\n" % (font, size, spaced, kern)
        for font, limit in ((1, 100), (4, 145), (4, 72), (6, 80), (7, 139), (8, 133))
        for size in (8, 16)
        for spaced in (0, 1, -1)
        for kern in (0, limit - 1, -limit + 1, *((-limit,) if not spaced else ()), -limit - 1, -250, -600)
    ],
    "kerns of three": [
        b"BT /F1 16 Tf %g Tc 72 700 Td [%s] TJ ET\n" % (spaced, shown)
        for spaced in (2, 1.5, 1.7, 0.001, 0.002, -0.002, -2)
        for shown in (b"(a)-40(b)", b"(ab)", b"(abc)", b"(a)-90(b)-90(c)", b"(a)200(b)", b"(a)-90( b)", b"(a )-300(b)")
    ],
    "drawn twice": [
        two_objects(shown, shown, x, y)
        for shown in (HELP, ONE, SMALL)
        for x in (0, 0.5, 1, 1.25, 3.75, 7, 7.25, 8)
        for y in (0, 0.5, 1.25, 1.5, 2, 4)
    ],
    "not the same twice": [two_objects(HELP, b"/F1 16 Tf (Held)", 0.5), two_objects(HELP, b"/F1 15 Tf (Help)", 0.5)]
    + [two_objects(HELP, b"/F1 16 Tf [(He)%d(lp)]" % kern, 0.5).replace(b"] Tj", b"] TJ") for kern in (0, -30, -600)],
    "others between": [
        two_objects(HELP, b"/F1 16 Tf (x)", 60)
        + b"BT 1 0 0 1 %d 700 Tm (y) Tj ET " % x * times
        + two_objects(HELP, FOR, 100)
        for x in (160, 200)
        for times in (1, 3, 4, 5)
    ],
    "downwards": [
        b"".join(
            b"BT /F1 16 Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (72 + shift * n, 700 - step * n, b"abcdef"[n : n + 1])
            for n in range(6)
        )
        for shift in (0, 1, 4, 8)
        for step in (8, 11, 12, 16, 32)
    ],
}


@pytest.mark.parametrize("name", GRIDS)
def test_places_on_both_sides_of_a_limit_are_read_alike(name: str) -> None:
    pages = [[Line("", 700, content=content), Line(WORDS, 60)] for content in GRIDS[name]]
    data = pdf(pages, tagged=False, edit=fonts_of_all_widths)
    assert refusal(data) is None
    mine, other = (ofsted.parse(data, reader=reader).text.split("\f") for reader in ("ofsted", "pdfium"))
    for content, one, two in zip(GRIDS[name], mine, other, strict=True):
        assert one == two, content


def in_one_paragraph(lines: list[tuple[int, str]]) -> list[str]:
    """What is read of one tagged paragraph, each line so many points below the one before."""
    content = b"BT /F1 11 Tf 72 700 Td " + b"".join(
        b"0 -%d Td (%s) Tj " % (down, text.encode()) for down, text in lines
    )
    page = [Line(WORDS, 760), Line("", 700, content=content + b"ET\n")]
    return [paragraph.text for section in ofsted.parse(pdf([page])).sections for paragraph in section.paragraphs][1:]


def test_a_blank_line_between_sentences_of_a_tagged_paragraph_begins_another() -> None:
    first, second, third = "Children are seen", "and heard by us.", "The next visit is soon."
    assert in_one_paragraph([(0, first), (13, second), (26, third), (13, "It is short.")]) == [
        f"{first} {second}",
        f"{third} It is short.",
    ]
    lines = [(0, first), (13, second), (26, third), (13, "It is short."), (26, first), (13, second)]
    assert in_one_paragraph(lines) == [f"{first} {second}", f"{third} It is short.", f"{first} {second}"]


def test_other_gaps_in_a_tagged_paragraph_part_nothing() -> None:
    first, second, third = "Children are seen", "and heard by us.", "The next visit is soon."
    assert in_one_paragraph([(0, first), (13, second), (13, third)]) == [f"{first} {second} {third}"]
    assert in_one_paragraph([(0, first), (26, second), (13, third)]) == [f"{first} {second} {third}"]
    assert in_one_paragraph([(0, first), (13, "by"), (26, "Ada Quayle.")]) == [f"{first} by Ada Quayle."]


NOTE = ["1 Ofsted made this report under its power to combine reports, in a town", "where all are seen and heard."]


def typed_note(rule: str = "_" * 23, size: float = 8, mark: str = "1 ") -> ofsted.Report:
    """A page whose tags call a footnote paragraphs, for it was typed below a rule that was typed, too."""
    page = [Line(WORDS, 760), Line(rule, 160), Line(NOTE[0].replace("1 ", mark), 120, size=size)]
    return ofsted.parse(pdf([[*page, Line(NOTE[1], 108, size=size)], [Line(WORDS, 760)]]))


def test_a_footnote_that_was_typed_below_a_rule() -> None:
    report = typed_note()
    assert [(note.mark, note.text, note.page) for note in report.footnotes] == [("1", " ".join(NOTE)[2:], 1)]
    assert not any("_" in paragraph.text or "Ofsted made" in paragraph.text for paragraph in report.paragraphs)


@pytest.mark.parametrize("odd", [{"rule": "_____"}, {"size": 11}, {"mark": ""}])
def test_what_is_no_footnote_below_a_rule(odd: dict[str, object]) -> None:
    report = typed_note(**odd)  # type: ignore[arg-type]
    assert not report.footnotes
    assert any("Ofsted made" in paragraph.text for paragraph in report.paragraphs)


def test_a_list_whose_bullets_show_nothing() -> None:
    lines = [Line("The share of those who eat at school:", 760, x=90)]
    lines += [Line("in towns is 12% (of all in the land it is 15%)", 740, x=116)]
    lines += [Line("in villages is 10% (of all in the land it is 13%)", 720, x=116), Line(WORDS, 700)]
    texts = [paragraph.text for paragraph in ofsted.parse(pdf([lines])).paragraphs]
    assert texts[:3] == [line.text for line in lines[:3]]
