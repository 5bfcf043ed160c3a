# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The topics of a pack in their order on the glass: dragged, moved by keys, taken out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from asem_reader.core.language import _
from asem_reader.core.place import Slug
from asem_reader.viewmodels.printing.binderitems import BinderItemsModel


class BinderItemsView(QListView):
    """The items of a binder; asks for another order, and whoever keeps the binder does it.

    Signals:
        shifted (Slug, int): a topic shall stand so many places further on.
        dropped (tuple[Slug, ...]): these shall be taken out.
    """

    shifted = Signal(str, int)
    dropped = Signal(object)

    def __init__(self, model: BinderItemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self._build()

    @property
    def current(self) -> Slug | None:
        """The topic of the current row."""
        item = self._model.item_at(self.currentIndex())
        return item.slug if item else None

    @property
    def chosen(self) -> tuple[Slug, ...]:
        """The topics of the selected rows, in order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        items = (self._model.item_at(self._model.index(row, 0)) for row in rows)
        return tuple(item.slug for item in items if item)

    def show_topic(self, slug: Slug) -> None:
        """Make a topic the current row."""
        index = self._model.index_of(slug)
        if index.isValid():
            self.setCurrentIndex(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row, so that a screen reader has something to say."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current topic with Alt+Up and Alt+Down, and take the selected out with Delete."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps and self.current:
            self.shifted.emit(self.current, steps[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen:
            self.dropped.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setAccessibleName(_("Topics of the pack, in order"))
        self.setToolTip(_("Drag, or Alt+Up and Alt+Down, for another order; Delete takes a topic out"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(110)
