"""Characters that files or terminals do not take as they are: half characters, control characters, reversed text.

Half characters (lone surrogates) are what Python makes of the bytes of a file's name that are not UTF-8. Control and
bidirectional characters may stand in any document, and make a terminal do or show other things than are printed.
"""

from __future__ import annotations

import re

__all__ = ["in_a_line", "in_json", "storable", "visible"]

_HALF = "\ud800-\udfff"
_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # that set or change the direction of text
_FOR_A_TERMINAL = re.compile(f"[\x00-\x08\x0b\x0d-\x1f\x7f-\x9f{_MARKS}{_HALF}]")
_LINE_ENDS = re.compile("[\n\x0c\u2028\u2029]")
_IN_JSON = re.compile(f"[\x7f-\x9f\u2028\u2029{_MARKS}{_HALF}]")


def storable(text: str) -> str:
    r"""The text as UTF-8 can hold it: the byte E9 of a file's name, a half character, is written ``\udce9``."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def visible(text: str) -> str:
    r"""The text as a terminal may be given it: what it would obey is written out, such as ``\x1b`` and ``\u202e``.

    Line ends, tabs and form feeds stay.
    """
    return _FOR_A_TERMINAL.sub(_written_out, text)


def in_a_line(text: str) -> str:
    r"""A file's name, or what holds one, where each line is another file's: line ends are written out as ``\x0a``."""
    return _LINE_ENDS.sub(_written_out, text)


def in_json(text: str) -> str:
    """JSON with the escapes that json.dumps() leaves out beside `ensure_ascii=False`: to a program it is the same."""
    if text.isascii() and "\x7f" not in text:
        return text
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
