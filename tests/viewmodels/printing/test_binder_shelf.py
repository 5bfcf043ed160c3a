# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Binders in the window: each change on disk at once, and undone by a key."""

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from asem_reader.core.content import Topic
from asem_reader.core.marks.errors import NotKept
from asem_reader.core.printing.binder import Binder
from asem_reader.store.library import Library
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.printing.binders import BindersModel


@pytest.fixture
def model(notebook: Notebook) -> BindersModel:
    return BindersModel(Binders(notebook.file))


@pytest.fixture
def topics(library: Library) -> tuple[Topic, ...]:
    return library.topics()


def on_disk(notebook: Notebook) -> list[tuple[str, int]]:
    return sorted((binder.name, len(binder.items)) for binder in Binders(notebook.file).all())


def kept(model: BindersModel, binder: Binder) -> Binder:
    found = model.keep(binder)
    assert found
    return found


def test_it_is_a_good_model(model: BindersModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    kept(model, model.draft("December", "2026.1"))
    assert str(model.data(model.index(0, 0))).startswith("December\n0 topics")
    qtmodeltester.check(model)


def test_each_change_is_on_disk_and_can_be_undone(
    model: BindersModel, notebook: Notebook, topics: tuple[Topic, ...]
) -> None:
    empty = kept(model, model.draft("December", "2026.1"))
    kept(model, empty.added(topics[:3]))
    assert on_disk(notebook) == [("December", 3)]
    model.undo()
    assert on_disk(notebook) == [("December", 0)]
    model.redo()
    assert on_disk(notebook) == [("December", 3)]
    model.undo()
    model.undo()
    assert on_disk(notebook) == []
    assert model.undo() is None


def test_renaming_duplicating_and_deleting(model: BindersModel, notebook: Notebook) -> None:
    binder = kept(model, model.draft("December", "2026.1"))
    named = model.rename(binder, "  January\n2027 ")
    assert named
    assert model.rename(named, "  ") == named
    model.duplicate(named)
    assert on_disk(notebook) == [("January 2027", 0), ("January 2027 (copy)", 0)]
    assert model.delete(named)
    assert [binder.name for binder in model.all] == ["January 2027 (copy)"]
    model.undo()
    assert on_disk(notebook) == [("January 2027", 0), ("January 2027 (copy)", 0)]


def test_nothing_is_written_where_nothing_changed(model: BindersModel) -> None:
    binder = kept(model, model.draft("December", "2026.1"))
    assert model.keep(replace(binder)) is binder
    model.undo()
    assert model.all == ()


def test_what_another_program_kept_is_there_after_loading(model: BindersModel, notebook: Notebook) -> None:
    other = Binders(notebook.file)
    other.put(other.draft("Elsewhere", model.draft("", "").cover, "2026.1"))
    assert model.rowCount() == 0
    model.load()
    assert model.rowCount() == 1


def test_a_damaged_one_is_said_and_the_others_are_there(
    model: BindersModel, notebook: Notebook, qtbot: QtBot
) -> None:
    one, _ = (kept(model, model.draft(name, "2026.1")) for name in ("December", "January"))
    with notebook.file.writing() as connection:
        connection.execute("UPDATE binders SET content = 'x' WHERE id = ?", (one.id,))
    with qtbot.waitSignal(model.mended) as said:
        model.load()
    assert said.args
    assert "“December” was damaged" in said.args[0]
    assert "January" in [binder.name for binder in model.all]


def test_a_change_that_cannot_be_kept_is_told_and_changes_nothing(notebook: Notebook, qtbot: QtBot) -> None:
    model = BindersModel(Binders(notebook.file), NotKept("the disk is full"))
    with qtbot.waitSignal(model.refused):
        assert model.keep(model.draft("December", "2026.1")) is None
    assert model.all == ()
    assert model.undo() is None
