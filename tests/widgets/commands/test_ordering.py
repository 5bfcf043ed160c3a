# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks put in order by the keyboard alone: folders, tags, order, the bin, and back."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.marks import keep, mark
from support.surface import in_dialog, press

from asem_reader import paths
from asem_reader.core.marks.grouping import View
from asem_reader.core.marks.mark import Folder
from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.widgets.commands.dispatch import COMMANDS
from asem_reader.widgets.filing.folderchooser import FolderChooser

ALL = ["Visits", "Note 1", "Note 2", "Note 3"]


@pytest.fixture
def filed(home: paths.Home, library: Library, open_driver: Callable[..., Driver]) -> Driver:
    """A window with three marks and a folder, in which the tree of marks has the keys."""
    block = str(library.article(Slug("maritime-security")).sections[1].blocks[0].id)
    notebook = Notebook.open(home.notebook)
    keep(notebook, [mark(n, f"Note {n}", block)._replace(folder="", tags=()) for n in (1, 2, 3)])
    keep(notebook, [], [Folder("Visits")])
    notebook.close()
    driver = open_driver().activate().press("Ctrl+Shift+1")
    assert driver.tree.has_keys
    return driver


def tags(driver: Driver) -> list[tuple[str, ...]]:
    return [each.tags for each in sorted(driver.marks, key=lambda each: each.id)]


def test_several_are_removed_and_come_back_at_once(filed: Driver) -> None:
    filed.tree.select("Note 1", "Note 3")
    filed.press("Delete")
    assert filed.tree.texts == ["Visits", "Note 2"]
    assert filed.status == "2 marks into the bin; Ctrl+Z brings them back."
    assert filed.action("undo").text() == "&Undo: Removal of 2 marks"
    filed.press("Ctrl+Z")
    assert filed.tree.texts == ALL
    assert filed.status == "Undone: removal of 2 marks"
    filed.press("Ctrl+Shift+Z")
    assert filed.status == "Done again: removal of 2 marks"


def test_a_mark_goes_down_and_is_still_current(filed: Driver) -> None:
    filed.tree.select("Note 1")
    filed.press("Alt+Shift+Down", times=2)
    assert filed.tree.texts == ["Visits", "Note 2", "Note 3", "Note 1"]
    filed.press("Alt+Shift+Up")
    assert filed.tree.texts == ["Visits", "Note 2", "Note 1", "Note 3"]
    assert filed.tree.current == "Note 1"


def test_what_is_cut_goes_where_it_is_pasted(filed: Driver) -> None:
    filed.tree.select("Note 1", "Note 2")
    filed.press("Ctrl+X")
    assert filed.tree.texts == ALL
    filed.tree.select("Visits")
    filed.press("Ctrl+V")
    there = sorted((each for each in filed.marks if each.folder == "Visits"), key=lambda each: each.position)
    assert [each.body for each in there] == ["Note 1", "Note 2"]
    assert not filed.action("paste_marks").isEnabled()


def test_a_new_folder_is_named_in_place_and_undone(filed: Driver, qtbot: QtBot) -> None:
    filed.tree.select("Note 3")
    filed.press("Ctrl+Shift+N")
    filed.tree.rename("Speeches")
    qtbot.waitUntil(lambda: filed.tree.texts[:2] == ["Visits", "Speeches"])
    filed.command("undo").command("undo")
    assert filed.tree.texts[:2] == ["Visits", "Note 1"]


def test_tags_are_given_to_several(filed: Driver) -> None:
    filed.tree.select("Note 1", "Note 2")
    filed.press("Shift+F2")
    assert filed.marks_pane.field("Tags").hasFocus()
    filed.type("ask #figures").press("Return")
    assert tags(filed) == [("ask", "figures"), ("ask", "figures"), ()]
    assert filed.status == "Tags given ask figures."
    assert filed.tree.has_keys


def test_the_bin_gives_back(filed: Driver) -> None:
    filed.tree.select("Note 2")
    filed.press("Delete", "Ctrl+Shift+6")
    assert filed.tree.texts == ["Note 2"]
    filed.press("Delete")  # what lies in the bin is not removed once more
    assert filed.tree.texts == ["Note 2"]
    filed.press("Ctrl+Shift+B")
    assert filed.tree.texts == []
    filed.press("Ctrl+Shift+1")
    assert filed.tree.texts == ALL


def test_enter_goes_to_the_mark(filed: Driver) -> None:
    filed.tree.select("Note 2")
    filed.press("Return")
    assert filed.page.paragraph == filed.article.sections[1].blocks[0].id


def test_keys_of_the_tree_mean_nothing_elsewhere(filed: Driver) -> None:
    filed.tree.select("Note 1")
    filed.page.take_keys()
    filed.press("Delete", "Ctrl+X", "Shift+F2")
    filed.marks_pane.field("Filter marks").setFocus()
    filed.press("Delete", "Return")
    assert filed.tree.texts == ALL
    assert not filed.marks_pane.field("Tags").isVisible()
    assert not filed.action("undo").isEnabled()


def test_a_few_letters_find_a_folder_or_make_one(filed: Driver) -> None:
    filed.tree.select("Note 1")
    met = in_dialog(lambda dialog: press(dialog.write("Folder", "vis/hanoi").field("Folder"), "Return"))
    filed.press("Ctrl+Shift+M")
    assert met
    assert filed.tree.texts == ["Visits", "vis", "hanoi", "Note 1", "Note 2", "Note 3"]
    assert [each.folder for each in filed.marks if each.body == "Note 1"] == ["vis/hanoi"]
    assert filed.status == "Moved to vis › hanoi."


@pytest.mark.parametrize(
    ("typed", "first"),
    [("", "A"), ("b", "A/B"), ("brus", "Visits/Brüssel"), ("new › inner", "new/inner"), ("A", "A")],
)
def test_the_chooser_offers_what_has_the_letters(qtbot: QtBot, typed: str, first: str) -> None:
    chooser = FolderChooser(["A", "A/B", "Visits/Brüssel"], "Move to folder")
    qtbot.addWidget(chooser)
    chooser.field.setText(typed)
    assert chooser.chosen == first


def test_the_view_is_remembered(open_driver: Callable[..., Driver]) -> None:
    first = open_driver().command("by_dates")
    first.close()
    second = open_driver()
    assert second.action("by_dates").isChecked()
    assert second.view == "contents"
    assert not second.knows_marks
    second.command("marks")
    assert second.view == "marks"


def test_marks_are_copied_as_text(filed: Driver) -> None:
    filed.tree.select("Note 1", "Note 2")
    filed.press("Ctrl+C")
    assert filed.clipboard.startswith("Maritime security (POL-05)\nasem:maritime-security\n\nNote · ")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("view", [View.FOLDERS, View.BIN])
def test_the_menu_holds_only_commands(filed: Driver, view: View) -> None:
    filed.tree.select("Note 2")
    if view is View.BIN:
        filed.press("Delete", "Ctrl+Shift+6")
    shown = [action.objectName() for action in filed.tree.menu()]
    assert shown[0] == "open_mark"
    assert set(shown) <= COMMANDS.keys()
    assert ("bring_back" in shown) == (view is View.BIN)


def test_a_mark_is_deleted_for_good_only_after_it_was_asked(
    filed: Driver, home: paths.Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(box: QMessageBox) -> None:
        asked.append(box.text())
        (box.defaultButton() if len(asked) == 1 else box.buttons()[-1]).click()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    filed.tree.select("Note 1")
    filed.press("Shift+Delete")
    assert filed.tree.texts == ALL
    filed.press("Shift+Delete")
    assert "1 mark goes for good." in asked[0]
    assert filed.tree.texts == ["Visits", "Note 2", "Note 3"]
    assert not filed.action("undo").isEnabled()
    files = [file for file in home.data.rglob("*") if file.is_file()]
    assert not [file for file in files if b"Note 1" in file.read_bytes()]
