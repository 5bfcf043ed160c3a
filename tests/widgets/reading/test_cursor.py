# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The paragraph cursor: Up and Down go from paragraph to paragraph, and a screen reader hears each once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from pytestqt.qtbot import QtBot

from asem_reader.core.marks.mark import Colour
from asem_reader.core.place import Place, Slug
from asem_reader.store.library import Library
from asem_reader.widgets.frame.window import Window

DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up


@pytest.fixture
def press(window: Window, qtbot: QtBot) -> Callable[..., None]:
    def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            qtbot.keyClick(window.reader, key, modifier)

    window.reader.setFocus()
    return press


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told, as if there were one."""
    said: list[str] = []

    def update(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return said


def in_view(window: Window) -> bool:
    stop = window.reader.paragraph.stop
    assert stop
    box = stop.box.translated(0, -window.reader.verticalScrollBar().value())
    return box.top() >= 0 and box.bottom() <= window.reader.viewport().height()


@pytest.mark.parametrize("slug", ["maritime-security", "security-and-peace", "asem9", "singapore"])
def test_down_goes_through_all_of_a_page_and_up_back(
    window: Window, press: Callable[..., None], slug: str
) -> None:
    window.resize(1100, 900)
    window.context.desk.go(Place(Slug(slug)))
    count = len(window.reader.map.stops) if window.reader.map else 0
    seen = []
    for key in (DOWN, UP):
        for _ in range(min(count, 60)):
            press(key)
            seen.append(window.reader.paragraph.stop)
            assert in_view(window)
    numbers = [stop.number for stop in seen if stop]
    last = min(count, 60) - 1
    assert numbers == [*range(last + 1), *reversed(range(last)), 0]


def test_every_paragraph_of_an_article_is_a_stop(window: Window, library: Library) -> None:
    assert window.reader.map
    stops = [stop.block for stop in window.reader.map.stops if stop.block]
    assert set(stops) == set(library.article(Slug("maritime-security")).blocks)


def test_a_paragraph_longer_than_the_window_is_scrolled_through(
    window: Window, press: Callable[..., None]
) -> None:
    window.resize(500, 420)
    window.context.desk.show_in(window.reader.colours, 28)
    assert window.reader.map
    long = max(window.reader.map.stops, key=lambda stop: stop.box.height())
    window.reader.paragraph.go(long)
    before = window.reader.verticalScrollBar().value()
    press(DOWN)
    assert window.reader.paragraph.stop == long
    assert window.reader.verticalScrollBar().value() > before
    for _ in range(20):
        press(DOWN)
    assert window.reader.paragraph.stop.number > long.number  # type: ignore[union-attr]


def test_one_goes_on_from_what_is_seen(window: Window, press: Callable[..., None]) -> None:
    press(DOWN, DOWN)
    window.reader.verticalScrollBar().setValue(1200)
    press(DOWN)
    assert in_view(window)
    assert window.reader.verticalScrollBar().value() > 1000


@pytest.mark.parametrize(("key", "at_end"), [(Qt.Key.Key_End, -1), (Qt.Key.Key_Home, 0)], ids=["end", "home"])
@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier], ids=["", "ctrl"]
)
def test_the_ends_of_the_page_take_it_along(
    window: Window, press: Callable[..., None], key: Qt.Key, at_end: int, modifier: Qt.KeyboardModifier
) -> None:
    press(DOWN, Qt.Key.Key_PageDown)
    press(key, modifier=modifier)
    assert window.reader.map
    assert window.reader.paragraph.stop == window.reader.map.stops[at_end]
    bar = window.reader.verticalScrollBar()
    assert bar.value() == (bar.maximum() if at_end else 0)


def test_a_page_on_takes_it_along(window: Window, press: Callable[..., None]) -> None:
    press(Qt.Key.Key_PageDown)
    assert in_view(window)
    assert window.reader.verticalScrollBar().value() > 300
    assert window.reader.current_block


def test_it_follows_a_click(window: Window, qtbot: QtBot, press: Callable[..., None]) -> None:
    press(DOWN)
    assert window.reader.map
    stop = window.reader.map.stops[4]
    point = stop.box.center().toPoint()
    qtbot.mouseClick(window.reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.reader.paragraph.stop == stop
    assert not window.reader.paragraph.leads


def test_the_caret_is_found_at_the_paragraph(window: Window, press: Callable[..., None]) -> None:
    press(*[DOWN] * 6)
    stop = window.reader.paragraph.stop
    assert stop
    assert window.reader.textCursor().position() == 0
    press(Qt.Key.Key_Right)
    assert window.reader.textCursor().position() == stop.position + 1
    press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert window.reader.textCursor().selectedText() == stop.parts[0].text()[1]


def test_tab_goes_to_the_next_link_from_there(window: Window, press: Callable[..., None]) -> None:
    page = window.context.desk.page
    assert page
    press(*[DOWN] * 5)
    press(Qt.Key.Key_Tab)
    assert window.reader.textCursor().selectedText() == "UNCLOS"
    assert [target.words for target in window.reader.targets] == [""]


def test_the_paragraph_and_its_marks_are_heard_once(
    window: Window, press: Callable[..., None], heard: list[str]
) -> None:
    page = window.context.desk.page
    assert page
    first = page.article.sections[0]
    window.reader.go_to(first.blocks[0].id)
    window.dispatcher.mark_commands.highlight(Colour.ROSE)
    window.reader.go_to("")
    heard.clear()
    press(*[DOWN] * 5)
    assert heard[-2:] == [f"Heading: {first.title}", f"Rose highlight. {first.blocks[0].text}"]
    assert len(heard) == 5


def test_a_selection_is_left_with_esc(window: Window, press: Callable[..., None]) -> None:
    caret = window.reader.textCursor()
    caret.select(QTextCursor.SelectionType.BlockUnderCursor)
    window.reader.setTextCursor(caret)
    press(Qt.Key.Key_Escape)
    assert not window.reader.textCursor().hasSelection()
