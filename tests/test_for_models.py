"""What language models and retrieval are given: Markdown, pieces of text, and the server that answers over stdio."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.model.words import without_references
from tests.conftest import EXAMPLES
from tests.invented import ilacs_text, printed_ilacs

ADVICE = "The choice of homes for brothers and sisters (outcome 4, national framework)."
LONG = " ".join(f"Sentence number {n} says that visits are timely." for n in range(60))


@pytest.fixture(scope="module")
def one() -> ofsted.Report:
    """A report of three pages with one recommendation, a long paragraph and one with references."""
    body = (
        "The experiences and progress of children in care: good\n\n1. Children live in homes that suit them "
        f"(paragraph 33).\n\n\f2. {LONG}\n\n\f3. Short.\n\n4. Shorter."
    )
    return ofsted.parse_text(ilacs_text(items=f"- {ADVICE}", body=body))


# ---- Markdown ----


def test_markdown_says_nothing_twice_and_its_links_lead_somewhere(one: ofsted.Report) -> None:
    text = one.to_markdown()
    assert text.count("brothers and sisters") == 1
    assert "(listed above)" in text
    anchors = set(re.findall(r'<a id="([\w-]+)">', text))
    assert {"page-1", "page-2", "page-3", "recommendation-1"} <= anchors
    assert set(re.findall(r"\(#([\w-]+)\)", text)) <= anchors
    assert f"Report id: {one.id}" in text
    assert "LA code: 857" in text
    assert "| `overall_effectiveness` | Good |" in text


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_every_sample_as_markdown_has_each_recommendation_once(path: Path) -> None:
    report = ofsted.parse(path)
    text = report.to_markdown().replace("\\", "")
    for advice in report.recommendations:
        assert text.count(f"{advice.text} ") + text.count(f"{advice.text}\n") == 1, advice.text
    assert set(re.findall(r"\(#([\w-]+)\)", text)) <= set(re.findall(r'<a id="([\w-]+)">', text))


# ---- pieces ----


def test_pieces_fit_and_lose_no_word(one: ofsted.Report) -> None:
    pd = pytest.importorskip("pandas")
    frame = ofsted.Corpus([one]).chunks(400)
    assert frame["text"].str.len().max() <= 400
    words = " ".join(frame["text"]).split()
    expected = " ".join(p.text for p in one.paragraphs).split()
    assert words == expected
    assert list(frame["chunk"]) == list(range(len(frame)))
    for row in frame.to_dict("records"):
        printed = "".join(one.text[row["start"] : row["end"]].split())
        assert all("".join(part.split()) in printed for part in str(row["text"]).split("\n\n"))
    last = frame.iloc[-1]
    assert last["text"].endswith("timely.\n\nShort.\n\nShorter.")
    assert (last["page"], last["last_page"]) == (2, 3)
    assert last["section"].endswith("children in care")
    days = "4 March 2024 to 15 March 2024"
    assert last["citation"] == f"Ofsted, ILACS, Rutland, {days}, {last['section'].split(' > ')[-1]}, pages 2–3"
    assert last["date"] == pd.Timestamp("2024-03-15")
    assert frame["url"].isna().all()
    with pytest.raises(ValueError, match="at least 100"):
        ofsted.Corpus([one]).chunks(10)


def test_pieces_of_the_samples_hold_each_recommendation() -> None:
    pytest.importorskip("pandas")
    corpus = ofsted.read(EXAMPLES, workers=1)
    texts = " ".join(" ".join(text.split()) for text in corpus.chunks(100_000)["text"])
    lost = [advice for advice in corpus.table("recommendations").column("text") if advice[:60] not in texts]
    assert len(lost) <= len(corpus.table("recommendations")) // 20, lost


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (ADVICE, "The choice of homes for brothers and sisters."),
        ("Visits (paragraph 33) are late [2].", "Visits are late."),
        ("See https://example.org/a.b, please (paragraphs 3 and 14).", "See, please."),
        ("Most (80%) are seen (in 2019) by 24 of them.¹", "Most (80%) are seen (in 2019) by 24 of them."),
    ],
)
def test_references_are_left_out_and_nothing_else(text: str, left: str) -> None:
    assert without_references(text) == left


def test_parts_have_their_text_without_references(one: ofsted.Report) -> None:
    assert one.recommendations[0].text_without_references == "The choice of homes for brothers and sisters."
    numbered = next(p for p in one.paragraphs if p.number == 1)
    assert numbered.text_without_references == "Children live in homes that suit them."


# ---- the server ----


def test_a_client_over_stdio_gets_pages_and_reads_only(one: ofsted.Report, tmp_path: Path) -> None:
    mcp = pytest.importorskip("mcp")
    pytest.importorskip("pandas")
    (tmp_path / "rutland.txt").write_text(one.text, encoding="utf-8")
    command = ["-m", "ofsted", "mcp", str(tmp_path), "--workers", "1"]
    parameters = mcp.StdioServerParameters(
        command=sys.executable, args=command, cwd=Path(ofsted.__file__).parent.parent
    )

    async def ask() -> tuple[Any, dict[str, tuple[bool, str]]]:
        async with mcp.Client(parameters, read_timeout_seconds=120) as client:
            asked: dict[str, tuple[str, dict[str, Any]]] = {
                "find": ("find_inspections", {"authority": "Rutland", "framework": "ILACS"}),
                "report": ("read_report", {"report": "rutland.txt", "length": 300}),
                "section": ("read_report", {"report": "rutland.txt", "section": "What needs to improve?"}),
                "search": ("search_paragraphs", {"pattern": "homes that suit"}),
                "history": ("history", {"authority": "Rutland"}),
                "compare": ("compare", {"authorities": ["Rutland"]}),
                "nothing": ("search_paragraphs", {"pattern": "zebra"}),
                "wrong": ("read_report", {"report": "rutlnd.txt"}),
            }
            answers = {}
            for name, (tool, arguments) in asked.items():
                result = await client.call_tool(tool, arguments)
                answers[name] = bool(result.is_error), result.content[0].text
            return (await client.list_tools()).tools, answers

    tools, answers = asyncio.run(ask())
    assert {tool.name for tool in tools} == {
        "compare",
        "find_inspections",
        "history",
        "read_report",
        "search_paragraphs",
    }
    assert all(tool.annotations.read_only_hint and not tool.annotations.destructive_hint for tool in tools)
    assert [name for name, (failed, _) in answers.items() if failed] == ["wrong"]
    said = {name: text for name, (_, text) in answers.items()}
    assert f"report {one.id}" in said["find"]
    assert "overall Good" in said["find"]
    assert "characters more: offset=300" in said["report"]
    assert "brothers and sisters" in said["section"]
    assert "[page 1]" in said["section"]
    assert "page 1, rutland.txt" in said["search"]
    assert "ILACS inspection (itself): " in said["history"]
    assert "overall: Good" in said["compare"]
    assert "page 1, rutland.txt" in said["compare"]
    assert "nothing found." in said["nothing"]
    assert "rutland.txt" in said["wrong"]


def test_answers_say_what_to_check(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    from ofsted.cli.answers import Answers

    body = "Care\n\n1. Homes suit the children.\n\n2. Visits are on time.\n\n4. Plans are reviewed."
    text = ilacs_text(body=body).replace("March 2024", "March")
    (tmp_path / "rutland.txt").write_text(text, encoding="utf-8")
    corpus = ofsted.read(tmp_path, workers=1)
    codes = {issue.code for issue in corpus[0].issues}
    assert codes >= {"number_missing", "no_year"}
    answers, gap, year = Answers(corpus), "Paragraph 4 follows paragraph 2", "year"
    assert gap in answers.search_paragraphs("reviewed")
    assert gap not in answers.search_paragraphs("Homes suit")
    for said in (
        answers.find_inspections(),
        answers.read_report("rutland.txt", section="Care"),
        answers.read_report("rutland.txt", offset=200),
        answers.history("Rutland"),
    ):
        assert "check: " in said
        assert gap in said
        assert year in said
    assert answers.read_report("rutland.txt").count(gap) == 1


def test_answers_name_files_that_nobody_could_look_into_and_no_calls() -> None:
    pytest.importorskip("pandas")
    from ofsted.cli.answers import Answers

    report = printed_ilacs("Norfolk", "8 May 2023 to 19 May 2023", "Good")
    answers = Answers(ofsted.Corpus([report], errors=[("reports/cut.pdf", "DamagedFileError", "the PDF is damaged")]))
    for said in (
        answers.find_inspections("Norfolk"),
        answers.search_paragraphs("no such words"),
        answers.history("Norfolk"),
        answers.compare(["Norfolk"]),
    ):
        assert "cut.pdf" in said
        assert "could not be read" in said
        assert "()" not in said
