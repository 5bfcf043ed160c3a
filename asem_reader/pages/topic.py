# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page of a topic: HTML for the glass, from the article's values."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from asem_reader.core.content import Article, Block, BlockKind, Illustration, Page, Section, Source, Topic
from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.place import Place, is_link
from asem_reader.core.span import Line, Span, numbered, ranges
from asem_reader.core.theme import Theme

FAMILY = "Source Serif 4"
FIGURE = "figure"  # the scheme of the addresses of figures
_ACROSS = 'width="99%"'  # the column; Qt rounds each of a table's columns up, and would let the page scroll
_LINE, _WIDEST, _SHORTEST, _APART = 60, 40, 6, 3  # letters: a table's line, a wide and a narrow column, a gap
_NO_ADDRESS = N_("read in a copy, no address")
# As the Library has them; they are translated where they are shown.
_KINDS = (N_("official"), N_("institution"), N_("press"), N_("reference"), N_("copy"))


def page(
    article: Article,
    place: Place,
    theme: Theme,
    size: float,
    words: tuple[str, ...] = (),
    figures: tuple[Illustration, ...] = (),
) -> Page:
    """Return the page of an article, for a body of `size` points.

    Each block begins with an anchor of its id, and each source with ``source-`` and its number; figure N is
    the image ``figure:N`` in a link of that address.
    """
    titles = ("", *(section.title for section in article.sections))
    figures = tuple(each for each in figures if each.section in titles)
    sections = "".join(
        _section(section, article.leading, _figures(figures, section.title)) for section in article.sections
    )
    behind = _children(article.children) + _related(article.related) + _sources(article.sources)
    body = f"<body>{_head(article)}{_figures(figures, '')}{sections}{behind}</body>"
    document = f"<html><head><style>{style(theme, size)}</style></head>{body}</html>"
    return Page(place, article, document, FAMILY, size, words, figures)


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
        + f'<h1><span class="h1">{_text(topic.title)}</span></h1>'
        + (f'<p class="facts">{_text(facts)}</p>' if facts else "")
        + f'<p class="summary">{_inside(article.leading) if article.leading else _text(topic.summary)}</p>'
    )


def _section(section: Section, leading: Block | None, figures: str) -> str:
    """A heading, figures, and what is under it, but for the block that stands for the summary."""
    under = (block for block in section.blocks if block is not leading)
    return _heading(section.heading.id, markup(section.heading.cells[0])) + figures + "".join(_runs(under))


def _figures(figures: tuple[Illustration, ...], section: str) -> str:
    """Room for the figures of a section; the glass makes it as high as they are, and paints them."""
    return "".join(
        f'<p class="figure"><a href="{FIGURE}:{number}">'
        f'<img src="{FIGURE}:{number}" width="1" height="1"></a></p>'
        for number, each in enumerate(figures)
        if each.section == section
    )


def _runs(blocks: Iterable[Block]) -> Iterator[str]:
    """Set blocks of one run together: a list is one list, a table one table, a timeline one timeline."""
    for (_run, kind), run in groupby(blocks, key=lambda block: (block.run, _SET_AS[block.kind])):
        if kind is BlockKind.ITEM:
            yield "<ul>" + "".join(f"<li>{_inside(block)}</li>" for block in run) + "</ul>"
        elif kind is BlockKind.ROW:
            yield _table(tuple(run))
        elif kind is BlockKind.EVENT:
            yield _timeline(run)
        else:
            yield "".join(map(_alone, run))


# What a run is set as, by what its first block is.
_SET_AS = {kind: kind for kind in BlockKind} | {BlockKind.HEAD: BlockKind.ROW}


def _alone(block: Block) -> str:
    if block.kind is BlockKind.NOTE:
        return f'<table class="note" cellspacing="0"><tr><td>{_inside(block)}</td></tr></table><p></p>'
    return f"<p>{_inside(block)}</p>"


def _table(blocks: tuple[Block, ...]) -> str:
    widths = _widths(blocks)
    rows = []
    for block in blocks:
        cell = "th" if block.kind is BlockKind.HEAD else "td"
        cells = "".join(
            f'<{cell} width="{width}%">{"" if index else _anchor(block.id)}{markup(inner)}</{cell}>'
            for index, (width, inner) in enumerate(zip(widths, block.cells, strict=False))
        )
        rows.append(f"<thead><tr>{cells}</tr></thead>" if cell == "th" else f"<tr>{cells}</tr>")
    return f'<table class="rows" {_ACROSS} cellspacing="0">{"".join(rows)}</table>'


def _widths(blocks: Iterable[Block]) -> list[int]:
    """The width of each column, in per cent: room for its longest word, and its share of the rest."""
    columns = list(zip(*(map(_said, block.cells) for block in blocks), strict=False))
    words = [max((len(word) for text in column for word in text.split()), default=0) for column in columns]
    least = [max(letters, _SHORTEST) + _APART for letters in words]
    rest = max(0, _LINE - sum(least))
    wanted = [
        max(1, min(_middling(column), _WIDEST) - room) for column, room in zip(columns, least, strict=True)
    ]
    widths = [room + rest * want / sum(wanted) for room, want in zip(least, wanted, strict=True)]
    return [round(100 * width / sum(widths)) for width in widths]


def _said(cell: Line) -> str:
    """Text that is seen of a cell: here numbers of sources take room, too."""
    return "".join(span.text or numbered(span.cites) for span in cell)


def _middling(column: tuple[str, ...]) -> int:
    """Between what most cells of a column need and what the longest does."""
    lengths = sorted(map(len, column))
    return (lengths[len(lengths) * 3 // 4] + lengths[-1]) // 2


def _timeline(blocks: Iterable[Block]) -> str:
    rows = []
    for block in blocks:
        date, *event = map(markup, block.cells)
        rows.append(
            f'<tr><td class="date">{_anchor(block.id)}{date.replace(" ", "&nbsp;")}</td>'
            f"<td>{''.join(event)}</td></tr>"
        )
    return f'<table class="timeline" cellspacing="0">{"".join(rows)}</table>'


def _children(children: tuple[Topic, ...]) -> str:
    def written(child: Topic) -> str:
        symbol = f' <span class="muted">{child.symbol}</span>' if child.symbol else ""
        return f'<p class="child">{_link(child)}{symbol}<br>{_text(child.summary)}</p>'

    return "".join(map(written, children))


def _related(related: tuple[Topic, ...]) -> str:
    links = " · ".join(map(_link, related))
    return f"{_heading('related', _text(_('Related')))}<p>{links}</p>" if related else ""


def _sources(sources: tuple[Source, ...]) -> str:
    if not sources:
        return ""
    rows = "".join(
        f'<tr><td class="number">{_anchor(f"source-{source.number}")}{source.number}</td>'
        f"<td>{_source(source)}</td></tr>"
        for source in sources
    )
    heading = _heading("sources", _text(_("Sources")))
    return f'{heading}<table class="sources" cellspacing="0">{rows}</table>'


def _source(source: Source) -> str:
    said = [part for part in (_text(source.title), _text(source.publisher), spoken(source.date)) if part]
    kind = _(source.kind if source.url else _NO_ADDRESS)
    end = f' <span class="muted">({_text(kind)})</span>'
    if is_link(source.url):
        end += f' <a href="{escape(source.url)}">{_text(_host(source.url))}</a>'
    elif source.url:
        end += f" {_text(source.url)}"
    return ". ".join(said) + end


def markup(line: Line) -> str:
    """Return a line as HTML in which all text stays text; its numbers lead to the sources at the foot."""
    # In text and tips every < is escaped: what is found here are neighbours that are strong both.
    return "".join(map(_span, line)).replace("</strong><strong>", "")


def _span(span: Span) -> str:
    if span.cites:
        links = ",\u2009".join("–".join(map(_number, part)) for part in ranges(span.cites))
        return f"<sup>{links}</sup>"
    inner = _text(span.text)
    if span.emphatic:
        inner = f"<em>{inner}</em>"
    if span.to:
        tip = f' title="{escape(span.tip)}"' if span.tip else ""
        inner = f'<a href="{span.to.address}"{tip}>{inner}</a>'
    return f"<strong>{inner}</strong>" if span.strong else inner


def _number(number: int) -> str:
    return f'<a class="cite" href="#source-{number}">{number}</a>'


def _heading(anchor: str, inner: str) -> str:
    return f'<h2>{_anchor(anchor)}<span class="h2">{inner}</span></h2>'


def _host(url: str) -> str:
    """Host of an address, as it stands on the page; the whole address where it has none."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url


def _link(topic: Topic) -> str:
    return f'<a href="{topic.place.address}">{_text(topic.title)}</a>'


def _inside(block: Block) -> str:
    return _anchor(block.id) + markup(block.cells[0])


def _anchor(name: str) -> str:
    return f'<a name="{name}"></a>'


def _text(plain: str) -> str:
    return escape(plain, quote=False)


def style(theme: Theme, size: float) -> str:
    """Return CSS for Qt's rich text, for a body of `size` points.

    Only what Qt knows is used (doc.qt.io/qt-6/richtext-html-subset.html): borders and padding work on
    table cells alone, so rules and boxes on the page are tables. A heading's size
    is a step from the document's default font, whatever length a style sheet gives: "large" is one step up.
    """
    small = f"{size * 0.84:.1f}pt"
    return f"""
        body {{ font-size: {size:.1f}pt; color: {theme.ink}; }}
        p, li {{ line-height: 116%; margin-top: 0; margin-bottom: {size * 0.6:.0f}px; }}
        ul {{ margin-top: 0; margin-bottom: 0; }}
        strong {{ font-weight: 600; }}
        a {{ color: {theme.accent}; text-decoration: underline; }}
        a.cite, p.crumbs a, p.figure a {{ text-decoration: none; }}
        h1 {{ margin-top: 2px; margin-bottom: {size * 0.3:.0f}px; line-height: 100%; }}
        h2 {{ font-size: large; margin-top: {size * 1.9:.0f}px; margin-bottom: {size * 0.5:.0f}px; }}
        span.h1 {{ font-weight: 600; }}
        span.h2 {{ font-weight: 600; color: {theme.accent}; }}
        p.crumbs {{ font-size: {small}; color: {theme.muted}; margin-bottom: {size * 1.2:.0f}px; }}
        p.crumbs a {{ color: {theme.muted}; }}
        p.facts {{ font-size: {small}; color: {theme.muted}; margin-bottom: {size * 1.1:.0f}px; }}
        p.summary {{ font-size: {size * 1.14:.1f}pt; font-style: italic; margin-bottom: {size * 0.4:.0f}px; }}
        p.figure {{ line-height: 100%; }}
        p.child {{ margin-bottom: {size * 0.9:.0f}px; }}
        table.rows {{ border-collapse: collapse; margin-top: 4px; margin-bottom: 8px; }}
        table.rows th, table.rows td {{ border-bottom: 1px solid {theme.rule}; padding: 5px 14px 5px 0;
                                        vertical-align: top; }}
        table.rows th {{ font-weight: 600; color: {theme.muted}; text-align: left; font-size: {small}; }}
        table.timeline td {{ padding: 2px 18px 6px 0; vertical-align: top; }}
        td.date {{ color: {theme.muted}; }}
        table.note {{ margin-top: 8px; margin-bottom: 8px; }}
        table.note td {{ border-left: 3px solid {theme.accent}; padding: 2px 4px 2px 14px; }}
        table.sources td {{ padding: 2px 10px 6px 0; vertical-align: top; font-size: {small}; }}
        td.number {{ color: {theme.muted}; text-align: right; }}
        span.muted {{ color: {theme.muted}; }}
    """
