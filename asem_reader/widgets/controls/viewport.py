# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The viewport of a scroll area, got without Qt for Python making the types of all widgets."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def viewport_of(view: QAbstractScrollArea) -> QWidget:
    """Return the viewport; `viewport()` of this view gives the same object from then on.

    Asked first, `viewport()` has Qt for Python make the types of all widgets there are, to learn which this
    one is: 8 ms of the start. findChild() is told the type. See findings/pyside-makes-all-types.sh.
    """
    known = view.findChild(QWidget, "qt_scrollarea_viewport", _DIRECT)
    return known if isinstance(known, QWidget) else view.viewport()
