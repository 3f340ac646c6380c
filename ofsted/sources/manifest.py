"""`ofsted.jsonl`: what `ofsted fetch` notes of each report beside it. One JSON object a line, UTF-8.

The file is written whole and put in place at once, so that it is never half a file.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from ofsted.model.errors import OfstedError
from ofsted.sources.files import write_whole

__all__ = ["MANIFEST", "Entry", "ManifestError", "is_web_address", "read_manifest", "write_manifest"]

MANIFEST = "ofsted.jsonl"
_LARGEST = 64 * 1024 * 1024
_SHA256 = re.compile(r"[0-9a-f]{64}")


class ManifestError(OfstedError):
    """The file ofsted.jsonl cannot be read: it is damaged, or was not written by `ofsted fetch`."""

    advice = "this is not what `ofsted fetch` writes. Move it away and fetch again."


@dataclass(frozen=True, slots=True)
class Entry:
    """One report, as its page on the site lists it.

    Attributes:
        file: its name in the folder.
        url: where it was got.
        authority: the name on its page.
        urn: Ofsted's number, of that page.
        kind: as the site names it: "Children's services inspection".
        published: the day on its page, ISO 8601; None where its links give two.
        sha256: of the file.
        size: of the file, in bytes.
        fetched: when it was got, ISO 8601 in UTC.
        page: the address of the page that lists it.
        also: other authorities whose pages list it.
        etag: what the site calls this version, for the next conditional request.
        modified: the site's Last-Modified, likewise.
    """

    file: str
    url: str
    authority: str
    urn: str
    kind: str
    published: str | None
    sha256: str
    size: int
    fetched: str
    page: str
    also: tuple[str, ...] = ()
    etag: str | None = None
    modified: str | None = None


_FIELDS = {field.name for field in fields(Entry)}
_TEXTS = ("file", "url", "authority", "urn", "kind", "sha256", "fetched", "page")


def is_web_address(url: object) -> bool:
    """Whether a link may be put into a page: http or https, in printable characters."""
    return isinstance(url, str) and url.startswith(("https://", "http://")) and url.isprintable() and " " not in url


def _entry(line: str) -> Entry:
    """What one line says; ValueError where it is not what it should be. Keys that are not known are passed over."""
    said: Any = json.loads(line)
    if not isinstance(said, dict):
        raise ValueError("it is no object")
    missing = [name for name in _TEXTS if not isinstance(said.get(name), str)]
    if missing:
        raise ValueError(f"{missing[0]} is missing")
    known = {name: value for name, value in said.items() if name in _FIELDS}
    entry = Entry(**{**known, "also": tuple(map(str, said.get("also") or ()))})
    if os.path.basename(entry.file) != entry.file or "\\" in entry.file or entry.file in ("", ".", ".."):
        raise ValueError("file is no plain name")
    if not is_web_address(entry.url) or not _SHA256.fullmatch(entry.sha256):
        raise ValueError("url or sha256 is none")
    if entry.published is not None:
        date.fromisoformat(entry.published)
    return entry


def read_manifest(path: str) -> list[Entry]:
    """What a file lists. ManifestError, with the line, where it makes no sense; OSError where it cannot be read."""
    with open(path, "rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ManifestError(path, "this is larger than any list of reports.")
    found = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            try:
                found.append(_entry(line.decode("utf-8-sig")))
            except (ValueError, TypeError, RecursionError) as error:
                raise ManifestError(
                    path, f"line {number} cannot be understood ({error}). {ManifestError.advice}"
                ) from None
    return found


def write_manifest(path: str, entries: Iterable[Entry]) -> None:
    """The file, written whole."""
    lines = (json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in entries)
    write_whole(path, "".join(lines).encode("utf-8"))
