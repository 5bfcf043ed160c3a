# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands on the screen in the pseudo-language: what no catalogue reached, and what has no room."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QTabBar,
    QWidget,
)

from support.hostile_content import NAME
from support.literal_text import indexes, shown

_IN_BRACKETS = re.compile(r"⟦[^⟦⟧]*⟧")
_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
# Names, keys and filters, which no message holds; Qt's own words, which Qt's catalogues have.
_NOT_OURS = re.compile(
    r"ASEM Reader|PDF|A4|\(\w+:\w+\)|Scroll (Left|Right)|Cancel|OK|[KM]iB"
    r"|(Ctrl|Alt|Shift|Return|Enter|Esc|Ins|Del|Backspace|Home|Left|Right|Up|Down|F\d+)\b"
)


def untranslated(window: QWidget) -> list[str]:
    """The texts of a window that came through no door, unless the Library or the Notebook holds them."""
    return sorted(
        {text for part in (window, *window.findChildren(QWidget)) for text in _texts(part) if _is_bare(text)}
    )


def _is_bare(text: str) -> bool:
    if NAME in text:
        return False
    while _IN_BRACKETS.search(text):
        text = _IN_BRACKETS.sub("", text)
    text = shown(text) if "<" in text else text
    return bool(_WORD.search(_NOT_OURS.sub("", text)))


def _texts(part: QWidget) -> Iterator[str]:
    """All that a part says to the eye or the ear."""
    yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle())
    yield from (action.text() for action in part.actions())
    yield from (action.toolTip() for action in part.actions())
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    elif isinstance(part, QLineEdit):
        yield part.placeholderText()
    elif isinstance(part, QSpinBox):
        yield part.suffix()
    elif isinstance(part, QGroupBox | QMenu):
        yield part.title()
    elif isinstance(part, QTabBar):
        yield from (part.tabText(at) for at in range(part.count()))
    elif isinstance(part, QComboBox):
        yield from (part.itemText(at) for at in range(part.count()))
    elif isinstance(part, QAbstractItemView) and not isinstance(part, QHeaderView) and part.model():
        yield from (str(index.data(role) or "") for index in indexes(part.model()) for role in _SAID)
    elif isinstance(part, QHeaderView) and part.model() and not part.isHidden():
        heads = (part.model().headerData(at, part.orientation()) for at in range(part.count()))
        yield from (head for head in heads if isinstance(head, str))


def clipped(window: QWidget) -> list[str]:
    """The buttons and labels that show less of a line than their text needs."""
    parts = [*window.findChildren(QAbstractButton), *window.findChildren(QLabel)]
    shown = [part for part in parts if part.isVisible() and not isinstance(part.parent(), QLineEdit)]  # icons
    ours = [part for part in shown if _WORD.search(part.text()) and NAME not in part.text()]
    seen = [part for part in ours if not part.visibleRegion().isEmpty()]
    return [part.text() for part in seen if part.visibleRegion().boundingRect().width() < _wanted(part)]


def _wanted(part: QAbstractButton | QLabel) -> int:
    """How wide a part has to be seen; one with several lines as it is."""
    if isinstance(part, QLabel) and part.wordWrap():
        return part.width()
    if isinstance(part, QPushButton):
        return part.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, part.text()).width()
    return part.sizeHint().width()
