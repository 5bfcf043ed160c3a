# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The marks that need their reader: what each was on beside what it may be now, and what to do with it."""

import html
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.anchoring.editionindex import Location
from asem_reader.core.anchoring.wording import Stretch, compared
from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Mark, MarkId, Waiting
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.core.place import Slug
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.editions.waiting import WaitingMarks
from asem_reader.viewmodels.marks.marksaid import KINDS
from asem_reader.widgets.controls.closeddocument import ClosedDocument
from asem_reader.widgets.controls.label import PlainLabel, RichLabel, unkeyed

_WHY = {
    Waiting.TOPIC_GONE: N_("Its topic is not in this edition."),
    Waiting.BLOCK_GONE: N_("Its paragraph is not in this edition."),
    Waiting.WORDS_GONE: N_("Its words are not in the paragraph any more."),
    Waiting.IN_DOUBT: N_("It is not certain where it belongs."),
}
_MOST_OF_NOTE = 300


class WaitingDialog(QDialog):
    """Shows one mark after another. Every step is kept at once, and Ctrl+Z takes it back."""

    def __init__(
        self,
        waiting: WaitingMarks,
        title_of: Callable[[Slug], str],
        colours: Theme,
        size: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._waiting = waiting
        self._title_of = title_of
        self._colours = colours
        self._size = size
        self._shown: MarkId | None = None
        self._head = RichLabel()
        self._note = PlainLabel()
        self._then, self._now = ReadOnlyText(self), ReadOnlyText(self)
        self._then_head, self._now_head = PlainLabel(), PlainLabel()
        self._hint = PlainLabel()
        self._place = QPushButton(_("&Place it here"))
        self._next = QPushButton(_("&Next place"))
        self._topic = QPushButton(_("Keep it on the &topic"))
        self._bin = QPushButton(_("Into the &bin"))
        self._later = QPushButton(_("&Later"))
        self._undo = QPushButton(_("&Undo"))
        self._close = QPushButton(_("&Close"))
        self._build()
        self._join()
        self.show_mark()

    def show_mark(self) -> None:
        """Show the mark that is looked at, or that none is left."""
        mark = self._waiting.mark
        for part in (self._place, self._next, self._topic, self._bin, self._later):
            part.setEnabled(mark is not None)
        self._undo.setEnabled(self._waiting.can_take_back)
        if mark is None:
            self._show_end()
            return
        for text in (self._then, self._now, self._then_head, self._now_head):
            text.show()
        many = self._waiting.count > 1
        number = _("{number} of {count}").format(number=self._waiting.number, count=self._waiting.count)
        count = f" · {number}" if many else ""
        why = _(_WHY[mark.waiting]) if mark.waiting else ""
        on = _("{kind} on {title}").format(kind=_(KINDS[mark.kind]), title=self._title_of(mark.slug))
        self._head.setText(f"<b>{html.escape(on)}</b>{count}<br>{why}")
        self.setAccessibleDescription(f"{on}{count}. {why}")
        note = in_line(mark.body)
        shown = note if len(note) <= _MOST_OF_NOTE else f"{note[:_MOST_OF_NOTE].rstrip()} …"
        self._note.setText(_("You wrote: {note}").format(note=shown))
        self._note.setVisible(bool(note))
        self._show_texts(mark, self._waiting.location)
        self._later.setEnabled(many)
        self._next.setEnabled(self._waiting.candidates > 1)
        self._place.setEnabled(self._waiting.location is not None)
        self._topic.setEnabled(self._waiting.topic is not None)
        if mark.id != self._shown:
            # The keys lie on what is likely wanted, but stay where they are from place to place.
            self._shown = mark.id
            (self._place if self._waiting.location else self._topic).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the texts, and go to other places with Page Up and Page Down."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        step = steps.get(Qt.Key(event.key()))
        if step:
            self._waiting.next_candidate(step)
        else:
            super().keyPressEvent(event)

    def _show_texts(self, mark: Mark, location: Location | None) -> None:
        left, right = compared(mark.quote, location.text if location else "")
        if location is None:
            left = (Stretch(mark.quote, own=False),)
        self._fill(self._then, mark.before, left, mark.after, "s")
        on = _("Then, on the words “{words}”").format(words=mark.words) if mark.words else _("Then")
        self._then_head.setText(unkeyed(on))
        self._hint.setText(self._said_of(mark))
        if location is None:
            self._now_head.setText(_("Now"))
            self._now.setHtml(self._page(f"<p>{_('Nothing in this edition is like it.')}</p>"))
            self._describe(_("Nothing in this edition is like it."))
            return
        number = _("{number} of {count}").format(
            number=self._waiting.candidate, count=self._waiting.candidates
        )
        self._now_head.setText(
            _("Now, perhaps: {title} · {number}").format(
                title=unkeyed(self._title_of(location.slug)), number=number
            )
        )
        self._fill(self._now, location.before, right, location.after, "u")
        self._describe(location.text)

    def _said_of(self, mark: Mark) -> str:
        """What the signs mean, and what becomes of the mark that the buttons do not say."""
        new, topic = self._waiting.placed, self._waiting.topic
        parts = [_("Struck out: gone. Underlined: new.")] if new else []
        if new and new.words:
            parts.append(_("The mark would be on “{words}”.").format(words=new.words))
        elif new and mark.words:
            parts.append(_("Its words are not there: the mark would be on the whole paragraph."))
        if topic and topic.slug != mark.slug:
            parts.append(_("The topic is “{title}”.").format(title=topic.text))
        return " ".join(parts)

    def _describe(self, now: str) -> None:
        """Tell a screen reader what the eye sees."""
        mark = self._waiting.mark
        self._then.setAccessibleDescription(mark.quote if mark else "")
        self._now.setAccessibleDescription(now)
        self._place.setAccessibleDescription(now)

    def _fill(self, view: QTextBrowser, before: str, text: Iterable[Stretch], after: str, sign: str) -> None:
        body = "".join(_signed(each, sign) for each in text)
        around = [f"<p class='around'>{html.escape(side)}</p>" if side else "" for side in (before, after)]
        view.setHtml(self._page(f"{around[0]}<p>{body}</p>{around[1]}"))

    def _page(self, body: str) -> str:
        style = (
            f"p {{ font-family: 'Source Serif 4'; font-size: {self._size:g}pt; line-height: 140%; }}"
            f".around {{ color: {self._colours.muted}; font-size: {self._size * 0.85:g}pt; }}"
            f"s {{ color: {self._colours.muted}; }} u {{ font-weight: 600; }}"
        )
        return f"<style>{style}</style>{body}"

    def _show_end(self) -> None:
        self._shown = None
        none, all_ = _("No mark needs you."), _("All marks have their places.")
        self._head.setText(f"<b>{none}</b><br>{all_}")
        self.setAccessibleDescription(f"{none} {all_}")
        self._note.hide()
        for view, heading in ((self._then, self._then_head), (self._now, self._now_head)):
            view.hide()
            heading.hide()
        self._hint.clear()
        self._close.setFocus()

    # How it is made.

    def _build(self) -> None:
        self.setWindowTitle(_("Marks that need you"))
        self.resize(920, 560)
        self._note.setWordWrap(True)
        self._head.setWordWrap(True)
        self._head.setAlignment(Qt.AlignmentFlag.AlignTop)
        for label in (self._then_head, self._now_head):
            label.setObjectName("heading")
            label.setWordWrap(True)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        texts = QGridLayout()
        sides = (
            (self._then_head, self._then, _("The text that it was on")),
            (self._now_head, self._now, _("The text of this edition")),
        )
        for side, (heading, view, name) in enumerate(sides):
            view.setObjectName("leaf")
            view.setAccessibleName(name)
            view.setTabChangesFocus(True)
            view.document().setDocumentMargin(14)
            heading.setBuddy(view)
            texts.addWidget(heading, 0, side, Qt.AlignmentFlag.AlignBottom)
            texts.addWidget(view, 1, side)
            texts.setColumnStretch(side, 1)
        texts.setRowStretch(1, 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (self._head, self._note):
            column.addWidget(part)
        column.addLayout(texts, 1)
        column.addWidget(self._hint)
        column.addLayout(self._buttons())
        self._place.setDefault(True)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self._place, self._next, self._topic, self._bin, self._later):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self._undo, self._close):
            row.addWidget(button)
        return row

    def _join(self) -> None:
        waiting = self._waiting
        waiting.changed.connect(self.show_mark)
        for button, does in (
            (self._place, waiting.place_here),
            (self._next, waiting.next_candidate),
            (self._topic, waiting.keep_on_topic),
            (self._bin, waiting.throw_away),
            (self._later, waiting.later),
            (self._undo, waiting.take_back),
            (self._close, self.accept),
        ):
            button.clicked.connect(lambda _checked=False, does=does: does())
        QShortcut(QKeySequence("Ctrl+Z"), self, waiting.take_back)
        QShortcut(QKeySequence("Delete"), self, waiting.throw_away)


class ReadOnlyText(QTextBrowser):
    """A read-only text: it can be copied, and leads nowhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDocument(ClosedDocument(self))
        self.setOpenLinks(False)


def _signed(stretch: Stretch, sign: str) -> str:
    """A stretch as HTML; what the other text has not between tags, but for blanks at its ends."""
    if not stretch.own or not stretch.text.strip():
        return html.escape(stretch.text)
    lead, _, rest = stretch.text.partition(stretch.text.strip())
    return f"{lead}<{sign}>{html.escape(stretch.text.strip())}</{sign}>{rest}"
