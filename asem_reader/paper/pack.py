# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack as one Typst document: form, template, cover, contents, sheets, acronyms, sources."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from asem_reader.core.content import Source
from asem_reader.core.drawing.figure import FigureTable
from asem_reader.core.language import _
from asem_reader.core.marks.notemarkup import laid_out
from asem_reader.core.printing import citation
from asem_reader.core.printing.form import Form, Profile
from asem_reader.core.printing.pack import CONTENTS_TITLE, TERMS_TITLE, Pack
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
from asem_reader.paper import captions, drawing
from asem_reader.paper.pagesetup import PageSetup
from asem_reader.paper.runs import Listing, runs
from asem_reader.paper.typstcode import arguments, array, breakable, call, content, day, literal

# So many letters go on a line, all lines counted; and what else takes room on a sheet, in lines.
_LETTERS, _SECTION, _HEAD = 53, 1.5, 5

# Of these, how much was left out is said with the last entry.
_SAY_MORE = (Listing.ITEMS, Listing.TIMELINE)
# The table of a figure stays whole if it has no more rows.
_WHOLE = 20
_ALONE = {
    Shape.PARAGRAPH: "paragraph",
    Shape.REMARK: "remark",
    Shape.SUBHEADING: "subsection",
    Shape.BLANK: "blank",
}


def source(pack: Pack, form: Form, template: str) -> str:
    """Return the Typst document that prints a pack.

    Args:
        pack: what is printed.
        form: how it is laid out.
        template: the text of ``resources/paper/sheet.typ``.
    """
    sheets = "\n".join(_sheets(pack, form, PageSetup.of(form)))
    if pack.sources:
        sheets = f"context {{\nlet targets = placed()\n{sheets}\n}}"
    return "\n".join((_form(form), template, _setup(pack), f"#{{\n{sheets}\n}}", ""))


def _form(form: Form) -> str:
    page_setup = PageSetup.of(form)
    values = {
        "paper": literal(page_setup.paper),
        "size": f"{page_setup.size}pt",
        "small": f"{page_setup.small}pt",
        "head": f"{page_setup.head:.2f}pt",
        "foot": f"{page_setup.foot:.2f}pt",
        "marking": literal(page_setup.marking),
        "handling": literal(page_setup.handling),
        "copy": literal(captions.copy(form)),
        "page": literal("".join(captions.page_number())),
        "source": literal(_("Source {number}")),
        "codes": str(form.codes).lower(),
        "margin": str(form.margin and form.profile is not Profile.CARD).lower(),
    }
    return f"#let form = (\n{arguments(values)})"


def _setup(pack: Pack) -> str:
    values = {
        "title": literal(pack.title),
        "author": literal(captions.AUTHOR),
        "keywords": array(map(literal, pack.keywords)),
        "date": day(pack.edition.date),
    }
    targets = ", ".join(f"{literal(slug)}: {literal(str(number))}" for slug, number in pack.numbers.items())
    return f"#show: setup.with(\n{arguments(values)})\n#let topic = topic.with(({targets}))\n"


def _sheets(pack: Pack, form: Form, page_setup: PageSetup) -> Iterator[str]:
    if pack.cover:
        yield _cover(pack, form)
    if pack.cover and pack.contents:
        symbols = ", ".join(
            f"{literal(f'sheet-{number}')}: {literal(sheet.topic.symbol)}"
            for number, sheet in enumerate(pack.sheets, start=1)
        )
        contents = f"contents({literal(_(CONTENTS_TITLE))}, ({symbols}))"
        yield f"leaf({_running(pack, page_setup)}, {{\n  {contents}\n}})\n"
    for number, sheet in enumerate(pack.sheets, start=1):
        place = captions.place(pack, number)
        letters = page_setup.title - (len(place) + 3 if place and form.profile is not Profile.CARD else 0)
        pages = _pages(sheet, page_setup) if pack.sources else 0
        yield _sheet(sheet, str(number), place, letters, pages, brief=bool(form.profile.sides))
    if pack.terms or pack.sources:
        yield f"leaf({_running(pack, page_setup)}, {{\n{chr(10).join(_end(pack))}\n}})\n"


def _cover(pack: Pack, form: Form) -> str:
    cover = pack.cover
    assert cover
    values = {
        "title": cover.title,
        "occasion": cover.occasion,
        "where": cover.where_and_when,
        "imprint": pack.imprint,
    }
    written = {name: breakable(text) for name, text in values.items()}
    told = array(array(map(breakable, line)) for line in captions.cover_lines(pack, form))
    return f"cover(\n{arguments({**written, 'told': told})})\n"


def _sheet(sheet: Sheet, key: str, of: str, letters: int, pages: int, *, brief: bool) -> str:
    """A sheet as a call of the template.

    Args:
        sheet: what is printed.
        key: what its labels begin with, alone in the document.
        of: its number among the topics of a pack, such as ``Topic 2 of 12``; empty for none.
        letters: so many of the title stand in the head of each page; the first page has it at full length.
        pages: how many it will probably take, where its numbers lead to the document's one list, whose places
            are `targets`; 0 if the sheet has its own.
        brief: whether it has two sides at most, and long addresses are not printed.
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
    body = "\n".join((f"  {cited}", *_body(sheet, key, brief)))
    asked = f"if targets == () {{ reserved({pages}) }} else " if pages else ""
    return f"sheet(\n{arguments(values)}{asked}{{\n{body}\n}})\n"


def sources_call(sources: Iterable[Source], key: str, *, brief: bool = False) -> str:
    """Return the call that lists sources under a heading; `brief` as `citation.printed` has it."""
    listed = (_source(source, brief) for source in sources)
    return call("sources", (literal(key), literal(_(SOURCES_TITLE)), *listed))


def _body(sheet: Sheet, key: str, brief: bool) -> Iterator[str]:
    for portion in sheet.portions:
        yield from _portion(portion)
    if sheet.notes:
        yield call("notes", (literal(_(NOTES_TITLE)), *map(_note, sheet.notes)))
    if sheet.sources:
        yield sources_call(sheet.sources, key, brief=brief)


def _portion(portion: Portion) -> Iterator[str]:
    above = portion.entries[0].figure
    if portion.overleaf:
        yield "  pagebreak(weak: true)"
    if portion.part is not Part.TOPICS:  # the title of the sheet says what they are
        over = f", over: {above.width:.2f}pt" if above else ""
        yield f"  section({literal(portion.title)}{over})"
    yield "  {"
    yield f"  show: dressed.with({literal(portion.part)})"
    found = list(runs(portion.entries))
    said = portion.rest and found[-1][0] in _SAY_MORE
    for at, (listing, run) in enumerate(found, start=1):
        if listing:
            more = [f"more: {literal(portion.rest)}"] if said and at == len(found) else []
            more += [f"over: {above.width:.2f}pt"] if above and listing is Listing.ROWS else []
            written = _twin(run) if run[0].figure else call(listing, (*more, *map(_entry, run)))
            whole = run[0].figure and len(run) <= _WHOLE
            yield f"  block(breakable: false, {written.strip()})" if whole else written
        else:
            yield from map(_alone, run)
    if portion.rest and not said:
        yield f"  rest({literal(portion.rest)})"
    yield "  }"


def _twin(rows: Iterable[Entry]) -> str:
    """The table of a figure, from its rows."""
    head, *others = (tuple(map(plain, row.cells)) for row in rows)
    return f"  twin({drawing.table(FigureTable(head, tuple(others)))})"


def _alone(entry: Entry) -> str:
    if entry.shape is Shape.FIGURE and entry.figure:
        figure = entry.figure
        told = replace(figure, alt=f"{figure.alt} {figure.table.told()}") if entry.told else figure
        return f"  plate({figure.width:.2f}pt, {drawing.figure(told)})"
    return f"  {_ALONE[entry.shape]}({literal(entry.code or '')}, {_said(entry)})"


def _entry(entry: Entry) -> str:
    """An entry of a list: its code, its cells, and the letters of a row's."""
    cells = array((*map(content, entry.cells[:-1]), _said(entry)))
    written = f"code: {literal(entry.code or '')}, cells: {cells}"
    if entry.shape in (Shape.HEAD, Shape.ROW):
        written += f", letters: {array(str(len(plain(cell))) for cell in entry.cells)}"
    return f"({written}, head: true)" if entry.shape is Shape.HEAD else f"({written})"


def _said(entry: Entry) -> str:
    """The last cell, and of when it is."""
    dated = f" + dated({literal(entry.dated)})" if entry.dated else ""
    return content(entry.cells[-1]) + dated


def _note(note: Note) -> str:
    words = map(breakable, (note.where, note.quote))
    body = " + linebreak() + ".join(map(content, laid_out(note.body)))
    return array((literal(note.code or ""), *words, body or '""'))


def _source(source: Source, brief: bool) -> str:
    """A source of the list: its number and lines, what it is, its address, and the printed pieces of that."""
    said, address = breakable(citation.said(source)), literal(citation.address(source))
    shown = array(map(literal, citation.pieces(citation.printed(source, brief=brief))))
    return f"({source.number}, {citation.lines(source, brief=brief)}, {said}, {address}, {shown})"


def _end(pack: Pack) -> Iterator[str]:
    if pack.terms:
        terms = (array(map(breakable, (term.term, term.expansion))) for term in pack.terms)
        yield call("acronyms", (literal(_(TERMS_TITLE)), *terms))
    if pack.sources:
        yield sources_call(pack.sources, "all")


def _pages(sheet: Sheet, page_setup: PageSetup) -> int:
    """Number of pages that a sheet without a list of sources probably takes; 281 of 294 do."""
    drawn = [entry for portion in sheet.portions for entry in portion.entries if entry.figure]
    lines = len(sheet.text) / _LETTERS + _SECTION * len(sheet.portions) + _HEAD
    lines += sum(entry.figure.height / page_setup.line for entry in drawn if entry.figure and not entry.cells)
    return math.ceil(lines / (page_setup.room / page_setup.line))


def _running(pack: Pack, page_setup: PageSetup) -> str:
    return f"{breakable(captions.shortened(pack.title, page_setup.title))}, {literal(pack.imprint)}"
