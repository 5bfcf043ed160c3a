# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Compiles `data/` into the Library: one SQLite file, the same bytes from the same sources."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sqlite_utils

from asem_reader.authoring.check import check, word_count
from asem_reader.authoring.ledger import Ledger
from asem_reader.authoring.piece import Piece, Rendering, sections
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.authoring.render import render
from asem_reader.authoring.source import Content, Draft, read_content
from asem_reader.authoring.typography import curled
from asem_reader.core.place import BlockId, Slug
from asem_reader.store import schema

LEDGER = "blocks.lock"


def build(data: Path, target: Path) -> None:
    """Compile `data` into `target` and its digest, and bring the ledger up to date.

    Raises:
        ContentError: something in the content is wrong; nothing is written.
    """
    content, renderings, ledger = _compiled(data)
    _write_library(content, renderings, ledger, target)
    _replace(data / LEDGER, ledger.dump().encode())


def compile_library(data: Path, target: Path) -> None:
    """Compile `data` into `target` and its digest; the ledger must be up to date and is not touched.

    Raises:
        ContentError: something in the content is wrong, or the ledger out of date; nothing is written.
    """
    content, renderings, ledger = _compiled(data)
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / target.name
        _write_library(content, renderings, ledger, draft)
        if ledger.dump() != _read_ledger(data):
            raise ContentError([Problem(LEDGER, 0, "is out of date: run make content and commit it")])
        for file in Path(folder).iterdir():
            _replace(target.with_name(file.name), file.read_bytes())


def _compiled(data: Path) -> tuple[Content, dict[str, Rendering], Ledger]:
    content = read_content(data)
    renderings = {
        draft.slug: render(draft.body, draft.file, draft.first_line, content.glossary)
        for draft in content.drafts
        if draft.body
    }
    if problems := list(check(content, renderings)):
        raise ContentError(problems)
    try:
        ledger = Ledger.parse(_read_ledger(data))
    except ValueError as error:
        raise ContentError([Problem(LEDGER, 0, str(error))]) from None
    return content, renderings, ledger


def _read_ledger(data: Path) -> str:
    file = data / LEDGER
    return file.read_text(encoding="utf-8") if file.exists() else Ledger().dump()


def _write_library(content: Content, renderings: dict[str, Rendering], ledger: Ledger, target: Path) -> None:
    """Write beside the target and rename, so that a broken build leaves the old Library alone."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name
        _fill(sqlite_utils.Database(draft), content, renderings, ledger)
        library = draft.read_bytes()
    _replace(target, library)
    digest = hashlib.sha256(library).hexdigest()
    _replace(target.with_name(f"{target.name}.sha256"), f"{digest}  {target.name}\n".encode())


def _replace(file: Path, content: bytes) -> None:
    if file.exists() and file.read_bytes() == content:
        os.utime(file)
        return
    draft = file.with_name(f"{file.name}.part")
    draft.write_bytes(content)
    draft.replace(file)


def _fill(
    db: sqlite_utils.Database, content: Content, renderings: dict[str, Rendering], ledger: Ledger
) -> None:
    db.conn.execute("PRAGMA page_size = 4096")
    db.conn.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version = {schema.VERSION}")
    db.conn.executescript(schema.TABLES)
    ordered = list(_in_order(content.drafts))
    numbers = {draft.slug: number for number, draft in enumerate(ordered, 1)}
    edition = content.edition
    about = {"edition": edition.name, "date": edition.date, "digest": edition.digest}
    db.table("about").insert_all({"key": key, "value": value} for key, value in about.items())
    db.table("acronyms").insert_all(
        {"term": t, "expansion": curled(e)} for t, e in sorted(content.glossary.items())
    )
    source_ids = {name: number for number, name in enumerate(sorted(content.sources), 1)}
    db.table("sources").insert_all(_source_rows(content, source_ids))
    db.table("topics").insert_all(_topic_rows(ordered, numbers, renderings))
    for draft in ordered:
        _fill_topic(db, draft, renderings.get(draft.slug), numbers, source_ids, ledger)
    db.conn.executescript(schema.INDEXES)
    db.conn.execute("ANALYZE")
    db.conn.commit()
    db.conn.execute("VACUUM")
    db.conn.close()


def _in_order(drafts: tuple[Draft, ...], parent: str = "") -> Iterator[Draft]:
    """The drafts depth first; under one parent articles stand before groups (the overview comes first)."""
    children = [draft for draft in drafts if draft.parent == parent]
    for child in sorted(children, key=lambda draft: not draft.body):
        yield child
        yield from _in_order(drafts, child.slug)


def _source_rows(content: Content, ids: dict[str, int]) -> Iterator[dict[str, object]]:
    for name, number in ids.items():
        source = content.sources[name]
        yield {
            "id": number,
            "name": name,
            "title": curled(source.title),
            "publisher": curled(source.publisher) or None,
            "kind": source.kind,
            "date": source.date or None,
            "url": source.url or None,
        }


def _topic_rows(
    ordered: list[Draft], numbers: dict[str, int], renderings: dict[str, Rendering]
) -> Iterator[dict[str, object]]:
    for position, draft in enumerate(ordered):
        rendering = renderings.get(draft.slug)
        yield {
            "id": numbers[draft.slug],
            "slug": draft.slug,
            "parent_id": numbers.get(draft.parent),
            "position": position,
            "kind": str(draft.kind),
            "title": curled(draft.title),
            "symbol": draft.symbol or None,
            "summary": curled(draft.summary),
            "as_of": draft.as_of or None,
            "words": word_count(rendering) if rendering else 0,
        }


def _fill_topic(
    db: sqlite_utils.Database,
    draft: Draft,
    rendering: Rendering | None,
    numbers: dict[str, int],
    source_ids: dict[str, int],
    ledger: Ledger,
) -> None:
    topic = numbers[draft.slug]
    related = [numbers[slug] for slug in draft.related]
    db.table("aliases").insert_all(
        {"topic_id": topic, "alias": alias} for alias in sorted(set(draft.aliases))
    )
    db.table("related").insert_all(
        {"topic_id": topic, "position": position, "related_id": number}
        for position, number in enumerate(related)
    )
    # The first section is the summary, so that a topic is found even where it has no article.
    _insert_section(db, draft, topic, 0, "", curled(draft.summary))
    if rendering is None:
        return
    db.table("topic_sources").insert_all(
        {"topic_id": topic, "number": number, "source_id": source_ids[name]}
        for number, name in enumerate(rendering.sources, 1)
    )
    ids = iter(ledger.assign(Slug(draft.slug), [piece.text for piece in rendering.pieces]))
    for position, (heading, under) in enumerate(sections(rendering.pieces), 1):
        text = "\n".join(piece.text for piece in under)
        section = _insert_section(db, draft, topic, position, heading.text, text)
        for order, piece in enumerate([heading, *under]):
            _insert_block(
                db, next(ids), section, order, piece, [source_ids[name] for name in rendering.sources]
            )


def _insert_section(
    db: sqlite_utils.Database, draft: Draft, topic: int, position: int, heading: str, text: str
) -> int:
    number = topic * 1000 + position
    db.table("sections").insert(
        {
            "id": number,
            "topic_id": topic,
            "position": position,
            "topic": curled(draft.title),
            "names": " · ".join((draft.symbol, *draft.aliases)) if position == 0 else "",
            "heading": heading,
            "text": text,
        }
    )
    return number


def _insert_block(
    db: sqlite_utils.Database, block: BlockId, section: int, position: int, piece: Piece, sources: list[int]
) -> None:
    db.table("blocks").insert(
        {
            "id": block,
            "section_id": section,
            "position": position,
            "kind": str(piece.kind),
            "run": piece.run,
            "text": piece.text,
            "html": piece.html,
            "typst": piece.typst,
            "as_of": piece.as_of or None,
            "hash": hashlib.sha256(piece.text.encode()).hexdigest()[:16],
        }
    )
    db.table("citations").insert_all(
        {"block_id": block, "source_id": sources[number - 1], "number": number} for number in piece.sources
    )
