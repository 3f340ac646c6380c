"""What callers ask for: themes and frameworks by name."""

from __future__ import annotations

from collections.abc import Iterable

from ofsted.comparing.in_force import MAIN_THEMES
from ofsted.model.errors import NotFoundError
from ofsted.model.grades import Framework
from ofsted.tables.frames import THEMES

__all__ = ["framework_asked_for", "frameworks_asked_for", "one_theme", "themes_asked_for"]


def framework_asked_for(name: object) -> str:
    """The slug of a framework: 'ILACS', 'area SEND' and 'area-send' are known. NotFoundError for others."""
    slug = str(getattr(name, "value", name)).strip().lower().replace(" ", "-").replace("_", "-")
    try:
        return Framework(slug).value
    except ValueError:
        raise NotFoundError.unknown("framework", name, [one.value for one in Framework]) from None


def frameworks_asked_for(wanted: str | Iterable[str] | None) -> frozenset[str] | None:
    """The slugs of frameworks; None for none in particular. NotFoundError for one that does not exist."""
    if wanted is None:
        return None
    return frozenset(map(framework_asked_for, [wanted] if isinstance(wanted, str) else wanted))


def themes_asked_for(themes: str | Iterable[str] | None) -> tuple[str, ...]:
    """The themes ('care_leavers', 'Care leavers'); by default those that inspections judge today.

    NotFoundError for one that does not exist.
    """
    asked = MAIN_THEMES if themes is None else (themes,) if isinstance(themes, str) else tuple(themes)
    found = tuple(str(theme).strip().lower().replace(" ", "_") for theme in asked)
    for theme, slug in zip(asked, found, strict=True):
        if slug not in THEMES:
            raise NotFoundError.unknown("theme", theme, THEMES)
    return found


def one_theme(theme: str) -> str:
    """The one theme; NotFoundError if it does not exist, TypeError for several."""
    if not isinstance(theme, str):
        raise TypeError(f"one theme is asked for here, such as 'overall', not {theme!r}")
    (found,) = themes_asked_for(theme)
    return found
