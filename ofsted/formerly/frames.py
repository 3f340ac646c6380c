"""Now `ofsted.tables.frames`."""

from ofsted.tables.frames import FRAMES, GRADE_ORDER, SHARED, Columns, grade_dtype

__all__ = ["FRAMES", "GRADE_ORDER", "SHARED", "Columns", "grade_dtype"]
