# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Pane of marks: the tree, by what it is grouped, and a box that filters it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from asem_reader.core.language import N_, _
from asem_reader.core.marks.grouping import View
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.marksaid import counted
from asem_reader.viewmodels.marks.marktree import MarkTree
from asem_reader.widgets.controls.announce import Announcer
from asem_reader.widgets.controls.choicebox import ChoiceBox
from asem_reader.widgets.controls.emptystate import WithEmptyState
from asem_reader.widgets.controls.keysnow import write
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.filing.marktree import MarksView
from asem_reader.widgets.filing.tagbar import TagBar

VIEWS = {
    View.FOLDERS: N_("By folder"),
    View.TOPICS: N_("By topic"),
    View.TAGS: N_("By tag"),
    View.COLOURS: N_("By colour"),
    View.DATES: N_("By date"),
    View.BIN: N_("Bin"),
}
_NO_MARKS = N_(
    "No marks yet. Ctrl+D bookmarks the topic that lies open, Ctrl+M writes a note on a paragraph."
)
_EMPTY_BIN = N_("The bin is empty. What you take away lies here for thirty days, and can be brought back.")


class MarksPane(QWidget):
    """Shows all marks across the Library, in one of several views; they are read when it is first shown.

    Signals:
        viewed (View): the marks are grouped in another way.
    """

    handbook = "marks"  # its chapter

    viewed = Signal(object)

    def __init__(self, model: MarkTree) -> None:
        super().__init__()
        self.tree = MarksView(model)
        self.by = ChoiceBox()
        self.filter = LineField()
        self.tags = TagBar()
        self._spoken = Announcer(self.filter)
        self._model = model
        self._stack = WithEmptyState(self.tree, _(_NO_MARKS))
        self._build()
        self._join()

    def show_by(self, view: View) -> None:
        """Group the marks in another way."""
        self.by.setCurrentIndex(list(VIEWS).index(view))

    def clear_filter(self) -> None:
        """Show all marks."""
        self.filter.clear()

    def focus_filter(self) -> None:
        """Take the keys to the box that filters."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.filter.text():
            self.filter.selectAll()

    def focus_tree(self) -> None:
        """Take the keys to the tree, or where there is none, to the box that filters."""
        target = self.tree if self._model.rowCount() else self.filter
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self.tree.dress(colours)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the marks."""
        self._model.attend(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave changes until the pane is shown again."""
        super().hideEvent(event)
        self._model.attend(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the box that filters, go to the tree with Down or Enter; Esc empties it, or leaves it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.focus_tree()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave_filter()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        for view, title in VIEWS.items():
            self.by.addItem(_(title), view)
        grouped = PlainLabel(_("Group marks"), self)  # names the choice: Qt asks a buddy alone
        grouped.setBuddy(self.by)
        grouped.hide()
        self.by.view().setAccessibleName(_("Ways to group marks"))
        self.by.setToolTip(_("By what marks are grouped (Ctrl+Shift+1 to 6)"))
        self.by.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.filter.setPlaceholderText(_("Filter"))
        self.filter.setAccessibleName(_("Filter marks"))
        self.filter.setToolTip(_("Your words, what they are on, topics, folders, #tags (Ctrl+Shift+F)"))
        self.filter.add_clear_button()
        self.filter.setMinimumWidth(60)
        self.filter.installEventFilter(self)
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 8, 4)
        row.setSpacing(6)
        row.addWidget(self.by)
        row.addWidget(self.filter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        column.addWidget(self.tags)

    def _join(self) -> None:
        self.by.currentIndexChanged.connect(self._show)
        self.filter.textChanged.connect(self._show)
        self.tree.left.connect(self._leave_filter)
        self.tags.left.connect(self.focus_tree)
        for changed in (self._model.regrouped, self._model.layoutChanged, self._model.waiting):
            changed.connect(self._explain)
        self._model.regrouped.connect(self._announce)
        self._explain()

    def _show(self) -> None:
        before, view = self._model.view, list(VIEWS)[self.by.currentIndex()]
        self._model.show(view, self.filter.text())
        if view is not before:
            self.tags.hide()
            self.viewed.emit(view)

    def _announce(self) -> None:
        """Let a screen reader say how many marks the filter lets through."""
        if self.filter.hasFocus():
            self._spoken.say(counted(self._model.count))

    def _leave_filter(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self.focus_tree()

    def _explain(self) -> None:
        """Say why there is nothing, where there is nothing."""
        text, in_bin = self.filter.text().strip(), self._model.view is View.BIN
        if self._model.is_waiting:
            sentence = _("Reading the marks …")
        elif not text:
            sentence = _(_EMPTY_BIN if in_bin else _NO_MARKS)
        elif in_bin:
            sentence = _("Nothing in the bin has “{text}”. Esc shows all again.").format(text=text)
        else:
            sentence = _("No mark has “{text}”. Esc shows all again.").format(text=text)
        write(self._stack.label, sentence)
