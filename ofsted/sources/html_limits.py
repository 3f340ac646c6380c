"""Whether a web page is too large for its parser, told before it is parsed: nothing can stop the parser once it runs.

Its time grows with the number of tags times their depth, and elements such as <b> that are left open are made again in
every paragraph after them. So a page is read here as the parser's tokenizer reads it, in time that grows with its size,
and what is open is counted. An end tag counts where it surely closes something: right after what it closes, not in
a comment, an attribute or a script. Where the tokenizer's state depends on more than is known here, no end tag counts
from there on. So a page can look deeper than it is, never shallower.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NoReturn

from ofsted.model.errors import TooLargeError

__all__ = ["MAX_ELEMENTS", "MAX_NESTING", "TOO_DEEP", "refuse", "refuse_too_large"]

MAX_NESTING = 10_000  # elements within elements; browsers stop at 512
MAX_ELEMENTS = 100_000  # and as many end tags
TOO_DEEP = f"elements nested over {MAX_NESTING:,} deep"
MAX_REPEATED = 1_000_000  # elements that the parser may make again
_MOST_MOVED = 8  # that it makes again where an end tag is in the wrong place
_MOST_PHRASES = 64  # left open within one element, to look through
_LONGEST_TAG = 1000


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_EMPTY = _set("area base br col embed hr img input link meta source track wbr frame html head body")
_ITEMS = _set("li dd dt")
_CELLS = _set("colgroup tbody td tfoot th thead tr")
_UNCLOSED = _EMPTY | _ITEMS | _CELLS | _set("p option")
# Their end tags close phrases that were left open in them.
_BLOCKS = _set(
    """address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header
    hgroup main menu nav ol pre search section summary ul"""
)
_FORMATTING = _set("a b big code em font i nobr s small strike strong tt u")
# Their end tags end whatever is in them; those of other elements count for nothing while a paragraph or an item is
# open in them, but for formatting elements: these end, and the paragraph or item goes on.
_CLOSING = _BLOCKS | _set("applet form h1 h2 h3 h4 h5 h6 marquee object select table template")
_PHRASES = _FORMATTING | _set("abbr cite dfn ins del kbd label mark q samp span sub sup time var")
_CELLS_AND_CAPTION = _CELLS | {"caption"}
# What may be open in an element after such a tag. A cell implies its row, and that its part of the table; an option may
# be in an item or a paragraph that is in another option.
_INNER = {
    "li": ("li",),
    "dd": ("dd",),
    "dt": ("dd",),
    "p": ("p",),
    "option": ("option", "option in an item", "option in a paragraph"),
    "col": ("colgroup",),
    **dict.fromkeys(_CELLS, ("tbody", "tr", "td")),
}
_HOLDING = _set("li dd p")  # they keep an end tag from what it would close
_MISPLACED = "-"  # in `open`: an item within one of another kind
_RAW = _set("iframe noembed noframes plaintext script style textarea title xmp")
_FOREIGN = _set("math svg")  # within them every element may hold others
_AROUND = _FOREIGN | _set("frameset select")  # within them text that is raw elsewhere may hold tags
_SHAPES = _set(
    """a animate animatemotion animatetransform circle clippath defs ellipse filter g image line lineargradient marker
    mask path pattern polygon polyline radialgradient rect stop switch symbol text textpath tspan use view"""
)
_SPACE = r"[ \t\n\f\r]"
_ATTRIBUTES = (
    rf"(?:[ \t\n\f\r/]++|(?:=[^ \t\n\f\r/>=]*+|[^ \t\n\f\r/>=]++)"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'>])[^ \t\n\f\r>]++)?+)?+)*+"
)
_TAG = re.compile(rf"<(/?)([a-zA-Z][^ \t\n\f\r/>]*+)({_ATTRIBUTES})>")
# Attributes that end in a stroke for certain: it is not part of a value.
_CLOSED = re.compile(rf"(?:{_SPACE}++[^ \t\n\f\r\"'/>=]++(?:=\"[^\"]*+\"|='[^']*+')?+)*+{_SPACE}*+/")
_MARKUP = re.compile(r"<(?:(!--)|(/?[a-zA-Z])|[!?/])")
_COMMENT_END = re.compile(r"--!?>")
_RAW_END = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.I) for name in _RAW}
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][^ \t\n\f\r/><]*+)")


class _Count:
    """What is open so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.open: list[tuple[str, str]] = []  # tag; of a formatting element what tells it from the next
        self.inner: list[set[str]] = [set()]  # of the page and of each of `open`: what else may be open in it
        self.depth = 3  # the most elements within each other: html, body, the text in it, then all of these
        self.formatting: Counter[str] = Counter()  # open or lost, by what tells them apart
        self.active = self.repeated = self.starts = self.ends = 0
        self.tables = self.foreign = 0  # how many are open
        self.around = 0  # the same of elements that may change how a tag is read
        self.svg = -1  # where in `open` the outermost <svg> is
        self.doubtful = 0  # how many of `open` an item or a cell may have ended

    def refuse(self, what: str) -> None:
        """Raises."""
        refuse(self.name, f"has {what}")

    def start(self, tag: str, attributes: str) -> None:
        """An element opens."""
        self.starts += 1
        if self.starts > MAX_ELEMENTS:
            self.refuse(f"over {MAX_ELEMENTS:,} elements")
        self.repeat(self.active)
        if tag in _UNCLOSED and not self.foreign:
            self.begin_unclosed(tag)
            return
        key = ""
        if tag in _FORMATTING:  # of elements that are alike the parser keeps three
            key = tag if tag == "a" else f"{tag} {attributes}"
            self.formatting[key] += 1
            self.active += self.formatting[key] <= 3
        if tag == "svg" and self.svg < 0:
            self.svg = len(self.open)
        self.push(tag, key)
        self.add_inner(_INNER.get(tag, ()))  # within <svg> or <math>, unless it ends that

    def begin_unclosed(self, tag: str) -> None:
        """An element whose end tag may be left out. An item of another kind is within the last one."""
        if tag in _ITEMS and self.inner[-1] & {"li", "dd"} - set(_INNER[tag]):
            self.push(_MISPLACED, "")
        if tag in _ITEMS or tag in _CELLS:
            self.doubtful = len(self.open)
        self.add_inner(_INNER.get(tag, ()))

    def add_inner(self, tags: Iterable[str]) -> None:
        """These may be open in the last element."""
        new = set(tags) - self.inner[-1]
        self.inner[-1] |= new
        self.deepen(len(new))

    def deepen(self, levels: int) -> None:
        """So many more elements may be open within each other."""
        self.depth += levels
        if self.depth > MAX_NESTING:
            self.refuse(TOO_DEEP)

    def push(self, tag: str, key: str) -> None:
        """One more element is open."""
        self.count(tag, 1)
        self.open.append((tag, key))
        self.inner.append(set())
        self.deepen(1)

    def count(self, tag: str, number: int) -> None:
        """More or fewer elements of those that matter are open."""
        self.tables += number * (tag == "table")
        self.foreign += number * (tag in _FOREIGN)
        self.around += number * (tag in _AROUND)

    def end(self, tag: str) -> None:
        """An end tag: closes the last element, or a block in which only phrases are left open."""
        self.ends += 1
        if self.ends > MAX_ELEMENTS:
            self.refuse(f"over {MAX_ELEMENTS:,} end tags")
        self.repeat(self.active)
        if tag in ("li", "p") and tag in self.inner[-1] and not self.foreign:
            self.inner[-1].remove(tag)
            self.depth -= 1
        if self.open and self.open[-1][0] == tag and tag != "frameset":  # which may have been left out
            self.close_last(tag)
        elif tag in _PHRASES:
            self.repeat(_MOST_MOVED)
        elif tag in _ITEMS or tag in _CELLS:
            self.doubtful = len(self.open)
        elif tag in _BLOCKS:
            self.close_block(tag)

    def close_last(self, tag: str) -> None:
        """The end tag of the last element: closes it unless a paragraph or an item in it keeps it open."""
        held = self.inner[-1] & _HOLDING
        if not held or tag in _CLOSING or self.foreign:
            self.close()
        elif tag in _FORMATTING:
            self.close()
            self.add_inner(held)

    def close(self) -> None:
        """The last element ends, with all that is in it."""
        tag, key = self.open.pop()
        self.depth -= 1 + len(self.inner.pop())
        self.count(tag, -1)
        self.doubtful = min(self.doubtful, len(self.open))
        if len(self.open) <= self.svg:
            self.svg = -1
        if key:
            self.active -= self.formatting[key] <= 3
            self.formatting[key] -= 1

    def close_block(self, tag: str) -> None:
        """A block ends, and so do the phrases in it, but for those that format: they go on behind it."""
        top = len(self.open) - 1
        last = max(self.doubtful, top - _MOST_PHRASES)
        while top >= last and (self.open[top][0] in _PHRASES or self.open[top][0] == _MISPLACED):
            top -= 1
        if top >= last and self.open[top][0] == tag:
            lost = [(name, key) for name, key in self.open[top + 1 :] if key]
            self.depth += len(lost) - sum(1 + len(inner) for inner in self.inner[top + 2 :])
            del self.open[top + 1 :], self.inner[top + 2 :]
            self.close()
            self.open += lost
            self.inner += [set[str]() for _ in lost]

    def repeat(self, number: int) -> None:
        """Formatting elements that were not closed are made again."""
        self.repeated += number
        if self.repeated > MAX_REPEATED:
            self.refuse("too many elements that are not closed")


def refuse(name: str, why: str) -> NoReturn:
    """Raises TooLargeError: the document `name` is a web page that …"""
    raise TooLargeError(name, f"this web page {why}. Check that it is the right file.")


def refuse_too_large(markup: str, name: str) -> None:
    """TooLargeError, with the document's `name`, for a page that the parser may take minutes or gigabytes for."""
    count = _Count(name)
    at = _read_surely(markup, count)
    for match in _ANY_TAG.finditer(markup, at):  # whatever the tokenizer's state is
        if match[1]:
            count.end("")
        else:
            tag = _TAG.match(markup, match.start(), match.start() + _LONGEST_TAG)
            count.start(match[2].lower(), tag[3] if tag else str(match.start()))


def _read_surely(markup: str, count: _Count) -> int:
    """Reads up to where the tokenizer's state is not known any more, or to the end."""
    at = 0
    while found := _MARKUP.search(markup, at):
        at = found.start()
        after: int | None
        if found[1]:
            after = _after_comment(markup, at + 4)
        elif found[2]:
            tag = _TAG.match(markup, at)
            after = _after_tag(markup, tag, count) if tag else None
        elif count.around and markup.startswith("<![CDATA[", at):
            after = None
        else:
            after = markup.find(">", at) + 1 or len(markup)
        if after is None:
            return at
        at = after
    return len(markup)


def _after_comment(markup: str, at: int) -> int:
    if markup.startswith((">", "->"), at):
        return markup.index(">", at) + 1
    end = _COMMENT_END.search(markup, at)
    return end.end() if end else len(markup)


def _after_tag(markup: str, tag: re.Match[str], count: _Count) -> int | None:
    """Counts the tag; where the next one may begin, None where that is not known."""
    name = tag[2].lower()
    if tag[1]:
        count.end(name)
        return tag.end()
    if name in _RAW:
        return _after_raw_text(markup, tag, name, count)
    if count.svg >= 0 and name not in _SHAPES and not name.startswith("fe"):
        return None  # it may end the <svg>
    if name in _CELLS_AND_CAPTION and count.tables and count.open[-1][0] != "table":
        return None  # it ends what is open in the cell before
    if count.foreign and name in _INNER:
        return None  # it may end the <math>
    if name == "caption" and not count.tables and not count.foreign:
        return tag.end()  # the parser leaves it out
    count.start(name, tag[3])
    if count.svg >= 0 and count.around == 1 and _CLOSED.fullmatch(tag[3]):
        count.close()
    return tag.end()


def _after_raw_text(markup: str, tag: re.Match[str], name: str, count: _Count) -> int | None:
    """The same after the text of a script or the like, in which nothing is a tag."""
    end = _RAW_END[name].search(markup, tag.end())
    text = markup[tag.end() : end.start() if end else len(markup)]
    if "<" in text and (count.around or ("<!--" in text and "<script" in text.lower())):
        return None
    count.start(name, tag[3])
    return end.start() if end else len(markup)
