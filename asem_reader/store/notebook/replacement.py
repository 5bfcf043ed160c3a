# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Moved files: the file under an open connection is gone, or another put in its place.

Programs that synchronise folders do that. SQLite goes on in the file that it opened, wherever that is now,
and takes a write-ahead log for that of whatever file stands beside it: sqlite.org/howtocorrupt.html, 1.4.
"""

import datetime
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from asem_reader.core.language import _
from asem_reader.store.files import companion, free_name, make_file, name_new, size_and_time
from asem_reader.store.notebook.backup import is_whole

_Identity = tuple[int, int] | None  # device and inode (on Windows volume and file index); None for no file
_LOG, _MEMORY = "-wal", "-shm"


class FileWatch:
    """Compares the files at a database's path with those that a connection opened."""

    def __init__(self, path: Path) -> None:
        self._path = self._real = path
        self._is_logged = False
        self._opened: dict[str, _Identity] = {}
        self._state: tuple[int, int] | None = None

    def begin(self, *, logged: bool) -> None:
        """Remember the files that a connection has just opened; it changes the file unless `logged`."""
        self._is_logged = logged
        self._real = Path(os.path.realpath(self._path))  # SQLite has its log beside what a link leads to
        self._opened = {suffix: self._identity(suffix) for suffix in ("", _LOG, _MEMORY)}
        self.settle()

    def settle(self) -> None:
        """Remember size and time of the file as they are now: what the log held was brought into it."""
        self._state = size_and_time(self._path)

    def end(self) -> None:
        """Forget them: the connection is closed."""
        self._opened = {}

    @property
    def is_gone(self) -> bool:
        """True if nothing stands at the path any more."""
        return bool(self._opened) and not os.path.lexists(self._path)

    @property
    def is_replaced(self) -> bool:
        """True if another file stands at the path, or a link that leads nowhere."""
        return bool(self._opened) and not self.is_gone and self._identity() != self._opened[""]

    @property
    def is_changed(self) -> bool:
        """True if the file is the same, but what is in it was changed, and not by bringing the log home."""
        return bool(self._opened) and self._is_logged and size_and_time(self._path) not in (None, self._state)

    @property
    def has_other_log(self) -> bool:
        """True if the file is the same, but its write-ahead log is gone, or another."""
        if not self._opened or self._identity() != self._opened[""]:
            return False
        log, opened = self._identity(_LOG), self._opened[_LOG]
        self._opened[_LOG] = opened or log  # SQLite may make it later
        return log != self._opened[_LOG]

    @property
    def has_lost_log(self) -> bool:
        """True if the log that the connection had is gone, or another."""
        return self._opened.get(_LOG) not in (None, self._identity(_LOG))

    def drop_log(self) -> None:
        """Take away the log of the connection, all of which was copied, before the other file is opened."""
        for suffix in (_LOG, _MEMORY):
            if self._opened.get(suffix) and self._identity(suffix) == self._opened[suffix]:
                self._beside(suffix).unlink()

    def set_log_aside(self, now: datetime.datetime) -> None:
        """Rename the log at the path if it is not that of the file there: one of them is the connection's."""
        is_mine = self._identity(_LOG) == self._opened[_LOG]
        if is_mine == (self._identity() == self._opened[""]):
            return
        with suppress(FileNotFoundError):
            aside = self._path.with_name(f"{self._path.stem}.replaced-{now:%Y%m%d-%H%M%S}.log")
            self._beside(_LOG).rename(free_name(aside))

    def _beside(self, suffix: str) -> Path:
        return companion(self._real, suffix) if suffix else self._path

    def _identity(self, suffix: str = "") -> _Identity:
        with suppress(OSError):
            found = self._beside(suffix).stat()
            return found.st_dev, found.st_ino
        return None


def copy_aside(connection: sqlite3.Connection, aside: Path) -> Path:
    """Copy all that a connection sees into a file, and return that; where it fails, nothing of it is left."""
    try:
        make_file(aside)
        with closing(sqlite3.connect(aside, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file that holds everything
            if not is_whole(copy):
                raise sqlite3.DatabaseError(_("the copy is not whole"))
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return aside


def put_back(connection: sqlite3.Connection, notebook: Path, watch: FileWatch) -> None:
    """Put all that a connection sees where its file was; FileExistsError if there is one by now."""
    draft = copy_aside(connection, free_name(companion(notebook, ".part")))
    try:
        watch.drop_log()
        name_new(draft, notebook)
    finally:
        draft.unlink(missing_ok=True)
