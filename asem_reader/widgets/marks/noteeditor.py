# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Editor of a note: over the page, beside or below its paragraph, while the text stays where it is."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from asem_reader.core.language import _
from asem_reader.core.marks.mark import Mark, MarkId, Target
from asem_reader.core.marks.notemarkup import BOLD, ITALIC, item_signs, toggled
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.marks.marksaid import called
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.reading.marktext import quoted
from asem_reader.widgets.reading.pagemap import Stop
from asem_reader.widgets.reading.reader import Reader

_PAUSE = 1_000  # milliseconds without a key after which what is written is kept
_BESIDE = 230  # pixels of margin in which a note can stand beside its paragraph
_GAP, _EDGE = 8, 10
_WIDEST, _LEAST_HEIGHT = 460, 110
_SIGNS = {QKeySequence("Ctrl+B"): BOLD, QKeySequence("Ctrl+I"): ITALIC}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALTGR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_FOR_A_WHILE = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_LEAST_LINES, _ROOM = 3, 12  # lines shown of a short note; pixels round the text


class NoteEditor(QFrame):
    """Keeps what is written in every pause, and when the writer leaves: Esc, Ctrl+Enter, a click elsewhere.

    All pauses of one writing are one step to undo.

    Signals:
        left: the writer is done, and the page may have the keys again.
    """

    handbook = "notes"  # its chapter

    left = Signal()

    def __init__(self, marks: Marks, page: Reader) -> None:
        super().__init__(page.viewport())
        self._page = page
        self._marking = Marking(marks)
        self._target: Target | None = None
        self._mark: MarkId | None = None
        self._stop: Stop | None = None
        self._kept = ""
        self._writings = 0
        self._title = PlainLabel()
        self._text = NoteText()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._join()

    def write_on(self, target: Target) -> None:
        """Take the note on a target, or begin one."""
        self._open(target, self._marking.note_on(target), _("Note"))

    def edit(self, target: Target, mark: Mark) -> None:
        """Take what was written on a mark: a note, or a highlight that has one."""
        self._open(target, mark, called(mark))

    def keep(self) -> bool:
        """Keep what is written, if anything changed; return whether it is on disk."""
        self._pause.stop()
        body = self._text.toPlainText()
        if self._target is None or body == self._kept:
            return True
        there = self._there()
        if there:
            kept = self._marking.write(there, body, self._writings)
        else:
            kept = self._marking.note(self._target, body, self._writings)
        if kept:
            there = self._there()
            self._kept, self._mark = body, there.id if there else None
        return kept

    def close_note(self) -> None:
        """Keep what is written and go away; what cannot be kept stays where it can be copied."""
        if self._target is None:
            return
        is_new = bool(self._text.toPlainText().strip()) and self._text.document().isModified()
        if self.leave_page():
            self.left.emit()
            if is_new:
                say(self._page, _("Note kept."))

    def leave_page(self) -> bool:
        """Keep what is written before another page is shown; return whether the page may go."""
        if self._target is not None and self.keep():
            self._put_away()
        return self._target is None

    def follow_page(self) -> None:
        """Stand where the paragraph stands now, for the page was set anew; on another page, at its top."""
        if self._target is None:
            return
        self._stop = self._stop_of(self._target)
        self._page.paragraph.show_written(self._stop)
        self._place()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: ARG002 (Qt's signature)
        """Qt: Tab leaves the note for its page."""
        self.close_note()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the page has another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            QTimer.singleShot(0, self._place)
        return super().eventFilter(watched, event)

    def _open(self, target: Target, mark: Mark | None, kind: str) -> None:
        if not self.keep():
            return
        self._writings += 1
        self._target, self._mark = target, mark.id if mark else None
        self._stop = self._stop_of(target)
        self._kept = mark.body if mark else ""
        self._title.setText(_("{kind} on {title}").format(kind=kind, title=quoted(target.text)))
        self._text.clear()
        self.show()
        self.raise_()
        self._text.setFocus()  # before its caret moves: else Orca 43 says nothing of it
        self._text.setPlainText(self._kept)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._pause.stop()
        self._page.paragraph.show_written(self._stop)
        self._place()

    def _there(self) -> Mark | None:
        """The mark that is written on, as it is now; None if it is not there yet, or no more."""
        if self._target is None:
            return None
        if self._mark is None:
            return self._marking.note_on(self._target)
        there = self._marking.marks.on(self._target.article.topic.slug)
        return next((mark for mark in there if mark.id == self._mark), None)

    def _keep_in_pause(self) -> None:
        """Keep what there is; to take a note away is for leaving."""
        if self._text.toPlainText().strip():
            self.keep()

    def _put_away(self) -> None:
        self._target = self._mark = self._stop = None
        self._kept = ""
        self._page.paragraph.show_written(None)
        if self._text.hasFocus():  # or Qt would pass the keys on, and the page go to its next link
            self._page.setFocus()
        self.hide()

    def _stop_of(self, target: Target) -> Stop | None:
        page_map = self._page.map
        named = page_map.named(target.block) if page_map and target.block else None
        return named or next(iter(page_map.stops if page_map else ()), None)

    def _place(self) -> None:
        """Stand beside the paragraph where the margin is wide, else below it, or above it in more room."""
        if self._stop is None:
            return
        page, form = self._page.viewport(), self._page.document().rootFrame().frameFormat()
        box = self._stop.box.translated(0, -self._page.verticalScrollBar().value()).toRect()
        left, margin = int(form.leftMargin()), int(form.rightMargin())
        right, bottom = page.width() - margin, page.height() - _EDGE
        height = self._text.wanted + self._title.heightForWidth(min(_WIDEST, right - left)) + 34
        if margin - _EDGE >= _BESIDE:
            top = max(_EDGE, min(box.top(), bottom - height))
            width, height = min(margin - 2 * _EDGE, _WIDEST), min(height, bottom - _EDGE)
            self.setGeometry(right + _EDGE, top, width, height)
            return
        below, above = bottom - box.bottom() - _GAP, box.top() - _GAP - _EDGE
        height = min(height, max(below, above, _LEAST_HEIGHT))
        is_below = height <= below or below >= above
        top = min(box.bottom() + _GAP, bottom - height) if is_below else box.top() - _GAP - height
        self.setGeometry(left, max(top, _EDGE), min(right - left, _WIDEST), height)

    def _build(self) -> None:
        self.setObjectName("note")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # a click here is none on the text below
        self._title.setWordWrap(True)
        self._title.setObjectName("heading")
        self.setAccessibleName(_("Note"))
        self._text.setAccessibleName(_("Note"))
        self._text.setPlaceholderText(_("Write; Esc keeps it."))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.addWidget(self._title)
        column.addWidget(self._text, 1)
        self.hide()

    def _join(self) -> None:
        self._text.left.connect(self.close_note)
        self._text.paused.connect(self.keep)
        self._text.quitted.connect(self.leave_page)
        self._text.textChanged.connect(self._pause.start)
        self._text.grown.connect(self._place)
        self._pause.timeout.connect(self._keep_in_pause)
        self._page.installEventFilter(self)


class NoteText(QPlainTextEdit):
    """Grows with what is written, as far as there is room.

    Signals:
        left: Esc or Ctrl+Enter: the writer is done.
        paused: the keys go elsewhere for a while: to a menu, or to another window.
        quitted: they go elsewhere in this window.
        grown: it would be as high as `wanted` now.
    """

    left = Signal()
    paused = Signal()
    quitted = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self.grown)

    @property
    def wanted(self) -> int:
        """The height at which all of it is seen, in pixels."""
        lines = max(_LEAST_LINES, int(self.document().size().height()))
        return lines * self.fontMetrics().lineSpacing() + _ROOM + int(2 * self.document().documentMargin())

    def event(self, event: QEvent) -> bool:
        """Qt: claim keys that are commands elsewhere, and letters that AltGr types."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            typed = event.modifiers() & _ALTGR == _ALTGR and event.text().isprintable() and event.text()
            if pressed in _SIGNS or typed:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave, set words apart, or go on with a list."""
        sign, is_enter = _SIGNS.get(QKeySequence(event.keyCombination())), event.key() in _ENTER
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (is_enter and with_ctrl):
            self.left.emit()
        elif sign:
            self._set_apart(sign)
        elif not (is_enter and is_plain and self._go_on_with_list()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keys go elsewhere."""
        super().focusOutEvent(event)
        (self.paused if event.reason() in _FOR_A_WHILE else self.quitted).emit()

    def _set_apart(self, sign: str) -> None:
        """Put a sign round what is selected, or take it away; with nothing selected, begin between two."""
        cursor = self.textCursor()
        text = cursor.selectedText().replace("\u2029", "\n")
        if not text.strip():
            cursor.insertText(text + sign + sign)
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(sign))
            self.setTextCursor(cursor)
            return
        start = cursor.selectionStart()
        cursor.insertText(toggled(text, sign))
        end = cursor.position()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _go_on_with_list(self) -> bool:
        """Begin the next item; an item without words is taken back, and ends the list."""
        cursor = self.textCursor()
        line = cursor.block().text()
        signs = item_signs(line)
        if signs is None or cursor.positionInBlock() < len(signs[0]) or cursor.hasSelection():
            return False
        if line.strip() == signs[0].strip():
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        else:
            cursor.insertText(f"\n{signs[1]}")
        self.ensureCursorVisible()
        return True
