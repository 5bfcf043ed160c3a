# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every dialog can be used by keys and heard: Tab comes round both ways."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from support.dialogs import DIALOGS
from support.hostile_world import Hostile
from support.tabs import name_of, tab_rounds, unheard


@pytest.fixture
def shown(hostile: Hostile, qtbot: QtBot) -> Iterator[Callable[[str], QDialog]]:
    """Shows a dialog by its name, and closes it afterwards."""
    dialogs: list[QDialog] = []

    def show(name: str) -> QDialog:
        dialogs.append(DIALOGS[name](hostile))
        dialogs[-1].setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialogs[-1])
        dialogs[-1].show()
        return dialogs[-1]

    yield show
    for dialog in dialogs:
        dialog.close()
        dialog.setParent(None)


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_comes_round_in_a_dialog(shown: Callable[[str], QDialog], name: str) -> None:
    assert tab_rounds(shown(name))


@pytest.mark.parametrize("name", DIALOGS)
def test_what_a_dialog_shows_is_heard(shown: Callable[[str], QDialog], name: str) -> None:
    assert unheard(shown(name)) == []


def test_tab_goes_through_the_print_window_from_left_to_right(shown: Callable[[str], QDialog]) -> None:
    stops = [name_of(stop) for stop in tab_rounds(shown("PreviewWindow"))]
    at = stops.index("Profile")
    stops = stops[at:] + stops[:at]
    ends = ["Profile", "Only what is ticked here", "Page", "Size of pages", "Save as…", "Print…"]
    assert [name for name in stops if name in ends] == ends


def test_tab_reaches_the_name_of_a_pack(shown: Callable[[str], QDialog]) -> None:
    stops = [name_of(stop) for stop in tab_rounds(shown("Composer"))]
    assert {"Kept as", "Topics to tick", "In this order", "Binders…"} <= {*stops}
