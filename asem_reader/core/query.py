# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Anything typed into the search field, understood: never a syntax error."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

_PIECE = re.compile(
    r"""(?P<minus>-?)(?:(?P<filter>in|kind):(?P<value>[\w-]+)|"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))"""
)
MOST_PIECES = 40  # of a text that is pasted by mistake; FTS5 takes expressions 256 deep

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase to be found; `prefix` if its last word may go on."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        wanted: every group must be found; within a group any term will do.
        unwanted: terms that must not be found.
        within: slug of the topic that holds the hits, or its first letters; empty for all.
        kind: kind of topic, such as ``issue``; empty for all.
        years: first and last year that a section must speak of, or None for any.
        noted: only topics on which the reader has a note.
        hints: terms that make a section better without being required, such as the year in a question.
        literal: nothing is to be mended or widened.
    """

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()
    within: str = ""
    kind: str = ""
    years: tuple[int, int] | None = None
    noted: bool = False
    hints: tuple[Term, ...] = ()
    literal: bool = False

    def __bool__(self) -> bool:
        return bool(self.wanted)


def parse(text: str, *, literal: bool = False) -> Query:
    """Return the query that `text` asks for; any text at all is understood.

    Of a very long text the first words count.

    Words must all be found; ``"a phrase"`` stands together; ``-word`` must be absent; ``a OR b`` takes
    either; ``in:political`` and ``kind:issue`` narrow. The last word is a prefix unless a space follows it.
    """
    text = _cleaned(text)
    wanted: list[tuple[Term, ...]] = []
    unwanted: list[Term] = []
    narrow = {"in": "", "kind": ""}
    either = False
    for piece in islice(_PIECE.finditer(text), MOST_PIECES):
        if piece["filter"]:
            narrow[piece["filter"]] = piece["value"].lower()
            continue
        if piece["word"] == "OR" and not piece["minus"]:
            either = bool(wanted)
            continue
        term = _term(piece, last=piece.end() == len(text))
        if term is None:
            continue
        if piece["minus"]:
            unwanted.append(term)
        elif either:
            wanted[-1] = (*wanted[-1], term)
        else:
            wanted.append((term,))
        either = False
    return Query(tuple(wanted), tuple(unwanted), narrow["in"], narrow["kind"], literal=literal)


def _term(piece: re.Match[str], *, last: bool) -> Term | None:
    phrase = piece["phrase"]
    text = (piece["word"] if phrase is None else phrase).strip()
    if not any(character.isalnum() for character in text):
        return None
    open_ended = last and phrase is None and text[-1].isalnum()
    return Term(text, prefix=open_ended)


def _cleaned(text: str) -> str:
    """Compose accents, straighten quotes, and drop what no text holds (controls, lone surrogates)."""
    composed = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    return "".join(
        character if unicodedata.category(character) not in ("Cc", "Cs") else " " for character in composed
    )
