# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Preferences: what is chosen is so at once and the next time, and what was remembered can be cleared."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QComboBox, QKeySequenceEdit, QMessageBox, QTabWidget, QTreeView
from support.driver import Driver
from support.screen import OpenDriver
from support.surface import Surface, press, the, wait

from asem_reader.core.language import _
from asem_reader.viewmodels.session.choices import CHOICES
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.search.field import SearchField


def choose(driver: Driver, title: str, value: str) -> None:
    driver.dialog("preferences", lambda dialog: dialog.choose(title, value))


def change_key(command: str, keys: str, told: list[str]) -> Callable[[Surface], None]:
    def change(dialog: Surface) -> None:
        the(dialog.widget, QTabWidget).setCurrentIndex(1)
        dialog.write("Command", command)
        press(dialog.named(QKeySequenceEdit, "New key"), keys)
        told.append(dialog.text)

    return change


def test_every_choice_is_in_the_window_with_the_value_of_now(driver: Driver) -> None:
    shown: list[str] = []
    driver.dialog("preferences", lambda dialog: shown.extend(b.currentText() for b in dialog.all(QComboBox)))
    assert shown == [each.said(each.usual) for each in CHOICES]


def test_colours_of_high_contrast_are_chosen_and_ticked_in_the_menu(driver: Driver) -> None:
    choose(driver, "Colours", "High contrast, dark")
    assert driver.page.colours.name == "dark-contrast"
    assert driver.action("theme_dark-contrast").isChecked()


def test_a_typeface_without_serifs_is_that_of_the_system(driver: Driver) -> None:
    assert "Source Serif 4" in driver.page.html
    choose(driver, "Typeface", "The system’s, without serifs")
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert f"font-family:'{system}'" in driver.page.html
    assert "Source Serif 4" not in driver.page.html


def test_a_line_is_as_wide_as_is_wished(driver: Driver) -> None:
    widths = []
    for value in ("Narrow, 52 letters", "Usual, 67 letters", "As wide as the window"):
        choose(driver, "Width of a line", value)
        widths.append(max(map(len, driver.page.lines)))
    assert widths == sorted(set(widths))


def test_panes_and_menus_have_a_size_of_their_own(driver: Driver, qapp: QApplication) -> None:
    usual = qapp.font().pointSizeF()
    choose(driver, "Size in panes and menus", "16 points")
    assert driver.contents.view.font().pointSizeF() == driver.menu_bar.font().pointSizeF() == 16
    assert driver.text_size == 12
    choose(driver, "Size in panes and menus", "As the system")
    assert driver.contents.view.font().pointSizeF() == usual


def test_the_window_may_begin_with_the_start_page(driver: Driver, open_driver: OpenDriver) -> None:
    choose(driver, "Begin with", "The start page")
    driver.open("migration").close()
    assert open_driver(None).title != "Migration"


def test_a_key_is_changed_at_once_and_the_next_time(driver: Driver, open_driver: OpenDriver) -> None:
    driver.dialog("preferences", change_key("Print", "Ctrl+F12", []))
    assert driver.action("print").shortcut().toString() == "Ctrl+F12"
    assert "Ctrl+F12" in driver.action("print").toolTip()
    driver.close()
    assert open_driver().action("print").shortcut().toString() == "Ctrl+F12"


@pytest.mark.parametrize(
    ("keys", "told"), [("Ctrl+K", "the key of “Search everything”"), ("A", "is typed into texts")]
)
def test_a_key_that_means_something_else_is_not_taken(driver: Driver, keys: str, told: str) -> None:
    said: list[str] = []
    driver.dialog("preferences", change_key("Print", keys, said))
    assert told in said[0]
    assert driver.action("print").shortcut().toString() == "Ctrl+P"


def test_all_commands_have_their_own_keys_back(driver: Driver) -> None:
    driver.dialog("preferences", change_key("Print", "Ctrl+F12", []))
    driver.dialog("preferences", lambda dialog: dialog.click("All default"))
    assert driver.action("print").shortcut().toString() == "Ctrl+P"


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Clicks Clear in each question; has what was asked."""
    asked: list[str] = []

    def click(box: QMessageBox) -> None:
        asked.append(box.text())
        next(each for each in box.buttons() if each.text().replace("&", "") == _("Clear")).click()

    monkeypatch.setattr(QMessageBox, "exec", click)
    return asked


def test_the_history_is_cleared_after_a_question(
    driver: Driver, answer: list[str], settings: Settings, tmp_path: Path
) -> None:
    driver.open("migration").command("history")
    assert driver.history.texts
    settings.keep_folder(tmp_path)
    driver.dialog("preferences", lambda dialog: dialog.click("Clear history…"))
    assert settings.folder == str(Path.home())
    assert "on 1 day will be forgotten" in answer[0]
    assert wait(lambda: not driver.history.texts)
    assert not driver.action("back").isEnabled()


def test_no_page_and_no_closed_tab_leads_back_once_the_history_is_cleared(
    driver: Driver, answer: list[str]
) -> None:
    driver.activate().open("migration").press("Ctrl+T", "Ctrl+W", "F4").open("climate-change")
    driver.dialog("preferences", lambda dialog: dialog.click("Clear history…"))
    assert not driver.action("back").isEnabled()
    driver.command("split").command("reopen_tab")
    assert (driver.title, driver.action("back").isEnabled()) == ("Climate change", False)
    assert len(driver.command("reopen_tab").tabs) == 2


def test_past_searches_are_cleared_and_saved_ones_stay(driver: Driver, answer: list[str]) -> None:
    driver.search("piracy").open()
    driver.search("trade")
    driver.command("save_search").clear_field()
    driver.dialog("preferences", lambda dialog: dialog.click("Clear past searches…"))
    assert "1 past search will be forgotten" in answer[0]
    assert "piracy" not in driver.search("").texts
    assert "trade" in driver.results.texts


def test_the_list_of_keys_is_narrowed(driver: Driver) -> None:
    def narrow(dialog: Surface) -> None:
        dialog.write("Command", "ctrl+p")
        rows = dialog.named(QTreeView, "Commands").model().rowCount()
        assert 0 < rows < 10

    driver.dialog("preferences", narrow)


def test_sentences_name_the_key_that_a_command_has_now(driver: Driver) -> None:
    field = the(driver.widget, SearchField)
    driver.dialog("preferences", change_key("Search everything", "Ctrl+Alt+7", []))
    driver.dialog("preferences", change_key("Undo", "Ctrl+Alt+8", []))
    assert field.placeholderText() == "Search everything   Ctrl+Alt+7"
    driver.bookmark().bookmark()
    assert driver.status == "No bookmark here; Ctrl+Alt+8 brings one back."
