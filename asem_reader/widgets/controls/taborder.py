# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The order in which the Tab key goes through a window."""

from collections.abc import Iterator
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(*parts: QWidget | None) -> None:
    """Let Tab go through parts of a window one after another, and through each as it does now.

    Qt goes in the order in which widgets came into their window; that is seldom the order on the screen.
    """
    for one, following in pairwise(list(chain.from_iterable(map(_within, filter(None, parts))))):
        QWidget.setTabOrder(one, following)


def _within(part: QWidget) -> Iterator[QWidget]:
    """What takes the keys in a widget, or itself, in the order of now.

    PySide has each widget of Qt's chain go with the one before, and the window with the last, were it asked
    so far (findings/pyside-focus-chain.sh); in the end all go with the window again.
    """
    each = window = part.window()
    for _ in [child for child in window.findChildren(QWidget) if child.window() is window]:
        each = each.nextInFocusChain() or window
        takes_keys = each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()
        if takes_keys and (each is part or part.isAncestorOf(each)):
            yield each
    window.findChildren(QWidget)
