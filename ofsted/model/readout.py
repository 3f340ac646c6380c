"""What was read from one document, before it is built into objects."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Protocol

__all__ = ["Core", "Plain", "Readout", "Tree"]

Tree = dict[str, Any]


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


@dataclass(frozen=True, slots=True)
class Readout:
    """A core, where it was read from, and what to doubt that the core does not know of."""

    core: Core
    source: Tree
    issues: tuple[Tree, ...] = ()

    def to_dict(self) -> Tree:
        """The whole as a new tree, as `Report.to_dict()` gives it."""
        tree = self.core.to_dict(self.full_source())
        tree.setdefault("theme", None)  # what an older version kept has none
        tree["issues"].extend(dict(issue) for issue in self.issues)
        return tree

    def full_source(self) -> Tree:
        """The source with its hash, which a text has only when it is asked for."""
        if self.source["sha256"] is None:
            text = self.core.text.encode("utf-8", "surrogatepass")
            self.source["sha256"] = hashlib.sha256(text).hexdigest()
        return self.source
