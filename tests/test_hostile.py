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


@pytest.mark.parametrize("part", ["<div>", "<table><tr><td>", "<ul><li>a", "<b>", "<h2>"])
def test_nested_html_ends(part: str) -> None:
    pytest.importorskip("selectolax")
    words = "<p>Ofsted inspected children’s services in Wrexley. </p>" * 100
    page = f"<!doctype html><html><body><h1>Ofsted inspection</h1>{words}{part * 20_000}</body></html>"
    try:
        report = ofsted.parse(page.encode())
    except ofsted.TooLargeError:
        return
    assert report.paragraphs
