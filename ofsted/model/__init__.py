"""What a document and a report are: grades, parts of a report, errors, the schema. Uses no other room."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def __getattr__(name: str) -> Any:
    """Names that were here when this was one module: pickles made then look for them."""
    if name.startswith("_") or name == "parts":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("ofsted.model.parts"), name)
