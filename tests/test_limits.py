"""Files that would take minutes or gigabytes: each is one row of errors(), and the others are read."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest

import ofsted
from tests.conftest import TEXT


def of_objects(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first its catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return data + head + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))


def stream(entries: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def of_content(content: bytes, more: list[bytes]) -> bytes:
    """A page with this content stream; `more` objects are numbered from 5."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
        b">> >>"
    )
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return of_objects([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, content, *more])


def nested_forms(levels: int = 20, each: int = 20) -> bytes:
    """Forms that each draw the next one many times: a few kilobytes that take PDFium for ever."""
    words = b"BT /F 12 Tf 72 700 Td (Report) Tj ET"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
    more = [
        stream(form + b"/Resources << /XObject << /X %d 0 R >> >>" % (6 + n), b"/X Do " * each) for n in range(levels)
    ]
    return of_content(stream(b"", b"/X Do"), [*more, stream(form, words)])


def inflating(megabytes: int) -> bytes:
    """A content stream of blanks, packed twice, that unpacks to so many megabytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    twice = zlib.compress(packed, 9)
    return of_content(stream(b"/Filter [/FlateDecode /FlateDecode]", twice), [b"<< >>"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text(f"{TEXT.read_text(encoding='utf-8')}\n{name}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_takes_too_long_costs_itself(folder: Path, workers: int) -> None:
    slow = folder / "slow.pdf"
    slow.write_bytes(nested_forms())
    assert slow.stat().st_size < 8_000
    corpus = ofsted.read(folder, workers=workers, timeout=4)
    assert [Path(str(report.path)).name for report in corpus] == ["a.txt", "z.txt"]
    [row] = corpus.table("errors").rows()
    assert (row["path"], row["error"]) == (str(slow), "TimeLimitError")
    assert "longer than 4 s" in row["message"]


def test_the_first_error_is_raised_where_that_is_asked_for(folder: Path) -> None:
    (folder / "slow.pdf").write_bytes(nested_forms())
    with pytest.raises(ofsted.TimeLimitError):
        ofsted.read(folder / "slow.pdf", timeout=3, on_error="raise")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="only Linux tells how large a process is")
def test_a_file_that_takes_too_much_memory_costs_itself(folder: Path) -> None:
    large = folder / "large.pdf"
    large.write_bytes(inflating(900))
    assert large.stat().st_size < 100_000
    corpus = ofsted.read(folder, workers=1, memory=300_000_000, reader="pdfium")
    assert len(corpus) == 2
    [row] = corpus.table("errors").rows()
    assert (row["path"], row["error"]) == (str(large), "MemoryLimitError")


def test_limits_change_nothing_for_others(folder: Path) -> None:
    bounded = ofsted.read(folder, workers=2, timeout=600)
    assert [report.to_dict() for report in bounded] == [report.to_dict() for report in ofsted.read(folder, workers=1)]


@pytest.mark.parametrize(("timeout", "memory"), [(0, None), (-1, None), (float("inf"), None), (None, 1_000)])
def test_limits_that_cannot_be_kept(folder: Path, timeout: float | None, memory: int | None) -> None:
    with pytest.raises(ValueError, match="must be"):
        ofsted.read(folder, timeout=timeout, memory=memory)
