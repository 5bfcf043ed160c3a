# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Compiles `data/` into the Library: one SQLite file, the same bytes from the same sources."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sqlite_utils

from asem_reader.authoring.checks.form import word_count
from asem_reader.authoring.compiled import LEDGER, Compiled, compile_content, read_ledger
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.indexes.indicatortables import fill_indicators
from asem_reader.authoring.indexes.lexicon import fill_lexicon
from asem_reader.authoring.indexes.nearwords import fill_near_words
from asem_reader.authoring.indexes.tables import fill_reference
from asem_reader.authoring.piece import Piece, sections
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.authoring.text.typography import curled
from asem_reader.core.place import BUNDLED, BlockId
from asem_reader.core.span import encoded
from asem_reader.core.words import indexed
from asem_reader.store import schema

Row = dict[str, object]


def build(data: Path, target: Path) -> None:
    """Compile `data` into `target` and its digest, and bring the ledger up to date.

    Raises:
        ContentError: something in the content is wrong; nothing is written.
    """
    compiled = compile_content(data)
    _write_library(compiled, target)
    _replace(data / LEDGER, compiled.ledger.dump().encode())


def compile_library(data: Path, target: Path) -> None:
    """Compile `data` into `target` and its digest; the ledger must be up to date and is not touched.

    Raises:
        ContentError: something in the content is wrong, or the ledger out of date; nothing is written.
    """
    compiled = compile_content(data)
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / target.name
        _write_library(compiled, draft)
        if compiled.ledger.dump() != read_ledger(data):
            raise ContentError([Problem(LEDGER, 0, "is out of date: run make content and commit it")])
        for file in Path(folder).iterdir():
            _replace(target.with_name(file.name), file.read_bytes())


def _write_library(compiled: Compiled, target: Path) -> None:
    """Write beside the target and rename, so that a broken build leaves the old Library alone."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name
        _fill(sqlite_utils.Database(draft), compiled)
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


def _fill(db: sqlite_utils.Database, compiled: Compiled) -> None:
    db.conn.execute("PRAGMA page_size = 4096")
    db.conn.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version = {schema.VERSION}")
    db.conn.executescript(schema.TABLES + schema.LEXICON)
    numbers = {draft.slug: number for number, draft in enumerate(compiled.drafts, 1)}
    edition = compiled.content.edition
    about = {"edition": edition.name, "date": edition.date, "digest": edition.digest}
    if edition.library != BUNDLED:
        about["library"] = edition.library
    db.table("about").insert_all({"key": key, "value": value} for key, value in about.items())
    source_ids = {name: number for number, name in enumerate(sorted(compiled.content.sources), 1)}
    db.table("sources").insert_all(_source_rows(compiled, source_ids))
    db.table("topics").insert_all(_topic_rows(compiled, numbers))
    _fill_names(db, compiled, numbers)
    db.table("redirects").insert_all(
        {"slug": old, "symbol": compiled.ledger.symbol_of(old), "topic_id": numbers[redirect.to]}
        for old, redirect in compiled.content.redirects.items()
    )
    written = [_written(draft, compiled, numbers[draft.slug], source_ids) for draft in compiled.drafts]
    # A table at once: sqlite-utils ends a transaction with each call.
    for table in ("sections", "topic_sources", "blocks", "citations"):
        db.table(table).insert_all(row for rows in written for row in rows[table])
    fill_reference(db, compiled, numbers)
    fill_indicators(db, compiled.content.figures, numbers)
    fill_lexicon(db, compiled, numbers)
    db.conn.create_function("indexed", 1, indexed, deterministic=True)
    db.conn.executescript(schema.INDEXES)
    fill_near_words(db)
    db.conn.execute("ANALYZE")
    db.conn.commit()
    db.conn.execute("VACUUM")
    db.conn.close()


def _source_rows(compiled: Compiled, ids: dict[str, int]) -> Iterator[Row]:
    for name, number in ids.items():
        source = compiled.content.sources[name]
        yield {
            "id": number,
            "name": name,
            "title": curled(source.title),
            "publisher": curled(source.publisher) or None,
            "kind": source.kind,
            "date": source.date or None,
            "url": source.url or None,
        }


def _topic_rows(compiled: Compiled, numbers: dict[str, int]) -> Iterator[Row]:
    for position, draft in enumerate(compiled.drafts):
        rendering = compiled.renderings.get(draft.slug)
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


def _fill_names(db: sqlite_utils.Database, compiled: Compiled, numbers: dict[str, int]) -> None:
    related = compiled.related
    db.table("aliases").insert_all(
        {"topic_id": numbers[draft.slug], "alias": alias}
        for draft in compiled.drafts
        for alias in sorted(set(draft.aliases))
    )
    db.table("related").insert_all(
        {"topic_id": numbers[draft.slug], "position": position, "related_id": numbers[slug]}
        for draft in compiled.drafts
        for position, slug in enumerate(related[draft.slug])
    )


def _written(
    draft: Draft, compiled: Compiled, topic: int, source_ids: dict[str, int]
) -> dict[str, list[Row]]:
    """The rows of a topic, by table."""
    # The first section is the summary, so that a topic is found even where it has no article.
    rows: dict[str, list[Row]] = {"topic_sources": [], "blocks": [], "citations": []}
    rows["sections"] = [_section(draft, topic, 0, "", curled(draft.summary))]
    rendering = compiled.renderings.get(draft.slug)
    if rendering is None:
        return rows
    sources = [source_ids[name] for name in rendering.sources]
    rows["topic_sources"] = [
        {"topic_id": topic, "number": number, "source_id": source} for number, source in enumerate(sources, 1)
    ]
    ids = iter(compiled.ids[draft.slug])
    for position, (heading, under) in enumerate(sections(rendering.pieces), 1):
        text = "\n".join(piece.told for piece in under)
        section = _section(draft, topic, position, heading.text, text)
        rows["sections"].append(section)
        for order, piece in enumerate([heading, *under]):
            block = next(ids)
            rows["blocks"].append(_block(block, section["id"], order, piece))
            rows["citations"] += [
                {"block_id": block, "number": number, "source_id": sources[number - 1]}
                for number in piece.sources
            ]
    return rows


def _section(draft: Draft, topic: int, position: int, heading: str, text: str) -> Row:
    return {
        "id": topic * 1000 + position,
        "topic_id": topic,
        "position": position,
        "topic": curled(draft.title),
        "names": " · ".join((draft.symbol, *draft.aliases)) if position == 0 else "",
        "heading": heading,
        "text": text,
    }


def _block(block: BlockId, section: object, position: int, piece: Piece) -> Row:
    return {
        "id": block,
        "section_id": section,
        "position": position,
        "kind": str(piece.kind),
        "run": piece.run,
        "text": piece.text,
        "cells": encoded(piece.cells),
        "as_of": piece.as_of or None,
        "hash": hashlib.sha256(piece.text.encode()).hexdigest()[:16],
    }
