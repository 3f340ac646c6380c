"""Reading through Dask: a real cluster of processes on this machine. Skipped where distributed is missing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.model.readout import Readout
from ofsted.reading import many_files
from ofsted.reading.cache import Cache
from tests.conftest import EXAMPLES

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # what a cluster says at its end is no concern of ours

READ_FILE = many_files.read_file


def read_or_die(path: str, cache: Cache | None) -> Readout:
    if "deadly" in path:
        os._exit(3)
    return READ_FILE(path, cache)


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    dask = pytest.importorskip("dask")
    quiet = {"distributed.scheduler.allowed-failures": 0, "distributed.comm.timeouts.connect": "30s"}
    with (
        dask.config.set(quiet),
        distributed.LocalCluster(2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def test_a_cluster_reads_what_one_process_reads(client: Any, tmp_path: Path) -> None:
    alone = ofsted.read(EXAMPLES, workers=1)
    for _ in range(2):  # the second time from the cache that the workers have filled
        corpus = ofsted.read(EXAMPLES, executor=client.get_executor(), cache=tmp_path)
        assert [(r.path, r.text, r.to_dict()) for r in corpus] == [(r.path, r.text, r.to_dict()) for r in alone]
        assert list(corpus.table("errors").rows()) == list(alone.table("errors").rows())
    assert len(list(tmp_path.rglob("*.report"))) == len(alone)


def test_urls_reach_the_workers(client: Any) -> None:
    pytest.importorskip("fsspec")
    corpus = ofsted.read(EXAMPLES.as_uri(), executor=client.get_executor())
    alone = ofsted.read(EXAMPLES, workers=1)
    assert [r.id for r in corpus] == [r.id for r in alone]
    assert str(corpus[0].path).startswith("file://")


def test_a_worker_that_dies_costs_its_file_alone(client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"Inspection of Norfolk\n\n{number}. A paragraph.\n")
    (tmp_path / "10-deadly.txt").write_text("Inspection of Kent")
    monkeypatch.setattr(many_files, "read_file", read_or_die)
    corpus = ofsted.read(tmp_path, executor=client.get_executor())
    assert len(corpus) == 20
    assert corpus.table("errors").column("path") == [str(tmp_path / "10-deadly.txt")]
