# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Announcements to those who read by ear."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QMainWindow, QWidget

SAID = 4_000  # milliseconds that a passing remark stands

# Qt makes the many enumerations of QAccessible when it is first touched; the start has nothing to say.
# ruff: noqa: PLC0415


def say(source: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence after what it is saying; nothing happens where there is none."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, sentence))


def remark(window: QMainWindow, sentence: str, stands: int = SAID) -> None:
    """Say in passing what was done: in the status bar, so many milliseconds long, and by a screen reader."""
    window.statusBar().showMessage(sentence, stands)
    say(window, sentence)


def say_row(view: QAbstractItemView) -> None:
    """Let a screen reader say the current row of a view, also while the keys are elsewhere."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    heard = QAccessible.queryAccessibleInterface(view) if QAccessible.isActive() else None
    row = heard.focusChild() if heard and view.currentIndex().isValid() else None
    if heard and row:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(heard.indexOfChild(row))
        QAccessible.updateAccessibility(event)


class Announcer(QTimer):
    """Announces what changes with every key once the keys rest; no sentence twice running."""

    pause = 500  # milliseconds without another sentence before the last one is said

    def __init__(self, source: QWidget) -> None:
        super().__init__(source, singleShot=True)
        self._source = source
        self._sentence = self._said = ""
        self.timeout.connect(self._speak)

    def say(self, sentence: str) -> None:
        """Have a sentence said soon, in place of one that waits."""
        self._sentence = sentence
        self.start(self.pause)

    def forget(self) -> None:
        """Say nothing of what waits, and anything anew."""
        self.stop()
        self._said = ""

    def _speak(self) -> None:
        if self._sentence != self._said:
            self._said = self._sentence
            say(self._source, self._said)
