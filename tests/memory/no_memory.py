"""In a process of its own: every allocation of Python fails in turn, and MemoryError is all that comes of it."""

from __future__ import annotations

import _testcapi  # type: ignore[import-not-found]
import sys
from pathlib import Path

import ofsted
from ofsted import _core
from ofsted.reading.core import context

TOP = Path(__file__).resolve().parents[2]
TEXT = "\n\n".join((TOP / "examples" / "ilacs-2024.txt").read_text(encoding="utf-8").split("\n\n")[:24])
CONTEXT = context()
parsed = _core.read_text(CONTEXT, TEXT, "name")
whole = parsed.to_dict({})
REGISTER = (Path(ofsted.__file__).parent / "data" / "authorities.csv").read_bytes()[:4000]
PDF = (TOP / "tests" / "core" / "word" / "table.pdf").read_bytes()
haystack = _core.Haystack(["Help for all who ask for it", "Seen and heard"])


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


def pdf() -> object:
    return _core.read_plain_pdf(CONTEXT, PDF, "name")


def unfamiliar() -> object:
    return _core.read_plain_pdf(CONTEXT, b"%PDF-1.7 and nothing that is known behind it", "name")


def json() -> object:
    return parsed.json(2, (("published", "null"),), {"path": None, "pages": 3})


def json_parts() -> object:
    return parsed.json_parts()


def head() -> object:
    return parsed.head()


def entry() -> object:
    return parsed.entry("judgements")


def search() -> object:
    return haystack.search(rb"(\w+) (for|and)", 0)


def haystacks() -> object:
    return _core.Haystack(["Help", "for all"])


def registers() -> object:
    return _core.Register(REGISTER).named(b"Nowhere") or "none"


FUNCTIONS = (
    dicts,
    read,
    surrogates,
    lines,
    wrong,
    pdf,
    unfamiliar,
    json,
    json_parts,
    head,
    entry,
    search,
    haystacks,
    registers,
)
for function in FUNCTIONS:
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
