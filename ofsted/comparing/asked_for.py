"""What callers ask for: themes and frameworks by name."""

from __future__ import annotations

from collections.abc import Iterable

from ofsted.comparing.in_force import MAIN_THEMES
from ofsted.model.errors import NotFoundError
from ofsted.tables.frames import THEMES

__all__ = ["frameworks_asked_for", "one_theme", "themes_asked_for"]


def frameworks_asked_for(wanted: str | Iterable[str] | None) -> frozenset[str] | None:
    """The slugs of frameworks; None for none in particular."""
    if wanted is None:
        return None
    return frozenset([str(getattr(wanted, "value", wanted))] if isinstance(wanted, str) else map(str, wanted))


def themes_asked_for(themes: str | Iterable[str] | None) -> tuple[str, ...]:
    """The themes; by default those that inspections judge today. NotFoundError for one that does not exist."""
    found = MAIN_THEMES if themes is None else (themes,) if isinstance(themes, str) else tuple(themes)
    for theme in found:
        if theme not in THEMES:
            raise NotFoundError.unknown("theme", theme, THEMES)
    return found


def one_theme(theme: str) -> str:
    """The one theme; NotFoundError if it does not exist."""
    (found,) = themes_asked_for(theme)
    return found
