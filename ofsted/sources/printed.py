"""Web pages that are made of a document's printed pages, as programs make them of PDFs: which, and their text.

Their elements say where words stood on paper, not what they are: all of the text is in `pre`, each line is a block of
its own, or every paragraph is a heading. So they are read as plain text. Knows nothing of reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["Run", "class_sizes", "is_element", "marks_page", "placed_text", "printed_pages"]

# What nothing but such a program writes, wherever on the page: pdf.js, pdf2htmlEX, pdftotext -bbox-layout, OCR (hOCR).
_SURE = ("div.page[data-page-number] > .textLayer", "div.pf[data-page-no]", "doc > page", "div.ocr_page")
# What a site's own page has, and a document's never.
_SITE = "article, aside, button, footer, form, header, iframe, input, main, nav, section, [role=main], a[href^='/']"
_WITHOUT_TEXT = frozenset(["head", "img", "link", "meta", "noscript", "script", "style", "svg", "template", "title"])
_INLINE = frozenset(
    ["a", "b", "br", "em", "font", "hr", "i", "img", "s", "small", "span", "strong", "style", "sub", "sup", "u"]
)
_BOX = "div[style*=writing-mode]"  # of pdfminer, whose elements overlap
_PAGE_ID = re.compile(r"page[-_]?\d+(?:[-_]div)?|pf[0-9a-f]+", re.IGNORECASE)
_PAGE_LABEL = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,4}")
_TOP = re.compile(r"(?<![a-z-])top\s*:\s*(-?[0-9.]{1,12})")
_LEFT = re.compile(r"(?<![a-z-])left\s*:\s*(-?[0-9.]{1,12})")
_SIZE = re.compile(r"(?:line-height|font-size)\s*:\s*([0-9.]{1,12})")
_CLASS_SIZE = re.compile(r"\.(\w{1,20})\s*\{\s*font-size\s*:\s*([0-9.]{1,12})")
_MOST_WRAPPERS = 5
_PART = 20  # of the text: the most that may stand beside the pages
_LETTER = 0.45  # of the size of type: how wide one is, about

Run = list["LexborNode"]  # elements and text beside each other that are one page


def printed_pages(tree: LexborHTMLParser) -> list[Run]:
    """The pages that a web page is made of; none where it is a page of a site."""
    body = tree.body
    if body is None:
        return []
    for selector in _SURE:
        found = tree.css(selector)
        if found and _are_beside(found) and 2 * sum(map(_size, found)) > _size(body):
            return [[node] for node in found]
    if body.css_first(_SITE) is not None:
        return []
    if body.css_first(_BOX) is not None and any(map(marks_page, body.css("div"))):
        return [[body]]
    children = _with_text(body)
    for _ in range(_MOST_WRAPPERS):
        if len(children) != 1 or children[0].tag != "div" or _is_page(children[0]):
            break
        children = _with_text(children[0])
    return _containers(children) or _between_anchors(body)


def _are_beside(pages: Run) -> bool:
    """Whether the pages stand beside each other, none in another; each may have a frame."""
    places = [page.parent for page in pages]
    if all(place is not None and place.tag == "div" and "data-page-number" in place.attributes for place in places):
        places = [place.parent for place in places if place is not None]
    return len({place.mem_id for place in places if place is not None}) == 1


def _size(node: LexborNode) -> int:
    return len(node.text(deep=True))


def is_element(node: LexborNode) -> bool:
    """Only an element has attributes: to ask a text node for them ends the process in selectolax 0.3."""
    return (node.tag or "")[:1].isalpha()


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def marks_page(node: LexborNode) -> bool:
    """Whether an element is a page's number, with a link or its target (pdfminer)."""
    if node.tag != "div" or not (node.attributes.get("style") or "").startswith("position:absolute; top:"):
        return False
    parts = list(_children(node))
    links = [part.attributes for part in parts if part.tag == "a"]
    are_marks = all("name" in link or (link.get("href") or "").startswith("#") for link in links)
    return bool(links) and are_marks and all(part.tag in ("a", "-text") for part in parts)


def _with_text(node: LexborNode) -> Run:
    """The children that show any text."""
    return [child for child in _children(node) if _shows_text(child)]


def _shows_text(node: LexborNode) -> bool:
    tag = node.tag or ""
    return (tag == "-text" or tag[:1].isalpha()) and tag not in _WITHOUT_TEXT and bool(node.text(deep=True).strip())


def _is_page(node: LexborNode) -> bool:
    if node.tag != "div":
        return node.tag == "pre"
    attributes = node.attributes
    return bool(_PAGE_ID.fullmatch(attributes.get("id") or "")) or (attributes.get("class") or "").strip() == "page"


def _containers(children: Run) -> list[Run]:
    """Of pages that are an element each, with little beside them: their numbers, a title."""
    pages: list[Run] = []
    waiting: Run = []
    beside = 0
    for node in children:
        if _is_page(node):
            pages.append([*waiting, node])
            waiting = []
        elif not _PAGE_LABEL.fullmatch(node.text(deep=True).strip()):
            waiting.append(node)
            beside += _size(node)
    if not pages or beside * _PART >= sum(map(_size, children)):
        return []
    last = pages[-1][-1]
    pages[-1] += waiting
    return pages if last.tag == "pre" or last.attributes.get("id") or len(pages) > 1 else []


def _between_anchors(body: LexborNode) -> list[Run]:
    """Of pages that are words and line ends without a block, a link's target above each (pdftohtml)."""
    pages: list[Run] = []
    for node in _children(body):
        tag = node.tag or ""
        if is_element(node) and tag not in _INLINE:
            return []
        if tag == "a" and node.attributes.get("name") == "outline":
            break
        if tag == "a" and _NUMBER.fullmatch(node.attributes.get("name") or ""):
            pages.append([])
        if pages:
            pages[-1].append(node)
        elif _shows_text(node):
            return []
    return pages if body.css_first("hr") is not None else []


# ---- lines that each have their place ----


class _Piece(NamedTuple):
    """A block of a page: where its first line stands, the size of its type, its lines."""

    top: float
    left: float
    size: float
    lines: list[str]


def placed_text(page: Run, sizes: dict[str, float]) -> str | None:
    """The lines of a page of which every block says where it stands; None for another page.

    `sizes`: of type, of a style's classes. Blocks keep their order; where a line was torn, because its font changes, it
    is one again.
    """
    if len(page) != 1 or page[0].tag not in ("div", "page"):
        return None
    if lines := list(_lines(page[0])):
        return "\n".join(_line_text(node) for node in lines)
    pieces = [_piece(node, sizes) for node in _with_text(page[0])]
    text: list[str] = []
    last: _Piece | None = None
    for piece in pieces:
        if piece is None:
            return None
        text += ("" if last is None or _goes_on(last, piece) else "\n", "\n".join(piece.lines))
        last = piece
    return "".join(text) if text else None


def _lines(page: LexborNode) -> Iterator[LexborNode]:
    """The elements that are each a line (pdf2htmlEX, pdftotext -bbox-layout, hOCR), where there are such."""
    waiting = [page]
    while waiting:
        node = waiting.pop()
        name = (node.attributes.get("class") or "") if is_element(node) else ""
        if node.tag == "line" or name.startswith("t m0 ") or (node.tag == "span" and name.startswith("ocr_")):
            yield node
        elif node.tag in ("page", "flow", "block", "div") or name == "ocr_par":
            waiting.extend(reversed(list(_children(node))))


def _line_text(line: LexborNode) -> str:
    """A line's words, with an empty line above the first of a paragraph of hOCR."""
    words = " ".join(line.text(deep=True).split())
    above = line.prev
    while above is not None and not is_element(above):
        above = above.prev
    begins = above is None and line.tag == "span" and line.parent is not None and line.parent.tag == "p"
    return "\n" + words if begins else words


def class_sizes(tree: LexborHTMLParser) -> dict[str, float]:
    """The sizes of type that a page's styles give to classes."""
    found: dict[str, float] = {}
    for node in tree.css("style"):
        found.update((name, _value(size)) for name, size in _CLASS_SIZE.findall(node.text(deep=True)))
    return found


def _value(number: str) -> float:
    try:
        return float(number)
    except ValueError:
        return 0.0


def _piece(node: LexborNode, sizes: dict[str, float]) -> _Piece | None:
    if node.tag not in ("p", "div"):
        return None
    style = node.attributes.get("style") or ""
    top, left, size = _TOP.search(style), _LEFT.search(style), _SIZE.search(style)
    if top is None or left is None:
        return None
    words = "".join("\n" if part.tag == "br" else part.text_content or "" for part in node.traverse(include_text=True))
    known = _value(size[1]) if size else sizes.get(node.attributes.get("class") or "", 12.0)
    return _Piece(_value(top[1]), _value(left[1]), known, words.split("\n"))


def _goes_on(last: _Piece, piece: _Piece) -> bool:
    """Whether a block goes on with the last line of the one before it, and is no other column."""
    above = piece.top - last.top
    rows = len(last.lines) - 1
    same_row = abs(above) < last.size / 3 if not rows else last.size * rows / 2 < above < last.size * 2 * rows
    if not same_row or piece.left <= last.left:
        return False
    before, after = last.lines[-1], piece.lines[0]
    gap = (piece.left - last.left) / (last.size or 1) - len(before) * _LETTER
    if after[:1].isspace() or not before[-1:].isspace():
        is_word = before[-1:].islower() and after[:1].isupper()
        return not is_word and gap < 3 + len(before) * _LETTER / 4
    return gap < 1
