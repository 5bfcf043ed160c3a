# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Searching, from the field to the paragraph and back, over more than one session."""

from collections.abc import Callable

from support.driver import Driver


def test_the_second_hit_is_opened_by_keys(driver: Driver) -> None:
    results = driver.search("piracy")
    wanted = results.hits[1]
    results.open(2)
    assert driver.title == wanted.title
    assert driver.page.found > 0


def test_a_note_is_found_by_a_word_of_mine_and_opened_where_it_stands(driver: Driver) -> None:
    block = driver.article.sections[2].blocks[1]
    driver.at(block).note("Ask Agnès for the Zürich paper")
    results = driver.open("migration").search('"zurich paper"')
    assert [hit.why for hit in results.hits] == ["your note"]
    results.open()
    assert driver.page.paragraph == block.id


def test_search_open_and_find_the_search_again_the_next_day(open_driver: Callable[..., Driver]) -> None:
    first = open_driver()
    results = first.search("piracy seminar")
    first.command("save_search")
    results.open()
    assert first.view == "results"
    first.let_go()

    second = open_driver(None)
    assert second.view == "contents"
    results = second.search("")
    assert results.heard[1::2] == ["Saved search: piracy seminar", "Last search: piracy seminar"]
    results.open(2)
    assert second.query == "piracy seminar"
    assert results.on_best
