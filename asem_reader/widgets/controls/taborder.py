# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The order in which the Tab key goes through a window."""

from collections.abc import Iterator
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(*parts: QWidget | None) -> None:
    """Let Tab go through parts of a window one after another.

    Qt goes in the order in which widgets came into their window; that is seldom the order on the screen.
    """
    for one, following in pairwise(list(chain.from_iterable(map(_within, filter(None, parts))))):
        QWidget.setTabOrder(one, following)


def _within(part: QWidget) -> Iterator[QWidget]:
    """What takes the keys in a widget, or itself, in the order in which it was made.

    Qt's own chain is not asked: in PySide each widget that it leads to would go with the one before.
    """
    for each in (part, *part.findChildren(QWidget)):
        takes_keys = each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()
        if takes_keys and each.window() is part.window():  # the list of a box that opens is one of its own
            yield each
