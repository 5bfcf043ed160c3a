# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The glossary at hand: what terms mean that stand in a text."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from asem_reader.store.libraries import Reading

if TYPE_CHECKING:
    from asem_reader.core.term import TermFinder


class Glossary:
    """The glossary of what may be read; it is read when the first word is asked for."""

    def __init__(self, library: Reading) -> None:
        self._library = library

    def means(self, text: str, start: int, end: int, asked: bool = False) -> str:
        """Return what the terms between two places of a text mean, a line each; as `TermFinder.at`."""
        return "\n".join(term.said for term in self._finder.at(text, start, end, asked=asked))

    def preparing(self) -> Iterator[None]:
        """Read the glossary before the first word is asked for, in steps."""
        self.means("", 0, 0)
        yield
        self.means("", 0, 0, asked=True)

    @cached_property
    def _finder(self) -> "TermFinder":
        from asem_reader.core.term import TermFinder  # noqa: PLC0415 (the start defines nothing)
        from asem_reader.store.referencetables import ReferenceTables  # noqa: PLC0415

        return TermFinder(ReferenceTables(self._library).terms())
