"""Make the sample reports in examples/ and the facts that a parser must find in them.

Each file in source/ describes one report of an authority that does not exist, once. From it come a tagged PDF, plain
text and the expected facts (expected/*.json). The facts come from the description and, for page numbers, from the
typesetter's own account of where each block landed: no parser has a say in them.

    pip install typst==0.15.2 pikepdf && python tests/samples/make.py

A source file is a list of blocks with blank lines between:

    % key: value            a fact or a setting (see FACTS and SETTINGS)
    # words || : good       a heading, level 1 to 3; what follows || is printed but is its grade, not its words
    ... {rec=LSCB as=p}     attributes of a heading: what stands below are recommendations, print it as plain bold
                            text, in a box (box=Good: the grade in the cell beside it; box: alone); with priority=yes
                            they are priority actions, too; with items=yes only bullets are recommendations; grade=Good:
                            the grade that is printed below it; find=strengths: what stands below are findings
                            of that kind;
                            rows=yes: each paragraph is a recommendation, with the bullets below it, and each row of a
                            table, with whom it is for in its first cell; from=words: none before the paragraph that
                            begins with these words; under=: they stand under no heading
    7. words                a numbered paragraph; '7.words' and '7. . words' are printed as they stand
    - words / -- words      a bullet, a dash below a bullet
    | cell | cell           a row of the judgement table
    .. words                a line of the contents; its page number is filled in
    : role: | names         a line of the inspection team
    ! page, ! frame, ! end, ! text, ! note 1, ! restart   a page break, a frame, text variant only, a footnote's place
    = words / ~ words       cover line (title, subtitle) / small print
    [^1] and [^1]: words    a footnote's mark and text
    ⏎                       a line break in mid-sentence, as a wrap leaves one (in text only where it is wrapped)
    ¦ and ¦1¦               where the plain text is broken by a page end, and by a page end with footnote 1
"""
from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import tempfile
import textwrap
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
FIGURES = {"4": "outstanding", "3": "good", "2": "adequate", "1": "inadequate"}
GRADES = {
    "outstanding": "outstanding", "good": "good", "adequate": "adequate", "inadequate": "inadequate",
    "requires improvement": "requires_improvement", "require improvement": "requires_improvement",
    "requires improvement to be good": "requires_improvement",
    "require improvement to be good": "requires_improvement", "not judged": "not_judged",
    "typically lead to positive experiences and outcomes": "typically_positive",
    "lead to inconsistent experiences and outcomes": "inconsistent",
    "widespread and/or systemic failings": "widespread_failings",
}
THEMES = {
    "overall_effectiveness": "overall", "impact_of_leaders": "leadership", "leadership": "leadership",
    "help_and_protection": "help_and_protection", "in_care_and_care_leavers": "care", "in_care": "care",
    "looked_after_and_permanence": "care", "care_leavers": "care_leavers", "adoption_performance": "adoption",
    "lscb_effectiveness": "lscb",
}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass
class Block:
    """One block of a source file; `page` and `last_page` are known once it has been typeset."""

    kind: str
    text: str = ""
    level: int = 0
    suffix: str = ""
    cells: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    page: int = 0
    last_page: int = 0


@dataclass
class Sample:
    """A report as described: what it says of itself (facts), how to print it (settings) and its blocks."""

    name: str
    facts: dict[str, list[str]]
    notes: dict[str, str]
    blocks: list[Block]

    def one(self, key: str, default: str = "") -> str:
        return self.facts.get(key, [default])[0]


def read(path: Path) -> Sample:
    """Read one source file."""
    sample = Sample(path.stem, {}, {}, [])
    for chunk in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        lines: list[str] = []
        for line in chunk.splitlines():
            if line.startswith("//"):
                continue
            starts = re.match(r"%|#|-|\||\.\. |: |!|=|~|\[\^\d\]:|\d+\.", line)
            if starts or not lines:
                lines.append(line)
            else:
                lines[-1] += " " + line.strip()
        for line in lines:
            block = read_block(line, sample)
            if block:
                sample.blocks.append(block)
    return sample


def read_block(line: str, sample: Sample) -> Block | None:
    """One logical line as a block; facts and footnotes go straight into the sample."""
    if m := re.match(r"%\s*([\w-]+):\s*(.*)", line):
        sample.facts.setdefault(m[1], []).append(m[2].strip())
        return None
    if m := re.match(r"\[\^(\d)\]:\s*(.*)", line):
        sample.notes[m[1]] = m[2]
        return None
    if m := re.match(r"(#+)\s+(.*)", line):
        return read_heading(m[1], m[2])
    if m := re.match(r"(--?) (.*)", line):
        return Block("item", m[2], level=len(m[1]))
    if line.startswith("|"):
        return Block("row", cells=[c.strip() for c in line.strip("|").split("|")])
    if line.startswith(".. "):
        return Block("toc", line[3:])
    if line.startswith(": "):
        return Block("team", cells=[c.strip() for c in line[2:].split("|")])
    if line.startswith("! "):
        return Block("command", line[2:].strip())
    if line[0] in "=~":
        return Block({"=": "cover", "~": "small"}[line[0]], line[1:].strip())
    if m := re.match(r"(\d+)\.(.*)", line):
        return Block("numbered", m[2], cells=[m[1]])
    return Block("prose", line)


def read_heading(hashes: str, words: str) -> Block:
    attributes: dict[str, str] = {}
    if m := re.search(r"\s*\{([^}]*)\}$", words):
        words = words[: m.start()]
        for part in re.split(r";\s*", m[1]):
            key, _, value = part.partition("=")
            attributes[key.strip()] = value.strip()
    words, bar, suffix = words.partition("||")
    suffix = suffix.strip() if suffix.lstrip().startswith(":") else (" " + suffix.strip() if bar else "")
    return Block("heading", words.strip(), level=len(hashes), suffix=suffix, attributes=attributes)


def clean(text: str) -> str:
    """The words alone: no marks of footnotes, breaks or bold."""
    return re.sub(r"¦(\d¦)?|\[\^\d\]|\*\*", "", text).replace("–⏎", "–").replace("⏎", " ").strip()


def grade_of(text: str) -> str | None:
    words = re.sub(r"^\W*(?:(?:is|are)\b\W*)?", "", text.strip().lower())
    return GRADES.get(words.rstrip(". "))


# Plain text


def plain(text: str, sample: Sample) -> str:
    """A block's text as the plain variant prints it."""
    marks = sample.one("note-style", "superscript")

    def note(m: re.Match[str]) -> str:
        return m[1] if marks == "plain" else m[1].translate(SUPERSCRIPT)

    def broken(m: re.Match[str]) -> str:
        return "\n\n" + (note_text(m[1], sample) + "\n\n" if m[1] else "")

    text = text.replace("**", "")
    if not sample.one("wrap"):
        text = text.replace("–⏎", "–").replace("⏎", " ")
    text = re.sub(r" ?¦ ?", "\n\f", text) if sample.one("form-feeds") else re.sub(r" ?¦(?:(\d)¦)? ?", broken, text)
    text = re.sub(r"\[\^(\d)\]", note, text)
    return text.replace("’", "'") if sample.one("apostrophes") == "straight" else text


def note_text(mark: str, sample: Sample) -> str:
    sign = mark if sample.one("note-style") == "plain" else mark.translate(SUPERSCRIPT)
    return f"{sign} {sample.notes[mark]}"


def as_text(sample: Sample) -> str:
    """The whole report as plain text: tabs in tables, '- ' bullets, a blank line between paragraphs."""
    bullet, dash = sample.one("bullets", "- |– ").split("|")
    out: list[str] = []
    before = ""
    for b in sample.blocks:
        if b.kind == "command":
            if b.text.startswith("note "):
                out += ["", note_text(b.text[5:], sample)]
                before = ""
            if b.text == "page" and sample.one("form-feeds"):
                out.append("\f")
            continue
        width = int(sample.one("wrap", "0"))
        tight = b.kind == before and b.kind in ("item", "row", "toc", "team", *(() if width else ("numbered",)))
        if not tight:
            out.append("")
        line = text_line(b, sample, bullet, dash)
        out.append(wrapped(line, width) if width and b.kind not in ("row", "toc", "team") else line)
        before = b.kind
    text = re.sub(r"\n*\f\n*", "\n\f", "\n".join(out).lstrip("\n"))
    return text.replace("’", "'") if sample.one("apostrophes") == "straight" else text


def wrapped(text: str, width: int) -> str:
    """Lines of at most this width; the breaks that the description asks for are kept."""
    return "\n".join("\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) if line else ""
                     for line in text.replace("⏎", "\n").split("\n"))


def text_line(b: Block, sample: Sample, bullet: str, dash: str) -> str:
    if b.kind == "item":
        return (bullet if b.level == 1 else dash) + plain(b.text, sample)
    if b.kind == "numbered":
        return f"{b.cells[0]}.{plain(b.text, sample)}"
    if b.kind == "team" and sample.one("team") != "columns":
        return f"{b.cells[0]} " + "\n".join(plain(c, sample) for c in b.cells[1:])
    if b.kind in ("row", "team"):
        return "\t".join(plain(c, sample) for c in b.cells if c)
    if b.kind == "toc":
        return f"{b.text} {'.' * max(3, 60 - len(b.text))} {b.page}"
    if b.kind == "heading" and b.attributes.get("box"):
        return f"{plain(b.text, sample)}\t{b.attributes['box']}"
    if b.kind == "heading":
        return plain(b.text + b.suffix, sample)
    return plain(b.text, sample)


# PDF, through Typst


def escape(text: str) -> str:
    text = re.sub(r"([\\#$*_`<>@\[\]~=/\"'])", r"\\\1", text)
    return re.sub(r"^(\d+)\.", r"\1\.", text).replace("--", "-\\-").replace("...", "..\\.")


def rich(text: str, sample: Sample) -> str:
    """A block's text as Typst markup, its footnotes in place."""
    out = []
    for part in re.split(r"(\*\*.*?\*\*|\[\^\d\]|¦(?:\d¦)?|⏎)", text):
        if part.startswith("**"):
            out.append(f"#strong[{escape(part[2:-2])}]")
        elif part.startswith("[^"):
            out.append(f"#footnote[{escape(sample.notes[part[2]])}]")
        elif part == "⏎":
            out.append(" #linebreak() ")
        elif not part.startswith("¦"):
            out.append(escape(part))
    return "".join(out)


def fact(i: int, end: str) -> str:
    return f'#context [#metadata((block: {i}, end: {end}, page: here().page()))<fact>]'


def as_typst(sample: Sample) -> str:
    """The report as a Typst document, with a hidden record of the page each block begins and ends on."""
    template = (HERE / "layout.typ").read_text(encoding="utf-8")
    footer = sample.one("footer").split(" / ")
    lines = ", ".join(f"[{escape(x)}]" for x in footer if x)
    out = [template, f'#show: report.with(style: "{sample.one("style")}", footer: ({lines}{"," if lines else ""}))']
    i = 0
    while i < len(sample.blocks):
        b = sample.blocks[i]
        if b.kind in ("row", "cover") and sample.one("cover") == "layout-table" and i == 0:
            end = next(k for k, x in enumerate(sample.blocks) if x.text == "end" and x.kind == "command")
            out.append(cover_table(sample, end))
            i = end + 1
            continue
        if b.kind == "row":
            j = next(k for k in range(i, len(sample.blocks) + 1)
                     if k == len(sample.blocks) or sample.blocks[k].kind != "row")
            out.append(fact(i, "false") + judgement_table(sample, sample.blocks[i:j]))
            i = j
            continue
        out.append(typst_block(sample, i, b))
        i += 1
    return "\n\n".join(out) + "\n"


def judgement_table(sample: Sample, rows: list[Block]) -> str:
    if sample.one("table") == "record":
        cells = [f"(par(strong[{escape(r.cells[0])}]),)" if len(r.cells) == 1 else
                 f"([{escape(r.cells[0])}], [{escape(r.cells[1])}])" for r in rows]
        return f"#record(({', '.join(cells)},))"
    if sample.one("style") == "ilacs":
        head, *rest = rows
        return (f"#judgements(({', '.join(f'[{escape(c)}]' for c in head.cells)}), "
                f"({', '.join(f'([{escape(r.cells[0])}], [{escape(r.cells[1])}])' for r in rest)},))")
    body = []
    for r in rows:
        kind = {1: "headline", 2: "row", 3: "subrow"}[len(r.cells)]
        body.append(f'("{kind}", ' + ", ".join(f"[{escape(c)}]" for c in r.cells if c) + ")")
    return f"#cover-box(({', '.join(body)},))"


def cover_table(sample: Sample, end: int) -> str:
    """The cover of 2018: title, dates, inspector, judgements and the first prose, all cells of one table."""
    cells = []
    for i, b in enumerate(sample.blocks[:end]):
        mark = fact(i, "false")
        if b.kind == "row":
            cells += [f"[{mark}#par[{escape(b.cells[0])}]]", f"[#par[{escape(b.cells[1])}]]"]
        elif b.kind == "team":
            cells += [f"[#par[{rich(b.cells[0], sample)}]]",
                      "[" + "".join(f"#par[{escape(x)}]" for x in b.cells[1:]) + "]"]
        elif b.kind in ("cover", "prose"):
            style = "#plain-heading(1)[{}]" if b.kind == "cover" and i == 0 else "#par[{}]"
            cells.append(f"table.cell(colspan: 2)[{mark}{style.format(rich(b.text, sample))}]")
    return f"#layout-table({', '.join(cells)})"


def typst_block(sample: Sample, i: int, b: Block) -> str:
    mark, end = fact(i, "false"), fact(i, "true")
    text = rich(b.text, sample)
    if b.kind == "command":
        return {"page": "#pagebreak()", "frame": "#frame[", "end": "]",
                "restart": "#pagebreak()#counter(page).update(1)#counter(footnote).update(0)"}.get(b.text, "")
    if b.kind == "heading":
        words = mark + text + escape(b.suffix)
        if "box" in b.attributes:
            grade = b.attributes["box"]
            return f"#heading-box[{words}]" + (f"[{escape(grade)}]" if grade else "[]")
        if b.attributes.get("as") == "p":
            return f"#plain-heading({b.level})[{words}]"
        return f"#heading(level: {b.level})[{words}]"
    if b.kind == "numbered":
        number = int(b.cells[0])
        if sample.one("style") == "sif" or not b.text.startswith(" "):
            return f"#number-in-text[{mark}{number}.{text}{end}]"
        return f"#numbered({number})[{mark}{text.strip()}{end}]"
    if b.kind == "item":
        return f"#item({b.level})[{mark}{text}{end}]"
    if b.kind == "toc":
        return f"#contents-line[{text}][{b.page}]"
    if b.kind == "team":
        style = "team-columns" if sample.one("team") == "columns" else "team-line"
        return f"#{style}[{rich(b.cells[0], sample)}][{escape(' '.join(b.cells[1:]))}]"
    if b.kind == "cover":
        if i and sample.blocks[i - 1].text != "restart":
            return f"#subtitle[{text}]"
        return f"#title[{text}]" if sample.one("style") == "ilacs" else f"#plain-heading(1)[{text}]"
    if b.kind == "small":
        return f"#small[{text}]"
    return f"{mark}{text}{end}"


def typeset(sample: Sample, folder: Path) -> None:
    """Two passes: where does each block land, then the contents with those page numbers."""
    import typst

    source = folder / f"{sample.name}.typ"
    for _ in range(2):
        source.write_text(as_typst(sample), encoding="utf-8")
        for record in json.loads(typst.query(str(source), "<fact>", ignore_system_fonts=True)):
            value = record["value"]
            block = sample.blocks[value["block"]]
            if value["end"]:
                block.last_page = value["page"]
            else:
                block.page = block.last_page = value["page"]
        for b in sample.blocks:
            if b.kind == "toc":
                b.page = next(h.page for h in sample.blocks if h.kind == "heading" and clean(h.text) == b.text)
    source.write_text(as_typst(sample), encoding="utf-8")
    variants = {"": True, "-untagged": False} if sample.one("untagged-copy") else {"": True}
    for ending, tagged in variants.items():
        data = typst.compile(str(source), ignore_system_fonts=True, pdf_tags=tagged, timestamp=1577836800)
        shrink(data, EXAMPLES / f"{sample.name}{ending}.pdf")


def shrink(data: bytes, path: Path) -> None:
    """Pack the objects of a PDF, the same way each time."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(path, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate,
                 recompress_flate=True, deterministic_id=True)


# What a parser must find


def words(text: str, n: int) -> str:
    return " ".join(clean(text).split()[:n] if n > 0 else clean(text).split()[n:])


def expected(sample: Sample) -> dict[str, Any]:
    """The facts of a sample, as to_dict() must give them (see tests/test_samples.py for how they are compared)."""
    sections: list[list[Any]] = []
    numbered: list[dict[str, Any]] = []
    recommendations: list[dict[str, Any]] = []
    heading: Block | None = None
    before: Block | None = None
    priorities = [clean(b.text) for b in sample.blocks if b.kind == "heading" and b.attributes.get("priority")]
    findings: dict[str, list[str]] = {}
    timescale: str | None = None
    for b in sample.blocks:
        if b.kind == "heading":
            heading = b
            timescale = None
            sections.append([clean(b.text), heading_grade(b), b.page])
        if b.kind == "prose" and (m := re.fullmatch(r"(Immediately|Within \w+ \w+|For .*action.*):", clean(b.text))):
            timescale = m[1]
        if heading and "find" in heading.attributes and b.kind == "item":
            findings.setdefault(heading.attributes["find"], []).append(clean(b.text))
        if b.kind == "numbered":
            numbered.append({"section": clean(heading.text) if heading else None, "number": int(b.cells[0]),
                             "first": words(b.text, 6), "last": words(b.text, -6),
                             "page": b.page, "last_page": b.last_page, "items": False})
        if b.kind == "item" and before is not None and before.kind == "numbered":
            numbered[-1]["items"] = True
        before = b
        if heading and b.kind == "prose" and clean(b.text).startswith(heading.attributes.get("from", "\0")):
            del heading.attributes["from"]
        if heading and "rows" in heading.attributes and b.kind in ("prose", "row", "item"):
            rows_add(recommendations, heading, b)
        elif heading and "from" in heading.attributes:
            continue
        elif heading and "rec" in heading.attributes and b.kind in listed_kinds(heading):
            recommendations_add(recommendations, heading, b)
            recommendations[-1]["timescale"] = timescale
    return {
        "files": {},
        "framework": sample.one("framework"),
        "title": sample.facts.get("title", []),
        "authority": sample.facts.get("authority", []),
        "inspection_periods": [p.split() for p in sample.facts.get("period", [])],
        "published": sample.one("published") or None,
        "lead_inspector": sample.one("lead") or None,
        "inspectors": [n.strip() for n in sample.one("inspectors").split(",") if n.strip()],
        "inspectors_allowed": [n.strip() for n in sample.one("others").split(",") if n.strip()],
        "addressee": sample.one("addressee") or None,
        "focus": sample.one("focus") or None,
        "priority_actions": [r["text"] for r in recommendations if r["heading"] in priorities],
        **({"findings": findings} if findings else {}),
        "previous_inspections": [p.split() for p in sample.facts.get("previous", [])],
        "judgements": [judgement(sample, j) for j in sample.facts.get("judgement", [])],
        "sections": sections,
        "sections_allowed": [clean(b.text) for b in sample.blocks if b.kind == "cover"],
        "paragraphs": numbered,
        "recommendations": recommendations,
        "footnotes": [[mark, words(text, 6)] for mark, text in sorted(sample.notes.items())],
        "issues": sample.facts.get("expect-issue", []),
        "issues_from_footers": sample.facts.get("expect-issue-from-footer", []),
        "issues_allowed": sample.facts.get("allow-issue", []),
    }


def heading_grade(b: Block) -> str | None:
    if "grade" in b.attributes:
        return grade_of(b.attributes["grade"])
    if m := re.fullmatch(r"\s*Grade \d \((.*)\)", b.suffix):
        return grade_of(m[1])
    if b.suffix:
        return grade_of(b.suffix)
    if b.attributes.get("box"):
        return grade_of(b.attributes["box"])
    m = re.search(r"\b(?:is that it|is|are)\s+((?:requires? |not )?\w+)$|\b(requires improvement)$", clean(b.text))
    return grade_of(m[1] or m[2]) if m else None


def recommendations_add(found: list[dict[str, Any]], heading: Block, b: Block) -> None:
    if b.level == 2 and found:
        found[-1]["text"] += " " + clean(b.text)
        return
    scope, _, references = heading.attributes["rec"], "", re.findall(
        r"[(\[]((?:outcome|enabler|principle|national framework)[^)\]]*)[)\]]", clean(b.text), re.I)
    found.append({"text": clean(b.text), "scope": scope or None, "timescale": None,
                  "number": b.cells[0] if b.kind == "numbered" else None,
                  "heading": None if "under" in heading.attributes else clean(heading.text),
                  "references": references, "page": b.page})


def rows_add(found: list[dict[str, Any]], heading: Block, b: Block) -> None:
    """A paragraph of a table's one cell, a bullet below it, or a row 'whom it is for | what'."""
    if b.kind == "item":
        found[-1]["text"] += " " + clean(b.text)
    elif b.cells[:1] != ["Responsible body"]:
        found.append({"text": clean(b.cells[1] if b.cells else b.text), "scope": b.cells[0] if b.cells else None,
                      "timescale": None, "number": None, "heading": clean(heading.text), "references": [],
                      "page": b.page or heading.page})


def listed_kinds(heading: Block) -> tuple[str, ...]:
    """The kinds of blocks below a heading that are its recommendations."""
    return ("item",) if heading.attributes.get("items") else ("numbered", "item")


def judgement(sample: Sample, line: str) -> dict[str, Any]:
    """'key | printed | label', '| scope | theme' where it has them, '@ heading words' where it stands in a heading."""
    line, _, where = line.partition(" @ ")
    key, printed, label, *more = (x.strip() for x in line.split("|"))
    scope, theme = more if more else ("", THEMES.get(key, ""))
    if where:
        page = next(b.page for b in sample.blocks if b.kind in ("heading", "row", "prose")
                    and where.strip() in clean(" ".join([b.text, *b.cells])))
    else:
        page = next(b.page for b in sample.blocks if b.kind == "row")
    return {"key": key, "theme": theme or None, "grade": FIGURES.get(printed) or grade_of(printed),
            "printed": printed, "label": label, "scope": scope or None, "page": page}


# Files that no parser can read


def scan() -> bytes:
    """A page that is only a picture: grey bars where lines of words would be."""
    rows = [b"\xff" * 20 if y % 8 < 5 or y < 16 else b"\xe0" + b"\x00" * 18 + b"\x07" for y in range(200)]
    image = zlib.compress(b"".join(rows), 9)
    draw = b"q 595 0 0 842 0 0 cm /I Do Q"
    return assemble([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/XObject/Subtype/Image/Width 160/Height 200/ColorSpace/DeviceGray/BitsPerComponent 1"
        b"/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(image), image),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(draw), draw),
    ])


def assemble(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first its catalogue."""
    out, offsets = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % o for o in offsets)
    return out + (b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                  % (len(objects) + 1, table, len(objects) + 1, len(out)))


ERROR_PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Page not found</title></head>
<body><h1>Page not found</h1><p>The report that you asked for has moved. Its overall effectiveness was good.</p></body>
</html>
"""


def broken_files() -> None:
    """The files that must end in a clear error."""
    import pikepdf

    folder = EXAMPLES / "broken"
    folder.mkdir(exist_ok=True)
    (folder / "error-page.pdf").write_text(ERROR_PAGE, encoding="utf-8")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "scan.pdf").write_bytes(scan())
    whole = EXAMPLES / "ilacs-2026.pdf"
    data = whole.read_bytes()
    (folder / "cut.pdf").write_bytes(data[: len(data) // 3])
    with pikepdf.open(whole) as pdf:
        lock = pikepdf.Encryption(owner="owner", user="reader", R=3, aes=False, metadata=False)
        pdf.save(folder / "encrypted.pdf", encryption=lock, static_id=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the samples in examples/ and their expected facts.")
    parser.add_argument("names", nargs="*", help="only these samples")
    parser.add_argument("--keep", type=Path, help="leave the Typst documents in this folder")
    args = parser.parse_args()
    EXAMPLES.mkdir(exist_ok=True)
    (HERE / "expected").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.keep or Path(scratch)
        for path in sorted((HERE / "source").glob("*.sample")):
            if not args.names or path.stem in args.names:
                make(read(path), folder)
    if not args.names:
        broken_files()


def make(sample: Sample, folder: Path) -> None:
    """All files of one sample, and their facts."""
    name = sample.name
    files: dict[str, dict[str, Any]] = {}
    if sample.one("formats", "pdf txt").startswith("pdf"):
        typeset(sample, folder)
        files[f"{name}.pdf"] = {"pages": True, "footers": True}
        if sample.one("untagged-copy"):
            files[f"{name}-untagged.pdf"] = {"pages": True, "footers": True, "untagged": True}
        for option in sample.one("pdftotext").split():
            out = EXAMPLES / f"{name}-{option}.txt"
            command = ["pdftotext", *(["-layout"] if option == "layout" else []), str(EXAMPLES / f"{name}.pdf")]
            subprocess.run([*command, str(out)], check=True)
            files[out.name] = {"pages": True, "footers": True}
    text = as_text(sample)
    if missing := [mark for mark in sample.notes if note_text(mark, sample).replace("’", "'")[:40]
                   not in text.replace("’", "'")]:
        raise ValueError(f"{name}: the text prints no footnote {missing}")
    if sample.one("form-feeds") and text.count("\f") + 1 != max(b.last_page for b in sample.blocks):
        raise ValueError(f"{name}: the page ends marked in the text are not those of the PDF")
    (EXAMPLES / f"{name}.txt").write_text(text + "\n", encoding="utf-8", newline="\n")
    files[f"{name}.txt"] = {"pages": bool(sample.one("form-feeds")), "footers": False}
    facts = expected(sample)
    facts["files"] = files
    if sample.one("no-structure"):
        for key in ("sections", "paragraphs", "title", "authority"):
            facts[key] = None
    out = HERE / "expected" / f"{name}.json"
    out.write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
