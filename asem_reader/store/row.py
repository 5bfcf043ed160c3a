# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A mark as a row of the Notebook, with the digest that tells whether it is still what was written."""

import json
import sqlite3
from hashlib import blake2b

from asem_reader.core.marks import Colour, Mark, MarkId, MarkKind, Waiting
from asem_reader.core.place import BlockId, Slug

# In the order of the table's columns.
_WRITTEN = (
    *("id", "kind", "slug", "block", "quote", "before", "after", "body", "folder", "tags"),
    *("created", "modified", "words", "nth", "colour", "position", "deleted", "waiting"),
)
COLUMNS = (*_WRITTEN, "digest")
_DIGEST_BYTES = 8


def values(mark: Mark) -> tuple[object, ...]:
    """Return the values of a mark's row, in the order of `COLUMNS`."""
    row = (
        *(mark.id, str(mark.kind), mark.slug, mark.block, mark.quote, mark.before, mark.after, mark.body),
        *(mark.folder, json.dumps(mark.tags, ensure_ascii=False), mark.created, mark.modified, mark.words),
        *(mark.nth, mark.colour and str(mark.colour), mark.position, mark.deleted),
        mark.waiting and str(mark.waiting),
    )
    return (*row, _digest(row))


def mark(row: sqlite3.Row, *, older: bool) -> Mark:
    """Return the mark that a row holds.

    Args:
        row: named as `COLUMNS`; of an older Notebook without some of them, and without its digest.
        older: whether the file has another version, so that no digest can be asked for.

    Raises:
        ValueError: a value is none of its kind, or the digest is another: the row is damaged.
    """
    names = row.keys()
    if not older and _digest(tuple(row)[: len(_WRITTEN)]) != row["digest"]:
        raise ValueError(f"mark {row['id']} is not what was written")
    tags = json.loads(row["tags"])
    if not isinstance(tags, list):
        raise ValueError(f"tags are “{tags}”")
    colour, waiting = (row[name] if name in names else None for name in ("colour", "waiting"))
    return Mark(
        MarkId(row["id"]),
        MarkKind(row["kind"]),
        Slug(row["slug"]),
        BlockId(row["block"]) if row["block"] else None,
        row["quote"],
        row["before"],
        row["after"],
        row["body"],
        row["folder"],
        tuple(tags),
        row["created"],
        row["modified"],
        row["words"] if "words" in names else "",
        row["nth"] if "nth" in names else 0,
        Colour(colour) if colour else None,
        row["position"] if "position" in names else 0,
        row["deleted"] if "deleted" in names else "",
        Waiting(waiting) if waiting else None,
    )


def _digest(row: tuple[object, ...]) -> str:
    """The digest of a row: BLAKE2b (RFC 7693) of 8 bytes over its values, a unit separator between them."""
    text = "\x1f".join("\x00" if value is None else str(value) for value in row)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
