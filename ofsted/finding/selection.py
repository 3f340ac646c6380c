"""Which reports are meant: by framework, authority, region and day."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from datetime import date
from typing import Any

from ofsted.comparing.asked_for import framework_asked_for
from ofsted.comparing.unmatched import first_of, unmatched
from ofsted.comparing.what_is_new import since as dated_since
from ofsted.model.data_files import read_rows
from ofsted.model.errors import NotFoundError
from ofsted.model.grades import Framework
from ofsted.model.parts import Authority
from ofsted.model.words import count
from ofsted.register.authorities import Day, LocalAuthority, as_day, find_authority, namesakes, unknown_authority
from ofsted.tables.columns import Tables

__all__ = ["selected"]


def selected(
    corpus: Tables, framework: Any, authority: Any, region: Any = None, since: Day | None = None
) -> set[str] | None:
    """The ids of the reports of these frameworks, authorities and regions, and since a day; None where none is given.

    NotFoundError for a framework or a region that does not exist, and for an authority that is neither in a report nor
    in the register: no reports of it would look like none that were published. Warns of an authority without any report
    here, and of reports that may be meant and are left out.
    """
    if framework is None and authority is None and region is None and since is None:
        return None
    wanted, names = None, None
    table = corpus.table("reports")
    kept = set(table.column("report"))
    if framework is not None:
        wanted = {framework_asked_for(one) for one in _several(framework)}
        pairs = zip(table.column("report"), table.column("framework"), strict=True)
        kept &= {report for report, slug in pairs if slug in wanted}
    if authority is not None:
        columns = [table.column(name) for name in ("report", "authority", "urn", "la_code", "gss_code")]
        own = {report: {name.casefold() for name in names if name} for report, *names in zip(*columns, strict=True)}
        known = set().union(*own.values())
        printed = sorted({name for name in table.column("authority") if name})
        wanted_names = [(one, _names(one, known, printed)) for one in _several(authority)]
        missing = [str(getattr(one, "name", one)) for one, names in wanted_names if not names & known]
        if missing:
            lost = len(corpus.table("errors"))
            beside = f", and {count(lost, 'file')} could not be read" if lost else ""
            warnings.warn(f"no report here is on {' or '.join(map(repr, missing))}{beside}", stacklevel=3)
        names = set().union(*(names for _, names in wanted_names))
        kept &= {report for report, its in own.items() if its & names}
    if region is not None:
        regions = {_region(one) for one in _several(region)}
        kept &= {r for r, of in zip(table.column("report"), table.column("region"), strict=True) if of in regions}
    kept = kept if since is None else kept & dated_since(corpus, since)
    if authority is not None or region is not None or framework is not None:
        _warn_of_left_out(corpus, kept, wanted, names, None if since is None else as_day(since))
    return kept


def _warn_of_left_out(
    corpus: Tables, kept: set[str], frameworks: set[str] | None, names: set[str] | None, since: date | None
) -> None:
    """Of reports that could not be put to an authority, and may be on one of these (all), of these frameworks (all).

    As comparisons do: not where no report at all is on an authority of the register.
    """
    left_out = []
    if not any(corpus.table("reports").column("la_code")):
        return
    for one in unmatched(corpus):
        dated, codes = one.inspection.dated, {code.casefold() for code in one.codes}
        is_meant = names is None or not codes or not codes.isdisjoint(names)
        is_meant &= frameworks is None or one.inspection.framework in {*frameworks, Framework.UNKNOWN.value}
        if one.inspection.row["report"] not in kept and is_meant and not (since and dated and dated < since):
            left_out.append(str(one))
    if left_out:
        warnings.warn(
            f"{count(len(left_out), 'report')} could not be put to an authority or a day, and may be among those asked "
            f"for: {', '.join(first_of(left_out))}. corpus.unmatched() lists such reports.",
            stacklevel=4,
        )


def _region(name: Any) -> str:
    known = {row["region"].casefold(): row["region"] for row in read_rows("regions.csv")}
    found = known.get(str(name).strip().casefold())
    if found is None:
        raise NotFoundError.unknown("region", name, known.values())
    return found


def _several(wanted: Any) -> list[Any]:
    return [wanted] if isinstance(wanted, str) or not isinstance(wanted, Iterable) else list(wanted)


def _names(one: Any, known: set[str], printed: list[str]) -> set[str]:
    """What the reports of an authority are known by, folded: by its codes, and as it was given if one prints that."""
    name = (one.urn or one.name or "") if isinstance(one, Authority | LocalAuthority) else str(one)
    folded = name.strip().casefold()
    own = {folded} & known
    try:
        found = find_authority(name)
    except NotFoundError:
        if own:
            return own
        raise unknown_authority(name, printed) from None
    return own | {code.casefold() for code in (found.la_code, *namesakes(found))}
