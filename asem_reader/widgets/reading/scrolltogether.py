# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Scrolling of two pages together: by their paragraphs where both show one topic, else by their headings."""

from functools import partial

from PySide6.QtCore import QObject

from asem_reader.widgets.reading.column import ABOVE
from asem_reader.widgets.reading.pagemap import words_of
from asem_reader.widgets.reading.reader import Reader


class ScrollTogether(QObject):
    """Synchronised scrolling: whichever page moves, the other one follows."""

    def __init__(self, leading: Reader, following: Reader) -> None:
        """Have the second follow the first at once; from now on each follows the other."""
        super().__init__(leading)
        self._moving = False
        for one, other in ((leading, following), (following, leading)):
            one.verticalScrollBar().valueChanged.connect(partial(self._follow, one, other))
        self._follow(leading, following)

    def end(self) -> None:
        """Let each page be scrolled for itself again."""
        self._moving = True
        self.deleteLater()

    def _follow(self, one: Reader, other: Reader, _value: int = 0) -> None:
        if self._moving or not (one.page and one.map and other.page and other.map):
            return
        self._moving = True
        if one.page.place.slug != other.page.place.slug:
            _show_section(one, other)
        else:
            one.column.settle()
            other.verticalScrollBar().setValue(0)
            other.column.show(one.column.top)
        self._moving = False


def _show_section(one: Reader, other: Reader) -> None:
    """Bring to the top the section of the same heading, as far on in it; a page without it stays."""
    height = one.verticalScrollBar().value()
    theirs = {title: (top, foot) for title, top, foot in _sections(other)}
    for title, top, foot in _sections(one):
        if top <= height < foot and title in theirs:
            start, end = theirs[title]
            other.verticalScrollBar().setValue(round(start + (height - top) / (foot - top) * (end - start)))


def _sections(reader: Reader) -> list[tuple[str, float, float]]:
    """The sections of a page by their headings, with top and foot; "" for what is above the first."""
    headings = reader.map.headings if reader.map else ()
    tops = [("", 0.0), *((words_of(stop.parts[0]), stop.box.top() - ABOVE) for stop in headings)]
    ends = [top for _, top in tops[1:]] + [reader.document().size().height()]
    return [(title, top, max(end, top + 1)) for (title, top), end in zip(tops, ends, strict=True)]
