"""The command `ofsted`. Uses the package as anyone else does."""

from ofsted.cli.run import main

__all__ = ["main"]
