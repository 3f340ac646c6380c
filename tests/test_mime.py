"""A web page that a browser saved as one file, and a mail with a report in it, read as what they hold."""

from __future__ import annotations

import codecs
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

import ofsted
from tests.invented import FIVE, ILACS_ROWS, ilacs_text

ROWS = "".join(f"<tr><td>{row}</td><td>Good</td></tr>" for row in ILACS_ROWS)
PAGE = f"""<!DOCTYPE html><html><head><title>Report</title></head><body><main>
<h1>Inspection of Northmere children’s services</h1>
<p>Inspection dates: 3 June 2024 to 7 June 2024</p><p>Lead inspector: Ada Lovelace, His Majesty’s Inspector</p>
<table><tr><th>Judgement</th><th>Grade</th></tr>{ROWS}</table>
<h2>What needs to improve?</h2><ul><li>The quality of plans.</li></ul>
<h2>The experiences and progress of children in care: good</h2><p>1. Children live near – and see – their families.</p>
</main></body></html>"""
TEXT = ilacs_text(
    table=dict.fromkeys(ILACS_ROWS, "Good"), items="- The quality of ‘plans’.", body="1. Children do well."
)


def held(source: bytes) -> dict[str, Any]:
    facts = ofsted.parse(source).to_dict()
    del facts["source"]
    return facts


def mail(text: str | None = None, page: str | None = None, **how: Any) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Fwd: the report"
    message["From"] = "ada@northmere.example"
    if text is not None:
        message.set_content(text, **how)
    if page is not None:
        add = message.set_content if text is None else message.add_alternative
        add(page, subtype="html", **how)
    return message


def saved_page(page: str, cte: str) -> bytes:
    """As browsers write it: the page, then what it shows, as parts of one message."""
    message = mail(page=page, cte=cte)
    message.add_related(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", cid="<logo>")
    return bytes(message).replace(b"\n", b"\r\n")


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_a_page_saved_as_one_file_is_the_page(cte: str) -> None:
    pytest.importorskip("selectolax")
    report = ofsted.parse(saved_page(PAGE, cte))
    assert report.source.format == "html"
    assert {item.key: item.grade and item.grade.value for item in report.judgements} == dict.fromkeys(FIVE, "good")
    assert held(saved_page(PAGE, cte)) == held(PAGE.encode())


@pytest.mark.parametrize(
    ("cte", "charset"),
    [("quoted-printable", "utf-8"), ("base64", "utf-8"), ("8bit", "utf-8"), ("base64", "windows-1252")],
)
def test_a_mail_is_its_text(cte: str, charset: str) -> None:
    text = held(TEXT.encode())
    assert held(bytes(mail(TEXT, cte=cte, charset=charset))) == text
    assert held(bytes(mail(TEXT, "<p>See below.</p>", cte=cte, charset=charset))) == text


def test_a_mail_that_says_wrongly_what_it_is_written_in_is_read() -> None:
    whole = bytes(mail(TEXT, cte="8bit"))
    for charset in (b"us-ascii", b"no-such-charset"):
        assert held(whole.replace(b'charset="utf-8"', b'charset="' + charset + b'"')) == held(TEXT.encode())


def test_a_mail_without_text_says_what_to_do() -> None:
    attached = mail("Please find the report attached.")
    attached.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="report.pdf")
    picture = EmailMessage()
    picture.set_content(b"\x89PNG", maintype="image", subtype="png")
    deep = b"MIME-Version: 1.0\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (level, level) for level in range(3000)
    )
    for data, said in ((bytes(attached), "a PDF attached"), (bytes(picture), "no text"), (deep, "no text")):
        with pytest.raises(ofsted.NotAReportError, match=said):
            ofsted.parse(data)


def test_a_quoted_mail_stays_a_text() -> None:
    quoted = f"From: Ada Lovelace\nSubject: the report\n\n{TEXT}"
    assert ofsted.parse(quoted.encode()).text == quoted


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE])
def test_wide_characters_by_their_mark(mark: bytes) -> None:
    bits = {2: "utf-16", 4: "utf-32"}[len(mark)]
    order = "le" if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE) else "be"
    assert held(mark + TEXT.encode(f"{bits}-{order}")) == held(TEXT.encode())
    with pytest.raises(ofsted.NotAReportError):
        ofsted.parse(mark + b"\xd8" * 7)
    pytest.importorskip("selectolax")
    assert held(mark + PAGE.encode(f"{bits}-{order}")) == held(PAGE.encode())


def test_a_folder_means_saved_pages_too(tmp_path: Path) -> None:
    pytest.importorskip("selectolax")
    for name in ("one.mhtml", "two.MHT"):
        (tmp_path / name).write_bytes(saved_page(PAGE, "quoted-printable"))
    assert len(ofsted.read(tmp_path)) == 2
