# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Chapters of the manual become pages of the handbook."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.content import Data

from asem_reader.authoring.problem import Problem
from asem_reader.core.content import Article, BlockKind, Kind
from asem_reader.core.place import Slug
from asem_reader.core.span import Span
from asem_reader.store.library import Library

MANUAL = """\
# The manual

## Search
<!-- HBK-01 handbook-search -->

Type `ships`, and they are found.

### What to type

A year, such as 2018, or `"a | b"`; see [keys](#the-keys), [lists](#a-list) and [the rest](rest.md).

![A picture](picture.png)

## The keys
<!-- HBK-02 handbook-keys -->

All of them.

### A list

- The Asia-Europe Foundation (ASEF) is no link here.

## To install

```
make run
```
"""


@pytest.fixture
def data(tmp_path: Path) -> Data:
    data = Data.with_reference(tmp_path / "data")
    data.files["edition.yaml"] += 'handbook: "../manual.md"\n'
    data.files["../manual.md"] = MANUAL
    return data


@pytest.fixture
def handbook(data: Data) -> Iterator[Library]:
    library = Library.open(data.build())
    yield library
    library.close()


@pytest.fixture
def page(handbook: Library) -> Article:
    return handbook.article(Slug("handbook-search"))


def test_chapters_that_name_their_topic_are_the_last_branch(handbook: Library) -> None:
    *others, top, search, keys = handbook.topics()
    assert all(topic.kind is not Kind.HANDBOOK for topic in others)
    assert (top.slug, top.parent, top.words) == ("handbook", None, 0)
    assert [(each.parent, each.symbol, each.title) for each in (search, keys)] == [
        ("handbook", "HBK-01", "Search"),
        ("handbook", "HBK-02", "The keys"),
    ]


def test_a_page_has_its_summary_and_under_each_heading_what_stands_there(page: Article) -> None:
    (section,) = page.sections
    assert page.topic.summary == "Type ships, and they are found."
    assert (section.title, [block.kind for block in section.blocks]) == (
        "What to type",
        [BlockKind.PARAGRAPH],
    )
    assert not page.sources
    assert not page.topic.as_of


def test_code_is_bold_and_links_lead_to_other_pages_of_the_handbook_alone(page: Article) -> None:
    ((line,),) = [block.cells for block in page.sections[0].blocks]
    assert Span("“a | b”", strong=True) in line
    assert [(span.text, span.to and span.to.address) for span in line if span.to] == [
        ("keys", "asem:handbook-keys"),
        ("lists", "asem:handbook-keys"),
    ]
    assert "and the rest." in page.sections[0].blocks[0].text


def test_what_is_typed_in_an_example_is_not_searched(handbook: Library) -> None:
    found = handbook.ask(lambda row: row[0], "SELECT text FROM sections WHERE heading = 'What to type'")
    assert found == ["A year, such as 2018, or …; see keys, lists and the rest."]


def test_its_examples_are_no_links_and_no_years_of_the_library(handbook: Library) -> None:
    (keys,) = handbook.article(Slug("handbook-keys")).sections
    assert [span.to for block in keys.blocks for span in block.cells[0]] == [None]
    assert handbook.ask(tuple, "SELECT * FROM section_years WHERE year = 2018") == []


def test_its_blocks_keep_their_ids(data: Data, page: Article) -> None:
    old = {block.id for block in page.blocks.values()}
    data.change("A year, such as", "A year like", "../manual.md")
    library = Library.open(data.build())
    assert {block.id for block in library.article(Slug("handbook-search")).blocks.values()} == old
    library.close()


@pytest.mark.parametrize(
    ("old", "new", "sentence", "line"),
    [
        ("### What to type\n", "", "text stands before the first heading", 7),
        ("A year, such", "1. A year, such", "<ol> has no form in an article", 10),
        ("HBK-01", "HBK-02", "the symbol HBK-02 is another topic’s too", 1),
    ],
)
def test_what_is_wrong_with_a_chapter_is_named_with_its_line(
    data: Data, old: str, new: str, sentence: str, line: int
) -> None:
    data.change(old, new, "../manual.md")
    assert Problem("../manual.md", line, sentence) in data.problems()


def test_a_manual_without_such_chapters_is_refused(data: Data) -> None:
    data.files["../manual.md"] = "# The manual\n"
    (problem,) = data.problems()
    assert problem.sentence == "has no chapter with a symbol and a slug for the handbook"
