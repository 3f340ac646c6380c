"""A server of the Model Context Protocol over the reports of a folder: `ofsted mcp FOLDER`. Needs ``ofsted[mcp]``.

It answers over standard input and output, opens no port and changes nothing: each tool says that it only reads.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

import ofsted
from ofsted.cli.answers import Answers
from ofsted.cli.console import without_calls
from ofsted.model.extras import needed
from ofsted.tables.arrays import require_pandas

__all__ = ["require_sdk", "server"]

P = ParamSpec("P")

_INSTRUCTIONS = (
    "Reports of Ofsted's on children's services, as read by the package ofsted. Every answer names report, page and "
    "link: give them with whatever you take from it. What stands behind 'check' or 'Note' is doubtful: say so. Where "
    "there is no grade, none is printed or it could not be read; do not infer one."
)


def require_sdk() -> Any:
    """The SDK's module of servers; ImportError that says what to install, before anything is read."""
    sdk = _of_sdk("server")
    require_pandas()
    return sdk


def _of_sdk(module: str) -> Any:
    return needed(f"mcp.{module}", "the server needs", "'ofsted[mcp]'")


def server(corpus: ofsted.Corpus) -> Any:
    """The server (an `MCPServer` of the SDK's) over these reports; `run()` serves until standard input ends."""
    sdk, hints = require_sdk(), _of_sdk("types").ToolAnnotations
    made = sdk.MCPServer("ofsted", instructions=_INSTRUCTIONS, log_level="WARNING")
    answers = Answers(corpus)
    reads = hints(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for tool in (
        answers.find_inspections,
        answers.read_report,
        answers.search_paragraphs,
        answers.history,
        answers.compare,
    ):
        made.tool(annotations=reads, structured_output=False)(_refusing(tool))
    return made


def _refusing(tool: Callable[P, str]) -> Callable[P, str]:
    """The tool; what it was asked for wrongly is said to the client, which the SDK keeps to itself otherwise."""
    error = _of_sdk("server.mcpserver.exceptions").ToolError

    @wraps(tool)
    def asked(*args: P.args, **more: P.kwargs) -> str:
        try:
            return tool(*args, **more)
        except ValueError as refused:
            raise error(without_calls(refused)) from refused

    return asked
