"""One report, printed from a model in each of the ways in which people have text: the facts are the same, or said to be
doubtful. OFSTED_EXAMPLES=50 draws fifty times as many examples, and others each time.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings

import ofsted
from tests import model_reports
from tests.model_reports import Block, Layout, Model

DRAWN = settings(model_reports.drawn(25), phases=[Phase.explicit, Phase.generate])
REPORTS = model_reports.ilacs(notes=False) | model_reports.sif(notes=False)
WRAPPED = Layout("wrapped", width=88, lines=48, footers=True, bullet="•")
PLAIN = Layout("layout", width=96, lines=0, bullet="•")


def marked(model: Model, of_block: Callable[[Block], str], of_table: Callable[[list[Block]], str]) -> list[str]:
    """Each block in turn by `of_block`, rows that stand together by `of_table`."""
    out: list[str] = []
    rows: list[Block] = []
    for block in [*model.blocks, Block("end", "")]:
        if block.kind == "row":
            rows.append(block)
            continue
        if rows:
            out.append(of_table(rows))
            rows = []
        if block.kind != "end":
            out.append(of_block(block))
    return out


def filled(rows: list[Block]) -> list[list[str]]:
    """Cells, as many in each row."""
    columns = max(len(row.cells) for row in rows)
    return [[*row.cells, *[""] * (columns - len(row.cells))] for row in rows]


def markdown(model: Model) -> str:
    """Headings by #, tables with pipes, lists."""

    def block(block: Block) -> str:
        words = re.sub(r"([*_`\[\]|<])", r"\\\1", block.text)
        if block.kind == "boxed":
            return f"| {words} | {block.cells[1]} |\n| --- | --- |"
        prefix = {"title": "# ", "heading": "## ", "bullet": "- ", "numbered": f"{block.number}. "}
        return prefix.get(block.kind, "") + words

    def table(rows: list[Block]) -> str:
        lines = ["| " + " | ".join(row) + " |" for row in filled(rows)]
        return "\n".join([lines[0], re.sub(r"[^|]+", " --- ", lines[0]), *lines[1:]])

    return "\n\n".join(marked(model, block, table)) + "\n"


def web_page(model: Model) -> str:
    """The same as HTML; numbers stand in their paragraphs."""

    def block(block: Block) -> str:
        words = html.escape(block.text)
        if block.kind == "boxed":
            return f"<table><tr><td><h2>{words}</h2></td><td>{block.cells[1]}</td></tr></table>"
        if block.kind == "bullet":
            return f"<ul><li>{words}</li></ul>"
        if block.kind == "numbered":
            return f"<p>{block.number}. {words}</p>"
        tag = {"title": "h1", "heading": "h2"}.get(block.kind, "p")
        return f"<{tag}>{words}</{tag}>"

    def table(rows: list[Block]) -> str:
        body = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in filled(rows))
        return "<table>" + "".join(f"<tr>{cells}</tr>" for cells in body) + "</table>"

    return "<!DOCTYPE html><html><body>" + "\n".join(marked(model, block, table)) + "</body></html>"


def one_space(model: Model) -> str:
    """Words sorted by row: one space between everything."""
    return re.sub(r"[ \t]+", " ", model_reports.text_of(model, PLAIN))


def no_break_spaces(model: Model) -> str:
    """Columns kept apart by spaces that do not break."""
    text = model_reports.text_of(model, PLAIN)
    return re.sub(r"   +", lambda spaces: "\u00a0" * len(spaces[0]), text)


def ligatures(model: Model) -> str:
    text = model_reports.text_of(model, WRAPPED)
    for letters, one in (("ffi", "\ufb03"), ("ffl", "\ufb04"), ("ff", "\ufb00"), ("fi", "\ufb01"), ("fl", "\ufb02")):
        text = text.replace(letters, one)
    return text


def soft_hyphens(model: Model) -> str:
    """In the middle of each long word, as word processors leave them."""
    return re.sub(r"(?<![\w-])([A-Za-z]{4})([a-z]{4})", "\\1\u00ad\\2", model_reports.text_of(model, WRAPPED))


def zero_width(model: Model) -> str:
    return re.sub(r"(?<=[a-z]) (?=[a-z])", " \u200b", model_reports.text_of(model, WRAPPED))


def quoted_mail(model: Model) -> str:
    lines = model_reports.text_of(model, Layout("wrapped", width=76, bullet="•")).splitlines()
    return "\n".join(["See below.", "", *(f"> {line}".rstrip() for line in lines)]) + "\n"


def windows_lines(model: Model) -> str:
    return "\ufeff" + model_reports.text_of(model, WRAPPED).replace("\n", "\r\n")


WAYS = [
    markdown,
    one_space,
    no_break_spaces,
    ligatures,
    soft_hyphens,
    zero_width,
    quoted_mail,
    windows_lines,
]
FIELDS = ("framework", "authority", "inspection_periods", "lead_inspector", "judgements", "recommendations")


def words(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def facts(tree: dict[str, Any]) -> dict[str, Any]:
    return {
        "framework": tree["framework"],
        "authority": tree["authority"] and tree["authority"]["name"],
        "inspection_periods": [(p["start"], p["end"]) for p in tree["inspection_periods"]],
        "lead_inspector": tree["lead_inspector"] and tree["lead_inspector"]["name"],
        "judgements": {j["key"]: j["grade"] for j in tree["judgements"]},
        "recommendations": [words(r["text"]) for r in tree["recommendations"]],
    }


def silently_wrong(model: Model, report: ofsted.Report) -> dict[str, tuple[Any, Any]]:
    """Fields that differ from the model's, read and true, where no issue doubts the field.

    The grades of a model are drawn, so that the overall one seldom follows from the others: that issue doubts nothing.
    """
    true = {
        "framework": model.framework,
        "authority": model.authority,
        "inspection_periods": [(str(model.start), str(model.end))],
        "lead_inspector": model.lead,
        "judgements": model.judgements,
        "recommendations": [words(text) for text, _, _ in model.recommendations],
    }
    tree = report.to_dict()
    read = facts(tree)
    doubtful = {issue["field"] for issue in tree["issues"] if issue["code"] != "odd_overall"}
    return {name: (read[name], true[name]) for name in FIELDS if read[name] != true[name] and name not in doubtful}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@DRAWN
@given(model=REPORTS)
def test_the_facts_are_those_of_the_report_or_doubtful(way: Callable[[Model], str], model: Model) -> None:
    assert silently_wrong(model, ofsted.parse_text(way(model))) == {}


@DRAWN
@given(model=REPORTS)
def test_a_web_page_gives_the_facts_of_the_report(model: Model) -> None:
    pytest.importorskip("selectolax")
    assert silently_wrong(model, ofsted.parse(web_page(model).encode())) == {}
