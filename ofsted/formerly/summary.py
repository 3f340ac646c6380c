"""Now `ofsted.comparing.summary`."""

from ofsted.comparing.summary import Summary, summary

__all__ = ["Summary", "summary"]
