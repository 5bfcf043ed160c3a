# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Files of marks on the glass: what the commands and their dialogs do and say."""

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import mark
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QProgressDialog
from pytestqt.qtbot import QtBot

from asem_reader import paths
from asem_reader.core.exchange.format import MarksFormat
from asem_reader.core.marks.mark import Folder
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.widgets.controls import progress
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.exchange.backups import BackupsDialog
from asem_reader.widgets.exchange.exporting import ExportDialog
from asem_reader.widgets.frame.window import Window


@pytest.fixture
def marked(home: paths.Home, open_window: Callable[..., Window]) -> Window:
    """A window over two notes and a folder, of which there is a backup with the first alone."""
    notebook = Notebook.open(home.notebook)
    notebook.put([mark(1, "ships")])
    notebook.put([mark(2, "ports")], [Folder("Empty")])
    notebook.close()
    return open_window()


@pytest.fixture
def exporting(marked: Window, qtbot: QtBot) -> ExportDialog:
    parts = marked.context
    page = parts.desk.page
    assert page
    dialog = ExportDialog(parts.make.exchange(), page.article.topic)
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def backups(marked: Window, qtbot: QtBot) -> BackupsDialog:
    dialog = BackupsDialog(marked.context.make.exchange())
    qtbot.addWidget(dialog)
    return dialog


def test_the_count_follows_the_fields(exporting: ExportDialog, qtbot: QtBot) -> None:
    assert exporting._count.text() == "2 of 2 marks"
    exporting._folder.setCurrentIndex(exporting._folder.findData("Empty"))
    assert exporting._count.text() == "0 of 2 marks"
    assert not exporting._save.isEnabled()
    exporting._folder.setCurrentIndex(0)
    exporting._words.setText("PORTS ships")
    qtbot.waitUntil(lambda: exporting._count.text() == "0 of 2 marks")
    exporting._words.setText("ports")
    qtbot.waitUntil(lambda: exporting._count.text() == "1 of 2 marks")


@pytest.mark.parametrize("kind", MarksFormat)
def test_every_format_can_be_chosen_and_saved(
    exporting: ExportDialog, tmp_path: Path, kind: MarksFormat
) -> None:
    exporting._format.setCurrentIndex(exporting._format.findData(str(kind)))
    assert exporting.kind is kind
    file = tmp_path / f"x{kind.ending}"
    assert exporting.save(file)
    assert file.stat().st_size > 100
    assert exporting.said == f"2 marks saved in {file.name}."


def test_an_export_that_fails_is_told_and_the_dialog_stays(exporting: ExportDialog, tmp_path: Path) -> None:
    exporting.show()
    assert not exporting.save(tmp_path / "none" / "x.json")
    assert "could not be written" in exporting._notice.text
    assert exporting.isVisible()


def test_an_import_is_told_and_can_be_undone(
    marked: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.csv").write_text("address\nasem:climate-change\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x.csv"), ""))
    marked.actions_by_name["import_marks"].trigger()
    said = "1 new mark, 0 already there; Ctrl+Z takes them back."
    assert marked.statusBar().currentMessage() == said
    assert len(marked.context.marks.all) == 3
    marked.actions_by_name["undo"].trigger()
    assert len(marked.context.marks.all) == 2


def test_a_bad_import_is_told_over_the_page(marked: Window, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("address\n?\n", encoding="utf-8")
    assert not marked.dispatcher.exchange_commands.take_in(tmp_path / "x.csv")
    assert "line 2" in marked.notice.text
    assert not marked.actions_by_name["undo"].isEnabled()


def test_the_marks_of_a_topic_lie_in_the_clipboard(marked: Window) -> None:
    marked.actions_by_name["copy_marks"].trigger()
    assert "ports" in QGuiApplication.clipboard().text()
    assert marked.statusBar().currentMessage() == "Copied 2 marks as text."


def test_a_topic_without_marks_leaves_the_clipboard_alone(window: Window) -> None:
    QGuiApplication.clipboard().setText("mine")
    window.actions_by_name["copy_marks"].trigger()
    assert QGuiApplication.clipboard().text() == "mine"
    assert "no marks" in window.statusBar().currentMessage()


def test_a_backup_shows_what_it_would_change_before_it_does(marked: Window, backups: BackupsDialog) -> None:
    assert not backups._restore.isEnabled()
    backups.look_at(0)
    assert "1 mark would go into the bin" in backups._told.text()
    assert backups._changes.count() == 1
    assert [each.body for each in marked.context.marks.all] == ["ports", "ships"]
    assert backups.restore()
    assert [each.body for each in marked.context.marks.all] == ["ships"]
    assert "Ctrl+Z" in backups.said
    marked.actions_by_name["undo"].trigger()
    assert [each.body for each in marked.context.marks.all] == ["ports", "ships"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_a_backup_shows_what_it_would_change_and_does_not_restore_it(
    marked: Window, backups: BackupsDialog, qtbot: QtBot, key: Qt.Key
) -> None:
    backups.show()
    backups._view.setCurrentIndex(backups._model.index(0, 0))
    for _ in range(2):
        qtbot.keyClick(backups._view, key)
        assert "1 mark would go into the bin" in backups._told.text()
        assert backups._restore.isDefault()
        assert backups.isVisible()
        assert [each.body for each in marked.context.marks.all] == ["ports", "ships"]


def test_a_preview_that_is_broken_off_leaves_the_choice(
    marked: Window, backups: BackupsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Progress, "patience", 0)
    monkeypatch.setattr(progress, "_SLICE", 0)
    backups.show()

    def cancel() -> None:
        waiting = backups.findChild(QProgressDialog)
        waiting.cancel() if waiting else QTimer.singleShot(0, cancel)

    QTimer.singleShot(0, cancel)
    backups.look_at(0)
    assert (backups._preview, backups._changes.count()) == (None, 0)
    assert backups._told.text().startswith("Choose a backup")
    assert not backups._restore.isEnabled()
    monkeypatch.undo()
    backups.look_at(0)
    assert backups.restore()


def test_without_backups_a_sentence_helps(window: Window, qtbot: QtBot) -> None:
    dialog = BackupsDialog(window.context.make.exchange())
    qtbot.addWidget(dialog)
    assert "no backups yet" in dialog._told.text()
    assert not dialog._restore.isEnabled()


def test_a_broken_backup_is_told_and_cannot_be_restored(backups: BackupsDialog, home: paths.Home) -> None:
    (file,) = (home.data / "backups").iterdir()
    file.write_bytes(b"SQLite format 3")
    backups.show()
    backups.look_at(0)
    assert "no whole backup" in backups._notice.text
    assert not backups._restore.isEnabled()
    assert not backups.restore()
