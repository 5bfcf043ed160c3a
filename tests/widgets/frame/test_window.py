# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window: every command by its key, as a reader without a mouse would use it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QSplitter
from support.driver import Driver

from asem_reader import paths
from asem_reader.core.theme import DARK, LIGHT


def bodies(driver: Driver) -> list[str]:
    return [mark.body for mark in driver.marks]


def test_ctrl_k_searches_and_esc_brings_the_tree_back(driver: Driver) -> None:
    driver.activate().press("Ctrl+K")
    assert driver.field_has_keys
    driver.type("piracy")
    assert driver.view == "results"
    driver.press("Escape")
    assert (driver.view, driver.query) == ("contents", "")


def test_arrows_walk_the_hits_while_the_field_keeps_the_keys(driver: Driver) -> None:
    driver.activate().press("Ctrl+K").type("declaration")
    start = driver.results.current_row
    assert driver.results.on_best
    driver.press("Up", "Down", "Down")
    assert driver.results.current_row > start + 1
    assert driver.field_has_keys
    driver.press("Return")
    assert driver.page.found > 0
    assert driver.page.has_keys


def test_a_search_without_hits_says_what_to_do(driver: Driver) -> None:
    assert "Nothing has this word: xyzzyplugh. Try" in driver.search("xyzzyplugh").empty


def test_back_forward_and_up_by_keys(driver: Driver) -> None:
    driver.activate().open("migration").press("Alt+Left")
    assert driver.title == "Maritime security"
    driver.press("Alt+Right")
    assert driver.title == "Migration"
    driver.press("Alt+Up")
    assert driver.title == "Security and peace"


def test_ctrl_d_bookmarks_and_ctrl_z_takes_it_back(driver: Driver) -> None:
    driver.activate().press("Ctrl+D")
    assert [(mark.kind, mark.slug, mark.block) for mark in driver.marks] == [
        ("bookmark", "maritime-security", None)
    ]
    assert driver.action("bookmark").isChecked()
    driver.press("Ctrl+Z")
    assert driver.marks == []
    assert not driver.action("bookmark").isChecked()


def test_ctrl_m_writes_a_note_and_esc_keeps_it(driver: Driver) -> None:
    block = next(iter(driver.article.blocks))
    driver.at(block).activate().press("Ctrl+M").type("Ask the desk").press("Escape")
    (note,) = driver.marks
    assert (note.body, note.slug, note.block) == ("Ask the desk", "maritime-security", block)
    assert driver.page.has_keys


def test_a_note_half_written_is_kept_when_the_window_closes(driver: Driver) -> None:
    driver.command("note").editor.write("Half a")
    driver.close()
    assert bodies(driver) == ["Half a"]


def test_a_note_that_cannot_be_kept_is_not_lost_by_closing(driver: Driver, home: paths.Home) -> None:
    driver.command("note")
    home.data.mkdir(parents=True, exist_ok=True)
    home.notebook.mkdir()
    driver.editor.write("Not to be lost")
    assert not driver.close()
    assert driver.widget.isVisible()
    assert driver.notice
    assert driver.editor.written == "Not to be lost"
    driver.close()
    assert not driver.widget.isVisible()


def test_a_note_stays_with_its_page_when_another_is_opened(driver: Driver) -> None:
    driver.command("note").editor.write("On the sea")
    driver.open("migration").command("note")
    assert [(mark.slug, mark.body) for mark in driver.marks] == [("maritime-security", "On the sea")]


@pytest.mark.parametrize(
    ("key", "view"), [("Ctrl+B", "marks"), ("Ctrl+3", "history"), ("Ctrl+1", "contents")]
)
def test_panels_by_keys(driver: Driver, key: str, view: str) -> None:
    driver.activate().command("bookmark").press(key)
    assert driver.view == view


def test_delete_takes_the_chosen_mark_away(driver: Driver) -> None:
    driver.activate().command("bookmark").press("Ctrl+B", "Delete")
    assert driver.marks == []


def test_f6_goes_through_all_panes_and_back(driver: Driver) -> None:
    driver.activate().page.take_keys()
    seen = []
    for _ in range(4):
        driver.press("F6")
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == 4
    assert driver.page.has_keys


def test_the_tree_opens_by_enter_and_has_a_current_row_on_focus(driver: Driver) -> None:
    driver.activate().press("Ctrl+1")
    assert driver.contents.current == "Maritime security"
    driver.press("Down")
    assert driver.title == "Maritime security"
    driver.press("Return")
    assert driver.title == "Middle East situation"


def test_find_on_page_counts_and_esc_leaves(driver: Driver) -> None:
    driver.activate().press("Ctrl+F").type("UNCLOS")
    assert "1 of" in driver.findbar.text
    driver.press("F3")
    assert "2 of" in driver.findbar.text
    driver.press("Escape")
    assert driver.findbar.widget.isHidden()
    assert driver.page.found == 0


@pytest.mark.parametrize(
    ("topic", "typed", "stands"),
    [
        ("china", "people's republic", "People’s Republic"),
        ("maritime-security", "4-5 May", "4–5 May"),
        ("classnet", "Sonderborg", "Sønderborg"),
        ("classnet", "ＳＯＮＤＥＲＢＯＲＧ", "Sønderborg"),
        ("china", "people’s", "People’s"),
        ("china", "co\u00adoper", "cooper"),
        ("china", "Republic\u00a0of", "Republic of"),
        ("maritime-security", "piracy\ufeff", "piracy"),
        ("maritime-security", "oﬃcial", "official"),
    ],
)
def test_find_on_page_takes_what_a_keyboard_has(driver: Driver, topic: str, typed: str, stands: str) -> None:
    driver.open(topic).activate().command("find").findbar.write("Find on page", typed)
    assert stands in driver.page.found_words


def test_find_on_page_finds_no_mere_accent(driver: Driver) -> None:
    driver.activate().press("Ctrl+F").type("\u0301")
    assert driver.page.found == 0


@pytest.mark.parametrize(("key", "grows"), [("Ctrl+=", True), ("Ctrl+-", False)])
def test_text_size_by_keys(driver: Driver, key: str, grows: bool) -> None:
    before = driver.text_size
    driver.activate().press(key)
    assert driver.text_size != before
    assert (driver.text_size > before) == grows
    driver.press("Ctrl+0")
    assert driver.text_size == before


def test_themes_change_the_page_at_once(driver: Driver) -> None:
    driver.command("theme_dark")
    assert DARK.ink in driver.page.html
    assert driver.page.colours == DARK
    links = driver.aside_links("On this page").picture()
    colours = {links.pixelColor(x, y).name() for x in range(links.width()) for y in range(links.height())}
    assert DARK.accent in colours
    assert LIGHT.accent not in colours
    driver.command("theme_light")
    assert driver.page.colours == LIGHT


def test_growing_the_text_keeps_the_paragraph(driver: Driver) -> None:
    driver.page.scroll_to(900)
    before = driver.page.top
    driver.command("larger")
    assert driver.page.top == before


@pytest.fixture
def jump(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed when the window asks where to go."""
    typed: list[str] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (typed.pop(), True))
    return typed


@pytest.mark.parametrize(
    ("text", "opened"),
    [("POL-08", "Iran’s nuclear programme and the JCPOA"), ("asem:migration", "Migration")],
)
def test_symbols_and_addresses_lead_there(driver: Driver, jump: list[str], text: str, opened: str) -> None:
    jump.append(text)
    driver.command("jump")
    assert driver.title == opened
    assert driver.notice == ""


def test_an_unknown_address_is_told_with_a_hint(driver: Driver, jump: list[str]) -> None:
    jump.append("maritime-securty")
    driver.command("jump")
    assert "maritime-security" in driver.notice
    assert driver.title == "Maritime security"


def test_above_the_first_paragraph_a_note_is_on_the_topic(driver: Driver) -> None:
    driver.note("On all of it")
    (note,) = driver.marks
    assert (note.slug, note.block, note.quote) == ("maritime-security", None, "Maritime security")


def test_an_address_is_copied(driver: Driver) -> None:
    driver.command("copy_address")
    assert driver.clipboard == "asem:maritime-security"
    block = driver.article.sections[2].heading
    driver.at(block).command("copy_address")
    assert driver.clipboard == f"asem:maritime-security#{block.id}"


def test_a_sheet_is_saved_whole(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [tmp_path / "no" / "sheet.pdf", tmp_path / "sheet.pdf"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(names.pop()), "PDF (*.pdf)"))
    driver.command("save_pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert driver.notice.startswith("Saved sheet.pdf.")
    driver.command("save_pdf")
    assert "could not be written" in driver.notice
    assert names == []


def test_panes_hide_and_return(driver: Driver) -> None:
    driver.activate().press("F9")
    assert not driver.shows_left
    driver.press("F9")
    assert driver.shows_left


ROOM = [(600, False, False), (800, True, False), (1100, True, True)]


@pytest.mark.parametrize(("width", "left", "aside"), ROOM)
def test_panes_give_way_to_the_page(driver: Driver, width: int, left: bool, aside: bool) -> None:
    driver.resize(500, 600).resize(width, 600)
    assert (driver.shows_left, driver.shows_right) == (left, aside)


def test_a_pane_that_was_put_away_stays_away(driver: Driver) -> None:
    driver.resize(1100, 600).command("right_pane").resize(500, 600).resize(1100, 600)
    assert (driver.shows_left, driver.shows_right) == (True, False)


def test_in_a_narrow_window_a_note_stands_over_the_page(driver: Driver) -> None:
    driver.resize(700, 600).command("note")
    assert driver.page.rect.contains(driver.editor.box)
    assert driver.size == (700, 600)


def test_a_screen_reader_hears_the_panes_from_left_to_right(driver: Driver) -> None:
    middle = QAccessible.queryAccessibleInterface(driver.widget.findChild(QSplitter))
    boxes = [middle.child(number).rect() for number in range(middle.childCount())]
    lefts = [box.left() for box in boxes if box.width() > 50]
    assert len(lefts) == 3
    assert lefts == sorted(lefts)
