# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader adds: a bookmark, a highlight or a note, and its record for export."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import NamedTuple, NewType, Self

from asem_reader.core.content import Article
from asem_reader.core.place import BlockId, Place, Slug

MarkId = NewType("MarkId", str)

CONTEXT = 64  # letters of text kept on either side of a quote

_ID = re.compile(r"[0-9a-f]{32}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BLOCK = re.compile(r"[a-z0-9]+")


class MarkKind(StrEnum):
    """What a mark is."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing in the Notebook.

    Keyed as the W3C Web Annotation selectors are, by slug, block, quote and context, never by row ids,
    so that a new edition of the Library can place it again.

    Attributes:
        id: 32 hexadecimal digits, made once.
        block: None for a mark on the whole topic.
        quote: the block's text (or the topic's title) when the mark was made.
        before, after: the text that stood around it.
        body: the reader's own words; plain text.
        folder: path of its folder with ``/``; empty for none.
        tags: without blanks, in order.
        created, modified: UTC, ISO 8601 with seconds.
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

    @property
    def place(self) -> Place:
        """What it is on."""
        return Place(self.slug, self.block)

    def with_body(self, body: str, modified: str) -> Self:
        """Return the mark with other words of the reader's."""
        return replace(self, body=body, modified=modified)


class Anchor(NamedTuple):
    """What a mark is on, in such words that another edition can find it again."""

    slug: Slug
    block: BlockId | None
    quote: str
    before: str
    after: str


def anchor(article: Article, block: BlockId | None) -> Anchor:
    """Return the anchor of a block of an article, or of the whole topic.

    Raises:
        KeyError: the article has no such block.
    """
    if block is None:
        return Anchor(article.topic.slug, None, article.topic.title, "", "")
    blocks = list(article.blocks.values())
    index = blocks.index(article.blocks[block])
    before = blocks[index - 1].text[-CONTEXT:] if index else ""
    after = blocks[index + 1].text[:CONTEXT] if index + 1 < len(blocks) else ""
    return Anchor(article.topic.slug, block, blocks[index].text, before, after)


def to_record(mark: Mark) -> dict[str, object]:
    """Return the mark as a JSON object; `from_record` reads it back without loss."""
    return {**asdict(mark), "kind": str(mark.kind), "tags": list(mark.tags)}


def from_record(record: object) -> Mark:
    """Return the mark that a JSON object describes.

    Raises:
        ValueError: a field is missing or has another type; the message names it.
    """
    if not isinstance(record, Mapping):
        raise ValueError("a mark must be an object")
    tags = record.get("tags", [])
    if not isinstance(tags, list) or not all(_is_text(tag) for tag in tags):
        raise ValueError("tags must be a list of texts")
    block = record.get("block")
    if block is not None and not (isinstance(block, str) and _BLOCK.fullmatch(block)):
        raise ValueError("block must be the id of a block, or null")
    slug = _text(record, "slug")
    if not _SLUG.fullmatch(slug):
        raise ValueError(f"slug is “{slug}”")
    kind = _text(record, "kind")
    if kind not in set(MarkKind):
        raise ValueError(f"kind is “{kind}”")
    mark = _text(record, "id")
    if not _ID.fullmatch(mark):
        raise ValueError("id must be 32 hexadecimal digits")
    return Mark(
        id=MarkId(mark),
        kind=MarkKind(kind),
        slug=Slug(slug),
        block=BlockId(block) if block else None,
        quote=_text(record, "quote"),
        before=_text(record, "before"),
        after=_text(record, "after"),
        body=_text(record, "body"),
        folder=_text(record, "folder"),
        tags=tuple(tags),
        created=_text(record, "created"),
        modified=_text(record, "modified"),
    )


def _text(record: Mapping[object, object], name: str) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not _is_text(value):
        raise ValueError(f"{name} must be a text")
    return value


def _is_text(value: object) -> bool:
    """Whether a value is a text that can be kept: JSON can say lone surrogates, which no file can hold."""
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)
