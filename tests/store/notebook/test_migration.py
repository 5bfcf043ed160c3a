# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A Notebook of every older shape is read as it is, and brought to today's by the first change."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import NOON, keep, mark

from asem_reader.core.marks.errors import NotebookDamaged, NotKept
from asem_reader.core.marks.mark import Folder
from asem_reader.core.place import Slug
from asem_reader.store import notebookschema
from asem_reader.store.notebook.backup import backups, folder_of
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.lastedition import LastEdition
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.recovery import recover

Opened = Callable[..., Notebook]
OLDER = sorted(Path(__file__).parent.glob("notebook-*.sql"))


@pytest.fixture(params=OLDER, ids=lambda path: path.stem)
def old_file(request: pytest.FixtureRequest, notebook_file: Path) -> Path:
    notebook_file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(notebook_file)) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
    return notebook_file


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_there_is_a_fixture_of_every_older_shape() -> None:
    assert [path.stem for path in OLDER] == [f"notebook-{n}" for n in range(1, notebookschema.VERSION)]


def test_reading_an_older_notebook_leaves_its_shape(old_file: Path, opened: Opened) -> None:
    notebook = opened()
    assert [len(notebook.marks()), len(notebook.on(Slug("maritime-security")))] == [3, 2]
    assert [folder.path for folder in notebook.folders()] == ["Brussels", "Brussels/Sea"]
    assert notebook.problems() == ()
    assert version(old_file) < notebookschema.VERSION


def test_the_first_change_brings_it_to_todays_shape_with_every_mark(old_file: Path, opened: Opened) -> None:
    notebook = opened()
    before, folders = notebook.marks(), notebook.folders()
    keep(notebook, [mark(9)])
    assert version(old_file) == notebookschema.VERSION
    again = opened()
    assert again.marks() == (mark(9), *before) or again.marks() == (*before[:2], mark(9), *before[2:])
    assert set(folders) < set(again.folders())
    assert Folder("Folder") in again.folders()


def test_its_backup_is_made_first_and_never_thrown_away(old_file: Path, opened: Opened) -> None:
    keep(opened(), [mark(9)])
    (kept,) = [file for file in backups(old_file) if "before" in file.name]
    assert kept.name.endswith(f"-before-{notebookschema.VERSION}.db")
    assert version(kept) < notebookschema.VERSION


def test_without_a_backup_the_shape_stays(old_file: Path, opened: Opened) -> None:
    folder_of(old_file).write_text("in the way")
    with pytest.raises(NotKept):
        keep(opened(), [mark(9)])
    assert version(old_file) < notebookschema.VERSION
    folder_of(old_file).unlink()
    assert keep(opened(), [mark(9)]) == (mark(9),)


def test_a_shape_that_cannot_be_changed_whole_is_not_changed(
    old_file: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = opened().marks()
    monkeypatch.setattr(notebookschema, "BESIDE_MARKS", "CREATE TABLE marks (id);")
    for column in ("LIBRARY", "VIEW"):
        monkeypatch.setattr(notebookschema, column, "id TEXT")
    monkeypatch.setattr(notebookschema, "HISTORIES", "CREATE TABLE marks (id)")
    with pytest.raises(NotKept, match=r"already exists|duplicate column"):
        keep(opened(), [mark(9)])
    monkeypatch.undo()
    assert version(old_file) < notebookschema.VERSION
    assert opened().marks() == before
    assert list(folder_of(old_file).iterdir()) == backups(old_file)


@pytest.mark.parametrize("old_file", OLDER[:1], indirect=True)
def test_the_bin_of_the_oldest_is_empty_whatever_was_asked_before(old_file: Path) -> None:
    notebook = Notebook(old_file)
    assert notebook.bin() == ()
    notebook.close()


def held(notebook: Notebook) -> tuple[object, ...]:
    """What a Notebook of version 2 and later holds beside marks in use and folders."""
    binders = Binders(notebook.file).all()
    return notebook.bin(), notebook.waiting(), binders, LastEdition(notebook).digest


@pytest.mark.parametrize("old_file", OLDER[1:], indirect=True)
def test_bin_binders_and_places_are_there_before_and_after(old_file: Path, opened: Opened) -> None:
    notebook = opened()
    before = held(notebook)
    assert all(before)
    assert version(old_file) < notebookschema.VERSION
    assert [each for some in notebook.slices(2) for each in some] == list(notebook.marks())
    keep(notebook, [mark(9)])
    assert held(opened()) == before


@pytest.mark.parametrize("old_file", OLDER[1:], indirect=True)
def test_a_damaged_row_of_an_older_one_is_seen_and_the_others_are_saved(
    old_file: Path, opened: Opened
) -> None:
    with closing(sqlite3.connect(old_file)) as connection, connection:
        connection.execute("UPDATE marks SET body = 'Another' WHERE id LIKE '%2'")
    with pytest.raises(NotebookDamaged):
        opened()
    assert "3 marks saved" in recover(old_file, NOON)  # one of them lies in the bin
    assert [each.id[-1] for each in opened().marks()] == ["1", "3"]


def test_what_another_program_brought_to_todays_shape_is_read_and_written_so(
    old_file: Path, opened: Opened
) -> None:
    first, second = opened(), opened()
    assert len(first.marks()) == 3
    elsewhere = mark(9)._replace(slug=Slug("other/maritime-security"))
    keep(second, [elsewhere])
    assert elsewhere in first.marks()
    keep(first, [mark(8)])
    assert len(opened().marks()) == 5


def test_a_mark_on_another_library_is_not_one_of_the_topic_of_that_name(notebook: Notebook) -> None:
    elsewhere = mark(2)._replace(slug=Slug("other/maritime-security"))
    keep(notebook, [mark(1), elsewhere])
    assert notebook.on(elsewhere.slug) == (elsewhere,)
    assert notebook.on(mark(1).slug) == (mark(1),)


def test_two_marks_on_one_topic_with_different_views_stand_beside_each_other(notebook: Notebook) -> None:
    plain = mark(1, block=None)
    one, two = (plain._replace(id=mark(n).id, view=view) for n, view in ((2, "with=SGP"), (3, "with=MLT")))
    keep(notebook, [plain, one, two])
    assert notebook.on(plain.slug) == (plain, one, two)


@pytest.mark.parametrize("view", ["", "with=MLT"])
def test_a_row_that_says_another_view_than_was_written_is_damaged(notebook: Notebook, view: str) -> None:
    keep(notebook, [mark(2, block=None)._replace(view="with=SGP")])
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        connection.execute("UPDATE marks SET view = ?", (view,))
    with pytest.raises(NotebookDamaged):
        notebook.marks()


@pytest.mark.parametrize("library", ["asem", "third", ""])
def test_a_row_that_names_another_library_than_was_written_is_damaged(
    notebook: Notebook, library: str
) -> None:
    keep(notebook, [mark(2)._replace(slug=Slug("other/maritime-security"))])
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        connection.execute("UPDATE marks SET library = ?", (library,))
    with pytest.raises(NotebookDamaged):
        notebook.marks()
