"""Web pages: what of them is content, what the lines are, and that a report says the same as a page and as a PDF."""

from __future__ import annotations

import builtins
import html
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted import _core
from tests.conftest import BROKEN, EXAMPLES, PDF

ILACS = EXAMPLES / "ilacs-2025.html"
NEWS = EXAMPLES / "news-2022.html"


@pytest.fixture(autouse=True)
def _selectolax(request: pytest.FixtureRequest) -> None:
    if "without_selectolax" not in request.fixturenames:
        pytest.importorskip("selectolax")


@pytest.fixture
def without_selectolax(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def fail(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".")[0] == "selectolax":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    for name in [name for name in sys.modules if name.split(".")[0] == "selectolax"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", fail)


def page(body: str, head: str = "") -> ofsted.Report:
    """A page that is taken for a report whatever stands in it."""
    enough = "<p>" + "Ofsted inspected. " * 60 + "</p>"
    return ofsted.parse(f"<!doctype html><html><head>{head}</head><body>{body}{enough}</body></html>".encode())


def text_of(body: str, head: str = "") -> str:
    return page(body, head).text.partition("Ofsted inspected.")[0].strip()


# ---- reports ----


def test_a_report_as_a_page() -> None:
    report = ofsted.parse(ILACS)
    assert report.framework is ofsted.Framework.ILACS
    assert report.title == "Inspection of Quillhaven local authority children’s services"
    assert report.authority.name == "Quillhaven"
    assert [str(p) for p in report.inspection_periods] == ["3 March 2025 to 14 March 2025"]
    assert report.lead_inspector == ofsted.Person("Imogen Farley", "His Majesty’s Inspector")
    assert {j.key: (j.grade, j.source) for j in report.judgements} == {
        "impact_of_leaders": ("requires_improvement", "table"),
        "help_and_protection": ("requires_improvement", "table"),
        "in_care": ("good", "table"),
        "care_leavers": ("good", "table"),
        "overall_effectiveness": ("requires_improvement", "table"),
    }
    assert [issue.code for issue in report.issues] == ["not_in_register"]
    assert (report.source.format, report.source.pages) == ("html", None)
    assert report.source.extractor is not None
    assert report.source.extractor.startswith("selectolax ")


def broken_lines(text: str) -> str:
    """As a mail forwards it: all of it in one block."""
    return "<div>" + "<br>\n".join(map(html.escape, text.split("\n"))) + "</div>"


def lines_as_paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n") if line.strip())


def below_a_headline(text: str) -> str:
    """On a page with a structure of its own, its headings bold."""
    lines = [f"<b>{html.escape(x)}</b>" if x.endswith("?") else html.escape(x) for x in text.split("\n")]
    return "<h1>A report on the council</h1><p>It can be read here.</p><div>" + "<br>\n".join(lines) + "</div>"


@pytest.mark.parametrize("way", [broken_lines, lines_as_paragraphs, below_a_headline])
@pytest.mark.parametrize("name", ["ilacs-2024", "sif-2016", "focused-visit-2023", "jtai-2023", "area-send-2024"])
def test_a_page_without_any_structure_is_read_as_its_text(name: str, way: Callable[[str], str]) -> None:
    text = (EXAMPLES / f"{name}-pdftotext.txt").read_text(encoding="utf-8")
    text = text.replace("Calderwick City Council", "Norfolk County Council")
    report = ofsted.parse(f"<html><body>{way(text)}</body></html>".encode())
    plain = ofsted.parse_text(text)
    assert {j.key: j.grade for j in report.judgements} == {j.key: j.grade for j in plain.judgements}
    for field in ("framework", "authority", "inspection_periods", "lead_inspector", "published", "addressee", "focus"):
        assert getattr(report, field) == getattr(plain, field), field
    assert report.source.format == "html"


def test_its_sections_paragraphs_and_recommendations() -> None:
    report = ofsted.parse(ILACS)
    numbered = [(p.number, p.text) for p in report.paragraphs if p.number]
    assert [number for number, _ in numbered] == [1, 2, 3, 4, 5, 6]
    assert numbered[1][1] == "Thresholds are understood. They are not always applied."
    assert numbered[5][1] == "Audit is regular, but learning from it is slow."
    assert [r.text for r in report.recommendations] == [
        "The timeliness of child protection enquiries.",
        "the quality of written plans, including: clear steps clear dates",
        "Oversight of privately fostered children (outcome 3, national framework).",
    ]
    care = report.sections["The experiences and progress of children in care"]
    assert (care.grade, [p.number for p in care.paragraphs]) == ("good", [3])
    for words in ("cookies", "GOV.UK", "useful", "Crown", "Home", "Benefits"):
        assert words not in report.text


@pytest.mark.parametrize("path", [ILACS, NEWS], ids=lambda path: str(path.name))
def test_spans_show_the_evidence(path: Path) -> None:
    report = ofsted.parse(path)
    assert report.paragraphs
    for paragraph in report.paragraphs:
        assert "".join(paragraph.text.split()) in "".join(paragraph.evidence.split())
    for judgement in report.judgements:
        assert judgement.label in judgement.evidence
        assert judgement.printed is not None
        assert judgement.printed in judgement.evidence
    assert "<" not in report.text


def as_page(report: ofsted.Report) -> bytes:
    """A report written as a web page."""

    def tag(name: str, text: str | None) -> str:
        return f"<{name}>{html.escape(text or '')}</{name}>"

    grades = {"requires_improvement": "requires improvement to be good"}
    rows = "".join(f"<tr>{tag('td', j.label)}{tag('td', j.printed)}</tr>" for j in report.judgements)
    parts = [tag("h1", report.title)]
    for period in report.inspection_periods:
        parts.append(tag("p", f"Inspection dates: {period}"))
    parts += [tag("p", f"Lead inspector: {report.lead_inspector}"), f"<table>{rows}</table>"]
    for section in (s for top in report.sections for s in top.walk()):
        if section.heading:
            grade = f": {grades.get(section.grade, section.grade)}" if section.grade else ""
            parts.append(tag("h2", section.heading + grade))
        for p in section.paragraphs:
            words = tag("p", f"{p.number}. {p.text}" if p.number else p.text)
            parts.append(f"<ul><li>{words}</li></ul>" if p.kind == "item" else words)
    return f"<!doctype html><html><body><main>{''.join(parts)}</main></body></html>".encode()


def test_a_page_says_the_same_as_the_pdf() -> None:
    report = ofsted.parse(PDF)
    other = ofsted.parse(as_page(report))
    assert other.framework == report.framework
    assert other.authority == report.authority
    assert other.inspection_periods == report.inspection_periods
    assert other.lead_inspector == report.lead_inspector
    assert [(j.key, j.grade, j.label) for j in other.judgements] == [
        (j.key, j.grade, j.label) for j in report.judgements
    ]
    assert [(p.number, p.kind, p.text) for p in other.paragraphs] == [
        (p.number, p.kind, p.text) for p in report.paragraphs
    ]
    assert [(r.text, r.references) for r in other.recommendations] == [
        (r.text, r.references) for r in report.recommendations
    ]
    headings = [[(s.heading, s.grade) for top in r.sections for s in top.walk()] for r in (report, other)]
    assert headings[1] == headings[0]


# ---- content and chrome ----


def test_a_long_table_behind_the_end_of_a_report_is_said() -> None:
    imprint = (
        "<p>The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects to "
        "achieve excellence in the care of children and young people.</p>"
    )
    rows = "".join(f"<tr><td>Ward {ward}</td><td>Children of another town are seen.</td></tr>" for ward in range(200))
    whole, _, rest = ILACS.read_text(encoding="utf-8").rpartition('</div>\n      <div class="gem-c-feedback">')
    for behind, codes in (("", ["not_in_register"]), (f"<table>{rows}</table>", ["more_text", "not_in_register"])):
        report = ofsted.parse(f"{whole}{imprint}{behind}</div><div>{rest}".encode())
        assert sorted(issue.code for issue in report.issues) == codes


def test_a_running_title_behind_the_councils_name() -> None:
    """As a program writes a Word file whose pages begin with it."""
    page = ILACS.read_text(encoding="utf-8")
    title = "<h3>Wrexley Council Inspection of children’s services</h3><h3>{}</h3>"
    whole = ofsted.parse(page.encode())
    first, second = (r.text for r in whole.recommendations[:2])
    at = page.index("<li", page.index(first[:20]))
    assert second[:20] in page[at:]
    paragraphs = page.index("</p>", at) + 4
    torn = (
        page[:at]
        + f"</ul>{title.format(1)}<ul>"
        + page[at:paragraphs]
        + title.format(2)
        + title.format(3)
        + page[paragraphs:]
    )
    report = ofsted.parse(torn.encode())
    assert [r.text for r in report.recommendations] == [r.text for r in whole.recommendations]
    assert not any("Wrexley" in (s.heading or "") for top in report.sections for s in top.walk())


def test_an_article_without_its_chrome() -> None:
    report = ofsted.parse(NEWS)
    assert report.title == "Hartbury Sands judged “Good” by Ofsted"
    for words in ("cookies", "Bins", "Search", "Share", "Related", "Old news", "inadequate", "©", "Skip"):
        assert words not in report.text
    assert report.text.endswith("Publisher: Hartbury Sands City Council\n\nPublished: 2022-07-08")
    assert "Publisher" not in " ".join(p.text for p in report.paragraphs)


CHROME = [
    "<nav>x</nav>",
    "<header>x</header>",
    "<footer>x</footer>",
    "<aside>x</aside>",
    "<script>x</script>",
    "<style>x</style>",
    "<noscript>x</noscript>",
    "<template>x</template>",
    "<form><p>x</p></form>",
    "<button>x</button>",
    "<!-- x -->",
    '<div role="navigation">x</div>',
    '<div class="cookie-banner">x</div>',
    '<div id="site-breadcrumbs">x</div>',
    '<ul class="gem-c-share-links"><li>x</li></ul>',
    "<p hidden>x</p>",
    '<p aria-hidden="true">x</p>',
    '<p style="DISPLAY:none;">x</p>',
    '<span class="govuk-visually-hidden">x</span>',
    "<figure><figcaption>x</figcaption></figure>",
]


@pytest.mark.parametrize("chrome", CHROME)
def test_chrome_is_dropped(chrome: str) -> None:
    assert text_of(f"<h1>Title</h1>{chrome}<p>Text</p>") == "Title\n\nText"


@pytest.mark.parametrize(
    "content",
    [
        '<div class="social-care"><p>Text</p></div>',
        '<div class="has-sidebar"><h1>Title</h1><p>Text</p></div>',
        '<form id="aspnetForm"><h1>Title</h1><p>Text</p></form>',
        "<header><h1>Title</h1></header><p>Text</p>",
        "<details><summary>More</summary><p>Text</p></details>",
        "<figure><table><tr><td>Text</td><td>Text</td></tr></table></figure>",
        "<h1>Title</h1><figcaption>Text</figcaption><p>More</p>",
    ],
)
def test_content_is_kept(content: str) -> None:
    assert "Text" in text_of(content)
    assert ("Title" in content) == ("Title" in text_of(content))


def test_main_is_the_content_and_the_headline_may_stand_above_it() -> None:
    words = "Ofsted inspected. " * 60
    body = f"<body><div>Weather</div><h1>Title</h1><main><p>{words}</p></main><div>Adverts</div></body>"
    report = ofsted.parse(f"<html>{body}</html>".encode())
    assert report.text.startswith("Title\n\nOfsted inspected.")
    assert "Weather" not in report.text
    assert "Adverts" not in report.text


LINES = {
    "<p>One\n  two<br>three</p>": "One two\nthree",
    "<div>One<br><br>two</div>": "One\n\ntwo",
    "<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>": "one\ntwo\nthree",
    "<ol><li>one</li><li>two</li></ol>": "1. one\n2. two",
    '<ol start="7"><li>one</li><li value="9">two</li><li>three</li></ol>': "7. one\n9. two\n10. three",
    "<ol><li>1. one</li></ol>": "1. one",
    "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>": "a\tb\nc\td",
    "<p>It is <q>fine</q> &amp; good</p>": "It is “fine” & good",
    "<pre>one\n  two</pre>": "one\ntwo",
    "<p>wo<b>rd</b></p>": "word",
    "<dl><dt>Name</dt><dd>Value</dd></dl>": "Name\n\nValue",
}


@pytest.mark.parametrize("markup", LINES)
def test_text_of_a_page(markup: str) -> None:
    assert text_of(markup) == LINES[markup]


def test_cells_that_reach_over_others() -> None:
    rows = "<tr><td rowspan=2>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr>"
    rows += "<tr><td colspan=2>f</td><td>g</td></tr>"
    table = page(f"<h1>Title</h1><table>{rows}</table>").tables[0]
    assert table.rows == [["a", "b", "c"], [None, "d", "e"], ["f", None, "g"]]


def test_headings_have_levels() -> None:
    report = page("<h1>One</h1><h2>Two</h2><p>Text</p>")
    assert [(s.heading, s.level) for top in report.sections for s in top.walk()][:2] == [("One", 1), ("Two", 2)]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_encodings(charset: str) -> None:
    data = ILACS.read_text(encoding="utf-8").replace('charset="utf-8"', f'charset="{charset}"').encode(charset)
    report = ofsted.parse(data)
    assert report.authority.name == "Quillhaven"
    assert "encoding" not in [issue.code for issue in report.issues]


# ---- what is no report ----

NO_REPORT = {
    "error": "<html><title>404</title><h1>Page not found</h1><p>Use our search to find inspection reports.</p></html>",
    "empty": "<html></html>",
    "only scripts": "<html><script>var a = 'Ofsted inspection report';</script></html>",
    "another subject": "<html><body><h1>Recipes</h1>" + "<p>Boil the egg for four minutes.</p>" * 60 + "</body></html>",
    "sign in": "<html><h1>Sign in</h1>" + "<p>To read the Ofsted inspection report, sign in.</p>" * 60 + "</html>",
}


@pytest.mark.parametrize("name", NO_REPORT)
def test_a_page_without_a_report(name: str) -> None:
    with pytest.raises(ofsted.NotAReportError, match="error page"):
        ofsted.parse(NO_REPORT[name].encode())


def test_a_saved_error_page() -> None:
    with pytest.raises(ofsted.NotAReportError):
        ofsted.parse(BROKEN / "error-page.pdf")


def test_a_report_of_an_unknown_kind_is_unknown() -> None:
    report = page("<h1>Minutes</h1><p>The Ofsted inspection was discussed.</p>")
    assert report.framework is ofsted.Framework.UNKNOWN
    assert not report.judgements


@pytest.mark.usefixtures("without_selectolax")
def test_without_selectolax_the_error_says_what_to_install() -> None:
    for kind in (ofsted.OfstedError, ImportError, ofsted.MissingExtraError):
        with pytest.raises(kind, match=r'pip install "ofsted\[html\]"') as caught:
            ofsted.parse(ILACS)
        assert str(caught.value).startswith(f"{ILACS}: ")
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert ofsted.parse(PDF).judgements


# ---- hostile pages ----


def test_deep_nesting_ends() -> None:
    page("<div class='menu'>" * 3000 + "<ul><li>" * 3000 + "deep")
    page("<table><tr><td>" * 2000 + "deep")
    page("<b><q>" * 3000 + "deep")


def test_spans_of_a_million_cells_end() -> None:
    cell = '<td colspan="1000000" rowspan="99999999999999999999">a</td>'
    page(f"<table>{f'<tr>{cell}</tr>' * 50}</table>")


@pytest.mark.parametrize("cut", range(0, 4000, 173))
def test_a_page_cut_anywhere_ends_well(cut: int) -> None:
    with suppress(ofsted.OfstedError):
        ofsted.parse(ILACS.read_bytes()[:cut]).to_dict()


def test_the_core_trusts_no_line() -> None:
    context = _core.Context((Path(ofsted.__file__).parent / "data" / "authorities.csv").read_bytes())
    sound = (0, 5, 1, 1, 1, 0, 0, 0, 0)
    unsound = [
        (6, 99, 0, 0, 2, 0, 0, 0, 0),  # beyond the text
        (9, 6, 0, 0, 2, 0, 0, 0, 0),  # ends before it starts
        (3, 9, 0, 0, 2, 0, 0, 0, 0),  # overlaps the one before
        (6, 9, 77, 0, 2, 0, 0, 0, 0),  # no such kind
        (6, 9, 3, 0, 2, 0, 0, 0, 0),  # a cell without a table
        (6, 9, 3, 0, 2, 1, 99999, 0, 0),  # a row beyond any table
        (-1, -1, -1, -1, -1, -1, -1, -1, -1),
    ]
    parsed = _core.read_lines(context, "Title more", [sound, *unsound], "name")
    sections = parsed.to_dict({})["sections"]
    assert [s["heading"] for s in sections] == ["Title"]
    assert sections[0]["paragraphs"] == sections[0]["sections"] == []
    for wrong in ([(1, 2)], [None], [("a",) * 9]):
        with pytest.raises(TypeError):
            _core.read_lines(context, "Title", wrong, "name")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        _core.read_lines(context, "Title", (sound,), "name")  # type: ignore[arg-type]


def test_marks_of_footnotes_and_page_numbers_are_no_words_of_a_paragraph() -> None:
    body = "<h2>Care</h2><p>Families of the board<sup>12</sup> are helped by</p><p>7</p>"
    body += "<p>staff of the 2<sup>nd</sup> team.</p>"
    texts = [p.text for p in page(body).paragraphs]
    assert texts[0] == "Families of the board are helped by staff of the 2nd team."


def test_bold_words_before_a_line_end_head_what_follows() -> None:
    body = "<p><strong>Areas for<br>improvement</strong><br>1. Review the plans.</p>"
    assert text_of(body).split("\n\n") == ["Areas for\nimprovement", "1. Review the plans."]
