"""Letters about visits: what the samples in examples/ do not show. Each text is made up."""

from __future__ import annotations

from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

LETTER = """{date}

{addressee}
Director of Children's Services
Town Hall

{salutation}

{subject}

This letter summarises the findings of {visit} to Brackenshire children's services {on}. {inspectors}

{focus}

Headline findings

At the last inspection services were judged to be inadequate. Overall effectiveness: good.

What needs to improve in this area of social work practice?

- The pace of decisions.
- Letters to families.

Main findings

Children are seen.

Yours sincerely

{signatory}
His Majesty's Inspector
"""
WORDS = {
    "date": "12 January 2024",
    "addressee": "Ms Ada Quill",
    "salutation": "Dear Ms Quill",
    "subject": "Focused visit to Brackenshire children's services",
    "visit": "the focused visit",
    "on": "on 12 and 13 December 2023",
    "inspectors": "His Majesty's Inspectors for this visit were Bram Thorne and Cleo Vane.",
    "focus": "Inspectors looked at the local authority's arrangements for care leavers.",
    "signatory": "Bram Thorne",
}


def read(**words: str) -> dict[str, Any]:
    """The letter with these words in it, as a dict."""
    found: dict[str, Any] = ofsted.parse_text(LETTER.format(**{**WORDS, **words})).to_dict()
    return found


def flagged(report: dict[str, Any]) -> set[tuple[str, str]]:
    return {(issue["field"], issue["code"]) for issue in report["issues"]}


def periods(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(p["start"], p["end"]) for p in report["inspection_periods"]]


def test_whole_letter() -> None:
    report = read()
    assert report["framework"] == "focused-visit"
    assert report["title"] == "Focused visit to Brackenshire children's services"
    assert report["authority"]["name"] == "Brackenshire"
    assert report["published"] == "2024-01-12"
    assert periods(report) == [("2023-12-12", "2023-12-13")]
    assert report["addressee"] == "Ada Quill"
    assert report["lead_inspector"] == {"name": "Bram Thorne", "role": "His Majesty's Inspector"}
    assert [i["name"] for i in report["inspectors"]] == ["Bram Thorne", "Cleo Vane"]
    assert report["focus"] == "arrangements for care leavers."
    assert report["theme"] == "care_leavers"
    assert [r["text"] for r in report["recommendations"]] == ["The pace of decisions.", "Letters to families."]
    assert flagged(report) == {("authority", "not_in_register")}


@pytest.mark.parametrize("subject", ["inspection of Brackenshire", "inspection of neglect in Brackenshire"])
def test_the_issue_names_the_area_as_the_subject_does(subject: str) -> None:
    """The 'in' of 'inspection' is no word."""
    issues = read(subject=f"Joint targeted area {subject}")["issues"]
    messages = [issue["message"] for issue in issues if issue["field"] == "authority"]
    assert messages == ["'Brackenshire' is not in the register of authorities."]


def test_the_subject_names_the_area_whoever_else_the_letter_names() -> None:
    subject = "Focused visit to Rutland County Council children's services"
    report = read(subject=subject, on="on 12 and 13 December 2023 with Norfolk County Council")
    assert report["authority"]["name"] == "Rutland"
    assert not flagged(report)


def test_a_subject_that_the_register_does_not_have_is_flagged_where_the_text_names_another_area() -> None:
    report = read(on="on 12 and 13 December 2023 with inspectors from Norfolk")
    assert ("authority", "not_in_register") in flagged(report)
    assert any("Brackenshire" in issue["message"] for issue in report["issues"])


def test_a_text_that_says_another_area_was_visited_is_flagged() -> None:
    report = read(subject="Focused visit to Rutland children's services", visit="the focused visit to Norfolk and not")
    assert report["authority"]["name"] == "Rutland"
    assert flagged(report) == {("authority", "two_authorities")}
    assert "'Rutland', the text 'Norfolk'" in report["issues"][0]["message"]


def test_grades_in_prose_are_no_judgements() -> None:
    assert read()["judgements"] == []


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [("9 February 2024", "2024-01-16", "2024-01-17"), ("10 January 2024", "2023-01-16", "2023-01-17")],
)
def test_missing_year_comes_from_the_letter(date: str, start: str, end: str) -> None:
    report = read(date=date, on="on 16 and 17 January")
    assert periods(report) == [(start, end)]
    assert ("inspection_periods", "no_year") in flagged(report)


def test_letter_dated_before_the_visit_is_flagged() -> None:
    report = read(date="12 January 2023")
    assert {("published", "before_visit"), ("inspection_periods", "after_letter")} <= flagged(report)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"salutation": "Dear Mr Other"}, "addressee"),
        ({"addressee": "The Manager"}, "addressee"),
        ({"addressee": "Ada Quill and Bo Lane", "salutation": "Dear Ms Quill and Mr Lane"}, "addressee"),
        ({"signatory": "Dora Finch"}, "lead_inspector"),
        ({"inspectors": ""}, "inspectors"),
        ({"on": ""}, "inspection_periods"),
        ({"focus": "Inspectors looked at a range of evidence."}, "focus"),
        ({"date": ""}, "published"),
        ({"on": "on 1 2 and 13 December 2023"}, "inspection_periods"),
        ({"on": "on l2 and 13 December 2023"}, "inspection_periods"),
        ({"on": "on l2\u201313 December 2023"}, "inspection_periods"),
        ({"inspectors": "The inspectorswere Bram Thorne, HMI, and Cleo Vane, HMI."}, "inspectors"),
        ({"inspectors": "The inspectors were Bram Thorne andCleoVane."}, "inspectors"),
    ],
)
def test_what_is_odd_or_missing_is_flagged(words: dict[str, str], field: str) -> None:
    assert field in {issue["field"] for issue in read(**words)["issues"]}


@pytest.mark.parametrize(
    ("focus", "wanted"),
    [
        (
            "The focus of this visit was on planning for permanence, early and late. They met parents.",
            "planning for permanence, early and late.",
        ),
        (
            "During this visit, inspectors evaluated the council's arrangements at the ‘front door’. They also wrote.",
            "arrangements at the ‘front door’.",
        ),
        (
            "Inspectors looked at a range of evidence. Inspectors reviewed the quality of plans in St. Osyth.",
            "the quality of plans in St. Osyth.",
        ),
        (
            "Inspectors considered the local authority's arrangements for care leavers, with a focus on:\n\n"
            "- homes\n- health.\n\nThis visit was carried out in line with the framework.",
            "arrangements for care leavers, with a focus on: homes; health.",
        ),
    ],
)
def test_focus(focus: str, wanted: str) -> None:
    assert read(focus=focus)["focus"] == wanted


def test_a_focus_whose_items_are_lost_says_so() -> None:
    words = (
        "Inspectors looked at the local authority's arrangements for care leavers, focusing on:\n\n# homes\n\n# health."
    )
    assert ("cut_off", "focus") in [(issue["code"], issue["field"]) for issue in read(focus=words)["issues"]]


@pytest.mark.parametrize(
    "focus",
    [
        "Inspectors looked at the local authority's arrangements for planning and This visit was carried out remotely.",
        "Inspectors looked at the local authority's arrangements for care leavers. A range",
    ],
)
def test_a_focus_that_goes_on_with_another_sentence_says_so(focus: str) -> None:
    doubted = ("cut_off", "focus") in [(issue["code"], issue["field"]) for issue in read(focus=focus)["issues"]]
    assert doubted == ("This visit" in focus)


def test_a_sentence_that_took_the_letterhead_is_no_focus() -> None:
    letterhead = "T 0300 123 1231 Textphone 0161 618 8524 enquiries@ofsted.gov.uk"
    tree = read(focus=f"Inspectors looked at the local authority {letterhead} of services for children in care.")
    assert tree["focus"] is None
    assert ("missing", "focus") in [(issue["code"], issue["field"]) for issue in tree["issues"]]


THEMES = {
    "front_door": [
        "the \u2018front door\u2019",
        "new referrals, and for children in need",
        "help and protection at the front-door",
        "contacts in the multi-agency safeguarding hub, with a particular focus on care leavers",
    ],
    "children_in_need_or_plan": [
        "children in need",
        "help and protection of children in need or subject to a plan",
        "children subject to child protection plans, including young people at risk of exploitation",
    ],
    "children_in_care": ["children in care", "looked after children, in particular care leavers to be"],
    "achieving_permanence": ["permanence", "permanency planning for children in care"],
    "care_leavers": ["care leavers", "care-experienced young adults, focusing on those who were children in need"],
    "vulnerable_adolescents": ["vulnerable adolescents", "children at risk of harm outside the home"],
}


@pytest.mark.parametrize(("theme", "object_"), [(theme, words) for theme in THEMES for words in THEMES[theme]])
def test_the_theme_of_a_focused_visit(theme: str, object_: str) -> None:
    report = read(focus=f"Inspectors looked at the local authority's arrangements for {object_}.")
    assert report["theme"] == theme
    assert "theme" not in {issue["field"] for issue in report["issues"]}


@pytest.mark.parametrize("looked_at", ["children in need of help and protection", "children in need", "homes"])
def test_what_was_looked_at_specifically_within_a_theme(looked_at: str) -> None:
    focus = "Inspectors looked at arrangements for children in need."
    report = read(focus=f"{focus} Specifically, inspectors looked at {looked_at}.")
    assert report["theme"] == "children_in_need_or_plan"
    assert "theme" not in {issue["field"] for issue in report["issues"]}


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ({"focus": "Inspectors looked at arrangements for children in care and care leavers."}, "care_leavers"),
        (
            {"focus": "Inspectors looked at arrangements for homes, with a focus on children in care."},
            "children_in_care",
        ),
        ({"focus": "Inspectors looked at case records.", "subject": f"{WORDS['subject']}: front door"}, "front_door"),
        (
            {
                "focus": "Inspectors looked at arrangements for children who need help and protection. Specifically, "
                "they looked at referrals."
            },
            "front_door",
        ),
        (
            {
                "focus": "Inspectors looked at arrangements for children in need. They read files.\n\nSpecifically, "
                "inspectors looked at the front door."
            },
            "children_in_need_or_plan",
        ),
    ],
)
def test_a_theme_that_is_not_sure_is_flagged(words: dict[str, str], theme: str) -> None:
    report = read(**words)
    assert report["theme"] == theme
    assert [issue["code"] for issue in report["issues"] if issue["field"] == "theme"] == ["theme_unclear"]


@pytest.mark.parametrize(
    "object_",
    [
        "homes",
        "children in need of help and protection",
        "children in need and children in care",
        "help and protection, children in care and care leavers",
        "the front door and care leavers",
        "help and protection. Specifically, they looked at referrals and at care leavers",
        "homes. Care leavers were specifically, and well, looked after",
    ],
)
def test_a_visit_to_no_one_theme_has_none_and_says_so(object_: str) -> None:
    report = read(focus=f"Inspectors looked at arrangements for {object_}.")
    assert report["theme"] is None
    assert [issue["code"] for issue in report["issues"] if issue["field"] == "theme"] == ["missing"]


@pytest.mark.parametrize(
    ("visit", "subject", "framework"),
    [
        ("the monitoring visit", "Monitoring visit to Brackenshire children's services", "monitoring-visit"),
        ("an assurance visit", "Assurance visit to Brackenshire children's services", "letter"),
        ("a survey", "Thank you for your help", "unknown"),
    ],
)
def test_kind_of_letter(visit: str, subject: str, framework: str) -> None:
    assert read(visit=visit, subject=subject)["framework"] == framework


def test_monitoring_visit_keeps_the_judgement_that_brought_it_about() -> None:
    report = read(
        visit="the monitoring visit",
        subject="Monitoring visit to Brackenshire children's services",
        inspectors="This was the first monitoring visit since the local authority was judged inadequate in March 2022. "
        "His Majesty's Inspectors for this visit were Bram Thorne and Cleo Vane.",
    )
    assert report["judgements"] == []
    assert report["previous_judgements"] == [{"year": 2022, "label": None, "grade": "inadequate"}]
    assert [i["name"] for i in report["inspectors"]] == ["Bram Thorne", "Cleo Vane"]
    assert periods(report) == [("2023-12-12", "2023-12-13")]


ASSESSMENT = """Alexandra House
33 Kingsway
London WC2B 6SE

1 November 2006

Ms Ada Quill
Director of Children's Services

Dear Ms Quill

2006 annual performance assessment of services for children and young people in Norfolk County Council

This letter summarises the findings of the meeting held on 3 July 2006.

Areas for judgement
Grade awarded
The contribution of the local authority's children's services
3
The council's overall capacity to improve
4

Services are good.

Yours sincerely

Bram Thorne
"""


def test_an_annual_performance_assessment_is_unknown_and_says_so() -> None:
    report = ofsted.parse_text(ASSESSMENT).to_dict()
    assert report["framework"] == "unknown"
    assert report["judgements"] == []
    assert {("framework", "unknown_framework"), ("judgements", "missing")} <= flagged(report)


@pytest.mark.parametrize(("lines", "said"), [(58, True), (59, False)])
def test_the_subject_of_an_assessment_is_looked_for_in_the_first_sixty_lines(lines: int, said: bool) -> None:
    head, subject = ASSESSMENT[ASSESSMENT.index("Dear") :].split("\n\n", 1)
    report = ofsted.parse_text("Room\n" * lines + f"{head}\n\n{subject}")
    (message,) = [issue.message for issue in report.issues if issue.code == "unknown_framework"]
    assert message.startswith("This is an annual performance assessment") == said


def test_an_assessment_is_unknown_where_it_reads_as_a_letter_on_a_visit() -> None:
    letter = ASSESSMENT.replace("Alexandra House", "Ofsted\nPiccadilly Gate").replace(
        "This", "Visit to Norfolk\n\nThis"
    )
    other = "\n".join(line for line in letter.splitlines() if "annual performance" not in line)
    assert ofsted.parse_text(letter).framework == "unknown"
    assert ofsted.parse_text(other).framework == "letter"


ADDRESS = "Ms Ada Quill, Director of Children's Services, Brackenshire County Council, Town Hall"


def test_a_letter_that_is_not_signed_may_be_cut_off() -> None:
    letter = LETTER.format(**WORDS)
    ends = {"sections", "recommendations", "findings"}
    assert not {issue for issue in ofsted.parse_text(letter).issues if issue.code == "no_end"}
    cut = ofsted.parse_text(letter[: letter.index("Main findings")])
    assert {issue.field for issue in cut.issues if issue.code == "no_end"} == ends


LETTERHEAD = "Ofsted Agora 6 Cumberland Place Nottingham NG1 6HJ T 0300 123 1231 enquiries@ofsted.gov.uk"


@pytest.mark.parametrize(
    "head",
    [
        f"12 January 2024\n\n{ADDRESS}",
        f"12 January 2024 {ADDRESS}",
        f"12 January 2024 | {ADDRESS.replace(', ', ' | ')}",
        f"12 January 2024 {ADDRESS.replace(',', '')}",
        "12 January 2024 Ms Ada Quill\nDirector of Children's Services\nTown Hall",
        f"{LETTERHEAD} 12 January 2024\n{ADDRESS}",
        f"{LETTERHEAD} 12 January 2024 {ADDRESS.replace(',', '')}",
    ],
)
@pytest.mark.parametrize("salutation", ["Dear Ms Quill", "Dear Ada"])
def test_a_head_whose_lines_were_joined(head: str, salutation: str) -> None:
    letter = LETTER.replace("{date}\n\n{addressee}\nDirector of Children's Services\nTown Hall", "{head}")
    report = ofsted.parse_text(letter.format(**{**WORDS, "head": head, "salutation": salutation})).to_dict()
    assert report["published"] == "2024-01-12"
    assert report["addressee"] == "Ada Quill" or ("addressee", "unreadable") in flagged(report)
    assert report["title"] == "Focused visit to Brackenshire children's services"
    assert report["authority"]["name"] == "Brackenshire"
    assert periods(report) == [("2023-12-12", "2023-12-13")]


def test_the_role_of_who_signed_may_stand_on_the_next_page() -> None:
    text = LETTER.format(**WORDS).replace("\nHis Majesty's", "\nPage 1\n\fHis Majesty's")
    assert ofsted.parse_text(text).lead_inspector == ofsted.Person("Bram Thorne", "His Majesty's Inspector")


@pytest.mark.parametrize("behind", [" 5", "5", "\n\n5", " 12"])
def test_the_number_of_the_page_is_no_part_of_the_role_of_who_signed(behind: str) -> None:
    text = LETTER.format(**WORDS).rstrip("\n") + behind
    assert ofsted.parse_text(text).to_dict()["lead_inspector"] == {
        "name": "Bram Thorne",
        "role": "His Majesty's Inspector",
    }


@pytest.mark.parametrize(
    "role", ["His\n= Majesty's Inspector", "His\nMajesty's Inspector", "Senior His\n\nMajesty's Inspector"]
)
def test_a_role_in_two_lines(role: str) -> None:
    text = LETTER.format(**WORDS).replace("His Majesty's Inspector\n", role)
    whole = " ".join(role.replace("=", "").split())
    assert ofsted.parse_text(text).lead_inspector == ofsted.Person("Bram Thorne", whole)


@pytest.mark.parametrize("below", ["Regional\nMajesty's Inspector", "His\nchildren are seen", "His"])
def test_what_is_no_role_in_two_lines(below: str) -> None:
    text = LETTER.format(**WORDS).replace("His Majesty's Inspector\n", below)
    assert ofsted.parse_text(text).lead_inspector == ofsted.Person("Bram Thorne", None)


LATE_HEAD = """Ofsted
Piccadilly Gate
Store Street
Manchester
M1 2WD
www.gov.uk/ofsted
12 January 2024
Ms Ada Quill
Director of Children's Services
Town Hall
"""


def test_a_head_that_an_extractor_put_below_the_first_page() -> None:
    above, below = LETTER.format(**WORDS).split("Children are seen.")
    above = above[above.index("Dear") :] + "Children are seen by social workers whom they know, and their wishes are\n"
    rest = "heard and acted on.\n"
    report = ofsted.parse_text(above + LATE_HEAD + "\f2\n" + rest + below).to_dict()
    assert (report["published"], report["addressee"]) == ("2024-01-12", "Ada Quill")
    assert periods(report) == [("2023-12-12", "2023-12-13")]
    assert report["sections"][-1]["paragraphs"][-1]["text"] == (
        "Children are seen by social workers whom they know, and their wishes are heard and acted on."
    )
    assert not flagged(report) & {("published", "missing"), ("addressee", "missing")}
    other = ofsted.parse_text(above + LATE_HEAD.replace("Ada Quill", "Bo Lane") + "\f2\n" + rest + below).to_dict()
    assert other["addressee"] == "Bo Lane"
    assert ("addressee", "other_name") in flagged(other)


GREETING = """28 October 2016

Bo Lane, Chief Constable of Brackenshire
Ada Quill, Chair of the Brackenshire board

Dear {salutation}
{below}
Joint targeted area inspection of the multi-agency response to neglect in Brackenshire

Between 12 and 16 September 2016, Ofsted, the Care Quality Commission, HMI Constabulary and HMI Probation undertook a
joint inspection of the multi-agency response to neglect in Brackenshire.
"""


@pytest.mark.parametrize(
    ("salutation", "below", "greeted"),
    [
        ("local partnership", "Ada Quill, Chair of the Brackenshire board", "local partnership"),
        ("Brackenshire Safeguarding", "Children Partnership", "Brackenshire Safeguarding Children Partnership"),
    ],
)
def test_a_line_of_the_address_below_the_salutation_is_no_part_of_it(salutation: str, below: str, greeted: str) -> None:
    report = ofsted.parse_text(GREETING.format(salutation=salutation, below=below))
    assert (report.framework.value, report.addressee) == ("jtai", greeted)


@pytest.mark.parametrize(("numbers", "said"), [((1, 2, 3), False), ((1, 2, 5), True)])
def test_a_letter_that_numbers_its_paragraphs_says_which_are_missing(numbers: tuple[int, ...], said: bool) -> None:
    findings = "\n\n".join(f"{number}. Children are seen by workers whom they know." for number in numbers)
    text = GREETING.format(salutation="local partnership", below="") + f"\nMain findings\n\n{findings}\n"
    report = ofsted.parse_text(text)
    assert [p.number for p in report.paragraphs if p.number] == list(numbers)
    assert ("number_missing" in {issue.code for issue in report.issues}) is said
