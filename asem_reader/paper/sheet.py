# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sheets as one Typst document: what is printed, in which order; the look is the template's."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from asem_reader.core.content import Article, Block, BlockKind, Edition, Source, Topic
from asem_reader.core.dates import spoken
from asem_reader.core.marks import Mark
from asem_reader.core.place import Slug
from asem_reader.core.sheet import Form, Paper, Sheet

AUTHOR = "ASEM Reader"

# Typst's names of the sizes.
_PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}


_NORMAL, _LARGE = "10.5pt", "14pt"

# Room for them in the head of a page; a title at full length stands on the first page.
_TITLE_LETTERS = 64
_MARKING_LETTERS = 320


def source(sheets: Sequence[Sheet], form: Form, template: str) -> str:
    """Return the Typst document that prints the sheets, each from a new page.

    Args:
        sheets: at least one, in the order of the pages.
        form: paper, marking and size of type, for all of them.
        template: the text of ``resources/paper/sheet.typ``.

    Raises:
        ValueError: there is no sheet.
    """
    if not sheets:
        raise ValueError("nothing to print")
    keys: dict[Slug, str] = {}
    for number, sheet in enumerate(sheets, start=1):
        keys.setdefault(sheet.article.topic.slug, str(number))
    targets = ", ".join(f"{literal(slug)}: {literal(key)}" for slug, key in keys.items())
    return "\n".join(
        (
            _form(form),
            template,
            _setup(sheets),
            f"#let topic = topic.with(({targets}))\n",
            *(_sheet(sheet, str(number)) for number, sheet in enumerate(sheets, start=1)),
            "",
        )
    )


def literal(text: str) -> str:
    """Return the Typst string literal for a text: the one way by which plain text enters a document."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "\\n".join(escaped.replace("\t", " ").splitlines()) + '"'


def _setup(sheets: Sequence[Sheet]) -> str:
    first = sheets[0]
    more = f" and {len(sheets) - 1} more" if len(sheets) > 1 else ""
    named = (sheet.article.topic.symbol for sheet in sheets)
    values = {
        "title": literal(_named(first.article.topic) + more),
        "author": literal(AUTHOR),
        "keywords": _array(literal(word) for word in ("ASEM", *filter(None, named), _digest(first.edition))),
        "date": _datetime(first.edition.date),
    }
    return f"#show: setup.with(\n{_arguments(values)})\n"


def _form(form: Form) -> str:
    values = {
        "paper": literal(_PAPERS[form.paper]),
        "marking": literal(textwrap.shorten(form.marking.upper(), _MARKING_LETTERS, placeholder=" …")),
        "size": _LARGE if form.large else _NORMAL,
    }
    return f"#let form = (\n{_arguments(values)})"


def _sheet(sheet: Sheet, key: str) -> str:
    article = sheet.article
    topic = article.topic
    values = {
        "key": literal(key),
        "symbol": literal(topic.symbol),
        "title": literal(topic.title),
        "short": literal(textwrap.shorten(topic.title, _TITLE_LETTERS, placeholder=" …")),
        "crumbs": _array(literal(crumb.title) for crumb in article.crumbs),
        "as-of": literal(f"As of {spoken(topic.as_of)}" if topic.as_of else ""),
        "summary": _summary(article, key),
        "imprint": literal(_imprint(sheet)),
    }
    body = "\n".join((_citing(article, key), *_body(sheet, key)))
    return f"#sheet(\n{_arguments(values)}{{\n{body}\n}})\n"


def _citing(article: Article, key: str) -> str:
    """Lets the markup that follows find this sheet's sources under the name `cited`."""
    return f"  let cited = cited.with({literal(key)}, {len(article.sources)})"


def _summary(article: Article, key: str) -> str:
    """The summary, with its sources where a block says just the same."""
    if article.leading is None:
        return literal(article.topic.summary)
    return f"{{\n{_citing(article, key)}\n  [{article.leading.typst}]\n  }}"


def _body(sheet: Sheet, key: str) -> Iterator[str]:
    article = sheet.article
    for section in article.sections:
        yield f"  section[{section.heading.typst}]"
        yield from _runs(block for block in section.blocks if block is not article.leading)
    if not article.sections:
        yield _call("children", (_child(child) for child in article.children))
    yield _call("notes", (_note(mark, article) for mark in sheet.notes))
    yield _call("sources", (_source(item) for item in article.sources), literal(key))


def _runs(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield one call for each list, table, paragraph or note."""
    for (_, name), run in groupby(blocks, key=lambda block: (block.run, _FUNCTIONS[block.kind])):
        if name == "items":
            yield _call(name, (f"[{block.typst}]" for block in run))
        elif name in _WRITTEN:
            yield _call(name, map(_WRITTEN[name], run))
        else:
            yield from (f"  {name}[{block.typst}]" for block in run)


# What the template calls the run that a block of the kind stands in.
_FUNCTIONS: Mapping[BlockKind, str] = {
    BlockKind.HEADING: "subsection",
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.ITEM: "items",
    BlockKind.EVENT: "timeline",
    BlockKind.NOTE: "remark",
    BlockKind.HEAD: "rows",
    BlockKind.ROW: "rows",
}


def _dated(block: Block) -> str:
    """A line of a timeline as its date and its event; the compiler has set the date apart."""
    date, _, event = block.typst.removeprefix("#strong[").partition("];")
    return f"([{date}], [{event.strip()}])"


def _row(block: Block) -> str:
    head = str(block.kind is BlockKind.HEAD).lower()
    return f"(head: {head}, cells: ({block.typst},))"


# How a block is written in runs that take more than its markup.
_WRITTEN: Mapping[str, Callable[[Block], str]] = {"timeline": _dated, "rows": _row}


def _child(topic: Topic) -> str:
    name = f"topic({literal(topic.slug)}, strong({literal(topic.title)}))"
    return _array((literal(topic.symbol), name, literal(topic.summary)))


def _note(mark: Mark, article: Article) -> str:
    """A note on the topic as a whole has its title for a quote, which would only say the title again."""
    where = next(
        (s.title for s in article.sections if mark.block in {b.id for b in (s.heading, *s.blocks)}), ""
    )
    return _array(map(literal, (where, mark.quote if mark.block else "", mark.body)))


def _source(item: Source) -> str:
    copied = str(item.kind == "copy").lower()
    texts = ", ".join(map(literal, (item.title, item.publisher, spoken(item.date), item.url)))
    return f"({item.number}, {texts}, {copied})"


def _imprint(sheet: Sheet) -> str:
    edition = f"Edition {sheet.edition.name} ({spoken(sheet.edition.date)})"
    return f"{edition} · Printed {sheet.printed}" if sheet.printed else edition


def _named(topic: Topic) -> str:
    return f"{topic.symbol} {topic.title}".strip()


def _digest(edition: Edition) -> str:
    return f"Edition {edition.name} {edition.digest[:12]}".strip()


def _datetime(day: str) -> str:
    """Return the day as a Typst value; none if it is no whole date, for a PDF can say no less than a day."""
    try:
        known = date.fromisoformat(day)
    except ValueError:
        return "none"
    return f"datetime(year: {known.year}, month: {known.month}, day: {known.day})"


def _call(name: str, values: Iterable[str], *before: str) -> str:
    lines = "".join(f"    {value},\n" for value in (*before, *values))
    return f"  {name}(\n{lines}  )"


def _array(values: Iterable[str]) -> str:
    """Return a Typst array; the comma after each value makes one of a single value, too."""
    return f"({''.join(f'{value}, ' for value in values).rstrip()})"


def _arguments(values: Mapping[str, str]) -> str:
    return "".join(f"  {name}: {value},\n" for name, value in values.items())
