# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sets damaged binders aside, and puts copies of them from the backups in their place."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, _
from asem_reader.core.printing.binder import Binder
from asem_reader.store.notebook.backup import backups, day_of
from asem_reader.store.notebook.binderrow import BinderRow, binder_of, rows
from asem_reader.store.notebook.binders import Binders

_OPENED = N_("The binder “{name}” was damaged and is kept aside; the copy of {date} is open instead.")
_LOST = N_("The binder “{name}” was damaged and is kept aside; there is no copy of it.")


def mend(binders: Binders) -> tuple[str, ...]:
    """Set each damaged binder aside, where it is kept for ever, and open the newest whole copy instead.

    Return a sentence for each that says what was done.

    Raises:
        ReaderError: nothing can be written; all is as it was.
    """
    told = []
    for row in binders.damaged:
        copy, day = _copy(binders.file.path, row)
        binders.set_aside(row, binders.now()[:10])
        if copy:
            binders.put(copy)
        name = row.name.decode(errors="replace")
        form = _OPENED if copy else _LOST
        told.append(_(form).format(name=name, date=spoken(day)))
    return tuple(told)


def readable(connection: sqlite3.Connection) -> tuple[Binder, ...]:
    """Return the binders of a Notebook that are as they were written; of a damaged file what can be read."""
    found: list[Binder] = []
    with suppress(sqlite3.DatabaseError):
        found.extend(binder for row in rows(connection) if (binder := binder_of(row)))
    return tuple(found)


def _copy(notebook: Path, row: BinderRow) -> tuple[Binder | None, str]:
    """The binder of a damaged row in the newest backup that has it whole, and the day of that."""
    for backup in backups(notebook):
        address = f"{backup.absolute().as_uri()}?mode=ro&immutable=1"
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(address, uri=True)) as connection:
            copy = next((each for each in readable(connection) if each.id.encode() == row.id), None)
            if copy:
                return copy, day_of(backup)
    return None, ""
