# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a write-ahead log holds is brought into the file on a thread, after a change of many marks."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from threading import Thread

_PAGES = 1_000  # of a log, after which SQLite brings it home with the next change: sqlite.org/wal.html


class Checkpoint:
    """Keeps SQLite from doing it with the change itself, which holds whoever waits for that twice as long.

    The log is as good as the file: where it cannot be brought home now, a later change does it.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        """Take what opens the file for another thread."""
        self._connect = connect
        self._thread: Thread | None = None

    def put_off(self, connection: sqlite3.Connection) -> None:
        """Leave it for `begin`."""
        connection.execute("PRAGMA wal_autocheckpoint = 0")

    def begin(self, connection: sqlite3.Connection) -> None:
        """Do it beside what follows, and with later changes as always."""
        connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES}")
        self.finish()
        self._thread = Thread(target=self._bring_home, name="checkpoint")
        self._thread.start()

    def finish(self) -> None:
        """Wait until it is done."""
        if self._thread:
            self._thread.join()

    def _bring_home(self) -> None:
        with suppress(sqlite3.Error), closing(self._connect()) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
