"""Now `ofsted.finding.hit_frame`."""

from ofsted.finding.hit_frame import HitFrame as FoundFrame

__all__ = ["FoundFrame"]
