# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Lets through the marks that hold some words, as fast as one types."""

from collections.abc import Callable, Iterator
from itertools import islice

from asem_reader.core.folding import plain
from asem_reader.core.marks.grouping import Group
from asem_reader.core.marks.mark import Mark, MarkId
from asem_reader.core.place import Slug

_STEP = 200  # marks whose texts are made plain in a few milliseconds

Pairs = list[tuple[Mark, str]]


class MarkFilter:
    """Looks for words, or parts of them, in what a mark says, what it is on, its topic, folder and tags.

    Case and accents do not matter; all words must be there. `#tag` looks among tags alone. The text of each
    mark is made plain once; a text that only grew is looked for among what was let through before.
    """

    def __init__(self, title_of: Callable[[Slug], str]) -> None:
        self._title_of = title_of
        self._texts: dict[MarkId, tuple[Mark, str]] = {}
        self._pairs: dict[int, tuple[tuple[Mark, ...], Pairs]] = {}  # by what tells those marks from others
        self._whole: Group | None = None  # of which the following are
        self._groups: list[tuple[Group, int]] = []  # each with the number of the one that holds it
        self._all: list[Pairs] = []  # what stands in each of them itself
        self._words: tuple[str, ...] = ()
        self._through = self._all

    def preparing(self, whole: Group) -> Iterator[None]:
        """Make the texts of all marks in a group plain, in steps of a few milliseconds.

        Those of which the very same tuple was prepared before are taken over.
        """
        if whole is self._whole:
            return
        groups, kept = _flat(whole), dict[int, tuple[tuple[Mark, ...], Pairs]]()
        for group, _ in groups:
            known = self._pairs.get(id(group.marks))
            if known is None:
                known = group.marks, []
                marks = iter(group.marks)
                while some := list(islice(marks, _STEP)):
                    known[1].extend(map(self._pair, some))
                    yield
            kept[id(group.marks)] = known
        self._whole, self._groups, self._pairs = whole, groups, kept
        self._all = [kept[id(group.marks)][1] for group, _ in groups]
        self._words, self._through = (), self._all

    def sift(self, whole: Group, text: str) -> Group:
        """Return a group with the marks alone that hold all words of a text, in their order.

        Groups of which nothing is left are left out. An empty text lets everything through.
        """
        words = tuple(plain(text).split())
        if not words:
            return whole
        for _ in self.preparing(whole):
            pass
        if not _grew(self._words, words):
            self._through = self._all
        for word in words:
            self._through = [[pair for pair in pairs if word in pair[1]] for pairs in self._through]
        self._words = words
        return self._left()

    def _left(self) -> Group:
        """The groups with what was let through; those that stand in others are made before these."""
        inner: list[list[Group]] = [[] for _ in self._groups]
        left = Group("", "")
        numbered = list(enumerate(zip(self._groups, self._through, strict=True)))
        for number, ((group, above), pairs) in reversed(numbered):
            groups = tuple(reversed(inner[number]))
            count = len(pairs) + sum(each.count for each in groups)
            left = Group(group.key, group.title, tuple([mark for mark, _ in pairs]), groups, count)
            if count and number:
                inner[above].append(left)
        return left

    def _pair(self, mark: Mark) -> tuple[Mark, str]:
        pair = self._texts.get(mark.id)
        if pair is None or pair[0] is not mark:
            pair = self._texts[mark.id] = mark, self._text(mark)
        return pair

    def _text(self, mark: Mark) -> str:
        tags = " ".join(f"#{tag}" for tag in mark.tags)
        parts = (mark.body, mark.words or mark.quote, self._title_of(mark.slug), mark.folder, tags)
        return plain("\n".join(parts))


def _flat(whole: Group) -> list[tuple[Group, int]]:
    """A group and all in it, each with the number of the one that holds it, which stands before."""
    groups = [(whole, 0)]
    for number, (group, _) in enumerate(groups):  # which grows meanwhile
        groups.extend((inner, number) for inner in group.groups)
    return groups


def _grew(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Whether whatever holds the words of now holds those of before too."""
    return bool(before) and all(any(word in other for other in now) for word in before)
