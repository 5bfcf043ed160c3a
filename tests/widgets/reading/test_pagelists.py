# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The headings, links and sources of a page as lists: all are there, and Enter goes to each."""

from PySide6.QtWidgets import QListWidget, QTabBar
from support.driven_panes import DrivenList
from support.driver import Driver
from support.surface import Surface, the


def listed(dialog: Surface, title: str) -> DrivenList:
    """The list of a tab, after choosing the tab."""
    tabs = the(dialog.widget, QTabBar)
    tabs.setCurrentIndex([tabs.tabText(number)[1:] for number in range(tabs.count())].index(title))
    return DrivenList(dialog.named(QListWidget, title))


def test_all_headings_links_and_sources_are_listed(driver: Driver) -> None:
    def look(dialog: Surface) -> None:
        headings = listed(dialog, "Headings").texts
        assert headings[0] == driver.title
        assert [section.title for section in driver.article.sections] == headings[1 : 1 + sections]
        links = listed(dialog, "Links").texts
        assert "UNCLOS" in links
        assert not [text for text in links if text.isdigit()]
        assert len(listed(dialog, "Sources").texts) == len(driver.article.sources)

    sections = len(driver.article.sections)
    driver.dialog("list_page", look)


def test_enter_goes_to_a_source_and_back_comes_back(driver: Driver) -> None:
    driver.dialog("list_page", lambda dialog: listed(dialog, "Sources").take_keys().press("Down", "Return"))
    assert driver.page.stop
    assert driver.page.stop.anchor == "source-2"
    driver.command("back")
    assert driver.page.scrolled == 0


def test_enter_on_a_link_gives_it_the_keys_where_it_stands(driver: Driver) -> None:
    def choose(dialog: Surface) -> None:
        listed(dialog, "Links").select("UNCLOS").take_keys().press("Return")

    driver.dialog("list_page", choose)
    assert (driver.title, driver.page.link) == ("Maritime security", "UNCLOS")


def test_the_first_list_has_the_keys_and_tab_comes_round(driver: Driver) -> None:
    def walk(dialog: Surface) -> None:
        first = DrivenList(dialog.named(QListWidget, "Headings"))
        assert first.has_keys
        for _ in range(8):
            dialog.press("Tab")
            if first.has_keys:
                return
        raise AssertionError

    driver.dialog("list_page", walk)


def test_keys_turn_to_the_other_lists(driver: Driver) -> None:
    def turn(dialog: Surface) -> None:
        dialog.press("Ctrl+PgDown")
        assert DrivenList(dialog.named(QListWidget, "Links")).has_keys
        dialog.press("Ctrl+PgUp", "Ctrl+PgUp")
        assert DrivenList(dialog.named(QListWidget, "Sources")).has_keys

    driver.dialog("list_page", turn)


def test_esc_leaves_the_page_as_it_is(driver: Driver) -> None:
    driver.dialog("list_page", lambda dialog: dialog.press("Down", "Escape"))
    assert driver.page.scrolled == 0
