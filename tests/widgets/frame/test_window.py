# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window: every command by its key, as a reader without a mouse would use it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from asem_reader import paths
from asem_reader.core.place import Place, Slug
from asem_reader.core.theme import DARK, LIGHT
from asem_reader.widgets.frame.leftpane import CONTENTS, HISTORY, MARKS, RESULTS
from asem_reader.widgets.frame.window import Window

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def press(window: Window, qtbot: QtBot) -> object:
    """Press a key in the window, once it is the active one."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)

    return press


def title(window: Window) -> str:
    return window.context.desk.page.title if window.context.desk.page else ""


def test_ctrl_k_searches_and_esc_brings_the_tree_back(window: Window, press, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    press(Qt.Key.Key_K, CTRL)
    assert window.field.hasFocus()
    qtbot.keyClicks(window.field, "piracy")
    assert window.left.shown == RESULTS
    press(Qt.Key.Key_Escape)
    assert window.left.shown == CONTENTS
    assert window.field.text() == ""


def test_arrows_walk_the_hits_while_the_field_keeps_the_keys(window: Window, press, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    press(Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.field, "declaration")
    start = window.left.results.currentIndex()
    assert start == window.context.hits.best
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(key)
    assert window.left.results.currentIndex().row() > start.row() + 1
    assert window.field.hasFocus()
    press(Qt.Key.Key_Return)
    assert window.reader.words.found > 0
    assert window.reader.hasFocus()


def test_a_search_without_hits_says_what_to_do(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "xyzzyplugh")
    assert window.left.found.empty.isVisible()
    assert "Nothing has this word: xyzzyplugh. Try" in window.left.found.empty.text()


def test_back_forward_and_up_by_keys(window: Window, press) -> None:  # type: ignore[no-untyped-def]
    window.context.desk.go(Place(Slug("migration")))
    press(Qt.Key.Key_Left, ALT)
    assert title(window) == "Maritime security"
    press(Qt.Key.Key_Right, ALT)
    assert title(window) == "Migration"
    press(Qt.Key.Key_Up, ALT)
    assert title(window) == "Security and peace"


def test_ctrl_d_bookmarks_and_ctrl_z_takes_it_back(window: Window, press) -> None:  # type: ignore[no-untyped-def]
    press(Qt.Key.Key_D, CTRL)
    assert window.context.marks.bookmark_on(Slug("maritime-security"))
    assert window.actions_by_name["bookmark"].isChecked()
    press(Qt.Key.Key_Z, CTRL)
    assert window.context.marks.bookmark_on(Slug("maritime-security")) is None
    assert not window.actions_by_name["bookmark"].isChecked()


def test_ctrl_m_writes_a_note_and_esc_keeps_it(window: Window, press, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    block = next(iter(window.context.desk.page.article.blocks))  # type: ignore[union-attr]
    window.reader.go_to(block)
    press(Qt.Key.Key_M, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "Ask the desk")
    press(Qt.Key.Key_Escape)
    (note,) = window.context.marks.on(Slug("maritime-security"))
    assert (note.body, note.block) == ("Ask the desk", block)
    assert window.reader.hasFocus()


def test_a_note_half_written_is_kept_when_the_window_closes(window: Window, qtbot: QtBot) -> None:
    window.dispatcher.mark_commands.write_note()
    qtbot.keyClicks(window.dispatcher.editor._text, "Half a")
    window.close()
    assert [mark.body for mark in window.context.marks.on(Slug("maritime-security"))] == ["Half a"]


def test_a_note_that_cannot_be_kept_is_not_lost_by_closing(
    window: Window, qtbot: QtBot, home: paths.Home
) -> None:
    window.dispatcher.mark_commands.write_note()
    home.data.mkdir(parents=True, exist_ok=True)
    home.notebook.mkdir()
    qtbot.keyClicks(window.dispatcher.editor._text, "Not to be lost")
    window.close()
    assert window.isVisible()
    assert window.notice.text
    assert window.dispatcher.editor._text.toPlainText() == "Not to be lost"
    window.close()
    assert not window.isVisible()


def test_a_note_stays_with_its_page_when_another_is_opened(window: Window, qtbot: QtBot) -> None:
    window.dispatcher.mark_commands.write_note()
    qtbot.keyClicks(window.dispatcher.editor._text, "On the sea")
    window.context.desk.go(Place(Slug("migration")))
    window.dispatcher.mark_commands.write_note()
    assert [mark.body for mark in window.context.marks.on(Slug("maritime-security"))] == ["On the sea"]
    assert window.context.marks.on(Slug("migration")) == ()


@pytest.mark.parametrize(
    ("key", "view"), [(Qt.Key.Key_B, MARKS), (Qt.Key.Key_3, HISTORY), (Qt.Key.Key_1, CONTENTS)]
)
def test_panels_by_keys(window: Window, press, key: Qt.Key, view: int) -> None:  # type: ignore[no-untyped-def]
    window.dispatcher.window_commands.toggle_bookmark()
    press(key, CTRL)
    assert window.left.shown == view


def test_delete_takes_the_chosen_mark_away(window: Window, press) -> None:  # type: ignore[no-untyped-def]
    window.dispatcher.window_commands.toggle_bookmark()
    press(Qt.Key.Key_B, CTRL)
    press(Qt.Key.Key_Delete)
    assert len(window.context.marks.all) == 0


def test_f6_goes_through_all_panes_and_back(window: Window, press) -> None:  # type: ignore[no-untyped-def]
    window.reader.setFocus()
    seen = []
    for _ in range(4):
        press(Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == 4
    assert seen[-1] is window.reader


def test_the_tree_opens_by_enter_and_has_a_current_row_on_focus(window: Window, press) -> None:  # type: ignore[no-untyped-def]
    press(Qt.Key.Key_1, CTRL)
    assert window.left.outline.currentIndex().data() == "Maritime security"
    press(Qt.Key.Key_Down)
    assert title(window) == "Maritime security"
    press(Qt.Key.Key_Return)
    assert title(window) == "Middle East situation"


def test_find_on_page_counts_and_esc_leaves(window: Window, press, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    press(Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.dispatcher.findbar.field, "UNCLOS")
    assert "1 of" in window.dispatcher.findbar._count.text()
    press(Qt.Key.Key_F3)
    assert "2 of" in window.dispatcher.findbar._count.text()
    press(Qt.Key.Key_Escape)
    assert window.dispatcher.findbar.isHidden()
    assert window.reader.words.found == 0


@pytest.mark.parametrize(("key", "grows"), [(Qt.Key.Key_Equal, True), (Qt.Key.Key_Minus, False)])
def test_text_size_by_keys(window: Window, press, key: Qt.Key, grows: bool) -> None:  # type: ignore[no-untyped-def]
    before = window.context.settings.size
    press(key, CTRL)
    assert (window.context.settings.size > before) == grows
    press(Qt.Key.Key_0, CTRL)
    assert window.context.settings.size == before


def test_themes_change_the_page_at_once(window: Window) -> None:
    window.actions_by_name["theme_dark"].trigger()
    assert DARK.ink in window.context.desk.page.html  # type: ignore[union-attr]
    assert window.reader.colours == DARK
    assert DARK.accent in window.sidebar._links["On this page"].text()
    assert LIGHT.accent not in window.sidebar._links["On this page"].text()
    window.actions_by_name["theme_light"].trigger()
    assert window.reader.colours == LIGHT


def test_growing_the_text_keeps_the_paragraph(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.reader.settled):
        window.reader.verticalScrollBar().setValue(900)
    before = window.reader.top_block
    window.actions_by_name["larger"].trigger()
    assert window.reader.top_block == before


@pytest.mark.parametrize(
    ("text", "opened"),
    [("POL-08", "Iran’s nuclear programme and the JCPOA"), ("asem:migration", "Migration")],
)
def test_symbols_and_addresses_lead_there(window: Window, text: str, opened: str) -> None:
    assert window.dispatcher.window_commands.go_to(text)
    assert title(window) == opened


def test_an_unknown_address_is_told_with_a_hint(window: Window) -> None:
    assert not window.dispatcher.window_commands.go_to("maritime-securty")
    assert "maritime-security" in window.notice.text
    assert title(window) == "Maritime security"


def test_above_the_first_paragraph_a_note_is_on_the_topic(window: Window, qtbot: QtBot) -> None:
    window.dispatcher.mark_commands.write_note()
    qtbot.keyClicks(window.dispatcher.editor._text, "On all of it")
    window.dispatcher.editor.close_note()
    (note,) = window.context.marks.on(Slug("maritime-security"))
    assert (note.block, note.quote) == (None, "Maritime security")


def test_an_address_is_copied(window: Window) -> None:
    window.dispatcher.window_commands.copy_address()
    assert QGuiApplication.clipboard().text() == "asem:maritime-security"
    block = window.context.desk.page.article.sections[2].heading.id  # type: ignore[union-attr]
    window.reader.go_to(block)
    window.dispatcher.window_commands.copy_address()
    assert QGuiApplication.clipboard().text() == f"asem:maritime-security#{block}"


def test_a_sheet_is_saved_whole(window: Window, tmp_path: Path) -> None:
    assert window.dispatcher.print_commands.save_sheet(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert not window.dispatcher.print_commands.save_sheet(tmp_path / "no" / "sheet.pdf")
    assert "could not be written" in window.notice.text


def test_panes_hide_and_return(window: Window, press) -> None:  # type: ignore[no-untyped-def]
    press(Qt.Key.Key_F9)
    assert window.left.isHidden()
    press(Qt.Key.Key_F9)
    assert not window.left.isHidden()


ROOM = [(600, False, False), (800, True, False), (1100, True, True)]


@pytest.mark.parametrize(("width", "left", "aside"), ROOM)
def test_panes_give_way_to_the_page(window: Window, width: int, left: bool, aside: bool) -> None:
    window.resize(500, 600)
    window.resize(width, 600)
    assert (not window.left.isHidden(), not window.sidebar.isHidden()) == (left, aside)


def test_a_pane_that_was_put_away_stays_away(window: Window) -> None:
    window.resize(1100, 600)
    window.actions_by_name["right_pane"].trigger()
    window.resize(500, 600)
    window.resize(1100, 600)
    assert window.sidebar.isHidden()
    assert not window.left.isHidden()


def test_in_a_narrow_window_a_note_stands_over_the_page(window: Window) -> None:
    window.resize(700, 600)
    window.dispatcher.mark_commands.write_note()
    assert window.reader.viewport().rect().contains(window.dispatcher.editor.geometry())
    assert window.width() == 700
