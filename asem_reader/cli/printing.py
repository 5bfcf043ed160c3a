# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command `print`: what is asked for becomes a pack, and the pack a file. No Qt."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from asem_reader import paths
from asem_reader.cli.terminal import warn
from asem_reader.cli.topics import TopicsToPrint, topics_to_print
from asem_reader.core.content import Article, Kind
from asem_reader.core.dates import stamp
from asem_reader.core.errors import NoSuchPart, NothingToPrint, NotWritten
from asem_reader.core.marks.mark import Mark
from asem_reader.core.meeting import Meeting
from asem_reader.core.printing.binder import Binder, Layout, titled
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.fit import Fit
from asem_reader.core.printing.form import DEFAULT_MARKING, Form, Paper, Profile
from asem_reader.core.printing.format import DocumentFormat
from asem_reader.core.printing.pack import Cover, Outfit, Pack, bound_as, mentioned
from asem_reader.core.printing.portions import portions_of
from asem_reader.core.printing.selection import Selection
from asem_reader.core.printing.sheet import Sheet
from asem_reader.paper.writers import WRITERS as OTHERS
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook, utc_now
from asem_reader.store.output import Output
from asem_reader.store.referencetables import ReferenceTables

DEFAULT_TITLE = "ASEM briefing"
_BINARY = (DocumentFormat.PDF, DocumentFormat.DOCX)

# A writer turns a pack into the bytes of a file, and may say how its sheets fit.
Writer = Callable[[Pack, Form], tuple[bytes, tuple[Fit, ...]]]


def print_sheets(chosen: argparse.Namespace, library_file: Path, home: paths.Home) -> int:
    """Write topics as a file, as a numbered copy of it for each of several, or on standard output.

    Raises:
        AlreadyThere, NotWritten: one of the files cannot be written; none was.
    """
    kind = (
        DocumentFormat(chosen.format)
        if chosen.format
        else DocumentFormat.of(chosen.output.name) or DocumentFormat.PDF
    )
    copies = [chosen.copy] if chosen.copy else range(1, chosen.copies + 1) if chosen.copies else [0]
    files = {copy: _named(chosen.output, copy if len(copies) > 1 else 0) for copy in copies}
    put = _saver(chosen, kind, Output(home.folders, library_file), files.values())
    with closing(Library.open(library_file)) as library:
        wanted = topics_to_print(chosen, library, home)
        layout = _layout(chosen, wanted.binder)
        pack = _pack(chosen, library, wanted, layout, _kept_marks(home) if layout.notes else ())
    form = _form(chosen, layout)
    fits: tuple[Fit, ...] = ()
    for copy, file in files.items():
        content, fits = WRITERS[kind](pack, replace(form, copy=copy, copies=chosen.copies if copy else 0))
        put(file, content)
    for sheet, fit in zip(pack.sheets, fits, strict=False):
        if not fit.fits:
            warn(_told(sheet, fit))
    return 0


def _saver(
    chosen: argparse.Namespace, kind: DocumentFormat, output: Output, files: Iterable[Path]
) -> Callable[[Path, bytes], object]:
    """What writes each file, or writes on standard output; asked before the work is done.

    Raises:
        AlreadyThere, NotWritten: one of the files cannot be written.
    """
    if str(chosen.output) == "-":
        if kind in _BINARY and sys.stdout.isatty():
            raise NotWritten("Standard output", f"it is a terminal, which cannot show {kind.upper()}")
        return lambda _, content: sys.stdout.buffer.write(content)
    for file in files:
        output.check(file, replace=chosen.force)
    return partial(output.write, replace=chosen.force)


def _pdf(pack: Pack, form: Form) -> tuple[bytes, tuple[Fit, ...]]:
    from asem_reader.paper import typeset
    from asem_reader.paper.pack import source

    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    pdf = typeset.Press(paths.resources() / "fonts").pdf(source(pack, form, template), pack.title)
    return pdf, typeset.measured(pdf, pack, form) if form.profile.sides else ()


def _without_fits(write: Callable[[Pack, Form], bytes]) -> Writer:
    """Only of the PDF it is known on how many sides it goes."""
    return lambda pack, form: (write(pack, form), ())


# What can be written; another form is another line.
WRITERS: Mapping[DocumentFormat, Writer] = MappingProxyType(
    {DocumentFormat.PDF: _pdf, **{name: _without_fits(write) for name, write in OTHERS.items()}}
)


def _layout(chosen: argparse.Namespace, binder: Binder | None) -> Layout:
    """What is asked for, and beside it what the binder says."""
    kept = binder.layout if binder else Layout()
    return Layout(
        Profile(chosen.profile) if chosen.profile else kept.profile,
        kept.handling if chosen.handling is None else chosen.handling,
        chosen.with_notes or kept.notes,
        chosen.codes or kept.codes,
        chosen.margin or kept.margin,
    )


def _form(chosen: argparse.Namespace, layout: Layout) -> Form:
    marking = DEFAULT_MARKING if chosen.marking is None else chosen.marking
    return Form(Paper(chosen.paper), marking, layout.profile, layout.handling, layout.codes, layout.margin)


def _pack(
    chosen: argparse.Namespace,
    library: Library,
    wanted: TopicsToPrint,
    layout: Layout,
    marks: tuple[Mark, ...],
) -> Pack:
    """What is asked for, composed; as plain sheets or bound.

    Raises:
        NoSuchPart: a section or paragraph is in none of the topics.
        NothingToPrint: what is wanted is also left out.
    """
    reference_tables = ReferenceTables(library)
    edition, meetings = library.edition(), reference_tables.meetings()
    selection = Selection(_words(chosen.sections) + _words(chosen.blocks), _words(chosen.leave_out))
    cover, outfit = _cover(chosen, wanted.binder), _outfit(chosen, wanted.binder)
    bound = cover is not None and outfit.joined
    prepared_for = chosen.prepared_for or (cover.prepared_for if cover else "")
    wish = Wish(stamp(utc_now().astimezone()), prepared_for, layout.profile, selection, bound)
    articles = [library.article(item.slug) for item in wanted.items]
    _check(selection, articles, library, meetings)
    sheets = []
    for item, article in zip(wanted.items, articles, strict=True):
        own = replace(wish, selection=_both(selection, item.selection))
        sheet = compose(article, edition, own, meetings, marks)
        sheets += [sheet] if sheet.portions or not own.selection.only else []
    if not sheets:
        raise NothingToPrint
    for kind in _more(outfit):
        for slug in mentioned(sheets, library.topics(), kind):
            whole = replace(wish, selection=Selection())
            sheets.append(compose(library.article(slug), edition, whole, meetings, marks))
    return bound_as(sheets, cover, outfit, reference_tables.terms())


def _both(asked: Selection, kept: Selection) -> Selection:
    """What is asked for goes before what a binder keeps; left out is what either leaves out."""
    return Selection(asked.only or kept.only, (*asked.omit, *kept.omit))


def _cover(chosen: argparse.Namespace, binder: Binder | None) -> Cover | None:
    if not (chosen.pack or binder):
        return None
    kept = titled(binder) if binder else Cover(DEFAULT_TITLE)
    asked = {name: getattr(chosen, name) for name in ("title", "occasion", "place", "date", "prepared_for")}
    return replace(kept, **{name: text for name, text in asked.items() if text})


def _outfit(chosen: argparse.Namespace, binder: Binder | None) -> Outfit:
    kept = binder.outfit if binder else Outfit()
    meetings, partners = chosen.with_meetings or kept.meetings, chosen.with_partners or kept.partners
    return replace(kept, meetings=meetings, partners=partners)


def _more(outfit: Outfit) -> tuple[Kind, ...]:
    wished = ((outfit.meetings, Kind.MEETING), (outfit.partners, Kind.PARTNER))
    return tuple(kind for wish, kind in wished if wish)


def _check(
    selection: Selection, articles: Iterable[Article], library: Library, meetings: tuple[Meeting, ...]
) -> None:
    edition = library.edition()
    portions = [portion for a in articles for portion in portions_of(a, edition, meetings)[0]]
    for name in selection.unknown(portions):
        raise NoSuchPart(name, tuple(dict.fromkeys(portion.name for portion in portions)))


def _words(given: Iterable[str]) -> tuple[str, ...]:
    """Names given one by one or with commas between them."""
    return tuple(word.strip() for text in given for word in text.split(",") if word.strip())


def _named(output: Path, copy: int) -> Path:
    return output.with_stem(f"{output.stem}-{copy}") if copy else output


def _told(sheet: Sheet, fit: Fit) -> str:
    lines = f"{fit.over} line{'s' * (fit.over != 1)}"
    told = f"{sheet.named} has {fit.pages} sides, {lines} more than go on {fit.sides}."
    names = ",".join(room.name for room in fit.cuts)
    return f"{told} It would fit with --leave-out {names}." if names else told


def _kept_marks(home: paths.Home) -> tuple[Mark, ...]:
    with closing(Notebook.open(home.notebook)) as notebook:
        return notebook.marks()
