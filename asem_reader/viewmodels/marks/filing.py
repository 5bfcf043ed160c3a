# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands that put marks in order: folders, places in them, tags, into the bin and back."""

from collections.abc import Callable, Iterable

from asem_reader.core.folding import whole
from asem_reader.core.language import _, ngettext
from asem_reader.core.marks.mark import Folder, Mark, MarkId, path_of
from asem_reader.core.marks.workingcopy import WorkingCopy, outermost, within
from asem_reader.viewmodels.marks.marks import Marks


class Filing:
    """A method for each gesture, each one step to undo; each says whether it was kept.

    Marks are taken by their id: one that another program changed meanwhile is filed as it is now.
    """

    def __init__(self, marks: Marks, settle: Callable[[Iterable[Mark]], tuple[Mark, ...]] = tuple) -> None:
        """Take the marks, and what gives those that come back their places in the Library of today."""
        self.marks = marks
        self._settle = settle

    @property
    def working_copy(self) -> WorkingCopy:
        """A working copy of all marks and folders as they are now."""
        return WorkingCopy(self.marks.index, self.marks.folders)

    def below(self, path: str) -> list[Folder]:
        """The folders that a folder holds, in their order; those at the top for an empty path."""
        return self.working_copy.below(path)

    def known(self, ids: Iterable[MarkId]) -> tuple[Mark, ...]:
        """The marks in use that have these ids, in that order."""
        there = self.marks.index.by_id
        return tuple(there[each] for each in ids if each in there)

    def may_go(self, paths: Iterable[str], into: str) -> bool:
        """True if folders may be put into another: not into themselves."""
        return not any(within(into, path) for path in paths)

    def put(
        self,
        ids: Iterable[MarkId],
        paths: Iterable[str],
        into: str,
        before: MarkId | None = None,
        before_folder: str = "",
    ) -> bool:
        """Put marks and folders into a folder, or to the top; the folder is made if there is none.

        Marks that stand in one of the folders go with it. Nothing is done if a folder would go into itself.
        All go behind what stands there, unless there is a mark or a folder before which they go.
        """
        working_copy, carried = self.working_copy, outermost(paths)
        if not self.may_go(carried, into):
            return False
        into = path_of(whole(into))
        loose = working_copy.loose(ids, carried)
        working_copy.add(into)
        for path in carried:
            working_copy.carry(path, f"{into}/{Folder(path).name}", before_folder)
        working_copy.put(loose, into, before)
        return self.marks.make(working_copy.change(_("Move")))

    def shift(self, marks: Iterable[Mark], paths: Iterable[str], step: int) -> bool:
        """Put marks and folders one row down among those beside them, or up for -1."""
        working_copy = self.working_copy
        working_copy.shift({mark.id for mark in marks}, step)
        working_copy.shift_folders(set(paths), step)
        return self.marks.make(working_copy.change(_("Move")))

    def tag(self, marks: Iterable[Mark], add: Iterable[str] = (), drop: Iterable[str] = ()) -> bool:
        """Give marks some tags, and take others from them."""
        working_copy = self.working_copy
        working_copy.tag([mark.id for mark in marks], map(whole, add), drop)
        return self.marks.make(working_copy.change(_("Tags")))

    def add_folder(self, path: str) -> bool:
        """Make a folder; one of that name may be there. Return False if that is no name."""
        working_copy = self.working_copy
        working_copy.add(whole(path))
        return bool(path_of(path)) and self.marks.make(working_copy.change(_("New folder")))

    def is_free(self, path: str, name: str) -> bool:
        """True if a folder may have another name: not that of a folder beside it."""
        return self.working_copy.rename(path, whole(name))

    def rename_folder(self, path: str, name: str) -> bool:
        """Give a folder another name where it stands, if it is free."""
        working_copy = self.working_copy
        renamed = working_copy.rename(path, whole(name))
        return renamed and self.marks.make(working_copy.change(_("Rename folder")))

    def remove(self, marks: Iterable[Mark], paths: Iterable[str] = ()) -> bool:
        """Take marks and folders away together; the marks, and those in the folders, go into the bin."""
        working_copy, removed = self.working_copy, list(paths)
        working_copy.remove([mark.id for mark in marks], removed)
        change = working_copy.change(_("Removal"))
        if not removed:
            return self.marks.remove(*change.old)
        text = ngettext("Removal of a folder", "Removal of {count} folders", len(removed))
        return self.marks.make(change._replace(text=text.format(count=len(removed))))

    def bring_back(self, marks: Iterable[Mark]) -> bool:
        """Take marks out of the bin, each into its folder, and to its place in the Library of today."""
        working_copy = self.working_copy
        working_copy.take_in(self._settle(mark._replace(deleted="") for mark in marks))
        return self.marks.make(working_copy.change(_("Return from the bin")))
