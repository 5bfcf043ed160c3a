# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks on the page: grounds under the words, signs in the margin, and what the mouse does with them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from asem_reader.core.content import Block, Section
from asem_reader.core.marks.mark import Colour, MarkKind, Waiting
from asem_reader.core.place import Slug
from asem_reader.core.theme import THEMES, Theme
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.target import Target
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.reading.marker import SIZE

offscreen = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SLUG = Slug("maritime-security")


def section(window: Window, number: int = 1) -> Section:
    assert window.context.desk.page
    return window.context.desk.page.article.sections[number]


def target(window: Window, block: Block, words: str = "") -> Target:
    assert window.context.desk.page
    return Target(window.context.desk.page.article, block.id, words)


def colours_in(image: QImage) -> set[str]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    points = memoryview(plain.constBits()).cast("I")
    return {f"#{point & 0xFFFFFF:06x}" for point in set(points)}


def select(window: Window, block: Block, start: int, end: int) -> None:
    assert window.reader.map
    stop = window.reader.map.named(block.id)
    assert stop
    caret = QTextCursor(window.reader.document())
    caret.setPosition(stop.position + start)
    caret.setPosition(stop.position + end, QTextCursor.MoveMode.KeepAnchor)
    window.reader.setTextCursor(caret)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("colour", Colour)
def test_a_highlight_is_seen_in_its_colour(window: Window, theme: Theme, colour: Colour) -> None:
    window.reader.dress(theme)
    assert theme.ground(colour) not in colours_in(window.reader.viewport().grab().toImage())
    Marking(window.context.marks).highlight(target(window, section(window).blocks[0]), colour)
    assert theme.ground(colour) in colours_in(window.reader.viewport().grab().toImage())


def test_only_the_words_are_highlighted(window: Window) -> None:
    block = section(window).blocks[0]
    words = block.text.split()[0]
    Marking(window.context.marks).highlight(target(window, block, words), Colour.BLUE)
    (mark,) = window.context.marks.on(SLUG)
    ((box, _),) = window.reader.marks._lines(mark)
    image = window.reader.viewport().grab().toImage()
    ground = QColor(window.reader.colours.blue)
    middle = int(box.top()) + 2
    assert image.pixelColor(int(box.center().x()), middle) == ground
    assert image.pixelColor(int(box.right()) + 6, middle) != ground


def test_each_colour_has_a_line_of_its_own(window: Window) -> None:
    block = section(window).blocks[0]
    seen = []
    for colour in Colour:
        Marking(window.context.marks).highlight(target(window, block, block.text[:12]), colour)
        (mark,) = window.context.marks.on(SLUG)
        box, baseline = window.reader.marks._lines(mark)[0]
        strip = window.reader.viewport().grab(box.toRect()).toImage()
        ground = QColor(window.reader.colours.ground(colour))
        rows = range(int(baseline - box.top()) + 2, strip.height())
        seen.append(tuple(strip.pixelColor(x, y) == ground for y in rows for x in range(strip.width())))
    assert len(set(seen)) == 4


def test_a_found_word_is_seen_over_a_highlight(window: Window) -> None:
    block = section(window, 0).blocks[0]
    Marking(window.context.marks).highlight(target(window, block), Colour.YELLOW)
    window.reader.mark_words(("maritime",))
    seen = colours_in(window.reader.viewport().grab().toImage())
    assert {window.reader.colours.found, window.reader.colours.yellow} <= seen


def test_a_mark_that_waits_for_its_reader_is_not_drawn(window: Window) -> None:
    Marking(window.context.marks).highlight(target(window, section(window).blocks[0]), Colour.GREEN)
    (mark,) = window.context.marks.on(SLUG)
    window.reader.show_marks([mark._replace(waiting=Waiting.IN_DOUBT)])
    assert window.reader.colours.green not in colours_in(window.reader.viewport().grab().toImage())


@pytest.fixture
def signs(window: Window) -> list[QPointF]:
    """A bookmark, a note and a highlight with a note, and where their signs stand."""
    blocks, marking = section(window).blocks, Marking(window.context.marks)
    marking.toggle_bookmark(target(window, blocks[0]))
    marking.note(target(window, blocks[1]), "Ask **the desk**")
    marking.highlight(target(window, blocks[2], blocks[2].text[:30]), Colour.ROSE)
    marking.note(target(window, blocks[2], blocks[2].text[:30]), "On words")
    window.resize(1200, 900)
    window.reader.viewport().grab()
    return [box.center() for box, _ in window.reader.marks._signs]


def test_signs_differ_in_shape(window: Window, signs: list[QPointF]) -> None:
    size = int(SIZE) + 4
    image = window.reader.viewport().grab().toImage()
    paper = QColor(window.reader.colours.paper)
    forms = set()
    for sign in signs:
        corner = sign.toPoint() - QPoint(size // 2, size // 2)
        ink = (image.pixelColor(corner + QPoint(x, y)) != paper for x in range(size) for y in range(size))
        forms.add(tuple(ink))
    assert len(forms) == len(signs) == 3


@offscreen
def test_a_sign_tells_the_note(window: Window, signs: list[QPointF]) -> None:
    point = signs[1].toPoint()
    viewport = window.reader.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
    assert "the desk" in QToolTip.text()
    assert "**" not in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize(("number", "written"), [(1, "Ask **the desk**"), (2, "On words")])
def test_a_click_on_a_sign_opens_the_note(
    window: Window, qtbot: QtBot, signs: list[QPointF], number: int, written: str
) -> None:
    point = signs[number].toPoint()
    qtbot.mouseClick(window.reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.dispatcher.editor.isVisible()
    assert window.dispatcher.editor.text == written


def test_the_mouse_selects_and_the_bar_highlights(window: Window, qtbot: QtBot) -> None:
    block = section(window).blocks[0]
    select(window, block, 0, 5)
    window.reader.mouse.selected.emit(True)
    assert window.dispatcher.mark_commands.bar.isVisible()
    window.actions_by_name["highlight_blue"].trigger()
    assert window.dispatcher.mark_commands.bar.isHidden()
    (mark,) = window.context.marks.on(SLUG)
    assert (mark.words, mark.nth, mark.colour) == (block.text[:5], 0, Colour.BLUE)


def test_the_bar_goes_with_the_selection(window: Window) -> None:
    select(window, section(window).blocks[0], 0, 5)
    window.reader.mouse.selected.emit(True)
    window.reader.drop_selection()
    assert window.dispatcher.mark_commands.bar.isHidden()


def test_a_selection_over_paragraphs_is_one_step_to_undo(window: Window) -> None:
    blocks = section(window).blocks
    assert window.reader.map
    end = window.reader.map.named(blocks[2].id)
    start = window.reader.map.named(blocks[0].id)
    assert start
    assert end
    select(window, blocks[0], 4, end.position - start.position + 5)
    window.dispatcher.mark_commands.highlight(Colour.GREEN)
    assert len(window.context.marks.on(SLUG)) == 3
    window.context.marks.take_back()
    assert window.context.marks.on(SLUG) == ()


def select_title(window: Window) -> None:
    assert window.reader.map
    title = window.reader.map.stops[0]
    caret = QTextCursor(title.parts[0])
    caret.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    window.reader.setTextCursor(caret)


@pytest.mark.parametrize(
    "reach", [lambda window: window.reader.go_to(""), select_title], ids=["top", "title"]
)
def test_a_highlight_on_the_title_is_on_the_topic(window: Window, reach: Callable[[Window], None]) -> None:
    reach(window)
    window.dispatcher.mark_commands.highlight(Colour.ROSE)
    (mark,) = window.context.marks.on(SLUG)
    assert (mark.kind, mark.block, mark.words) == (MarkKind.HIGHLIGHT, None, "")
    box, _ = window.reader.marks._lines(mark)[0]
    there = window.reader.viewport().grab(box.toRect()).toImage()
    assert window.reader.colours.rose in colours_in(there)
    assert window.statusBar().currentMessage() == "Topic highlighted in rose."
    reach(window)
    window.dispatcher.mark_commands.highlight()
    assert window.context.marks.on(SLUG) == ()


def test_a_new_colour_is_seen_over_the_old(window: Window) -> None:
    block = section(window).blocks[0]
    for words, colour in ((block.text[:40], Colour.BLUE), (block.text[10:20], Colour.ROSE)):
        Marking(window.context.marks).highlight(target(window, block, words), colour)
    _, over = window.context.marks.on(SLUG)
    box, _ = window.reader.marks._lines(over)[0]
    seen = colours_in(window.reader.viewport().grab(box.toRect().adjusted(2, 2, -2, -2)).toImage())
    assert window.reader.colours.rose in seen
    assert window.reader.colours.blue not in seen


@offscreen
def test_the_menu_offers_only_commands_of_the_menus(window: Window, qtbot: QtBot) -> None:
    select(window, section(window).blocks[0], 0, 5)
    window.dispatcher.mark_commands.offer(QPoint(10, 10))
    (menu,) = (menu for menu in window.findChildren(QMenu) if menu.isVisible())
    offered = [action for action in menu.actions() if not action.isSeparator()]
    assert set(offered) <= set(window.actions_by_name.values())
    assert window.actions_by_name["copy"] in offered
    menu.close()


@pytest.mark.parametrize("kind", [MarkKind.BOOKMARK, MarkKind.HIGHLIGHT])
def test_what_is_no_text_of_the_library_gets_no_highlight(window: Window, kind: MarkKind) -> None:
    window.reader.go_to("source-3")
    window.dispatcher.mark_commands.highlight()
    assert window.context.marks.on(SLUG) == ()
    if kind is MarkKind.BOOKMARK:
        window.dispatcher.mark_commands.toggle_bookmark()
        assert window.context.marks.bookmark_on(SLUG)
