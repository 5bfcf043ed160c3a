# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What topics and articles say of themselves."""

import pytest

from asem_reader.core.content import BlockKind, Kind, Topic
from asem_reader.core.place import Place, Slug
from asem_reader.store.library import Library


def topic(words: int) -> Topic:
    return Topic(Slug("sea"), Kind.ISSUE, "Sea", "POL-05", "Summary.", "2021", None, words)


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (199, 1), (200, 1), (201, 2), (900, 5)])
def test_begun_minutes_count(words: int, minutes: int) -> None:
    assert topic(words).minutes == minutes


def test_a_topic_begins_at_its_place() -> None:
    assert topic(1).place == Place(Slug("sea"))


def test_the_blocks_of_an_article_come_in_reading_order(library: Library) -> None:
    article = library.article(Slug("maritime-security"))
    listed = [block.id for section in article.sections for block in (section.heading, *section.blocks)]
    assert list(article.blocks) == listed
    assert all(article.blocks[id_].id == id_ for id_ in listed)
    assert [s.title for s in article.sections] == [
        b.text for b in article.blocks.values() if b.kind is BlockKind.HEADING
    ]
