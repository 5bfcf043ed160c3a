# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Letters without case and accents, as one types them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from asem_reader.core.hit import Run


@cache
def _may_combine() -> re.Pattern[str]:
    """Where signs stand that combine with a letter: not among those of most texts, done at once."""
    return re.compile("[\u0300-\u1fff\u2070-\U0010ffff]")


def plain(text: str) -> str:
    """Return a text without case and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return (
        _may_combine()
        .sub(lambda found: "" if unicodedata.combining(found[0]) else found[0], apart)
        .casefold()
    )


def whole(text: str) -> str:
    """Return a text as a file can hold it: half of a pair of UTF-16 units, as a paste may bring, is none."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def runs(text: str, words: Iterable[str]) -> tuple[Run, ...]:
    """Return a text in runs, with the letters of `words` set apart wherever they stand; `words` are plain."""
    letters = [plain(letter) for letter in text]
    # Where each plain letter comes from: one may become several, or none.
    origins = [index for index, letter in enumerate(letters) for _ in letter]
    whole = "".join(letters)
    matched = [False] * len(text)
    for word in filter(None, words):
        start = whole.find(word)
        while start >= 0:
            first, last = origins[start], origins[start + len(word) - 1]
            matched[first : last + 1] = [True] * (last + 1 - first)
            start = whole.find(word, start + len(word))
    made: list[Run] = []
    for letter, found in zip(text, matched, strict=True):
        if made and made[-1].matched == found:
            made[-1] = Run(made[-1].text + letter, found)
        else:
            made.append(Run(letter, found))
    return tuple(made)
