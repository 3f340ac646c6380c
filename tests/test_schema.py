"""What holds for every report that is read: valid against the schema, spans that address evidence, true pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import ofsted
from tests.conftest import EXAMPLES, SAMPLES

Read = Callable[[Path], ofsted.Report]
Tree = dict[str, Any]

VALIDATOR = jsonschema.Draft202012Validator(
    ofsted.schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def letters(text: str | None) -> str:
    """Letters and digits alone: what a line end, a hyphen or a quotation mark does not change."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text or "").lower())


def walk(tree: Tree) -> Iterator[Tree]:
    for section in tree["sections"]:
        yield section
        yield from walk(section)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(ofsted.schema())


def test_the_schema_allows_no_other_key() -> None:
    tree = ofsted.parse_text("Minutes").to_dict()
    assert VALIDATOR.is_valid(tree)
    assert list(tree) == ofsted.schema()["required"]
    assert not VALIDATOR.is_valid({**tree, "another": 1})
    assert not VALIDATOR.is_valid({k: v for k, v in tree.items() if k != "issues"})


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.name))
def test_sample_is_valid(path: Path, read: Read) -> None:
    VALIDATOR.validate(read(path).to_dict())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.name))
def test_spans_address_evidence(path: Path, read: Read) -> None:
    report = read(path)
    tree = report.to_dict()

    def evidence(item: Tree) -> str:
        start, end = item["span"]
        assert 0 <= start < end <= len(report.text), item
        return letters(report.text[start:end])

    for judgement in tree["judgements"]:
        assert all(letters(word) in evidence(judgement) for word in judgement["printed"].split())
    for item in [p for s in walk(tree) for p in s["paragraphs"]] + tree["recommendations"]:
        words = [letters(word) for word in item["text"].split()]
        assert words[0] in evidence(item), item
        assert evidence(item).endswith(words[-1]), item
    for section in walk(tree):
        if section["heading"]:  # a grade in the next column can stand between its lines
            assert all(letters(word) in evidence(section) for word in section["heading"].split())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.name))
def test_pages_are_in_the_document(path: Path, read: Read) -> None:
    tree = read(path).to_dict()
    pages = tree["source"]["pages"]
    items = [p for s in walk(tree) for p in s["paragraphs"]]
    for item in items:
        if pages is None:
            assert item["page"] is item["last_page"] is None
        else:
            assert 1 <= item["page"] <= item["last_page"] <= pages


def test_a_judgement_that_no_framework_has_is_valid() -> None:
    pytest.importorskip("selectolax")
    page = (EXAMPLES / "ilacs-2025.html").read_text(encoding="utf-8")
    page = page.replace("<td>The experiences and progress of children in care</td>", "<td>Leisure centres</td>")
    report = ofsted.parse(page.encode())
    unknown = report.judgements[2]
    assert unknown.key is None
    assert repr(unknown) == "<Judgement Leisure centres: Good, in doubt>"
    assert "unknown_judgement" in {issue.code for issue in report.issues}
    VALIDATOR.validate(report.to_dict())
