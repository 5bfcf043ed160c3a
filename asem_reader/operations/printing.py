# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Packs of topics: each composed as its own leaf asks, with meetings, partners and notes if wished."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Event

from asem_reader.core.content import Kind
from asem_reader.core.errors import NothingToPrint, Stopped
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import BinderItem
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.pack import Cover, Outfit, Pack, bind, mentioned
from asem_reader.core.printing.plates import illustrated
from asem_reader.core.printing.portions import portions_of
from asem_reader.core.printing.sheet import Portion, Sheet
from asem_reader.operations.illustrations import Illustrations
from asem_reader.operations.views import RankingView
from asem_reader.store.libraries import Reading
from asem_reader.store.referencetables import ReferenceTables


class Makeup:
    """Makes up packs of a Library's topics; what several packs need, such as the figures, is read once."""

    def __init__(self, library: Reading) -> None:
        self._library = library
        self._tables = ReferenceTables(library)
        self._illustrations = Illustrations(library)

    def pack(
        self,
        leaves: Iterable[BinderItem],
        wish: Wish,
        cover: Cover | None,
        outfit: Outfit,
        notes: Sequence[Mark],
        stop: Event,
    ) -> Pack:
        """Return topics as a pack, or without a cover as plain sheets.

        Args:
            leaves: the topics in order, with what of each is wanted; one with nothing left is left out.
            wish: what is asked of every sheet beside that.
            cover: None for plain sheets.
            outfit: what a pack has beside its sheets, and what comes behind the topics.
            notes: marks, whose notes on what is printed go along.
            stop: is set when nobody waits for the pack any more.

        Raises:
            NoSuchPlace: a topic is not in the Library.
            NoFigures, BadScheme: of a topic a view is wanted that there is not.
            NothingToPrint: nothing of what is wanted is there.
            Stopped: `stop` was set.
        """
        meetings = self._tables.meetings()
        bound = cover is not None and outfit.joined

        def sheet(leaf: BinderItem) -> Sheet:
            if stop.is_set():
                raise Stopped
            if leaf.view:
                return RankingView.of(self._library.libraries[0], leaf.slug, leaf.view).sheet(wish)
            own = replace(wish, selection=leaf.selection, bound=bound)
            article, edition = self._library.article(leaf.slug), self._library.of(leaf.slug).edition()
            return compose(article, edition, own, meetings, notes, self._illustrations.plates(article))

        made = [(leaf, sheet(leaf)) for leaf in leaves]
        # Of what was chosen by its code, another edition may have nothing.
        sheets = [each for leaf, each in made if each.portions or not leaf.only]
        if not sheets:
            raise NothingToPrint
        for wished, kind in ((outfit.meetings, Kind.MEETING), (outfit.partners, Kind.PARTNER)):
            more = mentioned(sheets, self._library.topics(), kind) if wished else ()
            sheets += [sheet(BinderItem(slug, "")) for slug in more]
        return bind(sheets, cover, self._tables.terms(), outfit) if cover else Pack(tuple(sheets))

    def portions(self, slugs: Iterable[Slug]) -> tuple[Portion, ...]:
        """Return what topics have, to choose from.

        Raises:
            NoSuchPlace: one is not in the Library.
        """
        meetings = self._tables.meetings()

        def of(slug: Slug) -> tuple[Portion, ...]:
            article = self._library.article(slug)
            there = portions_of(article, self._library.of(slug).edition(), meetings)[0]
            plates = self._illustrations.plates(article, drawn=False)
            return illustrated(there, plates, article.topic.title)

        return tuple(portion for slug in slugs for portion in of(slug))
