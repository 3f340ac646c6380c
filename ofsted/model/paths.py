"""Paths as callers give them."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress

__all__ = ["path_of", "target_of", "whole_file"]


def path_of(path: str | os.PathLike[str]) -> str:
    """The path as a str, a '~' in front as one's home, as a shell and pandas have it."""
    name = os.fsdecode(os.fspath(path))
    return os.path.expanduser(name) if name.startswith("~") and not os.path.lexists(name) else name


def target_of(path: str | os.PathLike[str], ending: str = "") -> str:
    """Where a file is to be written, said before the work: ValueError for another ending, OSError for no place."""
    name = path_of(path)
    if not name:
        raise FileNotFoundError(errno.ENOENT, "the name of the file to write is empty", name)
    if os.path.isdir(name):
        raise IsADirectoryError(errno.EISDIR, "this is a folder; give the name of a file", name)
    if ending and os.path.splitext(name)[1].lower() != ending:
        raise ValueError(f"the file's name has to end in {ending}: not {name!r}")
    folder = os.path.dirname(name)
    if folder and not os.path.isdir(folder):
        raise FileNotFoundError(errno.ENOENT, "there is no such folder to write to", folder)
    if os.path.isfile(name):
        try:
            open(name, "ab").close()
        except PermissionError:
            reason = "it may not be written to, or is open in another program, such as Excel"
            raise PermissionError(errno.EACCES, reason, name) from None
    elif not os.access(folder or ".", os.W_OK):
        raise PermissionError(errno.EACCES, "nothing can be written to this folder", folder or ".")
    return name


@contextmanager
def whole_file(path: str) -> Iterator[str]:
    """The name to write a file under that becomes `path` when it is whole: where writing fails, what was there stays.

    A pipe or a device, and a file in a folder that takes no other, are written to themselves. An OSError names `path`.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    made = os.path.join(folder, f".{secrets.token_hex(8)}.part")
    if (os.path.exists(target) and not os.path.isfile(target)) or (
        os.path.isfile(target) and not os.access(folder, os.W_OK)
    ):
        yield path
        return
    try:
        yield made
        os.replace(made, target)
    except BaseException as error:
        with suppress(OSError):
            os.remove(made)
        if isinstance(error, OSError) and error.filename in (None, made):
            error.filename, error.filename2 = path, None
        raise
