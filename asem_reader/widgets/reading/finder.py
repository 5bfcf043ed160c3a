# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds words and letters in a document, and says where they stand."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit


def words_in(document: QTextDocument, words: Iterable[str]) -> Iterator[QTextCursor]:
    """Every place where one of the words stands as a whole word."""
    return _matches(document, sorted(words, key=len, reverse=True), r"(?<!\w)(?:{})(?!\w)")


def letters_in(document: QTextDocument, text: str) -> Iterator[QTextCursor]:
    """Every place where the letters of `text` stand, in a word or not."""
    return _matches(document, [text] if text else [], "{}")


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


def _matches(document: QTextDocument, texts: Sequence[str], around: str) -> Iterator[QTextCursor]:
    """Every place of one of the texts, with what a pattern wants around it; of two that fit the first."""
    if not texts:
        return
    from PySide6.QtCore import QRegularExpression  # noqa: PLC0415 (few pages are opened with found words)

    expression = QRegularExpression(
        around.format("|".join(map(QRegularExpression.escape, texts))),
        QRegularExpression.PatternOption.CaseInsensitiveOption
        | QRegularExpression.PatternOption.UseUnicodePropertiesOption,
    )
    cursor = QTextCursor(document)
    while True:
        cursor = document.find(expression, cursor)
        if cursor.isNull() or not cursor.hasSelection():
            return
        yield QTextCursor(cursor)
