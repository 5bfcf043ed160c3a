# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is selected on the page as an excerpt: its words and structure, without the page's dress."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextTable

from asem_reader.core.content import Article
from asem_reader.core.place import is_link
from asem_reader.core.references.excerpt import ExcerptKind, ExcerptPart, Origin, html, text
from asem_reader.core.span import Line, Span
from asem_reader.widgets.reading.pagemap import stands_beside

_RAISED = QTextCharFormat.VerticalAlignment.AlignSuperScript
_NUMBERS = re.compile(r"(\d+)(?:–(\d+))?")
_CLEANED = {0xFFFC: None, 0x2028: "\n"}  # Qt's sign for a figure, and its line end

_Range = tuple[int, int]  # positions in the document, the second just behind the last letter


def selected(cursor: QTextCursor) -> tuple[ExcerptPart, ...]:
    """Return what a cursor selects; of cells of a table that stand beside others, those alone."""
    table = cursor.currentTable()
    if cursor.hasComplexSelection() and table:
        return excerpt(cursor, _chosen_cells(cursor, table))
    return excerpt(cursor, [(cursor.selectionStart(), cursor.selectionEnd())])


def of_blocks(parts: tuple[QTextBlock, ...]) -> tuple[ExcerptPart, ...]:
    """Return whole blocks of a document, at least one."""
    ranges = [(part.position(), part.position() + part.length() - 1) for part in parts]
    return excerpt(QTextCursor(parts[0]), ranges)


def summary(article: Article) -> tuple[ExcerptPart, ...]:
    """Return the summary of a topic, with its sources where a paragraph says the same."""
    line = article.leading.cells[0] if article.leading else (Span(article.topic.summary),)
    return (ExcerptPart(ExcerptKind.PARAGRAPH, 0, (line,)),)


def copied(parts: tuple[ExcerptPart, ...], origin: Origin | None = None) -> QMimeData:
    """Return parts for the clipboard, as text and as HTML, with where they are from if that is told."""
    data = QMimeData()
    data.setText(text(parts, origin))
    data.setHtml(html(parts, origin))
    return data


def excerpt(cursor: QTextCursor, ranges: Iterable[_Range]) -> tuple[ExcerptPart, ...]:
    """Return what stands in ranges of a cursor's document, in order; empty paragraphs are left out."""
    blocks = (block for around in ranges for block in _blocks(cursor, around))
    parts = list[ExcerptPart]()
    for (kind, run, _row), inside in groupby(blocks, key=lambda pair: _place(pair[0])):
        cells = tuple(_line(*pair) for pair in inside)
        if any(cells):
            parts.append(ExcerptPart(kind, run, cells))
    return tuple(parts)


def _chosen_cells(cursor: QTextCursor, table: QTextTable) -> Iterator[_Range]:
    row, rows, column, columns = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
    for each in range(row, row + rows):
        for cell in (table.cellAt(each, at) for at in range(column, column + columns)):
            yield cell.firstCursorPosition().position(), cell.lastCursorPosition().position()


def _blocks(cursor: QTextCursor, around: _Range) -> Iterator[tuple[QTextBlock, _Range]]:
    block = cursor.document().findBlock(around[0])
    while block.isValid() and (block.position() < around[1] or block.contains(around[0])):
        yield block, around
        block = block.next()


def _place(block: QTextBlock) -> tuple[ExcerptKind, int, int]:
    """What a block is, in which list or table, and in which row; what is in none is by itself."""
    table, items = QTextCursor(block).currentTable(), block.textList()
    if table and table.columns() > 1:
        row = table.cellAt(block.position()).row()
        is_head = row < table.format().headerRowCount()
        return ExcerptKind.HEAD if is_head else ExcerptKind.ROW, table.objectIndex(), row
    if items:
        return ExcerptKind.ITEM, items.objectIndex(), block.position()
    level = block.blockFormat().headingLevel()
    alone = -1 - block.position()
    return ExcerptKind.HEADING if level else ExcerptKind.PARAGRAPH, alone, block.position()


def _line(block: QTextBlock, around: _Range) -> Line:
    spans = [span for span in _spans(block, around) if span.text or span.cites]
    texts = [span for span in spans if span.text.strip()]
    # What all of a paragraph is set in is of the page, as the weight of a heading.
    strong, emphatic = all(span.strong for span in texts), all(span.emphatic for span in texts)
    return tuple(
        span._replace(strong=span.strong and not strong, emphatic=span.emphatic and not emphatic)
        for span in spans
    )


def _spans(block: QTextBlock, around: _Range) -> Iterator[Span]:
    raised = ""
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        start, end = (min(max(at - piece.position(), 0), piece.length()) for at in around)
        # Qt counts a letter beyond the first 65,536 as two.
        letters = piece.text().encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace")
        form = piece.charFormat()
        pieces += 1
        if stands_beside(piece):
            raised += letters * (form.verticalAlignment() == _RAISED)
            continue
        if raised:
            yield Span("", cites=_numbers(raised))
            raised = ""
        yield _span(letters.translate(_CLEANED), form)
    if raised:
        yield Span("", cites=_numbers(raised))


def _span(letters: str, form: QTextCharFormat) -> Span:
    href = form.anchorHref()
    words = href if is_link(href) and letters else letters  # the page shows only the host
    return Span(words, strong=form.fontWeight() > QFont.Weight.Normal, emphatic=form.fontItalic())


def _numbers(raised: str) -> tuple[int, ...]:
    """The numbers of sources in raised text, such as ``1, 4–6``."""
    found = _NUMBERS.findall(raised)
    return tuple(each for one, last in found for each in range(int(one), int(last or one) + 1))
