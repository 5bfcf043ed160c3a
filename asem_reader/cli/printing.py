# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command `print`: what is asked for becomes a pack, and the pack a file. No Qt."""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event

from asem_reader import paths
from asem_reader.cli.terminal import Call, ended_by_interrupts, warn
from asem_reader.core.dates import stamp
from asem_reader.core.errors import NoSuchBinder, NoSuchFolder, NoSuchPart, NothingFound, NotWritten
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.mark import MarkKind, path_of
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderItem, Layout, titled
from asem_reader.core.printing.compose import Wish
from asem_reader.core.printing.fit import Fit
from asem_reader.core.printing.form import DEFAULT_MARKING, DocumentFormat, Form, Paper, Profile
from asem_reader.core.printing.pack import Cover, Outfit, Pack
from asem_reader.core.printing.selection import Selection
from asem_reader.core.printing.sheet import Sheet
from asem_reader.core.search.query import parse
from asem_reader.operations.printing import Makeup
from asem_reader.operations.topics import Topics, by_slug, in_folders, readable
from asem_reader.operations.views import RankingView
from asem_reader.paper.writers import WRITERS
from asem_reader.store.library import Library
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import utc_now
from asem_reader.store.output import Output
from asem_reader.store.search.search import Search

DEFAULT_TITLE = N_("ASEM briefing")
_BINARY = (DocumentFormat.PDF, DocumentFormat.DOCX)
_OF_ONE = 3  # sections of one topic that a search finds at most


def print_sheets(call: Call) -> None:
    """Write topics as a file, as a numbered copy of it for each of several, or on standard output."""
    chosen = call.options
    named = DocumentFormat(chosen.format) if chosen.format else DocumentFormat.of(chosen.output.name)
    kind = named or DocumentFormat.PDF
    copies = [chosen.copy] if chosen.copy else range(1, chosen.copies + 1) if chosen.copies else [0]
    files = {copy: _named(chosen.output, copy) if len(copies) > 1 else chosen.output for copy in copies}
    output = _check(call, kind, files.values())
    with call.library() as library:
        binder = binder_named(chosen.binder, call) if chosen.binder else None
        topics = _topics(call, library, binder)
        layout = _layout(chosen, binder)
        pack = _pack(call, library, topics, binder, layout)
    form = _form(chosen, layout)
    fits: tuple[Fit, ...] = ()
    for copy, file in files.items():
        numbered = replace(form, copy=copy, copies=chosen.copies if copy else 0)
        content, fits = _written(kind, pack, numbered)
        if output:
            output.write(file, content, replace=chosen.force)
        else:
            sys.stdout.buffer.write(content)
    for sheet, fit in zip(pack.sheets, fits, strict=False):
        if not fit.fits:
            warn(_told(sheet, fit))


def _topics(call: Call, library: Library, binder: Binder | None) -> tuple[BinderItem, ...]:
    """Topics, each once: the places first, then those of the binder, the folder and the search."""
    chosen, topics = call.options, by_slug(library)
    named = [_named_item(library, text) for text in chosen.places]
    marked = _marked(path_of(chosen.folder), topics, call) if chosen.folder else ()
    found = _found(call, library, topics) if chosen.search else ()
    first: dict[tuple[Slug, str], BinderItem] = {}
    kept = binder.items if binder else ()
    for item in (*named, *kept, *(BinderItem(slug, "") for slug in (*marked, *found))):
        if item.slug in topics:
            first.setdefault((item.slug, item.view), item)
    return tuple(first.values())


def _named_item(library: Library, text: str) -> BinderItem:
    """The topic of a place, or the view of its figures that stands behind the ``?``."""
    place, _mark, view = text.partition("?")
    if not view:
        return BinderItem(library.find(place).slug, "")
    seen = RankingView.of(library, place, view)
    return BinderItem(seen.slug, "", view=seen.state.text)


def binder_named(name: str, call: Call) -> Binder:
    """Return the binder with a name, whatever its case; NoSuchBinder if there is none."""
    with call.notebook() as notebook:
        binders = Binders(notebook.file).all()
    wanted = " ".join(name.split()).casefold()
    binder = next((each for each in binders if each.name.casefold() == wanted), None)
    if binder is None:
        raise NoSuchBinder(name, tuple(each.name for each in binders))
    return binder


def _marked(path: str, topics: Topics, call: Call) -> tuple[Slug, ...]:
    """The topics of the marks in a folder, as the list of marks shows them."""
    with call.notebook() as notebook:
        folders = in_folders(notebook.marks(), notebook.folders(), topics)
    if path not in folders:
        raise NoSuchFolder(path, tuple(filter(None, folders)))
    if not folders[path]:
        raise NothingFound(path)
    return folders[path]


def _found(call: Call, library: Library, topics: Topics) -> tuple[Slug, ...]:
    """The topics that a search finds, best first."""
    query, limit = parse(call.options.search), call.options.limit
    noted = {mark.slug for mark in call.marks() if mark.kind is MarkKind.NOTE} if query.noted else ()
    hits = Search(library).find(query, _OF_ONE * limit, noted, scoped=False)
    slugs = readable((hit.place.slug for hit in hits), topics)[:limit]
    if not slugs:
        raise NothingFound(call.options.search)
    return slugs


def _check(call: Call, kind: DocumentFormat, files: Iterable[Path]) -> Output | None:
    """Return what writes files, or None for standard output, or raise before the work that none can be."""
    chosen, output = call.options, Output(call.home.folders, call.library_file)
    if str(chosen.output) == "-":
        if kind in _BINARY and sys.stdout.isatty():
            fault = _("it is a terminal, which cannot show {format}").format(format=kind.upper())
            raise NotWritten(_("Standard output"), fault)
        return None
    for file in files:
        output.check(file, replace=chosen.force)
    return output


def _written(kind: DocumentFormat, pack: Pack, form: Form) -> tuple[bytes, tuple[Fit, ...]]:
    """The bytes of a file, and how its sheets fit: only of the PDF it is known on how many sides it goes."""
    if kind is not DocumentFormat.PDF:
        return WRITERS[kind](pack, form), ()
    from asem_reader.paper import typeset
    from asem_reader.paper.pack import source

    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    text = source(pack, form, template)
    with ended_by_interrupts():  # no signal reaches Python while the typesetter has the thread
        pdf = typeset.Press(paths.resources() / "fonts").pdf(text, pack.title)
    return pdf, typeset.measured(pdf, pack, form) if form.profile.sides else ()


def _layout(chosen: argparse.Namespace, binder: Binder | None) -> Layout:
    """The layout that is asked for, and beside it what the binder says."""
    kept = binder.layout if binder else Layout()
    return Layout(
        Profile(chosen.profile) if chosen.profile else kept.profile,
        kept.handling if chosen.handling is None else chosen.handling,
        chosen.with_notes or kept.notes,
        chosen.codes or kept.codes,
        chosen.margin or kept.margin,
        chosen.our_line or kept.our_line,
    )


def _form(chosen: argparse.Namespace, layout: Layout) -> Form:
    marking = _(DEFAULT_MARKING) if chosen.marking is None else chosen.marking
    return Form(Paper(chosen.paper), marking, layout.profile, layout.handling, layout.codes, layout.margin)


def _pack(
    call: Call, library: Library, topics: Iterable[BinderItem], binder: Binder | None, layout: Layout
) -> Pack:
    """The pack that is asked for, composed; as plain sheets or bound."""
    chosen, makeup = call.options, Makeup(library)
    only, omit = _words(chosen.sections) + _words(chosen.blocks), _words(chosen.leave_out)
    if only or omit:
        known = makeup.portions(item.slug for item in topics if not item.view)
        for name in Selection(only, omit).unknown(known):
            raise NoSuchPart(name, tuple(dict.fromkeys(portion.name for portion in known)))
    # What is asked for goes before what a binder keeps; left out is what either leaves out.
    items = [replace(item, only=only or item.only, omit=(*omit, *item.omit)) for item in topics]
    cover, outfit = _cover(chosen, binder), _outfit(chosen, binder)
    prepared_for = chosen.prepared_for or (cover.prepared_for if cover else "")
    printed = stamp(utc_now().astimezone())
    wish = Wish(printed, prepared_for, layout.profile, our_line=layout.our_line)
    return makeup.pack(items, wish, cover, outfit, call.marks() if layout.notes else (), Event())


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
    return output.with_stem(f"{output.stem}-{copy}")


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
