"""Contents without dots, as `pdftotext` gives them: numbers apart from their titles. Each text is made up."""

from __future__ import annotations

import pytest

ofsted = pytest.importorskip("ofsted")

SIF = """Rutland
Inspection of services for children in need of help and protection,
children looked after and care leavers
Inspection date: 3 February 2014 to 26 February 2014

"""
BODY = [
    ("The local authority", ["Information about this local authority area"]),
    ("Recommendations", []),
    ("Summary for children and young people", []),
    ("The experiences and progress of children who need help and protection", []),
    ("Leadership, management and governance", []),
    ("Information about this inspection", []),
]
TITLES = [title for first, rest in BODY for title in (first, *rest)]
APART = """Contents
Executive summary

2

The local authority

5

Information about this local authority area

5

Recommendations
Summary for children and young people
The experiences and progress of children who need help
and protection
Leadership, management and governance

8
9
10

Information about this inspection

15
28

2
"""
BEHIND = (
    "Contents\n"
    + "\n".join(f"{title} {5 + 3 * i}" for i, title in enumerate(TITLES)).replace("help and", "help\nand")
    + "\n"
)


def report_with(contents: str, head: str, mark: str = "") -> list[str]:
    pages = [
        f"{title}\n{mark}" + "".join(f"{t}\n" for t in rest) + "\nLeaders meet families.\n" for title, rest in BODY
    ]
    text = SIF + "\f" + contents + "".join(f"\f{head.format(i + 3)}{page}" for i, page in enumerate(pages))
    report = ofsted.parse_text(text)
    assert report.framework == "sif"

    def headings(sections: object) -> list[str]:
        return [h for s in sections for h in (s["heading"], *headings(s["sections"]))]  # type: ignore[attr-defined]

    return [h for h in headings(report.to_dict()["sections"]) if h in TITLES]


def test_titles_that_stand_together_apart_from_their_numbers_are_no_headings() -> None:
    assert report_with(APART, "") == TITLES


@pytest.mark.parametrize("head", ["", "{}\n"])
def test_a_mark_below_the_first_heading_overleaf_is_no_entry(head: str) -> None:
    assert report_with(BEHIND, head, mark="1\n") == TITLES
