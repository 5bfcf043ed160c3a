# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The paragraph cursor: a bar in the margin that Up and Down move from paragraph to paragraph."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.theme import Theme
from asem_reader.widgets.reading.pagemap import PageMap, Stop

_WIDTH, _APART = 2.5, 11.0
_AROUND = 24.0  # pixels kept free above and below a paragraph that is reached
_PAGE = 0.9  # how much of what is seen a page turns over
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LETTERS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_PAGES = {
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_Home: float("-inf"),
    Qt.Key.Key_End: float("inf"),
}


class ParagraphCursor(QObject):
    """Cursor that says at which paragraph the reader is, and moves there.

    The arrows take the caret of the text along to the paragraph's first letter, so that a screen reader goes
    on from there, and hide it. The first key that needs the caret (Left, Right, Shift) shows it; from then
    on the bar follows it.

    Attributes:
        stop: where it is; None above the title.
        leads: whether the arrows moved it last, and the caret is hidden.
    """

    # Stop: one came to a paragraph; and whether a screen reader says its first line by itself.
    reached = Signal(object, bool)
    lent = Signal()  # Left or Right found the caret before the paragraph's first letter

    def __init__(self, page: QTextBrowser) -> None:
        super().__init__(page)
        self.stop: Stop | None = None
        self.leads = False
        self._page = page
        self._written: Stop | None = None
        self._arrived: Stop | None = None
        self._map: PageMap | None = None
        page.cursorPositionChanged.connect(self._follow)

    @property
    def here(self) -> Stop | None:
        """The stop where it is, or the first that can be seen if that cannot; None above the title."""
        if self.stop and self._box(self.stop).intersects(QRectF(self._page.viewport().rect())):
            return self.stop
        return self._first_seen() if self._page.verticalScrollBar().value() else None

    @property
    def is_at_title(self) -> bool:
        """True on the title, and above it: what is done here is done to the topic."""
        here = self.here
        return here is None or not here.number

    def begin(self, page_map: PageMap | None) -> None:
        """Be where the caret is, on another page; nowhere while there is none."""
        self._map = page_map
        self._written = self._arrived = None
        self._follow()
        if self.stop is None:  # above the title nobody needs it
            self._page.setCursorWidth(0)

    def take(self, event: QKeyEvent) -> bool:
        """Move as a key says, if it is one that moves it; return whether it is."""
        key, pressed = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        to_end = key in (Qt.Key.Key_Home, Qt.Key.Key_End) and pressed == Qt.KeyboardModifier.ControlModifier
        if not self._stops or (pressed and not to_end):
            return False
        if key in _LETTERS and not pressed and self.leads:
            self.lend_caret()
            self.lent.emit()
            return True
        if key in _STEPS:
            stop = self._walked(_STEPS[key])
        elif key in _PAGES:
            stop = self._turned(_PAGES[key])
        else:
            return False
        if stop:
            before = self._page.textCursor().position()
            self.reach(stop)
            if key in _STEPS:
                self.show(stop)
            # Elsewhere Home and End are for the ends of a line: a letter is said then, no line.
            reads = key not in (Qt.Key.Key_Home, Qt.Key.Key_End)
            self.reached.emit(stop, reads and stop.position != before)
        return True

    def lend_caret(self) -> None:
        """Show the caret of the text where the arrows came to."""
        self._follow()

    def go(self, stop: Stop) -> None:
        """Go to a paragraph, and bring it into view."""
        self.reach(stop)
        self.show(stop)
        self.reached.emit(stop, False)

    def reach(self, stop: Stop) -> None:
        """Go to a paragraph, and leave the page as it is scrolled."""
        caret, bar = QTextCursor(stop.parts[0]), self._page.verticalScrollBar()
        scrolled = bar.value()
        self._page.setTextCursor(caret)
        bar.setValue(scrolled)
        self.stop = stop
        self.leads = True
        self._arrived = None
        self._page.setCursorWidth(0)
        self._page.viewport().update()

    def show(self, stop: Stop) -> None:
        """Scroll as little as brings a paragraph into view, or as much of it as there is room for."""
        bar, box = self._page.verticalScrollBar(), self._box(stop)
        if stop.number in (0, len(self._stops) - 1):
            bar.setValue(bar.maximum() if stop.number else 0)
        elif box.top() < _AROUND or box.height() > self._height - 2 * _AROUND:
            bar.setValue(bar.value() + int(box.top() - _AROUND))
        elif box.bottom() > self._height - _AROUND:
            bar.setValue(bar.value() + int(box.bottom() - self._height + _AROUND))

    def paint(self, painter: QPainter, colours: Theme, left: float) -> None:
        """Draw the bar before what begins so far to the right, pale while the keys go elsewhere."""
        if self.stop is None:
            return
        box = self._box(self.stop)
        colour = colours.focus if self._page.hasFocus() else colours.edge
        painter.fillRect(QRectF(left - _APART, box.top(), _WIDTH, box.height()), QColor(colour))

    def arrive(self, stop: Stop) -> None:
        """Go to a paragraph that a jump led to, and lay a tint under it until one goes on."""
        self.reach(stop)
        self._arrived = stop

    def show_written(self, stop: Stop | None) -> None:
        """Lay a tint under the paragraph that is written on."""
        self._written = stop
        self._page.viewport().update()

    def paint_written(self, painter: QPainter, colours: Theme) -> None:
        """Draw that tint, and that under what a jump led to."""
        column = self._page.document().rootFrame().frameFormat()
        for stop in filter(None, (self._written, self._arrived)):
            box = self._box(stop)  # an item's is as if it had no indent
            box.setRight(self._page.viewport().width() - column.rightMargin())
            painter.fillRect(box.adjusted(-8, -3, 8, 3), QColor(colours.noted))

    def _follow(self) -> None:
        self.leads = False
        self._arrived = None
        self._page.setCursorWidth(1)
        self.stop = self._map.at(self._page.textCursor().position()) if self._map else None
        self._page.viewport().update()

    def _walked(self, step: int) -> Stop | None:
        """The next paragraph; one that is longer than the window is first scrolled through."""
        here = self._seen_from(step)
        if here is None or self._scrolled_through(here, step):
            return None
        stops = self._stops
        unseen = here is not self.stop
        number = here.number if unseen else min(max(here.number + step, 0), len(stops) - 1)
        return stops[number]

    def _turned(self, pages: float) -> Stop | None:
        """Turn over what is seen; return the first whole paragraph, at an end the last, if it is another."""
        bar = self._page.verticalScrollBar()
        before = bar.value()
        wanted = before + pages * self._page.viewport().height()
        bar.setValue(int(min(max(wanted, bar.minimum()), bar.maximum())))
        at_end = bar.value() == (bar.maximum() if pages > 0 else bar.minimum())
        stop = self._stops[-1 if pages > 0 else 0] if at_end else self._first_seen()
        return stop if stop is not self.stop else None

    def _seen_from(self, step: int) -> Stop | None:
        """The stop to go on from: what was reached, if it can be seen, else what can."""
        here = self.here
        if here is None and self.stop is None:
            return self._stops[0]
        if here is self.stop or step > 0:
            return here or self._first_seen()
        return next(reversed(self._seen()), None)

    def _scrolled_through(self, stop: Stop, step: int) -> bool:
        """Scroll if there is more to be seen of a paragraph that is too long; return whether there was."""
        box = self._box(stop)
        hidden = box.bottom() - self._height if step > 0 else -box.top()
        if stop is not self.stop or box.height() < self._height - 2 * _AROUND or hidden <= 0:
            return False
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + int(step * min(hidden + _AROUND, _PAGE * self._height)))
        return True

    def _first_seen(self) -> Stop | None:
        """The first paragraph that begins in view, or else the one that fills it."""
        seen = self._seen()
        return next((stop for stop in seen if self._box(stop).top() >= 0), seen[0] if seen else None)

    def _seen(self) -> list[Stop]:
        top = self._page.verticalScrollBar().value()
        return list(self._map.seen(top, top + self._height)) if self._map else []

    @property
    def _stops(self) -> tuple[Stop, ...]:
        return self._map.stops if self._map else ()

    @property
    def _height(self) -> float:
        return float(self._page.viewport().height())

    def _box(self, stop: Stop) -> QRectF:
        return stop.box.translated(0, -self._page.verticalScrollBar().value())
