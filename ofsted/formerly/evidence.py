"""Now `ofsted.showing.evidence`."""

from ofsted.showing.evidence import EvidenceError, PagePicture, TextExcerpt, show

__all__ = ["EvidenceError", "PagePicture", "TextExcerpt", "show"]
