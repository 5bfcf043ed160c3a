# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What there is in a Library is counted."""

from asem_reader.core.content import Kind
from asem_reader.store.census import census, pillars
from asem_reader.store.libraries import Libraries
from asem_reader.store.library import Library


def test_what_is_counted_is_there(library: Library) -> None:
    counts, topics = dict(census(library)), library.topics()
    assert counts["issues"] == sum(topic.kind is Kind.ISSUE for topic in topics)
    assert counts["partners"] == 53
    assert counts["sources"] == len(library.ask(tuple, "SELECT id FROM sources"))


def test_each_issue_is_under_one_pillar(library: Library) -> None:
    found = pillars(library)
    assert {topic.kind for topic, _ in found} == {Kind.PILLAR}
    assert all(topic.parent is None for topic, _ in found)
    assert sum(issues for _, issues in found) == dict(census(library))["issues"]


def test_several_libraries_are_counted_together(libraries: Libraries) -> None:
    first, other = (dict(census(each)) for each in libraries.libraries)
    assert dict(census(libraries)) == {what: first[what] + other[what] for what in first}
    assert len(pillars(libraries)) == 2
