"""A web page as lines: its headings, paragraphs, list items and table cells, without the chrome around them.

Needs selectolax (the extra ``html``). Knows nothing of reports; what a line means is for the core to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from ofsted.model.errors import MissingExtraError
from ofsted.sources.html_limits import refuse, refuse_too_large
from ofsted.sources.printed import Run, class_sizes, is_element, marks_page, placed_text, printed_pages

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["Page", "declares_latin", "is_html", "read_page"]

# The kinds and flags of ofs_given_line in csrc/ofsted.h.
PARAGRAPH, HEADING, ITEM, CELL, ASIDE, TEXT = range(6)
BOLD, BEGINS, LABELLED = 1, 2, 4

Line = tuple[int, int, int, int, int, int, int, int, int]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_START = re.compile(
    rb"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|h1|h2|p|table|ul)\b", re.I | re.S
)
_LATIN = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*(?:windows-1252|iso-8859-1|latin-?1|us-ascii)", re.I)
_HEAD = 2048
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = _set(
    """address article blockquote body caption center dd details dialog div dl dt fieldset figcaption figure form h1 h2
    h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead
    tr ul"""
)
_BOLD = _set("b strong th")
# Never a part of what the page says, or, struck out, no longer.
_UNSEEN = _set(
    """audio button canvas datalist del embed head iframe input map math nav noscript object option s script select
    strike style svg template textarea title video"""
)
# Part of the page's chrome, unless the headline is in it.
_CHROME_TAGS = _set("aside dialog footer form header")
_CHROME_ROLES = _set("alertdialog banner complementary contentinfo dialog form menu menubar navigation search toolbar")
_CHROME_WORDS = _set(
    """addthis breadcrumb breadcrumbs comments cookie cookies consent feedback footer menu nav navbar navigation
    newsletter pager pagination related share sharing sidebar skip skiplink social-links social-media subscribe
    toolbar"""
)
_HIDDEN_WORDS = _set("govuk-visually-hidden nonvisual screen-reader-text sr-only visually-hidden visuallyhidden")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|:[^;:]*line-through", re.I)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_NUMBER = re.compile(r"\d{1,3}[.)]")
_MARK = re.compile(r"\[?[0-9]{1,2}\]?")
_PAGE = re.compile(r"[0-9]{1,3}")  # alone in a paragraph
_COUNCIL = re.compile(r"\b(?:Council|Borough|Trust)\b")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
MAX_PAGE = 16 * 1024 * 1024  # characters; a long page with everything in it has one million
_LARGEST_SPAN = 100
_MOST_COLUMNS = 10_000  # in which cells that reach into later rows are kept in mind
_MOST_CANDIDATES = 50  # elements that may be the content
_MOST_WEIGHED = 200
_LEAST_BROKEN = 12  # lines of one block, behind breaks: a text that was pasted, and no address
_LEAST_CONTENT = 500  # characters that make an element worth taking for the page's content, or the lines for a text


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, its lines (see ofs_given_line), its title, and what read it.

    `lines` is None where the text has to tell them: it is that of printed pages, a form feed between two of them.
    `is_ocr`: a program that reads pictures has written it (hOCR).
    """

    text: str
    lines: list[Line] | None
    title: str
    extractor: str
    is_ocr: bool = False


def is_html(head: bytes) -> bool:
    """Whether bytes, white space before them left out, begin as a web page or a piece of one does."""
    if head[:5].lower() == b"<?xml":
        return b"<html" in head.lower()
    return _START.match(head) is not None


def declares_latin(data: bytes) -> bool:
    """Whether a page says that it is in Windows-1252 or in Latin-1, which browsers read as the same."""
    return _LATIN.search(data[:_HEAD]) is not None


def read_page(markup: str, name: str) -> Page:
    """The lines of a web page.

    MissingExtraError, with the document's `name`, where selectolax is not installed; TooLargeError over MAX_PAGE
    characters and where html_limits says so.
    """
    try:
        import selectolax
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtraError(name) from None
    if len(markup) > MAX_PAGE:
        refuse(name, f"is over {MAX_PAGE >> 20} MiB")
    refuse_too_large(markup, name)
    tree = LexborHTMLParser(markup)
    extractor = f"selectolax {selectolax.__version__}"
    if printed := printed_pages(tree):
        sizes = class_sizes(tree)
        text = "\f".join(_printed_text(page, sizes) for page in printed)
        return Page(text, None, _text(tree.css_first("title")), extractor, tree.css_first("div.ocr_page") is not None)
    writer = _Writer()
    root = _content(tree)
    headline = tree.css_first("h1")
    if root is not None:
        if headline is not None and root.css_first("h1") is None:
            writer.walk(headline)
        writer.walk(root)
    title = (_text(headline), _text(tree.css_first("title")))
    told = (_publisher(tree, title[1]), _published(tree))
    is_flat = not any(told) and writer.is_flat()
    writer.tell_text()
    writer.describe(*told)
    return Page("".join(writer.pieces), None if is_flat else writer.lines, " ".join(filter(None, title)), extractor)


def _printed_text(page: Run, sizes: dict[str, float]) -> str:
    if any(node.tag == "pre" for node in page):
        return "\n\n".join(node.text(deep=True) for node in page)
    text = placed_text(page, sizes)
    if text is None:
        writer = _Writer(printed=True)
        writer.walk_printed(page)
        text = "".join(writer.pieces).removeprefix("\f")
    return text


# ---- what of the page is content ----


def _text(node: LexborNode | None) -> str:
    return " ".join(node.text(deep=True).split()) if node is not None else ""


def _size(node: LexborNode) -> int:
    return len(node.text(deep=True))


def _content(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the page's content: main, else the longest article, else the body."""
    body = tree.body
    for selector in ("main, [role=main]", "article", "#main-content, #maincontent, #content, #main"):
        found = tree.css(selector)[:_MOST_CANDIDATES]
        if selector == "article" and len(found) > 1 and tree.css_first("h1") is not None:
            found = [node for node in found if node.css_first("h1") is not None] or found
        best = max(found, key=_size, default=None)
        if best is not None and body is not None and (_size(best) >= _LEAST_CONTENT or _size(best) * 3 >= _size(body)):
            return best
    return body


def _words(node: LexborNode) -> set[str]:
    """The words of an element's classes and id: 'site-footer' holds 'footer'."""
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    return set(names.split()) | set(re.split(r"[^a-z]+", names))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true":
        return True
    return bool(_HIDDEN_STYLE.search(attributes.get("style") or "")) or bool(_words(node) & _HIDDEN_WORDS)


def _is_caption(node: LexborNode) -> bool:
    """A picture's; some converters put a report's cover into captions of nothing."""
    return node.tag == "figcaption" and node.parent is not None and node.parent.tag == "figure"


# ---- what the page says of itself ----


def _meta(tree: LexborHTMLParser, *names: str) -> Iterator[str]:
    """The contents of the meta elements with these names, in the order of the names."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        found.setdefault(name.lower(), " ".join((attributes.get("content") or "").split()))
    return (found[name] for name in names if found.get(name))


def _publisher(tree: LexborHTMLParser, title: str) -> str:
    """Whose site it is: from its meta elements, else a council's name at the end of the title."""
    for name in _meta(tree, "dcterms.publisher", "dc.publisher", "og:site_name", "application-name"):
        if _COUNCIL.search(name):
            return name
    last = re.split(r"\s[-–—|:]\s", title)[-1]
    return last if last != title and _COUNCIL.search(last) else ""


def _published(tree: LexborHTMLParser) -> str:
    """The day of publication that the page's meta elements give, as '2023-01-13'."""
    times = (node.attributes.get("datetime") or "" for node in tree.css("time[itemprop=datePublished], time[pubdate]"))
    found = (*_meta(tree, "article:published_time", "datepublished", "dcterms.issued", "dc.date.issued"), *times)
    days = (match.group() for value in found if (match := _ISO_DAY.match(value)))
    return next(days, "")


# ---- writing the lines ----


@dataclass(slots=True)
class _Table:
    """A table that is being read: where the next cell is."""

    number: int
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)  # of each column the first row that is free

    def next_row(self) -> None:
        """Begins a row."""
        self.row += 1
        self.column = 0

    def place(self, node: LexborNode) -> tuple[int, int]:
        """Row and column of a cell, past those that earlier cells reach into."""
        row = max(self.row, 0)
        while self.taken.get(self.column, 0) > row:
            self.column += 1
        place = (row, self.column)
        across, down = _number(node, "colspan"), _number(node, "rowspan")
        if down > 1:
            for column in range(self.column, min(self.column + across, _MOST_COLUMNS)):
                self.taken[column] = max(self.taken.get(column, 0), row + down)
        self.column += across
        return place


def _number(node: LexborNode, name: str, largest: int = _LARGEST_SPAN) -> int:
    value = (node.attributes.get(name) or "").strip()
    return min(max(int(value), 1), largest) if value.isascii() and value.isdigit() and len(value) < 10 else 1


@dataclass(slots=True)
class _Item:
    """A list item: its printed number, until that is written."""

    label: str
    begun: bool = False


@dataclass(slots=True)
class _Place:
    """What the text of one block of the page is part of."""

    element: int
    block: int = 0
    kind: int = PARAGRAPH
    level: int = 0
    depth: int = 0  # of lists
    item: _Item | None = None
    numbers: list[int] | None = None  # the next number of an ordered list
    table: _Table | None = None
    cell: tuple[int, int, int] = (0, 0, 0)  # table, row, column
    literal: bool = False  # line ends count


_NOTHING = (-1, 0, (0, 0, 0))  # kind, element, cell of the last line, before the first

# A node still to be walked; or None: the end of an element with this tag, '' for a block.
_Step: TypeAlias = "tuple[LexborNode | None, _Place, str]"


class _Writer:
    """Walks the page in reading order and writes its text and lines."""

    def __init__(self, printed: bool = False) -> None:
        self._printed = printed  # every line end of the source is one of the text
        self.pieces: list[str] = []
        self.lines: list[Line] = []
        self._blocks: list[int] = []  # of each line
        self._bytes = 0  # written so far
        self._buffer: list[str] = []
        self._plain = False  # letters that are not bold are in the buffer
        self._bold = 0  # elements open that make text bold
        self._has_bold = False
        self._elements = self._tables = self._weighed = self._size = 0
        self._whole_body = False
        self._last = _NOTHING

    def walk(self, root: LexborNode) -> None:
        """Writes what is in `root`. Without recursion: pages nest deeper than Python may."""
        self._size = _size(root)
        self._whole_body = root.tag == "body"
        outer = _Place(self._element())
        inner = self._open(root, outer)
        waiting: list[_Step] = [(None, inner, "")]
        self._push_children(waiting, root, inner)
        self._walk(waiting)

    def walk_printed(self, page: Run) -> None:
        """Writes the lines of a printed page."""
        place = _Place(self._element(), literal=True)
        self._walk([(None, place, ""), *((node, place, "") for node in reversed(page))])

    def _walk(self, waiting: list[_Step]) -> None:
        while waiting:
            node, place, tag = waiting.pop()
            if node is None:
                self._leave(place, tag)
            elif node.tag == "-text":
                text = node.text_content or ""
                at_break = self._printed and node.next is not None and node.next.tag == "br"
                self._write(text.rstrip("\n") if at_break else text, place)
            elif node.tag == "br":
                self._break(place)
            elif self._printed and marks_page(node):
                self._flush(place)
                self.pieces.append("\f")
                self._last = _NOTHING
            elif node.tag == "sup" and not self._printed and _MARK.fullmatch(node.text(deep=True).strip()):
                pass  # a footnote's mark is no part of the words
            elif is_element(node) and not self._is_chrome(node):
                self._begin(waiting, node, place)

    def _begin(self, waiting: list[_Step], node: LexborNode, place: _Place) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS:
            self._flush(place)
            place = self._open(node, place)
            waiting.append((None, place, ""))
        if tag in _BOLD or tag == "q":
            self._bold += tag != "q"
            self._has_bold |= tag != "q"
            self._buffer.append("“" if tag == "q" else "")
            waiting.append((None, place, tag))
        self._push_children(waiting, node, place)

    def _leave(self, place: _Place, tag: str) -> None:
        """At the end of an element: of a block, where `tag` is empty."""
        if tag == "q":
            self._buffer.append("”")
        elif tag:
            self._bold -= 1
        else:
            self._flush(place)

    @staticmethod
    def _push_children(waiting: list[_Step], node: LexborNode, place: _Place) -> None:
        child = node.last_child
        while child is not None:
            waiting.append((child, place, ""))
            child = child.prev

    def _element(self) -> int:
        self._elements += 1
        return self._elements

    def _open(self, node: LexborNode, outer: _Place) -> _Place:
        """The place of a block's text within that of the block around it."""
        tag = node.tag or ""
        element = self._element()
        place = replace(outer, element=element, block=element, literal=outer.literal or tag == "pre")
        if tag in ("ul", "ol", "menu"):
            place.depth += 1
            place.numbers = [_number(node, "start", 999)] if tag == "ol" else None
        elif tag == "li":
            place.item = _Item(_label(node, outer.numbers))
            place.kind = CELL if outer.kind == CELL else ITEM
        elif outer.kind == CELL:
            pass  # a cell's blocks are lines of the cell
        elif tag in _HEADINGS:
            place.kind, place.level, place.item = HEADING, _HEADINGS[tag], None
        elif tag == "table" and (node.attributes.get("role") or "") not in ("presentation", "none"):
            self._tables += 1
            place.table = _Table(self._tables)
        elif tag == "tr" and outer.table is not None:
            outer.table.next_row()
        elif tag in ("td", "th") and outer.table is not None:
            place.kind = CELL
            place.cell = (outer.table.number, *outer.table.place(node))
        elif place.kind == ITEM:
            place.element = outer.element  # paragraphs of one item
        return place

    def _is_chrome(self, node: LexborNode) -> bool:
        """What belongs to the site and not to the page's content; never what holds the headline or most of the text."""
        if node.tag in _UNSEEN or _is_caption(node) or (not self._printed and _is_hidden(node)):
            return True
        if self._printed:
            return False
        by_tag = node.tag in _CHROME_TAGS and (node.tag != "header" or self._whole_body)
        by_role = (node.attributes.get("role") or "").lower() in _CHROME_ROLES
        if not by_tag and not by_role and not _words(node) & _CHROME_WORDS:
            return False
        self._weighed += 1
        if self._weighed > _MOST_WEIGHED:
            return False
        return node.css_first("h1") is None and _size(node) * 2 <= self._size

    # ---- lines ----

    def _write(self, text: str, place: _Place) -> None:
        if not place.literal:
            self._add(text)
            return
        lines = text.split("\n")
        for number, line in enumerate(lines):
            if number:
                self._flush(place)
            if self._printed and 0 < number < len(lines) - 1 and not line.strip():
                place.element = self._element()  # an empty line
            self._add(line)

    def _add(self, text: str) -> None:
        self._buffer.append(text)
        if not self._bold and not self._plain:
            self._plain = any(map(str.isalnum, text))

    def _break(self, place: _Place) -> None:
        """A line end; two of them end the paragraph, and one does behind bold words, which head what follows."""
        heads = not self._plain and not self._bold and any(map(str.isalnum, "".join(self._buffer)))
        if (not self._flush(place) or heads) and place.kind == PARAGRAPH:
            place.element = self._element()

    def _flush(self, place: _Place) -> bool:
        """Writes the open line, if there is any text in it."""
        text = _SPACES.sub(" ", "".join(self._buffer)).strip(" ")
        bold = not self._plain
        self._buffer.clear()
        self._plain = False
        if not text.strip():
            return False
        flags = BOLD if bold else 0
        if place.item is not None and not place.item.begun:
            place.item.begun = True
            flags |= BEGINS
            if place.item.label:
                flags |= LABELLED
                text = text if _NUMBER.match(text) else f"{place.item.label} {text}"
        level = place.depth if place.kind == ITEM else place.level
        kind = ASIDE if place.kind == PARAGRAPH and _PAGE.fullmatch(text) else place.kind
        self._put(text, (kind, place.element, place.cell), level, flags)
        self._blocks.append(place.block)
        return True

    def _put(self, text: str, here: tuple[int, int, tuple[int, int, int]], level: int, flags: int) -> None:
        between = _between(self._last, here)
        start = self._bytes + len(between)
        self._bytes = start + len(text.encode("utf-8", "surrogatepass"))
        self.pieces += (between, text)
        kind, element, (table, row, column) = here
        self.lines.append((start, self._bytes, kind, level, element, table, row, column, flags))
        self._last = here

    def tell_text(self) -> None:
        """Makes the lines of a long block with breaks lines of a text: what they are, their words have to tell."""
        count = Counter(block for block, line in zip(self._blocks, self.lines, strict=True) if line[2] == PARAGRAPH)
        last = -1
        for i, line in enumerate(self.lines):
            if line[2] == PARAGRAPH and count[self._blocks[i]] >= _LEAST_BROKEN:
                gap = BEGINS if line[4] != last else 0
                self.lines[i] = (*line[:2], TEXT, *line[3:8], line[8] | gap)
            last = line[4]

    def is_flat(self) -> bool:
        """Whether the lines have no structure: as in a mail that a text was pasted into."""
        plain = not self._has_bold and all(line[2] in (PARAGRAPH, ASIDE) for line in self.lines)
        return plain and self._bytes >= _LEAST_CONTENT

    def describe(self, publisher: str, published: str) -> None:
        """What the page's meta elements say, as lines that are no part of its content."""
        for label, value in (("Publisher", publisher), ("Published", published)):
            if value:
                self._put(f"{label}: {value}", (ASIDE, self._element(), (0, 0, 0)), 0, 0)


def _between(last: tuple[int, int, tuple[int, int, int]], here: tuple[int, int, tuple[int, int, int]]) -> str:
    """What divides two lines of the text: a tab between a row's cells, an empty line between blocks."""
    if last[0] < 0:
        return ""
    if last[0] == here[0] == CELL and last[2][0] == here[2][0]:
        return "\t" if last[2][1] == here[2][1] and last[2] != here[2] else "\n"
    return "\n" if last[1] == here[1] or last[0] == here[0] == ITEM else "\n\n"


def _label(node: LexborNode, numbers: list[int] | None) -> str:
    """The number that a browser shows before an item of an ordered list."""
    if numbers is None:
        return ""
    if "value" in node.attributes:
        numbers[0] = _number(node, "value", 999)
    number = numbers[0]
    numbers[0] += 1
    return f"{number}."
