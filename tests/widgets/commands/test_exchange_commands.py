# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Files of marks on the screen: what the commands say and do."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QListWidget
from support.driver import Driver
from support.marks import keep, mark
from support.surface import Surface

from asem_reader import paths
from asem_reader.core.marks.mark import Folder
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.widgets.exchange.backups import BackupsDialog
from asem_reader.widgets.exchange.merging import MergeDialog


@pytest.fixture
def marked(home: paths.Home, open_driver: Callable[..., Driver]) -> Driver:
    """A window over two notes and a folder, of which there is a backup with the first alone."""
    notebook = Notebook.open(home.notebook)
    keep(notebook, [mark(1, "ships")])
    keep(notebook, [mark(2, "ports")], [Folder("Empty")])
    notebook.close()
    return open_driver()


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is chosen when the window asks for one."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x.csv"), ""))
    return tmp_path / "x.csv"


def bodies(driver: Driver) -> list[str]:
    return [each.body for each in driver.marks]


def test_an_import_is_told_and_can_be_undone(marked: Driver, table: Path) -> None:
    table.write_text("address\nasem:climate-change\n", encoding="utf-8")
    marked.command("import_marks")
    assert marked.status == "1 new mark, 0 already there; Ctrl+Z takes them back."
    assert len(marked.marks) == 3
    marked.command("undo")
    assert len(marked.marks) == 2


def test_a_bad_import_is_told_over_the_page(marked: Driver, table: Path) -> None:
    table.write_text("address\n?\n", encoding="utf-8")
    marked.command("import_marks")
    assert "line 2" in marked.notice
    assert len(marked.marks) == 2
    assert not marked.action("undo").isEnabled()


def test_the_marks_of_a_topic_lie_in_the_clipboard(marked: Driver) -> None:
    marked.command("copy_marks")
    assert "ports" in marked.clipboard
    assert marked.status == "Copied 2 marks as text."


def test_a_topic_without_marks_leaves_the_clipboard_alone(driver: Driver) -> None:
    QGuiApplication.clipboard().setText("mine")
    driver.command("copy_marks")
    assert driver.clipboard == "mine"
    assert "no marks" in driver.status


def test_a_backup_shows_what_it_would_change_before_it_does(marked: Driver) -> None:
    def look(dialog: Surface) -> None:
        assert isinstance(dialog.widget, BackupsDialog)
        assert not dialog.button("Restore").isEnabled()
        dialog.widget.look_at(0)
        assert "1 mark would go into the bin" in dialog.text
        assert bodies(marked) == ["ports", "ships"]
        dialog.click("Restore")

    marked.dialog("restore_backup", look)
    assert bodies(marked) == ["ships"]
    assert "Ctrl+Z" in marked.status
    marked.command("undo")
    assert bodies(marked) == ["ports", "ships"]


def test_an_export_is_told_in_the_window(
    marked: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.json"), ""))
    marked.dialog("export_marks", lambda dialog: dialog.click("Save as…"))
    assert marked.notice.startswith("2 marks saved in x.json. It is in the folder ")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another Notebook, with a note more, and another text of the first."""
    with closing(Notebook(tmp_path / "other.db")) as notebook:
        keep(notebook, [mark(1, "boats"), mark(7, "trains")])
    return tmp_path / "other.db"


def test_another_notebook_is_merged_after_a_preview_and_a_text_is_chosen(marked: Driver, other: Path) -> None:
    def look(dialog: Surface) -> None:
        assert isinstance(dialog.widget, MergeDialog)
        dialog.widget.look_at(other)
        assert "1 new, 0 changed, 0 deleted, 1 with a text of each side" in dialog.text
        assert bodies(marked) == ["ports", "ships"]
        dialog.click("Merge")
        texts = dialog.named(QListWidget, "Texts of both sides")
        (row,) = texts.findItems("boats", Qt.MatchFlag.MatchEndsWith)
        texts.setCurrentItem(row)
        dialog.click("Keep this text")
        assert not texts.count()

    marked.dialog("merge", look)
    assert sorted(bodies(marked)) == ["boats", "ports", "trains"]
    for _step in range(2):
        marked.command("undo")
    assert bodies(marked) == ["ports", "ships"]


def test_what_is_only_here_goes_into_the_file_if_that_is_wished(marked: Driver, other: Path) -> None:
    def look(dialog: Surface) -> None:
        assert isinstance(dialog.widget, MergeDialog)
        dialog.widget.look_at(other)
        dialog.click("Also write into that file what is only here").click("Merge").click("Close")

    marked.dialog("merge", look)
    with closing(Notebook(other)) as notebook:
        assert {each.id for each in notebook.marks()} == {mark(number).id for number in (1, 2, 7)}
