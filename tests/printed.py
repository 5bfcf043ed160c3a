# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sheets in one PDF, and what came back out of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from geometry import Leaf, leaves, type_sizes

from asem_reader.core.fit import Fit
from asem_reader.core.form import Form
from asem_reader.core.pack import Pack
from asem_reader.core.sheet import Sheet
from asem_reader.paper import typeset


def solid(text: str) -> str:
    """The text without white space, which means nothing in a PDF."""
    return "".join(text.split())


@dataclass(frozen=True)
class Printed:
    """A pack as it was printed; each sheet has its own pages."""

    pack: Pack
    form: Form
    pdf: bytes

    @cached_property
    def texts(self) -> list[str]:
        """What stands on each page, without white space."""
        return [solid(text) for text in typeset.text(self.pdf)]

    @cached_property
    def leaves(self) -> list[Leaf]:
        """Where it stands."""
        return leaves(self.pdf)

    @cached_property
    def sizes(self) -> list[list[tuple[float, str]]]:
        """How large it is set."""
        return type_sizes(self.pdf)

    @cached_property
    def fits(self) -> tuple[Fit, ...]:
        """How the sheets fit."""
        return typeset.measured(self.pdf, self.pack, self.form)

    @property
    def sheets(self) -> Iterator[tuple[Sheet, Fit, slice]]:
        """Each sheet, how it fits, and which pages are its own."""
        first = 0
        for sheet, fit in zip(self.pack.sheets, self.fits, strict=True):
            yield sheet, fit, slice(first, first + fit.pages)
            first += fit.pages
