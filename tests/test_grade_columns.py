"""Judgement tables that print grades side by side: whose column is read, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import ofsted
from tests.invented import FIVE, ILACS_ROWS, ilacs_text

OURS = ("Good", "Requires improvement to be good", "Good", "Outstanding", "Good")
THEIRS = ("Inadequate", "Inadequate", "Good", "Requires improvement to be good", "Inadequate")
READ = ["good", "requires_improvement", "good", "outstanding", "good"]
BEFORE = ["inadequate", "inadequate", "good", "requires_improvement", "inadequate"]
COVER = [
    "Inspection of Rutland local authority children’s services",
    "Inspection dates: 4 March to 15 March 2024",
    "Lead inspector: Ada Quill, His Majesty’s Inspector",
]
LAYOUTS = ["html", "tabs", "columns"]


def table(
    headers: list[str], columns: Sequence[tuple[str, ...]], layout: str, cover: list[str] = COVER
) -> ofsted.Report:
    rows = ([headers] if headers else []) + [list(row) for row in zip(ILACS_ROWS, *columns, strict=True)]
    if layout == "html":
        pytest.importorskip("selectolax")
        cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        front = f"<h1>{cover[0]}</h1>" + "".join(f"<p>{line}</p>" for line in cover[1:])
        return ofsted.parse(f"<html><body><main>{front}<table>{cells}</table></main></body></html>".encode())
    if layout == "tabs":
        lines = ["\t".join(row) for row in rows]
    else:
        lines = [row[0].ljust(80) + "".join(cell.ljust(44) for cell in row[1:]) for row in rows]
    return ofsted.parse_text("\n\n".join(cover) + "\n\n" + "\n".join(lines) + "\n\nChildren are safe.\n")


def grades(report: ofsted.Report) -> list[str | None]:
    found = {judgement.key: judgement.grade for judgement in report.judgements}
    return [found[key].value if found.get(key) else None for key in FIVE]  # type: ignore[union-attr]


def earlier(report: ofsted.Report) -> list[tuple[int | None, str | None]]:
    return [(past.year, past.grade.value if past.grade else None) for past in report.previous_judgements]


def doubts(report: ofsted.Report) -> set[str]:
    return {issue.code for issue in report.issues if issue.field == "judgements"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("now", "past", "year"),
    [
        ("2024 grade", "2019 grade", 2019),
        ("2024", "2019", 2019),
        ("Grade, March 2024", "Grade, June 2019", 2019),
        ("Grade", "Previous grade", None),
        ("Judgement", "Judgement at the last inspection (2019)", 2019),
        ("This inspection", "Previous inspection 2018", 2018),
        ("Current grade", "Grade in 2021", 2021),
        ("Now", "Was", None),
        ("Inspection 2024", "Inspection 2016", 2016),
    ],
)
def test_the_header_says_which_column_is_this_inspections(now: str, past: str, year: int | None, layout: str) -> None:
    for headers, columns in ([now, past], [OURS, THEIRS]), ([past, now], [THEIRS, OURS]):
        report = table(["Area inspected", *headers], columns, layout)
        assert grades(report) == READ
        assert doubts(report) == set()
        assert earlier(report) == [(year, grade) for grade in BEFORE]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "other",
    [
        "Norfolk",
        "2031 grade",
        "Self-assessment grade",
        "Target",
        "National average",
        "Grade of neighbours",
        "Our view 2024",
        "Mock inspection, March 2024",
        "Draft",
        "Peer review",
        "Our ambition",
        "Region",
    ],
)
def test_a_column_that_is_neither_now_nor_before_is_left_out(other: str, layout: str) -> None:
    for headers, columns in (["Rutland", other], [OURS, THEIRS]), ([other, "Rutland"], [THEIRS, OURS]):
        report = table(["Judgement", *headers], columns, layout)
        assert (grades(report), doubts(report), earlier(report)) == (READ, set(), [])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "headers",
    [
        [],
        ["", "North", "South"],
        ["Judgement", "Grade", "Grade"],
        ["Judgement", "January 2024", "March 2024"],
        ["Judgement", "East", "Previous"],
        ["Judgement", "", "Previous"],
    ],
)
def test_where_no_header_decides_no_grade_is_kept(headers: list[str], layout: str) -> None:
    report = table(headers, [OURS, THEIRS], layout)
    assert grades(report) == [None] * 5
    assert "unreadable" in doubts(report)


def test_a_table_that_a_page_break_cut_in_two_goes_on_below_the_headers_of_the_first() -> None:
    pytest.importorskip("selectolax")
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in zip(ILACS_ROWS, THEIRS, OURS, strict=True)]
    parts = [["<td></td><td>2019 grade</td><td>2024 grade</td>", *rows[:3]], rows[3:]]
    tables = "<p>2</p>".join(f"<table>{''.join(f'<tr>{row}</tr>' for row in part)}</table>" for part in parts)
    front = f"<h1>{COVER[0]}</h1>" + "".join(f"<p>{line}</p>" for line in COVER[1:])
    report = ofsted.parse(f"<html><body><main>{front}{tables}</main></body></html>".encode())
    assert grades(report) == READ
    assert earlier(report) == [(2019, grade) for grade in BEFORE]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_of_two_years_the_later_is_this_inspections_where_its_own_is_not_known(layout: str) -> None:
    cover = [COVER[0], COVER[2]]
    for headers, columns in (["March 2024", "June 2019"], [OURS, THEIRS]), (["2019", "2024"], [THEIRS, OURS]):
        report = table(["Judgement", *headers], columns, layout, cover)
        assert grades(report) == READ
        assert doubts(report) == set()
        assert earlier(report) == [(2019, grade) for grade in BEFORE]
    three = table(["Judgement", "2016", "2024", "2019"], [THEIRS, OURS, THEIRS], layout, cover)
    assert grades(three) == READ
    assert earlier(three) == [(year, grade) for grade in BEFORE for year in (2016, 2019)]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("now", "other", "past"),
    [("Ofsted 2024", "Ofsted 2019", 2019), ("2024 grade", "2019 grade", 2019), ("Ofsted 2019", "Our view 2024", None)],
)
def test_a_year_beside_other_words_tells_the_same(now: str, other: str, past: int | None, layout: str) -> None:
    for headers, columns in (([now, other], [OURS, THEIRS]), ([other, now], [THEIRS, OURS])):
        report = table(["Judgement", *headers], columns, layout, COVER[:1])
        assert (grades(report), doubts(report)) == (READ, set())
        assert earlier(report) == ([(past, grade) for grade in BEFORE] if past else [])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("headers", [["2024", "2024"], ["2024", "North"], ["South", "2019"], ["2019 or 2024", "2019"]])
def test_years_that_do_not_tell_two_columns_apart_decide_nothing(headers: list[str], layout: str) -> None:
    report = table(["Judgement", *headers], [OURS, THEIRS], layout, cover=[COVER[0], COVER[2]])
    assert grades(report) == [None] * 5
    assert "unreadable" in doubts(report)


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("Inspection 2019", "Inspection 2024", True),
        ("June 2019", "March 2024", True),
        ("Our inspection in June 2019", "Our grades", False),
        ("Inspection 2024", "Inspection 2024", False),
        ("The council was inspected in 2019.", "The council was inspected in 2024.", False),
    ],
)
def test_of_two_tables_below_different_years_the_later_is_this_inspections(first: str, second: str, read: bool) -> None:
    def part(title: str, column: tuple[str, ...]) -> str:
        rows = (f"| {row} | {grade} |\n" for row, grade in zip(ILACS_ROWS, column, strict=True))
        return f"## {title}\n\n| Judgement | Grade |\n|---|---|\n" + "".join(rows)

    for cover in COVER, [COVER[0], COVER[2]]:
        tables = [part(first, THEIRS), part(second, OURS)]
        report = ofsted.parse_text("# " + "\n\n".join([*cover, *tables]) + "\n\nChildren are safe.\n")
        assert ("grades_disagree" in doubts(report)) != read
        assert (grades(report) == READ) == read
        assert earlier(report) == [(2019, grade) for grade in BEFORE if read]


def test_a_table_of_one_row_below_a_later_year_makes_the_others_no_older() -> None:
    rows = "".join(f"| {row} | {grade} |\n" for row, grade in zip(ILACS_ROWS, OURS, strict=True))
    ours = f"## Inspection 2023\n\n| Judgement | Grade |\n|---|---|\n{rows}"
    theirs = "## Fostering 2025\n\n| Judgement | Grade |\n|---|---|\n| Overall effectiveness | Good |\n"
    report = ofsted.parse_text("# " + "\n\n".join([COVER[0], COVER[2], ours, theirs]) + "\nChildren are safe.\n")
    assert grades(report) == READ
    assert earlier(report) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_grades_of_an_earlier_inspection_alone_are_not_this_ones(layout: str) -> None:
    report = table(["Judgement", "Grade at the previous inspection"], [THEIRS], layout)
    assert grades(report) == [None] * 5
    assert "unreadable" in doubts(report)
    assert [grade for _, grade in earlier(report)] == BEFORE


def test_headers_that_are_glued_together_do_not_decide() -> None:
    rows = "\n".join(f"{label:80}{now:40}{past}" for label, now, past in zip(ILACS_ROWS, THEIRS, OURS, strict=True))
    report = ofsted.parse_text("\n\n".join(COVER) + f"\n\nArea inspected   Previous gradeGrade\n{rows}\n\nThey met.\n")
    assert grades(report) == [None] * 5
    assert "unreadable" in doubts(report)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_three_columns(layout: str) -> None:
    report = table(["Judgement", "2016", "2024", "2019"], [THEIRS, OURS, THEIRS], layout)
    assert grades(report) == READ
    assert earlier(report) == [(year, grade) for grade in BEFORE for year in (2016, 2019)]


def test_an_inspection_at_the_turn_of_the_year() -> None:
    cover = [COVER[0], "Inspection dates: 4 December to 15 December 2023", "Report published: 30 January 2024"]
    for year in "2023", "2024":
        assert grades(table(["Judgement", "2019", year], [THEIRS, OURS], "tabs", cover)) == READ
    both = table(["Judgement", "2024", "2023"], [THEIRS, OURS], "tabs", cover)
    assert grades(both) == READ


@pytest.mark.parametrize(("year", "is_earlier"), [("2022", True), ("2023", False), ("2024", False)])
def test_where_only_its_publication_is_known_the_year_before_it_may_be_the_inspections_own(
    year: str, is_earlier: bool
) -> None:
    cover = [COVER[0], COVER[2], "Report published: 30 January 2024"]
    report = table(["Judgement", "Now", year], [OURS, THEIRS], "tabs", cover)
    assert grades(report) == READ
    assert earlier(report) == [(int(year), grade) for grade in BEFORE if is_earlier]


BODY = "What needs to improve?\n\n- Plans.\n\nThe experiences and progress of children in care: good\n\n1. Homes suit."


@pytest.mark.parametrize("title", ["Annex: grades at the last inspection", "Outcomes of the previous inspection, 2019"])
@pytest.mark.parametrize("body", [BODY, "Children are safe."])
@pytest.mark.parametrize("own", [True, False])
def test_a_table_of_the_last_inspection_is_none_of_this_one(title: str, body: str, own: bool) -> None:
    def rows(column: tuple[str, ...]) -> str:
        return "\n".join("\t".join(row) for row in zip(ILACS_ROWS, column, strict=True))

    parts = [*COVER, rows(OURS) if own else "Leaders know their services.", body, title, rows(THEIRS)]
    report = ofsted.parse_text("\n\n".join(parts) + "\n")
    found = grades(report)
    assert found == READ if own else not {"inadequate", "requires_improvement"} & {*found}
    assert own or "missing" in doubts(report)


def test_the_grades_of_a_table_of_the_last_inspection() -> None:
    pytest.importorskip("selectolax")
    rows = ("Overall effectiveness", "Capacity to improve", "Quality of provision")
    now, past = (
        "<table>" + "".join(f"<tr><td>{row}</td><td>{grade}</td></tr>" for row in rows) + "</table>"
        for grade in ("Good", "Adequate")
    )
    page = (
        "<main><h1>Inspection of looked after children services</h1><p>Rutland County Council</p>"
        "<p>Inspection dates: 4 to 15 March 2013</p><h2>About this inspection</h2><p>1. They met children.</p>"
        f"<h2>Record of main findings</h2>{now}<h2>Outcomes of the previous inspection, 2010</h2>{past}</main>"
    )
    report = ofsted.parse(page.encode())
    assert {judgement.grade.value for judgement in report.judgements if judgement.grade} == {"good"}
    assert earlier(report) == [(2010, "adequate")] * 3


@pytest.mark.parametrize(("printed", "differs"), [("Grade 2 (good)", False), ("Grade 3 (adequate)", True)])
def test_a_heading_in_a_box_with_its_grade_is_one(printed: str, differs: bool) -> None:
    pytest.importorskip("selectolax")
    page = (
        "<main><h1>Inspection of looked after children services</h1><p>Rutland County Council</p>"
        "<p>Inspection dates: 4 to 15 March 2013</p><h2>About this inspection</h2><p>1. They met children.</p>"
        f"<table><tr><td>Capacity to improve</td><td>{printed}</td></tr></table><p>2. Leaders listen.</p>"
        "<h2>Record of main findings</h2><table><tr><td>Overall effectiveness</td><td>Good</td></tr>"
        "<tr><td>Capacity to improve</td><td>Good</td></tr></table></main>"
    )
    report = ofsted.parse(page.encode())
    (box,) = (section for section in report.sections if section.heading == "Capacity to improve")
    assert box.grade is not None
    assert box.grade.value in printed
    assert [paragraph.number for paragraph in box.paragraphs] == [2]
    assert ("grades_disagree" in {issue.code for issue in report.issues}) == differs


def test_the_columns_of_a_sif_report() -> None:
    rows = [
        ("1. Children who need help and protection", "Requires improvement", "Inadequate"),
        ("2. Children looked after and achieving permanence", "Requires improvement", "Inadequate"),
        ("2.1 Adoption performance", "Good", "Requires improvement"),
        ("2.2 Experiences and progress of care leavers", "Good", "Inadequate"),
        ("3. Leadership, management and governance", "Requires improvement", "Inadequate"),
    ]
    text = (
        "Rutland County Council\n\nInspection of services for children in need of help and protection, children looked "
        "after and care leavers\n\nInspection date: 7 November 2016 to 30 November 2016\n\n"
        "Children’s services in Rutland require improvement to be good\n\nJudgement\t2016\t2013\n"
        + "\n".join("\t".join(row) for row in rows)
        + "\n\nExecutive summary\n\nChildren are safe.\n"
    )
    report = ofsted.parse_text(text)
    found = {judgement.key: judgement.grade.value for judgement in report.judgements if judgement.grade}
    assert found["help_and_protection"] == "requires_improvement"
    assert found["adoption_performance"] == "good"
    assert found["leadership"] == "requires_improvement"
    assert earlier(report)[2] == (2013, "requires_improvement")


@pytest.mark.parametrize("head", ["", "Judgement    Grade\n", "Judgements and grades\n\nJudgement Grade\n"])
@pytest.mark.parametrize(("grades", "doubted"), [(OURS, False), (THEIRS, True)])
def test_a_second_table_that_lost_its_lines_is_compared(head: str, grades: tuple[str, ...], doubted: bool) -> None:
    rows = " ".join(f"{row} {grade}" for row, grade in zip(ILACS_ROWS, grades, strict=True))
    report = ofsted.parse_text(
        ilacs_text(table=dict(zip(ILACS_ROWS, OURS, strict=True)), body=f"Annex A\n\n{head}{rows}")
    )
    assert [(report.judgements[key].grade or None) for key in FIVE] == READ
    assert ("grades_disagree" in doubts(report)) == doubted


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize(
    "title",
    [
        "Judgements at the previous inspection, June 2019",
        "Judgement grades of the last inspection in 2019",
        "Annex: outcomes of the previous inspection (June 2019)",
        "Previous inspection judgements (2019)",
    ],
)
def test_the_table_of_an_earlier_inspection_is_known_by_its_title(title: str, behind: bool) -> None:
    def rows(grades: tuple[str, ...]) -> str:
        return "| Judgement | Grade |\n|---|---|\n" + "".join(
            f"| {row} | {grade} |\n" for row, grade in zip(ILACS_ROWS, grades, strict=True)
        )

    tables = [f"## Judgements\n\n{rows(OURS)}", f"## {title}\n\n{rows(THEIRS)}"]
    text = "\n\n".join(tables if behind else tables[::-1])
    report = ofsted.parse_text("# " + "\n\n".join(COVER) + f"\n\n{text}\n\nChildren are safe.\n")
    assert grades(report) == READ
    assert earlier(report) == [(2019, grade) for grade in BEFORE]
    assert "grades_disagree" not in doubts(report)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("headers", [[], ["Judgement", "Grade", ""]])
def test_earlier_grades_that_lost_their_header_are_said(headers: list[str], layout: str) -> None:
    report = table(headers, [OURS, OURS], layout)
    assert grades(report) == READ
    assert earlier(report) == []
    assert [issue.code for issue in report.issues if issue.field == "previous_judgements"] == ["unreadable"]


@pytest.mark.parametrize("head", ["Previous inspection", "Grades at the last inspection", "Previous grades"])
def test_a_list_of_earlier_grades_is_no_column_of_the_table(head: str) -> None:
    rows, ours, theirs = ("\n".join(part) for part in (ILACS_ROWS, OURS, THEIRS))
    behind, before = (
        ofsted.parse_text("\n\n".join(COVER) + f"\n\nJudgement\n{rows}\n{lists}\n\nChildren are safe.\n")
        for lists in (f"Grade\n{ours}\n{head}\n{theirs}", f"{head}\n{theirs}\nGrade\n{ours}")
    )
    assert grades(behind) == READ
    assert [issue.code for issue in behind.issues if issue.field == "previous_judgements"] == ["unreadable"]
    assert grades(before) == [None] * 5
    assert "missing" in doubts(before)


def test_headers_below_each_other_are_no_title_of_an_earlier_table() -> None:
    rows = "\n".join("\n".join(row) for row in zip(ILACS_ROWS, OURS, THEIRS, strict=True))
    report = ofsted.parse_text(
        "\n\n".join(COVER) + f"\n\nJudgement\nGrade\nPrevious inspection\n{rows}\n\nChildren are safe.\n"
    )
    assert grades(report) == [None] * 5
    assert "unreadable" in doubts(report)
    assert earlier(report) == []


def test_two_grades_behind_a_label_with_single_spaces_are_none() -> None:
    rows = "\n".join(" ".join(row) for row in zip(ILACS_ROWS, OURS, THEIRS, strict=True))
    report = ofsted.parse_text("\n\n".join(COVER) + f"\n\n{rows}\n\nChildren are safe.\n")
    wrong = {key for key, grade, read in zip(FIVE, grades(report), READ, strict=True) if grade not in (None, read)}
    assert wrong == set()
    assert "unreadable" in doubts(report)


@pytest.mark.parametrize("above", ["Rutland", "This inspection and the last", "Grade", "2024"])
def test_a_header_of_several_columns_together_is_none_of_the_first(above: str) -> None:
    pytest.importorskip("selectolax")
    for headers, columns in ((("2019", "2024"), (THEIRS, OURS)), (("2024", "2019"), (OURS, THEIRS))):
        rows = [["", *headers], *([row, *cells] for row, *cells in zip(ILACS_ROWS, *columns, strict=True))]
        cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        front = f"<h1>{COVER[0]}</h1>" + "".join(f"<p>{line}</p>" for line in COVER[1:])
        head = f'<tr><th>Judgement</th><th colspan="2">{above}</th></tr>'
        page = f"<html><body><main>{front}<table>{head}{cells}</table></main></body></html>"
        report = ofsted.parse(page.encode())
        assert (grades(report), earlier(report)) == (READ, [(2019, grade) for grade in BEFORE])
