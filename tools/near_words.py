# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes the list of near words from WordNet: for English words that the Library lacks, words that it has.

`python -m tools.near_words FOLDER` reads the database files of WordNet 3.0, such as those of the Debian
package wordnet-base (their format: wndb(5WN)), and writes `asem_reader/authoring/indexes/near.txt`.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import sqlite_utils

from asem_reader import paths
from asem_reader.authoring.indexes.nearwords import FILE, HeldWords
from asem_reader.core.words import FUNCTION_WORDS, tokens

HEAD = """\
# SPDX-FileCopyrightText: 2006 Princeton University
# SPDX-License-Identifier: LicenseRef-WordNet
# English words, and at most three words near to each, the nearest first: made from WordNet 3.0 by
# tools/near_words.py, for words that the Library lacks, of those that it has.
"""
POSITIONS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSES = 2  # of a word, the commonest first
MOST_NEAR = 3
VAGUE = 11  # a word with more meanings says nothing
GENERAL = 1_600  # a meaning with so many narrower ones says nothing
ASTRAY = {("death", "exit")}  # by an editor: where WordNet's nearest leads away
# How far a word is: a step to a broader meaning is one.
RARER, NO_NOUN, DERIVED, BY_SYNONYM, FIELD, NARROWER, MOST = 0.8, 0.5, 0.5, 0.3, 1.2, 2.1, 3.0
SURE = 2.0  # further away only a word counts by which an issue is called
ISSUES = """
    SELECT n.name FROM names n JOIN topics t ON t.id = n.topic_id WHERE t.kind = 'issue' AND n.rank <= 2
"""
CALLED = 1.0  # so much nearer is a word by which an issue is called
CLOSE = 1.1  # for words that are no nouns: WordNet is poor in what they have in common


class Synset(NamedTuple):
    """A meaning: the words that have it, and where it leads."""

    words: list[str]
    pointers: list[tuple[str, str, int, int]]  # kind, other synset, number of the word in each; 0 is all


class WordNet:
    """The meanings of English words (Fellbaum 1998; wordnet.princeton.edu)."""

    def __init__(self, folder: Path) -> None:
        self.synsets: dict[str, Synset] = {}
        self.senses: dict[str, list[str]] = defaultdict(list)  # nouns first
        self.meanings = Counter[str]()  # how many a word has in all
        for letter, name in POSITIONS.items():
            for line in _lines(folder / f"data.{name}"):
                parts = line.partition(" | ")[0].split()
                end = 4 + 2 * int(parts[3], 16)
                words = [word.partition("(")[0].replace("_", " ").lower() for word in parts[4:end:2]]
                fields = iter(parts[end + 1 : end + 1 + 4 * int(parts[end])])
                pointers = [
                    (kind, at + to, *bytes.fromhex(numbers))
                    for kind, to, at, numbers in zip(*[fields] * 4, strict=True)
                ]
                self.synsets[letter + parts[0]] = Synset(words, pointers)
            for line in _lines(folder / f"index.{name}"):
                parts = line.split()
                word, count = parts[0].replace("_", " "), int(parts[2])
                self.senses[word] += [letter + each for each in parts[-count:][:SENSES]]
                self.meanings[word] += count

    @cache  # noqa: B019  one is made
    def narrower(self, synset: str) -> frozenset[str]:
        """Return a meaning and all that are narrower."""
        inner = (self.narrower(to) for kind, to, _, _ in self.synsets[synset].pointers if kind == "~")
        return frozenset([synset]).union(*inner)

    def near(self, word: str) -> dict[str, float]:
        """Return how far away each word is that is near to one."""
        best: dict[str, float] = {}
        times = defaultdict[str, int](int)
        for synset in self.senses[word]:
            letter = synset[0]
            far = RARER * times[letter] + (0 if letter == "n" else NO_NOUN)
            times[letter] += 1
            for at, other, more in self._around(word, synset):
                if far + more <= MOST and at in self.senses[other] and self.meanings[other] <= VAGUE:
                    best[other] = min(far + more, best.get(other, MOST))
        return {other: far for other, far in best.items() if other != word}

    def _around(self, word: str, synset: str) -> Iterator[tuple[str, str, float]]:
        """The words of a meaning, of what is broader, and what is derived from them."""
        todo = [(synset, 0.0)]
        while todo:
            at, far = todo.pop()
            words, pointers = self.synsets[at]
            if any(kind == "@i" for kind, *_ in pointers):
                continue  # a name
            yield from ((at, other, far) for other in words)
            for kind, to, one, other in pointers:
                if kind in ("+", "\\") and far < 2:
                    derived = self.synsets[to].words
                    more = DERIVED + (0 if not one or words[one - 1] == word else BY_SYNONYM)
                    derived = derived[other - 1 : other] if other else derived
                    yield from ((to, each, far + more) for each in derived)
                    if synset[0] != "n" and not far:
                        todo.append((to, more))
                elif kind == "@" and far < MOST and len(self.narrower(to)) <= GENERAL:
                    todo.append((to, far + 1))
                elif kind in (";c", "~") and not far:
                    more = FIELD if kind == ";c" else NARROWER
                    yield from ((to, each, more) for each in self.synsets[to].words)


def near_words(
    wordnet: WordNet, held: HeldWords, english: set[str], issues: set[str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield words that the Library lacks, by the alphabet, each with the nearest that it has."""
    for word in sorted(wordnet.senses):
        noun = wordnet.senses[word][0][0] == "n"
        if word not in english or len(word) < 3 or word in FUNCTION_WORDS or held.forms(word):
            continue
        ranked = list[tuple[float, str]]()
        for other, far in wordnet.near(word).items():
            called = not issues.isdisjoint(held.forms(other))
            idle = not FUNCTION_WORDS.isdisjoint(tokens(other))  # to take in, a put-on
            if not idle and (word, other) not in ASTRAY and (called or far <= (SURE if noun else CLOSE)):
                ranked.append((far - called * CALLED, other))
        found = list[str]()
        for _, other in sorted(ranked):
            written = (" ".join(tokens(other)), "".join(tokens(other)))  # cease-fire, ceasefire
            found += [each for each in written if len(each) > 2 and held.lead(each)][:1]
        if found:
            yield word, list(dict.fromkeys(found))[:MOST_NEAR]


def main() -> None:
    """Make the list anew."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, help="of the files data.noun, index.noun and so on")
    folder = options.parse_args().folder
    db = sqlite_utils.Database(paths.library())
    english = {row["word"] for row in db.query("SELECT word FROM english")}
    issues = {word for row in db.query(ISSUES) for word in tokens(row["name"])}
    rows = near_words(WordNet(folder), HeldWords(db), english, issues)
    lines = [f"{word}: {', '.join(near)}\n" for word, near in rows]
    FILE.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} words in {FILE}")


def _lines(file: Path) -> Iterator[str]:
    """The lines of a file of WordNet, without its licence, which begins each line with a blank."""
    return (line for line in file.read_text(encoding="latin-1").splitlines() if not line.startswith(" "))


if __name__ == "__main__":
    main()
