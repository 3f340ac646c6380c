"""The closed vocabularies of the data model: frameworks and grades."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from ofsted.model.errors import NotFoundError

__all__ = ["Framework", "Grade"]

T = TypeVar("T", bound=Enum)
_PRINTED = {"requires improvement to be good": "requires_improvement"}  # in full, as tables have it


def _written(kind: type[T], value: object) -> T:
    """The member that a person would write so, in capitals or not. NotFoundError (a ValueError) for none."""
    words = " ".join(value.split()).casefold() if isinstance(value, str) else None
    words = _PRINTED.get(words or "", words)
    found = next((one for one in kind if words in (one.value, str(one).casefold())), None)
    if found is None:
        raise NotFoundError.unknown(kind.__name__.lower(), value, [str(one) for one in kind])
    return found


class Framework(str, Enum):
    """The framework or kind of document; its value is the slug that dicts hold.

    ILACS, SIF, SLAC, CRA, LAC, CHILD_PROTECTION, JTAI, JAR, AREA_SEND, FOCUSED_VISIT, MONITORING_VISIT, LETTER, NEWS,
    UNKNOWN.

    Examples:
        >>> from ofsted import Framework
        >>> Framework("focused-visit"), str(Framework.FOCUSED_VISIT)
        (<Framework.FOCUSED_VISIT: 'focused-visit'>, 'focused visit')
        >>> Framework("ILACS")
        <Framework.ILACS: 'ilacs'>
    """

    ILACS = "ilacs"
    SIF = "sif"
    SLAC = "slac"
    CRA = "cra"
    LAC = "lac"
    CHILD_PROTECTION = "child-protection"
    JTAI = "jtai"
    JAR = "jar"
    AREA_SEND = "area-send"
    FOCUSED_VISIT = "focused-visit"
    MONITORING_VISIT = "monitoring-visit"
    LETTER = "letter"
    NEWS = "news"
    UNKNOWN = "unknown"

    @classmethod
    def _missing_(cls, value: object) -> Framework:
        return _written(cls, value)

    def __str__(self) -> str:
        """The name a person would use: 'ILACS', 'focused visit'."""
        return _FRAMEWORK_NAMES.get(self.value, self.value.replace("-", " "))


class Grade(str, Enum):
    """A grade; its value is the slug that dicts hold, ``str(grade)`` what a person would write.

    Inspections: OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, ADEQUATE (until 2013), INADEQUATE; NOT_JUDGED. Area SEND:
    TYPICALLY_POSITIVE, INCONSISTENT, WIDESPREAD_FAILINGS. Grades of one scale compare by merit. Those of different
    scales, and 'not judged', do not compare: TypeError.

    Examples:
        >>> from ofsted import Grade
        >>> Grade.GOOD > Grade.INADEQUATE, str(Grade("requires_improvement"))
        (True, 'Requires improvement')
        >>> Grade("Good"), Grade("Good") == "Good"
        (<Grade.GOOD: 'good'>, False)
        >>> Grade.GOOD > Grade.INCONSISTENT
        Traceback (most recent call last):
            ...
        TypeError: ...
    """

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    ADEQUATE = "adequate"
    INADEQUATE = "inadequate"
    NOT_JUDGED = "not_judged"
    TYPICALLY_POSITIVE = "typically_positive"
    INCONSISTENT = "inconsistent"
    WIDESPREAD_FAILINGS = "widespread_failings"

    @classmethod
    def _missing_(cls, value: object) -> Grade:
        return _written(cls, value)

    @property
    def rank(self) -> int | None:
        """Place within its scale, 1 the best; None for 'not judged'.

        1 to 4 for inspection grades ('adequate' is grade 3 of the scale used until 2013, where 'requires
        improvement' is now), 1 to 3 for the outcomes of area SEND inspections.
        """
        return _RANKS.get(self.value)

    @property
    def scale(self) -> str | None:
        """'inspection' or 'area-send'; None for 'not judged'."""
        if self.rank is None:
            return None
        return "area-send" if self.value in _OUTCOMES else "inspection"

    def __str__(self) -> str:
        """As a person would write it: 'Requires improvement'."""
        return _GRADE_NAMES.get(self.value) or self.value.replace("_", " ").capitalize()

    def _merit(self, other: object) -> tuple[int, int]:
        """Both ranks turned so that the better is the greater."""
        if isinstance(other, Grade) and self.rank and other.rank and self.scale == other.scale:
            return -self.rank, -other.rank
        if not isinstance(other, Grade):
            raise TypeError(f"a grade is held against a grade, such as ofsted.Grade.GOOD, not against {other!r}")
        raise TypeError(f"{self!r} and {other!r} are not on one scale")

    def __lt__(self, other: object) -> bool:
        mine, theirs = self._merit(other)
        return mine < theirs

    def __le__(self, other: object) -> bool:
        mine, theirs = self._merit(other)
        return mine <= theirs

    def __gt__(self, other: object) -> bool:
        mine, theirs = self._merit(other)
        return mine > theirs

    def __ge__(self, other: object) -> bool:
        mine, theirs = self._merit(other)
        return mine >= theirs


_FRAMEWORK_NAMES = {
    "ilacs": "ILACS",
    "sif": "SIF",
    "slac": "SLAC",
    "cra": "CRA",
    "lac": "LAC",
    "jtai": "JTAI",
    "jar": "JAR",
    "area-send": "area SEND",
}
_GRADE_NAMES = {"widespread_failings": "Widespread and/or systemic failings"}
_OUTCOMES = ("typically_positive", "inconsistent", "widespread_failings")
_RANKS = {
    "outstanding": 1,
    "good": 2,
    "requires_improvement": 3,
    "adequate": 3,
    "inadequate": 4,
    "typically_positive": 1,
    "inconsistent": 2,
    "widespread_failings": 3,
}
