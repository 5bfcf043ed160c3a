# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Counts what there is in a Library, from its tables."""

from collections import Counter

from asem_reader.core.content import Kind
from asem_reader.core.language import N_
from asem_reader.core.made import PillarCount
from asem_reader.core.place import Slug
from asem_reader.store.libraries import Reading

_COUNTS = """
    SELECT (SELECT count(*) FROM partners), (SELECT count(*) FROM topics WHERE kind = ?),
           (SELECT count(*) FROM meetings), (SELECT count(*) FROM bodies), (SELECT count(*) FROM sources)
"""
_COUNTED = (N_("partners"), N_("issues"), N_("meetings"), N_("bodies"), N_("sources"))


def census(library: Reading) -> tuple[tuple[str, int], ...]:
    """Return what there is, in English, and how much of it; nothing of what there is not."""
    found = [each.ask(tuple, _COUNTS, Kind.ISSUE)[0] for each in library.libraries]
    counts = zip(_COUNTED, map(sum, zip(*found, strict=True)), strict=True)
    return tuple((what, count) for what, count in counts if count)


def pillars(library: Reading) -> tuple[PillarCount, ...]:
    """Return the pillars that have issues below them, each with how many."""
    topics = {topic.slug: topic for topic in library.topics()}

    def top(slug: Slug) -> Slug:
        parent = topics[slug].parent
        return top(parent) if parent else slug

    issues = Counter(top(each.slug) for each in topics.values() if each.kind is Kind.ISSUE)
    return tuple(PillarCount(each, issues[each.slug]) for each in topics.values() if issues[each.slug])
