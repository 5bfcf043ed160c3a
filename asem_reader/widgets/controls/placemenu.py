# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Where a link opens: here, beside or in a tab, by what is held, by the middle button or by its menu."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from asem_reader.core.language import N_, _
from asem_reader.core.place import Place
from asem_reader.widgets.controls.viewport import viewport_of


class Opening(StrEnum):
    """The ways to open a place."""

    HERE = N_("&Open\tEnter")
    TAB = N_("Open in a new &tab\tCtrl+Enter")
    BESIDE = N_("Open &beside\tCtrl+Shift+Enter")


def asked() -> Opening:
    """The way that is asked for by what is held while a link is clicked or entered."""
    held = QGuiApplication.keyboardModifiers()
    if not held & Qt.KeyboardModifier.ControlModifier:
        return Opening.HERE
    return Opening.BESIDE if held & Qt.KeyboardModifier.ShiftModifier else Opening.TAB


def offer_openings(menu: QMenu, place: Place, wish: Callable[[Place, Opening], object]) -> None:
    """Put the ways to open a place into a menu, and that to copy its address."""
    for way in Opening:
        menu.addAction(_(way)).triggered.connect(lambda _=False, way=way: wish(place, way))
    clipboard = QGuiApplication.clipboard()
    menu.addAction(_("&Copy address")).triggered.connect(lambda: clipboard.setText(place.address))


class PlaceMenu(QObject):
    """Event filter on a view of places: the middle button opens one in a tab, the right one its menu."""

    wished = Signal(object, object)  # Place, Opening

    def __init__(self, view: QAbstractItemView, place_at: Callable[[QModelIndex], Place | None]) -> None:
        super().__init__(view)
        self._view = view
        self._place_at = place_at
        for part in (view, viewport_of(view)):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: what is taken here is not the view's any more."""
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            index = self._view.currentIndex() if by_key else self._view.indexAt(event.pos())
            at = self._view.visualRect(index).center() if by_key else event.pos()
            return self._offer(index, self._view.viewport().mapToGlobal(at))
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.MiddleButton:
            place = self._place(self._view.indexAt(event.position().toPoint()))
            if place and event.type() == QEvent.Type.MouseButtonRelease:
                self.wished.emit(place, Opening.TAB)
            return place is not None
        return super().eventFilter(watched, event)

    def _place(self, index: QModelIndex) -> Place | None:
        return self._place_at(index) if index.isValid() else None

    def _offer(self, index: QModelIndex, at: QPoint) -> bool:
        place = self._place(index)
        if place:
            menu = QMenu(self._view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            offer_openings(menu, place, self.wished.emit)
            menu.popup(at)
        return place is not None
