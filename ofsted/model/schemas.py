"""The JSON Schema of `Report.to_dict()`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

__all__ = ["schema"]


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every `Report.to_dict()` is valid against, as a new dict."""
    text = files("ofsted").joinpath("schema", "report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
