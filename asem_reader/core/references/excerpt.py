# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""An excerpt of a page, as it is copied: plain text and HTML, by themselves or with where they are from."""

from collections.abc import Iterable
from enum import StrEnum
from html import escape
from itertools import groupby
from typing import NamedTuple

from asem_reader.core.content import Article, Source
from asem_reader.core.language import _
from asem_reader.core.place import Place, is_link
from asem_reader.core.printing.citation import address, said
from asem_reader.core.span import Line, Span, cited, numbered, plain, written


class ExcerptKind(StrEnum):
    """What a part of an excerpt is, by its element in HTML."""

    HEADING = "h2"
    PARAGRAPH = "p"
    ITEM = "li"
    HEAD = "th"
    ROW = "td"


class ExcerptPart(NamedTuple):
    """A paragraph, item or row of an excerpt, or the words of it that are selected."""

    kind: ExcerptKind
    run: int  # parts of one list or table, which stand together, have the same
    cells: tuple[Line, ...]  # several in a row alone


class Origin(NamedTuple):
    """Where an excerpt is from."""

    article: Article
    edition: str
    place: Place  # of its first paragraph

    @property
    def said(self) -> str:
        """Topic, symbol and edition, in a sentence."""
        topic = self.article.topic
        named = f"{topic.title} ({topic.symbol})" if topic.symbol else topic.title
        return _("{topic}. ASEM Reader, edition {edition}.").format(topic=named, edition=self.edition)

    def sources(self, parts: Iterable[ExcerptPart]) -> tuple[Source, ...]:
        """The sources that are cited in the parts, in the order of their numbers."""
        numbers = {number for part in parts for cell in part.cells for number in cited(cell)}
        return tuple(source for source in self.article.sources if source.number in numbers)


def text(parts: tuple[ExcerptPart, ...], origin: Origin | None = None) -> str:
    """Return parts as plain text: a line for each item and row, tabs between cells, blank lines between runs.

    With an origin, numbers of sources stand in brackets, and below the text the sources and where it is from;
    without one, there are no numbers.
    """
    runs = ["\n".join(map(_line, run)) for run in _runs(parts, origin)]
    if origin:
        listed = [". ".join(filter(None, (_listed(each), address(each)))) for each in origin.sources(parts)]
        runs.append("\n".join((origin.said, *listed, origin.place.address)))
    return "\n\n".join(runs)


def html(parts: tuple[ExcerptPart, ...], origin: Origin | None = None) -> str:
    """Return parts as an HTML document without any style, with an origin as in `text`.

    Words of one paragraph alone are no paragraph, so that they can be put into a line.
    """
    runs = _runs(parts, origin)
    if not origin and len(parts) == 1 and len(parts[0].cells) == 1:
        body = _marked(runs[0][0].cells[0])
    else:
        body = "".join(map(_element, runs))
    if origin:
        sources = "".join(map(_source, origin.sources(parts)))
        link = _linked(origin.place.address, origin.place.address)
        body += f"<p>{escape(origin.said)}</p>{sources}<p>{link}</p>"
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def _runs(parts: tuple[ExcerptPart, ...], origin: Origin | None) -> list[list[ExcerptPart]]:
    """Parts by their runs, with the numbers of sources in brackets, or without them."""
    shown = (part._replace(cells=tuple(_numbered(cell, origin) for cell in part.cells)) for part in parts)
    return [list(run) for _run, run in groupby(shown, key=lambda part: part.run)]


def _numbered(line: Line, origin: Origin | None) -> Line:
    spans = list[Span]()
    for span in line:
        if not span.cites:
            spans.append(span)
        elif origin:
            blank = " " * bool(spans and not spans[-1].text[-1:].isspace())
            spans.append(Span(f"{blank}[{numbered(span.cites)}]"))
    return tuple(spans)


def _line(part: ExcerptPart) -> str:
    said = (plain(cell).replace("\u00a0", " ") for cell in part.cells)
    if len(part.cells) == 1:
        return next(said)
    return "\t".join(" ".join(cell.split()) for cell in said)


def _element(run: list[ExcerptPart]) -> str:
    first = run[0].kind
    if first is ExcerptKind.ITEM:
        return f"<ul>{''.join(map(_cells, run))}</ul>"
    if first in (ExcerptKind.HEAD, ExcerptKind.ROW):
        return f"<table>{''.join(f'<tr>{_cells(row)}</tr>' for row in run)}</table>"
    return "".join(map(_cells, run))


def _cells(part: ExcerptPart) -> str:
    return "".join(f"<{part.kind}>{_marked(cell)}</{part.kind}>" for cell in part.cells)


def _marked(line: Line) -> str:
    return written(line, _said, ("<strong>", "</strong>"), ("<em>", "</em>"))


def _said(words: str) -> str:
    """Words as HTML; a full address is a link."""
    return _linked(words, words) if is_link(words) and not words.count(" ") else _escaped(words)


def _escaped(words: str) -> str:
    return escape(words, quote=False).replace("\n", "<br>")


def _listed(source: Source) -> str:
    return f"[{source.number}] {said(source)}"


def _source(source: Source) -> str:
    url = address(source)
    return f"<p>{_escaped(_listed(source))}{'. ' + _linked(url, url) if url else ''}</p>"


def _linked(url: str, words: str) -> str:
    return f'<a href="{escape(url)}">{_escaped(words)}</a>'
