# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds words and letters in a document, and says where they stand."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit


def words_in(document: QTextDocument, words: Iterable[str]) -> Iterator[QTextCursor]:
    """Every place where one of the words stands as a whole word."""
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = "|".join(QRegularExpression.escape(word) for word in longest_first)
    return _matches(document, rf"(?<!\w)(?:{alternatives})(?!\w)" if alternatives else "")


def letters_in(document: QTextDocument, text: str) -> Iterator[QTextCursor]:
    """Every place where the letters of `text` stand, in a word or not."""
    return _matches(document, QRegularExpression.escape(text) if text else "")


def height_of(cursor: QTextCursor) -> float:
    """Where a cursor's line stands in its document: 0 for the top, 1 for the end."""
    block, layout = cursor.block(), cursor.document().documentLayout()
    top = layout.blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(cursor.selectionStart() - block.position())
    within = line.y() if line.isValid() else 0.0
    return min(1.0, (top + within) / max(1.0, layout.documentSize().height()))


def tinted(cursor: QTextCursor, colour: str) -> QTextEdit.ExtraSelection:
    """A ground laid under a place."""
    selection = QTextEdit.ExtraSelection()
    form = QTextCharFormat()
    form.setBackground(QColor(colour))
    selection.format, selection.cursor = form, cursor
    return selection


def _matches(document: QTextDocument, pattern: str) -> Iterator[QTextCursor]:
    expression = QRegularExpression(
        pattern,
        QRegularExpression.PatternOption.CaseInsensitiveOption
        | QRegularExpression.PatternOption.UseUnicodePropertiesOption,
    )
    cursor = QTextCursor(document)
    while pattern:
        cursor = document.find(expression, cursor)
        if cursor.isNull() or not cursor.hasSelection():
            return
        yield QTextCursor(cursor)
