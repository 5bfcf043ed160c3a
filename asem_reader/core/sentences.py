# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sentences of an English text with their places, as they are read aloud one by one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# What ends no sentence although a full stop stands behind it: titles and the like, whatever follows; months
# and parts of a document, where a number does.
_SHORT = re.compile(
    "al|approx|brig|ca|capt|cf|cpt|dr|eds|eg|esp|et|excl|gen|gov|hon|ie|incl|lt|maj|messrs|mme|mr|mrs|ms|mt|"
    "prof|rev|sen|sgt|st|ste|v|viz|vs"
)
_BEFORE_NUMBERS = re.compile(
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    "arts?|chap|ch|cl|col|dept|ed|est|figs?|ft|nos?|op|paras?|pp?|pt|refs?|sect?|vols?"
)
_LONGEST = 30  # letters of a word that may be one of these, initials too
# Where a sentence may end: a sign that ends one, what closes behind it, and a blank; or a line's end.
_END = re.compile(r"[.!?…]+[”’\"')\]»]*(?=\s|$)|[。！？]+[」』）]*|[\n\u2028\u2029]")
_WORD = re.compile(r"[^\s(\[“‘\"'«—–]+$")  # that a full stop stands behind
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")  # J, U.S, e.g


class Sentence(NamedTuple):
    """A sentence by its place in a text, without blanks round it: from `start` up to, not with, `end`."""

    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order, each letter that is no blank in one of them.

    A sentence ends behind a full stop, an exclamation or a question mark, or with its line; but not behind
    an abbreviation or initials, nor where what follows goes on in small letters.
    """
    return tuple(_stripped(text))


def _stripped(text: str) -> Iterator[Sentence]:
    start = 0
    for end in (*_ends(text), len(text)):
        said = text[start:end].strip()
        if said:
            first = text.index(said[0], start)
            yield Sentence(first, first + len(said))
        start = end


def _ends(text: str) -> Iterator[int]:
    for sign in _END.finditer(text):
        following = text[sign.end() : sign.end() + _LONGEST].lstrip()[:1]
        before = text[max(0, sign.start() - _LONGEST) : sign.start()]
        is_line = sign.group().isspace()
        is_short = sign.group().startswith(".") and _is_short(before, following)
        if is_line or not (following.islower() or is_short):
            yield sign.end()


def _is_short(before: str, following: str) -> bool:
    """True if the word at the end is an abbreviation or initials, by the letter that follows its stop."""
    word = _WORD.search(before)
    bare = word.group().lower() if word else ""
    if _BEFORE_NUMBERS.fullmatch(bare):
        return following.isdigit()
    return bool(_SHORT.fullmatch(bare) or _INITIALS.fullmatch(bare))
