# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks under keys, each row of them in its order, kept current change by change."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from asem_reader.core.marks.mark import Mark

Drawn = Mapping[str, tuple[Mark, ...]]

_STEP = 400  # marks that are put away in some milliseconds


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides where a mark stands.

    Attributes:
        keys: under which keys; for the same mark always the same, and each once.
        rank: what marks under one key are sorted by before their age; None for nothing else.
        newest_first: whether drawers are shown the other way round.
    """

    keys: Callable[[Mark], Iterable[str]]
    rank: Callable[[Mark], Any] | None = None
    newest_first: bool = False


class Buckets(Drawn):
    """A drawer for each key that a mark has; none is empty.

    A drawer is the same tuple as long as nothing in it is another: whoever made something of it can tell
    whether that still holds.
    """

    def __init__(self, rule: Rule, age: Callable[[Mark], tuple[str, int]]) -> None:
        """Take the rule, and what tells how old marks are: the older has the smaller, no two the same."""
        self._rule = rule
        self._age = age
        self._rows: dict[str, list[Mark]] = {}
        self._tuples: dict[str, tuple[Mark, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Mark, ...]:
        """The marks under a key, in order."""
        found = self._tuples.get(key)
        if found is None:
            found = self._tuples[key] = _shown(self._rows[key], self._rule)
        return found

    def __iter__(self) -> Iterator[str]:
        """The keys, in no order."""
        return iter(self._rows)

    def __len__(self) -> int:
        """How many drawers there are."""
        return len(self._rows)

    def filling(self, marks: Iterable[Mark]) -> Iterator[None]:
        """Put marks into empty drawers, the oldest first, in steps of some milliseconds."""
        coming, rows, keys = iter(marks), self._rows, self._rule.keys
        while some := list(islice(coming, _STEP)):
            for mark in some:
                for key in keys(mark):
                    rows.setdefault(key, []).append(mark)
            yield
        if self._rule.rank:
            for row in rows.values():
                row.sort(key=self._rule.rank)  # stable: the oldest of equals stands first
                yield

    def replace(self, old: Mark | None, new: Mark | None) -> None:
        """Put a mark in the place of one that is there; None for no mark."""
        for mark in filter(None, [old]):
            for key in self._rule.keys(mark):
                row = self._touched(key)
                del row[self._place(row, mark)]
                if not row:
                    del self._rows[key]
        for mark in filter(None, [new]):
            for key in self._rule.keys(mark):
                row = self._touched(key)
                row.insert(self._place(row, mark), mark)

    def _touched(self, key: str) -> list[Mark]:
        self._tuples.pop(key, None)
        return self._rows.setdefault(key, [])

    def _place(self, row: list[Mark], mark: Mark) -> int:
        return bisect_left(row, self._order(mark), key=self._order)

    def _order(self, mark: Mark) -> tuple[Any, tuple[str, int]]:
        return self._rule.rank(mark) if self._rule.rank else 0, self._age(mark)


def drawn(oldest_first: Iterable[Mark], rule: Rule) -> Drawn:
    """Return marks in drawers that no change will touch."""
    buckets = Buckets(rule, lambda mark: (mark.created, 0))
    for _ in buckets.filling(oldest_first):
        pass
    return buckets


def _shown(row: list[Mark], rule: Rule) -> tuple[Mark, ...]:
    return tuple(reversed(row) if rule.newest_first else row)
