# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Topics to print: those that can be read, and those that each folder of marks stands for."""

from collections.abc import Collection, Iterable, Mapping

from asem_reader.core.content import Topic
from asem_reader.core.marks.grouping import by_folder, groups_of, marks_of
from asem_reader.core.marks.mark import Folder, Mark
from asem_reader.core.place import Slug
from asem_reader.store.libraries import Reading

Topics = Mapping[Slug, Topic]


def by_slug(library: Reading) -> Topics:
    """Return all topics by their slugs, and by the slugs of those that were folded into them."""
    topics = {topic.slug: topic for topic in library.topics()}
    return topics | {old: topics[live] for old, live in library.redirects.items()}


def readable(slugs: Iterable[Slug], topics: Topics) -> tuple[Slug, ...]:
    """Return the topics that the Library has a text of, each once, in the order given."""
    return tuple(slug for slug in dict.fromkeys(slugs) if slug in topics and topics[slug].words)


def in_folders(
    marks: Iterable[Mark], folders: Collection[Folder], topics: Topics
) -> dict[str, tuple[Slug, ...]]:
    """Return the topics of each folder's marks, in the order of the list of marks; "" is for all marks."""
    groups = groups_of(by_folder(marks, folders))
    return {group.key: readable((mark.slug for mark in marks_of(group)), topics) for group in groups}
