# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A note as it is shown: Markdown's light emphasis and lists, without pictures, links or HTML."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from asem_reader.widgets.controls.closeddocument import ClosedDocument

_INDENT = 16  # pixels before an item of a list
_LINE_END = "  \n"  # Markdown keeps the end of a line only after two blanks


def formatted(body: str, font: QFont) -> QTextDocument:
    """Return a note set in a font; ends of lines stay, and what is no emphasis or list is shown as it is.

    CommonMark as Qt reads it (doc.qt.io/qt-6/qtextdocument.html#setMarkdown). An address in a note is plain
    text: nothing is loaded, and nothing leads out of the program.
    """
    document = ClosedDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setIndentWidth(_INDENT)
    lines = _LINE_END.join(line.rstrip() for line in body.strip().splitlines())
    document.setMarkdown(lines, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    for start, end, form in reversed(list(_loud(document))):
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if form.isImageFormat():
            cursor.insertText(str(form.property(QTextFormat.Property.ImageAltText) or ""), QTextCharFormat())
        else:
            cursor.setCharFormat(_quiet(form))
    return document


def tip(body: str, font: QFont, lines: int = 6) -> str:
    """Return the first lines of a note as HTML, for a tooltip."""
    kept = body.strip().splitlines()
    more = [*kept[:lines], "…"] if len(kept) > lines else kept
    return formatted("\n".join(more), font).toHtml()


def _loud(document: QTextDocument) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Pieces that are pictures, links, or larger than text."""
    block = document.begin()
    while block.isValid():
        yield from _pieces(block)
        block = block.next()


def _pieces(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        form = piece.charFormat()
        if form.isImageFormat() or form.isAnchor() or block.blockFormat().headingLevel():
            yield piece.position(), piece.position() + piece.length(), form
        pieces += 1


def _quiet(form: QTextCharFormat) -> QTextCharFormat:
    plain = QTextCharFormat()
    plain.setFontWeight(form.fontWeight())
    plain.setFontItalic(form.fontItalic())
    return plain
