# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Writes FTS5 expressions (sqlite.org/fts5.html, 3) of a plan."""

from collections.abc import Iterator

from asem_reader.store.search.plan import Plan, Way

LETTERS, STEMS = "sections_fts", "sections_stems"


def stages(plan: Plan, *, asked: bool = False) -> Iterator[tuple[str, str]]:
    """Yield where to look for what, one after the other: as typed, by other words, by stems.

    Who asks a question seldom has the Library's words: then all words for the same are looked for at once.
    """
    literal, wide = every(plan, literal=True), every(plan)
    if not asked:
        yield LETTERS, literal
    if asked or wide != literal:
        yield LETTERS, wide
    # Half a word has another stem than the whole: only whole words are looked for by their stem.
    yield STEMS, every(plan, whole=True)


def every(plan: Plan, *, literal: bool = False, whole: bool = False) -> str:
    """Return the expression of all groups at once; empty if they can't, or shall not, be found that way."""
    if whole and not plan.stemmed:
        return ""
    groups = [_either(group.literal if literal else group.ways, whole=whole) for group in plan.groups]
    return _without(" AND ".join(groups), plan) if all(groups) else ""


def _either(ways: tuple[Way, ...], *, whole: bool) -> str:
    return f"({' OR '.join(way.whole if whole else way.expression for way in ways)})" if ways else ""


def _without(expression: str, plan: Plan) -> str:
    unwanted = " OR ".join(way.expression for way in plan.unwanted)
    return f"({expression}) NOT ({unwanted})" if unwanted and expression else expression
