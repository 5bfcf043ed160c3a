# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Output: files of the reader's choosing, by which nothing is destroyed."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from asem_reader.core.errors import AlreadyThere, NotWritten
from asem_reader.core.language import N_, _
from asem_reader.store.files import reason, write_whole
from asem_reader.store.ownfiles import OwnFiles

_NO_FILE = N_("it is not a file but a device, a pipe or a socket (on the command line, - is standard output)")
_LINKED = N_("it has more than one name (hard links), and under the others the old text would stay")


class Output:
    """Writes files whole or not at all, where a link leads to; what was there only if it may be replaced."""

    def __init__(self, homes: Iterable[Path], library: Path) -> None:
        """Know the folders for personal files and the Library in use, in order to leave them alone."""
        self._own = OwnFiles(homes, library)

    def check(self, path: Path, *, replace: bool = False) -> Path:
        """Return the file that would be written: `path`, with links followed.

        Args:
            path: as the reader gave it.
            replace: whether a file that is there may be replaced.

        Raises:
            AlreadyThere: it is there, and may not be replaced.
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
        fault = _("it is one of ASEM Reader's own files") if self._own.hold(file) else ""
        if there and not fault:
            fault = _fault(file, there)
        if fault:
            raise NotWritten(str(path), fault)
        if there and not replace:
            raise AlreadyThere(str(path))
        return file

    def write(self, path: Path, content: bytes, *, replace: bool = False) -> None:
        """Write a file, with the mode and owner of the one that it replaces.

        Raises:
            AlreadyThere, NotWritten: as `check`; also if the file came to be there meanwhile.
            NotWritten: it could not be written; no part of it remains.
        """
        write_whole(self.check(path, replace=replace), content, replace=replace)


def _fault(file: Path, there: os.stat_result) -> str:
    """Why a file that is there cannot be replaced, as the end of a sentence, or ""."""
    if stat.S_ISDIR(there.st_mode):
        return _("it is a folder")
    if not stat.S_ISREG(there.st_mode):
        return _(_NO_FILE)
    # Root may write to anything, but who took all leave to write from a file meant root as well.
    if not there.st_mode & 0o222 or not os.access(file, os.W_OK):
        return _("it may not be written to")
    return _(_LINKED) if there.st_nlink > 1 else ""
