"""The two readers of PDFs are one to a user: the same report, or the first hands the file over and says why."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.sources.contents import Reader
from tests.conftest import EXAMPLES, minimal_pdf
from tests.corpus import score
from tests.word_pdf import PLACED, Line, make_font, of_text, pdf, stream

TEXT = (EXAMPLES / "ilacs-2024.txt").read_text(encoding="utf-8")
WORDS = "Children are seen and heard by people whom they know well and trust."


def outcome(read: Callable[[], ofsted.Report]) -> Any:
    """What a user gets: the text and all that was read of it, or the kind of error."""
    try:
        report = read()
    except ofsted.OfstedError as error:
        return type(error)
    tree = report.to_dict()
    del tree["source"]
    return report.text, tree


def refusal(data: bytes) -> str | None:
    """What the first reader does not know in a file; None where it reads it or says that it holds no report."""
    try:
        ofsted.parse(data, reader="ofsted")
    except ofsted.UnfamiliarFileError as error:
        return error.reason
    except ofsted.OfstedError:
        pass
    return None


def differs(data: bytes) -> bool:
    """Whether the first reader reads a file, and reads something else than PDFium."""
    mine = outcome(lambda: ofsted.parse(data, reader="ofsted"))
    return mine is not ofsted.UnfamiliarFileError and mine != outcome(lambda: ofsted.parse(data, reader="pdfium"))


@pytest.fixture(scope="module")
def word() -> bytes:
    return of_text(TEXT)


# ---- files that the first reader knows ----


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("kept", ["table", "stream", "hybrid", "update"])
def test_a_file_as_word_makes_it_is_read_without_pdfium(kept: str, tagged: bool) -> None:
    data = of_text(TEXT, kept=kept, tagged=tagged)
    report = ofsted.parse(data)
    assert report.source.extractor == "ofsted"
    assert report.judgements["overall_effectiveness"].grade == "good"
    assert not differs(data)


@pytest.mark.parametrize("tag", ["P", "TD"])
@pytest.mark.parametrize("name", PLACED)
def test_text_is_put_together_alike(name: str, tag: str) -> None:
    odd = Line("", 700, tag=tag, content=PLACED[name])
    lines = [Line(WORDS, 760), odd, Line(WORDS, 600, bold=True), Line("1. " + WORDS, 560, tag="H1")]
    for tagged in (True, False):
        data = pdf([lines, [Line(WORDS, 700), Line("Help for all", 685, x=300)]], tagged=tagged)
        assert refusal(data) is None, name
        assert not differs(data)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.pdf")), ids=lambda path: path.stem)
def test_samples_are_read_alike_or_handed_over(path: Path) -> None:
    data = path.read_bytes()
    assert not differs(data)
    assert outcome(lambda: ofsted.parse(data)) == outcome(lambda: ofsted.parse(data, reader="pdfium"))


@pytest.mark.parametrize("size", [8, 9, 11, 14, 16])
@pytest.mark.parametrize("after", [0, 7, 20])
def test_a_gap_that_is_just_a_space_is_one_for_both(size: int, after: int) -> None:
    """Between spaced letters: single precision decides, and with it the order of operations."""
    lines = [Line(WORDS, 790)]
    for place, spacing in enumerate((0, 0.1, 0.25, 0.3, 0.5, 0.7, 1, 1.3, 1.5, 2)):
        gap = 100 - min(after, 1000 * spacing / size)
        text = b"[(He)-%.7g(l)%g(p)] TJ" % (gap, after)
        begin = b"BT /F1 %d Tf %g Tc 72 %d Td " % (size, spacing, 760 - 20 * place)
        lines.append(Line("", 760 - 20 * place, content=begin + text + b" 0 Tc ET\n"))
    data = pdf([lines], tagged=False)
    assert refusal(data) is None
    assert not differs(data)


# ---- fonts that are not embedded: each reader draws them from a font of its own ----


def without_first_font(data: bytes) -> bytes:
    """F1 and F3 are in no file; F2, the bold one, is."""
    return data.replace(b"/FontFile2", b"/FontFile9", 1)


def test_a_few_words_in_a_font_that_is_not_embedded_are_read() -> None:
    words = b"BT /F2 11 Tf 72 700 Td (Help) Tj /F1 11 Tf 22 0 Td ( for all) Tj /F2 11 Tf 44 0 Td ( children) Tj ET\n"
    lines = [Line(WORDS, 760, bold=True), Line("", 700, content=words), Line("Safe", 680), Line("Seen", 600, size=18)]
    data = without_first_font(pdf([lines]))
    assert refusal(data) is None
    assert not differs(data)
    assert "Help for all children\nSafe\nSeen" in ofsted.parse(data).text


@pytest.mark.parametrize("below", [b"24 -14 Td", b"5 -8 Td", b"-14 -14 Td"])
def test_what_stands_on_a_lower_line_is_parted_however_wide_the_font_is(below: bytes) -> None:
    words = b"BT /F1 11 Tf 72 700 Td (Help) Tj /F2 11 Tf " + below + b" (for all) Tj ET\n"
    lines = [Line(WORDS + " " + WORDS, 760, bold=True), Line("", 700, content=words), Line(WORDS, 600, bold=True)]
    data = without_first_font(pdf([lines], width=1200))
    assert refusal(data) is None
    assert not differs(data)
    assert "Help\nfor all\n" in ofsted.parse(data).text


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("name", PLACED)
def test_text_in_a_font_that_is_not_embedded_is_put_together_alike_or_handed_over(name: str, tagged: bool) -> None:
    lines = [Line(WORDS, 760, bold=True), Line("", 700, content=PLACED[name]), Line(WORDS, 600, bold=True)]
    assert not differs(without_first_font(pdf([lines], tagged=tagged)))


UNSURE = {
    "whose boxes may be apart": (b"BT /F1 24 Tf 72 700 Td (-) Tj 12 0 Td (') Tj ET\n", "order depends"),
    "raised": (b"BT /F1 11 Tf 72 700 Td (seen) Tj /F2 7 Tf 22 7 Td (a) Tj ET\n", "order depends"),
    "drawn twice": (b"BT /F1 11 Tf 72 700 Td (Help) Tj 0 0 Td (Help) Tj ET\n", "over another"),
    "that a line may end with": (b"BT /F1 11 Tf 750 700 Td (a) Tj ET\n", "line whose end"),
    "that a clip may hide": (b"q 81 600 300 200 re W n BT /F1 11 Tf 72 700 Td (Help for all) Tj ET Q\n", "clip"),
    "of capitals": (b"BT /F1 11 Tf 72 700 Td (Help) Tj ET\n", "not embedded"),
    "of two bytes a character": (b"BT /F3 11 Tf 72 700 Td <000A> Tj ET\n", "not embedded"),
    "with accents": (b"BT /F1 11 Tf 72 700 Td (Ren\\351e) Tj ET\n", "not embedded"),
}


@pytest.mark.parametrize("name", UNSURE)
def test_what_depends_on_a_font_that_is_not_embedded_is_handed_over(name: str) -> None:
    content, why = UNSURE[name]
    line = Line("", 700, content=content)
    lines = [Line(WORDS + " " + WORDS, 760, bold=True), line, Line(WORDS, 600, bold=True)]
    data = without_first_font(pdf([lines], width=1200))
    if name == "of capitals":
        data = data.replace(b"/Flags 32/ItalicAngle 0", b"/Flags 65568/Italic   0", 1)
    reason = refusal(data)
    assert reason is not None
    assert why in reason
    assert outcome(lambda: ofsted.parse(data)) == outcome(lambda: ofsted.parse(data, reader="pdfium"))


def scattered(dice: random.Random) -> bytes:
    """Words in both fonts and several sizes, beside, over and on each other."""
    words = [
        "Help",
        "for all",
        "children,",
        "(we)",
        "know:",
        "well-",
        "12.5%",
        "'trust'",
        "-",
        "Qgj1",
        "/x+y=z",
        "_",
        "*",
        "w",
    ]
    content = b"BT 72 700 Td "
    for _ in range(dice.randrange(2, 7)):
        font, size = dice.choice([1, 1, 2]), dice.choice([7, 9, 11, 11, 24])
        text = " ".join(dice.choices(words, k=dice.randrange(1, 4))).replace("(", "\\(").replace(")", "\\)")
        step = dice.choice([0, 0, 0, 0, 4, 5, -3, -12, -14, -30])
        content += b"/F%d %d Tf %d %d Td (%s) Tj " % (font, size, dice.choice([0, 5, 20, 60, 120]), step, text.encode())
    return content + b"ET\n"


def test_no_text_in_a_font_that_is_not_embedded_is_read_differently() -> None:
    dice = random.Random("scattered")
    is_read = 0
    for number in range(300):
        lines = [Line("", 700, tag=dice.choice(["P", "TD", "H1"]), content=scattered(dice))]
        data = without_first_font(pdf([[*lines, Line(WORDS, 600, bold=True)]]))
        is_read += refusal(data) is None
        assert not differs(data), number
    assert is_read > 50


# ---- text that is not seen for certain, and text that is for certain not seen ----

HELP = b"BT /F1 11 Tf 72 700 Td (Help for all) Tj ET "


def test_text_outside_its_clip_is_left_out_alike() -> None:
    content = b"q 150 600 300 200 re W n " + HELP + b"BT /F1 11 Tf 160 700 Td (is heard) Tj ET Q\n"
    data = pdf([[Line(WORDS, 760), Line("", 700, content=content), Line(WORDS, 600)]])
    assert refusal(data) is None
    assert not differs(data)
    report = ofsted.parse(data)
    assert "is heard" in report.text
    assert "Help" not in report.text


@pytest.mark.parametrize(
    "content",
    [
        b"q 128 600 300 200 re W n " + HELP + b"Q\n",  # where letters that look like it may begin
        b"q 100 600 300 200 re W n " + HELP + b"Q\n",  # cut
        b"q 150 600 300 200 re W n " + HELP + b"Q BT /F1 11 Tf 80 702 Td (seen) Tj ET\n",  # another text is there
        b"q 300 650 m 350 600 l 400 650 l 350 700 l h W n " + HELP + b"Q\n",  # no rectangle
    ],
)
def test_text_that_may_be_outside_its_clip_is_handed_over(content: bytes) -> None:
    data = pdf([[Line(WORDS, 760), Line("", 700, content=content), Line(WORDS, 600)]])
    assert "clip" in str(refusal(data))


@pytest.mark.parametrize(("left", "is_read"), [(72.0, True), (72.03, True), (72.1, False)])
def test_a_clip_may_cut_less_than_a_stroke_from_a_font_that_is_not_embedded(left: float, is_read: bool) -> None:
    content = b"q %g 600 300 200 re W n " % left + HELP + b"Q\n"
    data = without_first_font(pdf([[Line(WORDS, 760, bold=True), Line("", 700, content=content)]]))
    assert (refusal(data) is None) is is_read
    assert not differs(data)


GROUP, SOME = b"<</Type/OCG/Name(Running header)>>", b"<</Type/OCMD/OCGs 6 0 R>>"
LAYERS: dict[str, tuple[bytes, bytes, bytes, bool]] = {
    "a layer that nothing switches off": (GROUP, b"", b"", True),
    "one that says what made it": (b"<</Type/OCG/Name(A)/Usage<</CreatorInfo<</Creator(B)>>>>>>", b"", b"", True),
    "with an empty list of those that are off": (GROUP, b"/BaseState/ON/OFF[]", b"", True),
    "content of one of several": (b"<</Type/OCMD/P/AllOn/OCGs[7 0 R 7 0 R]>>", b"", b"", True),
    "off": (GROUP, b"/OFF[6 0 R]", b"", False),
    "off with all others": (GROUP, b"/BaseState/OFF", b"", False),
    "another that is off": (GROUP, b"/OFF[7 0 R]", b"", False),
    "off when it is looked at": (b"<</Type/OCG/Name(A)/Usage<</View<</ViewState/OFF>>>>>>", b"", b"", False),
    "switched by use": (GROUP, b"/AS[]", b"", False),
    "several configurations": (GROUP, b"", b"/Configs[<</OFF[6 0 R]>>]", False),
    "content that is shown where none is on": (b"<</Type/OCMD/P/AllOff/OCGs 7 0 R>>", b"", b"", False),
    "content that is shown by a rule": (b"<</Type/OCMD/OCGs 7 0 R/VE[/Not 7 0 R]>>", b"", b"", False),
}


@pytest.mark.parametrize("name", LAYERS)
def test_content_in_a_layer_is_read_where_nothing_can_switch_it_off(name: str) -> None:
    layer, configuration, more, is_read = LAYERS[name]
    data = pdf(
        [[Line(WORDS, 760), Line("", 700, content=b"/OC /Layer BDC " + HELP + b"EMC\n"), Line(WORDS, 600)]],
        more={6: layer, 7: GROUP},
        resources=b"/Properties<</Layer 6 0 R>>",
        catalog=b"/OCProperties<</OCGs[6 0 R 7 0 R]/D<<%s>>%s>>" % (configuration, more),
    )
    reason = refusal(data)
    assert (reason is None) is is_read
    assert is_read or "layer" in str(reason)
    assert outcome(lambda: ofsted.parse(data)) == outcome(lambda: ofsted.parse(data, reader="pdfium"))


@pytest.mark.parametrize("code", [0x81, 0x83, 0x92, 0x93, 0x96, 0x99, 0x9F, 0x20, 0x41, 0xA0, 0xAD, 0xB7])
def test_signs_without_a_table_of_their_characters_stand_for_themselves(code: int) -> None:
    def edit(objects: dict[int, bytes]) -> None:
        objects[16] = objects[16].replace(b"/ToUnicode 11 0 R", b"").replace(b"Boxes", b"Wingdings-Regular")

    content = b"BT /F3 11 Tf 72 700 Td <%04X> Tj /F1 11 Tf 18 0 Td (Help for all) Tj ET\n" % code
    lines = [Line(WORDS, 760), Line("", 700, content=content, tag="LI"), Line(WORDS, 600)]
    data = pdf([lines], edit=edit)
    assert (refusal(data) is None) is (code in (0x81, 0x83, 0x92, 0x99, 0x9F))
    assert not differs(data)


@pytest.mark.parametrize(("table", "is_read"), [(b"head", True), (b"glyf", False), (b"hmtx", False)])
def test_a_fonts_tables_are_what_their_sums_say_but_for_its_header(table: bytes, is_read: bool) -> None:
    def edit(objects: dict[int, bytes]) -> None:
        font = bytearray(make_font())
        font[font.index(table) + 7] ^= 1
        objects[10] = stream(bytes(font), b"/Length1 %d" % len(font))

    data = pdf([[Line(WORDS, 760)]], edit=edit)
    assert (refusal(data) is None) is is_read
    assert not differs(data)


# ---- files that it hands over ----


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """The same length, so that all else stays where it was."""
    assert len(old) == len(new)

    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new)

    return change


def with_content(content: bytes) -> Callable[[bytes], bytes]:
    return lambda _: pdf([[Line(WORDS, 760), Line("", 700, content=content), Line(WORDS, 600)]])


def without_sum(data: bytes) -> bytes:
    """The last byte of the first stream's checksum, which no reader needs to see the text."""
    end = data.index(b"\nendstream")
    return data[: end - 1] + bytes([data[end - 1] ^ 1]) + data[end:]


HANDED_OVER: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut short": (lambda data: data[:-7], "without an end"),
    "something behind the end": (lambda data: data + b"x", "without an end"),
    "something before the beginning": (lambda data: b" " + data, "does not begin as a PDF"),
    "moved objects": (lambda data: data.replace(b"\n1 0 obj", b"\n\n1 0 obj", 1), "cross-reference"),
    "a wrong number": (replaced(b"\n2 0 obj", b"\n7 0 obj"), "cross-reference"),
    "encrypted": (replaced(b"/Root 1 0 R", b"/Encrypt {} "[:11]), ""),
    "another filter": (replaced(b"/FlateDecode", b"/LZWDecode  "), "filter"),
    "a wrong checksum": (without_sum, "does not inflate"),
    "a wrong length": (lambda data: re.sub(rb"/Length (\d)(\d+)", rb"/Length 9\2", data), "stream"),
    "a comment": (replaced(b"/Type/Catalog", b"/Type%Catalog"), "comment"),
    "a key twice": (replaced(b"/MarkInfo<</Marked true>>", b"/Pages 2 0 R/Pages 2 0 R "), "twice"),
    "a turned page": (replaced(b"/MediaBox[0 0 5950 842]", b"/Rotate 90/MediaBox[0 ]"), "page"),
    "a wrong count": (replaced(b"/Count 1", b"/Count 2"), "count"),
    "another encoding": (replaced(b"/WinAnsiEncoding", b"/MacRomanEncodin"), "encoding"),
    "a font that is not embedded": (lambda data: data.replace(b"/FontFile2", b"/FontFile9"), "not embedded"),
    "an operator that is not known": (with_content(b"BT /F1 11 Tf 72 700 Td (Help) Tx ET\n"), "not known"),
    "operands that are missing": (with_content(b"BT /F1 11 Tf 72 Td (Help) Tj ET\n"), "operands"),
    "operands too many": (with_content(b"BT /F1 11 Tf 1 72 700 Td (Help) Tj ET\n"), "operands"),
    "a text of its own": (
        with_content(b"/Span <</ActualText (no)>> BDC BT /F1 9 Tf 72 700 Td (Help) Tj ET EMC\n"),
        "text",
    ),
    "turned": (with_content(b"BT /F1 11 Tf 0 1 -1 0 72 700 Tm (Help) Tj ET\n"), "turned"),
    "aslant": (with_content(b"BT /F1 11 Tf 1 0 0.6 1 72 700 Tm (Help) Tj ET\n"), "aslant"),
    "stretched": (with_content(b"BT /F1 11 Tf 80 Tz 72 700 Td (Help) Tj ET\n"), "stretched"),
    "raised by Ts": (with_content(b"BT /F1 11 Tf 4 Ts 72 700 Td (Help) Tj ET\n"), "raised"),
    "an inline image": (with_content(b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n"), ""),
    "a code without a character": (with_content(b"BT /F3 11 Tf 72 700 Td <0041> Tj ET\n"), "no one plain character"),
    "a font that is missing": (with_content(b"BT /F9 11 Tf 72 700 Td (Help) Tj ET\n"), "missing"),
    "marks that do not match": (with_content(b"EMC EMC EMC\n"), "marks"),
    "states that do not match": (with_content(b"Q Q Q\n"), "state"),
    "half a character": (with_content(b"BT /F3 11 Tf 72 700 Td <0A> Tj ET\n"), "half"),
}


@pytest.mark.parametrize("name", HANDED_OVER)
def test_what_is_not_known_for_certain_is_handed_over(name: str, word: bytes) -> None:
    change, why = HANDED_OVER[name]
    data = change(word)
    reason = refusal(data)
    assert reason is not None
    assert why in reason
    assert outcome(lambda: ofsted.parse(data)) == outcome(lambda: ofsted.parse(data, reader="pdfium"))


def test_a_stream_beside_a_table_that_deletes_what_the_table_has_is_handed_over() -> None:
    pages = [[Line(WORDS, 700)], [Line("Help for all", 685)]]
    data = pdf(pages, kept="hybrid", deleted=[23])
    assert refusal(data) is not None
    assert not differs(data)


@pytest.mark.parametrize(
    ("number", "row", "is_read"),
    [
        (0, b"0000000000 65535 f\r\n", True),
        (22, b"0000000000 65535 f\r\n", True),
        (21, b"%010d 00000 n\r\n", True),
        (22, b"%010d 00000 n\r\n", False),  # in an object stream, too
    ],
)
def test_a_table_may_have_entries_beside_a_stream_that_says_nothing_else(
    number: int, row: bytes, is_read: bool
) -> None:
    data = pdf([[Line(WORDS, 700)]], kept="hybrid")
    at = data.rindex(b"xref\n0 0\n")
    trailer = data[at + 9 : data.rindex(b"startxref")]
    data = data[:at] + b"22 0 obj\n<</Nothing 1>>\nendobj\n"
    place = data.rindex(b"\n%d 0 obj" % number) + 1 if b"%" in row else 0
    rows = b"xref\n%d 1\n" % number + (row % place if place else row)
    data += rows + trailer + b"startxref\n%d\n%%%%EOF\n" % len(data)
    assert (refusal(data) is None) is is_read
    assert outcome(lambda: ofsted.parse(data)) == outcome(lambda: ofsted.parse(data, reader="pdfium"))


def test_who_has_read_a_file_and_why_is_said(word: bytes, tmp_path: Path) -> None:
    assert ofsted.parse(word).source.extractor == "ofsted"
    assert str(ofsted.parse(word, reader="pdfium").source.extractor).startswith("pdfium ")
    path = tmp_path / "report.pdf"
    path.write_bytes(word + b"\nnot a PDF")
    extractor = str(ofsted.parse(path).source.extractor)
    assert extractor.startswith("pdfium ")
    assert extractor.endswith(": a file without an end")
    with pytest.raises(ofsted.UnfamiliarFileError, match=r"report\.pdf: .* a file without an end\. Read this PDF with"):
        ofsted.parse(path, reader="ofsted")


def test_a_scan_is_a_scan_for_both() -> None:
    data = pdf([[Line("", 700, content=b"0 0 10 10 re f\n")]])
    readers: tuple[Reader, ...] = ("auto", "ofsted", "pdfium")
    for reader in readers:
        with pytest.raises(ofsted.NoTextError):
            ofsted.parse(data, reader=reader)


def test_a_reader_that_there_is_not_is_refused(word: bytes, tmp_path: Path) -> None:
    said = "reader must be 'auto', 'ofsted' or 'pdfium', not 'acrobat'"
    with pytest.raises(ValueError, match=said):
        ofsted.parse(word, reader="acrobat")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=said):
        ofsted.read(tmp_path, reader="acrobat")  # type: ignore[arg-type]


def test_many_files_are_read_by_the_reader_that_was_asked_for(word: bytes, tmp_path: Path) -> None:
    (tmp_path / "known.pdf").write_bytes(word)
    (tmp_path / "odd.pdf").write_bytes(word + b"\nnot a PDF")
    cache = tmp_path / "cache"
    assert len(ofsted.read(tmp_path / "*.pdf", workers=1, cache=cache)) == 2
    corpus = ofsted.read(tmp_path / "*.pdf", workers=1, cache=cache, reader="ofsted")
    assert list(corpus.table("errors").column("error")) == ["UnfamiliarFileError"]
    (only,) = ofsted.read(tmp_path / "known.pdf", workers=1, cache=cache, reader="pdfium")
    assert str(only.source.extractor).startswith("pdfium ")


def test_the_command_takes_a_reader(word: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from ofsted.cli.run import main

    path = tmp_path / "odd.pdf"
    path.write_bytes(word + b"\nnot a PDF")
    assert main(["parse", "--brief", str(path)]) == 0
    assert main(["parse", "--brief", "--reader", "ofsted", str(path)]) == 1
    assert "a file without an end" in capsys.readouterr().err
    assert main(["judgements", "--reader", "ofsted", str(path)]) == 1


# ---- damaged files ----


def repacked(data: bytes, dice: random.Random) -> bytes:
    """A stream whose bytes were changed before it was packed, so that its checksum is right."""
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data))
    found = dice.choice(streams)
    end = found.end() + int(found[1])
    raw = bytearray(zlib.decompress(data[found.end() : end]))
    for _ in range(dice.randrange(1, 4)):
        at = dice.randrange(len(raw))
        raw[at : at + dice.choice([1, 1, 1, 5])] = dice.choice(
            [b"7", b" ", b"(", b"]", b"/P", bytes([dice.randrange(256)])]
        )
    packed = zlib.compress(bytes(raw))
    head = found[0].replace(b"/Length " + found[1], (b"/Length %d" % len(packed)).ljust(len(b"/Length " + found[1])))
    if len(packed) > end - found.end() or len(head) != len(found[0]):
        return data
    rest = data[end : end + 17] + b" " * (end - found.end() - len(packed)) + data[end + 17 :]
    return data[: found.start()] + head + packed + rest


def damaged(data: bytes, dice: random.Random) -> bytes:
    kind, at, raw = dice.randrange(8), dice.randrange(len(data)), bytearray(data)
    if kind == 0:
        return data[:at]
    if kind == 1:
        raw[at : at + dice.randrange(40)] = b""
    elif kind == 2:
        raw[at:at] = data[at : at + dice.randrange(60)]
    elif kind == 3:
        raw[at] ^= 1 << dice.randrange(8)
    elif kind == 4:
        other, size = dice.randrange(len(data)), dice.randrange(1, 40)
        raw[at : at + size], raw[other : other + size] = raw[other : other + size], raw[at : at + size]
    elif kind == 5:
        numbers = list(re.finditer(rb"\d+", data))
        number = dice.choice(numbers)
        raw[number.start() : number.end()] = str(dice.randrange(10 ** len(number[0]))).zfill(len(number[0])).encode()
    else:
        return repacked(data, dice)
    return bytes(raw)


@pytest.mark.parametrize("kept", ["table", "stream", "hybrid", "update"])
def test_no_damaged_file_is_read_differently(kept: str) -> None:
    sound = pdf(
        [
            [Line(WORDS, 760), Line("1. " + WORDS, 740, tag="LI"), Line("", 700, content=PLACED["kerned"])],
            [Line("Overall effectiveness", 700, tag="TD"), Line("Good", 700, x=300, tag="TD"), Line(WORDS, 600)],
            [Line("", 700, content=PLACED["two bytes a character"]), Line(WORDS, 600, bold=True)],
        ],
        kept=kept,  # type: ignore[arg-type]
    )
    dice = random.Random(f"damage {kept}")
    for number in range(150):
        data = damaged(sound, dice)
        assert not differs(data), number


# ---- the collection ----


@pytest.mark.skipif(score.shared_folder() is None, reason="no folder of real reports (OFSTED_SHARED, or ../shared)")
def test_the_whole_collection_is_read_alike() -> None:
    folder = score.shared_folder()
    assert folder is not None
    paths = sorted((folder / "corpus" / "pdf").rglob("*.pdf"))
    refused: Counter[str] = Counter()
    for path in paths:
        data = path.read_bytes()
        reason = refusal(data)
        if reason:
            refused[reason] += 1
        else:
            assert not differs(data), path
    assert refused.total() <= 0.05 * len(paths), refused


@pytest.mark.parametrize("workers", [1, 2])
def test_a_pypdfium2_that_cannot_be_used_is_one_error(tmp_path: Path, workers: int) -> None:
    """One sentence on what to install, not one bad file for each PDF; whoever needs no PDFium is read."""
    stub = tmp_path / "stub" / "pypdfium2"
    stub.mkdir(parents=True)
    (stub / "__init__.py").write_text("V_PDFIUM = '6996'\n")  # as in version 4
    (stub / "raw.py").write_text("")
    for n in range(3):
        (tmp_path / f"{n}.pdf").write_bytes(minimal_pdf(b"BT /F 12 Tf 72 700 Td (Report %d) Tj ET" % n))
    script = (
        "import ofsted, sys\n"
        "if __name__ == '__main__':\n"
        f"    files = [r'{tmp_path}/' + f'{{n}}.pdf' for n in range(3)]\n"
        "    try:\n"
        f"        ofsted.read(files, workers={workers}, reader='pdfium')\n"
        "    except ImportError as error:\n"
        "        print(error)\n"
    )
    (tmp_path / "script.py").write_text(script)
    paths = os.pathsep.join([str(stub.parent), str(Path(ofsted.__file__).parents[1])])
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "pypdfium2 5.7.1 or later" in done.stdout
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
