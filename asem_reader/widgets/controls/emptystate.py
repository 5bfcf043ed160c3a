# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The empty state of a panel that has nothing to show: a sentence that helps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QStackedLayout, QWidget

from asem_reader.widgets.controls.label import PlainLabel


class WithEmptyState(QWidget):
    """A view, or the sentence in its place while its model has no rows.

    A stack of Qt's own would be heard as a “layered pane”, each time that the keys come.
    It is no focus proxy: a view that is hidden would hold the Tab key for ever.
    """

    def __init__(self, view: QAbstractItemView, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.label = PlainLabel(sentence)
        self.label.setObjectName("empty")
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.label.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that it is read where the view would be
        self._stack = QStackedLayout(self)
        self._stack.addWidget(view)
        self._stack.addWidget(self.label)
        model = view.model()
        for changed in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._look)
        self._look()

    @property
    def shown(self) -> QWidget:
        """The view, or the sentence."""
        return self._view if self._view.model().rowCount() else self.label

    def _look(self) -> None:
        self._stack.setCurrentWidget(self.shown)
