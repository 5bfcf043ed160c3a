# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The question in which file to save, and whether to replace one."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QFileInfo, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from asem_reader.core.language import _


class SaveFile(NamedTuple):
    """The file that the reader chose; `replace` if it is there, and may be replaced."""

    path: Path
    replace: bool


def ask_file(
    parent: QWidget, title: str, start: str, kinds: str, named: Callable[[str, str], str]
) -> SaveFile | None:
    """Ask in which file to save; None if in none.

    Qt's dialog asks before it replaces the file that was typed; of a name made of it, it knows nothing.
    `named` makes a file's name of the one that was typed and the kind (a pattern of `kinds`) that was chosen.
    """
    while True:
        typed, kind = QFileDialog.getSaveFileName(parent, title, start, kinds)
        if not typed:
            return None
        name = named(typed, kind)
        there = QFileInfo.exists(name)
        if name == typed or not there or _may_replace(parent, title, Path(name)):
            return SaveFile(Path(name), there)
        start = name


def _may_replace(parent: QWidget, title: str, file: Path) -> bool:
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    asked = _("{name} is there already.\nDo you want to replace it?").format(name=file.name)
    box = QMessageBox(QMessageBox.Icon.Warning, title, asked, yes | no, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setDefaultButton(no)
    answer = box.exec()
    box.deleteLater()
    return answer == yes
