# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The map of a page: every letter of every paragraph is found, whatever stands between the words."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from asem_reader.core.content import Article, BlockKind
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.span import Line, Span
from asem_reader.core.theme import LIGHT
from asem_reader.pages import topic
from asem_reader.store.library import Library
from asem_reader.widgets.reading.pagemap import PageMap

JOINED = {BlockKind.ROW: " · ", BlockKind.HEAD: " · ", BlockKind.EVENT: ": "}


@pytest.fixture
def documents(qapp: QApplication) -> list[QTextDocument]:
    """Keeps documents alive for as long as a test looks into them."""
    return []


def mapped(article: Article, documents: list[QTextDocument]) -> PageMap:
    documents.append(QTextDocument())
    documents[-1].setHtml(topic.page(article, article.topic.place, LIGHT, 12.0).html)
    return PageMap(documents[-1], article)


def selected(document: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def shown(page_map: PageMap, block: BlockId, words: str, nth: int = 0) -> str:
    """What stands in the document where some words of a block are said to stand."""
    pieces = []
    for span in page_map.spans(block, words, nth):
        start = span.part.position()
        cursor = QTextCursor(span.part)
        cursor.setPosition(start + span.start)
        cursor.setPosition(start + span.end, QTextCursor.MoveMode.KeepAnchor)
        pieces.append(cursor.selectedText().replace("\u00a0", " "))
    return "|".join(pieces)


def test_every_letter_of_every_block_has_its_place(library: Library, documents: list[QTextDocument]) -> None:
    for each in library.topics():
        article = library.article(each.slug)
        page_map = mapped(article, documents)
        for block in article.blocks.values():
            stop = page_map.named(block.id)
            assert stop, block
            places = page_map._letters(stop, block.id)
            lost = "".join(x for x, place in zip(block.text, places, strict=True) if place < 0)
            assert not lost.replace(JOINED.get(block.kind, "\0"), ""), (each.slug, block)
        documents.clear()


@pytest.mark.parametrize("slug", ["maritime-security", "asem9", "glossary", "singapore"])
def test_what_is_marked_whole_is_selected_whole(
    library: Library, documents: list[QTextDocument], slug: str
) -> None:
    article = library.article(Slug(slug))
    page_map = mapped(article, documents)
    for stop in page_map.stops:
        if stop.block:
            end = stop.parts[-1].position() + stop.parts[-1].length() - 1
            cursor = selected(documents[0], stop.position, end)
            assert list(page_map.words(cursor)) == [(stop.block, "", 0)]


def with_text(article: Article, text: str, line: Line) -> tuple[Article, BlockId]:
    """The article with another text in its first paragraph."""
    section = article.sections[1]
    block = section.blocks[0]._replace(text=text, cells=(line,))
    changed = section._replace(blocks=(block, *section.blocks[1:]))
    return article._replace(sections=(article.sections[0], changed, *article.sections[2:])), block.id


CITED = Span("", cites=(1,))


@pytest.mark.parametrize(
    ("text", "line", "words", "nth", "there"),
    [
        ("A sea. A sea.", (Span("A sea."), CITED, Span(" A sea.")), "sea", 1, "sea"),
        ("One. Two", (Span("One."), CITED, Span(" Two")), "One. Two", 0, "One.1 Two"),
        ("A 🚢 and 🚢 go", (Span("A 🚢 and "), Span("🚢 go", strong=True)), "🚢 go", 0, "🚢 go"),
        ("🚢🚢 x x", (Span("🚢🚢 x x"),), "x", 1, "x"),
        ("é e\u0301 x", (Span("é e\u0301 x"),), "x", 0, "x"),
    ],
)
def test_words_are_found_among_numbers_and_pictures(
    library: Library, documents: list[QTextDocument], text: str, line: Line, words: str, nth: int, there: str
) -> None:
    article, block = with_text(library.article(Slug("maritime-security")), text, line)
    page_map = mapped(article, documents)
    assert shown(page_map, block, words, nth) == there
    (span,) = page_map.spans(block, words, nth)
    start = span.part.position()
    cursor = selected(documents[0], start + span.start, start + span.end)
    assert list(page_map.words(cursor)) == [(block, "" if words == text else words, nth)]


def test_a_row_and_an_event_are_marked_across_their_cells(
    library: Library, documents: list[QTextDocument]
) -> None:
    article = library.article(Slug("maritime-security"))
    page_map = mapped(article, documents)
    event = next(block for block in article.blocks.values() if block.kind is BlockKind.EVENT)
    date, _, rest = event.text.partition(": ")
    words = event.text[2 : len(date) + 6]
    assert shown(page_map, event.id, words) == f"{date[2:]}|{rest[:4]}"
    assert shown(page_map, event.id, "").startswith(f"{date}|{rest}")


def test_a_selection_over_paragraphs_is_a_part_of_each(
    library: Library, documents: list[QTextDocument]
) -> None:
    article = library.article(Slug("maritime-security"))
    page_map = mapped(article, documents)
    first, second, third = article.sections[1].blocks[:3]
    stops = [page_map.named(block.id) for block in (first, third)]
    assert stops[0]
    assert stops[1]
    parts = list(page_map.words(selected(documents[0], stops[0].position + 6, stops[1].position + 5)))
    assert parts == [(first.id, first.text[6:].strip(), 0), (second.id, "", 0), (third.id, third.text[:5], 0)]


def test_a_number_of_a_source_alone_is_no_word(library: Library, documents: list[QTextDocument]) -> None:
    article, _ = with_text(library.article(Slug("maritime-security")), "One.", (Span("One."), CITED))
    page_map = mapped(article, documents)
    stop = page_map.named(article.sections[1].blocks[0].id)
    assert stop
    cursor = selected(documents[0], stop.position + 4, stop.position + 5)
    assert cursor.selectedText() == "1"
    assert list(page_map.words(cursor)) == []


def test_words_that_do_not_stand_there_have_no_place(
    library: Library, documents: list[QTextDocument]
) -> None:
    article = library.article(Slug("maritime-security"))
    page_map = mapped(article, documents)
    block = article.sections[1].blocks[0].id
    assert page_map.spans(block, "no such words", 0) == ()
    assert page_map.spans(BlockId("gone"), "", 0) == ()
