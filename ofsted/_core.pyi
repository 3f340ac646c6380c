from collections.abc import Sequence
from typing import Any, final

from typing_extensions import Buffer

PDFIUM_FUNCTIONS: tuple[str, ...]

@final
class Context:
    def __new__(cls, register_csv: bytes) -> Context: ...

@final
class Pdfium:
    def __new__(cls, addresses: Sequence[int]) -> Pdfium: ...

@final
class ParsedReport:
    @property
    def text(self) -> str: ...
    @property
    def pages(self) -> int | None: ...
    def to_dict(self, source: dict[str, Any], /) -> dict[str, Any]: ...

def read_text(context: Context, text: str, name: str, /) -> ParsedReport: ...
def read_lines(
    context: Context, text: str, lines: list[tuple[int, int, int, int, int, int, int, int, int]], name: str, /
) -> ParsedReport: ...
def read_pdf(context: Context, pdfium: Pdfium, data: Buffer, name: str, /) -> ParsedReport: ...
