# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Several Libraries as one, the first first, each known by its id; a slug says which of them is asked."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from asem_reader.core.content import Article, Edition, Topic
from asem_reader.core.errors import NoSuchLibrary, NoSuchPlace
from asem_reader.core.place import Place, Slug, parted
from asem_reader.store.library import Library

if TYPE_CHECKING:
    from asem_reader.core.marks.guide import Guide
    from asem_reader.store.search.search import JointSearch


# The first page needs neither a search nor a guide.
# ruff: noqa: PLC0415


class Libraries:
    """Several Libraries as one, each known by its id; a slug says which of them is asked.

    Of `libraries`, the first stands first wherever they stand in a row.
    """

    def __init__(self, libraries: Iterable[Library]) -> None:
        self.libraries = tuple(libraries)
        self._by_id = {library.id: library for library in self.libraries}
        if len(self._by_id) != len(self.libraries):
            raise ValueError("two Libraries have one id")

    def close(self) -> None:
        """Let go of the files."""
        for library in self.libraries:
            library.close()

    def opened_again(self) -> "Libraries":
        """Open the same for another thread."""
        return Libraries(library.opened_again() for library in self.libraries)

    def of(self, slug: Slug) -> Library:
        """The Library that a topic is in; NoSuchLibrary if that is not open."""
        name, _ = parted(slug)
        if name not in self._by_id:
            raise NoSuchLibrary(Place(slug).address, name)
        return self._by_id[name]

    def edition(self) -> Edition:
        """The edition of the first one."""
        return self.libraries[0].edition()

    def topics(self) -> tuple[Topic, ...]:
        """All topics, one Library after the other."""
        return tuple(topic for library in self.libraries for topic in library.topics())

    @property
    def redirects(self) -> Mapping[Slug, Slug]:
        """Where the slugs of topics lead that were folded into others."""
        return {old: live for library in self.libraries for old, live in library.redirects.items()}

    def article(self, slug: Slug) -> Article:
        """All that is known of a topic, as `Library.article`."""
        return self.of(slug).article(slug)

    def find(self, text: str) -> Place:
        """Return where a text leads: an address in its Library, else in the first that knows it."""
        told: NoSuchPlace | None = None
        for library in self.libraries:
            try:
                return library.find(text)
            except NoSuchPlace as error:
                told = error if told is None or isinstance(told, NoSuchLibrary) else told
        raise told or NoSuchPlace(text)

    @cached_property
    def search(self) -> "JointSearch":
        """What finds sections in all of them."""
        from asem_reader.store.search.search import JointSearch

        return JointSearch(library.search for library in self.libraries)

    def guide(self) -> "Guide":
        """The titles of all topics, and the order of all blocks."""
        from asem_reader.core.marks.guide import Guide

        guides = [library.guide() for library in self.libraries]
        topics = {slug: topic for guide in guides for slug, topic in guide.topics.items()}
        blocks = {block: number for guide in guides for block, number in guide.blocks.items()}
        return Guide(topics, blocks, {code: name for guide in guides for code, name in guide.names.items()})

    def holds(self, place: Place) -> bool:
        """True if a place's block stands in its topic."""
        return any(library.holds(place) for library in self.libraries)

    def digests(self, slugs: Iterable[Slug]) -> Mapping[Slug, str]:
        """One digest for the text of each of some topics."""
        asked = tuple(slugs)
        return {slug: text for each in self.libraries for slug, text in each.digests(asked).items()}


Reading = Library | Libraries  # what whoever reads takes, and asks alike
