# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The field of one line: its focus is told before its caret moves, and its clear button has a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.surface import press, the, type_into

from asem_reader.widgets.controls.linefield import LineField


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[LineField]:
    """A field beside the button that has the keys."""
    window, field, button = QWidget(), LineField("sea"), QPushButton()
    qtbot.addWidget(window)
    for part in (button, field):
        (window.layout() or QVBoxLayout(window)).addWidget(part)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    yield field
    window.close()


def test_the_text_is_selected_once_the_focus_was_told(field: LineField, qtbot: QtBot) -> None:
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.selectedText() == ""
    qtbot.waitUntil(lambda: field.selectedText() == "sea")


def test_what_is_typed_at_once_replaces_the_text(field: LineField) -> None:
    field.setFocus(Qt.FocusReason.TabFocusReason)
    type_into(field, "a")
    press(field, "B")
    assert field.text().lower() == "ab"


def test_nothing_is_selected_where_there_is_nothing(field: LineField, qtbot: QtBot) -> None:
    field.clear()
    moved: list[object] = []
    field.selectionChanged.connect(lambda: moved.append(field))
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.wait(20)
    assert not moved


def test_the_clear_button_has_a_name(field: LineField) -> None:
    field.add_clear_button()
    heard = QAccessible.queryAccessibleInterface(the(field, QToolButton))
    assert heard.text(QAccessible.Text.Name) == "Clear"
