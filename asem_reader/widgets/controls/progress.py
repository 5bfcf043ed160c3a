# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Progress of what may take long: done in steps, and after a second shown, with a button that cancels it."""

import time
from collections.abc import Generator
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from asem_reader.core.language import _
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.session.ending import is_ending
from asem_reader.widgets.controls.label import PlainLabel

_ALL = QEventLoop.ProcessEventsFlag.AllEvents
_NO_KEYS = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents

Result = TypeVar("Result")


class Progress:
    """Holds back keys and clicks while a window does something; what it paints goes on."""

    patience = 1.0  # seconds before a line and Cancel are shown

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def run(self, said: str, steps: Generator[None, None, Result]) -> Result | None:
        """Do all steps and return what they lead to; None if the reader broke them off.

        `said` names what is being done, in a line. Steps that are left before their end leave all as it was;
        what they raise is raised here.
        """
        start = held = time.monotonic()
        dialog: QProgressDialog | None = None
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            while not (is_ending() or (dialog and dialog.wasCanceled())):
                next(steps)
                now = time.monotonic()
                if dialog is None and now > start + self.patience:
                    dialog = self._shown(said)
                if now >= held + Background.patience / 1000:
                    QApplication.processEvents(_ALL if dialog else _NO_KEYS)
                    held = time.monotonic()
            steps.close()
        except StopIteration as end:
            result: Result = end.value
            return result
        finally:
            QGuiApplication.restoreOverrideCursor()
            if dialog:
                dialog.close()
                dialog.deleteLater()
        return None

    def _shown(self, said: str) -> QProgressDialog:
        dialog = QProgressDialog("", _("Cancel"), 0, 0, self._window)
        dialog.setLabel(PlainLabel(said))  # which may name a file
        dialog.setWindowTitle(QApplication.applicationDisplayName())
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumWidth(360)
        dialog.setMinimumDuration(0)
        dialog.show()
        return dialog
