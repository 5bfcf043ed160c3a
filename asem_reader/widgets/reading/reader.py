# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page on the glass."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from asem_reader.core.content import Page
from asem_reader.core.errors import BadAddress
from asem_reader.core.language import _
from asem_reader.core.marks.mark import Mark, Target
from asem_reader.core.place import SCHEME, BlockId, Place
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.closeddocument import ClosedDocument
from asem_reader.widgets.reading.foundwords import FoundWords, TickedBar
from asem_reader.widgets.reading.markpaint import MarkPaint
from asem_reader.widgets.reading.mouse import PageMouse
from asem_reader.widgets.reading.pagefigures import PageFigures
from asem_reader.widgets.reading.pagemap import PageMap, Stop
from asem_reader.widgets.reading.paragraphcursor import ParagraphCursor

_ABOVE, _BELOW = 14, 6  # pixels left above a block, and how far below its top it still counts
_SETTLED = 150  # milliseconds without scrolling
_LETTERS = 67  # of a line, on average; the longest then has 72
_SAMPLE = "the leaders of both regions said in a declaration that dialogue among equals goes on "
_LEAST_MARGIN = 28.0
_TOP, _BOTTOM = 26, 60


class Reader(QTextBrowser):
    """Text browser that shows a page with its marks, and says where the reader is.

    Found words lie over the document as extra selections, marks are drawn under its text; the document
    itself is never written.
    """

    chosen = Signal(object)  # Place: a link to a place was followed
    figured = Signal(object)  # Illustration: its table was asked for
    dressed = Signal(object)  # Theme: what belongs to the page follows its colours
    outside = Signal(str)  # a link out of the Library was followed
    settled = Signal(object)  # BlockId or None: scrolling came to rest with that block at the top
    painted = Signal()  # the page was painted, for the first time or again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocument(ClosedDocument(self))
        self.colours: Theme = LIGHT
        self.paragraph = ParagraphCursor(self)
        self.marks = MarkPaint(self)
        self.figures = PageFigures(self)
        self.mouse = PageMouse(self, self.marks, self.paragraph, self.figures)
        self._bar = TickedBar()
        self.words = FoundWords(self, self._bar)
        self.map: PageMap | None = None
        self._page: Page | None = None
        self._written: Stop | None = None
        self._link: QTextCursor | None = None
        self._resting = ""
        self._rest = QTimer(self, singleShot=True, interval=_SETTLED)
        self._build()
        self._join()

    def show_page(self, page: Page) -> None:
        """Show a page from its place on, with its words marked."""
        self._page = page
        body = QFont(page.family)
        body.setPointSizeF(page.size)
        self.map = self._written = self._link = None  # all that points into the document is about to move
        self.paragraph.begin(None)
        self.marks.begin(None)
        # Laid out once, when all is set: each of these steps would do it for itself.
        document = self.document()
        document.setLayoutEnabled(False)
        document.setDefaultFont(body)
        self.setHtml(page.html)
        self.map = PageMap(document, page.article)
        self.figures.begin(page)
        self._set_column(self.map)
        document.setLayoutEnabled(True)
        self.marks.begin(self.map)
        self.words.mark(page.words)
        self.go_to(page.place.block or "")

    def go_to(self, anchor: str) -> None:
        """Bring a block, or another anchor of the page, to the top; the top of the page for ""."""
        cursor = QTextCursor(self.document())
        stop = self.map.named(anchor) if self.map and anchor else None
        if stop:
            cursor.setPosition(stop.position)
        self.setTextCursor(cursor)
        if self.map:
            self.paragraph.begin(self.map)
        self._resting = anchor
        self.verticalScrollBar().setValue(int(stop.box.top()) - _ABOVE if stop else 0)
        self.words.start_from(cursor if anchor else None)

    def dress(self, colours: Theme) -> None:
        """Show words and marks in these colours."""
        self.colours = self.words.colours = colours
        self.dressed.emit(colours)
        self.words.lay()
        self.viewport().update()

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Draw the marks of the topic that lies open."""
        self.marks.show(marks)
        self.words.edged = self.marks.highlights
        self.words.lay()
        self.viewport().update()

    def show_written(self, stop: Stop | None) -> None:
        """Lay a tint under the paragraph that is written on."""
        self._written = stop
        self.viewport().update()

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets of a gesture: what is selected of each paragraph, or a mark's words, or the paragraph.

        Nothing, if all that is selected is no text of the Library's; the topic, if it is of its title. A link
        that Tab chose is no selection.
        """
        caret = self.textCursor()
        if self._page is None or self.map is None:
            return ()
        article = self._page.article
        if caret.hasSelection() and caret != self._link:
            words = tuple(Target(article, *part) for part in self.map.words(caret))
            return words or ((Target(article),) if self.map.is_of_title(caret) else ())
        mark = None if self.paragraph.leads else self.marks.under(caret.position())
        if mark:
            return (Target(article, mark.block, mark.words, mark.nth),)
        return (Target(article, self.current_block),)

    @property
    def current_block(self) -> BlockId | None:
        """The block of the paragraph cursor if it can be seen, else the first one that can."""
        here = self.paragraph.here
        return here.block if here else None

    @property
    def top_block(self) -> BlockId | None:
        """The first block that can be seen; None at the very top of the page."""
        left = self.document().rootFrame().frameFormat().leftMargin()
        # The first line that is not cut off by more than the room left above a block.
        first = self.cursorForPosition(QPoint(int(left) + 1, _ABOVE + _BELOW)).position()
        here = bool(self.verticalScrollBar().value())
        return self.map.block_before(self.map.at(first)) if self.map and here else None

    def drop_selection(self) -> None:
        """Select nothing, and leave the caret where the selection began."""
        caret = self.textCursor()
        if caret.hasSelection():  # Qt would scroll to the caret
            caret.setPosition(caret.selectionStart())
            self.setTextCursor(caret)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column, and the paragraph at the top."""
        super().resizeEvent(event)
        if self.map:
            self._set_column(self.map)
        self.marks.measure()
        self.words.lay_ticks()
        if self._resting:
            self._scroll_to(self._resting)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the grounds of marks under the text, and what stands in the margin beside it."""
        painter = QPainter(self.viewport())
        if self._written:
            box = self._written.box.translated(0, -self.verticalScrollBar().value())
            column = self.document().rootFrame().frameFormat()  # the box of an item is as if it had no indent
            box.setRight(self.viewport().width() - column.rightMargin())
            painter.fillRect(box.adjusted(-8, -3, 8, 3), QColor(self.colours.noted))
        self.marks.paint(painter, self.colours)
        self.paragraph.paint(painter, self.colours, self.figures.left_of(self.paragraph.stop))
        self.figures.paint(painter, self.colours)
        painter.end()
        super().paintEvent(event)
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by paragraphs; Esc selects nothing; other keys find the caret at the paragraph."""
        if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.drop_selection()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.figures.on(self.paragraph.stop):
            self.figured.emit(self.figures.on(self.paragraph.stop))
        elif not self.paragraph.take(event):
            if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Space):
                self.paragraph.lend_caret()
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link from the paragraph on; Qt goes on from what is selected, or from the top."""
        self.paragraph.lend_caret()
        caret = self.textCursor()
        if not caret.hasSelection():
            way = QTextCursor.MoveOperation.Left if forward else QTextCursor.MoveOperation.Right
            caret.movePosition(way, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(caret)
        if not super().focusNextPrevChild(forward) or (self.hasFocus() and self.textCursor() == caret):
            self.drop_selection()  # Qt stays for ever at a link with which the page begins
            return QFrame.focusNextPrevChild(self, forward)
        self._link = self.textCursor()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the paragraph cursor strong."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the paragraph cursor pale."""
        super().focusOutEvent(event)
        self.viewport().update()

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
        self.setAccessibleName(_("Page"))
        self.document().setIndentWidth(22)

    def _join(self) -> None:
        self.anchorClicked.connect(self._follow)
        self.mouse.led.connect(lambda to: (self.chosen if isinstance(to, Place) else self.figured).emit(to))
        self.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        self._rest.timeout.connect(self._settle)
        self.paragraph.reached.connect(self._tell)

    def _set_column(self, page_map: PageMap) -> None:
        """Leave margins so wide that a line has at most 72 letters, measured on the letters of English."""
        self.figures.fit()
        body = page_map.body or self.document().lastBlock()
        font = QFontMetricsF(QTextCursor(body).charFormat().font())
        column = font.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * _LETTERS
        room = self.viewport().width()
        margin = max(_LEAST_MARGIN, (room - column) / 2)
        root = self.document().rootFrame()
        form = root.frameFormat()
        if abs(form.leftMargin() - margin) >= 1:
            form.setLeftMargin(margin)
            form.setRightMargin(max(_LEAST_MARGIN, room - column - margin))
            form.setTopMargin(_TOP)
            form.setBottomMargin(_BOTTOM)
            root.setFrameFormat(form)

    def _tell(self, stop: Stop) -> None:
        """Let a screen reader say the paragraph, and what is marked on it."""
        from asem_reader.widgets.reading.marktext import heard  # noqa: PLC0415 (nothing is said at the start)

        blocks = self._page.article.blocks if self._page else {}
        text = blocks[stop.block].text if stop.block else " ".join(part.text() for part in stop.parts)
        heading = stop.parts[0].blockFormat().headingLevel()
        text = self.figures.heard(stop) or (_("Heading: {text}").format(text=text) if heading else text)
        say(self, heard(text, self.marks.on(stop)))

    def _settle(self) -> None:
        top = self.top_block
        self._resting = top or ""
        self.settled.emit(top)

    def _follow(self, url: QUrl) -> None:
        address = url.toString()
        if url.scheme() == SCHEME:
            try:
                self.chosen.emit(Place.parse(address))
            except BadAddress:
                self.outside.emit(address)
        elif address.startswith("#"):
            self._scroll_to(url.fragment())
        elif self.figures.of(address):
            self.figured.emit(self.figures.of(address))
        else:
            self.outside.emit(address)

    def _scroll_to(self, anchor: str) -> None:
        stop = self.map.named(anchor) if self.map else None
        if stop:
            self.verticalScrollBar().setValue(int(stop.box.top()) - _ABOVE)
