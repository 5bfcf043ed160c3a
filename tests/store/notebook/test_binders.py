# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Binders are kept in the Notebook, whole, and come back in another session."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.marks import NOON, keep, mark

from asem_reader.core.marks.errors import HomeUnwritable
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import BinderItem, written
from asem_reader.core.printing.pack import Cover, Outfit
from asem_reader.store.notebook.backup import backups
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.recovery import recover

Opened = Callable[..., Notebook]
LEAVES = (BinderItem(Slug("migration"), "Migration", ("timeline",)), BinderItem(Slug("gone"), "Gone’s title"))


def test_nothing_is_written_by_looking(notebook: Notebook) -> None:
    assert Binders(notebook.file).all() == ()
    assert not notebook.path.parent.exists()


def test_a_binder_is_there_after_reopening(opened: Opened) -> None:
    first = opened()
    binders = Binders(first.file)
    binder = binders.draft("December", Cover("Sea", date="2026-12-03"), "2026.1")
    kept = replace(binder, items=LEAVES, outfit=Outfit(meetings=True))
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
    keep(notebook, [mark()])
    binders = Binders(notebook.file)
    binders.put(binders.draft("December", Cover(""), "2026.1"))
    assert notebook.marks() == (mark(),)
    assert notebook.problems() == ()


DAMAGES = {
    "none": """content = '{"cover": 1}'""",
    "no JSON": "content = 'x'",
    "no text": "content = CAST(x'ff41' AS TEXT)",
    "no text in its name": "name = CAST(x'ff41' AS TEXT)",
    "other words": "content = replace(content, 'Sea', 'See')",
    "another name": "name = 'Decembre'",
    "another time": "modified = '2020-01-01T00:00:00Z'",
    "in the bin": "deleted = '2020-01-01T00:00:00Z'",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_binder_spoils_no_other_and_is_set_aside(notebook: Notebook, damage: str) -> None:
    binders = Binders(notebook.file)
    one, two = (binders.draft(name, Cover("Sea"), "2026.1") for name in ("December", "January"))
    binders.put(one, two)
    with notebook.file.writing() as connection:
        connection.execute(f"UPDATE binders SET {damage} WHERE id = ?", (one.id,))
    assert binders.all() == (two,)
    for backup in backups(notebook.path):
        backup.unlink()
    (told,) = binders.mend()
    assert "kept aside; there is no copy of it" in told
    assert (binders.all(), binders.mend()) == ((two,), ())
    assert asides(notebook, one.id) == 1


def asides(notebook: Notebook, name: str) -> int:
    """How many rows of a binder were set aside."""
    with notebook.file.reading() as connection:
        assert connection
        wanted = (f"damaged-2026-11-23-%-{name}",)
        return int(connection.execute("SELECT count(*) FROM binders WHERE id LIKE ?", wanted).fetchone()[0])


def test_the_newest_whole_copy_is_opened_instead(notebook: Notebook) -> None:
    binders = Binders(notebook.file)
    one = binders.draft("December", Cover("Sea"), "2026.1")
    binders.put(one)
    binders.put(
        binders.draft("January", Cover(""), "2026.1")
    )  # the first change after which there is a backup
    for times in (1, 2):
        with notebook.file.writing() as connection:
            connection.execute("UPDATE binders SET content = 'x' WHERE id = ?", (one.id,))
        (told,) = binders.mend()
        assert told.endswith("the copy of 23 November 2026 is open instead.")
        assert one in binders.all()
        assert asides(notebook, one.id) == times


def test_a_binder_of_an_earlier_program_is_read(notebook: Notebook) -> None:
    binders = Binders(notebook.file)
    one = binders.draft("December", Cover("Sea"), "2026.1")
    binders.put(one)
    with notebook.file.writing() as connection:
        connection.execute("UPDATE binders SET content = ?", (written(one),))
    assert binders.all() == (one,)


def test_a_deleted_binder_goes_after_thirty_days(notebook: Notebook) -> None:
    binders = Binders(notebook.file)
    gone, kept = (binders.draft(name, Cover(""), "2026.1") for name in ("gone", "kept"))
    binders.put(replace(gone, deleted=binders.now()), kept)
    for days, left in ((30, 2), (31, 1)):
        notebook.file.clock = lambda days=days: NOON + datetime.timedelta(days=days)
        binders.put(kept)
        with notebook.file.reading() as connection:
            assert connection
            assert connection.execute("SELECT count(*) FROM binders").fetchone()[0] == left
    assert binders.all() == (kept,)


def test_binders_of_a_damaged_file_are_saved(opened: Opened) -> None:
    first = opened()
    keep(first, [mark()])
    binders = Binders(first.file)
    one = binders.draft("December", Cover("Sea"), "2026.1")
    binders.put(one)
    with first.file.writing() as connection:
        connection.execute("UPDATE marks SET kind = 'poem'")
    first.close()
    recover(first.path, NOON)
    assert Binders(opened().file).all() == (one,)


def test_a_home_that_is_a_file_is_told(tmp_path: Path, opened: Opened) -> None:
    (tmp_path / "home").write_text("no folder")
    binders = Binders(opened(tmp_path / "home" / "notebook.db").file)
    with pytest.raises(HomeUnwritable):
        binders.put(binders.draft("December", Cover(""), "2026.1"))
