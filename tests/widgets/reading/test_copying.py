# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is copied from the page: clean text in its structure, and with its source."""

import re

import lxml.html
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from support.driver import Driver

from asem_reader.core.content import Block, BlockKind


def copied_html(driver: Driver) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(QGuiApplication.clipboard().mimeData().html())


def cited(driver: Driver, kind: BlockKind) -> Block:
    """The first block of a kind that cites in the midst of its text."""
    return next(block for block in driver.article.blocks.values() if block.kind is kind and block.sources)


@pytest.fixture(params=["theme_light", "theme_dark", "theme_contrast"])
def whole(request: pytest.FixtureRequest, driver: Driver) -> Driver:
    """All of a page with lists, tables, a timeline, figures and sources, copied in any theme."""
    driver.command(request.param).open("maritime-security").activate().page.take_keys()
    return driver.press("Ctrl+A", "Ctrl+C")


def test_what_is_copied_has_no_style_at_all(whole: Driver) -> None:
    html = QGuiApplication.clipboard().mimeData().html()
    assert not re.search(r"style|color|font|class|<img|<sup|\ufffc", html)
    assert "\ufffc" not in whole.clipboard


def test_every_text_is_copied_as_the_library_has_it(whole: Driver) -> None:
    copied = " ".join(whole.clipboard.split())
    blocks = whole.article.blocks.values()
    lines = [" ".join(span.text for span in cell) for block in blocks for cell in block.cells]
    missing = [line for line in lines if "".join(line.split()) not in copied.replace(" ", "")]
    assert missing == []


def test_lists_and_tables_are_copied_as_such(whole: Driver) -> None:
    html, kinds = copied_html(whole), [block.kind for block in whole.article.blocks.values()]
    items = html.xpath("//ul/li")
    assert len(items) == kinds.count(BlockKind.ITEM)
    assert len(html.xpath("//table/tr/th/..")) == kinds.count(BlockKind.HEAD)
    rows = kinds.count(BlockKind.ROW) + kinds.count(BlockKind.EVENT) + len(whole.article.sources)
    assert len(html.xpath("//table/tr[td]")) == rows
    row = cited(whole, BlockKind.ROW)
    cells = ["".join(span.text for span in cell).strip() for cell in row.cells]
    assert "\t".join(cells).strip() in whole.clipboard
    assert f"{items[0].text_content()}\n{items[1].text_content()}" in whole.clipboard


def test_words_of_one_paragraph_go_into_a_line(driver: Driver) -> None:
    block = cited(driver, BlockKind.ITEM)
    driver.page.select(block.id, 3, 12)
    driver.command("copy")
    assert driver.clipboard == block.text[3:12]
    assert copied_html(driver).xpath("//p | //li | //ul") == []


def test_chosen_cells_of_a_table_are_copied_alone(driver: Driver) -> None:
    row = next(stop for stop in driver.page.stops if len(stop.parts) > 2)
    below = driver.page.stops[row.number + 1]
    assert row.block
    start, end = (part.position() - row.position for part in (row.parts[1], below.parts[1]))
    driver.page.select(row.block, start, end + 1)
    driver.command("copy")
    assert driver.clipboard.splitlines() == [
        stop.parts[1].text().replace("\xa0", " ").removesuffix(" ↕") for stop in (row, below)
    ]
    assert len(copied_html(driver).xpath("//tr")) == 2


def test_a_paragraph_is_copied_with_its_source(driver: Driver) -> None:
    block = cited(driver, BlockKind.ITEM)
    driver.at(block).command("copy_source")
    source = driver.article.sources[block.sources[0] - 1]
    said, from_where, *sources, address = filter(None, driver.clipboard.splitlines())
    assert re.sub(r" ?\[[\d, –]+\]", "", said) == block.text
    assert from_where == f"Maritime security (POL-05). ASEM Reader, edition {driver.library.edition().name}."
    assert sources[0].startswith(f"[{source.number}] {source.title}, {source.publisher}")
    assert (source.url in sources[0], address) == (True, f"asem:maritime-security#{block.id}")
    links = copied_html(driver).xpath("//a/@href")
    assert links == [*(driver.article.sources[number - 1].url for number in block.sources), address]


def test_only_the_sources_of_what_is_selected_go_along(driver: Driver) -> None:
    blocks = [block for block in driver.article.blocks.values() if block.kind is BlockKind.ITEM][:2]
    driver.page.select(blocks[0].id, 0, 20)
    driver.command("copy_source")
    assert f"[{blocks[0].sources[0]}]" not in driver.clipboard
    driver.page.select(blocks[0].id, 5, len(blocks[0].text) + 30)
    driver.command("copy_source")
    numbers = {int(number) for number in re.findall(r"^\[(\d+)\] ", driver.clipboard, re.MULTILINE)}
    assert numbers == set(blocks[0].sources)


def test_on_the_title_the_summary_is_copied_with_its_source(driver: Driver) -> None:
    driver.open("china").command("copy_source")
    assert driver.clipboard.startswith(driver.article.topic.summary)
    assert driver.clipboard.endswith("\nasem:china")


def test_in_a_list_its_row_is_copied(driver: Driver) -> None:
    driver.page.select_words("UNCLOS")
    driver.activate().command("contents").press("Ctrl+C")
    assert driver.clipboard == "Maritime security"
    driver.page.take_keys()
    driver.press("Ctrl+C")
    assert driver.clipboard == "UNCLOS"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_paragraph_offers_to_copy_it_with_its_source(driver: Driver) -> None:
    offered = [action.objectName() for action in driver.page.menu(QPoint(10, 10))]
    assert offered[-2:] == ["copy_source", "copy_address"]


def test_copy_and_copy_with_source_have_the_keys_that_one_looks_for(driver: Driver) -> None:
    keys = {
        name: driver.action(name).shortcut().toString() for name in ("copy", "copy_source", "copy_address")
    }
    assert keys == {"copy": "Ctrl+C", "copy_source": "Ctrl+Shift+C", "copy_address": "Ctrl+Alt+D"}
