# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page of a topic: HTML for the glass, from the article's values."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from asem_reader.core.content import (
    AS_IT_STANDS,
    Arrangement,
    Article,
    Block,
    BlockKind,
    Illustration,
    Page,
    Section,
    TableOrder,
    Topic,
)
from asem_reader.core.dates import spoken
from asem_reader.core.language import _, ngettext
from asem_reader.core.place import Place
from asem_reader.core.span import Line
from asem_reader.core.theme import Theme
from asem_reader.pages.line import anchor, escaped, heading, markup
from asem_reader.pages.sources import sources
from asem_reader.pages.style import FAMILY, style
from asem_reader.pages.table import table, timeline

_APART = "\N{EM SPACE}"  # between letters, which are small to click on
FIGURE = "figure"  # the scheme of the addresses of figures


def page(
    article: Article,
    place: Place,
    theme: Theme,
    size: float,
    words: tuple[str, ...] = (),
    figures: tuple[Illustration, ...] = (),
    arrangement: Arrangement = AS_IT_STANDS,
) -> Page:
    """Return the page of an article, for a body of `size` points.

    Each block begins with an anchor of its id, and each source with ``source-`` and its number; figure N is
    the image ``figure:N`` in a link of that address. The heads of tables have links such as ``#sort-3-0``,
    with the number of the table's run and that of the column.
    """
    titles = ("", *(section.title for section in article.sections))
    figures = tuple(each for each in figures if each.section in titles)
    shown = article.sections
    if arrangement.filtered:
        from asem_reader.core.narrowing import narrowed  # noqa: PLC0415 (no page is filtered at the start)

        shown = narrowed(shown, arrangement.filtered)
    sections = "".join(
        _section(section, article.leading, _figures(figures, section.title), arrangement.orders)
        for section in shown
    )
    behind = _children(article.children) + _related(article.related) + sources(article)
    strip = _strip(shown) if article.is_glossary else ""
    body = f"<body>{_head(article)}{_figures(figures, '')}{strip}{sections}{behind}</body>"
    document = f"<html><head><style>{style(theme, size)}</style></head>{body}</html>"
    return Page(place, article, document, FAMILY, size, words, figures, arrangement)


def facts_line(article: Article) -> str:
    """Return what is said of an article under its title: symbol, as-of date, length, sources."""
    topic = article.topic
    count = len(article.sources)
    parts = [
        topic.symbol,
        _("As of {date}").format(date=spoken(topic.as_of)) if topic.as_of else "",
        _("{count} min").format(count=topic.minutes) if topic.words else "",
        ngettext("{count} source", "{count} sources", count).format(count=count) if count else "",
    ]
    return " · ".join(part for part in parts if part)


def _head(article: Article) -> str:
    topic = article.topic
    crumbs = " › ".join(_link(crumb) for crumb in article.crumbs)
    facts = facts_line(article)
    return (
        (f'<p class="crumbs">{crumbs}</p>' if crumbs else "")
        + f'<h1><span class="h1">{escaped(topic.title)}</span></h1>'
        + (f'<p class="facts">{escaped(facts)}</p>' if facts else "")
        + f'<p class="summary">{_inside(article.leading) if article.leading else escaped(topic.summary)}</p>'
    )


def _strip(sections: Iterable[Section]) -> str:
    """The letters of a glossary, each a way to its entries."""
    letters = (f'<a href="#{section.heading.id}">{escaped(section.title)}</a>' for section in sections)
    return f'<p class="strip">{_APART.join(letters)}</p>'


def _section(section: Section, leading: Block | None, figures: str, orders: tuple[TableOrder, ...]) -> str:
    """A heading, figures, and what is under it, but for the block that stands for the summary."""
    under = (block for block in section.blocks if block is not leading)
    head = heading(section.heading.id, markup(section.heading.cells[0]))
    return head + figures + "".join(_runs(under, orders))


def _figures(figures: tuple[Illustration, ...], section: str) -> str:
    """Room for the figures of a section; the glass makes it as high as they are, and paints them."""
    return "".join(
        f'<p class="figure"><a href="{FIGURE}:{number}">'
        f'<img src="{FIGURE}:{number}" width="1" height="1"></a></p>'
        for number, each in enumerate(figures)
        if each.section == section
    )


def _runs(blocks: Iterable[Block], orders: tuple[TableOrder, ...]) -> Iterator[str]:
    """Set blocks of one run together: a list is one list, a table one table, a timeline one timeline."""
    for (_run, kind), run in groupby(blocks, key=lambda block: (block.run, _SET_AS[block.kind])):
        if kind is BlockKind.ITEM:
            yield f"<ul>{_items(run)}</ul>"
        elif kind is BlockKind.ROW:
            yield table(tuple(run), orders)
        elif kind is BlockKind.EVENT:
            yield timeline(run)
        else:
            yield "".join(map(_alone, run))


# What a run is set as, by what its first block is.
_SET_AS = {kind: kind for kind in BlockKind} | {BlockKind.HEAD: BlockKind.ROW}


def _items(blocks: Iterable[Block]) -> str:
    """The items of a list; those that rest on the same sources as the one above say so paler."""
    written, above = list[str](), Line()
    for block in blocks:
        line = block.cells[0]
        again = bool(line) and line[-1:] == above and bool(line[-1].cites)
        written.append(f"<li>{anchor(block.id)}{markup(line, again=again)}</li>")
        above = line[-1:]
    return "".join(written)


def _alone(block: Block) -> str:
    if block.kind is BlockKind.NOTE:
        return f'<table class="note" cellspacing="0"><tr><td>{_inside(block)}</td></tr></table><p></p>'
    return f"<p>{_inside(block)}</p>"


def _children(children: tuple[Topic, ...]) -> str:
    def written(child: Topic) -> str:
        symbol = f' <span class="muted">{child.symbol}</span>' if child.symbol else ""
        return f'<p class="child">{_link(child)}{symbol}<br>{escaped(child.summary)}</p>'

    return "".join(map(written, children))


def _related(related: tuple[Topic, ...]) -> str:
    links = " · ".join(map(_link, related))
    return f"{heading('related', escaped(_('Related')))}<p>{links}</p>" if related else ""


def _link(topic: Topic) -> str:
    return f'<a href="{topic.place.address}">{escaped(topic.title)}</a>'


def _inside(block: Block) -> str:
    return anchor(block.id) + markup(block.cells[0])
