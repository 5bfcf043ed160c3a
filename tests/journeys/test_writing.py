# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A reader marks a page by keyboard alone, and takes it back."""

import pytest
from support.driver import Driver

from asem_reader.core.marks.mark import Colour, MarkKind


@pytest.fixture
def at_first(driver: Driver) -> Driver:
    """The window, in which the keys are at the first paragraph of the text."""
    driver.activate().page.take_keys()
    return driver.press("Down", times=5)


def test_arrow_to_a_paragraph_highlight_note_and_take_back(at_first: Driver) -> None:
    wanted = at_first.article.sections[0].blocks[0].id
    at_first.press("Ctrl+H", "Ctrl+M").type("Ask the desk").press("Escape")
    assert at_first.page.has_keys
    assert [(mark.kind, mark.block, mark.body) for mark in at_first.marks_here] == [
        (MarkKind.HIGHLIGHT, wanted, ""),
        (MarkKind.NOTE, wanted, "Ask the desk"),
    ]
    at_first.press("Ctrl+Z")
    assert [mark.kind for mark in at_first.marks_here] == [MarkKind.HIGHLIGHT]
    at_first.press("Ctrl+Z")
    assert at_first.marks_here == []


def first_words(driver: Driver) -> str:
    return " ".join(driver.article.sections[0].blocks[0].text.split()[:2])


def test_words_are_marked_and_written_on(driver: Driver) -> None:
    words = first_words(driver)
    driver.mark(words).highlight("blue").mark(words).note("Which of them?")
    lit, note = driver.marks_here
    assert (lit.words, lit.colour) == (words, Colour.BLUE)
    assert (note.words, note.body) == (words, "Which of them?")


def test_a_few_words_in_each_colour_and_none(at_first: Driver) -> None:
    at_first.press("Ctrl+Shift+Right", times=2)
    at_first.press("Ctrl+Alt+G")
    (mark,) = at_first.marks_here
    assert (mark.words, mark.colour) == (first_words(at_first), Colour.GREEN)
    at_first.press("Ctrl+Alt+R")
    assert [mark.colour for mark in at_first.marks_here] == [Colour.ROSE]
    at_first.press("Ctrl+H")
    assert at_first.marks_here == []
    at_first.press("Down", "Ctrl+H")
    assert [mark.colour for mark in at_first.marks_here] == [Colour.ROSE]


def test_bookmarks_on_a_paragraph_and_on_the_topic(at_first: Driver) -> None:
    at_first.press("Ctrl+Shift+D", "Ctrl+D")
    first, second = at_first.marks_here
    assert first.block == at_first.page.paragraph
    assert second.block is None
    assert at_first.action("bookmark").isChecked()
    at_first.press("Ctrl+Shift+D")
    assert at_first.marks_here == [second]


def test_a_bookmark_on_words_stands_beside_the_paragraph_s_own(at_first: Driver) -> None:
    at_first.press("Ctrl+Shift+D", "Ctrl+Shift+Right", "Ctrl+Shift+D")
    whole, words = at_first.marks_here
    assert (whole.block, whole.words) == (words.block, "")
    assert words.words
    assert words.quote.startswith(words.words)
    at_first.press("Ctrl+Z")
    assert at_first.marks_here == [whole]


def test_a_note_on_words_is_found_again_from_them(at_first: Driver) -> None:
    at_first.press("Ctrl+Shift+Right", "Ctrl+M").type("Who").press("Ctrl+Return")
    assert [(mark.words, mark.body) for mark in at_first.marks_here] == [("ASEM’s", "Who")]
    at_first.press("Ctrl+M")
    assert at_first.editor.written == "Who"
    at_first.press("Escape", "Ctrl+Alt+M")
    assert at_first.editor.written == ""
    assert at_first.editor.title == "Note on “Maritime security”"
