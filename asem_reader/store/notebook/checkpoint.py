# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Checkpoints of the write-ahead log: what it holds is brought into the file while nothing is written."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread

from asem_reader.store.files import size_and_time

_IDLE, _LONGEST = 3.0, 12.0  # seconds without a change, and since the first one that is not in the file


class Checkpoint:
    """Brings the log home whenever nothing is written for some seconds; where it cannot be now, it is later.

    Only who watches does it, or the last that closes the file: it must be known who changed the file itself.
    """

    def __init__(
        self, path: Path, connect: Callable[[], sqlite3.Connection], settle: Callable[[], None]
    ) -> None:
        """Take the file, what opens it for another thread, and what is to be done when it holds the log."""
        self._path = path
        self._connect = connect
        self._settle = settle
        self._thread: Thread | None = None
        self._seen: tuple[int, int] | None = None  # the log's size and time at the last look, if it held any
        self._changed = self._first = 0.0
        self._is_home = False

    @property
    def is_done(self) -> bool:
        """True if the log holds nothing."""
        return self._state() is None

    def look(self, connection: sqlite3.Connection) -> None:
        """Do it if the log has been idle, or has grown for long enough; to be called every second or so.

        The thread copies pages, the connection cuts the log off: cut off by another, it would look as if
        another program had changed the file.
        """
        now, seen = time.monotonic(), self._state()
        if seen is None or connection.in_transaction or self.is_running:
            self._seen = seen
            return
        if seen != self._seen:
            self._changed, self._first = now, now if self._seen is None else self._first
            self._seen, self._is_home = seen, False
        elif self._is_home:
            self._cut_off(connection)
        if not self._is_home and (now - self._changed >= _IDLE or now - self._first >= _LONGEST):
            self._is_home = True
            self.begin(self._bring_home)

    def begin(self, work: Callable[[], None]) -> None:
        """Run what reads or writes the whole file on the thread."""
        self.finish()
        self._thread = Thread(target=work, name="checkpoint")
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """True if the thread is at work, and may be changing the file."""
        return bool(self._thread and self._thread.is_alive())

    def finish(self) -> None:
        """Wait until it is done."""
        if self._thread:
            self._thread.join()

    def _state(self) -> tuple[int, int] | None:
        """Size and time of the log; None if it holds nothing."""
        state = size_and_time(Path(f"{os.path.realpath(self._path)}-wal"))
        return state if state and state[0] else None

    def _bring_home(self) -> None:
        with suppress(sqlite3.Error), closing(self._connect()) as connection:
            try:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            finally:  # what a full disk let it write is ours, too
                self._settle()

    def _cut_off(self, connection: sqlite3.Connection) -> None:
        """Let the log hold nothing, unless another program is using it."""
        with suppress(sqlite3.Error):
            waiting = connection.execute("PRAGMA busy_timeout").fetchone()[0]
            connection.execute("PRAGMA busy_timeout = 0")
            try:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                connection.execute(f"PRAGMA busy_timeout = {waiting}")
                self._settle()
