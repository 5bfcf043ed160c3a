# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The commands of the command line: values in, text or JSON out. No Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from asem_reader.cli.records import article_record, found_records, tree
from asem_reader.cli.terminal import Call, tell, tell_json, warn
from asem_reader.core.content import Article, Block, BlockKind, Topic
from asem_reader.core.dates import spoken
from asem_reader.core.language import _, ngettext
from asem_reader.core.marks.mark import MarkKind
from asem_reader.core.place import Place, Slug
from asem_reader.core.search.hit import answer_said
from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search


def outline(call: Call) -> None:
    """Print the tree."""
    with call.library() as library:
        topics = library.topics()
    call.answer(tree(topics), _tree_lines(topics))


def show(call: Call) -> None:
    """Print a topic, one block of it, or what a view of its figures comes to."""
    with call.library() as library:
        place = library.find(call.options.place)
        article = library.article(place.slug)
        said = _view_said(library, place) if place.view else []
    if call.options.format == "html":
        from asem_reader.core.theme import LIGHT
        from asem_reader.pages.topic import page

        print(page(article, place, LIGHT, 12).html)
    elif call.options.format == "json":
        view = {"view": place.view, "sentences": said} if place.view else {}
        tell_json({**article_record(article, place.block), **view})
    elif place.view:
        ranking = _("The ranking: asem-reader figures '{address}'").format(address=place.address)
        tell("\n".join((article.topic.title, "", *said, "", ranking)))
    else:
        tell("\n".join(_article_lines(article, place)))


def _view_said(library: Library, place: Place) -> list[str]:
    from asem_reader.operations import figures

    return figures.sentences(figures.ranked(library, place.address, {}))


def search(call: Call) -> None:
    """Print the hits, best first."""
    query = parse(" ".join(call.options.query), literal=call.options.literal)
    noted = {mark.slug for mark in call.marks() if mark.kind is MarkKind.NOTE} if query.noted else ()
    with call.library() as library:
        engine = Search(library)
        found = engine.find(query, call.options.limit, noted, scoped=False)
        answer = None if query.literal else engine.answer(" ".join(call.options.query))
    found = replace(found, answer=answer)
    for sentence in answer_said(found):
        warn(sentence)
    if call.options.json:
        tell_json(found_records(found))
        return
    for hit in filter(None, (found.answer, *found)):
        answers = _("Answer") if hit is found.answer else ""
        where = " · ".join(part for part in (answers, hit.symbol, hit.title, hit.section) if part)
        why = "".join(f"  ({note})" for note in hit.notes)
        tell(f"{hit.place.address}\n  {where}{why}\n  {hit.plain}")
    if not found and not answer:
        warn(_("Nothing was found. Try more general words, or the first letters of one."))


def marks(call: Call) -> int | None:
    """Do what is asked with the Notebook."""
    from asem_reader.cli import editions, marks, notebooks

    actions = {**marks.ACTIONS, **notebooks.ACTIONS, "check": editions.check, "place": editions.place}
    with call.notebook() as notebook:
        code = actions[call.options.action](call, notebook)
    fault = notebook.file.daily.take_fault()
    if fault:
        warn(fault)
    return code


def check(call: Call) -> int:
    """Say whether the Library and the Notebook are whole; exit code 1 if anything is wrong."""
    from asem_reader.store.notebook.binders import Binders

    damaged = _("The binder “{name}” is damaged; the window sets it aside.")
    with call.library() as library, call.notebook() as notebook:
        edition, count = library.edition().name, len(notebook.marks())
        names = (row.name.decode(errors="replace") for row in Binders(notebook.file).damaged)
        binders = [damaged.format(name=name) for name in names]
        faults, notebook_faults = library.problems(), (*notebook.problems(), *binders)
    record = {
        "library": {"path": str(library.path), "edition": edition, "problems": faults},
        "notebook": {"path": str(notebook.path), "marks": count, "problems": notebook_faults},
    }
    said = _library_said(in_doubt=bool(faults)).format(path=library.path, edition=edition)
    notebook_said = _notebook_said(count, in_doubt=bool(notebook_faults))
    call.answer(record, (said, notebook_said.format(path=notebook.path, count=count)))
    for sentence in (*faults, *notebook_faults):
        warn(sentence)
    return 1 if faults or notebook_faults else 0


def print_(call: Call) -> None:
    """Print sheets and packs into a file."""
    from asem_reader.cli.printing import print_sheets

    print_sheets(call)


def figures(call: Call) -> None:
    """Print partners by their scores."""
    from asem_reader.cli.figures import print_figures

    print_figures(call)


def sources(call: Call) -> None:
    """Print the sources of topics for other programs."""
    from asem_reader.cli.sources import print_sources

    print_sources(call)


# By their names on the command line.
_ALL = (outline, show, search, figures, sources, print_, marks, check)
COMMANDS = {each.__name__.rstrip("_"): each for each in _ALL}


def _library_said(*, in_doubt: bool) -> str:
    if in_doubt:
        return _("Library {path}: edition {edition}, in doubt")
    return _("Library {path}: edition {edition}, whole")


def _notebook_said(count: int, *, in_doubt: bool) -> str:
    if in_doubt:
        return ngettext(
            "Notebook {path}: {count} mark, in doubt", "Notebook {path}: {count} marks, in doubt", count
        )
    return ngettext("Notebook {path}: {count} mark, whole", "Notebook {path}: {count} marks, whole", count)


def _tree_lines(topics: Iterable[Topic]) -> Iterator[str]:
    depths: dict[Slug, int] = {}
    for topic in topics:
        depth = depths[topic.slug] = depths[topic.parent] + 1 if topic.parent else 0
        symbol = f"{topic.symbol}  " if topic.symbol else ""
        yield f"{'  ' * depth}{symbol}{topic.title}  ({topic.slug})"


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
