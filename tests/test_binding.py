"""What the core's binding takes from Python and gives back: one report in every shape, and errors for the rest."""

from __future__ import annotations

import json
import re
import threading
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from ofsted import NotAReportError, _core
from ofsted.reading.core import context
from tests.conftest import PDF, SAMPLES, TEXT
from tests.word_pdf import of_text

CONTEXT = context()
REPORT = _core.read_text(CONTEXT, TEXT.read_text(encoding="utf-8"), "name")
MARKDOWN = "# Inspection of Leeds\n\n## Summary\n\n- **Good** homes\n- [Help](https://a.b) for all\n"
SOURCE = {"path": "a.txt", "pages": 3, "extractor": None, "large": 2**32 - 1}


def sample(path: Path) -> _core.ParsedReport:
    if path.suffix == ".txt":
        return _core.read_text(CONTEXT, path.read_text(encoding="utf-8"), path.name)
    read = _core.read_plain_pdf(CONTEXT, path.read_bytes(), path.name)
    return REPORT if isinstance(read, str) else read


def test_what_is_long_in_a_report_is_read_apart() -> None:
    assert set(_core.BULKY) == {"sections", "recommendations", "findings", "tables", "footnotes"}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_report_is_the_same_in_every_shape(path: Path) -> None:
    report = sample(path)
    tree = report.to_dict(SOURCE)
    assert list(tree) == [*_core.KEYS, "source"]
    assert tree["source"] == SOURCE
    assert tree["source"] is not SOURCE
    for indent in (-1, 0, 1, 2):
        assert report.json(indent, (), SOURCE) == json.dumps(
            tree, ensure_ascii=False, indent=None if indent < 0 else indent
        )
    head = report.head()
    counts = head.pop("counts")
    assert list(head) == [key for key in _core.KEYS if key not in _core.BULKY]
    assert head == {key: tree[key] for key in head}
    assert {key: report.entry(key) for key in _core.KEYS} == {key: tree[key] for key in _core.KEYS}
    first, *bulky = map(json.loads, report.json_parts())
    assert first == {**head, "counts": counts}
    assert dict(zip(_core.BULKY, bulky, strict=True)) == {key: tree[key] for key in _core.BULKY}
    for part in report.json_parts():
        assert isinstance(part, bytes)
    assert counts["paragraphs"] >= sum(len(section["paragraphs"]) for section in tree["sections"])
    assert counts["recommendations"] == len(tree["recommendations"])


def test_what_is_given_stands_in_place_of_what_was_read() -> None:
    given = (("published", '"2024"'), ("title", "[1, 2]"), ("theme", "null"), ("issues", "{}"))
    made = json.loads(REPORT.json(-1, given, {}))
    tree = REPORT.to_dict({})
    assert made == {**tree, "published": "2024", "title": [1, 2], "theme": None, "issues": {}}
    assert list(made) == list(tree)
    eight = tuple((key, "null") for key in _core.KEYS[:8])
    assert json.loads(REPORT.json(2, eight, {})) == {**tree, **dict.fromkeys(_core.KEYS[:8])}


# A letter of each length in UTF-8 and of each width in memory, and what may not stand alone in UTF-16.
LETTERS = "~\x7f\x80\xe9\xff\u0100\u07ff\u0800\u2019\ud7ff\ue000\uffff\U00010000\U0001f600\U0010ffff"


@pytest.mark.parametrize("letter", LETTERS, ids=ascii)
def test_every_letter_reaches_json_wherever_it_stands(letter: str) -> None:
    for before in range(36):
        title = "Inspection of " + "a" * before + letter + "b" * 20 + letter
        report = _core.read_text(CONTEXT, f"{title}\n\nLead inspector: Anne Fielding\n", "name")
        tree = report.to_dict({"path": letter})
        assert json.loads(report.json(2, (), {"path": letter})) == tree
        assert letter in json.dumps(tree, ensure_ascii=False)


def test_a_text_is_given_back_as_it_came() -> None:
    assert REPORT.text == TEXT.read_text(encoding="utf-8")
    assert REPORT.text is REPORT.text
    assert REPORT.pages is None
    assert not REPORT.is_markdown
    assert _core.read_text(CONTEXT, MARKDOWN, "name").is_markdown
    assert _core.read_text(CONTEXT, "Inspection of Leeds\n\fPage two\n\fPage three\n", "name").pages == 3

    class Text(str):
        __slots__ = ()

    kept = _core.read_text(CONTEXT, Text("Inspection of Leeds"), "name").text
    assert type(kept) is str
    assert kept == "Inspection of Leeds"


@pytest.mark.parametrize("half", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_half_a_pair_becomes_a_mark_of_its_own_and_moves_nothing(half: int) -> None:
    lone = chr(half)
    for text in (f"{lone}Inspection of Leeds", f"Inspection {lone}\ud7ff\u0800 of Leeds", f"Inspection of Leeds{lone}"):
        report, plain = (_core.read_text(CONTEXT, given, "name") for given in (text, text.replace(lone, "\ufffd")))
        assert report.to_dict({}) == plain.to_dict({})
        assert report.text == text


def test_a_pdf_may_come_in_any_buffer() -> None:
    data = of_text("Inspection of Leeds\n\nLead inspector: Anne Fielding\n\n" + "Children are seen and heard. " * 20)
    reports = [_core.read_plain_pdf(CONTEXT, given, "name") for given in (data, bytearray(data), memoryview(data))]
    first = reports[0]
    assert isinstance(first, _core.ParsedReport)
    assert first.pages == 1
    assert "Children are seen" in first.text
    for report in reports[1:]:
        assert isinstance(report, _core.ParsedReport)
        assert report.to_dict({}) == first.to_dict({})
    held = bytearray(data)
    for given in (held, bytearray(b"%PDF-1.7 and nothing known behind it, however long it is")):
        _core.read_plain_pdf(CONTEXT, given, "name")
        given.clear()  # which a buffer that is still held would not allow
    with pytest.raises(TypeError):
        _core.read_plain_pdf(0, held, "name")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        _core.read_pdf(CONTEXT, 0, held, "name")  # type: ignore[arg-type]
    held.append(1)
    assert "does not begin as a PDF" in str(_core.read_plain_pdf(CONTEXT, b"%PDF-2.0 " * 9, "name"))


def test_lines_that_are_given_are_read_as_what_they_are() -> None:
    # Each: start, end, kind (a paragraph, a heading, an item, a cell), level, element, table, row, column, flags.
    text = "Leadership\nHelp for\nall of us.\n4. One more\nHelp\nGood\nHomes\nPoor"
    lines = [
        (0, 10, 1, 1, 1, 0, 0, 0, 0),
        (11, 19, 0, 0, 2, 0, 0, 0, 0),
        (20, 30, 0, 0, 2, 0, 0, 0, 0),
        (31, 42, 2, 1, 3, 0, 0, 0, 4),
        (43, 47, 3, 0, 4, 1, 0, 0, 0),
        (48, 52, 3, 0, 5, 1, 0, 1, 0),
        (53, 58, 3, 0, 6, 1, 1, 0, 0),
        (59, 63, 3, 0, 7, 1, 1, 1, 0),
    ]
    report = _core.read_lines(CONTEXT, text, lines, "name")
    (section,) = report.entry("sections")
    assert (section["heading"], section["level"], section["span"]) == ("Leadership", 1, [0, 10])
    paragraphs = [(one["number"], one["kind"], one["text"], one["span"]) for one in section["paragraphs"]]
    assert paragraphs == [(None, "paragraph", "Help for all of us.", [11, 30]), (4, "paragraph", "One more", [31, 42])]
    assert [table["rows"] for table in report.entry("tables")] == [[["Help", "Good"], ["Homes", "Poor"]]]


N = len(_core.PDFIUM_FUNCTIONS)
# What is asked, the error, and what it says.
REFUSED: dict[str, tuple[Callable[[], object], type[Exception], str]] = {
    "given that is no pair": (lambda: REPORT.json(2, (1,), {}), TypeError, "must be pairs"),  # type: ignore[arg-type]
    "given that is a list": (lambda: REPORT.json(2, (["a", "1"],), {}), TypeError, "must be pairs"),  # type: ignore[arg-type]
    "given of one": (lambda: REPORT.json(2, (("a",),), {}), TypeError, "2 arguments"),  # type: ignore[arg-type]
    "a key that is no str": (lambda: REPORT.json(2, ((1, "a"),), {}), TypeError, "JSON must be a str"),  # type: ignore[arg-type]
    "a value that is no str": (lambda: REPORT.json(2, (("a", 1),), {}), TypeError, "JSON must be a str"),  # type: ignore[arg-type]
    "half a pair": (lambda: REPORT.json(2, (("\ud800", "1"),), {}), UnicodeEncodeError, "surrogates"),
    "nine that are given": (lambda: REPORT.json(2, (("a", "1"),) * 9, {}), ValueError, "too many entries are given"),
    "given in a list": (lambda: REPORT.json(2, [], {}), TypeError, "must be tuple"),  # type: ignore[arg-type]
    "facts in a list": (lambda: REPORT.json(2, (), []), TypeError, "must be dict"),  # type: ignore[arg-type]
    "seventeen facts": (lambda: REPORT.json(2, (), {str(i): i for i in range(17)}), ValueError, "too many entries"),
    "a fraction": (lambda: REPORT.json(2, (), {"a": 1.5}), TypeError, "JSON must be a str"),
    "a truth": (lambda: REPORT.json(2, (), {"a": True}), TypeError, "JSON must be a str"),
    "a number below 0": (lambda: REPORT.json(2, (), {"a": -1}), OverflowError, "negative"),
    "a large number": (lambda: REPORT.json(2, (), {"a": 2**32}), OverflowError, "too large"),
    "a huge number": (lambda: REPORT.json(2, (), {"a": 2**70}), OverflowError, "too large"),
    "a key of facts": (lambda: REPORT.json(2, (), {1: "a"}), TypeError, "JSON must be a str"),  # type: ignore[dict-item]
    "an unknown entry": (lambda: REPORT.entry("nope"), KeyError, "nope"),
    "an entry by number": (lambda: REPORT.entry(3), KeyError, "3"),  # type: ignore[arg-type]
    "a source that is no dict": (lambda: REPORT.to_dict(1), TypeError, "source must be a dict"),  # type: ignore[arg-type]
    "a haystack of numbers": (lambda: _core.Haystack(["a", 1]), TypeError, "texts must be str"),  # type: ignore[list-item]
    "a haystack in a tuple": (lambda: _core.Haystack(("a",)), TypeError, "must be list"),  # type: ignore[arg-type]
    "an unfinished pattern": (lambda: _core.Haystack(["a"]).search(b"(", 0), ValueError, "closing parenthesis', 1"),
    "a pattern of str": (lambda: _core.Haystack(["a"]).search("a", 0), TypeError, "bytes"),  # type: ignore[arg-type]
    "one address": (lambda: _core.Pdfium([1]), ValueError, f"{N} addresses expected"),
    "no sequence": (lambda: _core.Pdfium(1), TypeError, "no len"),  # type: ignore[arg-type]
    "addresses of letters": (lambda: _core.Pdfium(["a"] * N), TypeError, "integer"),  # type: ignore[list-item]
    "no first address": (lambda: _core.Pdfium([0] * N), ValueError, f"no address for {_core.PDFIUM_FUNCTIONS[0]}"),
    "no last one": (lambda: _core.Pdfium([1] * (N - 1) + [0]), ValueError, f"for {_core.PDFIUM_FUNCTIONS[-1]}"),
    "a register of numbers": (lambda: _core.Register(1), TypeError, "bytes"),  # type: ignore[arg-type]
    "a name that is str": (lambda: _core.Register(b"").named("a"), TypeError, "bytes"),  # type: ignore[arg-type]
    "a context of numbers": (lambda: _core.Context(1), TypeError, "bytes"),  # type: ignore[arg-type]
    "no context": (lambda: _core.read_text(1, "a", "n"), TypeError, "must be a Context"),  # type: ignore[arg-type]
    "a text of bytes": (lambda: _core.read_text(CONTEXT, b"a", "n"), TypeError, "must be str"),  # type: ignore[arg-type]
    "a short line": (lambda: _core.read_lines(CONTEXT, "a", [(0, 1)], "n"), TypeError, "nine numbers"),  # type: ignore[list-item]
    "a line in a list": (lambda: _core.read_lines(CONTEXT, "a", [[0] * 9], "n"), TypeError, "is a tuple"),  # type: ignore[list-item]
    "a line of letters": (lambda: _core.read_lines(CONTEXT, "a", [("a",) * 9], "n"), TypeError, "integer"),  # type: ignore[list-item]
    "lines in a tuple": (lambda: _core.read_lines(CONTEXT, "a", (), "n"), TypeError, "must be list"),  # type: ignore[arg-type]
    "no PDFium": (lambda: _core.read_pdf(CONTEXT, 1, b"", "n"), TypeError, "must be a Pdfium"),  # type: ignore[arg-type]
    "a PDF of str": (lambda: _core.read_plain_pdf(CONTEXT, "a", "n"), TypeError, "bytes-like"),  # type: ignore[arg-type]
    "no PDF": (lambda: _core.read_plain_pdf(CONTEXT, b"abc", "a.pdf"), NotAReportError, "a.pdf: this is neither"),
    "a report of nothing": (_core.ParsedReport, TypeError, "cannot create"),
    "no function": (lambda: _core.with_pdfium(3), TypeError, "not callable"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("what", REFUSED)
def test_anything_else_is_an_error_that_says_so(what: str) -> None:
    ask, error, said = REFUSED[what]
    for _ in range(2):  # and does no harm to what comes after it
        with pytest.raises(error, match=re.escape(said)):
            ask()


def test_sixteen_facts_are_not_too_many() -> None:
    facts = {str(i): i for i in range(16)}
    assert json.loads(REPORT.json(2, (), facts))["source"] == facts
    assert json.loads(REPORT.json(2, (), {}))["source"] == {}


def numbers(data: bytes) -> list[int]:
    return list(array("I", data))


def test_a_haystack_is_searched_text_by_text() -> None:
    texts = ["Help for all", "", "for us and for them", "\ud800 for \u2019"]
    haystack = _core.Haystack(texts)
    assert len(haystack) == 4
    assert len(_core.Haystack([])) == 0
    hits, spans = haystack.search(b"for", 0)
    assert numbers(hits) == [0, 1, 0, 1, 2, 2, 1, 2, 3, 1, 3, 1]
    assert numbers(spans) == [5, 8, 0, 3, 11, 14, 2, 5]
    assert haystack.search(b"nowhere", 0) == (b"", b"")
    assert _core.Haystack([]).search(b"a", 0) == (b"", b"")


def test_a_haystack_of_several_steps_is_searched_to_its_end() -> None:
    texts = ["for" + "a" * 1_500_000, "a" * 4_500_000 + "for", "for", "a" * 2_500_000, "for", "a" * 5_000_000, "for"]
    hits, spans = _core.Haystack(texts).search(b"for", 0)
    assert numbers(hits)[::4] == [0, 1, 2, 4, 6]
    assert numbers(spans) == [0, 3, 4_500_000, 4_500_003, *[0, 3] * 3]


def test_the_register_names_an_authority_or_none() -> None:
    register = _core.Register(b"name,la_code\n")
    assert register.named(b"Leeds") is None
    import ofsted

    rows = (Path(ofsted.__file__).parent / "data" / "authorities.csv").read_bytes()
    register = _core.Register(rows)
    assert register.named(b"Leeds") == "383"
    assert register.named(b"Leeds City Council") == "383"
    assert register.named(b"Nowhere") is None
    assert register.named(b"") is None
    assert register.named(b"Leeds" + b" " * 10_000_000) in ("383", None)


def test_pdfium_is_free_again_whatever_happened_in_it() -> None:
    def fail() -> None:
        raise RuntimeError("in PDFium")

    for _ in range(2):
        assert _core.with_pdfium(lambda: 7) == 7
        with pytest.raises(RuntimeError, match="in PDFium"):
            _core.with_pdfium(fail)
        _core.before_fork()
        _core.after_fork()
        _core.after_fork()
        _core.with_pdfium(_core.before_fork)
    assert isinstance(_core.read_plain_pdf(CONTEXT, PDF.read_bytes(), "name"), (str, _core.ParsedReport))


def test_nobody_enters_pdfium_while_a_fork_is_made() -> None:
    entered = threading.Event()
    assert _core.with_pdfium(lambda: 7) == 7
    _core.before_fork()
    other = threading.Thread(target=_core.with_pdfium, args=(entered.set,), daemon=True)
    other.start()
    assert not entered.wait(0.1)
    _core.after_fork()
    assert entered.wait(10)
    other.join(10)


def test_a_fork_and_another_wait_until_a_thread_has_left_pdfium() -> None:
    inside, leave = threading.Event(), threading.Event()

    def stay() -> bool:
        inside.set()
        return leave.wait(10)

    first = threading.Thread(target=_core.with_pdfium, args=(stay,), daemon=True)
    second = threading.Thread(target=_core.with_pdfium, args=(list,), daemon=True)
    fork = threading.Thread(target=_core.before_fork, daemon=True)
    first.start()
    assert inside.wait(10)
    for thread in (second, fork):
        thread.start()
        thread.join(0.1)
        assert thread.is_alive()
    leave.set()
    fork.join(10)
    assert not fork.is_alive()
    _core.after_fork()
    second.join(10)
    assert not second.is_alive()
    assert _core.with_pdfium(lambda: 7) == 7


SOURCES = Path(__file__).resolve().parent.parent / "csrc"


def test_no_format_means_another_length_in_another_python() -> None:
    """A '#' does: built with Python 3.13, such a call fails in 3.11 and 3.12, for which the wheel is, too."""
    sources = sorted((SOURCES / "python").glob("*.c"))
    assert sources
    for source in sources:
        formats = re.findall(r'Py(?:Arg_Parse\w+|_BuildValue)\([^"]*"([^"]*)"', source.read_text(encoding="utf-8"))
        assert not [one for one in formats if "#" in one], source.name
