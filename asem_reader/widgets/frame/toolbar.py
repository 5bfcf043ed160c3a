# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tools over the page: a few commands, and between them the field of the search."""

from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from asem_reader.core.language import _
from asem_reader.widgets.frame.actions import Actions
from asem_reader.widgets.search.field import SearchField

_TOOLS = ("back", "forward", "", "bookmark", "note", "print", "smaller", "larger")
_NARROWEST, _WIDEST = 220, 560  # of the field, in pixels


class ToolBar(QToolBar):
    """The tool bar; it stays where it is, and the field stands in its middle."""

    def __init__(self, actions: Actions, field: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(_("Tools"), parent)
        self._build(actions, field)

    def _build(self, actions: Actions, field: SearchField) -> None:
        self.setMovable(False)
        self.setObjectName("tools")
        for name in _TOOLS:
            if name:
                self.addAction(actions[name])
                continue
            for widget in (_spacer(), field, _spacer()):
                self.addWidget(widget)
        field.setMinimumWidth(_NARROWEST)
        field.setMaximumWidth(_WIDEST)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _spacer() -> QWidget:
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
