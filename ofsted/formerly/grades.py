"""Now `ofsted.model.grades`."""

from ofsted.model.grades import Framework, Grade

__all__ = ["Framework", "Grade"]
