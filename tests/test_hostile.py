"""Texts that nobody would write: each ends, in a report or in a clear error, and spans still address the text."""

import importlib.util
import re
import sys
import time
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

import ofsted
from ofsted.sources import html_limits
from tests.invented import ilacs_text

HEAD = "Inspection of Wrexley local authority children’s services\n\nInspection dates: 1 May to 12 May 2023\n\n"


def check(text: str) -> ofsted.Report:
    report = ofsted.parse_text(text)
    assert report.text == text
    for paragraph in report.paragraphs:
        start, end = paragraph.span
        assert 0 <= start <= end <= len(text)
    report.to_json()
    return report


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD + "x" * 10_000_000, id="a line of 10 MB"),
        pytest.param(HEAD + "good children in Wrexley on 12 May 2019 " * 250_000, id="a line of 10 MB of words"),
        pytest.param(HEAD + "Children wait too long.\n" * 2_000_000, id="48 MB"),
        pytest.param(HEAD + "- a\n" * 100_000, id="bullets"),
        pytest.param(HEAD + "1.2.3 ..... 4\n" * 100_000, id="digits and dots"),
        pytest.param(HEAD + "a\f" * 100_000, id="pages"),
        pytest.param("a\0b\0\n" * 1000, id="NUL"),
        pytest.param('page,text\n1,"' + '""' * 1_000_000 + '"\n', id="quotation marks in a cell"),
        pytest.param("page,text\n" + '7,"a"\n8,","\n' * 100_000, id="rows of a CSV"),
        pytest.param(HEAD + "a\ud800b \udfff\n" * 1000, id="lone surrogates"),
        pytest.param("\ufeff\u200b\u00ad\u2028." * 1000, id="what is not seen"),
    ],
)
def test_parse_text_ends(text: str) -> None:
    check(text)


DEEP = {
    "a tag of its own": "<div>",
    "end tags that close nothing": "<b></i>",
    "end tags in comments": "<div><!--</div>-->",
    "end tags in comments that end early": "<div><!--></div><div><!--</div>--!>",
    "end tags in attributes": "<div title='</div>'>",
    "end tags in attributes without a space": "<div a=\"b\"title='></div>'>",
    "end tags in raw text": "<div><textarea></div></textarea>",
    "end tags in a script within a script": "<script><!--<script></script><div></script>",
    "end tags that an element keeps out": "<div><object></div></object>",
    "end tags within a select": "<select><style><div></style></select></div>",
    "end tags in other declarations": "<div><!x </div><?y </div></ </div>",
    "end tags in CDATA": "<svg><![CDATA[></svg><div>]]>",
    "strokes that are part of a value": "<svg><g a=b/>",
    "strokes out of the picture": "<svg><br><g/>",
    "cells that are none": "<span><td>",
}
LEFT_OPEN = {
    "in a paragraph": "<p><b id=%d></p>",
    "in a block": "<div><b id=%d></div>",
    "before a cell": "<table><b id=%d><td></b></td></table>",
    "before a cell, in a block": "<table><div><b id=%d><td></b></td></div></table>",
}
WORDS = "<p>Ofsted inspected children’s services in Wrexley. </p>" * 100


def web_page(body: str) -> bytes:
    return f"<!doctype html><html><body><h1>Ofsted inspection</h1>{WORDS}{body}</body></html>".encode()


@pytest.mark.parametrize("part", DEEP.values(), ids=DEEP.keys())
def test_hidden_nesting_is_refused(part: str) -> None:
    pytest.importorskip("selectolax")
    with pytest.raises(ofsted.TooLargeError, match="nested"):
        ofsted.parse(web_page(part * 20_000))


SOUP = re.findall(
    r"\w+",
    """a b br button caption center col dd details dialog div dl dt form h1 i label li math nobr object option p rp ruby
    script select span svg table tbody td th title tr ul""",
)


def depth(markup: str) -> int:
    """How many elements stand within each other once a page is parsed."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(markup).root
    level, levels = [root] if root is not None else [], 0
    while level:
        level = [child for node in level for child in node.iter()]
        levels += 1
    return levels


def test_a_page_never_looks_shallower_than_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever order tags come in: what is too deep once it is parsed was refused before."""
    pytest.importorskip("selectolax")
    monkeypatch.setattr(html_limits, "MAX_NESTING", 25)
    dice = Random(2026)
    deep = 0
    for _ in range(4000):
        tags = dice.sample(SOUP, dice.randint(1, 5))
        parts = [dice.choice(("<{0}>", "<{0}>", "<{0} id={{0}}>", "</{0}>", "x")).format(tag) for tag in tags * 2]
        dice.shuffle(parts)
        page = "".join("".join(parts).format(number) for number in range(dice.randint(1, 30)))
        if depth(page) > 25:
            deep += 1
            with pytest.raises(ofsted.TooLargeError, match="nested"):
                html_limits.refuse_too_large(page, "soup")
    assert deep > 100


@pytest.mark.parametrize("part", LEFT_OPEN.values(), ids=LEFT_OPEN.keys())
def test_elements_left_open_are_refused(part: str) -> None:
    """The parser would make each of them again in every block that follows: thousands of millions."""
    pytest.importorskip("selectolax")
    with pytest.raises(ofsted.TooLargeError, match="not closed"):
        ofsted.parse(web_page("".join(part % i for i in range(20_000))))


def test_large_pages_are_read_whatever_their_tags() -> None:
    pytest.importorskip("selectolax")
    card = (
        "<div class=card><!-- <div> --><a href='/a>b'><svg viewBox='0 0 1 1'><title>Icon</title><path d='M0 0'/></svg>"
        "<b>Help</b> is <i>good</i></a><table><tr><td>One<td><b>Two</b><tr><td>Three</table><ul><li>Four<li>Five</ul>"
        "<script>if (1 < 2) document.write('<div>')</script><style>a > b {}</style><p>Six<p>Seven</div>"
    )
    report = ofsted.parse(web_page(card * 3000))
    assert report.text.count("Seven") == 3000


def test_cells_that_reach_far_end() -> None:
    pytest.importorskip("selectolax")
    rows = "<tr>" + "<td colspan=100 rowspan=100>good</td>" * 2000
    assert ofsted.parse(web_page(f"<table>{rows * 3}</table>")).text.count("good") == 6000


@pytest.mark.parametrize("part", ["<div>", "<table><tr><td>", "<ul><li>a", "<b>", "<h2>"])
def test_nested_html_ends(part: str) -> None:
    pytest.importorskip("selectolax")
    try:
        report = ofsted.parse(web_page(part * 20_000))
    except ofsted.TooLargeError:
        return
    assert report.paragraphs


def load_shapes() -> ModuleType:
    """The documents of benchmarks/scaling.py; the folder is not part of a wheel."""
    path = Path(__file__).resolve().parent.parent / "benchmarks" / "shapes.py"
    spec = importlib.util.spec_from_file_location("shapes", path)
    if not path.exists() or spec is None or spec.loader is None:
        pytest.skip("benchmarks/ is not here", allow_module_level=True)
    module = sys.modules["shapes"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


shapes = load_shapes()


@pytest.mark.parametrize("shape", shapes.SHAPES, ids=lambda shape: shape.name)
def test_shapes_end(shape: Any) -> None:
    """A document of each shape is read, and it is the kind of report that it begins as."""
    if shape.kind == "web page":
        pytest.importorskip("selectolax")
    document = shape.make(1_000_000)
    report = check(document) if isinstance(document, str) else ofsted.parse(document)
    assert report.framework in ("ilacs", "sif", "focused-visit") or "one line" in shape.name


@pytest.mark.parametrize("mark", ["?1\n", "!\u2019\n"])
def test_what_stands_behind_many_stops_is_looked_at_once(mark: str) -> None:
    """A sentence that grades otherwise is looked for behind each stop: before one word there may be many."""
    begun = time.process_time()
    report = ofsted.parse_text(
        ilacs_text(body=f"Children are seen {mark * 100_000} Overall effectiveness is inadequate.")
    )
    assert time.process_time() - begun < 3  # seconds: it is a tenth of one, and was that for every pair of stops
    assert max(len(paragraph.text) for paragraph in report.paragraphs) > 100_000
    assert "grades_disagree" in [issue.code for issue in report.issues]


def test_lines_of_one_hash_bucket_are_kept() -> None:
    """Lines that are taken for one another's footers would be lost."""
    lines = shapes.running_lines_of_one_bucket(5000)
    assert len(set(lines)) == 5000
    report = check(HEAD + "\n".join(f"{line}." for line in lines))
    words = " ".join(paragraph.text for paragraph in report.paragraphs).split()
    assert len(words) >= 5000 * 9


def characters(number: int) -> bytes:
    """One page of so many characters, a thousand in a line, and a name for them in the tags."""
    made = shapes.Pdf()
    shapes.add_characters(made, number)
    return bytes(made.written())


def test_a_page_of_too_many_characters_is_refused() -> None:
    """4 Mi characters; PDFium is asked for their number before the first is read."""
    assert len(ofsted.parse(characters(4_300_000)).text) > 3_900_000
    with pytest.raises(ofsted.TooLargeError):
        ofsted.parse(characters(4_700_000))


@pytest.mark.parametrize("depth", [3, 30, 33, 126, 129, 600, 5000])
def test_tags_of_any_depth_lose_no_text(depth: int) -> None:
    """PDFium follows tags to 32 levels, this package to 128; what stands deeper is read by position."""
    made = shapes.Pdf()
    parent = made.document
    chain = [made.add("") for _ in range(depth)]
    made.top.append(chain[0])
    for k, number in enumerate(chain):
        inner = "0" if k == depth - 1 else f"{chain[k + 1]} 0 R"
        made.element(("Table", "TR", "TD")[k % 3], parent, inner, number)
        parent = number
    made.page(["Ofsted inspected the help that children in this town get, and it is good."], [chain[-1]])
    report = ofsted.parse(made.written())
    assert "inspected the help that children in this town get" in report.text
    found = [p.text for p in report.paragraphs] + [cell for t in report.tables for row in t.rows for cell in row]
    assert any("children in this town" in (text or "") for text in found)


def test_content_that_many_tags_claim_is_read_once() -> None:
    """Each label would look through all of it for words."""
    made = shapes.Pdf()
    items = []
    for _ in range(20_000):
        item = made.add("")
        made.element("LI", made.document, str(made.element("Lbl", item, "0")) + " 0 R", item)
        items.append(item)
    made.top += items
    made.page(["Children in this town wait too long for help.", "1" * 20_000], [items[0], items[1]])
    assert ofsted.parse(made.written()).text.count("Children in this town") == 1
