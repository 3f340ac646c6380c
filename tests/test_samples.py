"""The sample reports in examples/, each compared field by field with what it was written to say.

The expected facts stand in tests/samples/expected/*.json. They come from the description that the samples are made
from (tests/samples/make.py), never from a parser. Words are compared as letters and digits only: quotes, spaces and
hyphens at line ends are how a page is printed, not what it says.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

ofsted = pytest.importorskip("ofsted")

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
EXPECTED = {
    p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted((HERE / "samples" / "expected").glob("*.json"))
}
FILES = [(name, file) for name, facts in EXPECTED.items() for file in facts["files"]]
samples = pytest.mark.parametrize(("name", "file"), FILES, ids=[file for _, file in FILES])
BROKEN = {
    "error-page.pdf": "NotAReportError",
    "empty.pdf": "NotAReportError",
    "cut.pdf": "DamagedFileError",
    "encrypted.pdf": "EncryptedFileError",
    "scan.pdf": "NoTextError",
}


def letters(text: str | None) -> str:
    """Letters and digits only, in lower case."""
    text = unicodedata.normalize("NFKC", text or "").lower()
    return re.sub(r"[^a-z0-9]", "", text)


@functools.cache
def report(file: str) -> dict[str, Any]:
    """The sample as a plain dict; parsed once."""
    found: dict[str, Any] = json.loads(json.dumps(ofsted.parse(EXAMPLES / file).to_dict()))
    return found


@functools.cache
def raw(file: str) -> str:
    text: str = ofsted.parse(EXAMPLES / file).text
    return text


def page(facts: dict[str, Any], file: str, number: int | None) -> int | None:
    """The page that is expected: none in a text without page marks."""
    return number if facts["files"][file]["pages"] else None


def sections(node: dict[str, Any]) -> list[dict[str, Any]]:
    """Every section in reading order."""
    found = []
    for section in node["sections"]:
        found += [section, *sections(section)]
    return found


def numbered(node: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (section["heading"], p) for section in sections(node) for p in section["paragraphs"] if p["number"] is not None
    ]


def name_of(person: dict[str, Any] | None) -> str:
    return letters((person or {}).get("name"))


@samples
def test_framework(name: str, file: str) -> None:
    assert report(file)["framework"] == EXPECTED[name]["framework"]


@samples
def test_title(name: str, file: str) -> None:
    if EXPECTED[name]["title"] is not None:
        assert letters(report(file)["title"]) in map(letters, EXPECTED[name]["title"])


@samples
def test_authority_is_as_printed_and_not_in_the_register(name: str, file: str) -> None:
    if EXPECTED[name]["authority"] is not None:
        authority = report(file)["authority"]
        assert letters(authority["name"]) in map(letters, EXPECTED[name]["authority"])
        assert authority["urn"] is None


@samples
def test_dates(name: str, file: str) -> None:
    found = report(file)
    assert [[p["start"], p["end"]] for p in found["inspection_periods"]] == EXPECTED[name]["inspection_periods"]
    if EXPECTED[name]["framework"] != "unknown":
        assert found["published"] == EXPECTED[name]["published"]


@samples
def test_lead_inspector(name: str, file: str) -> None:
    assert name_of(report(file)["lead_inspector"]) == letters(EXPECTED[name]["lead_inspector"])


@samples
def test_inspectors(name: str, file: str) -> None:
    facts = EXPECTED[name]
    found = {name_of(person) for person in report(file)["inspectors"]}
    wanted = {letters(x) for x in facts["inspectors"]}
    assert wanted <= found
    assert found <= wanted | {letters(x) for x in [facts["lead_inspector"], *facts["inspectors_allowed"]]}


@samples
def test_judgements(name: str, file: str) -> None:
    facts = EXPECTED[name]
    found = {
        j["key"]: (j["theme"], j["grade"], letters(j["printed"]), letters(j["label"]), j["page"])
        for j in report(file)["judgements"]
    }
    assert found == {
        j["key"]: (j["theme"], j["grade"], letters(j["printed"]), letters(j["label"]), page(facts, file, j["page"]))
        for j in facts["judgements"]
    }
    assert len(report(file)["judgements"]) == len(facts["judgements"])


@samples
def test_headings_and_their_grades(name: str, file: str) -> None:
    facts = EXPECTED[name]
    if facts["sections"] is None:
        return
    allowed = {letters(x) for x in facts["sections_allowed"]}
    found = [
        (letters(s["heading"]), s["grade"], s["page"])
        for s in sections(report(file))
        if s["heading"] and letters(s["heading"]) not in allowed
    ]
    assert found == [(letters(h), grade, page(facts, file, p)) for h, grade, p in facts["sections"]]


@samples
def test_numbered_paragraphs(name: str, file: str) -> None:
    facts = EXPECTED[name]
    if facts["paragraphs"] is None:
        return
    found = numbered(report(file))
    assert [(letters(h), p["number"]) for h, p in found] == [
        (letters(w["section"]), w["number"]) for w in facts["paragraphs"]
    ]
    for (_, got), want in zip(found, facts["paragraphs"], strict=True):
        assert letters(got["text"]).startswith(letters(want["first"])), want
        if not want["items"]:
            assert letters(got["text"]).endswith(letters(want["last"])), want
            assert got["last_page"] == page(facts, file, want["last_page"]), want
        assert got["page"] == page(facts, file, want["page"]), want


@samples
def test_recommendations(name: str, file: str) -> None:
    facts = EXPECTED[name]
    found = report(file)["recommendations"]
    assert [letters(r["text"]) for r in found] == [letters(r["text"]) for r in facts["recommendations"]]
    for got, want in zip(found, facts["recommendations"], strict=True):
        assert [letters(x) for x in got["references"]] == [letters(x) for x in want["references"]]
        assert letters(got["scope"]) == letters(want["scope"])
        assert got["timescale"] == want["timescale"]
        assert (str(got["number"]) if got["number"] is not None else None) == want["number"]
        assert letters(got["heading"]) == letters(want["heading"])
        assert got["page"] == page(facts, file, want["page"])


@samples
def test_whom_a_letter_is_to_and_what_it_is_about(name: str, file: str) -> None:
    facts = EXPECTED[name]
    assert letters(report(file)["addressee"]) == letters(facts.get("addressee"))
    assert letters(report(file)["focus"]) == letters(facts.get("focus"))
    found = report(file)["findings"]["priority_actions"]
    if facts["framework"] not in ("sif", "jtai", "area-send"):
        assert [letters(x["text"]) for x in found] == [letters(x) for x in facts.get("priority_actions", [])]


@samples
def test_findings(name: str, file: str) -> None:
    facts, found = EXPECTED[name], report(file)
    for kind, texts in facts.get("findings", {}).items():
        assert [letters(x["text"]) for x in found["findings"][kind]] == [letters(x) for x in texts]


@samples
def test_previous_inspections(name: str, file: str) -> None:
    if "previous_inspections" in EXPECTED[name] and EXPECTED[name]["framework"] == "cra":
        found = [[p["start"], p["end"]] for p in report(file)["previous_inspections"]]
        assert found == EXPECTED[name]["previous_inspections"]


@samples
def test_scopes_of_judgements(name: str, file: str) -> None:
    scopes = {j["key"]: letters(j["scope"]) for j in report(file)["judgements"]}
    for j in EXPECTED[name]["judgements"]:
        assert scopes[j["key"]] == letters(j.get("scope"))


@samples
def test_footnotes(name: str, file: str) -> None:
    found = report(file)["footnotes"]
    wanted = EXPECTED[name]["footnotes"]
    assert [letters(n["mark"]) for n in found] == [mark for mark, _ in wanted]
    for got, (_, first) in zip(found, wanted, strict=True):
        assert letters(got["text"]).startswith(letters(first))


@samples
def test_doubts_are_flagged_and_nothing_else(name: str, file: str) -> None:
    facts = EXPECTED[name]
    if facts["framework"] == "unknown":
        assert report(file)["issues"]
        return
    found = {issue["field"] for issue in report(file)["issues"]}
    wanted = set(facts["issues"])
    if facts["files"][file]["footers"]:
        wanted |= set(facts["issues_from_footers"])
    if facts["files"][file].get("untagged"):
        wanted.add("source")
    assert wanted <= found
    assert found <= wanted | set(facts["issues_allowed"])


@samples
def test_spans_show_the_evidence(name: str, file: str) -> None:
    text = raw(file)
    for j in report(file)["judgements"]:
        start, end = j["span"]
        evidence = letters(text[start:end])
        # Columns of text can wrap around each other: every word is there, not always side by side.
        assert all(letters(word) in evidence for word in j["printed"].split())
    for _, p in numbered(report(file)):
        start, end = p["span"]
        evidence = letters(text[start:end])
        assert letters(p["text"])[:20] in evidence
        assert letters(p["text"])[-20:] in evidence


@samples
def test_each_page_and_span_is_where_the_words_stand(name: str, file: str) -> None:
    """Whatever has a span: its page is that of the first character, and a text ends where its evidence does."""
    text, read = raw(file), report(file)
    has_pages = EXPECTED[name]["files"][file]["pages"]
    paragraphs = [p for section in sections(read) for p in section["paragraphs"]]
    findings = [one for kind in (read["findings"] or {}).values() for one in kind]
    told = [*paragraphs, *read["recommendations"], *findings]
    for one in (*told, *sections(read), *read["judgements"]):
        start, end = one["span"]
        assert text[start:end].strip() == text[start:end] != ""
        assert one["page"] == (1 + text.count("\f", 0, start) if has_pages else None)
        assert one.get("last_page", one["page"]) == (
            1 + text.count("\f", 0, end if "last_page" in one else start) if has_pages else None
        )
    for one in told:
        evidence = letters(text[slice(*one["span"])])
        assert evidence.endswith(letters(one["text"])[-20:])
        assert evidence.find(letters(one["text"])[:20]) in range(70)  # a number or a label may come first
    for p in paragraphs:
        if p["number"] is not None:
            assert letters(text[slice(*p["span"])]).startswith(letters(f"{p['number']}{p['text'][:8]}"))
    for section in sections(read):
        assert letters(text[slice(*section["span"])]).startswith(letters(section["heading"])[:20])


@pytest.mark.parametrize("file", BROKEN)
def test_broken_file_ends_in_a_clear_error(file: str) -> None:
    with pytest.raises(getattr(ofsted, BROKEN[file])) as caught:
        ofsted.parse(EXAMPLES / "broken" / file)
    assert isinstance(caught.value, ofsted.OfstedError)
    assert file in str(caught.value)
