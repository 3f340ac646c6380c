"""How far a long run has got: tqdm's bar where tqdm is installed, else a line of our own.

tqdm rather than rich: it has no dependencies, most notebooks have it already, and it draws in terminals,
notebooks and plain logs alike; rich is several times its size and takes the terminal over.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

__all__ = ["Progress"]

DELAY = 0.5  # seconds; what ends sooner shows nothing


class Progress:
    """A bar over `total` units. `wanted`: True, False, None (where a person is looking) or a function(done, total)."""

    def __init__(
        self,
        total: int,
        wanted: bool | Callable[[int, int], object] | None,
        what: str = "Reading reports",
        unit: str = "file",
    ) -> None:
        self.total = total
        self.done = 0
        self._tell: Callable[[int, int], object] | None = wanted if callable(wanted) else None
        self._bar: Any = None
        self._line: _Line | None = None
        if self._tell is None and total and (wanted or (wanted is None and _watched())):
            self._bar = _tqdm(total, what, unit)
            self._line = None if self._bar is not None else _Line(total, what)

    def advance(self, count: int = 1) -> None:
        """`count` more files are done."""
        self.done += count
        if self._tell:
            self._tell(self.done, self.total)
        if self._bar is not None:
            self._bar.update(count)
        if self._line:
            self._line.show(self.done)

    def clear(self) -> None:
        """Wipe the bar, so that something can be printed in its place; it is drawn again when it advances."""
        if self._bar is not None:
            self._bar.clear()
        if self._line:
            self._line.clear()

    def close(self) -> None:
        """Leave the screen tidy."""
        if self._bar is not None:
            self._bar.close()
        if self._line:
            self._line.close()


class _Line:
    """A line on standard error, written over at most ten times a second."""

    def __init__(self, total: int, what: str) -> None:
        self.total = total
        self.what = what
        self.next = time.monotonic() + DELAY
        self.shown = False

    def show(self, done: int) -> None:
        now = time.monotonic()
        if now >= self.next or (self.shown and done == self.total):
            self.next, self.shown = now + 0.1, True
            print(f"\r{self.what}: {done}/{self.total}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        if self.shown:
            print(file=sys.stderr, flush=True)


def _watched() -> bool:
    """Whether standard error is a terminal or a notebook's."""
    if sys.stderr is None:
        return False
    return sys.stderr.isatty() or type(sys.stderr).__module__.startswith("ipykernel.")


def _tqdm(total: int, what: str, unit: str) -> Any:
    """tqdm's bar, None without tqdm. Its notebook form needs ipywidgets; without them it is text there, too."""
    widgets = "ipykernel" in sys.modules and find_spec("ipywidgets")
    try:
        tqdm = import_module("tqdm.notebook" if widgets else "tqdm").tqdm
    except ImportError:
        return None
    return tqdm(total=total, desc=what, unit=unit, delay=DELAY)
