"""Now `ofsted.finding.search`."""

from ofsted.finding.search import MARKS, SEARCH_COLUMNS, Hit, Hits, Index, PatternError, search, search_report

__all__ = ["MARKS", "SEARCH_COLUMNS", "Hit", "Hits", "Index", "PatternError", "search", "search_report"]
