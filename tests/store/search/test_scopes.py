# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Ways to narrow a search: each keeps what it promises."""

from collections.abc import Callable

import pytest

from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Found
from asem_reader.core.search.query import parse
from asem_reader.core.steps import done
from asem_reader.store.search.search import Search

Find = Callable[..., Found]
QUERIES = (  # with fewer sections than are ranked, so that all that is counted is found
    "customs ",
    "WMD ",
    "terrorism ",
    "terorism ",
    "counter-terrorism ",
    "Hanoi ",
    '"law of the sea"',
    "piracy OR migration ",
    "climate -energy ",
    "vacc",
    "kind:issue brussels ",
    "in:political brussels ",
    "year:2010..2014 brussels ",
    "refugees ",
    "museums ",
    "Rounds of accession ",
    "human rights seminar ",
    "What did ASEM say about piracy in 2010? ",
)


def topics(found: Found) -> set[Slug]:
    return {hit.place.slug for hit in found}


@pytest.mark.parametrize("query", QUERIES)
def test_a_scope_counts_what_adding_its_filter_finds(find: Find, query: str) -> None:
    scopes = find(query).scopes
    assert scopes
    for scope in scopes:
        added = len(topics(find(f"{scope.filter} {query}")))
        # A topic that is called so stands there whichever of its sections speaks of the year.
        called = 1 if scope.filter.startswith("year:") else 0
        assert 0 <= added - scope.topics <= called, scope.filter


@pytest.mark.parametrize("query", QUERIES)
def test_a_scope_leaves_some_topics_and_never_all(find: Find, query: str) -> None:
    found = find(query)
    for scope in found.scopes:
        assert 0 < scope.topics < len(topics(found))
        assert scope.label


@pytest.mark.parametrize("query", ["customs ", "terrorism ", "piracy "])
def test_kinds_come_before_pillars_before_years_each_with_the_fullest_first(find: Find, query: str) -> None:
    scopes = find(query).scopes
    names = [scope.filter.partition(":")[0] for scope in scopes]
    assert names == sorted(names, key=["kind", "in", "year"].index)
    for name in set(names):
        counts = [scope.topics for scope in scopes if scope.filter.startswith(f"{name}:")]
        assert counts == sorted(counts, reverse=True)
    assert len({scope.filter for scope in scopes}) == len(scopes)


@pytest.mark.parametrize(
    "filters", ["kind:issue", "in:political", "year:2010..2014", "kind:issue in:political"]
)
def test_what_is_narrowed_already_is_not_offered_again(find: Find, filters: str) -> None:
    narrowed = {each.partition(":")[0] for each in filters.split()}
    offered = {scope.filter.partition(":")[0] for scope in find(f"{filters} brussels ").scopes}
    assert offered
    assert not offered & narrowed


@pytest.mark.parametrize(
    "query", ["", "xqzzy ", "kind:issue", "in:nowhere piracy ", "snapback kind:term year:1996 "]
)
def test_where_nothing_is_left_to_narrow_nothing_is_offered(find: Find, query: str) -> None:
    assert find(query).scopes == ()


@pytest.mark.parametrize("query", ["ministers ", "WMD ", "kind:issue brussels "])
def test_scopes_may_be_asked_for_later(search: Search, find: Find, query: str) -> None:
    without = search.find(parse(query), 10_000, scoped=False)
    assert without.scopes == ()
    assert without.hits == find(query).hits
    assert done(search.scope_steps(parse(query))) == find(query).scopes != ()


def test_a_few_hits_have_the_scopes_of_all(find: Find) -> None:
    assert find("ministers ", 3).scopes == find("ministers ").scopes
