# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The file itself holds what was written soon after, and nobody waits for that."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import keep, mark, wait_for_checkpoint
from support.processes import Clock

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import MarkChanged
from asem_reader.store.notebook.notebook import Notebook


def held_without_log(notebook: Notebook, copy: Path) -> set[str]:
    """The marks that the file holds by itself."""
    wait_for_checkpoint(notebook)
    shutil.copy(notebook.path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM marks")}


def look_for(notebook: Notebook, clock: Clock, seconds: int) -> None:
    """Look once a second, as the window does."""
    for _ in range(seconds):
        assert not notebook.changed_elsewhere()
        wait_for_checkpoint(notebook)
        clock.now += 1


def test_after_some_idle_seconds_the_file_alone_holds_everything(
    local_disk: None, notebook: Notebook, clock: Clock, tmp_path: Path
) -> None:
    keep(notebook, [mark(1)])
    assert mark(1).id not in held_without_log(notebook, tmp_path / "before.db")
    look_for(notebook, clock, 8)
    assert mark(1).id in held_without_log(notebook, tmp_path / "after.db")
    assert notebook.path.with_name("notebook.db-wal").stat().st_size == 0


def test_whoever_writes_on_and_on_waits_no_longer_than_twenty_seconds(
    notebook: Notebook, clock: Clock, tmp_path: Path
) -> None:
    for number in range(20):
        keep(notebook, [mark(number)])
        look_for(notebook, clock, 1)
    assert mark(1).id in held_without_log(notebook, tmp_path / "after.db")


def test_what_another_program_wrote_is_brought_home_too(
    notebook: Notebook, clock: Clock, tmp_path: Path
) -> None:
    keep(notebook, [mark(1)])
    look_for(notebook, clock, 8)
    with closing(Notebook(notebook.path)) as other:
        keep(other, [mark(2)])
        assert notebook.changed_elsewhere()
        look_for(notebook, clock, 8)
        assert mark(2).id in held_without_log(notebook, tmp_path / "after.db")


def test_that_the_file_cannot_be_opened_again_does_no_harm(
    notebook: Notebook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open database file")

    keep(notebook, [mark(1)])
    with monkeypatch.context() as patched:
        patched.setattr("asem_reader.store.notebook.connection.open_notebook", fail)
        look_for(notebook, clock, 8)
    notebook.close()
    assert notebook.marks() == (mark(1),)


def test_one_that_is_refused_leaves_all_as_it_was(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    with pytest.raises(MarkChanged):
        notebook.change(Change("Import", (mark(7),), (mark(2), mark(3))))
    assert notebook.marks() == (mark(1),)


def test_a_command_beside_the_window_leaves_log_and_file_to_that(
    local_disk: None, notebook: Notebook, clock: Clock
) -> None:
    keep(notebook, [mark(1)])
    look_for(notebook, clock, 8)
    keep(notebook, [mark(2)])
    before = [notebook.path.stat().st_mtime_ns, notebook.path.with_name("notebook.db-wal").stat().st_ino]
    with closing(Notebook(notebook.path)) as other:
        keep(other, map(mark, range(3, 2_000)))
    assert before == [
        notebook.path.stat().st_mtime_ns,
        notebook.path.with_name("notebook.db-wal").stat().st_ino,
    ]
    assert len(notebook.marks()) == 1_999


_LAST = """
import sys
from pathlib import Path
from asem_reader.store.notebook import connection
from asem_reader.store.notebook.notebook import Notebook
connection.is_local = lambda _: True
Notebook.open(Path(sys.argv[1])).close()
"""


def test_a_command_of_another_process_does_not_take_itself_for_the_last(
    local_disk: None, notebook: Notebook, clock: Clock
) -> None:
    """As it would if this process had opened and closed the file beside SQLite, and so lost its locks."""
    keep(notebook, [mark(1)])
    look_for(notebook, clock, 8)
    notebook.file.back_up("trial")
    keep(notebook, [mark(2)])
    subprocess.run([sys.executable, "-c", _LAST, notebook.path], check=True)
    assert notebook.path.with_name("notebook.db-wal").stat().st_size > 0
