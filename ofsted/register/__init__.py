"""The authorities of England, on any day: names, codes, neighbours. Knows nothing of reports."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def __getattr__(name: str) -> Any:
    """Names that were here when this was one module: pickles made then look for them."""
    if name.startswith("_") or name == "authorities":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("ofsted.register.authorities"), name)
