# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Boxes to tick in a tree, with edges that can be seen in the dark and under the pointer."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
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
        """Qt: draw the box once more, since a style sheet puts the colour of a row in place of the window's."""
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
