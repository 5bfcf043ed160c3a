# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The reading mode: the text alone in the window, and all as it was when that is left."""

from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget


class ReadingMode:
    """Mode of a window without menus, tools, panes and status line; that is there while something is said."""

    def __init__(self, window: QMainWindow, *panes: QWidget) -> None:
        self._window = window
        self._panes = panes
        self._away: list[QWidget] = []

    @property
    def is_on(self) -> bool:
        """True while the text is alone."""
        return bool(self._away)

    def enter(self) -> None:
        """Put away what stands round the text."""
        around = (self._window.menuBar(), *self._window.findChildren(QToolBar), *self._panes)
        self._away = [each for each in around if not each.isHidden()]
        for each in self._away:
            each.hide()
        self._window.statusBar().hide()
        self._window.statusBar().messageChanged.connect(self._show_foot)

    def leave(self) -> bool:
        """Take it out again, and nothing else; return whether the text was alone."""
        was_on = self.is_on
        if was_on:
            self._window.statusBar().messageChanged.disconnect(self._show_foot)
            self._window.statusBar().show()
        while self._away:
            self._away.pop(0).show()
        return was_on

    def _show_foot(self, said: str) -> None:
        self._window.statusBar().setVisible(bool(said))
