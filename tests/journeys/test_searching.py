# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Searching, from the field to the paragraph and back, over more than one session."""

from collections.abc import Callable

from glass import close
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from asem_reader.core.place import Place, Slug
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.target import Target
from asem_reader.viewmodels.search.hits import ROW
from asem_reader.viewmodels.search.rows import PastSearch
from asem_reader.widgets.frame.leftpane import CONTENTS, RESULTS
from asem_reader.widgets.frame.window import Window


def test_a_note_is_found_by_a_word_of_mine_and_opened_where_it_stands(window: Window, qtbot: QtBot) -> None:
    page = window.context.desk.page
    assert page
    block = page.article.sections[2].blocks[1].id
    Marking(window.context.marks).note(Target(page.article, block), "Ask Agnès for the Zürich paper")
    window.context.desk.go(Place(Slug("migration")))
    qtbot.keyClicks(window.field, '"zurich paper"')
    hit = window.left.results.currentIndex().data(ROW)
    assert hit.why == "your note"
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert window.reader.current_block == block


def test_search_open_and_find_the_search_again_the_next_day(
    open_window: Callable[..., Window], qtbot: QtBot
) -> None:
    first = open_window()
    qtbot.keyClicks(first.field, "piracy seminar")
    first.actions_by_name["save_search"].trigger()
    qtbot.keyClick(first.field, Qt.Key.Key_Return)
    assert first.left.shown == RESULTS
    close(first)

    second = open_window(None)
    assert second.left.shown == CONTENTS
    second.actions_by_name["search"].trigger()
    model = second.context.hits
    rows = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
    assert rows[1::2] == [PastSearch("piracy seminar", saved=True), PastSearch("piracy seminar")]
    qtbot.keyClick(second.field, Qt.Key.Key_Down)
    qtbot.keyClick(second.field, Qt.Key.Key_Return)
    assert second.field.text() == "piracy seminar"
    assert second.left.results.currentIndex() == model.best
