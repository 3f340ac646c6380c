"""Reads Ofsted's reports on children's services into typed, traceable data.

    import ofsted
    report = ofsted.parse("report.pdf")
    report.judgements["overall_effectiveness"].grade

Importing this package loads nothing else: what a name needs is loaded when the name is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ofsted.corpus import Corpus
    from ofsted.errors import (
        DamagedFileError,
        EncryptedFileError,
        MissingExtraError,
        NotAReportError,
        NoTextError,
        OfstedError,
        TooLargeError,
        WorkerDiedError,
    )
    from ofsted.evidence import EvidenceError, PagePicture, TextExcerpt
    from ofsted.grades import Framework, Grade
    from ofsted.model import (
        Authority,
        Finding,
        Findings,
        Footnote,
        Issue,
        Judgement,
        Paragraph,
        Period,
        Person,
        PreviousInspection,
        PreviousJudgement,
        Recommendation,
        Section,
        Series,
        Source,
        Table,
    )
    from ofsted.parsing import parse, parse_text
    from ofsted.quotes import Difference, Quotation, QuoteCheck, check_quotes, quotations
    from ofsted.reading import read
    from ofsted.register import (
        LocalAuthority,
        authorities,
        authority_history,
        find_authority,
        join_authorities,
        local_authorities,
    )
    from ofsted.report import Report
    from ofsted.schemas import schema
    from ofsted.search import Hit, Hits, PatternError

__version__ = "0.1.0"

__all__ = [
    "Authority",
    "Corpus",
    "DamagedFileError",
    "Difference",
    "EncryptedFileError",
    "EvidenceError",
    "Finding",
    "Findings",
    "Footnote",
    "Framework",
    "Grade",
    "Hit",
    "Hits",
    "Issue",
    "Judgement",
    "LocalAuthority",
    "MissingExtraError",
    "NoTextError",
    "NotAReportError",
    "OfstedError",
    "PagePicture",
    "Paragraph",
    "PatternError",
    "Period",
    "Person",
    "PreviousInspection",
    "PreviousJudgement",
    "Quotation",
    "QuoteCheck",
    "Recommendation",
    "Report",
    "Section",
    "Series",
    "Source",
    "Table",
    "TextExcerpt",
    "TooLargeError",
    "WorkerDiedError",
    "__version__",
    "authorities",
    "authority_history",
    "check_quotes",
    "find_authority",
    "join_authorities",
    "local_authorities",
    "parse",
    "parse_text",
    "quotations",
    "read",
    "schema",
]

# Where names live that do not live in `model`.
_HOMES = {
    "Corpus": "corpus",
    "DamagedFileError": "errors",
    "Difference": "quotes",
    "EncryptedFileError": "errors",
    "EvidenceError": "evidence",
    "Framework": "grades",
    "Grade": "grades",
    "Hit": "search",
    "Hits": "search",
    "LocalAuthority": "register",
    "MissingExtraError": "errors",
    "NoTextError": "errors",
    "NotAReportError": "errors",
    "OfstedError": "errors",
    "PagePicture": "evidence",
    "PatternError": "search",
    "Quotation": "quotes",
    "QuoteCheck": "quotes",
    "Report": "report",
    "TextExcerpt": "evidence",
    "TooLargeError": "errors",
    "WorkerDiedError": "errors",
    "authorities": "register",
    "authority_history": "register",
    "check_quotes": "quotes",
    "find_authority": "register",
    "join_authorities": "register",
    "local_authorities": "register",
    "parse": "parsing",
    "parse_text": "parsing",
    "quotations": "quotes",
    "read": "reading",
    "schema": "schemas",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'ofsted' has no attribute {name!r}")
    value = getattr(import_module(f"ofsted.{_HOMES.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
