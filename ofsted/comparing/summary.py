"""One row an authority with its latest result under one framework: the table that the sector passes round.

`ofsted.summary.Summary` writes it as a workbook or as one web page, too.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ofsted.comparing.asked_for import framework_asked_for
from ofsted.comparing.in_force import (
    CHILDRENS_SERVICES,
    UNREAD,
    Inspection,
    Published,
    Verdict,
    direction,
    existing,
    in_force,
    inspections_of,
    once,
    status_of,
    verdict,
)
from ofsted.comparing.unmatched import OF_TABLE, Doubts, in_a_cell
from ofsted.model.days import iso
from ofsted.model.errors import NotFoundError
from ofsted.model.grades import Framework, Grade
from ofsted.model.paths import path_of, whole_file
from ofsted.model.report_data import web_link
from ofsted.model.words import count, day_in_words
from ofsted.register.authorities import Day, LocalAuthority, as_day, on_day
from ofsted.tables.columns import Tables, frame_of
from ofsted.tables.doubts import joined, merged, under

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "TITLES", "SummaryTable", "scale_of", "summary_rows", "title_of"]

PathLike = str | os.PathLike[str]
Row = dict[str, Any]

_JUDGEMENTS = {
    "ilacs": ("help_and_protection", "in_care", "care_leavers", "in_care_and_care_leavers", "impact_of_leaders"),
    "sif": (
        "help_and_protection",
        "looked_after_and_permanence",
        "adoption_performance",
        "care_leavers",
        "leadership",
        "lscb_effectiveness",
    ),
    "area-send": (),
}
_OUTCOME = "inspection_outcome"
_SCALES = {
    "inspection": (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE),
    "area-send": (Grade.TYPICALLY_POSITIVE, Grade.INCONSISTENT, Grade.WIDESPREAD_FAILINGS),
}
_HEAD = {
    "authority": "text",
    "urn": "text",
    "la_code": "text",
    "gss_code": "text",
    "region": "label",
    "ofsted_region": "label",
    "type": "label",
    "status": "text",
    "overall": "grade",
}
_TAIL = {
    "start": "date",
    "end": "date",
    "published": "date",
    "inspector": "text",
    "previous_overall": "grade",
    "previous_framework": "frameworks",
    "previous_date": "date",
    "direction": "label",
    "neighbours": "count",
    "neighbours_judged": "count",
    "neighbours_grades": "text",
    "doubts": "text",
    "other_doubts": "text",
    "issues": "count",
    "page": "count",
    "path": "text",
    "report": "text",
    "url": "text",
}


def scale_of(framework: str) -> tuple[Grade, ...]:
    """The grades that a framework gives today, best first."""
    return _SCALES["area-send" if framework == Framework.AREA_SEND.value else "inspection"]


def _columns_of(framework: str, keys: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {**_HEAD, **dict.fromkeys(keys, "grade")}
    for name, kind in _TAIL.items():
        if name == "neighbours_grades":
            found |= {f"neighbours_{grade.value}": "count" for grade in scale_of(framework)}
        found[name] = kind
    return found


COLUMNS = {framework: _columns_of(framework, keys) for framework, keys in _JUDGEMENTS.items()}
"""The columns of a summary by framework, with their kinds (see `ofsted.tables.frames`)."""

TITLES = {
    "urn": "URN",
    "la_code": "LA code",
    "gss_code": "GSS code",
    "ofsted_region": "Ofsted region",
    "in_care": "Children in care",
    "in_care_and_care_leavers": "Children in care and care leavers (to 2022)",
    "impact_of_leaders": "Impact of leaders",
    "looked_after_and_permanence": "Looked after and permanence",
    "lscb_effectiveness": "LSCB",
    "start": "Inspection start",
    "end": "Inspection end",
    "inspector": "Lead inspector",
    "previous_overall": "Previous overall",
    "previous_framework": "Previous framework",
    "previous_date": "Previous inspection end",
    "direction": "Change",
    "neighbours": "Statistical neighbours",
    "neighbours_judged": "Neighbours judged",
    "neighbours_outstanding": "Neighbours outstanding",
    "neighbours_good": "Neighbours good",
    "neighbours_requires_improvement": "Neighbours requires improvement",
    "neighbours_inadequate": "Neighbours inadequate",
    "neighbours_typically_positive": "Neighbours typically positive",
    "neighbours_inconsistent": "Neighbours inconsistent",
    "neighbours_widespread_failings": "Neighbours with widespread failings",
    "neighbours_grades": "Neighbours' grades",
    "issues": "Issues to check",
    "table_doubts": "Doubts about the whole table",
    "url": "Web",
}
"""Headings for people where a column's name alone would not do."""


def title_of(column: str) -> str:
    """A column's heading for people."""
    return TITLES.get(column) or column.replace("_", " ").capitalize()


class SummaryTable:
    """A table of authorities with their latest result: rows as dicts, and as a frame or CSV on request.

    `rows` hold what `COLUMNS` lists; days are ISO 8601 text, grades their slugs. `unmatched` says which reports could
    not be put to an authority and may be newer than what is here, `left_out` which have no row, `ends` that Ofsted's
    own table ends before the day.
    """

    def __init__(
        self,
        framework: str,
        as_of: date,
        rows: list[Row],
        unmatched: Sequence[str] = (),
        ends: str | None = None,
        left_out: Sequence[str] = (),
    ) -> None:
        self.framework = framework
        self.as_of = as_of
        self.rows = rows
        self.unmatched = list(unmatched)
        self.ends = ends
        self.left_out = list(left_out)
        self.columns = COLUMNS[framework]

    def __setstate__(self, state: Row) -> None:
        """What was pickled before a summary knew what is doubtful about all of it knows of nothing."""
        vars(self).update({"unmatched": [], "ends": None, "left_out": [], **state})

    @property
    def title(self) -> str:
        """'ILACS: latest result of each authority, 31 March 2024'."""
        name = str(Framework(self.framework))
        return f"{name}: latest result of each authority, {day_in_words(self.as_of)}"

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __repr__(self) -> str:
        return f"<Summary {self.title}: {count(len(self), 'authority', 'authorities')}>"

    def to_frame(self) -> pd.DataFrame:
        """The table as a frame. ImportError without pandas."""
        frame = frame_of(self.rows, self.columns)
        frame.attrs |= self.attrs
        return frame

    @property
    def attrs(self) -> Row:
        """What is doubtful about all of it, as the attrs of its frame."""
        beside = {"unmatched": self.unmatched, "ends": self.ends, "left_out": self.left_out}
        return {name: value for name, value in beside.items() if value}

    def to_csv(self, path: PathLike) -> str:
        """Written as CSV (UTF-8 with a mark, so that Excel reads it), grades and headings as people write them.

        The last column says in each row what is doubtful about all of the table: a CSV file has no other place for it.
        """
        import csv

        name, beside = path_of(path), in_a_cell(self.attrs)
        with whole_file(name) as made, open(made, "w", encoding="utf-8-sig", errors="replace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*map(title_of, self.columns), title_of(OF_TABLE)])
            for row in self.rows:
                writer.writerow([*(self.shown(name, row.get(name)) for name in self.columns), beside])
        return name

    def shown(self, column: str, value: Any) -> str:
        """A value as people write it: 'Good', '31 March 2024' stays ISO 8601 for sorting, nothing for None."""
        if value is None:
            return ""
        if self.columns[column] == "grade":
            return str(Grade(value))
        if column == "previous_framework":
            return str(Framework(value))
        return str(value)

    def link(self, row: Row, folder: Path | None) -> str | None:
        """Where a row's report is, with the page of its judgements: on the web, else from `folder` if it can be."""
        path, url = row.get("path"), row.get("url")
        if url:
            return web_link(url, row.get("page") if (path or "").casefold().endswith(".pdf") else None)
        if not path:
            return None
        if "://" in path:
            target = path
        else:
            try:
                target = quote(Path(os.path.relpath(path, folder or ".")).as_posix())
            except ValueError:  # another drive
                target = Path(path).resolve().as_uri()
        is_pdf = path.casefold().endswith(".pdf") and row.get("page")
        return f"{target}#page={row['page']}" if is_pdf else target


def summary_rows(
    corpus: Tables, framework: str, as_of: Day | None, published: Published | None
) -> tuple[str, date, list[Row], list[str], str | None, list[str]]:
    """The framework's slug, the day, the rows, and what is doubtful; `ofsted.summary.summary()` says what they are."""
    slug = framework_asked_for(framework)
    if slug not in COLUMNS:
        raise NotFoundError.unknown("summary of", slug, COLUMNS)
    day = as_day(as_of)
    seen = once(inspections_of(corpus, published))
    send = slug not in CHILDRENS_SERVICES  # a scale of its own: neither before it nor beside it counts anything else
    doubts = Doubts(corpus, seen, published, [slug] if send else None, day)
    there = existing(day)
    results = in_force(seen, day, [slug])
    held = results if send else in_force(seen, day)
    alike = {slug} if send else CHILDRENS_SERVICES
    rows, shown = [], []
    for place, judgements in results.items():
        one = judgements[0][0]
        if place not in doubts.hidden and (one.authority is None or place in there):
            shown.append(place)
            row = _row(one, [judgement for _, judgement in judgements], there.get(place), day)
            row |= _earlier(one, [other for other in seen if other.place == place and other.framework in alike])
            own = merged([(judgement["key"] or "", judgement["doubts"]) for _, judgement in judgements])
            before = under("previous overall", row.get("doubts"))
            row |= {"doubts": joined(own, one.unread, before, doubts.of(place, results))}
            rows.append({**row, **_near(there.get(place), held, day, scale_of(slug), doubts)})
    rows.sort(key=lambda row: (row["authority"] or "", row["report"]))
    return slug, day, rows, doubts.tell(stacklevel=5), doubts.ends, doubts.only_told(shown, stacklevel=5)


def _overall(held: Sequence[tuple[Inspection, Row]] | None) -> Verdict:
    """What these judgements say overall; of area SEND that is the outcome."""
    if held is not None:
        held = [(one, {**j, "theme": "overall"} if j["key"] == _OUTCOME else j) for one, j in held]
    return verdict(held, "overall")


def _row(one: Inspection, judgements: Sequence[Row], authority: LocalAuthority | None, day: date) -> Row:
    """The authority's codes on the day and what the inspection found; of its LSCB what a later review did."""
    found = _overall([(one, judgement) for judgement in one.judgements])
    names = ("urn", "la_code", "gss_code", "region", "ofsted_region", "type")
    row = {name: getattr(authority, name) if authority else one.row.get(name) for name in names}
    row |= {"authority": authority.name if authority else one.row["authority"]}
    row |= {"overall": found.grade, "status": status_of(found, authority, day) if found.grade is None else None}
    for key in _JUDGEMENTS[one.framework]:
        graded = [j["grade"] for j in judgements if j["key"] == key and j["grade"]]
        row[key] = graded[0] if len(set(graded)) == 1 else None
    pages = [judgement["page"] for judgement in one.judgements if judgement["page"]]
    days = {name: iso(value) for name, value in _days(one).items()}
    more = {"inspector": one.row["lead_inspector"], "page": min(pages, default=None)}
    return {
        **row,
        **days,
        **more,
        **{name: one.row[name] for name in ("other_doubts", "issues", "path", "report", "url")},
    }


def _days(one: Inspection) -> dict[str, date | None]:
    return {"start": one.start, "end": one.end, "published": one.published}


def _earlier(one: Inspection, same_place: list[Inspection]) -> Row:
    """The overall grade of the last inspection before this one that gave one."""
    found: Row = {}
    for other in same_place:  # oldest first
        before = other.dated and one.dated and other.dated < one.dated
        if before and other.dated:
            before_this = _overall([(other, judgement) for judgement in other.judgements])
            end = other.end or other.dated
            if found and before_this.status == UNREAD:
                said = f"{UNREAD} in the {Framework(other.framework)} of {iso(end)}, which came after it"
                found["doubts"] = joined(found["doubts"], said)
            if before_this.grade:
                found = {"previous_overall": before_this.grade, "previous_framework": other.framework}
                found["doubts"] = before_this.doubts
                found["previous_date"] = end.isoformat()
    grade = _overall([(one, judgement) for judgement in one.judgements]).grade
    if found and grade and Grade.ADEQUATE.value not in (grade, found["previous_overall"]):
        found["direction"] = direction(found["previous_overall"], grade)
    return found


def _near(
    authority: LocalAuthority | None,
    held: dict[str, list[tuple[Inspection, Row]]],
    day: date,
    scale: Iterable[Grade],
    doubts: Doubts,
) -> Row:
    """How many statistical neighbours hold which overall grade, and each by name."""
    if authority is None:
        return {}
    near = [other for code in authority.neighbours if (other := on_day(code, day)) and other.existed(day)]
    counts, named = Counter[str](), []
    for other in near:
        found = _overall(held.get(other.la_code))
        if found.grade:
            counts[found.grade] += 1
            doubt = found.doubts or doubts.of(other.la_code, held, themes=["overall"])
            named.append(f"{other.name}: {Grade(found.grade)}{' (to check)' if doubt else ''}")
        elif found.status == UNREAD:
            named.append(f"{other.name}: {UNREAD}")
    row: Row = {"neighbours": len(near), "neighbours_judged": counts.total()}
    row |= {f"neighbours_{grade.value}": counts[grade.value] for grade in scale}
    return {**row, "neighbours_grades": "; ".join(named) or None}
