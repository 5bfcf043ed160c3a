# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks put in order by the keyboard alone: folders, tags, order, the bin, and back."""

from collections.abc import Callable

import pytest
from builders import mark
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from asem_reader.core.marks.grouping import View
from asem_reader.core.marks.mark import Folder
from asem_reader.viewmodels.marks.markrows import RowKey
from asem_reader.widgets.filing.folderchooser import FolderChooser
from asem_reader.widgets.frame.leftpane import CONTENTS, MARKS
from asem_reader.widgets.frame.window import Window

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
Press = Callable[..., None]


@pytest.fixture
def press(window: Window, qtbot: QtBot) -> Press:
    """Press a key in the window, which has three marks; its tree of marks has the keys."""
    block = str(window.context.desk.page.article.sections[1].blocks[0].id)  # type: ignore[union-attr]
    marks = [mark(n, f"Note {n}", block)._replace(folder="", tags=()) for n in (1, 2, 3)]
    window.context.marks.notebook.put(marks, [Folder("Visits")])
    window.context.marks.reload()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)

    press(Qt.Key.Key_1, CTRL | SHIFT)
    assert window.left.marks.tree.hasFocus()
    return press


def select(window: Window, *numbers: int) -> None:
    tree = window.left.marks.tree
    tree.select_row(RowKey(None, mark(numbers[0]).id))
    for number in numbers[1:]:
        index = tree.tree.index_of(RowKey(None, mark(number).id))
        tree.selectionModel().select(index, tree.selectionModel().SelectionFlag.Select)


def told(window: Window) -> list[str]:
    tree, found = window.left.marks.tree, []
    index = tree.tree.index(0, 0)
    while index.isValid():
        found.append(str(index.data()))
        index = tree.indexBelow(index)
    return found


def said(window: Window) -> str:
    return window.statusBar().currentMessage()


def test_several_are_removed_and_come_back_at_once(window: Window, press: Press) -> None:
    select(window, 1, 3)
    press(Qt.Key.Key_Delete)
    assert told(window) == ["Visits", "Note 2"]
    assert said(window) == "2 marks into the bin; Ctrl+Z brings them back."
    assert window.actions_by_name["undo"].text() == "&Undo: Removal of 2 marks"
    press(Qt.Key.Key_Z, CTRL)
    assert told(window) == ["Visits", "Note 1", "Note 2", "Note 3"]
    assert said(window) == "Undone: removal of 2 marks"
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert said(window) == "Done again: removal of 2 marks"


def test_a_mark_goes_down_and_is_still_current(window: Window, press: Press) -> None:
    select(window, 1)
    press(Qt.Key.Key_Down, ALT | SHIFT)
    press(Qt.Key.Key_Down, ALT | SHIFT)
    assert told(window) == ["Visits", "Note 2", "Note 3", "Note 1"]
    press(Qt.Key.Key_Up, ALT | SHIFT)
    assert told(window) == ["Visits", "Note 2", "Note 1", "Note 3"]
    assert window.left.marks.tree.currentIndex().data() == "Note 1"


def test_what_is_cut_goes_where_it_is_pasted(window: Window, press: Press) -> None:
    select(window, 1, 2)
    press(Qt.Key.Key_X, CTRL)
    assert told(window) == ["Visits", "Note 1", "Note 2", "Note 3"]
    window.left.marks.tree.select_row(RowKey("Visits", None))
    press(Qt.Key.Key_V, CTRL)
    assert [each.body for each in window.context.mark_tree.filing.in_folder("Visits")] == ["Note 1", "Note 2"]
    assert not window.actions_by_name["paste_marks"].isEnabled()


def test_a_new_folder_is_named_in_place_and_undone(window: Window, press: Press, qtbot: QtBot) -> None:
    select(window, 3)
    press(Qt.Key.Key_N, CTRL | SHIFT)
    editor = window.left.marks.tree.findChild(QLineEdit, "inplace")
    assert editor
    editor.setText("Speeches")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told(window)[:2] == ["Visits", "Speeches"])
    window.dispatcher.window_commands.undo()
    window.dispatcher.window_commands.undo()
    assert told(window)[:2] == ["Visits", "Note 1"]


def test_tags_are_given_to_several(window: Window, press: Press, qtbot: QtBot) -> None:
    select(window, 1, 2)
    press(Qt.Key.Key_T, CTRL)
    assert window.left.marks.tags.field.hasFocus()
    qtbot.keyClicks(window.left.marks.tags.field, "ask #figures")
    press(Qt.Key.Key_Return)
    known = window.context.mark_tree.filing.known([mark(n).id for n in (1, 2, 3)])
    assert [each.tags for each in known] == [("ask", "figures"), ("ask", "figures"), ()]
    assert said(window) == "Tags given ask figures."
    assert window.left.marks.tree.hasFocus()


def test_the_bin_gives_back(window: Window, press: Press) -> None:
    select(window, 2)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_6, CTRL | SHIFT)
    assert told(window) == ["Note 2"]
    press(Qt.Key.Key_Delete)  # what lies in the bin is not removed once more
    assert told(window) == ["Note 2"]
    press(Qt.Key.Key_B, CTRL | SHIFT)
    assert told(window) == []
    press(Qt.Key.Key_1, CTRL | SHIFT)
    assert told(window) == ["Visits", "Note 1", "Note 2", "Note 3"]


def test_enter_goes_to_the_mark(window: Window, press: Press) -> None:
    select(window, 2)
    press(Qt.Key.Key_Return)
    page, reader = window.context.desk.page, window.reader
    assert page
    assert reader.current_block == page.article.sections[1].blocks[0].id


def test_keys_of_the_tree_mean_nothing_elsewhere(window: Window, press: Press) -> None:
    select(window, 1)
    window.reader.setFocus()
    for key, modifier in ((Qt.Key.Key_Delete, NONE), (Qt.Key.Key_X, CTRL), (Qt.Key.Key_T, CTRL)):
        press(key, modifier)
    window.left.marks.filter.setFocus()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return, NONE)
    assert told(window) == ["Visits", "Note 1", "Note 2", "Note 3"]
    assert not window.left.marks.tags.isVisible()
    assert window.context.marks.undo.count() == 0


def test_a_few_letters_find_a_folder_or_make_one(window: Window, press: Press, qtbot: QtBot) -> None:
    def choose() -> None:
        chooser = next((w for w in QApplication.topLevelWidgets() if isinstance(w, FolderChooser)), None)
        if chooser is None or not chooser.field.hasFocus():
            QTimer.singleShot(10, choose)
            return
        qtbot.keyClicks(chooser.field, "vis/hanoi")
        qtbot.keyClick(chooser.field, Qt.Key.Key_Return)

    select(window, 1)
    QTimer.singleShot(0, choose)
    press(Qt.Key.Key_M, CTRL | SHIFT)
    assert {folder.path for folder in window.context.marks.folders} == {"Visits", "vis", "vis/hanoi"}
    assert said(window) == "Moved to vis › hanoi."


@pytest.mark.parametrize(
    ("typed", "first"),
    [("", "A"), ("b", "A/B"), ("brus", "Visits/Brüssel"), ("new › inner", "new/inner"), ("A", "A")],
)
def test_the_chooser_offers_what_has_the_letters(qtbot: QtBot, typed: str, first: str) -> None:
    chooser = FolderChooser(["A", "A/B", "Visits/Brüssel"], "Move to folder")
    qtbot.addWidget(chooser)
    chooser.field.setText(typed)
    assert chooser.chosen == first


def test_the_view_is_remembered(open_window: Callable[..., Window]) -> None:
    first = open_window()
    first.dispatcher.filing_commands.show_by(View.DATES)
    first.close()
    second = open_window()
    assert second.context.mark_tree.view is View.DATES
    assert second.actions_by_name["by_dates"].isChecked()
    assert second.left.shown == CONTENTS
    assert second.context.marks._known is None
    second.actions_by_name["marks"].trigger()
    assert second.left.shown == MARKS


def test_marks_are_copied_as_text(window: Window, press: Press) -> None:
    select(window, 1, 2)
    press(Qt.Key.Key_C, CTRL)
    assert (
        QGuiApplication.clipboard()
        .text()
        .startswith("Maritime security (POL-05)\nasem:maritime-security\n\nNote · ")
    )


@pytest.mark.parametrize("view", [View.FOLDERS, View.BIN])
def test_the_menu_holds_only_commands(window: Window, press: Press, view: View) -> None:
    window.dispatcher.filing_commands.show_by(view)
    menu = window.dispatcher.filing_commands.menu()
    shown = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    menu.deleteLater()
    assert shown[0] == "open_mark"
    assert set(shown) <= set(window.actions_by_name)
    assert ("bring_back" in shown) == (view is View.BIN)
