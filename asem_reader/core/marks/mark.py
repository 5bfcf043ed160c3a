# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Mark of the reader's: a bookmark, a highlight or a note, and what it is on."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple, NewType, Self

from asem_reader.core.content import Article
from asem_reader.core.place import BlockId, LibraryId, Place, Slug, parted

MarkId = NewType("MarkId", str)

CONTEXT = 64  # letters of text kept on either side of a quote


class MarkKind(StrEnum):
    """Kind of a mark."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"


class Colour(StrEnum):
    """Colour of a highlight; each has a form of its own too, for those who see no colours."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    ROSE = "rose"


class Waiting(StrEnum):
    """Reason why a mark needs its reader: a new edition of the Library holds no sure place for it."""

    TOPIC_GONE = "topic gone"
    BLOCK_GONE = "block gone"
    WORDS_GONE = "words gone"
    IN_DOUBT = "in doubt"


class Mark(NamedTuple):
    """One thing in the Notebook.

    Keyed as the W3C Web Annotation selectors are, by slug, block, quote and context, never by row ids,
    so that a new edition of the Library can place it again.

    Attributes:
        id: 32 hexadecimal digits, made once.
        block: None for a mark on the whole topic.
        quote: the block's text (or the topic's title) when the mark was made or last placed.
        before, after: the text that stood around it.
        words: those of the quote that the mark is on; empty for the whole block.
        nth: which of the places in the quote where these words stand it is, from 0.
        body: the reader's own words; plain text, with Markdown's light emphasis and lists.
        colour: of a highlight; None for all else.
        folder: path of its folder with ``/``; empty for none.
        tags: without blanks, in order.
        position: its place among the marks of its folder; equals stand by age.
        created, modified: UTC, ISO 8601 with seconds.
        deleted: when it went into the bin, in the same form; empty while it is in use.
        waiting: why it needs its reader; None while it has its place.
        view: of the topic's figures (core/indicators/view.py), for a mark on that; only on a whole topic.
    """

    id: MarkId
    kind: MarkKind
    slug: Slug
    block: BlockId | None
    quote: str
    before: str
    after: str
    body: str
    folder: str
    tags: tuple[str, ...]
    created: str
    modified: str
    words: str = ""
    nth: int = 0
    colour: Colour | None = None
    position: int = 0
    deleted: str = ""
    waiting: Waiting | None = None
    view: str = ""

    @property
    def place(self) -> Place:
        """The topic, block or view that it is on."""
        return Place(self.slug, self.block, self.view)

    @property
    def spot(self) -> "Spot":
        """What of its topic it is on."""
        return Spot(self.block, self.words, self.nth, self.view)

    @property
    def library(self) -> LibraryId:
        """The Library that it is on."""
        return parted(self.slug)[0]

    @property
    def said(self) -> str:
        """Text for a list: the reader's words, else those that it is on; empty for a whole topic."""
        return self.body.strip() or self.words or (self.quote if self.block else "")

    def with_body(self, body: str, modified: str) -> Self:
        """Return the mark with other words of the reader's."""
        return self._replace(body=body, modified=modified)

    def binned(self, when: str) -> Self:
        """Return the mark as it lies in the bin."""
        return self._replace(deleted=when)


class Folder(NamedTuple):
    """A folder of marks.

    Attributes:
        path: its name after those of the folders that hold it, with ``/`` between.
        position: its place among the folders beside it; equals stand by name.
    """

    path: str
    position: int = 0

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The path of the folder that holds it; empty at the top."""
        return self.path.rpartition("/")[0]


def lineage(path: str) -> Iterator[str]:
    """Yield the paths of the folders that hold one, from the top, and its own."""
    return accumulate(filter(None, path.split("/")), "{}/{}".format)


def folders_of(marks: Iterable[Mark], known: Iterable[Folder] = ()) -> tuple[Folder, ...]:
    """Return the folders that the marks stand in, and those that hold them, but for the known ones."""
    there = {folder.path for folder in known}
    stood_in = dict.fromkeys(mark.folder for mark in marks)
    wanted = dict.fromkeys(path for folder in stood_in for path in lineage(folder))
    return tuple(Folder(path) for path in wanted if path not in there)


def path_of(text: str) -> str:
    """Return a folder's path as it is kept: no empty names, no blanks around them."""
    return "/".join(part.strip() for part in text.split("/") if part.strip())


def tag_of(text: str) -> str:
    """Return the tag that a reader wrote, as it is kept: without the sign that leads tags, ``#``.

    Of two such signs the second is the tag's own; `written_tag` is the reverse.
    """
    return tidy_tag(text.removeprefix("#"))


def tidy_tag(text: str) -> str:
    """Return a tag in the form in which it is kept: without blanks."""
    return "-".join(text.split())


def written_tag(tag: str) -> str:
    """Return a tag as a reader would write it: one that begins with ``#`` itself, with another before it."""
    return f"#{tag}" if tag.startswith("#") else tag


class Spot(NamedTuple):
    """What of a topic a mark is on: without anything the whole topic.

    Attributes:
        block: None for the whole topic.
        words: empty for the whole block.
        nth: which of the places in the block where the words stand it is, from 0.
        view: of the topic's figures; empty for its page.
    """

    block: BlockId | None = None
    words: str = ""
    nth: int = 0
    view: str = ""


WHOLE = Spot()


class Target(NamedTuple):
    """The target of a mark: a topic, a block of it, some words of the block, or a view of its figures.

    Attributes:
        block, words, nth, view: as those of `Spot`.
    """

    article: Article
    block: BlockId | None = None
    words: str = ""
    nth: int = 0
    view: str = ""

    @property
    def spot(self) -> Spot:
        """What of its topic it is."""
        return Spot(self.block, self.words, self.nth, self.view)

    @property
    def text(self) -> str:
        """The words that it is on, as the page has them."""
        if self.words or self.block is None:
            return self.words or self.article.topic.title
        return self.article.blocks[self.block].text


class Anchor(NamedTuple):
    """Selector of what a mark is on, in such words that another edition can find it again."""

    slug: Slug
    block: BlockId | None
    quote: str
    before: str
    after: str
    words: str = ""
    nth: int = 0


def anchor(article: Article, block: BlockId | None, words: str = "", nth: int = 0) -> Anchor:
    """Return the anchor of a block of an article, of some words of it, or of the whole topic.

    Raises:
        KeyError: the article has no such block.
        ValueError: the block has these words not so often.
    """
    if block is None:
        return Anchor(article.topic.slug, None, article.topic.title, "", "")
    blocks = list(article.blocks.values())
    index = blocks.index(article.blocks[block])
    before = blocks[index - 1].text[-CONTEXT:] if index else ""
    after = blocks[index + 1].text[:CONTEXT] if index + 1 < len(blocks) else ""
    text = article.blocks[block].text
    if words and span(text, words, nth) is None:
        raise ValueError(f"“{words}” does not stand there")
    return Anchor(article.topic.slug, block, text, before, after, words, nth)


def span(text: str, words: str, nth: int) -> tuple[int, int] | None:
    """Return where the words stand in a text for the nth time, from 0: first letter and the one behind."""
    start = -1
    for _ in range(nth + 1):
        start = text.find(words, start + 1)
        if start < 0 or not words:
            return None
    return start, start + len(words)


def occurrence(text: str, words: str, start: int) -> int:
    """Return which of the places where the words stand begins at `start`, as `span` counts them.

    Raises:
        ValueError: they do not stand there.
    """
    number, at = 0, text.find(words)
    while at != start:
        if at < 0 or not words:
            raise ValueError(f"“{words}” does not stand at {start}")
        number, at = number + 1, text.find(words, at + 1)
    return number
