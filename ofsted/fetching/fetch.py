"""`ofsted.fetch()`: the reports of Ofsted's site in a folder, with `ofsted.jsonl` beside them; only what is new."""

from __future__ import annotations

import hashlib
import json
import os
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal
from urllib.parse import urlsplit

from ofsted.fetching.polite import Polite, Version
from ofsted.fetching.site import (
    BASE_URL,
    FILE_HOSTS,
    Link,
    Provider,
    ProviderPage,
    read_provider,
    read_search,
    require_selectolax,
    search_url,
)
from ofsted.model.errors import FetchError, LayoutError, NotFoundError, OfstedError
from ofsted.model.paths import path_of
from ofsted.model.words import count
from ofsted.reading.progress import Progress
from ofsted.register.authorities import Day, as_day, find_authority, local_authorities
from ofsted.sources.contents import PathLike
from ofsted.sources.files import write_whole
from ofsted.sources.manifest import MANIFEST, Entry, read_manifest, write_manifest

__all__ = ["Fetched", "fetch"]

PAGES = ".ofsted-pages.json"  # what the pages said, for conditional requests; may be deleted at any time
PAGE_LIMIT, FILE_LIMIT = 8 * 1024 * 1024, 128 * 1024 * 1024
MOST_SEARCH_PAGES = 50
MOST_IN_A_ROW = 5  # failures after which the site is left alone
_LEAST_PAUSE = 0.0
_HEAD, _TAIL = 1024, 4096
_LONGEST_SLUG = 60

Missed = tuple[str, str]
"""An address and why it could not be got, or what is odd about it."""


@dataclass(slots=True)
class Fetched:
    """What became of one run of `fetch()`.

    Attributes:
        folder: where the reports are.
        new: reports that were not in the folder.
        changed: those whose file the site has replaced, or whose day, kind or authority it gives differently now.
        known: how many were there already.
        gone: entries that their page no longer lists. Their files are kept.
        others: publications that are no PDF: address and form.
        failed: addresses that could not be got or understood, each with the reason. Look here first.
        missing: names of authorities that exist today and that the search page does not list.
    """

    folder: str
    new: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    known: int = 0
    gone: list[Entry] = field(default_factory=list)
    others: list[Missed] = field(default_factory=list)
    failed: list[Missed] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        parts = [f"{len(self.new)} new", f"{len(self.changed)} changed", f"{self.known} known"]
        lists = (("gone", self.gone), ("failed", self.failed), ("authorities missing", self.missing))
        parts += [f"{len(some)} {what}" for what, some in lists if some]
        return f"<Fetched {', '.join(parts)}>"


def fetch(
    folder: PathLike,
    authority: str | Iterable[str] | None = None,
    kind: str | Iterable[str] | None = None,
    since: Day | None = None,
    *,
    progress: bool | Callable[[int, int], object] | None = None,
    on_error: Literal["collect", "raise"] = "collect",
    recheck: bool = False,
    pause: float = 1.0,
    user_agent: str | None = None,
    base_url: str = BASE_URL,
    file_hosts: Iterable[str] | None = None,
) -> Fetched:
    """Get reports from Ofsted's site into `folder`: only what is not there, one request at a time.

    Writes PDFs and `ofsted.jsonl` (`ofsted.sources.manifest.Entry` says what is in it), which `ofsted.read(folder)`
    reads by itself. May be interrupted and run again at any time: every file is written whole or not at all.

    Args:
        folder: made where it is not there.
        authority: only these: names as `find_authority()` takes them, URNs or codes.
        kind: only kinds whose name on the site holds these words: "focused visit". Case does not count.
        since: only what was published on this day or later.
        progress: as for `read()`; it counts authorities.
        on_error: "collect" lists what could not be got in `failed`, with a warning; "raise" raises at the first.
        recheck: ask of files that are there whether the site has replaced them.
        pause: least seconds between two requests; robots.txt may ask for more.
        user_agent: what the requests say who asks; a name with an address for questions is good manners.
        base_url: the site; for a copy of it, or a test.
        file_hosts: hosts that files may come from, beside the site's own.

    ImportError without httpx and selectolax (`ofsted[fetch]`); NotFoundError for an authority that the register or the
    site does not know, and for a kind of which no page lists a report; LayoutError and FetchError (both OfstedError)
    where the search page is not understood or cannot be got, where failures follow one another, and where all failed;
    ValueError.
    """
    if on_error not in ("collect", "raise"):
        raise ValueError(f"on_error must be 'collect' or 'raise', not {on_error!r}")
    wanted = _Wanted(authority, kind, since)
    base_url = base_url.rstrip("/")
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(f"base_url must be a web address, not {base_url!r}")
    if not pause >= _LEAST_PAUSE:
        raise ValueError("pause must be 0 seconds or more")
    hosts = FILE_HOSTS if file_hosts is None else tuple(file_hosts)
    from ofsted import __version__

    agent = user_agent or f"ofsted-python/{__version__}"
    require_selectolax()  # say so before the site is asked
    with Polite(base_url, (parts.netloc, *hosts), agent, pause) as site:
        run = _Run(path_of(folder), wanted, site, recheck, on_error == "raise")
        run.all(base_url, progress)
    if run.done.failed or run.done.missing:
        warnings.warn(_told(run.done), stacklevel=2)
    return run.done


def _told(done: Fetched) -> str:
    said = []
    if done.failed:
        url, why = done.failed[0]
        said.append(f"{count(len(done.failed), 'page or file', 'pages or files')} not got, the first: {url}: {why}")
    if done.missing:
        names = ", ".join(done.missing[:3]) + (" …" if len(done.missing) > 3 else "")
        said.append(f"the site lists no page for {count(len(done.missing), 'authority', 'authorities')}: {names}")
    return "; ".join(said)


def _several(which: str | Iterable[str] | None) -> list[str]:
    return [] if which is None else [which] if isinstance(which, str) else list(which)


class _Wanted:
    """What is asked for; NotFoundError for an authority that the register does not know."""

    def __init__(self, authority: str | Iterable[str] | None, kind: str | Iterable[str] | None, since: Day | None):
        self.urns = {one.urn or "": one.name for one in map(find_authority, _several(authority))}
        self.every = authority is None
        self.kinds = [" ".join(words.split()) for words in _several(kind)]
        self.since = None if since is None else as_day(since).isoformat()
        self.seen: set[str] = set()  # kinds on the pages

    def link(self, link: Link) -> bool:
        """Whether a report is wanted."""
        self.seen.add(link.kind)
        alike = not self.kinds or any(words.casefold() in link.kind.casefold() for words in self.kinds)
        return alike and (self.since is None or link.published is None or link.published >= self.since)

    def check_kinds(self) -> None:
        """NotFoundError for a kind that no page lists."""
        for words in self.kinds:
            if not any(words.casefold() in kind.casefold() for kind in self.seen):
                raise NotFoundError.unknown("kind of report", words, self.seen, "these are those on the pages read")


class _Run:
    """One run: what is in the folder, what has come."""

    def __init__(self, folder: str, wanted: _Wanted, site: Polite, recheck: bool, strict: bool) -> None:
        os.makedirs(folder, exist_ok=True)
        self.folder = folder
        self.wanted = wanted
        self.site = site
        self.recheck = recheck
        self.strict = strict
        self.done = Fetched(folder)
        self.path = os.path.join(folder, MANIFEST)
        self.entries = {entry.url: entry for entry in read_manifest(self.path)} if os.path.exists(self.path) else {}
        self.pages = _Pages(os.path.join(folder, PAGES))
        self.met: set[str] = set()  # addresses of reports that this run is done with
        self.in_a_row = 0

    def all(self, base_url: str, progress: bool | Callable[[int, int], object] | None) -> None:
        """The search page, each authority's page, each report."""
        providers = self.chosen(self.providers(base_url))
        bar = Progress(len(providers), progress, "Fetching reports", "authority")
        try:
            for provider in providers:
                self.attempt(provider.url, partial(self.provider, provider))
                bar.advance()
        finally:
            bar.close()
        if not self.done.failed:
            self.wanted.check_kinds()
        elif not (self.done.new or self.done.changed or self.done.known):
            raise FetchError(*self.done.failed[0])

    def attempt(self, url: str, work: Callable[[], object]) -> None:
        """One page or file; what it fails of is noted, and when all fail the site is left alone."""
        try:
            before = self.in_a_row
            work()
            if self.in_a_row == before:  # nothing within it has failed either
                self.in_a_row = 0
        except OfstedError as error:
            self.in_a_row += 1
            if self.strict:
                raise
            self.done.failed.append((error.path if error.path.startswith("http") else url, error.reason))
            if self.in_a_row >= MOST_IN_A_ROW:
                raise

    def doubt(self, url: str, why: str) -> None:
        """What was not understood of a page that came: no reason to leave the site alone."""
        if self.strict:
            raise LayoutError(url, why)
        self.done.failed.append((url, why))

    # ---- pages ----

    def providers(self, base_url: str) -> list[Provider]:
        """Every authority that the search page lists, until it gives no new one.

        It goes on by as many as a page gives, not by as many as were asked for: the site has lowered its limit before.
        """
        found: dict[str, Provider] = {}
        for _ in range(MOST_SEARCH_PAGES):
            url = search_url(base_url, len(found))
            body = self.site.get(url, PAGE_LIMIT).body or b""
            here = read_search(body, url, self.site.is_ours)
            new = [one for one in here if one.urn not in found]
            if not new:
                break
            found |= {one.urn: one for one in new}
        if not found:
            raise LayoutError(url, f"this search page lists no authority. {LayoutError.advice}")
        return list(found.values())

    def chosen(self, providers: Sequence[Provider]) -> list[Provider]:
        """Those that were asked for. NotFoundError where the site has no page for one of them."""
        by_urn = {_urn(one): one for one in providers}
        for one in providers:
            by_number, by_name = _in_register(one.urn), _in_register(one.name)
            if by_number and by_name and by_number != by_name:
                why = f"the search page calls number {one.urn} {one.name!r}, which the register knows as {by_number!r}"
                self.doubt(one.url, why)
        if self.wanted.every:
            self.done.missing = [one.name for one in local_authorities() if one.urn not in by_urn]
            return list(providers)
        for urn, name in self.wanted.urns.items():
            if urn not in by_urn:
                raise NotFoundError.unknown("page on the site for", name, (one.name for one in providers))
        return [by_urn[urn] for urn in self.wanted.urns]

    def provider(self, provider: Provider) -> None:
        """One authority's page and the reports on it."""
        kept = self.pages.get(provider.url)
        answer = self.site.get(provider.url, PAGE_LIMIT, known=kept[0] if kept else None)
        if answer.body is None and kept:
            page = kept[1]
        else:
            page = read_provider(answer.body or b"", provider.url, self.site.is_ours)
            if not page.odd:  # what was not understood is looked at again
                self.pages.put(provider.url, answer.version, page)
        self.done.others += page.others
        for address, why in page.odd:
            self.doubt(address, why)
        listed = {link.url for link in page.links}
        for url, entry in self.entries.items():
            if entry.page == provider.url and url not in listed and not page.odd:
                self.done.gone.append(entry)
        for link in page.links:
            if self.wanted.link(link):
                self.attempt(link.url, partial(self.report, provider, link))

    # ---- reports ----

    def report(self, provider: Provider, link: Link) -> None:
        """One report: got where it is not there, else its entry brought up to date."""
        old = self.entries.get(link.url)
        if old is not None and old.urn != provider.urn:
            old = self.keep(old, replace(old, also=tuple(dict.fromkeys((*old.also, provider.name)))))
        if link.url in self.met:
            return
        there = old is not None and _is_there(os.path.join(self.folder, old.file), old)
        answer = None
        if old is None or not there or self.recheck:
            known = Version(old.etag, old.modified) if old is not None and there else None
            answer = self.site.get(link.url, FILE_LIMIT, _wrong_with_pdf, known)
        if answer is None or answer.body is None or (there and old and old.sha256 == _sha256(answer.body)):
            self.known(old, provider, link)
        else:
            self.store(old, provider, link, answer.body, answer.version)
        self.met.add(link.url)

    def known(self, old: Entry | None, provider: Provider, link: Link) -> None:
        """A report that is there; what its page says of it may have changed."""
        if old is None:
            return
        said = {"authority": provider.name, "kind": link.kind, "published": link.published, "page": provider.url}
        new = old if old.urn != provider.urn else replace(old, **said)  # type: ignore[arg-type]
        if new == old:
            self.done.known += 1
        else:
            self.done.changed.append(self.keep(old, new))

    def store(self, old: Entry | None, provider: Provider, link: Link, data: bytes, version: Version) -> None:
        """Put a report into the folder, and then into the list."""
        shared = old if old is not None and old.urn != provider.urn else None
        entry = Entry(
            file=old.file if old else self.name(provider, link),
            url=link.url,
            authority=shared.authority if shared else provider.name,
            urn=shared.urn if shared else provider.urn,
            kind=link.kind,
            published=link.published,
            sha256=_sha256(data),
            size=len(data),
            fetched=datetime.now(UTC).replace(microsecond=0).isoformat(),
            page=shared.page if shared else provider.url,
            also=old.also if old else (),
            etag=version.etag,
            modified=version.modified,
        )
        write_whole(os.path.join(self.folder, entry.file), data)
        self.keep(old, entry)
        changed = old is not None and old.sha256 != entry.sha256
        (self.done.changed if changed else self.done.new).append(entry)

    def keep(self, old: Entry | None, entry: Entry) -> Entry:
        """The list with this entry, written whole; the entry."""
        if entry != old:
            self.entries[entry.url] = entry
            write_manifest(self.path, self.entries.values())
        return entry

    def name(self, provider: Provider, link: Link) -> str:
        """A file name of letters, digits and hyphens: authority, kind, day, and the site's number for the file."""
        parts = (
            _slug(_in_register(provider.urn) or provider.name),
            _slug(link.kind),
            link.published or "undated",
            _slug(link.file_id, case=True),
        )
        name = "-".join(part for part in parts if part)
        taken = {entry.file.casefold() for entry in self.entries.values()}
        made, number = f"{name}.pdf", 2
        while made.casefold() in taken:
            made, number = f"{name}-{number}.pdf", number + 1
        return made


def _urn(provider: Provider) -> str:
    """Its URN in the register: the site's, or that of the authority of this name."""
    known = _in_register(provider.urn) or _in_register(provider.name)
    return (find_authority(known).urn if known else None) or provider.urn


def _in_register(which: str) -> str | None:
    """The register's name of an authority; None for one that it does not know."""
    try:
        return find_authority(which).name
    except NotFoundError:
        return None


def _slug(text: str, case: bool = False) -> str:
    """Letters, digits and hyphens of a text, as many as a file name bears."""
    text = text if case else text.casefold()
    return re.sub(r"[^0-9A-Za-z]+", "-", re.sub(r"['’]", "", text)).strip("-")[:_LONGEST_SLUG].strip("-")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_there(path: str, entry: Entry) -> bool:
    """Whether the file is there with the content that was got."""
    try:
        if os.path.getsize(path) != entry.size:
            return False
        with open(path, "rb") as file:
            return _sha256(file.read()) == entry.sha256
    except OSError:
        return False


def _wrong_with_pdf(data: bytes) -> str | None:
    """What is wrong with a file that should be a PDF."""
    if b"%PDF-" not in data[:_HEAD]:
        page = data[:_HEAD].lstrip().startswith(b"<")
        return f"what came is no PDF but {'a web page' if page else 'something else' if data else 'nothing'}"
    if b"%%EOF" not in data[-_TAIL:]:
        return "what came is a PDF that is cut short"
    return None


class _Pages:
    """What pages said when they were last read, so that an unchanged page need not be sent again.

    Only a saving: a damaged file counts as none.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.kept: dict[str, Any] = {}
        try:
            with open(path, encoding="utf-8") as file:
                kept = json.load(file)
            if isinstance(kept, dict) and kept.get("version") == _VERSION and isinstance(kept.get("pages"), dict):
                self.kept = kept["pages"]
        except (OSError, ValueError, RecursionError):
            pass

    def get(self, url: str) -> tuple[Version, ProviderPage] | None:
        """The version of a page and what it said."""
        try:
            said = self.kept[url]
            links = [Link(**link) for link in said["links"]]
            page = ProviderPage(links, [(a, b) for a, b in said["others"]], [(a, b) for a, b in said["odd"]])
            return Version(said["etag"], said["modified"]), page
        except (KeyError, TypeError, ValueError):
            return None

    def put(self, url: str, version: Version, page: ProviderPage) -> None:
        """Keep what a page said, where the site calls its version by a name."""
        if version.headers():
            said = {"links": [asdict(link) for link in page.links], "others": page.others, "odd": page.odd}
            self.kept[url] = {"etag": version.etag, "modified": version.modified, **said}
            write_whole(self.path, json.dumps({"version": _VERSION, "pages": self.kept}).encode("utf-8"))


_VERSION = 1
