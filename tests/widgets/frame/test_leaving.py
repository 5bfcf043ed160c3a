# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands round the page, and how it leaves."""

from support.driver import Driver

from asem_reader import paths


def test_esc_on_the_page_drops_selection_then_marks_then_results(driver: Driver) -> None:
    driver.activate().search("piracy")
    driver.press("Return")
    assert driver.page.has_keys
    driver.page.select_title()
    driver.press("Escape")
    assert (driver.page.selection, driver.page.found > 0) == ("", True)
    driver.press("Escape")
    assert (driver.page.found, driver.counted, driver.view, driver.query) == (0, "", "results", "piracy")
    driver.press("Escape")
    assert (driver.view, driver.query, driver.page.has_keys) == ("contents", "", True)


def test_found_words_that_were_cleared_stay_away_when_the_page_is_laid_anew(driver: Driver) -> None:
    driver.activate().open("maritime-security", "piracy").press("Escape", "Ctrl+=", "Ctrl+T")
    driver.press("Ctrl+Tab")
    assert driver.page.found == 0


def test_esc_on_the_page_puts_the_bar_of_found_words_away(driver: Driver) -> None:
    driver.activate().command("find").findbar.write("Find on page", "sea")
    driver.press("F6", "F6", "Escape")
    assert driver.findbar.widget.isHidden()
    assert driver.page.found == 0


def test_esc_leaves_the_bar_in_the_margin_where_it_is(driver: Driver) -> None:
    driver.activate().press("Down", "Down", "Escape")
    assert not driver.page.caret_leads


def test_a_notice_of_an_address_that_leads_nowhere_leaves_with_the_next_page(driver: Driver) -> None:
    driver.dialog("jump", lambda dialog: dialog.type("no-such-topic").press("Return"))
    assert driver.notice
    driver.press("Ctrl+=")
    assert driver.notice
    assert driver.open("migration").notice == ""


def test_a_notice_of_a_mark_that_was_not_kept_leaves_with_the_first_that_is(
    driver: Driver, home: paths.Home
) -> None:
    home.data.mkdir(parents=True, exist_ok=True)
    home.notebook.mkdir()
    assert driver.command("bookmark").open("migration").notice
    home.notebook.rmdir()
    assert driver.command("bookmark").notice == ""
    assert driver.marks
