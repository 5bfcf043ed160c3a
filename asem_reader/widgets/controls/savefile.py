# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The questions which file to open, in which to save, and whether to replace one."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDir, QFileInfo, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from asem_reader.core.language import _
from asem_reader.viewmodels.session.settings import Settings


class SaveFile(NamedTuple):
    """The file that the reader chose; `replace` if it is there, and may be replaced."""

    path: Path
    replace: bool


def ask_file(
    parent: QWidget, settings: Settings, title: str, name: str, kinds: str, named: Callable[[str, str], str]
) -> SaveFile | None:
    """Ask in which file to save; None if in none.

    `name` is proposed, in the folder of the last file: one for all dialogs, for what belongs to one matter is
    kept together. Qt's dialog asks before it replaces the file that was typed; of a name made of it, it knows
    nothing. `named` makes a file's name of what was typed and the kind (a pattern of `kinds`) that was
    chosen.
    """
    start = QDir(settings.folder).filePath(name)
    while True:
        typed, kind = QFileDialog.getSaveFileName(parent, title, start, kinds)
        if not typed:
            return None
        file = named(typed, kind)
        there = QFileInfo.exists(file)
        if file == typed or not there or _may_replace(parent, title, Path(file)):
            settings.keep_folder(Path(file).parent)
            return SaveFile(Path(file), there)
        start = file


def ask_open_file(parent: QWidget, settings: Settings, title: str, kinds: str) -> Path | None:
    """Ask which file to open, in the folder of last time; None for none."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, settings.folder, kinds)
    if chosen:
        settings.keep_folder(Path(chosen).parent)
    return Path(chosen) if chosen else None


def _may_replace(parent: QWidget, title: str, file: Path) -> bool:
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    asked = _("{name} is there already.\nDo you want to replace it?").format(name=file.name)
    box = QMessageBox(QMessageBox.Icon.Warning, title, asked, yes | no, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setDefaultButton(no)
    answer = box.exec()
    box.deleteLater()
    return answer == yes
