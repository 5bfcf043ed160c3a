# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader can do with the tree of marks: a method for each gesture."""

from collections import Counter
from collections.abc import Callable
from itertools import chain, count

from PySide6.QtCore import QMimeData, QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu

from asem_reader.core.marks.grouping import View
from asem_reader.core.marks.mark import Mark, MarkKind, path_of
from asem_reader.viewmodels.marks.filing import Filing
from asem_reader.viewmodels.marks.markrows import RowKey
from asem_reader.viewmodels.marks.mimedata import DraggedMarks
from asem_reader.widgets.frame.actions import COMMANDS
from asem_reader.widgets.frame.context import ROOM_FOR_ALL, SAID, Context
from asem_reader.widgets.frame.leftpane import MARKS
from asem_reader.widgets.frame.panes import Panes

_NEW = "New folder"
_MENU = (
    *("open_mark", "", "tag_marks", "file_marks", "move_up", "move_down", "", "cut_marks", "copy_chosen"),
    *("paste_marks", "", "new_folder", "rename_folder", "", "remove_marks"),
)
_BIN_MENU = ("open_mark", "bring_back", "", "copy_chosen")


class FilingCommands(QObject):
    """Joins the tree of marks with its commands, on one window."""

    def __init__(self, window: QMainWindow, panes: Panes, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._actions = panes.actions
        self._panes = panes
        self._pane = panes.left.marks
        self._tree = panes.left.marks.tree
        self._model = context.mark_tree
        self._filing: Filing = context.mark_tree.filing
        self._context = context
        self._tagging: tuple[Mark, ...] = ()

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the commands about the tree of marks do, by their name."""
        views = {f"by_{view}": lambda view=view: self.show_by(view) for view in View}
        return views | {
            "filter_marks": self.filter_marks,
            "open_mark": self._tree.choose_current,
            "new_folder": self.new_folder,
            "rename_folder": self.rename_folder,
            "file_marks": self.file_marks,
            "move_up": lambda: self.shift(-1),
            "move_down": lambda: self.shift(1),
            "tag_marks": self.tag_marks,
            "cut_marks": self.cut,
            "copy_chosen": self.copy,
            "paste_marks": self.paste,
            "remove_marks": self.remove,
            "bring_back": self.bring_back,
        }

    def join(self) -> None:
        """Connect the tree with what it asks for."""
        for command in COMMANDS:
            if command.in_marks:
                self._tree.addAction(self._actions[command.name])
        self._tree.chosen.connect(self.open_mark)
        self._tree.picked.connect(self.show_possible)
        self._tree.menu_wished.connect(self.show_menu)
        self._pane.viewed.connect(self._follow_view)
        self._pane.tags.kept.connect(self._tag)
        self._model.name_taken.connect(self._refuse_name)
        QGuiApplication.clipboard().dataChanged.connect(self._show_cut)
        self._pane.show_by(self._context.settings.marks_view)
        self._follow_view(self._model.view)

    # Looking.

    def show_by(self, view: View) -> None:
        """Show the pane, with its marks grouped so, and give it the keys."""
        self._show_pane()
        self._pane.show_by(view)
        self._actions[f"by_{view}"].setChecked(True)
        self._pane.focus_tree()

    def filter_marks(self) -> None:
        """Show the pane, and take the keys to the box that filters it."""
        self._show_pane()
        self._pane.focus_filter()

    def open_mark(self, mark: Mark) -> None:
        """Go to a mark; the words it is on are shown, if it does not show them itself."""
        shown = mark.kind is MarkKind.HIGHLIGHT or not mark.words
        self._context.desk.go(mark.place, () if shown else (mark.words,))

    def show_menu(self, at: QPoint) -> None:
        """Show what can be done with the selected rows."""
        menu = self.menu()
        menu.exec(at)
        menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be done with the selected rows."""
        menu = QMenu(self._tree)
        for name in _BIN_MENU if self._model.view is View.BIN else _MENU:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu

    def show_possible(self) -> None:
        """Let those commands be done that make sense with the selected rows."""
        tree, view = self._tree, self._model.view
        marks, chosen = bool(tree.marks), tree.has_marks
        used, folders = view is not View.BIN, view is View.FOLDERS
        groups = folders and bool(tree.groups)
        possible = {
            "open_mark": tree.currentIndex().isValid(),
            "rename_folder": groups,
            "file_marks": used and (marks or groups),
            "move_up": folders and (marks or groups),
            "move_down": folders and (marks or groups),
            "tag_marks": used and chosen,
            "cut_marks": used and (marks or groups),
            "copy_chosen": chosen,
            "paste_marks": used and bool(DraggedMarks.unwrapped(_clipped())),
            "remove_marks": used and (chosen or groups),
            "bring_back": not used and marks,
        }
        for name, can in possible.items():
            self._actions[name].setEnabled(can)

    # Folders.

    def new_folder(self) -> None:
        """Make a folder where one is in the tree, and ask for its name in place."""
        self.show_by(View.FOLDERS)
        self._pane.clear_filter()
        index = self._tree.currentIndex()
        parent = self._model.folder_of(index) if self._tree.selectionModel().isSelected(index) else ""
        names = {folder.name for folder in self._filing.below(parent)}
        numbered = (f"{_NEW} {number}" for number in count(2))
        name = next(name for name in chain([_NEW], numbered) if name not in names)
        path = path_of(f"{parent}/{name}")
        if self._filing.add_folder(path) and self._tree.select_row(RowKey(path, None)):
            self._tree.edit(self._tree.currentIndex())

    def rename_folder(self) -> None:
        """Ask for another name of the current folder in place."""
        index = self._tree.currentIndex()
        if self._model.group_at(index) and self._model.view is View.FOLDERS:
            self._tree.edit(index)

    def file_marks(self) -> None:
        """Ask for a folder, and put the selected marks and folders into it."""
        from asem_reader.widgets.filing.folderchooser import FolderChooser  # noqa: PLC0415 (not at the start)

        load = self._load()
        if not load:
            return
        paths = [f.path for f in self._context.marks.folders if self._filing.may_go(load.folders, f.path)]
        chooser = FolderChooser(sorted(paths), "Move to folder", self._window)
        if chooser.exec() and chooser.chosen is not None:
            self.put(load, chooser.chosen)
        chooser.deleteLater()

    def put(self, load: DraggedMarks, path: str) -> None:
        """Put marks and folders into a folder."""
        if self._filing.put(load.marks, load.folders, path):
            self._say(f"Moved to {path.replace('/', ' › ')}." if path else "Moved out of its folder.")

    def shift(self, step: int) -> None:
        """Put the selected rows one row up or down."""
        if self._model.view is View.FOLDERS:
            self._filing.shift(self._tree.marks, self._tree.groups, step)
            self._tree.scrollTo(self._tree.currentIndex())

    # Tags.

    def tag_marks(self) -> None:
        """Open the line in which tags are given and taken."""
        self._tagging = self._tree.all_marks
        if self._tagging and self._model.view is not View.BIN:
            used = Counter(tag for mark in self._context.marks.all for tag in mark.tags)
            self._pane.tags.open_for(self._tagging, [tag for tag, _ in used.most_common()])

    def _tag(self, add: tuple[str, ...], drop: tuple[str, ...]) -> None:
        if (add or drop) and self._filing.tag(self._tagging, add, drop):
            given = [f"given {' '.join(add)}"] if add else []
            taken = [f"taken away {' '.join(drop)}"] if drop else []
            self._say(f"Tags {' and '.join([*given, *taken])}.")

    # Cutting, copying, pasting.

    def cut(self) -> None:
        """Take the selected rows along, to put them elsewhere; until then they stay."""
        if self._model.view is not View.BIN and self._load():
            QGuiApplication.clipboard().setMimeData(self._carried())
            self._say("Ctrl+V puts it where you are in the tree by folder.")

    def copy(self) -> None:
        """Copy the selected marks as text."""
        marks = self._tree.all_marks
        if marks:
            QGuiApplication.clipboard().setText(self._model.text_of(marks))
            self._say(f"Copied {_counted(len(marks))} as text.")

    def paste(self) -> None:
        """Put what was cut into the current folder, or behind the current mark."""
        load, index = DraggedMarks.unwrapped(_clipped()), self._tree.currentIndex()
        if not load or self._model.view is View.BIN:
            return
        if self._model.view is not View.FOLDERS:
            self.show_by(View.FOLDERS)
            index = self._tree.currentIndex()
        holder, row = (index, -1) if self._model.group_at(index) else (index.parent(), index.row() + 1)
        if self._model.put_at(load, row, holder):
            QGuiApplication.clipboard().clear()

    def _load(self) -> DraggedMarks:
        return DraggedMarks.unwrapped(self._carried())

    def _carried(self) -> QMimeData:
        return self._model.mimeData(self._tree.selectedIndexes())

    def _show_cut(self) -> None:
        load = DraggedMarks.unwrapped(_clipped())
        self._tree.show_cut(frozenset(load.marks), frozenset(load.folders))
        self.show_possible()

    # Away and back.

    def remove(self) -> None:
        """Put the selected marks into the bin, and take the selected folders away."""
        folders = self._tree.groups if self._model.view is View.FOLDERS else ()
        marks = self._tree.marks if folders else self._tree.all_marks
        if self._model.view is not View.BIN and (marks or folders):
            before = len(self._context.marks.all)
            if self._filing.remove(marks, folders):
                gone = before - len(self._context.marks.all)
                many = f"{_counted(gone)} into the bin" if gone else "The folder is gone"
                self._say(f"{many}; Ctrl+Z brings {'them' if gone > 1 else 'it'} back.")

    def bring_back(self) -> None:
        """Take the selected marks out of the bin."""
        marks = self._tree.marks
        if self._model.view is View.BIN and marks and self._filing.bring_back(marks):
            back = self._filing.known(mark.id for mark in marks)
            waiting = sum(bool(mark.waiting) for mark in back)
            needs = f" {waiting} need{'s' * (waiting == 1)} you: F8." if waiting else ""
            self._say(f"{_counted(len(marks))} back.{needs}")

    # What follows.

    def _follow_view(self, view: View) -> None:
        self._context.settings.keep_marks_view(view)
        self._actions[f"by_{view}"].setChecked(True)
        self.show_possible()

    def _refuse_name(self, name: str) -> None:
        self._say(f"There is a folder “{name}” here already.")

    def _show_pane(self) -> None:
        left = self._panes.left
        if self._window.width() < ROOM_FOR_ALL:
            self._panes.sidebar.hide()
        left.show()
        left.show_view(MARKS)

    def _say(self, remark: str) -> None:
        self._window.statusBar().showMessage(remark, SAID)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._tree, remark))


def _clipped() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def _counted(marks: int) -> str:
    return "1 mark" if marks == 1 else f"{marks} marks"
