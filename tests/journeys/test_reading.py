# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whole journeys through the real window, as a reader goes them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from support.driver import Driver

from asem_reader.app import make_compositor
from asem_reader.core.dates import spoken
from asem_reader.core.place import Place
from asem_reader.core.printing.form import Form, Profile
from asem_reader.core.printing.parts import PARTS
from asem_reader.paper import typeset
from asem_reader.paths import Home
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.marks import Marks


def test_open_from_the_tree_follow_a_link_and_come_back(driver: Driver) -> None:
    driver.contents.click_row("Climate change")
    assert driver.title == "Climate change"
    assert "Paris Agreement" in driver.page.text
    related = driver.article.related[0]
    driver.aside_links("Related").click_row(related.title)
    assert driver.title == related.title
    driver.command("back")
    assert driver.contents.current == "Climate change"


def test_the_page_pane_leads_to_a_heading(driver: Driver) -> None:
    heading = driver.article.sections[3].heading
    driver.aside_links("On this page").click_row(heading.text)
    assert driver.page.top == heading.id
    driver.aside_links("On this page").click_row(f"Sources ({len(driver.article.sources)})")
    assert driver.page.scrolled > 500


def test_search_open_at_the_hit_and_go_on_with_f3(driver: Driver) -> None:
    driver.open("migration").search('"ministers\' retreat" madrid').open()
    block = driver.page.paragraph
    assert block
    assert "retreat" in driver.article.blocks[block].text
    assert driver.page.found >= 2
    before = driver.page.caret
    driver.command("find_next")
    assert driver.page.caret != before
    assert driver.page.reached >= 1


def test_a_hit_is_opened_with_the_mouse(driver: Driver, qtbot: QtBot) -> None:
    results = driver.search("denuclearisation")
    qtbot.waitUntil(lambda: results.box(1)[1] > results.box(1)[0])
    results.click_best()
    assert "denuclearisation" in driver.page.text.lower()
    assert driver.page.found > 0


def test_mark_close_start_again_and_find_it(open_driver: Callable[..., Driver]) -> None:
    first = open_driver()
    block = first.article.sections[2].blocks[1]
    first.open(Place(first.article.topic.slug, block.id))
    first.command("bookmark").note("Ask for the figure of 2026").let_go()

    second = open_driver(None)
    assert second.title == "Maritime security"
    assert second.page.top == block.id
    assert second.action("bookmark").isChecked()
    second.open("migration").command("marks")
    assert len(second.tree.texts) == 2
    second.tree.click_row("Ask for the figure of 2026")
    assert second.page.paragraph == block.id
    assert second.command("note").editor.written == "Ask for the figure of 2026"


def test_the_shape_of_the_window_comes_back(open_driver: Callable[..., Driver]) -> None:
    first = open_driver().resize(760, 610)
    usual = first.text_size
    size = first.command("larger").text_size
    first.let_go()
    second = open_driver(None)
    assert second.size == (760, 610)
    assert second.text_size == size > usual


def test_print_to_pdf_and_read_it_back(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), "PDF (*.pdf)"))
    driver.dialog("print", lambda preview: preview.click("Save as PDF…"))
    pages = ["".join(text.split()) for text in typeset.text(file.read_bytes())]
    dated = spoken(driver.article.topic.as_of).replace(" ", "")
    for number, text in enumerate(pages, 1):
        assert text.count("PUBLICSOURCES·NOTCLASSIFIED") == 2
        assert "POL-05" in text
        assert f"Asof{dated}" in text
        assert f"Page{number}of{len(pages)}" in text
    assert len(pages) <= 2
    # What may lose its last entry, or stands in the full article alone, need not be there.
    kept = [rule.section for rule in PARTS.values() if rule.on_sheet and rule.least]
    shown = [section.title for section in driver.article.sections if section.title in kept]
    assert all("".join(title.split()) in "".join(pages) for title in ("Bottom line", *shown))


def test_the_full_article_on_paper_holds_every_paragraph(library: Library, home: Home) -> None:
    marks = Marks(Notebook.open(home.notebook), str)
    article = library.article(library.find("maritime-security").slug)
    compositor = make_compositor(library, marks, home)
    full = compositor.pdf([article.topic.slug], Form(profile=Profile.ARTICLE))
    compositor.close()
    marks.close()
    whole = "".join("".join(typeset.text(full)).split())
    whole = re.sub(
        r"Edition[0-9.]+\([^/]*?Asof[A-Za-z]+\d{4}", "", whole
    )  # the foot of a page and the next head
    for block in article.blocks.values():
        assert "".join(block.text.split("·")[0].split(":")[0].split()) in whole
