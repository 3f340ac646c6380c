"""Now `ofsted.finding.quotes`."""

from ofsted.finding.quotes import Difference, Quotation, QuoteCheck, check_quotes, quotations

__all__ = ["Difference", "Quotation", "QuoteCheck", "check_quotes", "quotations"]
