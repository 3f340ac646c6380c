"""Work in threads that the caller waits for, so that Ctrl-C comes through at once.

Neither the core nor PDFium can be told to stop. Whoever waits for them is interrupted all the same, and their threads
are left to themselves: they take nothing new, and as daemons they keep no process alive.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from contextlib import closing, suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import TypeVar

from ofsted.reading.core import keep_pdfium

__all__ = ["PAUSE", "each", "interruptible", "next_of"]

T = TypeVar("T")
R = TypeVar("R")

PAUSE = 0.2  # seconds: on Windows a wait without end is not interrupted


def interruptible(call: Callable[[], R]) -> R:
    """What `call` returns or raises; KeyboardInterrupt as soon as it comes, and `call` is left to itself."""
    if threading.current_thread() is not threading.main_thread():
        return call()  # only the main thread is interrupted
    with closing(each(lambda _: call(), [None], 1)) as results:
        return next(results)[1]


def each(call: Callable[[T], R], items: Iterable[T], threads: int) -> Generator[tuple[T, R], None, None]:
    """Each item and what `call` returns for it, as it comes; what it raises is raised. To be closed by the caller."""
    waiting = deque(items)
    unseen = len(waiting)
    done: SimpleQueue[Future[tuple[T, R]]] = SimpleQueue()
    try:
        if not _start(partial(_work, call, waiting, done), min(threads, unseen)):
            while waiting:
                item = waiting.popleft()
                unseen -= 1
                yield item, call(item)
        while unseen:
            outcome = next_of(done)
            unseen -= 1
            yield outcome.result()
    finally:
        waiting.clear()
        if unseen:
            keep_pdfium()


def _start(work: Callable[[], None], threads: int) -> bool:
    """Whether there is one: none can be started while the interpreter ends, and on some systems never."""
    for started in range(threads):
        try:
            threading.Thread(target=work, daemon=True).start()
        except RuntimeError:
            return started > 0
    return True


def _work(call: Callable[[T], R], waiting: deque[T], done: SimpleQueue[Future[tuple[T, R]]]) -> None:
    while True:
        try:
            item = waiting.popleft()
        except IndexError:
            return
        outcome: Future[tuple[T, R]] = Future()
        try:
            outcome.set_result((item, call(item)))
        except BaseException as error:  # noqa: BLE001 - it is raised in the thread that waits
            outcome.set_exception(error)
        done.put(outcome)


def next_of(done: SimpleQueue[R]) -> R:
    """The next entry, waited for so that Ctrl-C comes through on every system."""
    while True:
        with suppress(Empty):
            return done.get(timeout=PAUSE)
