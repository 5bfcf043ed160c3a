# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Forgets marks for good: in the Notebook, its free pages and log, in every copy of it, in names of folders.

What a disk keeps of files that were replaced, and what other programs copied elsewhere, is beyond it.
"""

import os
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from asem_reader.core.language import _
from asem_reader.core.marks.errors import NoSuchMark, NotKept
from asem_reader.core.marks.history import forgotten
from asem_reader.core.marks.mark import Mark, MarkId, lineage
from asem_reader.store.connect import open_to_read
from asem_reader.store.files import COMPANIONS, is_regular, make_file
from asem_reader.store.notebook.backup import folder_of, is_whole
from asem_reader.store.notebook.base import Base
from asem_reader.store.notebook.faults import FAULTS
from asem_reader.store.notebook.histories import FOLDER, buried, keep
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.state import state_of

_LEAST = 12  # bytes of a text by which it is known in a file that cannot be read otherwise


def copies(notebook: Path) -> tuple[Path, ...]:
    """Return all that was copied of a Notebook or set aside: backups, and what lies beside it."""
    live = {notebook.name + end for end in ("", *COMPANIONS)}
    beside = (file for file in notebook.parent.glob(f"{notebook.stem}*") if file.name not in live)
    return tuple(filter(is_regular, (*sorted(folder_of(notebook).glob("*")), *sorted(beside))))


def to_forget(notebook: Notebook, ids: Iterable[str]) -> tuple[Mark, ...]:
    """Return the marks of some ids, in use or in the bin; one that was forgotten may still stand in a copy.

    Raises:
        NoSuchMark: an id is no mark's, and was none's that was forgotten.
    """
    there = {mark.id: mark for mark in (*notebook.marks(), *notebook.bin())}
    state = state_of(notebook)
    for name in ids:
        if name not in there and not (name in state and state[name].is_forgotten):
            raise NoSuchMark(name)
    return tuple(there[MarkId(name)] for name in ids if name in there)


def standing(notebook: Path, ids: Iterable[str], marks: Iterable[Mark]) -> tuple[Path, ...]:
    """Return the copies in which some marks stand, or words of theirs."""
    names, needles = tuple(name.encode() for name in ids), tuple(_needles(ids, marks))
    found = copies(notebook)
    return tuple(
        file for file in found if _holds(file, names) or (_holds(file, needles) and not _is_copy(file))
    )


def lonely(notebook: Notebook, marks: Collection[Mark]) -> tuple[str, ...]:
    """Return the folders in which no other marks are: their names go, too."""
    others = {mark.folder for mark in (*notebook.marks(), *notebook.bin()) if mark not in marks}
    used = {path for folder in others for path in lineage(folder)}
    found = {path for mark in marks for path in lineage(mark.folder)} - used
    return tuple(sorted(found, reverse=True))


_DROP, _DROP_FOLDER = "DELETE FROM marks WHERE id = ?", "DELETE FROM folders WHERE path = ?"
_DROP_HISTORY = "DELETE FROM histories WHERE key = ?"


def forget(notebook: Notebook, ids: Collection[str], marks: Collection[Mark]) -> None:
    """Forget marks everywhere. Their bare ids stay, so that a merge does not bring them back.

    The Notebook comes first, and each copy is either as it was or without them: what was broken off can be
    done again with the same ids.

    Raises:
        NotKept: another program has the Notebook open, or a copy cannot be written.
        ReaderError: as `NotebookFile.writing` may.
    """
    path, needles = notebook.path, tuple(_needles(ids, marks))
    folders = lonely(notebook, marks)
    notebook.close()
    if Base(path).is_held:
        raise NotKept(_("another program has the Notebook open"))
    with notebook.file.writing() as connection:
        connection.executemany(_DROP, [(name,) for name in ids])
        keep(connection, {name: forgotten().history for name in ids})
        connection.executemany(_DROP_FOLDER, [(folder,) for folder in folders])
        connection.executemany(_DROP_HISTORY, [(FOLDER + folder,) for folder in folders])
        keep(connection, {buried(folder): forgotten().history for folder in folders})
    kept = {folder.path for folder in notebook.folders()}
    notebook.close()
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            _compact(connection)
        for file in copies(path):
            _scrub(file, ids, kept, needles)
    except (*FAULTS, OSError) as error:
        raise NotKept(str(error)) from error


def _scrub(file: Path, ids: Collection[str], kept: Collection[str], needles: Collection[bytes]) -> None:
    """Have a copy be without some marks, in one step; one that is not whole goes if they stand in it."""
    draft = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        make_file(draft)
        shutil.copyfile(file, draft)
        if _without(draft, ids, kept):
            then = file.stat()
            os.utime(draft, ns=(then.st_atime_ns, then.st_mtime_ns))  # which of two is the newer stays
            draft.replace(file)
        elif _holds(file, needles):
            file.unlink()
    finally:
        draft.unlink(missing_ok=True)


def _without(draft: Path, ids: Collection[str], kept: Collection[str]) -> bool:
    """Delete marks, and folders of theirs alone, from a copy of any shape; return whether it is one."""
    with suppress(*FAULTS), closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        if not is_whole(connection):
            return False
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("PRAGMA journal_mode = MEMORY").fetchone()  # no more files with what is to go
        there = dict(connection.execute("SELECT id, folder FROM marks"))
        connection.executemany(_DROP, [(name,) for name in ids])
        stood, used = (
            {path for name, folder in there.items() if (name in ids) is gone for path in lineage(folder)}
            for gone in (True, False)
        )
        folders = stood - used - {*kept}
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        if "folders" in tables:
            connection.executemany(_DROP_FOLDER, [(folder,) for folder in folders])
        if "histories" in tables:
            gone = [*ids, *(FOLDER + folder for folder in folders)]
            connection.executemany(_DROP_HISTORY, [(key,) for key in gone])
        _compact(connection)
        return is_whole(connection)
    return False


def _compact(connection: sqlite3.Connection) -> None:
    """Write a file anew without its free pages, where what was deleted may still stand."""
    connection.execute("PRAGMA secure_delete = ON").fetchone()
    connection.execute("VACUUM")


def _needles(ids: Iterable[str], marks: Iterable[Mark]) -> Iterator[bytes]:
    """The ids, and pieces of texts: SQLite parts a long text at any byte when it goes on on another page."""
    yield from (name.encode() for name in ids)
    for mark in marks:
        text = mark.body.encode("utf-8", "surrogatepass")
        yield from (text[at : at + _LEAST] for at in range(0, len(text) - _LEAST + 1, _LEAST))


def _is_copy(file: Path) -> bool:
    """True if a file is a whole Notebook, whose texts are found by the ids of their marks."""
    with suppress(*FAULTS), closing(open_to_read(file)) as connection:
        return is_whole(connection)
    return False


def _holds(file: Path, needles: Collection[bytes]) -> bool:
    try:
        content = file.read_bytes()
    except OSError:
        return False
    return any(needle in content for needle in needles)
