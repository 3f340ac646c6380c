"""Now `ofsted.finding`."""

from ofsted.finding.hits import MARKS, Hit, Hits
from ofsted.finding.search import SEARCH_COLUMNS, Index, PatternError, search, search_report

__all__ = ["MARKS", "SEARCH_COLUMNS", "Hit", "Hits", "Index", "PatternError", "search", "search_report"]
