"""Now `ofsted.showing.plots`."""

from ofsted.showing.plots import Plots

__all__ = ["Plots"]
