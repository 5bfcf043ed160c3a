# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Watches the mailbox for what second starts ask of the window that is open."""

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from asem_reader.store.instance import Mailbox


class MailboxWatch(QObject):
    """Watches the mailbox.

    Signals:
        came (str): somebody asks for an address, or with "" for nothing but to see the window.
    """

    came = Signal(str)

    def __init__(self, box: Mailbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box = box

    def watch(self) -> None:
        """Begin: with what was put in while the window was being made."""
        if self._box.open():
            # Made only now: of watchers the system gives each user few (inotify(7), max_user_instances).
            watcher = QFileSystemWatcher([str(self._box.folder)], self)
            watcher.directoryChanged.connect(self.look)
        self.look()

    def look(self) -> None:
        """Take out what there is; where no watcher works, somebody asks for this now and then."""
        for address in self._box.collect():
            self.came.emit(address)
