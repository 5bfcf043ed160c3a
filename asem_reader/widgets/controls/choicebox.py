# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Combo box of which each choice is heard."""

from PySide6.QtWidgets import QComboBox, QWidget

from asem_reader.widgets.controls.announce import say


class ChoiceBox(QComboBox):
    """Combo box that says what an arrow chose while it is closed: of Qt's own screen readers say nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(self._say)

    def _say(self, text: str) -> None:
        if self.hasFocus():
            say(self, text.strip())
