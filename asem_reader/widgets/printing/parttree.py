# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Tree of a topic's headings and paragraphs, to be ticked for printing."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.language import _
from asem_reader.core.printing.selection import folded
from asem_reader.core.printing.sheet import Portion, Shape
from asem_reader.viewmodels.printing.ticking import tick_said
from asem_reader.viewmodels.tooltip import tooltip
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.boxedges import TickedNames
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.onscreen import fit

_LETTERS = 90
_NAME = Qt.ItemDataRole.UserRole


class PartTree(QWidget):
    """Tree that says which parts are printed; as long as nobody ticks any, it is what there is room for.

    Signals:
        changed: others are.
    """

    changed = Signal()

    def __init__(self, portions: Sequence[Portion], only: Sequence[str] = ()) -> None:
        """Take what there is, and the names and codes of what is ticked; () for no choice."""
        super().__init__()
        self.only = QCheckBox(_("Only what is &ticked here"))
        self.tree = QTreeWidget()
        self.tree.setHeaderLabel(_("Part"))  # heard alone
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(_("Parts of the sheet"))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setMinimumHeight(120)
        TickedNames(self.tree)
        filled(QVBoxLayout(self), self.only, self.tree, grows=self.tree, margins=(0, 0, 0, 0))
        self.tree.addTopLevelItems([_row(portion, only) for portion in portions])
        self.only.setChecked(bool(only))
        self.tree.setEnabled(bool(only))
        self.only.toggled.connect(self.tree.setEnabled)
        self.only.toggled.connect(self.changed)
        self.tree.itemChanged.connect(self._tell)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of headings and codes of paragraphs that are ticked; empty for no choice."""
        return tuple(_ticked(self.tree.invisibleRootItem())) if self.only.isChecked() else ()

    def _tell(self, item: QTreeWidgetItem) -> None:
        if item is self.tree.currentItem():
            say(self.tree, item.data(0, Qt.ItemDataRole.AccessibleTextRole))
        self.changed.emit()

    @property
    def nothing(self) -> bool:
        """True if a choice is made, and of nothing."""
        return self.only.isChecked() and not self.chosen


class PartChooser(QDialog):
    """Dialog that asks what of a topic is in a pack."""

    def __init__(
        self, title: str, portions: Sequence[Portion], only: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Take the topic's title, its parts, and the names and codes of what is chosen; () for no choice."""
        super().__init__(parent)
        self.setWindowTitle(_("Parts: {title}").format(title=title))
        fit(self, 560, 520)
        self.parts = PartTree(portions, only)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        # A pack of nothing of a topic is one without it.
        self.parts.changed.connect(lambda: buttons.button(kinds.Ok).setDisabled(self.parts.nothing))
        filled(QVBoxLayout(self), self.parts, buttons, grows=self.parts)

    @classmethod
    def choose(
        cls, title: str, portions: Sequence[Portion], only: Sequence[str], parent: QWidget
    ) -> tuple[str, ...] | None:
        """Ask, and return names and codes; () for as much as there is room for, None to leave it."""
        chooser = cls(title, portions, only, parent)
        chosen = chooser.parts.chosen if chooser.exec() else None
        chooser.deleteLater()
        return chosen


def _ticked(item: QTreeWidgetItem) -> Iterator[str]:
    """The names of what is ticked below an item; what is ticked as a whole stands for all below it."""
    for child in filter(None, map(item.child, range(item.childCount()))):
        if child.checkState(0) is Qt.CheckState.Checked:
            yield str(child.data(0, _NAME))
        else:
            yield from _ticked(child)


def _row(portion: Portion, only: Sequence[str]) -> QTreeWidgetItem:
    whole = not only or portion.name in only
    row = _item(portion.title, portion.name, ticked=whole)
    for entry in portion.entries:
        if entry.figure and entry.shape is Shape.FIGURE:
            title, name = entry.figure.title, folded(entry.figure.title)
            row.addChild(_item(_("Figure: {title}").format(title=title), name, ticked=whole or name in only))
        # The head of a table comes with its rows.
        elif entry.code and entry.shape not in (Shape.HEAD, Shape.SUBHEADING):
            long = len(entry.text) > _LETTERS
            text = f"{entry.text[:_LETTERS].rsplit(' ', 1)[0]} …" if long else entry.text
            part = _item(text, entry.code, ticked=whole or entry.code in only)
            part.setToolTip(0, tooltip(entry.text))
            row.addChild(part)
    if row.childCount():
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsAutoTristate)
    return row


class _PartItem(QTreeWidgetItem):
    """Row whose tick is heard."""

    def data(self, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tick_said(self.text(column), self.checkState(column))
        return super().data(column, role)


def _item(text: str, name: str, *, ticked: bool) -> QTreeWidgetItem:
    item = _PartItem([text])
    item.setData(0, _NAME, name)
    item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item
