"""The inspection team of an area SEND report, printed in two columns, as extractors give them. Each text is made up."""

from __future__ import annotations

import pytest

from tests.test_rules import area, codes

HEADS = "Ofsted                                     Care Quality Commission"
TEAM = [
    ("Ada Quill", "Ofsted HMI Lead inspector"),
    ("Bram Thorne", "Ofsted HMI"),
    ("Cleo Vane", "Ofsted inspector"),
    ("Dov Marsh", "CQC lead inspector"),
    ("Esi Hall-Reed", "CQC inspector"),
]
LAYOUTS = {
    "columns": f"""{HEADS}
Ada Quill, Ofsted HMI Lead inspector       Dov Marsh, CQC lead inspector
Bram Thorne, Ofsted HMI                    Esi Hall-Reed, CQC inspector
Cleo Vane, Ofsted inspector""",
    "tabs": """Ofsted\tCare Quality Commission
Ada Quill, Ofsted HMI Lead inspector\tDov Marsh, CQC lead inspector
Bram Thorne, Ofsted HMI\tEsi Hall-Reed, CQC inspector
Cleo Vane, Ofsted inspector\t""",
    "one space": """Ofsted Care Quality Commission
Ada Quill, Ofsted HMI Lead inspector Dov Marsh, CQC lead inspector
Bram Thorne, Ofsted HMI Esi Hall-Reed, CQC inspector
Cleo Vane, Ofsted inspector""",
    "one column below the other": """Ofsted
Ada Quill, Ofsted HMI Lead inspector
Bram Thorne, Ofsted HMI
Cleo Vane, Ofsted inspector

Care Quality Commission
Dov Marsh, CQC lead inspector
Esi Hall-Reed, CQC inspector""",
    "a role over two lines": f"""{HEADS}
Ada Quill, Ofsted HMI Lead                 Dov Marsh, CQC lead inspector
inspector

Bram Thorne, Ofsted HMI                    Esi Hall-Reed, CQC inspector
Cleo Vane, Ofsted inspector""",
    "two roles over two lines, one space": """Ofsted Care Quality Commission
Ada Quill, Ofsted HMI Lead Dov Marsh, CQC lead
inspector inspector
Bram Thorne, Ofsted HMI Esi Hall-Reed, CQC inspector
Cleo Vane, Ofsted inspector""",
    "all in one line": "Ofsted Care Quality Commission Ada Quill, Ofsted HMI Lead inspector Dov Marsh, CQC lead "
    "inspector Bram Thorne, Ofsted HMI Esi Hall-Reed, CQC inspector Cleo Vane, Ofsted inspector",
    "initials apart": """Ofsted Care Quality Commission
Ada Q uill, Ofsted HMI Lead inspector Dov M arsh, CQC lead inspector
Bram Thorne, Ofsted HMI Esi Hall-Reed, CQC inspector
Cleo V ane, Ofsted inspector""",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_person_has_the_role_beside_the_name(layout: str) -> None:
    report = area(team=LAYOUTS[layout])
    assert sorted((p["name"], p["role"]) for p in report["inspectors"]) == TEAM
    assert report["lead_inspector"] == {"name": "Ada Quill", "role": "Ofsted HMI Lead inspector"}
    assert codes(report, "inspectors") == codes(report, "lead_inspector") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("J ulie Frost, Ofsted HMI", "Julie Frost"),
        ("J van Dyke, Ofsted HMI", "J van Dyke"),
        ("J. Frost, Ofsted HMI", "J. Frost"),
    ],
)
def test_an_initial_that_an_extractor_took_for_a_word(line: str, name: str) -> None:
    report = area(team=f"{LAYOUTS['one space']}\n{line}")
    assert name in [p["name"] for p in report["inspectors"]]
    assert codes(report, "inspectors") == []


@pytest.mark.parametrize(
    "line", ["Frost, Ofsted HMI", "inspector", "Lead inspector, CQC", "Bo Frost, HMI Una Hall, CQC"]
)
def test_a_role_without_a_name_is_flagged(line: str) -> None:
    report = area(team=f"{LAYOUTS['columns']}\n{line}")
    assert codes(report, "inspectors") == ["unreadable"]


LEAD = "HMI lead inspector"


@pytest.mark.parametrize(
    ("team", "people", "lead"),
    [
        # a torn initial needs three letters behind it: with two it may be a word
        (f"J anna Frost, {LEAD}", [("Janna Frost", LEAD)], "Janna Frost"),
        (f"J ann Frost, {LEAD}", [("Jann Frost", LEAD)], "Jann Frost"),
        # titles, and the head of a column before a name
        (f"Dr Ada Quill, {LEAD}", [("Ada Quill", LEAD)], "Ada Quill"),
        (f"Prof Ada Quill, {LEAD}", [("Ada Quill", LEAD)], "Ada Quill"),
        (f"Ofsted Ada Quill, {LEAD}", [("Ada Quill", LEAD)], "Ada Quill"),
        # who leads is Ofsted's, even where the line ends after 'Lead'
        ("Ada Quill, Ofsted HMI Lead", [("Ada Quill", "Ofsted HMI Lead")], "Ada Quill"),
        ("Ada Quill, Ofsted HMI leading", [("Ada Quill", "Ofsted HMI leading")], None),
        (
            "Ada Quill, Care Quality Commission lead inspector",
            [("Ada Quill", "Care Quality Commission lead inspector")],
            None,
        ),
        ("Ada Quill, CQC lead", [("Ada Quill", "CQC lead")], None),
        ("Ada Quill, Lead", [("Ada Quill", "Lead")], "Ada Quill"),
        # two columns, with one space, two or a tab between them
        *(
            (
                f"Ada Quill, {LEAD}{gap}Dov Marsh, CQC lead inspector",
                [("Ada Quill", LEAD), ("Dov Marsh", "CQC lead inspector")],
                "Ada Quill",
            )
            for gap in (" ", "  ", "\t")
        ),
        (
            f"Ada Quill, {LEAD} for all, Dov Marsh, CQC inspector",
            [("Ada Quill", LEAD), ("Dov Marsh", "CQC inspector")],
            "Ada Quill",
        ),
        # the rest of the roles, below: each to the next that lacks it
        ("Ada Quill, Ofsted\nInspector", [("Ada Quill", "Ofsted Inspector")], None),
        (
            "Ada Quill, HMI Lead\tDov Marsh, CQC lead\nBo Lane, Ofsted\tEsi Hall, CQC\ninspector inspector\n"
            "inspector inspector",
            [
                ("Ada Quill", "HMI Lead inspector"),
                ("Bo Lane", "Ofsted inspector"),
                ("Dov Marsh", "CQC lead inspector"),
                ("Esi Hall", "CQC inspector"),
            ],
            "Ada Quill",
        ),
        (
            "Bo Lane, Ofsted HMI\tDov Marsh, CQC lead\nAda Quill, Ofsted HMI Lead\ninspector inspector",
            [
                ("Bo Lane", "Ofsted HMI"),
                ("Ada Quill", "Ofsted HMI Lead inspector"),
                ("Dov Marsh", "CQC lead inspector"),
            ],
            "Ada Quill",
        ),
        # up to the publisher's last page
        (
            f"Ada Quill, {LEAD} If you are not happy with the inspection or the report, you can complain to Ofsted.\n"
            "Bo Lane, HMI",
            [("Ada Quill", LEAD)],
            "Ada Quill",
        ),
        # on two pages; what is no one is passed over
        (f"Ada Quill, {LEAD}\n\n\fThey met.\nBo Lane, HMI", [("Ada Quill", LEAD), ("Bo Lane", "HMI")], "Ada Quill"),
    ],
)
def test_who_inspected(team: str, people: list[tuple[str, str]], lead: str | None) -> None:
    report = area(team=team)
    assert [(p["name"], p["role"]) for p in report["inspectors"]] == people
    assert (report["lead_inspector"] or {"name": None})["name"] == lead
    assert codes(report, "inspectors") == []
    assert codes(report, "lead_inspector") == ([] if lead else ["missing"])


@pytest.mark.parametrize(
    ("team", "people"),
    [
        (f"J an Frost, {LEAD}", []),
        (f"Ofsted, Ada Quill, {LEAD}", []),
        (f"Cleo Vane, {LEAD}\nPresent were Ada Quill, HMI; Bo Lane, HMI", ["Cleo Vane", "Bo Lane"]),
        (f"Ada Quill, {LEAD}\ninspector", ["Ada Quill"]),  # nobody's role lacks it
        (f"Our inspector was ill.\nAda Quill, {LEAD}", ["Ada Quill"]),
    ],
)
def test_what_cannot_be_read_of_a_team_is_flagged(team: str, people: list[str]) -> None:
    report = area(team=team)
    assert [p["name"] for p in report["inspectors"]] == people
    assert codes(report, "inspectors") == ["unreadable"]
    assert codes(report, "lead_inspector") == (["unreadable"] if people else ["missing", "unreadable"])


def test_of_two_leaders_the_first_is_kept_and_the_other_named() -> None:
    report = area(team=f"Ada Quill, {LEAD}\nBo Lane, {LEAD}\nCleo Vane, {LEAD}")
    assert report["lead_inspector"]["name"] == "Ada Quill"
    issues = [issue for issue in report["issues"] if issue["field"] == "lead_inspector"]
    assert [issue["code"] for issue in issues] == ["several_people", "several_people"]
    assert [
        "'Ada Quill' was used, not 'Bo Lane'" in issues[0]["message"],
        "not 'Cleo Vane'" in issues[1]["message"],
    ] == [
        True,
        True,
    ]
