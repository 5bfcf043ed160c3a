# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Page view: the very pages, one below the other or facing, at any size, drawn only where they are seen."""

from functools import reduce

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from asem_reader.core.language import _
from asem_reader.viewmodels.printing.pageimages import BAND, PageImages
from asem_reader.widgets.controls.announce import SETTLED

FIT_WIDTH, FIT_PAGE = "width", "page"
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_GAP = 16
_POINTS = 72
_SCREEN_DPI = 96  # at 100 %


class PageView(QAbstractScrollArea):
    """Scroll area with pages; paper is white whatever the theme.

    Signals:
        turned (int, int): the page at the top is another, or there are more or fewer of them.
        zoomed (float): pages are shown at another size, 1 for that of paper.
    """

    turned = Signal(int, int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = 1.0  # 1 for the size of paper at 96 dots an inch
        self.fit = FIT_WIDTH  # or FIT_PAGE; empty while the size does not follow the window
        self.boxes: list[QRect] = []  # of the pages, from the top left of the first view
        self._images: PageImages | None = None
        self._facing = False
        self._told = (0, 0)
        self._hearing = QTimer(self, singleShot=True, interval=SETTLED)  # else the text would be said twice
        self._hearing.timeout.connect(self._hear)
        self.setAccessibleName(_("Pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setObjectName("pages")
        self.setMinimumSize(200, 160)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self._images.sizes) if self._images else 0

    @property
    def current(self) -> int:
        """The page that is seen most, the first being 0; 0 without pages."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height() - 1
        seen = [min(box.bottom(), bottom) - max(box.top(), top) for box in self.boxes]
        return seen.index(max(seen)) if seen else 0

    def show_images(self, images: PageImages | None) -> None:
        """Show other pages, at the same spot if there are as many, or none; let go of those before."""
        before, self._images = self._images, images
        if before:
            before.close()
        self._arrange()

    def show_facing(self, facing: bool) -> None:
        """Show two pages side by side, or one."""
        self._facing = facing
        self._arrange()

    def fit_to(self, fit: str) -> None:
        """Let the size follow the window: `FIT_WIDTH` or `FIT_PAGE`."""
        self.fit = fit
        self._arrange()

    def zoom_to(self, scale: float) -> None:
        """Show pages at a size of their own, 1 for that of paper."""
        self.fit = ""
        self.scale = scale
        self._arrange()

    def zoom_by(self, step: int) -> None:
        """Show pages one step larger, or with -1 smaller."""
        if step > 0:
            self.zoom_to(next((zoom for zoom in ZOOMS if zoom > self.scale * 1.01), ZOOMS[-1]))
        else:
            self.zoom_to(next((zoom for zoom in reversed(ZOOMS) if zoom < self.scale * 0.99), ZOOMS[0]))

    def go_to(self, page: int) -> None:
        """Show the top of a page, the first being 0."""
        if self.boxes:
            box = self.boxes[min(max(page, 0), self.count - 1)]
            self.verticalScrollBar().setValue(box.top() - _GAP // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: arrange the pages anew."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 (Qt's signature)
        """Qt: draw what is seen now, and say which page it is."""
        self.viewport().update()
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: have something to be heard."""
        super().focusInEvent(event)
        self._hearing.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: page by page with Page Up and Down, to the ends, larger and smaller."""
        step = 2 if self._facing else 1
        first = self.current - self.current % step
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        turns = {Qt.Key.Key_PageDown: first + step, Qt.Key.Key_PageUp: first - step}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.count - 1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        fits = {Qt.Key.Key_0: FIT_WIDTH, Qt.Key.Key_9: FIT_PAGE}
        pages = ends if control else turns | ends
        key = Qt.Key(event.key())
        if key in pages:
            self.go_to(pages[key])
        elif key in zooms:
            self.zoom_by(zooms[key])
        elif key in fits:
            self.fit_to(fits[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: larger and smaller with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the bands of pages that are to be seen anew."""
        painter = QPainter(self.viewport())
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.translate(-offset)
        seen = event.rect().translated(offset)
        for index, box in enumerate(self.boxes):
            if box.adjusted(-2, -2, 2, 2).intersects(seen):
                self._paint(painter, index, box, seen)
        painter.translate(offset)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint(self, painter: QPainter, index: int, box: QRect, seen: QRect) -> None:
        assert self._images
        ratio = self.devicePixelRatioF()
        dpi = _SCREEN_DPI * self.scale * ratio
        painter.fillRect(box, Qt.GlobalColor.white)
        first = max(0, int((seen.top() - box.top()) * ratio) // BAND)
        last = min(self._images.rows(index, dpi) - 1, int((seen.bottom() + 1 - box.top()) * ratio)) // BAND
        for number in range(first, last + 1):
            image = self._images.band(index, dpi, number)
            image.setDevicePixelRatio(ratio)
            painter.drawImage(box.topLeft() + QPoint(0, round(number * BAND / ratio)), image)
        painter.setPen(self.palette().placeholderText().color())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))  # last: a band may be a pixel wider than its page

    def _arrange(self) -> None:
        """Say where each page stands, and keep the same share of them above the view, and left of it."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        left = across.value() / across.maximum() if across.maximum() else 0.5  # the middle of what was narrow
        above = along.value() / along.maximum() if along.maximum() else 0.0
        self.scale = self._fitting()
        self.boxes = self._placed()
        right = max((box.right() for box in self.boxes), default=0) + _GAP
        bottom = max((box.bottom() for box in self.boxes), default=0) + _GAP
        view = self.viewport().size()
        for bar, share, far, room in (
            (across, left, right, view.width()),
            (along, above, bottom, view.height()),
        ):
            bar.setRange(0, max(0, far - room))
            bar.setPageStep(room)
            bar.setValue(round(share * bar.maximum()))
        self.viewport().update()
        self.zoomed.emit(self.scale)
        self._tell()

    def _fitting(self) -> float:
        if not self._images or not self.fit:
            return self.scale
        across = 2 if self._facing and self.count > 1 else 1
        page = reduce(QSizeF.expandedTo, self._images.sizes) * (_SCREEN_DPI / _POINTS)
        # As if the bar were there: else it would come and go as pages become wider and narrower.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - (across + 1) * _GAP
        scale = room / (page.width() * across)
        if self.fit == FIT_PAGE:
            scale = min(scale, (self.height() - 2 * _GAP) / page.height())
        return min(max(scale, 0.1), ZOOMS[-1])

    def _placed(self) -> list[QRect]:
        if not self._images:
            return []
        sizes = [
            (size * (self.scale * _SCREEN_DPI / _POINTS)).toSize().expandedTo(QSize(1, 1))
            for size in self._images.sizes
        ]
        step = 2 if self._facing and len(sizes) > 1 else 1
        wide = max(size.width() for size in sizes) * step + (step - 1) * _GAP
        left = max(_GAP, (self.viewport().width() - wide) // 2)
        boxes, x, top = list[QRect](), left, _GAP
        for number, size in enumerate(sizes, 1):
            boxes.append(QRect(QPoint(x, top), size))
            x += size.width() + _GAP
            if number % step == 0:
                x, top = left, max(box.bottom() for box in boxes[-step:]) + 1 + _GAP
        return boxes

    def _tell(self) -> None:
        if self._told != (self.current, self.count):
            self._told = page, count = self.current, self.count
            self.turned.emit(page, count)
            name = _("Page {number} of {count}").format(number=page + 1, count=count)
            self.setAccessibleName(name if count else _("Pages"))
            self._hearing.start()

    def _hear(self) -> None:
        """Let a screen reader have the text of the page."""
        text = self._images.text(self.current) if self._images and self.hasFocus() else ""
        self.setAccessibleDescription(text)
