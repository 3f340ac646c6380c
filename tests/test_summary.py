"""The summary: one row an authority, as a frame, a workbook and a web page."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

import ofsted
from ofsted.comparing.summary import COLUMNS
from ofsted.summary import Summary
from ofsted.tables.frames import ranked
from tests.invented import SINCE_2026, corpus, ilacs, invented, sif

pytestmark = pytest.mark.usefixtures("table_ends_before")

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture
def summary() -> Summary:
    return corpus(
        sif("Norfolk", "2014-01-06", "2014-01-30", "iiri", published="2014-03-10"),
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggogg", inspector="=HYPERLINK(1)"),
        ilacs(
            "Suffolk", "2019-04-01", "2019-04-12", "gggo", path="<b>&\"x'.pdf", inspector="<script>alert(1)</script>"
        ),
        ilacs("Kent", "2026-05-11", "2026-05-15", "oogg", keys=SINCE_2026),
        ilacs("Cumbria", "2022-09-05", "2022-09-16", "rrrr"),
        ilacs("Trafford", "2024-02-05", "2024-02-16", "iirri"),
    ).summary("ilacs", as_of="2026-06-01")


def row_of(summary: Summary, authority: str) -> dict[str, object]:
    return next(row for row in summary if row["authority"] == authority)


def test_one_row_for_each_authority_that_is_there(summary: Summary) -> None:
    assert [row["authority"] for row in summary] == ["Kent", "Norfolk", "Suffolk", "Trafford"]
    assert "4 authorities" in repr(summary)


def test_tables_of_four_and_of_five_rows(summary: Summary) -> None:
    five, four = row_of(summary, "Norfolk"), row_of(summary, "Suffolk")
    assert (five["in_care"], five["care_leavers"], five["in_care_and_care_leavers"]) == ("outstanding", "good", None)
    assert (four["in_care"], four["care_leavers"], four["in_care_and_care_leavers"]) == (None, None, "good")
    none = row_of(summary, "Kent")
    assert (none["overall"], none["status"]) == (None, "no overall judgement")


def test_what_went_before(summary: Summary) -> None:
    row = row_of(summary, "Norfolk")
    assert (row["previous_overall"], row["previous_framework"]) == ("inadequate", "sif")
    assert (row["previous_date"], row["direction"]) == ("2014-01-30", "better")
    assert row_of(summary, "Suffolk").get("previous_overall") is None


def test_neighbours_by_grade(summary: Summary) -> None:
    row = row_of(summary, "Norfolk")
    assert (row["neighbours"], row["neighbours_judged"], row["neighbours_outstanding"]) == (10, 1, 1)
    assert row["neighbours_grades"] == "Suffolk: Outstanding"


def test_frame_has_its_columns_also_when_empty(summary: Summary) -> None:
    full, empty = summary.to_frame(), corpus().summary().to_frame()
    assert list(full.columns) == list(empty.columns) == list(ranked(COLUMNS["ilacs"]))
    pd.testing.assert_series_equal(full.dtypes.astype(str), empty.dtypes.astype(str))
    assert str(full["start"].dtype) == "datetime64[ns]"
    assert full["overall"].cat.ordered


def test_the_summary_of_another_framework() -> None:
    found = corpus(sif("Norfolk", "2014-01-06", "2014-01-30", "iiri", published="2014-03-10"))
    assert found.summary("sif", "2016-01-01").rows[0]["looked_after_and_permanence"] == "requires_improvement"
    with pytest.raises(ValueError, match="no summary of 'jtai'"):
        found.summary("jtai")


def test_csv(summary: Summary, tmp_path: Path) -> None:
    path = summary.to_csv(tmp_path / "s.csv")
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Overall"] for row in rows] == ["", "Good", "Outstanding", "Inadequate"]


def test_workbook(summary: Summary, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(summary.to_excel(tmp_path / "s.xlsx")).active
    heads = [cell.value for cell in sheet[1]]
    norfolk = dict(zip(heads, sheet[3], strict=True))
    assert (sheet.freeze_panes, sheet.auto_filter.ref[:3]) == ("B2", "A1:")
    assert norfolk["Overall"].value == "Good"
    assert norfolk["Overall"].fill.fgColor.rgb.endswith("B5DDBF")
    assert norfolk["Inspection end"].value == datetime(2023, 5, 19)
    assert norfolk["Page"].hyperlink.location == "page=1" or norfolk["Page"].hyperlink.target.endswith(".pdf#page=1")
    assert norfolk["Lead inspector"].data_type == "s"  # never a formula
    wide = norfolk["Neighbours' grades"].column_letter
    assert sheet.column_dimensions[wide].width >= 60  # a list of names


class _Page(HTMLParser):
    """Counts tags, collects attributes, cells by row, and checks that tags close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and "table" in self.open:
            self.rows[-1][-1] += data


def test_page_is_a_whole_table_without_its_script(summary: Summary, tmp_path: Path) -> None:
    page = _Page(Path(summary.to_html(tmp_path / "s.html")).read_text(encoding="utf-8"))
    assert page.open == []
    assert [row[0] for row in page.rows] == ["Authority", "Kent", "Norfolk", "Suffolk", "Trafford"]
    assert {len(row) for row in page.rows} == {len(page.rows[0])}
    scopes = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert scopes == ["col"] * len(page.rows[0]) + ["row"] * 4
    assert any(tag == "caption" for tag, _ in page.tags)
    assert ("html", {"lang": "en-GB"}) in page.tags
    assert any("Requires improvement" in cell or "Good" in cell for cell in page.rows[2])
    assert "no overall judgement" in page.rows[1][3]


def test_page_loads_nothing_and_runs_nothing_from_a_report(summary: Summary, tmp_path: Path) -> None:
    text = Path(summary.to_html(tmp_path / "s.html")).read_text(encoding="utf-8")
    page = _Page(text)
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert "&lt;script&gt;alert(1)" in text
    assert not [a for _, a in page.tags if "src" in a]
    assert not re.search(r"https?://|@import|url\(", text)
    assert not [tag for tag, _ in page.tags if tag in ("b", "link", "iframe", "img")]


def test_page_links_to_file_and_page_from_where_it_lies(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    found = corpus(ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggogg", path=str(folder / "a b#c.pdf")))
    text = Path(found.summary(as_of="2024-01-01").to_html(tmp_path / "s.html")).read_text(encoding="utf-8")
    assert 'href="reports/a%20b%23c.pdf#page=1"' in text


def test_grades_can_be_read_without_colour_and_with_enough_contrast(summary: Summary, tmp_path: Path) -> None:
    from ofsted.showing.notebook import GRADE_STYLES

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    for grade, (mark, fore, back) in GRADE_STYLES.items():
        high, low = sorted((light(fore), light(back)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, grade
        assert mark
    text = Path(summary.to_html(tmp_path / "s.html")).read_text(encoding="utf-8")
    assert "@media print" in text
    assert "@media screen and (prefers-color-scheme:dark)" in text  # on paper it stays light


def test_notebook_shows_the_table(summary: Summary) -> None:
    assert "<table" in summary._repr_html_()


DRIVE = """<script>
addEventListener("load", function () {
  var box = document.getElementById("q"), heads = document.querySelectorAll("thead th"), out = [];
  function shown() {
    return Array.prototype.filter.call(document.querySelectorAll("tbody tr"), function (r) { return !r.hidden; })
      .map(function (r) { return r.cells[0].textContent; }).join("|");
  }
  out.push(shown());
  heads[3].querySelector("button").click(); out.push(shown(), heads[3].getAttribute("aria-sort"));
  heads[3].querySelector("button").click(); out.push(shown(), heads[3].getAttribute("aria-sort"));
  box.value = "suff"; box.dispatchEvent(new Event("input")); out.push(shown());
  out.push(document.getElementById("said").textContent);
  var pre = document.createElement("pre"); pre.id = "out"; pre.textContent = out.join("\\n");
  document.body.appendChild(pre);
});
</script></body>"""


@pytest.mark.skipif(BROWSER is None, reason="no Chromium")
def test_a_long_page_scrolls_in_its_table_alone_and_prints_its_header_on_each_sheet(tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    names = [one.name for one in ofsted.local_authorities("2024-01-01")][:80]
    many = corpus(*(ilacs(name, "2023-05-08", "2023-05-19", "ggogg") for name in names))
    path = Path(many.summary("ilacs", as_of="2024-01-01").to_html(tmp_path / "s.html"))
    size = "document.title = [d.scrollWidth <= innerWidth, d.scrollHeight < 4 * innerHeight]"
    measured = (
        f'<script>addEventListener("load", () => {{ const d = document.documentElement; {size} }})</script></body>'
    )
    text = path.read_text(encoding="utf-8").replace("</body>", measured)
    path.write_text(text, encoding="utf-8")
    command = [BROWSER or "", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'p'}"]
    command += ["--window-size=1400,1000", "--virtual-time-budget=3000"]
    done = subprocess.run([*command, "--dump-dom", path.as_uri()], capture_output=True, encoding="utf-8", timeout=120)
    assert "<title>true,true</title>" in done.stdout, done.stderr[-500:]
    subprocess.run([*command, f"--print-to-pdf={tmp_path / 's.pdf'}", path.as_uri()], capture_output=True, timeout=120)
    printed = pdfium.PdfDocument(tmp_path / "s.pdf")
    sheets = [page.get_textpage().get_text_range() for page in printed]
    assert len(sheets) > 3
    for sheet in sheets[:-1]:  # the last has the map
        assert "Authority" in sheet
        assert "Care" in sheet


@pytest.mark.skipif(BROWSER is None, reason="no Chromium")
def test_page_searches_and_sorts_in_a_browser(summary: Summary, tmp_path: Path) -> None:
    path = Path(summary.to_html(tmp_path / "s.html"))
    path.write_text(path.read_text(encoding="utf-8").replace("</body>", DRIVE), encoding="utf-8")
    command = [BROWSER or "", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'p'}"]
    done = subprocess.run(
        [*command, "--virtual-time-budget=3000", "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    found = re.search(r'<pre id="out">(.*?)</pre>', done.stdout, re.S)
    assert found, done.stderr[-500:]
    assert found[1].split("\n") == [
        "Kent|Norfolk|Suffolk|Trafford",
        "Suffolk|Norfolk|Trafford|Kent",  # best first, none last
        "ascending",
        "Kent|Trafford|Norfolk|Suffolk",
        "descending",
        "Suffolk",
        "1 of 4 authorities shown",
    ]
    shot = tmp_path / "s.png"
    subprocess.run(
        [*command, "--window-size=1400,800", f"--screenshot={shot}", path.as_uri()], capture_output=True, timeout=120
    )
    assert shot.stat().st_size > 10_000


def test_the_page_has_a_map_with_every_authority_of_the_day(summary: Summary, tmp_path: Path) -> None:
    page = Path(summary.to_html(tmp_path / "ilacs.html")).read_text(encoding="utf-8")
    drawing = page[page.index("<svg") : page.index("</svg>")]
    assert drawing.count("<g>") == 153
    assert "<title>Norfolk: Good</title>" in drawing
    assert "<title>Kent: no overall judgement</title>" in drawing
    assert "<title>Leeds: no report</title>" in drawing
    assert 'aria-label="Map of England' in drawing


def test_a_page_on_authorities_that_are_in_no_register_has_no_map(tmp_path: Path) -> None:
    unknown = corpus(ilacs("~Nowhere", "2023-05-08", "2023-05-19", "ggogg")).summary("ilacs")
    assert "<svg" not in Path(unknown.to_html(tmp_path / "page.html")).read_text(encoding="utf-8")


def test_a_page_says_which_sources_its_results_are_from(tmp_path: Path) -> None:
    report = ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggogg")
    reports, official = "the reports that were read", "Ofsted's own table of inspections"

    def said(found: ofsted.Corpus) -> str:
        page = found.summary("ilacs", as_of="2024-03-31").to_html(tmp_path / "page.html")
        return Path(page).read_text(encoding="utf-8").replace("&#x27;", "'")

    assert f"among {reports};" in said(corpus(report))
    assert f"among {reports} and {official};" in said(corpus(report).with_outcomes())
    assert f"among {official};" in said(ofsted.outcomes())


def test_a_page_says_of_ilacs_alone_that_overall_judgements_have_ended(tmp_path: Path) -> None:
    found = corpus(
        sif("Norfolk", "2014-01-06", "2014-01-30", "iiri", published="2014-03-10"),
        ilacs("Norfolk", "2023-05-08", "2023-05-19", "ggogg"),
    )
    for framework, day, says in (("ilacs", "2024-01-01", True), ("sif", "2016-01-01", False)):
        page = found.summary(framework, as_of=day).to_html(tmp_path / "page.html")
        assert ("no overall judgement." in Path(page).read_text(encoding="utf-8")) == says


def test_that_ofsteds_table_ends_is_no_matter_of_area_send() -> None:
    report = invented("area-send", "Norfolk", "2024-01-08", "2024-01-12", {"inspection_outcome": "inconsistent"})
    found = corpus(report).with_outcomes()
    assert found.summary("area-send", as_of="2026-06-01").ends is None
    with pytest.warns(UserWarning, match="own table ends"):
        assert found.summary("ilacs", as_of="2026-06-01").ends


def test_the_map_knows_the_outcomes_of_area_send(tmp_path: Path) -> None:
    report = invented("area-send", "Norfolk", "2024-01-08", "2024-01-12", {"inspection_outcome": "inconsistent"})
    text = Path(corpus(report).summary("area-send").to_html(tmp_path / "page.html")).read_text(encoding="utf-8")
    assert "<title>Norfolk: Inconsistent</title>" in text
