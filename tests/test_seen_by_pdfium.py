"""What PDFium's picture of a page shows of its text: from where on a box, a clip or a colour hides how much."""

from __future__ import annotations

import pytest

import ofsted
from tests.word_pdf import Line, pdf

WORDS = "Children are seen and heard by people whom they know well and trust."
SHOWN = b"BT /F1 16 Tf 72 700 Td (Help for) Tj ET\n"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 13 0 R>>>>"


def form(content: bytes, entries: bytes = FORM) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)


def read(content: bytes, first: float, last: float, step: float, page_entries: bytes = b"") -> str:
    """What is read with each number in place of '@', from each number on from which it is something else."""
    numbers = [first + step * n for n in range(round((last - first) / step) + 1)]
    pages = [[Line(WORDS, 60), Line("", 700, content=content.replace(b"@", b"%.4g" % number))] for number in numbers]
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    data = pdf(
        pages,
        tagged=False,
        more={
            6: image + b"\nstream\n\xff\nendstream",
            7: form(SHOWN),
            8: form(b"/X7 Do\n", FORM + b"/Matrix[1 0 0 1 0 0]"),
            9: b"<</Type/OCG/Name(off)>>",
        },
        resources=b"/XObject<</Im 6 0 R/X7 7 0 R/X8 8 0 R>>/ExtGState<</T <</ca .5>>/O <</ca .96>>/S<</BM/Screen>>>>"
        b"/Properties<</Off 9 0 R/On<<>>>>",
        catalog=b"/OCProperties<</OCGs[9 0 R]/D<</OFF[9 0 R]>>>>",
        page_entries=page_entries,
        edit=lambda objects: objects.update({8: objects[8].replace(b"/Font<<", b"/XObject<</X7 7 0 R>>/Font<<")}),
    )
    report = ofsted.parse(data, reader="pdfium")
    said: list[str] = []
    before = ""
    for number, text in zip(numbers, report.text.split("\f"), strict=True):
        now = " / ".join(line for line in text.split("\n") if line and line != WORDS)
        if not said or now != before:
            said.append(f"{number:g}: {now}".rstrip())
        before = now
    return "; ".join(said)


# Content, the numbers for '@', and what is read.
SWEEPS: list[tuple[bytes, float, float, float, str]] = [
    (
        SHOWN + b"1 g @ 690 30 40 re f\n",
        30,
        150,
        4,
        "30: Help for; 50: elp for; 58: lp for; 66: p for; 74: H for; 82: He\tfor; 90: Hel\tor; "
        "98: Help\tr; 106: Help; 114: Help f; 122: Help fo; 130: Help for",
    ),
    (SHOWN + b"1 g 60 @ 120 12 re f\n", 685, 720, 1, "685: Help for; 699:; 701: Help for"),
    (
        SHOWN + b"1 g 60 690 @ 40 re f\n",
        0,
        90,
        3,
        "0: Help for; 21: elp for; 30: lp for; 36: p for; 45: for; 60: or; 69: r; 78:",
    ),
    (SHOWN + b"0 g 60 @ 120 13 re f\n", 685, 720, 2, "685: Help for; 699:; 701: Help for"),
    (SHOWN + b"@ g 60 690 40 40 re f\n", 0, 1, 0.1, "0: p for"),
    (b"@ g " + SHOWN, 0.5, 1, 0.02, "0.5: Help for; 0.88:"),
    (b"@ @ 1 rg " + SHOWN, 0, 1, 0.1, "0: Help for; 0.9:"),
    (b"0 0 0 @ k " + SHOWN, 0, 0.5, 0.05, "0:; 0.15: Help for"),
    (b"1 Tr @ G " + SHOWN, 0.5, 1, 0.05, "0.5: Help for; 0.9:"),
    (b"2 Tr 1 g @ G " + SHOWN, 0.5, 1, 0.05, "0.5: Help for; 0.9:"),
    (
        b"0 g 60 690 @ 40 re f " + SHOWN,
        0,
        120,
        6,
        "0: Help for; 24: elp for; 30: lp for; 36: p for; 48: for; 60: or; 72: r; 78:",
    ),
    (b"0.4 g 60 690 120 40 re f @ g " + SHOWN, 0, 1, 0.05, "0: Help for; 0.3:; 0.55: Help for"),
    (b"q 100 @ 300 8 re W n " + SHOWN + b"Q\n", 680, 725, 1, "680:; 692: for; 693: p for; 709:"),
    (
        b"q @ 600 40 200 re W n " + SHOWN + b"Q\n",
        20,
        160,
        4,
        "20:; 36: H; 44: He; 52: Hel; 60: Help; 76: Help f; 80: elp f; 84: elp fo; 88: lp fo; "
        "92: lp for; 96: p for; 104: for; 120: or; 128: r; 136:",
    ),
    (b"q 60 @ m 200 @ l 130 740 l h W n " + SHOWN + b"Q\n", 680, 720, 4, "680: Help for; 712:"),
    (
        b"q 0 600 300 200 re W n @ 600 300 200 re W n " + SHOWN + b"Q\n",
        60,
        150,
        5,
        "60: Help for; 80: elp for; 90: lp for; 100: p for; 105: for; 120: or; 130: r; 140:",
    ),
    (SHOWN + b"1 G @ w 60 705 m 200 705 l S\n", 0, 24, 1, "0: Help for; 12:"),
    (SHOWN + b"1 G 9 w [@ 4] 0 d 60 705 m 200 705 l S\n", 1, 9, 2, "1: Help for"),
    (b"1 Tr 0.3 w [1 @] 0 d " + SHOWN, 1, 200, 20, "1: Help for; 21:"),
    (
        SHOWN + b"q @ 0 0 30 60 690 cm /Im Do Q\n",
        4,
        90,
        4,
        "4: Help for; 20: elp for; 28: lp for; 36: p for; 44: for; 60: or; 68: r; 76:",
    ),
    (
        b"q 1 0 0 1 @ 0 cm /X7 Do Q\n",
        -160,
        560,
        20,
        "-160:; -120: or; -100: p for; -80: elp for; -60: Help for; 480: Help f; 500: Hel; 520: H; 540:",
    ),
    (
        b"q 1 0 0 1 0 @ cm /X7 Do Q\n",
        -720,
        150,
        20,
        "-720:; -700: Help for; "
        "-640: Children are seen and heard by people whom they know well and trust.Help for; -620: Help for; 160:",
    ),
    (b"q @ 0 0 @ 0 400 cm /X7 Do Q\n", 0.1, 0.3, 0.0125, "0.1:; 0.1875: Help for"),
    (b"q 60 @ 120 20 re W n /X7 Do Q\n", 670, 730, 2, "670:; 680: Help for; 712:"),
    (b"q 60 @ 120 20 re W n /X8 Do Q\n", 670, 730, 4, "670:; 682: Help for; 714:"),
    (b"BT /F1 16 Tf 72 @ Td (Help for) Tj ET\n", -20, 10, 1, "-20:; -8: Help for"),
    (
        b"BT /F1 16 Tf @ 700 Td (Help for) Tj ET\n",
        -80,
        10,
        4,
        "-80:; -60: r; -52: or; -44: for; -28: p for; -20: lp for; -12: elp for; -4: Help for",
    ),
    (
        b"BT /F1 16 Tf @ 700 Td (Help for) Tj ET\n",
        530,
        610,
        4,
        "530: Help for; 538: Help fo; 546: Help f; 554: Help; 570: Hel; 578: He; 586: H; 594:",
    ),
    (
        b"q -1 0 0 1 @ 0 cm " + SHOWN + b"Q\n",
        60,
        180,
        8,
        "60:; 76: H; 84: He; 92: Hel; 100: Help; 116: f Help; 124: fo\tHelp; 132: for\tHelp",
    ),
    (b"/T gs @ g " + SHOWN, 0, 1, 0.1, "0: Help for; 0.8:"),
    (b"/O gs @ g " + SHOWN, 0, 1, 0.1, "0: Help for; 0.9:"),
    (b"/S gs @ g " + SHOWN, 0, 1, 0.25, "0:"),
    (b"/OC /Off BDC " + SHOWN + b"EMC BT /F1 16 Tf 72 @ Td (Help) Tj ET\n", 600, 640, 20, "600: Help"),
    (b"/OC /On BDC " + SHOWN + b"EMC BT /F1 16 Tf 72 @ Td (Help) Tj ET\n", 600, 640, 20, "600: Help for / Help"),
    (b"BT @ Tr /F1 16 Tf 72 700 Td (Help for) Tj ET\n", 0, 7, 1, "0: Help for; 3:; 4: Help for; 7:"),
    (
        b"BT /F1 16 Tf 72 700 Td [(Help)-900(for)] TJ ET 1 g @ 690 20 40 re f\n",
        60,
        140,
        4,
        "60: elp for; 68: lp for; 76: H p for; 84: He\tfor; 92: Hel\tfor; 100: Help for; 108: Help\tor; "
        "116: Help\tr; 120: Help f r; 124: Help f; 128: Help fo; 136: Help for",
    ),
    (
        SHOWN + b"BT /F1 16 Tf 72 680 Td (all who ask) Tj ET 1 g 60 @ 50 40 re f\n",
        640,
        720,
        5,
        "640: Help for / all who ask; 655: Help for / who ask; 675: for / who ask; "
        "685: for / all who ask; 705: Help for / all who ask",
    ),
    (
        b"BT /F1 @ Tf 72 700 Td (Help for) Tj ET 1 g 60 690 20 40 re f\n",
        2,
        10,
        0.5,
        "2:; 3: for; 4.5: p for; 5.5: lp for; 8.5: elp for",
    ),
    (b"BT 7 Tr /F1 16 Tf 20 @ Td (x) Tj ET 0 Tr " + SHOWN, 600, 720, 20, "600:"),
]


@pytest.mark.parametrize(("content", "first", "last", "step", "want"), SWEEPS)
def test_text_is_read_as_far_as_it_is_seen(content: bytes, first: float, last: float, step: float, want: str) -> None:
    assert read(content, first, last, step) == want


BOX = SHOWN + b"1 g @ 690 30 40 re f\n"
HIDDEN = "32: Help for; 56: elp for; 80: H for; 104: Help\tr; 128: Help fo; 152: Help for"


@pytest.mark.parametrize(
    "entries", [b"", b"/Rotate 90", b"/Rotate 180", b"/Rotate 270", b"/CropBox[20 30 560 800]", b"/UserUnit 2"]
)
def test_a_page_that_is_turned_cropped_or_scaled_is_looked_at_where_its_text_is(entries: bytes) -> None:
    assert read(BOX, 32, 152, 24, entries) == HIDDEN
