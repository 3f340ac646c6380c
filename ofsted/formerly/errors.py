"""Now `ofsted.model.errors`."""

from ofsted.model.errors import (
    DamagedFileError,
    EncryptedFileError,
    MissingExtraError,
    NotAReportError,
    NoTextError,
    OfstedError,
    TooLargeError,
    WorkerDiedError,
)

__all__ = [
    "DamagedFileError",
    "EncryptedFileError",
    "MissingExtraError",
    "NoTextError",
    "NotAReportError",
    "OfstedError",
    "TooLargeError",
    "WorkerDiedError",
]
