"""What `show()` gives: the place that a value was read from, as a picture or as lines. `ofsted.showing` makes them."""

from __future__ import annotations

import base64
import io
import os
from dataclasses import dataclass, field, fields
from html import escape
from itertools import zip_longest
from typing import Any

from ofsted.model.paths import path_of

__all__ = ["ON_PAPER", "PagePicture", "TextExcerpt", "restore_fields"]

ON_PAPER = (
    "<style>@media print{.ofsted-table{font-size:7pt!important;table-layout:auto!important}"
    ".ofsted-table :is(td,th){padding:1pt 3pt 1pt 0!important}.ofsted-table div{min-width:0!important}"
    ".ofsted-table :is(span,a){white-space:normal!important}.ofsted-table tr{break-inside:avoid}}</style>"
)
"""A style for tables of this class in a notebook: what is as wide as a window, the edge of a sheet would cut."""


def restore_fields(part: Any, state: list[Any], since: Any) -> None:
    """The fields of a frozen dataclass from its pickle; `since` for one that has come since then, the last."""
    for known, value in zip_longest(fields(part), state, fillvalue=since):
        object.__setattr__(part, known.name, value)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """What was read, marked on its page: a notebook shows it, `save()` writes it.

    `page` and `last_page` count from 1. `marked` is False where the words could not be found on a page for sure; then
    the page is shown whole, and `note` says so. `text` is the evidence as it was read.
    """

    path: str
    page: int
    last_page: int
    text: str
    marked: bool
    note: str | None
    image: Any = field(repr=False, compare=False)
    """A `PIL.Image.Image`; parts of several pages are one below the other."""
    doubts: str | None = field(default=None, repr=False, compare=False)
    """What to check about it before use; None for nothing."""

    def __setstate__(self, state: list[Any]) -> None:
        """What was pickled before there were `doubts` is shorter."""
        restore_fields(self, state, None)

    def save(self, path: str | os.PathLike[str]) -> str:
        """Write a PNG (or what the name's ending says, of what Pillow can write); the path."""
        name = path_of(path)
        self.image.save(name)
        return name

    @property
    def pages(self) -> str:
        """'page 3', 'pages 3–4'."""
        return f"page {self.page}" if self.page == self.last_page else f"pages {self.page}–{self.last_page}"

    def __str__(self) -> str:
        return f"{self.path}, {self.pages}" + (f": {self.note}" if self.note else "")

    def _repr_png_(self) -> bytes:
        buffer = io.BytesIO()
        self.image.save(buffer, format="PNG")
        return buffer.getvalue()

    def _repr_html_(self) -> str:
        data = base64.b64encode(self._repr_png_()).decode("ascii")
        words = escape(" ".join(self.text.split()), quote=True)
        caption = _caption(self)
        return (
            f'<figure style="margin:0.5em 0"><img alt="{words}" src="data:image/png;base64,{data}" '
            'style="max-width:100%;max-height:60em;border:1px solid #888;background:#fff">'
            f"<figcaption>{caption}</figcaption></figure>"
        )


@dataclass(frozen=True, slots=True)
class TextExcerpt:
    """What was read, marked between the lines around it: prints as text, a notebook shows it as HTML.

    `page` is None where a text has no page marks; `line` counts from 1 in the whole text.
    """

    path: str
    page: int | None
    line: int
    before: str = field(repr=False)
    text: str
    after: str = field(repr=False)
    marked: bool = True
    note: str | None = None
    doubts: str | None = field(default=None, repr=False, compare=False)
    """What to check about it before use; None for nothing."""

    def __setstate__(self, state: list[Any]) -> None:
        """What was pickled before there were `doubts` is shorter."""
        restore_fields(self, state, None)

    def lines(self, marks: tuple[str, str] = ("**", "**")) -> str:
        """The lines with their numbers; '>' marks those that hold the evidence, `marks` around it."""
        first, last = len(self.before.splitlines()), len((self.before + self.text).rstrip("\r\n").splitlines())
        first = max(first - (0 if not self.before or self.before.endswith("\n") else 1), 0)
        whole = (self.before + marks[0] + self.text + marks[1] + self.after).splitlines()
        start = self.line - first
        width = len(str(start + len(whole)))
        rows = []
        for place, line in enumerate(whole):
            sign = ">" if first <= place < last else " "
            rows.append(f"{sign} {start + place:>{width}} | {line}".rstrip())
        return "\n".join(rows)

    def save(self, path: str | os.PathLike[str]) -> str:
        """Write an HTML page (a name that ends in .html or .htm) or plain text; the path. ValueError for pictures."""
        name = path_of(path)
        ending = os.path.splitext(name)[1].lower()
        if ending in (".png", ".jpg", ".jpeg", ".pdf", ".webp", ".tif", ".tiff", ".gif", ".bmp"):
            raise ValueError(f"{self.path} is text, so there is no picture of it: save it as .html or .txt")
        if ending in (".html", ".htm"):
            head = '<!doctype html><html lang="en"><meta charset="utf-8">'
            content = f"{head}<title>{escape(str(self))}</title>{self._repr_html_()}</html>\n"
        else:
            doubts = f"To check: {self.doubts}\n" if self.doubts else ""
            content = f"{self}\n{doubts}{self.lines()}\n"
        with open(name, "w", encoding="utf-8", errors="replace") as file:
            file.write(content)
        return name

    @property
    def pages(self) -> str:
        """'page 3, line 120', 'line 120'."""
        return f"page {self.page}, line {self.line}" if self.page else f"line {self.line}"

    def __str__(self) -> str:
        return f"{self.path}, {self.pages}"

    def _repr_html_(self) -> str:
        style = "white-space:pre-wrap;border-left:3px solid #888;padding:0.3em 0.8em;margin:0.3em 0"
        mark = f'<mark style="background:#ffe27a;color:#1a1400">{escape(self.text)}</mark>'
        return (
            f'<figure style="margin:0.5em 0"><pre style="{style}">{escape(self.before)}{mark}{escape(self.after)}</pre>'
            f"<figcaption>{_caption(self)}</figcaption></figure>"
        )


def _caption(shown: PagePicture | TextExcerpt) -> str:
    """Where it is from, and what to check about it, as HTML."""
    return escape(str(shown)) + (f"<br>⚠ {escape(shown.doubts)}" if shown.doubts else "")
