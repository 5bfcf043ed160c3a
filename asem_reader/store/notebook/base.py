# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A copy of the Notebook's file as its write-ahead log needs it: what else the log is laid over is not whole.

A log holds pages of one file, and nothing in it says of which: sqlite.org/howtocorrupt.html, 1.4.
"""

import os
import shutil
import sqlite3
import struct
from contextlib import closing, suppress
from pathlib import Path

from asem_reader.core.language import _
from asem_reader.store import private
from asem_reader.store.notebook.backup import is_whole
from asem_reader.store.regularfile import is_regular

# sqlite.org/fileformat2.html, 4.1: page size and salts in the log's head; page and salts in that of a frame.
_PAGE_SIZES = {1 << power for power in range(9, 17)}
_HEAD, _FRAME = struct.Struct(">8xI4x8s8x"), struct.Struct(">I4x8s8x")


class Base:
    """The copy, beside the Notebook. It is there while a log may be; without it, no file is a stranger."""

    def __init__(self, notebook: Path) -> None:
        """Take the Notebook's file; a link is followed, as SQLite has its log beside what that leads to."""
        self._file = notebook
        real = os.path.realpath(notebook)
        self._path, self._log = Path(f"{real}-base"), Path(f"{real}-wal")

    @property
    def exists(self) -> bool:
        """Whether there is one."""
        return is_regular(self._path)

    @property
    def is_current(self) -> bool:
        """Whether the file is as it was copied, as far as its size and time tell."""
        return _state(self._file) == _state(self._path)

    def refresh(self) -> None:
        """Copy the file as it is now, if it is not as it was copied; the log must belong to it.

        Where that fails there is no copy: an old one would make the file a stranger.
        """
        state = _state(self._file)
        if not state or self.is_current:
            return
        draft = self._path.with_name(f"{self._path.name}.part")
        try:
            draft.unlink(missing_ok=True)
            private.make_file(draft)
            draft.write_bytes(_alone(self._file))
            os.utime(draft, ns=(state[1], state[1]))
            draft.replace(self._path)
        except (OSError, sqlite3.Error):
            self.drop()
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def drop(self) -> None:
        """Take it away."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def drop_log(self) -> None:
        """Take away the log, and the copy that it needed.

        Raises:
            OSError: it could not be taken away.
        """
        self._log.unlink(missing_ok=True)
        self._log.with_name(self._log.name.removesuffix("-wal") + "-shm").unlink(missing_ok=True)
        self.drop()

    def drop_unless_logged(self) -> None:
        """Take it away if no program has a log open any more."""
        if not self._log.exists():
            self.drop()

    def is_contradicted(self, *, by_log: bool = False) -> bool:
        """Whether the file is another than was copied: a page is neither as here nor as in the log.

        Args:
            by_log: whether any file is right as long as the log holds nothing.
        """
        log = _read(self._log) if self.exists else b""
        if not self.exists or (by_log and not log) or self.is_current:
            return False
        try:
            there = _alone(self._file)
        except (OSError, sqlite3.Error):  # no database at all
            return True
        return not _fits(there, _read(self._path), log)

    def save(self, aside: Path) -> None:
        """Lay the log over the copy, in a file of its own; without it where both are not whole.

        Raises:
            OSError, sqlite3.DatabaseError: it could not be made; nothing of it is left.
        """
        beside = aside.with_name(f"{aside.name}-wal")
        try:
            for with_log in (True, False):
                private.make_file(aside)
                shutil.copyfile(self._path, aside)
                if with_log and is_regular(self._log):
                    private.make_file(beside)
                    shutil.copyfile(self._log, beside)
                with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(aside)) as copy:
                    copy.execute("PRAGMA journal_mode = DELETE").fetchone()
                    if is_whole(copy):
                        return
                beside.unlink(missing_ok=True)
            raise sqlite3.DatabaseError(_("the copy is not whole"))
        except BaseException:
            for file in (aside, beside):
                file.unlink(missing_ok=True)
            raise


def _fits(there: bytes, base: bytes, log: bytes) -> bool:
    """Whether each page of a file is that of the copy, or one that the log holds for its place."""
    size, salts = _HEAD.unpack_from(log) if len(log) >= _HEAD.size else (0, b"")
    if size not in _PAGE_SIZES:  # the log is none
        return there == base
    frames: dict[int, set[bytes]] = {}
    for start in range(_HEAD.size, len(log) - _FRAME.size - size + 1, _FRAME.size + size):
        page, of = _FRAME.unpack_from(log, start)
        if of != salts:
            break
        frames.setdefault(page, set()).add(log[start + _FRAME.size : start + _FRAME.size + size])
    starts = range(0, max(len(there), len(base)), size)
    pages = ((number, there[at : at + size], base[at : at + size]) for number, at in enumerate(starts, 1))
    return all(
        page == old or page in frames.get(number, ()) or (not page and number in frames)
        for number, page, old in pages
    )


def _alone(file: Path) -> bytes:
    """What is in a database without its log, read by SQLite: whoever else closes the file ends its locks.

    Raises:
        OSError, sqlite3.Error: it cannot be read, or is no database.
    """
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.serialize()


def _state(file: Path) -> tuple[int, int] | None:
    """Size and time of a file; None if there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _read(file: Path) -> bytes:
    return file.read_bytes() if is_regular(file) else b""
