"""Searching: what is found and where, what is the same, what a bad pattern says."""

from __future__ import annotations

import contextlib
import pickle
import signal
import threading
import time

import pytest

import ofsted
from ofsted._core import Haystack
from ofsted.finding.hits import snippet
from ofsted.finding.search import Index, PatternError
from tests.conftest import EXAMPLES, PDF, TEXT


def found(texts: list[str], pattern: str, **how: bool) -> list[tuple[int, list[str]]]:
    """For each text that matches its number and what matched."""
    matches = Index(texts).find(pattern, **how)
    return [
        (number, [texts[number][start:end] for start, end in matches.spans(place)])
        for place, number in enumerate(matches.indexes)
    ]


def test_spans_are_code_points() -> None:
    texts = ["", "né à Paris, puis à Paris 😀 Paris", "nothing"]
    assert found(texts, "paris") == [(1, ["Paris", "Paris", "Paris"])]


def test_case_counts_if_asked() -> None:
    assert found(["Plan", "plan", "PLAN"], "plan", case=True) == [(1, ["plan"])]
    assert len(found(["Éa", "éa"], "éa")) == 2


def test_whole_words_and_plain_text() -> None:
    assert found(["planning", "a plan."], "plan", word=True) == [(1, ["plan"])]
    assert found(["a.b", "axb"], "a.b", literal=True) == [(0, ["a.b"])]
    assert found(["(x", "x"], "(x", literal=True, word=True) in ([(0, ["(x"])], [])


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("children’s", "children's"),
        ("children's", "children’s"),
        ("‘good’ and “good”", "'good' and \"good\""),
        ("well‑attended", "well-attended"),
        ("2021–22", "2021-22"),
        ("two\u00a0words", "two words"),
        ("a\ud800b", "a.b"),
    ],
)
def test_characters_that_look_alike_are_the_same(text: str, pattern: str) -> None:
    assert found([f"é {text} é"], pattern) == [(0, [text])]


def test_a_match_stays_within_its_text() -> None:
    assert found(["one", "two"], "e.*t") == []
    assert found(["one", "two"], "^t|e$") == [(0, ["e"]), (1, ["t"])]
    assert found(["a\nb"], "a.b") == [(0, ["a\nb"])]


def test_an_empty_match_is_a_match_of_the_text() -> None:
    assert found(["ab", "ba", "c"], "^(?=.*a)(?=.*b)") == [(0, [""]), (1, [""])]
    assert found(["bab"], "a*") == [(0, ["a"])]


def test_several_patterns_must_all_match() -> None:
    texts = ["neglect and thresholds", "neglect", "thresholds"]
    matches = Index(texts).find(["threshold", "neglect", "neg"])
    assert matches.indexes == [0]
    assert matches.spans(0) == [(0, 7), (12, 21)]


def test_many_matches_are_counted_and_some_are_kept() -> None:
    matches = Index(["x" * 1000]).find("x")
    assert matches.counts == [1000]
    assert matches.spans(0) == [(i, i + 1) for i in range(64)]


@pytest.mark.parametrize("pattern", ["(open", "[z-a]", r"é\C", "a{2,1}", "*", "(?<=a+)b", "x" * 20_000])
def test_a_bad_pattern_says_where(pattern: str) -> None:
    with pytest.raises(ValueError, match="position") as raised:
        Index(["text"]).find(pattern)
    assert isinstance(raised.value, PatternError)
    assert raised.value.position is not None
    assert 0 <= raised.value.position <= len(pattern)


def test_an_empty_pattern_says_so() -> None:
    with pytest.raises(PatternError) as raised:
        Index(["text"]).find("")
    assert str(raised.value) == "the pattern '': it is empty, so everything would match"


def test_a_pattern_that_is_too_long_says_so() -> None:
    with pytest.raises(PatternError, match="it is too long"):
        Index(["text"]).find("x" * 20_000)


def test_the_position_counts_characters() -> None:
    with pytest.raises(PatternError) as raised:
        Index(["text"]).find("éé(é")
    assert raised.value.position == 4
    assert str(raised.value).splitlines()[1:] == ["    éé(é", "        ^"]


@pytest.mark.parametrize("pattern", ["x" * 1_000_000, "(a" * 60 + "é" * 300, "(a+)+" + "b" * 4_000 + "("])
def test_what_is_wrong_with_a_long_pattern_is_said_in_a_few_lines(pattern: str) -> None:
    with pytest.raises(PatternError) as raised:
        Index(["a" * 1_000 + "!"]).find(pattern)
    assert raised.value.pattern == pattern
    assert len(str(raised.value)) < 600
    at = raised.value.position
    assert at is not None
    _, shown, mark = str(raised.value).splitlines()
    assert shown.endswith("…") is (at + 100 < len(pattern))
    assert shown[mark.index("^") :].startswith(pattern[at : at + 100])


def test_a_long_pattern_that_takes_too_long_is_cut() -> None:
    text = str(PatternError("x" * 500 + "yz", "it takes too long"))
    assert text == f"the pattern '{'x' * 200}…': it takes too long"


@pytest.mark.parametrize("length", [30, 3_000])
def test_a_pattern_that_explodes_ends(length: int) -> None:
    with pytest.raises(PatternError, match="too many steps"):
        Index(["a" * length + "b"]).find(r"(a|aa)+$")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(a*)\1\1\1\1b", "a" * 5_000 + "cb"),
        (r"(?:(?:[\p{L}]{1000}){100}){10}", "é" * 300_000),
    ],
)
def test_a_pattern_that_takes_too_long_is_an_error(pattern: str, text: str) -> None:
    """PCRE2 counts neither what a back reference compares nor the letters of a class that repeats."""
    with pytest.raises(PatternError, match="takes too long"):
        Index([text]).find(pattern)


def test_many_texts_share_the_time_of_a_search() -> None:
    texts = ["a" * 1_000 + "cb"] * 40
    with pytest.raises(PatternError, match="takes too long"):
        Index(texts).find(r"(a*)\1\1\1\1b")


def test_a_pattern_that_refers_back_matches_over_a_whole_page() -> None:
    text = "Homes are near. " + "They ask. " * 500 + "Homes"
    assert Index([text]).find(r"^(\w+)(?:(\w)|\W)*\1$").indexes == [0]


@pytest.mark.parametrize(("pattern", "found"), [(r"(\w+) \1", [0]), (r"x{2,3}", [1]), ("long", [2])])
def test_each_form_of_a_pattern_finds_the_same(pattern: str, found: list[int]) -> None:
    assert Index(["the the", "xx", "a long text " * 2_000]).find(pattern).indexes == found


def test_the_core_takes_only_str() -> None:
    with pytest.raises(TypeError):
        Haystack(["a", 1])  # type: ignore[list-item]
    with pytest.raises(TypeError):
        Index(["a"]).find(b"a")  # type: ignore[arg-type]
    assert len(Haystack([])) == 0
    assert Index([]).find("a").indexes == []


def test_threads_share_an_index() -> None:
    index = Index([f"text {i} of many words" for i in range(3000)])
    results: list[list[int]] = []

    def look() -> None:
        for _ in range(5):
            results.append(index.find(r"text \d*7 ").indexes)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 20
    assert all(result == results[0] for result in results)
    assert results[0] == [i for i in range(3000) if i % 10 == 7]


def test_snippets_cut_at_spaces_and_mark_every_match() -> None:
    text = "word " * 50 + "needle " + "word " * 50 + "needle"
    at = [i for i in range(len(text)) if text.startswith("needle", i)]
    made = snippet(text, [(i, i + 6) for i in at], ("<", ">"), 60)
    assert "<needle>" in made
    assert made.startswith("…word")
    assert made.endswith("word…")
    assert len(made) < 70
    assert snippet("short needle here", [(6, 12)]) == "short **needle** here"
    assert snippet("anything", [(0, 0)]) == "anything"


# ---- reports and corpora ----


def test_a_report(report: ofsted.Report) -> None:
    hits = report.search("personal advis")
    assert hits
    for hit in hits:
        assert "personal advis" in hit.text.lower()
        assert "**" in hit.snippet()
        assert hit.page == hit.item.page
    expected = [p.text for p in report.paragraphs if "personal advis" in p.text.lower()]
    assert [hit.text for hit in hits] == expected
    assert [hit.text for hit in report.search(".", within="recommendations")] == [
        r.text for r in report.recommendations
    ]
    assert "<mark" in hits._repr_html_()
    for hit in hits:  # at a plain prompt: the match and its page, on a line
        assert "**" in repr(hit)
        assert f"page {hit.page}" in repr(hit)
        assert ("in doubt" in repr(hit)) == bool(hit.doubts)
        assert len(repr(hit)) < 100
    assert "Nothing found" in report.search("no such words")._repr_html_()
    with pytest.raises(ValueError, match="within"):
        report.search("x", within="pages")  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def corpus() -> ofsted.Corpus:
    names = ("ilacs-2024.pdf", "sif-2016.pdf", "focused-visit-2018.pdf", "ilacs-2019.txt")
    return ofsted.read([EXAMPLES / name for name in names], workers=1)


def test_a_corpus_finds_what_its_paragraphs_hold(corpus: ofsted.Corpus) -> None:
    pytest.importorskip("pandas")
    frame = corpus.search("children")
    everything = corpus.paragraphs()
    expected = everything[everything["text"].str.lower().str.contains("children")]
    shared = ["report", "authority", "section", "text", "page", "last_page", "position", "la_code"]
    assert frame[shared].astype(object).values.tolist() == expected[shared].astype(object).values.tolist()
    assert (frame["matches"] == expected["text"].str.lower().str.count("children").tolist()).all()


def test_columns_and_dtypes_do_not_depend_on_what_is_found(corpus: ofsted.Corpus) -> None:
    pytest.importorskip("pandas")
    from ofsted.finding.search import SEARCH_COLUMNS

    some = corpus.search("children")
    both = corpus.search("children", within=("paragraphs", "recommendations"))
    for frame in (corpus.search("no such words"), both, corpus.search("children", within="findings")):
        assert list(frame.columns) == list(SEARCH_COLUMNS)
        for name, kind in SEARCH_COLUMNS.items():
            if kind not in ("label",):
                assert frame[name].dtype == some[name].dtype, name
    assert set(both["kind"]) == {"paragraph", "item", "recommendation"}


def test_filters_and_marks(corpus: ofsted.Corpus) -> None:
    pytest.importorskip("pandas")
    frame = corpus.search("children", framework="sif", marks=("<<", ">>"), width=40)
    assert set(frame["framework"]) == {"sif"}
    assert frame["snippet"].str.contains("<<").all()
    with pytest.raises(ValueError, match="no authority"):
        corpus.search("children", authority="Nowhere at all")
    with pytest.raises(PatternError):
        corpus.search("(")


def test_a_frame_shows_its_matches_in_a_notebook(corpus: ofsted.Corpus) -> None:
    pytest.importorskip("pandas")
    frame = corpus.search("children")
    for shown in (frame, frame.head(2), frame[frame["page"] == 1]):
        html = shown._repr_html_() or ""
        assert "<mark" in html
        assert "**" not in html
    assert "<mark" not in (frame[["authority", "page"]]._repr_html_() or "")
    assert "Nothing found" in (corpus.search("no such words")._repr_html_() or "")
    assert pickle.loads(pickle.dumps(frame)).equals(frame)


def test_html_is_escaped() -> None:
    text = TEXT.read_text(encoding="utf-8").replace("small council", "small <b onload='x'> council")
    html = ofsted.parse_text(text).search("small <b")._repr_html_()
    assert "&lt;b" in html
    assert "<b " not in html


def test_a_corpus_can_still_be_pickled(corpus: ofsted.Corpus) -> None:
    pytest.importorskip("pandas")
    corpus.search("children")
    again = pickle.loads(pickle.dumps(corpus))
    assert len(again.search("children")) == len(corpus.search("children"))


def test_the_same_pdf_and_text_find_alike() -> None:
    one, other = ofsted.parse(PDF), ofsted.parse(TEXT)
    assert [h.text for h in one.search("leaders")] == [h.text for h in other.search("leaders")]


@pytest.mark.skipif(not hasattr(signal, "ITIMER_PROF"), reason="this system has no timer of a process's own time")
def test_a_long_search_ends_at_ctrl_c() -> None:
    index = Index(["children and the leaders of homes " * 1000] * 300)

    def seconds() -> float:
        begun = time.process_time()
        with contextlib.suppress(KeyboardInterrupt):
            index.find(r"(?:[a-z]+ ){2}[0-9]")
        return time.process_time() - begun

    whole = seconds()
    before = signal.signal(signal.SIGPROF, signal.default_int_handler)
    try:
        signal.setitimer(signal.ITIMER_PROF, whole / 20)
        assert seconds() < whole / 2
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
