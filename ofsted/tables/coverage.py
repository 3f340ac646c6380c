"""What a corpus covers: kinds of document, authorities, years."""

from __future__ import annotations

from ofsted.model.grades import Framework
from ofsted.tables.columns import Tables

__all__ = ["coverage", "documents_of"]


def documents_of(corpus: Tables) -> str:
    """What `coverage()` counts, in words: rows of Ofsted's own table are no reports."""
    return "Inspections and visits" if "release" in corpus.table("reports").kinds else "Reports"


def coverage(corpus: Tables) -> list[tuple[str, int, int, int | None, int | None]]:
    """For each kind of document: framework, reports, authorities, first and last year of inspection or issue."""
    table = corpus.table("reports")
    rows: dict[str, tuple[list[str], set[str]]] = {}
    columns = (table.column(name) for name in ("framework", "authority", "end", "start", "published"))
    for framework, authority, end, start, published in zip(*columns, strict=True):
        days, names = rows.setdefault(framework, ([], set()))
        days.append(end or start or published or "")
        names.update([authority] if authority else [])
    order = {f.value: place for place, f in enumerate(Framework)}
    covered = []
    for framework in sorted(rows, key=lambda f: order.get(f, len(order))):
        days, names = rows[framework]
        years = sorted(int(day[:4]) for day in days if day)
        covered.append((framework, len(days), len(names), *((years[0], years[-1]) if years else (None, None))))
    return covered
