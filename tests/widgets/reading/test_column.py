# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What one reads stays where it is in another size of window or text, in a figure too; what is copied."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from support.driver import Driver


@pytest.fixture
def in_figure(driver: Driver) -> Driver:
    """The window, scrolled so far that the top of the page lies in a figure."""
    driver.resize(1500, 500).open("migration")
    (box,) = driver.page.figures.values()
    driver.page.scroll_to(int(driver.page.scrolled + box.top() + 0.6 * box.height()))
    return driver


def share(driver: Driver) -> float:
    """How much of the figure is above what is seen."""
    (box,) = driver.page.figures.values()
    return -box.top() / box.height()


def test_in_a_tall_figure_a_resize_leaves_the_page_where_it_is(in_figure: Driver) -> None:
    before = share(in_figure)
    in_figure.resize(1400, 620)
    assert share(in_figure) == pytest.approx(before, abs=0.06)


def test_in_a_tall_figure_larger_text_leaves_the_page_where_it_is(in_figure: Driver) -> None:
    before = share(in_figure)
    in_figure.command("larger")
    assert share(in_figure) == pytest.approx(before, abs=0.06)


def test_the_paragraph_stays_with_another_size_of_the_text(driver: Driver) -> None:
    driver.activate().page.take_keys()
    driver.press("Down", times=9)
    before = driver.page.paragraph
    driver.command("larger").command("larger")
    assert driver.page.paragraph == before


def wheel(driver: Driver) -> None:
    """Turn the wheel by a step, with Ctrl held."""
    at, held = QPointF(600, 400), Qt.KeyboardModifier.ControlModifier
    button, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(at, at, QPoint(), QPoint(0, 120), button, held, phase, False)
    QApplication.sendEvent(driver.widget.windowHandle(), turned)


def prefer(driver: Driver) -> None:
    """Choose a size in the Preferences."""
    driver.dialog("preferences", lambda dialog: dialog.choose("Size of the text", "16 points"))


@pytest.mark.parametrize("enlarge", [lambda driver: driver.press("Ctrl+="), wheel, prefer])
def test_the_caret_and_what_is_selected_stay_with_another_size(
    driver: Driver, enlarge: Callable[[Driver], object]
) -> None:
    driver.activate().page.take_keys()
    driver.press("Down", times=4).press("Right", times=5).press("Shift+Right", times=8)
    before = (driver.page.caret, driver.page.selection, driver.page.paragraph, driver.page.caret_leads)
    size = driver.text_size
    enlarge(driver)
    after = (driver.page.caret, driver.page.selection, driver.page.paragraph, driver.page.caret_leads)
    assert driver.text_size > size
    assert after == before
    assert before[1]


def test_a_link_keeps_the_keys_with_another_size_and_theme(driver: Driver) -> None:
    driver.activate().page.take_keys()
    driver.press("Down", times=4).press("Tab")
    before = driver.page.link
    driver.command("larger").command("theme_dark")
    assert driver.page.link == before != ""


def test_what_is_copied_across_a_figure_has_no_sign_for_it(driver: Driver) -> None:
    driver.open("asem9").activate().page.take_keys()
    driver.press("Ctrl+A", "Ctrl+C")
    clipboard = QApplication.clipboard()
    assert driver.title in clipboard.text()
    assert "\ufffc" not in clipboard.text()
    assert "<img" not in clipboard.mimeData().html()


@pytest.mark.parametrize("topic", ["singapore", "chronology"])
def test_a_page_scrolls_sideways_for_no_pixel(driver: Driver, topic: str) -> None:
    driver.open(topic)
    for width in range(1000, 1300, 17):
        driver.resize(width, 700)
        assert not driver.page.is_too_wide


def test_a_wide_table_runs_on_into_the_margin_and_text_keeps_its_column(driver: Driver) -> None:
    driver.resize(1366, 740).open("piracy-seminars")
    table = next(stop for stop in driver.page.stops if len(stop.parts) > 2)
    text = next(stop for stop in driver.page.stops if stop.block and len(stop.parts) == 1)
    assert driver.page.box_of(table).right() > driver.page.box_of(text).right() + 60
    assert not driver.page.is_too_wide
