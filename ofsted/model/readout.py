"""What was read from one document, before it is built into objects."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from ofsted._core import BULKY
from ofsted.model.characters import in_json

__all__ = ["Core", "Origin", "Plain", "Readout", "Tree", "dumped", "issue_of"]

Tree = dict[str, Any]


def _complete_head(tree: Tree) -> None:
    """What an older version kept lacks the keys that have come since."""
    for key in ("theme", "visit_number", "statement_of_action", "progress"):
        tree.setdefault(key, None)
    past = tree["previous_inspections"]
    if past and "year" not in past[0]:
        tree["previous_inspections"] = [{"year": None, "month": None, **one} for one in past]
    _complete_issues(tree["issues"])


def _complete_issues(issues: list[Tree]) -> list[Tree]:
    for issue in issues:
        issue.setdefault("about", [])
    return issues


def _complete_findings(findings: Tree) -> Tree:
    if "significant_weaknesses" not in findings:
        for found in findings.values():
            for finding in found:
                finding.setdefault("progress", None)
        findings["significant_weaknesses"] = []
    return findings


def issue_of(code: str, field: str, message: str, *about: str) -> Tree:
    """An issue that the core does not know of, about no place; `about` is what the message names."""
    return {"code": code, "field": field, "message": message, "page": None, "span": None, "about": list(about)}


_ON_ONE_LINE = json.JSONEncoder(ensure_ascii=False).encode


def dumped(part: Any, indent: int | None = None) -> str:
    """A tree or a part of one as JSON, as `Report.to_json()` gives it."""
    return in_json(_ON_ONE_LINE(part) if indent is None else json.dumps(part, ensure_ascii=False, indent=indent))


class Core(Protocol):
    """What holds the text and the tree: the extension's `ParsedReport`, or bytes or a dict that hold the same."""

    @property
    def text(self) -> str:
        """What spans address."""

    def to_dict(self, source: Tree, /) -> Tree:
        """A new tree, with `source` as its last entry."""

    def head(self) -> Tree:
        """The entries of the tree that are not in `_core.BULKY`, anew, and how much is in the others as `counts`."""

    def entry(self, key: str, /) -> Any:
        """One entry of the tree, anew."""

    def json(self, indent: int, given: tuple[tuple[str, str], ...], source: Tree, /) -> str:
        """The tree as JSON; `given` are keys and the JSON to print for them, `source` is the last entry."""


class Plain:
    """A core of a tree and a text that are there already."""

    __slots__ = ("_tree", "text")

    def __init__(self, tree: Tree, text: str) -> None:
        self._tree = tree
        self.text = text

    def to_dict(self, source: Tree, /) -> Tree:
        """A new tree, with this `source`."""
        return {**_copy(self._tree), "source": dict(source)}

    def head(self) -> Tree:
        """What is not bulky."""
        small = {key: part for key, part in self._tree.items() if key not in BULKY and key != "source"}
        return {**_copy(small), "counts": _counts(self._tree)}

    def entry(self, key: str, /) -> Any:
        """One entry."""
        return _copy(self._tree[key])

    def json(self, indent: int, given: tuple[tuple[str, str], ...], source: Tree, /) -> str:
        """All of it as JSON."""
        tree = {**_copy(self._tree), **{key: json.loads(text) for key, text in given}, "source": source}
        _complete_head(tree)
        _complete_findings(tree["findings"])
        return dumped(tree, None if indent < 0 else indent)


def _copy(part: Any) -> Any:
    return json.loads(json.dumps(part))


def _counts(tree: Tree) -> dict[str, int]:
    """As the core counts."""
    paragraphs, waiting = 0, list(tree["sections"])
    while waiting:
        section = waiting.pop()
        paragraphs += len(section["paragraphs"])
        waiting += section["sections"]
    findings = {kind: len(found) for kind, found in tree["findings"].items()}
    return {"paragraphs": paragraphs, "recommendations": len(tree["recommendations"]), **findings}


# A letter's own date and the day on which it appears on the site are days or weeks apart as a rule.
_DAYS_APART = 31
_MOST_INDENT = 64  # that the core writes
_TOLD_OTHERWISE = ("published", "issues", "authority", "inspection_periods")
"""The entries that `Readout` may print otherwise than the core does, or needs for that."""


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


_NO_ORIGIN = Origin()


@dataclass(slots=True)  # not frozen: each field would be set by a call, which is a hundredth of a text's time
class Readout:
    """A core, where it was read from, and what to doubt that the core does not know of. Nobody changes one."""

    core: Core
    source: Tree
    issues: tuple[Tree, ...] = ()
    origin: Origin = _NO_ORIGIN
    facts: object = None
    """Where what frames hold of the core stands, if that is known without it: `ofsted.tables.facts.FactsOf`."""

    def to_dict(self) -> Tree:
        """The whole as a new tree, as `Report.to_dict()` gives it."""
        tree = self.core.to_dict(self.full_source())
        _complete_head(tree)
        _complete_findings(tree["findings"])
        tree.update(self._beside(tree))
        return tree

    def head(self) -> Tree:
        """The entries of that tree but the bulky ones (`_core.BULKY`), anew, and how much is in these as `counts`."""
        head = self.core.head()
        _complete_head(head)
        return head | self._beside(head)

    def entry(self, key: str) -> Any:
        """One of the bulky entries, anew."""
        part = self.core.entry(key)
        return _complete_findings(part) if key == "findings" else part

    def to_json(self, indent: int | None = None) -> str:
        """The whole as JSON."""
        if isinstance(indent, str) or (indent or 0) > _MOST_INDENT:
            return dumped(self.to_dict(), indent)
        if self.issues or (self.origin is not _NO_ORIGIN and self.origin != _NO_ORIGIN):
            beside = self._beside({key: self.core.entry(key) for key in _TOLD_OTHERWISE})
            source = beside.pop("source")
            given = tuple((key, _below(dumped(part, indent), indent)) for key, part in beside.items())
        else:
            source, given = self.full_origin(self.core.entry("published")), ()
        try:
            return self.core.json(-1 if indent is None else max(indent, 0), given, source)
        except UnicodeEncodeError:  # a file's name that is not UTF-8
            return dumped(self.to_dict(), indent)

    def full_origin(self, printed: str | None) -> Tree:
        """Where it is from, and who says when it was published."""
        origin = self.origin
        source = {"url": None, "published_from": "printed" if printed else None, **self.full_source()}
        if origin.published:
            source["published_from"] = origin.published_from
        if origin.url:
            source["url"] = origin.url
        return source

    def _beside(self, head: Tree) -> Tree:
        """The entries of the tree that hold what its core does not know of.

        The link and the day of publication: one that is given stands before one that is printed.
        """
        printed, authority = head["published"], head["authority"]
        begun = min((day for p in head["inspection_periods"] if (day := p["start"] or p["end"])), default=None)
        added = self.added_issues(printed, authority["urn"], authority["name"], begun)
        issues = head["issues"] + _complete_issues(added)
        return {
            "published": self.origin.published or printed,
            "issues": issues,
            "source": self.full_origin(printed),
        }

    def added_issues(self, printed: str | None, urn: str | None, name: str | None, begun: str | None) -> list[Tree]:
        """The issues that the core does not know of: `begun` is the earliest day of any inspection period."""
        origin, issues = self.origin, [dict(issue) for issue in self.issues]
        if origin.listed and origin.listed[0] != urn:
            read = f"'{name}'" if name else "no authority"
            message = f"The site lists this report under '{origin.listed[1]}', and it was read as one on {read}."
            named = [origin.listed[1], *([name] if name else [])]
            issues.append(issue_of("listed_elsewhere", "authority", message, *named))
        if origin.published:
            issues += _doubts_of_day(printed, origin, begun)
        return issues

    def full_source(self) -> Tree:
        """The source with its hash, which a text has only when it is asked for."""
        if self.source["sha256"] is None:
            text = self.core.text.encode("utf-8", "surrogatepass")
            self.source["sha256"] = hashlib.sha256(text).hexdigest()
        return self.source


def _below(text: str, indent: int | None) -> str:
    """JSON one level down. Line ends in it are none of a text's: these are escaped."""
    return text if indent is None else text.replace("\n", "\n" + " " * indent)


_SAYS = {None: "someone says", "site": "the site says", "table": "the table says", "name": "its file's name says"}


def _doubts_of_day(printed: str | None, origin: Origin, begun: str | None) -> list[Tree]:
    """Issues of a day that is given: it is far from the printed one, or before the inspection."""
    said, found = f"{_SAYS[origin.published_from]} it was published on {origin.published}", []
    if printed and abs((_day(printed) - _day(origin.published)).days) > _DAYS_APART:
        message = f"The report is dated {printed}, but {said}."
        found.append(issue_of("published_differs", "published", message, printed, str(origin.published)))
    if begun and _day(origin.published) < _day(begun):
        message = f"The inspection began on {begun}, but {said}."
        found.append(issue_of("before_visit", "published", message, begun, str(origin.published)))
    return found


def _day(text: str | None) -> date:
    return date.fromisoformat(text or "")
