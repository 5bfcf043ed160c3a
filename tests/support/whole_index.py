# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""All that the index by letters has of a query."""

from dataclasses import replace

from asem_reader.core.search.query import Query
from asem_reader.core.steps import done
from asem_reader.store.library import Library
from asem_reader.store.search.lexicon import Lexicon
from asem_reader.store.search.plan import every

_ALL = "SELECT rowid FROM sections_fts WHERE sections_fts MATCH ?"


def sections(library: Library, query: Query) -> set[int]:
    """All sections that have a query's words just as they are typed, without a cap."""
    plan = done(Lexicon(library.connection).steps(replace(query, literal=True)))
    return {row[0] for row in library.connection.execute(_ALL, (every(plan.groups, plan.unwanted),))}
