# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The actions of `marks`: values in, text or JSON out. No Qt."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from asem_reader.cli.records import mark_line, mark_records
from asem_reader.cli.terminal import Call
from asem_reader.core.errors import NoSuchPlace
from asem_reader.core.exchange.format import MarksFormat, format_named
from asem_reader.core.exchange.parcel import Wanted
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.backup import RestorePreview, preview
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import BadNote, NoSuchMark, NoSuchWords, NotInBin
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Anchor, Colour, Mark, MarkId, MarkKind, anchor, path_of, tag_of
from asem_reader.core.marks.overlap import drawn
from asem_reader.core.marks.record import to_record
from asem_reader.core.place import Place, Slug
from asem_reader.core.steps import done
from asem_reader.operations.editions import settling
from asem_reader.operations.exchange import exported, importing
from asem_reader.operations.parcelfile import read_parcel
from asem_reader.store.library import Library
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.recovery import held, kept
from asem_reader.store.output import Output

_LONGEST_NOTE = 1_000_000  # bytes
_WHOLE = N_("{name}  {day}  {size:>10} bytes  {marks:>6} marks  whole")
_DAMAGED = N_("{name}  {day}  {size:>10} bytes  {marks:>6} marks  damaged")


def list_(call: Call, notebook: Notebook) -> None:
    """Print marks, oldest first; those in the bin, if that is asked for, by the day they went."""
    _tell(call, _selection(call, notebook)[1])


def bin_(call: Call, notebook: Notebook) -> None:
    """Print the marks in the bin."""
    _tell(call, notebook.bin())


def add(call: Call, notebook: Notebook) -> None:
    """Add a bookmark, a highlight or a note, and print its id: of highlights that become one, the first's."""
    chosen = call.options
    with call.library() as library:
        place = library.find(chosen.place)
        on = _anchor(library, place, chosen.words or "")
    note = _read() if chosen.note == "-" else chosen.note
    colour = Colour(chosen.highlight) if chosen.highlight else None
    noted = MarkKind.BOOKMARK if note is None else MarkKind.NOTE
    kind = MarkKind.HIGHLIGHT if colour else noted
    mark = notebook.draft(kind, on, note or "", colour, path_of(chosen.folder or ""))
    tags = tuple(dict.fromkeys(filter(None, map(tag_of, chosen.tag or ()))))
    mark = _kept(mark._replace(tags=tags, view=place.view), notebook)
    call.answer(to_record(mark), (mark.id,))


def _read() -> str:
    """The note on standard input, which stands in no list of processes; BadNote if it is no text."""
    content = sys.stdin.buffer.read(_LONGEST_NOTE + 1)
    try:
        note = content.decode().replace("\r\n", "\n").removesuffix("\n")
    except UnicodeDecodeError as error:
        raise BadNote from error
    if len(content) > _LONGEST_NOTE:
        raise BadNote
    return note


def remove(call: Call, notebook: Notebook) -> None:
    """Put marks into the bin, all or none."""
    going = _named(call.options.ids, notebook.marks(), NoSuchMark)
    notebook.change(Change(_("Removal"), going))
    call.answer(mark_records(going), ())


def bring_back(call: Call, notebook: Notebook) -> None:
    """Take marks out of the bin, all or none."""
    named = _named(call.options.ids, notebook.bin(), NotInBin)
    back = _settled((mark._replace(deleted="") for mark in named), call)
    notebook.change(Change(_("Return from the bin"), new=back))
    waiting = sum(bool(mark.waiting) for mark in back)
    said = ngettext("{count} needs you", "{count} need you", waiting).format(count=waiting)
    call.answer(mark_records(back), (said,) if waiting else ())


def export(call: Call, notebook: Notebook) -> None:
    """Write marks into a file, or on standard output; AlreadyThere or NotWritten if it cannot be."""
    chosen, name = call.options, str(call.options.file)
    kind = MarksFormat(chosen.format) if chosen.format else format_named(name) or MarksFormat.JSON
    wanted, marks = _selection(call, notebook)
    folders = () if chosen.bin else notebook.folders()
    guide = Guide() if kind is MarksFormat.JSON else _guide(call)
    content = exported(marks, wanted, folders, kind, guide, notebook.now())
    if name == "-":
        sys.stdout.buffer.write(content)  # the very bytes of a file, whatever the terminal knows
        return
    Output(call.home.folders, call.library_file).write(chosen.file, content, replace=chosen.force)
    call.answer({"file": name, "format": str(kind), "marks": len(marks)}, ())


def import_(call: Call, notebook: Notebook) -> None:
    """Take marks in from a file, all or none; those that are there stay as they are."""
    chosen = call.options
    kind = MarksFormat(chosen.format) if chosen.format else None
    parcel, binders = read_parcel(chosen.file, kind, notebook.now())
    used, binned = ({mark.id: mark for mark in marks} for marks in (notebook.marks(), notebook.bin()))
    with call.library() as library:
        change, taken = done(importing(parcel, used, binned, notebook.folders(), library))
    if parcel.marks or change:  # a Notebook that can only be read refuses also what it has already
        notebook.change(change)
    Binders(notebook.file).take_in(binders)
    told = asdict(taken)
    del told["kept"]
    call.answer(told, (_counts(**told),))


def _kept(mark: Mark, notebook: Notebook) -> Mark:
    """Keep a new mark, a highlight as one with those that it overlaps; return what is there then."""
    lit = (each for each in notebook.on(mark.slug) if each.kind is MarkKind.HIGHLIGHT)
    old, one = drawn(mark, lit) if mark.kind is MarkKind.HIGHLIGHT else ((), mark)
    if mark.folder and one.folder != mark.folder:  # what is asked for
        one = one._replace(folder=mark.folder, modified=mark.modified)
    if old != (one,):
        notebook.change(Change(_("Highlight"), old, (one,)))
    return one


def _counts(*, new: int, there: int, other: int, waiting: int, left_out: int) -> str:
    """Counts of what became of a file of marks, as a sentence without its stop."""
    otherwise = ngettext(
        "{count} of them otherwise than in the file, and left so",
        "{count} of them otherwise than in the file, and left so",
        other,
    )
    left = ngettext(
        "{count} left out that leads to no place in a Library",
        "{count} left out that lead to no place in a Library",
        left_out,
    )
    counted = (  # None is not told
        (new, ngettext("{count} new", "{count} new", new)),
        (waiting or None, ngettext("{count} needs you", "{count} need you", waiting)),
        (there, ngettext("{count} already there", "{count} already there", there)),
        (other or None, otherwise),
        (left_out or None, left),
    )
    return ", ".join(said.format(count=count) for count, said in counted if count is not None)


def backups(call: Call, notebook: Notebook) -> None:
    """Print the backups of the Notebook, newest first."""
    found = kept(notebook.path)
    lines = []
    for each in found:
        form, marks = _(_WHOLE if each.whole else _DAMAGED), "?" if each.marks is None else each.marks
        lines.append(form.format(name=each.name, day=each.day, size=each.size, marks=marks))
    call.answer([asdict(each) for each in found], lines)


def restore(call: Call, notebook: Notebook) -> None:
    """Say what restoring a backup would change, and do it if that is said."""
    does_it = call.options.yes
    marks, folders = held(notebook.path, call.options.name)
    found = preview(notebook.marks(), marks, notebook.folders(), folders)
    if does_it and found.change:
        notebook.change(found.change._replace(new=_settled(found.change.new, call)))
    groups = {name: mark_records(getattr(found, name)) for name in ("back", "other", "gone")}
    said = _("Restored.") if does_it else _("Nothing was changed; --yes does it.")
    call.answer({"restored": does_it, **groups}, (*_preview_lines(found), said))


def _preview_lines(found: RestorePreview) -> Iterator[str]:
    back, other, gone = map(len, (found.back, found.other, found.gone))
    for form, marks in (
        (ngettext("{count} comes back", "{count} come back", back), found.back),
        (ngettext("{count} becomes what it was", "{count} become what they were", other), found.other),
        (ngettext("{count} goes into the bin", "{count} go into the bin", gone), found.gone),
    ):
        yield form.format(count=len(marks))
        yield from (f"  {mark_line(mark)}" for mark in marks)


_ALL = (list_, bin_, add, remove, bring_back, export, import_, backups, restore)
# By their names on the command line.
ACTIONS = {each.__name__.rstrip("_").replace("_", "-"): each for each in _ALL}


def _selection(call: Call, notebook: Notebook) -> tuple[Wanted, tuple[Mark, ...]]:
    """The wish that the filters are, and the marks that they leave."""
    chosen = call.options
    marks = notebook.bin() if chosen.bin else notebook.marks()
    wanted = Wanted(
        _topic(chosen.topic, marks, call) if chosen.topic else None,
        path_of(chosen.folder or ""),
        tag_of(chosen.tag or ""),
        Colour(chosen.colour) if chosen.colour else None,
        MarkKind(chosen.kind) if chosen.kind else None,
        chosen.search or "",
    )
    guide = _guide(call) if chosen.search else Guide()
    return wanted, wanted.of(marks, guide.titles, guide.view_said)


def _topic(text: str, marks: Iterable[Mark], call: Call) -> Slug:
    """The topic that is meant; one that this Library has no longer may still have marks."""
    with call.library() as library:
        try:
            return library.find(text).slug
        except NoSuchPlace:
            gone = next((mark.slug for mark in marks if mark.slug == text.removeprefix("asem:")), None)
            if gone is None:
                raise
            return gone


def _settled(marks: Iterable[Mark], call: Call) -> tuple[Mark, ...]:
    """Marks that come back, or from elsewhere, with their places in the Library of today."""
    with call.library() as library:
        return done(settling(marks, library))


def _guide(call: Call) -> Guide:
    with call.library() as library:
        return library.guide()


def _anchor(library: Library, place: Place, words: str) -> Anchor:
    if words and place.block is None:
        raise NoSuchWords(words, place.address)
    try:
        return anchor(library.article(place.slug), place.block, words)
    except ValueError as error:
        raise NoSuchWords(words, place.address) from error


def _named(
    ids: list[MarkId], marks: Iterable[Mark], missing: type[NoSuchMark | NotInBin]
) -> tuple[Mark, ...]:
    by_id = {mark.id: mark for mark in marks}
    for name in ids:
        if name not in by_id:
            raise missing(name)
    return tuple(by_id[name] for name in dict.fromkeys(ids))


def _tell(call: Call, marks: tuple[Mark, ...]) -> None:
    said = ((mark_line(mark), *(f"    {line}" for line in mark.said.splitlines())) for mark in marks)
    call.answer(mark_records(marks), (line for lines in said for line in lines))
