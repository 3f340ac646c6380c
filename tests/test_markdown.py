"""Markdown, as people and tools make it of reports: known by its signs, read with what it marks."""

from __future__ import annotations

import itertools
import textwrap
from pathlib import Path

import pytest

import ofsted
from ofsted import Report
from tests.invented import ILACS_ROWS, ilacs_text

GRADES = ("Good", "Requires improvement to be good", "Inadequate", "Outstanding", "Good")
ROWS = tuple(zip(ILACS_ROWS, GRADES, strict=True))

# Each writes the judgement table in another way.
TABLES = {
    "outer pipes": "|Judgement|Grade|\n|---|---|\n" + "".join(f"|{a}|{b}|\n" for a, b in ROWS),
    "no outer pipes": "Judgement | Grade\n:--- | ---:\n" + "".join(f"{a} | {b}\n" for a, b in ROWS),
    "padded": "| Judgement  | Grade |\n|:---------|:-----:|\n" + "".join(f"| {a:<80} | {b:<40} |\n" for a, b in ROWS),
    "empty header": "| | |\n|---|---|\n" + "".join(f"| {a} | **{b}** |\n" for a, b in ROWS),
    "first row as header": "".join(f"|**{a}**|{b}|\n" + ("|---|---|\n" if a == ILACS_ROWS[0] else "") for a, b in ROWS),
    "broken lines": "|**Judgement**|**Grade**|\n|---|---|\n"
    + "".join(f"|{a.replace(' of ', ' of<br>')}|{b.replace(' to ', '<br/>to ')}|\n" for a, b in ROWS),
    "quoted": "> |Judgement|Grade|\n> |---|---|\n" + "".join(f"> |{a}|{b}|\n" for a, b in ROWS),
    "emphasis and escapes": "|Judgement|Grade|\n|-|-|\n" + "".join(f"|{a}|_{b}_\\.|\n" for a, b in ROWS),
    "tags": "<table>\n<thead><tr><th>Judgement</th><th>Grade</th></tr></thead>\n"
    + "".join(f"<tr><td>{a}</td>\n<td class='grade'><b>{b}</b></td></tr>\n" for a, b in ROWS)
    + "</table>\n",
    "tags on one line": f"<table>{''.join(f'<tr><td>{a}</td><td>{b}</td></tr>' for a, b in ROWS)}</table>\n",
    "windows": "|Judgement|Grade|\r\n|---|---|\r\n" + "".join(f"|{a}|{b}|\r\n" for a, b in ROWS),
}


def grid(rows: tuple[tuple[str, str], ...]) -> str:
    """A rule above and below each row, whose cells are wrapped."""
    rule, lines = f"+{'-' * 42}+{'-' * 22}+\n", []
    for cells in (("Judgement", "Grade"), *rows):
        wrapped = itertools.zip_longest(*(textwrap.wrap(cell, n) for cell, n in zip(cells, (40, 20), strict=True)))
        lines.append("".join(f"| {a or '':<40} | {b or '':<20} |\n" for a, b in wrapped))
    return rule + rule.join(lines) + rule


TABLES["grid"] = grid(ROWS)
HEAD = """\
# **Inspection of Wrexley local authority children’s services**

**Inspection dates:** 4 March to 15 March 2024

**Lead inspector:** Ada Quayle, His Majesty’s Inspector

"""
BODY = """
Services have grown stronger since the last inspection. Leaders know their service well.

## What needs to improve?

- The quality of plans for children in need.
* The timeliness of **return home** interviews.
- How management oversight is recorded, \\
  and read again.

## The experiences and progress of children who need help and protection: requires improvement to be good

1. Families are helped early by people who *stay* with them, as [the plan](https://wrexley.invalid/plan) says.

2. Plans are clear &amp; looked at again<sup>1</sup> when something changes.

## The experiences and progress of children in care: inadequate

3\\. Homes are found early.

4. They are not always near.

© Crown copyright 2024
"""


def numbered(report: Report) -> dict[str, str]:
    return {str(p.number): p.text for p in report.paragraphs if p.number}


def words(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_way_to_write_the_table_gives_the_grades(table: str) -> None:
    report = ofsted.parse_text(HEAD + table + BODY)
    assert report.source.format == "markdown"
    assert report.framework == "ilacs"
    assert [str(j.grade) for j in report.judgements] == [grade.removesuffix(" to be good") for grade in GRADES]
    assert [j.source for j in report.judgements] == ["table"] * 5
    assert [words(j.label) for j in report.judgements] == [words(label) for label in ILACS_ROWS]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_page_that_is_cut_off_anywhere_in_its_table_ends(table: str) -> None:
    """As where a copy or a model stops: no line end is left, and the last row has a pipe somewhere in it."""
    for end in range(len(table)):
        report = ofsted.parse_text(HEAD + table[:end])
        assert report.source.format == "markdown"
        assert len(report.to_dict()["judgements"]) <= len(ROWS)


def test_what_the_page_says_is_read_without_its_marks() -> None:
    report = ofsted.parse_text(HEAD + TABLES["outer pipes"] + BODY)
    assert report.title == "Inspection of Wrexley local authority children’s services"
    assert report.lead_inspector
    assert report.lead_inspector.name == "Ada Quayle"
    assert str(report.inspection_periods[0].start) == "2024-03-04"
    assert [r.text for r in report.recommendations] == [
        "The quality of plans for children in need.",
        "The timeliness of return home interviews.",
        "How management oversight is recorded, and read again.",
    ]
    assert numbered(report)["1"] == "Families are helped early by people who stay with them, as the plan says."
    assert numbered(report)["2"].startswith("Plans are clear & looked at again")
    assert numbered(report)["3"] == "Homes are found early."
    assert numbered(report)["4"] == "They are not always near."


def test_spans_address_the_input() -> None:
    text = "\N{GRINNING FACE}\n" + HEAD + TABLES["broken lines"] + BODY
    report = ofsted.parse_text(text)
    assert report.text == text
    for judgement in report.judgements:
        assert words(str(judgement.printed)) in words(text[slice(*judgement.span)].replace("<br/>", ""))
    for recommendation in report.recommendations:
        start, end = recommendation.span
        assert text[start] in "TH"
        assert text[end - 1] == "."
    first = next(p for p in report.paragraphs if p.number == 1)
    paragraph = text[slice(*first.span)]
    assert paragraph.startswith("1. Families")
    assert paragraph.endswith("says.")
    headings = [text[slice(*s.span)] for s in report.sections]
    assert any(h.startswith("What needs to improve?") for h in headings)


def test_a_fence_around_the_whole_page_and_comments_of_pages() -> None:
    pages = "<!-- page 1 -->\n" + HEAD + TABLES["outer pipes"] + "\n<!-- page 2 -->\n" + BODY
    report = ofsted.parse_text(f"```markdown\n{pages}```\n")
    assert len(report.judgements) == 5
    assert report.source.pages == 2
    assert {j.page for j in report.judgements} == {1}
    assert {r.page for r in report.recommendations} == {2}


@pytest.mark.parametrize(
    "mark",
    ["<!-- PageBreak -->", "<!-- page break -->", "--- end of page=0 ---", "{1}------------", "<!--Page: 2-->", "\f"],
)
def test_other_marks_of_a_page(mark: str) -> None:
    report = ofsted.parse_text(f"{HEAD}{TABLES['outer pipes']}\n{mark}\n{BODY}")
    assert (report.source.pages, {r.page for r in report.recommendations}) == (2, {2})


def test_a_grid_is_a_table_in_a_text_that_has_no_other_signs() -> None:
    text = (HEAD + TABLES["grid"] + BODY).replace("#", "").replace("*", "")
    report = ofsted.parse_text(text)
    assert [str(j.grade) for j in report.judgements] == [grade.removesuffix(" to be good") for grade in GRADES]
    assert {j.source for j in report.judgements} == {"table"}


def test_a_second_grid_leaves_the_words_above_it_where_they_are() -> None:
    grids = f"{TABLES['grid']}\nThey were read.\n\n{grid((('Homes', '12'),))}"
    report = ofsted.parse_text(HEAD + grids + BODY)
    assert [len(table.rows) for table in report.tables] == [2]
    assert [str(j.grade) for j in report.judgements] == [grade.removesuffix(" to be good") for grade in GRADES]
    assert "They were read." in {p.text for p in report.paragraphs}


def test_a_grid_of_one_column_is_the_paragraph_that_it_frames() -> None:
    words = ("Children are seen each week by", "Norbury Vale’s own workers.")
    framed = "".join(f"| {line:<40} |\n" for line in words)
    rule = f"+{'-' * 42}+\n"
    report = ofsted.parse_text(f"{HEAD}{TABLES['grid']}\n{rule}{framed}{rule}\n{BODY}")
    assert " ".join(words) in {p.text for p in report.paragraphs}


def test_rows_of_a_grid_are_bounded() -> None:
    lines = "".join(f"| {'a' * 3} | b{n} |\n" for n in range(5000))
    rule = f"+{'-' * 8}+{'-' * 8}+\n"
    assert len(ofsted.parse_text(f"{rule * 3}{lines}{rule}").tables) == 1


def test_bold_by_underscores_and_escapes_are_markdown() -> None:
    head = HEAD.replace("**", "__").replace("# ", "")
    rows = "\n\n".join(f"__{label}__\n\n{grade}" for label, grade in ROWS)
    body = BODY.replace("**", "__").replace("## ", "__").replace("?\n", "?__\n").replace("good\n", "good__\n")
    report = ofsted.parse_text(head + rows + body.replace("- The", "\\- The").replace("inadequate\n", "inadequate__\n"))
    assert report.source.format == "markdown"
    assert [str(j.grade) for j in report.judgements] == [grade.removesuffix(" to be good") for grade in GRADES]


@pytest.mark.parametrize("between", ["", "\n", "\r\n"], ids=["one line", "lines", "windows"])
def test_a_picture_within_the_text_is_none_of_it(between: str) -> None:
    """Wider than the pages that are looked at for signs, and full of what could be words and bullets."""
    picture = f"![](data:image/png;base64,{between}" + between.join(["o/Good7+O1" * 7] * 600) + "==)"
    report = ofsted.parse_text(picture + "\n\n" + HEAD + TABLES["outer pipes"] + BODY)
    assert report.source.format == "markdown"
    assert report.title == "Inspection of Wrexley local authority children’s services"
    assert len(report.judgements) == 5
    assert report.judgements[0].span is not None


def test_a_picture_that_never_ends_takes_no_words() -> None:
    report = ofsted.parse_text("![](data:image/png;base64,iVBO\n\n" + HEAD + TABLES["outer pipes"] + BODY)
    assert report.lead_inspector is not None
    assert len(report.judgements) == 5


def test_page_numbers_and_running_lines_are_no_text() -> None:
    feet = [f"{n}\n\n**Inspection of Wrexley local authority children’s services**\n\n" for n in range(1, 5)]
    body = BODY.replace("2. Plans are clear &amp;", f"2. Plans are clear\n\n{feet[1]}\n\nand they are")
    text = HEAD + TABLES["outer pipes"] + "\n" + feet[0] + body.replace("4. They", f"{feet[2]}4. They") + feet[3]
    report = ofsted.parse_text(text)
    assert numbered(report)["2"].startswith("Plans are clear and they are looked at again")
    assert not [p for p in report.paragraphs if p.text in {"1", "2", "3", "4"}]
    assert not [p for p in report.paragraphs if p.text.startswith("Inspection of Wrexley")]


@pytest.mark.parametrize(
    ("above", "first"), [("", "Contents"), ("Contents\n\n", "Summary"), ("**Contents**\n\n", "Summary")]
)
def test_a_table_of_contents_is_none_of_the_tables(above: str, first: str) -> None:
    contents = f"{above}| {first} | 2 |\n|---|---|\n| Findings | 4 |\n\n"
    body = BODY.replace("4. They are", "| Year | Children |\n|---|---|\n| 2023 | 41 |\n\n4. They are")
    report = ofsted.parse_text(HEAD + contents + TABLES["outer pipes"] + body)
    assert [table.rows for table in report.tables] == [[["Year", "Children"], ["2023", "41"]]]
    assert len(report.judgements) == 5


def recommended(listed: str) -> list[str]:
    """What is read where this stands for the list of recommendations."""
    body = BODY.split("- The quality")[0] + listed + "\n## The experiences" + BODY.split("## The experiences", 1)[1]
    return [words(r.text) for r in ofsted.parse_text(HEAD + TABLES["outer pipes"] + body).recommendations]


def test_nested_lists_stand_in_their_entries() -> None:
    listed = (
        "- The quality of plans:\n    - for children in need\n    - for care leavers.\n- How oversight is recorded.\n"
    )
    assert recommended(listed) == [
        words("The quality of plans: for children in need for care leavers."),
        words("How oversight is recorded."),
    ]


def test_each_line_a_heading_of_which_some_are_torn() -> None:
    """As a converter writes a page whose type is as large as a heading's."""
    listed = "### ◼ The choice of homes for disabled\n\n### children.\n\n### ◼ How oversight is recorded.\n"
    assert recommended(listed) == [
        words("The choice of homes for disabled children."),
        words("How oversight is recorded."),
    ]


def test_bold_with_a_space_before_its_end() -> None:
    bold = BODY.replace("## What needs to improve?", "**What needs to improve? **").replace(
        "## The experiences and progress of children in care: inadequate",
        "**The experiences and progress of children in care: inadequate **",
    )
    report = ofsted.parse_text(HEAD + TABLES["outer pipes"] + bold)
    assert len(report.recommendations) == 3
    headings = {section.heading: section.grade for section in report.sections}
    assert headings["The experiences and progress of children in care"] == "inadequate"
    assert not any("*" in (heading or "") for heading in headings)


@pytest.mark.parametrize(("salutation", "doubted"), [("Ms Quayle", False), ("Ada", True)])
def test_a_letter_with_its_address_on_one_line(salutation: str, doubted: bool) -> None:
    text = (
        "Ofsted Piccadilly Gate **T** 0300 123 1231 Store Street **Textphone** 0161 618 8524 Manchester\n\n"
        "12 May 2023\n\nAda Quayle Director of Children’s Services Wrexley Council 1 Mill Lane Wrexley WX1 2YZ\n\n"
        f"Dear {salutation}\n\n# **Focused visit to Wrexley children’s services**\n\n"
        "This letter summarises the findings of a focused visit to Wrexley on 1 and 2 May 2023. His Majesty’s "
        "Inspectors for this visit were Jo Marsh and Bo Lind.\n\n# **Headline findings**\n\nHelp is good.\n\n"
        "# **Main findings**\n\nHelp is early.\n\nYours sincerely\n\n**Jo Marsh** **His Majesty’s Inspector**\n"
    )
    report = ofsted.parse_text(text)
    assert report.source.format == "markdown"
    assert report.framework == "focused-visit"
    assert report.addressee == "Ada Quayle"
    assert any(i.field == "addressee" for i in report.issues) == doubted


PLAIN = (
    "\n\n".join(
        ["Inspection of Wrexley local authority children’s services", "Inspection dates: 4 March to 15 March 2024"]
    )
    + "\n\n"
    + "".join(f"{a}\t{b}\n" for a, b in ROWS)
)


@pytest.mark.parametrize(
    "more",
    [
        "",
        "* One point.\n* Another point.\n** A third.\n",
        "# 1 of 9\n",
        "a | b | c\nd | e | f\n",
        "- one\n- two\n- three\n- four\n",
        "* see note 1   ** see note 2   *** see note 3\n",
        "-------------\nWrexley\n=============\n",
    ],
)
def test_plain_text_with_a_sign_here_and_there_stays_plain(more: str) -> None:
    report = ofsted.parse_text(PLAIN + "\n" + more)
    assert report.source.format == "text"
    assert len(report.judgements) == 5


def test_a_files_name_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(HEAD + TABLES["outer pipes"] + BODY, encoding="utf-8")
    (tmp_path / "report.md").write_text(PLAIN, encoding="utf-8")
    assert ofsted.parse(tmp_path / "report.txt").source.format == "markdown"
    assert ofsted.parse(tmp_path / "report.md").source.format == "text"
    frame = ofsted.read([tmp_path / "report.txt", tmp_path / "report.md"]).reports()
    assert list(frame["format"]) == ["markdown", "text"]


@pytest.mark.parametrize(("rows", "is_left_out"), [(30, False), (300, True)])
def test_a_table_that_is_hardly_more_than_room_is_left_out(rows: int, is_left_out: bool) -> None:
    text = "# Homes\n\n|" + "Seen|" * 300 + "\n|" + "---|" * 300 + "\n" + "|Heard|\n" * rows
    report = ofsted.parse_text(text)
    assert [issue.code for issue in report.issues if issue.field == "tables"] == ["too_large"] * is_left_out
    assert [(len(table.rows), len(table.rows[0])) for table in report.tables] == [(rows + 1, 300)] * (not is_left_out)


def test_an_item_is_nested_where_it_stands_two_columns_within_its_list() -> None:
    head = (
        "# Inspection of Kent local authority children’s services\n\n**Inspection dates:** 4 March to 15 March 2024\n\n"
        "**Lead inspector:** Ada Finch, His Majesty’s Inspector\n\n|Judgement|Grade|\n|---|---|\n"
        + "".join(f"|{label}|Good|\n" for label in ILACS_ROWS)
        + "\n"
    )
    for indent, entries in (("", 3), (" ", 3), ("  ", 2), ("    ", 2)):
        items = f"- The quality of plans\n{indent}- The visits to children\n- The records."
        report = ofsted.parse_text(f"{head}## What needs to improve?\n\n{items}\n")
        assert len(report.recommendations) == entries, indent


@pytest.mark.parametrize(
    "mark",
    [
        "Page {0}",
        "**Page {0}**\n\n---",
        "---\n\n**Page {0}**",
        "## Page {0}",
        "*Page {0} of 9*",
        "{0} of 9",
        "Page {0}/9",
        "[{0}]",
    ],
)
def test_the_words_for_a_page_are_no_words_of_the_paragraph_over_its_end(mark: str) -> None:
    halves = [("Children live in homes that are", "near to their schools."), ("Workers see", "each family weekly.")]
    halves += [("Plans say", "what is to change."), ("Leaders know", "what they read in them.")]
    body = "\n\n".join(
        f"{n}. {first}\n\n{mark.format(n + 1)}\n\n{second}" for n, (first, second) in enumerate(halves, start=1)
    )
    chapter = f"## The experiences and progress of children in care: good\n\n{body}"
    text = (
        ilacs_text(body=chapter)
        .replace("What needs", "## What needs")
        .replace("Lead inspector:", "**Lead inspector:**")
    )
    report = ofsted.parse_text(f"# {text}")
    assert report.source.format == "markdown"
    found = [(paragraph.number, paragraph.text) for paragraph in report.sections[-1].paragraphs]
    assert found == [(n, f"{first} {second}") for n, (first, second) in enumerate(halves, start=1)]
