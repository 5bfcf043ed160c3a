# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The formats in which other programs take the Library's sources."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Self

from asem_reader.core.content import Source
from asem_reader.core.references import bibtex, csl, ris


class ReferenceFormat(StrEnum):
    """A format of a file of references, by its name on the command line."""

    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"

    @classmethod
    def of(cls, name: str) -> Self | None:
        """Return the format that a file's name ends in; None if it says nothing."""
        return next((kind for kind in cls if name.lower().endswith(kind.ending)), None)

    @property
    def ending(self) -> str:
        """The ending of files of this format."""
        return {"bibtex": ".bib", "ris": ".ris", "csl": ".json"}[self]

    def written(self, sources: Iterable[Source]) -> bytes:
        """Return sources in this format, each once, by its name, in UTF-8."""
        writers = {"bibtex": bibtex.written, "ris": ris.written, "csl": csl.written}
        return writers[self]({source.name: source for source in sources}.values()).encode()
