# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page on the glass."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from asem_reader.core.errors import BadAddress
from asem_reader.core.page import Page
from asem_reader.core.place import SCHEME, BlockId, Place
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.widgets.finder import height_of, letters_in, tinted, words_in
from asem_reader.widgets.ticks import TickedBar

LETTERS = 67  # on average; the longest line then has 72
_SAMPLE = "the leaders of both regions said in a declaration that dialogue among equals goes on "
_LEAST_MARGIN = 28.0
_ABOVE, _BELOW = 14, 6  # pixels left above a block, and how far below its top it still counts
_BAR, _BAR_APART = 3, 18
_AROUND = 70  # pixels kept free above and below a word that F3 reaches
_SETTLED = 150  # milliseconds without scrolling


class Reader(QTextBrowser):
    """Shows a page, marks words and notes over it, and says where the reader is.

    Marks lie over the document as extra selections; the document itself is never written.

    Signals:
        chosen (Place): a link to a place was followed.
        outside (str): a link out of the Library was followed.
        settled (BlockId or None): scrolling came to rest with that block at the top.
        counted (int, int): which of the marked words was reached, 0 for none, and how many there are.
    """

    chosen = Signal(object)
    outside = Signal(str)
    settled = Signal(object)
    counted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours: Theme = LIGHT
        self._page: Page | None = None
        self._found: list[QTextCursor] = []
        self._here = -1
        self._bar = TickedBar(self)
        self._ticks: tuple[float, ...] = ()
        self._noted: frozenset[BlockId] = frozenset()
        self._resting = ""
        self._rest = QTimer(self, singleShot=True, interval=_SETTLED)
        self._build()
        self._join()

    @property
    def found(self) -> int:
        """How many words are marked."""
        return len(self._found)

    @property
    def here(self) -> int:
        """Which of the marked words was reached, from 1; 0 for none."""
        return self._here + 1

    def show_page(self, page: Page) -> None:
        """Show a page from its place on, with its words marked."""
        self._page = page
        body = QFont(page.family)
        body.setPointSizeF(page.size)
        # Laid out once, when all is set: each of these steps would do it for itself.
        document = self.document()
        document.setLayoutEnabled(False)
        document.setDefaultFont(body)
        self.setHtml(page.html)
        self._set_column()
        document.setLayoutEnabled(True)
        self.mark_words(page.words)
        self.go_to(page.place.block or "")

    def go_to(self, anchor: str) -> None:
        """Bring a block, or another anchor of the page, to the top; the top of the page for ""."""
        cursor = QTextCursor(self.document())
        if anchor:
            block = self._block_named(anchor)
            if block is not None:
                cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        self._resting = anchor
        top = self.document().documentLayout().blockBoundingRect(cursor.block()).top()
        self.verticalScrollBar().setValue(int(top) - _ABOVE if anchor else 0)
        self._here = next((i for i, hit in enumerate(self._found) if hit >= cursor), -1) if anchor else -1
        self._lay_marks()

    def mark_words(self, words: Iterable[str]) -> None:
        """Mark all places where one of the words stands as a whole word."""
        self._found = list(words_in(self.document(), words))
        self._here = -1
        self._lay_ticks()

    def find_text(self, text: str) -> None:
        """Mark every place where the letters of `text` stand, and go to the first from here on."""
        self._found = list(letters_in(self.document(), text))
        here = self.textCursor()
        self._here = next((i for i, hit in enumerate(self._found) if hit >= here), 0) - 1
        self._lay_ticks()
        self.find_next()

    def find_next(self, step: int = 1) -> None:
        """Go on to the next marked word, or back with -1; round at the end."""
        if not self._found:
            self._lay_marks()
            return
        start = self._here if self._here >= 0 or step > 0 else 0
        self._here = (start + step) % len(self._found)
        cursor = QTextCursor(self._found[self._here])
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self._show_cursor()
        self._lay_marks()

    def show_noted(self, blocks: Iterable[BlockId]) -> None:
        """Tint the paragraphs that have a note."""
        self._noted = frozenset(blocks)
        self.viewport().update()

    def dress(self, colours: Theme) -> None:
        """Mark words and notes in these colours."""
        self.colours = colours
        self._lay_marks()

    @property
    def current_block(self) -> BlockId | None:
        """The block of the cursor, if it can be seen, else the first one that can; None above all blocks."""
        visible = self.viewport().rect().intersects(self.cursorRect())
        cursor = self.textCursor() if visible else self._cursor_at_top()
        return self._block_at(cursor.block())

    @property
    def top_block(self) -> BlockId | None:
        """The first block that can be seen; None at the very top of the page."""
        return self._block_at(self._cursor_at_top().block()) if self.verticalScrollBar().value() else None

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 (Qt's signature)
        """Load nothing: a page has no pictures yet, and nothing is ever asked of the network."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column, and the paragraph at the top."""
        super().resizeEvent(event)
        self._set_column()
        self._lay_ticks()
        if self._resting:
            self._scroll_to(self._resting)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay a tint under each paragraph that has a note, and a bar beside it; the text comes over them."""
        painter = QPainter(self.viewport())
        column = self.document().rootFrame().frameFormat()
        left = column.leftMargin() - _BAR_APART
        width = self.viewport().width() - column.rightMargin() + _BAR_APART / 2 - left
        for block in self._noted_blocks():
            box = self.document().documentLayout().blockBoundingRect(block)
            ground = QRectF(left, box.top() - self.verticalScrollBar().value() - 3, width, box.height() + 6)
            painter.fillRect(ground, QColor(self.colours.noted))
            ground.setWidth(_BAR)
            painter.fillRect(ground, QColor(self.colours.accent))
        painter.end()
        super().paintEvent(event)

    def _build(self) -> None:
        self.setOpenLinks(False)
        self.setVerticalScrollBar(self._bar)
        # A bar that came and went would change the width, and with it the lines.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("Page")
        self.document().setIndentWidth(22)

    def _join(self) -> None:
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        self._rest.timeout.connect(self._settle)

    def _settle(self) -> None:
        top = self.top_block
        self._resting = top or ""
        self.settled.emit(top)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == SCHEME:
            try:
                self.chosen.emit(Place.parse(url.toString()))
            except BadAddress:
                return
        elif url.scheme():
            self.outside.emit(url.toString())
        else:
            self._scroll_to(url.fragment())

    def _set_column(self) -> None:
        """Leave margins so wide that a line has at most 72 letters, measured on the letters of English."""
        body = QFontMetricsF(QTextCursor(self._first_paragraph()).charFormat().font())
        column = body.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * LETTERS
        room = self.viewport().width()
        margin = max(_LEAST_MARGIN, (room - column) / 2)
        root = self.document().rootFrame()
        form = root.frameFormat()
        if abs(form.leftMargin() - margin) >= 1:
            form.setLeftMargin(margin)
            form.setRightMargin(max(_LEAST_MARGIN, room - column - margin))
            form.setTopMargin(26)
            form.setBottomMargin(60)
            root.setFrameFormat(form)

    def _show_cursor(self) -> None:
        """Scroll until the cursor's line can be read with some of what stands around it."""
        line = self.cursorRect()
        above, below = line.top() - _AROUND, line.bottom() + _AROUND - self.viewport().height()
        if above < 0 or below > 0:
            self._bar.setValue(self._bar.value() + (above if above < 0 else below))

    def _first_paragraph(self) -> QTextBlock:
        """A block set as text is set: the first that carries an anchor of its own below a heading."""
        blocks = [block for block in self._blocks() if self._anchors(block)]
        return next((b for b in blocks if not b.blockFormat().headingLevel()), self.document().lastBlock())

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _anchors(self, block: QTextBlock) -> list[str]:
        """The names of the anchors with which a block begins."""
        pieces = block.begin()
        return pieces.fragment().charFormat().anchorNames() if not pieces.atEnd() else []

    def _block_named(self, anchor: str) -> QTextBlock | None:
        return next((block for block in self._blocks() if anchor in self._anchors(block)), None)

    def _block_at(self, block: QTextBlock) -> BlockId | None:
        """The Library's block that a block of the document is in: its own, or the last before it."""
        known = self._page.article.blocks if self._page else {}
        while block.isValid():
            for name in self._anchors(block):
                if name in known:
                    return BlockId(name)
            block = block.previous()
        return None

    def _cursor_at_top(self) -> QTextCursor:
        """The cursor in the first line that is not cut off by more than the room left above a block."""
        left = self.document().rootFrame().frameFormat().leftMargin()
        return self.cursorForPosition(QPoint(int(left) + 1, _ABOVE + _BELOW))

    def _scroll_to(self, anchor: str) -> None:
        block = self._block_named(anchor)
        if block is not None:
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(int(top) - _ABOVE)

    def _lay_ticks(self) -> None:
        """Look where the marked words stand now, and mark them."""
        self._ticks = tuple(map(height_of, self._found))
        self._lay_marks()

    def _lay_marks(self) -> None:
        colours = self.colours
        marks = [
            tinted(cursor, colours.here if index == self._here else colours.found)
            for index, cursor in enumerate(self._found)
        ]
        self.setExtraSelections(marks)
        self._bar.show_ticks(self._ticks, self._here, colours)
        self.counted.emit(self.here, self.found)

    def _noted_blocks(self) -> Iterator[QTextBlock]:
        if self._noted:
            yield from (block for block in self._blocks() if self._noted.intersection(self._anchors(block)))
