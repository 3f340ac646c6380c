"""Models of reports, drawn by Hypothesis, and printers that set them as text in the manner of several extractors.

A model is what a reader of the printed report would write down; nothing of the parser has a say in it. Hypothesis draws
the form, the facts and how much there is of everything; the words mean nothing, and come from a short list by a drawn
seed, so that no two sentences are the same.
"""

from __future__ import annotations

import csv
import datetime
import os
import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

import ofsted

SCALE = int(os.environ.get("OFSTED_EXAMPLES", "1"))


def drawn(examples: int) -> settings:
    """So many examples, the same ones each time; OFSTED_EXAMPLES=50 draws fifty times as many, and others each time."""
    return settings(
        max_examples=examples * SCALE,
        deadline=None,
        derandomize=SCALE == 1,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


WORDS = [
    "children",
    "families",
    "social",
    "workers",
    "plans",
    "care",
    "leavers",
    "support",
    "help",
    "timely",
    "homes",
    "carers",
    "practice",
    "managers",
    "review",
    "assessments",
    "visits",
    "multi-agency",
    "well-attended",
    "partners",
    "school",
    "health",
    "police",
    "supervision",
    "clear",
    "strong",
    "most",
    "some",
    "too",
    "often",
    "wishes",
    "feelings",
    "is",
    "are",
    "were",
    "has",
    "have",
    "been",
    "not",
    "always",
    "recorded",
    "understood",
    "Mr.",
    "section-47",
    "£46",
    "24%",
    "(LADO)",
    "children’s",
    "‘deal’",
    "young",
    "people,",
    "however,",
    "while",
    "that",
    "which",
    "with",
    "from",
    "quickly",
    "well",
    "good",
    "inadequate",
    "16",
    "2019",
    "Ofsted",
    "MASH",
    "CAFCASS,",
    "section 20",
    "paragraph 99",
    "e.g.",
    "NHS",
]
OPENERS = [
    "Most",
    "Some",
    "Leaders",
    "Children",
    "Social",
    "Plans",
    "Managers",
    "Too",
    "When",
    "Help",
    "Partners",
    "Since",
    "In",
    "A",
    "Young",
    "Health",
]
NAMES = ["Ada", "Bronagh", "Cuthbert", "Anne-Marie", "Rhys", "Siân", "Tom", "Ottilie"]
SURNAMES = ["Quayle", "O’Dell", "Marchbank", "Sealy", "Adair-Lund", "Pryce", "Whitlock", "Fielding"]
GRADES = {
    "Outstanding": "outstanding",
    "Good": "good",
    "Requires improvement to be good": "requires_improvement",
    "Inadequate": "inadequate",
}
SIF_GRADES = GRADES | {"Requires improvement": "requires_improvement"}
REFERENCES = (
    "outcome 1, national framework",
    "Enabler: leaders drive conditions for effective practice, national framework",
)

HELP = "The experiences and progress of children who need help and protection"
LEADERS = "The impact of leaders on social work practice with children and families"
LEADERS_2026 = "The impact of leaders on practice with children and families"
IN_CARE = "The experiences and progress of children in care"
CARE_LEAVERS = "The experiences and progress of care leavers"
BOTH = "The experiences and progress of children in care and care leavers"
OVERALL = "Overall effectiveness"
KEYS = {
    HELP: "help_and_protection",
    LEADERS: "impact_of_leaders",
    LEADERS_2026: "impact_of_leaders",
    IN_CARE: "in_care",
    CARE_LEAVERS: "care_leavers",
    BOTH: "in_care_and_care_leavers",
    OVERALL: "overall_effectiveness",
}
ILACS_ROWS = {
    4: (LEADERS, HELP, BOTH, OVERALL),
    5: (LEADERS, HELP, IN_CARE, CARE_LEAVERS, OVERALL),
    2026: (LEADERS_2026, HELP, IN_CARE, CARE_LEAVERS),
}
SIF_SECTIONS = (
    ("The experiences and progress of children who need help and protection", "help_and_protection"),
    ("The experiences and progress of children looked after and achieving permanence", "looked_after_and_permanence"),
    ("Leadership, management and governance", "leadership"),
)
SIF_SUBSECTIONS = (
    ("The graded judgement for adoption performance is that it", "adoption_performance"),
    ("The graded judgement about the experience and progress of care leavers is that it", "care_leavers"),
)
SIF_LABELS = {
    "help_and_protection": "1. Children who need help and protection",
    "looked_after_and_permanence": "2. Children looked after and achieving permanence",
    "adoption_performance": "2.1 Adoption performance",
    "care_leavers": "2.2 Experiences and progress of care leavers",
    "leadership": "3. Leadership, management and governance",
}
SIF_TITLE = "Inspection of services for children in need of help and protection, children looked after and care leavers"
BOARD = "The Local Safeguarding Children Board"
BOARD_TITLE = "Review of the effectiveness of the Local Safeguarding Children Board"
BOARD_WORDS = {
    "is outstanding": "outstanding",
    "is good": "good",
    "requires improvement": "requires_improvement",
    "is inadequate": "inadequate",
}
IMPRINT = (
    "The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects services "
    "for children."
)


@dataclass(frozen=True)
class Block:
    """One thing that is printed. `note` hangs on a footnote; its mark stands at the end of the words."""

    kind: str  # title, line, row, heading, paragraph, numbered, bullet
    text: str
    number: int = 0
    cells: tuple[str, ...] = ()
    note: str = ""


@dataclass
class Model:
    """What a reader would write down of a report, and its blocks as they are printed."""

    framework: str
    authority: str
    urn: str
    start: datetime.date
    end: datetime.date
    lead: str
    published: datetime.date | None = None
    judgements: dict[str, str] = field(default_factory=dict)
    sections: list[tuple[str, str | None]] = field(default_factory=list)
    paragraphs: list[tuple[int | None, str]] = field(default_factory=list)
    recommendations: list[tuple[str, str | None, tuple[str, ...]]] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def footer(self) -> tuple[str, str]:
        """The running footer: title and dates; a SIF prints the page's number alone."""
        return ("", "") if self.framework == "sif" else (self.blocks[0].text, period(self.start, self.end))


@dataclass(frozen=True)
class Layout:
    """How a model is printed. `lines` on a page, 0 for no pages; `width` in characters, 0 for no wrapping."""

    manner: str  # seed, wrapped, pdftotext, layout
    width: int = 0
    lines: int = 0
    footers: bool = True
    bullet: str = "■"


# Models.


def period(start: datetime.date, end: datetime.date, dash: str = "to") -> str:
    """'7 to 18 November 2022', '28 November to 9 December 2022'."""
    first = str(start.day)
    if (start.year, start.month) != (end.year, end.month):
        first += f"{start: %B}" + (f"{start: %Y}" if start.year != end.year else "")
    return f"{first} {dash} {end.day}{end: %B %Y}"


def prose(words: Random, least: int = 1, most: int = 5) -> str:
    """Sentences of words."""
    sentences = []
    for _ in range(words.randint(least, most)):
        sentence = [words.choice(OPENERS), *words.choices(WORDS, k=words.randint(4, 22))]
        if re.match(r"\W|\d|Mr", sentence[-1]) or sentence[-1].endswith((",", ".")):
            sentence.append("children")
        sentences.append(" ".join(sentence) + ".")
    return " ".join(sentences)


def noted(words: Random, notes: bool) -> str:
    """A footnote's words, or none: seldom any."""
    return prose(words, 2, 3) if notes and words.randrange(5) == 0 else ""


REGISTER = Path(ofsted.__file__).parent / "data" / "authorities.csv"
with REGISTER.open(encoding="utf-8", newline="") as file:
    AUTHORITIES = sorted((row["name"], row["urn"]) for row in csv.DictReader(file))


@st.composite
def covers(draw: st.DrawFn, framework: str, first: datetime.date, last: datetime.date) -> Model:
    """A model with the facts of its cover."""
    name, urn = draw(st.sampled_from(AUTHORITIES))
    start = draw(st.dates(first, last))
    end = start + datetime.timedelta(draw(st.integers(4, 25)))
    lead = f"{draw(st.sampled_from(NAMES))} {draw(st.sampled_from(SURNAMES))}"
    return Model(framework, name, urn, start, end, lead)


def may_have_note(text: str) -> bool:
    """Whether a footnote's mark would be one: 'section 20.1' is a number, with or without a mark."""
    return not text[-2].isdigit()


def add(model: Model, kind: str, text: str, number: int | None = None, note: str = "") -> None:
    """A paragraph: into the model and onto the page."""
    note = note if may_have_note(text) else ""
    if note:
        model.footnotes.append(note)
    model.paragraphs.append((number, text))
    model.blocks.append(Block(kind, text, number or 0, note=note))


SEEDS = st.integers(0, 2**32 - 1)


def end(model: Model) -> Model:
    """The publisher's note, with which every report ends."""
    model.blocks.append(Block("line", IMPRINT))
    return model


@st.composite
def ilacs(draw: st.DrawFn, notes: bool = True) -> Model:
    """An ILACS report: four rows, five rows, or none for the overall judgement."""
    form = draw(st.sampled_from(sorted(ILACS_ROWS)))
    words = Random(draw(SEEDS))
    days = {
        4: (datetime.date(2018, 1, 8), datetime.date(2022, 11, 30)),
        5: (datetime.date(2023, 1, 9), datetime.date(2026, 2, 27)),
        2026: (datetime.date(2026, 4, 13), datetime.date(2027, 6, 1)),
    }
    model = draw(covers("ilacs", *days[form]))
    title = f"Inspection of {model.authority} local authority children’s services"
    model.blocks = [
        Block("title", title),
        Block("line", f"Inspection dates: {period(model.start, model.end)}"),
        Block("line", f"Lead inspector: {model.lead}, Her Majesty’s Inspector"),
        Block("row", "", cells=("Judgement", "Grade")),
    ]
    printed = {}
    for label in ILACS_ROWS[form]:
        printed[label] = draw(st.sampled_from(sorted(GRADES)))
        model.judgements[KEYS[label]] = GRADES[printed[label]]
        model.blocks.append(Block("row", "", cells=(label, printed[label])))
    for _ in range(draw(st.integers(1, 3))):
        add(model, "paragraph", prose(words, 2, 5))
    model.sections.append(("What needs to improve", None))
    model.blocks.append(Block("heading", "What needs to improve?"))
    for _ in range(draw(st.integers(1, 5))):
        reference = draw(st.sampled_from((*REFERENCES, "", "")))
        text = prose(words, 1, 1).removesuffix(".") + (f". ({reference})" if reference else ".")
        model.recommendations.append((text, None, (reference,) if reference else ()))
        add(model, "bullet", text)
    number = 0
    for label in (
        *(row for row in ILACS_ROWS[form] if row not in (OVERALL, LEADERS, LEADERS_2026)),
        ILACS_ROWS[form][0],
    ):
        model.sections.append((label, GRADES[printed[label]]))
        model.blocks.append(Block("heading", f"{label}: {printed[label].lower()}"))
        for _ in range(draw(st.integers(1, 5))):
            number += 1
            add(model, "numbered", prose(words), number, noted(words, notes))
    return end(model)


def part(draw: st.DrawFn, model: Model, words: Random, heading: str, number: int) -> int:
    """An executive summary and recommendations, for `heading`; the last number so far goes in and comes out."""
    model.sections.append(("Executive summary", None))
    model.blocks.append(Block("heading", "Executive summary"))
    for _ in range(draw(st.integers(1, 3))):
        add(model, "paragraph", prose(words, 2, 5))
    model.sections.append(("Recommendations", None))
    model.blocks.append(Block("heading", "Recommendations"))
    for _ in range(draw(st.integers(1, 6))):
        number += 1
        text = prose(words, 1, 1)
        model.recommendations.append((text, heading, ()))
        add(model, "numbered", text, number)
    return number


def chapter(draw: st.DrawFn, model: Model, words: Random, number: int, notes: bool) -> int:
    """Numbered paragraphs; the last number so far goes in and comes out."""
    for _ in range(draw(st.integers(1, 4))):
        number += 1
        add(model, "numbered", prose(words), number, noted(words, notes))
    return number


@st.composite
def sif(draw: st.DrawFn, notes: bool = True) -> Model:
    """A SIF report, most of them with a review of the board."""
    model = draw(covers("sif", datetime.date(2013, 11, 5), datetime.date(2017, 11, 30)))
    words = Random(draw(SEEDS))
    model.published = model.end + datetime.timedelta(draw(st.integers(30, 90)))
    board = draw(st.sampled_from(("", *BOARD_WORDS)))
    grades = {key: draw(st.sampled_from(sorted(SIF_GRADES))) for key in SIF_LABELS}
    overall = draw(st.sampled_from(("are outstanding", "are good", "require improvement to be good", "are inadequate")))
    printed = overall.removeprefix("are ").capitalize()
    model.judgements = {"overall_effectiveness": SIF_GRADES.get(printed, "requires_improvement")}
    model.judgements |= {key: SIF_GRADES[grade] for key, grade in grades.items()}
    model.blocks = [
        Block("title", model.authority),
        Block("title", SIF_TITLE),
        *((Block("title", "and"), Block("title", BOARD_TITLE)) if board else ()),
        Block("line", f"Inspection date: {period(model.start, model.end, '–')}"),
        Block("line", f"Report published: {model.published.day}{model.published: %B %Y}"),
        Block("row", "", cells=(f"Children’s services in {model.authority} {overall}",)),
        *(Block("row", "", cells=(label, grades[key])) for key, label in SIF_LABELS.items()),
    ]
    if board:
        model.sections.append(("The local authority", None))
        model.blocks.append(Block("heading", "The local authority"))
    number = part(draw, model, words, "local authority", 0)
    for heading, key in SIF_SECTIONS:
        model.sections.append((heading, SIF_GRADES[grades[key]]))
        model.blocks.append(Block("boxed", heading, cells=(heading, grades[key])))
        number = chapter(draw, model, words, number, notes)
        for start, part_key in SIF_SUBSECTIONS if key == "looked_after_and_permanence" else ():
            verb = "" if grades[part_key].startswith("Requires") else "is "
            model.sections.append((f"{start} {verb}{grades[part_key].lower()}", SIF_GRADES[grades[part_key]]))
            model.blocks.append(Block("heading", model.sections[-1][0]))
            number = chapter(draw, model, words, number, notes)
    if board:
        model.judgements["lscb_effectiveness"] = BOARD_WORDS[board]
        for heading, grade in ((f"{BOARD} (LSCB)", None), (f"{BOARD} {board}", BOARD_WORDS[board])):
            model.sections.append((heading, grade))
            model.blocks.append(Block("heading", heading))
        number = part(draw, model, words, "LSCB", number)
        model.sections.append((f"Inspection findings – t{BOARD[1:]}", None))
        model.blocks.append(Block("heading", model.sections[-1][0]))
        chapter(draw, model, words, number, notes)
    model.sections.append(("Information about this inspection", None))
    model.blocks.append(Block("heading", "Information about this inspection"))
    add(model, "paragraph", prose(words, 2, 3))
    add(model, "paragraph", "The inspection team consisted of two of Her Majesty’s Inspectors (HMI) from Ofsted.")
    model.sections.append(("The inspection team", None))
    model.blocks.append(Block("heading", "The inspection team"))
    add(model, "paragraph", f"Lead inspector: {model.lead} HMI")
    return end(model)


# Printers.

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def mark(layout: Layout, number: int) -> str:
    """A footnote's mark: raised where the extractor keeps it so."""
    return str(number).translate(SUPERSCRIPT) if layout.manner == "seed" else str(number)


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of a text. Only spaces part lines, and no line begins with what reads as a paragraph's number."""
    if not width:
        return [first + text]
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def cells(layout: Layout, block: Block) -> list[str]:
    """A row of a table."""
    if layout.manner == "seed":
        return ["\t".join(block.cells)]
    if layout.manner == "layout" and len(block.cells) > 1:
        left = textwrap.wrap(block.cells[0], 40)
        right = textwrap.wrap(block.cells[1], 40)
        rows = max(len(left), len(right))
        left += [""] * (rows - len(left))
        right += [""] * (rows - len(right))
        return [f" {a:<50}{b}".rstrip() for a, b in zip(left, right, strict=True)]
    if layout.manner == "pdftotext":
        return [line for cell in block.cells for line in (*wrapped(cell, 40), "")]
    return ["   ".join(block.cells)]


def printed(layout: Layout, block: Block, note: int) -> list[str]:
    """The lines of one block."""
    width = layout.width
    text = block.text + (mark(layout, note) if block.note else "")
    if block.kind == "boxed":
        return (
            cells(layout, block) if layout.manner in ("layout", "seed") else [*wrapped(text, width), "", block.cells[1]]
        )
    if block.kind == "row":
        return cells(layout, block)
    if block.kind == "bullet":
        return wrapped(text, width, f"{layout.bullet} ", "  " if layout.manner == "layout" else "")
    if block.kind != "numbered":
        return wrapped(text, width)
    if layout.manner == "pdftotext":
        return [f"{block.number}.", "", *wrapped(text, width)]
    if layout.manner == "layout":
        return wrapped(text, width, f"{block.number}.".ljust(5), "     ")
    return wrapped(text, width, f"{block.number}. ")


def apart(layout: Layout, before: Block | None, block: Block) -> bool:
    """Whether a blank line stands between two blocks."""
    if before is None:
        return False
    if layout.manner == "pdftotext":
        return before.kind != "row" and {before.kind, block.kind} != {"bullet"}
    same = before.kind == block.kind
    return not (same and block.kind in ("row", "bullet", "numbered")) or (
        layout.manner == "wrapped" and same and block.kind == "numbered"
    )


class Pages:
    """Lines on pages, with footnotes and a running footer at the foot of each."""

    def __init__(self, model: Model, layout: Layout) -> None:
        self.model, self.layout = model, layout
        self.pages: list[str] = []
        self.body: list[str] = []
        self.notes: list[str] = []

    def line(self, text: str, kind: str = "") -> None:
        """One line; a full page is closed first, but not where it would end between two sentences of a paragraph.

        There text alone does not tell whether the paragraph goes on (see docs/accuracy.md), unless it is a numbered one
        and both lines are full; a table may be wider than they are, so `pdftotext -layout` has no such page ends here.
        """
        full = self.layout.lines and len(self.body) + len(self.notes) >= self.layout.lines
        between = full and text and self.body[-1].endswith((".", ":"))
        if between and kind == "numbered" and self.layout.manner != "layout":
            between = min(len(self.body[-1]) * 0.95, len(text)) < self.layout.width * 0.9
        if full and not between:
            self.close()
        if text or self.body:
            self.body.append(text)

    def close(self) -> None:
        """The page as it stands."""
        lines = list(self.body)
        if self.notes:
            lines += ["", *self.notes]
        if self.layout.footers and self.layout.lines:
            title, days = self.model.footer()
            number = str(len(self.pages) + 1)
            if self.layout.manner == "pdftotext":
                lines += ["", title, days, "", number]
            else:
                lines += ["", "", title, f"{days:<{max(self.layout.width - 4, 50)}}{number}"]
        self.pages.append("\n".join(lines) + "\n")
        self.body, self.notes = [], []


def text_of(model: Model, layout: Layout) -> str:
    """The model as an extractor would print it."""
    pages = Pages(model, layout)
    before = None
    note = 0
    for block in model.blocks:
        if apart(layout, before, block):
            pages.line("")
        if block.note:
            note += 1
        lines = printed(layout, block, note)
        if (
            layout.lines
            and block.kind in ("heading", "boxed", "row", "title")
            and layout.lines - len(pages.body) - len(pages.notes) < 8
        ):
            pages.close()  # a heading stays with what follows, as Word keeps it
        for line in lines:
            pages.line(line, block.kind)
        if block.note:
            words = wrapped(
                f"{mark(layout, note)} {block.note}", layout.width, "  " if layout.manner == "layout" else ""
            )
            if layout.lines:
                pages.notes += words
            else:
                for line in ("", *words, ""):
                    pages.line(line)
        before = block
    pages.close()
    return "\f".join(pages.pages)


@st.composite
def layouts(draw: st.DrawFn, manners: tuple[str, ...] = ("seed", "wrapped", "pdftotext", "layout")) -> Layout:
    """A manner, a width, a page."""
    manner = draw(st.sampled_from(manners))
    if manner == "seed":
        return Layout(manner, bullet=draw(st.sampled_from("-■•")))
    lines = draw(st.integers(28, 56))
    return Layout(manner, draw(st.integers(60, 100)), lines, draw(st.booleans()), draw(st.sampled_from("■•")))


# Tagged PDF.

TYPST = """#set document(title: "report")
#set page(width: 21cm, height: {height}cm, footer: context [{footer} #h(1fr) #counter(page).display()])
#set text(lang: "en")
"""


def escaped(text: str) -> str:
    """Words as a Typst string, so that nothing in them is markup."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{quoted}"'


def typst_of(model: Model, height: float = 29.7, footer: bool = True) -> str:
    """The model as a Typst document with real headings, lists, tables and footnotes; `height` of its pages in cm."""
    title, days = model.footer()
    words = escaped(title) + " #linebreak() " + escaped(days) if footer and title else ""
    out = [TYPST.replace("{height}", str(height)).replace("{footer}", words)]
    rows: list[Block] = []
    for block in [*model.blocks, Block("end", "")]:
        if rows and block.kind != "row":
            columns = max(len(row.cells) for row in rows)
            body = ", ".join(
                f"[{escaped(cell)}]"
                if len(row.cells) == columns
                else f"table.cell(colspan: {columns})[{escaped(cell)}]"
                for row in rows
                for cell in row.cells
            )
            out.append(f"#table(columns: {columns}, {body})")
            rows = []
        note = f"#footnote[{escaped(block.note)}]" if block.note else ""
        if block.kind == "row":
            rows.append(block)
        elif block.kind == "boxed":
            out.append(f"#table(columns: (3fr, 1fr), [= {escaped(block.text)}], [{escaped(block.cells[1])}])")
        elif block.kind == "heading":
            out.append(f"= {escaped(block.text)}")
        elif block.kind == "bullet":
            out.append(f"- {escaped(block.text)}{note}")
        elif block.kind == "numbered":
            out.append(f"{block.number}. {escaped(block.text)}{note}")
        elif block.kind != "end":
            out.append(escaped(block.text) + note)
    return "\n\n".join(out) + "\n"
