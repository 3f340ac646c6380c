"""In a process of its own: a child forked while another thread reads PDFs can read one, too."""

from __future__ import annotations

import os
import signal
import threading
import time
import warnings
from pathlib import Path

import ofsted
from ofsted import _core

PDF = (Path(__file__).resolve().parents[2] / "examples" / "ilacs-2024.pdf").read_bytes()
warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of forks beside threads
expected = ofsted.parse(PDF).to_dict()
done = threading.Event()


def busy() -> None:
    while not done.is_set():
        ofsted.parse(PDF)


def holding() -> None:
    while not done.is_set():
        _core.with_pdfium(lambda: time.sleep(0.02))


def fork_and_read() -> None:
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        os._exit(0 if ofsted.parse(PDF).to_dict() == expected else 3)
    assert os.waitpid(child, 0)[1] == 0


for work in (busy, holding):
    done.clear()
    thread = threading.Thread(target=work)
    thread.start()
    try:
        for _ in range(12):
            fork_and_read()
    finally:
        done.set()
        thread.join()
_core.with_pdfium(lambda: os.waitpid(os.fork() or os._exit(0), 0))  # the thread that holds PDFium may fork
assert ofsted.parse(PDF).to_dict() == expected
print("ok")
