# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page on the glass: where one is, what is marked, what a link does."""

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from asem_reader.core.marks.mark import Colour
from asem_reader.core.place import Place, Slug
from asem_reader.store.library import Library
from asem_reader.widgets.frame.window import Window

LONGEST = 72


def body_lines(window: Window) -> list[str]:
    """The lines of the text as they are broken on the glass, up to the list of sources."""
    lines = []
    block = window.reader.document().begin()
    while block.isValid() and block.text() != "Sources":
        layout, text = block.layout(), block.text()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
        block = block.next()
    return lines


def test_no_line_is_longer_than_72_letters(window: Window, library: Library) -> None:
    for topic in library.topics():
        window.context.desk.go(topic.place)
        long = [line for line in body_lines(window) if len(line) > LONGEST]
        assert not long, topic.slug


@pytest.mark.parametrize("size", [9, 14, 28])
def test_the_column_follows_the_size_of_the_text(window: Window, size: float) -> None:
    window.resize(1900, 900)
    window.context.desk.show_in(window.reader.colours, size)
    assert max(map(len, body_lines(window))) <= LONGEST + 1


def test_every_block_of_every_topic_can_be_gone_to(window: Window, library: Library) -> None:
    for topic in library.topics():
        window.context.desk.go(topic.place)
        assert window.reader.map
        missing = [b for b in library.article(topic.slug).blocks if window.reader.map.named(b) is None]
        assert not missing, topic.slug


def test_a_place_with_a_block_opens_there(window: Window, library: Library) -> None:
    block = library.article(Slug("migration")).sections[3].heading.id
    window.context.desk.go(Place(Slug("migration"), block))
    assert window.reader.top_block == block
    assert window.reader.current_block == block


def test_the_top_of_a_page_is_no_block(window: Window) -> None:
    assert window.reader.top_block is None


def test_scrolling_is_remembered(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.reader.settled):
        window.reader.verticalScrollBar().setValue(900)
    here = window.context.desk.trail.here
    assert here
    assert here.block == window.reader.top_block is not None


@pytest.mark.parametrize(("words", "count"), [(("Piracy",), 1), (("no such word",), 0), ((), 0)])
def test_words_are_marked_whole_and_in_any_case(window: Window, words: tuple[str, ...], count: int) -> None:
    window.reader.mark_words(words)
    assert (window.reader.words.found >= count) if count else window.reader.words.found == 0
    assert all(cursor.selectedText().lower() == "piracy" for cursor in window.reader.words.places)


def test_marking_writes_nothing_into_the_document(window: Window) -> None:
    before = window.reader.toHtml()
    window.reader.mark_words(("sea", "piracy"))
    window.dispatcher.mark_commands.highlight(Colour.GREEN)
    assert window.reader.toHtml() == before


def test_f3_goes_round(window: Window) -> None:
    window.reader.mark_words(("piracy",))
    seen = []
    for _ in range(window.reader.words.found + 1):
        window.reader.find_next()
        seen.append(window.reader.words.here)
    assert seen == [*range(1, window.reader.words.found + 1), 1]
    window.reader.find_next(-1)
    assert window.reader.words.here == window.reader.words.found


def test_a_link_to_a_topic_is_a_wish(window: Window) -> None:
    window.reader.anchorClicked.emit(QUrl("asem:migration"))
    assert window.context.desk.page
    assert window.context.desk.page.title == "Migration"


def test_a_number_leads_to_its_source(window: Window) -> None:
    window.reader.anchorClicked.emit(QUrl("#source-5"))
    assert window.reader.verticalScrollBar().value() > 1000
    assert window.context.desk.trail.places[-1].slug == "maritime-security"


def test_an_outside_link_only_asks(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "asem_reader.widgets.frame.alerts.ask_outside", lambda _, address: asked.append(address)
    )
    window.reader.anchorClicked.emit(QUrl("https://example.org/x"))
    assert asked == ["https://example.org/x"]
    assert window.context.desk.page
    assert window.context.desk.page.title == "Maritime security"


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "//host/share", "etc/passwd", "asem:%2e%2e", "ftp://a"],
)
def test_what_is_no_link_is_not_followed_and_a_sentence_says_so(
    window: Window, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "asem_reader.widgets.frame.alerts.ask_outside", lambda _, address: asked.append(address)
    )
    window.reader.anchorClicked.emit(QUrl(address))
    assert asked == []
    assert window.notice.text.endswith(f"this is neither: {QUrl(address).toString()}")


def test_the_cursor_chooses_the_paragraph(window: Window, qtbot: QtBot) -> None:
    page = window.context.desk.page
    assert page
    wanted = page.article.sections[0].blocks[0].id
    assert window.reader.map
    stop = window.reader.map.named(wanted)
    assert stop
    qtbot.mouseClick(window.reader.viewport(), Qt.MouseButton.LeftButton, pos=stop.box.center().toPoint())
    assert window.reader.current_block == wanted
