"""Text with other characters than a reader sees reads as the text itself, and spans address what was given."""

import html
import json
import quopri
import re
import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest

import ofsted
from tests.word_pdf import of_text

COVER = """Inspection of Thornmere local authority children’s services

Inspection dates: 4 March to 15 March 2024

Lead inspector: Honor Tredwell, His Majesty’s Inspector
"""
TABLE = """
The impact of leaders on social work practice with children and families\tGood
The experiences and progress of children who need help and protection\tRequires improvement to be good
The experiences and progress of children in care\tGood
The experiences and progress of care leavers\tOutstanding
Overall effectiveness\tGood
"""
BODY = """
Services for children have grown stronger since the last inspection.

What needs to improve?

• The quality of plans for children in need, first of all.
• The timeliness of return home interviews.

The experiences and progress of children in care: good

1. Families are helped early and by staff who find time for them.
2. Plans are clear, and are looked at again when something changes.
"""
PLAIN = COVER + TABLE + BODY


def facts(report: ofsted.Report) -> dict[str, object]:
    return {
        "framework": report.framework,
        "authority": report.authority and report.authority.name,
        "inspector": report.lead_inspector,
        "periods": [(p.start, p.end) for p in report.inspection_periods],
        "judgements": {j.key: j.grade for j in report.judgements},
        "recommendations": [r.text for r in report.recommendations],
        "paragraphs": [p.text for s in report.sections for p in s.paragraphs],
    }


def doubled(text: str) -> str:
    return "".join(c if c in "\n\t" else c * 2 for c in text)


def bold_words(text: str) -> str:
    return "".join(c if c in " \n\t" else c * 2 for c in text)


def numbered(text: str) -> str:
    return "".join(f"{i:>5}\t{line}\n" for i, line in enumerate(text.splitlines(), 1))


def quoted(text: str) -> str:
    return "On Monday she wrote:\n\n" + "".join(f"> {line}\n" for line in text.splitlines())


def entities(text: str) -> str:
    return (
        text.replace("’", "&rsquo;")
        .replace("•", "&bull;")
        .replace("ren ", "&shy;ren&nbsp;")
        .replace("first", "&#102;irst")
    )


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def sent(text: str) -> str:
    return "Dear all\n\nFrom: Ada Quill\nSent: 3 May 2030\nTo: All\nSubject: Norfolk\n\n" + text


WAYS = {
    "ligatures": PLAIN.replace("ff", "\ufb00").replace("fi", "\ufb01"),
    "zero-width": PLAIN.replace("ss", "s\u200bs").replace("pro", "pro\u200d"),
    "soft hyphens": PLAIN.replace("ren", "\u00adren").replace("tiv", "\u00adtiv"),
    "no-break spaces": PLAIN.replace(" ", "\u00a0"),
    "no-break columns": PLAIN.replace("\t", "\u00a0\u00a0\u00a0"),
    "labels without spaces": COVER + re.sub(r"^.*\t", lambda row: row[0].replace(" ", ""), TABLE, flags=re.M) + BODY,
    "thin columns": PLAIN.replace("\t", "\u2009\u202f\u2009"),
    "fake bold": bold_words(COVER + TABLE) + BODY,
    "fake bold, spaces too": doubled(COVER + TABLE) + BODY,
    "line numbers": numbered(PLAIN),
    "quoted mail": quoted(PLAIN),
    "quoted twice": quoted(PLAIN).replace("> ", ">> "),
    "mail": "From: Ada Quill\nSubject: the report on Norfolk\n\nDear all, see Kent, too.\n\n" + quoted(PLAIN),
    "mail, not quoted": sent(PLAIN),
    "quoted printable": quopri.encodestring(PLAIN.encode()).decode(),
    "numbers with full stops": "".join(f"{i}. {line}\n" for i, line in enumerate(PLAIN.splitlines(), 1)),
    "entities": entities(PLAIN),
    "wide forms": wide(PLAIN),
    "a string of JSON": json.dumps(PLAIN),
    "a string of JSON in its own letters": json.dumps(PLAIN, ensure_ascii=False),
    "a string of Python": repr(PLAIN),
    "line ends as a program writes them": PLAIN.replace("\n", "\\n").replace("\t", "\\t"),
    "read as Windows-1252": PLAIN.encode().decode("cp1252", errors="replace"),
    "a comparison's new lines": re.sub("^", "+", PLAIN, flags=re.M),
    "a comparison's old lines": re.sub("^", "< ", PLAIN, flags=re.M),
    "commented out": re.sub("^", "# ", PLAIN, flags=re.M),
    "a mail's bars": sent(re.sub("^", "| ", PLAIN, flags=re.M)),
    "hard breaks of Markdown": re.sub("(?<=.)$", r"\\", PLAIN, flags=re.M),
    "line breaks of a web page": re.sub("$", "<br>", PLAIN, flags=re.M),
    "line ends with line breaks and spaces": re.sub("$", " <br />  ", PLAIN, flags=re.M),
    "line ends as an editor shows them": re.sub("$", "\u00b6", PLAIN, flags=re.M),
    "line ends as cat shows them": re.sub("$", "$", PLAIN, flags=re.M),
    "between fences": "Here is the text of the PDF:\n\n```text\n" + PLAIN + "```\n\nDo ask for a summary of Kent’s.\n",
    "between fences, nothing else": "```\n" + PLAIN + "```",
    "read as Latin-1": PLAIN.encode().decode("latin-1"),
    "read as Latin-1 twice": PLAIN.encode().decode("latin-1").encode().decode("latin-1"),
    "saved by PowerShell": PLAIN.encode().decode("cp437"),
    "saved by PowerShell in Europe": PLAIN.encode().decode("cp850"),
    "read as Mac OS Roman": PLAIN.encode().decode("mac_roman"),
    "entities of entities": html.escape(entities(PLAIN)),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_printing_reads_alike(way: str) -> None:
    assert facts(ofsted.parse_text(WAYS[way])) == facts(ofsted.parse_text(PLAIN))


@pytest.mark.parametrize("way", [quoted, sent, numbered])
def test_long_lines_are_no_string_of_a_program(way: Callable[[str], str]) -> None:
    text = PLAIN + "3. " + "Plans are written soon, and when no one can come, someone finds out why. " * 20 + "\n"
    assert facts(ofsted.parse_text(way(text))) == facts(ofsted.parse_text(text))


def by_ghostscript(text: str) -> str:
    """As Ghostscript 10.00 names ligatures: bytes in the wrong order, and of three letters the last two in one."""
    for letters, swapped in (("ffi", "\u6600\ucf00"), ("ff", "\u6600\u6600"), ("fi", "\u6600\u6900")):
        text = text.replace(letters, swapped)
    return text


def test_ligatures_with_their_bytes_in_the_wrong_order_are_letters() -> None:
    text = PLAIN + "The office finds staff who offer efficient help.\n"
    assert "\ucf00" in by_ghostscript(text)
    report = ofsted.parse_text(by_ghostscript(text))
    assert facts(report) == facts(ofsted.parse_text(text))
    assert "office finds staff who offer efficient help" in str(report.to_dict())


@pytest.mark.parametrize("words", ["\u6600 and \u6900", "\u4e2d\u6587", "\ucf00", "x\u6601y", "1\u6600 2"])
def test_ideographs_that_stand_beside_no_letter_are_left(words: str) -> None:
    assert words in ofsted.parse_text(PLAIN + f"Seen {words} here.\n").text


def test_spans_address_the_characters_that_were_given() -> None:
    text = WAYS["ligatures"]
    report = ofsted.parse_text(text)
    (overall,) = (j for j in report.judgements if j.key == "overall_effectiveness")
    assert "e\ufb00ectiveness\tGood" in text[slice(*overall.span)] or text[slice(*overall.span)] == "Good"
    first = report.sections[-1].paragraphs[0]
    assert text[slice(*first.span)].endswith("by sta\ufb00 who \ufb01nd time for them.")


@pytest.mark.parametrize("way", WAYS)
def test_a_paragraph_ends_where_its_span_ends(way: str) -> None:
    report = ofsted.parse_text(WAYS[way])
    for section in report.sections:
        for paragraph in section.paragraphs:
            if paragraph.number:
                said = unicodedata.normalize("NFKC", WAYS[way][slice(*paragraph.span)])
                assert said.endswith(paragraph.text[-6:])


@pytest.mark.parametrize("page", ["cp1252", "latin-1", "cp437", "cp850", "mac_roman"])
def test_letters_and_spaces_that_were_read_in_another_code_page_are_themselves(page: str) -> None:
    words = "The caf\u00e9 at Zo\u00eb\u2019s costs \u00a33 \u2013 no\u00a0more."
    text = PLAIN + words.encode().decode(page) + "\n"
    assert words.replace("\u00a0", " ") in str(ofsted.parse_text(text).to_dict())


@pytest.mark.parametrize("words", ["a┬b", "Γ and ∩", "the Ô of", "√2 and ¬a", "5´ and Âge", "‚so", "pâté"])
def test_characters_that_begin_no_other_stay(words: str) -> None:
    assert words in str(ofsted.parse_text(PLAIN + f"Seen are {words} here.\n").to_dict())


@pytest.mark.parametrize("bullet", ["-", "+", "*"])
def test_a_long_list_keeps_its_bullets(bullet: str) -> None:
    items = [f"{bullet} The quality of plans in area {n}.\n" for n in range(70)]
    text = COVER + TABLE + "\nWhat needs to improve?\n\n" + "".join(items)
    assert len(ofsted.parse_text(text).recommendations) == len(items)


def test_a_list_of_prices_and_a_table_keep_their_signs() -> None:
    rows = "".join(f"| Area {n} | {n}$ |\n" for n in range(40))
    report = ofsted.parse_text("# Prices\n\n| Where | Price |\n| --- | --- |\n" + rows)
    assert ("Area 7", "7$") in [tuple(row) for table in report.tables for row in table.rows]


def test_what_only_looks_like_it_stays() -> None:
    said = "Room 1122 is on floor 33, xxxxxx. > 5% of aa and oo"
    items = "".join(f"\n{n} Item of the list\n" for n in (1, 2, 3, 5, 8))
    report = ofsted.parse_text(f"Notes\n\n{said}.\n{items}")
    texts = " ".join(p.text for s in report.sections for p in s.paragraphs)
    assert said in texts
    assert all(f"{n} Item" in texts for n in (1, 2, 3, 5, 8))


def test_short_doubled_words_count_beside_long_ones_only() -> None:
    report = ofsted.parse_text("OOvveerraallll 2222 vviieeww\n\nThe aa and 22 stay beside 3344.\n")
    texts = " ".join(p.text for s in report.sections for p in s.paragraphs)
    assert "Overall 22 view" in texts + (report.title or "")
    assert "The aa and 22 stay beside 3344." in texts


MARKDOWN = """# Inspection of Thornmere local authority children’s services

**Inspection dates:** 4 March to 15 March 2024

**Lead inspector:** Honor Tredwell, His Majesty’s Inspector

| Judgement | Grade |
|---|---|
| The impact of leaders on social work practice with children and families | Good |
| The experiences and progress of children who need help and protection | Requires improvement to be good |
| The experiences and progress of children in care | Good |
| The experiences and progress of care leavers | Outstanding |
| Overall effectiveness | Good |

## What needs to improve?

- The quality of plans for children in need, first of all.
- The timeliness of return home interviews.

## The experiences and progress of children in care: good

1. Families are helped early and by staff who find time for them.
2. Plans are clear, and are looked at again when something changes.
"""


def odd(text: str) -> str:
    text = (
        text.replace("ff", "\ufb00").replace("fi", "\ufb01").replace("ress", "res\u00ads").replace("tion", "ti\u200bon")
    )
    return text.replace(" and ", "\u00a0and\u2009").replace(" of ", "\u202fof\u00a0")


def as_html(text: str) -> str:
    """A page of the text: what begins a list or a table is not looked at here."""
    lines = (line for line in text.splitlines() if line)
    return "<html><body>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines) + "</body></html>"


def test_markdown_and_web_pages_are_read_in_plain_characters_too() -> None:
    assert facts(ofsted.parse_text(odd(MARKDOWN))) == facts(ofsted.parse_text(MARKDOWN))
    pytest.importorskip("selectolax")
    plain, strange = (ofsted.parse(as_html(text).encode()) for text in (PLAIN, odd(PLAIN)))
    assert facts(strange) == facts(plain)
    assert facts(plain)["authority"] == "Thornmere"


def test_spans_go_through_two_copies() -> None:
    text = odd(MARKDOWN)
    report = ofsted.parse_text(text)
    for section in report.sections:
        for paragraph in section.paragraphs:
            if paragraph.number:
                assert text[slice(*paragraph.span)].endswith(odd(paragraph.text)[-9:])
    (leaders,) = (j for j in report.judgements if j.key == "impact_of_leaders")
    assert "Good" in text[slice(*leaders.span)]


LONG = PLAIN + "".join(f"\n{n}. Staff find the time to help families’ children.\n" for n in range(3, 400))


@pytest.mark.parametrize(
    "lost",
    [
        LONG.replace("’", "?").replace("•", "?"),
        LONG.replace("’", "\ufffd").replace("•", "\ufffd"),
        LONG.replace("’", "\u25a1"),
        LONG.replace("fi", "?"),
        LONG.replace("fi", "").replace("ff", ""),
        LONG.replace("ff", " "),
        LONG.replace("’", "").replace("•", "-"),
        LONG.lower(),
    ],
    ids=["'?'", "U+FFFD", "boxes", "'?' for ligatures", "no ligatures", "no 'ff'", "no apostrophes", "no capitals"],
)
def test_characters_that_an_extractor_lost_are_said(lost: str) -> None:
    fields = {issue.field for issue in ofsted.parse_text(lost).issues if issue.code == "lost_characters"}
    assert {"sections", "recommendations", "findings", "authority", "focus"} <= fields
    assert not {issue.code for issue in ofsted.parse_text(LONG).issues} & {"lost_characters"}


def test_a_sign_that_is_lost_in_one_paragraph_is_said_of_that_alone() -> None:
    for words, wanted in ("Staff were e?ective.", {"sections"}), ("Staff were e\ufffdective.", {"sections"}):
        report = ofsted.parse_text(f"{LONG}\n400. {words}\n")
        assert {issue.field for issue in report.issues if issue.code == "lost_characters"} == wanted
    report = ofsted.parse_text(LONG.replace("His Majesty’s Inspector", "His Majesty?s Inspector"))
    assert {issue.field for issue in report.issues if issue.code == "lost_characters"} == {"inspectors"}
    report = ofsted.parse_text(LONG.replace("• ", "• The e?ect of plans. ", 1))
    assert "recommendations" in {issue.field for issue in report.issues if issue.code == "lost_characters"}


@pytest.mark.parametrize(
    "words",
    [
        "Staff know families1 well.",
        "Staff know families.1 They",
        "Staff know families, by name,1 and",
        "Staff know families1",
        "Staff know families1.",
        "Staff know families1, too.",
        "Staff know families[1] well.",
        "Staff know families\u00b9 well.",
        "Staff know families1 and homes2 and schools3",
    ],
)
def test_the_mark_of_a_footnote_that_is_left_in_the_words_is_said(words: str) -> None:
    def marked(text: str) -> set[str | None]:
        return {issue.field for issue in ofsted.parse_text(text).issues if issue.code == "note_mark"}

    assert marked(LONG) == set()
    assert marked(f"{LONG}\n400. {words}\n") == {"sections"}
    assert "recommendations" in marked(LONG.replace("• ", f"• {words} ", 1))


@pytest.mark.parametrize(
    "words",
    [
        "Staff know families2 well.",
        "Staff of Tower64 and Tower100 know.",
        "Staff of KS1 and s1 and Aid1 know.",
        "Staff know 1 family.",
        "Staff know families 1 well.",
        "Staff know tier1a well.",
        "Staff know families1-2 well.",
        "Staff know it (1.1) well.",
        "Staff know families[s] well.",
        "Staff know families£1 well.",
    ],
)
def test_numbers_that_are_no_marks(words: str) -> None:
    issues = ofsted.parse_text(f"{LONG}\n400. {words}\n").issues
    assert "note_mark" not in {issue.code for issue in issues}


@pytest.mark.parametrize("mark", ["2", "31", "32", "63"])
def test_a_mark_whose_number_a_footnote_has_is_said_where_the_one_before_it_is_nowhere(mark: str) -> None:
    note = f"{mark} The areas for improvement have been cross-referenced with the outcomes of a framework."
    text = LONG.replace("\n10. Staff find the time", f"\n10. Staff find\n{note}\nthe time")
    read = ofsted.parse_text(text + f"\n400. Staff know schools,{mark} all of them.\n")
    assert [found.mark for found in read.footnotes] == [mark]
    assert "note_mark" in {issue.code for issue in read.issues}


def test_marks_count_up_over_all_fields() -> None:
    report = ofsted.parse_text(f"{LONG}\n400. Staff know families1.\n".replace("• ", "• Plans2 ", 1))
    assert {issue.field for issue in report.issues if issue.code == "note_mark"} >= {"sections", "recommendations"}


def test_lost_bullets_and_dashes_are_read_as_what_they_were() -> None:
    lost = PLAIN.replace("•", "?").replace("4 March to 15 March", "4 ? 15 March")
    assert facts(ofsted.parse_text(lost)) == facts(ofsted.parse_text(PLAIN))


def test_a_question_is_no_loss() -> None:
    said = "Why? we asked. What?! (What next?) See https://example.org/?a=1 ?"
    report = ofsted.parse_text(f"{PLAIN}\n3. {said}\n")
    assert report.sections[-1].paragraphs[-1].text == said
    assert "lost_characters" not in {issue.code for issue in report.issues}


GHOSTSCRIPTED = """
400. Children9s needs are met, and they didn9t wait. Partners9 work with 8front door9 staff is strong: the 8Stay Well9
team knows each child9s plan. From 8am on 8th May, section 9 of the plan, Kew TW9 4DU and N22 8HQ, 9 of 89 records.
"""


def test_digits_that_a_pdf_has_for_quotation_marks_are_said_in_its_text() -> None:
    report = ofsted.parse_text(LONG + GHOSTSCRIPTED)
    assert {i.field for i in report.issues if i.code == "lost_characters"} >= {
        "sections",
        "recommendations",
        "inspectors",
    }
    said = report.paragraphs[-1].text
    assert said.startswith("Children's needs are met, and they didn9t wait. Partners9 work")
    assert "each child's plan. From 8am on 8th May, section 9 of the plan, Kew TW9 4DU and N22 8HQ, 9 of 89" in said
    assert report.text[slice(*report.paragraphs[-1].span)].startswith("400. Children9s needs")


@pytest.mark.parametrize("reader", ["ofsted", "pdfium"])
def test_digits_that_a_font_has_for_quotation_marks_are_read_as_such(reader: Literal["ofsted", "pdfium"]) -> None:
    report = ofsted.parse(of_text(PLAIN + GHOSTSCRIPTED.replace("400.", "3.")), reader=reader)
    assert report.paragraphs[-1].text == (
        "Children’s needs are met, and they didn’t wait. Partners’ work with ‘front door’ staff is strong: the ‘Stay "
        "Well’ team knows each child’s plan. From 8am on 8th May, section 9 of the plan, Kew TW9 4DU and N22 8HQ, 9 of "
        "89 records."
    )


def test_digits_stay_where_no_font_has_them_for_quotation_marks() -> None:
    said = "The Stay8Well team9 met in room 8b at 9."
    assert ofsted.parse(of_text(f"{PLAIN}\n3. {said}\n")).paragraphs[-1].text == said
    assert ofsted.parse_text(f"{PLAIN}\n3. {said}\n").paragraphs[-1].text == said


HYPHENS = (
    "Multi-agency work is well-led, and 16- and 17-year-olds are heard. "
    + "Children are seen and know whom to ask. " * 12
)


def test_soft_hyphens_where_no_other_stands_are_hyphens() -> None:
    """A font of a PDF has one sign for both, and says that it is the soft one."""
    soft = HYPHENS.replace("-", "\u00ad") * 40
    assert [p.text for p in ofsted.parse_text(soft).paragraphs] == [
        p.text for p in ofsted.parse_text(HYPHENS * 40).paragraphs
    ]


@pytest.mark.parametrize("sign", ["\x02", "\ufffe"])
def test_pdfiums_sign_for_a_hyphen_at_a_lines_end_is_a_hyphen(sign: str) -> None:
    """`get_text_bounded()` and `get_text_range()` of pypdfium2 write it and go on with the next line."""
    text = HYPHENS.replace("-", sign) * 40
    report = ofsted.parse_text(text)
    assert [p.text for p in report.paragraphs] == [p.text for p in ofsted.parse_text(HYPHENS * 40).paragraphs]
    assert report.text == text


def test_a_control_character_behind_no_word_is_no_hyphen() -> None:
    (paragraph,) = ofsted.parse_text("Children are seen. \x02They know whom to ask.").paragraphs
    assert "-" not in paragraph.text


@pytest.mark.parametrize("text", [HYPHENS * 40, HYPHENS.replace("-", " ") * 40, HYPHENS.replace("-", "\u2011") * 40])
def test_soft_hyphens_between_syllables_are_no_hyphens(text: str) -> None:
    marked = text.replace("dren", "\u00addren").replace("know", "kn\u00adow").replace("heard", "he\u00adard")
    marked = (
        marked if "-" in text or "\u2011" in text else marked.replace("een", "e\u00aden").replace("ork", "o\u00adrk")
    )
    assert [p.text for p in ofsted.parse_text(marked).paragraphs] == [
        p.text for p in ofsted.parse_text(text).paragraphs
    ]
