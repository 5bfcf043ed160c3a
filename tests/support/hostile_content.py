# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Markup in every field: a Library and a Notebook as one who wishes harm would write them."""

import shutil
import sqlite3
from pathlib import Path

from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.printing.binder import Binder, BinderId, BinderItem
from asem_reader.core.printing.pack import Cover
from asem_reader.core.span import Span, decoded, encoded
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from support.marks import NOON, keep, mark

NAME = "asem-test"
MARKUP = f'<b>bold <img src="{NAME}.png"> &amp; <a href="{NAME}">x'
_FIELDS = {
    "topics": ("title", "symbol", "summary"),
    "sections": ("topic", "names", "heading", "text"),
    "sources": ("title", "publisher", "date", "url"),
    "blocks": ("text",),
    "partners": ("name",),
    "indices": ("name",),
    "indicators": ("name", "unit_shown"),
}


def hostile_library(real: Path, target: Path) -> Path:
    """Write a copy of the Library that has markup before every text; it has no digest beside it."""
    shutil.copy(real, target)
    database = sqlite3.connect(target)
    for table, fields in _FIELDS.items():
        for field in fields:
            database.execute(f"UPDATE {table} SET {field} = ? || {field} WHERE {field} != ''", (MARKUP,))
    for key, cells in database.execute("SELECT id, cells FROM blocks").fetchall():
        hostile = encoded(tuple(map(_hostile, cell)) for cell in decoded(cells))
        database.execute("UPDATE blocks SET cells = ? WHERE id = ?", (hostile, key))
    database.execute("UPDATE about SET value = ? || value WHERE key = 'edition'", (MARKUP,))
    database.commit()
    database.close()
    return target


def _hostile(span: Span) -> Span:
    return span if span.cites else span._replace(text=MARKUP + span.text, tip=span.tip and MARKUP + span.tip)


def hostile_marks(block: BlockId) -> tuple[Mark, ...]:
    """Marks of each kind with markup in every field; the last waits for its reader."""
    texts = {"quote": MARKUP, "before": MARKUP, "after": MARKUP, "body": f"{MARKUP}\n\n![x]({NAME}.png)"}
    more = {"folder": f"{MARKUP}/{MARKUP}", "tags": (MARKUP,), "words": MARKUP[:12]}
    colours = {MarkKind.HIGHLIGHT: Colour.BLUE}
    return tuple(
        mark(number, block=block)._replace(kind=kind, colour=colours.get(kind), **texts, **more)
        for number, kind in enumerate(MarkKind, start=1)
    )


def hostile_binder(slug: Slug) -> Binder:
    """A binder with a topic, one that no Library has, and markup on its cover."""
    leaves = (BinderItem(slug, MARKUP), BinderItem(Slug("atlantis"), MARKUP))
    cover = Cover(MARKUP, MARKUP, MARKUP, MARKUP, MARKUP)
    when = NOON.strftime("%Y-%m-%dT%H:%M:%SZ")
    return Binder(BinderId("a" * 32), MARKUP, cover, leaves, edition=MARKUP, created=when, modified=when)


def fill(file: Path, slug: Slug, block: BlockId) -> None:
    """Put such marks, a folder and a binder into a Notebook, of which there is a backup without the last."""
    marks = hostile_marks(block)
    notebook = Notebook.open(file)
    keep(notebook, [marks[0]])
    keep(notebook, marks[1:], [Folder(f"{MARKUP}/{MARKUP}"), Folder(MARKUP)])
    Binders(notebook.file).put(hostile_binder(slug))
    notebook.close()
