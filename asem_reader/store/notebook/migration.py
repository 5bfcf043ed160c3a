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


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the file from `version` to that of the schema; all of it, or nothing.

    Raises:
        sqlite3.DatabaseError: it could not be written, or is damaged.
        ValueError: a mark of it cannot be read; nothing was changed.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for target in range(version + 1, schema.NOTEBOOK_VERSION + 1):
            _STEPS[target](connection)
            connection.execute(f"PRAGMA user_version = {target}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _to_2(connection: sqlite3.Connection) -> None:
    """Words, colours, order, the bin, and a digest for each row; folders that may be empty; binders."""
    marks = [row.foreign_mark(old) for old in connection.execute(_OLD).fetchall()]
    connection.execute("DROP TABLE marks")
    for statement in filter(str.strip, (schema.MARKS + schema.BESIDE_MARKS).split(";")):
        connection.execute(statement)
    connection.executemany(_INSERT, [row.values(mark) for mark in marks])
    connection.executemany(_FOLDER, [(folder.path, 0) for folder in folders_of(tuple(marks))])


_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {2: _to_2}
