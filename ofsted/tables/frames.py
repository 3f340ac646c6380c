"""Which frames there are, with their columns and what these hold. The same for any corpus, also for an empty one."""

from __future__ import annotations

from collections.abc import Mapping

from ofsted.model.grades import Framework

__all__ = [
    "CLOSED",
    "CODES",
    "FRAMES",
    "GRADE_ORDER",
    "GRADE_RANKS",
    "INSPECTION_ORDER",
    "OFFICIAL",
    "OUTCOME_ORDER",
    "OWN",
    "SECONDARY",
    "SHARED",
    "THEMES",
    "graded_column",
    "ranked",
]

# Worst to best on each scale. The outcomes of area SEND inspections are a scale of their own, and 'not judged' is on
# none: `grade >= "good"` is right as it is; for the rest ask for one scale first (`scale`, `grade_dtype()`).
OUTCOME_ORDER = ("widespread_failings", "inconsistent", "typically_positive")
INSPECTION_ORDER = ("inadequate", "requires_improvement", "adequate", "good", "outstanding")
GRADE_ORDER = ("not_judged", *OUTCOME_ORDER, *INSPECTION_ORDER)
# For programs that compare grades as text: `grade_rank >= GRADE_RANKS["good"]` is `grade >= "good"`, row for row.
GRADE_RANKS = {grade: rank for rank, grade in enumerate(GRADE_ORDER)}

THEMES = ("overall", "help_and_protection", "care", "care_leavers", "leadership", "adoption", "lscb")
SOURCES = ("table", "heading", "sentence")

# What a column holds, and how pandas and Arrow hold it:
#   text   str                                string                      string
#   label  str, few different ones            category, sorted            dictionary of string
#   grade  a value of Grade                   category, ordered           dictionary of string, ordered
#   rank   the place of a grade in GRADE_RANKS        Int64                       int64
#   date   a day                              datetime64[ns]              date32
#   count  int                                Int64                       int64
#   flag   bool                               bool                        bool
# and names of closed lists (`CLOSED`), categories that are always all there: framework, theme, source, kind, scale.
CLOSED: dict[str, tuple[str, ...]] = {
    "frameworks": tuple(f.value for f in Framework),
    "themes": THEMES,
    "sources": SOURCES,
    "kinds": ("paragraph", "item"),
    "findings": (
        "strengths",
        "meets_requirements",
        "areas_for_development",
        "priority_actions",
        "significant_weaknesses",
    ),
    "scales": ("inspection", "area-send"),
    "formats": ("pdf", "text", "html", "markdown"),
}

_RANK = "_rank"


def ranked(kinds: Mapping[str, str]) -> dict[str, str]:
    """The columns, and behind them for each that holds grades one of their ranks: `grade_rank`, `overall_rank`, ….

    Ranks are stored nowhere: they are told from the grades when they are asked for.
    """
    return {**kinds, **{f"{name}{_RANK}": "rank" for name, kind in kinds.items() if kind == "grade"}}


def graded_column(rank: str) -> str:
    """The column of grades that a column of ranks is told from."""
    return rank.removesuffix(_RANK)


# The first columns of every frame about reports, and the last: what the first leave out of the authority and of where
# the report is from.
SHARED = {
    "report": "text",
    "framework": "frameworks",
    "authority": "text",
    "urn": "text",
    "region": "label",
    "start": "date",
    "end": "date",
    "published": "date",
    "path": "text",
}
CODES = {"la_code": "text", "gss_code": "text", "type": "label", "url": "text", "published_from": "label"}
# Behind them, in frames that hold Ofsted's own table beside reports: where a row of it comes from.
OFFICIAL = {"inspection_type": "label", "release": "label", "sheet": "label", "row": "count"}

_OWN = {
    "reports": {
        "title": "text",
        "lead_inspector": "text",
        "overall": "grade",
        "doubts": "text",
        "other_doubts": "text",
        "reference": "text",
        "publisher": "text",
        "addressee": "text",
        "focus": "text",
        "theme": "label",
        "visit_number": "count",
        "statement_of_action": "label",
        "responsible": "text",
        "progress": "label",
        "progress_made_in": "count",
        "progress_of": "count",
        "format": "formats",
        "pages": "count",
        "inspectors": "count",
        "judgements": "count",
        "paragraphs": "count",
        "recommendations": "count",
        "findings": "count",
        "issues": "count",
        "second_hand": "flag",
        "inspection_type": "label",
    },
    "judgements": {
        "key": "label",
        "theme": "themes",
        "label": "text",
        "scope": "text",
        "grade": "grade",
        "doubts": "text",
        "doubt": "text",
        "printed": "text",
        "source": "sources",
        "page": "count",
        "scale": "scales",
        "position": "count",
    },
    "paragraphs": {
        "section": "text",
        "number": "count",
        "kind": "kinds",
        "text": "text",
        "doubts": "text",
        "page": "count",
        "last_page": "count",
        "position": "count",
    },
    "recommendations": {
        "number": "text",
        "text": "text",
        "scope": "text",
        "timescale": "text",
        "heading": "text",
        "doubts": "text",
        "page": "count",
        "references": "text",
        "position": "count",
    },
    "findings": {
        "kind": "findings",
        "text": "text",
        "progress": "label",
        "statement_of_action": "label",
        "doubts": "text",
        "page": "count",
        "position": "count",
    },
    "issues": {
        "code": "label",
        "field": "label",
        "message": "text",
        "page": "count",
        "position": "count",
        "about": "text",
    },
}
OWN = {name: ranked(own) for name, own in _OWN.items()}
# Every frame with its columns in order. A frame about reports has the shared columns around its own.
FRAMES: dict[str, dict[str, str]] = {
    **{name: {**SHARED, **own, **CODES} for name, own in OWN.items()},
    "errors": {"path": "text", "error": "label", "message": "text"},
    "duplicates": {"path": "text", "report": "text", "kept": "text"},
    "unmatched": {
        "path": "text",
        "report": "text",
        "authority": "text",
        "framework": "frameworks",
        "dated": "date",
        "nearest": "text",
        "why": "text",
    },
}

# What others wrote of an inspection is second-hand: news, and pages that repeat a table. These frames never mix it with
# what Ofsted wrote.
SECONDARY = ("judgements", "paragraphs", "recommendations", "findings")
