# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A figure on the screen: in the colours of the theme, as a graphic for the ear, with parts to choose."""

import gc
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot
from support.contrast import contrast_ratio
from support.figures import crowded, grounds

from asem_reader import paths
from asem_reader.core.drawing import lettering
from asem_reader.core.drawing.figure import (
    SHADES,
    Dot,
    Figure,
    FigureTable,
    FigureTarget,
    Label,
    Rect,
    Stroke,
    Tone,
)
from asem_reader.core.theme import CONTRAST, DARK, DARK_CONTRAST, LIGHT, THEMES, Theme
from asem_reader.widgets.controls.drawing import FigureView, colour_of, paint
from asem_reader.widgets.frame.look import Look

SHAPES = (
    Rect(0, 0, 50, 20, Tone.ACCENT),
    Dot(70, 20, 5, Tone.INK, hollow=True),
    Dot(90, 20, 4, Tone.INK),
    Stroke(0, 30, 100, 30, Tone.MUTED, 4),
    Label(5, 45, "Singapore", Tone.INK, 8),
)
SCALE = 1.5  # pixels a point, at which the figure is shown
TARGETS = (FigureTarget(0, 0, 50, 20, "SGP"),)
FIGURE = Figure("Ranking", "Singapore leads.", 100, 50, SHAPES, FigureTable((), ()), "Of 2018.", TARGETS)


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    view = FigureView()
    qtbot.addWidget(view)
    view.draw(FIGURE)
    view.resize(round(100 * SCALE) + 24, 200)
    view.show()
    return view


def colour(view: FigureView, x: float, y: float) -> str:
    """What is painted at a point of the figure."""
    return view.grab().toImage().pixelColor(round(x * SCALE) + 12, round(y * SCALE) + 12).name()


def test_a_figure_is_heard_as_a_graphic_with_what_is_to_be_seen(view: FigureView) -> None:
    gc.collect()
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.role() is QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Ranking"
    assert heard.text(QAccessible.Text.Description) == "Singapore leads. Of 2018."
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert view.toolTip() == ""


@pytest.mark.parametrize("colours", THEMES, ids=lambda each: each.name)
def test_a_figure_is_painted_in_the_colours_of_the_theme(view: FigureView, colours: Theme) -> None:
    view.dress(colours)
    assert colour(view, 25, 10) == colours.accent
    assert colour(view, 50, 30) == colours.muted
    assert colour(view, 70, 20) == colour(view, 90, 5) == colours.paper
    assert colour(view, 90, 20) == colours.ink


def test_what_is_chosen_with_the_mouse_is_told(view: FigureView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.chosen) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(80, 30))
    assert told.args == ["SGP"]
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(130, 30))
        qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(80, 30))


def test_a_figure_keeps_its_proportions_and_its_type_can_be_read(view: FigureView) -> None:
    assert view.heightForWidth(150 + 24) == 75 + 24
    assert view.heightForWidth(2000) == view.sizeHint().height() < 150
    assert view.heightForWidth(20) == 60 + 24
    assert view.minimumSizeHint().width() == 100 * 9 / lettering.SMALLEST + 24
    view.setFont(QFont("Sans", 30))
    assert view.heightForWidth(2000) > 150


def test_no_letter_is_smaller_than_nine_pixels(qtbot: QtBot) -> None:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, replace(FIGURE, shapes=(Label(0, 40, "H", Tone.INK, 8),)), 0.5, LIGHT)
    painter.end()
    rows = {y for x in range(60) for y in range(30) if image.pixelColor(x, y).lightness() < 200}
    assert len(rows) >= lettering.CAPITAL * 9


@pytest.mark.parametrize("colours", THEMES, ids=lambda each: each.name)
@pytest.mark.parametrize("shade", SHADES)
def test_what_stands_on_a_shade_can_be_read(colours: Theme, shade: Tone) -> None:
    least = 7 if colours in (CONTRAST, DARK_CONTRAST) else 4.5
    assert contrast_ratio(colour_of(shade.text, colours), colour_of(shade, colours)) >= least


@pytest.mark.parametrize("colours", THEMES, ids=lambda each: each.name)
def test_shades_can_be_told_from_one_another_and_from_the_page(colours: Theme) -> None:
    ladder = [colour_of(tone, colours) for tone in (Tone.PAPER, *SHADES)]
    assert all(contrast_ratio(one, other) >= 1.1 for one, other in pairwise(ladder))
    lightness = [QColor(each).lightness() for each in ladder]
    assert lightness == sorted(lightness, reverse=colours not in (DARK, DARK_CONTRAST))


@pytest.mark.parametrize("colours", THEMES, ids=lambda each: each.name)
@pytest.mark.parametrize("figure", crowded().values(), ids=crowded())
def test_every_label_of_a_chart_can_be_read(figure: Figure, colours: Theme) -> None:
    for text, ground in set(grounds(figure)):
        assert contrast_ratio(colour_of(text, colours), colour_of(ground, colours)) >= 4.5


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize(
    "text",
    ["Switzerland", "Lao PDR", "Viet Nam", "0.000002", "1,234.5–68.4", "Goods, per cent of GDP", "−0.12"],
)
def test_the_width_of_text_is_estimated_rather_too_large_than_too_small(
    qtbot: QtBot, text: str, strong: bool
) -> None:
    Look(paths.resources())
    font = QFont(lettering.FAMILY)
    font.setPixelSize(1000)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    real = QFontMetricsF(font).horizontalAdvance(text)
    assert real * 0.99 <= lettering.width(text, 1000, strong=strong) <= real * 1.1
