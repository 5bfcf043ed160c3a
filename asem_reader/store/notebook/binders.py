# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The binders in the Notebook: kept by name, one transaction a gesture; a damaged one spoils no other."""

import datetime
import os
from collections.abc import Iterable

from asem_reader.core.printing.binder import Binder, BinderId
from asem_reader.core.printing.pack import Cover
from asem_reader.store.notebook.binderrow import ASIDE, BinderRow, binder_of, rows, values
from asem_reader.store.notebook.file import NotebookFile


class Binders:
    """Keeps binders. All that reads and writes may raise what the Notebook may."""

    def __init__(self, file: NotebookFile) -> None:
        self.file = file

    def all(self) -> tuple[Binder, ...]:
        """The binders in use, those first that were changed last; one that is damaged is left out."""
        found = (binder_of(row) for row in self._rows())
        used = [binder for binder in found if binder and not binder.deleted]
        used.sort(key=lambda binder: (binder.modified, binder.created), reverse=True)
        return tuple(used)

    @property
    def damaged(self) -> tuple[BinderRow, ...]:
        """The rows that are no binders, or not what was written, but for those set aside."""
        return tuple(row for row in self._rows() if binder_of(row) is None)

    def draft(self, name: str, cover: Cover, edition: str) -> Binder:
        """Return a new binder that is not in the Notebook yet."""
        now = self.now()
        return Binder(BinderId(os.urandom(16).hex()), name, cover, edition=edition, created=now, modified=now)

    _PUT = """
        INSERT INTO binders (id, name, content, created, modified, deleted) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, content = excluded.content,
          created = excluded.created, modified = excluded.modified, deleted = excluded.deleted
    """

    def put(self, *binders: Binder) -> None:
        """Keep binders as they are now; one that is deleted can come back for thirty days."""
        with self.file.writing() as connection:
            connection.executemany(self._PUT, map(values, binders))

    def take_in(self, binders: Iterable[Binder]) -> None:
        """Keep binders of another Notebook; one whose id is known here stays as it is, be it in the bin."""
        binders = tuple(binders)
        known = {row.id.decode(errors="replace") for row in self._rows()} if binders else set()
        new = [binder for binder in binders if binder.id not in known]
        if new:
            self.put(*new)

    _SET_ASIDE = "UPDATE binders SET id = ? || CAST(id AS TEXT), deleted = '' WHERE CAST(id AS BLOB) = ?"

    def set_aside(self, row: BinderRow, when: str) -> None:
        """Keep a damaged row as it is, but under an id that is no binder's."""
        with self.file.writing() as connection:
            # One binder may be damaged more than once.
            connection.execute(self._SET_ASIDE, (f"{ASIDE}{when}-{os.urandom(4).hex()}-", row.id))

    def now(self) -> str:
        """The time as binders carry it, finer than a second: the last change is the one that is last."""
        return self.file.clock().astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def _rows(self) -> tuple[BinderRow, ...]:
        with self.file.reading() as connection:
            if connection is None or self.file.older:
                return ()
            return tuple(rows(connection))
