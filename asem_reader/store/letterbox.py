# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Letters from a second start to the window that is open: files in a folder, for no socket is opened."""

import os
import time
from pathlib import Path
from typing import NamedTuple

from asem_reader.store.disk import write_whole

_END = ".letter"
_OLD = 60.0  # seconds
_LONGEST = 1_000  # bytes; an address is shorter


class Letter(NamedTuple):
    """One letter; it lies in the box until it is taken."""

    file: Path

    @property
    def taken(self) -> bool:
        """Whether the window took it."""
        return not self.file.exists()

    def take_back(self) -> None:
        """Take it out again: nobody came."""
        self.file.unlink(missing_ok=True)


class Letterbox:
    """The folder into which letters are put whole, and out of which one window takes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "letters"

    def open(self) -> bool:
        """Make the folder, and return whether it could be made."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return True

    def post(self, address: str) -> Letter:
        """Put a letter into the box: the address to open, or nothing, to be shown the window.

        Raises:
            NotWritten: it could not be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{time.monotonic_ns():020}-{os.getpid()}{_END}"
        write_whole(file, address.encode())
        return Letter(file)

    def collect(self) -> list[str]:
        """Take all letters out, oldest first, and return what they say.

        Nobody waits any more for an answer to an old one, so it is thrown away unread.
        """
        found = []
        try:
            files = sorted(self.folder.glob(f"*{_END}"))
        except OSError:
            return []
        for file in files:
            try:
                old = time.time() - file.stat().st_mtime > _OLD
                said = file.read_bytes()[:_LONGEST]
                file.unlink()
            except OSError:
                continue
            if not old:
                found.append(said.decode("utf-8", "replace"))
        return found
