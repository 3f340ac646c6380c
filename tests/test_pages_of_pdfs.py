"""Web pages that programs make of a PDF's pages read as the text on these; a site's own pages stay what they are."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest

import ofsted
from tests.test_characters import BODY, COVER, PLAIN, TABLE, facts

pytest.importorskip("selectolax")

PAGES = [COVER, TABLE + BODY]
Line = tuple[float, float, str]  # from the top, from the left, words


def document(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html>\n<html><head><title></title>{head}</head>\n<body>{body}</body></html>"


def placed(page: str) -> list[Line]:
    """The page's lines: a tab begins another column of the same line."""
    out = []
    for number, line in enumerate(page.split("\n")):
        left = 50.0
        for cell in line.split("\t"):
            if cell:
                out.append((100.0 + 15 * number, left, cell))
            left += 450
    return out


def in_blocks(page: str) -> list[str]:
    return [block for block in page.replace("\t", "\n\n").split("\n\n") if block.strip()]


def escaped(words: str) -> str:
    return html.escape(words, quote=False)


def pre() -> str:
    return document(f"<pre>{escaped(chr(12).join(PAGES))}</pre>")


def pre_for_each_page() -> str:
    return document("".join(f"<h2>Page {n}</h2><pre>{escaped(page)}</pre>" for n, page in enumerate(PAGES, 1)))


def tika() -> str:
    def block(words: str) -> str:
        return "<p>" + escaped(words.replace("\n", " \n")) + "\n</p>\n"

    link = '<div class="annotation"><a href="https://www.gov.uk/ofsted">https://www.gov.uk/ofsted</a></div>'
    return document(
        "".join(f'<div class="page"><p />\n{"".join(map(block, in_blocks(page)))}{link}</div>' for page in PAGES)
    )


def mupdf_xhtml() -> str:
    """Every paragraph a heading of the third level, by the size of its type."""

    def block(words: str) -> str:
        return f"<h3>{escaped(words)} </h3>\n"

    return document("".join(f'<div id="page0">\n{"".join(map(block, in_blocks(page)))}</div>' for page in PAGES))


def mupdf_html() -> str:
    def line(at: Line) -> str:
        return f'<p style="top:{at[0]}pt;left:{at[1]}pt;line-height:12.0pt"><span>{escaped(at[2])}</span></p>\n'

    pages = ("".join(map(line, placed(page))) for page in PAGES)
    return document("".join(f'<div id="page0" style="width:595pt;height:842pt">{page}</div>' for page in pages))


def pdftohtml() -> str:
    """Words, line ends, and no-break spaces for all others."""
    pages = (escaped(page).replace(" ", "&#160;").replace("\t", "\n").replace("\n", "<br/>\n") for page in PAGES)
    outline = '<a name="outline"></a><h1>Document Outline</h1><ul><li>Other words</li></ul>'
    return document("".join(f"<a name={n}></a>{page}<hr/>\n" for n, page in enumerate(pages, 1)) + outline)


def pdftohtml_placed() -> str:
    """A line is torn where its font changes, as at each apostrophe."""

    def line(at: Line) -> str:
        top, left, words = at
        out = ""
        for part in words.replace("’", "\0’\0").split("\0"):
            style = f"position:absolute;top:{top:.0f}px;left:{left:.0f}px;white-space:nowrap"
            out += f'<p style="{style}" class="ft10"><b>{escaped(part)}</b></p>\n'
            left += 5.5 * len(part)
        return out

    pages = ("".join(map(line, placed(page))) for page in PAGES)
    style = "<style>.ft10{font-size:12px;color:#000000;}</style>"
    divs = (f'<a name="{n}"></a>{style}<div id="page{n}-div">{page}</div>' for n, page in enumerate(pages, 1))
    return document("".join(divs))


def pdf_js() -> str:
    def line(at: Line) -> str:
        style = f"left: {at[1] / 8:.2f}%; top: {at[0] / 10:.2f}%"
        return f'<span style="{style}" role="presentation">{escaped(at[2])}</span><br role="presentation">'

    pages = ("".join(map(line, placed(page))) for page in PAGES)
    divs = (
        f'<div class="page" data-page-number="{n}"><div class="textLayer">{page}</div></div>'
        for n, page in enumerate(pages, 1)
    )
    return document(f'<button>Print</button><div id="viewer">{"".join(divs)}</div>')


def pdf2html_ex() -> str:
    def line(at: Line) -> str:
        return f'<div class="t m0 x0 h1 y{at[0]:.0f}">{escaped(at[2])}<span class="_ _0"></span></div>'

    pages = ("".join(map(line, placed(page))) for page in PAGES)
    divs = (f'<div id="pf{n:x}" class="pf w0 h0" data-page-no="{n:x}">{page}</div>' for n, page in enumerate(pages, 1))
    return document(f'<div id="sidebar"></div><div id="page-container">{"".join(divs)}</div>')


def pdfminer() -> str:
    """Boxes below each other, and a span that is not closed."""

    def box(words: str) -> str:
        lines = escaped(words).replace("\n", "\n<br>")
        style = "position:absolute; border: textbox 1px solid; writing-mode:lr-tb; left:70px; top:80px;"
        return f'<div style="{style}"><span style="font-size:12px">{lines}\n<br></span></div>'

    out = ""
    for n, page in enumerate(PAGES, 1):
        out += f'<div style="position:absolute; top:50px;"><a name="{n}">Page {n}</a></div><span>'
        out += "".join(map(box, in_blocks(page)))
    return document(out + '<div style="position:absolute; top:0px;">Page: <a href="#1">1</a>, <a href="#2">2</a></div>')


def boxes_of_words() -> str:
    """As `pdftotext -bbox-layout` writes them."""

    def block(words: str) -> str:
        lines = (
            "".join(f'<word xMin="1.0">{escaped(word)}</word>\n' for word in line.split()) for line in words.split("\n")
        )
        return "<block>" + "".join(f"<line>\n{line}</line>\n" for line in lines) + "</block>\n"

    pages = ("".join(map(block, in_blocks(page))) for page in PAGES)
    return document("<doc>" + "".join(f"<page><flow>\n{page}</flow></page>\n" for page in pages) + "</doc>")


def hocr() -> str:
    """As OCR writes it: a block with its place for each page, part, paragraph, line and word."""

    def line(words: str) -> str:
        inner = "\n".join(
            f"<span class='ocrx_word' title='bbox 1 1 9 9'>{escaped(word)}</span>" for word in words.split()
        )
        return f"<span class='ocr_line' title='bbox 1 1 9 9'>\n{inner}\n</span>\n"

    def block(words: str) -> str:
        return f"<div class='ocr_carea'>\n<p class='ocr_par'>\n{''.join(map(line, words.splitlines()))}</p>\n</div>\n"

    pages = ("".join(map(block, in_blocks(page))) for page in PAGES)
    return document("".join(f"<div class='ocr_page' id='page_{n}'>\n{page}</div>\n" for n, page in enumerate(pages, 1)))


WAYS = [
    pre,
    pre_for_each_page,
    tika,
    mupdf_xhtml,
    mupdf_html,
    pdftohtml,
    pdftohtml_placed,
    pdf_js,
    pdf2html_ex,
    pdfminer,
    boxes_of_words,
    hocr,
]


@pytest.mark.parametrize("way", WAYS)
def test_every_program_gives_the_facts_of_the_pages(way: Callable[[], str]) -> None:
    report = ofsted.parse(way().encode())
    assert report.source.format == "html"
    assert facts(report) == facts(ofsted.parse_text(PLAIN))
    assert report.source.pages == 2
    assert {judgement.page for judgement in report.judgements} == {2}
    doubted = {issue.field for issue in report.issues if issue.code == "scanned"}
    assert doubted >= {"judgements", "authority", "lead_inspector"} if way is hocr else not doubted


@pytest.mark.parametrize("way", WAYS)
def test_spans_address_the_text_of_the_pages(way: Callable[[], str]) -> None:
    report = ofsted.parse(way().encode())
    assert report.text.count("\f") == 1 + (way is pdfminer)
    for paragraph in report.paragraphs:
        if paragraph.number:
            assert report.text[slice(*paragraph.span)].replace("\xa0", " ").endswith(paragraph.text[-6:])


def as_site(body: str) -> str:
    return f"<h1>Inspection of Thornmere</h1>{body}<p>{'Ofsted inspected. ' * 60}</p>"


@pytest.mark.parametrize(
    "body",
    [
        '<div id="page" class="site"><header>Thornmere</header>%s</div>',
        '<div class="page">%s</div>',
        '<div class="page"><nav>Home</nav>%s</div><div class="page"><p>More</p></div>',
        '<div id="page1">%s<a href="/contact">Contact</a></div>',
        '<div id="wrapper"><div id="page1">%s</div><div class="more"><p>' + "Other words. " * 100 + "</p></div></div>",
        "%s<pre>page 1</pre>",
        '%s<a name="1"></a>',
        "<main>%s</main><pre>a</pre>",
    ],
)
def test_a_page_of_a_site_keeps_its_headings_and_lists(body: str) -> None:
    said = as_site("<h2>What needs to improve?</h2><ul><li>The first</li><li>The second</li></ul>")
    report = ofsted.parse(document(body.replace("%s", said)).encode())
    assert report.source.pages is None
    assert "What needs to improve?" in [section.heading for section in report.sections]


def test_a_title_above_the_text_is_kept() -> None:
    report = ofsted.parse(document(f"<h1>The title</h1><pre>{escaped(PLAIN * 2)}</pre><p>The end</p>").encode())
    assert report.text.startswith("The title\n\nInspection of")
    assert report.text.endswith("The end")
