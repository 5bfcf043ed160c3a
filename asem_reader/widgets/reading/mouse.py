# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Mouse events on the page beyond those of Qt: signs in the margin, selections, the menu."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QTextBrowser, QToolTip

from asem_reader.core.place import Place, linked
from asem_reader.viewmodels.tooltip import tooltip
from asem_reader.widgets.controls.placemenu import Opening
from asem_reader.widgets.controls.viewport import viewport_of
from asem_reader.widgets.reading.markpaint import MarkPaint
from asem_reader.widgets.reading.pagefigures import PageFigures
from asem_reader.widgets.reading.pagetables import PageTables
from asem_reader.widgets.reading.pagetips import PageTips
from asem_reader.widgets.reading.paragraphcursor import ParagraphCursor

_INSIDE = QPoint(24, 24)  # of a paragraph: where its menu opens that a key asked for


class PageMouse(QObject):
    """The mouse on the page: looks at what comes to its viewport."""

    picked = Signal(object)  # tuple[Mark, ...]: the sign of these marks was clicked
    selected = Signal(bool)  # words were selected with the mouse, or none are any more
    led = Signal(object)  # Place, or Illustration: a part of a figure, or a figure's title, was clicked
    wished = Signal(object, object)  # Place, Opening: it was clicked with the middle button
    headed = Signal(str)  # an address that sorts: the head of a column was clicked
    asked = Signal(QPoint)  # what can be done here is asked for, at that point of the screen

    def __init__(
        self,
        page: QTextBrowser,
        marks: MarkPaint,
        paragraph: ParagraphCursor,
        figures: PageFigures,
        tips: PageTips,
        tables: PageTables,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._marks = marks
        self._paragraph = paragraph
        self._figures = figures
        self._tips = tips
        self._tables = tables
        self._hand = False
        viewport_of(page).installEventFilter(self)
        page.selectionChanged.connect(self._forget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: what is taken here is not the page's any more."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._release(event)
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            return self._point(event.position())
        elif event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._ask(event)
            return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tell(event)
        return super().eventFilter(watched, event)

    def place_at(self, at: QPoint) -> Place | None:
        """Where what stands at a point of the page leads to, if that is a place."""
        part = self._figures.at(at.toPointF())
        return part if isinstance(part, Place) else linked(self._page.anchorAt(at))

    def _release(self, event: QMouseEvent) -> None:
        there = self._marks.at(event.position())
        place = self.place_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and place:
            self.wished.emit(place, Opening.TAB)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._page.textCursor().hasSelection():
            self.selected.emit(True)
        elif there:
            self.picked.emit(there)
        elif target := self._figures.at(event.position()):
            self.led.emit(target)
        elif head := self._head_at(event.position()):
            self.headed.emit(head)

    def _point(self, at: QPointF) -> bool:
        """Show a hand over a sign or what leads on from a figure, unless something is being selected."""
        leads = self._marks.at(at) or self._figures.at(at) or self._head_at(at)
        over = bool(leads) and not self._page.textCursor().hasSelection()
        if over:
            self._page.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._hand and not self._page.anchorAt(at.toPoint()):
            self._page.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._hand = over
        return over

    def _head_at(self, at: QPointF) -> str:
        """The head of a table there, beside its sign, which is a link by itself."""
        point = at.toPoint()
        return "" if self._page.anchorAt(point) else self._tables.head_at(point)

    def _ask(self, event: QContextMenuEvent) -> None:
        """The menu is for what is selected, else for the paragraph under the pointer, or at the cursor."""
        point, here = event.globalPos(), self._paragraph.here
        if event.reason() is QContextMenuEvent.Reason.Keyboard and here:
            box = here.box.translated(0, -self._page.verticalScrollBar().value())
            point = self._page.viewport().mapToGlobal(box.topLeft().toPoint() + _INSIDE)
        elif not self._page.textCursor().hasSelection():
            self._page.setTextCursor(self._page.cursorForPosition(event.pos()))
        self.asked.emit(point)

    def _tell(self, event: QHelpEvent) -> bool:
        """Show what is written on the marks of a sign, or what a word stands for."""
        there = self._marks.at(event.pos().toPointF())
        if there:
            from asem_reader.widgets.reading.marktext import tip_on  # noqa: PLC0415 (few pages are pointed at first)

            said = tip_on(there, self._page.font())
        else:
            said = tooltip(self._tips.at(event.pos()))
        QToolTip.showText(event.globalPos(), said, self._page.viewport())
        return True

    def _forget(self) -> None:
        if not self._page.textCursor().hasSelection():
            self.selected.emit(False)
