"""Days as frames and files hold them, in ISO 8601, and back."""

from __future__ import annotations

from datetime import date

__all__ = ["from_iso", "iso"]


def iso(day: date | None) -> str | None:
    """'2024-07-05'; None for no day."""
    return day.isoformat() if day else None


def from_iso(text: str | None) -> date | None:
    """The day of a text; None for None and for an empty text. ValueError for any other that is no day."""
    return date.fromisoformat(text) if text else None
