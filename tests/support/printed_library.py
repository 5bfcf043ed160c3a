# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""All topics of the Library in print, in eight documents of each kind, and what came back out of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from asem_reader.core.content import Kind
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.fit import Fit
from asem_reader.core.printing.form import Form, Profile
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.selection import Selection
from asem_reader.core.printing.sheet import Sheet
from asem_reader.operations.illustrations import Illustrations
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.typeset import Press
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables
from support.pdf_layout import Leaf, leaves, solid, type_sizes

RESOURCES = Path(__file__).parents[2] / "resources"
PRINTED = "23 November 2026, 17:40 UTC+01:00"
DOCUMENTS = 8
ALIKE = Kind.INDICATOR  # made by one template: one of six will do

CARD = Form(profile=Profile.CARD, codes=True)
# A card has bottom line and key facts, or the first portion; here without bottom line.
CARDS = Wish(PRINTED, profile=Profile.CARD, selection=Selection(omit=("notes", "bottom-line")))
SHEETS = Wish(PRINTED)


def printed_part(library: Library, press: Press, form: Form, part: int) -> "Printed":
    """An eighth of all topics, as cards if the form is one, else as standard sheets."""
    meetings, edition = ReferenceTables(library).meetings(), library.edition()
    illustrations = Illustrations(library)
    wish = CARDS if form.profile is Profile.CARD else SHEETS
    topics = [topic for at, topic in enumerate(library.topics()) if topic.kind is not ALIKE or not at % 6]
    articles = [library.article(topic.slug) for topic in topics[part::DOCUMENTS]]
    made = ((article, illustrations.plates(article)) for article in articles)
    pack = Pack(tuple(compose(article, edition, wish, meetings, plates=plates) for article, plates in made))
    template = (RESOURCES / "paper" / "sheet.typ").read_text(encoding="utf-8")
    return Printed(pack, form, press.pdf(source(pack, form, template), "all"))


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
