# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack as Markdown: CommonMark 0.31 with the tables of GitHub, in which all text stays text."""

import re
from collections.abc import Iterable, Iterator
from itertools import cycle

from asem_reader.core.content import Source
from asem_reader.core.exchange.markdown import note as to_markdown
from asem_reader.core.language import _
from asem_reader.core.printing.citation import address, bracketed, said
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import CONTENTS_TITLE, TERMS_TITLE, Pack
from asem_reader.core.printing.plates import tabulated
from asem_reader.core.printing.sheet import NOTES_TITLE, SOURCES_TITLE, Entry, Note, Portion, Shape, Sheet
from asem_reader.core.span import Line, Span
from asem_reader.paper import captions
from asem_reader.paper.characters import fit, quoted
from asem_reader.paper.runs import Listing, Run, runs, table

# What has a meaning wherever it stands; the start of an entity; and what has one at the start of a line only.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~#]|&(?=#?\w+;)")
_AT_START = re.compile(r"[+=-]|\d{1,9}(?=[.)])")
# What would make a link of the number in brackets before it.
_AFTER_NUMBER = re.compile(r"(?<=\])([(:])")
# What cannot stand in an address between angle brackets (CommonMark, section 6.5, Autolinks).
_NOT_IN_ADDRESS = re.compile(r"[\s<>]")

_BREAK = "  \n"
# Another bullet is another list.
_BULLETS = "-+"


def written(pack: Pack, form: Form) -> bytes:
    """Return a pack as Markdown in UTF-8."""
    marking = _strong(captions.marking(form))
    labels = (marking, _emphatic(captions.handling(form)), _strong(captions.copy(form)))
    parts = (*labels, *_sheets(pack, form), "---", escaped(pack.imprint), marking)
    return fit("\n\n".join(part for part in parts if part) + "\n").encode()


def escaped(text: str) -> str:
    """Return a text of one line as Markdown that says just that, also at the start of a line."""
    return _started(_inline(text))


def _inline(text: str) -> str:
    return _ANYWHERE.sub(r"\\\g<0>", text)


def _started(written: str) -> str:
    """Nothing but what is written with asterisks or in brackets has a meaning at the start of a line."""
    found = _AT_START.match(written)
    if not found:
        return written
    at = found.end() if found[0].isdigit() else 0
    return f"{written[:at]}\\{written[at:]}"


def _sheets(pack: Pack, form: Form) -> Iterator[str]:
    level = 1
    if pack.cover:
        level = 2
        yield from _cover(pack)
    for number, sheet in enumerate(pack.sheets, start=1):
        yield _emphatic(captions.place(pack, number))
        yield from _sheet(sheet, level, form)
    if pack.terms:
        yield _heading(2, _(TERMS_TITLE))
        yield "\n".join(f"- **{escaped(term.term)}:** {escaped(term.expansion)}" for term in pack.terms)
    if pack.sources:
        yield from _sources(pack.sources, 2)


def _cover(pack: Pack) -> Iterator[str]:
    cover = pack.cover
    assert cover
    yield _heading(1, cover.title)
    told = (cover.occasion, cover.where_and_when, captions.prepared_for(cover), captions.count(pack))
    yield from map(escaped, told)
    if pack.contents:
        yield _heading(2, _(CONTENTS_TITLE))
        named = (f"{number}. {escaped(sheet.named)}" for number, sheet in enumerate(pack.sheets, start=1))
        yield "\n".join(named)


def _sheet(sheet: Sheet, level: int, form: Form) -> Iterator[str]:
    yield _heading(level, sheet.topic.title)
    named = (_strong(sheet.topic.symbol), escaped(captions.way(sheet)), escaped(captions.dated(sheet)))
    yield _BREAK.join(part for part in named if part)
    yield _emphatic(captions.prepared_for(sheet))
    yield _line(sheet.lead)
    for portion in sheet.portions:
        yield from _portion(portion, level + 1, form)
    if sheet.notes:
        yield _heading(level + 1, _(NOTES_TITLE))
        yield from (_note(note, form) for note in sheet.notes)
    if sheet.sources:
        yield from _sources(sheet.sources, level + 1)


def _portion(portion: Portion, level: int, form: Form) -> Iterator[str]:
    yield _heading(level, portion.title)
    for bullet, run in zip(cycle(_BULLETS), runs(tabulated(portion.entries)), strict=False):
        yield _run(run, bullet, level, form)
    yield _emphatic(portion.rest)


def _run(run: Run, bullet: str, level: int, form: Form) -> str:
    listing, entries = run
    if listing is Listing.ROWS:
        return "\n".join(_rows(entries, form))
    if listing:
        return "\n".join(f"{bullet} {_listed(listing, entry, form)}" for entry in entries)
    return "\n\n".join(_alone(entry, level, form) for entry in entries)


def _listed(listing: Listing, entry: Entry, form: Form) -> str:
    *before, last = map(_line, entry.cells)
    last += _after(entry, form)
    if listing is Listing.TIMELINE:
        return f"**{' '.join(before)}:** {last}"
    named = " ".join(filter(None, before))
    return f"{named}{_BREAK}  {last}" if named and last else named or last


def _alone(entry: Entry, level: int, form: Form) -> str:
    if entry.shape is Shape.BLANK:
        return "---"
    if entry.figure:
        return _emphatic(captions.figure(entry.figure))
    words = _line(entry.cells[0]) + _after(entry, form)
    return f"{'#' * (level + 1)} {words}" if entry.shape is Shape.SUBHEADING else words


def _rows(entries: tuple[Entry, ...], form: Form) -> Iterator[str]:
    rows = table(entries)
    yield _row(map(_line, rows.head or ((),) * rows.columns))
    yield _row(["---"] * rows.columns)
    for entry, cells in rows.rows:
        *before, last = map(_line, cells)
        yield _row((*before, last + _after(entry, form)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _after(entry: Entry, form: Form) -> str:
    dated = f" *({escaped(entry.dated)})*" if entry.dated else ""
    return dated + _code(entry.code, form)


def _code(code: str | None, form: Form) -> str:
    return f" `{code}`" if form.codes and code else ""


def _note(note: Note, form: Form) -> str:
    """A note as a quotation, so that nothing in it can pass for a heading or a source."""
    named = (_strong(note.where), _emphatic(quoted(note.quote)))
    of = " ".join(part for part in named if part) + _code(note.code, form)
    whole = "\n\n".join(part for part in (of.strip(), to_markdown(fit(note.body))) if part)
    return "\n".join(f"> {line}" if line else ">" for line in whole.split("\n"))


def _sources(sources: Iterable[Source], level: int) -> Iterator[str]:
    yield _heading(level, _(SOURCES_TITLE))
    yield "\n".join(f"{source.number}. {_source(source)}" for source in sources)


def _source(source: Source) -> str:
    url = _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address(source))
    return escaped(said(source)) + (f". <{url}>" if url else "")


def _line(line: Line) -> str:
    written = bracketed(_joined(line), _span).strip()
    return _started(_AFTER_NUMBER.sub(r"\\\1", written))


def _joined(line: Line) -> Line:
    """The line with neighbours of one kind as one span: asterisks must not meet asterisks."""
    joined: list[Span] = []
    for span in line:
        last = joined[-1] if joined else None
        kind = (span.strong, span.emphatic)
        if last and not (last.cites or span.cites) and (last.strong, last.emphatic) == kind:
            joined[-1] = last._replace(text=last.text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


def _span(span: Span) -> str:
    """Blanks at either end stand outside the asterisks, or these would be text."""
    text = _inline(span.text)
    inner = text.strip()
    asterisks = "*" * (2 * span.strong + span.emphatic)
    return text.replace(inner, f"{asterisks}{inner}{asterisks}") if inner else text


def _heading(level: int, title: str) -> str:
    return f"{'#' * level} {escaped(title)}"


def _strong(words: str) -> str:
    return f"**{escaped(words)}**" if words else ""


def _emphatic(words: str) -> str:
    return f"*{escaped(words)}*" if words else ""
