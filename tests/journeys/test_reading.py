# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whole journeys through the real window, as a reader goes them."""

from collections.abc import Callable
from pathlib import Path

from glass import close
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from asem_reader.core.place import Place, Slug
from asem_reader.core.printing.form import Form, Profile
from asem_reader.paper import typeset
from asem_reader.viewmodels.marks.marktree import SAID
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.printing.preview import PreviewWindow


def click_row(window: Window, qtbot: QtBot, title: str) -> None:
    """Click a topic in the tree, opening what holds it, where a reader would click."""
    tree = window.left.outline
    topic = next(t for t in window.context.desk.library.topics() if t.title == title)
    index = window.context.outline.index_of(topic.slug)
    above = index.parent()
    while above.isValid():
        tree.expand(above)
        above = above.parent()
    tree.scrollTo(index)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())


def test_open_from_the_tree_follow_a_link_and_come_back(window: Window, qtbot: QtBot) -> None:
    click_row(window, qtbot, "Climate change")
    assert window.windowTitle() == "Climate change · ASEM Reader"
    assert "Paris Agreement" in window.reader.toPlainText()
    related = window.context.desk.page.article.related[0]  # type: ignore[union-attr]
    window.sidebar._links["Related"].linkActivated.emit(related.place.address)
    assert window.windowTitle().startswith(related.title)
    window.actions_by_name["back"].trigger()
    assert window.left.outline.currentIndex().data() == "Climate change"


def test_the_page_pane_leads_to_a_heading(window: Window) -> None:
    heading = window.context.desk.page.article.sections[3].heading  # type: ignore[union-attr]
    window.sidebar._links["On this page"].linkActivated.emit(f"asem:maritime-security#{heading.id}")
    assert window.reader.top_block == heading.id
    window.sidebar._links["On this page"].linkActivated.emit("#sources")
    assert window.reader.verticalScrollBar().value() > 500


def test_search_open_at_the_hit_and_go_on_with_f3(window: Window, qtbot: QtBot) -> None:
    window.context.desk.go(Place(Slug("migration")))
    qtbot.keyClicks(window.field, '"informal retreat" madrid')
    window.left.results.choose_current()
    page = window.context.desk.page
    assert page
    assert page.place.block
    assert "retreat" in page.article.blocks[page.place.block].text
    assert window.reader.current_block == page.place.block
    found = window.reader.words.found
    assert found >= 2
    before = window.reader.textCursor().position()
    window.actions_by_name["find_next"].trigger()
    assert window.reader.textCursor().position() != before
    assert window.reader.words.here >= 1


def test_a_hit_is_opened_with_the_mouse(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "denuclearisation")
    results = window.left.results
    best = window.context.hits.best
    qtbot.waitUntil(lambda: not results.visualRect(best).isEmpty())
    qtbot.mouseClick(
        results.viewport(),
        Qt.MouseButton.LeftButton,
        pos=results.visualRect(best).center(),
    )
    assert "denuclearisation" in window.reader.toPlainText().lower()
    assert window.reader.words.found > 0


def test_mark_close_start_again_and_find_it(open_window: Callable[..., Window], qtbot: QtBot) -> None:
    first = open_window()
    page = first.context.desk.page
    assert page
    block = page.article.sections[2].blocks[1].id
    first.context.desk.go(Place(page.place.slug, block))
    first.dispatcher.window_commands.toggle_bookmark()
    first.dispatcher.mark_commands.write_note()
    qtbot.keyClicks(first.dispatcher.editor._text, "Ask for the figure of 2026")
    first.dispatcher.editor.close_note()
    close(first)

    second = open_window(None)
    assert second.windowTitle().startswith("Maritime security")
    assert second.reader.top_block == block
    assert second.actions_by_name["bookmark"].isChecked()
    second.context.desk.go(Place(Slug("migration")))
    second.actions_by_name["marks"].trigger()
    marks = second.left.marks.tree
    note = next(r for r in range(2) if marks.model().index(r, 0).data(SAID).mark.body)
    target = marks.visualRect(marks.model().index(note, 0)).topLeft() + QPoint(20, 12)
    qtbot.mouseClick(marks.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert second.reader.current_block == block
    second.dispatcher.mark_commands.write_note()
    assert second.dispatcher.editor._text.toPlainText() == "Ask for the figure of 2026"


def test_the_shape_of_the_window_comes_back(open_window: Callable[..., Window], qtbot: QtBot) -> None:
    first = open_window()
    first.resize(760, 610)
    first.actions_by_name["larger"].trigger()
    size = first.context.settings.size
    close(first)
    second = open_window(None)
    assert (second.width(), second.height()) == (760, 610)
    assert second.context.settings.size == size


def test_print_to_pdf_and_read_it_back(window: Window, tmp_path: Path) -> None:
    page = window.context.desk.page
    assert page
    preview = PreviewWindow(window.context.compositor, page.article.topic, window.context.settings, window)
    assert preview.save(tmp_path / "sheet.pdf")
    pages = ["".join(text.split()) for text in typeset.text((tmp_path / "sheet.pdf").read_bytes())]
    for number, text in enumerate(pages, 1):
        assert text.count("PUBLICSOURCES·NOTCLASSIFIED") == 2
        assert "POL-05" in text
        assert "AsofJanuary2026" in text
        assert f"Page{number}of{len(pages)}" in text
    assert len(pages) <= 2
    assert all("".join(section.title.split()) in "".join(pages) for section in page.article.sections)
    full = window.context.compositor.pdf([page.place.slug], Form(profile=Profile.ARTICLE))
    whole = "".join("".join(typeset.text(full)).split())
    for block in page.article.blocks.values():
        assert "".join(block.text.split("·")[0].split(":")[0].split()) in whole
