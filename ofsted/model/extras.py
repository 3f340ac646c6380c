"""Packages that only some of the work needs."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["needed"]

# What people call those that are imported by another name.
_NAMES = {"PIL": "Pillow", "python_calamine": "python-calamine", "mcp": "the Model Context Protocol's SDK"}


def needed(module: str, what: str, install: str) -> Any:
    """The module, which `what` needs; ImportError that says what to install where it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise ImportError(f"{what} {_NAMES.get(name, name)}: pip install {install}") from error
