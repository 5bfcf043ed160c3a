# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Keyboard layouts: what AltGr types is typed, and the digit row has its shortcuts whatever stands on it."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_HELD = _CTRL_ALT | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.MetaModifier
_ON_WINDOWS = sys.platform == "win32"
# Of the system's own modifiers, the one of AltGr: the right Alt of Windows (qwindowskeymapper.cpp), and Mod5
# of X and Wayland, on which XKB has the third level.
_ALTGR = 0x40 if _ON_WINDOWS else 0x80
# The scan code of 1, the first key of the row: in the PC's set 1; of X and Wayland that of evdev and 8 more.
_FIRST = 2 if _ON_WINDOWS else 10
_ROW = (*range(1, 10), 0)


class Keyboard(QObject):
    """Event filter on a window: settles what a key means before Qt looks for a shortcut.

    Windows and some remote desktops tell AltGr as Ctrl+Alt, so that a letter typed with it would do a
    command. Where digits need Shift, as on French and Czech keyboards, Qt knows no Ctrl+1, and takes
    Ctrl+Shift+1 for it: here a digit of a shortcut is the key in that row, whatever stands on it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._press: Callable[[], object] | None = None  # what the press does that was taken from Qt

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen to the window that has the keys now; to be connected with `QApplication.focusChanged`."""
        if new:
            new.window().installEventFilter(self)  # Qt has it once, however often it is asked for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the first of two events of a press asks whether it is a shortcut; the second is the press."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_typed(event):
                event.accept()
                return True
            if (
                event.nativeScanCode() or not self._press
            ):  # Qt asks twice, and without it, if a program presses
                self._press = _shortcut(watched, meant(event))
            if self._press:
                (QApplication.focusWidget() or watched).installEventFilter(self)
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and self._press:
            press, self._press = self._press, None
            if not (isinstance(watched, QWidget) and watched.isWindow()):
                watched.removeEventFilter(self)
            press()
            return True
        return super().eventFilter(watched, event)


def is_typed(event: QKeyEvent) -> bool:
    """Return whether a press with Ctrl and Alt is one with AltGr that types a character."""
    text = event.text()
    if event.modifiers() & _CTRL_ALT != _CTRL_ALT or not text:
        return False
    if event.nativeModifiers():
        return bool(event.nativeModifiers() & _ALTGR)
    return text.isprintable() and text.upper() != chr(event.key())  # a program sends it: Ctrl+Alt+A has an a


def meant(event: QKeyEvent) -> QKeyCombination | None:
    """Return a press of the digit row as that of its digit; None for any other key."""
    at = event.nativeScanCode() - _FIRST
    if sys.platform == "darwin" or not 0 <= at < len(_ROW):
        return None
    return QKeyCombination(event.modifiers() & _HELD, Qt.Key(Qt.Key.Key_0 + _ROW[at]))


def _shortcut(window: QObject, pressed: QKeyCombination | None) -> Callable[[], object] | None:
    """What a shortcut of the window with these keys does; None if there is none."""
    if pressed is None or not isinstance(window, QWidget):
        return None
    keys = QKeySequence(pressed)
    for action in window.actions():
        if action.isEnabled() and keys in action.shortcuts():
            return action.trigger
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        is_here = isinstance(owner, QWidget) and owner.window() is window
        if is_here and shortcut.isEnabled() and keys == shortcut.key():
            return shortcut.activated.emit
    return None
