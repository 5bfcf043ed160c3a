# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Figures on the page: where they stand, what a click and the keys do, and their dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.driver import Driver
from support.surface import press

from asem_reader.widgets.reading.figurewindow import FigureWindow

SUMMITS = "Summits · Foreign ministers"


def figure_window() -> FigureWindow:
    (found,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, FigureWindow))
    return found


def test_a_figure_has_its_room_between_the_texts(driver: Driver) -> None:
    driver.open("asem9")
    (box,) = driver.page.figures.values()
    tops = [stop.box for stop in driver.page.stops if stop.block]
    assert box.height() > 100
    assert not any(top.intersects(box) for top in tops)


@pytest.mark.parametrize("width", [1900, 1240, 700])
def test_a_figure_is_never_wider_than_the_page(driver: Driver, width: int) -> None:
    driver.resize(width, 700)
    driver.open("singapore")
    for box in driver.page.figures.values():
        assert box.left() >= 28 - 1
        assert box.right() <= driver.page.picture().width() - 28 + 1


def test_on_a_narrow_page_a_figure_is_a_link_to_it(driver: Driver) -> None:
    driver.resize(560, 600)
    driver.open("asem9")
    (box,) = driver.page.figures.values()
    assert box.height() < 40
    driver.page.click(box.center().toPoint())
    dialog = figure_window()
    assert dialog.windowTitle() == SUMMITS
    dialog.close()


@pytest.mark.parametrize("slug", ["migration", "asem9", "singapore", "indicator-lpi", "rounds-of-accession"])
def test_figures_are_seen_on_a_small_screen_too(driver: Driver, slug: str) -> None:
    driver.resize(1024, 600)
    driver.open(slug)
    for box in driver.page.figures.values():
        assert box.width() > 400
        assert box.right() <= driver.page.picture().width() - 28 + 1


def test_a_figure_grows_with_the_text(driver: Driver) -> None:
    driver.resize(1900, 900)
    driver.open("asem9")
    before = driver.page.figures[SUMMITS].width()
    driver.command("larger")
    assert driver.page.figures[SUMMITS].width() > before


def test_it_is_painted_in_the_colours_of_the_theme(driver: Driver) -> None:
    driver.open("asem9")
    seen = set()
    for theme in ("light", "dark"):
        driver.command(f"theme_{theme}")
        image = driver.page.picture(driver.page.figures[SUMMITS])
        colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert driver.page.colours.accent in colours
        seen.add(frozenset(colours))
    assert len(seen) == 2


def test_a_click_on_a_part_opens_its_page(driver: Driver) -> None:
    driver.open("asem9")
    driver.page.click_in_figure(SUMMITS, "asem:asem11")
    assert driver.article.topic.slug == "asem11"


def test_keys_come_to_a_figure_and_open_it_with_its_table(driver: Driver) -> None:
    driver.open("asem9")
    number = next(at for at, stop in enumerate(driver.page.stops) if stop.parts[0].text() == "\ufffc")
    driver.press("Down", times=number + 1).press("Return")
    dialog = figure_window()
    assert dialog.windowTitle() == SUMMITS
    heads = [dialog.table.horizontalHeaderItem(at).text() for at in range(dialog.table.columnCount())]
    assert heads[:3] == ["Series", "Meeting", "Began"]
    press(dialog.table, "Down")
    press(dialog.table, "Return")
    assert driver.article.topic.slug == "asem2"
    assert not dialog.isVisible()


def test_where_one_is_in_its_table_is_heard(driver: Driver) -> None:
    driver.open("singapore").page.follow("figure:0")
    dialog = figure_window()
    heard = []
    for _row in range(3):
        heard.append(dialog.table.currentItem().text())
        press(dialog.table, "Down")
    assert heard == ["Austria", "Belgium", "Denmark"]  # not their group, three times
    dialog.close()


def test_its_window_is_no_larger_than_the_screen(driver: Driver) -> None:
    driver.open("singapore").page.follow("figure:0")
    dialog = figure_window()
    assert dialog.screen().availableSize().expandedTo(dialog.size()) == dialog.screen().availableSize()
    dialog.close()


def test_its_window_follows_the_theme(driver: Driver) -> None:
    driver.command("theme_light")
    driver.open("asem9").page.follow("figure:0")
    dialog = figure_window()
    before = dialog.grab().toImage().pixelColor(40, 40)
    driver.command("theme_dark")
    assert dialog.grab().toImage().pixelColor(40, 40).lightness() < before.lightness()
    dialog.close()


def test_the_bar_stands_before_a_figure_that_is_wider_than_the_text(driver: Driver) -> None:
    driver.resize(1240, 1100)
    driver.open("singapore")
    box = next(iter(driver.page.figures.values()))
    without = driver.page.picture(box)
    number = next(at for at, stop in enumerate(driver.page.stops) if stop.parts[0].text() == "\ufffc")
    driver.press("Down", times=number + 1)
    assert next(iter(driver.page.figures.values())) == box
    assert driver.page.picture(box) == without


def test_the_row_where_one_is_is_framed(driver: Driver) -> None:
    driver.open("asem9")
    driver.page.follow("figure:0")
    dialog = figure_window()
    pictures = set()
    for row in (0, 5):
        dialog.table.setCurrentCell(row, 0)
        pictures.add(bytes(dialog.grab().toImage().constBits()))
    assert len(pictures) == 2
    assert dialog.table.item(0, 1).flags() & Qt.ItemFlag.ItemIsSelectable
    dialog.close()


def test_a_page_that_was_open_before_figures_were_known_gets_them(driver: Driver) -> None:
    driver.open("asem9").open("migration")
    assert driver.page.figures
    driver.command("back")
    assert list(driver.page.figures) == [SUMMITS]
