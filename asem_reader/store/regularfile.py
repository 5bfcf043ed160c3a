# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Regular files alone: what lies beside the Notebook may be a link or a pipe that others put there."""

import errno
import os
import stat
from pathlib import Path

from asem_reader.core.language import _

# A link is refused, a pipe not waited for: open(2). Windows has neither, but a mode for text.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
# What SQLite opens by itself beside a file: sqlite.org/tempfiles.html.
_COMPANIONS = ("", "-journal", "-wal", "-shm")


def open_regular(path: Path, flags: int = os.O_RDONLY) -> int:
    """Open a regular file, and return its descriptor; no link at its end is followed.

    Raises:
        OSError: it cannot be opened, or is none: nothing was changed, nor waited for.
    """
    handle = os.open(path, flags | _FLAGS, 0o600)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, _("It is no regular file"), str(path))
    return handle


def read_regular(path: Path, most: int) -> bytes:
    """Return what a regular file begins with, at most so many bytes.

    Raises:
        OSError: as `open_regular`.
    """
    with os.fdopen(open_regular(path), "rb") as file:
        return file.read(most)


def is_regular(path: Path) -> bool:
    """Whether there is a regular file; a link is none, wherever it leads."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def is_free(path: Path) -> bool:
    """Whether a name may be opened by its name: there is a regular file, or nothing."""
    return is_regular(path) or not os.path.lexists(path)


def is_database(path: Path) -> bool:
    """Whether SQLite may open a file, and what it opens by itself beside it: all regular, or not there."""
    return all(is_free(path.with_name(f"{path.name}{end}")) for end in _COMPANIONS)
