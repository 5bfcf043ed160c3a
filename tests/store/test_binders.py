# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Binders are kept in the Notebook, whole, and come back in another session."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from builders import mark

from asem_reader.core.binder import Leaf, Outfit
from asem_reader.core.errors import HomeUnwritable, NotebookDamaged
from asem_reader.core.pack import Cover
from asem_reader.core.place import Slug
from asem_reader.store.binders import Binders
from asem_reader.store.notebook import Notebook

Opened = Callable[..., Notebook]
LEAVES = (Leaf(Slug("migration"), "Migration", ("timeline",)), Leaf(Slug("gone"), "Gone’s title"))


def test_nothing_is_written_by_looking(notebook: Notebook) -> None:
    assert Binders(notebook.file).all() == ()
    assert not notebook.path.parent.exists()


def test_a_binder_is_there_after_reopening(opened: Opened) -> None:
    first = opened()
    binders = Binders(first.file)
    binder = binders.draft("December", Cover("Sea", date="2026-12-03"), "2026.1")
    kept = replace(binder, leaves=LEAVES, outfit=Outfit(meetings=True))
    binders.put(kept)
    first.close()
    assert Binders(opened().file).all() == (kept,)


def test_the_one_changed_last_comes_first_and_a_deleted_one_can_come_back(notebook: Notebook) -> None:
    binders = Binders(notebook.file)
    one, two = (binders.draft(name, Cover(""), "2026.1") for name in ("one", "two"))
    binders.put(replace(one, modified="2026-11-23T12:00:01Z"))
    binders.put(two)
    assert [binder.name for binder in binders.all()] == ["one", "two"]
    binders.put(replace(one, deleted="2026-11-24T12:00:00Z"))
    assert [binder.name for binder in binders.all()] == ["two"]
    binders.put(one)
    assert {binder.name for binder in binders.all()} == {"one", "two"}


def test_marks_and_binders_lie_side_by_side(notebook: Notebook) -> None:
    notebook.put([mark()])
    binders = Binders(notebook.file)
    binders.put(binders.draft("December", Cover(""), "2026.1"))
    assert notebook.marks() == (mark(),)
    assert notebook.problems() == ()


def test_a_binder_that_is_none_is_damage(notebook: Notebook) -> None:
    binders = Binders(notebook.file)
    binders.put(binders.draft("December", Cover(""), "2026.1"))
    with notebook.file.writing() as connection:
        connection.execute("UPDATE binders SET content = '{\"cover\": 1}'")
    with pytest.raises(NotebookDamaged):
        binders.all()


def test_a_home_that_is_a_file_is_told(tmp_path: Path, opened: Opened) -> None:
    (tmp_path / "home").write_text("no folder")
    binders = Binders(opened(tmp_path / "home" / "notebook.db").file)
    with pytest.raises(HomeUnwritable):
        binders.put(binders.draft("December", Cover(""), "2026.1"))
