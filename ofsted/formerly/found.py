"""Now `ofsted.showing.hit_frame`."""

from ofsted.showing.hit_frame import HitFrame as FoundFrame

__all__ = ["FoundFrame"]
