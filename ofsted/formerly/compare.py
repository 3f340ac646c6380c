"""Now `ofsted.comparing.comparisons`."""

from ofsted.comparing.comparisons import (
    changes,
    compare,
    history,
    inspections,
    latest,
    neighbours,
    regions,
    shares,
    transitions,
)

__all__ = ["changes", "compare", "history", "inspections", "latest", "neighbours", "regions", "shares", "transitions"]
