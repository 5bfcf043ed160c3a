# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The actions of `marks` on whole Notebooks and their copies: merge, deletion for good. No Qt."""

from collections.abc import Iterable, Iterator

from asem_reader.cli.records import mark_line, mark_records
from asem_reader.cli.terminal import Call
from asem_reader.core.language import _
from asem_reader.core.marks.errors import NoSuchBackup
from asem_reader.core.steps import done
from asem_reader.operations.forgetting import where
from asem_reader.operations.merging import choosing, keep_merge, merge_lines, merging
from asem_reader.operations.merging import conflicts as told_apart
from asem_reader.store.notebook.forgetting import copies as copies_of
from asem_reader.store.notebook.forgetting import forget as delete_for_good
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.recovery import state_elsewhere
from asem_reader.store.output import Output
from asem_reader.store.pastsearches import drop_searches, past_searches


def merge(call: Call, notebook: Notebook) -> None:
    """Join another Notebook to this one, and if that is asked for, this one to its file."""
    chosen = call.options
    output = Output(call.home.folders, call.library_file)
    if chosen.both_ways:
        output.check(chosen.file, replace=True)
    is_new = chosen.both_ways and not chosen.file.exists()
    theirs = {} if is_new else state_elsewhere(chosen.file)
    with call.library() as library:
        found = done(merging(notebook, theirs, library))
    if not chosen.dry_run:
        keep_merge(notebook, found)
        if chosen.both_ways:
            output.write(chosen.file, notebook.file.content(), replace=True)
    said = _("Nothing was changed.") if chosen.dry_run else _("Merged.")
    call.answer({"merged": not chosen.dry_run, **found.counts}, (*merge_lines(found.counts), said))


def conflicts(call: Call, notebook: Notebook) -> None:
    """Print the texts between which the reader is to choose, each with its number."""
    found = told_apart(notebook)
    lines = (line for name, texts in found.items() for line in (name, *_numbered(texts)))
    call.answer([{"id": name, "texts": texts} for name, texts in found.items()], lines)


def choose(call: Call, notebook: Notebook) -> None:
    """Have a mark or binder say one of its texts alone."""
    keep_merge(notebook, choosing(notebook, call.options.id, call.options.number))
    call.answer({"id": call.options.id, "number": call.options.number}, ())


def forget(call: Call, notebook: Notebook) -> None:
    """Say where marks stand, and delete them for good if that is said."""
    chosen = call.options
    binned = tuple(mark.id for mark in notebook.bin()) if chosen.bin else ()
    found = where(notebook, (*chosen.ids, *binned), past_searches(call.home.session))
    if chosen.yes and found.ids:
        delete_for_good(notebook, found.ids, found.marks)
        drop_searches(call.home.session, found.searches.__contains__)
    files = [str(file.relative_to(notebook.path.parent)) for file in found.files]
    said = _("Deleted for good.") if chosen.yes else _("Nothing was changed; --yes does it, for good.")
    lines = (
        *map(mark_line, found.marks),
        *(_("stands in {file}").format(file=file) for file in files),
        *(_("folder {folder}").format(folder=folder) for folder in found.folders),
        *(_("search {text}").format(text=text) for text in found.searches),
        said,
    )
    told = {"folders": found.folders, "searches": found.searches, "files": files}
    call.answer({"forgotten": chosen.yes, "marks": mark_records(found.marks), **told}, lines)


def copies(call: Call, notebook: Notebook) -> None:
    """Print all copies of the Notebook, those that were set aside too, or take some away."""
    by_name = {str(file.relative_to(notebook.path.parent)): file for file in copies_of(notebook.path)}
    for name in call.options.remove or ():
        if name not in by_name:
            raise NoSuchBackup(name)
    for name in call.options.remove or ():
        by_name.pop(name).unlink(missing_ok=True)
    sizes = [{"name": name, "size": file.stat().st_size} for name, file in by_name.items()]
    lines = (_("{name}  {size:>10} bytes").format(**each) for each in sizes)
    call.answer(sizes, lines)


def _numbered(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts, 1):
        first, *others = text.split("\n")
        yield from (f"  {number}  {first}", *(f"     {line}" for line in others))


ACTIONS = {each.__name__: each for each in (merge, conflicts, choose, forget, copies)}
