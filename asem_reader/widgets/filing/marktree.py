# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""View of the tree of marks."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QTreeView

from asem_reader.core.language import _
from asem_reader.core.marks.grouping import View, groups_of
from asem_reader.core.marks.mark import Mark, MarkId
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.grouptree import Index, RowKey
from asem_reader.viewmodels.marks.marktree import MarkTree
from asem_reader.widgets.controls.announce import say_row
from asem_reader.widgets.filing.markrow import MarkRow

_SOON_SEEN = 60  # rows that are unfolded without being asked for
_OVER_A_FOLDER = 700  # milliseconds that a drag stays over a folder before it unfolds


class MarksView(QTreeView):
    """The marks in their groups, to be walked, chosen, dragged and renamed.

    What the reader unfolds in a view stays so in the session; the rest is unfolded as far as a screen or
    two hold it.

    Signals:
        chosen (Mark): the reader wishes to go to it.
        picked: other rows are selected, or the same are others now.
        menu_wished (QPoint): what can be done with the rows is asked for, there on the screen.
        text_wished: the selected rows are to be copied as text.
        left: Esc.
    """

    chosen = Signal(object)
    picked = Signal()
    menu_wished = Signal(QPoint)
    text_wished = Signal()
    left = Signal()

    def __init__(self, model: MarkTree) -> None:
        super().__init__()
        self.tree = model
        self._row = MarkRow(self, model)
        self._unfolded: dict[tuple[View, bool], dict[str | None, bool]] = {}
        self._resting = QPersistentModelIndex(), -1
        self._top = QPersistentModelIndex()
        self._build()
        self._join()

    # What is selected.

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The selected marks, as they stand; each once."""
        found = (self.tree.mark_at(index) for index in self._selected())
        return tuple({mark.id: mark for mark in found if mark}.values())

    @property
    def groups(self) -> tuple[str, ...]:
        """The keys of the selected groups: in the view of folders, their paths."""
        return tuple(group.key for group in map(self.tree.group_at, self._selected()) if group)

    @property
    def all_marks(self) -> tuple[Mark, ...]:
        """The selected marks, and those in selected groups."""
        chosen = (group for group in map(self.tree.group_at, self._selected()) if group)
        inside = (mark for group in chosen for inner in groups_of(group) for mark in inner.marks)
        return tuple({mark.id: mark for mark in (*self.marks, *inside)}.values())

    @property
    def has_marks(self) -> bool:
        """True if any mark is selected, by itself or with its group."""
        groups = map(self.tree.group_at, self.selectedIndexes())
        return any(group is None or group.count for group in groups)

    def copy(self) -> None:
        """Ask for the selected rows as text, as the command Copy asks whatever has the keys."""
        self.text_wished.emit()

    def choose_current(self) -> None:
        """Ask for the current mark, or fold or unfold the current group."""
        self._choose(self.currentIndex())

    def select_row(self, row_key: RowKey) -> bool:
        """Make something the current row, unfold what holds it, and see that it can be seen."""
        self.tree.settle()
        index = self.tree.index_of(row_key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self._row.dress(colours)
        self.viewport().update()

    def show_cut(self, ids: frozenset[MarkId], paths: frozenset[str]) -> None:
        """Draw rows pale that were cut and are not put anywhere yet."""
        self._row.cut = (ids, paths)
        self.viewport().update()

    # Qt's side.

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row: a screen reader says nothing of a tree without one (NVDA 12476)."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.tree.index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc. What else keys do are commands."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, by mouse where it was clicked, by key at the current row."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wished.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap rows anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Qt: a chevron before a group, and nothing else; the style would leave it out of a selected row."""
        if self.tree.hasChildren(index):
            self._row.paint_chevron(painter, rect, unfolded=self.isExpanded(index))

    # How it is made.

    def _build(self) -> None:
        self.setModel(self.tree)
        self.setItemDelegate(self._row)
        self.setAccessibleName(_("Marks"))
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)  # F2 is a command
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerItem)  # else it would measure every row
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(_OVER_A_FOLDER)

    def _join(self) -> None:
        # Gestures only: the current row also changes when marks do.
        self.clicked.connect(self._choose_clicked)
        self.selectionModel().selectionChanged.connect(self.picked)
        self.expanded.connect(lambda index: self._remember(index, unfolded=True))
        self.collapsed.connect(lambda index: self._remember(index, unfolded=False))
        self.tree.regrouped.connect(self._unfold)
        self.tree.layoutAboutToBeChanged.connect(self._hold)
        self.tree.layoutChanged.connect(self._settle)

    def _selected(self) -> list[QModelIndex]:
        return sorted(self.selectionModel().selectedIndexes(), key=self.tree.path)

    def _choose_clicked(self, index: QModelIndex) -> None:
        """Go to a mark that is clicked; with Shift or Ctrl one only selects."""
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier and self.tree.mark_at(index):
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        mark = self.tree.mark_at(index)
        if mark:
            self.chosen.emit(mark)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    # What is unfolded.

    @property
    def _told(self) -> dict[str | None, bool]:
        """The groups that the reader unfolded or folded in this view; what is sifted is another view."""
        return self._unfolded.setdefault((self.tree.view, bool(self.tree.text)), {})

    def _remember(self, index: QModelIndex, *, unfolded: bool) -> None:
        self._told[self.tree.seat_at(index).group] = unfolded

    def _unfold(self) -> None:
        """Unfold what the reader unfolded; of the rest, the first groups, as many as are soon seen."""
        told, room = self._told, _SOON_SEEN - self.tree.rowCount()
        with QSignalBlocker(self):
            for index in self.tree.groups():
                rows = self.tree.rowCount(index)
                if rows and told.get(self.tree.seat_at(index).group, room >= rows):
                    room -= rows
                    self.expand(index)
        if self.hasFocus():
            self.setCurrentIndex(self.tree.index(0, 0))
            say_row(self)
        self.scrollToTop()
        self.picked.emit()

    def _hold(self) -> None:
        """Remember where the current row and the topmost one stand, before marks change."""
        current = self.currentIndex()
        self._resting = QPersistentModelIndex(current.parent()), current.row()
        self._top = QPersistentModelIndex(self.indexAt(QPoint(self.viewport().width() // 2, 1)))

    def _settle(self) -> None:
        """Leave the rows where they were on the screen; where the current one went, take its follower."""
        if self.verticalScrollBar().value() and self.visualRect(self._top).isValid():
            self.scrollTo(self._top, QTreeView.ScrollHint.PositionAtTop)
        parent, row = self._resting
        if not self.currentIndex().isValid() and row >= 0:
            last = self.tree.rowCount(parent) - 1
            self.setCurrentIndex(self.tree.index(min(row, last), 0, parent) if last >= 0 else parent)
        self.picked.emit()
