# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The search in the real Library, and its sections as they were read."""

from collections.abc import Callable

import pytest

from asem_reader.core.hit import Found
from asem_reader.core.place import Slug
from asem_reader.core.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search import Search

Find = Callable[..., Found]
EVERYTHING = 10_000


@pytest.fixture(scope="session")
def search(library: Library) -> Search:
    return Search(library)


@pytest.fixture(scope="session")
def find(search: Search) -> Find:
    """Finds what is typed; all of it unless a limit is set."""

    def find(
        text: str, limit: int = EVERYTHING, noted: tuple[Slug, ...] = (), *, literal: bool = False
    ) -> Found:
        return search.find(parse(text, literal=literal), limit, noted)

    return find
