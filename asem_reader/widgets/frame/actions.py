# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every command: one QAction, in a menu, with a key, in the palette and in the list of keys."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QWidget

from asem_reader.core.language import N_, _
from asem_reader.widgets.controls.keysnow import OWN_KEYS, write_again

_Handler = TypeVar("_Handler")

# The first page shows the menus' titles and a few icons; each command's row stands beside its handler, in
# `widgets/commands`, and comes later.
MENUS = {
    N_("&File"): "print save_pdf | compose add_to_pack binders | export_sources export_marks import_marks | "
    "merge restore_backup | quit",
    N_("&Edit"): "undo redo | copy copy_source copy_address | find find_next find_previous | preferences",
    N_("&Go"): "start | search literal save_search | jump list_page define | back forward up | "
    "contents marks history next_pane previous_pane | "
    "new_tab next_tab previous_tab reopen_tab close_tab | explore",
    N_("&Marks"): "bookmark bookmark_block | highlight @colours | note note_topic | "
    "@lists open_mark tag_marks @folders | cut_marks paste_marks remove_marks bring_back forget_marks | "
    "copy_marks waiting",
    N_("&View"): "larger smaller normal | left_pane right_pane | split scroll_together | "
    "reading_mode full_screen | "
    "aloud aloud_back aloud_on aloud_mark aloud_stop | @themes",
    N_("&Help"): "handbook palette keys | news about",
}
SUBMENUS = {
    "@colours": (
        N_("Highlight in a &colour"),
        "highlight_yellow highlight_green highlight_blue highlight_rose",
    ),
    "@lists": (
        N_("&Show marks"),
        "by_folders by_topics by_tags by_colours by_dates by_bin | filter_marks",
    ),
    "@folders": (N_("&Folders and order"), "new_folder rename_folder file_marks move_up move_down"),
    "@themes": (
        N_("Colou&rs"),
        "theme_system theme_light theme_dark theme_contrast theme_dark-contrast",
    ),
}


def _names(entries: str) -> Iterator[str]:
    """The names of the commands in a menu, with those in menus within it."""
    for entry in entries.split():
        if entry in SUBMENUS:
            yield from _names(SUBMENUS[entry][1])
        elif entry != "|":
            yield entry


MENU_OF = {name: title for title, entries in MENUS.items() for name in _names(entries)}
_TOOLS = ("back", "forward", "", "bookmark", "note", "print", "smaller", "larger")  # "" for the field
_NARROWEST, _WIDEST = 220, 560  # of the field, in pixels
ICONS = ("back", "forward", "bookmark", "note", "print", "smaller", "larger", "search")


class Command(NamedTuple, Generic[_Handler]):
    """One thing the reader can do; its row stands beside its handler, its place in `MENUS`.

    Attributes:
        keys: the first is the one that is shown; the others do the same.
        do: the handler, a method of the class in whose `commands` the row stands.
        checkable: whether it is on or off.
        group: commands of one group exclude each other, and are on or off; empty for none.
        in_marks: whether its keys are heard in the tree of marks alone; elsewhere they mean something else.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    do: Callable[[_Handler], object]
    checkable: bool = False
    group: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    in_marks: bool = False


def joined(*tables: tuple[Command[Any], ...]) -> dict[str, Command[Any]]:
    """Return the rows of all tables by name, in the order of the menus.

    Raises:
        ValueError: a name or a key is not there once, or a name is in a menu or in the rows alone.
    """
    rows = tuple(chain.from_iterable(tables))
    known = {row.name: row for row in rows}
    words = Counter(word for row in rows for word in (row.name, *row.keys))
    wrong = {word for word, count in words.items() if count > 1} | (known.keys() ^ MENU_OF)
    if wrong:
        raise ValueError(f"not one row, one menu and one use of the key each: {', '.join(sorted(wrong))}")
    return {name: known[name] for name in MENU_OF}


class Actions:
    """The commands as QActions of one window, by name; each is made when it is first asked for."""

    def __init__(self, window: QWidget, do: Callable[[str], object]) -> None:
        """Take the window, and what does a command by its name."""
        self._window = window
        self._do = do
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, name: str) -> QAction:
        if name not in self._actions and name in MENU_OF:
            self._actions[name] = action = QAction(self._window)
            action.setObjectName(name)
            action.triggered.connect(lambda: self._do(name))
        return self._actions[name]

    def head(self, bar: QMenuBar) -> None:
        """Make the menus; they are empty until `furnish`."""
        bar.setAccessibleName(_("Menus"))
        for title in MENUS:
            self._menus[title] = menu = bar.addMenu(_(title))
            menu.setAccessibleName(_(title).replace("&", ""))

    def tool_bar(self, field: QWidget) -> QToolBar:
        """Return the tool bar: a few commands, and between them the field of the search."""
        bar = QToolBar(_("Tools"))
        bar.setMovable(False)
        bar.setObjectName("tools")
        for name in _TOOLS:
            if name:
                bar.addAction(self[name])
                continue
            for widget in (QWidget(), field, QWidget()):
                widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(widget)
        field.setMinimumWidth(_NARROWEST)
        field.setMaximumWidth(_WIDEST)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return bar

    def dress(self, icon: Callable[[str], QIcon]) -> None:
        """Show those that have an icon with it."""
        for name in ICONS:
            self[name].setIcon(icon(name))

    def tick(self, name: str, on: bool) -> None:
        """Show a command as on or off, be its row known or not."""
        self[name].setCheckable(True)
        self[name].setChecked(on)

    def furnish(self, commands: Mapping[str, Command[Any]], changed: Mapping[str, str]) -> None:
        """Put every command into its menu, and let it hear its keys; the start does not wait for it.

        `changed` has the keys that the reader gave to some, by their names.
        """
        from PySide6.QtGui import QActionGroup  # noqa: PLC0415

        groups: dict[str, QActionGroup] = {}

        def fill(menu: QMenu, entries: str) -> None:
            for name in entries.split():
                if name == "|":
                    menu.addSeparator()
                elif name in SUBMENUS:
                    title, inner = SUBMENUS[name]
                    fill(menu.addMenu(_(title)), inner)
                else:
                    command, action = commands[name], self[name]
                    self._describe(action, command)
                    if command.group:
                        groups.setdefault(command.group, QActionGroup(self._window)).addAction(action)
                    menu.addAction(action)

        for title, entries in MENUS.items():
            fill(self._menus[title], entries)
        self.use_keys(changed)

    def use_keys(self, changed: Mapping[str, str]) -> None:
        """Let commands hear the keys that the reader gave to them, and all others their own."""
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 (with all the keys that systems have names for)

        for name, own in self._keys.items():
            wanted = filter(None, (changed[name],)) if name in changed else own
            action = self[name]
            action.setShortcuts([QKeySequence(keys) for keys in wanted])
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{plain_text(action)} ({shown})" if shown else plain_text(action))
        write_again(self._window)

    def _describe(self, action: QAction, command: Command[Any]) -> None:
        action.setText(_(command.text))
        self._keys[command.name] = command.keys
        action.setProperty(OWN_KEYS, list(command.keys))
        action.setCheckable(command.checkable or bool(command.group))
        action.setMenuRole(command.role)
        if command.in_marks:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            self._window.addAction(action)


def plain_text(action: QAction) -> str:
    """An action's text as it is read: without the mark of its access key."""
    return action.text().replace("&", "").rstrip("…")
