# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Access rights of personal files: folders 0700, files 0600, whatever the umask.

Folders are so by the XDG Base Directory Specification 0.8. Windows has no such modes; there the user's
profile is the fence, and nothing here does anything but make what is missing.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

_FOLDER, _FILE = 0o700, 0o600
_OTHERS = 0o077
_NAMES = ("notebook*.db*", "reading.db*", "session.ini*", "window.lock", "backups", "letters")


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for the reader alone; one that is there stays.

    Raises:
        OSError: it could not be made.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(_FOLDER)
        folder.chmod(_FOLDER)  # a umask may take from what mkdir is told
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def make_file(file: Path) -> None:
    """Make an empty file for the reader alone; one that is there stays.

    SQLite gives its journals the rights of the database.

    Raises:
        OSError: it could not be made.
    """
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE))
        file.chmod(_FILE)


def tighten(folder: Path) -> None:
    """Take from others the right to read what lies in a folder for personal files.

    Earlier versions left that to the umask. The folder itself stays as it is if anything of someone else's
    lies in it, for then it may be shared; so does what belongs to another user, and what is a link.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        files = list(folder.iterdir())
        ours = [file for file in files if any(fnmatch(file.name, name) for name in _NAMES)]
        if ours == files:
            _close_to_others(folder)
        for file in ours:
            for each in _with_content(file):
                _close_to_others(each)


def _with_content(file: Path) -> Iterator[Path]:
    yield file
    if file.is_dir() and not file.is_symlink():
        yield from file.iterdir()


def _close_to_others(file: Path) -> None:
    """What the owner may do stays: who made a file read-only meant it."""
    found = file.lstat()
    mode = stat.S_IMODE(found.st_mode)
    if mode & _OTHERS and (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        with suppress(PermissionError):
            file.chmod(mode & ~_OTHERS)
