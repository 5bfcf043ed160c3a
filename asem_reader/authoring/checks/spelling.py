# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Spelling, by Hunspell's British dictionary (hunspell.github.io) and our own list of names and words."""

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.piece import Rendering
from asem_reader.authoring.problem import Problem
from asem_reader.authoring.source import Content

_WORD = re.compile(r"(?<![\w@.*])[^\W\d_]+(?:[’'][^\W\d_]+)*(?![\w@*]|\.\w)")
# Some editions of the dictionary know both -ise and -ize, some only -ise; the house writes -ise. So which
# words keep their z is known here, and names that have one stand in words.txt.
_ZED = re.compile(r"([a-z]{2,})iz(e|es|ed|er|ers|ing|ation|ations|ational)", re.IGNORECASE)
_WITH_Z = re.compile(r"(ass|ba|caps|ma|pr|se|(down|out|over|re|under)s)iz(e|es|ed|ing)", re.IGNORECASE)
_COMMAND = ("hunspell", "-d", "en_GB", "-l", "-i", "utf-8")


class NoDictionary(Exception):
    """Hunspell is not installed, or its British dictionary is not."""

    def __str__(self) -> str:
        return (
            "spelling was not checked: install hunspell and its en_GB dictionary "
            "(Debian: apt-get install hunspell hunspell-en-gb)"
        )


def misspelt(content: Content, renderings: Mapping[str, Rendering]) -> Iterator[Problem]:
    """Yield each word, at its first place, that neither the dictionary nor `words.txt` nor the glossary has.

    Raises:
        NoDictionary: there is no Hunspell, or it lacks its British dictionary.
    """
    places: dict[str, Problem] = {}
    for draft in content.drafts:
        for line, text in _texts(draft, renderings.get(draft.slug)):
            for word in _WORD.findall(text):
                plain = word.replace("’", "'")
                places.setdefault(
                    plain, Problem(draft.file, line, f"“{word}” is in no dictionary (data/words.txt)")
                )
    ours = content.words | {part for term in content.glossary for part in re.split(r"[^\w]+", term)}
    asked = [word for word in places if not _is_ours(word, ours) and not _WITH_Z.fullmatch(word)]
    british = {word: _ZED.sub(r"\1is\2", word) for word in asked if _ZED.fullmatch(word)}
    unknown = _unknown([*asked, *british.values()])
    for word in asked:
        form = british.get(word, word)
        if form != word and form not in unknown:
            told = f"“{word}” is written “{form}” here, but in names (data/words.txt)"
            yield replace(places[word], sentence=told)
        elif word in unknown:
            yield places[word]


def _texts(draft: Draft, rendering: Rendering | None) -> Iterator[tuple[int, str]]:
    yield 1, f"{draft.title}. {draft.summary}"
    for piece in rendering.pieces if rendering else ():
        yield piece.line, piece.told


def _is_ours(word: str, ours: frozenset[str] | set[str]) -> bool:
    forms = {word, word.removesuffix("'s"), word.removesuffix("'"), word.removesuffix("s")}
    return bool(forms & ours)


def _unknown(words: Iterable[str]) -> set[str]:
    """Those of the words that Hunspell does not know."""
    text = "\n".join(sorted(set(words)))
    try:
        done = subprocess.run(
            _COMMAND, input=text, capture_output=True, text=True, encoding="utf-8", check=True
        )
    except (FileNotFoundError, subprocess.CalledProcessError):
        raise NoDictionary from None
    return set(done.stdout.split())
