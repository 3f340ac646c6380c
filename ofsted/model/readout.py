"""What was read from one document, before it is built into objects."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

__all__ = ["Core", "Origin", "Plain", "Readout", "Tree"]

Tree = dict[str, Any]


def _complete(tree: Tree) -> None:
    """What an older version kept lacks the keys that have come since."""
    for key in ("theme", "visit_number", "statement_of_action", "progress"):
        tree.setdefault(key, None)
    if "significant_weaknesses" not in tree["findings"]:
        for found in tree["findings"].values():
            for finding in found:
                finding.setdefault("progress", None)
        tree["findings"]["significant_weaknesses"] = []
    tree["previous_inspections"] = [{"year": None, "month": None} | past for past in tree["previous_inspections"]]


class Core(Protocol):
    """What holds the text and the tree: the extension's `ParsedReport`, or bytes or a dict that hold the same."""

    @property
    def text(self) -> str:
        """What spans address."""

    def to_dict(self, source: Tree, /) -> Tree:
        """A new tree, with `source` as its last entry."""


class Plain:
    """A core of a tree and a text that are there already."""

    __slots__ = ("_tree", "text")

    def __init__(self, tree: Tree, text: str) -> None:
        self._tree = tree
        self.text = text

    def to_dict(self, source: Tree, /) -> Tree:
        """A new tree, with this `source`."""
        tree: Tree = json.loads(json.dumps(self._tree))
        return {**tree, "source": dict(source)}


# A letter's own date and the day on which it appears on the site are days or weeks apart as a rule.
_DAYS_APART = 31


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document was published, and when, which it may not say itself.

    `published_from` names who says so: 'site' (what `ofsted fetch` noted), 'table' or 'name' (a caller's).
    """

    url: str | None = None
    published: str | None = None
    published_from: str | None = None
    listed: tuple[str, str] | None = None
    """Number and name of the authority on whose page the site lists it."""

    def __or__(self, other: Origin) -> Origin:
        """This one, with what only the other knows."""
        day = self if self.published else other
        return Origin(self.url or other.url, day.published, day.published_from, self.listed or other.listed)


@dataclass(frozen=True, slots=True)
class Readout:
    """A core, where it was read from, and what to doubt that the core does not know of."""

    core: Core
    source: Tree
    issues: tuple[Tree, ...] = ()
    origin: Origin = Origin()

    def to_dict(self) -> Tree:
        """The whole as a new tree, as `Report.to_dict()` gives it."""
        tree = self.core.to_dict(self.full_source())
        _complete(tree)
        tree["issues"].extend(dict(issue) for issue in self.issues)
        self._add_origin(tree)
        return tree

    def _add_origin(self, tree: Tree) -> None:
        """The link and the day of publication: one that is given stands before one that is printed."""
        printed, origin = tree["published"], self.origin
        source = {"url": None, "published_from": "printed" if printed else None, **tree["source"]}
        if origin.published:
            tree["published"], source["published_from"] = origin.published, origin.published_from
        tree["source"] = {**source, "url": origin.url or source["url"]}
        if origin.listed and origin.listed[0] != tree["authority"]["urn"]:
            read = tree["authority"]["name"] or "no authority"
            message = f"The site lists this report under {origin.listed[1]}, and it was read as one on {read}."
            issue = {"code": "listed_elsewhere", "field": "authority", "message": message, "page": None, "span": None}
            tree["issues"].append(issue)
        if origin.published:
            tree["issues"] += _doubts_of_day(printed, origin, tree["inspection_periods"])

    def full_source(self) -> Tree:
        """The source with its hash, which a text has only when it is asked for."""
        if self.source["sha256"] is None:
            text = self.core.text.encode("utf-8", "surrogatepass")
            self.source["sha256"] = hashlib.sha256(text).hexdigest()
        return self.source


_SAYS = {None: "someone says", "site": "the site says", "table": "the table says", "name": "its file's name says"}


def _doubts_of_day(printed: str | None, origin: Origin, periods: list[Tree]) -> list[Tree]:
    """Issues of a day that is given: it is far from the printed one, or before the inspection."""
    said, found = f"{_SAYS[origin.published_from]} it was published on {origin.published}", []
    if printed and abs((_day(printed) - _day(origin.published)).days) > _DAYS_APART:
        message = f"The report is dated {printed}, but {said}."
        found.append(
            {"code": "published_differs", "field": "published", "message": message, "page": None, "span": None}
        )
    begun = min((day for period in periods if (day := period["start"] or period["end"])), default=None)
    if begun and _day(origin.published) < _day(begun):
        message = f"The inspection began on {begun}, but {said}."
        found.append({"code": "before_visit", "field": "published", "message": message, "page": None, "span": None})
    return found


def _day(text: str | None) -> date:
    return date.fromisoformat(text or "")
