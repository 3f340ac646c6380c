"""The extension, and what it needs once in a process: patterns and register, and PDFium's functions."""

from __future__ import annotations

import os
from _thread import RLock
from contextlib import suppress
from typing import Any

from ofsted._core import PDFIUM_FUNCTIONS, Context, Pdfium, after_fork, before_fork
from ofsted.model.data_files import read_data

__all__ = ["PdfiumError", "context", "keep_pdfium", "pdfium", "pdfium_build"]


class PdfiumError(ImportError):
    """The pypdfium2 that is installed cannot be used. It says nothing of a file, so it ends the reading of many."""


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


def keep_pdfium() -> None:
    """A thread that may be in PDFium is left to itself: pypdfium2 must not take PDFium down when the process ends."""
    if "pdfium" in _shared:
        from pypdfium2 import raw

        raw.FPDF_DestroyLibrary = _nothing


def _nothing() -> None:
    pass


def pdfium_build() -> bytes:
    """What pypdfium2 says of the PDFium that it brings, or has found on the system; empty where it says nothing.

    Read from its file: to load PDFium takes longer than to look up a hundred reports that a cache knows.
    """
    from importlib.util import find_spec

    spec = find_spec("pypdfium2_raw")
    for folder in (spec and spec.submodule_search_locations) or ():
        with suppress(OSError), open(os.path.join(folder, "version.json"), "rb") as file:
            return file.read()
    return b""


def _load_pdfium() -> tuple[Pdfium, str]:
    import ctypes

    try:
        import pypdfium2
        from pypdfium2 import raw

        info = pypdfium2.PDFIUM_INFO
        functions = [getattr(raw, name, None) for name in PDFIUM_FUNCTIONS]
        addresses = [ctypes.cast(f, ctypes.c_void_p).value or 0 if f else 0 for f in functions]
        return Pdfium(addresses), str(getattr(info, "tag", info))
    except (ImportError, AttributeError, OSError, ValueError) as error:
        raise PdfiumError(f"{_installed()}: {error}. {_ADVICE}") from error


_ADVICE = 'ofsted needs pypdfium2 5.7.1 or later for this PDF: pip install --upgrade "pypdfium2>=5.7.1"'


def _installed() -> str:
    """Which pypdfium2 there is, in words."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"pypdfium2 {version('pypdfium2')} cannot be used"
    except PackageNotFoundError:
        return "pypdfium2 is not installed"
