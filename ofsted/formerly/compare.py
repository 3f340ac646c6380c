"""Now `ofsted.comparing`."""

from ofsted.comparing.on_a_day import compare, latest, neighbours
from ofsted.comparing.over_time import changes, history, inspections, transitions
from ofsted.comparing.shares import regions, shares

__all__ = [
    "changes",
    "compare",
    "history",
    "inspections",
    "latest",
    "neighbours",
    "regions",
    "shares",
    "transitions",
]
