# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Boxes to tick in a tree, with edges that can be seen in the dark."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex


class BoxEdges(QStyledItemDelegate):
    """Fusion draws the edges a shade darker than the window: here the window is as pale as pale text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw with another colour for the window."""
        super().initStyleOption(option, index)
        pale = option.palette.color(QPalette.ColorRole.PlaceholderText)
        option.palette.setColor(QPalette.ColorRole.Window, pale.lighter(130))
