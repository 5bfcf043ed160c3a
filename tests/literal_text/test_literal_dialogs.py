# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whatever a Library or a Notebook holds is shown as it is: no dialog makes it rich text."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from support.dialogs import DIALOGS
from support.hostile_world import Hostile
from support.literal_text import faults, holds_markup, kinds

from asem_reader import widgets


def test_every_dialog_is_looked_at() -> None:
    assert kinds(widgets, QDialog) == {*DIALOGS, "PrinterDialog"}  # Qt's own, with no text of ours


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_shows_foreign_text_as_it_is(hostile: Hostile, name: str, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](hostile)
    qtbot.addWidget(dialog)
    dialog.show()
    assert holds_markup(dialog)
    assert faults(dialog) == []
    dialog.close()
    dialog.setParent(None)
