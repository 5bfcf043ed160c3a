# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The dialog of marks that wait: by keyboard, with both texts, named for a screen reader."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt as Keys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from asem_reader import paths
from asem_reader.core.marks.mark import Anchor, Mark, MarkKind
from asem_reader.core.place import BlockId, Slug
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.editions.waiting import WaitingMarks
from asem_reader.widgets.editions.waiting import WaitingDialog
from asem_reader.widgets.frame.window import Window

SLUG = Slug("maritime-security")


@pytest.fixture
def old(home: paths.Home, library: Library) -> list[Mark]:
    """Two marks of an earlier edition: one is to be found, of the other nothing is left."""
    block = list(library.article(SLUG).blocks.values())[6]
    notebook = Notebook.open(home.notebook)
    texts = (
        (block.id, f"{block.text} Twelve apostles.", "Twelve apostles"),
        (BlockId("zzzz"), "Qwertz.", ""),
    )
    marks = [
        notebook.draft(MarkKind.NOTE, Anchor(SLUG, name, text, "", "", words), "**Why** they?")
        for name, text, words in texts
    ]
    notebook.put(marks)
    notebook.close()
    return marks


@pytest.fixture
def placed(old: list[Mark], open_window: Callable[..., Window]) -> Window:
    window = open_window()
    window.dispatcher.edition_commands.begin()
    window.context.editions.finish()
    return window


@pytest.fixture
def dialog(placed: Window, qtbot: QtBot) -> Iterator[WaitingDialog]:
    waiting = WaitingMarks(placed.context.editions, placed.context.marks)
    dialog = WaitingDialog(waiting, placed.context.marks.title_of, placed._colours(), 12)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def test_the_notice_says_how_many_need_the_reader_and_leads_to_them(placed: Window) -> None:
    assert "0 kept, 2 need you." in placed.notice.text
    seen: list[str] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, WaitingDialog)
        seen.append(shown._head.text())
        shown.reject()

    QTimer.singleShot(0, look)
    placed.notice._more.click()
    assert "Note on Maritime security" in seen[0]


def test_what_was_written_is_said_without_signs(dialog: WaitingDialog) -> None:
    assert dialog._note.text() == "You wrote: Why they?"


def test_both_texts_are_shown_and_what_differs_is_struck_out(dialog: WaitingDialog, old: list[Mark]) -> None:
    shown = {view.accessibleName(): view for view in dialog.findChildren(QTextBrowser)}
    then, now = shown["The text that it was on"], shown["The text of this edition"]
    assert old[0].quote in then.toPlainText()
    assert old[0].quote.removesuffix(" Twelve apostles.") in now.toPlainText()
    assert "line-through" in then.toHtml()
    assert "whole paragraph" in dialog._hint.text()


def test_enter_places_and_ctrl_z_takes_it_back(dialog: WaitingDialog, placed: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog._place, Keys.Key.Key_Return)
    assert [mark.quote for mark in placed.context.marks.waiting] == ["Qwertz."]
    dialog._waiting.take_back()
    assert len(placed.context.marks.waiting) == 2
    assert "1 of 2" in dialog._head.text()


def test_what_cannot_be_done_is_pale(dialog: WaitingDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog._later, Keys.Key.Key_Space)
    assert "2 of 2" in dialog._head.text()
    assert not dialog._place.isEnabled()
    assert dialog._topic.isEnabled()
    assert "Nothing in this edition" in dialog._now.toPlainText()


def test_at_the_end_it_says_that_all_have_their_places(dialog: WaitingDialog, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClick(dialog, Keys.Key.Key_Delete)
    assert "No mark needs you" in dialog._head.text()


def test_every_button_has_an_access_key_of_its_own(dialog: WaitingDialog) -> None:
    texts = [button.text() for button in dialog.findChildren(QPushButton)]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(set(letters)) == len(texts) == 7


def test_all_kept_is_said_in_the_status_bar_alone(open_window: Callable[..., Window]) -> None:
    window = open_window()
    window.dispatcher.window_commands.toggle_bookmark()
    window.context.marks.notebook.keep_about("library", "another")
    window.dispatcher.edition_commands.begin()
    window.context.editions.finish()
    assert window.notice.text == ""
    assert window.statusBar().currentMessage().endswith("Your marks: 1 kept.")
