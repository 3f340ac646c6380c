"""What the core owes to callers that mean no good: odd strings, other interpreters, damaged numbers."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import pytest

import ofsted
from ofsted import _core

IN_ANOTHER = """
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
other = interpreters.create()
code = '''
try:
    import ofsted._core
except ImportError as error:
    assert "sub-interpreter" in str(error) or "subinterpreter" in str(error), error
else:
    raise SystemExit("it was imported")
'''
run = getattr(interpreters, "exec", None) or interpreters.run_string
failure = run(other, code)
assert failure is None, failure
"""


def test_a_sub_interpreter_is_refused() -> None:
    """PDFium is the process's, and its lock the module's: a second module would not know of the first one's lock."""
    done = subprocess.run([sys.executable, "-c", IN_ANOTHER], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


class Text(str):
    """A str with attributes, which can make a cycle."""

    report: ofsted.Report


def test_a_cycle_through_the_text_is_collected() -> None:
    text = Text("Inspection of Norfolk\n")
    text.report = ofsted.parse_text(text)
    assert text.report.text == text
    gone = weakref.ref(text)
    del text
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("\u00ad one two three", "one two three"),  # nothing is written before the first space
        ("\u00ad\u00ad\u00ad x", "x"),
        ("one \u200b two", "one two"),  # no width between two spaces
        ("a \u00ad b\u00a0\u2003c", "a b c"),
        ("short- and long-term plans", "short- and long-term plans"),
        ("well-\nbeing and child\u00ad\nren", "well-being and children"),
    ],
)
def test_spaces_and_soft_hyphens(printed: str, read: str) -> None:
    (paragraph,) = ofsted.parse_text(printed + "\n").paragraphs
    assert paragraph.text == read


def test_search_of_what_is_no_text() -> None:
    with pytest.raises(TypeError, match="texts must be str"):
        _core.Haystack(["one", 2])  # type: ignore[list-item]
    with pytest.raises(TypeError):
        _core.Haystack("one")  # type: ignore[arg-type]
    haystack = _core.Haystack(["caf\u00e9 \ud800", ""])
    assert len(haystack) == 2
    with pytest.raises(ValueError, match="parenthesis") as failure:
        haystack.search(b"(one", 0)
    assert failure.value.args[1] == 4
    with pytest.raises(ValueError, match="too long"):
        haystack.search(b"a" * 20_000, 0)
    with pytest.raises(RuntimeError, match="too many steps"):
        _core.Haystack(["a" * 5000 + "b"]).search(b"(a+)+(a+)+(a+)+c|(a|aa)+$d", 0)


@pytest.fixture(scope="module")
def context() -> _core.Context:
    return _core.Context(b"urn,name\n80000,Norbury Vale\n")


def test_objects_of_another_kind(context: _core.Context) -> None:
    with pytest.raises(TypeError, match="context must be a Context"):
        _core.read_text(None, "text", "name")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="pdfium must be a Pdfium"):
        _core.read_pdf(context, None, b"%PDF-", "name")  # type: ignore[arg-type]
    for lines in ([1], [(1, 2, 3)], [("0",) * 9]):
        with pytest.raises((TypeError, OverflowError)):
            _core.read_lines(context, "text", lines, "name")  # type: ignore[arg-type]


def test_lines_that_the_text_does_not_hold_are_left_out(context: _core.Context) -> None:
    """Past its end, backwards, over the line before, of a kind that is not listed, in a row beyond 65535, empty."""
    text = "The first line. The second line."
    sound = [(0, 15, 0, 0, 1, 0, 0, 0, 0), (16, 32, 0, 0, 2, 0, 0, 0, 0)]
    unsound = [
        (16, 33, 0, 0, 2, 0, 0, 0, 0),
        (20, 16, 0, 0, 2, 0, 0, 0, 0),
        (3, 12, 0, 0, 2, 0, 0, 0, 0),
        (16, 32, 99, 0, 2, 0, 0, 0, 0),
        (16, 32, 3, 0, 2, 1, 70_000, 0, 0),
        (15, 16, 0, 0, 2, 0, 0, 0, 0),
    ]
    whole = _core.read_lines(context, text, sound, "name").to_dict({})
    assert [p["text"] for p in whole["sections"][0]["paragraphs"]] == ["The first line.", "The second line."]
    for line in unsound:
        assert _core.read_lines(context, text, [sound[0], line, sound[1]], "name").to_dict({}) == whole


@pytest.mark.parametrize(("labels", "numbers"), [(("1.", "2.", "3."), [1, 2, 3]), (("\u2022",) * 3, [None] * 3)])
def test_labels_above_their_paragraphs(labels: tuple[str, ...], numbers: list[int | None]) -> None:
    """Some extractors print a column of labels first, and what they belong to below."""
    said = ["The first thing that they\nfound is this.", "The second is that.", "And the third is another."]
    report = ofsted.parse_text("\n".join([*labels, "", "\n\n".join(said), "", "1. A number of its own."]))
    found = list(report.paragraphs)[:3]
    assert [p.text for p in found] == [words.replace("\n", " ") for words in said]
    assert [p.number for p in found] == numbers


def test_a_register_of_odd_lines() -> None:
    csv = (
        b'\xef\xbb\xbfurn,name,ons_name\r\n1,"Norbury ""Vale""",\r\n\r\n2,"Kettlemere, North\xc3",x\n'
        + b"3,Stoke-on-Trent," * 40
    )
    report = _core.read_text(_core.Context(csv), "Inspection of Norbury Vale\n", "name").to_dict({})
    assert report["authority"]["name"] in (None, 'Norbury "Vale"')
