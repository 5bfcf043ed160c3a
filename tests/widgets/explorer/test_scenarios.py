# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Saved scenarios: a bookmark on a view of the figures, and every way that an address of one is opened."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.driven_explorer import DrivenExplorer
from support.driver import Driver
from support.marks import keep, mark
from support.screen import OpenDriver
from support.surface import wait

from asem_reader import paths
from asem_reader.core.marks.errors import NotKept
from asem_reader.core.place import Place, Slug
from asem_reader.store.instance import Mailbox
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook

WHOLE = Slug("sustainable-connectivity-index")
VIEW = "show=scatter&weights=physical:3&with=MLT"
ADDRESS = f"asem:{WHOLE}?{VIEW}"
WORDS = "Malta; Physical connectivity 3; scatter"


@pytest.fixture
def explorer(driver: Driver) -> DrivenExplorer:
    found = driver.command("explore").explorer.activate()
    found.widget.resize(1700, 900)  # all panes side by side
    return found


@pytest.fixture
def scenario(explorer: DrivenExplorer) -> DrivenExplorer:
    explorer.reach("Malta").press("2").slide("Physical connectivity", "End").table.setFocus()
    return explorer


def is_ticked(explorer: DrivenExplorer) -> bool:
    return explorer.named(QPushButton, "Bookmark").isChecked()


def assert_shown(driver: Driver) -> None:
    """The view is shown in front of the page of its topic."""
    explorer = driver.explorer
    assert (explorer.here, explorer.weight("Physical connectivity")) == ("Malta", "3")
    assert explorer.figure.title.startswith("Connectivity and sustainability")
    assert wait(explorer.widget.isActiveWindow)
    assert driver.title == "Index: sustainable connectivity"


def test_a_bookmark_keeps_the_view_and_opening_it_restores_it(
    driver: Driver, scenario: DrivenExplorer
) -> None:
    scenario.press("Ctrl+D")
    assert f"Bookmarked: {WORDS}." in scenario.text
    assert [mark.place for mark in driver.marks] == [Place(WHOLE, view=VIEW)]
    scenario.click("All weights equal").press("1").widget.close()
    driver.open("migration").command("marks")
    driver.tree.click_row(WORDS)
    assert_shown(driver)


def test_two_views_of_one_topic_stand_beside_each_other_and_the_page_has_none(
    driver: Driver, scenario: DrivenExplorer
) -> None:
    scenario.click("Bookmark").press("1").click("Bookmark").widget.close()
    assert {mark.view for mark in driver.marks} == {VIEW, VIEW.replace("show=scatter&", "")}
    driver.open(str(WHOLE)).command("marks")
    assert not driver.action("bookmark").isChecked()
    assert sorted(driver.tree.texts) == ["Malta; Physical connectivity 3", WORDS]
    driver.command("bookmark")
    assert len(driver.marks) == 3
    driver.command("bookmark")
    assert len(driver.marks) == 2


def test_the_button_says_whether_the_view_is_kept_and_takes_it_away_again(
    driver: Driver, scenario: DrivenExplorer
) -> None:
    scenario.press("Ctrl+D")
    assert is_ticked(scenario)
    assert not is_ticked(scenario.press("1"))
    assert is_ticked(scenario.press("2"))
    assert "No bookmark on this view" in scenario.click("Bookmark").text
    assert (driver.marks, is_ticked(scenario)) == ([], False)
    driver.command("undo")
    assert (len(driver.marks), is_ticked(scenario)) == (1, True)
    driver.command("redo")
    assert (driver.marks, is_ticked(scenario)) == ([], False)


def test_what_cannot_be_kept_is_said_in_the_window_of_the_figures(
    driver: Driver, scenario: DrivenExplorer
) -> None:
    driver.fail_to_keep(NotKept("the disk is full"))
    assert "the disk is full" in scenario.press("Ctrl+D").text
    assert not is_ticked(scenario)


def test_an_address_of_a_view_opens_it_in_front_of_its_page(driver: Driver) -> None:
    driver.dialog("jump", lambda dialog: dialog.type(ADDRESS.upper()).press("Return"))
    assert_shown(driver)
    driver.command("back")
    assert "?" not in driver.title


def test_a_start_at_a_view_opens_it_in_front_of_its_page(open_driver: OpenDriver, library: Library) -> None:
    assert_shown(open_driver(library.find(ADDRESS)))


def test_the_filter_of_the_tree_knows_what_a_view_shows(driver: Driver, scenario: DrivenExplorer) -> None:
    scenario.press("Ctrl+D").press("1").reach("Japan").press("Ctrl+D").widget.close()
    driver.activate().command("filter_marks").type("malta")
    assert wait(lambda: driver.tree.texts == [WORDS])


def test_a_link_to_a_view_opens_it(driver: Driver) -> None:
    driver.open("migration").open(ADDRESS)
    assert_shown(driver)


def test_a_second_start_hands_a_view_over(driver: Driver, home: paths.Home, qtbot: QtBot) -> None:
    driver.open("migration").listen()
    letter = Mailbox(home.state).post(ADDRESS)
    qtbot.waitUntil(lambda: not letter.exists())
    assert_shown(driver)


def test_a_view_that_this_edition_does_not_have_is_told_over_the_page(driver: Driver) -> None:
    driver.open(f"asem:{WHOLE}?with=XYZ")
    assert "no figures of “XYZ”" in driver.notice
    assert driver.title == "Index: sustainable connectivity"


def test_the_way_back_leads_through_pages(driver: Driver) -> None:
    driver.open("migration").open(ADDRESS).command("back")
    assert driver.title == "Migration"
    driver.explorer.widget.close()
    driver.command("forward")
    assert driver.title == "Index: sustainable connectivity"


def test_a_note_on_a_view_says_beside_the_page_which_view(open_driver: OpenDriver, home: paths.Home) -> None:
    notebook = Notebook.open(home.notebook)
    keep(notebook, [mark(1, "ask Valletta", None)._replace(slug=WHOLE, quote="The index", view=VIEW)])
    notebook.close()
    assert open_driver(Place(WHOLE)).notes.texts == [f"Note. {WORDS}. ask Valletta"]
