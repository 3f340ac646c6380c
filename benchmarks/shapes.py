"""Texts, web pages and tagged PDFs of any size that nobody would write: one thing over and over.

Each is made to lie in wait for one loop: a search that begins anew at every line, a list that is looked through for
every entry, a table or a tree that is walked once for each of its parts. Nothing of a report is in them but its first
page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

__all__ = ["SHAPES", "Shape", "running_lines_of_one_bucket"]

COVER_LINES = (
    "Inspection of Wrexley local authority children's services",
    "Inspection dates: 1 May to 12 May 2023",
    "Lead inspector: Ada Quayle, His Majesty's Inspector",
    "The impact of leaders on social work practice with children and families\tGood",
    "The experiences and progress of children who need help and protection\tGood",
    "The experiences and progress of children in care\tGood",
    "The experiences and progress of care leavers\tGood",
    "Overall effectiveness\tGood",
)
COVER = "\n".join(COVER_LINES) + "\n\n"
RECORD = (
    "Wrexley\n\nInspection of services for children in need of help and protection, children looked after and care "
    "leavers\n\nInspection date: 1 May 2015 – 20 May 2015\n\n"
)
LETTER = (
    "12 May 2023\n\nAda Quayle\nWrexley\n\nDear Ada Quayle\n\nFocused visit to Wrexley children's services\n\n"
    "This letter summarises the findings of a focused visit to Wrexley on 1 and 2 May 2023. Inspectors looked at"
)
ROWS = "".join(f"<tr><td>{label}<td>{grade}" for label, grade in (line.split("\t") for line in COVER_LINES[3:]))
HEAD = (
    "<!doctype html><html><body><main>"
    + f"<h1>{COVER_LINES[0]}</h1><p>{COVER_LINES[1]}</p><p>{COVER_LINES[2]}</p><table>{ROWS}</table>"
)
LETTERS = str.maketrans("0123456789", "abcdefghij")


@dataclass(frozen=True)
class Shape:
    """A kind of document: `make` gives one of about so many bytes; `limit` is what refuses larger ones."""

    kind: str  # text, web page or PDF
    name: str
    make: Callable[[int], str | bytes]
    limit: str = "256 MiB of text"


def repeated(head: str, unit: str) -> Callable[[int], str]:
    """`unit` over and over."""
    return lambda size: head + unit * (size // len(unit.encode()))


def numbered(head: str, unit: str) -> Callable[[int], str]:
    """`unit` over and over, `{n}` in it a number, `{w}` a word, different each time."""

    def make(size: int) -> str:
        each = len(unit.format(n=100, w="a" * 7).encode())
        return head + "".join(unit.format(n=i % 999 + 1, w=f"{i:07d}".translate(LETTERS)) for i in range(size // each))

    return make


# ---- texts ----


def hash_of(letters: bytes, start: int = 2166136261) -> int:
    """FNV-1a, as csrc/infer/furniture.c has it."""
    for byte in letters:
        start = (start ^ byte) * 16777619 & 0xFFFFFFFF
    return start


def running_lines_of_one_bucket(number: int, bits: int = 16) -> list[str]:
    """Lines that may be running footers, each different, whose hashes agree in their last `bits` bits.

    The last bits of FNV-1a do not depend on the higher ones: a word after which they are what they were before can be
    had by search, and a line of such words, in any order, keeps its bucket.
    """
    low = (1 << bits) - 1
    start = hash_of(b"inspectionof") & low
    words: list[str] = []
    for i in count():
        word = f"{i:08d}".translate(LETTERS)
        if hash_of(word.encode(), start) & low == start:
            words.append(word)
            if len(words) == 8:
                break
    return [f"Inspection of {' '.join(words[int(digit)] for digit in f'{i:06o}')} 1" for i in range(number)]


def one_bucket(size: int) -> str:
    """Lines that agree in their hash, of about so many bytes."""
    lines = running_lines_of_one_bucket(min(size // 70, 8**6))
    return COVER + "\n".join(lines) * max(1, size // (70 * len(lines)))


# A paragraph like every other to whoever looks at one letter in seven.
ALIKE = "Leaders know their children well, and {w} the help they get is good, often quickly, everywhere.\n\n"


# A first page that is Markdown by its headings.
MARKED = f"# {COVER_LINES[0]}\n\n" + "".join(f"## {line}\n\n" for line in COVER_LINES[1:3])
MARKED += (
    "|Judgement|Grade|\n|---|---|\n" + "".join(f"|{line.replace(chr(9), '|')}|\n" for line in COVER_LINES[3:]) + "\n"
)


def levels(size: int) -> str:
    """Lists, each a level deeper than the one before for ten thousand levels, or as many as fit."""
    deepest = max(1, min(10_000, int((size * 2) ** 0.5) // 1))
    tower = "".join(f"{' ' * level}- x\n" for level in range(deepest))
    return MARKED + tower * max(1, size // len(tower))


# ---- web pages ----

WEB_LIMIT = "100,000 elements, 16 Mi characters"


def page(body: Callable[[int], str]) -> Callable[[int], bytes]:
    """A web page around a body of about so many bytes."""
    return lambda size: (HEAD + body(size)).encode()


def towers(part: str, end: str, levels: int) -> Callable[[int], str]:
    """Elements within each other, so many levels deep, with a text in each; over and over.

    The texts are as long as makes the limits of elements and of characters fall together.
    """
    tags = part.count("<")
    text = "Help is good. " * (tags * 160 // 14)
    tower = (part + text) * levels + end * levels
    return lambda size: tower * max(1, size // len(tower))


def one_tower(part: str, most: int) -> Callable[[int], str]:
    """Elements within each other, the more the larger the page."""
    text = "Help is good. " * 11
    return lambda size: (part + text) * min(most, size // len(part + text))


# ---- tagged PDFs ----


class Pdf:
    """A tagged PDF in the making: numbered objects, and pages of marked content with the elements that claim it."""

    def __init__(self) -> None:
        self.objects: list[str] = []
        self.pages: list[int] = []
        self.parents: list[str] = []
        self.top: list[int] = []
        self.waiting: list[int] = []  # elements of the page that is not there yet
        self.catalog, self.list, self.font, self.tree, self.document = (self.add("") for _ in range(5))

    def add(self, body: str) -> int:
        """A new object's number."""
        self.objects.append(body)
        return len(self.objects)

    def element(self, tag: str, parent: int, kids: str, number: int = 0) -> int:
        """A structure element of the next page, `number` where it has one already."""
        number = number or self.add("")
        self.objects[number - 1] = f"<< /S /{tag} /P {parent} 0 R /Pg PAGE 0 R /K [{kids}] >>"
        self.waiting.append(number)
        return number

    def page(self, texts: list[str], owners: list[int]) -> None:
        """A page that shows the texts below each other; the k-th is marked content k, of the element owners[k]."""
        high, wide = 14 * len(texts) + 100, max(595, 100 + 6 * max(map(len, texts)))
        shown = "\n".join(
            f"/P <</MCID {k}>> BDC BT /F 10 Tf 50 {high - 50 - 14 * k} Td ({text}) Tj ET EMC"
            for k, text in enumerate(texts)
        )
        content = self.add(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        number = self.add(
            f"<< /Type /Page /Parent {self.list} 0 R /MediaBox [0 0 {wide} {high}] /Contents {content} 0 R "
            f"/StructParents {len(self.pages)} /Resources << /Font << /F {self.font} 0 R >> >> >>"
        )
        for element in self.waiting:
            self.objects[element - 1] = self.objects[element - 1].replace("PAGE", str(number))
        self.waiting.clear()
        self.pages.append(number)
        self.parents.append("[" + " ".join(f"{owner} 0 R" for owner in owners) + "]")

    def written(self) -> bytes:
        """The file."""
        made = self.objects
        made[self.catalog - 1] = (
            f"<< /Type /Catalog /Pages {self.list} 0 R /StructTreeRoot {self.tree} 0 R /MarkInfo << /Marked true >> >>"
        )
        made[self.list - 1] = f"<< /Type /Pages /Kids [{references(self.pages)}] /Count {len(self.pages)} >>"
        made[self.font - 1] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        numbers = " ".join(f"{i} {parents}" for i, parents in enumerate(self.parents))
        made[self.tree - 1] = (
            f"<< /Type /StructTreeRoot /K [{self.document} 0 R] /ParentTree << /Nums [{numbers}] >> >>"
        )
        made[self.document - 1] = f"<< /S /Document /P {self.tree} 0 R /K [{references(self.top)}] >>"
        out, places = [b"%PDF-1.7\n"], []
        at = len(out[0])
        for number, body in enumerate(made, 1):
            places.append(at)
            out.append(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
            at += len(out[-1])
        size = len(made) + 1
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        out.append(f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n".encode())
        return b"".join([*out, f"startxref\n{at}\n%%EOF\n".encode()])


def references(numbers: list[int]) -> str:
    """Objects as an array's content."""
    return " ".join(f"{number} 0 R" for number in numbers)


def pdf(add_page: Callable[[Pdf, int], None], each: int) -> Callable[[int], bytes]:
    """As many pages, of about `each` bytes, as the size asks for; one at least."""

    def make(size: int) -> bytes:
        made = Pdf()
        cover = [made.element("P", made.document, str(k)) for k in range(len(COVER_LINES))]
        made.top += cover
        made.page([line.replace("\t", " ") for line in COVER_LINES], cover)
        for _ in range(max(1, size // each)):
            add_page(made, size)
        return made.written()

    return make


def add_table(made: Pdf, size: int) -> None:
    """A page with a table of fifty rows."""
    table, rows, texts, cells = made.add(""), [], [], []
    for k in range(50):
        row = made.add("")
        pair = [made.element("TD", row, str(2 * k + i)) for i in range(2)]
        rows.append(made.element("TR", table, references(pair), row))
        texts += ["Help for children is good", "Good"]
        cells += pair
    made.top.append(made.element("Table", made.document, references(rows), table))
    made.page(texts, cells)


def add_tables_within_tables(made: Pdf, size: int) -> None:
    """A page with tables ten deep, each in a cell of the one around it: as deep as PDFium follows them."""
    chain = [made.add("") for _ in range(30)]
    texts, cells = [], []
    for depth, number in enumerate(chain):
        inner = references(chain[depth + 1 : depth + 2])
        tag = ("Table", "TR", "TD")[depth % 3]
        if tag == "TD":
            inner = f"{len(texts)} {inner}"
            texts.append(f"Help for children is good {depth}")
            cells.append(number)
        made.element(tag, chain[depth - 1] if depth else made.document, inner, number)
    made.top.append(chain[0])
    made.page(texts, cells)


def add_labels(made: Pdf, size: int) -> None:
    """One page of list items, each with words in its label."""
    texts, owners = [], []
    for k in range(min(size // 462, 60_000)):
        item = made.add("")
        pair = [made.element("Lbl", item, str(2 * k)), made.element("LBody", item, str(2 * k + 1))]
        made.top.append(made.element("LI", made.document, references(pair), item))
        texts += ["and so on", "Help for children is good"]
        owners += pair
    made.page(texts, owners)


def add_characters(made: Pdf, size: int) -> None:
    """One page of nothing but characters, a thousand in a line."""
    paragraph = made.element("P", made.document, " ".join(map(str, range(size // 1080))))
    made.top.append(paragraph)
    made.page(["Help is good. " * 72] * (size // 1080), [paragraph] * (size // 1080))


SHAPES = (
    Shape("text", "bullets", repeated(COVER, "• Children wait.\n")),
    Shape("text", "lines of one letter", repeated(COVER, "a\n")),
    Shape("text", "one line without a space", repeated("", "x")),
    Shape(
        "text", "one line of dates, grades, names", repeated(COVER, "good on 12 May 2019 in Wrexley, Ada Quayle and ")
    ),
    Shape("text", "paragraphs of one number", repeated(RECORD, "7. Children wait too long.\n\n")),
    Shape("text", "paragraphs that look alike", numbered(COVER, ALIKE)),
    Shape("text", "pages with one footer", repeated(COVER, "Help is good.\nWrexley children’s services, May 2023\n\f")),
    Shape(
        "text",
        "footnotes and their marks",
        numbered(COVER, "Help is good.{n}\n{n} A footnote that is long enough.\n\f"),
    ),
    Shape("text", "headings almost whole", repeated(RECORD, "The overall effectiveness of\n\n")),
    Shape("text", "full stops with a word behind them", lambda size: LETTER + "." * size + "x\n"),
    Shape("text", "full stops that end no sentence", repeated(LETTER, " e.g.x")),
    Shape("text", "rows of judgements", repeated(COVER, "Overall effectiveness\tGood\n")),
    Shape("text", "letters that stand twice", repeated("OOvveerraallll\n\n" + COVER, "aa ")),
    Shape("text", "ligatures and breaks", repeated(COVER, "e\ufb00e\u200bc\u00adt\u00a0\u2009")),
    Shape("text", "quoted lines", repeated("> " + COVER.replace("\n", "\n> ") + "\n", "> Children wait.\n")),
    Shape("text", "rows that wrap", repeated(COVER, "The experiences and progress of Good\n")),
    Shape("text", "footers of one hash bucket", one_bucket),
    Shape("text", "Markdown: pipes", repeated(MARKED, "|")),
    Shape("text", "Markdown: cells of one row", repeated(MARKED, "|x")),
    Shape("text", "Markdown: rows", repeated(MARKED, "|Overall effectiveness|Good|\n")),
    Shape("text", "Markdown: rows that may be, with rules", repeated(MARKED, "x | y\n--- | ---\n")),
    Shape("text", "Markdown: lists 10,000 deep", levels),
    Shape("text", "Markdown: quotations in each other", repeated(MARKED, "> ")),
    Shape("text", "Markdown: emphasis begun", repeated(MARKED, "*x _y **z ")),
    Shape("text", "Markdown: brackets", repeated(MARKED, "[")),
    Shape("text", "Markdown: brackets before one link", lambda size: MARKED + "[x" * (size // 2) + "](y)"),
    Shape("text", "Markdown: links begun", repeated(MARKED, "[x](y ")),
    Shape("text", "Markdown: comments begun", repeated(MARKED, "<!--\n")),
    Shape("text", "Markdown: comments that end", repeated(MARKED, "<!-- x -->")),
    Shape("text", "Markdown: tags begun", repeated(MARKED, "<a ")),
    Shape("text", "Markdown: cells of tags", repeated(MARKED, "<td>x")),
    Shape("text", "Markdown: tables of tags", repeated(MARKED, "<table><tr><td>x\n")),
    Shape("text", "Markdown: escapes", repeated(MARKED, "\\*")),
    Shape("text", "Markdown: page numbers", numbered(MARKED, "{n}\n\nInspection of Wrexley\n\n")),
    Shape("web page", "rows of one table", page(towers("<tr><td>", "", 1)), WEB_LIMIT),
    Shape("web page", "tables 100 deep", page(towers("<table><tr><td>", "</table>", 100)), WEB_LIMIT),
    Shape("web page", "elements 1,000 deep", page(towers("<div>", "</div>", 1000)), WEB_LIMIT),
    Shape("web page", "elements as deep as may be", page(one_tower("<div>", 9_900)), "10,000 within each other"),
    Shape("PDF", "tagged tables", pdf(add_table, 18_500), "10,000 pages"),
    Shape("PDF", "tagged tables 10 deep", pdf(add_tables_within_tables, 4_050), "10,000 pages"),
    Shape("PDF", "words in every label, one page", pdf(add_labels, 1 << 40), "131,072 pieces of a page"),
    Shape("PDF", "one page of characters", pdf(add_characters, 1 << 40), "4 Mi characters on a page"),
)
