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
from asem_reader.core.printing.selection import EVERYTHING, Selection
from asem_reader.core.printing.sheet import Portion, Sheet
from asem_reader.operations.illustrations import Illustrations
from asem_reader.operations.views import View
from asem_reader.store.libraries import Reading
from asem_reader.store.referencetables import ReferenceTables


def composed(
    library: Reading,
    leaves: Iterable[BinderItem],
    wish: Wish,
    cover: Cover | None,
    outfit: Outfit,
    notes: Sequence[Mark],
    stop: Event,
) -> Pack:
    """Return topics as a pack, or without a cover as plain sheets.

    Args:
        library: has the topics.
        leaves: the topics in order, with what of each is wanted; one of which nothing is left is left out.
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
    reference_tables = ReferenceTables(library)
    meetings, illustrations = reference_tables.meetings(), Illustrations(library)
    bound = cover is not None and outfit.joined

    def sheet(slug: Slug, selection: Selection) -> Sheet:
        if stop.is_set():
            raise Stopped
        own = replace(wish, selection=selection, bound=bound)
        article = library.article(slug)
        plates = illustrations.plates(article)
        return compose(article, library.of(slug).edition(), own, meetings, notes, plates)

    def printed(leaf: BinderItem) -> Sheet:
        if not leaf.view:
            return sheet(leaf.slug, leaf.selection)
        return View.of(library.libraries[0], leaf.slug, leaf.view).sheet(wish)

    made = [(leaf, printed(leaf)) for leaf in leaves]
    # Of what was chosen by its code, another edition may have nothing.
    sheets = [each for leaf, each in made if each.portions or not leaf.only]
    if not sheets:
        raise NothingToPrint
    for wished, kind in ((outfit.meetings, Kind.MEETING), (outfit.partners, Kind.PARTNER)):
        more = mentioned(sheets, library.topics(), kind) if wished else ()
        sheets += [sheet(slug, EVERYTHING) for slug in more]
    return bind(sheets, cover, reference_tables.terms(), outfit) if cover else Pack(tuple(sheets))


def portions(library: Reading, slugs: Iterable[Slug]) -> tuple[Portion, ...]:
    """Return what topics have, to choose from.

    Raises:
        NoSuchPlace: one is not in the Library.
    """
    meetings, illustrations = ReferenceTables(library).meetings(), Illustrations(library)

    def of(slug: Slug) -> tuple[Portion, ...]:
        article = library.article(slug)
        there = portions_of(article, library.of(slug).edition(), meetings)[0]
        return illustrated(there, illustrations.plates(article, drawn=False), article.topic.title)

    return tuple(portion for slug in slugs for portion in of(slug))
