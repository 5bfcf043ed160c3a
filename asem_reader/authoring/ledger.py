# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""`blocks.lock`: the symbols and block ids there ever were, so that what was printed leads home for ever.

One line a topic: slug and symbol; one line a block: slug, id, text as last compiled; separated by tabs. A
line that begins with `-` is a topic or block that is gone, kept so that its symbol or id is never given to
another and returns with it.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Self

from asem_reader.core.place import BlockId, Slug

# No vowels and no look-alikes: nobody reads a word or mistakes a letter when typing a code from paper.
_LETTERS = "bcdfghjkmnpqrstvwxz"
_SIGNS = _LETTERS + "23456789"
_LENGTH = 4
_LIKE_ENOUGH = 0.6
_HEAD = (
    "# SPDX-FileCopyrightText: 2026 The ASEM Reader developers",
    "# SPDX-License-Identifier: CC-BY-4.0",
    "# Symbols of topics and ids of blocks. Written by make content; commit it with the change.",
)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An entry of the ledger: one block that is or was."""

    slug: Slug
    id: BlockId
    text: str
    gone: bool = False

    def __str__(self) -> str:
        return f"{'-' if self.gone else ''}{self.slug}\t{self.id}\t{self.text}"


class Ledger:
    """Gives blocks their ids and remembers them."""

    def __init__(
        self, entries: Iterable[LedgerEntry] = (), symbols: Mapping[str, Slug] | None = None
    ) -> None:
        self._symbols = dict(symbols or {})
        self._used: set[str] = set()
        self._old: dict[Slug, list[LedgerEntry]] = {}
        self._new: dict[Slug, list[LedgerEntry]] = {}
        for entry in entries:
            self._old.setdefault(entry.slug, []).append(entry)
        self._ids = {entry.id for known in self._old.values() for entry in known}

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the ledger that `dump` wrote.

        Raises:
            ValueError: a line of another form; the message says which.
        """
        entries, symbols = [], {}
        for number, line in enumerate(text.splitlines(), 1):
            if line.startswith("#"):
                continue
            parts = line.removeprefix("-").split("\t")
            if len(parts) == 2 and all(parts):
                if parts[1] in symbols:
                    raise ValueError(f"the symbol {parts[1]} stands twice")
                symbols[parts[1]] = Slug(parts[0])
                continue
            if len(parts) != 3:
                raise ValueError(f"line {number} is neither slug and symbol nor slug, id and text")
            entries.append(LedgerEntry(Slug(parts[0]), BlockId(parts[1]), parts[2], line.startswith("-")))
        twice = [name for name, count in Counter(entry.id for entry in entries).items() if count > 1]
        if twice:
            raise ValueError(f"the id {twice[0]} stands twice")
        return cls(entries, symbols)

    def claim(self, slug: Slug, symbol: str) -> Slug | None:
        """Note the symbol of a topic; return the topic that has or had it before, None if it was free."""
        owner = self._symbols.setdefault(symbol, slug)
        self._used.add(symbol)
        return None if owner == slug else owner

    def symbol_of(self, slug: Slug) -> str | None:
        """Return the symbol that a topic has or had last, None if it had none."""
        return next((symbol for symbol, owner in self._symbols.items() if owner == slug), None)

    def assign(self, slug: Slug, texts: Sequence[str], folded: Iterable[Slug] = ()) -> list[BlockId]:
        """Return an id for each block of a topic, in order.

        A text that the ledger has keeps its id; else the likeliest old text that is left over
        gives up its id; else the id is new. From `folded`, topics that are no more, texts may have come
        with their ids.
        """
        left = [entry for each in (slug, *folded) for entry in self._old.get(each, ())]
        found: dict[int, BlockId] = {}
        for index, text in enumerate(texts):
            same = next((entry for entry in left if entry.text == text), None)
            if same:
                left.remove(same)
                found[index] = same.id
        for index, entry in _likeliest(texts, found, left):
            if index not in found and entry in left:
                left.remove(entry)
                found[index] = entry.id
        ids = [found.get(index) or self._fresh(slug, text) for index, text in enumerate(texts)]
        now = [LedgerEntry(slug, given, text) for given, text in zip(ids, texts, strict=True)]
        for each in (slug, *folded):
            gone = [LedgerEntry(each, old.id, old.text, gone=True) for old in left if old.slug == each]
            self._new[each] = [*(now if each == slug else ()), *gone]
        return ids

    def dump(self) -> str:
        """Return the ledger as text: symbols, then topics by slug, each with its blocks and its gone ones."""
        gone = {
            slug: [LedgerEntry(slug, e.id, e.text, gone=True) for e in old] for slug, old in self._old.items()
        }
        symbols = [
            f"{'' if symbol in self._used else '-'}{slug}\t{symbol}"
            for symbol, slug in sorted(self._symbols.items())
        ]
        lines = [str(entry) for _, entries in sorted((gone | self._new).items()) for entry in entries]
        return "\n".join([*_HEAD, *symbols, *lines, ""])

    def _fresh(self, slug: Slug, text: str) -> BlockId:
        """Make an id from the text, so that two authors of the same block make the same one."""
        for attempt in range(10_000):
            seed = hashlib.sha256(f"{slug}\0{text}\0{attempt}".encode()).digest()
            number = int.from_bytes(seed[:8], "big")
            signs = [_LETTERS[number % len(_LETTERS)]]
            number //= len(_LETTERS)
            while len(signs) < _LENGTH:
                signs.append(_SIGNS[number % len(_SIGNS)])
                number //= len(_SIGNS)
            made = BlockId("".join(signs))
            if made not in self._ids:
                self._ids.add(made)
                return made
        raise RuntimeError("no ids are left; make them longer")


def _likeliest(
    texts: Sequence[str], found: dict[int, BlockId], left: list[LedgerEntry]
) -> list[tuple[int, LedgerEntry]]:
    """Pairs of a new text and an old entry that are alike, the likest first."""
    pairs = []
    for index, text in enumerate(texts):
        if index in found:
            continue
        words = re.findall(r"\w+", text)
        for entry in left:
            matcher = SequenceMatcher(None, re.findall(r"\w+", entry.text), words, autojunk=False)
            # The cheap upper bounds first: most pairs are nothing like each other.
            if matcher.real_quick_ratio() >= _LIKE_ENOUGH and matcher.quick_ratio() >= _LIKE_ENOUGH:
                likeness = matcher.ratio()
                if likeness >= _LIKE_ENOUGH:
                    pairs.append((likeness, index, entry))
    pairs.sort(key=lambda pair: (-pair[0], pair[1]))
    return [(index, entry) for _, index, entry in pairs]
