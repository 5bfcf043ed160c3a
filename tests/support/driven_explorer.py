# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window of the connectivity figures: what is read and heard in it, and its keys."""

from typing import Self

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QSlider,
    QSplitter,
    QStyleOptionViewItem,
    QTabBar,
    QTabWidget,
    QWidget,
)

from asem_reader.core.drawing.figure import Figure
from asem_reader.core.language import _
from asem_reader.widgets.controls.drawing import FigureView
from asem_reader.widgets.explorer.explorerwindow import ExplorerWindow
from asem_reader.widgets.explorer.standingstable import StandingsTable
from asem_reader.widgets.explorer.weights import Weights
from support.surface import LEFT, Surface, the

_MARGIN = 12  # pixels round a figure


class DrivenExplorer(Surface):
    """The window of the connectivity figures."""

    @classmethod
    def shown(cls) -> Self:
        """The one that is open."""
        there = (each for each in QApplication.topLevelWidgets() if isinstance(each, ExplorerWindow))
        return cls(next(each for each in there if each.isVisible()))

    @property
    def table(self) -> StandingsTable:
        return the(self.widget, StandingsTable)

    @property
    def figure(self) -> Figure:
        return the(self.widget, FigureView).figure

    @property
    def sentence(self) -> str:
        """The sentence that says what was changed and what it does."""
        return next(text for text in self.texts if "JRC’s ranking" in text or "No scores" in text)

    @property
    def topic(self) -> str:
        """By what is ranked."""
        return the(self.widget, QComboBox).currentText().strip()

    @property
    def names_cut(self) -> list[str]:
        """Partners whose names have no room beside their boxes."""
        table, model = self.table, self.table.model()
        option = QStyleOptionViewItem()
        table.initViewItemOption(option)
        names = [model.index(row, 0) for row in range(model.rowCount())]
        delegate = table.itemDelegateForColumn(0)
        return [
            each.data() for each in names if delegate.sizeHint(option, each).width() > table.columnWidth(0)
        ]

    @property
    def weights_width(self) -> int:
        """How wide the pane of the weights has to be."""
        return the(self.widget, Weights).minimumSizeHint().width()

    @property
    def heads(self) -> list[str]:
        model = self.table.model()
        return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]

    @property
    def here(self) -> str:
        """Whose row is the current one."""
        return str(self.table.currentIndex().siblingAtColumn(0).data())

    def cell(self, partner: str, head: str) -> str:
        """What stands in a partner's row under a head."""
        return str(self._index(partner).siblingAtColumn(self.heads.index(head)).data())

    def is_marked(self, partner: str) -> bool:
        return self._index(partner).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked

    def slider(self, name: str) -> QSlider:
        """The slider of a half or a pillar."""
        return self.named(QSlider, _("Weight of {name}, in hundredths").format(name=name))

    def slide(self, name: str, *keys: str) -> Self:
        """Press keys on a slider."""
        self.slider(name).setFocus()
        return self.press(*keys)

    def weight(self, name: str) -> str:
        """The weight that stands over a slider."""
        labels = self.widget.findChildren(QLabel)
        at = next(number for number, label in enumerate(labels) if label.text() == name)
        return labels[at + 1].text()

    def reach(self, partner: str) -> Self:
        """Walk to a partner's row with the arrows."""
        self.table.setFocus()
        row = self._index(partner).row()
        return self.press("Ctrl+Home").press("Down", times=row)

    def click_at(self, key: str) -> Self:
        """Click on what stands for a partner in the picture."""
        view = the(self.widget, FigureView)
        target = next(each for each in view.figure.targets if each.key == key)
        scale = (view.heightForWidth(view.width()) - 2 * _MARGIN) / view.figure.height
        x, y = (target.x + target.width / 2) * scale, (target.y + target.height / 2) * scale
        QTest.mouseClick(view, LEFT, pos=QPoint(round(x) + _MARGIN, round(y) + _MARGIN))
        return self

    @property
    def panes(self) -> list[str]:
        """The names of the tabs, and how many panes stand beside them."""
        bar = the(the(self.widget, QTabWidget), QTabBar)
        beside = the(self.widget, QSplitter).count() - 1
        return [bar.tabText(at).replace("&", "") for at in range(bar.count())] + ["|"] * beside

    def heard_cell(self, partner: str, head: str) -> tuple[str, str]:
        """What a screen reader says of a cell: its head, and its text."""
        table = QAccessible.queryAccessibleInterface(self.table)
        row, column = self._index(partner).row(), self.heads.index(head)
        wide = len(self.heads) + 1  # the row's own head stands before its cells
        return _text(table.child(column + 1)), _text(table.child(wide * (row + 1) + column + 1))

    def _index(self, partner: str) -> QModelIndex:
        model = self.table.model()
        return next(
            model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == partner
        )


def heard(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader is told of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def _text(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name)
