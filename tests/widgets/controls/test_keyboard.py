# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Layouts of the keyboard: AltGr, and digit rows on which digits need Shift."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.driver import Driver

from asem_reader.widgets.commands.dispatch import COMMANDS

NONE, CTRL, ALT, SHIFT = (
    getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("No", "Control", "Alt", "Shift")
)
ALTGR = 0x80  # Mod5 of X
FIRST, ROW = (
    10,
    "1234567890ß´",
)  # the scan code of the first key of the digit row; what stands on it in Germany
# What the keys of the digit row have, and all others, without Shift and with it.
LAYOUTS = {
    "de": (("1234567890ß´", '!"§$%&/()=?`'), ("^ü+öä#<,.-", "°Ü*ÖÄ'>;:_")),
    "fr": (("&é\"'(-è_çà)=", "1234567890°+"), ("²^$ù*<,;:!", "~¨£%µ>?./§")),
    "cz": (("+ěščřžýáíé=´", "1234567890%ˇ"), (";ú)ů§\\,.-", '°/("!|?:_')),
}
NAMED = ("Ins", "Del", "Left", "Right", "Up", "Down", "Return", "Enter", "Backspace")


def press(text: str, held: Qt.KeyboardModifier, scan: int, key: int | None = None, native: int = 0) -> bool:
    """Press a key as the system tells of it; return whether Qt need not look for a shortcut."""
    focused = QApplication.focusWidget()
    event = QEvent.Type
    keys = [
        QKeyEvent(kind, key or ord(text.upper()), held, scan, 0, native, text)
        for kind in (event.ShortcutOverride, event.KeyPress)
    ]
    for each in keys:
        each.ignore()
        QCoreApplication.sendEvent(focused, each)
    return keys[0].isAccepted()


def watched(driver: Driver) -> list[str]:
    """Have commands be noted, in the list that is returned, in place of being done."""
    fired: list[str] = []
    for name in COMMANDS:
        action = driver.activate().action(name)
        action.triggered.disconnect()
        action.triggered.connect(lambda *_, name=name: fired.append(name))
    return fired


@pytest.mark.parametrize("pressed", ["Aą", "Mµ", "0@", "B{", "G]", "2²"])
def test_what_comes_with_ctrl_and_alt_and_has_a_letter_is_typed(driver: Driver, pressed: str) -> None:
    key, text = pressed
    field = driver.command("search").field("Search everything")
    fired = watched(driver)
    QTest.sendKeyEvent(QTest.KeyAction.Click, field, Qt.Key(ord(key)), text, CTRL | ALT)
    assert (field.text(), fired) == (text, [])


def test_what_the_system_says_of_altgr_goes_before_the_letter(driver: Driver) -> None:
    driver.command("search")
    watched(driver)
    assert press("µ", CTRL | ALT, 58, Qt.Key.Key_M, native=ALTGR | 4)
    # Ctrl+Alt on a keyboard without Latin letters has a letter under X, and is for Qt to look up.
    assert not press("ь", CTRL | ALT, 58, Qt.Key.Key_M, native=8 | 4)


def test_ctrl_and_alt_with_the_letter_itself_is_a_command(driver: Driver) -> None:
    fired = watched(driver)
    driver.press("Ctrl+Alt+M")
    assert fired == ["note_topic"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_keys_of_the_digit_row_do_what_their_digits_do(driver: Driver, layout: str) -> None:
    fired = watched(driver)
    (plain, shifted), _others = LAYOUTS[layout]
    driver.page.take_keys()
    for at in (0, 1, 2, 9):
        press(plain[at], CTRL, FIRST + at)
    for at in range(6):
        press(shifted[at], CTRL | SHIFT, FIRST + at)
    for at in (0, 9):
        press(plain[at], CTRL | ALT, FIRST + at, native=4 | 8)
    row = ["contents", "marks", "history", "normal"]
    row += [f"by_{view}" for view in ("folders", "topics", "tags", "colours", "dates", "bin")]
    assert fired == [*row, "theme_light", "theme_system"]


def test_a_digit_with_ctrl_and_alt_is_not_typed_as_well(driver: Driver) -> None:
    field = driver.command("search").field("Search everything")
    fired = watched(driver)
    assert press("&", CTRL | ALT, FIRST, native=4 | 8)
    assert (field.text(), fired) == ("", ["theme_light"])
    press("x", NONE, 53)
    assert field.text() == "x"


def test_keys_of_the_row_without_a_command_are_left_to_qt(driver: Driver) -> None:
    watched(driver)
    driver.page.take_keys()
    assert not press("-", CTRL, FIRST + 5)  # the hyphen of a French keyboard is Ctrl+-, there is no Ctrl+6
    assert not press("1", CTRL, 87)  # of the keypad


def test_digits_work_in_other_windows_too(driver: Driver) -> None:
    explorer = driver.command("explore").explorer.activate()
    explorer.table.setFocus()
    assert press('"', NONE, FIRST + 2)
    assert "is a square" in driver.explorer.figure.alt


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_command_has_a_key_that_can_be_typed(layout: str) -> None:
    taken = {keys for command in COMMANDS.values() for keys in command.keys}
    out_of_reach = [
        name
        for name, command in COMMANDS.items()
        if not any(is_in_reach(keys, layout, taken) for keys in command.keys)
    ]
    assert out_of_reach == []


def is_in_reach(keys: str, layout: str, taken: set[str]) -> bool:
    """Whether a key can be typed, and is not that of a digit which has a command of its own."""
    held, _plus, name = keys.rpartition("+") if not keys.endswith("++") else (keys[:-2], "+", "+")
    if name in NAMED or (name.isascii() and name.isalnum()):
        return True
    row, others = LAYOUTS[layout]
    ways = [(held, row[0], others[0]), ("+".join(filter(None, (held, "Shift"))), row[1], others[1])]
    return any(
        name in beside or (name in digits and f"{way}+{ROW[digits.index(name)]}" not in taken)
        for way, digits, beside in ways
    )
