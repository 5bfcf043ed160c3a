# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Rows and handlers are joined at import, or not at all; commands act on the current tab."""

from pathlib import Path
from typing import Any

import pytest
from support.driver import Driver
from support.screen import MARITIME

from asem_reader.core.place import Place
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.widgets.commands import search
from asem_reader.widgets.commands.dispatch import HANDLERS
from asem_reader.widgets.frame.actions import Command, joined
from asem_reader.widgets.frame.context import Tab
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.marks.noteeditor import NoteEditor
from asem_reader.widgets.reading.reader import Reader

TABLES = tuple(handler.commands for handler in HANDLERS)
OTHER = Place.parse("migration")


def test_a_row_without_a_handler_is_an_error_at_import() -> None:
    source = Path(search.__file__).read_text(encoding="utf-8")
    exec(source, {"__name__": search.__name__})
    with pytest.raises(NameError, match="focus_search"):
        exec(source.replace("def focus_search", "def focus"), {"__name__": search.__name__})


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (Command("print", "Print again", ("Ctrl+Alt+9",), str), "print"),
        (Command("fly", "Fly", ("Ctrl+Alt+9",), str), "fly"),
    ],
    ids=["a second handler", "in no menu"],
)
def test_a_row_too_many_is_refused(row: Command[Any], wrong: str) -> None:
    with pytest.raises(ValueError, match=rf": {wrong}$"):
        joined(*TABLES, (row,))


def test_a_row_too_few_and_a_key_used_twice_are_refused() -> None:
    *others, (waiting,) = TABLES
    assert next(iter(joined(*TABLES))) == "print"
    with pytest.raises(ValueError, match=r": waiting$"):
        joined(*others)
    with pytest.raises(ValueError, match=r": Ctrl\+P$"):
        joined(*others, (waiting._replace(keys=("Ctrl+P",)),))


@pytest.fixture
def window(driver: Driver) -> Window:
    assert isinstance(driver.widget, Window)
    return driver.widget


@pytest.fixture
def other(window: Window) -> Tab:
    """A second reader, on another topic."""
    desk, reader = Desk(window.context.desk.library), Reader(window)
    desk.opened.connect(reader.show_page)
    desk.go(OTHER)
    return Tab(desk, reader, NoteEditor(window.context.marks, reader))


def test_commands_act_on_the_current_reader(window: Window, other: Tab) -> None:
    first, marks = window.dispatcher.tab, window.context.marks
    window.dispatcher.tab = other
    for command in ("bookmark", "highlight_green", "note_topic"):
        window.do(command)
    assert {mark.slug for mark in marks.all} == {OTHER.slug}
    assert (first.editor.isHidden(), other.editor.isHidden()) == (True, False)
    window.dispatcher.tab = first
    window.do("bookmark")
    assert marks.bookmark_on(MARITIME.slug)


def test_finding_and_moving_stay_in_the_current_reader(window: Window, other: Tab) -> None:
    first = window.dispatcher.tab
    window.dispatcher.tab = other
    window.dispatcher.reading.find("migration")
    assert other.reader.words.found > 0
    assert first.reader.words.found == 0
    window.do("up")
    assert other.desk.page
    assert other.desk.page.place != OTHER
    assert first.desk.page
    assert first.desk.page.place == MARITIME
