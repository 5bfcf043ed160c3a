# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The results with what stands over them: what was mended or left out, and ways to narrow the search."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextDocumentFragment
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from asem_reader.core.language import _, ngettext
from asem_reader.core.search.query import filters, unfiltered
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.viewmodels.search.hits import HitsModel
from asem_reader.widgets.controls.label import RichLabel
from asem_reader.widgets.search.results import Results
from asem_reader.widgets.search.scopes import ScopeBar

LITERAL_KEY = "Alt+Enter"


class ResultPane(QWidget):
    """Shows what answers the search; an answer of nothing is a sentence that helps.

    Signals:
        literal_wished: the text is to be searched as it is written, or no longer.
        left: Esc.
    """

    literal_wished = Signal()
    left = Signal()

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = Results(model)
        self.scopes = ScopeBar()
        self.told = RichLabel()
        self.empty = RichLabel()
        self._model = model
        self._accent = LIGHT.accent
        self._stack = QStackedWidget()
        self._build()
        self._join()

    def dress(self, colours: Theme) -> None:
        """Draw everything in these colours."""
        self._accent = colours.accent
        self.results.dress(colours)
        self._show_answer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc from anywhere in the pane."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        for label in (self.told, self.empty):
            label.setWordWrap(True)
            label.setIndent(0)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            label.linkActivated.connect(self.literal_wished)
        self.told.setObjectName("told")
        self.told.setAccessibleName(_("About these results"))
        self.empty.setObjectName("empty")
        self.empty.setAccessibleName(_("No results"))
        self.told.hide()
        self._stack.addWidget(self.results)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.results)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.told)
        column.addWidget(self.scopes)
        column.addWidget(self._stack, 1)

    def _join(self) -> None:
        self._model.found.connect(self._show_answer)
        self._model.recalled.connect(self._show_answer)
        self._model.waiting.connect(self._show_answer)
        self._model.counted.connect(self._show_scopes)
        self.results.left.connect(self.left)

    def _show_answer(self) -> None:
        model = self._model
        self._show_scopes()
        told = self._told() if model.rowCount() else ""
        if told != self.told.text():
            self.told.setText(told)
        if self.told.isHidden() == bool(told):
            self.told.setVisible(bool(told))
        if not model.rowCount():
            self.empty.setText(self._nothing())
        self._stack.setCurrentWidget(self.results if model.rowCount() else self.empty)
        if QAccessible.isActive() and not model.asking:
            self._announce()

    def _show_scopes(self) -> None:
        self.scopes.show_scopes(self._model.answer.scopes, filters(self._model.text))

    def _announce(self) -> None:
        """Let a screen reader say what was found, while the keys stay in the field."""
        said = self.told.text() if self._model.rowCount() else self.empty.text()
        count = self._model.hits
        plain = QTextDocumentFragment.fromHtml(said).toPlainText()
        more = ngettext("{count} or more result.", "{count} or more results.", count)
        found = ngettext("{count} result.", "{count} results.", count) if self._model.all_found else more
        said = f"{found.format(count=count)} {plain}".rstrip()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _told(self) -> str:
        """What was searched for instead of what was typed, and how to insist."""
        answer = self._model.answer
        if self._model.literal:
            return f"{_('Only what is written so.')} {self._link(_('Search as usual'))}"
        lines = []
        if answer.mended:
            typed = _quoted([correction.typed for correction in answer.mended], _("{words} or {last}"))
            used = _quoted([correction.used for correction in answer.mended], _("{words} and {last}"))
            lines.append(_("Nothing has {typed}. Results for {used}.").format(typed=typed, used=used))
        if answer.left_out:
            lines.append(_("Without: {words}.").format(words=html.escape(", ".join(answer.left_out))))
        return " ".join([*lines, self._link(_("Search as typed"))]) if lines else ""

    def _nothing(self) -> str:
        """What to try when there is no answer."""
        words, narrow = unfiltered(self._model.text).strip(), filters(self._model.text)
        if self._model.asking:
            return _("Searching …")
        if "has:note" in narrow:
            return _("None of your notes has this. Ctrl+M writes a note on a paragraph.")
        if not any(letter.isalnum() for letter in words):
            return _("Type a word, an acronym or a symbol.")
        said = _nothing_has(words, narrow)
        if self._model.literal:
            return f"{said} {self._link(_('Search as usual'))}"
        cure = ngettext(
            "Try its first letters.",
            "Try fewer of them, or the first letters of one.",
            len(words.split()),
        )
        wider = [_("Take a filter out by its button above.")] if narrow else []
        return " ".join([said, *wider, cure])

    def _link(self, text: str) -> str:
        style = f"text-decoration: none; color: {self._accent}"
        return f'<a href="literal" style="{style}">{text}</a> ({LITERAL_KEY})'


def _nothing_has(words: str, narrow: tuple[str, ...]) -> str:
    """Say what was sought in vain, and under which filters."""
    count = len(words.split())
    said = ngettext("Nothing has this word: {words}.", "Nothing has all these words: {words}.", count)
    under = ngettext(
        "Nothing under {filters} has this word: {words}.",
        "Nothing under {filters} has all these words: {words}.",
        count,
    )
    filters = _quoted(list(narrow), _("{words} and {last}")) if narrow else ""
    return (under if narrow else said).format(words=html.escape(words), filters=filters)


def _quoted(words: list[str], joined: str) -> str:
    *others, last = (f"“{html.escape(word)}”" for word in dict.fromkeys(words))
    return joined.format(words=", ".join(others), last=last) if others else last
