# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Boxes to tick in a tree, with edges that can be seen in the dark and under the pointer."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

Index = QModelIndex | QPersistentModelIndex
_TICK = Qt.ItemDataRole.CheckStateRole
_STATES = {
    Qt.CheckState.Checked: QStyle.StateFlag.State_On,
    Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
    Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
}


class BoxEdges(QStyledItemDelegate):
    """Fusion draws the edges a shade darker than the window: here the window is as pale as pale text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw with another colour for the window."""
        super().initStyleOption(option, index)
        pale = option.palette.color(QPalette.ColorRole.PlaceholderText)
        option.palette.setColor(QPalette.ColorRole.Window, pale.lighter(130))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the box once more, since a style sheet takes the colour of a row for the window's."""
        super().paint(painter, option, index)
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        if box.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            style, part = box.widget.style(), QStyle.SubElement.SE_ItemViewItemCheckIndicator
            box.rect = style.subElementRect(part, box, box.widget)
            box.state = box.state & ~QStyle.StateFlag.State_HasFocus | _STATES[box.checkState]
            style.drawPrimitive(
                QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, box.widget
            )


class TickedNames(BoxEdges):
    """A click on a name ticks it, as one on its box does; on that of a group it folds or unfolds it."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        tree.setExpandsOnDoubleClick(False)
        tree.setItemDelegate(self)
        tree.ensurePolished()  # rows that are laid out before that have no room round their words

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Qt: a key or the mouse on a row."""
        if super().editorEvent(event, model, option, index):
            return True
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if model.hasChildren(index):
            self._tree.setExpanded(index, not self._tree.isExpanded(index))
            return True
        return toggle(model, index)


def toggle(model: QAbstractItemModel, index: Index) -> bool:
    """Tick a row of a model, or no longer, as Space does; return whether there is a box, and it was done."""
    tick = index.data(_TICK)
    wished = Qt.CheckState.Unchecked if tick is Qt.CheckState.Checked else Qt.CheckState.Checked
    return tick is not None and model.setData(index, wished, _TICK)
