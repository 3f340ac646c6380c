"""PDFs of the kind that Word makes of a report: tagged, Flate, TrueType embedded, WinAnsi; objects kept in each way.

The font is made here, too: every character is a box, a space is empty. What the pages say is for the caller to give.
Run as a program it makes the documents that the core's own tests read, in tests/core/word.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

__all__ = ["PLACED", "Kept", "Line", "make_font", "of_text", "pdf", "stream", "unpacked", "written"]

Kept = Literal["table", "stream", "hybrid", "update"]

UNITS, ADVANCE = 1000, 500
CODES = [code for code in range(32, 256) if code not in (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xA0, 0xAD)]
CHARACTERS = {bytes([code]).decode("cp1252"): code for code in CODES}
QUOTE_GLYPH = 10

# Text put on a page in one way or another, at its height of 700 points.
PLACED = {
    "kerned": b"BT /F1 11 Tf 1 0 0 1 72 700 Tm [(Hel)-12(p )4(for )-300(child)7(ren)] TJ ET\n",
    "a gap inside": b"BT /F1 11 Tf 1 0 0 1 72 700 Tm [(Help)-700(for)-240(all)-260(who)] TJ ET\n",
    "spaced characters": b"BT /F1 11 Tf 2.5 Tc 1 0 0 1 72 700 Tm [(Help f)3(or)] TJ 0 Tc ET\n",
    "spaced words": b"BT /F1 11 Tf 4 Tw 1 0 0 1 72 700 Tm [(Help for all)] TJ 0 Tw ET\n",
    "two objects apart": b"BT /F1 11 Tf 72 700 Td (Help) Tj 26 0 Td (for) Tj 17 0 Td (all) Tj ET\n",
    "from right to left": b"BT /F1 11 Tf 1 0 0 1 150 700 Tm (all) Tj 1 0 0 1 72 700 Tm (Help for) Tj ET\n",
    "raised": b"BT /F1 11 Tf 72 700 Td (Help) Tj /F1 6 Tf 22 5 Td (12) Tj ET\n",
    "a number before the first string": b"BT /F1 11 Tf 72 700 Td [-2000 (Help) 500] TJ (for) Tj ET\n",
    "two bytes a character": b"BT /F1 9 Tf 72 700 Td (one) Tj /F3 9 Tf 13.5 0 Td <000A> Tj /F1 9 Tf 5 0 Td (s) Tj ET\n",
    "drawn twice": b"BT /F1 11 Tf 72 700 Td (Help for all) Tj 0.2 0 Td (Help for all) Tj ET\n",
    "drawn twice, moved elsewhere": b"BT /F1 11 Tf 72 700 Td [(Help f)3(or all)] TJ 0 0 Td [(Help)3( for all)] TJ ET\n",
    "slanted": b"BT /F1 11 Tf 1 0 0.333 1 72 700 Tm (Help for all) Tj ET\n",
    "stroked": b"BT /F1 11 Tf 2 Tr 0.4 w 72 700 Td (Help for all) Tj ET\n",
    "not shown": b"BT /F1 11 Tf 3 Tr 72 700 Td (Help for all) Tj ET\n",
    "tiny": b"BT /F1 1 Tf 72 700 Td (Help for all) Tj ET\n",
    "scaled": b"q 0.5 0 0 0.5 10 20 cm BT /F1 22 Tf 124 1360 Td (Help for all) Tj ET Q\n",
    "hyphen at the end": b"BT /F1 11 Tf 72 700 Td (well-) Tj 0 -13 Td (attended) Tj 0 -13 Td (schools) Tj ET\n",
    "leading": b"BT /F1 11 Tf 13 TL 72 700 Td (Help) Tj T* (for all) Tj 0 -14 TD (who ask) Tj T* (us) Tj ET\n",
    "escapes": b"BT /F1 11 Tf 72 700 Td (\\(Help\\) \\101 \\\\ \\226 x) Tj <48 65 6C70> Tj ET\n",
    "only spaces": b"BT /F1 11 Tf 72 700 Td (   ) Tj ( ) Tj ET\n",
    "clipped": b"q 60 300 200 20 re W n BT /F1 11 Tf 72 700 Td (Help for all) Tj ET Q\n",
    "a path": b"0 0 m 10 0 l 10 10 l h S\n1 2 3 4 re f\nBT /F1 11 Tf 72 700 Td (Help) Tj ET\n",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it stands, how it is tagged, and its content in PDF's own operators where it is odd."""

    text: str
    y: float
    x: float = 72
    size: float = 11
    tag: str = "P"
    bold: bool = False
    content: bytes | None = None


def _table_sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    return int(sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF)


def make_font(
    other: dict[bytes, bytes] | None = None, segments_of_cmap: bytes | None = None, codes: Sequence[int] = CODES
) -> bytes:
    """A TrueType file with a glyph for every character of WinAnsi in `codes`; `other` are tables that take the place of
    its own, `segments_of_cmap` the part of that table which maps Unicode."""
    glyphs = [b"", b"", b"", b""]  # the last one is the space
    box = struct.pack(">hhhhhHH4B4h4h", 1, 50, 0, 450, 700, 3, 0, 1, 1, 1, 1, 50, 0, 400, 0, 0, 700, 0, -700)
    glyphs += [box] * (len(codes) - 1)
    glyf = b"".join(glyph + bytes(-len(glyph) % 4) for glyph in glyphs)
    offsets = [0]
    for glyph in glyphs:
        offsets.append(offsets[-1] + len(glyph) + -len(glyph) % 4)
    mapped = sorted(
        (ord(character), 3 + codes.index(CHARACTERS[character]))
        for character in CHARACTERS
        if CHARACTERS[character] in codes
    )
    segments = [(character, character, (glyph - character) & 0xFFFF) for character, glyph in mapped]
    segments.append((0xFFFF, 0xFFFF, 1))
    count = len(segments)
    starts, ends, deltas = (struct.pack(f">{count}H", *values) for values in zip(*segments, strict=True))
    subtable = struct.pack(">HHHHHHH", 4, 16 + 8 * count, 0, 2 * count, 0, 0, 0)
    subtable += ends + b"\0\0" + starts + deltas + bytes(2 * count)
    subtable = segments_of_cmap or subtable
    head = (0x10000, 0x10000, 0, 0x5F0F3CF5, 0, UNITS, 0, 0, 0, 0, 500, 700, 0, 8, 2, 1, 0)
    hhea = (0x10000, 800, -200, 0, ADVANCE, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, len(glyphs))
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 1, 12) + subtable,
        b"glyf": glyf,
        b"head": struct.pack(">IIIIHHQQhhhhHHhhh", *head),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", *hhea),
        b"hmtx": b"".join(struct.pack(">Hh", ADVANCE, 50) for _ in glyphs),
        b"loca": struct.pack(f">{len(offsets)}I", *offsets),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, len(glyphs), 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    tables |= other or {}
    begin = struct.pack(">IHHHH", 0x10000, len(tables), 128, 3, 16 * len(tables) - 128)
    at = 12 + 16 * len(tables)
    rows, bodies = b"", b""
    for name, data in sorted(tables.items()):
        rows += struct.pack(">4sIII", name, _table_sum(data), at + len(bodies), len(data))
        bodies += data + bytes(-len(data) % 4)
    return begin + rows + bodies


def _string(text: str) -> bytes:
    """A string in brackets, as Word cuts it: with numbers between pieces of words."""
    raw = bytes(CHARACTERS[character] for character in text)
    for mark in (b"\\", b"(", b")"):
        raw = raw.replace(mark, b"\\" + mark)
    return b"(" + raw + b")"


def _shown(line: Line) -> bytes:
    if line.content is not None:
        return line.content
    font = b"/F2" if line.bold else b"/F1"
    begin = b"BT\n%s %g Tf\n1 0 0 1 %g %g Tm\n0 g\n0 G\n" % (font, line.size, line.x, line.y)
    middle = len(line.text) // 2
    pieces = [line.text] if "\\" in line.text else [line.text[:middle], line.text[middle:]]
    return begin + b"[" + b"3".join(_string(piece) for piece in pieces) + b"] TJ\nET\n"


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """An object that holds these bytes, packed; `extra` stands in its dictionary."""
    packed = zlib.compress(data)
    return b"<</Filter/FlateDecode/Length %d%s>>\nstream\n" % (len(packed), extra) + packed + b"\nendstream"


def _fonts(first: int) -> tuple[dict[int, bytes], bytes]:
    """The objects of the fonts F1, F2 (bold) and F3 (two bytes a character), and their entry in the resources."""
    widths = b" ".join(b"%d" % (ADVANCE if code in CODES else 0) for code in range(32, 256))
    font = make_font()
    cmap = (
        b"/CIDInit /ProcSet findresource begin 10 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def "
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <%04X> <2019> endbfchar endcmap "
        b"CMapName currentdict /CMap defineresource pop end end" % QUOTE_GLYPH
    )
    objects = {first: stream(font, b"/Length1 %d" % len(font)), first + 1: stream(cmap)}
    descriptor = b"<</Type/FontDescriptor/FontName/%s/Flags 32/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700"
    descriptor += b"/StemV 80/FontBBox[0 -200 1000 800]/FontFile2 %d 0 R>>"
    simple = b"<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255"
    simple += b"/Widths[%s]/FontDescriptor %d 0 R>>"
    for place, name in ((2, b"ABCDEE+Boxes"), (4, b"ABCDEE+Boxes-Bold")):
        objects[first + place] = descriptor % (name, first)
        objects[first + place + 1] = simple % (name, widths, first + place)
    objects[first + 6] = (
        b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEE+Boxes/Encoding/Identity-H/ToUnicode %d 0 R/DescendantFonts[<<"
        b"/Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEE+Boxes/CIDToGIDMap/Identity/DW %d/W[%d[%d]]/CIDSystemInfo<<"
        b"/Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R>>]>>"
        % (first + 1, ADVANCE, QUOTE_GLYPH, ADVANCE, first + 2)
    )
    return objects, b"/Font<</F1 %d 0 R/F2 %d 0 R/F3 %d 0 R>>" % (first + 3, first + 5, first + 6)


def pdf(
    pages: Sequence[Sequence[Line]],
    *,
    kept: Kept = "table",
    tagged: bool = True,
    deleted: Sequence[int] = (),
    edit: Callable[[dict[int, bytes]], None] = lambda objects: None,
    more: Mapping[int, bytes] = MappingProxyType({}),
    resources: bytes = b"",
    catalog: bytes = b"",
    page_entries: bytes = b"",
    width: int = 595,
) -> bytes:
    """The document; `kept` says where its objects stand: by a table, by a stream, by a table and, in an
    update, a stream beside it, by a table with an update. The stream beside a table
    says of some that they are deleted. `edit` may change objects before they are written. `more` objects have numbers
    from 6 to 9; the others are added to the resources and the dictionary of each page, and to the catalogue."""
    fonts, found = _fonts(10)
    resources += found
    objects = {**fonts, **more}
    first = 20
    kids, elements, numbers = [], [], []
    number = first + 2 * len(pages)
    for index, lines in enumerate(pages):
        page, content = first + 2 * index, b""
        kids.append(page)
        owners = []
        for place, line in enumerate(lines):
            begin = b"/%s <</MCID %d>> BDC " % (line.tag.encode(), place) if tagged else b""
            content += (
                begin + b"q\n0 0 %d 842 re\nW* n\n" % width + _shown(line) + b"Q\n" + (b"EMC\n" if tagged else b"")
            )
            objects[number] = b"<</Type/StructElem/S/%s/P 5 0 R/K %d/Pg %d 0 R>>" % (line.tag.encode(), place, page)
            owners.append(number)
            number += 1
        elements += owners
        numbers.append(b"%d [%s]" % (index, b" ".join(b"%d 0 R" % owner for owner in owners)))
        objects[page] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d 842]/Contents %d 0 R/Resources<<%s>>/StructParents %d%s>>"
            % (width, page + 1, resources, index, page_entries)
        )
        objects[page + 1] = stream(content)
    objects[1] = b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked %s>>/StructTreeRoot 3 0 R%s>>" % (
        b"true" if tagged else b"false",
        catalog,
    )
    objects[2] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects[3] = b"<</Type/StructTreeRoot/K[5 0 R]/ParentTree 4 0 R/RoleMap<</Body/P>>>>"
    objects[4] = b"<</Nums[%s]>>" % b" ".join(numbers)
    objects[5] = b"<</Type/StructElem/S/Document/P 3 0 R/K[%s]>>" % b" ".join(b"%d 0 R" % one for one in elements)
    if not tagged:
        objects = {key: value for key, value in objects.items() if b"/StructElem" not in value}
    edit(objects)
    return written(objects, kept, deleted)


# ---- the file ----


def _body(objects: dict[int, bytes], start: int) -> tuple[bytes, dict[int, int]]:
    data, offsets = b"", {}
    for number, value in sorted(objects.items()):
        offsets[number] = start + len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    return data, offsets


def _table(offsets: dict[int, int]) -> bytes:
    """A subsection for each row of numbers, and the head of the list of free objects."""
    if not offsets:
        return b"xref\n0 0\n"
    rows = {0: b"0000000000 65535 f\r\n", **{n: b"%010d 00000 n\r\n" % at for n, at in offsets.items()}}
    data, numbers = b"xref\n", sorted(rows)
    while numbers:
        run = 1
        while run < len(numbers) and numbers[run] == numbers[0] + run:
            run += 1
        data += b"%d %d\n" % (numbers[0], run) + b"".join(rows[n] for n in numbers[:run])
        del numbers[:run]
    return data


def _packed(objects: dict[int, bytes], number: int) -> bytes:
    """An object stream with these."""
    head, body = b"", b""
    for key, value in sorted(objects.items()):
        head += b"%d %d " % (key, len(body))
        body += value + b" "
    return stream(head + body, b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)))


def _xref_stream(
    offsets: dict[int, int], packed: Sequence[int], deleted: Sequence[int], holder: int, number: int, extra: bytes
) -> bytes:
    """Rows told by their difference from the one above, as Word writes them."""
    rows = {n: (1, at, 0) for n, at in offsets.items()} | {n: (2, holder, i) for i, n in enumerate(sorted(packed))}
    rows |= dict.fromkeys(deleted, (0, 0, 0))
    data, above = b"", bytes(6)
    for key in sorted(rows):
        row = struct.pack(">BIB", *rows[key])
        data += b"\2" + bytes((new - old) & 0xFF for new, old in zip(row, above, strict=True))
        above = row
    index = b" ".join(b"%d 1" % key for key in sorted(rows))
    kind = b"/Type/XRef/Size %d/W[1 4 1]/Index[%s]/DecodeParms<</Predictor 12/Columns 6>>%s" % (
        number + 1,
        index,
        extra,
    )
    return stream(data, kind)


def written(objects: dict[int, bytes], kept: Kept, deleted: Sequence[int] = ()) -> bytes:
    """A file with these objects, kept in one of the ways."""
    head = b"%PDF-1.7\n%\xb5\xb5\xb5\xb5\n"
    last = max(objects)
    if kept in ("table", "update"):
        body, offsets = _body(objects, len(head))
        data = head + body
        start = len(data)
        data += _table(offsets) + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (last + 2, start)
        if kept == "table":
            return data
        again, moved = _body({1: objects[1], last + 1: b"(new)"}, len(data))
        data += again
        trailer = b"trailer\n<</Size %d/Root 1 0 R/Prev %d>>\n" % (last + 2, start)
        return data + _table(moved) + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(data))
    packed = {key: value for key, value in objects.items() if b"stream" not in value and key > 2}
    holder, number = last + 1, last + 2
    plain = {key: value for key, value in objects.items() if key not in packed}
    plain[holder] = _packed(packed, holder)
    body, offsets = _body(plain, len(head))
    data = head + body
    start = len(data)
    extra = b"/Root 1 0 R"
    listed = {number: start, **offsets} if kept == "stream" else {}
    beside = _xref_stream(listed, list(packed), deleted, holder, number, extra)
    data += b"%d 0 obj\n%s\nendobj\n" % (number, beside)
    if kept == "stream":
        return data + b"startxref\n%d\n%%%%EOF\n" % start
    older = len(data)
    size = b"/Size %d/Root 1 0 R" % (number + 1)
    data += _table({**offsets, number: start}) + b"trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, older)
    trailer = b"trailer\n<<%s/Prev %d/XRefStm %d>>\n" % (size, older, start)
    return data + _table({}) + trailer + b"startxref\n%d\n%%%%EOF\n" % len(data)


def unpacked(pages: Sequence[Sequence[Line]], **how: object) -> bytes:
    """The objects alone, streams as they are and their lengths in six digits: what the fuzzer changes and completes."""
    data = pdf(pages, **how)  # type: ignore[arg-type]
    data = data[: data.rindex(b"xref\n", 0, data.rindex(b"trailer"))]

    def plain(found: re.Match[bytes]) -> bytes:
        raw = zlib.decompress(found[3])
        return b"<</Length %06d%s>>\nstream\n" % (len(raw), found[2]) + raw + b"\nendstream"

    return re.sub(rb"<</Filter/FlateDecode/Length (\d+)(.*?)>>\nstream\n(.*?)\nendstream", plain, data, flags=re.DOTALL)


def of_text(text: str, **how: object) -> bytes:
    """A report's text as a document: form feeds are pages, lines are paragraphs in 9 points, on wide pages."""
    pages = []
    for page in text.split("\f"):
        rows = [row.strip() for row in page.split("\n")]
        known = ["".join(c if c in CHARACTERS else "-" for c in row) for row in rows]
        lines = [Line(row, 800 - 11.5 * place, size=9) for place, row in enumerate(known) if row]
        pages.append(lines[:64])
    return pdf(pages, width=5950, **how)  # type: ignore[arg-type]


def _for_the_core() -> None:
    folder = Path(__file__).parent / "core" / "word"
    words = "Children are seen and heard by people whom they know well and trust."
    pages = [
        [
            Line("Inspection of Norbury Vale local authority children's services", 780, size=16, bold=True, tag="H1"),
            Line("1. " + words, 740, tag="LI"),
            Line(
                "",
                720,
                content=b"BT /F1 11 Tf 1 0 0 1 72 720 Tm [(Help)-700(for)] TJ 52 0 Td (all \\(\\101\\)) Tj ET\n",
            ),
            Line("", 700, content=b"BT /F3 11 Tf 72 700 Td <000A> Tj /F1 6 Tf 6 4 Td (2) Tj ET\n"),
        ],
        [
            Line("Overall effectiveness", 700, tag="TD"),
            Line(
                "Good",
                700,
                x=300,
                tag="TD",
                content=b"q 290 690 200 30 re W n BT /F2 11 Tf 300 700 Td (Good) Tj ET Q\n",
            ),
            Line(words, 600),
        ],
    ]
    for kept in get_args(Kept):
        (folder / f"{kept}.pdf").write_bytes(pdf(pages, kept=kept))


if __name__ == "__main__":
    _for_the_core()
