# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What serves issues, a line of the glossary or an indicator, stands behind them unless it was asked for."""

import pytest
from support import judged_queries, query_sets

from asem_reader.core.content import Kind
from asem_reader.core.search.hit import Hit
from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search.search import SERVING, Search


def served_later(hits: list[Hit]) -> bool:
    """True if a hit that serves issues stands before all of them, though one lacks no more words than it."""
    for place, hit in enumerate(hits):
        issues = (each for each in hits[place:] if each.kind is Kind.ISSUE)
        if hit.kind in SERVING and any(len(each.without) <= len(hit.without) for each in issues):
            return True
        if hit.kind is Kind.ISSUE:
            return False
    return False


def test_what_serves_an_issue_never_stands_before_it(library: Library, search: Search) -> None:
    judged = (
        *judged_queries.read(),
        *(query for name in query_sets.NAMES for query in query_sets.read(name)),
    )
    queries = [*(query.query for query in judged), *(topic.title for topic in library.topics())]
    found = ((query, search.find(parse(query), limit=10, scoped=False)) for query in queries)
    unasked = ((query, [hit for hit in hits if not hit.named]) for query, hits in found)
    assert [query for query, hits in unasked if served_later(hits)] == []


def test_an_issue_that_has_most_of_the_words_stands_before_the_glossary(search: Search) -> None:
    kinds = [hit.kind for hit in search.find(parse("who runs the education office "))]
    assert kinds[0] is Kind.ISSUE
    assert Kind.TERM in kinds


@pytest.mark.parametrize(
    ("query", "kind"),
    [("Logistics Performance Index", "indicator"), ("education kind:indicator", "indicator")],
)
def test_what_was_asked_for_by_name_or_kind_stands_first(search: Search, query: str, kind: str) -> None:
    assert search.find(parse(query)).hits[0].kind == kind
