# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The JSON of the command line: shapes that are promised (docs/cli.md)."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from asem_reader.core.content import Article, Block, Topic
from asem_reader.core.errors import BadImport
from asem_reader.core.hit import Hit
from asem_reader.core.marks import Mark
from asem_reader.core.place import Place, Slug
from asem_reader.core.record import from_record, to_record
from asem_reader.store.disk import reason

EXPORT = "asem-reader marks"
EXPORT_VERSION = 1


def read_export(file: Path) -> Iterator[Mark]:
    """Yield the marks of an exported file.

    Raises:
        BadImport: the file is no export; the message says what and where.
    """
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadImport(str(file), reason(error)) from error
    except (ValueError, RecursionError) as error:
        raise BadImport(str(file), f"it is not JSON ({error})") from error
    if not isinstance(record, dict) or record.get("format") != EXPORT:
        raise BadImport(str(file), f"it does not say that it is “{EXPORT}”")
    if record.get("version") != EXPORT_VERSION or not isinstance(record.get("marks"), list):
        raise BadImport(str(file), f"it is not of version {EXPORT_VERSION}")
    for number, entry in enumerate(record["marks"], 1):
        try:
            yield from_record(entry)
        except ValueError as error:
            raise BadImport(str(file), f"mark {number}: {error}") from error


def export_record(marks: Iterable[Mark]) -> dict[str, object]:
    """All marks, as `read_export` reads them back."""
    return {"format": EXPORT, "version": EXPORT_VERSION, "marks": [to_record(mark) for mark in marks]}


def tree(topics: Iterable[Topic], parent: Slug | None) -> list[dict[str, object]]:
    """The topics below `parent`, each with its children."""
    everything = tuple(topics)
    return [
        {
            "slug": topic.slug,
            "title": topic.title,
            "kind": str(topic.kind),
            "symbol": topic.symbol or None,
            "children": tree(everything, topic.slug),
        }
        for topic in everything
        if topic.parent == parent
    ]


def hit_record(hit: Hit) -> dict[str, object]:
    """One hit of a search."""
    return {
        "slug": hit.place.slug,
        "block": hit.place.block,
        "title": hit.title,
        "symbol": hit.symbol or None,
        "section": hit.section or None,
        "snippet": hit.plain,
        "why": hit.why,
    }


def article_record(article: Article, place: Place) -> dict[str, object]:
    """A topic; of its blocks those that `place` asks for."""
    topic = article.topic
    return {
        "slug": topic.slug,
        "title": topic.title,
        "kind": str(topic.kind),
        "symbol": topic.symbol or None,
        "summary": topic.summary,
        "as_of": topic.as_of or None,
        "parent": topic.parent,
        "related": [other.slug for other in article.related],
        "children": [child.slug for child in article.children],
        "sections": [
            {
                "title": section.title,
                "block": section.heading.id,
                "blocks": [_block_record(block) for block in section.blocks if _wanted(block, place)],
            }
            for section in article.sections
            if not place.block or any(_wanted(b, place) for b in (section.heading, *section.blocks))
        ],
        "sources": [
            {
                "number": source.number,
                "title": source.title,
                "publisher": source.publisher or None,
                "kind": source.kind,
                "date": source.date or None,
                "url": source.url or None,
            }
            for source in article.sources
        ],
    }


def _block_record(block: Block) -> dict[str, object]:
    return {"block": block.id, "kind": str(block.kind), "text": block.text, "sources": list(block.sources)}


def _wanted(block: Block, place: Place) -> bool:
    return place.block is None or block.id == place.block
