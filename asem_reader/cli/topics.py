# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which topics `print` prints: named ones, those in a binder or a folder of marks, what a search finds."""

import argparse
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass

from asem_reader import paths
from asem_reader.core.errors import NoSuchStock, NothingFound
from asem_reader.core.marks.buckets import drawn
from asem_reader.core.marks.grouping import FILED, by_folder
from asem_reader.core.marks.mark import MarkKind, path_of
from asem_reader.core.marks.order import groups_of, marks_of
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderItem
from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.search.search import Search

# Of one topic a search finds three sections at most.
_OF_ONE = 3


@dataclass(frozen=True, slots=True)
class TopicsToPrint:
    """What shall be printed.

    Attributes:
        items: topics, each once, in order, with what of them was chosen.
        binder: which they were kept in; None for none.
    """

    items: tuple[BinderItem, ...]
    binder: Binder | None = None


def topics_to_print(chosen: argparse.Namespace, library: Library, home: paths.Home) -> TopicsToPrint:
    """Return what is asked for: the places first, then the binder, the folder and the search.

    Raises:
        NoSuchPlace, NoSuchStock: a name leads nowhere.
        NothingFound: there is nothing to print in a folder, or of a search.
    """
    binder = _binder(chosen.binder, home) if chosen.binder else None
    named = [BinderItem(library.find(text).slug, "") for text in chosen.places]
    kept = list(binder.items) if binder else []
    marked = _marked(path_of(chosen.folder), library, home) if chosen.folder else []
    found = _found(chosen.search, chosen.limit, library, home) if chosen.search else []
    known = {topic.slug for topic in library.topics()}
    first: dict[Slug, BinderItem] = {}
    for item in (*named, *kept, *(BinderItem(slug, "") for slug in (*marked, *found))):
        if item.slug in known:
            first.setdefault(item.slug, item)
    return TopicsToPrint(tuple(first.values()), binder)


def _binder(name: str, home: paths.Home) -> Binder:
    with closing(Notebook.open(home.notebook)) as notebook:
        binders = Binders(notebook.file).all()
    wanted = " ".join(name.split()).casefold()
    binder = next((each for each in binders if each.name.casefold() == wanted), None)
    if binder is None:
        raise NoSuchStock(f"binder “{name}”", tuple(each.name for each in binders), "The window")
    return binder


def _marked(path: str, library: Library, home: paths.Home) -> list[Slug]:
    """The topics of the marks in a folder, as the list of marks shows them."""
    with closing(Notebook.open(home.notebook)) as notebook:
        whole = by_folder(drawn(notebook.marks(), FILED), notebook.folders())
    groups = tuple(groups_of(whole))
    group = next((group for group in groups if group.key == path), None)
    if group is None:
        known = tuple(each.key for each in groups if each.key)
        raise NoSuchStock(f"folder of marks “{path}”", known, "The window, or marks add --folder,")
    slugs = _readable((mark.slug for mark in marks_of(group)), library)
    if not slugs:
        raise NothingFound(path)
    return slugs


def _found(text: str, limit: int, library: Library, home: paths.Home) -> list[Slug]:
    """The topics that a search finds, best first."""
    query = parse(text)
    noted: frozenset[Slug] = frozenset()
    if query.noted:
        with closing(Notebook.open(home.notebook)) as notebook:
            noted = frozenset(mark.slug for mark in notebook.marks() if mark.kind is MarkKind.NOTE)
    hits = Search(library).find(query, _OF_ONE * limit, noted, scoped=False)
    slugs = _readable((hit.place.slug for hit in hits), library)[:limit]
    if not slugs:
        raise NothingFound(text)
    return slugs


def _readable(slugs: Iterable[Slug], library: Library) -> list[Slug]:
    readable = {topic.slug for topic in library.topics() if topic.words}
    return [slug for slug in dict.fromkeys(slugs) if slug in readable]
