# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""In a language that nobody speaks, whatever is not in it was not translated, and what is long has room."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from messages import Pseudo, pseudo
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from support.dialogs import DIALOGS
from support.driver import Driver
from support.hostile_content import NAME
from support.hostile_world import Hostile
from support.literal_text import shown
from support.pseudo_language import clipped, untranslated

from asem_reader.core.language import install
from asem_reader.core.marks.grouping import View
from asem_reader.widgets.frame.alerts import ask_outside


@pytest.fixture(autouse=True)
def pseudo_language() -> Iterator[None]:
    install(Pseudo())
    yield
    install(NullTranslations())


@pytest.mark.parametrize("name", DIALOGS)
def test_all_words_of_a_dialog_are_translated_and_have_room(
    hostile: Hostile, name: str, qtbot: QtBot
) -> None:
    dialog = DIALOGS[name](hostile)
    qtbot.addWidget(dialog)
    dialog.show()
    assert untranslated(dialog) == []
    QCoreApplication.sendPostedEvents()
    dialog.resize(dialog.sizeHint())
    QCoreApplication.sendPostedEvents()
    assert clipped(dialog) == []
    dialog.close()
    dialog.setParent(None)


@pytest.mark.parametrize("view", View)
def test_all_words_of_a_view_of_marks_are_translated(reading: Driver, view: View) -> None:
    assert untranslated(reading.command(f"by_{view}").widget) == []


@pytest.mark.parametrize("commands", [("contents", "find", "note"), ("history", "bookmark_block", "undo")])
def test_all_words_of_the_window_are_translated_and_have_room(
    reading: Driver, commands: tuple[str, ...]
) -> None:
    reading.search("piracy")
    for command in commands:
        reading.command(command)
    assert untranslated(reading.widget) == []
    assert clipped(reading.widget) == []


def test_all_words_of_a_box_and_of_about_are_translated(
    reading: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[list[str]] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: found.append(untranslated(box)))
    monkeypatch.setattr(QMessageBox, "about", lambda _parent, _title, text: found.append([shown(text)]))
    ask_outside(reading.widget, NAME)
    reading.command("about")
    outside, (about,) = found
    assert outside == []
    assert "ÀŠÉM Réàdér" in about


def test_what_is_not_translated_or_has_no_room_is_found(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    QPushButton(pseudo("Restore"), dialog).setFixedWidth(20)
    QLabel(f"{pseudo('2 marks')} in {NAME}", dialog)
    QLineEdit(dialog).setPlaceholderText("Filter")
    dialog.addAction(QAction(f"{pseudo('Undo')} once", dialog))
    dialog.show()
    assert untranslated(dialog) == ["Filter", f"{pseudo('Undo')} once"]
    assert clipped(dialog) == [pseudo("Restore")]
