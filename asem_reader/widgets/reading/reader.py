# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page on the glass."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from asem_reader.core.content import Page
from asem_reader.core.marks.mark import Mark, Target
from asem_reader.core.place import BlockId, Place, linked
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.widgets.controls.closeddocument import ClosedDocument
from asem_reader.widgets.reading.column import Column
from asem_reader.widgets.reading.foundwords import FoundWords, TickedBar
from asem_reader.widgets.reading.keptplace import KeptPlace
from asem_reader.widgets.reading.markpaint import MarkPaint
from asem_reader.widgets.reading.mouse import PageMouse
from asem_reader.widgets.reading.pagealoud import PageAloud
from asem_reader.widgets.reading.pagefigures import PageFigures
from asem_reader.widgets.reading.pagejumps import PageJumps
from asem_reader.widgets.reading.pagelinks import PageLinks
from asem_reader.widgets.reading.pagemap import PageMap
from asem_reader.widgets.reading.pagespeech import PageSpeech
from asem_reader.widgets.reading.pagetables import PageTables
from asem_reader.widgets.reading.pagetips import PageTips
from asem_reader.widgets.reading.paragraphcursor import ParagraphCursor

_SETTLED = 150  # milliseconds without scrolling
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Reader(QTextBrowser):
    """Text browser that shows a page with its marks, and says where the reader is.

    Found words lie over the document as extra selections, marks are drawn under its text; the document
    itself is never written.
    """

    handbook = "reading"  # its chapter

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
        self.links = PageLinks(self)
        self.tips = PageTips(self, self.links)
        self.speech = PageSpeech(self, self.marks, self.figures, self.tips)
        self.aloud = PageAloud(self, self.paragraph, self.figures)
        self.tables = PageTables(self, self.links, self.speech)
        self.mouse = PageMouse(self, self.marks, self.paragraph, self.figures, self.tips, self.tables)
        self.column = Column(self)
        self.jumps = PageJumps(self, self.paragraph, self.links, self.column, self.speech)
        self._bar = TickedBar()
        self.words = FoundWords(self, self._bar)
        self.map: PageMap | None = None
        self.called = "{title}"  # by a screen reader
        self.page: Page | None = None
        self._rest = QTimer(self, singleShot=True, interval=_SETTLED)
        self._build()
        self._join()

    def show_page(self, page: Page) -> None:
        """Show a page from its place on, with its words marked."""
        self.jumps.forget()
        self.aloud.leave()
        self._lay(page)

    def restyle(self, page: Page) -> None:
        """Show the page that lies open in another dress, or with figures; the reader stays where they are."""
        kept = self.map and KeptPlace(self, self.map, self.column, self.paragraph, self.links)
        self._lay(page)
        if kept and self.map:
            kept.restore(self.map)

    def go_to(self, anchor: str) -> None:
        """Bring a block, or another anchor of the page, to the top; the top of the page for ""."""
        cursor = QTextCursor(self.document())
        stop = self.map.named(anchor) if self.map and anchor else None
        if stop:
            cursor.setPosition(stop.position)
        self.setTextCursor(cursor)
        self.paragraph.begin(self.map)
        self.verticalScrollBar().setValue(0)
        self.column.top = None
        if stop:
            self.column.show(self.column.spot(stop))
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

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets of a gesture: what is selected of each paragraph, or a mark's words, or the paragraph.

        Nothing, if all that is selected is no text of the Library's; the topic, if it is of its title.
        """
        caret = self.textCursor()
        if self.page is None or self.map is None:
            return ()
        article = self.page.article
        if caret.hasSelection():
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
        first = self.column.first
        return self.map.block_before(first) if self.map and first else None

    def place_at(self, point: QPoint) -> Place | None:
        """Where the link with the keys leads to, else what stands at a point of the screen."""
        link = self.links.here
        return linked(link.address) if link else self.mouse.place_at(self.viewport().mapFromGlobal(point))

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
            self.figures.fit()
            self.column.fit()
        self.marks.measure()
        self.words.lay_ticks()
        self.column.show(self.column.top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the grounds of marks under the text, and what stands in the margin beside it."""
        painter = QPainter(self.viewport())
        self.paragraph.paint_written(painter, self.colours)
        self.marks.paint(painter, self.colours)
        self.aloud.paint(painter, self.colours)
        self.paragraph.paint(painter, self.colours, self.figures.left_of(self.paragraph.stop))
        self.figures.paint(painter, self.colours)
        self.links.paint(painter, self.colours)
        painter.end()
        super().paintEvent(event)
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by paragraphs; Enter follows a link; Esc selects nothing; other keys find the caret there."""
        if event.key() not in _HELD:  # which may come after the command that they were held for
            self.jumps.cancel()
            self.tips.hide()
        enters, link, figure = event.key() in _ENTER, self.links.here, self.figures.on(self.paragraph.stop)
        if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.drop_selection()
        elif enters and link:
            self._follow(QUrl(link.address))
        elif enters and figure:
            self.figured.emit(figure)
        elif not self.paragraph.take(event):
            if self.paragraph.leads and event.key() not in (*_HELD, Qt.Key.Key_Space, Qt.Key.Key_Escape):
                self.paragraph.lend_caret()
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link from where one is, and beyond the last away; Qt would stay at the first."""
        link = self.links.beyond(forward)
        if link is None:
            return QFrame.focusNextPrevChild(self, forward)
        self.links.go(link)
        self.speech.tell_link(link)
        self.tips.show(self.tips.of(link))
        return True

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt: what is copied, without numbers of sources, figures and the colours of the page."""
        from asem_reader.widgets.reading.excerpts import copied, selected  # noqa: PLC0415 (nobody copies at the start)

        return copied(selected(self.textCursor()))

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
        can = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            can.TextSelectableByMouse | can.TextSelectableByKeyboard | can.LinksAccessibleByMouse
        )
        self.document().setIndentWidth(22)

    def _join(self) -> None:
        self.anchorClicked.connect(self._follow)
        self.mouse.led.connect(lambda to: (self.chosen if isinstance(to, Place) else self.figured).emit(to))
        self.mouse.headed.connect(self.tables.sort)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        self._rest.timeout.connect(self._settle)
        self.paragraph.reached.connect(lambda stop, read: self.speech.tell(stop, line_is_heard=read))
        self.paragraph.lent.connect(self.speech.tell_letter)

    def _lay(self, page: Page) -> None:
        self.page = page
        self.setAccessibleName(self.called.format(title=page.title))
        body = QFont(self.column.family or page.family)
        body.setPointSizeF(page.size)
        self.map = None  # all that points into the document is about to move
        for part in (self.paragraph, self.marks, self.column, self.jumps):
            part.begin(None)
        self.links.begin()
        self.tips.begin(page.article)
        # Laid out once, when all is set: each of these steps would do it for itself.
        document = self.document()
        document.setLayoutEnabled(False)
        document.setDefaultFont(body)
        self.setHtml(page.html)
        self.map = PageMap(document, page.article)
        self.figures.begin(page)
        self.figures.fit()
        self.column.begin(self.map)
        document.setLayoutEnabled(True)
        self.marks.begin(self.map)
        self.jumps.begin(self.map)
        self.aloud.begin(self.map)
        self.words.mark(page.words)
        self.go_to(page.place.block or "")

    def _settle(self) -> None:
        self.column.settle()
        self.settled.emit(self.top_block)

    def _follow(self, url: QUrl) -> None:
        address = url.toString()
        if place := linked(address):
            self.chosen.emit(place)
        elif figure := self.figures.of(address):
            self.figured.emit(figure)
        elif not address.startswith("#"):
            self.outside.emit(address)
        elif not self.tables.sort(address):
            self.jumps.go(url.fragment())
