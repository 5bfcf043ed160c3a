# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Box layouts, filled at once."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

Box = TypeVar("Box", bound=QBoxLayout)
Part = QWidget | QLayout | None
Margins = tuple[int, int, int, int]


def filled(box: Box, *parts: Part, grows: Part = None, margins: Margins | None = None) -> Box:
    """Return a box layout with parts in it, the one that `grows` with the window among them.

    None among the parts is an empty place, which takes the room that is left.
    """
    if margins:
        box.setContentsMargins(*margins)
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part, part is grows)
        elif part:
            box.addLayout(part, part is grows)
        else:
            box.addStretch(1)
    return box
