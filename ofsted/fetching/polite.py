"""Asking a site as a guest does: one request at a time, with a pause, by a name, within what robots.txt allows.

What fails for a while (429, 5xx, a cut connection) is asked for again, later each time. Nothing leads to another host
than those it was made for, and no answer is larger than its limit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic, sleep
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from ofsted.model.errors import FetchError
from ofsted.model.extras import needed
from ofsted.model.words import count

__all__ = ["Answer", "Polite", "Version"]

ATTEMPTS = 5
FIRST_WAIT, LONGEST_WAIT = 2.0, 300.0  # seconds between attempts: 2, 4, 8, 16; as long as Retry-After says, up to 300
TIMEOUT = 60.0
HOPS = 5
ROBOTS_LIMIT = 512 * 1024
PIECE = 64 * 1024
_MOVED = (301, 302, 303, 307, 308)
_OK, _NOT_MODIFIED, _TOO_MANY, _REFUSED, _BROKEN = 200, 304, 429, 400, 500

Check = Callable[[bytes], str | None]
"""What is wrong with a body, None where nothing is."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a site calls one version of something: asked again with it, the site may say that nothing has changed."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """What makes a request conditional."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came; `body` is None where nothing has changed since the version that was named."""

    body: bytes | None
    version: Version


class _TryAgainError(Exception):
    """This may go by; `wait` is how many seconds the site asks for."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Polite:
    """One client for one run; a context manager. ImportError without httpx."""

    def __init__(self, base_url: str, hosts: Iterable[str], user_agent: str, pause: float) -> None:
        """`hosts` as they stand in addresses, with the port where there is one; the scheme is the base's."""
        self._httpx = needed("httpx", "fetching needs", "'ofsted[fetch]'")
        self.scheme = urlsplit(base_url).scheme
        self.hosts = frozenset(host.casefold() for host in hosts)
        self.agent = user_agent
        self.pause = pause
        self._last: float | None = None
        self._robots: dict[str, RobotFileParser] = {}
        headers = {"User-Agent": user_agent, "Accept-Language": "en"}
        self._client = self._httpx.Client(headers=headers, timeout=TIMEOUT, follow_redirects=False)

    def __enter__(self) -> Polite:
        return self

    def __exit__(self, *how: object) -> None:
        self._client.close()

    def is_ours(self, url: str) -> bool:
        """Whether an address is on the site's own hosts."""
        parts = urlsplit(url)
        return parts.scheme == self.scheme and parts.netloc.casefold() in self.hosts

    def get(self, url: str, limit: int, check: Check | None = None, known: Version | None = None) -> Answer:
        """The answer to a request, tried again where that may help.

        FetchError where it cannot be got: not allowed, not there, too large, another host, or wrong at each attempt.
        """
        self._require_allowed(url)
        return self._persist(url, limit, check, known or Version())

    # ---- robots.txt ----

    def _require_allowed(self, url: str) -> None:
        if not self.is_ours(url):
            raise FetchError(url, "this is not on the site's own hosts, so it is not followed.")
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        rules = self._robots.get(origin)
        if rules is None:
            rules = self._robots[origin] = self._rules(f"{origin}/robots.txt")
        if not rules.can_fetch(self.agent, url):
            raise FetchError(url, f"the site's robots.txt does not allow this ({origin}/robots.txt).")

    def _rules(self, url: str) -> RobotFileParser:
        rules = RobotFileParser(url)
        try:
            body = self._persist(url, ROBOTS_LIMIT, None, Version(), robots=True).body or b""
        except _NoRobotsError:
            body = b""
        rules.parse(body.decode("utf-8", "replace").splitlines())
        delay = rules.crawl_delay(self.agent)
        self.pause = max(self.pause, float(delay or 0))
        return rules

    # ---- one request, and the next attempt ----

    def _persist(self, url: str, limit: int, check: Check | None, known: Version, robots: bool = False) -> Answer:
        wait = FIRST_WAIT
        reason = ""
        for attempt in range(ATTEMPTS):
            try:
                return self._follow(url, limit, check, known, robots)
            except _TryAgainError as error:
                reason = str(error)
                if error.wait is not None and error.wait > LONGEST_WAIT:
                    raise FetchError(
                        url, f"the site asks to wait {error.wait:.0f} seconds. Run it again then."
                    ) from None
                if attempt < ATTEMPTS - 1:
                    sleep(wait if error.wait is None else max(error.wait, self.pause))
                wait *= 2
        raise FetchError(url, f"{reason}, {count(ATTEMPTS, 'time')}. Try again later.")

    def _follow(self, url: str, limit: int, check: Check | None, known: Version, robots: bool) -> Answer:
        at = url
        for _ in range(HOPS + 1):
            answer = self._once(at, limit, check, known, robots)
            if isinstance(answer, Answer):
                return answer
            at = urljoin(at, answer)
            if not self.is_ours(at):
                raise FetchError(url, f"it leads to {at}, which is not on the site's own hosts, so it is not followed.")
            if not robots:
                self._require_allowed(at)
        raise FetchError(url, f"it leads on and on ({count(HOPS, 'redirect')}).")

    def _once(self, url: str, limit: int, check: Check | None, known: Version, robots: bool) -> Answer | str:
        """The answer, or where it has moved."""
        self._rest()
        try:
            with self._client.stream("GET", url, headers=known.headers()) as response:
                moved = response.headers.get("location")
                if response.status_code in _MOVED and moved:
                    return str(moved)
                self._refuse(url, response, robots, bool(known.headers()))
                version = Version(response.headers.get("etag"), response.headers.get("last-modified"))
                if response.status_code == _NOT_MODIFIED:
                    return Answer(None, known)
                body = _body(url, response, limit)
        except (self._httpx.TransportError, self._httpx.DecodingError) as error:
            raise _TryAgainError(f"the connection failed ({str(error) or type(error).__name__})") from error
        finally:
            self._last = monotonic()
        wrong = check(body) if check else None
        if wrong:
            raise _TryAgainError(wrong)
        return Answer(body, version)

    def _rest(self) -> None:
        """The pause between two requests."""
        if self._last is not None:
            left = self._last + self.pause - monotonic()
            if left > 0:
                sleep(left)

    @staticmethod
    def _refuse(url: str, response: Any, robots: bool, conditional: bool) -> None:
        status = response.status_code
        if status == _OK or (status == _NOT_MODIFIED and conditional):
            return
        if status == _TOO_MANY or status >= _BROKEN:
            raise _TryAgainError(f"the site answered {status}", _retry_after(response.headers.get("retry-after")))
        if robots and status >= _REFUSED:
            raise _NoRobotsError(url)
        raise FetchError(url, f"the site answered {status}.")


class _NoRobotsError(FetchError):
    """There is no robots.txt, so all is allowed (RFC 9309)."""


def _body(url: str, response: Any, limit: int) -> bytes:
    """What is sent, up to the limit. Without a length nobody notices a cut page but by its missing end."""
    body = bytearray()
    for piece in response.iter_bytes(PIECE):
        body += piece
        if len(body) > limit:
            raise FetchError(
                url, f"it is larger than {limit // 1024 // 1024 or 1} MiB, too large for what it should be."
            )
    told = "content-length" in response.headers or "chunked" in response.headers.get("transfer-encoding", "")
    if not told and "html" in response.headers.get("content-type", "") and b"</html" not in body[-4096:].lower():
        raise _TryAgainError("the page is cut short")
    return bytes(body)


def _retry_after(value: str | None) -> float | None:
    """The seconds that a header Retry-After means: a number or a time."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max((at - datetime.now(UTC)).total_seconds(), 0.0)
