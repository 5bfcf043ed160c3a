# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A tree of a topic's headings and paragraphs, to be ticked for printing."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from asem_reader.core.language import _
from asem_reader.core.printing.sheet import Entry, Portion, Shape
from asem_reader.viewmodels.tooltip import tooltip
from asem_reader.widgets.controls.boxedges import BoxEdges

_LETTERS = 90
_NAME = Qt.ItemDataRole.UserRole
_STATES = (Qt.CheckState.Unchecked, Qt.CheckState.Checked)


class PartTree(QWidget):
    """Asks which parts are printed; as long as nobody asks, it is what there is room for.

    Signals:
        changed: others are.
    """

    changed = Signal()

    def __init__(
        self, portions: Sequence[Portion], only: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        """Take what there is, and the names and codes of what is ticked; () for no choice."""
        super().__init__(parent)
        self._portions = tuple(portions)
        self.only = QCheckBox(_("Only what is &ticked here"))
        self.tree = QTreeWidget()
        self._build()
        self._fill()
        self._join()
        if only:
            self._tick(frozenset(only))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of headings and codes of paragraphs that are ticked; empty for no choice."""
        return tuple(self._chosen()) if self.only.isChecked() else ()

    @property
    def nothing(self) -> bool:
        """Whether a choice is made, and of nothing."""
        return self.only.isChecked() and not self.chosen

    def _chosen(self) -> Iterator[str]:
        for item in self._items:
            if item.checkState(0) is Qt.CheckState.Checked:
                yield str(item.data(0, _NAME))
            elif item.checkState(0) is Qt.CheckState.PartiallyChecked:
                parts = filter(None, map(item.child, range(item.childCount())))
                ticked = (part for part in parts if part.checkState(0) is Qt.CheckState.Checked)
                yield from (str(part.data(0, _NAME)) for part in ticked)

    def _build(self) -> None:
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(_("Parts of the sheet"))
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setMinimumHeight(120)
        self.tree.setItemDelegate(BoxEdges(self.tree))
        self.tree.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.only)
        column.addWidget(self.tree, 1)

    def _fill(self) -> None:
        auto = Qt.ItemFlag.ItemIsAutoTristate
        self._items = []
        for portion in self._portions:
            item = QTreeWidgetItem([portion.title])
            item.setData(0, _NAME, portion.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            parts = [_part(entry) for entry in portion.entries if _can_stand_alone(entry)]
            if parts:
                item.setFlags(item.flags() | auto)
                item.addChildren(parts)
            item.setCheckState(0, Qt.CheckState.Checked)
            self.tree.addTopLevelItem(item)
            self._items.append(item)

    def _tick(self, only: frozenset[str]) -> None:
        self.only.setChecked(True)
        for item in self._items:
            whole = item.data(0, _NAME) in only
            for part in filter(None, map(item.child, range(item.childCount()))):
                part.setCheckState(0, _STATES[whole or part.data(0, _NAME) in only])
            if not item.childCount():
                item.setCheckState(0, _STATES[whole])

    def _join(self) -> None:
        self.only.toggled.connect(self.tree.setEnabled)
        self.only.toggled.connect(self.changed)
        self.tree.itemChanged.connect(lambda _item, _column: self.changed.emit())


def _can_stand_alone(entry: Entry) -> bool:
    """Whether it has a code of its own; the head of a table comes with its rows."""
    return bool(entry.code) and entry.shape not in (Shape.HEAD, Shape.SUBHEADING)


def _part(entry: Entry) -> QTreeWidgetItem:
    text = entry.text if len(entry.text) <= _LETTERS else f"{entry.text[:_LETTERS].rsplit(' ', 1)[0]} …"
    part = QTreeWidgetItem([text])
    part.setData(0, _NAME, entry.code)
    part.setToolTip(0, tooltip(entry.text))
    part.setFlags(part.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    part.setCheckState(0, Qt.CheckState.Checked)
    return part
