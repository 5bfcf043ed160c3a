# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a reader does to put marks in order: folders, places in them, tags, and back from the bin."""

from collections.abc import Iterable
from dataclasses import replace

from asem_reader.core.change import Change
from asem_reader.core.marks import Folder, Mark, path_of, tag_of
from asem_reader.viewmodels.marks import Marks, replaced


class Filing:
    """A method for each gesture; each says whether it was kept, and can be undone."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def in_folder(self, path: str) -> tuple[Mark, ...]:
        """The marks that stand in a folder itself, in their order."""
        there = (mark for mark in reversed(self.marks.all) if mark.folder == path)
        return tuple(sorted(there, key=lambda mark: mark.position))

    def below(self, path: str) -> tuple[Folder, ...]:
        """The folders that a folder holds, in their order; those at the top for an empty path."""
        return tuple(folder for folder in self.marks.folders if folder.parent == path)

    def move(self, marks: Iterable[Mark], path: str, before: Mark | None = None) -> bool:
        """Put marks into a folder, before one that stands there, or behind all."""
        moving = list(marks)
        staying = [mark for mark in self.in_folder(path) if mark not in moving]
        at = staying.index(before) if before in staying else len(staying)
        order = [*staying[:at], *moving, *staying[at:]]
        new = [replace(mark, folder=path, position=place) for place, mark in enumerate(order)]
        return self.marks.make(replaced("Move", order, new))

    def tag(self, marks: Iterable[Mark], add: Iterable[str] = (), drop: Iterable[str] = ()) -> bool:
        """Give marks some tags, and take others from them."""
        old, wanted, unwanted = tuple(marks), tuple(map(tag_of, add)), set(drop)
        new = [
            replace(
                mark,
                tags=tuple(
                    tag for tag in dict.fromkeys((*mark.tags, *wanted)) if tag and tag not in unwanted
                ),
            )
            for mark in old
        ]
        return self.marks.make(replaced("Tags", old, new))

    def add_folder(self, path: str) -> bool:
        """Make a folder; one of that name may be there."""
        path = path_of(path)
        if not path or any(folder.path == path for folder in self.marks.folders):
            return bool(path)
        new = Folder(path, len(self.below(Folder(path).parent)))
        return self.marks.make(Change("New folder", new_folders=(new,)))

    def rename_folder(self, path: str, name: str) -> bool:
        """Give a folder another name, where it stands."""
        parent = Folder(path).parent
        name = name.strip().replace("/", "-")
        return bool(name) and self._carry(path, f"{parent}/{name}".lstrip("/"), "Rename folder")

    def move_folder(self, path: str, into: str, before: str = "") -> bool:
        """Put a folder with all that is in it into another, or to the top, before one that stands there.

        A folder cannot go into itself.
        """
        if into == path or into.startswith(f"{path}/"):
            return False
        target = f"{into}/{Folder(path).name}".lstrip("/")
        order = [folder.path for folder in self.below(into) if folder.path not in (path, target)]
        order.insert(order.index(before) if before in order else len(order), target)
        return self._carry(path, target, "Move folder", order)

    def remove_folder(self, path: str) -> bool:
        """Take a folder away with the folders in it; the marks go into the bin."""
        inside = tuple(folder for folder in self.marks.folders if _within(folder.path, path))
        marks = tuple(mark for mark in self.marks.all if _within(mark.folder, path))
        return self.marks.make(Change("Removal of folder", marks, old_folders=inside))

    def bring_back(self, marks: Iterable[Mark]) -> bool:
        """Take marks out of the bin."""
        back = tuple(replace(mark, deleted="") for mark in marks)
        return self.marks.make(Change("Return from the bin", new=back))

    def _carry(self, path: str, target: str, text: str, order: Iterable[str] = ()) -> bool:
        """Give a folder another path; what stands in it comes along, into one that is there already too."""
        inside = [folder for folder in self.marks.folders if _within(folder.path, path)]
        marks = [mark for mark in self.marks.all if _within(mark.folder, path)]
        moved = [replace(mark, folder=target + mark.folder[len(path) :]) for mark in marks]
        carried = {target + folder.path[len(path) :]: folder.position for folder in inside}
        places = carried | {each: place for place, each in enumerate(order)}
        known = {folder.path: folder for folder in self.marks.folders}
        beside = [known[each] for each in places if each in known and each not in carried]
        new = tuple(Folder(each, place) for each, place in places.items())
        change = replaced(text, marks, moved)
        return self.marks.make(replace(change, old_folders=(*inside, *beside), new_folders=new))


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")
