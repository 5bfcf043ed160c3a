# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The look of the frame: what has the keys, what is chosen and what can be used can be seen."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QDialogButtonBox, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot
from support.contrast import contrast_ratio
from support.driver import Driver
from support.processes import child

from asem_reader import paths
from asem_reader.core.theme import THEMES, Theme
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


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.name)
def test_each_theme_can_be_chosen_in_view(driver: Driver, one: Theme) -> None:
    driver.command(f"theme_{one.name}")
    assert driver.page.colours is one
    assert driver.action(f"theme_{one.name}").isChecked()


def test_qt_does_not_complain_of_a_missing_input_method() -> None:
    script = (
        "from asem_reader.app import application; from PySide6.QtCore import QLoggingCategory; "
        "app = application(); names = ('textinput', 'other'); "
        "said = [QLoggingCategory(f'qt.qpa.wayland.{name}').isWarningEnabled() for name in names]; "
        "print(said)"
    )
    assert child("-c", script).stdout == b"[False, True]\n"
