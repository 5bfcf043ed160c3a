# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Working copy of what is filed where: gestures rearrange it, and it says what differs from before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.index import MarkIndex
from asem_reader.core.marks.mark import Folder, Mark, MarkId, lineage, path_of, tidy_tag

Key = TypeVar("Key")
Entry = TypeVar("Entry")

_STEP = 1024  # left between neighbours, so that what is put between two later moves no other


class WorkingCopy:
    """A working copy of marks and folders. Nothing here is on disk; `change` is what a disk must do."""

    def __init__(self, index: MarkIndex, folders: Iterable[Folder]) -> None:
        """Take all marks in use, and all folders."""
        self._index = index
        self._folders_before = {folder.path: folder for folder in folders}
        self._folders = dict(self._folders_before)
        self._marks = dict(index.by_id)
        self._touched: dict[MarkId, None] = {}  # in the order of what was done

    def change(self, text: str) -> Change:
        """The difference from before, with what the reader calls it."""
        old, new = _difference(self._index.by_id, self._marks, self._touched)
        paths = {**self._folders_before, **self._folders}
        old_folders, new_folders = _difference(self._folders_before, self._folders, paths)
        return Change(text, old, new, old_folders, new_folders)

    # What stands where.

    def in_folder(self, path: str) -> list[Mark]:
        """The marks that stand in a folder itself, in their order: by position, equals by age."""
        inside = (mark for mark in self._marks.values() if mark.folder == path)
        return sorted(self._index.by_age(inside), key=lambda mark: mark.position)

    def below(self, path: str) -> list[Folder]:
        """The folders that a folder holds, in their order; those at the top for an empty path."""
        inside = (folder for folder in self._folders.values() if folder.parent == path)
        return sorted(inside, key=lambda folder: (folder.position, folder.path))

    def loose(self, ids: Iterable[MarkId], paths: Collection[str]) -> list[MarkId]:
        """Those of the marks that stand in none of the folders."""
        return [m.id for m in self._there(ids) if not any(within(m.folder, path) for path in paths)]

    # Marks.

    def put(self, ids: Sequence[MarkId], path: str, before: MarkId | None = None) -> None:
        """Put marks, in this order, into a folder, before one that stands there, or behind all.

        The folder is made if there is none. Others keep their positions where there is room between them.
        """
        moving = self._there(dict.fromkeys(ids))
        if not moving:
            return
        self.add(path)
        gone = {mark.id for mark in moving}
        staying = [mark for mark in self.in_folder(path) if mark.id not in gone]
        at = next((row for row, mark in enumerate(staying) if mark.id == before), len(staying))
        last, following = staying[at - 1].position if at else -1, staying[at:]
        room = (following[0].position if following else last + _STEP * (len(moving) + 1)) - last
        if room > len(moving):
            step = room // (len(moving) + 1)
        else:
            moving, step = [*moving, *following], _STEP
        for mark in moving:
            last += step
            self._keep(mark._replace(folder=path, position=last))

    def shift(self, ids: Collection[MarkId], step: int) -> None:
        """Put marks one row down in their folders, or up for -1, those of one together as they stand."""
        for path in {mark.folder for mark in self._there(ids)}:
            moving, before = _shifted([mark.id for mark in self.in_folder(path)], ids, step)
            self.put(moving, path, before)

    def tag(self, ids: Iterable[MarkId], add: Iterable[str], drop: Iterable[str]) -> None:
        """Give marks some tags, and take others from them."""
        wanted, unwanted = [tidy_tag(tag) for tag in add], {"", *drop}
        for mark in self._there(ids):
            tags = tuple(tag for tag in dict.fromkeys((*mark.tags, *wanted)) if tag not in unwanted)
            self._keep(mark._replace(tags=tags))

    def take_in(self, marks: Iterable[Mark]) -> None:
        """Take marks from the bin into use, each into its folder, which is made if it went meanwhile."""
        for mark in marks:
            self._keep(mark._replace(deleted=""))
            self.add(mark.folder)

    # Folders.

    def add(self, path: str) -> None:
        """Make a folder behind those beside it, and those that hold it; what is there stays."""
        for each in lineage(path_of(path)):
            if each not in self._folders:
                beside = self.below(Folder(each).parent)
                self._folders[each] = Folder(each, beside[-1].position + 1 if beside else 0)

    def carry(self, path: str, target: str, before: str = "") -> bool:
        """Give a folder another path, with all that is in it, before one that stands there, or behind all.

        What is in it comes together with what is in a folder that has that path already. Return False if
        nothing is done: there is no such folder, or it would go into itself.
        """
        target = path_of(target)
        if path not in self._folders or not target or target.startswith(f"{path}/"):
            return False
        if target != path:
            self.add(Folder(target).parent)
            self._rename(path, target)
        self._place([target], Folder(target).parent, before)
        return True

    def rename(self, path: str, name: str) -> bool:
        """Give a folder another name where it stands; return False if it may not have it."""
        parent = Folder(path).parent
        one_line = " ".join(name.replace("/", "-").split())  # the sign that stands between folders
        target = path_of(f"{parent}/{one_line}")
        if path not in self._folders or target == parent or target in self._folders:
            return False
        self._rename(path, target)
        return True

    def shift_folders(self, paths: Collection[str], step: int) -> None:
        """Put folders one row down among the folders beside them, or up for -1."""
        for parent in {Folder(path).parent for path in paths}:
            moving, before = _shifted([folder.path for folder in self.below(parent)], paths, step)
            self._place(moving, parent, before)

    def remove(self, ids: Iterable[MarkId], paths: Iterable[str] = ()) -> None:
        """Take marks away, and folders with all that is in them."""
        going = list(ids)
        for path in paths:
            self._folders = {each: f for each, f in self._folders.items() if not within(each, path)}
            going += [mark.id for mark in self._below(path)]
        for each in going:
            self._touched[each] = None
            self._marks.pop(each, None)

    def _rename(self, path: str, target: str) -> None:
        for folder in [each for each in self._folders.values() if within(each.path, path)]:
            del self._folders[folder.path]
            other = target + folder.path[len(path) :]
            self._folders.setdefault(other, Folder(other, folder.position))
        for mark in self._below(path):
            self._keep(mark._replace(folder=target + mark.folder[len(path) :]))

    def _keep(self, mark: Mark) -> None:
        self._touched[mark.id] = None
        self._marks[mark.id] = mark

    def _there(self, ids: Iterable[MarkId]) -> list[Mark]:
        """Those of some marks that there are."""
        return [self._marks[each] for each in ids if each in self._marks]

    def _below(self, path: str) -> list[Mark]:
        """The marks in a folder and in those that it holds."""
        return [mark for mark in self._marks.values() if within(mark.folder, path)]

    def _place(self, moving: Collection[str], parent: str, before: str | None) -> None:
        """Put folders that a folder holds before another of them, or behind all."""
        order = [folder.path for folder in self.below(parent) if folder.path not in moving]
        at = order.index(before) if before in order else len(order)
        for place, path in enumerate((*order[:at], *moving, *order[at:]) if moving else ()):
            self._folders[path] = Folder(path, place)


def within(path: str, folder: str) -> bool:
    """True if a path is that of a folder, or of one in it."""
    return path == folder or path.startswith(f"{folder}/")


def outermost(paths: Iterable[str]) -> list[str]:
    """Return the paths without those of folders that stand in another of them."""
    known = dict.fromkeys(paths)
    return [path for path in known if not any(above in known for above in [*lineage(path)][:-1])]


def _shifted(order: list[Key], moving: Collection[Key], step: int) -> tuple[list[Key], Key | None]:
    """The part of an order that moves by one row, and before what it goes; nothing at the end."""
    rows = [row for row, each in enumerate(order) if each in moving]
    if not rows or (rows[0] == 0 if step < 0 else rows[-1] == len(order) - 1):
        return [], None
    at = rows[0] - 1 if step < 0 else rows[-1] + 2
    return [order[row] for row in rows], order[at] if at < len(order) else None


def _difference(
    before: Mapping[Key, Entry], after: Mapping[Key, Entry], keys: Iterable[Key]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries of one that are not so in the other, and the reverse, among some keys."""
    differing = [key for key in keys if before.get(key) != after.get(key)]
    old, new = (tuple(there[key] for key in differing if key in there) for there in (before, after))
    return old, new


def renamed(before: Collection[str], after: Collection[str]) -> dict[str, str]:
    """Return which folders have another path now, when one with all that is in it was renamed or moved."""
    gone, come = sorted(set(before) - set(after), key=len), sorted(set(after) - set(before), key=len)
    if not gone or len(gone) != len(come):
        return {}
    old, new = gone[0], come[0]
    pairs = {path: new + path[len(old) :] for path in gone if within(path, old)}
    return pairs if set(pairs.values()) == set(come) else {}
