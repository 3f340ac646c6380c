"""Processes that read: started, told apart, and never left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any, Literal, ParamSpec, TypeVar

__all__ = [
    "MAX_WORKERS",
    "WORKER",
    "CannotStartError",
    "Pool",
    "processors",
    "ready",
    "refuse_in_a_starting_worker",
    "start_worker",
]

P = ParamSpec("P")
T = TypeVar("T")
WORKER = "ofsted-reader"
MAX_WORKERS = 61  # what Windows can wait for
_NOTED = 5  # seconds within which a process that has ended is noted as such
_LEFT = 0.5  # seconds for a pool to put itself away once its processes are gone: Ctrl-C waits for it


def start_worker() -> None:
    """In a new worker: Ctrl-C is for the parent to handle, and nobody outlives the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def ready() -> None:
    """Nothing: that it ran shows that a worker can start."""


def refuse_in_a_starting_worker() -> None:
    """A worker of ours that runs its parent's script, for want of a __main__ guard, ends here; the parent explains."""
    process = multiprocessing.current_process()
    if getattr(process, "_inheriting", False) and process.name.startswith(WORKER):
        sys.exit(1)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotStartError(f"The system says: {error.strerror or error}.") from error


@contextmanager
def _main_left_out() -> Iterator[None]:
    """A script from standard input has a name, '<stdin>', and no file: no worker can run it, and none needs to."""
    main = sys.modules["__main__"]
    file = getattr(main, "__file__", None)
    if file is None or getattr(main, "__spec__", None) is not None or os.path.exists(file):
        yield
        return
    del main.__file__
    try:
        yield
    finally:
        main.__file__ = file


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """What is started here never hears of Ctrl-C, not even before `start_worker()`: the mask of signals is inherited.

    Here it only comes a moment later.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Process(SpawnProcess):
    """One that starts also where the script came from standard input, and that Ctrl-C does not reach."""

    def start(self) -> None:
        with _main_left_out(), _without_ctrl_c():
            super().start()


class _Context(SpawnContext):
    """Spawns, and remembers whom."""

    def __init__(self) -> None:
        super().__init__()
        self.started: list[BaseProcess] = []

    def Process(self, *args: Any, **kwargs: Any) -> BaseProcess:  # type: ignore[override]  # noqa: N802
        process = _Process(*args, **kwargs)
        process.name = f"{WORKER}-{len(self.started) + 1}"
        self.started.append(process)
        return process


class CannotStartError(RuntimeError):
    """No process can be had; `why` says what there is to be done."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        return f"no process could be started, and without one there is no limit of time and memory. {self.why}"


class Pool(ProcessPoolExecutor):
    """The standard pool, which leaves no process behind however its `with` block ends.

    CannotStartError where the system has no more files, processes or memory for one.
    """

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._spawn = _Context()
        with _told():
            super().__init__(workers, mp_context=self._spawn, initializer=start_worker)

    def submit(self, call: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """As the standard pool, which starts its processes here."""
        with _told():
            return super().submit(call, *args, **kwargs)

    def status(self) -> int | None:
        """The exit status of the first process that has ended, waiting for it; None where none was started."""
        for process in self._spawn.started:
            if process.pid is not None:
                process.join()
                # The executor waits for it, too: who comes second learns nothing until the first has noted it.
                ends = time.monotonic() + _NOTED
                while process.exitcode is None and time.monotonic() < ends:
                    time.sleep(0.001)
                return process.exitcode
        return None

    def __exit__(self, kind: Any, error: Any, trace: Any) -> Literal[False]:
        if kind is None:
            self.shutdown(wait=True)
            return False
        manager = getattr(self, "_executor_manager_thread", None)  # which shutdown() forgets
        try:
            self.shutdown(wait=False, cancel_futures=True)
        finally:
            for process in self._spawn.started:
                if process.pid is not None:
                    process.kill()
            for process in self._spawn.started:
                if process.pid is not None:
                    process.join()
            if manager is not None:
                manager.join(_LEFT)  # an interpreter that ends meanwhile writes to a pipe that this thread closes
        return False
