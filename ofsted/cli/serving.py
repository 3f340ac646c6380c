"""The command `ofsted mcp`: a folder of reports for language models, over standard input and output."""

from __future__ import annotations

import argparse

from ofsted.cli.commands import read
from ofsted.cli.mcp_server import require_sdk, server

__all__ = ["mcp"]


def mcp(options: argparse.Namespace) -> int:
    """`ofsted mcp`: serves until standard input ends. What could not be read is said on standard error."""
    require_sdk()  # say so before the reports are read
    corpus, status = read(options)
    server(corpus).run()
    return status
