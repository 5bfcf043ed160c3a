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
from threading import Event
from types import MappingProxyType

from asem_reader import paths
from asem_reader.cli.terminal import warn
from asem_reader.cli.topics import topics_to_print
from asem_reader.core.dates import stamp
from asem_reader.core.errors import NoSuchPart, NotWritten
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.mark import Mark
from asem_reader.core.printing.binder import Binder, BinderItem, Layout, titled
from asem_reader.core.printing.compose import Wish
from asem_reader.core.printing.fit import Fit
from asem_reader.core.printing.form import DEFAULT_MARKING, DocumentFormat, Form, Paper, Profile
from asem_reader.core.printing.pack import Cover, Outfit, Pack
from asem_reader.core.printing.selection import Selection
from asem_reader.core.printing.sheet import Sheet
from asem_reader.operations.printing import composed, portions
from asem_reader.paper.writers import WRITERS as OTHERS
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook, utc_now
from asem_reader.store.output import Output

DEFAULT_TITLE = N_("ASEM briefing")
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
        topics, binder = topics_to_print(chosen, library, home)
        layout = _layout(chosen, binder)
        marks = _kept_marks(home) if layout.notes else ()
        pack = _pack(chosen, library, topics, binder, layout, marks)
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
            fault = _("it is a terminal, which cannot show {format}").format(format=kind.upper())
            raise NotWritten(_("Standard output"), fault)
        return lambda _file, content: sys.stdout.buffer.write(content)
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
    marking = _(DEFAULT_MARKING) if chosen.marking is None else chosen.marking
    return Form(Paper(chosen.paper), marking, layout.profile, layout.handling, layout.codes, layout.margin)


def _pack(
    chosen: argparse.Namespace,
    library: Library,
    topics: tuple[BinderItem, ...],
    binder: Binder | None,
    layout: Layout,
    marks: tuple[Mark, ...],
) -> Pack:
    """What is asked for, composed; as plain sheets or bound.

    Raises:
        NoSuchPart: a section or paragraph is in none of the topics.
        NothingToPrint: what is wanted is also left out.
    """
    only, omit = _words(chosen.sections) + _words(chosen.blocks), _words(chosen.leave_out)
    if only or omit:
        known = portions(library, (item.slug for item in topics))
        for name in Selection(only, omit).unknown(known):
            raise NoSuchPart(name, tuple(dict.fromkeys(portion.name for portion in known)))
    # What is asked for goes before what a binder keeps; left out is what either leaves out.
    items = [replace(item, only=only or item.only, omit=(*omit, *item.omit)) for item in topics]
    cover, outfit = _cover(chosen, binder), _outfit(chosen, binder)
    prepared_for = chosen.prepared_for or (cover.prepared_for if cover else "")
    wish = Wish(stamp(utc_now().astimezone()), prepared_for, layout.profile)
    return composed(library, items, wish, cover, outfit, marks, Event())


def _cover(chosen: argparse.Namespace, binder: Binder | None) -> Cover | None:
    if not (chosen.pack or binder):
        return None
    kept = titled(binder) if binder else Cover(_(DEFAULT_TITLE))
    asked = {name: getattr(chosen, name) for name in ("title", "occasion", "place", "date", "prepared_for")}
    return replace(kept, **{name: text for name, text in asked.items() if text})


def _outfit(chosen: argparse.Namespace, binder: Binder | None) -> Outfit:
    kept = binder.outfit if binder else Outfit()
    meetings, partners = chosen.with_meetings or kept.meetings, chosen.with_partners or kept.partners
    return replace(kept, meetings=meetings, partners=partners)


def _words(given: Iterable[str]) -> tuple[str, ...]:
    """Names given one by one or with commas between them."""
    return tuple(word.strip() for text in given for word in text.split(",") if word.strip())


def _named(output: Path, copy: int) -> Path:
    return output.with_stem(f"{output.stem}-{copy}") if copy else output


def _told(sheet: Sheet, fit: Fit) -> str:
    form = ngettext(
        "{title} has {pages} sides, {count} line more than go on {sides}.",
        "{title} has {pages} sides, {count} lines more than go on {sides}.",
        fit.over,
    )
    told = form.format(title=sheet.named, pages=fit.pages, count=fit.over, sides=fit.sides)
    names = ",".join(room.name for room in fit.cuts)
    cure = _("It would fit with --leave-out {names}.").format(names=names)
    return f"{told} {cure}" if names else told


def _kept_marks(home: paths.Home) -> tuple[Mark, ...]:
    with closing(Notebook.open(home.notebook)) as notebook:
        return notebook.marks()
