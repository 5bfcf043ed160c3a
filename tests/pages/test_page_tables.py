# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Tables and timelines on the page: rows as they are, and columns as wide as they need."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from support.content import Data
from support.page_reading import document, read

from asem_reader.core.content import Article, Block, BlockKind
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.span import Span
from asem_reader.store.library import Library


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = Library.open(Data.with_reference(tmp_path_factory.mktemp("pages") / "data").build())
    yield library
    library.close()


def widths(document: str) -> list[list[int]]:
    """The widths of each row of the only table with columns."""
    (table,) = re.findall(r'<table class="rows".*?</table>', document)
    rows = [list(map(int, re.findall(r'width="(\d+)%"', row))) for row in re.findall(r"<tr>.*?</tr>", table)]
    assert 'width="99%"' in table
    return rows


def tabled(article: Article, *rows: tuple[str, ...]) -> str:
    """The page of an article whose only block but a heading is a table of such rows."""
    blocks = tuple(
        Block(
            BlockId(f"b{n}"),
            BlockKind.ROW if n else BlockKind.HEAD,
            0,
            "",
            tuple((Span(cell),) for cell in row),
        )
        for n, row in enumerate(rows)
    )
    return document(article._replace(sections=(article.sections[0]._replace(blocks=blocks),)))


@pytest.mark.parametrize(
    ("slug", "rows"),
    [
        ("piracy", [["4 May 2010", "2012"]]),
        ("chronology", [["October 1994"], ["2004"], ["4–5 October 2010", "2012"]]),
    ],
)
def test_a_run_of_events_is_a_timeline(small: Library, slug: str, rows: list[list[str]]) -> None:
    tables = re.findall(r'<table class="timeline".*?</table>', document(small.article(Slug(slug))))
    dates = [re.findall(r'<td class="date"><a[^>]*></a>([^<]*)</td>', table) for table in tables]
    assert [[date.replace("&nbsp;", " ") for date in found] for found in dates] == rows


def test_an_event_is_anchored_once_and_its_date_not_said_twice(small: Library) -> None:
    reading = read(small.article(Slug("chronology")))
    assert reading.tags["li"] == 0
    assert reading.text.count("2004") == 1
    assert max(Counter(reading.anchors).values()) == 1


def test_an_undated_line_of_a_timeline_stands_as_an_item_in_its_place(small: Library) -> None:
    article = small.article(Slug("piracy"))
    section = next(section for section in article.sections if section.title == "Timeline")
    odd = section.blocks[0]._replace(id=BlockId("odd"), kind=BlockKind.ITEM, cells=((Span("Sometime: x."),),))
    mixed = section._replace(blocks=(section.blocks[0], odd, section.blocks[1]))
    reading = read(article._replace(sections=(mixed,)))
    assert (reading.tags["li"], reading.tags["ul"]) == (1, 1)
    assert [anchor for anchor in reading.anchors if anchor in (b.id for b in mixed.blocks)] == [
        block.id for block in mixed.blocks
    ]


@pytest.mark.parametrize(
    "slug", ["finance-ministers-meetings", "human-rights-seminars", "thailand", "piracy"]
)
def test_columns_are_as_wide_in_all_rows_and_fill_the_page(small: Library, slug: str) -> None:
    first, *others = widths(document(small.article(Slug(slug))))
    assert others == [first] * len(others)
    assert abs(sum(first) - 100) <= len(first) // 2
    assert min(first) > 5


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        ([("a", "b"), ("short", "a much longer text than that")], [0, 1]),
        ([("a", "b"), ("a much longer text than that", "short")], [1, 0]),
        ([("x", "a", "b"), ("1", "some words here", "words and words and words and words")], [0, 1, 2]),
        ([("a", "b"), ("this & that & more & all", "seven words of text stand here now")], [0, 1]),
    ],
)
def test_a_column_with_more_to_say_is_wider(
    small: Library, rows: list[tuple[str, ...]], order: list[int]
) -> None:
    found = widths(tabled(small.article(Slug("piracy")), *rows))[0]
    assert sorted(range(len(found)), key=found.__getitem__) == order


def test_no_column_takes_all_nor_is_squeezed_to_nothing(small: Library) -> None:
    narrow, wide = widths(tabled(small.article(Slug("piracy")), ("", "b"), ("", "word " * 400)))[0]
    assert 10 <= narrow < wide <= 90


def test_columns_alike_are_as_wide(small: Library) -> None:
    assert widths(tabled(small.article(Slug("piracy")), ("a", "b"), ("same", "same")))[0] == [50, 50]
