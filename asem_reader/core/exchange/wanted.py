# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which marks are wanted, of all that there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asem_reader.core.folding import plain
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind
from asem_reader.core.place import Slug


@dataclass(frozen=True, slots=True)
class Wanted:
    """What marks must be to be wanted: all that is asked for; without any wish, every mark is.

    Attributes:
        folder: those in it, and in the folders that it holds.
        words: all of them must stand in the note, the quote, the tags or the topic's title, in any case.
    """

    topic: Slug | None = None
    folder: str = ""
    tag: str = ""
    colour: Colour | None = None
    kind: MarkKind | None = None
    words: str = ""

    @property
    def everything(self) -> bool:
        """Whether there is no wish."""
        return self == Wanted()

    def of(self, marks: Iterable[Mark], titles: Mapping[Slug, str]) -> tuple[Mark, ...]:
        """Return the marks that are wanted, in the order given."""
        words = plain(self.words).split()
        return tuple(mark for mark in marks if self._is(mark) and _hold(mark, words, titles))

    def folders(self, folders: Iterable[Folder], marks: Iterable[Mark]) -> tuple[Folder, ...]:
        """Return the folders that go with the marks that are wanted: empty ones only with everything."""
        if self.everything:
            return tuple(folders)
        used = {mark.folder for mark in marks}
        return tuple(
            folder
            for folder in folders
            if any(path == folder.path or path.startswith(f"{folder.path}/") for path in used)
        )

    def _is(self, mark: Mark) -> bool:
        return (
            self.topic in (None, mark.slug)
            and (not self.folder or f"{mark.folder}/".startswith(f"{self.folder}/"))
            and (not self.tag or self.tag in mark.tags)
            and self.colour in (None, mark.colour)
            and self.kind in (None, mark.kind)
        )


def _hold(mark: Mark, words: list[str], titles: Mapping[Slug, str]) -> bool:
    if not words:
        return True
    text = plain("\n".join((mark.body, mark.quote, *mark.tags, titles.get(mark.slug, ""))))
    return all(word in text for word in words)
