"""In a process of its own: every allocation of Python fails in turn, and MemoryError is all that comes of it."""

from __future__ import annotations

import _testcapi  # type: ignore[import-not-found]
import sys
from pathlib import Path

from ofsted import _core
from ofsted.reading.core import context

TEXT = "\n\n".join(
    (Path(__file__).resolve().parents[2] / "examples" / "ilacs-2024.txt").read_text(encoding="utf-8").split("\n\n")[:24]
)
CONTEXT = context()
parsed = _core.read_text(CONTEXT, TEXT, "name")
whole = parsed.to_dict({})


def dicts() -> object:
    return parsed.to_dict({})


def read() -> object:
    return _core.read_text(CONTEXT, TEXT, "name")


def surrogates() -> object:
    return _core.read_text(CONTEXT, "Inspection \ud800 of", "name")


def lines() -> object:
    return _core.read_lines(CONTEXT, "Inspection of Leeds", [(0, 10, 0, 0, 0, 0, 0, 0, 0)], "name")


def wrong() -> object:
    try:
        return _core.read_lines(CONTEXT, "Inspection of Leeds", [(0, 10)], "name")  # type: ignore[list-item]
    except TypeError as error:
        return error


for function in (dicts, read, surrogates, lines, wrong):
    start, failed = 0, 0
    while True:
        error = result = None
        _testcapi.set_nomemory(start, 0)
        try:
            result = function()
        except MemoryError:
            error = True
        finally:
            _testcapi.remove_mem_hooks()
        if not error:
            assert result is not None
            break
        failed += 1
        start += 1 if start < 400 else 37  # the first ones all, then a sample
        assert start < 200_000
    if function is dicts:
        assert failed > 100, failed
        assert result == whole
assert parsed.to_dict({}) == whole
print("ok", file=sys.stdout)
