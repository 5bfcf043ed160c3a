# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The look of the frame: what has the keys, what is chosen and what can be used can be seen."""

import itertools
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot
from support.contrast import contrast_ratio
from support.driver import Driver

from asem_reader import paths
from asem_reader.core.theme import THEMES, Theme
from asem_reader.widgets.controls.boxedges import BoxEdges, TickedNames
from asem_reader.widgets.frame.focusring import FocusRing
from asem_reader.widgets.frame.look import Look

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SHEET = (paths.resources() / "styles" / "frame.qss").read_text(encoding="utf-8")
RULES = [(names.strip(), told) for names, told in RULE.findall(re.sub(r"/\*.*?\*/", "", SHEET))]
USED = ("QLineEdit", "QPlainTextEdit", "QPushButton", "QToolButton#toggle", "QScrollBar::handle:vertical")


def test_whatever_has_the_keys_has_a_ring() -> None:
    rings = [(names, told) for names, told in RULES if names.endswith(":focus")]
    without = [names for names, told in rings if "@focus" not in told]
    assert without == ["QLineEdit#inplace, QLineEdit#inplace:focus", "QSlider::handle:horizontal:focus"]


@pytest.mark.parametrize("name", USED)
def test_what_can_be_used_has_an_edge(name: str) -> None:
    assert "@edge" in dict(RULES)[name]


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.name)
def test_default_and_focused_buttons_differ(qtbot: QtBot, one: Theme, qapp: QApplication) -> None:
    Look(paths.resources()).dress(qapp, one)
    dialog, other = QDialog(), QPushButton("Other", autoDefault=False)
    qtbot.addWidget(dialog)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    for part in (other, buttons):
        (dialog.layout() or QVBoxLayout(dialog)).addWidget(part)
    dialog.show()
    dialog.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    default = buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert default.isDefault()
    # The second row of pixels is ground in the one, and the ring in the other.
    ground, ring = (
        each.grab().toImage().pixelColor(each.width() // 2, 1).name() for each in (default, other)
    )
    assert contrast_ratio(ground, ring) >= 3


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.name)
def test_a_choice_that_has_the_keys_has_a_ring(qtbot: QtBot, one: Theme, qapp: QApplication) -> None:
    Look(paths.resources()).dress(qapp, one)
    dialog, choice, ring = QDialog(), QComboBox(), FocusRing(qapp)
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(choice)
    qapp.focusChanged.connect(ring.follow)
    dialog.show()
    dialog.activateWindow()
    choice.setFocus()
    qtbot.waitUntil(choice.hasFocus)
    box = choice.geometry()
    picture = dialog.grab().toImage()
    assert picture.pixelColor(box.center().x(), box.top() - 1) == QColor(one.focus)
    ring.follow(choice, None)
    qapp.focusChanged.disconnect(ring.follow)


def colours(picture: QImage, left: int, top: int, right: int, bottom: int) -> set[str]:
    spots = itertools.product(range(left, right), range(top, bottom))
    return {picture.pixelColor(x, y).name() for x, y in spots}


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.name)
def test_the_current_row_of_a_tree_keeps_its_arrow_and_its_box(
    qtbot: QtBot, one: Theme, qapp: QApplication
) -> None:
    Look(paths.resources()).dress(qapp, one)
    tree = QTreeWidget(headerHidden=True)
    tree.setItemDelegate(BoxEdges(tree))
    qtbot.addWidget(tree)
    row = QTreeWidgetItem(tree, ["Group"])
    row.setCheckState(0, Qt.CheckState.Unchecked)
    QTreeWidgetItem(row, ["Topic"])
    tree.setCurrentItem(row)
    tree.show()
    box = tree.visualItemRect(row)
    picture = tree.viewport().grab().toImage()
    assert len(colours(picture, 2, box.top(), box.left() - 2, box.bottom())) > 2
    left, inside = (picture.pixelColor(box.left() + x, box.center().y()).name() for x in (6, 12))
    assert contrast_ratio(left, inside) >= 3


def test_rows_to_tick_have_room_round_their_words(qtbot: QtBot, qapp: QApplication) -> None:
    Look(paths.resources()).dress(qapp, THEMES[0])
    dialog, tree = QDialog(), QTreeWidget()
    qtbot.addWidget(dialog)
    TickedNames(tree)
    row = QTreeWidgetItem(tree, ["Bottom line"])
    row.setCheckState(0, Qt.CheckState.Checked)
    QVBoxLayout(dialog).addWidget(tree)
    assert tree.visualItemRect(row).height() > tree.fontMetrics().height() + 4
    dialog.show()
    assert tree.visualItemRect(row).height() > tree.fontMetrics().height() + 4


def test_a_row_of_two_lines_has_both_while_it_has_the_keys(qtbot: QtBot, qapp: QApplication) -> None:
    Look(paths.resources()).dress(qapp, THEMES[0])
    view = QListWidget()
    qtbot.addWidget(view)
    view.addItem("December\nthree topics")
    view.setCurrentRow(0)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    box = view.visualItemRect(view.item(0))
    below = colours(view.viewport().grab().toImage(), 10, box.bottom() - 11, 80, box.bottom() - 4)
    assert max(contrast_ratio(each, THEMES[0].tint) for each in below) > 3


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.name)
def test_each_theme_can_be_chosen_in_view(driver: Driver, one: Theme) -> None:
    driver.command(f"theme_{one.name}")
    assert driver.page.colours is one
    assert driver.action(f"theme_{one.name}").isChecked()
