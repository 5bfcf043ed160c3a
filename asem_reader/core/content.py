# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Values that the Library holds: topics, sections, blocks and the sources they cite; and pages of them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from asem_reader.core.place import BUNDLED, BlockId, LibraryId, Place, Slug
from asem_reader.core.span import Line, cited

if TYPE_CHECKING:
    from asem_reader.core.drawing.figure import Figure

WORDS_A_MINUTE = 200
_MANY = 60  # entries; an issue has fewer
_LETTERS = 6  # sections at least under which entries of a glossary stand


class Kind(StrEnum):
    """The kinds of topics."""

    PILLAR = "pillar"
    GROUP = "group"
    ISSUE = "issue"
    MEETING = "meeting"
    PARTNER = "partner"
    BODY = "body"
    TERM = "term"
    MILESTONE = "milestone"
    INDEX = "index"  # scores made of several indicators
    INDICATOR = "indicator"
    HANDBOOK = "handbook"  # a page on the program itself


class BlockKind(StrEnum):
    """The kinds of blocks on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    EVENT = "event"
    NOTE = "note"
    HEAD = "head"
    ROW = "row"


class Topic(NamedTuple):
    """A node of the tree."""

    slug: Slug
    kind: Kind
    title: str
    symbol: str  # its short code such as ``POL-05``; empty if there is nothing to read
    summary: str
    as_of: str  # the date its newest facts speak of, ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``
    parent: Slug | None
    words: int  # how many words its article has; 0 if it has none

    @property
    def place(self) -> Place:
        """The place where the topic begins."""
        return Place(self.slug)

    @property
    def minutes(self) -> int:
        """The time that reading it takes, in whole minutes, at 200 words a minute."""
        return -(-self.words // WORDS_A_MINUTE)


class Block(NamedTuple):
    """A paragraph, list item, table row or note: the unit of marks."""

    id: BlockId
    kind: BlockKind
    run: int  # which list or table of its topic it belongs to; neighbours of one run stand together
    text: str  # what a reader reads, without markup or source numbers
    # The same as spans, with the numbers of sources: one line; for an event its date and what happened; for
    # a row one line a column.
    cells: tuple[Line, ...]
    as_of: str = ""  # the day that it speaks of, as in `Topic`; empty if it is the topic's

    @property
    def is_entry(self) -> bool:
        """True for an item, an event and a row of a table, but for its head."""
        return self.kind in (BlockKind.ITEM, BlockKind.EVENT, BlockKind.ROW)

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of the sources that it cites, as in the topic's list, rising."""
        return tuple(sorted({number for cell in self.cells for number in cited(cell)}))


class Section(NamedTuple):
    """A heading and the blocks under it: the unit of search."""

    heading: Block
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The heading's text."""
        return self.heading.text

    @property
    def entries(self) -> int:
        """How many items, events and rows of tables are under it."""
        return sum(block.is_entry for block in self.blocks)


class Source(NamedTuple):
    """A document that blocks cite."""

    number: int  # its place in the topic's list of sources, from 1
    title: str
    publisher: str
    # ``official``, ``institution``, ``press``, ``reference`` or ``copy`` (read in a copy kept by others,
    # whose address is not shown).
    kind: str
    date: str  # date of publication, to the precision known; empty if unknown
    url: str  # its address; empty if there is none to show
    name: str = ""  # its id, by which it is the same source in all topics of a Library


class TableOrder(NamedTuple):
    """The order in which the reader looks at a table."""

    run: int  # the table, as its blocks say
    column: int
    is_falling: bool  # the last first


class Arrangement(NamedTuple):
    """How the reader looks at a page; it is not remembered."""

    orders: tuple[TableOrder, ...] = ()  # of its tables; any other stands as the Library has it
    filtered: str = ""  # the words of which its entries are shown; all of them for none


AS_IT_STANDS = Arrangement()


class Article(NamedTuple):
    """All that the Library holds on one topic."""

    topic: Topic
    crumbs: tuple[Topic, ...]
    children: tuple[Topic, ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    related: tuple[Topic, ...]

    @property
    def leading(self) -> Block | None:
        """The first block, if it says just what the summary says; with its sources it may stand for it."""
        first = next((block for section in self.sections for block in section.blocks), None)
        return first if first and first.text == self.topic.summary else None

    @property
    def blocks(self) -> dict[BlockId, Block]:
        """Every block by its id, headings too, in reading order."""
        return {block.id: block for section in self.sections for block in (section.heading, *section.blocks)}

    @property
    def citing(self) -> dict[int, tuple[BlockId, ...]]:
        """The blocks that cite each source, by its number, in reading order."""
        found: dict[int, tuple[BlockId, ...]] = {}
        for block in self.blocks.values():
            found |= {number: (*found.get(number, ()), block.id) for number in block.sources}
        return found

    @property
    def is_long_list(self) -> bool:
        """True if it has so many entries that one looks for some of them alone."""
        return sum(section.entries for section in self.sections) >= _MANY

    @property
    def is_glossary(self) -> bool:
        """True if its sections are entries under letters."""
        titles = [section.title for section in self.sections]
        return len(titles) >= _LETTERS and all(len(title) <= len("0–9") for title in titles)


class Edition(NamedTuple):
    """An edition of a Library."""

    name: str  # the edition, such as ``2026.1``
    date: str  # the day it was closed, ``YYYY-MM-DD``
    digest: str  # SHA-256 of its sources, in hexadecimal
    library: LibraryId = BUNDLED  # of which Library it is the edition


class Illustration(NamedTuple):
    """A figure on the page of a topic."""

    section: str  # the title of the section under whose heading it stands; empty before the first section
    figure: "Figure"
    places: Mapping[str, Place]  # what its parts lead to, by their keys
    narrow: "Figure | None" = None  # the same for a narrow page; None if there is none


class Page(NamedTuple):
    """One topic as shown on the glass."""

    place: Place  # what was asked for; its block is where the reader begins
    article: Article  # the values that it was made from
    html: str  # the whole document, its style sheet included
    # Typeface and size in points of the body; headings are sized from them.
    family: str
    size: float
    # The words to be marked, as the search found them; empty if not come from a search.
    words: tuple[str, ...] = ()
    figures: tuple[Illustration, ...] = ()  # those that stand on it, in the order of their numbers in it
    arrangement: Arrangement = AS_IT_STANDS  # how the reader looks at it

    @property
    def title(self) -> str:
        """The topic's title."""
        return self.article.topic.title
