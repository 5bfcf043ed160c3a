# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The column in which the page is set: as wide as is good to read, in the middle of what room there is."""

from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextCursor, QTextDocument

LETTERS = 67  # on average; the longest line then has 72
_SAMPLE = "the leaders of both regions said in a declaration that dialogue among equals goes on "
_LEAST_MARGIN = 28.0
_TOP, _BOTTOM = 26, 60


def set_column(document: QTextDocument, body: QTextBlock | None, room: float) -> None:
    """Leave margins so wide that a line has at most 72 letters, measured on the letters of English.

    Args:
        document: the page.
        body: a block set as text is set; the last of the page for none.
        room: pixels from edge to edge.
    """
    font = QFontMetricsF(QTextCursor(body or document.lastBlock()).charFormat().font())
    column = font.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * LETTERS
    margin = max(_LEAST_MARGIN, (room - column) / 2)
    root = document.rootFrame()
    form = root.frameFormat()
    if abs(form.leftMargin() - margin) >= 1:
        form.setLeftMargin(margin)
        form.setRightMargin(max(_LEAST_MARGIN, room - column - margin))
        form.setTopMargin(_TOP)
        form.setBottomMargin(_BOTTOM)
        root.setFrameFormat(form)
