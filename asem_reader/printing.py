# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command `print`: what is asked for becomes a pack, and the pack a file. No Qt."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from asem_reader import paths
from asem_reader.core.compose import Wish, compose
from asem_reader.core.content import Article, Kind
from asem_reader.core.dates import stamp
from asem_reader.core.errors import NoSuchPart, NothingToPrint
from asem_reader.core.fit import Fit
from asem_reader.core.form import DEFAULT_MARKING, Form, Paper, Profile
from asem_reader.core.marks import Mark
from asem_reader.core.meeting import Meeting
from asem_reader.core.pack import Cover, Pack, bind, mentioned
from asem_reader.core.portions import portions_of
from asem_reader.core.selection import Selection
from asem_reader.core.sheet import Sheet
from asem_reader.store.almanac import Almanac
from asem_reader.store.disk import write_whole
from asem_reader.store.library import Library
from asem_reader.store.notebook import Notebook, utc_now

DEFAULT_TITLE = "ASEM briefing"

# A writer turns a pack into the bytes of a file, and may say how its sheets fit.
Writer = Callable[[Pack, Form], tuple[bytes, tuple[Fit, ...]]]


def print_sheets(chosen: argparse.Namespace, library_file: Path, home: paths.Home) -> int:
    """Write topics as a file, or as a numbered copy of it for each of several."""
    form = _form(chosen)
    marks = _kept_marks(home) if chosen.with_notes else ()
    with closing(Library.open(library_file)) as library:
        pack = _pack(chosen, library, form, marks)
    write = WRITERS[chosen.format]
    copies = [chosen.copy] if chosen.copy else range(1, chosen.copies + 1) if chosen.copies else [0]
    fits: tuple[Fit, ...] = ()
    for copy in copies:
        content, fits = write(pack, replace(form, copy=copy, copies=chosen.copies if copy else 0))
        write_whole(_named(chosen.output, copy if len(copies) > 1 else 0), content)
    for sheet, fit in zip(pack.sheets, fits, strict=False):
        if not fit.fits:
            print(_told(sheet, fit), file=sys.stderr)
    return 0


def _pdf(pack: Pack, form: Form) -> tuple[bytes, tuple[Fit, ...]]:
    from asem_reader.paper import typeset
    from asem_reader.paper.pack import source

    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    pdf = typeset.Press(paths.resources() / "fonts").pdf(source(pack, form, template), pack.title)
    return pdf, typeset.measured(pdf, pack, form) if form.profile.sides else ()


# What can be written, by the name that --format takes; another form is another line.
WRITERS: Mapping[str, Writer] = MappingProxyType({"pdf": _pdf})


def _form(chosen: argparse.Namespace) -> Form:
    return Form(
        Paper(chosen.paper),
        DEFAULT_MARKING if chosen.marking is None else chosen.marking,
        Profile(chosen.profile),
        chosen.handling,
        chosen.codes,
        chosen.margin,
    )


def _pack(chosen: argparse.Namespace, library: Library, form: Form, marks: tuple[Mark, ...]) -> Pack:
    """What is asked for, composed; as plain sheets or bound.

    Raises:
        NoSuchPlace: a place leads nowhere.
        NoSuchPart: a section or paragraph is in none of the topics.
        NothingToPrint: what is wanted is also left out.
    """
    almanac = Almanac(library)
    edition, meetings = library.edition(), almanac.meetings()
    selection = Selection(_words(chosen.sections) + _words(chosen.blocks), _words(chosen.leave_out))
    wish = Wish(stamp(utc_now().astimezone()), chosen.prepared_for, form.profile, selection, chosen.pack)
    articles = [library.article(library.find(text).slug) for text in chosen.places]
    _check(selection, articles, library, meetings)
    composed = (compose(article, edition, wish, meetings, marks) for article in articles)
    sheets = [sheet for sheet in composed if sheet.portions or not selection.only]
    if not sheets:
        raise NothingToPrint
    more = [kind for kind, asked in _MORE if getattr(chosen, asked)]
    for kind in more:
        for slug in mentioned(sheets, library.topics(), kind):
            whole = replace(wish, selection=Selection())
            sheets.append(compose(library.article(slug), edition, whole, meetings, marks))
    if not chosen.pack:
        return Pack(tuple(sheets))
    texts = (chosen.occasion, chosen.place, chosen.date, chosen.prepared_for)
    cover = Cover(chosen.title or DEFAULT_TITLE, *(text or "" for text in texts))
    return bind(sheets, cover, almanac.terms())


_MORE = ((Kind.MEETING, "with_meetings"), (Kind.PARTNER, "with_partners"))


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
