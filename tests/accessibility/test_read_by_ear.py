# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is heard while a reader reads a page and follows its links, by keys alone.

An arrow moves the caret, whose line a screen reader says by itself; the page tells the rest.
"""

import pytest
from support.heard import PAGE, Listener

from asem_reader.core.content import BlockKind
from asem_reader.core.place import Slug
from asem_reader.core.span import plain
from asem_reader.store.library import Library

MARITIME = Slug("maritime-security")


def spoken(reader: Listener, key: str) -> str:
    """What is heard of the paragraph that a key leads to."""
    line = reader.press(key).hear("", "caret", PAGE).text
    return " ".join((line, *reader.answer("said")))


def test_each_paragraph_is_heard_once_and_what_it_is(reader: Listener, library: Library) -> None:
    article = library.article(MARITIME)
    bottom = next(block.text for block in article.blocks.values() if block.kind is BlockKind.PARAGRAPH)
    heard = [spoken(reader, "Down") for _ in range(6)]
    assert heard[0] == "Maritime security Heading level 1."
    assert heard[2] == article.topic.summary
    assert heard[3:] == ["Bottom line Heading level 2.", bottom, "ASEM position Heading level 2."]


def test_a_figure_is_told_in_words_and_an_item_says_its_place(reader: Listener) -> None:
    heard = [spoken(reader, "Down") for _ in range(8)]
    assert "Figure: Summits and foreign ministers’ meetings" in heard[6]
    assert "Item 1 of " in heard[7]


def test_a_row_of_a_table_is_heard_with_the_heads_of_its_columns(reader: Listener, library: Library) -> None:
    row = next(block for block in library.article(MARITIME).blocks.values() if block.kind is BlockKind.ROW)
    reader.open(row.id)
    spoken(reader, "Down")
    heard = spoken(reader, "Up")
    assert plain(row.cells[0]) in heard
    assert "row 1 of" in heard
    assert "\ufdd0" not in heard


def test_tab_goes_from_link_to_link_and_a_source_leads_there_and_back(reader: Listener) -> None:
    reader.press("Home").hear("Maritime security", "said", PAGE)
    for link in ("UNCLOS", "ASEAN", "Source 1"):
        reader.press("Tab").hear(f"^{link}, link", "said", PAGE)
    reader.press("Return").hear(r"Source 1 of \d+", "said", PAGE)
    address = reader.press("Tab").hear(", link$", "said", PAGE).text.removesuffix(", link")
    reader.press("Return").hear("", "focus", "push button")
    assert address in str(reader.windows)
    reader.press("Escape").hear("Maritime security", "focus", PAGE)
    reader.press("alt+Left").hear("ASEM’s texts set rules at sea", "said", PAGE)


def test_a_link_within_the_text_opens_its_page_and_back_leads_to_the_link(reader: Listener) -> None:
    reader.press("Home").hear("Maritime security", "said", PAGE)
    reader.press("Tab").hear("UNCLOS, link", "said", PAGE)
    reader.press("Return").hear("Glossary", "name", "frame")
    reader.press("alt+Left").hear("Maritime security", "name", "frame")
    reader.hear("ASEM’s texts set rules at sea", "said", PAGE)
    reader.press("Tab").hear("^ASEAN, link", "said", PAGE)
    reader.press("alt+Right").hear("Glossary", "name", "frame")
    reader.hear("UNCLOS", "said", PAGE)


def test_a_tab_that_is_come_back_to_says_where_one_is(reader: Listener) -> None:
    for _ in range(4):
        spoken(reader, "Down")
    reader.press("ctrl+t").hear("2 of 2", "said")
    reader.press("ctrl+Tab").hear("1 of 2", "said")
    reader.hear("Bottom line", "said", PAGE)
    reader.press("ctrl+Tab", "ctrl+w").hear("Maritime security", "name", "frame")


@pytest.mark.parametrize(("times", "name"), [(0, "Headings"), (1, "Links"), (2, "Sources")])
def test_headings_links_and_sources_are_lists(reader: Listener, times: int, name: str) -> None:
    reader.press("F7").hear("Headings", "focus", "list")
    for tab in ("Links", "Sources")[:times]:
        reader.press("ctrl+Tab").hear(tab, "focus", "list")
    item = reader.press("Down").hear("", "focus", "list item")
    assert item.name
    reader.press("Return").hear("Maritime security", "focus", PAGE)
    reader.hear("", "said", PAGE)


def test_words_found_on_the_page_are_counted(reader: Listener) -> None:
    reader.press("ctrl+f").hear("Find on page", "focus", "text")
    reader.type("award").hear(r"^1 of \d+", "said")
    reader.press("Return").hear(r"^2 of \d+", "said")
    reader.press("F3").hear(r"^3 of \d+", "said")
    reader.press("Escape").hear("Maritime security", "focus", PAGE)


def test_a_theme_and_a_size_are_confirmed(reader: Listener) -> None:
    reader.press("ctrl+alt+2").hear("Dark", "said")
    reader.press("ctrl+alt+0").hear("As the system", "said")
    reader.press("ctrl+equal").hear("13 points", "said")
    reader.press("ctrl+0").hear("12 points", "said")
    assert not [said for said in reader.heard("said") if "results" in said]


@pytest.mark.parametrize(
    ("layout", "two", "zero"), [("fr", "eacute", "agrave"), ("cz", "ecaron", "eacute"), ("de", "2", "0")]
)
def test_keys_of_the_digit_row_do_their_commands_on_any_layout(
    reader: Listener, layout: str, two: str, zero: str
) -> None:
    try:
        reader.use_keyboard(layout).press(f"ctrl+alt+{two}").hear("Dark", "said")
        reader.press(f"ctrl+alt+{zero}").hear("As the system", "said")
        reader.press(f"ctrl+{zero}").hear("12 points", "said")
    finally:
        reader.use_keyboard("us")


def test_a_command_is_found_in_all_commands_and_done(reader: Listener) -> None:
    reader.press("ctrl+shift+p").hear("Command", "focus", "text")
    reader.type("larger").press("Down").hear("Larger text", "focus")
    reader.press("Return").hear("13 points", "said")
    reader.press("ctrl+0").hear("12 points", "said")


def test_f6_goes_round_the_panes(reader: Listener) -> None:
    panes = [reader.press("F6").hear("", "focus").name for _ in range(4)]
    assert panes[-1] == "Maritime security"
    assert len(set(panes)) == 4
