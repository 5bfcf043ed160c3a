# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Item model of the reader's marks: grouped by a view, filtered by a text, dragged and dropped."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any, Self

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal

from asem_reader.core.exchange import plaintext
from asem_reader.core.folding import plain
from asem_reader.core.language import _
from asem_reader.core.marks.grouping import Group, View, by_colour, by_date, by_folder, by_tag, by_topic
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Mark, MarkId, folders_of
from asem_reader.core.steps import Steps
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.marks.filing import Filing
from asem_reader.viewmodels.marks.grouptree import GroupTree, Index
from asem_reader.viewmodels.marks.marksaid import MarkRowText, counted, said, tip
from asem_reader.viewmodels.tooltip import tooltip

TYPE = "application/x-asem-reader-marks"
_MANY = 10_000  # rows that are not made in the same turn as the change that they show
_SAID = 600  # rows of which it is remembered what they say

# What Qt may do with rows; asked for often, and put together once.
_GROUP = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_BINNED = _GROUP | Qt.ItemFlag.ItemNeverHasChildren
_MARK = _BINNED | Qt.ItemFlag.ItemIsDragEnabled
_TAG = _GROUP | Qt.ItemFlag.ItemIsDropEnabled
_FOLDER = _TAG | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class DraggedMarks:
    """Load of a drag: marks by ids and folders by paths, each in the order in which they stood."""

    marks: tuple[MarkId, ...] = ()
    folders: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.marks or self.folders)

    def wrapped(self, text: str) -> QMimeData:
        """Return it as a drag or the clipboard carries it, with a text for other programs."""
        data = QMimeData()
        content = json.dumps({"marks": self.marks, "folders": self.folders})
        data.setData(TYPE, content.encode())
        data.setText(text)
        return data

    @classmethod
    def unwrapped(cls, data: QMimeData | None) -> Self:
        """Return what a drag or the clipboard carries; nothing if that is none of ours."""
        if data is None or not data.hasFormat(TYPE):
            return cls()
        try:
            content = json.loads(bytes(data.data(TYPE).data()))
            return cls(tuple(map(MarkId, content["marks"])), tuple(map(str, content["folders"])))
        except (ValueError, TypeError, KeyError):
            return cls()


class MarkTree(GroupTree):
    """Groups and the marks in them. Nothing is read before `attend`.

    What takes longer than the window can wait is done in steps; until it is done the rows are those of
    before.

    Signals:
        regrouped: all rows are others: another view, another text.
        waiting: marks are being read, and there are no rows yet.
        name_taken (str): a folder may not be called so, for one beside it is.
    """

    regrouped = Signal()
    waiting = Signal()
    name_taken = Signal(str)

    def __init__(
        self,
        filing: Filing,
        today: Callable[[], datetime.date] = datetime.date.today,
        zone: datetime.tzinfo | None = None,
        guide: Callable[[], Guide] = Guide,
    ) -> None:
        """Take what files marks, the reader's date and zone, and what tells the order of the Library."""
        super().__init__()
        self.filing = filing
        self.marks = filing.marks
        self._wish = (View.FOLDERS, "")
        self._shown: tuple[View, str] | None = None  # the wish of which the rows are
        self._attended = False
        self._stale = False  # whether marks changed that the rows show
        self._zone = zone
        self._guide, self._today = cache(guide), today
        self._said = lru_cache(_SAID)(partial(said, zone=zone))
        self._work = Background(self)
        self.marks.changed.connect(self._follow)

    # What is shown.

    @property
    def view(self) -> View:
        """The view of which the rows are."""
        return (self._shown or self._wish)[0]

    @property
    def text(self) -> str:
        """The text whose words all rows hold; empty for all marks."""
        return (self._shown or self._wish)[1]

    @property
    def is_waiting(self) -> bool:
        """True while what is wished is not shown yet."""
        return self._attended and (self._stale or self._shown != self._wish)

    def attend(self, shown: bool) -> None:
        """Read the marks and follow their changes, or leave that until the tree is shown again."""
        self._attended = shown
        self._begin()

    def show(self, view: View, text: str = "") -> None:
        """Group the marks in another way, and show those alone that hold the words of a text."""
        wish = view, " ".join(text.split())
        if wish != self._wish:
            self._wish = wish
            self._shown = self._shown if self._attended else None
            self._begin()

    def settle(self) -> None:
        """Show now what is still being made."""
        if self.is_waiting:
            self._work.finish()

    def folder_of(self, index: Index) -> str:
        """The path of the folder that a row in the view of folders is, or stands in; empty at the top."""
        return self.seat_at(index).group or ""

    # Qt's side.

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what may be dragged, dropped on, and renamed in place."""
        view = self.view
        if self.is_mark(index):  # asked first: a view asks of every row that is unfolded, at every change
            return _BINNED if view is View.BIN else _MARK
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if view is View.FOLDERS else Qt.ItemFlag.NoItemFlags
        if view is View.FOLDERS:
            return _FOLDER
        return _TAG if view is View.TAGS else _GROUP

    def text_at(self, index: Index) -> MarkRowText | None:
        """The text of a mark's row; None for a group."""
        holder, mark = self._holder(index), self.mark_at(index)
        if holder is None or mark is None:
            return None
        title, viewed = self.marks.title_of(mark.slug), self.marks.view_said(mark.view)
        return self._said(mark, title, self.view, holder.group.key, viewed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the words of a row, its tip, what a screen reader says."""
        group, row = self.group_at(index), self.text_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return group.title if group else row and row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{group.title}, {counted(group.count)}" if group else row and row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row:
            return tooltip(tip(row, self.marks.title_of(row.mark.slug)))
        if role == Qt.ItemDataRole.ToolTipRole and group:
            return tooltip(group.key.replace("/", " › ") if self.view is View.FOLDERS else group.title)
        return super().data(index, role)

    def headerData(self, _section: int, _way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the head of the column, which is heard alone."""
        return _("Mark") if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: give a folder another name."""
        group = self.group_at(index)
        if role != Qt.ItemDataRole.EditRole or self.view is not View.FOLDERS or group is None:
            return super().setData(index, value, role)
        name = str(value).strip()
        if not name or name == group.title:
            return False
        if not self.filing.is_free(group.key, name):
            self.name_taken.emit(name)
            return False
        return self.filing.rename_folder(group.key, name)

    # Dragging, cutting and pasting.

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt: what is dropped has moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Qt: marks and folders of ours."""
        return [TYPE]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """Qt: the rows as a drag carries them, and as text for other programs."""
        chosen = sorted(indexes, key=self.path)
        marks = [mark for mark in map(self.mark_at, chosen) if mark]
        folders = [group.key for group in map(self.group_at, chosen) if group and self.view is View.FOLDERS]
        return DraggedMarks(tuple(mark.id for mark in marks), tuple(folders)).wrapped(self.text_of(marks))

    def text_of(self, marks: Iterable[Mark]) -> str:
        """Return marks as text for other programs, topic by topic in the order of reading."""
        return "\n".join(map(plaintext.written, self._guide().chapters(marks)))

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Qt: into folders that are not on the way themselves, or onto a tag."""
        load, into = DraggedMarks.unwrapped(data), self.folder_of(parent)
        if self.view is View.TAGS:
            return bool(load.marks and into)
        return bool(load) and self.view is View.FOLDERS and self.filing.may_go(load.folders, into)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Qt: put marks and folders where they were dropped, or give marks the tag they were dropped on."""
        load, group = DraggedMarks.unwrapped(data), self.group_at(parent)
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        if self.view is View.TAGS and group:
            return self.filing.tag(self.filing.known(load.marks), [group.key])
        return self.put_at(load, row, parent)

    def put_at(self, load: DraggedMarks, row: int, parent: Index) -> bool:
        """Put marks and folders before a row of a folder; -1 is behind all of its rows."""
        node = self._node(parent)
        if node is None or self.view is not View.FOLDERS:
            return False
        row = row if row >= 0 else node.group.rows
        folder = node.group.groups[row].key if row < len(node.group.groups) else ""
        mark = node.mark(max(row, len(node.group.groups)))
        return self.filing.put(load.marks, load.folders, node.group.key, mark.id if mark else None, folder)

    # How it is made.

    def _begin(self) -> None:
        """Show what is wished, if somebody looks; where that takes a while, soon."""
        if self.is_waiting:
            begin = self._work.begin if self.count < _MANY else self._work.begin_when_idle
            begin(self._steps())
        if self.is_waiting and not self.rowCount():
            self.waiting.emit()

    def _steps(self) -> Iterator[None]:
        view, text = wish = self._wish
        words = plain(text).split()
        if view is not View.BIN:
            yield from self.marks.learning()
            marks = self.marks.all
            yield
            yield from self.marks.haystacks.preparing(marks if words else ())
        whole = yield from self._grouped(view, words)
        yield
        other, self._shown, self._stale = self._shown != wish, wish, False
        if other:
            self.put(whole)
            self.regrouped.emit()
        else:
            self.follow(whole, folders=view is View.FOLDERS)

    def _grouped(self, view: View, words: list[str]) -> Steps[Group]:
        """Put the marks that hold all words into the groups of a view."""
        marks, folders = self.marks.bin if view is View.BIN else self.marks.all, self.marks.folders
        if words:
            marks = self.marks.haystacks.holding(words, marks)
            used = {folder.path for folder in folders_of(marks)}
            folders = tuple(folder for folder in folders if folder.path in used)
        if view is View.TOPICS:
            return (yield from by_topic(reversed(marks), self._guide().standing, self.marks.title_of))
        ways: dict[View, Callable[[], Group]] = {
            View.BIN: lambda: Group("", "", marks, (), len(marks)),
            View.FOLDERS: lambda: by_folder(reversed(marks), folders),
            View.TAGS: lambda: by_tag(marks),
            View.COLOURS: lambda: by_colour(marks),
            View.DATES: lambda: by_date(marks, self._today(), self._zone),
        }
        return ways[view]()

    def _follow(self) -> None:
        self._stale = True
        self._begin()
