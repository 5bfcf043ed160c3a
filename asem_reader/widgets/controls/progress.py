# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Does what may take long in steps, and after a second says so, with a button that breaks it off."""

import time
from collections.abc import Generator, Iterator
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from asem_reader.core.language import _
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.session.ending import is_ending
from asem_reader.widgets.controls.label import PlainLabel

_PATIENCE = 1.0  # seconds before it is said
_ALL = QEventLoop.ProcessEventsFlag.AllEvents
_NO_KEYS = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents

Result = TypeVar("Result")


class Progress:
    """Holds back keys and clicks while a window does something; what it paints goes on.

    Attributes:
        patience: seconds before a line and Cancel are shown.
    """

    patience = _PATIENCE

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._dialog: QProgressDialog | None = None

    def run(self, said: str, steps: Generator[None, None, Result]) -> Result | None:
        """Do all steps and return what they lead to; None if the reader broke them off.

        Args:
            said: what is being done, in a line.
            steps: which leave all as it was when they are left before their end.

        Raises:
            Exception: what the steps raise.
        """
        results, faults = list[Result](), list[Exception]()

        def whole() -> Iterator[None]:
            try:
                results.append((yield from steps))
            except Exception as error:  # it is raised to whoever waits here
                faults.append(error)

        background = Background()
        background.begin(whole())
        if background.going:
            self._wait(said, background)
        for fault in faults:
            raise fault
        return results[0] if results else None

    def _wait(self, said: str, background: Background) -> None:
        end = time.monotonic() + self.patience
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            while background.going and not self._is_cancelled():
                if self._dialog is None and time.monotonic() > end:
                    self._dialog = self._shown(said)
                QApplication.processEvents(_ALL if self._dialog else _NO_KEYS)
        finally:
            background.cancel()
            QGuiApplication.restoreOverrideCursor()
            if self._dialog:
                self._dialog.close()
                self._dialog.deleteLater()
                self._dialog = None

    def _is_cancelled(self) -> bool:
        return is_ending() or (self._dialog is not None and self._dialog.wasCanceled())

    def _shown(self, said: str) -> QProgressDialog:
        dialog = QProgressDialog("", _("Cancel"), 0, 0, self._window)
        dialog.setLabel(PlainLabel(said))  # which may name a file
        dialog.setWindowTitle(QApplication.applicationDisplayName())
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumWidth(360)
        dialog.setMinimumDuration(0)
        dialog.show()
        return dialog
