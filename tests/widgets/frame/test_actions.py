# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands: each has a key, no two the same, stands in a menu and does something."""

from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from asem_reader.widgets.frame.actions import COMMANDS, plain_text
from asem_reader.widgets.frame.palette import CommandPalette
from asem_reader.widgets.frame.window import Window


def in_menus(window: Window) -> list[QAction]:
    menus = [action.menu() for action in window.menuBar().actions()]
    return [action for menu in menus if menu for action in menu.actions() if not action.isSeparator()]


def test_every_command_has_a_key_of_its_own() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert all(command.keys for command in COMMANDS)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_every_command_stands_in_one_menu(window: Window) -> None:
    assert Counter(action.objectName() for action in in_menus(window)) == Counter(c.name for c in COMMANDS)


def test_every_command_does_something(window: Window) -> None:
    assert sorted(window.dispatcher.handlers) == sorted(command.name for command in COMMANDS)
    idle = [n for n, action in window.actions_by_name.items() if not action.receivers("2triggered(bool)")]
    assert idle == []


def test_access_keys_do_not_clash_within_a_menu(window: Window) -> None:
    for top in window.menuBar().actions():
        menu = top.menu()
        texts = [a.text() for a in menu.actions() if "&" in a.text()] if menu else []
        letters = Counter(text[text.index("&") + 1].lower() for text in texts)
        assert [letter for letter, count in letters.items() if count > 1] == [], top.text()


@pytest.mark.parametrize("title", ["Keys", "All commands"])
def test_the_palette_lists_every_command_and_narrows(window: Window, title: str) -> None:
    palette = CommandPalette(window.actions_by_name, title, window)
    assert palette._shown.rowCount() == len(COMMANDS)
    palette._field.setText("bookmark")
    assert palette.chosen is window.actions_by_name["bookmark"]
    palette._field.setText("ctrl+shift+s")
    assert palette.chosen
    assert plain_text(palette.chosen) == "Save sheet as PDF"
    palette._field.setText("no such command")
    assert palette.chosen is None
    palette.deleteLater()


def test_every_control_has_an_accessible_name(window: Window) -> None:
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit)
    own = [
        w
        for w in window.findChildren(QWidget)
        if isinstance(w, kinds) and not w.objectName().startswith("qt_")
    ]
    silent = [
        widget
        for widget in own
        if not (
            widget.accessibleName()
            or (isinstance(widget, QAbstractButton) and (widget.text() or widget.toolTip()))
        )
        and widget.focusPolicy().value
    ]
    assert silent == []


def test_a_tooltip_names_the_key(window: Window) -> None:
    assert window.actions_by_name["bookmark"].toolTip() == "Bookmark this topic (Ctrl+D)"


def test_what_is_no_command_cannot_be_done(window: Window) -> None:
    with pytest.raises(KeyError):
        window.do("fly")
