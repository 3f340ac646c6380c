"""Now `ofsted.reading.one_file`."""

from ofsted.reading.one_file import parse, parse_text

__all__ = ["parse", "parse_text"]
