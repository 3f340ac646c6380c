"""Reading many files at once: in threads, in a pool of processes, or in anybody's executor.

Threads read what the core reads by itself, without the GIL. What PDFium has to read goes to processes: it reads one
file at a time in a process, and a worker that it takes down takes one file with it. They are spawned, never forked (a
fork copies PDFium's and Python's locks as they are), so the same rules hold everywhere; and only where there is such a
file, so that most scripts need no __main__ guard.
"""

from __future__ import annotations

import multiprocessing
import os
import uuid
import warnings
from collections import Counter, deque
from collections.abc import Callable, Container, Iterable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Literal, TypeVar

from ofsted.model.errors import OfstedError, ReadInterrupted, WorkerDiedError
from ofsted.model.paths import path_of
from ofsted.model.readout import Readout
from ofsted.model.words import count
from ofsted.reading import one_file
from ofsted.reading.bounded import Bounded, check_limits, why_it_died
from ofsted.reading.cache import Cache, pack, smaller, unpack
from ofsted.reading.core import PdfiumError
from ofsted.reading.interrupting import PAUSE, each, next_of
from ofsted.reading.known_facts import KnownFacts
from ofsted.reading.known_files import KnownFiles
from ofsted.reading.one_file import Elsewhere
from ofsted.reading.processes import (
    MAX_WORKERS,
    CannotStartError,
    Pool,
    processors,
    ready,
    refuse_in_a_starting_worker,
)
from ofsted.reading.progress import Progress
from ofsted.sources import files
from ofsted.sources.contents import Reader
from ofsted.sources.files import PathLike

__all__ = ["Failure", "read_many"]

# Starting processes takes as long as reading about twenty reports by PDFium: of fewer, all are read where we are.
SMALL_COUNT, SMALL_SIZE = 24, 6_000_000
CHUNK = 16  # files that are looked up in a cache at a time
TASK = 64  # most files in a task of an executor: to hand one out takes Dask as long as reading one
MANY = 200  # reports of which no more is kept in memory than is needed

T = TypeVar("T")
Todo = list[int]  # places in the list of files


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be read. `exception` where it is known to pickle."""

    path: str
    error: str
    message: str
    exception: Exception | None = None

    @classmethod
    def of(cls, path: str, error: Exception) -> Failure:
        """What an exception says, in two columns."""
        message = str(error)
        if isinstance(error, OfstedError):
            message = error.reason
        elif isinstance(error, OSError) and error.strerror:
            message = error.strerror
        kept = error if isinstance(error, (OfstedError, OSError)) else None
        return cls(path, type(error).__name__, message or type(error).__name__, kept)

    def throw(self) -> None:
        """Raise what happened."""
        raise self.exception or OfstedError(self.path, f"{self.error}: {self.message}")


ReadFile = Callable[..., Readout]  # as read_file(), with a reader


def read_many(
    paths: PathLike | Iterable[PathLike],
    workers: int | None,
    executor: Executor | None,
    progress: bool | Callable[[int, int], object] | None,
    on_error: Literal["collect", "raise"],
    cache: PathLike | None,
    reader: Reader = "auto",
    timeout: float | None = None,
    memory: int | None = None,
) -> list[Readout | Failure]:
    """What became of each file that `paths` mean, in their order; `ofsted.read()` says what the parameters are.

    ReadInterrupted has the same as its `outcomes`: what was not read by then is a Failure.
    """
    if on_error not in ("collect", "raise"):
        raise ValueError(f"on_error must be 'collect' or 'raise', not {on_error!r}")
    if workers is not None and (not isinstance(workers, int) or workers < 1):
        raise ValueError(f"workers must be 1 or more, or None for as many as there are processors: not {workers!r}")
    if executor is not None and not isinstance(executor, Executor):
        kind = type(executor).__name__
        hint = "; of a Dask client take client.get_executor()" if kind == "Client" else ""
        raise TypeError(f"executor must be a concurrent.futures.Executor, not {kind}{hint}")
    if workers is not None and executor is not None:
        raise ValueError("give either workers or an executor: an executor has its own workers")
    if executor is not None and (timeout is not None or memory is not None):
        raise ValueError("timeout and memory need processes of our own, which they end: give no executor")
    check_limits(timeout, memory)
    one_file.check_reader(reader)
    refuse_in_a_starting_worker()
    found = files.find(paths)
    folder = None if cache is None else path_of(cache)
    if folder is not None and reader != "auto":  # the same file, read by another reader
        folder = os.path.join(folder, reader)
    reading = _Reading(found, on_error == "raise", folder, progress, reader, timeout, memory)
    try:
        reading.run(workers, executor)
    except KeyboardInterrupt:
        raise reading.interrupted() from None
    finally:
        reading.progress.close()
    outcomes = [outcome for outcome in reading.outcomes if outcome is not None]
    assert len(outcomes) == len(found)  # noqa: S101 - nothing may be lost in silence
    return outcomes


# ---- what a worker runs ----


def read_file(
    path: str,
    cache: Cache | None,
    reader: Reader = "auto",
    elsewhere: Container[str] = (),
    why: str = "",
    *,
    hashes: KnownFiles | None = None,
) -> Readout:
    """One file, from the cache where it is there; `elsewhere` and `why` are as for `read_content_of()`.

    `hashes` has that of a file which has not changed until it was read here.
    """
    data = files.read_bytes(path)
    if cache is None:
        return one_file.read_content_of(data, path, reader, elsewhere, why)
    sha256 = (hashes and hashes.unchanged(path)) or Cache.key(data)
    known = cache.load(sha256, path, reader)
    if known is None:
        packed = pack(one_file.read_content_of(data, path, reader, elsewhere, why, sha256))
        cache.store(sha256, packed)
        known = cache.kept(unpack(packed, path), path, reader)
    return known


def read_chunk(read_one: ReadFile, paths: list[str], cache: str | None, call: str) -> list[bytes | Failure]:
    """Several files, each as packed bytes or as what was wrong with it: both are cheap to send.

    `call` is another one each time: Dask gives back what it knows of a call with the same arguments, also when a
    file has changed since, and also a failure.
    """
    store = None if cache is None else Cache(cache)
    outcomes: list[bytes | Failure] = []
    for path in paths:
        try:
            outcomes.append(pack(read_one(path, store)))
        except PdfiumError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever one file does, the others are read
            outcomes.append(Failure.of(path, error))
    return outcomes


# ---- sharing the work out ----


def result_of(future: Future[T]) -> T:
    """Its result, waited for so that Ctrl-C comes through on every system."""
    while not wait([future], PAUSE).done:
        pass
    return future.result()


# Workers that die before they have read anything do so for want of this, as a rule.
GUARD = 'A script needs the line `if __name__ == "__main__":` before whatever calls ofsted.read()'


class _Reading:
    """The files of one call, what became of each, and the ways to get there."""

    def __init__(
        self,
        found: list[files.File],
        strict: bool,
        cache: str | None,
        progress: bool | Callable[[int, int], object] | None,
        reader: Reader,
        timeout: float | None = None,
        memory: int | None = None,
    ) -> None:
        self.found = found
        self.outcomes: list[Readout | Failure | None] = [None] * len(found)
        self.strict = strict
        self.cache = cache
        self.progress = Progress(len(found), progress)
        self.reader = reader
        self.read_one: ReadFile = read_file if reader == "auto" else partial(read_file, reader=reader)
        self.timeout, self.memory = timeout, memory
        self.suspects: set[int] = set()  # files at which a worker died, or another one beside it
        self.hashes: KnownFiles | None = None
        self.bounded = timeout is not None or memory is not None
        if self.bounded:
            self.read_one = Bounded(self.read_one, timeout, memory)

    def run(self, workers: int | None, executor: Executor | None) -> None:
        for place, file in enumerate(self.found):
            if file.error:
                self.settle(place, Failure.of(file.path, file.error))
        cache = None if self.cache is None else Cache(self.cache)
        facts = cache and KnownFacts(cache.folder, len(self.found))
        if executor is not None:
            self.through(executor, self.todo())
        else:
            if cache and facts:
                self.look_up(cache, facts)
            todo = self.todo()
            if self.bounded:
                self.in_processes(workers or (1 if self.is_small(todo) else processors()), dict.fromkeys(todo, ""))
            else:
                self.read(todo, workers)
            if cache:
                self.tell_unkept(cache, todo)
        if facts:
            facts.add(outcome for outcome in self.outcomes if isinstance(outcome, Readout))

    def read(self, todo: Todo, workers: int | None) -> None:
        """In threads, and in processes what may not be read in this one."""
        elsewhere: Container[str]
        if workers is None:
            elsewhere = () if self.is_small(todo) else ("pdfium",)
        else:
            elsewhere = () if workers == 1 else ("pdfium", "html")
        workers = workers or processors()
        self.in_processes(workers, self.in_threads(workers, todo, elsewhere))

    def tell_unkept(self, cache: Cache, read: Todo) -> None:
        """Warn where the cache took nothing of what was read: each call would read all of it again."""
        done = [one for i in read if isinstance(one := self.outcomes[i], Readout)]
        if done and not any(cache.holds(one.full_source()["sha256"]) for one in done):
            warnings.warn(
                f"Nothing could be written to the cache {cache.root}, so {count(len(done), 'file')} will be read "
                "again the next time. Give another folder, or make room in it.",
                RuntimeWarning,
                stacklevel=5,
            )

    def todo(self) -> Todo:
        return [place for place, outcome in enumerate(self.outcomes) if outcome is None]

    def is_small(self, todo: Todo) -> bool:
        """Whether processes are not worth their start, or cannot be had."""
        small = len(todo) < SMALL_COUNT or sum(self.found[i].size() for i in todo) < SMALL_SIZE
        return small or multiprocessing.current_process().daemon

    def largest_first(self, todo: Iterable[int]) -> Todo:
        """So that all workers end together."""
        return sorted(todo, key=lambda i: -self.found[i].size())

    def settle(self, place: int, outcome: Readout | Failure) -> None:
        """What became of one file."""
        if self.strict and isinstance(outcome, Failure):
            outcome.throw()
        self.outcomes[place] = outcome
        self.progress.advance()

    def interrupted(self) -> ReadInterrupted:
        """What became of the files until now."""
        known = list(self.outcomes)  # threads that were left may still add to it
        done = sum(one is not None for one in known)
        message = f"interrupted when {done:,} of {count(len(known), 'file')} had been read"
        error = ReadInterrupted(f"{message}; `corpus` of this exception holds what was read")
        kind, reason = ReadInterrupted.__name__, "the reading was interrupted before this file. Read it again."
        error.outcomes = [one or Failure(file.path, kind, reason) for one, file in zip(known, self.found, strict=True)]
        return error

    def receive(self, places: Todo, outcomes: list[bytes | Failure]) -> None:
        """What a worker has sent."""
        for place, outcome in zip(places, outcomes, strict=True):
            path = self.found[place].path
            report = outcome if isinstance(outcome, Failure) else unpack(outcome, path)
            if self.cache is not None and isinstance(report, Readout):
                report = Cache(self.cache).kept(report, path, self.reader)
            self.settle(place, report)

    # In this process.

    def in_threads(self, threads: int, todo: Todo, elsewhere: Container[str] = ()) -> dict[int, str]:
        """Settle what may be read in this process; the other files, and why they may not."""
        cache = None if self.cache is None else Cache(self.cache)
        others: dict[int, str] = {}

        def read(place: int) -> None:
            path = self.found[place].path
            try:
                readout = self.read_one(path, cache, elsewhere=elsewhere, hashes=self.hashes)
                # Packed it takes a quarter of the memory, which counts where the files are many.
                self.outcomes[place] = smaller(readout) if elsewhere or len(self.found) >= MANY else readout
            except Elsewhere as other:
                others[place] = other.why
            except PdfiumError:
                raise
            except Exception as error:
                if self.strict:
                    raise
                self.outcomes[place] = Failure.of(path, error)

        with closing(each(read, todo if threads == 1 else self.largest_first(todo), threads)) as done:
            for place, _ in done:
                if place not in others:
                    self.progress.advance()
        return others

    def look_up(self, cache: Cache, facts: KnownFacts) -> None:
        """Settle what the cache knows. Threads: hashing and reading files let each other run."""

        def known(place: int) -> Readout | None:
            try:
                return cache.find(self.found[place].path, hashes, self.reader)
            except (OfstedError, OSError):
                return None  # reading it will say why

        if not cache.exists():
            return
        hashes = self.hashes = KnownFiles(cache.root)
        for place in self.todo():
            path = self.found[place].path
            sha256 = hashes.unchanged(path)
            if sha256 is not None and sha256 in facts:
                self.settle(place, cache.noted(sha256, path, self.reader, facts))
        todo = self.todo()
        several = [todo[at : at + CHUNK] for at in range(0, len(todo), CHUNK)]
        with closing(each(lambda some: list(map(known, some)), several, min(8, processors() + 1))) as done:
            for places, reports in done:
                for place, report in zip(places, reports, strict=True):
                    if report is not None:
                        self.settle(place, report)
        hashes.save()

    # In processes of our own.

    def in_processes(self, workers: int, others: dict[int, str]) -> None:
        waiting = deque(self.largest_first(others))
        workers = min(workers, MAX_WORKERS)
        try:
            if workers == 1:
                self.one_by_one(waiting, others)
            while waiting:
                with Pool(min(workers, len(waiting))) as pool:
                    suspects = self.drive(pool, waiting, others)
                self.one_by_one(suspects, others)
        except CannotStartError as error:
            if self.bounded:
                raise
            why, some_ran = error.why, isinstance(error.__cause__, OSError)
        else:
            return
        # Behind the `except`, where what the pool had open is closed.
        warnings.warn(
            f"No process could be started, so what is left is read in this one: {count(len(self.todo()), 'file')}. "
            f"{why.removesuffix('.')}; or give workers=1.",
            RuntimeWarning,
            stacklevel=6,
        )
        for place in self.todo():
            if some_ran and place in self.suspects:  # it could take this process down, too
                path = self.found[place].path
                self.settle(place, Failure.of(path, WorkerDiedError(path)))
        self.in_threads(workers, self.todo())

    def submit(self, executor: Executor, places: Todo, why: str = "") -> Future[list[bytes | Failure]]:
        read_one = partial(self.read_one, why=why) if why else self.read_one
        paths = [self.found[i].path for i in places]
        return executor.submit(read_chunk, read_one, paths, self.cache, uuid.uuid4().hex)

    def drive(self, pool: Pool, waiting: deque[int], others: dict[int, str]) -> deque[int]:
        """Work files off until there are none, or until a worker dies: then those that may have killed it.

        Only a few are on their way at a time, so that few are under suspicion.
        """
        flying: dict[Future[list[bytes | Failure]], int] = {}
        suspects: deque[int] = deque()
        while (waiting and not suspects) or flying:
            while waiting and not suspects and len(flying) < pool.workers + 2:
                place = waiting.popleft()
                try:
                    flying[self.submit(pool, [place], others[place])] = place
                except BrokenProcessPool:
                    suspects.append(place)
            for future in wait(flying, PAUSE, FIRST_COMPLETED).done:
                place = flying.pop(future)
                try:
                    self.receive([place], future.result())
                except BrokenProcessPool:
                    suspects.append(place)
        self.suspects.update(suspects)
        return suspects

    def one_by_one(self, waiting: deque[int], others: dict[int, str]) -> None:
        """Each file alone in a process, and a new process after each that died.

        A worker may also be ended by somebody else, such as a kernel that is out of memory: the file that it was at
        gets a second one, if it was not over a limit.
        """
        died: Counter[int] = Counter()  # alone, so that no other file can be the reason
        while waiting:
            with Pool(1) as pool:
                try:
                    result_of(pool.submit(ready))
                except BrokenProcessPool:
                    raise CannotStartError(f"{GUARD}.") from None
                while waiting:
                    place = waiting.popleft()
                    try:
                        self.receive([place], result_of(self.submit(pool, [place], others[place])))
                    except BrokenProcessPool:
                        path = self.found[place].path
                        why = why_it_died(path, pool.status(), self.timeout, self.memory)
                        self.suspects.add(place)
                        died[place] += 1
                        if isinstance(why, WorkerDiedError) and died[place] < 2:
                            waiting.appendleft(place)
                        else:
                            self.settle(place, Failure.of(path, why))
                        break

    # In an executor that was given.

    def through(self, executor: Executor, todo: Todo) -> None:
        size = max(1, min(TASK, len(todo) // 64))
        chunks = [todo[i : i + size] for i in range(0, len(todo), size)]
        flying: dict[Future[list[bytes | Failure]], Todo] = {}
        lost: Todo = []
        try:
            for chunk in chunks:
                try:
                    flying[self.submit(executor, chunk)] = chunk
                except RuntimeError:  # broken, or shut down
                    lost += chunk
            lost += self.gather(flying)
            self.retry(executor, sorted(lost))
        except BaseException:
            for future in flying:
                future.cancel()
            raise

    def gather(self, flying: dict[Future[list[bytes | Failure]], Todo]) -> Todo:
        """What the tasks send, as they end; the files of those that failed as a whole.

        A future that is done with is dropped: as long as there is one, the worker keeps what it has sent.
        """
        lost: Todo = []
        ended: SimpleQueue[Future[list[bytes | Failure]]] = SimpleQueue()
        for future in list(flying):
            future.add_done_callback(ended.put)
        while flying:
            future = next_of(ended)
            places = flying.pop(future)
            try:
                outcomes = future.result()
            except PdfiumError:
                raise
            except Exception:  # noqa: BLE001 - each executor has its own word for a dead worker
                lost += places
            else:
                self.receive(places, outcomes)
        return lost

    def retry(self, executor: Executor, lost: Todo) -> None:
        """Each lost file alone: the one that kills its worker is found, the others are read."""
        for at, place in enumerate(lost):
            try:
                outcome = self.alone(executor, place)
            except RuntimeError as error:
                warnings.warn(
                    f"The executor accepts no more work ({error}): the remaining files are read without it.",
                    stacklevel=6,
                )
                self.in_processes(processors(), dict.fromkeys(lost[at:], ""))
                return
            self.receive([place], outcome)

    def alone(self, executor: Executor, place: int) -> list[bytes | Failure]:
        """One file, twice if need be: a worker may also go for a reason of its own. RuntimeError from submit()."""
        path = self.found[place].path
        outcome = Failure.of(path, WorkerDiedError(path))
        for _ in range(2):
            future = self.submit(executor, [place])
            try:
                return result_of(future)
            except BrokenProcessPool:
                break  # a broken pool stays broken
            except PdfiumError:
                raise
            except Exception as error:  # noqa: BLE001 - each executor has its own word for a dead worker
                outcome = Failure.of(path, error)
        return [outcome]
