# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The results with what stands over them: what was mended or left out, and ways to narrow the search."""

import html
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QListView, QStackedLayout, QVBoxLayout, QWidget

from asem_reader.core.language import _, ngettext
from asem_reader.core.place import Place
from asem_reader.core.search.hit import Found, Hit, answer_said
from asem_reader.core.search.query import filters, unfiltered
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.viewmodels.search.hits import HitsModel, Index
from asem_reader.viewmodels.search.rows import PastSearch
from asem_reader.viewmodels.search.rows import said as row_said
from asem_reader.widgets.controls.announce import Announcer
from asem_reader.widgets.controls.keysnow import with_keys
from asem_reader.widgets.controls.label import LinkLabel
from asem_reader.widgets.controls.placemenu import PlaceMenu
from asem_reader.widgets.search.answerrow import EDGE, AnswerRow
from asem_reader.widgets.search.scopes import ScopeBar

LITERAL_KEY = "Alt+Enter"
_LITERAL = "literal"
_AHEAD = 4  # rows that are fetched before one walks to them


class Results(QListView):
    """List view of what was found, best first, under headings."""

    chosen = Signal(object)  # Row: the reader wishes to open it
    dropped = Signal(object)  # PastSearch: the reader wishes to take it away

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._row = AnswerRow(self)
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setAccessibleName(_("Search results"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.menu = PlaceMenu(self, self._place_at)
        model.found.connect(self._show_best)
        model.recalled.connect(self.scrollToTop)

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self._row.dress(colours)
        self.viewport().update()

    def choose_current(self) -> None:
        """Open the current row."""
        self._choose(self.currentIndex())

    def drop_current(self) -> None:
        """Take the current row away, if it is a search of before."""
        row = self._model.row_at(self.currentIndex())
        if isinstance(row, PastSearch):
            self.dropped.emit(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt: at the first row, show the heading over it as well; near the last, fetch more."""
        super().currentChanged(current, previous)
        if current.row() >= self._model.rowCount() - _AHEAD:
            self._model.fetchMore(QModelIndex())
        if current.isValid() and current == self._model.best:
            self.scrollToTop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row, so that a screen reader has something to say."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.best)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the pane; take a search of before away with Delete."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_current()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a search of before away by its cross."""
        row = self._model.row_at(self.indexAt(event.position().toPoint()))
        if isinstance(row, PastSearch) and event.position().x() > self.viewport().width() - EDGE:
            self.dropped.emit(row)
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap rows anew for another width; Qt does so for another height alone."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _show_best(self) -> None:
        self.setCurrentIndex(self._model.best)
        self.scrollToTop()

    def _place_at(self, index: QModelIndex) -> Place | None:
        row = self._model.row_at(index)
        return row.place if isinstance(row, Hit) else None

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.chosen.emit(row)


class ResultPane(QWidget):
    """Pane of what answers the search; an answer of nothing is a sentence that helps."""

    handbook = "search"  # its chapter

    literal_wished = Signal()  # the text is to be searched as it is written, or no longer
    search_wished = Signal(str)  # this may have been meant, and is to be searched for
    left = Signal()  # Esc

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = Results(model)
        self.scopes = ScopeBar()
        self.told = LinkLabel()
        self.empty = LinkLabel()
        self._spoken = Announcer(self)
        self._model = model
        self._accent = LIGHT.accent
        self._stack = QStackedLayout()
        self._build()
        self._join()

    def dress(self, colours: Theme) -> None:
        """Draw everything in these colours."""
        self._accent = colours.accent
        self.results.dress(colours)
        self._show_answer()

    def focus_answer(self) -> None:
        """Take the keys to the results, or to the sentence in their place."""
        (self._stack.currentWidget() or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc from anywhere in the pane."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: say nothing of a search that was left."""
        super().hideEvent(event)
        self._spoken.forget()

    def _build(self) -> None:
        self.setAccessibleName(_("Search results"))
        for label in (self.told, self.empty):
            label.setIndent(0)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            label.linkActivated.connect(self._follow)
        self.told.setObjectName("told")
        self.empty.setObjectName("empty")
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.told)
        column.addWidget(self.scopes)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.results)  # now: else it would be a window for a moment
        self._stack.addWidget(self.empty)

    def _join(self) -> None:
        for changed in (self._model.found, self._model.recalled, self._model.waiting):
            changed.connect(self._show_answer)
        self._model.found.connect(self._announce)
        self._model.recalled.connect(self._spoken.forget)
        self._model.counted.connect(self._show_scopes)

    def _show_answer(self) -> None:
        model = self._model
        self._show_scopes()
        told = self._told() if model.rowCount() else ""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        if not model.rowCount():
            self.empty.setText(self._nothing())
        self._stack.setCurrentWidget(self.results if model.rowCount() else self.empty)

    def _show_scopes(self) -> None:
        self.scopes.show_scopes(self._model.answer.scopes, filters(self._model.text))

    def _announce(self) -> None:
        """Let a screen reader say what was found, while the keys stay in the field."""
        said = self.told.text() if self._model.rowCount() else self.empty.text()
        count = self._model.hits
        plain = QTextDocumentFragment.fromHtml(said).toPlainText()
        more = ngettext("{count} or more result.", "{count} or more results.", count)
        found = ngettext("{count} result.", "{count} results.", count) if self._model.all_found else more
        answer = row_said(self._model.answer.answer)[1] if self._model.answer.answer else ""
        self._spoken.say(" ".join(filter(None, (answer, found.format(count=count), plain))))

    def _told(self) -> str:
        """The sentence on what was searched for instead of what was typed, and how to insist."""
        answer = self._model.answer
        if self._model.literal:
            return f"{_('Only what is written so.')} {self._literal(_('Search as usual'))}"
        said = self._said(answer)
        return f"{said} {self._literal(_('Search as typed'))}" if said else ""

    def _nothing(self) -> str:
        """The sentence on what to try when there is no answer."""
        words, narrow = unfiltered(self._model.text).strip(), filters(self._model.text)
        if self._model.asking:
            return _("Searching …")
        if "has:note" in narrow:
            return with_keys(self, _("None of your notes has this. Ctrl+M writes a note on a paragraph."))
        if not any(letter.isalnum() for letter in words):
            return _("Type a word, an acronym or a symbol.")
        said = _nothing_has(words, narrow)
        if self._model.literal:
            return f"{said} {self._literal(_('Search as usual'))}"
        cure = ngettext(
            "Try its first letters.",
            "Try more general ones, or the first letters of one.",
            len(words.split()),
        )
        offered = self._said(self._model.answer)
        wider = [_("Take a filter out by its button above.")] if narrow else []
        return " ".join(filter(None, [said, offered, *wider, cure]))

    def _said(self, answer: Found) -> str:
        """What is not here, what was looked for instead, and what may have been meant, which is a link."""
        said = html.escape(" ".join(answer_said(replace(answer, offered=()))), quote=False)
        asked = (self._link(str(number), offer.asked) for number, offer in enumerate(answer.offered))
        return " ".join(filter(None, (said, *asked)))

    def _literal(self, text: str) -> str:
        return f"{self._link(_LITERAL, text)} ({LITERAL_KEY})"

    def _link(self, target: str, text: str) -> str:
        return f'<a href="{target}" style="color: {self._accent}">{html.escape(text, quote=False)}</a>'

    def _follow(self, target: str) -> None:
        if target == _LITERAL:
            self.literal_wished.emit()
        else:
            offer = self._model.answer.offered[int(target)]
            self.search_wished.emit(self._model.text.replace(offer.typed, offer.used))


def _nothing_has(words: str, narrow: tuple[str, ...]) -> str:
    """Say what was sought in vain, and under which filters."""
    count = len(words.split())
    said = ngettext("Nothing has this word: {words}.", "Nothing has these words: {words}.", count)
    under = ngettext(
        "Nothing under {filters} has this word: {words}.",
        "Nothing under {filters} has these words: {words}.",
        count,
    )
    filters = _quoted(list(narrow), _("{words} and {last}")) if narrow else ""
    return (under if narrow else said).format(words=html.escape(words), filters=filters)


def _quoted(words: list[str], joined: str) -> str:
    *others, last = (f"“{html.escape(word)}”" for word in dict.fromkeys(words))
    return joined.format(words=", ".join(others), last=last) if others else last
