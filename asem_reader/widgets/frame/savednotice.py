# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The notice of a file that was saved: it says where it lies, and opens it or its folder."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QUrl
from PySide6.QtGui import QAction, QDesktopServices

from asem_reader.core.language import _
from asem_reader.widgets.frame.notice import Notice


class SavedNotice(QFileSystemWatcher):
    """What a notice says of a file that was saved; it leaves when the file does."""

    def __init__(self, notice: Notice, said: str, file: Path) -> None:
        """Say so: what was saved, and in which folder."""
        for before in notice.findChildren(SavedNotice):
            before.deleteLater()
        super().__init__([str(file)], notice)
        self._notice = notice
        show_file, show_folder = QAction(_("Open"), self), QAction(_("Show in folder"), self)
        show_file.triggered.connect(lambda: self._show(file))
        show_folder.triggered.connect(lambda: self._show(file.parent))
        notice.say(
            _("{saved} It is in the folder {folder}.").format(saved=said, folder=file.parent),
            show_file,
            show_folder,
        )
        notice.until(self.fileChanged, holds=file.exists)

    def _show(self, path: Path) -> None:
        """Hand a file or a folder to the program that the system has for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._notice.say(_("Your system has no program that opens {path}.").format(path=path))
