# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads the Library: topics, articles, and what an address or a symbol leads to."""

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from asem_reader.core.content import Article, Block, BlockKind, Edition, Kind, Section, Source, Topic
from asem_reader.core.errors import BadAddress, LibraryForeign, NoSuchLibrary, NoSuchPlace
from asem_reader.core.language import _
from asem_reader.core.place import BUNDLED, NAME, SCHEME, BlockId, LibraryId, Place, Slug, parted, slug_in
from asem_reader.core.reading import digests
from asem_reader.core.span import decoded
from asem_reader.store.connect import Comparison, digest_agrees, open_library, qualify, reading

if TYPE_CHECKING:
    from asem_reader.core.marks.guide import Guide
    from asem_reader.store.search.search import Search


class Library:
    """What may be read: one SQLite file, never written.

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
        """Open the Library at `path`, when a comparison of it that has begun already has come to its end.

        Raises:
            LibraryMissing, LibraryDamaged, LibraryForeign, LibraryNewer, LibraryOlder: as their names say.
        """
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

    _ABOUT = "SELECT key, value FROM about"

    def edition(self) -> Edition:
        """Which edition this is."""
        about = self._about()
        return Edition(about.get("edition", ""), about.get("date", ""), about.get("digest", ""), self.id)

    def _about(self) -> dict[str, str]:
        with reading(self.path):
            return {row["key"]: row["value"] for row in self.connection.execute(self._ABOUT)}

    @property
    def libraries(self) -> "tuple[Library, ...]":
        """This one alone: whoever reads asks one Library and several alike (store/libraries.py)."""
        return (self,)

    def of(self, slug: Slug) -> "Library":
        """The Library that a topic is in: this one.

        Raises:
            NoSuchLibrary: it is in another.
        """
        if parted(slug)[0] != self.id:
            raise NoSuchLibrary(Place(slug).address, parted(slug)[0])
        return self

    @cached_property
    def search(self) -> "Search":
        """What finds sections in it."""
        from asem_reader.store.search.search import Search  # noqa: PLC0415 (the start searches nothing)

        return Search(self)

    _TOPICS = """
        SELECT t.slug, t.kind, t.title, t.symbol, t.summary, t.as_of, t.words, p.slug AS parent
        FROM topics t LEFT JOIN topics p ON p.id = t.parent_id
    """

    def topics(self) -> tuple[Topic, ...]:
        """All topics, depth first, in the order of the tree."""
        with reading(self.path):
            return tuple(_topic(row) for row in self.connection.execute(f"{self._TOPICS} ORDER BY t.id"))

    def topic(self, slug: Slug) -> Topic:
        """The topic with that slug.

        Raises:
            NoSuchPlace: there is none.
            NoSuchLibrary: it is in another Library.
        """
        self.of(slug)
        with reading(self.path):
            row = self.connection.execute(f"{self._TOPICS} WHERE t.slug = ?", (slug,)).fetchone()
            if row:
                return _topic(row)
        raise NoSuchPlace(slug, self._nearest(slug))

    def article(self, slug: Slug) -> Article:
        """All that is known of a topic.

        Raises:
            NoSuchPlace, NoSuchLibrary: as `topic`.
        """
        topic = self.topic(slug)
        with reading(self.path):
            above, below, text = self._crumbs(topic), self._children(slug), self._sections(slug)
            return Article(topic, above, below, text, self._sources(slug), self._related(slug))

    _BLOCKS = "FROM blocks b JOIN sections s ON s.id = b.section_id JOIN topics t ON t.id = s.topic_id"
    _ORDER = f"SELECT t.slug, b.id {_BLOCKS} ORDER BY b.section_id, b.position"

    def guide(self) -> "Guide":
        """The titles of all topics, and the order of all blocks, for whoever writes marks down."""
        from asem_reader.core.marks.guide import Guide  # noqa: PLC0415 (few readings want one)

        topics = self.topics()
        with reading(self.path):
            rows = self.connection.execute(self._ORDER)
            blocks = [(Slug(row["slug"]), BlockId(row["id"])) for row in rows]
        return Guide.of(topics, blocks)

    _HOME = f"SELECT t.slug {_BLOCKS} WHERE b.id = ?"
    _KNOWN = "SELECT 1 FROM topics WHERE slug = ?"
    _SYMBOL = "SELECT slug FROM topics WHERE symbol = upper(?)"

    def find(self, text: str) -> Place:
        """Return the place that an address, a slug, a symbol or a block's code leads to.

        Raises:
            NoSuchPlace: it leads nowhere; the message names the nearest.
            NoSuchLibrary: it is an address in another Library.
        """
        # What argv gives for bytes that are no text cannot be asked of SQLite.
        text = text.encode("utf-8", "replace").decode()
        with reading(self.path):
            row = self.connection.execute(self._SYMBOL, (text.strip(),)).fetchone()
        if row:
            return Place(Slug(row["slug"]))
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
        with reading(self.path):
            known = self.connection.execute(self._KNOWN, (place.slug,)).fetchone()
        if known is None:
            raise NoSuchPlace(text, self._nearest(text))
        if place.block and self.home_of(place.block) != place.slug:
            raise NoSuchPlace(text, place.topic.address)
        return place

    def holds(self, place: Place) -> bool:
        """Whether a place's block stands in its topic."""
        return place.block is not None and self.home_of(place.block) == place.slug

    def home_of(self, block: BlockId) -> Slug | None:
        """The topic that a block stands in, or None."""
        with reading(self.path):
            row = self.connection.execute(self._HOME, (block,)).fetchone()
        return Slug(row["slug"]) if row else None

    _HASHES = f"""
        SELECT t.slug, b.hash {_BLOCKS}
        WHERE t.slug IN (SELECT value FROM json_each(?))
        ORDER BY b.section_id, b.position
    """

    def digests(self, slugs: Iterable[Slug]) -> Mapping[Slug, str]:
        """One digest for the text of each of some topics: another as soon as a word of it is."""
        with reading(self.path):
            rows = self.connection.execute(self._HASHES, (json.dumps(list(slugs)),))
            return digests((Slug(row["slug"]), row["hash"]) for row in rows)

    def problems(self) -> tuple[str, ...]:
        """What a thorough check of the file finds, each as a sentence; empty if nothing is wrong."""
        with reading(self.path):
            found = [row[0] for row in self.connection.execute("PRAGMA integrity_check")]
        sentences = [
            _("SQLite finds fault with it: {line}.").format(line=line) for line in found if line != "ok"
        ]
        if digest_agrees(self.path) is None:
            sentences.append(
                _("There is no {name}.sha256 beside it to compare it with.").format(name=self.path.name)
            )
        return tuple(sentences)

    _CRUMBS = """
        WITH RECURSIVE up(id, parent_id, depth) AS (
          SELECT id, parent_id, 0 FROM topics WHERE slug = ?
          UNION ALL
          SELECT t.id, t.parent_id, up.depth + 1 FROM topics t JOIN up ON t.id = up.parent_id
        )
        SELECT t.slug FROM up JOIN topics t ON t.id = up.id WHERE up.depth > 0 ORDER BY up.depth DESC
    """

    def _crumbs(self, topic: Topic) -> tuple[Topic, ...]:
        rows = self.connection.execute(self._CRUMBS, (topic.slug,)).fetchall()
        return tuple(self.topic(Slug(row["slug"])) for row in rows)

    def _children(self, slug: Slug) -> tuple[Topic, ...]:
        rows = self.connection.execute(f"{self._TOPICS} WHERE p.slug = ? ORDER BY t.position", (slug,))
        return tuple(_topic(row) for row in rows)

    _BLOCKS_OF = f"""
        SELECT b.id, b.section_id, b.kind, b.run, b.text, b.cells, b.as_of
        {_BLOCKS} WHERE t.slug = ? ORDER BY b.section_id, b.position
    """

    def _sections(self, slug: Slug) -> tuple[Section, ...]:
        by_section: dict[int, list[Block]] = {}
        for row in self.connection.execute(self._BLOCKS_OF, (slug,)):
            by_section.setdefault(row["section_id"], []).append(_block(row))
        return tuple(Section(heading, tuple(blocks)) for heading, *blocks in by_section.values())

    _SOURCES = """
        SELECT n.number, s.title, ifnull(s.publisher, ''), s.kind, ifnull(s.date, ''), ifnull(s.url, '')
        FROM topic_sources n JOIN sources s ON s.id = n.source_id JOIN topics t ON t.id = n.topic_id
        WHERE t.slug = ? ORDER BY n.number
    """

    def _sources(self, slug: Slug) -> tuple[Source, ...]:
        return tuple(Source(*row) for row in self.connection.execute(self._SOURCES, (slug,)))

    _RELATED = f"""
        {_TOPICS} JOIN related r ON r.related_id = t.id JOIN topics me ON me.id = r.topic_id
        WHERE me.slug = ? ORDER BY r.position
    """

    def _related(self, slug: Slug) -> tuple[Topic, ...]:
        return tuple(_topic(row) for row in self.connection.execute(self._RELATED, (slug,)))

    def _nearest(self, text: str) -> str | None:
        """The slug or symbol likest to a mistyped one."""
        import difflib  # noqa: PLC0415 (only whoever mistypes waits for it)

        topics = self.topics()
        bundled = self.id == BUNDLED
        names = {parted(each.slug)[1]: each.slug if bundled else each.place.address for each in topics}
        names |= {topic.symbol.lower(): topic.symbol.lower() for topic in topics if topic.symbol}
        typed = text.strip().lower().partition("#")[0].rpartition("/")[2]
        near = difflib.get_close_matches(typed, names, n=1)
        return names[near[0]] if near else None


def _topic(row: sqlite3.Row) -> Topic:
    return Topic(
        Slug(row["slug"]),
        Kind(row["kind"]),
        row["title"],
        row["symbol"] or "",
        row["summary"],
        row["as_of"] or "",
        Slug(row["parent"]) if row["parent"] else None,
        row["words"],
    )


def _block(row: sqlite3.Row) -> Block:
    return Block(
        BlockId(row["id"]),
        BlockKind(row["kind"]),
        row["run"],
        row["text"],
        decoded(row["cells"]),
        row["as_of"] or "",
    )
