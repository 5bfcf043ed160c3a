# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Letters without case and accents, as one types them."""

import re
import unicodedata
from functools import cache

# Letters with a stroke, and the like, that no decomposition has.
STROKED = {ord(letter): bare for letter, bare in zip("đðħıȷłøŧƀɨʉ", "ddhijlotbiu", strict=True)}
# Signs of typography, each as the sign that a keyboard has.
TWINS = {
    ord(sign): typed
    for typed, signs in {
        "'": "’‘‛′´ʼ",
        '"': "“”„‟«»″",
        "-": "‐‑‒–—―−",
        " ": "\u00a0\u2007\u2009\u202f",
    }.items()
    for sign in signs
}
# Soft hyphen, joiners, blanks without width: what is not seen.
UNSEEN: dict[int, str | None] = dict.fromkeys((0xAD, 0x34F, 0x200B, 0x2060, 0xFEFF))
_LOOSE = {**STROKED, **TWINS, **UNSEEN, ord("æ"): "ae", ord("œ"): "oe"}
_RUNS = re.compile("[\x00-\x7f]+|[^\x00-\x7f]")  # of ASCII, or one sign beyond it


@cache
def _may_combine() -> re.Pattern[str]:
    """A pattern of signs that may combine with a letter; most texts have none, and compiling takes 3 ms."""
    return re.compile("[\u0300-\u1fff\u2070-\U0010ffff]")


def plain(text: str) -> str:
    """Return a text without case and accents, its signs as a keyboard has them."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    bare = _may_combine().sub(lambda found: "" if unicodedata.combining(found[0]) else found[0], apart)
    return bare.casefold().translate(_LOOSE)


def placed(text: str) -> tuple[str, list[int]]:
    """Return a text as `plain` makes it, and where in the text each of its letters stands, and its end.

    One letter may become several, as ﬁ does, or none, as a soft hyphen.
    """
    letters, places = list[str](), list[int]()
    for run in _RUNS.finditer(text):
        letters.append(plain(run[0]))
        alone = not run[0].isascii()
        places += [run.start()] * len(letters[-1]) if alone else range(*run.span())
    return "".join(letters), [*places, len(text)]


def whole(text: str) -> str:
    """Return a text as a file can hold it: half of a pair of UTF-16 units, as a paste may bring, is none."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
