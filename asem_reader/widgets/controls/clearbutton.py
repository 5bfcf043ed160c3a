# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The clear button in a field, which Qt leaves without a name."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from asem_reader.core.language import _


def add_clear_button(field: QLineEdit) -> None:
    """Show a button that empties a field while there is text in it, and say what it does."""
    field.setClearButtonEnabled(True)
    action = field.findChild(QAction, "_q_qlineeditclearaction")
    if action:
        action.setText(_("Clear"))
