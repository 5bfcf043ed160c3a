# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks on the page: grounds under the words, signs in the margin, and what the mouse does with them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage
from support.driver import Driver
from support.marks import keep

from asem_reader import paths
from asem_reader.core.content import Block
from asem_reader.core.marks.mark import Colour, MarkKind, Waiting, anchor
from asem_reader.core.theme import THEMES, Theme
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.widgets.commands.dispatch import COMMANDS
from asem_reader.widgets.reading.markpaint import SIZE

offscreen = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def blocks(driver: Driver, section: int = 1) -> tuple[Block, ...]:
    return driver.article.sections[section].blocks


def colours_in(image: QImage) -> set[str]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    points = memoryview(plain.constBits()).cast("I")
    return {f"#{point & 0xFFFFFF:06x}" for point in set(points)}


def highlight(driver: Driver, block: Block, start: int, end: int, colour: Colour) -> None:
    driver.page.select(block.id, start, end)
    driver.highlight(colour)


def box(driver: Driver, block: Block, words: str) -> QRectF:
    """Where words stand on the screen."""
    return driver.page.box_of_words(block.id, words)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("colour", Colour)
def test_a_highlight_is_seen_in_its_colour(driver: Driver, theme: Theme, colour: Colour) -> None:
    driver.page.dress(theme)
    driver.at(blocks(driver)[0])
    assert theme.ground(colour) not in colours_in(driver.page.picture())
    driver.highlight(colour)
    assert theme.ground(colour) in colours_in(driver.page.picture())


def test_only_the_words_are_highlighted(driver: Driver) -> None:
    block = blocks(driver)[0]
    words = block.text.split()[0]
    highlight(driver, block, 0, len(words), Colour.BLUE)
    there = box(driver, block, words)
    image = driver.page.picture()
    ground = QColor(driver.page.colours.blue)
    middle = int(there.top()) + 2
    assert image.pixelColor(int(there.center().x()), middle) == ground
    assert image.pixelColor(int(there.right()) + 6, middle) != ground


def test_each_colour_has_a_line_of_its_own(driver: Driver) -> None:
    block = blocks(driver)[0]
    seen = []
    for colour in Colour:
        highlight(driver, block, 0, 12, colour)
        strip = driver.page.picture(box(driver, block, block.text[:12]))
        ground = QColor(driver.page.colours.ground(colour))
        rows = range(strip.height() // 2, strip.height())
        seen.append(tuple(strip.pixelColor(x, y) == ground for y in rows for x in range(strip.width())))
    assert len(driver.marks) == 1
    assert len(set(seen)) == 4


def test_a_found_word_is_seen_over_a_highlight(driver: Driver) -> None:
    driver.open("maritime-security", "maritime")
    highlight(driver, blocks(driver, 0)[0], 0, len(blocks(driver, 0)[0].text), Colour.YELLOW)
    driver.at("")
    seen = colours_in(driver.page.picture())
    assert {driver.page.colours.found, driver.page.colours.yellow} <= seen


@pytest.mark.parametrize("waiting", [None, Waiting.IN_DOUBT])
def test_a_mark_that_waits_for_its_reader_is_not_drawn(
    home: paths.Home, library: Library, open_driver: Callable[..., Driver], waiting: Waiting | None
) -> None:
    article = library.article(library.find("maritime-security").slug)
    on = anchor(article, article.sections[1].blocks[0].id)
    notebook = Notebook.open(home.notebook)
    lit = notebook.draft(MarkKind.HIGHLIGHT, on, "")._replace(colour=Colour.GREEN, waiting=waiting)
    keep(notebook, [lit])
    notebook.close()
    page = open_driver().at(article.sections[1].blocks[0]).page
    assert (page.colours.green in colours_in(page.picture())) == (waiting is None)


@pytest.fixture
def signs(driver: Driver) -> list[QPoint]:
    """A bookmark, a note and a highlight with a note, and where their signs stand."""
    there = blocks(driver)
    driver.resize(1200, 900).at(there[0]).bookmark().at(there[1]).note("Ask **the desk**")
    highlight(driver, there[2], 0, 30, Colour.ROSE)
    driver.page.select(there[2].id, 0, 30)
    driver.note("On words").at("")
    return driver.page.signs


def test_signs_differ_in_shape(driver: Driver, signs: list[QPoint]) -> None:
    size = int(SIZE) + 4
    image = driver.page.picture()
    paper = QColor(driver.page.colours.paper)
    forms = set()
    for sign in signs:
        corner = sign - QPoint(size // 2, size // 2)
        ink = (image.pixelColor(corner + QPoint(x, y)) != paper for x in range(size) for y in range(size))
        forms.add(tuple(ink))
    assert len(forms) == len(signs) == 3


@offscreen
def test_a_sign_tells_the_note(driver: Driver, signs: list[QPoint]) -> None:
    tip = driver.page.point_at(signs[1])
    assert "the desk" in tip
    assert "**" not in tip


@pytest.mark.parametrize(("number", "written"), [(1, "Ask **the desk**"), (2, "On words")])
def test_a_click_on_a_sign_opens_the_note(
    driver: Driver, signs: list[QPoint], number: int, written: str
) -> None:
    driver.page.click(signs[number])
    assert driver.editor.is_open
    assert driver.editor.written == written


def test_the_mouse_selects_and_the_bar_highlights(driver: Driver) -> None:
    block = blocks(driver)[0]
    driver.page.select(block.id, 0, 5)
    assert driver.toolbar_at_selection.isHidden()
    driver.page.let_go()
    assert driver.toolbar_at_selection.isVisible()
    driver.highlight("blue")
    assert driver.toolbar_at_selection.isHidden()
    (mark,) = driver.marks
    assert (mark.words, mark.nth, mark.colour) == (block.text[:5], 0, Colour.BLUE)


def test_the_bar_goes_with_the_selection(driver: Driver) -> None:
    driver.page.select(blocks(driver)[0].id, 0, 5)
    driver.page.let_go()
    assert driver.toolbar_at_selection.isVisible()
    driver.page.drop_selection()
    assert driver.toolbar_at_selection.isHidden()


def test_a_selection_over_paragraphs_is_one_step_to_undo(driver: Driver) -> None:
    first, last = (driver.page.stop_of(blocks(driver)[number].id) for number in (0, 2))
    assert first
    assert last
    highlight(driver, blocks(driver)[0], 4, last.position - first.position + 5, Colour.GREEN)
    assert len(driver.marks_here) == 3
    driver.command("undo")
    assert driver.marks_here == []


@pytest.mark.parametrize(
    "reach", [lambda driver: driver.at(""), lambda driver: driver.page.select_title()], ids=["top", "title"]
)
def test_a_highlight_on_the_title_is_on_the_topic(driver: Driver, reach: Callable[[Driver], None]) -> None:
    reach(driver)
    driver.highlight("rose")
    (mark,) = driver.marks
    assert (mark.kind, mark.block, mark.words) == (MarkKind.HIGHLIGHT, None, "")
    there = driver.page.picture(driver.page.box_of_words(None, driver.title))
    assert driver.page.colours.rose in colours_in(there)
    assert driver.status == "Topic highlighted in rose."
    reach(driver)
    driver.highlight()
    assert driver.marks == []


def test_a_new_colour_is_seen_over_the_old(driver: Driver) -> None:
    block = blocks(driver)[0]
    highlight(driver, block, 0, 40, Colour.BLUE)
    highlight(driver, block, 10, 20, Colour.ROSE)
    over = box(driver, block, block.text[10:20])
    seen = colours_in(driver.page.picture(over.adjusted(2, 2, -2, -2)))
    assert driver.page.colours.rose in seen
    assert driver.page.colours.blue not in seen


@offscreen
def test_the_menu_offers_only_commands_of_the_menus(driver: Driver) -> None:
    driver.page.select(blocks(driver)[0].id, 0, 5)
    offered = driver.page.menu(QPoint(10, 10))
    assert all(action is driver.action(action.objectName()) for action in offered)
    assert driver.action("copy") in offered
    assert {action.objectName() for action in offered} <= COMMANDS.keys()


@pytest.mark.parametrize("kind", [MarkKind.BOOKMARK, MarkKind.HIGHLIGHT])
def test_what_is_no_text_of_the_library_gets_no_highlight(driver: Driver, kind: MarkKind) -> None:
    driver.at("source-3").highlight()
    assert driver.marks == []
    if kind is MarkKind.BOOKMARK:
        driver.bookmark()
        assert [(mark.kind, mark.block) for mark in driver.marks] == [(kind, None)]
