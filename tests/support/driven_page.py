# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page in the window, as a reader uses it: scrolled, clicked, selected, read."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import QAction, QHelpEvent, QImage, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolTip

from asem_reader.core.place import BlockId
from asem_reader.core.theme import Theme
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.reading.foundwords import TickedBar
from asem_reader.widgets.reading.pagemap import Stop
from support.heard_page import HeardPage
from support.surface import LEFT, menu_at


class DrivenPage(HeardPage):
    """What is read, and where in it one is."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.reader)

    # What stands there.

    @property
    def text(self) -> str:
        """All that can be read."""
        return self._page.toPlainText()

    @property
    def html(self) -> str:
        """The document as it is set."""
        return self._page.toHtml()

    @property
    def colours(self) -> Theme:
        """The colours that it is shown in."""
        return self._page.colours

    @property
    def lines(self) -> Iterator[str]:
        """The lines of the text as they are broken, up to the list of sources."""
        block = self._page.document().begin()
        while block.isValid() and block.text() != "Sources":
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                yield block.text()[line.textStart() : line.textStart() + line.textLength()].strip()
            block = block.next()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The paragraphs that Up and Down go through."""
        assert self._page.map
        return self._page.map.stops

    @property
    def figures(self) -> dict[str, QRectF]:
        """Where figures stand in what is seen, by their titles."""
        return {each.figure.title: box for each, box in self._page.figures.boxes()}

    def click_in_figure(self, title: str, key: str) -> None:
        """Click the part of a figure that a key stands for."""
        each, box = next(found for found in self._page.figures.boxes() if found[0].figure.title == title)
        part = next(one for one in each.figure.targets if one.key == key)
        scale = box.width() / each.figure.width
        middle = QPointF(part.x + part.width / 2, part.y + part.height / 2) * scale + box.topLeft()
        QTest.mouseMove(self._page.viewport(), middle.toPoint())
        QTest.mouseClick(self._page.viewport(), LEFT, pos=middle.toPoint())

    def stop_of(self, block: BlockId) -> Stop | None:
        """The paragraph that shows a block."""
        assert self._page.map
        return self._page.map.named(block)

    def picture(self, box: QRectF | None = None) -> QImage:
        """What is painted, or a part of it."""
        view = self._page.viewport()
        return (view.grab(box.toRect()) if box else view.grab()).toImage()

    # Where one is.

    @property
    def has_keys(self) -> bool:
        return self._page.hasFocus()

    @property
    def top(self) -> BlockId | None:
        """The block at the top of what is seen; None at the very top."""
        return self._page.top_block

    @property
    def paragraph(self) -> BlockId | None:
        """The block that the bar in the margin stands at, or else the first that is seen."""
        return self._page.current_block

    @property
    def stop(self) -> Stop | None:
        """The paragraph that the bar in the margin stands at."""
        return self._page.paragraph.stop

    @property
    def stop_is_seen(self) -> bool:
        """Whether all of that paragraph is on the screen."""
        box = self.box_of(self.stop) if self.stop else QRectF(0, -1, 0, 0)
        return box.top() >= 0 and box.bottom() <= self._page.viewport().height()

    @property
    def caret_leads(self) -> bool:
        """Whether the caret says where one is, not the bar in the margin."""
        return not self._page.paragraph.leads

    @property
    def caret(self) -> int:
        return self._page.textCursor().position()

    @property
    def selection(self) -> str:
        return self._page.textCursor().selectedText()

    @property
    def scrolled(self) -> int:
        """How far it is scrolled, in pixels."""
        return self._page.verticalScrollBar().value()

    @property
    def is_too_wide(self) -> bool:
        """Whether it can be scrolled sideways."""
        return self._page.horizontalScrollBar().maximum() > 0

    @property
    def is_at_end(self) -> bool:
        return self.scrolled == self._page.verticalScrollBar().maximum()

    @property
    def rect(self) -> QRect:
        """The part of it that is seen."""
        return self._page.viewport().rect()

    def box_of(self, stop: Stop) -> QRectF:
        """Where a paragraph stands on the screen."""
        return stop.box.translated(0, -self.scrolled)

    def box_of_words(self, block: BlockId | None, words: str) -> QRectF:
        """Where words of one line stand on the screen; of a topic's, in its title."""
        stop = self.stop_of(block) if block else self.stops[0]
        assert stop
        first = stop.parts[0].text().index(words)
        ends = [QTextCursor(stop.parts[0]) for _ in range(2)]
        for end, at in zip(ends, (first, first + len(words)), strict=True):
            end.setPosition(stop.position + at)
        left, right = (QRectF(self._page.cursorRect(end)) for end in ends)
        assert left.top() == right.top(), "the words stand on two lines"
        return QRectF(left.left(), left.top(), right.left() - left.left(), left.height())

    # Found words.

    @property
    def found(self) -> int:
        """How many words are marked because they were looked for."""
        return self._page.words.found

    @property
    def found_words(self) -> list[str]:
        return [place.selectedText() for place in self._page.words.places]

    @property
    def reached(self) -> int:
        """Which of them was reached, from 1; 0 for none."""
        return self._page.words.here

    @property
    def ticks(self) -> tuple[float, ...]:
        """Where the scroll bar has ticks, from 0 to 1."""
        bar = self._page.verticalScrollBar()
        assert isinstance(bar, TickedBar)
        return bar.ticks

    @property
    def scroll_bar(self) -> QImage:
        """What is painted of the scroll bar."""
        return self._page.verticalScrollBar().grab().toImage()

    @property
    def room_below_caret(self) -> int:
        """Pixels between the line of the caret and the foot of the page."""
        return self._page.viewport().height() - self._page.cursorRect().bottom()

    # Moving.

    def go_to(self, anchor: str) -> None:
        """Bring a block or another anchor to the top; "" for the top of the page."""
        self._page.go_to(anchor)

    def scroll_to(self, pixels: int) -> None:
        """Scroll, and wait until that has come to rest."""
        settled = QSignalSpy(self._page.settled)
        self._page.verticalScrollBar().setValue(pixels)
        assert settled.wait(5_000)

    def scroll_to_end(self, part: float = 1.0) -> None:
        """Scroll to the end, or a part of the way."""
        self.scroll_to(int(self._page.verticalScrollBar().maximum() * part))

    def take_keys(self) -> None:
        """Let the keys come here, as a click would."""
        self._page.setFocus(Qt.FocusReason.MouseFocusReason)

    def click(self, at: Stop | QPoint) -> None:
        """Click a paragraph in its middle, or a point of the screen."""
        point = self.box_of(at).center().toPoint() if isinstance(at, Stop) else at
        QTest.mouseClick(self._page.viewport(), LEFT, pos=point)

    def follow(self, link: str) -> None:
        """Follow a link to an address."""
        self._page.anchorClicked.emit(QUrl(link))

    def point_at(self, point: QPoint) -> str:
        """Hold the mouse still over a point; return the tip."""
        view = self._page.viewport()
        QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
        said = QToolTip.text()
        QToolTip.hideText()
        return said

    def go_to_explained(self) -> tuple[QPoint, str]:
        """Go to the first word that stands for something; return where it stands, and what for."""
        caret = QTextCursor(self._page.document())
        while not (said := caret.charFormat().toolTip()):
            assert caret.movePosition(QTextCursor.MoveOperation.NextCharacter)
        self._page.setTextCursor(caret)
        self._page.ensureCursorVisible()
        return self._page.cursorRect(caret).center() - QPoint(2, 0), said

    def menu(self, at: QPoint) -> list[QAction]:
        """What the menu at a point offers."""
        return menu_at(self._page.viewport(), at)

    def dress(self, theme: Theme) -> None:
        """Be shown in these colours; some of them only a system's settings choose."""
        self._page.dress(theme)

    # Selecting.

    def select(self, block: BlockId, start: int, end: int) -> None:
        """Select letters from one to another, counted from the beginning of a block."""
        stop = self.stop_of(block)
        assert stop
        self._select(stop.position + start, stop.position + end)

    def select_words(self, words: str) -> None:
        """Select the first place where words stand."""
        start = self._page.document().toPlainText().index(words)
        self._select(start, start + len(words))

    def select_title(self) -> None:
        """Select the first word of the title."""
        start = self.stops[0].position
        self._select(start, start + self.stops[0].parts[0].text().index(" "))

    def _select(self, start: int, end: int) -> None:
        caret = QTextCursor(self._page.document())
        caret.setPosition(start)
        caret.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._page.setTextCursor(caret)

    def let_go(self) -> None:
        """Let the mouse's button go, as at the end of a selection."""
        QTest.mouseRelease(self._page.viewport(), LEFT, pos=QPoint(1, 1))

    def drop_selection(self) -> None:
        """Select nothing any more."""
        self._select(self._page.textCursor().selectionStart(), self._page.textCursor().selectionStart())

    # Signs in the margin.

    @property
    def signs(self) -> list[QPoint]:
        """Where signs stand in the margin, from top to bottom and from the text outwards."""
        self.picture()
        left = int(self._page.document().rootFrame().frameFormat().leftMargin())
        found: dict[tuple[str, ...], list[QPoint]] = {}
        for y in range(0, self.rect.height(), 2):
            for x in range(0, left, 2):
                marks = self._page.marks.at(QPoint(x, y).toPointF())
                if marks:
                    found.setdefault(tuple(mark.id for mark in marks), []).append(QPoint(x, y))
        return [_middle(points) for points in found.values()]


def _middle(points: list[QPoint]) -> QPoint:
    across, down = [point.x() for point in points], [point.y() for point in points]
    return QPoint((min(across) + max(across)) // 2, (min(down) + max(down)) // 2)
