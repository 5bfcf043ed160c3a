# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A new edition of the Library: marks are placed again, after a backup, or wait."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from support.marks import keep

from asem_reader.core.anchoring.reanchor import Fate, Report
from asem_reader.core.marks.errors import HomeUnwritable
from asem_reader.core.marks.mark import Mark, MarkKind, Waiting
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.steps import done
from asem_reader.store.library import Library
from asem_reader.store.notebook.backup import backups
from asem_reader.store.notebook.lastedition import LastEdition
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.editions.editions import Editions
from asem_reader.viewmodels.editions.waiting import WaitingMarks
from asem_reader.viewmodels.marks.marks import Marks

SLUG = Slug("maritime-security")
Place = Callable[..., list[tuple[Report, bool]]]


@pytest.fixture
def marks(notebook: Notebook) -> Marks:
    return Marks(notebook, str)


@pytest.fixture
def editions(library: Library, marks: Marks) -> Editions:
    return Editions(library, marks)


@pytest.fixture
def place(editions: Editions) -> Place:
    """Places all marks, and returns what was said of it."""
    told: list[tuple[Report, bool]] = []
    editions.placed.connect(lambda report, kept: told.append((report, kept)))

    def place() -> list[tuple[Report, bool]]:
        editions.begin()
        editions.finish()
        return told

    return place


@pytest.fixture
def old(notebook: Notebook, editions: Editions) -> Callable[..., Mark]:
    """Keeps a mark on a paragraph, as it would be if an earlier edition had said something else."""

    def old(number: int = 5, **other: object) -> Mark:
        location = editions.index.locations[editions.index.of[SLUG][number]]
        mark = notebook.draft(MarkKind.NOTE, location.anchor(), "Why?")._replace(**other)
        keep(notebook, [mark])
        return mark

    return old


def test_nothing_is_written_for_a_notebook_without_marks(place: Place, notebook: Notebook) -> None:
    assert place() == []
    assert not notebook.path.exists()


def test_marks_are_placed_once_in_an_edition(
    place: Place, old: Callable[..., Mark], editions: Editions
) -> None:
    old()
    ((report, kept),) = place()
    assert (str(report), kept, editions.is_first) == ("1 kept.", True, True)
    assert len(place()) == 1


def test_no_backup_is_of_before_an_edition_where_there_was_no_other(
    place: Place, old: Callable[..., Mark], notebook: Notebook
) -> None:
    old()
    place()
    assert [file for file in backups(notebook.path) if "before-edition-" in file.name] == []


def test_a_mark_of_an_earlier_edition_is_given_its_new_text(
    place: Place, old: Callable[..., Mark], notebook: Notebook, editions: Editions
) -> None:
    text = editions.index.locations[editions.index.of[SLUG][5]].text
    mark = old(quote=f"Once: {text}")
    place()
    assert notebook.marks() == (mark._replace(quote=text),)


def test_what_has_no_place_waits_as_it_was_and_returns_by_undo(
    place: Place, old: Callable[..., Mark], marks: Marks
) -> None:
    mark = old(block=BlockId("zzzz"), quote="A thing that no edition says any more.")
    place()
    assert marks.waiting == (mark._replace(waiting=Waiting.BLOCK_GONE),)
    done(marks.taking_back())
    assert marks.waiting == ()


@pytest.mark.parametrize("between", [False, True])
def test_all_of_a_placing_is_one_step_to_undo_on_disk_too(
    place: Place, notebook: Notebook, marks: Marks, editions: Editions, between: bool
) -> None:
    location = editions.index.locations[editions.index.of[SLUG][5]]
    drafts = [notebook.draft(MarkKind.NOTE, location.anchor(), f"{number}") for number in range(1000)]
    before = [draft._replace(quote=f"Once: {location.text}") for draft in drafts]
    keep(notebook, before)
    place()
    assert {mark.quote for mark in notebook.marks()} == {location.text}
    if between:  # what was done afterwards is a step by itself
        marks.remove(marks.all[0])
        assert done(marks.taking_back())
    assert marks.undo.count() == 1 + between
    assert done(marks.taking_back())
    assert set(notebook.marks()) == set(before) == set(marks.all)
    assert done(marks.doing_again())
    assert {mark.quote for mark in notebook.marks()} == {location.text}


@pytest.fixture
def hurried(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go back to the window after every step."""
    monkeypatch.setattr(Background, "patience", 0)


@pytest.mark.usefixtures("hurried")
def test_a_gesture_while_marks_are_placed_is_undone_by_itself(
    notebook: Notebook, marks: Marks, editions: Editions, old: Callable[..., Mark], qtbot: QtBot
) -> None:
    first = old(quote="Something else altogether, of old.")
    editions.begin()
    qtbot.waitUntil(lambda: bool(marks.waiting))
    marks.remove(marks.waiting[0])
    editions.finish()
    assert [done(marks.taking_back()), done(marks.taking_back())] == [True, True]
    assert notebook.marks() == (first,)


def test_there_is_a_backup_of_how_it_was(place: Place, old: Callable[..., Mark], notebook: Notebook) -> None:
    mark = old(block=BlockId("zzzz"), quote="A thing that no edition says any more.")
    place()
    (backup,) = [file for file in backups(notebook.path) if "before-edition-" in file.name]
    before = Notebook.open(backup)
    assert before.marks() == (mark,)
    before.close()


def test_the_edition_is_remembered_with_what_it_held(
    place: Place, old: Callable[..., Mark], notebook: Notebook, library: Library, editions: Editions
) -> None:
    old()
    place()
    last = LastEdition(notebook)
    assert last.digest == library.edition().digest
    assert last.fingerprint.topics == editions.index.fingerprint.topics


def test_a_notebook_that_cannot_be_written_shows_the_places_and_says_so(
    place: Place, old: Callable[..., Mark], marks: Marks, notebook: Notebook
) -> None:
    mark = old(block=BlockId("zzzz"), quote="A thing that no edition says any more.")
    marks.fault = HomeUnwritable("/x", "it may not be written to")
    ((_, kept),) = place()
    assert not kept
    assert marks.all[0].waiting is Waiting.BLOCK_GONE
    assert notebook.marks() == (mark,)
    assert LastEdition(notebook).digest == ""


@pytest.mark.usefixtures("hurried")
def test_a_mark_that_is_changed_meanwhile_is_placed_as_it_is_then(
    notebook: Notebook, marks: Marks, editions: Editions, old: Callable[..., Mark]
) -> None:
    mark = old(quote="Something else altogether, of old.")
    editions.begin()
    QCoreApplication.processEvents()
    marks.remove(mark)
    editions.finish()
    assert notebook.marks() == ()
    assert notebook.bin()[0].quote == mark.quote


def test_fate_counts(place: Place, old: Callable[..., Mark]) -> None:
    old()
    old(6, block=BlockId("zzzz"))
    old(7, block=BlockId("yyyy"), quote="A thing that no edition says any more.")
    ((report, _),) = place()
    assert [len(report.of(fate)) for fate in Fate] == [1, 1, 1]


# Going through those that wait.


@pytest.fixture
def waiting(place: Place, old: Callable[..., Mark], editions: Editions, marks: Marks) -> WaitingMarks:
    """Two marks that wait: one whose paragraph nothing is like, one whose words are gone."""
    old(block=BlockId("zzzz"), quote="Qwertz uiop.", created="2026-11-23T11:00:00Z")
    text = editions.index.locations[editions.index.of[SLUG][6]].text
    old(6, quote=f"{text} Twelve apostles.", words="Twelve apostles")
    place()
    return WaitingMarks(editions, marks)


def test_a_mark_that_waits_has_the_likeliest_place_first(waiting: WaitingMarks, editions: Editions) -> None:
    assert (waiting.count, waiting.location) == (2, None)
    waiting.later()
    assert waiting.location == editions.index.locations[editions.index.of[SLUG][6]]
    assert waiting.number == 2


def test_placing_it_here_is_kept_and_can_be_taken_back(waiting: WaitingMarks, notebook: Notebook) -> None:
    waiting.later()
    assert waiting.place_here()
    assert [(mark.words, mark.waiting) for mark in notebook.marks()][1] == ("", None)
    assert waiting.count == 1
    assert waiting.take_back()
    assert (waiting.count, waiting.mark and waiting.mark.words) == (2, "Twelve apostles")


def test_only_what_was_done_here_is_taken_back(waiting: WaitingMarks, marks: Marks) -> None:
    assert not waiting.take_back()
    assert (waiting.count, marks.undo.count()) == (2, 1)


def test_a_mark_that_nothing_is_like_stays_with_its_topic(waiting: WaitingMarks, notebook: Notebook) -> None:
    assert not waiting.place_here()
    assert waiting.keep_on_topic()
    kept = notebook.marks()[0]
    assert (kept.slug, kept.block, kept.body) == (SLUG, None, "Why?\n\n> Qwertz uiop.")


def test_a_mark_whose_topic_was_folded_into_another_may_stay_on_that(
    place: Place, old: Callable[..., Mark], marks: Marks, editions: Editions
) -> None:
    old(slug=Slug("taccs"), block=BlockId("zzzz"), quote="Zebras graze.")
    place()
    waiting = WaitingMarks(editions, marks)
    assert (waiting.topic.slug if waiting.topic else "") == "connectivity"
    assert waiting.keep_on_topic()
    assert [mark.slug for mark in marks.all] == ["connectivity"]


def test_when_all_are_done_none_is_left(waiting: WaitingMarks, notebook: Notebook) -> None:
    assert waiting.throw_away()
    assert waiting.throw_away()
    assert (waiting.mark, waiting.topic, waiting.placed) == (None, None, None)
    assert not waiting.throw_away()
    assert len(notebook.bin()) == 2
