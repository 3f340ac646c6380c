"""Days of publication and links that the reports do not print: what a caller gives, and where it shows."""

from __future__ import annotations

import hashlib
import json
import pickle
from datetime import date, datetime
from pathlib import Path

import pytest

import ofsted
from ofsted.sources.manifest import MANIFEST, Entry, write_manifest
from tests.conftest import EXAMPLES
from tests.invented import ilacs_text

LINK = "https://files.example.org/v1/file/7"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two inspections of one authority and a letter that prints its date."""
    (tmp_path / "rutland - 15 july 2024.txt").write_text(ilacs_text(), encoding="utf-8")
    (tmp_path / "rutland-2019.txt").write_text(ilacs_text("4 March to 15 March 2019"), encoding="utf-8")
    (tmp_path / "visit.txt").write_text((EXAMPLES / "focused-visit-2023.txt").read_text("utf-8"), encoding="utf-8")
    return tmp_path


def table_csv(folder: Path, text: str) -> Path:
    path = folder.parent / f"{folder.name}.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def days(corpus: ofsted.Corpus) -> dict[str, tuple[str | None, str | None, str | None]]:
    rows = corpus.table("reports").rows()
    return {Path(row["path"]).name: (row["published"], row["published_from"], row["url"]) for row in rows}


def test_a_csv_gives_days_and_links(folder: Path) -> None:
    text = f"Inspection link,File name,Publication date\n{LINK},rutland-2019.txt,15 April 2019\n,visit.txt,\n"
    found = days(ofsted.read(folder, published=table_csv(folder, text)))
    assert found["rutland-2019.txt"] == ("2019-04-15", "table", LINK)
    assert found["visit.txt"][1] == "printed"
    assert found["rutland - 15 july 2024.txt"] == (None, None, None)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_gives_them(folder: Path, library: str) -> None:
    frame = pytest.importorskip(library).DataFrame(
        {"path": ["rutland-2019.txt", "visit.txt"], "published": [datetime(2019, 4, 15), None], "url": [None, LINK]}
    )
    found = days(ofsted.read(folder, published=frame))
    assert found["rutland-2019.txt"] == ("2019-04-15", "table", None)
    assert found["visit.txt"][1:] == ("printed", LINK)


def test_the_frame_of_one_corpus_gives_them_to_the_next(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    first = ofsted.read(folder, published={"rutland-2019.txt": date(2019, 4, 15)})
    moved = tmp_path / "moved.txt"
    (folder / "rutland-2019.txt").rename(moved)
    known = first.reports().query("published_from == 'table'")
    assert days(ofsted.read(moved, published=known))["moved.txt"][:2] == ("2019-04-15", "table")


def test_the_names_of_files_give_days(folder: Path) -> None:
    with pytest.warns(UserWarning, match=r"2 files without one day in the name: rutland-2019\.txt, visit\.txt"):
        found = days(ofsted.read(folder, published="name"))
    assert found["rutland - 15 july 2024.txt"][:2] == ("2024-07-15", "name")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("a-2024-07-15.txt", "2024-07-15"),
        ("20240715_a.txt", "2024-07-15"),
        ("a 1st Sept 2023.txt", "2023-09-01"),
        ("80418_a 50252437.txt", None),
        ("a 2024-07-15 to 2024-07-19.txt", None),
        ("a 31 February 2024.txt", None),
    ],
)
def test_which_days_a_name_gives(tmp_path: Path, name: str, day: str | None) -> None:
    (tmp_path / name).write_text(ilacs_text("4 March to 15 March 2019"), encoding="utf-8")
    if day:
        assert days(ofsted.read(tmp_path, published="name"))[name][0] == day
    else:
        with pytest.warns(UserWarning, match="without one day"):
            assert days(ofsted.read(tmp_path, published="name"))[name][0] is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file,published\nelsewhere.txt,2024-01-01\n", "no report"),
        ("file,published\nvisit.txt,03/04/2024\n", "row 1.*is not a day"),
        ("file,published\nvisit.txt,2024-01-01\nvisit.txt,2024-01-02\n", "two days"),
        ("file,url\nvisit.txt,javascript:alert(1)\n", "no web address"),
        ("file,url\nvisit.txt,https://a.org/1\nvisit.txt,https://a.org/2\n", "two links"),
        ("name,day\nvisit.txt,2024-01-01\n", "its columns are 'name', 'day'"),
        ("", "its columns are none"),
    ],
)
def test_what_cannot_be_meant_is_refused(folder: Path, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        ofsted.read(folder, published=table_csv(folder, text))


def test_what_is_no_table_is_refused(folder: Path) -> None:
    with pytest.raises(TypeError, match="published takes"):
        ofsted.read(folder, published=7)
    with pytest.raises(FileNotFoundError):
        ofsted.read(folder, published=folder / "none.csv")


def test_a_copy_and_a_file_that_cannot_be_read_may_be_named(folder: Path) -> None:
    (folder / "z-copy.txt").write_text((folder / "rutland-2019.txt").read_text("utf-8"), encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"")
    corpus = ofsted.read(folder, published={"z-copy.txt": "2019-04-15", "broken.pdf": "2020-01-01"})
    assert days(corpus)["rutland-2019.txt"][0] == "2019-04-15"


def test_a_day_that_does_not_fit_is_doubted(folder: Path) -> None:
    corpus = ofsted.read(folder, published={"visit.txt": "2029-01-01", "rutland-2019.txt": "2018-01-01"})
    codes = {Path(r.path or "").name: [i.code for i in r.issues if i.field == "published"] for r in corpus}
    assert codes["visit.txt"] == ["published_differs"]
    assert codes["rutland-2019.txt"] == ["before_visit"]


def test_days_that_are_given_count_on_a_day(folder: Path) -> None:
    pytest.importorskip("pandas")
    corpus = ofsted.read(
        folder, published={"rutland - 15 july 2024.txt": "2024-07-15", "rutland-2019.txt": "2019-05-01"}
    )
    assert list(corpus.compare("Rutland", as_of="2024-07-14")["dated"].dt.year) == [2019]
    assert list(corpus.compare("Rutland", as_of="2024-07-15")["dated_by"]) == ["published"]


def test_a_report_keeps_them(folder: Path) -> None:
    corpus = ofsted.read(folder, published=table_csv(folder, f"file,published,url\nvisit.txt,2029-01-01,{LINK}\n"))
    report = corpus["visit.txt"]
    kept = pickle.loads(pickle.dumps(report))
    assert (report.url, report.published) == (kept.url, kept.published) == (LINK, date(2029, 1, 1))
    assert kept.to_dict() == report.to_dict()
    assert json.loads(report.to_json())["source"]["published_from"] == "table"


@pytest.mark.parametrize(
    ("urn", "also", "doubted"), [("80547", (), False), ("80418", (), True), ("80418", ("Rutland",), False)]
)
def test_a_report_on_another_authority_than_its_page_is_doubted(
    tmp_path: Path, urn: str, also: tuple[str, ...], doubted: bool
) -> None:
    data = ilacs_text().encode()
    (tmp_path / "a.txt").write_bytes(data)
    name = ofsted.find_authority(urn).name
    sign, day = hashlib.sha256(data).hexdigest(), "2024-05-01"
    write_manifest(
        str(tmp_path / MANIFEST), [Entry("a.txt", LINK, name, urn, "ILACS", day, sign, len(data), day, LINK, also)]
    )
    report = ofsted.read(tmp_path)[0]
    assert (report.authority.name, report.url, str(report.published)) == ("Rutland", LINK, day)
    said = [issue.message for issue in report.issues if issue.code == "listed_elsewhere"]
    assert said == ["The site lists this report under 'Norfolk', and it was read as one on 'Rutland'."] * doubted


# ---- where links lead ----


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> ofsted.Corpus:
    """A PDF whose address is known."""
    path = tmp_path_factory.mktemp("linked") / "a.csv"
    path.write_text(f"file,url\nilacs-2024.pdf,{LINK}\n", encoding="utf-8")
    return ofsted.read(EXAMPLES / "ilacs-2024.pdf", published=path)


def test_objects_and_notebooks_link_to_the_web(linked: ofsted.Corpus) -> None:
    report = linked[0]
    assert report.judgements[0].url == f"{LINK}#page=1"
    assert report.paragraphs[0].url == report.link(report.paragraphs[0].page)
    assert ofsted.parse_text("Minutes").link(3) is None
    html = report._repr_html_()
    assert f'href="{LINK}#page=1"' in html
    assert "file:" not in html
    hits = report.search("children")
    assert f'<a href="{hits[0].url}"' in hits._repr_html_()
    assert f"- Web: {LINK}" in report.to_markdown().replace("\\", "")


def test_frames_of_hits_link_to_the_web(linked: ofsted.Corpus) -> None:
    pytest.importorskip("pandas")
    found = linked.search("children")
    assert f'href="{LINK}#page={found["page"][0]}"' in (found._repr_html_() or "")
    assert set(found["url"]) == {LINK}


def test_quotations_link_to_the_web(linked: ofsted.Corpus) -> None:
    words = linked[0].paragraphs[3].text
    article = ofsted.parse_text(f"Inspectors said: “{words}”")
    check = ofsted.check_quotes(article, linked[0])[0]
    assert (check.status, check.url) == ("verbatim", linked[0].link(check.page))


def test_workbooks_link_to_the_web(linked: ofsted.Corpus, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(linked.to_excel(tmp_path / "a.xlsx"))
    links = [c.hyperlink for row in book["Judgements"].iter_rows() for c in row if c.hyperlink]
    # The part behind '#' is kept apart from the address.
    assert {(link.target or "").partition("#")[0] for link in links} == {LINK}


def test_the_summary_links_to_the_web(linked: ofsted.Corpus, tmp_path: Path) -> None:
    summary = linked.summary()
    page = Path(summary.to_html(tmp_path / "a.html")).read_text("utf-8")
    assert f'href="{LINK}#page=1"' in page
    assert [row["url"] for row in summary] == [LINK]
