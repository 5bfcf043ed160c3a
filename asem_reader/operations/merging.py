# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Merge: another Notebook is joined to this one, so that both sides' changes stand in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from asem_reader.core.language import _, ngettext
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import NoSuchText
from asem_reader.core.marks.history import Versioned
from asem_reader.core.marks.mark import Folder, Mark, lineage
from asem_reader.core.printing.binder import Binder
from asem_reader.core.steps import Steps
from asem_reader.operations.editions import settling
from asem_reader.store.libraries import Reading
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.forgetting import forget, to_forget
from asem_reader.store.notebook.histories import BINDER, FOLDER, binder_of, buried, mark_of, mark_values
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.state import State, state_of

_SOME = 200  # entries that are joined in some milliseconds
_KINDS = FOLDER, BINDER


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge would do.

    Attributes:
        new, changed, deleted: how many marks and binders come, become other, or go.
        forgotten: the ids of marks that were forgotten elsewhere, and are to be here.
        conflicts: how many have texts of both sides afterwards, of which one is to be chosen.
        change: of marks and folders.
        binders: as they are to be, with their histories by key.
    """

    new: int
    changed: int
    deleted: int
    conflicts: int
    change: Change
    binders: tuple[Binder, ...] = ()
    histories: dict[str, str] = field(default_factory=dict)
    forgotten: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """The counts by their names."""
        names = ("new", "changed", "deleted", "conflicts")
        return {**{name: getattr(self, name) for name in names}, "forgotten": len(self.forgotten)}

    def __bool__(self) -> bool:
        """True if there is anything to do."""
        return bool(self.change or self.histories or self.forgotten)


def joining(mine: State, theirs: State) -> Steps[State]:
    """Join two states in short steps; return those entries that are to be other than mine."""
    found = {}
    for count, (key, entry) in enumerate(theirs.items()):
        if key.startswith(FOLDER) and key not in mine and buried(key.removeprefix(FOLDER)) in mine:
            continue
        there = mine.get(key, Versioned())
        one = there.joined(entry) if key in mine else entry
        if one != there:
            found[key] = one
        if count % _SOME == 0:
            yield
    return found


def merging(notebook: Notebook, theirs: State, library: Reading) -> Steps[Merge]:
    """Find in short steps what joining another Notebook would do, before it is done.

    Marks may come from another edition: each gets its place in the Library of today, or waits for its reader.
    """
    mine = state_of(notebook)
    yield
    joined = yield from joining(mine, theirs)
    came = [mark for mark in _marks(joined) if not mark.deleted and joined[mark.id] == theirs.get(mark.id)]
    for mark, settled in zip(came, (yield from settling(came, library)), strict=True):
        if mark != settled:
            joined[mark.id] = joined[mark.id].changed(mark_values(settled), notebook.file.fresh)
    return between(mine, joined)


def choosing(notebook: Notebook, name: str, number: int) -> Merge:
    """Return what has a mark or binder say its text of a number, from 1, alone; or raise NoSuchText."""
    mine = state_of(notebook)
    key = name if name in mine else BINDER + name
    texts = mine[key].texts if key in mine else ()
    if not 1 <= number <= len(texts):
        raise NoSuchText(name)
    return between(mine, {key: mine[key].chosen(texts[number - 1], notebook.file.fresh)})


def conflicts(notebook: Notebook) -> dict[str, tuple[str, ...]]:
    """Return the texts between which the reader is to choose, those of one mark or binder by its id."""
    found = {key: entry.texts for key, entry in state_of(notebook).items() if _is_used(entry)}
    return {key.removeprefix(BINDER): tuple(map(_said, texts)) for key, texts in found.items() if texts}


def _said(text: Any) -> str:
    """A text of a conflict in words: of a binder its name and its topics."""
    if isinstance(text, str):
        return text
    binder = binder_of("", {"content": text, "created": "", "modified": "", "deleted": ""})
    return ": ".join(filter(None, (binder.name, ", ".join(item.title for item in binder.items))))


def between(mine: State, joined: State) -> Merge:
    """Return what makes some entries other than mine are."""
    forgotten = tuple(key for key, entry in joined.items() if entry.is_forgotten and mine.get(key))
    joined = {key: entry for key, entry in joined.items() if key not in forgotten}
    was = {key: mine.get(key, Versioned()) for key in joined}
    old, new = ({mark.id: mark for mark in _marks(entries)} for entries in (was, joined))
    placed = {name: mark for name, mark in new.items() if old.get(name) != mark}
    left = tuple(mark for name, mark in old.items() if new.get(name) != mark)
    binders = {key: joined[key] for key in joined if key.startswith(BINDER)}
    before, after = (
        tuple((key, entry.history) for key, entry in entries.items() if key not in binders)
        for entries in (was, joined)
    )
    change = Change(_("Merge"), left, tuple(placed.values()), *_folders(mine, joined), before, after)
    made = [binder_of(key.removeprefix(BINDER), each.values) for key, each in binders.items() if each.values]
    return Merge(
        *_counted(was, joined),
        change,
        tuple(made),
        {key: each.history for key, each in binders.items()},
        forgotten,
    )


def _marks(entries: State) -> Iterable[Mark]:
    for key, entry in entries.items():
        if entry.values is not None and not key.startswith(_KINDS):
            yield mark_of(key, entry.values)


def _folders(mine: State, joined: State) -> tuple[tuple[Folder, ...], tuple[Folder, ...]]:
    """The folders that change, as they are and as they are to be: one that a mark needs is there."""
    state = {**mine, **joined}
    marks = (each for key, each in state.items() if not key.startswith(_KINDS))
    stood_in = {each.values["folder"] for each in marks if each.values and not each.values["deleted"]}
    needed = {path for folder in stood_in for path in lineage(folder)}
    old, new = list[Folder](), list[Folder]()
    for key, entry in state.items():
        if key.startswith(FOLDER):
            path = key.removeprefix(FOLDER)
            there = mine[key].values if key in mine else None
            was = (Folder(path, there["position"]),) if there else ()
            place = Folder(path, entry.registers["position"].said[0])
            now = (place,) if _is_used(entry) or path in needed else ()
            if was != now:
                old, new = [*old, *was], [*new, *now]
    return tuple(old), tuple(new)


def _is_used(entry: Versioned) -> bool:
    return entry.values is not None and not entry.values["deleted"]


def _counted(was: State, joined: State) -> tuple[int, int, int, int]:
    new = changed = deleted = conflicts = 0
    for key, entry in joined.items():
        if not key.startswith(FOLDER):
            before, after = _is_used(was[key]), _is_used(entry)
            new += after and not before
            deleted += before and not after
            changed += after and before and not entry.texts and entry.values != was[key].values
            conflicts += after and bool(entry.texts)
    return new, changed, deleted, conflicts


def keep_merge(notebook: Notebook, found: Merge) -> None:
    """Do what a merge would, on disk when it returns; it may raise what a change may."""
    if found.change:
        notebook.change(found.change)
    keep_rest(notebook, found)


def keep_rest(notebook: Notebook, found: Merge) -> None:
    """Keep the binders of a merge, whose marks are kept already, and forget what was forgotten elsewhere."""
    if found.histories:
        Binders(notebook.file).put(*found.binders, histories=found.histories)
    if found.forgotten:
        forget(notebook, found.forgotten, to_forget(notebook, found.forgotten))


def merge_lines(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the counts of a merge in words, a line each."""
    new, changed, deleted, texts = (counts[name] for name in ("new", "changed", "deleted", "conflicts"))
    gone = counts["forgotten"]
    said = (
        (new, ngettext("{count} new", "{count} new", new)),
        (changed, ngettext("{count} changed", "{count} changed", changed)),
        (deleted, ngettext("{count} deleted", "{count} deleted", deleted)),
        (gone, ngettext("{count} forgotten for good", "{count} forgotten for good", gone)),
        (texts, ngettext("{count} with a text of each side", "{count} with a text of each side", texts)),
    )
    return tuple(text.format(count=count) for count, text in said if count or text is not said[3][1])
