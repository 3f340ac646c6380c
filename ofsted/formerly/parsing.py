"""Now `ofsted.report`."""

from ofsted.report import parse, parse_text

__all__ = ["parse", "parse_text"]
