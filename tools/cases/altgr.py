# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""AltGr comes as Ctrl+Alt on Windows and over VNC: a letter typed so is typed, and starts no command."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from started import judge, started, watched

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
LETTERS = {"A": "ą", "C": "ć", "O": "ó", "M": "µ", "2": "²", "0": "@", "B": "{", "G": "]"}

driver = started().activate()
fired = watched(driver)
field = driver.named(QLineEdit, "Search everything")
field.setFocus()
missing = []
for key, letter in LETTERS.items():
    before = field.text()
    QTest.sendKeyEvent(QTest.KeyAction.Click, field, getattr(Qt.Key, f"Key_{key}"), letter, HELD)
    QTest.qWait(20)
    if field.text() != before + letter:
        missing.append(letter)
print("not typed:", missing, "done:", fired)
driver.let_go()
judge(all_letters_are_typed=not missing, no_command_is_done=not fired)
