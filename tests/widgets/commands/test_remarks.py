# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is said in passing is heard as well: in the status bar, in notices, and of what changes elsewhere."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTreeView
from pytestqt.qtbot import QtBot
from support.driven_panes import DrivenList
from support.driver import Driver
from support.processes import PACKAGE
from support.speech import Spoken
from support.surface import Surface
from support.tabs import name_of

from asem_reader.core.errors import BadAddress
from asem_reader.widgets.controls.linefield import LineField

FILES = sorted((PACKAGE / "widgets").rglob("*.py"))


def test_one_function_says_what_the_status_bar_says() -> None:
    others = [file for file in FILES if "showMessage(" in file.read_text(encoding="utf-8")]
    assert [file.name for file in others] == ["announce.py"]


@pytest.mark.parametrize(
    ("commands", "said"),
    [
        (["bookmark"], "Bookmarked."),
        (["bookmark", "undo"], "Undone: bookmark"),
        (["bookmark", "undo", "redo"], "Done again: bookmark"),
        (["copy_address"], "Copied asem:maritime-security"),
        (["bookmark", "copy_marks"], "Copied 1 mark as text."),
        (["add_to_pack"], "Compose a pack… or Binders… shows it."),
        (["highlight_green"], "Topic highlighted in green."),
        (["larger"], "Text of 13 points."),
        (["theme_dark"], "Colours: Dark."),
    ],
)
def test_what_the_status_bar_says_is_heard(
    spoken: Spoken, driver: Driver, commands: list[str], said: str
) -> None:
    driver.activate()
    for command in commands:
        driver.command(command)
    assert said in spoken.last
    assert spoken.last == driver.status


def test_a_notice_is_heard_without_tags(spoken: Spoken, driver: Driver) -> None:
    driver.activate().fail_to_keep(BadAddress("here")).bookmark()
    assert driver.notice in spoken.sentences
    assert driver.notice.startswith("“here”")


def test_where_one_is_among_the_words_found_is_heard(spoken: Spoken, driver: Driver, qtbot: QtBot) -> None:
    driver.activate().command("find").type("piracy")
    qtbot.waitUntil(lambda: spoken.last.startswith("1 of "))
    driver.press("Return")
    qtbot.waitUntil(lambda: spoken.last.startswith("2 of "))


def test_how_a_sheet_fits_is_heard_when_it_changes(spoken: Spoken, driver: Driver, qtbot: QtBot) -> None:
    def choose(dialog: Surface) -> None:
        qtbot.waitUntil(lambda: bool(spoken.last))
        dialog.choose("Profile", "Full article")
        qtbot.waitUntil(lambda: fits() > 1, timeout=20_000)

    def fits() -> int:
        return sum(bool(re.match(r"\d+ pages", sentence)) for sentence in spoken.sentences)

    driver.dialog("print", choose)
    assert fits() == 2


def test_the_row_after_one_that_was_removed_is_heard(spoken: Spoken, driver: Driver) -> None:
    driver.activate().bookmark().note("Ask the desk").command("by_dates")
    driver.tree.unfold_all().take_keys().press("Down", "Down")
    spoken.rows.clear()
    driver.command("remove_marks")
    assert spoken.rows[-1] == driver.tree.heard_current


def test_a_note_that_was_kept_is_heard(spoken: Spoken, driver: Driver) -> None:
    driver.activate().note("Ask the desk")
    assert spoken.last == "Note kept."
    spoken.sentences.clear()
    driver.command("note")
    driver.editor.leave()
    assert "Note kept." not in spoken.sentences


def test_the_same_is_heard_as_often_as_it_happens(spoken: Spoken, driver: Driver) -> None:
    driver.activate().command("copy_address").command("copy_address")
    assert len(spoken.sentences) == 2
    assert len(set(spoken.sentences)) == 1


@pytest.mark.parametrize("command", ["contents", "marks", "history"])
def test_what_was_done_is_heard_while_a_row_has_the_keys(
    spoken: Spoken, driver: Driver, qtbot: QtBot, command: str
) -> None:
    driver.activate().bookmark().open("migration").command(command).press("Down")
    (view,) = (each for each in driver.widget.findChildren(QTreeView) if each.hasFocus())
    driver.command("larger")
    qtbot.waitUntil(lambda: spoken.last == "Text of 13 points.")
    assert spoken.rows[-1] == DrivenList(view).heard_current
    assert not view.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_what_a_field_is_for_is_heard_again_once_the_keys_have_left_it(
    spoken: Spoken, driver: Driver, qtbot: QtBot
) -> None:
    field = driver.activate().command("search").named(LineField, "Search everything")
    own = field.accessibleDescription()
    driver.command("larger").command("smaller")
    assert spoken.sentences == ["Text of 13 points.", "Text of 12 points."]
    driver.press("Escape")
    qtbot.waitUntil(lambda: field.accessibleDescription() == own)
    assert own not in spoken.sentences


def test_a_tick_is_heard_before_and_after(spoken: Spoken, driver: Driver, qtbot: QtBot) -> None:
    driver.command("compose")
    composer = driver.composer.activate()
    composer.type("Migration").press("Down")
    tree = DrivenList(composer.named(QTreeView, "Topics to tick")).select("Migration")
    assert tree.heard_current == "Migration, POL-04, not ticked"
    composer.press("Space")
    assert tree.heard_current == "Migration, POL-04, ticked"
    qtbot.waitUntil(lambda: spoken.last == tree.heard_current)


def test_a_leaf_is_not_unfolded(driver: Driver) -> None:
    driver.command("compose")
    ticked = driver.composer.write("Find a topic", "Migration").named(QTreeView, "Topics to tick")
    for tree, leaf in ((ticked, "Migration"), (driver.named(QTreeView, "Contents"), "Maritime security")):
        index = DrivenList(tree).index_of(leaf)
        assert tree.isExpanded(index.parent())
        assert not tree.isExpanded(index)


def test_a_choice_is_named_by_a_label(driver: Driver) -> None:
    assert name_of(driver.command("marks").marks_pane.named(QComboBox, "Group marks")) == "Group marks"


def test_no_list_or_tree_has_a_head_that_is_a_number(driver: Driver) -> None:
    driver.command("compose")
    views = [*driver.widget.findChildren(QTreeView), *driver.composer.widget.findChildren(QTreeView)]
    heads = [view.model().headerData(0, Qt.Orientation.Horizontal) for view in views if view.model()]
    assert {*heads} == {"Topic", "Mark"}
