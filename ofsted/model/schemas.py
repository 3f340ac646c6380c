"""The JSON Schema of `Report.to_dict()`."""

from __future__ import annotations

import json
from typing import Any

from ofsted.model.data_files import read_data

__all__ = ["schema"]


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every `Report.to_dict()` is valid against, as a new dict."""
    loaded: dict[str, Any] = json.loads(read_data("schema/report.schema.json"))
    return loaded
