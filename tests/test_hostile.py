"""What the core owes to callers that mean no good: odd strings, other interpreters, damaged numbers."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import pytest

import ofsted

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
