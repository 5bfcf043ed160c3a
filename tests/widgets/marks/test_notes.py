# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Notes: written over the page with Markdown's light signs, kept in pauses, listed in reading order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.marks import mark
from support.surface import press

from asem_reader.core.content import Block
from asem_reader.core.marks.mark import MarkKind
from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.widgets.marks.noteeditor import NoteText
from asem_reader.widgets.marks.topicmarks import TopicMarksView, _quote_above
from asem_reader.widgets.reading.marktext import formatted, tip

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def text(qtbot: QtBot) -> NoteText:
    text = NoteText()
    qtbot.addWidget(text)
    text.show()
    return text


def block(driver: Driver, number: int = 0) -> Block:
    return driver.article.sections[1].blocks[number]


def bodies(driver: Driver) -> list[str]:
    return [mark.body for mark in driver.marks_here]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("- one\ntwo\n\nend", "- one\n- two\nend"),
        ("1. one\ntwo", "1. one\n2. two"),
        ("plain\nplain", "plain\nplain"),
    ],
)
def test_enter_goes_on_with_a_list(text: NoteText, qtbot: QtBot, typed: str, written: str) -> None:
    for letter in typed:
        if letter == "\n":
            qtbot.keyClick(text, Qt.Key.Key_Return)
        else:
            qtbot.keyClicks(text, letter)
    assert text.toPlainText() == written


@pytest.mark.parametrize(("key", "after"), [(Qt.Key.Key_B, "a **b** c"), (Qt.Key.Key_I, "a *b* c")])
def test_keys_set_words_apart_and_back(text: NoteText, qtbot: QtBot, key: Qt.Key, after: str) -> None:
    text.setPlainText("a b c")
    cursor = text.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    qtbot.keyClick(text, key, CTRL)
    assert text.toPlainText() == after
    qtbot.keyClick(text, key, CTRL)
    assert text.toPlainText() == "a b c"


def test_ctrl_b_in_a_note_leaves_the_marks_where_they_are(driver: Driver) -> None:
    driver.activate().command("note")
    before = driver.view
    driver.press("Ctrl+B")
    assert driver.view == before
    assert driver.editor.written == "****"


def test_the_field_grows_with_the_note(driver: Driver) -> None:
    driver.resize(1100, 900).command("note")
    before = driver.editor.box.height()
    driver.editor.write_all("\n".join(map(str, range(9))))
    assert driver.editor.box.height() > before


def test_the_text_stays_where_it_is_while_one_writes(driver: Driver) -> None:
    driver.at(block(driver))
    before = driver.page.scrolled, driver.page.text
    driver.command("note")
    assert (driver.page.scrolled, driver.page.text) == before
    stop = driver.page.stop
    assert stop
    box = driver.page.box_of(stop).toRect()
    assert not driver.editor.box.intersects(box.adjusted(0, 0, 0, -1))


def test_a_note_is_kept_in_a_pause_and_is_one_step_to_undo(driver: Driver) -> None:
    editor = driver.at(block(driver)).command("note").editor
    for letters, written in (("Ask ", "Ask "), ("the desk", "Ask the desk")):
        editor.write(letters)
        assert bodies(driver) != [written]
        editor.pause()
        assert bodies(driver) == [written]
    editor.leave()
    driver.command("undo")
    assert bodies(driver) == []


def test_a_note_taken_back_while_it_is_open_does_not_return(driver: Driver) -> None:
    editor = driver.command("note").editor
    editor.write("Gone").pause()
    assert bodies(driver) == ["Gone"]
    driver.command("undo")
    editor.leave()
    assert bodies(driver) == []


def test_a_click_on_the_page_leaves_the_note_kept(driver: Driver) -> None:
    driver.activate().command("note").editor.write("Kept")
    driver.page.take_keys()
    assert not driver.editor.is_open
    assert bodies(driver) == ["Kept"]


def test_tab_leaves_the_note_for_the_page(driver: Driver) -> None:
    editor = driver.at(block(driver)).command("note").editor
    before = driver.page.caret
    editor.write("Kept").leave("Tab")
    assert not editor.is_open
    assert bodies(driver) == ["Kept"]
    assert driver.page.caret == before


def test_the_look_may_change_while_one_writes(driver: Driver) -> None:
    editor = driver.at(block(driver)).command("note").editor
    editor.write("Half")
    driver.command("larger").command("theme_dark")
    assert editor.is_open
    assert editor.written == "Half"


@pytest.mark.parametrize(
    ("body", "inside", "outside"),
    [
        ("**bold** and *not*", ["font-weight:700", "font-style:italic"], ["**"]),
        ("one\ntwo", ["one", "two"], ["one two"]),
        ("![x](/etc/passwd) and [l](http://example.org)", ["![x](/etc/passwd) and [l]"], ["<img", "href"]),
        ("<b>x</b> <script>", ["&lt;b&gt;x", "&lt;script&gt;"], ["<b>", "<script"]),
        ("# Loud", ["Loud"], ["xx-large"]),
        ("- a\n- b", ["<li", "<ul"], ["- a"]),
    ],
)
def test_a_note_is_shown_with_emphasis_and_nothing_louder(
    qapp: QApplication, body: str, inside: list[str], outside: list[str]
) -> None:
    html = formatted(body, QFont()).toHtml()
    shown = html[html.index("<body") :]
    assert all(piece in shown for piece in inside), shown
    assert not any(piece in shown for piece in outside), shown


def test_a_tip_is_short(qapp: QApplication) -> None:
    shown = tip("\n\n".join(f"line {number}" for number in range(40)), QFont())
    assert "line 2" in shown
    assert "line 9" not in shown
    assert "…" in shown


@pytest.fixture
def marked(driver: Driver) -> Driver:
    """A window with three marks, made against the order in which they are read."""
    driver.at(block(driver, 2)).highlight("rose")
    driver.at(block(driver, 1)).note("Ask")
    return driver.at("").note("On all")


def test_my_notes_stand_in_reading_order_and_say_their_colour(marked: Driver) -> None:
    said = marked.notes.heard
    assert [text.split(".")[0] for text in said] == ["Note", "Note", "Rose highlight"]
    assert said[1].endswith("Ask")
    assert not marked.notes.picture().isNull()


def test_my_notes_by_keys(marked: Driver) -> None:
    notes = marked.notes.take_keys()
    press(notes.view, "Down")
    press(notes.view, "Return")
    assert marked.page.paragraph == block(marked, notes.current_row).id
    press(notes.view, "F2")
    assert marked.editor.is_open
    marked.editor.leave()
    press(notes.view, "Delete")
    assert len(notes.texts) == 2
    marked.command("undo")
    assert len(notes.texts) == 3


def test_my_notes_by_mouse(marked: Driver, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: marked.notes.view.height() > 60)
    marked.notes.click_number(1)
    assert marked.page.paragraph == block(marked, 1).id
    marked.notes.click_number(1, twice=True)
    assert marked.editor.written == "Ask"
    assert [menu for menu in marked.notes.view.findChildren(QMenu) if menu.isVisible()] == []


def test_my_notes_leave_out_a_bookmark_alone_and_stay_at_the_current_mark(
    qtbot: QtBot, library: Library
) -> None:
    notes, article = TopicMarksView(), library.article(Slug("maritime-security"))
    qtbot.addWidget(notes)
    marked = mark(1, "")._replace(kind=MarkKind.BOOKMARK)
    notes.show_marks(article, [marked, mark(2), mark(3)], str)
    assert [each.id for each in notes.marks] == [mark(2).id, mark(3).id]
    notes.setCurrentRow(1)
    notes.show_marks(article, [marked.with_body("Why", ""), mark(3, "Other")], str)
    assert [each.id for each in notes.marks] == [mark(1).id, mark(3).id]
    assert notes.current_mark == mark(3, "Other")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Ask.", [("“It”", False), ("Ask.", False)]),
        ("- one\n- two", [("“It”", False), ("one", True), ("two", True)]),
        ("", [("“It”", False)]),
    ],
)
def test_a_quote_stands_above_a_note_whatever_it_begins_with(
    qapp: QApplication, body: str, lines: list[tuple[str, bool]]
) -> None:
    document = formatted(body, qapp.font())
    _quote_above(document, "“It”", QTextCharFormat())
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    assert [(block.text(), block.textList() is not None) for block in blocks] == lines
