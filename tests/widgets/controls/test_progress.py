# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What takes long is said after a while, and broken off leaves all as it was."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.marks import keep, mark

from asem_reader.core.errors import TooSlow
from asem_reader.core.marks.change import Change
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.widgets.controls.progress import Progress


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say it after the first step, and look for keys after each."""
    monkeypatch.setattr(Progress, "patience", 0)
    monkeypatch.setattr(Background, "patience", 0)


def counting(number: int, seen: list[int]) -> Generator[None, None, int]:
    for step in range(number):
        seen.append(step)
        yield
    return number


def dialog() -> QProgressDialog | None:
    shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return next((each for each in shown if isinstance(each, QProgressDialog)), None)


def test_what_is_soon_done_is_done_without_a_word(shown: QWidget) -> None:
    assert Progress(shown).run("Counting …", counting(3, [])) == 3
    assert dialog() is None
    assert QApplication.overrideCursor() is None


@pytest.mark.usefixtures("at_once")
def test_what_takes_long_says_what_it_is(shown: QWidget, qtbot: QtBot) -> None:
    said: list[str] = []

    def steps() -> Generator[None, None, bool]:
        while not said:
            found = dialog()
            said.extend([found.labelText()] if found and found.isVisible() else [])
            yield
        return True

    assert Progress(shown).run("Counting …", steps())
    assert said == ["Counting …"]
    qtbot.waitUntil(lambda: dialog() is None)


@pytest.mark.usefixtures("at_once")
def test_what_is_broken_off_goes_no_further(shown: QWidget) -> None:
    seen: list[int] = []

    def cancel() -> None:
        found = dialog()
        if found:
            found.cancel()
        else:
            QTimer.singleShot(0, cancel)

    QTimer.singleShot(0, cancel)
    assert Progress(shown).run("Counting …", counting(10**9, seen)) is None
    assert len(seen) < 10**9
    assert QApplication.overrideCursor() is None


@pytest.mark.usefixtures("at_once")
def test_what_cannot_be_done_is_raised(shown: QWidget) -> None:
    def steps() -> Generator[None, None, None]:
        yield
        raise TooSlow

    with pytest.raises(TooSlow):
        Progress(shown).run("Counting …", steps())
    assert QApplication.overrideCursor() is None


@pytest.mark.parametrize("steps", range(1, 12, 3))
def test_a_change_that_is_broken_off_leaves_all_as_it_was(notebook: Notebook, steps: int) -> None:
    keep(notebook, [mark(0)])
    marks = Marks(notebook, str)
    change = Change("Import", marks.all, tuple(mark(number) for number in range(1, 1500)))
    made = marks.making(change)
    for _ in range(steps):
        next(made)
    made.close()
    assert marks.all == notebook.marks() == (mark(0),)
    assert not marks.undo.canUndo()
    assert marks.make(change)
    assert len(notebook.marks()) == len(marks.all) == 1499


def test_meanwhile_nothing_else_is_kept_and_that_is_said(notebook: Notebook) -> None:
    marks, refused = Marks(notebook, str), list[object]()
    marks.refused.connect(refused.append)
    made = marks.making(Change("Import", new=(mark(1),)))
    next(made)
    assert not marks.make(Change("Note", new=(mark(2),)))
    assert len(refused) == 1
    for _ in made:
        pass
    assert notebook.marks() == marks.all == (mark(1),)


def test_many_marks_are_taken_back_and_done_again(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tuple(mark(number) for number in range(1, 1200))
    with closing(Notebook(tmp_path / "many.db")) as other:
        keep(other, there)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "many.db"), ""))
    driver.command("import_marks")
    imported = set(driver.marks)
    assert {each.id for each in imported} == {each.id for each in there}
    driver.command("undo")
    assert driver.marks == []
    driver.command("redo")
    assert set(driver.marks) == imported
    driver.read_again()
    assert set(driver.marks) == imported
