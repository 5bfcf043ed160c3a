# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Topics that a folder of marks stands for, in the order of its rows."""

import pytest
from support.marks import mark

from asem_reader.core.marks.mark import Folder, Mark
from asem_reader.core.place import Slug
from asem_reader.operations.topics import Topics, by_slug, in_folders, readable
from asem_reader.store.library import Library

SEA, TRADE, PILLAR = Slug("maritime-security"), Slug("migration"), Slug("political")


@pytest.fixture
def topics(library: Library) -> Topics:
    return {topic.slug: topic for topic in library.topics()}


def filed(number: int, slug: Slug, folder: str, position: int = 0) -> Mark:
    return mark(number)._replace(slug=slug, folder=folder, position=position)


def test_only_what_can_be_read_is_printed_each_once(topics: Topics) -> None:
    assert readable([TRADE, PILLAR, SEA, Slug("atlantis"), TRADE], topics) == (TRADE, SEA)


def test_what_was_folded_into_a_topic_is_printed_as_that(library: Library) -> None:
    topics = by_slug(library)
    assert topics[Slug("taccs")] == topics[Slug("connectivity")] == library.topic(Slug("connectivity"))
    assert readable([Slug("taccs")], topics)


def test_topics_stand_in_the_order_of_the_rows(topics: Topics) -> None:
    marks = [filed(1, SEA, "Desk", 2), filed(2, TRADE, "Desk", 1), filed(3, SEA, "")]
    found = in_folders(marks, [Folder("Empty", 1), Folder("Desk", 2)], topics)
    assert list(found) == ["", "Empty", "Desk"]
    assert (found[""], found["Empty"], found["Desk"]) == ((TRADE, SEA), (), (TRADE, SEA))


def test_a_folder_stands_for_what_its_folders_hold_too(topics: Topics) -> None:
    marks = [filed(1, SEA, "Desk"), filed(2, TRADE, "Desk/Deep"), filed(3, PILLAR, "Desk")]
    assert in_folders(marks, [Folder("Desk"), Folder("Desk/Deep")], topics)["Desk"] == (TRADE, SEA)
