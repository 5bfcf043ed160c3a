# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Notes: written over the page with Markdown's light signs, kept in pauses, listed in reading order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from asem_reader.core.marks.mark import Colour
from asem_reader.core.place import BlockId, Slug
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.target import Target
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.marks.notetext import NoteText
from asem_reader.widgets.marks.topicmarks import _quote_above
from asem_reader.widgets.reading.notedocument import formatted, tip

SLUG = Slug("maritime-security")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def text(qtbot: QtBot) -> NoteText:
    text = NoteText()
    qtbot.addWidget(text)
    text.show()
    return text


def block(window: Window, number: int = 0) -> BlockId:
    assert window.context.desk.page
    return window.context.desk.page.article.sections[1].blocks[number].id


def bodies(window: Window) -> list[str]:
    return [mark.body for mark in window.context.marks.on(SLUG)]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("- one\ntwo\n\nend", "- one\n- two\nend"),
        ("1. one\ntwo", "1. one\n2. two"),
        ("plain\nplain", "plain\nplain"),
    ],
)
def test_enter_goes_on_with_a_list(text: NoteText, qtbot: QtBot, typed: str, written: str) -> None:
    for letter in typed:
        if letter == "\n":
            qtbot.keyClick(text, Qt.Key.Key_Return)
        else:
            qtbot.keyClicks(text, letter)
    assert text.toPlainText() == written


@pytest.mark.parametrize(("key", "after"), [(Qt.Key.Key_B, "a **b** c"), (Qt.Key.Key_I, "a *b* c")])
def test_keys_set_words_apart_and_back(text: NoteText, qtbot: QtBot, key: Qt.Key, after: str) -> None:
    text.setPlainText("a b c")
    cursor = text.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    qtbot.keyClick(text, key, CTRL)
    assert text.toPlainText() == after
    qtbot.keyClick(text, key, CTRL)
    assert text.toPlainText() == "a b c"


def test_ctrl_b_in_a_note_leaves_the_marks_where_they_are(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.dispatcher.mark_commands.write_note()
    before = window.left.shown
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_B, CTRL)
    assert window.left.shown == before
    assert window.dispatcher.editor.text == "****"


def test_the_field_grows_with_the_note(window: Window, qtbot: QtBot) -> None:
    window.resize(1100, 900)
    window.dispatcher.mark_commands.write_note()
    before = window.dispatcher.editor.height()
    window.dispatcher.editor._text.setPlainText("\n".join(map(str, range(9))))
    assert window.dispatcher.editor.height() > before


def test_the_text_stays_where_it_is_while_one_writes(window: Window) -> None:
    window.reader.go_to(block(window))
    before = window.reader.verticalScrollBar().value(), window.reader.toPlainText()
    window.dispatcher.mark_commands.write_note()
    after = window.reader.verticalScrollBar().value(), window.reader.toPlainText()
    assert after == before
    stop = window.reader.paragraph.stop
    assert stop
    box = stop.box.translated(0, -before[0]).toRect()
    assert not window.dispatcher.editor.geometry().intersects(box.adjusted(0, 0, 0, -1))


def test_a_note_is_kept_in_a_pause_and_is_one_step_to_undo(window: Window, qtbot: QtBot) -> None:
    window.reader.go_to(block(window))
    window.dispatcher.mark_commands.write_note()
    for letters in ("Ask ", "the desk"):
        qtbot.keyClicks(window.dispatcher.editor._text, letters)
        window.dispatcher.editor._pause.timeout.emit()
        assert bodies(window) == [window.dispatcher.editor.text]
    window.dispatcher.editor.close_note()
    window.context.marks.take_back()
    assert bodies(window) == []


def test_a_note_taken_back_while_it_is_open_does_not_return(window: Window, qtbot: QtBot) -> None:
    window.dispatcher.mark_commands.write_note()
    qtbot.keyClicks(window.dispatcher.editor._text, "Gone")
    window.dispatcher.editor.keep()
    window.context.marks.take_back()
    window.dispatcher.editor.close_note()
    assert bodies(window) == []


def test_a_click_on_the_page_leaves_the_note_kept(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.dispatcher.mark_commands.write_note()
    qtbot.keyClicks(window.dispatcher.editor._text, "Kept")
    window.reader.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window.dispatcher.editor.isHidden()
    assert bodies(window) == ["Kept"]


def test_tab_leaves_the_note_for_the_page(window: Window, qtbot: QtBot) -> None:
    window.reader.go_to(block(window))
    window.dispatcher.mark_commands.write_note()
    qtbot.keyClicks(window.dispatcher.editor._text, "Kept")
    before = window.reader.textCursor().position()
    qtbot.keyClick(window.dispatcher.editor._text, Qt.Key.Key_Tab)
    assert window.dispatcher.editor.isHidden()
    assert bodies(window) == ["Kept"]
    assert window.reader.textCursor().position() == before


def test_the_look_may_change_while_one_writes(window: Window, qtbot: QtBot) -> None:
    window.reader.go_to(block(window))
    window.dispatcher.mark_commands.write_note()
    qtbot.keyClicks(window.dispatcher.editor._text, "Half")
    window.actions_by_name["larger"].trigger()
    window.actions_by_name["theme_dark"].trigger()
    assert window.dispatcher.editor.isVisible()
    assert window.dispatcher.editor.text == "Half"


@pytest.mark.parametrize(
    ("body", "inside", "outside"),
    [
        ("**bold** and *not*", ["font-weight:700", "font-style:italic"], ["**"]),
        ("one\ntwo", ["one", "two"], ["one two"]),
        ("![x](/etc/passwd) and [l](http://example.org)", ["x", "and l"], ["<img", "href", "/etc"]),
        ("<b>x</b> <script>", ["&lt;b&gt;x", "&lt;script&gt;"], ["<b>", "<script"]),
        ("# Loud", ["Loud"], ["xx-large"]),
        ("- a\n- b", ["<li", "<ul"], ["- a"]),
    ],
)
def test_a_note_is_shown_with_emphasis_and_nothing_louder(
    qapp: QApplication, body: str, inside: list[str], outside: list[str]
) -> None:
    html = formatted(body, QFont()).toHtml()
    shown = html[html.index("<body") :]
    assert all(piece in shown for piece in inside), shown
    assert not any(piece in shown for piece in outside), shown


def test_a_tip_is_short(qapp: QApplication) -> None:
    shown = tip("\n\n".join(f"line {number}" for number in range(40)), QFont())
    assert "line 2" in shown
    assert "line 9" not in shown
    assert "…" in shown


def fill(window: Window) -> None:
    """Three marks, made against the order in which they are read."""
    assert window.context.desk.page
    article, marking = window.context.desk.page.article, Marking(window.context.marks)
    marking.highlight(Target(article, block(window, 2)), Colour.ROSE)
    marking.note(Target(article, block(window, 1)), "Ask")
    marking.note(Target(article), "On all")


def test_my_notes_stand_in_reading_order_and_say_their_colour(window: Window) -> None:
    fill(window)
    notes = window.sidebar.notes
    said = [notes.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert [text.split(".")[0] for text in said] == ["Note", "Note", "Rose highlight"]
    assert said[1].endswith("Ask")
    assert not notes.grab().toImage().isNull()


def test_my_notes_by_keys(window: Window, qtbot: QtBot) -> None:
    fill(window)
    notes = window.sidebar.notes
    notes.setFocus()
    qtbot.keyClick(notes, Qt.Key.Key_Down)
    qtbot.keyClick(notes, Qt.Key.Key_Return)
    assert window.reader.current_block == block(window, notes.currentIndex().row())
    qtbot.keyClick(notes, Qt.Key.Key_F2)
    assert window.dispatcher.editor.isVisible()
    window.dispatcher.editor.close_note()
    qtbot.keyClick(notes, Qt.Key.Key_Delete)
    assert notes.count == 2
    window.context.marks.take_back()
    assert notes.count == 3


def test_my_notes_by_mouse(window: Window, qtbot: QtBot) -> None:
    fill(window)
    notes = window.sidebar.notes
    qtbot.waitUntil(lambda: notes.height() > 60)
    target = notes.visualRect(notes.model().index(1, 0)).center()
    qtbot.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert window.reader.current_block == block(window, 1)
    qtbot.mouseDClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert window.dispatcher.editor.text == "Ask"
    menus = [menu for menu in notes.findChildren(QMenu) if menu.isVisible()]
    assert menus == []


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Ask.", [("“It”", False), ("Ask.", False)]),
        ("- one\n- two", [("“It”", False), ("one", True), ("two", True)]),
        ("", [("“It”", False)]),
    ],
)
def test_a_quote_stands_above_a_note_whatever_it_begins_with(
    qapp: QApplication, body: str, lines: list[tuple[str, bool]]
) -> None:
    document = formatted(body, qapp.font())
    _quote_above(document, "“It”", QTextCharFormat())
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    assert [(block.text(), block.textList() is not None) for block in blocks] == lines
