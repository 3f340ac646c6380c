"""A report whose pages, lines or elements were saved as JSON reads as its text does; spans address the file."""

import csv
import io
import json
from collections.abc import Iterable

import pytest

import ofsted
from tests.invented import FIVE, ILACS_ROWS, ilacs_text
from tests.test_cells import check_spans
from tests.test_characters import BODY, COVER, MARKDOWN, PLAIN, TABLE, facts
from tests.test_letters import LETTER, WORDS

PAGES = [COVER, TABLE + BODY]
LINES = [line for line in PLAIN.splitlines() if line]


def lines_of(page: str) -> list[str]:
    return [line for line in page.split("\n") if line]


def as_lines(rows: Iterable[object]) -> str:
    return "\n".join(json.dumps(row) for row in rows)


AZURE = {
    "status": "succeeded",
    "analyzeResult": {
        "content": PLAIN,
        "pages": [
            {
                "pageNumber": i,
                "unit": "inch",
                "words": [{"content": word, "confidence": 0.99} for word in page.split()],
                "lines": [{"content": line, "polygon": [0, 1.5, -2e3]} for line in lines_of(page)],
            }
            for i, page in enumerate(PAGES, 1)
        ],
    },
}
TEXTRACT = {
    "Blocks": [
        block
        for i, page in enumerate(PAGES, 1)
        for block in (
            {"BlockType": "PAGE", "Page": i},
            *({"BlockType": "LINE", "Text": line, "Page": i} for line in lines_of(page)),
            *({"BlockType": "WORD", "Text": word, "Page": i} for word in page.split()),
        )
    ]
}
WAYS = {
    "pages": json.dumps([{"page": i, "text": page} for i, page in enumerate(PAGES, 1)], indent=2),
    "pages, not only ASCII": json.dumps(
        [{"page": i, "text": page} for i, page in enumerate(PAGES, 1)], ensure_ascii=False
    ),
    "pages from 0": "\ufeff" + json.dumps({"pages": [{"text": p, "page_index": i} for i, p in enumerate(PAGES)]}),
    "strings": json.dumps({"file": "a.pdf", "pages": PAGES}),
    "a list of strings": json.dumps(PAGES),
    "by number": json.dumps(dict(enumerate(PAGES, 1))),
    "by name": json.dumps({f"page_{i}": page for i, page in enumerate(PAGES, 1)}),
    "one text": json.dumps({"filename": "a.pdf", "text": PLAIN}),
    "lines of pages": json.dumps(
        [{"page_number": i, "line": line} for i, page in enumerate(PAGES, 1) for line in lines_of(page)]
    ),
    "a list as Python prints it": repr(PAGES),
    "dicts as Python prints them": repr(
        [{"page": i, "text": page, "is_scan": False} for i, page in enumerate(PAGES, 1)]
    ),
    "JSON lines": as_lines({"page": i, "text": page} for i, page in enumerate(PAGES, 1)),
    "documents with metadata": json.dumps(
        [
            {"page_content": p, "metadata": {"source": "a.pdf", "page": i}, "type": "Document"}
            for i, p in enumerate(PAGES)
        ]
    ),
    "columns of a frame": json.dumps(
        {"text": {str(i): line for i, line in enumerate(LINES)}, "n": {str(i): i for i in range(len(LINES))}}
    ),
    "lines and words": json.dumps(AZURE),
    "blocks": json.dumps(TEXTRACT),
    "lines of spans": json.dumps(
        [{"blocks": [{"lines": [{"spans": [{"text": s}]} for s in lines_of(p)]}]} for p in PAGES]
    ),
}


def pieces(page: str) -> list[dict[str, object]]:
    """As mutool writes the pieces of a page's lines: torn within words, columns apart, with how far down they are."""
    out: list[dict[str, object]] = []
    for y, line in enumerate(lines_of(page)):
        for part in line.split("\t"):
            middle = next((i for i in range(9, len(part)) if part[i].islower()), 0)
            texts = [part[:middle], part[middle:]] if middle else [part]
            out += [
                {"wmode": 0, "bbox": {"x": 1, "y": i}, "x": 50, "y": 12 * y, "text": t} for i, t in enumerate(texts)
            ]
    return out


def test_pieces_as_far_down_the_page_are_a_line() -> None:
    text = json.dumps({"file": "a.pdf", "pages": [{"blocks": [{"type": "text", "lines": pieces(p)}]} for p in PAGES]})
    report = ofsted.parse_text(text)
    assert facts(report) == facts(ofsted.parse_text(PLAIN))
    assert [r.page for r in report.recommendations] == [2, 2]
    apart = [{"lines": [piece]} for p in PAGES for piece in pieces(p)]
    assert facts(ofsted.parse_text(json.dumps(apart))) != facts(ofsted.parse_text(PLAIN))


def elements() -> list[dict[str, object]]:
    """As programs write that tell what each part of a page is: a table's words in one line, and again as HTML."""
    rows = "".join(
        "<tr>" + "".join(f'<td class="a">{cell}</td>' for cell in line.split("\t")) + "</tr>"
        for line in lines_of(TABLE)
    )
    table = f"<table>\n<tbody>{rows}</tbody></table>"
    parts: list[tuple[str, int, str]] = [
        *(("Title", 1, line) for line in lines_of(COVER)),
        ("Table", 2, " ".join(TABLE.split())),
        *(("NarrativeText", 2, line) for line in lines_of(BODY)),
    ]
    return [
        {
            "type": kind,
            "text": text,
            "metadata": {
                "page_number": page,
                "filename": "a.pdf",
                **({"text_as_html": table} if kind == "Table" else {}),
            },
        }
        for kind, page, text in parts
    ]


def test_tables_that_stand_beside_as_html_are_read() -> None:
    expected = facts(ofsted.parse_text(PLAIN))
    assert expected["judgements"]
    report = ofsted.parse_text(json.dumps(elements()))
    assert facts(report) == expected
    assert {j.page for j in report.judgements} == {2}
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["type", "text", "page_number", "text_as_html"])
    for element in elements():
        about: dict[str, object] = element["metadata"]  # type: ignore[assignment]
        table.writerow([element["type"], element["text"], about["page_number"], about.get("text_as_html", "")])
    assert facts(ofsted.parse_text(out.getvalue())) == expected


@pytest.mark.parametrize("way", WAYS)
def test_every_way_reads_alike_with_spans_of_the_file(way: str) -> None:
    assert facts(ofsted.parse_text(WAYS[way])) == facts(ofsted.parse_text(PLAIN))
    check_spans(WAYS[way])


@pytest.mark.parametrize(
    "way",
    [
        "pages",
        "pages from 0",
        "strings",
        "by number",
        "by name",
        "dicts as Python prints them",
        "JSON lines",
        "lines and words",
        "blocks",
    ],
)
def test_pages_are_counted_where_the_file_tells_them(way: str) -> None:
    report = ofsted.parse_text(WAYS[way])
    assert report.source.pages == 2
    assert [r.page for r in report.recommendations] == [2, 2]


def test_a_page_number_on_top_of_few_paragraphs_begins_no_footnote() -> None:
    first, heading, rest = LETTER.format(**WORDS).partition("Headline findings")
    pages = [["1", *first.split("\n\n")], ["2", *(heading + rest).split("\n\n")]]
    parts = [{"text": " ".join(part.split()), "page": n} for n, page in enumerate(pages, 1) for part in page]
    report = ofsted.parse_text(json.dumps(parts)).to_dict()
    assert (report["published"], report["authority"]["name"]) == ("2024-01-12", "Brackenshire")
    assert not report["footnotes"]


def test_no_page_is_made_up() -> None:
    for way in ("one text", "columns of a frame", "a list of strings"):
        assert ofsted.parse_text(WAYS[way]).source.pages is None


def test_strings_may_hold_markdown() -> None:
    report = ofsted.parse_text(json.dumps({"pages": [{"page": 1, "markdown": MARKDOWN}]}))
    assert facts(report) == facts(ofsted.parse_text(MARKDOWN))


def test_escapes_are_read() -> None:
    said = 'They are "heard", \u2018seen\u2019 \\ helped \U0001f600 / all.'
    text = json.dumps([*LINES, "3. " + said])
    report = ofsted.parse_text(text)
    paragraph = report.sections[-1].paragraphs[-1]
    assert paragraph.text == said
    assert json.loads(f'"{text[slice(*paragraph.span)]}"').endswith(said)


def test_pages_out_of_order_and_several_files_are_not_read() -> None:
    turned = json.dumps([{"page": 2, "text": PAGES[1]}, {"page": 1, "text": PAGES[0]}])
    several = as_lines({"file": f"{i}.pdf", "text": PLAIN} for i in range(2))
    for text in (turned, several):
        report = ofsted.parse_text(text)
        assert report.framework == "unknown"
        assert not report.judgements
        assert report.issues


@pytest.mark.parametrize(
    "text",
    [
        "[Draft] " + PLAIN,
        "{1} " + PLAIN,
        "[1, 2]\n" + PLAIN,
        "[" * 10000,
        '{"a":' * 10000,
        '["\\',
        '["\\u12',
        '{"text": "\\ud800 \\u0000 \\ud83d\\u0041"}',
        '[{"text": "a b c d"}',
        '{"page": 1, "text"}',
        "{}",
        "[]",
        '[""]',
    ],
)
def test_what_is_not_json_or_hardly_is_not_lost(text: str) -> None:
    report = ofsted.parse_text(text)
    assert report.text == text
    if PLAIN in text:
        assert facts(report)["judgements"] == facts(ofsted.parse_text(PLAIN))["judgements"]


@pytest.mark.parametrize(("others", "is_read"), [(999_999, True), (1_000_000, False)])
def test_a_million_objects_are_read_and_no_more(others: int, is_read: bool) -> None:
    file = "[" + "{}," * others + json.dumps({"text": PLAIN}) + "]"
    assert (facts(ofsted.parse_text(file)) == facts(ofsted.parse_text(PLAIN))) is is_read


def test_a_table_as_html_in_a_plain_text_is_read() -> None:
    grades = dict.fromkeys(ILACS_ROWS, "Good")
    plain = ilacs_text(table=grades, items="- Plans.", body="1. Help & protection < 5 days.")
    printed = "\n".join(f"{row}\tGood" for row in grades)
    rows = "".join(f"<tr><td>{row}</td><td>Good</td></tr>" for row in grades)
    assert printed in plain
    text = plain.replace(printed, f"<table><tbody>{rows}</tbody></table>")
    report = ofsted.parse_text(text)
    assert {item.key: item.grade and item.grade.value for item in report.judgements} == dict.fromkeys(FIVE, "good")
    assert all("Good" in text[slice(*item.span)] for item in report.judgements if item.span)
    assert any("Help & protection < 5 days." in paragraph.text for paragraph in report.paragraphs)
