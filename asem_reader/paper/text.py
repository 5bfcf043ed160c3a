# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack as plain text: 72 columns, sources by number, tables as lines that can be listened to."""

import textwrap
from collections.abc import Iterable, Iterator

from asem_reader.core.content import Source
from asem_reader.core.language import _
from asem_reader.core.marks.notemarkup import laid_out
from asem_reader.core.printing.citation import address, bracketed, said
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import CONTENTS_TITLE, TERMS_TITLE, Pack
from asem_reader.core.printing.plates import tabulated
from asem_reader.core.printing.sheet import NOTES_TITLE, SOURCES_TITLE, Entry, Note, Portion, Shape, Sheet
from asem_reader.core.span import Line, plain
from asem_reader.paper import captions
from asem_reader.paper.characters import fit, quoted
from asem_reader.paper.runs import Listing, Run, runs, table

WIDTH = 72

_BULLET = "- "
_OWN = " " * 4


def written(pack: Pack, form: Form) -> bytes:
    """Return a pack as plain text in UTF-8; no line but an address is longer than 72 characters."""
    marking = _centred(captions.marking(form))
    parts = (marking, *map(_centred, (captions.handling(form), captions.copy(form))), *_sheets(pack, form))
    paragraphs = (*parts, _wrapped(pack.imprint), marking)
    return fit("\n\n".join(part for part in paragraphs if part) + "\n").encode()


def _sheets(pack: Pack, form: Form) -> Iterator[str]:
    if pack.cover:
        yield from _cover(pack)
    for number, sheet in enumerate(pack.sheets, start=1):
        yield _centred(captions.place(pack, number))
        yield from _sheet(sheet, form)
    if pack.terms:
        yield _heading(_(TERMS_TITLE))
        yield _lines(f"{term.term}: {term.expansion}" for term in pack.terms)
    if pack.sources:
        yield from _sources(pack.sources)


def _cover(pack: Pack) -> Iterator[str]:
    cover = pack.cover
    assert cover
    yield _wrapped(cover.occasion)
    yield _heading(cover.title)
    yield _lines((cover.where_and_when, captions.prepared_for(cover), captions.count(pack)))
    if pack.contents:
        yield _heading(_(CONTENTS_TITLE))
        yield _lines(f"{number}. {sheet.named}" for number, sheet in enumerate(pack.sheets, start=1))


def _sheet(sheet: Sheet, form: Form) -> Iterator[str]:
    yield _lines((sheet.topic.symbol, captions.way(sheet), captions.dated(sheet)))
    yield _heading(sheet.topic.title)
    yield _wrapped(captions.prepared_for(sheet))
    yield _wrapped(_read(sheet.lead))
    for portion in sheet.portions:
        yield from _portion(portion, form)
    if sheet.notes:
        yield _heading(_(NOTES_TITLE))
        yield from (_note(note, form) for note in sheet.notes)
    if sheet.sources:
        yield from _sources(sheet.sources)


def _portion(portion: Portion, form: Form) -> Iterator[str]:
    yield _heading(portion.title)
    yield from (_run(run, form) for run in runs(tabulated(portion.entries)))
    yield _wrapped(portion.rest)


def _run(run: Run, form: Form) -> str:
    listing, entries = run
    if listing is Listing.ROWS:
        return "\n\n".join(_rows(entries, form))
    if listing is Listing.TOPICS:
        return "\n\n".join(_lines(map(_read, entry.cells)) for entry in entries)
    if listing:
        return "\n".join(_wrapped(": ".join(_cells(entry, form)), _BULLET) for entry in entries)
    return "\n\n".join(_alone(entry, form) for entry in entries)


def _alone(entry: Entry, form: Form) -> str:
    if entry.figure:
        return _wrapped(captions.figure(entry.figure))
    return "_" * WIDTH if entry.shape is Shape.BLANK else _wrapped(*_cells(entry, form))


def _rows(entries: tuple[Entry, ...], form: Form) -> Iterator[str]:
    """Each row on its own, every cell after the name of its column: to be heard, not only to be seen."""
    rows = table(entries)
    names = [_read(name) for name in rows.head] or [""] * rows.columns
    for entry, cells in rows.rows:
        said_cells = (_read(cell) for cell in cells)
        pairs = [
            f"{name}: {cell}" if name else cell for name, cell in zip(names, said_cells, strict=True) if cell
        ]
        pairs[-1:] = [last + _after(entry, form) for last in pairs[-1:]]
        first, *others = pairs or [""]
        yield "\n".join((_wrapped(first, _BULLET), *(_wrapped(pair, "  ") for pair in others)))


def _cells(entry: Entry, form: Form) -> list[str]:
    *before, last = map(_read, entry.cells)
    return [*before, last + _after(entry, form)]


def _after(entry: Entry, form: Form) -> str:
    dated = f" ({entry.dated})" if entry.dated else ""
    return dated + _code(entry.code, form)


def _code(code: str | None, form: Form) -> str:
    return f" ¶{code}" if form.codes and code else ""


def _note(note: Note, form: Form) -> str:
    """A note is set in, so that nothing in it can pass for a heading or a source."""
    of = ", ".join(part for part in (note.where, quoted(note.quote)) if part) + _code(note.code, form)
    body = (_wrapped(line, _OWN, _OWN) for line in map(plain, laid_out(fit(note.body))))
    return "\n".join((_wrapped(_("On {place}:").format(place=of)), *body) if of else body)


def _sources(sources: Iterable[Source]) -> Iterator[str]:
    yield _heading(_(SOURCES_TITLE))
    yield "\n".join(map(_source, sources))


def _source(source: Source) -> str:
    number = f"[{source.number}] "
    end = "." if address(source) else ""
    listed = _wrapped(said(source) + end, number)
    return f"{listed}\n{' ' * len(number)}{address(source)}" if address(source) else listed


def _read(line: Line) -> str:
    return bracketed(line, lambda span: span.text)


def _heading(title: str) -> str:
    return _wrapped(title.upper())


def _centred(words: str) -> str:
    return "\n".join(line.center(WIDTH).rstrip() for line in textwrap.wrap(words, WIDTH))


def _lines(words: Iterable[str]) -> str:
    return "\n".join(_wrapped(each) for each in words if each)


def _wrapped(words: str, first: str = "", indent: str = "") -> str:
    return textwrap.fill(
        fit(words),
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent or " " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
