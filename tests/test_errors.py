"""Files that are no report: each ends in an error that names the file and says what to do."""

from __future__ import annotations

import copy
import io
import pickle
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import ofsted
from tests.conftest import BROKEN, EXAMPLES, PDF, minimal_pdf

ENCRYPTED = minimal_pdf(
    trailer=b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"a1" * 32 + b"> /U <" + b"b2" * 32 + b"> >> "
    b"/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
)
NOISE = random.Random(1)
RUBBISH = bytes(NOISE.randrange(256) for _ in range(5000))

BAD: dict[str, tuple[bytes, type[ofsted.OfstedError]]] = {
    "empty": (b"", ofsted.NotAReportError),
    "blank": (b" \r\n\t \n", ofsted.NotAReportError),
    "only a byte order mark": (b"\xef\xbb\xbf", ofsted.NotAReportError),
    "only a byte order mark, utf-16": (b"\xff\xfe", ofsted.NotAReportError),
    "html": (b"<!DOCTYPE html>\n<html><body>404</body></html>", ofsted.NotAReportError),
    "html after blanks": (b"\n\n  <HTML><head></head></HTML>", ofsted.NotAReportError),
    "xml": (b"<?xml version='1.0'?><Error>AccessDenied</Error>", ofsted.NotAReportError),
    "word": (b"PK\x03\x04" + bytes(100), ofsted.NotAReportError),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), ofsted.NotAReportError),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), ofsted.NotAReportError),
    "rubbish": (RUBBISH, ofsted.NotAReportError),
    "utf-16 cut in a character": ("report".encode("utf-16")[:-1], ofsted.NotAReportError),
    "controls": (b"\x01\x02\x03 text" * 10, ofsted.NotAReportError),
    "cut": (PDF.read_bytes()[:2000], ofsted.DamagedFileError),
    "only a mark": (b"%PDF-1.7\n", ofsted.DamagedFileError),
    "mark and rubbish": (b"%PDF-1.7\n" + RUBBISH, ofsted.DamagedFileError),
    "encrypted": (ENCRYPTED, ofsted.EncryptedFileError),
    "encrypted in a way of its own": (
        minimal_pdf(trailer=b"/Encrypt << /Filter /Invented /V 1 /R 2 >> /ID [<00> <00>]"),
        ofsted.EncryptedFileError,
    ),
    "no text": (minimal_pdf(), ofsted.NoTextError),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_bytes(name: str, tmp_path: Path) -> None:
    data, kind = BAD[name]
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    with pytest.raises(ofsted.OfstedError) as caught:
        ofsted.parse(path)
    assert type(caught.value) is kind
    assert caught.value.path == str(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert str(caught.value).endswith(".")
    with pytest.raises(kind, match="<bytes>"):
        ofsted.parse(data)


@pytest.mark.parametrize(
    ("held", "kind"),
    [
        ("xl/workbook.xml", r"a spreadsheet \(\.xlsx\); where .* save them as CSV first\."),
        ("word/document.xml", r"a Word document \(\.docx\)"),
        ("ppt/presentation.xml", r"a presentation \(\.pptx\)"),
        ("reports/norfolk.pdf", "a zip archive or"),
    ],
)
def test_what_a_zip_archive_is_is_told_by_what_it_holds(held: str, kind: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(held, "see children " * 100)
    with pytest.raises(ofsted.NotAReportError, match=f"this is {kind}"):
        ofsted.parse(data.getvalue())


@pytest.mark.parametrize("path", sorted(BROKEN.iterdir()), ids=lambda path: str(path.name))
def test_broken_samples(path: Path) -> None:
    kinds = {
        "cut": ofsted.DamagedFileError,
        "empty": ofsted.NotAReportError,
        "encrypted": ofsted.EncryptedFileError,
        "error-page": ofsted.NotAReportError,
        "scan": ofsted.NoTextError,
    }
    with pytest.raises(kinds[path.stem]):
        ofsted.parse(path)


@pytest.mark.parametrize("text", ["", " \n\t\f"])
def test_empty_text(text: str) -> None:
    with pytest.raises(ofsted.NotAReportError, match="<text>"):
        ofsted.parse_text(text)


def test_a_pdf_cut_anywhere_never_crashes() -> None:
    data = PDF.read_bytes()
    for end in range(0, len(data), max(1, len(data) // 40)):
        with suppress(ofsted.OfstedError):
            ofsted.parse(data[:end])


def test_a_pdf_with_flipped_bytes_never_crashes() -> None:
    data = PDF.read_bytes()
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(20):
            broken[NOISE.randrange(len(broken))] = NOISE.randrange(256)
        with suppress(ofsted.OfstedError):
            ofsted.parse(bytes(broken)).to_dict()


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ofsted.parse(tmp_path / "none.pdf")
    with pytest.raises(IsADirectoryError, match="folder"):
        ofsted.parse(tmp_path)


def test_errors_survive_pickle_and_copy() -> None:
    error = ofsted.NotAReportError("a.pdf", "because.")
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(other) is ofsted.NotAReportError
        assert (other.path, other.reason, str(other)) == ("a.pdf", "because.", "a.pdf: because.")


# What is read from sentences, in any of which a page may tell.
SENTENCES = [
    *("sections", "recommendations", "findings", "inspectors", "lead_inspector", "footnotes"),
    *("previous_judgements", "previous_inspections", "addressee", "focus"),
]


def test_pages_that_are_missing_are_said() -> None:
    content = b"BT /F 12 Tf 72 700 Td (The council wrote to every school in the county.) Tj ET"
    whole = ofsted.parse(minimal_pdf(content))
    torn = ofsted.parse(minimal_pdf(content, missing=2))
    assert "unreadable_pages" not in {issue.code for issue in whole.issues}
    said = [issue for issue in torn.issues if issue.code == "unreadable_pages"]
    assert [issue.field for issue in said] == SENTENCES
    assert {issue.message.split(" are ")[0] for issue in said} == {"2 of 3 pages"}


@pytest.mark.parametrize(("kind", "said"), [(b"/FT /Tx /V (Good)", True), (b"/FT /Btn", False)])
def test_form_fields_are_named(kind: bytes, said: bool) -> None:
    content = b"BT /F 12 Tf 72 700 Td (The council wrote to every school in the county.) Tj ET"
    field = b"/Annots [<< /Type /Annot /Subtype /Widget %s /T (grade) /Rect [72 600 200 620] >>]" % kind
    report = ofsted.parse(minimal_pdf(content, page=field))
    assert [issue.page for issue in report.issues if issue.code == "form_fields"] == [1] * said


SOUND = [
    "The council wrote to every school and home in the county.",
    "Children are seen by people whom they know very well.",
    "Managers read the plans and ask what has changed.",
    "Most young people live near their old schools.",
]
SHIFT = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "defghijklmnopqrstuvwxyzabcDEFGHIJKLMNOPQRSTUVWXYZABC"
)
SHIFTED = [line.translate(SHIFT) for line in SOUND]


def printed(lines: list[str]) -> bytes:
    drawn = " ".join(f"1 0 0 1 72 {800 - 14 * n} Tm ({line}) Tj" for n, line in enumerate(lines))
    return minimal_pdf(f"BT /F 11 Tf {drawn} ET".encode())


def test_a_text_layer_of_other_letters_is_an_error() -> None:
    with pytest.raises(ofsted.GarbledTextError, match="garbled") as caught:
        ofsted.parse(printed(SHIFTED * 4))
    assert isinstance(caught.value, ofsted.NoTextError)


@pytest.mark.parametrize(
    ("lines", "garbled"),
    [
        (SOUND * 8, False),
        (SOUND * 8 + SHIFTED[1:2], True),
        (SHIFTED[:2] + SOUND * 8, True),
        ([*SOUND, "WWW.EXAMPLE.ORG/XY/QZ-77", "T 0300 123 1231"], False),
    ],
)
def test_a_page_with_words_of_other_letters_is_named(lines: list[str], garbled: bool) -> None:
    report = ofsted.parse(printed(lines))
    said = [(issue.field, issue.page) for issue in report.issues if issue.code == "garbled"]
    assert said == ([(field, 1) for field in SENTENCES] if garbled else [])


# A font that names no letters has the numbers of its glyphs in their place: 29 less than letters, and others for signs.
NUMBERED = {"Majesty’s": "Majesty¶s", "children’s": "FKLOGUHQ¶V", "‘front door’": "µIURQWGRRU¶"}


@pytest.mark.parametrize(("words", "numbers"), NUMBERED.items())
def test_numbers_of_glyphs_in_place_of_letters_are_said(words: str, numbers: str) -> None:
    sound = "\n".join([*SOUND * 3, f"Inspectors looked at {words} and so on.", *SOUND * 3])
    report = ofsted.parse_text(sound.replace(words, numbers))
    said = [issue for issue in report.issues if issue.code == "garbled"]
    assert [issue.field for issue in said] == (SENTENCES if numbers != "µIURQWGRRU¶" else [])
    assert all(numbers in report.text[slice(*issue.span)] for issue in said if issue.span)
    assert "garbled" not in {issue.code for issue in ofsted.parse_text(sound).issues}


@pytest.mark.parametrize("mark", ["A line¶\n", "A heading¶ \n", "5 ¶ 6\n"])
def test_a_sign_of_a_line_end_is_no_number_of_a_glyph(mark: str) -> None:
    assert "garbled" not in {issue.code for issue in ofsted.parse_text(mark + "\n".join(SOUND)).issues}


@pytest.mark.parametrize(("lines", "garbled"), [(SOUND, False), (SHIFTED, True), (["\ue041\ue042\ue043"] * 3, True)])
def test_text_of_no_known_kind_may_be_garbled(lines: list[str], garbled: bool) -> None:
    report = ofsted.parse_text("\n".join(lines * 50))
    assert ("garbled" in {issue.code for issue in report.issues}) is garbled


# ---- names that do not exist ----


def test_an_unknown_name_is_a_sentence_with_suggestions() -> None:
    corpus = ofsted.Corpus([ofsted.parse(EXAMPLES / "ilacs-2024.pdf")])
    asked: list[tuple[Callable[[], object], str, str]] = [
        (lambda: ofsted.find_authority("Norflk"), "'Norflk'", "Norfolk"),
        (lambda: corpus.filter(authority="Norbury Val"), "'Norbury Val'", "Norbury Vale"),
        (lambda: corpus.filter(framework="ilac"), "no framework 'ilac'", "ilacs"),
        (lambda: corpus.table("judgement"), "no frame 'judgement'", "judgements"),
        (lambda: corpus["ilacs-2023.pdf"], "'ilacs-2023.pdf'", "ilacs-2024.pdf"),
        (lambda: corpus[0].judgements["overall"], "'overall'", "overall_effectiveness"),
        (lambda: corpus[0].search("care", within="paragraph"), "'paragraph'", "paragraphs"),  # type: ignore[arg-type]
    ]
    for ask, said, suggested in asked:
        with pytest.raises(ofsted.NotFoundError) as caught:
            ask()
        assert said in str(caught.value)
        assert suggested in caught.value.suggestions
        assert suggested in str(caught.value)
        assert not str(caught.value).startswith(("'", '"'))


def test_where_there_is_no_name_at_all_it_is_said() -> None:
    report = ofsted.parse_text("Minutes of a meeting")
    with pytest.raises(
        ofsted.NotFoundError, match="no item with the key 'overall_effectiveness'; there is none at all"
    ):
        _ = report.judgements["overall_effectiveness"]


@pytest.mark.parametrize("kind", [KeyError, ValueError])
def test_an_unknown_name_is_caught_either_way(kind: type[Exception]) -> None:
    with pytest.raises(kind):
        ofsted.find_authority("Nowhere")
    with pytest.raises(kind):
        ofsted.Corpus().filter(authority="Nowhere")


def test_an_unknown_name_pickles() -> None:
    with pytest.raises(ofsted.NotFoundError) as caught:
        ofsted.find_authority("Norflk")
    back = pickle.loads(pickle.dumps(caught.value))
    assert (str(back), back.suggestions) == (str(caught.value), caught.value.suggestions)
