"""Lists whose entries an extractor split: by blank lines within them, or with their bullets on lines of their own."""

from __future__ import annotations

import pytest

import ofsted
from tests.test_rules import SIF, SIF_WORDS

WIDTH = "The council runs four homes for children, and each of them was found to be good at"
LARGEST = "The largest groups of children from other backgrounds who live in the area include"
PLACED = "At 31 March 2015, ten children lived in a home that their parents had arranged here."
NUMBER = "At 31 March 2015, 179 children were being looked after by the local authority here."


def listed(*lines: str) -> list[tuple[str, str]]:
    """What stands below 'Previous Ofsted inspections' in a SIF report."""
    return entries_of(ofsted.parse_text(SIF.format(**SIF_WORDS | {"previous": "\n".join(lines)})))


def entries_of(report: ofsted.Report) -> list[tuple[str, str]]:
    assert report.framework == "sif"
    sections = [section for part in report.sections for section in part.walk()]
    first = next(i for i, section in enumerate(sections) if section.heading == "Previous Ofsted inspections")
    last = next(i for i, section in enumerate(sections) if section.heading == "Recommendations")
    return [(p.kind, p.text) for section in sections[first:last] for p in section.paragraphs]


@pytest.mark.parametrize(
    "lines",
    [
        (f"• {WIDTH}", "their last visits.", "", f"• {LARGEST}", "Ayton and Beeton ones.", "", "• The chair is new."),
        (
            f"• {WIDTH}",
            "",
            "their last visits.",
            "",
            f"• {LARGEST}",
            "",
            "Ayton and Beeton ones.",
            "",
            "• The chair is new.",
        ),
    ],
)
def test_a_gap_within_an_entrys_sentence_splits_nothing(lines: tuple[str, ...]) -> None:
    assert listed(*lines) == [
        ("item", f"{WIDTH} their last visits."),
        ("item", f"{LARGEST} Ayton and Beeton ones."),
        ("item", "The chair is new."),
    ]


def test_a_sentence_behind_a_full_line_goes_on_with_the_entry_where_gaps_stand_anywhere() -> None:
    more = "This is an increase from five at 31 March 2014."
    torn = [f"• {WIDTH}", "", "their last visits.", ""] * 2
    assert listed(*torn, f"• {PLACED}", "", more, "", "• The chair is new.")[2:] == [
        ("item", f"{PLACED} {more}"),
        ("item", "The chair is new."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("• The chair is new.", "", "The council agreed to it.", "", "• It meets often."),  # room was left
        (
            f"• {PLACED}",
            "",
            "The council agreed to it.",
            "",
            "• It meets often.",
        ),  # gaps stand between paragraphs alone
        (f"• {PLACED}", "", "The council agreed to it.", "", "Nobody else was asked, and none was told of it."),
    ],
)
def test_a_paragraph_behind_a_gap_stays_one(lines: tuple[str, ...]) -> None:
    assert ("paragraph", "The council agreed to it.") in listed(*lines)


DASHES = ["–", "-", "\uf02d", "—"]


@pytest.mark.parametrize("gap", [False, True])
@pytest.mark.parametrize("dash", DASHES)
def test_a_dash_on_a_line_of_its_own_begins_the_entry_below(dash: str, gap: bool) -> None:
    between = [""] if gap else []
    lines = [f"• {NUMBER}", "", dash, *between, "138 live elsewhere", "", dash, *between, "two live at home.", ""]
    assert listed(*lines, "• The chair is new.") == [
        ("item", NUMBER),
        ("item", "138 live elsewhere"),
        ("item", "two live at home."),
        ("item", "The chair is new."),
    ]


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("gap", [False, True])
def test_dashes_above_each_other_are_given_to_the_entries_below(dash: str, gap: bool) -> None:
    entries = ["in primary schools is 16%", "in secondary schools is 15%."]
    text = entries if not gap else [entries[0], "", entries[1]]
    assert listed("• The share of such children:", "", dash, "", dash, "", *text, "", "• The chair is new.") == [
        ("item", "The share of such children:"),
        *(("item", entry) for entry in entries),
        ("item", "The chair is new."),
    ]


@pytest.mark.parametrize("dash", ["– ", "–\n", "• "])
def test_what_leads_up_to_entries_in_small_letters_is_no_heading(dash: str) -> None:
    lines = (f"• {NUMBER}", "", "Of this number:", "", f"{dash}138 live elsewhere", "", f"{dash}two live at home.")
    assert listed(*lines) == [
        ("item", NUMBER),
        ("paragraph", "Of this number:"),
        ("item", "138 live elsewhere"),
        ("item", "two live at home."),
    ]


def test_grades_of_an_earlier_inspection_in_a_list_of_bullets_and_dashes() -> None:
    rows = [
        "• Overall effectiveness: Inadequate",
        "• Children who need help and protection: Inadequate",
        "• Children looked after and achieving permanence: Requires improvement",
        "–\nadoption performance: Requires improvement",
        "–\nexperiences and progress of care leavers: Inadequate",
        "• Leadership, management and governance: Inadequate.",
    ]
    lead = "• The last inspection of the local authority’s services was in September 2013. "
    lead += "The judgements for the local authority were:"
    previous = "\n\n".join([lead, *rows])
    prose = "Children are seen, and they know whom to ask where something is not as it ought to be.\nThat is good.\n\n"
    text = SIF.replace("Children are seen.\n\n", prose * 60).replace("\tR", "\nR").replace("\tG", "\nG")
    report = ofsted.parse_text(text.format(**SIF_WORDS | {"previous": previous}))
    assert [p.grade.value for p in report.previous_judgements if p.grade] == [
        "inadequate",
        "inadequate",
        "requires_improvement",
        "requires_improvement",
        "inadequate",
        "inadequate",
    ]
    assert not [issue for issue in report.issues if issue.field == "judgements"]
    assert [kind for kind, _ in entries_of(report)] == ["item"] * 7
