"""The report as an object: parts, look-ups, evidence, equality, pickling, frames, how it prints."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.model.characters import in_json
from ofsted.reading.cache import pack, unpack
from tests.conftest import EXAMPLES, PDF, SAMPLES, TEXT

Read = Callable[[Path], ofsted.Report]


def test_judgements_look_up_by_key_and_place(report: ofsted.Report) -> None:
    overall = report.judgements["overall_effectiveness"]
    assert overall.grade == "good"
    assert overall.grade is ofsted.Grade.GOOD
    assert overall is report.judgements[-1]
    assert report.judgements.get("none") is None
    assert report.judgements.keys() == [j.key for j in report.judgements]
    assert report.judgements[:2] == list(report.judgements)[:2]
    with pytest.raises(KeyError, match="overall_effectiveness"):
        report.judgements["none"]
    with pytest.raises(IndexError):
        report.judgements[99]


def test_a_key_that_several_items_have_is_not_chosen_for_you() -> None:
    notes = ofsted.Series([ofsted.Footnote("1", "a", None), ofsted.Footnote("1", "b", None)], by="mark")
    with pytest.raises(KeyError, match="2 items"):
        notes["1"]
    assert [note.text for note in notes.all("1")] == ["a", "b"]


def test_parts_have_their_types(report: ofsted.Report) -> None:
    assert report.framework is ofsted.Framework.ILACS
    assert report.inspection_periods == [ofsted.Period(date(2024, 5, 27), date(2024, 6, 7))]
    assert report.published is None
    assert report.authority.name == "Norbury Vale"
    assert report.lead_inspector is not None
    assert report.lead_inspector.name
    assert [p.number for p in report.paragraphs if p.number] == list(range(1, 20))
    assert report.sections["The experiences and progress of children in care"].grade == "outstanding"
    assert len(report.recommendations) == 5
    assert not report.findings
    assert report.previous_inspections == []
    assert report.previous_judgements == []


def test_sections_look_up_at_any_depth(read: Read) -> None:
    sections = read(PDF.with_name("sif-2016.pdf")).sections
    assert sections["children living in this area"].level > 1
    assert len(sections.all("Inspection findings")) == 3
    with pytest.raises(KeyError, match="3 items"):
        sections["Inspection findings"]


def test_parts_are_built_once_and_read_only(report: ofsted.Report) -> None:
    assert report.judgements is report.judgements
    with pytest.raises(FrozenInstanceError):
        report.judgements[0].grade = None  # type: ignore[misc]
    with pytest.raises(AttributeError):
        report.title = "another"  # type: ignore[misc]


def test_what_frames_lead_back_to_keeps_its_order(report: ofsted.Report) -> None:
    """`corpus[row.report].judgements[row.position]`: a list that was sorted in its place would give another one."""
    first = report.judgements[0]
    changes: list[Callable[[Any], object]] = [lambda j: j.sort(key=lambda one: one.grade), lambda j: j.append(first)]
    changes += [
        lambda j: j.pop(),
        lambda j: j.clear(),
        lambda j: j.__setitem__(0, first),
        lambda j: j.__iadd__([first]),
    ]
    for change in changes:
        with pytest.raises(TypeError, match=r"read-only: sorted\(…\) and list\(…\)"):
            change(report.judgements)
    assert report.judgements[0] is first
    assert sorted(report.judgements, key=lambda one: str(one.key))[0].key == "care_leavers"
    for taken in (report.judgements[:], report.judgements.copy(), list(report.judgements), [*report.judgements]):
        taken.append(first)
    for again in (copy.copy(report.judgements), pickle.loads(pickle.dumps(report.judgements))):
        assert again == report.judgements
        assert again["in_care"].key == "in_care"


def test_a_dict_is_new_every_time(report: ofsted.Report) -> None:
    first = report.to_dict()
    first["judgements"].clear()
    first["source"]["path"] = "elsewhere"
    first["issues"].append(None)
    assert report.to_dict()["judgements"]
    assert report.to_dict()["source"]["path"] == str(PDF)
    assert None not in report.to_dict()["issues"]
    assert report.judgements


def test_json_is_the_dict(report: ofsted.Report) -> None:
    assert json.loads(report.to_json()) == report.to_dict()
    assert "\n" not in report.to_json()
    assert report.to_json(indent=2).startswith('{\n  "framework": "ilacs"')


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
@pytest.mark.parametrize("indent", [None, 0, 2, 100])
def test_json_is_what_pythons_own_writer_makes(path: Path, indent: int | None) -> None:
    report = ofsted.parse(path)
    wanted = in_json(json.dumps(report.to_dict(), ensure_ascii=False, indent=indent))
    assert report.to_json(indent) == wanted
    assert pickle.loads(pickle.dumps(report)).to_json(indent) == wanted
    kept = ofsted.Report(unpack(pack(report.readout), report.path))
    assert kept.to_json(indent) == wanted


@pytest.mark.parametrize("text", ["\ud800 lone", '\\ " \x01 \x7f \x9b \u2028 \u202e \u061c', "𝔘 ✓ é", "\0"])
def test_json_of_any_text(text: str) -> None:
    report = ofsted.parse_text(f"Inspection of {text} services\n\n1. {text} is here.\n\n2. And {text * 9}.\n")
    assert report.to_json() == in_json(json.dumps(report.to_dict(), ensure_ascii=False))
    assert json.loads(report.to_json()) == report.to_dict()


@pytest.mark.parametrize("sign", ['"', "\\", "\x01", "\x7f", "\x9f", "é", "’", "\u2028", "\ufffd", "𝔘", "’é’"])
def test_json_of_a_sign_at_any_place(sign: str) -> None:
    """Texts are copied and decoded in blocks: none of them may matter."""
    words = "Social workers know children well and visit them often enough"
    paragraphs = (f"{n}. {words[:n]}{sign}{words[n:]}.\n\n" for n in range(1, 41))
    report = ofsted.parse_text("Inspection of services\n\n" + "".join(paragraphs))
    assert len(report.paragraphs) >= 40
    assert report.to_json() == in_json(json.dumps(report.to_dict(), ensure_ascii=False))


def test_objects_hold_what_the_dict_holds(report: ofsted.Report) -> None:
    tree = report.to_dict()
    assert [[j.key, j.grade, j.printed, j.page, list(j.span)] for j in report.judgements] == [
        [j["key"], j["grade"], j["printed"], j["page"], j["span"]] for j in tree["judgements"]
    ]
    assert [s.heading for s in report.sections] == [s["heading"] for s in tree["sections"]]
    assert [r.text for r in report.recommendations] == [r["text"] for r in tree["recommendations"]]
    assert [i.message for i in report.issues] == [i["message"] for i in tree["issues"]]


def test_issues_hold_what_their_messages_name(report: ofsted.Report) -> None:
    named = {issue.code: issue.about for issue in report.issues}
    assert named["misprinted_label"] == ("The experiences and progress of children care leavers", "care_leavers")
    assert named["not_in_register"] == ("Norbury Vale",)
    assert report.to_dict()["issues"][-1]["about"] == list(report.issues[-1].about)
    (lost,) = (issue for issue in ofsted.parse_text("Minutes of a meeting\n").issues if issue.field == "framework")
    assert lost.about == ()


def test_evidence(report: ofsted.Report) -> None:
    for judgement in report.judgements:
        assert judgement.evidence == report.evidence(judgement) == report.text[slice(*judgement.span)]
    with pytest.raises(ValueError, match="no report"):
        _ = ofsted.Finding(page=1, span=(0, 1), text="x").evidence
    with pytest.raises(ValueError, match="no span"):
        report.evidence(ofsted.Issue("code", None, "message", None, None))


def test_a_report_knows_its_own_parts(report: ofsted.Report) -> None:
    other = ofsted.parse(EXAMPLES / "ilacs-2019.pdf")
    for part in (other.judgements[0], other.paragraphs[0], other.issues[0]):
        asked: list[Callable[[Any], object]] = [report.evidence, report.show]
        asked += [] if isinstance(part, ofsted.Issue) else [report.doubts]
        for ask in asked:
            with pytest.raises(ValueError, match="is of another report"):
                ask(part)
    assert report.evidence(pickle.loads(pickle.dumps(report.judgements[0]))) == report.judgements[0].evidence
    given = ofsted.read(PDF, published={PDF.name: "2024-07-15"})[0]  # of the same text, and differs
    assert given != report
    for own in (report.judgements[0], report.recommendations[0]):
        assert given.evidence(own) == report.evidence(own)
        assert given.doubts(own) == report.doubts(own)


def test_equality_and_hash(report: ofsted.Report) -> None:
    assert report == ofsted.parse(PDF)
    assert hash(report) == hash(ofsted.parse(PDF))
    assert report != ofsted.parse(TEXT)
    assert report != "report"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickling(report: ofsted.Report, protocol: int) -> None:
    other = pickle.loads(pickle.dumps(report, protocol))
    assert other == report
    assert other.to_dict() == report.to_dict()
    assert other.to_dict() is not other.to_dict()
    assert other.judgements == report.judgements
    assert other.judgements[0].evidence == report.judgements[0].evidence
    assert repr(other) == repr(report)
    assert copy.deepcopy(report) == report


def test_parts_pickle(report: ofsted.Report) -> None:
    parts = pickle.loads(pickle.dumps((report.judgements, report.sections, report.paragraphs[3])))
    assert parts == (report.judgements, report.sections, report.paragraphs[3])
    assert parts[0]["overall_effectiveness"].evidence == report.judgements["overall_effectiveness"].evidence


def test_threads_agree() -> None:
    def tree(path: Path) -> dict[str, Any]:
        return ofsted.parse(path).to_dict()

    paths = [PDF, TEXT, SAMPLES[0], SAMPLES[-1]] * 10
    with ThreadPoolExecutor(10) as pool:
        trees = list(pool.map(tree, paths))
    for path, got in zip(paths, trees, strict=True):
        assert got == tree(path)


def test_a_report_is_shared_by_threads(report: ofsted.Report) -> None:
    want = report.to_dict()
    with ThreadPoolExecutor(10) as pool:
        assert all(got == want for got in pool.map(lambda _: report.to_dict(), range(50)))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.name))
def test_repr_is_one_line(path: Path, read: Read) -> None:
    report = read(path)
    things: list[object] = [report, *report.judgements, *report.sections, *report.paragraphs, *report.tables]
    things += [*report.recommendations, *report.footnotes, *report.issues, report.findings, *report.inspection_periods]
    for thing in things:
        assert len(repr(thing)) <= 160
        assert "\n" not in repr(thing)


def test_repr_says_what_matters(report: ofsted.Report) -> None:
    assert repr(report).startswith("<Report ILACS Norbury Vale, 27 May 2024 to 7 June 2024, Good")
    assert repr(report.judgements[-1]) == "<Judgement overall_effectiveness: Good, page 1, in doubt>"


def test_grades() -> None:
    grade = ofsted.Grade
    assert [g.rank for g in grade] == [1, 2, 3, 3, 4, None, 1, 2, 3]
    assert str(grade.REQUIRES_IMPROVEMENT) == f"{grade.REQUIRES_IMPROVEMENT}" == "Requires improvement"
    assert max(grade.GOOD, grade.INADEQUATE, grade.OUTSTANDING) is grade.OUTSTANDING
    assert grade.INADEQUATE < grade.GOOD <= grade.GOOD
    assert grade.GOOD >= grade.ADEQUATE > grade.INADEQUATE
    assert {"good": 1}[grade.GOOD] == 1
    assert json.dumps(grade.GOOD) == '"good"'
    for other, said in (
        (grade.TYPICALLY_POSITIVE, "not on one scale"),
        (grade.NOT_JUDGED, "not on one scale"),
        ("good", "against a grade, such as ofsted.Grade.GOOD, not against 'good'"),
        (None, "not against None"),
    ):
        with pytest.raises(TypeError, match=said):
            _ = grade.GOOD.__lt__(other)


FRAME = [
    "report",
    "framework",
    "authority",
    "urn",
    "region",
    "start",
    "end",
    "published",
    "path",
    "key",
    "theme",
    "label",
    "scope",
    "grade",
    "doubts",
    "doubt",
    "printed",
    "source",
    "page",
    "scale",
    "position",
    "grade_rank",
    "la_code",
    "gss_code",
    "type",
    "url",
    "published_from",
]  # their dtypes are in test_frames.py


def test_frame(report: ofsted.Report) -> None:
    pandas = pytest.importorskip("pandas")
    frame = report.to_frame()
    assert list(frame.columns) == FRAME
    assert list(frame["key"]) == [j.key for j in report.judgements]
    assert set(frame["report"]) == {report.id} == {report.source.sha256[:12]}
    assert frame["start"].iloc[0] == pandas.Timestamp(2024, 5, 27)
    assert list(frame.loc[frame["grade"] >= "good", "grade"]) == [
        g for g in frame["grade"] if g != "requires_improvement"
    ]


def test_empty_frame() -> None:
    pytest.importorskip("pandas")
    frame = ofsted.parse_text("Minutes of the parish council").to_frame()
    assert len(frame) == 0
    assert list(frame.columns) == FRAME


def test_frame_without_pandas(report: ofsted.Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(ImportError, match="ofsted\\[pandas\\]"):
        report.to_frame()
