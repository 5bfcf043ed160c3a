# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Rows of the Library's tables, as the values that they hold."""

import sqlite3

from asem_reader.core.content import Block, BlockKind, Kind, Topic
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.span import decoded


def topic_of(row: sqlite3.Row) -> Topic:
    """Return the topic in a row, with `parent` as the slug of the one above it."""
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


def block_of(row: sqlite3.Row) -> Block:
    """Return the block in a row."""
    return Block(
        BlockId(row["id"]),
        BlockKind(row["kind"]),
        row["run"],
        row["text"],
        decoded(row["cells"]),
        row["as_of"] or "",
    )
