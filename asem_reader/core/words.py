# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Words as the search index sees them: taken apart, folded, spelled another way, measured by likeness."""

import re
import unicodedata
from collections.abc import Iterator

from asem_reader.core.folding import STROKED


def _among(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that carry no weight in a search unless they stand in quotes or alone.
FUNCTION_WORDS = _among("""
    a about after all also an and any are as at be become becomes been before between but by can
    could did do does for from had has have how i if in into is it its many may me might much must
    no not of on or our over s say says said should since so some tell than that the their them
    then there these they this to under until up was we were what when where which who whom whose
    why will with would you your
""")
# What was done, in a question, says less than to what: a page on a summit need not say that it was held.
DEEDS = _among("""
    agree agreed chair chaired chairs discuss discussed happen happened held hold host hosted hosts
    meet meets mention mentioned met think thought
""")
_QUESTION_WORDS = _among("did do does how is are was were what when where which who whom whose why")
_DOER = re.compile(r"(\w{4,})(?:er|or|ee)s?")
_BEYOND = re.compile(r"[^\x00-\x7f\u2010-\u2027]+")  # ASCII and signs of typography
_TOKEN = re.compile(r"[^\W_]+")

# British and American spellings with the endings that both have; what is made of them counts only if the
# Library has the word.
_ENDINGS = (
    ("is", "iz", "e[drs]?|ers|ing|ations?|ational"),
    ("ys", "yz", "e[drs]?|ing"),
    ("our", "or", "|s|ed|ing|al|able|ably|ite|ites|ful|hood|hoods|er|ers|less"),
    ("tre", "ter", "s?"),
    ("ence", "ense", "|s|less"),
    ("gramme", "gram", "s?"),
    ("ogue", "og", "s?"),
    ("ageing", "aging", ""),
    ("ll", "l", "ed|ing|er|ers|or|ors"),
    ("fulfil", "fulfill", "s?"),
)
_SPELLINGS = tuple(
    (re.compile(f"{one}({endings})$"), rf"{other}\1")
    for british, american, endings in _ENDINGS
    for one, other in ((british, american), (american, british))
)
# What a word may end in, and what may stand there instead.
_INFLECTIONS = (
    ("ies", "y"),
    ("es", "", "e"),
    ("s", ""),
    ("ied", "y"),
    ("ed", "", "e"),
    ("ing", "", "e"),
    ("ly", ""),
    ("er", "", "e"),
    ("ist", ""),
)


def folded(text: str) -> str:
    """Return the text as it is indexed: small letters, Latin ones without diacritics or strokes.

    SQLite's unicode61 tokeniser leaves it so (sqlite.org/fts5.html, 4.3.1). It stays as long, but for letters
    that have no single small one.
    """
    low = text.lower()
    return low if low.isascii() else _BEYOND.sub(lambda found: found[0].translate(_BARE), low)


def indexed(text: str) -> str:
    """Return a text as it goes into the index: where SQLite would not fold a letter as we do, both ways."""
    low = text.lower()
    plain = low.translate(_PLAIN)
    return text if plain == low else f"{text}\n{plain}"


class _Plain(dict[int, str]):
    """A table for `str.translate` of letters that SQLite knows no plain form of; each is looked up once."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFKC", chr(code))
        plain = letter if len(letter) == 1 and letter.isalnum() else chr(code)
        return self.setdefault(code, STROKED.get(ord(plain), plain))


class _Bare(dict[int, str]):
    """The same of all letters."""

    def __missing__(self, code: int) -> str:
        plain = _PLAIN[code]
        base = unicodedata.normalize("NFD", plain)[0]
        return self.setdefault(code, base if base.isascii() else plain)


_PLAIN, _BARE = _Plain(), _Bare(dict.fromkeys(range(0x300, 0x370), ""))


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text as the index holds them: runs of letters and digits, folded."""
    return tuple(_TOKEN.findall(folded(text)))


def key(text: str) -> str:
    """Return what names and synonyms are looked up by: the words with weight, one blank between them."""
    words = tokens(text)
    return " ".join([word for word in words if word not in FUNCTION_WORDS] or words)


def is_question(words: tuple[str, ...]) -> bool:
    """Tell whether a text is put as a question: four words and more, with a word that asks."""
    return len(words) > 3 and not _QUESTION_WORDS.isdisjoint(words)


def spellings(word: str) -> Iterator[str]:
    """Yield a word as the other side of the Atlantic may spell it; not all that is yielded is a word."""
    for pattern, other in _SPELLINGS:
        if pattern.search(word):
            yield pattern.sub(other, word)


def bases(word: str) -> Iterator[str]:
    """Yield what a word may be an inflected form of: a plural, a past, an adverb; not all of it is a word."""
    for ending, *others in _INFLECTIONS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            yield from (stem + other for other in others)
            if ending in ("ed", "ing", "er") and stem[-1] == stem[-2]:
                yield stem[:-1]


def deeds(word: str) -> tuple[str, ...]:
    """Return what those do or undergo who are called so: smugglers, trainees; not all of it is a word."""
    found = _DOER.fullmatch(word)
    return (stem := found[1], f"{stem}e", *([stem[:-1]] if stem[-1] == stem[-2] else [])) if found else ()


def trigrams(word: str) -> list[str]:
    """Return every three letters in a row of a word."""
    return [word[start : start + 3] for start in range(len(word) - 2)]


def distance(one: str, other: str, most: int, *, begun: bool = False) -> int:
    """Return the optimal string alignment distance of two words; anything over `most` is `most` + 1.

    With `begun` that to the nearest beginning of the other that is as long, give or take a letter.
    """
    width, far = len(other), most + 1
    if begun:
        width = min(width, len(one) + 1)
    elif abs(len(one) - width) > most:
        return far
    before: list[int] = []
    last = [min(column, far) for column in range(width + 1)]
    for row, letter in enumerate(one, 1):
        # Further than `most` from the diagonal nothing is near enough.
        current = [min(row, far)] + [far] * width
        for column in range(max(1, row - most), min(width, row + most) + 1):
            if letter == other[column - 1]:
                current[column] = last[column - 1]  # no other way is shorter
                continue
            cost = min(last[column], current[column - 1], last[column - 1]) + 1
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == other[column - 1]:
                cost = min(cost, before[column - 2] + 1)
            current[column] = cost
        if min(current) > most:
            return far
        before, last = last, current
    shortest = min(max(1, len(one) - 1), width) if begun else width
    return min(far, *last[shortest:])
