"""Getting reports from Ofsted's site, here a server that answers in the site's form and makes mistakes on request."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.cli import main
from ofsted.fetching import fetch as fetching
from ofsted.fetching import polite
from ofsted.sources.manifest import MANIFEST
from tests.conftest import PDF, minimal_pdf

pytest.importorskip("httpx")
pytest.importorskip("selectolax")
pytest.importorskip("pytest_httpserver")

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

RUTLAND, NORFOLK, SUFFOLK = "80547", "80418", "80565"
NAMES = {RUTLAND: "Rutland", NORFOLK: "Norfolk", SUFFOLK: "Suffolk"}
ILACS, VISIT = "Children's services inspection", "Children's services focused visit"

Fault = Callable[[], Response]


class Site:
    """A site of three authorities: what its pages list can be changed, and the next answers of a path can be faults."""

    def __init__(self, server: HTTPServer) -> None:
        self.url = server.url_for("").rstrip("/")
        self.listed: dict[str, list[tuple[str, str, str]]] = {
            RUTLAND: [("101", ILACS, "15 July 2024"), ("102", VISIT, "03 May 2022")],
            NORFOLK: [("201", ILACS, "1 February 2023")],
            SUFFOLK: [("301", ILACS, "9 June 2019")],
        }
        ids = [one[0] for some in self.listed.values() for one in some]
        self.files = {one: minimal_pdf(f"BT ({one}) Tj ET".encode()) for one in ids}
        self.robots: str | None = None
        self.faults: dict[str, list[Fault]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.most = 2  # results on a search page
        self.extra: dict[str, str] = {}
        server.expect_request(re.compile("/.*")).respond_with_handler(self.answer)

    def answer(self, request: Request) -> Response:
        self.asked.append((request.path, dict(request.headers)))
        if self.faults.get(request.path):
            return self.faults[request.path].pop(0)()
        if request.path == "/robots.txt":
            return Response(self.robots, mimetype="text/plain") if self.robots is not None else Response(status=404)
        if request.path == "/search":
            assert request.args["level_1_types"] == "3"
            assert request.args["level_2_types[]"] == "12"
            return self.page(self.search(int(request.args["start"])), request)
        if request.path.startswith("/provider/44/"):
            return self.page(self.provider(request.path.rsplit("/", 1)[1]), request)
        body = self.files.get(request.path.removeprefix("/v1/file/"))
        if body is None:
            return Response("<html>gone</html>", status=404, mimetype="text/html")
        return self.versioned(Response(body, mimetype="application/pdf"), request)

    def page(self, body: str, request: Request) -> Response:
        made = f"<!doctype html><html><head><title>Find</title></head><body>{body}</body></html>"
        return self.versioned(Response(made, mimetype="text/html"), request)

    @staticmethod
    def versioned(response: Response, request: Request) -> Response:
        response.add_etag()
        response.make_conditional(request)
        return response

    def search(self, start: int) -> str:
        here = list(self.listed)[start : start + self.most]
        items = "".join(f'<li><h3><a href="/provider/44/{urn}">{NAMES[urn]}</a></h3></li>' for urn in here)
        return f'<a href="/">Home</a><ul class="results-list">{items}</ul><a href="https://example.org/x">Help</a>'

    def provider(self, urn: str) -> str:
        return f"<h1>{NAMES[urn]}</h1>{''.join(map(self.link, self.listed[urn]))}{self.extra.get(urn, '')}"

    def link(self, one: tuple[str, str, str]) -> str:
        file, kind, day = one
        href = f"{self.url}/v1/file/{file}"
        hidden = f'<span class="nonvisual">{kind}, pdf - {day}</span>'
        return f'<li><a class="publication-link" href="{href}" target="_blank">\n {kind}\n {hidden}</a> {day}</li>'

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def files_asked(self) -> list[str]:
        return [path.rsplit("/", 1)[1] for path in self.paths() if path.startswith("/v1/file/")]

    def fetch(self, folder: Path, **how: Any) -> ofsted.Fetched:
        self.asked.clear()
        return ofsted.fetch(folder, **{"base_url": self.url, "file_hosts": (), "pause": 0, "progress": False, **how})


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that a run would have waited."""
    waited: list[float] = []
    monkeypatch.setattr(polite, "sleep", waited.append)
    return waited


@pytest.fixture
def site(httpserver: HTTPServer, waits: list[float], monkeypatch: pytest.MonkeyPatch) -> Site:
    known = [ofsted.find_authority(urn) for urn in NAMES]
    monkeypatch.setattr(fetching, "local_authorities", lambda: known)
    return Site(httpserver)


def listed(folder: Path) -> dict[str, dict[str, Any]]:
    """The lines of the list, by the site's number of the file."""
    lines = (folder / MANIFEST).read_text("utf-8").splitlines()
    return {entry["url"].rsplit("/", 1)[1]: entry for entry in map(json.loads, lines)}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def whole(folder: Path, site: Site) -> bool:
    """Every file that is there has the content that the site gives, and nothing half written lies beside it."""
    entries = listed(folder) if (folder / MANIFEST).exists() else {}
    right = all((folder / one["file"]).read_bytes() == site.files[file] for file, one in entries.items())
    return right and not list(folder.glob(".*.part"))


# ---- what comes ----


def test_everything_comes_with_what_the_site_says(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "reports"
    done = site.fetch(folder)
    assert repr(done) == "<Fetched 4 new, 0 changed, 0 known>"
    assert names(folder) == [
        "norfolk-childrens-services-inspection-2023-02-01-201.pdf",
        MANIFEST,
        "rutland-childrens-services-focused-visit-2022-05-03-102.pdf",
        "rutland-childrens-services-inspection-2024-07-15-101.pdf",
        "suffolk-childrens-services-inspection-2019-06-09-301.pdf",
    ]
    entry = listed(folder)["102"]
    assert (entry["authority"], entry["kind"], entry["published"]) == ("Rutland", VISIT, "2022-05-03")
    assert entry["page"] == f"{site.url}/provider/44/{RUTLAND}"
    assert entry["fetched"].endswith("+00:00")
    assert whole(folder, site)


def test_the_second_time_only_what_is_new(site: Site, tmp_path: Path) -> None:
    site.fetch(tmp_path)
    site.listed[NORFOLK].insert(0, ("202", VISIT, "2 March 2025"))
    site.files["202"] = minimal_pdf(b"BT (202) Tj ET")
    done = site.fetch(tmp_path)
    assert (len(done.new), done.known, site.files_asked()) == (1, 4, ["202"])
    # The pages of the others had not changed, and were not sent again.
    assert [headers.get("If-None-Match") is not None for path, headers in site.asked if "/provider/" in path] == [
        True
    ] * 3


def test_only_what_is_asked_for(site: Site, tmp_path: Path) -> None:
    site.fetch(tmp_path, authority=["Norfolk", "Rutland"], kind="FOCUSED  visit")
    assert list(listed(tmp_path)) == ["102"]
    site.fetch(tmp_path, since="2023-01-01")
    assert sorted(listed(tmp_path)) == ["101", "102", "201"]
    assert "/provider/44/80565" in site.paths()


def test_unknown_names_are_errors(site: Site, tmp_path: Path) -> None:
    with pytest.raises(ofsted.NotFoundError, match="Norfolk"):
        site.fetch(tmp_path, authority="Norflok")
    assert site.asked == []
    with pytest.raises(ofsted.NotFoundError, match="no page on the site for 'Devon'"):
        site.fetch(tmp_path, authority="Devon")
    with pytest.raises(ofsted.NotFoundError, match="kind of report 'visitation'"):
        site.fetch(tmp_path, kind="visitation")
    for wrong in ({"pause": -1}, {"base_url": "ftp://a"}, {"since": "May"}, {"on_error": "ignore"}):
        with pytest.raises(ValueError, match=r"pause|web address|not a day|on_error"):
            site.fetch(tmp_path, **wrong)


def test_two_files_of_one_day_and_links_that_come_twice(site: Site, tmp_path: Path) -> None:
    site.listed[RUTLAND] = [
        ("101", ILACS, "15 July 2024"),
        ("103", ILACS, "15 July 2024"),
        ("101", ILACS, "15 July 2024"),
    ]
    site.files["103"] = minimal_pdf(b"BT (103) Tj ET")
    done = site.fetch(tmp_path, authority="Rutland")
    assert len(done.new) == 2
    assert len({one.file for one in done.new}) == 2
    assert site.files_asked() == ["101", "103"]


def test_a_report_on_the_pages_of_two_authorities(site: Site, tmp_path: Path) -> None:
    site.listed[SUFFOLK].append(("201", ILACS, "1 February 2023"))
    for how in ({}, {}, {"authority": "Suffolk"}, {"recheck": True}):
        done = site.fetch(tmp_path, **how)
        assert (listed(tmp_path)["201"]["authority"], listed(tmp_path)["201"]["also"]) == ("Norfolk", ["Suffolk"])
        assert done.changed == []
    (tmp_path / listed(tmp_path)["201"]["file"]).unlink()
    site.fetch(tmp_path, authority="Suffolk")
    assert site.files_asked() == ["201"]
    assert (listed(tmp_path)["201"]["authority"], listed(tmp_path)["201"]["also"]) == ("Norfolk", ["Suffolk"])


def test_names_of_files_are_safe(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.listed = {"99": [("a-B_9", "../../Ärger: / &lt;b&gt; " + "x" * 100, "15 July 2024")]}
    monkeypatch.setitem(NAMES, "99", "../../etc/passwd\\CON")
    site.files["a-B_9"] = minimal_pdf()
    with pytest.warns(UserWarning, match="no page for 3 authorities"):
        done = site.fetch(tmp_path)
    assert re.fullmatch(r"[0-9A-Za-z-]{10,180}\.pdf", done.new[0].file)
    assert names(tmp_path) == [done.new[0].file, MANIFEST]


# ---- what the site changes ----


def test_a_file_that_was_replaced(site: Site, tmp_path: Path) -> None:
    site.fetch(tmp_path)
    site.files["101"] = minimal_pdf(b"BT (corrected) Tj ET")
    assert site.fetch(tmp_path).known == 4
    done = site.fetch(tmp_path, recheck=True)
    assert ([one.url.rsplit("/", 1)[1] for one in done.changed], done.known, len(done.new)) == (["101"], 3, 0)
    assert whole(tmp_path, site)


def test_details_that_change_and_links_that_go(site: Site, tmp_path: Path) -> None:
    site.fetch(tmp_path)
    site.listed[RUTLAND] = [("101", ILACS, "16 July 2024")]
    done = site.fetch(tmp_path)
    assert [one.published for one in done.changed] == ["2024-07-16"]
    assert [one.url.rsplit("/", 1)[1] for one in done.gone] == ["102"]
    assert len(names(tmp_path)) == 5
    assert site.files_asked() == []


def test_a_file_that_was_lost_or_spoilt_comes_again(site: Site, tmp_path: Path) -> None:
    site.fetch(tmp_path)
    (tmp_path / listed(tmp_path)["101"]["file"]).unlink()
    (tmp_path / listed(tmp_path)["201"]["file"]).write_bytes(b"%PDF-1.7 mine")
    site.fetch(tmp_path)
    assert sorted(site.files_asked()) == ["101", "201"]
    assert whole(tmp_path, site)


# ---- good manners ----


def test_who_asks_and_what_robots_txt_says(site: Site, tmp_path: Path, waits: list[float]) -> None:
    site.robots = "User-agent: *\nCrawl-delay: 7\nDisallow: /v1/file/2\n"
    with pytest.warns(UserWarning, match=r"/v1/file/201: the site's robots\.txt does not allow this"):
        done = site.fetch(tmp_path, user_agent="data team, data@example.org")
    assert len(done.new) == 3
    assert "201" not in site.files_asked()
    assert {headers["User-Agent"] for _, headers in site.asked} == {"data team, data@example.org"}
    assert site.paths().count("/robots.txt") == 1
    assert len([wait for wait in waits if wait > 6]) == len(site.asked) - 1


def test_the_pause_is_kept_and_the_name_is_ours(site: Site, tmp_path: Path, waits: list[float]) -> None:
    site.fetch(tmp_path, pause=30)
    assert len(waits) == len(site.asked) - 1
    assert all(20 < wait <= 30 for wait in waits)
    assert site.asked[0][1]["User-Agent"] == f"ofsted-python/{ofsted.__version__}"


def test_a_site_without_rules_for_a_while_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.faults["/robots.txt"] = [lambda: Response(status=503)] * polite.ATTEMPTS
    with pytest.raises(ofsted.FetchError, match=r"robots\.txt: the site answered 503, 5 times"):
        site.fetch(tmp_path)
    assert set(site.paths()) == {"/robots.txt"}


@pytest.mark.parametrize(
    ("headers", "first"), [({}, polite.FIRST_WAIT), ({"Retry-After": "45"}, 45.0)], ids=["back-off", "as asked"]
)
def test_what_goes_by_is_waited_for(
    site: Site, tmp_path: Path, waits: list[float], headers: dict[str, str], first: float
) -> None:
    site.faults["/v1/file/101"] = [lambda: Response(status=429, headers=headers), lambda: Response(status=500)]
    assert len(site.fetch(tmp_path).new) == 4
    assert waits == [first, 4.0]


def test_a_day_to_wait_until(site: Site, tmp_path: Path, waits: list[float]) -> None:
    late = {"Retry-After": "Fri, 31 Dec 2100 23:59:59 GMT"}
    site.faults["/search"] = [lambda: Response(status=503, headers=late)]
    with pytest.raises(ofsted.FetchError, match="asks to wait"):
        site.fetch(tmp_path)
    assert waits == []


# ---- faults ----


def cut(body: bytes, told: int) -> Fault:
    def answer() -> Response:
        response = Response(body, mimetype="application/pdf")
        response.headers["Content-Length"] = str(told)
        return response

    return answer


def always(fault: Fault) -> list[Fault]:
    return [fault] * polite.ATTEMPTS


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (lambda: Response(status=500), "the site answered 500, 5 times"),
        (lambda: Response("<html>Sorry</html>", mimetype="application/pdf"), "no PDF but a web page"),
        (lambda: Response(b"", mimetype="application/pdf"), "no PDF but nothing"),
        (cut(minimal_pdf()[:-40], len(minimal_pdf())), "the connection failed"),
        (cut(minimal_pdf(), len(minimal_pdf()) - 30), "cut short"),
        (lambda: Response(minimal_pdf()[:-30], mimetype="application/pdf"), "cut short"),
    ],
    ids=["500", "page", "empty", "cut", "length too small", "no end"],
)
def test_a_file_that_never_comes_whole(site: Site, tmp_path: Path, fault: Fault, said: str) -> None:
    site.faults["/v1/file/101"] = always(fault)
    with pytest.warns(UserWarning, match="1 page or file not got"):
        done = site.fetch(tmp_path)
    url, why = done.failed[0]
    assert url.endswith("/v1/file/101")
    assert said in why
    assert (len(done.new), "101" in listed(tmp_path)) == (3, False)
    assert whole(tmp_path, site)
    assert len(site.fetch(tmp_path).new) == 1


@pytest.mark.parametrize("told", [len(minimal_pdf()), 10_000])
def test_a_body_that_was_cut_once(site: Site, tmp_path: Path, told: int) -> None:
    site.faults["/v1/file/101"] = [cut(minimal_pdf()[:-40], told)]
    assert len(site.fetch(tmp_path).new) == 4
    assert whole(tmp_path, site)


def test_a_missing_file_is_not_asked_for_again(site: Site, tmp_path: Path) -> None:
    del site.files["101"]
    with pytest.warns(UserWarning, match="answered 404"):
        site.fetch(tmp_path)
    assert site.files_asked().count("101") == 1


def test_files_and_pages_have_a_size(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "FILE_LIMIT", 1000)
    site.files["101"] = minimal_pdf(b" " * 5000)
    with pytest.warns(UserWarning, match="too large"):
        site.fetch(tmp_path)
    monkeypatch.setattr(fetching, "PAGE_LIMIT", 50)
    with pytest.raises(ofsted.FetchError, match="too large"):
        site.fetch(tmp_path)


def test_redirects_within_the_site_are_followed(site: Site, tmp_path: Path) -> None:
    moved = Response(status=302, headers={"Location": "/v1/file/301"})
    site.faults["/v1/file/101"] = [lambda: moved]
    assert len(site.fetch(tmp_path).new) == 4
    assert (tmp_path / listed(tmp_path)["101"]["file"]).read_bytes() == site.files["301"]


@pytest.mark.parametrize("to", ["http://localhost:9/v1/file/1", "file:///etc/passwd", "https://example.org/v1/file/1"])
def test_nothing_leads_off_the_site(site: Site, tmp_path: Path, to: str) -> None:
    site.faults["/v1/file/101"] = [lambda: Response(status=302, headers={"Location": to})]
    site.extra[NORFOLK] = (
        f'<a class="publication-link" href="{to}">x<span class="nonvisual">{ILACS}, pdf - 1 May 2020</span></a>'
    )
    with pytest.warns(UserWarning, match="not followed"):
        done = site.fetch(tmp_path)
    assert [why.partition(",")[0] for _, why in done.failed] == [
        f"it leads to {to}",
        f"the link on {site.url}/provider/44/{NORFOLK} leads to no file of the site",
    ]


def test_redirects_that_go_round_end(site: Site, tmp_path: Path) -> None:
    site.faults["/v1/file/101"] = [lambda: Response(status=302, headers={"Location": "/v1/file/101"})] * 20
    with pytest.warns(UserWarning, match="leads on and on"):
        site.fetch(tmp_path)


# ---- another layout ----


def test_a_search_page_that_is_not_understood(site: Site, tmp_path: Path) -> None:
    site.faults["/search"] = [lambda: Response("<html><body>Welcome</body></html>", mimetype="text/html")]
    with pytest.raises(ofsted.LayoutError, match=r"/search\?q=.*lists no authority"):
        site.fetch(tmp_path)
    assert not names(tmp_path)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<h1>Rutland</h1><a href='/v1/file/101'>Report</a>", "no publication on this page"),
        ("<a class='publication-link' href='/v1/file/1'>Report, 15 July 2024</a>", "does not say 'kind, pdf - day'"),
        (
            "<a class='publication-link' href='/v1/file/1'><span class='nonvisual'>A, pdf - 31 June 2024</span></a>",
            "has no day",
        ),
        ("Rutland", "no publication on this page"),
    ],
)
def test_an_authoritys_page_that_is_not_understood(site: Site, tmp_path: Path, page: str, said: str) -> None:
    for how in ("collect", "raise"):
        made = f"<html><body>{page}</body></html>"
        site.faults[f"/provider/44/{RUTLAND}"] = [lambda made=made: Response(made, mimetype="text/html")]  # type: ignore[misc]
        if how == "raise":
            with pytest.raises(ofsted.LayoutError, match=said):
                site.fetch(tmp_path, on_error=how)
            continue
        with pytest.warns(UserWarning, match="1 page or file not got"):
            done = site.fetch(tmp_path)
        assert said in done.failed[0][1]
        assert f"/provider/44/{RUTLAND}" in " ".join(done.failed[0])
        assert len(done.new) == 2


def test_odd_links_on_one_page_do_not_end_the_run(site: Site, tmp_path: Path) -> None:
    odd = '<a class="publication-link" href="/v1/file/{}"><span class="nonvisual">Report</span></a>'
    site.extra[RUTLAND] = "".join(odd.format(number) for number in range(2 * fetching.MOST_IN_A_ROW))
    with pytest.warns(UserWarning, match="10 pages or files not got"):
        assert len(site.fetch(tmp_path).new) == 4


def test_a_folder_never_stays_empty_without_an_error(site: Site, tmp_path: Path) -> None:
    site.link = lambda one: f'<a class="publication-link" href="/v1/file/{one[0]}">{one[1]}</a>'  # type: ignore[method-assign]
    with pytest.raises(ofsted.FetchError, match=r"/v1/file/101: the link on .*/provider/44/"):
        site.fetch(tmp_path)


def test_an_authority_without_reports_is_no_error(site: Site, tmp_path: Path) -> None:
    site.listed[RUTLAND] = []
    site.extra[RUTLAND] = "<p>There are no reports for this provider.</p>"
    assert len(site.fetch(tmp_path).new) == 2


def test_what_is_no_pdf_is_told(site: Site, tmp_path: Path) -> None:
    site.extra[RUTLAND] = (
        '<a class="publication-link" href="/v1/file/9">x<span class="nonvisual">Letter, html - 1 May 2020</span></a>'
    )
    done = site.fetch(tmp_path)
    assert done.others == [(f"{site.url}/v1/file/9", "it is no PDF (html)")]


def test_two_days_for_one_file_are_none(site: Site, tmp_path: Path) -> None:
    site.listed[RUTLAND].append(("101", ILACS, "16 July 2024"))
    with pytest.warns(UserWarning, match="two days for it, 2024-07-15 and 2024-07-16"):
        site.fetch(tmp_path)
    assert listed(tmp_path)["101"]["published"] is None


def test_authorities_that_the_site_does_not_list_are_told(site: Site, tmp_path: Path) -> None:
    del site.listed[SUFFOLK]
    with pytest.warns(UserWarning, match="no page for 1 authority: Suffolk"):
        done = site.fetch(tmp_path)
    assert done.missing == ["Suffolk"]


def test_a_site_that_is_down_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.listed[RUTLAND] = [(str(number), ILACS, "15 July 2024") for number in range(50)]
    with pytest.raises(ofsted.FetchError, match="answered 404"):
        site.fetch(tmp_path, authority="Rutland")
    assert len(site.files_asked()) == fetching.MOST_IN_A_ROW


# ---- going on ----


def test_it_goes_on_where_it_was_stopped(site: Site, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        site.fetch(tmp_path, progress=stop)
    assert sorted(listed(tmp_path)) == ["101", "102", "201"]
    assert whole(tmp_path, site)
    done = site.fetch(tmp_path)
    assert (site.files_asked(), done.known) == (["301"], 3)


def test_stopped_while_a_file_is_written(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(path: str, entries: Iterable[Any]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(fetching, "write_manifest", stop)
        with pytest.raises(KeyboardInterrupt):
            site.fetch(tmp_path)
    assert len(site.fetch(tmp_path).new) == 4
    assert len(names(tmp_path)) == 5
    assert whole(tmp_path, site)


def test_a_damaged_list_is_an_error_and_damaged_pages_are_none(site: Site, tmp_path: Path) -> None:
    site.fetch(tmp_path)
    (tmp_path / fetching.PAGES).write_bytes(b'{"version": 1, "pages": {"x": 7')
    assert site.fetch(tmp_path).known == 4
    with (tmp_path / MANIFEST).open("a", encoding="utf-8") as file:
        file.write('{"file": "../x.pdf"}\n')
    with pytest.raises(ofsted.OfstedError, match=r"ofsted\.jsonl: line 5 cannot be understood"):
        site.fetch(tmp_path)


# ---- reading what was fetched ----


@pytest.fixture
def fetched(site: Site, tmp_path: Path) -> Path:
    """A report of a made-up authority, fetched."""
    site.files["101"] = PDF.read_bytes()
    site.fetch(tmp_path, authority="Rutland", kind="inspection", since="2024-01-01")
    return tmp_path


def test_read_takes_days_and_links_from_the_list(fetched: Path, site: Site) -> None:
    corpus = ofsted.read(fetched)
    report = corpus[0]
    assert (str(report.published), report.source.published_from) == ("2024-07-15", "site")
    assert report.judgements[0].url == f"{site.url}/v1/file/101#page=1"
    row = next(corpus.table("judgements").rows())
    assert (row["url"], row["published"]) == (report.url, "2024-07-15")
    given = ofsted.read(fetched, published={str(report.path): "2024-07-16"})[0]
    assert (str(given.published), given.source.published_from, given.url) == ("2024-07-16", "table", report.url)
    again = ofsted.read([str(report.path)], cache=fetched / "cache")
    assert again[0].url == report.url


def test_a_file_that_moved_within_the_folder_is_known_by_its_content(fetched: Path) -> None:
    path = next(fetched.glob("*.pdf"))
    path.rename(path.with_name("renamed.pdf"))
    corpus = ofsted.read(fetched)
    assert corpus[0].url
    assert list(corpus.table("errors").rows()) == []


def test_what_the_list_says_is_not_said_of_another_file(fetched: Path) -> None:
    path = next(fetched.glob("*.pdf"))
    path.write_bytes(path.read_bytes() + b"\n% changed\n")
    report = ofsted.read(fetched)[0]
    assert (report.url, report.published) == (None, None)
    assert "other_file" in [issue.code for issue in report.issues]


def test_a_list_that_names_what_is_not_there_or_is_damaged(fetched: Path) -> None:
    other = fetched / "other.txt"
    other.write_text("Minutes of a meeting", encoding="utf-8")
    path = next(fetched.glob("*.pdf"))
    path.unlink()
    errors = list(ofsted.read(fetched).table("errors").rows())
    assert [(row["path"], row["error"]) for row in errors] == [(str(path), "FileNotFoundError")]
    assert "Fetch again" in errors[0]["message"]
    with pytest.raises(FileNotFoundError):
        ofsted.read(fetched, on_error="raise")
    (fetched / MANIFEST).write_text("nothing", encoding="utf-8")
    errors = list(ofsted.read(fetched).table("errors").rows())
    assert [(Path(row["path"]).name, row["error"]) for row in errors] == [(MANIFEST, "ManifestError")]


# ---- the command ----


def test_the_command(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["fetch", str(tmp_path / "reports"), "--base-url", site.url, "--pause", "0"]
    assert main([*asked, "-a", "Rutland", "--since", "2023-01-01"]) == 0
    out, err = capsys.readouterr()
    assert out == "new: rutland-childrens-services-inspection-2024-07-15-101.pdf\n"
    assert "1 new, 0 changed, 0 known" in err
    site.faults["/v1/file/301"] = always(lambda: Response(status=500))
    assert main(asked) == 1
    out, err = capsys.readouterr()
    assert "/v1/file/301: the site answered 500" in err
    assert main([*asked, "-a", "Norflok"]) == 2
    assert "did you mean" in capsys.readouterr().err
    site.faults["/search"] = always(lambda: Response(status=500))
    assert main(asked) == 1
    assert "/search?" in capsys.readouterr().err


def test_the_command_that_is_stopped(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(path: str, entries: Iterable[Any]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fetching, "write_manifest", stop)
    assert main(["fetch", str(tmp_path), "--base-url", site.url, "--pause", "0"]) == 130
    assert "Run it again to go on" in capsys.readouterr().err
