# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Boxes for what must be asked or told before anything goes on: rare, and imported when they are wanted."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _
from asem_reader.viewmodels.session.ending import is_ending


def ask_outside(parent: QWidget, address: str) -> None:
    """Ask what to do with an address outside the Library: copy it, or hand it to the system's browser."""
    box = _box(_("This address is not in the Library. The reader itself never goes online."), address, parent)
    box.setWindowTitle(_("A link out of the Library"))
    copy = box.addButton(_("&Copy address"), QMessageBox.ButtonRole.AcceptRole)
    browse = box.addButton(_("&Open in browser"), QMessageBox.ButtonRole.ActionRole)
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
    box = _box(error.sentence, error.cure)
    box.setIcon(QMessageBox.Icon.Warning)
    box.exec()


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show a fault of the program as a report to copy, and let the program go on: for sys.excepthook."""
    text = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(text)
    if not isinstance(error, Exception) or QApplication.instance() is None or is_ending():
        return
    box = _box(
        _("Something went wrong in ASEM Reader."),
        _("Your notes are safe, and you can read on. Please send the report to the developers."),
    )
    box.setIcon(QMessageBox.Icon.Warning)
    box.setDetailedText(f"Python {platform.python_version()}, {platform.platform()}\n\n{text}")
    copy = box.addButton(_("&Copy report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(box.detailedText())


def _box(sentence: str, more: str, parent: QWidget | None = None) -> QMessageBox:
    """A box that says both as they are."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("ASEM Reader")
    box.setText(sentence)
    box.setInformativeText(more)
    return box
