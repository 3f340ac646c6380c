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
