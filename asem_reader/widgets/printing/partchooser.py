# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Asks what of a topic is in a pack: sections and paragraphs to be ticked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from asem_reader.core.language import _
from asem_reader.core.printing.sheet import Portion
from asem_reader.widgets.printing.parttree import PartTree


class PartChooser(QDialog):
    """Shows the parts of one topic until they are chosen, or left as they are."""

    def __init__(
        self, title: str, portions: Sequence[Portion], only: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Take the topic's title, its parts, and the names and codes of what is chosen; () for no choice."""
        super().__init__(parent)
        self.parts = PartTree(portions, only)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._build(title)
        self._join()

    @classmethod
    def choose(
        cls, title: str, portions: Sequence[Portion], only: Sequence[str], parent: QWidget
    ) -> tuple[str, ...] | None:
        """Ask, and return names and codes; () for as much as there is room for, None to leave it."""
        chooser = cls(title, portions, only, parent)
        accepted = chooser.exec() == QDialog.DialogCode.Accepted
        chosen = chooser.parts.chosen
        chooser.deleteLater()
        return chosen if accepted else None

    def _build(self, title: str) -> None:
        self.setWindowTitle(_("Parts: {title}").format(title=title))
        self.resize(560, 520)
        column = QVBoxLayout(self)
        column.addWidget(self.parts, 1)
        column.addWidget(self.buttons)

    def _join(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        # A pack of nothing of a topic is one without it.
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.parts.changed.connect(lambda: ok.setEnabled(not self.parts.nothing))
