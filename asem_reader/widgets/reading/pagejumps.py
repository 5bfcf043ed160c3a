# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Jumps to and in the page: each gives it the keys, says where it led, and can be gone back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QTextBrowser

from asem_reader.core.trail import Standpoint
from asem_reader.widgets.reading.column import Column
from asem_reader.widgets.reading.pagelinks import PageLink, PageLinks
from asem_reader.widgets.reading.pagemap import PageMap, Stop
from asem_reader.widgets.reading.pagespeech import PageSpeech
from asem_reader.widgets.reading.paragraphcursor import ParagraphCursor

_LANDED = 200  # milliseconds after which a screen reader knows that the page has the keys


class PageJumps(QObject):
    """The jumps of one page; from a number to its source and back to the number."""

    changed = Signal()  # there is a way back in this page, or no longer
    missed = Signal()  # one is led to what the page does not show; it can still be brought back

    def __init__(
        self,
        page: QTextBrowser,
        paragraph: ParagraphCursor,
        links: PageLinks,
        column: Column,
        speech: PageSpeech,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._paragraph = paragraph
        self._links = links
        self._column = column
        self._speech = speech
        self._map: PageMap | None = None
        self._steps: list[Standpoint] = []
        self._landing = QTimer(self, singleShot=True, interval=_LANDED)
        self._told: Callable[[], None] | None = None
        self._landing.timeout.connect(self._tell)

    def begin(self, page_map: PageMap | None) -> None:
        """Go in another layout of the page, or in none."""
        self._map = page_map

    def forget(self) -> None:
        """Forget the ways back: another page is shown."""
        self._steps.clear()
        self._landing.stop()

    @property
    def can_go_back(self) -> bool:
        """True if there is a way back in this page."""
        return bool(self._steps)

    def land(self) -> None:
        """Let the page have the keys after a jump to it, and say where that led, but for the title."""
        stop = self._paragraph.stop
        self._land(partial(self._speech.tell, stop) if stop and stop.number else None)

    def cancel(self) -> None:
        """Say nothing of it any more: one has gone on."""
        self._landing.stop()

    def go(self, anchor: str) -> None:
        """Go to an anchor of the page; nothing happens if it has none."""
        if self._map and not self._map.named(anchor):
            self.missed.emit()
        stop = self._map.named(anchor) if self._map else None
        if stop:
            self.go_to(stop)

    def go_to(self, target: Stop | PageLink) -> None:
        """Go to a paragraph of the page, which comes to the top, or to a link, which gets the keys."""
        self._steps.append(self._step())
        if isinstance(target, PageLink):
            self._links.go(target)
            self._land(partial(self._speech.tell_link, target))
        else:
            self._column.show(self._column.spot(target))
            self._paragraph.arrive(target)
            self._land(partial(self._speech.tell, target))
        self.changed.emit()

    def back(self) -> bool:
        """Go back to where the last jump began; return whether there was one."""
        if not self._steps:
            return False
        stop = self._return(to_link=True) or (self._map.title if self._map else None)
        self._land(partial(self._speech.tell, stop) if stop else None)
        return True

    @property
    def steps(self) -> tuple[Standpoint, ...]:
        """From where one jumped on this page, and at the end where one is."""
        return (*self._steps, self._step())

    def resume(self, steps: tuple[Standpoint, ...]) -> None:
        """Be on the page again as one was when these were its steps; nothing happens for none."""
        self._steps = list(steps)
        if steps:
            self._return(to_link=steps[-1].on_link)

    def _return(self, *, to_link: bool) -> Stop | None:
        """Be where the last step says, on the link there if wished; return the paragraph, if it is in one."""
        step = self._steps.pop()
        stop = self._column.stop_at(step.here)
        caret = self._page.textCursor()
        caret.setPosition(stop.position + step.letter if stop else 0)
        self._page.setTextCursor(caret)
        link = self._links.at(caret.position()) if to_link else None
        if link:
            self._links.go(link)
        self._page.verticalScrollBar().setValue(0)
        self._column.show(step.top)
        self.changed.emit()
        return self._paragraph.stop

    def _step(self) -> Standpoint:
        position = self._page.textCursor().position()
        stop = self._map.at(position) if self._map else None
        self._column.settle()
        here = self._column.spot(stop) if stop else None
        return Standpoint(
            here, position - stop.position if stop else 0, self._column.top, self._links.here is not None
        )

    def _land(self, tell: Callable[[], None] | None) -> None:
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._told = tell
        self._landing.start()

    def _tell(self) -> None:
        """Say where one is, unless the keys went elsewhere meanwhile; they may still be on their way."""
        if self._told and QApplication.focusWidget() in (self._page, None):
            self._told()
