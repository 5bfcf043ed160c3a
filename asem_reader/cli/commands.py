# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What each command of the command line does: values in, text or JSON out. No Qt."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from asem_reader import paths
from asem_reader.cli.records import article_record, hit_record, tree
from asem_reader.cli.terminal import tell, tell_json, warn
from asem_reader.core.content import Article, Block, BlockKind
from asem_reader.core.dates import spoken
from asem_reader.core.language import _, ngettext
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.place import Place, Slug
from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.search.search import Search


def outline(chosen: argparse.Namespace, library_file: Path, home: paths.Home) -> int:
    """Print the tree."""
    with closing(Library.open(library_file)) as library:
        topics = library.topics()
    if chosen.json:
        tell_json(tree(topics, None))
        return 0
    depths: dict[Slug, int] = {}
    for topic in topics:
        depth = depths[topic.slug] = depths[topic.parent] + 1 if topic.parent else 0
        symbol = f"{topic.symbol}  " if topic.symbol else ""
        tell(f"{'  ' * depth}{symbol}{topic.title}  ({topic.slug})")
    return 0


def show(chosen: argparse.Namespace, library_file: Path, home: paths.Home) -> int:
    """Print a topic, or one block of it."""
    with closing(Library.open(library_file)) as library:
        place = library.find(chosen.place)
        article = library.article(place.slug)
    if chosen.format == "html":
        from asem_reader.core.theme import LIGHT
        from asem_reader.pages.topic import page

        print(page(article, place, LIGHT, 12).html)
    elif chosen.format == "json":
        tell_json(article_record(article, place))
    else:
        tell("\n".join(_article_lines(article, place)))
    return 0


def search(chosen: argparse.Namespace, library_file: Path, home: paths.Home) -> int:
    """Print the hits, best first."""
    query = parse(" ".join(chosen.query), literal=chosen.literal)
    noted = {mark.slug for mark in _kept_marks(home) if mark.kind is MarkKind.NOTE} if query.noted else ()
    with closing(Library.open(library_file)) as library:
        found = Search(library).find(query, chosen.limit, noted, scoped=False)
    if chosen.json:
        tell_json([hit_record(hit) for hit in found])
        return 0
    for correction in found.mended:
        form = _("Nothing has “{typed}”. Results for “{used}”.")
        warn(form.format(typed=correction.typed, used=correction.used))
    if found and found.left_out:
        warn(_("Without: {words}.").format(words=", ".join(found.left_out)))
    for hit in found:
        where = " · ".join(part for part in (hit.symbol, hit.title, hit.section) if part)
        why = f"  ({hit.why})" if hit.why else ""
        tell(f"{hit.place.address}\n  {where}{why}\n  {hit.plain}")
    if not found:
        warn(_("Nothing was found. Try other words, or the first letters of one."))
    return 0


def _kept_marks(home: paths.Home) -> tuple[Mark, ...]:
    with closing(Notebook.open(home.notebook)) as notebook:
        return notebook.marks()


def marks(chosen: argparse.Namespace, library_file: Path, home: paths.Home) -> int:
    """Do what is asked with the Notebook."""
    from asem_reader.cli import editions, marks

    actions = {**marks.ACTIONS, "check": editions.check, "place": editions.place}
    with closing(Notebook.open(home.notebook)) as notebook:
        code = actions[chosen.action](chosen, notebook, library_file)
    fault = notebook.file.daily.take_fault()
    if fault:
        warn(fault)
    return code


def check(chosen: argparse.Namespace, library_file: Path, home: paths.Home) -> int:
    """Say whether the Library and the Notebook are whole; exit code 1 if anything is wrong."""
    from asem_reader.store.notebook.binders import Binders

    with closing(Library.open(library_file)) as library, closing(Notebook.open(home.notebook)) as notebook:
        edition, count = library.edition().name, len(notebook.marks())
        damaged = tuple(
            _("The binder “{name}” is damaged; the window sets it aside.").format(
                name=row.name.decode(errors="replace")
            )
            for row in Binders(notebook.file).damaged
        )
        faults = {"library": library.problems(), "notebook": (*notebook.problems(), *damaged)}
    if chosen.json:
        tell_json(
            {
                "library": {"path": str(library.path), "edition": edition, "problems": faults["library"]},
                "notebook": {"path": str(notebook.path), "marks": count, "problems": faults["notebook"]},
            }
        )
    else:
        tell(_library_said(library.path, edition, in_doubt=bool(faults["library"])))
        tell(_notebook_said(notebook.path, count, in_doubt=bool(faults["notebook"])))
    for sentence in (*faults["library"], *faults["notebook"]):
        warn(sentence)
    return 1 if any(faults.values()) else 0


def print_(chosen: argparse.Namespace, library_file: Path, home: paths.Home) -> int:
    """Print sheets and packs into a file."""
    from asem_reader.cli.printing import print_sheets

    return print_sheets(chosen, library_file, home)


def _library_said(path: Path, edition: str, *, in_doubt: bool) -> str:
    doubt, whole = (
        _("Library {path}: edition {edition}, in doubt"),
        _("Library {path}: edition {edition}, whole"),
    )
    return (doubt if in_doubt else whole).format(path=path, edition=edition)


def _notebook_said(path: Path, count: int, *, in_doubt: bool) -> str:
    doubt = ngettext(
        "Notebook {path}: {count} mark, in doubt", "Notebook {path}: {count} marks, in doubt", count
    )
    whole = ngettext("Notebook {path}: {count} mark, whole", "Notebook {path}: {count} marks, whole", count)
    return (doubt if in_doubt else whole).format(path=path, count=count)


COMMANDS: dict[str, Callable[[argparse.Namespace, Path, paths.Home], int]] = {
    "outline": outline,
    "show": show,
    "search": search,
    "print": print_,
    "marks": marks,
    "check": check,
}


def _article_lines(article: Article, place: Place) -> Iterator[str]:
    """An article as plain text: what a screen reader or a pager would want."""
    topic = article.topic
    if place.block:
        yield _line(article.blocks[place.block])
        return
    as_of = _("as of {date}").format(date=spoken(topic.as_of)) if topic.as_of else ""
    yield " · ".join(part for part in (topic.title, topic.symbol, as_of) if part)
    yield f"\n{topic.summary}"
    for section in article.sections:
        yield f"\n{section.title.upper()}\n"
        yield from (_line(block) for block in section.blocks)
    for child in article.children:
        yield f"- {child.title} ({child.slug}): {child.summary}"
    if article.sources:
        yield f"\n{_('Sources').upper()}\n"
    for source in article.sources:
        parts = (source.title, source.publisher, spoken(source.date), source.url)
        yield f"[{source.number}] {'. '.join(part for part in parts if part)}"


def _line(block: Block) -> str:
    numbers = "".join(f" [{number}]" for number in block.sources)
    bullet = "- " if block.kind in (BlockKind.ITEM, BlockKind.EVENT, BlockKind.ROW) else ""
    return f"{bullet}{block.text}{numbers}"
