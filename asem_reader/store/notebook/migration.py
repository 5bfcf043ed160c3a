# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Brings a Notebook of an older shape to today's, in one transaction and only after a backup."""

import sqlite3
from collections.abc import Callable

from asem_reader.core.marks.mark import folders_of
from asem_reader.store import schema
from asem_reader.store.notebook import row

_COLUMNS = ", ".join(row.COLUMNS)
_SLOTS = ", ".join("?" for _ in row.COLUMNS)
_OLD = "SELECT * FROM marks ORDER BY created, rowid"
_INSERT = f"INSERT INTO marks ({_COLUMNS}) VALUES ({_SLOTS})"
_FOLDER = "INSERT INTO folders (path, position) VALUES (?, ?)"


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the version of the schema; all of it, or nothing.

    Raises:
        sqlite3.DatabaseError: it could not be written, or is damaged.
        ValueError: a mark of it cannot be read; nothing was changed.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version in _FROM:  # another program may have been faster
            _FROM[version](connection)
            connection.execute(f"PRAGMA user_version = {schema.NOTEBOOK_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _from_1(connection: sqlite3.Connection) -> None:
    """Words, colours, order, the bin, and a digest for each row; folders that may be empty; binders."""
    marks = [row.foreign_mark(old) for old in connection.execute(_OLD).fetchall()]
    connection.execute("DROP TABLE marks")
    for statement in filter(str.strip, (schema.MARKS + schema.BESIDE_MARKS).split(";")):
        connection.execute(statement)
    connection.executemany(_INSERT, [row.values(mark) for mark in marks])
    connection.executemany(_FOLDER, [(folder.path, 0) for folder in folders_of(tuple(marks))])


def _from_2(connection: sqlite3.Connection) -> None:
    """Which Library a mark is on. No row is written: their digests hold, for all are on the bundled one."""
    connection.execute(f"ALTER TABLE marks ADD COLUMN {schema.LIBRARY}")


# From each older shape to today's.
_FROM: dict[int, Callable[[sqlite3.Connection], None]] = {1: _from_1, 2: _from_2}
