# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The dialogs that export marks and restore a backup."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QListWidget, QProgressDialog, QPushButton, QTreeView
from pytestqt.qtbot import QtBot
from support.exchanges import exchange_of
from support.marks import keep, mark
from support.surface import Surface, press

from asem_reader import paths
from asem_reader.core.exchange.format import MarksFormat
from asem_reader.core.marks.mark import Folder
from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.exchange.exchange import Exchange
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.exchange.backups import BackupsDialog
from asem_reader.widgets.exchange.exporting import ExportDialog


@pytest.fixture
def exchange(home: paths.Home, library: Library) -> Iterator[Exchange]:
    """What takes marks out of a Notebook and in; nothing is in it yet."""
    marks = Marks(Notebook.open(home.notebook), lambda slug: library.article(slug).topic.title)
    yield exchange_of(library, marks, home)
    marks.close()


@pytest.fixture
def filled(home: paths.Home, exchange: Exchange) -> Exchange:
    """The same over two notes and a folder, of which there is a backup with the first alone."""
    notebook = Notebook.open(home.notebook)
    keep(notebook, [mark(1, "ships")])
    keep(notebook, [mark(2, "ports")], [Folder("Empty")])
    notebook.close()
    return exchange


@pytest.fixture
def exporting(filled: Exchange, library: Library, settings: Settings, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(filled, settings, library.article(Slug("maritime-security")).topic)
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def backups(filled: Exchange, qtbot: QtBot) -> BackupsDialog:
    dialog = BackupsDialog(filled)
    qtbot.addWidget(dialog)
    return dialog


def bodies(exchange: Exchange) -> list[str]:
    return [each.body for each in exchange.marks.all]


def changes(backups: BackupsDialog) -> int:
    """How many changes the dialog lists."""
    return Surface(backups).named(QListWidget, "What would change").count()


def test_the_count_follows_the_fields(exporting: ExportDialog, qtbot: QtBot) -> None:
    seen = Surface(exporting)
    assert "2 of 2 marks" in seen.texts
    seen.choose("Folder", "Empty")
    assert "0 of 2 marks" in seen.texts
    assert not seen.button("Save as").isEnabled()
    seen.choose("Folder", "All").write("Words", "PORTS ships")
    qtbot.waitUntil(lambda: "0 of 2 marks" in seen.texts)
    seen.write("Words", "ports")
    qtbot.waitUntil(lambda: "1 of 2 marks" in seen.texts)


@pytest.mark.parametrize("kind", MarksFormat)
def test_every_format_can_be_chosen_and_saved(
    exporting: ExportDialog, tmp_path: Path, kind: MarksFormat
) -> None:
    box = Surface(exporting).named(QComboBox, "Format")
    box.setCurrentIndex(box.findData(str(kind)))
    assert exporting.kind is kind
    file = tmp_path / f"x{kind.ending}"
    assert exporting.save(file)
    assert file.stat().st_size > 100
    assert exporting.said == f"2 marks saved in {file.name}."


def test_an_export_that_fails_is_told_and_the_dialog_stays(exporting: ExportDialog, tmp_path: Path) -> None:
    exporting.show()
    assert not exporting.save(tmp_path / "none" / "x.json")
    assert "could not be written" in Surface(exporting).text
    assert exporting.isVisible()


@pytest.mark.parametrize("key", ["Return", "Enter"])
def test_enter_on_a_backup_shows_what_it_would_change_and_does_not_restore_it(
    filled: Exchange, backups: BackupsDialog, key: str
) -> None:
    backups.show()
    seen = Surface(backups)
    view = seen.named(QTreeView, "Backups")
    view.setCurrentIndex(view.model().index(0, 0))
    for _ in range(2):
        press(view, key)
        assert "1 mark would go into the bin" in seen.text
        assert changes(backups) == 1
        assert seen.named(QPushButton, "Restore").isDefault()
        assert backups.isVisible()
        assert bodies(filled) == ["ports", "ships"]


def test_a_preview_that_is_broken_off_leaves_the_choice(
    backups: BackupsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Progress, "patience", 0)
    monkeypatch.setattr(Background, "patience", 0)
    backups.show()

    def cancel() -> None:
        waiting = backups.findChild(QProgressDialog)
        waiting.cancel() if waiting else QTimer.singleShot(0, cancel)

    QTimer.singleShot(0, cancel)
    backups.look_at(0)
    assert changes(backups) == 0
    assert "Choose a backup" in Surface(backups).text
    assert not Surface(backups).button("Restore").isEnabled()
    assert not backups.restore()
    monkeypatch.undo()
    backups.look_at(0)
    assert backups.restore()


def test_without_backups_a_sentence_helps(exchange: Exchange, qtbot: QtBot) -> None:
    dialog = BackupsDialog(exchange)
    qtbot.addWidget(dialog)
    assert "no backups yet" in Surface(dialog).text
    assert not Surface(dialog).button("Restore").isEnabled()


def test_a_broken_backup_is_told_and_cannot_be_restored(backups: BackupsDialog, home: paths.Home) -> None:
    (file,) = (home.data / "backups").iterdir()
    file.write_bytes(b"SQLite format 3")
    backups.show()
    backups.look_at(0)
    assert "no whole backup" in Surface(backups).text
    assert not Surface(backups).button("Restore").isEnabled()
    assert not backups.restore()
