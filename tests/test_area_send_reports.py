"""Area SEND reports whole: each area for action with its words, body, page and place. Each text is made up.

Markdown stands for a tagged document: its tables have cells, its comments tell pages.
"""

from __future__ import annotations

from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

HEAD = """# Area SEND {kind}inspection of Rutland Local Area Partnership

Inspection dates: 29 January 2024 to 2 February 2024

Dates of previous inspection: 1 to 5 April 2019

## Inspection outcome

{outcome}

## What is the area partnership doing that is effective?

- Leaders meet families.
- Therapists help.

## What does the area partnership need to do better?

- Plans are late.

"""
TEAM = """
## Inspection team

| Ofsted | Care Quality Commission |
| --- | --- |
| Ada Quill, Ofsted HMI Lead inspector | Cleo Vane, CQC lead inspector |
| Bram Thorne, Ofsted HMI | Dov Marsh, CQC inspector |

The Office for Standards in Education, Children's Services and Skills (Ofsted) regulates and inspects services.
"""
OUTCOME = "The arrangements lead to inconsistent experiences and outcomes for children."
COLUMNS = "| Responsible body | Areas for priority action |\n| --- | --- |\n"
PRIORITY = "## Areas for priority action\n\n"
IMPROVE = "\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| They should write plans. |\n"


def read(asked: str, kind: str = "", outcome: str = OUTCOME, improve: str = IMPROVE) -> tuple[dict[str, Any], str]:
    """The report as a dict, and its text."""
    text = HEAD.format(kind=kind, outcome=outcome) + "<!-- page 2 -->\n\n" + asked + improve + TEAM
    report = ofsted.parse_text(text)
    assert report.framework == "area-send"
    tree: dict[str, Any] = report.to_dict()
    return tree, report.text


def asked_for(found: tuple[dict[str, Any], str]) -> list[tuple[Any, ...]]:
    """Each area for priority action: words, whose it is, page, and the report's own words."""
    tree, text = found
    areas = [r for r in tree["recommendations"] if r["heading"] != "Areas for improvement"]
    assert {r["heading"] for r in areas} <= {"Areas for priority action"}
    assert [(r["text"], r["page"], r["span"]) for r in areas] == [
        (f["text"], f["page"], f["span"]) for f in tree["findings"]["priority_actions"]
    ]
    return [(r["text"], r["scope"], r["page"], text[slice(*r["span"])]) for r in areas]


def in_section(found: tuple[dict[str, Any], str], heading: str) -> list[tuple[str, int, int, str]]:
    """The paragraphs below a heading: words, first and last page, the report's own words."""
    tree, text = found
    (section,) = [s for s in tree["sections"] if s["heading"] == heading]
    return [(p["text"], p["page"], p["last_page"], text[slice(*p["span"])]) for p in section["paragraphs"]]


def flagged(found: tuple[dict[str, Any], str]) -> list[tuple[str, str, int | None, str | None]]:
    tree, text = found
    return [(i["field"], i["code"], i["page"], text[slice(*i["span"])] if i["span"] else None) for i in tree["issues"]]


def test_a_table_of_areas_for_priority_action() -> None:
    rows = "| Rutland Council | Leaders should act now. |\n| NHS Ayton | They should see children. |\n"
    found = read(PRIORITY + COLUMNS + rows)
    assert asked_for(found) == [
        ("Leaders should act now.", "Rutland Council", 2, "Rutland Council | Leaders should act now."),
        ("They should see children.", "NHS Ayton", 2, "NHS Ayton | They should see children."),
    ]
    assert in_section(found, "Areas for priority action") == [
        ("Leaders should act now.", 2, 2, "Rutland Council | Leaders should act now."),
        ("They should see children.", 2, 2, "NHS Ayton | They should see children."),
    ]
    assert flagged(found) == []
    tree, text = found
    assert [s["heading"] for s in tree["sections"]] == [
        "Inspection outcome",
        "What is the area partnership doing that is effective?",
        "What does the area partnership need to do better?",
        "Areas for priority action",
        "Areas for improvement",
        "Inspection team",
    ]
    assert [s["page"] for s in tree["sections"]] == [1, 1, 1, 2, 2, 2]
    assert [text[slice(*s["span"])] for s in tree["sections"]] == [s["heading"] for s in tree["sections"]]
    assert tree["tables"] == []
    assert (tree["title"], tree["authority"]["name"]) == (
        "Area SEND inspection of Rutland Local Area Partnership",
        "Rutland",
    )
    assert tree["inspection_periods"] == [{"start": "2024-01-29", "end": "2024-02-02"}]
    assert [(p["start"], p["end"]) for p in tree["previous_inspections"]] == [("2019-04-01", "2019-04-05")]
    (judgement,) = tree["judgements"]
    assert (judgement["page"], text[slice(*judgement["span"])], judgement["printed"]) == (
        1,
        "lead to inconsistent experiences and outcomes",
        "lead to inconsistent experiences and outcomes",
    )
    assert [(p["name"], p["role"]) for p in tree["inspectors"]] == [
        ("Ada Quill", "Ofsted HMI Lead inspector"),
        ("Bram Thorne", "Ofsted HMI"),
        ("Cleo Vane", "CQC lead inspector"),
        ("Dov Marsh", "CQC inspector"),
    ]


OVERLEAF = "\n<!-- page 3 -->\n\n"


@pytest.mark.parametrize(
    ("last", "overleaf", "wanted"),
    [
        # the last row goes on: no body stands beside the rest, or a sentence is not at its end
        ("| NHS | They see. |", "| | And soon. |", [("They see. And soon.", "NHS", 2, 3)]),
        ("| NHS | They see |", "| Ayton | Children. |", [("They see Children.", "NHS Ayton", 2, 3)]),
        ("| NHS | They see. |", "| Ayton | and hear. |", [("They see. and hear.", "NHS Ayton", 2, 3)]),
        ("| NHS | They see. |", "| Ayton | \u2022 and hear. |", [("They see. and hear.", "NHS Ayton", 2, 3)]),
        ("| NHS | They see |", "| NHS | Children. |", [("They see Children.", "NHS", 2, 3)]),
        ("| | They see |", "| NHS | Children. |", [("They see Children.", "NHS", 2, 3)]),
        # another row
        ("| NHS | They see. |", "| NHS | They hear. |", [("They see.", "NHS", 2, 2), ("They hear.", "NHS", 3, 3)]),
    ],
)
def test_a_row_that_a_pages_end_cuts(last: str, overleaf: str, wanted: list[tuple[Any, ...]]) -> None:
    before = f"{PRIORITY}{COLUMNS}| Council | Leaders act. |\n{last}\n"
    found = read(f"{before}{OVERLEAF}{overleaf}\n| --- | --- |\n| Board | All must plan. |\n| NHS | and meet. |\n")
    rows = [("Leaders act.", "Council", 2, 2), *wanted, ("All must plan.", "Board", 3, 3), ("and meet.", "NHS", 3, 3)]
    assert [area[:3] for area in asked_for(found)] == [row[:3] for row in rows]
    assert [p[:3] for p in in_section(found, "Areas for priority action")] == [
        (text, page, end) for text, _, page, end in rows
    ]
    ends = [text.rsplit(" ", 1)[-1] for text, *_ in rows]
    for places in (asked_for(found), in_section(found, "Areas for priority action")):
        assert [words.rsplit(" ", 1)[-1] for *_, words in places] == ends
    assert [(field, code) for field, code, *_ in flagged(found) if field == "recommendations"] == []


LONG = (
    "They should see that each child has a plan, and that those who write it meet the family in which the child lives, "
    "at home or at school, before the plan is agreed with all of those who know them well and work with them."
)
NO_HEAD = "| | |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("overleaf", "rest"),
    [
        ("| and meet. |\n| --- |\n", "and meet."),
        ("| They meet. |\n| --- |\n", "They meet."),
        (f"{NO_HEAD}| | {LONG} |\n", LONG),
        (f"{COLUMNS}| | {LONG} |\n", LONG),
        (f"| They meet. |\n| --- |\n\n{NO_HEAD}| | {LONG} |\n", f"They meet. {LONG}"),
    ],
)
def test_words_without_a_body_overleaf_are_the_rest_of_the_row(overleaf: str, rest: str) -> None:
    found = read(f"{PRIORITY}{COLUMNS}| Council | Leaders act. |\n{OVERLEAF}{overleaf}")
    assert [area[:3] for area in asked_for(found)] == [(f"Leaders act. {rest}", "Council", 2)]
    assert [p[:3] for p in in_section(found, "Areas for priority action")] == [(f"Leaders act. {rest}", 2, 3)]
    assert flagged(found) == []


@pytest.mark.parametrize("words", ["They should meet.", LONG])
def test_a_row_without_a_body_on_the_same_page_is_one_and_says_so(words: str) -> None:
    found = read(f"{PRIORITY}{COLUMNS}| Council | Leaders act. |\n| | {words} |\n")
    assert [area[:3] for area in asked_for(found)] == [("Leaders act.", "Council", 2), (words, None, 2)]
    assert [p[0] for p in in_section(found, "Areas for priority action")] == ["Leaders act.", words]
    assert flagged(found) == [("recommendations", "missing", 2, words)]


def test_a_row_whose_body_stands_overleaf() -> None:
    row = f"| Council | Leaders act. |\n| | {LONG[:-1]} |\n{OVERLEAF}{NO_HEAD}| NHS | each day. |\n"
    found = read(f"{PRIORITY}{COLUMNS}{row}")
    assert [area[:3] for area in asked_for(found)] == [
        ("Leaders act.", "Council", 2),
        (f"{LONG[:-1]} each day.", "NHS", 2),
    ]
    assert flagged(found) == []


def test_a_row_goes_on_no_further_than_to_the_next_heading() -> None:
    found = read(f"{PRIORITY}{COLUMNS}| Council | Leaders act |\n")
    assert [area[:2] for area in asked_for(found)] == [("Leaders act", "Council")]
    assert [p[0] for p in in_section(found, "Areas for improvement")] == ["They should write plans."]


@pytest.mark.parametrize(
    "rest", ["Ayton Council and NHS Ayton\n\nLeaders should see to it.\n", "Leaders should see to it.\n"]
)
def test_words_below_the_rows_of_priority_actions_are_said(rest: str) -> None:
    found = read(f"{PRIORITY}{COLUMNS}| Council | Leaders should act. |\n\n{rest}")
    assert [area[:2] for area in asked_for(found)] == [("Leaders should act.", "Council")]
    assert [said[:3] for said in flagged(found)] == [("recommendations", "odd_entry", 2), ("findings", "odd_entry", 2)]


def test_a_heading_that_a_table_has_as_its_first_row() -> None:
    rows = "| Rutland Council | Leaders should act now. |\n"
    for above in ("", PRIORITY):  # once, though the table repeats it
        table = "| Areas for priority action | |\n| --- | --- |\n| Responsible body | Areas for priority action |\n"
        found = read(above + table + rows)
        assert [area[:3] for area in asked_for(found)] == [("Leaders should act now.", "Rutland Council", 2)]
        assert [p[:3] for p in in_section(found, "Areas for priority action")] == [("Leaders should act now.", 2, 2)]
        assert flagged(found) == []
        tree, text = found
        assert [text[slice(*s["span"])] for s in tree["sections"]] == [s["heading"] for s in tree["sections"]]
        assert [s["page"] for s in tree["sections"]] == [1, 1, 1, 2, 2, 2]


def test_a_table_below_a_heading_of_its_own_keeps_the_rest_of_its_rows() -> None:
    table = "| Local area partnership details | |\n| --- | --- |\n| Council | Board |\n| Rutland | Ayton |\n"
    tree, _ = read(table)
    assert tree["tables"] == [
        {"heading": "Local area partnership details", "rows": [["Council", "Board"], ["Rutland", "Ayton"]], "page": 2}
    ]
    tree, _ = read(PRIORITY + "| Areas for priority action | |\n| --- | --- |\n")
    assert tree["tables"] == tree["findings"]["priority_actions"] == []


@pytest.mark.parametrize("mark", ["## ", ""])
def test_the_columns_of_the_details_are_no_heading(mark: str) -> None:
    lines = ["Local authority Integrated care board", "Rutland Ayton", "Ada Quill", "Cleo Vane"]
    details = "## Local area partnership details\n\n" + mark + "\n\n".join(lines) + "\n"
    found = read(details)
    assert [(t["heading"], t["rows"]) for t in found[0]["tables"]] == [
        ("Local area partnership details", [[line] for line in lines])
    ]
    assert not any(s["paragraphs"] for s in found[0]["sections"] if s["heading"] == "Local area partnership details")
    assert ("tables", "fallback", 2, "\n\n".join(lines)) in flagged(found)


SENDS = """Area SEND inspection of Rutland Local Area Partnership

Inspection dates: 29 January 2024 to 2 February 2024

Inspection outcome

The arrangements lead to inconsistent experiences and outcomes for children.

{asked}Local area partnership details
{details}

Information about this inspection

This inspection was carried out at the request of the Secretary of State for Education.

Inspection team

Ada Quill, Ofsted HMI Lead inspector
"""
COLUMN = [
    ("Local authority", "Integrated care board"),
    ("Rutland Council", "NHS Ayton Integrated Care"),
    ("", "Board"),
    ("Bram Thorne, Director of Children's", "Dov Marsh, Chief Executive"),
    ("Services", ""),
    ("www.rutland.example", "www.ayton.example"),
    ("Town Hall", "2 Mill Lane"),
    ("Exford-on-", "Ayton"),
    ("Wye", "AY1 1YA"),
]


def of_details(lines: list[str], asked: str = "") -> Any:
    return ofsted.parse_text(SENDS.format(details="\n".join(lines), asked=asked))


def test_the_details_in_columns_of_spaces_are_a_table() -> None:
    report = of_details([f"{left:40}{right}".rstrip() for left, right in COLUMN])
    (table,) = report.to_dict()["tables"]
    assert table["rows"] == [
        ["Local authority", "Integrated care board"],
        ["Rutland Council", "NHS Ayton Integrated Care Board"],
        ["Bram Thorne, Director of Children's Services", "Dov Marsh, Chief Executive"],
        ["www.rutland.example", "www.ayton.example"],
        ["Town Hall Exford-on-Wye", "2 Mill Lane Ayton AY1 1YA"],
    ]
    assert not [i for i in report.issues if i.field == "tables"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([c for left, right in COLUMN for c in (left, right) if c], id="one-below-the-other"),
        pytest.param([" ".join((left, right)).strip() for left, right in COLUMN], id="one-space"),
        pytest.param(
            [f"{left:40}{right}".rstrip() for left, right in COLUMN[:4]]
            + ["Services and Young People in all of Rutland of the Board"]
            + [f"{left:40}{right}".rstrip() for left, right in COLUMN[5:]],
            id="a-line-over-both-columns",
        ),
    ],
)
def test_details_whose_cells_are_not_certain_are_a_table_that_says_so(lines: list[str]) -> None:
    report = of_details(lines)
    (table,) = report.to_dict()["tables"]
    words = " ".join(c for row in table["rows"] for c in row if c).split()
    assert sorted("".join(words)) == sorted("".join("".join(lines).split()))
    assert [(i.code, i.field) for i in report.issues if i.field == "tables"] == [("fallback", "tables")]
    assert not [p for p in report.paragraphs if "Rutland Council" in p.text]


def test_details_that_no_known_heading_ends_stay_words() -> None:
    text = SENDS.format(details="\n".join(c[0] or c[1] for c in COLUMN), asked="")
    report = ofsted.parse_text(text[: text.index("Information about this inspection")])
    assert not report.to_dict()["tables"]
    assert any("Rutland Council" in p.text for p in report.paragraphs)


def test_the_head_of_the_second_column_is_no_second_heading() -> None:
    asked = """Areas for priority action
Responsible body
Rutland Council

Areas for priority action
Leaders should write each plan on time.

"""
    report = of_details(["Local authority", "Rutland Council", "Integrated care board", "Ayton"], asked)
    assert [s.heading for s in report.sections].count("Areas for priority action") == 1
    assert any(i.code == "fallback" and i.field == "recommendations" for i in report.issues)


def test_a_heading_that_is_all_of_a_table_above_another() -> None:
    table = "| Areas for priority action | |\n| --- | --- |\n\n| Council | Leaders act. |\n| --- | --- |\n"
    assert [area[:3] for area in asked_for(read(table))] == [("Leaders act.", "Council", 2)]


def test_what_only_begins_like_a_heading_is_none() -> None:
    tree, text = read(PRIORITY + COLUMNS + "| Council | Leaders act. |\n\nThey meet:\n\n- Inspection team\n- NHS\n")
    assert [s["heading"] for s in tree["sections"]].count("Inspection team") == 1
    assert [p[0] for p in in_section((tree, text), "They meet:")] == ["Inspection team", "NHS"]


MONITORED = "The partnership has taken {what}effective action to address {some} areas for priority action."


@pytest.mark.parametrize(
    ("total", "verdicts", "wanted", "codes"),
    [
        # as many verdicts as rows, each for its own
        ("one of the two", ["", "in"], ["effective_action", "ineffective_action"], []),
        ("one of the two", ["in", ""], ["ineffective_action", "effective_action"], []),
        # fewer: what is said of all holds for each, else it is not known of which
        ("both", [], ["effective_action", "effective_action"], []),
        ("one of the two", [], [None, None], [("findings", "unreadable", 2)]),
        ("one of the two", [""], [None, None], [("findings", "unreadable", 2)]),
    ],
)
def test_areas_of_a_table_that_a_monitoring_inspection_judges(
    total: str, verdicts: list[str], wanted: list[str | None], codes: list[tuple[str, str, int]]
) -> None:
    table = PRIORITY + COLUMNS + "| Council | Leaders act. |\n| NHS | They see. |\n\n## What has been done\n\n"
    judged = [
        f"Priority action {n}\n\nThey meet.\n\n{MONITORED.format(what=what, some='these')}"
        for n, what in enumerate(verdicts, 1)
    ]
    found = read(
        table + "\n\n".join(judged), "monitoring ", f"{MONITORED.format(what='', some=f'{total} of the')}", improve=""
    )
    tree, text = found
    areas = tree["findings"]["priority_actions"]
    assert [(f["text"], f["progress"], f["page"], text[slice(*f["span"])]) for f in areas] == [
        ("Leaders act.", wanted[0], 2, "Council | Leaders act."),
        ("They see.", wanted[1], 2, "NHS | They see."),
    ]
    assert [place[:3] for place in flagged(found) if place[1] == "unreadable"] == codes


LETTER = """12 July 2021

Ms Ada Finch
Director of Children’s Services, Rutland

Dear Ms Finch

Joint area SEND {kind} in Rutland

Between 5 July 2021 and 9 July 2021, Ofsted and the Care Quality Commission (CQC) inspected the local area of Rutland.

{said}
\f
Main findings

- Leaders know the area well.

{findings}

Yours sincerely

Bram Thorne

Her Majesty’s Inspector
"""
LISTS = "Strengths\n\n- They listen.\n\nAreas for development\n\n- There are too few school nurses."
JOINTLY = "HMCI has also determined that the council and the ICB are {} responsible for {} the written statement."


@pytest.mark.parametrize(
    ("said", "state", "responsible", "days"),
    [
        (f"A statement of action is required. {JOINTLY.format('jointly', 'submitting')}", "required", "both", None),
        (f"A statement of action is required. {JOINTLY.format('both', 'producing')}", "required", "both", None),
        (f"The area must submit a statement of action. {JOINTLY.format('', 'preparing')}", "required", "both", None),
        ("A statement of action is required. The council is responsible for writing it.", "required", "one", None),
        # who it is must be a sentence's subject
        ("A statement of action is required. Responsible for writing it are all.", "required", None, None),
        # the first of two
        (
            "A statement of action is required. The council is responsible for writing it. The ICB is responsible for "
            "submitting it.",
            "required",
            "one",
            None,
        ),
        # an earlier one, and then one again
        (
            "A statement of action, issued on 3 May 2019, was required and declared fit for purpose on 4 June 2019. "
            "The council was responsible for writing it.",
            "was_required",
            "one",
            ("2019-05-03", "2019-06-04"),
        ),
        (
            "A statement of action dated 3 May 2019 had been required. The council was responsible for writing it.\n\n"
            "A statement of action is required again.",
            "required",
            "one",
            ("2019-05-03", None),
        ),
        (
            "A statement of action was required. The council was responsible for writing it. It was declared fit for "
            "purpose on Monday 4 June 2019.",
            "was_required",
            "one",
            None,  # that day was no Monday
        ),
        ("A statement of action is no longer required.", "not_required", None, None),
        ("A statement of action does exist.", None, None, None),
        ("The council is responsible for submitting plans, which are required.", None, None, None),
    ],
)
def test_what_a_letter_says_of_the_statement_of_action(
    said: str, state: str | None, responsible: str | None, days: tuple[str, str | None] | None
) -> None:
    report = ofsted.parse_text(LETTER.format(kind="inspection", said=f"They met.\n\n{said}", findings=LISTS))
    found, issues = report.statement_of_action, report.issues
    if state is None:
        assert found is None
        return
    who = {"both": "the council and the ICB", "one": "The council", None: None}[responsible]
    tree = report.to_dict()["statement_of_action"]
    assert (tree["state"], tree["responsible"], tree["issued"], tree["declared_fit"]) == (
        state,
        who,
        *(days or (None, None)),
    )
    assert (found.page, found.evidence) == (1, said.rpartition("\n\n")[2])
    codes = [issue.code for issue in issues if issue.field == "statement_of_action"]
    assert codes == ([] if who or state == "not_required" else ["missing"])


@pytest.mark.parametrize("first", ["required", "not required"])
def test_of_two_sentences_on_a_statement_that_disagree_the_first_is_kept(first: str) -> None:
    second = {"required": "not required", "not required": "required"}[first]
    said = f"A statement of action is {first}.\n\nA statement of action is {second}."
    report = ofsted.parse_text(LETTER.format(kind="inspection", said=said, findings=LISTS))
    assert report.statement_of_action.state == first.replace(" ", "_")
    (issue,) = [i for i in report.issues if (i.field, i.code) == ("statement_of_action", "unreadable")]
    assert (issue.page, report.text[slice(*issue.span)]) == (1, f"A statement of action is {second}.")
    assert f"'A statement of action is {second}.'" in issue.message
    # in a revisit both may be said of the earlier one
    report = ofsted.parse_text(LETTER.format(kind="revisit", said=said.replace("not ", ""), findings=LISTS))
    assert report.statement_of_action.state == "was_required"
    assert not [i for i in report.issues if (i.field, i.code) == ("statement_of_action", "unreadable")]


def judged(report: Any) -> list[tuple[str, str | None, int | None, str]]:
    return [(f.text, f.progress, f.page, report.text[slice(*f.span)]) for f in report.findings.significant_weaknesses]


YES, NO = "The area has made sufficient progress in this.", "The area has not made sufficient progress in this."
TWO = "The area has made sufficient progress in addressing one of the two weaknesses."
MADE, NOT_MADE = "sufficient_progress", "insufficient_progress"
WAS = "A statement of action was required. The council was responsible for writing it."


def revisit(total: str, *parts: str) -> Any:
    """A letter on a revisit: what is said of all, and the main findings, on page 2."""
    text = LETTER.format(kind="revisit", said=f"{WAS}\n\n{total}", findings="\n\n".join(parts))
    return ofsted.parse_text(text.replace("- Leaders know the area well.\n\n", ""))


def doubts(report: Any) -> list[tuple[str, str, str | None]]:
    """The issues on what was judged: field, code and the report's words at its place."""
    return [
        (i.field, i.code, report.text[slice(*i.span)] if i.span else None)
        for i in report.issues
        if i.field in ("findings", "progress")
    ]


@pytest.mark.parametrize(
    ("parts", "wanted", "codes"),
    [
        # items, which say more than they state, up to the verdict in them
        (
            ["- The initial inspection found late plans. They wait. " + YES, "- Data were poor. They were old. " + NO],
            [
                ("The initial inspection found late plans. They wait.", MADE),
                ("Data were poor. They were old.", NOT_MADE),
            ],
            [],
        ),
        # a paragraph states by its first sentence
        (
            [
                "At the initial inspection, plans were late. They waited.",
                YES,
                "The last inspection found old data.",
                NO,
            ],
            [("At the initial inspection, plans were late.", MADE), ("The last inspection found old data.", NOT_MADE)],
            [],
        ),
        # a label above it, with its number
        (
            [
                "Area of weakness 1",
                "Plans were late. They waited.",
                "It is better.",
                YES,
                "Area of weakness 2",
                "Old data",
                NO,
            ],
            [("Plans were late.", MADE), ("Old data", NOT_MADE)],
            [],
        ),
        # headings over prose
        (
            [
                "Late plans",
                "It is much better now, and families say so.",
                YES,
                "Old data",
                "It is as it was, they say.",
                NO,
            ],
            [("Late plans", MADE), ("Old data", NOT_MADE)],
            [],
        ),
        # numbers
        (
            ["1. Plans were late. They waited.", "It is better.", YES, "2. Data were old.", "They are.", NO],
            [("Plans were late. They waited.", MADE), ("Data were old.", NOT_MADE)],
            [],
        ),
        # nothing but prose: told by its place alone
        (
            ["Plans were late. They waited.", "It is better.", YES, "Data were old.", NO],
            [("Plans were late.", MADE), ("Data were old.", NOT_MADE)],
            ["fallback"],
        ),
        # two items before a verdict: which of them is it?
        (
            ["- Plans were late.", "- They waited.", YES, "- Data were old.", NO],
            [("Plans were late.", MADE), ("Data were old.", NOT_MADE)],
            ["fallback"],
        ),
        # a verdict that comes again: of something else, the same, and another
        (
            ["- Plans were late.", YES, "So it is.", YES, "- Data were old.", NO],
            [("Plans were late.", MADE), ("So it is.", MADE), ("Data were old.", NOT_MADE)],
            ["fallback", "counts_disagree"],
        ),
        (
            ["- Plans were late.", f"{YES} {YES}", "- Data were old.", NO],
            [("Plans were late.", MADE), ("Data were old.", NOT_MADE)],
            [],
        ),
        (
            ["- Plans were late.", f"{YES} {NO}", "- Data were old.", NO],
            [("Plans were late.", None), ("Data were old.", NOT_MADE)],
            ["unreadable", "unreadable"],
        ),
        # one that was not judged
        (
            ["- The initial inspection found late plans.", "- The initial inspection found old data.", NO],
            [("The initial inspection found late plans.", None), ("The initial inspection found old data.", NOT_MADE)],
            ["unreadable"],
        ),
        (
            ["- The initial inspection found late plans.", YES, "- The initial inspection found old data."],
            [("The initial inspection found late plans.", MADE), ("The initial inspection found old data.", None)],
            ["unreadable"],
        ),
    ],
)
def test_what_states_each_weakness(parts: list[str], wanted: list[tuple[str, str | None]], codes: list[str]) -> None:
    report = revisit(TWO, *parts)
    found = judged(report)
    assert [(text, progress) for text, progress, *_ in found] == wanted
    for text, _, page, words in found:
        assert page == 2
        assert text in words
        assert words in parts
    progress = report.progress
    assert (progress.outcome, progress.made_in, progress.of, progress.page) == ("mixed", 1, 2, 1)
    assert progress.printed == progress.evidence == TWO
    assert [code for _, code, _ in doubts(report)] == codes


@pytest.mark.parametrize(
    ("total", "wanted"),
    [
        # (outcome, made in, of) and what doubts are filed on the sum
        ("The area has made sufficient progress in two of the three weaknesses.", ("mixed", 2, 3, [])),
        ("The area has made sufficient progress in all of the weaknesses.", (MADE, None, None, [])),
        ("The area has made sufficient progress in the three weaknesses.", (MADE, 3, 3, [])),
        ("The area has made sufficient progress in three weaknesses.", (None, 3, None, [])),
        ("The area has made sufficient progress in the weaknesses.", (MADE, None, None, [])),
        ("The area has not made sufficient progress in any of the weaknesses.", (NOT_MADE, 0, None, [])),
        ("The area has not made sufficient progress in the weaknesses.", (None, None, None, [])),
        ("The area has not made sufficient progress in two of the three weaknesses.", ("mixed", 1, 3, [])),
        ("The area has not made sufficient progress in three of the three weaknesses.", (NOT_MADE, 0, 3, [])),
        ("The area has not made sufficient progress in four of the three weaknesses.", (None, None, 3, [])),
        ("The area has made sufficient progress in zero of the three weaknesses.", (NOT_MADE, 0, 3, [])),
        ("The area has made sufficient progress in three of the three weaknesses.", (MADE, 3, 3, [])),
        (
            "The area has made sufficient progress in one weakness. " + NO.replace("this", "two areas"),
            ("mixed", 1, 3, []),
        ),
        ("The area has made sufficient progress in this weakness.", (MADE, None, None, [])),
        ("The area has not made sufficient progress in this weakness.", (NOT_MADE, 0, None, [])),
        (
            "The area has made sufficient progress in two of the three weaknesses. It has made sufficient progress in "
            "one of the three weaknesses.",
            ("mixed", 2, 3, ["counts_disagree"]),
        ),
        (
            "The area has made sufficient progress in two of the three weaknesses. It has not made sufficient progress "
            "in one of the four weaknesses.",
            ("mixed", 2, 3, ["counts_disagree"]),
        ),
        (
            "The area has made sufficient progress in two of the three weaknesses. It has made sufficient progress in "
            "this weakness.",
            ("mixed", 2, 3, []),
        ),
        ("The area may have made sufficient progress in two of the three weaknesses.", (None, None, None, ["missing"])),
    ],
)
def test_what_is_said_of_all(total: str, wanted: tuple[str | None, int | None, int | None, list[str]]) -> None:
    report = revisit(total, "Much was said.")
    found = report.to_dict()["progress"] or {"outcome": None, "made_in": None, "of": None}
    assert (found["outcome"], found["made_in"], found["of"]) == wanted[:3]
    assert [code for field, code, _ in doubts(report) if field == "progress"] == wanted[3]
    if report.progress:
        assert report.progress.printed == total.split(". ")[0].rstrip(".") + "."
        assert report.progress.page == 1


def test_lists_of_weaknesses_below_what_is_said_of_them() -> None:
    """What leads in a list holds for each of its items, unless prose has run into one of them."""
    total = "The area has made sufficient progress in addressing the following weaknesses:\n\n- late plans\n- old data"
    report = revisit(total, "Much was said.")
    assert [f[:3] for f in judged(report)] == [("late plans", MADE, 1), ("old data", MADE, 1)]
    assert report.progress.made_in == 2
    assert report.progress.printed.endswith("the following weaknesses:")
    broken = revisit(f"{total}. {NO}\n- waits", "Much was said.")
    assert [f[:2] for f in judged(broken)] == [("late plans", MADE), ("old data.", None)]
    assert broken.progress is None or broken.progress.made_in is None
    assert ("findings", "unreadable") in [place[:2] for place in doubts(broken)]
    more = revisit(f"{total}\n\nThey know.\n\n- waits\n- meals", "Much was said.")
    assert [f[0] for f in judged(more)] == ["late plans", "old data"]
    short = revisit(f"{total}\n\nThe area has not made sufficient progress in these:\n\n- waits", "Much was said.")
    assert [f[:2] for f in judged(short)] == [("late plans", MADE), ("old data", MADE), ("waits", NOT_MADE)]
    assert (short.progress.outcome, short.progress.made_in, short.progress.of) == ("mixed", 2, 3)


def test_a_label_that_says_what_it_is_stands_by_itself() -> None:
    report = revisit(TWO, "Area of weakness 1: late plans", "They wait.", YES, "Area of weakness 2: old data", NO)
    assert [f[:2] for f in judged(report)] == [
        ("Area of weakness 1: late plans", MADE),
        ("Area of weakness 2: old data", NOT_MADE),
    ]
    assert doubts(report) == []


COVER = """{title}

Inspection dates: 29 January 2024 to 2 February 2024

{previous}
\f
{heading}

{outcome}

Areas for improvement

They should write plans.
\f
Inspection team

{team}

The Office for Standards in Education, Children's Services and Skills (Ofsted) regulates and inspects services.
"""


def plain(**words: str) -> Any:
    """A report as plain text, the outcome on page 2, the team on page 3."""
    usual = {
        "title": "Area SEND inspection of Ayton Local Area Partnership",
        "previous": "",
        "heading": "Inspection outcome",
        "outcome": OUTCOME,
        "team": "Ada Quill, HMI lead inspector",
    }
    report = ofsted.parse_text(COVER.format(**usual | words))
    assert report.framework == "area-send"
    return report


def issue_at(report: Any, field: str, code: str) -> list[tuple[int | None, str | None]]:
    """Where such issues have their place: page and words."""
    return [
        (i.page, report.text[slice(*i.span)] if i.span else None)
        for i in report.issues
        if (i.field, i.code) == (field, code)
    ]


@pytest.mark.parametrize(
    ("title", "want", "name"),
    [
        ("Area SEND inspection of Ayton Local Area Partnership", None, "Ayton"),
        ("Area SEND inspection of\nAyton and\nBeeton Local Area Partnership", None, "Ayton and Beeton"),
        ("Area SEND inspection of Ayton Local\n\nArea Partnership", None, "Ayton"),
        ("Area SEND inspection of Ayton Local Area Partnership\n\nA report", 1, "Ayton"),
        ("Area SEND inspection of Ayton", None, "Ayton"),
        ("Area SEND inspection of\n\nAyton\n\nBeeton\n\nSeaton Partnership", None, "Ayton Beeton Seaton Partnership"),
        ("Area SEND inspection of\n\nAyton:\n\nBeeton:\n\nSeaton:\n\nDeeton:", 4, "Ayton: Beeton: Seaton:"),
        ("Area SEND inspection of Local Area Partnership", None, "Local Area Partnership"),
        ("Local area partnership report\nArea SEND full inspection of Ayton Local Area Partnership", -1, "Ayton"),
    ],
)
def test_the_title_and_the_area_that_it_names(title: str, want: int | None, name: str) -> None:
    title = title.replace("\\\n", "\n")
    report = plain(title=title)
    words = " ".join(title.split())
    if want == -1:
        words = words.removeprefix("Local area partnership report ")
    elif want:
        words = " ".join(title.split("\n\n")[:want])
    assert report.title == words
    assert report.authority.name == name
    ((page, _),) = issue_at(report, "authority", "not_in_register")
    assert page == 1


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Date of previous inspection: 3 April 2019", [("2019-04-03", "2019-04-03")]),
        ("Dates of previous inspection: 1 to 5 April 2019", [("2019-04-01", "2019-04-05")]),
        (
            "Dates of previous inspection: 1 to 5 April 2019, with a revisit from 4 to 6 May 2021",
            [("2019-04-01", "2019-04-05"), ("2021-05-04", "2021-05-06")],
        ),
        ("Dates of previous inspection: none", []),
    ],
)
def test_the_inspections_before(words: str, wanted: list[tuple[str, str]]) -> None:
    tree = plain(previous=words).to_dict()
    assert [(p["start"], p["end"]) for p in tree["previous_inspections"]] == wanted
    assert tree["inspection_periods"] == [{"start": "2024-01-29", "end": "2024-02-02"}]


@pytest.mark.parametrize(
    ("words", "wanted", "doubts"),
    [
        ("1 to 5 April\n2019", [("2019-04-01", "2019-04-05", 2019, 4)], []),
        ("1 to 5 April\n\n2019", [("2019-04-01", "2019-04-05", 2019, 4)], []),
        ("1 to 5\nApril 2019", [("2019-04-01", "2019-04-05", 2019, 4)], []),
        ("April 2019", [(None, None, 2019, 4)], []),
        ("1 to 5 April", [(None, None, None, 4)], ["no_year"]),
        ("31 April 2019", [(None, None, None, None)], ["bad_date"]),
        ("1 to 5 Avril 2019", [], ["unreadable"]),
        ("not applicable", [], []),
    ],
)
def test_dates_of_the_inspection_before_are_whole_or_flagged(
    words: str, wanted: list[tuple[str | int | None, ...]], doubts: list[str]
) -> None:
    report = plain(previous=f"Dates of previous inspection: {words}")
    found = report.to_dict()["previous_inspections"]
    assert [(past["start"], past["end"], past["year"], past["month"]) for past in found] == wanted
    assert [issue.code for issue in report.issues if issue.field == "previous_inspections"] == doubts


WIDESPREAD = "There are widespread and/or systemic failings."


@pytest.mark.parametrize(
    ("outcome", "grade", "evidence"),
    [
        (f"They met. {OUTCOME}", "inconsistent", "lead to inconsistent experiences and outcomes"),
        (
            "They lead to\ninconsistent experiences and outcomes.",
            "inconsistent",
            "lead to\ninconsistent experiences and outcomes",
        ),
        (
            "They  met   here. They lead to\n  inconsistent experiences and outcomes.",
            "inconsistent",
            "lead to\n  inconsistent experiences and outcomes",
        ),
        (f"They met.\n\n{WIDESPREAD}", "widespread_failings", "widespread and/or systemic failings"),
        (f"{OUTCOME}\n\n{OUTCOME} It is so.", "inconsistent", "lead to inconsistent experiences and outcomes"),
    ],
)
def test_where_the_outcome_stands(outcome: str, grade: str, evidence: str) -> None:
    outcome, evidence = outcome.replace("\\\n", "\n"), evidence.replace("\\\n", "\n")
    report = plain(outcome=outcome)
    (judgement,) = report.judgements
    assert (judgement.grade, judgement.page, judgement.evidence) == (grade, 2, evidence)
    assert judgement.printed == " ".join(evidence.split())
    assert judgement.source == "sentence"
    assert issue_at(report, "judgements", "fallback") == []
    # without its heading it is looked for everywhere, and that is said
    report = plain(outcome=outcome, heading="What has been found")
    assert [(j.grade, j.evidence) for j in report.judgements] == [(grade, evidence)]
    assert issue_at(report, "judgements", "fallback") == [(2, evidence)]


def test_an_outcome_without_its_heading_and_without_an_imprint() -> None:
    text = COVER[: COVER.index("The Office")].format(
        title="Area SEND inspection of Ayton",
        previous="",
        heading="What has been found",
        outcome=OUTCOME,
        team="Ada Quill",
    )
    report = ofsted.parse_text(text)
    assert [(j.grade, j.page) for j in report.judgements] == [("inconsistent", 2)]
    assert issue_at(report, "judgements", "fallback") == [(2, "lead to inconsistent experiences and outcomes")]
    assert {i.field for i in report.issues if i.code == "no_end"} == {"sections", "recommendations"}
    assert not [i for i in plain().issues if i.code == "no_end"]


def test_two_outcomes_are_not_one() -> None:
    report = plain(outcome=f"{OUTCOME}\n\n{WIDESPREAD}")
    assert [i.code for i in report.issues if i.field == "judgements"] != []
    # below another heading nothing is the outcome
    report = plain(outcome=f"{OUTCOME}\n\nAreas for priority action\n\n{WIDESPREAD}")
    assert [j.grade for j in report.judgements] == ["inconsistent"]
    assert [i.code for i in report.issues if i.field == "judgements"] == []
    assert plain(outcome="They met.").judgements == []


@pytest.mark.parametrize(
    ("body", "previous", "wanted"),
    [
        ("The inspection in 2021 found widespread and/or systemic failings.", "", [(2021, "widespread_failings")]),
        ("The inspection before found widespread and/or systemic failings.", "", [(None, "widespread_failings")]),
        (
            "The inspection before found widespread and/or systemic failings.\n\nIn 2018 its arrangements lead to "
            "inconsistent experiences and outcomes.",
            "Date of previous inspection: 3 April 2019",
            [(2019, "widespread_failings")],
        ),
        (
            "The inspection before found widespread and/or systemic failings.",
            "Dates of previous inspection: 3 April 2019 and 4 May 2021",
            [(None, "widespread_failings")],
        ),
        ("They met.", "Date of previous inspection: 3 April 2019", []),
    ],
)
def test_what_a_monitoring_inspection_says_of_the_one_before(
    body: str, previous: str, wanted: list[tuple[int | None, str]]
) -> None:
    title = "Area SEND monitoring inspection of Ayton Local Area Partnership"
    report = plain(title=title, outcome=body.replace("\\\n", "\n"), previous=previous)
    assert [(p.year, p.grade) for p in report.previous_judgements] == wanted
    assert {p.label for p in report.previous_judgements} <= {"Inspection outcome"}
    assert report.judgements == []


def test_columns_of_a_plain_text_are_rows() -> None:
    head = "Areas for priority action\n\n"
    rows = "Responsible body\tAreas for priority action\nAyton Council\tLeaders  should act.\nNHS Ayton\tThey see\n"
    report = plain(outcome=f"{OUTCOME}\n\n{head}{rows}")
    assert [(r.text, r.scope, r.page, r.evidence) for r in report.recommendations][:2] == [
        ("Leaders should act.", "Ayton Council", 2, "Ayton Council\tLeaders  should act."),
        ("They see", "NHS Ayton", 2, "NHS Ayton\tThey see"),
    ]
    assert [r.heading for r in report.recommendations[:2]] == ["Areas for priority action"] * 2
    assert issue_at(report, "findings", "fallback") == []
    # the head of the table stands apart
    apart = plain(outcome=f"{OUTCOME}\n\n{head}{rows.replace('action', 'action' + chr(10), 1)}")
    assert [(r.text, r.scope) for r in apart.recommendations] == [(r.text, r.scope) for r in report.recommendations]
    # a line without its tab: nothing is known of the columns
    report = plain(outcome=f"{OUTCOME}\n\n{head}{rows}Beeton should plan.\n")
    assert "Ayton Council" not in [r.scope for r in report.recommendations]
    for field in ("findings", "recommendations"):
        assert (2, "Areas for priority action") in issue_at(report, field, "fallback")


STATEMENT = "A statement of action is required. The council is responsible for writing it."
CONCERNS = "The inspection raises significant concerns. They are required to mend these significant weaknesses:"


@pytest.mark.parametrize(
    ("behind", "weaknesses", "codes"),
    [
        # numbered, as items, or neither
        (
            f"{CONCERNS}\n\n1. waits are long\n\n2. plans are late\n\nThey know.",
            ["waits are long", "plans are late"],
            None,
        ),
        (f"{CONCERNS}\n\n- waits are long\n- plans are late\n\nThey know.", ["waits are long", "plans are late"], None),
        # a line that only ends in a colon, or only speaks of weaknesses, leads in none of them
        (
            "Inspectors met:\n\n- parents\n- nurses\n\nThere are significant weaknesses.\n\nThey must act:\n\n- soon",
            [],
            ["missing"],
        ),
    ],
)
def test_which_list_is_of_weaknesses(behind: str, weaknesses: list[str], codes: list[str] | None) -> None:
    report = ofsted.parse_text(LETTER.format(kind="inspection", said=STATEMENT, findings=f"{LISTS}\n\n{behind}"))
    found = report.findings
    assert [f.text for f in found.significant_weaknesses] == weaknesses
    assert [f.text for f in found.priority_actions] == weaknesses
    assert [(r.text, r.page) for r in report.recommendations] == [(text, 2) for text in weaknesses]
    assert [f.text for f in found.strengths] == ["They listen."]
    assert [f.text for f in found.areas_for_development] == ["There are too few school nurses."]
    if codes:
        assert [i.code for i in report.issues if i.field == "recommendations"] == codes
        assert issue_at(report, "recommendations", "missing") == [(1, STATEMENT)]


def test_a_statement_that_is_not_required_needs_no_weaknesses() -> None:
    report = ofsted.parse_text(LETTER.format(kind="inspection", said="They must act.", findings=LISTS))
    assert issue_at(report, "recommendations", "missing") == []


def test_sections_of_a_letter_have_the_lists_below_their_aspect() -> None:
    report = ofsted.parse_text(LETTER.format(kind="inspection", said=STATEMENT, findings=LISTS))
    lists = [(s.heading, s.level) for s in report.sections[-1].sections]
    assert (report.sections[-1].heading, report.sections[-1].level) == ("Main findings", 1)
    assert lists == [("Strengths", 2), ("Areas for development", 2)]
