# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A mark as a row of the Notebook, with the digest that tells whether it is still what was written."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any

from asem_reader.core.language import _
from asem_reader.core.marks.mark import Colour, Mark, MarkId, MarkKind, Waiting
from asem_reader.core.place import BUNDLED, BlockId, LibraryId, parted, slug_in

# Most marks have no tags; the start does not wait for what reads and writes them.
# ruff: noqa: PLC0415

COLUMNS = (*Mark._fields, "library", "digest")
_DIGEST_BYTES = 8


class RowDamaged(ValueError):
    """A row that is no mark, or not what was written."""


def columns(version: int) -> str:
    """Return what gives `COLUMNS` of a row with a digest, one of version 2 or later, for a SELECT."""
    since = {"library": (3, f"'{BUNDLED}'"), "view": (4, "''")}  # and what stood for them before
    return ", ".join(since[name][1] if version < since.get(name, (0,))[0] else name for name in COLUMNS)


def values(mark: Mark) -> tuple[object, ...]:
    """Return the values of a mark's row, in the order of `COLUMNS`."""
    library, slug = parted(mark.slug)
    row = tuple({**mark._asdict(), "slug": slug, "tags": _written_tags(mark.tags)}.values())
    return (*row, library, _sealed(row, library))


def mark(row: tuple[Any, ...] | sqlite3.Row) -> Mark:
    """Return the mark that the values of `columns` are; RowDamaged if the digest is another."""
    *written, library, digest = row
    if _sealed(written, library) != digest:
        raise RowDamaged(_("mark {id} is not what was written").format(id=row[0]))
    return _mark(written, library)


def foreign_mark(row: sqlite3.Row) -> Mark:
    """Return the mark of a row of another shape, new in what that lacks; RowDamaged if a value is none."""
    names = row.keys()
    there = [row[name] if name in names else Mark._field_defaults.get(name) for name in Mark._fields]
    try:
        return _mark(there, row["library"] if "library" in names else BUNDLED)
    except ValueError as error:
        raise RowDamaged(str(error)) from error


def foreign_marks(rows: Iterable[sqlite3.Row], *, later: bool) -> Iterator[Mark]:
    """Yield the marks of rows of another shape; of a later one those that are understood."""
    for each in rows:
        try:
            yield foreign_mark(each)
        except RowDamaged:
            if not later:
                raise


def _mark(written: Sequence[Any], library: str) -> Mark:
    name, kind, slug, block, quote, before, after, body, folder, tags, *later = written
    created, modified, words, nth, colour, position, deleted, waiting, view = later
    place = slug_in(LibraryId(library), slug), BlockId(block) if block else None
    texts = quote, before, after, body, folder, _tags(tags), created, modified, words, nth
    state = _colour(colour) if colour else None, position, deleted, Waiting(waiting) if waiting else None
    return Mark._make((MarkId(name), _kind(kind), *place, *texts, *state, view))


# Fifty thousand marks have few kinds, colours and tags between them.
_kind, _colour = cache(MarkKind), cache(Colour)


@lru_cache
def _tags(text: str) -> tuple[str, ...]:
    if text == "[]":
        return ()
    import json

    tags = json.loads(text)
    if not isinstance(tags, list):
        raise ValueError(f"tags are “{text}”")
    return tuple(tags)


@lru_cache
def _written_tags(tags: tuple[str, ...]) -> str:
    if not tags:
        return "[]"
    import json

    return json.dumps(tags, ensure_ascii=False)


def _sealed(row: Sequence[object], library: str) -> str:
    """The digest of a row: of an older one as it was, so only what it could say counts."""
    *values, view = row
    if view:
        return seal((*values, library, view))
    return seal(values if library == BUNDLED else (*values, library))


def seal(row: Iterable[object]) -> str:
    """Return a row's digest: BLAKE2b (RFC 7693) of 8 bytes over its values, a unit separator between them."""
    text = "\x1f".join(map(str, row))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
