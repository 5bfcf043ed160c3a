# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The panes round the page, as a reader uses them: results, trees, notes."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPushButton, QTreeView

from asem_reader.core.search.hit import Hit
from asem_reader.viewmodels.search.hits import ROW
from asem_reader.viewmodels.search.rows import Heading, Row
from asem_reader.widgets.frame.window import Window
from support.surface import (
    LEFT,
    Surface,
    choose_at,
    click_row,
    heard,
    menu_at,
    plain,
    press,
    rows,
    unkeyed,
)


class DrivenList(Surface):
    """A list or a tree, by what its rows say."""

    view: QAbstractItemView

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.view = view

    @property
    def texts(self) -> list[str]:
        """The rows, as they stand; those alone that are not folded away."""
        return rows(self.view)

    @property
    def heard(self) -> list[str]:
        """What a screen reader says of the uppermost rows."""
        model = self.view.model()
        return [heard(model.index(row, 0)) for row in range(model.rowCount())]

    @property
    def current(self) -> str:
        """What the current row says; "" if there is none."""
        return str(self.view.currentIndex().data() or "")

    @property
    def heard_current(self) -> str:
        """What a screen reader says of the current row."""
        return heard(self.view.currentIndex())

    @property
    def current_row(self) -> int:
        return self.view.currentIndex().row()

    @property
    def has_keys(self) -> bool:
        return self.view.hasFocus()

    @property
    def scrolled(self) -> int:
        return self.view.verticalScrollBar().value()

    def heard_of(self, text: str) -> str:
        """What a screen reader says of the row that says so."""
        return heard(self.index_of(text))

    def unfold_all(self) -> Self:
        assert isinstance(self.view, QTreeView)
        self.view.expandAll()
        return self

    def scroll_to(self, pixels: int) -> Self:
        self.view.verticalScrollBar().setValue(pixels)
        return self

    def take_keys(self) -> Self:
        self.view.setFocus()
        return self

    def select(self, *texts: str) -> Self:
        """Select the rows that say so; the first is current."""
        self.view.setCurrentIndex(self.index_of(texts[0]))
        for text in texts[1:]:
            flag = QItemSelectionModel.SelectionFlag.Select
            self.view.selectionModel().select(self.index_of(text), flag)
        return self

    def click_row(self, text: str, *, twice: bool = False) -> Self:
        """Click the row that says so, after unfolding what holds it."""
        index = self.index_of(text)
        above = index.parent()
        while above.isValid() and isinstance(self.view, QTreeView):
            self.view.expand(above)
            above = above.parent()
        click_row(self.view, index, twice=twice)
        return self

    def click_number(self, row: int, *, twice: bool = False) -> Self:
        """Click one of the uppermost rows."""
        click_row(self.view, self.view.model().index(row, 0), twice=twice)
        return self

    def pick(self, entry: str) -> list[str]:
        """Choose an entry of the menu over the current row; return what it offers."""
        return choose_at(self.view.viewport(), self._middle(self.view.currentIndex()), entry)

    def middle_click(self) -> Self:
        """Click the first row with the middle button."""
        spot = self._middle(self.view.model().index(0, 0))
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.MiddleButton, pos=spot)
        return self

    def menu(self) -> list[QAction]:
        """What the menu over the current row offers."""
        return menu_at(self.view.viewport(), self._middle(self.view.currentIndex()))

    def _middle(self, index: QModelIndex) -> QPoint:
        return self.view.visualRect(index).center()

    def rename(self, name: str) -> Self:
        """Type a name in the place of the row that is being named, and Enter."""
        field = self.view.findChild(QLineEdit, "inplace")
        assert field
        field.setText(name)
        press(field, "Return")
        return self

    def index_of(self, text: str, under: QModelIndex | None = None) -> QModelIndex:
        """The first row that says so, folded away or not."""
        model, above = self.view.model(), under or QModelIndex()
        for row in range(model.rowCount(above)):
            index = model.index(row, 0, above)
            if index.data() == text:
                return index
            within = self.index_of(text, index)
            if within.isValid():
                return within
        return QModelIndex()


class DrivenResults(DrivenList):
    """What the search found, and what stands over it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.left.found.results)
        self._field = window.field
        self._hits = window.context.hits
        self._found = window.left.found

    @property
    def rows(self) -> list[Row]:
        """The rows as values."""
        model = self.view.model()
        return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]

    @property
    def hits(self) -> list[Hit]:
        return [row for row in self.rows if isinstance(row, Hit)]

    @property
    def headings(self) -> list[int]:
        """The rows that cannot be chosen, by their numbers."""
        return [number for number, row in enumerate(self.rows) if isinstance(row, Heading)]

    @property
    def on_best(self) -> bool:
        """Whether the current row is the first that can be chosen."""
        return self.view.currentIndex() == self._hits.best

    @property
    def told(self) -> str:
        """What is said above the results; "" for nothing."""
        label = self._found.told
        return "" if label.isHidden() else plain(label.text())

    @property
    def empty(self) -> str:
        """What is said in the place of results; "" while there are some."""
        return plain(self._found.empty.text()) if self._found.empty.isVisible() else ""

    @property
    def filters(self) -> "list[DrivenFilter]":
        """The small buttons that narrow the search, in their order."""
        return [DrivenFilter(name, self._found.scopes.button(name)) for name in self._found.scopes.filters]

    def open(self, number: int = 1) -> None:
        """Open a result by keys, counted from 1."""
        self._hits.finish()
        for _ in range(number - 1):
            press(self._field, "Down")
        press(self._field, "Return")

    def click_best(self, across: int | None = None) -> None:
        """Click the best row in its middle, or so many pixels across (from the end if less than 0)."""
        box = self.view.visualRect(self._hits.best)
        spot = box.center()
        if across is not None:
            width = self.view.viewport().width()
            spot = QPoint(across if across >= 0 else width + across, box.top() + 8)
        QTest.mouseClick(self.view.viewport(), LEFT, pos=spot)

    def box(self, row: int) -> tuple[int, int]:
        """Top and foot of a row, in pixels."""
        box = self.view.visualRect(self.view.model().index(row, 0))
        return box.top(), box.bottom()

    def follow_told(self) -> None:
        """Follow the first link above the results, or in their place."""
        found = self._found
        label = found.told if found.told.text() else found.empty
        label.linkActivated.emit(label.text().partition('href="')[2].partition('"')[0])


@dataclass(frozen=True)
class DrivenFilter:
    """A small button that narrows the search."""

    name: str
    _button: QPushButton

    @property
    def text(self) -> str:
        return unkeyed(self._button.text())

    @property
    def heard(self) -> str:
        return self._button.accessibleName()

    @property
    def is_down(self) -> bool:
        return self._button.isChecked()

    @property
    def has_keys(self) -> bool:
        return self._button.hasFocus()

    def click(self) -> None:
        QTest.mouseClick(self._button, LEFT)
