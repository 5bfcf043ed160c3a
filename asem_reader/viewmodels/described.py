# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The accessible description of a row, by which a screen reader is told what was done to it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole


class Described:
    """Mixin of an item model that takes one description, for as long as a screen reader is told of it."""

    _description = ""

    def data(self, _index: Index, role: int = _Role.DisplayRole) -> Any:
        """Qt: the description; of other roles nothing is known here."""
        return self._description if role == _Role.AccessibleDescriptionRole else None

    def setData(self, _index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Qt: take a description."""
        if role != _Role.AccessibleDescriptionRole:
            return False
        self._description = value or ""
        return True
