"""What no report prints, so that something was read wrong: it is said, whatever the cause."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

import pytest

import ofsted
from tests.invented import ILACS_ROWS, ilacs_text

IMPRINT = "The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects."


def text(items: str = "- Plans.\n- Visits.", body: str = "1. One.\n\n2. Two.", behind: str = "") -> str:
    chapter = f"The experiences and progress of children in care: good\n\n{body}"
    return ilacs_text(items=items, body=chapter, behind=f"{IMPRINT}\n\n{behind}")


def codes(**parts: str) -> set[tuple[str, str | None]]:
    report = ofsted.parse_text(text(**parts))
    assert report.framework == "ilacs"
    return {
        (issue.code, issue.field)
        for issue in report.issues
        if issue.code in ("odd_entry", "number_unread", "more_text", "repeated")
    }


def test_a_sound_report_has_no_oddities() -> None:
    assert codes() == set()


@pytest.mark.parametrize(
    "items",
    [
        "- The quality of:\n\n- Plans.",
        "- Plans.\n- ■ Visits ■ Letters.",
        "- Plans are late. ■ Visits are rare.",
        "- Plans.\n- The experiences of care leavers: good",
        "1. Plans are not clear.\n\n2. Visits are late.",
        "- Plans are late. 2.\n- Visits.",
        "- Plans are late. 2\n- Visits.",
        "- Plans are late •\n- Visits.",
        "- Plans are late. 1. Visits are rare.",
        "- Plans are late\n\nThe grades below are four.",
        "- Plans are late\n\nImprove visits.",
    ],
)
def test_a_recommendation_that_is_none_is_said(items: str) -> None:
    assert ("odd_entry", "recommendations") in codes(items=items)


def test_the_doubt_on_an_entry_is_its_own_and_that_on_several_is_of_each() -> None:
    def doubted(items: str) -> list[bool]:
        doubts = ofsted.Corpus([ofsted.parse_text(text(items=items))]).recommendations()["doubts"]
        return doubts.fillna("").str.contains("'Plans are late").to_list()

    assert doubted("- Plans are late. 2.\n- Visits.\n- Letters.") == [True, False, False]
    assert doubted("- Plans are late. 2.\n- Visits.\n- Letters are rare. 4.") == [True, True, True]


@pytest.mark.parametrize("words", range(9, 12))
def test_a_name_that_the_end_of_an_entry_is_far_from_heads_nothing(words: int) -> None:
    assert codes(items=f"- The quality of plans of the town of Rutland{' and homes' * words} by\n- Visits.") == set()


@pytest.mark.parametrize("items", ["- Plans (paragraph 17).", "- Plans, as of section 11. They help.", "- Plan\n  B."])
def test_a_number_that_belongs_to_a_recommendation(items: str) -> None:
    assert codes(items=items) == set()


@pytest.mark.parametrize(
    "items",
    [
        "- The quality of plans\n(b) the timeliness of visits",
        "   • The quality of plans\n\n   b) The timeliness of visits\n\n   • Help",
        "   a) The quality of plans;\n   b) The timeliness of visits.",
        "   (i) The quality of plans\n   (ii) The timeliness of visits",
        "   • The quality of plans\n   The timeliness of visits\n   • Help",
        "   • The quality of plans for children\n     in care\n     The timeliness of visits\n   • Help",
        "- The quality of plans for children and\nInspection report: Rutland, March 2024\n\fyoung people.",
        "- The quality of plans for children and\nInspection of Rutland local authority\n\fyoung people.",
    ],
)
def test_a_line_that_may_be_no_part_of_its_entry_is_said(items: str) -> None:
    assert ("odd_entry", "recommendations") in codes(items=items)


@pytest.mark.parametrize(
    "items",
    [
        "- Plans under section 22 (a) and\n  (in future) all others.",
        "- The quality of plans that are written for children who live in homes of the\n  Rutland Trust.",
        "1.\nPlans are late.\n\n2.\nVisits are rare.",
    ],
)
def test_a_line_that_goes_on_with_its_entry(items: str) -> None:
    report = ofsted.parse_text(text(items=items))
    assert not [issue for issue in report.issues if "may be no part of it" in issue.message]


FIRST = "- The quality of the plans that are written with children who live far away"
NEXT = "from home, so that each of them says what will change, and by when, and who"
LAST = "makes sure of it in the months that follow, and what they may do if it does not"


def torn(*lines: str) -> set[tuple[str, str | None]]:
    """What is said of a list whose first item has these lines, in a text that is wrapped at some 78 characters."""
    return codes(items="\n".join((*lines, "change at all.", "- Visits.")), body=f"1. {NEXT}\n" + f"{LAST}\n" * 60)


@pytest.mark.parametrize(
    "lines",
    [
        (FIRST, NEXT, "rutland council report", LAST),
        (FIRST, NEXT, "12", LAST),
        (FIRST, NEXT, "7. then " + LAST[:60], LAST),
        (FIRST, NEXT, NEXT, LAST),
        # a bullet or a number that OCR misread
        (FIRST, NEXT, "@ Plans " + LAST[:60], LAST),
        (FIRST, NEXT, "m@ Plans " + LAST[:60], LAST),
        (FIRST, NEXT, "| Plans " + LAST[:60], LAST),
        (FIRST, NEXT, "¢ Plans " + LAST[:60], LAST),
        (FIRST, NEXT, "™ Plans " + LAST[:60], LAST),
        (FIRST, NEXT, "Z. Plans " + LAST[:60], LAST),
        (FIRST, NEXT, "l2.  Plans " + LAST[:60], LAST),
        (FIRST, "from home, so that each of them says what will change.", "Plans of others " + LAST),
        (FIRST, "from home, so that each of them says what will change in it now.", "Plans of all " + LAST),
    ],
)
def test_a_line_that_the_wrapping_of_its_entry_does_not_explain_is_said(lines: tuple[str, ...]) -> None:
    assert torn(*lines) == {("odd_entry", "recommendations")}


@pytest.mark.parametrize(
    "lines",
    [
        (FIRST, NEXT, LAST),
        (FIRST, NEXT, "@ plans " + LAST[:60], LAST),  # of an address
        (FIRST, NEXT, "£ Plans " + LAST[:60], LAST),
        (FIRST, NEXT, "St. Anne " + LAST[:60], LAST),
        (FIRST, "from home;", LAST),
        (FIRST, "from home:", LAST),
        (FIRST[:30], NEXT, LAST),
        (FIRST, "from home, so that each says what will change, and by when it", LAST[:60]),
        (FIRST, NEXT + " has", "12 weeks " + LAST[:60], LAST),
        (FIRST, NEXT, "2016. " + LAST[:60], LAST),
    ],
)
def test_a_line_that_was_wrapped(lines: tuple[str, ...]) -> None:
    assert torn(*lines) == set()


@pytest.mark.parametrize(
    ("others", "said"), [((), True), (("- Homes are far. Schools are, too.",), False), (("- Homes. schools.",), True)]
)
def test_one_entry_of_two_sentences_may_have_lost_a_bullet(others: tuple[str, ...], said: bool) -> None:
    full = "from home, so that each of them says what will change by the end of term."
    assert bool(torn(*others, FIRST, full, "The " + LAST[:60])) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("- Plans are late.• Visits are rare.", True),
        ("- Plans are late.\uf0a7Visits are rare.", True),
        ("- Plans are late•visits are rare.", False),
        ("- Plans are late.2. Visits are rare.", True),
        ("- Plans are late (2.1) there.", False),
        ("- Plans.\n- 7. Visits are rare.", True),
        ("- Plans (as of May are late.", True),
        ("- Plans (as of May) are late.", False),
        ("- Plans) are late.", False),
        ("- Plans are late,", True),
        ("- Plans are late.\nn Visits are rare.", True),
        ("- Plans are late in\na Visits scheme.", False),
        ("- Plans are late in\nn visits.", False),
    ],
)
def test_an_entry_that_holds_another_or_is_torn(items: str, said: bool) -> None:
    assert (("odd_entry", "recommendations") in codes(items=items)) == said


def test_a_recommendation_whose_first_line_stands_above_it_is_said() -> None:
    line = "- Plans of all kinds are written with the child"
    assert codes(items=f"{line}\n{line} and kept.") == {("repeated", "recommendations")}
    assert codes(items=f"{line} and kept.\n{line}") == set()
    assert codes(items="- Plans of all kinds.\n- Plans of all kinds. Kept.") == set()


def test_a_letters_findings_with_letters_are_said() -> None:
    letter = (
        "14 December 2010\n\nMs Ada Quill\nDirector of Children’s Services\nRutland County Council\n\nDear Ms Quill\n\n"
        "Annual unannounced inspection of contact, referral and assessment arrangements within Rutland County Council "
        "children’s services\n\nThis letter summarises the findings of the inspection which was conducted on 16 and 17 "
        "November 2010.\n\nStrengths\n\n- Children are asked.\n\nAreas for development\n\n"
        "- Records are late\nb) Letters are long\n\nYours sincerely\n\nBo Lane\nHer Majesty’s Inspector\n"
    )
    issues = ofsted.parse_text(letter).issues
    assert ("odd_entry", "recommendations") in {(issue.code, issue.field) for issue in issues}


@pytest.mark.parametrize("heading", ["What needs to improve? ◼ Plans.", "What needs to improve?1 • Plans.\n"])
def test_a_heading_that_its_list_stands_behind_is_said(heading: str) -> None:
    whole = text()
    glued = whole.replace("What needs to improve?\n\n- Plans.", heading)
    assert glued != whole
    report = ofsted.parse_text(glued)
    assert ("odd_entry", "recommendations") in {(issue.code, issue.field) for issue in report.issues}


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Area for priority action The council should see to it that:\n\n- homes are found", True),
        ("Area for priority action\n\nThe council should see to it that:\n\n- homes are found", False),
        ("Areas for improvement", False),
        ("Areas of strength • Plans are clear.\n\n- Staff stay.", True),
        ("Areas of strength\n\n- Plans are clear. • Staff stay.", True),
        ("Areas of strength\n\n- Plans are clear.\n- Staff stay.", False),
    ],
)
def test_a_letters_list_that_stands_behind_its_heading_or_holds_bullets_is_said(heading: str, said: bool) -> None:
    letter = (
        "14 March 2024\n\nAda Finch\nDirector of Children’s Services, Kent\n\nDear Ada\n\nFocused visit to Kent "
        "children’s services\n\nThis letter summarises the findings of a focused visit to Kent on 6 and 7 February "
        "2024. The inspectors were Honor Tredwell and Bram Ode, His Majesty’s Inspectors.\n\nInspectors looked at the "
        f"local authority’s arrangements for care leavers.\n\nHeadline findings\n\nCare leavers are seen.\n\n"
        f"{heading}\n\nWhat needs to improve in this area of social work practice\n\n- The plans.\n\n"
        "Yours sincerely\n\nHonor Tredwell"
    )
    report = ofsted.parse_text(letter)
    assert report.framework == "focused-visit"
    assert ("odd_entry" in {issue.code for issue in report.issues}) == said


def test_a_recommendation_that_is_printed_twice_is_said() -> None:
    twice = "- Plans of all kinds are clear and are kept.\n- Visits.\n- Plans of all kinds are clear and are kept."
    report = ofsted.parse_text(text(items=twice))
    assert ("repeated", "recommendations") in {(issue.code, issue.field) for issue in report.issues}


def test_the_row_of_a_table_is_an_entry_without_a_full_stop_too() -> None:
    pytest.importorskip("selectolax")
    rows = "".join(f"<tr><td>{row}</td></tr>" for row in ("Improve plans", "Review visits", "Hold meetings."))
    page = (
        "<main><h1>Area SEND inspection of Rutland Local Area Partnership</h1>"
        "<p>Inspection dates: 4 to 8 March 2024</p><h2>Inspection outcome</h2><p>The arrangements typically lead to "
        f"positive experiences and outcomes.</p><h2>Areas for improvement</h2><table>{rows}</table></main>"
    )
    assert [entry.text for entry in ofsted.parse(page.encode()).recommendations] == [
        "Improve plans",
        "Review visits",
        "Hold meetings.",
    ]


def test_what_stands_further_out_than_a_bullet_is_not_its_item() -> None:
    items = "   • Plans\n     of all kinds are late.\nThere is more to say of the plans that children have.\n"
    report = ofsted.parse_text(text(items=items))
    assert [entry.text for entry in report.recommendations] == ["Plans of all kinds are late."]


@pytest.mark.parametrize("body", ["1. One.\n\n2. Two.\n\n19. Nineteen.", "7. Seven.\n\n12. Twelve.\n\n3. Three."])
def test_a_number_that_stays_in_the_text_is_said(body: str) -> None:
    report = ofsted.parse_text(text(items="- Plans.", body=body))
    assert any(issue.field == "sections" for issue in report.issues)


@pytest.mark.parametrize(
    "behind",
    [
        "Inspection of services for children in need of help\n\nInspection dates: 1 May 2016 to 9 May 2016",
        "The Rutland Board\n\nReview of the effectiveness of the Local Safeguarding Children Board",
        "Inspection date: 1 May 2016",
    ],
)
def test_a_second_cover_behind_the_imprint_is_said(behind: str) -> None:
    assert codes(behind=behind) == {("more_text", "sections")}


def test_a_long_sentence_behind_the_imprint_is_no_second_cover() -> None:
    words = "Inspection of services for children in need of help was made by the inspectors who had come to the county"
    assert (
        codes(behind=f"{words} and wanted to see how families live in it and what they say of those who help.") == set()
    )


def test_a_page_that_repeats_another_is_said_once_of_each_field() -> None:
    page = " ".join(["Leaders know each family by name and come to see them often, in the evening too."] * 3)
    page += "\n\n" + " ".join(["Staff read what was written down before they come to see a child, and ask."] * 3)
    body = f"The experiences and progress of children in care: good\n\n\f{page}\n\f{page}\n\f"
    fields = [issue.field for issue in ofsted.parse_text(text(body=body)).issues if issue.code == "repeated"]
    assert "sections" in fields
    assert len(fields) == len(set(fields))


def test_what_is_unknown_names_every_fact_that_it_leaves_empty() -> None:
    report = ofsted.parse_text("A leaflet\n\nCome and see us on 4 March 2024.\n")
    assert report.framework == "unknown"
    empty = {issue.field for issue in report.issues if issue.code == "missing"}
    assert empty == {"title", "authority", "inspection_periods", "published", "lead_inspector", "inspectors",
                     "judgements", "recommendations", "findings", "addressee", "focus",
                     "previous_judgements", "previous_inspections"}  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The LSCB is inadequate because it has met once.", True),
        ("The Local Safeguarding Children Board requires improvement because it has met twice.", True),
        ("The LSCB is good because it meets.", False),
        ("The LSCB met often because it was asked to.", False),
    ],
)
def test_a_grade_of_the_board_that_no_row_has_is_said(sentence: str, said: bool) -> None:
    text = (
        "Rutland County Council\n\nInspection of services for children in need of help and protection, children looked "
        "after and care leavers\n\nInspection date: 7 November 2016 to 30 November 2016\n\n"
        "The effectiveness of the Local Safeguarding Children Board (LSCB) is good\n\nExecutive summary\n\n"
        "1. Children are safe.\n\n"
        f"2. In the year before there was much to do. {sentence}\n\n3. {sentence}\n"
    )
    report = ofsted.parse_text(text)
    assert report.framework == "sif"
    assert ("grades_disagree" in {issue.code for issue in report.issues if issue.field == "judgements"}) is said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("has determined that a Written Statement of Action (WSOA) is required because of weaknesses", True),
        ("requires the local area to submit a written statement of action", True),
        ("says that the area must write a statement of action", True),
        ("has determined that a written statement of action is not required", False),
    ],
)
def test_a_statement_of_action_without_a_list_of_weaknesses(words: str, said: bool) -> None:
    text = (
        "12 July 2021\n\nAda Quill\nDirector of Children’s Services, Rutland\n\nDear Ms Quill\n\n"
        "Joint area SEND inspection in Rutland\n\nBetween 5 July 2021 and 9 July 2021, Ofsted and the Care Quality "
        f"Commission (CQC) conducted a joint inspection of Rutland.\n\nHer Majesty’s Chief Inspector {words}.\n\n"
        "Main findings\n\nLeaders know the area.\n\n"
        "Yours sincerely\n\nBea Marsh\n\nHer Majesty’s Inspector\n"
    )
    report = ofsted.parse_text(text)
    assert report.framework == "area-send"
    assert ("recommendations" in {issue.field for issue in report.issues}) is said
    assert "findings" in {issue.field for issue in report.issues}


SECOND = ["Good", "Requires improvement to be good", "Good", "Good", "Good"]


@pytest.mark.parametrize(
    "table",
    [
        lambda rows, grades: "\n".join([*rows, *grades]),
        lambda rows, grades: "\n\n".join([*rows, *grades]),
        lambda rows, grades: "\n".join([*grades, *rows]),
        lambda rows, grades: " ".join(rows) + "\n" + " ".join(grades),
        lambda rows, grades: "\n".join(["Judgement", *rows, "Grade", *grades]),
        lambda rows, grades: "\n".join(f"- {row}: {grade}" for row, grade in zip(rows, grades, strict=True)),
        lambda rows, grades: " ".join(f"{row} {grade}" for row, grade in zip(rows, grades, strict=True)),
        lambda rows, grades: "\n".join([*rows, *grades[:4]]),
    ],
)
@pytest.mark.parametrize("grades", [SECOND, ["Good"] * 5])
def test_a_second_table_with_other_grades_is_said_however_its_columns_are_printed(
    table: Callable[[Sequence[str], Sequence[str]], str], grades: list[str]
) -> None:
    body = (
        "The experiences and progress of children in care: good\n\n1. Children live in homes that suit them.\n\n"
        f"Annex: the judgements\n\n{table(ILACS_ROWS, grades)}"
    )
    report = ofsted.parse_text(text(body=body))
    assert [judgement.grade for judgement in report.judgements] == [ofsted.Grade.GOOD] * 5
    said = {(issue.code, issue.field) for issue in report.issues}
    assert (("grades_disagree", "judgements") in said) is (grades is SECOND)


def test_rows_with_numbers_are_compared_too() -> None:
    rows = ("1. Children who need help and protection", "3. Leadership, management and governance")
    text = (
        "Rutland County Council\n\nInspection of services for children in need of help and protection, children looked "
        "after and care leavers\n\nInspection date: 7 November 2016 to 30 November 2016\n\n"
        "Children’s services in Rutland are good\n\n{}\n\nExecutive summary\n\nChildren are safe.\n\n{}\n"
    )
    first = "\n".join(f"{row}\tGood" for row in rows)
    for grades, said in ((("Good", "Good"), False), (("Good", "Inadequate"), True)):
        report = ofsted.parse_text(text.format(first, "\n".join([*rows, *grades])))
        assert ("grades_disagree" in {issue.code for issue in report.issues}) is said


def on_authority(text: str) -> list[str]:
    return [issue.message for issue in ofsted.parse_text(text).issues if issue.field == "authority"]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Inspection of Suffolk local authority children’s services", True),
        ("Inspection of Rutland local authority children’s services", False),
        ("Manchester", False),
    ],
)
def test_running_lines_that_name_another_authority_are_said(head: str, said: bool) -> None:
    cover, body = text(body="1. One.\n\n2. Two.").split("Leaders know")
    pages = "\f".join([cover, *(f"{head}\n\nLeaders know{body}" for _ in range(3))])
    assert any("'Suffolk'" in message for message in on_authority(pages)) is said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("1. Suffolk is wide.\n\n2. Children in Suffolk are safe.", True),
        ("1. Suffolk is wide.\n\n2. Children in Rutland are safe. Suffolk helps.", False),
        ("1. Work with Suffolk is new.\n\n2. Children are safe.", False),
    ],
)
def test_a_body_that_never_names_the_titles_authority_is_said(body: str, said: bool) -> None:
    assert bool(on_authority(text(body=body))) is said


SIF = (
    "Rutland County Council\n\nInspection of services for children in need of help and protection, children looked "
    "after and care leavers\n\nInspection date: 7 November 2016 to 30 November 2016\n\n{}\n\n"
    "Executive summary\n\nChildren in Rutland are safe.\n"
)


@pytest.mark.parametrize(("name", "said"), [("Suffolk", True), ("Rutland", False), ("the county", False)])
def test_a_cover_that_judges_another_authority_is_said(name: str, said: bool) -> None:
    assert bool(on_authority(SIF.format(f"Children’s services in {name} are good"))) is said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("The Local Safeguarding Children Board (LSCB) is good\n\nInadequate", True),
        ("The effectiveness of the Local Safeguarding Children Board (LSCB)\n\nGood\n\nInadequate", True),
        ("The Local Safeguarding Children Board (LSCB) is good\n\nGood", False),
    ],
)
def test_a_second_grade_below_the_board_is_said(lines: str, said: bool) -> None:
    report = ofsted.parse_text(SIF.format(f"Children’s services in Rutland are good\n\n{lines}"))
    assert report.judgements["lscb_effectiveness"].grade == ofsted.Grade.GOOD
    assert ("grades_disagree" in {issue.code for issue in report.issues}) is said


@pytest.mark.parametrize(
    ("printed", "name", "role", "said"),
    [
        ("Ada Quill-\nVane, HMI", "Ada Quill-Vane", "HMI", False),
        ("Ada Quill\u2011Vane, HMI", "Ada Quill\u2011Vane", "HMI", False),
        ("Ada Quill\u2013Vane, HMI", "Ada Quill\u2013Vane", "HMI", False),
        ("Ada Quill-\n\nVane, HMI", "Ada Quill", None, True),
        ("Ada Quill (Director (North))", "Ada Quill", "Director (North)", False),
    ],
)
def test_a_name_that_is_cut_at_its_hyphen(printed: str, name: str, role: str | None, said: bool) -> None:
    report = ofsted.parse_text(text().replace("Ada Quill, His Majesty’s Inspector", printed))
    assert report.lead_inspector is not None
    assert (report.lead_inspector.name, report.lead_inspector.role) == (name, role)
    assert any(issue.field == "lead_inspector" for issue in report.issues) is said


ROWS = "\n".join(
    f"{row}\tGood"
    for row in (
        "1. Children who need help and protection",
        "2. Children looked after and achieving permanence",
        "2.1 Adoption performance",
        "2.2 Experiences and progress of care leavers",
        "3. Leadership, management and governance",
    )
)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The judgement for children who need help and protection is inadequate.", True),
        ("The graded judgement about the experiences and progress of care leavers is that it is inadequate.", True),
        ("Leadership, management and governance is judged to be inadequate because it is weak.", True),
        ("Leadership, management and governance requires improvement to be good.", True),
        ("Adoption performance is inadequate.", True),
        ("Are they safe? Adoption performance is inadequate.", True),
        ("They are! That the adoption performance is inadequate.", True),
        ("All is well’. ‘Adoption performance is inadequate.", False),
        ("One school is St. Adoption performance is inadequate.", False),
        ("The judgement for adoption performance is good.", False),
        ("Adoption performance was judged to be inadequate.", False),
        ("Adoption performance is inadequate at weekends.", False),
        ("Adoption performance is outstanding in its reach.", False),
    ],
)
def test_a_sentence_that_grades_otherwise_than_the_table_is_said(sentence: str, said: bool) -> None:
    cover = f"Children’s services in Rutland are good\n\n{ROWS}"
    report = ofsted.parse_text(SIF.format(cover) + f"\nInspection findings\n\n4. Children are seen. {sentence}\n")
    assert len(report.judgements) == 6
    assert ("grades_disagree" in {issue.code for issue in report.issues}) is said


RECORD = (
    "Inspection of safeguarding and looked after children services\n\nRutland County Council\n\n"
    "Inspection dates: 6 – 17 September 2010\nReporting inspector: Ada Quill HMI\nAge group: All\n"
    "Published: 22 October 2010\n\nAbout this inspection\n\n1. Inspectors came.\n\nSafeguarding services\n\n"
    "Overall effectiveness Grade 2 (good)\n\n2. Children are seen.\n\nAreas for improvement\n\nWithin three months:\n\n"
    "- see every child alone\n\n{heading}\n\nOverall effectiveness Grade 3 (adequate)\n\n3. Most have one home.\n\n"
    "Areas for improvement\n\nWithin six months:\n\n- find a home for each.\n\nRecord of main findings\n\n"
    "Safeguarding services\nOverall effectiveness\tGood\n{row}\nOverall effectiveness\tAdequate\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        "Services for looked after children (continued)",
        "Services for looked after children (cont’d)",
        "Services for looked after children1",
        "Services for looked after children²",
        "Services for looked after children⁹",
        "Services for looked-after children",
        "2. Services for looked after children:",
    ],
)
def test_a_service_is_known_by_its_own_words(heading: str) -> None:
    report = ofsted.parse_text(RECORD.format(heading=heading, row="Services for looked after children"))
    assert [str(judgement.scope).replace("-", " ") for judgement in report.judgements] == [
        "Safeguarding services",
        "Services for looked after children",
    ]
    assert [(str(entry.scope).replace("-", " "), entry.text) for entry in report.recommendations] == [
        ("Safeguarding services", "see every child alone"),
        ("Services for looked after children", "find a home for each."),
    ]
    assert not [issue for issue in report.issues if issue.field in ("judgements", "recommendations")]


def test_brackets_in_a_sentence_explain_no_grade() -> None:
    """'Outstanding (Grade 1) A service that …' is an entry of the scale, and begins a paragraph."""
    above = "3. Most of the children have one home, which is near to their school."
    line = "Partners (the police and the nurses among them) come each month to"
    text = RECORD.format(heading="Services for looked after children", row="Services for looked after children")
    report = ofsted.parse_text(text.replace("3. Most have one home.", f"{above}\n{line}\nask for more."))
    assert f"{above[3:]} {line} ask for more." in [paragraph.text for paragraph in report.paragraphs]


CONTACT = "Annual unannounced inspection of contact, referral and assessment arrangements within Rutland County Council"


@pytest.mark.parametrize(("first", "rest"), [("within", " Rutland"), ("Rutland", " County"), ("and", " assessment")])
@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_a_subject_line_that_is_wrapped_is_one(first: str, rest: str, end: str) -> None:
    subject = f"{CONTACT} children’s services".replace(first + rest, first + end + rest.strip())
    report = ofsted.parse_text(
        "14 December 2010\n\nMs Ada Quill\nDirector of Children’s Services\nRutland County Council\n\n"
        f"Dear Ms Quill\n\n{subject}\n\nThis letter summarises the findings of the inspection which was conducted on "
        "16 and 17 November 2010.\n\nStrengths\n\n- Children are asked.\n\n"
        "Yours sincerely\n\nBo Lane\nHer Majesty’s Inspector\n"
    )
    assert report.title == f"{CONTACT} children’s services"
    assert len(report.inspection_periods) == 1


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Areas for development", True),
        ("Weaknesses", True),
        ("What could be better", True),
        ("Recommendations", True),
        ("Response to children living with neglect", False),
        ("Leadership and management", False),
    ],
)
def test_a_heading_below_strengths_that_names_another_list_is_said(heading: str, said: bool) -> None:
    letter = (
        "24 May 2023\n\nDear Rutland Safeguarding Children Partnership\n\nJoint targeted area inspection of Rutland\n\n"
        "This letter summarises the findings of the joint targeted area inspection (JTAI) of the multi-agency response "
        "to children who need help in Rutland.\n\nThis inspection took place from 20 to 24 March 2023.\n\n"
        "Areas for improvement\n\n- The time of meetings.\n\nStrengths\n\n- Family hubs are open.\n\n"
        f"{heading}\n\n- Schools ask early.\n\nYours sincerely\n\nOfsted\n"
    )
    issues = {issue.field for issue in ofsted.parse_text(letter).issues if issue.code == "odd_entry"}
    assert issues == ({"recommendations", "findings"} if said else set())


@pytest.mark.parametrize(
    "heading",
    ["Strengths\u00b2", "Strengths*", "Strengths.", "Areas of\nstrength", "Strengths 1", "Key strengths:"],
)
def test_a_heading_with_a_mark_a_stop_or_a_line_end_is_one(heading: str) -> None:
    letter = (
        "24 May 2023\n\nDear Rutland Safeguarding Children Partnership\n\nJoint targeted area inspection of Rutland\n\n"
        "This letter summarises the findings of the joint targeted area inspection (JTAI) of the multi-agency response "
        "to children who need help in Rutland.\n\nThis inspection took place from 20 to 24 March 2023.\n\n"
        f"Areas for improvement\n\n- The time of meetings.\n\n{heading}\n\n- Family hubs are open.\n\nYours sincerely\n"
    )
    report = ofsted.parse_text(letter)
    assert [finding.text for finding in report.findings.strengths] == ["Family hubs are open."]
    assert [entry.text for entry in report.recommendations] == ["The time of meetings."]


def jtai(lists: str) -> ofsted.Report:
    """A letter with these lists."""
    return ofsted.parse_text(
        "24 May 2023\n\nDear Rutland Safeguarding Children Partnership\n\nJoint targeted area inspection of Rutland\n\n"
        "This letter summarises the findings of the joint targeted area inspection (JTAI) of the multi-agency response "
        f"to children who need help in Rutland.\n\nThis inspection took place from 20 to 24 March 2023.\n\n{lists}\n\n"
        "Yours sincerely\n\nOfsted\n"
    )


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("- Police wait too long.\n- Doctors do not attend.", True),
        ("- Police wait too long, in all\nparts of the county.", False),
        ("- Police wait too long\n- Doctors do not attend", True),
    ],
)
def test_items_below_one_area_for_priority_action_may_be_several(below: str, said: bool) -> None:
    report = jtai(f"Area for priority action\n\n{below}")
    assert len(report.findings.priority_actions) == 1
    fields = [issue.field for issue in report.issues if issue.code == "odd_entry"]
    assert fields == (["recommendations", "findings"] if said else [])


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("- Schools and the police work well with others.", True),
        ("- Schools and the police work well with others, and soon.", True),
        ("- Schools and the police work well.", False),
        ("- The police and schools work well with others.", False),
    ],
)
def test_a_finding_whose_beginning_stands_twice_is_said(second: str, said: bool) -> None:
    report = jtai(f"Strengths\n\n- Schools and the police work well with others\n{second}\n- Homes are open.")
    assert ("findings" in {issue.field for issue in report.issues if issue.code == "repeated"}) == said


def test_each_list_whose_heading_stands_behind_other_words_is_said() -> None:
    report = jtai("Police meet. Strengths.\n\nAll meet. Areas for improvement.\n\nWhat needs to improve\n\n- Time.")
    assert {issue.field for issue in report.issues if issue.code == "odd_entry"} == {"findings", "recommendations"}


@pytest.mark.parametrize("mark", ["**", "__", "*", "_", "***"])
def test_a_line_in_bold_is_a_heading_in_plain_text_too(mark: str) -> None:
    report = jtai(f"{mark}Strengths{mark}\n\n- Homes are open.\n\nAreas for improvement\n\n- The time of meetings.")
    assert report.source.format == "text"
    assert [finding.text for finding in report.findings.strengths] == ["Homes are open."]
    start, end = next(section.span for section in report.sections if section.heading == "Strengths")
    assert report.text[start:end] == "Strengths"


@pytest.mark.parametrize(
    "line",
    [
        "**Strengths",
        "**Strengths*",
        "** Strengths**",
        "****Strengths****",
        "*Strengths* a*",
        "__Strengths**",
    ],
)
def test_marks_that_are_not_around_a_line_stay(line: str) -> None:
    report = jtai(f"Context\n\nHomes are open.\n\n{line} are many.\n\nAreas for improvement\n\n- The time of meetings.")
    assert any(line.lstrip("* ") in paragraph.text for paragraph in report.paragraphs)
    report = jtai(f"{line}\n\n- Homes are open.\n\nAreas for improvement\n\n- The time of meetings.")
    assert not report.findings.strengths


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("Schools work well with others. Strengths", "findings"),
        ("Schools work well with others. Key strengths", "findings"),
        ("Schools work well with others. Areas for improvement", "recommendations"),
        ("Schools work well with others. Strengths.", "findings"),
        ("Schools work well with others.Strengths:", "findings"),
        ("Strengths. Schools work well with others.", "findings"),
        ("Schools work well. Strengths are seen", None),
        ("Schools work well on their strengths", None),
        ("Schools work well with Rutland's Strengths team", None),
        ("Schools work well with others:", None),
    ],
)
def test_a_list_whose_heading_was_joined_with_the_words_above_it_is_said(words: str, field: str | None) -> None:
    report = jtai(f"What needs to improve?\n\n- The time of meetings.\n\nContext\n\n{words}\n\n- Family hubs are open.")
    assert not report.findings.strengths
    assert {issue.field for issue in report.issues if issue.code == "odd_entry"} == ({field} if field else set())


def test_a_short_sentence_above_the_items_is_said() -> None:
    report = ofsted.parse_text(text(items="Plans are late.\n\n- Visits are rare.\n- Letters are long."))
    assert [entry.text for entry in report.recommendations] == ["Visits are rare.", "Letters are long."]
    assert ("no_list", "recommendations") in {(issue.code, issue.field) for issue in report.issues}


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("1 Plans are late\n\n- Visits.", True),
        ("Leaders should see to these areas:\n- Visits.\n- Homes.", False),
        ("Leaders should see to the following areas.\n- Visits.\n- Homes.", False),
        ("Leaders should see to all areas.\n- Visits.\n- Homes.", True),
        ("- Plans.\n\n2. Homes\n\n- Visits.", True),
    ],
)
def test_words_among_the_items_that_may_be_an_entry_are_said(items: str, said: bool) -> None:
    report = ofsted.parse_text(text(items=items))
    assert (("no_list", "recommendations") in {(issue.code, issue.field) for issue in report.issues}) == said


def test_an_item_that_ends_with_a_colon_heads_no_part_of_a_record() -> None:
    text = RECORD.format(heading="Services for looked after children", row="Services for looked after children")
    report = ofsted.parse_text(text.replace("- see every child alone", "- see every child alone:\n- hear them"))
    assert any("see every child alone" in entry.text for entry in report.recommendations)


def test_an_entry_above_the_items_that_begins_without_a_capital_is_said() -> None:
    report = ofsted.parse_text(text(items="the late plans\n\n- visits\n- letters"))
    assert [entry.text for entry in report.recommendations] == ["visits", "letters"]
    assert ("no_list", "recommendations") in {(issue.code, issue.field) for issue in report.issues}


@pytest.mark.parametrize("lost", ["", "Leadership and governance\tAdequate\n", "Quality of practice\tGood\n"])
def test_each_row_of_a_child_protection_record_is_missed(lost: str) -> None:
    rows = (
        "Overall effectiveness\tAdequate\n"
        "The effectiveness of the help and protection provided to children, young people, families and carers\tGood\n"
        "Quality of practice\tGood\nLeadership and governance\tAdequate\n"
    )
    report = ofsted.parse_text(
        "Inspection of local authority arrangements for the protection of children\n\nRutland County Council\n\n"
        "Inspection dates: 12 – 21 November 2012\nLead inspector: Ada Quill HMI\nAge group: All\n"
        "Published: 22 December 2012\n\nAbout this inspection\n\n1. Inspectors came.\n\nAreas for improvement\n\n"
        f"Immediately:\n\n- see every child.\n\nRecord of main findings\n\n{rows.replace(lost, '')}"
    )
    said = [issue for issue in report.issues if (issue.code, issue.field) == ("missing", "judgements")]
    assert len(report.judgements) == (3 if lost else 4)
    assert bool(said) is bool(lost)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Correction: overall effectiveness is requires improvement to be good.", True),
        ("Erratum: the grade of care leavers should read inadequate.", True),
        ("This report replaces the one of 2 May 2024.", True),
        ("Corrections are made in time.", False),
        ("Reports that replace older ones are read.", False),
    ],
)
def test_a_correction_is_said(words: str, said: bool) -> None:
    report = ofsted.parse_text(text().replace("Leaders know", f"{words}\n\nLeaders know"))
    assert len(report.judgements) == 5
    assert (("unreadable", "judgements") in {(issue.code, issue.field) for issue in report.issues}) is said


def days(dates: str) -> set[str]:
    report = ofsted.parse_text(ilacs_text(dates=dates))
    assert report.framework == "ilacs"
    assert report.inspection_periods
    return {issue.code for issue in report.issues if issue.field == "inspection_periods"}


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("4 March to 15 March 2024", set()),
        ("Monday 4 March 2024 to Friday 8 March 2024", set()),
        ("5 to 7 March 2024", set()),
        ("3 March to 15 March 2024", {"weekend"}),
        ("4 March to 16 March 2024", {"weekend"}),
        ("4 to 5 March 2024", {"odd_length"}),
        ("4 to 22 March 2024", set()),
        ("4 to 25 March 2024", {"odd_length"}),
        ("4 to 8 March 2024 and 18 to 22 March 2024", set()),
    ],
)
def test_days_that_no_inspection_has_are_said(dates: str, said: set[str]) -> None:
    assert days(dates) == said


@pytest.mark.parametrize(("day", "said"), [("15 March 2024", False), ("16 March 2024", True), ("17 March 2024", True)])
def test_a_letter_that_is_dated_at_a_weekend_says_so(day: str, said: bool) -> None:
    letter = (
        f"{day}\n\nAda Finch\nDirector of Children’s Services, Kent\n\nDear Ada\n\nFocused visit to Kent children’s "
        "services\n\nThis letter summarises the findings of a focused visit to Kent on 6 and 7 February 2024. The "
        "inspectors were Honor Tredwell and Bram Ode, His Majesty’s Inspectors.\n\nInspectors looked at the local "
        "authority’s arrangements for care leavers.\n\nHeadline findings\n\nCare leavers are seen.\n\n"
        "Yours sincerely\n\nHonor Tredwell"
    )
    issues = ofsted.parse_text(letter).issues
    assert (("weekend", "published") in {(issue.code, issue.field) for issue in issues}) == said


@pytest.mark.parametrize("dates", ["4 t 15 March 2024", "4 of 8; 15 March 2024"])
def test_a_torn_word_between_two_days_is_said_once(dates: str) -> None:
    report = ofsted.parse_text(ilacs_text(dates=dates))
    said = [issue.code for issue in report.issues if issue.field == "inspection_periods"]
    assert said.count("unreadable") == 1


NUMBERED = {
    "all": (range(1, 13), False),
    "none": ((), True),
    "the first ones are lost": (range(4, 13), True),
    "the last ones are lost": (range(1, 8), True),
}


@pytest.mark.parametrize("kind", ["ilacs", "sif"])
@pytest.mark.parametrize("numbered", NUMBERED)
def test_numbers_that_a_program_dropped_are_said(numbered: str, kind: str) -> None:
    numbers, said = NUMBERED[numbered]
    lines = [f"{n}. Sentence {n}." if n in numbers else f"Sentence {n}." for n in range(1, 13)]
    chapters = "\n\n".join(
        f"## {label}: good\n\n" + "\n\n".join(lines[3 * i : 3 * i + 3]) for i, label in enumerate(ILACS_ROWS[:4])
    )
    report = f"# {ilacs_text(body=chapters, behind=IMPRINT)}"
    if kind == "sif":
        title = (
            "Inspection of services for children in need of help and protection, children looked after and care leavers"
        )
        report = (
            f"# Rutland County Council\n\n## {title}\n\nInspection date: 9 May 2016 - 2 June 2016\n\n"
            f"## Executive summary\n\n" + "\n\n".join(lines) + f"\n\n{IMPRINT}\n"
        )
        said = said and numbered != "the last ones are lost"
    read = ofsted.parse_text(report)
    assert read.framework == kind
    assert ("number_missing" in {issue.code for issue in read.issues}) == said


@pytest.mark.parametrize(("count", "said"), [(10, True), (9, False)])
@pytest.mark.parametrize("number", ["{}", "Row {}"])
def test_paragraphs_without_numbers_are_said_where_a_table_holds_them(number: str, count: int, said: bool) -> None:
    rows = "".join(f"\n| {number.format(n)} | Sentence {n} is here. |" for n in range(1, count))
    read = ofsted.parse_text("# " + text(body="| | |\n|---|---|" + rows))
    assert len(read.tables) == 1
    assert ("number_missing" in {issue.code for issue in read.issues}) == said


@pytest.mark.parametrize("stop", [".", ""])
def test_paragraphs_whose_numbers_have_lost_their_full_stops_are_no_footnotes_for_certain(stop: str) -> None:
    """Pages end with form feeds: words behind a number at a page's foot look like a footnote."""
    said = (
        "{0}{1} Children are seen by people whom they know, and what they say is written down in time, as it was in "
        "area {0}. Plans of area {0} are short. They say what has to change, and who helps the child with it."
    )
    paragraphs = [textwrap.fill(said.format(n, stop), 80) for n in range(1, 61)]
    pages = ["\n\n".join(paragraphs[at : at + 4]) + "\n" for at in range(0, 60, 4)]
    read = ofsted.parse_text(text(body="Care: good\n\n" + "\f".join(pages)))
    assert bool(read.footnotes) == (not stop)
    assert (("odd_entry", "footnotes") in {(issue.code, issue.field) for issue in read.issues}) == (not stop)


LONG = "This line is as wide as the lines of a report are, so that its end says nothing of what the next line is\n"


def odd(items: str = "- Plans.", note: str = "") -> list[str | None]:
    body = f"1. Homes are near.1 They are good.\n\n2. {LONG * 8}\n{note}\n\n3. More."
    report = ofsted.parse_text(text(items=items, body=body))
    return [issue.field for issue in report.issues if issue.code == "odd_entry"]


def test_a_bullet_below_a_full_stop_is_no_part_of_the_entry_above() -> None:
    assert odd(items="• The quality of plans.\n- The time of visits.\n- The number of homes.") == ["recommendations"]


@pytest.mark.parametrize("items", [f"- {LONG}goes on.\n- {LONG}and on.", "• Plans, with:\n- words\n- days.\n• Visits."])
def test_a_line_that_goes_on_is_not_said(items: str) -> None:
    assert odd(items=items) == []


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("1 These are the council's own homes.\nThis paragraph follows at once.", True),
        (f"1 {LONG}and of others.\nThis paragraph follows at once.", True),
        (f"1 {LONG}and of others. They are few.", False),
        (f"1 {LONG.strip()}.\n{LONG}at once.", False),
        ("1 These are the council's own homes.", False),
    ],
)
def test_a_paragraph_that_may_have_joined_a_footnote_is_said(note: str, said: bool) -> None:
    assert odd(note=note) == ["footnotes"] * said


@pytest.mark.parametrize("mark", ["\u2074", "4", "[4]"])
def test_a_mark_behind_those_of_the_footnotes_that_were_read_is_said(mark: str) -> None:
    """Its own footnote was not read: it is lost, or on another page."""
    notes = "".join(f"{number} These are the council's own homes.\n" for number in (1, 2, 3))
    words = f"1. Homes are near.1 They are kind2 and few.3 Schools{{}} are good.\n\n2. {LONG * 8}\n{notes}\n\n3. More."
    without, left = (ofsted.parse_text(text(body=words.format(sign))) for sign in ("", mark))
    assert len(without.footnotes) == len(left.footnotes) == 3
    assert "note_mark" not in {issue.code for issue in without.issues}
    assert ("note_mark", "sections") in {(issue.code, issue.field) for issue in left.issues}


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("4 These are schools in which children live.", True),
        ("17 Information about schools is of May 2030.", True),
        ("³ These are schools in which children live.", True),
        ("14 March 2030 was a day.", False),
        ("12 High Street", False),
        ("3 Children are heard, in a paragraph whose number lost its stop.", False),
        ("16 young people were seen.", False),
        ("120 These are homes.", False),
        ("These are schools in which children live.", False),
    ],
)
def test_a_footnote_among_the_paragraphs_is_said(paragraph: str, said: bool) -> None:
    assert (("odd_entry", "footnotes") in codes(body=f"1. One.\n\n2. Two.\n\n{paragraph}")) is said
