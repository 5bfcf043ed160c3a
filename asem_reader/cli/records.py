# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The JSON of the command line: shapes that are promised (docs/cli.md)."""

from collections.abc import Iterable

from asem_reader.core.content import Article, Block, Topic
from asem_reader.core.marks.backup import Backup, RestorePreview
from asem_reader.core.marks.record import to_record
from asem_reader.core.place import Place, Slug
from asem_reader.core.search.hit import Hit


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


def backup_record(backup: Backup) -> dict[str, object]:
    """A backup of the Notebook."""
    return {
        "name": backup.name,
        "day": backup.day,
        "size": backup.size,
        "marks": backup.marks,
        "whole": backup.whole,
    }


def preview_record(preview: RestorePreview, *, restored: bool) -> dict[str, object]:
    """What restoring a backup changes, and whether it was done."""
    return {
        "restored": restored,
        "back": [to_record(mark) for mark in preview.back],
        "other": [to_record(mark) for mark in preview.other],
        "gone": [to_record(mark) for mark in preview.gone],
    }
