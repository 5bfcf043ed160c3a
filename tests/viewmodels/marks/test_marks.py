# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks: kept before they are shown, undone by one key, refused with a sentence."""

import sqlite3
from contextlib import closing

import pytest
from support.marks import NOON, keep, mark

from asem_reader.core.content import Article
from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import HomeUnwritable, MarkChanged, NotBackedUp, NotebookDamaged
from asem_reader.core.marks.mark import Spot, Target
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.steps import done
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.marks import Marks

SLUG = Slug("maritime-security")


@pytest.fixture
def article(library: Library) -> Article:
    return library.article(SLUG)


@pytest.fixture
def block(article: Article) -> BlockId:
    return article.sections[1].blocks[0].id


@pytest.fixture
def marks(notebook: Notebook) -> Marks:
    return Marks(notebook, str)


def bodies(marks: Marks) -> list[str]:
    return [mark.body for mark in marks.on(SLUG)]


def test_a_bookmark_comes_and_goes(marks: Marks, article: Article) -> None:
    Marking(marks).toggle_bookmark(Target(article))
    assert marks.bookmark_on(SLUG)
    Marking(marks).toggle_bookmark(Target(article))
    assert marks.bookmark_on(SLUG) is None


def test_what_is_shown_is_on_disk(marks: Marks, notebook: Notebook, article: Article, block: BlockId) -> None:
    Marking(marks).note(Target(article, block), "Ask the desk.")
    on_disk = Notebook.open(notebook.path)
    assert [mark.body for mark in on_disk.marks()] == bodies(marks) == ["Ask the desk."]
    on_disk.close()


def test_a_note_keeps_quote_and_context(marks: Marks, article: Article, block: BlockId) -> None:
    Marking(marks).note(Target(article, block), "Why?")
    note = marks.note_on(SLUG, Spot(block))
    assert note
    assert note.quote == article.blocks[block].text
    assert article.blocks[block].text not in (note.before, note.after)
    assert note.before == article.sections[1].title


def test_writing_again_changes_the_same_note(marks: Marks, article: Article, block: BlockId) -> None:
    Marking(marks).note(Target(article, block), "One")
    Marking(marks).note(Target(article, block), "Two")
    assert bodies(marks) == ["Two"]


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_a_note_without_words_goes(marks: Marks, article: Article, block: BlockId, empty: str) -> None:
    Marking(marks).note(Target(article, block), "One")
    Marking(marks).note(Target(article, block), empty)
    assert bodies(marks) == []


def test_undo_and_redo_walk_through_all_changes(marks: Marks, article: Article, block: BlockId) -> None:
    states = [bodies(marks)]
    for body in ("One", "Two", ""):
        Marking(marks).note(Target(article, block), body)
        states.append(bodies(marks))
    backwards = [states[-1]]
    while marks.undo.canUndo():
        done(marks.taking_back())
        backwards.append(bodies(marks))
    assert backwards == states[::-1]
    while marks.undo.canRedo():
        done(marks.doing_again())
    assert bodies(marks) == states[-1]


def test_undo_brings_the_same_mark_back(marks: Marks, article: Article) -> None:
    Marking(marks).toggle_bookmark(Target(article))
    before = marks.bookmark_on(SLUG)
    Marking(marks).toggle_bookmark(Target(article))
    done(marks.taking_back())
    assert marks.bookmark_on(SLUG) == before


def test_a_mark_gone_elsewhere_is_refused_and_shown_as_gone(
    marks: Marks, notebook: Notebook, article: Article, block: BlockId
) -> None:
    Marking(marks).note(Target(article, block), "One")
    assert len(marks.all) == 1
    notebook.change(Change("", marks.all[:1]))
    refused: list[ReaderError] = []
    marks.refused.connect(refused.append)
    Marking(marks).note(Target(article, block), "Two")
    marks.reload()
    assert [type(error) for error in refused] == [MarkChanged]
    assert bodies(marks) == []


def test_with_a_fault_nothing_is_kept_and_nothing_is_to_be_undone(
    notebook: Notebook, article: Article
) -> None:
    marks = Marks(notebook, str, HomeUnwritable("/nowhere", "it may not be written to"))
    refused: list[ReaderError] = []
    marks.refused.connect(refused.append)
    Marking(marks).toggle_bookmark(Target(article))
    assert [type(error) for error in refused] == [HomeUnwritable]
    assert not marks.undo.canUndo()
    assert not notebook.path.exists()


def test_the_clock_of_the_notebook_dates_the_mark(marks: Marks, article: Article) -> None:
    Marking(marks).toggle_bookmark(Target(article))
    bookmark = marks.bookmark_on(SLUG)
    assert bookmark
    assert bookmark.created == NOON.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_the_disk_refuses_to_take_back_can_be_taken_back_later(
    marks: Marks, notebook: Notebook, article: Article, block: BlockId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asem_reader.store.connect.SECONDS_TO_WAIT", 0.05)
    Marking(marks).note(Target(article, block), "Not to be lost")
    marks.remove(marks.on(SLUG)[0])
    refused: list[ReaderError] = []
    marks.refused.connect(refused.append)
    with closing(sqlite3.connect(notebook.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not done(marks.taking_back())
    assert len(refused) == 1
    assert done(marks.taking_back())
    assert bodies(marks) == ["Not to be lost"]


def test_that_a_day_has_no_backup_is_said_when_it_is_known(
    marks: Marks, notebook: Notebook, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asem_reader.store.notebook.upkeep._LARGE", 0)
    Marking(marks).toggle_bookmark(Target(article))
    (notebook.path.parent / "backups").write_text("in the way")
    refused: list[ReaderError] = []
    marks.refused.connect(refused.append)
    Marking(marks).toggle_bookmark(Target(article))
    notebook.file.daily.finish()
    marks.look()
    marks.look()
    assert [type(error) for error in refused] == [NotBackedUp]
    assert marks.bookmark_on(SLUG) is None


def test_what_changes_while_marks_are_read_is_known(marks: Marks, notebook: Notebook) -> None:
    made = keep(notebook, map(mark, range(1, 900)))
    reading = marks.learning()
    next(reading)
    gone, other = (made[0], made[-1]), (made[1].with_body("new", ""), made[-2].with_body("new", ""))
    assert marks.make(Change("Some", (*gone, made[1], made[-2]), (*other, mark(999))))
    done(reading)
    assert set(marks.all) == set(notebook.marks())
    assert len(marks.all) == 898


def test_where_marks_cannot_be_read_there_are_none(notebook: Notebook) -> None:
    keep(notebook, [mark()])
    marks = Marks(notebook, str, NotebookDamaged("notebook.db"))
    assert (marks.all, marks.on(SLUG), marks.are_known) == ((), (), True)
