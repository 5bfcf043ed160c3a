# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A choice of marks, of all that there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asem_reader.core.folding import plain
from asem_reader.core.marks.haystack import haystack
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind, lineage
from asem_reader.core.place import Slug


@dataclass(frozen=True, slots=True)
class Wanted:
    """A choice of marks: those that are all that is asked for; without any wish, every mark."""

    topic: Slug | None = None
    folder: str = ""  # those in it, and in the folders that it holds
    tag: str = ""
    colour: Colour | None = None
    kind: MarkKind | None = None
    words: str = ""  # all of them must stand in the mark's haystack, in any case; with a `#`, in a tag

    @property
    def everything(self) -> bool:
        """True if there is no wish."""
        return self == Wanted()

    def of(self, marks: Iterable[Mark], titles: Mapping[Slug, str]) -> tuple[Mark, ...]:
        """Return the marks that are wanted, in the order given."""
        words = plain(self.words).split()
        those = (mark for mark in marks if self._is(mark))
        if not words:
            return tuple(those)
        pairs = ((mark, haystack(mark, titles.get(mark.slug, ""))) for mark in those)
        return tuple(mark for mark, text in pairs if all(word in text for word in words))

    def folders(self, folders: Iterable[Folder], marks: Iterable[Mark]) -> tuple[Folder, ...]:
        """Return the folders that go with the marks that are wanted: empty ones only with everything."""
        if self.everything:
            return tuple(folders)
        used = {path for mark in marks for path in lineage(mark.folder)}
        return tuple(folder for folder in folders if folder.path in used)

    def _is(self, mark: Mark) -> bool:
        return (
            self.topic in (None, mark.slug)
            and (not self.folder or f"{mark.folder}/".startswith(f"{self.folder}/"))
            and (not self.tag or self.tag in mark.tags)
            and self.colour in (None, mark.colour)
            and self.kind in (None, mark.kind)
        )
