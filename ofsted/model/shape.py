"""Whether a tree from a file has the shape of the JSON Schema: for what is kept, which anything may have changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from ofsted.model.schemas import schema

__all__ = ["checks", "is_entry", "is_report"]

Check = Callable[[Any], bool]

_TYPES: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def is_report(tree: Any) -> bool:
    """Whether every key of a report is there, and everything in it of the type that the schema says."""
    return isinstance(tree, dict) and tree.keys() == _entries().keys() and all(map(is_entry, tree, tree.values()))


def is_entry(key: str, part: Any) -> bool:
    """Whether a report has an entry of this key, and everything in this one is of the type that the schema says."""
    check = _entries().get(key)
    return check is not None and check(part)


@cache
def checks(keys: frozenset[str]) -> tuple[tuple[str, Check], ...]:
    """The checks of several entries, for whoever looks at many reports."""
    return tuple((key, check) for key, check in _entries().items() if key in keys)


@cache
def _entries() -> dict[str, Check]:
    """The checks of a report's entries."""
    whole = schema()
    definitions: dict[str, Check] = {}

    def refer(name: str) -> Check:
        return definitions.get(name) or (lambda value: definitions[name](value))  # sections hold sections

    for name, part in whole["$defs"].items():
        definitions[name] = _check(part, refer)
    return {name: _check(part, refer) for name, part in whole["properties"].items()}


def _check(part: dict[str, Any], refer: Callable[[str], Check]) -> Check:
    """The check of one part of the schema; only what this schema uses is known."""
    if "$ref" in part:
        return refer(part["$ref"].removeprefix("#/$defs/"))
    if "anyOf" in part:
        one, other = (_check(way, refer) for way in part["anyOf"])
        return lambda value: one(value) or other(value)
    if "enum" in part:
        known = frozenset(part["enum"])
        return lambda value: isinstance(value, (str, type(None))) and value in known
    types = part["type"] if isinstance(part["type"], list) else [part["type"]]
    allowed = frozenset(_TYPES[name] for name in types)
    if dict in allowed:
        return _object(part, allowed, refer)
    if list in allowed:
        return _array(part, allowed, refer)
    if part.get("format") == "date":
        return lambda value: type(value) in allowed and (value is None or _is_day(value))
    return lambda value: type(value) in allowed


def _object(part: dict[str, Any], allowed: frozenset[type], refer: Callable[[str], Check]) -> Check:
    required = frozenset(part.get("required", ()))
    inner = {name: _check(below, refer) for name, below in part.get("properties", {}).items()}

    def check(value: Any) -> bool:
        if type(value) is not dict:
            return type(value) in allowed
        try:
            for key, below in value.items():
                if not inner[key](below):
                    return False
        except KeyError:
            return False
        return required <= value.keys()

    return check


def _array(part: dict[str, Any], allowed: frozenset[type], refer: Callable[[str], Check]) -> Check:
    inner = _check(part["items"], refer)
    least, most = part.get("minItems", 0), part.get("maxItems", float("inf"))

    def check(value: Any) -> bool:
        if not isinstance(value, list):
            return type(value) in allowed
        return least <= len(value) <= most and all(map(inner, value))

    return check


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
