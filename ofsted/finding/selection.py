"""Which reports are meant: by framework and authority."""

from __future__ import annotations

from typing import Any

from ofsted.model.errors import NotFoundError
from ofsted.model.grades import Framework
from ofsted.model.parts import Authority
from ofsted.register.authorities import find_authority, unknown_authority
from ofsted.tables.columns import Tables

__all__ = ["selected"]


def selected(corpus: Tables, framework: Any, authority: Any) -> set[str] | None:
    """The ids of the reports of these frameworks and authorities; None where neither is asked for.

    NotFoundError for a framework that does not exist, and for an authority that is neither in a report nor in the
    register: no reports of it would look like none that were published.
    """
    if framework is None and authority is None:
        return None
    table = corpus.table("reports")
    kept = set(table.column("report"))
    if framework is not None:
        wanted = {_framework(one) for one in _several(framework)}
        pairs = zip(table.column("report"), table.column("framework"), strict=True)
        kept &= {report for report, slug in pairs if slug in wanted}
    if authority is not None:
        columns = [table.column(name) for name in ("report", "authority", "urn", "la_code", "gss_code")]
        own = {report: {name.casefold() for name in names if name} for report, *names in zip(*columns, strict=True)}
        names = _authorities(_several(authority), set().union(*own.values()))
        kept &= {report for report, known in own.items() if known & names}
    return kept


def _several(wanted: Any) -> list[Any]:
    return [wanted] if isinstance(wanted, (str, Authority)) else list(wanted)


def _framework(name: Any) -> str:
    try:
        return Framework(name).value
    except ValueError:
        raise NotFoundError.unknown("framework", name, [one.value for one in Framework]) from None


def _authorities(wanted: list[Any], known: set[str]) -> set[str]:
    """The names and codes by which the reports of these authorities are known, folded."""
    names = set()
    for one in wanted:
        name = (one.urn or one.name or "") if isinstance(one, Authority) else str(one)
        folded = name.strip().casefold()
        if folded in known:
            names.add(folded)
            continue
        try:
            names.add(find_authority(name).la_code)
        except NotFoundError:
            raise unknown_authority(name, sorted(known)) from None
    return names
