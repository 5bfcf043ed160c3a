# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The figures of a page: each is painted over the room that the document leaves for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.content import Illustration, Page
from asem_reader.core.language import _
from asem_reader.core.place import Place
from asem_reader.core.theme import Theme
from asem_reader.widgets.reading.pagemap import Stop

if TYPE_CHECKING:
    from asem_reader.core.drawing.figure import Figure

SCHEME = "figure"  # of their addresses (pages/topic.py)
_TYPE = 0.11  # pixels a point of a figure, for each point of the body's size: its type is a little smaller
_LEAST = 1.2  # pixels a point: in a smaller figure nobody could read its smallest type
_MARGIN = 28.0  # left on both sides in a narrow window
_RIGHT = Qt.TextElideMode.ElideRight
_ABOVE = 10  # pixels between what stands above a figure and its title


class PageFigures:
    """Places the figures of a page in its document, paints them, and tells what is pointed at.

    A figure may be wider than a line of text should be. So the document has but an empty image as high as it.
    On a page too narrow for its type to be read, its narrow form stands there, or its title as a link to it.
    """

    def __init__(self, page: QTextBrowser) -> None:
        self._page = page
        self._figures: tuple[Illustration, ...] = ()
        self._blocks: list[QTextBlock] = []
        self._size = 1.0

    def begin(self, page: Page) -> None:
        """Find the rooms in the document of a page."""
        self._figures, self._blocks, self._size = page.figures, [], page.size
        document, nothing = self._page.document(), QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(0)
        for number in range(len(page.figures)):
            name = QUrl(f"{SCHEME}:{number}")
            document.addResource(QTextDocument.ResourceType.ImageResource.value, name, nothing)
        block = document.begin()
        while self._figures and block.isValid():
            if block.text() == "\ufffc" and _image(block).name().startswith(SCHEME):
                self._blocks.append(block)
            block = block.next()

    def fit(self) -> None:
        """Leave as much room as the figures take at the page's width."""
        for illustration, block in zip(self._figures, self._blocks, strict=True):
            form = _image(block)
            height = _ABOVE + round(self._height(illustration))
            if form.height() != height:
                form.setHeight(height)
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(form)

    def paint(self, painter: QPainter, colours: Theme) -> None:
        """Paint those that can be seen."""
        if not self._figures:
            return
        from asem_reader.widgets.controls.drawing import paint  # noqa: PLC0415 (the first page has none)

        seen = QRectF(self._page.viewport().rect())
        for illustration, box in self.boxes():
            scale = self._scale(illustration)
            if box.intersects(seen) and scale:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(box.topLeft())
                paint(painter, self._shown(illustration), scale, colours)
                painter.restore()
            elif box.intersects(seen):
                painter.setPen(QColor(colours.accent))
                painter.setFont(self._page.document().defaultFont())
                said = _("Picture: {title}").format(title=illustration.figure.title)
                painter.drawText(box, painter.fontMetrics().elidedText(said, _RIGHT, int(box.width())))

    def at(self, point: QPointF) -> Place | Illustration | None:
        """What is under a point of the page: what a part leads to, or a figure that is but a link here."""
        for illustration, box in self.boxes():
            if box.contains(point):
                shown, scale = self._shown(illustration), self._scale(illustration)
                if not (scale and shown.targets):
                    return illustration
                at = (point - box.topLeft()) / scale
                return illustration.places.get(shown.key_at(at.x(), at.y()))
        return None

    def left_of(self, stop: Stop | None) -> float:
        """Where what is at a stop begins: the text in its column, a figure perhaps before that."""
        column, figure = self._page.document().rootFrame().frameFormat().leftMargin(), self.on(stop)
        return next((box.left() for one, box in self.boxes() if one is figure), column)

    def on(self, stop: Stop | None) -> Illustration | None:
        """The figure that a stop of the paragraph cursor is; None for any other."""
        found = zip(self._figures, self._blocks, strict=True)
        return next((figure for figure, block in found if stop and block in stop.parts), None)

    def of(self, address: str) -> Illustration | None:
        """The figure of an address; None for any other."""
        names = (f"{SCHEME}:{number}" for number in range(len(self._figures)))
        return dict(zip(names, self._figures, strict=True)).get(address)

    def heard(self, stop: Stop) -> str:
        """What is said of a figure at a stop; empty if it is none."""
        figure = self.on(stop)
        said = _("Figure: {title}. {alt} Enter shows it with its table.")
        return said.format(title=figure.figure.title, alt=figure.figure.alt) if figure else ""

    def boxes(self) -> Iterator[tuple[Illustration, QRectF]]:
        """The figures, each with where it is on the page as it is scrolled."""
        document, top = self._page.document(), self._page.verticalScrollBar().value()
        column, layout = document.rootFrame().frameFormat().leftMargin(), document.documentLayout()
        for illustration, block in zip(self._figures, self._blocks, strict=True):
            width = (
                self._shown(illustration).width * self._scale(illustration)
                or self._page.viewport().width() - 2 * column
            )
            left = max(min(column, self._page.viewport().width() - width - _MARGIN), _MARGIN)
            box = layout.blockBoundingRect(block)
            yield illustration, QRectF(left, box.top() - top + _ABOVE, width, self._height(illustration))

    @property
    def _room(self) -> float:
        return self._page.viewport().width() - 2 * _MARGIN

    def _scale(self, illustration: Illustration) -> float:
        """Pixels a point; 0 where there is too little room."""
        most = self._room / self._shown(illustration).width
        return min(max(self._size * _TYPE, _LEAST), most) if most >= _LEAST else 0.0

    def _height(self, illustration: Illustration) -> float:
        line = QFontMetricsF(self._page.document().defaultFont()).lineSpacing()
        return self._shown(illustration).height * self._scale(illustration) or line

    def _shown(self, illustration: Illustration) -> "Figure":
        """The figure, or its narrow form where the page is."""
        is_narrow = self._room < _LEAST * illustration.figure.width
        return (illustration.narrow if is_narrow else None) or illustration.figure


def _image(block: QTextBlock) -> QTextImageFormat:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return cursor.charFormat().toImageFormat()
