# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The dialog of marks that wait: by keyboard, with both texts, named for a screen reader."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.marks import keep
from support.surface import Surface, in_dialog, press

from asem_reader import paths
from asem_reader.core.marks.mark import Anchor, Mark, MarkKind, anchor
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.theme import LIGHT
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.editions.editions import Editions
from asem_reader.viewmodels.editions.waiting import WaitingMarks
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.widgets.editions.waiting import WaitingDialog

SLUG = Slug("maritime-security")


@pytest.fixture
def old(home: paths.Home, library: Library) -> list[Mark]:
    """Two marks of an earlier edition: one is to be found, of the other nothing is left."""
    block = list(library.article(SLUG).blocks.values())[6]
    notebook = Notebook.open(home.notebook)
    texts = (
        (block.id, f"{block.text} Twelve apostles.", "Twelve apostles"),
        (BlockId("zzzz"), "Qwertz.", ""),
    )
    marks = [
        notebook.draft(MarkKind.NOTE, Anchor(SLUG, name, text, "", "", words), "**Why** they?")
        for name, text, words in texts
    ]
    keep(notebook, marks)
    notebook.close()
    return marks


@pytest.fixture
def placed(old: list[Mark], open_driver: Callable[..., Driver]) -> Driver:
    return open_driver().place_marks()


@pytest.fixture
def asked(old: list[Mark], home: paths.Home, library: Library) -> Iterator[WaitingMarks]:
    """The marks that need their reader, once all were placed in this edition."""
    marks = Marks(Notebook.open(home.notebook), lambda slug: library.article(slug).topic.title)
    editions = Editions(library, marks)
    editions.begin()
    editions.finish()
    yield WaitingMarks(editions, marks)
    marks.close()


@pytest.fixture
def dialog(asked: WaitingMarks, library: Library, qtbot: QtBot) -> Iterator[Surface]:
    dialog = WaitingDialog(asked, lambda slug: library.article(slug).topic.title, LIGHT, 12)
    qtbot.addWidget(dialog)
    dialog.show()
    yield Surface(dialog)
    dialog.close()


def test_the_notice_says_how_many_need_the_reader_and_leads_to_them(placed: Driver) -> None:
    assert "0 kept, 2 need you." in placed.notice
    seen: list[str] = []
    in_dialog(lambda dialog: seen.append(dialog.text), WaitingDialog)
    placed.click_notice()
    assert "Note on Maritime security" in seen[0]


def test_the_notice_leaves_when_no_mark_waits_any_more(placed: Driver) -> None:
    placed.command("bookmark")
    assert "2 need you" in placed.notice
    in_dialog(lambda dialog: dialog.click("Into the bin").click("Into the bin"), WaitingDialog)
    placed.click_notice()
    assert placed.notice == ""


def test_what_was_written_is_said_without_signs(dialog: Surface) -> None:
    assert "You wrote: Why they?" in dialog.texts


def test_both_texts_are_shown_and_what_differs_is_struck_out(dialog: Surface, old: list[Mark]) -> None:
    then = dialog.named(QTextBrowser, "The text that it was on")
    now = dialog.named(QTextBrowser, "The text of this edition")
    assert old[0].quote in then.toPlainText()
    assert old[0].quote.removesuffix(" Twelve apostles.") in now.toPlainText()
    assert "line-through" in then.toHtml()
    assert "whole paragraph" in dialog.text


def test_enter_places_and_ctrl_z_takes_it_back(dialog: Surface, asked: WaitingMarks) -> None:
    press(dialog.button("Place it here"), "Return")
    assert asked.count == 1
    assert asked.mark
    assert asked.mark.quote == "Qwertz."
    dialog.activate().press("Ctrl+Z")
    assert asked.count == 2
    assert "1 of 2" in dialog.text


def test_what_cannot_be_done_is_pale(dialog: Surface) -> None:
    press(dialog.button("Later"), "Space")
    assert "2 of 2" in dialog.text
    assert not dialog.button("Place it here").isEnabled()
    assert dialog.button("Keep it on the topic").isEnabled()
    now = dialog.named(QTextBrowser, "The text of this edition")
    assert "Nothing in this edition" in now.toPlainText()


def test_at_the_end_it_says_that_all_have_their_places(dialog: Surface) -> None:
    dialog.activate().press("Delete", times=2)
    assert "No mark needs you" in dialog.text


def test_every_button_has_an_access_key_of_its_own(dialog: Surface) -> None:
    texts = [button.text() for button in dialog.widget.findChildren(QPushButton)]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(set(letters)) == len(texts) == 7


def test_all_kept_is_said_in_the_status_bar_alone(
    home: paths.Home, library: Library, open_driver: Callable[..., Driver]
) -> None:
    notebook = Notebook.open(home.notebook)
    keep(notebook, [notebook.draft(MarkKind.BOOKMARK, anchor(library.article(SLUG), None), "")])
    notebook.keep_about("library", "another")
    notebook.close()
    driver = open_driver().place_marks()
    assert driver.notice == ""
    assert driver.status.endswith("Your marks: 1 kept.")
