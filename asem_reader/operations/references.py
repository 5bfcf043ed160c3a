# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The sources of topics, or of single paragraphs of them, to be taken along."""

from collections.abc import Iterable

from asem_reader.core.content import Article, BlockKind, Source
from asem_reader.core.errors import NoSources
from asem_reader.core.place import BlockId, Place
from asem_reader.store.libraries import Reading


def sources_of(library: Reading, places: Iterable[Place]) -> tuple[Source, ...]:
    """Return the sources that places cite, each once, in the order of the places and their lists.

    A topic cites all in its list, a heading what stands below it.

    Raises:
        NoSuchPlace: a place is not in the Library.
        NoSources: there are none at all.
    """
    asked = tuple(places)
    found = [source for place in asked for source in _cited(library.article(place.slug), place.block)]
    if not found:
        raise NoSources(", ".join(place.address for place in asked))
    return tuple({source.name: source for source in found}.values())


def _cited(article: Article, code: BlockId | None) -> Iterable[Source]:
    if code is None:
        return article.sources
    block = article.blocks[code]
    section = next(each for each in article.sections if block in (each.heading, *each.blocks))
    blocks = section.blocks if block.kind is BlockKind.HEADING else (block,)
    numbers = {number for each in blocks for number in each.sources}
    return (source for source in article.sources if source.number in numbers)
