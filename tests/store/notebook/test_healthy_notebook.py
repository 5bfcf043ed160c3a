# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A healthy Notebook is never called damaged, whatever lies beside it and whatever its callers do."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import keep, mark

from asem_reader.app import open_notebook
from asem_reader.core.marks.errors import NotBackedUp, NotebookDamaged, NotKept
from asem_reader.store import notebookschema
from asem_reader.store.notebook.backup import backups, folder_of
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.recovery import kept

Opened = Callable[..., Notebook]


@pytest.mark.parametrize(
    "name", ["notebook-2026-02-30.db", "notebook-0000-00-00.db", "notebook-9999-99-99-before-2.db"]
)
def test_a_backup_of_an_impossible_day_is_none(notebook: Notebook, name: str) -> None:
    folder_of(notebook.path).mkdir(parents=True)
    folder_of(notebook.path).joinpath(name).write_bytes(b"odd")
    keep(notebook, [mark(1)])
    assert notebook.marks() == (mark(1),)
    assert backups(notebook.path) == []
    assert kept(notebook.path) == ()


def test_a_value_that_the_file_refuses_is_no_damage(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    with pytest.raises(NotKept, match="NOT NULL"):
        notebook.keep_about("library", None)  # type: ignore[arg-type]  # as of a Library that lacks a text
    assert notebook.marks() == (mark(1),)


@pytest.mark.parametrize("error", [ValueError("no such kind"), TypeError("None"), KeyError("x")])
def test_what_goes_wrong_beside_a_change_is_not_its_fault(notebook: Notebook, error: Exception) -> None:
    keep(notebook, [mark(1)])
    with pytest.raises(type(error)), notebook.file.writing():
        raise error
    assert notebook.marks() == (mark(1),)


def test_a_bad_copy_of_a_whole_notebook_is_only_no_backup(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(notebook, [mark(1)])
    answers = iter([False, True])  # the copy is not whole, the Notebook is
    monkeypatch.setattr("asem_reader.store.notebook.backup.is_whole", lambda _: next(answers))
    monkeypatch.setattr("asem_reader.store.notebook.upkeep.is_due", lambda *_: True)
    keep(notebook, [mark(2)])
    assert isinstance(notebook.file.daily.take_fault(), NotBackedUp)
    assert notebook.marks() == (mark(1), mark(2))


def test_a_later_one_with_kinds_of_its_own_stays_where_it_is(opened: Opened, notebook_file: Path) -> None:
    notebook = opened()
    keep(notebook, [mark(1), mark(2)])
    notebook.close()
    with closing(sqlite3.connect(notebook_file, isolation_level=None)) as later:
        later.execute("UPDATE marks SET kind = 'question' WHERE id = ?", (mark(2).id,))
        later.execute(f"PRAGMA user_version = {notebookschema.VERSION + 1}")
    found, fault, told = open_notebook(notebook_file)
    with closing(found):
        assert (found.marks(), told) == ((mark(1),), "")
        assert not isinstance(fault, NotebookDamaged)
    assert list(notebook_file.parent.glob("*damaged*")) == []


def test_its_columns_are_those_that_are_looked_for(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    with closing(sqlite3.connect(notebook.path)) as file:
        tables = [row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        there = {
            f"{table}.{row[1]}" for table in tables for row in file.execute(f"PRAGMA table_info({table})")
        }
    assert there == notebookschema.COLUMNS[notebookschema.VERSION]


def test_a_pipe_beside_a_backup_makes_it_none_and_harms_no_other(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    notebook.file.back_up("before-2")
    (backup,) = [file for file in backups(notebook.path) if "before-2" in file.name]
    os.mkfifo(f"{backup}-wal")
    assert [each.whole for each in kept(notebook.path) if each.name == backup.name] == [False]
