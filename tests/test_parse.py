"""Ways in: paths, bytes, binary files, text; what is told apart by content."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

import ofsted
from tests.conftest import PDF, TEXT, minimal_pdf

# A page of a report in the fewest words that are recognised as one.
LINES = (
    "Inspection of Norbury Vale local authority children’s services\n"
    "Inspection dates: 13 May 2024 to 24 May 2024\n"
    "Judgement Grade\nOverall effectiveness Good\n"
)


def test_path_bytes_and_file_give_the_same_report() -> None:
    data = PDF.read_bytes()
    by_path = ofsted.parse(str(PDF)).to_dict()
    with PDF.open("rb") as file:
        by_file = ofsted.parse(file).to_dict()
    assert by_file == by_path
    for source in (data, bytearray(data), memoryview(data), io.BytesIO(data)):
        tree = ofsted.parse(source).to_dict()
        assert tree["source"].pop("path") is None
        assert tree["source"] == {k: v for k, v in by_path["source"].items() if k != "path"}
        assert {**tree, "source": None} == {**by_path, "source": None}


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    places = [Path(os.devnull)]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "report.pdf")
        (tmp_path / "linked.pdf").symlink_to("report.pdf")
        places += [tmp_path / "report.pdf", tmp_path / "linked.pdf"]
    for place in places:
        with pytest.raises(ofsted.NotAReportError, match="a pipe, a socket or a device"):
            ofsted.parse(place)
        assert ofsted.read(place, workers=1).table("errors").column("error") == ["NotAReportError"]


def test_a_path_object_is_a_path_whatever_it_holds(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ofsted.parse(Path("new\nline.pdf"))
    with pytest.raises(ValueError, match="parse_text"):
        ofsted.parse("Inspection of Norfolk\nlocal authority")
    path = tmp_path / "new\nline.txt"
    try:
        path.write_bytes(TEXT.read_bytes())
    except OSError:
        pytest.skip("this system has no such names")
    assert ofsted.parse(path).path == str(path)
    for paths in (tmp_path, [path], [str(path)]):
        assert [report.path for report in ofsted.read(paths)] == [str(path)]


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fstat
    monkeypatch.setattr(os, "fstat", lambda number: SimpleNamespace(st_size=1000, st_mode=real(number).st_mode))
    assert ofsted.parse(PDF).source.sha256 == hashlib.sha256(PDF.read_bytes()).hexdigest()


def test_source_of_a_pdf() -> None:
    source = ofsted.parse(PDF).source
    assert source.path == os.fspath(PDF)
    assert (source.format, source.pages) == ("pdf", 4)
    assert source.sha256 == hashlib.sha256(PDF.read_bytes()).hexdigest()
    assert source.extractor is not None
    assert source.extractor.startswith("pdfium ")


def test_source_of_text() -> None:
    text = TEXT.read_text(encoding="utf-8")
    report = ofsted.parse_text(text)
    assert report.source == ofsted.Source(None, "text", None, hashlib.sha256(text.encode()).hexdigest(), None)
    assert report.text is text


def test_content_decides_not_the_name(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(PDF.read_bytes())
    (tmp_path / "report.pdf").write_bytes(TEXT.read_bytes())
    assert ofsted.parse(tmp_path / "report.txt").source.format == "pdf"
    assert ofsted.parse(tmp_path / "report.pdf").source.format == "text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_are_sure(encoding: str) -> None:
    report = ofsted.parse(LINES.encode(encoding))
    assert report.text == LINES
    assert "encoding" not in [issue.code for issue in report.issues]


def test_windows_text_is_read_and_flagged() -> None:
    report = ofsted.parse(LINES.encode("cp1252"))
    assert report.text == LINES
    assert [issue.field for issue in report.issues if issue.code == "encoding"] == ["source"]


def test_form_feeds_are_pages() -> None:
    assert ofsted.parse_text("Page one\n\fPage two\n").source.pages == 2
    assert ofsted.parse_text("No pages\n").source.pages is None


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_do_not_matter(newline: str) -> None:
    text = TEXT.read_text(encoding="utf-8")
    plain = ofsted.parse_text(text)
    other = ofsted.parse_text(text.replace("\n", newline))
    assert [j.grade for j in other.judgements] == [j.grade for j in plain.judgements]
    assert [p.text for p in other.paragraphs] == [p.text for p in plain.paragraphs]


def test_lone_surrogates_keep_the_positions() -> None:
    text = "\ud83d " + TEXT.read_text(encoding="utf-8") + "\udc00"
    report = ofsted.parse_text(text)
    assert report.text is text
    assert report.judgements
    for judgement in report.judgements:
        assert judgement.printed is not None
        assert judgement.printed in judgement.evidence
    assert len(report.source.sha256) == 64


def test_characters_outside_the_basic_plane_keep_the_positions() -> None:
    text = "\U0001f600\U0001f600 " + TEXT.read_text(encoding="utf-8")
    for judgement in ofsted.parse_text(text).judgements:
        assert judgement.printed is not None
        assert judgement.printed in judgement.evidence


@pytest.mark.parametrize("piece", ["a", "1. ", "good ", "| ", "\x02", "3 May 2024 ", "(", "Overall effectiveness "])
def test_a_line_of_ten_megabytes_ends(piece: str) -> None:
    report = ofsted.parse_text(piece * (10_000_000 // len(piece)))
    assert report.framework == "unknown"
    assert report.issues


def test_many_short_lines_end() -> None:
    report = ofsted.parse_text("1. A paragraph.\n\n" * 100_000)
    assert report.framework == "unknown"


def test_unknown_text_is_said_to_be_unknown() -> None:
    report = ofsted.parse_text("Minutes of the parish council\n\nThe hedge was discussed.\n")
    assert report.framework is ofsted.Framework.UNKNOWN
    assert not report.judgements
    assert "framework" in [issue.field for issue in report.issues]


def test_a_pdf_with_little_text_is_unknown() -> None:
    report = ofsted.parse(minimal_pdf(b"BT /F 12 Tf 72 700 Td (Minutes of the parish council) Tj ET"))
    assert report.framework == "unknown"
    assert "Minutes of the parish council" in report.text


@pytest.mark.parametrize("wrong", [None, 3, io.StringIO("text")])
def test_wrong_types(wrong: object) -> None:
    with pytest.raises(TypeError):
        ofsted.parse(wrong)  # type: ignore[arg-type]


def test_parse_text_takes_str_only() -> None:
    with pytest.raises(TypeError, match="parse\\(\\)"):
        ofsted.parse_text(b"bytes")  # type: ignore[arg-type]


def test_text_given_to_parse_gets_a_hint() -> None:
    with pytest.raises(ValueError, match="parse_text"):
        ofsted.parse("Inspection of\nNorbury Vale")
