# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Glyph fallback: which characters the carried fonts can show, and what stands in for all others."""

import struct
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

# The first of these that the fonts have stands for a letter that they have not.
_BOXES = "□☐■?"
_SEGMENTED_COVERAGE = 12


class Glyphs:
    """The characters that every face of the carried fonts can show.

    Of every face, because nobody knows beforehand which words will stand in bold or in italics.
    """

    def __init__(self, folder: Path) -> None:
        """Read the TrueType and OpenType fonts in a folder.

        Raises:
            OSError: one cannot be read.
        """
        known = [frozenset(_characters(path.read_bytes())) for path in folder.glob("*.[ot]tf")]
        self._known = frozenset.intersection(*known) if known else frozenset[str]()
        self._box = next((box for box in _BOXES if box in self._known), "")

    def __contains__(self, character: str) -> bool:
        return character in self._known

    def fit(self, text: str) -> str:
        """Return the text in characters that can be shown; line feeds stay.

        Invisible and bidirectional controls are dropped, words in another script are spelled in Latin
        letters between ‹ and ›, pictures become their name, and what has no spelling a box. What is put in
        holds no character that has a meaning in Typst.
        """
        used = set(text) - {"\n"}
        foreign = {each for each in used - self._known if self._is_foreign(each)}
        if foreign:
            text = self._spelled(text, foreign)
            used = set(text) - {"\n"}
        controls = {character for character in used if unicodedata.category(character) == "Cf"}
        strange = {ord(each): self._instead(each) for each in used - self._known | controls}
        return text.translate(strange) if strange else text

    def _is_foreign(self, character: str) -> bool:
        """Return whether it is a letter, or a mark on one, that has no likeness among what can be shown."""
        plain = unicodedata.normalize("NFKC", character)
        return unicodedata.category(character)[0] in "LM" and not self._known.issuperset(plain)

    def _spelled(self, text: str, foreign: set[str]) -> str:
        from anyascii import anyascii  # noqa: PLC0415 (who writes in Latin letters does not wait for it)

        def spelled(word: str) -> str:
            latin = "".join(filter(str.isalnum, anyascii(word)))
            return f"‹{latin}›" if latin else word

        runs = groupby(text, key=foreign.__contains__)
        return "".join(spelled("".join(run)) if strange else "".join(run) for strange, run in runs)

    def _instead(self, character: str) -> str:
        kind = unicodedata.category(character)
        plain = unicodedata.normalize("NFKC", character)
        if kind.startswith("Z"):
            return " "
        if kind in {"Cc", "Cf", "Mn", "Me", "Sk"}:
            return ""
        if plain.isalnum() and self._known.issuperset(plain):
            return plain
        name = unicodedata.name(character, "").lower()
        return f"‹{name}›" if kind == "So" and name and "‹" in self else self._box


def _characters(face: bytes) -> Iterator[str]:
    """Yield the characters in a font's ``cmap`` table of format 12 (OpenType specification, "cmap")."""
    start = _table(face, b"cmap")
    (count,) = struct.unpack_from(">2xH", face, start)
    for record in range(count):
        (offset,) = struct.unpack_from(">4xI", face, start + 4 + 8 * record)
        (form,) = struct.unpack_from(">H", face, start + offset)
        if form == _SEGMENTED_COVERAGE:
            (groups,) = struct.unpack_from(">12xI", face, start + offset)
            for first, last, _ in struct.iter_unpack(
                ">III", face[start + offset + 16 : start + offset + 16 + 12 * groups]
            ):
                yield from map(chr, range(first, last + 1))


def _table(face: bytes, name: bytes) -> int:
    """Return where a table of the font begins."""
    (count,) = struct.unpack_from(">4xH", face)
    tables = (struct.unpack_from(">4s4xI", face, 12 + 16 * table) for table in range(count))
    return next(int(offset) for tag, offset in tables if tag == name)
