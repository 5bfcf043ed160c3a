# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""After a change of many marks the file itself holds them, and nobody waited for that."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import mark

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import MarkChanged
from asem_reader.store.notebook.checkpoint import Checkpoint
from asem_reader.store.notebook.notebook import Notebook


@pytest.fixture
def much(local_disk: None, notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """A Notebook in which two marks are many."""
    monkeypatch.setattr("asem_reader.store.notebook.notebook._MUCH", 1)
    notebook.put([mark(1)])
    return notebook


def finish(notebook: Notebook) -> None:
    """Wait until what is written in the background is."""
    notebook.file._checkpoint.finish()


def held_without_log(notebook: Notebook, copy: Path) -> set[str]:
    """The marks that the file holds by itself."""
    finish(notebook)
    shutil.copy(notebook.path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM marks")}


def test_the_file_holds_them_without_its_log(much: Notebook, tmp_path: Path) -> None:
    assert not held_without_log(much, tmp_path / "before.db")
    much.change(Change("Import", new=(mark(2), mark(3))))
    assert held_without_log(much, tmp_path / "after.db") == {mark(number).id for number in (1, 2, 3)}


def test_a_small_change_leaves_the_log_alone(much: Notebook, tmp_path: Path) -> None:
    much.change(Change("Import", new=(mark(2), mark(3))))
    held_without_log(much, tmp_path / "before.db")
    much.change(Change("Note", new=(mark(4),)))
    assert mark(4).id not in held_without_log(much, tmp_path / "after.db")
    assert mark(4) in much.marks()


def test_one_that_is_refused_leaves_all_as_it_was(much: Notebook) -> None:
    with pytest.raises(MarkChanged):
        much.change(Change("Import", (mark(7),), (mark(2), mark(3))))
    assert much.marks() == (mark(1),)
    much.change(Change("Import", new=(mark(2), mark(3))))
    assert len(much.marks()) == 3


def test_that_the_file_cannot_be_opened_again_does_no_harm(much: Notebook) -> None:
    def fail() -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open database file")

    much.file._checkpoint = Checkpoint(much.path, fail)
    much.change(Change("Import", new=(mark(2), mark(3))))
    much.close()
    assert len(much.marks()) == 3


class Clock:
    """What `time.monotonic` says, in seconds, in place of the real one."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("asem_reader.store.notebook.checkpoint.time", clock)
    return clock


def look_for(notebook: Notebook, clock: Clock, seconds: int) -> None:
    """Look once a second, as the window does."""
    for _ in range(seconds):
        assert not notebook.changed_elsewhere()
        finish(notebook)
        clock.now += 1


def test_after_some_idle_seconds_the_file_alone_holds_everything(
    local_disk: None, notebook: Notebook, clock: Clock, tmp_path: Path
) -> None:
    notebook.put([mark(1)])
    assert mark(1).id not in held_without_log(notebook, tmp_path / "before.db")
    look_for(notebook, clock, 8)
    assert mark(1).id in held_without_log(notebook, tmp_path / "after.db")
    assert notebook.path.with_name("notebook.db-wal").stat().st_size == 0


def test_whoever_writes_on_and_on_waits_no_longer_than_twenty_seconds(
    notebook: Notebook, clock: Clock, tmp_path: Path
) -> None:
    for number in range(20):
        notebook.put([mark(number)])
        look_for(notebook, clock, 1)
    assert mark(1).id in held_without_log(notebook, tmp_path / "after.db")


def test_what_another_program_wrote_is_brought_home_too(
    notebook: Notebook, clock: Clock, tmp_path: Path
) -> None:
    notebook.put([mark(1)])
    look_for(notebook, clock, 8)
    with closing(Notebook(notebook.path)) as other:
        other.put([mark(2)])
        assert notebook.changed_elsewhere()
        look_for(notebook, clock, 8)
        assert mark(2).id in held_without_log(notebook, tmp_path / "after.db")
