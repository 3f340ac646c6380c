"""Reading a folder through Dask's LocalCluster: how near to linear the speed of two workers is, and whether they agree.

    python benchmarks/cluster.py FOLDER              # two workers; needs distributed
    python benchmarks/cluster.py FOLDER --tuned      # set up as docs/corpus.md advises
    python benchmarks/cluster.py FOLDER --copies 1 --runs 5

One process reads the folder in one thread, the cluster reads it with an executor, in turn; the best of each counts.
Linear for two workers is twice the speed of the one. The folder is read in several copies of each file, no two of them
the same bytes, so that there is work for more than a moment: three copies of 600 PDFs are 500 MB and take a minute.
The cluster is up by then and has read one file a worker, as in a session that goes on. The ratio by the clock is of use
on a machine that does nothing else; by processor time it is the most that such a machine with as many processors as
workers can reach, for the scheduler and the client need theirs as well. Workers that wait need some, too, so that both
are lower where other programs run.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import ofsted
from ofsted.sources.files import find

# Dask's profiler looks at a worker a hundred times a second; and Dask has workers give memory back after each file, so
# that it has to be had again, and made zero, for the next one.
TUNED = {
    "distributed.worker.profile.enabled": False,
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 1 << 28,
    "distributed.nanny.pre-spawn-environ.MALLOC_MMAP_THRESHOLD_": 1 << 25,
}


def digest(corpus: ofsted.Corpus) -> str:
    """Of all that was read, in order."""
    whole = hashlib.sha256()
    for report in corpus:
        whole.update(report.to_json().encode())
        whole.update(report.text.encode("utf-8", "surrogatepass"))
    whole.update(repr(list(corpus.table("errors").rows())).encode())
    return whole.hexdigest()


def copied(folder: str, times: int, to: Path) -> str:
    """A folder of so many copies of each file that holds a report, each with a line feed more at its end."""
    for number, file in enumerate(find(folder)):
        data = Path(file.path).read_bytes()
        for copy in range(times):
            at = to / f"{copy}" / f"{number:05d}-{Path(file.path).name}"
            at.parent.mkdir(exist_ok=True)
            at.write_bytes(data + b"\n" * copy)
    return str(to)


def seconds_of(client: Any) -> float:
    """The processor time of all workers until now."""
    return float(sum(client.run(process_time).values()))


def alone(folder: str) -> tuple[dict[str, float], str]:
    """One process, one thread."""
    begun, used = perf_counter(), process_time()
    corpus = ofsted.read(folder, workers=1, progress=False)
    return {"alone": perf_counter() - begun, "alone, processor": process_time() - used}, digest(corpus)


def together(folder: str, client: Any) -> tuple[dict[str, float], str]:
    """The cluster."""
    before, begun, used = seconds_of(client), perf_counter(), process_time()
    corpus = ofsted.read(folder, executor=client.get_executor(), progress=False)
    taken, here = perf_counter() - begun, process_time() - used
    workers = seconds_of(client) - before
    return {"cluster": taken, "workers, processor": workers, "client, processor": here}, digest(corpus)


def main() -> None:
    """A line a figure; the last one is the ratio."""
    import dask

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--copies", type=int, default=3, help="of each file (%(default)s)")
    parser.add_argument(
        "--tuned", action="store_true", help="no profiler, and what is read comes straight from workers"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ofsted-cluster-") as made:
        folder = copied(options.folder, options.copies, Path(made))
        with dask.config.set(TUNED if options.tuned else {}):
            compare(folder, options)


def compare(folder: str, options: argparse.Namespace) -> None:
    """Both ways in turn."""
    import distributed

    begun = perf_counter()
    quiet = {"n_workers": options.workers, "threads_per_worker": 1, "dashboard_address": None}
    with (
        distributed.LocalCluster(**quiet) as cluster,
        distributed.Client(cluster, direct_to_workers=options.tuned) as client,
    ):
        print(f"{'start of the cluster':24} {perf_counter() - begun:8.3f} s")
        first = find(folder)[0].path
        begun = perf_counter()
        client.run(lambda path: len(ofsted.read(path, workers=1)), first)
        print(f"{'first file, each worker':24} {perf_counter() - begun:8.3f} s")
        runs = []
        for _ in range(options.runs):
            (one, wanted), (other, found) = alone(folder), together(folder, client)
            if wanted != found:
                raise SystemExit("the cluster has read something else")
            runs.append(one | other)
    best = {name: min(run[name] for run in runs) for name in runs[0]}
    print(f"{len(find(folder)):,} files, {options.workers} workers")
    for name, seconds in best.items():
        print(f"{name:24} {seconds:8.3f} s")
    used = best["workers, processor"] + best["client, processor"]
    print(f"by processor time {best['alone, processor'] / used:.2f} of linear speed, the same result")
    print(f"by the clock {best['alone'] / options.workers / best['cluster']:.2f} of linear speed, the same result")


if __name__ == "__main__":
    main()
