# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Puts a damaged Notebook right: the newest backup, with what can still be read of the damaged file."""

import datetime
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from asem_reader.core.errors import ReaderError
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.language import _, ngettext
from asem_reader.core.marks.backup import Backup
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import BadImport, BadMerge, NoSuchBackup, NotebookDamaged, NotebookNewer
from asem_reader.core.marks.mark import Folder, Mark, MarkId
from asem_reader.core.printing.binder import Binder
from asem_reader.store import notebookschema
from asem_reader.store.connect import open_to_read
from asem_reader.store.files import COMPANIONS, companion, free_name, make_file
from asem_reader.store.notebook import row
from asem_reader.store.notebook.backup import backups, day_of, is_whole
from asem_reader.store.notebook.binders import Binders, readable
from asem_reader.store.notebook.faults import FAULTS
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.state import State, state_of

_BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError)
_AT_ONCE = 100
_LEAST_ROW = 64  # bytes; a file holds no more rows than that allows


def recover(notebook: Path, now: datetime.datetime) -> str:
    """Set a damaged Notebook aside under a name with the date, and put the newest good backup in its place.

    Marks that can be read of the damaged file, and whose digest says that they are as they were
    written, are taken over. Nothing is deleted. Return one sentence that says what was done.

    Raises:
        OSError: there is no room, or the folder cannot be written; the damaged file is where it was.
        ReaderError: what was saved could not be kept; the backup is in its place.
    """
    saved, binders = _saved(notebook)
    backup = next(filter(_is_good, backups(notebook)), None)
    draft = companion(notebook, ".part")
    if backup:
        draft.unlink(missing_ok=True)
        make_file(draft)
        shutil.copyfile(backup, draft)
    aside = free_name(notebook.with_name(f"notebook.damaged-{now:%Y%m%d-%H%M%S}.db"))
    for end in ("", *COMPANIONS):
        if companion(notebook, end).exists():
            companion(notebook, end).replace(companion(aside, end))
    if backup:
        draft.replace(notebook)
    taken = _take_over(notebook, saved, binders, now) if saved or binders else 0
    form = _told(taken) if backup else _told_without_backup(taken)
    return form.format(file=aside.name, day=day_of(backup) if backup else "", count=taken)


def _told(taken: int) -> str:
    if not taken:
        return _("Your Notebook was damaged: it is kept as {file}, and the backup of {day} is open instead.")
    return ngettext(
        "Your Notebook was damaged: it is kept as {file}, and the backup of {day} is open instead, "
        "with {count} mark saved from the damaged file.",
        "Your Notebook was damaged: it is kept as {file}, and the backup of {day} is open instead, "
        "with {count} marks saved from the damaged file.",
        taken,
    )


def _told_without_backup(taken: int) -> str:
    if not taken:
        return _("Your Notebook was damaged: it is kept as {file}, and there was no backup.")
    return ngettext(
        "Your Notebook was damaged: it is kept as {file}, and there was no backup, "
        "with {count} mark saved from the damaged file.",
        "Your Notebook was damaged: it is kept as {file}, and there was no backup, "
        "with {count} marks saved from the damaged file.",
        taken,
    )


def kept(notebook: Path, *, thorough: bool = True) -> tuple[Backup, ...]:
    """Return the backups of a Notebook, newest first, looked through as a whole only if `thorough`."""
    found = []
    for file in backups(notebook):
        marks = _counted(file)
        whole = marks is not None and (not thorough or _is_good(file))
        found.append(Backup(file.name, day_of(file), file.stat().st_size, marks, whole))
    return tuple(found)


_DELETED = "SELECT count(*) FROM pragma_table_info('marks') WHERE name = 'deleted'"
_COUNT = "SELECT count(*) FROM marks {where}"


def _counted(backup: Path) -> int | None:
    """Number of marks in use in a backup; None if it is broken. Nothing is written beside it."""
    with suppress(*_BROKEN), closing(open_to_read(backup)) as connection:
        has_bin = connection.execute(_DELETED).fetchone()[0]
        where = "WHERE deleted = ''" if has_bin else ""
        return int(connection.execute(_COUNT.format(where=where)).fetchone()[0])
    return None


def held(notebook: Path, name: str) -> tuple[tuple[Mark, ...], tuple[Folder, ...]]:
    """Return the marks and folders of a backup, by its name or day; NoSuchBackup if none is whole."""
    named = (file for file in backups(notebook) if name in (file.name, file.stem, day_of(file)))
    backup = next(named, None)
    if backup is None:
        raise NoSuchBackup(name)
    try:
        with _copied(backup) as then:
            return then.marks(), then.folders()
    except (*FAULTS, OSError, ReaderError) as error:
        raise NoSuchBackup(name) from error


def held_elsewhere(file: Path) -> tuple[Parcel, tuple[Binder, ...]]:
    """Return what another Notebook holds, the bin too; BadImport if it is none, not whole, or newer."""
    with _telling(file, BadImport), _copied(file) as other:
        marks = (*other.marks(), *other.bin())
        return Parcel(marks, other.folders()), Binders(other.file).all()


def state_elsewhere(file: Path) -> State:
    """Return all that another Notebook holds, with histories; BadMerge if it is none, not whole, or newer."""
    with _telling(file, BadMerge), _copied(file) as other:
        if other.newer:
            raise other.newer
        return state_of(other)


@contextmanager
def _telling(file: Path, bad: type[BadImport | BadMerge]) -> Iterator[None]:
    try:
        yield
    except NotebookNewer as error:
        raise bad(str(file), _("a newer ASEM Reader wrote it")) from error
    except (*FAULTS, OSError, ReaderError) as error:
        raise bad(str(file), _("it is no Notebook, or not whole")) from error


@contextmanager
def _copied(file: Path) -> Iterator[Notebook]:
    """Open a copy of a whole Notebook, with its log: even reading leaves companions beside a file."""
    with tempfile.TemporaryDirectory() as folder:
        copy = _copy_into(Path(folder), file)
        with closing(sqlite3.connect(copy)) as connection:
            if not is_whole(connection):
                raise NotebookDamaged(str(file))
        with closing(Notebook.open(copy, thorough=False)) as notebook:
            yield notebook


def _copy_into(folder: Path, file: Path) -> Path:
    for end in ("", "-wal", "-journal"):
        beside = companion(file, end)
        if beside.exists():
            shutil.copyfile(beside, folder / beside.name)
    return folder / file.name


def _is_good(backup: Path) -> bool:
    with suppress(*FAULTS, OSError, ReaderError), _copied(backup) as copy:
        return not copy.problems()
    return False


def _saved(notebook: Path) -> tuple[dict[MarkId, Mark], tuple[Binder, ...]]:
    """The marks and binders that can be read of a damaged file, from a copy: the file is evidence."""
    with tempfile.TemporaryDirectory() as folder:
        copy = _copy_into(Path(folder), notebook)
        with suppress(*_BROKEN), closing(sqlite3.connect(copy)) as connection:
            connection.row_factory = sqlite3.Row
            binders = readable(connection)
            return {mark.id: mark for mark in _readable(connection)}, binders
    return {}, ()


_RANGE = "SELECT {columns} FROM marks NOT INDEXED WHERE rowid BETWEEN ? AND ?"


def _readable(connection: sqlite3.Connection) -> Iterator[Mark]:
    """Yield the marks of all rows that can be read, and are as they were written."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version not in notebookschema.COLUMNS:
        return  # without digests, nobody can say which rows are right
    sql = _RANGE.format(columns=row.columns(version))
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    for first in range(0, pages * size // _LEAST_ROW, _AT_ONCE):
        for found in _rows(connection, sql, first, first + _AT_ONCE - 1):
            with suppress(ValueError, TypeError, IndexError):
                yield row.mark(found)


def _rows(connection: sqlite3.Connection, sql: str, first: int, last: int) -> list[sqlite3.Row]:
    """Rows of some numbers; where not all of them can be read, those of each half that can."""
    try:
        return connection.execute(sql, (first, last)).fetchall()
    except _BROKEN:
        middle = (first + last) // 2
        halves = ((first, middle), (middle + 1, last)) if first < last else ()
        return [found for half in halves for found in _rows(connection, sql, *half)]


def _take_over(
    notebook: Path, saved: dict[MarkId, Mark], binders: tuple[Binder, ...], now: datetime.datetime
) -> int:
    """Put what was saved into what stands in the damaged file's place; return how many marks were new."""
    with closing(Notebook.open(notebook, lambda: now)) as opened:
        if binders:
            Binders(opened.file).put(*binders)
        there = {mark.id: mark for mark in (*opened.marks(), *opened.bin())}
        other = [mark for name, mark in saved.items() if there.get(name) != mark]
        old = tuple(there[mark.id] for mark in other if mark.id in there and not there[mark.id].deleted)
        if other:
            opened.change(Change(_("Recovery"), old, tuple(other)))
        return len(other)
