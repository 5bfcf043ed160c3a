# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page on the screen: where one is, what is marked, what a link does."""

import pytest
from PySide6.QtCore import QUrl
from support.driver import Driver

from asem_reader.store.library import Library

LONGEST = 72


def test_no_line_is_longer_than_72_letters(driver: Driver, library: Library) -> None:
    for topic in library.topics():
        driver.open(topic.place)
        long = [line for line in driver.page.lines if len(line) > LONGEST]
        assert not long, topic.slug


@pytest.mark.parametrize("steps", [-12, 0, 14])
def test_the_column_follows_the_size_of_the_text(driver: Driver, steps: int) -> None:
    driver.resize(1900, 900)
    before = driver.text_size
    for _ in range(abs(steps)):
        driver.command("larger" if steps > 0 else "smaller")
    assert (driver.text_size > before, driver.text_size < before) == (steps > 0, steps < 0)
    assert max(map(len, driver.page.lines)) <= LONGEST + 1


def test_every_block_of_every_topic_can_be_gone_to(driver: Driver, library: Library) -> None:
    for topic in library.topics():
        driver.open(topic.place)
        missing = [block for block in driver.article.blocks if driver.page.stop_of(block) is None]
        assert not missing, topic.slug


def test_a_place_with_a_block_opens_there(driver: Driver, library: Library) -> None:
    block = library.article(library.find("migration").slug).sections[3].heading.id
    driver.open(f"migration#{block}")
    assert driver.page.top == block
    assert driver.page.paragraph == block


def test_the_top_of_a_page_is_no_block(driver: Driver) -> None:
    assert driver.page.top is None


def test_scrolling_is_remembered(driver: Driver) -> None:
    driver.page.scroll_to(900)
    here = driver.page.top
    assert here
    driver.open("migration").command("back")
    assert driver.title == "Maritime security"
    assert driver.page.top == here


@pytest.mark.parametrize(("words", "count"), [(("Piracy",), 1), (("no such word",), 0), ((), 0)])
def test_words_are_marked_whole_and_in_any_case(driver: Driver, words: tuple[str, ...], count: int) -> None:
    driver.open("maritime-security", *words)
    assert (driver.page.found >= count) if count else driver.page.found == 0
    assert all(word.lower() == "piracy" for word in driver.page.found_words)


def test_marking_writes_nothing_into_the_document(driver: Driver) -> None:
    before = driver.page.html
    driver.open("maritime-security", "sea", "piracy").highlight("green")
    assert driver.page.found > 0
    assert len(driver.marks) == 1
    assert driver.page.html == before


def test_f3_goes_round(driver: Driver) -> None:
    driver.open("maritime-security", "piracy")
    seen = []
    for _ in range(driver.page.found + 1):
        driver.command("find_next")
        seen.append(driver.page.reached)
    assert seen == [*range(1, driver.page.found + 1), 1]
    driver.command("find_previous")
    assert driver.page.reached == driver.page.found


def test_a_link_to_a_topic_is_a_wish(driver: Driver) -> None:
    driver.page.follow("asem:migration")
    assert driver.title == "Migration"


def test_a_link_into_a_library_that_is_not_open_is_refused_in_a_sentence(driver: Driver) -> None:
    driver.page.follow("asem:other/migration#b7k2")
    assert driver.notice.startswith("“asem:other/migration” is in the Library “other”, which is not open")
    assert driver.title == "Maritime security"


def test_a_number_leads_to_its_source(driver: Driver) -> None:
    driver.page.follow("#source-5")
    assert driver.page.scrolled > 1000
    assert driver.title == "Maritime security"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the window asks about."""
    asked: list[str] = []
    monkeypatch.setattr(
        "asem_reader.widgets.frame.alerts.ask_outside", lambda _, address: asked.append(address)
    )
    return asked


def test_an_outside_link_only_asks(driver: Driver, asked: list[str]) -> None:
    driver.page.follow("https://example.org/x")
    assert asked == ["https://example.org/x"]
    assert driver.title == "Maritime security"


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "//host/share", "etc/passwd", "asem:%2e%2e", "ftp://a"],
)
def test_what_is_no_link_is_not_followed_and_a_sentence_says_so(
    driver: Driver, asked: list[str], address: str
) -> None:
    driver.page.follow(address)
    assert asked == []
    assert driver.notice.endswith(f"this is neither: {QUrl(address).toString()}")


def test_the_cursor_chooses_the_paragraph(driver: Driver) -> None:
    wanted = driver.article.sections[0].blocks[0].id
    stop = driver.page.stop_of(wanted)
    assert stop
    driver.page.click(stop)
    assert driver.page.paragraph == wanted
