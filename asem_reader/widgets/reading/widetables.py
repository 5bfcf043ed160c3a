# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Wide tables of a page, which run on into its right margin while the text keeps its column."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextTable

from asem_reader.core.content import Block, BlockKind

_COLUMNS = 3  # of fewer, the column has room for each
_WIDEST, _APART = 40, 3  # letters: a column that goes on in other lines, and the gap behind each


def wanted(blocks: Iterable[Block]) -> int:
    """Return how many letters wide the widest table would be in which nothing but long texts is broken."""
    rows = (block for block in blocks if block.kind in (BlockKind.HEAD, BlockKind.ROW))
    tables = (tuple(run) for _run, run in groupby(rows, key=lambda block: block.run))
    return max((_letters(table) for table in tables if len(table[0].cells) >= _COLUMNS), default=0)


def spread(document: QTextDocument, beyond: int) -> None:
    """Keep all but wide tables so many pixels away from where those end."""
    cursor, narrow = QTextCursor(document), QTextBlockFormat()
    narrow.setRightMargin(beyond)
    cursor.beginEditBlock()
    parts = document.rootFrame().begin()
    while not parts.atEnd():
        table, block = parts.currentFrame(), parts.currentBlock()
        parts += 1
        if isinstance(table, QTextTable):
            form = table.format()
            form.setRightMargin(0 if _is_wide(table) else beyond)
            table.setFormat(form)
        elif block.isValid():
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(narrow)
    cursor.endEditBlock()


def _is_wide(table: QTextTable) -> bool:
    return table.columns() >= _COLUMNS and table.format().headerRowCount() > 0


def _letters(rows: tuple[Block, ...]) -> int:
    columns = zip(*(row.cells for row in rows), strict=False)
    longest = (max(sum(len(span.text) for span in cell) for cell in column) for column in columns)
    return sum(min(letters, _WIDEST) + _APART for letters in longest)
