# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes a Library of 100,000 sections from the real one, to measure and try the search on.

Topics are recombined from the blocks there are; names, rare words and numbers in them are replaced, so that
words are as frequent as in real text and ever new ones turn up (the laws of Zipf and Heaps). The same sources
give the same bytes. What only screen and paper need (sources, Typst) is left out.
"""

import argparse
import hashlib
import random
import re
import sqlite3
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, count
from pathlib import Path

from asem_reader.authoring.bundle import _write_library
from asem_reader.authoring.compiled import Compiled, compile_content
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.piece import Piece, Rendering, sections
from asem_reader.core.content import Kind
from asem_reader.core.place import BlockId
from asem_reader.core.span import Span

ROOT = Path(__file__).parents[1]
SECTIONS = 100_000
_WORD = re.compile(r"[^\W\d_]+|\d+")
_RARE = 3  # a word that the Library has no more often
_OF_NAMES, _OF_RARE = 0.4, 0.6  # the shares that are replaced
_OWN_NAMES, _OWN_SHARE = 8, 0.6  # a topic has words of its own that it comes back to
_STRANGERS = 0.4  # the share of blocks that come from another topic
_MADE_WORDS = 140_000
_FIRST_NUMBER = 1_000  # of made topics, so that no slug or symbol is a real one's


class _Made(Compiled):
    """Content whose made topics name no related ones."""

    __slots__ = ()

    @property
    def related(self) -> dict[str, tuple[str, ...]]:
        """What the drafts themselves name: to look for what names them takes minutes at this size."""
        return {draft.slug: tuple(dict.fromkeys(draft.related)) for draft in self.drafts}


@dataclass(frozen=True, slots=True)
class _Text:
    """A real text, cut where a word may be replaced: `parts` around `slots`."""

    parts: tuple[str, ...]
    slots: tuple[str, ...]


class _Words:
    """Which words may be replaced, and by what."""

    def __init__(self, texts: Iterable[str], chance: random.Random) -> None:
        written = Counter(word for text in texts for word in _WORD.findall(text))
        self._chance = chance
        self._counts = Counter[str]()
        for word, times in written.items():
            self._counts[word.lower()] += times
        self._lower = {word for word in written if word.islower()}
        self._made = made_words(sorted(self._lower | {word.lower() for word in written}), chance)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._made))))
        self._drawn: Iterator[str] = iter(())
        self.own: list[str] = []

    def cut(self, text: str) -> _Text:
        """Cut a text at all words that may be replaced."""
        parts, slots, end = [], [], 0
        for match in _WORD.finditer(text):
            if self._share(match[0]):
                parts.append(text[end : match.start()])
                slots.append(match[0])
                end = match.end()
        return _Text((*parts, text[end:]), tuple(slots))

    def vary(self, text: _Text) -> str:
        """Return the text with a share of its words replaced."""
        words = [self._instead(word) for word in text.slots]
        return "".join(piece for pair in zip(text.parts, [*words, ""], strict=True) for piece in pair)

    def name(self, text: _Text) -> str:
        """Return a title or another name, with a word in it that tells it from others."""
        varied = self.vary(text)
        return varied if varied != self.plain(text) else f"{varied} {self.draw().title()}"

    @staticmethod
    def plain(text: _Text) -> str:
        """Return the text as it was."""
        return "".join(piece for pair in zip(text.parts, [*text.slots, ""], strict=True) for piece in pair)

    def draw(self) -> str:
        """A made word, the frequent ones often."""
        word = next(self._drawn, None)
        if word is None:
            self._drawn = iter(self._chance.choices(self._made, cum_weights=self._weights, k=50_000))
            word = next(self._drawn)
        return word

    def _share(self, word: str) -> float:
        """How often a word is replaced."""
        if word.isdigit():
            return 1
        if word[0].isupper() and word.lower() not in self._lower:
            return _OF_NAMES
        return _OF_RARE if self._counts[word.lower()] <= _RARE else 0

    def _instead(self, word: str) -> str:
        if self._chance.random() >= self._share(word):
            return word
        if word.isdigit():
            return self._number(word)
        made = self._chance.choice(self.own) if self._chance.random() < _OWN_SHARE else self.draw()
        if len(word) > 1 and word.isupper():
            return made[: max(3, len(word))].upper()
        return made.title() if word[0].isupper() else made

    def _number(self, digits: str) -> str:
        """A year stays a year, and a figure as long as it was."""
        if len(digits) == 4 and 1990 <= int(digits) <= 2030:
            return str(self._chance.randint(1996, 2026))
        if len(digits) > 9:
            return digits
        return str(self._chance.randint(10 ** (len(digits) - 1) - (len(digits) == 1), 10 ** len(digits) - 1))


def made_words(real: list[str], chance: random.Random) -> list[str]:
    """Return words that look like the real ones: each letter follows the three before it as in those."""
    after: dict[str, list[str]] = defaultdict(list)
    for word in real:
        if word.isalpha():
            padded = f"^^^{word}$"
            for at in range(3, len(padded)):
                after[padded[at - 3 : at]].append(padded[at])
    taken = set(real)
    made: list[str] = []
    while len(made) < _MADE_WORDS:
        word = "^^^"
        while not word.endswith("$") and len(word) < 20:
            word += chance.choice(after[word[-3:]])
        word = word.strip("^$")
        if len(word) > 2 and word not in taken:
            taken.add(word)
            made.append(word)
    return made


class Maker:
    """Makes topics after the real ones, as many as are wanted."""

    def __init__(self, real: Compiled, seed: int = 1) -> None:
        self._real = real
        self._chance = random.Random(seed)
        texts = [text for draft in real.drafts for text in (draft.title, draft.summary, *draft.aliases)]
        texts += [piece.text for rendering in real.renderings.values() for piece in rendering.pieces]
        self._words = _Words(texts, self._chance)
        self._cuts = {text: self._words.cut(text) for text in texts}
        self._like: dict[object, list[Piece]] = defaultdict(list)
        for rendering in real.renderings.values():
            for heading, under in sections(rendering.pieces):
                for piece in under:
                    self._like[heading.text, piece.kind].append(piece)
        self._block = count(1)

    def made(self, most: int) -> Compiled:
        """Return the real content with made topics among it, `most` sections in all."""
        real = self._real
        renderings, ids = dict(real.renderings), dict(real.ids)
        have = sum(_sections(renderings.get(draft.slug)) for draft in real.drafts)
        frames = [draft for draft in real.drafts if draft.kind not in (Kind.PILLAR, Kind.GROUP)]
        drafts = list(real.drafts)
        for number in count(_FIRST_NUMBER):
            if have >= most:
                break
            self._words.own = [self._words.draw() for _ in range(_OWN_NAMES)]
            frame = self._chance.choice(frames)
            draft = self._draft(frame, number)
            drafts.append(draft)
            if frame.slug in real.renderings:
                pieces = self._pieces(real.renderings[frame.slug], most - have - 1)
                renderings[draft.slug] = Rendering(pieces)
                # A real id has no vowel.
                ids[draft.slug] = [BlockId(f"a{next(self._block)}") for _ in pieces]
            have += _sections(renderings.get(draft.slug))
        return _Made(real.content, tuple(_depth_first(drafts)), renderings, ids, real.ledger)

    def _draft(self, frame: Draft, number: int) -> Draft:
        return replace(
            frame,
            slug=f"{frame.slug}-{number}",
            title=self._words.name(self._cuts[frame.title]),
            symbol=f"{frame.symbol.partition('-')[0]}-{number}" if frame.symbol else "",
            summary=self._words.vary(self._cuts[frame.summary]),
            aliases=tuple(self._words.name(self._cuts[alias]) for alias in frame.aliases),
            related=(),
        )

    def _pieces(self, frame: Rendering, most: int) -> list[Piece]:
        """The blocks of a topic, of the frame and of strangers, under at most `most` headings."""
        pieces: list[Piece] = []
        for _, (heading, under) in zip(range(most), sections(frame.pieces), strict=False):
            pieces.append(heading)
            for piece in under:
                stranger = self._chance.random() < _STRANGERS
                other = self._chance.choice(self._like[heading.text, piece.kind]) if stranger else piece
                text = self._words.vary(self._cuts[other.text])
                pieces.append(replace(other, run=piece.run, text=text, cells=((Span(text),),), links=()))
        return pieces


def _sections(rendering: Rendering | None) -> int:
    """How many sections a topic has: its summary, and one a heading."""
    return 1 + (sum(1 for _ in sections(rendering.pieces)) if rendering else 0)


def _depth_first(drafts: list[Draft]) -> Iterator[Draft]:
    below: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        below[draft.parent].append(draft)

    def walk(parent: str) -> Iterator[Draft]:
        for draft in below[parent]:
            yield draft
            yield from walk(draft.slug)

    return walk("")


def ready(size: int = SECTIONS, root: Path = ROOT) -> Path:
    """Return the made Library, made anew if there is none, or if it is of another Library or another program.

    Raises:
        ContentError: something in the content is wrong.
    """
    target = root / "build" / f"made-{size}.db"
    origin = target.with_suffix(".origin")
    sources = (root / "data" / "asem.db", Path(__file__))
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    if not (target.is_file() and origin.is_file() and origin.read_text(encoding="ascii") == digest):
        origin.unlink(missing_ok=True)
        target.parent.mkdir(exist_ok=True)
        start = time.monotonic()
        _write_library(Maker(compile_content(root / "data")).made(size), target)
        origin.write_text(digest, encoding="ascii")
        print(f"{told(target)}, made in {time.monotonic() - start:.0f} s", file=sys.stderr)
    return target


def told(library: Path) -> str:
    """How large a Library is, in a line."""
    db = sqlite3.connect(f"{library.absolute().as_uri()}?mode=ro", uri=True)
    db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'sections_fts', 'row')")
    made, topics, words, running = (
        db.execute(sql).fetchone()[0]
        for sql in (
            "SELECT count(*) FROM sections",
            "SELECT count(*) FROM topics",
            "SELECT count(*) FROM temp.words",
            "SELECT sum(cnt) FROM temp.words",
        )
    )
    db.close()
    size = library.stat().st_size / 1e6
    return (
        f"{library.name}: {made:,} sections, {topics:,} topics, "
        f"{words:,} different words of {running:,}, {size:.0f} MB"
    )


def main() -> None:
    """Make it if need be, and say how large it is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sections", type=int, default=SECTIONS)
    chosen = options.parse_args()
    print(told(ROOT / "data" / "asem.db"))
    print(told(ready(chosen.sections)))


if __name__ == "__main__":
    main()
