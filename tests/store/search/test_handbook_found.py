# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Pages on the program are found, and stand in the way of nothing that the Library is on."""

from collections.abc import Callable

import pytest

from asem_reader.core.content import Kind
from asem_reader.core.search.hit import Found
from asem_reader.pages.start import SEARCHES
from asem_reader.store.search.search import Search

Find = Callable[..., Found]


def kinds(found: Found) -> list[Kind]:
    return [hit.kind for hit in found]


@pytest.mark.parametrize(
    "query",
    ["search", "print", "marks", "notes", "connectivity figures", "piracy seminar", "who chaired asem12"],
)
def test_no_page_of_the_handbook_stands_before_an_issue(find: Find, query: str) -> None:
    met = kinds(find(query))
    first = met.index(Kind.HANDBOOK) if Kind.HANDBOOK in met else len(met)
    assert Kind.ISSUE not in met[first:]


@pytest.mark.parametrize("query", ["bookmark", "highlight colour", "HBK-05", "handbook"])
def test_what_only_the_handbook_tells_is_found_there(find: Find, query: str) -> None:
    found = find(query)
    assert found.hits[0].kind is Kind.HANDBOOK
    assert not found.missing


def test_its_kind_asks_for_it_by_name(find: Find) -> None:
    found = find("kind:handbook print")
    assert set(kinds(found)) == {Kind.HANDBOOK}
    assert found.hits[0].place.slug == "handbook-print"


def test_a_word_that_only_the_handbook_has_is_missing_in_the_library(find: Find) -> None:
    found = find("bookmark freedom")
    assert found.hits[0].kind is Kind.ISSUE
    assert found.missing == ("bookmark",)


@pytest.mark.parametrize("text", [text for text, _shows in SEARCHES])
def test_each_search_to_try_on_the_start_page_finds_what_it_says(
    find: Find, search: Search, text: str
) -> None:
    found = find(text)
    assert found.hits[0].kind is not Kind.HANDBOOK
    assert not found.missing
    assert bool(found.mended) == ("securty" in text)
    assert (search.answer(text) is not None) == text.startswith("who")
