"""Threads read at the same time, and get what one alone gets."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import ofsted
from tests.conftest import PDF, SAMPLES, TEXT

TEXTS = [path.read_text(encoding="utf-8") for path in SAMPLES if path.suffix == ".txt"]


@pytest.fixture
def busy() -> Iterator[None]:
    """The interpreter has other things to do, and switches threads all the time."""
    done = threading.Event()

    def work() -> None:
        while not done.is_set():
            json.loads(json.dumps({str(i): [i] * 8 for i in range(200)}))

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    thread = threading.Thread(target=work)
    thread.start()
    yield
    done.set()
    thread.join()
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("busy")
def test_ten_threads_read_texts_alike() -> None:
    alone = [ofsted.parse_text(text).to_dict() for text in TEXTS]
    gate = threading.Barrier(10)

    def read(first: int) -> list[dict[str, object]]:
        gate.wait()
        order = [*range(first, len(TEXTS)), *range(first)]
        found = {i: ofsted.parse_text(TEXTS[i]).to_dict() for i in order}
        return [found[i] for i in range(len(TEXTS))]

    with ThreadPoolExecutor(10) as pool:
        assert all(found == alone for found in pool.map(read, range(10)))


@pytest.mark.usefixtures("busy")
def test_ten_threads_read_pdfs_and_one_report() -> None:
    data, shared = PDF.read_bytes(), ofsted.parse(PDF)
    alone = shared.to_dict() | {"source": None}
    text = shared.text

    def read(number: int) -> bool:
        report = ofsted.parse(data) if number % 2 else shared
        return report.to_dict() | {"source": None} == alone and report.text == text

    with ThreadPoolExecutor(10) as pool:
        assert all(pool.map(read, range(20)))


def test_a_long_text_is_read_in_linear_time() -> None:
    """No time is asserted: a quadratic reader would not end."""
    text = TEXT.read_text(encoding="utf-8")
    long = text + "\n".join(f"{i}. {'Children wait for a plan. ' * 12}" for i in range(1, 20_000))
    assert ofsted.parse_text(long).framework == "ilacs"
    bullets = text + "\n■ Children wait." * 200_000
    assert ofsted.parse_text(bullets).framework == "ilacs"
