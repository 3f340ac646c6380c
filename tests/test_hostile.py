"""Texts that nobody would write: each ends, in a report or in a clear error, and spans still address the text."""

import pytest

import ofsted

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
