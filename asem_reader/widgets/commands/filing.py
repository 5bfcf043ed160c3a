# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of the tree of marks: a method for each gesture."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain, count
from typing import ClassVar

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox, QWidget

from asem_reader.core.language import N_, _
from asem_reader.core.marks.grouping import View
from asem_reader.core.marks.mark import Mark, MarkKind, path_of
from asem_reader.viewmodels.marks.grouptree import RowKey
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.marks.marksaid import binned, brought_back, copied, tagged
from asem_reader.viewmodels.marks.marktree import DraggedMarks, MarkTree
from asem_reader.viewmodels.session.forgetting import Forgetter
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import remark, say_row
from asem_reader.widgets.frame.actions import Actions, Command
from asem_reader.widgets.frame.pagepane import PagePane
from asem_reader.widgets.frame.panes import MARKS, SidePanes

_MENU = (
    *("open_mark", "", "tag_marks", "file_marks", "move_up", "move_down", "", "cut_marks", "copy"),
    *("paste_marks", "", "new_folder", "rename_folder", "", "remove_marks"),
)
_BIN_MENU = ("open_mark", "bring_back", "", "copy", "", "forget_marks")


def _by(view: View, text: str, key: str) -> "Command[FilingCommands]":
    return Command(f"by_{view}", text, (key,), lambda self: self.show_by(view), group="notebook")


@dataclass(eq=False)
class FilingCommands:
    """The commands of the tree of marks, on one window."""

    _window: QMainWindow
    _sides: SidePanes
    _actions: Actions
    _model: MarkTree
    _marks: Marks
    _settings: Settings
    _tab: Callable[[], PagePane]
    _tagging: tuple[Mark, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        self._pane = self._sides.left.marks
        self._tree = self._pane.tree
        self._filing = self._model.filing

    def join(self) -> None:
        """Connect the tree with what it asks for."""
        self._tree.addActions([self._actions[row.name] for row in self.commands if row.in_marks])
        self._tree.chosen.connect(self.open_mark)
        self._tree.picked.connect(self.show_possible)
        self._tree.menu_wished.connect(self.show_menu)
        self._tree.text_wished.connect(self.copy)
        self._pane.viewed.connect(self._follow_view)
        self._pane.tags.kept.connect(self._tag)
        self._model.name_taken.connect(self._refuse_name)
        self._pane.show_by(self._settings.marks_view)
        self._follow_view(self._model.view)

    def show_by(self, view: View) -> None:
        """Show the pane, with its marks grouped so, and give it the keys."""
        self._sides.show_left(MARKS)
        self._pane.show_by(view)
        self._actions[f"by_{view}"].setChecked(True)
        self._pane.focus_tree()

    def filter_marks(self) -> None:
        """Show the pane, and take the keys to the box that filters it."""
        self._sides.show_left(MARKS)
        self._pane.focus_filter()

    def _open_current(self) -> None:
        self._tree.choose_current()
        if self._model.mark_at(self._tree.currentIndex()):
            self._tab().reader.jumps.land()

    def open_mark(self, mark: Mark) -> None:
        """Go to a mark; the words it is on are shown, if it does not show them itself."""
        shown = mark.kind is MarkKind.HIGHLIGHT or not mark.words
        self._tab().desk.go(mark.place, () if shown else (mark.words,))

    def show_menu(self, at: QPoint) -> None:
        """Show what can be done with the selected rows."""
        menu = QMenu(self._tree)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _BIN_MENU if self._model.view is View.BIN else _MENU:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(at)

    def show_possible(self) -> None:
        """Let those commands be done that make sense with the selected rows."""
        tree, view = self._tree, self._model.view
        marks, chosen = bool(tree.marks), tree.has_marks
        used, folders = view is not View.BIN, view is View.FOLDERS
        groups = folders and bool(tree.groups)
        rows = used and (marks or groups)
        possible = {
            "open_mark": tree.currentIndex().isValid(),
            "rename_folder": groups,
            "file_marks": rows,
            "move_up": folders and rows,
            "move_down": folders and rows,
            "tag_marks": used and chosen,
            "cut_marks": rows,
            "paste_marks": used and bool(self._clipped),
            "remove_marks": used and (chosen or groups),
            "bring_back": not used and marks,
            "forget_marks": marks,
        }
        for name, can in possible.items():
            self._actions[name].setEnabled(can)

    def new_folder(self) -> None:
        """Make a folder where one is in the tree, and ask for its name in place."""
        self.show_by(View.FOLDERS)
        self._pane.clear_filter()
        index = self._tree.currentIndex()
        parent = self._model.folder_of(index) if self._tree.selectionModel().isSelected(index) else ""
        names = {folder.name for folder in self._filing.below(parent)}
        new = _("New folder")
        numbered = (f"{new} {number}" for number in count(2))
        name = next(name for name in chain([new], numbered) if name not in names)
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

        load = DraggedMarks.unwrapped(self._carried())
        if not load:
            return
        paths = [f.path for f in self._marks.folders if self._filing.may_go(load.folders, f.path)]
        chooser = FolderChooser(sorted(paths), _("Move to folder"), self._window)
        path = chooser.chosen if chooser.exec() else None
        chooser.deleteLater()
        if path is not None and self._filing.put(load.marks, load.folders, path):
            self._tree.scrollTo(self._tree.currentIndex())  # which may be in a folder that is folded up
            moved = _("Moved to {folder}.").format(folder=path.replace("/", " › "))
            remark(self._window, moved if path else _("Moved out of its folder."))

    def shift(self, step: int = 1) -> None:
        """Put the selected rows one row up or down."""
        if self._model.view is View.FOLDERS:
            self._filing.shift(self._tree.marks, self._tree.groups, step)
            self._tree.scrollTo(self._tree.currentIndex())

    def tag_marks(self) -> None:
        """Open the line in which tags are given and taken."""
        self._tagging = self._tree.all_marks
        if self._tagging and self._model.view is not View.BIN:
            used = Counter(tag for mark in self._marks.all for tag in mark.tags)
            self._pane.tags.open_for(self._tagging, [tag for tag, _ in used.most_common()])

    def _tag(self, add: tuple[str, ...], drop: tuple[str, ...]) -> None:
        if (add or drop) and self._filing.tag(self._tagging, add, drop):
            remark(self._window, tagged(add, drop))

    def cut(self) -> None:
        """Take the selected rows along, to put them elsewhere; until then they stay."""
        if self._model.view is not View.BIN and DraggedMarks.unwrapped(self._carried()):
            QGuiApplication.clipboard().setMimeData(self._carried())
            remark(self._window, _("Ctrl+V puts it where you are in the tree by folder."))

    def copy(self) -> None:
        """Copy the selected marks as text."""
        marks = self._tree.all_marks
        if marks:
            QGuiApplication.clipboard().setText(self._model.text_of(marks))
            remark(self._window, copied(len(marks)))

    def paste(self) -> None:
        """Put what was cut into the current folder, or behind the current mark."""
        load, index = self._clipped, self._tree.currentIndex()
        if not load or self._model.view is View.BIN:
            return
        if self._model.view is not View.FOLDERS:
            self.show_by(View.FOLDERS)
            index = self._tree.currentIndex()
        holder, row = (index, -1) if self._model.group_at(index) else (index.parent(), index.row() + 1)
        if self._model.put_at(load, row, holder):
            QGuiApplication.clipboard().clear()

    @property
    def _clipped(self) -> DraggedMarks:
        return DraggedMarks.unwrapped(QGuiApplication.clipboard().mimeData())

    def _carried(self) -> QMimeData:
        return self._model.mimeData(self._tree.selectedIndexes())

    def show_cut(self) -> None:
        """Show what is cut, as the clipboard has it."""
        load = self._clipped
        self._tree.show_cut(frozenset(load.marks), frozenset(load.folders))
        self.show_possible()

    def remove(self) -> None:
        """Put the selected marks into the bin, and take the selected folders away."""
        folders = self._tree.groups if self._model.view is View.FOLDERS else ()
        marks = self._tree.marks if folders else self._tree.all_marks
        if self._model.view is not View.BIN and (marks or folders):
            before = len(self._marks.all)
            if self._filing.remove(marks, folders):
                remark(self._window, binned(before - len(self._marks.all)))
                say_row(self._tree)

    def bring_back(self) -> None:
        """Take the selected marks out of the bin."""
        marks = self._tree.marks
        if self._model.view is View.BIN and marks and self._filing.bring_back(marks):
            back = self._filing.known(mark.id for mark in marks)
            remark(self._window, brought_back(len(marks), sum(bool(mark.waiting) for mark in back)))

    def forget(self) -> None:
        """Ask whether the selected marks are to be deleted for good, after it is said where they stand."""
        forgetter, marks = Forgetter(self._marks, self._settings), self._tree.marks
        told = forgetter.look(marks) if marks else ""
        if told and _is_sure(self._window, told) and forgetter.forget():
            remark(self._window, _("Deleted for good."))

    def _follow_view(self, view: View) -> None:
        self._settings.keep_marks_view(view)
        self._actions[f"by_{view}"].setChecked(True)
        self.show_possible()

    def _refuse_name(self, name: str) -> None:
        remark(self._window, _("There is a folder “{name}” here already.").format(name=name))

    commands: "ClassVar[tuple[Command[FilingCommands], ...]]" = (
        _by(View.FOLDERS, N_("By &folder"), "Ctrl+Shift+1"),
        _by(View.TOPICS, N_("By &topic"), "Ctrl+Shift+2"),
        _by(View.TAGS, N_("By t&ag"), "Ctrl+Shift+3"),
        _by(View.COLOURS, N_("By &colour"), "Ctrl+Shift+4"),
        _by(View.DATES, N_("By &date"), "Ctrl+Shift+5"),
        _by(View.BIN, N_("The &bin"), "Ctrl+Shift+6"),
        Command("filter_marks", N_("Filter &marks"), ("Ctrl+Shift+F",), filter_marks),
        Command("open_mark", N_("&Go to mark"), ("Return", "Enter"), _open_current, in_marks=True),
        Command("new_folder", N_("&New folder"), ("Ctrl+Shift+N",), new_folder),
        Command("rename_folder", N_("&Rename folder"), ("F2",), rename_folder, in_marks=True),
        Command("file_marks", N_("Mo&ve to folder…"), ("Ctrl+Shift+M",), file_marks, in_marks=True),
        Command(
            "move_up", N_("Move marks &up"), ("Alt+Shift+Up",), lambda self: self.shift(-1), in_marks=True
        ),
        Command("move_down", N_("Move marks do&wn"), ("Alt+Shift+Down",), shift, in_marks=True),
        Command("tag_marks", N_("&Tags…"), ("Shift+F2",), tag_marks, in_marks=True),
        Command("cut_marks", N_("Cut mar&ks"), ("Ctrl+X",), cut, in_marks=True),
        Command("paste_marks", N_("&Paste marks here"), ("Ctrl+V",), paste, in_marks=True),
        Command("remove_marks", N_("R&emove"), ("Delete", "Ctrl+Backspace"), remove, in_marks=True),
        Command("bring_back", N_("B&ring back from bin"), ("Ctrl+Shift+B",), bring_back, in_marks=True),
        Command("forget_marks", N_("De&lete for good…"), ("Shift+Delete",), forget, in_marks=True),
    )


def _is_sure(parent: QWidget, told: str) -> bool:
    """Ask whether marks are to go for good; who just presses Enter keeps them."""
    cancel = QMessageBox.StandardButton.Cancel
    box = QMessageBox(QMessageBox.Icon.Warning, _("Delete for good"), told, cancel, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    sure = box.addButton(_("&Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(cancel)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is sure
