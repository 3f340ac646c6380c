"""In a process of its own: a sub-interpreter is refused in words, and the main one goes on."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CODE = """
try:
    import ofsted._core
except ImportError as error:
    assert "interpreter" in str(error), error
else:
    raise AssertionError("two interpreters would be in PDFium at once")
"""


def module() -> Any:
    for name in ("_interpreters", "_xxsubinterpreters"):
        try:
            return importlib.import_module(name)
        except ImportError:
            pass
    raise SystemExit("skip: this Python has no module for sub-interpreters")


interpreters = module()
for _ in range(2):
    identity = interpreters.create()
    problem = interpreters.run_string(identity, CODE)
    interpreters.destroy(identity)
    assert problem is None, problem
import ofsted  # noqa: E402

assert ofsted.parse(EXAMPLES / "ilacs-2024.pdf").framework == "ilacs"
print("ok")
