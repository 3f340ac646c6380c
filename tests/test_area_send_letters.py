"""Area SEND letters of 2016 to 2022, revisits and monitoring inspections: what was decided of each weakness.

Each text is made up. What the samples in examples/ show is not repeated here.
"""

from __future__ import annotations

import pickle
import textwrap
from collections.abc import Callable
from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

HEAD = """12 July 2021

Ms Ada Finch
Director of Children’s Services, Rutland

Dear Ms Finch

Joint area SEND {kind} in Rutland

"""
FOOT = """
Yours sincerely

Honor Tredwell

Her Majesty’s Inspector
"""
REVISITED = """Between 5 July 2021 and 7 July 2021, Ofsted and the Care Quality Commission (CQC) revisited the local \
area of Rutland to decide whether sufficient progress has been made in addressing each of the areas of significant \
weakness detailed in the written statement of action issued on 29 November 2018.

As a result of the findings of the initial inspection, which took place from 8 to 12 October 2018, Her Majesty’s Chief \
Inspector (HMCI) determined that a written statement of action was required. HMCI determined that the local authority \
and the area’s clinical commissioning group (CCG) were jointly responsible for submitting the written statement to \
Ofsted. This was declared fit for purpose on 18 March 2019.

{total}

Main findings

"""
INSPECTED = """Between 5 July 2021 and 9 July 2021, Ofsted and the Care Quality Commission (CQC) conducted a joint \
inspection of the local area of Rutland to judge the effectiveness of the area.

As a result of the findings of this inspection, Her Majesty’s Chief Inspector (HMCI) has determined that a Written \
Statement of Action (WSOA) is required because of significant areas of weakness in the local area’s practice. HMCI has \
also determined that the local authority and the area’s clinical commissioning groups are jointly responsible for \
submitting the written statement to Ofsted.

Main findings

- Leaders know the area well.

Strengths

- Health visitors find needs early.

Areas for development

- There are too few school nurses.

The inspection raises significant concerns about the effectiveness of the local area.

{lead}

{listed}
"""
MONITORED = """Area SEND monitoring inspection of Rutland Local Area Partnership

Inspection dates: 20 to 24 October 2025
Dates of previous inspection: 10 to 14 July 2023

{body}

Inspection team

Ofsted
Bram Thorne HMI, Lead inspector

Care Quality Commission
Cleo Vane, CQC Lead Inspector
"""
SUFFICIENT, INSUFFICIENT = "sufficient_progress", "insufficient_progress"
EFFECTIVE, INEFFECTIVE = "effective_action", "ineffective_action"
LEAD = (
    "The local area is required to produce and submit a WSOA to Ofsted that explains how it will tackle the following "
    "areas of significant weakness:"
)
WEAKNESSES = [
    "the time that families wait for an assessment",
    "the quality of education, health and care plans, and of the reviews of these plans, which are late in many cases",
    "weaknesses in joint commissioning.",
]
YES = "The area has made sufficient progress in addressing this weakness."
NO = "The area has not made sufficient progress in addressing this weakness."
ONE_OF_TWO = "The area has made sufficient progress in addressing one of the two significant weaknesses."


def read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = ofsted.parse_text(text).to_dict()
    assert found["framework"] == "area-send"
    return found


def revisit(*parts: str, total: str = ONE_OF_TWO) -> str:
    """A letter on a revisit; `parts` are the paragraphs of its main findings."""
    return HEAD.format(kind="revisit") + REVISITED.format(total=total) + "\n\n".join(parts) + "\n" + FOOT


def inspection(lead: str, listed: str) -> str:
    return HEAD.format(kind="inspection") + INSPECTED.format(lead=lead, listed=listed) + FOOT


def judged(report: dict[str, Any], kind: str = "significant_weaknesses") -> list[str | None]:
    return [finding["progress"] for finding in report["findings"][kind]]


def total(report: dict[str, Any]) -> tuple[str | None, int | None, int | None]:
    progress = report["progress"]
    return progress["outcome"], progress["made_in"], progress["of"]


def flagged(report: dict[str, Any]) -> set[tuple[str, str]]:
    return {(issue["field"], issue["code"]) for issue in report["issues"]}


def wrapped(text: str) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, 80)) for line in text.splitlines())


def starts(weakness: str, bullet: str = "■ ") -> str:
    return f"{bullet}At the initial inspection, inspectors found that {weakness}."


LAYOUTS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "wrapped": wrapped,
    "round bullets": lambda text: text.replace("■ ", "• "),
    "dashes": lambda text: wrapped(text.replace("■ ", "– ")),
    "a bullet on its own line": lambda text: text.replace("■ ", "■\n"),
    "a symbol font's bullet": lambda text: text.replace("■ ", "\uf06e "),
    "numbers": lambda text: text.replace("■ ", "1. ", 1).replace("■ ", "2. ", 1).replace("■ ", "3. ", 1),
    "pages": lambda text: wrapped(text).replace("\n\nMain findings", "\n\n\fMain findings"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_revisit_says_what_was_judged_of_each_weakness(layout: str) -> None:
    whole = (
        "The area has made sufficient progress in addressing two of the three significant weaknesses identified at the "
        "initial inspection. The area has not made sufficient progress in addressing one significant weakness."
    )
    text = revisit(
        starts("plans were late and poor"),
        "Leaders have set up a new team. Parents said that they are pleased.",
        YES,
        starts("health services did not share what they knew"),
        "Nurses meet each week:",
        "- in the north\n- in the south",
        "The area has not yet made sufficient progress to improve this area of weakness.",
        starts("parents were not heard"),
        "A forum has been formed.",
        "Leaders have now made sufficient progress in addressing this significant weakness.",
        whole,
        total=whole,
    )
    report = read(LAYOUTS[layout](text))
    found = report["findings"]["significant_weaknesses"]
    assert [finding["text"].rpartition("that ")[2] for finding in found] == [
        "plans were late and poor.",
        "health services did not share what they knew.",
        "parents were not heard.",
    ]
    assert judged(report) == [SUFFICIENT, INSUFFICIENT, SUFFICIENT]
    assert total(report) == ("mixed", 2, 3)
    assert report["progress"]["printed"].startswith("The area has made sufficient progress in addressing two of")
    assert report["recommendations"] == []
    assert not flagged(report)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("A written statement of action issued on 3 May 2021 is required.", True),
        ("It was declared fit for purpose on 4 June 2021.", True),
        ("The written statement of action issued on 29 November 2018 was required.", False),
    ],
)
def test_a_second_day_of_a_statement_of_action_is_said(sentence: str, said: bool) -> None:
    text = revisit(starts("plans were late"), YES, starts("data were poor"), NO)
    parsed = ofsted.parse_text(text.replace("\nYours sincerely", f"\n{sentence}\n\nYours sincerely"))
    assert parsed.statement_of_action.issued.isoformat() == "2018-11-29"
    assert any(issue.field == "statement_of_action" for issue in parsed.issues) is said


def test_the_statement_of_action_behind_a_revisit() -> None:
    parsed = ofsted.parse_text(revisit(starts("plans were late"), YES, starts("data were poor"), NO))
    statement = parsed.statement_of_action
    assert (statement.state, statement.issued.isoformat(), statement.declared_fit.isoformat()) == (
        "was_required",
        "2018-11-29",
        "2019-03-18",
    )
    assert statement.responsible == "the local authority and the area’s clinical commissioning group (CCG)"
    assert "written statement of action issued" in statement.evidence
    assert parsed.progress.made_in == 1
    assert "one of the two" in parsed.progress.evidence
    weakness = parsed.findings.significant_weaknesses[1]
    assert (weakness.progress, weakness.evidence) == (INSUFFICIENT, starts("data were poor"))
    (before,) = parsed.previous_inspections
    assert (before.start.isoformat(), before.end.isoformat(), before.framework, before.title) == (
        "2018-10-08",
        "2018-10-12",
        "area-send",
        "initial inspection",
    )


@pytest.mark.parametrize(
    ("verdict", "progress"),
    [
        ("Sufficient progress has been made in this area.", SUFFICIENT),
        ("Sufficient progress has not yet been made in this area.", INSUFFICIENT),
        ("The area hasn’t made sufficient progress in addressing this weakness.", INSUFFICIENT),
        ("The area has failed to make sufficient progress here.", INSUFFICIENT),
        ("The area has yet to make sufficient progress.", INSUFFICIENT),
        ("Leaders have not, however, made sufficient progress in this area.", INSUFFICIENT),
        ("The area has made insufficient progress in addressing this weakness.", INSUFFICIENT),
        ("There has been sufficient progress in this area of weakness.", SUFFICIENT),
        ("Although it is not yet good, the area has made sufficient progress here.", SUFFICIENT),
        ("Leaders have clearly made sufficient progress in reducing waits from 14 weeks to two.", SUFFICIENT),
        # what is hoped for, asked, partly so or only a matter of tone is no verdict
        ("The area may have made sufficient progress in this area.", None),
        ("If all goes well, the area has made sufficient progress.", None),
        ("The area has made sufficient progress in some aspects of this weakness.", None),
        ("The area must make sufficient progress in this area.", None),
        ("Progress is strong and parents are happy.", None),
    ],
)
def test_a_verdict_is_the_publishers_own_words(verdict: str, progress: str | None) -> None:
    other = YES if progress != SUFFICIENT else NO
    report = read(revisit(starts("plans were late"), "Much was said.", verdict, starts("data were poor"), other))
    assert judged(report)[0] == progress
    assert (("findings", "unreadable") in flagged(report)) == (progress is None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("made sufficient progress in addressing all three significant weaknesses", (SUFFICIENT, 3, 3)),
        ("made sufficient progress in addressing the three significant weaknesses", (SUFFICIENT, 3, 3)),
        ("made sufficient progress in addressing both significant weaknesses", (SUFFICIENT, 2, 2)),
        ("made sufficient progress in addressing 3 out of 5 significant weaknesses", ("mixed", 3, 5)),
        ("not made sufficient progress in addressing any of the four weaknesses", (INSUFFICIENT, 0, 4)),
        ("made sufficient progress in addressing none of the two weaknesses", (INSUFFICIENT, 0, 2)),
        ("not made sufficient progress in addressing one of the five weaknesses", ("mixed", 4, 5)),
        ("made sufficient progress in one area but has not made sufficient progress in two areas", ("mixed", 1, 3)),
    ],
)
def test_in_how_many(words: str, expected: tuple[str, int, int]) -> None:
    assert total(read(revisit("Much was said.", total=f"The area has {words}."))) == expected


def test_what_is_said_of_all_holds_for_each() -> None:
    weaknesses = [starts("plans were late"), "Things are better.", starts("data were poor"), "So are these."]
    whole = "The area has made sufficient progress in addressing both significant weaknesses."
    assert judged(read(revisit(*weaknesses, total=whole))) == [SUFFICIENT, SUFFICIENT]
    report = read(revisit(*weaknesses))  # one of the two, and which one is not said
    assert judged(report) == [None, None]
    assert ("findings", "unreadable") in flagged(report)


def test_weaknesses_in_two_lists() -> None:
    whole = (
        "The area has made sufficient progress in addressing the following significant weaknesses:\n\n"
        "- plans that were late\n- parents who were not heard\n\n"
        "The area has not made sufficient progress in addressing one weakness:\n\n- waits for therapy"
    )
    report = read(revisit("Plans are better.", total=whole))
    assert [f["text"] for f in report["findings"]["significant_weaknesses"]] == [
        "plans that were late",
        "parents who were not heard",
        "waits for therapy",
    ]
    assert judged(report) == [SUFFICIENT, SUFFICIENT, INSUFFICIENT]
    assert total(report) == ("mixed", 2, 3)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ((starts("plans were late"), YES, starts("data were poor"), YES), "counts_disagree"),
        ((starts("plans were late"), YES), "counts_disagree"),
        ((starts("plans were late"), "It is better.", starts("data were poor"), NO), "unreadable"),
        ((starts("plans were late"), f"{YES} {NO}", starts("data were poor"), NO), "unreadable"),
        (("Plans were late.", YES, "Data were poor.", NO), "fallback"),
        (("Nothing is said of any weakness.",), "missing"),
    ],
)
def test_what_does_not_add_up_is_flagged(parts: tuple[str, ...], code: str) -> None:
    assert ("findings", code) in flagged(read(revisit(*parts)))


def test_a_revisit_without_a_sum_says_so() -> None:
    report = read(revisit(starts("plans were late"), YES, total="This letter outlines our findings."))
    assert report["progress"] is None
    assert ("progress", "missing") in flagged(report)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "lead",
    [
        LEAD,
        LEAD.rstrip(":"),
        LEAD.replace(":", "."),
        "The area must submit a written statement of action that explains how it will tackle its weaknesses by",
        "The area is required to submit a statement of action because of significant weaknesses in the areas of",
        "The area is required to produce a statement of action in respect of:",
    ],
)
def test_the_weaknesses_that_a_statement_is_required_for(layout: str, lead: str) -> None:
    listed = "\n\n".join(f"■ {weakness}" for weakness in WEAKNESSES)
    report = read(LAYOUTS[layout](inspection(lead, listed)))
    findings = report["findings"]
    assert [finding["text"] for finding in findings["significant_weaknesses"]] == WEAKNESSES
    assert judged(report) == [None, None, None]
    assert findings["priority_actions"] == findings["significant_weaknesses"]
    assert [advice["text"] for advice in report["recommendations"]] == WEAKNESSES
    assert [finding["text"] for finding in findings["areas_for_development"]] == ["There are too few school nurses."]
    statement = report["statement_of_action"]
    assert statement["state"] == "required"
    assert statement["responsible"] == "the local authority and the area’s clinical commissioning groups"
    assert report["progress"] is None


def test_weaknesses_without_bullets_are_flagged() -> None:
    report = read(inspection(LEAD, "\n\n".join(WEAKNESSES)))
    assert ("findings", "no_bullet") in flagged(report)
    assert WEAKNESSES[0] in report["findings"]["significant_weaknesses"][0]["text"]


def test_a_letter_that_requires_no_statement() -> None:
    text = inspection("Leaders know this.", "They said so.")
    whole = text[text.index("As a result") : text.index("Main findings")]
    report = read(text.replace(whole, ""))
    assert report["statement_of_action"] is None
    assert report["findings"]["significant_weaknesses"] == []
    assert not flagged(report)
    report = read(text.replace(whole, "HMCI has determined that a written statement of action is not required.\n\n"))
    assert report["statement_of_action"]["state"] == "not_required"


def test_who_is_responsible_must_be_said() -> None:
    text = inspection(LEAD, "- the quality of plans")
    whole = text[text.index("HMCI has also") : text.index("Main findings")]
    report = read(text.replace(whole, "\n\n"))
    assert report["statement_of_action"]["responsible"] is None
    assert ("statement_of_action", "missing") in flagged(report)


@pytest.mark.parametrize("who", ["the council, which is", "the council and its partners, who are"])
def test_words_before_a_relative_clause_are_nobody_who_is_responsible(who: str) -> None:
    text = inspection(LEAD, "- the quality of plans")
    named = "the local authority and the area’s clinical commissioning groups are jointly"
    assert named in text
    report = read(text.replace(named, f"it will write to {who}"))
    assert report["statement_of_action"]["responsible"] is None
    assert ("statement_of_action", "missing") in flagged(report)


AREAS = """Area for priority action 1

Leaders across the partnership should improve the use of data.

A dashboard is in use. The partnership has taken effective action to address this area for priority action.

Area for priority action 2

Leaders should strengthen governance.

Boards meet. Leaders have not taken effective action to address this area for priority action."""


@pytest.mark.parametrize("layout", [str, wrapped])
def test_a_monitoring_inspection(layout: Callable[[str], str]) -> None:
    body = f"""Inspection outcome

The local area partnership has taken effective action to address one of the two areas for priority action.

At the full inspection in 2023, inspectors found widespread and/or systemic failings.

{AREAS}"""
    report = read(layout(MONITORED.format(body=body)))
    assert [finding["text"] for finding in report["findings"]["priority_actions"]] == [
        "Leaders across the partnership should improve the use of data.",
        "Leaders should strengthen governance.",
    ]
    assert judged(report, "priority_actions") == [EFFECTIVE, INEFFECTIVE]
    assert total(report) == ("mixed", 1, 2)
    assert report["recommendations"] == report["judgements"] == []
    assert report["previous_judgements"] == [
        {"year": 2023, "label": "Inspection outcome", "grade": "widespread_failings"}
    ]
    assert report["previous_inspections"][0]["start"] == "2023-07-10"
    assert flagged(report) <= {("sections", "no_end"), ("recommendations", "no_end")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("has taken effective action to address both areas for priority action", (EFFECTIVE, 2, 2)),
        ("is taking effective action to address all areas for priority action", (EFFECTIVE, None, None)),
        ("has taken ineffective action to address the area for priority action", (INEFFECTIVE, 0, None)),
        ("has not taken effective action on any of the two areas for priority action", (INEFFECTIVE, 0, 2)),
    ],
)
def test_what_a_monitoring_inspection_says_of_all(words: str, expected: tuple[str, int | None, int | None]) -> None:
    areas = "Priority action 1: improve data\n\nIt is better.\n\nPriority action 2: hear parents\n\nThey are heard."
    report = read(MONITORED.format(body=f"Inspection outcome\n\nThe partnership {words}.\n\n{areas}"))
    assert total(report) == expected
    assert judged(report, "priority_actions") == [expected[0]] * 2


def test_a_monitoring_inspection_as_a_letter() -> None:
    text = HEAD.format(kind="x").replace("Joint area SEND x in Rutland", MONITORED.partition("\n")[0])
    text += "Between 5 July 2021 and 9 July 2021, Ofsted and the CQC monitored the local area of Rutland.\n\n"
    text += "The partnership has taken effective action to address one of the two areas for priority action.\n\n"
    report = read(f"{text}Main findings\n\n{AREAS}\n{FOOT}")
    assert (report["addressee"], report["authority"]["name"]) == ("Ada Finch", "Rutland")
    assert judged(report, "priority_actions") == [EFFECTIVE, INEFFECTIVE]
    assert not flagged(report)


def test_frames_tell_who_had_a_statement_and_what_has_improved() -> None:
    texts = [inspection(LEAD, "- late plans\n- poor data"), revisit(starts("plans were late"), YES)]
    corpus = ofsted.Corpus([ofsted.parse_text(text) for text in texts])
    rows = [row for row in corpus.table("findings").rows() if row["kind"] == "significant_weaknesses"]
    assert [(row["authority"], row["statement_of_action"], row["progress"]) for row in rows] == [
        ("Rutland", "required", None),
        ("Rutland", "required", None),
        ("Rutland", "was_required", SUFFICIENT),
    ]
    first, second = corpus.table("reports").rows()
    assert first["responsible"] == "the local authority and the area’s clinical commissioning groups"
    assert (first["statement_of_action"], first["progress"], first["progress_of"]) == ("required", None, None)
    assert (second["progress"], second["progress_made_in"], second["progress_of"]) == ("mixed", 1, 2)


def test_parts_that_were_pickled_before_these_keys_still_load() -> None:
    finding = ofsted.Finding(text="Late plans.", page=1, span=(0, 11))
    findings = ofsted.Findings([finding], [], [], [])
    old, older = object.__new__(ofsted.Finding), object.__new__(ofsted.Findings)
    old.__setstate__([1, (0, 11), None, "Late plans."])
    older.__setstate__([[finding], [], [], []])
    assert (old, older) == (finding, findings)
    assert pickle.loads(pickle.dumps(findings)) == findings
    assert (repr(old), older.significant_weaknesses) == ("<Finding 'Late plans.', page 1>", [])


# Who led, where four people sign.

ROLES = (
    "Regional Director",
    "Deputy Chief Inspector, Primary Medical Services",
    "HMI Lead Inspector",
    "CQC Lead Inspector",
)
SIGNED = {
    "columns": "Ofsted\tCare Quality Commission\nMarek Duffield HMI\tIvor Bell\n{0}\t{1}\n"
    "Honor Tredwell\tAda Parrow\n{2}\t{3}\n",
    "wide gaps": "  Ofsted          Care Quality Commission\n  Marek Duffield     Ivor Bell\n  {0}     {1}\n"
    "  Honor Tredwell HMI Lead       Ada Parrow CQC Lead Inspector\n  Inspector\n",
    "one below another": "Ofsted\n\nMarek Duffield\n{0}\n\nHonor Tredwell\n{2}\n\nCare Quality Commission\n\n"
    "Ivor Bell\n{1}\n\nAda Parrow\n{3}\n",
    "torn roles": "Ofsted\nMarek Duffield HMI Regional\nDirector\nIvor Bell, {1}\nHonor Tredwell, Her Majesty’s\n"
    "Inspector Lead Inspector\nAda Parrow {3}\n",
    "a role in full": "Ofsted\nMarek Duffield HMI Regional Director\nIvor Bell, {1}\n"
    "Honor Tredwell, Her Majesty’s Inspector Lead Inspector\nAda Parrow {3}\n",
    "Markdown": "| Ofsted | Care Quality Commission |\n|---|---|\n| Marek Duffield HMI {0} | Ivor Bell {1} |\n"
    "| Honor Tredwell {2} | Ada Parrow {3} |\n",
}


def signed(block: str) -> dict[str, Any]:
    head = HEAD.format(kind="revisit") + REVISITED.format(
        total="The area has made sufficient progress in all of these."
    )
    text = head + "- Plans were poor.\n\nYours sincerely\n\n" + block.format(*ROLES)
    report: dict[str, Any] = ofsted.parse_text(text + "\ncc: Department for Education, Olumide Carr\n").to_dict()
    return report


@pytest.mark.parametrize("block", SIGNED.values(), ids=SIGNED)
def test_of_several_who_signed_the_lead_inspector_led(block: str) -> None:
    report = signed(block)
    assert report["lead_inspector"]["name"] == "Honor Tredwell"
    assert report["lead_inspector"]["role"] in ("HMI Lead Inspector", "Her Majesty’s Inspector Lead Inspector")
    assert not [issue for issue in report["issues"] if issue["field"] == "lead_inspector"]


def test_several_who_signed_and_none_called_lead_is_said() -> None:
    report = signed("Marek Duffield\nRegional Director\n\nIvor Bell\n{1}\n")
    assert [issue["code"] for issue in report["issues"] if issue["field"] == "lead_inspector"] == ["several_people"]
