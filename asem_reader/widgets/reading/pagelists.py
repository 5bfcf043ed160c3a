# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dialog with the headings, links and sources of a page as lists, to go to each."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.language import _
from asem_reader.widgets.reading.pagelinks import PageLink, PageLinks
from asem_reader.widgets.reading.pagemap import PageMap, Stop, words_of

_TARGET = Qt.ItemDataRole.UserRole


class PageListsDialog(QDialog):
    """What a screen reader lists of a web page, and cannot of Qt's text browser; Enter goes there."""

    handbook = "reading"  # its chapter

    def __init__(self, page_map: PageMap, links: PageLinks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = QTabWidget()
        self._buttons = QDialogButtonBox()
        self._build(page_map.stops, links)

    @property
    def chosen(self) -> Stop | PageLink | None:
        """What is to be gone to; None for nothing."""
        lists = self._tabs.currentWidget()
        row = lists.currentItem() if isinstance(lists, QListWidget) else None
        return row.data(_TARGET)[0] if row else None

    def _build(self, stops: tuple[Stop, ...], links: PageLinks) -> None:
        self.setWindowTitle(_("Headings, links and sources"))
        self.resize(520, 480)
        headings = [stop for stop in stops if stop.parts[0].blockFormat().headingLevel()]
        sources = [stop for stop in stops if stop.anchor.startswith("source-")]
        others = {(link.text, link.address): link for link in reversed(links.all) if not link.is_number}
        self._add(_("&Headings"), [(words_of(stop.parts[0]), stop) for stop in headings])
        self._add(_("&Links"), [(text, link) for (text, _to), link in reversed(others.items())])
        self._add(_("&Sources"), [(" ".join(map(words_of, stop.parts)), stop) for stop in sources])
        go = self._buttons.addButton(_("Go there"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        self._buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):  # a list would take them for its own
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._turn, step))
        column = QVBoxLayout(self)
        column.addWidget(self._tabs)
        column.addWidget(self._buttons)
        self._tabs.setAccessibleName(_("Lists of the page"))
        self._tabs.currentWidget().setFocus()

    def _turn(self, step: int) -> None:
        self._tabs.setCurrentIndex((self._tabs.currentIndex() + step) % self._tabs.count())

    def _add(self, title: str, rows: "list[tuple[str, Stop]] | list[tuple[str, PageLink]]") -> None:
        """A tab with a list, if there is anything to be listed."""
        view = QListWidget()
        view.setWordWrap(True)
        view.setAccessibleName(title.replace("&", ""))
        for text, target in rows:
            item = QListWidgetItem(text, view)
            item.setData(_TARGET, (target,))  # in a tuple of its own: Qt would make a list of it
        view.setCurrentRow(0)
        view.itemActivated.connect(self.accept)
        if rows:
            self._tabs.addTab(view, title)
