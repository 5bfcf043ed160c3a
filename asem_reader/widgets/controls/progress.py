# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Does what may take long in steps, and after a second says so, with a button that breaks it off."""

import gc
import time
from collections.abc import Generator
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from asem_reader.core.language import _
from asem_reader.viewmodels.session.ending import is_ending
from asem_reader.widgets.controls.label import PlainLabel

_SLICE = 0.01  # seconds of work before the window has its turn
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
        """
        begun, is_held = time.monotonic(), False
        gc.disable()  # little of what is made is garbage, and looking for it would hold the window
        try:
            while not self._is_cancelled():
                is_over, result = _go_on(steps)
                if is_over:
                    return result
                if not is_held:
                    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
                    is_held = True
                if self._dialog is None and time.monotonic() - begun > self.patience:
                    self._dialog = self._shown(said)
                QApplication.processEvents(_ALL if self._dialog else _NO_KEYS)
            steps.close()
            return None
        finally:
            gc.enable()
            if is_held:
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


def _go_on(steps: Generator[None, None, Result]) -> tuple[bool, Result | None]:
    """Do some steps; return whether they are over, and what they led to."""
    until = time.monotonic() + _SLICE
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return True, end.value
        if time.monotonic() >= until:
            return False, None
