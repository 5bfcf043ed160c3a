# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The bar of tabs over a page; it is there while there are several."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton

from asem_reader.core.language import _
from asem_reader.widgets.controls.label import unkeyed

_RIGHT = QTabBar.ButtonPosition.RightSide


class PageTabs(QTabBar):
    """Tab bar of topics: a click brings one to the front, the middle button closes it, dragging moves it."""

    chosen = Signal(int)  # this one is to be in front
    closed = Signal(int)  # this one is wished away
    asked = Signal(QPoint)  # what can be done with the one in front is asked for, at that point of the screen

    def __init__(self) -> None:
        super().__init__(drawBase=False, expanding=False, movable=True)
        self.setObjectName("pagetabs")
        self.setAccessibleName(_("Tabs"))
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(self.chosen)

    def show_titles(self, titles: Sequence[str], at: int) -> None:
        """Show tabs of these titles, one of them in front; no bar for a single one."""
        blocked = QSignalBlocker(self)
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        while self.count() < len(titles):
            number = self.addTab("")
            self.setTabButton(number, _RIGHT, self._closing())
        for number, title in enumerate(titles):
            if self.tabToolTip(number) != title:  # a text that is set has the whole bar laid out
                self.setTabText(number, unkeyed(title))
                self.setTabToolTip(number, title)
            self.setAccessibleTabName(number, said(titles, number))
        self.setCurrentIndex(at)
        blocked.unblock()
        self.setVisible(len(titles) > 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the tab under the pointer with the middle button."""
        number = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and number >= 0:
            self.closed.emit(number)
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the menu is about the tab in front, to which the mouse brings the one under it."""
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.tabRect(self.currentIndex()).center()
        elif self.tabAt(at) >= 0:
            self.setCurrentIndex(self.tabAt(at))
        self.asked.emit(self.mapToGlobal(at))

    def _closing(self) -> QToolButton:
        """A cross that closes its tab; by the keys there is a command."""
        cross = QToolButton()
        cross.setText("×")
        cross.setAutoRaise(True)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setToolTip(_("Close tab"))
        cross.setAccessibleName(_("Close tab"))
        cross.clicked.connect(partial(self._close, cross))
        return cross

    def _close(self, cross: QToolButton) -> None:
        there = (number for number in range(self.count()) if self.tabButton(number, _RIGHT) is cross)
        self.closed.emit(next(there))


def said(titles: Sequence[str], number: int) -> str:
    """What is said of a tab: its title, and which of them it is."""
    place = _("{title}, tab {number} of {count}")
    return place.format(title=titles[number], number=number + 1, count=len(titles))
