# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads the Library: topics, articles, and what an address or a symbol leads to."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from asem_reader.core.content import Article, Block, BlockKind, Edition, Kind, Section, Source, Topic
from asem_reader.core.errors import BadAddress, LibraryForeign, NoSuchLibrary, NoSuchPlace
from asem_reader.core.language import _
from asem_reader.core.place import BUNDLED, NAME, SCHEME, BlockId, LibraryId, Place, Slug, parted, slug_in
from asem_reader.core.reading import digests
from asem_reader.core.span import decoded
from asem_reader.store.connect import Comparison, bounded, digest_agrees, open_library, qualify, reading

if TYPE_CHECKING:
    from asem_reader.core.anchoring.editionindex import EditionIndex, IndexedText
    from asem_reader.core.marks.guide import Guide
    from asem_reader.store.search.search import Search

# The first page needs neither a search nor a guide, nor an index of all texts.
# ruff: noqa: PLC0415

_T = TypeVar("_T")


class Library:
    """A Library to read: one SQLite file, never written.

    Attributes:
        id: which Library it is, as the file says; one that says nothing is the bundled one.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.id = LibraryId(self._about().get("library", BUNDLED))
        if not re.fullmatch(NAME, self.id):
            raise LibraryForeign(str(path))
        if self.id != BUNDLED:
            with reading(path):
                qualify(connection, self.id)

    @classmethod
    def open(cls, path: Path, comparison: Comparison | None = None) -> Self:
        """Open the Library at `path`, as `open_library` does."""
        connection = open_library(path, comparison)
        try:
            return cls(path, connection)
        except BaseException:
            connection.close()
            raise

    def opened_again(self) -> Self:
        """Open the same for another thread: a connection belongs to one."""
        return self.open(self.path)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def ask(self, make: Callable[[sqlite3.Row], _T], sql: str, *values: str) -> list[_T]:
        """Return what is made of each row of a statement, or raise LibraryDamaged or TooSlow."""
        with reading(self.path), bounded(self.connection):
            return [make(row) for row in self.connection.execute(sql, values)]

    def edition(self) -> Edition:
        """The edition that it is."""
        about = self._about()
        return Edition(about.get("edition", ""), about.get("date", ""), about.get("digest", ""), self.id)

    def _about(self) -> dict[str, str]:
        return dict(self.ask(tuple, "SELECT key, value FROM about"))

    @property
    def libraries(self) -> "tuple[Library, ...]":
        """This one alone: whoever reads asks one Library and several alike (store/libraries.py)."""
        return (self,)

    def of(self, slug: Slug) -> "Library":
        """The Library that a topic is in: this one, or NoSuchLibrary is raised."""
        if parted(slug)[0] != self.id:
            raise NoSuchLibrary(Place(slug).address, parted(slug)[0])
        return self

    @cached_property
    def search(self) -> "Search":
        """Search for sections in it."""
        from asem_reader.store.search.search import Search

        return Search(self)

    _TOPICS = """
        SELECT t.slug, t.kind, t.title, ifnull(t.symbol, ''), t.summary, ifnull(t.as_of, ''), p.slug, t.words
        FROM topics t LEFT JOIN topics p ON p.id = t.parent_id
    """

    _REDIRECTS = "SELECT r.slug, t.slug FROM redirects r JOIN topics t ON t.id = r.topic_id"

    @cached_property
    def redirects(self) -> Mapping[Slug, Slug]:
        """Where the slugs of topics lead that were folded into others."""
        return dict(self.ask(lambda row: (Slug(row[0]), Slug(row[1])), self._REDIRECTS))

    def topics(self) -> tuple[Topic, ...]:
        """All topics, depth first, in the order of the tree."""
        return tuple(self.ask(_topic, f"{self._TOPICS} ORDER BY t.id"))

    def topic(self, slug: Slug) -> Topic:
        """The topic with that slug, or that into which it was folded.

        Raises:
            NoSuchPlace: there is none.
            NoSuchLibrary: it is in another Library.
        """
        live = self.of(slug).redirects.get(slug, slug)
        found = self.ask(_topic, f"{self._TOPICS} WHERE t.slug = ?", live)
        if not found:
            raise NoSuchPlace(slug, self._nearest(slug))
        return found[0]

    _BLOCKS = "FROM blocks b JOIN sections s ON s.id = b.section_id JOIN topics t ON t.id = s.topic_id"
    _CHILDREN = f"{_TOPICS} WHERE p.slug = ? ORDER BY t.position"
    _BLOCKS_OF = f"""
        SELECT b.id, b.kind, b.run, b.text, b.cells, ifnull(b.as_of, ''), b.section_id
        {_BLOCKS} WHERE t.slug = ? ORDER BY b.section_id, b.position
    """
    _SOURCES = """
        SELECT n.number, s.title, ifnull(s.publisher, ''), s.kind, ifnull(s.date, ''), ifnull(s.url, ''),
          s.name FROM topic_sources n JOIN sources s ON s.id = n.source_id JOIN topics t ON t.id = n.topic_id
        WHERE t.slug = ? ORDER BY n.number
    """
    _RELATED = f"""
        {_TOPICS} JOIN related r ON r.related_id = t.id JOIN topics me ON me.id = r.topic_id
        WHERE me.slug = ? ORDER BY r.position
    """

    def article(self, slug: Slug) -> Article:
        """All that is known of a topic; raises as `topic`."""
        topic = highest = self.topic(slug)
        crumbs: tuple[Topic, ...] = ()
        while highest.parent:
            highest = self.topic(highest.parent)
            crumbs = (highest, *crumbs)
        slug = topic.slug
        sections: dict[int, list[Block]] = {}
        for section, block in self.ask(_block, self._BLOCKS_OF, slug):
            sections.setdefault(section, []).append(block)
        with reading(self.path):
            return Article(
                topic,
                crumbs,
                tuple(self.ask(_topic, self._CHILDREN, slug)),
                tuple(Section(heading, tuple(blocks)) for heading, *blocks in sections.values()),
                tuple(self.ask(lambda row: Source(*row), self._SOURCES, slug)),
                tuple(self.ask(_topic, self._RELATED, slug)),
            )

    _ORDER = f"SELECT t.slug, b.id {_BLOCKS} ORDER BY b.section_id, b.position"

    def guide(self) -> "Guide":
        """The titles of all topics, and the order of all blocks, for whoever writes marks down."""
        from asem_reader.core.marks.guide import Guide
        from asem_reader.store.indicators import read_names

        blocks = self.ask(lambda row: (row[0], row[1]), self._ORDER)
        return Guide.of(self.topics(), blocks, read_names(self))

    _HOME = f"SELECT t.slug {_BLOCKS} WHERE b.id = ?"
    _KNOWN = "SELECT slug FROM topics WHERE slug = ?"
    _SYMBOL = """
        SELECT slug FROM topics WHERE symbol = upper(?1)
        UNION ALL SELECT slug FROM redirects WHERE symbol = upper(?1)
    """

    def find(self, text: str) -> Place:
        """Return the place that an address, a slug, a symbol or a block's code leads to, with its view.

        Raises:
            NoSuchPlace: it leads nowhere; the message names the nearest.
            NoSuchLibrary: it is an address in another Library.
            BadScheme, NoFigures: the topic has no such view, or none at all.
        """
        # What argv gives for bytes that are no text cannot be asked of SQLite.
        text, _mark, view = text.encode("utf-8", "replace").decode().partition("?")
        place = self._found(text)
        if not view.strip():
            return place
        from asem_reader.store.indicators import viewed

        return viewed(self, place._replace(view=view.strip()))

    def _found(self, text: str) -> Place:
        """The place that a text without a view leads to."""
        found = self.ask(_slug, self._SYMBOL, text.strip())
        if found:
            return Place(self.redirects.get(found[0], found[0]))
        code = BlockId(text.strip().lower())
        home = self.home_of(code)
        if home:
            return Place(home, code)
        try:
            place = Place.parse(text)
        except BadAddress:
            raise NoSuchPlace(text, self._nearest(text)) from None
        if text.strip().lower().startswith(f"{SCHEME}:"):
            self.of(place.slug)
        else:
            place = place._replace(slug=slug_in(self.id, place.slug))
        place = place._replace(slug=self.redirects.get(place.slug, place.slug))
        if not self.ask(_slug, self._KNOWN, place.slug):
            raise NoSuchPlace(text, self._nearest(text))
        if place.block and not self.holds(place):
            raise NoSuchPlace(text, place.topic.address)
        return place

    def holds(self, place: Place) -> bool:
        """True if a place's block stands in its topic."""
        return place.block is not None and self.home_of(place.block) == place.slug

    def home_of(self, block: BlockId) -> Slug | None:
        """The topic that a block stands in, or None."""
        return next(iter(self.ask(_slug, self._HOME, block)), None)

    _HASHES = f"""
        SELECT t.slug, b.hash {_BLOCKS}
        WHERE t.slug IN (SELECT value FROM json_each(?))
        ORDER BY b.section_id, b.position
    """

    def digests(self, slugs: Iterable[Slug]) -> Mapping[Slug, str]:
        """One digest for the text of each of some topics: another as soon as a word of it is."""
        return digests(self.ask(lambda row: (row[0], row[1]), self._HASHES, json.dumps(list(slugs))))

    def problems(self) -> tuple[str, ...]:
        """Faults that a thorough check of the file finds, each as a sentence; empty if nothing is wrong."""
        found = [line for line in self.ask(lambda row: row[0], "PRAGMA integrity_check") if line != "ok"]
        sentences = [_("SQLite finds fault with it: {line}.").format(line=line) for line in found]
        if digest_agrees(self.path) is None:
            beside = _("There is no {name}.sha256 beside it to compare it with.")
            sentences.append(beside.format(name=self.path.name))
        return tuple(sentences)

    def _nearest(self, text: str) -> str | None:
        """The slug or symbol likest to a mistyped one."""
        import difflib

        topics = self.topics()
        bundled = self.id == BUNDLED
        names = {parted(each.slug)[1]: each.slug if bundled else each.place.address for each in topics}
        names |= {topic.symbol.lower(): topic.symbol.lower() for topic in topics if topic.symbol}
        typed = text.strip().lower().partition("#")[0].rpartition("/")[2]
        near = difflib.get_close_matches(typed, names, n=1)
        return names[near[0]] if near else None


def _slug(row: sqlite3.Row) -> Slug:
    return Slug(row[0])


def _topic(row: sqlite3.Row) -> Topic:
    slug, kind, *rest = row
    return Topic(slug, Kind(kind), *rest)


def _block(row: sqlite3.Row) -> tuple[int, Block]:
    name, kind, run, text, cells, as_of, section = row
    return section, Block(name, BlockKind(kind), run, text, decoded(cells), as_of)


_TEXTS = """
    SELECT t.slug, b.id, b.text FROM blocks b
    JOIN sections s ON s.id = b.section_id JOIN topics t ON t.id = s.topic_id
    ORDER BY t.id, b.section_id, b.position
"""
_NAMES = """
    SELECT slug, NULL, title, id, 0 AS rank FROM topics
    UNION ALL SELECT t.slug, NULL, a.alias, t.id, 1 FROM aliases a JOIN topics t ON t.id = a.topic_id
    ORDER BY id, rank
"""


def texts(library: Library) -> "tuple[list[IndexedText], list[IndexedText], Mapping[Slug, Slug]]":
    """Return all blocks in reading order; all topics, by title, then by other names; and redirects."""
    from asem_reader.core.anchoring.editionindex import IndexedText

    blocks = library.ask(lambda row: IndexedText(*row), _TEXTS)
    return blocks, library.ask(lambda row: IndexedText(*row[:3]), _NAMES), library.redirects


def edition_index(library: Library) -> "EditionIndex":
    """Return the index of a Library."""
    from asem_reader.core.anchoring.editionindex import EditionIndex

    return EditionIndex(*texts(library))
