"""The files that the package brings: facts in data/, the JSON Schema in schema/. Nothing else opens them."""

from __future__ import annotations

import csv
import io
from importlib.resources import files

__all__ = ["data_names", "read_data", "read_rows"]


def read_data(name: str) -> bytes:
    """A file by its path within the package, such as 'data/authorities.csv'."""
    return files("ofsted").joinpath(*name.split("/")).read_bytes()


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of data/, such as 'regions.csv'."""
    text = read_data(f"data/{name}").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def data_names() -> list[str]:
    """The paths of all files of data/, in order."""
    return sorted(f"data/{file.name}" for file in files("ofsted").joinpath("data").iterdir() if file.is_file())
