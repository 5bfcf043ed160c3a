# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The binders in the Notebook: kept by name, one transaction a gesture."""

import datetime
import os
import sqlite3

from asem_reader.core.binder import Binder, BinderId, read, written
from asem_reader.core.pack import Cover
from asem_reader.store.notebookfile import NotebookFile


class Binders:
    """Keeps binders. All that reads and writes may raise what the Notebook may."""

    def __init__(self, file: NotebookFile) -> None:
        self.file = file

    _ALL = "SELECT * FROM binders WHERE deleted = '' ORDER BY modified DESC, created DESC, id"

    def all(self) -> tuple[Binder, ...]:
        """The binders in use, those first that were changed last."""
        with self.file.reading() as connection:
            if connection is None or self.file.older:
                return ()
            return tuple(map(_binder, connection.execute(self._ALL)))

    def draft(self, name: str, cover: Cover, edition: str) -> Binder:
        """Return a new binder that is not in the Notebook yet."""
        now = self.now()
        return Binder(BinderId(os.urandom(16).hex()), name, cover, edition=edition, created=now, modified=now)

    _PUT = """
        INSERT INTO binders (id, name, content, created, modified, deleted) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, content = excluded.content,
          modified = excluded.modified, deleted = excluded.deleted
    """

    def put(self, binder: Binder) -> None:
        """Keep a binder as it is now; one that is deleted is only marked so, and can come back."""
        times = (binder.created, binder.modified, binder.deleted)
        with self.file.writing() as connection:
            connection.execute(self._PUT, (binder.id, binder.name, written(binder), *times))

    def now(self) -> str:
        """The time as binders carry it, finer than a second: the last change is the one that is last."""
        return self.file.clock().astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _binder(row: sqlite3.Row) -> Binder:
    cover, leaves, outfit, edition = read(row["content"])
    return Binder(
        BinderId(row["id"]),
        row["name"],
        cover,
        leaves,
        outfit,
        edition,
        row["created"],
        row["modified"],
        row["deleted"],
    )
