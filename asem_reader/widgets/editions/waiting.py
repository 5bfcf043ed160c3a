# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dialog for the marks that need their reader: what each was on beside what it may be now."""

import html
from collections.abc import Callable, Iterable

from PySide6.QtCore import QMimeData, Qt
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
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.boxes import filled
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
    """Dialog that shows one mark after another. Every step is kept at once, and Ctrl+Z takes it back."""

    handbook = "marks"  # its chapter

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
        self._head, self._note, self._hint = RichLabel(), PlainLabel(), PlainLabel()
        self._texts = QWidget()
        self._then, self._now = ReadOnlyText(self), ReadOnlyText(self)
        self._then_head, self._now_head = PlainLabel(), PlainLabel()
        self._place = self._button(_("&Place it here"), waiting.place_here)
        self._next = self._button(_("&Next place"), waiting.next_candidate)
        self._topic = self._button(_("Keep it on the &topic"), waiting.keep_on_topic)
        self._bin = self._button(_("Into the &bin"), waiting.throw_away)
        self._later = self._button(_("&Later"), waiting.later)
        self._undo = self._button(_("&Undo"), waiting.take_back)
        self._close = self._button(_("&Close"), self.accept)
        self._build()
        waiting.changed.connect(self.show_mark)
        QShortcut(QKeySequence("Ctrl+Z"), self, waiting.take_back)
        QShortcut(QKeySequence("Delete"), self, waiting.throw_away)
        self.show_mark()

    def show_mark(self) -> None:
        """Show the mark that is looked at, or that none is left."""
        waiting, mark = self._waiting, self._waiting.mark
        self._place.setEnabled(waiting.location is not None)
        self._next.setEnabled(waiting.candidates > 1)
        self._topic.setEnabled(waiting.topic is not None)
        self._bin.setEnabled(mark is not None)
        self._later.setEnabled(waiting.count > 1)
        self._undo.setEnabled(waiting.can_take_back)
        self._texts.setVisible(mark is not None)
        note = in_line(mark.body) if mark else ""
        shown = note if len(note) <= _MOST_OF_NOTE else f"{note[:_MOST_OF_NOTE].rstrip()} …"
        self._note.setText(_("You wrote: {note}").format(note=shown))
        self._note.setVisible(bool(note))
        if mark is None:
            self._say(_("No mark needs you."), "", _("All marks have their places."))
            self._hint.hide()
            self._close.setFocus()
        else:
            number = _("{number} of {count}").format(number=waiting.number, count=waiting.count)
            on = _("{kind} on {title}").format(kind=_(KINDS[mark.kind]), title=self._title_of(mark.slug))
            why = _(_WHY[mark.waiting]) if mark.waiting else ""
            self._say(on, f" · {number}" if waiting.count > 1 else "", why)
            self._show_texts(mark, waiting.location)
        if mark and mark.id != self._shown:
            # The keys lie on what is likely wanted, but stay where they are from place to place.
            (self._place if waiting.location else self._topic).setFocus()
        self._shown = mark.id if mark else None

    def _say(self, lead: str, count: str, rest: str) -> None:
        self._head.setText(f"<b>{html.escape(lead)}</b>{count}<br>{rest}")
        said = f"{f'{lead}{count}'.removesuffix('.')}. {rest}"
        self.setAccessibleDescription(said)
        if self.isVisible():  # else the dialog is said, and this with it
            say(self, said)

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
        self._hint.setVisible(bool(self._hint.text()))
        if location:
            now, waiting = location.text, self._waiting
            number = _("{number} of {count}").format(number=waiting.candidate, count=waiting.candidates)
            title, head = unkeyed(self._title_of(location.slug)), _("Now, perhaps: {title} · {number}")
            self._now_head.setText(head.format(title=title, number=number))
            self._fill(self._now, location.before, right, location.after, "u")
        else:
            now = _("Nothing in this edition is like it.")
            self._now_head.setText(_("Now"))
            self._now.setHtml(f"<p>{now}</p>")
        # A screen reader is told what the eye sees.
        self._then.setAccessibleDescription(mark.quote)
        self._now.setAccessibleDescription(now)
        self._place.setAccessibleDescription(now)

    def _said_of(self, mark: Mark) -> str:
        """The meaning of the signs, and what becomes of the mark that the buttons do not say."""
        new, topic = self._waiting.placed, self._waiting.topic
        parts = [_("Struck out: gone. Underlined: new.")] if new else []
        if new and new.words:
            parts.append(_("The mark would be on “{words}”.").format(words=new.words))
        elif new and mark.words:
            parts.append(_("Its words are not there: the mark would be on the whole paragraph."))
        if topic and topic.slug != mark.slug:
            parts.append(_("The topic is “{title}”.").format(title=topic.text))
        return " ".join(parts)

    def _fill(self, view: QTextBrowser, before: str, text: Iterable[Stretch], after: str, sign: str) -> None:
        body = "".join(_signed(each, sign) for each in text)
        around = [f"<p class='around'>{html.escape(side)}</p>" if side else "" for side in (before, after)]
        view.setHtml(f"{around[0]}<p>{body}</p>{around[1]}")

    def _build(self) -> None:
        self.setWindowTitle(_("Marks that need you"))
        self.resize(920, 560)
        self._head.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint.setObjectName("hint")
        for label in (self._head, self._note, self._hint, self._then_head, self._now_head):
            label.setWordWrap(True)
        texts = QGridLayout(self._texts)
        texts.setContentsMargins(0, 0, 0, 0)
        style = (
            f"p {{ font-family: 'Source Serif 4'; font-size: {self._size:g}pt; line-height: 140%; }}"
            f".around {{ color: {self._colours.muted}; font-size: {self._size * 0.85:g}pt; }}"
            f"s {{ color: {self._colours.muted}; }} u {{ font-weight: 600; }}"
        )
        sides = (
            (self._then_head, self._then, _("The text that it was on")),
            (self._now_head, self._now, _("The text of this edition")),
        )
        for side, (heading, view, name) in enumerate(sides):
            heading.setObjectName("heading")
            heading.setBuddy(view)
            view.setAccessibleName(name)
            view.document().setDefaultStyleSheet(style)
            texts.addWidget(heading, 0, side, Qt.AlignmentFlag.AlignBottom)
            texts.addWidget(view, 1, side)
            texts.setColumnStretch(side, 1)
        texts.setRowStretch(1, 1)
        steps = (self._place, self._next, self._topic, self._bin, self._later)
        row = filled(QHBoxLayout(), *steps, None, self._undo, self._close)
        column = filled(
            QVBoxLayout(self), self._head, self._note, self._texts, self._hint, row, grows=self._texts
        )
        column.setSpacing(10)
        self._place.setDefault(True)

    def _button(self, text: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked: does())
        return button


class ReadOnlyText(QTextBrowser):
    """Text browser for what can be copied, and leads nowhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDocument(ClosedDocument(self))
        self.setOpenLinks(False)
        self.setObjectName("leaf")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(14)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt: what is copied, without the colours of the window."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data


def _signed(stretch: Stretch, sign: str) -> str:
    """A stretch as HTML; what the other text has not between tags, but for blanks at its ends."""
    if not stretch.own or not stretch.text.strip():
        return html.escape(stretch.text)
    lead, _, rest = stretch.text.partition(stretch.text.strip())
    return f"{lead}<{sign}>{html.escape(stretch.text.strip())}</{sign}>{rest}"
