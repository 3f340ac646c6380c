"""Limits of time and memory while one file is read. They end the process: only a worker may be put under them.

Nothing can be asked of PDFium while it reads, so that a file beyond its limits can only be left together with its
process, whose exit status says which limit it was.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TextIO

from ofsted.model.errors import MemoryLimitError, OfstedError, TimeLimitError, WorkerDiedError
from ofsted.model.readout import Readout
from ofsted.reading.cache import Cache

__all__ = ["Bounded", "check_limits", "why_it_died"]

SLOW, LARGE = 1, 3  # exit statuses; the first is that of faulthandler
PAUSE = 0.02  # seconds between two looks at the memory
STATM = "/proc/self/statm"
LEAST = 128 * 1024 * 1024  # what a worker that has read nothing may take by itself


def check_limits(timeout: float | None, memory: int | None) -> None:
    """ValueError for limits that cannot be kept."""
    if timeout is not None and not 0 < timeout < float("inf"):
        raise ValueError("timeout must be more than 0 seconds, and None for no limit")
    if memory is None:
        return
    if memory < LEAST:
        raise ValueError(f"memory must be {LEAST:,} bytes or more: a process of Python takes nearly that by itself")
    if not os.path.exists(STATM):
        raise ValueError(f"a limit of memory can be kept on Linux only, not on {sys.platform}")


@dataclass(frozen=True, slots=True)
class Bounded:
    """Reads a file as `read_one` does, in a worker that ends where it takes more than this."""

    read_one: Callable[..., Readout]
    timeout: float | None
    memory: int | None

    def __call__(self, path: str, cache: Cache | None, **how: object) -> Readout:
        """What the file holds."""
        if self.memory is not None:
            _watch(self.memory)
        # A thread of C, which runs whoever holds the GIL.
        if self.timeout is not None:
            faulthandler.dump_traceback_later(self.timeout, exit=True, file=_nowhere())
        try:
            return self.read_one(path, cache, **how)
        finally:
            if self.timeout is not None:
                faulthandler.cancel_dump_traceback_later()


def why_it_died(path: str, status: int | None, timeout: float | None, memory: int | None) -> OfstedError:
    """The error of a file whose worker has ended with this exit status."""
    if timeout is not None and status == SLOW:
        return TimeLimitError(path, f"reading it took longer than {timeout:g} s. Look at it, or give a larger timeout.")
    if memory is not None and status == LARGE:
        megabytes = f"{memory / 1e6:,.0f} MB"
        return MemoryLimitError(path, f"reading it took more than {megabytes}. Look at it, or give more memory.")
    return WorkerDiedError(path)


@cache
def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


@cache
def _watch(memory: int) -> None:
    threading.Thread(target=_leave_when_large, args=(memory,), daemon=True).start()


def _leave_when_large(memory: int) -> None:
    most = memory // os.sysconf("SC_PAGE_SIZE")
    with open(STATM, "rb", buffering=0) as file:
        while int(file.read(256).split()[1]) <= most:
            time.sleep(PAUSE)
            file.seek(0)
    os._exit(LARGE)
