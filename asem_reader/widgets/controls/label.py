# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Labels that say whether their text is plain or rich: Qt would guess by what the text looks like."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows any text as it is; for all that comes from marks, topics and files."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


class RichLabel(QLabel):
    """A label that shows Qt's rich text; who sets it escapes what it quotes."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)


class LinkLabel(RichLabel):
    """A label whose rich text wraps, and whose links are followed by mouse and keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: go on from link to link, and from the last one away; Qt would stay at the first for ever."""
        before = self.selectionStart(), self.selectedText()
        stays = super().focusNextPrevChild(forward) and self.hasFocus()
        if stays and (self.selectionStart(), self.selectedText()) == before:
            return QFrame.focusNextPrevChild(self, forward)
        return True


def unkeyed(text: str) -> str:
    """Return a text in which no letter is an access key, for menus, buttons and labels of a field."""
    return text.replace("&", "&&")
