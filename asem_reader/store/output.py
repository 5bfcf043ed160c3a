# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Output: files of the reader's choosing, by which nothing is destroyed, least of all the program's own."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from asem_reader.core.errors import AlreadyThere, NotWritten
from asem_reader.core.language import N_, _
from asem_reader.store.files import companion, reason, write_whole

_NO_FILE = N_("it is not a file but a device, a pipe or a socket (on the command line, - is standard output)")
_LINKED = N_("it has more than one name (hard links), and under the others the old text would stay")
# In the folders for personal files, with what SQLite, Qt and a restored backup put beside them.
_NAMES = re.compile(
    r"notebook\.(db(-.*|\.part)?|damaged-.*|replaced-.*)|reading\.db(-.*)?|session\.ini(\..*)?|window\.lock|backups|letters",
    re.DOTALL,
)
_FOLDERS = ("backups", "letters")


class Output:
    """Writes files whole or not at all, where a link leads to; what was there only if it may be replaced."""

    def __init__(self, homes: Iterable[Path], library: Path) -> None:
        """Know the folders for personal files and the Library in use, in order to leave their files alone."""
        self._homes = tuple(homes)
        self._kept = tuple(home / name for home in self._homes for name in _FOLDERS)
        self._library = (library, companion(library, ".sha256"))

    def check(self, path: Path, *, replace: bool = False) -> Path:
        """Return the file that would be written: `path`, with links followed.

        Raises:
            AlreadyThere: it is there, and not to be replaced.
            NotWritten: it is no file, one of the program's own, read-only, or has several names. A file
                of several names can be replaced whole or keep them, not both.
        """
        try:
            there = path.stat()
        except FileNotFoundError:
            there = None
        except OSError as error:
            raise NotWritten(str(path), reason(error)) from error
        file = Path(os.path.realpath(path))
        if self._is_claimed(file) or any(_are_same(file, own) for own in self._own()):
            raise NotWritten(str(path), _("it is one of ASEM Reader's own files"))
        fault = _fault(file, there) if there else ""
        if fault:
            raise NotWritten(str(path), fault)
        if there and not replace:
            raise AlreadyThere(str(path))
        return file

    def write(self, path: Path, content: bytes, *, replace: bool = False) -> None:
        """Write a file, with the mode and owner of the one that it replaces, or raise as `check` does."""
        write_whole(self.check(path, replace=replace), content, replace=replace)

    def _is_claimed(self, file: Path) -> bool:
        """True if a file's place is the program's; in any case, for some disks know only one."""
        name = _plain(file.name)
        mine = _NAMES.fullmatch(name) and any(_are_same(file.parent, home) for home in self._homes)
        beside = any(name == _plain(own.name) and _are_same(file.parent, own.parent) for own in self._library)
        kept = any(_are_same(folder, own) for folder in file.parents for own in self._kept)
        return bool(mine) or beside or kept

    def _own(self) -> Iterator[Path]:
        """The program's files that are there, to be known by any of their names."""
        yield from self._library
        for home in self._homes:
            yield from (file for file in _listed(home) if _NAMES.fullmatch(file.name))
        for folder in self._kept:
            yield from _listed(folder)


def _fault(file: Path, there: os.stat_result) -> str:
    """Reason why a file that is there cannot be replaced, as the end of a sentence, or ""."""
    if stat.S_ISDIR(there.st_mode):
        return _("it is a folder")
    if not stat.S_ISREG(there.st_mode):
        return _(_NO_FILE)
    # Root may write to anything, but who took all leave to write from a file meant root as well.
    if not there.st_mode & 0o222 or not os.access(file, os.W_OK):
        return _("it may not be written to")
    return _(_LINKED) if there.st_nlink > 1 else ""


def _plain(name: str) -> str:
    """A name as a disk may compare it that knows no case, and on Windows no dots and blanks at the end."""
    return name.casefold().rstrip(". ")


def _listed(folder: Path) -> list[Path]:
    with suppress(OSError):
        return list(folder.iterdir())
    return []


def _are_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return False
