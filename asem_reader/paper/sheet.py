# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A sheet as a call of the template: what is printed, in which order; the look is the template's."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from asem_reader.core.content import Source
from asem_reader.core.language import _
from asem_reader.core.marks.notemarkup import laid_out
from asem_reader.core.printing import citation
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.sheet import (
    NOTES_TITLE,
    SOURCES_TITLE,
    Entry,
    Note,
    Portion,
    Shape,
    Sheet,
)
from asem_reader.core.span import plain
from asem_reader.paper import captions
from asem_reader.paper.typstcode import arguments, array, breakable, call, content, literal

# What the template calls the list or table that entries of a shape stand in.
_LISTS = {
    Shape.ITEM: "items",
    Shape.EVENT: "timeline",
    Shape.HEAD: "rows",
    Shape.ROW: "rows",
    Shape.TOPIC: "topics",
}  # Of these, how much was left out is said with the last entry.
_SAY_MORE = ("items", "timeline")

_ALONE = {Shape.PARAGRAPH: "paragraph", Shape.REMARK: "remark", Shape.SUBHEADING: "subsection"}


def sheet_call(sheet: Sheet, key: str, of: str, letters: int, pages: int = 0) -> str:
    """Return the call that prints a sheet.

    Args:
        sheet: what is printed.
        key: what its labels begin with, alone in the document.
        of: its number among the sheets of a pack, such as ``Sheet 2 of 12``; empty for none.
        letters: so many of the title stand in the head of each page; the first page has it at full length.
        pages: how many it will probably take, where its numbers lead to the document's one list, whose places
            are `targets`; 0 if the sheet has its own.
    """
    topic = sheet.topic
    values = {
        "key": literal(key),
        "symbol": literal(topic.symbol),
        "title": breakable(topic.title),
        "short": breakable(captions.shortened(topic.title, letters)),
        "crumbs": array(literal(crumb.title) for crumb in sheet.crumbs),
        "as-of": literal(sheet.as_of),
        "edition": literal(captions.edition(sheet)),
        "prepared-for": breakable(captions.prepared_for(sheet)),
        "imprint": literal(sheet.imprint),
        "of": literal(of),
    }
    targets = "targets" if pages else f"labelled({literal(key)}, {len(sheet.sources)})"
    cited = f"let cited = cited.with({targets})"
    if sheet.lead:
        values["lead"] = f"{{\n  {cited}\n  standfirst({content(sheet.lead)})\n  }}"
    body = "\n".join((f"  {cited}", *_body(sheet, key)))
    asked = f"if targets == () {{ reserved({pages}) }} else " if pages else ""
    return f"sheet(\n{arguments(values)}{asked}{{\n{body}\n}})\n"


def sources_call(sources: Iterable[Source], key: str) -> str:
    """Return the call that lists sources under a heading."""
    return call("sources", (literal(key), literal(_(SOURCES_TITLE)), *map(_source, sources)))


def _body(sheet: Sheet, key: str) -> Iterator[str]:
    for portion in sheet.portions:
        yield from _portion(portion)
    if sheet.notes:
        yield call("notes", (literal(_(NOTES_TITLE)), *map(_note, sheet.notes)))
    if sheet.sources:
        yield sources_call(sheet.sources, key)


def _portion(portion: Portion) -> Iterator[str]:
    if portion.part is not Part.TOPICS:  # the title of the sheet says what they are
        yield f"  section({literal(portion.title)})"
    yield "  {"
    yield f"  show: dressed.with({literal(portion.part)})"
    groups = groupby(portion.entries, key=lambda entry: (entry.run, _LISTS.get(entry.shape)))
    runs = [(name, tuple(run)) for (_run, name), run in groups]
    said = portion.rest and runs[-1][0] in _SAY_MORE
    for at, (name, run) in enumerate(runs, 1):
        more = [f"more: {literal(portion.rest)}"] if said and at == len(runs) else []
        if name:
            yield call(name, (*more, *map(_entry, run)))
        else:
            yield from (f"  {_ALONE[e.shape]}({literal(e.code or '')}, {_said(e)})" for e in run)
    if portion.rest and not said:
        yield f"  rest({literal(portion.rest)})"
    yield "  }"


def _entry(entry: Entry) -> str:
    """An entry of a list: its code, its cells, of which the last says of when it is, and a row's letters."""
    *before, last = map(content, entry.cells)
    cells = array((*before, f"{last} + dated({literal(entry.dated)})" if entry.dated else last))
    written = f"code: {literal(entry.code or '')}, cells: {cells}"
    if entry.shape in (Shape.HEAD, Shape.ROW):
        written += f", letters: {array(str(len(plain(cell))) for cell in entry.cells)}"
    return f"({written}, head: true)" if entry.shape is Shape.HEAD else f"({written})"


def _said(entry: Entry) -> str:
    dated = f" + dated({literal(entry.dated)})" if entry.dated else ""
    return content(entry.cells[0]) + dated


def _note(note: Note) -> str:
    words = map(breakable, (note.where, note.quote))
    body = " + linebreak() + ".join(map(content, laid_out(note.body)))
    return array((literal(note.code or ""), *words, body or '""'))


def _source(source: Source) -> str:
    words = breakable(citation.said(source)), literal(citation.address(source))
    return f"({source.number}, {citation.lines(source)}, {', '.join(words)})"
