# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Messages from a second start to the window that is open: files in a folder, for no socket is opened."""

import errno
import os
import time
from pathlib import Path
from typing import NamedTuple

from asem_reader.core.language import _
from asem_reader.store.files import write_whole
from asem_reader.store.private import make_folder
from asem_reader.store.regularfile import read_regular

_END = ".letter"
_OLD = 60.0  # seconds
_LONGEST = 1_000  # bytes; an address is shorter


class Message(NamedTuple):
    """A message; it lies in the box until it is taken."""

    file: Path

    @property
    def taken(self) -> bool:
        """Whether the window took it."""
        return not self.file.exists()

    def take_back(self) -> None:
        """Take it out again: nobody came."""
        self.file.unlink(missing_ok=True)


class Mailbox:
    """A mailbox: the folder into which messages are put whole, and out of which one window takes them.

    A link to another folder is none: what lies there is not ours to take away.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "letters"

    def open(self) -> bool:
        """Make the folder, and return whether it could be made."""
        try:
            self._make()
        except OSError:
            return False
        return True

    def post(self, address: str) -> Message:
        """Put a letter into the box: the address to open, or nothing, to be shown the window.

        Raises:
            NotWritten: it could not be written.
            OSError: there is no folder for it, and none can be made.
        """
        self._make()
        file = self.folder / f"{time.monotonic_ns():020}-{os.getpid()}{_END}"
        write_whole(file, address.encode(), private=True)
        return Message(file)

    def collect(self) -> list[str]:
        """Take all letters out, oldest first, and return what they say.

        Nobody waits any more for an answer to an old one, so it is thrown away unread. What is no regular
        file is no letter, and stays.
        """
        found = []
        try:
            files = sorted(self.folder.glob(f"*{_END}")) if self._is_own() else []
        except OSError:
            return []
        for file in files:
            try:
                old = time.time() - file.lstat().st_mtime > _OLD
                said = read_regular(file, _LONGEST)
                file.unlink()
            except OSError:
                continue
            if not old:
                found.append(said.decode("utf-8", "replace"))
        return found

    def _make(self) -> None:
        make_folder(self.folder)
        if not self._is_own():
            raise NotADirectoryError(errno.ENOTDIR, _("It is a link, not a folder"), str(self.folder))

    def _is_own(self) -> bool:
        return self.folder.is_dir() and not self.folder.is_symlink()
