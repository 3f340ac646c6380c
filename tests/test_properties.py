"""Whatever stands in a text: it ends, says what it is, and points only at what is there. What was printed from a model
(see model_reports.py) is read back.

OFSTED_EXAMPLES=50 draws fifty times as many examples, and others each time.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from hypothesis import Phase, assume, example, given, settings
from hypothesis import strategies as st

import ofsted
from tests import model_reports
from tests.conftest import TEXT
from tests.model_reports import Layout, Model

VALIDATOR = jsonschema.Draft202012Validator(ofsted.schema())
SAMPLE = TEXT.read_text(encoding="utf-8")
LINES = SAMPLE.splitlines(keepends=True)

# Any text, also with lone surrogates; a report's lines in another order; a report with something put into it.
ANY = st.text(st.characters(), max_size=300)
SHUFFLED = st.lists(st.sampled_from(LINES), max_size=60).map("".join)
SPOILED = st.builds(
    lambda at, cut, put: SAMPLE[:at] + put + SAMPLE[at + cut :],
    st.integers(0, len(SAMPLE)),
    st.integers(0, 400),
    st.text(st.characters(), max_size=20) | st.sampled_from(["\f", "\n\n", "1. ", "\x02", "\u00ad", "99999999. "]),
)
SETTINGS = model_reports.drawn(400)
MODELS = settings(model_reports.drawn(120), phases=[Phase.explicit, Phase.generate])


def spans(value: Any) -> Iterator[list[int]]:
    """Every span of a tree."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if item.get("span") is not None:
                yield item["span"]
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


@SETTINGS
@given(ANY | SHUFFLED | SPOILED)
@example("\0")
@example("\f" * 50 + "x")
@example("\ud800" * 50)
def test_any_text(text: str) -> None:
    with suppress(ofsted.NotAReportError):
        report = ofsted.parse_text(text)
        tree = report.to_dict()
        VALIDATOR.validate(tree)
        assert report.text is text
        for start, end in spans(tree):
            assert 0 <= start <= end <= len(text)
        assert repr(report)
        assert report._repr_html_()


@SETTINGS
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    with suppress(ofsted.OfstedError):
        VALIDATOR.validate(ofsted.parse(data).to_dict())


# Reports made from a model.

ILACS, SIF = model_reports.ilacs(), model_reports.sif()
REPORTS = ILACS | SIF
BARE = model_reports.ilacs(notes=False) | model_reports.sif(notes=False)
PAGED = model_reports.layouts(("wrapped", "pdftotext", "layout"))
SURE = ("framework", "authority", "inspection_periods", "published", "lead_inspector", "judgements", "sections")
DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹0123456789"
MARK = re.compile(r"(?<=[.)])[0-9¹²³⁴⁵⁶⁷⁸⁹⁰]+$")


def joined(text: str | None) -> str:
    """Words with one space between them, without the mark of a footnote at their end."""
    return MARK.sub("", " ".join((text or "").split()))


def facts(tree: dict[str, Any]) -> dict[str, Any]:
    """What a model knows, as it was parsed."""
    sections: list[tuple[str, str | None]] = []
    paragraphs: list[tuple[int | None, str]] = []
    waiting = tree["sections"][::-1]
    while waiting:
        section = waiting.pop()
        if section["heading"]:
            sections.append((section["heading"].rstrip("?"), section["grade"]))
        paragraphs += [(p["number"], joined(p["text"])) for p in section["paragraphs"]]
        waiting += section["sections"][::-1]
    return {
        "framework": tree["framework"],
        "authority": (tree["authority"]["name"], tree["authority"]["urn"] or ""),
        "inspection_periods": [(p["start"], p["end"]) for p in tree["inspection_periods"]],
        "published": tree["published"],
        "lead_inspector": (tree["lead_inspector"] or {}).get("name"),
        "judgements": {j["key"]: j["grade"] for j in tree["judgements"]},
        "sections": sections,
        "paragraphs": paragraphs,
        "recommendations": [(joined(r["text"]), r["scope"], tuple(r["references"])) for r in tree["recommendations"]],
        "footnotes": [joined(f["text"]) for f in tree["footnotes"]],
    }


def expected(model: Model) -> dict[str, Any]:
    """What a model knows, in the same shape."""
    return {
        "framework": model.framework,
        "authority": (model.authority, model.urn),
        "inspection_periods": [(str(model.start), str(model.end))],
        "published": str(model.published) if model.published else None,
        "lead_inspector": model.lead,
        "judgements": model.judgements,
        "sections": model.sections,
        "paragraphs": model.paragraphs,
        "recommendations": model.recommendations,
        "footnotes": model.footnotes,
    }


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@MODELS
@given(REPORTS, model_reports.layouts())
def test_a_printed_model_parses_back(model: Model, layout: Layout) -> None:
    """Whatever prints it, the report says what the model says, and each span shows its own text."""
    text = model_reports.text_of(model, layout)
    tree = ofsted.parse_text(text).to_dict()
    VALIDATOR.validate(tree)
    assert facts(tree) == expected(model)
    assert ofsted.parse_text(text).to_dict() == tree
    waiting = list(tree["sections"])
    while waiting:
        section = waiting.pop()
        waiting += section["sections"]
        for paragraph in section["paragraphs"]:
            shown = letters(text[slice(*paragraph["span"])])
            first = str(paragraph["number"] or letters(paragraph["text"].split()[0]).rstrip(DIGITS))
            assert shown.startswith(first)
            last = letters(paragraph["text"].split()[-1]).rstrip(DIGITS)
            assert shown.rstrip(DIGITS).endswith(last)
    for judgement in tree["judgements"]:
        assert letters(judgement["printed"]).lower() in letters(text[slice(*judgement["span"])]).lower()


def read(model: Model, layout: Layout) -> dict[str, Any]:
    """What is read of the model in this layout."""
    return facts(ofsted.parse_text(model_reports.text_of(model, layout)).to_dict())


@MODELS
@given(REPORTS, PAGED, st.integers(28, 70))
def test_page_breaks_change_no_paragraph(model: Model, layout: Layout, lines: int) -> None:
    """Wherever the pages end the same is read, footnotes at their feet or not."""
    assert read(model, layout) == read(model, replace(layout, lines=lines))


@MODELS
@given(REPORTS, PAGED)
def test_footers_change_no_paragraph(model: Model, layout: Layout) -> None:
    """With and without a running footer the same is read."""
    assert read(model, replace(layout, footers=True)) == read(model, replace(layout, footers=False))


@MODELS
@given(REPORTS, model_reports.layouts())
def test_footnotes_change_no_paragraph(model: Model, layout: Layout) -> None:
    """Without its footnotes a report has the same paragraphs."""
    bare = replace(model, blocks=[replace(block, note="") for block in model.blocks])
    tree, other = read(model, layout), read(bare, layout)
    assert other.pop("footnotes") == []
    assert tree.pop("footnotes") == model.footnotes
    assert tree == other


@MODELS
@given(BARE, model_reports.layouts(), st.randoms(use_true_random=False))
def test_a_footnote_anywhere_changes_no_paragraph(model: Model, layout: Layout, random: Any) -> None:
    """Whichever paragraph or recommendation it hangs on."""
    places = [
        i
        for i, block in enumerate(model.blocks)
        if block.kind in ("paragraph", "numbered", "bullet")
        and model_reports.may_have_note(block.text)
        and not block.text.startswith(("The inspection team", "Lead inspector"))
    ]
    assume(places)
    at = random.choice(places)
    note = model_reports.prose(Random(at), 2, 3)
    blocks = [replace(block, note=note if i == at else "") for i, block in enumerate(model.blocks)]
    tree, other = read(replace(model, blocks=blocks), layout), read(model, layout)
    assert tree.pop("footnotes") == [note]
    assert other.pop("footnotes") == []
    assert tree == other


@settings(MODELS, max_examples=8 * model_reports.SCALE)
@given(st.lists(REPORTS, min_size=2, max_size=4, unique_by=repr), st.randoms(use_true_random=False))
def test_order_of_files_does_not_matter(models: list[Model], random: Any) -> None:
    """A corpus holds the same reports, whatever the order of its files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, model in enumerate(models):
            path = Path(folder, f"{number}.txt")
            path.write_text(model_reports.text_of(model, Layout("seed")), encoding="utf-8")
            paths.append(path)
        shuffled = random.sample(paths, len(paths))
        first, second = (
            {str(r.source.path): r.to_dict() for r in ofsted.read(files, workers=1)} for files in (paths, shuffled)
        )
    assert first == second
    assert len(first) == len(paths)


def pdf_of(model: Model, tags: bool = True, **options: Any) -> bytes:
    """The model as a PDF, where Typst is installed to make one."""
    typst = pytest.importorskip("typst")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.typ")
        path.write_text(model_reports.typst_of(model, **options), encoding="utf-8")
        data: bytes = typst.compile(str(path), ignore_system_fonts=True, pdf_tags=tags)
    return data


@settings(MODELS, max_examples=5 * model_reports.SCALE)
@given(REPORTS, st.integers(16, 40), st.booleans())
def test_a_tagged_pdf_parses_back(model: Model, height: int, footer: bool) -> None:
    """The same from a tagged PDF, wherever its pages end, with and without a running footer."""
    assert facts(ofsted.parse(pdf_of(model, height=height, footer=footer)).to_dict()) == expected(model)


@settings(MODELS, max_examples=5 * model_reports.SCALE)
@given(ILACS, st.integers(16, 40), st.booleans())
def test_an_untagged_pdf_says_so(model: Model, height: int, footer: bool) -> None:
    """Facts and grades are the same without tags, or flagged; that paragraphs may be wrong is said once."""
    tree = ofsted.parse(pdf_of(model, tags=False, height=height, footer=footer)).to_dict()
    assert "read_by_position" in {issue["code"] for issue in tree["issues"]}
    flagged = {issue["field"] for issue in tree["issues"]}
    got, wanted = facts(tree), expected(model)
    assert [key for key in SURE if got[key] != wanted[key] and key not in flagged] == []
