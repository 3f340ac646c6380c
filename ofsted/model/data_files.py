"""The files that the package brings: facts in data/, the JSON Schema in schema/. Nothing else opens them."""

from __future__ import annotations

import csv
import io
import os

__all__ = ["data_names", "read_data", "read_rows"]

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""A folder, always: an extension is not loaded from an archive."""


def read_data(name: str) -> bytes:
    """A file by its path within the package, such as 'data/authorities.csv'."""
    with open(os.path.join(_PACKAGE, *name.split("/")), "rb", buffering=0) as file:
        return file.read()


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of data/, such as 'regions.csv'."""
    text = read_data(f"data/{name}").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def data_names() -> list[str]:
    """The paths of all files of data/, in order."""
    with os.scandir(os.path.join(_PACKAGE, "data")) as found:
        return sorted(f"data/{file.name}" for file in found if file.is_file())
