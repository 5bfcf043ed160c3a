# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A reader marks a page by keyboard alone, and takes it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from asem_reader.core.marks.mark import Colour, Mark, MarkKind
from asem_reader.core.place import Slug
from asem_reader.widgets.frame.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def press(window: Window, qtbot: QtBot) -> Callable[..., None]:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.reader.setFocus()

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)

    return press


def marks(window: Window) -> tuple[Mark, ...]:
    return window.context.marks.on(Slug("maritime-security"))


def test_arrow_to_a_paragraph_highlight_note_and_take_back(
    window: Window, qtbot: QtBot, press: Callable[..., None]
) -> None:
    assert window.context.desk.page
    wanted = window.context.desk.page.article.sections[0].blocks[0].id
    press(Qt.Key.Key_Down, times=5)
    press(Qt.Key.Key_H, CTRL)
    press(Qt.Key.Key_M, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "Ask the desk")
    press(Qt.Key.Key_Escape)
    assert window.reader.hasFocus()
    assert [(mark.kind, mark.block, mark.body) for mark in marks(window)] == [
        (MarkKind.HIGHLIGHT, wanted, ""),
        (MarkKind.NOTE, wanted, "Ask the desk"),
    ]
    press(Qt.Key.Key_Z, CTRL)
    assert [mark.kind for mark in marks(window)] == [MarkKind.HIGHLIGHT]
    press(Qt.Key.Key_Z, CTRL)
    assert marks(window) == ()


def test_a_few_words_in_each_colour_and_none(window: Window, press: Callable[..., None]) -> None:
    press(Qt.Key.Key_Down, times=5)
    press(Qt.Key.Key_Right, CTRL | SHIFT, times=2)
    press(Qt.Key.Key_G, CTRL | ALT)
    (mark,) = marks(window)
    assert (mark.words, mark.colour) == ("ASEM leaders", Colour.GREEN)
    press(Qt.Key.Key_R, CTRL | ALT)
    assert [mark.colour for mark in marks(window)] == [Colour.ROSE]
    press(Qt.Key.Key_H, CTRL)
    assert marks(window) == ()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_H, CTRL)
    assert [mark.colour for mark in marks(window)] == [Colour.ROSE]


def test_bookmarks_on_a_paragraph_and_on_the_topic(window: Window, press: Callable[..., None]) -> None:
    press(Qt.Key.Key_Down, times=5)
    press(Qt.Key.Key_D, CTRL | SHIFT)
    press(Qt.Key.Key_D, CTRL)
    first, second = marks(window)
    assert first.block == window.reader.current_block
    assert second.block is None
    assert window.actions_by_name["bookmark"].isChecked()
    press(Qt.Key.Key_D, CTRL | SHIFT)
    assert marks(window) == (second,)


def test_a_bookmark_on_words_stands_beside_the_paragraph_s_own(
    window: Window, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_Down, times=5)
    press(Qt.Key.Key_D, CTRL | SHIFT)
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    press(Qt.Key.Key_D, CTRL | SHIFT)
    whole, words = marks(window)
    assert (whole.block, whole.words) == (words.block, "")
    assert words.words
    assert words.quote.startswith(words.words)
    press(Qt.Key.Key_Z, CTRL)
    assert marks(window) == (whole,)


def test_a_note_on_words_is_found_again_from_them(
    window: Window, qtbot: QtBot, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_Down, times=5)
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    press(Qt.Key.Key_M, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "Who")
    press(Qt.Key.Key_Return, CTRL)
    assert [(mark.words, mark.body) for mark in marks(window)] == [("ASEM", "Who")]
    press(Qt.Key.Key_M, CTRL)
    assert window.dispatcher.editor.text == "Who"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_M, CTRL | ALT)
    assert window.dispatcher.editor.target
    assert window.dispatcher.editor.target.block is None
