# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Terms of the glossary, and which of them a text uses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from asem_reader.core.place import BlockId

# ASEM12 uses ASEM, and FMMs use FMM; ASEFEdu does not use ASEF.
_AROUND = r"(?<![\w-])({})(?:s|\d+)?(?![\w-])"


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term of the glossary, or an acronym."""

    term: str  # as it stands in texts, such as ``UNCLOS``
    expansion: str  # what it stands for
    block: BlockId  # its entry in the glossary

    @property
    def is_acronym(self) -> bool:
        """True if a word of it has two capitals or more, and so must be spelled out for whoever meets it."""
        return any(sum(letter.isupper() for letter in word) > 1 for word in self.term.split())


def used(terms: Iterable[GlossaryTerm], text: str) -> tuple[GlossaryTerm, ...]:
    """Return the acronyms among the terms that stand in a text as words, in the order of the terms."""
    acronyms = [term for term in terms if term.is_acronym]
    if not acronyms:
        return ()
    longest_first = sorted((term.term for term in acronyms), key=len, reverse=True)
    found = set(re.findall(_AROUND.format("|".join(map(re.escape, longest_first))), text))
    return tuple(term for term in acronyms if term.term in found)
