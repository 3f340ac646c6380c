"""The fuzz targets' seed corpora and dictionary, made of the project's own samples and the core's own phrases.

    python fuzz/seeds.py FOLDER     writes FOLDER/{text,markdown,long,lines,patterns,pdf,readers,own,parts,tags}/ and
                                    FOLDER/{phrases.dict,font.object,page.objects}

PDFs are unpacked first: a byte flipped in a compressed stream says no more than that the stream is broken.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from pathlib import Path
from typing import get_args

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))

from tests import word_pdf  # noqa: E402

LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
STREAM = re.compile(rb"\s*(<<.*?>>)\s*stream\r?\n(.*)\r?\nendstream\s*\Z", re.DOTALL)
OPAQUE = (b"/FontFile", b"/Length1", b"/CIDFontType0C", b"/OpenType")  # fonts stay as they are
MOST_BYTES = 16 * 1024  # of a seed of text: longer ones make the fuzzer slow
FORM: dict[str, object] = {
    "more": {
        6: word_pdf.stream(b"BT /F1 9 Tf 72 600 Td (Help) Tj ET\n", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"),
        7: b"<</Type/ExtGState/ca 1/CA 1/BM/Normal>>",
    },
    "resources": b"/XObject<</Fm0 6 0 R>>/ExtGState<</GS0 7 0 R>>/Properties<</MC0<</MCID 1>>>>",
}  # what a small page may draw

SIGNS = [
    "# ",
    "## ",
    "**",
    "__",
    "|---|",
    "| ",
    "* ",
    "- ",
    "1. ",
    "> ",
    "```",
    "<br>",
    "<!--",
    "-->",
    "](",
    "&amp;",
    "====",
]


def main(folder: Path) -> None:
    """All of them."""
    texts = [path.read_bytes() for path in sorted((TOP / "examples").glob("*.txt"))]
    pages = [path.read_bytes() for path in sorted((TOP / "examples").glob("*.html"))]
    parts = [rows for text in texts for rows in in_thirties(text)]
    pdfs = [path.read_bytes() for path in sorted((TOP / "examples").glob("*.pdf"))]
    snippets = [b"\n".join(rows) for rows in parts]
    write(folder / "text", [*texts, *pages, *snippets, *(way(text[:400]) for text in texts for way in (as_csv, as_json))])
    write(folder / "markdown", [marked_down(rows[:i]) for rows in parts for i in (8, 30)])
    write(folder / "long", [*texts, *pages, *map(as_csv, texts), *map(as_json, texts), *(marked_down(text.splitlines()) for text in texts)])
    write(folder / "lines", [lines(text, way) for way, text in enumerate(texts)])
    write(folder / "patterns", sorted({line for text in texts for line in text.splitlines() if len(line) > 8}))
    write(folder / "pdf", [unpacked(pdf) for pdf in pdfs] + [one_page(rows) for rows in parts])
    words = [word(content) for content in word_pdf.PLACED.values()]
    write(folder / "readers", [before + after for before, _, after in words])
    write(folder / "own", small_words())
    write(folder / "parts", parts_of_pdfs())
    (folder / "page.objects").write_bytes(small([b"@@"], **FORM))
    (folder / "font.object").write_bytes(words[0][1])
    write(folder / "tags", [tags(rows) for rows in parts])
    (folder / "phrases.dict").write_bytes(b"".join(map(entry, [*phrases(), *SIGNS])))


def write(folder: Path, seeds: list[bytes]) -> None:
    """One file for each seed, numbered."""
    folder.mkdir(parents=True, exist_ok=True)
    for i, seed in enumerate(seeds):
        (folder / f"{i:03}").write_bytes(
            seed if folder.name in ("pdf", "readers", "own", "parts") else seed[:MOST_BYTES]
        )


def as_csv(text: bytes) -> bytes:
    """The text's pages as rows."""
    rows = (b'%d,"%s"\n' % (i, page.replace(b'"', b'""')) for i, page in enumerate(text.split(b"\f"), 1))
    return b"page,text\n" + b"".join(rows)


def as_json(text: bytes) -> bytes:
    """These lines as elements of a page; a row of a table as HTML beside its words."""
    elements: list[dict[str, object]] = []
    for line in text.decode(errors="replace").splitlines():
        row = "".join(f"<td>{cell}</td>" for cell in line.split("\t")) if "\t" in line else ""
        beside = {"text_as_html": f"<table><tr>{row}</tr></table>"} if row else {}
        elements.append({"type": "ListItem", "text": line, "metadata": {"page_number": 1 + len(elements) // 9, **beside}})
    return json.dumps({"elements": elements}).encode()


def lines(text: bytes, way: int) -> bytes:
    """What fuzz_lines.c reads: a byte for the way in, then lines with eight bytes before each."""
    made = bytearray([way % 8])
    for i, line in enumerate(text.replace(b"\f", b"\n").splitlines()):
        words, cells = line.strip(), line.split(b"\t")
        short = 0 < len(words) < 60 and not words.endswith(b".")
        new_page = 8 if i and i % 40 == 0 else 0
        for column, cell in enumerate(cells):
            kind = 4 if len(cells) > 1 else 3 if words.startswith((b"-", b"\xe2\x80\xa2")) else 2 if short else 1
            new_table = 3 if i % 8 == 0 and not column else 1
            table = new_table if kind == 4 else 0
            made += bytes([kind | (new_page if not column else 0), i % 2 * 4, 0x30 | 1 + i % 3, table, i % 8, column])
            made += bytes([11 if not short else 16, 72]) + cell + b"\n"
    return bytes(made)


def unpacked(pdf: bytes) -> bytes:
    """The same document with every stream but those of fonts uncompressed and with no object streams."""
    objects: dict[int, bytes] = {}
    packed: dict[int, bytes] = {}
    root = re.search(rb"/Root (\d+) 0 R", pdf)
    for number, body in OBJECT.findall(pdf):
        stream = STREAM.match(body)
        if not stream:
            objects[int(number)] = body.strip()
            continue
        head, data = stream.groups()
        if b"/FlateDecode" in head and b"/Type /XRef" not in head and not any(word in head for word in OPAQUE):
            data = zlib.decompressobj().decompress(data)
            head = re.sub(rb"/Filter\s*(?:\[\s*/FlateDecode\s*\]|/FlateDecode)", b"", head)
        if re.search(rb"/Type\s*/ObjStm", head):
            packed.update(members(head, data))
        elif not re.search(rb"/Type\s*/XRef", head):
            head = re.sub(rb"/Length \d+", b"/Length %d" % len(data), head, count=1)
            objects[int(number)] = head + b"\nstream\n" + data + b"\nendstream"
    return joined({**packed, **objects}, int(root[1]) if root else 1)


def members(head: bytes, data: bytes) -> dict[int, bytes]:
    """The objects of an object stream, by number."""
    first = int(re.search(rb"/First (\d+)", head)[1])  # type: ignore[index]
    table = [int(word) for word in data[:first].split()]
    numbers, offsets = table[::2], [*table[1::2], len(data) - first]
    return {n: data[first + a : first + b].strip() for n, a, b in zip(numbers, offsets, offsets[1:], strict=False)}


def joined(objects: dict[int, bytes], root: int) -> bytes:
    """Without a table of places: PDFium looks for the objects, so that a mutation may change their length."""
    made = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in sorted(objects.items()))
    return b"%%PDF-1.7\n%strailer\n<</Size %d /Root %d 0 R>>\n%%%%EOF\n" % (made, max(objects) + 1, root)


def one_page(rows: list[bytes]) -> bytes:
    """A tagged page in a font that need not be embedded: small, so that a mutation is seldom in the font."""
    drawn: list[bytes] = []
    elements = [b"<</S /Table /P 5 0 R /K ["]  # objects 6, 7, ...; the page's rows are in one table
    parents: list[bytes] = []  # by marked content
    tops: list[bytes] = []
    for i, row in enumerate(rows):
        words = re.sub(rb"[()\\\x80-\xff]", b"", row).strip()
        kind, inner, size = kind_of(words, row)
        top = 6 + len(elements)
        elements.append(b"<</S /%s /P %d 0 R /Pg 3 0 R /K [" % (kind, 6 if kind == b"TR" else 5))
        for column, cell in enumerate(words.split(b"\t")):
            leaf = b"%d" % len(parents)
            drawn.append(
                b"/%s <</MCID %s>> BDC BT /F1 %d Tf %d %d Td (%s) Tj ET EMC"
                % (kind, leaf, size, 72 + 200 * column, 800 - 24 * i, cell)
            )
            if inner:
                leaf = b"%d 0 R" % (6 + len(elements))
                elements.append(b"<</S /%s /P %d 0 R /Pg 3 0 R /K %d>>" % (inner, top, len(parents)))
            parents.append(b"%d 0 R" % (5 + len(elements)))
            elements[top - 6] += b" " + leaf
        elements[top - 6] += b"]>>"
        if kind == b"TR":
            elements[0] += b" %d 0 R" % top
            top = 6
        if not tops or tops[-1] != b"%d 0 R" % top:
            tops.append(b"%d 0 R" % top)
    elements[0] += b"]>>"
    page = b"\n".join(drawn)
    objects = [
        b"<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /StructTreeRoot 5 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0 "
        b"/Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(page), page),
        b"<</Type /StructTreeRoot /K [%s] /ParentTree <</Nums [0 [%s]]>>>>" % (b" ".join(tops), b" ".join(parents)),
        *elements,
    ]
    return joined(dict(enumerate(objects, start=1)), 1)


def word(content: bytes) -> tuple[bytes, bytes, bytes]:
    """What fuzz_readers.c reads: a page as Word makes it, with text placed in some way of its own; its font apart."""
    words = "Children are seen and heard by people whom they trust."  # as a heading, too, within the page
    rows = [word_pdf.Line(words, 760, tag="H1", size=16), word_pdf.Line("1. " + words, 740, tag="LI")]
    odd = word_pdf.Line("", 700, tag="TD", content=content)
    made = word_pdf.unpacked([[*rows, odd, word_pdf.Line(words, 600, bold=True)]])
    first, end = made.index(b"\n10 0 obj"), made.index(b"\n11 0 obj")
    return made[:first], made[first:end], made[end:]


def small_words() -> list[bytes]:
    """What fuzz_own.c reads: pages with little on them, one for each way of placing text and for forms and marks."""
    drawn = b"/Fm0 Do /GS0 gs q 1 0 0 1 0 9 cm /Fm0 Do Q\n"
    contents = [[content] for content in word_pdf.PLACED.values()]
    made = [small(rows) for rows in contents]
    made += [small([drawn], **FORM), small([b"/P /MC0 BDC BT /F1 9 Tf 72 700 Td (a) Tj ET EMC\n"], **FORM)]
    made += [small(contents[0], tagged=False), small(contents[0], page_entries=b"/CropBox[10 10 500 800]/Rotate 0")]
    return [*made, *(re.sub(rb"\A%PDF-1.7", b"%%PDF-1.%d" % way, one) for way in range(3, 7) for one in made[:8])]


def small(contents: list[bytes], **how: object) -> bytes:
    """A page with a heading and these, and two fonts; the one with single bytes has widths for its letters alone."""
    rows = [word_pdf.Line("Help for all of those who ask for it", 760, tag="H1", size=16)]
    rows += [word_pdf.Line("", 700, tag="TD", content=content.replace(b"/F2", b"/F1")) for content in contents]
    made = word_pdf.unpacked([rows], **how)
    made = re.sub(rb"\n(?:10|14|15) 0 obj\n.*?\nendobj(?=\n)", b"", made, flags=re.DOTALL).replace(b"/F2 15 0 R", b"")
    return re.sub(
        rb"LastChar 255/Widths\[((?:\d+ ){90}\d+)[ \d]*\]/FontDescriptor 14",
        rb"LastChar 122/Widths[\1]/FontDescriptor 12",
        made,
    )


def parts_of_pdfs() -> list[bytes]:
    """What fuzz_parts.c reads: a byte for the part, then its own bytes."""
    values = [b"<</A[1 -2.5 .5 +7(a(b)\\n\\101)<48 6>]/B#20c true/D null/E 3 0 R>> q 0.5 g", b"[[[]]<<>>(\\\r\n)]"]
    objects = {1: b"<</Type/Catalog>>", 2: b"[1 0 R]", 3: b"(a)", 4: word_pdf.stream(b"0 g")}
    places = [word_pdf.written(objects, kept) for kept in get_args(word_pdf.Kept)]
    flate, rows = b"<</Filter/FlateDecode", b"\2\1\0\0\7\0\2\0\0\1\1\0"
    streams = [b"<<>>\n", flate + b"/DecodeParms<</Predictor 12/Columns 5>>>>\n" + rows, flate + b"/Length1 90>>\n" * 9]
    tables = [b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <0A> <2019> <0B> <0020> endbfchar"]
    tables += [b"/A /B def 2 beginbfrange <0000> <0009> <0041> <0010> <0012> [<0041> <0042> <00430044>] endbfrange"]
    fonts = [word_pdf.make_font(codes=range(32, 44))]
    contents = [*word_pdf.PLACED.values(), b"/Fm0 Do /GS0 gs /P /MC0 BDC EMC", b"0 0 m 1 1 2 2 3 3 c W* n 1 0 0 rg 0 g"]
    made = enumerate([values, places, streams, tables, fonts, contents])
    return [bytes([part + 8 * way]) + one for part, each in made for i, one in enumerate(each) for way in {0, i % 4}]


def marked_down(rows: list[bytes]) -> bytes:
    """These lines in Markdown, with each of its signs somewhere."""
    made = []
    for i, row in enumerate(rows):
        words, cells = row.strip(), row.strip().split(b"\t")
        if len(cells) > 1:
            line = b"| " + b" | ".join(cells) + b" |" + (b"\n|---|:--|" if i % 2 else b"")
        elif words.startswith((b"-", b"\xe2\x80\xa2")):
            line = (b"* ", b"- ", b"1. ")[i % 3] + words.lstrip(b"-\xe2\x80\xa2 ")
        elif len(words) < 60 and not words.endswith(b"."):
            line = (b"# " + words, b"**" + words + b"**", words + b"\n----")[i % 3]
        else:
            line = (words, b"*" + words + b"*", b"[" + words + b"](#a)", words + b"<br>&amp;\\*")[i % 4]
        made.append(line)
    return b"\n\n".join(made)


def tags(rows: list[bytes]) -> bytes:
    """What fuzz_tags.c reads: flags; then of one page flags, height, elements, the root's kids and the objects."""
    names = [b"P", b"H1", b"H2", b"L", b"LI", b"Lbl", b"LBody", b"Table", b"TR", b"TD"]  # as there
    elements = [bytes([names.index(b"Table"), 0])]  # the page's rows are in the first
    drawn: list[bytes] = []
    tops = bytearray()
    for i, row in enumerate(rows):
        words = re.sub(rb"[\x80-\xff]", b"", row).strip()
        kind, inner, size = kind_of(words, row)
        kids = bytearray()
        cells = [b"-", words.lstrip(b"- ")] if kind == b"LI" else words.split(b"\t")
        for column, cell in enumerate(cells):
            content = len(drawn) % 64
            drawn.append(bytes([content, 4 if size > 11 else 0, 20 + 60 * column, 230 - 7 * i]) + cell + b"\n")
            if inner:
                kids.append(0x80 + len(elements))
                is_label = kind == b"LI" and not column
                elements.append(bytes([names.index(b"Lbl" if is_label else inner), 1, content]))
            else:
                kids.append(content)
        top = 0x80 + len(elements)
        elements.append(bytes([names.index(kind), len(kids)]) + kids)
        if kind == b"TR":
            elements[0] = bytes([elements[0][0], elements[0][1] + 1]) + elements[0][2:] + bytes([top])
            top = 0x80
        if top not in tops:
            tops.append(top)
    return bytes([0, 0, 239, len(elements)]) + b"".join([*elements, bytes([len(tops)]), tops, *drawn])


def kind_of(words: bytes, row: bytes) -> tuple[bytes, bytes, int]:
    """A line's element, the one within it and the size of its letters."""
    if b"\t" in words:
        return b"TR", b"TD", 11
    if row.lstrip().startswith((b"-", b"\xe2\x80\xa2")):
        return b"LI", b"LBody", 11
    return (b"H1", b"", 14) if len(words) < 60 and not words.endswith(b".") else (b"P", b"", 11)


def in_thirties(text: bytes) -> list[list[bytes]]:
    """Its first ninety printed lines, thirty at a time."""
    rows = [row for row in text.replace(b"\f", b"\n").split(b"\n") if row.strip()]
    return [rows[i : i + 30] for i in range(0, min(len(rows), 90), 30)]


def phrases() -> list[str]:
    """The words between quotation marks in the core: frameworks' phrases, labels, months, grades."""
    found = set()
    for path in sorted((TOP / "csrc").rglob("*.c")):
        for line in path.read_text("utf-8").splitlines():
            if not line.lstrip().startswith(("#", "/*", "*")):
                found.update(LITERAL.findall(line))
    return sorted(phrase for phrase in found if 2 < len(phrase) <= 60 and "\\" not in phrase and "%" not in phrase)


def entry(phrase: str) -> bytes:
    """A line of the dictionary."""
    return b'"' + phrase.rstrip("$").encode("ascii", "ignore") + b'"\n'


if __name__ == "__main__":
    main(Path(sys.argv[1]))
