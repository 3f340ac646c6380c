"""Reports printed by other programs than Word: both readers read the same, or the first hands the file over.

The programs need not be here: `pip install 'ofsted[printers]'`, LibreOffice and pdflatex. What is printed is one of the
samples, behind words with ligatures, accents and raised figures, in several looks.
"""

from __future__ import annotations

import html
import importlib
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXAMPLES
from tests.test_readers import differs, refusal

ODD_WORDS = "Office: first, affluent and efficient ‘waffles’, £3 – 5 for Renée’s well-being"
LOOKS = {
    "plain": "body { font-family: sans-serif; font-size: 11pt }",
    "justified": "body { font-family: serif; font-size: 10pt; text-align: justify; hyphens: auto }",
    "in columns": "body { font-family: serif; columns: 2 }",
    "spaced": "body { letter-spacing: 0.4pt; word-spacing: 2pt } h2 { font-variant: small-caps }",
    "cut": "td { overflow: hidden; height: 9pt } sup { font-size: 6pt } p:first-letter { font-size: 24pt }",
    "doubled": "p { text-shadow: 0.3pt 0 black } h2 { transform: scale(1.2, 0.9) } li { opacity: 0.6 }",
}


def blocks(name: str) -> Iterator[tuple[str, list[str]]]:
    """What a sample prints: 'heading', 'paragraph', 'row' (its cells) and 'page', each with its words."""
    yield "heading", [ODD_WORDS]
    for page in (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")[:2000].split("\f"):
        for block in re.split(r"\n\s*\n", page.strip()):
            rows = [re.split(r"\t| {3,}", row.strip()) for row in block.split("\n")]
            if any(len(row) > 1 for row in rows):
                yield from (("row", row) for row in rows)
            elif len(rows) == 1 and len(block) < 60:
                yield "heading", [block]
            else:
                yield "paragraph", [" ".join(block.split())]
        yield "page", []


def as_html(name: str, look: str) -> str:
    body = ""
    for kind, words in blocks(name):
        cells = [html.escape(word) for word in words]
        if kind == "row":
            body += "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>"
        elif kind == "page":
            body += "<div style='break-after: page'></div>"
        else:
            tag = "h2" if kind == "heading" else "li" if cells[0].startswith("•") else "p"
            body += f"<{tag}>{cells[0]}<sup>2</sup></{tag}>\n"
    style = f"<style>{LOOKS[look]}</style>"
    return (
        f"<html lang='en'><head><meta charset='utf-8'><title>A report</title>{style}</head><body>{body}</body></html>"
    )


def package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except (ImportError, OSError):  # WeasyPrint, where a library of the system is missing
        pytest.skip(f"no printer: {name}")


def program(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"no printer: {names[0]}")


def by_weasyprint(name: str, folder: Path) -> Iterator[bytes]:
    weasyprint = package("weasyprint")
    for number, look in enumerate(LOOKS):
        yield weasyprint.HTML(string=as_html(name, look)).write_pdf(pdf_tags=number % 2 == 0)


def by_libreoffice(name: str, folder: Path) -> Iterator[bytes]:
    office = program("soffice", "libreoffice")
    (folder / "report.html").write_text(as_html(name, "plain"), encoding="utf-8")
    for tagged in ("true", "false"):
        options = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": tagged}})
        command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--infilter=HTML (StarWriter)", "--convert-to", f"pdf:writer_pdf_Export:{options}"]
        command += ["--outdir", str(folder), str(folder / "report.html")]
        subprocess.run(command, capture_output=True, check=False, timeout=120)
        if not (folder / "report.pdf").exists():
            pytest.skip("no printer: LibreOffice without Writer")
        yield (folder / "report.pdf").read_bytes()


def by_reportlab(name: str, folder: Path) -> Iterator[bytes]:
    platypus, styles = package("reportlab.platypus"), package("reportlab.lib.styles")
    config = package("reportlab.rl_config")
    for font, compressed in (("Helvetica", 1), ("Times-Roman", 0)):
        style = styles.ParagraphStyle("plain", fontName=font, fontSize=11, leading=14, alignment=4)
        flow = []
        for kind, words in blocks(name):
            cells = [platypus.Paragraph(html.escape(word), style) for word in words]
            flow += [platypus.Table([cells])] if kind == "row" else cells if cells else [platypus.PageBreak()]
        config.useA85 = 0
        out = io.BytesIO()
        platypus.SimpleDocTemplate(out, pageCompression=compressed).build(flow)
        yield out.getvalue()


def by_typst(name: str, folder: Path) -> Iterator[bytes]:
    typst = package("typst")
    lines = ["#set document(title: [A report])", "#set par(justify: true)"]
    for kind, words in blocks(name):
        marked = [re.sub(r"([\\#*_$\[\]`<>@~\"'=/-])", r"\\\1", word) for word in words]
        row = f"#table(columns: {len(marked)}, {', '.join(f'[{cell}]' for cell in marked)})"
        lines.append({"heading": "= ", "paragraph": ""}.get(kind, "") + (row if kind == "row" else " ".join(marked)))
        if kind == "page":
            lines[-1] = "#pagebreak(weak: true)"
    (folder / "report.typ").write_text("\n\n".join(lines), encoding="utf-8")
    for standard in ("1.7", "1.4", "ua-1"):
        yield typst.compile(str(folder / "report.typ"), format="pdf", pdf_standards=standard)


def by_tex(name: str, folder: Path) -> Iterator[bytes]:
    tex = program("pdflatex")
    plain = {ord(c): "" for c in "{}\\^~"} | {ord(c): f"\\{c}" for c in "#$%&_"}
    for option, more in (
        ("11pt", ""),
        ("twocolumn", "\\usepackage{mathptmx}\\pdfobjcompresslevel=0 \\pdfcompresslevel=0"),
    ):
        lines = [f"\\documentclass[{option}]{{article}}{more}\\usepackage[utf8]{{inputenc}}", "\\begin{document}"]
        for kind, words in blocks(name):
            text = " ".join(words).translate(plain)
            text = "".join(c for c in text if c < "\xa0" or c in "é£‘’–")
            lines.append(f"\\section*{{{text}}}" if kind == "heading" else text or "\\newpage")
        (folder / "report.tex").write_text("\n\n".join(lines) + "\\end{document}\n", encoding="utf-8")
        subprocess.run([tex, "-interaction=batchmode", "report.tex"], cwd=folder, capture_output=True, check=False)
        yield (folder / "report.pdf").read_bytes()


PRINTERS: dict[str, Callable[[str, Path], Iterator[bytes]]] = {
    "WeasyPrint": by_weasyprint,
    "LibreOffice": by_libreoffice,
    "reportlab": by_reportlab,
    "Typst": by_typst,
    "TeX": by_tex,
}


@pytest.mark.parametrize("name", ["ilacs-2024", "sif-2014"])
@pytest.mark.parametrize("printer", PRINTERS)
def test_what_another_program_prints_is_read_alike_or_handed_over(printer: str, name: str, tmp_path: Path) -> None:
    for number, data in enumerate(PRINTERS[printer](name, tmp_path)):
        assert data.startswith(b"%PDF-")
        assert not differs(data), f"{number}: {refusal(data)}"
