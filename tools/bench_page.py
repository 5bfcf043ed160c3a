# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures marks on the page: the key of a note or a highlight to what is seen, and a page with 300 marks."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from asem_reader import paths
from asem_reader.app import application, make_window
from asem_reader.core.content import Article
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Anchor, Colour, MarkKind, anchor
from asem_reader.core.place import Place, Slug
from asem_reader.start import show_first
from asem_reader.store.library import Library
from asem_reader.widgets.frame.window import Window
from tools.figures import spread, timed

MANY = 300
_PAGE, _OTHER = Place(Slug("maritime-security")), Place(Slug("migration"))


def measure_page(home: Path) -> None:
    """What happens in an open window, each painted before it is counted."""
    app = application()
    window = make_window(app, Library.open(paths.library()), paths.home(home))
    window.resize(1240, 820)
    window.show()
    show_first(window, _PAGE)
    app.processEvents()
    assert window.dispatcher  # made once the first page was painted
    _measure_keys(window)
    window.context.marks.remove(*window.context.marks.all)
    bare = [_opened(app, window) for _ in range(30)]
    tabs, second = _tabs(app, window), [_second(app, window) for _ in range(30)]
    _fill(window)
    full = [_opened(app, window) for _ in range(30)]
    spread("click to a page, no marks on it", bare, "p95 16 ms")
    spread(f"the same with {len(window.context.marks.on(_PAGE.slug))} marks", full, "p95 16 ms")
    spread("key to the next of ten tabs, page painted", tabs, "p95 16 ms")
    spread("key to a second page, both painted", second, "p95 50 ms")
    bar = window.reader.verticalScrollBar()

    def scrolled(number: int) -> None:
        bar.setValue(number * 90 % bar.maximum())
        window.reader.viewport().repaint()

    spread("that page scrolled and painted", [timed(scrolled, number) for number in range(80)], "p95 16 ms")
    window.close()
    window.context.marks.close()


def _measure_keys(window: Window) -> None:
    """Walk down the page, and at each paragraph write and highlight."""
    reader, walks, notes, highlights = window.reader, [], [], []

    def press(key: Qt.Key, control: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(reader, key, control)
        reader.viewport().repaint()

    for number in range(50):
        walks.append(timed(press, Qt.Key.Key_Down))
        notes.append(timed(lambda key: press(key, Qt.KeyboardModifier.ControlModifier), Qt.Key.Key_M))
        QTest.keyClicks(QApplication.focusWidget() or window, f"Note {number}")
        window.page.editor.close_note()
        highlights.append(timed(lambda key: press(key, Qt.KeyboardModifier.ControlModifier), Qt.Key.Key_H))
    spread("arrow to paragraph, page painted", walks, "p95 16 ms")
    spread("key of a note to its caret, page painted", notes, "p95 50 ms")
    spread("key of a highlight to disk, page painted", highlights, "p95 50 ms")


def _opened(app: QApplication, window: Window) -> float:
    """Milliseconds from the click to the page painted, from another page on."""

    def opened(place: Place) -> None:
        window.context.desk.go(place)
        window.reader.viewport().repaint()

    window.context.desk.go(_OTHER)
    app.processEvents()
    took = timed(opened, _PAGE)
    app.processEvents()
    return took


def _tabs(app: QApplication, window: Window) -> list[float]:
    """Milliseconds from the key to the next tab's page painted, round ten topics."""

    def gone_on(command: str) -> None:
        window.do(command)
        window.reader.viewport().repaint()

    for topic in islice((each for each in window.context.desk.library.topics() if each.symbol), 9):
        window.context.desk.open_behind(topic.place)
    took = []
    for _ in range(30):
        took.append(timed(gone_on, "next_tab"))
        app.processEvents()
    while len(window.context.desk.tabs.all) > 1:
        window.do("close_tab")
    return took


def _second(app: QApplication, window: Window) -> float:
    """Milliseconds from the key to two pages painted, the first of them anew in half the width."""

    def opened(command: str) -> None:
        window.do(command)
        for pane in window.pages.all:
            pane.reader.viewport().repaint()

    took = timed(opened, "split")
    app.processEvents()
    window.do("split")
    app.processEvents()
    return took


def _fill(window: Window) -> None:
    """Put 300 marks on the page: by turns on blocks and on words of them."""
    marks = window.context.marks
    kinds = cycle((MarkKind.NOTE, MarkKind.HIGHLIGHT, MarkKind.HIGHLIGHT))
    article = window.context.desk.library.article(_PAGE.slug)
    for place, kind, colour in zip(islice(_anchors(article), MANY), kinds, cycle(Colour), strict=False):
        note = kind is MarkKind.NOTE
        draft = marks.notebook.draft(
            kind, place, "A **note** on this" if note else "", None if note else colour
        )
        marks.notebook.change(Change("", new=(draft,)))
    marks.reload()


def _anchors(article: Article) -> Iterator[Anchor]:
    """Each block, then some words of each, then others, and so on."""
    for turn in range(MANY):
        for block in article.blocks.values():
            words = block.text.split()[turn * 2 - 2 : turn * 2] if turn else ()
            if words or not turn:
                yield anchor(article, block.id, " ".join(words))
