"""Values as many hands print them: periods with any dash or none, lists with any bullet."""

from __future__ import annotations

import pytest

import ofsted
from tests.invented import ilacs_text


def read(dates: str = "4 March to 15 March 2024", items: str = "- Plans.\n- Visits.") -> ofsted.Report:
    report = ofsted.parse_text(ilacs_text(dates=dates, items=items))
    assert report.framework == "ilacs"
    return report


def days(report: ofsted.Report) -> list[tuple[str, str]]:
    return [(str(period.start), str(period.end)) for period in report.inspection_periods]


def codes(report: ofsted.Report, field: str) -> set[str]:
    return {issue.code for issue in report.issues if issue.field == field}


@pytest.mark.parametrize(
    "dash",
    ["-", "–", "—", "―", "─", "━", "⎯", "−", "‐", "‑", "⁃", "﹣", "－", "~", "～", "/", "→", "->", "--", "•", "\uf02d",
     "\ue010", "\x96", "\ufffd", "", "to", "until"],
)  # fmt: skip
@pytest.mark.parametrize(
    "form", ["4 March 2024 {} 15 March 2024", "4 March {} 15 March 2024", "Monday 4 March {} Friday 15 March 2024"]
)
def test_any_dash_or_none_between_two_dates_is_a_period(form: str, dash: str) -> None:
    report = read(form.format(dash))
    assert days(report) == [("2024-03-04", "2024-03-15")]
    assert codes(report, "inspection_periods") == set()


def test_a_sign_that_was_lost_between_two_days_is_a_dash() -> None:
    assert days(read("4 March 2024 ? 15 March 2024")) == [("2024-03-04", "2024-03-15")]


@pytest.mark.parametrize("dash", ["-", "–", "─", "~", "/", "→", "\x96"])
def test_days_whose_month_is_printed_once(dash: str) -> None:
    assert days(read(f"4{dash}15 March 2024")) == [("2024-03-04", "2024-03-15")]


@pytest.mark.parametrize(
    "dates",
    ["4 March 2024 | 15 March 2024", "4 March 2024 upto 15 March 2024",
     "4 March 2024 … 15 March 2024", "4 March 2024 15 to 19 April 2024", "4 to 8 March 2024 11 to 15 March 2024",
     "4 to 8 March 2024 and May 2024", "4 15 March 2024", "4 to 8 March 2024 and 15 19 April 2024",
     "4 March-8 March 2024 and 15 § 19 April 2024", "4-8 March 2024 and 15 to 19 $ April 2024"],
)  # fmt: skip
def test_a_date_beside_the_period_that_is_not_read_is_said(dates: str) -> None:
    assert "unreadable" in codes(read(dates), "inspection_periods")


@pytest.mark.parametrize(
    "dates", ["4 to 8 and 11 to 15 March 2024", "4 to 15 March 2024 (10 days)", "4 to 15 March 2024."]
)
def test_what_is_no_date_beside_the_period_says_nothing(dates: str) -> None:
    assert codes(read(dates), "inspection_periods") == set()


@pytest.mark.parametrize(
    "bullet",
    ["•", "■", "-", "*", "+", "–", "⎯", "―", "─", "→", "➢", "»", "✓", "◆", "\uf0be", "\uf0b7", "\ue123", "\x95"],
)
def test_any_sign_that_begins_an_item_is_a_bullet(bullet: str) -> None:
    report = read(items=f"{bullet} The quality of plans.\n{bullet} The speed of visits.")
    assert [item.text for item in report.recommendations] == ["The quality of plans.", "The speed of visits."]
    assert codes(report, "recommendations") == set()


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("•", "⎯"), ("■", "―"), ("•", "◦"), ("►", "▻"), ("\uf0b7", "\uf0a7"), ("–", "•"), ("*", "+"), ("•", "o")],
)
def test_a_second_kind_of_bullet_is_a_level_below(outer: str, inner: str) -> None:
    for lead in "The quality of records, including:", "The quality of records":
        items = f"{outer} {lead}\n{inner} The plan\n{inner} The visits.\n{outer} Letters to families."
        texts = [item.text for item in read(items=items).recommendations]
        assert texts == [f"{lead} The plan The visits.", "Letters to families."]
    last = read(items=f"{outer} Letters to families.\n{outer} Records:\n{inner} The plan\n{inner} The visits.")
    assert [item.text for item in last.recommendations] == ["Letters to families.", "Records: The plan The visits."]


@pytest.mark.parametrize("start", ["–5% of visits", "© Crown", "£5 a day", "§ 17 of the act", "“Signs” of safety"])
def test_what_is_no_bullet_goes_on_with_the_item(start: str) -> None:
    report = read(items=f"- The number of visits that were late by\n{start} in the year.\n- Plans.")
    assert len(report.recommendations) == 2


@pytest.mark.parametrize(
    ("again", "said"), [("4 to 15 March 2024", False), ("6 May to 17 May 2024", True), ("4 March 2024", False)]
)
def test_other_dates_behind_the_same_label_are_said(again: str, said: bool) -> None:
    report = read(f"4 March to 15 March 2024\n\nInspection of Bexmoor\n\nInspection dates: {again}")
    assert days(report) == [("2024-03-04", "2024-03-15")]
    assert ("unreadable" in codes(report, "inspection_periods")) == said


@pytest.mark.parametrize(("again", "said"), [("3 May 2024", False), ("9 June 2024", True)])
def test_another_day_of_publication_is_said(again: str, said: bool) -> None:
    report = read(f"4 March to 15 March 2024\n\nReport published: 3 May 2024\n\nReport published: {again}")
    assert str(report.published) == "2024-05-03"
    assert ("unreadable" in codes(report, "published")) == said


@pytest.mark.parametrize("label", ["Inspection period", "Inspection date(s)", "Date(s) of inspection"])
def test_other_labels_of_the_inspections_dates(label: str) -> None:
    text = ilacs_text()
    assert text.count("Inspection dates:") == 1
    assert days(ofsted.parse_text(text.replace("Inspection dates:", f"{label}:"))) == [("2024-03-04", "2024-03-15")]


@pytest.mark.parametrize("label", ["Publication date", "Date of publication", "Report published"])
def test_labels_of_the_day_of_publication(label: str) -> None:
    text = ilacs_text().replace("Inspection dates:", f"{label}: 14 May 2024\n\nInspection dates:")
    report = ofsted.parse_text(text)
    assert str(report.published) == "2024-05-14"
    assert days(report) == [("2024-03-04", "2024-03-15")]
