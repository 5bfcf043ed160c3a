# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Pages on the glass: turned, sized, side by side, and drawn only where they are seen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from pytestqt.qtbot import QtBot

from asem_reader import paths
from asem_reader.paper import typeset
from asem_reader.viewmodels.printing.pageimages import PageImages
from asem_reader.widgets.printing.pageview import FIT_PAGE, FIT_WIDTH, PageView

SIXTY = (
    '#set document(title: "A")\n#set page("a4")\n#for n in range(60) [= Number #n\n#pagebreak(weak: true)]\n'
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return typeset.Press(paths.resources() / "fonts").pdf(SIXTY, "A")


@pytest.fixture
def view(qtbot: QtBot, pdf: bytes) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    view.show_images(PageImages(pdf))
    return view


class Watched(PageImages):
    """Pages that remember which of them were drawn."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__(pdf)
        self.drawn: set[int] = set()

    def band(self, index: int, dpi: float, number: int) -> QImage:
        self.drawn.add(index)
        return super().band(index, dpi, number)


def test_of_sixty_pages_only_those_are_drawn_that_are_seen(view: PageView, pdf: bytes) -> None:
    leaves = Watched(pdf)
    view.show_images(leaves)
    view.grab()
    assert view.count == 60
    assert leaves.drawn == {0}
    view.show_images(None)


def test_pages_fit_the_window_as_it_grows(view: PageView) -> None:
    view.fit_to(FIT_WIDTH)
    assert view.horizontalScrollBar().maximum() == 0
    wide = view.scale
    view.fit_to(FIT_PAGE)
    assert view.boxes[0].height() < view.viewport().height()
    view.fit_to(FIT_WIDTH)
    view.resize(900, 500)
    assert view.scale > wide


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_PageDown, 11),
        (Qt.Key.Key_PageUp, 9),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 59),
    ],
)
def test_keys_turn_pages(view: PageView, qtbot: QtBot, key: Qt.Key, page: int) -> None:
    view.go_to(10)
    with qtbot.waitSignal(view.turned):
        qtbot.keyClick(view, key)
    assert view.current == page
    assert view.accessibleName() == f"Page {page + 1} of 60"


def test_keys_and_wheel_size_pages_and_stay_on_the_page(view: PageView, qtbot: QtBot) -> None:
    view.zoom_to(1.0)
    view.go_to(30)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale == 1.25
    up = QPoint(0, 120)
    wheel = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), up, up, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    view.wheelEvent(wheel)
    assert view.scale == 1.5
    assert view.current in (29, 30)


def test_two_pages_stand_side_by_side(view: PageView, qtbot: QtBot) -> None:
    view.show_facing(True)
    first, second, third = view.boxes[:3]
    assert first.top() == second.top() < third.top()
    view.go_to(0)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current == 2


def test_other_pages_keep_the_place(view: PageView, pdf: bytes) -> None:
    view.go_to(40)
    view.show_images(PageImages(pdf))
    assert view.current == 40
    view.show_images(None)
    assert view.count == 0
    view.grab()


def test_what_stands_on_a_page_can_be_heard(view: PageView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.go_to(7)
    assert view.accessibleDescription() == ""  # until a screen reader has said that the pages have the keys
    qtbot.waitUntil(lambda: "Number 7" in view.accessibleDescription())
