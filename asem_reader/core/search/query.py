# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Queries: anything typed into the search field, understood, and the filters in it; never a syntax error."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Self

from asem_reader.core.content import Kind
from asem_reader.core.folding import UNSEEN, plain
from asem_reader.core.marks.haystack import is_own
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.words import DEEDS, FUNCTION_WORDS, is_question, tokens

_PIECE = re.compile(
    r"""(?P<minus>-?)(?:(?P<filter>in|kind|year|has):(?P<value>[\w.-]+)|"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))"""
)
_FILTER = re.compile(r'"[^"]*"?|(?<!\S)(?P<key>in|kind|year|has):[\w.-]+')
_YEARS = re.compile(r"([0-9]{4})(?:\.\.([0-9]{4}))?")
_YEAR = re.compile(r"(?:19[5-9]|20[0-9])[0-9]")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # P.D.R.
MOST_PIECES = 40  # of a text that is pasted by mistake; FTS5 takes expressions 256 deep

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}) | UNSEEN


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A term of a query: a word or a phrase to be found."""

    text: str
    prefix: bool = False  # whether its last word may go on
    exact: bool = False  # whether it stood in quotes, and is wanted just so
    starred: bool = False  # whether a star says that it may go on

    @property
    def bare(self) -> str:
        """The text without the signs that end a question."""
        return self.text.strip("?.,")


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: what is looked for."""

    # Every group must be found; within a group any term will do.
    wanted: tuple[tuple[QueryTerm, ...], ...] = ()
    unwanted: tuple[QueryTerm, ...] = ()  # terms that must not be found
    # Slug of the topic that holds the hits, or the first letters of it or its title; empty for all.
    within: str = ""
    kind: str = ""  # kind of topic, such as ``issue``; empty for all
    years: tuple[int, int] | None = None  # first and last year that a section must speak of, or None for any
    noted: bool = False  # only topics on which the reader has a note
    # Terms that make a section better without being required, such as the year in a question.
    hints: tuple[QueryTerm, ...] = ()
    literal: bool = False  # nothing is to be mended or widened
    asked: bool = False  # it is put as a question; then what means the same counts as much as what was typed
    foreign: bool = False  # it is not in English, so that a word that the Library lacks is no slip

    def __bool__(self) -> bool:
        return bool(self.wanted or self.narrowed)

    @property
    def narrowed(self) -> bool:
        """True if a filter stands in it."""
        return bool(self.within or self.kind or self.years or self.noted)

    @property
    def plain(self) -> str:
        """The wanted words as they were typed, without filters and what is unwanted."""
        return " ".join(term.text for group in self.wanted for term in group)


@dataclass(slots=True)
class _Draft:
    """A query while its text is read."""

    wanted: list[tuple[QueryTerm, ...]] = field(default_factory=list)
    unwanted: list[QueryTerm] = field(default_factory=list)
    filters: dict[str, str] = field(default_factory=dict)
    either: bool = False

    def take(self, piece: re.Match[str], *, last: bool) -> None:
        if piece["filter"] and _is_filter(piece["filter"], piece["value"]):
            self.filters[piece["filter"]] = piece["value"].lower()
        elif piece["word"] == "OR" and not piece["minus"]:
            self.either = bool(self.wanted)
        elif term := _term(piece, last=last):
            if piece["minus"]:
                # All that begins with half a word is left out only if a star says so.
                self.unwanted.append(replace(term, prefix=piece.group().endswith("*") and term.prefix))
            elif self.either:
                self.wanted[-1] = (*self.wanted[-1], term)
            else:
                self.wanted.append((term,))
            self.either = False


def parse(text: str, *, literal: bool = False) -> Query:
    """Return the query that any text asks for; of a very long one the first words count.

    Words must all be found; ``"a phrase"`` stands together; ``-word`` must be absent; ``a OR b`` takes
    either; ``in:political``, ``kind:issue``, ``year:2018``, ``year:2016..2021`` and ``has:note`` narrow. A
    word with a star at its end is a prefix, and so is the last unless a space follows it. Function words
    count only alone or in quotes; in a question, so do years as hints. Initials with full stops are an
    acronym, as it is written without.
    """
    text = _cleaned(text)
    if not literal:
        text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    draft = _Draft()
    for piece in islice(_PIECE.finditer(text), MOST_PIECES):
        draft.take(piece, last=piece.end() == len(text))
    years = _YEARS.fullmatch(draft.filters.get("year", ""))
    query = Query(
        tuple(draft.wanted),
        tuple(draft.unwanted),
        draft.filters.get("in", ""),
        _kind(draft.filters.get("kind", "")),
        (int(years[1]), int(years[2] or years[1])) if years else None,
        "has" in draft.filters,
        literal=literal,
    )
    return query if literal else _weighed(query)


def _weighed(query: Query) -> Query:
    """Leave function words out where others stand, and take the years of a question for hints."""
    words = tuple(word for group in query.wanted for term in group for word in tokens(term.text))
    asked = is_question(words)
    hints = tuple(g[0] for g in query.wanted if asked and len(g) == 1 and _is_year(g[0]))
    weighty = tuple(g for g in query.wanted if g[0] not in hints and not all(map(_is_function_word, g)))
    if asked:
        weighty = tuple(g for g in weighty if not _is_deed(g)) or weighty
    return replace(query, wanted=weighty, hints=hints, asked=asked) if weighty else query


def _is_year(term: QueryTerm) -> bool:
    return not term.exact and _YEAR.fullmatch(term.bare) is not None


def _is_deed(group: tuple[QueryTerm, ...]) -> bool:
    return all(not term.exact and set(tokens(term.text)) <= DEEDS for term in group)


def _is_function_word(term: QueryTerm) -> bool:
    """True if a term carries no weight; the first letter of a word that is being typed doesn't yet."""
    words = tokens(term.text)
    begun = term.prefix and len("".join(words)) == 1 and words[0].isalpha()
    return not term.exact and (begun or set(words) <= FUNCTION_WORDS)


def _is_filter(name: str, value: str) -> bool:
    if name == "kind":
        return bool(_kind(value.lower()))
    if name == "year":
        return _YEARS.fullmatch(value) is not None
    return name == "in" or value.lower() in ("note", "notes")


def _kind(value: str) -> str:
    """The kind that a word means, in the singular or the plural or by its first letters; empty for none."""
    singular = re.sub("ies$", "y", value).removesuffix("s")
    return next((str(kind) for kind in Kind if singular and kind.startswith(singular)), "")


def _term(piece: re.Match[str], *, last: bool) -> QueryTerm | None:
    phrase = piece["phrase"]
    text = (piece.group().removeprefix(piece["minus"]) if phrase is None else phrase).strip()
    starred = phrase is None and text.endswith("*")
    text = text.rstrip("*") if starred else text
    if not tokens(text):
        return None
    open_ended = phrase is None and (last or starred) and text[-1].isalnum()
    return QueryTerm(text, open_ended, phrase is not None, starred)


def _cleaned(text: str) -> str:
    """Compose accents, straighten quotes; drop what is not seen or in no text (controls, lone surrogates).

    Full-width letters and letters that are joined become plain ones.
    """
    composed = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in composed)


@dataclass(frozen=True)
class NoteQuery:
    """A query for notes, in plain letters."""

    wanted: tuple[tuple[str, ...], ...] = ()  # of each group one word must be there
    unwanted: tuple[str, ...] = ()  # none of these may be
    notes_only: bool = False  # whether highlights are not wanted

    @classmethod
    def of(cls, query: Query) -> Self:
        """Return what a query seeks in notes."""
        return cls(tuple(map(_plain_words, query.wanted)), _plain_words(query.unwanted), query.noted)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All that is wanted."""
        return tuple(dict.fromkeys(word for group in self.wanted for word in group))

    def find(self, haystacks: Iterable[tuple[Mark, str]]) -> tuple[list[Mark], list[Mark]]:
        """Return marks found by the reader's own words, and by other words, each in the order given."""
        kinds = {MarkKind.NOTE} if self.notes_only else {MarkKind.NOTE, MarkKind.HIGHLIGHT}
        pairs = [pair for pair in haystacks if pair[0].kind in kinds]
        for group in self.wanted:
            pairs = [pair for pair in pairs if any(word in pair[1] for word in group)]
        for word in self.unwanted:
            pairs = [pair for pair in pairs if word not in pair[1]]
        own, others = list[Mark](), list[Mark]()
        for mark, text in pairs:
            (own if any(is_own(word, text) for word in self.words) else others).append(mark)
        return own, others


def _plain_words(terms: Iterable[QueryTerm]) -> tuple[str, ...]:
    return tuple(plain(term.text) for term in terms)


def filters(text: str) -> tuple[str, ...]:
    """Return the filters that stand in a text, such as ``kind:meeting``; none of those within quotes."""
    return tuple(match[0] for match in _standing(text))


def toggled(text: str, narrow: str) -> str:
    """Return a text without a filter that it has, else with it in front, in place of another of its kind."""
    if narrow in filters(text):
        return _without(text, lambda match: match[0] == narrow)
    key = narrow.partition(":")[0]
    return f"{narrow} {_without(text, lambda match: match['key'] == key).lstrip()}"


def unfiltered(text: str) -> str:
    """Return a text without any of its filters."""
    return _without(text, lambda _: True)


def _standing(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _FILTER.finditer(text) if match["key"])


def _without(text: str, unwanted: Callable[[re.Match[str]], bool]) -> str:
    left = text
    for match in reversed(list(_standing(text))):
        if unwanted(match):
            before, after = left[: match.start()], left[match.end() :].lstrip()
            left = before + after if after else before.rstrip()
    return left
