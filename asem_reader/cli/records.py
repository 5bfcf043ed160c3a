# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The JSON of the command line: shapes that are promised (docs/cli.md)."""

from collections.abc import Iterable

from asem_reader.core.content import Article, Block, Source, Topic
from asem_reader.core.language import _
from asem_reader.core.marks.mark import Mark
from asem_reader.core.marks.record import to_record
from asem_reader.core.place import BUNDLED, Place, Slug, parted
from asem_reader.core.search.hit import Answer, Found, Hit

Record = dict[str, object]


def place_record(place: Place) -> Record:
    """A block by its topic and its code; the topic by its Library too, unless that is the bundled one.

    A view is there if the place has one.
    """
    return {**_named(place.slug), "block": place.block, **({"view": place.view} if place.view else {})}


def tree(topics: tuple[Topic, ...], parent: Slug | None = None) -> list[Record]:
    """The topics below `parent`, each with its children."""
    below = (topic for topic in topics if topic.parent == parent)
    return [{**_topic_record(topic), "children": tree(topics, topic.slug)} for topic in below]


def hit_record(hit: Hit, missing: Iterable[str] = ()) -> Record:
    """One hit of a search, with the words that it lacks, among them those that are missing everywhere."""
    return {
        **place_record(hit.place),
        "title": hit.title,
        "symbol": hit.symbol or None,
        "section": hit.section or None,
        "snippet": hit.plain,
        "why": hit.why,
        "without": list(dict.fromkeys((*missing, *hit.without))),
    }


def found_records(found: Found) -> list[Record]:
    """The hits of a search, the first with the answer, if there is one; if there are no hits, the answer.

    The first also has what may have been meant by words that are nowhere.
    """
    answers = (found.answer,) if found.answer else ()
    records = [hit_record(hit, found.missing) for hit in found.hits or answers]
    meant = [{"typed": each.typed, "meant": each.used} for each in found.offered]
    more: Record = {"answer": _answer_record(found.answer)} if found.answer else {}
    more |= {"did_you_mean": meant} if meant else {}
    return [{**records[0], **more}, *records[1:]] if records else []


def _answer_record(answer: Answer) -> Record:
    return {
        **place_record(answer.place),
        "title": answer.title,
        "symbol": answer.symbol or None,
        "section": answer.section or None,
        "text": answer.plain,
        "as_of": answer.as_of,
        "source": _source_record(answer.source) if answer.source else None,
    }


def article_record(article: Article, block: str | None) -> Record:
    """A topic, or of it the one block that is asked for."""
    topic = article.topic
    return {
        **_topic_record(topic),
        "summary": topic.summary,
        "as_of": topic.as_of or None,
        "parent": parted(topic.parent)[1] if topic.parent else None,
        "related": [parted(other.slug)[1] for other in article.related],
        "children": [parted(child.slug)[1] for child in article.children],
        "sections": [
            {
                "title": section.title,
                "block": section.heading.id,
                "blocks": [_block_record(each) for each in section.blocks if block in (None, each.id)],
            }
            for section in article.sections
            if any(block in (None, each.id) for each in (section.heading, *section.blocks))
        ],
        "sources": [_source_record(source) for source in article.sources],
    }


def mark_records(marks: Iterable[Mark]) -> list[Record]:
    """Marks as they are in a file (docs/marks.md)."""
    return [to_record(mark) for mark in marks]


def _named(slug: Slug) -> Record:
    library, name = parted(slug)
    return {"slug": name} if library == BUNDLED else {"library": library, "slug": name}


def _topic_record(topic: Topic) -> Record:
    kind, symbol = str(topic.kind), topic.symbol or None
    return {**_named(topic.slug), "title": topic.title, "kind": kind, "symbol": symbol}


def _source_record(source: Source) -> Record:
    return {name: value or None for name, value in source._asdict().items() if name != "name"}


def _block_record(block: Block) -> Record:
    return {"block": block.id, "kind": str(block.kind), "text": block.text, "sources": list(block.sources)}


def mark_line(mark: Mark) -> str:
    """Return a mark as a line of text."""
    folder = _("in {folder}").format(folder=mark.folder) if mark.folder else ""
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    gone = _("in the bin since {day}").format(day=mark.deleted[:10]) if mark.deleted else ""
    kept_as = (mark.colour or "", folder, tags, gone)
    return "  ".join(
        part for part in (mark.id, f"{mark.kind:9}", mark.created[:10], mark.place.address, *kept_as) if part
    )
