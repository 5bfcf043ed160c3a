# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The words that are marked on a page because they were looked for, and the way from one to the next."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QTextBrowser, QTextEdit, QWidget

from asem_reader.core.language import _
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.widgets.controls.announce import Announcer
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linefield import LineField

_HEIGHT = 4.0  # of a tick
_AROUND = 70  # pixels kept free above and below a word that is reached


class TickedBar(QScrollBar):
    """Paints a tick for each marked word over the bar; the one that was reached stands out."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.colours: Theme = LIGHT
        self.ticks: tuple[float, ...] = ()  # from 0 for the top of the page to 1 for its end
        self._here = -1

    def show_ticks(self, ticks: tuple[float, ...], here: int, colours: Theme) -> None:
        """Show these ticks; `here` is the one that was reached, -1 for none."""
        if (ticks, here, colours) != (self.ticks, self._here, self.colours):
            self.ticks, self._here, self.colours = ticks, here, colours
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the bar, and the ticks over it; of ticks that would touch, the first is painted."""
        super().paintEvent(event)
        if not self.ticks:
            return
        painter = QPainter(self)
        last = -_HEIGHT
        for tick in self.ticks:
            top = self._top(tick)
            if top - last >= _HEIGHT - 1:
                self._paint(painter, top, self.colours.found, self.colours.muted)
                last = top
        if 0 <= self._here < len(self.ticks):
            self._paint(painter, self._top(self.ticks[self._here]), self.colours.here, self.colours.ink)
        painter.end()

    def _top(self, tick: float) -> float:
        return round(tick * (self.height() - _HEIGHT))

    def _paint(self, painter: QPainter, top: float, colour: str, edge: str) -> None:
        """A hairline round the tick: the found words' ground alone is too near to the paper's."""
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(colour))
        painter.drawRect(QRectF(1.5, top + 0.5, self.width() - 3.0, _HEIGHT - 1))


class FoundWords(QObject):
    """Grounds under found words, as extra selections over the document, and ticks over the scroll bar."""

    counted = Signal(int, int)  # which of the words was reached, 0 for none, and how many there are

    def __init__(self, page: QTextBrowser, bar: TickedBar) -> None:
        super().__init__(page)
        self.colours: Theme = LIGHT
        self.edged = False
        self.places: list[QTextCursor] = []
        self._page = page
        self._bar = bar
        self._here = -1
        self._ticks: tuple[float, ...] = ()

    @property
    def here(self) -> int:
        """The number of the word that was reached, from 1; 0 for none."""
        return self._here + 1

    @property
    def found(self) -> int:
        """The number of words that are marked."""
        return len(self.places)

    def mark(self, words: Iterable[str]) -> None:
        """Mark all places where one of the words stands as a whole word."""
        self.places = list(_matches(self._page.document(), words, r"(?<!\w)(?:{})(?!\w)"))
        self._here = -1
        self.lay_ticks()

    def find(self, text: str) -> None:
        """Mark every place where the letters of `text` stand, and go to the first from here on."""
        self.places = list(_matches(self._page.document(), [text], "{}"))
        here = self._page.textCursor()
        self._here = next((i for i, hit in enumerate(self.places) if hit >= here), 0) - 1
        self.lay_ticks()
        self.go_on()

    def go_on(self, step: int = 1) -> None:
        """Go on to the next word, or back with -1; round at the end."""
        if not self.places:
            self.lay()
            return
        start = self._here if self._here >= 0 or step > 0 else 0
        self._here = (start + step) % len(self.places)
        cursor = QTextCursor(self.places[self._here])
        cursor.setPosition(cursor.selectionStart())
        self._page.setTextCursor(cursor)
        self._show_cursor()
        self.lay()

    def start_from(self, cursor: QTextCursor | None) -> None:
        """Stand at the first word from a cursor on; at none for None."""
        self._here = next((i for i, hit in enumerate(self.places) if hit >= cursor), -1) if cursor else -1
        self.lay()

    def lay_ticks(self) -> None:
        """Look where the words stand now, and mark them."""
        self._ticks = tuple(map(_height_of, self.places))
        self.lay()

    def lay(self) -> None:
        """Mark the words; with an edge, while they may stand on a ground of their own colour."""
        colours = self.colours
        words = []
        for index, place in enumerate(self.places):
            word = QTextEdit.ExtraSelection()
            word.cursor = place
            word.format.setBackground(QColor(colours.found))
            if index == self._here:  # dark where the others are light, and the other way round
                word.format.setBackground(QColor(colours.here))
                word.format.setForeground(QColor(colours.paper))
            if self.edged:
                word.format.setProperty(QTextFormat.Property.OutlinePen, QPen(colours.muted))
            words.append(word)
        self._page.setExtraSelections(words)
        self._bar.show_ticks(self._ticks, self._here, colours)
        self.counted.emit(self.here, len(self.places))

    def _show_cursor(self) -> None:
        """Scroll until the cursor's line can be read with some of what stands around it."""
        line = self._page.cursorRect()
        above, below = line.top() - _AROUND, line.bottom() + _AROUND - self._page.viewport().height()
        if above < 0 or below > 0:
            self._bar.setValue(self._bar.value() + (above if above < 0 else below))


class FindBar(QWidget):
    """Bar below the page: marks what is typed, in this page alone. Searching everything is another thing."""

    handbook = "reading"  # its chapter

    typed = Signal(str)  # find this
    stepped = Signal(int)  # on to the next with 1, back with -1
    left = Signal()  # the bar was put away

    def __init__(self) -> None:
        super().__init__()
        self.field = LineField(placeholderText=_("Find on page"))
        self._count = PlainLabel()
        self._spoken = Announcer(self)
        self._build()

    def open_field(self) -> None:
        """Show the bar, ready to type."""
        self.show()
        self.field.setFocus()
        self._spoken.forget()
        if self.field.text():
            self.field.selectAll()

    def count(self, here: int, found: int) -> None:
        """Say where one is among the places found."""
        at = _("{number} of {count}").format(number=here, count=found)
        self._count.setText("" if not self.field.text() else at if found else _("Not on this page"))
        self._spoken.say(self._count.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Enter and Shift+Enter; leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field.add_clear_button()
        self.field.setAccessibleName(_("Find on page"))
        self.field.setMaximumWidth(360)
        self.field.textChanged.connect(self.typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self.field)
        row.addWidget(self._count)
        row.addStretch(1)
        self.hide()


def _height_of(cursor: QTextCursor) -> float:
    """Height of a cursor's line in its document: 0 for the top, 1 for the end."""
    block, layout = cursor.block(), cursor.document().documentLayout()
    top = layout.blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(cursor.selectionStart() - block.position())
    within = line.y() if line.isValid() else 0.0
    return min(1.0, (top + within) / max(1.0, layout.documentSize().height()))


def _matches(document: QTextDocument, texts: Iterable[str], around: str) -> Iterator[QTextCursor]:
    """Every place of one of the texts, with what a pattern wants around it; of two that fit the longest.

    They are compared as a search in notes compares them, whatever their case, accents and signs.
    """
    wanted = tuple(filter(None, texts))
    if not wanted:
        return
    from asem_reader.core.folding import placed, plain  # noqa: PLC0415 (few pages are opened with found words)

    longest_first = sorted(filter(None, map(plain, wanted)), key=len, reverse=True)
    pattern = re.compile(around.format("|".join(map(re.escape, longest_first))))
    text = document.toPlainText()
    page, places = placed(text)
    # In a document a sign beyond the first 65,536 takes two places.
    units = range(len(text) + 1) if max(text, default="") <= "\uffff" else [0, *accumulate(map(_units, text))]
    for match in pattern.finditer(page) if longest_first else ():
        cursor = QTextCursor(document)
        cursor.setPosition(units[places[match.start()]])
        # A letter of which a part was found is marked whole, with accents of its own behind it.
        end = max(places[match.end()], places[match.end() - 1] + 1)
        cursor.setPosition(units[end], QTextCursor.MoveMode.KeepAnchor)
        yield cursor


def _units(sign: str) -> int:
    return 2 if sign > "\uffff" else 1
