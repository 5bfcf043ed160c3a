# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Boxes for what must be asked or told before anything goes on: rare, and imported when they are wanted."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from asem_reader.core.errors import ReaderError
from asem_reader.viewmodels.ending import is_ending


def ask_outside(parent: QWidget, address: str) -> None:
    """Ask what to do with an address outside the Library: copy it, or hand it to the system's browser."""
    box = QMessageBox(parent)
    box.setWindowTitle("A link out of the Library")
    box.setText("This address is not in the Library. The reader itself never goes online.")
    box.setInformativeText(address)
    copy = box.addButton("&Copy address", QMessageBox.ButtonRole.AcceptRole)
    browse = box.addButton("&Open in browser", QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(copy)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(address)
    elif box.clickedButton() is browse:
        QDesktopServices.openUrl(QUrl(address))
    box.deleteLater()


def tell_fatal(error: ReaderError) -> None:
    """Say why there can be no window."""
    box = QMessageBox(QMessageBox.Icon.Warning, "ASEM Reader", error.sentence)
    box.setInformativeText(error.cure)
    box.exec()


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show a fault of the program as a report to copy, and let the program go on: for sys.excepthook."""
    text = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(text)
    if not isinstance(error, Exception) or QApplication.instance() is None or is_ending():
        return
    box = QMessageBox(QMessageBox.Icon.Warning, "ASEM Reader", "Something went wrong in ASEM Reader.")
    box.setInformativeText(
        "Your notes are safe, and you can read on. Please send the report to the developers."
    )
    box.setDetailedText(f"Python {platform.python_version()}, {platform.platform()}\n\n{text}")
    copy = box.addButton("&Copy report", QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(box.detailedText())
