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
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QTreeView,
    QWidget,
)
from support.driven_panes import DrivenList
from support.driver import Driver
from support.surface import Surface

from asem_reader.widgets.commands.dispatch import COMMANDS
from asem_reader.widgets.frame.actions import MENUS, SUBMENUS, plain_text
from asem_reader.widgets.frame.palette import CommandPalette


def menus(driver: Driver) -> list[QMenu]:
    return [menu for menu in driver.menu_bar.findChildren(QMenu) if menu.menuAction().text()]


def in_menus(driver: Driver) -> list[QAction]:
    actions = (action for menu in menus(driver) for action in menu.actions())
    return [action for action in actions if not action.isSeparator() and not action.menu()]


def test_every_command_has_a_key_of_its_own() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS.values() for key in command.keys)
    assert all(command.keys for command in COMMANDS.values())
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_every_command_stands_in_one_menu(driver: Driver) -> None:
    assert sorted(action.objectName() for action in in_menus(driver)) == sorted(COMMANDS)


def test_no_menu_is_one_long_row() -> None:
    menus = (*MENUS.values(), *(entries for _title, entries in SUBMENUS.values()))
    rows = [row.split() for entries in menus for row in entries.split("|")]
    assert max(map(len, rows)) <= 8
    assert max(len(entries.replace("|", "").split()) for entries in menus) <= 22


def test_every_command_does_something(driver: Driver) -> None:
    assert [name for name in COMMANDS if not driver.action(name).receivers("2triggered(bool)")] == []


def test_access_keys_do_not_clash_within_a_menu(driver: Driver) -> None:
    for menu in menus(driver):
        texts = [action.text() for action in menu.actions() if "&" in action.text()]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts)
        assert [letter for letter, count in letters.items() if count > 1] == [], menu.title()


@pytest.mark.parametrize("command", ["keys", "palette"])
def test_the_palette_lists_every_command_that_there_is_and_narrows(driver: Driver, command: str) -> None:
    there = [name for name in COMMANDS if driver.action(name).isVisible()]

    def narrow(dialog: Surface) -> None:
        palette, listed = dialog.widget, DrivenList(dialog.named(QTreeView, "Commands"))
        assert isinstance(palette, CommandPalette)
        assert len(listed.texts) == len(there) > 70
        dialog.write("Command", "bookmark")
        assert palette.chosen is driver.action("bookmark")
        assert 0 < len(listed.texts) < len(there)
        dialog.write("Command", "ctrl+shift+s")
        assert listed.current == "Save sheet as PDF"
        dialog.write("Command", "no such command")
        assert (palette.chosen, listed.texts) == (None, [])
        assert "No command is found by “no such command”." in dialog.text

    driver.dialog(command, narrow)


@pytest.mark.parametrize(
    ("word", "command"),
    [
        ("zoom", "larger"),
        ("settings", "preferences"),
        ("night", "theme_dark"),
        ("font", "preferences"),
        ("contrast", "theme_contrast"),
        ("clear", "preferences"),
        ("focus", "full_screen"),
        ("distraction", "reading_mode"),
    ],
)
def test_the_palette_finds_a_command_by_other_words(driver: Driver, word: str, command: str) -> None:
    def find(dialog: Surface) -> None:
        dialog.write("Command", word)
        listed = DrivenList(dialog.named(QTreeView, "Commands")).texts
        assert plain_text(driver.action(command)) in listed

    driver.dialog("palette", find)


def test_every_control_has_an_accessible_name(driver: Driver) -> None:
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit)
    own = [
        w
        for w in driver.widget.findChildren(QWidget)
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


def test_a_tooltip_names_the_key(driver: Driver) -> None:
    assert driver.action("bookmark").toolTip() == "Bookmark this topic (Ctrl+D)"


def test_what_is_no_command_cannot_be_done(driver: Driver) -> None:
    with pytest.raises(KeyError):
        driver.command("fly")
