# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The pages that are made when they are opened, from what the Library and the reader's files say then."""

from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path

from asem_reader.core.content import Article, Kind, Topic
from asem_reader.core.errors import ReaderError
from asem_reader.core.made import NEWS, START, KeptPack, Release, Welcome
from asem_reader.core.place import Slug
from asem_reader.core.reading import State
from asem_reader.store.libraries import Reading
from asem_reader.viewmodels.reading.readings import Readings

# The start of who comes back waits for none of them.
# ruff: noqa: PLC0415

_READ = 5  # of what was read last


class FrontPages:
    """Makes the start page and the page of what is new.

    Attributes:
        makers: what makes each page, by its slug.
    """

    def __init__(
        self,
        library: Reading,
        readings: Readings,
        packs: Callable[[], tuple[KeptPack, ...]],
        release: Release,
        changes: Path,
    ) -> None:
        """Take what is read, what was read, the binders, and the file that tells of changes."""
        self._library = library
        self._readings = readings
        self._packs = packs
        self._release = release
        self._changes = changes
        self.makers: Mapping[Slug, Callable[[], Article]] = {START.slug: self.start, NEWS.slug: self.news}

    def start(self) -> Article:
        """Make the start page."""
        from asem_reader.pages.start import start_page
        from asem_reader.store.census import census, pillars

        topics = {topic.slug: topic for topic in self._library.topics()}
        seen = dict.fromkeys(visit.slug for visit in self._readings.visits if visit.slug in topics)
        return start_page(
            Welcome(
                self._library.edition(),
                census(self._library),
                pillars(self._library),
                tuple(topics[slug] for slug in islice(seen, _READ)),
                self._known_packs(),
                _chapters(topics),
            )
        )

    def news(self) -> Article:
        """Make the page of what is new since the version and edition that the reader had before."""
        from asem_reader.pages.news import news_page

        try:
            changes = self._changes.read_text(encoding="utf-8")
        except (OSError, ValueError):
            changes = ""
        states = ((topic, self._readings.state(topic.slug)) for topic in self._library.topics())
        changed = tuple(topic for topic, state in states if state is State.CHANGED)
        return news_page(changes, self._release, self._library.edition(), changed)

    def _known_packs(self) -> tuple[KeptPack, ...]:
        try:
            return self._packs()
        except ReaderError:  # what is wrong with the Notebook is told elsewhere
            return ()


def _chapters(topics: Mapping[Slug, Topic]) -> tuple[Topic, ...]:
    return tuple(each for each in topics.values() if each.kind is Kind.HANDBOOK and each.words)
