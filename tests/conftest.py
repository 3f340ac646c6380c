"""What the tests share: the samples, and small documents that are made on the spot."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# A clone in which nothing was built tests the package that is installed: its own folder `ofsted` lacks the core and
# must not stand before it, nor in the processes that tests start. The helpers in `tests` are found all the same.
if not any((ROOT / "ofsted").glob("_core.*[od]")):
    sys.path[:] = [folder for folder in sys.path if Path(folder or os.curdir).resolve() != ROOT]
    os.environ["PYTHONSAFEPATH"] = "1"
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

import ofsted  # noqa: E402

EXAMPLES = ROOT / "examples"
BROKEN = EXAMPLES / "broken"
SAMPLES = sorted(p for p in EXAMPLES.glob("*.*") if p.suffix in (".pdf", ".txt"))
PDF = EXAMPLES / "ilacs-2024.pdf"
TEXT = EXAMPLES / "ilacs-2024.txt"


@pytest.fixture(scope="session")
def read() -> Callable[[Path], ofsted.Report]:
    """`ofsted.parse`, each file once."""
    known: dict[Path, ofsted.Report] = {}

    def parse_once(path: Path) -> ofsted.Report:
        if path not in known:
            known[path] = ofsted.parse(path)
        return known[path]

    return parse_once


@pytest.fixture
def report(read: Callable[[Path], ofsted.Report]) -> ofsted.Report:
    """The ILACS sample as PDF."""
    return read(PDF)


def minimal_pdf(content: bytes = b"", trailer: bytes = b"", missing: int = 0) -> bytes:
    """A PDF of one page; `content` is its drawing, `trailer` goes into the trailer dictionary.

    So many more pages are `missing`: the file lists them and does not hold them.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R%s] /Count %d >>" % (b" 99 0 R" * missing, 1 + missing),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(data)
