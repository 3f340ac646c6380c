"""Packages that only some of the work needs."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["needed"]


def needed(module: str, what: str, install: str) -> Any:
    """The module, which `what` needs; ImportError that says what to install where it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ImportError(f"{what} {module.partition('.')[0]}: pip install {install}") from error
