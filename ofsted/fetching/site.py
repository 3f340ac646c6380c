"""Ofsted's site: which pages there are, and what they say. What is not understood is an error that names the page.

The search page lists the pages of authorities, /provider/44/URN; such a page lists its publications as links
`a.publication-link` to /v1/file/ID on the files' host, each with 'kind, pdf - 15 July 2024' in `span.nonvisual`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from ofsted.model.errors import LayoutError
from ofsted.model.extras import needed
from ofsted.sources.html_limits import refuse_too_large
from ofsted.sources.published import day_of

__all__ = [
    "BASE_URL",
    "FILE_HOSTS",
    "Link",
    "Provider",
    "ProviderPage",
    "read_provider",
    "read_search",
    "require_selectolax",
    "search_url",
]

BASE_URL = "https://reports.ofsted.gov.uk"
FILE_HOSTS = ("files.ofsted.gov.uk",)
_LONGEST_LABEL = 300
ROWS = 100  # the most that the search page gives at once

_PROVIDER = re.compile(r"/provider/44/(\d{1,10})/?")
_FILE = re.compile(r"/v1/file/([0-9A-Za-z_-]{1,64})/?")
_LABEL = re.compile(r"(?P<kind>.*\S)\s*,\s*(?P<form>[\w ]*\w)\s*[-–—]\s*(?P<day>\d{1,2}\s+\w+\s+\d{4})")
_NOTHING_YET = re.compile(
    r"\b(?:no (?:inspection )?reports?\b|no publications?\b|not (?:yet )?(?:been )?inspected)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Provider:
    """One authority as the search page lists it."""

    urn: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Link:
    """One report as an authority's page lists it; `published` is ISO 8601, None where its links give two days."""

    url: str
    file_id: str
    kind: str
    published: str | None


@dataclass(frozen=True, slots=True)
class ProviderPage:
    """What an authority's page lists.

    `others` are publications that are no PDF, `odd` what was not understood: each with its reason.
    """

    links: list[Link]
    others: list[tuple[str, str]]
    odd: list[tuple[str, str]]


def search_url(base_url: str, start: int) -> str:
    """The address of the search page for children's services of local authorities, from result `start` on."""
    asked = dict.fromkeys(("q", "location", "lat", "lon", "radius"), "")
    types = {"level_1_types": "3", "level_2_types[]": "12"}
    return f"{base_url}/search?{urlencode({**asked, **types, 'start': start, 'rows': ROWS})}"


def _tree(body: bytes, url: str) -> Any:
    if b"<" not in body:
        raise LayoutError(url, f"this is no web page. {LayoutError.advice}")
    markup = body.decode("utf-8", "replace")
    refuse_too_large(markup, url)
    return require_selectolax().LexborHTMLParser(markup)


def require_selectolax() -> Any:
    """What reads pages; ImportError that says what to install."""
    return needed("selectolax.lexbor", "fetching needs", "'ofsted[fetch]'")


def _words(node: Any) -> str:
    return " ".join(node.text(separator=" ").split())


def _label_of(link: Any) -> re.Match[str] | None:
    """The kind, form and day that a link says for those who cannot see it."""
    label = link.css_first("span.nonvisual")
    return None if label is None else _LABEL.fullmatch(_words(label)[:_LONGEST_LABEL])


def read_search(body: bytes, url: str, is_ours: Callable[[str], bool]) -> list[Provider]:
    """The authorities that a search page lists, each once; none where it lists none."""
    found: dict[str, Provider] = {}
    for link in _tree(body, url).css("a[href]"):
        address = urljoin(url, link.attributes["href"] or "")
        provider = _PROVIDER.fullmatch(urlsplit(address).path)
        if provider and is_ours(address):
            urn, name = provider[1], _words(link)
            if urn not in found or not found[urn].name:
                found[urn] = Provider(urn, name, address.partition("#")[0].partition("?")[0])
    nameless = [one.url for one in found.values() if not one.name]
    if nameless:
        raise LayoutError(url, f"the link to {nameless[0]} has no name. {LayoutError.advice}")
    return list(found.values())


def read_provider(body: bytes, url: str, is_ours: Callable[[str], bool]) -> ProviderPage:
    """What an authority's page lists. LayoutError where there is no publication and no word that there is none."""
    tree = _tree(body, url)
    page = ProviderPage([], [], [])
    kept: dict[str, int] = {}
    nodes = tree.css("a.publication-link")
    for node in nodes:
        address = urljoin(url, node.attributes.get("href") or "")
        said = _label_of(node)
        if said is None:
            page.odd.append((address, f"the link on {url} does not say 'kind, pdf - day': {_words(node)!r}"))
        elif said["form"].casefold() != "pdf":
            page.others.append((address, f"it is no PDF ({said['form']})"))
        else:
            _add(page, kept, address, said, url, is_ours(address))
    if not nodes and not _NOTHING_YET.search(_words(tree.body) if tree.body else ""):
        raise LayoutError(url, f"there is no publication on this page. {LayoutError.advice}")
    return page


def _add(page: ProviderPage, kept: dict[str, int], address: str, said: re.Match[str], url: str, ours: bool) -> None:
    """One more report; a link that is there already is not taken twice."""
    file = _FILE.fullmatch(urlsplit(address).path)
    if file is None or not ours:
        page.odd.append((address, f"the link on {url} leads to no file of the site, so it is not followed"))
        return
    try:
        day = day_of(said["day"])
    except ValueError:
        page.odd.append((address, f"the link on {url} has no day: {said['day']!r}"))
        return
    place = kept.setdefault(address, len(page.links))
    if place == len(page.links):
        page.links.append(Link(address, file[1], said["kind"], day))
    elif page.links[place].published != day:
        first = page.links[place]
        page.links[place] = Link(first.url, first.file_id, first.kind, None)
        page.odd.append((address, f"{url} gives two days for it, {first.published} and {day}, so it has none here"))
