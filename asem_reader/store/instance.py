# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The single instance of a home: its lock, and the mailbox by which a second start reaches its window."""

import errno
import os
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Self

from asem_reader.core.errors import NotWritten, OtherLibraryOpen, WindowSilent
from asem_reader.core.language import _
from asem_reader.core.made import made_place
from asem_reader.store.files import make_file, make_folder, open_regular, read_regular, reason, write_whole
from asem_reader.store.library import Library

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCK, _LONGEST_PATH = "window.lock", 4_096  # bytes: PATH_MAX of Linux
# Where the lock lies, on Windows: beyond all that is written, for what is locked cannot be read.
_FAR = 1 << 30
_END, _LONGEST_LETTER = ".letter", 4_000  # bytes; the address of a view that weighs everything has 1,500
_OLD = 60.0  # seconds
_PATIENCE = 10.0  # seconds: a window that is just being opened takes its letters when it is there
_BETWEEN = 0.02


def take_lock(
    place: str | None, library: Path, folder: Path, patience: float = _PATIENCE
) -> "InstanceLock | None":
    """Return the lock of the one instance, or None if the open window took the place, or with None was shown.

    If the window closes meanwhile, the lock is free and this start gets it. The wait ends after `patience`
    seconds.

    Raises:
        NoSuchPlace: there is no such place in the Library.
        OtherLibraryOpen: the open window shows another Library.
        WindowSilent: there is one, but it does not answer.
        NotWritten: nothing can be handed to it.
    """
    letter: Path | None = None
    end = time.monotonic() + patience
    while letter is None or letter.exists():
        lock = InstanceLock.take(folder, library)
        if lock:
            if letter:
                letter.unlink(missing_ok=True)
            return lock
        if letter is None:
            letter = _posted(place, library, folder)
        elif time.monotonic() > end:
            letter.unlink(missing_ok=True)
            raise WindowSilent
        time.sleep(_BETWEEN)
    return None


def _posted(place: str | None, library: Path, folder: Path) -> Path:
    shown = library_of(folder)
    if shown and shown != library.absolute():
        raise OtherLibraryOpen(str(shown))
    address = ""
    if place:
        with closing(Library.open(library)) as opened:
            address = (made_place(place) or opened.find(place)).address
    box = Mailbox(folder)
    try:
        return box.post(address)
    except OSError as error:
        raise NotWritten(str(box.folder), reason(error)) from error


class InstanceLock:
    """The lock of the one instance: the operating system's on an open file, so no crash leaves it behind.

    The file stays and says nothing but which Library is open; whether it is held, the system says.
    """

    def __init__(self, handle: int | None) -> None:
        """Hold an open, locked file; None where a folder cannot be written and nobody can be kept out."""
        self._handle = handle

    @classmethod
    def take(cls, folder: Path, library: Path) -> Self | None:
        """Return the lock in a folder, or None if another window has it; `library` is what it will show.

        A folder in which nothing can be locked, or where a link or a pipe has its file's name, gives a lock
        that keeps nobody out.
        """
        try:
            make_folder(folder)
            make_file(folder / _LOCK)
            handle = open_regular(folder / _LOCK, os.O_RDWR)
        except OSError:
            return cls(None)
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            # Anything else is a disk without locks.
            return None if isinstance(error, (BlockingIOError, PermissionError)) else cls(None)
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
    """Return the Library that the window with the lock shows; None if that cannot be told."""
    with suppress(OSError):
        said = read_regular(folder / _LOCK, _LONGEST_PATH)
        return Path(os.fsdecode(said)) if said else None
    return None


def _lock(handle: int) -> None:
    """Lock a file, or raise at once: flock(2), or LockFile on Windows; both go with the process."""
    if sys.platform == "win32":
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Mailbox:
    """A mailbox: the folder into which letters are put whole, as no socket is opened; no link to another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "letters"

    def open(self) -> bool:
        """Make the folder, and return whether it could be made."""
        with suppress(OSError):
            self._make()
            return True
        return False

    def post(self, address: str) -> Path:
        """Put a letter in: an address, or nothing, to be shown the window; its file is there until taken."""
        self._make()
        file = self.folder / f"{time.monotonic_ns():020}-{os.getpid()}{_END}"
        write_whole(file, address.encode(), private=True)
        return file

    def collect(self) -> list[str]:
        """Take all letters out, oldest first, and return what they say; none that is no regular file.

        Nobody waits any more for an answer to an old one, so it is thrown away unread.
        """
        found = []
        try:
            files = sorted(self.folder.glob(f"*{_END}")) if self._is_own() else []
        except OSError:
            return []
        for file in files:
            with suppress(OSError):
                is_old = time.time() - file.lstat().st_mtime > _OLD
                said = read_regular(file, _LONGEST_LETTER)
                file.unlink()
                if not is_old:
                    found.append(said.decode("utf-8", "replace"))
        return found

    def _make(self) -> None:
        make_folder(self.folder)
        if not self._is_own():
            raise NotADirectoryError(errno.ENOTDIR, _("It is a link, not a folder"), str(self.folder))

    def _is_own(self) -> bool:
        return self.folder.is_dir() and not self.folder.is_symlink()
