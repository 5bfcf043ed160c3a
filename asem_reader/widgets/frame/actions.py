# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every command: one QAction, in a menu, with a key, in the palette and in the list of keys."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


class Command(NamedTuple):
    """One thing the reader can do.

    Attributes:
        keys: the first is the one that is shown; the others do the same.
        group: commands of one group exclude each other; empty for none.
        in_marks: whether its keys are heard in the tree of marks alone; elsewhere they mean something else.
        apart: whether a line stands over it in its menu.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...]
    icon: str = ""
    checkable: bool = False
    group: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    in_marks: bool = False
    apart: bool = False


# Keys: Qt leaves Quit and Preferences without one on generic Linux, and knows only Ctrl++ for ZoomIn.
COMMANDS = (
    Command("print", "&File", "&Print…", ("Ctrl+P",), "print"),
    Command("save_pdf", "&File", "&Save sheet as PDF…", ("Ctrl+Shift+S",)),
    Command("compose", "&File", "Compose a pac&k…", ("Ctrl+Alt+P",)),
    Command("add_to_pack", "&File", "&Add topic to pack", ("Ctrl+Alt+A",)),
    Command("binders", "&File", "&Binders…", ("Ctrl+Alt+O",)),
    Command("copy_address", "&File", "&Copy address of paragraph", ("Ctrl+Shift+C",)),
    Command("export_marks", "&File", "&Export marks…", ("Ctrl+Shift+E",)),
    Command("import_marks", "&File", "&Import marks…", ("Ctrl+Shift+I",)),
    Command("close", "&File", "C&lose window", ("Ctrl+W",)),
    Command("quit", "&File", "&Quit", ("Ctrl+Q",), role=QAction.MenuRole.QuitRole),
    Command("undo", "&Edit", "&Undo", ("Ctrl+Z",)),
    Command("redo", "&Edit", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("copy", "&Edit", "&Copy", ("Ctrl+Ins",)),
    Command("find", "&Edit", "&Find on page…", ("Ctrl+F",)),
    Command("find_next", "&Edit", "Find &next", ("F3", "Ctrl+G")),
    Command("find_previous", "&Edit", "Find &previous", ("Shift+F3", "Ctrl+Shift+G")),
    Command("search", "&Go", "&Search everything", ("Ctrl+K", "Ctrl+L"), "search"),
    Command("literal", "&Go", "Search as typed, or &as usual", ("Alt+Enter", "Alt+Return")),
    Command("save_search", "&Go", "Sa&ve this search, or no longer", ("Ctrl+S",)),
    Command("jump", "&Go", "Go to s&ymbol or address…", ("Ctrl+J",)),
    Command("back", "&Go", "&Back", ("Alt+Left",), "back"),
    Command("forward", "&Go", "&Forward", ("Alt+Right",), "forward"),
    Command("up", "&Go", "&Up to group", ("Alt+Up",)),
    Command("contents", "&Go", "&Contents", ("Ctrl+1",)),
    Command("marks", "&Go", "&Marks", ("Ctrl+B", "Ctrl+2")),
    Command("history", "&Go", "&History", ("Ctrl+3",)),
    Command("next_pane", "&Go", "Next &pane", ("F6",)),
    Command("previous_pane", "&Go", "P&revious pane", ("Shift+F6",)),
    Command("bookmark", "&Marks", "&Bookmark this topic", ("Ctrl+D",), "bookmark", checkable=True),
    Command("bookmark_block", "&Marks", "Bookmark this &paragraph, or words", ("Ctrl+Shift+D",)),
    Command("highlight", "&Marks", "&Highlight, or no longer", ("Ctrl+H",)),
    Command("highlight_yellow", "&Marks", "Highlight in &yellow", ("Ctrl+Alt+Y",)),
    Command("highlight_green", "&Marks", "Highlight in &green", ("Ctrl+Alt+G",)),
    Command("highlight_blue", "&Marks", "Highlight in b&lue", ("Ctrl+Alt+B",)),
    Command("highlight_rose", "&Marks", "Highlight in r&ose", ("Ctrl+Alt+R",)),
    Command("note", "&Marks", "&Note on paragraph", ("Ctrl+M",), "note"),
    Command("note_topic", "&Marks", "Note on this top&ic", ("Ctrl+Alt+M",)),
    Command("copy_marks", "&Marks", "&Copy this topic's marks as text", ("Ctrl+Alt+C",)),
    Command("restore_backup", "&Marks", "Res&tore a backup…", ("Ctrl+Shift+R",)),
    Command("waiting", "&Marks", "Marks that need yo&u…", ("F8",)),
    Command("by_folders", "&Notebook", "By &folder", ("Ctrl+Shift+1",), checkable=True, group="notebook"),
    Command("by_topics", "&Notebook", "By &topic", ("Ctrl+Shift+2",), checkable=True, group="notebook"),
    Command("by_tags", "&Notebook", "By t&ag", ("Ctrl+Shift+3",), checkable=True, group="notebook"),
    Command("by_colours", "&Notebook", "By &colour", ("Ctrl+Shift+4",), checkable=True, group="notebook"),
    Command("by_dates", "&Notebook", "By &date", ("Ctrl+Shift+5",), checkable=True, group="notebook"),
    Command("by_bin", "&Notebook", "The &bin", ("Ctrl+Shift+6",), checkable=True, group="notebook"),
    Command("filter_marks", "&Notebook", "Filter &marks", ("Ctrl+Shift+F",), apart=True),
    Command("open_mark", "&Notebook", "&Go to mark", ("Return", "Enter"), in_marks=True),
    Command("new_folder", "&Notebook", "&New folder", ("Ctrl+Shift+N",), apart=True),
    Command("rename_folder", "&Notebook", "&Rename folder", ("F2",), in_marks=True),
    Command("file_marks", "&Notebook", "Mo&ve to folder…", ("Ctrl+Shift+M",), in_marks=True),
    Command("move_up", "&Notebook", "Move marks &up", ("Alt+Shift+Up",), in_marks=True),
    Command("move_down", "&Notebook", "Move marks do&wn", ("Alt+Shift+Down",), in_marks=True),
    Command("tag_marks", "&Notebook", "Tag&s…", ("Ctrl+T",), in_marks=True),
    Command("cut_marks", "&Notebook", "Cut mar&ks", ("Ctrl+X",), in_marks=True, apart=True),
    Command("copy_chosen", "&Notebook", "Copy marks as te&xt", ("Ctrl+C",), in_marks=True),
    Command("paste_marks", "&Notebook", "&Paste marks here", ("Ctrl+V",), in_marks=True),
    Command("remove_marks", "&Notebook", "R&emove", ("Delete", "Ctrl+Backspace"), in_marks=True),
    Command("bring_back", "&Notebook", "Br&ing back from bin", ("Ctrl+Shift+B",), in_marks=True),
    Command("larger", "&View", "&Larger text", ("Ctrl+=", "Ctrl++"), "larger"),
    Command("smaller", "&View", "&Smaller text", ("Ctrl+-",), "smaller"),
    Command("normal", "&View", "&Normal text size", ("Ctrl+0",)),
    Command("left_pane", "&View", "&Contents pane", ("F9",), checkable=True),
    Command("right_pane", "&View", "&Page pane", ("Shift+F9",), checkable=True),
    Command("full_screen", "&View", "&Full screen", ("F11",), checkable=True),
    Command("theme_system", "&View", "As the s&ystem", ("Ctrl+Alt+0",), checkable=True, group="theme"),
    Command("theme_light", "&View", "L&ight", ("Ctrl+Alt+1",), checkable=True, group="theme"),
    Command("theme_dark", "&View", "&Dark", ("Ctrl+Alt+2",), checkable=True, group="theme"),
    Command("palette", "&Help", "&All commands…", ("Ctrl+Shift+P",)),
    Command("keys", "&Help", "&Keys", ("F1", "Ctrl+?")),
    Command("about", "&Help", "A&bout ASEM Reader", ("Ctrl+F1",), role=QAction.MenuRole.AboutRole),
)


class Actions(Mapping[str, QAction]):
    """The commands as QActions of one window, by name; each is made when it is first asked for."""

    def __init__(self, window: QWidget, do: Callable[[str], object]) -> None:
        """Take the window, and what does a command by its name."""
        self._window = window
        self._do = do
        self._commands = {command.name: command for command in COMMANDS}
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {}

    def __getitem__(self, name: str) -> QAction:
        if name not in self._actions:
            self._actions[name] = self._made(self._commands[name])
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)

    def head(self, bar: QMenuBar) -> None:
        """Make the menus, in the order of the table; they are empty until `furnish`."""
        for title in dict.fromkeys(command.menu for command in COMMANDS):
            self._menus[title] = bar.addMenu(title)

    def furnish(self) -> None:
        """Put every command into its menu, and let it hear its keys; the start does not wait for it."""
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 (with all the keys that systems have names for)

        for command in COMMANDS:
            action, menu = self[command.name], self._menus[command.menu]
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            shown = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{plain_text(action)} ({shown})")
            before = menu.actions()
            if before and (command.apart or (command.group and not before[-1].actionGroup())):
                menu.addSeparator()
            menu.addAction(action)

    def _made(self, command: Command) -> QAction:
        action = QAction(command.text, self._window)
        action.setObjectName(command.name)
        action.setCheckable(command.checkable)
        action.setMenuRole(command.role)
        action.triggered.connect(lambda: self._do(command.name))
        if command.group:
            self._groups.setdefault(command.group, QActionGroup(self._window)).addAction(action)
        if command.in_marks:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            self._window.addAction(action)
        return action


def plain_text(action: QAction) -> str:
    """An action's text as it is read: without the mark of its access key."""
    return action.text().replace("&", "").rstrip("…")
