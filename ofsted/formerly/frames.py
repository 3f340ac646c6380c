"""Now `ofsted.tables`."""

from ofsted.tables.arrays import grade_dtype
from ofsted.tables.columns import Columns
from ofsted.tables.frames import FRAMES, GRADE_ORDER, SHARED

__all__ = ["FRAMES", "GRADE_ORDER", "SHARED", "Columns", "grade_dtype"]
