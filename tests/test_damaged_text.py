"""Samples with one line too few or too many, in another place or cut: what is lost is said, and nothing else breaks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import ofsted
from tests.conftest import SAMPLES

# Other letters often ask for nothing: a damaged heading looks the same.
MAY_ASK_NOTHING = ofsted.Framework.LETTER
Damage = Callable[[list[str], int], list[str]]


def halves(lines: list[str], i: int) -> list[str]:
    middle = lines[i].find(" ", len(lines[i]) // 2)
    return [*lines[:i], lines[i][:middle], lines[i][middle + 1 :], *lines[i + 1 :]] if middle > 0 else lines


DAMAGES: dict[str, Damage] = {
    "dropped": lambda lines, i: lines[:i] + lines[i + 1 :],
    "doubled": lambda lines, i: lines[: i + 1] + lines[i:],
    "swapped": lambda lines, i: lines[:i] + lines[i : i + 2][::-1] + lines[i + 2 :],
    "joined": lambda lines, i: [*lines[:i], " ".join(lines[i : i + 2]), *lines[i + 2 :]],
    "parted": halves,
    "cut": lambda lines, i: [*lines[:i], lines[i][: len(lines[i]) // 2], *lines[i + 1 :]],
    "bulleted": lambda lines, i: [*lines[:i], "\u2022 " + lines[i], *lines[i + 1 :]],
    "set off": lambda lines, i: [*lines[:i], "", lines[i], "", *lines[i + 1 :]],
    "ended": lambda lines, i: lines[: i + 1],
    "begun": lambda lines, i: lines[i:],
}


@cache
def lines_of(path: Path) -> list[str]:
    return ofsted.parse(path).text.split("\n")


def damaged(path: Path, damage: Damage) -> Iterator[ofsted.Report]:
    lines = lines_of(path)
    for i in range(len(lines)):
        if lines[i].strip():
            yield ofsted.parse_text("\n".join(damage(lines, i)))


def is_inside(report: ofsted.Report) -> bool:
    """Every span lies in the text, and every page is one of its pages."""
    length = len(report.text)
    spans = [p.span for p in report.paragraphs]
    spans += [j.span for j in report.judgements] + [r.span for r in report.recommendations]
    spans += [issue.span for issue in report.issues if issue.span]
    return all(0 <= start <= end <= length for start, end in spans)


def lost(whole: ofsted.Report, report: ofsted.Report) -> set[str]:
    """The facts that only the whole report has, and that no issue names."""
    if report.framework != whole.framework or report.framework == ofsted.Framework.UNKNOWN:
        return set()
    facts = {"authority", "lead_inspector", "judgements", "recommendations"}
    if report.framework is MAY_ASK_NOTHING:
        facts.remove("recommendations")
    said = {issue.field for issue in report.issues}
    return {fact for fact in facts - said if getattr(whole, fact) and not getattr(report, fact)}


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.suffix == ".txt"], ids=lambda path: str(path.name))
def test_damage(path: Path) -> None:
    whole = ofsted.parse_text("\n".join(lines_of(path)))
    for name, damage in DAMAGES.items():
        for report in damaged(path, damage):
            assert is_inside(report)
            assert json.loads(report.to_json()) == report.to_dict()
            assert name == "ended" or lost(whole, report) == set(), (name, report.text)
