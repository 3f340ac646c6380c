"""The extension, and what it needs once in a process: patterns and register, and PDFium's functions."""

from __future__ import annotations

import os
from _thread import RLock
from typing import Any

from ofsted._core import PDFIUM_FUNCTIONS, Context, Pdfium, after_fork, before_fork
from ofsted.model.data_files import read_data

__all__ = ["context", "pdfium"]

_lock = RLock()
_shared: dict[str, Any] = {}


def _before_fork() -> None:
    _lock.acquire()
    before_fork()


def _after_fork() -> None:
    after_fork()
    _lock.release()


if hasattr(os, "register_at_fork"):  # a child finds no lock held by a thread that it does not have
    os.register_at_fork(before=_before_fork, after_in_parent=_after_fork, after_in_child=_after_fork)


def context() -> Context:
    """Patterns and register, made at the first call and then shared."""
    found: Context | None = _shared.get("context")
    if found is None:
        with _lock:
            found = _shared.get("context")
            if found is None:
                found = _shared["context"] = Context(read_data("data/authorities.csv"))
    return found


def pdfium() -> tuple[Pdfium, str]:
    """PDFium's functions as pypdfium2 has loaded them, and the library's version."""
    found: tuple[Pdfium, str] | None = _shared.get("pdfium")
    if found is None:
        with _lock:
            found = _shared.get("pdfium")
            if found is None:
                found = _shared["pdfium"] = _load_pdfium()
    return found


def _load_pdfium() -> tuple[Pdfium, str]:
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    functions = [getattr(raw, name, None) for name in PDFIUM_FUNCTIONS]
    addresses = [ctypes.cast(f, ctypes.c_void_p).value or 0 if f else 0 for f in functions]
    info = pypdfium2.PDFIUM_INFO
    try:
        return Pdfium(addresses), str(getattr(info, "tag", info))
    except ValueError as error:
        raise ImportError(f"ofsted needs pypdfium2 5.0 or later: {error} in the one installed ({info})") from error
