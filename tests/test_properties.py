"""Whatever stands in a text: it ends, says what it is, and points only at what is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import jsonschema
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import ofsted
from tests.conftest import TEXT

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
SETTINGS = settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


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
