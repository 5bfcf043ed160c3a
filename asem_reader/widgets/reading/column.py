# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The column of the page: how wide it is, and what stands at its top while its lines are broken anew."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.trail import Whereabouts
from asem_reader.widgets.reading.pagemap import PageMap, Stop
from asem_reader.widgets.reading.widetables import spread, wanted

ABOVE, _BELOW = 14, 6  # pixels left above a stop, and how far below its top it still counts
_LETTERS = 67  # of a line, on average, until others are wished for; the longest then has 72
_SAMPLE = "the leaders of both regions said in a declaration that dialogue among equals goes on "
_LEAST_MARGIN = 28.0
_TOP, _BOTTOM = 26, 60


class Column:
    """Sets the margins of a page, and keeps what stands at its top where it is.

    Attributes:
        top: what stands at the top; None at the very top of the page.
        letters: how many a line has on average; 0 for as many as there is room for.
        family: the typeface that is wished for; "" for that of the page.
    """

    def __init__(self, page: QTextBrowser) -> None:
        self._page = page
        self._map: PageMap | None = None
        self._wanted = self._beyond = 0  # letters that tables want, and pixels that they have more than text
        self.top: Whereabouts | None = None
        self.letters, self.family = _LETTERS, ""

    def use_type(self, family: str, letters: int) -> None:
        """Have pages in a typeface, "" for their own, in lines of so many letters, 0 for as wide as it is."""
        self.family, self.letters = family, letters

    def begin(self, page_map: PageMap | None) -> None:
        """Set another page, or none."""
        self._map = page_map
        if page_map:
            self._wanted, self._beyond = wanted(page_map.blocks), 0
            self.fit()

    def fit(self) -> None:
        """Leave margins so wide that a line has its number of letters, measured on those of English."""
        font = QFontMetricsF(self._page.document().defaultFont())
        # In whole pixels: a table's are rounded up, and past the column they would have the page scroll.
        letter = font.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        room = self._page.viewport().width()
        column = int(letter * self.letters) if self.letters else room
        margin = max(_LEAST_MARGIN, (room - column) // 2)
        rest = max(_LEAST_MARGIN, room - column - margin)
        beyond = int(min(max(0, letter * self._wanted - column), rest - _LEAST_MARGIN))
        root = self._page.document().rootFrame()
        form = root.frameFormat()
        if beyond != self._beyond:
            spread(self._page.document(), beyond)
        if abs(form.leftMargin() - margin) >= 1 or beyond != self._beyond:
            self._beyond = beyond
            form.setLeftMargin(margin)
            form.setRightMargin(rest - beyond)
            form.setTopMargin(_TOP)
            form.setBottomMargin(_BOTTOM)
            root.setFrameFormat(form)

    @property
    def first(self) -> Stop | None:
        """The first stop that can be seen; None at the very top of the page."""
        if self._map is None or not self._page.verticalScrollBar().value():
            return None
        left = self._page.document().rootFrame().frameFormat().leftMargin()
        # The first line that is not cut off by more than the room left above a stop.
        line = self._page.cursorForPosition(QPoint(int(left) + 1, ABOVE + _BELOW))
        return self._map.at(line.position())

    def settle(self) -> None:
        """Take what stands at the top now for what is to stay there."""
        first = self.first
        self.top = self.spot(first, self._page.verticalScrollBar().value() + ABOVE) if first else None

    def spot(self, stop: Stop, height: float = 0.0) -> Whereabouts:
        """The place of a stop, or a height of the document in it."""
        stops = self._map.stops[: stop.number + 1] if self._map else (stop,)
        named = next((each for each in reversed(stops) if each.anchor), stops[0])
        share = max(0.0, height - stop.box.top()) / max(1.0, stop.box.height())
        return Whereabouts(named.anchor, stop.number - named.number, min(share, 1.0))

    def stop_at(self, spot: Whereabouts | None) -> Stop | None:
        """The stop at a place; None for none, or if the page has it no more."""
        if spot is None or self._map is None:
            return None
        named = self._map.named(spot.anchor) if spot.anchor else self._map.title
        number = named.number + spot.after if named else len(self._map.stops)
        return next(iter(self._map.stops[number : number + 1]), None)

    def show(self, spot: Whereabouts | None) -> None:
        """Bring a place to the top; nothing happens for none."""
        stop = self.stop_at(spot)
        if spot and stop:
            self.top = spot
            self._page.verticalScrollBar().setValue(
                int(stop.box.top() + spot.share * stop.box.height()) - ABOVE
            )
