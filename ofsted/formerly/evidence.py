"""Now `ofsted.showing.evidence`, `ofsted.model.shown` and `ofsted.model.errors`."""

from ofsted.model.errors import EvidenceError
from ofsted.model.shown import PagePicture, TextExcerpt
from ofsted.showing.evidence import show

__all__ = ["EvidenceError", "PagePicture", "TextExcerpt", "show"]
