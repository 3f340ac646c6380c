"""Judgements that stand in no table: lists, terms and descriptions, lines behind breaks, each grade beside or below."""

from __future__ import annotations

from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

ROWS = {
    "impact_of_leaders": ("The impact of leaders on social work practice with children and families", "Outstanding"),
    "help_and_protection": (
        "The experiences and progress of children who need help and protection",
        "Requires improvement to be good",
    ),
    "in_care": ("The experiences and progress of children in care", "Good"),
    "care_leavers": ("The experiences and progress of care leavers", "Inadequate"),
    "overall_effectiveness": ("Overall effectiveness", "Requires improvement to be good"),
}
GRADES = {
    "impact_of_leaders": "outstanding",
    "help_and_protection": "requires_improvement",
    "in_care": "good",
    "care_leavers": "inadequate",
    "overall_effectiveness": "requires_improvement",
}
TITLE = "Inspection of Rutland local authority children’s services"
COVER = ("Inspection dates: 4 March to 15 March 2024", "Lead inspector: Honor Tredwell, His Majesty’s Inspector")
BODY = "Services for children in Rutland vary. Leaders know the service well, and plans are clear to all."


def each(form: str, between: str = "\n") -> str:
    return between.join(form.format(label, grade) for label, grade in ROWS.values())


def as_text(table: str) -> str:
    return "\n\n".join((TITLE, *COVER, table, BODY, "What needs to improve?", "- The quality of plans."))


def as_markdown(table: str) -> str:
    return "\n\n".join((f"# {TITLE}", *COVER, table, BODY, "## What needs to improve?", "- The quality of **plans**."))


def as_page(table: str) -> str:
    cover = "".join(f"<p>{line}</p>" for line in COVER)
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{cover}{table}<p>{BODY}</p>"
        "<h2>What needs to improve?</h2><ul><li>The quality of plans.</li></ul></body></html>"
    )


def grades(report: Any) -> dict[str, str]:
    assert report.framework == "ilacs"
    return {judgement.key: judgement.grade.value for judgement in report.judgements}


def doubts(report: Any) -> set[str]:
    return {issue.code for issue in report.issues if issue.field == "judgements"}


TEXTS = {
    "a colon": each("{}: {}"),
    "a dash": each("{} – {}"),
    "bullets": each("• {}: {}"),
    "hyphens": each("- {} - {}"),
    "below": each("{}\n{}"),
    "below, apart": each("{}\n\n{}", "\n\n"),
    "the grade before": "\n".join(f"{grade}: {label}" for label, grade in ROWS.values()),
    "the grade before a dash": "\n".join(f"• {grade} – {label}" for label, grade in ROWS.values()),
    "an earlier one behind": each("{}: {} (previously Good)"),
    "bullets, an earlier one": each("• {} – {} (up from inadequate in 2019)"),
}
MARKDOWN = {
    "a list": each("- {}: {}"),
    "bold labels": each("- **{}:** {}"),
    "bold grades": each("* {}: **{}**"),
    "below": each("**{}**\n\n{}", "\n\n"),
    "a list in a list": each("- {}\n  - {}"),
    "hard breaks": each("{}: {}", "  \n"),
}
PAGES = {
    "terms": "<dl>" + each("<dt>{}</dt><dd>{}</dd>") + "</dl>",
    "a list": "<ul>" + each("<li>{}: <strong>{}</strong></li>") + "</ul>",
    "a list in a list": "<ul>" + each("<li>{}<ul><li>{}</li></ul></li>") + "</ul>",
    "breaks": "<p>" + each("{}: {}", "<br>") + "</p>",
    "boxes": each("<div><p>{}</p><p>{}</p></div>"),
    "the grade before": "<ul>"
    + "".join(f"<li><strong>{grade}</strong>: {label}</li>" for label, grade in ROWS.values())
    + "</ul>",
    "an earlier one behind": "<ul>" + each("<li>{} – <b>{}</b> (was outstanding)</li>") + "</ul>",
    "grades above": "".join(f"<div><p>{grade}</p><p>{label}</p></div>" for label, grade in ROWS.values()),
    "bullets": "<p>" + each("• {}: {}", "<br>") + "</p>",
}


@pytest.mark.parametrize("table", TEXTS.values(), ids=TEXTS)
def test_in_text(table: str) -> None:
    report = ofsted.parse_text(as_text(table))
    assert grades(report) == GRADES
    assert len(report.recommendations) == 1


@pytest.mark.parametrize("table", MARKDOWN.values(), ids=MARKDOWN)
def test_in_markdown(table: str) -> None:
    report = ofsted.parse_text(as_markdown(table))
    assert report.source.format == "markdown"
    assert grades(report) == GRADES
    assert len(report.recommendations) == 1


@pytest.mark.parametrize("table", PAGES.values(), ids=PAGES)
def test_in_a_page(tmp_path: Any, table: str) -> None:
    pytest.importorskip("selectolax")
    path = tmp_path / "page.html"
    path.write_text(as_page(table), encoding="utf-8")
    report = ofsted.parse(path)
    assert grades(report) == GRADES
    assert len(report.recommendations) == 1


@pytest.mark.parametrize("way", ["text", "markdown", "page"])
def test_a_row_without_its_grade_takes_no_other(tmp_path: Any, way: str) -> None:
    rows = [f"{label}: {grade}" for label, grade in ROWS.values()]
    rows[2] = ROWS["in_care"][0]
    if way == "page":
        pytest.importorskip("selectolax")
        path = tmp_path / "page.html"
        path.write_text(as_page("<ul>" + "".join(f"<li>{row}</li>" for row in rows) + "</ul>"), encoding="utf-8")
        report = ofsted.parse(path)
    else:
        table = "\n".join(f"- {row}" for row in rows)
        report = ofsted.parse_text(as_text(table) if way == "text" else as_markdown(table))
    found = grades(report)
    assert all(GRADES[key] == grade for key, grade in found.items())
    assert "in_care" not in found
    assert "missing" in doubts(report)


def test_beside_a_table_a_list_of_grades_is_only_compared(tmp_path: Any) -> None:
    pytest.importorskip("selectolax")
    table = "<table>" + each("<tr><td>{}</td><td>{}</td></tr>") + "</table>"
    other = "<ul>" + "".join(f"<li>{label}: Good</li>" for label, _ in ROWS.values()) + "</ul>"
    path = tmp_path / "page.html"
    path.write_text(as_page(table + other), encoding="utf-8")
    report = ofsted.parse(path)
    assert grades(report) == GRADES
    assert "grades_disagree" in doubts(report)


def test_a_chapters_heading_right_below_the_table_is_no_row() -> None:
    rows = each("{} {}")
    chapter = "The experiences and progress of children in care: good\n\n1. Children are seen.\n\n2. They are heard."
    report = ofsted.parse_text(as_text(f"{rows}\n{chapter}"))
    assert grades(report) == GRADES
    assert "The experiences and progress of children in care" in [section.heading for section in report.sections]


def printed(report: Any) -> list[str]:
    return [judgement.printed for judgement in report.judgements]


def previous(report: Any) -> list[tuple[int | None, str | None]]:
    return [(past.year, past.grade and past.grade.value) for past in report.previous_judgements]


@pytest.mark.parametrize("form", ["• {}: {} {}", "{}\t{} {}", "{}\n{} {}"])
@pytest.mark.parametrize(
    ("behind", "year"),
    [
        ("(previously inadequate)", None),
        ("(Previous grade: Inadequate, 2019)", 2019),
        ("(was inadequate in 2021)", 2021),
        ("(up from inadequate)", None),
    ],
)
def test_an_earlier_grade_in_brackets_is_no_part_of_the_grade(form: str, behind: str, year: int | None) -> None:
    table = "\n".join(form.format(label, grade, behind) for label, grade in ROWS.values())
    report = ofsted.parse_text(as_text(table))
    assert grades(report) == GRADES
    assert printed(report) == [grade for _, grade in ROWS.values()]
    assert previous(report) == [(year, "inadequate")] * 5
    assert not doubts(report)


@pytest.mark.parametrize(
    "behind", ["(but inadequate in places)", "(was not judged before in any way)", "previously good)"]
)
def test_other_words_in_brackets_are_no_earlier_grade(behind: str) -> None:
    report = ofsted.parse_text(as_text("\n".join(f"{label}\t{grade} {behind}" for label, grade in ROWS.values())))
    assert "inadequate" not in [grade for _, grade in previous(report)]
    assert grades(report) == {} or not previous(report) or behind.startswith("(was")


@pytest.mark.parametrize("way", ["text", "markdown"])
def test_a_grade_before_its_label_is_printed_without_the_sign_between(way: str) -> None:
    table = "\n".join(f"- {grade}: {label}" for label, grade in ROWS.values())
    report = ofsted.parse_text(as_text(table) if way == "text" else as_markdown(table))
    assert grades(report) == GRADES
    assert printed(report) == [grade for _, grade in ROWS.values()]


@pytest.mark.parametrize(
    "line", ["Good: leaders know staff", "Good, overall effectiveness", "Good Overall effectiveness"]
)
def test_a_line_that_begins_with_a_grade_is_turned_only_before_a_sign_and_a_row(line: str) -> None:
    body = (
        f"The experiences and progress of children in care: good\n\n1. They were heard.\n{line}\n\n2. They were seen."
    )
    report = ofsted.parse_text(as_text(each("{}\t{}")) + f"\n\n{body}")
    assert grades(report) == GRADES
    assert line in [section.heading for section in report.sections]
