# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What each command about marks does: values in, text or JSON out. No Qt."""

import argparse
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from asem_reader import paths
from asem_reader.cli.records import backup_record, preview_record
from asem_reader.cli.terminal import tell, tell_json
from asem_reader.core.errors import NoSuchPlace, ReaderError
from asem_reader.core.exchange.format import MarksFormat, format_named
from asem_reader.core.exchange.parcel import Wanted
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.backup import comparing
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import NoSuchMark, NoSuchWords, NotInBin
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


def listing(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Print marks, oldest first; those in the bin, if that is asked for, by the day they went."""
    _print_marks(_selection(chosen, notebook, library_file)[1], as_json=chosen.json)
    return 0


def bin_(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Print the marks in the bin."""
    _print_marks(notebook.bin(), as_json=chosen.json)
    return 0


def add(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Add a bookmark, a highlight or a note, and print its id: of highlights that become one, the first's."""
    with closing(Library.open(library_file)) as library:
        place = library.find(chosen.place)
        on = _anchor(library, place, chosen.words or "")
    colour = Colour(chosen.highlight) if chosen.highlight else None
    noted = MarkKind.BOOKMARK if chosen.note is None else MarkKind.NOTE
    mark = notebook.draft(
        MarkKind.HIGHLIGHT if colour else noted, on, chosen.note or "", colour, path_of(chosen.folder or "")
    )
    tags = tuple(dict.fromkeys(filter(None, map(tag_of, chosen.tag or ()))))
    mark = _kept(mark._replace(tags=tags), notebook)
    if chosen.json:
        tell_json(to_record(mark))
    else:
        tell(mark.id)
    return 0


def remove(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Put marks into the bin, all or none."""
    going = _named(chosen.ids, notebook.marks(), NoSuchMark)
    notebook.change(Change(_("Removal"), going))
    _tell(chosen, going)
    return 0


def bring_back(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Take marks out of the bin, all or none."""
    named = _named(chosen.ids, notebook.bin(), NotInBin)
    back = _settled((mark._replace(deleted="") for mark in named), library_file)
    notebook.change(Change(_("Return from the bin"), new=back))
    _tell(chosen, back)
    waiting = sum(bool(mark.waiting) for mark in back)
    if waiting and not chosen.json:
        tell(ngettext("{count} needs you", "{count} need you", waiting).format(count=waiting))
    return 0


def export(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Write marks into a file, or on standard output.

    Raises:
        AlreadyThere, NotWritten: the file cannot be written; what was there stays.
    """
    name = str(chosen.file)
    kind = MarksFormat(chosen.format) if chosen.format else format_named(name) or MarksFormat.JSON
    wanted, marks = _selection(chosen, notebook, library_file)
    folders = () if chosen.bin else notebook.folders()
    guide = Guide() if kind is MarksFormat.JSON else _guide(library_file)
    content = exported(marks, wanted, folders, kind, guide, notebook.now())
    if name == "-":
        sys.stdout.buffer.write(content)  # the very bytes of a file, whatever the terminal knows
        return 0
    home = paths.home(chosen.home)
    Output(home.folders, library_file).write(chosen.file, content, replace=chosen.force)
    if chosen.json:
        tell_json({"file": name, "format": str(kind), "marks": len(marks)})
    return 0


def import_(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Take marks in from a file, all or none; those that are there stay as they are."""
    kind = MarksFormat(chosen.format) if chosen.format else None
    parcel, binders = read_parcel(chosen.file, kind, notebook.now())
    used, binned = ({mark.id: mark for mark in marks} for marks in (notebook.marks(), notebook.bin()))
    with closing(Library.open(library_file)) as library:
        change, taken = done(importing(parcel, used, binned, notebook.folders(), library))
    if parcel.marks or change:  # a Notebook that can only be read refuses also what it has already
        notebook.change(change)
    Binders(notebook.file).take_in(binders)
    told = asdict(taken)
    del told["kept"]
    tell_json(told) if chosen.json else print(_counts(**told))
    return 0


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
    """What became of a file of marks, as a sentence without its stop."""
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


def backups(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Print the backups of the Notebook, newest first."""
    found = kept(notebook.path)
    if chosen.json:
        tell_json([backup_record(each) for each in found])
        return 0
    for each in found:
        marks = "?" if each.marks is None else each.marks
        form = _(_WHOLE if each.whole else _DAMAGED)
        tell(form.format(name=each.name, day=each.day, size=each.size, marks=marks))
    return 0


def restore(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Say what restoring a backup would change, and do it if that is said."""
    marks, folders = held(notebook.path, chosen.name)
    found = done(comparing(notebook.marks(), marks, notebook.folders(), folders))
    if chosen.yes and found.change:
        notebook.change(found.change._replace(new=_settled(found.change.new, library_file)))
    if chosen.json:
        tell_json(preview_record(found, restored=chosen.yes))
        return 0
    for form, marks in (
        (ngettext("{count} comes back", "{count} come back", len(found.back)), found.back),
        (
            ngettext("{count} becomes what it was", "{count} become what they were", len(found.other)),
            found.other,
        ),
        (ngettext("{count} goes into the bin", "{count} go into the bin", len(found.gone)), found.gone),
    ):
        tell(form.format(count=len(marks)))
        for mark in marks:
            tell(f"  {_line(mark)}")
    tell(_("Restored.") if chosen.yes else _("Nothing was changed; --yes does it."))
    return 0


_WHOLE = N_("{name}  {day}  {size:>10} bytes  {marks:>6} marks  whole")
_DAMAGED = N_("{name}  {day}  {size:>10} bytes  {marks:>6} marks  damaged")


Action = Callable[[argparse.Namespace, Notebook, Path], int]
ACTIONS: dict[str, Action] = {
    "list": listing,
    "bin": bin_,
    "add": add,
    "remove": remove,
    "bring-back": bring_back,
    "export": export,
    "import": import_,
    "backups": backups,
    "restore": restore,
}


def _selection(
    chosen: argparse.Namespace, notebook: Notebook, library_file: Path
) -> tuple[Wanted, tuple[Mark, ...]]:
    """What the filters ask for, and the marks that they leave."""
    marks = notebook.bin() if chosen.bin else notebook.marks()
    wanted = Wanted(
        _topic(chosen.topic, marks, library_file) if chosen.topic else None,
        path_of(chosen.folder or ""),
        tag_of(chosen.tag or ""),
        Colour(chosen.colour) if chosen.colour else None,
        MarkKind(chosen.kind) if chosen.kind else None,
        chosen.search or "",
    )
    titles = _guide(library_file).titles if chosen.search else {}
    return wanted, wanted.of(marks, titles)


def _topic(text: str, marks: Iterable[Mark], library_file: Path) -> Slug:
    """The topic that is meant; one that this Library has no longer may still have marks."""
    with closing(Library.open(library_file)) as library:
        try:
            return library.find(text).slug
        except NoSuchPlace:
            gone = next((mark.slug for mark in marks if mark.slug == text.removeprefix("asem:")), None)
            if gone is None:
                raise
            return gone


def _settled(marks: Iterable[Mark], library_file: Path) -> tuple[Mark, ...]:
    """Marks that come back, or from elsewhere, with their places in the Library of today."""
    with closing(Library.open(library_file)) as library:
        return done(settling(marks, library))


def _guide(library_file: Path) -> Guide:
    with closing(Library.open(library_file)) as library:
        return library.guide()


def _anchor(library: Library, place: Place, words: str) -> Anchor:
    if words and place.block is None:
        raise NoSuchWords(words, place.address)
    try:
        return anchor(library.article(place.slug), place.block, words)
    except ValueError as error:
        raise NoSuchWords(words, place.address) from error


def _named(
    ids: Iterable[str], marks: Iterable[Mark], missing: Callable[[str], ReaderError]
) -> tuple[Mark, ...]:
    by_id = {mark.id: mark for mark in marks}
    for name in ids:
        if MarkId(name) not in by_id:
            raise missing(name)
    return tuple(by_id[MarkId(name)] for name in dict.fromkeys(ids))


def _print_marks(marks: Iterable[Mark], *, as_json: bool) -> None:
    if as_json:
        tell_json([to_record(mark) for mark in marks])
        return
    for mark in marks:
        tell(_line(mark))
        for line in mark.said.splitlines():
            tell(f"    {line}")


def _line(mark: Mark) -> str:
    folder = _("in {folder}").format(folder=mark.folder) if mark.folder else ""
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    gone = _("in the bin since {day}").format(day=mark.deleted[:10]) if mark.deleted else ""
    kept_as = (mark.colour or "", folder, tags, gone)
    return "  ".join(
        part for part in (mark.id, f"{mark.kind:9}", mark.created[:10], mark.place.address, *kept_as) if part
    )


def _tell(chosen: argparse.Namespace, marks: tuple[Mark, ...]) -> None:
    if chosen.json:
        tell_json([to_record(mark) for mark in marks])
