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
    from ofsted.corpus import Corpus, load, outcomes, read
    from ofsted.fetching.fetch import Fetched, fetch
    from ofsted.finding.hits import Hit, Hits
    from ofsted.finding.quotes import Difference, Quotation, QuoteCheck, check_quotes, quotations
    from ofsted.finding.search import PatternError
    from ofsted.model.errors import (
        DamagedFileError,
        EncryptedFileError,
        EvidenceError,
        FetchError,
        GarbledTextError,
        LayoutError,
        MemoryLimitError,
        MissingExtraError,
        NotAReportError,
        NoTextError,
        NotFoundError,
        OfstedError,
        ReadInterrupted,
        TimeLimitError,
        TooLargeError,
        UnfamiliarFileError,
        WorkerDiedError,
    )
    from ofsted.model.grades import Framework, Grade
    from ofsted.model.parts import (
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
        Progress,
        Recommendation,
        Section,
        Series,
        Source,
        StatementOfAction,
        Table,
    )
    from ofsted.model.schemas import schema
    from ofsted.model.shown import PagePicture, TextExcerpt
    from ofsted.reading.saved import SavedCorpusError
    from ofsted.register.authorities import LocalAuthority, find_authority, local_authorities
    from ofsted.report import Report, parse, parse_text
    from ofsted.tables.authorities import authorities, authority_history, join_authorities

__version__ = "0.1.0"

# Modules that have moved into rooms are found by their former names, too: pickles made then name them.
__path__.append(f"{__path__[0]}/formerly")

__all__ = [
    "Authority",
    "Corpus",
    "DamagedFileError",
    "Difference",
    "EncryptedFileError",
    "EvidenceError",
    "FetchError",
    "Fetched",
    "Finding",
    "Findings",
    "Footnote",
    "Framework",
    "GarbledTextError",
    "Grade",
    "Hit",
    "Hits",
    "Issue",
    "Judgement",
    "LayoutError",
    "LocalAuthority",
    "MemoryLimitError",
    "MissingExtraError",
    "NoTextError",
    "NotAReportError",
    "NotFoundError",
    "OfstedError",
    "PagePicture",
    "Paragraph",
    "PatternError",
    "Period",
    "Person",
    "PreviousInspection",
    "PreviousJudgement",
    "Progress",
    "Quotation",
    "QuoteCheck",
    "ReadInterrupted",
    "Recommendation",
    "Report",
    "SavedCorpusError",
    "Section",
    "Series",
    "Source",
    "StatementOfAction",
    "Table",
    "TextExcerpt",
    "TimeLimitError",
    "TooLargeError",
    "UnfamiliarFileError",
    "WorkerDiedError",
    "__version__",
    "authorities",
    "authority_history",
    "check_quotes",
    "fetch",
    "find_authority",
    "join_authorities",
    "load",
    "local_authorities",
    "outcomes",
    "parse",
    "parse_text",
    "quotations",
    "read",
    "schema",
]

# Where names live that do not live in `model.parts`.
_HOMES = {
    "Corpus": "corpus",
    "DamagedFileError": "model.errors",
    "Difference": "finding.quotes",
    "EncryptedFileError": "model.errors",
    "EvidenceError": "model.errors",
    "FetchError": "model.errors",
    "Fetched": "fetching.fetch",
    "Framework": "model.grades",
    "GarbledTextError": "model.errors",
    "Grade": "model.grades",
    "Hit": "finding.hits",
    "Hits": "finding.hits",
    "LayoutError": "model.errors",
    "LocalAuthority": "register.authorities",
    "MemoryLimitError": "model.errors",
    "MissingExtraError": "model.errors",
    "NoTextError": "model.errors",
    "NotAReportError": "model.errors",
    "NotFoundError": "model.errors",
    "OfstedError": "model.errors",
    "PagePicture": "model.shown",
    "PatternError": "finding.search",
    "Quotation": "finding.quotes",
    "QuoteCheck": "finding.quotes",
    "ReadInterrupted": "model.errors",
    "Report": "report",
    "SavedCorpusError": "reading.saved",
    "TextExcerpt": "model.shown",
    "TimeLimitError": "model.errors",
    "TooLargeError": "model.errors",
    "UnfamiliarFileError": "model.errors",
    "WorkerDiedError": "model.errors",
    "authorities": "tables.authorities",
    "authority_history": "tables.authorities",
    "check_quotes": "finding.quotes",
    "fetch": "fetching.fetch",
    "find_authority": "register.authorities",
    "join_authorities": "tables.authorities",
    "load": "corpus",
    "local_authorities": "register.authorities",
    "outcomes": "corpus",
    "parse": "report",
    "parse_text": "report",
    "quotations": "finding.quotes",
    "read": "corpus",
    "schema": "model.schemas",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'ofsted' has no attribute {name!r}")
    try:
        value = getattr(import_module(f"ofsted.{_HOMES.get(name, 'model.parts')}"), name)
    except ModuleNotFoundError as error:
        if error.name != "ofsted._core":
            raise
        what = f"{__path__[0]} holds the sources of ofsted, whose core was not built there"
        todo = "Start Python in another folder, or install with `pip install --editable`."
        raise ModuleNotFoundError(f"{what}. {todo}", name=error.name) from error
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
