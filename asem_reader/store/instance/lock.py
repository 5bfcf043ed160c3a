# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The seat before a Notebook: one window at a time has it, and a crash frees it."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

from asem_reader.store.private import make_file, make_folder
from asem_reader.store.regularfile import open_regular, read_regular

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NAME = "window.lock"
_LONGEST = 4_096  # bytes of a path: PATH_MAX of Linux
# Where the lock lies, on Windows: beyond all that is written, for what is locked cannot be read.
_FAR = 1 << 30


class InstanceLock:
    """A lock of the operating system's on an open file, so that none can be left behind by a crash.

    The file stays and says nothing but which Library is open; whether the seat is taken, the lock says.
    """

    def __init__(self, handle: int | None) -> None:
        """Hold an open, locked file; None where a folder cannot be written and nobody can be kept out."""
        self._handle = handle

    @classmethod
    def take(cls, folder: Path, library: Path) -> Self | None:
        """Return the seat in a folder, or None if another window has it; `library` is what it will show.

        A folder in which nothing can be locked, or where a link or a pipe has the lock's name, gives a seat
        that keeps nobody out.
        """
        try:
            make_folder(folder)
            make_file(folder / _NAME)
            handle = open_regular(folder / _NAME, os.O_RDWR)
        except OSError:
            return cls(None)
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):
            os.close(handle)
            return None
        except OSError:  # a disk without locks
            os.close(handle)
            return cls(None)
        with suppress(OSError):  # a full disk: the lock holds all the same
            os.ftruncate(handle, 0)
            os.write(handle, os.fsencode(library.absolute()))
        return cls(handle)

    def leave(self) -> None:
        """Let another window have it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def library_of(folder: Path) -> Path | None:
    """Return the Library that the window on the seat shows; None if that cannot be told."""
    try:
        said = read_regular(folder / _NAME, _LONGEST)
    except OSError:
        return None
    return Path(os.fsdecode(said)) if said else None


def _lock(handle: int) -> None:
    """Lock a file, or raise at once: flock(2), or LockFile on Windows; both go with the process.

    Raises:
        BlockingIOError, PermissionError: another has it.
        OSError: it cannot be locked at all.
    """
    if sys.platform == "win32":
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
