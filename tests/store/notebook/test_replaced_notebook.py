# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Another file under the open Notebook: nothing is written into either, and no mark of either is gone."""

import datetime
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import NOON, keep, mark

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import NotebookGone, NotebookReplaced, NotKept
from asem_reader.core.printing.binder import BinderId
from asem_reader.core.printing.pack import Cover
from asem_reader.operations.parcelfile import read_parcel
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook

Opened = Callable[..., Notebook]


@pytest.fixture
def other(opened: Opened, tmp_path: Path) -> Path:
    """The Notebook of another machine, with a mark of its own."""
    other = opened(tmp_path / "other.db")
    keep(other, [mark(50)])
    other.close()
    return other.path


@pytest.fixture(params=[True, False], ids=["log", "journal"])
def mine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, notebook: Notebook) -> Notebook:
    """An open Notebook with a mark, on a disk that is trusted with a write-ahead log, and on another."""
    monkeypatch.setattr("asem_reader.store.notebook.connection.is_local", lambda _: request.param)
    keep(notebook, [mark(1)])
    return notebook


def replace(path: Path, other: Path) -> bytes:
    """Do as a program does that synchronises folders; return what is in the file that is there then."""
    path.rename(path.with_name("notebook (conflicted copy).db"))
    shutil.copy(other, path.with_name("part"))
    path.with_name("part").rename(path)
    return path.read_bytes()


def ids(path: Path) -> set[str]:
    with closing(Notebook.open(path)) as opened:
        return {each.id for each in opened.marks()}


def aside(path: Path) -> Path:
    (found,) = path.parent.glob("notebook.replaced-*.db")
    return found


def test_a_change_is_kept_in_a_copy_and_in_neither_file(mine: Notebook, other: Path) -> None:
    there = replace(mine.path, other)
    before = mine.path.with_name("notebook (conflicted copy).db").read_bytes()
    with pytest.raises(NotebookReplaced) as caught:
        mine.change(Change("Note", new=(mark(2),)))
    assert caught.value.file == str(aside(mine.path))
    mine.close()
    assert mine.path.read_bytes() == there
    assert mine.path.with_name("notebook (conflicted copy).db").read_bytes() == before
    assert ids(aside(mine.path)) == {mark(1).id, mark(2).id}
    assert ids(mine.path) == {mark(50).id}


def test_who_only_watches_keeps_a_copy_too(mine: Notebook, other: Path) -> None:
    replace(mine.path, other)
    with pytest.raises(NotebookReplaced):
        mine.changed_elsewhere()
    assert ids(aside(mine.path)) == {mark(1).id}


def test_who_closes_it_keeps_a_copy_too(mine: Notebook, other: Path) -> None:
    replace(mine.path, other)
    mine.close()
    assert ids(aside(mine.path)) == {mark(1).id}
    assert ids(mine.path) == {mark(50).id}


def test_one_that_is_exchanged_during_a_change_is_seen_when_that_ends(mine: Notebook, other: Path) -> None:
    steps = mine.changing(Change("Import", new=tuple(map(mark, range(2, 600)))))
    for _ in range(4):
        next(steps)
    replace(mine.path, other)
    with pytest.raises((NotebookReplaced, NotKept)) as caught:
        list(steps)
    mine.close()
    assert len(ids(aside(mine.path))) == (599 if caught.type is NotebookReplaced else 1)
    assert ids(mine.path) == {mark(50).id}


def test_all_changes_after_it_go_into_one_copy(mine: Notebook, other: Path) -> None:
    replace(mine.path, other)
    for number in (2, 3):
        with pytest.raises(NotebookReplaced):
            keep(mine, [mark(number)])
    assert ids(aside(mine.path)) == {mark(number).id for number in (1, 2, 3)}


def test_no_log_of_the_old_file_is_left_beside_the_other(mine: Notebook, other: Path) -> None:
    replace(mine.path, other)
    with pytest.raises(NotebookReplaced):
        mine.changed_elsewhere()
    assert [file.name for file in mine.path.parent.glob("notebook.db-*")] == []


def test_what_was_set_aside_is_brought_in_with_its_binders(
    mine: Notebook, other: Path, opened: Opened
) -> None:
    binders = Binders(mine.file)
    binders.put(binders.draft("For Vientiane", Cover(""), ""))
    replace(mine.path, other)
    with pytest.raises(NotebookReplaced):
        binders.put(binders.draft("Written late", Cover(""), ""))
    parcel, found = read_parcel(aside(mine.path), None, "")
    assert {each.id for each in parcel.marks} == {mark(1).id}
    now = Binders(opened(mine.path).file)
    for _ in range(2):
        now.take_in(found)
        assert {each.name for each in now.all()} == {"For Vientiane", "Written late"}


def test_a_binder_that_is_there_stays_as_it_is(opened: Opened) -> None:
    binders = Binders(opened().file)
    one = binders.draft("Mine", Cover(""), "")
    binders.put(one)
    binders.take_in([one.__class__(BinderId(one.id), "Theirs", Cover(""), created="", modified="")])
    assert [each.name for each in binders.all()] == ["Mine"]


def test_one_that_is_gone_for_two_looks_is_put_back(mine: Notebook, opened: Opened) -> None:
    mine.path.rename(mine.path.with_name("elsewhere.db"))
    assert not mine.changed_elsewhere()
    with pytest.raises(NotebookGone):
        mine.changed_elsewhere()
    keep(mine, [mark(2)])
    mine.close()
    assert ids(mine.path) == {mark(1).id, mark(2).id}


def test_nothing_is_written_into_one_that_is_gone(mine: Notebook) -> None:
    away = mine.path.with_name("elsewhere.db")
    mine.path.rename(away)
    with pytest.raises(NotKept, match="not in its place"):
        keep(mine, [mark(2)])
    away.rename(mine.path)
    keep(mine, [mark(3)])
    assert {each.id for each in mine.marks()} == {mark(1).id, mark(3).id}


def test_one_that_is_gone_is_put_back_on_closing(mine: Notebook) -> None:
    mine.path.unlink()
    mine.close()
    assert ids(mine.path) == {mark(1).id}


def test_a_foreign_log_is_set_aside_and_the_own_one_brought_home(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    log = notebook.path.with_name("notebook.db-wal")
    if not log.exists():
        pytest.skip("a write-ahead log is kept on a local disk alone")
    log.rename(log.with_name("old"))
    log.write_bytes(b"the log of another machine")
    keep(notebook, [mark(2)])
    notebook.close()
    assert ids(notebook.path) == {mark(1).id, mark(2).id}
    (found,) = notebook.path.parent.glob("*.log")
    assert found.read_bytes() == b"the log of another machine"


def test_without_room_for_a_copy_nothing_is_written_and_it_is_tried_again(
    mine: Notebook, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    there = replace(mine.path, other)
    with monkeypatch.context() as patched:
        patched.setattr("asem_reader.store.notebook.replacement.make_file", full)
        for _ in range(2):
            with pytest.raises(NotKept, match="no space left"):
                keep(mine, [mark(2)])
    assert mine.path.read_bytes() == there
    with pytest.raises(NotebookReplaced):
        keep(mine, [mark(2)])
    assert ids(aside(mine.path)) == {mark(1).id, mark(2).id}


def test_a_copy_of_two_seconds_has_two_names(mine: Notebook, other: Path, opened: Opened) -> None:
    mine.file.clock = lambda: NOON + datetime.timedelta(seconds=1)
    for number in (1, 2):
        again = mine if number == 1 else opened(mine.path)
        replace(again.path, other)
        with pytest.raises(NotebookReplaced):
            keep(again, [mark(10 + number)])
    assert len(list(mine.path.parent.glob("notebook.replaced-*.db"))) == 2


def test_a_link_that_leads_nowhere_in_its_place_leaves_a_copy(mine: Notebook) -> None:
    mine.path.unlink()
    mine.path.symlink_to("nowhere")
    with pytest.raises(NotebookReplaced):
        mine.changed_elsewhere()
    assert ids(aside(mine.path)) == {mark(1).id}


def test_closed_without_room_the_other_keeps_the_log_that_came_with_it(
    notebook: Notebook, other: Path, local_disk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    keep(notebook, [mark(1)])
    replace(notebook.path, other)
    log = notebook.path.with_name("notebook.db-wal")
    log.unlink()
    log.write_bytes(b"theirs")
    monkeypatch.setattr("asem_reader.store.notebook.replacement.make_file", full)
    notebook.close()
    assert log.read_bytes() == b"theirs"


def test_closed_without_room_for_a_copy_no_log_is_left_that_the_other_could_take_for_its_own(
    mine: Notebook, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    replace(mine.path, other)
    monkeypatch.setattr("asem_reader.store.notebook.replacement.make_file", full)
    mine.close()
    assert "no space left" in str(mine.file.fault_on_closing)
    assert not mine.path.with_name("notebook.db-wal").exists()
    assert ids(mine.path) == {mark(50).id}
