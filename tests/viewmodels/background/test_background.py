# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Work in steps: the window is seen to in between, and what is newer takes the place of what is not done."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from asem_reader.core.errors import TooSlow
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.search.search import Search
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.search.hits import HitsModel


def steps(done: list[str], name: str, many: int = 3) -> Iterator[None]:
    for number in range(many):
        done.append(f"{name}{number}")
        yield


@pytest.fixture
def hurried(patient: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go back to the window after every step."""
    monkeypatch.setattr(Background, "patience", 0)


@pytest.fixture
def hits(library: Library, notebook: Notebook, hurried: None) -> HitsModel:
    return HitsModel(Search(library), Marks(notebook, str))


@pytest.mark.usefixtures("hurried")
def test_work_goes_on_when_the_window_was_seen_to(qtbot: QtBot) -> None:
    done: list[str] = []
    work = Background()
    work.begin(steps(done, "a"))
    assert (done, work.going) == (["a0"], True)
    qtbot.waitUntil(lambda: not work.going)
    assert done == ["a0", "a1", "a2"]


@pytest.mark.usefixtures("hurried")
def test_newer_work_takes_the_place_of_older(qtbot: QtBot) -> None:
    done: list[str] = []
    work = Background()
    work.begin(steps(done, "a"))
    work.begin(steps(done, "b"))
    qtbot.waitUntil(lambda: not work.going)
    assert done == ["a0", "b0", "b1", "b2"]


def test_what_nobody_waits_for_begins_when_the_window_was_seen_to(qtbot: QtBot) -> None:
    done: list[str] = []
    work = Background()
    work.begin_when_idle(steps(done, "a"))
    assert (done, work.going) == ([], True)
    qtbot.waitUntil(lambda: not work.going)
    assert done == ["a0", "a1", "a2"]


def test_the_last_step_may_begin_other_work() -> None:
    done: list[str] = []
    work = Background()

    def first() -> Iterator[None]:
        yield
        work.begin(steps(done, "b"))

    work.begin(first())
    assert (done, work.going) == (["b0", "b1", "b2"], False)


def test_what_cannot_be_done_is_refused_and_over() -> None:
    refused: list[object] = []
    work = Background()
    work.refused.connect(refused.append)

    def broken() -> Iterator[None]:
        yield
        raise TooSlow

    work.begin(broken())
    assert (type(refused[0]), work.going) == (TooSlow, False)


def test_a_fault_of_the_program_ends_the_work() -> None:
    work = Background()
    with pytest.raises(ZeroDivisionError):
        work.begin(1 // number for number in (0, 1))
    assert not work.going


@pytest.mark.usefixtures("hurried")
def test_work_that_is_cancelled_is_closed(qapp: QCoreApplication) -> None:
    done: list[str] = []

    def careful() -> Iterator[None]:
        try:
            yield from steps(done, "a")
        finally:
            done.append("closed")

    work = Background()
    work.begin(careful())
    work.cancel()
    qapp.processEvents()
    assert (done, work.going) == (["a0", "closed"], False)


def test_steps_that_began_others_go_no_further() -> None:
    done: list[str] = []
    work = Background()

    def first() -> Iterator[None]:
        work.begin(steps(done, "b"))
        yield
        done.append("too late")

    work.begin(first())
    assert done == ["b0", "b1", "b2"]


def test_steps_that_alone_hold_their_owner_may_come_to_their_end(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    work = Background(owner)

    def held(_owner: QObject) -> Iterator[None]:
        yield from steps(done, "a", 2)

    work.begin_when_idle(held(owner))
    with qtbot.waitSignal(owner.destroyed):
        del owner
    assert (done, work.going) == (["a0", "a1"], False)


def test_an_answer_to_an_older_text_is_never_shown(hits: HitsModel, qtbot: QtBot) -> None:
    shown: list[tuple[str, int]] = []
    hits.modelReset.connect(lambda: shown.append((hits.text, len(hits.answer))))
    hits.ask("migration")
    hits.ask("piracy seminar")
    assert (hits.rowCount(), hits.asking) == (0, True)
    qtbot.waitUntil(lambda: not hits.asking)
    answered = [text for text, found in shown if found]
    assert answered == ["piracy seminar"]


def test_while_an_answer_is_looked_for_the_one_before_is_gone(hits: HitsModel) -> None:
    hits.ask("migration")
    hits.finish()
    assert hits.rowCount()
    hits.ask("piracy")
    assert (hits.text, hits.rowCount(), hits.best.isValid()) == ("piracy", 0, False)


def test_who_cannot_wait_has_the_whole_answer_at_once(
    hits: HitsModel, library: Library, notebook: Notebook
) -> None:
    whole = HitsModel(Search(library), Marks(notebook, str))
    for text in ("piracy", "saftey at sea", "how many partners"):
        hits.ask(text)
        whole.ask(text)
        hits.finish()
        whole.finish()
        assert hits.answer == whole.answer
        assert (hits.asking, hits.rowCount() > 0) == (False, True)
