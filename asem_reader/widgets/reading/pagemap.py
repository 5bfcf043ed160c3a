# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The map of a page: which paragraph of the Library stands where in the document, letter by letter."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFragment

from asem_reader.core.content import Article
from asem_reader.core.marks.mark import occurrence, span
from asem_reader.core.place import BlockId

_RAISED = QTextCharFormat.VerticalAlignment.AlignSuperScript
BACK, _SIGNS = "↑", "↑↓↕"  # how links begin that lead back from a source, or sort a table
_LAST_OF_ONE_UNIT = "\uffff"  # Qt counts letters above it as two


class Stop(NamedTuple):
    """A stop of the paragraph cursor: a paragraph, a heading, an item, or a row of a table.

    Attributes:
        block: the Library's block that it shows; None for all that the page adds, such as its title.
        parts: the blocks of the document in which it stands; several for the cells of a row.
        anchor: the name it begins with; empty if it has none.
        number: its place among the stops of the page, from 0.
    """

    block: BlockId | None
    parts: tuple[QTextBlock, ...]
    anchor: str
    number: int

    @property
    def position(self) -> int:
        """The position in the document at which it begins."""
        return self.parts[0].position()

    @property
    def box(self) -> QRectF:
        """The bounding box, in the document's pixels."""
        layout = self.parts[0].document().documentLayout()
        box = QRectF()
        for part in self.parts:
            box = box.united(layout.blockBoundingRect(part))
        return box


class TextRange(NamedTuple):
    """A range of text in one block of the document, counted as Qt counts them from the block's first."""

    part: QTextBlock
    start: int
    end: int


class PageMap:
    """Map of where everything on a page stands.

    A block's text in the Library and what the document shows of it differ: numbers of sources stand
    between the words, cells stand where the text has a dot, dates have blanks that do not break.

    Attributes:
        stops: all of the page from its title on, in reading order.
        blocks: the Library's blocks of its topic.
    """

    def __init__(self, document: QTextDocument, article: Article) -> None:
        self.blocks = tuple(article.blocks.values())
        self._known = article.blocks
        self.stops = tuple(self._stops(document))
        self._places: dict[BlockId, tuple[int, ...]] = {}
        self._named = {stop.anchor: stop for stop in self.stops if stop.anchor}

    def named(self, anchor: str) -> Stop | None:
        """The stop that begins with that anchor: a block's id, ``sources``, ``source-5``."""
        return self._named.get(anchor)

    def seen(self, top: float, bottom: float) -> Iterator[Stop]:
        """The stops between two heights of the document, whole or in part."""
        first = bisect_right(self.stops, top, key=lambda stop: stop.box.bottom())
        return takewhile(lambda stop: stop.box.top() < bottom, self.stops[first:])

    def at(self, position: int) -> Stop | None:
        """The stop at a position of the document; None above the title."""
        following = bisect_right(self.stops, position, key=lambda stop: stop.position)
        return self.stops[following - 1] if following else None

    def block_before(self, stop: Stop | None) -> BlockId | None:
        """The Library's block that something is, or else the last one before it."""
        upto = stop.number + 1 if stop else 0
        return next((each.block for each in reversed(self.stops[:upto]) if each.block), None)

    def spans(self, block: BlockId | None, words: str, nth: int) -> tuple[TextRange, ...]:
        """The ranges of some words of a block, or of all of it for none; nothing if it has them not so often.

        What is on no block is on the title.
        """
        stop = self._named.get(block) if block else self.title
        if stop is None:
            return ()
        if not words or block is None:
            return tuple(TextRange(part, 0, part.length() - 1) for part in stop.parts)
        text = self._known[block].text
        found = span(text, words, nth)
        if found is None:
            return ()
        places = self._letters(stop, block)
        shown = [(places[at], units_of(text[at])) for at in range(*found) if places[at] >= 0]
        return tuple(_gathered(stop, shown))

    @property
    def headings(self) -> tuple[Stop, ...]:
        """All headings, the title among them."""
        return tuple(stop for stop in self.stops if stop.parts[0].blockFormat().headingLevel())

    @property
    def title(self) -> Stop | None:
        """The topic's title."""
        return self.stops[0] if self.stops else None

    def is_of_title(self, cursor: QTextCursor) -> bool:
        """True for a selection of nothing but letters of the title."""
        start, end = _bounds(cursor)
        title = self.title
        return bool(title) and start < end and self.at(start) is self.at(end - 1) is title

    def words(self, cursor: QTextCursor) -> Iterator[tuple[BlockId, str, int]]:
        """The selected words of each of the Library's blocks, and which of their places it is.

        The words are empty where the whole block is selected; of numbers of sources alone there are none.
        """
        start, end = _bounds(cursor)
        first = self.at(start)
        for stop in self.stops[first.number if first else 0 :]:
            if stop.position >= end:
                return
            if stop.block:
                part = self._part(stop, stop.block, start, end)
                if part is not None:
                    yield stop.block, *part

    def _part(self, stop: Stop, block: BlockId, start: int, end: int) -> tuple[str, int] | None:
        text = self._known[block].text
        inside = [
            at
            for at, place in enumerate(self._letters(stop, block))
            if start - units_of(text[at]) < place < end and place >= 0 and not text[at].isspace()
        ]
        if not inside:
            return None
        low, high = inside[0], inside[-1] + 1
        return ("", 0) if high - low == len(text) else (text[low:high], occurrence(text, text[low:high], low))

    def _letters(self, stop: Stop, block: BlockId) -> tuple[int, ...]:
        if block not in self._places:
            self._places[block] = _placed(stop, self._known[block].text)
        return self._places[block]

    def _stops(self, document: QTextDocument) -> Iterator[Stop]:
        """Gather blocks of the document: one that has no anchor in a table is a cell of the row before it."""
        rows: list[tuple[str, list[QTextBlock]]] = []
        for part in _from_title(document):
            name = _anchor(part)
            if rows and not name and QTextCursor(part).currentTable():
                rows[-1][1].append(part)
            else:
                rows.append((name, [part]))
        for number, (name, parts) in enumerate(rows):
            yield Stop(BlockId(name) if name in self._known else None, tuple(parts), name, number)


def words_of(part: QTextBlock, after: int = 0) -> str:
    """The words of a block of the document after so many letters, without what stands beside them."""
    start = part.position() + after
    letters = "".join(letter for letter, at in letters_of(part) if at >= start)
    return " ".join(letters.split())


def letters_of(part: QTextBlock) -> Iterator[tuple[str, int]]:
    """Each letter of the text that is shown, and where in the document it stands."""
    beside, position = set(_beside(part)), part.position()
    for letter in part.text():
        if position not in beside:
            yield letter, position
        position += units_of(letter)


def stands_beside(piece: QTextFragment) -> bool:
    """True for what a page sets beside the text: numbers of sources, ways back from them, signs that sort."""
    form = piece.charFormat()
    is_sign = form.anchorHref().startswith("#") and piece.text().strip()[:1] in _SIGNS
    return is_sign or form.verticalAlignment() == _RAISED


def _bounds(cursor: QTextCursor) -> tuple[int, int]:
    """Begin and end of a selection; one over cells of a table holds them whole, as Qt shows it."""
    table = cursor.currentTable()
    if not (cursor.hasComplexSelection() and table):
        return cursor.selectionStart(), cursor.selectionEnd()
    row, rows, column, columns = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
    first, last = table.cellAt(row, column), table.cellAt(row + rows - 1, column + columns - 1)
    return first.firstCursorPosition().position(), last.lastCursorPosition().position()


def _from_title(document: QTextDocument) -> Iterator[QTextBlock]:
    """The blocks with something in them from the title on; above it stand only the ways up."""
    begun = False
    part = document.begin()
    while part.isValid():
        begun = begun or part.blockFormat().headingLevel() == 1
        if begun and part.length() > 1:
            yield part
        part = part.next()


def _anchor(part: QTextBlock) -> str:
    """The name of the anchor with which a block begins; empty if it has none."""
    pieces = part.begin()
    names = [] if pieces.atEnd() else pieces.fragment().charFormat().anchorNames()
    return names[0] if names else ""


def _placed(stop: Stop, text: str) -> tuple[int, ...]:
    """The position in the document of each letter of a block's text; -1 where it shows none."""
    shown, at, places = [letter for part in stop.parts for letter in letters_of(part)], 0, []
    for letter in text:
        while at < len(shown) and shown[at][0].isspace() and not letter.isspace():
            at += 1
        same = at < len(shown) and (letter == shown[at][0] or (letter.isspace() and shown[at][0].isspace()))
        places.append(shown[at][1] if same else -1)
        at += same
    return tuple(places)


def _beside(part: QTextBlock) -> Iterator[int]:
    pieces = part.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        if stands_beside(piece):
            yield from range(piece.position(), piece.position() + piece.length())
        pieces += 1


def _gathered(stop: Stop, shown: list[tuple[int, int]]) -> Iterator[TextRange]:
    """One span for each block of the document, from its first letter to its last."""
    for part in stop.parts:
        start = part.position()
        inside = [(at, units) for at, units in shown if start <= at < start + part.length()]
        if inside:
            yield TextRange(part, inside[0][0] - start, sum(inside[-1]) - start)


def units_of(letter: str) -> int:
    """The number of letters that Qt takes a letter for."""
    return 2 if letter > _LAST_OF_ONE_UNIT else 1
