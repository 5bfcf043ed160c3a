# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Markdown becomes blocks, each with its text and its spans, from which all forms are written."""

import re
from collections.abc import Callable
from functools import partial
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.tables import TableExtension

from asem_reader.authoring.citations import LINE, Citations
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.pages.names import NOWHERE, LinkTarget, Names
from asem_reader.authoring.piece import TIMELINE, Piece, Rendering, sections
from asem_reader.authoring.problem import Problem
from asem_reader.authoring.text.typography import curled
from asem_reader.core.content import BlockKind, Kind
from asem_reader.core.dates import spoken, spoken_span
from asem_reader.core.span import Line, Span, plain

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_DATED = re.compile(
    r"(?P<start>[0-9]{4}(?:-[0-9]{2}){0,2})(?:/(?P<end>[0-9]{4}(?:-[0-9]{2}){0,2}))?: (?P<event>.+)",
    re.DOTALL,
)


def parse(draft: Draft) -> list[Element]:
    """Return the elements of a draft's Markdown, in order."""
    markdown = Markdown(extensions=[TableExtension(), Citations(draft.first_line)], output_format="xhtml")
    roots: list[Element] = []
    # Serialising is ours; the element tree is all that is wanted of Python-Markdown.
    markdown.serializer = partial(_keep, roots)
    markdown.convert(draft.body)
    return list(roots[0]) if roots else []


def render(draft: Draft, elements: list[Element], names: Names) -> Rendering:
    """Write the elements of a draft as pieces.

    Sources are numbered by their first citation. The first mention of each of `names` leads to its page.
    """
    writer = _Writer(draft, names)
    for run, element in enumerate(elements):
        writer.block(element, run)
    for heading, under in sections(writer.rendering.pieces):
        if heading.text == TIMELINE or draft.kind is Kind.MILESTONE:
            for piece in under:
                _date(piece)
    return writer.rendering


def _date(piece: Piece) -> None:
    """Make an event of a line that begins with its date, set apart and written as it is spoken."""
    found = _DATED.fullmatch(piece.text)
    first, *others = piece.cells[0] or (Span(""),)
    if not found or not first.text.startswith(piece.text[: found.start("event")]):
        return
    piece.kind = BlockKind.EVENT
    piece.date = found["start"]
    date, event = spoken_span(found["start"], found["end"] or ""), found["event"]
    piece.text = f"{date}: {event}"
    rest = first._replace(text=first.text[found.start("event") :])
    piece.cells = ((Span(date),), _stripped([rest, *others]))


def _stripped(spans: list[Span]) -> Line:
    """The spans that say something, without blanks at either end."""
    if spans:
        spans[0] = spans[0]._replace(text=spans[0].text.lstrip())
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
    return tuple(span for span in spans if span.text or span.cites)


def _keep(roots: list[Element], root: Element) -> str:
    roots.append(root)
    return "<div></div>"  # what Python-Markdown expects to strip off


class _Writer:
    """Walks the element tree once and gathers the spans of each block."""

    def __init__(self, draft: Draft, names: Names) -> None:
        self.rendering = Rendering()
        self.has_code = draft.kind is Kind.HANDBOOK
        self.names = Names({}) if self.has_code else names
        # A page of reference is not led away from by what it is called itself.
        own = () if draft.kind is Kind.ISSUE else draft.aliases
        self.met = {draft.slug, *names.addresses(own)}
        self._file = draft.file
        self._line = 0
        self._block_kinds: dict[str, Callable[[Element, int], None]] = {
            "h2": lambda element, run: self._add(BlockKind.HEADING, run, [element]),
            "p": lambda element, run: self._add(BlockKind.PARAGRAPH, run, [element]),
            "ul": self._list,
            "blockquote": self._notes,
            "table": self._table,
        }

    def block(self, element: Element, run: int) -> None:
        write = self._block_kinds.get(element.tag)
        if write is None:
            self._line = _line_of(element) or self._line
            self._refuse(f"<{element.tag}> has no form in an article")
        else:
            write(element, run)

    def _list(self, element: Element, run: int) -> None:
        for item in element:
            if item.find("ul") is not None:
                self._line = _line_of(item)
                self._refuse("a list within a list has no form in an article")
            self._add(BlockKind.ITEM, run, [item])

    def _notes(self, element: Element, run: int) -> None:
        """Each paragraph is a note of its own: Markdown makes one quotation of neighbours."""
        for paragraph in element:
            self._add(BlockKind.NOTE, run, [paragraph])

    def _table(self, element: Element, run: int) -> None:
        for row in element.iter("tr"):
            cells = list(row)
            head = cells[0].tag == "th"
            self._add(BlockKind.HEAD if head else BlockKind.ROW, run, cells)

    def _add(self, kind: BlockKind, run: int, elements: list[Element]) -> None:
        self._line = min((line for line in map(_line_of, elements) if line), default=self._line)
        scribes = [_Scribe(self, leads=kind not in (BlockKind.HEADING, BlockKind.HEAD)) for _ in elements]
        for scribe, element in zip(scribes, elements, strict=True):
            scribe.inside(element)
        cells = tuple(scribe.line for scribe in scribes)
        texts = (" ".join(plain(cell).split()) for cell in cells)
        self.rendering.pieces.append(
            Piece(
                kind,
                run,
                " · ".join(text for text in texts if text),
                cells,
                self._line,
                tuple(link for scribe in scribes for link in scribe.links),
                max((date for scribe in scribes for date in scribe.as_of), default=""),
                typed=tuple(text for scribe in scribes for text in scribe.typed),
            )
        )

    def number(self, source: str) -> int:
        """The number of a source in this article, given at its first citation."""
        if source not in self.rendering.sources:
            self.rendering.sources.append(source)
        return self.rendering.sources.index(source) + 1

    def _refuse(self, sentence: str) -> None:
        self.rendering.problems.append(Problem(self._file, self._line, sentence))

    def refuse(self, tag: str) -> None:
        """Note an element that articles may not have."""
        self._refuse(f"<{tag}> has no form in an article")


class _Scribe:
    """Gathers the inside of one element as spans."""

    def __init__(self, writer: _Writer, *, leads: bool) -> None:
        self._writer = writer
        self._leads = leads
        self._spans: list[Span] = []
        self._style = Span("")
        self._citing: list[int] = []
        self.links: list[str] = []
        self.as_of: list[str] = []
        self.typed: list[str] = []

    @property
    def line(self) -> Line:
        return _stripped(self._spans)

    def inside(self, element: Element) -> None:
        self._say(element.text)
        for child in element:
            self._child(child)
            self._say(child.tail)
        self._close_citation()

    def _child(self, child: Element) -> None:
        if child.tag == "cite":
            self._citing.append(self._writer.number(child.get("source", "")))
        elif child.tag == "data":
            self.as_of.append(child.get("value", ""))
        elif child.tag == "strong":
            self._styled(child, self._style._replace(strong=True))
        elif child.tag == "em":
            self._styled(child, self._style._replace(emphatic=True))
        elif child.tag == "code" and self._writer.has_code:
            self._type(child)
        elif child.tag == "a" and child.get("href", "").startswith("asem:"):
            self._lead(child, child.get("href", "").removeprefix("asem:"))
        elif child.tag == "p":
            self.inside(child)
        else:
            self._writer.refuse(child.tag)

    def _type(self, child: Element) -> None:
        """What is typed, which Python-Markdown has escaped for HTML, in bold."""
        before = len(plain(self._spans))
        child.text = unescape(child.text or "")
        self._styled(child, self._style._replace(strong=True))
        self.typed.append(plain(self._spans)[before:])

    def _lead(self, child: Element, slug: str) -> None:
        self.links.append(slug)
        self._writer.met.add(slug)
        leads, self._leads = self._leads, False
        self._styled(child, self._style._replace(to=LinkTarget(slug).place))
        self._leads = leads

    def _styled(self, child: Element, style: Span) -> None:
        self._close_citation()
        outer, self._style = self._style, style
        self.inside(child)
        self._style = outer

    def _say(self, text: str | None) -> None:
        text = LINE.sub("", text or "").replace("\n", " ")
        if self._citing and not text.strip():
            return
        self._close_citation()
        day = text.strip()
        text = spoken(day) if _DAY.fullmatch(day) else self._curled(text)
        if not self._leads:
            self._add(text)
            return
        for piece, target in self._writer.names.split(text, self._writer.met):
            self._add(piece, target)

    def _add(self, text: str, target: LinkTarget = NOWHERE) -> None:
        style = self._style
        if target.address:
            self.links.append(target.address)
            style = style._replace(to=target.place, tip=curled(target.tip))
        last = self._spans[-1] if self._spans else None
        if last and last._replace(text="") == style:
            self._spans[-1] = last._replace(text=last.text + text)
        elif text:
            self._spans.append(style._replace(text=text))

    def _curled(self, text: str) -> str:
        """Curl the quotes, knowing what stands before: after a letter a quote closes."""
        before = plain(self._spans)[-1:]
        return curled(before + text)[len(before) :]

    def _close_citation(self) -> None:
        """Write the numbers gathered so far, close to the word that they follow."""
        if not self._citing:
            return
        if self._spans:
            self._spans[-1] = self._spans[-1]._replace(text=self._spans[-1].text.rstrip())
        self._spans.append(Span("", cites=tuple(sorted(set(self._citing)))))
        self._citing.clear()


def _line_of(element: Element) -> int:
    """The first line number that the preprocessor left in the element's text, or 0."""
    found = LINE.search("".join(element.itertext()))
    return int(found[1]) if found else 0
