"""Paths as callers give them."""

from __future__ import annotations

import errno
import os

__all__ = ["path_of", "target_of"]


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
