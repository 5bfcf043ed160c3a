# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which topics `print` prints: named ones, those in a binder or a folder of marks, what a search finds."""

import argparse
from contextlib import closing

from asem_reader import paths
from asem_reader.core.errors import NoSuchBinder, NoSuchFolder, NothingFound
from asem_reader.core.marks.mark import MarkKind, path_of
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderItem
from asem_reader.core.search.query import parse
from asem_reader.operations.topics import Topics, by_slug, in_folders, readable
from asem_reader.store.library import Library
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.search.search import Search

# Of one topic a search finds three sections at most.
_OF_ONE = 3


def topics_to_print(
    chosen: argparse.Namespace, library: Library, home: paths.Home
) -> tuple[tuple[BinderItem, ...], Binder | None]:
    """Return topics, each once: the places first, then those of the binder, the folder and the search.

    The binder comes with them; None if none is asked for.

    Raises:
        NoSuchPlace, NoSuchBinder, NoSuchFolder: a name leads nowhere.
        NothingFound: there is nothing to print in a folder, or of a search.
    """
    topics = by_slug(library)
    binder = _binder(chosen.binder, home) if chosen.binder else None
    named = [BinderItem(library.find(text).slug, "") for text in chosen.places]
    kept = binder.items if binder else ()
    marked = _marked(path_of(chosen.folder), topics, home) if chosen.folder else ()
    found = _found(chosen, library, topics, home) if chosen.search else ()
    first: dict[Slug, BinderItem] = {}
    for item in (*named, *kept, *(BinderItem(slug, "") for slug in (*marked, *found))):
        if item.slug in topics:
            first.setdefault(item.slug, item)
    return tuple(first.values()), binder


def _binder(name: str, home: paths.Home) -> Binder:
    with closing(Notebook.open(home.notebook)) as notebook:
        binders = Binders(notebook.file).all()
    wanted = " ".join(name.split()).casefold()
    binder = next((each for each in binders if each.name.casefold() == wanted), None)
    if binder is None:
        raise NoSuchBinder(name, tuple(each.name for each in binders))
    return binder


def _marked(path: str, topics: Topics, home: paths.Home) -> tuple[Slug, ...]:
    """The topics of the marks in a folder, as the list of marks shows them."""
    with closing(Notebook.open(home.notebook)) as notebook:
        folders = in_folders(notebook.marks(), notebook.folders(), topics)
    if path not in folders:
        raise NoSuchFolder(path, tuple(filter(None, folders)))
    if not folders[path]:
        raise NothingFound(path)
    return folders[path]


def _found(
    chosen: argparse.Namespace, library: Library, topics: Topics, home: paths.Home
) -> tuple[Slug, ...]:
    """The topics that a search finds, best first."""
    query = parse(chosen.search)
    noted: frozenset[Slug] = frozenset()
    if query.noted:
        with closing(Notebook.open(home.notebook)) as notebook:
            noted = frozenset(mark.slug for mark in notebook.marks() if mark.kind is MarkKind.NOTE)
    hits = Search(library).find(query, _OF_ONE * chosen.limit, noted, scoped=False)
    slugs = readable((hit.place.slug for hit in hits), topics)[: chosen.limit]
    if not slugs:
        raise NothingFound(chosen.search)
    return slugs
